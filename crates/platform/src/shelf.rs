//! What rooms keep in memory while the program runs.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// One thing of each type, made when it is first asked for. Nothing that may not be lost: it can be made again, or a
/// [pulse](crate::jobs::Pulse) writes it down before long.
#[derive(Default)]
pub struct Shelf(Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

impl Shelf {
    /// The thing of this type.
    pub fn get<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        let mut things = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let thing = things.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default()));
        Arc::clone(thing).downcast().unwrap_or_default()
    }
}

impl std::fmt::Debug for Shelf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let things = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        f.debug_struct("Shelf").field("things", &things.len()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn a_thing_is_made_once_and_types_do_not_meet() {
        let shelf = Shelf::default();
        shelf.get::<AtomicU64>().fetch_add(2, Ordering::Relaxed);
        assert_eq!(shelf.get::<AtomicU64>().load(Ordering::Relaxed), 2);
        assert_eq!(*shelf.get::<String>(), "");
    }
}
