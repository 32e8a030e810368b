//! The plan by who carries it: what each council leads, and what each partner has promised.

use super::{
    line_url, parts,
    pieces::{state_of, who},
    tree,
};
use crate::{
    can,
    seen::PlanSeen,
    store::{
        frameworks::find_in_force,
        lines::Line,
        parties::{Part, Who},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    html::{Empty, Head, empty, named, page, shown, table},
    http::{Answer, html},
    t,
    text::Text,
};
use std::collections::BTreeMap;

/// `GET /{p}/work/plan/promises`: the plan in force by councils and partners.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let seen = match find_in_force(&mut tx).await? {
        Some(framework) => Some(PlanSeen::load(&ctx, &mut tx, framework).await?),
        None => None,
    };
    tx.done().await?;
    html(match seen {
        Some(seen) => view(&ctx, &seen),
        None => tree::none_view(&ctx),
    })
}

/// Somebody with the lines they lead and those they take part in.
type Promised<'a> = (&'a Text, Vec<&'a Line>, Vec<&'a Line>);

/// Everybody of one sort, by name, with their lines in the order of the plan.
fn promised<'a>(ctx: &Ctx, seen: &'a PlanSeen, fits: fn(&Who) -> bool) -> Vec<Promised<'a>> {
    let mut all: BTreeMap<String, Promised<'a>> = BTreeMap::new();
    for line in &seen.lines {
        for part in Part::ALL {
            for (who, name) in seen.who(line.id, part).into_iter().filter(|(who, _)| fits(who)) {
                let key = format!("{} {}", platform::text::fold(name.plain(ctx.lang)), key_of(who));
                let (_, leads, takes_part) = all.entry(key).or_insert((name, Vec::new(), Vec::new()));
                if part == Part::Lead { leads.push(line) } else { takes_part.push(line) }
            }
        }
    }
    all.into_values().collect()
}

/// Keeps two of one name apart.
fn key_of(who: &Who) -> String {
    match who {
        Who::Council(id) => id.to_string(),
        Who::Organization(id) => id.to_string(),
        Who::Named(_) | Who::Aside(_) => String::new(),
    }
}

/// The page.
pub(crate) fn view(ctx: &Ctx, seen: &PlanSeen) -> Markup {
    let say = ctx.say();
    let councils = promised(ctx, seen, |who| matches!(who, Who::Council(_)));
    let partners = promised(ctx, seen, |who| !matches!(who, Who::Council(_)));
    let body = markup! {
        (parts(ctx, "/promises"))
        @if !(councils.is_empty() && partners.is_empty()) { p.small.quiet { (t!(say, "plan-state-legend")) } }
        @if councils.is_empty() && partners.is_empty() {
            (empty(&Empty { why: t!(say, "plan-promises-empty"), ..Empty::default() }))
        }
        @for (heading, all) in [(t!(say, "plan-by-council"), &councils), (t!(say, "plan-by-partner"), &partners)] {
            @if !all.is_empty() { section { h2 { (heading) } @for one in all { (promise(ctx, seen, one)) } } }
        }
    };
    page(ctx, &Head::of(ctx, &seen.framework.title), body)
}

fn promise(ctx: &Ctx, seen: &PlanSeen, (name, leads, takes_part): &Promised<'_>) -> Markup {
    let say = ctx.say();
    let caption = |key: &str| format!("{}: {}", name.plain(ctx.lang), say.t(key, &[]));
    markup! {
        h3 { (named(ctx, name)) }
        @if !leads.is_empty() { (lines(ctx, seen, leads, &caption("panel-plan-lead"))) }
        @if !takes_part.is_empty() { (lines(ctx, seen, takes_part, &caption("panel-plan-partner"))) }
    }
}

/// Lines as a table: code, words, who leads, how far.
fn lines(ctx: &Ctx, seen: &PlanSeen, all: &[&Line], caption: &str) -> Markup {
    let say = ctx.say();
    let heads = [t!(say, "line-code"), t!(say, "line-title"), t!(say, "line-lead"), t!(say, "plan-state")];
    let row = |line: &&Line| {
        let state = if line.kind.is_done_by_somebody() {
            state_of(ctx, seen.state(line))
        } else {
            markup! {}
        };
        vec![
            markup! { span.num { (line.code) } },
            markup! { a href=(line_url(ctx, line.id, "")) { (shown(ctx, &line.title)) } },
            who(ctx, &seen.who(line.id, Part::Lead), seen),
            state,
        ]
    };
    table(caption, &heads, all.iter().map(row).collect())
}
