//! `values`: what a text states as typed values: modality, negation, propositions.

use serde_json::{Value, json};

use crate::string;

pub fn predict(object: &Value) -> Result<Vec<Value>, String> {
    let text = string(object, "text")?;
    Ok(vec![json!({
        "id": string(object, "id")?,
        "claims": claims(text),
        "negated": negated(text),
        "quotes": crate::attribution::quotes(text),
        "propositions": propositions(text),
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
fn propositions(_: &str) -> Vec<Value> {
    Vec::new()
}
