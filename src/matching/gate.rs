//! The gate: whether two mentions may share enough to be worth a comparison, told from above by a look at their words.
//!
//! Most pairs that share a word share little else. What they can share at most is added up here without laying their words
//! beside each other: words of one family with their weights, words that can mean the same as if each found a partner. Where that is
//! too little, so is what they share, unless one thing is put in two ways that no single word tells.

use super::{
    alignment::{Expansions, SYNONYM, Taken, Weighed, Weight},
    features::{Features, Word},
    knowledge::Key,
    senses::Sense,
    shares::ratio,
    signals::LITTLE,
};

/// What the gate asks of a mention, and of each of its words: all mentions of a pile one after the other, for those compared with one
/// are spread over it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gate {
    outlines: Vec<Outline>,
    families: Vec<Key>,
    /// Of the words that can mean something else, with their places.
    senses: Vec<(Sense, u16)>,
}

/// What a mention's words come to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outline {
    /// Where its words start, and those that can mean something else, and how many they are.
    start: u32,
    senses: u32,
    able: u16,
    pub(crate) report: Option<u32>,
    /// The sorts of any of its words.
    pub(crate) any: u32,
    words: u16,
    weight: f32,
}

/// More than sums of numbers in another order can differ by.
const ROUNDING: f32 = 1e-3;

impl Gate {
    pub(crate) fn with_capacity(mentions: usize, words: usize) -> Self {
        let (outlines, families) = (Vec::with_capacity(mentions), Vec::with_capacity(words));
        Self { outlines, families, senses: Vec::new() }
    }

    /// Adds a mention whose words weigh so much together.
    pub(crate) fn push(&mut self, features: &Features<'_>, weight: f32) {
        let (report, tally) = (features.report, &features.tally);
        let (start, senses) = (self.families.len() as u32, self.senses.len() as u32);
        self.families.extend(features.words.iter().map(|w| w.family));
        let able = (0..).zip(features.words).filter(|(_, w)| w.sense != 0);
        self.senses.extend(able.map(|(place, w)| (w.sense, place)));
        let able = (self.senses.len() - senses as usize) as u16;
        let (any, words) = (tally.any, tally.words);
        self.outlines.push(Outline { start, senses, able, report, any, words, weight });
    }

    #[inline]
    pub(crate) fn outline(&self, mention: usize) -> &Outline {
        &self.outlines[mention]
    }

    /// Whether mention `other`, whose words have these weights, may share enough with the one that was taken, word by word; `false`
    /// is sure. Scans it.
    pub(crate) fn opens(
        &self,
        own: &Weighed<'_>,
        taken: &mut Taken,
        other: usize,
        weights: &[Weight],
    ) -> bool {
        let outline = self.outlines[other];
        let families = &self.families[outline.start as usize..][..weights.len()];
        let senses = &self.senses[outline.senses as usize..][..usize::from(outline.able)];
        taken.scan(own.features.words, families, |family| *family, senses.iter().copied());
        if taken.same.is_empty() && taken.close.is_empty() {
            return false;
        }
        // What both share as each weighs it, and what all words of each weigh.
        let (mut shared_a, mut shared_b) = (0.0, 0.0);
        let (mut whole_a, mut whole_b) = (own.sums.weight, outline.weight);
        for &(i, j) in &taken.same {
            let (of_a, of_b) = (&own.weights[usize::from(i)], &weights[usize::from(j)]);
            whole_a += of_a.shared - of_a.alone;
            whole_b += of_b.shared - of_b.alone;
            shared_a += of_a.shared;
            shared_b += of_b.shared;
        }
        let near = taken.close.len().min(taken.able.len()) as f32;
        shared_a += SYNONYM * near * taken.heaviest;
        shared_b += taken.close.iter().map(|&j| SYNONYM * weights[usize::from(j)].alone).sum::<f32>();
        let plain = taken.same.len() as f32 + SYNONYM * near;
        let shared = (shared_a + shared_b) / 2.0;
        let count = f32::from(own.features.tally.words) + f32::from(outline.words);
        let most = ratio(shared, whole_a + whole_b - shared)
            + ratio(plain, count - plain)
            + ratio(shared_a, whole_a).max(ratio(shared_b, whole_b)) / 2.0;
        most >= LITTLE - ROUNDING
    }
}

/// Whether anything can be found in two mentions otherwise than word by word, given what was scanned: an acronym, a phrase that reads
/// as one word, one number or one day put in two ways.
pub(crate) fn is_put_otherwise(
    own: &Features<'_>,
    other: &Features<'_>,
    taken: &Taken,
    expansions: &impl Expansions,
) -> bool {
    let (any, both) = (own.tally.any | other.tally.any, own.tally.any & other.tally.any);
    any & Word::ACRONYM != 0 && (abbreviates(own, other, expansions) || abbreviates(other, own, expansions))
        || any & (Word::PHRASE | Word::PART) != 0 && reads_phrase(own, other, taken)
        || both & Word::NUMBER != 0
            && own.quantities().iter().any(|q| other.quantities().iter().any(|r| q.is_put_otherwise(r)))
        || both & Word::CALENDAR != 0
            && matches!((own.dates(), other.dates()), ([x], [y]) if x.start() == y.start() && x.end() == y.end())
}

/// Whether that may be so where `a` and `b` are the sorts that any words of either have.
pub(crate) const fn may_be_put_otherwise(a: u32, b: u32) -> bool {
    (a | b) & (Word::ACRONYM | Word::PHRASE | Word::PART) != 0 || a & b & (Word::NUMBER | Word::CALENDAR) != 0
}

/// Whether an acronym of one may stand for words of the other.
fn abbreviates(short: &Features<'_>, long: &Features<'_>, expansions: &impl Expansions) -> bool {
    short.acronyms().iter().any(|acronym| {
        let is_held = |family: &Key| long.words.binary_search_by_key(family, |w| w.family).is_ok();
        long.initials().iter().any(|r| r.letters == acronym.letters)
            || expansions.expansion(acronym.letters).iter().any(is_held)
    })
}

/// Whether a phrase of either may be read as one word.
fn reads_phrase(own: &Features<'_>, other: &Features<'_>, taken: &Taken) -> bool {
    let same = |i: usize, of: fn(&(u16, u16)) -> u16| taken.same.iter().any(|s| usize::from(of(s)) == i);
    let of_own = |i: usize| same(i, |s| s.0) || !taken.close.is_empty() && own.words[i].sense != 0;
    let of_other = |i: usize| same(i, |s| s.1) || taken.close.iter().any(|&j| usize::from(j) == i);
    let any = |f: &Features<'_>, linked: &dyn Fn(usize) -> bool| {
        f.phrases().iter().any(|p| linked(usize::from(p.0)))
            || f.words.iter().enumerate().any(|(i, w)| w.is(Word::PHRASE) && linked(i))
    };
    any(own, &of_own) || any(other, &of_other)
}
