//! JSON: the whole cross-reference as one object.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    Claim, CrossReference, Report, Span,
    cross_reference::Summary,
    matching::Matcher,
    mention::{Reason, Skipped},
};

/// The whole cross-reference as one JSON object, keys in a fixed order.
///
/// ```text
/// {"reports": [{"id", "outlet", "title", "published", "url", "mentions",
///               "skipped": [{"start", "end", "text", "reason"}]}],
///  "claims": [{"id", "text", "outlets": [..], "origins": [{"outlets": [..], "tie", "name"}],
///              "mentions": [{"report", "outlet", "start", "end", "text",
///                            "kind", "speaker", ..,
///                            "quantities": [{"start", "end", "text", "value", "unit",
///                                            "bound", "counted", "age"}],
///                            "dates": [{"start", "end", "text", "days"}], ..}],
///              "altered_quotations": [[mention, other]],
///              "differences": [{"evolution", "earlier", "discrepancies": [..],
///                               "claim", "mention", "other"}]}],
///  "summary": {..},
///  "made_with": {"version", "fingerprint", "settings": {..}}}
/// ```
///
/// `start` and `end` are UTF-8 bytes of the report's text, and `text` is exactly what stands there; for other units see
/// [`Span::in_chars`](crate::Span::in_chars) and [`Span::in_utf16`](crate::Span::in_utf16). Claims that one
/// outlet states are included. A [`Claim`] and a [`Mention`](crate::mention::Mention) can also be serialised alone, as for
/// a line of JSON each. The same reports give the same bytes, in whatever order they came.
///
/// ```
/// use corroborate::{CrossReference, Report, render};
///
/// let report = Report::new("Tellwire", "The dam was completed in 1961.").with_id("t1");
/// let json = render::json(&CrossReference::of([report])?);
/// assert!(json.contains(r#""text":"The dam was completed in 1961","outlets":["Tellwire"]"#));
/// # Ok::<(), corroborate::Error>(())
/// ```
#[must_use]
pub fn json(xref: &CrossReference) -> String {
    let whole = Whole {
        reports: xref.reports().map(|r| ReportRow::new(xref, r)).collect(),
        claims: xref.claims(),
        summary: xref.summary(),
        made_with: MadeWith {
            version: env!("CARGO_PKG_VERSION"),
            fingerprint: xref.matcher().fingerprint(),
            settings: xref.matcher(),
        },
    };
    // Rows of strings and numbers have nothing that JSON could not hold.
    serde_json::to_string(&whole).unwrap_or_default()
}

#[derive(Serialize)]
struct Whole<'x> {
    reports: Vec<ReportRow<'x>>,
    claims: Vec<Claim<'x>>,
    summary: Summary<'x>,
    made_with: MadeWith<'x>,
}

/// What, besides the reports, the result depends on.
#[derive(Serialize)]
struct MadeWith<'x> {
    version: &'static str,
    fingerprint: String,
    settings: &'x Matcher,
}

#[derive(Serialize)]
struct ReportRow<'x> {
    id: &'x str,
    outlet: &'x str,
    title: Option<&'x str>,
    published: Option<Date>,
    url: Option<&'x str>,
    mentions: usize,
    skipped: Vec<SkippedRow<'x>>,
}

impl<'x> ReportRow<'x> {
    fn new(xref: &'x CrossReference, report: &'x Report) -> Self {
        Self {
            id: report.id(),
            outlet: report.outlet(),
            title: report.title(),
            published: report.published(),
            url: report.url(),
            mentions: xref.mentions_of(report.id()).len(),
            skipped: xref.skipped(report.id()).iter().map(|s| SkippedRow::new(report.text(), s)).collect(),
        }
    }
}

/// What states no claim, with its words.
#[derive(Serialize)]
struct SkippedRow<'x> {
    start: usize,
    end: usize,
    text: &'x str,
    reason: Reason,
}

impl<'x> SkippedRow<'x> {
    fn new(text: &'x str, skipped: &Skipped) -> Self {
        let Span { start, end } = skipped.span();
        Self { start, end, text: skipped.span().of(text), reason: skipped.reason() }
    }
}
