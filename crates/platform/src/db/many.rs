//! One statement for many rows: `UPDATE … WHERE …` or `DELETE … WHERE …`, written for one row, as PostgreSQL takes it for all of them at
//! once. Pure text.

/// The text that changes what the text for one row changes, for as many rows as there are at once, and gives the place of the row, from 1,
/// for each row of the table that changed. `types` are those of its places `$1`, `$2`…: where the text had one value of it, this one takes
/// the values of all rows. Nothing when it is not of the shape that is understood.
pub(super) fn for_rows(sql: &str, types: &[&str]) -> Option<String> {
    let (what, condition) = parted(sql)?;
    let beside = match what.split_whitespace().next()?.to_uppercase().as_str() {
        "UPDATE" => "FROM",
        "DELETE" => "USING",
        _ => return None,
    };
    let places: Vec<String> =
        (1..).zip(types).map(|(n, of): (usize, _)| format!("CAST(${n} AS {of}[])")).collect();
    let names: Vec<String> = (1..=types.len()).map(|n| format!("given_{n}")).collect();
    Some(format!(
        "{} {beside} unnest({}) WITH ORDINALITY AS given ({}, given_row) WHERE {} RETURNING given.given_row",
        named(what),
        places.join(", "),
        names.join(", "),
        named(condition)
    ))
}

/// The text before the one `WHERE` that stands outside of brackets and quotation marks, and after it.
fn parted(sql: &str) -> Option<(&str, &str)> {
    let (mut depth, mut quoted, mut found) = (0_i32, false, None);
    for (at, c) in sql.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            _ if quoted => {}
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && c.is_whitespace() => {
                let rest = sql.get(at + 1..)?;
                let is_where = rest.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("where"));
                if is_where && rest.get(5..)?.starts_with(char::is_whitespace) {
                    if found.is_some() {
                        return None;
                    }
                    found = Some((sql.get(..at)?.trim(), rest.get(6..)?.trim()));
                }
            }
            _ => {}
        }
    }
    found
}

/// `$3` becomes the third value that the row gives.
fn named(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        match c {
            '$' => out.push_str("given.given_"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_and_a_deletion_take_their_rows_from_lists_of_values() {
        let update = "UPDATE box SET words = $1, version = version + 1\n        WHERE id = $2 AND words IN (SELECT w FROM x WHERE y = $1)";
        assert_eq!(
            for_rows(update, &["text", "uuid"]).unwrap(),
            "UPDATE box SET words = given.given_1, version = version + 1 FROM unnest(CAST($1 AS text[]), CAST($2 AS uuid[])) WITH ORDINALITY \
             AS given (given_1, given_2, given_row) WHERE id = given.given_2 AND words IN (SELECT w FROM x WHERE y = given.given_1) \
             RETURNING given.given_row"
        );
        assert_eq!(
            for_rows("DELETE FROM box WHERE id = $1", &["uuid"]).unwrap(),
            "DELETE FROM box USING unnest(CAST($1 AS uuid[])) WITH ORDINALITY AS given (given_1, given_row) WHERE id = given.given_1 \
             RETURNING given.given_row"
        );
    }

    #[test]
    fn what_is_no_change_of_rows_that_a_condition_names_is_not_understood() {
        for other in [
            "INSERT INTO box (id) VALUES ($1)",
            "UPDATE box SET words = $1",
            "SELECT 1 FROM box WHERE id = $1",
            "DELETE FROM box WHERE id = $1 OR id = 'a' WHERE true",
        ] {
            assert_eq!(for_rows(other, &["uuid"]), None, "{other}");
        }
        let quoted = "UPDATE box SET words = ' where ' WHERE id = $1";
        assert!(for_rows(quoted, &["uuid"]).unwrap().contains("SET words = ' where ' FROM"));
    }
}
