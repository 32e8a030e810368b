//! A noted exchange with a government: corrected, put into the bin and taken out.

use super::{
    agreement_list::{exchange_fields, read},
    forms::changed,
    meanwhile::{held, in_bin},
    record::record_url,
    room_url,
};
use crate::{
    Agreement, AgreementId, ExchangeId, can,
    store::{
        agreements::find_agreement,
        exchanges::{Exchange, agreement_of, bin_exchange, find_exchange, update_exchange},
    },
};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    ctx::Ctx,
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Confirm, Head, confirm, form, page, said, shown},
    http::{Answer, Form, Pairs, Path, answer::page_with, html, see_other},
    ids::Ref,
    manifest::Fut,
    t,
};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

/// The part of an address that names an exchange of an agreement.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct AtExchange {
    #[serde(deserialize_with = "platform::ids::plainly_spelled")]
    record: Uuid,
    exchange: ExchangeId,
}

/// The form of one: what was typed and what was wrong.
pub(crate) struct ExchangePage<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) exchange: &'a Exchange,
    pub(crate) sent: &'a Pairs,
    pub(crate) complaints: &'a Complaints,
}

async fn find(tx: &mut Tx, at: AtExchange) -> Result<(Agreement, Exchange)> {
    let agreement = find_agreement(tx, AgreementId(at.record)).await?.or_not_found()?;
    let exchange = find_exchange(tx, agreement.id, at.exchange).await?.or_not_found()?;
    Ok((agreement, exchange))
}

/// The address of an exchange, or of what lies below it.
pub(crate) fn exchange_url(ctx: &Ctx, of: AgreementId, exchange: ExchangeId, path: &str) -> String {
    record_url::<Agreement>(ctx, of.0, &format!("/exchanges/{exchange}{path}"))
}

/// `GET /{p}/work/declarations/agreements/{record}/exchanges/{exchange}/edit`.
pub(crate) async fn edit(ctx: Ctx, Path(at): Path<AtExchange>) -> Answer {
    let mut tx = ctx.read(can::EDIT_AGREEMENTS).await?;
    let (agreement, exchange) = find(&mut tx, at).await?;
    tx.done().await?;
    let sent = Pairs::default()
        .with("held_on", exchange.held_on)
        .with("who", &exchange.who)
        .with("about", &exchange.about)
        .with("result", &exchange.result);
    let complaints = Complaints::default();
    let shown =
        ExchangePage { agreement: &agreement, exchange: &exchange, sent: &sent, complaints: &complaints };
    html(edit_view(&ctx, &shown))
}

/// `POST /{p}/work/declarations/agreements/{record}/exchanges/{exchange}`: what was noted is corrected.
pub(crate) async fn update(ctx: Ctx, Path(at): Path<AtExchange>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_AGREEMENTS).await?;
    let agreement = find_agreement(&mut tx, AgreementId(at.record)).await?;
    let exchange = match &agreement {
        Some(of) => find_exchange(&mut tx, of.id, at.exchange).await?,
        None => None,
    };
    let Some((agreement, exchange)) = agreement.zip(exchange) else {
        return binned(&ctx, tx, at, &sent).await;
    };
    let (status, complaints) = if sent.version() == exchange.version {
        match read(&ctx, &sent) {
            Ok((new, _)) => {
                update_exchange(&mut tx, &exchange, &new).await?;
                // Who was there and what was said stands in the log alone, where an erasure finds it.
                let (old, new) = (json!({ "held_on": exchange.held_on }), json!({ "held_on": new.held_on }));
                tx.audit("agreement.exchange-changed", agreement.id, Some(&old), Some(&new)).await?;
                let to = said(&record_url::<Agreement>(&ctx, at.record, ""), "agreement-changed");
                return see_other(&tx.commit_to(&to).await?);
            }
            Err(complaints) => (StatusCode::UNPROCESSABLE_ENTITY, complaints),
        }
    } else {
        (StatusCode::CONFLICT, changed())
    };
    tx.done().await?;
    let again =
        ExchangePage { agreement: &agreement, exchange: &exchange, sent: &sent, complaints: &complaints };
    page_with(status, edit_view(&ctx, &again))
}

/// The answer to a correction of what lies in the bin by now, or whose agreement does.
async fn binned(ctx: &Ctx, mut tx: Tx, at: AtExchange, sent: &Pairs) -> Answer {
    let id = AgreementId(at.record);
    let of = match tx.in_bin(&Ref::from(at.exchange)).await? {
        Some(of) if agreement_of(&mut tx, at.exchange).await? == Some(id) => of,
        _ => in_bin(&mut tx, &Ref::from(id)).await?,
    };
    tx.done().await?;
    let action = exchange_url(ctx, id, at.exchange, "");
    let form = form(ctx, &action);
    let inside =
        markup! { (exchange_fields(ctx, &form, sent)) (form.hidden("version", sent.get("version"))) };
    held(ctx, &of, (&action, inside))
}

/// The form of a correction.
pub(crate) fn edit_view(ctx: &Ctx, of: &ExchangePage<'_>) -> Markup {
    let (say, agreement) = (ctx.say(), of.agreement);
    let form = form(ctx, exchange_url(ctx, agreement.id, of.exchange.id, ""))
        .complaints(of.complaints)
        .cancel(record_url::<Agreement>(ctx, agreement.id.0, ""));
    let fields = markup! {
        (exchange_fields(ctx, &form, of.sent))
        (form.version(of.exchange.version))
    };
    let body = markup! {
        p { (shown(ctx, &agreement.department)) }
        (form.show(&t!(say, "signatory-save"), fields))
    };
    let head =
        Head::new(t!(say, "exchange-change")).under(t!(say, "agreement-title"), room_url(ctx, "/agreements"));
    page(ctx, &head, body)
}

/// `GET /{p}/work/declarations/agreements/{record}/exchanges/{exchange}/bin`.
pub(crate) async fn ask_bin(ctx: Ctx, Path(at): Path<AtExchange>) -> Answer {
    let mut tx = ctx.read(can::EDIT_AGREEMENTS).await?;
    let (agreement, exchange) = find(&mut tx, at).await?;
    tx.done().await?;
    html(bin_view(&ctx, &agreement, &exchange))
}

/// The page that asks.
pub(crate) fn bin_view(ctx: &Ctx, agreement: &Agreement, of: &Exchange) -> Markup {
    let say = ctx.say();
    let what = Confirm {
        action: exchange_url(ctx, agreement.id, of.id, "/bin"),
        explains: t!(say, "exchange-bin-explains"),
        submit: t!(say, "record-bin"),
        cancel: record_url::<Agreement>(ctx, agreement.id.0, ""),
        hidden: vec![("version", of.version.to_string())],
    };
    let name = agreement.department.plain(ctx.lang);
    let title = t!(say, "exchange-bin-title", name = name, day = say.day(of.held_on));
    page(ctx, &Head::new(title), markup! { (confirm(ctx, &what)) })
}

/// `POST /{p}/work/declarations/agreements/{record}/exchanges/{exchange}/bin`: for what was noted by mistake.
pub(crate) async fn bin(ctx: Ctx, Path(at): Path<AtExchange>, Form(sent): Form<Pairs>) -> Answer {
    let mut tx = ctx.write(can::EDIT_AGREEMENTS).await?;
    let (agreement, exchange) = find(&mut tx, at).await?;
    if sent.version() != exchange.version {
        return Err(Error::Stale);
    }
    let now = tx.now();
    bin_exchange(&mut tx, (exchange.id, Some(exchange.version)), Some(now)).await?;
    tx.bin(exchange.id, &agreement.department).await?;
    let gone = json!({ "held_on": exchange.held_on });
    tx.audit("agreement.exchange-binned", agreement.id, Some(&gone), None::<&()>).await?;
    let to = said(&record_url::<Agreement>(&ctx, at.record, ""), "agreement-binned");
    see_other(&tx.commit_to(&to).await?)
}

/// Takes an exchange out of the bin, unless its agreement lies there itself.
pub(crate) fn restore<'a>(_: &'a Ctx, tx: &'a mut Tx, id: Uuid) -> Fut<'a, Result<()>> {
    Box::pin(async move {
        let id = ExchangeId(id);
        let of = agreement_of(tx, id).await?.or_not_found()?;
        find_agreement(tx, of).await?.or_not_found()?;
        bin_exchange(tx, (id, None), None).await?;
        tx.audit("agreement.exchange-restored", of, None::<&()>, None::<&()>).await
    })
}
