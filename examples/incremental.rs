//! Reports that come one after the other: what does each add, what does it corroborate, and which claim has now been told by three
//! that do not lean on each other?
//!
//! ```sh
//! cargo run --release --features json --example incremental -- [PATH...]
//! ```
//!
//! PATH is as for `cross_reference`; without it, an invented story of four days.

mod shared;

use std::{io::Write, process::ExitCode};

use corroborate::{CrossReference, Report, render::readable};

/// From so many independent origins a claim is worth a call to the desk.
const ENOUGH: usize = 3;

fn main() -> ExitCode {
    let help = format!("{}\nWithout a PATH: an invented story of four days.", shared::PATH);
    shared::run("incremental [PATH...]", &help, incremental)
}

fn incremental(args: Vec<String>, out: &mut dyn Write) -> shared::Outcome {
    let mut reports = shared::reports(&args, shared::STORY)?;
    reports.sort_by_key(Report::published);

    let mut xref = CrossReference::default();
    for report in reports {
        let (id, outlet) = (report.id().to_owned(), report.outlet().to_owned());
        let day = report.published().map_or("undated".to_owned(), |d| d.to_string());
        let changes = xref.add(report)?;
        let (new, known, anew) = (changes.added.len(), changes.corroborated.len(), changes.regrouped.len());
        writeln!(out, "{day}  {outlet}: {new} claims new, {known} known, {anew} put together anew")?;
        for claim in changes.corroborated {
            // The outlet may only have said again what it said itself before.
            if !claim.is_corroborated() {
                continue;
            }
            let origins = claim.origins().len();
            let first = origins >= ENOUGH && claim.origins_without(&id).len() < ENOUGH;
            let sign = if first { '!' } else { ' ' };
            let outlets = claim.outlets().len();
            let lean = if origins == 1 { "origin" } else { "origins" };
            let words = readable(&claim.representative());
            writeln!(out, "  {sign} {outlets} outlets, {origins} {lean}: {words}")?;
        }
    }
    writeln!(out, "\n! from {ENOUGH} independent origins now, from fewer before")?;
    Ok(())
}
