//! Which sectors are missing, as the checklist tells it: shown with who sits at the table, and as somebody to look for.

use crate::{
    QuestionId,
    pages::room_url,
    rules::discovery::{Has, is_missing},
    store::discovery::{Question, holding_answers, list_questions},
};
use maud::{Markup, html as markup};
use partners::Sector;
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::Result,
    html::{acts, shown, table},
    http::Address,
    t,
};

/// One sector of which little is known and that has no partner.
#[derive(Debug, Clone)]
pub(crate) struct Gap {
    pub(crate) question: Question,
    pub(crate) sector: Sector,
    pub(crate) has: Has,
}

/// The gaps, in the order of the checklist.
pub(crate) async fn gaps(tx: &mut Tx) -> Result<Vec<Gap>> {
    let (questions, answers) = (list_questions(tx).await?, holding_answers(tx).await?);
    let sectors = partners::sectors(tx).await?;
    let partners = partners::partners_by_sector(tx).await?;
    let partners_of = |sector| partners.get(&sector).copied().unwrap_or_default();
    let has = |id: QuestionId| answers.get(&id).map_or(Has::Unknown, |one| one.has);
    Ok(questions
        .into_iter()
        .filter(|one| !one.retired)
        .filter_map(|question| {
            let sector = sectors.iter().find(|one| Some(one.id) == question.sector_id)?.clone();
            let has = has(question.id);
            is_missing(has, partners_of(sector.id)).then_some(Gap { question, sector, has })
        })
        .collect())
}

/// The gaps as a list, each with the way to write down whom to ask; nothing when there is none.
pub(crate) fn told(ctx: &Ctx, gaps: &[Gap], may: bool) -> Markup {
    let say = ctx.say();
    let heads = [
        t!(say, "prospect-sector"),
        t!(say, "discovery-question"),
        t!(say, "discovery-has"),
        t!(say, "discovery-ask-whom"),
    ];
    let row = |gap: &Gap| {
        let new = Address::at(room_url(ctx, "/prospects/new"))
            .with("sector", gap.sector.id.to_string())
            .with("why", gap.question.question.plain(ctx.lang));
        let way = markup! { @if may { (acts(&[(t!(say, "prospect-add"), new.to_string())])) } };
        vec![
            shown(ctx, &gap.sector.name),
            markup! { a href=(room_url(ctx, &format!("/checklist/{}", gap.question.id))) { (shown(ctx, &gap.question.question)) } },
            crate::pages::checklist::has_shown(ctx, gap.has),
            way,
        ]
    };
    markup! { @if !gaps.is_empty() { (table(&t!(say, "discovery-missing"), &heads, gaps.iter().map(row).collect())) } }
}
