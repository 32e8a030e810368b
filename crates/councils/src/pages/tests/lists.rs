//! What the partnership keeps beside its bodies: the list of categories, the rounds.

use super::{World, rooms};
use crate::{RoundId, can, store::expressions::list_rounds};
use platform::{
    authority::Office,
    testing::{Got, Site},
};

const CATEGORIES: &str = "/maple/work/councils/categories";
const ROUNDS: &str = "/maple/work/councils/rounds";

async fn page(site: &Site, path: &str) -> String {
    site.get_as(&site.coordinator(), path).await.body
}

/// The address of the category with this name.
async fn category(site: &Site, name: &str) -> String {
    let list = page(site, CATEGORIES).await;
    let before = list.split(&format!(">{name}</a>")).next().unwrap();
    before.rsplit("href=\"").next().unwrap().trim_end_matches('"').to_owned()
}

async fn send(site: &Site, path: &str, fields: &[(&str, &str)]) -> Got {
    site.post_as(&site.coordinator(), path, fields).await
}

async fn set_fall(site: &Site) -> RoundId {
    let fields = [("season", "fall"), ("opens_on", "2026-11-01"), ("closes_on", "2026-11-10")];
    assert_eq!(send(site, ROUNDS, &fields).await.status, 303);
    let mut tx = site.ctx(site.coordinator()).read(can::SEE_COUNCILS).await.unwrap();
    list_rounds(&mut tx).await.unwrap()[0].id
}

async fn wish(site: &Site) {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let council = crate::councils(&mut tx).await.unwrap()[0].id;
    let new = crate::NewExpression {
        council,
        name: "Espérance Roy".into(),
        email: "esperance@maple.example".into(),
        phone: String::new(),
        reach_by: crate::rules::reaching::ReachBy::Mail,
        speaks_for: String::new(),
        lang: platform::langs::Lang::Fr,
        body: "J’aimerais aider.".into(),
        consent_wording: "Oui.".into(),
    };
    let now = ctx.now();
    crate::add_expression(&mut tx, &new, now, ctx.today()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn queue(site: &Site, name: &str) -> bool {
    page(site, &format!("/maple/work/councils/expressions?queue={name}")).await.contains("Espérance Roy")
}

platform::on_both! { rooms();
    async fn a_category_is_renamed_for_its_seats_and_removed_when_nothing_needs_it(site) {
        let world = World::new(site).await;
        assert_eq!(send(site, CATEGORIES, &[("name_en", "Lived experience")]).await.status, 303);
        let twice = send(site, CATEGORIES, &[("name_en", "lived EXPERIENCE")]).await;
        assert!(twice.status == 422 && twice.body.contains("has this name"), "{}", twice.body);
        let hospitals = category(site, "Hospitals").await;
        let taken = send(site, &hospitals, &[("name_en", "Lived experience"), ("version", "1")]).await;
        assert!(taken.status == 422 && taken.body.contains("has this name"), "{}", taken.body);
        let rename = [("name_en", "Hospitals and clinics"), ("version", "1")];
        assert_eq!(send(site, &hospitals, &rename).await.status, 303);
        assert_eq!(send(site, &hospitals, &rename).await.status, 409);
        assert!(page(site, &world.at_seat("")).await.contains("Hospitals and clinics"));
        let used = send(site, &format!("{hospitals}/removal"), &[]).await;
        assert!(used.status == 422 && used.body.contains("1 seat stands under"), "{}", used.body);
        let unused = category(site, "Lived experience").await;
        assert_eq!(send(site, &format!("{unused}/removal"), &[]).await.status, 303);
        assert!(!page(site, CATEGORIES).await.contains("Lived experience"));
        let chair = site.holder(Office::Chair, Some(world.below.into()));
        assert_eq!(site.post_as(&chair, CATEGORIES, &[("name_en", "Mine")]).await.status, 403);
    }

    async fn a_wrong_closing_day_is_corrected_and_who_came_late_by_it_enters(site) {
        World::new(site).await;
        let url = format!("{ROUNDS}/{}", set_fall(site).await);
        wish(site).await;
        assert!(queue(site, "kept").await);
        let days = |opens, closes, version| [("season", "fall"), ("opens_on", opens), ("closes_on", closes), ("version", version)];
        let wrong = send(site, &url, &days("2026-12-05", "2026-11-01", "1")).await;
        assert!(wrong.status == 422 && wrong.body.contains("lies before"), "{}", wrong.body);
        assert_eq!(send(site, &url, &days("2026-11-01", "2026-12-10", "1")).await.status, 303);
        assert_eq!(send(site, &url, &days("2026-11-01", "2026-12-11", "1")).await.status, 409);
        assert!(queue(site, "waiting").await && !queue(site, "kept").await);
    }

    async fn a_round_set_by_mistake_is_taken_back_and_nobody_is_lost(site) {
        World::new(site).await;
        let url = format!("{ROUNDS}/{}", set_fall(site).await);
        let open = [("season", "fall"), ("opens_on", "2026-11-01"), ("closes_on", "2026-12-10"), ("version", "1")];
        send(site, &url, &open).await;
        wish(site).await;
        assert!(queue(site, "waiting").await);
        assert_eq!(send(site, &format!("{url}/removal"), &[]).await.status, 303);
        assert!(queue(site, "kept").await);
        let spring = [("season", "fall"), ("opens_on", "2026-11-20"), ("closes_on", "2026-11-30")];
        assert_eq!(send(site, ROUNDS, &spring).await.status, 303, "its days are free again");
    }

    async fn a_round_in_which_somebody_had_an_answer_stays(site) {
        World::new(site).await;
        let url = format!("{ROUNDS}/{}", set_fall(site).await);
        let open = [("season", "fall"), ("opens_on", "2026-11-01"), ("closes_on", "2026-12-10"), ("version", "1")];
        send(site, &url, &open).await;
        wish(site).await;
        let list = page(site, "/maple/work/councils/expressions").await;
        let one = list.split("href=\"/maple/work/councils/expressions/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let no = [("answer", "declined"), ("words", "Pas cette fois."), ("version", "1")];
        let answer = format!("/maple/work/councils/expressions/{one}/answer");
        assert_eq!(send(site, &answer, &no).await.status, 303);
        let refused = send(site, &format!("{url}/removal"), &[]).await;
        assert!(refused.status == 422 && refused.body.contains("It stays"), "{}", refused.body);
    }
}
