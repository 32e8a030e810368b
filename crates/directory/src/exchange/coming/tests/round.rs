//! What leaves here comes back: unchanged it changes nothing, and one changed cell changes that field and no other.

use super::{bring, count};
use crate::{
    LocationFacts, LocationId, ServiceFacts, add_location, add_service, can,
    exchange::{
        coming::{IMPORTER, own},
        table::{HEAD, yes_or_no},
        tests::rooms,
    },
    needs::needs,
    pages::samples::{circle, location, service},
    rules::{
        eligibility::{Class, Openness},
        facts::{Cost, Feature, Interpretation, Papers, Phone, Status, Stream},
        hours::read_codes,
        place::Place,
    },
    words,
};
use jiff::civil::date;
use partners::{NewOrganization, OrganizationId, Spoken, Visibility};
use platform::{
    batch::{Given, Verdict, at_console},
    ctx::Ctx,
    langs::Lang,
    testing::Site,
    text::Text,
};
use proptest::{prelude::*, test_runner::TestRunner};
use std::collections::BTreeMap;

fn both(en: &str, fr: &str) -> Text {
    Text::both(en, fr, date(2026, 4, 1))
}

/// A service that says everything, with signs that part lists standing in its words.
fn everything(organization: OrganizationId, places: &[LocationId]) -> ServiceFacts {
    let mut facts = ServiceFacts { organization, ..service().facts(places) };
    facts.facts.phones = vec![
        Phone { number: "905-555-0100".into(), extension: Some(12), about: "Arabic; Dari".into() },
        Phone { number: "211".into(), extension: None, about: String::new() },
    ];
    facts.facts.hours.extend(read_codes("1TU,3TU 10:00-12:00"));
    facts.facts.hours_note = both("Ring twice; wait", "Sonnez deux fois");
    facts.facts.cost_note = both("Books are lent; 20 $ for the test", "");
    facts
}

/// Services of every shape: one that says everything at two open doors and a closed one, one that says next to nothing, one for those whom a funder
/// pays for, one in French alone, one with signs that sheets take for something else.
pub(super) async fn furnish(site: &Site) {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
    let name = both("The centre; north", "Le centre; nord");
    let new = NewOrganization { visibility: Visibility::Public, ..NewOrganization::new("centre", name) };
    let open = partners::add_organization(&mut tx, &new).await.unwrap();
    let other = NewOrganization {
        visibility: Visibility::Public,
        ..NewOrganization::new("other", both("The other", "L’autre"))
    };
    partners::add_organization(&mut tx, &other).await.unwrap();
    let mut places = Vec::new();
    for (name, is_confidential, street) in [
        ("Hall; upstairs", false, "1 Maple Street"),
        ("Shelter", true, "9 Oak Street"),
        ("Annex", false, "2 Maple Street"),
    ] {
        let facts = location(is_confidential).facts();
        let place = Place { street: street.into(), ..facts.place };
        let new = LocationFacts { name: both(name, ""), organization: Some(open), place, ..facts };
        places.push(add_location(&mut tx, &new).await.unwrap());
    }
    let bare = LocationFacts {
        name: both("Library", "Bibliothèque"),
        place: Place { city: "Maple".into(), ..Place::default() },
        ..location(false).facts()
    };
    places.push(add_location(&mut tx, &bare).await.unwrap());
    let facts = everything(open, &places);
    let quiet = ServiceFacts { organization: open, ..circle().facts(&[]) };
    let mut funded = ServiceFacts { name: both("=Funded class", "Cours payé"), ..facts.clone() };
    funded.facts.openness = Openness::Funder { funder: "ircc".into() };
    funded.facts.papers = Papers::None;
    funded.facts.papers_note = Text::default();
    funded.facts.cost = Cost::Fee;
    funded.facts.is_closed_on_holidays = false;
    funded.facts.wait = None;
    funded.locations.truncate(1);
    // It is not said any more, and still kept.
    funded.facts.alert.as_mut().unwrap().until = Some(date(2025, 1, 31));
    let mut french = ServiceFacts {
        name: both("", "Thé & causerie"),
        about: both("", "-Chaque semaine."),
        ..quiet.clone()
    };
    french.facts.cost_note = both("", "Gratuit pour les enfants");
    french.facts.hours_note = both("", "Lun-ven 9h-16h");
    french.facts.openness = Openness::Everyone;
    french.locations = places.last().copied().into_iter().collect();
    for new in [facts, quiet, funded, french] {
        add_service(&mut tx, &new).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// The table of the services as it leaves: its headings and its rows.
async fn table(site: &Site, query: &str) -> Vec<Vec<String>> {
    let got = site.get(&format!("/maple/api/hsds/services.csv{query}")).await;
    let book = sheets::read(&got.bytes, &sheets::Hint::default()).unwrap();
    let rows = book.rows(0).unwrap().map(Result::unwrap);
    rows.map(|row| (0..HEAD.len()).map(|at| row.text(at).into_owned()).collect()).collect()
}

fn written(rows: &[Vec<String>]) -> Vec<u8> {
    let mut csv = sheets::write::Csv::default();
    rows.iter().for_each(|row| csv.row(row.iter().map(sheets::write::Field::words)));
    csv.finish()
}

/// One of the two organizations, by its name.
fn who(ctx: &Ctx, n: usize) -> &'static str {
    let names = if ctx.lang == Lang::Fr {
        ["L’autre", "Le centre; nord"]
    } else {
        ["The other", "The centre; north"]
    };
    names[n % 2]
}

/// Another text for a cell of a column, by a number; none for columns that say what the row is about or that rows cannot change.
fn edited(ctx: &Ctx, column: &str, n: usize) -> Option<String> {
    fn pick<T: Copy>(all: &[T], n: usize) -> T {
        all[n % all.len()]
    }
    let known = needs();
    Some(match column {
        "id" | "changed" | "texts" => return None,
        "organization" => who(ctx, n).to_owned(),
        "status" => words::status(ctx, pick(&Status::ALL, n)),
        "stream" => words::stream(ctx, pick(&Stream::ALL, n)),
        "informal" | "holidays" | "wait-room" => yes_or_no(ctx, n.is_multiple_of(2)),
        "needs" => format!(
            "{}; {}",
            words::need(ctx, &known[n % known.len()]),
            words::need(ctx, &known[(n + 7) % known.len()])
        ),
        "phone" => format!("905-555-0{:03} ext. {}, line {n}\n613-555-0{:03}", n % 1_000, n + 1, n % 997),
        "mail" => format!("desk{n}@example.org"),
        "web" => format!("https://example.org/{n}"),
        "contacts" => {
            format!("Zed {n} (invented) | Intake |  | zed{n}@example.org | 905-555-0{:03}", n % 1_000)
        }
        "hours" => format!("MO,WE {:02}:00-17:30; {}SA 10:00-12:00", n % 10 + 6, n % 4 + 1),
        "language" => words::spoken(ctx, Spoken::all().nth(n % Spoken::all().count()).unwrap()),
        "interpretation" => words::interpretation(ctx, pick(&Interpretation::ALL[..3], n)),
        "cost" => words::cost(ctx, pick(&Cost::ALL[..3], n)),
        "open-to" => format!(
            "{}; {}",
            words::class(ctx, pick(&Class::ALL, n)),
            words::class(ctx, pick(&Class::ALL, n + 5))
        ),
        "age-from" => (n % 18).to_string(),
        "age-to" => (n % 30 + 60).to_string(),
        "papers-needed" => words::papers(ctx, pick(&Papers::ALL[..2], n)),
        "features" => format!(
            "{}; {}",
            words::feature(ctx, pick(&Feature::ALL, n)),
            words::feature(ctx, pick(&Feature::ALL, n + 3))
        ),
        "wait-days" => (n % 300).to_string(),
        "links" => format!("Page {n} | https://example.org/p/{n}\nhttps://example.org/q{n}"),
        "areas" => format!("Town {n} | all of it; and more\nValley {n}"),
        "place-web" | "access-web" => format!("https://example.org/place/{n}"),
        "wait-on" | "source-on" | "alert-until" => {
            date(2025, 1 + i8::try_from(n % 12).unwrap(), 1 + i8::try_from(n % 28).unwrap()).to_string()
        }
        "verified" => date(2026, 5, 1 + i8::try_from(n % 28).unwrap()).to_string(),
        "capacity" => format!("places | {n} | {} | evening | 2026-05-01 | https://example.org/u{n}", n + 3),
        "funding" => format!("City {n}\nFoundation {n}"),
        "province" => ["AB", "QC", "NS", "BC"][n % 4].to_owned(),
        "postal" => format!("K{}A {}B{}", n % 10, n / 10 % 10, n / 100 % 10),
        "north" => format!("4{}.{}5", n % 8 + 2, n % 99 + 1),
        "east" => format!("-8{}.{}5", n % 8, n % 99 + 1),
        "other-places" => format!("Barn {n} | {n} Long Road | | Maple | ON | L8R 2L3 | 43.1 | -79.{}", n + 1),
        "about" | "apply" | "papers" | "open-to-note" | "alert" => {
            format!("Line {n}; more.\n\nSecond “{n}” line")
        }
        "program" => format!("Program {n}\nWhat it is; {n}"),
        _ => format!("Words {n}; more"),
    })
}

/// What one changed cell changes beside itself, because a table says it of the same thing.
const TOGETHER: [(&str, &str); 13] = [
    // How long one waits is known with its day.
    ("wait-days", "wait-on"),
    ("wait-room", "wait-on"),
    // A list of papers says that they are needed, where nobody has said.
    ("papers", "papers-needed"),
    // A place without a name is called by its address.
    ("street", "place"),
    ("city", "place"),
    ("postal", "place"),
    // Of a service without a place the first other one is the first.
    ("other-places", "place"),
    ("other-places", "street"),
    ("other-places", "city"),
    ("other-places", "province"),
    ("other-places", "postal"),
    ("other-places", "north"),
    ("other-places", "east"),
];

platform::on_both! { rooms();
    async fn every_file_that_leaves_changes_nothing_when_it_comes_back(site) {
        furnish(site).await;
        for path in ["services.csv", "services.xlsx", "services.json", "package.zip"] {
            for query in ["", "?lang=fr"] {
                let got = site.get(&format!("/maple/api/hsds/{path}{query}")).await;
                let told = bring(site, path, got.bytes.to_vec()).await;
                assert_eq!((count(&told, Verdict::Same), told.taken, told.counts.len()), (4, None, 1), "{path}{query}: {told:?}");
            }
        }
    }

    async fn one_changed_cell_changes_that_field_and_no_other(site) {
        furnish(site).await;
        let ctx = site.ctx(site.coordinator());
        let ctx = Ctx { lang: Lang::En, ..ctx };
        for (at, (column, _)) in HEAD.iter().enumerate() {
            let before = table(site, "").await;
            let line = before.iter().position(|row| row[1] == "English class").unwrap();
            let Some(text) = (0..9).filter_map(|n| edited(&ctx, column, n)).find(|text| text != &before[line][at]) else { continue };
            let mut rows = before.clone();
            rows[line][at].clone_from(&text);
            let told = bring(site, "services.csv", written(&rows)).await;
            assert_eq!((count(&told, Verdict::Change), count(&told, Verdict::Same)), (1, 3), "{column}: {told:?}");
            let after = table(site, "").await;
            for was in &before {
                let now = after.iter().find(|row| row[0] == was[0]).unwrap();
                for (at, (other, _)) in HEAD.iter().enumerate() {
                    let is_meant = was[1] == "English class" && (other == column || *other == "changed" || TOGETHER.contains(&(column, other)));
                    assert!(is_meant || was[at] == now[at], "{column} changed {other}: {:?} became {:?}", was[at], now[at]);
                    assert!(was[1] != "English class" || other != column || was[at] != now[at], "{column} changed nothing");
                }
            }
            at_console::undo(&ctx, told.taken.unwrap()).await.unwrap();
            let mut undone = table(site, "").await;
            let changed = HEAD.iter().position(|(key, _)| *key == "changed").unwrap();
            undone[line][changed].clone_from(&before[line][changed]);
            assert_eq!(undone, before, "{column} is undone");
        }
        let places = site.get_as(&site.coordinator(), "/maple/work/directory/locations").await.body;
        assert!(places.contains("Shelter"), "what no file tells of stays");
    }

    async fn a_cell_that_cannot_be_read_is_refused_although_nothing_else_changes(site) {
        furnish(site).await;
        for (column, text) in [("phone", "12"), ("links", "Timetable"), ("place-web", "here"), ("postal", "12345")] {
            let mut rows = table(site, "").await;
            let at = HEAD.iter().position(|(key, _)| *key == column).unwrap();
            let line = rows.iter().position(|row| row[1] == "English class").unwrap();
            rows[line][at] = text.to_owned();
            let told = bring(site, "services.csv", written(&rows)).await;
            assert_eq!((count(&told, Verdict::Refuse), told.taken), (1, None), "{column}: {told:?}");
        }
    }

    async fn any_edit_of_any_cell_in_either_language_changes_that_field_alone(site) {
        furnish(site).await;
        let own = site.ctx(site.coordinator());
        for lang in Lang::OFFICIAL {
            let ctx = Ctx { lang, ..own.clone() };
            let rows = table(site, if lang == Lang::Fr { "?lang=fr" } else { "" }).await;
            let mapping = platform::batch::Mapping::default();
            let mut tx = own.read(can::KEEP_DIRECTORY).await.unwrap();
            let picture = super::super::picture(&own, &mut tx, &mapping).await.unwrap();
            tx.done().await.unwrap();
            let judge = std::cell::RefCell::new(super::super::judge::ServiceJudge::new(picture));
            let edits = (0..rows.len() - 1, 0..HEAD.len(), 0_usize..900);
            let config = ProptestConfig { cases: 400, ..ProptestConfig::default() };
            let judged = TestRunner::new(config).run(&edits, |(line, at, n)| {
                let column = HEAD[at].0;
                let Some(text) = edited(&ctx, column, n) else { return Ok(()) };
                let mut cells = rows[line + 1].clone();
                let is_other = own::cleaned(column, &text) != own::cleaned(column, &cells[at]);
                cells[at].clone_from(&text);
                let values: BTreeMap<&'static str, Vec<String>> = HEAD.iter().zip(&cells)
                    .filter(|(_, cell)| !cell.trim().is_empty())
                    .map(|((key, _), cell)| (*key, own::cleaned(key, cell)))
                    .collect();
                let mut judge = judge.borrow_mut();
                judge.forget_rows();
                let judged = platform::batch::Judge::judge(&mut *judge, &Given { number: 1, values });
                let changed: Vec<&str> = judged.findings.iter().filter(|one| ["exchange-becomes", "exchange-comes"].contains(&one.code.as_str()))
                    .filter_map(|one| one.column.as_deref()).collect();
                let alone = changed.iter().all(|other| *other == column || TOGETHER.contains(&(column, other)));
                prop_assert!(alone && judged.findings.iter().all(|one| !one.wrong || ["age-from", "age-to", "north", "east"].contains(&column)), "{} = {}: {:?}", column, text, judged.findings);
                let told = judged.findings.iter().any(|one| one.wrong || one.code == "exchange-left-out");
                prop_assert!(changed.contains(&column) || !is_other || told || TOGETHER.iter().any(|(one, other)| *other == column || *one == column && !changed.is_empty()), "{} = {}: {:?}", column, text, judged.findings);
                if !is_other {
                    prop_assert_eq!(judged.verdict, Verdict::Same, "{}", column);
                }
                Ok(())
            });
            judged.unwrap();
        }
    }
}

#[test]
fn every_heading_that_leaves_is_known_when_it_comes_back() {
    let fold = sheets::fold::fold_heading;
    let says = |words: &str| -> Vec<&str> {
        let known =
            |column: &&platform::batch::Column| column.headings.iter().any(|one| fold(one) == fold(words));
        IMPORTER.columns.iter().filter(known).map(|column| column.key).collect()
    };
    let files = [include_str!("../../../../words/en.ftl"), include_str!("../../../../words/fr.ftl")];
    for (key, label) in HEAD {
        for file in files {
            let line = file.lines().find_map(|line| line.strip_prefix(&format!("{label} = "))).unwrap();
            assert_eq!(says(line), [key], "{label}: {line}");
        }
    }
}
