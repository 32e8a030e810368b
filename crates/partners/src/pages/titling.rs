//! What a person does at an organization for which she speaks, changed where it stands.

use super::{find_person, person_url};
use crate::{
    Reader, can,
    pages::speaking::OfSpeaker,
    store::{
        organizations::organization,
        people::{Person, person},
        speakers::{Speaker, change_title, speaker},
    },
};
use http::StatusCode;
use maud::Markup;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Conflict, Head, conflict, field, form, labels_in_langs, page, said},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    t,
    text::{NAME, Text},
};

/// The form as a page shows it.
pub struct TitlePage {
    /// Who speaks.
    pub person: Person,
    /// For which organization, as it stands now.
    pub speaker: Speaker,
    /// Its name.
    pub organization: Text,
    /// What stands in the form.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

async fn load(tx: &mut Tx, who: Person, of: &OfSpeaker, typed: Pairs) -> Result<TitlePage> {
    let found = speaker(tx, Reader::Staff, of.speaker).await?;
    let speaker = found.filter(|one| one.person == of.person).or_not_found()?;
    let organization = organization(tx, Reader::Staff, speaker.organization).await?.or_not_found()?.name;
    Ok(TitlePage { person: who, speaker, organization, typed, complaints: Complaints::default() })
}

/// `GET /{p}/work/people/{person}/speaking/{speaker}/edit`.
pub async fn edit(ctx: Ctx, Path(of): Path<OfSpeaker>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let who = find_person(&ctx, &mut tx, of.person).await?;
    let shown = load(&mut tx, who, &of, Pairs::default()).await?;
    tx.done().await?;
    let typed = filled(&shown.speaker);
    answer(view(&ctx, &TitlePage { typed, ..shown }))
}

/// `POST /{p}/work/people/{person}/speaking/{speaker}`.
pub async fn save(ctx: Ctx, Path(of): Path<OfSpeaker>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PEOPLE.on(of.person)).await?;
    let who = person(&mut tx, Reader::Staff, of.person).await?.or_not_found()?;
    let shown = load(&mut tx, who, &of, typed).await?;
    if shown.typed.version() != shown.speaker.title.mark() {
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &shown)?);
    }
    let mut reading = Reading::of(&ctx, &shown.typed);
    let title = reading.lines("title", &shown.speaker.title, NAME);
    match reading.done(title) {
        Ok(title) => {
            change_title(&mut tx, &shown.speaker, &title).await?;
            let to = tx.commit_to(&said(&person_url(&ctx, of.person), "person-saved")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &TitlePage { complaints, ..shown }))
        }
    }
}

/// A form that says what is kept, with the mark of the words: nothing else of the record changes, so it has no version.
pub fn filled(of: &Speaker) -> Pairs {
    Pairs::default().with_text("title", &of.title).with("version", of.title.mark())
}

fn head(ctx: &Ctx, of: &TitlePage) -> Head {
    Head::new(t!(ctx.say(), "speaks-role"))
        .under(t!(ctx.say(), "nav-partners-people"), ctx.url("/work/people"))
        .under(&of.person.name, person_url(ctx, of.person.id))
}

/// The page.
pub fn view(ctx: &Ctx, of: &TitlePage) -> Markup {
    page(ctx, &head(ctx, of), the_form(ctx, of))
}

fn url(ctx: &Ctx, of: &TitlePage) -> String {
    format!("{}/speaking/{}", person_url(ctx, of.person.id), of.speaker.id)
}

fn the_form(ctx: &Ctx, of: &TitlePage) -> Markup {
    let say = ctx.say();
    let form = form(ctx, url(ctx, of)).complaints(&of.complaints).cancel(person_url(ctx, of.person.id));
    let hint = t!(say, "speaks-role-at", organization = of.organization.plain(ctx.lang));
    let fields = maud::html! {
        (form.texts(field("title", t!(say, "speaks-role")).hint(hint).optional(), &of.typed.in_langs("title", ctx.site_langs())))
        (form.version(of.speaker.title.mark()))
    };
    form.show(&t!(say, "form-save"), fields)
}

/// The page when somebody else has changed it meanwhile.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub fn conflict_view(ctx: &Ctx, of: &TitlePage) -> Result<Markup> {
    let label = t!(ctx.say(), "speaks-role");
    let both = Conflict {
        action: url(ctx, of),
        theirs: &filled(&of.speaker),
        mine: &of.typed,
        version: of.speaker.title.mark(),
        labels: labels_in_langs(ctx, "title", &label),
        called: &|_, _| None,
        by: None,
        keep_href: person_url(ctx, of.person.id),
        edit: the_form(ctx, of),
    };
    Ok(page(ctx, &head(ctx, of), conflict(ctx, &both)?))
}
