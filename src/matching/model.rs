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

const BIAS: f32 = -3.8229;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    0.5610, // overlap
    0.5411, // background_overlap
    0.6444, // plain_overlap
    0.4691, // containment
    0.5198, // coverage
    0.3708, // exact_containment
    0.3851, // cosine
    0.1289, // shared_weight
    0.4807, // rarest_shared
    0.0000, // missing_weight
    0.0000, // rarest_missing
    0.0000, // extra_weight
    0.0000, // bigrams
    0.2599, // subsequence
    0.1486, // subsequence_long
    0.0000, // passage
    0.2613, // passage_length
    0.1616, // characters
    0.2819, // characters_contained
    0.0336, // names_shared
    0.0000, // names_differ
    0.0158, // names_one_sided
    0.3199, // numbers_shared
    -0.1880, // numbers_differ
    -0.0336, // numbers_one_sided
    0.0997, // calendar
    0.1800, // verbs_shared
    -0.1222, // verbs_differ
    0.2066, // heads
    -0.1027, // heads_differ
    0.0732, // subjects
    0.0000, // crossed
    0.2738, // quantities
    -0.2537, // quantities_differ
    0.3026, // dates
    0.8615, // quoted
    0.9016, // speakers
    -0.1325, // speakers_differ
    0.4058, // remark
    -0.0543, // pronoun
    -0.0609, // polarity
    -0.1137, // negated
    0.0000, // modality
    -0.1095, // opposites
    -0.0138, // swapped
    -0.0087, // length_ratio
    0.0880, // length
    0.5837, // context
    0.5084, // contexts
    0.3114, // contexts_overlap
    0.0000, // apart
    -0.6381, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    // Four sums at once: each addition waits for the one before it.
    let mut sums = [0.0_f32; 4];
    for (values, weights) in signals.values().chunks(4).zip(WEIGHTS.chunks(4)) {
        for (sum, (value, weight)) in sums.iter_mut().zip(values.iter().zip(weights)) {
            *sum += value * weight;
        }
    }
    let sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
