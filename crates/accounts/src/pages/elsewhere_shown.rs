//! What is shown around signing in at another house: the ways there, the way back, and why somebody is not let in.

use super::{elsewhere::Brought, sign_in};
use crate::rules::{Unmatched, local_path};
use axum::http::StatusCode;
use maud::{Markup, html as markup};
use platform::{
    config::{ANY_DOMAIN, Issuer},
    ctx::Ctx,
    html::{Head, acts, form, page},
    http::{
        Answer,
        answer::{page_with, urlencode},
        assets::asset,
    },
    t,
};
use serde::{Deserialize, Serialize};

/// Why somebody who went to another house is not let in here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Trouble {
    /// This browser was not sent there, or too long ago, or has come back before.
    Late,
    /// She or the house said no.
    Denied,
    /// The house does not answer, or not as it should.
    Away,
    /// What it says does not count.
    DoesNotHold,
    /// It tells no address for mail.
    NoMail,
    /// It has not made sure of the address.
    Unverified(String),
    /// Addresses of this domain do not come in so.
    Domain(String),
    /// No open account has this address.
    Unknown(String),
    /// The account of this address runs the installation, and its owner has not added the house herself.
    ByHand(String),
    /// The account of this address is known to the house under another name.
    Another(String),
    /// The house knows another account here under this name, or this account under another.
    Taken,
}

impl From<Unmatched> for Trouble {
    fn from(why: Unmatched) -> Self {
        match why {
            Unmatched::NoMail => Self::NoMail,
            Unmatched::Unverified(mail) => Self::Unverified(mail),
            Unmatched::Domain(mail) => Self::Domain(mail),
        }
    }
}

impl Trouble {
    const fn status(&self) -> StatusCode {
        match self {
            Self::Late => StatusCode::GONE,
            Self::Away => StatusCode::SERVICE_UNAVAILABLE,
            Self::DoesNotHold => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::FORBIDDEN,
        }
    }

    fn words(&self, ctx: &Ctx, name: &str) -> String {
        let say = ctx.say();
        match self {
            Self::Late => t!(say, "elsewhere-late", house = name),
            Self::Denied => t!(say, "elsewhere-denied", house = name),
            Self::Away => t!(say, "elsewhere-away", house = name),
            Self::DoesNotHold => t!(say, "elsewhere-does-not-hold", house = name),
            Self::NoMail => t!(say, "elsewhere-no-mail", house = name),
            Self::Unverified(mail) => t!(say, "elsewhere-unverified", house = name, mail = mail),
            Self::Domain(mail) => t!(say, "elsewhere-domain", house = name, mail = mail),
            Self::Unknown(mail) => t!(say, "elsewhere-unknown", house = name, mail = mail),
            Self::ByHand(mail) => t!(say, "elsewhere-by-hand", house = name, mail = mail),
            Self::Another(mail) => t!(say, "elsewhere-another", house = name, mail = mail),
            Self::Taken => t!(say, "elsewhere-taken", house = name),
        }
    }
}

/// The page that says why, and leads on to what she wanted.
pub(super) fn trouble(ctx: &Ctx, issuer: &Issuer, (trouble, to): (&Trouble, &str)) -> Answer {
    page_with(trouble.status(), trouble_view(ctx, issuer, (trouble, to)))
}

fn trouble_view(ctx: &Ctx, issuer: &Issuer, (trouble, to): (&Trouble, &str)) -> Markup {
    let (say, name) = (ctx.say(), issuer.name(ctx.lang));
    let ways = if ctx.caller.account().is_some() {
        vec![(t!(say, "ways-back"), "/sign-in/devices".to_owned())]
    } else {
        vec![
            (t!(say, "elsewhere-again", house = name), address(ctx, issuer, to)),
            (t!(say, "elsewhere-other-ways"), sign_in::address(to)),
        ]
    };
    let body = markup! { p { (trouble.words(ctx, name)) } (acts(&ways)) };
    page(ctx, &Head::new(t!(say, "elsewhere-no-title")), body)
}

/// Where signing in at a house begins, in the language of this page.
fn address(ctx: &Ctx, issuer: &Issuer, to: &str) -> String {
    let there = format!("/sign-in/with/{}?lang={}", issuer.key, ctx.lang.code());
    if to.is_empty() { there } else { format!("{there}&to={}", urlencode(to)) }
}

/// The ways in by other houses, on the page of the other ways.
pub(super) fn ways_in(ctx: &Ctx, to: &str) -> Markup {
    let (say, to) = (ctx.say(), local_path(to).unwrap_or_default());
    markup! { @for issuer in &ctx.app.settings.issuers {
        p { a.btn.plain href=(address(ctx, issuer, to)) { (t!(say, "elsewhere-enter", house = issuer.name(ctx.lang))) } }
    } }
}

/// Back from there: the one button, and the script that presses it.
pub(super) fn back(ctx: &Ctx, issuer: &Issuer, brought: &Brought) -> Markup {
    back_view(ctx, issuer, brought, &markup! { script src=(asset("onward.js")) defer {} })
}

fn back_view(ctx: &Ctx, issuer: &Issuer, brought: &Brought, script: &Markup) -> Markup {
    let (say, name) = (ctx.say(), issuer.name(ctx.lang));
    let form = form(ctx, format!("/sign-in/with/{}/back", issuer.key));
    let fields = markup! {
        (form.hidden("code", &brought.code)) (form.hidden("state", &brought.state)) (form.hidden("iss", &brought.iss))
    };
    let body = markup! {
        p { (t!(say, "elsewhere-back-lead", house = name)) }
        div data-onward { (form.show(&t!(say, "elsewhere-go-on"), fields)) }
        (script)
    };
    page(ctx, &Head::new(t!(say, "elsewhere-back-title", house = name)), body)
}

/// A house of the samples.
pub(super) fn sample_issuer() -> Issuer {
    Issuer {
        key: "city".into(),
        address: "https://login.city.example".into(),
        id_there: "kith".into(),
        secret: String::new(),
        name_en: "Portage Falls City Hall".into(),
        name_fr: "Hôtel de ville de Portage Falls".into(),
        mail_domains: vec![ANY_DOMAIN.into()],
    }
}

/// The way back, whose button nothing presses here, and why somebody is not let in.
pub(crate) fn samples(ctx: &Ctx) -> Vec<(&'static str, Markup)> {
    let ctx = &Ctx { partnership: None, face: platform::ctx::Face::House, ..ctx.clone() };
    let mail = || "ada@city.example".to_owned();
    let city = sample_issuer();
    let mut samples = vec![("back", back_view(ctx, &city, &Brought::default(), &markup! {}))];
    let troubles = [
        ("late", Trouble::Late),
        ("denied", Trouble::Denied),
        ("away", Trouble::Away),
        ("does-not-hold", Trouble::DoesNotHold),
        ("no-mail", Trouble::NoMail),
        ("unverified", Trouble::Unverified(mail())),
        ("domain", Trouble::Domain(mail())),
        ("unknown", Trouble::Unknown(mail())),
        ("by-hand", Trouble::ByHand(mail())),
        ("another", Trouble::Another(mail())),
        ("taken", Trouble::Taken),
    ];
    samples.extend(troubles.map(|(name, trouble)| (name, trouble_view(ctx, &city, (&trouble, "")))));
    samples
}
