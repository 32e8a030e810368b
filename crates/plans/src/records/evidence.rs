//! What tells of a need: research, figures with their source, voices in general terms.

use super::{Around, Record};
use crate::{
    pages::forms::TITLE,
    rules::records::{RecordRefusal, Telling, names_somebody, tells_of},
    store::{
        evidence::{Evidence, EvidenceFacts, update_evidence},
        lines::Line,
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Result},
    html::{Choice, FormHtml, choice, field, paragraphs, shown},
    http::{Pairs, Reading},
    manifest::Fut,
    t,
    text::{PROSE, Text},
};

/// A figure has at most this many characters.
const FIGURE: usize = 60;

impl Record for Evidence {
    const PATH: &'static str = "evidence";
    const NAME: &'static str = "evidence";
    const VERBS: (&'static str, &'static str, &'static str) =
        ("plan-node.evidence-added", "plan-node.evidence-changed", "plan-node.evidence-removed");

    fn title(&self) -> &Text {
        &self.what
    }
    fn fits(line: &Line) -> Result<(), RecordRefusal> {
        tells_of(line.kind)
    }
    fn update<'a>(tx: &'a mut Tx, before: &'a Self, facts: &'a EvidenceFacts) -> Fut<'a, Result<()>> {
        Box::pin(update_evidence(tx, before, facts))
    }

    fn around<'a>(_: &'a Ctx, tx: &'a mut Tx, _: Option<&'a EvidenceFacts>) -> Fut<'a, Result<Around>> {
        Box::pin(
            async move { Ok(Around { people: partners::names_of_people(tx).await?, ..Around::default() }) },
        )
    }

    fn read(
        ctx: &Ctx,
        sent: &Pairs,
        before: Option<&EvidenceFacts>,
        around: &Around,
    ) -> Result<EvidenceFacts, Complaints> {
        let mut reading = Reading::of(ctx, sent);
        let text = |of: fn(&EvidenceFacts) -> &Text| before.map(|one| of(one).clone()).unwrap_or_default();
        let kind = reading.choice("kind", Telling::from_code).unwrap_or(Telling::Research);
        let what = reading.proses("what", &text(|one| &one.what), PROSE);
        reading.needed("what", &what);
        let source = reading.lines("source", &text(|one| &one.source), TITLE);
        let unit = reading.lines("unit", &text(|one| &one.unit), TITLE);
        let place = reading.lines("place", &text(|one| &one.place), TITLE);
        for (name, said) in [("what", &what), ("source", &source), ("unit", &unit), ("place", &place)] {
            if names_somebody(said, around.people.iter().map(String::as_str)) {
                reading.refuse(name, RecordRefusal::NamesAPerson);
            }
        }
        let link = partners::web_or_none(&mut reading, sent, "link");
        let facts = EvidenceFacts {
            kind,
            what,
            figure: reading.line_or_none("figure", FIGURE),
            unit,
            source,
            place,
            year: reading.number_or_none("year", (1900, 2150)),
            link,
        };
        reading.done(facts)
    }

    fn form(facts: Option<&EvidenceFacts>) -> Pairs {
        let Some(facts) = facts else { return Pairs::default() };
        Pairs::default()
            .with("kind", facts.kind.code())
            .with_text("what", &facts.what)
            .with("figure", &facts.figure)
            .with_text("unit", &facts.unit)
            .with_text("source", &facts.source)
            .with_text("place", &facts.place)
            .with("year", facts.year.map(|year| year.to_string()).unwrap_or_default())
            .with("link", &facts.link)
    }

    fn fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, _: &Around) -> Markup {
        let (say, langs) = (ctx.say(), ctx.site_langs());
        let kinds: Vec<Choice> = Telling::ALL
            .into_iter()
            .map(|one| choice(one.code(), say.t(&format!("evidence-kind-{}", one.code()), &[])))
            .collect();
        markup! {
            (form.radios(field("kind", t!(say, "evidence-kind")).value(sent.get("kind")), &kinds))
            (form.proses(field("what", t!(say, "evidence-what")).hint(t!(say, "evidence-what-hint")).rows(3), &sent.in_langs("what", langs)))
            (form.text(field("figure", t!(say, "evidence-figure")).value(sent.get("figure")).short().optional()))
            (form.texts(field("unit", t!(say, "evidence-unit")).hint(t!(say, "evidence-unit-hint")).optional(), &sent.in_langs("unit", langs)))
            (form.texts(field("source", t!(say, "evidence-source")).hint(t!(say, "evidence-source-hint")).optional(), &sent.in_langs("source", langs)))
            (form.texts(field("place", t!(say, "evidence-place")).optional(), &sent.in_langs("place", langs)))
            (form.text(field("year", t!(say, "plan-year")).value(sent.get("year")).number().short().optional()))
            (form.text(field("link", t!(say, "evidence-link")).value(sent.get("link")).web().optional()))
        }
    }

    fn told(ctx: &Ctx, facts: &EvidenceFacts, _: &Around) -> Vec<(String, Markup)> {
        let say = ctx.say();
        let words = |words: &str| markup! { bdi { (words) } };
        vec![
            (t!(say, "evidence-kind"), words(&say.t(&format!("evidence-kind-{}", facts.kind.code()), &[]))),
            (t!(say, "evidence-what"), paragraphs(ctx, &facts.what)),
            (t!(say, "evidence-figure"), words(&facts.figure)),
            (t!(say, "evidence-unit"), shown(ctx, &facts.unit)),
            (t!(say, "evidence-source"), shown(ctx, &facts.source)),
            (t!(say, "evidence-place"), shown(ctx, &facts.place)),
            (t!(say, "plan-year"), words(&facts.year.map(|year| year.to_string()).unwrap_or_default())),
            (t!(say, "evidence-link"), words(&facts.link)),
        ]
    }
}
