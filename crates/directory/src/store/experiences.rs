//! How often somebody said how it went at a service, or why she could not get help there.

use crate::{
    ServiceId,
    rules::{outcomes::Outcome, suggestions::Barrier},
};
use platform::{
    db::{List, Page, Sort, Tx},
    errors::Result,
    http::Address,
    row, sql,
    text::Text,
};

/// Counts that somebody could not get help, once for each reason.
///
/// # Errors
/// When the database refuses.
pub async fn count_barriers(
    tx: &mut Tx,
    of: (ServiceId, &str),
    reasons: &[Barrier],
    month: &str,
) -> Result<()> {
    for reason in reasons {
        count(tx, of, reason.code(), month).await?;
    }
    Ok(())
}

/// Counts how it went for somebody.
///
/// # Errors
/// When the database refuses.
pub async fn count_outcome(tx: &mut Tx, of: (ServiceId, &str), outcome: Outcome, month: &str) -> Result<()> {
    count(tx, of, outcome.code(), month).await
}

async fn count(tx: &mut Tx, (service, need): (ServiceId, &str), said: &str, month: &str) -> Result<()> {
    sql!(
        tx,
        must,
        "INSERT INTO service_experience (partnership_id, service_id, need, said, month, times) VALUES ($1, $2, $3, $4, $5, 1)
         ON CONFLICT (partnership_id, service_id, need, said, month) DO UPDATE SET times = service_experience.times + 1",
        tx.partnership()?,
        service,
        need,
        said,
        month
    )
}

row! {
    /// How often something was said.
    #[derive(PartialEq, Eq)]
    pub struct Experience {
        /// Of which service.
        pub service_id: ServiceId,
        /// What that is called.
        pub service: Text,
        /// For which need, as its id; empty when nobody said.
        pub need: String,
        /// What: the code of an [`Outcome`] or of a [`Barrier`].
        pub said: String,
        /// In which month.
        pub month: String,
        /// How often.
        pub times: i64,
    }
}

/// What is asked for: how it went, or why there was no help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Outcomes; one of them, or all.
    Outcomes(Option<Outcome>),
    /// Reasons; one of them, or all.
    Barriers(Option<Barrier>),
}

/// The page of what was said that `address` asks for, the newest month first, then what was said most.
///
/// # Errors
/// When the database does not answer.
pub async fn page_experiences(
    tx: &mut Tx,
    (need, asked): (Option<String>, Asked),
    address: &Address,
) -> Result<Page<Experience>> {
    let partnership = tx.partnership()?;
    let (kind, one) = match asked {
        Asked::Outcomes(one) => {
            ("b.said IN ('helped', 'waiting', 'sent-on', 'not-helped')", one.map(Outcome::code))
        }
        Asked::Barriers(one) => {
            ("b.said NOT IN ('helped', 'waiting', 'sent-on', 'not-helped')", one.map(Barrier::code))
        }
    };
    let list = List::new(
        "b.service_id, s.name AS service, b.need, b.said, b.month, b.times",
        "service_experience b JOIN service s ON s.partnership_id = b.partnership_id AND s.id = b.service_id",
    )
    .filter("b.partnership_id = ?", &partnership)
    .only(kind)
    .filter_some("b.need = ?", need.as_ref())
    .filter_some("b.said = ?", one.as_ref());
    let list = list.sort("b.month", Sort::Down).sort("b.times", Sort::Down).sort("s.search_key", Sort::Up);
    tx.page_for(
        address,
        list.sort("b.service_id", Sort::Up).sort("b.need", Sort::Up).sort("b.said", Sort::Up),
    )
    .await
}

/// How often each outcome was told of a service since a month, with that month.
///
/// # Errors
/// When the database does not answer.
pub async fn outcomes_of(tx: &mut Tx, service: ServiceId, since: &str) -> Result<Vec<(Outcome, i64)>> {
    let rows = sql!(
        tx,
        all(String, i64),
        "SELECT said, CAST(sum(times) AS BIGINT) FROM service_experience WHERE partnership_id = $1 AND service_id = $2 AND month >= $3
         GROUP BY said ORDER BY said",
        tx.partnership()?,
        service,
        since
    )?;
    let times =
        |one: Outcome| rows.iter().find(|(said, _)| said == one.code()).map(|(_, times)| (one, *times));
    Ok(Outcome::ALL.into_iter().filter_map(times).collect())
}
