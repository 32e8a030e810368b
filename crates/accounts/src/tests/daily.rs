//! The daily mail: one a day, in the morning, when there is something new, to those who want it and about what they may see.

use super::*;
use crate::ONCE_A_DAY;
use platform::{
    db::Tx,
    errors::Result,
    manifest::{Fut, Manifest, TodayItem, TodaySection},
};
use std::sync::{Mutex, atomic::Ordering};

/// What the room of these tests says today, by site: each line with the office that may see it.
static LINES: Mutex<Vec<(String, String, bool)>> = Mutex::new(Vec::new());
const STAFF: Permission = Permission::see("leaf.staff", &[Office::Coordinator]);

fn say(site: &Site, lines: &[(&str, bool)]) {
    let folder = site.folder().display().to_string();
    let mut all = LINES.lock().unwrap();
    all.retain(|(of, ..)| *of != folder);
    all.extend(lines.iter().map(|(line, for_all)| (folder.clone(), (*line).to_owned(), *for_all)));
}

/// Where all who ask what there is today wait for each other, by site.
static MEETING: Mutex<Vec<(String, Arc<tokio::sync::Barrier>)>> = Mutex::new(Vec::new());
/// Whose turn it is to switch the protection off.
static SWITCH: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// The job again, as if a node had died between doing and noting, or the next hour's.
async fn again(site: &Site) {
    let ctx = Ctx::program(&site.app, Caller::Job("accounts.daily"), Some(Arc::clone(&site.partnership)));
    crate::daily::morning(&ctx).await.unwrap();
}

fn today<'a>(ctx: &'a Ctx, _: &'a mut Tx) -> Fut<'a, Result<Vec<TodayItem>>> {
    let folder = ctx.app.settings.data.display().to_string();
    let meeting = MEETING.lock().unwrap().iter().find(|(of, _)| *of == folder).map(|(_, at)| Arc::clone(at));
    let lines: Vec<(String, bool)> = LINES
        .lock()
        .unwrap()
        .iter()
        .filter(|(of, ..)| *of == folder)
        .map(|(_, line, for_all)| (line.clone(), *for_all))
        .collect();
    Box::pin(async move {
        if let Some(meeting) = meeting {
            meeting.wait().await;
        }
        let seen = lines.into_iter().filter(|(_, for_all)| *for_all || ctx.may(STAFF));
        let item = |(what, _): (String, bool)| TodayItem {
            section: TodaySection::Due,
            on: Some(ctx.today()),
            when: ctx.say().short_day(ctx.today()),
            href: ctx.url(&format!("/work/leaf/{what}")),
            what,
            detail: None,
            act: "Look".into(),
            late: false,
        };
        Ok(seen.map(item).collect())
    })
}

fn leaves() -> Manifest {
    let mut manifest = Manifest::new("leaves");
    let words = "topic-leaves = Leaves\n";
    manifest.words = vec![(Lang::En, words), (Lang::Fr, "topic-leaves = Feuilles\n")];
    manifest.today = vec![today];
    manifest
}

/// Sets the clock forward to this instant.
fn at(site: &Site, instant: &str) {
    let then: jiff::Timestamp = instant.parse().unwrap();
    site.app.clock.advance(then.as_second() - site.app.clock.now().0.as_second());
}

/// Noon of the day so many days after the first, where the partnership is.
fn noon_of(site: &Site, day: i64) {
    at(site, &format!("2026-11-{}T17:00:00Z", 23 + day));
}

/// The daily mails among those that left.
async fn daily(site: &Site) -> Vec<String> {
    letters(site).await.into_iter().filter(|mail| mail.contains("/work/daily")).collect()
}

/// How many daily mails have not left.
async fn waiting(site: &Site) -> i64 {
    let text = "SELECT count(*) FROM mail WHERE partnership_id = $1 AND sent_at IS NULL";
    count(site, text).await
}

/// For how many accounts it is kept what they were told.
async fn rows(site: &Site) -> i64 {
    count(site, "SELECT count(*) FROM daily_mail WHERE partnership_id = $1").await
}

async fn count(site: &Site, text: &'static str) -> i64 {
    let mut tx = console(site).read(ANY).await.unwrap();
    let count = platform::sql!(tx, value i64, text, site.partnership.id).unwrap();
    tx.done().await.unwrap();
    count
}

/// One entered account with an office in `maple`.
async fn entered(site: &Site, mail: &str, office: Office) -> Person {
    person(site, mail, Some((office, None))).await
}

fn is_to(letter: &str, mail: &str) -> bool {
    letter.lines().any(|line| line.trim_end() == format!("To: {mail}"))
}

platform::on_both! { vec![crate::manifest(), leaves()];
    async fn one_mail_a_day_when_there_is_something_new_however_often_the_job_runs(site) {
        let _turn = SWITCH.lock().await;
        open_gate(site);
        entered(site, "ada@example.org", Office::Coordinator).await;
        noon_of(site, 0);
        assert_eq!(daily(site).await, Vec::<String>::new(), "nothing to say");
        for (day, lines, left) in [
            (1, vec![("oak", true)], 1),
            (2, vec![("oak", true)], 0),
            (3, vec![("oak", true), ("elm", true)], 1),
            (4, vec![("elm", true)], 0),
            (5, vec![], 0),
            (6, vec![("oak", true)], 1),
        ] {
            say(site, &lines);
            noon_of(site, day);
            let mut mails = daily(site).await;
            for _ in 0..2 {
                again(site).await;
                mails.extend(daily(site).await);
            }
            assert_eq!(mails.len(), left, "day {day}: {mails:?}");
            if day == 3 {
                let mail = &mails[0];
                assert!(is_to(mail, "ada@example.org") && mail.contains("Leaves") && mail.contains("http://kith.test/maple/work/leaf/elm"), "{mail}");
                assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{mail}");
                assert_eq!(mail.matches("To: ").count(), 1, "one recipient");
            }
        }
    }

    async fn what_comes_up_later_on_a_day_waits_for_the_next_morning(site) {
        let _turn = SWITCH.lock().await;
        entered(site, "ada@example.org", Office::Coordinator).await;
        say(site, &[("oak", true)]);
        noon_of(site, 1);
        assert_eq!(daily(site).await.len(), 1);
        say(site, &[("oak", true), ("elm", true)]);
        again(site).await;
        assert_eq!(daily(site).await.len(), 0, "once a day");
        ONCE_A_DAY.store(false, Ordering::Relaxed);
        again(site).await;
        ONCE_A_DAY.store(true, Ordering::Relaxed);
        assert_eq!(daily(site).await.len(), 1, "without the look at the day it leaves");
    }

    async fn two_workers_at_the_same_instant_write_one_mail(site) {
        let _turn = SWITCH.lock().await;
        entered(site, "ada@example.org", Office::Coordinator).await;
        let (folder, meeting) = (site.folder().display().to_string(), Arc::new(tokio::sync::Barrier::new(2)));
        for (day, line, protected) in [(1, "oak", true), (2, "elm", false)] {
            noon_of(site, day);
            // Without lines the hourly job of this day says nothing, and looks.
            say(site, &[(line, true)]);
            MEETING.lock().unwrap().push((folder.clone(), Arc::clone(&meeting)));
            ONCE_A_DAY.store(protected, Ordering::Relaxed);
            tokio::join!(again(site), again(site));
            ONCE_A_DAY.store(true, Ordering::Relaxed);
            MEETING.lock().unwrap().retain(|(of, _)| *of != folder);
            assert_eq!(daily(site).await.len(), if protected { 1 } else { 2 }, "day {day}");
        }
    }

    async fn what_waits_is_not_sent_to_who_may_not_read_it_any_more(site) {
        open_gate(site);
        entered(site, "eva@example.org", Office::Coordinator).await;
        let (ended, revoked, closed, lapsed) = (
            entered(site, "ended@example.org", Office::Coordinator).await,
            entered(site, "revoked@example.org", Office::Coordinator).await,
            entered(site, "closed@example.org", Office::Coordinator).await,
            entered(site, "lapsed@example.org", Office::Coordinator).await,
        );
        say(site, &[("oak", true)]);
        noon_of(site, 1);
        again(site).await;
        assert_eq!(waiting(site).await, 5, "they wait");
        let (ctx, today) = (console(site), console(site).today());
        let mut tx = ctx.write(ANY).await.unwrap();
        crate::end_access(&mut tx, ended.account, ("Maple", today)).await.unwrap();
        crate::revoke(&mut tx, revoked.grant.unwrap(), today).await.unwrap();
        let yesterday = today.yesterday().unwrap();
        let lapse = "UPDATE office_grant SET from_on = $1, until_on = $1 WHERE partnership_id = $2 AND id = $3";
        platform::sql!(tx, must, lapse, yesterday, site.partnership.id, lapsed.grant.unwrap()).unwrap();
        tx.commit().await.unwrap();
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        crate::close_account(&mut tx, closed.account, Lang::En).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(waiting(site).await, 2, "hers, and of one whose last day was yesterday");
        assert_eq!(rows(site).await, 2);
        again(site).await;
        assert_eq!((waiting(site).await, rows(site).await), (1, 1), "the job forgets whose time has run out");
        let left = daily(site).await;
        assert!(left.len() == 1 && is_to(&left[0], "eva@example.org"), "{left:?}");
    }

    async fn it_does_not_leave_without_its_way_out(site) {
        let mut tx = console(site).write(ANY).await.unwrap();
        let mail = platform::mail::Mail {
            to: platform::mail::Recipient::parse("ada@example.org").unwrap(),
            lang: Lang::En,
            subject: "Today".into(),
            body: "/work/daily".into(),
            purpose: crate::mails::DAILY,
            unsubscribe: None,
        };
        tx.send_mail(mail).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(letters(site).await.len(), 0);
    }

    async fn before_the_morning_nothing_leaves(site) {
        entered(site, "ada@example.org", Office::Coordinator).await;
        say(site, &[("oak", true)]);
        // Six in the morning in Toronto is eleven in Greenwich.
        at(site, "2026-11-24T11:30:00Z");
        assert_eq!(daily(site).await.len(), 0);
        at(site, "2026-11-24T12:30:00Z");
        assert_eq!(daily(site).await.len(), 1);
    }

    async fn each_gets_what_she_may_see_in_her_language_and_only_who_wants_it(site) {
        open_gate(site);
        entered(site, "ada@example.org", Office::Coordinator).await;
        let ben = entered(site, "ben@example.org", Office::Reader).await;
        let gone = entered(site, "gone@example.org", Office::Coordinator).await;
        let mut tx = console(site).of_installation().write(ANY).await.unwrap();
        crate::close_account(&mut tx, gone.account, Lang::En).await.unwrap();
        crate::set_lang(&mut tx, ben.account, Lang::Fr).await.unwrap();
        tx.commit().await.unwrap();
        say(site, &[("oak", true), ("secret", false)]);
        noon_of(site, 1);
        let mails = daily(site).await;
        assert!(mails.len() == 1 && is_to(&mails[0], "ada@example.org") && mails[0].contains("secret"), "{mails:?}");
        let page = get(site, &ben.secret, "/maple/work/daily").await;
        assert!(page.status == 200 && !page.body.contains("checked value=\"yes\"") && page.body.contains("Feuilles"), "{}", page.body);
        let on = [("wanted", "yes"), ("topics", "leaves"), ("topics", "platform"), ("_key", &key_in(&page))];
        assert_eq!(post(site, &ben.secret, "/maple/work/daily", &on).await.status, 303);
        noon_of(site, 2);
        let mails = daily(site).await;
        assert!(mails.len() == 1 && is_to(&mails[0], "ben@example.org"), "nothing new for her: {mails:?}");
        assert!(mails[0].contains("Feuilles") && !mails[0].contains("secret"), "{}", mails[0]);
    }

    async fn a_topic_that_was_stopped_is_told_no_more_and_the_rest_still_is(site) {
        open_gate(site);
        let ada = entered(site, "ada@example.org", Office::Coordinator).await;
        let page = get(site, &ada.secret, "/maple/work/daily").await;
        let off = [("wanted", "yes"), ("topics", "platform"), ("_key", &key_in(&page))];
        assert_eq!(post(site, &ada.secret, "/maple/work/daily", &off).await.status, 303);
        say(site, &[("oak", true)]);
        noon_of(site, 1);
        assert_eq!(daily(site).await.len(), 0);
        let page = get(site, &ada.secret, "/maple/work/daily").await;
        let on = [("wanted", "yes"), ("topics", "platform"), ("topics", "leaves"), ("_key", &key_in(&page))];
        assert_eq!(post(site, &ada.secret, "/maple/work/daily", &on).await.status, 303);
        noon_of(site, 2);
        assert_eq!(daily(site).await.len(), 1, "it is new to her");
    }

    async fn one_click_ends_it_and_only_she_begins_it_again(site) {
        open_gate(site);
        let ada = entered(site, "ada@example.org", Office::Coordinator).await;
        say(site, &[("oak", true)]);
        noon_of(site, 1);
        let mail = daily(site).await.remove(0);
        let stop = mail.split("http://kith.test").find(|part| part.starts_with("/maple/en/letters/stop/")).unwrap();
        let stop = stop.split([' ', '>', '\r', '\n']).next().unwrap().to_owned();
        let page = site.get(&stop).await;
        assert!(page.status == 200 && page.body.contains("What is due"), "{}", page.body);
        let request = Request::post(&stop).header("content-type", "application/x-www-form-urlencoded");
        let done = send(site, request, "", "List-Unsubscribe=One-Click".into()).await;
        assert_eq!(done.status, 200, "{}", done.body);
        say(site, &[("elm", true)]);
        noon_of(site, 2);
        assert_eq!(daily(site).await.len(), 0);
        let page = get(site, &ada.secret, "/maple/work/daily").await;
        let on = [("wanted", "yes"), ("topics", "platform"), ("topics", "leaves"), ("_key", &key_in(&page))];
        assert_eq!(post(site, &ada.secret, "/maple/work/daily", &on).await.status, 303);
        say(site, &[("ash", true)]);
        noon_of(site, 3);
        assert_eq!(daily(site).await.len(), 1);
    }

    async fn who_loses_her_offices_is_forgotten_here(site) {
        let ada = entered(site, "ada@example.org", Office::Coordinator).await;
        entered(site, "eva@example.org", Office::Coordinator).await;
        say(site, &[("oak", true)]);
        noon_of(site, 1);
        assert_eq!(daily(site).await.len(), 2);
        let mut tx = console(site).write(ANY).await.unwrap();
        let today = console(site).today();
        crate::end_access(&mut tx, ada.account, ("Maple", today)).await.unwrap();
        let row = crate::store::daily_of(&mut tx, ada.account).await.unwrap();
        tx.commit().await.unwrap();
        assert!(row.looked_on.is_none() && row.told.0.is_empty(), "{row:?}");
        say(site, &[("elm", true)]);
        noon_of(site, 2);
        let mails = daily(site).await;
        assert!(mails.len() == 1 && is_to(&mails[0], "eva@example.org"), "{mails:?}");
    }
}
