//! Every office asks for every address, with real objects behind it, on both databases; `offices.txt` says who gets what.
//!
//! Only those who must be refused send forms: what the others' forms do is told by their rooms. So at the end nothing may
//! have changed, which is the second thing told here.

use crate::{
    routes::same_as_kept,
    world::{World, differences, refuses, rows},
};
use axum::body::Body;
use platform::{
    authority::Caller,
    ids::AccountId,
    manifest::Route,
    sql,
    testing::{Got, Site},
};
use std::fmt::Write;

const HEAD: &str = "# Every address with an object of Portage Falls behind it, and what each office is answered: nobody, an account without
# office, the administrator, another partnership's coordinator, a reader, a translator, the editor of another partner and of
# this one, a member of this council, the chair of one below it and its own, the coordinator. Forms are sent, empty, only by
# those who must be refused (· otherwise). in = asked to sign in. Written by a test (KITH_BLESS=1).
";

const OWN_ALONE: &str =
    "for an account that is kept; these callers have none, and the room's own tests sign one in";
const NO_PAGE: &str = "finds no page";

/// Addresses where even the coordinator gets no page here, and why.
const WITHOUT_PAGE: &[(&str, &str)] = &[
    (
        "/{p}/work/councils/{council}/terms-of-reference/{number}/file",
        "no version of the demo has a signed file; its room's own tests ask for one",
    ),
    (
        "/{p}/{lang}/who-we-are/{council}/terms-of-reference/{number}",
        "no version of the demo has a signed file",
    ),
    ("/{p}/work/import/{what}/{batch}/mapping", "the sheet has come in: its columns are not said any more"),
    ("/{p}/work/declarations/documents/{record}/file", "no document of the demo has a file"),
    ("/{p}/{lang}/declaration/signing/{ticket}", "opened by a secret"),
    ("/{p}/{lang}/our-plan/reporting/{ticket}", "opened by a secret"),
    ("/{p}/{lang}/your-services/{ticket}", "opened by a secret"),
    ("/{p}/{lang}/your-services/{ticket}/{service}", "opened by a secret"),
    ("/{p}/{lang}/our-plan/reported/{ticket}", "opened by a secret"),
    ("/{p}/{lang}/invitation/{secret}", "opened by a secret"),
    ("/{p}/{lang}/letters/stop/{ticket}", "opened by a secret"),
    ("/sign-in/link/{secret}", "opened by a secret"),
    ("/sign-in/ways/password", OWN_ALONE),
    ("/sign-in/ways/second-factor", OWN_ALONE),
    ("/sign-in/ways/passkeys", OWN_ALONE),
    ("/sign-in/ways/identities", OWN_ALONE),
    ("/sign-in/with/{issuer}", "no other house signs in to the demo; the room's own tests have one"),
    ("/sign-in/with/{issuer}/back", "no other house signs in to the demo"),
    ("/sign-in/with/{issuer}/code", "no other house signs in to the demo"),
    ("/sign-in/with/{issuer}/ended", "no other house signs in to the demo"),
    ("/sign-in/with/{issuer}/onward", "no other house signs in to the demo"),
    ("/first-run", "over, once there is an account"),
];

async fn asked(site: &Site, route: &Route, caller: &Caller, path: &str) -> Got {
    match route.method {
        "GET" => site.get_as(caller, path).await,
        _ => site.post_as(caller, path, &[]).await,
    }
}

fn told(got: &Got) -> String {
    if got.status == 303 && got.location().starts_with("/sign-in") {
        "in".to_owned()
    } else {
        got.status.to_string()
    }
}

/// What is wrong with an answer, whoever reads it.
fn complaint(
    world: &World,
    route: &Route,
    (name, caller): (&str, &Caller),
    got: &Got,
) -> Option<&'static str> {
    let stranger = route.path.starts_with("/{p}") && !caller.belongs_to(Some(world.home.id));
    let tells = stranger && caller.account().is_some() && got.status != 404;
    match world.must_refuse(route, name, caller) {
        _ if got.status >= 500 => Some("fails"),
        true if !refuses(got) => Some("is not refused"),
        true if tells => Some("is told that there is something"),
        false if name == "coord" && !matches!(got.status, 200 | 303) => Some(NO_PAGE),
        _ => None,
    }
}

/// Asks for everything; gives the list and what is wrong.
async fn ask_all(site: &Site, world: &World) -> (String, Vec<String>) {
    let (mut list, mut wrong) = (HEAD.to_owned(), Vec::new());
    let callers = world.callers(site).await;
    let names: Vec<String> = callers.iter().map(|(name, _)| format!("{name:<8}")).collect();
    writeln!(list, "{:<69}{}", "#", names.concat().trim_end()).expect("text");
    for route in site.app.house.rooms.iter().filter(|room| room.name != "demo").flat_map(|room| &room.routes)
    {
        let (path, missing) = world.address(route);
        wrong.extend(
            missing.iter().map(|part| format!("{}: what is behind {part}? say it in world.rs", route.path)),
        );
        write!(list, "{:<5}{:<64}", route.method, route.path).expect("text");
        for (name, caller) in &callers {
            if route.method == "POST" && !world.must_refuse(route, name, caller) {
                write!(list, "{:<8}", "·").expect("text");
                continue;
            }
            let got = asked(site, route, caller, &path).await;
            let why = complaint(world, route, (name, caller), &got);
            wrong.extend(
                why.map(|why| format!("{} {}: {name} {why} ({})", route.method, route.path, told(&got))),
            );
            write!(list, "{:<8}", told(&got)).expect("text");
        }
        list = list.trim_end().to_owned() + "\n";
    }
    (list, wrong)
}

/// Pages, files and searches once more, with everything that an address may carry behind its `?`.
async fn ask_with_filters(site: &Site, world: &World) -> Vec<String> {
    let mut wrong = Vec::new();
    let callers = world.callers(site).await;
    let pages =
        || site.app.house.rooms.iter().flat_map(|room| &room.routes).filter(|route| route.method == "GET");
    for route in pages() {
        let (path, _) = world.address(route);
        for (name, caller) in callers.iter().filter(|(name, _)| matches!(*name, "nobody" | "coord")) {
            for query in
                ["as=csv", "as=xlsx", "as=docx", "q=a&page=2&sort=-name&cols=name", "lang=fr&notice=saved"]
            {
                let got = site.get_as(caller, &format!("{path}?{query}")).await;
                if got.status >= 500 {
                    wrong.push(format!("{}?{query}: fails for {name}", route.path));
                }
            }
        }
    }
    wrong
}

/// Somebody of the demo, really signed in: the secret of her cookie.
async fn signed_in(site: &Site, world: &World) -> String {
    site.bring_gate(kith::gate());
    let mut tx = site.ctx(Caller::Console).write(demo::world::load::BUILD).await.expect("a transaction");
    tx.turn_to(Some(world.home.id)).await.expect("a turn");
    let (account,) = sql!(
        tx,
        one(AccountId,),
        "SELECT account_id FROM office_grant WHERE partnership_id = $1 ORDER BY id LIMIT 1",
        world.home.id
    )
    .expect("an account");
    let secret = accounts::begin_sign_in(&mut tx, account, "a device").await.expect("signed in");
    tx.commit().await.expect("kept");
    secret
}

async fn get_with(site: &Site, secret: &str, path: &str) -> Got {
    let request =
        axum::http::Request::get(path).header("host", "kith.test").header("cookie", format!("kith={secret}"));
    site.send(request.body(Body::empty()).expect("a request")).await
}

platform::on_both! { demo::among(kith::rooms());
    async fn every_office_gets_what_it_may_and_asking_changes_nothing(site) {
        let world = World::on(site).await;
        let before = rows(site).await;
        let (list, mut wrong) = ask_all(site, &world).await;
        for (path, why) in WITHOUT_PAGE {
            let excused = |line: &String| line.contains(&format!(" {path}: coord {NO_PAGE}"));
            assert!(wrong.iter().any(excused), "{path} ({why}) has a page: take it out of the list");
            wrong.retain(|line| !excused(line));
        }
        wrong.extend(ask_with_filters(site, &world).await);
        assert!(wrong.is_empty(), "{wrong:#?}");
        same_as_kept("offices.txt", &list);
        assert_eq!(differences(&before, &rows(site).await), [], "asking, and being refused, changed something");

        // What alone may change: that a sign-in was seen.
        let secret = signed_in(site, &world).await;
        let before = rows(site).await;
        site.app.clock.advance(301);
        let work = format!("/{}/work", world.home.slug);
        assert_eq!(get_with(site, &secret, &work).await.status, 200);
        let noted = differences(&before, &rows(site).await);
        assert!(matches!(noted.as_slice(), [(table, rows)] if table == "sign_in" && rows.len() == 2), "{noted:#?}");

        // The control: what is sent by whoever may is seen to change something.
        let callers = world.callers(site).await;
        let coordinator = callers.iter().find(|(name, _)| *name == "coord").map(|(_, caller)| caller).expect("one");
        let got = site.post_as(coordinator, &format!("{work}/sectors"), &[("name_en", "Gardens"), ("name_fr", "Jardins"), ("code", "gardens")]).await;
        let changed: Vec<String> = differences(&before, &rows(site).await).into_iter().map(|(table, _)| table).collect();
        assert!(got.status == 303 && changed.contains(&"sector".to_owned()), "{} {changed:?}", got.status);
    }
}
