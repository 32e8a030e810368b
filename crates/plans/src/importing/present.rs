//! Which year is meant by “this year” where a sheet comes in.

use crate::{
    pages::pieces::year_word,
    rules::periods::Years,
    store::frameworks::{Framework, find_in_force},
};
use platform::{batch::Mentions, ctx::Ctx, db::Tx, errors::Result};

/// The present year of plans here and the month in which it starts, with the plan in force.
pub(super) async fn present(ctx: &Ctx, tx: &mut Tx) -> Result<(i16, i8, Option<Framework>)> {
    let (today, in_force) = (ctx.today(), find_in_force(tx).await?);
    let month = in_force.as_ref().map_or(4, |one| i8::try_from(one.year_month).unwrap_or(4));
    let around = Years::new(today.year().saturating_sub(1), today.year(), month)?;
    let year = around.quarter_of(today).map_or(today.year(), |quarter| quarter.year());
    Ok((year, month, in_force))
}

/// What the questions call by name: which years are meant.
pub(super) async fn mentions(ctx: &Ctx, tx: &mut Tx) -> Result<Mentions> {
    let (year, month, _) = present(ctx, tx).await?;
    let years = Years::new(year.saturating_sub(1), year.saturating_add(1), month)?;
    let word = |year| year_word(years, year);
    let (this, next, last) = (word(year), word(year.saturating_add(1)), word(year.saturating_sub(1)));
    Ok(vec![("this", this), ("next", next), ("last", last)])
}
