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
mod skip;
mod values;

use std::io::{self, BufRead, Write};

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

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(name) = std::env::args().nth(1) else {
        println!("usage: predict STAGE < IN.jsonl > OUT.jsonl\n\nSTAGE        reads            writes");
        for (name, reads, writes, _) in STAGES {
            println!("{name:12} {reads:16} {writes}");
        }
        return Ok(());
    };
    let names = || STAGES.iter().map(|s| s.0).collect::<Vec<_>>().join(", ");
    // One object that holds the whole pile, over as many lines as it likes.
    let stage = STAGES
        .iter()
        .find(|s| s.0 == name)
        .ok_or_else(|| format!("no stage {name:?}; there are {}", names()))?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    if name == "retrieval" {
        let object: Value = serde_json::from_reader(io::stdin().lock())?;
        for answer in retrieval::predict(&object)? {
            serde_json::to_writer(&mut out, &answer)?;
            out.write_all(b"\n")?;
        }
        return Ok(());
    }
    for (n, line) in io::stdin().lock().lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let object: Value = serde_json::from_str(&line).map_err(|e| format!("line {}: {e}", n + 1))?;
        for answer in (stage.3)(&object).map_err(|e| format!("line {}: {e}", n + 1))? {
            serde_json::to_writer(&mut out, &answer)?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()?;
    Ok(())
}

/// The string that `object` holds under `key`.
fn string<'v>(object: &'v Value, key: &str) -> Result<&'v str, String> {
    object.get(key).and_then(Value::as_str).ok_or_else(|| format!("no string {key:?}"))
}
