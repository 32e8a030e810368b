//! One offer or need: its page with what fits it, confirming it, removing it.

use super::{
    Kept,
    asks_about::form_url,
    notes::Of,
    offers::{kind_word, language_word, lines, offer_url, side_look, side_word, whose},
    visibility_word,
};
use crate::{
    AskState, OfferId, Reader, can, close_asks, reader,
    rules::{
        offers::{Side, fit, is_due},
        whose::Whose,
    },
    store::{
        offering::{bin_offer, confirm_offer},
        offers::{Offer, find_offer, others_of_kind},
    },
};
use maud::{Markup, html as markup};
use platform::{
    authority::Ask,
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    html::{self, Confirm, Head, confirm, form, page, paragraphs, said, state},
    http::{Answer, Form, Pairs, Path, html as answer, see_other},
    ids::Ref,
    t,
    thread::{Thread, thread},
};
use serde::Deserialize;

/// Which offer or need.
#[derive(Debug, Deserialize)]
pub struct OfOffer {
    /// The id.
    pub offer: OfferId,
}

/// An offer or a need as its page shows it.
pub struct OfferPage {
    /// It.
    pub offer: Offer,
    /// What fits it on the other side, the best first.
    pub fitting: Vec<Offer>,
    /// Sectors and areas.
    pub kept: Kept,
    /// Where it stands.
    pub thread: Thread,
    /// What happened to it last.
    pub history: html::History,
    /// Whether the reader keeps it.
    pub keeps: bool,
    /// For whose eyes.
    pub reader: Reader,
}

/// What somebody needs who changes what stands under an organization or a person.
pub(super) fn needed(whose: Whose) -> Ask {
    match whose {
        Whose::Organization(id) => can::EDIT_ORGANIZATION.on(id),
        Whose::Person(id) => can::EDIT_PEOPLE.on(id),
    }
}

/// The offer of an address, for whoever may know of it or keeps it.
pub(super) async fn find(ctx: &Ctx, tx: &mut Tx, id: OfferId) -> Result<Offer> {
    if let Some(found) = find_offer(tx, reader(ctx), id).await? {
        return Ok(found);
    }
    let found = find_offer(tx, Reader::Staff, id).await?.or_not_found()?;
    ctx.may(needed(found.whose()?)).then_some(found).or_not_found()
}

/// Whose it is, so that a change can be asked for on it.
pub(super) async fn keeper(ctx: &Ctx, id: OfferId) -> Result<Ask> {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let found = find(ctx, &mut tx, id).await;
    tx.done().await?;
    Ok(needed(found?.whose()?))
}

/// `GET /{p}/work/offers/{offer}`.
pub async fn show(ctx: Ctx, Path(of): Path<OfOffer>) -> Answer {
    let mut tx = ctx.read(can::SEE_PARTNERS).await?;
    let offer = find(&ctx, &mut tx, of.offer).await?;
    let (reader, object) = (reader(&ctx), Ref::from(of.offer));
    let keeps = ctx.may(needed(offer.whose()?));
    let history = if keeps { tx.history(&object, 5).await? } else { Vec::new() };
    let shown = OfferPage {
        fitting: fitting(&ctx, &mut tx, &offer).await?,
        kept: Kept::load(&mut tx).await?,
        thread: thread(&ctx, &mut tx, &object).await?,
        history: html::History::of(&ctx, &mut tx, &object, history).await?,
        keeps,
        reader,
        offer,
    };
    tx.done().await?;
    answer(view(&ctx, &shown))
}

/// What stands on the other side and fits, the best first.
async fn fitting(ctx: &Ctx, tx: &mut Tx, of: &Offer) -> Result<Vec<Offer>> {
    let own = of.traits()?;
    let mut found = Vec::new();
    for one in others_of_kind(tx, (reader(ctx), ctx.today()), of).await? {
        if let Some(fit) = fit(&own, &one.traits()?) {
            found.push((fit, one));
        }
    }
    found.sort_by(|(a, _), (b, _)| b.cmp(a));
    Ok(found.into_iter().map(|(_, one)| one).collect())
}

/// `POST /{p}/work/offers/{offer}/confirmation`: it is still so.
pub async fn confirm_still(ctx: Ctx, Path(of): Path<OfOffer>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(keeper(&ctx, of.offer).await?).await?;
    let offer = find_offer(&mut tx, Reader::Staff, of.offer).await?.or_not_found()?;
    same(&typed, &offer)?;
    confirm_offer(&mut tx, &offer, ctx.today()).await?;
    close_asks(&mut tx, &Ref::from(offer.id), AskState::Done).await?;
    let to = tx.commit_to(&said(&offer_url(&ctx, &offer), "offer-confirmed")).await?;
    see_other(&to)
}

/// `GET /{p}/work/offers/{offer}/removal`: asks before it goes to the bin.
pub async fn ask_removal(ctx: Ctx, Path(of): Path<OfOffer>) -> Answer {
    let mut tx = ctx.read(keeper(&ctx, of.offer).await?).await?;
    let offer = find_offer(&mut tx, Reader::Staff, of.offer).await?.or_not_found()?;
    tx.done().await?;
    answer(removal_view(&ctx, &offer))
}

/// The page that asks.
pub fn removal_view(ctx: &Ctx, of: &Offer) -> Markup {
    let (say, url) = (ctx.say(), offer_url(ctx, of));
    let what = Confirm {
        action: format!("{url}/removal"),
        explains: t!(say, "offer-removal-goes"),
        submit: t!(say, "removal-submit"),
        cancel: url.clone(),
        hidden: vec![("version", of.version.to_string())],
    };
    let name = of.title.plain(ctx.lang);
    let head = Head::new(t!(say, "removal-bin-title", name = name))
        .under(t!(say, "offers-title"), ctx.url("/work/offers"))
        .under(name, url);
    page(ctx, &head, confirm(ctx, &what))
}

/// `POST /{p}/work/offers/{offer}/removal`: into the bin.
pub async fn remove(ctx: Ctx, Path(of): Path<OfOffer>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(keeper(&ctx, of.offer).await?).await?;
    let offer = find_offer(&mut tx, Reader::Staff, of.offer).await?.or_not_found()?;
    same(&typed, &offer)?;
    bin_offer(&mut tx, &offer).await?;
    close_asks(&mut tx, &Ref::from(offer.id), AskState::Withdrawn).await?;
    let back = Of::find(&ctx, &mut tx, offer.whose()?).await?;
    let to = tx.commit_to(&said(&back.url, "offer-binned")).await?;
    see_other(&to)
}

fn same(typed: &Pairs, of: &Offer) -> Result<()> {
    if typed.version() == of.version { Ok(()) } else { Err(Error::Stale) }
}

/// The page.
pub fn view(ctx: &Ctx, shown: &OfferPage) -> Markup {
    let (say, of) = (ctx.say(), &shown.offer);
    let url = offer_url(ctx, of);
    let head = Head::of(ctx, &of.title)
        .under(t!(say, "offers-title"), ctx.url("/work/offers"))
        .on_thread(shown.thread.clone());
    let mut ways =
        if shown.keeps { vec![(t!(say, "offer-edit"), format!("{url}/edit"))] } else { Vec::new() };
    if let Some(slug) = of.slug.as_ref().filter(|_| ctx.may(can::KEEP_NOTES)) {
        ways.push((t!(say, "ask-still-so"), form_url(ctx, slug, &Ref::from(of.id))));
    }
    let other = match of.side {
        Side::Offer => t!(say, "offer-fits-needs"),
        Side::Need => t!(say, "offer-fits-offers"),
    };
    let body = markup! {
        (html::acts(&ways))
        @if is_due(of.confirmed_on, of.until_on, ctx.today()) {
            (html::notice(markup! { p { (t!(say, "offer-due", day = say.day(of.confirmed_on))) } }))
        }
        (facts(ctx, shown))
        (paragraphs(ctx, &of.about))
        @if shown.keeps {
            (form(ctx, format!("{url}/confirmation")).button(&t!(say, "offer-confirm"), of.title.plain(ctx.lang), &[("version", &of.version.to_string())]))
        }
        section #fitting {
            h2 { (other) }
            p.quiet { (t!(say, "offer-fits-about")) }
            @if shown.fitting.is_empty() { p.quiet { (t!(say, "offer-fits-none")) } }
            (lines(ctx, &shown.fitting, true))
        }
        @if shown.keeps {
            section #history {
                h2 { (t!(say, "history-heading")) }
                (html::history(ctx, &shown.history))
                p { a href=(ctx.url(&format!("/work/history/offer/{}", of.id))) { (t!(say, "history-all")) } }
            }
            section #removal {
                h2 { (t!(say, "removal-title")) }
                p.acts { a.btn.plain href={ (url) "/removal" } { (t!(say, "removal-submit")) span.unseen { " " (of.title.plain(ctx.lang)) } } }
            }
        }
    };
    page(ctx, &head, body)
}

fn facts(ctx: &Ctx, shown: &OfferPage) -> Markup {
    let (say, of) = (ctx.say(), &shown.offer);
    let words = |text: &str| markup! { (text) };
    let day = |day: Option<jiff::civil::Date>| markup! { @if let Some(day) = day { time datetime=(day) { (say.day(day)) } } };
    let mut all = vec![
        (t!(say, "field-offer-side"), state(side_look(of.side), &side_word(ctx, of.side))),
        (t!(say, "field-offer-kind"), words(&kind_word(ctx, of.kind))),
        (t!(say, "field-offer-whose"), whose(ctx, of)),
        (t!(say, "field-offer-amount"), words(&of.amount)),
        (t!(say, "field-offer-times"), words(&of.times)),
        (t!(say, "field-area"), shown.kept.area_name(ctx, of.area).html),
        (t!(say, "field-offer-language"), words(&language_word(ctx, of.language))),
        (t!(say, "field-offer-from"), day(Some(of.from_on))),
        (t!(say, "field-offer-until"), day(of.until_on)),
        (t!(say, "field-offer-confirmed"), day(Some(of.confirmed_on))),
    ];
    if shown.reader == Reader::Staff {
        all.push((t!(say, "field-visibility"), words(&visibility_word(&say, of.visibility))));
    }
    html::facts(&all)
}
