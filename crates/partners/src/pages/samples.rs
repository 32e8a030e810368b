//! Samples of every page of this room, for the render test and the gallery.

use super::{
    Kept,
    contacts::{self, ContactEdit, ContactPage},
    days::{self, Step},
    edit::{self, EditPage},
    held::{self, HeldPage},
    list::{self, Cares, ListPage},
    organization::{self, OrganizationPage},
    people::{self, PeoplePage},
    person::{self, PersonForm, PersonPage},
    public::{self, PublicList, PublicPartner},
    removal::{self, Goes},
    sectors::{self, SectorPage, SectorsPage},
    speaking::{self, SpeakingPage},
};
use crate::{
    ContactId, ContactKind, Languages, Load, OrganizationId, PersonId, Reader, Sector, SectorId, Side,
    SpeakerId, Spoken, Standing, Visibility,
    store::{
        contacts::ContactPoint, list::Counts, organizations::Organization, people::Person, speakers::Speaker,
    },
    typed,
};
use jiff::civil::{Date, date};
use maud::Markup;
use platform::{
    ctx::{Ctx, Face},
    db::{Json, Page},
    errors::{Complaints, FieldRefusal},
    http::Pairs,
    langs::Lang,
    manifest::Sampled,
    personal::{Certificate, ErasureId, Held, Why},
    text::Text,
    thread::Thread,
};
use std::collections::HashMap;
use uuid::Uuid;

mod consents;
mod more;

/// All of them.
pub fn all() -> Vec<Sampled> {
    vec![
        Sampled { name: "partners/list", samples: lists },
        Sampled { name: "partners/organization", samples: organizations },
        Sampled { name: "partners/edit", samples: edits },
        Sampled { name: "partners/day", samples: day_pages },
        Sampled { name: "partners/people", samples: people_pages },
        Sampled { name: "partners/person", samples: person_pages },
        Sampled { name: "partners/consent", samples: consents::pages },
        Sampled { name: "partners/held", samples: held_pages },
        Sampled { name: "partners/contact", samples: contact_pages },
        Sampled { name: "partners/sectors", samples: sector_pages },
        Sampled { name: "partners/removal", samples: removal_pages },
        Sampled { name: "partners/public", samples: public_pages },
        Sampled { name: "partners/offers", samples: more::offer_pages },
        Sampled { name: "partners/notes", samples: more::note_pages },
        Sampled { name: "partners/asks", samples: more::ask_pages },
        Sampled { name: "partners/mail", samples: more::mail_pages },
    ]
}

const DAY: Date = date(2026, 4, 1);

fn text(words: &str) -> Text {
    Text::both(words, words, DAY)
}

fn kept() -> Kept {
    let name = text("Library · Bibliothèque");
    let sector =
        Sector { id: SectorId(Uuid::from_u128(1)), code: "library".into(), name, place: 1, version: 1 };
    Kept { sectors: vec![sector], areas: Vec::new() }
}

fn one() -> Organization {
    Organization {
        id: OrganizationId(Uuid::from_u128(2)),
        slug: "maple-library".into(),
        name: text("Maple Library").with(Lang::Ar, "مكتبة القيقب", DAY),
        sector: Some(SectorId(Uuid::from_u128(1))),
        formal: true,
        langs: Languages::of(["en", "fr", "ksw"].into_iter().filter_map(Spoken::from_code)),
        area: None,
        visibility: Visibility::Public,
        joined_on: Some(date(2020, 2, 3)),
        left_on: None,
        about: Text::default().with(Lang::Fr, "Un lieu.\n\nOuvert.", DAY),
        note: "555-0134".into(),
        version: 3,
    }
}

fn somebody() -> Person {
    Person {
        id: PersonId(Uuid::from_u128(3)),
        name: "Nadia Haddad".into(),
        lang: Lang::Fr,
        visibility: Visibility::Staff,
        note: "555-0134".into(),
        invented: true,
        version: 1,
    }
}

fn speaker() -> Speaker {
    Speaker {
        id: SpeakerId(Uuid::from_u128(4)),
        person: somebody().id,
        organization: one().id,
        title: text("A"),
        from_on: DAY,
        to_on: None,
    }
}

fn contact(person: Option<PersonId>) -> ContactPoint {
    ContactPoint {
        id: ContactId(Uuid::from_u128(5)),
        person,
        organization: Some(one().id),
        kind: ContactKind::Mail,
        value: "maple@example.org".into(),
        visibility: Visibility::Public,
        version: 1,
    }
}

fn paged<R>(rows: Vec<R>) -> Page<R> {
    Page { total: i64::try_from(rows.len()).unwrap_or(0), rows, number: 1, size: 50 }
}

fn counts() -> Counts {
    Counts {
        sectors: vec![(one().sector, 2)],
        formal: vec![(true, 1)],
        languages: vec![(Spoken::from(Lang::Fr), 2)],
        standings: vec![(Standing::Partner, 1)],
        visibilities: vec![(Visibility::Public, 2)],
    }
}

fn wrong(fields: &[&'static str]) -> Complaints {
    let mut complaints = Complaints::default();
    fields.iter().for_each(|field| complaints.add(*field, FieldRefusal::Unknown));
    complaints
}

fn lists(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let gone = Organization { left_on: Some(DAY), joined_on: Some(DAY), ..one() };
    let group = Organization { formal: false, joined_on: None, sector: None, ..one() };
    let page = |rows, reader| {
        let care = Cares::default();
        list::view(
            ctx,
            &ListPage {
                rows: paged(rows),
                counts: counts(),
                kept: kept(),
                care,
                reader,
                panels: Markup::default(),
            },
        )
    };
    vec![
        ("staff", page(vec![one(), gone, group], Reader::Staff)),
        ("partner", page(vec![one()], Reader::Partner)),
        ("empty", page(Vec::new(), Reader::Staff)),
    ]
}

fn organizations(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let full = |reader| OrganizationPage {
        organization: one(),
        kept: kept(),
        contacts: vec![contact(None), contact(Some(somebody().id))],
        speakers: vec![(speaker(), somebody()), (Speaker { to_on: Some(DAY), ..speaker() }, somebody())],
        thread: Thread::default(),
        panels: maud::html! {},
        history: platform::html::History::plain("organization", Vec::new()),
        offers: vec![more::offer(Side::Offer)],
        care: Some(more::care()),
        asked: Some((Load { open: 1, lately: 2 }, vec![more::ask()])),
        reader,
    };
    let bare = OrganizationPage {
        organization: Organization { joined_on: None, about: Text::default(), ..one() },
        contacts: Vec::new(),
        speakers: Vec::new(),
        ..full(Reader::Partner)
    };
    vec![("full", organization::view(ctx, &full(Reader::Staff))), ("bare", organization::view(ctx, &bare))]
}

fn edits(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let typed = typed::of_organization(&one().facts(), 2, &kept().around(ctx));
    let page = |of, complaints| EditPage { of, kept: kept(), typed: typed.clone(), complaints };
    let refused =
        wrong(&["name", "name_fr", "kind", "sector", "language", "about_en", "visibility", "slug", "note"]);
    let mut all = vec![
        ("new", edit::view(ctx, &page(None, Complaints::default()))),
        ("refused", edit::view(ctx, &page(Some(one()), refused))),
    ];
    all.extend(
        edit::conflict_view(ctx, &page(Some(one()), Complaints::default()), None)
            .ok()
            .map(|it| ("conflict", it)),
    );
    all
}

fn day_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let typed = || Pairs::default().with("on", "2026-04-01");
    let page = |step, complaints| days::view(ctx, &days::of_step(ctx, step, &one(), (typed(), complaints)));
    let conflict = days::conflict_view(ctx, Step::Departure, &one(), (typed(), None)).unwrap_or_default();
    vec![
        ("joining", page(Step::Joining, Complaints::default())),
        ("departure", page(Step::Departure, wrong(&["on"]))),
        ("conflict", conflict),
    ]
}

fn people_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let page = |rows, reader| {
        let (care, coordinators) = (HashMap::new(), Vec::new());
        people::view(
            ctx,
            &PeoplePage { rows: paged(rows), care, coordinators, known: people::Known::default(), reader },
        )
    };
    vec![("one", page(vec![somebody()], Reader::Staff)), ("empty", page(Vec::new(), Reader::Partner))]
}

fn person_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let shown = PersonPage {
        person: somebody(),
        speaks: vec![(speaker(), one())],
        contacts: vec![contact(Some(somebody().id))],
        thread: Thread::default(),
        panels: maud::html! {},
        offers: vec![more::offer(Side::Need)],
        care: Some(more::care()),
        consent: Some(Vec::new()),
        reader: Reader::Staff,
    };
    let typed = typed::of_person(&somebody().facts(), 0);
    let form =
        |of, complaints| PersonForm { of, organizations: vec![one()], typed: typed.clone(), complaints };
    let speaks = SpeakingPage {
        person: somebody(),
        organizations: vec![one()],
        typed: Pairs::default(),
        complaints: wrong(&["organization", "title_fr", "from_on"]),
    };
    let mut all = vec![
        ("full", person::view(ctx, &shown)),
        ("new", person::form_view(ctx, &form(None, wrong(&["name", "lang", "visibility", "note"])))),
        ("edit", person::form_view(ctx, &form(Some(somebody()), Complaints::default()))),
        ("speaking", speaking::view(ctx, &speaks)),
    ];
    let both = person::conflict_view(ctx, &form(Some(somebody()), Complaints::default()), None);
    all.extend(both.ok().map(|it| ("conflict", it)));
    all.extend(more::title_pages(ctx));
    all
}

fn contact_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let page = |places: Vec<(String, String)>, complaints| ContactPage {
        owner: ("Maple".into(), ctx.url("/work/partners/maple-library")),
        places,
        typed: Pairs::default().with("kind", "mail"),
        complaints,
    };
    let place = vec![("maple-library".to_owned(), "Maple Library".to_owned())];
    let typed = typed::of_contact(&contact(None)).with("value", "amelie");
    let edit = |complaints| ContactEdit {
        owner: ("Maple".into(), ctx.url("/work/partners/maple-library")),
        kept: contact(None),
        typed: typed.clone(),
        complaints,
    };
    let mut all = vec![
        ("organization", contacts::view(ctx, &page(Vec::new(), Complaints::default()))),
        ("person", contacts::view(ctx, &page(place, wrong(&["kind", "value", "visibility"])))),
        ("edit", contacts::edit_view(ctx, &edit(wrong(&["kind", "value", "visibility"])))),
    ];
    all.extend(contacts::conflict_view(ctx, &edit(Complaints::default())).ok().map(|it| ("conflict", it)));
    all
}

fn sector_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let page = |list, complaints| SectorsPage { sectors: list, typed: Pairs::default(), complaints };
    let Some(sector) = kept().sectors.pop() else { return Vec::new() };
    let one = SectorPage { sector, typed: Pairs::default(), complaints: wrong(&["name", "place"]) };
    vec![
        ("all", sectors::view(ctx, &page(kept().sectors, wrong(&["name_en"])))),
        ("empty", sectors::view(ctx, &page(Vec::new(), Complaints::default()))),
        ("one", sectors::one_view(ctx, &one)),
        ("conflict", sectors::conflict_view(ctx, &one, None).unwrap_or_default()),
    ]
}

fn removal_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let goes = Goes { contacts: 2, speaking: 1 };
    let owner = ("Maple".into(), ctx.url("/work/partners/maple-library"));
    let Some(sector) = kept().sectors.pop() else { return Vec::new() };
    vec![
        ("organization", removal::organization_view(ctx, &one(), goes)),
        ("person", removal::person_view(ctx, &somebody(), (goes, maud::html! {}))),
        ("contact", removal::contact_view(ctx, &contact(None), owner)),
        ("sector-free", removal::sector_view(ctx, &sector, 0)),
        ("sector-carried", removal::sector_view(ctx, &sector, 3)),
    ]
}

fn public_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let path = format!("{}/partners", ctx.public_url(""));
    let ctx = &Ctx { face: Face::Public, path: path.into(), ..ctx.clone() };
    let list =
        |rows| public::list_view(ctx, &PublicList { rows: paged(rows), counts: counts(), kept: kept() });
    let partner = PublicPartner {
        offers: vec![more::offer(Side::Offer), more::offer(Side::Need)],
        organization: one(),
        kept: kept(),
        contacts: vec![contact(None)],
        panels: maud::html! {},
    };
    vec![("list", list(vec![one()])), ("empty", list(Vec::new())), ("partner", public::view(ctx, &partner))]
}

fn held_pages(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let person = somebody();
    let seat = Held::new("Seat", "Central Council · 2026-04-01").since(ctx.now());
    let all = vec![("held-record", vec![Held::new("Name", &person.name), seat]), ("held-mail", Vec::new())];
    let certificate = Certificate {
        id: ErasureId(Uuid::from_u128(9)),
        erased_at: ctx.now(),
        erased_by: "Tess Test".into(),
        why: Why::Asked,
        counts: Json([("held-record".to_owned(), 4), ("held-mail".to_owned(), 0)].into()),
    };
    let wrong = Complaints::one("why", FieldRefusal::NotAChoice);
    let one = |rows| Page { rows, total: 1, number: 1, size: 50 };
    let none = Page { rows: Vec::new(), total: 0, number: 1, size: 50 };
    vec![
        ("asked", held::ask_view(ctx, &person, &Complaints::default())),
        ("asked-wrong", held::ask_view(ctx, &person, &wrong)),
        ("certificate", held::certificate_view(ctx, &certificate)),
        ("certificates", held::certificates_view(ctx, &one(vec![certificate]))),
        ("certificates-none", held::certificates_view(ctx, &none)),
        ("held", held::view(ctx, &HeldPage { person, all })),
    ]
}
