//! Composed statements: a filtered, sorted page of rows. The only place where SQL is put together from pieces.

use super::{Bind, Column, FromRow, Param, Tx};
use crate::{errors::Result, http::Address};

/// A file holds at most so many rows of a list.
pub const FILE_ROWS: i64 = 50_000;

/// Which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// A before Z, early before late.
    #[default]
    Up,
    /// Z before A, late before early.
    Down,
}

/// So many words of a search are looked for; a whole letter pasted into the field is not.
const SEARCH_WORDS: usize = 8;

/// One page of a list.
#[derive(Debug, Clone)]
pub struct Page<R> {
    /// The rows of this page.
    pub rows: Vec<R>,
    /// How many rows the whole list has.
    pub total: i64,
    /// Which page this is, from 1.
    pub number: u32,
    /// How many rows a page has at most.
    pub size: u32,
}

impl<R> Page<R> {
    /// How many pages there are; 1 for an empty list.
    pub fn pages(&self) -> u32 {
        u32::try_from((self.total + i64::from(self.size) - 1) / i64::from(self.size.max(1)))
            .unwrap_or(1)
            .max(1)
    }
}

/// A list statement in the making. Text is always the programmer's (`&'static str`, `?` for a value); only values come from outside.
#[derive(Debug, Clone)]
pub struct List<'a> {
    columns: &'static str,
    from: &'static str,
    conditions: Vec<String>,
    binds: Vec<Bind<'a>>,
    order: Vec<String>,
    number: u32,
    size: u32,
}

impl<'a> List<'a> {
    /// `SELECT columns FROM from`; `from` may hold joins. Pages of 50.
    pub fn new(columns: &'static str, from: &'static str) -> Self {
        Self {
            columns,
            from,
            conditions: Vec::new(),
            binds: Vec::new(),
            order: Vec::new(),
            number: 1,
            size: 50,
        }
    }

    /// The same rows, read from `from` instead: another join for another count.
    #[must_use]
    pub fn from(mut self, from: &'static str) -> Self {
        self.from = from;
        self
    }

    /// Keeps rows for which `condition` holds; every `?` in it takes `value`.
    #[must_use]
    pub fn filter(mut self, condition: &'static str, value: &'a (impl Param + ?Sized)) -> Self {
        let mut text = String::with_capacity(condition.len() + 8);
        for (n, part) in condition.split('?').enumerate() {
            if n > 0 {
                self.binds.push(value.bind());
                text.push_str(&format!("${}", self.binds.len()));
            }
            text.push_str(part);
        }
        self.conditions.push(text);
        self
    }

    /// As [`List::filter`] when there is a value; otherwise keeps all.
    #[must_use]
    pub fn filter_some(self, condition: &'static str, value: Option<&'a impl Param>) -> Self {
        match value {
            Some(value) => self.filter(condition, value),
            None => self,
        }
    }

    /// Keeps rows for which `condition`, which has no value, holds.
    #[must_use]
    pub fn only(mut self, condition: &'static str) -> Self {
        self.conditions.push(condition.to_owned());
        self
    }

    /// Keeps rows whose `column` is among `values`; none of them keeps no row.
    #[must_use]
    pub fn among(mut self, column: &'static str, values: &'a [impl Param]) -> Self {
        if values.is_empty() {
            self.conditions.push("1 = 0".to_owned());
            return self;
        }
        // Filled up to a power of two with the last value, so that few shapes of the statement are prepared.
        let filler = values.last().into_iter().cycle();
        let mut places = Vec::with_capacity(values.len().next_power_of_two());
        for value in values.iter().chain(filler).take(values.len().next_power_of_two()) {
            self.binds.push(value.bind());
            places.push(format!("${}", self.binds.len()));
        }
        self.conditions.push(format!("{column} IN ({})", places.join(", ")));
        self
    }

    /// Keeps rows whose folded `column` contains every word of the folded `text` (of its first eight).
    #[must_use]
    pub fn search(mut self, column: &'static str, text: &str) -> Self {
        for word in crate::text::fold(text).split_whitespace().take(SEARCH_WORDS) {
            let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            self.binds.push(Bind::Owned(format!("%{escaped}%")));
            self.conditions.push(format!("{column} LIKE ${} ESCAPE '\\'", self.binds.len()));
        }
        self
    }

    /// Keeps rows that come after `value` in the ascending order of `column` and then `id`: pages by cursor.
    #[must_use]
    pub fn after(
        mut self,
        column: &'static str,
        value: &'a impl Param,
        id_column: &'static str,
        id: &'a impl Param,
    ) -> Self {
        self.binds.push(value.bind());
        self.binds.push(id.bind());
        let n = self.binds.len();
        self.conditions.push(format!("({column}, {id_column}) > (${}, ${n})", n - 1));
        self
    }

    /// Sorts by `column`, after the columns already named.
    #[must_use]
    pub fn sort(mut self, column: &'static str, sort: Sort) -> Self {
        self.order.push(format!("{column}{}", if sort == Sort::Down { " DESC" } else { "" }));
        self
    }

    /// The page from 1 and its size, held between 1 and 1000.
    #[must_use]
    pub fn page(mut self, number: u32, size: u32) -> Self {
        self.number = number.max(1);
        self.size = size.clamp(1, 1_000);
        self
    }

    fn conditions(&self) -> String {
        if self.conditions.is_empty() {
            String::new()
        } else {
            // In brackets: a condition may hold an OR, and must not open the ones beside it.
            format!(" WHERE ({})", self.conditions.join(") AND ("))
        }
    }

    /// The statement and its values; the page is among the values, so that all pages are one statement.
    pub(super) fn statement(&self) -> (String, Vec<Bind<'a>>) {
        let order = if self.order.is_empty() {
            String::new()
        } else {
            format!(" ORDER BY {}", self.order.join(", "))
        };
        let mut binds = self.binds.clone();
        let size = i64::from(self.size);
        binds.push(Bind::Int(size));
        binds.push(Bind::Int(i64::from(self.number - 1) * size));
        let (columns, from, conditions, n) = (self.columns, self.from, self.conditions(), binds.len());
        (format!("SELECT {columns} FROM {from}{conditions}{order} LIMIT ${} OFFSET ${n}", n - 1), binds)
    }
}

impl Tx {
    /// One page of `list` with the total of all pages.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn page<R: FromRow>(&mut self, list: &List<'_>) -> Result<Page<R>> {
        let rows = self.rows(list).await?;
        let count = format!("SELECT count(*) FROM {}{}", list.from, list.conditions());
        let (total,) = self.one::<(i64,)>(&count, &list.binds).await?;
        Ok(Page { rows, total, number: list.number, size: list.size })
    }

    /// The page of `list` that `address` asks for; all rows as one page when it asks for a file (`as=csv`), up to
    /// `FILE_ROWS`.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn page_for<R: FromRow>(&mut self, address: &Address, list: List<'_>) -> Result<Page<R>> {
        if address.file().is_none() {
            let size = address.rows().unwrap_or(list.size);
            return self.page(&list.page(address.page(), size)).await;
        }
        let mut list = list.page(1, 1_000);
        let mut all: Page<R> = self.page(&list).await?;
        while i64::try_from(all.rows.len()).is_ok_and(|n| n < all.total && n < FILE_ROWS) {
            let next = list.number + 1;
            list = list.page(next, 1_000);
            let rows = self.rows(&list).await?;
            if rows.is_empty() {
                break;
            }
            all.rows.extend(rows);
        }
        Ok(all)
    }

    /// All rows of `list`, up to `FILE_ROWS`, read a thousand at a time.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn every<R: FromRow>(&mut self, list: List<'_>) -> Result<Vec<R>> {
        let (mut list, mut all) = (list.page(1, 1_000), Vec::new());
        loop {
            let some: Vec<R> = self.rows(&list).await?;
            let is_last = some.len() < 1_000;
            all.extend(some);
            if is_last || i64::try_from(all.len()).is_ok_and(|n| n >= FILE_ROWS) {
                return Ok(all);
            }
            let next = list.number + 1;
            list = list.page(next, 1_000);
        }
    }

    /// How many rows of `list` have each value of `column`; at most 1000 values.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn counts<K: Column>(
        &mut self,
        column: &'static str,
        list: &List<'_>,
    ) -> Result<Vec<(K, i64)>> {
        let (from, conditions) = (list.from, list.conditions());
        let text = format!(
            "SELECT {column}, count(*) FROM {from}{conditions} GROUP BY 1 ORDER BY 2 DESC LIMIT 1000"
        );
        self.all(&text, &list.binds).await
    }

    /// The rows of one page of `list`, without counting the others.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn rows<R: FromRow>(&mut self, list: &List<'_>) -> Result<Vec<R>> {
        let (text, binds) = list.statement();
        self.all(&text, &binds).await
    }
}
