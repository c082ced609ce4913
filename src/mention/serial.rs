//! A mention as it is written out: with its words, so that nobody needs the report's text to read it.

use serde::{Serialize, Serializer};

use super::{Kind, Known, Mention, date::DateExpression, modality::Modality, quantity::Quantity};
use crate::Span;

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
    quantities: &'r [Quantity],
    dates: &'r [DateExpression],
    /// To four places: further ones tell nothing and may differ between machines.
    check_worthiness: f64,
}

/// Writes the report's id and outlet, `start` and `end` in bytes of its text, `text` with exactly the bytes there, and what
/// was found out about the mention.
impl Serialize for Mention<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.report();
        let words = |span: Option<Span>| span.map(|s| s.of(report.text()));
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
            quantities: self.quantities(),
            dates: self.dates(),
            check_worthiness: (self.check_worthiness() * 1e4).round() / 1e4,
        };
        row.serialize(serializer)
    }
}
