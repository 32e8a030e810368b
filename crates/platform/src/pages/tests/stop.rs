//! Stopping letters with one click: who may, what changes, and what is not sent any more.

use crate::{
    ctx::PUBLIC,
    http::tests::SWITCH,
    jobs::run_due,
    langs::Lang,
    mail::{HEED_A_NO, Mail, MailState, Reader, Recipient, counts},
    manifest::Manifest,
    pages::ENTER,
    sql,
    testing::{Got, Site},
};
use axum::body::Body;
use http::Request;
use std::sync::atomic::Ordering;
use uuid::Uuid;

const ANA: Uuid = Uuid::from_u128(0xA7A);

fn room() -> Manifest {
    let words = vec![(Lang::En, "purpose-news = News\n"), (Lang::Fr, "purpose-news = Nouvelles\n")];
    Manifest { purposes: vec!["news"], words, ..Manifest::new("news") }
}

fn letter() -> Mail {
    Mail {
        to: Recipient::parse("ana@example.org").unwrap(),
        lang: Lang::Fr,
        subject: "Nouvelles".into(),
        body: "Bonjour.".into(),
        purpose: "news",
        unsubscribe: None,
    }
}

async fn send(site: &Site) {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(ENTER).await.unwrap();
    tx.send_letter(Reader { ctx: &ctx, who: ANA, lang: Lang::Fr }, letter()).await.unwrap();
    tx.commit().await.unwrap();
}

/// The address in the newest letter.
async fn address(site: &Site) -> String {
    let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
    let text = "SELECT unsubscribe FROM mail WHERE partnership_id = $1 AND unsubscribe IS NOT NULL ORDER BY made_at DESC, id DESC LIMIT 1";
    let href = sql!(tx, value String, text, site.partnership.id).unwrap();
    tx.done().await.unwrap();
    href.strip_prefix("http://kith.test").unwrap().to_owned()
}

/// How many facts the ledger has.
async fn facts(site: &Site) -> usize {
    let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
    let facts = tx.consent_facts(ANA).await.unwrap();
    tx.done().await.unwrap();
    facts.len()
}

/// What a mail program sends: no cookie, no key, from wherever it runs.
async fn click(site: &Site, path: &str, kind: &str, body: &'static str) -> Got {
    let request = Request::post(path).header("host", "kith.test").header("content-type", kind);
    let request = request.header("sec-fetch-site", "cross-site").header("origin", "https://mail.example");
    site.send(request.body(Body::from(body)).unwrap()).await
}

const FORM: &str = "application/x-www-form-urlencoded";

async fn letters_sent(site: &Site) -> (usize, i64) {
    run_due(&site.app).await.unwrap();
    let folder = site.app.settings.data.join("mail");
    let sent = std::fs::read_dir(folder).map_or(0, Iterator::count);
    let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
    let stopped = counts(&mut tx).await.unwrap().of(MailState::Stopped);
    tx.done().await.unwrap();
    (sent, stopped)
}

/// The text of a mail as its reader sees it, from either way in which it may travel.
fn decoded(mail: &str) -> String {
    let (head, body) = mail.split_once("\r\n\r\n").unwrap();
    if head.contains("Content-Transfer-Encoding: base64") {
        let body: String = body.split_whitespace().collect();
        return String::from_utf8(data_encoding::BASE64.decode(body.as_bytes()).unwrap()).unwrap();
    }
    let (body, mut bytes) = (body.replace("=\r\n", ""), Vec::new());
    let mut parts = body.split('=');
    bytes.extend_from_slice(parts.next().unwrap_or_default().as_bytes());
    for part in parts {
        let (code, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).unwrap());
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).unwrap()
}

crate::on_both! { vec![room()];
    async fn one_click_without_a_cookie_stops_them_at_once_and_looking_changes_nothing(site) {
        let _turn = SWITCH.lock().await;
        send(site).await;
        let stop = address(site).await;
        assert!(stop.starts_with("/maple/fr/letters/stop/"), "{stop}");
        for _ in 0..2 {
            let page = site.get(&stop).await;
            assert!(page.status == 200 && page.body.contains("Nouvelles") && page.body.contains("name=\"List-Unsubscribe\""), "{}", page.body);
        }
        assert_eq!(facts(site).await, 0, "looking changes nothing");
        for blind in ["", "a=b", "List-Unsubscribe=Two-Clicks"] {
            assert_eq!(click(site, &stop, FORM, blind).await.status, 422, "a scanner that posts blindly stops nothing: {blind}");
        }
        assert_eq!(facts(site).await, 0);
        let first = click(site, &stop, FORM, "List-Unsubscribe=One-Click").await;
        assert!(first.status == 200 && first.location().is_empty(), "no redirection: {}", first.status);
        assert!(first.headers.get("set-cookie").is_none());
        assert_eq!(facts(site).await, 1, "the ledger knows at once");
        let again = click(site, &stop, FORM, "List-Unsubscribe=One-Click").await;
        assert_eq!((again.status, again.body == first.body, facts(site).await), (200, true, 1), "and once");
        assert!(site.get(&stop).await.body.contains("Vous ne recevez plus"));
        for nobody in ["/maple/fr/letters/stop/abc", &stop.replace("maple", "other")] {
            assert_eq!(click(site, nobody, FORM, "List-Unsubscribe=One-Click").await.status, 410);
        }
    }

    async fn what_stands_around_a_letter_is_in_the_language_of_its_reader(site) {
        let frame = |lang: Lang, key: &str| site.app.words.say(lang).t(key, &[]);
        // The letter is in French. Arabic has our words, those of Tigrinya a machine made, for the door.
        for (n, (lang, path, below)) in (1_u128..).zip([(Lang::Ar, "ar", Lang::Ar), (Lang::En, "en", Lang::En), (Lang::Ti, "fr", Lang::Fr)]) {
            let ctx = site.ctx(site.coordinator());
            let mut tx = ctx.write(ENTER).await.unwrap();
            tx.send_letter(Reader { ctx: &ctx, who: Uuid::from_u128(n), lang }, letter()).await.unwrap();
            tx.commit().await.unwrap();
            let stop = address(site).await;
            assert!(stop.starts_with(&format!("/maple/{path}/letters/stop/")), "{lang}: {stop}");
            assert!(site.get(&stop).await.body.contains(&frame(path.parse().unwrap(), "letters-stop")), "{lang}");
            run_due(&site.app).await.unwrap();
            let folder = site.app.settings.data.join("mail");
            let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
            files.sort();
            let text = decoded(&std::fs::read_to_string(files.last().unwrap()).unwrap());
            assert!(text.contains("Bonjour.") && text.contains(&frame(below, "mail-unsubscribe")), "{lang}: {text}");
            site.app.clock.advance(2);
        }
    }

    async fn the_way_out_stays_open_when_its_language_is_taken_off(site) {
        let _turn = SWITCH.lock().await;
        send(site).await;
        let stop = address(site).await;
        assert!(stop.starts_with("/maple/fr/"), "{stop}");
        let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
        let langs = crate::db::Json(vec![Lang::En]);
        sql!(tx, must, "UPDATE partnership SET langs = $1 WHERE id = $2", langs, site.partnership.id).unwrap();
        tx.commit().await.unwrap();
        assert_eq!(site.get("/maple/fr").await.status, 404, "the language is gone");
        let page = site.get(&stop).await;
        assert!(page.status == 200 && page.body.contains("List-Unsubscribe"), "{} {}", page.status, page.body);
        assert_eq!(click(site, &stop, FORM, "List-Unsubscribe=One-Click").await.status, 200);
        assert_eq!(facts(site).await, 1);
    }

    async fn the_form_of_the_page_and_either_kind_of_form_do_the_same(site) {
        let _turn = SWITCH.lock().await;
        let multipart = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        let kinds = [("multipart/form-data; boundary=b", multipart), (FORM, "_key=0123456789abcdef0123456789abcdef0123456789&List-Unsubscribe=One-Click")];
        for (n, (kind, body)) in kinds.into_iter().enumerate() {
            send(site).await;
            let stop = address(site).await;
            assert_eq!(click(site, &stop, kind, body).await.status, 200, "{kind}");
            assert_eq!(facts(site).await, 2 * n + 1, "{kind}");
            site.app.clock.advance(1);
            let mut tx = site.ctx(site.coordinator()).write(PUBLIC).await.unwrap();
            let yes = crate::consent::NewConsent { purpose: "news", basis: crate::consent::Basis::Express, since: None, ended: None, how: "paper", wording: "Oui.", lang: Lang::Fr, evidence: None };
            tx.record_consent(ANA, &yes).await.unwrap();
            tx.commit().await.unwrap();
            site.app.clock.advance(1);
        }
    }

    async fn what_waits_for_her_is_not_sent_any_more(site) {
        let _turn = SWITCH.lock().await;
        send(site).await;
        assert_eq!(letters_sent(site).await, (1, 0));
        send(site).await;
        let stop = address(site).await;
        assert_eq!(click(site, &stop, FORM, "List-Unsubscribe=One-Click").await.status, 200);
        assert_eq!(letters_sent(site).await, (1, 1), "it waited, and she said no");
        let list = site.get_as(&site.coordinator(), "/maple/work/mail?state=stopped").await;
        assert!(list.status == 200 && list.body.contains("no longer wanted"), "{}", list.body);
        HEED_A_NO.store(false, Ordering::Relaxed);
        send(site).await;
        let control = letters_sent(site).await;
        HEED_A_NO.store(true, Ordering::Relaxed);
        assert_eq!(control, (2, 1), "without the look at the ledger it leaves");
    }

    async fn mail_of_a_purpose_does_not_leave_without_its_way_out(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(ENTER).await.unwrap();
        tx.send_mail(letter()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(letters_sent(site).await, (0, 0));
        let mut tx = ctx.read(ENTER).await.unwrap();
        assert_eq!(counts(&mut tx).await.unwrap().of(MailState::Failed), 1);
        tx.done().await.unwrap();
    }

    async fn a_letter_has_one_reader_both_headers_and_the_way_by_mail_only_when_somebody_reads_it(site) {
        send(site).await;
        assert_eq!(letters_sent(site).await.0, 1);
        let folder = site.app.settings.data.join("mail");
        let file = std::fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
        let text = std::fs::read_to_string(file).unwrap();
        let headers = text.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
        let of = |name: &str| headers.lines().filter(|line| line.starts_with(&format!("{name}: "))).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(of("To"), ["To: ana@example.org"]);
        assert_eq!((of("Cc").len(), of("Bcc").len()), (0, 0));
        assert_eq!(of("List-Unsubscribe-Post"), ["List-Unsubscribe-Post: List-Unsubscribe=One-Click"]);
        let ways = of("List-Unsubscribe");
        let by_mail = ways[0].contains("<mailto:");
        assert_eq!((ways.len(), by_mail), (1, !of("Reply-To").is_empty()), "{headers}");
        assert!(ways[0].starts_with("List-Unsubscribe: <http://kith.test/maple/fr/letters/stop/"), "{ways:?}");
    }
}
