//! What seats are for: the categories that the partnership keeps, each once.

use crate::{
    CategoryId,
    rules::categories::{CategoryRefusal, is_meant},
};
use platform::{
    db::{List, Tx},
    errors::{Error, Result},
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

/// The category that is meant by this name (see [`is_meant`]), made when there is none: names that differ only in case or accents
/// are one.
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
    if let Some(one) = list_categories(tx).await?.into_iter().find(|one| is_meant(name, &one.name)) {
        return Ok(one.id);
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

row! {
    /// A category as its list shows it.
    pub struct KeptCategory {
        /// Which category.
        pub id: CategoryId,
        /// Its name.
        pub name: Text,
        /// How many seats stand under it, those in the bin too.
        pub seats: i64,
        /// How its record stands: rises with each change.
        pub version: i64,
    }
}

const KEPT: &str = "id, name,
    (SELECT count(*) FROM seat s WHERE s.partnership_id = seat_category.partnership_id AND s.category_id = seat_category.id) AS seats, version";

/// All categories with how many seats stand under each, in the order of [`list_categories`].
///
/// # Errors
/// When the database does not answer.
pub async fn list_kept_categories(tx: &mut Tx) -> Result<Vec<KeptCategory>> {
    let partnership = tx.partnership()?;
    let list = List::new(KEPT, "seat_category").filter("partnership_id = ?", &partnership);
    tx.rows(&list.sort("search_key", platform::db::Sort::Up).page(1, 1_000)).await
}

/// The category.
///
/// # Errors
/// When the database does not answer.
pub async fn find_category(tx: &mut Tx, id: CategoryId) -> Result<Option<KeptCategory>> {
    let partnership = tx.partnership()?;
    let list = List::new(KEPT, "seat_category").filter("partnership_id = ?", &partnership);
    Ok(tx.rows(&list.filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// Renames a category; every seat under it says so from then on.
///
/// # Errors
/// [`CategoryRefusal::Taken`]; [`Error::Stale`] when it has changed since `before` was read.
pub async fn update_category(tx: &mut Tx, before: &KeptCategory, name: &Text) -> Result<()> {
    let (partnership, key) = (tx.partnership()?, name.search_key());
    sql!(
        tx,
        save,
        "UPDATE seat_category SET name = $1, search_key = $2, version = version + 1 WHERE partnership_id = $3 AND id = $4 AND version = $5",
        name,
        key,
        partnership,
        before.id,
        before.version
    )
    .map_err(|error| {
        error
            .on_constraint("seat_category_once", CategoryRefusal::Taken)
            .on_constraint("seat_category.partnership_id, seat_category.search_key", CategoryRefusal::Taken)
    })
}

/// Takes a category out of the list.
///
/// # Errors
/// [`Error::Stale`] when it has changed since it was read.
pub async fn delete_category(tx: &mut Tx, before: &KeptCategory) -> Result<()> {
    let gone = sql!(
        tx,
        run,
        "DELETE FROM seat_category WHERE partnership_id = $1 AND id = $2 AND version = $3",
        tx.partnership()?,
        before.id,
        before.version
    )?;
    if gone == 1 { Ok(()) } else { Err(Error::Stale) }
}
