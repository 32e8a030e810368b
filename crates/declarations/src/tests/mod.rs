//! The room as people use it, on both databases.

mod agreements;
mod documents;
mod finding;
mod letters;
mod meanwhile;
mod programs;
mod signing;
mod staff;
mod statements;
mod texts;

use crate::{
    DeclarationFacts, NewSignature, SignatoryId, add_declaration, can, publish_declaration,
    rules::signing::Way, sign_declaration, store::versions::list_declarations,
};
use jiff::civil::{Date, date};
use partners::{NewOrganization, OrganizationId, Visibility};
use platform::{testing::Site, text::Text};

/// The day on which every test begins.
const TODAY: Date = date(2026, 11, 22);
const KEY: &str = "lvctqlyjrzyr4d3lkyigg4i4t262hzqwlzub3lwndtl7jly3z52q";

fn rooms() -> Vec<platform::manifest::Manifest> {
    vec![areas::manifest(), partners::manifest(), councils::manifest(), crate::manifest()]
}

fn text(words: &str) -> Text {
    Text::both(words, words, TODAY)
}

/// A version in force since `on`, and three organizations: one public, one that only partners may know of, one for the staff.
struct World {
    open: OrganizationId,
    circle: OrganizationId,
    hidden: OrganizationId,
}

impl World {
    async fn new(site: &Site) -> Self {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
        let mut ids = Vec::new();
        let known =
            [("clinic", Visibility::Public), ("circle", Visibility::Partners), ("hidden", Visibility::Staff)];
        for (slug, visibility) in known {
            let new = NewOrganization {
                visibility,
                joined_on: Some(date(2025, 1, 1)),
                ..NewOrganization::new(slug, text(&format!("The {slug}")))
            };
            ids.push(partners::add_organization(&mut tx, &new).await.unwrap());
        }
        tx.commit().await.unwrap();
        let world = Self { open: ids[0], circle: ids[1], hidden: ids[2] };
        world.publish(site, "We welcome everyone.", date(2026, 4, 1)).await;
        world
    }

    async fn publish(&self, site: &Site, words: &str, on: Date) {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
        let new = DeclarationFacts { title: text("Declaration"), body: text(words), renew_years: Some(3) };
        let id = add_declaration(&mut tx, &new).await.unwrap();
        publish_declaration(&mut tx, id, on, &text("By the council.")).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    /// The organization has signed the newest version on paper, for whoever may know of it.
    async fn sign(&self, site: &Site, of: OrganizationId, visibility: Visibility) -> SignatoryId {
        let ctx = site.ctx(site.coordinator());
        let mut tx = ctx.write(can::KEEP_DECLARATION).await.unwrap();
        let last = list_declarations(&mut tx).await.unwrap().remove(0);
        let signature = NewSignature {
            declaration: last.id,
            signed_on: date(2026, 5, 1),
            name: "Nadia Haddad".into(),
            title: "Director".into(),
            person: None,
            invited: None,
            way: Way::Paper,
            file: None,
        };
        let id = sign_declaration(&mut tx, (of, visibility), (last.number, &signature), TODAY)
            .await
            .unwrap()
            .unwrap();
        tx.commit().await.unwrap();
        id
    }
}

/// The letters that have left, the newest last.
async fn letters(site: &Site) -> Vec<String> {
    platform::jobs::run_due(&site.app).await.unwrap();
    let Ok(folder) = std::fs::read_dir(site.folder().join("mail")) else { return Vec::new() };
    let mut letters: Vec<_> = folder.map(|file| file.unwrap().path()).collect();
    letters.sort();
    letters.iter().map(|path| decoded(&std::fs::read_to_string(path).unwrap())).collect()
}

/// A letter with its text as it can be searched, from either way in which it may travel.
fn decoded(letter: &str) -> String {
    let (head, body) = letter.split_once("\r\n\r\n").unwrap();
    if !head.contains("Content-Transfer-Encoding: base64") {
        return letter.replace("=\r\n", "").replace("=3D", "=");
    }
    let body: String = body.split_whitespace().collect();
    let body = data_encoding::BASE64.decode(body.as_bytes()).unwrap();
    format!("{head}\n\n{}", String::from_utf8(body).unwrap())
}

/// The path of the first address in a letter that goes on from the partnership with `path`.
fn link_to(letter: &str, path: &str) -> Option<String> {
    let mut all = letter.split("http://kith.test").skip(1);
    let rest = all.find(|rest| rest.get(10..).is_some_and(|rest| rest.starts_with(path)))?;
    let end = rest[10 + path.len()..].find(|c: char| !c.is_ascii_alphanumeric());
    Some(rest[..end.map_or(rest.len(), |end| end + 10 + path.len())].to_owned())
}

/// The links to sign in the mails that have left, the newest mail last.
async fn links(site: &Site) -> Vec<String> {
    letters(site).await.iter().filter_map(|letter| link_to(letter, "declaration/signing/")).collect()
}

/// The version that a page's form was made from.
fn version_of(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"version\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}
