//! Why are two mentions in one claim, or kept apart? Each signal, and the relation in plain words.
//!
//! ```sh
//! cargo run --release --features json --example why -- ["FIRST TEXT" "SECOND TEXT"]
//! ```
//!
//! Without arguments: the closest pair that was joined and the closest that was kept apart in the fixtures.

use corroborate::{
    CrossReference, Report,
    matching::{Comparison, Signals},
    mention::Mention,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.as_slice() {
        [a, b] => {
            let xref = CrossReference::of([
                Report::new("first", a).with_id("a"),
                Report::new("second", b).with_id("b"),
            ])?;
            let (of_a, of_b) = (xref.mentions_of("a"), xref.mentions_of("b"));
            let (Some(a), Some(b)) = (of_a.first(), of_b.first()) else {
                println!("one of the two texts states no claim");
                return Ok(());
            };
            explain(a, b, &xref.compare(a, b).ok_or("no comparison")?);
        }
        [] => {
            let xref = CrossReference::of(Report::read("fixtures/reports")?)?;
            let claims = xref.claims();
            for claim in claims.iter().take(1) {
                let first = claim.representative();
                if let Some(other) = claim.mentions().find(|m| m.report() != first.report()) {
                    explain(&first, &other, &claim.why(&first, &other).ok_or("no comparison")?);
                }
            }
            if let Some(difference) = claims.iter().flat_map(|c| c.differences()).next() {
                explain(difference.mention(), difference.other(), difference.comparison());
            }
        }
        _ => return Err(format!("{} texts, expected two or none", args.len()).into()),
    }
    Ok(())
}

fn explain(a: &Mention<'_>, b: &Mention<'_>, comparison: &Comparison) {
    for mention in [a, b] {
        println!("{}: {}", mention.report().outlet(), mention.text());
    }
    let differ: Vec<String> = comparison.discrepancies().iter().map(ToString::to_string).collect();
    println!(
        "{}, score {:.2}; they differ in: {}",
        comparison.relation(),
        comparison.score(),
        match differ.len() {
            0 => "nothing that was found".to_owned(),
            _ => differ.join(", "),
        }
    );
    for (name, value) in Signals::NAMES.iter().zip(comparison.signals().values()).filter(|(_, v)| *v != 0.0) {
        println!("    {name:<24} {value:.2}");
    }
    println!();
}
