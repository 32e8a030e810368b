//! Letting go of a person: signatures stay without her name, invitations and requests are deleted.

use crate::SignatureId;
use partners::PersonId;
use platform::{clock::Moment, db::Tx, errors::Result, files::FileId, row, sql};

row! {
    /// A signature that is a person's, or was given by a link that went to her.
    pub struct OwnSignature {
        /// Which signature.
        pub id: SignatureId,
        /// The name that was typed.
        pub name: String,
        /// As what.
        pub title: String,
        /// When it was recorded.
        pub recorded_at: Moment,
        /// The signed paper.
        pub file_id: Option<FileId>,
    }
}

/// The signatures by a person, by her record, and by links that went to her or to one of these addresses. They stay
/// findable when the invitation and the request are forgotten.
///
/// # Errors
/// When the database does not answer.
pub async fn signed_by(tx: &mut Tx, person: PersonId, addresses: &[String]) -> Result<Vec<OwnSignature>> {
    let mut all: Vec<OwnSignature> = sql!(
        tx,
        all OwnSignature,
        "SELECT id, name, title, recorded_at, file_id FROM signature
         WHERE partnership_id = $1 AND (person_id = $2 OR invited_person_id = $2) ORDER BY recorded_at LIMIT 1000",
        tx.partnership()?,
        person
    )?;
    for address in addresses.iter().filter(|address| !address.is_empty()) {
        let some: Vec<OwnSignature> = sql!(
            tx,
            all OwnSignature,
            "SELECT id, name, title, recorded_at, file_id FROM signature
             WHERE partnership_id = $1 AND lower(invited_email) = lower($2) ORDER BY recorded_at LIMIT 1000",
            tx.partnership()?,
            address
        )?;
        let known: Vec<SignatureId> = all.iter().map(|one| one.id).collect();
        all.extend(some.into_iter().filter(|one| !known.contains(&one.id)));
    }
    Ok(all)
}

impl OwnSignature {
    /// What stands under it.
    pub fn said(self) -> (String, Moment) {
        (joined([self.name, self.title]), self.recorded_at)
    }
}

/// What was sent to these addresses, or to the person by her record, to ask for a signature.
///
/// # Errors
/// When the database does not answer.
pub async fn asked(tx: &mut Tx, person: PersonId, addresses: &[String]) -> Result<Vec<(String, Moment)>> {
    let mut all = Vec::new();
    let own: Vec<(String, String, Moment)> = sql!(
        tx,
        all(String, String, Moment),
        "SELECT name, email, sent_at FROM signing_invitation WHERE partnership_id = $1 AND person_id = $2 ORDER BY sent_at LIMIT 1000",
        tx.partnership()?,
        person
    )?;
    all.extend(own.into_iter().map(|(name, email, at)| (joined([name, email]), at)));
    for address in addresses {
        let some: Vec<(String, String, Moment)> = sql!(
            tx,
            all(String, String, Moment),
            "SELECT name, email, sent_at FROM signing_invitation
             WHERE partnership_id = $1 AND lower(email) = lower($2) AND (person_id IS NULL OR person_id <> $3) ORDER BY sent_at LIMIT 1000",
            tx.partnership()?,
            address,
            person
        )?;
        all.extend(some.into_iter().map(|(name, email, at)| (joined([name, email]), at)));
    }
    Ok(all)
}

/// What was written under these addresses to ask to sign.
///
/// # Errors
/// When the database does not answer.
pub async fn requests_of(tx: &mut Tx, addresses: &[String]) -> Result<Vec<(String, Moment)>> {
    let mut all = Vec::new();
    for address in addresses {
        let some: Vec<(String, String, String, String, Moment)> = sql!(
            tx,
            all(String, String, String, String, Moment),
            "SELECT organization_name, name, title, words, received_at FROM signing_request
             WHERE partnership_id = $1 AND lower(email) = lower($2) ORDER BY received_at LIMIT 1000",
            tx.partnership()?,
            address
        )?;
        all.extend(
            some.into_iter().map(|(of, name, title, words, at)| (joined([of, name, title, words]), at)),
        );
    }
    Ok(all)
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Takes the names from the signatures of a person ([`signed_by`]), and the papers that bear them; gives of how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_signatures(tx: &mut Tx, person: PersonId, addresses: &[String]) -> Result<u64> {
    let mut gone = 0;
    for own in signed_by(tx, person, addresses).await? {
        gone += sql!(
            tx,
            run,
            "UPDATE signature SET name = '', title = '', person_id = NULL, invited_person_id = NULL, invited_email = '', file_id = NULL,
               name_erased = $3
             WHERE partnership_id = $1 AND id = $2",
            tx.partnership()?,
            own.id,
            true
        )?;
        if let Some(paper) = own.file_id {
            tx.drop_file(paper).await?;
        }
    }
    Ok(gone)
}

/// Deletes the invitations to a person and the requests under her addresses; gives how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_letters(tx: &mut Tx, person: PersonId, addresses: &[String]) -> Result<u64> {
    let mut gone = sql!(
        tx,
        run,
        "DELETE FROM signing_invitation WHERE partnership_id = $1 AND person_id = $2",
        tx.partnership()?,
        person
    )?;
    for address in addresses {
        gone += sql!(
            tx,
            run,
            "DELETE FROM signing_invitation WHERE partnership_id = $1 AND lower(email) = lower($2)",
            tx.partnership()?,
            address
        )?;
        gone += sql!(
            tx,
            run,
            "DELETE FROM signing_request WHERE partnership_id = $1 AND lower(email) = lower($2)",
            tx.partnership()?,
            address
        )?;
    }
    Ok(gone)
}
