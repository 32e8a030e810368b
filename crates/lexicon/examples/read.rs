//! What the search reads in what people say, one line each: `cargo run -p lexicon --example read < file`.
#![expect(clippy::print_stdout, reason = "its output is its result")]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let lexicon = lexicon::Lexicon::load()?;
    for line in std::io::stdin().lines() {
        let line = line?;
        println!("{line}");
        for reading in lexicon.phrases().read(&line) {
            let mended = if reading.mended { ", mended" } else { "" };
            println!("    {:.2} {} ({}{mended})", reading.score, reading.topic, reading.phrase);
        }
    }
    Ok(())
}
