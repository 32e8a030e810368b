//! The form of an entry of the log, new or changed.

use super::{
    log::{AtEncounter, encounter_url, offered},
    offered::{Offered, spoken_choices},
    room_url,
};
use crate::{
    add_encounter, can,
    facade::change_encounter,
    rules::encounters::{PEOPLE, wrong},
    store::encounters::{Encounter, NewEncounter, find_encounter},
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::Spoken;
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    errors::{Complaints, OrNotFound, Result},
    html::{Conflict, Head, conflict, field, form, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    ids::Ref,
    t,
    text::NAME,
};

/// The form: what can be chosen, what was typed and what was wrong.
pub(crate) struct EncounterForm {
    /// The entry that is changed; none when one is added.
    pub(crate) of: Option<Encounter>,
    pub(crate) offered: Offered,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/outreach/log/new`.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let offered = offered(&ctx, &mut tx).await?;
    tx.done().await?;
    let who = ctx.caller.account().map(|account| account.name.clone()).unwrap_or_default();
    let sent = Pairs::default().with("met_on", ctx.today()).with("met_by", who);
    html(view(&ctx, &EncounterForm { of: None, offered, sent, complaints: Complaints::default() }))
}

/// `POST /{p}/work/outreach/log`.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let offered = offered(&ctx, &mut tx).await?;
    match read(&ctx, &offered, &sent) {
        Ok(new) => {
            let id = add_encounter(&mut tx, &new, ctx.today()).await?;
            let to = said(&encounter_url(&ctx, id, ""), "encounter-added");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let of = EncounterForm { of: None, offered, sent, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &of))
        }
    }
}

/// `GET /{p}/work/outreach/log/{encounter}/edit`.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtEncounter>) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let found = find_encounter(&mut tx, at.encounter).await?.or_not_found()?;
    let offered = offered(&ctx, &mut tx).await?;
    tx.done().await?;
    let sent = filled(&found.facts());
    html(view(&ctx, &EncounterForm { of: Some(found), offered, sent, complaints: Complaints::default() }))
}

/// `POST /{p}/work/outreach/log/{encounter}`.
pub(crate) async fn save(ctx: Ctx, Path(at): Path<AtEncounter>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_encounter(&mut tx, at.encounter).await?.or_not_found()?;
    let offered = offered(&ctx, &mut tx).await?;
    if sent.version() != before.version {
        let by = tx.history(&Ref::from(before.id), 1).await?.pop();
        tx.done().await?;
        let of = EncounterForm { of: Some(before), offered, sent, complaints: Complaints::default() };
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &of, by.as_ref())?);
    }
    match read(&ctx, &offered, &sent) {
        Ok(new) => {
            change_encounter(&mut tx, &before, &new, ctx.today()).await?;
            let to = said(&encounter_url(&ctx, before.id, ""), "encounter-changed");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let of = EncounterForm { of: Some(before), offered, sent, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &of))
        }
    }
}

/// The form that facts make.
pub(crate) fn filled(facts: &NewEncounter) -> Pairs {
    Pairs::default()
        .with("met_on", facts.met_on)
        .with("community", &facts.community)
        .with("language", facts.language.map(Spoken::code).unwrap_or_default())
        .with("place", &facts.place)
        .with("organization", facts.organization.map(|id| id.to_string()).unwrap_or_default())
        .with("people", facts.people.map(|n| n.to_string()).unwrap_or_default())
        .with("met_by", &facts.met_by)
        .with("asked", &facts.asked)
        .with("said", &facts.said)
        .with("promise", &facts.promise)
        .with("promise_on", facts.promise_on.map(|day| day.to_string()).unwrap_or_default())
        .with("note", &facts.note)
}

fn read(ctx: &Ctx, offered: &Offered, sent: &Pairs) -> std::result::Result<NewEncounter, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let organizations: Vec<_> = offered.organizations.iter().map(|one| one.id).collect();
    let language = reading.choice_or_none("language", Spoken::from_code);
    let new = NewEncounter {
        met_on: reading.day("met_on").unwrap_or_else(|| ctx.today()),
        community: reading.line("community", NAME),
        language,
        place: reading.line_or_none("place", NAME),
        organization: reading.known("organization", &organizations),
        people: reading.number_or_none("people", PEOPLE).map(i64::from),
        met_by: reading.line("met_by", NAME),
        asked: reading.prose_or_none("asked"),
        said: reading.prose_or_none("said"),
        promise: reading.prose_or_none("promise"),
        promise_on: reading.day_or_none("promise_on"),
        note: reading.prose_or_none("note"),
    };
    for (field, why) in wrong((new.met_on, ctx.today()), (&new.promise, new.promise_on)) {
        if reading.complaints.about(field).is_none() {
            reading.complaints.add(field, why);
        }
    }
    reading.done(new)
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &EncounterForm) -> Markup {
    let say = ctx.say();
    let list = room_url(ctx, "/log");
    let head = match &of.of {
        Some(one) => Head::new(t!(say, "encounter-edit"))
            .under(t!(say, "encounters-title"), list)
            .under(one.community.as_str(), encounter_url(ctx, one.id, "")),
        None => Head::new(t!(say, "encounter-add")).under(t!(say, "encounters-title"), list),
    };
    page(ctx, &head, the_form(ctx, of))
}

fn the_form(ctx: &Ctx, of: &EncounterForm) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    let (action, back, submit) = match &of.of {
        Some(one) => {
            let url = encounter_url(ctx, one.id, "");
            (url.clone(), url, t!(say, "form-save"))
        }
        None => (room_url(ctx, "/log"), room_url(ctx, "/log"), t!(say, "encounter-add-submit")),
    };
    let form = form(ctx, action).complaints(&of.complaints).cancel(back);
    let value = |name: &str| sent.get(name).to_owned();
    form.show(
        &submit,
        markup! {
            (form.date(field("met_on", t!(say, "encounter-met-on")).value(value("met_on"))))
            (form.text(field("community", t!(say, "encounter-community")).hint(t!(say, "encounter-community-hint")).value(value("community"))))
            (form.select(field("language", t!(say, "encounter-language")).value(value("language")).optional(), &spoken_choices(&say)))
            (form.text(field("place", t!(say, "encounter-place")).value(value("place")).optional()))
            (form.select(field("organization", t!(say, "encounter-organization")).value(value("organization")).optional(), &of.offered.organization_choices(ctx)))
            (form.text(field("people", t!(say, "encounter-people")).hint(t!(say, "encounter-people-hint")).value(value("people")).number().short().optional()))
            (form.text(field("met_by", t!(say, "encounter-met-by")).value(value("met_by"))))
            (form.prose(field("asked", t!(say, "encounter-asked")).value(value("asked")).rows(3).optional()))
            (form.prose(field("said", t!(say, "encounter-said")).hint(t!(say, "encounter-said-hint")).value(value("said")).rows(5).optional()))
            (form.prose(field("promise", t!(say, "encounter-promised")).value(value("promise")).rows(2).optional()))
            (form.date(field("promise_on", t!(say, "encounter-promise-on")).value(value("promise_on")).needed_if(t!(say, "encounter-promise-needed"))))
            (form.prose(field("note", t!(say, "asking-note")).hint(t!(say, "encounter-note-hint")).value(value("note")).rows(3).optional()))
            @if let Some(one) = &of.of { (form.version(one.version)) }
        },
    )
}

/// The page when somebody else has changed it meanwhile.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub(crate) fn conflict_view(ctx: &Ctx, of: &EncounterForm, by: Option<&AuditEntry>) -> Result<Markup> {
    let (say, stored) = (ctx.say(), of.of.as_ref().or_not_found()?);
    let url = encounter_url(ctx, stored.id, "");
    let labels = [
        ("met_on", t!(say, "encounter-met-on")),
        ("community", t!(say, "encounter-community")),
        ("language", t!(say, "encounter-language")),
        ("place", t!(say, "encounter-place")),
        ("organization", t!(say, "encounter-organization")),
        ("people", t!(say, "encounter-people")),
        ("met_by", t!(say, "encounter-met-by")),
        ("asked", t!(say, "encounter-asked")),
        ("said", t!(say, "encounter-said")),
        ("promise", t!(say, "encounter-promised")),
        ("promise_on", t!(say, "encounter-promise-on")),
        ("note", t!(say, "asking-note")),
    ];
    let both = Conflict {
        action: url.clone(),
        theirs: &filled(&stored.facts()),
        mine: &of.sent,
        version: stored.version,
        labels: labels.into_iter().map(|(name, label)| (name.into(), label)).collect(),
        called: &|name, value| match name {
            "language" => Spoken::from_code(value).map(|one| ctx.say().t(&one.key(), &[])),
            "organization" => of.offered.called(ctx, value),
            _ => None,
        },
        by,
        keep_href: url,
        edit: the_form(ctx, of),
    };
    Ok(page(ctx, &Head::new(t!(say, "encounter-conflict")), conflict(ctx, &both)?))
}
