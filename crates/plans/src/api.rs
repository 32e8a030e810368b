//! What programs read: the lines of a plan, with the states that anyone may see.

use crate::{
    FrameworkId, NodeId, RecommendationId,
    links::Tie,
    public::{plan::first_lang, public_framework, public_url, shown_plan},
    records::shown::addressees,
    rules::{kinds::Kind, records::Reply, states::State},
    seen::PlanSeen,
    store::{
        frameworks::{Framework, find_framework_by_slug},
        lines::{Line, lines_among},
        parties::{Part, Who},
        recommendations::{Recommendation, list_released_after},
        sheet::list_lines_after,
    },
};
use axum::http::HeaderMap;
use jiff::civil::Date;
use partners::{Organization, OrganizationId};
use platform::{
    ctx::{Ctx, PUBLIC},
    db::Tx,
    errors::{Error, OrNotFound, Result},
    http::{
        Answer, Query,
        api::{Asked, Cursor, Items, answer},
    },
    langs::Lang,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

/// Which lines are asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Narrowed {
    /// The id or the slug of a plan; none is the one that *Our plan* shows.
    framework: String,
    /// Only lines of this kind.
    kind: String,
    cursor: String,
    limit: String,
}

#[derive(Debug, Serialize)]
struct Somebody {
    kind: &'static str,
    id: Option<Uuid>,
    name: Value,
}

#[derive(Debug, Serialize)]
struct States {
    reported: Option<&'static str>,
    confirmed: Option<&'static str>,
    derived: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct LinkItem {
    role: &'static str,
    to: NodeId,
}

/// A line, as the API gives it.
#[derive(Debug, Serialize)]
struct LineItem {
    id: NodeId,
    framework: FrameworkId,
    code: String,
    kind: Kind,
    level: Value,
    title: Value,
    wording: Value,
    note: Value,
    parent: Option<NodeId>,
    lead: Vec<Somebody>,
    partners: Vec<Somebody>,
    state: States,
    ongoing: bool,
    from: Option<String>,
    to: Option<String>,
    stage: Option<&'static str>,
    links: Vec<LinkItem>,
    url: String,
}

/// `GET /{p}/api/v1/plan`: the lines of a plan, by code.
pub(crate) async fn lines(ctx: Ctx, Query(of): Query<Narrowed>, headers: HeaderMap) -> Answer {
    let asked = Asked { cursor: of.cursor.clone(), limit: of.limit.clone() };
    let (limit, after) = (asked.limit()?, asked.after()?.map(|Cursor(code, id)| (code, NodeId(id))));
    let kind = match of.kind.as_str() {
        "" => None,
        code => Some(Kind::from_code(code).ok_or(Error::Malformed("kind"))?),
    };
    let mut tx = ctx.read(PUBLIC).await?;
    let Some(framework) = asked_plan(&mut tx, &of.framework).await? else {
        return answer(&headers, &Items::<LineItem> { items: Vec::new(), next: None });
    };
    let rows = list_lines_after(&mut tx, (framework.id, kind), after.as_ref(), limit + 1).await?;
    let seen = PlanSeen::load(&ctx, &mut tx, framework).await?;
    let links = links(&mut tx).await?;
    tx.done().await?;
    let cursor = |(id, code): &(NodeId, String)| Cursor(code.clone(), id.0);
    let items = Items::of(rows, limit, cursor, |(id, _)| {
        seen.line(id).map(|line| line_item(&ctx, &seen, line, links.get(&id)))
    });
    answer(
        &headers,
        &Items { items: items.items.into_iter().flatten().collect::<Vec<_>>(), next: items.next },
    )
}

/// The plan that is asked for, as far as anyone may read it.
async fn asked_plan(tx: &mut Tx, asked: &str) -> Result<Option<Framework>> {
    if asked.is_empty() {
        return shown_plan(tx).await;
    }
    let found = match asked.parse::<FrameworkId>() {
        Ok(id) => public_framework(tx, id).await?,
        Err(_) => find_framework_by_slug(tx, asked).await?.filter(|one| one.standing.is_public()),
    };
    found.or_not_found().map(Some)
}

/// What each line is linked to: the kind of the other line says what it is to it; another framework's, that it works towards it.
async fn links(tx: &mut Tx) -> Result<HashMap<NodeId, Vec<LinkItem>>> {
    let mut pairs: Vec<(Tie, NodeId, NodeId)> = Vec::new();
    for role in Tie::ALL {
        let of = tx.links_of(role.kind()).await?;
        pairs.extend(of.into_iter().map(|(from, to)| (role, NodeId(from), NodeId(to))));
    }
    let mut ids: Vec<NodeId> = pairs.iter().map(|(_, _, to)| *to).collect();
    ids.sort_unstable();
    ids.dedup();
    let kinds: HashMap<NodeId, Kind> =
        lines_among(tx, &ids).await?.into_iter().map(|line| (line.id, line.kind)).collect();
    let mut links: HashMap<NodeId, Vec<LinkItem>> = HashMap::new();
    for (role, from, to) in pairs {
        let Some(kind) = kinds.get(&to) else { continue };
        let role = if role == Tie::Towards { role.code() } else { kind.code() };
        links.entry(from).or_default().push(LinkItem { role, to });
    }
    Ok(links)
}

fn line_item(ctx: &Ctx, seen: &PlanSeen, line: &Line, own: Option<&Vec<LinkItem>>) -> LineItem {
    let above = seen.forest.above(line.id).into_iter().filter_map(|id| seen.line(id));
    let mut links: Vec<LinkItem> =
        above.map(|above| LinkItem { role: above.kind.code(), to: above.id }).collect();
    links.extend(own.into_iter().flatten().map(|link| LinkItem { role: link.role, to: link.to }));
    let said = line.said();
    let publicity = seen.framework.publicity;
    let released =
        said.to_public(publicity).filter(|_| said.is_released).and(said.reported).map(|(one, _)| one);
    let released = released.filter(|_| publicity == crate::rules::states::Publicity::Released);
    let confirmed = said.confirmed.filter(|_| publicity != crate::rules::states::Publicity::Nothing);
    LineItem {
        id: line.id,
        framework: seen.id(),
        code: line.code.clone(),
        kind: line.kind,
        level: level(ctx, seen, line.kind),
        title: line.title.to_plain_json(),
        wording: if line.adopted_on.is_some() { line.wording.to_plain_json() } else { json!({}) },
        note: line.note.to_plain_json(),
        parent: line.parent_id,
        lead: people(seen, line, Part::Lead),
        partners: people(seen, line, Part::Partner),
        state: States {
            reported: released.map(State::code),
            confirmed: confirmed.map(|(state, _)| state.code()),
            derived: None,
        },
        ongoing: line.ongoing,
        from: line.span().from_code(seen.years),
        to: line.span().to_code(seen.years),
        stage: line.stage.map(|stage| stage.code()),
        links,
        url: ctx.web_url(&public_url(first_lang(ctx), line.id)),
    }
}

/// What the plan calls lines of this kind, in the official languages.
fn level(ctx: &Ctx, seen: &PlanSeen, kind: Kind) -> Value {
    let own = seen.levels.iter().find(|level| level.kind == kind);
    let word = |lang: Lang| {
        let own = own.map(|level| level.one.in_lang(lang)).filter(|word| !word.is_empty());
        own.map_or_else(|| crate::seen::word_of(&Ctx { lang, ..ctx.clone() }, kind), str::to_owned)
    };
    json!({ "en": word(Lang::En), "fr": word(Lang::Fr) })
}

fn people(seen: &PlanSeen, line: &Line, part: Part) -> Vec<Somebody> {
    let one = |(who, name): (&Who, &platform::text::Text)| {
        let (kind, id) = match who {
            Who::Council(id) => ("council", Some(id.0)),
            Who::Organization(id) => ("organization", Some(id.0)),
            Who::Named(_) | Who::Aside(_) => ("named", None),
        };
        Somebody { kind, id, name: name.to_plain_json() }
    };
    seen.who(line.id, part).into_iter().map(one).collect()
}

/// A recommendation, as the API gives it.
#[derive(Debug, Serialize)]
struct RecommendationItem {
    id: RecommendationId,
    line: NodeId,
    to: Vec<Somebody>,
    barrier: Value,
    recommendation: Value,
    recommended_on: Option<Date>,
    expected_on: Option<Date>,
    answer: Reply,
    answered_on: Option<Date>,
    said: Value,
    outcome: Value,
    url: String,
}

/// `GET /{p}/api/v1/plan-recommendations`: what was recommended to those outside and released, the oldest first.
pub(crate) async fn recommendations(ctx: Ctx, Query(asked): Query<Asked>, headers: HeaderMap) -> Answer {
    let (limit, after) = (asked.limit()?, asked.after()?.map(|Cursor(_, id)| RecommendationId(id)));
    let mut tx = ctx.read(PUBLIC).await?;
    let rows = list_released_after(&mut tx, after.as_ref(), limit + 1).await?;
    let organizations = addressees(&mut tx, partners::reader(&ctx), &rows).await?;
    tx.done().await?;
    let cursor = |one: &Recommendation| Cursor(String::new(), one.id.0);
    let item = |one: Recommendation| recommendation_item(&ctx, &organizations, one);
    answer(&headers, &Items::of(rows, limit, cursor, item))
}

fn recommendation_item(
    ctx: &Ctx,
    organizations: &HashMap<OrganizationId, Organization>,
    one: Recommendation,
) -> RecommendationItem {
    let organization = one.organization_id.and_then(|id| organizations.get(&id));
    let known = organization.map(|one| Somebody {
        kind: "organization",
        id: Some(one.id.0),
        name: one.name.to_plain_json(),
    });
    let named = (!one.named.is_empty()).then(|| Somebody {
        kind: "named",
        id: None,
        name: one.named.to_plain_json(),
    });
    RecommendationItem {
        id: one.id,
        line: one.node_id,
        to: known.into_iter().chain(named).collect(),
        barrier: one.barrier.to_plain_json(),
        recommendation: one.wording.to_plain_json(),
        recommended_on: one.recommended_on,
        expected_on: one.expected_on,
        answer: one.reply,
        answered_on: one.replied_on,
        said: one.reply_note.to_plain_json(),
        outcome: one.outcome.to_plain_json(),
        url: ctx.web_url(&format!("{}#recommendations", public_url(first_lang(ctx), one.node_id))),
    }
}
