//! Which word of one mention stands for which of the other.

use super::{
    features::{Features, Initials, Word},
    knowledge::{Key, Knowledge},
    stats::Stats,
};

/// How alike two words are by what joins them; 1 is the same word.
const FAMILY: f32 = 0.9;
const SYNONYM: f32 = 0.8;
const PARAPHRASE: f32 = 0.75;
const ACRONYM: f32 = 0.9;
/// The acronym of one mention and a word of the name it stands for in the other: `the IFS`, `the institute`.
const EXPANSION: f32 = 0.6;

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
    /// Words without a partner that contradict each other.
    pub(crate) opposites: Vec<(u16, u16)>,
}

/// What the story says its acronyms stand for.
pub(crate) trait Expansions {
    /// The words an acronym of these letters stands for.
    fn expansion(&self, letters: u32) -> &[Key];
}

impl Alignment {
    /// Lays the words of `a` and `b` beside each other.
    pub(crate) fn fill(
        &mut self,
        a: &Features,
        b: &Features,
        stats: &Stats,
        knowledge: &Knowledge,
        expansions: &impl Expansions,
    ) {
        self.links.clear();
        self.weights_a.clear();
        self.weights_b.clear();
        self.alone_a.clear();
        self.alone_b.clear();
        self.opposites.clear();
        let (mut i, mut j) = (0, 0);
        // Both lists are sorted by family, so one walk finds the words they share.
        loop {
            match (a.words.get(i), b.words.get(j)) {
                (Some(x), Some(y)) if x.family == y.family => {
                    let likeness = if x.key == y.key { 1.0 } else { FAMILY };
                    self.links.push(Link { a: i as u16, b: j as u16, likeness });
                    self.weights_a.push(weight(x, stats, 2));
                    self.weights_b.push(weight(y, stats, 2));
                    (i, j) = (i + 1, j + 1);
                }
                (Some(x), y) if y.is_none_or(|y| x.family < y.family) => {
                    self.alone_a.push(i as u16);
                    self.weights_a.push(weight(x, stats, 1));
                    i += 1;
                }
                (_, Some(y)) => {
                    self.alone_b.push(j as u16);
                    self.weights_b.push(weight(y, stats, 1));
                    j += 1;
                }
                _ => break,
            }
        }
        self.link_the_rest(a, b, knowledge, expansions);
    }

    /// Links words of different families: synonyms, paraphrases, acronyms.
    fn link_the_rest(
        &mut self,
        a: &Features,
        b: &Features,
        knowledge: &Knowledge,
        expansions: &impl Expansions,
    ) {
        let acronyms: Vec<(u16, u16, u16, bool)> = a
            .acronyms
            .iter()
            .flat_map(|s| {
                b.initials.iter().filter(|r| r.letters == s.letters).map(|r| (s.start, r.start, r.end, true))
            })
            .chain(b.acronyms.iter().flat_map(|s| {
                a.initials.iter().filter(|r| r.letters == s.letters).map(|r| (s.start, r.start, r.end, false))
            }))
            .collect();
        let mut found: Vec<Link> = Vec::new();
        for &i in &self.alone_a {
            let x = &a.words[usize::from(i)];
            for &j in &self.alone_b {
                let y = &b.words[usize::from(j)];
                let named = acronyms.iter().any(|&(at, start, end, of_a)| {
                    let (short, long) = if of_a { (x.at, y.at) } else { (y.at, x.at) };
                    short == at && (start..end).contains(&long)
                });
                let mut likeness = if named { ACRONYM } else { self::likeness(x, y, knowledge) };
                if likeness == 0.0 {
                    let expands = |s: &Features, short: &Word, long: &Word| {
                        short.is(Word::ACRONYM)
                            && s.acronyms.iter().any(|c: &Initials| {
                                c.start == short.at && expansions.expansion(c.letters).contains(&long.family)
                            })
                    };
                    if expands(a, x, y) || expands(b, y, x) {
                        likeness = EXPANSION;
                    }
                }
                if likeness > 0.0 {
                    found.push(Link { a: i, b: j, likeness });
                } else if x.is(Word::OPPOSITE)
                    && y.is(Word::OPPOSITE)
                    && (knowledge.opposite(x.key, y.key) || knowledge.opposite(x.family, y.family))
                {
                    self.opposites.push((i, j));
                }
            }
        }
        // The likeliest first; equals in an order that does not depend on which mention is a.
        let rank = |l: &Link| {
            let (x, y) = (a.words[usize::from(l.a)].family, b.words[usize::from(l.b)].family);
            (x.min(y), x.max(y))
        };
        found.sort_by(|l, m| m.likeness.total_cmp(&l.likeness).then_with(|| rank(l).cmp(&rank(m))));
        for link in found {
            // The words of a name share its acronym; other words have one partner.
            let free_a = self.alone_a.contains(&link.a);
            let free_b = self.alone_b.contains(&link.b);
            if free_a && free_b || link.likeness == ACRONYM && (free_a || free_b) {
                self.alone_a.retain(|&i| i != link.a);
                self.alone_b.retain(|&j| j != link.b);
                self.links.push(link);
            }
        }
    }
}

/// Who says it counts less than what is said.
const ATTRIBUTION: f32 = 0.3;

fn weight(word: &Word, stats: &Stats, of_pair: u32) -> f32 {
    let share = if word.is(Word::ATTRIBUTION) { ATTRIBUTION } else { 1.0 };
    stats.weight(word, of_pair) * share
}

/// How alike two words of different families are.
fn likeness(x: &Word, y: &Word, knowledge: &Knowledge) -> f32 {
    if x.is(Word::NAME | Word::NUMBER | Word::CALENDAR) || y.is(Word::NAME | Word::NUMBER | Word::CALENDAR) {
        return 0.0;
    }
    let shared = |a: &[u16], b: &[u16]| a.iter().any(|s| b.contains(s));
    if shared(knowledge.senses(x.key), knowledge.senses(y.key)) {
        return SYNONYM;
    }
    let (fx, fy) = (knowledge.senses(x.family), knowledge.senses(y.family));
    if shared(fx, fy) {
        return PARAPHRASE;
    }
    if shared(knowledge.senses(x.key), fy) || shared(fx, knowledge.senses(y.key)) {
        return PARAPHRASE;
    }
    0.0
}
