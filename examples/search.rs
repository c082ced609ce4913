//! Which reports state this? Give a sentence, get the claims that state it, and those that differ from it.
//!
//! ```sh
//! cargo run --release --features json --example search -- ["SENTENCE" [PATH]]
//! ```
//!
//! PATH is a folder with a `manifest.json` or a file of JSON Lines; without it, the five reports in `fixtures`.

mod shared;

use std::{io::Write, process::ExitCode};

use corroborate::{CrossReference, Report, render::readable};

fn main() -> ExitCode {
    shared::run("search [\"SENTENCE\" [PATH]]", search)
}

fn search(args: Vec<String>, out: &mut dyn Write) -> shared::Outcome {
    let text = args.first().map_or("China pledged to limit exports of fentanyl ingredients", String::as_str);
    let xref = CrossReference::of(Report::read(args.get(1).map_or(shared::REPORTS, String::as_str))?)?;

    writeln!(out, "{text}\n")?;
    let hits = xref.search(text);
    if hits.is_empty() {
        writeln!(out, "no claim states this or differs from it in a way that can be named")?;
    }
    for hit in hits.iter().take(5) {
        let (mention, comparison) = (hit.mention(), hit.comparison());
        writeln!(out, "{:.2} {:<10} {}", comparison.score(), comparison.relation(), readable(mention))?;
        let others = hit.claim().outlets().into_iter().filter(|o| *o != mention.report().outlet());
        let outlets: Vec<&str> = [mention.report().outlet()].into_iter().chain(others).collect();
        writeln!(out, "     {}", outlets.join(", "))?;
    }
    Ok(())
}
