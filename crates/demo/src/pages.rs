//! The front page of the demo: which partnerships there are.

use crate::world::{PARTNERSHIPS, SignInAs, load::accounts as load};
use axum::http::HeaderMap;
use maud::{Markup, html as markup};
use platform::{
    ctx::{Ctx, PUBLIC, Partnership},
    errors::{Error, OrNotFound},
    html::{Head, page},
    http::{Answer, Form, answer, front, html, see_other},
    langs::Lang,
    t,
    text::Text,
};
use serde::Deserialize;

/// One partnership on the front page.
struct Entry {
    slug: String,
    name: Text,
    place: Text,
    about: Text,
    invented: bool,
}

impl From<Partnership> for Entry {
    fn from(of: Partnership) -> Self {
        Self { slug: of.slug, name: of.name, place: of.place, about: of.about, invented: of.invented }
    }
}

/// `GET /`: the partnerships of the demo, and as whom to enter them.
pub(crate) async fn front(ctx: Ctx) -> Answer {
    let entries: Vec<Entry> = ctx.app.partnerships().await?.into_iter().map(Entry::from).collect();
    html(view(&ctx, &entries))
}

/// A sheet as partnerships have them, to try an import with: 80 rows about invented people and groups, in the encoding of an older
/// spreadsheet program.
pub(crate) const MESSY_SHEET: &[u8] = include_bytes!("../sheets/portage-falls-contacts.csv");

/// `GET /demo/portage-falls-contacts.csv`.
pub(crate) async fn messy_sheet() -> Answer {
    answer::file("portage-falls-contacts.csv", "text/csv", MESSY_SHEET.to_vec())
}

/// What a click sends.
#[derive(Debug, Deserialize)]
pub(crate) struct Click {
    partnership: String,
    #[serde(rename = "as")]
    who: String,
    /// [`GALLERY`] for who comes to look at the pages; else empty.
    #[serde(default)]
    to: String,
}

/// What a click says that leads to the gallery.
const GALLERY: &str = "gallery";

/// `POST /demo/sign-in`: signs this device in as one of the demo's people, and leads to the workspace.
pub(crate) async fn sign_in(ctx: Ctx, headers: HeaderMap, Form(click): Form<Click>) -> Answer {
    let host = headers.get("host").and_then(|host| host.to_str().ok()).unwrap_or_default();
    if !is_this_machine(host) {
        return Err(Error::NotFound);
    }
    let seed = PARTNERSHIPS.iter().find(|seed| seed.slug == click.partnership).or_not_found()?;
    let one = seed.sign_ins.iter().find(|one| one.who.code() == click.who).or_not_found()?;
    let mut tx = ctx.of_installation().write(PUBLIC).await?;
    let account = accounts::find_by_mail(&mut tx, &load::mail(seed, one)?).await?.or_not_found()?;
    let says = headers.get("user-agent").and_then(|says| says.to_str().ok()).unwrap_or_default();
    let device = accounts::rules::device_of(says);
    let secret = accounts::begin_sign_in(&mut tx, account.id, &device).await?;
    // The visitor goes on in the language of the page that she clicked on.
    accounts::set_lang(&mut tx, account.id, ctx.lang).await?;
    tx.commit().await?;
    let below = if click.to == GALLERY { "/gallery" } else { "" };
    let mut answer = see_other(&format!("/{}/work{below}", seed.slug))?;
    let cookie = front::cookie(ctx.app.settings.is_https(), &secret, STAY_SECONDS);
    answer.headers_mut().insert("set-cookie", cookie.parse().map_err(Error::failed)?);
    Ok(answer)
}

/// Whether a visitor named this machine itself. A name that somebody else's server leads here (DNS rebinding) is another.
fn is_this_machine(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

/// A click signs in for a day.
const STAY_SECONDS: i64 = 86_400;

fn view(ctx: &Ctx, entries: &[Entry]) -> Markup {
    let say = ctx.say();
    let body = markup! {
        p { (t!(say, "demo-intro")) }
        @for entry in entries {
            section.card {
                h2 { a href=(format!("/{}/{}", entry.slug, ctx.lang)) { (in_language(&entry.name, ctx.lang)) } }
                p.quiet { (in_language(&entry.place, ctx.lang)) }
                p { (in_language(&entry.about, ctx.lang)) }
                p.small.quiet {
                    @if entry.invented {
                        (t!(say, "demo-invented")) " · "
                        a href="/demo/portage-falls-contacts.csv" { (t!(say, "demo-sheet")) }
                    } @else { (t!(say, "demo-drawn")) }
                }
                div.acts {
                    a.btn.plain href=(format!("/{}/{}", entry.slug, ctx.lang)) { (t!(say, "demo-public-site")) }
                    @for who in SignInAs::ALL {
                        (click(ctx, entry, who, markup! { button.btn { (say.t(&format!("demo-as-{}", who.code()), &[])) } }))
                    }
                }
            }
        }
        @if let Some(entry) = entries.last() {
            section {
                h2 { (t!(say, "demo-building")) }
                p { (t!(say, "demo-gallery-about")) }
                (click(ctx, entry, SignInAs::Coordinator, markup! {
                    input type="hidden" name="to" value=(GALLERY);
                    button.btn.plain { (t!(say, "nav-gallery")) }
                }))
            }
        }
    };
    page(ctx, &Head::new(t!(say, "demo-title")), body)
}

/// A form that enters a partnership as one of the demo's people, with its button.
fn click(ctx: &Ctx, entry: &Entry, who: SignInAs, button: Markup) -> Markup {
    markup! {
        form.inline method="post" action=(format!("/demo/sign-in?lang={}", ctx.lang)) {
            input type="hidden" name="partnership" value=(entry.slug);
            input type="hidden" name="as" value=(who.code());
            (button)
        }
    }
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
            slug: seed.slug.to_owned(),
            name: seed.name.text(ctx.today()),
            place: seed.place.text(ctx.today()),
            about: seed.about.text(ctx.today()),
            invented: seed.invented,
        })
        .collect();
    vec![("empty", view(ctx, &[])), ("four", view(ctx, &entries))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing::Site;

    async fn click(site: &Site, host: &str, who: &str) -> platform::testing::Got {
        let body = format!("partnership=portage-falls&as={who}");
        let request = axum::http::Request::post("/demo/sign-in")
            .header("host", host)
            .header("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
            .header("content-type", "application/x-www-form-urlencoded");
        site.send(request.body(body.into()).unwrap()).await
    }

    platform::on_both! { crate::among(crate::rooms());
        async fn one_click_signs_in_as_anybody_of_the_demo(site) {
            crate::world::load::build(&site.app).await.unwrap();
            site.bring_gate(std::sync::Arc::new(accounts::Keeper));
            for who in SignInAs::ALL {
                let got = click(site, "127.0.0.1:8080", who.code()).await;
                assert_eq!((got.status, got.location()), (303, "/portage-falls/work"), "{who:?}");
                let cookie = got.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
                let own = axum::http::Request::get("/sign-in/devices?lang=fr").header("host", "127.0.0.1").header("cookie", cookie);
                let devices = site.send(own.body("".into()).unwrap()).await.body;
                assert!(devices.contains("Firefox, Linux") && !devices.contains("One click"), "{devices}");
            }
            let gallery = click(site, "127.0.0.1:8080", "coordinator&to=gallery").await;
            assert_eq!((gallery.status, gallery.location()), (303, "/portage-falls/work/gallery"));
            let elsewhere = click(site, "127.0.0.1:8080", "coordinator&to=//evil.example").await;
            assert_eq!(elsewhere.location(), "/portage-falls/work", "it leads nowhere else");
            assert_eq!(click(site, "127.0.0.1:8080", "mayor").await.status, 404);
            assert_eq!(click(site, "kith.example.org", "coordinator").await.status, 404, "only on the machine itself");
        }
    }
}
