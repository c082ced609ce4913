//! The weights of the signals.
//!
//! A logistic regression (L2, on standardised signals), fitted in November 2026 on the public development sets and the
//! stories in `fixtures`: pairs of ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and
//! SuperPAL groups, and the pairs across reports of the three stories, without the borderline ones and with those of
//! `not_same` counted three times. Pairs sets weigh one each, groups and stories one and a half. The signals
//! were those of [`super::Signals`], computed by this crate.

use super::signals::Signals;

const BIAS: f32 = -4.8211;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    1.0898, // overlap
    1.2914, // background_overlap
    2.8827, // plain_overlap
    2.0120, // containment
    0.9520, // coverage
    0.0390, // exact_containment
    -1.9536, // cosine
    0.0364, // shared_weight
    1.2810, // rarest_shared
    0.0357, // missing_weight
    0.4332, // rarest_missing
    -0.0068, // extra_weight
    -1.1581, // bigrams
    1.4373, // subsequence
    -1.1282, // subsequence_long
    -1.7976, // passage
    1.1078, // passage_length
    -0.2491, // characters
    1.2981, // characters_contained
    -0.2759, // names_shared
    -0.1695, // names_differ
    0.1451, // names_one_sided
    0.3443, // numbers_shared
    -1.0163, // numbers_differ
    -0.1766, // numbers_one_sided
    0.1926, // calendar
    0.0371, // verbs_shared
    -0.1264, // verbs_differ
    0.4047, // heads
    -0.1262, // heads_differ
    -0.0174, // subjects
    -0.1644, // crossed
    0.3852, // quantities
    -0.5361, // quantities_differ
    1.1760, // dates
    1.2023, // quoted
    2.7829, // speakers
    -0.6328, // speakers_differ
    1.2931, // remark
    -0.2138, // pronoun
    -0.3510, // polarity
    -0.5342, // negated
    -0.1085, // modality
    -0.0851, // opposites
    -0.4413, // swapped
    0.0324, // length_ratio
    0.3186, // length
    2.1059, // context
    0.5910, // contexts
    -1.1608, // contexts_overlap
    -0.2017, // apart
    -0.8569, // pile
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
