//! The signed file of a version of the terms of reference: handed in, replaced, read, and offered to the public or not.

use super::council_url;
use crate::{
    CouncilId, can,
    store::{
        bodies::{Council, find_council},
        references::{TermsOfReference, list_terms_of_reference, update_signed},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    files::{self, FileRefusal, Kept, MOST_BYTES},
    html::{Field, FormHtml, Head, field, form, page, said, shown},
    http::{Answer, Handed, Incoming, Pairs, Path, answer::page_with, html, see_other},
    t,
};
use serde::Deserialize;

/// What a browser offers to choose from.
const PAPERS: &str = ".pdf,.png,.jpg,.jpeg";

/// The part of an address that names a version of a body's terms of reference.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtVersion {
    council: CouncilId,
    number: u32,
}

/// The form about one version's signed file.
pub(crate) struct SignedPage<'a> {
    pub(crate) council: &'a Council,
    pub(crate) version: &'a TermsOfReference,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

/// `GET /{p}/work/councils/{council}/terms-of-reference/{number}/file`: the file, to keep.
pub(crate) async fn show(ctx: Ctx, Path(at): Path<AtVersion>) -> Answer {
    let mut tx = ctx.read(can::SEE_COUNCILS).await?;
    let (_, version) = find(&mut tx, at).await?;
    let row = tx.file(version.file_id.or_not_found()?).await?;
    tx.done().await?;
    files::serve(files::open(&ctx.app, row).await?)
}

/// `GET /{p}/work/councils/{council}/terms-of-reference/{number}/signed`: the form.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtVersion>) -> Answer {
    let mut tx = ctx.read(can::EDIT_COUNCIL.on(at.council)).await?;
    let (council, version) = find(&mut tx, at).await?;
    tx.done().await?;
    let known = version.file_id.map(|id| id.to_string()).unwrap_or_default();
    let public = if version.file_public { "yes" } else { "" };
    let sent = Pairs::default().with("before", known).with("signed_public", public);
    let complaints = Complaints::default();
    html(view(
        &ctx,
        &SignedPage { council: &council, version: &version, sent: &sent, complaints: &complaints },
    ))
}

/// `POST /{p}/work/councils/{council}/terms-of-reference/{number}/signed`: the file comes, is replaced, or is shown to others.
pub(crate) async fn save(ctx: Ctx, Path(at): Path<AtVersion>, incoming: Incoming) -> Answer {
    let mut sent = incoming.receive(&ctx, can::EDIT_COUNCIL.on(at.council)).await?;
    let file = sent.file.take();
    let (is_none, paper) = (file.is_none(), paper(&ctx, at.council, file).await?);
    let mut tx = ctx.write(can::EDIT_COUNCIL.on(at.council)).await?;
    let (council, version) = find(&mut tx, at).await?;
    if sent.fields.get("before") != version.file_id.map(|id| id.to_string()).unwrap_or_default() {
        return Err(Error::Stale);
    }
    let is_missing = is_none && version.file_id.is_none();
    let decided = if is_missing { Err(FileRefusal::Missing) } else { paper };
    match decided {
        Ok(file) => {
            keep(&mut tx, (at.council, &version), (file, is_public(&sent.fields))).await?;
            let list = council_url(&ctx, at.council, "/terms-of-reference");
            let to = tx.commit_to(&said(&list, "reference-signed")).await?;
            see_other(&to)
        }
        Err(why) => {
            tx.done().await?;
            let complaints = Complaints::one("signed", why);
            let shown = SignedPage {
                council: &council,
                version: &version,
                sent: &sent.fields,
                complaints: &complaints,
            };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &shown))
        }
    }
}

async fn find(tx: &mut Tx, at: AtVersion) -> Result<(Council, TermsOfReference)> {
    let council = find_council(tx, at.council).await?.or_not_found()?;
    let versions = list_terms_of_reference(tx, at.council).await?;
    let version = versions.into_iter().find(|version| version.number == at.number).or_not_found()?;
    Ok((council, version))
}

/// The file that was handed in, if one was, when it is a paper by its content and its name can be shown.
pub(super) type Paper = Result<Option<Kept>, FileRefusal>;

/// Puts what was handed in on disk when it is a paper, before the transaction that will hold its row; only for those who
/// keep the body.
///
/// # Errors
/// As [`Ctx::demand`]; a failure when the disk does not take it.
pub(super) async fn paper(ctx: &Ctx, council: CouncilId, file: Option<Handed>) -> Result<Paper> {
    ctx.demand(can::EDIT_COUNCIL.on(council))?;
    let Some(file) = file else { return Ok(Ok(None)) };
    let checked = file.bytes.and_then(|bytes| {
        files::check_paper(&bytes)?;
        Ok((files::check_name(&file.name)?, bytes))
    });
    match checked {
        Ok((name, bytes)) => Ok(Ok(Some(files::put(&ctx.app, &name, bytes).await?))),
        Err(why) => Ok(Err(why)),
    }
}

/// Whether the form offers the file to the public.
pub(super) fn is_public(sent: &Pairs) -> bool {
    !sent.get("signed_public").is_empty()
}

/// Keeps the file of a version, or the one that is there, and whether the public page offers it; writes the audit entry.
pub(super) async fn keep(
    tx: &mut Tx,
    (council, version): (CouncilId, &TermsOfReference),
    (file, is_public): (Option<Kept>, bool),
) -> Result<()> {
    let id = match file {
        Some(kept) => files::store(tx, &kept).await?,
        None => version.file_id.or_not_found()?,
    };
    let name = tx.file(id).await?.name;
    update_signed(tx, version.id, version.file_id, (id, is_public)).await?;
    let before = version.file_name.as_ref().map(|name| (version.number, name, version.file_public));
    tx.audit("council.reference-signed", council, before.as_ref(), Some(&(version.number, name, is_public)))
        .await
}

/// The page with the form.
pub(crate) fn view(ctx: &Ctx, of: &SignedPage<'_>) -> Markup {
    let (say, number) = (ctx.say(), of.version.number);
    let list = council_url(ctx, of.council.id, "/terms-of-reference");
    let form = form(ctx, format!("{list}/{number}/signed")).complaints(of.complaints).cancel(&list).upload();
    let file = field("signed", t!(say, "reference-signed"));
    let file = if of.version.file_id.is_some() { file.optional() } else { file };
    let fields = markup! {
        @if let Some(name) = &of.version.file_name { p { (t!(say, "reference-signed-kept", name = name)) } }
        (form.hidden("before", of.sent.get("before")))
        (fields(ctx, &form, file, of.sent))
    };
    let body = markup! {
        p { (shown(ctx, &of.council.name)) }
        (form.show(&t!(say, "reference-signed-save"), fields))
    };
    page(ctx, &Head::new(t!(say, "reference-signed-title", number = number)), body)
}

/// The file to choose, and who sees it.
pub(super) fn fields(ctx: &Ctx, form: &FormHtml<'_>, file: Field, sent: &Pairs) -> Markup {
    let say = ctx.say();
    markup! {
        (form.file(file.hint(t!(say, "reference-signed-hint", megabytes = MOST_BYTES / 1_000_000)), PAPERS))
        (form.check(field("signed_public", t!(say, "reference-signed-public")).value(sent.get("signed_public"))))
    }
}

/// What the list of versions says of a signed file, with the way to it and, for those who may, to the form.
pub(super) fn line(ctx: &Ctx, council: CouncilId, version: &TermsOfReference) -> Markup {
    let say = ctx.say();
    let at = council_url(ctx, council, &format!("/terms-of-reference/{}", version.number));
    let act = if version.file_id.is_some() { "reference-signed-change" } else { "reference-signed-add" };
    markup! {
        @match &version.file_name {
            Some(name) => {
                a href={ (at) "/file" } { bdi { (name) } } " "
                span.quiet { (say.html(if version.file_public { "reference-signed-for-all" } else { "reference-signed-inside" }, &[])) }
            },
            None => (say.html("reference-signed-none", &[])),
        }
        @if ctx.may(can::EDIT_COUNCIL.on(council)) {
            br; a href={ (at) "/signed" } { (say.html(act, &[])) span.unseen { " " (t!(say, "reference-version", number = version.number)) } }
        }
    }
}
