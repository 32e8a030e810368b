//! Negative controls: with a protection switched off, the story that it guards goes wrong. A process of its own, since the
//! switches are the whole process's.

#![expect(clippy::unwrap_used, reason = "stories fail by panic")]

use accounts::{COUNT_GUESSES, Keeper, Mail, NewAccount};
use http::Request;
use platform::{
    authority::{Caller, Grant, Office, Permission},
    db::HEAD_ROW_LOCK,
    http::front::REFUSE_OTHER_SITES,
    langs::Lang,
    testing::{On, Site},
};
use std::sync::{Arc, atomic::Ordering};
use tokio::{sync::Barrier, task::JoinSet};

const ANY: Permission = Permission::act("tests.any", &[]);

async fn coordinator(site: &Site, mail: &str) -> (accounts::GrantId, String) {
    let mut tx = site.ctx(Caller::Console).write(ANY).await.unwrap();
    let new = NewAccount { mail: Mail::parse(mail).unwrap(), name: "C".into(), lang: Lang::En };
    let account = accounts::create_account(&mut tx, &new).await.unwrap();
    let grant = Grant { office: Office::Coordinator, partnership: Some(site.partnership.id), on: None };
    let grant = accounts::grant(&mut tx, account, &grant).await.unwrap();
    let secret = accounts::begin_sign_in(&mut tx, account, "").await.unwrap();
    tx.commit().await.unwrap();
    (grant, secret)
}

/// Eight coordinators leave at once, by giving up their office or by closing their accounts; gives how many are left. Without the lock all transactions stand open before the first
/// of them looks.
async fn left(on: On, together: bool, by_closing: bool) -> Option<usize> {
    let site = on.site(vec![accounts::manifest()]).await?;
    let mut grants = Vec::new();
    for n in 0..8 {
        let mail = format!("c{n}@example.org");
        grants.push((coordinator(&site, &mail).await.0, mail));
    }
    let gate = Arc::new(Barrier::new(if together { 8 } else { 1 }));
    let mut tasks = JoinSet::new();
    for (grant, mail) in grants {
        let (ctx, gate) = (site.ctx(Caller::Console), Arc::clone(&gate));
        tasks.spawn(async move {
            let place = if by_closing { ctx.of_installation() } else { ctx.clone() };
            let mut tx = place.write(ANY).await.unwrap();
            gate.wait().await;
            let outcome = if by_closing {
                let account =
                    accounts::find_by_mail(&mut tx, &Mail::parse(&mail).unwrap()).await.unwrap().unwrap();
                accounts::close_account(&mut tx, account.id, Lang::En).await
            } else {
                accounts::revoke(&mut tx, grant, ctx.today()).await
            };
            gate.wait().await;
            if outcome.is_ok() {
                tx.commit().await.unwrap();
            }
            outcome.is_ok()
        });
    }
    let gone = tasks.join_all().await.into_iter().filter(|gone| *gone).count();
    site.end().await;
    Some(8 - gone)
}

#[tokio::test]
async fn without_the_head_rows_lock_all_coordinators_leave() {
    for by_closing in [false, true] {
        assert_eq!(left(On::Sqlite, false, by_closing).await, Some(1));
        if let Some(remaining) = left(On::Postgres, false, by_closing).await {
            assert_eq!(remaining, 1);
            HEAD_ROW_LOCK.store(false, Ordering::Relaxed);
            let remaining = left(On::Postgres, true, by_closing).await;
            HEAD_ROW_LOCK.store(true, Ordering::Relaxed);
            assert_eq!(remaining, Some(0), "the lock is what keeps the last one");
        }
    }
}

#[tokio::test]
async fn without_the_refusal_another_site_signs_people_out() {
    let site = Site::sqlite(vec![accounts::manifest()]).await;
    site.bring_gate(Arc::new(Keeper));
    let from_elsewhere = async |secret: &str| {
        let request = Request::post("/sign-in/devices/others")
            .header("host", "kith.test")
            .header("origin", "https://evil.example")
            .header("sec-fetch-site", "cross-site")
            .header("cookie", format!("kith={secret}"));
        site.send(request.body(String::new().into()).unwrap()).await.status
    };
    let (_, secret) = coordinator(&site, "ada@example.org").await;
    assert_eq!(from_elsewhere(&secret).await, 403);
    REFUSE_OTHER_SITES.store(false, Ordering::Relaxed);
    let passed = from_elsewhere(&secret).await;
    REFUSE_OTHER_SITES.store(true, Ordering::Relaxed);
    assert_eq!(passed, 303, "the refusal is what stops it");
    site.end().await;
}

/// How many of 60 guesses at one password are worked on.
async fn worked_on(site: &Site) -> u64 {
    let before = site.app.passwords.made();
    for n in 0..60 {
        let request = Request::post("/sign-in/password")
            .header("host", "kith.test")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        let body = format!("mail=ada%40example.org&password=guess+{n}");
        site.send(request.body(body.into()).unwrap()).await;
    }
    site.app.passwords.made() - before
}

#[tokio::test]
async fn without_counting_every_guess_reaches_the_hash() {
    let site = Site::sqlite(vec![accounts::manifest()]).await;
    assert_eq!(worked_on(&site).await, 5);
    COUNT_GUESSES.store(false, Ordering::Relaxed);
    let all = worked_on(&site).await;
    COUNT_GUESSES.store(true, Ordering::Relaxed);
    assert_eq!(all, 60, "the counting is what stops them");
    site.end().await;
}
