//! Sheets of people alone: who they are, for whom they speak, how they are reached, what they said about mail.
//!
//! A row means who has its reference; else who has its name and one of its addresses, or its name and one of its organizations. A
//! namesake and somebody else with the same address are asked about. Organizations are not added here: sheets of partners do that.

mod changing;
mod columns;
mod consent;
mod judge;
mod places;
mod said;

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(super) use changing::Changes;

use super::{
    Place, answer_of,
    attaching::{AtPlace, attach},
    earlier, folded_words,
    known::People,
    language, visibility_words,
};
use crate::{
    PersonId, can,
    rules::{NewPerson, Visibility},
    store::{
        imported,
        people::{change_person, lay_people},
        picture,
    },
};
use jiff::civil::Date;
use judge::{Answers, PeopleJudge, Picture};
use places::Organizations;
use platform::{
    batch::{BatchId, Importer, Judge, Laid, Line, Mapping, set_target},
    consent::{Basis, ConsentFact, NewConsent, Standing, standing},
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    ids::Ref,
    langs::Lang,
};
use said::{Agreed, Said, SaidPlace, Whose};
use std::collections::HashMap;
use uuid::Uuid;

/// The importer of people.
pub const IMPORTER: Importer = Importer {
    what: "people",
    title: "nav-partners-people",
    home: "/work/people",
    packed: None,
    may: can::EDIT_PEOPLE,
    columns: columns::COLUMNS,
    needed: &["name"],
    rest: Some("note"),
    questions: columns::QUESTIONS,
    mentions: None,
    judge: |ctx, tx, mapping| Box::pin(load(ctx, tx, mapping)),
    lay: |ctx, tx, batch, lines| Box::pin(lay(ctx, tx, batch, lines)),
    changing: || Box::new(changing::Changes::default()),
    revert: |_, tx, all| Box::pin(changing::revert(tx, all)),
    show: |_, _| Box::pin(async { Ok(()) }),
    clear: |_, tx, batch, limit| Box::pin(imported::clear(tx, batch, limit)),
    became: None,
    in_the_way: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
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
        picture::all_records(tx).await?.into_iter().map(|one| (one.id, one)).collect();
    let ids: Vec<Uuid> = records.keys().map(|id| id.0).collect();
    let is_said = |key: &str| mapping.columns.iter().flatten().any(|one| one == key);
    let facts = if is_said("consent") { tx.consent_facts_of(&ids).await? } else { HashMap::new() };
    let titles = picture::all_titles(tx).await?.into_iter();
    let picture = Picture {
        people: People::load(tx).await?,
        records,
        titles: titles.map(|(who, of, title)| ((who, of), title)).collect(),
        facts,
        organizations: Organizations::new(&picture::all_organizations(tx).await?),
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
        for place in &said.places {
            attach(ctx, tx, who, &at_place(place, &said, is_new)).await?;
        }
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

fn at_place<'a>(place: &'a SaidPlace, said: &Said, is_new: bool) -> AtPlace<'a> {
    let (title, mail, phone) = (&*place.title, &*place.mail, &*place.phone);
    AtPlace { of: place.of, title, lang: said.sheet, mail, phone, is_new }
}

/// Writes down what somebody whom nobody sees yet said about mail, unless the ledger holds it already.
async fn agree(ctx: &Ctx, tx: &mut Tx, who: PersonId, said: &Said) -> Result<()> {
    let Some(agreed) = &said.agreed else { return Ok(()) };
    let facts = tx.consent_facts(who).await?;
    if is_news(&facts, agreed, ctx.today())? {
        tx.record_consent(who, &new_consent(said, agreed)?).await?;
    }
    Ok(())
}

/// Whether what somebody said about mail is to be written down. A no of hers stands: a yes that a list brings after it is
/// refused for somebody who is kept, and passed over among rows of one sheet, whatever their order.
fn is_news(facts: &[ConsentFact], agreed: &Agreed, today: Date) -> Result<bool> {
    let said_no = matches!(standing(facts, &agreed.purpose, today), Standing::SaidNo(_));
    let takes_back = agreed.basis().or_not_found()? == Basis::Withdrawal;
    Ok(!agreed.is_among(facts) && (takes_back || !said_no))
}

fn new_consent<'a>(said: &Said, agreed: &'a Agreed) -> Result<NewConsent<'a>> {
    Ok(NewConsent {
        purpose: &agreed.purpose,
        basis: agreed.basis().or_not_found()?,
        since: agreed.since,
        ended: None,
        how: &agreed.how,
        wording: &agreed.wording,
        lang: said.lang.unwrap_or(said.sheet),
        evidence: agreed.evidence.as_deref(),
    })
}
