//! A fresh PostgreSQL database per test, copied from a template that is migrated once.

use crate::{
    clock::Clock,
    db::{Db, MIGRATIONS, PostgresDb},
    ids::Chance,
};
use sha2::{Digest, Sha256};
use tokio_postgres::NoTls;

/// Who owns the tables in tests.
const OWNER: &str = "kith_owner";
/// As whom the program connects: neither owner nor superuser nor free of row-level security.
const APP: &str = "kith_app";

/// The server's address for tests, with a superuser.
fn server() -> Option<String> {
    std::env::var("KITH_TEST_POSTGRES").ok().filter(|url| !url.is_empty())
}

/// The address of a database for one of the test roles.
pub fn postgres_url(database: &str, role: &str) -> Option<String> {
    let url = server()?;
    let host = url.rsplit_once('@').map(|(_, rest)| rest.split('/').next().unwrap_or_default().to_owned())?;
    Some(format!("postgres://{role}@{host}/{database}"))
}

/// The address of a database for the program's role.
pub(super) fn app_url(database: &str) -> Option<String> {
    postgres_url(database, APP)
}

async fn superuser(database: &str) -> tokio_postgres::Client {
    let url = server().expect("a server");
    let (base, _) = url.rsplit_once('/').expect("a database in the address");
    let (client, connection) =
        tokio_postgres::connect(&format!("{base}/{database}"), NoTls).await.expect("a PostgreSQL server");
    #[expect(clippy::disallowed_methods, reason = "drives the connection of a test")]
    tokio::spawn(connection);
    client
}

/// Makes a database for one test; gives the program's connection and the name.
pub(super) async fn fresh_database() -> Option<(Db, String)> {
    server()?;
    let mut hasher = Sha256::new();
    for step in MIGRATIONS {
        hasher.update(step.postgres);
    }
    let mark: String = data_encoding::HEXLOWER.encode(&hasher.finalize()).chars().take(16).collect();
    let template = format!("kith_template_{mark}");
    let client = superuser("postgres").await;
    client.batch_execute("SELECT pg_advisory_lock(20240417)").await.expect("a lock");
    let known =
        client.query("SELECT 1 FROM pg_database WHERE datname = $1", &[&template]).await.expect("an answer");
    if known.is_empty() {
        make_template(&client, &template).await;
    }
    let name = format!("kith_test_{}", Chance::system().secret());
    client.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await.expect("a database");
    client.batch_execute("SELECT pg_advisory_unlock(20240417)").await.expect("the lock back");
    let url = app_url(&name)?;
    Some((Db::Postgres(PostgresDb::connect(&url, 12).expect("an address")), name))
}

async fn make_template(client: &tokio_postgres::Client, template: &str) {
    for role in [OWNER, APP] {
        let make = format!(
            "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') THEN CREATE ROLE {role} LOGIN; END IF; END $$"
        );
        client.batch_execute(&make).await.expect("a role");
    }
    let making = format!("{template}_making");
    client.batch_execute(&format!("DROP DATABASE IF EXISTS {making}")).await.expect("no half-made template");
    client.batch_execute(&format!("CREATE DATABASE {making} OWNER {OWNER}")).await.expect("a template");
    {
        let inside = superuser(&making).await;
        inside.batch_execute(&format!("GRANT ALL ON SCHEMA public TO {OWNER}")).await.expect("a grant");
    }
    let url = postgres_url(&making, OWNER).expect("an address");
    let owner = Db::Postgres(PostgresDb::connect(&url, 1).expect("an address"));
    owner.migrate(Clock::fixed(super::START).now()).await.expect("migrations");
    owner.grant_to(APP).await.expect("grants");
    drop(owner);
    // The last connection closes a moment after it is dropped: end it before the template is renamed.
    let end = format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{making}'");
    client.batch_execute(&end).await.expect("connections ended");
    for _ in 0..50 {
        if client.batch_execute(&format!("ALTER DATABASE {making} RENAME TO {template}")).await.is_ok() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("the template is still in use");
}

/// Drops the database of a test.
pub(super) async fn drop_database(name: &str) {
    let client = superuser("postgres").await;
    client.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await.expect("dropped");
}
