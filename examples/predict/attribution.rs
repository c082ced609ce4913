//! `attribution`: who says what, and which quotations are somebody's words.

use corroborate::{
    Span,
    mention::{Kind, attribution::speech},
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
        .filter(|(q, _)| q.depth() == 0)
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
