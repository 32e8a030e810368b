//! *Who we are* on the public site: the bodies, what each is for and who may be seen to sit there.

pub(crate) mod body;
pub(crate) mod index;
pub(crate) mod interest;
mod receipt;
pub(crate) mod samples;
#[cfg(test)]
mod tests;

use crate::seen::{Belongs, BodySeen};
use maud::{Markup, html as markup};
use platform::{ctx::Ctx, html::named, langs::Lang, t};

/// Where *Who we are* stands below a language.
pub(crate) const PATH: &str = "/who-we-are";

/// The address of a body within the partnership, in a language of the public site.
pub(crate) fn public_url(lang: Lang, slug: &str) -> String {
    format!("/{lang}{PATH}/{slug}")
}

/// The address of a body's public page in the reader's language.
pub(crate) fn body_url(ctx: &Ctx, slug: &str) -> String {
    ctx.public_url(&format!("{PATH}/{slug}"))
}

/// How many seats there are and how many are vacant.
pub(crate) fn seat_counts(ctx: &Ctx, body: &BodySeen) -> String {
    let say = ctx.say();
    match (body.total, body.vacant) {
        (0, _) => t!(say, "who-no-seats"),
        (total, 0) => t!(say, "who-seats", n = total),
        (total, vacant) => {
            let (seats, vacant) = (t!(say, "who-seats", n = total), t!(say, "who-vacant", n = vacant));
            t!(say, "who-counts", seats = seats, vacant = vacant)
        }
    }
}

/// To whom a seat belongs.
pub(crate) fn belongs(ctx: &Ctx, belongs: &Belongs) -> Markup {
    markup! {
        @match belongs {
            Belongs::To(organization) => (named(ctx, &organization.name)),
            Belongs::ToSomebody => (ctx.say().html("who-a-partner", &[])),
            Belongs::ToNobody => {},
        }
    }
}
