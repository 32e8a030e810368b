//! Who sits on a body belongs to the partnership, and may be written to about its work: the ledger of consent learns it here.

use crate::{rules::terms::belonging, store::terms::list_terms_of_person};
use partners::PersonId;
use platform::{
    consent::{Basis, NewConsent},
    db::Tx,
    errors::Result,
    langs::Lang,
};

/// For what those who sit on a body may be written to.
pub(crate) const PURPOSE: &str = "council-letters";

/// What the tickets are for by which a person stops these letters.
pub(crate) const STOP: &str = "stop-council-letters";

/// Writes down since when and until when a person belongs, from all terms she serves. Nothing happens to one who serves none.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn note_membership(tx: &mut Tx, person: PersonId) -> Result<()> {
    let terms: Vec<_> = list_terms_of_person(tx, person).await?.into_iter().map(|(_, term)| term).collect();
    let Some((since, ended)) = belonging(&terms, person) else { return Ok(()) };
    let fact = NewConsent {
        purpose: PURPOSE,
        basis: Basis::Membership,
        since: Some(since),
        ended,
        how: "seat",
        wording: "",
        lang: Lang::En,
        evidence: None,
    };
    tx.record_consent(person, &fact).await.map(drop)
}
