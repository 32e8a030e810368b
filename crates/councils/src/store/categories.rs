//! What seats are for: the categories that the partnership keeps, each once.

use crate::CategoryId;
use platform::{
    db::{List, Tx},
    errors::Result,
    row, sql,
    text::Text,
};

row! {
    /// A category of seats.
    pub struct Category {
        /// Which category.
        pub id: CategoryId,
        /// Its name.
        pub name: Text,
    }
}

/// All categories, by the key that they are searched by.
///
/// # Errors
/// When the database does not answer.
pub async fn list_categories(tx: &mut Tx) -> Result<Vec<Category>> {
    let partnership = tx.partnership()?;
    let list = List::new("id, name", "seat_category").filter("partnership_id = ?", &partnership);
    tx.rows(&list.sort("search_key", platform::db::Sort::Up).page(1, 1_000)).await
}

/// The category of this name, made when there is none: names that differ only in case or accents are one.
///
/// # Errors
/// When the database refuses.
pub async fn category_named(tx: &mut Tx, name: &Text) -> Result<CategoryId> {
    let (partnership, key) = (tx.partnership()?, name.search_key());
    let found = sql!(
        tx,
        find(CategoryId,),
        "SELECT id FROM seat_category WHERE partnership_id = $1 AND search_key = $2",
        partnership,
        key
    )?;
    if let Some((id,)) = found {
        return Ok(id);
    }
    let id = tx.new_id::<CategoryId>()?;
    sql!(
        tx,
        must,
        "INSERT INTO seat_category (id, partnership_id, name, search_key) VALUES ($1, $2, $3, $4)",
        id,
        partnership,
        name,
        key
    )?;
    Ok(id)
}
