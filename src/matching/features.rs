//! What one mention is made of, ready to be compared: its words as keys, in order and sorted, and what sort each is.

use super::{
    index::Statement,
    knowledge::{Key, Knowledge, key},
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
    /// Part of a phrase that also reads as one word.
    pub(crate) const PART: u32 = 1 << 17;
    /// What a phrase reads as, where it is none of its parts: counts where the other mention has it, else its parts do.
    pub(crate) const PHRASE: u32 = 1 << 18;
    /// Part of a phrase that only joins others and says nothing itself.
    pub(crate) const FILLER: u32 = 1 << 19;

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

/// What one mention is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Features {
    /// The content words, each family once, sorted by family.
    pub(crate) words: Box<[Word]>,
    /// Every word in the order of the text.
    pub(crate) sequence: Box<[Key]>,
    /// The words of the sequence with their places, sorted.
    pub(crate) places: Box<[(Key, u16)]>,
    /// Groups of words that can mean the same, each with the word here that belongs to it, sorted.
    pub(crate) senses: Box<[(u16, u16)]>,
    /// What a phrase reads as and a part of the phrase, by index in `words`.
    pub(crate) phrases: Box<[(u16, u16)]>,
    /// Hashes of every second character 4-gram, chosen by hash, sorted, each once.
    pub(crate) grams: Box<[u32]>,
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
