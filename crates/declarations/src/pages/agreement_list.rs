//! The list of agreements with governments, and the page of one with its log of exchanges.

use super::{
    agreements::{level_word, levels, tie_word, ties},
    exchanges::exchange_url,
    forms::changed,
    meanwhile::{held, in_bin},
    parts,
    record::{AtRecord, record_url, ways},
    room_url,
    signatories::history,
    statements::source,
    time,
};
use crate::{
    AgreementId, can,
    rules::agreements::{Level, Tie, due, exchange},
    store::agreements::{Agreement, find_agreement, page_agreements, update_next},
    store::exchanges::{Exchange, NewExchange, insert_exchange, list_exchanges},
};
use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use partners::Person;
use platform::{
    ctx::Ctx,
    db::{Page, Tx},
    errors::{Complaints, Error, OrNotFound, Result},
    html::{
        self, Cell, Column, Empty, Filter, FormHtml, Head, ListShown, acts, facts, field, file, form, list,
        page, said, shown,
    },
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answer, see_other},
    ids::Ref,
    t,
    thread::{Thread, thread},
};

/// `GET /{p}/work/declarations/agreements`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_AGREEMENTS).await?;
    let address = ctx.address();
    let narrowed = (Level::from_code(address.get("level")), Tie::from_code(address.get("kind")));
    let rows = page_agreements(&mut tx, narrowed, &address).await?;
    tx.done().await?;
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "agreements-file"), &columns(&ctx), &rows.rows),
        None => answer(view(&ctx, &rows)),
    }
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Agreement>> {
    let say = ctx.say();
    let day = |day: Option<Date>| day.map_or_else(Cell::nothing, |day| Cell::day(ctx, day));
    vec![
        Column::new("department", t!(say, "agreement-department"), |of: &Agreement| {
            let href = record_url::<Agreement>(ctx, of.id.0, "");
            Cell::new(
                markup! { a href=(href) { (shown(ctx, &of.department)) } },
                of.department.plain(ctx.lang),
            )
        })
        .sorts(),
        Column::new("level", t!(say, "agreement-level"), |of: &Agreement| {
            Cell::words(level_word(ctx, of.level))
        }),
        Column::new("kind", t!(say, "agreement-kind"), |of: &Agreement| Cell::words(tie_word(ctx, of.kind))),
        Column::new("subject", t!(say, "agreement-subject"), |of: &Agreement| Cell::text(ctx, &of.subject)),
        Column::new("unit", t!(say, "agreement-unit"), |of: &Agreement| Cell::words(of.unit.clone()))
            .on_demand(),
        Column::new("since", t!(say, "agreement-since"), move |of: &Agreement| day(of.since_on)).on_demand(),
        Column::new("until", t!(say, "agreement-until"), move |of: &Agreement| day(of.until_on)),
        Column::new("next", t!(say, "agreement-next"), move |of: &Agreement| day(of.next_on)).sorts(),
    ]
}

/// The page of all.
pub(crate) fn view(ctx: &Ctx, rows: &Page<Agreement>) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let add = (t!(say, "agreement-add"), room_url(ctx, "/agreements/new"));
    let may = ctx.may(can::EDIT_AGREEMENTS);
    let shown = ListShown {
        caption: t!(say, "agreements-caption"),
        columns: &columns,
        filters: vec![
            Filter { name: "level", label: t!(say, "agreement-level"), choices: levels(ctx) },
            Filter { name: "kind", label: t!(say, "agreement-kind"), choices: ties(ctx) },
        ],
        search: Some(t!(say, "agreements-search")),
        page: rows,
        empty: Empty {
            why: t!(say, "agreements-empty"),
            example: Some(t!(say, "agreements-empty-example")),
            first: may.then(|| add.clone()),
        },
    };
    let body = markup! {
        (parts(ctx, "/agreements"))
        p { (t!(say, "agreements-lead")) }
        @if may && rows.total > 0 { (acts(&[add])) }
        (list(ctx, &ctx.address(), &shown))
    };
    page(
        ctx,
        &Head::new(t!(say, "agreement-title")).under(t!(say, "declarations-title"), room_url(ctx, "")),
        body,
    )
}

/// One agreement, as its page shows it.
pub(crate) struct AgreementPage {
    pub(crate) of: Agreement,
    /// Whom to address there, as far as the reader may know of the person.
    pub(crate) person: Option<Person>,
    pub(crate) exchanges: Vec<Exchange>,
    pub(crate) thread: Thread,
    pub(crate) history: html::History,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

async fn load(ctx: &Ctx, tx: &mut Tx, at: AtRecord) -> Result<AgreementPage> {
    let of = find_agreement(tx, AgreementId(at.record)).await?.or_not_found()?;
    let object = Ref::from(of.id);
    let person = match of.person_id {
        Some(id) => partners::person(tx, partners::reader(ctx), id).await?,
        None => None,
    };
    Ok(AgreementPage {
        exchanges: list_exchanges(tx, of.id).await?,
        thread: thread(ctx, tx, &object).await?,
        history: history(ctx, tx, &object).await?,
        person,
        of,
        sent: Pairs::default().with("held_on", ctx.today()),
        complaints: Complaints::default(),
    })
}

/// `GET /{p}/work/declarations/agreements/{record}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtRecord>) -> Answer {
    let mut tx = ctx.read(can::SEE_AGREEMENTS).await?;
    let shown = load(&ctx, &mut tx, at).await?;
    tx.done().await?;
    answer(one_view(&ctx, &shown))
}

/// `POST /{p}/work/declarations/agreements/{record}/exchanges`: an exchange that was held, and when the next one is.
pub(crate) async fn note(ctx: Ctx, Path(at): Path<AtRecord>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_AGREEMENTS).await?;
    let shown = match load(&ctx, &mut tx, at).await {
        Err(Error::NotFound) => return binned(&ctx, tx, at, &sent).await,
        loaded => loaded?,
    };
    if sent.version() != shown.of.version {
        tx.done().await?;
        let again = AgreementPage { sent, complaints: changed(), ..shown };
        return page_with(StatusCode::CONFLICT, one_view(&ctx, &again));
    }
    match read(&ctx, &sent) {
        Ok((new, next_on)) => {
            insert_exchange(&mut tx, shown.of.id, &new).await?;
            update_next(&mut tx, &shown.of, next_on).await?;
            let after = serde_json::json!({ "held_on": new.held_on, "next_on": next_on });
            tx.audit("agreement.exchange-noted", shown.of.id, None::<&()>, Some(&after)).await?;
            let to = said(&record_url::<Agreement>(&ctx, at.record, ""), "exchange-noted");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = AgreementPage { sent, complaints, ..shown };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, one_view(&ctx, &again))
        }
    }
}

/// The answer to an exchange under an agreement that lies in the bin by now.
async fn binned(ctx: &Ctx, mut tx: Tx, at: AtRecord, sent: &Pairs) -> Answer {
    let of = in_bin(&mut tx, &Ref::from(AgreementId(at.record))).await?;
    tx.done().await?;
    let action = record_url::<Agreement>(ctx, at.record, "/exchanges");
    let fields = note_fields(ctx, &form(ctx, &action), sent, sent.get("version"));
    held(ctx, &of, (&action, fields))
}

/// What the form of an exchange says, and when the next one is.
pub(crate) fn read(ctx: &Ctx, sent: &Pairs) -> std::result::Result<(NewExchange, Option<Date>), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let held_on = reading.day("held_on");
    let new = NewExchange {
        held_on: held_on.unwrap_or_else(|| ctx.today()),
        who: reading.prose("who"),
        about: reading.prose("about"),
        result: reading.prose_or_none("result"),
    };
    let next_on = reading.day_or_none("next_on");
    if let Some(Err(why)) = held_on.map(|on| exchange(on, next_on, ctx.today())) {
        let field = if matches!(why, crate::rules::agreements::AgreementRefusal::Future) {
            "held_on"
        } else {
            "next_on"
        };
        reading.refuse(field, why);
    }
    reading.done((new, next_on))
}

/// The page of one.
pub(crate) fn one_view(ctx: &Ctx, of: &AgreementPage) -> Markup {
    let (say, agreement) = (ctx.say(), &of.of);
    let day = |day: Option<Date>| markup! { @if let Some(day) = day { (time(ctx, day)) } };
    let late = due(agreement.next_on, agreement.until_on, ctx.today()).is_some_and(|(_, late)| late);
    let person = |one: &Person| markup! { a href=(ctx.url(&format!("/work/people/{}", one.id))) { bdi { (one.name) } } };
    let next = markup! { (day(agreement.next_on)) @if late { " " span.tag { (t!(say, "agreement-late")) } } };
    let about = facts(&[
        (t!(say, "agreement-level"), markup! { (level_word(ctx, agreement.level)) }),
        (t!(say, "agreement-unit"), markup! { (agreement.unit) }),
        (t!(say, "agreement-kind"), markup! { (tie_word(ctx, agreement.kind)) }),
        (t!(say, "agreement-subject"), shown(ctx, &agreement.subject)),
        (t!(say, "agreement-since"), day(agreement.since_on)),
        (t!(say, "agreement-until"), day(agreement.until_on)),
        (t!(say, "agreement-person"), of.person.as_ref().map(person).unwrap_or_default()),
        (t!(say, "agreement-next"), next),
        (t!(say, "record-link"), source(&agreement.link)),
    ]);
    let body = markup! {
        (acts(&ways::<Agreement>(ctx, agreement.id.0)))
        (about)
        section #exchanges { h2 { (t!(say, "exchanges-title")) } (exchanges(ctx, of)) }
        section #history { h2 { (t!(say, "history-heading")) } (html::history(ctx, &of.history)) }
    };
    let head = Head::of(ctx, &agreement.department)
        .under(t!(say, "agreement-title"), room_url(ctx, "/agreements"))
        .on_thread(of.thread.clone());
    page(ctx, &head, body)
}

/// What was held, and the form for one more.
fn exchanges(ctx: &Ctx, of: &AgreementPage) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    let url = record_url::<Agreement>(ctx, of.of.id.0, "/exchanges");
    let form = form(ctx, url).complaints(&of.complaints);
    markup! {
        @if of.exchanges.is_empty() { p { (t!(say, "exchanges-none")) } }
        ol.history reversed { @for one in &of.exchanges { li {
            b { (time(ctx, one.held_on)) } " · " (one.who)
            p { (one.about) }
            @if !one.result.is_empty() { p { b { (t!(say, "form-about-field", label = t!(say, "exchange-result"))) } " " (one.result) } }
            @if ctx.may(can::EDIT_AGREEMENTS) { p.small {
                @for (n, (words, href)) in exchange_ways(ctx, of.of.id, one).iter().enumerate() { @if n > 0 { " · " } a href=(href) { (words) } }
            } }
        } } }
        @if ctx.may(can::EDIT_AGREEMENTS) { details #note open[!of.complaints.is_empty()] {
            summary { (t!(say, "exchange-add")) }
            (form.show(&t!(say, "exchange-save"), note_fields(ctx, &form, sent, &of.of.version.to_string())))
        } }
    }
}

/// The fields of an exchange with the day of the next, on top of the agreement as it stood.
fn note_fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs, version: &str) -> Markup {
    let say = ctx.say();
    markup! {
        (exchange_fields(ctx, form, sent))
        (form.date(field("next_on", t!(say, "agreement-next")).hint(t!(say, "agreement-next-hint")).value(sent.get("next_on")).optional()))
        (form.hidden("version", version))
    }
}

/// What can be done about one: corrected, put into the bin.
fn exchange_ways(ctx: &Ctx, of: AgreementId, one: &Exchange) -> [(String, String); 2] {
    let (say, day) = (ctx.say(), ctx.say().day(one.held_on));
    [
        (t!(say, "exchange-edit", day = day.as_str()), exchange_url(ctx, of, one.id, "/edit")),
        (t!(say, "exchange-bin", day = day), exchange_url(ctx, of, one.id, "/bin")),
    ]
}

/// The fields of an exchange.
pub(crate) fn exchange_fields(ctx: &Ctx, form: &FormHtml<'_>, sent: &Pairs) -> Markup {
    let say = ctx.say();
    markup! {
        (form.date(field("held_on", t!(say, "exchange-held-on")).value(sent.get("held_on"))))
        (form.prose(field("who", t!(say, "exchange-who")).value(sent.get("who")).rows(2)))
        (form.prose(field("about", t!(say, "exchange-about")).value(sent.get("about")).rows(3)))
        (form.prose(field("result", t!(say, "exchange-result")).value(sent.get("result")).rows(3).optional()))
    }
}
