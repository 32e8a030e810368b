//! The inventory as a list: how fresh each record is, and exactly what is shown as a file.

use super::{room_url, service_url};
use crate::{
    can,
    exchange::files,
    needs,
    rules::{
        facts::{Status, Stream},
        freshness::{Freshness, freshness},
    },
    store::services::{Service, ServicesAsked, count_services, page_services},
    words,
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{Cell, Column, Empty, Filter, Head, ListShown, acts, choice, file, list, page, shown, tabs},
    http::{Answer, html},
    t,
};

/// How many records can be trusted how far.
pub(crate) type Freshnesses = Vec<(Freshness, i64)>;

/// `GET /{p}/work/directory`.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE_DIRECTORY).await?;
    let (address, today, reader) = (ctx.address(), ctx.today(), partners::reader(&ctx));
    let asked = ServicesAsked {
        reader,
        status: Status::from_code(address.get("status")),
        stream: Stream::from_code(address.get("stream")),
        fresh: Freshness::from_code(address.get("fresh")).map(|of| (of, today)),
        need: needs::pattern(address.get("need")),
        informal: match address.get("kind") {
            "formal" => Some(false),
            "informal" => Some(true),
            _ => None,
        },
    };
    let rows = page_services(&mut tx, &asked, &address).await?;
    let mut counts = Freshnesses::new();
    for of in Freshness::ALL {
        counts.push((of, count_services(&mut tx, reader, of, today).await?));
    }
    tx.done().await?;
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "directory-file"), &columns(&ctx), &rows.rows),
        None => html(view(&ctx, &rows, &counts)),
    }
}

/// How fresh a service's record is today.
pub(crate) fn fresh_of(ctx: &Ctx, of: &Service) -> Freshness {
    freshness(of.verified_on, i32::try_from(of.months).unwrap_or(12), ctx.today())
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Service>> {
    let say = ctx.say();
    let joined = |all: Vec<String>| Cell::words(all.join(", "));
    vec![
        Column::new("name", t!(say, "service-name"), |of: &Service| {
            Cell::new(
                markup! { a href=(service_url(ctx, of.id, "")) { (shown(ctx, &of.name)) } },
                of.name.plain(ctx.lang),
            )
        })
        .sorts(),
        Column::new("organization", t!(say, "service-organization"), |of: &Service| {
            Cell::text(ctx, &of.organization)
        })
        .sorts(),
        Column::new("needs", t!(say, "service-needs"), move |of: &Service| {
            joined(of.needs.all().map(|one| words::need(ctx, one)).collect())
        }),
        Column::new("languages", t!(say, "service-languages"), move |of: &Service| {
            joined(of.facts.0.languages.0.iter().map(|one| words::spoken(ctx, *one)).collect())
        }),
        Column::new("fresh", t!(say, "service-fresh"), |of: &Service| {
            let fresh = fresh_of(ctx, of);
            Cell::new(words::freshness(ctx, fresh), words::fresh(ctx, fresh))
        }),
        Column::new("verified", t!(say, "service-verified"), |of: &Service| {
            of.verified_on.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        })
        .sorts(),
        Column::new("status", t!(say, "service-status"), |of: &Service| {
            Cell::words(words::status(ctx, of.status))
        })
        .sorts(),
        Column::new("stream", t!(say, "service-stream"), |of: &Service| {
            of.stream.map_or_else(Cell::nothing, |one| Cell::words(words::stream(ctx, one)))
        })
        .on_demand(),
        Column::new("cost", t!(say, "service-cost"), |of: &Service| {
            Cell::words(words::cost(ctx, of.facts.0.cost))
        })
        .on_demand(),
        Column::new("phones", t!(say, "service-phones"), move |of: &Service| {
            joined(of.facts.0.phones.iter().map(|one| one.number.clone()).collect())
        })
        .on_demand(),
        Column::new("web", t!(say, "service-web"), |of: &Service| Cell::words(of.facts.0.web.clone()))
            .on_demand(),
        Column::new("source", t!(say, "service-source"), |of: &Service| Cell::words(of.source.clone()))
            .on_demand(),
    ]
}

/// The parts of the room.
pub(crate) fn parts(ctx: &Ctx, here: &str) -> Markup {
    let say = ctx.say();
    let part = |path: &str, label: String| (label, room_url(ctx, path), path == here);
    let mut all = vec![
        part("", t!(say, "services-title")),
        part("/locations", t!(say, "locations-title")),
        part("/coverage", t!(say, "coverage-title")),
        part("/unfound", t!(say, "unfound-title")),
    ];
    if ctx.may(can::KEEP_DIRECTORY) {
        all.push(part("/asking", t!(say, "service-asking-title")));
        all.push(part("/suggestions", t!(say, "suggestions-title")));
        all.push(part("/twins", t!(say, "twins-title")));
    }
    tabs(&t!(say, "directory-parts"), &all)
}

/// What the field can take away, or ask for by program: what everyone may know, whatever the list shows.
fn taken_away(ctx: &Ctx) -> Markup {
    markup! {
        details { summary { (t!(ctx.say(), "exchange-take")) }
            p { (t!(ctx.say(), "exchange-take-told")) }
            ul { @for (word, href) in files::offered(ctx) { li { a href=(href) { (word) } } } }
        }
    }
}

/// The page of all.
pub(crate) fn view(ctx: &Ctx, rows: &Page<Service>, counts: &Freshnesses) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let add = (t!(say, "service-add"), room_url(ctx, "/new"));
    let may = ctx.may(can::KEEP_DIRECTORY);
    let fresh = counts.iter().map(|(of, n)| choice(of.code(), words::fresh(ctx, *of)).count(*n)).collect();
    let kinds = vec![
        choice("formal", t!(say, "service-formal")),
        choice("informal", t!(say, "service-informal-short")),
    ];
    let shown = ListShown {
        caption: t!(say, "services-caption"),
        columns: &columns,
        filters: vec![
            Filter { name: "fresh", label: t!(say, "service-fresh"), choices: fresh },
            Filter { name: "need", label: t!(say, "service-need"), choices: words::need_choices(ctx) },
            Filter {
                name: "status",
                label: t!(say, "service-status"),
                choices: words::choices(ctx, &Status::ALL, Status::code, words::status),
            },
            Filter {
                name: "stream",
                label: t!(say, "service-stream"),
                choices: words::choices(ctx, &Stream::ALL, Stream::code, words::stream),
            },
            Filter { name: "kind", label: t!(say, "service-kind"), choices: kinds },
        ],
        search: Some(t!(say, "services-search")),
        page: rows,
        empty: Empty {
            why: t!(say, "services-empty"),
            example: Some(t!(say, "services-empty-example")),
            first: may.then(|| add.clone()),
        },
    };
    let mut ways = vec![(t!(say, "exchange-import"), ctx.url("/work/import/services"))];
    if rows.total > 0 {
        ways.insert(0, add);
    }
    let body = markup! {
        (parts(ctx, ""))
        p { (t!(say, "directory-lead")) }
        @if may { (acts(&ways)) }
        (list(ctx, &ctx.address(), &shown))
        @if rows.total > 0 { (taken_away(ctx)) }
    };
    page(ctx, &Head::new(t!(say, "directory-title")), body)
}
