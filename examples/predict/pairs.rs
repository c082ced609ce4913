//! `pairs`: whether two sentences say the same.

use corroborate::matching::{Index, Relation, Statement};
use serde_json::{Value, json};

use crate::string;

/// A pair that differs in a number, a date, a negation and so on ranks below those that do not.
const DIFFERING: f32 = 0.4;

pub fn predict(object: &Value) -> Result<Vec<Value>, String> {
    let mut index = Index::default();
    let a = index.add(Statement::new(string(object, "a")?));
    let b = index.add(Statement::new(string(object, "b")?));
    let c = index.compare(a, b).ok_or("no comparison")?;
    let factor = if c.discrepancies().is_empty() { 1.0 } else { DIFFERING };
    let label = u8::from(c.relation() == Relation::Same);
    Ok(vec![json!({"id": string(object, "id")?, "score": c.score() * factor, "label": label,
        "discrepancies": c.discrepancies()})])
}

pub fn signals(object: &Value) -> Result<Vec<Value>, String> {
    let mut index = Index::default();
    let a = index.add(Statement::new(string(object, "a")?));
    let b = index.add(Statement::new(string(object, "b")?));
    let c = index.compare(a, b).ok_or("no comparison")?;
    let signals = c.signals().weighed().to_vec();
    Ok(vec![json!({"id": string(object, "id")?, "signals": signals, "discrepancies": c.discrepancies()})])
}
