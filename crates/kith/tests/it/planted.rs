//! A row in every table for each of two partnerships, made from the schema itself: so that no table is forgotten.
//!
//! Every id of a partnership's rows is the same one, so foreign keys hold by themselves, and an address with that id
//! names something whatever its kind. What the columns say means nothing: rows of others must never be read.

use platform::{
    clock::Moment,
    db::{Bind, Dialect, Kind, Table, Tx},
    ids::PartnershipId,
    sql,
};
use uuid::Uuid;

/// The id of all rows planted for `partnership`.
pub fn id_of(partnership: PartnershipId) -> Uuid {
    Uuid::from_u128(0xA000_0000_0000_4000_8000_0000_0000_0000 + partnership.0.as_u128())
}

/// What every column of text says in the rows planted for `partnership`; the kind of object too, where kinds are text.
pub fn text_of(partnership: PartnershipId) -> String {
    format!("planted-{}", partnership.0.as_u128())
}

/// Lets rows in that rooms would refuse: only what they belong to matters here.
pub async fn without_checks(tx: &mut Tx) {
    let text = match tx.dialect() {
        Dialect::Sqlite => "PRAGMA ignore_check_constraints = ON".to_owned(),
        Dialect::Postgres => "DO $$ DECLARE c record; BEGIN
              FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint WHERE contype = 'c' AND conrelid <> 0 LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname);
              END LOOP;
            END $$"
            .to_owned(),
    };
    tx.script(&text).await.expect("checks are off");
}

/// Plants a row in every table but those of partnerships and of the schema; gives the tables.
pub async fn plant(tx: &mut Tx, partnership: PartnershipId) -> Vec<Table> {
    let tables = tx.schema().await.expect("a schema");
    tx.turn_to(Some(partnership)).await.expect("a turn");
    let (id, at) = (id_of(partnership), tx.now());
    let text = text_of(partnership);
    for table in tables.iter().filter(|table| table.name != "partnership") {
        if is_single(table) && has_rows(tx, table).await {
            continue;
        }
        let columns: Vec<String> = table.columns.keys().map(|column| format!("\"{column}\"")).collect();
        let binds: Vec<Bind<'_>> = table
            .columns
            .iter()
            .map(|(column, kind)| match column.as_str() {
                "partnership_id" => Bind::Uuid(partnership.0),
                "lang" => Bind::Text("en"),
                _ => value(*kind, id, at, &text),
            })
            .collect();
        let insert = format!("INSERT INTO \"{}\" ({}) VALUES", table.name, columns.join(", "));
        tx.insert_many(&insert, &[binds]).await.unwrap_or_else(|error| panic!("{}: {error:?}", table.name));
    }
    tables
}

/// Whether the table belongs to the installation and may hold one row only: its key is not chosen freely.
fn is_single(table: &Table) -> bool {
    let free = |column: &String| table.columns.get(column) == Some(&Kind::Uuid);
    !table.columns.contains_key("partnership_id") && !table.key.iter().any(free)
}

async fn has_rows(tx: &mut Tx, table: &Table) -> bool {
    let text = format!("SELECT count(*) FROM \"{}\"", table.name);
    sql!(tx, value i64, &text).expect("counted") > 0
}

fn value(kind: Kind, id: Uuid, at: Moment, text: &str) -> Bind<'_> {
    match kind {
        Kind::Text => Bind::Text(text),
        Kind::Int => Bind::Int(1),
        Kind::Real => Bind::Real(1.0),
        Kind::Bool => Bind::Bool(false),
        Kind::Bytes => Bind::Bytes(b"planted"),
        Kind::Uuid => Bind::Uuid(id),
        Kind::Moment => Bind::Moment(at),
        Kind::Date => Bind::Date(jiff::civil::date(2026, 11, 22)),
        Kind::Json => Bind::Text("{}"),
    }
}
