//! The plans of the demo, read from `data/plan`, kept through the room's facade.
//!
//! The figures of the poster stand in the notes of its projects.

mod files;

use self::files::{Actor, NodeSeed, PlanSeed, Words, end};
use super::{Known, PartnershipSeed};
use crate::world::text::T;
use ::plans::{
    Confirmation, EvidenceFacts, FrameworkFacts, Level, LineFacts, MilestoneFacts, NewLetter, NewLine,
    NodeId, Part, Party, RecommendationFacts, Reported, Tie, Who, add_evidence, add_framework, add_lines,
    add_milestone, add_recommendation, add_reference, adopt_wording, bring_framework_into_force,
    confirm_state, keep_letter, link_lines, reference_frames, report_state,
    rules::{
        charter::Charter,
        kinds::Kind,
        money::Money,
        periods::{Span, Years},
        records::{Reply, Telling},
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

/// Keeps the plan of this seed, and the outside frames that it is held against.
pub(super) async fn fill(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed, known: &Known) -> Result<()> {
    let Some((_, text)) = FILES.iter().find(|(slug, _)| *slug == seed.slug) else { return Ok(()) };
    let plan: PlanSeed = files::read(text)?;
    let mut codes = frames(ctx, tx).await?;
    let building = Building { today: ctx.today(), seed, known, plan: &plan };
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
    let lines = lines_of(&plan, &codes);
    building.beside(tx, &lines).await?;
    building.recommend(tx, &codes).await?;
    building.letter(tx, &lines).await
}

/// The lines of a plan, each with its id.
fn lines_of<'a>(plan: &'a PlanSeed, codes: &HashMap<String, NodeId>) -> Vec<(&'a NodeSeed, NodeId)> {
    plan.node.iter().filter_map(|node| Some((node, *codes.get(&node.code)?))).collect()
}

/// The outside frames that Kith brings: their lines by `frame:code`.
async fn frames(ctx: &Ctx, tx: &mut Tx) -> Result<HashMap<String, NodeId>> {
    let mut codes = HashMap::new();
    for frame in reference_frames()? {
        let (_, lines) = add_reference(tx, &frame, ctx.today()).await?;
        codes.extend(lines.into_iter().map(|(code, id)| (format!("{}:{code}", frame.slug), id)));
    }
    Ok(codes)
}

fn unknown(what: &str) -> Error {
    Error::failed(format!("a plan of the demo names {what}, which is not there"))
}

/// What a partnership has set itself, as the charter of its plan.
fn charter(of: &PartnershipSeed, on: Date) -> Charter {
    let listed = |points: Vec<(&str, &str)>| {
        let (en, fr): (Vec<&str>, Vec<&str>) = points.into_iter().unzip();
        Text::both(&en.join("\n"), &fr.join("\n"), on)
    };
    let both = |all: &'static [T]| listed(all.iter().map(|one| (one.en, one.fr)).collect());
    let principles: Vec<(String, String)> = of
        .principles
        .iter()
        .map(|one| {
            let (name, meaning) = (one.name, one.meaning);
            (format!("{}: {}", name.en, meaning.en), format!("{}\u{a0}: {}", name.fr, meaning.fr))
        })
        .collect();
    Charter {
        purpose: both(of.purposes),
        goals: both(of.goals),
        principles: listed(principles.iter().map(|(en, fr)| (en.as_str(), fr.as_str())).collect()),
    }
}

struct Building<'a> {
    today: Date,
    seed: &'a PartnershipSeed,
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
            charter: charter(self.seed, self.today),
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
        let years = self.years()?;
        let (from, from_month) = end(node.from.as_deref(), false, years)?;
        let (to, to_month) = if node.ongoing { (None, None) } else { end(node.to.as_deref(), true, years)? };
        let facts = LineFacts {
            note: node.note.text(self.today),
            wording: self.words(node.adopted.as_ref()),
            owner,
            span: Span { from, to, ongoing: node.ongoing, from_month, to_month },
            patterns: node.patterns.clone(),
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
            let report =
                Reported { state, note: report.note.text(self.today), on, by, for_owner: false, released };
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

    /// Milestones, and what tells of needs.
    async fn beside(&self, tx: &mut Tx, lines: &[(&NodeSeed, NodeId)]) -> Result<()> {
        let years = self.years()?;
        for (node, id) in lines {
            for one in &node.milestone {
                let quarter = |of: &Option<String>| end(of.as_deref(), true, years).ok()?.0;
                let due_on = quarter(&one.due).and_then(|quarter| years.ends_on(quarter));
                // Reached in a quarter that is not over yet: no later than today.
                let done_on = quarter(&one.reached).and_then(|quarter| years.ends_on(quarter));
                let done_on = done_on.map(|day| day.min(self.today));
                let facts = MilestoneFacts { title: one.title.text(self.today), due_on, done_on };
                add_milestone(tx, *id, &facts).await?;
            }
            for one in &node.evidence {
                let kind = Telling::from_code(&one.kind).ok_or_else(|| unknown(&one.kind))?;
                let year = one.days_ago.and_then(|days| u32::try_from(self.ago(days).year()).ok());
                let facts = EvidenceFacts {
                    kind,
                    what: one.title.text(self.today),
                    figure: String::new(),
                    unit: Text::default(),
                    source: Text::default(),
                    place: Text::default(),
                    year,
                    link: String::new(),
                };
                add_evidence(tx, *id, &facts).await?;
            }
        }
        Ok(())
    }

    /// Recommendations to those outside. What was answered, or is told from an old document, is public; an answer is expected
    /// within sixty days.
    async fn recommend(&self, tx: &mut Tx, codes: &HashMap<String, NodeId>) -> Result<()> {
        for one in &self.plan.recommendation {
            let reply = Reply::from_code(&one.answer).ok_or_else(|| unknown(&one.answer))?;
            let (organization_id, named) = match self.who(&one.to)? {
                Who::Organization(id) => (Some(id), Text::default()),
                Who::Named(words) => (None, words),
                Who::Council(_) | Who::Aside(_) => return Err(unknown("somebody outside who is asked")),
            };
            let recommended_on = one.days_ago.map(|days| self.ago(days));
            let facts = RecommendationFacts {
                organization_id,
                named,
                barrier: self.words(one.barrier.as_ref()),
                wording: one.ask.text(self.today),
                recommended_on,
                expected_on: recommended_on.map(|day| day.saturating_add(60.days())),
                reply,
                replied_on: one.answered_days_ago.map(|days| self.ago(days)),
                reply_note: self.words(one.answer_note.as_ref()),
                outcome: self.words(one.outcome.as_ref()),
                released: reply != Reply::Awaited,
            };
            let node = codes.get(&one.node).copied().ok_or_else(|| unknown(&one.node))?;
            add_recommendation(tx, node, &facts).await?;
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

        async fn what_stands_beside_lines_is_there_for_readers(site) {
            build(&site.app).await.expect("a world");
            let needs: Value = serde_json::from_str(&site.get("/portage-falls/api/v1/plan?kind=need").await.body).expect("JSON");
            let need = needs["items"].as_array().expect("items").iter().find(|one| one["code"] == "PF-N2").expect("a need")["id"].clone();
            let page = site.get(&format!("/portage-falls/en/our-plan/{}", need.as_str().expect("an id"))).await.body;
            assert!(page.contains("Visits without an interpreter") && page.contains("He told me what the doctor said"), "{page}");
            let all: Value = serde_json::from_str(&site.get("/london-middlesex/api/v1/plan?kind=project&limit=200").await.body).expect("JSON");
            let asked = all["items"].as_array().expect("items").iter().find(|one| one["code"] == "L-p2").expect("a project")["id"].clone();
            let page = site.get(&format!("/london-middlesex/fr/our-plan/{}", asked.as_str().expect("an id"))).await.body;
            assert!(page.contains("Lorne Ave. P.S.") && page.contains("Réponse"), "{page}");
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
