//! The terms of reference: versions that are added and never changed.

use crate::{CouncilId, ReferenceId};
use jiff::civil::Date;
use platform::{clock::Moment, db::Tx, errors::Result, files::FileId, row, sql, text::Text};

row! {
    /// One version of a body's terms of reference.
    pub struct TermsOfReference {
        /// Which version.
        pub id: ReferenceId,
        /// Its number, from 1.
        pub number: u32,
        /// The text.
        pub body: Text,
        /// What changed and why.
        pub change_note: Text,
        /// When the body adopted it.
        pub adopted_on: Date,
        /// Whether that day is known only roughly.
        pub adopted_about: bool,
        /// The stored file of the signed version, when there is one.
        pub file_id: Option<FileId>,
        /// What that file is called.
        pub file_name: Option<String>,
        /// Whether the public page offers it.
        pub file_public: bool,
        /// When it was recorded here.
        pub recorded_at: Moment,
    }
}

/// What a version is recorded with.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct NewTermsOfReference {
    /// The text.
    pub body: Text,
    /// What changed and why; may be empty for the first.
    pub change_note: Text,
    /// When the body adopted it.
    pub adopted_on: Date,
    /// Whether that day is known only roughly.
    pub adopted_about: bool,
}

/// The versions of a body, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_terms_of_reference(tx: &mut Tx, council: CouncilId) -> Result<Vec<TermsOfReference>> {
    sql!(
        tx,
        all TermsOfReference,
        "SELECT t.id, t.number, t.body, t.change_note, t.adopted_on, t.adopted_about, t.file_id, f.name AS file_name, t.file_public, t.recorded_at
         FROM terms_of_reference t LEFT JOIN stored_file f ON f.partnership_id = t.partnership_id AND f.id = t.file_id
         WHERE t.partnership_id = $1 AND t.council_id = $2 ORDER BY t.number DESC LIMIT 200",
        tx.partnership()?,
        council
    )
}

/// Stores version `number` of a body's terms of reference.
///
/// # Errors
/// When the database refuses.
pub async fn insert_terms_of_reference(
    tx: &mut Tx,
    council: CouncilId,
    number: u32,
    new: &NewTermsOfReference,
) -> Result<ReferenceId> {
    let (id, partnership, at) = (tx.new_id::<ReferenceId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO terms_of_reference (id, partnership_id, council_id, number, body, change_note, adopted_on, adopted_about, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        partnership,
        council,
        number,
        new.body,
        new.change_note,
        new.adopted_on,
        new.adopted_about,
        at
    )?;
    Ok(id)
}

/// Says which file is the signed one of a version, and whether the public page offers it. A file that it replaces goes.
///
/// # Errors
/// [`Error::Stale`](platform::errors::Error::Stale) when the version has another file than `before` knew.
pub async fn update_signed(
    tx: &mut Tx,
    id: ReferenceId,
    before: Option<FileId>,
    (file, is_public): (FileId, bool),
) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        save,
        "UPDATE terms_of_reference SET file_id = $1, file_public = $2
         WHERE partnership_id = $3 AND id = $4 AND (file_id = $5 OR (file_id IS NULL AND $5 IS NULL))",
        file,
        is_public,
        partnership,
        id,
        before
    )?;
    match before.filter(|before| *before != file) {
        Some(replaced) => tx.drop_file(replaced).await,
        None => Ok(()),
    }
}
