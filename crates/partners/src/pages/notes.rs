//! What the staff keeps about an organization or a person: who looks after the record, when somebody was last in touch, notes.

use super::{OfOrganization, OfPerson, id_of, organization_url, person_url};
use crate::{
    NoteId, Reader, can,
    rules::{
        PartnerRefusal,
        notes::{Way, note as read_note},
        whose::Whose,
    },
    store::{
        notes::{Care, StaffNote, add_note, care_of, note, notes_about, set_steward},
        organizations::organization,
        people::person,
    },
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{self, Choice, Head, choice, field, form, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    ids::AccountId,
    t,
};
use serde::Deserialize;

/// Which note.
#[derive(Debug, Deserialize)]
pub struct OfNote {
    /// The id.
    pub note: NoteId,
}

/// Whose notes they are, as the page says it.
#[derive(Debug, Clone)]
pub struct Of {
    /// Whose.
    pub whose: Whose,
    /// The name.
    pub name: String,
    /// Where the record stands.
    pub url: String,
}

impl Of {
    /// The record of an organization or a person, for the staff.
    pub(super) async fn find(ctx: &Ctx, tx: &mut Tx, whose: Whose) -> Result<Self> {
        let (name, url) = match whose {
            Whose::Organization(id) => {
                let found = organization(tx, Reader::Staff, id).await?.or_not_found()?;
                (found.name.plain(ctx.lang).to_owned(), organization_url(ctx, &found.slug))
            }
            Whose::Person(id) => {
                let found = person(tx, Reader::Staff, id).await?.or_not_found()?;
                (found.name, person_url(ctx, id))
            }
        };
        Ok(Self { whose, name, url })
    }
}

/// Notes and care as a page shows them.
pub struct NotesPage {
    /// Whose.
    pub of: Of,
    /// Who looks after it, and when somebody was last in touch.
    pub care: Care,
    /// Who could.
    pub coordinators: Vec<(AccountId, String)>,
    /// The notes, the newest first.
    pub notes: Vec<StaffNote>,
    /// What stands in the form.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
    /// What was wrong with who was chosen to look after the record.
    pub about_steward: Complaints,
}

impl NotesPage {
    async fn load(ctx: &Ctx, tx: &mut Tx, whose: Whose, typed: Pairs) -> Result<Self> {
        Ok(Self {
            of: Of::find(ctx, tx, whose).await?,
            care: care_of(tx, whose).await?,
            coordinators: ctx.app.gate.coordinators(tx).await?,
            notes: notes_about(tx, whose).await?,
            typed,
            complaints: Complaints::default(),
            about_steward: Complaints::default(),
        })
    }
}

/// `GET /{p}/work/partners/{slug}/notes`.
pub async fn of_organization(ctx: Ctx, Path(of): Path<OfOrganization>) -> Answer {
    let id = id_of(&ctx, &of.slug).await?;
    show(ctx, Whose::Organization(id)).await
}

/// `GET /{p}/work/people/{person}/notes`.
pub async fn of_person(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    show(ctx, Whose::Person(of.person)).await
}

async fn show(ctx: Ctx, whose: Whose) -> Answer {
    let mut tx = ctx.read(can::KEEP_NOTES).await?;
    let typed = Pairs::default().with("on_day", ctx.today().to_string());
    let shown = NotesPage::load(&ctx, &mut tx, whose, typed).await?;
    tx.done().await?;
    answer(view(&ctx, &shown))
}

/// `POST /{p}/work/partners/{slug}/notes`.
pub async fn add_to_organization(
    ctx: Ctx,
    Path(of): Path<OfOrganization>,
    Form(typed): Form<Pairs>,
) -> Answer {
    let id = id_of(&ctx, &of.slug).await?;
    add(ctx, Whose::Organization(id), typed).await
}

/// `POST /{p}/work/people/{person}/notes`.
pub async fn add_to_person(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Pairs>) -> Answer {
    add(ctx, Whose::Person(of.person), typed).await
}

async fn add(ctx: Ctx, whose: Whose, typed: Pairs) -> Answer {
    let mut tx = ctx.write(can::KEEP_NOTES.on(whose.object())).await?;
    let mut shown = NotesPage::load(&ctx, &mut tx, whose, typed).await?;
    match read(&shown.typed, &ctx) {
        Ok(new) => {
            add_note(&ctx, &mut tx, whose, (&new, None)).await?;
            let to = tx.commit_to(&said(&format!("{}/notes", shown.of.url), "note-added")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            shown.complaints = complaints;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

fn read(typed: &Pairs, ctx: &Ctx) -> Result<crate::rules::notes::NewNote, Complaints> {
    let mut reading = Reading::of(ctx, typed);
    let day = reading.day_or_none("on_day");
    let day = reading.done(day)?;
    read_note((Way::from_code(typed.get("way")), day, typed.get("body")), ctx.today())
}

/// `GET /{p}/work/notes/{note}/correction`.
pub async fn ask_correction(ctx: Ctx, Path(of): Path<OfNote>) -> Answer {
    let mut tx = ctx.read(can::KEEP_NOTES).await?;
    let (before, about) = find_note(&ctx, &mut tx, of.note).await?;
    tx.done().await?;
    let typed = Pairs::default()
        .with("way", before.way.code())
        .with("on_day", before.on_day.to_string())
        .with("body", &before.body);
    answer(correction_view(&ctx, (&before, &about), (&typed, &Complaints::default())))
}

/// `POST /{p}/work/notes/{note}/correction`: a note of its own that says it corrects this one.
pub async fn correct(ctx: Ctx, Path(of): Path<OfNote>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_NOTES).await?;
    let (before, about) = find_note(&ctx, &mut tx, of.note).await?;
    let read = match read(&typed, &ctx) {
        _ if before.corrected => Err(Complaints::one("body", PartnerRefusal::CorrectedAlready)),
        read => read,
    };
    match read {
        Ok(new) => {
            add_note(&ctx, &mut tx, about.whose, (&new, Some(before.id))).await?;
            let to = tx.commit_to(&said(&format!("{}/notes", about.url), "note-corrected")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = correction_view(&ctx, (&before, &about), (&typed, &complaints));
            page_with(StatusCode::UNPROCESSABLE_ENTITY, again)
        }
    }
}

/// A note that the staff wrote, with whose it is.
async fn find_note(ctx: &Ctx, tx: &mut Tx, id: NoteId) -> Result<(StaffNote, Of)> {
    let found = note(tx, id).await?.filter(|one| Way::TYPED.contains(&one.way)).or_not_found()?;
    let of = Of::find(ctx, tx, found.whose().or_not_found()?).await?;
    Ok((found, of))
}

/// `POST /{p}/work/partners/{slug}/steward`.
pub async fn steward_of_organization(
    ctx: Ctx,
    Path(of): Path<OfOrganization>,
    Form(typed): Form<Pairs>,
) -> Answer {
    let id = id_of(&ctx, &of.slug).await?;
    steward(ctx, Whose::Organization(id), typed).await
}

/// `POST /{p}/work/people/{person}/steward`.
pub async fn steward_of_person(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Pairs>) -> Answer {
    steward(ctx, Whose::Person(of.person), typed).await
}

async fn steward(ctx: Ctx, whose: Whose, typed: Pairs) -> Answer {
    let mut tx = ctx.write(can::KEEP_NOTES.on(whose.object())).await?;
    let mut shown = NotesPage::load(&ctx, &mut tx, whose, typed).await?;
    let chosen = shown.typed.get("steward");
    let known = shown.coordinators.iter().find(|(id, _)| id.to_string() == chosen).map(|(id, _)| *id);
    if known.is_none() && !chosen.is_empty() {
        tx.done().await?;
        shown.about_steward = Complaints::one("steward", FieldRefusal::NotAChoice);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown));
    }
    let coordinators = &shown.coordinators;
    let named = |of: Option<AccountId>| {
        coordinators.iter().find(|(id, _)| Some(*id) == of).map(|(_, name)| name.clone())
    };
    set_steward(&mut tx, whose, known, named).await?;
    let to = tx.commit_to(&said(&format!("{}/notes", shown.of.url), "steward-set")).await?;
    see_other(&to)
}

/// The page.
pub fn view(ctx: &Ctx, shown: &NotesPage) -> Markup {
    let say = ctx.say();
    let head = under(ctx, Head::new(t!(say, "notes-title", name = &shown.of.name)), &shown.of);
    let body = markup! {
        p { (t!(say, "notes-about")) }
        (care_facts(ctx, shown.care, &shown.coordinators))
        section #steward { h2 { (t!(say, "steward-title")) } (steward_form(ctx, shown)) }
        section #new { h2 { (t!(say, "notes-new")) } (note_form(ctx, shown)) }
        section #notes {
            h2 { (t!(say, "notes-all")) }
            @if shown.notes.is_empty() { p.quiet { (t!(say, "notes-none")) } }
            (list(ctx, &shown.notes))
        }
    };
    page(ctx, &head, body)
}

fn under(ctx: &Ctx, head: Head, of: &Of) -> Head {
    let say = ctx.say();
    let head = match of.whose {
        Whose::Organization(_) => head.under(t!(say, "nav-partners"), ctx.url("/work/partners")),
        Whose::Person(_) => head.under(t!(say, "nav-partners-people"), ctx.url("/work/people")),
    };
    head.under(&of.name, &of.url)
}

/// Who looks after a record, and when somebody was last in touch.
pub(super) fn care_facts(ctx: &Ctx, care: Care, coordinators: &[(AccountId, String)]) -> Markup {
    let say = ctx.say();
    let last = match care.last {
        Some(day) => markup! { time datetime=(day) { (say.day(day)) } },
        None => markup! { (t!(say, "contacted-never")) },
    };
    html::facts(&[
        (t!(say, "field-steward"), markup! { (steward_name(ctx, care.steward, coordinators)) }),
        (t!(say, "field-contacted"), last),
    ])
}

/// Who looks after a record, by name; who coordinates no more is not named.
pub(super) fn steward_name(
    ctx: &Ctx,
    steward: Option<AccountId>,
    coordinators: &[(AccountId, String)],
) -> String {
    let say = ctx.say();
    match steward {
        None => t!(say, "steward-nobody"),
        Some(id) => coordinators
            .iter()
            .find(|(known, _)| *known == id)
            .map_or_else(|| t!(say, "steward-gone"), |(_, name)| name.clone()),
    }
}

fn steward_form(ctx: &Ctx, shown: &NotesPage) -> Markup {
    let say = ctx.say();
    let form =
        form(ctx, format!("{}/steward", shown.of.url)).complaints(&shown.about_steward).named("steward");
    let all: Vec<Choice> =
        shown.coordinators.iter().map(|(id, name)| choice(id.to_string(), name.clone())).collect();
    let now = shown.care.steward.map(|id| id.to_string()).unwrap_or_default();
    let fields = markup! {
        (form.select(field("steward", t!(say, "field-steward")).value(now).hint(t!(say, "steward-hint")).optional(), &all))
    };
    form.show(&t!(say, "form-save"), fields)
}

fn note_form(ctx: &Ctx, shown: &NotesPage) -> Markup {
    let form = form(ctx, format!("{}/notes", shown.of.url)).complaints(&shown.complaints);
    form.show(&t!(ctx.say(), "notes-submit"), note_fields(ctx, &form, &shown.typed))
}

fn note_fields(ctx: &Ctx, form: &html::FormHtml<'_>, typed: &Pairs) -> Markup {
    let say = ctx.say();
    let ways: Vec<Choice> = Way::TYPED.iter().map(|way| choice(way.code(), way_word(ctx, *way))).collect();
    markup! {
        (form.select(field("way", t!(say, "notes-way")).value(typed.get("way")), &ways))
        (form.date(field("on_day", t!(say, "notes-day")).value(typed.get("on_day"))))
        (form.prose(field("body", t!(say, "notes-body")).value(typed.get("body")).hint(t!(say, "notes-body-hint")).rows(4).needed_if(t!(say, "notes-body-needed"))))
    }
}

pub(super) fn way_word(ctx: &Ctx, way: Way) -> String {
    ctx.say().t(&format!("way-{}", way.code()), &[])
}

/// Notes as lines; one that was corrected says so and stays.
pub(super) fn list(ctx: &Ctx, notes: &[StaffNote]) -> Markup {
    let say = ctx.say();
    markup! { ul.plain-list { @for one in notes { li {
        b { (way_word(ctx, one.way)) } " · " time datetime=(one.on_day) { (say.day(one.on_day)) }
        " " span.small.quiet {
            (t!(say, "notes-by", name = &one.author, at = say.moment(one.written_at, &ctx.zone())))
            @if one.corrects.is_some() { " · " (t!(say, "notes-corrects")) }
        }
        @if one.corrected { p.quiet { (t!(say, "notes-was-corrected")) } p { s { (one.body) } } }
        @else if !one.body.is_empty() { p { (one.body) } }
        @if !one.corrected && Way::TYPED.contains(&one.way) {
            p.small { a href=(ctx.url(&format!("/work/notes/{}/correction", one.id))) { (t!(say, "notes-correct")) span.unseen { " " (say.short_day(one.on_day)) } } }
        }
    } } } }
}

/// The form that corrects a note.
pub fn correction_view(
    ctx: &Ctx,
    (before, of): (&StaffNote, &Of),
    (typed, complaints): (&Pairs, &Complaints),
) -> Markup {
    let say = ctx.say();
    let action = ctx.url(&format!("/work/notes/{}/correction", before.id));
    let form = form(ctx, action).complaints(complaints).cancel(format!("{}/notes", of.url));
    let head = under(ctx, Head::new(t!(say, "notes-correction-title")), of);
    let fields = markup! { p { (t!(say, "notes-correction-about")) } (note_fields(ctx, &form, typed)) };
    page(ctx, &head, form.show(&t!(say, "notes-correction-submit"), fields))
}

/// What the page of a record shows of this, for the staff.
pub struct CareShown {
    /// Who looks after it, and when somebody was last in touch.
    pub care: Care,
    /// Who could.
    pub coordinators: Vec<(AccountId, String)>,
    /// The newest notes.
    pub notes: Vec<StaffNote>,
}

impl CareShown {
    /// Loads it for whoever keeps notes.
    pub(super) async fn load(ctx: &Ctx, tx: &mut Tx, whose: Whose) -> Result<Option<Self>> {
        if !ctx.may(can::KEEP_NOTES) {
            return Ok(None);
        }
        let (care, coordinators) = (care_of(tx, whose).await?, ctx.app.gate.coordinators(tx).await?);
        let mut notes = notes_about(tx, whose).await?;
        notes.truncate(3);
        Ok(Some(Self { care, coordinators, notes }))
    }

    /// The section of the page.
    pub(super) fn section(&self, ctx: &Ctx, url: &str) -> Markup {
        let say = ctx.say();
        markup! { section #care {
            h2 { (t!(say, "care-title")) }
            (care_facts(ctx, self.care, &self.coordinators))
            (list(ctx, &self.notes))
            p.acts { a.btn.plain href={ (url) "/notes" } { (t!(say, "care-notes")) } }
        } }
    }
}
