//! A whole plan as a reader may see it: its lines with who carries them and how far they are, and what each branch says of all
//! that stands below it.

use crate::{
    FrameworkId, NodeId,
    rules::{
        kinds::Kind,
        periods::Years,
        states::{Roll, State},
        tree::Forest,
    },
    store::{
        frameworks::{Framework, Level, list_levels},
        lines::{Line, forest_of, list_lines},
        parties::{Part, Party, Who, list_parties, parties_beside},
    },
};
use councils::{Council, CouncilId};
use partners::{Organization, OrganizationId, Reader};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    text::Text,
};
use std::collections::{BTreeMap, HashMap};

/// What bodies and organizations are called, as far as the reader may know of them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    pub(crate) councils: HashMap<CouncilId, Council>,
    pub(crate) organizations: HashMap<OrganizationId, Organization>,
}

impl Names {
    /// The names of everybody among these parties.
    pub(crate) async fn of<'a>(
        tx: &mut Tx,
        reader: Reader,
        parties: impl IntoIterator<Item = &'a Party>,
    ) -> Result<Self> {
        let mut ids: Vec<OrganizationId> = Vec::new();
        for party in parties {
            if let Who::Organization(id) = &party.who {
                ids.push(*id);
            }
        }
        ids.sort_unstable();
        ids.dedup();
        let councils = councils::councils(tx).await?;
        Ok(Self {
            councils: councils.into_iter().map(|one| (one.id, one)).collect(),
            organizations: partners::organizations_named(tx, reader, &ids).await?,
        })
    }

    /// What somebody is called; none when the reader may not know of them.
    pub(crate) fn name<'a>(&'a self, who: &'a Who) -> Option<&'a Text> {
        match who {
            Who::Council(id) => self.councils.get(id).map(|one| &one.name),
            Who::Organization(id) => self.organizations.get(id).map(|one| &one.name),
            Who::Named(named) => Some(named),
            // Nobody reads of them but those who write the plan: see `asides`.
            Who::Aside(_) => None,
        }
    }
}

/// A plan with everything that its pages show.
#[derive(Debug, Clone)]
pub(crate) struct PlanSeen {
    pub(crate) framework: Framework,
    pub(crate) years: Years,
    pub(crate) levels: Vec<Level>,
    /// From the top down, each followed by those below it.
    pub(crate) lines: Vec<Line>,
    pub(crate) forest: Forest,
    pub(crate) parties: HashMap<NodeId, Vec<Party>>,
    pub(crate) names: Names,
    /// For which face it is: the public sees what was confirmed or released.
    pub(crate) face: Face,
    places: HashMap<NodeId, usize>,
    rolls: HashMap<NodeId, Roll>,
}

impl PlanSeen {
    /// Reads the whole plan for the reader of `ctx`.
    pub(crate) async fn load(ctx: &Ctx, tx: &mut Tx, framework: Framework) -> Result<Self> {
        let (lines, all) = (list_lines(tx, framework.id).await?, list_parties(tx, framework.id).await?);
        let levels = list_levels(tx, framework.id).await?;
        let names = Names::of(tx, partners::reader(ctx), all.iter().map(|(_, party)| party)).await?;
        Self::new(framework, (lines, levels), (by_line(all), names), ctx.face)
    }

    /// The plan as far as these lines of it go, for the reader of `ctx`: what stands above and below them is not read, and nothing is
    /// counted beyond them. The names are those of `everybody` in the plan.
    pub(crate) async fn of_lines(
        ctx: &Ctx,
        tx: &mut Tx,
        framework: Framework,
        (lines, everybody): (&[Line], &[Party]),
    ) -> Result<Self> {
        let ids: Vec<NodeId> = lines.iter().map(|line| line.id).collect();
        let parties = by_line(parties_beside(tx, &ids).await?);
        let levels = list_levels(tx, framework.id).await?;
        let names = Names::of(tx, partners::reader(ctx), everybody).await?;
        Self::new(framework, (lines.to_vec(), levels), (parties, names), ctx.face)
    }

    /// The plan that these make.
    pub(crate) fn new(
        framework: Framework,
        (lines, levels): (Vec<Line>, Vec<Level>),
        (parties, names): (HashMap<NodeId, Vec<Party>>, Names),
        face: Face,
    ) -> Result<Self> {
        let forest = forest_of(&lines);
        let places = lines.iter().enumerate().map(|(at, line)| (line.id, at)).collect();
        let years = framework.years()?;
        let rolls = HashMap::new();
        let mut seen = Self { framework, years, levels, lines, forest, parties, names, face, places, rolls };
        seen.roll_up();
        Ok(seen)
    }

    /// Counts for each line all that somebody does below it, and the line itself: from the bottom up.
    fn roll_up(&mut self) {
        let mut rolls: HashMap<NodeId, Roll> = HashMap::with_capacity(self.lines.len());
        for line in self.lines.iter().rev() {
            let mut roll = Roll::default();
            if line.kind.is_done_by_somebody() {
                roll.add(self.state(line));
            }
            for below in self.forest.children(Some(line.id)) {
                if let Some(counted) = rolls.get(below) {
                    roll.take_in(counted);
                }
            }
            rolls.insert(line.id, roll);
        }
        self.rolls = rolls;
    }

    /// Which plan.
    pub(crate) fn id(&self) -> FrameworkId {
        self.framework.id
    }

    /// A line of the plan.
    pub(crate) fn line(&self, id: NodeId) -> Option<&Line> {
        self.places.get(&id).and_then(|at| self.lines.get(*at))
    }

    /// The lines directly below one, or the highest.
    pub(crate) fn below(&self, id: Option<NodeId>) -> Vec<&Line> {
        self.forest.children(id).iter().filter_map(|id| self.line(*id)).collect()
    }

    /// How far a line is, as this reader sees it.
    pub(crate) fn state(&self, line: &Line) -> Option<State> {
        let said = line.said();
        if self.face == Face::Work { said.standing() } else { said.to_public(self.framework.publicity) }
    }

    /// What a line says of all that is done below it, and of itself.
    pub(crate) fn roll(&self, id: NodeId) -> Roll {
        self.rolls.get(&id).cloned().unwrap_or_default()
    }

    /// What the whole plan says.
    pub(crate) fn whole(&self) -> Roll {
        let mut roll = Roll::default();
        for top in self.forest.children(None) {
            roll.take_in(&self.roll(*top));
        }
        roll
    }

    /// Who has this part in a line, with the names that the reader may know.
    pub(crate) fn who(&self, line: NodeId, part: Part) -> Vec<(&Who, &Text)> {
        let parties = self.parties.get(&line).map(Vec::as_slice).unwrap_or_default();
        let of_part = parties.iter().filter(|party| party.part == part);
        of_part.filter_map(|party| Some((&party.who, self.names.name(&party.who)?))).collect()
    }

    /// Those of a line of whom only those who write the plan read.
    pub(crate) fn asides(&self, line: NodeId) -> Vec<&str> {
        let parties = self.parties.get(&line).map(Vec::as_slice).unwrap_or_default();
        parties.iter().filter_map(Party::aside).collect()
    }

    /// What a kind of line is called in this plan: its own word, or the usual one.
    pub(crate) fn word(&self, ctx: &Ctx, kind: Kind) -> String {
        let own = self.levels.iter().find(|level| level.kind == kind);
        match own.map(|level| level.one.in_lang(ctx.lang)).filter(|word| !word.is_empty()) {
            Some(word) => word.to_owned(),
            None => word_of(ctx, kind),
        }
    }

    /// How many lines there are below one, and in itself, of each kind that somebody does and that occurs.
    pub(crate) fn done_below(&self, top: NodeId) -> Vec<(Kind, usize)> {
        let (mut counts, mut next) = (BTreeMap::new(), vec![top]);
        while let Some(id) = next.pop() {
            next.extend(self.forest.children(Some(id)));
            if let Some(line) = self.line(id).filter(|line| line.kind.is_done_by_somebody()) {
                *counts.entry(line.kind).or_insert(0) += 1;
            }
        }
        counts.into_iter().collect()
    }

    /// How many lines there are of each kind that occurs.
    pub(crate) fn counts(&self) -> Vec<(Kind, usize)> {
        let count = |kind: Kind| self.lines.iter().filter(|line| line.kind == kind).count();
        Kind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, n)| *n > 0).collect()
    }
}

fn by_line(all: Vec<(NodeId, Party)>) -> HashMap<NodeId, Vec<Party>> {
    let mut parties: HashMap<NodeId, Vec<Party>> = HashMap::new();
    for (node, party) in all {
        parties.entry(node).or_default().push(party);
    }
    parties
}

/// The usual word for a kind of line.
pub(crate) fn word_of(ctx: &Ctx, kind: Kind) -> String {
    ctx.say().t(&format!("plan-kind-{}", kind.code()), &[])
}
