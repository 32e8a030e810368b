//! Asking how far lines are: who can be asked about what, what each will read, one letter to each, and what became of the letters.

use super::{AtLine, asking_readers::AskReader, asking_readers::readers, asking_view, line_url, parts};
use crate::{
    LetterId, can,
    facade::{end_letter, keep_letter},
    mails::{self, Asking, asking_url},
    rules::asking::{AskingRefusal, until},
    seen::PlanSeen,
    store::{
        frameworks::find_in_force,
        letters::{Letter, NewLetter, find_letter, letters_that_hold, page_letters},
        lines::Line,
    },
};
use axum::http::StatusCode;
use jiff::civil::Date;
use maud::Markup;
use partners::{OrganizationId, Way, Whose};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Head, file, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
    text::{PROSE, Text},
};
use serde::Deserialize;

/// The part of an address that names a letter.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtLetter {
    letter: LetterId,
}

/// What the form sends when the letters were seen as each group will read them.
pub(crate) const SEEN: (&str, &str) = ("step", "send");
/// An answer is asked for within so many days unless another day is chosen.
const USUAL_DAYS: i64 = 14;

/// Whom one can ask, what was asked of them, and the letters.
pub(crate) struct AskingPage {
    /// The plan in force; none when there is none of today's.
    pub(crate) seen: Option<PlanSeen>,
    pub(crate) readers: Vec<AskReader>,
    /// Open lines of which nobody can be asked.
    pub(crate) unreached: Vec<Line>,
    pub(crate) letters: Page<Letter>,
    /// What was asked of partners lately.
    pub(crate) asked: Markup,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// What is asked, as the form says it.
pub(crate) struct Chosen<'a> {
    pub(crate) readers: Vec<&'a AskReader>,
    pub(crate) until_on: Date,
    pub(crate) words: Text,
}

/// `GET /{p}/work/plan/asking`: whom one can ask; `?line=…` chooses those who answer for a line.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let mut shown = load(&ctx, &mut tx).await?;
    tx.done().await?;
    if let Some(kind) = ctx.address().file() {
        let name = t!(ctx.say(), "plan-letters-file");
        return file(&ctx, kind, &name, &asking_view::columns(&ctx), &shown.letters.rows);
    }
    let day = ctx.today().saturating_add(jiff::Span::new().days(USUAL_DAYS));
    let line: Option<AtLine> = ctx.address().get("line").parse().ok().map(|node| AtLine { node });
    shown.sent = begun(&shown.readers, line).with("until", day);
    html(view(&ctx, &shown))
}

/// The form before anybody typed: chosen are those who answer for the line that was named, else those who owe an answer and have
/// none to give yet.
fn begun(readers: &[AskReader], line: Option<AtLine>) -> Pairs {
    let is_chosen = |one: &&AskReader| match line {
        Some(at) => one.lines.iter().any(|(id, _)| *id == at.node),
        None => one.owed > 0 && one.waiting.is_none(),
    };
    readers.iter().filter(is_chosen).fold(Pairs::default(), |form, one| form.and("to", one.who))
}

async fn load(ctx: &Ctx, tx: &mut Tx) -> Result<AskingPage> {
    let address = ctx.address();
    let letters = page_letters(tx, address.get("state"), &address).await?;
    let framework = find_in_force(tx).await?.filter(|one| !one.historical);
    let (mut all, mut unreached, mut organizations) = (Vec::new(), Vec::new(), Vec::new());
    let mut seen = None;
    if let Some(framework) = framework {
        let plan = PlanSeen::load(ctx, tx, framework).await?;
        let holding = letters_that_hold(tx).await?;
        (all, unreached) = readers(ctx, tx, &plan, &holding).await?;
        organizations = all.iter().flat_map(|one| one.organizations.clone()).collect();
        seen = Some(plan);
    }
    let asked = partners::asked_lately(ctx, tx, Some(&organizations)).await?;
    let (sent, complaints) = Default::default();
    Ok(AskingPage { seen, readers: all, unreached, letters, asked, sent, complaints })
}

/// `POST /{p}/work/plan/asking`: shows what each group will read; sent again from there, one letter to each.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let sends = sent.get(SEEN.0) == SEEN.1;
    let mut tx = if sends { ctx.write(can::EDIT_PLAN).await? } else { ctx.read(can::EDIT_PLAN).await? };
    let mut shown = load(&ctx, &mut tx).await?;
    shown.sent = sent;
    let read = read(&ctx, &shown);
    match (read, &shown.seen) {
        (Ok(chosen), Some(seen)) if sends => {
            for one in &chosen.readers {
                send(&ctx, &mut tx, seen, (one, &chosen)).await?;
            }
            see_other(&tx.commit_to(&said(&asking_url(&ctx, ""), "plan-letters-sent")).await?)
        }
        (Ok(chosen), Some(seen)) => {
            tx.done().await?;
            html(asking_view::preview(&ctx, (&shown, seen), &chosen))
        }
        (Ok(_), None) => Err(Error::NotFound),
        (Err(complaints), _) => {
            tx.done().await?;
            shown.complaints = complaints;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

fn read<'a>(ctx: &Ctx, of: &'a AskingPage) -> std::result::Result<Chosen<'a>, Complaints> {
    let mut reading = Reading::of(ctx, &of.sent);
    let codes: Vec<&str> = of.sent.all("to").collect();
    let readers: Vec<&AskReader> =
        of.readers.iter().filter(|one| codes.contains(&one.who.to_string().as_str())).collect();
    if codes.is_empty() {
        reading.refuse("to", AskingRefusal::Nobody);
    } else if readers.len() != codes.len() {
        reading.refuse("to", AskingRefusal::Changed);
    }
    let day = reading.day("until").and_then(|on| reading.complaints.take("until", until(on, ctx.today())));
    let words = reading.proses("words", &Text::default(), PROSE);
    let until_on = day.unwrap_or_else(|| ctx.today());
    reading.done(Chosen { readers, until_on, words })
}

/// One letter: kept, sent, counted. A letter whose link still holds is sent again rather than a second one beside it; to another
/// address goes a letter of its own, and the link of the one before ends: whoever reads there now is somebody else.
async fn send(
    ctx: &Ctx,
    tx: &mut Tx,
    seen: &PlanSeen,
    (to, chosen): (&AskReader, &Chosen<'_>),
) -> Result<()> {
    let new = NewLetter {
        person: to.person,
        organization: to.organization,
        name: to.name.clone(),
        email: to.address.clone(),
        lang: to.lang,
        until_on: chosen.until_on,
    };
    let before = match to.letter {
        Some(id) => find_letter(tx, id).await?,
        None => None,
    };
    let id = keep_letter(tx, before.as_ref(), &new, &to.lines).await?;
    let lines: Vec<&Line> = to.lines.iter().filter_map(|(line, _)| seen.line(*line)).collect();
    let asking = Asking { name: &to.name, lines: &lines, until_on: chosen.until_on, words: &chosen.words };
    mails::send(ctx, tx, (id, to.who), (&to.address, to.lang), &asking).await?;
    let whose = to.person.map(Whose::Person).or(to.organization.map(Whose::Organization));
    if let Some(whose) = whose {
        partners::in_touch(ctx, tx, whose, Way::Letter).await?;
    }
    let organizations: &[OrganizationId] = &to.organizations;
    mails::count(ctx, tx, (id, chosen.until_on), organizations).await
}

/// `POST /{p}/work/plan/asking/{letter}/cancelling`: the link opens nothing any more, and what was asked is not asked any more.
pub(crate) async fn cancel(ctx: Ctx, Path(at): Path<AtLetter>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let letter = find_letter(&mut tx, at.letter).await?.or_not_found()?;
    if sent.version() != letter.version {
        return Err(Error::Stale);
    }
    if letter.cancelled_at.is_some() {
        return Err(AskingRefusal::Over.into());
    }
    end_letter(&mut tx, &letter).await?;
    see_other(&tx.commit_to(&said(&asking_url(&ctx, ""), "plan-letter-cancelled")).await?)
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &AskingPage) -> Markup {
    let say = ctx.say();
    let body = maud::html! {
        (parts(ctx, "/asking"))
        p { (t!(say, "plan-asking-lead")) }
        @match &of.seen {
            None => p { (t!(say, "plan-asking-no-plan")) },
            Some(seen) => (asking_view::form_of(ctx, (of, seen))),
        }
        @if !of.unreached.is_empty() {
            details { summary { (t!(say, "plan-asking-unreached", n = of.unreached.len())) }
                p { (t!(say, "plan-asking-unreached-why")) }
                ul { @for line in &of.unreached { li { a href=(line_url(ctx, line.id, "")) { (line.code) " " (platform::html::shown(ctx, &line.title)) } } } }
            }
        }
        (of.asked)
        (asking_view::letters(ctx, of))
    };
    page(
        ctx,
        &Head::new(t!(say, "plan-asking-title")).under(t!(say, "plan-title"), super::room_url(ctx, "")),
        body,
    )
}
