//! Rows of a work plan: the area and the goal stand in columns beside the action; what is blank carries on from above.

use super::{
    cells::{CellRefusal, Cells, TITLES, on_one_line},
    judge::PlanJudge,
    said::SaidLine,
};
use crate::{
    pages::forms::{CODE, TITLE},
    rules::{kinds::Kind, outline::Place, tree::code_key, workplan::numbered},
    store::lines::LineFacts,
};
use platform::{
    batch::Finding,
    langs::Lang,
    text::{LineRefusal, Text, fold, line},
};

/// A line above the one that a row is about, with what was wrong with it where it came first.
#[derive(Debug, Clone)]
pub(super) struct Ancestor {
    pub line: SaidLine,
    wrong: Vec<Finding>,
}

/// What a row is about before it hangs anywhere.
struct Named {
    code: Option<String>,
    title: String,
    /// Its column, and what stood there when a code was taken out of it.
    cleaned: Option<(&'static str, String)>,
}

impl Named {
    /// Tells that a code was taken out of the words.
    fn tell(&self, cells: &mut Cells<'_>) {
        if let (Some((key, typed)), Some(code)) = (&self.cleaned, &self.code) {
            let found = Finding::noted(Some(key), "import-plan-code-out").with("before", typed.clone());
            cells.findings.push(found.with("after", self.title.clone()).with("name", code.clone()));
        }
    }
}

impl PlanJudge {
    /// The words of a column and the code before them, in a sheet of areas and goals.
    fn named(&self, cells: &mut Cells<'_>, key: &'static str) -> Option<Named> {
        let typed = on_one_line(cells.given.get(key));
        let (code, title) = numbered(&typed);
        let code = code.map(str::to_owned);
        let title = match line(title, TITLE) {
            Ok(title) => title,
            Err(LineRefusal::Empty) => return None,
            Err(why) => {
                cells.refuse(key, &why);
                return None;
            }
        };
        let cleaned = code.is_some().then_some((key, typed));
        Some(Named { code, title, cleaned })
    }

    /// The code of the version before under which a line of this kind and title stands, when no row has brought it.
    fn stood(&self, kind: Kind, title: &str) -> Option<String> {
        match self.called.get(&(kind, fold(title))).map(Vec::as_slice) {
            Some([code]) if !self.tree.has(code) => Some(code.clone()),
            _ => None,
        }
    }

    /// A code for a line whose row has none: the one under which it stood, or the next that is free.
    fn give_code(&mut self, above: Option<&str>, (kind, title): (Kind, &str)) -> String {
        if let Some(code) = self.stood(kind, title) {
            return code;
        }
        let (tree, ahead, stands) = (&self.tree, &self.ahead, &self.picture.stands);
        self.codes.give(above, |code| {
            let key = code_key(code);
            tree.has(code) || ahead.contains(&key) || stands.contains_key(&key)
        })
    }

    /// The area or goal of a row: the one that an earlier row brought, or a new one.
    fn ancestor(
        &mut self,
        cells: &mut Cells<'_>,
        kind: Kind,
        (above, named): (Option<&Ancestor>, Named),
    ) -> Ancestor {
        let above_code = above.map(|one| one.line.facts.code.clone());
        let key = (above_code.as_deref().map(code_key), fold(&named.title));
        if let Some(known) = self.ancestors.get(&key).cloned() {
            cells.findings.extend(known.wrong.iter().cloned());
            return known;
        }
        named.tell(cells);
        let given = named.code.clone();
        let code = given.unwrap_or_else(|| self.give_code(above_code.as_deref(), (kind, &named.title)));
        let noted = cells.findings.len();
        let spot = self.hang(cells, Place::Below(above_code.as_deref()), (&code, kind));
        let wrong: Vec<Finding> = cells.findings.iter().skip(noted).cloned().collect();
        let (before, parties, stood) = self.before(&code, kind);
        let mut title = before.title.clone();
        if title.in_lang(cells.lang) != named.title {
            title = title.with(cells.lang, &named.title, cells.today);
        }
        let facts = LineFacts { kind, code, title, ..before };
        let line = SaidLine {
            above: spot.above,
            position: spot.position,
            facts,
            parties,
            line: stood,
            is_more: false,
            progress: None,
        };
        let new = Ancestor { line, wrong };
        self.ancestors.insert(key, new.clone());
        new
    }

    /// A row of a work plan: its area and goal, carried on from above where they are blank, and the action.
    pub(super) fn workplan_row(&mut self, cells: &mut Cells<'_>) -> Vec<SaidLine> {
        let (area, goal) = (self.named(cells, "area"), self.named(cells, "goal"));
        let (says_area, says_goal) = (area.is_some(), goal.is_some());
        if let Some(area) = area {
            let area = self.ancestor(cells, Kind::Priority, (None, area));
            let is_same = self.area.as_ref().is_some_and(|one| one.line.facts.code == area.line.facts.code);
            if !is_same {
                self.goal = None;
            }
            self.area = Some(area);
        }
        if let Some(goal) = goal {
            let above = self.area.clone();
            self.goal = Some(self.ancestor(cells, Kind::Goal, (above.as_ref(), goal)));
        }
        let mut path: Vec<SaidLine> =
            [&self.area, &self.goal].into_iter().flatten().map(|one| one.line.clone()).collect();
        let carried: Vec<Finding> =
            [&self.area, &self.goal].into_iter().flatten().flat_map(|one| one.wrong.clone()).collect();
        for finding in carried {
            if !cells.findings.contains(&finding) {
                cells.findings.push(finding);
            }
        }
        let key = TITLES.into_iter().find(|key| !cells.given.get(key).trim().is_empty());
        let named = key.and_then(|key| self.named(cells, key));
        match named {
            Some(named) => path.push(self.action(cells, named)),
            None if says_goal || says_area => {
                let about = if says_goal { self.goal.clone() } else { self.area.clone() };
                path.extend(about.map(|about| self.more(cells, about)));
            }
            None => match self.last.clone() {
                Some((_, _, last)) if says_anything(cells) => path.push(self.more(cells, last)),
                _ => cells.refuse("title", &CellRefusal::SaysNothing),
            },
        }
        path
    }

    /// The action of a row; the same as in the row before, when it has its words and its place.
    fn action(&mut self, cells: &mut Cells<'_>, named: Named) -> SaidLine {
        let above = self.goal.clone().or_else(|| self.area.clone());
        let above_code = above.as_ref().map(|one| one.line.facts.code.clone());
        if above.is_none() {
            cells.refuse("title", &CellRefusal::NothingAbove);
        }
        let kind = cells.word("kind", &self.picture.kinds).unwrap_or(Kind::Action);
        named.tell(cells);
        let own = cells.line("code", CODE).or(named.code);
        let title = fold(&named.title);
        if let Some((last_above, last_title, last)) = self.last.clone()
            && (&last_above, &last_title) == (&above_code, &title)
            && own.as_ref().is_none_or(|code| code_key(code) == code_key(&last.line.facts.code))
        {
            cells.findings.extend(last.wrong.iter().cloned());
            return self.more(cells, last);
        }
        let code = own.unwrap_or_else(|| {
            let given = self.give_code(above_code.as_deref(), (kind, &named.title));
            cells
                .findings
                .push(Finding::noted(Some("code"), "import-plan-code-given").with("after", given.clone()));
            given
        });
        let noted = cells.findings.len();
        let mut line = self.leaf(cells, Place::Below(above_code.as_deref()), (code, kind));
        line.facts.title = without_code(&line.facts.title, cells, &named.title);
        let wrong = cells.findings.iter().skip(noted).filter(|one| one.wrong).cloned().collect();
        self.last = Some((above_code, title, Ancestor { line: line.clone(), wrong }));
        line
    }

    /// What a row says more of a line that stands there already.
    fn more(&mut self, cells: &mut Cells<'_>, of: Ancestor) -> SaidLine {
        let code = of.line.facts.code.clone();
        let nothing = LineFacts::new(of.line.facts.kind, code.clone(), Text::default());
        let mut facts = self.facts(cells, &nothing, (code.clone(), of.line.facts.kind));
        let (parties, owner) = self.carried(cells, &code, &[]);
        facts.owner = owner;
        let progress = self.progress(cells, &mut facts);
        SaidLine { facts, parties, is_more: true, progress, ..of.line }
    }
}

/// The title without the code that stood before it.
fn without_code(title: &Text, cells: &Cells<'_>, bare: &str) -> Text {
    let key = TITLES.into_iter().zip([cells.lang, Lang::En, Lang::Fr]);
    let said = key.into_iter().find(|(key, _)| !cells.given.get(key).trim().is_empty());
    match said {
        Some((_, lang)) if title.in_lang(lang) != bare => title.clone().with(lang, bare, cells.today),
        _ => title.clone(),
    }
}

/// Whether a row says anything beside an area, a goal or an action.
fn says_anything(cells: &Cells<'_>) -> bool {
    let keys = ["lead", "partner", "status", "from", "to", "note", "note-en", "note-fr"]
        .into_iter()
        .chain(super::columns::QUARTERS);
    keys.into_iter().any(|key| !cells.given.get(key).trim().is_empty())
}
