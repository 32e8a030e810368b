//! The demo: a world of four partnerships, and a front page from which they are entered.
//!
//! Only `kith demo` mounts it, on the machine's own address; no other command knows its routes.
//!
//! Not here: SQL. What the demo knows, it says to the rooms as anybody would, through what they offer.

#[cfg(test)]
mod messy;
mod pages;
pub mod world;

use platform::{
    ctx::PUBLIC,
    langs::Lang,
    manifest::{Manifest, Sampled},
};

/// The program's rooms with the demo among them. Its front page takes the place of whichever answered at `/`.
pub fn among(mut rooms: Vec<Manifest>) -> Vec<Manifest> {
    for room in &mut rooms {
        room.routes.retain(|route| !(route.method == "GET" && route.path == "/"));
    }
    rooms.push(manifest());
    rooms
}

/// The rooms whose facades fill the demo's world, for its own tests.
#[cfg(test)]
fn rooms() -> Vec<Manifest> {
    vec![
        areas::manifest(),
        partners::manifest(),
        accounts::manifest(),
        councils::manifest(),
        plans::manifest(),
        outreach::manifest(),
        directory::manifest(),
    ]
}

fn manifest() -> Manifest {
    let mut manifest = Manifest::new("demo")
        .get("/", PUBLIC, pages::front)
        .get("/demo/portage-falls-contacts.csv", PUBLIC, pages::messy_sheet)
        .post("/demo/sign-in", PUBLIC, pages::sign_in);
    manifest.words =
        vec![(Lang::En, include_str!("../words/en.ftl")), (Lang::Fr, include_str!("../words/fr.ftl"))];
    manifest.opens_gallery = true;
    manifest.sampled = vec![Sampled { name: "demo/front", samples: pages::samples }];
    manifest
}
