//! Signatures: added, never changed; a name is taken out when its record is erased.

use crate::{
    DeclarationId, SignatoryId, SignatureId,
    rules::signing::{Signed, Way},
};
use jiff::civil::Date;
use partners::PersonId;
use platform::{clock::Moment, db::Tx, errors::Result, files::FileId, row, sql};

row! {
    /// One signature.
    pub struct Signature {
        /// Which signature.
        pub id: SignatureId,
        /// The number of the version.
        pub number: u32,
        /// When it was signed.
        pub signed_on: Date,
        /// Who signed; empty when the name was erased.
        pub name: String,
        /// As what.
        pub title: String,
        /// Whether the name was erased.
        pub name_erased: bool,
        /// How.
        pub way: Way,
        /// The signed paper.
        pub file_id: Option<FileId>,
        /// What that file is called.
        pub file_name: Option<String>,
        /// When it was recorded here.
        pub recorded_at: Moment,
    }
}

/// To whom the link went by which was signed: an erasure finds the signature by it, whatever name was typed, and when the
/// invitation is long forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The record of who was asked, when there is one.
    pub person: Option<PersonId>,
    /// The address.
    pub email: String,
}

/// A signature on its way in.
#[derive(Debug, Clone)]
pub struct NewSignature {
    /// Which version.
    pub declaration: DeclarationId,
    /// When it was signed.
    pub signed_on: Date,
    /// Who signed.
    pub name: String,
    /// As what; may be empty.
    pub title: String,
    /// The record of who signed, when there is one.
    pub person: Option<PersonId>,
    /// To whom the link went; none on paper.
    pub invited: Option<Invited>,
    /// How.
    pub way: Way,
    /// The signed paper.
    pub file: Option<FileId>,
}

/// The signatures of a signatory, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_signatures(tx: &mut Tx, of: SignatoryId) -> Result<Vec<Signature>> {
    sql!(
        tx,
        all Signature,
        "SELECT g.id, d.number, g.signed_on, g.name, g.title, g.name_erased, g.way, g.file_id, f.name AS file_name, g.recorded_at
         FROM signature g JOIN declaration d ON d.partnership_id = g.partnership_id AND d.id = g.declaration_id
         LEFT JOIN stored_file f ON f.partnership_id = g.partnership_id AND f.id = g.file_id
         WHERE g.partnership_id = $1 AND g.signatory_id = $2 ORDER BY g.signed_on DESC, g.recorded_at DESC LIMIT 200",
        tx.partnership()?,
        of
    )
}

/// The same as the rules see them.
pub fn as_signed(signatures: &[Signature]) -> Vec<Signed> {
    signatures.iter().map(|one| Signed { number: one.number, on: one.signed_on }).collect()
}

/// Stores a signature.
///
/// # Errors
/// When the database refuses.
pub async fn insert_signature(tx: &mut Tx, of: SignatoryId, new: &NewSignature) -> Result<SignatureId> {
    let (id, partnership, at) = (tx.new_id::<SignatureId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO signature (id, partnership_id, signatory_id, declaration_id, signed_on, name, title, person_id, way, file_id, recorded_at,
           invited_person_id, invited_email)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        id,
        partnership,
        of,
        new.declaration,
        new.signed_on,
        new.name,
        new.title,
        new.person,
        new.way,
        new.file,
        at,
        new.invited.as_ref().and_then(|of| of.person),
        new.invited.as_ref().map_or("", |of| of.email.as_str())
    )?;
    Ok(id)
}
