//! What a translator may write here: the questions of the checklist that are asked.

use crate::{
    QuestionId,
    facade::change_question,
    rules::discovery::QUESTION,
    store::discovery::{find_question, list_questions},
};
use platform::{
    db::Tx,
    errors::{Error, OrNotFound, Result},
    translate::{Translatable, Translated, WithTexts, Wording},
};

/// The questions of the checklist.
pub(crate) const TRANSLATABLES: [Translatable; 1] = [Translatable {
    kind: "discovery-question",
    wordings: &[Wording::line("question", "discovery-question", QUESTION)],
    list: |_, tx| Box::pin(async move { questions(tx).await }),
    save: |tx, saved| Box::pin(async move { save(tx, saved).await }),
}];

async fn questions(tx: &mut Tx) -> Result<Vec<WithTexts>> {
    let asked = list_questions(tx).await?.into_iter().filter(|one| !one.retired);
    let worded = asked.map(|one| WithTexts {
        id: one.id.0,
        version: one.version,
        title: one.question.clone(),
        texts: vec![("question", one.question)],
    });
    Ok(worded.collect())
}

async fn save(tx: &mut Tx, saved: &Translated) -> Result<()> {
    let before = find_question(tx, QuestionId(saved.id)).await?.or_not_found()?;
    if before.version != saved.version {
        return Err(Error::Stale);
    }
    change_question(tx, &before, (before.sector_id, &saved.text), None).await
}
