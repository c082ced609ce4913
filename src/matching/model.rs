//! The weights of the signals.
//!
//! A logistic regression (L2, on standardised signals), fitted in November 2026 on the public development sets and the
//! stories in `fixtures`: pairs of ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and
//! SuperPAL groups, and the pairs across reports of the three stories, without the borderline ones and with those of
//! `not_same` counted three times. Pairs sets weigh one each, groups and stories one and a half. The signals
//! were those of [`super::Signals`], computed by this crate.

use super::signals::Signals;

const BIAS: f32 = -3.3225;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    1.0595, // overlap
    1.1747, // background_overlap
    2.8519, // plain_overlap
    2.0259, // containment
    1.0911, // coverage
    0.0161, // exact_containment
    -1.9611, // cosine
    0.0256, // shared_weight
    1.2734, // rarest_shared
    0.0361, // missing_weight
    0.4388, // rarest_missing
    -0.0037, // extra_weight
    -1.1978, // bigrams
    1.5235, // subsequence
    -1.0161, // subsequence_long
    -1.8256, // passage
    1.1334, // passage_length
    -0.2133, // characters
    1.2783, // characters_contained
    -0.2448, // names_shared
    -0.1492, // names_differ
    0.1526, // names_one_sided
    0.3718, // numbers_shared
    -1.0273, // numbers_differ
    -0.1827, // numbers_one_sided
    0.2157, // calendar
    0.0405, // verbs_shared
    -0.0953, // verbs_differ
    0.4156, // heads
    -0.1248, // heads_differ
    -0.0287, // subjects
    -0.0930, // crossed
    0.3782, // quantities
    -0.5442, // quantities_differ
    1.1826, // dates
    1.2530, // quoted
    2.8581, // speakers
    -0.6306, // speakers_differ
    1.0843, // remark
    -0.2591, // pronoun
    -0.6087, // polarity
    -0.0759, // modality
    -0.1150, // opposites
    -0.4385, // swapped
    0.0364, // length_ratio
    0.3134, // length
    2.1706, // context
    0.6871, // contexts
    -1.2737, // contexts_overlap
    -0.5038, // apart
    -0.8998, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    let sum: f32 = signals.values().iter().zip(WEIGHTS).map(|(s, w)| s * w).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
