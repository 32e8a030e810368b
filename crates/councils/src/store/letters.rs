//! Letters to a group: what was written, when, and how many got it. Who got it is in the mail itself.

use crate::{CouncilId, LetterId};
use platform::{clock::Moment, db::Tx, errors::Result, row, sql, text::Text};

row! {
    /// A letter to a group.
    pub struct Letter {
        /// Which letter.
        pub id: LetterId,
        /// Its subject, per language.
        pub subject: Text,
        /// Its text, per language.
        pub body: Text,
        /// Who wrote it, by the name used then.
        pub written_by: String,
        /// When.
        pub written_at: Moment,
        /// How many mails went out.
        pub sent_count: u32,
        /// How many people got none, for want of an address or of consent.
        pub withheld_count: u32,
    }
}

/// The newest letters to a body, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_letters(tx: &mut Tx, council: CouncilId) -> Result<Vec<Letter>> {
    sql!(
        tx,
        all Letter,
        "SELECT id, subject, body, written_by, written_at, sent_count, withheld_count
         FROM letter WHERE partnership_id = $1 AND council_id = $2 ORDER BY written_at DESC, id LIMIT 50",
        tx.partnership()?,
        council
    )
}

/// Keeps a letter to a body.
///
/// # Errors
/// When the database refuses.
pub async fn insert_letter(tx: &mut Tx, council: CouncilId, letter: &Letter) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        must,
        "INSERT INTO letter (id, partnership_id, council_id, subject, body, written_by, written_at, sent_count, withheld_count)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        letter.id,
        partnership,
        council,
        letter.subject,
        letter.body,
        letter.written_by,
        letter.written_at,
        letter.sent_count,
        letter.withheld_count
    )
}
