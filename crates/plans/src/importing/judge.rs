//! Reading the rows of a plan's sheet, in their order. Pure: it works on a picture that was loaded before.
//!
//! Two shapes are read. As an outline each row is one line, with its step or the line above it: the plan's own export is one. As a work
//! plan the area and the goal stand in columns beside the action; what is blank carries on from above.

use super::{
    cells::{Carried, CellRefusal, Cells, NOTES, Progress, TITLES, WORDINGS},
    directory::Directory,
    known::called,
    said::{Answers, Said, SaidLine, Whole},
    workplan::Ancestor,
};
use crate::{
    pages::forms::CODE,
    rules::{
        kinds::Kind,
        money::Money,
        outline::{Growing, Place, Spot},
        patterns::Pattern,
        periods::{Quarter, Span, Years},
        stages::Stage,
        states::State,
        tree::code_key,
        workplan::{FreeCodes, is_sum, numbered},
    },
    store::{
        lines::LineFacts,
        parties::{Part, Party},
    },
};
use jiff::civil::Date;
use partners::PersonId;
use platform::{
    batch::{Finding, Given, Judge, Judged, Verdict},
    langs::Lang,
    text::Text,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// A line of the version before, of which a row may say more.
#[derive(Debug, Clone)]
pub(super) struct Stands {
    pub line: Uuid,
    pub facts: LineFacts,
    pub parties: Vec<Party>,
    /// What the export says of who leads and takes part, in each language in which it is made.
    pub cells: Vec<(Part, String)>,
}

/// What is kept, as rows are compared with it.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    pub whole: Whole,
    /// The years in which quarters may lie.
    pub years: Years,
    /// Whether area or goal stand in columns.
    pub is_workplan: bool,
    /// Whether a column says the line above.
    pub names_above: bool,
    pub kinds: HashMap<String, Kind>,
    pub patterns: HashMap<String, Pattern>,
    pub stages: HashMap<String, Stage>,
    pub states: HashMap<String, State>,
    pub directory: Directory,
    /// The lines of the version before, by the keys of their codes.
    pub stands: HashMap<String, Stands>,
    pub today: Date,
    /// What was answered to what rows ask.
    pub answers: Answers,
}

/// Reads rows against a [`Picture`].
pub(super) struct PlanJudge {
    pub(super) picture: Picture,
    pub(super) tree: Growing,
    /// Keys of codes that stand in rows still to come.
    pub(super) ahead: BTreeSet<String>,
    /// Areas and goals by the code above them and their folded titles.
    pub(super) ancestors: HashMap<(Option<String>, String), Ancestor>,
    pub(super) area: Option<Ancestor>,
    pub(super) goal: Option<Ancestor>,
    /// The line of the last row, by the code above it and its folded title.
    pub(super) last: Option<(Option<String>, String, Ancestor)>,
    /// The codes of the version before, by the kinds and folded titles of their lines.
    pub(super) called: HashMap<(Kind, String), Vec<String>>,
    pub(super) codes: FreeCodes,
    /// Who looks after lines that rows have brought, by the keys of their codes.
    owners: HashMap<String, PersonId>,
    /// What rows said below which area and goal, and in which row.
    said: HashMap<Repeated, i64>,
}

/// All that a row says, with the codes of the area and the goal that it carries on from above.
type Repeated = ([Option<String>; 2], BTreeMap<&'static str, Vec<String>>);

impl PlanJudge {
    /// Ready for the first row.
    pub fn new(picture: Picture) -> Self {
        let called = called(&picture.stands);
        Self {
            picture,
            called,
            codes: FreeCodes::default(),
            owners: HashMap::new(),
            said: HashMap::new(),
            tree: Growing::default(),
            ahead: BTreeSet::new(),
            ancestors: HashMap::new(),
            area: None,
            goal: None,
            last: None,
        }
    }

    /// Hangs a line; what is wrong with its place is noted.
    pub(super) fn hang(
        &mut self,
        cells: &mut Cells<'_>,
        place: Place<'_>,
        (code, kind): (&str, Kind),
    ) -> Spot {
        match self.tree.hang(cells.row(), place, (code, kind)) {
            Ok(spot) => spot,
            Err(wrong) => {
                cells.findings.extend(wrong.iter().map(|why| Finding::refused(Some("code"), why.as_ref())));
                Spot { above: None, depth: 0, position: 0 }
            }
        }
    }

    /// What stood of a line, and what the next version of it begins with.
    pub(super) fn before(&self, code: &str, kind: Kind) -> (LineFacts, Vec<Party>, Option<Uuid>) {
        match self.picture.stands.get(&code_key(code)) {
            Some(one) => (one.facts.clone(), one.parties.clone(), Some(one.line)),
            None => (LineFacts::new(kind, code, Text::default()), Vec::new(), None),
        }
    }

    /// When the line of a row is worked on, on top of what stood: from quarters or months of its own columns, else from the marked ones.
    fn span(&self, cells: &mut Cells<'_>, before: Span, marks: &[(Quarter, Option<String>)]) -> Span {
        let (from, to) = (cells.end("from", self.picture.years), cells.end("to", self.picture.years));
        let stood = |quarter: Option<_>, month: Option<u32>| quarter.map(|quarter| (quarter, month));
        let marked = |n: Option<&(Quarter, Option<String>)>| n.map(|(quarter, _)| (*quarter, None));
        let first = from.or_else(|| marked(marks.first()));
        let last = to.or_else(|| marked(marks.last()));
        let first = first.or_else(|| stood(before.from, before.from_month));
        let last = last.or_else(|| stood(before.to, before.to_month));
        let mut span = Span {
            from: first.map(|(quarter, _)| quarter),
            to: last.map(|(quarter, _)| quarter),
            from_month: first.and_then(|(_, month)| month),
            to_month: last.and_then(|(_, month)| month),
            ongoing: match cells.given.get("ongoing") {
                "yes" => true,
                "no" => false,
                _ => before.ongoing,
            },
        };
        if span.ongoing && to.is_none() {
            (span.to, span.to_month) = (None, None);
        }
        if let Err(why) = span.check(self.picture.years) {
            cells.refuse(if from.is_some() || to.is_some() { "from" } else { "q1" }, &why);
        } else if from.is_some() || to.is_some() || !marks.is_empty() {
            cells.tell_span((span.from, span.to), self.picture.years);
        }
        span
    }

    /// What a row says of a line beside its code, kind and title, on top of what stood.
    pub(super) fn facts(
        &self,
        cells: &mut Cells<'_>,
        before: &LineFacts,
        (code, kind): (String, Kind),
    ) -> LineFacts {
        let whole = self.picture.whole;
        let year = cells.year(whole.year);
        let marks = cells.marks(year);
        let span = self.span(cells, before.span, &marks);
        let mut note = cells.text(NOTES, &before.note, true);
        for (quarter, words) in marks {
            let Some(words) = words else { continue };
            let colon = if cells.lang == Lang::Fr { "\u{a0}:" } else { ":" };
            let told = format!("{}{colon} {words}", quarter.code());
            let stood = note.in_lang(cells.lang);
            if !stood.contains(&told) {
                let both = if stood.is_empty() { told } else { format!("{stood}\n{told}") };
                note = note.with(cells.lang, &both, cells.today);
            }
        }
        let stage = cells.word("stage", &self.picture.stages).or(before.stage);
        let money = before.money;
        LineFacts {
            kind,
            code,
            title: cells.text(TITLES, &before.title, false),
            note,
            wording: cells.text(WORDINGS, &before.wording, true),
            owner: before.owner,
            span,
            patterns: cells.words("patterns", &self.picture.patterns, &before.patterns),
            stage: (kind == Kind::Direction).then_some(stage.unwrap_or(Stage::Idea)),
            stage_why: before.stage_why.clone(),
            money: Money {
                seeking: cells.amount("seeking", money.seeking),
                secured: cells.amount("secured", money.secured),
                in_kind: cells.amount("in-kind", money.in_kind),
                volunteer_hours: cells.amount("volunteer-hours", money.volunteer_hours),
            },
        }
    }

    /// Who leads and takes part, as the row says. A cell that says what the export says of the line changes nothing, and an empty one
    /// neither.
    pub(super) fn parties(&self, cells: &mut Cells<'_>, code: &str, before: &[Party]) -> Carried {
        let stands = self.picture.stands.get(&code_key(code));
        let (mut all, mut people) = (Vec::new(), Vec::new());
        for part in Part::ALL {
            let cell = cells.given.get(part.code()).trim();
            let is_same = cell.is_empty()
                || stands
                    .is_some_and(|one| one.cells.iter().any(|(of, told)| *of == part && told.trim() == cell));
            if is_same {
                all.extend(before.iter().filter(|party| party.part == part).cloned());
            } else {
                let (some, leads) = cells.people(part, &self.picture.directory);
                all.extend(some);
                people.extend(leads);
            }
        }
        (all, people)
    }

    /// Who carries a line, as the row says: the first person who leads it looks after it, unless another one does; others stand aside.
    pub(super) fn carried(
        &mut self,
        cells: &mut Cells<'_>,
        code: &str,
        before: &[Party],
    ) -> (Vec<Party>, Option<PersonId>) {
        let (mut all, people) = self.parties(cells, code, before);
        for (id, name) in people {
            let owner = *self.owners.entry(code_key(code)).or_insert(id);
            if owner == id {
                cells.note("lead", "import-plan-owner", &name);
            } else {
                all.push(Party { part: Part::Lead, who: cells.aside("lead", name) });
            }
        }
        (all, self.owners.get(&code_key(code)).copied())
    }

    /// Whether a row is left out for what was answered of it; what is open is asked.
    fn is_left(&mut self, cells: &mut Cells<'_>) -> bool {
        let n = cells.given.number;
        let heads = TITLES.into_iter().chain(["area", "goal"]).map(|key| cells.given.get(key));
        if heads.into_iter().any(is_sum) && cells.leaves(format!("sum:{n}"), "import-plan-sum", None) {
            return true;
        }
        let carries = |key: &str, one: &Option<Ancestor>| {
            let is_blank = cells.given.get(key).trim().is_empty();
            one.as_ref().filter(|_| is_blank).map(|one| code_key(&one.line.facts.code))
        };
        let above = [carries("area", &self.area), carries("goal", &self.goal)];
        match self.said.get(&(above.clone(), cells.given.values.clone())).copied() {
            Some(first) if self.picture.is_workplan => {
                cells.leaves(format!("again:{n}"), "import-plan-again", Some(first))
            }
            _ => {
                self.said.insert((above, cells.given.values.clone()), n);
                false
            }
        }
    }

    /// The line of a row that hangs at `place`, with its code, kind and what else it says.
    pub(super) fn leaf(
        &mut self,
        cells: &mut Cells<'_>,
        place: Place<'_>,
        (code, kind): (String, Kind),
    ) -> SaidLine {
        let spot = self.hang(cells, place, (&code, kind));
        let (before, stood, line) = self.before(&code, kind);
        let (parties, owner) = self.carried(cells, &code, &stood);
        let mut facts = self.facts(cells, &before, (code, kind));
        facts.owner = owner.or(facts.owner);
        let progress = self.progress(cells, &mut facts);
        SaidLine {
            above: spot.above,
            position: spot.position,
            facts,
            parties,
            line,
            is_more: false,
            progress,
        }
    }

    /// How far the line of a row is. What says no state, and what is said of a line that nobody does, goes into its note.
    pub(super) fn progress(&self, cells: &mut Cells<'_>, facts: &mut LineFacts) -> Option<(State, Text)> {
        let Progress { state, said } = cells.progress(&self.picture.states)?;
        match state.filter(|_| facts.kind.is_done_by_somebody()) {
            Some(state) => {
                let words = if state.needs_note() { said.as_str() } else { "" };
                Some((state, Text::default().with(cells.lang, words, cells.today)))
            }
            None => {
                cells.note("status", "import-plan-state-noted", &said);
                let stood = facts.note.in_lang(cells.lang);
                if !stood.contains(&said) {
                    let both = if stood.is_empty() { said } else { format!("{stood}\n{said}") };
                    facts.note = facts.note.clone().with(cells.lang, &both, cells.today);
                }
                None
            }
        }
    }

    /// A row as one line of an outline.
    fn outline_row(&mut self, cells: &mut Cells<'_>) -> Vec<SaidLine> {
        let step = cells.step();
        let above = cells.line("above", CODE);
        let place = match (step, self.picture.names_above) {
            (Some(step), _) => Place::Step(step),
            (None, true) => Place::Below(above.as_deref()),
            (None, false) => Place::Anywhere,
        };
        let usual = match (step, above.as_ref()) {
            (Some(0), _) | (None, None) => Kind::Priority,
            (Some(1), _) => Kind::Goal,
            _ => Kind::Action,
        };
        let kind = cells.word("kind", &self.picture.kinds).unwrap_or(usual);
        let code = cells.line("code", CODE).unwrap_or_default();
        if TITLES.into_iter().all(|key| cells.given.get(key).trim().is_empty()) {
            cells.refuse("title", &CellRefusal::SaysNothing);
        }
        vec![self.leaf(cells, place, (code, kind))]
    }
}

impl Judge for PlanJudge {
    fn glances(&self) -> bool {
        true
    }

    fn glance(&mut self, given: &Given) {
        self.ahead.insert(code_key(given.get("code")));
        if self.picture.is_workplan {
            for key in ["area", "goal", "title", "title-en", "title-fr"] {
                self.ahead.extend(numbered(given.get(key)).0.map(code_key));
            }
        }
    }

    fn judge(&mut self, given: &Given) -> Judged {
        let (lang, today) = (self.picture.whole.lang, self.picture.today);
        let mut judged = Judged {
            verdict: Verdict::Same,
            record: serde_json::Value::Null,
            target: None,
            names: Vec::new(),
            candidates: Vec::new(),
            findings: Vec::new(),
            waits: false,
        };
        if given.values.values().flatten().all(|value| value.trim().is_empty()) {
            return judged;
        }
        let answers = Answers::clone(&self.picture.answers);
        let mut cells = Cells { given, findings: Vec::new(), lang, today, answers };
        if self.is_left(&mut cells) {
            let is_open = cells.findings.iter().any(|one| one.asks.is_some());
            judged.verdict = if is_open { Verdict::Ask } else { Verdict::Leave };
            judged.findings = cells.findings;
            return judged;
        }
        let path = if self.picture.is_workplan {
            self.workplan_row(&mut cells)
        } else {
            self.outline_row(&mut cells)
        };
        judged.findings = cells.findings;
        judged.verdict =
            if judged.findings.iter().any(|one| one.wrong) { Verdict::Refuse } else { Verdict::Add };
        judged.record = serde_json::to_value(Said { whole: self.picture.whole, path }).unwrap_or_default();
        judged
    }
}
