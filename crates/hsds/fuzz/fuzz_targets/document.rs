//! Whole documents: `cargo +nightly fuzz run document`.
#![no_main]

#[path = "read.rs"]
mod read;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| read::read_document(bytes));
