//! Several writers at once, in different partnerships and in the installation: none fails, and none waits in a circle.

use super::*;
use platform::personal::{self, Why};
use std::time::Duration;
use tokio::task::JoinSet;

fn new(mail: &str) -> NewAccount {
    NewAccount { mail: Mail::parse(mail).unwrap(), name: "Bea".into(), lang: Lang::En }
}

/// Somebody who runs the installation, signed in.
async fn root(site: &Site) -> String {
    let mut tx = console(site).of_installation().write(ANY).await.unwrap();
    let root = crate::create_account(&mut tx, &new("root@example.org")).await.unwrap();
    let office = Grant { office: Office::Administrator, partnership: None, on: None };
    crate::grant(&mut tx, root, &office).await.unwrap();
    let secret = crate::begin_sign_in(&mut tx, root, "").await.unwrap();
    tx.commit().await.unwrap();
    secret
}

/// The console, in the other partnership.
fn elsewhere(site: &Site) -> Ctx {
    Ctx { partnership: Some(site.other.clone()), ..console(site) }
}

platform::on_both! { vec![crate::manifest()];
    async fn an_address_that_two_partnerships_invite_at_once_gets_one_account(site) {
        let bea = new("bea@example.org");
        let mut tx = console(site).write(ANY).await.unwrap();
        let here = crate::account_of(&mut tx, &bea).await.unwrap().id;
        let mut tasks = JoinSet::new();
        for taken in [false, true] {
            let (ctx, bea) = (Ctx { partnership: Some(site.other.clone()), ..console(site) }, bea.clone());
            tasks.spawn(async move {
                let mut tx = ctx.write(ANY).await.unwrap();
                if taken {
                    // The control: who insists on a new account is told by the table.
                    return crate::create_account(&mut tx, &bea).await.map_err(|error| error.code().to_owned());
                }
                let there = crate::account_of(&mut tx, &bea).await.unwrap().id;
                tx.commit().await.unwrap();
                Ok(there)
            });
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        tx.commit().await.unwrap();
        let mut told = tasks.join_all().await;
        told.sort_by_key(Result::is_err);
        assert_eq!(told, [Ok(here), Err("failed".to_owned())]);
    }

    async fn correcting_a_first_coordinator_and_inviting_do_not_wait_for_each_other_in_a_circle(site) {
        open_gate(site);
        let root = root(site).await;
        let mut tx = console(site).write(ANY).await.unwrap();
        let first = crate::create_account(&mut tx, &new("wrong@example.org")).await.unwrap();
        let office = Grant { office: Office::Coordinator, partnership: Some(site.partnership.id), on: None };
        crate::grant(&mut tx, first, &office).await.unwrap();
        tx.commit().await.unwrap();
        let path = format!("/installation/partnerships/{}/coordinator", site.partnership.id);
        let mut tx = console(site).write(ANY).await.unwrap();
        let inviting = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            crate::account_of(&mut tx, &new("right@example.org")).await?;
            tx.commit().await
        };
        let typed = [("person", "Bea"), ("mail", "right@example.org"), ("lang", "en")];
        let (corrected, invited) = tokio::join!(post(site, &root, &path, &typed), inviting);
        invited.unwrap();
        assert_eq!(corrected.status, 303, "{}", corrected.body);
    }

    async fn accounts_that_run_the_same_places_close_at_once_and_one_stays(site) {
        let places = [site.partnership.clone(), site.other.clone()];
        let mut accounts = Vec::new();
        for n in 0..6 {
            let mut tx = console(site).of_installation().write(ANY).await.unwrap();
            let account = crate::create_account(&mut tx, &new(&format!("c{n}@example.org"))).await.unwrap();
            for at in [n % 2, 1 - n % 2] {
                let grant = Grant { office: Office::Coordinator, partnership: Some(places[at].id), on: None };
                crate::grant(&mut tx, account, &grant).await.unwrap();
            }
            let office = Grant { office: Office::Administrator, partnership: None, on: None };
            crate::grant(&mut tx, account, &office).await.unwrap();
            crate::begin_sign_in(&mut tx, account, "").await.unwrap();
            tx.commit().await.unwrap();
            accounts.push(account);
        }
        let mut tasks = JoinSet::new();
        for account in accounts.iter().rev().copied() {
            let ctx = console(site);
            tasks.spawn(async move {
                let mut tx = ctx.of_installation().write(ANY).await?;
                crate::close_account(&mut tx, account, Lang::En).await?;
                tx.commit().await
            });
        }
        // Meanwhile one signs in and another is given an office: they touch the same rows.
        for (n, account) in accounts.iter().copied().enumerate() {
            let at = Arc::clone(&places[n % 2]);
            let ctx = Ctx { partnership: Some(at), ..console(site) };
            tasks.spawn(async move {
                let mut tx = ctx.write(ANY).await?;
                match crate::begin_sign_in(&mut tx, account, "").await {
                    Err(platform::errors::Error::Refused(_)) => Ok(()),
                    other => {
                        other?;
                        tx.commit().await
                    }
                }
            });
        }
        let told = tasks.join_all().await;
        let refused: Vec<String> = told.into_iter().filter_map(Result::err).map(|why| why.code().to_owned()).collect();
        assert_eq!(refused, ["closing-last-coordinator"]);
    }

    async fn who_is_given_an_office_elsewhere_at_that_instant_is_not_erased(site) {
        open_gate(site);
        person(site, "ada@example.org", Some((Office::Coordinator, None))).await;
        let bea = person(site, "bea@example.org", Some((Office::Reader, None))).await;
        let there = elsewhere(site);
        let mut tx = there.write(ANY).await.unwrap();
        let office = Grant { office: Office::Coordinator, partnership: Some(site.other.id), on: None };
        crate::grant(&mut tx, bea.account, &office).await.unwrap();
        let granting = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            tx.commit().await
        };
        let (erased, granted) = tokio::join!(super::holding::erase(site, "bea@example.org"), granting);
        erased.unwrap();
        granted.unwrap();
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 404, "what she might do here has ended");
        let there = get(site, &bea.secret, "/other/work").await;
        assert!(there.status == 200 && there.body.contains("Ada Lovelace"), "{}", there.body);
    }

    async fn who_is_being_erased_at_that_instant_is_given_no_office_elsewhere(site) {
        person(site, "ada@example.org", Some((Office::Coordinator, None))).await;
        let bea = person(site, "bea@example.org", Some((Office::Reader, None))).await;
        let (ctx, of) = (console(site), super::holding::subject("bea@example.org"));
        let mut tx = ctx.write(ANY).await.unwrap();
        personal::erase(&ctx, &mut tx, &of, Why::Asked).await.unwrap();
        let erasing = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            tx.commit().await
        };
        let granting = async {
            let mut tx = elsewhere(site).write(ANY).await?;
            let office = Grant { office: Office::Coordinator, partnership: Some(site.other.id), on: None };
            crate::grant(&mut tx, bea.account, &office).await?;
            tx.commit().await
        };
        let (erased, granted) = tokio::join!(erasing, granting);
        erased.unwrap();
        assert!(matches!(granted, Err(platform::errors::Error::Stale)), "{granted:?}");
    }
}
