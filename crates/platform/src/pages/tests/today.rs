//! *Today* of several rooms.

use crate::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    manifest::{Fut, Manifest, TodayItem, TodaySection},
    pages::today::by_topic,
    testing::Site,
};
use jiff::civil::{Date, date};

fn line(what: &str, on: Option<Date>) -> TodayItem {
    TodayItem {
        section: TodaySection::Due,
        on,
        when: String::new(),
        what: what.to_owned(),
        detail: None,
        act: "Look".into(),
        href: "/maple/work".into(),
        late: false,
    }
}

fn leaves<'a>(_: &'a Ctx, _: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    let said = vec![
        line("Sweep at some time", None),
        line("Sweep in December", Some(date(2026, 12, 1))),
        line("Sweep today", Some(date(2026, 11, 22))),
    ];
    Box::pin(async { Ok(said) })
}

fn roots<'a>(_: &'a Ctx, _: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    let said = vec![
        line("Water today", Some(date(2026, 11, 22))),
        line("Water yesterday", Some(date(2026, 11, 21))),
    ];
    Box::pin(async { Ok(said) })
}

#[tokio::test]
async fn the_lines_of_all_rooms_stand_in_order_of_day() {
    let rooms: [(&str, crate::manifest::TodayFn); 2] = [("leaves", leaves), ("roots", roots)];
    let room = |(name, ask)| {
        let mut manifest = Manifest::new(name);
        manifest.today = vec![ask];
        manifest
    };
    let site = Site::sqlite(rooms.map(room).into()).await;
    let page = site.get_as(&site.coordinator(), "/maple/work").await;
    let place = |what: &str| page.body.find(what).unwrap_or_else(|| panic!("no {what}: {}", page.body));
    let said = ["Water yesterday", "Sweep today", "Water today", "Sweep in December", "Sweep at some time"]
        .map(place);
    assert!(said.is_sorted(), "{said:?} {}", page.body);
    let ctx = site.ctx(site.coordinator());
    let by_room: Vec<(&str, Vec<String>)> = by_topic(&ctx)
        .await
        .unwrap()
        .into_iter()
        .map(|(room, items)| (room, items.into_iter().map(|item| item.what).collect()))
        .collect();
    let in_leaves = ["Sweep today", "Sweep in December", "Sweep at some time"].map(str::to_owned).to_vec();
    let in_roots = ["Water yesterday", "Water today"].map(str::to_owned).to_vec();
    assert_eq!(by_room, [("leaves", in_leaves), ("roots", in_roots)]);
}
