//! What changed between two versions of a plan, line by line.

use super::{AtFramework, charter, framework_url};
use crate::{
    FrameworkId, can,
    facade::{Compared, changes_between},
    rules::changes::{Change, Changes},
    store::{
        frameworks::{Framework, find_framework, list_frameworks},
        lines::LineFacts,
    },
};
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    html::{Head, page, shown},
    http::{Answer, Path, html},
    t,
    text::Text,
};
use uuid::Uuid;

/// What changed, as its page shows it.
pub(crate) struct ChangesPage {
    pub(crate) old: Framework,
    pub(crate) new: Framework,
    pub(crate) changes: Changes<Uuid, Compared>,
    /// What each line is called, in the newer version where it stands there.
    pub(crate) names: std::collections::HashMap<Uuid, LineFacts>,
}

/// `GET /{p}/work/plan/frameworks/{framework}/changes`: what changed since the version before, or since the one that
/// `?since=…` names.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtFramework>) -> Answer {
    let mut tx = ctx.read(can::SEE_PLAN).await?;
    let new = find_framework(&mut tx, at.framework).await?.or_not_found()?;
    let old = match ctx.address().get("since").parse::<FrameworkId>() {
        Ok(since) => find_framework(&mut tx, since).await?.or_not_found()?,
        Err(_) => before(&mut tx, &new).await?,
    };
    let changes = changes_between(&mut tx, old.id, new.id).await?;
    let mut names = std::collections::HashMap::new();
    for framework in [old.id, new.id] {
        let lines = crate::store::lines::list_lines(&mut tx, framework).await?;
        names.extend(lines.iter().map(|line| (line.line_id, line.facts())));
    }
    tx.done().await?;
    html(view(&ctx, &ChangesPage { old, new, changes, names }))
}

/// The version before; the first one is compared with itself.
async fn before(tx: &mut Tx, new: &Framework) -> Result<Framework> {
    let all = list_frameworks(tx).await?.into_iter();
    let older = all.filter(|one| one.family_id == new.family_id && one.number < new.number);
    Ok(older.max_by_key(|one| one.number).unwrap_or_else(|| new.clone()))
}

/// The page.
pub(crate) fn view(ctx: &Ctx, of: &ChangesPage) -> Markup {
    let say = ctx.say();
    let told = &of.changes;
    let lines = |heading: String, keys: Vec<&Uuid>| {
        markup! {
            @if !keys.is_empty() { section { h2 { (heading) } ul { @for key in keys { li { (name(ctx, of, key)) } } } } }
        }
    };
    let body = markup! {
        p { (t!(say, "changes-between", old = of.old.number, new = of.new.number)) }
        (charter::changes(ctx, &of.old.charter(), &of.new.charter()))
        @if told.is_empty() && of.old.charter() == of.new.charter() { p { (t!(say, "changes-none")) } }
        (lines(t!(say, "changes-added", n = told.added.len()), told.added.keys().collect()))
        (lines(t!(say, "changes-gone", n = told.gone.len()), told.gone.keys().collect()))
        @if !told.reworded.is_empty() {
            section { h2 { (t!(say, "changes-reworded", n = told.reworded.len())) }
                ul { @for (key, change) in &told.reworded { li { (name(ctx, of, key)) (reworded(ctx, change)) } } }
            }
        }
        (lines(t!(say, "changes-moved", n = told.moved.len()), told.moved.keys().collect()))
    };
    let head = Head::new(t!(say, "changes-title"))
        .under(of.new.title.plain(ctx.lang), framework_url(ctx, of.new.id, ""));
    page(ctx, &head, body)
}

fn name(ctx: &Ctx, of: &ChangesPage, key: &Uuid) -> Markup {
    markup! { @if let Some(facts) = of.names.get(key) { span.num.quiet { (facts.code) } " " (shown(ctx, &facts.title)) } }
}

/// The words that stood and stand there, where they differ.
fn reworded(ctx: &Ctx, change: &Change<Compared>) -> Markup {
    let say = ctx.say();
    let (before, after) = (&change.before.facts, &change.after.facts);
    let texts = [
        (t!(say, "line-title"), &before.title, &after.title),
        (t!(say, "line-wording"), &before.wording, &after.wording),
        (t!(say, "line-note"), &before.note, &after.note),
    ];
    texts_changed(ctx, &texts)
}

pub(crate) fn texts_changed(ctx: &Ctx, texts: &[(String, &Text, &Text)]) -> Markup {
    markup! {
        dl.facts { @for (label, before, after) in texts.iter().filter(|(_, before, after)| before != after) {
            dt { (label) } dd { del { (shown(ctx, before)) } " " ins { (shown(ctx, after)) } }
        } }
    }
}
