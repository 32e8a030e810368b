//! Who is missing, and who learns of it.

use crate::{
    CouncilId, NewSeat, SeatFacts, add_council, add_seats, can,
    rules::{
        composition::NextStep,
        terms::{AskForTerm, Holder},
        tree::Kind,
    },
    store::bodies::CouncilFacts,
    table::{QualitySeen, TableSeen, look},
};
use areas::{AreaKind, NewArea, NewAreaSet, Share};
use jiff::civil::{Date, date};
use partners::{Languages, NewOrganization, OrganizationId, SectorId, Spoken, Visibility};
use platform::{
    authority::{Caller, Office},
    ctx::{Ctx, Face},
    db::Tx,
    testing::{Site, pages::complaints_about},
    text::Text,
};

const DAY: Date = date(2026, 11, 22);
/// Stands in everything that only the staff may know of, and nowhere else.
const CANARY: &str = "Zeisig";

fn text(words: &str) -> Text {
    Text::both(words, words, DAY)
}

fn facts(name: &str, parent: Option<CouncilId>) -> CouncilFacts {
    CouncilFacts {
        kind: Kind::SubCouncil,
        word: Text::default(),
        name: text(name),
        outcome: Text::default(),
        mandate: Text::default(),
        parent,
        position: 0,
        open: false,
        seat_limit: None,
    }
}

fn seat(category: &str, organization: Option<OrganizationId>, held: bool) -> NewSeat {
    let term = AskForTerm {
        holder: Holder::NotNamed,
        alternate: None,
        starts_on: date(2026, 1, 1),
        starts_about: false,
        ends_on: None,
    };
    let facts = SeatFacts { organization, ..SeatFacts::of(text(category)) };
    NewSeat { facts, terms: held.then_some((term, None)).into_iter().collect() }
}

struct Known {
    council: CouncilId,
    below: CouncilId,
}

/// An organization in a sector, with languages, that has joined or not.
async fn organization(
    tx: &mut Tx,
    (slug, sector): (&str, SectorId),
    langs: &[&str],
    joined: bool,
    visibility: Visibility,
) -> OrganizationId {
    let name = if visibility == Visibility::Staff { format!("{CANARY} {slug}") } else { slug.to_owned() };
    let new = NewOrganization {
        sector: Some(sector),
        langs: Languages::of(langs.iter().filter_map(|code| Spoken::from_code(code))),
        joined_on: joined.then_some(date(2025, 1, 1)),
        visibility,
        ..NewOrganization::new(slug, text(&name))
    };
    partners::add_organization(tx, &new).await.unwrap()
}

/// A council on which a clinic sits, with a vacant seat for the arts; a library sits below it.
async fn a_table(site: &Site) -> Known {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let sectors = partners::add_default_sectors(&mut tx, &ctx).await.unwrap();
    let sector = |code: &str| sectors.iter().find(|one| one.code == code).unwrap().id;
    let clinic = organization(&mut tx, ("clinic", sector("health")), &["en"], true, Visibility::Public).await;
    let library =
        organization(&mut tx, ("library", sector("library")), &["fr"], true, Visibility::Public).await;
    organization(&mut tx, ("gallery", sector("arts")), &["uk"], true, Visibility::Public).await;
    organization(&mut tx, ("mosque", sector("faith")), &["ar"], false, Visibility::Public).await;
    organization(&mut tx, ("drivers", sector("transit")), &["ti"], true, Visibility::Staff).await;
    let council = add_council(&mut tx, "central", &facts("Central Council", None)).await.unwrap();
    let below = add_council(&mut tx, "reading", &facts("Reading Group", Some(council))).await.unwrap();
    let mut arts = seat("Arts", None, false);
    arts.facts.sector = Some(sector("arts"));
    add_seats(
        &mut tx,
        council,
        &[seat("Primary care", Some(clinic), true), seat("Chairing", None, true), arts],
    )
    .await
    .unwrap();
    add_seats(&mut tx, below, &[seat("Books", Some(library), true)]).await.unwrap();
    tx.commit().await.unwrap();
    Known { council, below }
}

async fn looked(site: &Site, caller: Caller, councils: &[CouncilId]) -> TableSeen {
    let ctx = Ctx { face: Face::Work, ..site.ctx(caller) };
    let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
    let table = look(&ctx, &mut tx, councils).await.unwrap();
    tx.done().await.unwrap();
    table
}

fn by<'a>(table: &'a TableSeen, code: &str) -> &'a QualitySeen {
    table.qualities.iter().find(|quality| quality.code == code).unwrap()
}

/// What to do about the missing `label`, and whom to ask.
fn gap(of: &QualitySeen, label: &str) -> Option<(NextStep, Vec<String>)> {
    let gap = of.gaps.iter().find(|gap| gap.label == label)?;
    Some((gap.next, gap.ask.iter().map(|one| one.name.clone()).collect()))
}

platform::on_both! { vec![areas::manifest(), partners::manifest(), crate::manifest()];
    async fn what_held_seats_show_is_counted_and_what_they_do_not_show_is_missing(site) {
        let known = a_table(site).await;
        let table = looked(site, site.coordinator(), &[known.council]).await;
        assert_eq!((table.counted.total(), table.counted.taken()), (3, 2));
        let category = by(&table, "category");
        assert_eq!(category.shares.iter().map(|share| share.seats).collect::<Vec<_>>(), [1, 1]);
        assert_eq!(category.gaps.len(), 1, "{:?}", category.gaps);
        assert_eq!(gap(category, "Arts"), Some((NextStep::AskPartner, vec!["gallery".into()])));
        let sector = by(&table, "sector");
        assert_eq!((sector.shares.len(), sector.shares[0].seats, sector.silent), (1, 1, 1));
        assert_eq!(gap(sector, "Health"), None);
        let language = by(&table, "language");
        assert_eq!(gap(language, "English"), None);
        assert_eq!(gap(language, "French"), Some((NextStep::AskPartner, vec!["library".into()])));
        assert_eq!(gap(language, "Arabic"), Some((NextStep::Invite, vec!["mosque".into()])));
    }

    async fn a_table_is_looked_at_with_those_below_it_and_with_all(site) {
        let known = a_table(site).await;
        let table = looked(site, site.coordinator(), &[known.council, known.below]).await;
        assert_eq!((table.counted.taken(), gap(by(&table, "language"), "French")), (3, None));
        let coordinator = site.coordinator();
        let own = format!("/maple/work/councils/{}/composition", known.council);
        for (path, filled) in [(own.clone(), "2 seats of 3"), (format!("{own}?below=yes"), "3 seats of 4"), ("/maple/work/councils/composition".into(), "3 seats of 4")] {
            let got = site.get_as(&coordinator, &path).await;
            assert_eq!((got.status, complaints_about(&got.body)), (200, vec![]), "{path}");
            assert!(got.body.contains(&format!("{filled} are held")), "{path}: {}", got.body);
            assert!(got.body.contains("href=\"/maple/work/partners/mosque\""), "{path}");
        }
        assert_eq!(site.get_as(&site.stranger(), &own).await.status, 404);
    }

    async fn while_a_weighted_set_holds_its_areas_alone_are_expected_each_once(site) {
        let known = a_table(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let place = |code: &str, name: &str| NewArea { kind: AreaKind::Own, code: code.into(), name: text(name), valid_from: date(2021, 1, 1), valid_to: None };
        let places = [place("east", "East"), place("west", "West"), place("far", "Far")];
        let ids = areas::add_areas(&mut tx, &places).await.unwrap();
        let in_the_east = NewOrganization { area: Some(ids[0]), ..NewOrganization::new("east-end", text("east-end")) };
        let east_end = partners::add_organization(&mut tx, &in_the_east).await.unwrap();
        add_seats(&mut tx, known.council, &[seat("East", Some(east_end), true)]).await.unwrap();
        tx.commit().await.unwrap();
        let gaps = async || by(&looked(site, site.coordinator(), &[known.council]).await, "area").gaps.iter().map(|gap| gap.label.clone()).collect::<Vec<_>>();
        assert_eq!(gaps().await, ["Far", "West"], "without a set, all that is kept");
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let set = |slug: &str, to, parts: &[(areas::AreaId, i64)]| NewAreaSet {
            slug: slug.into(),
            name: text(slug),
            valid_from: date(2021, 1, 1),
            valid_to: to,
            shares: parts.iter().map(|(area, part)| (*area, Share::of_millionths(*part).unwrap())).collect(),
        };
        areas::add_set(&mut tx, &set("served", None, &[(ids[0], 250_000), (ids[1], 500_000)])).await.unwrap();
        areas::add_set(&mut tx, &set("again", None, &[(ids[1], 500_000)])).await.unwrap();
        areas::add_set(&mut tx, &set("over", Some(date(2025, 12, 31)), &[(ids[2], 1_000_000)])).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(gaps().await, ["West"], "what only a part counts of is expected, once, and what no set names is not");
        let table = looked(site, site.coordinator(), &[known.council]).await;
        assert_eq!(by(&table, "area").shares.iter().map(|one| (one.label.as_str(), one.seats)).collect::<Vec<_>>(), [("East", 1)]);
    }

    async fn what_only_the_staff_knows_of_is_asked_by_nobody_else(site) {
        let known = a_table(site).await;
        let chair = site.holder(Office::Chair, None);
        for path in ["/maple/work/councils/composition".to_owned(), format!("/maple/work/councils/{}/composition", known.council)] {
            let got = site.get_as(&chair, &path).await;
            assert_eq!(got.status, 200);
            assert!(!got.body.contains(CANARY) && !got.body.contains("Tigrinya"), "{path}: {}", got.body);
            // The control: the same page with the eyes of the staff names it.
            let got = site.get_as(&site.coordinator(), &path).await;
            assert!(got.body.contains(CANARY) && got.body.contains("Tigrinya"), "{path}");
        }
    }

    async fn what_is_missing_stands_first_and_leads_to_the_seats_to_give(site) {
        let known = a_table(site).await;
        let coordinator = site.coordinator();
        let own = format!("/maple/work/councils/{}/composition", known.council);
        let page = site.get_as(&coordinator, &own).await.body;
        let (missing, here) = (page.find("id=\"missing\"").unwrap(), page.find("id=\"seated\"").unwrap());
        assert!(missing < here && page.find("Arts").unwrap() < here, "{page}");
        let table = looked(site, site.coordinator(), &[known.council]).await;
        let fill = |of: &QualitySeen, label: &str| {
            let gap = of.gaps.iter().find(|gap| gap.label == label).unwrap();
            gap.fill.iter().map(|one| one.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(fill(by(&table, "category"), "Arts"), ["Seat 3: Arts"]);
        assert_eq!(fill(by(&table, "sector"), "Public library"), Vec::<String>::new(), "a seat of another sector");
        assert_eq!(fill(by(&table, "language"), "Arabic"), ["Seat 3: Arts"], "whoever takes it brings a language");
        let all = site.get_as(&coordinator, "/maple/work/councils/composition").await.body;
        assert!(all.contains("Central Council · Seat 3: Arts"), "{all}");
        assert!(page.contains("No vacant seat fits.") && page.contains(&format!("/maple/work/councils/{}/seats/new", known.council)), "{page}");
        let reader = site.get_as(&site.holder(Office::Reader, None), &own).await.body;
        assert!(reader.contains("No vacant seat fits.") && !reader.contains("/seats/new"), "{reader}");
    }
}
