//! May we write to this person for this purpose? A ledger of facts that is only added to, and one pure rule over it.
//!
//! The sender must be able to prove consent (CASL, s. 13): each fact holds who, when, how, the wording shown, its language and
//! what proves it.

mod standing;

use crate::{
    clock::Moment,
    db::{Bind, FromRow, List, Mismatch, Param, Sort, Tx, Values, next},
    errors::Result,
    langs::Lang,
    row, sql,
};
use jiff::{ToSpan, civil::Date};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

pub use standing::{Grounds, Standing, Verdict, may_send, standing, verdict};

crate::id! { /// One fact about consent.
ConsentId, "consent" }

/// What happened from which consent is assumed for a while: an existing business relationship (CASL, s. 10(10)) or non-business
/// one (s. 10(13)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Implied {
    /// Gave money or things.
    Gift,
    /// Gave time.
    Volunteering,
    /// Came to a meeting.
    Attendance,
    /// Bought something, hired something out or made an agreement in writing with us.
    Business,
    /// Asked for something, or applied: for six months (CASL, s. 10(10)(e)), where the others last two years.
    Inquiry,
}

impl Implied {
    /// The last day on which consent is assumed from what happened on `day` (29 February counts as the 28th).
    fn last_day(self, day: Date) -> Option<Date> {
        let lasts = match self {
            Self::Gift | Self::Volunteering | Self::Attendance | Self::Business => 2.years(),
            Self::Inquiry => 6.months(),
        };
        day.checked_add(lasts).ok()
    }
}

/// What a fact says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The person said yes.
    Express,
    /// Something happened on `since` from which consent follows for a while.
    Implied(Implied),
    /// The person belongs to the association since `since`; until `ended`, and for two years after it.
    Membership,
    /// The person said no.
    Withdrawal,
}

impl Basis {
    /// The code in the database and in word keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Express => "express",
            Self::Implied(Implied::Gift) => "implied-gift",
            Self::Implied(Implied::Volunteering) => "implied-volunteering",
            Self::Implied(Implied::Attendance) => "implied-attendance",
            Self::Implied(Implied::Business) => "implied-business",
            Self::Implied(Implied::Inquiry) => "implied-inquiry",
            Self::Membership => "membership",
            Self::Withdrawal => "withdrawal",
        }
    }

    /// The basis of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [
            Self::Express,
            Self::Implied(Implied::Gift),
            Self::Implied(Implied::Volunteering),
            Self::Implied(Implied::Attendance),
            Self::Implied(Implied::Business),
            Self::Implied(Implied::Inquiry),
            Self::Membership,
            Self::Withdrawal,
        ]
        .into_iter()
        .find(|basis| basis.code() == code)
    }
}

crate::coded!(Basis);

row! {
    /// A fact as the ledger holds it.
    pub struct ConsentFact {
        /// Which fact.
        pub id: ConsentId,
        /// For what: `newsletter`, `invitations`. A withdrawal for [`EVERYTHING`] counts for all.
        pub purpose: String,
        /// What it says.
        pub basis: Basis,
        /// The day of the happening, or from which the person belongs; none for a yes or no.
        pub since: Option<Date>,
        /// The day on which belonging ended.
        pub ended: Option<Date>,
        /// How it was said: `web-form`, `paper`, `by-phone`, `unsubscribe-link`.
        pub how: String,
        /// The very words that were shown; empty where there were none.
        pub wording: String,
        /// Their language.
        pub lang: Lang,
        /// What proves it, in words or as a reference to a record or a stored file.
        pub evidence: Option<String>,
        /// When it was written down.
        pub recorded_at: Moment,
        /// By whom.
        pub recorded_by: String,
    }
}

impl ConsentFact {
    /// The last day on which consent follows from this fact alone; none when it has no end, and when none follows from it.
    pub fn last_day(&self) -> Option<Date> {
        match self.basis {
            Basis::Express | Basis::Withdrawal => None,
            Basis::Implied(why) => why.last_day(self.since?),
            Basis::Membership => self.ended?.checked_add(2.years()).ok(),
        }
    }
}

/// A fact with the person it is about.
struct FactOfPerson {
    person: Uuid,
    fact: ConsentFact,
}

impl FromRow for FactOfPerson {
    const COLUMNS: &'static [&'static str] = &[];

    fn from_values(values: &mut Values) -> std::result::Result<Self, Mismatch> {
        Ok(Self { person: next(values)?, fact: ConsentFact::from_values(values)? })
    }
}

/// A withdrawal from everything at once.
pub const EVERYTHING: &str = "everything";

/// What is to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewConsent<'a> {
    /// For what.
    pub purpose: &'a str,
    /// What it says.
    pub basis: Basis,
    /// The day of the happening, or from which the person belongs.
    pub since: Option<Date>,
    /// The day on which belonging ended.
    pub ended: Option<Date>,
    /// How it was said, as a code.
    pub how: &'a str,
    /// The very words that were shown.
    pub wording: &'a str,
    /// Their language.
    pub lang: Lang,
    /// What proves it.
    pub evidence: Option<&'a str>,
}

impl Tx {
    /// Adds a fact about `person` to the ledger.
    ///
    /// # Errors
    /// When the database refuses; a failure in a reading transaction.
    pub async fn record_consent(
        &mut self,
        person: impl Into<Uuid>,
        new: &NewConsent<'_>,
    ) -> Result<ConsentId> {
        let id = self.new_id::<ConsentId>()?;
        self.record_consents(&[(id, person.into(), new.clone())]).await?;
        Ok(id)
    }

    /// Adds many facts at once, under ids that were made before.
    ///
    /// # Errors
    /// As [`Tx::record_consent`].
    pub async fn record_consents(&mut self, all: &[(ConsentId, Uuid, NewConsent<'_>)]) -> Result<()> {
        let said = (self.now, self.author.words());
        self.insert_consents(all, said).await
    }

    /// Adds facts that were written down at an instant by somebody.
    async fn insert_consents(
        &mut self,
        all: &[(ConsentId, Uuid, NewConsent<'_>)],
        (at, by): (Moment, String),
    ) -> Result<()> {
        let partnership = self.partnership()?;
        let rows: Vec<Vec<Bind<'_>>> = all
            .iter()
            .map(|(id, person, new)| {
                let whose = [id.bind(), partnership.bind(), person.bind(), new.purpose.bind()];
                let days = [new.basis.bind(), new.since.bind(), new.ended.bind()];
                let said = [new.how.bind(), new.wording.bind(), new.lang.bind(), new.evidence.bind()];
                whose.into_iter().chain(days).chain(said).chain([at.bind(), by.bind()]).collect()
            })
            .collect();
        let insert = "INSERT INTO consent (id, partnership_id, person_id, purpose, basis, since, ended, how, wording, lang, evidence, recorded_at, recorded_by) VALUES";
        self.insert_many(insert, &rows).await
    }

    /// Notes that `person` wants no more mail for `purpose` (or for [`EVERYTHING`]), said `how`. Counts from this instant.
    ///
    /// # Errors
    /// As [`Tx::record_consent`].
    pub async fn withdraw_consent(
        &mut self,
        person: impl Into<Uuid>,
        purpose: &str,
        how: &str,
        lang: Lang,
    ) -> Result<ConsentId> {
        let no = NewConsent {
            purpose,
            basis: Basis::Withdrawal,
            since: None,
            ended: None,
            how,
            wording: "",
            lang,
            evidence: None,
        };
        self.record_consent(person, &no).await
    }

    /// All facts about `person`, oldest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn consent_facts(&mut self, person: impl Into<Uuid>) -> Result<Vec<ConsentFact>> {
        let person = person.into();
        sql!(
            self,
            all ConsentFact,
            "SELECT id, purpose, basis, since, ended, how, wording, lang, evidence, recorded_at, recorded_by FROM consent
             WHERE partnership_id = $1 AND person_id = $2 ORDER BY recorded_at, id LIMIT 10000",
            self.partnership()?,
            person
        )
    }

    /// Writes down about `to` what the ledger holds about `from`, word for word and with the instants at which it was said, so a
    /// no of hers that came later still counts; what stands there already is not written twice. Gives how many facts are new.
    ///
    /// # Errors
    /// When the database refuses; a failure in a reading transaction.
    pub async fn carry_consent(&mut self, from: impl Into<Uuid>, to: impl Into<Uuid>) -> Result<u64> {
        let (to, mut carried) = (to.into(), 0);
        let known = self.consent_facts(to).await?;
        for fact in self.consent_facts(from).await? {
            let is_same = |one: &ConsentFact| {
                (&one.purpose, one.basis, one.recorded_at, &one.wording)
                    == (&fact.purpose, fact.basis, fact.recorded_at, &fact.wording)
            };
            if known.iter().any(is_same) {
                continue;
            }
            let said = NewConsent {
                purpose: &fact.purpose,
                basis: fact.basis,
                since: fact.since,
                ended: fact.ended,
                how: &fact.how,
                wording: &fact.wording,
                lang: fact.lang,
                evidence: fact.evidence.as_deref(),
            };
            let id = self.new_id::<ConsentId>()?;
            self.insert_consents(&[(id, to, said)], (fact.recorded_at, fact.recorded_by.clone())).await?;
            carried += 1;
        }
        Ok(carried)
    }

    /// Which of these people may be written to for `purpose` on `today`: [`may_send`] over the facts about each.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn who_may_be_sent(
        &mut self,
        people: &[Uuid],
        purpose: &str,
        today: Date,
    ) -> Result<HashSet<Uuid>> {
        let stand = self.standing_of(people, purpose, today).await?;
        Ok(stand.into_iter().filter(|(_, how)| *how == Standing::May).map(|(id, _)| id).collect())
    }

    /// How these people stand on `today` to mail for `purpose`: [`standing`] over the facts about each; who is not named is
    /// [`Standing::Silent`].
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn standing_of(
        &mut self,
        people: &[Uuid],
        purpose: &str,
        today: Date,
    ) -> Result<HashMap<Uuid, Standing>> {
        let facts = self.consent_facts_of(people).await?;
        Ok(facts.into_iter().map(|(id, facts)| (id, standing(&facts, purpose, today))).collect())
    }

    /// All facts about these people, oldest first; who is not named has none.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn consent_facts_of(&mut self, people: &[Uuid]) -> Result<HashMap<Uuid, Vec<ConsentFact>>> {
        let partnership = self.partnership()?;
        let mut facts: HashMap<Uuid, Vec<ConsentFact>> = HashMap::new();
        for some in people.chunks(500) {
            let list = List::new(
                "person_id, id, purpose, basis, since, ended, how, wording, lang, evidence, recorded_at, recorded_by",
                "consent",
            )
            .filter("partnership_id = ?", &partnership)
            .among("person_id", some)
            .sort("recorded_at", Sort::Up)
            .sort("id", Sort::Up);
            for number in 1.. {
                let rows: Vec<FactOfPerson> = self.rows(&list.clone().page(number, 1_000)).await?;
                let is_last = rows.len() < 1_000;
                for row in rows {
                    facts.entry(row.person).or_default().push(row.fact);
                }
                if is_last {
                    break;
                }
            }
        }
        Ok(facts)
    }

    /// Takes facts back that an import had written down by mistake; what they said stands in the history. Whose were still there.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn take_consents_back(&mut self, facts: &[(Uuid, ConsentId)]) -> Result<Vec<Uuid>> {
        let partnership = self.partnership()?;
        let rows: Vec<Vec<Bind<'_>>> =
            facts.iter().map(|(person, fact)| vec![partnership.bind(), person.bind(), fact.bind()]).collect();
        let delete = "DELETE FROM consent WHERE partnership_id = $1 AND person_id = $2 AND id = $3";
        let gone = self.run_many(delete, &rows).await?;
        Ok(facts.iter().zip(gone).filter(|(_, gone)| *gone > 0).map(|((person, _), _)| *person).collect())
    }

    /// Whether this person asked for no more mail for `purpose`, and has not said yes again since.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn said_no(&mut self, person: Uuid, purpose: &str, today: Date) -> Result<bool> {
        let facts = self.consent_facts(person).await?;
        Ok(matches!(standing(&facts, purpose, today), Standing::SaidNo(_)))
    }

    /// Forgets all facts about `person`, but keeps that she said no, without its words and proof: the bare fact that mail stopped.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_consent(&mut self, person: impl Into<Uuid>) -> Result<u64> {
        let person = person.into();
        sql!(
            self,
            run,
            "UPDATE consent SET evidence = NULL, wording = '', recorded_by = '' WHERE partnership_id = $1 AND person_id = $2",
            self.partnership()?,
            person
        )?;
        sql!(
            self,
            run,
            "DELETE FROM consent WHERE partnership_id = $1 AND person_id = $2 AND basis <> 'withdrawal'",
            self.partnership()?,
            person
        )
    }
}

#[cfg(test)]
mod tests;
