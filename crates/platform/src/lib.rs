//! The house in which every room of Kith stands: contexts, databases, words, pages, jobs and mail.
//!
//! It knows no room. What a room brings (routes, permissions, panels, words, jobs) arrives in its [`manifest::Manifest`].
//!
//! Not here: anything a partnership talks about. A word of the field in this crate is a mistake.

pub mod answers;
pub mod app;
pub mod audit;
pub mod authority;
pub mod backup;
pub mod batch;
pub mod bin;
pub mod clock;
pub mod config;
pub mod consent;
pub mod ctx;
pub mod datamap;
pub mod db;
pub mod docx;
pub mod errors;
pub mod files;
pub mod html;
pub mod http;
pub mod ids;
pub mod jobs;
pub mod langs;
pub mod mail;
pub mod manifest;
pub mod metrics;
pub mod pages;
pub mod partnership;
pub mod passwords;
pub mod personal;
pub mod provinces;
pub mod reach;
pub mod register;
pub mod repeat;
pub mod retention;
pub mod sealed;
pub mod search;
pub mod sheets;
pub mod shelf;
#[expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "tests fail by panic and speak on the console"
)]
pub mod testing;
pub mod text;
pub mod thread;
pub mod throttle;
pub mod tickets;
pub mod translate;
pub mod words;
pub mod zones;
