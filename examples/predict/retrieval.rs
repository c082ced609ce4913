//! `retrieval`: which claims of a pile each query states.

use corroborate::matching::{Index, Statement};
use serde_json::{Value, json};

use crate::string;

pub fn predict(object: &Value) -> Result<Vec<Value>, String> {
    let list = |key: &str| object.get(key).and_then(Value::as_array).ok_or(format!("no {key}"));
    let mut index = Index::default();
    let claims = list("claims")?;
    for claim in claims {
        let title = claim.get("title").and_then(Value::as_str).unwrap_or_default();
        let text = format!("{} {title}", string(claim, "text")?);
        index.add(Statement::new(&text));
    }
    let mut out = Vec::new();
    for query in list("queries")? {
        let hits = index.search(string(query, "text")?, 20);
        let ranked: Vec<&Value> = hits.iter().map(|h| &claims[h.mention]["id"]).collect();
        out.push(json!({"query": query["id"], "ranked": ranked}));
    }
    Ok(out)
}
