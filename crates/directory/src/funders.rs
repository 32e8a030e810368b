//! What funders let their money be used for, as `funders.toml` has it.

use crate::rules::eligibility::FunderRule;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Funders {
    rule: Vec<FunderRule>,
}

static FUNDERS: LazyLock<Vec<FunderRule>> = LazyLock::new(|| {
    toml::from_str::<Funders>(include_str!("funders.toml")).map(|all| all.rule).unwrap_or_default()
});

/// The rules of funders that are known here.
pub fn funders() -> &'static [FunderRule] {
    &FUNDERS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_whole() {
        let all: Funders = toml::from_str(include_str!("funders.toml")).unwrap();
        assert_eq!(all.rule.len(), funders().len());
        assert!(funders().iter().any(|rule| rule.funder == "ircc"));
        assert!(funders().iter().all(|rule| rule.link.starts_with("https://")));
    }
}
