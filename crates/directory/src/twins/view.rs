//! How pairs look: their reasons, both records side by side, and what became one.

use super::{Pair, pages::PairPage};
use crate::{
    pages::{list::parts, room_url, service_form, service_typed, service_url, time},
    rules::twins::{LIKELY, Likeness, Sign},
    store::{locations::Location, merges::Merge, services::Service},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    html::{Cell, Choice, Column, Empty, Head, ListShown, choice, field, form, list, notice, page, shown},
    http::Pairs,
    t,
};

fn sign(ctx: &Ctx, of: Sign) -> String {
    ctx.say().t(&format!("twin-{}", of.code()), &[])
}

/// Why two are perhaps the same: what speaks for it, then what speaks against it.
pub(crate) fn reasons(ctx: &Ctx, of: &Likeness) -> String {
    let say = ctx.say();
    let words = |speaks_for: bool| -> Vec<String> {
        let those = of.signs.iter().filter(|one| one.speaks_for() == speaks_for);
        those.map(|one| sign(ctx, *one)).collect()
    };
    let (pro, contra) = (words(true), words(false));
    if contra.is_empty() {
        say.list(&pro)
    } else {
        t!(say, "twin-reasons", pro = say.list(&pro), contra = say.list(&contra))
    }
}

fn how(ctx: &Ctx, of: &Likeness) -> String {
    if of.score >= LIKELY { t!(ctx.say(), "twin-likely") } else { t!(ctx.say(), "twin-perhaps") }
}

fn pair_url(ctx: &Ctx, of: &Pair, path: &str) -> String {
    room_url(ctx, &format!("/twins/{}/{}{path}", of.one.id, of.other.id))
}

/// The columns of the list and of its files.
pub(crate) fn columns(ctx: &Ctx) -> Vec<Column<'_, Pair>> {
    let say = ctx.say();
    let named = |of: &Service| {
        let who = of.organization.plain(ctx.lang);
        let plain = format!("{} ({who})", of.name.plain(ctx.lang));
        Cell::new(
            markup! { a href=(service_url(ctx, of.id, "")) { (shown(ctx, &of.name)) } br; span.small.quiet { (shown(ctx, &of.organization)) } },
            plain,
        )
    };
    vec![
        Column::new("one", t!(say, "twin-one"), move |of: &Pair| named(&of.one)),
        Column::new("other", t!(say, "twin-other"), move |of: &Pair| named(&of.other)),
        Column::new("how", t!(say, "twin-how"), |of: &Pair| Cell::words(how(ctx, &of.like))),
        Column::new("why", t!(say, "twin-why"), |of: &Pair| Cell::words(reasons(ctx, &of.like))),
        Column::new("score", t!(say, "twin-score"), |of: &Pair| Cell::number(ctx, of.like.score.into()))
            .numbers()
            .on_demand(),
        Column::new("do", t!(say, "twin-do"), |of: &Pair| {
            Cell::new(markup! { a href=(pair_url(ctx, of, "")) { (t!(ctx.say(), "twin-look")) } }, "")
        }),
    ]
}

/// The page of all pairs, and of what became one.
pub(crate) fn list_of(ctx: &Ctx, rows: &Page<Pair>, merges: &[Merge]) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let listed = ListShown {
        caption: t!(say, "twins-title"),
        columns: &columns,
        filters: Vec::new(),
        search: None,
        page: rows,
        empty: Empty { why: t!(say, "twins-none"), ..Empty::default() },
    };
    let body = markup! {
        (parts(ctx, "/twins"))
        p { (t!(say, "twins-lead")) }
        (list(ctx, &ctx.address(), &listed))
        @if !merges.is_empty() { section #merges { h2 { (t!(say, "merges-title")) }
            ul { @for one in merges { li {
                (t!(say, "merge-told", gone = one.gone.plain(ctx.lang))) " " a href=(service_url(ctx, one.kept_id, "")) { (shown(ctx, &one.kept)) }
                " · " (time(ctx, one.merged_at.day_in(&ctx.zone()))) " "
                (form(ctx, room_url(ctx, &format!("/merges/{}/undoing", one.id))).button(&t!(say, "merge-undo"), one.gone.plain(ctx.lang), &[]))
            } } }
        } }
    };
    page(ctx, &Head::new(t!(say, "twins-title")).under(t!(say, "directory-title"), room_url(ctx, "")), body)
}

/// Two records side by side, and what can be done.
pub(crate) fn pair_of(ctx: &Ctx, of: &PairPage) -> Markup {
    let (say, pair) = (ctx.say(), &of.pair);
    let known = [("one", pair.one.version.to_string()), ("two", pair.other.version.to_string())];
    let merging = form(ctx, pair_url(ctx, pair, "/merge")).complaints(&of.complaints);
    let name = |of: &Service| format!("{} ({})", of.name.plain(ctx.lang), of.organization.plain(ctx.lang));
    let both: Vec<Choice> = [&pair.one, &pair.other].map(|of| choice(of.id.to_string(), name(of))).to_vec();
    let hidden: Vec<(&str, &str)> = known.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let fields = markup! {
        (merging.radios(field("keep", t!(say, "twin-keep")).hint(t!(say, "twin-keep-hint")), &both))
        @for (name, value) in &hidden { (merging.hidden(name, value)) }
    };
    let body = markup! {
        p { b { (how(ctx, &pair.like)) } " " (reasons(ctx, &pair.like)) }
        (side_by_side(ctx, of))
        (merging.show(&t!(say, "twin-merge"), fields))
        (form(ctx, pair_url(ctx, pair, "/parting")).button(&t!(say, "twin-part"), "", &hidden))
    };
    page(ctx, &Head::new(t!(say, "twin-title")).under(t!(say, "twins-title"), room_url(ctx, "/twins")), body)
}

fn side_by_side(ctx: &Ctx, of: &PairPage) -> Markup {
    let say = ctx.say();
    let (one, other) = (
        service_typed::form(ctx, &of.pair.one, &of.places.0),
        service_typed::form(ctx, &of.pair.other, &of.places.1),
    );
    let none = service_typed::Offered { organizations: Vec::new(), locations: all_places(of) };
    let value = |form: &Pairs, name: &str| {
        let all: Vec<&str> = form.all(name).collect();
        service_form::called(ctx, &none, (name, &all.join(", ")))
    };
    let labels = service_form::labels(ctx).into_iter().filter(|(name, _)| name != "organization");
    let rows: Vec<(String, String, String)> = labels
        .map(|(name, label)| (label, value(&one, &name), value(&other, &name)))
        .filter(|(_, one, other)| !one.is_empty() || !other.is_empty())
        .collect();
    markup! {
        div.scroll role="region" tabindex="0" aria-label=(t!(say, "twin-beside")) { table {
            caption { (t!(say, "twin-beside")) }
            thead { tr {
                th scope="col" { (t!(say, "suggestion-field")) }
                th scope="col" { a href=(service_url(ctx, of.pair.one.id, "")) { (shown(ctx, &of.pair.one.name)) } br; (shown(ctx, &of.pair.one.organization)) }
                th scope="col" { a href=(service_url(ctx, of.pair.other.id, "")) { (shown(ctx, &of.pair.other.name)) } br; (shown(ctx, &of.pair.other.organization)) }
            } }
            tbody { @for (label, one, other) in &rows { tr.differs[one != other] {
                th scope="row" { (label) @if one != other { " " span.tag { (t!(say, "conflict-differs")) } } }
                td { (one) }
                td { (other) }
            } } }
        } }
    }
}

fn all_places(of: &PairPage) -> Vec<Location> {
    of.places.0.iter().chain(&of.places.1).cloned().collect()
}

/// Before a new service is saved: what is perhaps the same, and that saving once more adds it all the same.
pub(crate) fn warning(ctx: &Ctx, like: &[(&Service, Likeness)]) -> Markup {
    let say = ctx.say();
    notice(markup! {
        p { b { (t!(say, "twin-warning")) } }
        ul { @for (of, like) in like.iter().take(5) { li {
            a href=(service_url(ctx, of.id, "")) { (shown(ctx, &of.name)) } " · " (shown(ctx, &of.organization)) " · " span.small { (reasons(ctx, like)) }
        } } }
        p { (t!(say, "twin-warning-again")) }
    })
}
