//! Many lines changed at once: chosen in the table, set in one form, shown line by line before it happens.

use super::{
    AtFramework,
    forms::{Offered, code_of},
    framework_url,
    line_form::{above, offered},
    line_url,
    mine::carried,
    pieces::{quarter_word, reported_words, state_word, when},
    table::asked,
};
use crate::{
    NodeId, can,
    editing::{
        Preview, apply,
        setting::{By, EditRefusal, Kept, MOST_AT_ONCE, Outcome, Setting, refused},
    },
    rules::{
        periods::{PeriodRefusal, Quarter, Span},
        states::State,
    },
    seen::PlanSeen,
    store::{
        frameworks::find_framework,
        lines::{Line, lines_among},
        parties::{Part, Party, Who},
        sheet::first_lines_asked,
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use partners::PersonId;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Refusal, Result},
    html::{Choice, Empty, Head, choice, empty, field, form, notice, page, said, shown, table},
    http::{Address, Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    t,
    text::{PROSE, Text},
};
use std::collections::HashSet;

/// The names of the table's filters, as the form that chooses lines carries them.
pub(crate) const FILTERS: [(&str, &str); 6] = [
    ("q", "of_q"),
    ("state", "of_state"),
    ("kind", "of_kind"),
    ("lead", "of_lead"),
    ("partner", "of_partner"),
    ("year", "of_year"),
];
/// The code of “nobody” among those who look after lines.
const NOBODY: &str = "nobody";

/// The plan, the lines that were chosen and what may be set.
pub(crate) struct EditPage {
    pub(crate) seen: PlanSeen,
    pub(crate) lines: Vec<(Line, Vec<Party>)>,
    pub(crate) offered: Offered,
    pub(crate) sent: Pairs,
    /// The lines that the reader carries herself.
    pub(crate) carries: HashSet<NodeId>,
}

impl EditPage {
    async fn load(ctx: &Ctx, tx: &mut Tx, (at, sent): (AtFramework, Pairs)) -> Result<Self> {
        let framework = find_framework(tx, at.framework).await?.or_not_found()?;
        let seen = PlanSeen::load(ctx, tx, framework).await?;
        let chosen = chosen(tx, at, &sent).await?;
        let is_chosen = |line: &&Line| chosen.iter().any(|one| one.id == line.id);
        let of = |line: &Line| (line.clone(), seen.parties.get(&line.id).cloned().unwrap_or_default());
        let lines = seen.lines.iter().filter(is_chosen).map(of).collect();
        let offered = offered(ctx, tx, &[]).await?;
        let carries = carried(ctx, tx, &seen).await?;
        Ok(Self { seen, lines, offered, sent, carries })
    }

    /// What would become of the lines.
    fn preview(&self, ctx: &Ctx, set: &Setting, by: &str) -> Preview {
        let by = By { name: by, on: ctx.today(), carries: &self.carries };
        Preview::of(self.lines.clone(), (set, self.seen.years, by), &self.seen.forest)
    }
}

/// The lines that were chosen: ticked, or all that the filters of the table leave.
async fn chosen(tx: &mut Tx, at: AtFramework, sent: &Pairs) -> Result<Vec<Line>> {
    let most = MOST_AT_ONCE.saturating_add(1);
    let lines = if sent.get("all").is_empty() {
        let ids: Vec<NodeId> = sent
            .all("line")
            .take(usize::try_from(most).unwrap_or(0))
            .filter_map(|id| id.parse().ok())
            .collect();
        lines_among(tx, &ids).await?.into_iter().filter(|line| line.framework_id == at.framework).collect()
    } else {
        let address =
            FILTERS.into_iter().fold(Address::at(""), |all, (name, of)| all.with(name, sent.get(of)));
        first_lines_asked(tx, at.framework, &asked(&address), most).await?
    };
    if lines.is_empty() {
        return Err(EditRefusal::NoLine.into());
    }
    if lines.len() > usize::try_from(MOST_AT_ONCE).unwrap_or(usize::MAX) {
        return Err(EditRefusal::TooManyLines { most: MOST_AT_ONCE }.into());
    }
    Ok(lines)
}

/// `GET /{p}/work/plan/frameworks/{framework}/edits/new`: what shall be set on the lines that were chosen in the table.
pub(crate) async fn new(ctx: Ctx, Path(at): Path<AtFramework>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let sent = ctx.address().pairs().fold(Pairs::default(), |all, (name, value)| all.and(name, value));
    let of = EditPage::load(&ctx, &mut tx, (at, sent)).await;
    tx.done().await?;
    match of {
        Ok(of) => html(form_view(&ctx, &of, &Complaints::default())),
        Err(Error::Refused(why)) => html(nothing_view(&ctx, at, why.as_ref())),
        Err(other) => Err(other),
    }
}

/// `POST /{p}/work/plan/frameworks/{framework}/edits/preview`: what would change, line by line; nothing does. To `correct` it, the form
/// comes back as it was sent.
pub(crate) async fn preview(ctx: Ctx, Path(at): Path<AtFramework>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.read(can::EDIT_PLAN).await?;
    let of = EditPage::load(&ctx, &mut tx, (at, sent)).await?;
    let by = tx.author().words();
    tx.done().await?;
    if !of.sent.get("correct").is_empty() {
        return html(form_view(&ctx, &of, &Complaints::default()));
    }
    match read(&ctx, &of) {
        Ok(set) => html(preview_view(&ctx, &of, &of.preview(&ctx, &set, &by), false)),
        Err(complaints) => page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &of, &complaints)),
    }
}

/// `POST /{p}/work/plan/frameworks/{framework}/edits`: it happens, to all of the lines or to none; lines that somebody has changed since
/// the preview are shown anew.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtFramework>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_PLAN).await?;
    let of = EditPage::load(&ctx, &mut tx, (at, sent)).await?;
    let by = tx.author().words();
    let set = match read(&ctx, &of) {
        Ok(set) => set,
        Err(complaints) => {
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, form_view(&ctx, &of, &complaints));
        }
    };
    let preview = of.preview(&ctx, &set, &by);
    if of.sent.get("mark").parse() != Ok(preview.mark()) {
        return page_with(StatusCode::CONFLICT, preview_view(&ctx, &of, &preview, true));
    }
    let is_without = !of.sent.get("without").is_empty();
    let preview = if is_without { preview.without_refused() } else { preview };
    if refused(&preview.outcomes) > 0 || preview.changes() == 0 {
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, preview_view(&ctx, &of, &preview, false));
    }
    let id = apply(&mut tx, at.framework, &preview).await?;
    let to = framework_url(&ctx, at.framework, &format!("/edits/{id}"));
    let to = tx.commit_to(&said(&to, "lines-edited")).await?;
    see_other(&to)
}

/// What the form sets.
fn read(ctx: &Ctx, of: &EditPage) -> Result<Setting, Complaints> {
    let sent = &of.sent;
    let mut reading = Reading::of(ctx, sent);
    let quarter = |name: &str| match sent.get(name) {
        "" => Ok(None),
        code => Quarter::from_code(code).map(Some).ok_or(PeriodRefusal::NotAQuarter),
    };
    let who = |code: &str| of.offered.read(code);
    let person = |code: &str| match code {
        NOBODY => Some(None),
        code => {
            let is_offered = of.offered.people.iter().any(|one| one.code == code);
            code.parse::<PersonId>().ok().filter(|_| is_offered).map(Some)
        }
    };
    let line = |code: &str| of.seen.lines.iter().find(|line| line.id.to_string() == code).map(|line| line.id);
    let yes = |code: &str| match code {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let state = reading.choice_or_none("state", State::from_code);
    let note = reading.proses("note", &Text::default(), PROSE);
    let set = Setting {
        lead: reading.choice_or_none("lead", who),
        partner: reading.choice_or_none("partner", who),
        owner: reading.choice_or_none("owner", person),
        from: reading.complaints.take("from", quarter("from")).flatten(),
        to: reading.complaints.take("to", quarter("to")).flatten(),
        ongoing: reading.choice_or_none("ongoing", yes),
        state: state.map(|state| (state, note)),
        above: reading.choice_or_none("above", line),
    };
    if reading.complaints.is_empty() && set.is_empty() {
        reading.complaints.add("lead", EditRefusal::NothingSet);
    }
    reading.done(set)
}

/// The page where no lines, or too many, were chosen.
pub(crate) fn nothing_view(ctx: &Ctx, at: AtFramework, why: &dyn Refusal) -> Markup {
    let say = ctx.say();
    let back = (t!(say, "plan-part-table"), framework_url(ctx, at.framework, "/table"));
    let body = empty(&Empty { why: format!("{}.", say.refusal(why)), example: None, first: Some(back) });
    page(ctx, &Head::new(t!(say, "plan-edit-title")), body)
}

/// The fields that say which lines are meant.
fn selection(of: &EditPage, form: &platform::html::FormHtml<'_>) -> Markup {
    let kept = FILTERS.into_iter().map(|(_, of)| of).chain(["all"]);
    markup! {
        @for name in kept { @if !of.sent.get(name).is_empty() { (form.hidden(name, of.sent.get(name))) } }
        @if of.sent.get("all").is_empty() { @for (line, _) in &of.lines { (form.hidden("line", &line.id.to_string())) } }
    }
}

/// The page with the form.
pub(crate) fn form_view(ctx: &Ctx, of: &EditPage, complaints: &Complaints) -> Markup {
    let (say, sent, seen) = (ctx.say(), &of.sent, &of.seen);
    let back = framework_url(ctx, seen.id(), "/table");
    let form =
        form(ctx, framework_url(ctx, seen.id(), "/edits/preview")).complaints(complaints).cancel(&back);
    let quarters: Vec<Choice> = seen
        .years
        .quarters()
        .into_iter()
        .map(|one| choice(one.code(), quarter_word(ctx, seen.years, one)))
        .collect();
    let states: Vec<Choice> =
        State::ALL.into_iter().map(|one| choice(one.code(), state_word(ctx, Some(one)))).collect();
    let mut people = vec![choice(NOBODY, t!(say, "plan-edit-nobody"))];
    people.extend(of.offered.people.iter().cloned());
    let ongoing = [choice("yes", t!(say, "fact-yes")), choice("no", t!(say, "fact-no"))];
    let select = |name: &'static str, label: String, choices: &[Choice]| {
        form.select(field(name, label).value(sent.get(name)).optional(), choices)
    };
    let inside = markup! {
        p { (t!(say, "plan-edit-lead", n = of.lines.len())) }
        details { summary { (t!(say, "plan-edit-chosen")) } ul { @for (line, _) in &of.lines { li { (called(ctx, line)) } } } }
        (select("lead", t!(say, "plan-edit-new-lead"), &of.offered.parties))
        (select("partner", t!(say, "plan-edit-new-partner"), &of.offered.parties))
        (select("owner", t!(say, "line-owner"), &people))
        (select("from", t!(say, "line-from"), &quarters))
        (select("to", t!(say, "line-to"), &quarters))
        (select("ongoing", t!(say, "line-ongoing"), &ongoing))
        (form.select(field("state", t!(say, "plan-edit-state")).hint(t!(say, "state-report-for")).value(sent.get("state")).optional(), &states))
        (form.proses(field("note", t!(say, "state-note")).hint(t!(say, "state-note-hint")).rows(2).optional(), &sent.in_langs("note", ctx.site_langs())))
        (select("above", t!(say, "plan-edit-above"), &above(ctx, seen)))
        (selection(of, &form))
    };
    let head = Head::new(t!(say, "plan-edit-title")).under(seen.framework.title.plain(ctx.lang), back);
    page(ctx, &head, form.show(&t!(say, "plan-edit-preview"), inside))
}

fn called(ctx: &Ctx, line: &Line) -> Markup {
    markup! { a href=(line_url(ctx, line.id, "")) { (line.code) } " " (shown(ctx, &line.title)) }
}

/// The page that shows what would change, line by line, with the button that does it.
pub(crate) fn preview_view(ctx: &Ctx, of: &EditPage, preview: &Preview, is_new: bool) -> Markup {
    let (say, seen) = (ctx.say(), &of.seen);
    let (wrong, changes) = (refused(&preview.outcomes), preview.changes());
    let rows = preview.lines.iter().zip(&preview.outcomes).map(|((line, parties), outcome)| {
        let before = Kept::of(line, parties, &seen.forest);
        let told = match outcome {
            Outcome::Same => markup! { span.quiet { (t!(say, "plan-edit-same")) } },
            Outcome::Changes(after) => differences(ctx, (seen, &of.offered), (&before, after)),
            Outcome::Refused(why) => markup! { strong { (t!(say, "plan-edit-refused")) } " " @for one in why { (say.refusal(one.as_ref())) ". " } },
        };
        vec![called(ctx, line), told]
    });
    let heads = [t!(say, "plan-edit-line"), t!(say, "plan-edit-what")];
    let form =
        form(ctx, framework_url(ctx, seen.id(), "/edits")).cancel(framework_url(ctx, seen.id(), "/table"));
    let inside = markup! {
        (selection(of, &form))
        @for (name, value) in set_fields(ctx, of) { (form.hidden(&name, &value)) }
        (form.hidden("mark", &preview.mark().to_string()))
        @if wrong > 0 { (form.hidden("without", "yes")) }
    };
    let back = platform::html::form(ctx, framework_url(ctx, seen.id(), "/edits/preview"));
    let once_more = markup! {
        (selection(of, &back))
        @for (name, value) in set_fields(ctx, of) { (back.hidden(&name, &value)) }
        (back.hidden("correct", "yes"))
    };
    let submit = if wrong > 0 {
        t!(say, "plan-edit-do-without", n = changes)
    } else {
        t!(say, "plan-edit-do", n = changes)
    };
    let body = markup! {
        @if is_new { div.notice.bad role="alert" { p { (t!(say, "plan-edit-stale")) } } }
        @if wrong > 0 { (notice(markup! { p { (t!(say, "plan-edit-some-refused", count = wrong)) } })) }
        (table(&t!(say, "plan-edit-caption"), &heads, rows.collect()))
        @if changes > 0 { (form.show(&submit, inside)) } @else { p { (t!(say, "plan-edit-nothing")) } }
        (back.show(&t!(say, "plan-edit-correct"), once_more))
    };
    let head = Head::new(t!(say, "plan-edit-preview-title"))
        .under(seen.framework.title.plain(ctx.lang), framework_url(ctx, seen.id(), "/table"));
    page(ctx, &head, body)
}

/// The fields of the form that say what is set.
fn set_fields(ctx: &Ctx, of: &EditPage) -> Vec<(String, String)> {
    let names = ["lead", "partner", "owner", "from", "to", "ongoing", "state", "above"].map(str::to_owned);
    let notes = ctx.site_langs().iter().map(|lang| format!("note_{lang}"));
    let field = |name: String| {
        let value = of.sent.get(&name).to_owned();
        (name, value)
    };
    names.into_iter().chain(notes).map(field).filter(|(_, value)| !value.is_empty()).collect()
}

/// What a line said and what it says then, where they differ.
pub(crate) fn differences(
    ctx: &Ctx,
    (seen, offered): (&PlanSeen, &Offered),
    (before, after): (&Kept, &Kept),
) -> Markup {
    let say = ctx.say();
    let people = |kept: &Kept, part: Part| {
        let all = kept.parties.iter().filter(|party| party.part == part);
        all.map(|party| name(ctx, (seen, offered), &party.who)).collect::<Vec<_>>().join("; ")
    };
    let owner = |kept: &Kept| match kept.owner {
        None => String::new(),
        Some(id) => {
            let known = offered.people.iter().find(|one| one.code == id.to_string());
            known.map(|one| one.label.clone()).unwrap_or_default()
        }
    };
    let span = |span: Span| when(ctx, seen.years, span).unwrap_or_default();
    let report = |kept: &Kept| {
        kept.report.as_ref().map_or_else(String::new, |one| {
            let state = reported_words(ctx, Some(one.state), one.for_owner);
            let words = [state, one.note.plain(ctx.lang).to_owned()];
            words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
        })
    };
    let above = |kept: &Kept| {
        let above = kept.above.and_then(|id| seen.line(id));
        above.map(|line| format!("{} {}", line.code, line.title.plain(ctx.lang))).unwrap_or_default()
    };
    let place = |kept: &Kept| {
        let is_below_the_same = before.above == after.above;
        let place = i64::try_from(kept.place.saturating_add(1)).unwrap_or(i64::MAX);
        if is_below_the_same { say.number(place) } else { String::new() }
    };
    let all = [
        (t!(say, "line-lead"), people(before, Part::Lead), people(after, Part::Lead)),
        (t!(say, "line-partners"), people(before, Part::Partner), people(after, Part::Partner)),
        (t!(say, "line-owner"), owner(before), owner(after)),
        (t!(say, "line-when"), span(before.span), span(after.span)),
        (t!(say, "plan-reported"), report(before), report(after)),
        (t!(say, "line-above"), above(before), above(after)),
        (t!(say, "plan-edit-place"), place(before), place(after)),
    ];
    markup! { dl.facts { @for (label, before, after) in all.iter().filter(|(_, before, after)| before != after) {
        dt { (label) } dd { @if !before.is_empty() { del { (before) } " " } ins { (after) } }
    } } }
}

fn name(ctx: &Ctx, (seen, offered): (&PlanSeen, &Offered), who: &Who) -> String {
    if let Who::Aside(name) = who {
        return t!(ctx.say(), "line-aside-name", name = name.clone());
    }
    let code = code_of(who, offered);
    let known = offered.parties.iter().find(|one| one.code == code && !code.is_empty());
    known
        .map(|one| one.label.clone())
        .or_else(|| seen.names.name(who).map(|text| text.plain(ctx.lang).to_owned()))
        .unwrap_or_default()
}
