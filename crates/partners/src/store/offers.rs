//! What organizations and people offer and need.

use crate::{
    OfferId, OrganizationId, PersonId, Spoken,
    rules::{
        Reader, Visibility,
        offers::{Kind, NewOffer, Side, Traits},
        whose::Whose,
    },
};
use areas::AreaId;
use jiff::{ToSpan, civil::Date};
use platform::{
    db::{List, Page, Sort, Tx},
    errors::{Error, Result},
    http::{Address, api::Cursor},
    ids::PartnershipId,
    row,
    search::Sought,
    text::Text,
    translate::WithTexts,
};

row! {
    /// Something that is offered or needed.
    #[derive(PartialEq)]
    pub struct Offer {
        /// Which.
        pub id: OfferId,
        /// By which organization.
        pub organization: Option<OrganizationId>,
        /// By which person.
        pub person: Option<PersonId>,
        /// The organization's place in addresses.
        pub slug: Option<String>,
        /// The organization's name.
        pub of_organization: Option<Text>,
        /// The person's name.
        pub of_person: Option<String>,
        /// Which of the two.
        pub side: Side,
        /// What kind of thing.
        pub kind: Kind,
        /// What it is called.
        pub title: Text,
        /// More about it.
        pub about: Text,
        /// How much.
        pub amount: String,
        /// When.
        pub times: String,
        /// Where; none is anywhere.
        pub area: Option<AreaId>,
        /// In which language; none is any.
        pub language: Option<Spoken>,
        /// From which day it holds.
        pub from_on: Date,
        /// The last day.
        pub until_on: Option<Date>,
        /// Who may know of it.
        pub visibility: Visibility,
        /// When somebody said last that it is so.
        pub confirmed_on: Date,
        /// How the record stands.
        pub version: i64,
    }
}

impl Offer {
    /// By whom.
    ///
    /// # Errors
    /// A failure when the row names neither.
    pub fn whose(&self) -> Result<Whose> {
        Whose::of(self.organization, self.person).ok_or_else(|| Error::failed("an offer of nobody"))
    }

    /// What is written of it, to be changed.
    ///
    /// # Errors
    /// As [`Offer::whose`].
    pub fn facts(&self) -> Result<NewOffer> {
        Ok(NewOffer {
            whose: self.whose()?,
            side: self.side,
            kind: self.kind,
            title: self.title.clone(),
            about: self.about.clone(),
            amount: self.amount.clone(),
            times: self.times.clone(),
            area: self.area,
            language: self.language,
            from_on: self.from_on,
            until_on: self.until_on,
            visibility: self.visibility,
        })
    }

    /// What says whether another fits.
    ///
    /// # Errors
    /// As [`Offer::whose`].
    pub fn traits(&self) -> Result<Traits> {
        Ok(Traits {
            whose: self.whose()?,
            side: self.side,
            kind: self.kind,
            area: self.area,
            language: self.language,
            from_on: self.from_on,
            until_on: self.until_on,
        })
    }
}

/// What a list of offers is narrowed by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfferFilter {
    /// Words of it, or of whose it is.
    pub q: String,
    /// Which of the two.
    pub side: Option<Side>,
    /// What kind of thing.
    pub kind: Option<Kind>,
    /// Where.
    pub area: Option<AreaId>,
    /// In which language.
    pub language: Option<Spoken>,
}

/// How many each answer of a filter leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfferCounts {
    /// By side.
    pub sides: Vec<(Side, i64)>,
    /// By kind.
    pub kinds: Vec<(Kind, i64)>,
    /// By area.
    pub areas: Vec<(Option<AreaId>, i64)>,
    /// By language.
    pub languages: Vec<(Option<Spoken>, i64)>,
}

const COLUMNS: &str = "f.id, f.organization_id AS organization, f.person_id AS person, o.slug, o.name AS of_organization, p.name AS of_person, f.side, f.kind, \
    f.title, f.about, f.amount, f.times, f.area_id AS area, f.language, f.from_on, f.until_on, f.visibility, f.confirmed_on, f.version";
const FROM: &str = "offer f LEFT JOIN kept_organization o ON o.partnership_id = f.partnership_id AND o.id = f.organization_id \
    LEFT JOIN kept_person p ON p.partnership_id = f.partnership_id AND p.id = f.person_id";

fn seen_by(partnership: &PartnershipId, reader: Reader) -> List<'_> {
    let mut list = List::new(COLUMNS, FROM)
        .filter("f.partnership_id = ?", partnership)
        .only("f.binned_at IS NULL AND (o.id IS NOT NULL OR p.id IS NOT NULL)")
        .among("f.visibility", reader.sees());
    for hidden in Visibility::ALL.iter().filter(|visibility| !reader.sees().contains(visibility)) {
        list = list
            .filter("(f.organization_id IS NULL OR o.visibility <> ?)", hidden)
            .filter("(f.person_id IS NULL OR p.visibility <> ?)", hidden);
    }
    list
}

fn in_order(list: List<'_>) -> List<'_> {
    list.sort("f.kind", Sort::Up)
        .sort("f.side", Sort::Down)
        .sort("f.search_key", Sort::Up)
        .sort("f.id", Sort::Up)
}

fn narrowed<'a>(
    partnership: &'a PartnershipId,
    (reader, today): (Reader, &'a Date),
    by: &'a OfferFilter,
    without: &str,
) -> List<'a> {
    let mut list = seen_by(partnership, reader)
        .filter("(f.until_on IS NULL OR f.until_on >= ?)", today)
        .search("f.search_key", &by.q);
    if without != "side" {
        list = list.filter_some("f.side = ?", by.side.as_ref());
    }
    if without != "kind" {
        list = list.filter_some("f.kind = ?", by.kind.as_ref());
    }
    if without != "area" {
        list = list.filter_some("(f.area_id IS NULL OR f.area_id = ?)", by.area.as_ref());
    }
    if without != "language" {
        list = list.filter_some("(f.language IS NULL OR f.language = ?)", by.language.as_ref());
    }
    list
}

/// The page of what is offered and needed that `address` asks for (all rows when it asks for a file): what has not ended, by
/// kind; what names no area or language fits all of them.
///
/// # Errors
/// When the database does not answer.
pub async fn listed_offers(
    tx: &mut Tx,
    (reader, today): (Reader, Date),
    by: &OfferFilter,
    address: &Address,
) -> Result<(Page<Offer>, OfferCounts)> {
    let partnership = tx.partnership()?;
    let list = |without| narrowed(&partnership, (reader, &today), by, without);
    let rows = tx.page_for(address, in_order(list(""))).await?;
    let counts = OfferCounts {
        sides: tx.counts("f.side", &list("side")).await?,
        kinds: tx.counts("f.kind", &list("kind")).await?,
        areas: tx.counts("f.area_id", &list("area")).await?,
        languages: tx.counts("f.language", &list("language")).await?,
    };
    Ok((rows, counts))
}

/// What is offered and needed on a day by partners and people, of what everyone may know, by kind, after where the page before
/// ended: one more than `limit`. Of an organization that has not joined, or has left, nothing is told.
///
/// # Errors
/// When the database does not answer.
pub async fn public_offers(
    tx: &mut Tx,
    today: Date,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<Vec<(Offer, Cursor)>> {
    let partnership = tx.partnership()?;
    let mut list = seen_by(&partnership, Reader::Public)
        .filter("(f.until_on IS NULL OR f.until_on >= ?)", &today)
        .filter("f.from_on <= ?", &today)
        .only("(f.organization_id IS NULL OR (o.joined_on IS NOT NULL AND o.left_on IS NULL))");
    if let Some(Cursor(key, id)) = after {
        list = list.after("f.kind", key, "f.id", id);
    }
    let list = list.sort("f.kind", Sort::Up).sort("f.id", Sort::Up).page(1, limit.saturating_add(1));
    let rows: Vec<Offer> = tx.rows(&list).await?;
    let cursor = |row: &Offer| Cursor(row.kind.code().to_owned(), row.id.0);
    Ok(rows.into_iter().map(|row| (row.clone(), cursor(&row))).collect())
}

/// What somebody offers and needs, as far as the reader may know, what has ended last; at most 500.
///
/// # Errors
/// When the database does not answer.
pub async fn offers_of(tx: &mut Tx, reader: Reader, whose: Whose) -> Result<Vec<Offer>> {
    let (partnership, organization, person) = (tx.partnership()?, whose.organization(), whose.person());
    let list = seen_by(&partnership, reader)
        .filter_some("f.organization_id = ?", organization.as_ref())
        .filter_some("f.person_id = ?", person.as_ref());
    tx.rows(&in_order(list).page(1, 500)).await
}

/// All that a person offers and needs, in the bin too: for telling her what is held.
///
/// # Errors
/// When the database does not answer.
pub async fn offers_held(tx: &mut Tx, person: PersonId) -> Result<Vec<Offer>> {
    let partnership = tx.partnership()?;
    let from = "offer f LEFT JOIN organization o ON o.partnership_id = f.partnership_id AND o.id = f.organization_id \
        LEFT JOIN person p ON p.partnership_id = f.partnership_id AND p.id = f.person_id";
    let list = List::new(COLUMNS, from).filter("f.partnership_id = ?", &partnership);
    tx.rows(&in_order(list.filter("f.person_id = ?", &person)).page(1, 500)).await
}

/// One of them, when the reader may know of it.
///
/// # Errors
/// When the database does not answer.
pub async fn find_offer(tx: &mut Tx, reader: Reader, id: OfferId) -> Result<Option<Offer>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&seen_by(&partnership, reader).filter("f.id = ?", &id).page(1, 1)).await?.pop())
}

/// What the reader may know of and is called so.
///
/// # Errors
/// When the database does not answer.
pub async fn offers_called(tx: &mut Tx, reader: Reader, sought: &Sought) -> Result<Vec<Offer>> {
    let partnership = tx.partnership()?;
    sought.rows(tx, in_order(seen_by(&partnership, reader)), "f.search_key").await
}

/// What stands on the other side of the same kind and has not ended: what may fit; at most 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn others_of_kind(tx: &mut Tx, (reader, today): (Reader, Date), of: &Offer) -> Result<Vec<Offer>> {
    let partnership = tx.partnership()?;
    let list = seen_by(&partnership, reader)
        .filter("f.kind = ?", &of.kind)
        .filter("f.side <> ?", &of.side)
        .filter("(f.until_on IS NULL OR f.until_on >= ?)", &today);
    tx.rows(&in_order(list).page(1, 1_000)).await
}

/// What nobody has confirmed for a year and has not ended, the oldest first; at most 500.
///
/// # Errors
/// When the database does not answer.
pub async fn unconfirmed(tx: &mut Tx, reader: Reader, today: Date) -> Result<Vec<Offer>> {
    let (partnership, before) = (tx.partnership()?, today.saturating_sub(1.year()));
    let list = seen_by(&partnership, reader)
        .filter("f.confirmed_on <= ?", &before)
        .filter("(f.until_on IS NULL OR f.until_on >= ?)", &today);
    tx.rows(&list.sort("f.confirmed_on", Sort::Up).sort("f.id", Sort::Up).page(1, 500)).await
}

/// All of them with their texts, for translators, page by page until all are read.
///
/// # Errors
/// When the database does not answer.
pub async fn worded_offers(tx: &mut Tx, reader: Reader) -> Result<Vec<WithTexts>> {
    let (partnership, mut all) = (tx.partnership()?, Vec::new());
    let list = in_order(seen_by(&partnership, reader));
    for number in 1.. {
        let rows: Vec<Offer> = tx.rows(&list.clone().page(number, 1_000)).await?;
        let is_last = rows.len() < 1_000;
        all.extend(rows.into_iter().map(|one| WithTexts {
            id: one.id.0,
            version: one.version,
            title: one.title.clone(),
            texts: vec![("title", one.title), ("about", one.about)],
        }));
        if is_last {
            break;
        }
    }
    Ok(all)
}
