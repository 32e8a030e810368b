//! The store on both databases.

use super::{kept::*, sets::*};
use crate::{AreaKind, NewAreaSet, Share, standard};
use jiff::civil::date;
use platform::{pages::ENTER, testing::refusal_code, text::Text};

platform::on_both! { vec![crate::manifest()];
    async fn the_standard_units_are_kept_and_found(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(ENTER).await.unwrap();
        let units = standard("3525", date(2026, 11, 22));
        let ids = add_areas(&mut tx, &units).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = ctx.read(ENTER).await.unwrap();
        assert_eq!(list_areas(&mut tx).await.unwrap().len(), units.len());
        let day = date(2026, 11, 22);
        let hamilton = area_by_code(&mut tx, AreaKind::CensusDivision, "3525", day).await.unwrap().unwrap();
        assert_eq!(find_area(&mut tx, hamilton.id).await.unwrap().unwrap(), hamilton);
        assert_eq!(areas_named(&mut tx, &ids).await.unwrap().len(), ids.len());
        let before = area_by_code(&mut tx, AreaKind::CensusDivision, "3525", date(1999, 1, 1)).await.unwrap();
        assert_eq!(before, None, "not valid then");
    }

    async fn a_code_is_taken_once_from_a_day(site) {
        let ctx = site.ctx(site.coordinator());
        let unit = standard("3525", date(2026, 11, 22)).remove(0);
        let mut tx = ctx.write(ENTER).await.unwrap();
        add_area(&mut tx, &unit).await.unwrap();
        assert_eq!(refusal_code(add_area(&mut tx, &unit).await), "area-taken");
    }

    async fn a_set_gives_its_shares_back_and_holds_between_its_days(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(ENTER).await.unwrap();
        let ids = add_areas(&mut tx, &standard("3525", date(2026, 11, 22))[..2]).await.unwrap();
        let shares = vec![(ids[0], Share::WHOLE), (ids[1], Share::of_millionths(250_000).unwrap())];
        let new = NewAreaSet {
            slug: "catchment".into(),
            name: Text::both("Catchment", "Territoire desservi", date(2026, 1, 1)),
            valid_from: date(2026, 1, 1),
            valid_to: Some(date(2026, 12, 31)),
            shares: shares.clone(),
        };
        let id = add_set(&mut tx, &new).await.unwrap();
        let mut kept = shares_of(&mut tx, id).await.unwrap();
        kept.sort_by_key(|(_, share)| -share.millionths());
        assert_eq!(kept, shares);
        assert_eq!(list_sets(&mut tx).await.unwrap()[0].slug, "catchment");
        assert_eq!(sets_holding(&mut tx, date(2026, 12, 31)).await.unwrap().len(), 1);
        assert_eq!(sets_holding(&mut tx, date(2027, 1, 1)).await.unwrap().len(), 0);
        assert_eq!(refusal_code(add_set(&mut tx, &new).await), "area-taken");
    }

    async fn another_partnership_sees_none_of_them(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(ENTER).await.unwrap();
        let id = add_area(&mut tx, &standard("3525", date(2026, 11, 22))[0]).await.unwrap();
        tx.commit().await.unwrap();
        let mut other = ctx.clone();
        other.partnership = Some(std::sync::Arc::clone(&site.other));
        other.caller = site.stranger();
        let mut tx = other.read(ENTER).await.unwrap();
        assert_eq!(find_area(&mut tx, id).await.unwrap(), None);
        assert!(list_areas(&mut tx).await.unwrap().is_empty());
    }
}
