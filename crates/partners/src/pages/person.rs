//! The page of a person, and the form to add or change one.

use super::{
    OfPerson, find_person, lang_word,
    notes::CareShown,
    organization::{contact_link, contact_list},
    organization_url, person_url, visibility_choices, visibility_word,
};
use crate::{
    Offer, PersonId, Reader, Visibility, Whose, can, reader,
    rules::NewPerson,
    store::{
        contacts::{ContactPoint, contacts_of_person},
        list::choices,
        offers::offers_of,
        organizations::{Organization, organization_by_slug, organizations_named},
        people::{Person, add_person, change_person, person},
        speakers::{NewSpeaker, Speaker, speaks_for, spoken_for_by},
    },
    typed,
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    consent::ConsentFact,
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{self, Choice, Conflict, Head, choice, conflict, field, form, page, said, shown},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    ids::Ref,
    langs::Lang,
    t,
    thread::{Thread, thread},
};

/// A person as the page shows her.
pub struct PersonPage {
    /// The person.
    pub person: Person,
    /// For whom she speaks and has spoken.
    pub speaks: Vec<(Speaker, Organization)>,
    /// How to reach her.
    pub contacts: Vec<ContactPoint>,
    /// Where she stands.
    pub thread: Thread,
    /// What other rooms know of her.
    pub panels: Markup,
    /// What she offers and needs.
    pub offers: Vec<Offer>,
    /// Who looks after the record, for whoever keeps notes.
    pub care: Option<CareShown>,
    /// What the ledger of consent says, for whoever may read it.
    pub consent: Option<Vec<ConsentFact>>,
    /// For whose eyes.
    pub reader: Reader,
}

/// The form of a person as a page shows it.
pub struct PersonForm {
    /// The person who is changed; none when one is added.
    pub of: Option<Person>,
    /// The organizations that a new person can speak for.
    pub organizations: Vec<Organization>,
    /// What stands in the form.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

/// `GET /{p}/work/people/{person}`.
pub async fn show(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let person = find_person(&ctx, &mut tx, of.person).await?;
    let (reader, object) = (reader(&ctx), Ref::from(of.person));
    let shown = PersonPage {
        speaks: spoken_for(&mut tx, reader, of.person).await?,
        contacts: contacts_of_person(&mut tx, reader, of.person).await?,
        thread: thread(&ctx, &mut tx, &object).await?,
        panels: html::panels(&ctx, &mut tx, &object).await?,
        offers: offers_of(&mut tx, reader, Whose::Person(of.person)).await?,
        care: CareShown::load(&ctx, &mut tx, Whose::Person(of.person)).await?,
        consent: if ctx.may(can::EDIT_PEOPLE) { Some(tx.consent_facts(of.person).await?) } else { None },
        person,
        reader,
    };
    tx.done().await?;
    answer(view(&ctx, &shown))
}

pub(super) async fn spoken_for(
    tx: &mut Tx,
    reader: Reader,
    who: PersonId,
) -> Result<Vec<(Speaker, Organization)>> {
    let said = spoken_for_by(tx, reader, who).await?;
    let ids: Vec<_> = said.iter().map(|one| one.organization).collect();
    let named = organizations_named(tx, reader, &ids).await?;
    Ok(said.into_iter().filter_map(|one| named.get(&one.organization).cloned().map(|of| (one, of))).collect())
}

/// The page.
pub fn view(ctx: &Ctx, page_of: &PersonPage) -> Markup {
    let (say, person, may) = (ctx.say(), &page_of.person, ctx.may(can::EDIT_PEOPLE));
    let url = person_url(ctx, person.id);
    let head = Head::new(&person.name)
        .under(t!(say, "nav-partners-people"), ctx.url("/work/people"))
        .on_thread(page_of.thread.clone());
    let edit = (t!(say, "person-edit"), format!("{url}/edit"));
    let ways: Vec<_> = may.then_some(edit).into_iter().collect();
    let mut facts = vec![(t!(say, "person-lang"), markup! { (lang_word(ctx, person.lang)) })];
    if page_of.reader == Reader::Staff {
        facts.push((t!(say, "field-visibility"), markup! { (visibility_word(&say, person.visibility)) }));
        facts.push((t!(say, "field-note"), markup! { (person.note) }));
    }
    let history = ctx.url(&format!("/work/history/person/{}", person.id));
    let body = markup! {
        @if person.invented { (html::notice(markup! { p { (t!(say, "person-invented")) } })) }
        (html::acts(&ways))
        (html::facts(&facts))
        section #speaks { h2 { (t!(say, "speaks-title")) } (speaks(ctx, page_of, may)) }
        section #contacts {
            h2 { (t!(say, "contacts-title")) }
            @if page_of.contacts.is_empty() { p.quiet { (crate::none_known(ctx, ["contacts-none", "contacts-none-shown"])) } }
            (contact_list(ctx, page_of.contacts.iter(), may))
            @if may {
                (super::mail_choices::link(ctx, &page_of.contacts, &url))
                p.acts { a.btn.plain href={ (url) "/contacts/new" } { (t!(say, "contacts-add")) } }
            }
        }
        (super::offers::section(ctx, &page_of.offers, may.then_some(url.as_str())))
        @if let Some(care) = &page_of.care { (care.section(ctx, &url)) }
        (page_of.panels)
        @if let Some(facts) = &page_of.consent {
            section #mail { h2 { (t!(say, "mail-may-title")) } (super::consent::overview(ctx, facts)) }
        }
        p { a href=(history) { (t!(say, "history-all")) } @if may { " · " a href={ (url) "/consent" } { (t!(say, "consent-link")) } " · " a href={ (url) "/data" } { (t!(say, "held-link")) } } }
        @if may { section #removal {
            h2 { (t!(say, "removal-title")) }
            p { (t!(say, "person-removal-about")) }
            p.acts { a.btn.plain href={ (url) "/removal" } { (t!(say, "removal-submit")) span.unseen { " " (person.name) } } }
        } }
    };
    page(ctx, &head, body)
}

fn speaks(ctx: &Ctx, page_of: &PersonPage, may: bool) -> Markup {
    let (say, url) = (ctx.say(), person_url(ctx, page_of.person.id));
    markup! {
        @if page_of.speaks.is_empty() { p.quiet { (crate::none_known(ctx, ["speaks-none", "speaks-none-shown"])) } }
        ul.plain-list { @for (speaker, of) in &page_of.speaks { li {
            a href=(organization_url(ctx, &of.slug)) { (shown(ctx, &of.name)) }
            @if !speaker.title.is_empty() { ", " (shown(ctx, &speaker.title)) }
            " " span.small.quiet { (super::organization::span_words(ctx, speaker)) }
            @for one in page_of.contacts.iter().filter(|one| one.organization == Some(of.id)) { " · " (contact_link(one)) }
            @if may {
                " " a.small href={ (url) "/speaking/" (speaker.id) "/edit" } { (t!(say, "speaks-edit")) span.unseen { " " (of.name.plain(ctx.lang)) } }
            }
            @if may && speaker.to_on.is_none() {
                " " a.small href={ (url) "/speaking/" (speaker.id) "/end" } { (t!(say, "speaks-end")) span.unseen { " " (of.name.plain(ctx.lang)) } }
            }
        } } }
        @if may { p.acts { a.btn.plain href={ (url) "/speaking/new" } { (t!(say, "speaks-add")) } } }
    }
}

/// `GET /{p}/work/people/new`, with `?organization=slug` for somebody who speaks for that one.
pub async fn new(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let organizations = choices(&mut tx, Reader::Staff, ctx.lang).await?;
    tx.done().await?;
    let typed = Pairs::default()
        .with("lang", Lang::En.code())
        .with("visibility", Visibility::Staff.code())
        .with("organization", ctx.address().get("organization"))
        .with("from_on", ctx.today().to_string());
    answer(form_view(&ctx, &PersonForm { of: None, organizations, typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/people`.
pub async fn add(ctx: Ctx, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PEOPLE).await?;
    let speaks = typed.get("organization").to_owned();
    let read = typed::person(Reading::of(&ctx, &typed), None);
    let place =
        if speaks.is_empty() { None } else { organization_by_slug(&mut tx, Reader::Staff, &speaks).await? };
    let said_of = match &place {
        Some(of) => super::speaking::read(&ctx, &typed, of.id).map(Some),
        None if speaks.is_empty() => Ok(None),
        None => Err(Complaints::one("organization", FieldRefusal::Unknown)),
    };
    match (read, said_of) {
        (Ok(new), Ok(said_of)) => {
            let id = add_person(&mut tx, &new).await?;
            if let Some(speaker) = said_of {
                speaks_for(&mut tx, &NewSpeaker { person: id, ..speaker }).await?;
            }
            let to = tx.commit_to(&said(&person_url(&ctx, id), "person-added")).await?;
            see_other(&to)
        }
        (read, said_of) => {
            let organizations = choices(&mut tx, Reader::Staff, ctx.lang).await?;
            tx.done().await?;
            let mut complaints = read.err().unwrap_or_default();
            complaints.0.extend(said_of.err().unwrap_or_default().0);
            let shown = PersonForm { of: None, organizations, typed, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &shown))
        }
    }
}

/// `GET /{p}/work/people/{person}/edit`.
pub async fn edit(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let found = find_person(&ctx, &mut tx, of.person).await?;
    tx.done().await?;
    let typed = typed::of_person(&found.facts(), found.version);
    let shown =
        PersonForm { of: Some(found), organizations: Vec::new(), typed, complaints: Complaints::default() };
    answer(form_view(&ctx, &shown))
}

/// `POST /{p}/work/people/{person}`.
pub async fn save(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PEOPLE.on(of.person)).await?;
    let before = person(&mut tx, Reader::Staff, of.person).await?.or_not_found()?;
    let read: Result<NewPerson, Complaints> = typed::person(Reading::of(&ctx, &typed), Some(&before.facts()));
    if typed.version() != before.version {
        let by = tx.history(&Ref::from(of.person), 1).await?.pop();
        tx.done().await?;
        let complaints = Complaints::default();
        let shown = PersonForm { of: Some(before), organizations: Vec::new(), typed, complaints };
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &shown, by.as_ref())?);
    }
    match read {
        Ok(after) => {
            change_person(&mut tx, &before, &after).await?;
            let to = tx.commit_to(&said(&person_url(&ctx, of.person), "person-saved")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = PersonForm { of: Some(before), organizations: Vec::new(), typed, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &shown))
        }
    }
}

/// The form's page.
pub fn form_view(ctx: &Ctx, shown: &PersonForm) -> Markup {
    page(ctx, &head(ctx, shown), the_form(ctx, shown))
}

fn head(ctx: &Ctx, shown: &PersonForm) -> Head {
    let say = ctx.say();
    let list = (t!(say, "nav-partners-people"), ctx.url("/work/people"));
    match &shown.of {
        Some(of) => Head::new(t!(say, "organization-edit-title", name = &of.name))
            .under(list.0, list.1)
            .under(&of.name, person_url(ctx, of.id)),
        None => Head::new(t!(say, "people-add")).under(list.0, list.1),
    }
}

fn the_form(ctx: &Ctx, shown: &PersonForm) -> Markup {
    let (say, typed) = (ctx.say(), &shown.typed);
    let (action, submit) = match &shown.of {
        Some(of) => (person_url(ctx, of.id), t!(say, "form-save")),
        None => (ctx.url("/work/people"), t!(say, "people-add-submit")),
    };
    let form = form(ctx, action.clone()).complaints(&shown.complaints).cancel(action);
    let written: Vec<Choice> = Lang::ALL.iter().map(|lang| choice(lang.code(), lang.own_name())).collect();
    let fields = markup! {
        (form.text(field("name", t!(say, "person-name")).value(typed.get("name")).hint(t!(say, "person-name-hint"))))
        (form.select(field("lang", t!(say, "person-lang")).value(typed.get("lang")).hint(t!(say, "person-lang-hint")), &written))
        (form.select(field("visibility", t!(say, "field-visibility")).value(typed.get("visibility")).hint(t!(say, "person-visibility-hint")), &visibility_choices(&say)))
        (form.prose(field("note", t!(say, "field-note")).value(typed.get("note")).hint(t!(say, "field-note-hint")).rows(3).optional()))
        @match &shown.of {
            Some(of) => (form.version(of.version)),
            None => (speaking_fields(ctx, &form, shown)),
        }
    };
    form.show(&submit, fields)
}

fn speaking_fields(ctx: &Ctx, form: &html::FormHtml<'_>, shown: &PersonForm) -> Markup {
    let (say, typed) = (ctx.say(), &shown.typed);
    let all: Vec<Choice> =
        shown.organizations.iter().map(|of| choice(&of.slug, of.name.plain(ctx.lang))).collect();
    markup! { @if !all.is_empty() {
        (form.select(field("organization", t!(say, "speaks-for")).value(typed.get("organization")).optional(), &all))
        (form.texts(field("title", t!(say, "speaks-role")).optional(), &typed.in_langs("title", ctx.site_langs())))
        (form.date(field("from_on", t!(say, "speaks-from")).value(typed.get("from_on"))))
    } }
}

/// The page when somebody else has changed it meanwhile.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub fn conflict_view(ctx: &Ctx, shown: &PersonForm, by: Option<&AuditEntry>) -> Result<Markup> {
    let say = ctx.say();
    let of = shown.of.as_ref().or_not_found()?;
    let url = person_url(ctx, of.id);
    let both = Conflict {
        action: url.clone(),
        theirs: &typed::of_person(&of.facts(), of.version),
        mine: &shown.typed,
        version: of.version,
        labels: vec![
            ("name".into(), t!(say, "person-name")),
            ("lang".into(), t!(say, "person-lang")),
            ("visibility".into(), t!(say, "field-visibility")),
            ("note".into(), t!(say, "field-note")),
        ],
        called: &|name, value| match name {
            "lang" => value.parse::<Lang>().ok().map(|lang| lang.own_name().to_owned()),
            "visibility" => Visibility::from_code(value).map(|_| say.t(&format!("visibility-{value}"), &[])),
            _ => None,
        },
        by,
        keep_href: url,
        edit: the_form(ctx, shown),
    };
    Ok(page(ctx, &head(ctx, shown), conflict(ctx, &both)?))
}
