//! Strategic documents of organizations and the assessments of what they say.

use crate::{
    AssessmentId, DocumentId,
    rules::documents::{DocumentKind, Mention},
};
use jiff::civil::Date;
use partners::{OrganizationId, Reader, SectorId};
use platform::{
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    files::FileId,
    http::Address,
    ids::PartnershipId,
    row,
    search::Sought,
    sql,
    text::Text,
};
use serde::Serialize;

row! {
    /// A document with the assessment that stands.
    #[derive(PartialEq, Eq)]
    pub struct Document {
        /// Which document.
        pub id: DocumentId,
        /// Whose it is.
        pub organization_id: OrganizationId,
        /// The name of that organization.
        pub organization: Text,
        /// Its place in addresses.
        pub slug: String,
        /// What it works in.
        pub sector_id: Option<SectorId>,
        /// What it is called.
        pub title: Text,
        /// What sort it is.
        pub kind: DocumentKind,
        /// The first year it covers.
        pub from_year: u32,
        /// The last year it covers; none when it is open.
        pub to_year: Option<u32>,
        /// Where it can be read; may be empty.
        pub link: String,
        /// The document itself.
        pub file_id: Option<FileId>,
        /// What that file is called.
        pub file_name: Option<String>,
        /// When it is to be read again.
        pub next_review_on: Option<Date>,
        /// How far it goes, as it was read last; none as long as nobody has.
        pub mention: Option<Mention>,
        /// When it was read last.
        pub assessed_on: Option<Date>,
        /// How its record stands.
        pub version: i64,
    }
}

/// What a document is kept with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentFacts {
    /// Whose it is.
    pub organization: OrganizationId,
    /// What it is called.
    pub title: Text,
    /// What sort it is.
    pub kind: DocumentKind,
    /// The first year it covers.
    pub from_year: u32,
    /// The last year it covers.
    pub to_year: Option<u32>,
    /// Where it can be read.
    pub link: String,
    /// When it is to be read again.
    pub next_review_on: Option<Date>,
}

row! {
    /// What one reading of a document found.
    pub struct Assessment {
        /// Which assessment.
        pub id: AssessmentId,
        /// Its number, from 1.
        pub number: u32,
        /// How far the document goes.
        pub mention: Mention,
        /// What it says, in own words.
        pub evidence: String,
        /// Where it says so.
        pub pages: String,
        /// When it was read.
        pub assessed_on: Date,
        /// By whom; empty when the name was taken out.
        pub assessed_by: String,
    }
}

/// An assessment on its way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewAssessment {
    /// How far the document goes.
    pub mention: Mention,
    /// What it says, in own words.
    pub evidence: String,
    /// Where it says so.
    pub pages: String,
    /// When it was read.
    pub assessed_on: Date,
    /// By whom.
    pub assessed_by: String,
    /// When it is to be read again.
    pub next_review_on: Option<Date>,
}

const COLUMNS: &str = "d.id, d.organization_id, o.name AS organization, o.slug, o.sector_id, d.title, d.kind, d.from_year, d.to_year, d.link, \
    d.file_id, f.name AS file_name, d.next_review_on, a.mention, a.assessed_on, d.version";
const FROM: &str = "strategic_document d \
    JOIN kept_organization o ON o.partnership_id = d.partnership_id AND o.id = d.organization_id \
    LEFT JOIN stored_file f ON f.partnership_id = d.partnership_id AND f.id = d.file_id \
    LEFT JOIN document_assessment a ON a.partnership_id = d.partnership_id AND a.document_id = d.id AND a.number = \
      (SELECT max(b.number) FROM document_assessment b WHERE b.partnership_id = d.partnership_id AND b.document_id = d.id)";

/// The documents of organizations that the reader may know of.
fn seen_by(partnership: &PartnershipId, reader: Reader) -> List<'_> {
    List::new(COLUMNS, FROM)
        .filter("d.partnership_id = ?", partnership)
        .only("d.binned_at IS NULL")
        .among("o.visibility", reader.sees())
}

/// The document, when the reader may know of it.
///
/// # Errors
/// When the database does not answer.
pub async fn find_document(tx: &mut Tx, reader: Reader, id: DocumentId) -> Result<Option<Document>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&seen_by(&partnership, reader).filter("d.id = ?", &id).page(1, 1)).await?.pop())
}

/// What a list of documents is narrowed to.
#[derive(Debug, Clone, Copy, Default)]
pub struct DocumentsAsked {
    /// For whose eyes.
    pub reader: Reader,
    /// Only documents that were read and go so far.
    pub mention: Option<Mention>,
    /// Only documents that nobody has read.
    pub is_unread: bool,
    /// Only this sort.
    pub kind: Option<DocumentKind>,
    /// Only organizations of this sector.
    pub sector: Option<SectorId>,
}

/// The page of the documents that `address` asks for, by title.
///
/// # Errors
/// When the database does not answer.
pub async fn page_documents(
    tx: &mut Tx,
    asked: &DocumentsAsked,
    address: &Address,
) -> Result<Page<Document>> {
    let partnership = tx.partnership()?;
    let (column, way) = address.sort();
    let list = seen_by(&partnership, asked.reader)
        .filter_some("a.mention = ?", asked.mention.as_ref())
        .filter_some("d.kind = ?", asked.kind.as_ref())
        .filter_some("o.sector_id = ?", asked.sector.as_ref())
        .search("d.search_key || ' ' || o.search_key", address.get("q"));
    let list = if asked.is_unread { list.only("a.mention IS NULL") } else { list };
    let list = match column {
        "organization" => list.sort("o.search_key", way),
        "years" => list.sort("d.from_year", way),
        "review" => list.sort("COALESCE(d.next_review_on, '9999-12-31')", way),
        _ => list.sort("d.search_key", way),
    };
    tx.page_for(address, list.sort("d.id", Sort::Up)).await
}

/// The sector of every document that the reader may know of, and how far it goes.
///
/// # Errors
/// When the database does not answer.
pub async fn levels(tx: &mut Tx, reader: Reader) -> Result<Vec<(Option<SectorId>, Option<Mention>)>> {
    let partnership = tx.partnership()?;
    let mut all = Vec::new();
    for number in 1..=20 {
        let list = seen_by(&partnership, reader).sort("d.id", Sort::Up).page(number, 1_000);
        let some: Vec<Document> = tx.rows(&list).await?;
        let is_last = some.len() < 1_000;
        all.extend(some.into_iter().map(|one| (one.sector_id, one.mention)));
        if is_last {
            break;
        }
    }
    Ok(all)
}

/// The documents of an organization, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn documents_of(tx: &mut Tx, reader: Reader, of: OrganizationId) -> Result<Vec<Document>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).filter("d.organization_id = ?", &of);
    tx.rows(&list.sort("d.from_year", Sort::Down).sort("d.id", Sort::Up).page(1, 200)).await
}

/// The documents that are to be read again on or before `day`, the nearest first.
///
/// # Errors
/// When the database does not answer.
pub async fn documents_due(tx: &mut Tx, day: Date) -> Result<Vec<Document>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, Reader::Staff).filter("d.next_review_on <= ?", &day);
    tx.rows(&list.sort("d.next_review_on", Sort::Up).sort("d.id", Sort::Up).page(1, 100)).await
}

/// Stores a document.
///
/// # Errors
/// When the database refuses.
pub async fn insert_document(tx: &mut Tx, new: &DocumentFacts) -> Result<DocumentId> {
    let (id, partnership, at) = (tx.new_id::<DocumentId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO strategic_document (id, partnership_id, organization_id, title, kind, from_year, to_year, link, next_review_on,
           search_key, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id,
        partnership,
        new.organization,
        new.title,
        new.kind,
        new.from_year,
        new.to_year,
        new.link,
        new.next_review_on,
        new.title.search_key(),
        at
    )?;
    Ok(id)
}

/// Changes a document.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_document(tx: &mut Tx, before: &Document, new: &DocumentFacts) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE strategic_document SET organization_id = $1, title = $2, kind = $3, from_year = $4, to_year = $5, link = $6,
           next_review_on = $7, search_key = $8, version = version + 1
         WHERE partnership_id = $9 AND id = $10 AND version = $11",
        new.organization,
        new.title,
        new.kind,
        new.from_year,
        new.to_year,
        new.link,
        new.next_review_on,
        new.title.search_key(),
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Says which file is the document; one that it replaces goes.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_file(tx: &mut Tx, before: &Document, file: FileId) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE strategic_document SET file_id = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4",
        file,
        tx.partnership()?,
        before.id,
        before.version
    )?;
    match before.file_id {
        Some(replaced) => tx.drop_file(replaced).await,
        None => Ok(()),
    }
}

/// Takes a document out of sight, or back into it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since, or is not where it was.
pub async fn bin_document(
    tx: &mut Tx,
    (id, version): (DocumentId, Option<i64>),
    binned_at: Option<Moment>,
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE strategic_document SET binned_at = $1, version = version + 1
         WHERE partnership_id = $2 AND id = $3 AND version = COALESCE($4, version) AND (binned_at IS NULL) = $5",
        binned_at,
        tx.partnership()?,
        id,
        version,
        binned_at.is_some()
    )
}

/// The assessments of a document, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_assessments(tx: &mut Tx, of: DocumentId) -> Result<Vec<Assessment>> {
    sql!(
        tx,
        all Assessment,
        "SELECT id, number, mention, evidence, pages, assessed_on, assessed_by FROM document_assessment
         WHERE partnership_id = $1 AND document_id = $2 ORDER BY number DESC LIMIT 200",
        tx.partnership()?,
        of
    )
}

/// Stores an assessment beside the others, and when the document is to be read again.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when the document has changed since `before` was read.
pub async fn insert_assessment(
    tx: &mut Tx,
    before: &Document,
    number: u32,
    new: &NewAssessment,
) -> Result<()> {
    let (id, partnership, at) = (tx.new_id::<AssessmentId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        save,
        "UPDATE strategic_document SET next_review_on = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4",
        new.next_review_on,
        partnership,
        before.id,
        before.version
    )?;
    sql!(
        tx,
        must,
        "INSERT INTO document_assessment (id, partnership_id, document_id, number, mention, evidence, pages, assessed_on, assessed_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        partnership,
        before.id,
        number,
        new.mention,
        new.evidence,
        new.pages,
        new.assessed_on,
        new.assessed_by,
        at
    )
}

/// Takes a person's names from what she assessed; gives of how many.
///
/// # Errors
/// When the database refuses.
pub async fn forget_assessor(tx: &mut Tx, names: &[String]) -> Result<u64> {
    let (partnership, mut gone) = (tx.partnership()?, 0);
    for name in names.iter().filter(|name| !name.is_empty()) {
        gone += sql!(
            tx,
            run,
            "UPDATE document_assessment SET assessed_by = '' WHERE partnership_id = $1 AND assessed_by = $2",
            partnership,
            name
        )?;
    }
    Ok(gone)
}

/// The documents of organizations that the reader may know of whose title has what is looked for.
///
/// # Errors
/// When the database does not answer.
pub async fn documents_called(tx: &mut Tx, reader: Reader, sought: &Sought) -> Result<Vec<Document>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).sort("d.search_key", Sort::Up).sort("d.id", Sort::Up);
    sought.rows(tx, list, "d.search_key").await
}
