//! Who was erased after a backup was taken is erased again when that backup is restored: told to the program at its console,
//! as whoever runs an installation tells it.

use crate::world::rows_of;
use platform::{
    ctx::PUBLIC,
    langs::Lang,
    personal::Why,
    testing::{Empty, Site},
};
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};
use uuid::Uuid;

/// Words that stand nowhere but in what is held about her.
const NAME: &str = "Quorbelina Zyx";
const MAIL: &str = "quorbelina@zyx.example";
/// Somebody who asked for nothing.
const OTHER: &str = "Ana Stays";

/// The program at the console of an installation.
struct Installation<'a> {
    data: &'a Path,
    database: String,
}

impl Installation<'_> {
    /// Runs a command to its end, whatever it is.
    fn run(&self, arguments: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_kith"));
        program.args(arguments).env_clear().current_dir(self.data);
        program.env("KITH_DATA", self.data).env("KITH_DATABASE", &self.database).env("KITH_LOG", "warn");
        program.env("KITH_SECRET", "a secret of the console that is long enough");
        program.output().expect("the program starts")
    }

    /// Runs a command that must go well; gives what it said.
    fn told(&self, arguments: &[&str]) -> String {
        let ran = self.run(arguments);
        assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
        String::from_utf8(ran.stdout).expect("text")
    }
}

/// An installation where a backup was taken and a person erased after it.
struct Erased {
    site: Site,
    person: Uuid,
    backup: PathBuf,
    /// The list that `kith erasures` printed.
    list: PathBuf,
}

async fn known(site: &Site, name: &str) -> Uuid {
    let mut tx = site.ctx(site.coordinator()).write(PUBLIC).await.expect("a transaction");
    let person = partners::add_person(&mut tx, &partners::NewPerson::new(name, Lang::En)).await;
    tx.commit().await.expect("kept");
    person.expect("a person").0
}

fn source(site: &Site) -> Installation<'_> {
    let database = site.folder().join("kith.sqlite").display().to_string();
    Installation { data: site.folder(), database }
}

async fn erased() -> Erased {
    let site = Site::sqlite(kith::rooms()).await;
    let (person, _) = (known(&site, NAME).await, known(&site, OTHER).await);
    let url = format!("/maple/work/people/{person}");
    let reached = [("kind", "mail"), ("value", MAIL), ("visibility", "staff")];
    let added = site.post_as(&site.coordinator(), &format!("{url}/contacts"), &reached).await;
    assert_eq!(added.status, 303, "{}", added.body);
    let console = source(&site);
    assert_eq!(console.told(&["erasures"]), "", "nobody is erased yet");
    let (backup, list) = (site.folder().join("before.kith"), site.folder().join("erased.txt"));
    console.told(&["backup", &backup.display().to_string()]);
    let done = site.post_as(&site.coordinator(), &format!("{url}/erasure"), &[("why", "asked")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let printed = console.told(&["erasures"]);
    let line: Vec<&str> = printed.split_whitespace().skip(1).collect();
    let (here, id) = (site.partnership.id.to_string(), person.to_string());
    assert_eq!(line, [here.as_str(), id.as_str(), Why::Asked.code()], "{printed}");
    assert!(!printed.contains("Quorbelina"), "a list names nobody: {printed}");
    std::fs::write(&list, &printed).expect("a file");
    Erased { site, person, backup, list }
}

/// Which of the words stand in a row of a table, or in a file, of the restored installation.
async fn found(restored: &Empty, story: &Erased) -> Vec<&'static str> {
    let rows = rows_of(&restored.db, vec![story.site.partnership.id], story.site.app.clock.now()).await;
    let rows = format!("{rows:?}");
    [NAME, MAIL, OTHER].into_iter().filter(|word| rows.contains(word)).collect()
}

async fn erased_again_in(restored: Empty) {
    let story = erased().await;
    let console = Installation { data: restored.folder(), database: restored.address() };
    let (backup, list) = (story.backup.display().to_string(), story.list.display().to_string());
    let said = console.told(&["restore", &backup]);
    assert!(said.contains("kith erasures --again"), "it says what must be done now: {said}");
    assert_eq!(found(&restored, &story).await, [NAME, MAIL, OTHER], "control: the backup brings her back");
    assert_eq!(console.told(&["erasures"]), "", "control: the backup knows of no erasure");
    let said = console.told(&["erasures", "--again", &list]);
    assert!(said.starts_with("1 record was here again"), "{said}");
    assert_eq!(found(&restored, &story).await, [OTHER], "her words are gone, another's stay");
    let printed = console.told(&["erasures"]);
    assert!(printed.contains(&story.person.to_string()) && printed.lines().count() == 1, "{printed}");
    let said = console.told(&["erasures", "--again", &list]);
    assert!(said.starts_with("None of them was here"), "a second time changes nothing: {said}");
    assert_eq!(console.told(&["erasures"]), printed, "and certifies nothing");
    refused(&console);
    assert_eq!(found(&restored, &story).await, [OTHER], "what is no list erases nobody");
    restored.end().await;
    story.site.end().await;
}

/// A file that is no list, and one that is not there, stop the command and are named.
fn refused(console: &Installation<'_>) {
    let broken = console.data.join("broken.txt");
    std::fs::write(&broken, "nobody at all\n").expect("a file");
    for path in [broken, console.data.join("none.txt")] {
        let path = path.display().to_string();
        let ran = console.run(&["erasures", "--again", &path]);
        let why = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(!ran.status.success() && why.contains(&path), "{why}");
    }
}

#[tokio::test]
async fn who_came_back_with_a_backup_is_erased_again_on_sqlite() {
    erased_again_in(Empty::sqlite().await).await;
}

#[tokio::test]
async fn who_came_back_with_a_backup_is_erased_again_on_postgresql() {
    if let Some(restored) = Empty::postgres().await {
        erased_again_in(restored).await;
    }
}

#[tokio::test]
async fn a_list_is_asked_of_an_installation_that_is_there() {
    let folder = Empty::sqlite().await;
    let console = Installation {
        data: folder.folder(),
        database: folder.folder().join("none.sqlite").display().to_string(),
    };
    let ran = console.run(&["erasures"]);
    assert!(!ran.status.success() && ran.stdout.is_empty());
    assert!(!folder.folder().join("none.sqlite").exists(), "asking makes no database");
    folder.end().await;
}
