//! Seats on the pages of partners and people, and what *Today* asks.

use crate::{
    CouncilId, NewExpression, NewSeat, SeatFacts, SeatId, add_council, add_expression, add_round, add_seats,
    can,
    rules::{
        expressions::Season,
        terms::{AskForTerm, Holder},
        tree::Kind,
    },
    store::bodies::CouncilFacts,
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use partners::{NewOrganization, NewPerson, OrganizationId, PersonId, Visibility};
use platform::{
    authority::Office,
    db::Tx,
    langs::Lang,
    testing::{Site, pages::complaints_about},
    text::Text,
};
use serde_json::Value;

const DAY: Date = date(2026, 11, 22);
/// Stands in everything that only the staff may know of, and nowhere else.
pub(super) const CANARY: &str = "Zeisig";

fn text(words: &str) -> Text {
    Text::both(words, words, DAY)
}

pub(super) struct Known {
    pub(super) council: CouncilId,
    seats: Vec<SeatId>,
    pub(super) clinic: OrganizationId,
    pub(super) hidden: OrganizationId,
    nadia: PersonId,
    shy: PersonId,
}

async fn person(tx: &mut Tx, name: &str, visibility: Visibility) -> PersonId {
    partners::add_person(tx, &NewPerson { visibility, ..NewPerson::new(name, Lang::En) }).await.unwrap()
}

fn term(holder: PersonId, alternate: Option<PersonId>, ends_on: Option<Date>) -> AskForTerm {
    AskForTerm {
        holder: Holder::Person(holder),
        alternate,
        starts_on: date(2026, 1, 1),
        starts_about: false,
        ends_on,
    }
}

/// A council on which a clinic has three seats, one of them known to the staff alone, and a hidden circle one.
pub(super) async fn a_council(site: &Site) -> Known {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let facts = CouncilFacts {
        kind: Kind::Council,
        word: Text::default(),
        name: text("Central Council"),
        outcome: Text::default(),
        mandate: Text::default(),
        parent: None,
        position: 0,
        open: false,
        seat_limit: None,
    };
    let council = add_council(&mut tx, "central", &facts).await.unwrap();
    let joined_on = Some(date(2025, 1, 1));
    let clinic = NewOrganization { joined_on, ..NewOrganization::new("clinic", text("Maple Clinic")) };
    let clinic = partners::add_organization(&mut tx, &clinic).await.unwrap();
    let name = text(&format!("{CANARY} Circle"));
    let hidden = NewOrganization { visibility: Visibility::Staff, ..NewOrganization::new("circle", name) };
    let hidden = partners::add_organization(&mut tx, &hidden).await.unwrap();
    let nadia = person(&mut tx, "Nadia Haddad", Visibility::Public).await;
    let shy = person(&mut tx, &format!("{CANARY} Shy"), Visibility::Staff).await;
    let seat = |category: &str, organization, visibility, terms: Vec<AskForTerm>| NewSeat {
        facts: SeatFacts { organization: Some(organization), visibility, ..SeatFacts::of(text(category)) },
        terms: terms.into_iter().map(|term| (term, None)).collect(),
    };
    let soon = Some(DAY.saturating_add(30.days()));
    let secret = format!("{CANARY} seat");
    let new = [
        seat("Primary care", clinic, Visibility::Public, vec![term(nadia, Some(shy), soon)]),
        seat(&secret, clinic, Visibility::Staff, vec![]),
        seat("Housing", clinic, Visibility::Public, vec![]),
        seat("Faith", hidden, Visibility::Public, vec![term(shy, None, None)]),
    ];
    let seats = add_seats(&mut tx, council, &new).await.unwrap();
    tx.commit().await.unwrap();
    Known { council, seats, clinic, hidden, nadia, shy }
}

/// The room's panel of an object as a program reads it.
pub(super) async fn json(site: &Site, who: &platform::authority::Caller, path: &str) -> Value {
    let got = site.get_as(who, &format!("/maple/api/v1/panels/{path}")).await;
    assert_eq!(got.status, 200, "{path}: {}", got.body);
    serde_json::from_str(&got.body).unwrap()
}

platform::on_both! { vec![areas::manifest(), partners::manifest(), crate::manifest()];
    async fn a_partners_page_shows_its_seats_without_knowing_councils(site) {
        let known = a_council(site).await;
        let coordinator = site.coordinator();
        let got = site.get_as(&coordinator, "/maple/work/partners/clinic").await;
        assert_eq!((got.status, complaints_about(&got.body)), (200, vec![]));
        for part in [
            format!("href=\"/maple/work/councils/{}\"", known.council),
            format!("href=\"/maple/work/councils/{}/seats/{}\"", known.council, known.seats[0]),
            "Nadia Haddad".to_owned(),
            format!("{CANARY} seat"),
        ] {
            assert!(got.body.contains(&part), "{part}: {}", got.body);
        }
        let got = site.get("/maple/en/partners/clinic").await;
        assert!(got.body.contains("href=\"/maple/en/who-we-are/central\""), "{}", got.body);
        assert!(got.body.contains("Housing") && !got.body.contains(CANARY) && !got.body.contains("/work/councils"));
    }

    async fn a_persons_page_shows_where_she_sits_and_stands_in(site) {
        let known = a_council(site).await;
        let coordinator = site.coordinator();
        let got = site.get_as(&coordinator, &format!("/maple/work/people/{}", known.nadia)).await;
        assert!(got.body.contains("Primary care") && got.body.contains("Sits there"), "{}", got.body);
        let got = site.get_as(&coordinator, &format!("/maple/work/people/{}", known.shy)).await;
        assert!(got.body.contains("Stands in") && got.body.contains("Faith"), "{}", got.body);
    }

    async fn a_program_reads_the_same_panels_as_far_as_anyone_may(site) {
        let known = a_council(site).await;
        let coordinator = site.coordinator();
        let seats = json(site, &coordinator, &format!("organization/{}", known.clinic)).await["seats"].clone();
        assert_eq!(seats.as_array().unwrap().len(), 2, "{seats}");
        assert_eq!((&seats[0]["holder"], &seats[0]["until"]), (&"Nadia Haddad".into(), &"2026-12-22".into()));
        assert_eq!(seats[1]["state"], "vacant");
        let seats = json(site, &coordinator, &format!("person/{}", known.nadia)).await["seats"].clone();
        assert_eq!(seats[0]["part"], "holds");
        for hidden in [format!("organization/{}", known.hidden), format!("person/{}", known.shy)] {
            let body = site.get_as(&coordinator, &format!("/maple/api/v1/panels/{hidden}")).await.body;
            assert!(!body.contains("Faith") && !body.contains(CANARY), "{hidden}: {body}");
        }
    }

    async fn today_names_what_waits_at_the_tables_to_those_who_answer_for_them(site) {
        let known = a_council(site).await;
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        add_round(&mut tx, Season::Fall, date(2026, 11, 1), date(2026, 11, 30)).await.unwrap();
        let new = NewExpression {
            council: known.council,
            name: "Grace Osei".into(),
            email: "grace@example.org".into(),
            phone: String::new(),
            reach_by: crate::rules::reaching::ReachBy::Mail,
            speaks_for: String::new(),
            lang: Lang::En,
            body: "I would like to help.".into(),
            consent_wording: "I agree.".into(),
        };
        let at = tx.now();
        add_expression(&mut tx, &new, at, DAY).await.unwrap();
        tx.commit().await.unwrap();
        let got = site.get_as(&site.coordinator(), "/maple/work").await;
        assert_eq!((got.status, complaints_about(&got.body)), (200, vec![]));
        for part in ["Nadia Haddad’s term ends: Primary care", "2 vacant seats: Central Council", "One person would like a seat", "/work/councils/expressions?council="] {
            assert!(got.body.contains(part), "{part}: {}", got.body);
        }
        let chair = site.holder(Office::Chair, Some(known.council.into()));
        assert!(site.get_as(&chair, "/maple/work").await.body.contains("term ends: Primary care"));
        let reader = site.get_as(&site.holder(Office::Reader, None), "/maple/work").await;
        assert!(!reader.body.contains("Primary care") && !reader.body.contains("vacant seat"), "{}", reader.body);
    }
}
