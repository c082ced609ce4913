//! The linear model that chooses cues, sources and content bounds.
//!
//! Four choices are made one after another: whether a word is a cue and on which side its content stands (a softmax of
//! three sides and "no cue"), which phrase is the source (or none), where the content starts and where it ends (each a
//! softmax over the candidates). All are sums of weights of indicator features: the tags and words around a candidate,
//! the counts of the cue lexicon, quotation marks near by. The weights are a text file, so that a reader can see them.
//!
//! Recipe: the 840 articles of PolNeAR's train part; a candidate within somebody else's content is left out, and a
//! cue's counts leave out the case itself. Features seen 60 times or more; log loss; AdaGrad with rate 0.1, six passes
//! in random order, L1 0.003 and L2 0.0001 a step; weights below 0.03 dropped, the rest rounded to hundredths.
//! On the articles learnt from, 68 % F1 of source and content; on those of the dev part, 66 %. 2026-11-21.

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
        let weights = MODEL.weights(feature);
        for (sum, weight) in self.0.iter_mut().zip(weights) {
            *sum += f32::from(*weight) * value;
        }
    }
}

/// The weights, in hundredths, one dense table a template: a look-up is an index, for it is made a hundred times a cue.
#[derive(Debug)]
struct Model {
    tables: Vec<Table>,
    weights: Vec<i16>,
}

/// Where the weights of a template stand: at `start + (answer * width + more) * outcomes`.
#[derive(Clone, Copy, Debug, Default)]
struct Table {
    start: usize,
    end: usize,
    width: usize,
    outcomes: usize,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("weights.txt")));

impl Model {
    fn weights(&self, feature: Feature) -> &[i16] {
        let (template, answer, more) = feature.parts();
        let Some(table) = self.tables.get(usize::from(template)) else { return &[] };
        if usize::from(more) >= table.width {
            return &[];
        }
        let at = table.start + (usize::from(answer) * table.width + usize::from(more)) * table.outcomes;
        let end = at + table.outcomes;
        if end > table.end { &[] } else { self.weights.get(at..end).unwrap_or_default() }
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
            rows.push((template, usize::from(answer), usize::from(more), weights));
        }
        let mut heights = [0; 256];
        let mut tables = vec![Table::default(); 256];
        for &(template, answer, more, _) in &rows {
            let template = usize::from(template);
            heights[template] = heights[template].max(answer + 1);
            tables[template].width = tables[template].width.max(more + 1);
        }
        let mut size = 0;
        for (template, table) in tables.iter_mut().enumerate() {
            table.outcomes = if speaks_for_cues(template) { OUTCOMES } else { 1 };
            table.start = size;
            size += heights[template] * table.width * table.outcomes;
            table.end = size;
        }
        let mut weights = vec![0; size];
        for (template, answer, more, row) in rows {
            let table = tables[usize::from(template)];
            let at = table.start + (answer * table.width + more) * table.outcomes;
            for (slot, weight) in weights.iter_mut().skip(at).take(table.outcomes).zip(row) {
                *slot = weight;
            }
        }
        Self { tables, weights }
    }
}

/// Templates of cues weigh three outcomes, those of sources and bounds one.
const fn speaks_for_cues(template: usize) -> bool {
    template < 40 || template >= LEXICAL as usize && template < LEXICAL as usize + 10
}
