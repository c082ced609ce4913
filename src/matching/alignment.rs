//! Which word of one mention stands for which of the other.

use super::{
    features::{Features, Word},
    knowledge::{Key, Knowledge},
    stats::Stats,
};

/// How alike two words are by what joins them; 1 is the same word.
const FAMILY: f32 = 0.9;
const SYNONYM: f32 = 0.8;
const PARAPHRASE: f32 = 0.75;
const ACRONYM: f32 = 0.9;
/// How much of that is left where one of them is what a phrase reads as.
const PHRASE: f32 = 0.85;
/// The acronym of one mention and a word of the name it stands for in the other: `the IFS`, `the institute`.
const EXPANSION: f32 = 0.6;

/// Who says it counts less than what is said.
const ATTRIBUTION: f32 = 0.3;
/// So does what is said by the way.
const ASIDE: f32 = 0.4;
/// So does, where the other mention lacks it, what only joins others: `in the wake of`.
const FILLER: f32 = 0.3;
/// A name that a pronoun stands for counts less than one that is there.
const RESOLVED: f32 = 0.5;

/// A word of each mention that stand for each other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) a: u16,
    pub(crate) b: u16,
    /// How alike, in 0..=1.
    pub(crate) likeness: f32,
}

/// The words of two mentions laid beside each other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Alignment {
    pub(crate) links: Vec<Link>,
    pub(crate) weights_a: Vec<f32>,
    pub(crate) weights_b: Vec<f32>,
    /// The words that found no partner, by index.
    pub(crate) alone_a: Vec<u16>,
    pub(crate) alone_b: Vec<u16>,
    /// What the phrases change that are read as one word.
    pub(crate) phrases_a: Phrased,
    pub(crate) phrases_b: Phrased,
    /// Words without a partner that contradict each other.
    pub(crate) opposites: Vec<(u16, u16)>,
    found: Vec<Link>,
    linked_a: Vec<bool>,
    linked_b: Vec<bool>,
}

/// What it changes in a mention's sums that some of its phrases are read as one word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrased {
    /// Parts that count as what their phrase reads as, by index, and what each phrase that is so read reads as.
    pub(crate) parts: Vec<u16>,
    pub(crate) whole: Vec<u16>,
    /// What the parts weighed, which they do no longer.
    pub(crate) weight: f32,
    pub(crate) squares: f32,
    /// What is added to the rarity, and to the number, of the mention's words.
    pub(crate) rarity: f32,
    pub(crate) words: f32,
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
}

impl Weight {
    /// The weight of a word of a mention.
    pub(crate) fn of(word: &Word, stats: &Stats) -> Self {
        let share = if word.is(Word::ATTRIBUTION) {
            ATTRIBUTION
        } else if word.is(Word::RESOLVED) {
            RESOLVED
        } else if word.is(Word::ASIDE) {
            ASIDE
        } else {
            1.0
        };
        let [mut alone, mut shared] = stats.weights(word);
        if word.is(Word::PHRASE) {
            // It counts only where it is found.
            (alone, shared) = (0.0, alone);
        } else if word.is(Word::FILLER) {
            alone *= FILLER;
        }
        Self { alone: alone * share, shared: shared * share }
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

fn phrased(x: &Word, y: &Word) -> f32 {
    if (x.sort | y.sort) & Word::PHRASE != 0 { PHRASE } else { 1.0 }
}

/// Whether word `i` is what a phrase reads as, and each part of the phrase has a partner of its own.
fn spelled(f: &Features<'_>, linked: &[bool], i: usize) -> bool {
    let mut parts = f.phrases.iter().filter(|p| usize::from(p.0) == i).peekable();
    f.words[i].is(Word::PHRASE) && parts.peek().is_some() && parts.all(|p| linked[usize::from(p.1)])
}

impl Phrased {
    fn clear(&mut self) {
        self.parts.clear();
        self.whole.clear();
        (self.weight, self.squares, self.rarity, self.words) = (0.0, 0.0, 0.0, 0.0);
    }

    /// Reads the phrases of one mention; what is not read has no partner to lack.
    fn read(&mut self, f: &Features<'_>, of: &[Weight], linked: &mut [bool], weights: &mut [f32]) {
        for &(phrase, part) in f.phrases {
            let (p, q) = (usize::from(phrase), usize::from(part));
            if linked[p] && !linked[q] {
                (linked[q], weights[q]) = (true, 0.0);
                self.parts.push(part);
                self.weight += of[q].alone;
                self.squares += of[q].alone * of[q].alone;
                self.rarity -= f.words[q].rarity;
                self.words -= 1.0;
            } else if linked[p] && f.words[p].is(Word::PHRASE) && !self.parts.contains(&part) {
                // Read in both ways, it still says one thing.
                weights[q] *= 0.5;
            }
        }
        for (i, word) in f.words.iter().enumerate().filter(|(_, w)| w.is(Word::PHRASE)) {
            if linked[i] {
                weights[i] = of[i].shared;
                self.whole.push(i as u16);
                self.rarity += word.rarity;
                self.words += 1.0;
            }
            linked[i] = true;
        }
    }
}

impl Alignment {
    /// Lays the words of `a` and `b` beside each other.
    pub(crate) fn fill(&mut self, a: Weighed<'_>, b: Weighed<'_>, expansions: &impl Expansions) {
        let (wa, wb) = (a.weights, b.weights);
        let (a, b) = (&a.features, &b.features);
        self.links.clear();
        self.weights_a.clear();
        self.weights_b.clear();
        self.opposites.clear();
        self.linked_a.clear();
        self.linked_a.resize(a.words.len(), false);
        self.linked_b.clear();
        self.linked_b.resize(b.words.len(), false);
        self.weights_a.extend(wa.iter().map(|w| w.alone));
        self.weights_b.extend(wb.iter().map(|w| w.alone));
        let (mut i, mut j) = (0, 0);
        // Both lists are sorted by family, so one walk finds the words they share.
        while let (Some(x), Some(y)) = (a.words.get(i), b.words.get(j)) {
            if x.family == y.family {
                let likeness = if x.key == y.key { 1.0 } else { FAMILY } * phrased(x, y);
                self.links.push(Link { a: i as u16, b: j as u16, likeness });
                (self.linked_a[i], self.linked_b[j]) = (true, true);
                (self.weights_a[i], self.weights_b[j]) = (wa[i].shared, wb[j].shared);
            }
            (i, j) = (i + usize::from(x.family <= y.family), j + usize::from(y.family <= x.family));
        }
        self.find_senses(a, b);
        self.find_acronyms(a, b, expansions);
        self.link_found(a, b);
        self.read_phrases((a, wa), (b, wb));
        let alone = |linked: &[bool], out: &mut Vec<u16>| {
            out.clear();
            out.extend(linked.iter().enumerate().filter(|(_, l)| !**l).map(|(i, _)| i as u16));
        };
        alone(&self.linked_a, &mut self.alone_a);
        alone(&self.linked_b, &mut self.alone_b);
    }

    /// Reads each phrase in the one way that the other mention knows: as one word where it has that, else by its parts.
    fn read_phrases(&mut self, (a, wa): (&Features<'_>, &[Weight]), (b, wb): (&Features<'_>, &[Weight])) {
        self.phrases_a.clear();
        self.phrases_b.clear();
        let none = |f: &Features<'_>| f.tally.any & Word::PHRASE == 0 && f.phrases.is_empty();
        if none(a) && none(b) {
            return;
        }
        // The same phrase on both sides is told by its words.
        self.links.retain(|l| {
            let (i, j) = (usize::from(l.a), usize::from(l.b));
            let twice = spelled(a, &self.linked_a, i) && spelled(b, &self.linked_b, j);
            if twice {
                (self.linked_a[i], self.linked_b[j]) = (false, false);
            }
            !twice
        });
        self.phrases_a.read(a, wa, &mut self.linked_a, &mut self.weights_a);
        self.phrases_b.read(b, wb, &mut self.linked_b, &mut self.weights_b);
    }

    /// Finds words that can mean the same.
    fn find_senses(&mut self, a: &Features<'_>, b: &Features<'_>) {
        let (mut i, mut j) = (0, 0);
        while let (Some(&(g, x)), Some(&(h, _))) = (a.senses.get(i), b.senses.get(j)) {
            if g < h {
                i += 1;
            } else if h < g {
                j += 1;
            } else {
                for &(_, y) in b.senses[j..].iter().take_while(|s| s.0 == g) {
                    if !self.linked_a[usize::from(x)] && !self.linked_b[usize::from(y)] {
                        let likeness = if Knowledge::is_synonymy(g) { SYNONYM } else { PARAPHRASE };
                        let likeness = likeness * phrased(&a.words[usize::from(x)], &b.words[usize::from(y)]);
                        self.found.push(Link { a: x, b: y, likeness });
                    }
                }
                i += 1;
            }
        }
    }

    /// Finds acronyms and the words they stand for.
    fn find_acronyms(&mut self, a: &Features<'_>, b: &Features<'_>, expansions: &impl Expansions) {
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
                    self.found.push(Link { a: x as u16, b: y as u16, likeness });
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
