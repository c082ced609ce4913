//! Which reports state this? Give a sentence, get the claims that state it, and those that differ from it.
//!
//! ```sh
//! cargo run --release --features json --example search -- ["SENTENCE" [PATH...]]
//! ```
//!
//! PATH is as for `cross_reference`; without it, the five reports in `fixtures`.

mod shared;

use std::{io::Write, process::ExitCode};

use corroborate::{
    CrossReference,
    render::{readable, who},
};

/// Claims that are shown.
const MOST: usize = 5;

fn main() -> ExitCode {
    let help = format!(
        "SENTENCE stands in quotation marks.\n{}\nWithout a PATH: the five reports in fixtures.",
        shared::PATH
    );
    shared::run("search [\"SENTENCE\" [PATH...]]", &help, search)
}

fn search(args: Vec<String>, out: &mut dyn Write) -> shared::Outcome {
    let (text, paths) = match args.split_first() {
        Some((text, paths)) => (text.as_str(), paths),
        None => ("China pledged to limit exports of fentanyl ingredients", [].as_slice()),
    };
    let xref = CrossReference::of(shared::reports(paths, shared::REPORTS)?)?;

    writeln!(out, "{text}\n")?;
    let hits = xref.search(text);
    if hits.is_empty() {
        writeln!(out, "no claim states this or differs from it in a way that can be named")?;
    }
    for hit in hits.iter().take(MOST) {
        let (mention, comparison) = (hit.mention(), hit.comparison());
        let what: Vec<String> = comparison.discrepancies().iter().map(ToString::to_string).collect();
        let verdict = match what.as_slice() {
            [] => comparison.relation().to_string(),
            what => format!("{} in {}", comparison.relation(), what.join(", ")),
        };
        writeln!(out, "{verdict} ({:.2}): {}", comparison.score(), readable(mention))?;
        writeln!(out, "    {} [{}], {}", mention.report().outlet(), mention.span(), who(mention))?;
        let outlets = hit.claim().outlets();
        let others: Vec<&str> = outlets.into_iter().filter(|o| *o != mention.report().outlet()).collect();
        if !others.is_empty() {
            writeln!(out, "    also {}", others.join(", "))?;
        }
    }
    Ok(())
}
