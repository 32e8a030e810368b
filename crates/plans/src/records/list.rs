//! All recommendations of a partnership: narrowed by what was answered, searched, taken away as a file.

use super::{
    recommendations::reply_word,
    shown::{addressees, to_whom},
};
use crate::{
    NodeId, can,
    pages::{line_url, parts, room_url},
    rules::records::{Reply, is_overdue},
    store::{
        lines::{Line, lines_among},
        recommendations::{Recommendation, list_recommendations},
    },
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use partners::{Organization, OrganizationId};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{Cell, Column, Empty, Filter, Head, ListShown, choice, file, list, page},
    http::{Answer, html},
    t,
};
use std::collections::HashMap;

/// The list, with the lines and the organizations that it names.
pub(crate) struct RecommendationsPage {
    pub(crate) rows: Page<Recommendation>,
    pub(crate) lines: HashMap<NodeId, Line>,
    pub(crate) organizations: HashMap<OrganizationId, Organization>,
}

/// `GET /{p}/work/plan/recommendations`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let rows = list_recommendations(&mut tx, &ctx.address(), ctx.today()).await?;
    let mut ids: Vec<NodeId> = rows.rows.iter().map(|one| one.node_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let lines = lines_among(&mut tx, &ids).await?.into_iter().map(|line| (line.id, line)).collect();
    let organizations = addressees(&mut tx, partners::reader(&ctx), &rows.rows).await?;
    tx.done().await?;
    let shown = RecommendationsPage { rows, lines, organizations };
    match ctx.address().file() {
        Some(kind) => {
            file(&ctx, kind, &t!(ctx.say(), "recommendations-file"), &columns(&ctx, &shown), &shown.rows.rows)
        }
        None => html(view(&ctx, &shown)),
    }
}

fn columns<'a>(ctx: &'a Ctx, of: &'a RecommendationsPage) -> Vec<Column<'a, Recommendation>> {
    let say = ctx.say();
    let day = move |day: Option<Date>| day.map_or_else(Cell::nothing, |day| Cell::day(ctx, day));
    let line = move |one: &Recommendation| match of.lines.get(&one.node_id) {
        Some(line) => Cell::link(&line_url(ctx, line.id, "#recommendations"), &line.code),
        None => Cell::nothing(),
    };
    let to = move |one: &Recommendation| {
        let organization = one.organization_id.and_then(|id| of.organizations.get(&id));
        let names =
            [organization.map(|one| one.name.plain(ctx.lang)).unwrap_or_default(), one.named.plain(ctx.lang)];
        let plain = names.into_iter().filter(|name| !name.is_empty()).collect::<Vec<_>>().join("; ");
        Cell::new(to_whom(ctx, &of.organizations, one), plain)
    };
    let reply = move |one: &Recommendation| {
        let overdue = is_overdue(one.reply, one.expected_on, ctx.today());
        let mut word = reply_word(ctx, one.reply);
        if overdue {
            word = format!("{word} ({})", t!(ctx.say(), "recommendation-overdue"));
        }
        Cell::words(word)
    };
    vec![
        Column::new("line", t!(say, "recommendation-line"), line),
        Column::new("barrier", t!(say, "recommendation-barrier"), move |one: &Recommendation| {
            Cell::text(ctx, &one.barrier)
        }),
        Column::new("wording", t!(say, "recommendation-wording"), move |one: &Recommendation| {
            Cell::text(ctx, &one.wording)
        }),
        Column::new("to", t!(say, "recommendation-to"), to),
        Column::new("on", t!(say, "recommendation-on"), move |one: &Recommendation| day(one.recommended_on)),
        Column::new("expected", t!(say, "recommendation-expected-on"), move |one: &Recommendation| {
            day(one.expected_on)
        })
        .on_demand(),
        Column::new("reply", t!(say, "recommendation-reply"), reply),
        Column::new("replied", t!(say, "recommendation-replied-on"), move |one: &Recommendation| {
            day(one.replied_on)
        })
        .on_demand(),
        Column::new("note", t!(say, "recommendation-reply-note"), move |one: &Recommendation| {
            Cell::text(ctx, &one.reply_note)
        }),
        Column::new("outcome", t!(say, "recommendation-outcome"), move |one: &Recommendation| {
            Cell::text(ctx, &one.outcome)
        }),
    ]
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &RecommendationsPage) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx, of);
    let mut choices: Vec<_> =
        Reply::ALL.into_iter().map(|one| choice(one.code(), reply_word(ctx, one))).collect();
    choices.push(choice("overdue", t!(say, "recommendation-overdue")));
    let shown = ListShown {
        caption: t!(say, "recommendations"),
        columns: &columns,
        filters: vec![Filter { name: "reply", label: t!(say, "recommendation-reply"), choices }],
        search: Some(t!(say, "recommendations-search")),
        page: &of.rows,
        empty: Empty {
            why: t!(say, "recommendations-none"),
            example: Some(t!(say, "recommendations-example")),
            first: None,
        },
    };
    let body = markup! {
        (parts(ctx, "/recommendations"))
        @if ctx.may(crate::can::EDIT_PLAN) { p { (t!(say, "recommendations-where")) " " a href=(room_url(ctx, "")) { (t!(say, "plan-title")) } } }
        (list(ctx, &ctx.address(), &shown))
    };
    page(ctx, &Head::new(t!(say, "recommendations")).under(t!(say, "plan-title"), room_url(ctx, "")), body)
}
