//! Why are two mentions in one claim, or kept apart? The reasons in words, then the signals behind the score.
//!
//! ```sh
//! cargo run --release --features json --example why -- ["FIRST TEXT" "SECOND TEXT"]
//! ```
//!
//! Without arguments: the closest pair that was joined and the closest that was kept apart in the fixtures.

use corroborate::{
    Claim, CrossReference, Report,
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
            if let Some((a, b, comparison)) = closest(&claims) {
                explain(&a, &b, &comparison);
            }
            let differences = claims.iter().flat_map(Claim::differences);
            if let Some(d) =
                differences.max_by(|a, b| a.comparison().score().total_cmp(&b.comparison().score()))
            {
                explain(d.mention(), d.other(), d.comparison());
            }
        }
        _ => return Err(format!("{} texts, expected two or none", args.len()).into()),
    }
    Ok(())
}

/// The two mentions of different outlets that are most alike, yet not in the same words, among those that were joined.
fn closest<'x>(claims: &[Claim<'x>]) -> Option<(Mention<'x>, Mention<'x>, Comparison)> {
    let mut best: Option<(Mention<'x>, Mention<'x>, Comparison)> = None;
    for claim in claims {
        let mentions: Vec<_> = claim.mentions().collect();
        for (i, a) in mentions.iter().enumerate() {
            for b in mentions[i + 1..].iter().filter(|b| b.report() != a.report() && b.text() != a.text()) {
                let Some(comparison) = claim.why(a, b) else { continue };
                if best.as_ref().is_none_or(|known| comparison.score() > known.2.score()) {
                    best = Some((a.clone(), b.clone(), comparison));
                }
            }
        }
    }
    best
}

fn explain(a: &Mention<'_>, b: &Mention<'_>, comparison: &Comparison) {
    for mention in [a, b] {
        println!("{}: {}", mention.report().outlet(), mention.text());
    }
    println!();
    for reason in comparison.reasons() {
        println!("  {reason}");
    }
    println!("\n  score {:.2} from", comparison.score());
    let signals: Vec<_> = Signals::NAMES.iter().zip(comparison.signals().values()).collect();
    for row in signals.iter().filter(|(_, v)| *v != 0.0).collect::<Vec<_>>().chunks(3) {
        let cells: Vec<String> = row.iter().map(|(name, value)| format!("{name:<22}{value:>6.2}")).collect();
        println!("    {}", cells.join("   "));
    }
    println!("\n");
}
