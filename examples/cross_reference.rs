//! The main job: several reports in, a table of their claims out, with the outlets that corroborate each.
//!
//! ```sh
//! cargo run --release --features json --example cross_reference -- [PATH...] [--all] [--width N] [--format table|json]
//! ```
//!
//! PATH is a folder with a `manifest.json` or with `.txt` files, a `.txt` file, a JSON list or JSON Lines; without it, the five reports
//! in `fixtures`. `--all` also shows the claims that a single outlet states.

mod shared;

use std::{io::Write, process::ExitCode};

use corroborate::{CrossReference, render};

fn main() -> ExitCode {
    let help = format!(
        "--all            claims that a single outlet states, too (JSON always has them)\n\
         --width N        columns that a line of the table may take, 110 unless told\n\
         --format json    everything as one JSON object, for programs\n\n\
         {}\nWithout a PATH: the five reports in fixtures.",
        shared::PATH
    );
    let usage = "cross_reference [PATH...] [--all] [--width N] [--format table|json]";
    shared::run(usage, &help, cross_reference)
}

fn cross_reference(args: Vec<String>, out: &mut dyn Write) -> shared::Outcome {
    let (mut paths, mut json, mut at_least, mut width) = (Vec::new(), false, 2, None);
    let mut args = args.into_iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--format" => match args.next().as_deref() {
                Some("json") => json = true,
                Some("table") => json = false,
                Some(other) => return Err(format!("--format is {other:?}, expected table or json").into()),
                None => return Err("--format lacks its value, expected table or json".into()),
            },
            "--width" => {
                let columns = args.next().unwrap_or_default();
                let number = columns.parse::<usize>();
                width = Some(
                    number.map_err(|_| format!("--width is {columns:?}, expected a number of columns"))?,
                );
            }
            "--all" => at_least = 1,
            _ => paths.push(arg),
        }
    }
    let xref = CrossReference::of(shared::reports(&paths, shared::REPORTS)?)?;
    if json {
        writeln!(out, "{}", render::json(&xref))?;
    } else {
        let table = render::table(&xref).at_least(at_least);
        write!(out, "{}", width.map_or(table, |columns| table.width(columns)))?;
    }
    Ok(())
}
