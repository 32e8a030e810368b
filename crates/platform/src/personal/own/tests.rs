//! What the platform holds about a person, told and let go of.

use super::*;
use crate::{
    langs::Lang,
    manifest::Manifest,
    pages::ENTER,
    testing::Site,
    text::Worded,
    thread::{Knot, Provider},
};
use serde_json::json;

/// How the database would look for the mail to an address, when it may choose an index.
async fn plan(site: &Site) -> String {
    let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
    let here = tx.partnership().unwrap();
    let text = if tx.dialect() == Dialect::Postgres {
        sql!(tx, run, "SET LOCAL enable_seqscan = off").unwrap();
        let said = format!("EXPLAIN {MAILS_TO}");
        let lines: Vec<(String,)> = sql!(tx, all(String,), &said, here, "ana@example.org").unwrap();
        lines.into_iter().map(|(line,)| line).collect::<Vec<_>>().join("\n")
    } else {
        let said = format!("EXPLAIN QUERY PLAN {MAILS_TO}");
        let lines: Vec<(i64, i64, i64, String)> =
            sql!(tx, all(i64, i64, i64, String), &said, here, "ana@example.org").unwrap();
        lines.into_iter().map(|(.., line)| line).collect::<Vec<_>>().join("\n")
    };
    tx.done().await.unwrap();
    text
}

/// A club that the office sees, and who reads a paper does not.
fn clubs() -> Manifest {
    let mut manifest = Manifest::new("clubs");
    manifest.providers = vec![Provider {
        kind: "club",
        knot: |_, _, id| {
            let title = Worded::new("Hidden club".to_owned(), Lang::En);
            let knot = Knot { of: Ref::new("club", id), word: String::new(), title, href: None };
            Box::pin(async move { Ok(Some(knot)) })
        },
        up: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
        down: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
    }];
    manifest
}

crate::on_both! { vec![clubs()];
    async fn mail_to_an_address_is_found_by_an_index_and_not_by_reading_all_mail(site) {
        let plan = plan(site).await;
        assert!(plan.contains("mail_recipient") && !plan.contains("Seq Scan"), "{plan}");
        let conditions = plan.lines().find(|line| line.contains("Index Cond") || line.contains("USING INDEX"));
        assert!(conditions.unwrap().contains("recipient_key"), "the address itself is looked up: {plan}");
    }

    async fn what_is_remembered_is_told_in_words(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(ENTER).await.unwrap();
        let person = Uuid::from_u128(7);
        let value = json!({"name": "Ana", "note": "", "on": "2026-11-22", "to": null, "open": false});
        tx.audit("person.changed", Ref::new("person", person), Some(&json!({"name": "An"})), Some(&value)).await.unwrap();
        let held = changes(&ctx, &mut tx, &Subject::of(person)).await.unwrap();
        tx.done().await.unwrap();
        assert_eq!(held[0].words, "Name: An → Name: Ana; on: November 22, 2026; open: No");
    }

    async fn the_paper_that_is_handed_out_names_nobody_else(site) {
        let ctx = site.ctx(site.coordinator());
        let (mut tx, person, hidden) = (ctx.write(ENTER).await.unwrap(), Uuid::from_u128(7), Uuid::from_u128(8));
        tx.audit("person.changed", Ref::new("person", person), None::<&()>, Some(&json!({"club": hidden}))).await.unwrap();
        let entries = tx.history(&Ref::new("person", person), 1).await.unwrap();
        let names = Names::of(&ctx, &mut tx, &entries).await.unwrap();
        let staff = told(&ctx, sides(&ctx, &names, "person", &entries[0]).into_iter().nth(1).unwrap());
        let held = changes(&ctx, &mut tx, &Subject::of(person)).await.unwrap();
        tx.done().await.unwrap();
        assert!(staff.contains("Hidden club"), "the office sees it: {staff}");
        assert!(!held[0].words.contains("Hidden club"), "{}", held[0].words);
    }

    async fn a_number_is_found_in_the_history_of_others_however_it_is_written(site) {
        let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
        let (one, two) = (Ref::new("person", Uuid::from_u128(1)), Ref::new("person", Uuid::from_u128(2)));
        let said = json!({"kind": "phone", "value": "(905) 555-0134"});
        tx.audit("contact.changed", two.clone(), Some(&said), None::<&()>).await.unwrap();
        let kinds = (["person"].as_slice(), "contact.");
        assert!(tx.was_number_of_others(&one, kinds, "+1 905.555.0134").await.unwrap());
        assert!(!tx.was_number_of_others(&two, kinds, "+1 905.555.0134").await.unwrap(), "her own history is not another's");
        assert!(!tx.was_number_of_others(&one, kinds, "905 555-0134 ext. 2").await.unwrap());
        tx.done().await.unwrap();
    }

    async fn names_are_forgotten_in_the_history_of_one_object_and_nowhere_else(site) {
        let (name, other) = ("Ana \"100 %_\" O’Nym", "Ana 100");
        let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
        let (one, two) = (Ref::new("seat", Uuid::from_u128(1)), Ref::new("seat", Uuid::from_u128(2)));
        for (seat, note) in [(&one, name), (&one, other), (&two, name)] {
            tx.audit("seat.changed", seat.clone(), None::<&()>, Some(&json!({ "note": note }))).await.unwrap();
        }
        let text = json!({"en": {"text": "Royal Hall", "state": "current", "on": "2026-11-22"}});
        tx.audit("seat.changed", one.clone(), None::<&()>, Some(&json!({ "note": text }))).await.unwrap();
        let left = |of: Vec<crate::audit::AuditEntry>| of.into_iter().filter(|entry| entry.after.is_some()).count();
        for (names, gone) in [(["-", "Roy"], 0), (["current", "note"], 0), (["", name], 1)] {
            let names = names.map(str::to_owned);
            assert_eq!(tx.forget_names(&one, &names).await.unwrap(), gone, "{names:?}");
        }
        assert_eq!(left(tx.history(&one, 10).await.unwrap()), 2);
        assert!(tx.was_said_of_others(&one, &["seat"], &name.to_uppercase()).await.unwrap());
        assert!(!tx.was_said_of_others(&two, &["seat"], name).await.unwrap(), "her own history is not another's");
        assert!(!tx.was_said_of_others(&one, &["seat"], "Ana").await.unwrap(), "part of a value is not the value");
        tx.commit().await.unwrap();
    }
}
