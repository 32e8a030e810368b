//! What people read cannot be kept with characters that hide or turn it, whatever a rule may have let through.

use platform::{clock::Moment, db::Dialect, errors::Error, sql, testing::Site};

/// Columns that people read: table, column, and whether a text per language stands in it.
const READ: &[(&str, &str, bool)] = &[
    ("partnership", "name", true),
    ("partnership", "place", true),
    ("partnership", "about", true),
    ("area", "name", true),
    ("sector", "name", true),
    ("organization", "name", true),
    ("organization", "about", true),
    ("person", "name", false),
    ("contact_point", "value", false),
    ("offer", "title", true),
    ("offer", "about", true),
    ("offer", "amount", false),
    ("offer", "times", false),
    ("ask", "what", true),
    ("discovery_question", "question", true),
    ("joining", "name", false),
    ("joining", "organization", false),
    ("joining", "languages", false),
    ("joining", "phone", false),
    ("prospect", "name", false),
    ("prospect", "next_step", false),
    ("encounter", "community", false),
    ("encounter", "place", false),
    ("encounter", "met_by", false),
    ("enquiry", "name", false),
    ("enquiry", "phone", false),
    ("council", "name", true),
    ("council", "outcome", true),
    ("seat_category", "name", true),
    ("terms_of_reference", "body", true),
    ("plan_framework", "title", true),
    ("plan_node", "title", true),
    ("plan_node", "note", true),
    ("plan_node", "code", false),
    ("plan_letter", "name", false),
    ("plan_milestone", "title", true),
    ("plan_evidence", "what", true),
    ("plan_evidence", "figure", false),
    ("plan_recommendation", "wording", true),
    ("plan_recommendation", "outcome", true),
    ("plan_letter", "email", false),
    ("declaration", "title", true),
    ("signature", "name", false),
    ("signature", "title", false),
    ("signing_invitation", "name", false),
    ("signing_invitation", "email", false),
    ("signing_request", "organization_name", false),
    ("signing_request", "name", false),
    ("signing_request", "title", false),
    ("signing_request", "email", false),
    ("expression", "name", false),
    ("expression", "speaks_for", false),
    ("expression", "phone", false),
];

/// A character that turns the direction, one that cannot be seen, and one that a terminal obeys.
const UNCLEAN: [&str; 5] = ["\u{202E}", "\u{85}", "\u{7}", "\\\u{7}", "\\\\\u{1f}"];
/// Signs that anybody can type and see, though they look like the way JSON writes such a character.
const TYPED: [&str; 4] = ["\\u0007", "\\\\u0007", "\\\\\\u001f", "\\n\\u0000"];

/// Changes one row to say `words`; nothing is kept.
async fn said(
    site: &Site,
    now: Moment,
    (table, column, per_language): (&str, &str, bool),
    words: &str,
) -> Result<u64, Error> {
    let mut tx = site.app.db.writing(None, now).await?;
    tx.step_out().await?;
    let mut partnerships = sql!(
        tx,
        all(platform::ids::PartnershipId,),
        "SELECT id FROM partnership WHERE slug IN ('portage-falls', 'hamilton', 'london-middlesex')"
    )?;
    let row = if tx.dialect() == Dialect::Sqlite { "rowid" } else { "ctid" };
    let value = if per_language {
        serde_json::json!({"en": {"text": words, "state": "current", "on": "2026-11-22"}}).to_string()
    } else {
        words.to_owned()
    };
    let cast = if per_language && row == "ctid" { "::text::jsonb" } else { "" };
    let text =
        format!("UPDATE {table} SET {column} = $1{cast} WHERE {row} = (SELECT {row} FROM {table} LIMIT 1)");
    while let Some((partnership,)) = partnerships.pop() {
        if table != "partnership" {
            tx.turn_to(Some(partnership)).await?;
        }
        let changed = sql!(tx, run, &text, value.as_str())?;
        if changed > 0 {
            return Ok(changed);
        }
    }
    Ok(0)
}

async fn every_table_refuses(site: &Site) {
    demo::world::load::build(&site.app).await.expect("the demo's world");
    let now = site.app.clock.now();
    for read in READ {
        assert_eq!(said(site, now, *read, "Clean").await.expect("clean words are kept"), 1, "{read:?}");
        for typed in TYPED {
            let kept = said(site, now, *read, &format!("clean{typed}")).await;
            assert!(matches!(kept, Ok(1)), "{read:?} {typed}: {kept:?}");
        }
        for bad in UNCLEAN {
            let kept = said(site, now, *read, &format!("un{bad}clean")).await;
            assert!(
                matches!(&kept, Err(Error::Constraint(by)) if by.contains("_clean")),
                "{read:?} {bad:?}: {kept:?}"
            );
        }
    }
}

#[tokio::test]
async fn unclean_words_are_refused_by_every_table_on_sqlite() {
    every_table_refuses(&Site::sqlite(kith::rooms()).await).await;
}

#[tokio::test]
async fn unclean_words_are_refused_by_every_table_on_postgresql() {
    let Some(site) = Site::postgres(kith::rooms()).await else { return };
    every_table_refuses(&site).await;
}
