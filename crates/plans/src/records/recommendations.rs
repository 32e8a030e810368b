//! Recommendations to those outside who decide: a barrier, what is recommended to whom, what was answered, what came of it.

use super::{Around, Record, day_word, milestones::day_of};
use crate::{
    pages::forms::TITLE,
    rules::records::{RecordRefusal, Reply, answered, happened, has_come, names_somebody},
    store::{
        lines::Line,
        recommendations::{Recommendation, RecommendationFacts, update_recommendation},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, Result},
    html::{Choice, FormHtml, choice, field, paragraphs, shown},
    http::{Pairs, Reading},
    manifest::Fut,
    t,
    text::{PROSE, Text},
};

/// The word of a reply.
pub(crate) fn reply_word(ctx: &Ctx, of: Reply) -> String {
    ctx.say().t(&format!("recommendation-reply-{}", of.code()), &[])
}

impl Record for Recommendation {
    const PATH: &'static str = "recommendations";
    const NAME: &'static str = "recommendation";
    const VERBS: (&'static str, &'static str, &'static str) = (
        "plan-node.recommendation-added",
        "plan-node.recommendation-changed",
        "plan-node.recommendation-removed",
    );

    fn title(&self) -> &Text {
        &self.wording
    }
    fn fits(_: &Line) -> Result<(), RecordRefusal> {
        Ok(())
    }
    fn update<'a>(tx: &'a mut Tx, before: &'a Self, facts: &'a RecommendationFacts) -> Fut<'a, Result<()>> {
        Box::pin(update_recommendation(tx, before, facts))
    }

    fn around<'a>(
        ctx: &'a Ctx,
        tx: &'a mut Tx,
        before: Option<&'a RecommendationFacts>,
    ) -> Fut<'a, Result<Around>> {
        Box::pin(async move {
            let (reader, lang) = (partners::reader(ctx), ctx.lang);
            let all = partners::organizations_to_choose(tx, reader, lang).await?.into_iter();
            let mut organizations: Vec<Choice> =
                all.map(|one| choice(one.id.to_string(), one.name.plain(lang))).collect();
            let kept = before.and_then(|one| one.organization_id);
            if let Some(id) = kept.filter(|id| organizations.iter().all(|one| one.code != id.to_string())) {
                let named = partners::organizations_named(tx, reader, &[id]).await?;
                let named = named.get(&id).map(|one| one.name.plain(lang).to_owned());
                let label = named.unwrap_or_else(|| t!(ctx.say(), "recommendation-organization-kept"));
                organizations.push(choice(id.to_string(), label));
            }
            Ok(Around { organizations, people: partners::names_of_people(tx).await? })
        })
    }

    fn read(
        ctx: &Ctx,
        sent: &Pairs,
        before: Option<&RecommendationFacts>,
        around: &Around,
    ) -> Result<RecommendationFacts, Complaints> {
        let mut reading = Reading::of(ctx, sent);
        let text =
            |of: fn(&RecommendationFacts) -> &Text| before.map(|one| of(one).clone()).unwrap_or_default();
        let typed = sent.get("organization");
        let kept = before.and_then(|one| one.organization_id).filter(|id| id.to_string() == typed);
        let offered = around.organizations.iter().any(|one| one.code == typed);
        if !typed.is_empty() && kept.is_none() && !offered {
            reading.refuse("organization", FieldRefusal::Unknown);
        }
        let named = reading.lines("named", &text(|one| &one.named), TITLE);
        if typed.is_empty() && named.is_empty() {
            reading.refuse("named", RecordRefusal::ToNobody);
        }
        let wording = reading.proses("wording", &text(|one| &one.wording), PROSE);
        reading.needed("wording", &wording);
        let recommended_on = reading.day_or_none("recommended_on");
        let recommended_on =
            reading.complaints.take("recommended_on", happened(recommended_on, ctx.today())).flatten();
        let reply = reading.choice("reply", Reply::from_code).unwrap_or(Reply::Awaited);
        let replied_on = reading.day_or_none("replied_on");
        let replied_on = reading.complaints.take("replied_on", happened(replied_on, ctx.today())).flatten();
        let reply_note = reading.proses("reply_note", &text(|one| &one.reply_note), PROSE);
        let is_told = replied_on.is_some() || (reply == Reply::Awaited && !reply_note.is_empty());
        reading.complaints.take("reply", has_come(reply, is_told));
        reading.complaints.take("replied_on", answered(recommended_on, replied_on));
        let barrier = reading.proses("barrier", &text(|one| &one.barrier), PROSE);
        let outcome = reading.proses("outcome", &text(|one| &one.outcome), PROSE);
        let facts = RecommendationFacts {
            organization_id: typed.parse().ok(),
            named,
            barrier,
            wording,
            recommended_on,
            expected_on: reading.day_or_none("expected_on"),
            reply,
            replied_on,
            reply_note,
            outcome,
            released: reading.is_ticked("released"),
        };
        let told: [(&'static str, &Text); 5] = [
            ("named", &facts.named),
            ("barrier", &facts.barrier),
            ("wording", &facts.wording),
            ("reply_note", &facts.reply_note),
            ("outcome", &facts.outcome),
        ];
        for (name, said) in told {
            if facts.released && names_somebody(said, around.people.iter().map(String::as_str)) {
                reading.refuse(name, RecordRefusal::NamesAPerson);
            }
        }
        reading.done(facts)
    }

    fn form(facts: Option<&RecommendationFacts>) -> Pairs {
        let Some(facts) = facts else { return Pairs::default().with("reply", Reply::Awaited.code()) };
        Pairs::default()
            .with("organization", facts.organization_id.map(|id| id.to_string()).unwrap_or_default())
            .with_text("named", &facts.named)
            .with_text("barrier", &facts.barrier)
            .with_text("wording", &facts.wording)
            .with("recommended_on", day_of(facts.recommended_on))
            .with("expected_on", day_of(facts.expected_on))
            .with("reply", facts.reply.code())
            .with("replied_on", day_of(facts.replied_on))
            .with_text("reply_note", &facts.reply_note)
            .with_text("outcome", &facts.outcome)
            .with("released", if facts.released { "yes" } else { "" })
    }

    fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, around: &Around) -> Markup {
        let (say, langs) = (ctx.say(), ctx.site_langs());
        let replies: Vec<Choice> =
            Reply::ALL.into_iter().map(|one| choice(one.code(), reply_word(ctx, one))).collect();
        markup! {
            (form.select(field("organization", t!(say, "recommendation-organization")).value(sent.get("organization")).optional(), &around.organizations))
            (form.texts(field("named", t!(say, "recommendation-named")).hint(t!(say, "recommendation-named-hint")).optional(), &sent.in_langs("named", langs)))
            (form.proses(field("barrier", t!(say, "recommendation-barrier")).rows(2).optional(), &sent.in_langs("barrier", langs)))
            (form.proses(field("wording", t!(say, "recommendation-wording")).rows(3), &sent.in_langs("wording", langs)))
            (form.date(field("recommended_on", t!(say, "recommendation-on")).value(sent.get("recommended_on")).optional()))
            (form.date(field("expected_on", t!(say, "recommendation-expected-on")).value(sent.get("expected_on")).optional()))
            (form.radios(field("reply", t!(say, "recommendation-reply")).value(sent.get("reply")), &replies))
            (form.date(field("replied_on", t!(say, "recommendation-replied-on")).value(sent.get("replied_on")).optional()))
            (form.proses(field("reply_note", t!(say, "recommendation-reply-note")).rows(2).optional(), &sent.in_langs("reply_note", langs)))
            (form.proses(field("outcome", t!(say, "recommendation-outcome")).rows(2).optional(), &sent.in_langs("outcome", langs)))
            (form.check(field("released", t!(say, "recommendation-released")).value(sent.get("released"))))
        }
    }

    fn told(ctx: &Ctx, facts: &RecommendationFacts, around: &Around) -> Vec<(String, Markup)> {
        let say = ctx.say();
        let id = facts.organization_id.map(|id| id.to_string()).unwrap_or_default();
        let organization =
            around.organizations.iter().find(|one| one.code == id).map(|one| one.label.as_str());
        let released = if facts.released { t!(say, "fact-yes") } else { t!(say, "fact-no") };
        vec![
            (t!(say, "recommendation-organization"), markup! { (organization.unwrap_or_default()) }),
            (t!(say, "recommendation-named"), shown(ctx, &facts.named)),
            (t!(say, "recommendation-barrier"), paragraphs(ctx, &facts.barrier)),
            (t!(say, "recommendation-wording"), paragraphs(ctx, &facts.wording)),
            (t!(say, "recommendation-on"), day_word(ctx, facts.recommended_on)),
            (t!(say, "recommendation-expected-on"), day_word(ctx, facts.expected_on)),
            (t!(say, "recommendation-reply"), markup! { (reply_word(ctx, facts.reply)) }),
            (t!(say, "recommendation-replied-on"), day_word(ctx, facts.replied_on)),
            (t!(say, "recommendation-reply-note"), paragraphs(ctx, &facts.reply_note)),
            (t!(say, "recommendation-outcome"), paragraphs(ctx, &facts.outcome)),
            (t!(say, "recommendation-released"), markup! { (released) }),
        ]
    }
}
