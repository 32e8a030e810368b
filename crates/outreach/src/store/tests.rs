//! The store on both databases: one partnership's rows are nobody else's, and every column is on the data map.

use crate::{
    NewJoining, add_joining, can,
    rules::{discovery::Has, joining::Asker, prospects::Stage},
    store::{
        discovery::{NewAnswer, holding_answers, list_answers, list_questions},
        encounters::list_encounters,
        enquiries::{list_enquiries, waiting_enquiries},
        joining::{Asked, count_joinings, list_joinings, waiting_joinings},
        prospects::{ProspectsAsked, list_prospects},
        stages::list_stages,
    },
};
use platform::{http::Address, langs::Lang, text::Text};

/// The tables of the room.
const TABLES: [&str; 7] = [
    "joining.",
    "prospect.",
    "prospect_stage.",
    "discovery_question.",
    "discovery_answer.",
    "encounter.",
    "enquiry.",
];

fn rooms() -> Vec<platform::manifest::Manifest> {
    vec![areas::manifest(), partners::manifest(), councils::manifest(), crate::manifest()]
}

/// A request of somebody.
pub(crate) fn request(name: &str) -> NewJoining {
    NewJoining {
        asker: Asker::Person,
        name: name.into(),
        organization: String::new(),
        sector: None,
        wish: "Help.".into(),
        languages: String::new(),
        email: "ana@maple.example".into(),
        phone: String::new(),
        lang: Lang::En,
        consent_wording: "I agree.".into(),
    }
}

platform::on_both! { rooms();
    async fn another_partnership_sees_nothing_of_it(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_OUTREACH).await.unwrap();
        let now = tx.now();
        add_joining(&mut tx, &request("Ana"), now).await.unwrap();
        tx.commit().await.unwrap();
        let (all, here) = (Asked::default(), Address::default());
        let mut tx = site.app.db.reading(Some(site.other.id), ctx.now()).await.unwrap();
        assert_eq!(list_joinings(&mut tx, &all, &here).await.unwrap().total, 0);
        assert_eq!(waiting_joinings(&mut tx).await.unwrap(), (0, None));
        tx.done().await.unwrap();
        let mut tx = ctx.read(can::SEE_OUTREACH).await.unwrap();
        assert_eq!(waiting_joinings(&mut tx).await.unwrap(), (1, Some(now)));
        assert_eq!(count_joinings(&mut tx).await.unwrap().1, [(Asker::Person, 1)]);
        let words = Asked { words: "ana".into(), ..Asked::default() };
        assert_eq!(list_joinings(&mut tx, &words, &here).await.unwrap().total, 1);
        tx.done().await.unwrap();
    }

    async fn another_partnership_sees_nothing_of_any_table(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_OUTREACH).await.unwrap();
        let (now, today, here) = (tx.now(), ctx.today(), Address::default());
        let prospect = crate::NewProspect::new(Asker::Group, "Elm Street Mosque");
        let prospect = crate::add_prospect(&mut tx, &prospect, (Stage::Idea, today)).await.unwrap();
        let question = crate::add_question(&mut tx, None, &Text::both("Is it here?", "Est-ce ici?", today)).await.unwrap();
        let said = NewAnswer { has: Has::Yes, strengths: String::new(), weaknesses: String::new(), told_by: "Us".into(), answered_on: today };
        crate::add_answer(&mut tx, question, &said, today).await.unwrap();
        let met = crate::NewEncounter {
            met_on: today, community: "Class".into(), language: None, place: String::new(), organization: None, people: None, met_by: "We".into(),
            asked: String::new(), said: String::new(), promise: String::new(), promise_on: None, note: String::new(),
        };
        crate::add_encounter(&mut tx, &met, today).await.unwrap();
        let asked = crate::NewEnquiry {
            topic: crate::rules::enquiries::Topic::Other, question: "?".into(), name: String::new(), email: "ana@maple.example".into(),
            phone: String::new(), area: None, lang: Lang::En, consent_wording: "I agree.".into(),
        };
        crate::add_enquiry(&mut tx, &asked, now).await.unwrap();
        tx.commit().await.unwrap();
        for (of, expected) in [(site.other.id, 0), (ctx.partnership().unwrap().id, 1)] {
            let mut tx = site.app.db.reading(Some(of), ctx.now()).await.unwrap();
            let narrowed = ProspectsAsked::default();
            assert_eq!(list_prospects(&mut tx, &narrowed, &here).await.unwrap().total, expected);
            assert_eq!(list_stages(&mut tx, prospect).await.unwrap().len(), usize::try_from(expected).unwrap());
            assert_eq!(list_questions(&mut tx).await.unwrap().len(), usize::try_from(expected).unwrap());
            assert_eq!(list_answers(&mut tx, question).await.unwrap().len(), usize::try_from(expected).unwrap());
            assert_eq!(holding_answers(&mut tx).await.unwrap().len(), usize::try_from(expected).unwrap());
            assert_eq!(list_encounters(&mut tx, &here).await.unwrap().total, expected);
            assert_eq!(list_enquiries(&mut tx, &here).await.unwrap().total, expected);
            assert_eq!(waiting_enquiries(&mut tx).await.unwrap().0, expected);
            tx.done().await.unwrap();
        }
    }

    async fn every_column_of_the_room_is_on_the_data_map(site) {
        let mut tx = site.app.db.reading(None, site.app.clock.now()).await.unwrap();
        let gaps = platform::datamap::gaps(&site.app.house, &mut tx).await.unwrap();
        tx.done().await.unwrap();
        let own: Vec<_> = gaps.into_iter().filter(|gap| TABLES.iter().any(|table| gap.starts_with(table))).collect();
        assert!(own.is_empty(), "{own:?}");
    }
}
