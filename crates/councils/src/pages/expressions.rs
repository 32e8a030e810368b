//! Expressions of interest in the workspace: the queue, the rounds, and each with its answer.

use super::{
    choices::{Choices, Chosen},
    council_url, parts, room_url,
    rounds::{self, round_url},
};
use crate::{
    CouncilId, ExpressionId, SeatId, can,
    facade::add_round,
    public::interest::reach_word,
    rules::{
        expressions::{ExpressionAnswer, ExpressionState, Round, kept_until},
        reaching::ReachBy,
    },
    seen::for_reader,
    store::{
        bodies::{Council, find_council, list_councils},
        expressions::{Expression, count_expressions, find_expression, list_expressions, list_rounds},
        seats::{Seat, list_seats_of_council},
        terms::list_terms_of_council,
    },
};
use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    errors::{Complaints, Error, OrNotFound},
    html::{
        Choice, Empty, Head, acts, call, choice, empty, facts, field, form, notice, page, pager, said, shown,
        tabs,
    },
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
};
use serde::Deserialize;

/// The part of an address that names an expression.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtExpression {
    pub(crate) expression: ExpressionId,
}

/// The address of an expression's page, or of what lies below it.
pub(crate) fn expression_url(ctx: &Ctx, id: ExpressionId, path: &str) -> String {
    room_url(ctx, &format!("/expressions/{id}{path}"))
}

/// What the queue shows: those who wait, those kept, those answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Queue {
    Waiting,
    Kept,
    Answered,
}

impl Queue {
    const ALL: [Self; 3] = [Self::Waiting, Self::Kept, Self::Answered];

    fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Kept => "kept",
            Self::Answered => "answered",
        }
    }

    fn states(self) -> &'static [ExpressionState] {
        match self {
            Self::Waiting => &[ExpressionState::Received, ExpressionState::UnderReview],
            Self::Kept => &[ExpressionState::Kept],
            Self::Answered => &[ExpressionState::Accepted, ExpressionState::Declined],
        }
    }

    fn of(code: &str) -> Self {
        Self::ALL.into_iter().find(|queue| queue.code() == code).unwrap_or(Self::Waiting)
    }
}

/// The queue, as its page shows it.
pub(crate) struct QueuePage {
    pub(crate) queue: Queue,
    pub(crate) councils: Vec<Council>,
    pub(crate) expressions: Page<Expression>,
    pub(crate) counts: Vec<(ExpressionState, i64)>,
    pub(crate) rounds: Vec<Round>,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/councils/expressions`: who would like to sit on a body, oldest first.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let shown = load(&ctx, Pairs::default(), Complaints::default()).await?;
    html(view(&ctx, &shown))
}

async fn load(ctx: &Ctx, sent: Pairs, complaints: Complaints) -> platform::errors::Result<QueuePage> {
    let mut tx = ctx.read(can::SEE_EXPRESSIONS).await?;
    let address = ctx.address();
    let councils = list_councils(&mut tx).await?;
    // A chair reads those for her own body; the coordinator reads all.
    let own: Vec<CouncilId> = councils
        .iter()
        .map(|council| council.id)
        .filter(|id| ctx.may(can::ANSWER_EXPRESSION.on(*id)))
        .filter(|id| address.get("council").is_empty() || address.get("council") == id.to_string())
        .collect();
    let queue = Queue::of(address.get("queue"));
    let expressions = list_expressions(&mut tx, &own, queue.states(), &address).await?;
    let counts = count_expressions(&mut tx, &own).await?;
    let rounds = list_rounds(&mut tx).await?;
    tx.done().await?;
    Ok(QueuePage { queue, councils, expressions, counts, rounds, sent, complaints })
}

/// The page of the queue.
pub(crate) fn view(ctx: &Ctx, of: &QueuePage) -> Markup {
    let say = ctx.say();
    let url = room_url(ctx, "/expressions");
    let count = |queue: Queue| -> i64 {
        of.counts.iter().filter(|(state, _)| queue.states().contains(state)).map(|(_, n)| *n).sum()
    };
    let queues: Vec<_> = Queue::ALL
        .into_iter()
        .map(|queue| {
            let label = say.t(&format!("expressions-{}", queue.code()), &[("n", count(queue).into())]);
            (label, format!("{url}?queue={}", queue.code()), queue == of.queue)
        })
        .collect();
    let body = markup! {
        (parts(ctx, "/expressions"))
        (tabs(&t!(say, "expressions-queues"), &queues))
        @if of.expressions.rows.is_empty() {
            (empty(&Empty { why: t!(say, "expressions-empty-why"), example: Some(t!(say, "expressions-empty-example")), first: None }))
        } @else {
            ul.todo { @for expression in &of.expressions.rows { (line(ctx, of, expression)) } }
            (pager(ctx, &ctx.address(), &of.expressions))
        }
        (held(ctx, of))
    };
    page(ctx, &Head::new(t!(say, "expressions-title")), body)
}

fn line(ctx: &Ctx, of: &QueuePage, expression: &Expression) -> Markup {
    let say = ctx.say();
    let council = of.councils.iter().find(|council| council.id == expression.council_id);
    markup! {
        li {
            span.num { (say.short_day(expression.received_at.day_in(&ctx.zone()))) }
            span {
                a href=(expression_url(ctx, expression.id, "")) { (expression.name) }
                @if let Some(council) = council { " · " (shown(ctx, &council.name)) }
                br;
                span.small.quiet { (say.t(&format!("expression-state-{}", expression.state.code()), &[])) @if !expression.speaks_for.is_empty() { " · " bdi { (expression.speaks_for) } } " · " (expression.lang.own_name()) }
            }
            a.btn.plain href=(expression_url(ctx, expression.id, "")) { (t!(say, "expression-read")) }
        }
    }
}

/// The rounds, and a form for the next.
fn held(ctx: &Ctx, of: &QueuePage) -> Markup {
    let say = ctx.say();
    let form = form(ctx, room_url(ctx, "/rounds")).complaints(&of.complaints);
    markup! {
        section #rounds {
            h2 { (t!(say, "rounds-title")) }
            @if of.rounds.is_empty() { p { (t!(say, "rounds-empty")) } }
            ul { @for round in &of.rounds { li {
                (t!(say, "round-from-to", season = say.t(&format!("round-season-{}", round.season.code()), &[]), from = round.opens_on, to = round.closes_on))
                @if round.is_open(ctx.today()) { " " span.tag { (t!(say, "round-open")) } }
                @if ctx.may(can::SET_UP_COUNCILS) { " " a href=(round_url(ctx, round.id)) { (t!(say, "round-change")) span.unseen { " " (say.day(round.opens_on)) } } }
            } } }
            @if ctx.may(can::SET_UP_COUNCILS) {
                details open[!of.complaints.is_empty()] {
                    summary { (t!(say, "round-set")) }
                    (form.show(&t!(say, "round-set"), markup! {
                        p { (t!(say, "round-set-explains")) }
                        (rounds::fields(ctx, &form, &of.sent))
                    }))
                }
            }
        }
    }
}

/// `POST /{p}/work/councils/rounds`: a round is set; kept expressions enter it.
pub(crate) async fn set_round(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    ctx.demand(can::SET_UP_COUNCILS)?;
    let complaints = match rounds::read(&ctx, &sent) {
        Ok((season, opens_on, closes_on)) => {
            let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
            match add_round(&mut tx, season, opens_on, closes_on).await {
                Ok(_) => {
                    let to = tx.commit_to(&said(&room_url(&ctx, "/expressions"), "round-set")).await?;
                    return see_other(&to);
                }
                Err(Error::Refused(why)) => Complaints::of("opens_on", why),
                Err(other) => return Err(other),
            }
        }
        Err(complaints) => complaints,
    };
    let shown = load(&ctx, sent, complaints).await?;
    page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
}

/// One expression, as its page shows it.
pub(crate) struct ExpressionPage {
    pub(crate) expression: Expression,
    pub(crate) council: Council,
    /// The last day on which it is kept, as things stand.
    pub(crate) kept_until: Date,
    /// All seats of the body, by number.
    pub(crate) seats: Vec<Seat>,
    /// Those that nobody holds or is about to take.
    pub(crate) vacant: Vec<Seat>,
    pub(crate) choices: Choices,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/councils/expressions/{expression}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtExpression>) -> Answer {
    let mut tx = ctx.read(can::SEE_EXPRESSIONS).await?;
    let shown = one(&ctx, &mut tx, at.expression).await?;
    tx.done().await?;
    html(one_view(&ctx, &shown))
}

/// Everything the page of an expression shows, to whoever answers for its body.
pub(crate) async fn one(
    ctx: &Ctx,
    tx: &mut platform::db::Tx,
    id: ExpressionId,
) -> platform::errors::Result<ExpressionPage> {
    let expression = find_expression(tx, id).await?.or_not_found()?;
    ctx.demand(can::ANSWER_EXPRESSION.on(expression.council_id))?;
    let council = find_council(tx, expression.council_id).await?.or_not_found()?;
    let reader = partners::reader(ctx);
    let seats = list_seats_of_council(tx, council.id).await?;
    let seats: Vec<Seat> = seats.into_iter().filter_map(|seat| for_reader(seat, reader)).collect();
    let terms = list_terms_of_council(tx, council.id).await?;
    let is_vacant = |seat: &&Seat| seat.on_board(&terms).state_on(ctx.today()).is_vacant();
    let vacant = seats.iter().filter(is_vacant).cloned().collect();
    let choices = Choices::read(ctx, tx, &Chosen::default()).await?;
    let (sent, complaints) = (Pairs::default().with("starts_on", ctx.today()), Complaints::default());
    let round = list_rounds(tx).await?.into_iter().find(|round| Some(round.id) == expression.round_id);
    let answered = expression.answered_at.map(|at| at.day_in(&ctx.zone()));
    let received = expression.received_at.day_in(&ctx.zone());
    let kept_until = kept_until(answered, round.map(|round| round.closes_on), received);
    Ok(ExpressionPage { expression, council, kept_until, seats, vacant, choices, sent, complaints })
}

/// The page of one expression.
pub(crate) fn one_view(ctx: &Ctx, of: &ExpressionPage) -> Markup {
    let say = ctx.say();
    let expression = &of.expression;
    let words = |words: &str| markup! { bdi { (words) } };
    let state = say.t(&format!("expression-state-{}", expression.state.code()), &[]);
    let body = markup! {
        (facts(&[
            (t!(say, "seat-council"), markup! { a href=(council_url(ctx, of.council.id, "")) { (shown(ctx, &of.council.name)) } }),
            (t!(say, "expression-state"), words(&state)),
            (t!(say, "expression-received"), words(&say.day(expression.received_at.day_in(&ctx.zone())))),
            (t!(say, "interest-reach"), words(&reach_word(ctx, expression.reach_by))),
            (t!(say, "interest-email"), markup! { @if !expression.email.is_empty() { bdi dir="ltr" { (expression.email) } } }),
            (t!(say, "interest-phone"), markup! { @if !expression.phone.is_empty() { (call(&expression.phone)) } }),
            (t!(say, "interest-speaks-for"), if expression.speaks_for.is_empty() { markup! {} } else { words(&expression.speaks_for) }),
            (t!(say, "expression-language"), words(expression.lang.own_name())),
            (t!(say, "expression-agreed"), markup! { span lang=(expression.lang.code()) dir=(expression.lang.direction()) { (expression.consent_wording) } }),
            (t!(say, "expression-kept-until"), words(&say.day(of.kept_until))),
        ]))
        section #words {
            h2 { (t!(say, "expression-words")) }
            blockquote lang=(expression.lang.code()) dir=(expression.lang.direction()) {
                @for paragraph in expression.body.split("\n\n") { p { (paragraph) } }
            }
        }
        @if expression.state.is_answered() { (answered(ctx, of)) } @else { (answers(ctx, of)) }
        @if ctx.may(can::ERASE_EXPRESSION) { (acts(&[(t!(say, "expression-erase"), expression_url(ctx, expression.id, "/erasure"))])) }
    };
    page(ctx, &Head::new(expression.name.clone()), body)
}

fn answered(ctx: &Ctx, of: &ExpressionPage) -> Markup {
    let say = ctx.say();
    let expression = &of.expression;
    markup! {
        @for complaint in &of.complaints.0 { (notice(markup! { p { (say.refusal(complaint.why.as_ref())) } })) }
        section #answer {
            h2 { (t!(say, "expression-answered-on", day = expression.answered_at.unwrap_or(expression.received_at).day_in(&ctx.zone()))) }
            p lang=(expression.lang.code()) dir=(expression.lang.direction()) { (expression.answer) }
            @if expression.reach_by == ReachBy::Phone { p { (t!(say, "expression-tell-by-phone")) " " (call(&expression.phone)) } }
        }
        @if !of.sent.get("words").is_empty() {
            section #typed { h2 { (t!(say, "expression-typed")) } p lang=(expression.lang.code()) dir=(expression.lang.direction()) { (of.sent.get("words")) } }
        }
    }
}

/// The four answers. Those that end it go to the person by mail, in her language.
pub(super) fn answers(ctx: &Ctx, of: &ExpressionPage) -> Markup {
    let say = ctx.say();
    let (sent, url) = (&of.sent, expression_url(ctx, of.expression.id, "/answer"));
    let version = of.expression.version.to_string();
    let simple = |answer: ExpressionAnswer, label: String| {
        form(ctx, &url).button(&label, "", &[("answer", answer.state().code()), ("version", &version)])
    };
    let seats: Vec<Choice> = of.vacant.iter().map(|seat| seat_choice(ctx, seat)).collect();
    let people: Vec<Choice> =
        of.choices.people.iter().map(|person| choice(person.id.to_string(), person.name.clone())).collect();
    let is = |state: ExpressionState| sent.get("answer") == state.code();
    let accept = form(ctx, &url).named("accept").complaints(&of.complaints);
    let decline = form(ctx, &url).named("decline").complaints(&of.complaints);
    let words = |form: &platform::html::FormHtml<'_>| {
        let language = platform::html::lang_name(ctx, of.expression.lang);
        let hint = match of.expression.reach_by {
            ReachBy::Mail => t!(say, "expression-answer-hint", language = language),
            ReachBy::Phone => t!(say, "expression-call-hint", language = language),
        };
        form.prose(field("words", t!(say, "expression-answer")).hint(hint).value(sent.get("words")).rows(4))
    };
    markup! {
        section #answer {
            h2 { (t!(say, "expression-answer-heading")) }
            div.acts {
                @if of.expression.state != ExpressionState::UnderReview { (simple(ExpressionAnswer::Review, t!(say, "expression-review"))) " " }
                @if of.expression.state != ExpressionState::Kept { (simple(ExpressionAnswer::Keep, t!(say, "expression-keep"))) }
            }
            @if seats.is_empty() { p { (t!(say, "expression-no-vacancy")) } } @else {
                details open[is(ExpressionState::Accepted)] { summary { (t!(say, "expression-accept")) }
                    (accept.show(&t!(say, "expression-accept"), markup! {
                        (accept.select(field("seat", t!(say, "seat-column")).value(sent.get("seat")), &seats))
                        (accept.select(field("person", t!(say, "expression-person")).hint(t!(say, "expression-person-hint")).value(sent.get("person")).optional(), &people))
                        (accept.date(field("starts_on", t!(say, "term-starts-on")).value(sent.get("starts_on"))))
                        (accept.date(field("ends_on", t!(say, "term-ends-on")).value(sent.get("ends_on")).optional()))
                        (words(&accept))
                        (accept.hidden("answer", ExpressionState::Accepted.code())) (accept.hidden("version", &version))
                    }))
                }
            }
            details open[is(ExpressionState::Declined)] { summary { (t!(say, "expression-decline")) }
                (decline.show(&t!(say, "expression-decline"), markup! {
                    (words(&decline))
                    (decline.hidden("answer", ExpressionState::Declined.code())) (decline.hidden("version", &version))
                }))
            }
        }
    }
}

pub(super) fn seat_choice(ctx: &Ctx, seat: &Seat) -> Choice {
    let label =
        t!(ctx.say(), "seat-numbered-for", number = seat.number, category = seat.category.plain(ctx.lang));
    choice(seat.id.to_string(), label)
}

/// The answer that a form gives.
pub(crate) fn read_answer(ctx: &Ctx, sent: &Pairs) -> Result<(ExpressionAnswer, String), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let state = reading.choice("answer", ExpressionState::from_code);
    let words = reading.prose_or_none("words");
    let answer = match state {
        Some(ExpressionState::UnderReview) => Some(ExpressionAnswer::Review),
        Some(ExpressionState::Kept) => Some(ExpressionAnswer::Keep),
        Some(ExpressionState::Declined) => Some(ExpressionAnswer::Decline),
        Some(ExpressionState::Accepted) => reading
            .choice("seat", |typed| typed.parse::<SeatId>().ok())
            .map(|seat| ExpressionAnswer::Accept { seat }),
        _ => None,
    };
    match answer {
        Some(answer) if reading.complaints.is_empty() => Ok((answer, words)),
        _ => Err(reading.complaints),
    }
}
