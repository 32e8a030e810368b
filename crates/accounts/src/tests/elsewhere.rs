//! Signing in at another house, a real one: who comes in, who does not, and what only looks like coming back.

/// Each story on both databases.
macro_rules! on_both {
    ($($name:ident)*) => { $(
        mod $name {
            #[tokio::test]
            async fn sqlite() {
                super::$name(platform::testing::On::Sqlite).await;
            }
            #[tokio::test]
            async fn postgres() {
                super::$name(platform::testing::On::Postgres).await;
            }
        }
    )* };
}

mod again;
mod house;
mod kept;

use super::{
    passwords::audit_of,
    second_factor::{set_up, shown, text_of},
    *,
};
use crate::{issuers, rules::Away};
use house::{House, walk};
use platform::{clock::Clock, config::Issuer, testing::On};

const COORDINATOR: Option<(Office, Option<Ref>)> = Some((Office::Coordinator, None));
const WITH: &str = "/sign-in/with/house";
const CODE: &str = "/sign-in/with/house/code";
const OWN: &str = "/sign-in/ways/identities";
const KEPT: &str = "SELECT CAST(count(*) AS TEXT) FROM identity";
const WANTED: &str = "/maple/work/accounts";

/// A browser on its way back from the house.
#[derive(Clone)]
struct Visit {
    cookie: String,
    back: String,
}

impl Visit {
    fn field(&self, name: &str) -> String {
        let query = self.back.split_once('?').unwrap().1;
        let found = query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}=")));
        found.unwrap_or_default().to_owned()
    }
}

async fn with_cookies(site: &Site, request: http::request::Builder, cookies: &str, body: String) -> Got {
    let request = request.header("host", "kith.test").header("cookie", cookies);
    site.send(request.body(body.into()).unwrap()).await
}

/// What an answer has the browser keep for the way.
fn kept_by(got: &Got) -> String {
    kept_as(got, "kith-elsewhere")
}

/// What an answer has the browser keep under a name: the name and the value.
fn kept_as(got: &Got, name: &str) -> String {
    let lines = got.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap());
    let fits = |pair: &&str| pair.split_once('=').is_some_and(|(of, _)| of == name);
    lines.filter_map(|line| line.split(';').next()).find(fits).unwrap_or_default().to_owned()
}

/// Goes to the house from the sign-in page, says who it is, and stands before the way back.
async fn visit(site: &Site, account: &str) -> Visit {
    let got = get(site, "", &format!("{WITH}?to={WANTED}")).await;
    assert_eq!(got.status, 303, "{}", got.body);
    let back = walk(got.location(), account);
    assert!(back.starts_with(&format!("{WITH}/back?")), "{back}");
    Visit { cookie: kept_by(&got), back }
}

/// Opens the page to which the house leads back.
async fn open(site: &Site, visit: &Visit) -> Got {
    with_cookies(site, Request::get(visit.back.as_str()), &visit.cookie, String::new()).await
}

/// Presses its button.
async fn press(site: &Site, visit: &Visit, beside: &str) -> Got {
    press_at(site, WITH, visit, beside).await
}

/// Presses the button of this house, and follows to the page that says why not.
async fn press_at(site: &Site, house: &str, visit: &Visit, beside: &str) -> Got {
    let got = pressed(site, house, visit, (beside, "")).await;
    let ended = format!("{house}/ended");
    if got.location() != ended {
        return got;
    }
    assert!(!lets_in(&got), "who is let in is not told why not");
    let told = kept_as(&got, "kith-elsewhere-told");
    let cookies = format!("{told}; {beside}");
    with_cookies(site, Request::get(ended), &cookies, String::new()).await
}

/// Presses the button of this house, as the form with this key; without one as a form of its own.
async fn pressed(site: &Site, house: &str, visit: &Visit, (beside, key): (&str, &str)) -> Got {
    let [code, state, iss] = ["code", "state", "iss"].map(|name| visit.field(name));
    let body = format!("code={code}&state={state}&iss={iss}&_key={key}");
    let body = if key.is_empty() { body.trim_end_matches("&_key=").to_owned() } else { body };
    sent(site, &format!("{house}/back"), &format!("{}; {beside}", visit.cookie), body).await
}

/// Sends a form with these cookies.
async fn sent(site: &Site, path: &str, cookies: &str, body: String) -> Got {
    let request = Request::post(path)
        .header("origin", "http://kith.test")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded");
    with_cookies(site, request, cookies, body).await
}

/// Comes in as somebody whom the house knows.
async fn come(site: &Site, account: &str) -> Got {
    let visit = visit(site, account).await;
    let page = open(site, &visit).await;
    assert!(
        page.status == 200 && page.body.contains("onward.js") && page.body.contains("_key"),
        "{}",
        page.body
    );
    press(site, &visit, "").await
}

/// Whether an answer signs somebody in.
fn lets_in(got: &Got) -> bool {
    got.headers.get_all("set-cookie").iter().any(|line| line.to_str().unwrap().starts_with("kith="))
}

fn is_refused(got: &Got, (status, words): (u16, &str)) {
    assert_eq!((got.status, lets_in(got)), (status, false), "{}", got.body);
    assert!(got.body.contains(words), "{words}: {}", got.body);
    assert!(got.body.contains("href=\"/sign-in"), "a way on");
}

/// A site where the house counts, at the time of the house.
async fn site_with(on: On, issuers: Vec<Issuer>) -> Option<Site> {
    let site = on.site_with(vec![crate::manifest()], issuers).await?;
    let apart = Clock::System.now().0.as_second() - site.app.clock.now().0.as_second();
    site.app.clock.advance(apart);
    open_gate(&site);
    Some(site)
}

async fn who_comes_in(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    let ada = person(site, "ada@example.org", COORDINATOR).await;
    person(site, "unsure@example.org", COORDINATOR).await;
    assert!(get(site, "", "/sign-in?to=/maple/work").await.body.contains("Sign in with The House"));
    assert_eq!(get(site, "", "/sign-in/with/nobody").await.status, 404);
    // The first time by the address that the house has made sure of; she is told.
    let first = come(site, "17 ada@example.org").await;
    assert_eq!((first.status, first.location()), (303, WANTED), "{}", first.body);
    assert_eq!(get(site, &secret_in(&first), "/maple/work").await.status, 200);
    assert!(letters(site).await[0].contains("The House signs you in to your account from now on"));
    assert!(audit_of(site, ada.account).await.contains(&"account.identity-added".to_owned()));
    // From then on by the house's own name for her, whatever her address there.
    let later = come(site, "17 moved@elsewhere.example").await;
    assert_eq!(later.status, 303, "{}", later.body);
    assert!(letters(site).await.is_empty(), "no news");
    // Whoever has got her address since does not come in by it.
    is_refused(&come(site, "18 ada@example.org").await, (403, "signs somebody else in"));
    is_refused(&come(site, "19 unsure@example.org").await, (403, "has not made sure"));
    let unknown = come(site, "20 nobody@example.org").await;
    is_refused(&unknown, (403, "has no account here"));
    assert!(unknown.body.contains("/sign-in/with/house?lang=en&amp;to="), "what she wanted is not lost");
    is_refused(&come(site, "21").await, (403, "tells no mail address"));
    assert_eq!(text_of(site, KEPT).await, "1", "nothing else is kept");
    assert_eq!(
        text_of(site, "SELECT CAST(count(*) AS TEXT) FROM account").await,
        "2",
        "nobody got an account"
    );
    let mut tx = console(site).of_installation().write(ANY).await.unwrap();
    crate::store::close(&mut tx, ada.account).await.unwrap();
    tx.commit().await.unwrap();
    is_refused(&come(site, "17 ada@example.org").await, (403, "has no account here"));
}

async fn who_runs_the_installation_adds_it_herself(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    let root = person(site, "root@example.org", COORDINATOR).await;
    let mut tx = console(site).of_installation().write(ANY).await.unwrap();
    let office = Grant { office: Office::Administrator, partnership: None, on: None };
    crate::grant(&mut tx, root.account, &office).await.unwrap();
    tx.commit().await.unwrap();
    is_refused(&come(site, "22 root@example.org").await, (403, "runs this installation"));
    assert_eq!(text_of(site, KEPT).await, "0");
    let way = added(site, &root.secret, "22 root@example.org").await;
    assert_eq!(press(site, &way, &format!("kith={}", root.secret)).await.status, 303);
    assert_eq!(come(site, "22 root@example.org").await.location(), WANTED);
}

async fn only_addresses_of_its_domains_find_an_account(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let city = Issuer { mail_domains: vec!["city.example".into()], ..house.issuer() };
    let Some(site) = site_with(on, vec![city]).await else { return };
    let site = &site;
    person(site, "ada@example.org", COORDINATOR).await;
    person(site, "ada@city.example", COORDINATOR).await;
    is_refused(&come(site, "17 ada@example.org").await, (403, "is not one of the addresses"));
    assert_eq!(come(site, "18 ada@city.example").await.status, 303);
    assert_eq!(text_of(site, KEPT).await, "1");
}

async fn what_only_looks_like_coming_back(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let twin = Issuer { key: "other".into(), ..house.issuer() };
    let Some(site) = site_with(on, vec![house.issuer(), twin]).await else { return };
    let site = &site;
    let ada = format!("kith={}", person(site, "ada@example.org", COORDINATOR).await.secret);
    let begun = get(site, "", WITH).await;
    let line = begun.headers.get("set-cookie").unwrap().to_str().unwrap();
    assert!(line.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=4200"), "{line}");
    let (hers, other) = (visit(site, "17 ada@example.org").await, visit(site, "17 ada@example.org").await);
    let late = (410, "took longer than 10 minutes");
    for cookie in ["", "kith-elsewhere=", "kith-elsewhere=1.AAAA", &other.cookie] {
        let planted = Visit { cookie: cookie.to_owned(), ..hers.clone() };
        is_refused(&open(site, &planted).await, late);
        is_refused(&press(site, &planted, "").await, late);
    }
    // What was begun at one house is not finished at another.
    is_refused(&press_at(site, "/sign-in/with/other", &hers, "").await, late);
    // Who is in and has something else under way is told; who has nothing goes on.
    let strange = Visit { cookie: other.cookie.clone(), ..hers.clone() };
    is_refused(&press(site, &strange, &ada).await, late);
    let nothing = Visit { cookie: String::new(), ..hers.clone() };
    assert_eq!(press(site, &nothing, &ada).await.location(), "/maple/work");
    let mixed =
        Visit { back: hers.back.replace(&hers.field("state"), &other.field("state")), ..hers.clone() };
    is_refused(&press(site, &mixed, "").await, late);
    // The right browser and state, and what was brought to another: the house itself refuses what proves nothing.
    let swapped =
        Visit { back: hers.back.replace(&hers.field("code"), &other.field("code")), ..hers.clone() };
    is_refused(&press(site, &swapped, "").await, late);
    let elsewhere = Visit {
        back: format!("{}&iss=https://evil.example", hers.back.split("&iss=").next().unwrap()),
        ..hers.clone()
    };
    is_refused(&open(site, &elsewhere).await, (422, "does not hold"));
    is_refused(&press(site, &elsewhere, "").await, (422, "does not hold"));
    // This house says who it is with each answer, so an answer without that is not its own.
    let nobodys = hers.back.split("&iss=").next().unwrap().to_owned();
    is_refused(&press(site, &Visit { back: nobodys, ..hers.clone() }, "").await, (422, "does not hold"));
    assert_eq!(press(site, &hers, "").await.status, 303, "the control");
    is_refused(&press(site, &hers, "").await, late);
    let back = with_cookies(site, Request::get(hers.back.as_str()), "", String::new()).await;
    is_refused(&back, late);
    // She did not want to.
    is_refused(&open(site, &visit(site, "").await).await, (403, "says that you have stopped"));
    // No other host begins a sign-in here.
    for from in ["cross-site", "same-site"] {
        let request = Request::get(WITH).header("sec-fetch-site", from);
        assert_eq!(with_cookies(site, request, "", String::new()).await.location(), "/sign-in", "{from}");
    }
    for to in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        let got = get(site, "", &format!("{WITH}?to={}", urlencode(to))).await;
        let led = Visit { cookie: kept_by(&got), back: walk(got.location(), "17 ada@example.org") };
        assert_eq!(press(site, &led, "").await.location(), "/maple/work", "{to}");
    }
    let slow = visit(site, "17 ada@example.org").await;
    site.app.clock.advance(601);
    is_refused(&press(site, &slow, "").await, late);
    site.app.clock.advance(3_600 - 601);
    let old = visit(site, "17 ada@example.org").await;
    is_refused(&press(site, &old, "").await, (422, "does not hold"));
}

async fn the_code_is_asked_for_all_the_same(on: On) {
    let Some(house) = House::open("ES256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    let ada = person(site, "ada@example.org", COORDINATOR).await;
    let secret = set_up(site, &ada.secret).await;
    let way = visit(site, "17 ada@example.org").await;
    let got = press(site, &way, "").await;
    assert!(got.location() == CODE && !lets_in(&got) && kept_by(&got).is_empty(), "{:?}", got.location());
    let typed = async |way: &Visit, code: &str| sent(site, CODE, &way.cookie, format!("code={code}")).await;
    let page = async |way: &Visit| with_cookies(site, Request::get(CODE), &way.cookie, String::new()).await;
    assert!(page(&way).await.body.contains("one-time-code"));
    let stranger = Visit { cookie: String::new(), ..way.clone() };
    is_refused(&page(&stranger).await, (410, "took longer than 10 minutes"));
    assert_eq!(typed(&way, "000000").await.status, 422);
    assert_eq!(text_of(site, KEPT).await, "0", "nothing is kept before she is in");
    assert!(
        !text_of(site, "SELECT about FROM ticket WHERE purpose = 'accounts.told-elsewhere'")
            .await
            .contains("\"17\"")
    );
    let entered = typed(&way, &shown(site, &secret, 0)).await;
    assert_eq!((entered.status, entered.location()), (303, WANTED), "{}", entered.body);
    assert_eq!(text_of(site, KEPT).await, "1");
    assert!(letters(site).await[0].contains("The House signs you in"));
    // Removed between the house's word and the code, it is not kept anew.
    let way = visit(site, "17 unsure@example.org").await;
    assert_eq!(press(site, &way, "").await.location(), CODE);
    let mut tx = console(site).of_installation().write(ANY).await.unwrap();
    let kept = crate::store::identities(&mut tx, ada.account).await.unwrap();
    assert!(crate::store::remove_identity(&mut tx, ada.account, kept[0].id).await.unwrap());
    tx.commit().await.unwrap();
    site.app.clock.advance(30);
    let late = typed(&way, &shown(site, &secret, 0)).await;
    assert_eq!((late.status, lets_in(&late)), (409, false), "{}", late.body);
    assert_eq!(text_of(site, KEPT).await, "0");
}

/// Adds the house to the account of whoever is in, as somebody whom the house knows.
async fn added(site: &Site, secret: &str, account: &str) -> Visit {
    let got = post(site, secret, OWN, &[("issuer", "house")]).await;
    assert_eq!((got.status, got.location()), (303, "/sign-in/with/house/onward"), "{}", got.body);
    let cookie = kept_by(&got);
    let cookies = format!("{cookie}; kith={secret}");
    let page = with_cookies(site, Request::get(got.location()), &cookies, String::new()).await;
    let (_, rest) = page.body.split_once("class=\"btn\" href=\"").expect("a link");
    let there = rest.split('"').next().unwrap().replace("&amp;", "&");
    Visit { cookie, back: walk(&there, account) }
}

async fn one_adds_and_removes_it_herself(on: On) {
    let Some(house) = House::open("RS256") else { return };
    let Some(site) = site_with(on, vec![house.issuer()]).await else { return };
    let site = &site;
    let ada = person(site, "ada@example.org", COORDINATOR).await;
    let bea = person(site, "bea@example.org", COORDINATOR).await;
    let (hers, beas) = (format!("kith={}", ada.secret), format!("kith={}", bea.secret));
    assert!(get(site, &ada.secret, "/sign-in/devices").await.body.contains("Accounts at other houses"));
    // An address of which the house is not sure is no hindrance: she has shown here who she is.
    let way = added(site, &ada.secret, "30 unsure@elsewhere.example").await;
    assert_eq!(press(site, &way, &beas).await.location(), OWN, "begun by another");
    assert_eq!(text_of(site, KEPT).await, "0");
    let way = added(site, &ada.secret, "30 unsure@elsewhere.example").await;
    let got = press(site, &way, &hers).await;
    assert_eq!(got.location(), "/sign-in/ways/identities?said=identity-added", "{}", got.body);
    assert!(letters(site).await[0].contains("The House signs you in"));
    let page = get(site, &ada.secret, OWN).await;
    assert!(
        page.body.contains("unsure@elsewhere.example") && !page.body.contains("Add The House"),
        "{}",
        page.body
    );
    let taken = press(site, &added(site, &bea.secret, "30 unsure@elsewhere.example").await, &beas).await;
    is_refused(&taken, (403, "knows you here as somebody else"));
    assert_eq!(come(site, "30 unsure@elsewhere.example").await.status, 303);
    let id = text_of(site, "SELECT CAST(id AS TEXT) FROM identity").await;
    let removal = format!("{OWN}/{id}/removal");
    assert_eq!(post(site, &bea.secret, &removal, &[]).await.status, 404, "not hers");
    assert_eq!(
        post(site, &ada.secret, &removal, &[]).await.location(),
        "/sign-in/ways/identities?said=identity-removed"
    );
    assert!(letters(site).await[0].contains("does not sign you in to your account any more"));
    assert_eq!(come(site, "30 unsure@elsewhere.example").await.status, 403);
    let verbs = audit_of(site, ada.account).await;
    assert!(verbs.contains(&"account.identity-removed".to_owned()), "{verbs:?}");
    site.app.clock.advance(15 * 60);
    assert!(get(site, &ada.secret, OWN).await.body.contains("Sign in once more"));
    for path in [OWN, &removal] {
        assert_eq!(post(site, &ada.secret, path, &[("issuer", "house")]).await.location(), OWN);
    }
}

#[tokio::test]
async fn a_house_that_is_away_or_another_is_told() {
    let Some(house) = House::open("RS256") else { return };
    let issuer = house.issuer();
    assert_eq!(issuers::trouble_with(&issuer).await.unwrap(), None);
    let slash = Issuer { address: format!("{}/", issuer.address), ..issuer.clone() };
    assert_eq!(issuers::trouble_with(&slash).await.unwrap(), Some(Away::Mismatch(issuer.address.clone())));
    let stranger = Issuer { secret: "another secret".into(), ..issuer.clone() };
    let site = site_with(On::Sqlite, vec![stranger]).await.unwrap();
    person(&site, "ada@example.org", COORDINATOR).await;
    is_refused(&come(&site, "17 ada@example.org").await, (503, "does not answer as it should"));
    drop(house);
    site.app.clock.advance(300);
    assert!(matches!(issuers::trouble_with(&issuer).await.unwrap(), Some(Away::Unreachable(_))));
    is_refused(&get(&site, "", WITH).await, (503, "does not answer as it should"));
}

on_both! { who_comes_in who_runs_the_installation_adds_it_herself only_addresses_of_its_domains_find_an_account what_only_looks_like_coming_back the_code_is_asked_for_all_the_same one_adds_and_removes_it_herself }
