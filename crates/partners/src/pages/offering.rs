//! The form of an offer or a need: adding one, changing it.

use super::{
    Kept, OfOrganization, OfPerson, find as find_organization, id_of,
    notes::Of,
    offer::{OfOffer, find, keeper, needed},
    offers::{kind_word, offer_url, side_word},
    spoken_choices, visibility_choices,
};
use crate::{
    AskState, Reader, Visibility, can, close_asks,
    rules::{
        offers::{Kind, Side},
        whose::Whose,
    },
    store::{
        offering::{add_offer, change_offer},
        offers::{Offer, find_offer},
    },
    typed::offers::{of_offer, offer as read},
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    audit::AuditEntry,
    ctx::Ctx,
    errors::{Complaints, OrNotFound, Result},
    html::{Choice, Conflict, Head, choice, conflict, field, form, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html as answer, see_other},
    ids::Ref,
    t,
};

/// The form as a page shows it.
pub struct OfferForm {
    /// Whose it is or will be.
    pub by: Of,
    /// What is changed; none when one is added.
    pub of: Option<Offer>,
    /// Sectors and areas.
    pub kept: Kept,
    /// What stands in the form.
    pub typed: Pairs,
    /// What was wrong with it.
    pub complaints: Complaints,
}

fn empty(ctx: &Ctx) -> Pairs {
    Pairs::default()
        .with("side", Side::Offer.code())
        .with("visibility", Visibility::Partners.code())
        .with("from_on", ctx.today().to_string())
}

/// `GET /{p}/work/partners/{slug}/offers/new`.
pub async fn new_of_organization(ctx: Ctx, Path(of): Path<OfOrganization>) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let found = find_organization(&ctx, &mut tx, &of.slug).await?;
    ctx.demand(needed(Whose::Organization(found.id)))?;
    let by = Of::find(&ctx, &mut tx, Whose::Organization(found.id)).await?;
    let kept = Kept::load(&mut tx).await?;
    tx.done().await?;
    let typed = empty(&ctx);
    answer(view(&ctx, &OfferForm { by, of: None, kept, typed, complaints: Complaints::default() }))
}

/// `GET /{p}/work/people/{person}/offers/new`.
pub async fn new_of_person(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let by = Of::find(&ctx, &mut tx, Whose::Person(of.person)).await?;
    let kept = Kept::load(&mut tx).await?;
    tx.done().await?;
    let typed = empty(&ctx);
    answer(view(&ctx, &OfferForm { by, of: None, kept, typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/partners/{slug}/offers`.
pub async fn add_to_organization(
    ctx: Ctx,
    Path(of): Path<OfOrganization>,
    Form(typed): Form<Pairs>,
) -> Answer {
    let id = id_of(&ctx, &of.slug).await?;
    add(ctx, Whose::Organization(id), typed).await
}

/// `POST /{p}/work/people/{person}/offers`.
pub async fn add_to_person(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Pairs>) -> Answer {
    add(ctx, Whose::Person(of.person), typed).await
}

async fn add(ctx: Ctx, whose: Whose, typed: Pairs) -> Answer {
    let mut tx = ctx.write(needed(whose)).await?;
    let by = Of::find(&ctx, &mut tx, whose).await?;
    let kept = Kept::load(&mut tx).await?;
    match read(&typed, (whose, None), &kept.around(&ctx)) {
        Ok(new) => {
            let id = add_offer(&mut tx, &new, ctx.today()).await?;
            let to = ctx.url(&format!("/work/offers/{id}"));
            let to = tx.commit_to(&said(&to, "offer-added")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = OfferForm { by, of: None, kept, typed, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

/// `GET /{p}/work/offers/{offer}/edit`.
pub async fn edit(ctx: Ctx, Path(of): Path<OfOffer>) -> Answer {
    let mut tx = ctx.read(keeper(&ctx, of.offer).await?).await?;
    let found = find(&ctx, &mut tx, of.offer).await?;
    let by = Of::find(&ctx, &mut tx, found.whose()?).await?;
    let kept = Kept::load(&mut tx).await?;
    tx.done().await?;
    let typed = of_offer(&found.facts()?, found.version, &kept.around(&ctx));
    answer(view(&ctx, &OfferForm { by, of: Some(found), kept, typed, complaints: Complaints::default() }))
}

/// `POST /{p}/work/offers/{offer}`.
pub async fn save(ctx: Ctx, Path(of): Path<OfOffer>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(keeper(&ctx, of.offer).await?).await?;
    let before = find_offer(&mut tx, Reader::Staff, of.offer).await?.or_not_found()?;
    let by = Of::find(&ctx, &mut tx, before.whose()?).await?;
    let kept = Kept::load(&mut tx).await?;
    let read = read(&typed, (before.whose()?, Some(&before.facts()?)), &kept.around(&ctx));
    if typed.version() != before.version {
        let last = tx.history(&Ref::from(of.offer), 1).await?.pop();
        tx.done().await?;
        let shown = OfferForm { by, of: Some(before), kept, typed, complaints: Complaints::default() };
        return page_with(StatusCode::CONFLICT, conflict_view(&ctx, &shown, last.as_ref())?);
    }
    match read {
        Ok(after) => {
            change_offer(&mut tx, &before, &after, ctx.today()).await?;
            close_asks(&mut tx, &Ref::from(of.offer), AskState::Done).await?;
            let to = tx.commit_to(&said(&offer_url(&ctx, &before), "offer-saved")).await?;
            see_other(&to)
        }
        Err(complaints) => {
            tx.done().await?;
            let shown = OfferForm { by, of: Some(before), kept, typed, complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

/// The page.
pub fn view(ctx: &Ctx, shown: &OfferForm) -> Markup {
    page(ctx, &head(ctx, shown), the_form(ctx, shown))
}

fn head(ctx: &Ctx, shown: &OfferForm) -> Head {
    let say = ctx.say();
    let title = match &shown.of {
        Some(of) => t!(say, "organization-edit-title", name = of.title.plain(ctx.lang)),
        None => t!(say, "offers-add"),
    };
    Head::new(title).under(&shown.by.name, &shown.by.url)
}

fn the_form(ctx: &Ctx, shown: &OfferForm) -> Markup {
    let (say, typed, langs) = (ctx.say(), &shown.typed, ctx.site_langs());
    let (action, back, submit) = match &shown.of {
        Some(of) => (offer_url(ctx, of), offer_url(ctx, of), t!(say, "form-save")),
        None => (format!("{}/offers", shown.by.url), shown.by.url.clone(), t!(say, "offers-add-submit")),
    };
    let form = form(ctx, action).complaints(&shown.complaints).cancel(back);
    let sides: Vec<Choice> = Side::ALL.iter().map(|one| choice(one.code(), side_word(ctx, *one))).collect();
    let kinds: Vec<Choice> = Kind::ALL.iter().map(|one| choice(one.code(), kind_word(ctx, *one))).collect();
    let value = |name: &str| typed.get(name).to_owned();
    let areas = shown.kept.area_choices(ctx, typed.get("area"));
    let fields = markup! {
        (form.radios(field("side", t!(say, "field-offer-side")).value(value("side")), &sides))
        (form.select(field("kind", t!(say, "field-offer-kind")).value(value("kind")), &kinds))
        (form.texts(field("offered", t!(say, "field-offer-title")).hint(t!(say, "field-offer-title-hint")), &typed.in_langs("offered", langs)))
        (form.proses(field("about", t!(say, "field-offer-about")).rows(3).optional(), &typed.in_langs("about", langs)))
        (form.text(field("amount", t!(say, "field-offer-amount")).value(value("amount")).hint(t!(say, "field-offer-amount-hint")).optional()))
        (form.text(field("times", t!(say, "field-offer-times")).value(value("times")).hint(t!(say, "field-offer-times-hint")).optional()))
        @if !areas.is_empty() { (form.select(field("area", t!(say, "field-area")).value(value("area")).hint(t!(say, "field-offer-area-hint")).optional(), &areas)) }
        (form.select(field("language", t!(say, "field-offer-language")).value(value("language")).hint(t!(say, "field-offer-language-hint")).optional(), &spoken_choices(&say)))
        (form.date(field("from_on", t!(say, "field-offer-from")).value(value("from_on"))))
        (form.date(field("until_on", t!(say, "field-offer-until")).value(value("until_on")).hint(t!(say, "field-offer-until-hint")).optional()))
        (form.select(field("visibility", t!(say, "field-visibility")).value(value("visibility")).hint(t!(say, "contacts-visibility-hint")), &visibility_choices(&say)))
        @if let Some(of) = &shown.of { (form.version(of.version)) }
    };
    form.show(&submit, fields)
}

/// The page when somebody else has changed it meanwhile.
///
/// # Errors
/// A failure when a form cannot be written as pairs.
pub fn conflict_view(ctx: &Ctx, shown: &OfferForm, by: Option<&AuditEntry>) -> Result<Markup> {
    let say = ctx.say();
    let of = shown.of.as_ref().or_not_found()?;
    let url = offer_url(ctx, of);
    let label = |name: &'static str, key: &str| (name.into(), say.t(key, &[]));
    let mut labels = vec![
        label("side", "field-offer-side"),
        label("kind", "field-offer-kind"),
        label("amount", "field-offer-amount"),
        label("times", "field-offer-times"),
        label("area", "field-area"),
        label("language", "field-offer-language"),
        label("from_on", "field-offer-from"),
        label("until_on", "field-offer-until"),
        label("visibility", "field-visibility"),
    ];
    for lang in ctx.site_langs().iter().copied() {
        let name = platform::html::lang_name(ctx, lang);
        labels.push((format!("offered_{lang}").into(), format!("{} ({name})", t!(say, "field-offer-title"))));
        labels.push((format!("about_{lang}").into(), format!("{} ({name})", t!(say, "field-offer-about"))));
    }
    let both = Conflict {
        action: url.clone(),
        theirs: &of_offer(&of.facts()?, of.version, &shown.kept.around(ctx)),
        mine: &shown.typed,
        version: of.version,
        labels,
        called: &|name, value| match name {
            "side" => Side::from_code(value).map(|side| side_word(ctx, side)),
            "kind" => Kind::from_code(value).map(|kind| kind_word(ctx, kind)),
            "visibility" => Visibility::from_code(value).map(|one| super::visibility_word(&say, one)),
            "language" => crate::Spoken::from_code(value).map(|one| say.t(&one.key(), &[])),
            _ => None,
        },
        by,
        keep_href: url,
        edit: the_form(ctx, shown),
    };
    Ok(page(ctx, &head(ctx, shown), conflict(ctx, &both)?))
}
