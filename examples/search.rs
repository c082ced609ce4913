//! Which reports state this? Give a sentence, get the claims that state it, and those that differ from it.
//!
//! ```sh
//! cargo run --release --features json --example search -- ["SENTENCE" [PATH]]
//! ```

use corroborate::{CrossReference, Report};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let text =
        args.next().unwrap_or_else(|| "China pledged to limit exports of fentanyl ingredients".to_owned());
    let path = args.next().unwrap_or_else(|| "fixtures/reports".to_owned());

    let xref = CrossReference::of(Report::read(path)?)?;
    println!("{text}\n");
    for hit in xref.search(&text).iter().take(5) {
        println!(
            "{:.2} {:<10} {}",
            hit.comparison().score(),
            hit.comparison().relation(),
            hit.mention().text()
        );
        println!("     {}", hit.claim().outlets().join(", "));
    }
    Ok(())
}
