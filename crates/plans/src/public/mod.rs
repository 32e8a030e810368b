//! *Our plan* on the public site: what was asked, what is done, how far it is as the council confirmed or somebody released.

pub(crate) mod line;
pub(crate) mod plan;
pub(crate) mod reporting;

use crate::{
    NodeId,
    store::frameworks::{Framework, find_framework, find_in_force, list_frameworks},
};
use platform::{ctx::Ctx, db::Tx, errors::Result, langs::Lang};

/// Where *Our plan* stands below a language.
pub(crate) const PATH: &str = "/our-plan";

/// The address of a line within the partnership, in a language of the public site.
pub(crate) fn public_url(lang: Lang, line: NodeId) -> String {
    format!("/{lang}{PATH}/{line}")
}

/// The address of a line's public page in the reader's language.
pub(crate) fn line_url(ctx: &Ctx, line: NodeId) -> String {
    ctx.public_url(&format!("{PATH}/{line}"))
}

/// The plan that the public reads: the one in force; where there is none, the newest one that was.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn shown_plan(tx: &mut Tx) -> Result<Option<Framework>> {
    if let Some(framework) = find_in_force(tx).await? {
        return Ok(Some(framework));
    }
    Ok(list_frameworks(tx).await?.into_iter().find(|one| one.standing.is_public()))
}

/// The framework of a line, when the public may read it.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn public_framework(tx: &mut Tx, id: crate::FrameworkId) -> Result<Option<Framework>> {
    Ok(find_framework(tx, id).await?.filter(|one| one.standing.is_public()))
}
