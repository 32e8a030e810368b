//! How often nobody found what was looked for.

use crate::rules::unfound::{Period, Tally, Under};
use platform::{db::Tx, errors::Result, sql};

/// Adds searches to those that stand there.
///
/// # Errors
/// When the database refuses.
pub async fn count_unfound(tx: &mut Tx, of: &Under, times: u64) -> Result<()> {
    let (period, times) = (of.period.to_string(), i64::try_from(times).unwrap_or(i64::MAX));
    sql!(
        tx,
        must,
        "INSERT INTO unfound_search (partnership_id, need, language, period, times) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (partnership_id, need, language, period) DO UPDATE SET times = unfound_search.times + $5",
        tx.partnership()?,
        of.need,
        of.language,
        period,
        times
    )
}

/// All that is counted.
///
/// # Errors
/// When the database does not answer.
pub async fn every_unfound(tx: &mut Tx) -> Result<Tally> {
    let rows = sql!(
        tx,
        all(String, String, String, i64),
        "SELECT need, language, period, times FROM unfound_search WHERE partnership_id = $1 ORDER BY period, need, language",
        tx.partnership()?
    )?;
    let cell = |(need, language, period, times): (String, String, String, i64)| {
        let period = Period::from_code(&period)?;
        Some((Under { need, language, period }, u64::try_from(times).ok()?))
    };
    Ok(rows.into_iter().filter_map(cell).collect())
}

/// Writes what stands elsewhere now: `before` as it was read in this transaction, `after` the same searches.
///
/// # Errors
/// When the database refuses.
pub async fn move_unfound(tx: &mut Tx, before: &Tally, after: &Tally) -> Result<()> {
    let partnership = tx.partnership()?;
    for of in before.keys().filter(|of| !after.contains_key(of)) {
        let period = of.period.to_string();
        sql!(
            tx,
            must,
            "DELETE FROM unfound_search WHERE partnership_id = $1 AND need = $2 AND language = $3 AND period = $4",
            partnership,
            of.need,
            of.language,
            period
        )?;
    }
    for (of, times) in after {
        let more = times.saturating_sub(before.get(of).copied().unwrap_or_default());
        if more > 0 {
            count_unfound(tx, of, more).await?;
        }
    }
    Ok(())
}
