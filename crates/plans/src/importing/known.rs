//! What rows of a sheet are compared with: what codes and kinds are called, who can lead, what stood in the version before.

use super::{directory::Directory, judge::Stands};
use crate::{
    pages::outline,
    rules::{kinds::Kind, tree::code_key},
    seen::PlanSeen,
    store::parties::{Part, Who},
};
use platform::{ctx::Ctx, db::Tx, errors::Result, langs::Lang, text::fold};
use std::collections::HashMap;

/// What codes are called in both official languages, folded, and the codes themselves.
pub(super) fn words<T: Copy, const N: usize>(
    ctx: &Ctx,
    all: [(T, &'static str, String); N],
) -> HashMap<String, T> {
    let says = Lang::OFFICIAL.map(|lang| ctx.say().in_lang(lang));
    let mut words = HashMap::new();
    for (one, code, key) in all {
        words.insert(fold(code), one);
        words.extend(says.iter().map(|say| (fold(&say.t(&key, &[])), one)));
    }
    words
}

/// What kinds of lines are called: usually, and in the plan itself.
pub(super) fn kind_words(ctx: &Ctx, seen: Option<&PlanSeen>) -> HashMap<String, Kind> {
    let mut all = words(ctx, Kind::ALL.map(|one| (one, one.code(), format!("plan-kind-{}", one.code()))));
    for level in seen.into_iter().flat_map(|seen| &seen.levels) {
        for (_, piece) in level.one.pieces().chain(level.many.pieces()) {
            all.insert(fold(&piece.text), level.kind);
        }
    }
    all
}

/// Everybody who can lead, by all names.
pub(super) async fn directory(ctx: &Ctx, tx: &mut Tx) -> Result<Directory> {
    let mut all = Directory::default();
    for one in partners::organizations_to_choose(tx, partners::reader(ctx), ctx.lang).await? {
        for (_, piece) in one.name.pieces() {
            all.add(&piece.text, &Who::Organization(one.id));
        }
    }
    for one in councils::councils(tx).await? {
        for (_, piece) in one.name.pieces() {
            all.add(&piece.text, &Who::Council(one.id));
        }
    }
    for one in partners::people_to_choose(tx, partners::reader(ctx)).await? {
        all.add_person(&one.name, one.id);
    }
    Ok(all)
}

/// The lines of the plan that becomes the version before.
pub(super) fn stands(ctx: &Ctx, seen: &PlanSeen) -> HashMap<String, Stands> {
    let readers = Lang::OFFICIAL.map(|lang| Ctx { lang, ..ctx.clone() });
    let one = |line: &crate::Line| {
        let told =
            |part: Part| readers.iter().map(move |ctx| (part, outline::who_cell(ctx, seen, line, part)));
        let stands = Stands {
            line: line.line_id,
            facts: line.facts(),
            parties: seen.parties.get(&line.id).cloned().unwrap_or_default(),
            cells: Part::ALL.into_iter().flat_map(told).collect(),
        };
        (code_key(&line.code), stands)
    };
    seen.lines.iter().map(one).collect()
}
