//! The weights of the signals.
//!
//! A logistic regression (L2, C = 0.3, on standardised signals), fitted in November 2026 on the public development sets and the
//! stories in `fixtures`: pairs of ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and
//! SuperPAL groups, and the pairs across reports of the three stories, without the borderline ones and with those of
//! `not_same` counted three times. Pairs sets weigh one each, groups and stories one and a half. The signals
//! were those of [`super::Signals`], computed by this crate.

use super::signals::Signals;

const BIAS: f32 = -3.4879;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    1.1788, // overlap
    1.0959, // background_overlap
    2.5432, // plain_overlap
    1.8581, // containment
    1.0758, // coverage
    -0.0981, // exact_containment
    -1.8305, // cosine
    0.0200, // shared_weight
    1.3087, // rarest_shared
    0.0341, // missing_weight
    0.4317, // rarest_missing
    -0.0026, // extra_weight
    -1.5034, // bigrams
    1.2177, // subsequence
    -0.9967, // subsequence_long
    -1.8374, // passage
    1.1237, // passage_length
    -0.2460, // characters
    2.3884, // characters_contained
    -0.2605, // names_shared
    -0.1741, // names_differ
    0.1549, // names_one_sided
    0.4113, // numbers_shared
    -1.0736, // numbers_differ
    -0.1926, // numbers_one_sided
    0.2044, // calendar
    0.0405, // verbs_shared
    -0.0442, // verbs_differ
    0.5046, // heads
    -0.1343, // heads_differ
    -0.0326, // subjects
    -0.0210, // crossed
    0.3634, // quantities
    -0.5249, // quantities_differ
    1.1862, // dates
    1.4070, // quoted
    2.4731, // speakers
    -0.5814, // speakers_differ
    1.2132, // remark
    -0.2390, // pronoun
    -0.5858, // polarity
    -0.1069, // modality
    -0.1381, // opposites
    -0.4760, // swapped
    0.1343, // length_ratio
    0.3279, // length
    2.1540, // context
    0.3866, // contexts
    -0.9665, // contexts_overlap
    0.0870, // apart
    -0.8103, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    let sum: f32 = signals.values().iter().zip(WEIGHTS).map(|(s, w)| s * w).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
