//! Asking how far lines are and answering by the link, on both databases.

use super::tests::{World, rooms};
use crate::{
    NodeId, can,
    store::{letters::letters_that_hold, lines::find_line, parties::replace_parties, writing::update_line},
};
use jiff::civil::date;
use partners::{
    ContactKind, NewContactPoint, NewOrganization, NewPerson, NewSpeaker, OrganizationId, PersonId,
    Visibility,
};
use platform::{
    authority::{Caller, Office},
    ids::Ref,
    langs::Lang,
    personal::{self, Subject, Why},
    testing::Site,
};

const ASKING: &str = "/maple/work/plan/asking";

/// The letters that have left, the newest last.
async fn letters(site: &Site) -> Vec<String> {
    platform::jobs::run_due(&site.app).await.unwrap();
    let Ok(folder) = std::fs::read_dir(site.folder().join("mail")) else { return Vec::new() };
    let mut letters: Vec<_> = folder.map(|file| file.unwrap().path()).collect();
    letters.sort();
    let read = |path: &std::path::PathBuf| {
        std::fs::read_to_string(path).unwrap().replace("=\r\n", "").replace("=3D", "=")
    };
    letters.iter().map(read).collect()
}

/// The path of the link in a letter, in whichever language it is.
fn link_in(letter: &str) -> Option<String> {
    let (before, rest) = letter.split_once("/our-plan/reporting/")?;
    let lang = before.rsplit('/').next()?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    Some(format!("/maple/{lang}/our-plan/reporting/{}", &rest[..end]))
}

/// A clinic that leads the first action, with Omar who speaks for it; Nadia looks after the second action.
struct People {
    world: World,
    clinic: OrganizationId,
    nadia: PersonId,
    omar: PersonId,
}

async fn person(
    tx: &mut platform::db::Tx,
    (name, mail, lang): (&str, &str, Lang),
    at: OrganizationId,
) -> PersonId {
    let id = partners::add_person(tx, &NewPerson::new(name, lang)).await.unwrap();
    let contact = NewContactPoint {
        person: Some(id),
        organization: None,
        kind: ContactKind::Mail,
        value: mail.into(),
        visibility: Visibility::Staff,
    };
    partners::add_contact(tx, &contact).await.unwrap();
    let speaker = NewSpeaker {
        person: id,
        organization: at,
        title: Default::default(),
        from_on: date(2025, 1, 1),
        to_on: None,
    };
    partners::speaks_for(tx, &speaker).await.unwrap();
    id
}

impl People {
    async fn new(site: &Site) -> Self {
        let world = World::new(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let new = NewOrganization {
            joined_on: Some(date(2025, 1, 1)),
            ..NewOrganization::new("clinic", crate::store::tests::text("The clinic"))
        };
        let clinic = partners::add_organization(&mut tx, &new).await.unwrap();
        let other = NewOrganization {
            joined_on: Some(date(2025, 1, 1)),
            ..NewOrganization::new("school", crate::store::tests::text("The school"))
        };
        let school = partners::add_organization(&mut tx, &other).await.unwrap();
        let omar = person(&mut tx, ("Omar One", "omar@example.org", Lang::En), clinic).await;
        let nadia = person(&mut tx, ("Nadia Two", "nadia@example.org", Lang::Fr), school).await;
        let lead = crate::Party { part: crate::Part::Lead, who: crate::Who::Organization(clinic) };
        replace_parties(&mut tx, world.lines[2], &[lead]).await.unwrap();
        let line = find_line(&mut tx, world.lines[3]).await.unwrap().unwrap();
        let facts = crate::LineFacts { owner: Some(nadia), ..line.facts() };
        update_line(&mut tx, &line, &facts).await.unwrap();
        tx.commit().await.unwrap();
        Self { world, clinic, nadia, omar }
    }

    fn line(&self, n: usize) -> NodeId {
        self.world.lines[n]
    }

    /// Asks everybody named; gives the links, by the language of the letters' paths.
    async fn ask(&self, site: &Site, to: &[PersonId]) -> Vec<String> {
        let ids: Vec<String> = to.iter().map(ToString::to_string).collect();
        let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("to", id.as_str())).collect();
        fields.extend([("until", "2026-12-06"), ("words_en", "Two minutes are enough."), ("step", "send")]);
        let before = letters(site).await.len();
        let sent = site.post_as(&site.coordinator(), ASKING, &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        letters(site).await.split_off(before).iter().filter_map(|letter| link_in(letter)).collect()
    }

    /// Says of a line by a link how far it is.
    async fn say(&self, site: &Site, link: &str, (n, state, note): (usize, &str, &str)) -> (u16, String) {
        let (of, about) = (format!("state_{}", self.line(n)), format!("note_{}", self.line(n)));
        let sent =
            site.post_as(&Caller::Anonymous, link, &[(of.as_str(), state), (about.as_str(), note)]).await;
        let told = if sent.status == 303 { sent.location().to_owned() } else { sent.body };
        (sent.status, told)
    }

    async fn open_asks(&self, site: &Site) -> usize {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::EDIT_PLAN).await.unwrap();
        let (_, open) = partners::load_of(&ctx, &mut tx, self.clinic).await.unwrap();
        tx.done().await.unwrap();
        open.len()
    }
}

platform::on_both! { rooms();
    async fn each_reader_gets_one_letter_in_her_language_which_counts_and_shows_before_it_goes(site) {
        let people = People::new(site).await;
        let page = site.get_as(&site.coordinator(), ASKING).await.body;
        assert!(page.contains("Omar One") && page.contains("Nadia Two"), "{page}");
        let both = [people.omar.to_string(), people.nadia.to_string()];
        let fields = [("to", both[0].as_str()), ("to", both[1].as_str()), ("until", "2026-12-06")];
        let preview = site.post_as(&site.coordinator(), ASKING, &fields).await;
        assert_eq!(preview.status, 200, "{}", preview.body);
        assert!(preview.body.contains("Hello Omar One") && preview.body.contains("Bonjour Nadia Two"), "{}", preview.body);
        assert!(letters(site).await.is_empty(), "nothing has been sent");
        let links = people.ask(site, &[people.omar, people.nadia]).await;
        assert_eq!(links.len(), 2);
        assert_eq!(links.iter().filter(|link| link.starts_with("/maple/fr/")).count(), 1, "{links:?}");
        let all = letters(site).await;
        let omars = all.iter().find(|one| one.contains("Hello Omar")).unwrap();
        assert!(omars.contains("1.1-1") && !omars.contains("1.1-2") && omars.contains("Two minutes are enough"), "{omars}");
        assert!(omars.contains("List-Unsubscribe"), "{omars}");
        assert_eq!(people.open_asks(site).await, 1, "it counts as a request to the clinic");
        let page = site.get_as(&site.coordinator(), ASKING).await.body;
        assert!(page.contains("asked on") && page.contains("The clinic"), "{page}");
    }

    async fn she_answers_by_the_link_without_an_account_and_may_correct_until_its_end(site) {
        let people = People::new(site).await;
        let link = people.ask(site, &[people.omar]).await.remove(0);
        let page = site.get(&link).await;
        assert!(page.status == 200 && page.body.contains("1.1-1") && !page.body.contains("1.1-2"), "{}", page.body);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::EDIT_PLAN).await.unwrap();
        assert_eq!(find_line(&mut tx, people.line(2)).await.unwrap().unwrap().reported_state, None, "looking says nothing");
        assert_eq!(letters_that_hold(&mut tx).await.unwrap()[0].answered_at, None);
        tx.done().await.unwrap();
        let (status, told) = people.say(site, &link, (2, "stalled", "")).await;
        assert!(status == 422 && told.contains("Say why in a few words"), "{status} {told}");
        let (status, done) = people.say(site, &link, (2, "stalled", "Nobody is left")).await;
        assert_eq!(status, 303, "{done}");
        assert!(site.get(&done).await.body.contains("Thank you"));
        let page = site.get_as(&site.coordinator(), &people.world.at(2, "")).await.body;
        assert!(page.contains("Nobody is left") && page.contains("Omar One") && page.contains("Stalled"), "{page}");
        assert_eq!(people.open_asks(site).await, 0, "what was asked is answered");
        site.app.clock.advance(86_400);
        let (status, _) = people.say(site, &link, (2, "on_track", "")).await;
        assert_eq!(status, 303, "she corrects it");
        let page = site.get_as(&site.coordinator(), &people.world.at(2, "")).await.body;
        assert!(page.contains("On track") && !page.contains("Nobody is left"), "{page}");
        site.app.clock.advance(30 * 86_400);
        assert_eq!(site.get(&link).await.status, 410);
        assert_eq!(people.say(site, &link, (2, "done", "")).await.0, 410);
    }

    async fn a_link_says_nothing_of_lines_that_are_not_hers(site) {
        let people = People::new(site).await;
        let link = people.ask(site, &[people.omar]).await.remove(0);
        let (status, told) = people.say(site, &link, (3, "done", "")).await;
        assert!(status == 422 && told.contains("Say of at least one line"), "{status} {told}");
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        assert_eq!(find_line(&mut tx, people.line(3)).await.unwrap().unwrap().reported_state, None);
        replace_parties(&mut tx, people.line(2), &[]).await.unwrap();
        tx.commit().await.unwrap();
        let page = site.get(&link).await;
        assert!(page.status == 200 && page.body.contains("nothing to say"), "the clinic leads it no more: {}", page.body);
        assert_eq!(people.say(site, &link, (2, "done", "")).await.0, 422);
    }

    async fn who_speaks_no_more_for_the_organization_says_nothing_for_it(site) {
        let people = People::new(site).await;
        let link = people.ask(site, &[people.omar]).await.remove(0);
        assert!(site.get(&link).await.body.contains("Line 1.1-1"));
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let said = partners::spoken_for_by(&mut tx, partners::Reader::Staff, people.omar).await.unwrap();
        partners::stops_speaking(&mut tx, &said[0], ctx.today().yesterday().unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let page = site.get(&link).await;
        assert!(page.status == 200 && page.body.contains("nothing to say") && !page.body.contains("Line 1.1-1"), "{}", page.body);
        assert_eq!(people.say(site, &link, (2, "done", "")).await.0, 422);
    }

    async fn unknown_foreign_and_withdrawn_links_open_nothing(site) {
        let people = People::new(site).await;
        let link = people.ask(site, &[people.omar]).await.remove(0);
        for path in ["/maple/en/our-plan/reporting/nothing".to_owned(), link.replace("/maple/", "/other/")] {
            assert_eq!(site.get(&path).await.status, 410, "{path}");
            assert_eq!(people.say(site, &path, (2, "done", "")).await.0, 410, "{path}");
        }
        let list = site.get_as(&site.coordinator(), ASKING).await.body;
        let (before, _) = list.split_once("/cancelling").unwrap();
        let id = before.rsplit('/').next().unwrap();
        let path = format!("{ASKING}/{id}/cancelling");
        assert_eq!(site.post_as(&site.holder(Office::Chair, None), &path, &[("version", "1")]).await.status, 403);
        assert_eq!(site.post_as(&site.coordinator(), &path, &[("version", "1")]).await.status, 303);
        assert_eq!(site.get(&link).await.status, 410);
        assert_eq!(people.say(site, &link, (2, "done", "")).await.0, 410);
        assert_eq!(people.open_asks(site).await, 0, "it is not asked any more");
    }

    async fn the_older_link_goes_on_when_she_is_asked_again_and_one_request_stays_open(site) {
        let people = People::new(site).await;
        let first = people.ask(site, &[people.omar]).await.remove(0);
        site.app.clock.advance(86_400);
        let second = people.ask(site, &[people.omar]).await.remove(0);
        assert_ne!(first, second);
        assert_eq!(people.open_asks(site).await, 1);
        let list = site.get_as(&site.coordinator(), ASKING).await.body;
        assert_eq!(list.matches("/cancelling").count(), 1, "one letter, sent twice");
        assert_eq!(people.say(site, &first, (2, "done", "")).await.0, 303);
    }

    async fn a_link_ends_when_she_is_asked_again_at_another_address(site) {
        let people = People::new(site).await;
        let link = people.ask(site, &[people.omar]).await.remove(0);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let before = crate::store::letters::letters_that_hold(&mut tx).await.unwrap().remove(0);
        let moved = crate::store::letters::NewLetter {
            person: before.person_id,
            organization: before.organization_id,
            name: before.name.clone(),
            email: "omar@elsewhere.example".into(),
            lang: before.lang,
            until_on: before.until_on,
        };
        let lines = [(people.line(2), Some(people.clinic))];
        let second = crate::facade::keep_letter(&mut tx, Some(&before), &moved, &lines).await.unwrap();
        tx.commit().await.unwrap();
        assert_ne!(second, before.id, "it is a letter of its own");
        assert_eq!(site.get(&link).await.status, 410, "whoever reads at the older address says nothing any more");
        assert_eq!(people.say(site, &link, (2, "done", "")).await.0, 410);
        assert_eq!(people.open_asks(site).await, 0, "and what was asked there is not asked any more");
    }

    async fn who_wants_no_such_letters_gets_none_and_the_line_says_so(site) {
        let people = People::new(site).await;
        let all = { people.ask(site, &[people.omar]).await; letters(site).await };
        let stop = all[0].split("letters/stop/").nth(1).unwrap();
        let end = stop.find(|c: char| !c.is_ascii_alphanumeric()).unwrap();
        let stopped = site.post_as(&Caller::Anonymous, &format!("/maple/en/letters/stop/{}", &stop[..end]), &[("List-Unsubscribe", "One-Click")]).await;
        assert!(stopped.status < 400, "{} {}", stopped.status, stopped.body);
        let page = site.get_as(&site.coordinator(), ASKING).await.body;
        assert!(page.contains("1 line of which nobody can be asked") && !page.contains(&format!("value=\"{}\"", people.omar)), "{page}");
        let to = people.omar.to_string();
        let refused = site.post_as(&site.coordinator(), ASKING, &[("to", &to), ("until", "2026-12-06"), ("step", "send")]).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
    }

    async fn words_in_one_language_are_told_to_writer_and_reader(site) {
        let people = People::new(site).await;
        let (omar, nadia) = (people.omar.to_string(), people.nadia.to_string());
        let form = site.get_as(&site.coordinator(), ASKING).await.body;
        assert!(form.contains("Those you can ask read: English and French."), "{form}");
        let typed = [("to", omar.as_str()), ("to", nadia.as_str()), ("until", "2026-12-06"), ("words_en", "Two minutes are enough.")];
        let preview = site.post_as(&site.coordinator(), ASKING, &typed).await.body;
        assert_eq!(preview.matches("Your own words are not written in this language").count(), 1, "{preview}");
        assert!(preview.contains("(anglais)") && preview.contains("<p lang=\"en\" dir=\"ltr\">Two minutes are enough."), "{preview}");
        people.ask(site, &[people.omar, people.nadia]).await;
        let letters = letters(site).await;
        let french = letters.iter().find(|one| one.contains("nadia@example.org")).unwrap();
        assert!(french.contains("dans une autre langue (anglais)") && french.contains("Two minutes"), "{french}");
        let english = letters.iter().find(|one| one.contains("omar@example.org")).unwrap();
        assert!(!english.contains("another language") && english.contains("Two minutes"), "{english}");
    }

    async fn nobody_and_a_day_behind_the_links_end_are_refused_and_what_was_typed_stays(site) {
        let people = People::new(site).await;
        let to = people.omar.to_string();
        for (fields, words) in [
            (vec![("until", "2026-12-06"), ("words_en", "Two minutes")], "Choose at least one reader"),
            (vec![("to", to.as_str()), ("until", "2027-02-01"), ("words_en", "Two minutes")], "when the link ends"),
        ] {
            let refused = site.post_as(&site.coordinator(), ASKING, &fields).await;
            assert!(refused.status == 422 && refused.body.contains(words) && refused.body.contains("Two minutes"), "{}", refused.body);
        }
    }

    async fn my_actions_are_those_of_my_organization_and_today_names_them(site) {
        let people = People::new(site).await;
        let editor = site.holder(Office::PartnerEditor, Some(Ref::from(people.clinic)));
        let page = site.get_as(&editor, "/maple/work/plan/mine").await;
        assert!(page.status == 200 && page.body.contains("1.1-1") && !page.body.contains("1.1-2"), "{}", page.body);
        assert!(site.get_as(&editor, "/maple/work").await.body.contains("1 of your actions has no word this quarter"));
        assert!(site.get_as(&site.holder(Office::Reader, None), "/maple/work/plan/mine").await.body.contains("You look after no open line"));
        assert_eq!(site.get_as(&site.holder(Office::Reader, None), ASKING).await.status, 403);
    }

    async fn what_she_looks_after_herself_is_hers_by_the_address_of_her_account(site) {
        People::new(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let mut callers = Vec::new();
        for mail in ["Nadia@Example.org", "other@example.org"] {
            let new = accounts::NewAccount { mail: accounts::Mail::parse(mail).unwrap(), name: "Nadia Two".into(), lang: Lang::En };
            let account = accounts::create_account(&mut tx, &new).await.unwrap();
            let partnership = Some(ctx.partnership().unwrap().id);
            let grant = platform::authority::Grant { office: Office::Reader, partnership, on: None };
            accounts::grant(&mut tx, account, &grant).await.unwrap();
            let sign_in = uuid::Uuid::nil();
            let signed = platform::authority::SignedIn { account, name: "Nadia Two".into(), lang: Lang::En, sign_in, grants: vec![grant] };
            callers.push(Caller::Account(Box::new(signed)));
        }
        tx.commit().await.unwrap();
        let mine = async |n: usize| site.get_as(&callers[n], "/maple/work/plan/mine").await.body;
        let page = mine(0).await;
        assert!(page.contains("1.1-2") && !page.contains("1.1-1") && page.contains("Ask the coordinator to note it"), "{page}");
        assert!(mine(1).await.contains("You look after no open line"));
    }

    async fn letters_go_with_the_person_and_end_by_themselves(site) {
        let people = People::new(site).await;
        let link = people.ask(site, &[people.omar]).await.remove(0);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::EDIT_PLAN).await.unwrap();
        let of = Subject::of(people.omar.0);
        assert!(format!("{:?}", personal::held(&ctx, &mut tx, &of).await.unwrap()).contains("omar@example.org"));
        personal::erase(&ctx, &mut tx, &of, Why::Asked).await.unwrap();
        assert!(letters_that_hold(&mut tx).await.unwrap().is_empty());
        tx.commit().await.unwrap();
        assert_eq!(site.get(&link).await.status, 410);
        people.ask(site, &[people.nadia]).await;
        let told = async || site.get_as(&site.coordinator(), ASKING).await.body.contains("Nadia Two</");
        site.app.clock.advance((365 + 29) * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert!(told().await, "kept for a year after the link's end");
        site.app.clock.advance(2 * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        let list = site.get_as(&site.coordinator(), &format!("{ASKING}?as=csv")).await.body;
        assert!(!list.contains("Nadia Two"), "{list}");
    }
}
