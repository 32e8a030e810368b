//! Mails: one recipient, no headers smuggled in, never lost whatever the mail server does.

use super::{
    scripted::{Act, Scripted, Taken},
    *,
};
use crate::{app::App, clock::Moment, db::One, jobs::run_due, pages::ENTER, sql, testing::Site};
use proptest::prelude::*;
use std::{sync::Arc, time::Duration};

#[test]
fn a_recipient_is_exactly_one_plain_address() {
    assert_eq!(
        Recipient::parse(" Ana.Diaz+kith@Example.org ").unwrap().address(),
        "Ana.Diaz+kith@Example.org"
    );
    for bad in [
        "",
        "ana",
        "ana@example",
        "a@example.org, b@example.org",
        "a@example.org;b@example.org",
        "a@example.org b@example.org",
        "Ana <a@example.org>",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org\nRCPT TO:<b@example.org>",
        "a@example.org%0d%0ab@example.org",
        "a%b@example.org",
        "\"a b\"@example.org",
        "a@@example.org",
        "a@b@example.org",
        "@example.org",
        "a@[127.0.0.1]",
        "é@example.org",
    ] {
        assert_eq!(Recipient::parse(bad), Err(FieldRefusal::NotMail), "{bad:?}");
    }
    assert!(Recipient::parse(&format!("{}@example.org", "a".repeat(300))).is_err());
}

proptest! {
    #[test]
    fn whatever_is_typed_a_recipient_is_one_line_and_one_address(typed in "[a-z@.,;<> \r\n\"%:+é]{0,30}") {
        if let Ok(recipient) = Recipient::parse(&typed) {
            let text = recipient.address();
            prop_assert!(text.matches('@').count() == 1 && !text.contains([' ', ',', ';', '\r', '\n', '<', '>', '"']));
        }
    }

    #[test]
    fn whatever_a_subject_is_made_from_it_is_one_short_line(text in any::<String>()) {
        let subject = Subject::from(text);
        prop_assert!(!subject.as_str().chars().any(char::is_control));
        prop_assert!(subject.as_str().chars().count() <= SUBJECT_CHARS);
    }
}

#[tokio::test]
async fn a_server_is_greeted_without_any_mail_and_one_that_is_not_there_is_noticed() {
    let server = Scripted::new([]).await;
    let url = format!("smtp://127.0.0.1:{}", server.port);
    greet(&url, "https://kith.test", Duration::from_secs(5)).await.unwrap();
    assert_eq!(server.taken(), []);
    let stalled = Scripted::new([Act::Stall]).await;
    let url = format!("smtp://127.0.0.1:{}", stalled.port);
    assert!(greet(&url, "https://kith.test", Duration::from_millis(200)).await.is_err());
    assert!(greet("http://127.0.0.1", "https://kith.test", Duration::from_secs(5)).await.is_err());
}

/// The program of the site, with this mail server and little patience.
fn with_server(site: &Site, port: u16) -> Arc<App> {
    let app = &site.app;
    let mut settings = app.settings.clone();
    settings.mail = MailRoute::Smtp(format!("smtp://127.0.0.1:{port}"));
    Arc::new(App {
        db: app.db.clone(),
        words: Arc::clone(&app.words),
        clock: app.clock.clone(),
        chance: app.chance.clone(),
        house: app.house.clone(),
        uploads: Arc::clone(&app.uploads),
        settings,
        gate: Arc::clone(&app.gate),
        bell: app.bell.clone(),
        pages: crate::http::cache::PageCache::default(),
        passwords: app.passwords.clone(),
        answers: Default::default(),
        metrics: Default::default(),
        register: crate::register::Register::default(),
        shelf: Default::default(),
        mail_patience: Duration::from_millis(400),
    })
}

fn invitation() -> Mail {
    Mail {
        to: Recipient::parse("ana@example.org").unwrap(),
        lang: Lang::Fr,
        subject: "Réunion d’été\r\nBcc: spy@example.net".into(),
        body: "Bonjour,\n\n.\nÀ bientôt.\n".into(),
        purpose: "invitations",
        unsubscribe: Some("https://kith.test/maple/fr/stop/abc".into()),
    }
}

async fn send(site: &Site, mail: Mail) -> MailId {
    let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
    let id = tx.send_mail(mail).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Tries, sent, failed, trouble, text.
async fn state(site: &Site, id: MailId) -> (i64, bool, bool, String, String) {
    let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
    let (tries, sent, failed, trouble, body) = sql!(
        tx,
        one(i64, Option<Moment>, Option<Moment>, Option<String>, String),
        "SELECT tries, sent_at, failed_at, trouble, body FROM mail WHERE id = $1",
        id
    )
    .unwrap();
    tx.done().await.unwrap();
    (tries, sent.is_some(), failed.is_some(), trouble.unwrap_or_default(), body)
}

/// Sends one mail by a server that first does `act`; the mail's state after the first try and what the server got until it was sent.
async fn after(site: &Site, act: Act) -> ((i64, bool, bool, String, String), Vec<Taken>) {
    let server = Scripted::new([act]).await;
    let app = with_server(site, server.port);
    let id = send(site, invitation()).await;
    run_due(&app).await.unwrap();
    let first = state(site, id).await;
    site.app.clock.advance(60);
    run_due(&app).await.unwrap();
    (first, server.taken())
}

fn accepted(taken: &[Taken]) -> usize {
    taken.iter().filter(|mail| mail.accepted).count()
}

crate::on_both! { vec![];
    async fn a_mail_arrives_once_for_one_person_with_nothing_smuggled_in(site) {
        let ((tries, sent, failed, trouble, body), taken) = after(site, Act::Accept).await;
        assert_eq!((tries, sent, failed, trouble.as_str(), body.as_str()), (1, true, false, "", ""), "the text is cleared");
        let [mail] = taken.as_slice() else { panic!("{taken:?}") };
        assert_eq!(mail.to, ["RCPT TO:<ana@example.org>"]);
        assert_eq!(mail.header("To").as_deref(), Some("ana@example.org"));
        assert_eq!((mail.header("Bcc"), mail.header("Cc")), (None, None));
        assert!(mail.header("From").unwrap().ends_with("<kith@kith.test>"));
        assert_eq!(mail.header("Date").as_deref(), Some("Sun, 22 Nov 2026 15:00:00 +0000"));
        assert_eq!(mail.header("List-Unsubscribe").as_deref(), Some("<https://kith.test/maple/fr/stop/abc>"));
        assert_eq!(mail.header("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
        assert_eq!(mail.header("Content-Language").as_deref(), Some("fr"));
        assert!(mail.header("Message-ID").unwrap().ends_with("@kith.test>"));
    }

    async fn what_was_not_committed_is_not_sent(site) {
        let server = Scripted::new([]).await;
        let app = with_server(site, server.port);
        let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
        tx.send_mail(invitation()).await.unwrap();
        drop(tx);
        run_due(&app).await.unwrap();
        assert_eq!(server.taken(), []);
    }

    async fn whatever_passes_is_tried_again_and_the_mail_arrives_once(site) {
        let passing = [
            Act::Stall, Act::StallOnTo, Act::Greet("421 too busy"), Act::Greet("554 not now"), Act::Greet("gibberish"),
            Act::OnFrom("451 later"), Act::OnTo("450 greylisted"), Act::OnMail("452 full"), Act::DropInMail,
        ];
        for act in passing {
            let ((tries, sent, failed, trouble, _), taken) = after(site, act).await;
            assert_eq!((tries, sent, failed), (1, false, false), "{act:?}");
            assert!(!trouble.is_empty(), "{act:?}");
            assert_eq!(accepted(&taken), 1, "{act:?}: {taken:?}");
        }
    }

    async fn a_server_that_refuses_connections_is_tried_again(site) {
        let port = Scripted::new([]).await.port;
        let id = send(site, invitation()).await;
        run_due(&with_server(site, port)).await.unwrap();
        let (tries, sent, failed, trouble, body) = state(site, id).await;
        assert_eq!((tries, sent, failed), (1, false, false), "{trouble}");
        assert!(body.contains("bientôt"), "a mail that waits keeps its text");
        site.app.clock.advance(60);
        let server = Scripted::new([]).await;
        run_due(&with_server(site, server.port)).await.unwrap();
        assert_eq!(accepted(&server.taken()), 1);
    }

    async fn a_final_no_is_final_and_keeps_the_reason(site) {
        for act in [Act::OnFrom("550 no such sender"), Act::OnTo("550 no such mailbox"), Act::OnMail("552 too large")] {
            let ((tries, sent, failed, trouble, _), taken) = after(site, act).await;
            assert_eq!((tries, sent, failed), (1, false, true), "{act:?}");
            assert!(trouble.contains("no such") || trouble.contains("too large"), "{trouble}");
            assert_eq!(accepted(&taken), 0, "not tried again");
        }
    }

    async fn a_mail_whose_fate_is_unknown_is_sent_again_as_the_same_mail(site) {
        for act in [Act::DropAfterMail, Act::StallAfterMail] {
            let ((_, sent, failed, _, _), taken) = after(site, act).await;
            assert_eq!((sent, failed), (false, false), "{act:?}");
            let whole: Vec<_> = taken.iter().filter(|mail| mail.data.contains("Message-ID")).collect();
            assert!(whole.len() == 2 || act == Act::StallAfterMail, "{act:?}: {taken:?}");
            assert_eq!(accepted(&taken), 1);
            assert!(whole.iter().all(|mail| mail.data == whole[0].data), "the same bytes, so the same id");
            assert!(taken.iter().all(|mail| mail.to.len() == 1), "never two recipients");
        }
    }

    async fn a_secret_lies_nowhere_until_the_mail_leaves_nor_when_it_failed(site) {
        let server = Scripted::new([Act::OnMail("452 full"), Act::OnMail("552 too large")]).await;
        let app = with_server(site, server.port);
        let link = |secret: &str| format!("http://kith.test/sign-in/link/{secret}");
        let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
        let mail = Mail { body: link(SECRET), unsubscribe: None, ..invitation() };
        let id = tx.send_mail_with(mail, Entry::new("confirm", "board 7", 1_800).unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let texts = async || {
            let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
            let text = sql!(tx, one(String, Option<String>), "SELECT body, CAST(entry AS TEXT) FROM mail WHERE id = $1", id).unwrap();
            tx.done().await.unwrap();
            format!("{} {}", text.0, text.1.unwrap_or_default())
        };
        let given = |n: usize| {
            let text = server.taken()[n].data.replace("=\r\n", "");
            text.split_once("/sign-in/link/").unwrap().1.split_whitespace().next().unwrap().to_owned()
        };
        let holds = async |secret: &str| {
            let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
            tx.peek_ticket::<String>("confirm", secret).await.unwrap().is_some()
        };
        // It waits, is delayed, fails for good, is sent again and arrives.
        for (n, failed) in [(0, false), (1, true)] {
            assert!(texts().await.contains(&link(SECRET)));
            run_due(&app).await.unwrap();
            assert_eq!((state(site, id).await.2, holds(&given(n)).await), (failed, true));
            assert!(!texts().await.contains(&given(n)), "{}", texts().await);
            site.app.clock.advance(60);
        }
        // The control: a text that carries its secret itself lies here as it is.
        let plain = send(site, Mail { body: link("a-secret"), unsubscribe: None, ..invitation() }).await;
        assert!(state(site, plain).await.4.contains("a-secret"));
        let path = format!("/maple/work/mail/{id}/resending");
        assert_eq!(site.post_as(&site.coordinator(), &path, &[]).await.status, 303);
        site.app.clock.advance(3_600);
        run_due(&app).await.unwrap();
        let last = server.taken().iter().position(|mail| mail.accepted && mail.data.contains("/sign-in/link/") && !mail.data.contains("a-secret")).unwrap();
        assert!(holds(&given(last)).await && !holds(&given(0)).await, "a fresh one, and the first has ended");
        assert_eq!(texts().await, " ", "and nothing is left here");
    }

    async fn a_rude_goodbye_does_not_send_the_mail_twice(site) {
        for act in [Act::AcceptAndDrop, Act::AcceptAndStall] {
            let ((tries, sent, failed, _, _), taken) = after(site, act).await;
            assert_eq!((tries, sent, failed), (1, true, false), "{act:?}");
            assert_eq!(taken.len(), 1, "{act:?}");
        }
    }

    async fn a_program_that_died_before_noting_sends_the_same_mail_again(site) {
        let server = Scripted::new([]).await;
        let ctx = Ctx { app: with_server(site, server.port), ..site.ctx(crate::authority::Caller::Job(SEND)) };
        let id = send(site, invitation()).await;
        for _ in 0..2 {
            // Handed over, and not noted.
            let mut tx = ctx.read(PUBLIC).await.unwrap();
            let row = store::waiting(&mut tx, id).await.unwrap().unwrap();
            tx.done().await.unwrap();
            hand_over(&ctx, &compose::compose(&ctx, &row).unwrap()).await.unwrap();
        }
        deliver(&ctx, id).await.unwrap();
        deliver(&ctx, id).await.unwrap();
        let taken = server.taken();
        assert_eq!(taken.len(), 3, "once noted it is not sent again");
        assert!(taken.iter().all(|mail| mail.header("Message-ID") == taken[0].header("Message-ID")));
    }

    async fn after_ten_tries_a_mail_has_failed_and_says_why(site) {
        let server = Scripted::new([Act::OnTo("450 greylisted"); 12]).await;
        let app = with_server(site, server.port);
        let id = send(site, invitation()).await;
        for _ in 0..14 {
            run_due(&app).await.unwrap();
            site.app.clock.advance(86_400);
        }
        let (tries, sent, failed, trouble, _) = state(site, id).await;
        assert_eq!((tries, sent, failed), (10, false, true));
        assert!(trouble.contains("greylisted"));
    }

    async fn without_a_server_mails_lie_in_the_folder_once_each(site) {
        let id = send(site, invitation()).await;
        run_due(&site.app).await.unwrap();
        run_due(&site.app).await.unwrap();
        let names: Vec<_> = std::fs::read_dir(site.folder().join("mail")).unwrap().map(|f| f.unwrap()).collect();
        assert_eq!(names.len(), 1);
        assert_eq!(names[0].file_name().to_string_lossy(), format!("20261122T150000Z-{id}.eml"));
        let text = std::fs::read_to_string(names[0].path()).unwrap();
        assert!(text.contains("To: ana@example.org\r\n"));
    }

    async fn a_secret_way_is_demanded_and_nothing_said_in_the_open(site) {
        let server = Scripted::new([]).await;
        let mut settings = site.app.settings.clone();
        settings.mail = MailRoute::Smtp(format!("smtp://127.0.0.1:{}?tls=required", server.port));
        let app = Arc::new(App { settings, ..Arc::try_unwrap(with_server(site, server.port)).unwrap_or_else(|_| panic!()) });
        let id = send(site, invitation()).await;
        run_due(&app).await.unwrap();
        let (_, sent, failed, trouble, _) = state(site, id).await;
        assert_eq!((sent, failed, server.taken().len()), (false, false, 0));
        assert!(trouble.contains("STARTTLS"), "{trouble}");
    }

    async fn mails_of_the_installation_leave_and_are_forgotten_after_a_year(site) {
        let ctx = Ctx { caller: crate::authority::Caller::Console, ..site.ctx(site.coordinator()) }.of_installation();
        let mut tx = ctx.write(ENTER).await.unwrap();
        tx.send_mail(Mail { unsubscribe: None, ..invitation() }).await.unwrap();
        assert!(tx.send_mail(Mail { unsubscribe: Some("https://x\r\nBcc: b@example.org".into()), ..invitation() }).await.is_err());
        tx.commit().await.unwrap();
        run_due(&site.app).await.unwrap();
        let left = async || {
            let mut tx = ctx.read(ENTER).await.unwrap();
            let left = sql!(tx, all One<Option<Moment>>, "SELECT sent_at FROM mail").unwrap();
            tx.done().await.unwrap();
            left
        };
        assert!(left().await[0].0.is_some());
        site.app.clock.advance(366 * 86_400);
        run_due(&site.app).await.unwrap();
        assert_eq!(left().await.len(), 0);
    }

    async fn the_installation_sees_its_own_mail_that_did_not_arrive(site) {
        let server = Scripted::new([Act::OnTo("550 no such mailbox")]).await;
        let app = with_server(site, server.port);
        let console = Ctx { caller: crate::authority::Caller::Console, ..site.ctx(site.coordinator()) }.of_installation();
        let mut tx = console.write(ENTER).await.unwrap();
        let id = tx.send_mail(Mail { unsubscribe: None, ..invitation() }).await.unwrap();
        tx.commit().await.unwrap();
        run_due(&app).await.unwrap();
        assert_eq!(undelivered(&site.app.db, site.app.clock.now()).await.unwrap(), 1);
        let office = |office, partnership| crate::authority::Grant { office, partnership, on: None };
        let administrator = site.caller(vec![office(crate::authority::Office::Administrator, None)]);
        let page = site.get_as(&administrator, "/installation/mail?state=failed").await;
        assert!(page.body.contains("ana@example.org") && page.body.contains("no such mailbox"), "{}", page.body);
        assert_eq!(crate::testing::pages::complaints_about(&page.body), Vec::<String>::new());
        let path = format!("/installation/mail/{id}/resending");
        assert_eq!(site.get_as(&site.coordinator(), "/installation/mail").await.status, 404);
        assert_eq!(site.post_as(&site.coordinator(), &path, &[]).await.status, 404);
        assert_eq!(site.post_as(&site.coordinator(), &path.replace("installation", "maple/work"), &[]).await.status, 404, "nor from a partnership");
        let again = site.post_as(&administrator, &path, &[]).await;
        assert_eq!((again.status, again.location()), (303, "/installation/mail?said=mail-resent"));
        run_due(&app).await.unwrap();
        assert_eq!(accepted(&server.taken()), 1);
        // A partnership's own mail is not on this page, and is counted by the doctor.
        let theirs = Scripted::new([Act::OnTo("550 no such mailbox")]).await;
        send(site, invitation()).await;
        run_due(&with_server(site, theirs.port)).await.unwrap();
        assert_eq!(undelivered(&site.app.db, site.app.clock.now()).await.unwrap(), 1);
        assert!(!site.get_as(&administrator, "/installation/mail?state=failed").await.body.contains("ana@example.org"));
        site.app.clock.advance(15 * 86_400);
        assert_eq!(undelivered(&site.app.db, site.app.clock.now()).await.unwrap(), 0);
    }

    async fn the_office_sees_what_did_not_arrive_and_sends_it_again(site) {
        let server = Scripted::new([Act::OnTo("550 no such <b>mailbox</b>")]).await;
        let app = with_server(site, server.port);
        let id = send(site, invitation()).await;
        run_due(&app).await.unwrap();
        let coordinator = site.coordinator();
        let today = site.get_as(&coordinator, "/maple/work").await;
        assert!(today.body.contains("1 mail was not delivered"), "{}", today.body);
        let page = site.get_as(&coordinator, "/maple/work/mail?state=failed").await;
        assert!(page.body.contains("ana@example.org") && page.body.contains("no such &lt;b&gt;mailbox"), "{}", page.body);
        assert!(!page.body.contains("Bonjour"), "the text is nobody else's");
        assert_eq!(crate::testing::pages::complaints_about(&page.body), Vec::<String>::new());
        assert!(!site.get_as(&coordinator, "/maple/work/mail?state=sent").await.body.contains("ana@example.org"));
        let path = format!("/maple/work/mail/{id}/resending");
        let reader = site.holder(crate::authority::Office::Reader, None);
        assert_eq!(site.get_as(&reader, "/maple/work/mail").await.status, 403);
        assert!(!site.get_as(&reader, "/maple/work").await.body.contains("not delivered"));
        assert_eq!(site.post_as(&reader, &path, &[]).await.status, 403);
        assert_eq!(site.post_as(&site.stranger(), &path.replace("maple", "other"), &[]).await.status, 404);
        let again = site.post_as(&coordinator, &path, &[]).await;
        assert_eq!((again.status, again.location()), (303, "/maple/work/mail?said=mail-resent"));
        run_due(&app).await.unwrap();
        assert_eq!(accepted(&server.taken()), 1);
        assert_eq!(site.post_as(&coordinator, &path, &[]).await.status, 404, "what has left is not sent again");
        assert!(site.get_as(&coordinator, "/maple/work/mail?state=sent").await.body.contains("ana@example.org"));
    }
}
