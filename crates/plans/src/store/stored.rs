//! What stands beside lines, of whichever kind, as it is stored: a row is what it says, with its id, its line and its version. So it is found,
//! written down and taken away by one shape, and only what is asked of one kind alone is written for that kind.

use crate::NodeId;
use platform::{db::Tx, errors::Result, manifest::Fut};
use serde::Serialize;
use uuid::Uuid;

/// One kind of what stands beside a line, as it is stored.
pub trait Stored: Sized + Send + Sync + 'static {
    /// What it says.
    type Facts: Serialize + Clone + Send + Sync;

    /// Which.
    fn id(&self) -> Uuid;
    /// Beside which line.
    fn node(&self) -> NodeId;
    /// How its record stands.
    fn version(&self) -> i64;
    /// What it says.
    fn facts(&self) -> Self::Facts;
    /// The one with this id.
    ///
    /// # Errors
    /// When the database does not answer.
    fn find(tx: &mut Tx, id: Uuid) -> Fut<'_, Result<Option<Self>>>;
    /// Stores many, each beside its line.
    ///
    /// # Errors
    /// When the database refuses.
    fn insert<'a>(tx: &'a mut Tx, all: &'a [(NodeId, Self::Facts)]) -> Fut<'a, Result<()>>;
    /// Takes one away.
    ///
    /// # Errors
    /// [`platform::errors::Error::Stale`] when somebody else has changed it since it was read.
    fn delete<'a>(tx: &'a mut Tx, before: &'a Self) -> Fut<'a, Result<()>>;
}

/// Declares the row of a kind, what it says, and [`Stored`] for it. Its table stands in statements as `b`. What is stored with it besides
/// is worked out of the facts.
macro_rules! stored {
    (
        $(#[$doc:meta])* $row:ident, $facts:ident, $id:ty, $table:literal,
        { $($(#[$fdoc:meta])* $field:ident : $ty:ty),* $(,)? }
        $(, with $extra:literal = $work:expr)?
    ) => {
        platform::row! {
            $(#[$doc])*
            #[derive(PartialEq)]
            pub struct $row {
                /// Which.
                pub id: $id,
                /// Beside which line.
                pub node_id: $crate::NodeId,
                $($(#[$fdoc])* pub $field: $ty,)*
                /// How its record stands.
                pub version: i64,
            }
        }

        /// What it says.
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
        pub struct $facts {
            $($(#[$fdoc])* pub $field: $ty,)*
        }

        /// All that are kept.
        fn kept(partnership: &platform::ids::PartnershipId) -> platform::db::List<'_> {
            let columns = concat!("b.id, b.node_id, ", $("b.", stringify!($field), ", ",)* "b.version");
            platform::db::List::new(columns, concat!($table, " b")).filter("b.partnership_id = ?", partnership)
        }

        impl $crate::store::stored::Stored for $row {
            type Facts = $facts;

            fn id(&self) -> uuid::Uuid {
                self.id.0
            }

            fn node(&self) -> $crate::NodeId {
                self.node_id
            }

            fn version(&self) -> i64 {
                self.version
            }

            fn facts(&self) -> $facts {
                $facts { $($field: Clone::clone(&self.$field),)* }
            }

            fn find(tx: &mut platform::db::Tx, id: uuid::Uuid) -> platform::manifest::Fut<'_, platform::errors::Result<Option<Self>>> {
                Box::pin(async move {
                    let partnership = tx.partnership()?;
                    Ok(tx.rows(&kept(&partnership).filter("b.id = ?", &id).page(1, 1)).await?.pop())
                })
            }

            fn insert<'a>(
                tx: &'a mut platform::db::Tx,
                all: &'a [($crate::NodeId, $facts)],
            ) -> platform::manifest::Fut<'a, platform::errors::Result<()>> {
                use platform::db::Param;
                const INSERT: &str = concat!(
                    "INSERT INTO ", $table, " (id, partnership_id, node_id", $(", ", stringify!($field),)* $(", ", $extra,)? ") VALUES"
                );
                Box::pin(async move {
                    let partnership = tx.partnership()?;
                    let ids = all.iter().map(|_| tx.new_id::<$id>()).collect::<platform::errors::Result<Vec<_>>>()?;
                    let rows: Vec<Vec<platform::db::Bind<'_>>> = ids
                        .iter()
                        .zip(all)
                        .map(|(id, (node, facts))| {
                            vec![
                                id.bind(),
                                partnership.bind(),
                                node.bind(),
                                $(facts.$field.bind(),)*
                                $({
                                    let work: fn(&$facts) -> String = $work;
                                    platform::db::Bind::Owned(work(facts))
                                },)?
                            ]
                        })
                        .collect();
                    if rows.is_empty() { Ok(()) } else { tx.insert_many(INSERT, &rows).await }
                })
            }

            fn delete<'a>(
                tx: &'a mut platform::db::Tx,
                before: &'a Self,
            ) -> platform::manifest::Fut<'a, platform::errors::Result<()>> {
                const DELETE: &str =
                    concat!("DELETE FROM ", $table, " WHERE partnership_id = $1 AND id = $2 AND version = $3");
                Box::pin(async move { platform::sql!(tx, save, DELETE, tx.partnership()?, before.id, before.version) })
            }
        }
    };
}
pub(super) use stored;
