//! Pages and their pieces: the shell of both faces, and components that every room uses.

pub mod shell;

pub use shell::{Head, page};
