//! The second factor: whether an account asks for a code, and whether what was typed is one.

use crate::{
    Mail, can,
    mails::{self, Changed},
    rules::{Code, CodeRefusal, Spent, step_that_fits},
    store::{self, FactorRow},
};
use platform::{
    app::Settings,
    clock::Moment,
    ctx::Ctx,
    db::Tx,
    errors::{Error, Result},
    ids::{AccountId, Chance},
    throttle,
};

/// Under this its secrets are sealed.
const PURPOSE: &str = "accounts.second-factor";
/// How many codes may be tried for one account in an hour, and in a day: at 30 a day a guesser needs years for a fair chance.
const PER_HOUR: u32 = 10;
const PER_DAY: u32 = 30;
const DAY_SECONDS: i64 = 86_400;

/// Seals the secret of an account.
pub(crate) fn seal(
    settings: &Settings,
    chance: &Chance,
    (account, secret): (AccountId, &[u8]),
) -> Result<String> {
    settings.seal(chance, (PURPOSE, &account.to_string()), secret)
}

/// Opens the secret of an account; none when it was sealed by another installation's secret.
pub(crate) fn unseal(settings: &Settings, row: &FactorRow) -> Result<Option<Vec<u8>>> {
    let opened = settings.unseal((PURPOSE, &row.account_id.to_string()), &row.secret)?;
    if opened.is_none() {
        tracing::warn!(
            "a second factor that was sealed with another secret: only recovery codes open this account"
        );
    }
    Ok(opened)
}

/// To whom a typed recovery code belongs. Asked for everybody alike.
pub(crate) async fn keeper_of(tx: &mut Tx, code: Option<&Code>) -> Result<Option<AccountId>> {
    let hash = match code {
        Some(Code::Recovery(hash)) => hash,
        Some(Code::Digits(_)) | None => "",
    };
    store::recovery_code(tx, hash).await
}

/// What a typed code uses up, when it is one of this account's.
pub(crate) fn fits(
    settings: &Settings,
    row: &FactorRow,
    (code, keeper): (Option<Code>, Option<AccountId>),
    now: Moment,
) -> Result<Option<Spent>> {
    Ok(match code {
        Some(Code::Digits(digits)) => unseal(settings, row)?
            .and_then(|secret| step_that_fits(&secret, digits, (now, row.last_step)))
            .map(Spent::Step),
        Some(Code::Recovery(hash)) if keeper == Some(row.account_id) => Some(Spent::Recovery(hash)),
        Some(Code::Recovery(_)) | None => None,
    })
}

/// Asks an account's second factor about a typed code, for a way in that has proved one thing already: nothing to use up when
/// it has none.
///
/// # Errors
/// [`CodeRefusal::DoesNotFit`]; [`Error::TooOften`].
pub(crate) async fn ask(ctx: &Ctx, account: AccountId, typed: &str) -> Result<Option<Spent>> {
    let code = Code::read(typed);
    let mut tx = ctx.of_installation().read(can::SIGN_IN).await?;
    let row = store::second_factor(&mut tx, account).await?;
    let keeper = keeper_of(&mut tx, code.as_ref()).await?;
    tx.done().await?;
    let Some(row) = row.filter(|row| row.confirmed_at.is_some()) else { return Ok(None) };
    not_too_often(ctx, account).await?;
    not_too_often_today(ctx, account).await?;
    let spent = fits(&ctx.app.settings, &row, (code, keeper), ctx.now())?;
    Ok(Some(spent.ok_or(CodeRefusal::DoesNotFit)?))
}

/// Uses up what a code was good for, in the transaction that signs in. Who came in by a recovery code is told how many are left.
///
/// # Errors
/// [`CodeRefusal::Needed`] when there is none; [`CodeRefusal::DoesNotFit`] when somebody was faster with it.
pub(crate) async fn use_up(tx: &mut Tx, account: AccountId, spent: Option<&Spent>) -> Result<()> {
    let spent = spent.ok_or(CodeRefusal::Needed)?;
    if !store::spend(tx, account, spent).await? {
        return Err(CodeRefusal::DoesNotFit.into());
    }
    if matches!(spent, Spent::Recovery(_)) {
        tx.audit("account.recovery-code-used", account, None::<&()>, None::<&()>).await?;
    }
    Ok(())
}

/// Counts one try.
///
/// # Errors
/// [`Error::TooOften`].
pub(crate) async fn not_too_often(ctx: &Ctx, account: AccountId) -> Result<()> {
    throttle::allow(&ctx.app, &format!("code/{account}"), PER_HOUR, 3_600).await
}

/// Counts one try of this day, in whichever way in. When the day's last was used before, the owner is told, once.
///
/// # Errors
/// [`Error::TooOften`].
pub(crate) async fn not_too_often_today(ctx: &Ctx, account: AccountId) -> Result<()> {
    let counted = throttle::allow(&ctx.app, &format!("code-day/{account}"), PER_DAY, DAY_SECONDS).await;
    if let Err(Error::TooOften(wait)) = &counted {
        tell_closed(ctx, account, *wait).await?;
    }
    counted
}

/// Tells the owner that no code is taken until the day of counting has ended; once, since each such day ends at another second.
async fn tell_closed(ctx: &Ctx, account: AccountId, wait: u32) -> Result<()> {
    let ends = ctx.now().plus_seconds(wait.into()).0.as_second();
    match throttle::allow(&ctx.app, &format!("code-day-told/{account}/{ends}"), 1, 2 * DAY_SECONDS).await {
        Err(Error::TooOften(_)) => return Ok(()),
        other => other?,
    }
    // A refusal follows: what is told stays told.
    let ctx = Ctx { repeat: None, ..ctx.of_installation() };
    let mut tx = ctx.write(can::SIGN_IN).await?;
    if let Some(account) = store::account_by_id(&mut tx, account).await? {
        tx.audit("account.codes-closed", account.id, None::<&()>, None::<&()>).await?;
        mails::send_notice(&ctx, &mut tx, &account, Changed::CodesClosed).await?;
    }
    tx.commit().await
}

/// Counts what is no try of a code, so that it takes as long as one does.
pub(crate) async fn count_alike(ctx: &Ctx, mail: &Mail) -> Result<()> {
    throttle::allow(&ctx.app, &format!("code-none/{mail}"), u32::MAX, DAY_SECONDS).await
}
