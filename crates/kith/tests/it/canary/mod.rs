//! Every text of the database has a word of its own, every page is asked for by everybody, and no word comes out for
//! somebody who may not know it: no page, no answer of the API, no table of any format, no refusal, no mail, no line of the
//! log. `canary.txt` says which texts were told to whom.

mod knowing;
mod listening;
mod planting;
mod scenes;

use crate::{
    routes::same_as_kept,
    world::{World, refuses},
};
use knowing::{LAW, NOT_PLANTED, Who, law};
use listening::{Log, mails};
use planting::{Cell, Words};
use platform::{
    authority::Caller,
    ctx::{Ctx, PUBLIC},
    http::{Answer, html},
    manifest::{Manifest, Route},
    sql,
    testing::{Got, Site},
    text::Text,
};
use scenes::{add, addresses, hide, is_apart, scenes};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    io::{Cursor, Read},
};

const HEAD: &str = "# Which texts of the database were told to whom, by any page, answer, table or refusal: the column, who may know of the row
# (row: all rows alike), and who read it, by the offices of offices.txt (– is nobody at all). Rows of Portage Falls and
# of the installation. Written by a test (KITH_BLESS=1).
";

/// What each caller was told, and what she should not have been.
#[derive(Default)]
struct Told {
    read: BTreeMap<(String, String), BTreeSet<&'static str>>,
    wrong: BTreeMap<String, String>,
}

struct Story<'a> {
    site: &'a Site,
    words: Words,
    home: &'a World,
    told: Told,
    /// The addresses that give tables, and what asks for all their columns.
    lists: BTreeMap<String, String>,
}

type Somebody<'a> = (&'static str, &'a Caller);

impl Story<'_> {
    /// Holds what was said to a caller against the law.
    fn judge(&mut self, (name, caller): Somebody<'_>, at: &str, said: &str) {
        let home = format!("/{}/", self.home.home.slug);
        let asked: BTreeSet<&str> = self.words.in_text(at).iter().map(|cell| cell.word.as_str()).collect();
        // What she asked for by its name is not told by repeating it.
        for cell in self.words.in_text(said).into_iter().filter(|cell| !asked.contains(cell.word.as_str())) {
            let elsewhere = cell.partnership.is_some_and(|of| of != self.home.home.id);
            let strays = elsewhere && at.starts_with(&home) && !cell.column.starts_with("partnership.");
            let reach = cell.reach.split(' ').next().unwrap_or_default();
            if strays || !self.words.may_know(caller, cell) {
                let what = format!(
                    "{name} is told {} ({reach}{})",
                    cell.column,
                    if elsewhere { ", elsewhere" } else { "" }
                );
                self.told.wrong.entry(what).or_insert_with(|| at.to_owned());
            } else if !elsewhere {
                let read = self.told.read.entry((cell.column.clone(), reach.to_owned())).or_default();
                read.insert(name);
            }
        }
    }

    async fn get(&mut self, who: Somebody<'_>, path: &str) -> Got {
        let got = self.site.get_as(who.1, path).await;
        self.judge(who, path, &text_of(&got));
        got
    }

    /// Asks for a page; where it is a list, for its tables with all columns, and for a search that finds everything.
    async fn ask(&mut self, who: Somebody<'_>, path: &str) {
        let got = self.get(who, path).await;
        let is_page = got.status == 200 && got.body.contains("</html>");
        if !is_page || !(self.lists.contains_key(path) || got.body.contains("as=csv")) {
            return;
        }
        let columns =
            got.body.split("name=\"cols\" value=\"").skip(1).filter_map(|rest| rest.split_once('"'));
        let columns: String = columns.map(|(column, _)| format!("&cols={column}")).collect();
        let columns = self.lists.entry(path.to_owned()).or_insert(columns).clone();
        for query in ["as=csv", "as=xlsx", "q=zq&rows=500", "q=zq&as=csv"] {
            self.get(who, &format!("{path}?{query}{columns}")).await;
        }
    }

    /// Sends every form empty, and as somebody who read an older version, whoever may: refusals show what is there.
    async fn send(&mut self, who: Somebody<'_>, scenes: &[World]) {
        let routes: Vec<&Route> = self.site.app.house.rooms.iter().flat_map(|room| &room.routes).collect();
        let mut sent = BTreeSet::new();
        for scene in scenes {
            for route in routes.iter().filter(|route| route.method == "POST" && !is_apart(route)) {
                let path = scene.address(route).0;
                if scene.must_refuse(route, who.0, who.1) || !sent.insert(path.clone()) {
                    continue;
                }
                let got = self.site.post_as(who.1, &path, &[("version", "0")]).await;
                assert!(got.status < 500, "{path}: {}", got.body);
                self.judge(who, &path, &text_of(&got));
            }
        }
    }
}

/// Everything that an answer says: its headers and its text, or that of the files within it.
fn text_of(got: &Got) -> String {
    let mut said = format!("{:?}\n{}", got.headers, got.body);
    let Ok(mut files) = zip::ZipArchive::new(Cursor::new(&got.bytes)) else { return said };
    for at in 0..files.len() {
        let mut inside = Vec::new();
        files.by_index(at).expect("a file").read_to_end(&mut inside).expect("its bytes");
        said.push_str(&String::from_utf8_lossy(&inside));
    }
    said
}

/// The control: a page that forgets to ask who reads.
async fn leak(ctx: Ctx) -> Answer {
    let mut tx = ctx.read(PUBLIC).await?;
    let names = "SELECT name FROM organization WHERE partnership_id = $1 ORDER BY id LIMIT 1000";
    let names = sql!(tx, all(Text,), names, tx.partnership()?)?;
    tx.done().await?;
    html(maud::html! { @for (name,) in names { (name.plain(ctx.lang)) } })
}

fn rooms() -> Vec<Manifest> {
    let mut rooms = kith::rooms();
    rooms.push(Manifest::new("leak").get("/{p}/leak", PUBLIC, leak));
    rooms
}

/// Where the law and the schema differ.
fn gaps(words: &Words) -> Vec<String> {
    let planted = |columns: &'static str| columns.split_whitespace().map(str::to_owned);
    let known: BTreeSet<String> = LAW.iter().flat_map(|(_, columns)| planted(columns)).collect();
    let silent = words.columns.difference(&known).map(|column| format!("{column}: say who may know it"));
    let idle = known.difference(&words.columns).map(|column| format!("{column}: there is no such text"));
    let mut gaps: Vec<String> = silent.chain(idle).collect();
    for (why, columns) in NOT_PLANTED {
        gaps.extend(
            planted(columns).filter(|one| words.columns.contains(one)).map(|one| format!("{one}: {why}?")),
        );
    }
    let has_word = |column: &&String| words.cells.iter().any(|cell| cell.column == **column);
    let empty = words.columns.iter().filter(|column| !has_word(column));
    gaps.extend(empty.map(|column| format!("{column}: no row of the story holds it")));
    gaps
}

fn list_of(words: &Words, told: &Told) -> String {
    let mut list = HEAD.to_owned();
    for column in &words.columns {
        let of: Vec<_> = told.read.iter().filter(|((name, _), _)| name == column).collect();
        if of.is_empty() {
            writeln!(list, "{column:<36} –").expect("text");
        }
        for ((_, reach), names) in of {
            writeln!(list, "{column:<36} {reach:<9} {}", in_short(names)).expect("text");
        }
    }
    list
}

/// The names, or in a word all of them, or all who hold an office in the partnership.
fn in_short(names: &BTreeSet<&'static str>) -> String {
    const OUTSIDE: [&str; 4] = ["nobody", "none", "admin", "foreign"];
    let outside = OUTSIDE.iter().filter(|name| names.contains(*name)).count();
    match (names.len() - outside, outside) {
        (8, 4) => "everybody".to_owned(),
        (8, 0) => "the workspace".to_owned(),
        _ => names.iter().copied().collect::<Vec<_>>().join(" "),
    }
}

/// What makes mail: somebody wants to sign in, another asks for a seat, a third is answered, the coordinator writes.
async fn write_mails(site: &Site, world: &World, coordinator: &Caller) {
    let mut tx = site.app.db.reading(None, site.app.clock.now()).await.expect("a transaction");
    let (mail,) = sql!(tx, one(String,), "SELECT mail FROM account ORDER BY id LIMIT 1").expect("an account");
    tx.done().await.expect("ended");
    let of = |rest: &str| format!("/{}{rest}", world.home.slug);
    let wish = [
        ("name", "Ada"),
        ("email", "ada@example.org"),
        ("speaks_for", ""),
        ("body", "Hello"),
        ("lang", "en"),
        ("agree", "yes"),
    ];
    let no = [("answer", "declined"), ("words", "Not this time."), ("version", "1")];
    let letter = [
        ("subject_en", "Hi"),
        ("subject_fr", "Salut"),
        ("body_en", "All."),
        ("body_fr", "Vous tous."),
        ("step", "send"),
    ];
    let forms = [
        (&Caller::Anonymous, "/sign-in".to_owned(), &[("mail", mail.as_str())][..]),
        (&Caller::Anonymous, of("/en/who-we-are/partnership-council/interest"), &wish),
        (coordinator, of(&format!("/work/councils/expressions/{}/answer", world.id("{expression}"))), &no),
        (coordinator, of(&format!("/work/councils/{}/letters", world.id("{council}"))), &letter),
    ];
    for (caller, path, fields) in forms {
        let got = site.post_as(caller, &path, fields).await;
        assert_eq!(got.status, 303, "{path}: {}", got.body);
    }
    platform::jobs::run_due(&site.app).await.expect("jobs");
}

/// What a mail says that its reader may not know: neither everybody's nor in a row of her own.
fn wrong_in_mail<'a>(words: &'a Words, to: &str, said: &str) -> Vec<&'a Cell> {
    let mut own: BTreeSet<String> = words.in_text(to).into_iter().map(|cell| cell.row.clone()).collect();
    let people: Vec<String> = words
        .of_person
        .iter()
        .filter(|(point, _)| own.contains(&format!("contact_point {point}")))
        .map(|(_, person)| format!("person {person}"))
        .collect();
    own.extend(people);
    let anyones = |cell: &Cell| {
        law(&cell.column) == Some(Who::Anyone)
            || (law(&cell.column) == Some(Who::Row) && cell.reach == "public")
    };
    words.in_text(said).into_iter().filter(|cell| !own.contains(&cell.row) && !anyones(cell)).collect()
}

platform::on_both! { rooms();
    async fn no_text_is_told_to_anybody_who_may_not_know_it(site) {
        let (log, listening) = Log::listen();
        let mut world = World::on(site).await;
        let coordinator = somebody(&world.callers(site).await, "coord").1.clone();
        hide(site, &world).await;
        world.find(site).await;
        add(site, &world, &coordinator).await;
        let words = Words::plant(site).await;
        assert_eq!(gaps(&words), Vec::<String>::new());
        world.find(site).await;
        let callers = world.callers(site).await;
        let scenes = scenes(site, world).await;
        let home = scenes.last().expect("the world itself");
        let mut story = Story { site, words, home, told: Told::default(), lists: BTreeMap::new() };
        let away = home.elsewhere(site, "hamilton").await;
        let (here, there) = (addresses(&site.app.house, &scenes, "GET"), addresses(&site.app.house, &[away], "GET"));
        for (name, caller) in callers.iter().rev() {
            for path in here.iter().chain(there.iter().filter(|_| matches!(*name, "nobody" | "coord" | "foreign"))) {
                story.ask((name, caller), path).await;
            }
        }
        write_mails(site, home, &coordinator).await;
        let mut wrong: Vec<String> = Vec::new();
        let sent = mails(site, home.home.id).await;
        for (to, said) in &sent {
            let foreign = wrong_in_mail(&story.words, to, said);
            wrong.extend(foreign.iter().map(|cell| format!("a mail to {to} tells {}", cell.column)));
        }
        for (name, caller) in &callers {
            story.send((name, caller), &scenes).await;
        }
        drop(listening);
        let heard = log.text();
        let lines = heard.lines().filter(|line| !story.words.in_text(line).is_empty());
        wrong.extend(lines.map(|line| format!("the log says: {line}")));
        wrong.extend(story.told.wrong.iter().map(|(what, at)| format!("{what}, first at {at}")));
        assert!(wrong.is_empty(), "{} of {} addresses: {wrong:#?}", wrong.len(), here.len() + there.len());
        same_as_kept("canary.txt", &list_of(&story.words, &story.told));
        controls(&mut story, &callers, &sent).await;
    }
}

fn somebody<'a>(callers: &'a [(&'static str, Caller)], name: &str) -> Somebody<'a> {
    callers.iter().find(|(one, _)| *one == name).map(|(name, caller)| (*name, caller)).expect("one of them")
}

/// The story can go wrong: a page that forgets to ask is noticed, and so is each format, each mail and each line.
async fn controls(story: &mut Story<'_>, callers: &[(&'static str, Caller)], sent: &[(String, String)]) {
    let leaking = format!("/{}/leak", story.home.home.slug);
    story.get(somebody(callers, "nobody"), &leaking).await;
    assert!(
        story.told.wrong.contains_key("nobody is told organization.name (staff)"),
        "{:#?}",
        story.told.wrong
    );
    story.told.wrong.clear();
    // What the coordinator reads in each format would be told to a reader if the page took one for the other.
    let (reader, coordinator) = (somebody(callers, "reader"), somebody(callers, "coord"));
    for (rest, column) in [
        ("/work/partners", "organization.name (staff)"),
        ("/work/partners?as=csv&cols=name", "organization.name (staff)"),
        ("/work/partners?as=xlsx&cols=name", "organization.name (staff)"),
        ("/work/partners?q=zq", "organization.name (staff)"),
        ("/work/people", "person.name (staff)"),
        ("/work/mail", "mail.recipient (row)"),
        ("/work/people?as=csv", "person.name (staff)"),
    ] {
        let path = format!("/{}{rest}", story.home.home.slug);
        let got = story.site.get_as(coordinator.1, &path).await;
        story.judge(reader, &path, &text_of(&got));
        assert!(
            story.told.wrong.contains_key(&format!("reader is told {column}")),
            "{path}: {:#?}",
            story.told.wrong
        );
        assert!(refuses(&story.site.get_as(somebody(callers, "foreign").1, &path).await), "{path}");
        story.told.wrong.clear();
    }
    // Of the mails to somebody planted one at least says what another reader may not know; which comes first is chance.
    let mut planted = sent.iter().filter(|(to, _)| !story.words.in_text(to).is_empty());
    let kept_close = |said: &str| !wrong_in_mail(&story.words, "ada@example.org", said).is_empty();
    assert!(sent.len() > 4, "{}", sent.len());
    assert!(planted.any(|(_, said)| kept_close(said)), "another reader would be told: {sent:#?}");
    let (log, listening) = Log::listen();
    tracing::debug!("{}", planting::word(0));
    drop(listening);
    assert!(!story.words.in_text(&log.text()).is_empty(), "a line of the log is read");
}
