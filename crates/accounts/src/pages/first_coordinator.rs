//! A first coordinator who was invited under a wrong address: her invitation is withdrawn, and another one leaves.

use super::{founding, installation::PartnershipPath};
use crate::{
    GrantRefusal, NewAccount, can,
    jobs::{self, Invited},
    store::{self, AwaitedRow},
};
use axum::http::StatusCode;
use maud::Markup;
use platform::{
    authority::{Grant, Office},
    ctx::{Ctx, Partnership},
    db::Tx,
    errors::{Complaints, Error, OrNotFound, Result},
    html::{Head, form, page, said},
    http::{Answer, Form, Path, answer::page_with, html, see_other},
    ids::PartnershipId,
    langs::Lang,
    t, throttle,
};
use serde::Deserialize;

/// The form, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    person: String,
    mail: String,
    lang: String,
}

/// `GET /installation/partnerships/{partnership}/coordinator`: the form, filled with what was typed then.
pub(crate) async fn ask(ctx: Ctx, Path(path): Path<PartnershipPath>) -> Answer {
    ctx.demand(can::INSTALL)?;
    let partnership = ctx.app.partnership_of(path.partnership).await?.or_not_found()?;
    let mut tx = ctx.read(can::INSTALL).await?;
    let first = awaited_at(&mut tx, path.partnership).await?.into_iter().next().or_not_found()?;
    tx.done().await?;
    let typed = Typed { person: first.name, mail: first.mail, lang: first.lang.code().to_owned() };
    html(view(&ctx, &partnership, &typed, &Complaints::default()))
}

/// `POST /installation/partnerships/{partnership}/coordinator`.
pub(crate) async fn save(ctx: Ctx, Path(path): Path<PartnershipPath>, Form(typed): Form<Typed>) -> Answer {
    ctx.demand(can::INSTALL)?;
    let partnership = ctx.app.partnership_of(path.partnership).await?.or_not_found()?;
    throttle::allow(&ctx.app, &format!("first-invitation/{}", path.partnership), 5, 86_400).await?;
    let again = |complaints: &Complaints| {
        page_with(StatusCode::UNPROCESSABLE_ENTITY, view(&ctx, &partnership, &typed, complaints))
    };
    let mut complaints = Complaints::default();
    let read = founding::person(&mut complaints, (&typed.person, &typed.mail, &typed.lang));
    let Some(new) = read else { return again(&complaints) };
    let mut tx = ctx.write(can::INSTALL).await?;
    match replace(&ctx, &mut tx, path.partnership, &new).await {
        Ok(()) => {
            let to = tx.commit_to(&said("/installation", "coordinator-corrected")).await?;
            see_other(&to)
        }
        Err(Error::Refused(why)) => {
            drop(tx);
            again(&Complaints::of("mail", why))
        }
        Err(error) => Err(error),
    }
}

async fn awaited_at(tx: &mut Tx, partnership: PartnershipId) -> Result<Vec<AwaitedRow>> {
    let all = store::awaited(tx).await?;
    Ok(all.into_iter().filter(|row| row.partnership_id == partnership).collect())
}

/// The new one is there before the old one goes, so that the partnership is never without. Whoever writes in the partnership
/// is waited for first, as everywhere: its head before any account.
async fn replace(ctx: &Ctx, tx: &mut Tx, partnership: PartnershipId, new: &NewAccount) -> Result<()> {
    tx.stand_alone_in(&[partnership]).await?;
    let old = awaited_at(tx, partnership).await?;
    if old.is_empty() {
        return Err(Error::NotFound);
    }
    let account = crate::account_of(tx, new).await?;
    if account.ended_at.is_some() {
        return Err(GrantRefusal::AccountEnded.into());
    }
    let account = account.id;
    let coordinator = Grant { office: Office::Coordinator, partnership: Some(partnership), on: None };
    crate::grant(tx, account, &coordinator).await?;
    for row in old {
        store::take_back_first(tx, partnership, row.account_id).await?;
        let before = serde_json::json!({ "office": Office::Coordinator.code(), "mail": row.mail });
        tx.audit("account.access-ended", row.account_id, Some(&before), None::<&()>).await?;
    }
    let invited = Invited { partnership, account, name: new.name.clone(), lang: new.lang };
    tx.enqueue(jobs::INVITE, invited, ctx.now()).await
}

fn view(ctx: &Ctx, of: &Partnership, typed: &Typed, complaints: &Complaints) -> Markup {
    let say = ctx.say();
    let action = format!("/installation/partnerships/{}/coordinator", of.id);
    let form = form(ctx, action).complaints(complaints).cancel("/installation");
    let fields = maud::html! {
        p { (t!(say, "coordinator-correct-lead", name = of.name.plain(ctx.lang))) }
        (founding::person_fields(ctx, &form, (&typed.person, &typed.mail, &typed.lang)))
    };
    let head =
        Head::new(t!(say, "coordinator-correct")).under(t!(say, "installation-title"), "/installation");
    page(ctx, &head, form.show(&t!(say, "coordinator-correct-submit"), fields))
}

/// The form as it opens, and with everything wrong.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let Some(of) = ctx.partnership.clone() else { return Vec::new() };
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let typed =
        Typed { person: "Ada Lovelace".into(), mail: "ada@example.org".into(), lang: Lang::En.code().into() };
    let mut wrong = Complaints::default();
    let _ = founding::person(&mut wrong, ("", "ada", "xx"));
    vec![
        ("opens", view(ctx, &of, &typed, &Complaints::default())),
        ("refused", view(ctx, &of, &typed, &wrong)),
    ]
}
