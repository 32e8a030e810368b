//! How another room lets an organization join: the same rule and the same audit entry as on the organization's own page.

use crate::{
    NewOrganization, OrganizationId, Reader,
    rules::{SLUG, joining},
    store::organizations::{change_organization, organization, slug_taken},
};
use jiff::civil::Date;
use platform::{
    db::Tx,
    errors::{OrNotFound, Result},
};

/// A known organization joins on `day`, which is not after `today`.
///
/// # Errors
/// [`crate::PartnerRefusal::Joined`] when it is a partner, [`crate::PartnerRefusal::Future`]; not found when it is not kept.
pub async fn join(tx: &mut Tx, id: OrganizationId, (day, today): (Date, Date)) -> Result<()> {
    let before = organization(tx, Reader::Staff, id).await?.or_not_found()?;
    let (joined_on, left_on) = joining(before.standing(), day, today)?;
    let after = NewOrganization { joined_on, left_on, ..before.facts() };
    change_organization(tx, "organization.joined", &before, &after).await
}

/// `slug`, or with the first number behind it that is free, short enough for an address.
///
/// # Errors
/// When the database does not answer.
pub async fn free_slug(tx: &mut Tx, slug: &str) -> Result<String> {
    let short: String = slug.chars().take(SLUG.saturating_sub(5)).collect();
    let short = short.trim_end_matches('-');
    let first = if short.is_empty() { "organization" } else { short };
    let mut free = first.to_owned();
    for n in 2..10_000_u32 {
        if !slug_taken(tx, &free, None).await? {
            break;
        }
        free = format!("{first}-{n}");
    }
    Ok(free)
}
