//! What this room shows on an organization's page, without `partners` knowing of declarations.

use crate::{
    can,
    pages::{
        document_list::mention_state, record::record_url, room_url, signatories::standing_state,
        signatory_url, statements::Kept,
    },
    rules::signing::{Standing, standing},
    store::{
        documents::{Document, documents_of},
        signatories::signatory_of,
        statements::{Statement, statements_of_council, statements_of_organization},
        versions::{current_rule, list_declarations},
    },
};
use councils::CouncilId;
use maud::{Markup, html as markup};
use partners::OrganizationId;
use platform::{
    ctx::{Ctx, Face},
    db::Tx,
    errors::Result,
    html::shown,
    ids::Ref,
    manifest::{Panel, PanelShown},
    t,
};
use serde_json::json;

/// What this room shows on other rooms' pages.
pub(crate) fn all() -> Vec<Panel> {
    vec![
        Panel {
            on: "organization",
            name: "declaration",
            show: |ctx, tx, of| Box::pin(async move { declaration(ctx, tx, of).await }),
        },
        Panel {
            on: "organization",
            name: "statements",
            show: |ctx, tx, of| Box::pin(async move { statements_of(ctx, tx, of).await }),
        },
        Panel {
            on: "organization",
            name: "strategic-documents",
            show: |ctx, tx, of| Box::pin(async move { documents(ctx, tx, of).await }),
        },
        Panel {
            on: "council",
            name: "statements",
            show: |ctx, tx, of| Box::pin(async move { statements_by(ctx, tx, of).await }),
        },
    ]
}

/// Whether and since when the organization stands behind the declaration; for the staff, the way to ask it.
async fn declaration(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    let (id, reader) = (OrganizationId(of.id), partners::reader(ctx));
    if partners::organization(tx, reader, id).await?.is_none() {
        return Ok(None);
    }
    let keeps = ctx.face == Face::Work && ctx.may(can::KEEP_DECLARATION);
    let in_force = current_rule(&list_declarations(tx).await?, ctx.today());
    let found = signatory_of(tx, reader, id).await?;
    // What was withdrawn is the staff's to know.
    let found = found.filter(|one| one.withdrawn_on.is_none() || keeps);
    let say = ctx.say();
    let (html, json) = match found {
        Some(of) => {
            let now = standing(of.last(), in_force, of.withdrawn_on, ctx.today());
            let href = match ctx.face {
                Face::Work => signatory_url(ctx, of.id, ""),
                _ => ctx.public_url("/declaration"),
            };
            let signed = t!(say, "panel-signed", number = of.number, day = of.signed_on);
            let stands = markup! { @if ctx.face == Face::Work { " " (standing_state(ctx, now)) } };
            let line = markup! { p { a href=(href) { (signed) } (stands) } };
            let again = matches!(now, Standing::Due { .. }) && keeps;
            let json = json!({ "version": of.number, "since": of.since_on, "signed_on": of.signed_on });
            (markup! { (line) @if again { (ask(ctx, id, &t!(say, "invitation-renew"))) } }, json)
        }
        None if keeps && in_force.is_some() => {
            let ask = ask(ctx, id, &t!(say, "panel-ask"));
            (markup! { p { (t!(say, "panel-not-signed")) } (ask) }, json!(null))
        }
        None => return Ok(None),
    };
    Ok(Some(PanelShown { heading: t!(say, "panel-declaration"), html, json }))
}

fn ask(ctx: &Ctx, id: OrganizationId, words: &str) -> Markup {
    let href = room_url(ctx, &format!("/invitations?organization={id}#add"));
    markup! { p.acts { a.btn.plain href=(href) { (words) } } }
}

/// The statements that an organization issued or signed.
async fn statements_of(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    let (id, reader) = (OrganizationId(of.id), partners::reader(ctx));
    if partners::organization(tx, reader, id).await?.is_none() {
        return Ok(None);
    }
    Ok(statements(ctx, &statements_of_organization(tx, reader, id).await?))
}

/// The statements that a body issued.
async fn statements_by(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    Ok(statements(ctx, &statements_of_council(tx, partners::reader(ctx), CouncilId(of.id)).await?))
}

fn statements(ctx: &Ctx, all: &[Statement]) -> Option<PanelShown> {
    if all.is_empty() {
        return None;
    }
    let say = ctx.say();
    let href = |one: &Statement| match ctx.face {
        Face::Work => record_url::<Kept>(ctx, one.id.0, ""),
        _ => ctx.public_url(&format!("/statements/{}", one.id)),
    };
    let html = markup! { ul { @for one in all { li {
        a href=(href(one)) { (shown(ctx, &one.title)) } " · " time.quiet datetime=(one.issued_on) { (say.short_day(one.issued_on)) }
    } } } };
    let items: Vec<_> = all
        .iter()
        .map(|one| json!({ "statement": one.id, "title": one.title.to_plain_json(), "issued_on": one.issued_on }))
        .collect();
    Some(PanelShown { heading: t!(say, "statement-title"), html, json: items.into() })
}

/// The strategic documents of an organization and how far each goes: for the workspace.
async fn documents(ctx: &Ctx, tx: &mut Tx, of: &Ref) -> Result<Option<PanelShown>> {
    if ctx.face != Face::Work || !ctx.may(can::SEE) {
        return Ok(None);
    }
    let id = OrganizationId(of.id);
    let all = documents_of(tx, partners::reader(ctx), id).await?;
    let edits = ctx.may(can::EDIT_DOCUMENTS);
    if all.is_empty() && !edits {
        return Ok(None);
    }
    let say = ctx.say();
    let add = room_url(ctx, &format!("/documents/new?organization={id}"));
    let html = markup! {
        ul { @for one in &all { li {
            a href=(record_url::<Document>(ctx, one.id.0, "")) { (shown(ctx, &one.title)) } " " (mention_state(ctx, one.mention))
        } } }
        @if edits { p.acts { a.btn.plain href=(add) { (t!(say, "document-add")) } } }
    };
    let item = |one: &Document| json!({ "document": one.id, "title": one.title.to_plain_json(), "mention": one.mention });
    let items: Vec<_> = all.iter().map(item).collect();
    Ok(Some(PanelShown { heading: t!(say, "document-title"), html, json: items.into() }))
}
