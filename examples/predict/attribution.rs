//! `attribution`: who says what, and which quotations are somebody's words.

use corroborate::{
    Span,
    mention::{
        Kind,
        attribution::{Attribution, Form, speech},
        quotation::Marks,
    },
};
use serde_json::{Value, json};

use crate::string;

pub fn predict(object: &Value) -> Result<Vec<Value>, String> {
    let text = string(object, "text")?;
    let speech = speech(text);
    let attributions: Vec<Value> = speech
        .attributions
        .iter()
        .map(|a| {
            json!({
                "source": pairs(a.source()),
                "cue": pairs(a.cue()),
                "content": pairs(a.content()),
                "direct": a.kind() == Kind::DirectQuote,
                "speaker": a.speaker().map(|s| s.name().of(text)),
            })
        })
        .collect();
    let quotes: Vec<Value> = speech
        .quotations
        .iter()
        .zip(&speech.owners)
        // The format's quotations are the outermost, and between marks other than '…', which its matcher did not know.
        .filter(|(q, _)| q.depth() == 0 && q.marks() != Marks::StraightSingle)
        .filter_map(|(q, owner)| {
            let source = speech.attributions.get((*owner)?)?.source().first().map(|s| [s.start, s.end]);
            Some(json!({"span": [q.span().start, q.span().end], "source": source}))
        })
        .collect();
    Ok(vec![json!({"id": string(object, "id")?, "attributions": attributions, "quotes": quotes})])
}

fn pairs(spans: &[Span]) -> Value {
    spans.iter().map(|s| json!([s.start, s.end])).collect()
}

/// The contents of `text` with their speakers, as `eval/values` wants them: direct ones without marks, others without `that`.
pub fn quotes(text: &str) -> Vec<Value> {
    let said = speech(text);
    let content = |a: &Attribution, span: Span| {
        let words = span.of(text);
        let open: &[char] = &['“', '"', '‘', '\''];
        let close: &[char] = &['”', '"', '’', '\'', ','];
        if a.kind() == Kind::DirectQuote {
            let inner = words.trim_start_matches(open);
            let start = span.end - inner.len();
            Span::new(start, start + inner.trim_end_matches(close).len())
        } else if let Some(rest) = words.strip_prefix("that ") {
            Span::new(span.end - rest.len(), span.end)
        } else {
            span
        }
    };
    let clauses =
        said.attributions.iter().filter(|a| a.form() == Form::Clause || a.kind() != Kind::IndirectQuote);
    clauses
        .map(|a| {
            let kind = match a.kind() {
                Kind::DirectQuote => "direct",
                Kind::MixedQuote => "mixed",
                _ => "indirect",
            };
            json!({
                "content": pairs(&a.content().iter().map(|&s| content(a, s)).collect::<Vec<_>>()),
                "speaker": a.speaker().map_or("anonymous", |s| s.name().of(text)),
                "kind": kind,
            })
        })
        .collect()
}
