//! What was acknowledged is there after `kill -9`, whenever it comes.
//!
//! The program that is killed is this test binary itself, started again with a folder: the program's own opening, server
//! and front on SQLite as installed, with one room more whose change can be counted. 10 kills; 200 with `KITH_FULL=1`.

use kith::{
    open,
    server::{Limits, serve},
};
use platform::{
    config::Config,
    ctx::{Ctx, PUBLIC},
    db::Db,
    errors::Result,
    http::{Answer, Form, see_other},
    ids::Chance,
    manifest::Manifest,
    sql,
};
use serde::Deserialize;
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};
use uuid::Uuid;

const FOLDER: &str = "KITH_KILLED_FOLDER";
const EARLY: &str = "KITH_KILLED_ANSWERS_EARLY";

#[derive(Deserialize)]
struct Drop {
    id: String,
}

/// Keeps a row of this id, then answers.
async fn keep(ctx: Ctx, Form(form): Form<Drop>) -> Answer {
    store(&ctx, &form.id).await?;
    see_other("/kept")
}

/// The control: answers first and keeps a moment later.
async fn keep_later(ctx: Ctx, Form(form): Form<Drop>) -> Answer {
    #[expect(clippy::disallowed_methods, reason = "exactly what must not be done")]
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(30)).await;
        store(&ctx, &form.id).await
    });
    see_other("/kept")
}

async fn store(ctx: &Ctx, id: &str) -> Result<()> {
    let mut tx = ctx.write(PUBLIC).await?;
    let now = tx.now();
    sql!(tx, must, "INSERT INTO setting (name, value) VALUES ($1, $2)", id, now.to_string())?;
    tx.commit().await
}

fn rooms() -> Vec<Manifest> {
    let mut rooms = kith::rooms();
    let drop = Manifest::new("drop");
    rooms.push(if std::env::var_os(EARLY).is_some() {
        drop.post("/drop", PUBLIC, keep_later)
    } else {
        drop.post("/drop", PUBLIC, keep)
    });
    rooms
}

/// Not a test: the program that the tests below start and kill.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_program_that_is_killed() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let settings = [("KITH_DATA".to_owned(), folder)];
    let config = Config::read(None, settings.into_iter()).expect("settings");
    let app = open::app(&config, rooms(), kith::gate()).await.expect("an app");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    // Before the words of the test harness, on a line of its own.
    println!("\nhere: {}", listener.local_addr().expect("an address"));
    serve(&app, listener, Limits::default(), std::future::pending()).await.expect("it is killed before");
}

fn start(folder: &Path, early: bool) -> (Child, String) {
    let mut command = Command::new(std::env::current_exe().expect("this binary"));
    command.args(["--exact", "kill::the_program_that_is_killed", "--nocapture"]).env(FOLDER, folder);
    if early {
        command.env(EARLY, "1");
    }
    let mut child = command.stdout(Stdio::piped()).spawn().expect("it starts");
    let said = BufReader::new(child.stdout.take().expect("its output"));
    let here = said
        .lines()
        .map_while(std::io::Result::ok)
        .find_map(|line| line.strip_prefix("here: ").map(str::to_owned));
    (child, here.expect("an address"))
}

/// Sends one change after the other until the program is gone; the ids that were acknowledged.
fn client(address: &str, stop: &AtomicBool, ids: &Chance) -> Vec<String> {
    let mut acknowledged = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let id = Uuid::from_u128(u128::from_le_bytes(ids.bytes())).to_string();
        match send(address, &id) {
            Ok(true) => acknowledged.push(id),
            Ok(false) => panic!("the change was refused"),
            Err(_) => break,
        }
    }
    acknowledged
}

fn send(address: &str, id: &str) -> std::io::Result<bool> {
    let mut socket = TcpStream::connect(address)?;
    let body = format!("id={id}");
    write!(
        socket,
        "POST /drop HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    socket.read_to_string(&mut answer)?;
    if answer.is_empty() {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    Ok(answer.starts_with("HTTP/1.1 303"))
}

/// Starts, loads, kills; then what was acknowledged and what is there.
fn round(folder: &Path, early: bool, chance: &Chance) -> BTreeSet<String> {
    let (mut child, address) = start(folder, early);
    let stop = AtomicBool::new(false);
    let millis = 100 + u64::from(u16::from_le_bytes(chance.bytes())) % 700;
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..8)
            .map(|_| {
                let ids = Chance::system();
                let (address, stop) = (&address, &stop);
                scope.spawn(move || client(address, stop, &ids))
            })
            .collect();
        std::thread::sleep(Duration::from_millis(millis));
        child.kill().expect("killed");
        child.wait().expect("gone");
        stop.store(true, Ordering::Relaxed);
        clients.into_iter().flat_map(|client| client.join().expect("a client")).collect()
    })
}

async fn kept(folder: &Path) -> BTreeSet<String> {
    let db = Db::open(&folder.join("kith.sqlite").display().to_string()).expect("it opens again");
    assert_eq!(db.damage().await.expect("looked at"), Vec::<String>::new());
    let mut tx = db.reading(None, platform::clock::Clock::System.now()).await.expect("a transaction");
    let rows = sql!(tx, all(String,), "SELECT name FROM setting").expect("rows");
    tx.done().await.expect("ended");
    rows.into_iter().map(|(name,)| name).collect()
}

/// Kills the program so many times; how many changes were acknowledged, and how many of them are lost.
async fn kills(rounds: usize, early: bool) -> (usize, usize) {
    let folder: PathBuf = std::env::temp_dir().join(format!("kith-killed-{}", Chance::system().secret()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let chance = Chance::seeded(rounds.try_into().expect("few"));
    let mut acknowledged = BTreeSet::new();
    for _ in 0..rounds {
        acknowledged.extend(round(&folder, early, &chance));
    }
    let kept = kept(&folder).await;
    std::fs::remove_dir_all(&folder).expect("the folder was there");
    (acknowledged.len(), acknowledged.difference(&kept).count())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_when_the_program_is_killed() {
    let rounds = if std::env::var_os("KITH_FULL").is_some() { 200 } else { 10 };
    let (acknowledged, lost) = kills(rounds, false).await;
    println!("{rounds} kills, {acknowledged} acknowledged, {lost} lost");
    assert!(acknowledged > 10 * rounds, "there was a load: {acknowledged}");
    assert_eq!(lost, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn control_a_program_that_answers_before_it_keeps_loses() {
    let (acknowledged, lost) = kills(4, true).await;
    assert!(lost > 0, "{acknowledged} acknowledged and none lost: the test above would not notice");
}
