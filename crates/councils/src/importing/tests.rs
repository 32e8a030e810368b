//! Seats from a sheet: read, judged, counted among those who sit there, undone with the rest.

use super::PART;
use crate::{
    CouncilId, SeatFacts, add_council, add_seats, can, councils,
    facade::NewSeat,
    rules::tree::Kind,
    seats_of_council,
    store::{
        bodies::CouncilFacts,
        seats::{find_seat, list_all_seats, touch_seat},
        terms::list_terms,
    },
    table::look,
};
use jiff::civil::date;
use platform::{
    batch::{
        BatchId, Importer, Part, Verdict,
        at_console::{self, Brought, Told},
    },
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    manifest::Manifest,
    testing::Site,
    text::Text,
};
use std::sync::atomic::{AtomicU64, Ordering};

const SHEET: &str = "Organization,Type of organization,Contact,E-mail,Sits on,Seat,Term start,Term end\n\
    Maple Library,Library,Amina Yusuf,amina@example.org,town table,,2026-01-01,2027-12-31\n\
    Maple Hockey,Sports,Bo Chen,bo@example.org,TOWN TABLE,Residents,,\n\
    Maple Hall,Housing,,,Table de la ville,,,\n\
    Maple Library,Library,Amina Yusuf,amina@example.org,Town table,,,\n\
    Quiet Corner,Faith,Dana Roy,dana@example.org,,,,\n";

fn text(en: &str, fr: &str) -> Text {
    Text::both(en, fr, date(2026, 11, 22))
}

/// A body with one vacant seat for residents that belongs to nobody.
async fn a_table(site: &Site, seat_limit: Option<u32>) -> CouncilId {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let facts = CouncilFacts {
        kind: Kind::Council,
        word: Text::default(),
        name: text("Town table", "Table de la ville"),
        outcome: Text::default(),
        mandate: Text::default(),
        parent: None,
        position: 0,
        open: false,
        seat_limit,
    };
    let id = add_council(&mut tx, "town", &facts).await.unwrap();
    let resident = SeatFacts::of(text("Residents", "Population"));
    add_seats(&mut tx, id, &[NewSeat { facts: resident, terms: Vec::new() }]).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn brought(ctx: &Ctx, sheet: &str) -> Told {
    at_console::import(ctx, "partners", Brought::new("a.csv", sheet)).await.unwrap()
}

/// How many seats of all bodies stand in each state, and how many filled ones show each sector.
async fn seen(ctx: &Ctx) -> (Vec<&'static str>, Vec<(String, u32)>) {
    let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
    let all: Vec<CouncilId> = councils(&mut tx).await.unwrap().into_iter().map(|one| one.id).collect();
    let (seats, terms) = (list_all_seats(&mut tx).await.unwrap(), list_terms(&mut tx).await.unwrap());
    let table = look(ctx, &mut tx, &all).await.unwrap();
    tx.done().await.unwrap();
    let states = seats.iter().map(|seat| seat.on_board(&terms).state_on(ctx.today()).code()).collect();
    let sectors = table.qualities.iter().find(|one| one.code == "sector").unwrap();
    (states, sectors.shares.iter().map(|one| (one.label.clone(), one.seats)).collect())
}

fn why(told: &Told) -> String {
    told.refused.iter().map(|(row, words)| format!("{row}: {words}")).collect::<Vec<_>>().join("\n")
}

const IMPORTS: &str = "/maple/work/import/partners";

/// The most statements that seats of a sheet took, as they were made or taken back.
static MOST_ASKED: AtomicU64 = AtomicU64::new(0);

/// The part, counting.
const COUNTED: Part = Part {
    make: |ctx, tx, lines| {
        Box::pin(async move {
            let before = tx.asked();
            let made = (PART.make)(ctx, tx, lines).await;
            MOST_ASKED.fetch_max(tx.asked() - before, Ordering::Relaxed);
            made
        })
    },
    take_back: |ctx, tx, made| {
        Box::pin(async move {
            let before = tx.asked();
            let kept = (PART.take_back)(ctx, tx, made).await;
            MOST_ASKED.fetch_max(tx.asked() - before, Ordering::Relaxed);
            kept
        })
    },
    ..PART
};

/// The rooms, with a part that counts.
fn rooms() -> Vec<Manifest> {
    vec![areas::manifest(), partners::manifest(), Manifest { parts: vec![COUNTED], ..crate::manifest() }]
}

/// Deletes nothing of an import that was undone less than a minute ago: the power is gone so long.
async fn clear_later(ctx: &Ctx, tx: &mut Tx, batch: BatchId, limit: u32) -> Result<u64> {
    let (here, before) = (tx.partnership()?, tx.now().plus_seconds(-60));
    let fresh = "SELECT count(*) FROM batch WHERE partnership_id = $1 AND id = $2 AND undone_at > $3";
    match platform::sql!(tx, value i64, fresh, here, batch, before)? {
        0 => (partners::manifest().importers[0].clear)(ctx, tx, batch, limit).await,
        _ => Err(Error::failed("the power went")),
    }
}

/// The rooms, where what was undone is deleted later.
fn clearing_later() -> Vec<Manifest> {
    let [areas, partners, councils] = rooms().try_into().unwrap_or_else(|_| unreachable!());
    let later = |one: &Importer| Importer {
        clear: |ctx, tx, batch, limit| Box::pin(clear_later(ctx, tx, batch, limit)),
        ..*one
    };
    let importers = partners.importers.iter().map(later).collect();
    vec![areas, Manifest { importers, ..partners }, councils]
}

/// Hands a sheet in and has it compared; where its page is.
async fn compared(site: &Site, sheet: &str) -> String {
    let coordinator = site.coordinator();
    let got = site.post_as(&coordinator, IMPORTS, &[("pasted", sheet)]).await;
    let address = got.location().split('?').next().unwrap().to_owned();
    let version = version(&site.get_as(&coordinator, &address).await.body);
    let columns =
        [("column-0", "name"), ("column-1", "person"), ("column-2", "mail"), ("column-3", "seat-council")];
    let fields: Vec<(&str, &str)> = columns.into_iter().chain([("version", &*version)]).collect();
    let got = site.post_as(&coordinator, &format!("{address}/mapping"), &fields).await;
    assert_eq!(got.status, 303, "{}", got.body);
    address
}

async fn taken(site: &Site, address: &str) {
    let version = version(&site.get_as(&site.coordinator(), address).await.body);
    site.post_as(&site.coordinator(), &format!("{address}/taking"), &[("version", &*version)]).await;
}

fn version(page: &str) -> String {
    page.split_once("name=\"version\" value=\"").unwrap().1.split('"').next().unwrap().to_owned()
}

platform::on_both! { rooms();
    async fn a_cell_about_a_seat_that_cannot_be_shown_is_told_so_and_means_no_other_body(site) {
        a_table(site, None).await;
        let ctx = site.ctx(site.coordinator());
        let others = "Society of Friends of the Library,,,\n".repeat(20);
        let told = brought(&ctx, &format!("Organization,Contact,Sits on,Seat\nMaple Library,Amina Yusuf,Town\u{7} table,\nMaple Hall,Bo Chen,Town table,Resi\u{202E}dents\n{others}")).await;
        assert_eq!((told.taken, told.refused.len()), (None, 2), "{told:?}");
        assert!(told.refused.iter().all(|(_, words)| words.contains("holds signs that cannot be shown") && !words.contains("You have no council")), "{told:?}");
    }

    async fn a_sheet_seats_people_whom_the_table_then_shows_and_its_undo_takes_all_of_it(site) {
        let council = a_table(site, None).await;
        let ctx = site.ctx(site.coordinator());
        let before = seen(&ctx).await;
        assert_eq!(before.0, ["vacant"]);
        let told = brought(&ctx, SHEET).await;
        let batch = told.taken.unwrap_or_else(|| panic!("{}", why(&told)));
        let (mut states, sectors) = seen(&ctx).await;
        states.sort_unstable();
        assert_eq!(states, ["held", "held", "vacant"], "the vacant seat for residents is taken, two are new");
        assert!(sectors.contains(&("Library".into(), 1)) && sectors.contains(&("Sports".into(), 1)), "{sectors:?}");
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        let seats = seats_of_council(&mut tx, council).await.unwrap();
        tx.done().await.unwrap();
        let names: Vec<&str> = seats.iter().map(|seat| seat.category.plain(ctx.lang)).collect();
        assert_eq!(names, ["Residents", "Library", "Housing"]);
        assert!(seats[0].organization_id.is_some(), "the seat for residents is the hockey club's now");
        let again = at_console::import(&ctx, "partners", Brought::new("b.csv", SHEET).dry()).await.unwrap();
        assert_eq!(again.counts.get(&Verdict::Same), Some(&5), "{again:?}");
        at_console::undo(&ctx, batch).await.unwrap();
        assert_eq!(seen(&ctx).await, before);
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        let seats = seats_of_council(&mut tx, council).await.unwrap();
        assert!(seats.len() == 1 && seats[0].organization_id.is_none(), "{seats:?}");
        let here = tx.partnership().unwrap();
        let consents = platform::sql!(&mut tx, value i64, "SELECT count(*) FROM consent WHERE partnership_id = $1", here).unwrap();
        assert_eq!(consents, 0, "nothing is left of who belonged");
        tx.done().await.unwrap();
    }

    async fn what_an_import_told_of_its_own_seats_never_stands_in_the_way_of_its_undo(site) {
        a_table(site, None).await;
        let batch = brought(&site.ctx(site.coordinator()), SHEET).await.taken.unwrap();
        site.app.clock.advance(3_600);
        let ctx = site.ctx(site.coordinator());
        at_console::undo(&ctx, batch).await.unwrap_or_else(|why| panic!("{why:?}"));
        assert_eq!(seen(&ctx).await.0, ["vacant"]);
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        let here = tx.partnership().unwrap();
        let consents = platform::sql!(&mut tx, value i64, "SELECT count(*) FROM consent WHERE partnership_id = $1", here).unwrap();
        assert_eq!(consents, 0, "what the seats had told of who belonged went with them");
        tx.done().await.unwrap();
    }

    async fn what_somebody_was_told_later_still_stands_in_the_way(site) {
        a_table(site, None).await;
        let batch = brought(&site.ctx(site.coordinator()), SHEET).await.taken.unwrap();
        site.app.clock.advance(3_600);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::GRANT_SEAT).await.unwrap();
        let people = partners::people_to_choose(&mut tx, partners::Reader::Staff).await.unwrap();
        for person in &people {
            tx.withdraw_consent(person.id, crate::membership::PURPOSE, "telephone", platform::langs::Lang::En).await.unwrap();
        }
        tx.commit().await.unwrap();
        let before = seen(&ctx).await;
        match at_console::undo(&ctx, batch).await {
            Err(Error::Refused(why)) => {
                let words = ctx.say().refusal(why.as_ref());
                for person in &people {
                    assert!(words.contains(&person.name), "{} in {words}", person.name);
                }
                assert!(words.starts_with("3 things"), "{words}");
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(seen(&ctx).await, before, "nothing is half undone");
    }

    async fn who_is_known_already_only_gets_her_seat(site) {
        a_table(site, None).await;
        let ctx = site.ctx(site.coordinator());
        let first = "Name,Contact,Mail\nMaple Library,Amina Yusuf,amina@example.org\n";
        assert!(brought(&ctx, first).await.taken.is_some());
        let second = "Name,Contact,Mail,Council\nMaple Library,Amina Yusuf,amina@example.org,Town table\n";
        let told = brought(&ctx, second).await;
        assert_eq!(told.counts.get(&Verdict::Change), Some(&1), "{told:?}");
        assert_eq!(seen(&ctx).await.0, ["vacant", "held"]);
        at_console::undo(&ctx, told.taken.unwrap()).await.unwrap();
        assert_eq!(seen(&ctx).await.0, ["vacant"]);
    }

    async fn a_body_that_is_unknown_or_full_refuses_the_sheet(site) {
        a_table(site, Some(2)).await;
        let ctx = site.ctx(site.coordinator());
        let told = brought(&ctx, "Name,Contact,Council\nMaple,Ana Diaz,Twon table\nBirch,Bo Roy,Chess club\n").await;
        assert!(told.taken.is_none() && why(&told).contains("“Twon table”. Is one of these meant: Town table?"), "{told:?}");
        let rows: Vec<String> = (1..=3).map(|n| format!("Club {n},Person {n},town\n")).collect();
        let told = brought(&ctx, &format!("Name,Contact,Council\n{}", rows.concat())).await;
        assert_eq!(told.refused.len(), 2, "one seat is left beside the one for residents: {told:?}");
        let told = brought(&ctx, "Name,Contact,Council,Term start,Term end\nMaple,Ana Diaz,town,2026-05-01,2026-04-01\n").await;
        assert!(told.taken.is_none() && told.refused.len() == 1, "{told:?}");
        assert_eq!(seen(&ctx).await.0, ["vacant"]);
        let batches = at_console::import(&ctx, "partners", Brought::new("c.csv", "Name\nMaple\n").dry()).await.unwrap();
        assert_eq!(batches.counts.get(&Verdict::Add), Some(&1), "nothing of the refused sheets is left");
    }

    async fn an_undo_stops_at_a_seat_that_somebody_changed_and_names_it(site) {
        let council = a_table(site, None).await;
        let ctx = site.ctx(site.coordinator());
        let batch: BatchId = brought(&ctx, SHEET).await.taken.unwrap();
        let mut tx = ctx.write(can::GRANT_SEAT).await.unwrap();
        let seats = seats_of_council(&mut tx, council).await.unwrap();
        let library = seats.iter().find(|seat| seat.category.plain(ctx.lang) == "Library").unwrap();
        let version = find_seat(&mut tx, library.id).await.unwrap().unwrap().version;
        touch_seat(&mut tx, library.id, version).await.unwrap();
        tx.commit().await.unwrap();
        let before = seen(&ctx).await;
        match at_console::undo(&ctx, batch).await {
            Err(Error::Refused(why)) => {
                let words = ctx.say().refusal(why.as_ref());
                assert!(words.contains("Library – Town table"), "{words}");
            }
            other => panic!("{other:?}"),
        }
        assert_eq!(seen(&ctx).await, before, "nothing is half undone");
    }

    async fn many_seats_are_made_and_taken_back_in_few_statements(site) {
        a_table(site, None).await;
        let ctx = site.ctx(site.coordinator());
        let rows: String = (0..260).map(|n| format!("Club {n},Library,Person {n},p{n}@example.org,town table,Residents\n")).collect();
        let before = seen(&ctx).await;
        let told = brought(&ctx, &format!("Organization,Sector,Contact,E-mail,Sits on,Seat\n{rows}")).await;
        let batch = told.taken.unwrap_or_else(|| panic!("{}", why(&told)));
        assert_eq!(seen(&ctx).await.0.iter().filter(|state| **state == "held").count(), 260);
        at_console::undo(&ctx, batch).await.unwrap();
        assert_eq!(seen(&ctx).await, before);
        let most = MOST_ASKED.load(Ordering::Relaxed);
        assert!((1..80).contains(&most), "{most} statements while others waited");
    }

    async fn who_may_not_grant_seats_is_not_offered_their_columns(site) {
        a_table(site, None).await;
        let reader = site.ctx(site.holder(platform::authority::Office::Reader, None));
        let intake = platform::batch::engine::intake(&reader, "partners").unwrap();
        assert!(intake.parts.is_empty() && intake.column("seat-council").is_none());
        let coordinator = site.ctx(site.coordinator());
        let intake = platform::batch::engine::intake(&coordinator, "partners").unwrap();
        assert!(intake.column("seat-council").is_some());
    }
}

platform::on_both! { clearing_later();
    async fn a_row_whose_organization_goes_with_another_import_gets_no_seat(site) {
        a_table(site, None).await;
        let ctx = site.ctx(site.coordinator());
        let first = brought(&ctx, "Name,Contact,Mail\nMaple Library,Amina Yusuf,amina@example.org\n").await.taken.unwrap();
        let second = compared(site, "Name,Contact,Mail,Council\nMaple Library,Amina Yusuf,amina@example.org,Town table\n").await;
        // Undone and out of sight; before it is deleted, the power goes.
        assert!(at_console::undo(&ctx, first).await.is_err());
        let before = seen(&ctx).await;
        taken(site, &second).await;
        let page = site.get_as(&site.coordinator(), &second).await.body;
        assert!(page.contains("has changed since it was compared"), "{page}");
        assert_eq!(seen(&ctx).await, before);
        site.app.clock.advance(120);
        platform::jobs::run_due(&site.app).await.unwrap();
        let page = site.get_as(&site.coordinator(), &format!("{IMPORTS}/{first}")).await.body;
        assert!(page.contains("Undone"), "nothing keeps it from being deleted: {page}");
    }
}
