//! Where the things of this room stand on the thread: what came of a request stands below it.

use crate::{
    EncounterId, EnquiryId, JoiningId, ProspectId, QuestionId, can,
    pages::{
        enquiries::enquiry_url, joining::joining_url, log::encounter_url, prospect::prospect_url, room_url,
    },
    store::{
        discovery::find_question, encounters::find_encounter, enquiries::find_enquiry, joining::find_joining,
        prospects::find_prospect,
    },
};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    ids::Ref,
    manifest::Fut,
    t,
    text::Worded,
    thread::{Knot, Provider},
};
use uuid::Uuid;

/// The knots that this room brings.
pub(crate) const PROVIDERS: [Provider; 5] = [
    Provider { kind: "joining", knot: joining, up: nothing, down: from_joining },
    Provider { kind: "prospect", knot: prospect, up: nothing, down: from_prospect },
    Provider { kind: "discovery-question", knot: question, up: nothing, down: nothing },
    Provider { kind: "encounter", knot: encounter, up: with_whom, down: nothing },
    Provider { kind: "enquiry", knot: enquiry, up: nothing, down: nothing },
];

/// Whether the reader is in the workspace and may see what stands here; nobody else knows of it.
fn sees(ctx: &Ctx) -> bool {
    ctx.face == Face::Work && ctx.may(can::SEE_OUTREACH)
}

fn nothing<'a>(_: &'a Ctx, _: &'a mut Tx, _: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async { Ok(Vec::new()) })
}

fn joining<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        if !sees(ctx) {
            return Ok(None);
        }
        let found = find_joining(tx, JoiningId(id)).await?;
        Ok(found.map(|one| Knot {
            of: one.id.into(),
            word: t!(ctx.say(), "kind-joining"),
            title: Worded::new(one.title(), one.lang),
            href: Some(joining_url(ctx, one.id, "")),
        }))
    })
}

fn from_joining<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        if !sees(ctx) {
            return Ok(Vec::new());
        }
        let found = find_joining(tx, JoiningId(id)).await?;
        let organization = found.as_ref().and_then(|one| one.organization_id).map(Ref::from);
        let person = found.as_ref().and_then(|one| one.person_id).map(Ref::from);
        Ok(organization.into_iter().chain(person).collect())
    })
}

fn prospect<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        if !sees(ctx) {
            return Ok(None);
        }
        let found = find_prospect(tx, ProspectId(id)).await?;
        Ok(found.map(|one| Knot {
            of: one.id.into(),
            word: t!(ctx.say(), "kind-prospect"),
            title: Worded::new(one.name.as_str(), ctx.lang),
            href: Some(prospect_url(ctx, one.id, "")),
        }))
    })
}

fn from_prospect<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        if !sees(ctx) {
            return Ok(Vec::new());
        }
        let found = find_prospect(tx, ProspectId(id)).await?;
        let organization = found.as_ref().and_then(|one| one.organization_id).map(Ref::from);
        let person = found.as_ref().and_then(|one| one.person_id).map(Ref::from);
        Ok(organization.into_iter().chain(person).collect())
    })
}

fn question<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        if !sees(ctx) {
            return Ok(None);
        }
        let found = find_question(tx, QuestionId(id)).await?;
        Ok(found.map(|one| Knot {
            of: one.id.into(),
            word: t!(ctx.say(), "kind-discovery-question"),
            title: one.question.worded(ctx.lang),
            href: Some(room_url(ctx, &format!("/checklist/{}", one.id))),
        }))
    })
}

fn encounter<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        if !sees(ctx) {
            return Ok(None);
        }
        let found = find_encounter(tx, EncounterId(id)).await?;
        Ok(found.map(|one| Knot {
            of: one.id.into(),
            word: t!(ctx.say(), "kind-encounter"),
            title: Worded::new(one.community.as_str(), ctx.lang),
            href: Some(encounter_url(ctx, one.id, "")),
        }))
    })
}

fn with_whom<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Vec<Ref>>> {
    Box::pin(async move {
        if !sees(ctx) {
            return Ok(Vec::new());
        }
        let found = find_encounter(tx, EncounterId(id)).await?;
        Ok(found.and_then(|one| one.organization_id).map(Ref::from).into_iter().collect())
    })
}

/// A question is called by its topic: its words are for its own page.
fn enquiry<'a>(ctx: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<Option<Knot>>> {
    Box::pin(async move {
        if !sees(ctx) {
            return Ok(None);
        }
        let found = find_enquiry(tx, EnquiryId(id)).await?;
        Ok(found.map(|one| Knot {
            of: one.id.into(),
            word: t!(ctx.say(), "kind-enquiry"),
            title: Worded::new(ctx.say().t(&format!("enquiry-topic-{}", one.topic.code()), &[]), ctx.lang),
            href: Some(enquiry_url(ctx, one.id, "")),
        }))
    })
}
