//! What other rooms may call, and the doors that pages go through: each asks the rule, saves, and writes the audit entry.

use crate::{
    AgreementId, DeclarationId, DocumentId, ExchangeId, InvitationId, RequestId, SignatoryId, StatementId,
    mails::signing_of,
    rules::{
        agreements::{exchange, span},
        documents::{Assessing, assess, years},
        signing::{Signed, SigningRefusal, sign},
        versions::{VersionRefusal, draft, publish},
    },
    store::{
        agreements::{AgreementFacts, insert_agreement},
        documents::{
            DocumentFacts, NewAssessment, find_document, insert_assessment, insert_document, list_assessments,
        },
        exchanges::{NewExchange, insert_exchange},
        invitations::{Invitation, NewInvitation, close_open_of, insert_invitation, update_over},
        requests::{NewRequest, insert_request},
        signatories::{find_signatory, insert_signatory, standing_of, update_visibility},
        signatures::{NewSignature, as_signed, insert_signature, list_signatures},
        statements::{StatementFacts, insert_statement},
        versions::{Declaration, DeclarationFacts, insert_declaration, list_declarations, update_published},
    },
};
use jiff::civil::Date;
use partners::{OrganizationId, Reader, Visibility};
use platform::{
    db::Tx,
    errors::{OrNotFound, Result},
    text::Text,
};
use serde_json::json;

/// Writes a draft of the next version.
///
/// # Errors
/// [`crate::rules::versions::VersionRefusal::Drafted`].
pub async fn add_declaration(tx: &mut Tx, new: &DeclarationFacts) -> Result<DeclarationId> {
    let versions = list_declarations(tx).await?;
    let number = draft(versions.iter().map(Declaration::as_version))?;
    let id = insert_declaration(tx, number, new).await?;
    tx.audit("declaration.drafted", id, None::<&()>, Some(new)).await?;
    Ok(id)
}

/// What a rule said beside what could go wrong otherwise: the page that asked puts a refusal on its field.
pub type Ruled<T, R> = Result<std::result::Result<T, R>>;

/// Publishes the draft `id`, to be in force from a day, as it was decided; or says why not, with nothing changed.
///
/// # Errors
/// When there is no such draft, or the database refuses.
pub async fn publish_declaration(
    tx: &mut Tx,
    id: DeclarationId,
    in_force_on: Date,
    decision: &Text,
) -> Ruled<(), VersionRefusal> {
    let versions = list_declarations(tx).await?;
    let own = versions.iter().find(|one| one.id == id).or_not_found()?;
    let before = versions.iter().filter(|one| one.number < own.number).max_by_key(|one| one.number);
    if let Err(why) = publish(own.as_version(), before.map(Declaration::as_version), in_force_on, decision) {
        return Ok(Err(why));
    }
    update_published(tx, own, in_force_on, decision).await?;
    let after = json!({ "in_force_on": in_force_on, "decision": decision });
    tx.audit("declaration.published", id, None::<&()>, Some(&after)).await?;
    Ok(Ok(()))
}

/// Keeps a signature of an organization under version `number`, or says why not, with nothing changed. One that is not among
/// the signatories is from here on; it is shown as `visibility` says from now on. Open invitations to it are over.
///
/// # Errors
/// When the database refuses.
pub async fn sign_declaration(
    tx: &mut Tx,
    (of, visibility): (OrganizationId, Visibility),
    (number, new): (u32, &NewSignature),
    today: Date,
) -> Ruled<SignatoryId, SigningRefusal> {
    let standing = standing_of(tx, of).await?;
    let others = match standing {
        Some(id) => as_signed(&list_signatures(tx, id).await?),
        None => Vec::new(),
    };
    if let Err(why) = sign(&others, Signed { number, on: new.signed_on }, today) {
        return Ok(Err(why));
    }
    let id = match standing {
        Some(id) => {
            show_as(tx, id, visibility).await?;
            id
        }
        None => insert_signatory(tx, of, visibility).await?,
    };
    insert_signature(tx, id, new).await?;
    let after = json!({ "version": number, "signed_on": new.signed_on, "way": new.way });
    tx.audit("signatory.signed", id, None::<&()>, Some(&after)).await?;
    close_open_of(tx, of).await?;
    partners::close_asks(tx, &signing_of(of), partners::AskState::Done).await?;
    Ok(Ok(id))
}

/// Who may know that a signatory signed, as it said when it signed again.
async fn show_as(tx: &mut Tx, id: SignatoryId, visibility: Visibility) -> Result<()> {
    let Some(before) = find_signatory(tx, Reader::Staff, id).await? else { return Ok(()) };
    if before.visibility == visibility {
        return Ok(());
    }
    update_visibility(tx, &before, visibility).await?;
    let (old, new) = (json!({ "visibility": before.visibility }), json!({ "visibility": visibility }));
    tx.audit("signatory.changed", id, Some(&old), Some(&new)).await
}

/// Writes an invitation down; its mail is the caller's.
///
/// # Errors
/// When the database refuses.
pub async fn add_invitation(tx: &mut Tx, new: &NewInvitation) -> Result<InvitationId> {
    let id = insert_invitation(tx, new).await?;
    let after = json!({ "organization": new.organization });
    tx.audit("signing-invitation.sent", id, None::<&()>, Some(&after)).await?;
    Ok(id)
}

/// Notes that an invitation was used to sign.
///
/// # Errors
/// [`SigningRefusal::InvitationOver`].
pub async fn follow_invitation(tx: &mut Tx, of: &Invitation) -> Result<()> {
    if of.signed_at.is_some() || of.cancelled_at.is_some() {
        return Err(SigningRefusal::InvitationOver.into());
    }
    update_over(tx, of, true).await?;
    tx.audit("signing-invitation.signed", of.id, None::<&()>, None::<&()>).await
}

/// Keeps a strategic document.
///
/// # Errors
/// [`crate::rules::documents::DocumentRefusal::Backwards`].
pub async fn add_document(tx: &mut Tx, new: &DocumentFacts) -> Result<DocumentId> {
    years(new.from_year, new.to_year)?;
    let id = insert_document(tx, new).await?;
    tx.audit("document.added", id, None::<&()>, Some(new)).await?;
    Ok(id)
}

/// Keeps an assessment of a document beside those before it.
///
/// # Errors
/// [`crate::rules::documents::DocumentRefusal`].
pub async fn add_assessment(tx: &mut Tx, of: DocumentId, new: &NewAssessment, today: Date) -> Result<()> {
    let document = find_document(tx, Reader::Staff, of).await?.or_not_found()?;
    let (mention, evidence) = (new.mention, new.evidence.as_str());
    let asked = Assessing { mention, evidence, assessed_on: new.assessed_on, review_on: new.next_review_on };
    assess(asked, document.assessed_on, today)?;
    let number = list_assessments(tx, of).await?.first().map_or(1, |last| last.number + 1);
    insert_assessment(tx, &document, number, new).await?;
    let after = json!({ "mention": new.mention, "assessed_on": new.assessed_on });
    tx.audit("document.assessed", of, None::<&()>, Some(&after)).await
}

/// Keeps an agreement with a government.
///
/// # Errors
/// [`crate::rules::agreements::AgreementRefusal::Backwards`].
pub async fn add_agreement(tx: &mut Tx, new: &AgreementFacts) -> Result<AgreementId> {
    span(new.since_on, new.until_on)?;
    let id = insert_agreement(tx, new).await?;
    tx.audit("agreement.added", id, None::<&()>, Some(new)).await?;
    Ok(id)
}

/// Notes an exchange that was held under an agreement.
///
/// # Errors
/// [`crate::rules::agreements::AgreementRefusal`].
pub async fn add_exchange(
    tx: &mut Tx,
    of: AgreementId,
    new: &NewExchange,
    today: Date,
) -> Result<ExchangeId> {
    exchange(new.held_on, None, today)?;
    let id = insert_exchange(tx, of, new).await?;
    tx.audit("agreement.exchange-noted", of, None::<&()>, Some(&json!({ "held_on": new.held_on }))).await?;
    Ok(id)
}

/// Keeps a public statement.
///
/// # Errors
/// When the database refuses.
pub async fn add_statement(tx: &mut Tx, new: &StatementFacts) -> Result<StatementId> {
    let id = insert_statement(tx, new).await?;
    tx.audit("statement.added", id, None::<&()>, Some(new)).await?;
    Ok(id)
}

/// Takes a request to sign in.
///
/// # Errors
/// When the database refuses.
pub async fn add_request(tx: &mut Tx, new: &NewRequest) -> Result<RequestId> {
    let id = insert_request(tx, new).await?;
    tx.audit("signing-request.received", id, None::<&()>, None::<&()>).await?;
    Ok(id)
}
