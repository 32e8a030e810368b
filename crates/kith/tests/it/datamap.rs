//! Every column of every room has its line in the data map; tables that still have none are listed, and the list only shrinks.

use platform::testing::data_map_gaps;
use std::collections::BTreeSet;

/// Tables whose room owes their lines.
const OWED: &str = include_str!("datamap_owed.txt");

platform::on_both! { kith::rooms();
    async fn the_data_map_fits_the_database(site) {
        let owed: BTreeSet<&str> = OWED.lines().filter(|line| !line.starts_with('#')).collect();
        let gaps: Vec<String> = data_map_gaps(site)
            .await
            .into_iter()
            .filter(|gap| !(gap.ends_with("has no line") && gap.split_once('.').is_some_and(|(table, _)| owed.contains(table))))
            .collect();
        assert!(gaps.is_empty(), "{gaps:#?}");
    }
}
