//! Stories across rooms, told to the program as its users tell them.
#![expect(clippy::expect_used, clippy::panic, reason = "a story that cannot go on has failed")]

mod again;
mod backup;
mod canary;
mod clean;
mod datamap;
mod demo;
mod erasure;
mod errors;
mod exchanged;
mod furnished;
mod kill;
mod links;
mod offices;
mod openapi;
mod parts;
mod planted;
mod post;
mod races;
mod relevance;
mod routes;
mod security;
mod told;
mod world;
