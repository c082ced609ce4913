//! Which word of one mention stands for which of the other.

use super::{
    features::{Features, Word},
    knowledge::{Key, Knowledge},
    stats::Stats,
};
use crate::hash::Map;

/// How alike two words are by what joins them; 1 is the same word.
const FAMILY: f32 = 0.9;
const SYNONYM: f32 = 0.8;
const PARAPHRASE: f32 = 0.75;
const ACRONYM: f32 = 0.9;
/// The acronym of one mention and a word of the name it stands for in the other: `the IFS`, `the institute`.
const EXPANSION: f32 = 0.6;

/// Who says it counts less than what is said.
const ATTRIBUTION: f32 = 0.3;
/// So does what is said by the way.
const ASIDE: f32 = 0.4;
/// A name that a pronoun stands for counts less than one that is there.
const RESOLVED: f32 = 0.5;

/// A word of each mention that stand for each other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) a: u16,
    pub(crate) b: u16,
    /// How alike, in 0..=1.
    pub(crate) likeness: f32,
    /// Their weights: a word that both hold weighs more than it does alone.
    pub(crate) weight_a: f32,
    pub(crate) weight_b: f32,
}

/// The words of two mentions laid beside each other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Alignment {
    pub(crate) links: Vec<Link>,
    /// The words that found no partner, by index.
    pub(crate) alone_a: Vec<u16>,
    pub(crate) alone_b: Vec<u16>,
    /// Words without a partner that contradict each other.
    pub(crate) opposites: Vec<(u16, u16)>,
    found: Vec<Link>,
    linked_a: Vec<bool>,
    linked_b: Vec<bool>,
}

/// What the story says its acronyms stand for.
pub(crate) trait Expansions {
    /// The words an acronym of these letters stands for, rising.
    fn expansion(&self, letters: u32) -> &[Key];
}

/// The weight of a word where only one mention of a pair holds it, and where both do.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Weight {
    pub(crate) alone: f32,
    pub(crate) shared: f32,
    /// How many mentions of the pile hold the word.
    pub(crate) holding: u32,
}

/// Weights as the mentions of a pile ask for them, each worked out once.
#[derive(Debug)]
pub(crate) struct Weights<'s> {
    stats: &'s Stats,
    /// For each word the rarity that it was worked out for, which differs little between the words of a family.
    known: Map<Key, (f32, Weight)>,
}

impl<'s> Weights<'s> {
    pub(crate) fn new(stats: &'s Stats) -> Self {
        Self { stats, known: Map::default() }
    }

    /// The weight of a word of a mention.
    pub(crate) fn of(&mut self, word: &Word) -> Weight {
        let share = if word.is(Word::ATTRIBUTION) {
            ATTRIBUTION
        } else if word.is(Word::RESOLVED) {
            RESOLVED
        } else if word.is(Word::ASIDE) {
            ASIDE
        } else {
            1.0
        };
        let stats = self.stats;
        let read = || {
            let holding = stats.holding(word.family);
            let [alone, shared] = stats.weights(word.rarity, holding);
            (word.rarity, Weight { alone, shared, holding })
        };
        let known = self.known.entry(word.family).or_insert_with(read);
        if known.0 != word.rarity {
            *known = read();
        }
        let weight = known.1;
        Weight { alone: weight.alone * share, shared: weight.shared * share, ..weight }
    }
}

/// What the weights of a mention's words come to, each word as if it stood here alone.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    pub(crate) weight: f32,
    pub(crate) squares: f32,
    /// Of the words of the subject, and of those in quotation marks.
    pub(crate) subject: f32,
    pub(crate) quoted: f32,
}

impl Sums {
    pub(crate) fn of(words: &[Word], weights: &[Weight]) -> Self {
        let mut sums = Self::default();
        for (word, Weight { alone, .. }) in words.iter().zip(weights) {
            sums.weight += alone;
            sums.squares += alone * alone;
            if word.is(Word::SUBJECT) {
                sums.subject += alone;
            }
            if word.is(Word::QUOTED) {
                sums.quoted += alone;
            }
        }
        sums
    }
}

/// A mention with the weights that its words have in a pile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighed<'f> {
    pub(crate) features: Features<'f>,
    pub(crate) weights: &'f [Weight],
    pub(crate) sums: &'f Sums,
}

impl Alignment {
    /// Lays the words of `a` and `b` beside each other.
    pub(crate) fn fill(&mut self, a: &Weighed<'_>, b: &Weighed<'_>, expansions: &impl Expansions) {
        let (wa, wb) = (a.weights, b.weights);
        let (a, b) = (&a.features, &b.features);
        self.links.clear();
        self.opposites.clear();
        self.linked_a.clear();
        self.linked_a.resize(a.words.len(), false);
        self.linked_b.clear();
        self.linked_b.resize(b.words.len(), false);
        for (i, x) in a.words.iter().enumerate().filter(|(_, x)| b.signs.may_hold(x.family)) {
            let Ok(j) = b.words.binary_search_by_key(&x.family, |y| y.family) else { continue };
            let likeness = if x.key == b.words[j].key { 1.0 } else { FAMILY };
            let (weight_a, weight_b) = (wa[i].shared, wb[j].shared);
            self.links.push(Link { a: i as u16, b: j as u16, likeness, weight_a, weight_b });
            (self.linked_a[i], self.linked_b[j]) = (true, true);
        }
        self.find_senses((a, wa), (b, wb));
        self.find_acronyms((a, wa), (b, wb), expansions);
        self.link_found(a, b);
        let alone = |linked: &[bool], out: &mut Vec<u16>| {
            out.clear();
            out.extend(linked.iter().enumerate().filter(|(_, l)| !**l).map(|(i, _)| i as u16));
        };
        alone(&self.linked_a, &mut self.alone_a);
        alone(&self.linked_b, &mut self.alone_b);
    }

    /// Finds words that can mean the same.
    fn find_senses(&mut self, (a, wa): (&Features<'_>, &[Weight]), (b, wb): (&Features<'_>, &[Weight])) {
        for &(group, x) in a.senses {
            if !b.signs.may_mean(group) || self.linked_a[usize::from(x)] {
                continue;
            }
            let from = b.senses.partition_point(|s| s.0 < group);
            for &(_, y) in b.senses[from..].iter().take_while(|s| s.0 == group) {
                if !self.linked_b[usize::from(y)] {
                    let likeness = if Knowledge::is_synonymy(group) { SYNONYM } else { PARAPHRASE };
                    let (weight_a, weight_b) = (wa[usize::from(x)].alone, wb[usize::from(y)].alone);
                    self.found.push(Link { a: x, b: y, likeness, weight_a, weight_b });
                }
            }
        }
    }

    /// Finds acronyms and the words they stand for.
    fn find_acronyms(
        &mut self,
        (a, wa): (&Features<'_>, &[Weight]),
        (b, wb): (&Features<'_>, &[Weight]),
        expansions: &impl Expansions,
    ) {
        for (short, long, of_a) in [(a, b, true), (b, a, false)] {
            for acronym in short.acronyms {
                let is_it = |w: &Word| w.is(Word::ACRONYM) && w.at == acronym.start;
                let Some(s) = short.words.iter().position(is_it) else { continue };
                let spelled = long.initials.iter().find(|r| r.letters == acronym.letters);
                let expansion = expansions.expansion(acronym.letters);
                for (l, word) in long.words.iter().enumerate() {
                    let likeness = if spelled.is_some_and(|r| (r.start..r.end).contains(&word.at)) {
                        ACRONYM
                    } else if spelled.is_none() && expansion.binary_search(&word.family).is_ok() {
                        EXPANSION
                    } else {
                        continue;
                    };
                    let (x, y) = if of_a { (s, l) } else { (l, s) };
                    let (weight_a, weight_b) = (wa[x].alone, wb[y].alone);
                    self.found.push(Link { a: x as u16, b: y as u16, likeness, weight_a, weight_b });
                }
            }
        }
    }

    /// Links what was found, the likeliest first.
    fn link_found(&mut self, a: &Features<'_>, b: &Features<'_>) {
        // Equals in an order that does not depend on which mention is a.
        let rank = |l: &Link| {
            let (x, y) = (a.words[usize::from(l.a)].family, b.words[usize::from(l.b)].family);
            (x.min(y), x.max(y))
        };
        if self.found.is_empty() {
            return;
        }
        let mut found = core::mem::take(&mut self.found);
        found.sort_unstable_by(|l, m| m.likeness.total_cmp(&l.likeness).then_with(|| rank(l).cmp(&rank(m))));
        for link in found.drain(..) {
            let (x, y) = (usize::from(link.a), usize::from(link.b));
            let free = (!self.linked_a[x], !self.linked_b[y]);
            // The words of a name share its acronym; other words have one partner.
            if free == (true, true) || link.likeness == ACRONYM && (free.0 || free.1) {
                (self.linked_a[x], self.linked_b[y]) = (true, true);
                self.links.push(link);
            }
        }
        self.found = found;
    }

    /// Finds the words without a partner that contradict each other.
    pub(crate) fn find_opposites(&mut self, a: &Features<'_>, b: &Features<'_>, knowledge: &Knowledge) {
        for &i in &self.alone_a {
            let x = &a.words[usize::from(i)];
            if !x.is(Word::OPPOSITE) {
                continue;
            }
            for &j in &self.alone_b {
                let y = &b.words[usize::from(j)];
                if y.is(Word::OPPOSITE)
                    && (knowledge.opposite(x.key, y.key) || knowledge.opposite(x.family, y.family))
                {
                    self.opposites.push((i, j));
                }
            }
        }
    }
}
