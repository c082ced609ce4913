//! Blocking: the cheap choice of the pairs worth comparing.
//!
//! Two mentions are a candidate pair where they meet in buckets that weigh enough. A word is a key while no more mentions
//! hold it than the bound; a mention with few such words is also filed under pairs of its rarest words, which splits the
//! buckets that are too full. The bound falls as the pile grows, so that in a story of a few reports (up to 447 mentions) all
//! pairs are candidates, and in an archive only rare words and pairs of words are keys. A pair is a candidate if the buckets
//! in which it meets have a fair share of the weight of the lighter mention. All of this depends on the mentions together and never on
//! the order in which they came.

use super::{
    features::Word,
    knowledge::{Key, pair_key},
};
use crate::hash::Map;

/// The bound of a bucket times the mentions of the pile.
const WORK: usize = 200_000;
/// No bucket is bound lower.
const LEAST: usize = 40;
/// Rarest words by which a mention is filed.
const KEYS: usize = 10;
/// A mention with fewer rare words than this is filed under pairs of words too.
const ENOUGH: usize = 4;
/// How many of its rarest words make these pairs.
const PAIRED: usize = 6;
/// The share of the lighter mention's weight that the shared keys must have.
const SHARE: f32 = 0.08;

/// The buckets of a pile.
#[derive(Debug)]
pub(crate) struct Blocks {
    /// Where each bucket starts in `filed`, and where it ends; empty where it would be too full.
    buckets: Vec<(u32, u32)>,
    /// Mentions, bucket by bucket, rising.
    filed: Vec<u32>,
    /// The buckets of all mentions, and where those of each start.
    keys: Vec<u32>,
    starts: Vec<usize>,
    shared: Vec<f32>,
    touched: Vec<u32>,
    mentions: f32,
    /// The pile is so small that every pair is compared.
    all: bool,
    /// The mentions before `a` that are worth comparing with it, rising.
    pub(crate) candidates: Vec<u32>,
}

impl Blocks {
    /// Files `n` mentions, given the content words of each with the numbers of their families, and how many mentions hold each family.
    pub(crate) fn new<'w>(
        n: usize,
        holding: &[u32],
        words: impl Fn(usize) -> (&'w [Word], &'w [u32]),
    ) -> Self {
        let bound = (WORK / n.max(1)).max(LEAST) as u32;
        let all = bound as usize >= n;
        let mut blocks = Self {
            buckets: Vec::new(),
            filed: Vec::new(),
            keys: Vec::new(),
            starts: vec![0],
            shared: vec![0.0; n],
            touched: Vec::new(),
            mentions: n as f32 + 20.0,
            all,
            candidates: Vec::new(),
        };
        if all {
            return blocks;
        }
        // How many mentions hold a word, its family and the number of that.
        let mut rarest: Vec<(u32, Key, u32)> = Vec::new();
        // Buckets of words go by the numbers of the families, those of pairs come after them.
        let mut pairs: Map<u64, u32> = Map::default();
        let mut sizes: Vec<u32> = vec![0; holding.len()];
        for mention in 0..n {
            rarest.clear();
            let (words, families) = words(mention);
            let held = words.iter().zip(families).map(|(word, &f)| (holding[f as usize], word.family, f));
            rarest.extend(held.filter(|r| r.0 > 1));
            rarest.sort_unstable();
            let rare = rarest.iter().take_while(|r| r.0 <= bound).count();
            let from = blocks.keys.len();
            blocks.keys.extend(rarest[..rare.min(KEYS)].iter().map(|r| r.2));
            if rare < ENOUGH {
                let paired = &rarest[..rarest.len().min(PAIRED)];
                for (i, x) in paired.iter().enumerate() {
                    blocks.keys.extend(paired[i + 1..].iter().map(|y| {
                        let next = (holding.len() + pairs.len()) as u32;
                        *pairs.entry(pair_key(x.1, y.1)).or_insert(next)
                    }));
                }
            }
            sizes.resize(holding.len() + pairs.len(), 0);
            blocks.keys[from..].iter().for_each(|&key| sizes[key as usize] += 1);
            blocks.starts.push(blocks.keys.len());
        }
        blocks.file(&sizes, bound);
        blocks
    }

    /// Files every mention under its keys, where the bucket is neither empty of others nor too full.
    fn file(&mut self, sizes: &[u32], bound: u32) {
        let mut at = 0;
        self.buckets.extend(sizes.iter().map(|&size| {
            let from = at;
            if (2..=bound).contains(&size) {
                at += size;
            }
            (from, from)
        }));
        self.filed.resize(at as usize, 0);
        for (m, range) in self.starts.windows(2).enumerate() {
            for &key in &self.keys[range[0]..range[1]] {
                let (size, bucket) = (sizes[key as usize], &mut self.buckets[key as usize]);
                if (2..=bound).contains(&size) {
                    self.filed[bucket.1 as usize] = m as u32;
                    bucket.1 += 1;
                }
            }
        }
    }

    /// Finds the candidates for mention `a`, of these words, among those before it, given the weight of each mention; true
    /// where it has words and no bucket holds it.
    pub(crate) fn find(&mut self, a: usize, words: &[Word], weight_of: impl Fn(usize) -> f32) -> bool {
        self.touched.clear();
        self.candidates.clear();
        if self.all {
            // Here synonyms may be all that two mentions share.
            self.candidates.extend(0..a as u32);
            return false;
        }
        let mut filed = false;
        for &key in &self.keys[self.starts[a]..self.starts[a + 1]] {
            let (from, to) = self.buckets[key as usize];
            if from == to {
                continue;
            }
            filed = true;
            // The same for all in the bucket, so that a pair weighs the same from both sides.
            let weight = (self.mentions / (to - from).max(1) as f32).ln().max(0.1);
            for &b in self.filed[from as usize..to as usize].iter().take_while(|&&b| (b as usize) < a) {
                if self.shared[b as usize] == 0.0 {
                    self.touched.push(b);
                }
                self.shared[b as usize] += weight;
            }
        }
        let own = weight_of(a);
        for &b in &self.touched {
            let shared = core::mem::take(&mut self.shared[b as usize]);
            if shared >= SHARE * own.min(weight_of(b as usize)) {
                self.candidates.push(b);
            }
        }
        self.candidates.sort_unstable();
        // A word that nobody else has is no reason to say that something was left out.
        !filed && words.iter().any(|w| !w.is(Word::RESOLVED)) && self.starts[a] < self.starts[a + 1]
    }
}
