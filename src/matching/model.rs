//! The weights of the signals.
//!
//! A logistic regression on standardised signals, fitted on the public development sets and the stories in `fixtures`: pairs of
//! ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and SuperPAL groups, and the pairs across
//! reports of the five stories, with their mentions as given and as found, without the borderline ones and with those
//! of `not_same` counted three times. Every set weighs 2,000 pairs, SuperPAL 3,000. Each signal may only speak for the
//! same claim or only against it, as its meaning is (L-BFGS-B with bounds, L2 of 2,500): what is shared never counts
//! against a pair. Free are only the signals that describe the pair: lengths, the size of the pile, overlap of contexts. Strength of
//! the L2 and the threshold are from stories, topics and folds left out in turn.

use super::signals::Signals;

const BIAS: f32 = -4.0403;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    0.5774, // overlap
    0.5892, // background_overlap
    0.7051, // plain_overlap
    0.5194, // containment
    0.5515, // coverage
    0.4037, // exact_containment
    0.3902, // cosine
    0.1355, // shared_weight
    0.5299, // rarest_shared
    0.0000, // missing_weight
    0.0000, // rarest_missing
    0.0000, // extra_weight
    0.0000, // bigrams
    0.2826, // subsequence
    0.1463, // subsequence_long
    0.0000, // passage
    0.2842, // passage_length
    0.1519, // characters
    0.3156, // characters_contained
    0.0443, // names_shared
    0.0000, // names_differ
    0.0000, // places_differ
    0.0047, // names_one_sided
    0.3620, // numbers_shared
    -0.1827, // numbers_differ
    -0.0518, // numbers_one_sided
    0.1015, // calendar
    0.0000, // events
    0.0000, // said
    0.2224, // heads
    0.0000, // objects
    0.0000, // objects_differ
    0.0767, // subjects
    0.0000, // crossed
    0.3465, // quantities
    -0.2539, // quantities_differ
    0.2554, // dates
    0.9089, // quoted
    1.2500, // speakers
    -0.1335, // speakers_differ
    0.3853, // remark
    -0.0507, // pronoun
    -0.0817, // polarity
    -0.1194, // negated
    0.0000, // modality
    -0.0989, // opposites
    -0.0242, // swapped
    -0.0283, // length_ratio
    0.1110, // length
    0.7185, // context
    0.5232, // contexts
    0.2013, // contexts_overlap
    0.0000, // apart
    -0.7375, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    let sum: f32 = signals.values().iter().zip(WEIGHTS).map(|(s, w)| s * w).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
