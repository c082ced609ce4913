//! Claims and differences as they are written out.

use serde::{Serialize, Serializer};

use super::{Claim, Difference, Origin};
use crate::{Span, matching::Discrepancy, mention::Mention};

#[derive(Serialize)]
struct Row<'x> {
    id: String,
    text: &'x str,
    outlets: Vec<&'x str>,
    origins: Vec<Origin<'x>>,
    mentions: Vec<Mention<'x>>,
    altered_quotations: Vec<(Place<'x>, Place<'x>)>,
    differences: Vec<Difference<'x>>,
}

/// Writes the claim with its outlets, origins, mentions and differences; keys in a fixed order.
impl Serialize for Claim<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let altered = self.altered_quotations();
        let row = Row {
            id: self.id(),
            text: self.text(),
            outlets: self.outlets(),
            origins: self.origins(),
            mentions: self.mentions().collect(),
            altered_quotations: altered.iter().map(|(a, b)| (Place::of(a), Place::of(b))).collect(),
            differences: self.differences(),
        };
        row.serialize(serializer)
    }
}

/// Where a mention stands.
#[derive(Serialize)]
struct Place<'x> {
    report: &'x str,
    start: usize,
    end: usize,
}

impl<'x> Place<'x> {
    fn of(mention: &Mention<'x>) -> Self {
        let Span { start, end } = mention.span();
        Self { report: mention.report().id(), start, end }
    }
}

#[derive(Serialize)]
struct DifferenceRow<'d> {
    evolution: bool,
    /// Which of the two, where one is: `mention` or `other`.
    earlier: Option<&'static str>,
    discrepancies: &'d [Discrepancy],
    claim: String,
    mention: Place<'d>,
    other: Place<'d>,
}

/// Writes what differs, whether the matter has moved on and which mention is the earlier one, the id of the other claim, and where
/// the two mentions stand.
impl Serialize for Difference<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let earlier = self.earlier();
        let row = DifferenceRow {
            evolution: earlier.is_some(),
            earlier: earlier.map(|m| if m == self.mention() { "mention" } else { "other" }),
            discrepancies: self.discrepancies(),
            claim: self.other_claim().id(),
            mention: Place::of(self.mention()),
            other: Place::of(self.other()),
        };
        row.serialize(serializer)
    }
}
