//! A prospect: what is known, the next step, the way so far.

use super::{
    offered::{Offered, spoken_words},
    room_url,
};
use crate::{
    ProspectId, can,
    facade::move_prospect,
    rules::{
        joining::Asker,
        prospects::{Stage, move_to},
    },
    store::{
        prospects::{Prospect, find_prospect},
        stages::{StageKept, list_stages},
    },
};
use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{self, Choice, Head, Look, choice, facts, field, form, page, said, shown, state, table},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html as answered, see_other},
    ids::Ref,
    t,
    thread::{Thread, thread},
};
use serde::Deserialize;

/// The part of an address that names a prospect.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtProspect {
    pub(crate) prospect: ProspectId,
}

/// The address of a prospect's page, or of what lies below it.
pub(crate) fn prospect_url(ctx: &Ctx, id: ProspectId, path: &str) -> String {
    room_url(ctx, &format!("/prospects/{id}{path}"))
}

pub(crate) fn stage_word(ctx: &Ctx, of: Stage) -> String {
    ctx.say().t(&format!("prospect-stage-{}", of.code()), &[])
}

/// A stage as a shape, a colour and a word.
pub(crate) fn stage_shown(ctx: &Ctx, of: Stage) -> Markup {
    let look = match of {
        Stage::Idea => Look::NotStarted,
        Stage::Contacted | Stage::Talking => Look::UnderWay,
        Stage::Joined => Look::Done,
        Stage::Declined | Stage::Later => Look::Unknown,
    };
    state(look, &stage_word(ctx, of))
}

/// The page of a prospect.
pub(crate) struct ProspectPage {
    pub(crate) prospect: Prospect,
    pub(crate) stages: Vec<StageKept>,
    pub(crate) offered: Offered,
    pub(crate) thread: Thread,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

/// `GET /{p}/work/outreach/prospects/{prospect}`.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtProspect>) -> Answer {
    let mut tx = ctx.read(can::SEE_OUTREACH).await?;
    let of = load(&ctx, &mut tx, at.prospect).await?;
    tx.done().await?;
    answered(view(&ctx, &of))
}

async fn load(ctx: &Ctx, tx: &mut Tx, id: ProspectId) -> Result<ProspectPage> {
    let prospect = find_prospect(tx, id).await?.or_not_found()?;
    Ok(ProspectPage {
        stages: list_stages(tx, id).await?,
        offered: Offered::load(ctx, tx).await?.and_named(ctx, tx, &prospect).await?,
        thread: thread(ctx, tx, &Ref::from(id)).await?,
        prospect,
        sent: Pairs::default(),
        complaints: Complaints::default(),
    })
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &ProspectPage) -> Markup {
    let (say, prospect) = (ctx.say(), &of.prospect);
    let url = |path: &str| prospect_url(ctx, prospect.id, path);
    let may = ctx.may(can::KEEP_OUTREACH);
    let mut ways = Vec::new();
    if may {
        ways.push((t!(say, "prospect-edit"), url("/edit")));
    }
    if may && prospect.stage != Stage::Joined {
        let (key, path) = match prospect.kind {
            Asker::Person => (t!(say, "asking-make-volunteer"), "/volunteer"),
            Asker::Organization | Asker::Group => (t!(say, "asking-make-partner"), "/partner"),
        };
        ways.push((key, url(path)));
    }
    let body = markup! {
        (html::acts(&ways))
        (told(ctx, of))
        section #stages { h2 { (t!(say, "prospect-way")) } (way(ctx, &of.stages)) @if may && prospect.stage != Stage::Joined { (stage_form(ctx, of)) } }
        p { a href=(ctx.url(&format!("/work/history/prospect/{}", prospect.id))) { (t!(say, "history-all")) } }
        @if may { p.acts { a.btn.plain href=(url("/bin")) { (t!(say, "outreach-to-bin")) } } }
    };
    let head = Head::new(prospect.name.as_str())
        .under(t!(say, "outreach-title"), room_url(ctx, ""))
        .under(t!(say, "prospects-title"), room_url(ctx, "/prospects"))
        .on_thread(of.thread.clone());
    page(ctx, &head, body)
}

fn told(ctx: &Ctx, of: &ProspectPage) -> Markup {
    let (say, prospect, offered) = (ctx.say(), &of.prospect, &of.offered);
    let words = |words: &str| markup! { bdi { (words) } };
    let person = |id: Option<partners::PersonId>| {
        let found = id.and_then(|id| offered.people.iter().find(|one| one.id == id));
        markup! { @if let Some(one) = found { a href=(ctx.url(&format!("/work/people/{}", one.id))) { bdi { (one.name) } } } }
    };
    let organization = |id: Option<partners::OrganizationId>| {
        let found = id.and_then(|id| offered.organizations.iter().find(|one| one.id == id));
        markup! { @if let Some(one) = found { a href=(ctx.url(&format!("/work/partners/{}", one.slug))) { (shown(ctx, &one.name)) } } }
    };
    let sector = offered.sectors.iter().find(|one| Some(one.id) == prospect.sector_id);
    let area = offered.areas.iter().find(|one| Some(one.id) == prospect.area_id);
    let next_on = prospect.next_on.map(|day| say.day(day)).unwrap_or_default();
    let kind = say.t(&format!("asking-asker-{}", prospect.kind.code()), &[]);
    facts(&[
        (
            t!(say, "prospect-stage"),
            markup! { (stage_shown(ctx, prospect.stage)) " " span.small.quiet { (say.day(prospect.stage_on)) } },
        ),
        (t!(say, "prospect-next"), words(&prospect.next_step)),
        (t!(say, "prospect-next-on"), words(&next_on)),
        (t!(say, "prospect-steward"), person(prospect.steward_id)),
        (t!(say, "prospect-why"), markup! { @for part in prospect.why.split("\n\n") { p { (part) } } }),
        (t!(say, "prospect-kind"), words(&kind)),
        (t!(say, "prospect-sector"), markup! { @if let Some(one) = sector { (shown(ctx, &one.name)) } }),
        (t!(say, "prospect-area"), markup! { @if let Some(one) = area { (shown(ctx, &one.name)) } }),
        (t!(say, "prospect-languages"), words(&spoken_words(&say, &prospect.languages))),
        (
            t!(say, "prospect-knows"),
            markup! { (person(prospect.knows_person_id)) " " (organization(prospect.knows_organization_id)) },
        ),
        (
            t!(say, "asking-became"),
            markup! { (organization(prospect.organization_id)) " " (person(prospect.person_id)) },
        ),
    ])
}

fn way(ctx: &Ctx, stages: &[StageKept]) -> Markup {
    let say = ctx.say();
    let heads = [
        t!(say, "prospect-stage"),
        t!(say, "prospect-since"),
        t!(say, "prospect-happened"),
        t!(say, "prospect-by"),
    ];
    let row = |one: &StageKept| {
        vec![
            stage_shown(ctx, one.stage),
            markup! { time datetime=(one.from_on) { (say.short_day(one.from_on)) } },
            markup! { (one.note) },
            markup! { bdi { (one.moved_by) } },
        ]
    };
    table(&t!(say, "prospect-way"), &heads, stages.iter().map(row).collect())
}

fn stage_form(ctx: &Ctx, of: &ProspectPage) -> Markup {
    let (say, prospect, sent) = (ctx.say(), &of.prospect, &of.sent);
    let stages: Vec<Choice> = Stage::ALL
        .iter()
        .filter(|one| **one != Stage::Joined && **one != prospect.stage)
        .map(|one| choice(one.code(), stage_word(ctx, *one)))
        .collect();
    let day =
        if sent.get("from_on").is_empty() { ctx.today().to_string() } else { sent.get("from_on").to_owned() };
    let form = form(ctx, prospect_url(ctx, prospect.id, "/stages")).complaints(&of.complaints);
    form.show(
        &t!(say, "prospect-move"),
        markup! {
            (form.select(field("stage", t!(say, "prospect-stage-new")).value(sent.get("stage")), &stages))
            (form.date(field("from_on", t!(say, "prospect-since")).value(day)))
            (form.prose(field("note", t!(say, "prospect-happened")).value(sent.get("note")).rows(3).needed_if(t!(say, "prospect-note-needed"))))
            (form.version(prospect.version))
        },
    )
}

/// `POST /{p}/work/outreach/prospects/{prospect}/stages`.
pub(crate) async fn move_on(ctx: Ctx, Path(at): Path<AtProspect>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let before = find_prospect(&mut tx, at.prospect).await?.or_not_found()?;
    if sent.version() != before.version {
        let complaints = Complaints::one("", Changed::Meanwhile);
        let of = ProspectPage { sent, complaints, ..load(&ctx, &mut tx, at.prospect).await? };
        tx.done().await?;
        return page_with(StatusCode::CONFLICT, view(&ctx, &of));
    }
    match read(&ctx, &before, &sent) {
        Ok((stage, day, note)) => {
            move_prospect(&mut tx, &before, (stage, day), &note).await?;
            let to = said(&prospect_url(&ctx, at.prospect, ""), "prospect-moved");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            let of = ProspectPage { sent, complaints, ..load(&ctx, &mut tx, at.prospect).await? };
            tx.done().await?;
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &of))
        }
    }
}

platform::refusals! {
    /// Why a step is not written down as it was sent.
    pub(crate) enum Changed {
        /// Somebody else has changed it since the form was made.
        Meanwhile = "outreach-changed-meanwhile",
        /// The day is still to come.
        Future = "outreach-future",
    }
}

fn read(
    ctx: &Ctx,
    before: &Prospect,
    sent: &Pairs,
) -> std::result::Result<(Stage, Date, String), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let stage = reading.choice("stage", Stage::from_code).unwrap_or(before.stage);
    let day = reading.day("from_on").unwrap_or_else(|| ctx.today());
    if day > ctx.today() {
        reading.complaints.add("from_on", Changed::Future);
    }
    let note = reading.prose_or_none("note");
    if reading.complaints.is_empty()
        && let Err(why) = move_to(before.stage, stage, &note)
    {
        let field = if why == crate::rules::prospects::ProspectRefusal::NoReason { "note" } else { "stage" };
        reading.complaints.add(field, why);
    }
    reading.done((stage, day, note))
}
