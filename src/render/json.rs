//! JSON: the whole cross-reference as one object.

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    Claim, CrossReference, Report, Span,
    claim::{Difference, Origin},
    cross_reference::Summary,
    matching::Discrepancy,
    mention::{Kind, Mention, Skipped, date::DateExpression, modality::Modality, quantity::Quantity},
};

/// The whole cross-reference as one JSON object, keys in a fixed order.
///
/// ```text
/// {"reports": [{"id", "outlet", "title", "published", "url", "mentions", "skipped": [..]}],
///  "claims": [{"id", "text", "outlets": [..], "origins": [{"outlets": [..], "tie"}],
///              "mentions": [{"report", "outlet", "start", "end", "text",
///                            "kind", "speaker", ..}],
///              "differences": [{"evolution", "discrepancies": [..], "mention", "other"}]}],
///  "summary": {..}}
/// ```
///
/// `start` and `end` are UTF-8 bytes of the report's text, and `text` is exactly what stands there. Claims that one
/// outlet states are included. The same reports give the same bytes, in whatever order they came.
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
    let claims = xref.claims();
    let whole = Whole {
        reports: xref.reports().map(|r| ReportRow::new(xref, r)).collect(),
        claims: claims.iter().map(ClaimRow::new).collect(),
        summary: xref.summary(),
    };
    // Rows of strings and numbers have nothing that JSON could not hold.
    serde_json::to_string(&whole).unwrap_or_default()
}

#[derive(Serialize)]
struct Whole<'x> {
    reports: Vec<ReportRow<'x>>,
    claims: Vec<ClaimRow<'x>>,
    summary: Summary<'x>,
}

#[derive(Serialize)]
struct ReportRow<'x> {
    id: &'x str,
    outlet: &'x str,
    title: Option<&'x str>,
    published: Option<Date>,
    url: Option<&'x str>,
    mentions: usize,
    skipped: &'x [Skipped],
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
            skipped: xref.skipped(report.id()),
        }
    }
}

#[derive(Serialize)]
struct ClaimRow<'x> {
    id: String,
    text: &'x str,
    outlets: Vec<&'x str>,
    origins: Vec<Origin<'x>>,
    mentions: Vec<MentionRow<'x>>,
    differences: Vec<DifferenceRow>,
}

impl<'x> ClaimRow<'x> {
    fn new(claim: &Claim<'x>) -> Self {
        Self {
            id: claim.id(),
            text: claim.text(),
            outlets: claim.outlets(),
            origins: claim.origins(),
            mentions: claim.mentions().map(|m| MentionRow::new(&m)).collect(),
            differences: claim.differences().iter().map(DifferenceRow::new).collect(),
        }
    }
}

#[derive(Serialize)]
struct MentionRow<'x> {
    report: &'x str,
    outlet: &'x str,
    start: usize,
    end: usize,
    text: &'x str,
    kind: Kind,
    speaker: Option<&'x str>,
    source: Option<&'x str>,
    cue: Option<&'x str>,
    via: Option<&'x str>,
    modality: Modality,
    hedge: Option<&'x str>,
    negated: bool,
    quantities: Vec<Quantity>,
    dates: Vec<DateExpression>,
    check_worthiness: f64,
}

impl<'x> MentionRow<'x> {
    fn new(mention: &Mention<'x>) -> Self {
        let report = mention.report();
        let words = |span: Option<Span>| span.map(|s| s.of(report.text()));
        Self {
            report: report.id(),
            outlet: report.outlet(),
            start: mention.span().start,
            end: mention.span().end,
            text: mention.text(),
            kind: mention.kind(),
            speaker: mention.speaker(),
            source: words(mention.source()),
            cue: words(mention.cue()),
            via: mention.via(),
            modality: mention.modality(),
            hedge: words(mention.hedge()),
            negated: mention.is_negated(),
            quantities: mention.quantities().to_vec(),
            dates: mention.dates().to_vec(),
            check_worthiness: mention.check_worthiness(),
        }
    }
}

/// Where a mention stands.
#[derive(Serialize)]
struct Place {
    report: String,
    start: usize,
    end: usize,
}

impl Place {
    fn of(mention: &Mention<'_>) -> Self {
        let Span { start, end } = mention.span();
        Self { report: mention.report().id().to_owned(), start, end }
    }
}

#[derive(Serialize)]
struct DifferenceRow {
    evolution: bool,
    discrepancies: Vec<Discrepancy>,
    mention: Place,
    other: Place,
}

impl DifferenceRow {
    fn new(difference: &Difference<'_>) -> Self {
        Self {
            evolution: difference.is_evolution(),
            discrepancies: difference.discrepancies().to_vec(),
            mention: Place::of(difference.mention()),
            other: Place::of(difference.other()),
        }
    }
}
