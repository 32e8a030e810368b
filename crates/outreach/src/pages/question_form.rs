//! The form of a question of the checklist: its words in every language of the site, its sector, its place on the list.

use super::{
    checklist::{AtQuestion, question_url},
    offered::Offered,
    room_url,
};
use crate::{
    can,
    facade::change_question,
    rules::discovery::QUESTION,
    store::discovery::{Question, find_question, list_questions},
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::SectorId;
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Conflict, Head, conflict, field, form, labels_in_langs, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    ids::Ref,
    t,
    text::Text,
};

/// The form: what is asked so far, where it stands among those that are asked, what was typed and what was wrong.
pub(crate) struct QuestionForm {
    pub(crate) question: Question,
    /// Its place among the questions that are asked, from 1; none when it is retired.
    pub(crate) place: Option<i64>,
    pub(crate) offered: Offered,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

async fn load(tx: &mut Tx, at: AtQuestion) -> Result<QuestionForm> {
    let question = find_question(tx, at.question).await?.or_not_found()?;
    let asked = list_questions(tx).await?.into_iter().filter(|one| !one.retired);
    let place = (1_i64..).zip(asked).find(|(_, one)| one.id == question.id).map(|(place, _)| place);
    let offered = Offered::narrow(tx).await?;
    let (sent, complaints) = (Pairs::default(), Complaints::default());
    Ok(QuestionForm { question, place, offered, sent, complaints })
}

/// `GET /{p}/work/outreach/checklist/{question}/edit`.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtQuestion>) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let of = load(&mut tx, at).await?;
    tx.done().await?;
    let sent = filled(&of);
    html(view(&ctx, &QuestionForm { sent, ..of }))
}

/// `POST /{p}/work/outreach/checklist/{question}`.
pub(crate) async fn save(ctx: Ctx, Path(at): Path<AtQuestion>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let of = QuestionForm { sent, ..load(&mut tx, at).await? };
    if of.sent.version() != of.question.version {
        let by = tx.history(&Ref::from(of.question.id), 1).await?.pop();
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &of, by.as_ref())?);
    }
    match read(&ctx, &of) {
        Ok((sector, question, place)) => {
            change_question(&mut tx, &of.question, (sector, &question), place).await?;
            let to = said(&question_url(&ctx, of.question.id, ""), "discovery-saved");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &QuestionForm { complaints, ..of }))
        }
    }
}

/// The form that a question makes.
pub(crate) fn filled(of: &QuestionForm) -> Pairs {
    let sector = of.question.sector_id.map(|id| id.to_string()).unwrap_or_default();
    let place = of.place.map(|place| place.to_string()).unwrap_or_default();
    let form = Pairs::default().with("sector", sector).with("was", &place).with("place", place);
    form.with_text("question", &of.question.question)
}

/// What the form says: the sector, the words, and the place to which a question moves; none when it stays wherever others have
/// put it meanwhile.
type Read = (Option<SectorId>, Text, Option<i64>);

fn read(ctx: &Ctx, of: &QuestionForm) -> std::result::Result<Read, Complaints> {
    let mut reading = Reading::of(ctx, &of.sent);
    let sectors: Vec<_> = of.offered.sectors.iter().map(|one| one.id).collect();
    let sector = reading.known("sector", &sectors);
    let question = reading.lines("question", &of.question.question, QUESTION);
    reading.needed("question", &question);
    let place = of.place.and_then(|_| reading.number("place", (1, 500)).map(i64::from));
    let place = place.filter(|_| of.sent.get("place") != of.sent.get("was"));
    reading.done((sector, question, place))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &QuestionForm) -> Markup {
    let say = ctx.say();
    let head = Head::new(t!(say, "discovery-edit"))
        .under(t!(say, "discovery-title"), room_url(ctx, "/checklist"))
        .under(of.question.question.plain(ctx.lang), question_url(ctx, of.question.id, ""));
    page(ctx, &head, the_form(ctx, of))
}

fn the_form(ctx: &Ctx, of: &QuestionForm) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    let url = question_url(ctx, of.question.id, "");
    let form = form(ctx, url.clone()).complaints(&of.complaints).cancel(url);
    form.show(
        &t!(say, "form-save"),
        markup! {
            (form.texts(field("question", t!(say, "discovery-question")).hint(t!(say, "discovery-question-hint")), &sent.in_langs("question", ctx.site_langs())))
            (form.select(field("sector", t!(say, "prospect-sector")).value(sent.get("sector")).optional(), &of.offered.sector_choices(ctx)))
            @if of.place.is_some() {
                (form.text(field("place", t!(say, "discovery-place")).hint(t!(say, "discovery-place-hint")).value(sent.get("place")).number().short()))
                (form.hidden("was", sent.get("was")))
            }
            (form.version(of.question.version))
        },
    )
}

/// The page when somebody else has changed it meanwhile.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub(crate) fn conflict_view(ctx: &Ctx, of: &QuestionForm, by: Option<&AuditEntry>) -> Result<Markup> {
    let say = ctx.say();
    let url = question_url(ctx, of.question.id, "");
    let mut labels = labels_in_langs(ctx, "question", &t!(say, "discovery-question"));
    labels.push(("sector".into(), t!(say, "prospect-sector")));
    labels.push(("place".into(), t!(say, "discovery-place")));
    let both = Conflict {
        action: url.clone(),
        theirs: &filled(of),
        mine: &of.sent,
        version: of.question.version,
        labels,
        called: &|name, value| if name == "sector" { of.offered.called(ctx, value) } else { None },
        by,
        keep_href: url,
        edit: the_form(ctx, of),
    };
    Ok(page(ctx, &Head::new(t!(say, "discovery-conflict")), conflict(ctx, &both)?))
}
