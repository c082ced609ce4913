//! The weights of the signals.
//!
//! A logistic regression (L2, on standardised signals), fitted in November 2026 on the public development sets and the
//! stories in `fixtures`: pairs of ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and
//! SuperPAL groups, and the pairs across reports of the three stories, without the borderline ones and with those of
//! `not_same` counted three times. Pairs sets weigh one each, groups and stories one and a half. The signals
//! were those of [`super::Signals`], computed by this crate.

use super::signals::Signals;

const BIAS: f32 = -4.8106;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    1.1064, // overlap
    1.2852, // background_overlap
    2.8833, // plain_overlap
    2.0208, // containment
    0.9476, // coverage
    0.0240, // exact_containment
    -1.9859, // cosine
    0.0358, // shared_weight
    1.2895, // rarest_shared
    0.0340, // missing_weight
    0.4194, // rarest_missing
    -0.0063, // extra_weight
    -1.1407, // bigrams
    1.4603, // subsequence
    -1.1561, // subsequence_long
    -1.8375, // passage
    1.1253, // passage_length
    -0.2421, // characters
    1.2884, // characters_contained
    -0.2780, // names_shared
    -0.1703, // names_differ
    0.1442, // names_one_sided
    0.3444, // numbers_shared
    -1.0127, // numbers_differ
    -0.1767, // numbers_one_sided
    0.1922, // calendar
    0.0372, // verbs_shared
    -0.1258, // verbs_differ
    0.4084, // heads
    -0.1222, // heads_differ
    -0.0168, // subjects
    -0.1747, // crossed
    0.3827, // quantities
    -0.5422, // quantities_differ
    1.1769, // dates
    1.2111, // quoted
    2.8932, // speakers
    -0.6282, // speakers_differ
    1.2522, // remark
    -0.2183, // pronoun
    -0.3463, // polarity
    -0.5381, // negated
    -0.0908, // modality
    -0.0860, // opposites
    -0.4403, // swapped
    0.0637, // length_ratio
    0.3133, // length
    2.1862, // context
    0.6061, // contexts
    -1.1696, // contexts_overlap
    -0.5746, // apart
    -0.8898, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    let sum: f32 = signals.values().iter().zip(WEIGHTS).map(|(s, w)| s * w).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
