//! The form of a line: what it says, who carries it, when, with what.

use super::{
    forms::Offered,
    framework_url, line_url,
    pieces::{quarter_word, year_word},
};
use crate::{
    NodeId,
    rules::{kinds::Kind, patterns::Pattern, stages::Stage},
    seen::{PlanSeen, word_of},
    store::parties::{Party, Who},
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Result},
    html::{Choice, FormHtml, Head, choice, field, form, labels_in_langs, page},
    http::Pairs,
    t,
};
use std::borrow::Cow;

/// A line's form: what was typed, what was wrong, and the plan around it.
pub(crate) struct LineForm<'a> {
    /// The line that changes; none for a new one.
    pub(crate) id: Option<NodeId>,
    pub(crate) seen: &'a PlanSeen,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
    pub(crate) offered: &'a Offered,
}

/// Who may be chosen, as far as the writer may know of them, and whom the line names in words.
pub(crate) async fn offered(ctx: &Ctx, tx: &mut Tx, own: &[Party]) -> Result<Offered> {
    let (reader, lang) = (partners::reader(ctx), ctx.lang);
    let mut parties: Vec<Choice> = Vec::new();
    for council in councils::councils(tx).await? {
        parties.push(choice(format!("council:{}", council.id), council.name.plain(lang)));
    }
    for one in partners::organizations_to_choose(tx, reader, lang).await? {
        parties.push(choice(format!("organization:{}", one.id), one.name.plain(lang)));
    }
    let mut named = Vec::new();
    for (n, party) in own.iter().enumerate() {
        let label = match &party.who {
            Who::Named(text) => text.plain(lang).to_owned(),
            Who::Aside(name) => t!(ctx.say(), "line-aside-name", name = name.clone()),
            Who::Council(_) | Who::Organization(_) => continue,
        };
        let code = format!("named:{n}");
        parties.push(choice(code.clone(), label));
        named.push((code, party.clone()));
    }
    let people = partners::people_to_choose(tx, reader).await?;
    let people = people.into_iter().map(|one| choice(one.id.to_string(), one.name)).collect();
    Ok(Offered { parties, people, named })
}

/// The form as a page.
pub(crate) fn view(ctx: &Ctx, shown: &LineForm<'_>) -> Markup {
    let say = ctx.say();
    let title = if shown.id.is_some() { t!(say, "line-edit") } else { t!(say, "line-add") };
    let back = framework_url(ctx, shown.seen.id(), "");
    let head = Head::new(title).under(shown.seen.framework.title.plain(ctx.lang), back);
    page(ctx, &head, fields(ctx, shown))
}

/// The form without its page.
pub(crate) fn fields(ctx: &Ctx, shown: &LineForm<'_>) -> Markup {
    let say = ctx.say();
    let (action, cancel, submit) = match shown.id {
        Some(id) => (line_url(ctx, id, ""), line_url(ctx, id, ""), t!(say, "line-save")),
        None => {
            let plan = |path| framework_url(ctx, shown.seen.id(), path);
            (plan("/lines"), plan(""), t!(say, "line-add"))
        }
    };
    let form = form(ctx, &action).complaints(shown.complaints).cancel(cancel);
    let inside = markup! {
        (what_it_is(ctx, &form, shown))
        (who_carries_it(ctx, &form, shown))
        (when_and_with_what(ctx, &form, shown))
        (form.hidden("version", shown.sent.get("version")))
    };
    form.show(&submit, inside)
}

fn what_it_is(ctx: &Ctx, form: &FormHtml<'_>, shown: &LineForm<'_>) -> Markup {
    let (say, sent, langs) = (ctx.say(), shown.sent, ctx.site_langs());
    let kinds: Vec<Choice> =
        Kind::ALL.into_iter().map(|kind| choice(kind.code(), shown.seen.word(ctx, kind))).collect();
    markup! {
        @if shown.id.is_none() {
            (form.select(field("above", t!(say, "line-above")).hint(t!(say, "line-above-hint")).value(sent.get("above")).optional(), &above(ctx, shown.seen)))
        }
        (form.select(field("kind", t!(say, "line-kind")).value(sent.get("kind")), &kinds))
        (form.text(field("code", t!(say, "line-code")).hint(t!(say, "line-code-hint")).value(sent.get("code")).short()))
        (form.texts(field("title", t!(say, "line-title")).hint(t!(say, "line-title-hint")), &sent.in_langs("title", langs)))
        (form.proses(field("wording", t!(say, "line-wording")).hint(t!(say, "line-wording-hint")).rows(3).optional(), &sent.in_langs("wording", langs)))
        (form.proses(field("note", t!(say, "line-note")).rows(4).optional(), &sent.in_langs("note", langs)))
    }
}

/// The lines below which a new one can stand.
pub(crate) fn above(ctx: &Ctx, seen: &PlanSeen) -> Vec<Choice> {
    let fits = |kind: Kind| kind != Kind::Direction;
    let one = |line: &crate::Line| {
        let indent = "– ".repeat(usize::try_from(line.depth).unwrap_or_default());
        choice(line.id.to_string(), format!("{indent}{} {}", line.code, line.title.plain(ctx.lang)))
    };
    seen.lines.iter().filter(|line| fits(line.kind)).map(one).collect()
}

/// The codes that are ticked under a name.
fn picked(sent: &Pairs, name: &str) -> Vec<String> {
    sent.all(name).map(str::to_owned).collect()
}

fn who_carries_it(ctx: &Ctx, form: &FormHtml<'_>, shown: &LineForm<'_>) -> Markup {
    let (say, sent) = (ctx.say(), shown.sent);
    markup! {
        @for (name, label) in [("lead", t!(say, "line-lead")), ("partner", t!(say, "line-partners"))] {
            @let chosen = picked(sent, name);
            details open[!chosen.is_empty() || shown.complaints.about(name).is_some()] {
                summary { (label) }
                (form.checkboxes(field(name, label.clone()).optional(), &shown.offered.parties, &chosen))
            }
        }
        (form.select(field("owner", t!(say, "line-owner")).hint(t!(say, "line-owner-hint")).value(sent.get("owner")).optional(), &shown.offered.people))
    }
}

fn when_and_with_what(ctx: &Ctx, form: &FormHtml<'_>, shown: &LineForm<'_>) -> Markup {
    let (say, sent, langs) = (ctx.say(), shown.sent, ctx.site_langs());
    let years = shown.seen.years;
    let quarters: Vec<Choice> = years
        .quarters()
        .into_iter()
        .map(|quarter| choice(quarter.code(), quarter_word(ctx, years, quarter)))
        .collect();
    let months: Vec<Choice> =
        (1..=12_u32).map(|month| worded(ctx, "plan-month", &month.to_string())).collect();
    let patterns: Vec<Choice> =
        Pattern::ALL.into_iter().map(|one| worded(ctx, "plan-pattern", one.code())).collect();
    let stages: Vec<Choice> =
        Stage::ALL.into_iter().map(|one| worded(ctx, "plan-stage", one.code())).collect();
    let span = t!(
        say,
        "line-from-hint",
        first = year_word(years, years.first()),
        last = year_word(years, years.last())
    );
    let money = |name: &'static str, label: String| {
        form.text(field(name, label).value(sent.get(name)).number().optional())
    };
    markup! {
        (form.select(field("from", t!(say, "line-from")).hint(span).value(sent.get("from")).optional(), &quarters))
        (form.select(field("from_month", t!(say, "line-from-month")).hint(t!(say, "line-month-hint")).value(sent.get("from_month")).optional(), &months))
        (form.select(field("to", t!(say, "line-to")).value(sent.get("to")).optional(), &quarters))
        (form.select(field("to_month", t!(say, "line-to-month")).value(sent.get("to_month")).optional(), &months))
        (form.check(field("ongoing", t!(say, "line-ongoing")).value(sent.get("ongoing"))))
        (form.checkboxes(field("patterns", t!(say, "line-patterns")).hint(t!(say, "line-patterns-hint")).optional(), &patterns, &picked(sent, "patterns")))
        (form.select(field("stage", t!(say, "line-stage")).hint(t!(say, "line-stage-hint")).value(sent.get("stage")).optional(), &stages))
        (form.texts(field("stage_why", t!(say, "line-stage-why")).optional(), &sent.in_langs("stage_why", langs)))
        (money("seeking", t!(say, "line-seeking")))
        (money("secured", t!(say, "line-secured")))
        (money("in_kind", t!(say, "line-in-kind")))
        (money("volunteer_hours", t!(say, "line-volunteer-hours")))
    }
}

fn worded(ctx: &Ctx, of: &str, code: &str) -> Choice {
    choice(code, ctx.say().t(&format!("{of}-{code}"), &[]))
}

/// All fields of a line's form, in its order.
pub(crate) fn labels(ctx: &Ctx) -> Vec<(Cow<'static, str>, String)> {
    let say = ctx.say();
    let mut labels: Vec<(Cow<'static, str>, String)> =
        vec![("kind".into(), t!(say, "line-kind")), ("code".into(), t!(say, "line-code"))];
    labels.extend(labels_in_langs(ctx, "title", &t!(say, "line-title")));
    labels.extend(labels_in_langs(ctx, "wording", &t!(say, "line-wording")));
    labels.extend(labels_in_langs(ctx, "note", &t!(say, "line-note")));
    labels.extend([
        ("lead".into(), t!(say, "line-lead")),
        ("partner".into(), t!(say, "line-partners")),
        ("owner".into(), t!(say, "line-owner")),
        ("from".into(), t!(say, "line-from")),
        ("from_month".into(), t!(say, "line-from-month")),
        ("to".into(), t!(say, "line-to")),
        ("to_month".into(), t!(say, "line-to-month")),
        ("ongoing".into(), t!(say, "line-ongoing")),
        ("patterns".into(), t!(say, "line-patterns")),
        ("stage".into(), t!(say, "line-stage")),
    ]);
    labels.extend(labels_in_langs(ctx, "stage_why", &t!(say, "line-stage-why")));
    labels.extend([
        ("seeking".into(), t!(say, "line-seeking")),
        ("secured".into(), t!(say, "line-secured")),
        ("in_kind".into(), t!(say, "line-in-kind")),
        ("volunteer_hours".into(), t!(say, "line-volunteer-hours")),
    ]);
    labels
}

/// What stands for the code or the id in a field of a line.
pub(crate) fn called(ctx: &Ctx, offered: &Offered, (name, value): (&str, &str)) -> Option<String> {
    let find = |all: &[Choice]| all.iter().find(|one| one.code == value).map(|one| one.label.clone());
    let word = |of: &str| Some(ctx.say().t(&format!("{of}-{value}"), &[]));
    match name {
        "kind" => Kind::from_code(value).map(|kind| word_of(ctx, kind)),
        "lead" | "partner" => find(&offered.parties),
        "owner" => find(&offered.people),
        "patterns" => Pattern::from_code(value).and_then(|_| word("plan-pattern")),
        "stage" => Stage::from_code(value).and_then(|_| word("plan-stage")),
        "from_month" | "to_month" if !value.is_empty() => word("plan-month"),
        "ongoing" if value.is_empty() => Some(t!(ctx.say(), "line-ongoing-no")),
        "ongoing" => Some(t!(ctx.say(), "line-ongoing-yes")),
        _ => None,
    }
}
