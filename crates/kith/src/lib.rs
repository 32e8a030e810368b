//! The program: one binary, every room.

pub mod demo_command;
pub mod server;

use platform::manifest::Manifest;

/// The rooms, in reading order: a room may call those above it.
pub fn rooms() -> Vec<Manifest> {
    Vec::new()
}
