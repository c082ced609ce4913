//! `values`: what a text states as typed values: modality, negation, quantities, dates, propositions, quotations.

use corroborate::{
    Span,
    mention::{modality, negation, proposition},
};
use serde_json::{Value, json};

use crate::{quantities, string};

pub fn predict(object: &Value) -> Result<Vec<Value>, String> {
    let text = string(object, "text")?;
    Ok(vec![json!({
        "id": string(object, "id")?,
        "claims": claims(text),
        "negated": negated(text),
        "quotes": crate::attribution::quotes(text),
        "propositions": propositions(text),
        "quantities": quantities::quantities_of(text),
        "dates": quantities::dates_of(text, object.get("report_date").and_then(Value::as_str)),
    })])
}

/// Each proposition with its modality and the words that set it.
fn claims(text: &str) -> Vec<Value> {
    let value = |m: &modality::ModalClause| json!({"span": span(m.span()), "modality": m.modality(), "hedge": m.hedge().map(span)});
    modality::modal_clauses(text).iter().map(value).collect()
}

/// Each negation: its cue and its scope.
fn negated(text: &str) -> Vec<Value> {
    let value = |n: &negation::Negation| json!({"cue": span(n.cue()), "scope": span(n.scope())});
    negation::negations(text).iter().map(value).collect()
}

/// The span of each checkable proposition.
fn propositions(text: &str) -> Vec<Value> {
    proposition::propositions(text).iter().map(|p| span(p.span())).collect()
}

fn span(span: Span) -> Value {
    json!([span.start, span.end])
}
