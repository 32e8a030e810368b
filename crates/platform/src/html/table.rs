//! Tables by hand: where there is no room for a row, it becomes a card that names each of its cells.

use maud::{Markup, html};

/// A table with a caption, the headings of its columns and its rows; the first cell of a row names it.
pub fn table(caption: &str, heads: &[String], rows: Vec<Vec<Markup>>) -> Markup {
    html! {
        div.scroll role="region" tabindex="0" aria-label=(caption) { table.cards {
            caption { (caption) }
            thead { tr { @for head in heads { th scope="col" { (head) } } } }
            tbody { @for row in rows { tr {
                @for (n, (cell, head)) in row.into_iter().zip(heads).enumerate() {
                    @if n == 0 { th scope="row" { (cell) } } @else { td data-label=(head) { (cell) } }
                }
            } } }
        } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_but_the_first_says_what_it_is_where_the_headings_are_gone() {
        let heads = ["Seat".to_owned(), "Holder".to_owned()];
        let page = table("Seats", &heads, vec![vec![html! { "Police" }, html! { "Vacant" }]]).into_string();
        assert!(
            page.contains("<th scope=\"row\">Police</th><td data-label=\"Holder\">Vacant</td>"),
            "{page}"
        );
    }
}
