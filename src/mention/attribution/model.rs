//! The linear model that chooses cues, sources and content bounds.
//!
//! Four choices are made one after another: whether a word is a cue and on which side its content stands (a softmax of
//! three sides and "no cue"), which phrase is the source (or none), where the content starts and where it ends (each a
//! softmax over the candidates). A fifth says how right the reading they make up is by
//! itself (logistic), by how sure each of them was and by the form of the whole, and a sixth how right it is beside the
//! other readings of its sentence. All are sums of weights of indicator features: the tags and words around a candidate,
//! the counts of the cue lexicon, quotation marks near by. The weights are a text file, so that a reader can see them.
//!
//! The first four choices are made in two steps. A few features, the hints, rule out most of what there is to choose from;
//! what is left, two or three candidates and often one, is weighed by the rest of the features too.
//!
//! Recipe: the 840 articles of PolNeAR's train part; a candidate within somebody else's content is left out, and a
//! cue's counts leave out the case itself. First the hints alone are learnt (templates 1, 2, 8 and 14 of cues; 40, 44, 50,
//! 51, 53, 169 and 202 of sources; 70, 71, 75 and 211 of starts; 102 and 107 of ends; all of the starts of content to the
//! left), then with those fixed the rest, on what the hints leave: words at most 3 log odds below no cue, and choices as
//! near to the best as `read.rs` says. Features seen 40 times or more, 20 for the rest of sources and bounds; log loss;
//! AdaGrad with rate 0.05, six passes in random order, the mean of the last three, L1 0.003 and L2 0.001 a step; the mean
//! of four such fits; weights below 0.03 dropped, the rest rounded to hundredths. The fifth choice (templates 140 to 157
//! with words 240 to 242) and the sixth (98, 99, 123, 125, 129 and 248) are learnt on readings of articles that the others
//! were not learnt from, a quarter of the train part at a time: features seen 40 times, L2 0.0003, eight passes, the mean
//! of the last four. What they learn is 1 for the content exactly as annotated and 0 for one that shares half of its words
//! or has another source. So is which quotation within a content is the speaker's own (templates 82 to 97; features seen
//! 25 times, L2 0.001).
//!
//! Which templates there are was found by leaving out, again and again, those without which a quarter of the train part
//! fares no worse: 24 of 51 for cues, 24 of 48 for sources, 13 of 15 for starts, 21 of 31 for ends, 6 of 15 for rivals.
//! F1 of source and content: 67 % on articles that all six choices were learnt without, 69 % on the development part.

use std::sync::LazyLock;

use super::cues::{LEXICON, Lex};

/// A feature: which question (`template`), its answer, and what more there is to the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Feature {
    template: u8,
    answer: u32,
    more: u32,
}

impl Feature {
    pub(super) const fn new(template: u8, answer: usize, more: usize) -> Self {
        Self { template, answer: answer as u32, more: more as u32 }
    }
}

/// Templates from this number on answer with a word.
pub(super) const LEXICAL: u8 = 190;

const fn is_lexical(template: u8) -> bool {
    template >= LEXICAL
}

/// Where features go: added up, or written down for training.
pub(super) trait Sink {
    fn add(&mut self, feature: Feature, value: f32);

    #[inline(always)]
    fn one(&mut self, template: u8, answer: usize) {
        self.add(Feature::new(template, answer, 0), 1.0);
    }

    #[inline(always)]
    fn two(&mut self, template: u8, answer: usize, more: usize) {
        self.add(Feature::new(template, answer, more), 1.0);
    }

    #[inline(always)]
    fn value(&mut self, template: u8, answer: usize, value: f32) {
        self.add(Feature::new(template, answer, 0), value);
    }

    #[inline(always)]
    fn word(&mut self, template: u8, word: Lex, more: usize) {
        self.add(Feature::new(LEXICAL + template, usize::from(word.0), more), 1.0);
    }
}

/// How many outcomes a feature of a cue can speak for; those of rankers speak for one.
pub(super) const OUTCOMES: usize = 3;

/// The weights of a feature for each outcome, or sums of them, in lanes of one number, so that one addition adds them all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Row(i64);

/// Room for sums of more than ten thousand log odds; those of weights are a thousandth of it.
const LANE: u32 = 64 / OUTCOMES as u32;

impl Row {
    fn new(weights: [i16; OUTCOMES]) -> Self {
        Self(weights.iter().rev().fold(0, |row, &w| (row << LANE) + i64::from(w)))
    }

    /// The lanes: a lane below 0 has borrowed from the one above.
    fn lanes(self) -> [i32; OUTCOMES] {
        let mut rest = self.0;
        [(); OUTCOMES].map(|()| {
            let lane = rest << (64 - LANE) >> (64 - LANE);
            rest = (rest - lane) >> LANE;
            lane as i32
        })
    }
}

/// The sum of the weights of a cue, an outcome each. Whole hundredths are kept apart from what a value other than 1
/// makes of them, so that no order of features matters.
#[derive(Clone, Copy, Debug)]
pub(super) struct CueScore {
    whole: Row,
    parts: [f32; OUTCOMES],
    model: &'static Model,
}

impl CueScore {
    pub(super) fn sums(&self) -> [f32; OUTCOMES] {
        let whole = self.whole.lanes();
        core::array::from_fn(|n| whole[n] as f32 + self.parts[n])
    }
}

impl Default for CueScore {
    fn default() -> Self {
        Self { whole: Row::default(), parts: [0.0; OUTCOMES], model: &MODEL }
    }
}

impl Sink for CueScore {
    #[inline(always)]
    fn add(&mut self, feature: Feature, value: f32) {
        let row = self.model.row(feature);
        if value == 1.0 {
            self.whole.0 += row.0;
        } else {
            for (sum, weight) in self.parts.iter_mut().zip(row.lanes()) {
                *sum += weight as f32 * value;
            }
        }
    }
}

/// The sum of the weights of one thing among several to choose from. All its features have the value 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rank {
    pub(super) sum: i32,
    model: &'static Model,
}

impl Default for Rank {
    fn default() -> Self {
        Self { sum: 0, model: &MODEL }
    }
}

impl Sink for Rank {
    #[inline(always)]
    fn add(&mut self, feature: Feature, _: f32) {
        self.sum += i32::from(self.model.cell(feature));
    }
}

/// The sum of the weights of one thing that is either right or wrong.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trust {
    whole: i32,
    parts: f32,
    model: &'static Model,
}

impl Trust {
    /// In hundredths of a log odds.
    pub(super) fn sum(&self) -> f32 {
        self.whole as f32 + self.parts
    }
}

impl Default for Trust {
    fn default() -> Self {
        Self { whole: 0, parts: 0.0, model: &MODEL }
    }
}

impl Sink for Trust {
    #[inline(always)]
    fn add(&mut self, feature: Feature, value: f32) {
        let weight = self.model.cell(feature);
        if value == 1.0 {
            self.whole += i32::from(weight);
        } else {
            self.parts += f32::from(weight) * value;
        }
    }
}

/// The weights, one line each: see its head.
const WEIGHTS: &str = include_str!("weights.txt");

/// The weights in hundredths: a look-up is made a hundred times a cue, and mostly finds nothing. So each answer of each
/// template has a cell, and where it lies is known when the crate is compiled: no look-up branches.
///
/// A cell holds a weight, or for templates of cues the place of its weights in `rows`.
#[derive(Debug)]
struct Model {
    cells: Box<[i16; LAYOUT.cells]>,
    /// The cells of the templates that answer with a word, together for each word of the cue lexicon.
    words: Vec<[i16; LAYOUT.columns]>,
    /// The weights of cues, for each outcome; the first is that of features without.
    rows: Vec<Row>,
}

/// Where the cells of a template lie.
///
/// The last row, and the last cell of each, are empty: they stand for whatever is more than any feature with a weight.
#[derive(Clone, Copy, Debug)]
struct Shape {
    start: usize,
    /// The last row, and the last place of a row.
    bottom: u32,
    last: u32,
}

impl Shape {
    #[inline(always)]
    const fn column(self, more: u32) -> usize {
        self.start + if more < self.last { more } else { self.last } as usize
    }

    #[inline(always)]
    const fn cell(self, answer: u32, more: u32) -> usize {
        let row = if answer < self.bottom { answer } else { self.bottom };
        row as usize * (self.last as usize + 1) + self.column(more)
    }
}

/// Where the cells of each template lie, and how many there are in all, and for each word.
#[derive(Clone, Copy, Debug)]
struct Layout {
    shapes: [Shape; 256],
    cells: usize,
    columns: usize,
}

// The compiler warns of what may take long: this takes two seconds, where the list was changed.
#[allow(long_running_const_eval)]
const LAYOUT: &Layout = &layout(WEIGHTS.as_bytes());

/// Reads from the first three columns of each line what answers the templates have.
const fn layout(list: &[u8]) -> Layout {
    let mut layout = Layout { shapes: [Shape { start: 0, bottom: 0, last: 0 }; 256], cells: 0, columns: 0 };
    let mut at = 0;
    while at < list.len() {
        let mut columns = [0_u32; 3];
        let mut column = 0;
        let comment = list[at] == b'#';
        while at < list.len() && list[at] != b'\n' {
            if list[at] == b'\t' {
                column += 1;
            } else if column < 3 {
                let digit = (list[at] as u32).wrapping_sub(48);
                columns[column] = columns[column].wrapping_mul(10).wrapping_add(digit);
            }
            at += 1;
        }
        at += 1;
        if !comment {
            let [template, answer, more] = columns;
            let shape = &mut layout.shapes[template as usize];
            if shape.bottom <= answer && !is_lexical(template as u8) {
                shape.bottom = answer + 1;
            }
            if shape.last <= more {
                shape.last = more + 1;
            }
        }
    }
    let mut template = 0;
    while template < layout.shapes.len() {
        let shape = &mut layout.shapes[template];
        let width = shape.last as usize + 1;
        if is_lexical(template as u8) {
            shape.start = layout.columns;
            layout.columns += width;
        } else {
            shape.start = layout.cells;
            layout.cells += (shape.bottom as usize + 1) * width;
        }
        template += 1;
    }
    layout
}

static MODEL: LazyLock<Model> = LazyLock::new(Model::read);

impl Model {
    #[inline(always)]
    fn cell(&self, Feature { template, answer, more }: Feature) -> i16 {
        let shape = LAYOUT.shapes[template as usize];
        if is_lexical(template) {
            self.words.get(answer as usize).map_or(0, |cells| cells[shape.column(more)])
        } else {
            self.cells[shape.cell(answer, more)]
        }
    }

    #[inline(always)]
    fn row(&self, feature: Feature) -> Row {
        self.rows.get(self.cell(feature) as usize).copied().unwrap_or_default()
    }

    fn read() -> Self {
        let cells = vec![0; LAYOUT.cells].try_into().unwrap_or_else(|_| Box::new([0; LAYOUT.cells]));
        let words = vec![[0; LAYOUT.columns]; LEXICON.words.len()];
        let mut model = Self { cells, words, rows: vec![Row::default()] };
        for line in WEIGHTS.lines().filter(|l| !l.starts_with('#')) {
            let mut columns = line.split('\t');
            let mut column = || columns.next().unwrap_or_default();
            let template = number(column()) as u8;
            let answer = column();
            let more = number(column()) as u32;
            let weights: [i16; OUTCOMES] = core::array::from_fn(|_| number(column()) as i16);
            let shape = LAYOUT.shapes[usize::from(template)];
            let cell = if is_lexical(template) {
                &mut model.words[usize::from(LEXICON.of(answer).0)][shape.column(more)]
            } else {
                &mut model.cells[shape.cell(number(answer) as u32, more)]
            };
            if speaks_for_cues(template) {
                *cell = i16::try_from(model.rows.len()).unwrap_or_default();
                model.rows.push(Row::new(weights));
            } else {
                *cell = weights[0];
            }
        }
        model
    }
}

/// A whole number with or without a minus, as the list of weights writes all of its tens of thousands; 0 for none.
fn number(digits: &str) -> i32 {
    let (minus, digits) = digits.strip_prefix('-').map_or((false, digits), |d| (true, d));
    let value = digits.bytes().fold(0_i32, |n, d| n.wrapping_mul(10).wrapping_add(i32::from(d) - 48));
    if minus { -value } else { value }
}

/// Templates of cues weigh three outcomes, those of sources and bounds one.
const fn speaks_for_cues(template: u8) -> bool {
    template < 40 || template >= 170 && template < 176 || template >= LEXICAL && template < LEXICAL + 10
}

#[cfg(test)]
mod tests {
    use super::{Feature, LEXICON, MODEL, Row, WEIGHTS, is_lexical, number, speaks_for_cues};

    #[test]
    fn each_weight_lies_where_its_feature_looks() {
        for line in WEIGHTS.lines().filter(|l| !l.starts_with('#')) {
            let column = |n: usize| line.split('\t').nth(n).unwrap_or_default();
            let template = number(column(0)) as u8;
            let word = is_lexical(template).then(|| usize::from(LEXICON.of(column(1)).0));
            let answer = word.unwrap_or_else(|| number(column(1)) as usize);
            let feature = Feature::new(template, answer, number(column(2)) as usize);
            let weights = [3, 4, 5].map(|n| number(column(n)));
            if speaks_for_cues(template) {
                assert_eq!(MODEL.row(feature).lanes(), weights, "{line}");
            } else {
                assert_eq!(i32::from(MODEL.cell(feature)), weights[0], "{line}");
            }
            assert_eq!(MODEL.cell(Feature { more: u32::MAX, ..feature }), 0, "{line}");
        }
    }

    #[test]
    fn lanes_are_added_apart() {
        let rows = [[5, -7, 0], [-20, 3, -1], [i16::MIN, i16::MAX, -2]];
        let sum = rows.iter().fold(Row::default(), |sum, &r| Row(sum.0 + Row::new(r).0));
        assert_eq!(sum.lanes(), [-15 - 32768, -4 + 32767, -3]);
    }
}
