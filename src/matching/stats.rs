//! How often each word stands in the mentions at hand: what makes a word of the story's topic count for little.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{features::Features, knowledge::Key};
use crate::hash::Map;

/// How many mentions there are, and in how many of them each word stands.
///
/// Counts add up: the stats of two piles are the sum of the piles' stats, in any order. So an archive is counted part by part, the
/// counts are merged, and each bucket is compared by those of the whole: see [`Index::with_stats`](super::Index::with_stats). They
/// serialise; words are keys of the crate's frozen hash there.
///
/// ```
/// use corroborate::matching::{Index, Statement};
///
/// let (mut first, mut second) = (Index::default(), Index::default());
/// first.add(Statement::new("The dam is leaking."));
/// second.add(Statement::new("The dam held."));
/// let mut stats = first.stats().clone();
/// stats.merge(second.stats());
/// assert_eq!(stats.mentions(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Counts", from = "Counts")]
pub struct Stats {
    mentions: u32,
    holding: Map<Key, u32>,
    /// In how many of them somebody of this name speaks.
    speaking: Map<Key, u32>,
}

/// How stats are written: in the order of the keys, so that the same counts give the same bytes.
#[derive(Serialize, Deserialize)]
struct Counts {
    mentions: u32,
    holding: BTreeMap<Key, u32>,
    speaking: BTreeMap<Key, u32>,
}

impl From<Stats> for Counts {
    fn from(stats: Stats) -> Self {
        Self {
            mentions: stats.mentions,
            holding: stats.holding.into_iter().collect(),
            speaking: stats.speaking.into_iter().collect(),
        }
    }
}

impl From<Counts> for Stats {
    fn from(counts: Counts) -> Self {
        Self {
            mentions: counts.mentions,
            holding: counts.holding.into_iter().collect(),
            speaking: counts.speaking.into_iter().collect(),
        }
    }
}

/// How many mentions of the story weigh as much as the background does.
const BACKGROUND_WEIGHT: f32 = 20.0;

impl Stats {
    pub(crate) fn add(&mut self, features: &Features<'_>) {
        self.mentions += 1;
        for word in features.words {
            *self.holding.entry(word.family).or_default() += 1;
        }
        for &word in features.speaker() {
            *self.speaking.entry(word).or_default() += 1;
        }
    }

    /// How rarely somebody of this name speaks: -ln of the share of other mentions, smoothed by one in fifty.
    pub(crate) fn speaker_weight(&self, name: Key) -> f32 {
        let others = self.mentions.saturating_sub(2) as f32;
        let speaking = self.speaking.get(&name).map_or(0, |n| n.saturating_sub(2)) as f32;
        -((speaking + 0.4) / (others + 20.0)).ln()
    }

    /// Adds the counts of another pile.
    pub fn merge(&mut self, other: &Self) {
        let add = |to: &mut u32, count: u32| *to = to.saturating_add(count);
        add(&mut self.mentions, other.mentions);
        for (counts, others) in [(&mut self.holding, &other.holding), (&mut self.speaking, &other.speaking)] {
            for (&key, &count) in others {
                add(counts.entry(key).or_default(), count);
            }
        }
    }

    /// How many mentions were counted.
    #[must_use]
    pub const fn mentions(&self) -> u32 {
        self.mentions
    }

    /// The natural logarithm of the number of mentions, in tens.
    pub(crate) fn pile(&self) -> f32 {
        (self.mentions as f32 + 1.0).ln() / 10.0
    }

    pub(crate) fn holding(&self, word: Key) -> u32 {
        self.holding.get(&word).copied().unwrap_or(0)
    }

    /// The weight of a word of this rarity that so many mentions hold, where one of the two mentions compared holds it, and where both do: -ln of the chance to meet
    /// it in another mention. The story's own counts are smoothed towards English, and the pair itself is left out of
    /// them: a word that only these two mentions share is no word of the topic.
    pub(crate) fn weights(&self, rarity: f32, holding: u32) -> [f32; 2] {
        let others = self.mentions.saturating_sub(2) as f32;
        if others == 0.0 {
            return [rarity; 2];
        }
        let background = (-rarity).exp() * BACKGROUND_WEIGHT;
        [1, 2].map(|of_pair| {
            let holding = holding.saturating_sub(of_pair) as f32;
            -((holding + background) / (others + BACKGROUND_WEIGHT)).ln()
        })
    }
}
