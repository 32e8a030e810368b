//! What forms of this room say, read once into facts; what is wrong with them, field by field.

use crate::{
    rules::{
        charter::Charter,
        kinds::Kind,
        money::{Money, amount},
        patterns::{Pattern, Patterns},
        periods::{PeriodRefusal, Quarter, Span, Years},
        stages::Stage,
        states::{Publicity, State},
    },
    store::{
        frameworks::{FrameworkFacts, Level},
        lines::LineFacts,
        parties::{Part, Party, Who},
    },
};
use partners::PersonId;
use platform::{
    ctx::Ctx,
    errors::{Complaints, FieldRefusal},
    html::Choice,
    http::{Pairs, Reading},
    text::{PROSE, Text},
};

/// Titles have at most this many characters in each language.
pub(crate) const TITLE: usize = 400;
/// A code has at most this many characters.
pub(crate) const CODE: usize = 40;
/// A decision has at most this many characters.
pub(crate) const DECISION: usize = 400;
/// What a level is called has at most this many characters.
const WORD: usize = 60;

/// A quarter, or none when nothing is chosen.
fn quarter(reading: &mut Reading<'_>, form: &Pairs, name: &'static str) -> Option<Quarter> {
    let typed = form.get(name);
    if typed.is_empty() {
        return None;
    }
    reading.complaints.take(name, Quarter::from_code(typed).ok_or(PeriodRefusal::NotAQuarter))
}

/// An amount, or none when nothing is typed.
fn sum(reading: &mut Reading<'_>, form: &Pairs, name: &'static str) -> Option<i64> {
    reading.complaints.take(name, amount(form.get(name))).flatten()
}

/// What shall show that a line goes on, as far as it is ticked.
fn patterns(reading: &mut Reading<'_>, form: &Pairs) -> Patterns {
    let mut all = Vec::new();
    for code in form.all("patterns") {
        all.extend(
            reading.complaints.take("patterns", Pattern::from_code(code).ok_or(FieldRefusal::NotAChoice)),
        );
    }
    all.into_iter().collect()
}

/// Who may be chosen in the form of a line, as its choices show them.
#[derive(Default)]
pub(crate) struct Offered {
    /// Bodies and organizations, and those whom the line names in words: code and name.
    pub(crate) parties: Vec<Choice>,
    /// People who may look after it.
    pub(crate) people: Vec<Choice>,
    /// Those whom the line names in words or aside, by their code.
    pub(crate) named: Vec<(String, Party)>,
}

impl Offered {
    /// Who is meant by a code.
    pub(crate) fn read(&self, code: &str) -> Option<Who> {
        if !self.parties.iter().any(|choice| choice.code == code) {
            return None;
        }
        if let Some((_, party)) = self.named.iter().find(|(own, _)| own == code) {
            return Some(party.who.clone());
        }
        let (kind, id) = code.split_once(':')?;
        match kind {
            "council" => id.parse().ok().map(Who::Council),
            _ => id.parse().ok().map(Who::Organization),
        }
    }
}

/// The code of somebody in the form of a line.
pub(crate) fn code_of(who: &Who, offered: &Offered) -> String {
    match who {
        Who::Council(id) => format!("council:{id}"),
        Who::Organization(id) => format!("organization:{id}"),
        Who::Named(_) | Who::Aside(_) => {
            let same = offered.named.iter().find(|(_, party)| party.who == *who);
            same.map(|(code, _)| code.clone()).unwrap_or_default()
        }
    }
}

/// A line's form, read on top of what it was; what is wrong with single fields stands beside it.
pub(crate) fn read_line(
    ctx: &Ctx,
    form: &Pairs,
    before: &LineFacts,
    offered: &Offered,
) -> (LineFacts, Vec<Party>, Complaints) {
    let mut reading = Reading::of(ctx, form);
    let code = reading.line_or_none("code", CODE);
    let title = reading.lines("title", &before.title, TITLE);
    reading.needed("title", &title);
    let kind = reading.choice("kind", Kind::from_code).unwrap_or(before.kind);
    let month = |code: &str| code.parse::<u32>().ok().filter(|month| (1..=12).contains(month));
    let known = |code: &str| {
        offered.people.iter().any(|one| one.code == code).then(|| code.parse::<PersonId>().ok())?
    };
    let facts = LineFacts {
        kind,
        code,
        title,
        note: reading.proses("note", &before.note, PROSE),
        wording: reading.proses("wording", &before.wording, PROSE),
        owner: reading.choice_or_none("owner", known),
        span: Span {
            from: quarter(&mut reading, form, "from"),
            to: quarter(&mut reading, form, "to"),
            ongoing: reading.is_ticked("ongoing"),
            from_month: reading.choice_or_none("from_month", month),
            to_month: reading.choice_or_none("to_month", month),
        },
        patterns: patterns(&mut reading, form),
        stage: reading.choice_or_none("stage", Stage::from_code),
        stage_why: reading.lines("stage_why", &before.stage_why, TITLE),
        money: Money {
            seeking: sum(&mut reading, form, "seeking"),
            secured: sum(&mut reading, form, "secured"),
            in_kind: sum(&mut reading, form, "in_kind"),
            volunteer_hours: sum(&mut reading, form, "volunteer_hours"),
        },
    };
    let mut parties = Vec::new();
    for (name, part) in [("lead", Part::Lead), ("partner", Part::Partner)] {
        for code in form.all(name) {
            let who = reading.complaints.take(name, offered.read(code).ok_or(FieldRefusal::Unknown));
            parties.extend(who.map(|who| Party { part, who }));
        }
    }
    (facts, parties, reading.complaints)
}

/// The form that a line's facts make.
pub(crate) fn line_form(facts: &LineFacts, parties: &[Party], offered: &Offered, version: i64) -> Pairs {
    let quarter = |quarter: Option<Quarter>| quarter.map(Quarter::code).unwrap_or_default();
    let month = |month: Option<u32>| month.map(|month| month.to_string()).unwrap_or_default();
    let amount = |amount: Option<i64>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let form = Pairs::default()
        .with("code", &facts.code)
        .with("kind", facts.kind.code())
        .with_text("title", &facts.title)
        .with_text("note", &facts.note)
        .with_text("wording", &facts.wording)
        .with("owner", facts.owner.map(|id| id.to_string()).unwrap_or_default())
        .with("from", quarter(facts.span.from))
        .with("to", quarter(facts.span.to))
        .with("ongoing", if facts.span.ongoing { "yes" } else { "" })
        .with("from_month", month(facts.span.from_month))
        .with("to_month", month(facts.span.to_month))
        .with("stage", facts.stage.map(Stage::code).unwrap_or_default())
        .with_text("stage_why", &facts.stage_why)
        .with("seeking", amount(facts.money.seeking))
        .with("secured", amount(facts.money.secured))
        .with("in_kind", amount(facts.money.in_kind))
        .with("volunteer_hours", amount(facts.money.volunteer_hours))
        .with("version", version);
    let form = facts.patterns.iter().fold(form, |form, one| form.and("patterns", one.code()));
    parties.iter().fold(form, |form, party| form.and(party.part.code(), code_of(&party.who, offered)))
}

/// The form of a framework, read on top of what it was.
pub(crate) fn read_framework(
    ctx: &Ctx,
    form: &Pairs,
    before: &FrameworkFacts,
) -> Result<(FrameworkFacts, Vec<Level>), Complaints> {
    let mut reading = Reading::of(ctx, form);
    let title = reading.lines("title", &before.title, TITLE);
    reading.needed("title", &title);
    let year = |name: &str| form.get(name).parse::<i16>().ok().unwrap_or(0);
    let month = form.get("year_month").parse::<i8>().unwrap_or(0);
    let years =
        reading.complaints.take("last_year", Years::new(year("first_year"), year("last_year"), month));
    let facts = FrameworkFacts {
        title,
        about: reading.proses("about", &before.about, PROSE),
        charter: Charter {
            purpose: reading.proses("purpose", &before.charter.purpose, PROSE),
            goals: reading.proses("goals", &before.charter.goals, PROSE),
            principles: reading.proses("principles", &before.charter.principles, PROSE),
        },
        source: reading.lines("source", &before.source, PROSE),
        edition: reading.line_or_none("edition", WORD),
        historical: reading.is_ticked("historical"),
        publicity: reading.choice("publicity", Publicity::from_code).unwrap_or(before.publicity),
        years: years.unwrap_or(before.years),
        adopted_on: reading.day_or_none("adopted_on"),
        decision: reading.lines("decision", &before.decision, DECISION),
    };
    let mut levels = Vec::new();
    for (kind, one, many) in LEVELS {
        let (one, many) =
            (reading.lines(one, &Text::default(), WORD), reading.lines(many, &Text::default(), WORD));
        if !one.is_empty() || !many.is_empty() {
            levels.push(Level { kind, one, many });
        }
    }
    if reading.complaints.is_empty() { Ok((facts, levels)) } else { Err(reading.complaints) }
}

/// For each kind of line the fields in which a framework names it, one and several.
pub(crate) const LEVELS: [(Kind, &str, &str); 6] = [
    (Kind::Need, "one_need", "many_need"),
    (Kind::Priority, "one_priority", "many_priority"),
    (Kind::Goal, "one_goal", "many_goal"),
    (Kind::Action, "one_action", "many_action"),
    (Kind::Project, "one_project", "many_project"),
    (Kind::Direction, "one_direction", "many_direction"),
];

/// The form that a framework's facts make.
pub(crate) fn framework_form(facts: &FrameworkFacts, levels: &[Level], version: i64) -> Pairs {
    let form = Pairs::default()
        .with_text("title", &facts.title)
        .with_text("about", &facts.about)
        .with_text("purpose", &facts.charter.purpose)
        .with_text("goals", &facts.charter.goals)
        .with_text("principles", &facts.charter.principles)
        .with_text("source", &facts.source)
        .with("edition", &facts.edition)
        .with("historical", if facts.historical { "yes" } else { "" })
        .with("publicity", facts.publicity.code())
        .with("first_year", facts.years.first())
        .with("last_year", facts.years.last())
        .with("year_month", facts.years.month())
        .with("adopted_on", facts.adopted_on.map(|day| day.to_string()).unwrap_or_default())
        .with_text("decision", &facts.decision)
        .with("version", version);
    LEVELS.into_iter().fold(form, |form, (kind, one, many)| {
        match levels.iter().find(|level| level.kind == kind) {
            Some(level) => form.with_text(one, &level.one).with_text(many, &level.many),
            None => form,
        }
    })
}

/// The form of a report or a confirmation: the state and what is said to it.
pub(crate) fn read_state(ctx: &Ctx, form: &Pairs) -> (Option<State>, Text, Complaints) {
    let mut reading = Reading::of(ctx, form);
    let state = reading.choice("state", State::from_code);
    let note = reading.proses("note", &Text::default(), PROSE);
    (state, note, reading.complaints)
}
