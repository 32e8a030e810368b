//! Letting go of a person: signatures stay without her name, invitations and requests are deleted.

use partners::PersonId;
use platform::{
    clock::Moment,
    db::{One, Tx},
    errors::Result,
    files::FileId,
    sql,
};

/// What a person signed: the words, and when.
///
/// # Errors
/// When the database does not answer.
pub async fn signed_by(tx: &mut Tx, person: PersonId) -> Result<Vec<(String, Moment)>> {
    let rows: Vec<(String, String, Moment)> = sql!(
        tx,
        all(String, String, Moment),
        "SELECT name, title, recorded_at FROM signature WHERE partnership_id = $1 AND person_id = $2 ORDER BY recorded_at LIMIT 1000",
        tx.partnership()?,
        person
    )?;
    Ok(rows.into_iter().map(|(name, title, at)| (joined([name, title]), at)).collect())
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

/// Takes a person's name from her signatures, and the papers that bear it; gives of how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_signatures(tx: &mut Tx, person: PersonId) -> Result<u64> {
    let papers = sql!(
        tx,
        all One<FileId>,
        "SELECT file_id FROM signature WHERE partnership_id = $1 AND person_id = $2 AND file_id IS NOT NULL LIMIT 1000",
        tx.partnership()?,
        person
    )?;
    let gone = sql!(
        tx,
        run,
        "UPDATE signature SET name = '', title = '', person_id = NULL, file_id = NULL, name_erased = $3 WHERE partnership_id = $1 AND person_id = $2",
        tx.partnership()?,
        person,
        true
    )?;
    for (paper,) in papers {
        tx.drop_file(paper).await?;
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
