//! The room's first page: what waits in each part.

use super::{parts, room_url};
use crate::{
    can,
    rules::prospects::Stage,
    store::{
        encounters::open_promises, enquiries::waiting_enquiries, joining::waiting_joinings,
        prospects::count_prospects,
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    html::{Head, page},
    http::{Answer, html},
    t,
};

/// How much waits in each part.
#[derive(Debug, Clone, Default)]
pub(crate) struct OverviewPage {
    /// Requests to take part without an answer.
    pub(crate) joinings: i64,
    /// Questions without an answer.
    pub(crate) enquiries: i64,
    /// Prospects that are not over.
    pub(crate) prospects: i64,
    /// Promises that are not kept yet.
    pub(crate) promises: i64,
}

/// `GET /{p}/work/outreach`.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let stages = count_prospects(&mut tx).await?;
    let open = |(stage, _): &&(Stage, i64)| !stage.is_over();
    let shown = OverviewPage {
        joinings: waiting_joinings(&mut tx).await?.0,
        enquiries: waiting_enquiries(&mut tx).await?.0,
        prospects: stages.iter().filter(open).map(|(_, n)| *n).sum(),
        promises: open_promises(&mut tx).await?.total,
    };
    tx.done().await?;
    html(view(&ctx, &shown))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &OverviewPage) -> Markup {
    let say = ctx.say();
    let lines = [
        (t!(say, "asking-title"), "/joining", t!(say, "asking-waiting", n = of.joinings)),
        (t!(say, "enquiries-title"), "/enquiries", t!(say, "asking-waiting", n = of.enquiries)),
        (t!(say, "prospects-title"), "/prospects", t!(say, "prospects-open", n = of.prospects)),
        (t!(say, "encounters-title"), "/log", t!(say, "encounters-open", n = of.promises)),
    ];
    let body = markup! {
        (parts(ctx, ""))
        p { (t!(say, "outreach-lead")) }
        ul.todo { @for (title, path, told) in &lines { li {
            span.num { (told) }
            a href=(room_url(ctx, path)) { (title) }
        } } }
        p { a href=(ctx.public_url(crate::public::involved::PATH)) { (t!(say, "outreach-public-page")) } }
    };
    page(ctx, &Head::new(t!(say, "outreach-title")), body)
}
