//! The public wall: the text in force, who signed it and since when; the versions before it.

use super::PATH;
use crate::{
    rules::signing::{Standing, standing},
    store::{
        signatories::{Signatory, list_signatories},
        versions::{Declaration, current, current_rule, list_declarations},
    },
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use partners::Reader;
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::{OrNotFound, Result},
    html::{Empty, Head, acts, empty, named, page, paragraphs},
    http::{Answer, Path, html},
    t,
};
use serde::Deserialize;

/// The wall, as anyone sees it.
pub(crate) struct WallPage {
    /// The version in force; none when there is none.
    pub(crate) text: Option<Declaration>,
    /// Earlier versions, newest first.
    pub(crate) earlier: Vec<(u32, Date)>,
    /// Who signed and has not withdrawn, by name.
    pub(crate) signatories: Vec<Signatory>,
}

/// What anyone may know of the declaration on `today`.
pub(crate) async fn wall(ctx: &Ctx, tx: &mut Tx) -> Result<WallPage> {
    let mut versions = list_declarations(tx).await?;
    versions.retain(|one| one.in_force_on.is_some_and(|on| on <= ctx.today()));
    let in_force = current_rule(&versions, ctx.today());
    let mut signatories = list_signatories(tx, Reader::Public, ctx.lang).await?;
    signatories.retain(|one| {
        let now = standing(one.last(), in_force, one.withdrawn_on, ctx.today());
        !matches!(now, Standing::Withdrawn { .. })
    });
    let text = current(&versions, ctx.today()).cloned();
    let number = text.as_ref().map_or(0, |text| text.number);
    let earlier = versions.iter().filter(|one| one.number != number);
    let earlier = earlier.filter_map(|one| Some((one.number, one.in_force_on?))).collect();
    Ok(WallPage { text, earlier, signatories })
}

/// `GET /{p}/{lang}/declaration`.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let shown = wall(&ctx, &mut tx).await?;
    tx.done().await?;
    html(view(&ctx, &shown))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &WallPage) -> Markup {
    let say = ctx.say();
    let Some(text) = &of.text else {
        let none = Empty { why: t!(say, "wall-none"), ..Empty::default() };
        return page(ctx, &Head::new(t!(say, "wall-title")).at(PATH), empty(&none));
    };
    let ways = [
        (t!(say, "wall-sign"), ctx.public_url(&format!("{PATH}/sign"))),
        (t!(say, "public-statements"), ctx.public_url("/statements")),
    ];
    let body = markup! {
        p.small.quiet { (version_words(ctx, text)) }
        (paragraphs(ctx, &text.body))
        (acts(&ways))
        section #signatories { h2 { (t!(say, "wall-signatories", n = of.signatories.len())) } (signatories(ctx, of, text.number)) }
        @if !text.decision.is_empty() { section #decision { h2 { (t!(say, "wall-decision")) } (paragraphs(ctx, &text.decision)) } }
        @if !of.earlier.is_empty() { section #earlier {
            h2 { (t!(say, "wall-earlier")) }
            ul { @for (number, on) in &of.earlier { li {
                a href=(ctx.public_url(&format!("{PATH}/versions/{number}"))) { (t!(say, "wall-version", number = *number, day = *on)) }
            } } }
        } }
    };
    let head = Head::of(ctx, &text.title).at(PATH).about(t!(say, "wall-about"));
    page(ctx, &head, body)
}

fn version_words(ctx: &Ctx, of: &Declaration) -> String {
    match of.in_force_on {
        Some(on) => t!(ctx.say(), "wall-version", number = of.number, day = on),
        None => String::new(),
    }
}

/// Who signed, since when; which version, where it is not the one in force.
fn signatories(ctx: &Ctx, of: &WallPage, number: u32) -> Markup {
    let say = ctx.say();
    markup! {
        @if of.signatories.is_empty() { p { (t!(say, "wall-nobody")) } }
        ul.plain-list.signatories { @for one in &of.signatories { li {
            b { (named(ctx, &one.organization)) } " · "
            span.quiet { (t!(say, "wall-since", day = one.since_on)) }
            @if one.number != number { " · " span.quiet { (t!(say, "wall-signed-version", number = one.number)) } }
        } } }
        p.small.quiet { (t!(say, "wall-unlisted")) }
    }
}

/// The part of an address that names a version.
#[derive(Debug, Deserialize)]
pub(crate) struct AtVersion {
    number: u32,
}

/// `GET /{p}/{lang}/declaration/versions/{number}`: a version that is or was in force.
pub(crate) async fn version(ctx: Ctx, Path(at): Path<AtVersion>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let versions = list_declarations(&mut tx).await?;
    tx.done().await?;
    let begun = |one: &Declaration| one.in_force_on.is_some_and(|on| on <= ctx.today());
    let of = versions.iter().find(|one| one.number == at.number && begun(one)).or_not_found()?;
    let is_current = current(&versions, ctx.today()).is_some_and(|one| one.number == of.number);
    html(version_view(&ctx, of, is_current))
}

/// The page of one version.
pub(crate) fn version_view(ctx: &Ctx, of: &Declaration, is_current: bool) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p.small.quiet { (version_words(ctx, of)) }
        @if !is_current { p { (t!(say, "wall-replaced")) " " a href=(ctx.public_url(PATH)) { (t!(say, "wall-title")) } } }
        (paragraphs(ctx, &of.body))
        @if !of.decision.is_empty() { section #decision { h2 { (t!(say, "wall-decision")) } (paragraphs(ctx, &of.decision)) } }
    };
    let head = Head::of(ctx, &of.title)
        .at(format!("{PATH}/versions/{}", of.number))
        .under(t!(say, "wall-title"), ctx.public_url(PATH));
    page(ctx, &head, body)
}
