//! What changes about a signatory: who may know that it signed, its withdrawal, the bin.

use super::{AtSignatory, forms::changed, room_url, signatories::visibility_word, signatory_url};
use crate::{
    SignatoryId, can,
    rules::signing::{SigningRefusal, withdraw},
    store::signatories::{
        Signatory, find_binned, find_signatory, standing_of, update_binned, update_visibility,
        update_withdrawn,
    },
};
use axum::http::StatusCode;
use jiff::civil::Date;
use maud::{Markup, html as markup};
use partners::{Reader, Visibility};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Choice, Confirm, Head, choice, confirm, field, form, page, said, shown},
    http::{Answer, Form, Pairs, Path, Reading, answer::page_with, html, see_other},
    manifest::Fut,
    t,
};
use serde_json::json;
use uuid::Uuid;

/// A form about one signatory: what was typed and what was wrong.
pub(crate) struct EndingPage<'a> {
    pub(crate) signatory: &'a Signatory,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

async fn find(tx: &mut Tx, at: AtSignatory) -> Result<Signatory> {
    find_signatory(tx, Reader::Staff, at.signatory).await?.or_not_found()
}

/// `GET /{p}/work/declarations/signatories/{signatory}/edit`.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtSignatory>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    let of = find(&mut tx, at).await?;
    tx.done().await?;
    let sent = Pairs::default().with("visibility", of.visibility.code());
    html(edit_view(&ctx, &EndingPage { signatory: &of, sent: &sent, complaints: &Complaints::default() }))
}

/// `POST /{p}/work/declarations/signatories/{signatory}`: who may know that it signed.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtSignatory>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    let before = find(&mut tx, at).await?;
    if sent.version() != before.version {
        tx.done().await?;
        let again = EndingPage { signatory: &before, sent: &sent, complaints: &changed() };
        return page_with(StatusCode::CONFLICT, edit_view(&ctx, &again));
    }
    let mut reading = Reading::of(&ctx, &sent);
    let chosen = reading.choice("visibility", Visibility::from_code);
    match reading.done(chosen) {
        Ok(chosen) => {
            let chosen = chosen.unwrap_or(before.visibility);
            update_visibility(&mut tx, &before, chosen).await?;
            let (old, new) = (json!({ "visibility": before.visibility }), json!({ "visibility": chosen }));
            tx.audit("signatory.changed", before.id, Some(&old), Some(&new)).await?;
            see_other(&tx.commit_to(&said(&signatory_url(&ctx, before.id, ""), "signatory-changed")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = EndingPage { signatory: &before, sent: &sent, complaints: &complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, edit_view(&ctx, &again))
        }
    }
}

/// The choices of who may know of something.
pub(crate) fn visibilities(ctx: &Ctx) -> Vec<Choice> {
    Visibility::ALL.into_iter().map(|one| choice(one.code(), visibility_word(ctx, one))).collect()
}

/// The form about who may know that it signed.
pub(crate) fn edit_view(ctx: &Ctx, of: &EndingPage<'_>) -> Markup {
    let say = ctx.say();
    let url = signatory_url(ctx, of.signatory.id, "");
    let form = form(ctx, &url).complaints(of.complaints).cancel(&url);
    let fields = markup! {
        (form.radios(field("visibility", t!(say, "signatory-visibility")).hint(t!(say, "signatory-visibility-hint")).value(of.sent.get("visibility")), &visibilities(ctx)))
        (form.version(of.signatory.version))
    };
    let body = markup! { p { (shown(ctx, &of.signatory.organization)) } (form.show(&t!(say, "signatory-save"), fields)) };
    page(
        ctx,
        &Head::new(t!(say, "signatory-visibility-change"))
            .under(t!(say, "declarations-title"), room_url(ctx, "")),
        body,
    )
}

/// `GET /{p}/work/declarations/signatories/{signatory}/withdrawal`.
pub(crate) async fn ask_withdrawal(ctx: Ctx, Path(at): Path<AtSignatory>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    let of = find(&mut tx, at).await?;
    tx.done().await?;
    let sent = Pairs::default().with("withdrawn_on", ctx.today());
    html(withdrawal_view(
        &ctx,
        &EndingPage { signatory: &of, sent: &sent, complaints: &Complaints::default() },
    ))
}

/// `POST /{p}/work/declarations/signatories/{signatory}/withdrawal`: the organization takes its word back; its day and reason
/// are kept, and the public page shows it no longer.
pub(crate) async fn withdrawn(ctx: Ctx, Path(at): Path<AtSignatory>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    let before = find(&mut tx, at).await?;
    if sent.version() != before.version {
        tx.done().await?;
        let again = EndingPage { signatory: &before, sent: &sent, complaints: &changed() };
        return page_with(StatusCode::CONFLICT, withdrawal_view(&ctx, &again));
    }
    match read_withdrawal(&ctx, &before, &sent) {
        Ok((on, reason)) => {
            update_withdrawn(&mut tx, &before, on, &reason).await?;
            let after = json!({ "withdrawn_on": on, "reason": reason });
            tx.audit("signatory.withdrew", before.id, None::<&()>, Some(&after)).await?;
            see_other(&tx.commit_to(&said(&signatory_url(&ctx, before.id, ""), "signatory-withdrew")).await?)
        }
        Err(complaints) => {
            tx.done().await?;
            let again = EndingPage { signatory: &before, sent: &sent, complaints: &complaints };
            page_with(StatusCode::UNPROCESSABLE_ENTITY, withdrawal_view(&ctx, &again))
        }
    }
}

fn read_withdrawal(
    ctx: &Ctx,
    of: &Signatory,
    sent: &Pairs,
) -> std::result::Result<(Date, String), Complaints> {
    let mut reading = Reading::of(ctx, sent);
    let on = reading.day("withdrawn_on");
    let reason = reading.prose("reason");
    if let Some(Err(why)) = on.map(|on| withdraw(of.since_on, of.withdrawn_on, on, ctx.today())) {
        reading.refuse("withdrawn_on", why);
    }
    reading.done((on.unwrap_or_else(|| ctx.today()), reason))
}

/// The form of a withdrawal.
pub(crate) fn withdrawal_view(ctx: &Ctx, of: &EndingPage<'_>) -> Markup {
    let say = ctx.say();
    let url = signatory_url(ctx, of.signatory.id, "");
    let form = form(ctx, format!("{url}/withdrawal")).complaints(of.complaints).cancel(&url);
    let fields = markup! {
        (form.date(field("withdrawn_on", t!(say, "signatory-withdrawn")).value(of.sent.get("withdrawn_on"))))
        (form.prose(field("reason", t!(say, "withdrawal-reason")).hint(t!(say, "withdrawal-reason-hint")).value(of.sent.get("reason"))))
        (form.version(of.signatory.version))
    };
    let body = markup! {
        p { (shown(ctx, &of.signatory.organization)) }
        p { (t!(say, "withdrawal-explains")) }
        (form.show(&t!(say, "withdrawal-submit"), fields))
    };
    page(
        ctx,
        &Head::new(t!(say, "withdrawal-title")).under(t!(say, "declarations-title"), room_url(ctx, "")),
        body,
    )
}

/// `GET /{p}/work/declarations/signatories/{signatory}/bin`.
pub(crate) async fn ask_bin(ctx: Ctx, Path(at): Path<AtSignatory>) -> Answer {
    let mut tx = ctx.read(can::KEEP_DECLARATION).await?;
    let of = find(&mut tx, at).await?;
    tx.done().await?;
    html(bin_view(&ctx, &of))
}

/// The page that asks.
pub(crate) fn bin_view(ctx: &Ctx, of: &Signatory) -> Markup {
    let say = ctx.say();
    let what = Confirm {
        action: signatory_url(ctx, of.id, "/bin"),
        explains: t!(say, "signatory-bin-explains"),
        submit: t!(say, "signatory-bin"),
        cancel: signatory_url(ctx, of.id, ""),
        hidden: vec![("version", of.version.to_string())],
    };
    let title = t!(say, "signatory-bin-title", name = of.organization.plain(ctx.lang));
    page(ctx, &Head::new(title), markup! { (confirm(ctx, &what)) })
}

/// `POST /{p}/work/declarations/signatories/{signatory}/bin`: for what was written down by mistake.
pub(crate) async fn bin(ctx: Ctx, Path(at): Path<AtSignatory>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::KEEP_DECLARATION).await?;
    let before = find(&mut tx, at).await?;
    if sent.version() != before.version {
        return Err(Error::Stale);
    }
    let now = tx.now();
    update_binned(&mut tx, (before.id, before.version), Some(now)).await?;
    tx.bin(before.id, &before.organization).await?;
    tx.audit("signatory.binned", before.id, None::<&()>, None::<&()>).await?;
    see_other(&tx.commit_to(&said(&room_url(&ctx, ""), "signatory-binned")).await?)
}

/// Takes a signatory out of the bin, unless its organization has signed anew meanwhile.
pub(crate) fn restore<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let id = SignatoryId(id);
        let (organization, withdrawn_on, version) = find_binned(tx, id).await?.or_not_found()?;
        if withdrawn_on.is_none() && standing_of(tx, organization).await?.is_some() {
            return Err(SigningRefusal::StandsAlready.into());
        }
        update_binned(tx, (id, version), None).await?;
        tx.audit("signatory.restored", id, None::<&()>, None::<&()>).await
    })
}
