//! The organizations that signed.

use crate::{SignatoryId, rules::signing::Signed};
use jiff::civil::Date;
use partners::{OrganizationId, Reader, SectorId, Visibility};
use platform::{
    clock::Moment,
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    ids::PartnershipId,
    langs::Lang,
    row,
    search::Sought,
    sql,
    text::Text,
};

row! {
    /// An organization among the signatories.
    #[derive(PartialEq, Eq)]
    pub struct Signatory {
        /// Which signatory.
        pub id: SignatoryId,
        /// Which organization.
        pub organization_id: OrganizationId,
        /// Its name.
        pub organization: Text,
        /// Its place in addresses.
        pub slug: String,
        /// Who may know of the organization.
        pub known_to: Visibility,
        /// What it works in.
        pub sector_id: Option<SectorId>,
        /// Who may know that it signed.
        pub visibility: Visibility,
        /// When it signed first.
        pub since_on: Date,
        /// When it signed last.
        pub signed_on: Date,
        /// The newest version that it signed.
        pub number: u32,
        /// The day of the withdrawal.
        pub withdrawn_on: Option<Date>,
        /// Why it withdrew.
        pub withdrawal_reason: String,
        /// How its record stands.
        pub version: i64,
    }
}

impl Signatory {
    /// Its last signature as the rules see it.
    pub const fn last(&self) -> Signed {
        Signed { number: self.number, on: self.signed_on }
    }
}

const COLUMNS: &str = "s.id, s.organization_id, o.name AS organization, o.slug, o.visibility AS known_to, o.sector_id, s.visibility, \
    (SELECT min(g.signed_on) FROM signature g WHERE g.partnership_id = s.partnership_id AND g.signatory_id = s.id) AS since_on, \
    (SELECT max(g.signed_on) FROM signature g WHERE g.partnership_id = s.partnership_id AND g.signatory_id = s.id) AS signed_on, \
    (SELECT max(d.number) FROM signature g JOIN declaration d ON d.partnership_id = g.partnership_id AND d.id = g.declaration_id \
     WHERE g.partnership_id = s.partnership_id AND g.signatory_id = s.id) AS number, \
    s.withdrawn_on, s.withdrawal_reason, s.version";
const FROM: &str = "signatory s JOIN kept_organization o ON o.partnership_id = s.partnership_id AND o.id = s.organization_id";

/// The signatories that `reader` may know of: both that it is there and that it signed.
fn seen_by(partnership: &PartnershipId, reader: Reader) -> List<'_> {
    List::new(COLUMNS, FROM)
        .filter("s.partnership_id = ?", partnership)
        .only("s.binned_at IS NULL")
        .among("s.visibility", reader.sees())
        .among("o.visibility", reader.sees())
}

const fn by_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "o.sort_fr",
        _ => "o.sort_en",
    }
}

/// All signatories that the reader may know of, by name; those that withdrew too.
///
/// # Errors
/// When the database does not answer.
pub async fn list_signatories(tx: &mut Tx, reader: Reader, lang: Lang) -> Result<Vec<Signatory>> {
    let partnership = tx.partnership()?;
    let mut list = seen_by(&partnership, reader).sort(by_name(lang), Sort::Up).sort("s.id", Sort::Up);
    let mut all = Vec::new();
    for number in 1..=20 {
        list = list.page(number, 1_000);
        let some: Vec<Signatory> = tx.rows(&list).await?;
        let is_last = some.len() < 1_000;
        all.extend(some);
        if is_last {
            break;
        }
    }
    Ok(all)
}

/// At most `limit` signatories that anyone may know of and that have not withdrawn, in the order of their organizations' places in
/// addresses, after this place and id.
///
/// # Errors
/// When the database does not answer.
pub async fn list_signatories_after(
    tx: &mut Tx,
    after: Option<&(String, SignatoryId)>,
    limit: u32,
) -> Result<Vec<Signatory>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, Reader::Public).only("s.withdrawn_on IS NULL");
    let list = match after {
        Some((slug, id)) => list.after("o.slug", slug, "s.id", id),
        None => list,
    };
    tx.rows(&list.sort("o.slug", Sort::Up).sort("s.id", Sort::Up).page(1, limit)).await
}

/// What a list of signatories is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct SignatoriesAsked {
    /// For whose eyes.
    pub reader: Reader,
    /// Only these: those in the state that was asked for.
    pub among: Option<Vec<SignatoryId>>,
    /// Only those whose name has all these words.
    pub words: String,
    /// In which language names are sorted.
    pub lang: Option<Lang>,
}

/// The page of the signatories that `address` asks for; all of them when it asks for a file.
///
/// # Errors
/// When the database does not answer.
pub async fn page_signatories(
    tx: &mut Tx,
    asked: &SignatoriesAsked,
    address: &Address,
) -> Result<Page<Signatory>> {
    let partnership = tx.partnership()?;
    let (column, way) = address.sort();
    let list = seen_by(&partnership, asked.reader).search("o.search_key", &asked.words);
    let list = match &asked.among {
        Some(ids) => list.among("s.id", ids),
        None => list,
    };
    let list = match column {
        "since" => list.sort("since_on", way),
        "signed" => list.sort("signed_on", way),
        _ => list.sort(by_name(asked.lang.unwrap_or(Lang::En)), way),
    };
    tx.page_for(address, list.sort("s.id", Sort::Up)).await
}

/// The signatory, when the reader may know of it.
///
/// # Errors
/// When the database does not answer.
pub async fn find_signatory(tx: &mut Tx, reader: Reader, id: SignatoryId) -> Result<Option<Signatory>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&seen_by(&partnership, reader).filter("s.id = ?", &id).page(1, 1)).await?.pop())
}

/// How an organization stands among the signatories, as far as the reader may know: the newest record, withdrawn or not.
///
/// # Errors
/// When the database does not answer.
pub async fn signatory_of(tx: &mut Tx, reader: Reader, of: OrganizationId) -> Result<Option<Signatory>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).filter("s.organization_id = ?", &of);
    let list = list.sort("s.recorded_at", Sort::Down).sort("s.id", Sort::Down).page(1, 1);
    Ok(tx.rows(&list).await?.pop())
}

/// The record under which an organization signs: the one that is neither withdrawn nor in the bin.
///
/// # Errors
/// When the database does not answer.
pub async fn standing_of(tx: &mut Tx, of: OrganizationId) -> Result<Option<SignatoryId>> {
    let found = sql!(
        tx,
        find(SignatoryId,),
        "SELECT id FROM signatory WHERE partnership_id = $1 AND organization_id = $2 AND withdrawn_on IS NULL AND binned_at IS NULL",
        tx.partnership()?,
        of
    )?;
    Ok(found.map(|(id,)| id))
}

/// Stores a signatory; its first signature follows in the same transaction.
///
/// # Errors
/// When the database refuses.
pub async fn insert_signatory(
    tx: &mut Tx,
    of: OrganizationId,
    visibility: Visibility,
) -> Result<SignatoryId> {
    let (id, partnership, at) = (tx.new_id::<SignatoryId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO signatory (id, partnership_id, organization_id, visibility, withdrawal_reason, recorded_at)
         VALUES ($1, $2, $3, $4, '', $5)",
        id,
        partnership,
        of,
        visibility,
        at
    )?;
    Ok(id)
}

/// Says who may know that an organization signed.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_visibility(tx: &mut Tx, before: &Signatory, visibility: Visibility) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE signatory SET visibility = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4",
        visibility,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Writes a withdrawal down.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_withdrawn(tx: &mut Tx, before: &Signatory, on: Date, reason: &str) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE signatory SET withdrawn_on = $1, withdrawal_reason = $2, version = version + 1
         WHERE partnership_id = $3 AND id = $4 AND version = $5",
        on,
        reason,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Takes a signatory out of sight, or back into it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since.
pub async fn update_binned(
    tx: &mut Tx,
    (id, version): (SignatoryId, i64),
    binned_at: Option<Moment>,
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE signatory SET binned_at = $1, version = version + 1 WHERE partnership_id = $2 AND id = $3 AND version = $4",
        binned_at,
        tx.partnership()?,
        id,
        version
    )
}

/// A signatory in the bin: its organization, whether it had withdrawn, how its record stands.
///
/// # Errors
/// When the database does not answer.
pub async fn find_binned(
    tx: &mut Tx,
    id: SignatoryId,
) -> Result<Option<(OrganizationId, Option<Date>, i64)>> {
    sql!(
        tx,
        find(OrganizationId, Option<Date>, i64),
        "SELECT organization_id, withdrawn_on, version FROM signatory WHERE partnership_id = $1 AND id = $2 AND binned_at IS NOT NULL",
        tx.partnership()?,
        id
    )
}

/// The signatories that the reader may know of whose organization is called what is looked for.
///
/// # Errors
/// When the database does not answer.
pub async fn signatories_called(tx: &mut Tx, reader: Reader, sought: &Sought) -> Result<Vec<Signatory>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader).sort("o.search_key", Sort::Up).sort("s.id", Sort::Up);
    sought.rows(tx, list, "o.search_key").await
}
