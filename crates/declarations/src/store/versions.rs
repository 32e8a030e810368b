//! The versions of the declaration.

use crate::{
    DeclarationId,
    rules::{
        signing::InForce,
        versions::{Version, in_force},
    },
};
use jiff::civil::Date;
use platform::{clock::Moment, db::Tx, errors::Result, row, sql, text::Text};
use serde::Serialize;

row! {
    /// One version of the declaration of intent.
    pub struct Declaration {
        /// Which version.
        pub id: DeclarationId,
        /// Its number, from 1.
        pub number: u32,
        /// What it is called.
        pub title: Text,
        /// The text.
        pub body: Text,
        /// From when it is in force; none while it is a draft.
        pub in_force_on: Option<Date>,
        /// How it was decided.
        pub decision: Text,
        /// After how many years it is signed again.
        pub renew_years: Option<u32>,
        /// Since when nobody changes it.
        pub published_at: Option<Moment>,
        /// How its record stands.
        pub version: i64,
    }
}

impl Declaration {
    /// As the rules see it.
    pub fn as_version(&self) -> Version<'_> {
        Version { number: self.number, title: &self.title, body: &self.body, in_force_on: self.in_force_on }
    }

    /// What is written in it.
    pub fn facts(&self) -> DeclarationFacts {
        DeclarationFacts { title: self.title.clone(), body: self.body.clone(), renew_years: self.renew_years }
    }
}

/// What a draft is written with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DeclarationFacts {
    /// What it is called.
    pub title: Text,
    /// The text.
    pub body: Text,
    /// After how many years it is signed again; never by years alone when none.
    pub renew_years: Option<u32>,
}

/// The versions, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list_declarations(tx: &mut Tx) -> Result<Vec<Declaration>> {
    sql!(
        tx,
        all Declaration,
        "SELECT id, number, title, body, in_force_on, decision, renew_years, published_at, version FROM declaration
         WHERE partnership_id = $1 ORDER BY number DESC LIMIT 200",
        tx.partnership()?
    )
}

/// The version that is in force on `today`.
pub fn current(versions: &[Declaration], today: Date) -> Option<&Declaration> {
    let number = in_force(versions.iter().map(|one| (one.number, one.in_force_on)), today)?;
    versions.iter().find(|one| one.number == number)
}

/// The version in force as the rules see it.
pub fn current_rule(versions: &[Declaration], today: Date) -> Option<InForce> {
    let of = current(versions, today)?;
    Some(InForce { number: of.number, on: of.in_force_on?, renew_years: of.renew_years })
}

/// Stores a draft.
///
/// # Errors
/// When the database refuses.
pub async fn insert_declaration(tx: &mut Tx, number: u32, new: &DeclarationFacts) -> Result<DeclarationId> {
    let (id, partnership, at) = (tx.new_id::<DeclarationId>()?, tx.partnership()?, tx.now());
    sql!(
        tx,
        must,
        "INSERT INTO declaration (id, partnership_id, number, title, body, decision, renew_years, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id,
        partnership,
        number,
        new.title,
        new.body,
        Text::default(),
        new.renew_years,
        at
    )?;
    Ok(id)
}

/// Changes a draft; what is published is never found here.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed, or was published, since `before` was read.
pub async fn update_declaration(tx: &mut Tx, before: &Declaration, new: &DeclarationFacts) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE declaration SET title = $1, body = $2, renew_years = $3, version = version + 1
         WHERE partnership_id = $4 AND id = $5 AND version = $6 AND published_at IS NULL",
        new.title,
        new.body,
        new.renew_years,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Writes the words of a version in another language: its title, its text and its decision. That the words of a published one
/// stay is the rule's to see ([`crate::rules::versions::keeps_words`]).
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed since `before` was read.
pub async fn update_wording(
    tx: &mut Tx,
    before: &Declaration,
    (title, body, decision): (&Text, &Text, &Text),
) -> Result<()> {
    sql!(
        tx,
        save,
        "UPDATE declaration SET title = $1, body = $2, decision = $3, version = version + 1
         WHERE partnership_id = $4 AND id = $5 AND version = $6",
        title,
        body,
        decision,
        tx.partnership()?,
        before.id,
        before.version
    )
}

/// Publishes a draft: from here on nobody changes it.
///
/// # Errors
/// [`platform::errors::Error::Stale`] when it has changed, or was published, since `before` was read.
pub async fn update_published(
    tx: &mut Tx,
    before: &Declaration,
    in_force_on: Date,
    decision: &Text,
) -> Result<()> {
    let at = tx.now();
    sql!(
        tx,
        save,
        "UPDATE declaration SET in_force_on = $1, decision = $2, published_at = $3, version = version + 1
         WHERE partnership_id = $4 AND id = $5 AND version = $6 AND published_at IS NULL",
        in_force_on,
        decision,
        at,
        tx.partnership()?,
        before.id,
        before.version
    )
}
