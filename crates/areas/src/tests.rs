//! The pages as people use them, on both databases.

use crate::{AreaKind, can, list_areas, list_sets};
use platform::{
    authority::Office,
    ids::Ref,
    testing::{Site, pages::check_samples, refusal_code},
};

const AREAS: &str = "/maple/work/areas";

async fn areas(site: &Site) -> Vec<crate::Area> {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_AREAS).await.unwrap();
    list_areas(&mut tx).await.unwrap()
}

async fn sets(site: &Site) -> Vec<crate::AreaSet> {
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_AREAS).await.unwrap();
    list_sets(&mut tx).await.unwrap()
}

async fn take(site: &Site) {
    let fields = [("division", "3539"), ("province", "35")];
    let sent = site.post_as(&site.coordinator(), &format!("{AREAS}/standard"), &fields).await;
    assert_eq!((sent.status, sent.location()), (303, "/maple/work/areas?said=areas-taken"), "{}", sent.body);
}

/// Makes a set of London whole and half of Newbury; gives its address.
async fn make_set(site: &Site) -> String {
    take(site).await;
    let all = areas(site).await;
    let field = |code: &str| format!("share_{}", all.iter().find(|area| area.code == code).unwrap().id);
    let (whole, half) = (field("3539036"), field("3539002"));
    let fields = [
        ("name_en", "Catchment"),
        ("valid_from", "2026-01-01"),
        (whole.as_str(), "100"),
        (half.as_str(), "50"),
    ];
    let sent = site.post_as(&site.coordinator(), &format!("{AREAS}/sets"), &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    sent.location().split('?').next().unwrap().to_owned()
}

platform::on_both! { vec![crate::manifest()];
    async fn every_page_reads_well_in_every_language(site) {
        assert!(check_samples(site) > 20);
    }

    async fn a_new_partnership_is_told_to_choose_and_takes_a_division_once(site) {
        let today = site.get_as(&site.coordinator(), "/maple/work").await.body;
        assert!(today.contains("Say where the partnership works"), "{today}");
        let page = site.get_as(&site.coordinator(), &format!("{AREAS}/standard?province=35")).await.body;
        assert!(page.contains("Middlesex") && page.contains("Strathroy-Caradoc"), "{page}");
        take(site).await;
        take(site).await;
        let all = areas(site).await;
        assert_eq!(all.len(), 14, "province, division, 12 municipalities");
        assert!(!site.get_as(&site.coordinator(), "/maple/work").await.body.contains("Say where the partnership works"));
        let again = site.post_as(&site.coordinator(), &format!("{AREAS}/standard"), &[("division", "9999")]).await;
        assert_eq!(again.status, 422);
        let csv = site.get_as(&site.holder(Office::Reader, None), &format!("{AREAS}?as=csv")).await.body;
        assert!(csv.contains("London,Municipality,3539036,2021-01-01"), "{csv}");
        let api = site.get("/maple/api/v1/areas?limit=200").await.body;
        assert!(api.contains("\"code\":\"3539036\""), "{api}");
    }

    async fn a_place_of_ones_own_is_added_changed_binned_and_restored(site) {
        let fields = [("name_en", "Mill Street"), ("name_fr", "Rue du Moulin"), ("valid_from", "2026-01-01")];
        let sent = site.post_as(&site.coordinator(), AREAS, &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let twice = site.post_as(&site.coordinator(), AREAS, &fields).await;
        assert!(twice.status == 422 && twice.body.contains("perhaps in the bin"), "{}", twice.body);
        let area = areas(site).await.pop().unwrap();
        assert_eq!((area.kind, area.code.as_str()), (AreaKind::Own, "mill-street"));
        let own = format!("{AREAS}/{}", area.id);
        let change = [("name_en", "Mill Road"), ("valid_from", "2026-01-01"), ("valid_to", "2025-01-01"), ("version", "1")];
        let wrong = site.post_as(&site.coordinator(), &own, &change).await;
        assert!(wrong.status == 422 && wrong.body.contains("before the first"), "{}", wrong.body);
        let change = [("name_en", "Mill Road"), ("valid_from", "2026-01-01"), ("version", "1")];
        assert_eq!(site.post_as(&site.coordinator(), &own, &change).await.status, 303);
        assert_eq!(site.post_as(&site.coordinator(), &own, &change).await.status, 409, "somebody was faster");
        let history = site.get_as(&site.coordinator(), &format!("/maple/work/history/area/{}", area.id)).await.body;
        assert!(history.contains("changed the area") && history.contains("Mill Road"), "{history}");
        assert_eq!(site.post_as(&site.coordinator(), &format!("{own}/bin"), &[("version", "2")]).await.status, 303);
        assert_eq!(site.get_as(&site.coordinator(), &own).await.status, 404);
        let object = Ref::from(area.id);
        platform::bin::restore(&site.ctx(site.coordinator()), &object).await.unwrap().commit().await.unwrap();
        assert!(site.get_as(&site.coordinator(), &own).await.body.contains("Mill Road"));
    }

    async fn a_set_weighs_its_areas_and_holds_them(site) {
        let url = make_set(site).await;
        let page = site.get_as(&site.holder(Office::Reader, None), &url).await.body;
        assert!(page.contains("Newbury") && page.contains("50%") && !page.contains("name=\"version\""), "{page}");
        let set = sets(site).await.pop().unwrap();
        let all = areas(site).await;
        let newbury = all.iter().find(|area| area.code == "3539002").unwrap();
        let bin = format!("{AREAS}/{}/bin", newbury.id);
        let refused = site.post_as(&site.coordinator(), &bin, &[("version", "1")]).await;
        assert!(refused.status == 422 && refused.body.contains("counts in 1 set"), "{}", refused.body);
        let field = format!("share_{}", newbury.id);
        for wrong in ["0", "101", "a lot"] {
            let fields = [("name_en", "Catchment"), ("valid_from", "2026-01-01"), (field.as_str(), wrong), ("version", "1")];
            assert_eq!(site.post_as(&site.coordinator(), &url, &fields).await.status, 422, "{wrong}");
        }
        let fields = [("name_en", "Catchment"), ("valid_from", "2026-01-01"), (field.as_str(), "12,5"), ("version", "1")];
        assert_eq!(site.post_as(&site.coordinator(), &url, &fields).await.status, 303);
        let csv = site.get_as(&site.coordinator(), &format!("{AREAS}/sets?as=csv")).await.body;
        assert!(csv.contains("Catchment,Newbury,Municipality,3539002,12.5") && !csv.contains("London"), "{csv}");
        let api = site.get("/maple/api/v1/area-sets").await.body;
        assert!(api.contains("\"millionths\":125000"), "{api}");
        assert_eq!(site.post_as(&site.coordinator(), &format!("{url}/bin"), &[("version", "2")]).await.status, 303);
        assert_eq!(site.post_as(&site.coordinator(), &bin, &[("version", "1")]).await.status, 303, "nothing holds it now");
        let ctx = site.ctx(site.coordinator());
        assert_eq!(refusal_code(platform::bin::restore(&ctx, &Ref::from(set.id)).await.map(|_| ())), "area-set-binned");
    }

    async fn only_those_of_the_partnership_see_them_and_only_a_coordinator_writes(site) {
        let url = make_set(site).await;
        for path in [AREAS, &url, "/maple/work/areas/sets"] {
            assert_eq!(site.get_as(&site.holder(Office::Reader, None), path).await.status, 200, "{path}");
            assert_eq!(site.get_as(&site.stranger(), path).await.status, 404, "{path}");
            assert_eq!(site.get(path).await.status, 303, "{path}");
        }
        for office in [Office::Reader, Office::Translator, Office::Chair] {
            let sent = site.post_as(&site.holder(office, None), &format!("{AREAS}/standard"), &[("division", "3525")]).await;
            assert_eq!(sent.status, 403, "{office:?}");
        }
        assert!(!site.get("/other/api/v1/areas").await.body.contains("London"));
    }
}
