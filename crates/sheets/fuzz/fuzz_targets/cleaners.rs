//! What cleaning gives, cleaned again, stays: `cargo +nightly fuzz run cleaners`.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sheets::clean::{self, Case, Naming, Order, Outcome};
use sheets::{guard, guess};

fuzz_target!(|input: &str| {
    let naming = Naming { case: Case::Shouted, last_first: true };
    settled(clean::text(input), Clone::clone, clean::text);
    settled(clean::name(input, &naming), Clone::clone, |text| clean::name(text, &naming));
    settled(clean::mail(input), Clone::clone, clean::mail);
    settled(clean::address(input), Clone::clone, clean::address);
    settled(clean::phone(input), ToString::to_string, clean::phone);
    settled(clean::postal(input), Clone::clone, clean::postal);
    settled(clean::language(input), ToString::to_string, clean::language);
    settled(clean::date(input, Order::Unknown), ToString::to_string, |text| {
        clean::date(text, Order::Unknown)
    });
    settled(clean::whole(input), ToString::to_string, clean::whole);
    settled(clean::money(input), ToString::to_string, clean::money);
    assert_eq!(guard::unguarded(&guard::guarded(input)), input);
    let columns = [guess::Column { key: "a", headings: &["Nom"], kind: sheets::Kind::Words }];
    let headings = [input.to_owned()];
    guess::guess(&headings, &[vec![input.to_owned()]], &columns, &guess::Remembered::new());
});

fn settled<T: PartialEq + std::fmt::Debug>(
    once: Outcome<T>,
    written: impl Fn(&T) -> String,
    again: impl Fn(&str) -> Outcome<T>,
) {
    if let Ok(once) = once {
        let twice = again(&written(&once.value)).expect("what cleaning gave can be cleaned");
        assert_eq!((twice.value, twice.changes), (once.value, Vec::new()));
    }
}
