//! CSV and pasted text: `cargo +nightly fuzz run text`.
#![no_main]

#[path = "read.rs"]
mod read;

use libfuzzer_sys::fuzz_target;
use sheets::Hint;
use sheets::text::{Delimiter, Encoding};

fuzz_target!(|input: &[u8]| {
    let Some((first, bytes)) = input.split_first() else { return };
    let encodings =
        [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252, Encoding::Macintosh];
    let delimiters =
        [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab, Delimiter::Bar, Delimiter::Nothing];
    let told = usize::from(*first);
    let hint = Hint {
        pasted: true,
        encoding: encodings.get(told % 16).copied(),
        delimiter: delimiters.get(told / 16).copied(),
    };
    if bytes.len() < 1_000 {
        let refusal = sheets::read_within(bytes, &hint, &read::bounds()).err();
        assert!(refusal.is_none_or(|refusal| refusal.code() != "too-many-rows"), "more rows than letters");
    }
    read::read_all(bytes, &hint);
});
