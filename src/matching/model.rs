//! The weights of the signals.
//!
//! A logistic regression (L2, C = 0.3, on standardised signals), fitted in November 2026 on the public development sets and the
//! stories in `fixtures`: pairs of ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and
//! SuperPAL groups, and the pairs across reports of the three stories, without the borderline ones and with those of
//! `not_same` counted three times. Pairs sets weigh one each, groups and stories one and a half. The signals
//! were those of [`super::Signals`], computed by this crate.

use super::signals::Signals;

const BIAS: f32 = -2.3545;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    0.5029, // overlap
    0.6417, // background_overlap
    0.8003, // plain_overlap
    0.6570, // containment
    0.5392, // coverage
    0.4829, // exact_containment
    0.3369, // cosine
    0.1225, // shared_weight
    0.6219, // rarest_shared
    0.0246, // missing_weight
    0.2003, // rarest_missing
    0.0101, // extra_weight
    -0.3087, // bigrams
    0.4203, // subsequence
    0.0991, // subsequence_long
    -0.4845, // passage
    0.2969, // passage_length
    0.2671, // characters
    0.6362, // characters_contained
    0.0156, // names_shared
    -0.0241, // names_differ
    0.0676, // names_one_sided
    0.4016, // numbers_shared
    -0.4260, // numbers_differ
    -0.0559, // numbers_one_sided
    0.1650, // calendar
    0.1770, // verbs_shared
    -0.1254, // verbs_differ
    0.2803, // heads
    -0.1099, // heads_differ
    0.0746, // subjects
    0.0906, // crossed
    0.3213, // quantities
    -0.4387, // quantities_differ
    0.5148, // dates
    1.1223, // quoted
    1.4549, // speakers
    -0.1988, // speakers_differ
    0.6942, // remark
    -0.1093, // pronoun
    -0.1525, // polarity
    0.0640, // modality
    -0.0734, // opposites
    -0.1370, // swapped
    -0.0238, // length_ratio
    0.1213, // length
    0.8736, // context
    0.5422, // contexts
    -0.6645, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    let sum: f32 = signals.values().iter().zip(WEIGHTS).map(|(s, w)| s * w).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
