//! Asking an organization about something of another room: a vacant seat, a question of the checklist. Whom to ask is chosen with
//! a look at what was asked lately; then the form of every ask, begun with the words of that room.

use super::{asks, organization_url};
use crate::{
    Reader, can, loads_of,
    rules::asks::Load,
    store::{
        asks::{asked_since, open_asks_about},
        list::choices,
        organizations::{Organization, organizations_named},
    },
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{self, Head, choice_of, field, form, page, shown},
    http::{Address, Answer, Form, Pairs, Path, answer::page_with, html as answer, see_other},
    ids::Ref,
    t,
    thread::{Knot, thread},
};
use serde::Deserialize;
use uuid::Uuid;

/// So many organizations of which something was asked lately are shown, those of which most was asked first.
const SHOWN: usize = 30;
/// Of a title so many characters go into the words of an ask.
const TITLE: usize = 200;

/// The part of an address that names what is asked about.
#[derive(Debug, Clone, Deserialize)]
pub struct AtSubject {
    kind: String,
    id: Uuid,
}

/// What is asked about: an object of a room that asks partners for something; it may have words for it under `ask-about-…`.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Which object.
    pub of: Ref,
    /// The room that keeps it.
    pub room: &'static str,
    /// How it is called, and where it stands.
    pub knot: Knot,
}

impl Subject {
    /// The object, when the reader may know of it and its room asks partners for something.
    ///
    /// # Errors
    /// [`platform::errors::Error::NotFound`].
    pub async fn load(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Self> {
        let brings =
            |room: &&platform::manifest::Manifest| room.providers.iter().any(|one| one.kind == of.kind);
        let room = ctx.app.house.rooms.iter().find(brings).or_not_found()?.name;
        if !ctx.say().has(&format!("ask-room-{room}")) {
            return Err(platform::errors::Error::NotFound);
        }
        let knot = thread(ctx, tx, of).await?.up.pop().or_not_found()?;
        Ok(Self { of: of.clone(), room, knot })
    }

    /// Where it stands, from `/work` on.
    pub fn href(&self, ctx: &Ctx) -> String {
        let href = self.knot.href.as_deref().unwrap_or_default();
        href.strip_prefix(&ctx.url("")).unwrap_or(href).to_owned()
    }

    /// The form of an ask about it, begun in every language of the site that has words for it.
    pub async fn begun(&self, ctx: &Ctx, tx: &mut Tx) -> Result<Pairs> {
        let mut typed =
            Pairs::default().with("about_kind", &self.of.kind).with("about_id", self.of.id.to_string());
        for lang in ctx.site_langs().iter().copied() {
            let there = Ctx { lang, ..ctx.clone() };
            let Some(knot) = thread(&there, tx, &self.of).await?.up.pop() else { continue };
            let say = there.say();
            if say.has(&words_key(&self.of)) {
                let title: String = knot.title.words.chars().take(TITLE).collect();
                typed = typed
                    .with(&format!("what_{lang}"), say.t(&words_key(&self.of), &[("title", title.into())]));
            }
        }
        Ok(typed)
    }
}

fn words_key(of: &Ref) -> String {
    format!("ask-about-{}", of.kind)
}

/// What the page of a choice shows.
pub struct ChoosePage {
    /// What is asked about.
    pub subject: Subject,
    /// Whom to ask.
    pub organizations: Vec<Organization>,
    /// Of whom something was asked lately.
    pub asked: Markup,
    /// Who is asked about it already.
    pub open: Markup,
    /// What was wrong.
    pub complaints: Complaints,
}

/// `GET /{p}/work/asks/about/{kind}/{id}`: whom to ask.
pub async fn choose(ctx: Ctx, Path(at): Path<AtSubject>) -> Answer {
    let mut tx = ctx.read(can::KEEP_NOTES).await?;
    let shown = load(&ctx, &mut tx, &at).await?;
    tx.done().await?;
    answer(view(&ctx, &shown))
}

/// `POST /{p}/work/asks/about/{kind}/{id}`: on to the form; nothing is asked yet.
pub async fn chosen(ctx: Ctx, Path(at): Path<AtSubject>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.read(can::KEEP_NOTES).await?;
    let shown = load(&ctx, &mut tx, &at).await?;
    tx.done().await?;
    let found = shown.organizations.iter().find(|one| one.id.to_string() == typed.get("organization"));
    match found {
        Some(one) => see_other(&form_url(&ctx, &one.slug, &shown.subject.of)),
        None => {
            let complaints = Complaints::one("organization", FieldRefusal::Unknown);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &ChoosePage { complaints, ..shown }))
        }
    }
}

async fn load(ctx: &Ctx, tx: &mut Tx, at: &AtSubject) -> Result<ChoosePage> {
    let of = Ref::new(at.kind.as_str(), at.id);
    let subject = Subject::load(ctx, tx, &of).await?;
    let organizations = choices(tx, Reader::Staff, ctx.lang).await?;
    let (asked, open) = (lately(ctx, tx, None).await?, open(ctx, tx, &of).await?);
    Ok(ChoosePage { subject, organizations, asked, open, complaints: Complaints::default() })
}

/// The address of the form that asks an organization about something.
pub fn form_url(ctx: &Ctx, slug: &str, about: &Ref) -> String {
    let new = Address::at(format!("{}/asks/new", organization_url(ctx, slug)));
    new.with("about_kind", about.kind.as_str()).with("about_id", about.id.to_string()).to_string()
}

/// The page of a choice.
pub fn view(ctx: &Ctx, of: &ChoosePage) -> Markup {
    let say = ctx.say();
    let choices: Vec<_> =
        of.organizations.iter().map(|one| choice_of(one.id.to_string(), &one.name, ctx.lang)).collect();
    let here = ctx.url(&format!("/work/asks/about/{}/{}", of.subject.of.kind, of.subject.of.id));
    let form = form(ctx, here).complaints(&of.complaints);
    let select = form.select(field("organization", t!(say, "speaks-for")), &choices);
    let body = markup! {
        (about(ctx, &of.subject))
        (of.open)
        (form.show(&t!(say, "ask-choose-submit"), select))
        (of.asked)
    };
    let head = Head::new(t!(say, "ask-choose")).under(t!(say, "asks-title"), ctx.url("/work/asks"));
    page(ctx, &head, body)
}

/// What is asked about, as a line.
pub fn about(ctx: &Ctx, subject: &Subject) -> Markup {
    let (say, knot) = (ctx.say(), &subject.knot);
    let title = markup! { bdi lang=(knot.title.lang.code()) dir=(knot.title.lang.direction()) { (knot.title.words) } };
    markup! { p {
        (t!(say, "ask-about")) " " (knot.word) " " @match &knot.href { Some(href) => a href=(href) { (title) }, None => (title) }
    } }
}

/// On the page of something that organizations can be asked about: who is, and the way to ask one more. Only for those who ask
/// partners for something.
///
/// # Errors
/// When the database does not answer.
pub async fn asked_about(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Markup> {
    if ctx.face != Face::Work || !ctx.may(can::KEEP_NOTES) {
        return Ok(Markup::default());
    }
    let way = (t!(ctx.say(), "ask-choose"), ctx.url(&format!("/work/asks/about/{}/{}", of.kind, of.id)));
    Ok(markup! { (open(ctx, tx, of).await?) (html::acts(&[way])) })
}

async fn open(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Markup> {
    let open = open_asks_about(tx, of).await?;
    Ok(markup! { @if !open.is_empty() { section #asked {
        h2 { (t!(ctx.say(), "ask-about-open")) }
        ul.plain-list { @for one in &open { li {
            a href=(organization_url(ctx, &one.slug)) { (shown(ctx, &one.name)) } " " (asks::stands(ctx, one))
        } } }
    } } })
}

/// How much was asked lately of these organizations, or of all: to be shown before more is asked. Only for those who ask partners
/// for something; nothing when nothing was asked.
///
/// # Errors
/// When the database does not answer.
pub async fn lately(ctx: &Ctx, tx: &mut Tx, of: Option<&[crate::OrganizationId]>) -> Result<Markup> {
    if ctx.face != Face::Work || !ctx.may(can::KEEP_NOTES) {
        return Ok(Markup::default());
    }
    let since = ctx.now().plus_seconds(-86_400 * i64::from(crate::rules::asks::COUNTED));
    let mut ids = asked_since(tx, since).await?;
    ids.retain(|id| of.is_none_or(|of| of.contains(id)));
    let loads = loads_of(tx, &ids, (ctx.today(), &ctx.zone())).await?;
    let known = organizations_named(tx, Reader::Staff, &ids).await?;
    let mut all: Vec<(&Organization, Load)> =
        loads.iter().filter_map(|(id, load)| known.get(id).map(|one| (one, *load))).collect();
    all.retain(|(_, load)| load.open + load.lately > 0);
    let say = ctx.say();
    let key = |one: &(&Organization, Load)| std::cmp::Reverse((one.1.lately, one.1.open));
    all.sort_by(|a, b| {
        key(a).cmp(&key(b)).then_with(|| say.order(a.0.name.plain(ctx.lang), b.0.name.plain(ctx.lang)))
    });
    Ok(markup! { @if !all.is_empty() { section #lately {
        h2 { (t!(say, "asks-lately-title")) }
        ul.plain-list { @for (one, load) in all.iter().take(SHOWN) { li {
            a href=(organization_url(ctx, &one.slug)) { (shown(ctx, &one.name)) }
            " " span.small.quiet { (t!(say, "asks-in-list", open = load.open, lately = load.lately)) }
        } } }
        @if all.len() > SHOWN { p.small { a href=(ctx.url("/work/asks")) { (t!(say, "asks-lately-more", n = all.len() - SHOWN)) } } }
    } } })
}
