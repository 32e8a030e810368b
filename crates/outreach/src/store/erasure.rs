//! Letting go of a person in prospects: those stay without her, and she goes where she was one herself.

use super::prospects::{COLUMNS, Prospect};
use partners::PersonId;
use platform::{
    db::{List, Tx},
    errors::Result,
    sql,
};

/// The prospects that are a person, that she knows or whose next step she takes; those in the bin too.
///
/// # Errors
/// When the database does not answer.
pub async fn prospects_of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Prospect>> {
    let partnership = tx.partnership()?;
    let list = List::new(COLUMNS, "prospect")
        .filter("partnership_id = ?", &partnership)
        .filter("(person_id = ? OR knows_person_id = ? OR steward_id = ?)", &person);
    tx.rows(&list.page(1, 1_000)).await
}

/// Takes a person from a prospect and her names from its texts; one that was herself is deleted with its stages.
///
/// # Errors
/// When the database refuses.
pub async fn forget_in_prospect(
    tx: &mut Tx,
    of: &Prospect,
    person: PersonId,
    without: impl Fn(&str) -> String,
) -> Result<()> {
    let partnership = tx.partnership()?;
    if of.person_id == Some(person) {
        let stages = "DELETE FROM prospect_stage WHERE partnership_id = $1 AND prospect_id = $2";
        sql!(tx, run, stages, partnership, of.id)?;
        return sql!(
            tx,
            must,
            "DELETE FROM prospect WHERE partnership_id = $1 AND id = $2",
            partnership,
            of.id
        );
    }
    let stays = |id: Option<PersonId>| id.filter(|id| *id != person);
    sql!(
        tx,
        must,
        "UPDATE prospect SET why = $3, next_step = $4, steward_id = $5, knows_person_id = $6, version = version + 1
         WHERE partnership_id = $1 AND id = $2",
        partnership,
        of.id,
        without(&of.why),
        without(&of.next_step),
        stays(of.steward_id),
        stays(of.knows_person_id)
    )
}
