//! How an account proves who she is: what stands on its own page about it, and the proof that she is at it herself.

use super::signed_in;
use crate::{
    SignInId, can,
    rules::{FRESH_SECONDS, begun_since},
    store,
};
use maud::{Markup, html as markup};
use platform::{
    clock::Moment,
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    html::{Head, acts, form, page},
    ids::AccountId,
    t,
};

/// The ways that an account has set up.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ways {
    /// Since when it has its password.
    pub(crate) password: Option<Moment>,
    /// How many passkeys it has.
    pub(crate) passkeys: usize,
    /// How many other houses sign it in.
    pub(crate) identities: usize,
    /// Since when it asks for a code beside everything else.
    pub(crate) second_factor: Option<Moment>,
}

impl Ways {
    /// The ways of an account, in a transaction of the installation.
    pub(crate) async fn of(tx: &mut Tx, account: AccountId) -> Result<Self> {
        let factor = store::second_factor(tx, account).await?;
        let passkeys = store::passkeys(tx, account).await?.len();
        Ok(Self {
            password: store::password_set_at(tx, account).await?,
            passkeys,
            identities: store::identities(tx, account).await?.len(),
            second_factor: factor.and_then(|row| row.confirmed_at),
        })
    }

    /// The part of the account's own page that tells them.
    pub(crate) fn show(&self, ctx: &Ctx) -> Markup {
        let say = ctx.say();
        let time = |at: Moment| markup! { time datetime=(at) { (say.moment(at, &ctx.zone())) } };
        let since = |at: Option<Moment>| {
            markup! { @match at { Some(at) => { (t!(say, "ways-since")) " " (time(at)) } None => { (t!(say, "ways-none")) } } }
        };
        markup! { section {
            h2 { (t!(say, "ways-title")) }
            dl.facts {
                dt { (t!(say, "ways-mail")) } dd { (t!(say, "ways-mail-always")) }
                dt { a href="/sign-in/ways/password" { (t!(say, "ways-password")) } }
                dd { (since(self.password)) }
                dt { a href="/sign-in/ways/passkeys" { (t!(say, "ways-passkeys")) } }
                dd { @if self.passkeys == 0 { (t!(say, "ways-none")) } @else { (t!(say, "ways-passkeys-kept", n = self.passkeys)) } }
                @if self.identities > 0 || !ctx.app.settings.issuers.is_empty() {
                    dt { a href="/sign-in/ways/identities" { (t!(say, "ways-identities")) } }
                    dd { @if self.identities == 0 { (t!(say, "ways-none")) } @else { (t!(say, "ways-identities-kept", n = self.identities)) } }
                }
                dt { a href="/sign-in/ways/second-factor" { (t!(say, "ways-second-factor")) } }
                dd { (since(self.second_factor)) }
            }
        } }
    }
}

/// Who asks to change a way, and whether she signed in just now.
pub(crate) struct Owner {
    pub(crate) account: store::Account,
    pub(crate) is_fresh: bool,
    /// What she began before this is no more hers to finish: another sign-in may have begun it.
    pub(crate) since: Moment,
}

impl Owner {
    /// Who is signed in, with what is known of her.
    pub(crate) async fn of(ctx: &Ctx, tx: &mut Tx) -> Result<Self> {
        let caller = signed_in(ctx)?;
        let account = store::account_by_id(tx, caller.account).await?.or_not_found()?;
        let made = store::signed_in_at(tx, caller.account, SignInId(caller.sign_in)).await?;
        let is_fresh =
            made.is_some_and(|(made, undated)| !undated && ctx.now() < made.plus_seconds(FRESH_SECONDS));
        let since = begun_since(made.map(|(made, _)| made), ctx.now());
        Ok(Self { account, is_fresh, since })
    }

    /// The same in a writing transaction of the installation, alone at the account's row from here on.
    pub(crate) async fn alone(ctx: &Ctx, tx: &mut Tx) -> Result<Self> {
        store::line_up(tx, signed_in(ctx)?.account).await?;
        Self::of(ctx, tx).await
    }

    /// The same in a look of its own.
    pub(crate) async fn look(ctx: &Ctx) -> Result<Self> {
        let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
        let owner = Self::of(ctx, &mut tx).await?;
        tx.done().await?;
        Ok(owner)
    }
}

/// “Sign in once more”: before one changes how one signs in. Then it goes on at `to`.
pub(crate) fn once_more(ctx: &Ctx, mail: &str, to: &str) -> Markup {
    let say = ctx.say();
    let form = form(ctx, "/sign-in");
    let hidden = markup! {
        p { (t!(say, "once-more-lead")) }
        (form.hidden("mail", mail)) (form.hidden("to", to)) (form.hidden("lang", ctx.lang.code()))
    };
    let body = markup! {
        (form.show(&t!(say, "sign-in-send"), hidden))
        (acts(&[(t!(say, "once-more-password"), format!("/sign-in/password?to={to}"))]))
        (super::elsewhere_shown::ways_in(ctx, to))
        p { a href="/sign-in/devices" { (t!(say, "ways-back")) } }
    };
    page(ctx, &Head::new(t!(say, "once-more-title")), body)
}
