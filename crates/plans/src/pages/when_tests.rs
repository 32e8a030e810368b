//! Months in the form of a line, on its pages and in the API, on both databases.

use super::tests::{World, rooms};

platform::on_both! { rooms();
    async fn a_month_is_told_where_it_is_known_and_years_where_they_say_all(site) {
        let world = World::new(site).await;
        let (above, path) = (world.lines[1].to_string(), world.in_plan("/lines"));
        let typed = |code, from, month| [("above", above.as_str()), ("kind", "action"), ("code", code), ("title_en", "Begin"), ("from", from), ("from_month", month)];
        let refused = site.post_as(&site.coordinator(), &path, &typed("9.1", "2026-Q1", "9")).await;
        assert!(refused.status == 422 && refused.body.contains("This month does not lie in the quarter"), "{}", refused.body);
        for (code, from, month, told, by_program) in [
            ("9.1", "2026-Q1", "4", "from April 2026", "2026-04"),
            ("9.2", "2026-Q4", "1", "from January 2027", "2027-01"),
            ("9.3", "2026-Q1", "", "from 2026–2027", "2026-Q1"),
            ("9.4", "2026-Q2", "", "from Q2 of 2026–2027", "2026-Q2"),
        ] {
            let sent = site.post_as(&site.coordinator(), &path, &typed(code, from, month)).await;
            assert_eq!(sent.status, 303, "{}", sent.body);
            let page = site.get_as(&site.coordinator(), sent.location()).await.body;
            let bare: String = page.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
            assert!(bare.contains(told), "{told}: {page}");
            let all: serde_json::Value = serde_json::from_str(&site.get("/maple/api/v1/plan?limit=200").await.body).unwrap();
            let one = all["items"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap();
            assert_eq!(one["from"], by_program);
        }
        let sheet = site.get_as(&site.coordinator(), &world.in_plan("/sheet?as=csv")).await.body;
        assert!(sheet.contains("2026-04") && sheet.contains("2027-01"), "{sheet}");
    }
}
