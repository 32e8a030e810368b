//! What a service says beyond the usual facts, as people write and read it, on both databases.

use super::{HELP, add, organization, plain, post, rooms, version_of};
use jiff::ToSpan;
use partners::Visibility;

platform::on_both! { rooms();
    async fn what_has_to_be_known_stands_above_everything_until_its_day_is_over(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let until = site.ctx(site.coordinator()).today().saturating_add(2.days()).to_string();
        let said = [("alert_en", "The lift is being repaired."), ("alert_fr", "L’ascenseur est en réparation."), ("alert_until", until.as_str())];
        let page = add(site, of, &said).await;
        let id = page.rsplit('/').next().unwrap();
        let door = [format!("{HELP}/{id}"), HELP.to_owned() + "?need=language", format!("{HELP}/{id}/sheet"), format!("{HELP}/paper?need=language")];
        let api = format!("/maple/api/hsds/services/{id}");
        for path in &door {
            assert!(site.get(path).await.body.contains("The lift is being repaired."), "{path}");
        }
        assert!(site.get(&format!("/maple/fr/help/{id}")).await.body.contains("L’ascenseur est en réparation."));
        assert!(site.get(&api).await.body.contains("\"alert\":\"The lift"));
        site.app.clock.advance(3 * 86_400);
        for path in &door {
            assert!(!site.get(path).await.body.contains("The lift"), "{path}: its day is over");
        }
        assert!(!site.get(&api).await.body.contains("The lift"));
        let office = site.get_as(&site.coordinator(), &page).await.body;
        assert!(office.contains("The lift is being repaired."), "it is still kept: {office}");
    }

    async fn places_pages_and_a_rule_are_told_where_they_help(site) {
        let of = organization(site, "centre", Visibility::Public).await;
        let said = [
            ("openness", "funder-ircc"),
            ("areas", "Maple | the town\nOak Lake"),
            ("links", "Timetable | https://example.org/timetable\nhttps://example.org/form"),
            ("capacities", "places | 4 | 12 | evenings | 2026-05-01 | https://example.org/places"),
        ];
        let page = add(site, of, &said).await;
        let id = page.rsplit('/').next().unwrap();
        let public = plain(&site.get(&format!("{HELP}/{id}")).await.body);
        for told in ["For people living in", "Oak Lake", "href=\"https://example.org/timetable\"", "https://example.org/form</bdi>", "The funder’s own rule", "www.canada.ca"] {
            assert!(public.contains(told), "{told}: {public}");
        }
        let form = site.get_as(&site.coordinator(), &format!("{page}/edit")).await.body;
        assert!(form.contains("Maple | the town\nOak Lake") && form.contains("https://example.org/places"), "{form}");
        let version = version_of(&form);
        let wrong = post(site, &page, of, &[("version", &version), ("links", "Timetable | javascript:alert(1)")]).await;
        assert_eq!(wrong.status, 422);
        assert!(plain(&wrong.body).contains("cannot be read as a page") && wrong.body.contains("javascript:alert(1)"), "nothing typed is lost");
        let package = site.get(&format!("/maple/api/hsds/services/{id}")).await.body;
        for told in ["\"service_areas\":[", "\"name\":\"Oak Lake\"", "\"label\":\"Timetable\"", "\"uri\":\"https://example.org/places\""] {
            assert!(package.contains(told), "{told}: {package}");
        }
    }
}
