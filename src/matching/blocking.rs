//! Blocking: the cheap choice of the pairs worth comparing.
//!
//! Two mentions are a candidate pair where they meet under rare words that weigh enough. A word is a key while no more mentions
//! hold it than the bound; the bound falls as the pile grows, so that in a story of a few reports (up to
//! 447 mentions) all pairs are candidates, and in an archive only rare words are keys. Each mention is looked up by its rarest keys only. A pair is a candidate if
//! the keys at which it meets have a fair share of the weight of the lighter mention. All of this depends on the
//! mentions together and never on the order in which they came.

use super::{
    alignment::Weight,
    features::{Features, Word},
    knowledge::Key,
    stats::Stats,
};
use crate::hash::Map;

/// The bound of a bucket times the mentions of the pile.
const WORK: usize = 200_000;
/// No bucket is bound lower.
const LEAST: usize = 40;
/// Rarest words by which a mention is filed.
const KEYS: usize = 10;
/// The share of the lighter mention's weight that the shared keys must have.
const SHARE: f32 = 0.08;

/// The buckets of a pile.
#[derive(Debug)]
pub(crate) struct Blocks {
    /// For each key where its bucket starts in `filed`, and where it ends.
    buckets: Map<Key, (u32, u32)>,
    /// Mentions, bucket by bucket, each with the index of the word by which it is filed.
    filed: Vec<(u32, u16)>,
    /// The keys of each mention, as indices of its words.
    keys: Vec<(u32, u32)>,
    words: Vec<u16>,
    shared: Vec<f32>,
    touched: Vec<u32>,
    mentions: f32,
    /// The pile is so small that every pair is compared.
    all_are_keys: bool,
    /// The mentions before `a` that are worth comparing with it, rising.
    pub(crate) candidates: Vec<u32>,
}

impl Blocks {
    pub(crate) fn new(features: &[Features], stats: &Stats) -> Self {
        let n = features.len();
        let bound = (WORK / n.max(1)).max(LEAST) as u32;
        let mut keys = Vec::with_capacity(n);
        let mut words: Vec<u16> = Vec::new();
        let mut sizes: Map<Key, u32> = Map::default();
        let mut rarest: Vec<(u32, Key, u16)> = Vec::new();
        for f in features {
            rarest.clear();
            for (i, word) in f.words.iter().enumerate() {
                let held = stats.holding(word.family);
                if (2..=bound).contains(&held) {
                    rarest.push((held, word.family, i as u16));
                }
            }
            rarest.sort_unstable();
            // In a pile where every word is a key, all are.
            let kept = if bound as usize >= n { rarest.len() } else { KEYS.min(rarest.len()) };
            let start = words.len() as u32;
            for &(_, key, i) in &rarest[..kept] {
                words.push(i);
                *sizes.entry(key).or_default() += 1;
            }
            keys.push((start, words.len() as u32));
        }
        let mut buckets: Map<Key, (u32, u32)> = Map::default();
        buckets.reserve(sizes.len());
        let mut at = 0;
        for (key, size) in sizes {
            buckets.insert(key, (at, at));
            at += size;
        }
        let mut filed = vec![(0, 0); at as usize];
        for (m, f) in features.iter().enumerate() {
            let (start, end) = keys[m];
            for &i in &words[start as usize..end as usize] {
                if let Some((_, end)) = buckets.get_mut(&f.words[usize::from(i)].family) {
                    filed[*end as usize] = (m as u32, i);
                    *end += 1;
                }
            }
        }
        Self {
            buckets,
            filed,
            keys,
            words,
            shared: vec![0.0; n],
            touched: Vec::new(),
            mentions: n as f32 + 20.0,
            all_are_keys: bound as usize >= n,
            candidates: Vec::new(),
        }
    }

    /// Finds the candidates for mention `a` among those before it; true where it has words and none of them is a key.
    pub(crate) fn find<'f>(&mut self, a: usize, of: impl Fn(usize) -> (&'f Features, &'f [Weight])) -> bool {
        self.touched.clear();
        self.candidates.clear();
        if self.all_are_keys {
            // Here synonyms may be all that two mentions share.
            self.candidates.extend(0..a as u32);
            return false;
        }
        let (features, weights) = of(a);
        let (start, end) = self.keys[a];
        for &i in &self.words[start as usize..end as usize] {
            let word = &features.words[usize::from(i)];
            let Some(&(from, to)) = self.buckets.get(&word.family) else { continue };
            // The same for all in the bucket, so that a pair weighs the same from both sides.
            let weight = (self.mentions / (to - from).max(1) as f32).ln().max(0.1);
            for &(b, _) in &self.filed[from as usize..to as usize] {
                if b as usize >= a {
                    break;
                }
                if self.shared[b as usize] == 0.0 {
                    self.touched.push(b);
                }
                self.shared[b as usize] += weight;
            }
        }
        let total = |w: &[Weight]| w.iter().map(|w| w.alone).sum::<f32>();
        let own = total(weights);
        for &b in &self.touched {
            let shared = core::mem::take(&mut self.shared[b as usize]);
            if shared >= SHARE * own.min(total(of(b as usize).1)) {
                self.candidates.push(b);
            }
        }
        self.candidates.sort_unstable();
        start == end && features.words.iter().any(|w| !w.is(Word::RESOLVED))
    }
}
