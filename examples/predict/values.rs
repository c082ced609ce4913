//! `values`: what each sentence states in typed values.

use serde_json::{Value, json};

use crate::{quantities, string};

pub fn predict(object: &Value) -> Result<Vec<Value>, String> {
    let text = string(object, "text")?;
    Ok(vec![json!({
        "id": string(object, "id")?,
        "quantities": quantities::quantities_of(text),
        "dates": quantities::dates_of(text, object.get("report_date").and_then(Value::as_str)),
    })])
}
