//! Lists: one description of the columns makes the table on the page and the file that is taken away.

use super::{
    blocks::{Empty, empty},
    filter::{self, Filter},
    pager::pager,
    text::shown,
};
use crate::{
    ctx::Ctx,
    db::{Page, Sort},
    docx::Document,
    http::{Address, Answer, address::FileKind, answer},
    sheets::Sheet,
    t,
    text::Text,
};
use maud::{Markup, html};

pub use crate::sheets::Plain;

/// What stands in one cell: on the page, and in a file.
#[derive(Debug, Clone)]
pub struct Cell {
    /// What stands on the page.
    pub html: Markup,
    plain: Plain,
}

impl Cell {
    /// Something made for the page, and what it is in a file.
    pub fn new(html: Markup, plain: impl Into<Plain>) -> Self {
        Self { html, plain: plain.into() }
    }

    /// Words.
    pub fn words(words: impl Into<String>) -> Self {
        let words = words.into();
        Self::new(html! { (words) }, words)
    }

    /// A text in the reader's language, or marked with another.
    pub fn text(ctx: &Ctx, text: &Text) -> Self {
        Self::new(shown(ctx, text), text.plain(ctx.lang))
    }

    /// Words that lead somewhere.
    pub fn link(href: &str, words: &str) -> Self {
        Self::new(html! { a href=(href) { (words) } }, words)
    }

    /// A whole number.
    pub fn number(ctx: &Ctx, number: i64) -> Self {
        Self::new(html! { span.num { (ctx.say().number(number)) } }, number)
    }

    /// A day.
    pub fn day(ctx: &Ctx, day: jiff::civil::Date) -> Self {
        Self::new(html! { time.num datetime=(day) { (ctx.say().short_day(day)) } }, day)
    }

    /// Nothing.
    pub fn nothing() -> Self {
        Self::new(html! {}, Plain::Nothing)
    }
}

/// One column of a list.
pub struct Column<'a, R> {
    key: &'static str,
    label: String,
    cell: Box<dyn Fn(&R) -> Cell + Send + Sync + 'a>,
    sorts: bool,
    on_demand: bool,
    is_number: bool,
}

impl<'a, R> Column<'a, R> {
    /// A column: its key in addresses, its heading, and what it shows of a row.
    pub fn new(key: &'static str, label: String, cell: impl Fn(&R) -> Cell + Send + Sync + 'a) -> Self {
        Self { key, label, cell: Box::new(cell), sorts: false, on_demand: false, is_number: false }
    }

    /// Its heading sorts the list: the address then says `sort=key` or `sort=-key`.
    #[must_use]
    pub fn sorts(mut self) -> Self {
        self.sorts = true;
        self
    }

    /// Is shown only when it is chosen.
    #[must_use]
    pub fn on_demand(mut self) -> Self {
        self.on_demand = true;
        self
    }

    /// Holds numbers: they stand at the end of the cell, below each other.
    #[must_use]
    pub fn numbers(mut self) -> Self {
        self.is_number = true;
        self
    }
}

/// A list as a page shows it.
pub struct ListShown<'a, R> {
    /// What the table is, for those who hear it.
    pub caption: String,
    /// Its columns; the first names the row and always stands.
    pub columns: &'a [Column<'a, R>],
    /// What it can be narrowed by.
    pub filters: Vec<Filter>,
    /// The label of the search field (`q`), when it can be searched.
    pub search: Option<String>,
    /// The rows.
    pub page: &'a Page<R>,
    /// What stands here when there is nothing at all.
    pub empty: Empty,
}

/// The list with its filters, its columns, its pages and its files.
pub fn list<R>(ctx: &Ctx, address: &Address, list: &ListShown<'_, R>) -> Markup {
    let narrowed = filter::is_narrowed(address, &list.filters);
    if list.page.total == 0 && !narrowed {
        return empty(&list.empty);
    }
    let columns = chosen(address, list.columns);
    html! {
        (filter::form(ctx, address, list.search.as_deref(), &list.filters))
        @if list.page.rows.is_empty() {
            (nothing_matches(ctx, address, &list.filters))
        } @else {
            div.scroll role="region" tabindex="0" aria-label=(list.caption) {
                table.cards {
                    caption { (list.caption) }
                    thead { tr { @for column in &columns { (heading(ctx, address, column)) } } }
                    tbody { @for row in &list.page.rows { tr { @for (n, column) in columns.iter().enumerate() {
                        @let cell = (column.cell)(row).html;
                        @if n == 0 { th scope="row" { (cell) } } @else { td.end[column.is_number] data-label=(column.label) { (cell) } }
                    } } } }
                }
            }
            (pager(ctx, address, list.page))
            (choosing(ctx, address, list.columns, (&columns, list.page.total)))
        }
    }
}

/// The rows of the list as a file, with exactly the columns and rows that the page shows, on all its pages.
///
/// # Errors
/// When the file cannot be made.
pub fn file<R>(ctx: &Ctx, kind: FileKind, name: &str, columns: &[Column<'_, R>], rows: &[R]) -> Answer {
    let columns = chosen(&ctx.address(), columns);
    let sheet = Sheet {
        name: name.to_owned(),
        head: columns.iter().map(|column| column.label.clone()).collect(),
        rows: rows
            .iter()
            .map(|row| columns.iter().map(|column| (column.cell)(row).plain).collect())
            .collect(),
    };
    sheet_file(ctx, kind, name, &sheet)
}

/// A table as a file, named with the day.
///
/// # Errors
/// When the file cannot be made.
pub fn sheet_file(ctx: &Ctx, kind: FileKind, name: &str, sheet: &Sheet) -> Answer {
    let (media, ending, body) = match kind {
        FileKind::Csv => ("text/csv; charset=utf-8", "csv", sheet.to_csv()),
        FileKind::Xlsx => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
            sheet.to_xlsx(ctx.now())?,
        ),
        FileKind::Docx => (DOCX, "docx", Document::of_sheet(sheet, ctx.lang).to_docx(ctx.now())?),
    };
    answer::file(&format!("{name}-{}.{ending}", ctx.today()), media, body)
}

/// The media type of documents for word processors.
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// A document as a file, named with the day.
///
/// # Errors
/// When the file cannot be made.
pub fn document_file(ctx: &Ctx, name: &str, document: &Document) -> Answer {
    answer::file(&format!("{name}-{}.docx", ctx.today()), DOCX, document.to_docx(ctx.now())?)
}

fn chosen<'a, 'c, R>(address: &Address, columns: &'a [Column<'c, R>]) -> Vec<&'a Column<'c, R>> {
    let asked: Vec<&str> = address.all("cols").collect();
    let stands = |(n, column): &(usize, &'a Column<'c, R>)| {
        *n == 0 || if asked.is_empty() { !column.on_demand } else { asked.contains(&column.key) }
    };
    columns.iter().enumerate().filter(stands).map(|(_, column)| column).collect()
}

fn heading<R>(ctx: &Ctx, address: &Address, column: &Column<'_, R>) -> Markup {
    let (key, way) = address.sort();
    let order = (key == column.key).then_some(way);
    let (word, next) = match order {
        Some(Sort::Up) => ("ascending", format!("-{}", column.key)),
        Some(Sort::Down) => ("descending", column.key.to_owned()),
        None => ("none", column.key.to_owned()),
    };
    html! {
        @if column.sorts {
            th.sorts.end[column.is_number] scope="col" aria-sort=[order.map(|_| word)] {
                a.sort href=(address.clone().without("page").with("sort", next)) { (column.label) span.unseen { " " (t!(ctx.say(), "list-sort")) } }
            }
        } @else { th.end[column.is_number] scope="col" { (column.label) } }
    }
}

fn nothing_matches(ctx: &Ctx, address: &Address, filters: &[Filter]) -> Markup {
    let clear = (t!(ctx.say(), "list-clear"), filter::cleared(address, filters).to_string());
    empty(&Empty { why: t!(ctx.say(), "list-nothing-matches"), example: None, first: Some(clear) })
}

/// The list as a file of values or a workbook.
pub fn takes(ctx: &Ctx, address: &Address) -> Markup {
    taken(ctx, address, false)
}

/// So many rows at most are offered as a document: nobody edits the words of more by hand.
const READABLE: i64 = 2_000;

fn taken(ctx: &Ctx, address: &Address, as_words: bool) -> Markup {
    let files = address.clone().without("page");
    html! {
        p.small.takes {
            (t!(ctx.say(), "list-take")) " "
            a href=(files.clone().with("as", "csv")) download { "CSV" } " · "
            a href=(files.clone().with("as", "xlsx")) download { "Excel" }
            @if as_words { " · " a href=(files.with("as", "docx")) download { "Word" } }
        }
    }
}

/// Which columns stand, and the list as a file.
fn choosing<R>(
    ctx: &Ctx,
    address: &Address,
    columns: &[Column<'_, R>],
    (shown, total): (&[&Column<'_, R>], i64),
) -> Markup {
    let say = ctx.say();
    let as_words = total <= READABLE && shown.iter().all(|column| !column.is_number);
    html! {
        div.choosing {
            details {
                summary { (t!(say, "list-columns")) }
                form.filters method="get" action=(address.path) {
                    @for (name, value) in address.pairs().filter(|(name, _)| !matches!(*name, "cols" | "page" | "said")) {
                        input type="hidden" name=(name) value=(value);
                    }
                    fieldset { legend { (t!(say, "list-columns")) }
                        @for column in columns.iter().skip(1) { div.option {
                            @let id = format!("cols-{}", column.key);
                            input type="checkbox" id=(id) name="cols" value=(column.key) checked[shown.iter().any(|one| one.key == column.key)];
                            label for=(id) { (column.label) }
                        } }
                    }
                    button.btn.plain { (t!(say, "list-columns-show")) }
                }
            }
            (taken(ctx, address, as_words))
        }
    }
}
