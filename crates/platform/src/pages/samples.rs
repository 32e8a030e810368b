//! Samples of the platform's own pages.

use super::{
    bin, data_map, errors, gallery, history, mail, partnership, retention, search, stop,
    texts::{
        self,
        one::{self, TextPage, filled},
    },
    today,
};
use crate::{
    bin::Binned,
    ctx::{Ctx, Face},
    db::Page,
    errors::{Complaints, Error, FieldRefusal},
    html::Names,
    http::repeated::Typed,
    ids::Ref,
    langs::Lang,
    mail::{Counts, MailId, MailRow},
    manifest::{Sampled, TodayItem, TodaySection},
    text::{LineRefusal, Text, Worded},
    thread::Knot,
    translate::{Task, Wording},
};
use jiff::civil::date;
use maud::Markup;
use uuid::Uuid;

/// All of them.
pub fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "platform/today", samples: today_pages },
        Sampled { name: "platform/bin", samples: bin_pages },
        Sampled { name: "platform/search", samples: search::samples },
        Sampled { name: "platform/data-map", samples: data_map::samples },
        Sampled { name: "platform/mail", samples: mail_pages },
        Sampled { name: "platform/retention", samples: retention::samples },
        Sampled { name: "platform/letters-stop", samples: stop::samples },
        Sampled { name: "platform/history", samples: history_pages },
        Sampled { name: "platform/partnership", samples: partnership_pages },
        Sampled { name: "platform/texts", samples: text_pages },
        Sampled { name: "platform/text", samples: one_text_pages },
        Sampled { name: "platform/errors", samples: error_pages },
        Sampled { name: "platform/gallery", samples: gallery_pages },
    ]
}

fn today_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let item = |section, late| TodayItem {
        section,
        on: Some(date(2026, 11, 24)),
        when: "2026-11-24".into(),
        what: "Maple Street Library".into(),
        detail: Some("Nadia Haddad".into()),
        act: "A – B".into(),
        href: ctx.url("/work"),
        late,
    };
    let items = [TodaySection::Due, TodaySection::Promised, TodaySection::Stuck, TodaySection::Waiting]
        .map(|s| item(s, true));
    vec![("full", today::view(ctx, &items)), ("nothing", today::view(ctx, &[]))]
}

fn bin_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let row = |n: u128| Binned {
        kind: "sample".into(),
        object_id: Uuid::from_u128(n),
        title: Text::both("Maple Library", "Bibliothèque de l’Érable", date(2026, 4, 1)),
        binned_at: ctx.now(),
        binned_by: "Nadia Haddad".into(),
    };
    let page =
        |rows: Vec<Binned>| Page { total: i64::try_from(rows.len()).unwrap_or(0), rows, number: 1, size: 50 };
    vec![("two", bin::view(ctx, &page(vec![row(1), row(2)]))), ("empty", bin::view(ctx, &page(Vec::new())))]
}

fn partnership_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    partnership::samples(ctx)
}

fn mail_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let row = |n: u128, sent: bool, trouble: Option<&str>| MailRow {
        id: MailId(Uuid::from_u128(n)),
        recipient: "nadia.haddad@example.org".into(),
        subject: "Maple Library".into(),
        made_at: ctx.now(),
        sent_at: sent.then(|| ctx.now()),
        failed_at: (n == 3).then(|| ctx.now()),
        stopped_at: (n == 4).then(|| ctx.now()),
        trouble: trouble.map(str::to_owned),
    };
    let rows = vec![
        row(1, true, None),
        row(2, false, Some("450 4.2.0 Greylisted")),
        row(3, false, Some("550 5.1.1 No such mailbox")),
        row(4, false, None),
    ];
    let page =
        |rows: Vec<_>| Page { total: i64::try_from(rows.len()).unwrap_or(0), rows, number: 1, size: 50 };
    vec![
        ("three", mail::view(ctx, &page(rows), &Counts::sample(1, 1, 1))),
        ("empty", mail::view(ctx, &page(Vec::new()), &Counts::sample(0, 0, 0))),
    ]
}

fn history_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let knot = Knot {
        of: Ref::new("sample", Uuid::from_u128(1)),
        word: ctx.say().t("kind-sample", &[]),
        title: Worded::new("Maple Library", ctx.lang),
        href: Some(ctx.url("/work")),
    };
    let page =
        |rows: Vec<_>| Page { total: i64::try_from(rows.len()).unwrap_or(0), rows, number: 1, size: 50 };
    vec![
        ("one", history::view(ctx, &knot, (&page(vec![gallery::entry(ctx)]), Names::default()))),
        ("empty", history::view(ctx, &knot, (&page(Vec::new()), Names::default()))),
    ]
}

/// One text of a sample in the languages given, to be written in `into`.
fn task(n: u128, is_prose: bool, into: Lang) -> Task {
    let day = date(2026, 4, 1);
    let text = Text::both("Maple Library", "Bibliothèque de l’Érable", day);
    let text = text.rewrite(&[(Lang::En, "Maple Street Library")], day).with_machine(Lang::Ar, "مكتبة", day);
    let (line, prose) =
        (Wording::line("name", "bin-title", 200), Wording::prose("about", "history-field", 4_000));
    Task {
        kind: "sample",
        id: Uuid::from_u128(n),
        version: 1,
        title: text.clone(),
        wording: if is_prose { prose } else { line },
        text,
        from: Lang::En,
        into,
    }
}

fn text_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let all = [task(1, false, Lang::Uk), task(1, false, Lang::Fr), task(2, true, Lang::Ar)];
    vec![("three", texts::view(ctx, &all)), ("empty", texts::view(ctx, &[]))]
}

fn one_text_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = |task: Task, complaints| {
        let sent = filled(&task);
        one::view(ctx, &TextPage { task, sent, complaints })
    };
    let mine = filled(&task(1, false, Lang::Fr)).with("text_fr", "Bibliothèque de la rue de l’Érable");
    let mut pages = vec![
        ("missing", shown(task(1, false, Lang::Uk), Complaints::default())),
        ("outdated", shown(task(1, false, Lang::Fr), Complaints::default())),
        ("machine", shown(task(2, true, Lang::Ar), Complaints::default())),
        ("refused", shown(task(1, false, Lang::Uk), Complaints::one("text", LineRefusal::Empty))),
    ];
    let conflict = one::conflict_view(ctx, task(1, false, Lang::Fr), &mine, None);
    pages.extend(conflict.map(|page| ("conflict", page)));
    pages
}

fn error_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let public = Ctx { face: Face::Public, ..ctx.clone() };
    let outside = Ctx { face: Face::House, partnership: None, ..ctx.clone() };
    let mut all = vec![
        ("not-found", errors::page(&public, &Error::NotFound)),
        ("not-found-outside", errors::page(&outside, &Error::NotFound)),
        ("forbidden", errors::page(ctx, &Error::Forbidden("sample"))),
        ("refused", errors::page(ctx, &FieldRefusal::Unknown.into())),
        ("stale", errors::page(ctx, &Error::Stale)),
        ("too-often", errors::page(&public, &Error::TooOften(60))),
        ("busy", errors::page(&public, &Error::Busy(60))),
        ("key-reused", errors::page(&public, &Error::KeyReused)),
        ("cross-site", errors::page(&public, &Error::CrossSite)),
        ("malformed", errors::page(&public, &Error::Malformed("form"))),
        ("too-large", errors::page(&public, &Error::TooLarge)),
        ("sign-in", errors::page(&public, &Error::SignIn)),
        ("failed", errors::page(&public, &Error::failed("sample"))),
    ];
    all.extend(typed().map(|typed| ("typed", errors::typed(ctx, &typed))));
    all
}

/// A form of somebody whose sign-in has ended.
fn typed() -> Option<Typed> {
    let pairs = [("_key", "sample"), ("name", "Maple Library"), ("about", "A \"quiet\" place.\nOpen daily.")];
    Typed::new(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}

fn gallery_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let typed = gallery::Try::default();
    let mut wrong = Complaints::default();
    for name in ["name_en", "about", "since", "sector", "size", "langs", "open"] {
        wrong.add(name, FieldRefusal::Unknown);
    }
    [("fresh", Complaints::default()), ("refused", wrong)]
        .into_iter()
        .filter_map(|(name, complaints)| Some((name, gallery::view(ctx, &typed, &complaints).ok()?)))
        .collect()
}
