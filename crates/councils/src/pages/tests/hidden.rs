//! What only the staff may know of a seat stands on no page of the workspace for anybody else.

use super::{World, rooms, text};
use crate::{
    CouncilFacts, ExpressionId, NewExpression, NewSeat, SeatFacts, SeatId, add_council, add_expression,
    add_seats, can,
    rules::terms::{AskForTerm, Holder},
};
use jiff::civil::date;
use partners::{NewOrganization, NewPerson, OrganizationId, PersonId, Visibility};
use platform::{
    authority::{Caller, Office},
    langs::Lang,
    testing::Site,
};

/// What a seat of the staff is for; its note; the note of a public seat; whom the staff alone may know of.
const CATEGORY: &str = "Zeisig";
const NOTE: &str = "Kleiber";
const PUBLIC_NOTE: &str = "Pirol";
const ORGANIZATION: &str = "Wiedehopf";
const PERSON: &str = "Stieglitz";
/// Sits on the seat of the staff and is known to everybody.
const HOLDER: &str = "Rohrdommel";
const CANARIES: [&str; 6] = [CATEGORY, NOTE, PUBLIC_NOTE, ORGANIZATION, PERSON, HOLDER];

struct Planted {
    world: World,
    /// For the staff, held.
    hidden: SeatId,
    /// For partners, vacant, with a note.
    vacant: SeatId,
    /// For the staff, vacant.
    free: SeatId,
    organization: OrganizationId,
    people: Vec<PersonId>,
    expression: ExpressionId,
}

fn seat(category: &str, note: &str, visibility: Visibility, organization: OrganizationId) -> SeatFacts {
    SeatFacts {
        organization: Some(organization),
        visibility,
        note: text(note),
        ..SeatFacts::of(text(category))
    }
}

fn term(person: PersonId) -> (AskForTerm, Option<crate::rules::terms::Left>) {
    let agreed = AskForTerm {
        holder: Holder::Person(person),
        alternate: None,
        starts_on: date(2026, 1, 1),
        starts_about: false,
        ends_on: Some(date(2026, 12, 31)),
    };
    (agreed, None)
}

async fn plant(site: &Site) -> Planted {
    let world = World::new(site).await;
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let joined_on = Some(date(2025, 1, 1));
    let organization = NewOrganization {
        visibility: Visibility::Staff,
        joined_on,
        ..NewOrganization::new("shut", text(ORGANIZATION))
    };
    let organization = partners::add_organization(&mut tx, &organization).await.unwrap();
    let hidden = NewPerson { visibility: Visibility::Staff, ..NewPerson::new(PERSON, Lang::En) };
    let people = partners::add_people(&mut tx, &[hidden, NewPerson::new(HOLDER, Lang::En)]).await.unwrap();
    let staff = |visibility| seat(CATEGORY, NOTE, visibility, organization);
    let new = [
        NewSeat { facts: staff(Visibility::Staff), terms: vec![term(people[1])] },
        NewSeat { facts: staff(Visibility::Staff), terms: vec![] },
        NewSeat {
            facts: seat("Faith", PUBLIC_NOTE, Visibility::Public, organization),
            terms: vec![term(people[0])],
        },
        NewSeat { facts: seat("Housing", PUBLIC_NOTE, Visibility::Partners, organization), terms: vec![] },
    ];
    let seats = add_seats(&mut tx, world.below, &new).await.unwrap();
    let wish = NewExpression {
        council: world.below,
        name: "Grace Osei".into(),
        email: "grace@maple.example".into(),
        phone: String::new(),
        reach_by: crate::rules::reaching::ReachBy::Mail,
        speaks_for: String::new(),
        lang: Lang::En,
        body: "I would like to help.".into(),
        consent_wording: "I agree.".into(),
    };
    let at = tx.now();
    let (expression, _) = add_expression(&mut tx, &wish, at, ctx.today()).await.unwrap();
    tx.commit().await.unwrap();
    Planted { world, hidden: seats[0], free: seats[1], vacant: seats[3], organization, people, expression }
}

impl Planted {
    /// Every page of the workspace on which seats of this body could stand, with every format.
    fn pages(&self) -> Vec<String> {
        let mut pages: Vec<String> =
            ["", "/composition", "/letters/new", "/seats/new", "/edit", "/terms-of-reference"]
                .iter()
                .map(|path| self.world.at(path))
                .collect();
        for seat in [self.world.seat, self.hidden, self.free, self.vacant] {
            pages.extend(["", "/edit", "/bin"].map(|path| self.world.at(&format!("/seats/{seat}{path}"))));
            pages.extend(["history", "thread"].map(|kind| format!("/maple/work/{kind}/seat/{seat}")));
        }
        for list in ["councils/seats", "councils/leaving", "councils/expressions", "partners", "people"] {
            pages.extend(
                ["", "?as=csv", "?q=e", "?state=vacant", "?as=csv&cols=note&cols=sector"]
                    .map(|query| format!("/maple/work/{list}{query}")),
            );
        }
        pages.extend(
            ["", "/councils", "/councils/composition", "/councils/categories", "/bin"]
                .map(|path| format!("/maple/work{path}")),
        );
        pages.push(format!("/maple/work/councils/expressions/{}", self.expression));
        pages.push("/maple/work/partners/shut".into());
        pages.extend(self.people.iter().map(|person| format!("/maple/work/people/{person}")));
        pages
    }

    fn callers(&self, site: &Site) -> Vec<(&'static str, Caller)> {
        let on = Some(self.world.below.into());
        vec![
            ("reader", site.holder(Office::Reader, None)),
            ("translator", site.holder(Office::Translator, None)),
            ("member", site.holder(Office::CouncilMember, on.clone())),
            ("partner", site.holder(Office::PartnerEditor, Some(self.organization.into()))),
            ("chair", site.holder(Office::Chair, None)),
            ("own chair", site.holder(Office::Chair, on)),
        ]
    }
}

/// The text of an answer.
async fn told(site: &Site, caller: &Caller, path: &str) -> String {
    site.get_as(caller, path).await.body
}

platform::on_both! { rooms();
    async fn what_the_staff_alone_may_know_of_seats_is_told_to_nobody_else(site) {
        let planted = plant(site).await;
        let mut leaks = Vec::new();
        for (name, caller) in planted.callers(site) {
            for path in planted.pages() {
                // Her own person and organization are hers; a public person has a page of her own.
                let own = |word: &str| match word {
                    HOLDER => path.contains("people") || path.contains("/seats/") || path.contains("expressions/"),
                    ORGANIZATION => name == "partner" && path.contains("/partners"),
                    _ => false,
                };
                let body = told(site, &caller, &path).await;
                leaks.extend(CANARIES.iter().filter(|word| body.contains(**word) && !own(word)).map(|word| format!("{name} {path}: {word}")));
            }
        }
        assert!(leaks.is_empty(), "{leaks:#?}");
        // The control: the staff is told every one of these words.
        let mut all = String::new();
        for path in planted.pages() {
            all.push_str(&told(site, &site.coordinator(), &path).await);
        }
        for word in CANARIES {
            assert!(all.contains(word), "{word} is nowhere");
        }
    }

    async fn a_seat_of_the_staff_counts_and_is_not_there(site) {
        let planted = plant(site).await;
        let chair = site.holder(Office::Chair, Some(planted.world.below.into()));
        for seat in [planted.hidden, planted.free] {
            for path in ["", "/edit", "/bin"] {
                let path = planted.world.at(&format!("/seats/{seat}{path}"));
                assert_eq!(site.get_as(&chair, &path).await.status, 404, "{path}");
                assert_eq!(site.get_as(&site.coordinator(), &path).await.status, 200, "{path}");
            }
            let at = |path: &str| planted.world.at(&format!("/seats/{seat}{path}"));
            for path in ["", "/bin", "/terms", "/resignation", "/renewal", "/alternate"] {
                assert_eq!(site.post_as(&chair, &at(path), &[("version", "1")]).await.status, 404, "{path}");
            }
        }
        let public = site.get("/maple/en/who-we-are/health").await.body;
        assert!(public.contains("5 seats, 3 vacant"), "{public}");
        for caller in [&chair, &site.holder(Office::Reader, None)] {
            let page = site.get_as(caller, &planted.world.at("")).await.body;
            assert!(page.contains("5 seats") && page.contains("3 vacant"), "{page}");
            let tree = site.get_as(caller, "/maple/work/councils").await.body;
            assert!(tree.contains("5 seats · 3 vacant"), "{tree}");
            let table = site.get_as(caller, &planted.world.at("/composition")).await.body;
            assert!(table.contains("2 seats of 5 are held or about to be. 3 are vacant."), "{table}");
        }
        assert!(site.get_as(&chair, "/maple/work").await.body.contains("3 vacant seats"));
    }

    async fn a_chair_keeps_the_note_that_she_does_not_read_and_hides_no_seat(site) {
        let planted = plant(site).await;
        let chair = site.holder(Office::Chair, Some(planted.world.below.into()));
        let at = planted.world.at(&format!("/seats/{}", planted.vacant));
        let organization = planted.organization.to_string();
        let mut fields = vec![("category_en", "Homes"), ("organization", organization.as_str()), ("visibility", "staff"), ("note_en", "Mine"), ("version", "1")];
        assert_eq!(site.post_as(&chair, &at, &fields).await.status, 422, "she would hide it from herself");
        fields[2].1 = "partners";
        assert_eq!(site.post_as(&chair, &at, &fields).await.status, 303);
        let page = site.get_as(&site.coordinator(), &at).await.body;
        assert!(page.contains("Homes") && page.contains(PUBLIC_NOTE) && !page.contains("Mine"), "{page}");
        let stale = site.post_as(&chair, &at, &fields).await;
        assert!(stale.status == 409 && CANARIES.iter().all(|word| !stale.body.contains(word)), "{}", stale.body);
    }

    async fn nobody_is_seated_on_a_seat_that_the_answerer_may_not_know(site) {
        let planted = plant(site).await;
        let chair = site.holder(Office::Chair, Some(planted.world.below.into()));
        let path = format!("/maple/work/councils/expressions/{}/answer", planted.expression);
        let free = planted.free.to_string();
        let fields = [("answer", "accepted"), ("seat", free.as_str()), ("starts_on", "2026-12-01"), ("words", "Welcome."), ("version", "1")];
        let got = site.post_as(&chair, &path, &fields).await;
        assert!(got.status == 422 && CANARIES.iter().all(|word| !got.body.contains(word)), "{} {}", got.status, got.body);
        assert_eq!(site.post_as(&site.coordinator(), &path, &fields).await.status, 303, "the staff may");
    }

    async fn one_vacancy_for_the_staff_is_counted_without_its_words(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let facts: CouncilFacts = super::facts("Arts", None);
        let council = add_council(&mut tx, "arts", &facts).await.unwrap();
        let facts = SeatFacts { visibility: Visibility::Staff, ..SeatFacts::of(text(CATEGORY)) };
        add_seats(&mut tx, council, &[NewSeat { facts, terms: vec![] }]).await.unwrap();
        tx.commit().await.unwrap();
        let chair = site.holder(Office::Chair, Some(council.into()));
        let today = site.get_as(&chair, "/maple/work").await.body;
        assert!(today.contains("Vacant seat: Arts"), "{today}");
        assert!(!today.contains(CATEGORY), "{today}");
        let page = site.get_as(&chair, &format!("/maple/work/councils/{council}")).await.body;
        assert!(!page.contains(CATEGORY) && page.contains("1 seat"), "{page}");
        assert!(site.get_as(&site.coordinator(), "/maple/work").await.body.contains(CATEGORY));
    }

    async fn a_seat_of_an_organization_that_is_hidden_says_the_same_everywhere(site) {
        let planted = plant(site).await;
        let reader = site.holder(Office::Reader, None);
        let seat = planted.world.at(&format!("/seats/{}", planted.vacant));
        for path in [seat.clone(), planted.world.at(""), "/maple/work/councils/seats?as=csv".into()] {
            let page = site.get_as(&reader, &path).await.body;
            assert!(page.contains("a partner") && !page.contains(ORGANIZATION), "{path}: {page}");
        }
        let page = site.get_as(&site.coordinator(), &seat).await.body;
        assert!(page.contains(ORGANIZATION), "{page}");
    }
}
