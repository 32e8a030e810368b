//! Changes of records that are kept: worked out beforehand, written in one moment or not at all, and taken back to the letter.

use super::{compared, count, press};
use crate::{
    NewOrganization,
    importing::{IMPORTER, PEOPLE, PeopleChanges, changing::Changes},
    tests::{found, keep, named},
};
use platform::{
    batch::{
        self, BatchId, Changing, Importer, Line, Moved, Stopped, Verdict,
        at_console::{self, Brought},
    },
    ctx::Ctx,
    db::Tx,
    errors::Result,
    manifest::{Fut, Manifest},
    sql,
    testing::Site,
};
use proptest::{prelude::*, sample::select, strategy::ValueTree, test_runner::TestRunner};
use std::sync::atomic::{AtomicU64, Ordering};

/// The rooms with this importer of partners.
pub(super) fn with(importer: Importer) -> Vec<Manifest> {
    vec![areas::manifest(), Manifest { importers: vec![importer, PEOPLE], ..crate::manifest() }]
}

/// Everything that is kept about organizations and people, each row as words; how often a record was written does not count, and a
/// sector that was shown stays on the list.
pub(super) async fn everything(ctx: &Ctx) -> Vec<String> {
    const KEPT: [&str; 6] = [
        "SELECT slug || '|' || CAST(name AS text) || '|' || sort_en || '|' || sort_fr || '|' || search_key || '|' || COALESCE(CAST(sector_id AS text), '')
           || '|' || CAST(formal AS text) || '|' || COALESCE(CAST(area_id AS text), '') || '|' || visibility || '|' || COALESCE(CAST(joined_on AS text), '')
           || '|' || COALESCE(CAST(left_on AS text), '') || '|' || CAST(about AS text) || '|' || note FROM organization WHERE partnership_id = $1",
        "SELECT CAST(organization_id AS text) || '|' || language || '|' || CAST(place AS text) FROM organization_language WHERE partnership_id = $1",
        "SELECT name || '|' || search_key || '|' || lang || '|' || visibility || '|' || note FROM person WHERE partnership_id = $1",
        "SELECT CAST(person_id AS text) || '|' || CAST(organization_id AS text) || '|' || CAST(title AS text) || '|' || CAST(from_on AS text)
           FROM speaker WHERE partnership_id = $1",
        "SELECT COALESCE(CAST(person_id AS text), '') || '|' || COALESCE(CAST(organization_id AS text), '') || '|' || kind || '|' || value || '|' || visibility
           FROM contact_point WHERE partnership_id = $1",
        "SELECT CAST(person_id AS text) || '|' || purpose || '|' || basis || '|' || how || '|' || wording FROM consent WHERE partnership_id = $1",
    ];
    let mut tx = ctx.read(crate::can::SEE_PARTNERS).await.unwrap();
    let here = tx.partnership().unwrap();
    let mut all = Vec::new();
    for text in KEPT {
        let mut rows: Vec<(String,)> = sql!(&mut tx, all(String,), text, here).unwrap();
        rows.sort();
        all.extend(rows.into_iter().map(|(row,)| row));
        all.push("--".into());
    }
    tx.done().await.unwrap();
    all
}

/// Changes a note in the way that a form does.
pub(super) async fn note(tx: &mut Tx, slug: &str, note: &str) {
    let kept = crate::organization_by_slug(tx, crate::Reader::Staff, slug).await.unwrap().unwrap();
    let after = NewOrganization { note: note.into(), ..kept.facts() };
    crate::store::organizations::change_organization(tx, "organization.changed", &kept, &after)
        .await
        .unwrap();
}

/// Two organizations that change, one of them only by how it is reached, with somebody new and somebody known; and one that is new.
pub(super) const SHEET: &str = "Name,Notes,E-mail,Contact\nMaple Homes,called in spring,,Ana Diaz\nBirch Choir,,birch@example.org,\nElm Kitchen,,,\n";

/// The real changes, with something that happens between working them out and writing them.
pub(super) struct Between<C, F>(pub C, pub F);

impl<C: Changing, F: for<'a> Fn(&'a mut Tx) -> Fut<'a, Result<()>> + Send + Sync> Changing for Between<C, F> {
    fn prepare<'a>(
        &'a mut self,
        ctx: &'a Ctx,
        tx: &'a mut Tx,
        batch: BatchId,
        lines: &'a [Line],
    ) -> Fut<'a, Result<Vec<batch::Changed>, Stopped>> {
        self.0.prepare(ctx, tx, batch, lines)
    }

    fn write<'a>(&'a mut self, ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<(), Moved>> {
        Box::pin(async move {
            (self.1)(tx).await.map_err(|why| (None, why))?;
            self.0.write(ctx, tx).await
        })
    }
}

/// The most statements that the changes of one import took while others waited, written or taken back.
static MOST_ASKED: AtomicU64 = AtomicU64::new(0);

/// The real changes, counting what writing them takes.
struct Counted<C>(C);

impl<C: Changing> Changing for Counted<C> {
    fn prepare<'a>(
        &'a mut self,
        ctx: &'a Ctx,
        tx: &'a mut Tx,
        batch: BatchId,
        lines: &'a [Line],
    ) -> Fut<'a, Result<Vec<batch::Changed>, Stopped>> {
        self.0.prepare(ctx, tx, batch, lines)
    }

    fn write<'a>(&'a mut self, ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<(), Moved>> {
        Box::pin(async move {
            let before = tx.asked();
            let written = self.0.write(ctx, tx).await;
            MOST_ASKED.fetch_max(tx.asked() - before, Ordering::Relaxed);
            written
        })
    }
}

/// Both importers, counting what their changes take.
fn counted() -> Vec<Manifest> {
    let partners = Importer {
        changing: || Box::new(Counted(Changes::default())),
        revert: |ctx, tx, all| Box::pin(reverted(IMPORTER, ctx, tx, all)),
        ..IMPORTER
    };
    let people = Importer {
        changing: || Box::new(Counted(PeopleChanges::default())),
        revert: |ctx, tx, all| Box::pin(reverted(PEOPLE, ctx, tx, all)),
        ..PEOPLE
    };
    vec![areas::manifest(), Manifest { importers: vec![partners, people], ..crate::manifest() }]
}

async fn reverted(of: Importer, ctx: &Ctx, tx: &mut Tx, all: &[Vec<Line>]) -> Result<Vec<bool>> {
    let before = tx.asked();
    let done = (of.revert)(ctx, tx, all).await;
    MOST_ASKED.fetch_max(tx.asked() - before, Ordering::Relaxed);
    done
}

platform::on_both! { counted();
    async fn many_changes_keep_others_for_few_statements(site) {
        let names: Vec<String> = (0..300).map(|n| format!("Society {n}")).collect();
        let all: Vec<NewOrganization> = names.iter().enumerate().map(|(n, name)| named(&format!("s-{n}"), name)).collect();
        keep(site, &all).await;
        let ctx = site.ctx(site.coordinator());
        let rows = |row: &dyn Fn(usize, &String) -> String| names.iter().enumerate().map(|(n, name)| row(n, name)).collect::<String>();
        let known = rows(&|n, name| format!("{name},Person {n},p{n}@example.org\n"));
        let known = format!("Name,Contact,E-mail\n{known}");
        at_console::import(&ctx, "partners", Brought::new("a.csv", known)).await.unwrap().taken.unwrap();
        let before = everything(&ctx).await;
        let partners = rows(&|n, name| format!("{name},called,French,Person {n},p{n}@example.org,613 555-0199\n"));
        let people = rows(&|n, _| format!("Person {n},Society 7,Chair,p{n}@example.org,met,French,yes,partner-requests,paper,I agree.\n"));
        let partners = format!("Name,Notes,Languages,Contact,E-mail,Phone\n{partners}");
        let people = format!("Name,Organization,Role,E-mail,Notes,Language,Consent,Purpose,How,Wording\n{people}");
        for (what, sheet) in [("partners", partners), ("people", people)] {
            let told = at_console::import(&ctx, what, Brought::new("b.csv", sheet)).await.unwrap();
            assert_eq!(count(&told, Verdict::Change), 300, "{what}: {:?}", told.refused.first());
            at_console::undo(&ctx, told.taken.unwrap()).await.unwrap();
            assert_eq!(everything(&ctx).await, before, "{what}");
        }
        let most = MOST_ASKED.load(Ordering::Relaxed);
        assert!((1..80).contains(&most), "{most} statements while others waited");
    }
}

platform::on_both! { vec![areas::manifest(), crate::manifest()];
    async fn a_thousand_changes_come_in_one_import_and_go_in_one_undo(site) {
        let names: Vec<String> = (0..1_000).map(|n| format!("Society {n}")).collect();
        let all: Vec<NewOrganization> = names.iter().enumerate().map(|(n, name)| named(&format!("s-{n}"), name)).collect();
        keep(site, &all).await;
        let ctx = site.ctx(site.coordinator());
        let before = everything(&ctx).await;
        let rows: String = names.iter().enumerate().map(|(n, name)| format!("{name},called,French,s{n}@example.org\n")).collect();
        let sheet = format!("Name,Notes,Languages,E-mail\n{rows}");
        let told = at_console::import(&ctx, "partners", Brought::new("a.csv", sheet)).await.unwrap();
        assert_eq!(count(&told, Verdict::Change), 1_000, "{:?}", told.refused.first());
        let kept = found(site, "s-999").await.unwrap();
        assert_eq!((kept.note.as_str(), kept.langs.0.len(), kept.version), ("called", 1, 2));
        at_console::undo(&ctx, told.taken.unwrap()).await.unwrap();
        assert_eq!(everything(&ctx).await, before);
    }

    async fn a_record_that_changes_after_the_check_stops_the_whole_sheet(site) {
        keep(site, &[named("maple", "Maple Homes"), named("birch", "Birch Choir")]).await;
        let ctx = site.ctx(site.coordinator());
        let address = compared(site, SHEET, &[]).await;
        let mut tx = ctx.write(crate::can::DECIDE_PARTNERS).await.unwrap();
        note(&mut tx, "birch", "hers").await;
        tx.commit().await.unwrap();
        let before = everything(&ctx).await;
        press(site, &address, "/taking").await;
        let page = site.get_as(&site.coordinator(), &address).await.body;
        assert!(page.contains("has changed since it was compared"), "{page}");
        assert_eq!(everything(&ctx).await, before);
    }
}

/// A row about one of few organizations, so that several rows mean the same one.
fn row() -> impl Strategy<Value = String> {
    let names = select(&["Maple Homes", "Birch Choir", "Cedar Centre", "Elm Kitchen"][..]);
    let notes = select(&["", "first", "second", "first"][..]);
    let langs = select(&["", "French", "Arabic", "\"English, French\""][..]);
    let sectors = select(&["", "Library", "Choirs and song"][..]);
    let people = select(&["", "Ana Diaz", "Bo Chen", "Dana Roy"][..]);
    let mails = select(&["", "ana@example.org", "bo@example.org", "new@example.org"][..]);
    let phones = select(&["", "613 555-0101", "613 555-0102"][..]);
    (names, notes, langs, sectors, people, mails, phones).prop_map(
        |(name, note, langs, sector, person, mail, phone)| {
            format!("{name},{note},{langs},{sector},{person},{mail},{phone}\n")
        },
    )
}

/// A row about one of few people.
fn person() -> impl Strategy<Value = String> {
    let who = select(
        &[
            "Ana Diaz,Maple Homes,,ana@example.org",
            "Ana Diaz,Birch Choir,Chair,ana@example.org",
            "Bo Chen,Birch Choir,,",
            "Bo Chen,Cedar Centre,Clerk,bo2@example.org",
            "Elif Kaya,Maple Homes,,elif@example.org",
        ][..],
    );
    let langs = select(&["", "French", "English"][..]);
    let notes = select(&["", "met in May"][..]);
    let said = select(
        &[
            ",,,",
            "yes,partner-requests,paper,I agree.",
            "no,All mail,by-phone,",
            "no,partner-requests,by-phone,",
        ][..],
    );
    (who, langs, notes, said).prop_map(|(who, lang, note, said)| format!("{who},{lang},{note},{said}\n"))
}

/// The first sheet that came in and whose undo does not leave everything as it was, with what differs; and how many changed something.
async fn goes_again(importer: Importer) -> (Option<String>, usize) {
    let mut runner = TestRunner::deterministic();
    let site = Site::sqlite(with(importer)).await;
    keep(
        &site,
        &[named("maple", "Maple Homes"), named("birch", "Birch Choir"), named("cedar", "Cedar Centre")],
    )
    .await;
    let ctx = site.ctx(site.coordinator());
    let known = "Name,Contact,E-mail\nMaple Homes,Ana Diaz,ana@example.org\nBirch Choir,Bo Chen,\n";
    at_console::import(&ctx, "partners", Brought::new("a.csv", known)).await.unwrap().taken.unwrap();
    let before = everything(&ctx).await;
    let (partners, people) = (prop::collection::vec(row(), 1..7), prop::collection::vec(person(), 1..7));
    let mut changed = 0;
    for case in 0..super::properties::cases() * 4 {
        let (what, sheet) = if case % 2 == 0 {
            let rows = partners.new_tree(&mut runner).unwrap().current().concat();
            ("partners", format!("Name,Notes,Languages,Sector,Contact,E-mail,Phone\n{rows}"))
        } else {
            let rows = people.new_tree(&mut runner).unwrap().current().concat();
            (
                "people",
                format!("Name,Organization,Role,E-mail,Language,Notes,Consent,Purpose,How,Wording\n{rows}"),
            )
        };
        let told = at_console::import(&ctx, what, Brought::new("b.csv", sheet.clone())).await.unwrap();
        let Some(batch) = told.taken else {
            assert_eq!(everything(&ctx).await, before, "what does not come in leaves nothing: {sheet}");
            continue;
        };
        let now = everything(&ctx).await;
        changed += usize::from(now != before && count(&told, Verdict::Change) > 0);
        at_console::undo(&ctx, batch).await.unwrap();
        let after = everything(&ctx).await;
        if after != before {
            let more: Vec<_> = after.iter().filter(|row| !before.contains(row)).collect();
            let less: Vec<_> = before.iter().filter(|row| !after.contains(row)).collect();
            return (Some(format!("{sheet}\nmore: {more:#?}\nless: {less:#?}")), changed);
        }
    }
    site.end().await;
    (None, changed)
}

#[tokio::test]
async fn a_sheet_that_came_in_and_was_undone_leaves_every_record_as_it_was() {
    let (differs, changed) = goes_again(IMPORTER).await;
    assert_eq!(differs, None);
    assert!(changed > 0, "some sheets change something");
    let forgets = Importer { revert: |_, _, all| Box::pin(async { Ok(vec![true; all.len()]) }), ..IMPORTER };
    assert!(
        goes_again(forgets).await.0.is_some(),
        "when nothing is taken back, the question has the other answer"
    );
}
