//! What the search reads in what people say, one line each, after the reader's language: `cargo run -p lexicon --example read ar < file`.
#![expect(clippy::print_stdout, reason = "its output is its result")]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lexicon = lexicon::Lexicon::load()?;
    let language = std::env::args().nth(1).unwrap_or_default();
    for line in std::io::stdin().lines() {
        let line = line?;
        println!("{line}");
        for reading in lexicon.phrases().read_in(&line, &language) {
            let mended = if reading.mended { ", mended" } else { "" };
            println!("    {:.2} {} ({}{mended})", reading.score, reading.topic, reading.phrase);
        }
    }
    Ok(())
}
