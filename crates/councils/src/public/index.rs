//! The first page of *Who we are*: what the partnership is, and its bodies as a picture and as a list.

use super::{PATH, body_url, seat_counts};
use crate::{
    CouncilId,
    pages::word_of,
    picture::{Leaf, picture},
    seen::{BodySeen, bodies},
    store::bodies::tree_of,
};
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, PUBLIC, Partnership},
    html::{Empty, Head, empty, named, page, paragraphs, shown},
    http::{Answer, html},
    t,
};

/// The page: all bodies that are not closed, from the top down.
pub(crate) struct WhoPage {
    pub(crate) bodies: Vec<BodySeen>,
}

/// `GET /{p}/{lang}/who-we-are`.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let bodies = bodies(&mut tx, partners::reader(&ctx), ctx.today()).await?;
    tx.done().await?;
    html(view(&ctx, &WhoPage { bodies }))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, shown: &WhoPage) -> Markup {
    let say = ctx.say();
    let body = markup! {
        @if let Some(of) = ctx.partnership.as_deref() { (what_it_is(ctx, of)) }
        section {
            h2 { (say.html("who-groups", &[])) }
            @if shown.bodies.is_empty() {
                (empty(&Empty { why: t!(say, "who-empty"), ..Empty::default() }))
            } @else {
                (drawn(ctx, &shown.bodies))
                (nested(ctx, &shown.bodies, None))
            }
        }
    };
    let head = Head::new(t!(say, "who-title")).at(PATH).about(t!(say, "who-about"));
    page(ctx, &head, body)
}

fn what_it_is(ctx: &Ctx, of: &Partnership) -> Markup {
    markup! {
        section {
            p { b { (named(ctx, &of.name)) } " · " (named(ctx, &of.place)) }
            (paragraphs(ctx, &of.about))
            p { (ctx.say().html("who-about", &[])) }
        }
    }
}

/// The tree as a picture.
fn drawn(ctx: &Ctx, bodies: &[BodySeen]) -> Markup {
    let say = ctx.say();
    let tree = tree_of(&bodies.iter().map(|body| body.council.clone()).collect::<Vec<_>>());
    let leaf = |body: &BodySeen| Leaf {
        name: body.council.name.worded(ctx.lang),
        note: format!("{} · {}", word_of(ctx, &body.council), seat_counts(ctx, body)),
        depth: usize::try_from(tree.depth(body.council.id)).unwrap_or_default(),
    };
    let leaves: Vec<Leaf> = bodies.iter().map(leaf).collect();
    let description = t!(say, "who-picture-description", n = bodies.len());
    picture(&leaves, &t!(say, "who-picture"), &description, ctx.lang.direction() == "rtl")
}

/// The bodies below `parent`, each with those below it.
fn nested(ctx: &Ctx, bodies: &[BodySeen], parent: Option<CouncilId>) -> Markup {
    let is_here = |id: Option<CouncilId>| id.filter(|id| bodies.iter().any(|body| body.council.id == *id));
    let below: Vec<&BodySeen> =
        bodies.iter().filter(|body| is_here(body.council.parent_id) == parent).collect();
    markup! {
        @if !below.is_empty() {
            ul.groups { @for body in below { li {
                p.group-name { a href=(body_url(ctx, &body.council.slug)) { (shown(ctx, &body.council.name)) } }
                p.small.quiet { (word_of(ctx, &body.council)) " · " (seat_counts(ctx, body)) }
                @if !body.council.outcome.is_empty() { p { (shown(ctx, &body.council.outcome)) } }
                (nested(ctx, bodies, Some(body.council.id)))
            } } }
        }
    }
}
