//! What a cross-reference answers with: what a report changed, how much went in, what a search found.

use serde::Serialize;

use crate::{claim::Claim, matching::Comparison, mention::Mention};

/// What one more report changed. It serialises as three lists of claims.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Changes<'x> {
    /// Claims that no report stated before.
    pub added: Vec<Claim<'x>>,
    /// Claims that were there and that the new report states too.
    pub corroborated: Vec<Claim<'x>>,
    /// Claims without a mention of the new report whose mentions were grouped otherwise before.
    pub regrouped: Vec<Claim<'x>>,
}

/// How much went in and what was left out: nothing is dropped in silence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Summary<'x> {
    /// Reports.
    pub reports: usize,
    /// Distinct outlets.
    pub outlets: usize,
    /// Mentions in all reports.
    pub mentions: usize,
    /// Claims.
    pub claims: usize,
    /// Claims that two outlets or more state.
    pub corroborated: usize,
    /// Passages that state no claim; see [`CrossReference::skipped`](crate::CrossReference::skipped).
    pub skipped: usize,
    /// Ids of reports with an empty text.
    pub empty_reports: Vec<&'x str>,
    /// Ids of reports in which no claim was found, empty ones among them.
    pub reports_without_claims: Vec<&'x str>,
    /// Mentions that were compared with none, because all their words stand in too many others to be looked up by.
    pub uncompared: usize,
}

/// A claim that a search found. It serialises with the claim, the mention and the comparison.
#[derive(Clone, Debug, Serialize)]
pub struct Hit<'x> {
    claim: Claim<'x>,
    mention: Mention<'x>,
    comparison: Comparison,
}

impl<'x> Hit<'x> {
    pub(super) const fn new(claim: Claim<'x>, mention: Mention<'x>, comparison: Comparison) -> Self {
        Self { claim, mention, comparison }
    }

    /// The claim.
    #[must_use]
    pub const fn claim(&self) -> Claim<'x> {
        self.claim
    }

    /// The mention of it that is nearest to the text searched for.
    #[must_use]
    pub const fn mention(&self) -> &Mention<'x> {
        &self.mention
    }

    /// How that mention compares with the text.
    #[must_use]
    pub const fn comparison(&self) -> &Comparison {
        &self.comparison
    }
}
