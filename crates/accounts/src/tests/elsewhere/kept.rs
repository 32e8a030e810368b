//! What is kept of a house for minutes, and what a browser keeps behind HTTPS.

use super::*;

/// How often the house was asked for its description, and for its keys.
fn asked(house: &House) -> (u64, u64) {
    (house.asked("/.well-known/openid-configuration"), house.asked("/jwks"))
}

async fn a_house_says_what_it_is_once_in_five_minutes(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    person(site, "ada@example.org", COORDINATOR).await;
    assert_eq!(asked(&house), (0, 0), "the control");
    for _ in 0..2 {
        assert_eq!(come(site, "17 ada@example.org").await.status, 303);
        assert_eq!(asked(&house), (1, 1));
    }
    site.app.clock.advance(299);
    assert_eq!(get(site, "", WITH).await.status, 303);
    assert_eq!(asked(&house), (1, 1));
    site.app.clock.advance(1);
    assert_eq!(get(site, "", WITH).await.status, 303);
    assert_eq!(asked(&house), (2, 1), "five minutes are over");
}

async fn a_new_key_is_fetched_once(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    person(site, "ada@example.org", COORDINATOR).await;
    assert_eq!(come(site, "17 ada@example.org").await.status, 303);
    house.change_key();
    assert_eq!(come(site, "17 ada@example.org").await.status, 303);
    assert_eq!(asked(&house), (1, 2), "its keys anew, and nothing else");
    assert_eq!(come(site, "17 ada@example.org").await.status, 303);
    assert_eq!(asked(&house), (1, 2), "the new one is kept");
}

async fn behind_https_only_its_own_host_gives_the_browser_what_it_keeps(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let rooms = vec![crate::manifest()];
    let Some(site) = on.site_at("https://kith.test", rooms, vec![house.issuer()]).await else { return };
    let site = &site;
    let begun = get(site, "", WITH).await;
    let line = begun.headers.get("set-cookie").unwrap().to_str().unwrap();
    assert!(line.starts_with("__Host-kith-elsewhere="), "{line}");
    assert!(line.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=4200; Secure"), "{line}");
    let value = line.split(';').next().unwrap();
    let (_, state) = begun.location().split_once("&state=").unwrap();
    let back = format!("{WITH}/back?code=any&state={}", state.split('&').next().unwrap());
    let page = with_cookies(site, Request::get(back.as_str()), value, String::new()).await;
    assert_eq!(page.status, 200, "{}", page.body);
    // Another host of the domain may plant a cookie without the prefix.
    let planted = value.trim_start_matches("__Host-");
    let page = with_cookies(site, Request::get(back.as_str()), planted, String::new()).await;
    is_refused(&page, (410, "took longer"));
}

on_both! { a_house_says_what_it_is_once_in_five_minutes a_new_key_is_fetched_once behind_https_only_its_own_host_gives_the_browser_what_it_keeps }
