//! Stories of this room, on both databases.

mod closing;
mod daily;
mod elsewhere;
mod first_run;
mod gate;
mod holding;
mod lifecycle;
mod passkeys;
mod passwords;
mod people;
mod second_factor;
mod sign_in;
mod together;
mod ways_at_once;

use crate::{Keeper, Mail, NewAccount};
use http::Request;
use platform::{
    authority::{Caller, Grant, Office, Permission},
    ctx::Ctx,
    http::answer::urlencode,
    ids::{AccountId, Ref},
    langs::Lang,
    testing::{Got, Site},
};
use std::sync::Arc;

/// What the console may do in these tests: anything.
pub const ANY: Permission = Permission::act("tests.any", &[]);

/// The console, in `maple`.
pub fn console(site: &Site) -> Ctx {
    site.ctx(Caller::Console)
}

/// A person with an account, her grant in `maple` and a signed-in device.
pub struct Person {
    pub account: AccountId,
    pub grant: Option<crate::GrantId>,
    pub secret: String,
}

/// Makes a person: an account, an office in `maple` unless none is named, and a signed-in device.
pub async fn person(site: &Site, mail: &str, office: Option<(Office, Option<Ref>)>) -> Person {
    let mut tx = console(site).write(ANY).await.unwrap();
    let new = NewAccount { mail: Mail::parse(mail).unwrap(), name: "Ada Lovelace".into(), lang: Lang::En };
    let account = crate::create_account(&mut tx, &new).await.unwrap();
    let mut grant = None;
    if let Some((office, on)) = office {
        let wanted = Grant { office, partnership: Some(site.partnership.id), on };
        grant = Some(crate::grant(&mut tx, account, &wanted).await.unwrap());
    }
    let secret = crate::begin_sign_in(&mut tx, account, "Firefox, Linux").await.unwrap();
    tx.commit().await.unwrap();
    Person { account, grant, secret }
}

/// `GET path` with the cookie of a secret.
pub async fn get(site: &Site, secret: &str, path: &str) -> Got {
    send(site, Request::get(path), secret, String::new()).await
}

/// `POST path` from a page of this site, with the cookie of a secret.
pub async fn post(site: &Site, secret: &str, path: &str, fields: &[(&str, &str)]) -> Got {
    let request = Request::post(path)
        .header("origin", "http://kith.test")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded");
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", urlencode(value))).collect();
    send(site, request, secret, pairs.join("&")).await
}

/// Sends a request with a cookie, unless the secret is empty.
pub async fn send(site: &Site, request: http::request::Builder, secret: &str, body: String) -> Got {
    let mut request = request.header("host", "kith.test");
    if !secret.is_empty() {
        request = request.header("cookie", format!("kith={secret}"));
    }
    site.send(request.body(body.into()).unwrap()).await
}

/// The site with the gate of the product.
pub fn open_gate(site: &Site) {
    site.bring_gate(Arc::new(Keeper));
}

/// Lets the jobs run and gives every letter that left since the last time: its text, soft line breaks undone.
pub async fn letters(site: &Site) -> Vec<String> {
    platform::jobs::run_due(&site.app).await.unwrap();
    let folder = site.folder().join("mail");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let raw = std::fs::read_to_string(&path).unwrap();
        found.push(raw.replace("=\r\n", "").replace("=3D", "="));
        std::fs::remove_file(path).unwrap();
    }
    found
}

/// The path of the first link of this installation in a letter.
pub fn link_in(letter: &str) -> String {
    let (_, rest) = letter.split_once("http://kith.test").expect("a link");
    rest.split_whitespace().next().unwrap().to_owned()
}

/// The key of the form on a page.
pub fn key_in(got: &Got) -> String {
    let (_, rest) = got.body.split_once("name=\"_key\" value=\"").expect("a form");
    rest.split('"').next().unwrap().to_owned()
}

/// The secret in a cookie that an answer sets; empty when it sets none.
pub fn secret_in(got: &Got) -> String {
    let cookie = got.headers.get("set-cookie").map(|value| value.to_str().unwrap()).unwrap_or_default();
    cookie.trim_start_matches("__Host-").trim_start_matches("kith=").split(';').next().unwrap().to_owned()
}
