//! The checklist: what exists here, sector by sector, as one picture; its questions; and each question with its answers.

use super::{answering, offered::Offered, parts, room_url};
use crate::{
    QuestionId, can,
    facade::{add_question, take_offered},
    missing::{Gap, gaps, told},
    rules::discovery::{Has, QUESTION},
    store::discovery::{
        AnswerKept, Question, find_question, holding_answers, list_answers, list_questions, update_question,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{Ask, Sector};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, OrNotFound, Result},
    html::{self, Cell, Column, Empty, Head, ListShown, Look, field, form, page, said, shown, state, table},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answered, see_other},
    t,
    text::Text,
};
use serde::Deserialize;

/// The part of an address that names a question.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtQuestion {
    pub(crate) question: QuestionId,
}

/// The address of a question's page, or of what lies below it.
pub(crate) fn question_url(ctx: &Ctx, id: QuestionId, path: &str) -> String {
    room_url(ctx, &format!("/checklist/{id}{path}"))
}

pub(super) fn has_word(ctx: &Ctx, has: Has) -> String {
    ctx.say().t(&format!("discovery-has-{}", has.code()), &[])
}

/// An answer as a shape, a colour and a word.
pub(crate) fn has_shown(ctx: &Ctx, has: Has) -> Markup {
    let look = match has {
        Has::Yes => Look::OnTrack,
        Has::Partly => Look::UnderWay,
        Has::No => Look::Behind,
        Has::Unknown => Look::Unknown,
    };
    state(look, &has_word(ctx, has))
}

/// One line of the picture.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) question: Question,
    pub(crate) sector: Option<Sector>,
    pub(crate) answer: Option<AnswerKept>,
}

impl Line {
    fn has(&self) -> Has {
        self.answer.as_ref().map_or(Has::Unknown, |one| one.has)
    }
}

/// The picture, and the form of one more question.
pub(crate) struct ChecklistPage {
    pub(crate) lines: Vec<Line>,
    pub(crate) gaps: Vec<Gap>,
    pub(crate) offered: Offered,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/outreach/checklist`: the picture; with `as=csv` or `as=xlsx` as a file.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let of = load(&mut tx).await?;
    tx.done().await?;
    match ctx.address().file() {
        Some(kind) => html::file(&ctx, kind, &t!(ctx.say(), "discovery-file"), &columns(&ctx), &of.lines),
        None => answered(view(&ctx, &of)),
    }
}

async fn load(tx: &mut Tx) -> Result<ChecklistPage> {
    let (questions, answers) = (list_questions(tx).await?, holding_answers(tx).await?);
    let offered = Offered::narrow(tx).await?;
    let line = |question: Question| Line {
        sector: offered.sectors.iter().find(|one| Some(one.id) == question.sector_id).cloned(),
        answer: answers.get(&question.id).cloned(),
        question,
    };
    let lines = questions.into_iter().map(line).collect();
    let gaps = gaps(tx).await?;
    Ok(ChecklistPage { lines, gaps, offered, sent: Pairs::default(), complaints: Complaints::default() })
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Line>> {
    let say = ctx.say();
    vec![
        Column::new("question", t!(say, "discovery-question"), |row: &Line| {
            let href = question_url(ctx, row.question.id, "");
            let link = markup! { a href=(href) { (shown(ctx, &row.question.question)) } @if row.question.retired { " " span.tag { (t!(ctx.say(), "discovery-retired-mark")) } } };
            Cell::new(link, row.question.question.plain(ctx.lang))
        }),
        Column::new("sector", t!(say, "prospect-sector"), |row: &Line| {
            row.sector.as_ref().map_or_else(Cell::nothing, |one| Cell::text(ctx, &one.name))
        }),
        Column::new("has", t!(say, "discovery-has"), |row: &Line| {
            Cell::new(has_shown(ctx, row.has()), has_word(ctx, row.has()).as_str())
        }),
        Column::new("strengths", t!(say, "discovery-strengths"), |row: &Line| {
            Cell::words(row.answer.as_ref().map(|one| one.strengths.clone()).unwrap_or_default())
        }),
        Column::new("weaknesses", t!(say, "discovery-weaknesses"), |row: &Line| {
            Cell::words(row.answer.as_ref().map(|one| one.weaknesses.clone()).unwrap_or_default())
        }),
        Column::new("told_by", t!(say, "discovery-told-by"), |row: &Line| {
            Cell::words(row.answer.as_ref().map(|one| one.told_by.clone()).unwrap_or_default())
        }),
        Column::new("answered_on", t!(say, "discovery-answered-on"), |row: &Line| {
            row.answer.as_ref().map_or_else(Cell::nothing, |one| Cell::day(ctx, one.answered_on))
        }),
    ]
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &ChecklistPage) -> Markup {
    let say = ctx.say();
    let total = i64::try_from(of.lines.len()).unwrap_or(i64::MAX);
    let rows = Page {
        rows: of.lines.clone(),
        total,
        number: 1,
        size: u32::try_from(total).unwrap_or(u32::MAX).max(1),
    };
    let may = ctx.may(can::KEEP_OUTREACH);
    let list = ListShown {
        caption: t!(say, "discovery-title"),
        columns: &columns(ctx),
        filters: Vec::new(),
        search: None,
        page: &rows,
        empty: Empty {
            why: t!(say, "discovery-empty"),
            example: Some(t!(say, "discovery-empty-example")),
            first: None,
        },
    };
    let asked = of.lines.iter().filter(|line| !line.question.retired);
    let counts: Vec<String> = Has::ALL
        .into_iter()
        .map(|has| (has, asked.clone().filter(|line| line.has() == has).count()))
        .map(|(has, n)| t!(say, "discovery-count", answer = has_word(ctx, has), n = n))
        .collect();
    let take = form(ctx, room_url(ctx, "/checklist/offered"));
    let body = markup! {
        (parts(ctx, "/checklist"))
        p { (t!(say, "discovery-lead")) }
        @if !of.lines.is_empty() { p { (counts.join(" · ")) } }
        @if may && of.lines.is_empty() { div.acts { (take.button(&t!(say, "discovery-take"), "", &[])) } }
        (html::list(ctx, &ctx.address(), &list))
        @if !of.gaps.is_empty() { section #missing { h2 { (t!(say, "discovery-missing")) } p { (t!(say, "discovery-missing-lead")) } (told(ctx, &of.gaps, may)) } }
        @if may { section #add { h2 { (t!(say, "discovery-add")) } (add_form(ctx, of)) } }
    };
    page(ctx, &Head::new(t!(say, "discovery-title")), body)
}

fn add_form(ctx: &Ctx, of: &ChecklistPage) -> Markup {
    let (say, all) = (ctx.say(), ctx.site_langs());
    let form = form(ctx, room_url(ctx, "/checklist")).complaints(&of.complaints);
    form.show(
        &t!(say, "discovery-add-submit"),
        markup! {
            (form.texts(field("question", t!(say, "discovery-question")).hint(t!(say, "discovery-question-hint")), &of.sent.in_langs("question", all)))
            (form.select(field("sector", t!(say, "prospect-sector")).value(of.sent.get("sector")).optional(), &of.offered.sector_choices(ctx)))
        },
    )
}

/// `POST /{p}/work/outreach/checklist/offered`: the eight questions that are offered.
pub(crate) async fn take(ctx: Ctx, Form(_): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    take_offered(&ctx, &mut tx).await?;
    let to = said(&room_url(&ctx, "/checklist"), "discovery-taken");
    see_other(&tx.commit_to(&to).await?)
}

/// `POST /{p}/work/outreach/checklist`: a question of the partnership's own.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let of = load(&mut tx).await?;
    let mut reading = Reading::of(&ctx, &sent);
    let question = reading.lines("question", &Text::default(), QUESTION);
    reading.needed("question", &question);
    let sectors: Vec<_> = of.offered.sectors.iter().map(|one| one.id).collect();
    let sector = reading.known("sector", &sectors);
    match reading.done((sector, question)) {
        Ok((sector, question)) => {
            let id = add_question(&mut tx, sector, &question).await?;
            let to = said(&question_url(&ctx, id, ""), "discovery-added");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &ChecklistPage { sent, complaints, ..of }))
        }
    }
}

/// A question with its answers.
pub(crate) struct QuestionPage {
    pub(crate) question: Question,
    pub(crate) sector: Option<Sector>,
    pub(crate) answers: Vec<AnswerKept>,
    /// Which organizations are asked it.
    pub(crate) asked: Markup,
    /// What is open of that: whoever answers is asked no more.
    pub(crate) open: Vec<Ask>,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/outreach/checklist/{question}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtQuestion>) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let of = load_one(&ctx, &mut tx, at.question).await?;
    tx.done().await?;
    answered(one_view(&ctx, &of))
}

pub(super) async fn load_one(ctx: &Ctx, tx: &mut Tx, id: QuestionId) -> Result<QuestionPage> {
    let question = find_question(tx, id).await?.or_not_found()?;
    let sectors = partners::sectors(tx).await?;
    Ok(QuestionPage {
        sector: sectors.into_iter().find(|one| Some(one.id) == question.sector_id),
        answers: list_answers(tx, id).await?,
        asked: partners::asked_about(ctx, tx, &id.into()).await?,
        open: if ctx.may(can::KEEP_OUTREACH) {
            partners::open_asks_about(tx, &id.into()).await?
        } else {
            Vec::new()
        },
        question,
        sent: Pairs::default(),
        complaints: Complaints::default(),
    })
}

/// The page of a question.
pub(crate) fn one_view(ctx: &Ctx, of: &QuestionPage) -> Markup {
    let (say, question) = (ctx.say(), &of.question);
    let may = ctx.may(can::KEEP_OUTREACH);
    let retire = form(ctx, question_url(ctx, question.id, "/retirement"));
    let (label, value) = if question.retired {
        (t!(say, "discovery-ask-again"), "")
    } else {
        (t!(say, "discovery-retire"), "yes")
    };
    let stands = question.version.to_string();
    let edit = (t!(say, "discovery-edit"), question_url(ctx, question.id, "/edit"));
    let body = markup! {
        @if may { (html::acts(&[edit])) }
        @if let Some(sector) = &of.sector { p.quiet { (shown(ctx, &sector.name)) } }
        @if question.retired { (html::notice(markup! { p { (t!(say, "discovery-retired")) } })) }
        section #answers { h2 { (t!(say, "discovery-answers")) }
            @if of.answers.is_empty() { p { (t!(say, "discovery-no-answer")) } } @else { (answers(ctx, &of.answers)) }
        }
        @if !question.retired { (of.asked) }
        @if may && !question.retired { section #answer { h2 { (t!(say, "discovery-answer")) } (answering::form_of(ctx, of)) } }
        @if may { div.acts { (retire.button(&label, "", &[("retired", value), ("version", &stands)])) } }
        p { a href=(ctx.url(&format!("/work/history/discovery-question/{}", question.id))) { (t!(say, "history-all")) } }
    };
    let head = Head::of(ctx, &question.question)
        .under(t!(say, "outreach-title"), room_url(ctx, ""))
        .under(t!(say, "discovery-title"), room_url(ctx, "/checklist"));
    page(ctx, &head, body)
}

fn answers(ctx: &Ctx, all: &[AnswerKept]) -> Markup {
    let say = ctx.say();
    let heads = [
        t!(say, "discovery-answered-on"),
        t!(say, "discovery-has"),
        t!(say, "discovery-strengths"),
        t!(say, "discovery-weaknesses"),
        t!(say, "discovery-told-by"),
        t!(say, "prospect-by"),
    ];
    let row = |one: &AnswerKept| {
        vec![
            markup! { time datetime=(one.answered_on) { (say.short_day(one.answered_on)) } },
            has_shown(ctx, one.has),
            markup! { (one.strengths) },
            markup! { (one.weaknesses) },
            markup! { bdi { (one.told_by) } },
            markup! { bdi { (one.noted_by) } },
        ]
    };
    table(&t!(say, "discovery-answers"), &heads, all.iter().map(row).collect())
}

/// `POST /{p}/work/outreach/checklist/{question}/retirement`: asked no more, or again.
pub(crate) async fn retire(ctx: Ctx, Path(at): Path<AtQuestion>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_question(&mut tx, at.question).await?.or_not_found()?;
    if sent.version() != before.version {
        return Err(platform::errors::Error::Stale);
    }
    let retired = !sent.get("retired").is_empty();
    update_question(&mut tx, &before, &before.facts(), retired).await?;
    if retired {
        partners::close_asks(&mut tx, &before.id.into(), partners::AskState::Withdrawn).await?;
    }
    let verb = if retired { "discovery.retired" } else { "discovery.asked-again" };
    tx.audit(verb, before.id, Some(&before.retired), Some(&retired)).await?;
    let to = said(&question_url(&ctx, before.id, ""), "discovery-saved");
    see_other(&tx.commit_to(&to).await?)
}
