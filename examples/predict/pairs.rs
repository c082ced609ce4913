//! `pairs`: whether two sentences say the same.

use corroborate::matching::{Index, Statement};
use serde_json::{Value, json};

use crate::string;

pub fn signals(object: &Value) -> Result<Vec<Value>, String> {
    let mut index = Index::default();
    let a = index.add(Statement { text: string(object, "a")?, context: "" });
    let b = index.add(Statement { text: string(object, "b")?, context: "" });
    let signals = index.signals(a, b).map(|s| s.values().to_vec());
    Ok(vec![json!({"id": string(object, "id")?, "signals": signals})])
}
