//! How often each word stands in the mentions at hand: what makes a word of the story's topic count for little.

use super::{
    features::{Features, Word},
    knowledge::Key,
};
use crate::hash::Map;

/// How many mentions there are, and in how many of them each word stands.
///
/// Counts add up: the stats of two piles are the sum of the piles' stats, in any order.
#[derive(Clone, Debug, Default)]
pub struct Stats {
    mentions: u32,
    holding: Map<Key, u32>,
}

/// How many mentions of the story weigh as much as the background does.
const BACKGROUND_WEIGHT: f32 = 20.0;

impl Stats {
    pub(crate) fn add(&mut self, features: &Features) {
        self.mentions += 1;
        for word in &features.words {
            *self.holding.entry(word.family).or_default() += 1;
        }
    }

    /// Adds the counts of another pile.
    pub fn merge(&mut self, other: &Self) {
        self.mentions += other.mentions;
        for (&word, &count) in &other.holding {
            *self.holding.entry(word).or_default() += count;
        }
    }

    /// How many mentions were counted.
    #[must_use]
    pub const fn mentions(&self) -> u32 {
        self.mentions
    }

    pub(crate) fn holding(&self, word: Key) -> u32 {
        self.holding.get(&word).copied().unwrap_or(0)
    }

    /// The weight of a word that `of_pair` of the two mentions compared hold: -ln of the chance to meet it in another
    /// mention. The story's own counts are smoothed towards English, and the pair itself is left out of them: a word that
    /// only these two mentions share is no word of the topic.
    pub(crate) fn weight(&self, word: &Word, of_pair: u32) -> f32 {
        let others = self.mentions.saturating_sub(2) as f32;
        if others == 0.0 {
            return word.rarity;
        }
        let holding = self.holding(word.family).saturating_sub(of_pair) as f32;
        let background = (-word.rarity).exp() * BACKGROUND_WEIGHT;
        -((holding + background) / (others + BACKGROUND_WEIGHT)).ln()
    }
}
