//! The accounts of those whom a visitor of the demo may be.

use super::Known;
use crate::world::{
    PartnershipSeed,
    seed::{SignInAs, SignInSeed},
};
use accounts::{Mail, NewAccount, create_account, grant};
use platform::{
    authority::{Grant, Office},
    ctx::Ctx,
    db::Tx,
    errors::{OrNotFound, Result},
    ids::Ref,
};

/// Keeps their accounts with the offices they need.
pub(super) async fn fill(ctx: &Ctx, tx: &mut Tx, seed: &PartnershipSeed, known: &Known) -> Result<()> {
    for one in seed.sign_ins {
        let person = seed.people.iter().find(|person| person.slug == one.person).or_not_found()?;
        let lang = person.languages.iter().find_map(|code| platform::langs::Lang::from_tag(code));
        let lang = lang.filter(|lang| platform::langs::Lang::OFFICIAL.contains(lang)).unwrap_or(ctx.lang);
        let new = NewAccount { mail: mail(seed, one)?, name: person.name.to_owned(), lang };
        let account = create_account(tx, &new).await?;
        let partnership = Some(tx.partnership()?);
        for (office, on) in offices(seed, one, known)? {
            grant(tx, account, &Grant { office, partnership, on }).await?;
        }
    }
    Ok(())
}

/// The address by which the front page finds the account.
pub(crate) fn mail(seed: &PartnershipSeed, one: &SignInSeed) -> Result<Mail> {
    let person = seed.people.iter().find(|person| person.slug == one.person).or_not_found()?;
    Ok(Mail::parse(&person.email(seed.slug))?)
}

/// What each may: the coordinator runs the partnership, the chair chairs its first body, whoever works for a partner keeps
/// that partner's record, the funder reads what partners read.
fn offices(seed: &PartnershipSeed, one: &SignInSeed, known: &Known) -> Result<Vec<(Office, Option<Ref>)>> {
    let person = seed.people.iter().find(|person| person.slug == one.person).or_not_found()?;
    Ok(match one.who {
        SignInAs::Coordinator => vec![(Office::Coordinator, None)],
        SignInAs::Chair => {
            let body = seed.councils.first().and_then(|first| known.councils.get(first.slug));
            body.map(|body| (Office::Chair, Some(Ref::from(*body)))).into_iter().collect()
        }
        SignInAs::Partner => {
            let organization = person.organization.map(|slug| known.organization(slug)).transpose()?;
            organization.map(|of| (Office::PartnerEditor, Some(Ref::from(of)))).into_iter().collect()
        }
        SignInAs::Funder => vec![(Office::Reader, None)],
    })
}
