//! Deciding a suggestion: its differences beside what stands now, taken whole, in part, or refused with a reason.

use super::{
    AtSuggestion, mails,
    public_view::reason,
    queue::{kind_word, stands, title},
    queue_url,
};
use crate::{
    ServiceFacts, ServiceId, SuggestionId,
    asking::correcting,
    can, needs,
    pages::{service_form, service_typed, service_url, time},
    rules::{
        differences::{Difference, Fields},
        suggestions::{
            Barrier, Decision, SuggestionKind, SuggestionRefusal, SuggestionState, decide as judge,
        },
    },
    store::{
        locations::locations_of,
        services::{Service, find_service, update_service},
        suggestions::{Suggestion, decide_suggestion, find_suggestion},
    },
    words,
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::Reader;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Choice, Head, acts, choice, facts, field, form, lang_name, notice, page, said, shown},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
};

/// A suggestion beside what stands now.
pub(crate) struct DecidingPage {
    pub(crate) of: Suggestion,
    /// The record that it is about, as it stands.
    pub(crate) service: Option<Service>,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

impl DecidingPage {
    fn differences(&self) -> &[Difference] {
        &self.of.wishes.0.differences
    }
}

async fn load(tx: &mut Tx, id: SuggestionId) -> Result<DecidingPage> {
    let of = find_suggestion(tx, id).await?.or_not_found()?;
    let service = match of.service_id {
        Some(id) => find_service(tx, Reader::Staff, id).await?,
        None => None,
    };
    let all = of.wishes.0.differences.iter();
    let sent = all.fold(Pairs::default(), |sent, one| sent.and("field", &one.field));
    Ok(DecidingPage { of, service, sent, complaints: Complaints::default() })
}

/// `GET /{p}/work/directory/suggestions/{suggestion}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtSuggestion>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let shown = load(&mut tx, at.suggestion).await?;
    tx.done().await?;
    html(view(&ctx, &shown))
}

/// `POST /{p}/work/directory/suggestions/{suggestion}/decision`.
pub(crate) async fn decide(ctx: Ctx, Path(at): Path<AtSuggestion>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let mut shown = load(&mut tx, at.suggestion).await?;
    if sent.version() != shown.of.version {
        return Err(Error::Stale);
    }
    shown.sent = sent;
    match read(&ctx, &shown) {
        Ok(decided) => {
            if let (Some(before), Some(new)) = (&shown.service, &decided.record) {
                take(&mut tx, before, new).await?;
            }
            end(&ctx, &mut tx, &shown.of, (decided.state, &decided.answer, None)).await?;
            see_other(&tx.commit_to(&said(&queue_url(&ctx, ""), "suggestion-decided")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            shown.complaints = complaints;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

/// What was decided.
struct Decided {
    state: SuggestionState,
    answer: String,
    /// What the record says from now on; none where it stays as it is.
    record: Option<(crate::rules::facts::Status, crate::rules::facts::Facts)>,
}

fn read(ctx: &Ctx, of: &DecidingPage) -> std::result::Result<Decided, Complaints> {
    let mut reading = Reading::of(ctx, &of.sent);
    let decision = reading.choice("decision", Decision::from_code);
    let answer = reading.prose_or_none("answer");
    let chosen: Vec<&Difference> =
        of.differences().iter().filter(|one| of.sent.all("field").any(|name| name == one.field)).collect();
    let Some(decision) = decision else { return Err(reading.complaints) };
    let counts = (chosen.len(), of.differences().len());
    let state = judge((of.of.kind, of.of.state), decision, counts, !answer.is_empty());
    let state = reading.complaints.take(field_of(&state), state);
    let takes = decision == Decision::Take && !chosen.is_empty();
    let record = match (&of.service, takes) {
        (Some(service), true) => {
            let fields: Fields = chosen.iter().map(|one| (one.field.clone(), one.now.clone())).collect();
            match correcting::corrected(ctx, service, &fields) {
                Ok(record) => Some(record),
                Err(wrong) => {
                    reading.complaints.0.extend(wrong.0);
                    None
                }
            }
        }
        _ => None,
    };
    match state {
        Some(state) if reading.complaints.is_empty() => Ok(Decided { state, answer, record }),
        _ => Err(reading.complaints),
    }
}

/// Beside which field a refusal is told.
fn field_of(judged: &std::result::Result<SuggestionState, SuggestionRefusal>) -> &'static str {
    match judged {
        Err(SuggestionRefusal::NoAnswer) => "answer",
        Err(SuggestionRefusal::NothingChosen) => "field",
        _ => "decision",
    }
}

async fn take(
    tx: &mut Tx,
    before: &Service,
    (status, facts): &(crate::rules::facts::Status, crate::rules::facts::Facts),
) -> Result<()> {
    let places = locations_of(tx, Reader::Staff, before.id).await?;
    let old = before.facts(&places.iter().map(|one| one.id).collect::<Vec<_>>());
    let new = ServiceFacts { status: *status, facts: facts.clone(), ..old.clone() };
    update_service(tx, before, &new).await?;
    tx.audit("service.changed", before.id, Some(&old), Some(&new)).await
}

/// Decided: noted, told to the sender, and her address goes.
async fn end(
    ctx: &Ctx,
    tx: &mut Tx,
    of: &Suggestion,
    (state, answer, service): (SuggestionState, &str, Option<ServiceId>),
) -> Result<()> {
    mails::tell(ctx, tx, of, (state, answer)).await?;
    decide_suggestion(tx, of, (state, answer), service).await?;
    let after = serde_json::json!({ "state": state });
    tx.audit("suggestion.decided", of.id, None::<&()>, Some(&after)).await
}

/// `GET /{p}/work/directory/suggestions/{suggestion}/service`: the form of a new service, begun with what was suggested.
pub(crate) async fn begin(ctx: Ctx, Path(at): Path<AtSuggestion>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let of = find_suggestion(&mut tx, at.suggestion).await?.or_not_found()?;
    if of.kind != SuggestionKind::Service || of.state != SuggestionState::Open {
        tx.done().await?;
        return see_other(&queue_url(&ctx, &format!("/{}", of.id)));
    }
    let offered = service_form::offered(&ctx, &mut tx).await?;
    tx.done().await?;
    let (sent, complaints) = (begun(&ctx, &of), Complaints::default());
    html(service_form::view(
        &ctx,
        &service_form::ServiceForm { id: None, sent: &sent, complaints: &complaints, offered: &offered },
    ))
}

/// What a visitor said of a service, as the form of a new one has it.
fn begun(ctx: &Ctx, of: &Suggestion) -> Pairs {
    let said = |name: &str| {
        of.wishes.0.fields.get(name).and_then(|all| all.first()).map(String::as_str).unwrap_or_default()
    };
    let lang = if ctx.site_langs().contains(&of.lang) { of.lang } else { ctx.lang };
    let about: Vec<&str> = [said("who"), said("place"), of.note.as_str()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    service_typed::blank(ctx)
        .with(&format!("name_{lang}"), said("name"))
        .with(&format!("about_{lang}"), about.join("\n\n"))
        .with("phones", said("phones"))
        .with("web", said("web"))
        .with("suggestion", of.id)
}

/// After a service was added by its form: the suggestion that it came of is taken, and its sender told.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn became(ctx: &Ctx, tx: &mut Tx, sent: &Pairs, service: ServiceId) -> Result<()> {
    let Ok(id) = sent.get("suggestion").parse::<SuggestionId>() else { return Ok(()) };
    let open = find_suggestion(tx, id).await?;
    let open = open.filter(|one| one.state == SuggestionState::Open && one.kind == SuggestionKind::Service);
    match open {
        Some(of) => end(ctx, tx, &of, (SuggestionState::Taken, "", Some(service))).await,
        None => Ok(()),
    }
}

/// The page of one suggestion.
pub(crate) fn view(ctx: &Ctx, of: &DecidingPage) -> Markup {
    let (say, one) = (ctx.say(), &of.of);
    let mut ways = Vec::new();
    if let Some(service) = &of.service {
        ways.push((t!(say, "suggestion-open-service"), service_url(ctx, service.id, "")));
        ways.push((t!(say, "service-edit"), service_url(ctx, service.id, "/edit")));
    }
    let is_open = one.state == SuggestionState::Open;
    if one.kind == SuggestionKind::Service && is_open {
        ways.push((t!(say, "suggestion-add-service"), queue_url(ctx, &format!("/{}/service", one.id))));
    }
    let body = markup! {
        (acts(&ways))
        (facts(&known(ctx, one)))
        @if !one.note.is_empty() { blockquote lang=(one.lang.code()) dir=(one.lang.direction()) { @for row in one.note.lines() { p { (row) } } } }
        @if !is_open && !one.answer.is_empty() { h2 { (t!(say, "suggestion-answer")) } blockquote { p { (one.answer) } } }
        @if is_open { (decision(ctx, of)) } @else { (differences(ctx, of)) }
    };
    let head = Head::new(title(ctx, one)).under(t!(say, "suggestions-title"), queue_url(ctx, ""));
    page(ctx, &head, body)
}

/// What is known of a suggestion.
fn known(ctx: &Ctx, of: &Suggestion) -> Vec<(String, Markup)> {
    let (say, wishes) = (ctx.say(), &of.wishes.0);
    let reasons: Vec<String> = wishes
        .reasons
        .iter()
        .filter_map(|code| Barrier::from_code(code))
        .map(|one| reason(ctx, one))
        .collect();
    let field = |name: &str| wishes.fields.get(name).and_then(|all| all.first()).cloned().unwrap_or_default();
    let need = needs::need(&wishes.need);
    vec![
        (t!(say, "suggestion-kind"), markup! { (kind_word(ctx, of.kind)) " " (stands(ctx, of.state)) }),
        (t!(say, "suggestion-received-on"), time(ctx, of.received_at.day_in(&ctx.zone()))),
        (t!(say, "suggestion-lang"), markup! { (lang_name(ctx, of.lang)) }),
        (
            t!(say, "suggest-told-reasons"),
            markup! { @if !reasons.is_empty() { ul { @for one in &reasons { li { (one) } } } } },
        ),
        (t!(say, "service-need"), markup! { @if let Some(need) = need { (words::need(ctx, need)) } }),
        (t!(say, "suggest-name"), markup! { (field("name")) }),
        (t!(say, "suggest-who"), markup! { (field("who")) }),
        (t!(say, "suggest-place"), markup! { (field("place")) }),
        (t!(say, "service-phones"), markup! { (field("phones")) }),
        (t!(say, "service-web"), markup! { (field("web")) }),
        (t!(say, "suggest-sender"), markup! { bdi { (of.email) } }),
    ]
}

/// The values of a field in words.
fn value(ctx: &Ctx, field: &str, values: &[String]) -> String {
    let none = service_typed::Offered { organizations: Vec::new(), locations: Vec::new() };
    service_form::called(ctx, &none, (field, &values.join(", ")))
}

/// What a field is called.
fn label(ctx: &Ctx, field: &str) -> String {
    let known = service_form::labels(ctx).into_iter().find(|(name, _)| name == field);
    known.map_or_else(|| field.to_owned(), |(_, label)| label)
}

/// Each difference beside what stands now: a tick for each while it is open.
fn differences(ctx: &Ctx, of: &DecidingPage) -> Markup {
    let say = ctx.say();
    let present = of.service.as_ref().map(|of| correcting::present(ctx, of));
    let now = |one: &Difference| -> Vec<String> {
        present.iter().flat_map(|form| form.all(&one.field).map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    markup! { @if !of.differences().is_empty() {
        div.scroll role="region" tabindex="0" aria-label=(t!(say, "suggestion-differences")) { table {
            caption { (t!(say, "suggestion-differences")) }
            thead { tr { th scope="col" { (t!(say, "suggestion-field")) } th scope="col" { (t!(say, "suggestion-now")) } th scope="col" { (t!(say, "suggestion-wished")) } } }
            tbody { @for one in of.differences() {
                @let stands = now(one);
                tr {
                    th scope="row" { (label(ctx, &one.field)) }
                    td { (value(ctx, &one.field, &stands)) @if stands != one.was { br; span.small.quiet { (t!(say, "suggestion-was")) " " (value(ctx, &one.field, &one.was)) } } }
                    td { b { (value(ctx, &one.field, &one.now)) } }
                }
            } }
        } }
    } }
}

fn decision(ctx: &Ctx, of: &DecidingPage) -> Markup {
    let (say, sent, one) = (ctx.say(), &of.sent, &of.of);
    let form = form(ctx, queue_url(ctx, &format!("/{}/decision", one.id))).complaints(&of.complaints);
    let boxes: Vec<Choice> = of
        .differences()
        .iter()
        .map(|one| choice(one.field.clone(), label(ctx, &one.field)).hint(value(ctx, &one.field, &one.now)))
        .collect();
    let picked: Vec<String> = sent.all("field").map(str::to_owned).collect();
    let one_is_service = one.kind == SuggestionKind::Service;
    let word = |one: Decision| match one {
        // What nobody offers is a gap; what somebody offers is added by its own form, which takes the suggestion.
        Decision::Take if one_is_service => t!(say, "suggestion-gap"),
        // Where nothing would change there is nothing to tick.
        Decision::Take if boxes.is_empty() => t!(say, "suggestion-noted"),
        one => say.t(&format!("suggestion-decide-{}", one.code()), &[]),
    };
    let ways: Vec<Choice> = Decision::ALL.into_iter().map(|one| choice(one.code(), word(one))).collect();
    let fields = markup! {
        @if !boxes.is_empty() { (form.checkboxes(field("field", t!(say, "suggestion-take-fields")).optional(), &boxes, &picked)) }
        (form.radios(field("decision", t!(say, "suggestion-decision")).value(sent.get("decision")), &ways))
        (form.prose(field("answer", t!(say, "suggestion-answer")).hint(if one.email.is_empty() { t!(say, "suggestion-answer-kept") } else { t!(say, "suggestion-answer-sent", language = lang_name(ctx, one.lang)) }).value(sent.get("answer")).rows(3).needed_if(t!(say, "suggestion-answer-needed"))))
        (form.version(one.version))
    };
    markup! {
        (differences(ctx, of))
        @if of.service.is_none() && one.service_id.is_some() { (notice(markup! { p { (t!(say, "suggestion-service-gone")) } })) }
        section #decision { h2 { (t!(say, "suggestion-decision")) } (form.show(&t!(say, "suggestion-decide"), fields)) }
    }
}

/// On the page of a service: what waits about it.
pub(crate) fn waiting(ctx: &Ctx, all: &[Suggestion]) -> Markup {
    let say = ctx.say();
    markup! { @if !all.is_empty() { section #suggestions { h2 { (t!(say, "suggestions-title")) }
        ul { @for one in all { li {
            a href=(queue_url(ctx, &format!("/{}", one.id))) { (kind_word(ctx, one.kind)) } " · " (time(ctx, one.received_at.day_in(&ctx.zone())))
            @if let Some(name) = &one.service { span.unseen { " " (shown(ctx, name)) } }
        } } }
    } } }
}
