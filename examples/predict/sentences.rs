//! `sentences`: where each sentence ends.

use serde_json::{Value, json};

use crate::string;

pub fn predict(object: &Value) -> Result<Vec<Value>, String> {
    let ends: Vec<usize> =
        corroborate::sentence::sentences(string(object, "text")?).map(|s| s.span().end).collect();
    Ok(vec![json!({"id": string(object, "id")?, "ends": ends})])
}
