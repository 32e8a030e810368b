//! The store on both databases: what is stored reads back, what the rules refuse the constraints refuse again, and of eight
//! writers at once each rule lets through as many as it says.

mod races;

use super::{bodies::*, categories::*, seats::*, sheet::*, terms::*};
use crate::{
    CouncilId, NewSeat, TermId, add_council, add_seats, can,
    rules::{
        seats::SeatRefusal,
        terms::{AskForTerm, Holder, Left, LeftHow, Term, hold},
        tree::{Kind, TreeRefusal},
    },
    seats_of_organization, seats_of_person,
};
use jiff::civil::{Date, date};
use partners::{NewOrganization, NewPerson, PersonId, Reader, Visibility};
use platform::{
    ctx::Ctx,
    db::{HEAD_ROW_LOCK, Sort, Tx},
    errors::{Error, Refusal, Result},
    http::Address,
    langs::Lang,
    testing::{Site, refusal_code},
    text::Text,
};
use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};
use tokio::{
    sync::{Barrier, RwLock},
    task::JoinSet,
    time::timeout,
};

const DAY: Date = date(2026, 11, 22);

/// The test that switches the lock of the partnership's head row off runs alone; those that need it share.
static HEAD_ROW: RwLock<()> = RwLock::const_new(());

fn text(words: &str) -> Text {
    Text::both(words, words, DAY)
}

fn facts(name: &str, parent: Option<CouncilId>) -> CouncilFacts {
    CouncilFacts {
        kind: Kind::Council,
        word: text("Table"),
        name: text(name),
        outcome: text("Everybody finds a doctor."),
        mandate: Text::default(),
        parent,
        position: 0,
        open: false,
        seat_limit: None,
    }
}

fn seat(category: &str) -> NewSeat {
    NewSeat { facts: SeatFacts::of(text(category)), terms: Vec::new() }
}

fn ask(person: PersonId, from: Date, to: Option<Date>) -> AskForTerm {
    let holder = Holder::Person(person);
    AskForTerm { holder, alternate: None, starts_on: from, starts_about: false, ends_on: to }
}

async fn people(tx: &mut Tx, count: usize) -> Vec<PersonId> {
    let new: Vec<NewPerson> = (0..count).map(|n| NewPerson::new(format!("Person {n}"), Lang::En)).collect();
    partners::add_people(tx, &new).await.unwrap()
}

/// A body with this limit, and the context of its coordinator.
async fn with_limit(site: &Site, limit: u32) -> (Ctx, CouncilId) {
    let ctx = site.ctx(site.coordinator());
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
    let limited = CouncilFacts { seat_limit: Some(limit), ..facts("Small", None) };
    let council = add_council(&mut tx, "small", &limited).await.unwrap();
    tx.commit().await.unwrap();
    (ctx, council)
}

/// How many of eight callers at once got a seat, and what the others were told.
async fn grant_eight_at_once(ctx: &Ctx, council: CouncilId) -> (usize, Vec<String>) {
    let mut tasks = JoinSet::new();
    for n in 0..8 {
        let ctx = ctx.clone();
        tasks.spawn(async move {
            let mut tx = ctx.write(can::GRANT_SEAT.on(council)).await?;
            add_seats(&mut tx, council, &[seat(&format!("For {n}"))]).await?;
            tx.commit().await
        });
    }
    let results = tasks.join_all().await;
    let won = results.iter().filter(|result| result.is_ok()).count();
    (won, results.into_iter().filter(Result::is_err).map(refusal_code).collect())
}

/// How many of eight people at once came to hold one seat on the same days. Each waits a little for the others between
/// reading and writing, so that only the lock keeps them apart.
async fn hold_by_eight_at_once(site: &Site) -> usize {
    let (ctx, council) = with_limit(site, 1).await;
    let mut tx = ctx.write(can::GRANT_SEAT.on(council)).await.unwrap();
    let seat = add_seats(&mut tx, council, &[seat("Health")]).await.unwrap()[0];
    let people = people(&mut tx, 8).await;
    tx.commit().await.unwrap();
    let meet = Arc::new(Barrier::new(8));
    let mut tasks = JoinSet::new();
    for (n, person) in people.into_iter().enumerate() {
        let (ctx, meet) = (ctx.clone(), Arc::clone(&meet));
        tasks.spawn(async move {
            let from = date(2026, 1, 1 + i8::try_from(n).unwrap());
            let mut tx = ctx.write(can::GRANT_SEAT.on(council)).await?;
            let council = find_council(&mut tx, council).await?.unwrap();
            let board = find_board(&mut tx, &council).await?;
            let ask = ask(person, from, Some(date(2026, 12, 31)));
            hold(&board, seat, &ask)?;
            let _together = timeout(Duration::from_millis(300), meet.wait()).await;
            let term = Term { id: tx.new_id::<TermId>()?, agreed: ask, left: None };
            insert_terms(&mut tx, &[(seat, term)]).await?;
            tx.commit().await
        });
    }
    tasks.join_all().await.into_iter().filter(Result::is_ok).count()
}

/// Runs a statement that a rule would never let through, and gives what the database says.
async fn forced(ctx: &Ctx, statement: &str) -> Result<()> {
    let mut tx = ctx.write(can::SET_UP_COUNCILS).await?;
    tx.run(statement, &[]).await?;
    tx.commit().await
}

fn is_refused(result: &Result<()>, by: &str) -> bool {
    match result {
        Err(Error::Constraint(detail)) => by.is_empty() || detail.contains(by),
        _ => false,
    }
}

platform::on_both! { vec![partners::manifest(), crate::manifest()];
    async fn bodies_are_read_from_the_top_down(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let top = add_council(&mut tx, "central", &facts("Central", None)).await.unwrap();
        let later = CouncilFacts { position: 1, ..facts("Work", Some(top)) };
        let work = add_council(&mut tx, "work", &later).await.unwrap();
        let health = add_council(&mut tx, "health", &facts("Health", Some(top))).await.unwrap();
        let again = add_council(&mut tx, "health", &facts("Health", Some(health))).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        let councils = list_councils(&mut tx).await.unwrap();
        assert_eq!(councils.iter().map(|c| (c.id, c.depth)).collect::<Vec<_>>(), [(top, 0), (health, 1), (again, 2), (work, 1)]);
        assert_eq!(find_council_by_slug(&mut tx, "health-2").await.unwrap().unwrap().id, again);
        assert_eq!(find_council(&mut tx, work).await.unwrap().unwrap().facts(), later);
        tx.done().await.unwrap();
    }

    async fn a_body_moves_with_everything_below_it(site) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let top = add_council(&mut tx, "top", &facts("Top", None)).await.unwrap();
        let side = add_council(&mut tx, "side", &facts("Side", None)).await.unwrap();
        let below = add_council(&mut tx, "below", &facts("Below", Some(side))).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let before = find_council(&mut tx, side).await.unwrap().unwrap();
        update_council(&mut tx, &before, &facts("Side", Some(top)), 1).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        assert_eq!(find_council(&mut tx, below).await.unwrap().unwrap().depth, 2);
        let stale = update_council(&mut tx, &before, &facts("Mine", None), 0).await;
        assert!(matches!(stale, Err(Error::Stale)), "somebody else has changed it: {stale:?}");
    }

    async fn what_the_rules_refuse_the_constraints_refuse_again(site) {
        let (ctx, council) = with_limit(site, 1).await;
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let below = add_council(&mut tx, "below", &facts("Below", Some(council))).await.unwrap();
        let seat = add_seats(&mut tx, council, &[seat("Health")]).await.unwrap()[0];
        let ids = people(&mut tx, 1).await;
        insert_terms(&mut tx, &[(seat, Term { id: TermId(seat.0), agreed: ask(ids[0], DAY, Some(DAY)), left: None })]).await.unwrap();
        tx.commit().await.unwrap();
        let cycle = format!("UPDATE council SET parent_id = '{below}', parent_depth = 1, depth = 2 WHERE id = '{council}'");
        assert!(is_refused(&forced(&ctx, &cycle).await, ""), "a cycle");
        let itself = format!("UPDATE council SET parent_id = id, parent_depth = 0, depth = 0 WHERE id = '{council}'");
        assert!(is_refused(&forced(&ctx, &itself).await, "council_depth"), "below itself");
        let second = format!("INSERT INTO seat SELECT '{below}', partnership_id, council_id, seat_limit, 2, category_id, sector_id, organization_id, ex_officio, chairing, visibility, note, since_on, created_at, binned_at, version FROM seat");
        assert!(is_refused(&forced(&ctx, &second).await, "seat_within_limit"), "a seat beyond the limit");
        let twin = second.replace("seat_limit, 2,", "seat_limit, 1,");
        assert!(is_refused(&forced(&ctx, &twin).await, ""), "a number given twice");
        let backwards = "UPDATE seat_term SET ends_on = '2026-11-21'";
        assert!(is_refused(&forced(&ctx, backwards).await, "seat_term_forwards"), "a term that ends before it starts");
        let long = format!(r#"UPDATE council SET name = '{{"en":{{"text":"{}","state":"current","on":"2026-11-22"}}}}'"#, "x".repeat(10_000));
        assert!(is_refused(&forced(&ctx, &long).await, "council_name_length"), "a name of 10,000 characters");
        for bad in ["\u{202E}", "\u{2067}", "\\u0007", "\u{85}"] {
            let name = format!(r#"UPDATE council SET name = '{{"en":{{"text":"a{bad}b","state":"current","on":"2026-11-22"}}}}'"#);
            assert!(is_refused(&forced(&ctx, &name).await, "council_name_clean"), "{bad:?}");
        }
    }

    async fn seats_and_terms_read_back_as_they_were_granted(site) {
        let (ctx, council) = with_limit(site, 9).await;
        let mut tx = ctx.write(can::GRANT_SEAT.on(council)).await.unwrap();
        let ids = people(&mut tx, 2).await;
        let clinic = partners::add_organization(&mut tx, &NewOrganization::new("clinic", text("Clinic"))).await.unwrap();
        let left = Some(Left { on: date(2025, 5, 1), how: LeftHow::Resigned });
        let terms = vec![
            (ask(ids[0], date(2024, 1, 1), Some(date(2026, 1, 1))), left),
            (AskForTerm { alternate: Some(ids[0]), ..ask(ids[1], date(2025, 5, 2), None) }, None),
        ];
        let facts = SeatFacts { organization: Some(clinic), ex_officio: true, visibility: Visibility::Staff, ..SeatFacts::of(text("Health")) };
        let new = [NewSeat { facts: facts.clone(), terms }, seat("health"), seat("Faith")];
        let seats = add_seats(&mut tx, council, &new).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = ctx.read(can::SEE_COUNCILS).await.unwrap();
        let stored = find_seat(&mut tx, seats[0]).await.unwrap().unwrap();
        assert_eq!((stored.facts(), stored.number), (facts, 1));
        assert_eq!(list_categories(&mut tx).await.unwrap().len(), 2, "names that differ in case are one category");
        let own = seats_of_organization(&mut tx, clinic).await.unwrap();
        assert_eq!(own[0].terms.iter().map(|term| term.left).collect::<Vec<_>>(), [left, None]);
        assert_eq!(own[0].on_board().state_on(DAY).holder(), Some(Holder::Person(ids[1])));
        assert_eq!(seats_of_person(&mut tx, ids[0]).await.unwrap().len(), 1);
        let asked = SeatsAsked { words: "clinic small".into(), reader: Reader::Staff, sort: SeatOrder::Organization, way: Sort::Down, ..SeatsAsked::default() };
        assert_eq!(list_seats(&mut tx, &asked, &Address::default()).await.unwrap().total, 1);
        let partner = SeatsAsked { reader: Reader::Partner, ..asked.clone() };
        assert_eq!(list_seats(&mut tx, &partner, &Address::default()).await.unwrap().total, 0, "what she may not know of is not searched");
        let among = SeatsAsked { among: Some(vec![seats[1], seats[2]]), sort: SeatOrder::Category, ..asked.clone() };
        assert_eq!(list_seats(&mut tx, &SeatsAsked { words: String::new(), ..among }, &Address::default()).await.unwrap().total, 2);
        assert_eq!(list_all_seats(&mut tx).await.unwrap().len(), 3);
        assert_eq!(list_terms(&mut tx).await.unwrap().len(), 2);
        tx.done().await.unwrap();
    }

    async fn a_seat_changes_leaves_and_comes_back_on_top_of_what_was_read(site) {
        let (ctx, council) = with_limit(site, 2).await;
        let mut tx = ctx.write(can::GRANT_SEAT.on(council)).await.unwrap();
        let id = add_seats(&mut tx, council, &[seat("Health")]).await.unwrap()[0];
        let before = find_seat(&mut tx, id).await.unwrap().unwrap();
        let faith = category_named(&mut tx, &text("Faith")).await.unwrap();
        let facts = SeatFacts { visibility: Visibility::Partners, ..SeatFacts::of(text("Faith")) };
        update_seat(&mut tx, &before, faith, &facts).await.unwrap();
        assert!(matches!(touch_seat(&mut tx, id, before.version).await, Err(Error::Stale)));
        touch_seat(&mut tx, id, before.version + 1).await.unwrap();
        let now = find_seat(&mut tx, id).await.unwrap().unwrap();
        assert_eq!(now.facts(), facts);
        update_number(&mut tx, id, 2).await.unwrap();
        let at = tx.now();
        super::seats::update_binned(&mut tx, &now, 2, Some(at)).await.unwrap();
        assert!(find_seat(&mut tx, id).await.unwrap().is_none());
        let binned = find_binned_seat(&mut tx, id).await.unwrap().unwrap();
        super::seats::update_binned(&mut tx, &binned, 1, None).await.unwrap();
        assert_eq!(find_seat(&mut tx, id).await.unwrap().unwrap().number, 1);
    }

    async fn a_term_ends_early_once_and_its_alternate_changes(site) {
        let (ctx, council) = with_limit(site, 1).await;
        let mut tx = ctx.write(can::GRANT_SEAT.on(council)).await.unwrap();
        let ids = people(&mut tx, 2).await;
        let new = NewSeat { terms: vec![(ask(ids[0], date(2026, 1, 1), None), None)], ..seat("Health") };
        let id = add_seats(&mut tx, council, &[new]).await.unwrap()[0];
        let term = list_terms_of_seats(&mut tx, &[id]).await.unwrap()[0].1;
        update_alternate(&mut tx, term.id, Some(ids[1])).await.unwrap();
        let left = Left { on: DAY, how: LeftHow::Replaced };
        update_left(&mut tx, term.id, left).await.unwrap();
        assert!(update_left(&mut tx, term.id, left).await.is_err(), "a term ends once");
        let term = list_terms_of_council(&mut tx, council).await.unwrap()[0].1;
        assert_eq!((term.left, term.agreed.alternate), (Some(left), Some(ids[1])));
        assert_eq!(list_terms_of_person(&mut tx, ids[1]).await.unwrap().len(), 1, "who stands in has the seat in her list");
    }

    async fn a_body_closes_goes_to_the_bin_and_comes_back(site) {
        let (ctx, council) = with_limit(site, 1).await;
        let mut tx = ctx.write(can::SET_UP_COUNCILS).await.unwrap();
        let before = find_council(&mut tx, council).await.unwrap().unwrap();
        let at = tx.now();
        update_closed(&mut tx, &before, Some(at)).await.unwrap();
        let refused = add_council(&mut tx, "x", &facts("Below", Some(council))).await;
        assert_eq!(refusal_code(refused), TreeRefusal::NoSuchParent.code());
        assert_eq!(refusal_code(add_seats(&mut tx, council, &[seat("Health")]).await), SeatRefusal::CouncilClosed.code());
        let closed = find_council(&mut tx, council).await.unwrap().unwrap();
        super::bodies::update_binned(&mut tx, &closed, Some(at)).await.unwrap();
        assert!(find_council(&mut tx, council).await.unwrap().is_none());
        let binned = find_binned_council(&mut tx, council).await.unwrap().unwrap();
        super::bodies::update_binned(&mut tx, &binned, None).await.unwrap();
        assert!(find_council(&mut tx, council).await.unwrap().is_some());
    }

    async fn of_eight_callers_for_the_last_seat_one_gets_it(site) {
        let _shared = HEAD_ROW.read().await;
        let (ctx, council) = with_limit(site, 1).await;
        let (won, told) = grant_eight_at_once(&ctx, council).await;
        assert_eq!((won, told), (1, vec!["seat-council-full".to_owned(); 7]));
    }

    async fn eight_callers_for_eight_seats_all_get_one(site) {
        let _shared = HEAD_ROW.read().await;
        let (ctx, council) = with_limit(site, 8).await;
        assert_eq!(grant_eight_at_once(&ctx, council).await, (8, vec![]));
    }

    async fn of_eight_people_for_one_seat_one_holds_it(site) {
        let _shared = HEAD_ROW.read().await;
        assert_eq!(hold_by_eight_at_once(site).await, 1);
    }
}

/// The negative control: without the lock of the head row the test above is red. SQLite has one writer and no such switch.
#[tokio::test]
async fn without_the_lock_several_people_hold_one_seat() {
    let Some(site) = Site::postgres(vec![partners::manifest(), crate::manifest()]).await else { return };
    let _alone = HEAD_ROW.write().await;
    HEAD_ROW_LOCK.store(false, Ordering::Relaxed);
    let holding = hold_by_eight_at_once(&site).await;
    HEAD_ROW_LOCK.store(true, Ordering::Relaxed);
    assert!(holding > 1, "{holding}");
    site.end().await;
}
