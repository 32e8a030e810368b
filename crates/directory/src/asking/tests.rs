//! Asking and answering, on both databases.

use crate::{
    ServiceId, can,
    store::{checks::list_checks, services::find_service},
    tests::{add_service_by_form as add, organization, rooms},
};
use jiff::civil::date;
use partners::{
    ContactKind, NewAsk, NewContactPoint, NewPerson, NewSpeaker, OrganizationId, PersonId, Reader, Visibility,
};
use platform::{
    authority::{Caller, Office},
    langs::Lang,
    personal::{self, Subject, Why},
    testing::Site,
    text::Text,
};

const ASKING: &str = "/maple/work/directory/asking";

/// The letters that have left, the newest last.
pub(crate) async fn letters(site: &Site) -> Vec<String> {
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
    let (before, rest) = letter.split_once("/your-services/")?;
    let lang = before.rsplit('/').next()?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    Some(format!("/maple/{lang}/your-services/{}", &rest[..end]))
}

/// A clinic with two services that nobody has looked at, for which Omar and Nadia speak.
struct Clinic {
    id: OrganizationId,
    class: ServiceId,
    circle: ServiceId,
    omar: PersonId,
}

async fn speaker(site: &Site, (name, mail, lang): (&str, &str, Lang), at: OrganizationId) -> PersonId {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
    let id = partners::add_person(&mut tx, &NewPerson::new(name, lang)).await.unwrap();
    let contact = NewContactPoint {
        person: Some(id),
        organization: None,
        kind: ContactKind::Mail,
        value: mail.into(),
        visibility: Visibility::Staff,
    };
    partners::add_contact(&mut tx, &contact).await.unwrap();
    let (from_on, to_on, title) = (date(2025, 1, 1), None, Text::default());
    let speaks = NewSpeaker { person: id, organization: at, title, from_on, to_on };
    partners::speaks_for(&mut tx, &speaks).await.unwrap();
    tx.commit().await.unwrap();
    id
}

impl Clinic {
    async fn new(site: &Site) -> Self {
        let id = organization(site, "clinic", Visibility::Public).await;
        let omar = speaker(site, ("Omar One", "omar@example.org", Lang::En), id).await;
        speaker(site, ("Nadia Two", "nadia@example.org", Lang::Fr), id).await;
        let class = add(site, id, &[("phones", "905-555-0100"), ("hours_mo", "9-12")]).await;
        let circle = add(
            site,
            id,
            &[("name_en", "Tea circle"), ("name_fr", "Cercle de thé"), ("need", "conversation-circle")],
        )
        .await;
        Self { id, class, circle, omar }
    }

    /// Asks the clinic; gives the links by reader, Omar's first.
    async fn ask(&self, site: &Site) -> Vec<String> {
        let to = self.id.to_string();
        let until =
            site.ctx(site.coordinator()).today().saturating_add(jiff::Span::new().days(14)).to_string();
        let before = letters(site).await.len();
        let sent = site
            .post_as(
                &site.coordinator(),
                ASKING,
                &[("to", to.as_str()), ("until", until.as_str()), ("step", "send")],
            )
            .await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let mut new = letters(site).await.split_off(before);
        new.sort_by_key(|one| !one.contains("omar@example.org"));
        new.iter().filter_map(|letter| link_in(letter)).collect()
    }

    async fn version(&self, site: &Site, id: ServiceId) -> String {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::SEE_DIRECTORY).await.unwrap();
        let of = find_service(&mut tx, Reader::Staff, id).await.unwrap().unwrap();
        tx.done().await.unwrap();
        of.version.to_string()
    }

    /// Says by a link that nothing has changed in one service.
    async fn unchanged(&self, site: &Site, link: &str, id: ServiceId) -> u16 {
        let (service, seen, version) = (id.to_string(), format!("seen_{id}"), self.version(site, id).await);
        site.post_as(
            &Caller::Anonymous,
            link,
            &[("service", service.as_str()), (seen.as_str(), version.as_str())],
        )
        .await
        .status
    }

    /// The form that corrects a service, with these fields put in or changed.
    async fn correct(
        &self,
        site: &Site,
        link: &str,
        id: ServiceId,
        other: &[(&str, &str)],
    ) -> platform::testing::Got {
        let version = self.version(site, id).await;
        let usual = [
            ("status", "active"),
            ("phones", "905-555-0100"),
            ("hours_mo", "9-12"),
            ("interpretation", "unknown"),
            ("cost", "free"),
            ("version", version.as_str()),
        ];
        let kept = usual.into_iter().filter(|(name, _)| !other.iter().any(|(one, _)| one == name));
        let fields: Vec<(&str, &str)> = kept.chain(other.iter().copied()).collect();
        site.post_as(&Caller::Anonymous, &format!("{link}/{id}"), &fields).await
    }

    async fn open_asks(&self, site: &Site) -> usize {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::KEEP_DIRECTORY).await.unwrap();
        let (_, open) = partners::load_of(&ctx, &mut tx, self.id).await.unwrap();
        tx.done().await.unwrap();
        open.len()
    }

    async fn checks(&self, site: &Site, id: ServiceId) -> Vec<(String, String, String)> {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.read(can::SEE_DIRECTORY).await.unwrap();
        let all = list_checks(&mut tx, id).await.unwrap();
        tx.done().await.unwrap();
        all.into_iter().map(|one| (one.way.code().into(), one.found.code().into(), one.who)).collect()
    }
}

platform::on_both! { rooms();
    async fn one_letter_to_each_reader_with_all_services_shown_before_it_goes(site) {
        let clinic = Clinic::new(site).await;
        let page = site.get_as(&site.coordinator(), ASKING).await.body;
        assert!(page.contains("The clinic") && page.contains("2 services") && page.contains("Nadia Two and Omar One"), "{page}");
        let to = clinic.id.to_string();
        let shown = site.post_as(&site.coordinator(), ASKING, &[("to", to.as_str()), ("until", "2026-12-06")]).await;
        assert_eq!(shown.status, 200, "{}", shown.body);
        assert!(shown.body.contains("Hello Omar One") && shown.body.contains("Bonjour Nadia Two"), "{}", shown.body);
        assert!(letters(site).await.is_empty(), "nothing has been sent");
        let links = clinic.ask(site).await;
        assert!(links.len() == 2 && links[0].starts_with("/maple/en/") && links[1].starts_with("/maple/fr/"), "{links:?}");
        let all = letters(site).await;
        let english = all.iter().find(|one| one.contains("omar@example.org")).unwrap();
        assert!(english.contains("English class") && english.contains("Tea circle") && english.contains("List-Unsubscribe"), "{english}");
        assert_eq!(clinic.open_asks(site).await, 1, "two letters and two services are one request");
        let page = site.get_as(&site.coordinator(), &format!("/maple/work/directory/services/{}", clinic.class)).await.body;
        assert!(page.contains("Waiting") && page.contains("Nadia Two and Omar One"), "who was asked, and when: {page}");
    }

    async fn what_waited_for_the_partner_goes_along_in_the_same_message(site) {
        let clinic = Clinic::new(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(partners::can::KEEP_NOTES).await.unwrap();
        let what = Text::both("A room for the meeting", "Une salle pour la rencontre", ctx.today());
        let ask = NewAsk { organization: clinic.id, room: "partners", what, href: String::new(), about: None, until_on: None };
        partners::ask(&ctx, &mut tx, &ask).await.unwrap();
        tx.commit().await.unwrap();
        let to = clinic.id.to_string();
        let shown = site.post_as(&site.coordinator(), ASKING, &[("to", to.as_str()), ("until", "2026-12-06")]).await.body;
        assert!(shown.contains("A room for the meeting"), "it is shown before it goes: {shown}");
        clinic.ask(site).await;
        let all = letters(site).await;
        assert!(all.len() == 2 && all.iter().all(|one| one.contains("room for the meeting") || one.contains("Une salle")), "{all:?}");
        site.app.clock.advance(2 * 3_600);
        assert_eq!(letters(site).await.len(), 2, "it does not go out a second time");
    }

    async fn looking_changes_nothing_and_one_tap_says_that_nothing_has_changed(site) {
        let clinic = Clinic::new(site).await;
        let link = clinic.ask(site).await.remove(0);
        let page = site.get(&link).await;
        assert!(page.status == 200 && page.body.contains("905-555-0100") && page.body.contains("Tea circle"), "{}", page.body);
        site.get(&format!("{link}/{}", clinic.class)).await;
        assert!(clinic.checks(site, clinic.class).await.is_empty(), "looking says nothing");
        assert_eq!(clinic.unchanged(site, &link, clinic.class).await, 303);
        assert_eq!(clinic.checks(site, clinic.class).await, [("link".to_owned(), "unchanged".to_owned(), "Omar One".to_owned())]);
        let public = site.get(&format!("/maple/en/help/{}", clinic.class)).await.body;
        assert!(public.contains("Verified"), "{public}");
        assert_eq!(clinic.open_asks(site).await, 1, "the circle is still to be answered");
        let page = site.get(&link).await.body;
        assert!(page.contains("You said:"), "{page}");
        assert_eq!(clinic.unchanged(site, &link, clinic.class).await, 303, "a second tap finds nothing to say");
        assert_eq!(clinic.checks(site, clinic.class).await.len(), 1, "and says nothing");
        assert_eq!(clinic.unchanged(site, &link, clinic.circle).await, 303);
        assert_eq!(clinic.open_asks(site).await, 0, "what was asked is answered");
    }

    async fn all_in_one_tap_and_then_the_link_is_used_up(site) {
        let clinic = Clinic::new(site).await;
        let links = clinic.ask(site).await;
        let seen = [format!("seen_{}", clinic.class), format!("seen_{}", clinic.circle)];
        let versions = [clinic.version(site, clinic.class).await, clinic.version(site, clinic.circle).await];
        let fields = [(seen[0].as_str(), versions[0].as_str()), (seen[1].as_str(), versions[1].as_str())];
        let sent = site.post_as(&Caller::Anonymous, &links[0], &fields).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        assert!(site.get(&links[0]).await.body.contains("Thank you"));
        assert_eq!(site.post_as(&Caller::Anonymous, &links[0], &fields).await.status, 410, "it was used");
        assert_eq!(site.post_as(&Caller::Anonymous, &links[1], &fields).await.status, 410, "so was the other reader's");
        assert!(site.get(&links[1]).await.body.contains("Merci"));
        for id in [clinic.class, clinic.circle] {
            assert_eq!(clinic.checks(site, id).await.len(), 1);
        }
    }

    async fn what_she_corrects_stands_at_once_and_history_keeps_what_was(site) {
        let clinic = Clinic::new(site).await;
        let link = clinic.ask(site).await.remove(0);
        let wrong = clinic.correct(site, &link, clinic.class, &[("phones", "call me"), ("note", "New name")]).await;
        assert!(wrong.status == 422 && wrong.body.contains("call me") && wrong.body.contains("New name"), "{}", wrong.body);
        let older = clinic.correct(site, &link, clinic.class, &[("version", "7"), ("phones", "905-555-0199")]).await;
        assert!(older.status == 409 && older.body.contains("905-555-0199") && older.body.contains("905-555-0100"), "{}", older.body);
        let got = clinic.correct(site, &link, clinic.class, &[("phones", "905-555-0199"), ("language", "ar"), ("note", "We moved")]).await;
        assert_eq!(got.status, 303, "{}", got.body);
        let public = site.get(&format!("/maple/en/help/{}", clinic.class)).await.body;
        assert!(public.contains("905-555-0199") && public.contains("Arabic") && !public.contains("Verified"), "what she adds waits for a person, and the record with it: {public}");
        assert!(!public.contains("We moved"), "what she adds is for the staff: {public}");
        let page = site.get_as(&site.coordinator(), &format!("/maple/work/directory/services/{}", clinic.class)).await.body;
        assert!(page.contains("We moved") && page.contains("905-555-0100"), "{page}");
        assert_eq!(clinic.checks(site, clinic.class).await[0].1, "corrected");
        let same = clinic.correct(site, &link, clinic.circle, &[("phones", ""), ("hours_mo", "")]).await;
        assert_eq!(same.status, 303, "{}", same.body);
        assert_eq!(clinic.checks(site, clinic.circle).await[0].1, "unchanged", "a form sent as it was changes nothing");
        let public = site.get(&format!("/maple/en/help/{}", clinic.circle)).await.body;
        assert!(public.contains("Verified"), "where nothing waits, it is as fresh as the answer: {public}");
    }

    async fn a_link_ends_is_taken_back_and_dies_with_its_address(site) {
        let clinic = Clinic::new(site).await;
        let links = clinic.ask(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
        let old = partners::contacts_of_person(&mut tx, Reader::Staff, clinic.omar).await.unwrap().remove(0);
        tx.commit().await.unwrap();
        let path = format!("/maple/work/contacts/{}", old.id);
        let form = [("kind", "mail"), ("value", "omar@elsewhere.example"), ("visibility", "staff"), ("version", "1")];
        let changed = site.post_as(&site.coordinator(), &path, &form).await;
        assert_eq!(changed.status, 303, "{} {}", path, changed.body);
        assert_eq!(site.get(&links[0]).await.status, 410, "whoever reads at the older address says nothing any more");
        assert_eq!(clinic.unchanged(site, &links[0], clinic.class).await, 410);
        assert_eq!(site.get(&links[1]).await.status, 200, "the other reader's holds");
        for path in ["/maple/en/your-services/nothing".to_owned(), links[1].replace("/maple/", "/other/")] {
            assert_eq!(site.get(&path).await.status, 410, "{path}");
        }
        let again = clinic.ask(site).await;
        assert_eq!(site.get(&links[0]).await.status, 410);
        let list = site.get_as(&site.coordinator(), ASKING).await.body;
        assert_eq!(list.matches("/cancelling").count(), 1, "one letter, sent twice");
        site.app.clock.advance(31 * 86_400);
        assert_eq!(site.get(&links[1]).await.status, 410, "it ended");
        assert_eq!(clinic.unchanged(site, &again[1], clinic.class).await, 410);
        assert!(clinic.checks(site, clinic.class).await.is_empty());
        let later = clinic.ask(site).await;
        let list = site.get_as(&site.coordinator(), ASKING).await.body;
        let (before, _) = list.split_once("/cancelling").unwrap();
        let path = format!("{ASKING}/{}/cancelling", before.rsplit('/').next().unwrap());
        assert_eq!(site.post_as(&site.holder(Office::Reader, None), &path, &[("version", "1")]).await.status, 403);
        assert_eq!(site.post_as(&site.coordinator(), &path, &[("version", "1")]).await.status, 303);
        assert_eq!(site.get(&later[0]).await.status, 410, "taken back");
        assert_eq!(clinic.open_asks(site).await, 1, "of the one that ended it is still asked");
    }

    async fn a_letter_without_an_answer_and_a_call_to_make_stand_in_today(site) {
        let clinic = Clinic::new(site).await;
        clinic.ask(site).await;
        site.app.clock.advance(15 * 86_400);
        let today = site.get_as(&site.coordinator(), "/maple/work").await.body;
        assert!(today.contains("1 letter about services is unanswered"), "{today}");
        let path = format!("/maple/work/directory/services/{}/checks", clinic.class);
        let day = site.ctx(site.coordinator()).today();
        let (on, again) = (day.to_string(), day.tomorrow().unwrap().to_string());
        let version = clinic.version(site, clinic.class).await;
        let call = |again: &str| {
            [("found", "unreachable"), ("way", "phone"), ("who", "The front desk"), ("version", version.as_str())]
                .into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()))
                .chain([("checked_on".to_owned(), on.clone()), ("again_on".to_owned(), again.to_owned())]).collect::<Vec<_>>()
        };
        let send = async |fields: Vec<(String, String)>| {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            site.post_as(&site.coordinator(), &path, &fields).await
        };
        let wrong = send(call(&on)).await;
        assert!(wrong.status == 422 && wrong.body.contains("after the call"), "{}", wrong.body);
        assert_eq!(send(call(&again)).await.status, 303);
        let today = async || site.get_as(&site.coordinator(), "/maple/work").await.body;
        assert!(!today().await.contains("Call again"), "not before its day");
        site.app.clock.advance(86_400);
        assert!(today().await.contains("Call again about a service"));
        let page = site.get_as(&site.coordinator(), &format!("/maple/work/directory/services/{}", clinic.class)).await.body;
        assert!(page.contains("The front desk"), "{page}");
        let page = site.get_as(&site.holder(Office::Reader, None), &format!("/maple/work/directory/services/{}", clinic.class)).await.body;
        assert!(!page.contains("The front desk") && !page.contains("Omar One"), "names are for those who keep the inventory: {page}");
    }

    async fn letters_go_with_the_person_and_end_by_themselves(site) {
        let clinic = Clinic::new(site).await;
        let links = clinic.ask(site).await;
        assert_eq!(clinic.unchanged(site, &links[0], clinic.class).await, 303);
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DIRECTORY).await.unwrap();
        let of = Subject { names: vec!["Omar One".into()], ..Subject::of(clinic.omar.0) };
        assert!(format!("{:?}", personal::held(&ctx, &mut tx, &of).await.unwrap()).contains("omar@example.org"));
        personal::erase(&ctx, &mut tx, &of, Why::Asked).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(site.get(&links[0]).await.status, 410);
        assert!(!format!("{:?}", clinic.checks(site, clinic.class).await).contains("Omar"));
        site.app.clock.advance((365 + 29) * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        let list = async || site.get_as(&site.coordinator(), &format!("{ASKING}?as=csv")).await.body;
        assert!(list().await.contains("The clinic"), "kept for a year after the link's end");
        site.app.clock.advance(2 * 86_400);
        platform::jobs::run_due(&site.app).await.unwrap();
        assert!(!list().await.contains("The clinic"));
    }

    async fn nobody_and_a_day_behind_the_links_end_are_refused(site) {
        let clinic = Clinic::new(site).await;
        let to = clinic.id.to_string();
        for (fields, words) in [
            (vec![("until", "2026-12-06")], "Choose at least one organization"),
            (vec![("to", to.as_str()), ("until", "2027-02-01")], "when the link ends"),
        ] {
            let refused = site.post_as(&site.coordinator(), ASKING, &fields).await;
            assert!(refused.status == 422 && refused.body.contains(words), "{}", refused.body);
        }
        assert_eq!(site.get_as(&site.holder(Office::Reader, None), ASKING).await.status, 403);
    }
}
