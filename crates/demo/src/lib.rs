//! The demo world, its builders and one-click sign-in.

pub mod world;
