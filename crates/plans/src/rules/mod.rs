//! What a plan may be: pure, and tested beside itself.

pub mod asking;
pub mod changes;
pub mod charter;
pub mod kinds;
pub mod money;
pub mod outline;
pub mod patterns;
pub mod periods;
pub mod records;
pub mod stages;
pub mod standing;
pub mod states;
pub mod tree;
pub mod wording;
pub mod workplan;
