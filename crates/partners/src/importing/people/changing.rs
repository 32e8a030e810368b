//! Changing people who are kept as a sheet says, and taking that back.

use super::{at_place, is_news, names, new_consent, said::Said};
use crate::{
    PersonId, Reader,
    importing::{
        attaching::{Additions, Attached, take_back},
        reverting::{Untouched, WorkedOut, targets, untouched},
    },
    rules::{NewPerson, Visibility},
    store::{
        imported,
        people::{Person, PersonChange, change_people, people_named},
    },
};
use platform::{
    audit::Told,
    batch::{self, BatchId, Line, Moved, Stopped},
    consent::{ConsentFact, ConsentId},
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    langs::Lang,
    manifest::Fut,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

/// What is needed to take the change of a row back.
#[derive(Debug, Serialize, Deserialize)]
struct Changed {
    /// The version of the record after the change of this row and those before it.
    version: i64,
    /// What it said before.
    lang: Lang,
    visibility: Visibility,
    note: String,
    /// What came with the row.
    attached: Vec<Attached>,
    /// What the ledger of consent learned, when it did.
    consent: Option<ConsentId>,
}

/// Somebody whom rows change.
struct Touched {
    /// The first row about her.
    row: i64,
    kept: Person,
    after: NewPerson,
    change: Option<PersonChange>,
}

/// What the rows of one import change.
#[derive(Default)]
pub(in crate::importing) struct Changes {
    touched: HashMap<PersonId, Touched>,
    additions: Additions,
    agreed: Vec<(ConsentId, PersonId, Said)>,
}

impl batch::Changing for Changes {
    fn prepare<'a>(
        &'a mut self,
        ctx: &'a Ctx,
        tx: &'a mut Tx,
        batch: BatchId,
        lines: &'a [Line],
    ) -> Fut<'a, Result<Vec<batch::Changed>, Stopped>> {
        Box::pin(async move {
            self.learn(ctx, (tx, batch), lines).await.map_err(|why| (0, why))?;
            let rows = lines.iter().enumerate();
            rows.map(|(at, line)| self.prepare_row(ctx, tx, line).map_err(|why| (at, why))).collect()
        })
    }

    fn write<'a>(&'a mut self, ctx: &'a Ctx, tx: &'a mut Tx) -> Fut<'a, Result<(), Moved>> {
        Box::pin(async move {
            self.are_as_they_were(tx).await?;
            self.additions.are_there(tx).await?;
            let changes: Vec<PersonChange> =
                self.touched.values_mut().filter_map(|one| one.change.take()).collect();
            change_people(tx, &changes).await.map_err(|why| (None, why))?;
            self.additions.write(tx).await.map_err(|why| (None, why))?;
            self.agree(ctx, tx).await.map_err(|why| (None, why))
        })
    }
}

impl Changes {
    /// Loads what these rows touch and rows before them did not.
    async fn learn(&mut self, ctx: &Ctx, (tx, batch): (&mut Tx, BatchId), lines: &[Line]) -> Result<()> {
        let mut all = Vec::with_capacity(lines.len());
        for line in lines {
            all.push((line.target_id.map(PersonId).or_not_found()?, line.number));
        }
        let new = all.iter().map(|(id, _)| *id).filter(|id| !self.touched.contains_key(id));
        let mut found = people_named(tx, Reader::Staff, &new.collect::<Vec<_>>()).await?;
        for (id, row) in &all {
            if let Some(kept) = found.remove(id) {
                let after = kept.facts();
                self.touched.insert(*id, Touched { row: *row, kept, after, change: None });
            }
        }
        self.additions.learn(ctx, (tx, batch), all, Vec::new()).await
    }

    fn prepare_row(&mut self, ctx: &Ctx, tx: &Tx, line: &Line) -> Result<batch::Changed> {
        let said: Said = line.said()?;
        let who = line.target_id.map(PersonId).or_not_found()?;
        let one = self.touched.get_mut(&who).or_not_found()?;
        if said.version > 0 && said.version != one.kept.version {
            return Err(Error::Stale);
        }
        let before = one.after.clone();
        one.after = said.merged(&before);
        one.change = PersonChange::of(&one.kept, &one.after)?;
        let version = one.kept.version + i64::from(one.change.is_some());
        let mut attached = Vec::with_capacity(said.places.len());
        for place in &said.places {
            attached.push(self.additions.attach(
                ctx,
                tx,
                (who, line.number),
                &at_place(place, &said, false),
            )?);
        }
        let names = names(who, &said);
        let consent = if said.agreed.is_some() { Some(tx.new_id()?) } else { None };
        self.agreed.extend(consent.map(|id| (id, who, said)));
        let (lang, visibility, note) = (before.lang, before.visibility, before.note);
        let before = serde_json::to_value(Changed { version, lang, visibility, note, attached, consent })?;
        Ok(batch::Changed { before, names })
    }

    /// Whether nobody has changed a record since; else the row that cannot come in.
    async fn are_as_they_were(&self, tx: &mut Tx) -> Result<(), Moved> {
        let ids: Vec<PersonId> = self.touched.keys().copied().collect();
        let now = imported::versions_of_people(tx, &ids).await.map_err(|why| (None, why))?;
        let moved = self.touched.iter().filter(|(id, one)| now.get(id) != Some(&one.kept.version));
        match moved.map(|(_, one)| one.row).min() {
            Some(row) => Err((Some(row), Error::Stale)),
            None => Ok(()),
        }
    }

    /// Writes down what people said about mail, as far as the ledger does not hold it by now.
    async fn agree(&self, ctx: &Ctx, tx: &mut Tx) -> Result<()> {
        let people: Vec<Uuid> = self.agreed.iter().map(|(_, who, _)| who.0).collect();
        let mut facts = tx.consent_facts_of(&people).await?;
        let (mut new, mut told) = (Vec::new(), Vec::new());
        for (id, who, said) in &self.agreed {
            let Some(agreed) = &said.agreed else { continue };
            let facts = facts.entry(who.0).or_default();
            if !is_news(facts, agreed, ctx.today())? {
                continue;
            }
            let consent = new_consent(said, agreed)?;
            // The next row of hers finds it in the ledger.
            facts.push(ConsentFact {
                id: *id,
                purpose: agreed.purpose.clone(),
                basis: consent.basis,
                since: consent.since,
                ended: None,
                how: agreed.how.clone(),
                wording: agreed.wording.clone(),
                lang: consent.lang,
                evidence: agreed.evidence.clone(),
                recorded_at: ctx.now(),
                recorded_by: String::new(),
            });
            told.push(Told::added(*who, json!([agreed.purpose, agreed.basis])));
            new.push((*id, who.0, consent));
        }
        tx.record_consents(&new).await?;
        tx.audit_many("person.consent", told).await
    }
}

impl WorkedOut for Changed {
    fn version(&self) -> i64 {
        self.version
    }
}

/// Takes the changes of people back, of each unless somebody has changed her record since.
pub(super) async fn revert(tx: &mut Tx, all: &[Vec<Line>]) -> Result<Vec<bool>> {
    let kept = people_named(tx, Reader::Staff, &targets(all)).await?;
    let all = untouched::<_, Changed>(all, |id| kept.get(&PersonId(id)).map(|now| (now, now.version)))?;
    let taken_back = all.iter().map(Option::is_some).collect();
    let (mut changes, mut added, mut facts) = (Vec::new(), Vec::new(), Vec::new());
    for Untouched { now, first, others } in all.into_iter().flatten() {
        let (lang, visibility, note) = (first.lang, first.visibility, first.note.clone());
        changes.extend(PersonChange::of(now, &NewPerson { lang, visibility, note, ..now.facts() })?);
        for row in std::iter::once(first).chain(others) {
            facts.extend(row.consent.map(|fact| (now.id.0, fact)));
            added.extend(row.attached);
        }
    }
    change_people(tx, &changes).await?;
    take_back(tx, added.iter()).await?;
    let gone = tx.take_consents_back(&facts).await?;
    let told = gone.into_iter().map(|who| Told { of: PersonId(who).into(), before: None, after: None });
    tx.audit_many("person.consent-taken-back", told.collect()).await?;
    Ok(taken_back)
}
