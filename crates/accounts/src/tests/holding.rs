//! What this room holds about a person, and its erasure: never more than this partnership may know of or end.

use super::*;
use platform::{
    errors::Result,
    personal::{self, Subject, Why},
    testing::refusal_code,
};
use uuid::Uuid;

const COORDINATOR: Option<(Office, Option<Ref>)> = Some((Office::Coordinator, None));
const READER: Option<(Office, Option<Ref>)> = Some((Office::Reader, None));

pub fn subject(address: &str) -> Subject {
    Subject { addresses: vec![address.to_owned()], ..Subject::of(Uuid::from_u128(7)) }
}

async fn held(site: &Site, address: &str) -> Vec<String> {
    let ctx = console(site);
    let mut tx = ctx.read(ANY).await.unwrap();
    let all = personal::held(&ctx, &mut tx, &subject(address)).await.unwrap();
    tx.done().await.unwrap();
    let own = all.into_iter().find(|(key, _)| *key == "held-account").unwrap().1;
    own.into_iter().map(|held| format!("{}: {}", held.what, held.words)).collect()
}

pub async fn erase(site: &Site, address: &str) -> Result<()> {
    let ctx = console(site);
    let mut tx = ctx.write(ANY).await.unwrap();
    personal::erase(&ctx, &mut tx, &subject(address), Why::Asked).await?;
    tx.commit().await
}

/// Lets an account read in the other partnership.
async fn reads_elsewhere(site: &Site, account: AccountId) {
    let mut tx = console(site).of_installation().write(ANY).await.unwrap();
    let there = Grant { office: Office::Reader, partnership: Some(site.other.id), on: None };
    crate::grant(&mut tx, account, &there).await.unwrap();
    tx.commit().await.unwrap();
}

platform::on_both! { vec![crate::manifest()];
    async fn an_account_of_this_partnership_alone_is_shown_and_erased(site) {
        open_gate(site);
        person(site, "ada@example.org", COORDINATOR).await;
        let bea = person(site, "bea@example.org", READER).await;
        let shown = held(site, "Bea@Example.org").await;
        assert_eq!(shown.len(), 2, "{shown:?}");
        assert!(shown[0].contains("Ada Lovelace · bea@example.org · English"), "{shown:?}");
        assert!(shown[1].starts_with("Office: Reader · "), "{shown:?}");
        post(site, "", "/sign-in", &[("mail", "bea@example.org")]).await;
        let link = link_in(&letters(site).await[0]);
        erase(site, "Bea@Example.org").await.unwrap();
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 303, "signed out at once");
        assert_ne!(post(site, "", &link, &[]).await.status, 303, "the link that waited opens nothing");
        post(site, "", "/sign-in", &[("mail", "bea@example.org")]).await;
        assert_eq!(letters(site).await.len(), 0, "nobody is sent a link");
        assert_eq!(held(site, "bea@example.org").await, Vec::<String>::new());
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        assert!(!crate::store::reopen(&mut tx, bea.account).await.unwrap(), "what is erased is not opened again");
        assert_eq!(crate::store::all_accounts(&mut tx, (1, "")).await.unwrap().rows.len(), 1, "nor listed");
        tx.done().await.unwrap();
        person(site, "bea@example.org", READER).await;
        erase(site, "ben@example.org").await.unwrap();
    }

    async fn an_account_that_is_needed_elsewhere_loses_only_what_it_may_do_here(site) {
        open_gate(site);
        person(site, "ada@example.org", COORDINATOR).await;
        let bea = person(site, "bea@example.org", READER).await;
        reads_elsewhere(site, bea.account).await;
        erase(site, "bea@example.org").await.unwrap();
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 404);
        let there = get(site, &bea.secret, "/other/work").await;
        assert!(there.status == 200 && there.body.contains("Ada Lovelace"), "another partnership does not shut it");
    }

    async fn an_account_of_another_partnership_is_neither_shown_nor_touched(site) {
        open_gate(site);
        let bea = person(site, "bea@example.org", None).await;
        reads_elsewhere(site, bea.account).await;
        assert_eq!(held(site, "bea@example.org").await, Vec::<String>::new());
        erase(site, "bea@example.org").await.unwrap();
        assert_eq!(get(site, &bea.secret, "/other/work").await.status, 200);
    }

    async fn who_was_invited_is_shown_by_the_name_of_the_invitation(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let bea = person(site, "bea@example.org", None).await;
        reads_elsewhere(site, bea.account).await;
        let invited = [("mail", "bea@example.org"), ("name", "Bea"), ("lang", "fr"), ("office", "reader")];
        assert_eq!(post(site, &ada.secret, "/maple/work/accounts", &invited).await.status, 303);
        let shown = held(site, "bea@example.org").await.join("; ");
        assert!(shown.contains("Bea · bea@example.org · Français") && !shown.contains("Lovelace"), "{shown}");
        let link = link_in(&letters(site).await[0]);
        erase(site, "bea@example.org").await.unwrap();
        assert_eq!(post(site, "", &link, &[]).await.status, 410, "the invitation is withdrawn");
        assert_eq!(get(site, &bea.secret, "/other/work").await.status, 200);
    }

    async fn the_last_coordinator_is_not_erased(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let refused = erase(site, "ada@example.org").await;
        assert_eq!(refusal_code(refused), "closing-last-coordinator");
        assert_eq!(get(site, &ada.secret, "/maple/work/accounts").await.status, 200, "nothing was done");
        assert_eq!(held(site, "ada@example.org").await.len(), 2);
    }
}
