//! What one mention is made of, ready to be compared: its words as keys, in order and sorted, and what sort each is.

use super::{
    index::Statement,
    knowledge::{Key, Knowledge, key},
    marks::Stance,
    reader::Reader,
};
use crate::mention::{date::DateExpression, modality::Modality, quantity::Quantity};

/// A content word of a mention.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Word {
    /// The head of the word's family: `decide` for `decision`. Words that share it are nearly the same word.
    pub(crate) family: Key,
    /// The dictionary form.
    pub(crate) key: Key,
    /// How rare the word is in English: see [`Knowledge::rarity`].
    pub(crate) rarity: f32,
    /// Its place among the mention's words.
    pub(crate) at: u16,
    pub(crate) sort: u32,
}

impl Word {
    pub(crate) const NAME: u32 = 1;
    pub(crate) const NUMBER: u32 = 2;
    pub(crate) const VERB: u32 = 4;
    pub(crate) const ACRONYM: u32 = 8;
    pub(crate) const PLACE: u32 = 16;
    pub(crate) const CALENDAR: u32 = 32;
    pub(crate) const OPPOSITE: u32 = 64;
    /// Says who speaks, not what is said.
    pub(crate) const ATTRIBUTION: u32 = 128;
    /// The verb of the main clause.
    pub(crate) const HEAD: u32 = 256;
    /// In the subject of the main clause.
    pub(crate) const SUBJECT: u32 = 512;
    /// In quotation marks.
    pub(crate) const QUOTED: u32 = 1024;
    /// What a negation denies.
    pub(crate) const DENIED: u32 = 2048;
    /// What may or could be.
    pub(crate) const POSSIBLE: u32 = 4096;
    /// What will be, or is planned, hoped or demanded.
    pub(crate) const FUTURE: u32 = 8192;
    /// What was or has been.
    pub(crate) const DONE: u32 = 16384;
    /// Of a name that a pronoun of the mention stands for.
    pub(crate) const RESOLVED: u32 = 32768;
    /// In a relative clause or an apposition of another clause: said by the way.
    pub(crate) const ASIDE: u32 = 65536;
    /// Of a token: part of a phrase that is read as one word.
    pub(crate) const PART: u32 = 1 << 17;
    /// Acts in the main clause, by the sense: the subject of an active, what stands after `by` of a passive.
    pub(crate) const ACTOR: u32 = 1 << 18;
    /// Undergoes what the main clause tells, or takes part in it otherwise than as its actor.
    pub(crate) const UNDERGOER: u32 = 1 << 19;
    /// A noun of which all, most, some or few are meant.
    pub(crate) const ALL: u32 = 1 << 20;
    pub(crate) const MOST: u32 = 1 << 21;
    pub(crate) const SOME: u32 = 1 << 22;
    pub(crate) const FEW: u32 = 1 << 23;
    /// A day of the week, a month.
    pub(crate) const WEEKDAY: u32 = 1 << 24;
    pub(crate) const MONTH: u32 = 1 << 25;
    /// The number of a day, month or year in a date.
    pub(crate) const DAY: u32 = 1 << 26;
    pub(crate) const QUANTIFIED: u32 = Self::ALL | Self::MOST | Self::SOME | Self::FEW;

    pub(crate) fn is(&self, sort: u32) -> bool {
        self.sort & sort != 0
    }
}

/// The first letters of words that follow each other, as an acronym is made, and where the words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Initials {
    pub(crate) letters: u32,
    pub(crate) start: u16,
    pub(crate) end: u16,
}

/// Bits of a set of character 4-grams, in words of 64.
const GRAM_WORDS: usize = 16;

/// A sample of a mention's character 4-grams, as a set of bits that they hash to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Grams {
    bits: [u64; GRAM_WORDS],
    ones: u16,
}

impl Grams {
    /// Adds the 4-gram with this hash; of which its highest bits are used.
    pub(crate) fn insert(&mut self, hash: u32) {
        let at = (hash >> 22) as usize;
        let bit = 1 << (at % 64);
        if let Some(word) = self.bits.get_mut(at / 64) {
            self.ones += u16::from(*word & bit == 0);
            *word |= bit;
        }
    }

    /// How many bits there are.
    pub(crate) fn len(&self) -> f32 {
        f32::from(self.ones)
    }

    /// How many both have, less those that different 4-grams share by chance.
    pub(crate) fn common(&self, other: &Self) -> f32 {
        const SIZE: f32 = (64 * GRAM_WORDS) as f32;
        let both: u32 = self.bits.iter().zip(&other.bits).map(|(a, b)| (a & b).count_ones()).sum();
        let (a, b) = (self.len(), other.len());
        let free = SIZE - a.max(b);
        if free <= 0.0 { both as f32 } else { ((both as f32 * SIZE - a * b) / free).max(0.0) }
    }
}

/// What the words of a mention come to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) rarity: f32,
    /// How many are names, numbers, words of dates, verbs.
    pub(crate) sorts: [u16; 4],
    /// The sorts of any of them.
    pub(crate) any: u32,
}

impl Tally {
    pub(crate) const SORTS: [u32; 4] = [Word::NAME, Word::NUMBER, Word::CALENDAR, Word::VERB];

    pub(crate) fn of(words: &[Word]) -> Self {
        let mut tally = Self::default();
        for word in words {
            tally.rarity += word.rarity;
            tally.any |= word.sort;
            for (count, sort) in tally.sorts.iter_mut().zip(Self::SORTS) {
                *count += u16::from(word.is(sort));
            }
        }
        tally
    }
}

/// What one mention is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Features {
    /// The content words, each family once, sorted by family.
    pub(crate) words: Box<[Word]>,
    /// Every word in the order of the text.
    pub(crate) sequence: Box<[Key]>,
    /// The places of the sequence, sorted by the words that stand there.
    pub(crate) order: Box<[u16]>,
    /// Groups of words that can mean the same, each with the word here that belongs to it, sorted.
    pub(crate) senses: Box<[(u16, u16)]>,
    pub(crate) grams: Grams,
    pub(crate) tally: Tally,
    /// Content words of the sentence around the mention, sorted; its own where it is the whole sentence.
    pub(crate) context: Box<[Key]>,
    /// Acronyms in the mention: letters and place.
    pub(crate) acronyms: Box<[Initials]>,
    /// Runs of two to six capitalised words that an acronym could stand for.
    pub(crate) initials: Box<[Initials]>,
    pub(crate) quantities: Box<[Quantity]>,
    pub(crate) dates: Box<[DateExpression]>,
    /// Whether a pronoun stands for somebody or something named elsewhere.
    pub(crate) pronouns: bool,
    pub(crate) passive: bool,
    /// Words of the speaker's name, sorted; empty where nobody is named.
    pub(crate) speaker: Box<[Key]>,
    pub(crate) modality: Option<Modality>,
    /// Whether a word of it negates.
    pub(crate) negated: bool,
    pub(crate) stance: Stance,
    pub(crate) quoted: bool,
    pub(crate) report: Option<u32>,
}

impl Features {
    /// The features of a mention.
    pub(crate) fn of(statement: &Statement<'_>, reader: &mut Reader, knowledge: &Knowledge) -> Self {
        reader.features(statement, knowledge)
    }
}

/// The key of a number as a word.
pub(crate) fn number_key(value: f64) -> Key {
    key(&format!("#{value}"))
}
