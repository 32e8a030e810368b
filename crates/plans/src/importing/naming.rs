//! What a draft out of a sheet is called, and where it is found.

use crate::{
    pages::{framework_url, pieces::years_word},
    rules::workplan::with_years,
    store::{
        frameworks::find_framework,
        imported::{find_draft_named, find_imported, rename_draft},
    },
};
use platform::{batch::BatchId, ctx::Ctx, db::Tx, errors::Result, langs::Lang, text::fold};

/// What files of sheets end in.
const ENDINGS: [&str; 4] = ["csv", "tsv", "txt", "xlsx"];

/// What a draft is called: as the file without its ending, or as somebody typed; “Work plan” where a table was pasted and nobody did.
pub(super) fn titled(ctx: &Ctx, name: String, lang: Lang) -> String {
    let is_pasted =
        Lang::OFFICIAL.iter().any(|lang| ctx.say().in_lang(*lang).t("imports-pasted-name", &[]) == name);
    if is_pasted {
        return ctx.say().in_lang(lang).t("import-plan-untitled", &[]);
    }
    match name.rsplit_once('.') {
        Some((bare, ending)) if ENDINGS.contains(&fold(ending).as_str()) => bare.to_owned(),
        _ => name,
    }
}

/// Puts the years of a draft of its own behind its name, unless that tells years already: only when all rows are in are they known.
pub(super) async fn name_with_years(tx: &mut Tx, batch: BatchId) -> Result<()> {
    let Some((id, title, years)) = find_draft_named(tx, batch).await? else { return Ok(()) };
    let mut named = title.clone();
    for (lang, piece) in title.pieces() {
        named = named.with(lang, &with_years(&piece.text, &years_word(years)), piece.on);
    }
    if named == title { Ok(()) } else { rename_draft(tx, id, &named).await }
}

/// The draft that an import became.
pub(super) async fn became(ctx: &Ctx, tx: &mut Tx, batch: BatchId) -> Result<Option<(String, String)>> {
    let Some(id) = find_imported(tx, batch).await? else { return Ok(None) };
    let framework = find_framework(tx, id).await?;
    Ok(framework.map(|one| (one.title.plain(ctx.lang).to_owned(), framework_url(ctx, id, ""))))
}
