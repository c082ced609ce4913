//! Mentions held together: which pairs are worth comparing, and what the comparison says.

use super::{
    alignment::Expansions,
    comparison::{Comparison, Relation},
    discrepancy::discrepancies,
    features::Features,
    knowledge::Key,
    matcher::Matcher,
    model,
    reader::Reader,
    signals::{Signals, Workspace},
    stats::Stats,
};
use crate::{Date, hash::Map};

/// One mention as matching sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statement<'t> {
    /// Its content.
    pub text: &'t str,
    /// The sentence it stands in; empty where it is the whole sentence. Tells what `it` and `the step` mean.
    pub context: &'t str,
    /// The day its report was published, to resolve `on Thursday`.
    pub published: Option<Date>,
}

impl<'t> Statement<'t> {
    /// A mention that is a sentence of its own.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Self { text, context: "", published: None }
    }
}

/// A mention that a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its number.
    pub mention: usize,
    /// How well it fits the text searched for; higher is better, and only comparable within one search.
    pub rank: f32,
    /// How it stands to the text searched for.
    pub comparison: Comparison,
}

/// The pairs of an [`Index`] that belong together, and those that must stay apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// Pairs that may state the same, with their scores: the links for [`crate::cluster::clusters`]. Also those below the
    /// threshold, for an average needs them.
    pub same: Vec<(usize, usize, f32)>,
    /// Pairs of one matter that differ in it.
    pub differing: Vec<(usize, usize)>,
    /// How many pairs were compared.
    pub compared: usize,
    /// How many mentions share only words too common to be looked up by: they were compared with none.
    pub left_out: usize,
}

/// Words in more mentions than this find no candidates. Whether a word does depends on all mentions together, never on their order.
const COMMON: usize = 400;

/// Scores below this are no links.
const FLOOR: f32 = 0.02;

/// Mentions held together to be compared.
#[derive(Clone, Debug, Default)]
pub struct Index {
    matcher: Matcher,
    features: Vec<Features>,
    stats: Stats,
    postings: Map<Key, Vec<u32>>,
    acronyms: Map<u32, Vec<Key>>,
    reader: Reader,
}

impl Expansions for Map<u32, Vec<Key>> {
    fn expansion(&self, letters: u32) -> &[Key] {
        self.get(&letters).map_or(&[], Vec::as_slice)
    }
}

impl Index {
    /// An empty index with settings of your own.
    #[must_use]
    pub fn new(matcher: Matcher) -> Self {
        Self { matcher, ..Self::default() }
    }

    /// Adds a mention and returns its number; numbers count from 0.
    pub fn add(&mut self, statement: Statement<'_>) -> usize {
        let number = self.features.len();
        let features = Features::of(&statement, &mut self.reader, &self.matcher.knowledge);
        self.stats.add(&features);
        for word in &features.words {
            self.postings.entry(word.family).or_default().push(number as u32);
        }
        for run in &features.initials {
            let words =
                features.words.iter().filter(|w| (run.start..run.end).contains(&w.at)).map(|w| w.family);
            let list = self.acronyms.entry(run.letters).or_default();
            list.extend(words);
            list.sort_unstable();
            list.dedup();
        }
        self.features.push(features);
        number
    }

    /// How many mentions were added.
    #[must_use]
    pub fn len(&self) -> usize {
        self.features.len()
    }

    /// Whether no mention was added.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.features.is_empty()
    }

    /// The settings.
    #[must_use]
    pub const fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// How often each word stands in the mentions.
    #[must_use]
    pub const fn stats(&self) -> &Stats {
        &self.stats
    }

    /// Compares two mentions; `None` where a number is not that of a mention.
    #[must_use]
    pub fn compare(&self, a: usize, b: usize) -> Option<Comparison> {
        Some(self.compare_features(self.features.get(a)?, self.features.get(b)?, &mut Workspace::default()))
    }

    fn compare_features(&self, a: &Features, b: &Features, work: &mut Workspace) -> Comparison {
        // One order for both ways of asking, so that rounding cannot tell them apart.
        let (a, b) =
            if (a.sequence.len(), &a.sequence) <= (b.sequence.len(), &b.sequence) { (a, b) } else { (b, a) };
        let signals = work.signals(a, b, &self.stats, &self.matcher.knowledge, &self.acronyms);
        let score = model::score(&signals);
        let discrepancies = discrepancies(a, b, &work.alignment, &signals);
        let relation = if discrepancies.is_empty() {
            if score >= self.matcher.same { Relation::Same } else { Relation::Unrelated }
        } else if score >= self.matcher.matter {
            Relation::Differing
        } else {
            Relation::Unrelated
        };
        Comparison { score, relation, discrepancies, signals }
    }

    /// The pairs of mentions that belong together or apart.
    ///
    /// Compared are the pairs that share a word which at most 400 mentions hold.
    #[must_use]
    pub fn links(&self) -> Links {
        let mut out = Links::default();
        let mut work = Workspace::default();
        let mut seen = vec![0_u32; self.features.len()];
        let mut candidates: Vec<u32> = Vec::new();
        for (a, features) in self.features.iter().enumerate() {
            candidates.clear();
            let mut usable = features.words.is_empty();
            for word in &features.words {
                let Some(list) = self.postings.get(&word.family).filter(|l| l.len() <= COMMON) else {
                    continue;
                };
                usable = true;
                for &b in list.iter().take_while(|&&b| (b as usize) < a) {
                    if seen[b as usize] != a as u32 {
                        seen[b as usize] = a as u32;
                        candidates.push(b);
                    }
                }
            }
            out.left_out += usize::from(!usable);
            out.compared += candidates.len();
            candidates.sort_unstable();
            for &b in &candidates {
                let comparison = self.compare_features(&self.features[b as usize], features, &mut work);
                if comparison.relation == Relation::Differing {
                    out.differing.push((b as usize, a));
                } else if comparison.score >= FLOOR {
                    out.same.push((b as usize, a, comparison.score));
                }
            }
        }
        out
    }

    /// The mentions nearest to `text`, at most `limit`, best first.
    #[must_use]
    pub fn search(&self, text: &str, limit: usize) -> Vec<Hit> {
        let query = Features::of(&Statement::new(text), &mut Reader::default(), &self.matcher.knowledge);
        let n = self.features.len() as f32;
        let mean = self.features.iter().map(|f| f.words.len()).sum::<usize>() as f32 / n.max(1.0);
        let mut scores: Map<u32, f32> = Map::default();
        for word in &query.words {
            let list = self.postings.get(&word.family).map_or(&[][..], Vec::as_slice);
            let df = list.len() as f32;
            let idf = (1.0 + (n - df + 0.5) / (df + 0.5)).ln();
            for &b in list {
                let length = self.features[b as usize].words.len() as f32;
                *scores.entry(b).or_default() += idf * 2.2 / (1.0 + 1.2 * (0.25 + 0.75 * length / mean));
            }
        }
        let mut ranked: Vec<(u32, f32)> = scores.into_iter().collect();
        ranked.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        ranked.truncate(limit);
        let mut work = Workspace::default();
        let hits: Vec<Hit> = ranked
            .into_iter()
            .map(|(b, rank)| Hit {
                mention: b as usize,
                rank,
                comparison: self.compare_features(&query, &self.features[b as usize], &mut work),
            })
            .collect();
        hits
    }

    /// The signals of two mentions.
    #[must_use]
    pub fn signals(&self, a: usize, b: usize) -> Option<Signals> {
        self.compare(a, b).map(|c| c.signals)
    }
}
