//! A request to take part in the workspace: its answer and the note of the staff.

use super::room_url;
use crate::{
    JoiningId, can,
    rules::joining::{Asker, JoiningState, decide},
    store::joining::{Decided, Joining, find_joining, update_decided, update_note},
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{Organization, Person, Sector};
use platform::{
    audit::AuditEntry,
    consent::ConsentFact,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{self, Conflict, Head, Look, choice, conflict, facts, field, form, page, said, shown, state},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answered, see_other},
    ids::Ref,
    mail::{Mail, Recipient},
    t,
    thread::{Thread, thread},
};
use serde::Deserialize;

/// The part of an address that names a request.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtJoining {
    pub(crate) joining: JoiningId,
}

/// The address of a request's page, or of what lies below it.
pub(crate) fn joining_url(ctx: &Ctx, id: JoiningId, path: &str) -> String {
    room_url(ctx, &format!("/joining/{id}{path}"))
}

pub(crate) fn state_word(ctx: &Ctx, of: JoiningState) -> String {
    ctx.say().t(&format!("asking-state-{}", of.code()), &[])
}

pub(super) fn asker_word(ctx: &Ctx, of: Asker) -> String {
    ctx.say().t(&format!("asking-asker-{}", of.code()), &[])
}

pub(super) const fn look(of: JoiningState) -> Look {
    match of {
        JoiningState::New => Look::NotStarted,
        JoiningState::Answered => Look::UnderWay,
        JoiningState::Partner | JoiningState::Volunteer => Look::Done,
        JoiningState::NotNow => Look::Unknown,
    }
}

/// A request with what it led to.
pub(crate) struct JoiningPage {
    pub(crate) joining: Joining,
    pub(crate) sectors: Vec<Sector>,
    pub(crate) agreed: Vec<ConsentFact>,
    pub(crate) organization: Option<Organization>,
    pub(crate) person: Option<Person>,
    pub(crate) thread: Thread,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/outreach/joining/{joining}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtJoining>) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let of = one(&ctx, &mut tx, at.joining).await?;
    tx.done().await?;
    answered(one_view(&ctx, &of))
}

/// Loads the page of a request.
pub(crate) async fn one(ctx: &Ctx, tx: &mut Tx, id: JoiningId) -> Result<JoiningPage> {
    let joining = find_joining(tx, id).await?.or_not_found()?;
    let reader = partners::reader(ctx);
    let organization = match joining.organization_id {
        Some(id) => partners::organization(tx, reader, id).await?,
        None => None,
    };
    let person = match joining.person_id {
        Some(id) => partners::person(tx, reader, id).await?,
        None => None,
    };
    Ok(JoiningPage {
        sectors: partners::sectors(tx).await?,
        agreed: tx.consent_facts(id).await?,
        organization,
        person,
        thread: thread(ctx, tx, &Ref::from(id)).await?,
        joining,
        sent: Pairs::default(),
        complaints: Complaints::default(),
    })
}

/// The page of a request.
pub(crate) fn one_view(ctx: &Ctx, of: &JoiningPage) -> Markup {
    let (say, joining) = (ctx.say(), &of.joining);
    let (lang, dir) = (joining.lang.code(), joining.lang.direction());
    let history = ctx.url(&format!("/work/history/joining/{}", joining.id));
    let body = markup! {
        (told(ctx, of))
        section #wish { h2 { (t!(say, "asking-their-wish")) }
            blockquote lang=(lang) dir=(dir) { @for part in joining.wish.split("\n\n") { p { (part) } } }
        }
        @if !joining.answer.is_empty() { section #answer-given {
            h2 { (t!(say, "asking-answer-given")) }
            blockquote lang=(lang) dir=(dir) { @for part in joining.answer.split("\n\n") { p { (part) } } }
        } }
        @if ctx.may(can::KEEP_OUTREACH) {
            @if !joining.state.is_decided() { (answers(ctx, of)) (ways_on(ctx, joining)) }
            (note(ctx, of, &joining.note))
        } @else if !joining.note.is_empty() { (html::notice(markup! { p { (joining.note) } })) }
        p { a href=(history) { (t!(say, "history-all")) } }
        @if ctx.may(can::KEEP_OUTREACH) { p.acts {
            a.btn.plain href=(joining_url(ctx, joining.id, "/bin")) { (t!(say, "outreach-to-bin")) } " "
            a.btn.plain href=(joining_url(ctx, joining.id, "/erasure")) { (t!(say, "outreach-erase")) }
        } }
    };
    let head = Head::new(joining.title())
        .under(t!(say, "outreach-title"), room_url(ctx, ""))
        .under(t!(say, "asking-title"), room_url(ctx, "/joining"))
        .on_thread(of.thread.clone());
    page(ctx, &head, body)
}

fn told(ctx: &Ctx, of: &JoiningPage) -> Markup {
    let (say, joining) = (ctx.say(), &of.joining);
    let words = |words: &str| markup! { bdi { (words) } };
    let word = state_word(ctx, joining.state);
    let by = match joining.answered_at {
        Some(at) => {
            t!(say, "asking-answered-by", day = at.day_in(&ctx.zone()), who = joining.answered_by.as_str())
        }
        None => String::new(),
    };
    let sector = of.sectors.iter().find(|one| Some(one.id) == joining.sector_id);
    let organization = of.organization.as_ref().map(|one| {
        markup! { a href=(ctx.url(&format!("/work/partners/{}", one.slug))) { (shown(ctx, &one.name)) } }
    });
    let person = of
        .person
        .as_ref()
        .map(|one| markup! { a href=(ctx.url(&format!("/work/people/{}", one.id))) { bdi { (one.name) } } });
    // The ledger of consent is for those who keep it.
    let agreed = markup! { @for fact in of.agreed.iter().filter(|_| ctx.may(can::KEEP_OUTREACH)) {
        span lang=(fact.lang.code()) dir=(fact.lang.direction()) { (fact.wording) } " "
        span.small.quiet { (say.day(fact.recorded_at.day_in(&ctx.zone()))) }
    } };
    let mail = markup! { @if !joining.email.is_empty() { a href={ "mailto:" (joining.email) } { (joining.email) } } };
    let phone = markup! { @if !joining.phone.is_empty() { (html::call(&joining.phone)) } };
    facts(&[
        (
            t!(say, "asking-state"),
            markup! { (state(look(joining.state), &word)) " " span.small.quiet { (by) } },
        ),
        (t!(say, "asking-asker"), words(&asker_word(ctx, joining.asker))),
        (t!(say, "asking-organization"), words(&joining.organization)),
        (t!(say, "asking-sector"), sector.map_or_else(|| markup! {}, |one| shown(ctx, &one.name))),
        (t!(say, "asking-their-name"), words(&joining.name)),
        (t!(say, "asking-email"), mail),
        (t!(say, "asking-phone"), phone),
        (t!(say, "asking-their-languages"), words(&joining.languages)),
        (t!(say, "asking-lang"), words(&html::lang_name(ctx, joining.lang))),
        (t!(say, "asking-received-on"), words(&say.day(joining.received_at.day_in(&ctx.zone())))),
        (t!(say, "asking-agreed"), agreed),
        (
            t!(say, "asking-became"),
            markup! { @if let Some(one) = &organization { (one) " " } @if let Some(one) = &person { (one) } },
        ),
    ])
}

/// The two answers in words. Each goes by mail in the language of the form where there is an address; else it is noted what
/// was said. What has had an answer says so, and folds the form for one more.
fn answers(ctx: &Ctx, of: &JoiningPage) -> Markup {
    let (say, joining) = (ctx.say(), &of.joining);
    let Some(at) = joining.answered_at else {
        return markup! { section #answer { h2 { (t!(say, "asking-answer")) } (answer_form(ctx, of)) } };
    };
    let day = at.day_in(&ctx.zone());
    let again = if joining.email.is_empty() {
        t!(say, "asking-again-recorded", day = day)
    } else {
        t!(say, "asking-again-mailed", day = day)
    };
    let is_typed = !of.sent.get("decision").is_empty();
    markup! { section #answer {
        details.stack open[is_typed] {
            summary { (t!(say, "asking-again")) }
            p { (again) }
            (answer_form(ctx, of))
        }
    } }
}

fn answer_form(ctx: &Ctx, of: &JoiningPage) -> Markup {
    let (say, joining, sent) = (ctx.say(), &of.joining, &of.sent);
    let language = html::lang_name(ctx, joining.lang);
    let hint = if joining.email.is_empty() {
        t!(say, "asking-words-called", language = language)
    } else {
        t!(say, "asking-words-mailed", language = language)
    };
    let decisions = [JoiningState::Answered, JoiningState::NotNow]
        .map(|one| choice(one.code(), say.t(&format!("asking-decide-{}", one.code()), &[])));
    let decision =
        if sent.get("decision").is_empty() { JoiningState::Answered.code() } else { sent.get("decision") };
    let form = form(ctx, joining_url(ctx, joining.id, "/answer")).named("answer");
    let form = if of.complaints.about("note").is_some() { form } else { form.complaints(&of.complaints) };
    let submit = if joining.email.is_empty() {
        t!(say, "asking-answer-record")
    } else {
        t!(say, "asking-answer-submit")
    };
    form.show(
        &submit,
        markup! {
            (form.radios(field("decision", t!(say, "asking-decision")).value(decision), &decisions))
            (form.prose(field("words", t!(say, "asking-words")).hint(hint).value(sent.get("words")).rows(6)))
            (form.version(joining.version))
        },
    )
}

fn ways_on(ctx: &Ctx, joining: &Joining) -> Markup {
    let say = ctx.say();
    let url = |path: &str| joining_url(ctx, joining.id, path);
    markup! { section #became { h2 { (t!(say, "asking-becomes")) }
        p.acts {
            @if joining.asker != Asker::Person { a.btn.plain href=(url("/partner")) { (t!(say, "asking-make-partner")) } " " }
            a.btn.plain href=(url("/volunteer")) { (t!(say, "asking-make-volunteer")) }
        }
    } }
}

fn note(ctx: &Ctx, of: &JoiningPage, typed: &str) -> Markup {
    let (say, joining) = (ctx.say(), &of.joining);
    let form = form(ctx, joining_url(ctx, joining.id, "/note")).named("note");
    let is_about_it = of.complaints.about("note").is_some();
    let form = if is_about_it { form.complaints(&of.complaints) } else { form };
    markup! { section #note { h2 { (t!(say, "asking-note")) }
        (form.show(&t!(say, "asking-note-submit"), markup! {
            (form.prose(field("note", t!(say, "asking-note")).hint(t!(say, "asking-note-hint")).value(typed).rows(3).optional()))
            (form.version(joining.version))
        }))
    } }
}

/// `POST /{p}/work/outreach/joining/{joining}/answer`.
pub(crate) async fn answer(ctx: Ctx, Path(at): Path<AtJoining>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_joining(&mut tx, at.joining).await?.or_not_found()?;
    if sent.version() != before.version {
        return stale(&ctx, tx, at, sent).await;
    }
    match read_answer(&ctx, &before, &sent) {
        Ok((state, words)) => {
            let decided = Decided {
                state,
                words: &words,
                organization: before.organization_id,
                person: before.person_id,
            };
            update_decided(&mut tx, &before, decided).await?;
            mail(&ctx, &mut tx, &before, &words).await?;
            tx.audit("joining.answered", at.joining, Some(&before.state.code()), Some(&state.code())).await?;
            let to = said(&joining_url(&ctx, at.joining, ""), "asking-answered");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            let of = JoiningPage { sent, complaints, ..one(&ctx, &mut tx, at.joining).await? };
            tx.done().await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, one_view(&ctx, &of))
        }
    }
}

fn read_answer(
    ctx: &Ctx,
    before: &Joining,
    sent: &Pairs,
) -> std::result::Result<(JoiningState, String), Complaints> {
    let offered = |code: &str| {
        JoiningState::from_code(code)
            .filter(|one| matches!(one, JoiningState::Answered | JoiningState::NotNow))
    };
    let mut reading = Reading::of(ctx, sent);
    let state = reading.choice("decision", offered).unwrap_or(JoiningState::Answered);
    let words = reading.prose_or_none("words");
    if let Err(why) = decide(before.state, state, &words)
        && reading.complaints.is_empty()
    {
        reading.complaints.add("words", why);
    }
    reading.done((state, words))
}

/// Sends words to whoever asked, in the language of the form, where there are words and an address.
pub(crate) async fn mail(ctx: &Ctx, tx: &mut Tx, joining: &Joining, words: &str) -> Result<()> {
    if joining.email.is_empty() || words.is_empty() {
        return Ok(());
    }
    let say = ctx.say().in_lang(joining.lang);
    let partnership = ctx.partnership()?.name.plain(joining.lang).to_owned();
    let mail = Mail {
        to: Recipient::parse(&joining.email)?,
        lang: joining.lang,
        subject: t!(say, "asking-mail-subject", partnership = partnership.as_str()).into(),
        body: t!(
            say,
            "asking-mail-body",
            name = joining.name.as_str(),
            words = words,
            partnership = partnership
        ),
        purpose: "asking-answer",
        unsubscribe: None,
    };
    tx.send_mail(mail).await.map(drop)
}

/// `POST /{p}/work/outreach/joining/{joining}/note`.
pub(crate) async fn keep_note(ctx: Ctx, Path(at): Path<AtJoining>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_joining(&mut tx, at.joining).await?.or_not_found()?;
    if sent.version() != before.version {
        return stale(&ctx, tx, at, sent).await;
    }
    let mut reading = Reading::of(&ctx, &sent);
    let note = reading.prose_or_none("note");
    match reading.done(note) {
        Ok(note) => {
            update_note(&mut tx, &before, &note).await?;
            tx.audit("joining.noted", at.joining, None::<&()>, None::<&()>).await?;
            let to = said(&joining_url(&ctx, at.joining, ""), "asking-noted");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            let mut of = JoiningPage { complaints, ..one(&ctx, &mut tx, at.joining).await? };
            sent.get("note").clone_into(&mut of.joining.note);
            tx.done().await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, one_view(&ctx, &of))
        }
    }
}

/// Somebody else has changed it since the page was made: both, and nothing typed is lost.
async fn stale(ctx: &Ctx, mut tx: Tx, at: AtJoining, sent: Pairs) -> Answer {
    let by = tx.history(&Ref::from(at.joining), 1).await?.pop();
    let of = JoiningPage { sent, ..one(ctx, &mut tx, at.joining).await? };
    tx.done().await?;
    page_with(StatusCode::CONFLICT, conflict_view(ctx, &of, by.as_ref())?)
}

/// The page of a request that somebody else has changed meanwhile.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub(crate) fn conflict_view(ctx: &Ctx, of: &JoiningPage, by: Option<&AuditEntry>) -> Result<Markup> {
    let (say, joining) = (ctx.say(), &of.joining);
    let url = joining_url(ctx, joining.id, "");
    let is_note = of.sent.get("decision").is_empty();
    let (path, labels) = if is_note {
        ("/note", vec![("note".into(), t!(say, "asking-note"))])
    } else {
        let decision = ("decision".into(), t!(say, "asking-decision"));
        ("/answer", vec![decision, ("words".into(), t!(say, "asking-words"))])
    };
    let theirs = Pairs::default()
        .with("decision", joining.state.code())
        .with("words", &joining.answer)
        .with("note", &joining.note);
    let both = Conflict {
        action: format!("{url}{path}"),
        theirs: &theirs,
        mine: &of.sent.clone().with("version", joining.version),
        version: joining.version,
        labels,
        called: &|name, value| {
            let state = JoiningState::from_code(value).filter(|_| name == "decision")?;
            Some(state_word(ctx, state))
        },
        by,
        keep_href: url,
        edit: if is_note { note(ctx, of, of.sent.get("note")) } else { answers(ctx, of) },
    };
    Ok(page(ctx, &Head::new(t!(say, "asking-conflict")), conflict(ctx, &both)?))
}
