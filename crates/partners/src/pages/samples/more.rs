//! Samples of offers and needs, notes, asks, choices of addresses and titles.

use super::{contact, kept, one, paged, somebody, speaker, text, wrong};
use crate::{
    Ask, AskId, AskState, Load, NoteId, Offer, OfferId, OfferKind, PersonId, Reader, Side, Spoken,
    Visibility, Way, Whose,
    pages::{
        asks::{self, AskForm, AsksPage},
        asks_about::{self, ChoosePage, Subject},
        mail_choices::{self, MailPage},
        notes::{self, CareShown, NotesPage, Of},
        offer::{self, OfferPage},
        offering::{self, OfferForm},
        offers::{self, OffersPage},
        titling::{self, TitlePage},
    },
    rules::asks::Mailbox,
    store::{
        notes::{Care, StaffNote},
        offers::OfferCounts,
    },
};
use jiff::civil::date;
use maud::Markup;
use platform::{
    bin::Binned,
    clock::Moment,
    ctx::Ctx,
    errors::Complaints,
    http::Pairs,
    ids::{AccountId, Ref},
    langs::Lang,
    text::{Text, Worded},
    thread::{Knot, Thread},
};
use std::collections::HashMap;
use uuid::Uuid;

fn steward() -> AccountId {
    AccountId(Uuid::from_u128(70))
}

pub(super) fn offer(side: Side) -> Offer {
    Offer {
        id: OfferId(Uuid::from_u128(60)),
        organization: Some(one().id),
        person: None,
        slug: Some(one().slug),
        of_organization: Some(one().name),
        of_person: None,
        side,
        kind: OfferKind::Room,
        title: text("A – B"),
        about: Text::default(),
        amount: "60".into(),
        times: "18:00 – 21:00".into(),
        area: None,
        language: Spoken::from_code("fr"),
        from_on: date(2026, 4, 1),
        until_on: Some(date(2027, 4, 1)),
        visibility: Visibility::Public,
        confirmed_on: date(2025, 4, 1),
        version: 2,
    }
}

fn of_person() -> Offer {
    let (person, name) = (somebody().id, somebody().name);
    Offer {
        organization: None,
        slug: None,
        of_organization: None,
        person: Some(person),
        of_person: Some(name),
        until_on: None,
        ..offer(Side::Need)
    }
}

fn note(n: u128, way: Way) -> StaffNote {
    StaffNote {
        id: NoteId(Uuid::from_u128(n)),
        organization: Some(one().id),
        person: None,
        way,
        on_day: date(2026, 4, 1),
        body: if way == Way::Letter { String::new() } else { "555-0134".into() },
        author: "Nadia Haddad".into(),
        written_at: Moment::from_micros(1_775_000_000_000_000),
        corrects: (n == 2).then(|| NoteId(Uuid::from_u128(1))),
        corrected: n == 1,
    }
}

fn notes_of() -> Vec<StaffNote> {
    vec![note(3, Way::Letter), note(2, Way::Phone), note(1, Way::Note)]
}

fn coordinators() -> Vec<(AccountId, String)> {
    vec![(steward(), "Nadia Haddad".into())]
}

pub(super) fn care() -> CareShown {
    let care = Care { steward: Some(steward()), last: Some(date(2026, 4, 1)) };
    CareShown { care, coordinators: coordinators(), notes: notes_of() }
}

pub(super) fn ask() -> Ask {
    Ask {
        id: AskId(Uuid::from_u128(80)),
        organization: one().id,
        slug: one().slug,
        name: one().name,
        room: "partners".into(),
        what: text("A – B"),
        href: String::new(),
        until_on: Some(date(2026, 4, 30)),
        state: AskState::Open,
        asked_at: Moment::from_micros(1_775_000_000_000_000),
        asked_by: "Nadia Haddad".into(),
        sent_at: None,
        version: 1,
    }
}

fn by(ctx: &Ctx) -> Of {
    let url = ctx.url("/work/partners/maple-library");
    Of { whose: Whose::Organization(one().id), name: "Maple Library".into(), url }
}

pub(super) fn offer_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let list = |rows, reader| {
        let counts = OfferCounts {
            sides: vec![(Side::Offer, 1)],
            kinds: vec![(OfferKind::Room, 2)],
            areas: vec![(None, 2)],
            languages: vec![(Spoken::from_code("fr"), 1)],
        };
        offers::view(ctx, &OffersPage { rows: paged(rows), counts, kept: kept(), reader })
    };
    let own = |offer, fitting, keeps| {
        let thread = Thread::default();
        let history = platform::html::History::plain("offer", Vec::new());
        let reader = if keeps { Reader::Staff } else { Reader::Partner };
        offer::view(ctx, &OfferPage { offer, fitting, kept: kept(), thread, history, keeps, reader })
    };
    let typed = Pairs::default().with("side", "offer").with("kind", "room").with("from_on", "2026-04-01");
    let form = |of, complaints| OfferForm { by: by(ctx), of, kept: kept(), typed: typed.clone(), complaints };
    let fields = ["side", "kind", "offered", "amount", "language", "from_on", "until_on", "visibility"];
    let mut all = vec![
        ("list", list(vec![offer(Side::Offer), of_person()], Reader::Staff)),
        ("empty", list(Vec::new(), Reader::Partner)),
        ("kept", own(offer(Side::Offer), vec![of_person()], true)),
        ("seen", own(of_person(), Vec::new(), false)),
        ("new", offering::view(ctx, &form(None, Complaints::default()))),
        ("refused", offering::view(ctx, &form(Some(offer(Side::Need)), wrong(&fields)))),
        ("removal", offer::removal_view(ctx, &offer(Side::Offer))),
    ];
    let both = offering::conflict_view(ctx, &form(Some(offer(Side::Offer)), Complaints::default()), None);
    all.extend(both.ok().map(|it| ("conflict", it)));
    all
}

pub(super) fn note_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let page = |notes, care, complaints: Complaints| NotesPage {
        of: by(ctx),
        care,
        coordinators: coordinators(),
        notes,
        typed: Pairs::default().with("on_day", "2026-04-01"),
        about_steward: if complaints.is_empty() { wrong(&["steward"]) } else { Complaints::default() },
        complaints,
    };
    let gone = Care { steward: Some(AccountId(Uuid::from_u128(71))), last: None };
    let typed = Pairs::default().with("way", "phone").with("on_day", "2026-04-01");
    let correction = (&note(2, Way::Phone), &by(ctx));
    vec![
        ("some", notes::view(ctx, &page(notes_of(), care().care, Complaints::default()))),
        ("none", notes::view(ctx, &page(Vec::new(), Care::default(), wrong(&["way", "on_day", "body"])))),
        ("gone", notes::view(ctx, &page(Vec::new(), gone, Complaints::default()))),
        ("correction", notes::correction_view(ctx, correction, (&typed, &wrong(&["body"])))),
    ]
}

fn binned(ctx: &Ctx) -> Binned {
    Binned {
        kind: "offer".into(),
        object_id: Uuid::from_u128(9),
        title: Text::both("The hall", "La salle", ctx.today()),
        binned_at: ctx.now(),
        binned_by: "Ada One".into(),
    }
}

pub(super) fn ask_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let done = Ask { state: AskState::Done, sent_at: Some(ctx.now()), until_on: None, ..ask() };
    let list = |rows| asks::view(ctx, &AsksPage { rows: paged(rows), counts: vec![(AskState::Open, 1)] });
    let mailbox = |name: &str| Mailbox {
        who: Uuid::from_u128(9),
        name: name.into(),
        address: "maple@example.org".into(),
        lang: Lang::Fr,
    };
    let subject = || Subject {
        of: Ref::from(one().id),
        room: "partners",
        knot: Knot {
            of: Ref::from(one().id),
            word: "Partner".into(),
            title: Worded::new("Cercle de couture", Lang::Fr),
            href: Some("#main".into()),
        },
    };
    let choose = |complaints| {
        let (organizations, asked) = (vec![one()], maud::html! { p { "1" } });
        let of = ChoosePage { subject: subject(), organizations, asked, open: Markup::default(), complaints };
        asks_about::view(ctx, &of)
    };
    let form = |to, open: Vec<Ask>, complaints: Complaints| AskForm {
        of: one(),
        subject: complaints.is_empty().then(subject),
        binned: None,
        load: Load { open: open.len(), lately: 3 },
        open,
        to,
        typed: Pairs::default(),
        complaints,
    };
    let sent = Ask { sent_at: Some(ctx.now()), ..ask() };
    let in_the_bin = AskForm {
        subject: None,
        binned: Some(binned(ctx)),
        ..form(vec![mailbox("Nadia Haddad")], Vec::new(), Complaints::default())
    };
    vec![
        ("list", list(vec![ask(), done])),
        ("empty", list(Vec::new())),
        (
            "form",
            asks::form_view(
                ctx,
                &form(vec![mailbox("Nadia Haddad"), mailbox("")], vec![ask(), sent], Complaints::default()),
            ),
        ),
        ("refused", asks::form_view(ctx, &form(Vec::new(), Vec::new(), wrong(&["what", "until_on"])))),
        ("in-the-bin", asks::form_view(ctx, &in_the_bin)),
        ("choose", choose(Complaints::default())),
        ("choose-refused", choose(wrong(&["organization"]))),
    ]
}

pub(super) fn mail_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let page = |addresses, complaints| MailPage {
        person: somebody(),
        addresses,
        at: HashMap::from([(one().id, one())]),
        chosen: Vec::new(),
        complaints,
    };
    let own = contact(Some(PersonId(Uuid::from_u128(3))));
    let hers = crate::ContactPoint { organization: None, ..own.clone() };
    vec![
        ("two", mail_choices::view(ctx, &page(vec![own, hers], wrong(&["partner-requests"])))),
        ("none", mail_choices::view(ctx, &page(Vec::new(), Complaints::default()))),
    ]
}

pub(super) fn title_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let title = |typed, complaints| {
        let (person, organization) = (somebody(), one().name);
        TitlePage { person, speaker: speaker(), organization, typed, complaints }
    };
    let mut all = vec![
        ("title", titling::view(ctx, &title(titling::filled(&speaker()), Complaints::default()))),
        ("title-refused", titling::view(ctx, &title(Pairs::default(), wrong(&["title_fr"])))),
    ];
    let both = titling::conflict_view(ctx, &title(Pairs::default(), Complaints::default()));
    all.extend(both.ok().map(|it| ("title-conflict", it)));
    all
}
