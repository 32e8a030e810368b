//! Notes of the staff, who looks after a record, and when somebody was last in touch.

use crate::{
    NoteId, OrganizationId, PersonId,
    rules::{
        PartnerRefusal,
        notes::{NewNote, Way},
        whose::Whose,
    },
};
use jiff::civil::Date;
use platform::{
    clock::Moment,
    ctx::Ctx,
    db::{List, Sort, Tx},
    errors::{Error, Result},
    ids::{AccountId, PartnershipId},
    row, sql,
};
use serde_json::json;
use std::collections::HashMap;

row! {
    /// A note of the staff. It is never changed: a correction is a note of its own.
    #[derive(PartialEq, Eq)]
    pub struct StaffNote {
        /// Which.
        pub id: NoteId,
        /// About which organization.
        pub organization: Option<OrganizationId>,
        /// About which person.
        pub person: Option<PersonId>,
        /// What it is about.
        pub way: Way,
        /// The day it is about.
        pub on_day: Date,
        /// Its words.
        pub body: String,
        /// Who wrote it, by the name used then.
        pub author: String,
        /// When.
        pub written_at: Moment,
        /// Which note it corrects.
        pub corrects: Option<NoteId>,
        /// Whether a later note corrects it.
        pub corrected: bool,
    }
}

impl StaffNote {
    /// About whom it is.
    pub fn whose(&self) -> Option<Whose> {
        Whose::of(self.organization, self.person)
    }
}

const COLUMNS: &str = "n.id, n.organization_id AS organization, n.person_id AS person, n.way, n.on_day, n.body, n.author, n.written_at, n.corrects_id AS corrects, \
    EXISTS (SELECT 1 FROM staff_note c WHERE c.partnership_id = n.partnership_id AND c.corrects_id = n.id) AS corrected";

fn of(partnership: &PartnershipId) -> List<'_> {
    List::new(COLUMNS, "staff_note n")
        .filter("n.partnership_id = ?", partnership)
        .sort("n.on_day", Sort::Down)
        .sort("n.written_at", Sort::Down)
        .sort("n.id", Sort::Down)
}

/// The notes about an organization or a person, the newest day first; at most 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn notes_about(tx: &mut Tx, whose: Whose) -> Result<Vec<StaffNote>> {
    let (partnership, organization, person) = (tx.partnership()?, whose.organization(), whose.person());
    let list = of(&partnership)
        .filter_some("n.organization_id = ?", organization.as_ref())
        .filter_some("n.person_id = ?", person.as_ref());
    tx.rows(&list.page(1, 1_000)).await
}

/// One note.
///
/// # Errors
/// When the database does not answer.
pub async fn note(tx: &mut Tx, id: NoteId) -> Result<Option<StaffNote>> {
    let partnership = tx.partnership()?;
    Ok(tx.rows(&of(&partnership).filter("n.id = ?", &id).page(1, 1)).await?.pop())
}

/// Adds a note, as a correction of another when that is named, and writes an audit entry of whom it is about; its words stand in
/// the note alone.
///
/// # Errors
/// [`PartnerRefusal::CorrectedAlready`] when somebody has corrected that note meanwhile.
pub async fn add_note(
    ctx: &Ctx,
    tx: &mut Tx,
    whose: Whose,
    (new, corrects): (&NewNote, Option<NoteId>),
) -> Result<NoteId> {
    let id = lay_note(ctx, tx, whose, (new, corrects)).await?;
    let said = json!({ "way": new.way.code(), "on_day": new.on_day });
    let verb = match (whose, corrects) {
        (Whose::Organization(_), None) => "organization.noted",
        (Whose::Organization(_), Some(_)) => "organization.note-corrected",
        (Whose::Person(_), None) => "person.noted",
        (Whose::Person(_), Some(_)) => "person.note-corrected",
    };
    tx.audit(verb, whose.object(), None::<&()>, Some(&said)).await?;
    Ok(id)
}

/// Adds a note of today about an organization or a person: something to remember.
///
/// # Errors
/// When the database refuses.
pub async fn add_staff_note(ctx: &Ctx, tx: &mut Tx, whose: Whose, body: &str) -> Result<NoteId> {
    let new = NewNote { way: Way::Note, on_day: ctx.today(), body: body.to_owned() };
    add_note(ctx, tx, whose, (&new, None)).await
}

/// Notes that the program was in touch with an organization or a person on this day, for rooms that write letters: what was
/// written has an audit entry of its own.
///
/// # Errors
/// When the database refuses.
pub async fn in_touch(ctx: &Ctx, tx: &mut Tx, whose: Whose, way: Way) -> Result<()> {
    let new = NewNote { way, on_day: ctx.today(), body: String::new() };
    lay_note(ctx, tx, whose, (&new, None)).await.map(drop)
}

async fn lay_note(
    ctx: &Ctx,
    tx: &mut Tx,
    whose: Whose,
    (new, corrects): (&NewNote, Option<NoteId>),
) -> Result<NoteId> {
    let (id, now) = (tx.new_id::<NoteId>()?, tx.now());
    let author = ctx.caller.account();
    sql!(
        tx,
        must,
        "INSERT INTO staff_note (id, partnership_id, organization_id, person_id, way, on_day, body, author_id, author, written_at, corrects_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id,
        tx.partnership()?,
        whose.organization(),
        whose.person(),
        new.way,
        new.on_day,
        new.body,
        author.map(|author| author.account),
        author.map(|author| author.name.clone()).unwrap_or_default(),
        now,
        corrects
    )
    .map_err(|error| {
        error
            .on_constraint("staff_note_corrected_once", PartnerRefusal::CorrectedAlready)
            .on_constraint("staff_note.partnership_id, staff_note.corrects_id", PartnerRefusal::CorrectedAlready)
    })?;
    Ok(id)
}

row! {
    /// Who looks after a record, and when somebody was last in touch.
    struct CareRow {
        id: uuid::Uuid,
        steward: Option<AccountId>,
        last: Option<Date>,
        last_of_people: Option<Date>,
    }
}

/// Who looks after a record, and when somebody was last in touch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Care {
    /// The account of whoever looks after it.
    pub steward: Option<AccountId>,
    /// The last day on which somebody was in touch with it; with those who speak for it, when it is an organization.
    pub last: Option<Date>,
}

const LAST_OF_ORGANIZATION: &str = "o.id, o.steward_id AS steward, \
    (SELECT max(n.on_day) FROM staff_note n WHERE n.partnership_id = o.partnership_id AND n.organization_id = o.id AND n.way <> 'note' \
      AND NOT EXISTS (SELECT 1 FROM staff_note c WHERE c.partnership_id = n.partnership_id AND c.corrects_id = n.id)) AS last, \
    (SELECT max(n.on_day) FROM speaker s JOIN staff_note n ON n.partnership_id = s.partnership_id AND n.person_id = s.person_id \
      WHERE s.partnership_id = o.partnership_id AND s.organization_id = o.id AND (s.to_on IS NULL OR s.to_on >= n.on_day) AND n.way <> 'note' \
      AND NOT EXISTS (SELECT 1 FROM staff_note c WHERE c.partnership_id = n.partnership_id AND c.corrects_id = n.id)) AS last_of_people";
const LAST_OF_PERSON: &str = "p.id, p.steward_id AS steward, \
    (SELECT max(n.on_day) FROM staff_note n WHERE n.partnership_id = p.partnership_id AND n.person_id = p.id AND n.way <> 'note' \
      AND NOT EXISTS (SELECT 1 FROM staff_note c WHERE c.partnership_id = n.partnership_id AND c.corrects_id = n.id)) AS last, \
    NULL AS last_of_people";

/// Who looks after these organizations, and when somebody was last in touch with each.
///
/// # Errors
/// When the database does not answer.
pub async fn care_of_organizations(
    tx: &mut Tx,
    ids: &[OrganizationId],
) -> Result<HashMap<OrganizationId, Care>> {
    let (partnership, mut all) = (tx.partnership()?, HashMap::new());
    for some in ids.chunks(500) {
        let list = List::new(LAST_OF_ORGANIZATION, "kept_organization o");
        let list = list.filter("o.partnership_id = ?", &partnership).among("o.id", some);
        let rows: Vec<CareRow> = tx.rows(&list.page(1, 1_000)).await?;
        all.extend(rows.into_iter().map(|row| (OrganizationId(row.id), row.care())));
    }
    Ok(all)
}

/// Who looks after the records of these people, and when somebody was last in touch with each.
///
/// # Errors
/// When the database does not answer.
pub async fn care_of_people(tx: &mut Tx, ids: &[PersonId]) -> Result<HashMap<PersonId, Care>> {
    let (partnership, mut all) = (tx.partnership()?, HashMap::new());
    for some in ids.chunks(500) {
        let list = List::new(LAST_OF_PERSON, "kept_person p");
        let list = list.filter("p.partnership_id = ?", &partnership).among("p.id", some);
        let rows: Vec<CareRow> = tx.rows(&list.page(1, 1_000)).await?;
        all.extend(rows.into_iter().map(|row| (PersonId(row.id), row.care())));
    }
    Ok(all)
}

impl CareRow {
    fn care(&self) -> Care {
        Care { steward: self.steward, last: self.last.max(self.last_of_people) }
    }
}

/// Who looks after one record, and when somebody was last in touch.
///
/// # Errors
/// When the database does not answer.
pub async fn care_of(tx: &mut Tx, whose: Whose) -> Result<Care> {
    Ok(match whose {
        Whose::Organization(id) => care_of_organizations(tx, &[id]).await?.remove(&id).unwrap_or_default(),
        Whose::Person(id) => care_of_people(tx, &[id]).await?.remove(&id).unwrap_or_default(),
    })
}

/// Says who looks after a record from now on, and writes the audit entry with their names; nothing happens when nothing changes.
///
/// # Errors
/// [`Error::NotFound`] when there is no such record.
pub async fn set_steward(
    tx: &mut Tx,
    whose: Whose,
    steward: Option<AccountId>,
    named: impl Fn(Option<AccountId>) -> Option<String>,
) -> Result<()> {
    let before = care_of(tx, whose).await?.steward;
    if before == steward {
        return Ok(());
    }
    let (partnership, object) = (tx.partnership()?, whose.object());
    let (text, verb) = match whose {
        Whose::Organization(_) => (
            "UPDATE organization SET steward_id = $1 WHERE partnership_id = $2 AND id = $3 AND binned_at IS NULL",
            "organization.steward",
        ),
        Whose::Person(_) => (
            "UPDATE person SET steward_id = $1 WHERE partnership_id = $2 AND id = $3 AND binned_at IS NULL",
            "person.steward",
        ),
    };
    if sql!(tx, run, text, steward, partnership, object.id)? != 1 {
        return Err(Error::NotFound);
    }
    let (old, new) = (json!({ "steward": named(before) }), json!({ "steward": named(steward) }));
    tx.audit(verb, object, Some(&old), Some(&new)).await
}
