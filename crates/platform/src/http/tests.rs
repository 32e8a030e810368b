//! The front, as requests meet it, on both databases.

use super::{Answer, Form, Path, html, json, see_other};
use crate::{
    authority::Caller,
    ctx::{Ctx, PUBLIC},
    manifest::Manifest,
    sql,
    testing::{Got, Site},
};
use axum::{body::Body, response::IntoResponse};
use http::{HeaderValue, Request, header};
use std::sync::atomic::Ordering;

pub(crate) static SWITCH: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

#[derive(serde::Deserialize)]
struct Named {
    #[serde(default)]
    name: String,
}

/// Different at each making.
async fn fresh(ctx: Ctx) -> Answer {
    html(
        maud::html! { p { (ctx.app.chance.secret()) } a href=(ctx.public_url("/fresh")) {} (" ".repeat(2_000)) },
    )
}

async fn form(ctx: Ctx) -> Answer {
    html(maud::html! { (crate::html::form(&ctx, "/maple/en/form").show("Send", maud::html! {})) })
}

async fn cookie(ctx: Ctx) -> Answer {
    let mut response = fresh(ctx).await?;
    response.headers_mut().insert(header::SET_COOKIE, HeaderValue::from_static("a=b"));
    Ok(response)
}

/// Falls over in the middle of a change.
async fn fall(ctx: Ctx) -> Answer {
    let mut tx = ctx.write(PUBLIC).await?;
    sql!(tx, run, "UPDATE partnership SET zone = 'fallen'")?;
    panic!("fallen over");
}

async fn never(_: Ctx) -> Answer {
    std::future::pending().await
}

async fn refuse(_: Ctx) -> Answer {
    Err(crate::errors::FieldRefusal::NotADate.into())
}

async fn change(_: Ctx, Form(named): Form<Named>) -> Answer {
    see_other(&format!("/maple/en/{}", named.name))
}

/// Takes one file, and answers with what it is known by from then on.
async fn keep_file(ctx: Ctx, mut parts: axum::extract::Multipart) -> Answer {
    let mut size = 0;
    while let Some(part) = parts.next_field().await.unwrap() {
        let is_file = part.name() == Some("file");
        let bytes = part.bytes().await.unwrap();
        size += if is_file { bytes.len() } else { 0 };
    }
    let tx = ctx.write(PUBLIC).await?;
    let id = tx.new_id::<crate::ids::AccountId>()?;
    see_other(&tx.commit_to(&format!("/maple/en/files/{size}/{id}")).await?)
}

async fn named(_: Ctx, Path(named): Path<Named>) -> Answer {
    json(&named.name)
}

#[derive(serde::Deserialize)]
struct ById {
    id: crate::ids::AccountId,
}

async fn thing(_: Ctx, Path(of): Path<ById>) -> Answer {
    json(&of.id)
}

async fn inside(ctx: Ctx) -> Answer {
    let tx = ctx.read(crate::pages::ENTER).await?;
    tx.done().await?;
    Ok("inside".into_response())
}

fn rooms() -> Vec<Manifest> {
    vec![
        Manifest::new("front")
            .get("/{p}/{lang}/fresh", PUBLIC, fresh)
            .get("/{p}/{lang}/form", PUBLIC, form)
            .get("/{p}/{lang}/cookie", PUBLIC, cookie)
            .get("/{p}/{lang}/fall", PUBLIC, fall)
            .get("/{p}/{lang}/never", PUBLIC, never)
            .get("/{p}/{lang}/named/{name}", PUBLIC, named)
            .get("/{p}/{lang}/thing/{id}", PUBLIC, thing)
            .get("/{p}/api/refuse", PUBLIC, refuse)
            .post("/{p}/{lang}/change", PUBLIC, change)
            .post("/{p}/{lang}/files", PUBLIC, keep_file)
            .get("/{p}/work/inside", crate::pages::ENTER, inside)
            .get("/sign-in/here", PUBLIC, fresh),
    ]
}

async fn ask(site: &Site, method: &str, path: &str, headers: &[(&str, &str)]) -> Got {
    let mut request = Request::builder().method(method).uri(path);
    if !headers.iter().any(|(name, _)| *name == "host") {
        request = request.header("host", "kith.test");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    site.send(request.body(Body::empty()).unwrap()).await
}

async fn change_something(site: &Site) {
    let mut tx = site.ctx(Caller::Console).write(PUBLIC).await.unwrap();
    sql!(tx, run, "UPDATE partnership SET invented = invented WHERE id = $1", site.partnership.id).unwrap();
    tx.commit().await.unwrap();
}

fn header_of<'a>(got: &'a Got, name: &str) -> &'a str {
    got.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

crate::on_both! { rooms();
    async fn a_public_page_is_made_once_until_something_changes(site) {
        let first = site.get("/maple/en/fresh").await;
        assert_eq!(header_of(&first, "cache-control"), "public, max-age=0, must-revalidate");
        assert_eq!(site.get("/maple/en/fresh").await.body, first.body);
        let elsewhere = ask(site, "GET", "/maple/en/fresh", &[("host", "attacker.example")]).await;
        assert_eq!(elsewhere.body, first.body, "a host that is nobody's makes no page of its own");
        assert_ne!(site.get("/maple/en/fresh?q=1").await.body, first.body);
        assert_eq!(site.app.pages.size().0, 2);
        change_something(site).await;
        assert_ne!(site.get("/maple/en/fresh").await.body, first.body);
        assert_eq!(site.get("/nobody/en/fresh").await.status, 404);
    }

    async fn made_up_addresses_do_not_push_a_page_out(site) {
        let real = site.get("/maple/en/named/abcdefgh").await;
        site.get("/maple/en/named/abcdefgh").await;
        let spelled = |n: u8| -> String {
            let sign = |(place, sign): (usize, char)| {
                if n >> place & 1 == 1 { format!("%{:02X}", u32::from(sign)) } else { sign.to_string() }
            };
            "abcdefgh".chars().enumerate().map(sign).collect()
        };
        for n in 1..=255 {
            let odd = site.get(&format!("/maple/en/named/{}", spelled(n))).await;
            assert_eq!((odd.status, &odd.body), (200, &real.body), "{n}");
            assert_eq!(site.get(&format!("/maple/en/nowhere/{n}")).await.status, 404);
        }
        assert_eq!(site.app.pages.size().0, 1, "spellings of one page are one page, and what is not there is not kept");
        site.get("/maple/en/named/%62").await;
        assert_eq!(site.app.pages.size().0, 1, "an odd spelling alone is not kept");
    }

    async fn an_id_has_one_spelling(site) {
        let id = "0191c2f4-aaaa-7bbb-8ccc-ddddeeeeffff";
        assert_eq!(site.get(&format!("/maple/en/thing/{id}")).await.status, 200);
        for odd in [id.to_uppercase(), id.replace('-', ""), format!("{{{id}}}"), format!("urn:uuid:{id}")] {
            assert_eq!(site.get(&format!("/maple/en/thing/{odd}")).await.status, 404, "{odd}");
        }
    }

    async fn a_page_that_is_one_readers_is_given_to_nobody_else(site) {
        let key = |got: &Got| got.body.split("name=\"_key\" value=\"").nth(1).unwrap()[..52].to_owned();
        let (one, two) = (site.get("/maple/en/form").await, site.get("/maple/en/form").await);
        assert_ne!(key(&one), key(&two));
        assert_eq!(header_of(&one, "cache-control"), "private, no-store");
        assert_ne!(site.get("/maple/en/cookie").await.body, site.get("/maple/en/cookie").await.body);
        // Without a language in its address a page is in the reader's.
        let work = site.get_as(&site.coordinator(), "/maple/work/inside").await;
        assert_eq!((work.status, header_of(&work, "cache-control")), (200, "private, no-store"));
        assert_eq!(header_of(&site.get("/maple/en/nowhere").await, "cache-control"), "private, no-store");
        assert_eq!(site.app.pages.size().0, 0);
    }

    async fn a_reader_who_has_the_page_is_told_so(site) {
        let tag = header_of(&site.get("/maple/en/fresh").await, "etag").to_owned();
        let again = ask(site, "GET", "/maple/en/fresh", &[("if-none-match", &tag)]).await;
        assert_eq!((again.status, again.body.as_str()), (304, ""));
        change_something(site).await;
        assert_eq!(ask(site, "GET", "/maple/en/fresh", &[("if-none-match", &tag)]).await.status, 200);
    }

    async fn head_says_what_get_would(site) {
        for path in ["/maple/en/fresh", "/maple/en/nowhere", "/maple/en/form", "/health", "/assets/x/kith.css"] {
            let first = site.get(path).await;
            let head = ask(site, "HEAD", path, &[]).await;
            assert_eq!((head.status, head.body.as_str()), (first.status, ""), "{path}");
            assert_eq!(header_of(&head, "content-length"), first.body.len().to_string(), "{path}");
            assert_eq!(header_of(&head, "content-type"), header_of(&first, "content-type"));
        }
    }

    async fn a_wrong_method_is_not_an_absent_page(site) {
        let wrong = site.post_as(&Caller::Anonymous, "/maple/en/fresh", &[]).await;
        assert_eq!((wrong.status, header_of(&wrong, "allow")), (405, "GET,HEAD"));
        assert_eq!(ask(site, "GET", "/maple/en/change", &[]).await.status, 405);
        assert_eq!(ask(site, "TRACE", "/maple/en/fresh", &[]).await.status, 405);
        assert_eq!(site.post_as(&Caller::Anonymous, "/maple/en/nowhere", &[]).await.status, 404);
    }

    async fn a_final_slash_leads_to_the_page(site) {
        let moved = site.get("/maple/en/fresh/?q=1").await;
        assert_eq!((moved.status, moved.location()), (308, "/maple/en/fresh?q=1"));
        assert_eq!(site.get("//evil.example/").await.location(), "");
    }

    async fn a_panic_is_a_page_with_a_number_and_leaves_nothing_behind(site) {
        for _ in 0..6 {
            let fallen = site.get("/maple/en/fall").await;
            assert_eq!(fallen.status, 500);
            assert!(fallen.body.contains("Reference number") && !fallen.body.contains("fallen over"), "{}", fallen.body);
        }
        change_something(site).await;
        assert_eq!(site.app.register().await.unwrap()[0].zone.iana_name(), Some("America/Toronto"));
    }

    async fn every_answer_is_hardened(site) {
        let coordinator = site.coordinator();
        let answers = [
            site.get("/maple/en/fresh").await,
            site.get("/maple/en/fresh").await,
            site.get("/maple/en/nowhere").await,
            site.get("/maple/en/fresh/").await,
            site.get("/maple/en/fall").await,
            site.get("/maple/work/inside").await,
            site.get_as(&coordinator, "/maple/work/inside").await,
            site.get("/maple/api/refuse").await,
            site.get("/assets/x/kith.css").await,
            site.get("/assets/x/nothing").await,
            site.get("/health").await,
        ];
        for (n, got) in answers.iter().enumerate() {
            assert!(header_of(got, "content-security-policy").starts_with("default-src 'none'"), "{n}");
            assert!(!header_of(got, "content-security-policy").contains("unsafe"), "{n}");
            assert_eq!(header_of(got, "x-content-type-options"), "nosniff", "{n}");
            assert_eq!(header_of(got, "x-frame-options"), "DENY", "{n}");
            assert_eq!(header_of(got, "cross-origin-resource-policy"), "same-origin", "{n}");
            assert_ne!(header_of(got, "cache-control"), "", "{n}");
        }
    }

    async fn changes_from_other_sites_are_refused(site) {
        // The switch is one for the whole process: one database at a time.
        let _turn = SWITCH.lock().await;
        let (host, sent) = (("host", "kith.test"), "/maple/en/change");
        let cookie = ("cookie", "kith=x");
        for (headers, status) in [
            (vec![host], 303),
            (vec![host, cookie], 403),
            (vec![host, cookie, ("sec-fetch-site", "same-origin")], 303),
            (vec![host, cookie, ("sec-fetch-site", "none")], 303),
            (vec![host, ("sec-fetch-site", "same-site")], 403),
            (vec![host, ("sec-fetch-site", "cross-site"), ("origin", "http://kith.test")], 403),
            (vec![host, cookie, ("origin", "http://kith.test")], 303),
            (vec![host, ("origin", "https://kith.test")], 403),
            (vec![host, ("origin", "http://kith.test.evil.example")], 403),
            (vec![host, ("origin", "null")], 403),
        ] {
            assert_eq!(ask(site, "POST", sent, &headers).await.status, status, "{headers:?}");
        }
        super::front::REFUSE_OTHER_SITES.store(false, Ordering::Relaxed);
        let control = ask(site, "POST", sent, &[cookie, ("sec-fetch-site", "cross-site")]).await.status;
        super::front::REFUSE_OTHER_SITES.store(true, Ordering::Relaxed);
        assert_eq!(control, 303, "with the protection off it passes");
    }

    async fn one_address_takes_changes_from_anywhere_and_looks_at_no_cookie(site) {
        let _turn = SWITCH.lock().await;
        let from_afar = [("host", "kith.test"), ("cookie", "kith=x"), ("sec-fetch-site", "cross-site"), ("origin", "https://mail.example")];
        let one_click = "/maple/en/letters/stop/no-such-secret";
        assert_eq!(ask(site, "POST", one_click, &from_afar).await.status, 410, "it is answered, by its secret alone");
        for beside in [
            "/maple/en/letters/stop", "/maple/en/letters/stop/", "/maple/en/letters/stop/x/y", "/maple/xx/letters/stop/x", "/maple/work/letters/stop/x",
            "/maple/en/letters/stops/x", "/maple/en/change", "/maple/en/stop/letters/x", "/letters/stop/x", "/maple/api/letters/stop/x",
            "/maple/en/letters%2Fstop/x",
        ] {
            assert_eq!(ask(site, "POST", beside, &from_afar).await.status, 403, "{beside}");
        }
        super::front::TAKE_ONE_CLICK.store(false, Ordering::Relaxed);
        let control = ask(site, "POST", one_click, &from_afar).await.status;
        super::front::TAKE_ONE_CLICK.store(true, Ordering::Relaxed);
        assert_eq!(control, 403, "without the exemption it is refused like all others");
    }

    async fn an_upload_that_is_repeated_gets_the_first_answer(site) {
        // Each showing of a browser's form has a boundary of its own.
        let send = async |boundary: &str, key: &str, size: usize| {
            let key = match key {
                "" => String::new(),
                key => format!("--{boundary}\r\nContent-Disposition: form-data; name=\"_key\"\r\n\r\n{key}\r\n"),
            };
            let file = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n{}\r\n", "x".repeat(size));
            let request = Request::post("/maple/en/files")
                .header("host", "kith.test")
                .header("content-type", format!("multipart/form-data; boundary={boundary}"));
            site.send(request.body(Body::from(format!("{key}{file}--{boundary}--\r\n"))).unwrap()).await
        };
        let key = "0123456789abcdef0123456789abcdef0123456789";
        let (one, two) = tokio::join!(send("aaa", key, 500_000), send("bbbb", key, 500_000));
        let three = send("c", key, 500_000).await;
        assert!(one.location().starts_with("/maple/en/files/500000/"), "{} {}", one.status, one.location());
        assert!(one.location() == two.location() && two.location() == three.location());
        assert_ne!(send("d", "", 10).await.location(), send("d", "", 10).await.location(), "without a key each is its own");
        assert_eq!(send("d", "short", 10).await.status, 400);
    }

    async fn a_problem_is_told_in_the_language_asked_for(site) {
        let got = ask(site, "GET", "/maple/api/refuse", &[("accept-language", "fr-CA")]).await;
        assert_eq!((got.status, header_of(&got, "content-type")), (422, "application/problem+json"));
        assert_eq!(header_of(&got, "content-language"), "fr");
        assert!(header_of(&got, "vary").contains("Accept-Language"));
        let problem: serde_json::Value = serde_json::from_str(&got.body).unwrap();
        assert_eq!((&problem["code"], &problem["status"]), (&"field-not-a-date".into(), &422.into()));
        let english = ask(site, "GET", "/maple/api/refuse", &[]).await;
        let english: serde_json::Value = serde_json::from_str(&english.body).unwrap();
        assert_ne!(problem["title"], english["title"]);
        assert_ne!(problem["title"], problem["detail"]);
    }

    async fn a_nul_is_refused_before_any_room_sees_it(site) {
        assert_eq!(site.get("/maple/en/fresh?q=a%00b").await.status, 400);
        assert_eq!(site.get("/maple/en/named/a%00b").await.status, 400);
        assert_eq!(site.post_as(&Caller::Anonymous, "/maple/en/change", &[("name", "a\0b")]).await.status, 400);
        assert_eq!(site.get("/maple/en/named/ab").await.body, "\"ab\"");
    }

    async fn at_its_own_host_a_partnership_has_short_addresses_and_no_neighbours(site) {
        let mut tx = site.ctx(Caller::Console).of_installation().write(PUBLIC).await.unwrap();
        let id = site.partnership.id;
        sql!(tx, must, "UPDATE partnership SET host = 'maple.example', version = version + 1 WHERE id = $1", id).unwrap();
        tx.commit().await.unwrap();
        let own = ask(site, "GET", "/en/fresh", &[("host", "Maple.Example:8080")]).await;
        assert!(own.status == 200 && own.body.contains("href=\"/en/fresh\""), "{}", own.body);
        let general = site.get("/maple/en/fresh").await;
        assert!(general.body.contains("href=\"/maple/en/fresh\""), "{}", general.body);
        assert_eq!(ask(site, "GET", "/sign-in/here", &[("host", "maple.example")]).await.status, 200);
        let neighbour = ask(site, "GET", "/other/en/fresh", &[("host", "maple.example")]).await;
        assert_eq!(neighbour.status, 404);
        let cookie = site.cookie(&site.stranger());
        let work = ask(site, "GET", "/other/work/inside", &[("host", "maple.example"), ("cookie", &cookie)]).await;
        assert_eq!(work.status, 404);
        assert_eq!(ask(site, "GET", "/other/work/inside", &[("cookie", &cookie)]).await.body, "inside");
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_never_comes_is_given_up() {
    let site = Site::sqlite(rooms()).await;
    assert_eq!(site.get("/maple/en/never").await.status, 500);
}

#[tokio::test(start_paused = true)]
async fn a_form_that_never_arrives_is_given_up() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let site = Site::sqlite(rooms()).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let serving = async { axum::serve(listener, super::service(&site.app)).await };
    let asking = async {
        let mut line = tokio::net::TcpStream::connect(address).await.unwrap();
        let head = "POST /maple/en/change HTTP/1.1\r\nHost: kith.test\r\nContent-Length: 100\r\nConnection: close\r\n\r\nname=";
        line.write_all(head.as_bytes()).await.unwrap();
        let mut answer = vec![0; 12];
        line.read_exact(&mut answer).await.unwrap();
        String::from_utf8(answer).unwrap()
    };
    tokio::select! {
        _ = serving => unreachable!("it serves for ever"),
        answer = asking => assert_eq!(answer, "HTTP/1.1 408"),
    }
}
