//! An answer to a question of the checklist: noted beside those before, and whoever was asked and has answered is asked no more.

use super::checklist::{AtQuestion, QuestionPage, has_word, load_one, one_view, question_url};
use crate::{
    can,
    facade::add_answer,
    rules::discovery::{Has, may_answer},
    store::discovery::{NewAnswer, Question},
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::OrganizationId;
use platform::{
    ctx::Ctx,
    errors::Complaints,
    html::{Choice, choice, choice_of, field, form, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, see_other},
    t,
    text::NAME,
};

/// The form of an answer.
pub(super) fn form_of(ctx: &Ctx, of: &QuestionPage) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    let all: Vec<Choice> = Has::ALL.iter().map(|one| choice(one.code(), has_word(ctx, *one))).collect();
    let is_new = sent.get("answered_on").is_empty();
    let day = if is_new { ctx.today().to_string() } else { sent.get("answered_on").to_owned() };
    let form = form(ctx, question_url(ctx, of.question.id, "/answers")).complaints(&of.complaints);
    form.show(
        &t!(say, "discovery-answer-submit"),
        markup! {
            (form.radios(field("has", t!(say, "discovery-has")).value(sent.get("has")), &all))
            (form.prose(field("strengths", t!(say, "discovery-strengths")).value(sent.get("strengths")).rows(3).optional()))
            (form.prose(field("weaknesses", t!(say, "discovery-weaknesses")).value(sent.get("weaknesses")).rows(3).optional()))
            (form.text(field("told_by", t!(say, "discovery-told-by")).hint(t!(say, "discovery-told-by-hint")).value(sent.get("told_by")).optional()))
            @if !of.open.is_empty() {
                (form.checkboxes(field("answered_by", t!(say, "discovery-answered-by")).hint(t!(say, "discovery-answered-by-hint")).optional(), &asked(ctx, of), &picked(of, is_new)))
            }
            (form.date(field("answered_on", t!(say, "discovery-answered-on")).value(day)))
        },
    )
}

/// The organizations of which it is asked still.
fn asked(ctx: &Ctx, of: &QuestionPage) -> Vec<Choice> {
    of.open.iter().map(|one| choice_of(one.organization.to_string(), &one.name, ctx.lang)).collect()
}

/// Who is ticked: what was sent; on a new form the only one that is asked.
fn picked(of: &QuestionPage, is_new: bool) -> Vec<String> {
    match of.open.as_slice() {
        [only] if is_new => vec![only.organization.to_string()],
        _ => of.sent.all("answered_by").map(str::to_owned).collect(),
    }
}

/// `POST /{p}/work/outreach/checklist/{question}/answers`: an answer beside those before.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtQuestion>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let of = load_one(&ctx, &mut tx, at.question).await?;
    match read(&ctx, &of.question, &sent) {
        Ok(new) => {
            add_answer(&mut tx, at.question, &new, ctx.today()).await?;
            partners::answer_asks(&mut tx, &at.question.into(), &answered_by(&of, &sent)).await?;
            let to = said(&question_url(&ctx, at.question, ""), "discovery-answered");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            page_with(
                StatusCode::UNPROCESSABLE_ENTITY,
                one_view(&ctx, &QuestionPage { sent, complaints, ..of }),
            )
        }
    }
}

/// Who has answered of those that are asked; whoever is asked no more already needs no word.
fn answered_by(of: &QuestionPage, sent: &Pairs) -> Vec<OrganizationId> {
    let is_ticked = |id: &OrganizationId| sent.all("answered_by").any(|typed| typed == id.to_string());
    of.open.iter().map(|one| one.organization).filter(is_ticked).collect()
}

fn read(ctx: &Ctx, question: &Question, sent: &Pairs) -> Result<NewAnswer, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let new = NewAnswer {
        has: reading.choice("has", Has::from_code).unwrap_or(Has::Unknown),
        strengths: reading.prose_or_none("strengths"),
        weaknesses: reading.prose_or_none("weaknesses"),
        told_by: reading.line_or_none("told_by", NAME),
        answered_on: reading.day("answered_on").unwrap_or_else(|| ctx.today()),
    };
    if let Err(why) = may_answer(question.retired, new.answered_on, ctx.today()) {
        reading.complaints.add("answered_on", why);
    }
    reading.done(new)
}
