//! `groups`: which of a story's mentions say the same.

use std::collections::HashMap;

use corroborate::{
    cluster::clusters_across,
    matching::{Index, Statement},
};
use serde_json::{Value, json};

use crate::string;

fn index(object: &Value) -> Result<(Index, &[Value], Vec<u32>), String> {
    let mut index = Index::default();
    let items = object.get("items").and_then(Value::as_array).ok_or("no items")?;
    let mut parts = Vec::new();
    let mut docs: HashMap<&str, u32> = HashMap::new();
    for item in items {
        let context = item.get("context").and_then(Value::as_str).unwrap_or_default();
        let published = item.get("published").and_then(Value::as_str).and_then(|d| d.parse().ok());
        let word = |key: &str| item.get(key).and_then(Value::as_str).unwrap_or_default();
        let next = docs.len() as u32;
        let doc = *docs.entry(word("doc")).or_insert(next);
        let report = if word("doc").is_empty() { None } else { Some(doc) };
        parts.push(report.unwrap_or(u32::MAX - parts.len() as u32));
        index.add(Statement {
            context,
            published,
            speaker: word("speaker"),
            subject: word("subject"),
            modality: item.get("modality").and_then(|m| serde_json::from_value(m.clone()).ok()),
            quoted: word("kind") == "direct_quote",
            report,
            ..Statement::new(string(item, "text")?)
        });
    }
    Ok((index, items, parts))
}

pub fn predict(object: &Value) -> Result<Vec<Value>, String> {
    let (index, items, parts) = index(object)?;
    let links = index.links();
    let groups = clusters_across(&parts, &links.same, &links.differing, index.matcher().same_threshold());
    let ids = |g: Vec<usize>| g.into_iter().map(|i| items[i]["id"].clone()).collect::<Vec<_>>();
    let clusters: Vec<_> = groups.into_iter().filter(|g| g.len() > 1).map(ids).collect();
    Ok(vec![json!({"topic": string(object, "topic")?, "clusters": clusters})])
}

pub fn signals(object: &Value) -> Result<Vec<Value>, String> {
    let (index, items, _) = index(object)?;
    let mut pairs = Vec::new();
    for a in 0..items.len() {
        for b in a + 1..items.len() {
            let c = index.compare(a, b).ok_or("no comparison")?;
            pairs.push(json!([
                items[a]["id"],
                items[b]["id"],
                c.signals().weighed().to_vec(),
                c.discrepancies()
            ]));
        }
    }
    Ok(vec![json!({"topic": string(object, "topic")?, "pairs": pairs})])
}
