//! What a link leaves behind: whose signature it is for an erasure, what was wished before, letters that can be stopped, and
//! forms that lose nothing when somebody was quicker.

use super::{World, letters, link_to, links, rooms, version_of};
use crate::{can, store::signatories::signatory_of, store::signatures::list_signatures};
use partners::{NewPerson, OrganizationId, PersonId, Reader, Visibility};
use platform::{
    authority::Caller,
    errors::Error,
    langs::Lang,
    personal::{self, Subject, Why},
    sql,
    testing::Site,
};

const ROOM: &str = "/maple/work/declarations";
const INVITATIONS: &str = "/maple/work/declarations/invitations";
const WALL: &str = "/maple/en/declaration";
const YEAR: i64 = 366 * 86_400;

async fn person(site: &Site, name: &str) -> PersonId {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
    let id = partners::add_person(&mut tx, &NewPerson::new(name, Lang::En)).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Asks `of` to sign, by a link to `person` at `email`; gives the link.
async fn invite(site: &Site, of: OrganizationId, (person, email): (&str, &str)) -> String {
    let of = of.to_string();
    let fields = [
        ("organization", of.as_str()),
        ("person", person),
        ("name", "Nadia Haddad"),
        ("email", email),
        ("lang", "en"),
    ];
    let sent = site.post_as(&site.coordinator(), INVITATIONS, &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    links(site).await.pop().unwrap()
}

async fn follow(site: &Site, link: &str, (number, name): (&str, &str), is_listed: bool) {
    let mut fields = vec![("number", number), ("name", name), ("title", "Director"), ("agree", "yes")];
    if is_listed {
        fields.push(("listed", "yes"));
    }
    let sent = site.post_as(&Caller::Anonymous, link, &fields).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
}

/// Asks for a link from outside; gives the page of the request.
async fn ask(site: &Site, email: &str) -> String {
    let typed = [("organization", "Maple Choir"), ("name", "Ada One"), ("email", email), ("agree", "yes")];
    let sent = site.post_as(&Caller::Anonymous, "/maple/en/declaration/sign", &typed).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let list = site.get_as(&site.coordinator(), &format!("{ROOM}/requests")).await.body;
    let (_, rest) = list.split_once(&format!("{ROOM}/requests/")).unwrap();
    format!("{ROOM}/requests/{}", rest.split('"').next().unwrap())
}

async fn names(site: &Site, of: OrganizationId) -> Vec<String> {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.read(can::KEEP_DECLARATION).await.unwrap();
    let id = signatory_of(&mut tx, Reader::Staff, of).await.unwrap().unwrap().id;
    let kept = list_signatures(&mut tx, id).await.unwrap();
    tx.done().await.unwrap();
    kept.into_iter().map(|one| format!("{}{}", one.name, one.title)).collect()
}

/// What is told of `of`, and then what is left of her.
async fn erase(site: &Site, of: &Subject) -> String {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
    let told = personal::held(&ctx, &mut tx, of).await.unwrap();
    personal::erase(&ctx, &mut tx, of, Why::Asked).await.unwrap();
    tx.commit().await.unwrap();
    format!("{told:?}")
}

platform::on_both! { rooms();
    async fn an_erasure_reaches_what_a_link_signed_under_another_name(site) {
        let world = World::new(site).await;
        let (nadia, other) = (person(site, "Nadia Haddad").await, person(site, "Somebody Else").await);
        let link = invite(site, world.open, (&nadia.to_string(), "nadia@example.org")).await;
        follow(site, &link, ("1", "N. Haddad"), true).await;
        site.app.clock.advance(2 * YEAR);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert!(!erase(site, &Subject::of(other.0)).await.contains("N. Haddad"), "it is not hers");
        assert_eq!(names(site, world.open).await, ["N. HaddadDirector"]);
        assert!(erase(site, &Subject::of(nadia.0)).await.contains("N. Haddad"));
        assert_eq!(names(site, world.open).await, [""]);
    }

    async fn an_erasure_reaches_what_began_as_a_request(site) {
        let world = World::new(site).await;
        let one = ask(site, "ada@example.org").await;
        let (of, version) = (world.open.to_string(), version_of(&site.get_as(&site.coordinator(), &one).await.body));
        let answer = [("decision", "invite"), ("organization", of.as_str()), ("version", version.as_str())];
        assert_eq!(site.post_as(&site.coordinator(), &format!("{one}/answer"), &answer).await.status, 303);
        let letter = letters(site).await.pop().unwrap();
        assert!(link_to(&letter, "letters/stop/").is_none(), "she asked for it: {letter}");
        follow(site, &links(site).await.pop().unwrap(), ("1", "Ada One"), true).await;
        let ada = person(site, "Ada One").await;
        let strange = Subject { addresses: vec!["other@example.org".into()], ..Subject::of(person(site, "No One").await.0) };
        assert!(!erase(site, &strange).await.contains("Director"), "it is not hers");
        let hers = Subject { addresses: vec!["ADA@example.org".into()], ..Subject::of(ada.0) };
        assert!(erase(site, &hers).await.contains("Director"));
        assert_eq!(names(site, world.open).await, [""]);
    }

    async fn who_signs_again_says_anew_whether_it_is_named(site) {
        let world = World::new(site).await;
        world.sign(site, world.open, Visibility::Public).await;
        let link = invite(site, world.open, ("", "nadia@example.org")).await;
        assert!(ticked(&site.get(&link).await.body), "it is named now");
        assert!(site.get(WALL).await.body.contains("The clinic"));
        follow(site, &link, ("1", "Nadia Haddad"), false).await;
        assert!(!site.get(WALL).await.body.contains("The clinic"), "she asked not to be named");
        site.app.clock.advance(86_400);
        let link = invite(site, world.open, ("", "nadia@example.org")).await;
        assert!(!ticked(&site.get(&link).await.body), "it is not named now");
        let paper = async |of: OrganizationId| site.get_as(&site.coordinator(), &format!("{ROOM}/signatories/new?organization={of}")).await.body;
        assert_eq!((chosen(&paper(world.open).await), chosen(&paper(world.circle).await)), (Some("partners"), Some("public")));
        let nobody = site.get_as(&site.coordinator(), &format!("{ROOM}/signatories/new")).await.body;
        assert_eq!(chosen(&nobody), None, "nothing is chosen for an organization that nobody has named");
        follow(site, &link, ("1", "Nadia Haddad"), true).await;
        assert!(site.get(WALL).await.body.contains("The clinic"));
    }

    async fn a_request_that_nobody_answers_is_forgotten_too(site) {
        World::new(site).await;
        let one = ask(site, "ada@example.org").await;
        site.app.clock.advance(364 * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert_eq!(site.get_as(&site.coordinator(), &one).await.status, 200, "it is kept for a year");
        site.app.clock.advance(2 * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert_eq!(site.get_as(&site.coordinator(), &one).await.status, 404);
    }

    async fn what_is_told_to_end_by_itself_is_exactly_what_goes(site) {
        let world = World::new(site).await;
        let one = ask(site, "ada@example.org").await;
        invite(site, world.circle, ("", "circle@example.org")).await;
        let told = async |day: &str| site.get_as(&site.coordinator(), &format!("/maple/work/retention{day}")).await.body;
        let lines = async |day: &str| {
            let page = told(day).await;
            (page.contains("Ada One"), page.contains("Nadia Haddad"))
        };
        assert_eq!(lines("").await, (false, false));
        assert_eq!(lines("?on=2027-11-23").await, (true, false), "a year after it came");
        assert_eq!(lines("?on=2028-01-31").await, (true, true), "a year after the link had ended");
        site.app.clock.advance(366 * 86_400);
        assert_eq!(lines("").await, (true, false));
        invite(site, world.open, ("", "clinic@example.org")).await;
        platform::jobs::run_due(&site.app).await.unwrap();
        assert_eq!(site.get_as(&site.coordinator(), &one).await.status, 404);
        assert_eq!(lines("").await, (false, false), "it went");
        site.app.clock.advance(35 * 86_400);
        assert_eq!(lines("").await, (false, true));
        platform::jobs::run_due(&site.app).await.unwrap();
        let list = site.get_as(&site.coordinator(), INVITATIONS).await.body;
        assert!(!list.contains("circle@example.org") && list.contains("clinic@example.org"), "the later one stays: {list}");
    }

    async fn an_invitation_that_was_sent_again_since_it_was_told_lives_on(site) {
        let world = World::new(site).await;
        invite(site, world.circle, ("", "circle@example.org")).await;
        site.app.clock.advance(500 * 86_400);
        let ctx = site.ctx(Caller::Console);
        let mut tx = ctx.read(can::KEEP_DECLARATION).await.unwrap();
        let due = (crate::jobs::INVITATIONS.due)(&ctx, &mut tx, ctx.now()).await.unwrap();
        tx.done().await.unwrap();
        assert_eq!(due.len(), 1);
        let page = site.get_as(&site.coordinator(), INVITATIONS).await.body;
        let (_, rest) = page.split_once(&format!("action=\"{INVITATIONS}/")).unwrap();
        let again = format!("{INVITATIONS}/{}/sending", rest.split('/').next().unwrap());
        assert_eq!(site.post_as(&site.coordinator(), &again, &[("version", &version_of(rest))]).await.status, 303);
        assert_eq!((crate::jobs::INVITATIONS.erase)(&ctx, &due).await.unwrap(), 0);
        assert!(site.get_as(&site.coordinator(), INVITATIONS).await.body.contains("circle@example.org"));
    }

    async fn a_letter_that_asks_can_be_stopped_and_is_not_sent_again(site) {
        let world = World::new(site).await;
        let nadia = person(site, "Nadia Haddad").await.to_string();
        invite(site, world.open, (&nadia, "nadia@example.org")).await;
        let letter = letters(site).await.pop().unwrap();
        let stop = link_to(&letter, "letters/stop/").unwrap_or_else(|| panic!("{letter}"));
        let stopped = site.post_as(&Caller::Anonymous, &stop, &[("List-Unsubscribe", "One-Click")]).await;
        assert!(stopped.status < 400, "{}", stopped.body);
        let of = world.circle.to_string();
        let fields = [("organization", of.as_str()), ("person", nadia.as_str()), ("name", "Nadia Haddad"), ("email", "nadia@example.org"), ("lang", "en")];
        let refused = site.post_as(&site.coordinator(), INVITATIONS, &fields).await;
        assert!(refused.status == 422 && refused.body.contains("no more letters") && refused.body.contains("nadia@example.org"), "{}", refused.body);
        let page = site.get_as(&site.coordinator(), INVITATIONS).await.body;
        let (_, rest) = page.split_once(&format!("action=\"{INVITATIONS}/")).unwrap();
        let id = rest.split('/').next().unwrap();
        let again = site.post_as(&site.coordinator(), &format!("{INVITATIONS}/{id}/sending"), &[("version", &version_of(rest))]).await;
        assert_eq!(again.status, 422, "{}", again.body);
        assert_eq!(letters(site).await.len(), 1);
        // The control: another reader gets hers.
        invite(site, world.circle, ("", "circle@example.org")).await;
        assert_eq!(letters(site).await.len(), 2);
    }

    async fn an_organization_is_asked_once_at_a_time_until_no_link_waits(site) {
        let (world, caller) = (World::new(site).await, site.coordinator());
        let counted = async |state: &str| {
            let file = site.get_as(&caller, &format!("/maple/work/asks?as=csv&state={state}")).await.body;
            file.matches(",The clinic,").count()
        };
        let first = async |what: &str| {
            let page = site.get_as(&caller, INVITATIONS).await.body;
            let form = page.split(&format!("action=\"{INVITATIONS}/")).find(|part| part.split('"').next().unwrap().ends_with(what)).unwrap();
            let path = format!("{INVITATIONS}/{}", form.split('"').next().unwrap());
            let sent = site.post_as(&caller, &path, &[("version", &version_of(form))]).await;
            assert_eq!(sent.status, 303, "{path}: {}", sent.body);
        };
        invite(site, world.open, ("", "nadia@example.org")).await;
        assert_eq!((counted("open").await, counted("withdrawn").await), (1, 0));
        first("sending").await;
        assert_eq!((counted("open").await, counted("withdrawn").await), (1, 1), "sent again it is asked twice and open once");
        invite(site, world.open, ("", "ben@example.org")).await;
        first("cancelling").await;
        assert_eq!(counted("open").await, 1, "another person has a link");
        first("cancelling").await;
        assert_eq!(counted("open").await, 0);
    }

    async fn nothing_typed_is_lost_when_somebody_was_quicker(site) {
        let world = World::new(site).await;
        let (one, coordinator) = (ask(site, "ada@example.org").await, site.coordinator());
        let id = world.sign(site, world.open, Visibility::Public).await;
        let draft = [("title_en", "Declaration"), ("title_fr", "D"), ("body_en", "Second."), ("body_fr", "Deuxième.")];
        assert_eq!(site.post_as(&coordinator, &format!("{ROOM}/versions"), &draft).await.status, 303);
        let typed = [
            (format!("{one}/answer"), vec![("decision", "set-aside"), ("words", "We know them not.")]),
            (format!("{ROOM}/signatories/{id}/withdrawal"), vec![("withdrawn_on", "2026-11-22"), ("reason", "The board voted.")]),
            (format!("{ROOM}/versions/2/publication"), vec![("in_force_on", "2026-11-22"), ("decision_en", "By a vote.")]),
        ];
        for (path, mut fields) in typed {
            let words = fields[1].1;
            fields.push(("version", "0"));
            let quicker = site.post_as(&coordinator, &path, &fields).await;
            assert!(quicker.status == 409 && quicker.body.contains(words) && quicker.body.contains("changed this"), "{path}: {}", quicker.body);
            fields.pop();
            let version = version_of(&quicker.body);
            fields.push(("version", &version));
            let now = site.post_as(&coordinator, &path, &fields).await;
            assert_eq!(now.status, 303, "{path}: {}", now.body);
        }
        let late = site.post_as(&coordinator, &format!("{one}/answer"), &[("decision", "set-aside"), ("words", "Too late."), ("version", "1")]).await;
        assert!(late.status == 409 && late.body.contains("Too late.") && late.body.contains("We know them not."), "{}", late.body);
    }

    async fn no_line_is_kept_with_what_a_terminal_obeys(site) {
        let world = World::new(site).await;
        ask(site, "ada@example.org").await;
        world.sign(site, world.open, Visibility::Public).await;
        invite(site, world.circle, ("", "nadia@example.org")).await;
        let lines = [
            ("signature", "name"), ("signature", "title"), ("signing_invitation", "name"), ("signing_invitation", "email"),
            ("signing_request", "organization_name"), ("signing_request", "name"), ("signing_request", "title"), ("signing_request", "email"),
        ];
        for (table, column) in lines {
            for (words, is_clean) in [("Clean", true), ("un\u{7}clean", false), ("two\nlines", false), ("\u{202e}turned", false)] {
                let ctx = site.ctx(site.coordinator());
                let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
                let here = tx.partnership().unwrap();
                let text = format!("UPDATE {table} SET {column} = $1 WHERE partnership_id = $2");
                let changed = sql!(tx, run, &text, words, here);
                let refused = matches!(&changed, Err(Error::Constraint(by)) if by.contains("_clean"));
                assert_eq!((refused, matches!(changed, Ok(1))), (!is_clean, is_clean), "{table}.{column} {words:?}: {changed:?}");
            }
        }
    }
}

/// Whether the box about being named is ticked.
fn ticked(page: &str) -> bool {
    let (before, rest) = page.split_once("name=\"listed\"").unwrap();
    let (start, end) = (before.rsplit('<').next().unwrap(), rest.split('>').next().unwrap());
    start.contains("checked") || end.contains("checked")
}

/// Which choice of who may know of it is made.
fn chosen(page: &str) -> Option<&'static str> {
    ["public", "partners", "staff"].into_iter().find(|code| {
        page.split("<input").any(|part| {
            let part = part.split('>').next().unwrap();
            part.contains("name=\"visibility\"")
                && part.contains(&format!("value=\"{code}\""))
                && part.contains("checked")
        })
    })
}
