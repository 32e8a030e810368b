//! The messy sheet of the demo, brought in as a visitor would: partners, people, seats, and who is missing afterwards.

use crate::{
    pages::MESSY_SHEET,
    world::load::{BUILD, build},
};
use platform::{
    authority::Caller,
    batch::{
        Verdict,
        at_console::{Brought, import, undo},
    },
    ctx::Ctx,
};

/// Rows from here on mean organizations that Portage Falls knows under another spelling: a person answers for these.
const ASKED: &[u8] = b"Riverside Settlement Centre";

fn without_what_is_asked() -> Vec<u8> {
    let at = MESSY_SHEET.windows(ASKED.len()).position(|part| part == ASKED).expect("a row of that name");
    MESSY_SHEET[..at].to_vec()
}

/// The sheet after a person has answered for the two that are asked about: they are those that are known.
fn answered() -> Vec<u8> {
    let known = with(MESSY_SHEET, b"Chamber of Comerce", b"Chamber of Commerce");
    with(&known, b"Hilltop Neighbors", b"Hilltop Neighbours")
}

/// The bytes with one piece in the place of another: the sheet is in the letters of an old program.
fn with(sheet: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let at = sheet.windows(old.len()).position(|part| part == old).expect("a row of that name");
    [&sheet[..at], new, &sheet[at + old.len()..]].concat()
}

/// How many organizations and seats there are.
async fn counts(ctx: &Ctx) -> (usize, usize) {
    let mut tx = ctx.read(BUILD).await.expect("a transaction");
    let organizations = partners::organizations_to_choose(&mut tx, partners::Reader::Staff, ctx.lang).await;
    let mut seats = 0;
    for body in councils::councils(&mut tx).await.expect("bodies") {
        seats += councils::seats_of_council(&mut tx, body.id).await.expect("seats").len();
    }
    (organizations.expect("organizations").len(), seats)
}

platform::on_both! { crate::among(crate::rooms());
    async fn the_messy_sheet_of_the_demo_seats_people_and_goes_again(site) {
        build(&site.app).await.expect("a world");
        let here = site.app.partnership("portage-falls", "").await.expect("an answer").expect("the town");
        let ctx = Ctx::program(&site.app, Caller::Console, Some(here.clone()));
        let before = counts(&ctx).await;
        let whole = import(&ctx, "partners", Brought::new("all.csv", MESSY_SHEET).dry()).await.expect("read");
        assert_eq!(whole.counts.values().sum::<i64>(), 80, "{:?}", whole.counts);
        assert_eq!(whole.counts.get(&Verdict::Refuse), None, "{:?}", whole.refused);
        assert!(whole.columns.iter().filter(|(_, says)| says.is_none()).count() == 0, "{:?}", whole.columns);
        let told = import(&ctx, "partners", Brought::new("some.csv", without_what_is_asked())).await.expect("read");
        let batch = told.taken.unwrap_or_else(|| panic!("{told:?}"));
        let after = counts(&ctx).await;
        assert_eq!(after.0 - before.0, 64, "{told:?}");
        assert!(after.1 - before.1 >= 12, "fourteen rows name a body, some take vacant seats: {before:?} {after:?}");
        site.app.clock.advance(3_600);
        let ctx = Ctx::program(&site.app, Caller::Console, Some(here.clone()));
        undo(&ctx, batch).await.expect("undone");
        assert_eq!(counts(&ctx).await, before);
    }

    async fn the_messy_sheet_of_the_demo_comes_in_whole_once_its_doubtful_rows_are_answered(site) {
        build(&site.app).await.expect("a world");
        let here = site.app.partnership("portage-falls", "").await.expect("an answer").expect("the town");
        let ctx = Ctx::program(&site.app, Caller::Console, Some(here.clone()));
        let asked = import(&ctx, "partners", Brought::new("all.csv", MESSY_SHEET).dry()).await.expect("read");
        assert_eq!(asked.counts.get(&Verdict::Ask), Some(&2), "{:?}", asked.counts);
        let before = counts(&ctx).await;
        let told = import(&ctx, "partners", Brought::new("all.csv", answered())).await.expect("read");
        let batch = told.taken.unwrap_or_else(|| panic!("{told:?}"));
        site.app.clock.advance(3_600);
        let ctx = Ctx::program(&site.app, Caller::Console, Some(here.clone()));
        undo(&ctx, batch).await.expect("undone");
        assert_eq!(counts(&ctx).await, before);
    }
}
