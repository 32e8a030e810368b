//! The public site's own pages: the list of partnerships, a partnership's first page, accessibility, privacy.
//!
//! Pages are in `pages`, words in `words/`. Nothing is stored about who reads them.
//!
//! Not here: what other rooms show in public (each brings its own pages and its entry of the public navigation).

mod pages;

use platform::{ctx::PUBLIC, langs::Lang, manifest::Manifest};

/// What this room brings. `with_list` also brings `/`, the list of partnerships; the demo has a front page of its own there.
pub fn manifest(with_list: bool) -> Manifest {
    let mut manifest = Manifest::new("portal")
        .get("/{p}", PUBLIC, pages::negotiate)
        .get("/{p}/{lang}", PUBLIC, pages::home)
        .get("/{p}/{lang}/accessibility", PUBLIC, pages::accessibility)
        .get("/{p}/{lang}/privacy", PUBLIC, pages::privacy);
    if with_list {
        manifest = manifest.get("/", PUBLIC, pages::partnerships);
    }
    manifest.words = vec![
        (Lang::En, include_str!("../words/en.ftl")),
        (Lang::Fr, include_str!("../words/fr.ftl")),
        (Lang::Ar, include_str!("../words/ar.ftl")),
    ];
    manifest.sampled = pages::sampled();
    manifest
}
