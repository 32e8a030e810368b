//! A text as a square picture that telephones read (QR code, ISO/IEC 18004).

use maud::{Markup, html};

/// The square picture that a telephone reads. Made here: what it says goes nowhere else.
pub fn square(text: &str, label: &str) -> Markup {
    let Ok(code) = qrcode::QrCode::new(text) else { return html! {} };
    let width = code.width();
    let dark = code.to_colors();
    let squares: String = dark
        .iter()
        .enumerate()
        .filter(|(_, color)| **color == qrcode::Color::Dark)
        .map(|(n, _)| format!("M{} {}h1v1h-1z", n % width + 4, n / width + 4))
        .collect();
    let side = width + 8;
    html! {
        svg role="img" aria-label=(label) viewBox=(format!("0 0 {side} {side}")) width="240" height="240" shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(squares) fill="#000" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_picture_with_a_name_and_what_is_too_long_becomes_none() {
        let picture = square("https://kith.example.org/maple/ar/help?need=language", "Address").into_string();
        assert!(
            picture.contains("role=\"img\" aria-label=\"Address\"")
                && picture.matches("h1v1h-1z").count() > 300
        );
        assert_eq!(square(&"x".repeat(5_000), "Address").into_string(), "");
    }
}
