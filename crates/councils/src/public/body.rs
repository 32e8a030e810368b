//! The public page of one body: what it is for, its terms of reference, its seats.

use super::{PATH, belongs, body_url, seat_counts};
use crate::{
    leads,
    pages::word_of,
    seen::{BodySeen, SeatSeen, Sits, body, is_vacant},
    store::{
        bodies::find_council_by_slug,
        references::{TermsOfReference, list_terms_of_reference},
    },
};
use jiff::civil::Date;
use maud::{Markup, html as markup};
use partners::Organization;
use platform::{
    ctx::{Ctx, PUBLIC},
    errors::OrNotFound,
    files,
    html::{Empty, Head, empty, facts, notice, page, paragraphs, reach, shown, table},
    http::{Answer, Path, html},
    t,
    thread::{Thread, thread},
};
use serde::Deserialize;

/// The part of an address that names a body by its slug.
#[derive(Debug, Deserialize)]
pub(crate) struct At {
    council: String,
}

/// The page of one body.
pub(crate) struct BodyPage {
    pub(crate) body: BodySeen,
    pub(crate) thread: Thread,
    /// Versions of its terms of reference, the one in force first.
    pub(crate) versions: Vec<TermsOfReference>,
    /// The organizations that lead its work, as far as anyone may know of them.
    pub(crate) leads: Vec<Organization>,
}

/// `GET /{p}/{lang}/who-we-are/{council}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<At>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let council = find_council_by_slug(&mut tx, &at.council).await?.or_not_found()?;
    let versions = list_terms_of_reference(&mut tx, council.id).await?;
    let thread = thread(&ctx, &mut tx, &council.id.into()).await?;
    let leads = leads::leading(&ctx, &mut tx, council.id).await?;
    let body = body(&mut tx, partners::reader(&ctx), council, ctx.today()).await?;
    tx.done().await?;
    html(view(&ctx, &BodyPage { body, thread, versions, leads }))
}

/// The part of an address that names a version of a body's terms of reference.
#[derive(Debug, Deserialize)]
pub(crate) struct AtVersion {
    council: String,
    number: u32,
}

/// `GET /{p}/{lang}/who-we-are/{council}/terms-of-reference/{number}`: the signed file of a version, when it is for everybody.
pub(crate) async fn signed(ctx: Ctx, Path(at): Path<AtVersion>) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let council = find_council_by_slug(&mut tx, &at.council).await?.or_not_found()?;
    let versions = list_terms_of_reference(&mut tx, council.id).await?;
    let version = versions.iter().find(|version| version.number == at.number && version.file_public);
    let file = version.and_then(|version| version.file_id).or_not_found()?;
    let row = tx.file(file).await?;
    tx.done().await?;
    files::serve(files::open(&ctx.app, row).await?)
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &BodyPage) -> Markup {
    let say = ctx.say();
    let council = &of.body.council;
    let facts = facts(&[
        (t!(say, "who-word"), markup! { (word_of(ctx, council)) }),
        (t!(say, "who-outcome"), shown(ctx, &council.outcome)),
        (t!(say, "who-open"), markup! { @if council.open { (say.html("who-open-yes", &[])) } }),
    ]);
    let content = markup! {
        @if let Some(at) = council.closed_at {
            (notice(markup! { p { (t!(say, "who-closed", day = at.day_in(&ctx.zone()))) } }))
        }
        (facts)
        @if !council.mandate.is_empty() { section { h2 { (say.html("who-mandate", &[])) } (paragraphs(ctx, &council.mandate)) } }
        @if !of.leads.is_empty() { section #lead-organizations {
            h2 { (say.html("leads-heading", &[])) } (leads::council_html(ctx, council.id, &of.leads, &[]))
        } }
        section #seats { h2 { (say.html("who-seats-heading", &[])) } (seats(ctx, &of.body)) }
        @if let Some((in_force, earlier)) = of.versions.split_first() { (references(ctx, &council.slug, in_force, earlier)) }
    };
    let head = Head::of(ctx, &council.name)
        .at(format!("{PATH}/{}", council.slug))
        .under(t!(say, "who-title"), ctx.public_url(PATH))
        .on_thread(of.thread.clone())
        .about(council.outcome.plain(ctx.lang));
    page(ctx, &head, content)
}

/// The seats that the reader may see; beside them what is not shown and why, and whom to ask.
fn seats(ctx: &Ctx, body: &BodySeen) -> Markup {
    let say = ctx.say();
    if body.total == 0 {
        return markup! {
            (empty(&Empty { why: t!(say, "who-no-seats-yet"), ..Empty::default() }))
            (ask_in(ctx, body))
        };
    }
    let heads = [t!(say, "who-seat"), t!(say, "who-holder"), t!(say, "who-for"), t!(say, "who-until")];
    let rows = body.seats.iter().map(|seat| row(ctx, seat)).collect();
    markup! {
        p {
            (seat_counts(ctx, body)) "."
            @if body.unlisted_vacant() > 0 { " " (t!(say, "who-unlisted-vacant", n = body.unlisted_vacant())) }
        }
        (ask_in(ctx, body))
        div.withaside.wide {
            (unsaid(ctx, body))
            @if !body.seats.is_empty() { (table(&t!(say, "who-seats-caption"), &heads, rows)) }
        }
    }
}

/// The way to the form: open while the group is, and what is sent waits for the next call when every seat is taken.
fn ask_in(ctx: &Ctx, body: &BodySeen) -> Markup {
    let say = ctx.say();
    let href = format!("{}/interest", body_url(ctx, &body.council.slug));
    markup! { @if body.council.closed_at.is_none() {
        @if body.vacant == 0 { p { (say.html("who-none-vacant", &[])) } }
        p.acts { a.btn.plain[body.vacant == 0] href=(href) { (say.html("who-interest", &[])) } }
    } }
}

/// What the list does not say: names that are not public and seats that are not listed.
fn unsaid(ctx: &Ctx, body: &BodySeen) -> Markup {
    let hidden = body.seats.iter().any(|seat| seat.sits == Sits::Hidden);
    let say = ctx.say();
    markup! { @if hidden || body.unlisted() > 0 {
        aside.beside aria-label=(t!(say, "who-names-title")) {
            @if hidden { p { (say.html("who-names", &[])) } }
            @if body.unlisted() > 0 { p { (t!(say, "who-unlisted", n = body.unlisted())) } }
            (reach(ctx))
        }
    } }
}

fn row(ctx: &Ctx, of: &SeatSeen) -> Vec<Markup> {
    let say = ctx.say();
    let note = |key: &str| markup! { br; span.small.quiet { (say.html(key, &[])) } };
    let seat = markup! {
        (shown(ctx, &of.seat.category))
        @if let Some(chairing) = of.seat.chairing { (note(&format!("seat-chairing-{}", chairing.code()))) }
        @if of.seat.ex_officio { (note("who-ex-officio")) }
    };
    let until = markup! { @if let Some(day) = of.state.until() { (time(ctx, day)) } };
    vec![seat, sits(ctx, of), belongs(ctx, &of.belongs), until]
}

/// Who sits there.
fn sits(ctx: &Ctx, of: &SeatSeen) -> Markup {
    let say = ctx.say();
    markup! {
        @match &of.sits {
            Sits::Named(_, name) => bdi { (name) },
            Sits::NotNamed | Sits::Erased | Sits::InBin | Sits::Hidden => (say.html("who-held", &[])),
            Sits::Nobody if is_vacant(&of.state) => span.state.not-started { (say.html("who-vacant-seat", &[])) },
            Sits::Nobody => (say.html("who-awaited-seat", &[])),
        }
    }
}

fn time(ctx: &Ctx, day: Date) -> Markup {
    markup! { time datetime=(day) { (ctx.say().short_day(day)) } }
}

/// The terms of reference in force, and which came before.
fn references(ctx: &Ctx, slug: &str, in_force: &TermsOfReference, earlier: &[TermsOfReference]) -> Markup {
    let say = ctx.say();
    markup! {
        section #terms-of-reference {
            h2 { (say.html("who-reference", &[])) }
            p.small.quiet { (adopted(ctx, in_force)) }
            (paragraphs(ctx, &in_force.body))
            (signed_link(ctx, slug, in_force))
            @if !earlier.is_empty() {
                h3 { (say.html("who-reference-earlier", &[])) }
                ul.plain-list { @for version in earlier { li {
                    details {
                        summary { (adopted(ctx, version)) }
                        (paragraphs(ctx, &version.body))
                        (signed_link(ctx, slug, version))
                    }
                } } }
            }
        }
    }
}

fn signed_link(ctx: &Ctx, slug: &str, version: &TermsOfReference) -> Markup {
    let href = format!("{}/terms-of-reference/{}", body_url(ctx, slug), version.number);
    markup! { @if version.file_id.is_some() && version.file_public {
        p { a href=(href) { (ctx.say().html("who-reference-signed", &[])) } }
    } }
}

/// Which version, adopted when.
fn adopted(ctx: &Ctx, version: &TermsOfReference) -> String {
    let (say, number, day) = (ctx.say(), i64::from(version.number), version.adopted_on);
    if version.adopted_about {
        t!(say, "who-reference-about", n = number, day = day)
    } else {
        t!(say, "who-reference-adopted", n = number, day = day)
    }
}
