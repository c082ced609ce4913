//! Differences: two claims about the same matter that cannot be put together, with what differs.

use crate::{
    cross_reference::CrossReference,
    hash::Map,
    matching::{Comparison, Discrepancy, Workspace},
    mention::{Mention, modality::Modality},
};

/// A mention of a claim and a mention of another that speak of the same matter and differ in a way that can be named.
#[derive(Clone, Debug)]
pub struct Difference<'x> {
    mention: Mention<'x>,
    other: Mention<'x>,
    comparison: Comparison,
}

impl<'x> Difference<'x> {
    /// The mention of the claim that was asked.
    #[must_use]
    pub const fn mention(&self) -> &Mention<'x> {
        &self.mention
    }

    /// The mention that differs from it.
    #[must_use]
    pub const fn other(&self) -> &Mention<'x> {
        &self.other
    }

    /// How the two compare, with the discrepancies.
    #[must_use]
    pub const fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    /// What differs.
    #[must_use]
    pub fn discrepancies(&self) -> &[Discrepancy] {
        self.comparison.discrepancies()
    }

    /// Whether the matter has moved on rather than that the outlets contradict each other: what was possible, planned or asked for
    /// in one report is done in the other and that is not the older one, or the reports are of different days.
    #[must_use]
    pub fn is_evolution(&self) -> bool {
        let ahead = |m: &Mention<'_>| {
            matches!(
                m.modality(),
                Modality::Possible
                    | Modality::Probable
                    | Modality::Planned
                    | Modality::Conditional
                    | Modality::Questioned
                    | Modality::Demanded
            )
        };
        let days = (self.mention.report().published(), self.other.report().published());
        match (ahead(&self.mention), ahead(&self.other), days) {
            (true, false, (Some(before), Some(after))) | (false, true, (Some(after), Some(before))) => {
                before <= after
            }
            (true, false, _) | (false, true, _) => true,
            (_, _, (Some(a), Some(b))) => a != b,
            _ => false,
        }
    }
}

/// The differences between the claim of these mentions and all others, one for each other claim.
pub(super) fn differences<'x>(xref: &'x CrossReference, mentions: &[usize]) -> Vec<Difference<'x>> {
    let mut best: Map<usize, (usize, usize, Comparison)> = Map::default();
    let mut work = Workspace::default();
    for &m in mentions {
        for &o in xref.differing(m) {
            if mentions.binary_search(&o).is_ok() {
                continue;
            }
            let Some(comparison) = xref.comparison(&mut work, m, o) else { continue };
            let Some(claim) = xref.claim_of(o) else { continue };
            match best.get(&claim) {
                Some((_, _, known)) if known.score() >= comparison.score() => {}
                _ => {
                    best.insert(claim, (m, o, comparison));
                }
            }
        }
    }
    let mut pairs: Vec<(usize, (usize, usize, Comparison))> = best.into_iter().collect();
    pairs.sort_by(|(a, x), (b, y)| y.2.score().total_cmp(&x.2.score()).then(a.cmp(b)));
    let difference =
        |(_, (m, o, comparison))| Difference { mention: xref.mention(m), other: xref.mention(o), comparison };
    pairs.into_iter().map(difference).collect()
}
