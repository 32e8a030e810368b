//! Notes of the staff, stewards, offers and needs, requests, and which mail goes where: through the front door.

use super::{CANARY_NOTE, found, keep, named};
use crate::{
    AskState, ContactKind, NewAsk, NewContactPoint, NewOffer, NewPerson, NewSpeaker, OfferKind,
    OrganizationId, PersonId, Side, Visibility, Way, Whose, can,
    store::{asks::asks_of, contacts::reachable_for, notes::care_of, offers::offers_of},
};
use jiff::civil::date;
use platform::{
    authority::{Caller, Office},
    consent::EVERYTHING,
    ctx::{Ctx, PUBLIC},
    jobs::run_due,
    langs::Lang,
    pages::ENTER,
    sql,
    testing::Site,
    text::Text,
};

/// A coordinator whose account stays the same over requests.
pub(super) fn coordinator(site: &Site) -> (Caller, Ctx) {
    let ada = site.coordinator();
    let ctx = site.ctx(ada.clone());
    (ada, ctx)
}

pub(super) async fn library(site: &Site) -> OrganizationId {
    keep(site, &[named("library", "Library")]).await[0]
}

/// A person who speaks for the organization, reached at `own` and at `there`.
pub(super) async fn speaker(
    site: &Site,
    of: OrganizationId,
    (name, lang): (&str, Lang),
    mails: &[(&str, bool)],
) -> PersonId {
    let mut tx = site.ctx(site.coordinator()).write(ENTER).await.unwrap();
    let person = crate::add_person(&mut tx, &NewPerson::new(name, lang)).await.unwrap();
    let speaks = NewSpeaker {
        person,
        organization: of,
        title: Text::default(),
        from_on: date(2026, 1, 1),
        to_on: None,
    };
    crate::speaks_for(&mut tx, &speaks).await.unwrap();
    for (mail, there) in mails {
        let new = NewContactPoint {
            person: Some(person),
            organization: there.then_some(of),
            kind: ContactKind::Mail,
            value: (*mail).into(),
            visibility: Visibility::Staff,
        };
        crate::add_contact(&mut tx, &new).await.unwrap();
    }
    tx.commit().await.unwrap();
    person
}

pub(super) async fn mails(site: &Site) -> Vec<(String, String, String)> {
    let mut tx = site.ctx(site.coordinator()).read(ENTER).await.unwrap();
    let all = sql!(
        tx,
        all(String, String, String),
        "SELECT recipient, subject, body FROM mail WHERE partnership_id = $1 ORDER BY recipient, made_at",
        site.partnership.id
    )
    .unwrap();
    tx.done().await.unwrap();
    all
}

async fn ask(site: &Site, of: OrganizationId, what: &str) -> crate::AskId {
    let (_, ctx) = coordinator(site);
    let mut tx = ctx.write(can::KEEP_NOTES).await.unwrap();
    let new = NewAsk {
        organization: of,
        room: "partners",
        what: Text::both(what, what, super::DAY),
        href: String::new(),
        about: Some(of.into()),
        until_on: Some(date(2026, 12, 1)),
    };
    let id = crate::ask(&ctx, &mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

platform::on_both! { vec![crate::manifest()];
    async fn a_note_stays_as_written_and_its_correction_takes_its_place(site) {
        let id = library(site).await;
        let (ada, ctx) = coordinator(site);
        let at = "/maple/work/partners/library/notes";
        let wrong = [("way", "note"), ("on_day", "2026-11-23"), ("body", "")];
        let refused = site.post_as(&ada, at, &wrong).await;
        assert!(refused.status == 422 && refused.body.contains("2026-11-23"), "{}", refused.status);
        let call = [("way", "phone"), ("on_day", "2026-11-20"), ("body", CANARY_NOTE)];
        assert_eq!(site.post_as(&ada, at, &call).await.status, 303);
        let page = site.get_as(&ada, at).await.body;
        assert!(page.contains(CANARY_NOTE) && page.contains("Tess Test") && page.contains("Nov 20, 2026"), "{page}");
        let own = site.get_as(&ada, "/maple/work/partners/library").await.body;
        assert!(own.contains(CANARY_NOTE) && own.contains("November 20, 2026") || own.contains("Nov 20, 2026"), "{own}");
        let path = page.split("href=\"").find(|part| part.starts_with("/maple/work/notes/")).unwrap().split('"').next().unwrap().to_owned();
        let later = [("way", "phone"), ("on_day", "2026-11-18"), ("body", "Two days before.")];
        assert_eq!(site.post_as(&ada, &path, &later).await.status, 303);
        let page = site.get_as(&ada, at).await.body;
        assert!(page.contains("Two days before.") && page.contains(&format!("<s>{CANARY_NOTE}</s>")), "both stay: {page}");
        assert_eq!(site.post_as(&ada, &path, &later).await.status, 422, "what was corrected is not corrected again");
        let mut tx = ctx.read(can::KEEP_NOTES).await.unwrap();
        assert_eq!(care_of(&mut tx, Whose::Organization(id)).await.unwrap().last, Some(date(2026, 11, 18)), "what was corrected does not count");
        tx.done().await.unwrap();
        for other in [site.holder(Office::Reader, None), site.holder(Office::PartnerEditor, Some(id.into()))] {
            assert_eq!(site.get_as(&other, at).await.status, 403);
            for seen in ["/maple/work/partners/library", "/maple/work/partners?as=csv&cols=note&cols=contacted", &format!("/maple/work/history/organization/{id}")] {
                assert!(!site.get_as(&other, seen).await.body.contains(CANARY_NOTE), "{seen}");
            }
        }
        for file in ["/maple/work/partners?as=csv&cols=note&cols=contacted&cols=steward", "/maple/work/asks?as=csv"] {
            assert!(!site.get_as(&ada, file).await.body.contains(CANARY_NOTE), "no list holds it: {file}");
        }
    }

    async fn who_looks_after_a_record_and_whom_nobody_called_for_long_are_found(site) {
        let ids = keep(site, &[named("library", "Library"), named("clinic", "Clinic")]).await;
        let (ada, ctx) = coordinator(site);
        let me = ada.account().unwrap().account.to_string();
        // The gate knows who has signed in.
        assert_eq!(site.get_as(&ada, "/maple/work").await.status, 200);
        let chosen = [("steward", me.as_str())];
        assert_eq!(site.post_as(&ada, "/maple/work/partners/library/steward", &chosen).await.status, 303);
        assert_eq!(site.post_as(&ada, "/maple/work/partners/library/steward", &[("steward", "nobody-known")]).await.status, 422);
        let list = async |query: &str| site.get_as(&ada, &format!("/maple/work/partners?{query}")).await.body;
        let both = |body: &str| (body.contains(">Library<"), body.contains(">Clinic<"));
        assert_eq!(both(&list("steward=mine").await), (true, false));
        assert_eq!(both(&list("steward=nobody").await), (false, true));
        assert_eq!(both(&list("contacted=long-ago").await), (true, true), "nobody was in touch at all");
        let today = site.get_as(&ada, "/maple/work").await.body;
        assert!(today.contains("You look after 1 partner that nobody was in touch with"), "{today}");
        // A call with somebody who speaks for it counts for the organization too.
        let person = speaker(site, ids[0], ("Ana", Lang::En), &[]).await;
        let at = format!("/maple/work/people/{person}/notes");
        for (day, expected) in [("2026-05-21", (true, true)), ("2026-05-22", (false, true))] {
            assert_eq!(site.post_as(&ada, &at, &[("way", "visit"), ("on_day", day), ("body", "")]).await.status, 303);
            assert_eq!(both(&list("contacted=long-ago").await), expected, "{day}");
        }
        assert_eq!(both(&list("contacted=never").await), (false, true));
        let file = list("as=csv&cols=name&cols=steward&cols=contacted").await;
        assert!(file.contains("Library,Tess Test,2026-05-22"), "{file}");
        let mut tx = ctx.write(ENTER).await.unwrap();
        crate::in_touch(&ctx, &mut tx, Whose::Person(person), Way::Letter).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = ctx.read(ENTER).await.unwrap();
        assert_eq!(care_of(&mut tx, Whose::Organization(ids[0])).await.unwrap().last, Some(ctx.today()));
        tx.done().await.unwrap();
        let people = site.get_as(&ada, "/maple/work/people?contacted=long-ago").await.body;
        assert!(!people.contains(">Ana<"), "{people}");
        assert!(!site.get_as(&ada, "/maple/work").await.body.contains("You look after 1 partner"));
    }

    async fn an_offer_stands_beside_the_need_that_it_fits_and_is_asked_about_after_a_year(site) {
        let ids = keep(site, &[named("library", "Library"), named("clinic", "Clinic")]).await;
        let (ada, ctx) = coordinator(site);
        let refused = [("side", "offer"), ("kind", "room"), ("amount", "60 chairs"), ("from_on", "soon"), ("visibility", "partners")];
        let got = site.post_as(&ada, "/maple/work/partners/library/offers", &refused).await;
        assert!(got.status == 422 && got.body.contains("60 chairs"), "{}", got.status);
        let hall = [("side", "offer"), ("kind", "room"), ("offered_en", "The hall"), ("offered_fr", "La salle"), ("amount", "60 chairs"), ("language", "fr"), ("from_on", "2026-11-22"), ("visibility", "partners")];
        let added = site.post_as(&ada, "/maple/work/partners/library/offers", &hall).await;
        assert_eq!(added.status, 303, "{}", added.body);
        let hall_at = added.location().split('?').next().unwrap().to_owned();
        let person = speaker(site, ids[1], ("Ana", Lang::En), &[]).await;
        let need = [("side", "need"), ("kind", "room"), ("offered_en", "A room for a circle"), ("from_on", "2026-11-22"), ("visibility", "staff")];
        let added = site.post_as(&ada, &format!("/maple/work/people/{person}/offers"), &need).await;
        assert_eq!(added.status, 303, "{}", added.body);
        let need_at = added.location().split('?').next().unwrap().to_owned();
        assert!(site.get_as(&ada, &hall_at).await.body.contains("A room for a circle"));
        assert!(site.get_as(&ada, &need_at).await.body.contains("The hall"));
        let reader = site.holder(Office::Reader, None);
        let seen = site.get_as(&reader, &hall_at).await;
        assert!(seen.status == 200 && !seen.body.contains("circle") && !seen.body.contains("Change"), "{}", seen.body);
        assert_eq!(site.get_as(&reader, &need_at).await.status, 404);
        assert_eq!(site.get_as(&reader, &format!("{hall_at}/edit")).await.status, 403);
        let list = async |who: &Caller, query: &str| site.get_as(who, &format!("/maple/work/offers?{query}")).await.body;
        assert!(list(&ada, "q=CHAIRS").await.contains("The hall") && !list(&ada, "q=chairs").await.contains("circle"));
        assert!(list(&ada, "side=need&kind=room&language=fr").await.contains("circle"), "what names no language fits all");
        assert!(!list(&reader, "").await.contains("circle"));
        assert!(list(&ada, "as=csv").await.contains("The hall,Offered,Room,Library,60 chairs"), "{}", list(&ada, "as=csv").await);
        let editor = site.holder(Office::PartnerEditor, Some(ids[0].into()));
        let other = site.holder(Office::PartnerEditor, Some(ids[1].into()));
        let change = [hall.as_slice(), &[("offered_en", "The big hall"), ("version", "1")]].concat();
        assert_eq!(site.post_as(&other, &hall_at, &change).await.status, 403);
        assert_eq!(site.post_as(&editor, &hall_at, &change).await.status, 303);
        let stale = site.post_as(&ada, &hall_at, &change).await;
        assert!(stale.status == 409 && stale.body.contains("Tess Test"), "{}", stale.status);
        site.app.clock.advance(364 * 86_400);
        assert!(!site.get_as(&ada, "/maple/work").await.body.contains("still so"));
        site.app.clock.advance(2 * 86_400);
        assert!(site.get_as(&ada, "/maple/work").await.body.contains("Are these 2 offers and needs still so?"));
        assert_eq!(site.post_as(&editor, &format!("{hall_at}/confirmation"), &[("version", "2")]).await.status, 303);
        assert!(site.get_as(&ada, "/maple/work").await.body.contains("Is this still so?"));
        assert_eq!(site.post_as(&ada, &format!("{need_at}/removal"), &[("version", "1")]).await.status, 303);
        assert_eq!(site.get_as(&ada, &need_at).await.status, 404);
        let id = need_at.rsplit('/').next().unwrap();
        assert_eq!(site.post_as(&ada, &format!("/maple/work/bin/offer/{id}/restoration"), &[]).await.status, 303);
        assert_eq!(site.get_as(&ada, &need_at).await.status, 200);
        let mut tx = ctx.write(ENTER).await.unwrap();
        let own = offers_of(&mut tx, crate::Reader::Staff, Whose::Person(person)).await.unwrap();
        assert_eq!(own.len(), 1);
        crate::store::erasure::delete_person(&mut tx, person.0).await.unwrap();
        assert_eq!(crate::store::offers::offers_held(&mut tx, person).await.unwrap().len(), 0, "it goes with her");
        tx.commit().await.unwrap();
    }

    async fn the_api_gives_what_everyone_may_know_of_and_what_holds_today(site) {
        let id = library(site).await;
        let (_, ctx) = coordinator(site);
        let mut tx = ctx.write(ENTER).await.unwrap();
        let text = |words: &str| Text::both(words, words, date(2026, 11, 22));
        let hall = NewOffer {
            whose: Whose::Organization(id), side: Side::Offer, kind: OfferKind::Room, title: text("A hall"), about: Text::default(), amount: "60 chairs".into(),
            times: String::new(), area: None, language: None, from_on: date(2026, 1, 1), until_on: None, visibility: Visibility::Public,
        };
        let others = [
            NewOffer { title: text("For partners"), visibility: Visibility::Partners, ..hall.clone() },
            NewOffer { title: text("Over"), until_on: Some(date(2026, 11, 21)), ..hall.clone() },
            NewOffer { title: text("To come"), from_on: date(2026, 11, 23), ..hall.clone() },
            NewOffer { title: text("Skates"), kind: OfferKind::Equipment, side: Side::Need, ..hall.clone() },
        ];
        for new in [&hall].into_iter().chain(&others) {
            crate::add_offer(&mut tx, new, date(2026, 11, 22)).await.unwrap();
        }
        let strangers = [
            crate::NewOrganization { joined_on: None, ..named("asked", "Asked once") },
            crate::NewOrganization { left_on: Some(date(2026, 1, 2)), ..named("gone", "Gone") },
        ];
        for stranger in crate::add_organizations(&mut tx, &strangers).await.unwrap() {
            let new = NewOffer { whose: Whose::Organization(stranger), title: text("Of no partner"), ..hall.clone() };
            crate::add_offer(&mut tx, &new, date(2026, 11, 22)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let (mut titles, mut next) = (Vec::new(), String::new());
        loop {
            let got = site.get(&format!("/maple/api/v1/offers?limit=1&cursor={next}")).await;
            assert_eq!(got.status, 200, "{}", got.body);
            let page: serde_json::Value = serde_json::from_str(&got.body).unwrap();
            for one in page["items"].as_array().unwrap() {
                assert_eq!(one["organization"]["slug"], "library", "{one}");
                titles.push(one["title"]["en"].as_str().unwrap().to_owned());
            }
            match page["next"].as_str() {
                Some(more) => next = more.to_owned(),
                None => break,
            }
        }
        assert_eq!(titles, ["Skates", "A hall"]);
        assert_eq!(site.get("/maple/api/v1/offers?limit=x").await.status, 400);
    }

    async fn requests_count_at_once_and_go_out_together_once_to_each(site) {
        let id = library(site).await;
        speaker(site, id, ("Ana", Lang::Fr), &[("ana@own.example", false), ("ana@library.example", true)]).await;
        speaker(site, id, ("Ben", Lang::En), &[("ben@own.example", false)]).await;
        let dora = speaker(site, id, ("Dora", Lang::En), &[("dora@own.example", false)]).await;
        let (ada, ctx) = coordinator(site);
        let mut tx = ctx.write(PUBLIC).await.unwrap();
        tx.withdraw_consent(dora, EVERYTHING, "by-phone", Lang::En).await.unwrap();
        tx.commit().await.unwrap();
        let form = site.get_as(&ada, "/maple/work/partners/library/asks/new").await.body;
        assert!(form.contains("0 requests are open") && form.contains("Ana") && !form.contains("Dora"), "{form}");
        assert_eq!(site.post_as(&ada, "/maple/work/partners/library/asks", &[("until_on", "2026-11-01")]).await.status, 422);
        let first = [("what_en", "A room in May"), ("what_fr", "Une salle en mai"), ("until_on", "2026-12-01")];
        assert_eq!(site.post_as(&ada, "/maple/work/partners/library/asks", &first).await.status, 303);
        site.app.clock.advance(1_800);
        ask(site, id, "Answers to a survey").await;
        let taken_back = ask(site, id, "Never mind").await;
        let form = site.get_as(&ada, "/maple/work/partners/library/asks/new").await.body;
        assert!(form.contains("3 requests are open") && form.contains("3 were made in the last 90 days"), "{form}");
        assert_eq!(site.post_as(&ada, &format!("/maple/work/asks/{taken_back}/closing"), &[("state", "withdrawn"), ("version", "1")]).await.status, 303);
        run_due(&site.app).await.unwrap();
        assert!(mails(site).await.is_empty(), "they are gathered first");
        site.app.clock.advance(1_801);
        for _ in 0..3 {
            run_due(&site.app).await.unwrap();
            site.app.clock.advance(1_800);
        }
        let sent = mails(site).await;
        let to: Vec<_> = sent.iter().map(|mail| mail.0.as_str()).collect();
        assert_eq!(to, ["ana@library.example", "ben@own.example"], "one mail each, at the address that is for it");
        assert!(sent[0].1.starts_with("2 demandes") && sent[1].1.starts_with("2 requests"), "{sent:?}");
        ask(site, id, "One more").await;
        site.app.clock.advance(3_601);
        run_due(&site.app).await.unwrap();
        assert_eq!(mails(site).await.len(), 4, "what has gone out does not go again");
        let mut tx = ctx.write(can::KEEP_NOTES).await.unwrap();
        let all = asks_of(&mut tx, id).await.unwrap();
        let told: Vec<_> = all.iter().map(|one| (one.state, one.sent_at.is_some())).collect();
        assert_eq!(told.iter().filter(|one| **one == (AskState::Open, true)).count(), 3);
        assert_eq!(told.iter().filter(|one| **one == (AskState::Withdrawn, false)).count(), 1);
        assert_eq!(crate::close_asks(&mut tx, &id.into(), AskState::Done).await.unwrap(), 2, "by what they are about");
        tx.commit().await.unwrap();
        site.app.clock.advance(10 * 86_400);
        let today = site.get_as(&ada, "/maple/work").await.body;
        assert!(today.contains("Library: A room in May") && !today.contains("Answers to a survey"), "{today}");
        let file = site.get_as(&ada, "/maple/work/asks?as=csv&state=open").await.body;
        assert!(file.contains("A room in May,Library,Partners,2026-12-01,Open"), "{file}");
        assert_eq!(site.get_as(&site.holder(Office::PartnerEditor, Some(id.into())), "/maple/work/asks").await.status, 403);
        let list = site.get_as(&ada, "/maple/work/partners?as=csv&cols=name&cols=asks").await.body;
        assert!(list.contains("Library,4"), "{list}");
    }

    async fn who_has_left_long_ago_is_not_written_to_and_the_request_waits(site) {
        let id = keep(site, &[crate::NewOrganization { left_on: Some(date(2024, 11, 21)), ..named("gone", "Gone") }]).await[0];
        speaker(site, id, ("Ana", Lang::En), &[("ana@gone.example", false)]).await;
        let (ada, ctx) = coordinator(site);
        let form = site.get_as(&ada, "/maple/work/partners/gone/asks/new").await.body;
        assert!(form.contains("Nobody of this organization may be written to"), "{form}");
        ask(site, id, "A room").await;
        site.app.clock.advance(3_601);
        run_due(&site.app).await.unwrap();
        assert!(mails(site).await.is_empty());
        let mut tx = ctx.read(can::KEEP_NOTES).await.unwrap();
        assert_eq!(asks_of(&mut tx, id).await.unwrap()[0].sent_at, None);
        tx.done().await.unwrap();
        site.app.clock.advance(20 * 86_400);
        let today = site.get_as(&ada, "/maple/work").await.body;
        assert!(!today.contains("Gone: A room"), "nobody is late with what never reached them: {today}");
    }

    async fn who_speaks_for_it_until_a_day_to_come_is_in_touch_for_it(site) {
        let id = library(site).await;
        let (ada, ctx) = coordinator(site);
        let mut tx = ctx.write(ENTER).await.unwrap();
        let ana = crate::add_person(&mut tx, &NewPerson::new("Ana", Lang::En)).await.unwrap();
        let until = |to_on| NewSpeaker { person: ana, organization: id, title: Text::default(), from_on: date(2026, 1, 1), to_on: Some(to_on) };
        crate::speaks_for(&mut tx, &until(date(2026, 12, 31))).await.unwrap();
        crate::in_touch(&ctx, &mut tx, Whose::Person(ana), Way::Letter).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = ctx.read(ENTER).await.unwrap();
        assert_eq!(care_of(&mut tx, Whose::Organization(id)).await.unwrap().last, Some(ctx.today()));
        tx.done().await.unwrap();
        let quiet = site.get_as(&ada, "/maple/work/partners?contacted=long-ago").await.body;
        assert!(!quiet.contains("/work/partners/library\""), "{quiet}");
    }

    async fn a_person_with_several_organizations_chooses_where_each_mail_goes(site) {
        let id = library(site).await;
        let person = speaker(site, id, ("Ana", Lang::En), &[("ana@own.example", false), ("ana@library.example", true)]).await;
        let (ada, ctx) = coordinator(site);
        let first = async || {
            let mut tx = ctx.read(can::EDIT_PEOPLE).await.unwrap();
            let found = reachable_for(&mut tx, &[person], "partner-requests").await.unwrap();
            tx.done().await.unwrap();
            found.into_iter().filter_map(|one| one.email).collect::<Vec<_>>()
        };
        assert_eq!(first().await, ["ana@own.example", "ana@library.example"]);
        let at = format!("/maple/work/people/{person}/mail");
        let page = site.get_as(&ada, &at).await.body;
        let option = page.split("value=\"").find(|part| part.contains("ana@library.example ·")).unwrap();
        let contact = option.split('"').next().unwrap().to_owned();
        assert_eq!(site.post_as(&ada, &at, &[("partner-requests", "no-such")]).await.status, 422);
        assert_eq!(site.post_as(&ada, &at, &[("partner-requests", contact.as_str())]).await.status, 303);
        assert_eq!(first().await, ["ana@library.example", "ana@own.example"]);
        assert_eq!(site.post_as(&ada, &at, &[("partner-requests", "")]).await.status, 303);
        assert_eq!(first().await, ["ana@own.example", "ana@library.example"]);
        assert_eq!(site.post_as(&ada, &at, &[("partner-requests", contact.as_str())]).await.status, 303);
        assert_eq!(site.post_as(&ada, &format!("/maple/work/contacts/{contact}/removal"), &[("version", "1")]).await.status, 303);
        assert_eq!(first().await, ["ana@own.example"], "a choice goes with its address");
        assert!(found(site, "library").await.is_some());
    }

    async fn the_records_of_offers_hold_what_their_rule_lets_in(site) {
        let id = library(site).await;
        let (_, ctx) = coordinator(site);
        let new = NewOffer {
            whose: Whose::Organization(id), side: Side::Need, kind: OfferKind::Money, title: Text::default(), about: Text::default(), amount: String::new(),
            times: String::new(), area: None, language: None, from_on: ctx.today(), until_on: None, visibility: Visibility::Staff,
        };
        let mut tx = ctx.write(ENTER).await.unwrap();
        assert!(crate::add_offer(&mut tx, &new, ctx.today()).await.is_err(), "nothing without a name");
        drop(tx);
    }
}
