//! Who can be asked about which lines: whoever looks after a line, when she may be written to, else those who are asked for the
//! organizations that lead it.

use crate::{
    LetterId, NodeId,
    mails::letter_lang,
    rules::asking::{Asked, LetterState, bundle, is_open, owes},
    seen::PlanSeen,
    store::{
        letters::Letter,
        lines::Line,
        parties::{Part, Who},
    },
};
use partners::{Mailbox, OrganizationId, PersonId, Reader};
use platform::{clock::Moment, ctx::Ctx, db::Tx, errors::Result, langs::Lang};
use std::collections::HashMap;
use uuid::Uuid;

/// Somebody who can be asked.
#[derive(Debug, Clone)]
pub(crate) struct AskReader {
    /// Whom the ledger of consent knows by this id.
    pub(crate) who: Uuid,
    pub(crate) person: Option<PersonId>,
    /// The organization whose mailbox it is.
    pub(crate) organization: Option<OrganizationId>,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) lang: Lang,
    /// The lines she answers for, each with the organization that leads it; none when she looks after it herself.
    pub(crate) lines: Vec<(NodeId, Option<OrganizationId>)>,
    /// Of how many of them nobody has said anything this quarter.
    pub(crate) owed: usize,
    /// Of which organizations the letter asks something.
    pub(crate) organizations: Vec<OrganizationId>,
    /// The letter whose link holds.
    pub(crate) letter: Option<LetterId>,
    /// Since when it waits for an answer.
    pub(crate) waiting: Option<Moment>,
}

/// How somebody is written to.
#[derive(Debug, Clone)]
struct At {
    person: Option<PersonId>,
    organization: Option<OrganizationId>,
    name: String,
    address: String,
    lang: Lang,
}

impl At {
    fn person(of: &Mailbox) -> Self {
        Self::new(of, Some(PersonId(of.who)), None)
    }

    fn new(of: &Mailbox, person: Option<PersonId>, organization: Option<OrganizationId>) -> Self {
        Self { person, organization, name: of.name.clone(), address: of.address.clone(), lang: of.lang }
    }
}

/// What was looked up already, since one person carries many lines.
#[derive(Default)]
struct Known {
    owners: HashMap<PersonId, (Option<Mailbox>, Vec<OrganizationId>)>,
    organizations: HashMap<OrganizationId, Vec<At>>,
}

impl Known {
    async fn owner(&mut self, ctx: &Ctx, tx: &mut Tx, id: PersonId) -> Result<Option<Mailbox>> {
        if let Some((mailbox, _)) = self.owners.get(&id) {
            return Ok(mailbox.clone());
        }
        let found = partners::mailbox_of(ctx, tx, id).await?;
        let mailbox = found.0.clone();
        self.owners.insert(id, found);
        Ok(mailbox)
    }

    async fn organization(&mut self, ctx: &Ctx, tx: &mut Tx, id: OrganizationId) -> Result<Vec<At>> {
        if let Some(known) = self.organizations.get(&id) {
            return Ok(known.clone());
        }
        let mut all = Vec::new();
        if let Some(of) = partners::organization(tx, Reader::Staff, id).await? {
            for mailbox in partners::mailboxes(ctx, tx, &of).await? {
                let own = mailbox.who == id.0;
                let mut at = if own { At::new(&mailbox, None, Some(id)) } else { At::person(&mailbox) };
                if own {
                    at.name = of.name.plain(letter_lang(ctx, at.lang)).to_owned();
                }
                all.push(at);
            }
        }
        self.organizations.insert(id, all.clone());
        Ok(all)
    }
}

/// Everybody who can be asked, by name, and the open lines of which nobody can be.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn readers(
    ctx: &Ctx,
    tx: &mut Tx,
    seen: &PlanSeen,
    holding: &[Letter],
) -> Result<(Vec<AskReader>, Vec<Line>)> {
    let (mut known, mut asked, mut unreached) = (Known::default(), Vec::new(), Vec::new());
    for line in open_lines(ctx, seen) {
        let own = match line.owner_id {
            Some(id) => known.owner(ctx, tx, id).await?,
            None => None,
        };
        if let Some(own) = own {
            asked.push(Asked { who: own.who, at: At::person(&own), line: line.id, via: None });
            continue;
        }
        let before = asked.len();
        for id in leads(seen, line) {
            for at in known.organization(ctx, tx, id).await? {
                let who = at.person.map(|id| id.0).unwrap_or(id.0);
                asked.push(Asked { who, at, line: line.id, via: Some(id) });
            }
        }
        if asked.len() == before {
            unreached.push(line.clone());
        }
    }
    let mut all: Vec<AskReader> = Vec::new();
    for one in bundle(asked) {
        let spoken = one.at.person.and_then(|id| known.owners.get(&id));
        let spoken = spoken.map(|(_, ids)| ids.clone()).unwrap_or_default();
        all.push(reader(ctx, seen, (one.who, one.at, one.lines), (&spoken, holding)));
    }
    all.sort_by(|one, other| ctx.say().order(&one.name, &other.name).then(one.who.cmp(&other.who)));
    Ok((all, unreached))
}

/// The lines that are worked on.
pub(crate) fn open_lines<'a>(ctx: &Ctx, seen: &'a PlanSeen) -> Vec<&'a Line> {
    let done = seen.lines.iter().filter(|line| line.kind.is_done_by_somebody());
    done.filter(|line| is_open(&line.said(), line.span(), seen.years, ctx.today())).collect()
}

/// The organizations that lead a line.
fn leads(seen: &PlanSeen, line: &Line) -> Vec<OrganizationId> {
    let parties = seen.parties.get(&line.id).map(Vec::as_slice).unwrap_or_default();
    let leads = parties.iter().filter(|party| party.part == Part::Lead);
    leads
        .filter_map(|party| match &party.who {
            Who::Organization(id) => Some(*id),
            Who::Council(_) | Who::Named(_) | Who::Aside(_) => None,
        })
        .collect()
}

fn reader(
    ctx: &Ctx,
    seen: &PlanSeen,
    (who, at, lines): (Uuid, At, Vec<(NodeId, Option<OrganizationId>)>),
    (spoken, holding): (&[OrganizationId], &[Letter]),
) -> AskReader {
    let mine: Vec<&Line> = lines.iter().filter_map(|(id, _)| seen.line(*id)).collect();
    let owed = mine.iter().filter(|line| owes(&line.said(), seen.years, ctx.today())).count();
    // Of whom it is asked: who leads the lines; else those for whom she speaks.
    let mut organizations: Vec<OrganizationId> = mine.iter().flat_map(|line| leads(seen, line)).collect();
    if organizations.is_empty() {
        organizations = spoken.to_vec();
    }
    organizations.sort_unstable();
    organizations.dedup();
    let letter = holding.iter().find(|one| one.reader() == who);
    let waits = letter.filter(|one| one.sent().state(ctx.now()) == LetterState::Waiting);
    AskReader {
        who,
        person: at.person,
        organization: at.organization,
        name: at.name,
        address: at.address,
        lang: at.lang,
        owed,
        organizations,
        letter: letter.map(|one| one.id),
        waiting: waits.map(|one| one.sent_at),
        lines,
    }
}
