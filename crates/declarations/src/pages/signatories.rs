//! Who signed: the list, and the page of one organization's signatures.

use super::{AtSignatory, parts, room_url, signatory_url, time};
use crate::{
    can,
    rules::signing::{InForce, Standing, Why, standing},
    store::{
        signatories::{SignatoriesAsked, Signatory, find_signatory, list_signatories, page_signatories},
        signatures::{Signature, list_signatures},
        versions::{current_rule, list_declarations},
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Page,
    errors::{OrNotFound, Result},
    html::{
        self, Cell, Column, Empty, Filter, Head, ListShown, Look, acts, choice, facts, file, list, page,
        shown, state,
    },
    http::{Answer, Path, html as answer},
    ids::Ref,
    t,
    thread::{Thread, thread},
};

/// A signatory and how it stands.
pub(crate) type Line = (Signatory, Standing);

/// The list, as its page shows it.
pub(crate) struct SignatoriesPage {
    pub(crate) lines: Page<Line>,
    /// How many stand in each state, in the order of [`Standing::CODES`].
    pub(crate) counts: [i64; 3],
    pub(crate) in_force: Option<InForce>,
}

/// `GET /{p}/work/declarations`: who signed.
pub(crate) async fn index(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(can::SEE).await?;
    let reader = partners::reader(&ctx);
    let versions = list_declarations(&mut tx).await?;
    let in_force = current_rule(&versions, ctx.today());
    let stands = |one: &Signatory| standing(one.last(), in_force, one.withdrawn_on, ctx.today());
    let all = list_signatories(&mut tx, reader, ctx.lang).await?;
    let address = ctx.address();
    let wanted = address.get("state");
    let asked = SignatoriesAsked {
        reader,
        among: (!wanted.is_empty())
            .then(|| all.iter().filter(|one| stands(one).code() == wanted).map(|one| one.id).collect()),
        words: address.get("q").to_owned(),
        lang: Some(ctx.lang),
    };
    let found = page_signatories(&mut tx, &asked, &address).await?;
    tx.done().await?;
    let count = |code: &str| all.iter().filter(|one| stands(one).code() == code).count();
    let counts = Standing::CODES.map(|code| i64::try_from(count(code)).unwrap_or_default());
    let Page { rows, total, number, size } = found;
    let rows: Vec<Line> = rows.into_iter().map(|one| (one.clone(), stands(&one))).collect();
    let shown = SignatoriesPage { lines: Page { rows, total, number, size }, counts, in_force };
    match address.file() {
        Some(kind) => file(&ctx, kind, &t!(ctx.say(), "signatories-file"), &columns(&ctx), &shown.lines.rows),
        None => answer(view(&ctx, &shown)),
    }
}

fn columns(ctx: &Ctx) -> Vec<Column<'_, Line>> {
    let say = ctx.say();
    let staff = ctx.may(can::KEEP_DECLARATION);
    let mut columns = vec![
        Column::new("organization", t!(say, "signatory-organization"), |(of, _): &Line| {
            Cell::link(&signatory_url(ctx, of.id, ""), of.organization.plain(ctx.lang))
        })
        .sorts(),
        Column::new("state", t!(say, "signatory-state"), |(_, standing): &Line| {
            Cell::new(standing_state(ctx, *standing), standing_word(ctx, *standing))
        }),
        Column::new("since", t!(say, "signatory-since"), |(of, _): &Line| Cell::day(ctx, of.since_on))
            .sorts(),
        Column::new("signed", t!(say, "signatory-signed"), |(of, _): &Line| Cell::day(ctx, of.signed_on))
            .sorts(),
        Column::new("version", t!(say, "signatory-version"), |(of, _): &Line| {
            Cell::number(ctx, of.number.into())
        })
        .numbers(),
        Column::new("withdrawn", t!(say, "signatory-withdrawn"), |(of, _): &Line| {
            of.withdrawn_on.map_or_else(Cell::nothing, |day| Cell::day(ctx, day))
        })
        .on_demand(),
    ];
    if staff {
        columns.push(
            Column::new("visibility", t!(say, "signatory-visibility"), |(of, _): &Line| {
                Cell::words(visibility_word(ctx, of.visibility))
            })
            .on_demand(),
        );
    }
    columns
}

/// The page of all.
pub(crate) fn view(ctx: &Ctx, of: &SignatoriesPage) -> Markup {
    let say = ctx.say();
    let columns = columns(ctx);
    let states = Standing::CODES.into_iter().zip(of.counts);
    let choices = states
        .map(|(code, n)| choice(code, say.t(&format!("signatory-state-{code}"), &[])).count(n))
        .collect();
    let list = list(
        ctx,
        &ctx.address(),
        &ListShown {
            caption: t!(say, "signatories-caption"),
            columns: &columns,
            filters: vec![Filter { name: "state", label: t!(say, "signatory-state"), choices }],
            search: Some(t!(say, "signatories-search")),
            page: &of.lines,
            empty: Empty {
                why: t!(say, "signatories-empty"),
                example: Some(t!(say, "signatories-empty-example")),
                first: None,
            },
        },
    );
    let mut ways = Vec::new();
    if ctx.may(can::KEEP_DECLARATION) && of.in_force.is_some() {
        ways.push((t!(say, "invitation-add"), room_url(ctx, "/invitations#add")));
        ways.push((t!(say, "paper-add"), room_url(ctx, "/signatories/new")));
    }
    ways.push((t!(say, "declarations-public"), ctx.public_url("/declaration")));
    let body = markup! {
        (parts(ctx, ""))
        p { (t!(say, "declarations-lead")) }
        @if of.in_force.is_none() { (html::notice(markup! { p {
            (t!(say, "declarations-none-in-force")) " "
            a href=(room_url(ctx, "/versions")) { (t!(say, "declarations-part-text")) }
        } })) }
        (acts(&ways))
        (list)
    };
    page(ctx, &Head::new(t!(say, "declarations-title")), body)
}

/// How an organization stands, as a shape, a colour and a word.
pub(crate) fn standing_state(ctx: &Ctx, of: Standing) -> Markup {
    let look = match of {
        Standing::Signed => Look::Done,
        Standing::Due { .. } => Look::UnderWay,
        Standing::Withdrawn { .. } => Look::NotStarted,
    };
    state(look, &standing_word(ctx, of))
}

/// How an organization stands, in words.
pub(crate) fn standing_word(ctx: &Ctx, of: Standing) -> String {
    let say = ctx.say();
    match of {
        Standing::Signed => t!(say, "signatory-state-signed"),
        Standing::Due { why: Why::NewVersion, on } => {
            t!(say, "signatory-due-version", day = say.short_day(on))
        }
        Standing::Due { why: Why::Years, on } => t!(say, "signatory-due-years", day = say.short_day(on)),
        Standing::Withdrawn { on } => t!(say, "signatory-withdrawn-on", day = say.short_day(on)),
    }
}

/// Who may know of something, in words.
pub(crate) fn visibility_word(ctx: &Ctx, of: partners::Visibility) -> String {
    ctx.say().t(&format!("visibility-{}", of.code()), &[])
}

/// One signatory, as its page shows it.
pub(crate) struct SignatoryPage {
    pub(crate) line: Line,
    pub(crate) signatures: Vec<Signature>,
    pub(crate) thread: Thread,
    pub(crate) history: html::History,
}

/// `GET /{p}/work/declarations/signatories/{signatory}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtSignatory>) -> Answer {
    let mut tx = ctx.read(can::SEE).await?;
    let of = find_signatory(&mut tx, partners::reader(&ctx), at.signatory).await?.or_not_found()?;
    let versions = list_declarations(&mut tx).await?;
    let standing = standing(of.last(), current_rule(&versions, ctx.today()), of.withdrawn_on, ctx.today());
    let object = Ref::from(of.id);
    let shown = SignatoryPage {
        signatures: list_signatures(&mut tx, of.id).await?,
        thread: thread(&ctx, &mut tx, &object).await?,
        history: history(&ctx, &mut tx, &object).await?,
        line: (of, standing),
    };
    tx.done().await?;
    answer(one_view(&ctx, &shown))
}

/// The last entries about an object; what changed is for those who keep the declaration.
pub(crate) async fn history(ctx: &Ctx, tx: &mut platform::db::Tx, of: &Ref) -> Result<html::History> {
    let mut entries = tx.history(of, 5).await?;
    if !ctx.may(can::KEEP_DECLARATION) {
        entries.iter_mut().for_each(|entry| (entry.before, entry.after) = (None, None));
    }
    html::History::of(ctx, tx, of, entries).await
}

/// The page of one.
pub(crate) fn one_view(ctx: &Ctx, of: &SignatoryPage) -> Markup {
    let (say, (signatory, standing)) = (ctx.say(), &of.line);
    let staff = ctx.may(can::KEEP_DECLARATION);
    let organization = ctx.url(&format!("/work/partners/{}", signatory.slug));
    let mut all = vec![
        (
            t!(say, "signatory-organization"),
            markup! { a href=(organization) { (shown(ctx, &signatory.organization)) } },
        ),
        (t!(say, "signatory-state"), standing_state(ctx, *standing)),
        (t!(say, "signatory-since"), time(ctx, signatory.since_on)),
    ];
    if staff {
        let word = visibility_word(ctx, signatory.visibility);
        all.push((t!(say, "signatory-visibility"), markup! { (word) }));
        all.push((t!(say, "withdrawal-reason"), markup! { (signatory.withdrawal_reason) }));
    }
    let all_history = ctx.url(&format!("/work/history/signatory/{}", signatory.id));
    let body = markup! {
        @if staff { (acts(&ways(ctx, &of.line))) }
        (facts(&all))
        section #signatures { h2 { (t!(say, "signatures-title")) } (signatures(ctx, of)) }
        section #history {
            h2 { (t!(say, "history-heading")) }
            (html::history(ctx, &of.history))
            @if staff { p { a href=(all_history) { (t!(say, "history-all")) } } }
        }
    };
    let head = Head::of(ctx, &signatory.organization)
        .under(t!(say, "declarations-title"), room_url(ctx, ""))
        .on_thread(of.thread.clone());
    page(ctx, &head, body)
}

fn ways(ctx: &Ctx, (of, standing): &Line) -> Vec<(String, String)> {
    let say = ctx.say();
    let mut ways = Vec::new();
    if !matches!(standing, Standing::Withdrawn { .. }) {
        let id = of.organization_id;
        ways.push((
            t!(say, "invitation-renew"),
            room_url(ctx, &format!("/invitations?organization={id}#add")),
        ));
        ways.push((t!(say, "paper-again"), room_url(ctx, &format!("/signatories/new?organization={id}"))));
        ways.push((t!(say, "signatory-visibility-change"), signatory_url(ctx, of.id, "/edit")));
        ways.push((t!(say, "withdrawal-add"), signatory_url(ctx, of.id, "/withdrawal")));
    }
    ways.push((t!(say, "signatory-bin"), signatory_url(ctx, of.id, "/bin")));
    ways
}

/// Every signature: which version, when and how; by whom, for those who keep the declaration.
fn signatures(ctx: &Ctx, of: &SignatoryPage) -> Markup {
    let say = ctx.say();
    let staff = ctx.may(can::KEEP_DECLARATION);
    let who = |one: &Signature| match (one.name_erased, one.title.is_empty()) {
        (true, _) => t!(say, "signature-name-erased"),
        (_, true) => one.name.clone(),
        (_, false) => format!("{}, {}", one.name, one.title),
    };
    markup! {
        ol.history reversed { @for one in &of.signatures { li {
            b { (t!(say, "signature-version", number = one.number)) }
            " · " (time(ctx, one.signed_on)) " · " (say.t(&format!("signature-way-{}", one.way.code()), &[]))
            @if staff {
                " · " bdi { (who(one)) }
                @if let Some(name) = &one.file_name {
                    " · " a href=(signatory_url(ctx, of.line.0.id, &format!("/signatures/{}/file", one.id))) { bdi { (name) } }
                }
            }
        } } }
    }
}
