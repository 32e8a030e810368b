//! The plans of a partnership: the one in force, drafts, older ones, and those of others to compare with.

use super::{
    AtFramework, charter,
    forms::{LEVELS, framework_form, read_framework},
    framework_url, outline, parts,
    pieces::years_word,
    room_url,
};
use crate::{
    FrameworkId, can,
    facade::{add_framework, add_version, bring_framework_into_force},
    reference::{add_reference, frames},
    rules::{
        charter::Charter,
        periods::{PeriodRefusal, Years, hold_all},
        standing::Standing,
        states::Publicity,
    },
    store::{
        frameworks::{
            Framework, FrameworkFacts, Level, find_framework, list_frameworks, list_levels, replace_levels,
            update_framework,
        },
        lines::{Line, list_lines},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{
        Choice, Conflict, Empty, FormHtml, Head, acts, choice, conflict, empty, field, form, labels_in_langs,
        page, said, shown,
    },
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    ids::Ref,
    langs::Lang,
    t,
    text::Text,
};
use std::borrow::Cow;

/// A framework's form: what was typed and what was wrong.
pub(crate) struct FrameworkForm<'a> {
    /// The framework that changes; none while one is set up.
    pub(crate) id: Option<FrameworkId>,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// `GET /{p}/work/plan/frameworks`: all of them.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let all = list_frameworks(&mut tx).await?;
    tx.done().await?;
    html(list_view(&ctx, &all))
}

/// The page of all frameworks.
pub(crate) fn list_view(ctx: &Ctx, all: &[Framework]) -> Markup {
    let say = ctx.say();
    let add = ctx.may(can::EDIT_PLAN).then(|| (t!(say, "framework-add"), room_url(ctx, "/frameworks/new")));
    let body = markup! {
        (parts(ctx, "/frameworks"))
        @if all.is_empty() {
            (empty(&Empty { why: t!(say, "plan-empty-why"), example: Some(t!(say, "plan-empty-example")), first: add }))
        } @else {
            ul.groups { @for one in all { li { (entry(ctx, one, all)) } } }
            @if let Some(add) = add { (acts(&[add, (t!(say, "plan-sheet-bring"), outline::bring_url(ctx))])) }
        }
        @if ctx.may(can::EDIT_PLAN) { (offered(ctx, all)) }
    };
    page(ctx, &Head::new(t!(say, "frameworks-title")), body)
}

/// The frames of others that are not here yet, each with a button that takes it.
fn offered(ctx: &Ctx, all: &[Framework]) -> Markup {
    let say = ctx.say();
    let mut frames = frames().unwrap_or_default();
    frames.retain(|frame| all.iter().all(|one| one.slug != frame.slug));
    markup! { @if !frames.is_empty() { section #reference {
        h2 { (t!(say, "plan-reference-title")) }
        p { (t!(say, "plan-reference-lead")) }
        ul.plain-list { @for frame in &frames { @let title = frame.title(ctx.today()); li {
            (shown(ctx, &title)) " "
            (form(ctx, room_url(ctx, "/frameworks/reference")).button(&t!(say, "plan-reference-take"), title.plain(ctx.lang), &[("frame", frame.slug.as_str())]))
        } } }
    } } }
}

/// `POST /{p}/work/plan/frameworks/reference`: a frame of others comes among the plans, once.
pub(crate) async fn take(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let frame = frames()?.into_iter().find(|one| one.slug == sent.get("frame")).or_not_found()?;
    let known = list_frameworks(&mut tx).await?.into_iter().find(|one| one.slug == frame.slug);
    let id = match known {
        Some(known) => known.id,
        None => add_reference(&mut tx, &frame, ctx.today()).await?.0,
    };
    see_other(&tx.commit_to(&said(&framework_url(&ctx, id, ""), "plan-reference-taken")).await?)
}

fn entry(ctx: &Ctx, one: &Framework, all: &[Framework]) -> Markup {
    let say = ctx.say();
    let standing = say.t(&format!("plan-standing-{}", one.standing.code()), &[]);
    let before = all.iter().filter(|other| other.family_id == one.family_id && other.number < one.number);
    let before = before.max_by_key(|other| other.number);
    let name = one.title.plain(ctx.lang);
    let may = ctx.may(can::EDIT_PLAN);
    let version = one.version.to_string();
    let url = |path: &str| framework_url(ctx, one.id, path);
    markup! {
        p.group-name { a href=(url("")) { (shown(ctx, &one.title)) } }
        p.small.quiet { (standing) " · " (t!(say, "framework-version", n = one.number)) " · " (one.years().map(years_word).unwrap_or_default()) }
        @if let Some(before) = before { p.small { a href=(url(&format!("/changes?since={}", before.id))) { (t!(say, "framework-changes", n = before.number)) } } }
        @if may { div.acts {
            a.btn.plain href=(url("/edit")) { (t!(say, "framework-edit")) span.unseen { " " (name) } }
            @if matches!(one.standing, Standing::Draft | Standing::Past) {
                " " (form(ctx, url("/in-force")).button(&t!(say, "framework-bring-into-force"), name, &[("version", version.as_str())]))
            }
            @if one.standing != Standing::Reference {
                " " (form(ctx, url("/versions")).button(&t!(say, "framework-next-version"), name, &[("version", version.as_str())]))
            }
        } }
    }
}

fn blank(ctx: &Ctx) -> Result<FrameworkFacts> {
    let year = ctx.today().year();
    Ok(FrameworkFacts {
        title: Text::default(),
        about: Text::default(),
        charter: Charter::default(),
        source: Text::default(),
        edition: String::new(),
        historical: false,
        publicity: Publicity::Confirmed,
        years: Years::new(year, year.saturating_add(4), 4)?,
        adopted_on: None,
        decision: Text::default(),
    })
}

/// `GET /{p}/work/plan/frameworks/new`: the form for a new plan.
pub(crate) async fn new(ctx: Ctx) -> Answer {
    ctx.demand(can::EDIT_PLAN)?;
    let sent = framework_form(&blank(&ctx)?, &[], 0);
    html(view(&ctx, &FrameworkForm { id: None, sent: &sent, complaints: &Complaints::default() }))
}

/// `POST /{p}/work/plan/frameworks`: a plan is set up, as a draft.
pub(crate) async fn create(ctx: Ctx, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let (facts, levels) = match read_framework(&ctx, &sent, &blank(&ctx)?) {
        Ok(read) => read,
        Err(complaints) => {
            let form = FrameworkForm { id: None, sent: &sent, complaints: &complaints };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &form));
        }
    };
    let slug = partners::slug_of(facts.title.plain(Lang::En));
    let id = add_framework(&mut tx, &slug, (&facts, Standing::Draft), &levels).await?;
    let to = tx.commit_to(&said(&framework_url(&ctx, id, ""), "framework-set-up")).await?;
    see_other(&to)
}

/// `GET /{p}/work/plan/frameworks/{framework}/edit`: the form of a plan.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtFramework>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let framework = find_framework(&mut tx, at.framework).await?.or_not_found()?;
    let levels = list_levels(&mut tx, at.framework).await?;
    tx.done().await?;
    let sent = framework_form(&framework.facts()?, &levels, framework.version);
    let complaints = Complaints::default();
    html(view(&ctx, &FrameworkForm { id: Some(at.framework), sent: &sent, complaints: &complaints }))
}

/// `POST /{p}/work/plan/frameworks/{framework}`: a plan changes, on top of the version that was read.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtFramework>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let before = find_framework(&mut tx, at.framework).await?.or_not_found()?;
    if sent.version() != before.version {
        let levels = list_levels(&mut tx, at.framework).await?;
        let history = tx.history(&Ref::from(at.framework), 1).await?;
        tx.done().await?;
        let shown = conflict_view(&ctx, (&before, &levels), &sent, history.first())?;
        return page_with(StatusCode::CONFLICT, shown);
    }
    let stood = before.facts()?;
    let lines = list_lines(&mut tx, at.framework).await?;
    let read = read_framework(&ctx, &sent, &stood).and_then(|(facts, levels)| {
        hold_all(facts.years, lines.iter().map(Line::span))
            .map_err(|why: PeriodRefusal| Complaints::one("last_year", why))?;
        Ok((facts, levels))
    });
    let (facts, levels) = match read {
        Ok(read) => read,
        Err(complaints) => {
            let form = FrameworkForm { id: Some(at.framework), sent: &sent, complaints: &complaints };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &form));
        }
    };
    update_framework(&mut tx, &before, &facts).await?;
    replace_levels(&mut tx, at.framework, &levels).await?;
    tx.audit("plan-framework.changed", at.framework, Some(&stood), Some(&facts)).await?;
    let to = tx.commit_to(&said(&framework_url(&ctx, at.framework, ""), "framework-changed")).await?;
    see_other(&to)
}

/// `POST /{p}/work/plan/frameworks/{framework}/in-force`: a plan comes into force.
pub(crate) async fn bring(ctx: Ctx, Path(at): Path<AtFramework>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let framework = find_framework(&mut tx, at.framework).await?.or_not_found()?;
    if sent.version() != framework.version {
        return Err(Error::Stale);
    }
    bring_framework_into_force(&mut tx, at.framework).await?;
    let to = tx.commit_to(&said(&room_url(&ctx, ""), "framework-in-force")).await?;
    see_other(&to)
}

/// `POST /{p}/work/plan/frameworks/{framework}/versions`: the next version begins as a draft.
pub(crate) async fn begin_version(ctx: Ctx, Path(at): Path<AtFramework>, Form(_): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let framework = find_framework(&mut tx, at.framework).await?.or_not_found()?;
    if framework.standing == Standing::Reference {
        return Err(crate::rules::standing::StandingRefusal::OnlyReference.into());
    }
    let id = add_version(&mut tx, &framework).await?;
    let to = tx.commit_to(&said(&framework_url(&ctx, id, ""), "framework-version-begun")).await?;
    see_other(&to)
}

/// The form as a page.
pub(crate) fn view(ctx: &Ctx, shown: &FrameworkForm<'_>) -> Markup {
    let key = if shown.id.is_some() { "framework-edit" } else { "framework-add" };
    page(ctx, &Head::new(ctx.say().t(key, &[])), fields(ctx, shown))
}

/// The form without its page.
pub(crate) fn fields(ctx: &Ctx, shown: &FrameworkForm<'_>) -> Markup {
    let (say, sent, langs) = (ctx.say(), shown.sent, ctx.site_langs());
    let (action, submit) = match shown.id {
        Some(id) => (framework_url(ctx, id, ""), t!(say, "framework-save")),
        None => (room_url(ctx, "/frameworks"), t!(say, "framework-add")),
    };
    let form = form(ctx, &action)
        .complaints(shown.complaints)
        .cancel(shown.id.map_or_else(|| room_url(ctx, "/frameworks"), |id| framework_url(ctx, id, "")));
    let (publicities, months) = (publicities(ctx), months(ctx));
    let inside = markup! {
        (form.texts(field("title", t!(say, "framework-title")), &sent.in_langs("title", langs)))
        (form.proses(field("about", t!(say, "framework-about")).rows(4).optional(), &sent.in_langs("about", langs)))
        (form.text(field("first_year", t!(say, "framework-first-year")).value(sent.get("first_year")).number()))
        (form.text(field("last_year", t!(say, "framework-last-year")).value(sent.get("last_year")).number()))
        (form.radios(field("year_month", t!(say, "framework-year-month")).value(sent.get("year_month")), &months))
        (form.radios(field("publicity", t!(say, "framework-publicity")).value(sent.get("publicity")), &publicities))
        (form.date(field("adopted_on", t!(say, "framework-adopted-on")).value(sent.get("adopted_on")).optional()))
        (form.texts(field("decision", t!(say, "state-decision")).optional(), &sent.in_langs("decision", langs)))
        (form.texts(field("source", t!(say, "framework-source")).hint(t!(say, "framework-source-hint")).optional(), &sent.in_langs("source", langs)))
        (form.text(field("edition", t!(say, "framework-edition")).value(sent.get("edition")).short().optional()))
        (form.check(field("historical", t!(say, "framework-historical")).value(sent.get("historical"))))
        (charter::fields(ctx, &form, shown))
        (levels(ctx, &form, shown))
        (form.hidden("version", sent.get("version")))
    };
    form.show(&submit, inside)
}

fn publicities(ctx: &Ctx) -> Vec<Choice> {
    let word = |one: Publicity| ctx.say().t(&format!("plan-publicity-{}", one.code()), &[]);
    Publicity::ALL.into_iter().map(|one| choice(one.code(), word(one))).collect()
}

fn months(ctx: &Ctx) -> Vec<Choice> {
    let word = |month: i8| ctx.say().t(&format!("plan-month-{month}"), &[]);
    [1, 4].into_iter().map(|month: i8| choice(month.to_string(), word(month))).collect()
}

fn levels(ctx: &Ctx, form: &FormHtml<'_>, shown: &FrameworkForm<'_>) -> Markup {
    let (say, langs) = (ctx.say(), ctx.site_langs());
    let wrong = LEVELS.iter().any(|(_, one, many)| {
        shown.complaints.about(one).is_some() || shown.complaints.about(many).is_some()
    });
    markup! {
        details open[wrong] {
            summary { (t!(say, "framework-levels")) }
            p.small { (t!(say, "framework-levels-hint")) }
            @for (kind, one, many) in LEVELS {
                @let word = crate::seen::word_of(ctx, kind);
                (form.texts(field(one, t!(say, "framework-level-one", kind = word.as_str())).optional(), &shown.sent.in_langs(one, langs)))
                (form.texts(field(many, t!(say, "framework-level-many", kind = word.as_str())).optional(), &shown.sent.in_langs(many, langs)))
            }
        }
    }
}

/// Two people changed one plan: both texts, and nothing overwritten.
pub(crate) fn conflict_view(
    ctx: &Ctx,
    (stored, levels): (&Framework, &[Level]),
    sent: &Pairs,
    by: Option<&AuditEntry>,
) -> Result<Markup> {
    let theirs = framework_form(&stored.facts()?, levels, stored.version);
    let mine = sent.clone().with("version", stored.version);
    let complaints = Complaints::default();
    let url = framework_url(ctx, stored.id, "");
    let both = Conflict {
        action: url.clone(),
        theirs: &theirs,
        mine: &mine,
        version: stored.version,
        labels: labels(ctx),
        called: &|name, value| called(ctx, (name, value)),
        by,
        keep_href: url,
        edit: fields(ctx, &FrameworkForm { id: Some(stored.id), sent: &mine, complaints: &complaints }),
    };
    Ok(page(ctx, &Head::new(t!(ctx.say(), "framework-conflict")), conflict(ctx, &both)?))
}

/// All fields of a plan's form, in its order.
fn labels(ctx: &Ctx) -> Vec<(Cow<'static, str>, String)> {
    let say = ctx.say();
    let mut labels = labels_in_langs(ctx, "title", &t!(say, "framework-title"));
    labels.extend(labels_in_langs(ctx, "about", &t!(say, "framework-about")));
    for name in charter::FIELDS {
        labels.extend(labels_in_langs(ctx, name, &say.t(&format!("charter-{name}"), &[])));
    }
    labels.extend([
        ("first_year".into(), t!(say, "framework-first-year")),
        ("last_year".into(), t!(say, "framework-last-year")),
        ("year_month".into(), t!(say, "framework-year-month")),
        ("publicity".into(), t!(say, "framework-publicity")),
        ("adopted_on".into(), t!(say, "framework-adopted-on")),
    ]);
    labels.extend(labels_in_langs(ctx, "decision", &t!(say, "state-decision")));
    labels.extend(labels_in_langs(ctx, "source", &t!(say, "framework-source")));
    labels.extend([
        ("edition".into(), t!(say, "framework-edition")),
        ("historical".into(), t!(say, "framework-historical")),
    ]);
    for (kind, one, many) in LEVELS {
        let word = crate::seen::word_of(ctx, kind);
        labels.extend(labels_in_langs(ctx, one, &t!(say, "framework-level-one", kind = word.as_str())));
        labels.extend(labels_in_langs(ctx, many, &t!(say, "framework-level-many", kind = word.as_str())));
    }
    labels
}

/// What stands for the code in a field of a plan's form.
fn called(ctx: &Ctx, (name, value): (&str, &str)) -> Option<String> {
    let find = |all: Vec<Choice>| all.into_iter().find(|one| one.code == value).map(|one| one.label);
    match name {
        "year_month" => find(months(ctx)),
        "publicity" => find(publicities(ctx)),
        "historical" if value.is_empty() => Some(t!(ctx.say(), "fact-no")),
        "historical" => Some(t!(ctx.say(), "fact-yes")),
        _ => None,
    }
}
