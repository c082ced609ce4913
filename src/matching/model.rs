//! The weights of the signals.
//!
//! A logistic regression on standardised signals as [`Signals::weighed`] gives them, fitted on the public development sets and the stories
//! in `fixtures`: pairs of ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and SuperPAL groups, and the
//! pairs across reports of the eight stories, with their mentions as given and as found, without the borderline ones and with those
//! of `not_same` counted three times. Every set weighs 2,000 pairs, SuperPAL 3,000. Each signal may only speak for the
//! same claim or only against it, as its meaning is (L-BFGS-B with bounds, L2 of 2,500): what is shared never counts
//! against a pair. Free are only the signals that describe the pair: lengths, substance, the size of the pile, overlap of contexts,
//! names in one alone; and word vectors, which came out for it. Strength of the L2 is from stories, topics and folds left out in turn.
//! The threshold is above the one best for stories left out (.10 to .15, flat): what is joined wrongly costs a reader more.

use super::signals::Signals;

const BIAS: f32 = -4.5011;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    0.5644, // overlap
    0.6021, // background_overlap
    0.7149, // plain_overlap
    0.6273, // containment
    0.5649, // coverage
    0.4228, // exact_containment
    0.4289, // cosine
    0.1023, // shared_weight
    0.5864, // rarest_shared
    0.0175, // substance
    0.2683, // subsequence
    0.0555, // subsequence_long
    0.1688, // passage_length
    0.0000, // characters
    0.2872, // characters_contained
    0.0509, // names_shared
    -0.0422, // names_differ
    -0.7771, // places_differ
    0.0017, // names_one_sided
    0.4375, // numbers_shared
    -0.2153, // numbers_differ
    -0.1287, // numbers_one_sided
    0.1905, // calendar
    0.5734, // events
    0.7939, // said
    0.3294, // heads
    0.0518, // objects
    -0.4551, // objects_differ
    0.0828, // subjects
    0.4796, // quantities
    -0.4602, // quantities_differ
    0.3055, // dates
    0.9494, // quoted
    1.3179, // speakers
    -0.1146, // speakers_differ
    0.4800, // remark
    -0.0556, // pronoun
    -0.0015, // polarity
    -0.1240, // negated
    0.0000, // modality
    -0.0924, // opposites
    0.0000, // swapped
    -0.0658, // length_ratio
    0.0913, // length
    0.9615, // context
    0.4508, // contexts
    -0.0604, // contexts_overlap
    0.2444, // meaning
    0.2481, // meaning_apart
    -0.5349, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    let sum: f32 = signals.weighed().iter().zip(WEIGHTS).map(|(s, w)| s * w).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
