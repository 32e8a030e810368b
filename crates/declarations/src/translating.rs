//! What a translator may write here: the text of the declaration, and statements.

use crate::{
    DeclarationId, StatementId, can,
    pages::{forms::BODY, record::Record, statements::Kept},
    rules::{
        statements::may_be_public,
        versions::{keeps_words, worth_translating},
    },
    store::{
        statements::{list_statements, update_statement},
        versions::{Declaration, list_declarations, update_wording},
    },
};
use partners::Visibility;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    ids::Id,
    text::{NAME, PROSE, Text},
    translate::{Translatable, Translated, WithTexts, Wording},
};

/// Versions of the declaration, and statements.
pub(crate) const TRANSLATABLES: [Translatable; 2] = [
    Translatable {
        kind: DeclarationId::KIND,
        wordings: &[
            Wording::line("title", "declaration-name", NAME),
            Wording::prose("body", "declaration-body", BODY),
            Wording::prose("decision", "declaration-decision", PROSE),
        ],
        list: |ctx, tx| Box::pin(async move { versions(ctx, tx).await }),
        save: |tx, saved| Box::pin(async move { save_version(tx, saved).await }),
    },
    Translatable {
        kind: StatementId::KIND,
        wordings: &[
            Wording::line("title", "statement-name", NAME),
            Wording::prose("body", "statement-body", BODY),
        ],
        list: |ctx, tx| Box::pin(async move { statements(ctx, tx).await }),
        save: |tx, saved| Box::pin(async move { save_statement(tx, saved).await }),
    },
];

/// What is in force or will be, and for those who keep the declaration the draft; each with its number behind its title, since
/// they are called alike.
async fn versions(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<WithTexts>> {
    let all = list_declarations(tx).await?;
    let known: Vec<_> = all.iter().map(|one| (one.number, one.in_force_on)).collect();
    let worded = |one: Declaration| WithTexts {
        id: one.id.0,
        version: one.version,
        title: one.title.clone().reworded(|words| format!("{words} ({})", one.number)),
        texts: vec![("title", one.title), ("body", one.body), ("decision", one.decision)],
    };
    let keeps = ctx.may(can::KEEP_DECLARATION);
    let is_known = |one: &Declaration| keeps || one.in_force_on.is_some();
    let wanted = |one: &Declaration| is_known(one) && worth_translating(&known, one.number, ctx.today());
    Ok(all.into_iter().filter(wanted).map(worded).collect())
}

/// Words that are published stay as they are, since somebody may have signed them; a language that has none may be added.
async fn save_version(tx: &mut Tx, saved: &Translated) -> Result<()> {
    let found = list_declarations(tx).await?.into_iter().find(|one| one.id == DeclarationId(saved.id));
    let before = found.or_not_found()?;
    if before.version != saved.version {
        return Err(Error::Stale);
    }
    let mut after = (before.title.clone(), before.body.clone(), before.decision.clone());
    let text = match saved.wording {
        "title" => &mut after.0,
        "body" => &mut after.1,
        "decision" => &mut after.2,
        _ => return Err(Error::NotFound),
    };
    let old = std::mem::replace(text, saved.text.clone());
    if before.in_force_on.is_some() {
        keeps_words(&old, &saved.text)?;
    }
    update_wording(tx, &before, (&after.0, &after.1, &after.2)).await?;
    let side = |text: &Text| serde_json::json!({ saved.wording: text });
    let (old, new) = (side(&old), side(&saved.text));
    tx.audit("declaration.translated", before.id, Some(&old), Some(&new)).await
}

async fn statements(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<WithTexts>> {
    let worded = list_statements(tx, partners::reader(ctx)).await?.into_iter().map(|one| WithTexts {
        id: one.id.0,
        version: one.version,
        title: one.title.clone(),
        texts: vec![("title", one.title), ("body", one.body)],
    });
    Ok(worded.collect())
}

async fn save_statement(tx: &mut Tx, saved: &Translated) -> Result<()> {
    let before = Kept::find(tx, saved.id).await?.or_not_found()?;
    if before.row.version != saved.version {
        return Err(Error::Stale);
    }
    let (old, mut new) = (before.facts(), before.facts());
    match saved.wording {
        "title" => new.title = saved.text.clone(),
        "body" => new.body = saved.text.clone(),
        _ => return Err(Error::NotFound),
    }
    let was_read = may_be_public(&old.title, &old.body).is_ok();
    if was_read && new.visibility == Visibility::Public {
        may_be_public(&new.title, &new.body)?;
    }
    update_statement(tx, &before.row, &new).await?;
    tx.audit("statement.changed", before.row.id, Some(&old), Some(&new)).await
}
