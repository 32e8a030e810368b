//! The pages of the public site.

use maud::{Markup, html};
use platform::{
    ctx::{Ctx, Face, PUBLIC, Partnership},
    html::{Empty, Head, call, empty, notice, page, paragraphs, reach, shown},
    http::{Answer, html as answer, see_other},
    langs::Lang,
    manifest::{NavEntry, Sampled},
    reach::HelpFor,
    t,
};

/// `GET /`: the partnerships of this installation.
pub async fn partnerships(ctx: Ctx) -> Answer {
    ctx.demand(PUBLIC)?;
    let all = ctx.app.partnerships().await?;
    answer(list(&ctx, &all))
}

/// `GET /{p}`: to the site in the reader's language, as far as the site has it.
pub async fn negotiate(ctx: Ctx) -> Answer {
    ctx.demand(PUBLIC)?;
    let langs = &ctx.partnership()?.langs;
    let lang =
        Some(ctx.lang).filter(|lang| langs.contains(lang)).or(langs.first().copied()).unwrap_or(Lang::En);
    see_other(&ctx.url(&format!("/{lang}")))
}

/// `GET /{p}/{lang}`: the first page of a partnership.
pub async fn home(ctx: Ctx) -> Answer {
    ctx.demand(PUBLIC)?;
    answer(first(&ctx, ctx.partnership()?))
}

/// `GET /{p}/{lang}/accessibility`.
pub async fn accessibility(ctx: Ctx) -> Answer {
    ctx.demand(PUBLIC)?;
    answer(statement(&ctx, "/accessibility", &ACCESSIBILITY))
}

/// `GET /{p}/{lang}/privacy`.
pub async fn privacy(ctx: Ctx) -> Answer {
    ctx.demand(PUBLIC)?;
    answer(statement(&ctx, "/privacy", &PRIVACY))
}

/// The list of partnerships.
fn list(ctx: &Ctx, all: &[Partnership]) -> Markup {
    let say = ctx.say();
    let body = html! {
        p { (t!(say, "portal-list-about")) }
        @if all.is_empty() {
            (empty(&Empty { why: t!(say, "portal-list-empty"), example: Some(t!(say, "portal-list-first")), first: None }))
        }
        ul.cols.plain-list { @for one in all { li.card {
            h2 { a href=(front_door(ctx, one)) { (shown(ctx, &one.name)) } }
            p { (shown(ctx, &one.place)) }
            @if one.invented { p.small.quiet { (t!(say, "portal-list-invented")) } }
        } } }
        p { a href="/sign-in" { (t!(say, "portal-list-sign-in")) } }
    };
    page(ctx, &Head::new(t!(say, "portal-list-title")).about(t!(say, "portal-list-about")), body)
}

/// A partnership's site in the reader's language, or in the first it has.
fn front_door(ctx: &Ctx, one: &Partnership) -> String {
    let lang = Some(ctx.lang).filter(|lang| one.langs.contains(lang)).or(one.langs.first().copied());
    format!("/{}/{}", one.slug, lang.unwrap_or(Lang::En))
}

/// The first page: who this is, what it does, ways on.
fn first(ctx: &Ctx, of: &Partnership) -> Markup {
    let say = ctx.say();
    let body = html! {
        p.quiet { (shown(ctx, &of.place)) }
        @for piece in ctx.app.house.rooms.iter().flat_map(|room| &room.home) { (piece(ctx)) }
        section.lead { (paragraphs(ctx, &of.about)) }
        @if of.invented { (notice(html! { p { (t!(say, "invented-partnership")) } })) }
        section { h2 { (t!(say, "portal-what")) }
            div.three {
                div { h3 { (t!(say, "portal-listens")) } p { (t!(say, "portal-listens-how")) } }
                div { h3 { (t!(say, "portal-plans")) } p { (t!(say, "portal-plans-how")) } }
                div { h3 { (t!(say, "portal-shows")) } p { (t!(say, "portal-shows-how")) } }
            }
        }
        (ways_in(ctx))
        (ways_on(ctx))
        @if let Some(line) = of.emergency.iter().find(|line| line.what == HelpFor::Information) {
            section { h2 { (t!(say, "portal-help")) } p { (t!(say, "portal-help-how")) " " (call(&line.number)) } }
        }
        @if !of.contact.is_empty() { section { h2 { (t!(say, "portal-reach")) } (reach(ctx)) } }
    };
    page(ctx, &Head::of(ctx, &of.name).at("").about(of.about.plain(ctx.lang)), body)
}

/// How one can take part, as each room says it.
fn ways_in(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let entries: Vec<&NavEntry> =
        ctx.app.house.rooms.iter().flat_map(|room| &room.ways_in).filter(|way| ctx.may(way.see)).collect();
    html! {
        @if !entries.is_empty() { section #take-part { h2 { (t!(say, "portal-take-part")) }
            ul.plain-list { @for entry in &entries { li {
                a href=(ctx.public_url(entry.path)) { (say.html(entry.key, &[])) }
                br; (say.html(&format!("{}-how", entry.key), &[]))
            } } }
        } }
    }
}

/// What the rooms of this site show in public.
fn ways_on(ctx: &Ctx) -> Markup {
    let say = ctx.say();
    let entries: Vec<&NavEntry> = ctx.app.house.rooms.iter().flat_map(|room| &room.public_nav).collect();
    html! {
        section { h2 { (t!(say, "portal-ways")) }
            ul.needs {
                @for entry in &entries { li { a href=(ctx.public_url(entry.path)) { (say.html(entry.key, &[])) } } }
                li { a href=(ctx.url("/work")) { (t!(say, "portal-way-work")) } }
            }
        }
    }
}

/// A statement: its title and its sections, each a heading and its points.
struct Statement {
    title: &'static str,
    about: &'static str,
    sections: &'static [(&'static str, &'static [&'static str])],
}

const ACCESSIBILITY: Statement = Statement {
    title: "portal-a11y-title",
    about: "portal-a11y-about",
    sections: &[
        (
            "portal-a11y-done",
            &[
                "portal-a11y-keys",
                "portal-a11y-script",
                "portal-a11y-forms",
                "portal-a11y-states",
                "portal-a11y-small",
                "portal-a11y-rtl",
            ],
        ),
        ("portal-a11y-checked", &["portal-a11y-checked-how"]),
        ("portal-a11y-short", &["portal-a11y-short-people", "portal-a11y-short-arabic"]),
        ("portal-a11y-tell", &["portal-a11y-tell-how"]),
    ],
};

const PRIVACY: Statement = Statement {
    title: "portal-privacy-title",
    about: "portal-privacy-about",
    sections: &[
        (
            "portal-privacy-not",
            &[
                "portal-privacy-account",
                "portal-privacy-cookies",
                "portal-privacy-others",
                "portal-privacy-status",
            ],
        ),
        (
            WHAT_IS_KEPT,
            &[
                "portal-privacy-forms",
                "portal-privacy-twice",
                "portal-privacy-often",
                "portal-privacy-people",
                "portal-privacy-contacts",
                "portal-privacy-seats",
                "portal-privacy-interest",
                "portal-privacy-joining",
                "portal-privacy-enquiries",
                "portal-privacy-consent",
                "portal-privacy-letters",
                "portal-privacy-mail",
                "portal-privacy-partners",
                "portal-privacy-changes",
                "portal-privacy-bin",
                "portal-privacy-map",
            ],
        ),
        ("portal-privacy-rights", &["portal-privacy-rights-how"]),
        ("portal-privacy-road", &["portal-privacy-road-how"]),
    ],
};

/// The section below which the whole list of what is kept is linked.
const WHAT_IS_KEPT: &str = "portal-privacy-kept";

/// The sections that send the reader to the partnership: how to reach it stands below them.
const TO_THE_OFFICE: [&str; 2] = ["portal-a11y-tell", "portal-privacy-rights"];

fn statement(ctx: &Ctx, path: &str, of: &Statement) -> Markup {
    let say = ctx.say();
    let body = html! {
        p { (say.html(of.about, &[])) }
        @for (heading, points) in of.sections {
            section { h2 { (say.html(heading, &[])) }
                @match points {
                    [only] => p { (say.html(only, &[])) },
                    many => ul { @for point in *many { li { (say.html(point, &[])) } } },
                }
                @if *heading == WHAT_IS_KEPT { p { a href=(ctx.url("/work/data-map")) { (t!(say, "portal-privacy-map-link")) } } }
                @if TO_THE_OFFICE.contains(heading) { (reach(ctx)) }
            }
        }
    };
    page(ctx, &Head::new(say.t(of.title, &[])).at(path).about(say.t(of.about, &[])), body)
}

/// The pages with samples.
pub fn sampled() -> Vec<Sampled> {
    vec![
        Sampled { name: "portal/partnerships", samples: list_samples },
        Sampled { name: "portal/home", samples: home_samples },
        Sampled { name: "portal/statements", samples: statement_samples },
    ]
}

fn public(ctx: &Ctx) -> Ctx {
    Ctx { face: Face::Public, path: ctx.public_url("").into(), query: "".into(), ..ctx.clone() }
}

fn list_samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let outside = Ctx { face: Face::House, partnership: None, path: "/".into(), ..ctx.clone() };
    let all: Vec<Partnership> = ctx.partnership.iter().map(|one| (**one).clone()).collect();
    vec![("one", list(&outside, &all)), ("none", list(&outside, &[]))]
}

fn home_samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    ctx.partnership.iter().map(|one| ("home", first(&public(ctx), one))).collect()
}

fn statement_samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = public(ctx);
    vec![
        ("accessibility", statement(&ctx, "/accessibility", &ACCESSIBILITY)),
        ("privacy", statement(&ctx, "/privacy", &PRIVACY)),
    ]
}

#[cfg(test)]
mod tests {
    use platform::{
        authority::Caller,
        ctx::PUBLIC,
        http::harden::gzip,
        langs::Lang,
        manifest::{Manifest, NavEntry, NavGroup},
        partnership::Facts,
        reach::Contact,
        testing::{
            Site,
            pages::{check_samples, complaints_about},
        },
    };

    async fn site() -> Site {
        Site::sqlite(vec![crate::manifest(true)]).await
    }

    #[tokio::test]
    async fn the_first_page_says_how_to_take_part_in_every_language_as_the_rooms_do() {
        let mut circles = Manifest::new("circles");
        circles.words = vec![
            (
                Lang::En,
                "# used: way-in-*\nway-in-circle = Join a circle\nway-in-circle-how = Come as you are.",
            ),
            (
                Lang::Fr,
                "# used: way-in-*\nway-in-circle = Se joindre à un cercle\nway-in-circle-how = Venez.",
            ),
            (Lang::Ar, "# used: way-in-*\nway-in-circle = انضم إلى حلقة\nway-in-circle-how = تعال."),
        ];
        circles.ways_in =
            vec![NavEntry { group: NavGroup::People, key: "way-in-circle", path: "/circles", see: PUBLIC }];
        let site = Site::sqlite(vec![circles, crate::manifest(true)]).await;
        for (lang, words) in [
            ("en", ["You can take part", "Join a circle", "Come as you are."]),
            ("fr", ["Vous pouvez participer", "Se joindre à un cercle", "Venez."]),
            ("ar", ["يمكنك أن تشارك", "انضم إلى حلقة", "تعال."]),
        ] {
            let page = site.get(&format!("/maple/{lang}")).await.body;
            assert_eq!(complaints_about(&page), Vec::<String>::new(), "{lang}");
            assert!(page.contains(&format!("href=\"/maple/{lang}/circles\"")), "{page}");
            assert!(words.iter().all(|one| page.contains(one)), "{lang}: {page}");
        }
        site.end().await;
        let bare = self::site().await;
        assert!(
            !bare.get("/maple/en").await.body.contains("take-part"),
            "nothing is asked where no room has a way"
        );
        bare.end().await;
    }

    #[tokio::test]
    async fn every_sample_is_a_whole_page() {
        let site = site().await;
        assert!(check_samples(&site) >= 3 * 5);
        site.end().await;
    }

    #[tokio::test]
    async fn every_public_page_answers_in_every_language_of_the_site_and_in_no_other() {
        let site = site().await;
        for path in ["", "/accessibility", "/privacy"] {
            for lang in ["en", "fr", "ar"] {
                let got = site.get(&format!("/maple/{lang}{path}")).await;
                assert_eq!((got.status, complaints_about(&got.body)), (200, Vec::new()), "{lang}{path}");
                assert!(got.body.contains(&format!("<html lang=\"{lang}\"")));
            }
            for lang in ["uk", "xx", "EN"] {
                assert_eq!(site.get(&format!("/maple/{lang}{path}")).await.status, 404, "{lang}{path}");
            }
        }
        site.end().await;
    }

    #[tokio::test]
    async fn the_bare_address_leads_to_a_language_the_site_has() {
        let site = site().await;
        let request = |accept: &str| {
            http::Request::get("/maple")
                .header("host", "kith.test")
                .header("accept-language", accept)
                .body("".into())
        };
        for (accept, to) in
            [("fr-CA", "/maple/fr"), ("ar", "/maple/ar"), ("uk", "/maple/en"), ("", "/maple/en")]
        {
            assert_eq!(site.send(request(accept).unwrap()).await.location(), to);
        }
        site.end().await;
    }

    #[tokio::test]
    async fn a_first_view_fits_into_fourteen_kilobytes_and_sets_no_cookie() {
        let site = site().await;
        let (_, css) = platform::http::assets::ASSETS.iter().find(|(name, _)| *name == "kith.css").unwrap();
        for path in ["/", "/maple/en", "/maple/ar", "/maple/fr/privacy"] {
            let got = site.get(path).await;
            let weight = gzip(got.body.as_bytes(), 6).len() + gzip(css, 9).len();
            assert!(weight < 14_000, "{path} weighs {weight} bytes");
            assert!(!got.headers.contains_key("set-cookie") && !got.body.contains("<script"));
        }
        site.end().await;
    }

    #[tokio::test]
    async fn the_statements_send_the_reader_to_the_office_as_far_as_it_is_known() {
        let site = site().await;
        let pages = ["", "/accessibility", "/privacy"];
        for path in pages {
            assert!(!site.get(&format!("/maple/en{path}")).await.body.contains("mailto:"), "{path}");
        }
        let mut tx = site.ctx(Caller::Console).write(PUBLIC).await.unwrap();
        let (before, version) = tx.facts().await.unwrap();
        let contact =
            Contact { mail: "office@example.org".into(), phone: "905 555-0134".into(), ..Contact::default() };
        tx.change_facts((&before, version), &Facts { contact, ..before.clone() }).await.unwrap();
        tx.commit().await.unwrap();
        for (path, lang) in pages.iter().flat_map(|path| ["en", "fr", "ar"].map(|lang| (path, lang))) {
            let body = site.get(&format!("/maple/{lang}{path}")).await.body;
            let main = body.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
            assert!(
                main.contains("mailto:office@example.org") && main.contains("tel:9055550134"),
                "{lang}{path}: {main}"
            );
        }
        site.end().await;
    }

    #[tokio::test]
    async fn the_privacy_page_leads_to_the_list_of_all_that_is_kept() {
        let site = site().await;
        for (lang, mail) in [("en", "for 1 year"), ("fr", "pendant 1 an"), ("ar", "لمدة سنة واحدة")]
        {
            let page = site.get(&format!("/maple/{lang}/privacy")).await.body;
            assert!(page.contains("href=\"/maple/work/data-map\"") && page.contains(mail), "{lang}: {page}");
        }
        assert_eq!(site.get_as(&site.coordinator(), "/maple/work/data-map").await.status, 200);
        site.end().await;
    }

    #[tokio::test]
    async fn the_list_switches_its_language_by_its_address() {
        let site = site().await;
        assert!(site.get("/?lang=fr").await.body.contains("Partenariat de l’érable"));
        site.end().await;
    }
}
