//! Inviting, granting, revoking; and that a partnership keeps a coordinator.

use super::*;

const COORDINATOR: Option<(Office, Option<Ref>)> = Some((Office::Coordinator, None));
const BEA: [(&str, &str); 4] =
    [("mail", "bea@example.org"), ("name", "Bea"), ("lang", "fr"), ("office", "reader")];

async fn entries(site: &Site, account: platform::ids::AccountId) -> Vec<String> {
    let mut tx = console(site).read(ANY).await.unwrap();
    let entries = tx.history(&account.into(), 20).await.unwrap();
    tx.done().await.unwrap();
    let mut verbs: Vec<String> = entries.into_iter().map(|entry| entry.verb).collect();
    verbs.sort();
    verbs
}

platform::on_both! { vec![crate::manifest()];
    async fn an_invitation_is_accepted_with_a_button_and_signs_in(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let sent = post(site, &ada.secret, "/maple/work/accounts", &BEA).await;
        assert_eq!((sent.status, sent.location()), (303, "/maple/work/accounts?said=invited"));
        let list = get(site, &ada.secret, "/maple/work/accounts").await.body;
        assert!(list.contains("bea@example.org") && list.contains("invited") && list.contains("Reader"), "{list}");
        let mails = letters(site).await;
        assert_eq!(mails.len(), 1);
        let link = link_in(&mails[0]);
        assert!(link.starts_with("/maple/fr/invitation/"), "{link}");
        let page = get(site, "", &link).await;
        assert!(page.status == 200 && page.body.contains("Accepter et me connecter"), "{}", page.body);
        let elsewhere = link.replace("/maple/", "/other/");
        assert_eq!(post(site, "", &elsewhere, &[]).await.status, 410, "not in another partnership");
        let key = key_in(&page);
        let form = [("_key", key.as_str())];
        let (accepted, again) = tokio::join!(post(site, "", &link, &form), post(site, "", &link, &form));
        assert_eq!((accepted.status, accepted.location()), (303, "/maple/work"));
        assert_eq!((again.status, again.location()), (303, "/maple/work"), "a second click");
        assert_eq!(accepted.headers["set-cookie"], again.headers["set-cookie"]);
        let bea = secret_in(&accepted);
        assert_eq!(get(site, &bea, "/maple/work").await.status, 200);
        assert_eq!(get(site, &bea, "/maple/work/accounts").await.status, 403, "a reader does not see accounts");
        assert_eq!(post(site, "", &link, &[]).await.status, 410);
        let mut tx = console(site).read(ANY).await.unwrap();
        let account = crate::find_by_mail(&mut tx, &Mail::parse("bea@example.org").unwrap()).await.unwrap().unwrap();
        tx.done().await.unwrap();
        assert_eq!(
            entries(site, account.id).await,
            ["account.accepted", "account.invited", "account.made", "grant.given"]
        );
    }

    async fn an_invitation_can_be_sent_again_and_ends_with_its_grant(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        post(site, &ada.secret, "/maple/work/accounts", &BEA).await;
        let first = link_in(&letters(site).await[0]);
        let (account, grant) = grant_of(site, "bea@example.org").await;
        let again = format!("/maple/work/accounts/{account}/invitation");
        assert_eq!(post(site, &ada.secret, &again, &[]).await.status, 303);
        let second = link_in(&letters(site).await[0]);
        assert_ne!(first, second);
        let revoked = post(site, &ada.secret, &format!("/maple/work/accounts/grants/{grant}/revocation"), &[]).await;
        assert_eq!(revoked.status, 303);
        assert_eq!(post(site, "", &second, &[]).await.status, 410, "what was taken back cannot be accepted");
        assert_eq!(post(site, &ada.secret, &again, &[]).await.status, 404);
    }

    async fn the_name_that_somebody_has_elsewhere_is_not_told(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let mut tx = site.ctx(Caller::Console).of_installation().write(ANY).await.unwrap();
        let new = NewAccount { mail: Mail::parse("bea@example.org").unwrap(), name: "Beatrice Secret".into(), lang: Lang::En };
        let bea = crate::create_account(&mut tx, &new).await.unwrap();
        let there = Grant { office: Office::Coordinator, partnership: Some(site.other.id), on: None };
        crate::grant(&mut tx, bea, &there).await.unwrap();
        crate::begin_sign_in(&mut tx, bea, "").await.unwrap();
        tx.commit().await.unwrap();
        post(site, &ada.secret, "/maple/work/accounts", &BEA).await;
        let list = get(site, &ada.secret, "/maple/work/accounts").await.body;
        assert!(list.contains(">Bea<") && !list.contains("Secret"), "{list}");
        let link = link_in(&letters(site).await[0]);
        post(site, "", &link, &[]).await;
        assert!(get(site, &ada.secret, "/maple/work/accounts").await.body.contains("Beatrice Secret"), "since she accepted");
    }

    async fn nobody_grants_more_than_she_holds_and_forms_say_what_is_wrong(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let reader = person(site, "rea@example.org", Some((Office::Reader, None))).await;
        let with = |office: &'static str| [BEA[0], BEA[1], BEA[2], ("office", office)];
        for office in ["administrator", "chair", "nonsense", ""] {
            let refused = post(site, &ada.secret, "/maple/work/accounts", &with(office)).await;
            assert_eq!(refused.status, 422, "{office}");
            assert!(refused.body.contains("bea@example.org"), "what was typed is still there");
        }
        assert_eq!(post(site, &reader.secret, "/maple/work/accounts", &BEA).await.status, 403);
        assert_eq!(post(site, &ada.secret, "/other/work/accounts", &BEA).await.status, 404);
        assert_eq!(post(site, "", "/maple/work/accounts", &BEA).await.status, 401);
        assert_eq!(letters(site).await.len(), 0);
        let nothing = post(site, &ada.secret, "/maple/work/accounts", &[("until", "soon")]).await;
        for field in ["f-mail", "f-name", "f-lang", "f-office", "f-until"] {
            assert!(nothing.body.contains(&format!("href=\"#{field}\"")), "{field}: {}", nothing.body);
        }
        let nowhere = [BEA[0], BEA[1], BEA[2], ("office", "chair"), ("on", "council:00000000-0000-0000-0000-000000000001")];
        assert_eq!(post(site, &ada.secret, "/maple/work/accounts", &nowhere).await.status, 404, "no such council here");
        assert_eq!(get(site, &ada.secret, "/maple/work/accounts/invite?on=nonsense").await.status, 404);
        assert_eq!(get(site, &ada.secret, "/maple/work/accounts/invite").await.status, 200);
    }

    async fn a_grant_of_another_partnership_is_not_found(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let stranger = site.stranger();
        let grant = ada.grant.unwrap();
        for path in ["", "/last-day", "/revocation"] {
            let path = format!("/other/work/accounts/grants/{grant}{path}");
            let got = if path.ends_with(&grant.to_string()) {
                site.get_as(&stranger, &path).await
            } else {
                site.post_as(&stranger, &path, &[("version", "1")]).await
            };
            assert_eq!(got.status, 404, "{path}");
        }
        let again = format!("/other/work/accounts/{}/invitation", ada.account);
        assert_eq!(site.post_as(&stranger, &again, &[]).await.status, 404);
        assert!(!site.get_as(&stranger, "/other/work/accounts").await.body.contains("ada@example.org"));
    }

    async fn the_last_coordinator_stays(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let path = format!("/maple/work/accounts/grants/{}", ada.grant.unwrap());
        let refused = post(site, &ada.secret, &format!("{path}/revocation"), &[]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("last coordinator"), "{}", refused.body);
        let ends = [("until", "2026-12-31"), ("version", "1")];
        assert_eq!(post(site, &ada.secret, &format!("{path}/last-day"), &ends).await.status, 422);
        let invite = [("mail", "bea@example.org"), ("name", "Bea"), ("lang", "en"), ("office", "coordinator")];
        post(site, &ada.secret, "/maple/work/accounts", &invite).await;
        assert_eq!(post(site, &ada.secret, &format!("{path}/revocation"), &[]).await.status, 422, "not accepted yet");
        let link = link_in(&letters(site).await[0]);
        let bea = secret_in(&post(site, "", &link, &[]).await);
        assert_eq!(post(site, &ada.secret, &format!("{path}/last-day"), &ends).await.status, 303);
        assert_eq!(post(site, &ada.secret, &format!("{path}/last-day"), &ends).await.status, 409, "an old version");
        assert_eq!(post(site, &bea, &format!("{path}/revocation"), &[]).await.status, 303);
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 404);
    }

    async fn eight_coordinators_who_leave_at_once_leave_one_behind(site) {
        let mut people = Vec::new();
        for n in 0..8 {
            people.push(person(site, &format!("c{n}@example.org"), COORDINATOR).await);
        }
        let mut tasks = tokio::task::JoinSet::new();
        for one in &people {
            let (ctx, grant) = (console(site), one.grant.unwrap());
            tasks.spawn(async move {
                let mut tx = ctx.write(ANY).await.unwrap();
                let outcome = crate::revoke(&mut tx, grant, ctx.today()).await;
                if outcome.is_ok() { tx.commit().await.unwrap() }
                outcome.is_ok()
            });
        }
        let gone = tasks.join_all().await.into_iter().filter(|gone| *gone).count();
        assert_eq!(gone, 7);
    }
}

/// The account of an address and its grant in `maple`.
pub async fn grant_of(site: &Site, mail: &str) -> (platform::ids::AccountId, crate::GrantId) {
    let mut tx = console(site).write(ANY).await.unwrap();
    let account = crate::find_by_mail(&mut tx, &Mail::parse(mail).unwrap()).await.unwrap().unwrap();
    let grants = crate::store::grants_here(&mut tx, account.id).await.unwrap();
    drop(tx);
    (account.id, grants[0].id)
}
