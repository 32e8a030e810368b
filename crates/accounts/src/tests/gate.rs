//! The gate: cookies, grants in force, and how long a sign-in lasts.

use super::*;
use crate::{Span, keeper::hash, rules::GrantRefusal};
use jiff::civil::date;
use platform::{errors::Error, testing::refusal_code};

const COORDINATOR: Option<(Office, Option<Ref>)> = Some((Office::Coordinator, None));
const DAY: i64 = 86_400;

platform::on_both! { vec![];
    async fn a_signed_in_coordinator_enters_her_workspace(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 200);
        assert_eq!(get(site, &ada.secret, "/other/work").await.status, 404, "another partnership is not there");
        assert_eq!(get(site, "no-such-secret", "/maple/work").await.status, 303);
        assert_eq!(get(site, &hash(&ada.secret), "/maple/work").await.status, 303, "what is stored opens nothing");
    }

    async fn a_revoked_grant_is_gone_with_the_next_request(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 200);
        let ctx = console(site);
        let mut tx = ctx.write(ANY).await.unwrap();
        crate::revoke(&mut tx, bea.grant.unwrap(), ctx.today()).await.unwrap();
        assert!(matches!(crate::revoke(&mut tx, bea.grant.unwrap(), ctx.today()).await, Err(Error::NotFound)));
        let last = crate::revoke(&mut tx, ada.grant.unwrap(), ctx.today()).await;
        assert_eq!(refusal_code(last), "grant-last-coordinator");
        tx.commit().await.unwrap();
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 404);
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 200);
    }

    async fn a_sign_in_ends_after_thirty_idle_days_and_ninety_in_all(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        for _ in 0..4 {
            site.app.clock.advance(20 * DAY);
            assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 200);
        }
        site.app.clock.advance(10 * DAY);
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 303, "90 days in all");
        let bea = person(site, "bea@example.org", COORDINATOR).await;
        site.app.clock.advance(30 * DAY);
        assert_eq!(get(site, &bea.secret, "/maple/work").await.status, 303, "30 days idle");
    }

    async fn a_grant_holds_from_its_first_to_its_last_day_where_the_partnership_is(site) {
        open_gate(site);
        let ada = person(site, "ada@example.org", None).await;
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 404);
        let mut tx = console(site).write(ANY).await.unwrap();
        let reader = Grant { office: Office::Reader, partnership: Some(site.partnership.id), on: None };
        let span = Span { from: date(2026, 11, 23), until: Some(date(2026, 11, 23)) };
        crate::grant_for(&mut tx, ada.account, &reader, span).await.unwrap();
        let again = crate::grant_for(&mut tx, ada.account, &reader, span).await;
        assert_eq!(refusal_code(again), "grant-already-held");
        tx.commit().await.unwrap();
        // It is 10 in the morning of the 22nd in Toronto.
        site.app.clock.advance(13 * 3_600);
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 404, "23:00 of the day before");
        site.app.clock.advance(3_600);
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 200);
        site.app.clock.advance(23 * 3_600);
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 200, "23:00 of the last day");
        site.app.clock.advance(3_600);
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 404);
    }

    async fn a_grant_made_late_in_the_evening_holds_at_once(site) {
        open_gate(site);
        site.app.clock.advance(12 * 3_600);
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        assert_eq!(get(site, &ada.secret, "/maple/work").await.status, 200, "22:00 in Toronto, the next day in UTC");
    }

    async fn one_address_is_one_account(site) {
        person(site, "ada@example.org", None).await;
        let mut tx = console(site).write(ANY).await.unwrap();
        let mail = Mail::parse("ADA@Example.org").unwrap();
        let found = crate::find_by_mail(&mut tx, &mail).await.unwrap().unwrap();
        assert_eq!((found.name.as_str(), found.mail.as_str()), ("Ada Lovelace", "ada@example.org"));
        let twice = crate::create_account(&mut tx, &NewAccount { mail, name: "X".into(), lang: Lang::Fr }).await;
        let refused = twice.map_err(|error| error.on_constraint("mail", GrantRefusal::AlreadyHeld));
        assert_eq!(refusal_code(refused), "grant-already-held");
    }

    async fn a_partnership_sees_its_own_grants_only_and_no_sign_in(site) {
        let ada = person(site, "ada@example.org", COORDINATOR).await;
        if site.app.db.dialect() == platform::db::Dialect::Sqlite {
            return;
        }
        let count = async |partnership, table: &str| {
            let mut tx = site.app.db.reading(partnership, site.app.clock.now()).await.unwrap();
            let n = platform::sql!(tx, value i64, &format!("SELECT count(*) FROM {table}")).unwrap();
            tx.done().await.unwrap();
            n
        };
        for (table, here, there, installation) in
            [("account", 1, 0, 1), ("office_grant", 1, 0, 1), ("sign_in", 0, 0, 1)]
        {
            assert_eq!(count(Some(site.partnership.id), table).await, here, "{table}");
            assert_eq!(count(Some(site.other.id), table).await, there, "{table}");
            assert_eq!(count(None, table).await, installation, "{table}");
        }
        let mut tx = site.app.db.writing(Some(site.other.id), site.app.clock.now()).await.unwrap();
        let foreign = "UPDATE office_grant SET revoked_at = now() WHERE account_id = $1";
        assert_eq!(platform::sql!(tx, run, foreign, ada.account).unwrap(), 0);
        let planted = "INSERT INTO office_grant (id, account_id, partnership_id, office, from_on, granted_at) VALUES ($1, $1, $2, 'coordinator', '2026-01-01', now())";
        assert!(platform::sql!(tx, run, planted, ada.account, site.partnership.id).is_err());
    }
}
