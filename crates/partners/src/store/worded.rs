//! The texts of organizations, for translators.

use crate::{OrganizationId, rules::Reader};
use platform::{
    db::{List, Sort, Tx},
    errors::Result,
    row,
    text::Text,
    translate::WithTexts,
};

row! {
    struct WordedRow {
        id: OrganizationId,
        version: i64,
        name: Text,
        about: Text,
    }
}

/// All organizations that the reader may know of with their texts, by name, page by page until all are read.
///
/// # Errors
/// When the database does not answer.
pub async fn list_worded(tx: &mut Tx, reader: Reader) -> Result<Vec<WithTexts>> {
    let partnership = tx.partnership()?;
    let list = List::new("o.id, o.version, o.name, o.about", "kept_organization o")
        .filter("o.partnership_id = ?", &partnership)
        .among("o.visibility", reader.sees())
        .sort("o.sort_en", Sort::Up)
        .sort("o.id", Sort::Up);
    let mut all = Vec::new();
    for number in 1.. {
        let rows: Vec<WordedRow> = tx.rows(&list.clone().page(number, 1_000)).await?;
        let is_last = rows.len() < 1_000;
        all.extend(rows.into_iter().map(|one| WithTexts {
            id: one.id.0,
            version: one.version,
            title: one.name.clone(),
            texts: vec![("name", one.name), ("about", one.about)],
        }));
        if is_last {
            break;
        }
    }
    Ok(all)
}
