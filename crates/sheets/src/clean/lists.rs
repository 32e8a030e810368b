//! Several values in one cell.

/// What may stand between the values of one cell, besides `;`, `|`, bullets and line breaks, which always may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Apart {
    /// Whether a comma does. Not so where values have commas in them, such as street addresses.
    pub comma: bool,
    /// Whether a stroke does. Not so for addresses of pages and dates.
    pub stroke: bool,
    /// Whether the words *and*, *et* and `&` do. Only where no value has them: *Bosnia and Herzegovina*.
    pub words: bool,
}

/// The values of one cell in their order, each once, without white space around them. Joined with `"; "` and split again, they are
/// the same.
pub fn split(input: &str, apart: Apart) -> Vec<String> {
    let cuts = |c: char| {
        matches!(c, ';' | '|' | '\n' | '\r' | '\u{2028}' | '•' | '·' | '▪' | '；')
            || (apart.comma && matches!(c, ',' | '，' | '、' | '،'))
            || (apart.stroke && c == '/')
    };
    let mut values: Vec<String> = Vec::new();
    for part in input.split(cuts) {
        let mut current: Vec<&str> = Vec::new();
        let mut found = Vec::new();
        for word in part.split_whitespace() {
            let joins = ["and", "et", "&"].iter().any(|joint| word.eq_ignore_ascii_case(joint));
            if apart.words && joins {
                found.push(current.join(" "));
                current.clear();
            } else {
                current.push(word);
            }
        }
        found.push(current.join(" "));
        for value in found {
            if !value.is_empty() && !values.contains(&value) {
                values.push(value);
            }
        }
    }
    values
}
