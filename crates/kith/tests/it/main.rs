//! Stories across rooms, told to the program as its users tell them.
#![expect(clippy::expect_used, reason = "a story that cannot go on has failed")]

mod datamap;
mod demo;
mod post;
