//! `checkworthy`: how much a fact-checker would want each sentence checked.

use corroborate::mention::checkworthy::score;
use serde_json::{Value, json};

use crate::string;

pub fn predict(object: &Value) -> Result<Vec<Value>, String> {
    let sentences = object.get("sentences").and_then(Value::as_array).ok_or("no list \"sentences\"")?;
    let scores = sentences
        .iter()
        .map(|s| Ok(json!({"n": s.get("n"), "score": score(string(s, "text")?).score()})))
        .collect::<Result<Vec<Value>, String>>()?;
    Ok(vec![json!({"id": string(object, "id")?, "scores": scores})])
}
