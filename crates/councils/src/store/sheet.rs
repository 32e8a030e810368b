//! The seats of all bodies as one list: narrowed, sorted, page by page.

use super::seats::{Seat, kept};
use crate::{CategoryId, CouncilId, SeatId};
use partners::{Reader, SectorId};
use platform::{
    db::{Page, Sort, Tx},
    errors::Result,
    http::Address,
};

/// What a list of seats is narrowed to and how it is sorted.
#[derive(Debug, Clone, Default)]
pub struct SeatsAsked {
    /// Only seats of this body.
    pub council: Option<CouncilId>,
    /// Only seats for this category.
    pub category: Option<CategoryId>,
    /// Only seats that speak for this sector.
    pub sector: Option<SectorId>,
    /// Only these seats: those in the state that was asked for.
    pub among: Option<Vec<SeatId>>,
    /// Only seats whose body, category or organization has all these words.
    pub words: String,
    /// For whose eyes: what she may not know of is neither searched nor sorted by.
    pub reader: Reader,
    /// By which column.
    pub sort: SeatOrder,
    /// Which way.
    pub way: Sort,
}

/// By what a list of seats is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SeatOrder {
    /// By body and number.
    #[default]
    Council,
    /// By what they are for.
    Category,
    /// By the organization they belong to.
    Organization,
}

/// The page of the seats of all bodies that `address` asks for and the reader may see; all of them when it asks for a file.
///
/// # Errors
/// When the database does not answer.
pub async fn list_seats(tx: &mut Tx, asked: &SeatsAsked, address: &Address) -> Result<Page<Seat>> {
    let partnership = tx.partnership()?;
    let (words, organization) = match asked.reader {
        Reader::Staff => (
            "c.search_key || ' ' || k.search_key || ' ' || COALESCE(o.search_key, '')",
            "COALESCE(o.search_key, '')",
        ),
        Reader::Partner | Reader::Public => (
            "c.search_key || ' ' || k.search_key || ' ' || CASE WHEN o.visibility <> 'staff' THEN o.search_key ELSE '' END",
            "CASE WHEN o.visibility <> 'staff' THEN o.search_key ELSE '' END",
        ),
    };
    let list = kept(&partnership)
        .among("s.visibility", asked.reader.sees())
        .filter_some("s.council_id = ?", asked.council.as_ref())
        .filter_some("s.category_id = ?", asked.category.as_ref())
        .filter_some("s.sector_id = ?", asked.sector.as_ref())
        .search(words, &asked.words);
    let list = match &asked.among {
        Some(seats) => list.among("s.id", seats),
        None => list,
    };
    let list = match asked.sort {
        SeatOrder::Council => {
            list.sort("c.depth", asked.way).sort("c.position", asked.way).sort("c.id", asked.way)
        }
        SeatOrder::Category => list.sort("k.search_key", asked.way),
        SeatOrder::Organization => list.sort(organization, asked.way),
    };
    let list = list.sort("s.number", asked.way).sort("s.id", Sort::Up);
    tx.page_for(address, list).await
}
