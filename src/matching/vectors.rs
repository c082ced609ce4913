//! Word vectors: how alike two texts are by the company that their words keep in English, where they share few words.
//!
//! A text points where the vectors of its words point together, the rarer ones more (Arora, Liang and Ma, A Simple but
//! Tough-to-Beat Baseline for Sentence Embeddings, 2017). All mentions of a report point to its subject; what sets one apart from the
//! others is told once their mean is taken out. Sums are of whole numbers, so that no order of arrival can change them.

use super::{
    features::{Bits, Word},
    knowledge::Knowledge,
    sheet::{Atom, Role},
};

/// How many numbers a vector has.
pub(crate) const DIMENSIONS: usize = 32;

/// The vector of a word, each number in -32..=31.
pub(crate) type WordVector = [i8; DIMENSIONS];

/// The vector that a row of the list writes in characters.
pub(crate) fn parse(written: &str) -> Option<WordVector> {
    let mut vector = [0; DIMENSIONS];
    if written.len() != DIMENSIONS {
        return None;
    }
    for (number, byte) in vector.iter_mut().zip(written.bytes()) {
        *number = i8::try_from(byte.checked_sub(b'0')?).ok().filter(|n| *n < 64)? - 32;
    }
    Some(vector)
}

/// Where a text points: a vector of length [`UNIT`], or of length 0 where none of its words has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Direction([i8; DIMENSIONS]);

const UNIT: f32 = 127.0;

impl Direction {
    pub(crate) const NONE: Self = Self([0; DIMENSIONS]);

    fn of(numbers: [f32; DIMENSIONS]) -> Self {
        let length = numbers.iter().map(|x| x * x).sum::<f32>().sqrt();
        if length == 0.0 {
            return Self::NONE;
        }
        Self(numbers.map(|x| rounded(x / length * UNIT)))
    }

    /// The cosine of the angle between both; 0 where one points nowhere.
    pub(crate) fn cosine(&self, other: &Self) -> f32 {
        let products = self.0.iter().zip(&other.0).map(|(a, b)| i32::from(*a) * i32::from(*b));
        products.sum::<i32>() as f32 / (UNIT * UNIT)
    }
}

/// The nearest whole number, halves away from 0: no call, so that all numbers of a vector go at once.
fn rounded(x: f32) -> i8 {
    let whole = x as i32;
    let rest = x - whole as f32;
    (whole + i32::from(rest >= 0.5) - i32::from(rest <= -0.5)) as i8
}

/// The vectors of the words of a text, added up.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum([i32; DIMENSIONS]);

impl Sum {
    /// Adds a word of this rarity, in nats.
    pub(crate) fn add(&mut self, vector: &WordVector, rarity: f32) {
        // Numbers of 16 bits, so that several are multiplied at once.
        let weight = (rarity * 8.0) as i16;
        for (sum, number) in self.0.iter_mut().zip(vector) {
            *sum += i32::from(weight) * i32::from(*number);
        }
    }

    pub(crate) fn direction(&self) -> Direction {
        Direction::of(self.0.map(|x| x as f32))
    }
}

/// Where words point together: all that are no numbers, no days, and no names but those of places, each once. What a name is made of
/// says little of what happens: a Ministry of Security is in every mention that names it.
pub(crate) fn direction(atoms: &[Atom], knowledge: &Knowledge) -> Direction {
    let mut sum = Sum::default();
    let mut seen = Bits::<16>::NONE;
    for Atom { word, vector, .. } in atoms.iter().filter(|a| a.role == Role::Content) {
        let named = word.sort & (Word::NAME | Word::PLACE) == Word::NAME;
        if named || word.is(Word::NUMBER | Word::CALENDAR) || seen.may_hold(word.family) {
            continue;
        }
        seen.insert(word.family);
        if let Some(vector) = knowledge.vector(*vector) {
            sum.add(vector, (word.rarity - COMMON).max(LEAST));
        }
    }
    sum.direction()
}

/// Where the mentions of a report point together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Centre {
    sum: [i32; DIMENSIONS],
    mentions: u16,
}

/// A word weighs its rarity above this, in nats, and the commonest [`LEAST`].
const COMMON: f32 = 2.0;
const LEAST: f32 = 0.5;

/// How many mentions that point nowhere are counted into the mean of a report: what few mentions share may be what each of them says.
const SMOOTHING: f32 = 4.0;

impl Centre {
    pub(crate) fn add(&mut self, direction: &Direction) {
        // What comes after so many mentions changes the mean no more.
        if self.mentions == u16::MAX {
            return;
        }
        self.mentions += 1;
        for (sum, number) in self.sum.iter_mut().zip(direction.0) {
            *sum += i32::from(number);
        }
    }

    /// Where a text points beside what its report points to.
    pub(crate) fn apart(&self, direction: &Direction) -> Direction {
        let mentions = f32::from(self.mentions) + SMOOTHING;
        let mut numbers = direction.0.map(f32::from);
        for (number, sum) in numbers.iter_mut().zip(self.sum) {
            *number -= sum as f32 / mentions;
        }
        Direction::of(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::knowledge::{Knowledge, key};

    fn direction(text: &str) -> Direction {
        let knowledge = Knowledge::english();
        let mut sum = Sum::default();
        for word in text.split(' ').map(key) {
            let known = knowledge.of(word);
            if let Some(vector) = knowledge.vector(known.vector) {
                sum.add(vector, known.rarity);
            }
        }
        sum.direction()
    }

    fn cosine(a: &str, b: &str) -> f32 {
        direction(a).cosine(&direction(b))
    }

    #[test]
    fn words_of_one_matter_point_alike() {
        assert!(cosine("dam", "reservoir") > 0.6 && cosine("dam", "verdict") < 0.2);
        assert!(cosine("judge sentence driver", "court jail motorist") > 0.5);
        assert!(cosine("judge sentence driver", "storm flood village") < 0.2);
    }

    #[test]
    fn a_text_without_known_words_points_nowhere() {
        assert_eq!(direction("xyzzy"), Direction::NONE);
        assert_eq!(cosine("xyzzy", "dam"), 0.0);
        assert!((cosine("dam", "dam") - 1.0).abs() < 0.02);
    }

    #[test]
    fn what_a_report_is_about_is_taken_out() {
        let about = ["dam leak", "dam evacuation", "dam engineer", "dam cost"].map(direction);
        let mut centre = Centre::default();
        about.iter().for_each(|d| centre.add(d));
        let apart = about.map(|d| centre.apart(&d));
        assert!(apart[0].cosine(&apart[3]) < about[0].cosine(&about[3]));
        // The only mention of a report is not apart from itself.
        let mut alone = Centre::default();
        alone.add(&about[0]);
        assert!(alone.apart(&about[0]).cosine(&about[0]) > 0.99);
        assert_eq!(Centre::default().apart(&Direction::NONE), Direction::NONE);
    }

    #[test]
    fn a_row_that_is_no_vector_is_refused() {
        assert!(parse(&"0".repeat(DIMENSIONS)).is_some_and(|v| v == [-32; DIMENSIONS]));
        assert!(parse(&"o".repeat(DIMENSIONS)).is_some_and(|v| v == [31; DIMENSIONS]));
        assert!(parse("0").is_none() && parse(&"p".repeat(DIMENSIONS)).is_none());
    }
}
