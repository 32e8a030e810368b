//! Imports that meet something: another run of themselves, whoever changes a record meanwhile.

use super::{
    changing::{Between, SHEET, everything, note, with},
    compared, press,
};
use crate::{
    ContactKind, NewContactPoint, NewPerson, NewSpeaker, PersonId, Visibility,
    importing::{IMPORTER, PEOPLE, PeopleChanges as People, changing::Changes},
    tests::{found, keep, named},
};
use platform::{
    batch::{
        BatchId, Changed, Changing, Importer, Line, Moved, Stopped,
        at_console::{self, Brought},
        engine,
    },
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    langs::Lang,
    manifest::{Fut, Manifest},
    sql,
    testing::Site,
    text::Text,
};
use std::time::Duration;

pub(super) const GONE_SINCE: &str = "has changed since it was compared";

/// The rooms with this importer of people.
fn with_people(importer: Importer) -> Vec<Manifest> {
    vec![areas::manifest(), Manifest { importers: vec![IMPORTER, importer], ..crate::manifest() }]
}

/// Somebody who is kept, with an address of her own.
pub(super) async fn somebody(ctx: &Ctx, name: &str, mail: &str) -> PersonId {
    let mut tx = ctx.write(crate::can::DECIDE_PARTNERS).await.unwrap();
    let id = crate::add_person(&mut tx, &NewPerson::new(name, Lang::En)).await.unwrap();
    let (person, organization) = (Some(id), None);
    let (kind, value, visibility) = (ContactKind::Mail, mail.to_owned(), Visibility::Staff);
    let new = NewContactPoint { person, organization, kind, value, visibility };
    crate::add_contact(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

pub(super) async fn how_many(ctx: &Ctx, name: &str) -> i64 {
    let mut tx = ctx.read(crate::can::SEE_PARTNERS).await.unwrap();
    let here = tx.partnership().unwrap();
    let text = "SELECT count(*) FROM kept_person WHERE partnership_id = $1 AND name = $2";
    let n = sql!(&mut tx, value i64, text, here, name).unwrap();
    tx.done().await.unwrap();
    n
}

pub(super) fn id_in(address: &str) -> BatchId {
    BatchId(address.rsplit('/').next().unwrap().parse().unwrap())
}

pub(super) async fn page_of(site: &Site, address: &str) -> String {
    site.get_as(&site.coordinator(), address).await.body
}

platform::on_both! { vec![areas::manifest(), crate::manifest()];
    async fn who_began_and_stopped_to_speak_today_stops_no_sheet(site) {
        keep(site, &[named("maple", "Maple Homes")]).await;
        let ctx = site.ctx(site.coordinator());
        let person = somebody(&ctx, "Bo Chen", "bo@example.org").await;
        let organization = found(site, "maple").await.unwrap().id;
        let mut tx = ctx.write(crate::can::DECIDE_PARTNERS).await.unwrap();
        let (title, from_on) = (Text::default(), ctx.today());
        crate::speaks_for(&mut tx, &NewSpeaker { person, organization, title, from_on, to_on: Some(from_on) }).await.unwrap();
        tx.commit().await.unwrap();
        let sheet = "Name,Notes,E-mail,Contact\nMaple Homes,met,bo@example.org,Bo Chen\n";
        let told = at_console::import(&ctx, "partners", Brought::new("a.csv", sheet)).await.unwrap();
        assert!(told.taken.is_some(), "{told:?}");
        assert_eq!(found(site, "maple").await.unwrap().note, "met");
    }

    async fn an_undo_leaves_what_somebody_has_changed_since(site) {
        keep(site, &[named("maple", "Maple Homes"), named("birch", "Birch Choir")]).await;
        let ctx = site.ctx(site.coordinator());
        somebody(&ctx, "Bo Chen", "bo@example.org").await;
        let sheet = "Name,Position,E-mail,Contact\nMaple Homes,Clerk,bo@example.org,Bo Chen\nBirch Choir,Clerk,bo@example.org,Bo Chen\n";
        let told = at_console::import(&ctx, "partners", Brought::new("a.csv", sheet)).await.unwrap();
        let maple = found(site, "maple").await.unwrap().id;
        let titles = async || {
            let mut tx = ctx.read(crate::can::SEE_PARTNERS).await.unwrap();
            let here = tx.partnership().unwrap();
            let text = "SELECT organization_id, CAST(title AS text) FROM speaker WHERE partnership_id = $1";
            let rows: Vec<(crate::OrganizationId, String)> = sql!(&mut tx, all(crate::OrganizationId, String), text, here).unwrap();
            tx.done().await.unwrap();
            rows
        };
        assert_eq!(titles().await.len(), 2);
        let mut tx = ctx.write(crate::can::DECIDE_PARTNERS).await.unwrap();
        let chair = Text::default().with(Lang::En, "Chair", ctx.today());
        let here = tx.partnership().unwrap();
        sql!(&mut tx, run, "UPDATE speaker SET title = $1 WHERE partnership_id = $2 AND organization_id = $3", chair, here, maple).unwrap();
        tx.commit().await.unwrap();
        at_console::undo(&ctx, told.taken.unwrap()).await.unwrap();
        let left = titles().await;
        assert!(matches!(&left[..], [(of, title)] if *of == maple && title.contains("Chair")), "{left:?}");
    }
}

/// The real changes, each step of which lasts a moment: on one file nobody else has a turn while statements run where they stand.
#[derive(Default)]
struct Slowly(Changes);

impl Changing for Slowly {
    fn prepare<'a>(
        &'a mut self,
        ctx: &'a Ctx,
        tx: &'a mut Tx,
        batch: BatchId,
        lines: &'a [Line],
    ) -> Fut<'a, Result<Vec<Changed>, Stopped>> {
        Box::pin(async move {
            tokio::time::sleep(Duration::from_millis(5)).await;
            self.0.prepare(ctx, tx, batch, lines).await
        })
    }

    fn write<'a>(&'a mut self, ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<(), Moved>> {
        self.0.write(ctx, tx)
    }
}

fn slowly() -> Importer {
    Importer {
        changing: || Box::new(Slowly::default()),
        lay: |ctx, tx, batch, lines| {
            Box::pin(async move {
                tokio::time::sleep(Duration::from_millis(5)).await;
                (IMPORTER.lay)(ctx, tx, batch, lines).await
            })
        },
        ..IMPORTER
    }
}

platform::on_both! { with(slowly());
    async fn two_runs_at_once_take_a_sheet_in_once(site) {
        keep(site, &[named("maple", "Maple Homes"), named("birch", "Birch Choir")]).await;
        let ctx = site.ctx(site.coordinator());
        let before = everything(&ctx).await;
        for later in [0, 1, 3, 6, 10, 15, 25] {
            let id = id_in(&compared(site, SHEET, &[]).await);
            let mut tx = ctx.write(crate::can::DECIDE_PARTNERS).await.unwrap();
            platform::batch::begin_for_tests(&ctx, &mut tx, id).await.unwrap();
            tx.commit().await.unwrap();
            let second = async {
                tokio::time::sleep(Duration::from_millis(later)).await;
                engine::go_on(&ctx, id).await
            };
            let both = tokio::join!(engine::go_on(&ctx, id), second);
            assert!(matches!(both, (Ok(()), Ok(()) | Err(Error::Stale)) | (Err(Error::Stale), Ok(()))), "{both:?}");
            assert_eq!(found(site, "maple").await.unwrap().note, "called in spring");
            assert_eq!(how_many(&ctx, "Ana Diaz").await, 1, "the second began {later} ms after the first");
            at_console::undo(&ctx, id).await.unwrap();
            assert_eq!(everything(&ctx).await, before);
        }
    }

    async fn at_the_console_a_long_sheet_comes_in_while_the_server_is_at_it_too(site) {
        let ctx = site.ctx(site.coordinator());
        let rows: String = (0..700).map(|n| format!("Society {n},Ana {n}\n")).collect();
        let server = async {
            loop {
                platform::jobs::run_due(&site.app).await.unwrap();
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let came = at_console::import(&ctx, "partners", Brought::new("a.csv", format!("Name,Contact\n{rows}")));
        let told = tokio::select! { told = came => told.unwrap(), () = server => unreachable!() };
        assert!(told.taken.is_some(), "{told:?}");
        assert!(found(site, "society-0").await.is_some() && found(site, "society-699").await.is_some());
        assert_eq!(how_many(&ctx, "Ana 699").await, 1);
    }
}

/// Her change is not of the import's transaction in life; that it came before the import's own is what counts here.
fn somebody_writes(tx: &mut Tx) -> Fut<'_, Result<()>> {
    Box::pin(async {
        note(tx, "birch", "hers").await;
        Ok(())
    })
}

fn written_to() -> Importer {
    Importer { changing: || Box::new(Between(Changes::default(), somebody_writes)), ..IMPORTER }
}

platform::on_both! { with(written_to());
    async fn a_record_that_changes_between_working_out_and_writing_stops_the_whole_sheet(site) {
        keep(site, &[named("maple", "Maple Homes"), named("birch", "Birch Choir")]).await;
        let ctx = site.ctx(site.coordinator());
        let before = everything(&ctx).await;
        let address = compared(site, SHEET, &[]).await;
        press(site, &address, "/taking").await;
        let page = page_of(site, &address).await;
        assert!(page.contains(GONE_SINCE), "{page}");
        assert_eq!(everything(&ctx).await, before, "all or nothing");
    }
}

/// Somebody changes the note about a person, or puts an organization into the bin.
fn somebody_notes(tx: &mut Tx) -> Fut<'_, Result<()>> {
    Box::pin(async {
        let here = tx.partnership()?;
        sql!(tx, run, "UPDATE person SET note = 'hers', version = version + 1 WHERE partnership_id = $1 AND name = 'Ana Diaz'", here).map(drop)
    })
}

fn somebody_bins(tx: &mut Tx) -> Fut<'_, Result<()>> {
    Box::pin(async {
        let (here, now) = (tx.partnership()?, tx.now());
        sql!(
            tx,
            run,
            "UPDATE organization SET binned_at = $2 WHERE partnership_id = $1 AND slug = 'birch'",
            here,
            now
        )
        .map(drop)
    })
}

fn noted() -> Importer {
    Importer { changing: || Box::new(Between(People::default(), somebody_notes)), ..PEOPLE }
}

fn binned() -> Importer {
    Importer { changing: || Box::new(Between(People::default(), somebody_bins)), ..PEOPLE }
}

/// What is said of the rows of a sheet of two people who are kept.
async fn told_of_two(site: &Site) -> Vec<(i64, String)> {
    keep(site, &[named("birch", "Birch Choir")]).await;
    let ctx = site.ctx(site.coordinator());
    somebody(&ctx, "Bo Chen", "bo@example.org").await;
    somebody(&ctx, "Ana Diaz", "ana@example.org").await;
    let before = everything(&ctx).await;
    let sheet = "Name,Organization,E-mail,Notes\nBo Chen,,bo@example.org,met\nAna Diaz,Birch Choir,ana@example.org,\n";
    let sheet = sheet.replace("example.org,\n", "example.org,met\n");
    let told = at_console::import(&ctx, "people", Brought::new("a.csv", sheet)).await.unwrap();
    assert_eq!((told.taken, everything(&ctx).await), (None, before), "{told:?}");
    told.refused
}

platform::on_both! { with_people(noted());
    async fn somebody_whose_record_changes_between_working_out_and_writing_stops_the_whole_sheet(site) {
        let refused = told_of_two(site).await;
        assert!(matches!(&refused[..], [(3, why)] if why.contains(GONE_SINCE)), "{refused:?}");
    }
}

platform::on_both! { with_people(binned());
    async fn an_organization_that_goes_between_working_out_and_writing_stops_the_row_that_names_it(site) {
        let refused = told_of_two(site).await;
        assert!(matches!(&refused[..], [(3, why)] if why.contains(GONE_SINCE)), "{refused:?}");
    }
}
