//! The linear model that chooses cues, sources and content bounds.
//!
//! Four choices are made one after another: whether a word is a cue and on which side its content stands (a softmax of
//! three sides and "no cue"), which phrase is the source (or none), where the content starts and where it ends (each a
//! softmax over the candidates). A fifth says whether the reading they make up is right (logistic), by how sure each of
//! them was and by the form of the whole. All are sums of weights of indicator features: the tags and words around a
//! candidate, the counts of the cue lexicon, quotation marks near by. The weights are a text file, so that a reader can
//! see them.
//!
//! Recipe: the 840 articles of PolNeAR's train part; a candidate within somebody else's content is left out, and a
//! cue's counts leave out the case itself. Features seen 60 times or more; log loss; AdaGrad with rate 0.05, twelve
//! passes in random order, the mean of the last six, L1 0.001 and L2 0.0001 a step; weights below 0.03 dropped, the rest
//! rounded to hundredths. The fifth choice (templates 140 to 159 and their words) is learnt on readings of articles that
//! the others were not learnt from, a quarter of the train part at a time: features seen 40 times, L2 0.0003, eight
//! passes, the mean of the last four. 2026-11-22.

use std::sync::LazyLock;

use super::cues::{LEXICON, Lex};

/// A feature: which question (`template`), and its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Feature(u32);

impl Feature {
    pub(super) const fn new(template: u8, answer: u16, more: u8) -> Self {
        Self((template as u32) << 24 | (answer as u32) << 8 | more as u32)
    }

    const fn parts(self) -> (u8, u16, u8) {
        ((self.0 >> 24) as u8, (self.0 >> 8) as u16, self.0 as u8)
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

    fn value(&mut self, template: u8, answer: usize, value: f32) {
        self.add(Feature::new(template, answer as u16, 0), value);
    }

    fn word(&mut self, template: u8, word: Lex, more: usize) {
        self.add(Feature::new(LEXICAL + template, word.0, more as u8), 1.0);
    }
}

/// How many outcomes a feature can speak for; rankers use the first alone.
pub(super) const OUTCOMES: usize = 3;

/// The sum of weights, an outcome each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Score {
    pub(super) sums: [f32; OUTCOMES],
    model: &'static Model,
}

impl Default for Score {
    fn default() -> Self {
        Self { sums: [0.0; OUTCOMES], model: &MODEL }
    }
}

impl Sink for Score {
    #[inline]
    fn add(&mut self, feature: Feature, value: f32) {
        let Some(weights) = self.model.weights(feature) else { return };
        for (sum, weight) in self.sums.iter_mut().zip(weights) {
            *sum += weight * value;
        }
    }
}

/// The weights, in hundredths, of the features that have some: a look-up is made a hundred times a cue, and mostly finds
/// nothing. So each template has a bit for every answer, and the weights stand in the order of the bits.
#[derive(Debug)]
struct Model {
    tables: [Table; 256],
    bits: Vec<Bits>,
    weights: Vec<[f32; OUTCOMES]>,
}

/// Where the bits of a template stand: at `start + answer * width + more`.
#[derive(Clone, Copy, Debug, Default)]
struct Table {
    start: u32,
    end: u32,
    width: u32,
}

/// 64 bits, and how many are set before them.
#[derive(Clone, Copy, Debug, Default)]
struct Bits {
    set: u64,
    before: u32,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("weights.txt")));

impl Model {
    #[inline]
    fn weights(&self, feature: Feature) -> Option<&[f32; OUTCOMES]> {
        let (template, answer, more) = feature.parts();
        let table = self.tables[usize::from(template)];
        let at = table.start + u32::from(answer) * table.width + u32::from(more);
        if u32::from(more) >= table.width || at >= table.end {
            return None;
        }
        let bits = self.bits.get(at as usize >> 6)?;
        let bit = 1 << (at & 63);
        if bits.set & bit == 0 {
            return None;
        }
        self.weights.get((bits.before + (bits.set & (bit - 1)).count_ones()) as usize)
    }

    fn read(list: &str) -> Self {
        let mut rows = Vec::new();
        for line in list.lines().filter(|l| !l.starts_with('#')) {
            let mut columns = line.split('\t');
            let mut column = || columns.next().unwrap_or_default();
            let template: u8 = column().parse().unwrap_or_default();
            let answer = column();
            let answer =
                if is_lexical(template) { LEXICON.of(answer).0 } else { answer.parse().unwrap_or_default() };
            let more: u8 = column().parse().unwrap_or_default();
            let weights: [i16; OUTCOMES] = core::array::from_fn(|_| column().parse().unwrap_or_default());
            rows.push((template, answer, more, weights));
        }
        let mut heights = [0_u32; 256];
        let mut tables = [Table::default(); 256];
        for &(template, answer, more, _) in &rows {
            let template = usize::from(template);
            heights[template] = heights[template].max(u32::from(answer) + 1);
            tables[template].width = tables[template].width.max(u32::from(more) + 1);
        }
        let mut size = 0;
        for (table, height) in tables.iter_mut().zip(heights) {
            table.start = size;
            size += height * table.width;
            table.end = size;
        }
        let mut placed: Vec<(u32, [f32; OUTCOMES])> = Vec::with_capacity(rows.len());
        for (template, answer, more, row) in rows {
            let table = tables[usize::from(template)];
            let outcomes = if speaks_for_cues(usize::from(template)) { OUTCOMES } else { 1 };
            let weight = |n: usize| if n < outcomes { f32::from(row[n]) } else { 0.0 };
            let at = table.start + u32::from(answer) * table.width + u32::from(more);
            placed.push((at, core::array::from_fn(weight)));
        }
        // Of two rows for one feature the later counts.
        placed.reverse();
        placed.sort_by_key(|(at, _)| *at);
        placed.dedup_by_key(|(at, _)| *at);
        let mut bits = vec![Bits::default(); size as usize / 64 + 1];
        for (at, _) in &placed {
            bits[*at as usize / 64].set |= 1 << (at % 64);
        }
        let mut before = 0;
        for word in &mut bits {
            word.before = before;
            before += word.set.count_ones();
        }
        Self { tables, bits, weights: placed.into_iter().map(|(_, row)| row).collect() }
    }
}

/// Templates of cues weigh three outcomes, those of sources and bounds one.
const fn speaks_for_cues(template: usize) -> bool {
    template < 40 || template >= LEXICAL as usize && template < LEXICAL as usize + 10
}
