//! Mentions held together to be compared.

use super::{
    alignment::Expansions,
    features::{Features, Reader},
    knowledge::{Key, Knowledge},
    signals::{Signals, Workspace},
    stats::Stats,
};
use crate::hash::Map;

/// One mention as matching sees it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statement<'t> {
    /// Its content.
    pub text: &'t str,
    /// The sentence it stands in; empty where it is the whole sentence.
    pub context: &'t str,
}

/// Mentions held together to be compared.
#[derive(Debug, Default)]
pub struct Index {
    features: Vec<Features>,
    stats: Stats,
    acronyms: Map<u32, Vec<Key>>,
    reader: Reader,
}

impl Expansions for Map<u32, Vec<Key>> {
    fn expansion(&self, letters: u32) -> &[Key] {
        self.get(&letters).map_or(&[], Vec::as_slice)
    }
}

impl Index {
    /// Adds a mention and returns its number.
    pub fn add(&mut self, statement: Statement<'_>) -> usize {
        let features = self.reader.read(statement.text, statement.context, Knowledge::english());
        self.stats.add(&features);
        for run in &features.initials {
            let words = features.words.iter().filter(|w| (run.start..run.end).contains(&w.at)).map(|w| w.family);
            let list = self.acronyms.entry(run.letters).or_default();
            list.extend(words);
            list.sort_unstable();
            list.dedup();
        }
        self.features.push(features);
        self.features.len() - 1
    }

    /// The signals of two mentions.
    #[must_use]
    pub fn signals(&self, a: usize, b: usize) -> Option<Signals> {
        let mut work = Workspace::default();
        let (a, b) = (self.features.get(a)?, self.features.get(b)?);
        Some(work.signals(a, b, &self.stats, Knowledge::english(), &self.acronyms))
    }

    /// The normal forms in a text (for counting).
    #[doc(hidden)]
    #[must_use]
    pub fn forms(text: &str) -> Vec<String> {
        Reader::default().forms(text, Knowledge::english())
    }
}
