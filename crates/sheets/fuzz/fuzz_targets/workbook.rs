//! Whole files of any kind, workbooks first: `cargo +nightly fuzz run workbook`. Sums are not checked in a fuzzing build.
#![no_main]

#[path = "read.rs"]
mod read;

use libfuzzer_sys::fuzz_target;
use sheets::Hint;

fuzz_target!(|bytes: &[u8]| read::read_all(bytes, &Hint::default()));
