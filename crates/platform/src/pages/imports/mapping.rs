//! What the columns of a sheet say: guessed, shown with what stands in them, corrected by a person, remembered by their headings.

use super::{batch_url, rows::as_it_came, url};
use crate::{
    batch::{Batch, BatchRefusal, Intake, Mapping, Mentions, reading::remembered_as, store},
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Result},
    html::{FormHtml, Head, choice, field, form, page, table},
    http::Pairs,
    t,
    words::Arg,
};
use maud::{Markup, html as markup};
use std::collections::BTreeMap;

/// The name of the field for a column, by its place.
fn name(at: usize) -> String {
    format!("column-{at}")
}

/// What a person said about the columns; what is no choice leaves its column out.
pub(super) fn read(ctx: &Ctx, intake: &Intake, batch: &Batch, sent: &Pairs) -> Mapping {
    let known = |key: &str| intake.column(key).is_some();
    let columns = (0..batch.head.0.names.len())
        .map(|at| Some(sent.get(&name(at)).to_owned()).filter(|key| known(key)))
        .collect();
    let mut answers = BTreeMap::new();
    for (key, choices) in intake.importer.questions {
        let said = sent.get(key);
        let answer = choices.iter().find(|choice| **choice == said).copied();
        answers.insert((*key).to_owned(), answer.unwrap_or_else(|| usual(ctx, choices)).to_owned());
    }
    // What was answered about single rows and names holds on, however the columns are corrected.
    let of_rows = batch.mapping.0.answers.iter().filter(|(key, _)| key.contains(':'));
    answers.extend(of_rows.map(|(key, answer)| (key.clone(), answer.clone())));
    Mapping { columns, answers }
}

/// The answer that stands until a person gives another: her own language where languages are asked for, else the first.
fn usual(ctx: &Ctx, answers: &[&'static str]) -> &'static str {
    let own = answers.iter().find(|answer| **answer == ctx.lang.code());
    own.or(answers.first()).copied().unwrap_or_default()
}

/// Whether rows can be read so.
///
/// # Errors
/// All complaints.
pub(super) fn check(ctx: &Ctx, intake: &Intake, mapping: &Mapping) -> Result<(), Complaints> {
    let mut wrong = Complaints::default();
    let say = ctx.say();
    let called = |key: &str| intake.column(key).map_or(String::new(), |one| say.t(one.label, &[]));
    let needed = intake.importer.needed;
    if !mapping.columns.iter().flatten().any(|key| needed.contains(&&**key)) {
        let column = needed.iter().map(|key| called(key)).collect::<Vec<_>>().join(" / ");
        wrong.add("", BatchRefusal::NotMapped { column });
    }
    for (at, key) in mapping.columns.iter().enumerate() {
        let Some(key) = key else { continue };
        if mapping.columns.iter().take(at).flatten().any(|before| before == key) {
            wrong.add("", BatchRefusal::Twice { column: called(key) });
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// Remembers under which headings this partnership's sheets say what.
pub(super) async fn remember(tx: &mut Tx, batch: &Batch, mapping: &Mapping) -> Result<()> {
    for (heading, says) in batch.head.0.names.iter().zip(&mapping.columns) {
        let folded = remembered_as(heading);
        if !folded.is_empty() {
            store::remember(tx, &batch.what, &folded, says.as_deref().unwrap_or_default()).await?;
        }
    }
    Ok(())
}

/// What the words of the importer's questions mention.
pub(super) async fn mentions(ctx: &Ctx, tx: &mut Tx, intake: &Intake) -> Result<Mentions> {
    match intake.importer.mentions {
        Some(mentioning) => mentioning(ctx, tx).await,
        None => Ok(Mentions::new()),
    }
}

/// The importer's own questions.
fn questions(ctx: &Ctx, form: &FormHtml<'_>, intake: &Intake, of: (&Mapping, &Mentions)) -> Markup {
    let (say, (mapping, mentions)) = (ctx.say(), of);
    let args: Vec<(&'static str, Arg)> =
        mentions.iter().map(|(name, words)| (*name, Arg::from(words.clone()))).collect();
    markup! {
        @for (key, answers) in intake.importer.questions {
            @let picked = mapping.answers.get(*key).map_or(usual(ctx, answers), String::as_str);
            @let choices: Vec<_> = answers.iter().map(|answer| choice(*answer, say.t(&format!("{key}-{answer}"), &args))).collect();
            (form.radios(field(*key, say.t(key, &args)).value(picked), &choices))
        }
    }
}

/// The page.
pub(super) fn view(
    ctx: &Ctx,
    (intake, mentions): (&Intake, &Mentions),
    (batch, mapping): (&Batch, &Mapping),
    complaints: Option<&Complaints>,
) -> Markup {
    let say = ctx.say();
    let of = say.t(intake.importer.title, &[]);
    let head = Head::new(t!(say, "import-mapping-title", name = batch.name.clone()))
        .under(of.clone(), ctx.url(intake.importer.home))
        .under(t!(say, "imports-title", what = of), url(ctx, intake.importer.what, ""));
    let none = Complaints::default();
    let form = form(ctx, batch_url(ctx, batch, "/mapping"))
        .complaints(complaints.unwrap_or(&none))
        .cancel(url(ctx, intake.importer.what, ""));
    let mut offered = vec![choice("", t!(say, "import-column-left-out"))];
    offered.extend(intake.columns().map(|column| choice(column.key, say.t(column.label, &[]))));
    let rows = batch.head.0.names.iter().enumerate().map(|(at, heading)| {
        let heading = match heading.trim() {
            "" => t!(say, "import-column-nameless", n = at + 1),
            heading => heading.to_owned(),
        };
        let samples = batch.head.0.samples.get(at).map(|some| some.join(" · ")).unwrap_or_default();
        let says = mapping.columns.get(at).cloned().flatten().unwrap_or_default();
        let label = t!(say, "import-column-says", heading = heading.clone());
        vec![
            as_it_came(&heading),
            markup! { span.small.quiet { (as_it_came(&samples)) } },
            form.select(field(name(at), label).value(says).unseen(), &offered),
        ]
    });
    let heads = [t!(say, "import-heading"), t!(say, "import-samples"), t!(say, "import-says")];
    let body = markup! {
        p { (t!(say, "import-mapping-lead", n = batch.total)) }
        (super::sums(ctx, batch))
        (form.show(&t!(say, "import-check"), markup! {
            (table(&t!(say, "import-mapping-caption"), &heads, rows.collect()))
            (questions(ctx, &form, intake, (mapping, mentions)))
            (form.version(batch.version))
        }))
        div.acts { (crate::html::form(ctx, batch_url(ctx, batch, "/dropping")).button(&t!(say, "import-drop"), "", &[])) }
    };
    page(ctx, &head, body)
}
