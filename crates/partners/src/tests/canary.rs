//! What the staff alone may know of comes out nowhere for anyone else; and those who may not act are refused.

use super::*;
use crate::{ContactKind, NewContactPoint, NewPerson, NewSpeaker, Visibility};
use platform::{
    authority::{Caller, Office},
    ids::Ref,
    langs::Lang,
};

/// A word that stands in everything that is hidden, and nowhere else.
const CANARY: &str = "zyzzyva";

struct Hidden {
    organization: OrganizationId,
    person: PersonId,
    open: OrganizationId,
}

/// An organization and a person for the staff only, a public partner with a hidden note, contact point and speaker.
async fn hide(site: &Site) -> Hidden {
    let hidden = NewOrganization { visibility: Visibility::Staff, ..named(CANARY, CANARY) };
    let open = NewOrganization { note: CANARY.into(), ..named("open", "Open") };
    let ids = keep(site, &[hidden, open]).await;
    let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
    let person =
        crate::add_person(&mut tx, &NewPerson { note: CANARY.into(), ..NewPerson::new(CANARY, Lang::En) })
            .await
            .unwrap();
    for organization in [ids[0], ids[1]] {
        let new = NewSpeaker {
            person,
            organization,
            title: Text::both(CANARY, CANARY, DAY),
            from_on: DAY,
            to_on: None,
        };
        crate::speaks_for(&mut tx, &new).await.unwrap();
        let value = format!("{CANARY}@example.org");
        let own = NewContactPoint {
            person: None,
            organization: Some(organization),
            kind: ContactKind::Mail,
            value,
            visibility: Visibility::Staff,
        };
        crate::add_contact(
            &mut tx,
            &NewContactPoint { person: Some(person), visibility: Visibility::Public, ..own.clone() },
        )
        .await
        .unwrap();
        crate::add_contact(&mut tx, &own).await.unwrap();
    }
    tx.commit().await.unwrap();
    Hidden { organization: ids[0], person, open: ids[1] }
}

const PATHS: &[&str] = &[
    "/maple/work/partners",
    "/maple/work/partners?q=zyzzyva",
    "/maple/work/partners?visibility=staff&cols=note&cols=visibility",
    "/maple/work/partners?as=csv&cols=note",
    "/maple/work/partners/open",
    "/maple/work/partners/zyzzyva",
    "/maple/work/people",
    "/maple/work/people?as=csv",
    "/maple/work/search?q=zyzzyva",
    "/maple/en/partners",
    "/maple/en/partners?as=csv",
    "/maple/en/partners/open",
    "/maple/en/partners/zyzzyva",
    "/maple/api/v1/partners",
    "/maple/api/v1/offers",
    "/maple/api/v1/partners/open",
    "/maple/api/v1/partners/zyzzyva",
    "/maple/work/bin",
];

async fn paths(hidden: &Hidden) -> Vec<String> {
    let mut all: Vec<String> = PATHS.iter().map(|path| (*path).to_owned()).collect();
    for (kind, id) in [
        ("organization", hidden.organization.0),
        ("person", hidden.person.0),
        ("organization", hidden.open.0),
    ] {
        all.push(format!("/maple/work/history/{kind}/{id}"));
        all.push(format!("/maple/work/thread/{kind}/{id}"));
        all.push(format!("/maple/api/v1/panels/{kind}/{id}"));
    }
    all.push(format!("/maple/work/people/{}", hidden.person));
    all
}

/// Whether the word stands on a page other than in the reader's own search and in the address that she typed.
fn leaks(path: &str, body: &str) -> bool {
    let own = ["value=\"zyzzyva\"", "q=zyzzyva", "“zyzzyva”", path];
    own.iter().fold(body.to_owned(), |rest, part| rest.replace(part, "")).contains(CANARY)
}

async fn seen_by(site: &Site, caller: &Caller, hidden: &Hidden) -> Vec<String> {
    let mut leaking = Vec::new();
    for path in paths(hidden).await {
        let got = site.get_as(caller, &path).await;
        if leaks(&path, &got.body) {
            leaking.push(path);
        }
    }
    leaking
}

platform::on_both! { vec![crate::manifest()];
    async fn what_is_for_the_staff_comes_out_nowhere_for_others(site) {
        let hidden = hide(site).await;
        let open = Ref::from(hidden.open);
        for caller in [
            Caller::Anonymous,
            site.stranger(),
            site.holder(Office::Reader, None),
            site.holder(Office::CouncilMember, None),
            site.holder(Office::PartnerEditor, Some(open)),
        ] {
            let leaking = seen_by(site, &caller, &hidden).await;
            assert!(leaking.is_empty(), "{caller:?}: {leaking:?}");
        }
        let staff = seen_by(site, &site.coordinator(), &hidden).await;
        assert!(staff.iter().any(|path| path.contains("/work/search")), "the staff finds it: {staff:?}");
        assert!(staff.len() >= 10, "the word is really there for those who may: {staff:?}");
        assert!(staff.iter().all(|path| !path.contains("/en/") && !path.contains("/api/v1/partners")), "{staff:?}");
    }

    async fn the_keeper_of_a_hidden_organization_sees_and_changes_that_one_only(site) {
        let hidden = hide(site).await;
        let keeper = site.holder(Office::PartnerEditor, Some(Ref::from(hidden.organization)));
        assert_eq!(site.get_as(&keeper, "/maple/work/partners/zyzzyva/edit").await.status, 200);
        assert_eq!(site.get_as(&keeper, "/maple/work/partners/open/edit").await.status, 403);
        let fields = [("name_en", "Renamed"), ("version", "1"), ("visibility", "public"), ("note", "x"), ("slug", "x")];
        assert_eq!(site.post_as(&keeper, "/maple/work/partners/zyzzyva", &fields).await.status, 303);
        let after = kept(site, hidden.organization).await.unwrap();
        assert_eq!((after.visibility, after.slug.as_str(), after.note.as_str()), (Visibility::Staff, CANARY, ""));
        assert_eq!(after.name.in_lang(Lang::En), "Renamed");
        assert_eq!(site.post_as(&keeper, "/maple/work/partners/open", &fields).await.status, 403);
    }

    async fn whoever_may_not_decide_is_refused_everything_that_decides(site) {
        let hidden = hide(site).await;
        let partner = site.holder(Office::Reader, None);
        let person = format!("/maple/work/people/{}", hidden.person);
        for path in [
            "/maple/work/partners", "/maple/work/partners/open", "/maple/work/partners/open/joining",
            "/maple/work/partners/open/departure", "/maple/work/partners/open/removal",
            "/maple/work/partners/open/contacts", "/maple/work/people", &person, "/maple/work/sectors",
            "/maple/work/sectors/default",
        ] {
            assert_eq!(site.post_as(&partner, path, &[("name_en", "X")]).await.status, 403, "{path}");
            assert_eq!(site.post_as(&site.stranger(), path, &[("name_en", "X")]).await.status, 404, "{path}");
        }
        for path in ["/maple/work/partners/new", "/maple/work/people/new", "/maple/work/sectors", "/maple/work/partners/open/edit"] {
            assert_eq!(site.get_as(&partner, path).await.status, 403, "{path}");
        }
        assert_eq!(found(site, "open").await.unwrap().version, 1, "nothing happened");
    }
}
