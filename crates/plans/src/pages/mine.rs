//! My actions: the lines that the reader looks after, or that a body or an organization leads for which she has an office.

use super::{
    asking_readers::open_lines,
    asking_view::last_said,
    line::ask,
    line_url, parts,
    pieces::{state_of, when, who},
    tree,
};
use crate::{
    NodeId, can,
    rules::asking::owes,
    seen::PlanSeen,
    store::{
        frameworks::{Framework, find_in_force},
        letters::lines_of_account,
        lines::Line,
        parties::{Part, Who},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    html::{Empty, Head, empty, page, shown, table},
    http::{Answer, html},
    ids::Ref,
    t,
};
use std::collections::HashSet;

/// The plan in force with the reader's own lines.
pub(crate) struct MinePage {
    pub(crate) seen: PlanSeen,
    pub(crate) own: HashSet<NodeId>,
}

impl MinePage {
    /// The reader's own lines of a plan.
    pub(crate) async fn load(ctx: &Ctx, tx: &mut Tx, framework: Framework) -> Result<Self> {
        let seen = PlanSeen::load(ctx, tx, framework).await?;
        let own = own(ctx, tx, &seen).await?;
        Ok(Self { seen, own })
    }

    /// Her open lines, in the plan's order.
    pub(crate) fn lines(&self, ctx: &Ctx) -> Vec<&Line> {
        open_lines(ctx, &self.seen).into_iter().filter(|line| self.own.contains(&line.id)).collect()
    }
}

/// The lines of a plan that are the reader's own: which she looks after, and which those lead for whom she has an office.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn own(ctx: &Ctx, tx: &mut Tx, seen: &PlanSeen) -> Result<HashSet<NodeId>> {
    by_part(ctx, tx, (seen, &[Part::Lead])).await
}

/// The lines that the reader carries: her own, and those in which they take part for whom she has an office. Of these she speaks for
/// herself; of all others, for those who carry them.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn carried(ctx: &Ctx, tx: &mut Tx, seen: &PlanSeen) -> Result<HashSet<NodeId>> {
    by_part(ctx, tx, (seen, &Part::ALL)).await
}

async fn by_part(ctx: &Ctx, tx: &mut Tx, (seen, parts): (&PlanSeen, &[Part])) -> Result<HashSet<NodeId>> {
    let Some(account) = ctx.caller.account() else { return Ok(HashSet::new()) };
    let mut own: HashSet<NodeId> = lines_of_account(tx, account.account).await?.into_iter().collect();
    let here = ctx.partnership.as_ref().map(|p| p.id);
    let offices = can::REPORT_STATE.offices;
    let grants = account.grants.iter().filter(|one| one.partnership == here && offices.contains(&one.office));
    let objects: Vec<&Ref> = grants.filter_map(|one| one.on.as_ref()).collect();
    for (line, parties) in &seen.parties {
        let has_part =
            parties.iter().filter(|party| parts.contains(&party.part)).any(|party| match &party.who {
                Who::Council(id) => objects.contains(&&Ref::from(*id)),
                Who::Organization(id) => objects.contains(&&Ref::from(*id)),
                Who::Named(_) | Who::Aside(_) => false,
            });
        if has_part {
            own.insert(*line);
        }
    }
    Ok(own)
}

/// `GET /{p}/work/plan/mine`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let Some(framework) = find_in_force(&mut tx).await? else { return html(tree::none_view(&ctx)) };
    let shown = MinePage::load(&ctx, &mut tx, framework).await?;
    tx.done().await?;
    html(view(&ctx, &shown))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &MinePage) -> Markup {
    let say = ctx.say();
    let lines = of.lines(ctx);
    let body = markup! {
        (parts(ctx, "/mine"))
        @if lines.is_empty() { (empty(&Empty { why: t!(say, "mine-none"), ..Empty::default() })) }
        @else { p { (t!(say, "mine-lead")) } (rows(ctx, &of.seen, &lines)) }
    };
    page(ctx, &Head::new(t!(say, "mine-title")).under(t!(say, "plan-title"), super::room_url(ctx, "")), body)
}

fn rows(ctx: &Ctx, seen: &PlanSeen, lines: &[&Line]) -> Markup {
    let say = ctx.say();
    let heads = [
        t!(say, "line-code"),
        t!(say, "line-title"),
        t!(say, "line-when"),
        t!(say, "line-lead"),
        t!(say, "plan-state"),
        t!(say, "plan-reported"),
        t!(say, "plan-letter-do"),
    ];
    let row = |line: &&Line| {
        let may = ctx.may(ask(can::REPORT_STATE, seen, line));
        vec![
            markup! { span.num { (line.code) } },
            markup! { a href=(line_url(ctx, line.id, "")) { (shown(ctx, &line.title)) } },
            markup! { (when(ctx, seen.years, line.span()).unwrap_or_default()) },
            who(ctx, &seen.who(line.id, Part::Lead), seen),
            state_of(ctx, seen.state(line)),
            markup! { (last_said(ctx, line)) @if owes(&line.said(), seen.years, ctx.today()) { br; b { (t!(say, "mine-owed")) } } },
            markup! {
                @if may { a href=(line_url(ctx, line.id, "/report")) { (t!(say, "mine-report")) span.unseen { " " (line.code) } } }
                @else { (t!(say, "mine-ask-us")) }
            },
        ]
    };
    table(&t!(say, "mine-title"), &heads, lines.iter().map(row).collect())
}
