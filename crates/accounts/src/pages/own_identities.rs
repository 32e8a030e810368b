//! One's own accounts at other houses: which sign one in here, one more, and one less.

use super::{
    elsewhere::{self, At, OWN, house_of},
    elsewhere_begun::Begun,
    elsewhere_shown, elsewhere_told, signed_in,
    ways::{Owner, once_more},
};
use crate::{
    IdentityId, can,
    mails::{self, Changed},
    store::{self, IdentityRow},
};
use axum::http::HeaderMap;
use maud::{Markup, html as markup};
use platform::{
    clock::Moment,
    config::Issuer,
    ctx::Ctx,
    errors::{OrNotFound, Result},
    html::{Head, acts, form, page, said, table},
    http::{Answer, Form, Path, html, see_other},
    t,
};
use serde::Deserialize;
use serde_json::json;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Chosen {
    issuer: String,
}

#[derive(Deserialize)]
pub(crate) struct IdentityPath {
    identity: IdentityId,
}

/// `GET /sign-in/ways/identities`: which there are, and which could be added.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    let (owner, kept) = look(&ctx).await?;
    if !owner.is_fresh {
        return html(once_more(&ctx, &owner.account.mail, OWN));
    }
    html(view(&ctx, &kept, &ctx.app.settings.issuers))
}

/// `POST /sign-in/ways/identities`: one more is begun. The next step is a page with a link, because what leads to another site is
/// never the answer to a form here.
pub(crate) async fn begin(ctx: Ctx, Form(chosen): Form<Chosen>) -> Answer {
    let owner = Owner::look(&ctx).await?;
    if !owner.is_fresh {
        return see_other(OWN);
    }
    let issuer = elsewhere::issuer(&ctx, &chosen.issuer)?;
    elsewhere::not_too_often(&ctx, "begin").await?;
    let begun = Begun::new(&ctx, issuer, OWN, Some(owner.account.id));
    match begun.way_there(&ctx, issuer).await? {
        Ok(_) => {
            let mut response = see_other(&format!("/sign-in/with/{}/onward", issuer.key))?;
            begun.give(&ctx, &mut response)?;
            Ok(response)
        }
        Err(trouble) => elsewhere_told::tell(&ctx, issuer, (trouble, OWN)),
    }
}

/// `GET /sign-in/with/{issuer}/onward`: the link to the house, for what was begun in this browser.
pub(crate) async fn onward(ctx: Ctx, headers: HeaderMap, Path(at): Path<At>) -> Answer {
    let owner = signed_in(&ctx)?.account;
    let issuer = elsewhere::issuer(&ctx, &at.issuer)?;
    let begun = Begun::kept(&ctx, &headers, issuer)?;
    let Some(begun) = begun.filter(|begun| begun.owner == Some(owner) && begun.is_open(&ctx)) else {
        return see_other(OWN);
    };
    match begun.way_there(&ctx, issuer).await? {
        Ok(there) => html(go_view(&ctx, issuer, there)),
        Err(trouble) => elsewhere_told::tell(&ctx, issuer, (trouble, OWN)),
    }
}

/// `POST /sign-in/ways/identities/{identity}/removal`: it signs in nobody any more.
pub(crate) async fn remove(ctx: Ctx, Path(path): Path<IdentityPath>) -> Answer {
    let mut tx = ctx.of_installation().write(can::SIGN_IN).await?;
    let owner = Owner::alone(&ctx, &mut tx).await?;
    if !owner.is_fresh {
        return see_other(OWN);
    }
    let account = &owner.account;
    let kept = store::identities(&mut tx, account.id).await?;
    let row = kept.into_iter().find(|row| row.id == path.identity).or_not_found()?;
    let gone = store::remove_identity(&mut tx, account.id, row.id).await?;
    Some(()).filter(|()| gone).or_not_found()?;
    let house = house_of(&ctx, &row.issuer, account.lang);
    tx.audit("account.identity-removed", account.id, Some(&json!({ "house": house })), None::<&()>).await?;
    mails::send_notice(&ctx, &mut tx, account, Changed::IdentityRemoved { house: &house }).await?;
    let to = tx.commit_to(&said(OWN, "identity-removed")).await?;
    see_other(&to)
}

async fn look(ctx: &Ctx) -> Result<(Owner, Vec<IdentityRow>)> {
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let owner = Owner::of(ctx, &mut tx).await?;
    let kept = store::identities(&mut tx, owner.account.id).await?;
    tx.done().await?;
    Ok((owner, kept))
}

fn view(ctx: &Ctx, kept: &[IdentityRow], issuers: &[Issuer]) -> Markup {
    let say = ctx.say();
    let is_kept = |issuer: &Issuer| kept.iter().any(|row| row.issuer == issuer.address);
    let open: Vec<&Issuer> = issuers.iter().filter(|issuer| !is_kept(issuer)).collect();
    let body = markup! {
        p { (t!(say, "identities-lead")) }
        @if !kept.is_empty() { (kept_table(ctx, kept)) }
        @if !open.is_empty() {
            h2 { (t!(say, "identity-more")) }
            @for issuer in open {
                div { (form(ctx, OWN).button(&t!(say, "identity-add", house = issuer.name(ctx.lang)), "", &[("issuer", &issuer.key)])) }
            }
        }
        p { a href="/sign-in/devices" { (t!(say, "ways-back")) } }
    };
    page(ctx, &Head::new(t!(say, "identities-title")), body)
}

fn kept_table(ctx: &Ctx, kept: &[IdentityRow]) -> Markup {
    let say = ctx.say();
    let heads = [
        t!(say, "identity-house"),
        t!(say, "identity-mail"),
        t!(say, "identity-made"),
        t!(say, "identity-used"),
        t!(say, "closing-act"),
    ];
    let time = |at: Option<Moment>| {
        markup! { @match at { Some(at) => { time datetime=(at) { (say.moment(at, &ctx.zone())) } } None => { (t!(say, "identity-never")) } } }
    };
    let row = |row: &IdentityRow| {
        let house = house_of(ctx, &row.issuer, ctx.lang);
        let remove = form(ctx, format!("{OWN}/{}/removal", row.id));
        vec![
            markup! { bdi { (house) } },
            markup! { bdi dir="ltr" { (row.mail) } },
            time(Some(row.made_at)),
            time(row.used_at),
            remove.button(&t!(say, "identity-remove"), &house, &[]),
        ]
    };
    table(&t!(say, "identities-title"), &heads, kept.iter().map(row).collect())
}

fn go_view(ctx: &Ctx, issuer: &Issuer, there: String) -> Markup {
    let (say, name) = (ctx.say(), issuer.name(ctx.lang));
    let body = markup! {
        p { (t!(say, "identity-go-lead", house = name)) }
        (acts(&[(t!(say, "identity-go", house = name), there), (t!(say, "ways-back"), "/sign-in/devices".to_owned())]))
    };
    page(ctx, &Head::new(t!(say, "identity-add", house = name)), body)
}

/// None, one, and the way there.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let city = elsewhere_shown::sample_issuer();
    let row = IdentityRow {
        id: IdentityId(uuid::Uuid::from_u128(1)),
        issuer: city.address.clone(),
        mail: "ada@city.example".into(),
        made_at: ctx.now(),
        used_at: None,
    };
    vec![
        ("none", view(ctx, &[], std::slice::from_ref(&city))),
        ("one", view(ctx, &[row], std::slice::from_ref(&city))),
        ("go", go_view(ctx, &city, "https://login.city.example/authorize".into())),
    ]
}
