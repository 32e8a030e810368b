//! All SQL of this room. Accounts and sign-ins belong to the installation, grants and invitations to a partnership.

mod accounts;
mod closing;
mod daily;
mod first_run;
mod grants;
mod identities;
mod passkeys;
mod passwords;
mod people;
mod second;

pub(crate) use accounts::*;
pub use accounts::{Account, set_lang};
pub(crate) use closing::*;
pub(crate) use daily::*;
pub(crate) use first_run::*;
pub use grants::GrantRow;
pub(crate) use grants::*;
pub(crate) use identities::*;
pub(crate) use passkeys::*;
pub(crate) use passwords::*;
pub(crate) use people::*;
pub(crate) use second::*;
