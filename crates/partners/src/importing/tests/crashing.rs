//! Imports whose power goes in the middle: what was half done is found, deleted and begun anew, and no row is lost.

use super::{
    changing::{Between, SHEET, everything, with},
    compared, confirmed,
    meeting::{GONE_SINCE, how_many, id_in, page_of, somebody},
    press,
};
use crate::{
    importing::{IMPORTER, changing::Changes},
    tests::{found, keep, named},
};
use platform::{
    authority::Caller,
    batch::{Importer, at_console},
    db::Tx,
    errors::{Error, Result},
    manifest::Fut,
    personal::Why,
    sql,
    testing::Site,
};

/// Fails while no import is older than so many seconds: the power went, and then it is back.
async fn power_after(tx: &mut Tx, seconds: i64) -> Result<()> {
    let (here, before) = (tx.partnership()?, tx.now().plus_seconds(-seconds));
    let old = "SELECT count(*) FROM batch WHERE partnership_id = $1 AND begun_at <= $2";
    match sql!(tx, value i64, old, here, before)? {
        0 => Err(Error::failed("the power went")),
        _ => Ok(()),
    }
}

/// The power is back after a minute.
fn power(tx: &mut Tx) -> Fut<'_, Result<()>> {
    Box::pin(power_after(tx, 60))
}

/// The importer of partners that stops once all is worked out, until the power is back.
fn stopping() -> Importer {
    Importer { changing: || Box::new(Between(Changes::default(), power)), ..IMPORTER }
}

/// One that is stopped for a reason that is about no row, and stops a second time when what it had laid is deleted.
fn stopping_twice() -> Importer {
    fn is_stopped(tx: &mut Tx) -> Fut<'_, Result<()>> {
        Box::pin(async { power(tx).await.map_err(|_| Error::NotFound) })
    }
    Importer {
        changing: || Box::new(Between(Changes::default(), is_stopped)),
        clear: |ctx, tx, batch, limit| {
            Box::pin(async move {
                let gone = (IMPORTER.clear)(ctx, tx, batch, limit).await?;
                if gone == 0 {
                    power(tx).await?;
                }
                Ok(gone)
            })
        },
        ..IMPORTER
    }
}

/// One that is stopped once all is worked out and, when that is begun anew a minute later, while what was laid is deleted.
fn stopping_again() -> Importer {
    Importer {
        clear: |ctx, tx, batch, limit| {
            Box::pin(async move {
                let gone = (IMPORTER.clear)(ctx, tx, batch, limit).await?;
                if gone == 0 {
                    power_after(tx, 600).await?;
                }
                Ok(gone)
            })
        },
        ..stopping()
    }
}

/// A minute later the server goes on with what lies there.
async fn power_is_back(site: &Site) {
    site.app.clock.advance(120);
    platform::jobs::run_due(&site.app).await.unwrap();
}

platform::on_both! { with(stopping());
    async fn what_changes_is_worked_out_out_of_sight_and_begun_anew_after_an_interruption(site) {
        keep(site, &[named("maple", "Maple Homes"), named("birch", "Birch Choir")]).await;
        let address = compared(site, SHEET, &[]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 500);
        // All is worked out and laid, and nobody sees anything of it.
        assert_eq!(found(site, "maple").await.unwrap().note, "");
        assert!(found(site, "elm-kitchen").await.is_none());
        assert!(!page_of(site, "/maple/work/partners/maple").await.contains("Ana Diaz"));
        assert!(!page_of(site, "/maple/work/partners/birch").await.contains("birch@example.org"));
        assert!(!page_of(site, "/maple/work/people").await.contains("Ana Diaz"));
        // The job finds a half-done import, lays it anew, once, and ends it.
        power_is_back(site).await;
        assert_eq!(found(site, "maple").await.unwrap().note, "called in spring");
        assert!(found(site, "elm-kitchen").await.is_some() && found(site, "elm-kitchen-2").await.is_none());
        assert!(page_of(site, "/maple/work/partners/birch").await.contains("birch@example.org"));
        assert_eq!(page_of(site, "/maple/work/people?as=csv").await.matches("Ana Diaz").count(), 1);
    }

    async fn an_erasure_while_a_sheet_is_laid_takes_its_row_out_and_the_others_come_in(site) {
        keep(site, &[named("maple", "Maple Homes"), named("birch", "Birch Choir")]).await;
        let ctx = site.ctx(site.coordinator());
        let ana = somebody(&ctx, "Ana Diaz", "ana@example.org").await;
        let sheet = "Name,Notes,E-mail,Contact\nMaple Homes,hers,ana@example.org,Ana Diaz\nBirch Choir,theirs,,\nElm Kitchen,,,\n";
        let address = compared(site, sheet, &[]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 500);
        let program = site.ctx(Caller::Job(crate::jobs::EMPTY_BIN.kind));
        assert_eq!(crate::erase_again(&program, &[(ana.0, Why::Asked)]).await.unwrap(), 1);
        power_is_back(site).await;
        assert_eq!(found(site, "birch").await.unwrap().note, "theirs", "{}", page_of(site, &address).await);
        assert_eq!(found(site, "maple").await.unwrap().note, "", "her row says nothing any more");
        assert!(found(site, "elm-kitchen").await.is_some());
        assert!(!everything(&ctx).await.concat().contains("ana@example.org"));
    }
}

platform::on_both! { with(stopping_twice());
    async fn a_crash_while_what_was_laid_is_deleted_loses_no_row(site) {
        keep(site, &[named("maple", "Maple Homes"), named("birch", "Birch Choir")]).await;
        let ctx = site.ctx(site.coordinator());
        somebody(&ctx, "Bo Chen", "bo@example.org").await;
        let before = everything(&ctx).await;
        let address = compared(site, &format!("{SHEET}Ash Circle,,bo@example.org,Bo Chen\n"), &[]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 500);
        power_is_back(site).await;
        // A reason that is about no row stands at the first that changes something.
        let page = page_of(site, &address).await;
        assert!(page.contains(GONE_SINCE), "{page}");
        assert_eq!(everything(&ctx).await, before);
        confirmed(site, &address, &[]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 303);
        assert_eq!(found(site, "maple").await.unwrap().note, "called in spring");
        assert!(found(site, "elm-kitchen").await.is_some());
        assert!(page_of(site, "/maple/work/partners/ash-circle").await.contains("Bo Chen"));
        at_console::undo(&ctx, id_in(&address)).await.unwrap();
        assert_eq!(everything(&ctx).await, before);
    }
}

platform::on_both! { with(stopping_again());
    async fn a_second_crash_while_a_half_done_import_is_begun_anew_loses_no_row(site) {
        keep(site, &[named("maple", "Maple Homes"), named("birch", "Birch Choir")]).await;
        let ctx = site.ctx(site.coordinator());
        somebody(&ctx, "Bo Chen", "bo@example.org").await;
        let before = everything(&ctx).await;
        let address = compared(site, &format!("{SHEET}Ash Circle,,bo@example.org,Bo Chen\n"), &[]).await;
        assert_eq!(press(site, &address, "/taking").await.status, 500);
        power_is_back(site).await;
        assert_eq!(everything(&ctx).await, before, "{}", page_of(site, &address).await);
        site.app.clock.advance(7_200);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert_eq!(found(site, "maple").await.unwrap().note, "called in spring", "{}", page_of(site, &address).await);
        assert!(found(site, "elm-kitchen").await.is_some() && found(site, "elm-kitchen-2").await.is_none());
        assert!(page_of(site, "/maple/work/partners/ash-circle").await.contains("Bo Chen"));
        assert_eq!(how_many(&ctx, "Ana Diaz").await, 1);
        let ctx = site.ctx(site.coordinator());
        at_console::undo(&ctx, id_in(&address)).await.unwrap();
        assert_eq!(everything(&ctx).await, before);
    }
}
