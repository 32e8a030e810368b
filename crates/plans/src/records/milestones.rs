//! Milestones: what is reached, until when, and when it was.

use super::{Around, Record, day_word};
use crate::{
    can,
    pages::{forms::TITLE, line::ask, line_url},
    rules::records::{RecordRefusal, happened, on_the_way},
    seen::PlanSeen,
    store::{
        frameworks::find_framework,
        lines::{Line, find_line},
        milestones::{Milestone, MilestoneFacts, update_milestone},
        stored::Stored,
    },
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{FormHtml, field, said, shown},
    http::{Answer, Form, Pairs, Path, Reading, see_other},
    manifest::Fut,
    t,
    text::Text,
};
use std::collections::HashMap;

pub(crate) fn day_of(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

impl Record for Milestone {
    const PATH: &'static str = "milestones";
    const NAME: &'static str = "milestone";
    const VERBS: (&'static str, &'static str, &'static str) =
        ("plan-node.milestone-added", "plan-node.milestone-changed", "plan-node.milestone-removed");

    fn title(&self) -> &Text {
        &self.title
    }
    fn fits(line: &Line) -> Result<(), RecordRefusal> {
        on_the_way(line.kind)
    }
    fn update<'a>(tx: &'a mut Tx, before: &'a Self, facts: &'a MilestoneFacts) -> Fut<'a, Result<()>> {
        Box::pin(update_milestone(tx, before, facts))
    }

    fn read(
        ctx: &Ctx,
        sent: &Pairs,
        before: Option<&MilestoneFacts>,
        _: &Around,
    ) -> Result<MilestoneFacts, Complaints> {
        let mut reading = Reading::of(ctx, sent);
        let stood = before.map(|one| one.title.clone()).unwrap_or_default();
        let title = reading.lines("title", &stood, TITLE);
        reading.needed("title", &title);
        let due_on = reading.day_or_none("due_on");
        let done_on = reading.day_or_none("done_on");
        let done_on = reading.complaints.take("done_on", happened(done_on, ctx.today())).flatten();
        reading.done(MilestoneFacts { title, due_on, done_on })
    }

    fn form(facts: Option<&MilestoneFacts>) -> Pairs {
        let Some(facts) = facts else { return Pairs::default() };
        Pairs::default()
            .with_text("title", &facts.title)
            .with("due_on", day_of(facts.due_on))
            .with("done_on", day_of(facts.done_on))
    }

    fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, _: &Around) -> Markup {
        let (say, langs) = (ctx.say(), ctx.site_langs());
        markup! {
            (form.texts(field("title", t!(say, "milestone-title")), &sent.in_langs("title", langs)))
            (form.date(field("due_on", t!(say, "milestone-due-on")).value(sent.get("due_on")).optional()))
            (form.date(field("done_on", t!(say, "milestone-done-on")).value(sent.get("done_on")).optional()))
        }
    }

    fn told(ctx: &Ctx, facts: &MilestoneFacts, _: &Around) -> Vec<(String, Markup)> {
        let say = ctx.say();
        vec![
            (t!(say, "milestone-title"), shown(ctx, &facts.title)),
            (t!(say, "milestone-due-on"), day_word(ctx, facts.due_on)),
            (t!(say, "milestone-done-on"), day_word(ctx, facts.done_on)),
        ]
    }
}

/// `POST /{p}/work/plan/lines/{node}/milestones/{record}/reached`: it was reached today. Whoever reports of the line says it.
pub(crate) async fn reach(ctx: Ctx, Path(at): Path<super::AtRecord>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::SEE_PLAN).await?;
    let line = find_line(&mut tx, at.node).await?.or_not_found()?;
    let framework = find_framework(&mut tx, line.framework_id).await?.or_not_found()?;
    let seen = PlanSeen::load(&ctx, &mut tx, framework).await?;
    ctx.demand(ask(can::REPORT_STATE, &seen, &line))?;
    let one = Milestone::find(&mut tx, at.record).await?.filter(|one| one.node_id == at.node);
    let one = one.or_not_found()?;
    Milestone::fits(&line)?;
    if sent.version() != one.version || one.done_on.is_some() {
        return Err(Error::Stale);
    }
    let (before, after) = (one.facts(), MilestoneFacts { done_on: Some(ctx.today()), ..one.facts() });
    update_milestone(&mut tx, &one, &after).await?;
    let told = |facts| HashMap::from([("milestone", facts)]);
    let (stood, stands) = (told(&before), told(&after));
    tx.audit("plan-node.milestone-reached", at.node, Some(&stood), Some(&stands)).await?;
    see_other(&tx.commit_to(&said(&line_url(&ctx, at.node, ""), "milestone-reached")).await?)
}
