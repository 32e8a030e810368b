//! Conversions between numbers that the language does not offer without loss, each in one place with what it does at the edges.

/// A place in a list. Numbers of documents have 32 bits, places at least as many.
pub(crate) fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A number of 32 bits; what is larger becomes the largest.
pub(crate) fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A count, to reckon with.
pub(crate) fn real(count: usize) -> f64 {
    f64::from(short(count))
}

/// Millionths of a degree: a tenth of a metre, and exact for what is written with six places.
pub(crate) fn millionths(degrees: f64) -> i32 {
    #[expect(clippy::as_conversions, reason = "saturates, which is wanted, and makes nothing of no number")]
    let rounded = (degrees * 1e6).round() as i32;
    rounded
}

/// A weight in thousandths, so that sums do not depend on their order.
pub(crate) fn thousandths(weight: f64) -> u32 {
    #[expect(clippy::as_conversions, reason = "saturates, which is wanted, and makes nothing of no number")]
    let rounded = (weight * 1e3).round() as u32;
    rounded
}
