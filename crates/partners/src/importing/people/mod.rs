//! Sheets of people alone: who they are, for whom they speak, how they are reached, what they said about mail.
//!
//! A row means who has its reference; else who has its name and one of its addresses, or its name and one of its organizations. A
//! namesake and somebody else with the same address are asked about. Organizations are not added here: sheets of partners do that.

mod columns;
mod consent;
mod judge;
mod places;
mod said;

#[cfg(test)]
mod tests;

use super::{
    Place, answer_of,
    attaching::{AtPlace, Attached, attach},
    earlier, folded_words,
    known::People,
    language, visibility_words,
};
use crate::{
    PersonId, Reader, can,
    rules::{NewPerson, Visibility},
    store::{
        imported,
        people::{change_person, lay_people, person},
    },
};
use judge::{Answers, PeopleJudge, Picture};
use places::Organizations;
use platform::{
    batch::{self, BatchId, Importer, Judge, Laid, Line, Mapping, last_change, set_target},
    consent::{Basis, ConsentId, NewConsent, Standing, standing},
    ctx::Ctx,
    db::Tx,
    errors::{Error, OrNotFound, Result},
    ids::Ref,
    langs::Lang,
};
use said::{Said, Whose};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// The importer of people.
pub const IMPORTER: Importer = Importer {
    what: "people",
    title: "nav-partners-people",
    may: can::EDIT_PEOPLE,
    columns: columns::COLUMNS,
    rest: Some("note"),
    questions: columns::QUESTIONS,
    judge: |ctx, tx, mapping| Box::pin(load(ctx, tx, mapping)),
    lay: |ctx, tx, batch, lines| Box::pin(lay(ctx, tx, batch, lines)),
    change: |ctx, tx, batch, line| Box::pin(change(ctx, tx, batch, line)),
    revert: |_, tx, lines| Box::pin(revert(tx, lines)),
    show: |_, _| Box::pin(async { Ok(()) }),
    clear: |_, tx, batch, limit| Box::pin(imported::clear(tx, batch, limit)),
    adds: &["person"],
    belongings: &["speaker", "contact_point"],
    people: "person",
};

fn answers(mapping: &Mapping) -> Answers {
    Answers {
        refuse_unknown: answer_of(mapping, "import-people-unknown") == "refuse",
        see: Visibility::from_code(answer_of(mapping, "import-people-see")).unwrap_or(Visibility::Staff),
        overwrite: answer_of(mapping, "import-partners-differing") == "overwrite",
        lang: language(mapping),
    }
}

/// The picture that rows are compared with.
async fn load(ctx: &Ctx, tx: &mut Tx, mapping: &Mapping) -> Result<Box<dyn Judge>> {
    let records: HashMap<PersonId, _> =
        imported::all_records(tx).await?.into_iter().map(|one| (one.id, one)).collect();
    let ids: Vec<Uuid> = records.keys().map(|id| id.0).collect();
    let is_said = |key: &str| mapping.columns.iter().flatten().any(|one| one == key);
    let facts = if is_said("consent") { tx.consent_facts_of(&ids).await? } else { HashMap::new() };
    let titles = imported::all_titles(tx).await?.into_iter();
    let picture = Picture {
        people: People::load(tx).await?,
        records,
        titles: titles.map(|(who, of, title)| ((who, of), title)).collect(),
        facts,
        organizations: Organizations::new(&imported::all_organizations(tx).await?),
        langs: lang_words(ctx),
        visibilities: visibility_words(ctx),
        consents: consent::Words::of(ctx),
        answers: answers(mapping),
        today: ctx.today(),
    };
    Ok(Box::new(PeopleJudge::new(picture)))
}

/// What languages are called in both official languages and in themselves, and their codes.
fn lang_words(ctx: &Ctx) -> HashMap<String, Lang> {
    let keys = Lang::ALL.map(|lang| (lang.code(), format!("lang-{}", lang.code().to_lowercase())));
    let words = folded_words(ctx, keys).into_iter();
    words.filter_map(|(word, code)| Some((word, code.parse().ok()?))).collect()
}

fn names(person: PersonId, said: &Said) -> Vec<Ref> {
    let of = said.places.iter().find_map(|place| place.of).map(|id| Ref::new("organization", id.0));
    std::iter::once(Ref::new("person", person.0)).chain(of).collect()
}

/// Writes rows that add somebody, or say more of somebody whom an earlier row had added.
async fn lay(ctx: &Ctx, tx: &mut Tx, batch: BatchId, lines: &[Line]) -> Result<Vec<Laid>> {
    let (mut fresh, mut places, mut of_rows) = (Vec::<Said>::new(), Vec::new(), HashMap::new());
    for line in lines {
        let said: Said = line.said()?;
        let row = match said.whose {
            Whose::Row(row) => row,
            Whose::New | Whose::Known(_) => line.number,
        };
        let place = match of_rows.get(&row) {
            Some(at) => Place::Fresh(*at),
            None => {
                earlier(tx, batch, ("person", line.number, row)).await?.unwrap_or(Place::Fresh(fresh.len()))
            }
        };
        if let Place::Fresh(at) = place {
            match fresh.get_mut(at) {
                Some(earlier) => Said::fill(earlier, &said),
                None => fresh.push(said.clone()),
            }
            of_rows.insert(row, at);
        }
        places.push((line.number, row, said, place));
    }
    let new: Vec<NewPerson> = fresh.iter().map(Said::person).collect();
    let ids = lay_people(tx, &new, batch).await?;
    let mut laid = Vec::with_capacity(lines.len());
    for (number, row, said, place) in places {
        let (who, is_new) = match place {
            Place::Fresh(at) => (ids.get(at).copied().or_not_found()?, row == number),
            Place::Laid(id) => (PersonId(id), false),
            // Everybody may see her already: what the row says of her waits.
            Place::Kept(id) => {
                laid.push(Laid { target: id, names: names(PersonId(id), &said), finish: true });
                continue;
            }
        };
        if matches!(place, Place::Laid(_)) {
            tell(tx, who, &said).await?;
        }
        attach_all(ctx, tx, who, (&said, is_new)).await?;
        agree(ctx, tx, who, &said).await?;
        if matches!(place, Place::Fresh(_)) && row != number {
            // The row that named her first may be left out: this one stands for it.
            set_target(tx, batch, row, who.0).await?;
        }
        laid.push(Laid { target: who.0, names: names(who, &said), finish: false });
    }
    Ok(laid)
}

/// Adds what a row says of somebody whom an earlier chunk had added, and whom nobody sees yet.
async fn tell(tx: &mut Tx, who: PersonId, said: &Said) -> Result<()> {
    let Some(laid) = imported::whoever(tx, who).await? else { return Ok(()) };
    let facts = laid.facts();
    let after = said.merged(&facts);
    if after == facts { Ok(()) } else { change_person(tx, &laid, &after).await }
}

async fn attach_all(
    ctx: &Ctx,
    tx: &mut Tx,
    who: PersonId,
    (said, is_new): (&Said, bool),
) -> Result<Vec<Attached>> {
    let mut all = Vec::with_capacity(said.places.len());
    for place in &said.places {
        let (title, mail, phone) = (&*place.title, &*place.mail, &*place.phone);
        let at = AtPlace { of: place.of, title, lang: said.sheet, mail, phone, is_new };
        all.push(attach(ctx, tx, who, &at).await?);
    }
    Ok(all)
}

/// Writes down what she said about mail, unless the ledger holds it already. A no of hers stands: a yes that a list brings after it is
/// refused for somebody who is kept, and passed over among rows of one sheet, whatever their order.
async fn agree(ctx: &Ctx, tx: &mut Tx, who: PersonId, said: &Said) -> Result<Option<ConsentId>> {
    let Some(agreed) = &said.agreed else { return Ok(None) };
    let (facts, basis) = (tx.consent_facts(who).await?, agreed.basis().or_not_found()?);
    let said_no = matches!(standing(&facts, &agreed.purpose, ctx.today()), Standing::SaidNo(_));
    if agreed.is_among(&facts) || (said_no && basis != Basis::Withdrawal) {
        return Ok(None);
    }
    let new = NewConsent {
        purpose: &agreed.purpose,
        basis,
        since: agreed.since,
        ended: None,
        how: &agreed.how,
        wording: &agreed.wording,
        lang: said.lang.unwrap_or(said.sheet),
        evidence: agreed.evidence.as_deref(),
    };
    tx.record_consent(who, &new).await.map(Some)
}

/// What is needed to take the change of a row back.
#[derive(Debug, Serialize, Deserialize)]
struct Changed {
    /// The version of the record after the change.
    version: i64,
    /// What it said before.
    lang: Lang,
    visibility: Visibility,
    note: String,
    /// What came with the row.
    attached: Vec<Attached>,
    /// What the ledger of consent learned.
    consent: Option<ConsentId>,
}

/// Makes the change of a row, unless the record has changed since the row was compared with it; gives a [`Changed`].
async fn change(ctx: &Ctx, tx: &mut Tx, batch: BatchId, line: &Line) -> Result<batch::Changed> {
    let said: Said = line.said()?;
    let who = line.target_id.map(PersonId).or_not_found()?;
    let kept = person(tx, Reader::Staff, who).await?.or_not_found()?;
    let own = match last_change(tx, batch, who.0, line.number).await? {
        Some(earlier) => Some(serde_json::from_value::<Changed>(earlier)?.version),
        None => None,
    };
    let expected = own.or(Some(said.version).filter(|version| *version > 0));
    if expected.is_some_and(|version| version != kept.version) {
        return Err(Error::Stale);
    }
    change_person(tx, &kept, &said.merged(&kept.facts())).await?;
    let attached = attach_all(ctx, tx, who, (&said, false)).await?;
    let consent = agree(ctx, tx, who, &said).await?;
    if let (Some(_), Some(agreed)) = (consent, &said.agreed) {
        tx.audit("person.consent", who, None::<&()>, Some(&(&agreed.purpose, &agreed.basis))).await?;
    }
    let version = person(tx, Reader::Staff, who).await?.or_not_found()?.version;
    let (lang, visibility, note) = (kept.lang, kept.visibility, kept.note);
    let before = serde_json::to_value(Changed { version, lang, visibility, note, attached, consent })?;
    Ok(batch::Changed { before, names: names(who, &said) })
}

/// Takes the changes of all rows about one person back, unless somebody has changed her record since.
async fn revert(tx: &mut Tx, lines: &[Line]) -> Result<bool> {
    let mut all: Vec<Changed> = Vec::with_capacity(lines.len());
    for line in lines {
        // What an erasure has emptied cannot be taken back.
        let Some(changed) = &line.before else { return Ok(false) };
        all.push(serde_json::from_value(changed.0.clone())?);
    }
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return Ok(true) };
    let who = lines.first().and_then(|line| line.target_id).map(PersonId).or_not_found()?;
    let kept = person(tx, Reader::Staff, who).await?;
    let Some(kept) = kept.filter(|one| one.version == last.version) else { return Ok(false) };
    let (lang, visibility, note) = (first.lang, first.visibility, first.note.clone());
    change_person(tx, &kept, &NewPerson { lang, visibility, note, ..kept.facts() }).await?;
    for changed in &all {
        for attached in &changed.attached {
            attached.take_back(tx).await?;
        }
        if let Some(fact) = changed.consent {
            tx.take_consent_back(who, fact).await?;
            tx.audit("person.consent-taken-back", who, None::<&()>, None::<&()>).await?;
        }
    }
    Ok(true)
}
