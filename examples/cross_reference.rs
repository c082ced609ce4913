//! The main job: several reports in, a table of their claims out, with the outlets that corroborate each.
//!
//! ```sh
//! cargo run --release --features json --example cross_reference -- [PATH] [--format json] [--all]
//! ```
//!
//! PATH is a folder with a `manifest.json` or a file of JSON Lines; without it, the five reports in `fixtures`.
//! `--all` also shows the claims that a single outlet states.

mod shared;

use std::{io::Write, process::ExitCode};

use corroborate::{CrossReference, Report, render};

fn main() -> ExitCode {
    shared::run("cross_reference [PATH] [--format json] [--all]", cross_reference)
}

fn cross_reference(args: Vec<String>, out: &mut dyn Write) -> shared::Outcome {
    let (mut path, mut json, mut at_least) = (None, false, 2);
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--format" => match args.next().as_deref() {
                Some("json") => json = true,
                other => {
                    return Err(format!("--format is {}, expected json", other.unwrap_or("empty")).into());
                }
            },
            "--all" => at_least = 1,
            _ if path.is_none() => path = Some(arg),
            _ => return Err(format!("{arg} is one path too many").into()),
        }
    }
    let xref = CrossReference::of(Report::read(path.as_deref().unwrap_or(shared::REPORTS))?)?;
    if json {
        writeln!(out, "{}", render::json(&xref))?;
    } else {
        write!(out, "{}", render::table(&xref).at_least(at_least))?;
    }
    Ok(())
}
