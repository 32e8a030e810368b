//! For which organizations people speak.

use crate::{
    OrganizationId, PersonId, SpeakerId,
    rules::{PartnerRefusal, Reader},
};
use jiff::civil::Date;
use platform::{
    db::{Bind, List, Param, Sort, Tx},
    errors::Result,
    ids::PartnershipId,
    row, sql,
    text::Text,
};
use serde_json::json;

row! {
    /// That a person speaks for an organization.
    #[derive(PartialEq, Eq)]
    pub struct Speaker {
        /// Which fact.
        pub id: SpeakerId,
        /// Who speaks.
        pub person: PersonId,
        /// For which organization.
        pub organization: OrganizationId,
        /// What the person does there.
        pub title: Text,
        /// Since when.
        pub from_on: Date,
        /// Until when, when it is over or its end is known.
        pub to_on: Option<Date>,
    }
}

/// That a person speaks for an organization, on its way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSpeaker {
    /// Who speaks.
    pub person: PersonId,
    /// For which organization.
    pub organization: OrganizationId,
    /// What the person does there; may be empty.
    pub title: Text,
    /// Since when.
    pub from_on: Date,
    /// Until when.
    pub to_on: Option<Date>,
}

/// Keeps that a person speaks for an organization, and writes an audit entry of both.
///
/// # Errors
/// [`PartnerRefusal::Backwards`], [`PartnerRefusal::SpeaksAlready`]; a constraint when one of the two does not exist.
pub async fn speaks_for(tx: &mut Tx, new: &NewSpeaker) -> Result<SpeakerId> {
    let id = lay_speaker(tx, new).await?;
    let said = json!({
        "person": new.person, "organization": new.organization, "title": new.title, "from_on": new.from_on, "to_on": new.to_on,
    });
    tx.audit("person.speaks", new.person, None::<&()>, Some(&said)).await?;
    tx.audit("organization.spoken-for", new.organization, None::<&()>, Some(&said)).await?;
    Ok(id)
}

/// Keeps that a person of an import speaks for an organization; the import's own entry says that it came.
///
/// # Errors
/// As [`speaks_for`].
pub async fn lay_speaker(tx: &mut Tx, new: &NewSpeaker) -> Result<SpeakerId> {
    let id = tx.new_id::<SpeakerId>()?;
    lay_speakers(tx, &[(id, new.clone())]).await?;
    Ok(id)
}

/// As [`lay_speaker`] for many at once, under ids that were made before.
///
/// # Errors
/// As [`speaks_for`]; then none is kept.
pub async fn lay_speakers(tx: &mut Tx, all: &[(SpeakerId, NewSpeaker)]) -> Result<()> {
    if all.iter().any(|(_, new)| new.to_on.is_some_and(|to| to < new.from_on)) {
        return Err(PartnerRefusal::Backwards.into());
    }
    let partnership = tx.partnership()?;
    let rows: Vec<Vec<Bind<'_>>> = all
        .iter()
        .map(|(id, new)| {
            let whose = [id.bind(), partnership.bind(), new.person.bind(), new.organization.bind()];
            whose.into_iter().chain([new.title.bind(), new.from_on.bind(), new.to_on.bind()]).collect()
        })
        .collect();
    let insert =
        "INSERT INTO speaker (id, partnership_id, person_id, organization_id, title, from_on, to_on) VALUES";
    tx.insert_many(insert, &rows).await.map_err(|error| {
        let mark = "speaker.partnership_id, speaker.person_id, speaker.organization_id, speaker.from_on";
        error
            .on_constraint("speaker_once", PartnerRefusal::SpeaksAlready)
            .on_constraint(mark, PartnerRefusal::SpeaksAlready)
    })
}

/// Ends that a person speaks for an organization; `on` is the last day.
///
/// # Errors
/// [`PartnerRefusal::Backwards`] when that is before it began.
pub async fn stops_speaking(tx: &mut Tx, speaker: &Speaker, on: Date) -> Result<()> {
    if on < speaker.from_on {
        return Err(PartnerRefusal::Backwards.into());
    }
    sql!(
        tx,
        must,
        "UPDATE speaker SET to_on = $1 WHERE partnership_id = $2 AND id = $3",
        on,
        tx.partnership()?,
        speaker.id
    )?;
    let (old, new) = (json!({ "to_on": speaker.to_on }), json!({ "to_on": on }));
    tx.audit("person.stopped-speaking", speaker.person, Some(&old), Some(&new)).await
}

/// Changes what a person does at an organization; nothing happens when nothing changes.
///
/// # Errors
/// When the database refuses.
pub async fn change_title(tx: &mut Tx, speaker: &Speaker, title: &Text) -> Result<()> {
    if *title == speaker.title {
        return Ok(());
    }
    sql!(
        tx,
        must,
        "UPDATE speaker SET title = $1 WHERE partnership_id = $2 AND id = $3",
        title,
        tx.partnership()?,
        speaker.id
    )?;
    let organization = speaker.organization;
    let (old, new) =
        (json!({ "title": speaker.title }), json!({ "organization": organization, "title": title }));
    tx.audit("person.title-changed", speaker.person, Some(&old), Some(&new)).await
}

const COLUMNS: &str =
    "s.id, s.person_id AS person, s.organization_id AS organization, s.title, s.from_on, s.to_on";
const FROM: &str = "speaker s JOIN kept_person p ON p.partnership_id = s.partnership_id AND p.id = s.person_id \
    JOIN kept_organization o ON o.partnership_id = s.partnership_id AND o.id = s.organization_id";

fn seen_by(partnership: &PartnershipId, reader: Reader) -> List<'_> {
    List::new(COLUMNS, FROM)
        .filter("s.partnership_id = ?", partnership)
        .among("p.visibility", reader.sees())
        .among("o.visibility", reader.sees())
        .sort("s.from_on", Sort::Down)
        .sort("s.id", Sort::Up)
        .page(1, 500)
}

/// Who speaks and has spoken for an organization, newest first, as far as the reader may know.
///
/// # Errors
/// When the database does not answer.
pub async fn speakers_of(tx: &mut Tx, reader: Reader, organization: OrganizationId) -> Result<Vec<Speaker>> {
    let partnership = tx.partnership()?;
    tx.rows(&seen_by(&partnership, reader).filter("s.organization_id = ?", &organization)).await
}

/// For whom a person speaks and has spoken, newest first, as far as the reader may know.
///
/// # Errors
/// When the database does not answer.
pub async fn spoken_for_by(tx: &mut Tx, reader: Reader, person: PersonId) -> Result<Vec<Speaker>> {
    let partnership = tx.partnership()?;
    tx.rows(&seen_by(&partnership, reader).filter("s.person_id = ?", &person)).await
}

/// For whom these people speak and have not stopped, as far as the reader may know.
///
/// # Errors
/// When the database does not answer.
pub async fn speaking_now(tx: &mut Tx, reader: Reader, people: &[PersonId]) -> Result<Vec<Speaker>> {
    let (partnership, mut found) = (tx.partnership()?, Vec::new());
    for some in people.chunks(100) {
        let list = seen_by(&partnership, reader).only("s.to_on IS NULL").among("s.person_id", some);
        found.extend(tx.rows::<Speaker>(&list.page(1, 1_000)).await?);
    }
    Ok(found)
}

row! {
    /// For whom a person speaks or spoke, as she is told what is held.
    pub struct SpeakingHeld {
        /// The organization, in the bin or not.
        pub organization: Text,
        /// What the person does there.
        pub title: Text,
        /// Since.
        pub from_on: Date,
        /// The last day.
        pub to_on: Option<Date>,
    }
}

/// Organizations in the bin too.
const HELD: &str =
    "speaker s JOIN organization o ON o.partnership_id = s.partnership_id AND o.id = s.organization_id";

/// All that is kept of for whom a person speaks and has spoken, newest first, organizations in the bin too.
///
/// # Errors
/// When the database does not answer.
pub async fn speaking_held(tx: &mut Tx, person: PersonId) -> Result<Vec<SpeakingHeld>> {
    let partnership = tx.partnership()?;
    let list = List::new("o.name AS organization, s.title, s.from_on, s.to_on", HELD);
    let own = list.filter("s.partnership_id = ?", &partnership).filter("s.person_id = ?", &person);
    tx.rows(&own.sort("s.from_on", Sort::Down).sort("s.id", Sort::Up).page(1, 500)).await
}

/// One such fact by its id, as far as the reader may know.
///
/// # Errors
/// When the database does not answer.
pub async fn speaker(tx: &mut Tx, reader: Reader, id: SpeakerId) -> Result<Option<Speaker>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&seen_by(&partnership, reader).filter("s.id = ?", &id)).await?.pop())
}
