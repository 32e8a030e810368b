//! Which organizations a reader may know of, with what each declares: those who sit at a table and those who could.

use jiff::civil::Date;
use partners::{Languages, OrganizationId, Reader, SectorId, Standing};
use platform::{
    db::{List, Sort, Tx},
    errors::Result,
    row,
    text::Text,
};

row! {
    /// An organization with what it declares.
    pub struct Declared {
        /// Which organization.
        pub id: OrganizationId,
        /// Its place in addresses.
        pub slug: String,
        /// Its name.
        pub name: Text,
        /// What it works in.
        pub sector_id: Option<SectorId>,
        /// Where it works.
        pub area_id: Option<areas::AreaId>,
        /// Languages in which people are served there.
        pub langs: Languages,
        /// The day it joined.
        pub joined_on: Option<Date>,
        /// The day it left.
        pub left_on: Option<Date>,
    }
}

impl Declared {
    /// How it stands to the partnership.
    pub const fn standing(&self) -> Standing {
        Standing::of(self.joined_on, self.left_on)
    }
}

const COLUMNS: &str = "o.id, o.slug, o.name, o.sector_id, o.area_id, \
    (SELECT string_agg(l.language, ' ' ORDER BY l.place) FROM organization_language l WHERE l.partnership_id = o.partnership_id AND l.organization_id = o.id) AS langs, \
    o.joined_on, o.left_on";

/// All organizations that the reader may know of, by name, page by page until all are read.
///
/// # Errors
/// When the database does not answer.
pub async fn list_declared(tx: &mut Tx, reader: Reader) -> Result<Vec<Declared>> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, "kept_organization o")
        .filter("o.partnership_id = ?", &partnership)
        .among("o.visibility", reader.sees())
        .sort("o.sort_en", Sort::Up)
        .sort("o.id", Sort::Up);
    let mut all: Vec<Declared> = Vec::new();
    for number in 1.. {
        let rows: Vec<Declared> = tx.rows(&list.clone().page(number, 1_000)).await?;
        let is_last = rows.len() < 1_000;
        all.extend(rows);
        if is_last {
            break;
        }
    }
    Ok(all)
}
