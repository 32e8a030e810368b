//! Accounts end: access to a partnership, and the whole account; and somebody always remains.

use super::*;
use crate::{close_account, end_access, reopen_account};
use platform::testing::refusal_code;

const COORDINATOR: Option<(Office, Option<Ref>)> = Some((Office::Coordinator, None));
const READER: Option<(Office, Option<Ref>)> = Some((Office::Reader, None));

/// Somebody who runs the installation.
async fn administrator(site: &Site, mail: &str) -> Person {
    let root = person(site, mail, None).await;
    let mut tx = console(site).of_installation().write(ANY).await.unwrap();
    let grant = Grant { office: Office::Administrator, partnership: None, on: None };
    let grant = crate::grant(&mut tx, root.account, &grant).await.unwrap();
    tx.commit().await.unwrap();
    Person { grant: Some(grant), ..root }
}

platform::on_both! { vec![crate::manifest()];
    async fn a_coordinator_ends_all_access_at_once_and_may_invite_again(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let bea = person(site, "bea@example.org", READER).await;
        let mut tx = console(site).write(ANY).await.unwrap();
        let chair = Grant { office: Office::Translator, partnership: Some(site.partnership.id), on: None };
        crate::grant(&mut tx, bea.account, &chair).await.unwrap();
        tx.commit().await.unwrap();
        let path = format!("/maple/work/accounts/{}/departure", bea.account);
        assert_eq!(get(site, &ada.secret, &path).await.status, 200);
        let ended = post(site, &ada.secret, &path, &[]).await;
        assert_eq!((ended.status, ended.location()), (303, "/maple/work/accounts?said=access-ended"));
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 303, "who holds nothing anywhere is signed out");
        assert!(!get(site, &ada.secret, "/maple/work/accounts").await.body.contains("bea@example.org"));
        assert_eq!(post(site, &ada.secret, &path, &[]).await.status, 404);
        let again = [("mail", "bea@example.org"), ("name", "Bea"), ("lang", "en"), ("office", "reader")];
        assert_eq!(post(site, &ada.secret, "/maple/work/accounts", &again).await.status, 303);
        let link = link_in(&letters(site).await[0]);
        assert_eq!(post(site, "", &link, &[]).await.location(), "/sign-in?to=/maple/work");
    }

    async fn who_is_somebody_elsewhere_stays_signed_in_there(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let bea = person(site, "bea@example.org", READER).await;
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        let there = Grant { office: Office::Reader, partnership: Some(site.other.id), on: None };
        crate::grant(&mut tx, bea.account, &there).await.unwrap();
        tx.commit().await.unwrap();
        post(site, &ada.secret, &format!("/maple/work/accounts/{}/departure", bea.account), &[]).await;
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 404);
        assert_eq!(get(site, &bea.secret, "/other/work").await.status, 200);
        let elsewhere = format!("/other/work/accounts/{}/departure", bea.account);
        assert_eq!(post(site, &ada.secret, &elsewhere, &[]).await.status, 404, "not hers to end");
        assert_eq!(post(site, &bea.secret, &elsewhere, &[]).await.status, 403, "a reader ends nobody's");
    }

    async fn a_withdrawn_invitation_opens_nothing(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let wanted = [("mail", "bea@example.org"), ("name", "Bea"), ("lang", "en"), ("office", "reader")];
        post(site, &ada.secret, "/maple/work/accounts", &wanted).await;
        let link = link_in(&letters(site).await[0]);
        let (account, grant) = people::grant_of(site, "bea@example.org").await;
        let departure = format!("/maple/work/accounts/{account}/departure");
        let page = get(site, &ada.secret, &format!("/maple/work/accounts/grants/{grant}")).await.body;
        assert!(page.contains("Withdraw the invitation") && page.contains(&format!("href=\"{departure}\"")), "{page}");
        assert!(get(site, &ada.secret, &departure).await.body.contains("opens nothing any more"));
        assert_eq!(post(site, &ada.secret, &departure, &[]).await.location(), "/maple/work/accounts?said=invitation-withdrawn");
        assert_eq!(post(site, "", &link, &[]).await.status, 410);
        let again = departure.replace("departure", "invitation");
        assert_eq!(post(site, &ada.secret, &again, &[]).await.status, 404, "what was withdrawn is not sent again");
    }

    async fn the_last_coordinator_is_not_put_out(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let refused = post(site, &ada.secret, &format!("/maple/work/accounts/{}/departure", ada.account), &[]).await;
        assert!(refused.status == 422 && refused.body.contains("Maple Partnership would be left"), "{}", refused.body);
        let own = post(site, &ada.secret, "/sign-in/closing", &[]).await;
        assert!(own.status == 422 && own.body.contains("Maple Partnership would be left"), "{}", own.body);
        assert_eq!(get(site, &ada.secret, "/maple/work/accounts").await.status, 200);
    }

    async fn a_person_closes_her_own_account_and_is_out_everywhere(site) {
        open_gate(site);
        person(site, "ada@example.org", COORDINATOR).await;
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        let mut tx = console(site).write(ANY).await.unwrap();
        let phone = crate::begin_sign_in(&mut tx, bea.account, "Phone").await.unwrap();
        tx.commit().await.unwrap();
        assert!(get(site, &bea.secret, "/sign-in/devices").await.body.contains("href=\"/sign-in/closing\""));
        assert_eq!(get(site, &bea.secret, "/sign-in/closing").await.status, 200);
        let closed = post(site, &bea.secret, "/sign-in/closing", &[]).await;
        assert_eq!((closed.status, closed.location()), (303, "/sign-in?said=account-closed"));
        for secret in [&bea.secret, &phone] {
            assert_eq!(get(site, secret, "/maple/work").await.status, 303, "signed out at once");
        }
        post(site, "", "/sign-in", &[("mail", "bea@example.org")]).await;
        assert_eq!(letters(site).await.len(), 0, "no link for a closed account");
        assert_eq!(post(site, "", "/sign-in/closing", &[]).await.status, 303);
    }

    async fn the_administrator_closes_and_reopens_and_sees_nothing_inside(site) {
        open_gate(site);
        let root = administrator(site, "root@example.org").await;
        person(site, "ada@example.org", COORDINATOR).await;
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        let list = get(site, &root.secret, "/installation/accounts").await.body;
        assert!(list.contains("bea@example.org") && !list.contains("Coordinator") && !list.contains("Maple"), "{list}");
        let path = format!("/installation/accounts/{}", bea.account);
        assert_eq!(get(site, &bea.secret, "/installation/accounts").await.status, 404);
        assert_eq!(post(site, &bea.secret, &format!("{path}/closing"), &[]).await.status, 404);
        assert_eq!(get(site, &root.secret, &format!("{path}/closing")).await.status, 200);
        let closed = post(site, &root.secret, &format!("{path}/closing"), &[]).await;
        assert_eq!((closed.status, closed.location()), (303, "/installation/accounts?said=account-closed"));
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 303);
        assert_eq!(post(site, &root.secret, &format!("{path}/closing"), &[]).await.status, 422, "closed already");
        let reopened = post(site, &root.secret, &format!("{path}/reopening"), &[]).await;
        assert_eq!((reopened.status, reopened.location()), (303, "/installation/accounts?said=account-reopened"));
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 303, "old sign-ins stay ended");
        post(site, "", "/sign-in", &[("mail", "bea@example.org")]).await;
        let link = link_in(&letters(site).await[0]);
        let bea = secret_in(&post(site, "", &link, &[]).await);
        assert_eq!(get(site, &bea, "/maple/work/accounts").await.status, 200, "and may do what she might before");
        let own = post(site, &root.secret, &format!("/installation/accounts/{}/closing", root.account), &[]).await;
        assert!(own.status == 422 && own.body.contains("run this installation"), "{}", own.body);
    }

    async fn the_first_coordinators_invitation_is_sent_again_until_she_came(site) {
        open_gate(site);
        let root = administrator(site, "root@example.org").await;
        let founding = [
            ("slug", "birch"), ("name_en", "Birch"), ("name_fr", "Bouleau"), ("place_en", "B"), ("place_fr", "B"),
            ("zone", "America/Toronto"), ("person", "Bea"), ("mail", "bea@example.org"), ("lang", "en"),
        ];
        assert_eq!(post(site, &root.secret, "/installation/partnerships", &founding).await.status, 303);
        let first = link_in(&letters(site).await[0]);
        let page = get(site, &root.secret, "/installation").await.body;
        assert!(page.contains("Has not come yet:") && page.contains("bea@example.org"), "{page}");
        let birch = site.app.partnership("birch", "").await.unwrap().unwrap().id;
        let again = format!("/installation/partnerships/{birch}/invitation");
        assert_eq!(post(site, &root.secret, &again, &[]).await.location(), "/installation?said=invited-again");
        let second = link_in(&letters(site).await[0]);
        assert_ne!(first, second);
        assert_eq!(post(site, "", &second, &[]).await.location(), "/birch/work");
        assert!(!get(site, &root.secret, "/installation").await.body.contains("Has not come yet:"));
        assert_eq!(post(site, &root.secret, &again, &[]).await.status, 404);
        let maple = format!("/installation/partnerships/{}/invitation", site.partnership.id);
        assert_eq!(post(site, &root.secret, &maple, &[]).await.status, 404, "nobody is awaited there");
    }

    async fn of_eight_who_go_at_once_in_every_way_one_stays(site) {
        let mut people = Vec::new();
        for n in 0..8 {
            people.push(person(site, &format!("c{n}@example.org"), COORDINATOR).await);
        }
        let mut tasks = tokio::task::JoinSet::new();
        for (n, one) in people.iter().enumerate() {
            let (ctx, account, grant) = (console(site), one.account, one.grant.unwrap());
            tasks.spawn(async move {
                let outside = ctx.of_installation();
                let mut tx = if n % 3 == 0 { outside.write(ANY).await } else { ctx.write(ANY).await }.unwrap();
                let gone = match n % 3 {
                    0 => close_account(&mut tx, account, Lang::En).await,
                    1 => end_access(&mut tx, account, ("Maple", ctx.today())).await,
                    _ => crate::revoke(&mut tx, grant, ctx.today()).await,
                };
                if gone.is_ok() { tx.commit().await.unwrap() }
                gone.is_ok()
            });
        }
        let gone = tasks.join_all().await.into_iter().filter(|gone| *gone).count();
        assert_eq!(gone, 7);
    }

    async fn of_eight_administrators_who_close_their_accounts_at_once_one_stays(site) {
        let mut people = Vec::new();
        for n in 0..8 {
            people.push(administrator(site, &format!("r{n}@example.org")).await.account);
        }
        let mut tasks = tokio::task::JoinSet::new();
        for account in people.clone() {
            let ctx = console(site).of_installation();
            tasks.spawn(async move {
                let mut tx = ctx.write(ANY).await.unwrap();
                let closed = close_account(&mut tx, account, Lang::En).await;
                if closed.is_ok() { tx.commit().await.unwrap() }
                closed.is_ok()
            });
        }
        let closed = tasks.join_all().await.into_iter().filter(|closed| *closed).count();
        assert_eq!(closed, 7);
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        let mut opened = 0;
        for account in people {
            opened += usize::from(reopen_account(&mut tx, account).await.is_ok());
        }
        assert_eq!(opened, 7, "one was never closed");
        let again = reopen_account(&mut tx, platform::ids::AccountId(uuid::Uuid::from_u128(9))).await;
        assert_eq!(refusal_code(again), "closing-not-open");
    }
}
