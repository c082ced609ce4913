//! The weights of the signals.
//!
//! A logistic regression on standardised signals, fitted on the public development sets and the stories in `fixtures`: pairs of
//! ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and SuperPAL groups, and the pairs across
//! reports of the three stories, with their mentions as given and as found, without the borderline ones and with those
//! of `not_same` counted three times. Every set weighs 2,000 pairs, SuperPAL 3,000. Each signal may only speak for the
//! same claim or only against it, as its meaning is (L-BFGS-B with bounds, L2 of 2,500): what is shared never counts
//! against a pair. Free are only the signals that describe the pair: lengths, the size of the pile, overlap of contexts. Strength of
//! the L2 and the threshold are from stories, topics and folds left out in turn.

use super::signals::Signals;

const BIAS: f32 = -3.7712;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    0.5376, // overlap
    0.5233, // background_overlap
    0.6272, // plain_overlap
    0.4651, // containment
    0.5083, // coverage
    0.3705, // exact_containment
    0.3708, // cosine
    0.1282, // shared_weight
    0.4890, // rarest_shared
    0.0000, // missing_weight
    0.0000, // rarest_missing
    0.0000, // extra_weight
    0.0000, // bigrams
    0.2649, // subsequence
    0.1562, // subsequence_long
    0.0000, // passage
    0.2625, // passage_length
    0.1876, // characters
    0.2937, // characters_contained
    0.0466, // names_shared
    0.0000, // names_differ
    0.0023, // names_one_sided
    0.3248, // numbers_shared
    -0.1873, // numbers_differ
    -0.0342, // numbers_one_sided
    0.0979, // calendar
    0.1735, // verbs_shared
    -0.1230, // verbs_differ
    0.1865, // heads
    -0.0960, // heads_differ
    0.0761, // subjects
    0.0000, // crossed
    0.2848, // quantities
    -0.2639, // quantities_differ
    0.3235, // dates
    0.8448, // quoted
    1.0240, // speakers
    -0.1214, // speakers_differ
    0.4865, // remark
    -0.0530, // pronoun
    -0.0887, // polarity
    -0.1206, // negated
    0.0000, // modality
    -0.0498, // opposites
    -0.0181, // swapped
    -0.0113, // length_ratio
    0.0864, // length
    0.6616, // context
    0.5248, // contexts
    0.2867, // contexts_overlap
    0.0000, // apart
    -0.6627, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    let sum: f32 = signals.values().iter().zip(WEIGHTS).map(|(s, w)| s * w).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
