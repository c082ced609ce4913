//! What two mentions whose words are laid beside each other share by weight, and what is left on either side.

use super::{
    alignment::{Alignment, Weighed},
    features::{Context, Word},
    places::Places,
};

/// A part of a whole, at most 1; 0 of nothing.
pub(super) fn ratio(part: f32, whole: f32) -> f32 {
    let ratio = if whole > 0.0 { part / whole } else { 0.0 };
    if ratio > 1.0 { 1.0 } else { ratio }
}

/// What the words without a partner come to on one side.
#[derive(Debug, Default)]
pub(super) struct Alone {
    pub(super) weight: f32,
    /// The weight of those that stand in the sentence around the other mention.
    pub(super) around: f32,
    /// The sorts of any of them.
    pub(super) any: u32,
    /// The roles of those that are of names, and said here.
    pub(super) named: u32,
    /// The same of those that are of places.
    pub(super) placed: u32,
}

/// Names that do not say whom the mention itself speaks of.
const UNSAID: u32 = Word::RESOLVED | Word::ATTRIBUTION | Word::ASIDE;
/// The roles in which names are held against each other.
pub(super) const ROLES: u32 = Word::ACTOR | Word::UNDERGOER;

impl Alone {
    /// Of the words of `side` that stand `alone`.
    pub(super) fn of(side: &Weighed<'_>, alone: &Places, around: &Context<'_>) -> Self {
        let mut sum = Self::default();
        for i in alone.iter() {
            let (word, weight) = (&side.features.words[i], side.weights[i].alone);
            sum.weight += weight;
            // A sum that the other report has in no second currency is no number that it lacks.
            sum.any |= word.sort & if word.is(Word::FILLER) { !Word::NUMBER } else { u32::MAX };
            if word.is(Word::NAME | Word::PLACE) && !word.is(UNSAID) {
                let (named, placed) = (word.is_own_name(), word.is(Word::PLACE));
                sum.named |= if named { word.sort & ROLES } else { 0 };
                sum.placed |= if placed { word.sort & ROLES } else { 0 };
            }
            if around.holds(word.family) {
                sum.around += weight;
            }
        }
        sum
    }
}

/// The weight of the words that both have, as far as it tells whether a pair is worth the other signals.
pub(super) struct SharedWeight {
    pub(super) weight: f32,
    pub(super) overlap: f32,
    pub(super) plain_overlap: f32,
    pub(super) containment: f32,
    pub(super) coverage: f32,
    /// The weight of all words of each.
    pub(super) whole: (f32, f32),
}

impl SharedWeight {
    pub(super) fn of(a: &Weighed<'_>, b: &Weighed<'_>, alignment: &Alignment) -> Self {
        let (mut shared_a, mut shared_b, mut plain) = (0.0, 0.0, 0.0);
        let (mut whole_a, mut whole_b) = (a.sums.weight, b.sums.weight);
        for l in &alignment.links {
            let (wa, wb) = (l.weight_a, l.weight_b);
            // A word that both hold weighs more than it does alone.
            whole_a += wa - a.weights[usize::from(l.a)].alone;
            whole_b += wb - b.weights[usize::from(l.b)].alone;
            shared_a += wa * l.likeness;
            shared_b += wb * l.likeness;
            plain += l.likeness;
        }
        // What a phrase reads as counts for its parts.
        let (pa, pb) = (&alignment.phrases_a, &alignment.phrases_b);
        (whole_a, whole_b) = (whole_a - pa.weight, whole_b - pb.weight);
        let (ta, tb) = (&a.features.tally, &b.features.tally);
        let words = f32::from(ta.words) + f32::from(tb.words) + pa.words + pb.words;
        let weight = (shared_a + shared_b) / 2.0;
        let (of_a, of_b) = (ratio(shared_a, whole_a), ratio(shared_b, whole_b));
        Self {
            weight,
            overlap: ratio(weight, whole_a + whole_b - weight),
            plain_overlap: ratio(plain, words - plain),
            containment: of_a.max(of_b),
            coverage: of_a.min(of_b),
            whole: (whole_a, whole_b),
        }
    }
}
