//! The form of a service: added, changed on top of what was read.

use super::{
    AtService, hours_form, room_url,
    service_more::{beyond, how},
    service_typed::{self, Offered, read},
    service_url,
};
use crate::{
    ServiceId, can,
    funders::funders,
    rules::{
        eligibility::Class,
        facts::{Cost, Feature, Interpretation, Papers, Status, Stream},
    },
    store::{
        locations::{every_location, locations_of},
        services::{add_service, find_service, update_service},
    },
    suggesting,
    twins::perhaps_there,
    words,
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::{Reader, Spoken, Visibility};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Choice, Conflict, FormHtml, Head, choice, conflict, field, form, labels_in_langs, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, assets::asset, html, see_other},
    ids::Ref,
    t,
};
use std::borrow::Cow;

/// The fields of the form, with the keys of their labels and whether there is one per language; those of the week stand in [`hours_form`].
const FIELDS: &[(&str, &str, bool)] = &[
    ("organization", "service-organization", false),
    ("name", "service-name", true),
    ("about", "service-about", true),
    ("need", "service-needs", false),
    ("stream", "service-stream", false),
    ("status", "service-status", false),
    ("visibility", "service-visibility", false),
    ("informal", "service-informal", false),
    ("months", "service-months", false),
    ("location", "service-locations", false),
    ("phones", "service-phones", false),
    ("mail", "service-mail", false),
    ("web", "service-web", false),
    ("language", "service-languages", false),
    ("interpretation", "service-interpretation", false),
    ("holidays", "service-holidays", false),
    ("hours_note", "service-hours-note", true),
    ("openness", "service-openness", false),
    ("class", "service-classes", false),
    ("openness_note", "service-openness-note", true),
    ("age_from", "service-age-from", false),
    ("age_to", "service-age-to", false),
    ("cost", "service-cost", false),
    ("cost_note", "service-cost-note", true),
    ("papers", "service-papers", false),
    ("papers_note", "service-papers-note", true),
    ("feature", "service-features", false),
    ("apply", "service-apply", true),
    ("intake", "service-intake", true),
    ("wait_days", "service-wait-days", false),
    ("has_room", "service-has-room", false),
    ("wait_on", "service-wait-on", false),
    (hours_form::SOME_WEEKS, "service-hours-some", false),
    ("program", "service-program", true),
    ("program_about", "service-program-about", true),
    ("contacts", "service-contacts", false),
    ("capacities", "service-capacities", false),
    ("funding", "service-funding", false),
    ("alert", "service-alert", true),
    ("alert_until", "service-alert-until", false),
    ("areas", "service-areas", false),
    ("links", "service-links", false),
];
/// Fields whose values are codes and ids.
const CODED: [&str; 13] = [
    "organization",
    "location",
    "need",
    "language",
    "class",
    "feature",
    "status",
    "stream",
    "cost",
    "papers",
    "interpretation",
    "visibility",
    "openness",
];

/// A form as it stands on the page.
pub(crate) struct ServiceForm<'a> {
    /// Which service changes; none while one is added.
    pub(crate) id: Option<ServiceId>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
    pub(crate) offered: &'a Offered,
}

pub(crate) async fn offered(ctx: &Ctx, tx: &mut Tx) -> Result<Offered> {
    Ok(Offered {
        organizations: partners::organizations_to_choose(tx, Reader::Staff, ctx.lang).await?,
        locations: every_location(tx, Reader::Staff).await?,
    })
}

/// `GET /{p}/work/directory/new`.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let offered = offered(&ctx, &mut tx).await?;
    tx.done().await?;
    let (sent, complaints) = (service_typed::blank(&ctx), Complaints::default());
    html(view(&ctx, &ServiceForm { id: None, sent: &sent, complaints: &complaints, offered: &offered }))
}

/// `POST /{p}/work/directory`.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let offered = offered(&ctx, &mut tx).await?;
    match read(&ctx, &sent, (None, &offered)) {
        Ok(new) => {
            if let Some(told) = perhaps_there(&ctx, &mut tx, (&sent, &new), &offered).await? {
                tx.done().await?;
                return page_with(StatusCode::UNPROCESSABLE_ENTITY, told);
            }
            let id = add_service(&mut tx, &new).await?;
            tx.audit("service.added", id, None::<&()>, Some(&new)).await?;
            suggesting::deciding::became(&ctx, &mut tx, &sent, id).await?;
            see_other(&tx.commit_to(&said(&service_url(&ctx, id, ""), "service-added")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = ServiceForm { id: None, sent: &sent, complaints: &complaints, offered: &offered };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &again))
        }
    }
}

/// `GET /{p}/work/directory/services/{service}/edit`.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtService>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DIRECTORY).await?;
    let id = ServiceId(at.service);
    let of = find_service(&mut tx, Reader::Staff, id).await?.or_not_found()?;
    let places = locations_of(&mut tx, Reader::Staff, id).await?;
    let offered = offered(&ctx, &mut tx).await?;
    tx.done().await?;
    let (sent, complaints) =
        (service_typed::form(&ctx, &of, &places).with("version", of.version), Complaints::default());
    html(view(&ctx, &ServiceForm { id: Some(id), sent: &sent, complaints: &complaints, offered: &offered }))
}

/// `POST /{p}/work/directory/services/{service}`.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtService>, Form(sent): Form<Pairs>) -> Answer {
    let id = ServiceId(at.service);
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await?;
    let before = find_service(&mut tx, Reader::Staff, id).await?.or_not_found()?;
    let places = locations_of(&mut tx, Reader::Staff, id).await?;
    let offered = offered(&ctx, &mut tx).await?;
    if sent.version() != before.version {
        let by = tx.history(&Ref::from(id), 1).await?;
        tx.done().await?;
        let theirs = service_typed::form(&ctx, &before, &places).with("version", before.version);
        let both = Both { id, theirs: &theirs, mine: &sent, version: before.version, by: by.first() };
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &both, &offered)?);
    }
    match read(&ctx, &sent, (Some(&before), &offered)) {
        Ok(new) => {
            let old = before.facts(&places.iter().map(|one| one.id).collect::<Vec<_>>());
            update_service(&mut tx, &before, &new).await?;
            tx.audit("service.changed", id, Some(&old), Some(&new)).await?;
            see_other(&tx.commit_to(&said(&service_url(&ctx, id, ""), "service-changed")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = ServiceForm { id: Some(id), sent: &sent, complaints: &complaints, offered: &offered };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &again))
        }
    }
}

/// What two people made of a service.
pub(crate) struct Both<'a> {
    pub(crate) id: ServiceId,
    pub(crate) theirs: &'a Pairs,
    pub(crate) mine: &'a Pairs,
    pub(crate) version: i64,
    pub(crate) by: Option<&'a platform::audit::AuditEntry>,
}

/// The page that shows both.
pub(crate) fn conflict_view(ctx: &Ctx, of: &Both<'_>, offered: &Offered) -> Result<Markup> {
    let say = ctx.say();
    let mine = of.mine.clone().with("version", of.version);
    let complaints = Complaints::default();
    let again = ServiceForm { id: Some(of.id), sent: &mine, complaints: &complaints, offered };
    let both = Conflict {
        action: service_url(ctx, of.id, ""),
        theirs: of.theirs,
        mine: &mine,
        version: of.version,
        labels: labels(ctx),
        called: &|name, value| Some(called(ctx, offered, (name, value))),
        by: of.by,
        keep_href: service_url(ctx, of.id, ""),
        edit: fields(ctx, &again),
    };
    Ok(page(ctx, &Head::new(t!(say, "record-conflict")), conflict(ctx, &both)?))
}

/// Every field of the form as a page of two texts names it: what is not named there is overwritten unseen.
pub(crate) fn labels(ctx: &Ctx) -> Vec<(Cow<'static, str>, String)> {
    let say = ctx.say();
    let mut all = Vec::new();
    for (name, label, per_language) in FIELDS {
        let label = say.t(label, &[]);
        if *per_language {
            all.extend(labels_in_langs(ctx, name, &label))
        } else {
            all.push(((*name).into(), label))
        }
    }
    all.extend(
        hours_form::FIELDS
            .into_iter()
            .enumerate()
            .map(|(place, name)| (name.into(), hours_form::day_word(ctx, place))),
    );
    all
}

/// What the values of a field are called: names for ids, words for codes, as many as there are.
pub(crate) fn called(ctx: &Ctx, offered: &Offered, (name, values): (&str, &str)) -> String {
    let say = ctx.say();
    let one = |value: &str| match name {
        "organization" => offered
            .organizations
            .iter()
            .find(|one| one.id.to_string() == value)
            .map(|one| one.name.plain(ctx.lang).to_owned()),
        "location" => offered
            .locations
            .iter()
            .find(|one| one.id.to_string() == value)
            .map(|one| one.name.plain(ctx.lang).to_owned()),
        "need" => crate::needs::need(value).map(|one| words::need(ctx, one)),
        "language" => Spoken::from_code(value).map(|one| words::spoken(ctx, one)),
        "class" => Class::from_code(value).map(|one| words::class(ctx, one)),
        "feature" => Feature::from_code(value).map(|one| words::feature(ctx, one)),
        "status" => Status::from_code(value).map(|one| words::status(ctx, one)),
        "stream" => Stream::from_code(value).map(|one| words::stream(ctx, one)),
        "cost" => Cost::from_code(value).map(|one| words::cost(ctx, one)),
        "papers" => Papers::from_code(value).map(|one| words::papers(ctx, one)),
        "interpretation" => Interpretation::from_code(value).map(|one| words::interpretation(ctx, one)),
        "visibility" => {
            Visibility::from_code(value).map(|one| say.t(&format!("visibility-{}", one.code()), &[]))
        }
        "openness" => ["everyone", "only", "unknown", "funder-ircc"]
            .contains(&value)
            .then(|| say.t(&format!("openness-{value}"), &[])),
        _ => None,
    };
    if !CODED.contains(&name) {
        return values.to_owned();
    }
    let all: Vec<String> =
        values.split(", ").map(|value| one(value).unwrap_or_else(|| value.to_owned())).collect();
    say.list(&all)
}

/// The form as a page.
pub(crate) fn view(ctx: &Ctx, of: &ServiceForm<'_>) -> Markup {
    view_under(ctx, of, Markup::default())
}

/// The form as a page, under something that is to be read first.
pub(crate) fn view_under(ctx: &Ctx, of: &ServiceForm<'_>, first: Markup) -> Markup {
    let say = ctx.say();
    let title = if of.id.is_some() { t!(say, "service-edit") } else { t!(say, "service-add") };
    let body = markup! { (first) (fields(ctx, of)) };
    page(ctx, &Head::new(title).under(t!(say, "directory-title"), room_url(ctx, "")), body)
}

fn fields(ctx: &Ctx, of: &ServiceForm<'_>) -> Markup {
    let say = ctx.say();
    let back = of.id.map_or_else(|| room_url(ctx, ""), |id| service_url(ctx, id, ""));
    let form = form(ctx, &back).complaints(of.complaints).cancel(&back);
    let inside = markup! {
        (what(ctx, &form, of))
        (reach(ctx, &form, of))
        (hours_form::fields(ctx, &form, of.sent))
        (hours_form::some(ctx, &form, of.sent))
        (form.check(field("holidays", t!(say, "service-holidays")).value(of.sent.get("holidays"))))
        (form.texts(field("hours_note", t!(say, "service-hours-note")).optional(), &of.sent.in_langs("hours_note", ctx.site_langs())))
        (for_whom(ctx, &form, of.sent))
        (how(ctx, &form, of.sent))
        (beyond(ctx, &form, of.sent))
        (form.hidden("version", of.sent.get("version")))
        @if !of.sent.get("another").is_empty() { (form.hidden("another", "yes")) }
        @if !of.sent.get("suggestion").is_empty() { (form.hidden("suggestion", of.sent.get("suggestion"))) }
    };
    form.show(&t!(say, "service-save"), inside)
}

pub(super) fn picked(sent: &Pairs, name: &str) -> Vec<String> {
    sent.all(name).map(str::to_owned).collect()
}

/// What it is, by whom, where.
fn what(ctx: &Ctx, form: &FormHtml<'_>, of: &ServiceForm<'_>) -> Markup {
    let (say, langs, sent) = (ctx.say(), ctx.site_langs(), of.sent);
    let organizations: Vec<Choice> = of
        .offered
        .organizations
        .iter()
        .map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang)))
        .collect();
    let places: Vec<Choice> =
        of.offered.locations.iter().map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang))).collect();
    let visibilities: Vec<Choice> = Visibility::ALL
        .into_iter()
        .map(|one| choice(one.code(), say.t(&format!("visibility-{}", one.code()), &[])))
        .collect();
    markup! {
        (form.select(field("organization", t!(say, "service-organization")).value(sent.get("organization")), &organizations))
        (form.texts(field("name", t!(say, "service-name")), &sent.in_langs("name", langs)))
        @if of.id.is_none() {
            div data-like=(room_url(ctx, "/like")) role="status" { div.beside hidden { p { (t!(say, "twin-typed")) } ul {} } }
            script src=(asset("like.js")) defer {}
        }
        (form.proses(field("about", t!(say, "service-about")).hint(t!(say, "service-about-hint")).optional(), &sent.in_langs("about", langs)))
        details open[!of.complaints.is_empty() || sent.get("need").is_empty()] { summary { (t!(say, "service-needs")) }
            (form.grouped(field("need", t!(say, "service-needs")).hint(t!(say, "service-needs-hint")), &words::needs_by_group(ctx), &picked(sent, "need")))
        }
        (form.select(field("stream", t!(say, "service-stream")).hint(t!(say, "service-stream-hint")).value(sent.get("stream")).optional(), &words::choices(ctx, &Stream::ALL, Stream::code, words::stream)))
        (form.select(field("status", t!(say, "service-status")).value(sent.get("status")), &words::choices(ctx, &Status::ALL, Status::code, words::status)))
        (form.select(field("visibility", t!(say, "service-visibility")).value(sent.get("visibility")), &visibilities))
        (form.check(field("informal", t!(say, "service-informal")).hint(t!(say, "service-informal-hint")).value(sent.get("informal"))))
        (form.text(field("months", t!(say, "service-months")).hint(t!(say, "service-months-hint")).value(sent.get("months")).number().optional()))
        @if !places.is_empty() { (form.checkboxes(field("location", t!(say, "service-locations")).optional(), &places, &picked(sent, "location"))) }
    }
}

/// How to reach it.
fn reach(ctx: &Ctx, form: &FormHtml<'_>, of: &ServiceForm<'_>) -> Markup {
    let (say, sent) = (ctx.say(), of.sent);
    let languages: Vec<Choice> =
        Spoken::all().map(|one| choice(one.code(), words::spoken(ctx, one))).collect();
    markup! {
        (form.prose(field("phones", t!(say, "service-phones")).hint(t!(say, "service-phones-hint")).value(sent.get("phones")).rows(3).optional()))
        (form.text(field("mail", t!(say, "service-mail")).value(sent.get("mail")).mail().optional()))
        (form.text(field("web", t!(say, "service-web")).value(sent.get("web")).web().optional()))
        details open[!of.complaints.is_empty()] { summary { (t!(say, "service-languages")) }
            div.many { (form.checkboxes(field("language", t!(say, "service-languages")).hint(t!(say, "service-languages-hint")).optional(), &languages, &picked(sent, "language"))) }
        }
        (form.radios(field("interpretation", t!(say, "service-interpretation")).value(sent.get("interpretation")), &words::choices(ctx, &Interpretation::ALL, Interpretation::code, words::interpretation)))
    }
}

/// For whom it is and what it costs.
fn for_whom(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs) -> Markup {
    let (say, langs) = (ctx.say(), ctx.site_langs());
    let mut open = vec![choice("everyone", t!(say, "openness-everyone"))];
    open.extend(funders().iter().map(|rule| {
        choice(format!("funder-{}", rule.funder), say.t(&format!("openness-funder-{}", rule.funder), &[]))
    }));
    open.extend([choice("only", t!(say, "openness-only")), choice("unknown", t!(say, "openness-unknown"))]);
    markup! {
        (form.radios(field("openness", t!(say, "service-openness")).value(sent.get("openness")), &open))
        (form.checkboxes(field("class", t!(say, "service-classes")).needed_if(t!(say, "service-classes-needed")), &words::choices(ctx, &Class::ALL, Class::code, words::class), &picked(sent, "class")))
        (form.proses(field("openness_note", t!(say, "service-openness-note")).optional(), &sent.in_langs("openness_note", langs)))
        (form.text(field("age_from", t!(say, "service-age-from")).value(sent.get("age_from")).number().optional()))
        (form.text(field("age_to", t!(say, "service-age-to")).value(sent.get("age_to")).number().optional()))
        (form.radios(field("cost", t!(say, "service-cost")).value(sent.get("cost")), &words::choices(ctx, &Cost::ALL, Cost::code, words::cost)))
        (form.texts(field("cost_note", t!(say, "service-cost-note")).optional(), &sent.in_langs("cost_note", langs)))
        (form.radios(field("papers", t!(say, "service-papers")).value(sent.get("papers")), &words::choices(ctx, &Papers::ALL, Papers::code, words::papers)))
        (form.proses(field("papers_note", t!(say, "service-papers-note")).hint(t!(say, "service-papers-note-hint")).needed_if(t!(say, "service-papers-needed")), &sent.in_langs("papers_note", langs)))
    }
}
