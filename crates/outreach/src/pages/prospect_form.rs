//! The form of a prospect, new or changed.

use super::{
    offered::{Offered, spoken_choices},
    prospect::{AtProspect, prospect_url},
    room_url,
};
use crate::{
    add_prospect, can,
    facade::change_prospect,
    rules::{joining::Asker, prospects::Stage},
    store::prospects::{NewProspect, Prospect, find_prospect},
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{Languages, Spoken};
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{Conflict, Head, choice, conflict, field, form, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    ids::Ref,
    t,
    text::NAME,
};

/// A next step has at most this many characters.
const STEP: usize = 300;

/// The form: what can be chosen, what was typed and what was wrong.
pub(crate) struct ProspectForm {
    /// The prospect that is changed; none when one is added.
    pub(crate) of: Option<Prospect>,
    pub(crate) offered: Offered,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/outreach/prospects/new`, with `?sector=` and `?why=` where another page suggests one.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let offered = Offered::load(&ctx, &mut tx).await?;
    tx.done().await?;
    let address = ctx.address();
    let sent = Pairs::default()
        .with("kind", Asker::Organization.code())
        .with("sector", address.get("sector"))
        .with("why", address.get("why"));
    html(view(&ctx, &ProspectForm { of: None, offered, sent, complaints: Complaints::default() }))
}

/// `POST /{p}/work/outreach/prospects`.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let offered = Offered::load(&ctx, &mut tx).await?;
    match read(&ctx, &offered, &sent) {
        Ok(new) => {
            let id = add_prospect(&mut tx, &new, (Stage::Idea, ctx.today())).await?;
            let to = said(&prospect_url(&ctx, id, ""), "prospect-added");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let of = ProspectForm { of: None, offered, sent, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &of))
        }
    }
}

/// `GET /{p}/work/outreach/prospects/{prospect}/edit`.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtProspect>) -> Answer {
    let mut tx = ctx.read(can::KEEP_OUTREACH).await?;
    let found = find_prospect(&mut tx, at.prospect).await?.or_not_found()?;
    let offered = Offered::load(&ctx, &mut tx).await?.and_named(&ctx, &mut tx, &found).await?;
    tx.done().await?;
    let sent = filled(&found.facts());
    html(view(&ctx, &ProspectForm { of: Some(found), offered, sent, complaints: Complaints::default() }))
}

/// `POST /{p}/work/outreach/prospects/{prospect}`.
pub(crate) async fn save(ctx: Ctx, Path(at): Path<AtProspect>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_prospect(&mut tx, at.prospect).await?.or_not_found()?;
    let offered = Offered::load(&ctx, &mut tx).await?.and_named(&ctx, &mut tx, &before).await?;
    if sent.version() != before.version {
        let by = tx.history(&Ref::from(before.id), 1).await?.pop();
        tx.done().await?;
        let of = ProspectForm { of: Some(before), offered, sent, complaints: Complaints::default() };
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &of, by.as_ref())?);
    }
    match read(&ctx, &offered, &sent) {
        Ok(new) => {
            change_prospect(&mut tx, &before, &new).await?;
            let to = said(&prospect_url(&ctx, before.id, ""), "prospect-changed");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let of = ProspectForm { of: Some(before), offered, sent, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &of))
        }
    }
}

/// The form that facts make.
pub(crate) fn filled(facts: &NewProspect) -> Pairs {
    let id = |id: Option<uuid::Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let form = Pairs::default()
        .with("kind", facts.kind.code())
        .with("name", &facts.name)
        .with("sector", id(facts.sector.map(|id| id.0)))
        .with("area", id(facts.area.map(|id| id.0)))
        .with("why", &facts.why)
        .with("next_step", &facts.next_step)
        .with("next_on", facts.next_on.map(|day| day.to_string()).unwrap_or_default())
        .with("steward", id(facts.steward.map(|id| id.0)))
        .with("knows_person", id(facts.knows_person.map(|id| id.0)))
        .with("knows_organization", id(facts.knows_organization.map(|id| id.0)));
    facts.languages.0.iter().fold(form, |form, one| form.and("language", one.code()))
}

fn read(ctx: &Ctx, offered: &Offered, sent: &Pairs) -> std::result::Result<NewProspect, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let sectors: Vec<_> = offered.sectors.iter().map(|one| one.id).collect();
    let spoken: Option<Vec<_>> = sent.all("language").map(Spoken::from_code).collect();
    let spoken = reading.complaints.take("language", spoken.ok_or(FieldRefusal::NotAChoice));
    let languages = Languages::of(spoken.unwrap_or_default());
    let areas: Vec<_> = offered.areas.iter().map(|one| one.id).collect();
    let people: Vec<_> = offered.people.iter().map(|one| one.id).collect();
    let organizations: Vec<_> = offered.organizations.iter().map(|one| one.id).collect();
    let new = NewProspect {
        kind: reading.choice("kind", Asker::from_code).unwrap_or(Asker::Organization),
        name: reading.line("name", NAME),
        sector: reading.known("sector", &sectors),
        area: reading.known("area", &areas),
        languages,
        why: reading.prose_or_none("why"),
        next_step: reading.line_or_none("next_step", STEP),
        next_on: reading.day_or_none("next_on"),
        steward: reading.known("steward", &people),
        knows_person: reading.known("knows_person", &people),
        knows_organization: reading.known("knows_organization", &organizations),
    };
    reading.done(new)
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &ProspectForm) -> Markup {
    let say = ctx.say();
    let list = room_url(ctx, "/prospects");
    let head = match &of.of {
        Some(one) => Head::new(t!(say, "prospect-edit"))
            .under(t!(say, "prospects-title"), list)
            .under(one.name.as_str(), prospect_url(ctx, one.id, "")),
        None => Head::new(t!(say, "prospect-add")).under(t!(say, "prospects-title"), list),
    };
    page(ctx, &head, the_form(ctx, of))
}

fn the_form(ctx: &Ctx, of: &ProspectForm) -> Markup {
    let (say, sent, offered) = (ctx.say(), &of.sent, &of.offered);
    let (action, back, submit) = match &of.of {
        Some(one) => {
            let url = prospect_url(ctx, one.id, "");
            (url.clone(), url, t!(say, "form-save"))
        }
        None => (room_url(ctx, "/prospects"), room_url(ctx, "/prospects"), t!(say, "prospect-add-submit")),
    };
    let form = form(ctx, action).complaints(&of.complaints).cancel(back);
    let kinds: Vec<_> = Asker::ALL
        .iter()
        .map(|one| choice(one.code(), say.t(&format!("asking-asker-{}", one.code()), &[])))
        .collect();
    let spoken: Vec<String> = sent.all("language").map(str::to_owned).collect();
    let value = |name: &str| sent.get(name).to_owned();
    let people = offered.people_choices();
    form.show(
        &submit,
        markup! {
            (form.text(field("name", t!(say, "prospect-name")).value(value("name"))))
            (form.radios(field("kind", t!(say, "prospect-kind")).value(value("kind")), &kinds))
            (form.prose(field("why", t!(say, "prospect-why")).hint(t!(say, "prospect-why-hint")).value(value("why")).rows(3).optional()))
            (form.select(field("sector", t!(say, "prospect-sector")).value(value("sector")).optional(), &offered.sector_choices(ctx)))
            (form.select(field("area", t!(say, "prospect-area")).value(value("area")).optional(), &offered.area_choices(ctx)))
            details.stack open[!spoken.is_empty()] { summary { (t!(say, "prospect-languages")) }
                (form.checkboxes(field("language", t!(say, "prospect-languages")).optional(), &spoken_choices(&say), &spoken))
            }
            (form.text(field("next_step", t!(say, "prospect-next")).hint(t!(say, "prospect-next-hint")).value(value("next_step")).optional()))
            (form.date(field("next_on", t!(say, "prospect-next-on")).value(value("next_on")).optional()))
            (form.select(field("steward", t!(say, "prospect-steward")).value(value("steward")).optional(), &people))
            (form.select(field("knows_person", t!(say, "prospect-knows-person")).value(value("knows_person")).optional(), &people))
            (form.select(field("knows_organization", t!(say, "prospect-knows-organization")).value(value("knows_organization")).optional(), &offered.organization_choices(ctx)))
            @if let Some(one) = &of.of { (form.version(one.version)) }
        },
    )
}

/// The page when somebody else has changed it meanwhile.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub(crate) fn conflict_view(ctx: &Ctx, of: &ProspectForm, by: Option<&AuditEntry>) -> Result<Markup> {
    let (say, stored) = (ctx.say(), of.of.as_ref().or_not_found()?);
    let url = prospect_url(ctx, stored.id, "");
    let labels = [
        ("name", t!(say, "prospect-name")),
        ("kind", t!(say, "prospect-kind")),
        ("why", t!(say, "prospect-why")),
        ("sector", t!(say, "prospect-sector")),
        ("area", t!(say, "prospect-area")),
        ("language", t!(say, "prospect-languages")),
        ("next_step", t!(say, "prospect-next")),
        ("next_on", t!(say, "prospect-next-on")),
        ("steward", t!(say, "prospect-steward")),
        ("knows_person", t!(say, "prospect-knows-person")),
        ("knows_organization", t!(say, "prospect-knows-organization")),
    ];
    let both = Conflict {
        action: url.clone(),
        theirs: &filled(&stored.facts()),
        mine: &of.sent,
        version: stored.version,
        labels: labels.into_iter().map(|(name, label)| (name.into(), label)).collect(),
        called: &|_, value| of.offered.called(ctx, value),
        by,
        keep_href: url,
        edit: the_form(ctx, of),
    };
    Ok(page(ctx, &Head::new(t!(say, "prospect-conflict")), conflict(ctx, &both)?))
}
