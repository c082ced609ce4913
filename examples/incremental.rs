//! Reports that come one after the other: how many claims does each add, and which does it corroborate?
//!
//! ```sh
//! cargo run --release --features json --example incremental -- [PATH]
//! ```
//!
//! PATH is a folder with a `manifest.json` or a file of JSON Lines; without it, an invented story of three days.

mod shared;

use std::{io::Write, process::ExitCode};

use corroborate::{CrossReference, Report, render::readable};

const STORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/stories/dam");

fn main() -> ExitCode {
    shared::run("incremental [PATH]", incremental)
}

fn incremental(args: Vec<String>, out: &mut dyn Write) -> shared::Outcome {
    let mut reports = Report::read(args.first().map_or(STORY, String::as_str))?;
    reports.sort_by_key(Report::published);

    let mut xref = CrossReference::default();
    for report in reports {
        let (outlet, day) = (report.outlet().to_owned(), report.published());
        let day = day.map_or("undated".to_owned(), |d| d.to_string());
        let changes = xref.add(report)?;
        let (new, known) = (changes.added.len(), changes.corroborated.len());
        writeln!(out, "{day}  {outlet}: {new} new, {known} known")?;
        for claim in changes.corroborated {
            // The outlet may only have said again what it said itself before.
            if claim.is_corroborated() {
                writeln!(
                    out,
                    "    {} outlets now: {}",
                    claim.outlets().len(),
                    readable(&claim.representative())
                )?;
            }
        }
    }
    Ok(())
}
