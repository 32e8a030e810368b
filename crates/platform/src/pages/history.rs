//! History and thread of any object: whoever may know of the object may know how it came about.

use super::bin::Which;
use crate::{
    audit::AuditEntry,
    authority::{Office, Permission},
    ctx::Ctx,
    db::{List, Page, Sort, Tx},
    errors::{Error, Result},
    html::{self as pieces, Head, page},
    http::{Answer, Path, html, json},
    ids::Ref,
    t,
    thread::{Knot, thread},
};
use maud::{Markup, html as markup};

/// Seeing what stood in a field before and after: it may hold what the page of the object does not show to everybody.
pub const CHANGES: Permission = Permission::see("history.changes", &[Office::Coordinator]);

/// `GET /{p}/work/history/{kind}/{id}`: who changed what, newest first.
pub async fn show(ctx: Ctx, Path(which): Path<Which>) -> Answer {
    let mut tx = ctx.read(super::ENTER).await?;
    let knot = known(&ctx, &mut tx, &which.object()).await?;
    let mut entries = entries(&ctx, &mut tx, &which.object()).await?;
    if !ctx.may(CHANGES) {
        entries.rows.iter_mut().for_each(|entry| (entry.before, entry.after) = (None, None));
    }
    let names = pieces::Names::of(&ctx, &mut tx, &entries.rows).await?;
    tx.done().await?;
    html(view(&ctx, &knot, (&entries, names)))
}

/// `GET /{p}/work/thread/{kind}/{id}`: where an object stands, for a program.
pub async fn thread_json(ctx: Ctx, Path(which): Path<Which>) -> Answer {
    let mut tx = ctx.read(super::ENTER).await?;
    known(&ctx, &mut tx, &which.object()).await?;
    let thread = thread(&ctx, &mut tx, &which.object()).await?;
    tx.done().await?;
    json(&thread)
}

/// `GET /{p}/api/v1/panels/{kind}/{id}`: what other rooms know of an object, for a program.
pub async fn panels_json(ctx: Ctx, Path(which): Path<Which>) -> Answer {
    let mut tx = ctx.read(super::ENTER).await?;
    known(&ctx, &mut tx, &which.object()).await?;
    let panels = pieces::panels_json(&ctx, &mut tx, &which.object()).await?;
    tx.done().await?;
    json(&panels)
}

/// The object's own knot, which its room gives only to those who may know of it.
async fn known(ctx: &Ctx, tx: &mut Tx, object: &Ref) -> Result<Knot> {
    let provider = ctx.app.house.providers.iter().find(|provider| provider.kind == object.kind);
    let provider = provider.ok_or(Error::NotFound)?;
    (provider.knot)(ctx, tx, object.id).await?.ok_or(Error::NotFound)
}

async fn entries(ctx: &Ctx, tx: &mut Tx, object: &Ref) -> Result<Page<AuditEntry>> {
    let partnership = tx.partnership()?;
    let list = List::new("id, at, author, verb, before, after", "audit_entry")
        .filter("partnership_id = ?", &partnership)
        .filter("kind = ?", &object.kind)
        .filter("object_id = ?", &object.id)
        .sort("at", Sort::Down)
        .sort("id", Sort::Down);
    tx.page(&list.page(ctx.address().page(), 50)).await
}

/// The page.
pub fn view(ctx: &Ctx, of: &Knot, (entries, names): (&Page<AuditEntry>, pieces::Names)) -> Markup {
    let say = ctx.say();
    let history = pieces::History { kind: of.of.kind.clone(), entries: entries.rows.clone(), names };
    let head = Head::new(t!(say, "history-title", title = of.title.words.as_str()));
    let head = match &of.href {
        Some(href) => head.under(of.title.words.clone(), href.clone()),
        None => head,
    };
    let body = markup! {
        p.quiet { (of.word) }
        @if entries.rows.is_empty() { p { (t!(say, "history-empty")) } }
        @else { (pieces::history(ctx, &history)) (pieces::pager(ctx, &ctx.address(), entries)) }
    };
    page(ctx, &head, body)
}
