//! `quantities` and `dates` of one text, as `values` prints them.

use corroborate::{
    Date, Span,
    mention::{
        date::dates,
        quantity::{Bound, Value as Amount, quantities},
    },
};
use serde_json::{Value, json};

fn range(span: Span) -> Value {
    json!([span.start, span.end])
}

/// The quantities of `text`.
pub fn quantities_of(text: &str) -> Value {
    quantities(text)
        .iter()
        .map(|q| {
            let value = match q.value() {
                Amount::Number(n) => json!(n),
                Amount::Range(a, b) | Amount::Score(a, b) => json!([a, b]),
                _ => Value::Null,
            };
            json!({
                "span": range(q.span()),
                "value": value,
                // The benchmark calls pounds of weight by the plain word.
                "unit": q.unit().map(|u| if u.name() == "pound_weight" { "pound" } else { u.name() }),
                "approx": q.bound() != Bound::Exact,
                "of": q.counted().map(range),
            })
        })
        .collect()
}

/// The dates of `text`, which was published on `report_date` (`YYYY-MM-DD`).
pub fn dates_of(text: &str, report_date: Option<&str>) -> Value {
    let published: Option<Date> = report_date.and_then(|d| d.parse().ok());
    dates(text, published)
        .iter()
        .map(|d| json!({"span": range(d.span()), "start": d.start(), "end": d.end()}))
        .collect()
}
