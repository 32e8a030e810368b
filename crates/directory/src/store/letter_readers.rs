//! Who got the letters that ask whether records are true, at which address.

use crate::{LetterId, LetterReaderId};
use partners::PersonId;
use platform::{
    clock::Moment,
    db::{List, Sort, Tx},
    errors::Result,
    ids::PartnershipId,
    langs::Lang,
    row, sql,
};

row! {
    /// Somebody who got a letter, at the address used then.
    pub struct LetterReader {
        /// Which: the link leads to this.
        pub id: LetterReaderId,
        /// Which letter.
        pub letter_id: LetterId,
        /// Her record; none for the organization's own mailbox.
        pub person_id: Option<PersonId>,
        /// The name used then.
        pub name: String,
        /// Where the link went.
        pub email: String,
        /// The language it was written in.
        pub lang: Lang,
        /// When it was sent last.
        pub sent_at: Moment,
    }
}

/// Who is to get a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReader {
    /// Her record; none for the organization's own mailbox.
    pub person: Option<PersonId>,
    /// The name to write to.
    pub name: String,
    /// The address.
    pub email: String,
    /// The language to write in.
    pub lang: Lang,
}

const READER: &str = "r.id, r.letter_id, r.person_id, r.name, r.email, r.lang, l.sent_at";
const READERS: &str = "service_letter_reader r JOIN service_letter l ON l.partnership_id = r.partnership_id AND l.id = r.letter_id";

fn readers(partnership: &PartnershipId) -> List<'_> {
    List::new(READER, READERS).filter("r.partnership_id = ?", partnership)
}

/// Who got a letter, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn readers_of(tx: &mut Tx, letter: LetterId) -> Result<Vec<LetterReader>> {
    let partnership = tx.partnership()?;
    let list = readers(&partnership).filter("r.letter_id = ?", &letter);
    tx.rows(&list.sort("r.name", Sort::Up).sort("r.id", Sort::Up).page(1, 200)).await
}

/// Whom a link leads to.
///
/// # Errors
/// When the database does not answer.
pub async fn find_reader(tx: &mut Tx, id: LetterReaderId) -> Result<Option<LetterReader>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&readers(&partnership).filter("r.id = ?", &id).page(1, 1)).await?.pop())
}

/// Says who gets a letter, in place of those who got it before; gives their rows in the same order. Who has the same address as before
/// keeps her row, and her older link with it; at another address it is another row, and the older link opens nothing.
///
/// # Errors
/// When the database refuses.
pub async fn save_readers(
    tx: &mut Tx,
    letter: LetterId,
    readers: &[NewReader],
) -> Result<Vec<LetterReaderId>> {
    let (partnership, before) = (tx.partnership()?, readers_of(tx, letter).await?);
    let same = |new: &NewReader, old: &LetterReader| {
        old.person_id == new.person && old.email.eq_ignore_ascii_case(&new.email)
    };
    for old in before.iter().filter(|old| !readers.iter().any(|new| same(new, old))) {
        let gone = "DELETE FROM service_letter_reader WHERE partnership_id = $1 AND id = $2";
        sql!(tx, run, gone, partnership, old.id)?;
    }
    let mut ids = Vec::new();
    for new in readers {
        if let Some(old) = before.iter().find(|old| same(new, old)) {
            ids.push(old.id);
            continue;
        }
        let id = tx.new_id::<LetterReaderId>()?;
        sql!(
            tx,
            must,
            "INSERT INTO service_letter_reader (id, partnership_id, letter_id, person_id, name, email, lang) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            id,
            partnership,
            letter,
            new.person,
            new.name,
            new.email,
            new.lang
        )?;
        ids.push(id);
    }
    Ok(ids)
}

/// Whom letters reached as a person, by her record or at one of these addresses.
///
/// # Errors
/// When the database does not answer.
pub async fn readers_who_are(
    tx: &mut Tx,
    person: PersonId,
    addresses: &[String],
) -> Result<Vec<LetterReader>> {
    let partnership = tx.partnership()?;
    let own = readers(&partnership).filter("r.person_id = ?", &person);
    let mut all: Vec<LetterReader> = tx.rows(&own.sort("r.id", Sort::Up).page(1, 1_000)).await?;
    for address in addresses.iter().filter(|address| !address.is_empty()) {
        let address = address.to_lowercase();
        let list = readers(&partnership).filter("lower(r.email) = ?", &address);
        let some: Vec<LetterReader> = tx.rows(&list.sort("r.id", Sort::Up).page(1, 1_000)).await?;
        let known: Vec<LetterReaderId> = all.iter().map(|one| one.id).collect();
        all.extend(some.into_iter().filter(|one| !known.contains(&one.id)));
    }
    Ok(all)
}

/// Forgets that a letter went to somebody; her link opens nothing any more.
///
/// # Errors
/// When the database refuses.
pub async fn forget_reader(tx: &mut Tx, id: LetterReaderId) -> Result<u64> {
    let partnership = tx.partnership()?;
    sql!(tx, run, "DELETE FROM service_letter_reader WHERE partnership_id = $1 AND id = $2", partnership, id)
}
