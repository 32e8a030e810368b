//! Requests to take part, kept through the room's facade.

use super::{Known, PartnershipSeed};
use crate::world::{
    medicine_hat,
    portage_falls::outreach::{
        ANSWERS, ENCOUNTERS, ENQUIRIES, EncounterSeed, JOININGS, JoiningSeed, OWN_QUESTION, PROSPECTS,
        ProspectSeed,
    },
    seed::AnswerSeed,
};
use ::outreach::{
    NewAnswer, NewEncounter, NewEnquiry, NewJoining, NewProspect, add_answer, add_encounter, add_enquiry,
    add_joining, add_prospect, add_question, move_prospect, prospect,
    rules::{
        discovery::{Has, OFFERED},
        enquiries::Topic,
        joining::Asker,
        prospects::Stage,
    },
    take_offered,
};
use jiff::ToSpan;
use partners::{Languages, OrganizationId, Sector, Spoken};
use platform::{
    clock::Moment,
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    langs::Lang,
};

/// Keeps what the partnership of this seed has.
pub(super) async fn fill(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed, known: &Known) -> Result<()> {
    match seed.slug {
        "portage-falls" => {
            checklist(ctx, tx, ANSWERS).await?;
            a_year(ctx, tx, known).await
        }
        "medicine-hat" => checklist(ctx, tx, medicine_hat::ANSWERS).await,
        _ => Ok(()),
    }
}

/// The questions that every partnership is offered, with what was told.
async fn checklist(ctx: &Ctx, tx: &mut Tx, answers: &[AnswerSeed]) -> Result<()> {
    let ids = take_offered(ctx, tx).await?;
    for one in answers {
        let at = OFFERED.iter().position(|(code, _)| *code == one.question).or_not_found()?;
        let new = NewAnswer {
            has: Has::from_code(one.has).or_not_found()?,
            strengths: one.strengths.into(),
            weaknesses: one.weaknesses.into(),
            told_by: one.told_by.into(),
            answered_on: ctx.today().saturating_sub(one.days_ago.days()),
        };
        add_answer(tx, *ids.get(at).or_not_found()?, &new, ctx.today()).await?;
    }
    Ok(())
}

/// What outreach did in the invented partnership.
async fn a_year(ctx: &Ctx, tx: &mut Tx, known: &Known) -> Result<()> {
    for one in JOININGS {
        let new = joining(ctx, one);
        add_joining(tx, &new, before(ctx, one.days_ago)).await?;
    }
    for (topic, language, mailbox, days, words) in ENQUIRIES {
        let lang = Lang::from_code(language).or_not_found()?;
        let there = Ctx { lang, ..ctx.clone() };
        let new = NewEnquiry {
            topic: Topic::from_code(topic).or_not_found()?,
            question: (*words).into(),
            name: String::new(),
            email: format!("{mailbox}@example.org"),
            phone: String::new(),
            area: None,
            lang,
            consent_wording: ::outreach::enquiry_wording(&there),
        };
        add_enquiry(tx, &new, before(ctx, *days)).await?;
    }
    for one in ENCOUNTERS {
        let new = met(ctx, one, known.organization(one.organization)?);
        add_encounter(tx, &new, ctx.today()).await?;
    }
    let sectors = partners::sectors(tx).await?;
    let (code, question) = OWN_QUESTION;
    let sector = sectors.iter().find(|one| one.code == code).map(|one| one.id);
    add_question(tx, sector, &question.text(ctx.today())).await?;
    for one in PROSPECTS {
        let new = sought(ctx, one, &sectors);
        let id = add_prospect(tx, &new, (Stage::Idea, ctx.today().saturating_sub(40.days()))).await?;
        if let Some((code, note)) = one.stage {
            let before = prospect(tx, id).await?.or_not_found()?;
            let stage = Stage::from_code(code).or_not_found()?;
            move_prospect(tx, &before, (stage, ctx.today().saturating_sub(12.days())), note).await?;
        }
    }
    Ok(())
}

fn met(ctx: &Ctx, seed: &EncounterSeed, organization: OrganizationId) -> NewEncounter {
    let (promise, days) = seed.promise;
    NewEncounter {
        met_on: ctx.today().saturating_sub(seed.days_ago.days()),
        community: seed.community.into(),
        language: Spoken::from_code(seed.language),
        place: seed.place.into(),
        organization: Some(organization),
        people: Some(seed.people),
        met_by: seed.met_by.into(),
        asked: seed.asked.into(),
        said: seed.said.into(),
        promise: promise.into(),
        promise_on: (!promise.is_empty()).then(|| ctx.today().saturating_add(days.days())),
        note: String::new(),
    }
}

fn sought(ctx: &Ctx, seed: &ProspectSeed, sectors: &[Sector]) -> NewProspect {
    let (step, days) = seed.next;
    NewProspect {
        sector: sectors.iter().find(|one| one.code == seed.sector).map(|one| one.id),
        languages: Languages(seed.languages.iter().filter_map(|code| Spoken::from_code(code)).collect()),
        why: seed.why.into(),
        next_step: step.into(),
        next_on: Some(ctx.today().saturating_add(days.days())),
        ..NewProspect::new(Asker::from_code(seed.kind).unwrap_or(Asker::Group), seed.name)
    }
}

/// The instant so many days before this one.
fn before(ctx: &Ctx, days: i64) -> Moment {
    ctx.now().plus_seconds(days.saturating_mul(-86_400))
}

fn joining(ctx: &Ctx, seed: &JoiningSeed) -> NewJoining {
    let lang = Lang::from_code(seed.language).unwrap_or(Lang::En);
    let there = Ctx { lang, ..ctx.clone() };
    NewJoining {
        asker: Asker::from_code(seed.asker).unwrap_or(Asker::Person),
        name: seed.name.into(),
        organization: seed.organization.into(),
        sector: None,
        wish: seed.wish.into(),
        languages: seed.languages.into(),
        email: format!("{}@example.org", seed.mailbox),
        phone: String::new(),
        lang,
        consent_wording: ::outreach::joining_wording(&there),
    }
}
