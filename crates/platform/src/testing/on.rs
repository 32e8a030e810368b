//! The two databases.

use super::{ORIGIN, Site};
use crate::{config::Issuer, manifest::Manifest};

/// The two databases that every story runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// A file of its own.
    Sqlite,
    /// A database of its own on the server of the run, when there is one.
    Postgres,
}

impl On {
    /// A program with these rooms; none where there is no such database.
    pub async fn site(self, rooms: Vec<Manifest>) -> Option<Site> {
        self.site_with(rooms, Vec::new()).await
    }

    /// The same, where the sign-in of other houses counts.
    pub async fn site_with(self, rooms: Vec<Manifest>, issuers: Vec<Issuer>) -> Option<Site> {
        self.site_at(ORIGIN, rooms, issuers).await
    }

    /// The same, where visitors find the program at `origin`.
    pub async fn site_at(self, origin: &str, rooms: Vec<Manifest>, issuers: Vec<Issuer>) -> Option<Site> {
        match self {
            Self::Sqlite => Some(Site::sqlite_at(origin, rooms, issuers).await),
            Self::Postgres => Site::postgres_at(origin, rooms, issuers).await,
        }
    }
}
