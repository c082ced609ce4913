//! Runs one stage of the crate over a file of a public benchmark, so that a scorer can judge it.
//!
//! ```sh
//! cargo run --release --features json --example predict -- STAGE < IN.jsonl > OUT.jsonl
//! ```
//!
//! Without arguments it prints what each stage reads and writes. Gold fields in the input are ignored.

mod attribution;
mod checkworthy;
mod groups;
mod pairs;
mod quantities;
mod retrieval;
mod sentences;
#[path = "../shared/mod.rs"]
mod shared;
mod skip;
mod values;

use std::{
    fmt::Write as _,
    io::{self, BufRead, Write},
    process::ExitCode,
};

use serde_json::Value;

/// One stage: its name, what an input object holds, what an output object holds, and the function between.
type Stage = (&'static str, &'static str, &'static str, fn(&Value) -> Result<Vec<Value>, String>);

const STAGES: &[Stage] = &[
    ("boilerplate", "text", "id, boilerplate", skip::boilerplate),
    ("sentence_type", "text", "id, statement", skip::sentence_type),
    ("checkworthy", "id, sentences: [{n, text}]", "id, scores: [{n, score}]", checkworthy::predict),
    ("attribution", "id, text", "id, attributions, quotes", attribution::predict),
    ("sentences", "id, text", "id, ends (bytes)", sentences::predict),
    (
        "values",
        "id, text, report_date",
        "id, claims, negated, propositions, quantities, dates, quotes",
        values::predict,
    ),
    ("retrieval", "queries, claims (one object)", "query, ranked", retrieval::predict),
    ("pairs", "id, a, b", "id, score, label", pairs::predict),
    ("groups", "topic, items: [id, doc, text]", "topic, clusters", groups::predict),
    ("signals", "id, a, b", "id, signals", pairs::signals),
    ("group-signals", "topic, items", "topic, pairs", groups::signals),
];

fn main() -> ExitCode {
    shared::run("predict STAGE < IN.jsonl > OUT.jsonl", &stages(), predict)
}

/// What each stage reads and writes.
fn stages() -> String {
    let mut table = format!("{:<15} {:<28} writes", "STAGE", "reads");
    for (name, reads, writes, _) in STAGES {
        // Writing to a string cannot fail.
        let _ = write!(table, "\n{name:<15} {reads:<28} {writes}");
    }
    table
}

fn predict(args: Vec<String>, out: &mut dyn Write) -> shared::Outcome {
    let Some(name) = args.first() else {
        writeln!(out, "usage: predict STAGE < IN.jsonl > OUT.jsonl\n\n{}", stages())?;
        return Ok(());
    };
    let Some((_, _, _, stage)) = STAGES.iter().find(|s| s.0 == name) else {
        let names: Vec<&str> = STAGES.iter().map(|s| s.0).collect();
        return Err(format!("there is no stage {name:?}, expected one of {}", names.join(", ")).into());
    };
    let mut answer = |object: &Value| -> shared::Outcome {
        for answer in stage(object)? {
            serde_json::to_writer(&mut *out, &answer)?;
            out.write_all(b"\n")?;
        }
        Ok(())
    };
    if name == "retrieval" {
        // One object that holds the whole pile, over as many lines as it likes.
        return answer(&serde_json::from_reader(io::stdin().lock())?);
    }
    for (n, line) in io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let object = serde_json::from_str(&line).map_err(|e| format!("line {}: {e}", n + 1))?;
        answer(&object).map_err(|e| format!("line {}: {e}", n + 1))?;
    }
    Ok(())
}

/// The string that `object` holds under `key`.
fn string<'v>(object: &'v Value, key: &str) -> Result<&'v str, String> {
    object.get(key).and_then(Value::as_str).ok_or_else(|| format!("no string {key:?}"))
}
