//! The main job: several reports in, a table of their claims out, with the outlets that corroborate each.
//!
//! ```sh
//! cargo run --release --features json --example cross_reference -- [PATH] [--format json] [--all]
//! ```
//!
//! PATH is a folder with a `manifest.json` or a file of JSON Lines; without it, the five reports in `fixtures`.
//! `--all` also shows the claims that a single outlet states.

use std::io::{self, Write};

use corroborate::{CrossReference, Report, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut path, mut json, mut at_least) = ("fixtures/reports".to_owned(), false, 2);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--format" => match args.next().as_deref() {
                Some("json") => json = true,
                other => return Err(format!("--format is {other:?}, expected json").into()),
            },
            "--all" => at_least = 1,
            option if option.starts_with("--") => return Err(format!("no option {option}").into()),
            _ => path = arg,
        }
    }
    let xref = CrossReference::of(Report::read(&path)?)?;
    let mut out = io::stdout().lock();
    if json {
        writeln!(out, "{}", render::json(&xref))?;
    } else {
        write!(out, "{}", render::table(&xref).at_least(at_least))?;
    }
    Ok(())
}
