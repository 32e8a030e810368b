//! Public statements and the organizations that issued or signed them.

use crate::{
    StatementId,
    rules::statements::{DayOfYear, Part, StatementKind},
};
use councils::CouncilId;
use jiff::civil::Date;
use partners::{OrganizationId, Reader, Visibility};
use platform::{
    clock::Moment,
    db::{List, Page, Param, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    row,
    search::Sought,
    sql,
    text::Text,
};
use serde::Serialize;
use std::collections::HashMap;

row! {
    /// A statement as it is stored.
    #[derive(PartialEq, Eq)]
    pub struct Statement {
        /// Which statement.
        pub id: StatementId,
        /// What sort it is.
        pub kind: StatementKind,
        /// What it is called.
        pub title: Text,
        /// The text; may be empty where only the source is known.
        pub body: Text,
        /// When it was issued.
        pub issued_on: Date,
        /// The body that issued it.
        pub council_id: Option<CouncilId>,
        /// Where it can be read; may be empty.
        pub link: String,
        /// Who may know of it.
        pub visibility: Visibility,
        /// The month in which it is recalled every year.
        pub recall_month: Option<u32>,
        /// The day on which it is recalled every year.
        pub recall_day: Option<u32>,
        /// How many days ahead it is recalled.
        pub recall_ahead: u32,
        /// How its record stands.
        pub version: i64,
    }
}

impl Statement {
    /// The day of every year on which it is recalled.
    pub fn recalled(&self) -> Option<DayOfYear> {
        let (month, day) = self.recall_month.zip(self.recall_day)?;
        Some(DayOfYear { month, day })
    }
}

/// What a statement is kept with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatementFacts {
    /// What sort it is.
    pub kind: StatementKind,
    /// What it is called.
    pub title: Text,
    /// The text.
    pub body: Text,
    /// When it was issued.
    pub issued_on: Date,
    /// The body that issued it.
    pub council: Option<CouncilId>,
    /// The organizations that issued it.
    pub issuers: Vec<OrganizationId>,
    /// The organizations that signed it.
    pub signatories: Vec<OrganizationId>,
    /// Where it can be read.
    pub link: String,
    /// Who may know of it.
    pub visibility: Visibility,
    /// The day of every year on which it is recalled.
    pub recall: Option<DayOfYear>,
    /// How many days ahead it is recalled.
    pub recall_ahead: u32,
}

const COLUMNS: &str = "id, kind, title, body, issued_on, council_id, link, visibility, recall_month, recall_day, recall_ahead, version";

fn seen_by(partnership: &PartnershipId, reader: Reader) -> List<'_> {
    List::new(COLUMNS, "statement")
        .filter("partnership_id = ?", partnership)
        .only("binned_at IS NULL")
        .among("visibility", reader.sees())
}

/// The statement, when the reader may know of it.
///
/// # Errors
/// When the database does not answer.
pub async fn find_statement(tx: &mut Tx, reader: Reader, id: StatementId) -> Result<Option<Statement>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&seen_by(&partnership, reader).filter("id = ?", &id).page(1, 1)).await?.pop())
}

/// The page of the statements that `address` asks for, the newest first; `kind` narrows to one sort.
///
/// # Errors
/// When the database does not answer.
pub async fn page_statements(
    tx: &mut Tx,
    reader: Reader,
    kind: Option<StatementKind>,
    address: &Address,
) -> Result<Page<Statement>> {
    let partnership = tx.partnership()?;
    let (column, way) = address.sort();
    let list = seen_by(&partnership, reader)
        .filter_some("kind = ?", kind.as_ref())
        .search("search_key", address.get("q"));
    let list = match column {
        "title" => list.sort("search_key", way),
        "issued" => list.sort("issued_on", way),
        _ => list.sort("issued_on", Sort::Down),
    };
    tx.page_for(address, list.sort("id", Sort::Up)).await
}

/// The statements that the reader may know of, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_statements(tx: &mut Tx, reader: Reader) -> Result<Vec<Statement>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).sort("issued_on", Sort::Down).sort("id", Sort::Up);
    tx.rows(&list.page(1, 1_000)).await
}

/// At most `limit` statements that anyone may know of, the oldest first, after this day and id.
///
/// # Errors
/// When the database does not answer.
pub async fn list_statements_after(
    tx: &mut Tx,
    after: Option<&(Date, StatementId)>,
    limit: u32,
) -> Result<Vec<Statement>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, Reader::Public);
    let list = match after {
        Some((day, id)) => list.after("issued_on", day, "id", id),
        None => list,
    };
    tx.rows(&list.sort("issued_on", Sort::Up).sort("id", Sort::Up).page(1, limit)).await
}

/// The statements that are recalled every year.
///
/// # Errors
/// When the database does not answer.
pub async fn recalled_statements(tx: &mut Tx) -> Result<Vec<Statement>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, Reader::Staff).only("recall_month IS NOT NULL");
    tx.rows(&list.sort("id", Sort::Up).page(1, 1_000)).await
}

/// The statements that a body issued, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn statements_of_council(tx: &mut Tx, reader: Reader, of: CouncilId) -> Result<Vec<Statement>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).filter("council_id = ?", &of);
    tx.rows(&list.sort("issued_on", Sort::Down).sort("id", Sort::Up).page(1, 200)).await
}

/// The statements that an organization issued or signed, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn statements_of_organization(
    tx: &mut Tx,
    reader: Reader,
    of: OrganizationId,
) -> Result<Vec<Statement>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).filter(
        "id IN (SELECT p.statement_id FROM statement_party p WHERE p.partnership_id = statement.partnership_id AND p.organization_id = ?)",
        &of,
    );
    tx.rows(&list.sort("issued_on", Sort::Down).sort("id", Sort::Up).page(1, 200)).await
}

/// Who issued and who signed each of these statements.
pub type Parties = HashMap<StatementId, Vec<(OrganizationId, Part)>>;

/// Who issued and who signed these statements.
///
/// # Errors
/// When the database does not answer.
pub async fn parties_of(tx: &mut Tx, ids: &[StatementId]) -> Result<Parties> {
    let (partnership, mut found) = (tx.partnership()?, Parties::new());
    for some in ids.chunks(200) {
        let list = List::new("statement_id, organization_id, part", "statement_party")
            .filter("partnership_id = ?", &partnership)
            .among("statement_id", some)
            .sort("organization_id", Sort::Up)
            .page(1, 1_000);
        for (id, organization, part) in tx.rows::<(StatementId, OrganizationId, Part)>(&list).await? {
            found.entry(id).or_default().push((organization, part));
        }
    }
    Ok(found)
}

/// Stores a statement.
///
/// # Errors
/// When the database refuses.
pub async fn insert_statement(tx: &mut Tx, new: &StatementFacts) -> Result<StatementId> {
    let (id, partnership, at) = (tx.new_id::<StatementId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO statement (id, partnership_id, kind, title, body, issued_on, council_id, link, visibility, recall_month, recall_day,
           recall_ahead, search_key, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        id,
        partnership,
        new.kind,
        new.title,
        new.body,
        new.issued_on,
        new.council,
        new.link,
        new.visibility,
        new.recall.map(|of| of.month),
        new.recall.map(|of| of.day),
        new.recall_ahead,
        new.title.search_key(),
        at
    )?;
    insert_parties(tx, id, new).await?;
    Ok(id)
}

async fn insert_parties(tx: &mut Tx, id: StatementId, new: &StatementFacts) -> Result<()> {
    let partnership = tx.partnership()?;
    let all = |of: &[OrganizationId], part| of.iter().map(|one| (*one, part)).collect::<Vec<_>>();
    let mut parties = all(&new.issuers, Part::Issuer);
    parties.extend(all(&new.signatories, Part::Signatory));
    let rows: Vec<_> = parties
        .iter()
        .map(|(of, part)| vec![partnership.bind(), id.bind(), of.bind(), part.bind()])
        .collect();
    let insert = "INSERT INTO statement_party (partnership_id, statement_id, organization_id, part) VALUES";
    if rows.is_empty() { Ok(()) } else { tx.insert_many(insert, &rows).await }
}

/// Changes a statement and who stands behind it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_statement(tx: &mut Tx, before: &Statement, new: &StatementFacts) -> Result<()> {
    let partnership = tx.partnership()?;
    sql!(
        tx,
        save,
        "UPDATE statement SET kind = $1, title = $2, body = $3, issued_on = $4, council_id = $5, link = $6, visibility = $7, recall_month = $8,
           recall_day = $9, recall_ahead = $10, search_key = $11, version = version + 1
         WHERE partnership_id = $12 AND id = $13 AND version = $14",
        new.kind,
        new.title,
        new.body,
        new.issued_on,
        new.council,
        new.link,
        new.visibility,
        new.recall.map(|of| of.month),
        new.recall.map(|of| of.day),
        new.recall_ahead,
        new.title.search_key(),
        partnership,
        before.id,
        before.version
    )?;
    sql!(
        tx,
        run,
        "DELETE FROM statement_party WHERE partnership_id = $1 AND statement_id = $2",
        partnership,
        before.id
    )?;
    insert_parties(tx, before.id, new).await
}

/// Takes a statement out of sight, or back into it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since, or is not where it was.
pub async fn bin_statement(
    tx: &mut Tx,
    (id, version): (StatementId, Option<i64>),
    binned_at: Option<Moment>,
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE statement SET binned_at = $1, version = version + 1
         WHERE partnership_id = $2 AND id = $3 AND version = COALESCE($4, version) AND (binned_at IS NULL) = $5",
        binned_at,
        tx.partnership()?,
        id,
        version,
        binned_at.is_some()
    )
}

/// The statements that the reader may know of whose title has what is looked for, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn statements_called(tx: &mut Tx, reader: Reader, sought: &Sought) -> Result<Vec<Statement>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).sort("issued_on", Sort::Down).sort("id", Sort::Up);
    sought.rows(tx, list, "search_key").await
}
