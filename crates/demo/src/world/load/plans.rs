//! The plans of the demo, read from `data/plan`, kept through the room's facade.
//!
//! What the files tell of evidence, milestones and recommendations waits until a room keeps it; the figures of the poster stand in
//! the notes of its projects too.

mod files;

use self::files::{Actor, Frames, NodeSeed, PlanSeed, Words, period};
use super::{Known, PartnershipSeed};
use ::plans::{
    Confirmation, FrameworkFacts, Level, LineFacts, NewLetter, NewLine, NodeId, Part, Party, Reported, Tie,
    Who, add_framework, add_lines, adopt_wording, bring_framework_into_force, confirm_state, keep_letter,
    link_lines, report_state,
    rules::{
        kinds::{Kind, Pattern},
        money::Money,
        periods::{Quarter, Span, Years},
        stages::Stage,
        standing::Standing,
        states::{Publicity, State},
    },
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use partners::Reader;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    text::Text,
};
use std::collections::HashMap;

const FILES: [(&str, &str); 4] = [
    ("hamilton", include_str!("../../../data/plan/hamilton.toml")),
    ("london-middlesex", include_str!("../../../data/plan/london.toml")),
    ("medicine-hat", include_str!("../../../data/plan/medicine-hat.toml")),
    ("portage-falls", include_str!("../../../data/plan/portage-falls.toml")),
];
const FRAMES: &str = include_str!("../../../data/plan/crosswalk.toml");

/// Keeps the plan of this seed, and the outside frames that it is held against.
pub(super) async fn fill(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed, known: &Known) -> Result<()> {
    let Some((_, text)) = FILES.iter().find(|(slug, _)| *slug == seed.slug) else { return Ok(()) };
    let plan: PlanSeed = files::read(text)?;
    let mut codes = frames(ctx, tx).await?;
    let building = Building { today: ctx.today(), known, plan: &plan };
    let facts = building.framework()?;
    let levels = plan.level.iter().map(|level| building.level(level)).collect::<Result<Vec<Level>>>()?;
    let id = add_framework(tx, &plan.framework.slug, (&facts, Standing::Draft), &levels).await?;
    let lines = plan.node.iter().map(|node| building.line(node)).collect::<Result<Vec<NewLine>>>()?;
    let ids = add_lines(tx, id, &lines).await?;
    codes.extend(plan.node.iter().zip(&ids).map(|(node, id)| (node.code.clone(), *id)));
    bring_framework_into_force(tx, id).await?;
    for (node, id) in plan.node.iter().zip(ids) {
        building.adopt(tx, (node, id), facts.adopted_on).await?;
        building.say(tx, node, id).await?;
        for link in &node.links {
            let role = Tie::from_code(&link.role).ok_or_else(|| unknown(&link.role))?;
            let to = codes.get(&link.to).copied().ok_or_else(|| unknown(&link.to))?;
            link_lines(ctx, tx, role, (id, to)).await?;
        }
    }
    building.letter(tx, &lines_of(&plan, &codes)).await
}

/// The lines of a plan, each with its id.
fn lines_of<'a>(plan: &'a PlanSeed, codes: &HashMap<String, NodeId>) -> Vec<(&'a NodeSeed, NodeId)> {
    plan.node.iter().filter_map(|node| Some((node, *codes.get(&node.code)?))).collect()
}

/// The outside frames: names only, each with its source. Their lines by `frame:code`.
async fn frames(ctx: &Ctx, tx: &mut Tx) -> Result<HashMap<String, NodeId>> {
    let (all, today): (Frames, Date) = (files::read(FRAMES)?, ctx.today());
    let mut codes = HashMap::new();
    for frame in all.frame {
        let year = frame.source.year.parse().unwrap_or_else(|_| today.year());
        let source = [&frame.source.title, &frame.source.publisher, &frame.source.year, &frame.source.url]
            .map(String::as_str)
            .join(" · ");
        let facts = FrameworkFacts {
            title: frame.title.text(today),
            about: frame.about.text(today),
            source: Text::both(&source, &source, today),
            edition: frame.source.year.clone(),
            historical: false,
            publicity: Publicity::Nothing,
            years: Years::new(year, year, 1)?,
            adopted_on: None,
            decision: Text::default(),
        };
        let id = add_framework(tx, &frame.slug, (&facts, Standing::Reference), &[]).await?;
        let line = |item: &files::Item| {
            let facts = LineFacts::new(Kind::Priority, item.code.clone(), item.title.text(today));
            let note = item.group.as_ref().map(|group| group.text(today)).unwrap_or_default();
            NewLine { above: None, facts: LineFacts { note, ..facts }, parties: Vec::new() }
        };
        let lines: Vec<NewLine> = frame.item.iter().map(line).collect();
        let ids = add_lines(tx, id, &lines).await?;
        let named = frame.item.iter().zip(ids);
        codes.extend(named.map(|(item, id)| (format!("{}:{}", frame.slug, item.code), id)));
    }
    Ok(codes)
}

fn unknown(what: &str) -> Error {
    Error::failed(format!("a plan of the demo names {what}, which is not there"))
}

struct Building<'a> {
    today: Date,
    known: &'a Known,
    plan: &'a PlanSeed,
}

impl Building<'_> {
    fn ago(&self, days: i64) -> Date {
        self.today.saturating_sub(days.days())
    }

    /// The plan's own years, and as many around them as its lines need.
    fn years(&self) -> Result<Years> {
        let of = &self.plan.framework;
        let own = [&of.from, &of.to, &of.published].into_iter().flatten();
        let lines = self.plan.node.iter().flat_map(|node| [&node.from, &node.to]).flatten();
        let years: Vec<i16> = own.chain(lines).filter_map(|period| period.get(..4)?.parse().ok()).collect();
        let first = years.iter().min().copied().unwrap_or_else(|| self.today.year());
        let last = years.iter().max().copied().unwrap_or(first);
        Ok(Years::new(first, last, of.year_starts)?)
    }

    fn framework(&self) -> Result<FrameworkFacts> {
        let of = &self.plan.framework;
        let says_states = self.plan.node.iter().any(|node| !node.report.is_empty());
        let publicity = match (of.historical, says_states) {
            (false, _) => Publicity::Confirmed,
            (true, true) => Publicity::Released,
            (true, false) => Publicity::Nothing,
        };
        Ok(FrameworkFacts {
            title: of.title.text(self.today),
            about: of.about.text(self.today),
            source: of.source.text(self.today),
            edition: of.version.clone(),
            historical: of.historical,
            publicity,
            years: self.years()?,
            adopted_on: of.adopted_days_ago.map(|days| self.ago(days)),
            decision: self.words(of.decision.as_ref()),
        })
    }

    fn words(&self, words: Option<&Words>) -> Text {
        words.map(|words| words.text(self.today)).unwrap_or_default()
    }

    fn level(&self, level: &files::LevelSeed) -> Result<Level> {
        let kind = Kind::from_code(&level.kind).ok_or_else(|| unknown(&level.kind))?;
        Ok(Level { kind, one: level.one.text(self.today), many: level.many.text(self.today) })
    }

    fn line(&self, node: &NodeSeed) -> Result<NewLine> {
        let kind = Kind::from_code(&node.kind).ok_or_else(|| unknown(&node.kind))?;
        let owner = node.owner.as_ref().map(|slug| self.known.person(slug)).transpose()?;
        let quarter = |of: &Option<String>, last: bool| -> Result<Option<Quarter>> {
            of.as_ref().map(|text| period(text, last).ok_or_else(|| unknown(text))).transpose()
        };
        let to = if node.ongoing { None } else { quarter(&node.to, true)? };
        let facts = LineFacts {
            note: node.note.text(self.today),
            wording: self.words(node.adopted.as_ref()),
            owner,
            span: Span { from: quarter(&node.from, false)?, to, ongoing: node.ongoing },
            pattern: node.pattern.as_deref().and_then(Pattern::from_code),
            stage: node.stage.as_deref().and_then(Stage::from_code),
            stage_why: self.words(node.stage_why.as_ref()),
            money: node.money.iter().map(money).fold(Money::default(), Money::plus),
            ..LineFacts::new(kind, node.code.clone(), node.title.text(self.today))
        };
        let mut parties = Vec::new();
        for (part, actors) in [(Part::Lead, &node.lead), (Part::Partner, &node.partners)] {
            for actor in actors {
                parties.push(Party { part, who: self.who(actor)? });
            }
        }
        Ok(NewLine { above: node.parent.clone(), facts, parties })
    }

    fn who(&self, actor: &Actor) -> Result<Who> {
        Ok(match actor {
            Actor::Council(slug) => Who::Council(self.known.council(slug)?),
            Actor::Organization(slug) => Who::Organization(self.known.organization(slug)?),
            Actor::Named(words) => Who::Named(words.text(self.today)),
        })
    }

    /// The adopted wordings, under the decision that adopted the plan.
    async fn adopt(&self, tx: &mut Tx, (node, id): (&NodeSeed, NodeId), on: Option<Date>) -> Result<()> {
        let (Some(on), Some(_)) = (on, &node.adopted) else { return Ok(()) };
        let decision = self.words(self.plan.framework.decision.as_ref());
        adopt_wording(tx, id, (on, &decision), self.today).await
    }

    /// What was reported and confirmed, oldest first; the newest stands in the end.
    async fn say(&self, tx: &mut Tx, node: &NodeSeed, id: NodeId) -> Result<()> {
        let mut reports: Vec<_> =
            node.report.iter().map(|one| (self.day(one.days_ago, one.on.as_deref()), one)).collect();
        reports.sort_by_key(|(on, _)| *on);
        for (on, report) in reports {
            let by = match &report.by {
                Some(slug) => {
                    partners::person(tx, Reader::Staff, self.known.person(slug)?).await?.or_not_found()?.name
                }
                None => String::new(),
            };
            let state = State::from_code(&report.state).ok_or_else(|| unknown(&report.state))?;
            let released = self.plan.framework.historical;
            let report = Reported { state, note: report.note.text(self.today), on, by, released };
            report_state(tx, id, &report).await?;
        }
        let mut confirmed: Vec<_> =
            node.confirmation.iter().map(|one| (self.ago(one.days_ago), one)).collect();
        confirmed.sort_by_key(|(on, _)| *on);
        for (on, one) in confirmed {
            let state = State::from_code(&one.state).ok_or_else(|| unknown(&one.state))?;
            let (note, decision) = (self.words(one.note.as_ref()), one.decision.text(self.today));
            let council = self.known.council(&one.council)?;
            let note = if note.is_empty() && state.needs_note() { decision.clone() } else { note };
            let confirmed = Confirmation { state, note, on, council, decision };
            confirm_state(tx, id, &confirmed, self.today).await?;
        }
        Ok(())
    }

    /// The first who looks after a line of a plan of today was asked about all of hers a week ago; the demo sends no mail.
    async fn letter(&self, tx: &mut Tx, lines: &[(&NodeSeed, NodeId)]) -> Result<()> {
        let owned = lines.iter().filter(|_| !self.plan.framework.historical);
        let owned: Vec<(&String, NodeId)> =
            owned.filter_map(|(node, id)| Some((node.owner.as_ref()?, *id))).collect();
        let Some((slug, _)) = owned.first() else { return Ok(()) };
        let person = self.known.person(slug)?;
        let (Some(of), Some(email)) =
            (partners::person(tx, Reader::Staff, person).await?, partners::mail_of(tx, person).await?)
        else {
            return Ok(());
        };
        let new = NewLetter {
            person: Some(person),
            organization: None,
            name: of.name,
            email,
            lang: of.lang,
            until_on: self.today.saturating_add(7.days()),
        };
        let hers: Vec<_> = owned.iter().filter(|(own, _)| own == slug).map(|(_, id)| (*id, None)).collect();
        keep_letter(tx, None, &new, &hers).await.map(drop)
    }

    fn day(&self, days_ago: Option<i64>, on: Option<&str>) -> Date {
        let year = on.and_then(|on| on.get(..4)?.parse().ok());
        match (days_ago, year) {
            (Some(days), _) => self.ago(days),
            (None, Some(year)) => date(year, 1, 1),
            (None, None) => self.today,
        }
    }
}

/// What is asked for and not found is looked for.
fn money(of: &files::MoneySeed) -> Money {
    let found = of.found;
    let seeking = of.asked.map(|asked| asked.saturating_sub(found.unwrap_or(0)).max(0));
    match of.what.as_str() {
        "cash" => Money { seeking, secured: found, ..Money::default() },
        "in_kind" => Money { in_kind: found.or(of.asked), ..Money::default() },
        _ => Money { volunteer_hours: found.or(of.asked), ..Money::default() },
    }
}

#[cfg(test)]
mod tests {
    use crate::world::load::build;
    use serde_json::Value;

    platform::on_both! { crate::among(crate::rooms());
        async fn each_partnership_has_its_plan_for_programs_and_readers(site) {
            build(&site.app).await.expect("a world");
            let hamilton = [("priority", 4), ("goal", 16), ("action", 57), ("need", 0)];
            for (kind, n) in hamilton {
                let mut found = Vec::new();
                let mut path = format!("/hamilton/api/v1/plan?kind={kind}");
                loop {
                    let page: Value = serde_json::from_str(&site.get(&path).await.body).expect("JSON");
                    found.extend(page["items"].as_array().expect("items").clone());
                    let Some(next) = page["next"].as_str() else { break };
                    path = format!("/hamilton/api/v1/plan?kind={kind}&cursor={next}");
                }
                assert_eq!(found.len(), n, "{kind}");
                assert!(found.iter().all(|one| one["state"]["confirmed"].is_null()), "nobody confirmed an old plan");
            }
            for slug in ["hamilton", "london-middlesex", "medicine-hat", "portage-falls"] {
                for lang in ["en", "fr"] {
                    let page = site.get(&format!("/{slug}/{lang}/our-plan")).await;
                    assert!(page.status == 200 && page.body.contains("class=\"goal\""), "{slug} {lang}");
                    assert!(!page.body.contains('⟦'), "{slug} {lang}");
                }
            }
        }

        async fn the_invented_plan_shows_the_public_what_was_confirmed_and_hides_what_was_not(site) {
            build(&site.app).await.expect("a world");
            let all: Value = serde_json::from_str(&site.get("/portage-falls/api/v1/plan?kind=action&limit=200").await.body).expect("JSON");
            let items = all["items"].as_array().expect("items");
            assert!(items.iter().any(|one| one["state"]["confirmed"].is_string()));
            assert!(items.iter().all(|one| one["state"]["reported"].is_null()), "no report is released");
        }
    }
}
