//! What is held about a person: on one page, as a file, and erased with a certificate.

use super::{OfPerson, find_person, notes::way_word, offers::side_word, person_url, visibility_word};
use crate::{
    PersonId, Reader, Whose, can,
    store::{
        contacts::contacts_held,
        erasure::{delete_person, subject},
        notes::notes_about,
        offers::offers_held,
        people::{Person, person},
        speakers::speaking_held,
    },
};
use http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, FieldRefusal, OrNotFound, Result},
    html::{self, Cell, Choice, Column, Empty, Head, ListShown, choice, field, form, page, said},
    http::{Answer, Form, Pairs, Path, answer::page_with, html as answer, json, see_other},
    personal::{self, Certificate, ErasureId, Held, Holding, Subject, Why},
    t,
};
use serde::Deserialize;

/// Which certificate.
#[derive(Debug, Deserialize)]
pub struct OfErasure {
    /// The id.
    pub erasure: ErasureId,
}

/// What is held, as a page shows it.
pub struct HeldPage {
    /// About whom.
    pub person: Person,
    /// What each room holds, under the key of its heading.
    pub all: Vec<(&'static str, Vec<Held>)>,
}

/// One line of the same as a file.
struct Line {
    part: String,
    held: Held,
}

/// `GET /{p}/work/people/{person}/data`: everything that is held; with `as=csv`, `as=xlsx` or `as=json` to be taken along.
pub async fn show(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let person = find_person(&ctx, &mut tx, of.person).await?;
    let subject = subject(&mut tx, of.person).await?;
    let all = personal::held(&ctx, &mut tx, &subject).await?;
    tx.done().await?;
    let address = ctx.address();
    if address.get("as") == "json" {
        let by_key: std::collections::BTreeMap<_, _> = all.into_iter().collect();
        return json(&by_key);
    }
    let Some(kind) = address.file() else { return answer(view(&ctx, &HeldPage { person, all })) };
    let lines: Vec<Line> = all
        .into_iter()
        .flat_map(|(key, held)| held.into_iter().map(move |held| (key, held)))
        .map(|(key, held)| Line { part: ctx.say().t(key, &[]), held })
        .collect();
    html::file(&ctx, kind, &t!(ctx.say(), "held-file"), &columns(&ctx), &lines)
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Line>> {
    let say = ctx.say();
    vec![
        Column::new("part", t!(say, "held-part"), |line: &Line| Cell::words(line.part.clone())),
        Column::new("what", t!(say, "held-what"), |line: &Line| Cell::words(line.held.what.clone())),
        Column::new("words", t!(say, "held-words"), |line: &Line| Cell::words(line.held.words.clone())),
        Column::new("since", t!(say, "held-since"), move |line: &Line| {
            let since = line.held.since.map(|at| say.moment(at, &ctx.zone()));
            Cell::words(since.unwrap_or_default())
        }),
    ]
}

/// The page.
pub fn view(ctx: &Ctx, shown: &HeldPage) -> Markup {
    let (say, url) = (ctx.say(), person_url(ctx, shown.person.id));
    let head = Head::new(t!(say, "held-title", name = &shown.person.name))
        .under(t!(say, "nav-partners-people"), ctx.url("/work/people"))
        .under(&shown.person.name, &url);
    let ways =
        [(t!(say, "held-correct"), format!("{url}/edit")), (t!(say, "held-erase"), format!("{url}/erasure"))];
    let body = markup! {
        p { (t!(say, "held-about")) }
        (html::acts(&ways))
        @for (key, held) in &shown.all { section {
            h2 { (say.t(key, &[])) }
            @if held.is_empty() { p.quiet { (t!(say, "held-nothing")) } }
            @else { dl.facts { @for one in held {
                dt { (one.what) @if let Some(at) = one.since { " " span.small.quiet { (say.moment(at, &ctx.zone())) } } }
                dd { (one.words) }
            } } }
        } }
        (html::takes(ctx, &ctx.address()))
        p.small { a href={ (url) "/data?as=json" } { (t!(say, "held-json")) } }
    };
    page(ctx, &head, body)
}

/// `GET /{p}/work/people/{person}/erasure`: asks before it is done.
pub async fn ask(ctx: Ctx, Path(of): Path<OfPerson>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let person = find_person(&ctx, &mut tx, of.person).await?;
    tx.done().await?;
    answer(ask_view(&ctx, &person, &Complaints::default()))
}

/// The page that asks.
pub fn ask_view(ctx: &Ctx, person: &Person, complaints: &Complaints) -> Markup {
    let (say, url) = (ctx.say(), person_url(ctx, person.id));
    let form = form(ctx, format!("{url}/erasure")).complaints(complaints).cancel(format!("{url}/data"));
    let reasons: Vec<Choice> = Why::GIVEN.iter().map(|why| choice(why.code(), why_word(ctx, *why))).collect();
    let head = Head::new(t!(say, "erasure-title", name = &person.name))
        .under(t!(say, "nav-partners-people"), ctx.url("/work/people"))
        .under(&person.name, &url);
    let fields = markup! {
        p { (t!(say, "erasure-about")) }
        p { (t!(say, "erasure-stays")) }
        (form.radios(field("why", t!(say, "erasure-why")), &reasons))
    };
    page(ctx, &head, form.show(&t!(say, "erasure-submit"), fields))
}

fn why_word(ctx: &Ctx, why: Why) -> String {
    ctx.say().t(&format!("erasure-why-{}", why.code()), &[])
}

/// `POST /{p}/work/people/{person}/erasure`: for good.
pub async fn erase(ctx: Ctx, Path(of): Path<OfPerson>, Form(typed): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PEOPLE.on(of.person)).await?;
    let found = person(&mut tx, Reader::Staff, of.person).await?.or_not_found()?;
    let given = Why::from_code(typed.get("why")).filter(|why| Why::GIVEN.contains(why));
    let Some(why) = given else {
        tx.done().await?;
        let complaints = Complaints::one("why", FieldRefusal::NotAChoice);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, ask_view(&ctx, &found, &complaints));
    };
    let subject = subject(&mut tx, of.person).await?;
    let id = personal::erase(&ctx, &mut tx, &subject, why).await?;
    let to = tx.commit_to(&said(&ctx.url(&format!("/work/erasures/{id}")), "person-erased")).await?;
    see_other(&to)
}

/// `GET /{p}/work/erasures`: all certificates.
pub async fn certificates(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let all = tx.certificates(&ctx).await?;
    tx.done().await?;
    answer(certificates_view(&ctx, &all))
}

/// The list of certificates.
pub fn certificates_view(ctx: &Ctx, all: &Page<Certificate>) -> Markup {
    let say = ctx.say();
    let columns = [
        Column::new("when", t!(say, "erasure-when"), |row: &Certificate| {
            let at = say.moment(row.erased_at, &ctx.zone());
            Cell::link(&ctx.url(&format!("/work/erasures/{}", row.id)), &at)
        }),
        Column::new("why", t!(say, "erasure-why"), |row: &Certificate| Cell::words(why_word(ctx, row.why))),
        Column::new("who", t!(say, "erasure-who"), |row: &Certificate| Cell::words(row.erased_by.clone())),
    ];
    let shown = ListShown {
        caption: t!(say, "erasures-title"),
        columns: &columns,
        filters: Vec::new(),
        search: None,
        page: all,
        empty: Empty {
            why: t!(say, "erasures-empty"),
            example: Some(t!(say, "erasures-example")),
            first: None,
        },
    };
    let head =
        Head::new(t!(say, "erasures-title")).under(t!(say, "nav-partners-people"), ctx.url("/work/people"));
    page(ctx, &head, html::list(ctx, &ctx.address(), &shown))
}

/// `GET /{p}/work/erasures/{erasure}`: one certificate, to be printed.
pub async fn certificate(ctx: Ctx, Path(of): Path<OfErasure>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PEOPLE).await?;
    let found = tx.certificate(of.erasure).await?.or_not_found()?;
    tx.done().await?;
    answer(certificate_view(&ctx, &found))
}

/// The certificate.
pub fn certificate_view(ctx: &Ctx, of: &Certificate) -> Markup {
    let say = ctx.say();
    let mut facts = vec![
        (t!(say, "erasure-number"), markup! { span.num { (of.id) } }),
        (t!(say, "erasure-when"), markup! { (say.moment(of.erased_at, &ctx.zone())) }),
        (t!(say, "erasure-who"), markup! { (of.erased_by) }),
        (t!(say, "erasure-why"), markup! { (why_word(ctx, of.why)) }),
    ];
    for (key, count) in &of.counts.0 {
        let count = i64::try_from(*count).unwrap_or(i64::MAX);
        facts.push((say.t(key, &[]), markup! { (t!(say, "erasure-count", count = count)) }));
    }
    let head = Head::new(t!(say, "erasure-certificate"))
        .under(t!(say, "nav-partners-people"), ctx.url("/work/people"))
        .under(t!(say, "erasures-title"), ctx.url("/work/erasures"));
    let body = markup! {
        p { (t!(say, "erasure-certifies")) }
        (html::facts(&facts))
        p { (t!(say, "erasure-backups")) }
    };
    page(ctx, &head, body)
}

/// What this room holds: the record itself.
pub(crate) const HOLDING: Holding = Holding {
    key: "held-record",
    held: |ctx, tx, of| Box::pin(record(ctx, tx, of)),
    erase: |_, tx, of| Box::pin(async move { delete_person(tx, of.person).await }),
};

async fn record(ctx: &Ctx, tx: &mut Tx, of: &Subject) -> Result<Vec<Held>> {
    let (say, id) = (ctx.say(), PersonId(of.person));
    let Some(found) = person(tx, Reader::Staff, id).await? else { return Ok(Vec::new()) };
    let mut all = vec![
        Held::new(t!(say, "person-name"), &found.name),
        Held::new(t!(say, "person-lang"), found.lang.own_name()),
        Held::new(t!(say, "field-visibility"), visibility_word(&say, found.visibility)),
    ];
    if !found.note.is_empty() {
        all.push(Held::new(t!(say, "field-note"), &found.note));
    }
    for contact in contacts_held(tx, id).await? {
        all.push(Held::new(say.t(&format!("contact-{}", contact.kind.code()), &[]), contact.value));
    }
    for said in speaking_held(tx, id).await? {
        let until = said.to_on.map(|day| format!(" – {}", say.short_day(day))).unwrap_or_default();
        let title = said.title.plain(ctx.lang);
        let who = if title.is_empty() { String::new() } else { format!(", {title}") };
        let words =
            format!("{}{who}, {}{until}", said.organization.plain(ctx.lang), say.short_day(said.from_on));
        all.push(Held::new(t!(say, "speaks-for"), words));
    }
    for one in offers_held(tx, id).await? {
        let words = format!("{}, {}", side_word(ctx, one.side), one.title.plain(ctx.lang));
        all.push(Held::new(t!(say, "offers-section"), words));
    }
    for one in notes_about(tx, Whose::Person(id)).await? {
        let words = format!("{}, {}: {}", way_word(ctx, one.way), say.short_day(one.on_day), one.body);
        all.push(Held { since: Some(one.written_at), ..Held::new(t!(say, "notes-all"), words) });
    }
    Ok(all)
}
