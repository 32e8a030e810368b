//! The page of an organization.

use super::{
    Kept, OfOrganization, find, kind_word, languages_word, notes::CareShown, organization_url, person_url,
    standing_look, standing_word, visibility_word,
};
use crate::{
    Ask, ContactKind, Load, Offer, Reader, Standing, Whose, can, load_of, reader,
    store::{
        contacts::{ContactPoint, contacts_of_organization},
        offers::offers_of,
        organizations::Organization,
        people::{Person, people_named},
        speakers::{Speaker, speakers_of},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    errors::Result,
    html::{self, Head, page, paragraphs, shown, state},
    http::{Answer, Path, html as answer},
    ids::Ref,
    t,
    thread::{Thread, thread},
};

/// An organization as its page shows it.
pub struct OrganizationPage {
    /// The organization.
    pub organization: Organization,
    /// Sectors and areas.
    pub kept: Kept,
    /// How to reach it and its people.
    pub contacts: Vec<ContactPoint>,
    /// Who speaks and has spoken for it.
    pub speakers: Vec<(Speaker, Person)>,
    /// Where it stands.
    pub thread: Thread,
    /// What other rooms know of it.
    pub panels: Markup,
    /// What happened to it last.
    pub history: html::History,
    /// What it offers and needs.
    pub offers: Vec<Offer>,
    /// Who looks after it, for whoever keeps notes.
    pub care: Option<CareShown>,
    /// How much is asked of it, and what is open, for whoever asks.
    pub asked: Option<(Load, Vec<Ask>)>,
    /// For whose eyes.
    pub reader: Reader,
}

/// `GET /{p}/work/partners/{slug}`.
pub async fn show(ctx: Ctx, Path(of): Path<OfOrganization>) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let organization = find(&ctx, &mut tx, &of.slug).await?;
    let (reader, object) = (reader(&ctx), Ref::from(organization.id));
    let mut history = tx.history(&object, 5).await?;
    if reader != Reader::Staff {
        history.iter_mut().for_each(|entry| (entry.before, entry.after) = (None, None));
    }
    let (whose, keeps) = (Whose::Organization(organization.id), ctx.may(can::KEEP_NOTES));
    let shown = OrganizationPage {
        kept: Kept::load(&mut tx).await?,
        contacts: contacts_of_organization(&mut tx, reader, organization.id).await?,
        speakers: speakers(&mut tx, reader, &organization).await?,
        thread: thread(&ctx, &mut tx, &object).await?,
        panels: html::panels(&ctx, &mut tx, &object).await?,
        history: html::History::of(&ctx, &mut tx, &object, history).await?,
        offers: offers_of(&mut tx, reader, whose).await?,
        care: CareShown::load(&ctx, &mut tx, whose).await?,
        asked: if keeps { Some(load_of(&ctx, &mut tx, organization.id).await?) } else { None },
        reader,
        organization,
    };
    tx.done().await?;
    answer(view(&ctx, &shown))
}

pub(super) async fn speakers(
    tx: &mut platform::db::Tx,
    reader: Reader,
    of: &Organization,
) -> Result<Vec<(Speaker, Person)>> {
    let said = speakers_of(tx, reader, of.id).await?;
    let ids: Vec<_> = said.iter().map(|speaker| speaker.person).collect();
    let people = people_named(tx, reader, &ids).await?;
    Ok(said.into_iter().filter_map(|one| people.get(&one.person).cloned().map(|who| (one, who))).collect())
}

/// The page.
pub fn view(ctx: &Ctx, shown: &OrganizationPage) -> Markup {
    let (say, organization) = (ctx.say(), &shown.organization);
    let head = Head::of(ctx, &organization.name)
        .under(t!(say, "nav-partners"), ctx.url("/work/partners"))
        .on_thread(shown.thread.clone());
    let history = ctx.url(&format!("/work/history/organization/{}", organization.id));
    let url = organization_url(ctx, &organization.slug);
    let body = markup! {
        (html::acts(&ways(ctx, organization)))
        (facts(ctx, shown))
        (paragraphs(ctx, &organization.about))
        @if shown.reader == Reader::Staff && !organization.note.is_empty() {
            (html::notice(markup! { p { b { (t!(say, "field-note")) } } p { (organization.note) } }))
        }
        section #contacts { h2 { (t!(say, "contacts-title")) } (contacts(ctx, shown)) }
        section #people { h2 { (t!(say, "speakers-title")) } (people(ctx, shown)) }
        (super::offers::section(ctx, &shown.offers, ctx.may(can::EDIT_ORGANIZATION.on(organization.id)).then_some(url.as_str())))
        @if let Some(care) = &shown.care { (care.section(ctx, &url)) }
        @if let Some((load, open)) = &shown.asked {
            (super::asks::load_words(ctx, *load, open))
            p.acts { a.btn.plain href={ (url) "/asks/new" } { (t!(say, "ask-add")) } }
        }
        (shown.panels)
        section #languages {
            h2 { (t!(say, "texts-title")) }
            h3 { (t!(say, "field-name")) } (html::languages_of(ctx, &organization.name))
            h3 { (t!(say, "field-about")) } (html::languages_of(ctx, &organization.about))
        }
        section #history {
            h2 { (t!(say, "history-heading")) }
            (html::history(ctx, &shown.history))
            p { a href=(history) { (t!(say, "history-all")) } }
        }
        @if ctx.may(can::DECIDE_PARTNERS) { (removal(ctx, organization)) }
    };
    page(ctx, &head, body)
}

fn ways(ctx: &Ctx, organization: &Organization) -> Vec<(String, String)> {
    let (say, url) = (ctx.say(), organization_url(ctx, &organization.slug));
    let mut ways = Vec::new();
    if ctx.may(can::EDIT_ORGANIZATION.on(organization.id)) {
        ways.push((t!(say, "organization-edit"), format!("{url}/edit")));
    }
    if ctx.may(can::DECIDE_PARTNERS) {
        ways.push(match organization.standing() {
            Standing::Partner => (t!(say, "departure-title"), format!("{url}/departure")),
            Standing::Prospect | Standing::Left => (t!(say, "joining-title"), format!("{url}/joining")),
        });
    }
    ways
}

fn facts(ctx: &Ctx, shown: &OrganizationPage) -> Markup {
    let (say, organization) = (ctx.say(), &shown.organization);
    let words = |text: String| markup! { (text) };
    let day = |day: Option<jiff::civil::Date>| markup! { @if let Some(day) = day { time datetime=(day) { (say.day(day)) } } };
    let standing = standing_word(&say, organization.standing());
    let mut facts = vec![
        (t!(say, "field-standing"), state(standing_look(organization.standing()), &standing)),
        (t!(say, "field-joined"), day(organization.joined_on)),
        (t!(say, "field-left"), day(organization.left_on)),
        (t!(say, "field-sector"), shown.kept.sector_name(ctx, organization.sector).html),
        (t!(say, "field-kind"), words(kind_word(&say, organization.formal))),
        (t!(say, "field-languages"), words(languages_word(&say, organization))),
        (t!(say, "field-area"), shown.kept.area_name(ctx, organization.area).html),
    ];
    if shown.reader == Reader::Staff {
        facts.push((t!(say, "field-visibility"), words(visibility_word(&say, organization.visibility))));
    }
    html::facts(&facts)
}

fn contacts(ctx: &Ctx, shown: &OrganizationPage) -> Markup {
    let (say, organization) = (ctx.say(), &shown.organization);
    let may = ctx.may(can::EDIT_ORGANIZATION.on(organization.id));
    let own = shown.contacts.iter().filter(|one| one.person.is_none());
    markup! {
        @if shown.contacts.iter().all(|one| one.person.is_some()) { p.quiet { (crate::none_known(ctx, ["contacts-none", "contacts-none-shown"])) } }
        (contact_list(ctx, own, may))
        @if may {
            p.acts { a.btn.plain href={ (organization_url(ctx, &organization.slug)) "/contacts/new" } { (t!(say, "contacts-add")) } }
        }
    }
}

/// Contact points as lines, each with ways to change it and to take it away for those who may.
pub(super) fn contact_list<'a>(
    ctx: &Ctx,
    contacts: impl Iterator<Item = &'a ContactPoint>,
    may: bool,
) -> Markup {
    let say = ctx.say();
    markup! { ul.plain-list { @for one in contacts { li {
        (say.t(&format!("contact-{}", one.kind.code()), &[])) " " (contact_link(one))
        @if may {
            " " span.small.quiet { (visibility_word(&say, one.visibility)) } " "
            a.small href=(ctx.url(&format!("/work/contacts/{}/edit", one.id))) { (t!(say, "contacts-change")) span.unseen { " " (one.value) } } " "
            a.small href=(ctx.url(&format!("/work/contacts/{}/removal", one.id))) { (t!(say, "contacts-remove")) span.unseen { " " (one.value) } }
        }
    } } } }
}

/// A link to use a contact point with.
pub(super) fn contact_link(one: &ContactPoint) -> Markup {
    let rel = (one.kind == ContactKind::Web).then_some("noopener nofollow");
    markup! { a href=(one.kind.href(&one.value)) rel=[rel] { bdi dir="ltr" { (one.value) } } }
}

fn people(ctx: &Ctx, page: &OrganizationPage) -> Markup {
    let say = ctx.say();
    let may = ctx.may(can::EDIT_PEOPLE);
    let add = ctx.url(&format!("/work/people/new?organization={}", page.organization.slug));
    markup! {
        @if page.speakers.is_empty() { p.quiet { (crate::none_known(ctx, ["speakers-none", "speakers-none-shown"])) } }
        ul.plain-list { @for (speaker, person) in &page.speakers { li {
            a href=(person_url(ctx, person.id)) { bdi { (person.name) } }
            @if !speaker.title.is_empty() { ", " (shown(ctx, &speaker.title)) }
            " " span.small.quiet { (span_words(ctx, speaker)) }
            @for one in page.contacts.iter().filter(|one| one.person == Some(person.id)) { " · " (contact_link(one)) }
        } } }
        @if may { p.acts { a.btn.plain href=(add) { (t!(say, "speakers-add")) } } }
    }
}

/// “since …” or “from … to …”.
pub(super) fn span_words(ctx: &Ctx, speaker: &Speaker) -> String {
    let say = ctx.say();
    let from = say.short_day(speaker.from_on);
    match speaker.to_on {
        Some(to) => t!(say, "speakers-between", from = from, to = say.short_day(to)),
        None => t!(say, "speakers-since", from = from),
    }
}

fn removal(ctx: &Ctx, organization: &Organization) -> Markup {
    let (say, url) = (ctx.say(), organization_url(ctx, &organization.slug));
    let name = organization.name.plain(ctx.lang);
    markup! { section #removal {
        h2 { (t!(say, "removal-title")) }
        p { (t!(say, "removal-about")) }
        p.acts { a.btn.plain href={ (url) "/removal" } { (t!(say, "removal-submit")) span.unseen { " " (name) } } }
    } }
}
