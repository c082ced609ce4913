//! The weights of the signals.
//!
//! A logistic regression on standardised signals as [`Signals::weighed`] gives them, fitted on the public development sets and the stories
//! in `fixtures`: pairs of ECB+ and of news headlines (STS benchmark), the pairs across documents of ECB+ and SuperPAL groups, and the
//! pairs across reports of the eight stories, with their mentions as given and as found, without the borderline ones and with those
//! of `not_same` counted three times. Every set weighs 2,000 pairs, SuperPAL 3,000. Each signal may only speak for the
//! same claim or only against it, as its meaning is (L-BFGS-B with bounds, L2 of 2,500): what is shared never counts
//! against a pair. Free are only the signals that describe the pair: lengths, substance, the size of the pile, overlap of contexts,
//! names in one alone; and word vectors, which came out for it. What a report tells of its mentions (`worth`, `quoted_alone`,
//! `first_person`, `modal`, `place`) has a quarter of the penalty, for the sets without reports say nothing of it. Strength of
//! the L2 is from stories, topics and folds left out in turn. The threshold is at the upper end of what is best for stories left
//! out (.10 to .15, flat): what is joined wrongly costs a reader more.

use super::signals::Signals;

const BIAS: f32 = -4.6036;

/// In the order of [`Signals::NAMES`].
#[rustfmt::skip]
const WEIGHTS: [f32; Signals::NAMES.len()] = [
    0.5628, // overlap
    0.5965, // background_overlap
    0.7090, // plain_overlap
    0.6239, // containment
    0.5595, // coverage
    0.4221, // exact_containment
    0.4283, // cosine
    0.1029, // shared_weight
    0.5773, // rarest_shared
    0.0169, // substance
    0.2593, // subsequence
    0.0424, // subsequence_long
    0.1686, // passage_length
    0.0000, // characters
    0.2775, // characters_contained
    0.0496, // names_shared
    -0.0531, // names_differ
    -0.7821, // places_differ
    0.0002, // names_one_sided
    0.4259, // numbers_shared
    -0.2295, // numbers_differ
    -0.1306, // numbers_one_sided
    0.1896, // calendar
    0.5686, // events
    0.7892, // said
    0.3270, // heads
    0.0524, // objects
    -0.4456, // objects_differ
    0.0787, // subjects
    0.4739, // quantities
    -0.4646, // quantities_differ
    0.3011, // dates
    0.9540, // quoted
    1.3509, // speakers
    -0.0939, // speakers_differ
    0.4753, // remark
    -0.0427, // pronoun
    0.0000, // polarity
    -0.1086, // negated
    0.0000, // modality
    -0.0982, // opposites
    0.0000, // swapped
    -0.0703, // length_ratio
    0.0914, // length
    0.6965, // worth
    -0.3301, // quoted_alone
    -0.2103, // first_person
    -0.1990, // modal
    -0.4265, // place
    0.9351, // context
    0.4438, // contexts
    -0.0532, // contexts_overlap
    0.2390, // meaning
    0.2416, // meaning_apart
    -0.5029, // pile
];

/// How surely two mentions of these signals state the same, in 0..=1.
pub(crate) fn score(signals: &Signals) -> f32 {
    let sum: f32 = signals.weighed().iter().zip(WEIGHTS).map(|(s, w)| s * w).sum();
    1.0 / (1.0 + (-(sum + BIAS)).exp())
}
