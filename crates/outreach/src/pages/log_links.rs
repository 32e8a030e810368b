//! Whom and what an entry of the log is about: people, organizations and groups, as links of the thread. Shown on the entry's
//! page and on the page of each of them.

use super::{
    log::{AtEncounter, EncounterPage, encounter_url, one_view, page_of},
    offered::{Offered, reader},
};
use crate::{
    EncounterId, can,
    rules::encounters::EncounterRefusal,
    store::encounters::{Encounter, encounters_about, encounters_with, find_encounter},
};
use axum::http::StatusCode;
use councils::{Council, CouncilId};
use maud::{Markup, html as markup};
use partners::{OrganizationId, PersonId};
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::{Complaints, OrNotFound, Result},
    html::{Cell, Choice, choice, field, form, said, shown},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, see_other},
    ids::Ref,
    manifest::{Panel, PanelShown},
    t,
    thread::{LinkKind, link, unlink},
};
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uuid::Uuid;

/// An entry is about an organization, a person, a group.
pub(crate) const ABOUT: [LinkKind; 3] = [
    LinkKind { name: "met-organization", from: "encounter", to: "organization" },
    LinkKind { name: "met-person", from: "encounter", to: "person" },
    LinkKind { name: "met-council", from: "encounter", to: "council" },
];

/// The panels on what entries are about.
pub(crate) const PANELS: [Panel; 3] = [
    Panel {
        on: "organization",
        name: "encounters",
        show: |ctx, tx, of| Box::pin(async move { met(ctx, tx, of).await }),
    },
    Panel {
        on: "person",
        name: "encounters",
        show: |ctx, tx, of| Box::pin(async move { met(ctx, tx, of).await }),
    },
    Panel {
        on: "council",
        name: "encounters",
        show: |ctx, tx, of| Box::pin(async move { met(ctx, tx, of).await }),
    },
];

/// One of those that an entry is about.
#[derive(Debug, Clone)]
pub(crate) struct Linked {
    pub(crate) of: Ref,
    pub(crate) name: String,
    pub(crate) html: Markup,
}

/// Whom and what an entry is about, and what else it may be linked with.
#[derive(Debug, Default)]
pub(crate) struct Links {
    pub(crate) linked: Vec<Linked>,
    pub(crate) offered: Offered,
    pub(crate) councils: Vec<Council>,
    pub(crate) sent: Pairs,
    pub(crate) complaints: Complaints,
}

impl Links {
    /// Loads them, as far as the reader may know; for whoever keeps the log also what can be chosen.
    pub(crate) async fn load(ctx: &Ctx, tx: &mut Tx, of: EncounterId) -> Result<Self> {
        let councils = councils::councils(tx).await?;
        let mut linked = Vec::new();
        for kind in ABOUT {
            let ids = tx.linked_with(kind, &of.into()).await?;
            linked.extend(named(ctx, tx, (kind, &ids), &councils).await?);
        }
        let offered =
            if ctx.may(can::KEEP_OUTREACH) { Offered::load(ctx, tx).await? } else { Offered::default() };
        Ok(Self { linked, offered, councils, ..Self::default() })
    }

    fn council_choices(&self, ctx: &Ctx) -> Vec<Choice> {
        let open = self.councils.iter().filter(|one| one.closed_at.is_none());
        open.map(|one| choice(one.id.to_string(), one.name.plain(ctx.lang))).collect()
    }
}

/// The names of what links of a kind lead to.
async fn named(
    ctx: &Ctx,
    tx: &mut Tx,
    (kind, ids): (LinkKind, &[Uuid]),
    councils: &[Council],
) -> Result<Vec<Linked>> {
    let reader = reader(ctx);
    let one = |id: Uuid, name: &str, href: String, words: Markup| Linked {
        of: Ref::new(kind.to, id),
        name: name.to_owned(),
        html: markup! { a href=(href) { (words) } },
    };
    Ok(match kind.to {
        "organization" => {
            let ids: Vec<_> = ids.iter().copied().map(OrganizationId).collect();
            let mut all: Vec<_> =
                partners::organizations_named(tx, reader, &ids).await?.into_values().collect();
            all.sort_by(|a, b| ctx.say().order(a.name.plain(ctx.lang), b.name.plain(ctx.lang)));
            let href = |slug: &str| ctx.url(&format!("/work/partners/{slug}"));
            all.iter()
                .map(|it| one(it.id.0, it.name.plain(ctx.lang), href(&it.slug), shown(ctx, &it.name)))
                .collect()
        }
        "person" => {
            let ids: Vec<_> = ids.iter().copied().map(PersonId).collect();
            let mut all: Vec<_> = partners::people_named(tx, reader, &ids).await?.into_values().collect();
            all.sort_by(|a, b| ctx.say().order(&a.name, &b.name));
            let href = |id: PersonId| ctx.url(&format!("/work/people/{id}"));
            all.iter().map(|it| one(it.id.0, &it.name, href(it.id), markup! { bdi { (it.name) } })).collect()
        }
        _ => {
            let href = |id: CouncilId| ctx.url(&format!("/work/councils/{id}"));
            let all = councils.iter().filter(|it| ids.contains(&it.id.0));
            all.map(|it| one(it.id.0, it.name.plain(ctx.lang), href(it.id), shown(ctx, &it.name))).collect()
        }
    })
}

/// Whom and what entries are about, by entry.
pub(crate) type About = HashMap<EncounterId, Vec<Linked>>;

/// Whom and what each of these entries is about, as far as the reader may know.
pub(crate) async fn about_each(ctx: &Ctx, tx: &mut Tx, entries: &[Encounter]) -> Result<About> {
    let councils = councils::councils(tx).await?;
    let entries: Vec<Uuid> = entries.iter().map(|one| one.id.0).collect();
    let mut all = About::new();
    for kind in ABOUT {
        let mut from: BTreeMap<Uuid, Vec<EncounterId>> = BTreeMap::new();
        for (entry, to) in tx.links_from(kind, &entries).await? {
            from.entry(to).or_default().push(EncounterId(entry));
        }
        let ids: Vec<Uuid> = from.keys().copied().collect();
        for one in named(ctx, tx, (kind, &ids), &councils).await? {
            for entry in from.get(&one.of.id).into_iter().flatten() {
                all.entry(*entry).or_default().push(one.clone());
            }
        }
    }
    Ok(all)
}

/// Their names in one cell.
pub(crate) fn about_cell(about: &About, of: EncounterId) -> Cell {
    let linked = about.get(&of).map(Vec::as_slice).unwrap_or_default();
    let names: Vec<&str> = linked.iter().map(|one| one.name.as_str()).collect();
    let shown = markup! { @for (n, one) in linked.iter().enumerate() { @if n > 0 { "; " } (one.html) } };
    Cell::new(shown, names.join("; ").as_str())
}

/// The part of an address that names an entry and one that it is about.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct AtLink {
    encounter: EncounterId,
    kind: String,
    id: Uuid,
}

/// `POST /{p}/work/outreach/log/{encounter}/links`: an organization, a person and a group, or some of them.
pub(crate) async fn create(ctx: Ctx, Path(at): Path<AtEncounter>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    let of = page_of(&ctx, &mut tx, at.encounter).await?;
    match read(&ctx, &of.links, &sent) {
        Ok(all) => {
            for (kind, id) in all {
                add(&ctx, &mut tx, at.encounter, (kind, id)).await?;
            }
            let to = said(&encounter_url(&ctx, at.encounter, ""), "encounter-linked");
            see_other(&tx.commit_to(&to).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let links = Links { sent, complaints, ..of.links };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, one_view(&ctx, &EncounterPage { links, ..of }))
        }
    }
}

/// Links an entry with one that it is about, once.
async fn add(ctx: &Ctx, tx: &mut Tx, of: EncounterId, (kind, id): (LinkKind, Uuid)) -> Result<()> {
    if link(ctx, tx, kind, of.0, id).await? {
        tx.audit("encounter.linked", of, None::<&()>, Some(&json!({ kind.to: id }))).await?;
    }
    Ok(())
}

fn read(ctx: &Ctx, of: &Links, sent: &Pairs) -> std::result::Result<Vec<(LinkKind, Uuid)>, Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let organizations: Vec<_> = of.offered.organizations.iter().map(|one| one.id.0).collect();
    let people: Vec<_> = of.offered.people.iter().map(|one| one.id.0).collect();
    let councils: Vec<_> = of.councils.iter().map(|one| one.id.0).collect();
    let ids = [
        reading.known("organization", &organizations),
        reading.known("person", &people),
        reading.known("council", &councils),
    ];
    let all: Vec<_> = ABOUT.into_iter().zip(ids).filter_map(|(kind, id)| id.map(|id| (kind, id))).collect();
    if all.is_empty() && reading.complaints.is_empty() {
        reading.complaints.add("organization", EncounterRefusal::Nobody);
    }
    reading.done(all)
}

/// `POST /{p}/work/outreach/log/{encounter}/links/{kind}/{id}/removal`.
pub(crate) async fn remove(ctx: Ctx, Path(at): Path<AtLink>) -> Answer {
    let mut tx = ctx.write(can::KEEP_OUTREACH).await?;
    find_encounter(&mut tx, at.encounter).await?.or_not_found()?;
    let kind = ABOUT.into_iter().find(|kind| kind.to == at.kind).or_not_found()?;
    unlink(&ctx, &mut tx, kind, at.encounter.0, at.id).await?;
    tx.audit("encounter.unlinked", at.encounter, Some(&json!({ kind.to: at.id })), None::<&()>).await?;
    see_other(&tx.commit_to(&said(&encounter_url(&ctx, at.encounter, ""), "encounter-unlinked")).await?)
}

/// The part of the entry's page.
pub(crate) fn section(ctx: &Ctx, of: &Encounter, links: &Links) -> Markup {
    let (say, may) = (ctx.say(), ctx.may(can::KEEP_OUTREACH));
    let url = |path: &str| encounter_url(ctx, of.id, path);
    let part = |one: &Linked| {
        let to = url(&format!("/links/{}/{}/removal", one.of.kind, one.of.id));
        form(ctx, to).button(&t!(say, "encounter-unlink"), &one.name, &[])
    };
    markup! { @if may || !links.linked.is_empty() { section #about {
        h2 { (t!(say, "encounter-about")) }
        @if links.linked.is_empty() { p { (t!(say, "encounter-about-nobody")) } }
        @else { ul.plain-list { @for one in &links.linked { li { (one.html) @if may { " " (part(one)) } } } } }
        @if may { (link_form(ctx, url("/links"), links)) }
    } } }
}

fn link_form(ctx: &Ctx, to: String, of: &Links) -> Markup {
    let (say, sent) = (ctx.say(), &of.sent);
    let form = form(ctx, to).complaints(&of.complaints);
    form.show(
        &t!(say, "encounter-link"),
        markup! {
            (form.select(field("organization", t!(say, "encounter-link-organization")).value(sent.get("organization")).optional(), &of.offered.organization_choices(ctx)))
            (form.select(field("person", t!(say, "encounter-link-person")).hint(t!(say, "encounter-link-person-hint")).value(sent.get("person")).optional(), &of.offered.people_choices()))
            (form.select(field("council", t!(say, "encounter-link-council")).value(sent.get("council")).optional(), &of.council_choices(ctx)))
        },
    )
}

/// So many entries stand on the page of whom they are about.
const LATEST: u32 = 20;

/// Where we met people with an organization, or about a person or a group: the latest, the latest first.
async fn met(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    if ctx.face == Face::Public || !ctx.may(can::SEE_OUTREACH) {
        return Ok(None);
    }
    let mut all = encounters_about(tx, of, LATEST).await?;
    if of.kind == "organization" {
        let known: BTreeSet<EncounterId> = all.iter().map(|one| one.id).collect();
        let with = encounters_with(tx, OrganizationId(of.id), LATEST).await?;
        all.extend(with.into_iter().filter(|one| !known.contains(&one.id)));
    }
    if all.is_empty() {
        return Ok(None);
    }
    all.sort_by_key(|one| std::cmp::Reverse((one.met_on, one.id)));
    all.truncate(LATEST.try_into().unwrap_or(usize::MAX));
    let say = ctx.say();
    Ok(Some(PanelShown {
        heading: t!(say, "encounters-title"),
        html: markup! { ul.plain-list { @for one in &all { li {
            a href=(encounter_url(ctx, one.id, "")) { (one.community) } " " span.small.quiet { (say.short_day(one.met_on)) }
        } } } },
        json: all.iter().map(|one| json!({ "encounter": one.id, "met_on": one.met_on })).collect(),
    }))
}
