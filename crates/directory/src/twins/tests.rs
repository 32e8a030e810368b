//! What is perhaps the same, made one and two again, on both databases.

use crate::{
    ServiceId, can,
    rules::suggestions::Barrier,
    store::{
        checks::list_checks, experiences::count_barriers, locations::locations_of, services::find_service,
    },
    tests::{add_service_by_form as add, organization, rooms},
};
use partners::{OrganizationId, Reader, Visibility};
use platform::{authority::Office, testing::Site};

const TWINS: &str = "/maple/work/directory/twins";

/// Two records of one class, of which the second has a place, a look and a reason told.
async fn two(site: &Site) -> (OrganizationId, ServiceId, ServiceId) {
    let of = organization(site, "centre", Visibility::Public).await;
    let one = add(site, of, &[("phones", "905-555-0100")]).await;
    let place = [
        ("name_en", "Maple House"),
        ("name_fr", "Maison des Érables"),
        ("kind", "physical"),
        ("street", "1 Maple Street"),
    ];
    let got = site.post_as(&site.coordinator(), "/maple/work/directory/locations", &place).await;
    let place = got.location().split('?').next().unwrap().rsplit('/').next().unwrap().to_owned();
    let other =
        add(site, of, &[("name_en", "English classes"), ("phones", "(905) 555-0100"), ("location", &place)])
            .await;
    let (version, day) = ("1", site.ctx(site.coordinator()).today().to_string());
    let look = [("found", "unchanged"), ("way", "phone"), ("checked_on", day.as_str()), ("version", version)];
    let got = site
        .post_as(&site.coordinator(), &format!("/maple/work/directory/services/{other}/checks"), &look)
        .await;
    assert_eq!(got.status, 303, "{}", got.body);
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
    for id in [one, other] {
        count_barriers(&mut tx, (id, "language-class"), &[Barrier::Hours], "2026-11").await.unwrap();
    }
    tx.commit().await.unwrap();
    (of, one, other)
}

/// How many looks and places a service has, and its version; none when it is not in the inventory.
async fn held(site: &Site, id: ServiceId) -> Option<(usize, usize, i64)> {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::SEE_DIRECTORY).await.unwrap();
    let of = find_service(&mut tx, Reader::Staff, id).await.unwrap();
    let held = (
        list_checks(&mut tx, id).await.unwrap().len(),
        locations_of(&mut tx, Reader::Staff, id).await.unwrap().len(),
    );
    tx.done().await.unwrap();
    of.map(|of| (held.0, held.1, of.version))
}

async fn reasons(site: &Site) -> Vec<String> {
    let list = site.get_as(&site.coordinator(), "/maple/work/directory/barriers?as=csv").await.body;
    list.lines().filter(|row| row.contains("2026-11")).map(str::to_owned).collect()
}

platform::on_both! { rooms();
    async fn what_is_perhaps_the_same_is_told_while_it_is_typed(site) {
        let (of, one, _) = two(site).await;
        let form = site.get_as(&site.coordinator(), "/maple/work/directory/new").await.body;
        assert!(form.contains("data-like=\"/maple/work/directory/like\"") && form.contains("like.js"), "{form}");
        let asked = format!("/maple/work/directory/like?organization={of}&name_en=English+clas");
        let told = site.get_as(&site.coordinator(), &asked).await;
        assert!(told.status == 200 && told.body.contains(&one.to_string()) && told.body.contains("\"why\""), "{}", told.body);
        let alone = site.get_as(&site.coordinator(), "/maple/work/directory/like?name_en=English+class").await.body;
        assert!(alone.contains(&one.to_string()), "the same name alone is told: {alone}");
        let other = site.get_as(&site.coordinator(), "/maple/work/directory/like?name_en=Bicycle+repair").await.body;
        assert_eq!(other, "[]", "nothing is like that");
        let edit = site.get_as(&site.coordinator(), &format!("/maple/work/directory/services/{one}/edit")).await.body;
        assert!(!edit.contains("data-like"), "a record is like itself");
    }

    async fn what_is_perhaps_the_same_is_told_before_it_is_added_and_once_more_adds_it(site) {
        let (of, one, _) = two(site).await;
        let of = of.to_string();
        let form = |again: bool| {
            let mut form = vec![
                ("organization", of.as_str()), ("name_en", "English Class"), ("status", "active"), ("visibility", "public"), ("need", "language-class"),
                ("openness", "everyone"), ("cost", "free"), ("interpretation", "unknown"), ("papers", "none"),
            ];
            form.extend(again.then_some(("another", "yes")));
            form
        };
        let told = site.post_as(&site.coordinator(), "/maple/work/directory", &form(false)).await;
        assert!(told.status == 422 && told.body.contains(&one.to_string()) && told.body.contains("Perhaps this stands here already"), "{}", told.body);
        assert!(told.body.contains("name=\"another\" value=\"yes\"") && told.body.contains("value=\"English Class\""), "{}", told.body);
        let added = site.post_as(&site.coordinator(), "/maple/work/directory", &form(true)).await;
        assert_eq!(added.status, 303, "{}", added.body);
    }

    async fn a_pair_is_listed_with_reasons_and_those_said_to_be_two_are_not(site) {
        let (_, one, other) = two(site).await;
        let list = site.get_as(&site.coordinator(), TWINS).await.body;
        assert!(list.contains("the same name") && list.contains("the same number"), "{list}");
        assert_eq!(site.get_as(&site.holder(Office::Reader, None), TWINS).await.status, 403);
        let page = format!("{TWINS}/{one}/{other}");
        let body = site.get_as(&site.coordinator(), &page).await.body;
        assert!(body.contains("English classes") && body.contains("Maple House"), "{body}");
        let (seen, also) = (held(site, one).await.unwrap().2.to_string(), held(site, other).await.unwrap().2.to_string());
        let older = site.post_as(&site.coordinator(), &format!("{page}/parting"), &[("one", "99"), ("two", &also)]).await;
        assert_eq!(older.status, 409);
        let said = site.post_as(&site.coordinator(), &format!("{page}/parting"), &[("one", &seen), ("two", &also)]).await;
        assert_eq!(said.status, 303, "{}", said.body);
        let list = site.get_as(&site.coordinator(), TWINS).await.body;
        assert!(list.contains("Nothing here looks like the same service twice"), "{list}");
    }

    async fn two_become_one_with_all_that_refers_to_them_and_two_again(site) {
        let (_, one, other) = two(site).await;
        let before = (held(site, one).await.unwrap(), held(site, other).await.unwrap(), reasons(site).await);
        let page = format!("{TWINS}/{one}/{other}");
        let (seen, also, keep) = (before.0.2.to_string(), before.1.2.to_string(), one.to_string());
        let known = [("one", seen.as_str()), ("two", also.as_str())];
        let none = site.post_as(&site.coordinator(), &format!("{page}/merge"), &known).await;
        assert_eq!(none.status, 422, "{}", none.body);
        let fields = [known[0], known[1], ("keep", keep.as_str())];
        let done = site.post_as(&site.coordinator(), &format!("{page}/merge"), &fields).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(held(site, other).await, None, "it left the inventory");
        let (checks, places, _) = held(site, one).await.unwrap();
        assert_eq!((checks, places), (1, 1), "its look and its place came along");
        assert_eq!(reasons(site).await.len(), 1, "what was told of both counts together");
        assert!(reasons(site).await[0].ends_with(",2"), "{:?}", reasons(site).await);
        let history = site.get_as(&site.coordinator(), &format!("/maple/work/directory/services/{one}")).await.body;
        assert!(history.contains("took in"), "{history}");
        let list = site.get_as(&site.coordinator(), TWINS).await.body;
        let (before_id, _) = list.split_once("/undoing").unwrap();
        let undo = format!("/maple/work/directory/merges/{}/undoing", before_id.rsplit('/').next().unwrap());
        assert_eq!(site.post_as(&site.holder(Office::Reader, None), &undo, &[]).await.status, 403);
        assert_eq!(site.post_as(&site.coordinator(), &undo, &[]).await.status, 303);
        let (kept, back) = (held(site, one).await.unwrap(), held(site, other).await.unwrap());
        assert_eq!(((kept.0, kept.1), (back.0, back.1)), ((before.0.0, before.0.1), (before.1.0, before.1.1)));
        let (mut now, mut then) = (reasons(site).await, before.2);
        now.sort_unstable();
        then.sort_unstable();
        assert_eq!(now, then);
        assert_eq!(site.post_as(&site.coordinator(), &undo, &[]).await.status, 409, "once");
    }
}
