//! Coming back twice, and going back in the browser.

use super::*;

const KEY: &str = "0123456789abcdef0123456789abcdef0123456789";

/// How many tickets wait for a code.
const WAITING: &str = "SELECT CAST(count(*) AS TEXT) FROM ticket WHERE purpose = 'accounts.told-elsewhere'";

async fn a_second_click_comes_to_the_same_code(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    let secret = set_up(site, &person(site, "ada@example.org", COORDINATOR).await.secret).await;
    let way = visit(site, "17 ada@example.org").await;
    // Both at the same instant, with the key of the one form; then once more, and from a page that was shown anew.
    let (one, two) = tokio::join!(pressed(site, WITH, &way, ("", KEY)), pressed(site, WITH, &way, ("", KEY)));
    let later = pressed(site, WITH, &way, ("", KEY)).await;
    let anew = pressed(site, WITH, &way, ("", &KEY.replace('0', "f"))).await;
    for got in [&one, &two, &later, &anew] {
        assert_eq!((got.status, got.location()), (303, CODE), "{}", got.body);
        assert!(!lets_in(got) && kept_by(got).is_empty(), "what the browser keeps stays as it is");
    }
    assert_eq!(text_of(site, WAITING).await, "1");
    assert!(
        !text_of(site, "SELECT location FROM repeat WHERE location LIKE '/sign-in/with/%'")
            .await
            .contains("secret")
    );
    // The code too may be sent twice.
    let body = format!("code={}&_key={}", shown(site, &secret, 0), KEY.replace('0', "e"));
    let (first, second) = tokio::join!(
        sent(site, CODE, &way.cookie, body.clone()),
        sent(site, CODE, &way.cookie, body.clone())
    );
    for got in [&first, &second] {
        assert_eq!((got.status, got.location(), lets_in(got)), (303, WANTED, true), "{}", got.body);
    }
    assert_eq!(secret_in(&first), secret_in(&second));
    // Afterwards it opens nothing, with whatever code.
    site.app.clock.advance(30);
    let again = sent(site, CODE, &way.cookie, format!("code={}", shown(site, &secret, 0))).await;
    assert!(again.location() == "/sign-in/with/house/ended" && !lets_in(&again), "{}", again.body);
}

async fn a_second_click_is_told_why_the_first_was_not_let_in(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    let ended = "/sign-in/with/house/ended";
    let way = visit(site, "18 nobody@example.org").await;
    // Both at the same instant, with the key of the one form; then once more.
    let (one, two) = tokio::join!(pressed(site, WITH, &way, ("", KEY)), pressed(site, WITH, &way, ("", KEY)));
    let later = pressed(site, WITH, &way, ("", KEY)).await;
    for got in [&one, &two, &later] {
        assert_eq!((got.status, got.location()), (303, ended), "{}", got.body);
        let told = kept_as(got, "kith-elsewhere-told");
        let page = with_cookies(site, Request::get(ended), &told, String::new()).await;
        is_refused(&page, (403, "nobody@example.org has no account here"));
    }
    let kept = "SELECT about FROM ticket WHERE purpose = 'accounts.ended-elsewhere'";
    assert!(!text_of(site, kept).await.contains("nobody"), "what is kept for the twin is sealed");
    letters(site).await;
    site.app.clock.advance(1_501);
    letters(site).await;
    let left = "SELECT CAST(count(*) AS TEXT) FROM ticket WHERE purpose = 'accounts.ended-elsewhere'";
    assert_eq!(text_of(site, left).await, "0");
}

async fn what_was_told_goes_when_nobody_types_the_code(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    set_up(site, &person(site, "ada@example.org", COORDINATOR).await.secret).await;
    assert_eq!(press(site, &visit(site, "17 ada@example.org").await, "").await.location(), CODE);
    let left = async || {
        letters(site).await;
        text_of(site, WAITING).await
    };
    assert_eq!(left().await, "1");
    site.app.clock.advance(599);
    assert_eq!(left().await, "1", "she may still type it");
    site.app.clock.advance(902);
    assert_eq!(left().await, "0");
}

async fn why_not_stands_on_a_page_to_which_one_may_go_back(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    let way = visit(site, "18 nobody@example.org").await;
    let got = pressed(site, WITH, &way, ("", KEY)).await;
    assert_eq!((got.status, got.location()), (303, "/sign-in/with/house/ended"), "{}", got.body);
    let told = kept_as(&got, "kith-elsewhere-told");
    assert!(!told.contains("nobody") && !got.location().contains("nobody"), "{told}");
    for _ in 0..2 {
        let page = with_cookies(site, Request::get(got.location()), &told, String::new()).await;
        is_refused(&page, (403, "nobody@example.org has no account here"));
    }
    let stranger = get(site, "", got.location()).await;
    is_refused(&stranger, (410, "took longer than 10 minutes"));
    assert!(!stranger.body.contains("nobody@example.org"));
    // What was told of one house is nothing that another says.
    let forged = told.replacen("kith-elsewhere-told", "kith-elsewhere", 1);
    is_refused(&press(site, &Visit { cookie: forged, ..way }, "").await, (410, "took longer"));
    // Nor is there a form to be sent again before one leaves to add a house.
    let ada = person(site, "ada@example.org", COORDINATOR).await;
    let begun = post(site, &ada.secret, OWN, &[("issuer", "house")]).await;
    assert_eq!((begun.status, begun.location()), (303, "/sign-in/with/house/onward"));
    assert_eq!(get(site, &ada.secret, begun.location()).await.location(), OWN, "nothing was begun here");
    let bea = person(site, "bea@example.org", COORDINATOR).await;
    let cookies = format!("{}; kith={}", kept_by(&begun), bea.secret);
    let other = with_cookies(site, Request::get(begun.location()), &cookies, String::new()).await;
    assert_eq!(other.location(), OWN, "somebody else began it");
}

async fn the_first_time_is_a_time_too(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    let ada = person(site, "ada@example.org", COORDINATOR).await;
    let way = added(site, &ada.secret, "17 ada@example.org").await;
    press(site, &way, &format!("kith={}", ada.secret)).await;
    assert!(get(site, &ada.secret, OWN).await.body.contains("not yet"), "added, and not used");
    person(site, "bea@example.org", COORDINATOR).await;
    let first = come(site, "18 bea@example.org").await;
    assert_eq!(first.status, 303, "{}", first.body);
    let page = get(site, &secret_in(&first), OWN).await;
    assert!(page.status == 200 && !page.body.contains("not yet"), "{}", page.body);
}

on_both! { a_second_click_comes_to_the_same_code a_second_click_is_told_why_the_first_was_not_let_in what_was_told_goes_when_nobody_types_the_code why_not_stands_on_a_page_to_which_one_may_go_back the_first_time_is_a_time_too }
