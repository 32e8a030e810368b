//! The index in its folder: a cache that is thrown away rather than believed.

use seek::{Ask, Entry, Error, Index};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("seek-{}-{name}", std::process::id()));
        drop(std::fs::remove_dir_all(&path));
        Self(path)
    }

    fn filled(name: &str) -> Self {
        let folder = Self::new(name);
        let index = Index::open(&folder.0).unwrap();
        assert!(index.begun_anew());
        index
            .rebuild((0..300).map(|n| Entry::named(Uuid::from_u128(n), format!("clinic number{n}"))))
            .unwrap();
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn total(index: &Index) -> usize {
    index.search(&Ask::new("clinic")).unwrap().total
}

fn files(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect()
}

#[test]
fn what_was_committed_is_there_after_opening_again_and_what_was_not_is_gone() {
    let folder = Folder::filled("again");
    {
        let index = Index::open(&folder.0).unwrap();
        assert!(!index.begun_anew());
        assert_eq!((total(&index), index.len()), (300, 300));
        index.put(&[Entry::named(Uuid::from_u128(900), "clinic")]).unwrap();
        assert_eq!(total(&index), 300);
    }
    assert_eq!(total(&Index::open(&folder.0).unwrap()), 300);
}

#[test]
fn a_folder_in_use_is_refused_with_its_name_and_not_touched() {
    let folder = Folder::filled("busy");
    let first = Index::open(&folder.0).unwrap();
    let refused = Index::open(&folder.0).map(|_| ()).unwrap_err();
    assert!(matches!(refused, Error::Busy(_)), "{refused}");
    assert!(refused.to_string().contains("seek-"), "{refused}");
    std::fs::write(folder.0.join("seek.version"), "another").unwrap();
    assert!(matches!(Index::open(&folder.0), Err(Error::Busy(_))));
    assert_eq!(total(&first), 300);
}

#[test]
fn another_version_is_thrown_away() {
    let folder = Folder::filled("version");
    std::fs::write(folder.0.join("seek.version"), "seek 0\n").unwrap();
    let index = Index::open(&folder.0).unwrap();
    assert!(index.begun_anew() && index.is_empty());
}

#[test]
fn damage_anywhere_is_noticed_and_begun_anew() {
    let count = files(&Folder::filled("count").0).len();
    for number in 0..count {
        for kind in ["cut", "gone", "wrong"] {
            let folder = Folder::filled(&format!("damaged-{number}-{kind}"));
            let mut files = files(&folder.0);
            files.sort();
            let file = &files[number];
            let bytes = std::fs::read(file).unwrap();
            match kind {
                "cut" => std::fs::write(file, &bytes[..bytes.len() / 2]).unwrap(),
                "gone" => std::fs::remove_file(file).unwrap(),
                _ => {
                    let mut bytes = bytes;
                    let middle = bytes.len() / 3;
                    bytes.iter_mut().skip(middle).take(1).for_each(|byte| *byte ^= 0x10);
                    std::fs::write(file, bytes).unwrap();
                }
            }
            let index = Index::open(&folder.0).unwrap_or_else(|error| panic!("{kind} {file:?}: {error}"));
            assert!(index.begun_anew() || total(&index) == 300, "{kind} {file:?}");
            // Whatever holds entries is not believed when it is damaged.
            let is_part = file.file_name().unwrap().len() > 32;
            assert!(index.begun_anew() || !is_part, "{kind} {file:?}");
            index.put(&[Entry::named(Uuid::from_u128(900), "clinic")]).unwrap();
            index.commit().unwrap();
        }
    }
}

#[test]
fn a_folder_of_somebody_elses_files_is_left_alone() {
    let folder = Folder::new("foreign");
    std::fs::create_dir_all(&folder.0).unwrap();
    std::fs::write(folder.0.join("letters.txt"), "mine").unwrap();
    assert!(matches!(Index::open(&folder.0), Err(Error::Foreign(_))));
    assert_eq!(std::fs::read_to_string(folder.0.join("letters.txt")).unwrap(), "mine");
    let inside = Folder::new("inside");
    std::fs::create_dir_all(inside.0.join("more")).unwrap();
    assert!(matches!(Index::open(&inside.0), Err(Error::Foreign(_))));
}
