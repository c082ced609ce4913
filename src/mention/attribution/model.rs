//! The linear model that chooses cues, sources and content bounds.
//!
//! Four choices are made one after another: whether a word is a cue and on which side its content stands (a softmax of
//! three sides and "no cue"), which phrase is the source (or none), where the content starts and where it ends (each a
//! softmax over the candidates). Where two are close, both are read. A fifth says how right the reading they make up is by
//! itself (logistic), by how sure each of them was and by the form of the whole, and a sixth how right it is beside the
//! other readings of its sentence. All are sums of weights of indicator features: the tags and words around a candidate,
//! the counts of the cue lexicon, quotation marks near by. The weights are a text file, so that a reader can see them.
//!
//! Recipe: the 840 articles of PolNeAR's train part; a candidate within somebody else's content is left out, and a
//! cue's counts leave out the case itself. Features seen 80 times or more; log loss; AdaGrad with rate 0.05, six passes
//! in random order, the mean of the last three, L1 0.006 and L2 0.002 a step; weights below 0.03 dropped, the rest
//! rounded to hundredths. The fifth choice (templates 140 to 157 and 176 to 179 with their words) and the sixth (98, 99,
//! 123 to 129, 138, 139, 158 and 159) are learnt on readings of articles that the others were not learnt from, a quarter
//! of the train part at a time: features seen 40 times, L2 0.0003, eight passes, the mean of the last four. What they
//! learn is 1 for the content exactly as annotated and 0 for one that shares half of its words or has another source.
//! So is which quotation within a content is the speaker's own (templates 82 to 97; features seen 25 times, L2 0.001).
//! F1 of source and content: 70 % on the articles learnt from, 68 % on those a fourth of them was left out for, and 69 %
//! on the development part.

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

/// The weights in hundredths: a look-up is made a hundred times a cue, and mostly finds nothing. So each template has a
/// cell for every answer, and no look-up branches.
#[derive(Debug)]
struct Model {
    tables: [Table; 256],
    /// The weights of cues, for each outcome; the first is that of features without.
    rows: Vec<Row>,
}

/// The weights of a template, that of an answer and what is more at `answer * width + more`: for rankers a weight, for
/// cues its place in `rows`.
///
/// The last cell of each row is empty and stands for whatever is more than that; an answer past the rows has no cell.
#[derive(Debug, Default)]
struct Table {
    cells: Box<[i16]>,
    /// The last place of a row.
    last: u32,
}

impl Table {
    fn new(height: u32, width: u32) -> Self {
        Self { cells: vec![0; (height * (width + 1)) as usize].into(), last: width }
    }

    #[inline(always)]
    fn place(&self, answer: u32, more: u32) -> usize {
        (answer * (self.last + 1) + more.min(self.last)) as usize
    }
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("weights.txt")));

impl Model {
    #[inline(always)]
    fn cell(&self, feature: Feature) -> i16 {
        let table = &self.tables[usize::from(feature.template)];
        table.cells.get(table.place(feature.answer, feature.more)).copied().unwrap_or_default()
    }

    #[inline(always)]
    fn row(&self, feature: Feature) -> Row {
        self.rows.get(self.cell(feature) as usize).copied().unwrap_or_default()
    }

    fn read(list: &str) -> Self {
        let mut read = Vec::with_capacity(list.len() / 12);
        for line in list.lines().filter(|l| !l.starts_with('#')) {
            let mut columns = line.split('\t');
            let mut column = || columns.next().unwrap_or_default();
            let template = number(column());
            let answer = column();
            let lexical = u8::try_from(template).is_ok_and(is_lexical);
            let answer = if lexical { i32::from(LEXICON.of(answer).0) } else { number(answer) };
            let more = number(column());
            let weights: [i16; OUTCOMES] = core::array::from_fn(|_| number(column()) as i16);
            read.push((template as usize & 0xFF, answer as u32, more as u32, weights));
        }
        let mut sizes = [(0, 0); 256];
        for &(template, answer, more, _) in &read {
            let (height, width): &mut (u32, u32) = &mut sizes[template];
            *height = (answer + 1).max(*height);
            *width = (more + 1).max(*width);
        }
        let mut tables = sizes.map(|(height, width)| Table::new(height, width));
        let mut rows = vec![Row::default()];
        for (template, answer, more, weights) in read {
            let table = &mut tables[template];
            let place = table.place(answer, more);
            let cell = &mut table.cells[place];
            if speaks_for_cues(template) {
                *cell = i16::try_from(rows.len()).unwrap_or_default();
                rows.push(Row::new(weights));
            } else {
                *cell = weights[0];
            }
        }
        Self { tables, rows }
    }
}

/// A whole number with or without a minus, as the list of weights writes all of its tens of thousands; 0 for none.
fn number(digits: &str) -> i32 {
    let (minus, digits) = digits.strip_prefix('-').map_or((false, digits), |d| (true, d));
    let value = digits.bytes().fold(0_i32, |n, d| n.wrapping_mul(10).wrapping_add(i32::from(d) - 48));
    if minus { -value } else { value }
}

/// Templates of cues weigh three outcomes, those of sources and bounds one.
const fn speaks_for_cues(template: usize) -> bool {
    template < 40
        || template >= 170 && template < 176
        || template >= LEXICAL as usize && template < LEXICAL as usize + 10
}

#[cfg(test)]
mod tests {
    use super::Row;

    #[test]
    fn lanes_are_added_apart() {
        let rows = [[5, -7, 0], [-20, 3, -1], [i16::MIN, i16::MAX, -2]];
        let sum = rows.iter().fold(Row::default(), |sum, &r| Row(sum.0 + Row::new(r).0));
        assert_eq!(sum.lanes(), [-15 - 32768, -4 + 32767, -3]);
    }
}
