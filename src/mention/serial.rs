//! A mention as it is written out: with its words, so that nobody needs the report's text to read it.

use serde::{Serialize, Serializer};

use super::{
    Kind, Known, Mention,
    date::DateExpression,
    modality::Modality,
    quantity::{Bound, Quantity, Unit, Value},
};
use crate::{Date, Span};

#[derive(Serialize)]
struct Row<'r> {
    report: &'r str,
    outlet: &'r str,
    start: usize,
    end: usize,
    text: &'r str,
    kind: Kind,
    speaker: Option<&'r str>,
    speaker_known: Option<Known>,
    source: Option<&'r str>,
    cue: Option<&'r str>,
    via: Option<&'r str>,
    referent: Option<&'r str>,
    modality: Modality,
    hedge: Option<&'r str>,
    negated: bool,
    quantities: Vec<QuantityRow<'r>>,
    dates: Vec<DateRow<'r>>,
    /// To four places: further ones tell nothing and may differ between machines.
    check_worthiness: f64,
}

/// A quantity with its words, and the noun that it counts.
#[derive(Serialize)]
struct QuantityRow<'r> {
    start: usize,
    end: usize,
    text: &'r str,
    value: Value,
    unit: Option<Unit>,
    bound: Bound,
    counted: Option<&'r str>,
    age: bool,
}

impl<'r> QuantityRow<'r> {
    fn new(text: &'r str, quantity: &Quantity) -> Self {
        let Span { start, end } = quantity.span();
        Self {
            start,
            end,
            text: quantity.span().of(text),
            value: quantity.value(),
            unit: quantity.unit(),
            bound: quantity.bound(),
            counted: quantity.counted().map(|s| s.of(text)),
            age: quantity.is_age(),
        }
    }
}

/// A date with its words, from the first day to the last.
#[derive(Serialize)]
struct DateRow<'r> {
    start: usize,
    end: usize,
    text: &'r str,
    days: Option<(Date, Date)>,
}

impl<'r> DateRow<'r> {
    fn new(text: &'r str, date: &DateExpression) -> Self {
        let Span { start, end } = date.span();
        Self { start, end, text: date.span().of(text), days: date.start().zip(date.end()) }
    }
}

/// Writes the report's id and outlet, `start` and `end` in bytes of its text, `text` with exactly the bytes there, and what
/// was found out about the mention.
impl Serialize for Mention<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.report();
        let text = report.text();
        let words = |span: Option<Span>| span.map(|s| s.of(text));
        let Span { start, end } = self.span();
        let row = Row {
            report: report.id(),
            outlet: report.outlet(),
            start,
            end,
            text: self.text(),
            kind: self.kind(),
            speaker: self.speaker(),
            speaker_known: self.speaker_known(),
            source: words(self.source()),
            cue: words(self.cue()),
            via: self.via(),
            referent: self.referent(),
            modality: self.modality(),
            hedge: words(self.hedge()),
            negated: self.is_negated(),
            quantities: self.quantities().iter().map(|q| QuantityRow::new(text, q)).collect(),
            dates: self.dates().iter().map(|d| DateRow::new(text, d)).collect(),
            check_worthiness: (self.check_worthiness() * 1e4).round() / 1e4,
        };
        row.serialize(serializer)
    }
}
