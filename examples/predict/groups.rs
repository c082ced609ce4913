//! `groups`: which of a story's mentions say the same.

use corroborate::matching::{Index, Statement};
use serde_json::{Value, json};

use crate::string;

pub fn signals(object: &Value) -> Result<Vec<Value>, String> {
    let mut index = Index::default();
    let items = object.get("items").and_then(Value::as_array).ok_or("no items")?;
    let mut docs = Vec::new();
    for item in items {
        let context = item.get("context").and_then(Value::as_str).unwrap_or_default();
        index.add(Statement { text: string(item, "text")?, context });
        docs.push(string(item, "doc")?);
    }
    let mut pairs = Vec::new();
    for a in 0..items.len() {
        for b in a + 1..items.len() {
            if docs[a] != docs[b] {
                let signals = index.signals(a, b).map(|s| s.values().to_vec());
                pairs.push(json!([items[a]["id"], items[b]["id"], signals]));
            }
        }
    }
    Ok(vec![json!({"topic": string(object, "topic")?, "pairs": pairs})])
}

pub fn forms(object: &Value) -> Result<Vec<Value>, String> {
    Ok(vec![json!({"forms": Index::forms(string(object, "text")?)})])
}
