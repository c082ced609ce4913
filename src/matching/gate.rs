//! The gate: whether two mentions may share enough to be worth a comparison, told from above by a look at their words.
//!
//! Most pairs that share a word share little else. What they can share at most is added up here without laying their words
//! beside each other: words of one family with their weights, words that can mean the same as if each found a partner. Where that is
//! too little, so is what they share. Phrases, acronyms, and numbers or days on both sides are left to the comparison itself.

use super::{
    alignment::{SYNONYM, Taken, Weighed, Weight},
    features::{Features, Word},
    knowledge::Key,
    senses::Sense,
    signals::LITTLE,
};

/// What the gate asks of a mention, and of each of its words: all mentions of a pile one after the other, for those compared with one
/// are spread over it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gate {
    outlines: Vec<Outline>,
    words: Vec<(Key, Sense)>,
}

/// What a mention's words come to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outline {
    /// Where its words start.
    start: u32,
    pub(crate) report: Option<u32>,
    /// The sorts of any of its words.
    pub(crate) any: u32,
    words: u16,
    weight: f32,
}

/// What can be found otherwise than word by word: where either mention holds it, or where both do.
const OF_EITHER: u32 = Word::ACRONYM | Word::PHRASE | Word::PART;
const OF_BOTH: u32 = Word::NUMBER | Word::CALENDAR;
/// More than sums of numbers in another order can differ by.
const ROUNDING: f32 = 1e-3;

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { (part / whole).min(1.0) } else { 0.0 }
}

impl Gate {
    pub(crate) fn with_capacity(mentions: usize, words: usize) -> Self {
        Self { outlines: Vec::with_capacity(mentions), words: Vec::with_capacity(words) }
    }

    /// Adds a mention whose words weigh so much together.
    pub(crate) fn push(&mut self, features: &Features<'_>, weight: f32) {
        let (report, tally) = (features.report, &features.tally);
        let start = self.words.len() as u32;
        self.outlines.push(Outline { start, report, any: tally.any, words: tally.words, weight });
        self.words.extend(features.words.iter().map(|w| (w.family, w.sense)));
    }

    pub(crate) fn outline(&self, mention: usize) -> &Outline {
        &self.outlines[mention]
    }

    /// Whether mention `other`, whose words have these weights, may share enough with the one that was taken; `false` is sure.
    pub(crate) fn opens(&self, own: &Weighed<'_>, taken: &Taken, other: usize, weights: &[Weight]) -> bool {
        let (outline, tally) = (self.outlines[other], &own.features.tally);
        if (tally.any | outline.any) & OF_EITHER != 0 || tally.any & outline.any & OF_BOTH != 0 {
            return true;
        }
        let words = self.words.get(outline.start as usize..).unwrap_or_default();
        // What both share as each weighs it, what all words of each weigh, and how many are shared.
        let (mut shared_a, mut shared_b) = (0.0, 0.0);
        let (mut whole_a, mut whole_b) = (own.sums.weight, outline.weight);
        let (mut same, mut near) = (0_u32, 0_u32);
        for (&(family, sense), of_b) in words.iter().zip(weights) {
            if let Some(i) = taken.find(family, own.features.words) {
                let of_a = &own.weights[i];
                whole_a += of_a.shared - of_a.alone;
                whole_b += of_b.shared - of_b.alone;
                shared_a += of_a.shared;
                shared_b += of_b.shared;
                same += 1;
            } else if taken.is_near(sense) {
                shared_b += SYNONYM * of_b.alone;
                near += 1;
            }
        }
        let near = near.min(taken.able.len() as u32) as f32;
        shared_a += SYNONYM * near * taken.heaviest;
        let plain = same as f32 + SYNONYM * near;
        let shared = (shared_a + shared_b) / 2.0;
        let count = f32::from(tally.words) + f32::from(outline.words);
        let most = ratio(shared, whole_a + whole_b - shared)
            + ratio(plain, count - plain)
            + ratio(shared_a, whole_a).max(ratio(shared_b, whole_b)) / 2.0;
        most >= LITTLE - ROUNDING
    }
}
