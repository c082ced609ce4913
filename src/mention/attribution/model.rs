//! The linear model that chooses cues, sources and content bounds.
//!
//! Features have names, and the weights are a text file of them, so that a reader can see what counts for what.

use std::sync::LazyLock;

use super::cues::{LEXICON, Lex};
use crate::hash::Map;

/// A feature: which question (`template`), and its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Feature(u32);

impl Feature {
    pub(super) const fn new(template: u8, answer: u16, more: u8) -> Self {
        Self((template as u32) << 24 | (answer as u32) << 8 | more as u32)
    }
}

/// Templates from this number on answer with a word.
pub(super) const LEXICAL: u8 = 160;

const fn is_lexical(template: u8) -> bool {
    template >= LEXICAL
}

/// Where features go: added up, or written down for training.
pub(super) trait Sink {
    fn add(&mut self, feature: Feature, value: f32);

    fn one(&mut self, template: u8, answer: usize) {
        self.add(Feature::new(template, answer as u16, 0), 1.0);
    }

    fn two(&mut self, template: u8, answer: usize, more: usize) {
        self.add(Feature::new(template, answer as u16, more as u8), 1.0);
    }

    fn word(&mut self, template: u8, word: Lex, more: usize) {
        self.add(Feature::new(LEXICAL + template, word.0, more as u8), 1.0);
    }
}

/// How many outcomes a feature can speak for; rankers use the first alone.
pub(super) const OUTCOMES: usize = 3;

/// The sum of weights, an outcome each.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Score(pub(super) [f32; OUTCOMES]);

impl Sink for Score {
    fn add(&mut self, feature: Feature, value: f32) {
        if let Some(weights) = MODEL.get(&feature.0) {
            for (sum, weight) in self.0.iter_mut().zip(weights) {
                *sum += weight * value;
            }
        }
    }
}

static MODEL: LazyLock<Map<u32, [f32; OUTCOMES]>> = LazyLock::new(|| read(include_str!("weights.txt")));

fn read(list: &str) -> Map<u32, [f32; OUTCOMES]> {
    let mut out = Map::default();
    for line in list.lines().filter(|l| !l.starts_with('#')) {
        let mut columns = line.split('\t');
        let mut column = || columns.next().unwrap_or_default();
        let template: u8 = column().parse().unwrap_or_default();
        let answer = column();
        let answer =
            if is_lexical(template) { LEXICON.of(answer).0 } else { answer.parse().unwrap_or_default() };
        let more = column().parse().unwrap_or_default();
        let weights = core::array::from_fn(|_| column().parse::<f32>().unwrap_or_default() / 100.0);
        out.insert(Feature::new(template, answer, more).0, weights);
    }
    out
}
