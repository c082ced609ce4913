//! `boilerplate` and `sentence_type`: what states nothing.

use corroborate::mention::skip::{Form, form, paragraph};
use serde_json::{Value, json};

use crate::string;

/// The input's own key, or the place of the text in its document.
fn id(object: &Value) -> Value {
    object.get("id").cloned().unwrap_or_else(|| json!([object.get("doc"), object.get("span")]))
}

/// Whether a paragraph is no part of the report.
pub fn boilerplate(object: &Value) -> Result<Vec<Value>, String> {
    let reason = paragraph(string(object, "text")?);
    Ok(vec![json!({"id": id(object), "boilerplate": reason.is_some(), "reason": reason})])
}

/// Whether a sentence states a fact.
pub fn sentence_type(object: &Value) -> Result<Vec<Value>, String> {
    let form = form(string(object, "text")?);
    Ok(vec![json!({"id": id(object), "statement": form == Form::Statement, "form": form})])
}
