//! What other rooms and the demo may do here without a page. The same rules decide as on the pages, and the same audit entries
//! are written.

use crate::{
    EncounterId, EnquiryId, JoiningId, ProspectId, QuestionId,
    rules::{
        discovery::{DiscoveryRefusal, OFFERED, may_answer, placed},
        encounters::{Promise, keep, wrong},
        enquiries::{EnquiryRefusal, EnquiryState, Topic, answer},
        joining::missing,
        prospects::{ProspectRefusal, Stage, move_to},
    },
    store::{
        discovery::{
            NewAnswer, NewQuestion, Question, find_question, insert_answer, insert_question, list_questions,
            update_place, update_question,
        },
        encounters::{Encounter, NewEncounter, insert_encounter, update_encounter, update_kept_promise},
        enquiries::{Enquiry, NewEnquiry, insert_enquiry, update_answered},
        joining::{NewJoining, insert_joining},
        prospects::{Became, NewProspect, Prospect, insert_prospect, update_prospect, update_stage},
    },
};
use jiff::civil::Date;
use partners::{
    ContactKind, NewContactPoint, NewOrganization, NewPerson, NewSpeaker, OrganizationId, PersonId, Reader,
    SectorId, Standing, Visibility,
};
use platform::{
    clock::Moment,
    consent::{Basis, NewConsent},
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    langs::Lang,
    text::Text,
};

/// What those who ask to take part agree to: a purpose of the ledger of consent.
pub(crate) const JOINING: &str = "joining";

/// Takes a request to take part that came in at `received_at`; what was agreed to goes into the ledger of consent, under the
/// request itself.
///
/// # Errors
/// [`crate::rules::joining::JoiningRefusal`] when nobody could be named or reached.
pub async fn add_joining(tx: &mut Tx, new: &NewJoining, received_at: Moment) -> Result<JoiningId> {
    if let Some((_, why)) = missing(new.asker, &new.organization, (&new.email, &new.phone)).into_iter().next()
    {
        return Err(why.into());
    }
    let id = insert_joining(tx, new, received_at).await?;
    let agreed = NewConsent {
        purpose: JOINING,
        basis: Basis::Express,
        since: None,
        ended: None,
        how: "web-form",
        wording: &new.consent_wording,
        lang: new.lang,
        evidence: None,
    };
    tx.record_consent(id, &agreed).await?;
    tx.audit("joining.received", id, None::<&()>, Some(&new.asker.code())).await?;
    Ok(id)
}

/// Somebody who is here already, or is to be kept now.
#[derive(Debug, Clone, PartialEq)]
pub enum Admitted<Id, New> {
    /// Here already.
    Known(Id),
    /// To be kept.
    New(New),
}

/// Lets an organization join on a day: one that is here, or one that is kept now; the person speaks for it from that day on.
///
/// # Errors
/// [`partners::PartnerRefusal`].
pub async fn admit_organization(
    tx: &mut Tx,
    organization: Admitted<OrganizationId, NewOrganization>,
    speaker: Option<PersonId>,
    (day, today): (Date, Date),
) -> Result<OrganizationId> {
    let id = match organization {
        Admitted::New(new) => {
            let slug = partners::free_slug(tx, &new.slug).await?;
            partners::add_organization(tx, &NewOrganization { slug, joined_on: Some(day), ..new }).await?
        }
        Admitted::Known(id) => {
            let known = partners::organization(tx, Reader::Staff, id).await?.or_not_found()?;
            if known.standing() != Standing::Partner {
                partners::join(tx, id, (day, today)).await?;
            }
            id
        }
    };
    if let Some(person) = speaker {
        let said = partners::spoken_for_by(tx, Reader::Staff, person).await?;
        if !said.iter().any(|one| one.organization == id && one.to_on.is_none()) {
            let speaker =
                NewSpeaker { person, organization: id, title: Text::default(), from_on: day, to_on: None };
            partners::speaks_for(tx, &speaker).await?;
        }
    }
    Ok(id)
}

/// How a person who is admitted can be reached, and under what she agreed to something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reached {
    /// Her address for mail; may be empty.
    pub email: String,
    /// Her telephone number; may be empty.
    pub phone: String,
    /// The request under which the ledger holds what she agreed to.
    pub agreed: Option<JoiningId>,
}

/// Keeps a person with the ways to reach her and what she agreed to, as and when she said it; or takes the one who is here
/// already: what she has refused since then stays refused.
///
/// # Errors
/// When the name is not sound, or the database refuses.
pub async fn admit_person(
    tx: &mut Tx,
    reached: &Reached,
    person: Admitted<PersonId, NewPerson>,
) -> Result<PersonId> {
    let id = match person {
        Admitted::Known(id) => partners::person(tx, Reader::Staff, id).await?.or_not_found()?.id,
        Admitted::New(new) => {
            let id = partners::add_person(tx, &new).await?;
            for (kind, value) in [(ContactKind::Mail, &reached.email), (ContactKind::Phone, &reached.phone)] {
                if !value.is_empty() {
                    let contact = NewContactPoint {
                        person: Some(id),
                        organization: None,
                        kind,
                        value: value.clone(),
                        visibility: Visibility::Staff,
                    };
                    partners::add_contact(tx, &contact).await?;
                }
            }
            id
        }
    };
    if let Some(agreed) = reached.agreed {
        tx.carry_consent(agreed, id).await?;
    }
    Ok(id)
}

/// Writes down somebody who should be at the table, at a stage since a day.
///
/// # Errors
/// When the database refuses.
pub async fn add_prospect(tx: &mut Tx, new: &NewProspect, stage: (Stage, Date)) -> Result<ProspectId> {
    let id = insert_prospect(tx, new, stage).await?;
    tx.audit("prospect.added", id, None::<&()>, Some(new)).await?;
    Ok(id)
}

/// Changes what is written about a prospect; nothing happens when nothing changes.
///
/// # Errors
/// [`platform::errors::Error::Stale`].
pub(crate) async fn change_prospect(tx: &mut Tx, before: &Prospect, new: &NewProspect) -> Result<()> {
    let old = before.facts();
    if old == *new {
        return Ok(());
    }
    update_prospect(tx, before, new).await?;
    tx.audit("prospect.changed", before.id, Some(&old), Some(new)).await
}

/// Moves a prospect to another stage on a day, with what happened.
///
/// # Errors
/// [`crate::rules::prospects::ProspectRefusal`]; [`platform::errors::Error::Stale`].
pub async fn move_prospect(
    tx: &mut Tx,
    before: &Prospect,
    (stage, day): (Stage, Date),
    note: &str,
) -> Result<()> {
    move_to(before.stage, stage, note)?;
    let became = Became { organization: before.organization_id, person: before.person_id };
    update_stage(tx, before, (stage, day), note, became).await?;
    tx.audit("prospect.moved", before.id, Some(&before.stage.code()), Some(&stage.code())).await
}

/// Says that a prospect joined on a day, and what they are here since.
///
/// # Errors
/// [`crate::rules::prospects::ProspectRefusal::Joined`] when that is known; [`platform::errors::Error::Stale`].
pub async fn note_joined(tx: &mut Tx, before: &Prospect, day: Date, became: Became) -> Result<()> {
    if before.stage == Stage::Joined {
        return Err(ProspectRefusal::Joined.into());
    }
    update_stage(tx, before, (Stage::Joined, day), "", became).await?;
    tx.audit("prospect.moved", before.id, Some(&before.stage.code()), Some(&Stage::Joined.code())).await
}

/// Adds a question to the end of the checklist.
///
/// # Errors
/// When the database refuses.
pub async fn add_question(tx: &mut Tx, sector: Option<SectorId>, question: &Text) -> Result<QuestionId> {
    let last = list_questions(tx).await?.iter().map(|one| one.place).max().unwrap_or_default();
    let new = NewQuestion { sector, question: question.clone(), place: last + 1 };
    let id = insert_question(tx, &new).await?;
    tx.audit("discovery.added", id, None::<&()>, Some(question)).await?;
    Ok(id)
}

/// Changes what is asked and about which sector, and puts it at a place among those that are asked (none: it stays where it is).
/// Nothing happens when nothing changes.
///
/// # Errors
/// [`platform::errors::Error::Stale`].
pub(crate) async fn change_question(
    tx: &mut Tx,
    before: &Question,
    (sector, question): (Option<SectorId>, &Text),
    place: Option<i64>,
) -> Result<()> {
    let moved = match place {
        Some(place) if !before.retired => put_in_order(tx, before.id, place).await?,
        _ => None,
    };
    let (from, to) = moved.unwrap_or((before.place, before.place));
    let old = NewQuestion { place: from, ..before.facts() };
    let new = NewQuestion { sector, question: question.clone(), place: to };
    if old == new {
        return Ok(());
    }
    update_question(tx, before, &new, before.retired).await?;
    tx.audit("discovery.changed", before.id, Some(&old), Some(&new)).await
}

/// Makes room for a question at a place among those that are asked; gives from where to where it goes, none when it stands there.
async fn put_in_order(tx: &mut Tx, id: QuestionId, place: i64) -> Result<Option<(i64, i64)>> {
    let all = list_questions(tx).await?;
    let asked: Vec<QuestionId> = all.iter().filter(|one| !one.retired).map(|one| one.id).collect();
    let order = placed(&asked, id, place);
    if order == asked {
        return Ok(None);
    }
    let at = |order: &[QuestionId]| (1..).zip(order).find(|(_, one)| **one == id).map(|(at, _)| at);
    for (place, other) in (1..).zip(&order).filter(|(_, other)| **other != id) {
        update_place(tx, *other, place).await?;
    }
    Ok(at(&asked).zip(at(&order)))
}

/// Begins the checklist with the questions that are offered, in all languages that have words for them; their ids stand in the
/// order of [`OFFERED`].
///
/// # Errors
/// [`DiscoveryRefusal::Offered`] when there are questions already.
pub async fn take_offered(ctx: &Ctx, tx: &mut Tx) -> Result<Vec<QuestionId>> {
    if !list_questions(tx).await?.is_empty() {
        return Err(DiscoveryRefusal::Offered.into());
    }
    let sectors = partners::sectors(tx).await?;
    let mut ids = Vec::with_capacity(OFFERED.len());
    for (code, sector) in OFFERED {
        let key = format!("discovery-ask-{code}");
        let mut question = Text::default();
        for say in Lang::ALL.map(|lang| ctx.say().in_lang(lang)) {
            if say.has(&key) {
                question = question.with(say.lang, &say.t(&key, &[]), ctx.today());
            }
        }
        let sector = sectors.iter().find(|one| one.code == sector).map(|one| one.id);
        ids.push(add_question(tx, sector, &question).await?);
    }
    Ok(ids)
}

/// Writes down an answer to a question of the checklist, beside those before.
///
/// # Errors
/// [`DiscoveryRefusal`].
pub async fn add_answer(tx: &mut Tx, question: QuestionId, new: &NewAnswer, today: Date) -> Result<()> {
    let asked = find_question(tx, question).await?.or_not_found()?;
    may_answer(asked.retired, new.answered_on, today)?;
    insert_answer(tx, question, new).await?;
    tx.audit("discovery.answered", question, None::<&()>, Some(&new.has.code())).await
}

/// Writes down whom we met.
///
/// # Errors
/// [`crate::rules::encounters::EncounterRefusal`].
pub async fn add_encounter(tx: &mut Tx, new: &NewEncounter, today: Date) -> Result<EncounterId> {
    refuse_first(new, today)?;
    let id = insert_encounter(tx, new).await?;
    tx.audit("encounter.added", id, None::<&()>, Some(new)).await?;
    Ok(id)
}

/// Changes what is written about a meeting; nothing happens when nothing changes.
///
/// # Errors
/// [`crate::rules::encounters::EncounterRefusal`]; [`platform::errors::Error::Stale`].
pub(crate) async fn change_encounter(
    tx: &mut Tx,
    before: &Encounter,
    new: &NewEncounter,
    today: Date,
) -> Result<()> {
    refuse_first(new, today)?;
    let old = before.facts();
    if old == *new {
        return Ok(());
    }
    update_encounter(tx, before, new).await?;
    tx.audit("encounter.changed", before.id, Some(&old), Some(new)).await
}

fn refuse_first(new: &NewEncounter, today: Date) -> Result<()> {
    let found = wrong((new.met_on, today), (&new.promise, new.promise_on));
    found.into_iter().next().map_or(Ok(()), |(_, why)| Err(why.into()))
}

/// Notes that a promise was kept on `day`.
///
/// # Errors
/// [`crate::rules::encounters::EncounterRefusal::NotOpen`]; [`platform::errors::Error::Stale`].
pub async fn keep_promise(tx: &mut Tx, before: &Encounter, day: Date) -> Result<()> {
    keep(Promise::of(before.promise_on, before.promise_kept_on))?;
    update_kept_promise(tx, before, day).await?;
    tx.audit("encounter.kept", before.id, None::<&()>, Some(&day)).await
}

/// What those who ask a question agree to: a purpose of the ledger of consent.
pub(crate) const ENQUIRY: &str = "enquiry";

/// Takes a question that came in at `received_at`; what was agreed to goes into the ledger of consent, under the question itself.
///
/// # Errors
/// [`EnquiryRefusal::NoReach`] when nobody could answer.
pub async fn add_enquiry(tx: &mut Tx, new: &NewEnquiry, received_at: Moment) -> Result<EnquiryId> {
    if new.email.is_empty() && new.phone.is_empty() {
        return Err(EnquiryRefusal::NoReach.into());
    }
    let id = insert_enquiry(tx, new, received_at).await?;
    let agreed = NewConsent {
        purpose: ENQUIRY,
        basis: Basis::Express,
        since: None,
        ended: None,
        how: "web-form",
        wording: &new.consent_wording,
        lang: new.lang,
        evidence: None,
    };
    tx.record_consent(id, &agreed).await?;
    tx.audit("enquiry.received", id, None::<&()>, Some(&new.topic.code())).await?;
    Ok(id)
}

/// Notes the answer to a question, and what it turned out to be about.
///
/// # Errors
/// [`EnquiryRefusal`]; [`platform::errors::Error::Stale`].
pub async fn answer_enquiry(
    tx: &mut Tx,
    before: &Enquiry,
    (state, topic): (EnquiryState, Topic),
    words: &str,
) -> Result<()> {
    answer(before.state, state, (words, &before.email))?;
    update_answered(tx, before, (state, topic), words).await?;
    tx.audit("enquiry.answered", before.id, Some(&before.topic.code()), Some(&(state.code(), topic.code())))
        .await
}
