//! Joining, leaving, ending: one day each, on a page of its own.

use super::{OfOrganization, find, id_of, organization_url};
use crate::{
    PartnerRefusal, Reader, can,
    rules::{NewOrganization, joining, leaving},
    store::organizations::{Organization, change_organization, organization},
};
use http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    errors::{Complaints, OrNotFound, Result},
    html::{Conflict, Head, conflict, field, form, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    ids::Ref,
    t,
};

/// Which day is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It joins.
    Joining,
    /// It leaves.
    Departure,
}

/// A page that asks for one day.
pub struct DayPage {
    /// Its heading.
    pub title: String,
    /// What it is about: its name and its page.
    pub under: (String, String),
    /// What will happen.
    pub about: String,
    /// The label of the day.
    pub label: String,
    /// Where it is sent.
    pub action: String,
    /// What stands in it.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// `GET /{p}/work/partners/{slug}/joining`.
pub async fn ask_joining(ctx: Ctx, path: Path<OfOrganization>) -> Answer {
    ask(ctx, path, Step::Joining).await
}

/// `POST /{p}/work/partners/{slug}/joining`.
pub async fn join(ctx: Ctx, path: Path<OfOrganization>, form: Form<Pairs>) -> Answer {
    take(ctx, path, form, Step::Joining).await
}

/// `GET /{p}/work/partners/{slug}/departure`.
pub async fn ask_departure(ctx: Ctx, path: Path<OfOrganization>) -> Answer {
    ask(ctx, path, Step::Departure).await
}

/// `POST /{p}/work/partners/{slug}/departure`.
pub async fn leave(ctx: Ctx, path: Path<OfOrganization>, form: Form<Pairs>) -> Answer {
    take(ctx, path, form, Step::Departure).await
}

async fn ask(ctx: Ctx, Path(of): Path<OfOrganization>, step: Step) -> Answer {
    let mut tx = ctx.read(can::DECIDE_PARTNERS).await?;
    let found = find(&ctx, &mut tx, &of.slug).await?;
    tx.done().await?;
    let typed = Pairs::default().with("on", ctx.today().to_string()).with("version", found.version);
    answer(view(&ctx, &of_step(&ctx, step, &found, (typed, Complaints::default()))))
}

async fn take(ctx: Ctx, Path(of): Path<OfOrganization>, Form(typed): Form<Pairs>, step: Step) -> Answer {
    let id = id_of(&ctx, &of.slug).await?;
    let mut tx = ctx.write(can::DECIDE_PARTNERS.on(id)).await?;
    let before = organization(&mut tx, Reader::Staff, id).await?.or_not_found()?;
    if typed.version() != before.version {
        let by = tx.history(&Ref::from(id), 1).await?.pop();
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, step, &before, (typed, by.as_ref()))?);
    }
    match decide(step, &before, &typed, ctx.today()) {
        Ok((joined_on, left_on)) => {
            let after = NewOrganization { joined_on, left_on, ..before.facts() };
            let (verb, key) = match step {
                Step::Joining => ("organization.joined", "organization-joined"),
                Step::Departure => ("organization.left", "organization-left"),
            };
            change_organization(&mut tx, verb, &before, &after).await?;
            let to = tx.commit_to(&said(&organization_url(&ctx, &before.slug), key)).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = of_step(&ctx, step, &before, (typed, complaints));
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

/// The page when somebody else has changed the organization meanwhile: the day that is stored, and the one that was typed.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub fn conflict_view(
    ctx: &Ctx,
    step: Step,
    of: &Organization,
    (typed, by): (Pairs, Option<&AuditEntry>),
) -> Result<Markup> {
    let stored = match step {
        Step::Joining => of.joined_on,
        Step::Departure => of.left_on,
    };
    let theirs = Pairs::default().with("on", stored.map(|day| day.to_string()).unwrap_or_default());
    let again = Pairs::default().with("on", typed.get("on")).with("version", of.version);
    let shown = of_step(ctx, step, of, (again, Complaints::default()));
    let (name, url) = shown.under.clone();
    let both = Conflict {
        action: shown.action.clone(),
        theirs: &theirs,
        mine: &typed,
        version: of.version,
        labels: vec![("on".into(), shown.label.clone())],
        called: &|_, value| value.parse().ok().map(|day: Date| ctx.say().day(day)),
        by,
        keep_href: url.clone(),
        edit: the_form(ctx, &shown),
    };
    Ok(page(ctx, &Head::new(shown.title.clone()).under(name, url), conflict(ctx, &both)?))
}

type Days = (Option<Date>, Option<Date>);

fn decide(step: Step, before: &Organization, typed: &Pairs, today: Date) -> Result<Days, Complaints> {
    let mut reading = Reading::new(typed, &[], today);
    let Some(day) = reading.day("on") else { return Err(reading.complaints) };
    let decided: Result<Days, PartnerRefusal> = match step {
        Step::Joining => joining(before.standing(), day, today),
        Step::Departure => leaving(before.joined_on, before.left_on, day, today),
    };
    decided.map_err(|why| Complaints::one("on", why))
}

/// The page of a step.
pub fn of_step(
    ctx: &Ctx,
    step: Step,
    of: &Organization,
    (typed, complaints): (Pairs, Complaints),
) -> DayPage {
    let (say, url) = (ctx.say(), organization_url(ctx, &of.slug));
    let (title, about, label, path) = match step {
        Step::Joining => {
            (t!(say, "joining-title"), t!(say, "joining-about"), t!(say, "field-joined"), "joining")
        }
        Step::Departure => {
            (t!(say, "departure-title"), t!(say, "departure-about"), t!(say, "field-left"), "departure")
        }
    };
    let under = (of.name.plain(ctx.lang).to_owned(), url.clone());
    DayPage { title, under, about, label, action: format!("{url}/{path}"), typed, complaints }
}

/// The page.
pub fn view(ctx: &Ctx, shown: &DayPage) -> Markup {
    let (name, url) = shown.under.clone();
    page(ctx, &Head::new(shown.title.clone()).under(name, url), the_form(ctx, shown))
}

fn the_form(ctx: &Ctx, shown: &DayPage) -> Markup {
    let form = form(ctx, &shown.action).complaints(&shown.complaints).cancel(&shown.under.1);
    let fields = markup! {
        p { (shown.about) }
        (form.date(field("on", &shown.label).value(shown.typed.get("on"))))
        (form.hidden("version", shown.typed.get("version")))
    };
    form.show(&t!(ctx.say(), "form-save"), fields)
}
