//! What partners declare and agree to: the declaration of intent in its versions, who signed which of them and for whom,
//! who is asked to sign and who asks.
//!
//! Published words never change (a language that has none may be added), so a signature always stands under the words that were signed. Who may know that an
//! organization signed is stored with the signatory; what anyone sees needs both the organization and its signature public.
//!
//! Decisions are in `rules`, SQL in `store`, pages in `pages` and `public`; `facade` is what other rooms may call.
//!
//! Not here: who sits on which council (`councils`), consent to mail (the platform's ledger).

mod api;
mod facade;
mod finding;
mod holding;
mod jobs;
mod knots;
mod mails;
mod pages;
mod panels;
mod public;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;
mod today;
mod translating;

pub use facade::{
    Ruled, add_agreement, add_assessment, add_declaration, add_document, add_exchange, add_invitation,
    add_request, add_statement, follow_invitation, publish_declaration, sign_declaration,
};
pub use public::request::wording as request_wording;
pub use store::{
    agreements::{Agreement, AgreementFacts},
    documents::{Document, DocumentFacts, NewAssessment},
    exchanges::{Exchange, NewExchange},
    invitations::{Invitation, NewInvitation},
    requests::{NewRequest, SigningRequest},
    signatories::Signatory,
    signatures::{Invited, NewSignature, Signature},
    statements::{Statement, StatementFacts},
    versions::{Declaration, DeclarationFacts, list_declarations as declarations},
};

use platform::{
    ctx::PUBLIC,
    langs::Lang,
    manifest::{Manifest, NavEntry, NavGroup, Restorer},
};

platform::id! { /// One version of the declaration of intent.
DeclarationId, "declaration" }
platform::id! { /// One agreement with a government.
AgreementId, "agreement" }
platform::id! { /// One exchange under an agreement.
ExchangeId, "exchange" }
platform::id! { /// One strategic document.
DocumentId, "strategic-document" }
platform::id! { /// One assessment of a document.
AssessmentId, "document-assessment" }
platform::id! { /// One public statement.
StatementId, "statement" }
platform::id! { /// One organization among the signatories.
SignatoryId, "signatory" }
platform::id! { /// One signature.
SignatureId, "signature" }
platform::id! { /// One invitation to sign.
InvitationId, "signing-invitation" }
platform::id! { /// One request to sign.
RequestId, "signing-request" }

/// Permissions of this room.
pub mod can {
    use platform::authority::{Office, Permission};

    /// Seeing the declaration and who signed it, as far as each may know of it.
    pub const SEE: Permission = Permission::see(
        "declarations.see",
        &[
            Office::Coordinator,
            Office::Chair,
            Office::CouncilMember,
            Office::PartnerEditor,
            Office::Translator,
            Office::Reader,
        ],
    );
    /// Writing and publishing the declaration, asking for signatures, noting them and their withdrawal.
    pub const KEEP_DECLARATION: Permission = Permission::act("declarations.keep", &[Office::Coordinator]);
    /// Seeing agreements and exchanges with governments: they are for those who sit at the tables.
    pub const SEE_AGREEMENTS: Permission = Permission::see(
        "declarations.agreements.see",
        &[Office::Coordinator, Office::Chair, Office::CouncilMember],
    );
    /// Keeping agreements and noting exchanges.
    pub const EDIT_AGREEMENTS: Permission =
        Permission::act("declarations.agreements", &[Office::Coordinator]);
    /// Keeping the register of strategic documents and assessing them.
    pub const EDIT_DOCUMENTS: Permission = Permission::act("declarations.documents", &[Office::Coordinator]);
    /// Keeping public statements: they speak for the whole partnership, so a chair of one group does not.
    pub const EDIT_STATEMENTS: Permission =
        Permission::act("declarations.statements", &[Office::Coordinator]);
}

/// What this room brings to the house.
pub fn manifest() -> Manifest {
    let mut manifest = document_routes(agreement_routes(statement_routes(public_routes(routes(
        Manifest::new("declarations"),
    )))));
    manifest.words = vec![
        (Lang::En, include_str!("../words/en.ftl")),
        (Lang::Fr, include_str!("../words/fr.ftl")),
        (Lang::Ar, include_str!("../words/ar.ftl")),
    ];
    let entry = |key, path, see| NavEntry { group: NavGroup::People, key, path, see };
    manifest.nav = vec![entry("nav-declarations", "/work/declarations", can::SEE)];
    manifest.public_nav = vec![entry("nav-declaration", public::PATH, PUBLIC)];
    manifest.ways_in = vec![entry("way-in-declaration", "/declaration/sign", PUBLIC)];
    manifest.search = finding::PROVIDERS.to_vec();
    manifest.providers = knots::PROVIDERS.to_vec();
    manifest.restorers = vec![
        Restorer { kind: "signatory", may: can::KEEP_DECLARATION, restore: pages::endings::restore },
        Restorer {
            kind: "statement",
            may: can::EDIT_STATEMENTS,
            restore: pages::record::restore::<pages::statements::Kept>,
        },
        Restorer {
            kind: "strategic-document",
            may: can::EDIT_DOCUMENTS,
            restore: pages::record::restore::<Document>,
        },
        Restorer {
            kind: "agreement",
            may: can::EDIT_AGREEMENTS,
            restore: pages::record::restore::<Agreement>,
        },
        Restorer { kind: "exchange", may: can::EDIT_AGREEMENTS, restore: pages::exchanges::restore },
    ];
    manifest.refusals = vec![
        rules::versions::VersionRefusal::CODES,
        rules::signing::SigningRefusal::CODES,
        rules::statements::StatementRefusal::CODES,
        rules::agreements::AgreementRefusal::CODES,
        rules::documents::DocumentRefusal::CODES,
    ];
    manifest.purposes = vec![mails::ASKING];
    manifest.data_map = include_str!("../datamap.txt");
    manifest.data_map_fr = include_str!("../datamap.fr.txt");
    manifest.sampled = pages::samples::all();
    manifest.sampled.extend(pages::record_samples::all());
    manifest.sampled.extend(public::samples::all());
    manifest.panels = panels::all();
    manifest.today = vec![today::today];
    manifest.jobs = vec![jobs::FORGET];
    manifest.retentions = vec![jobs::REQUESTS, jobs::INVITATIONS];
    manifest.translatables = translating::TRANSLATABLES.to_vec();
    manifest.holdings = vec![holding::HOLDING];
    manifest.openapi = include_str!("openapi.json");
    manifest
}

fn document_routes(manifest: Manifest) -> Manifest {
    use can::{EDIT_DOCUMENTS as EDIT, SEE};
    use pages::{
        document_list, overview,
        record::{ask_bin, bin, create, edit, new, update},
    };
    manifest
        .get("/{p}/work/declarations/documents", SEE, document_list::index)
        .post("/{p}/work/declarations/documents", EDIT, create::<Document>)
        .get("/{p}/work/declarations/documents/new", EDIT, new::<Document>)
        .get("/{p}/work/declarations/documents/overview", SEE, overview::show)
        .get("/{p}/work/declarations/documents/{record}", SEE, document_list::show)
        .post("/{p}/work/declarations/documents/{record}", EDIT, update::<Document>)
        .get("/{p}/work/declarations/documents/{record}/edit", EDIT, edit::<Document>)
        .get("/{p}/work/declarations/documents/{record}/bin", EDIT, ask_bin::<Document>)
        .post("/{p}/work/declarations/documents/{record}/bin", EDIT, bin::<Document>)
        .post("/{p}/work/declarations/documents/{record}/assessments", EDIT, document_list::note)
        .get("/{p}/work/declarations/documents/{record}/file", SEE, document_list::take)
        .post("/{p}/work/declarations/documents/{record}/file", EDIT, document_list::keep)
}

fn agreement_routes(manifest: Manifest) -> Manifest {
    use can::{EDIT_AGREEMENTS as EDIT, SEE_AGREEMENTS as SEE};
    use pages::{
        agreement_list, exchanges,
        record::{ask_bin, bin, create, edit, new, update},
    };
    manifest
        .get("/{p}/work/declarations/agreements", SEE, agreement_list::index)
        .post("/{p}/work/declarations/agreements", EDIT, create::<Agreement>)
        .get("/{p}/work/declarations/agreements/new", EDIT, new::<Agreement>)
        .get("/{p}/work/declarations/agreements/{record}", SEE, agreement_list::show)
        .post("/{p}/work/declarations/agreements/{record}", EDIT, update::<Agreement>)
        .get("/{p}/work/declarations/agreements/{record}/edit", EDIT, edit::<Agreement>)
        .get("/{p}/work/declarations/agreements/{record}/bin", EDIT, ask_bin::<Agreement>)
        .post("/{p}/work/declarations/agreements/{record}/bin", EDIT, bin::<Agreement>)
        .post("/{p}/work/declarations/agreements/{record}/exchanges", EDIT, agreement_list::note)
        .post("/{p}/work/declarations/agreements/{record}/exchanges/{exchange}", EDIT, exchanges::update)
        .get("/{p}/work/declarations/agreements/{record}/exchanges/{exchange}/edit", EDIT, exchanges::edit)
        .get("/{p}/work/declarations/agreements/{record}/exchanges/{exchange}/bin", EDIT, exchanges::ask_bin)
        .post("/{p}/work/declarations/agreements/{record}/exchanges/{exchange}/bin", EDIT, exchanges::bin)
}

fn statement_routes(manifest: Manifest) -> Manifest {
    use can::{EDIT_STATEMENTS as EDIT, SEE};
    use pages::{
        record::{ask_bin, bin, create, edit, new, update},
        statement_list,
        statements::Kept,
    };
    manifest
        .get("/{p}/work/declarations/statements", SEE, statement_list::index)
        .post("/{p}/work/declarations/statements", EDIT, create::<Kept>)
        .get("/{p}/work/declarations/statements/new", EDIT, new::<Kept>)
        .get("/{p}/work/declarations/statements/{record}", SEE, statement_list::show)
        .post("/{p}/work/declarations/statements/{record}", EDIT, update::<Kept>)
        .get("/{p}/work/declarations/statements/{record}/edit", EDIT, edit::<Kept>)
        .get("/{p}/work/declarations/statements/{record}/bin", EDIT, ask_bin::<Kept>)
        .post("/{p}/work/declarations/statements/{record}/bin", EDIT, bin::<Kept>)
        .get("/{p}/{lang}/statements", PUBLIC, public::statements::index)
        .get("/{p}/{lang}/statements/{record}", PUBLIC, public::statements::show)
}

fn public_routes(manifest: Manifest) -> Manifest {
    use public::{request, sign, wall};
    manifest
        .get("/{p}/{lang}/declaration", PUBLIC, wall::show)
        .get("/{p}/{lang}/declaration/versions/{number}", PUBLIC, wall::version)
        .get("/{p}/{lang}/declaration/sign", PUBLIC, request::new)
        .post("/{p}/{lang}/declaration/sign", PUBLIC, request::create)
        .get("/{p}/{lang}/declaration/sign/received", PUBLIC, request::received)
        .get("/{p}/{lang}/declaration/signed", PUBLIC, sign::signed)
        .get("/{p}/{lang}/declaration/signing/{ticket}", PUBLIC, sign::open)
        .post("/{p}/{lang}/declaration/signing/{ticket}", PUBLIC, sign::create)
        .get("/{p}/api/v1/declaration", PUBLIC, api::declaration)
        .get("/{p}/api/v1/signatories", PUBLIC, api::signatories)
        .get("/{p}/api/v1/statements", PUBLIC, api::statements)
}

fn routes(manifest: Manifest) -> Manifest {
    use can::{KEEP_DECLARATION as KEEP, SEE};
    use pages::{endings, invitations, paper, publishing, requests, signatories, versions};
    manifest
        .get("/{p}/work/declarations", SEE, signatories::index)
        .get("/{p}/work/declarations/signatories/new", KEEP, paper::new)
        .post("/{p}/work/declarations/signatories", KEEP, paper::create)
        .get("/{p}/work/declarations/signatories/{signatory}", SEE, signatories::show)
        .post("/{p}/work/declarations/signatories/{signatory}", KEEP, endings::update)
        .get("/{p}/work/declarations/signatories/{signatory}/edit", KEEP, endings::edit)
        .get("/{p}/work/declarations/signatories/{signatory}/withdrawal", KEEP, endings::ask_withdrawal)
        .post("/{p}/work/declarations/signatories/{signatory}/withdrawal", KEEP, endings::withdrawn)
        .get("/{p}/work/declarations/signatories/{signatory}/bin", KEEP, endings::ask_bin)
        .post("/{p}/work/declarations/signatories/{signatory}/bin", KEEP, endings::bin)
        .get("/{p}/work/declarations/signatories/{signatory}/signatures/{signature}/file", KEEP, paper::show)
        .get("/{p}/work/declarations/versions", SEE, versions::index)
        .post("/{p}/work/declarations/versions", KEEP, versions::create)
        .get("/{p}/work/declarations/versions/new", KEEP, versions::new)
        .get("/{p}/work/declarations/versions/{number}/edit", KEEP, versions::edit)
        .post("/{p}/work/declarations/versions/{number}", KEEP, versions::update)
        .get("/{p}/work/declarations/versions/{number}/publication", KEEP, publishing::ask)
        .post("/{p}/work/declarations/versions/{number}/publication", KEEP, publishing::create)
        .get("/{p}/work/declarations/invitations", KEEP, invitations::index)
        .post("/{p}/work/declarations/invitations", KEEP, invitations::create)
        .post("/{p}/work/declarations/invitations/{invitation}/sending", KEEP, invitations::send)
        .post("/{p}/work/declarations/invitations/{invitation}/cancelling", KEEP, invitations::cancel)
        .get("/{p}/work/declarations/requests", KEEP, requests::index)
        .get("/{p}/work/declarations/requests/{request}", KEEP, requests::show)
        .post("/{p}/work/declarations/requests/{request}/answer", KEEP, requests::answer)
}
