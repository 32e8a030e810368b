//! The front page of the demo: which partnerships there are.

use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, Partnership},
    html::{Head, page},
    http::{Answer, html},
    langs::Lang,
    t,
    text::Text,
};

/// One partnership on the front page.
struct Entry {
    name: Text,
    place: Text,
    about: Text,
    invented: bool,
}

impl From<Partnership> for Entry {
    fn from(of: Partnership) -> Self {
        Self { name: of.name, place: of.place, about: of.about, invented: of.invented }
    }
}

/// `GET /`: the partnerships of the demo.
pub(crate) async fn front(ctx: Ctx) -> Answer {
    let entries: Vec<Entry> = ctx.app.partnerships().await?.into_iter().map(Entry::from).collect();
    html(view(&ctx, &entries))
}

fn view(ctx: &Ctx, entries: &[Entry]) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "demo-intro")) }
        @for entry in entries {
            section {
                h2 { (in_language(&entry.name, ctx.lang)) }
                p.quiet { (in_language(&entry.place, ctx.lang)) }
                p { (in_language(&entry.about, ctx.lang)) }
                p.small.quiet {
                    @if entry.invented { (t!(say, "demo-invented")) } @else { (t!(say, "demo-drawn")) }
                }
            }
        }
    };
    page(ctx, &Head::new(t!(say, "demo-title")), body)
}

/// A text for a reader, marked with its language when it is another than hers.
fn in_language(text: &Text, lang: Lang) -> Markup {
    match text.show(lang) {
        Some(shown) if shown.lang != lang => {
            markup! { span lang=(shown.lang.code()) dir=(shown.lang.direction()) { (shown.text) } }
        }
        Some(shown) => markup! { (shown.text) },
        None => markup! {},
    }
}

/// The front page without and with partnerships.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let entries: Vec<Entry> = crate::world::PARTNERSHIPS
        .iter()
        .map(|seed| Entry {
            name: seed.name.text(ctx.today()),
            place: seed.place.text(ctx.today()),
            about: seed.about.text(ctx.today()),
            invented: seed.invented,
        })
        .collect();
    vec![("empty", view(ctx, &[])), ("four", view(ctx, &entries))]
}
