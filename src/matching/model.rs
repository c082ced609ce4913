//! The weights of the signals.
//!
//! A logistic regression (L2, on standardised signals), fitted in November 2026 on the public development sets and the
//! stories in `fixtures`: pairs of ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and
//! SuperPAL groups, and the pairs across reports of the three stories, without the borderline ones and with those of
//! `not_same` counted three times. Pairs sets weigh one each, groups and stories one and a half. The signals
//! were those of [`super::Signals`], computed by this crate.

use super::signals::Signals;

const BIAS: f32 = -4.8347;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    1.0370, // overlap
    1.2279, // background_overlap
    2.8072, // plain_overlap
    2.0033, // containment
    1.0179, // coverage
    0.0543, // exact_containment
    -1.9644, // cosine
    0.0342, // shared_weight
    1.2791, // rarest_shared
    0.0319, // missing_weight
    0.4495, // rarest_missing
    -0.0051, // extra_weight
    -1.1721, // bigrams
    1.4811, // subsequence
    -1.0569, // subsequence_long
    -1.7980, // passage
    1.1002, // passage_length
    -0.2027, // characters
    1.2611, // characters_contained
    -0.2726, // names_shared
    -0.1744, // names_differ
    0.1462, // names_one_sided
    0.3506, // numbers_shared
    -1.0237, // numbers_differ
    -0.1823, // numbers_one_sided
    0.2058, // calendar
    0.0342, // verbs_shared
    -0.0987, // verbs_differ
    0.4049, // heads
    -0.1290, // heads_differ
    -0.0224, // subjects
    -0.0996, // crossed
    0.3732, // quantities
    -0.5409, // quantities_differ
    1.1892, // dates
    1.2036, // quoted
    2.9087, // speakers
    -0.6249, // speakers_differ
    1.2175, // remark
    -0.2271, // pronoun
    -0.3478, // polarity
    -0.5452, // negated
    -0.0942, // modality
    -0.1113, // opposites
    -0.4445, // swapped
    0.0360, // length_ratio
    0.3260, // length
    2.1655, // context
    0.6735, // contexts
    -1.2172, // contexts_overlap
    -0.5659, // apart
    -0.8446, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    let sum: f32 = signals.values().iter().zip(WEIGHTS).map(|(s, w)| s * w).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
