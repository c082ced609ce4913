//! What one mention is made of, ready to be compared: its words as keys, in order and sorted, and what sort each is.

use core::ops::Deref;

use super::{
    knowledge::Key,
    page::{Ends, Page, Record},
    senses::Sense,
    stance::Stance,
};
use crate::{hash::hash, mention::modality::Modality};

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
    /// What else it can mean; names, numbers and words of dates mean themselves.
    pub(crate) sense: Sense,
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
    /// Tells what the main clause tells: its verb, what that governs or says of the subject, or the noun of an event that heads
    /// a mention without a clause.
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
    /// Acts in the main clause, by the sense: the subject of an active, what stands after `by` of a passive.
    pub(crate) const ACTOR: u32 = 1 << 18;
    /// Undergoes what the main clause tells, or takes part in it otherwise than as its actor.
    pub(crate) const UNDERGOER: u32 = 1 << 19;
    /// A noun of which all, most, some or few are meant.
    pub(crate) const ALL: u32 = 1 << 20;
    pub(crate) const MOST: u32 = 1 << 21;
    pub(crate) const SOME: u32 = 1 << 22;
    pub(crate) const FEW: u32 = 1 << 23;
    pub(crate) const QUANTIFIED: u32 = Self::ALL | Self::MOST | Self::SOME | Self::FEW;
    /// A day of the week, a month.
    pub(crate) const WEEKDAY: u32 = 1 << 24;
    pub(crate) const MONTH: u32 = 1 << 25;
    /// The number of a day, month or year in a date.
    pub(crate) const DAY: u32 = 1 << 26;
    /// Of a token: denies, by its meaning alone or what follows it.
    pub(crate) const NEGATIVE: u32 = 1 << 27;
    /// Of a token: stands for the speaker.
    pub(crate) const FIRST_PERSON: u32 = 1 << 28;
    /// Of a token: the source stands after it, `according to`.
    pub(crate) const ACCORDING: u32 = 1 << 29;
    /// Of a token: as a verb it says who speaks, and little else.
    pub(crate) const REPORTING: u32 = Self::ATTRIBUTION;
    /// Of a token: what it makes possible is so by what others say, `allegedly`.
    pub(crate) const HEARSAY: u32 = Self::RESOLVED;
    /// Of a token: accuses, or says what somebody believes.
    pub(crate) const ACCUSING: u32 = Self::ASIDE;
    /// Of a token: puts ahead what an infinitive says alone, `set to open`.
    pub(crate) const INFINITIVE: u32 = Self::SUBJECT;
    /// Of a token: what it acts on is ahead too, `considers a sale`.
    pub(crate) const OPTION: u32 = Self::UNDERGOER;
    /// Of a word of a mention: tells an event, as a verb or as a noun or adjective made of one.
    pub(crate) const EVENT: u32 = 1 << 27;
    /// What a phrase reads as, where it is none of its parts: counts where the other mention has it, else its parts do.
    pub(crate) const PHRASE: u32 = 1 << 28;
    /// Part of a phrase that only joins others and says nothing itself.
    pub(crate) const FILLER: u32 = 1 << 29;

    /// Says that somebody was hurt.
    pub(crate) const INJURY: u32 = 1 << 30;
    /// Says that somebody died.
    pub(crate) const DEATH: u32 = 1 << 31;

    pub(crate) fn is(&self, sort: u32) -> bool {
        self.sort & sort != 0
    }

    /// Whether it tells an event, and not who says it, and is of no name: a Ministry of Security secures nothing.
    pub(crate) fn tells_event(&self) -> bool {
        self.sort & (Self::EVENT | Self::ATTRIBUTION | Self::NAME) == Self::EVENT
    }

    /// Whether it is of what is said of the subject.
    pub(crate) fn is_said(&self) -> bool {
        !self.is(Self::NAME | Self::SUBJECT | Self::ATTRIBUTION | Self::RESOLVED)
    }

    /// Whether it is of a name that is no place and no acronym: those stand for whoever rules or leads them.
    pub(crate) fn is_own_name(&self) -> bool {
        self.sort & (Self::NAME | Self::PLACE | Self::ACRONYM) == Self::NAME
    }
}

/// The first letters of words that follow each other, as an acronym is made, and where the words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Initials {
    pub(crate) letters: u32,
    pub(crate) start: u16,
    pub(crate) end: u16,
}

/// What one mention is made of: a view into a [`super::page::Page`]. What is asked of every pair is at hand, the rest is
/// looked up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Features<'p> {
    /// The content words, each family once, sorted by family.
    pub(crate) words: &'p [Word],
    pub(super) record: &'p Record,
    /// Its page, and where its share of the page's vectors starts.
    pub(super) page: Option<(&'p Page, &'p Ends)>,
}

impl Default for Features<'_> {
    fn default() -> Self {
        Self { words: &[], record: &Record::NONE, page: None }
    }
}

/// What is known of a mention beside its words.
impl Deref for Features<'_> {
    type Target = Record;

    fn deref(&self) -> &Record {
        self.record
    }
}

impl Features<'_> {
    /// How what the mention tells of is meant: "is thinking about lifting" is a fact, yet the lifting is only possible.
    pub(crate) fn event_meant(&self) -> Option<Modality> {
        let Stance { possible, coming, alleged, .. } = self.stance;
        self.modality.map(|m| match m {
            Modality::Asserted if possible && alleged => Modality::Alleged,
            Modality::Asserted if possible || coming => Modality::Possible,
            // "Reportedly weighs a sale": the sale is no more than possible, whoever says so.
            Modality::Alleged if coming => Modality::Possible,
            _ => m,
        })
    }

    /// Whether what it tells of is to come, or wanted.
    pub(crate) fn is_ahead(&self) -> bool {
        let Stance { possible, coming, .. } = self.stance;
        match self.modality {
            Some(Modality::Asserted) => coming && !possible,
            Some(Modality::Planned | Modality::Demanded) => !possible,
            _ => false,
        }
    }

    /// Whether both are the same words in the same order.
    pub(crate) fn same_words(&self, other: &Self) -> bool {
        self.keys() == other.keys()
    }
}

/// Content words of the sentence around a mention; of its own, where it is the whole sentence, the bits alone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Context<'p> {
    /// Sorted.
    pub(crate) words: &'p [Key],
    pub(crate) bits: &'p Bits<8>,
}

impl Context<'_> {
    pub(crate) fn holds(&self, family: Key) -> bool {
        !self.words.is_empty() && self.bits.may_hold(family) && self.words.binary_search(&family).is_ok()
    }
}

/// Character 4-grams, as bits.
pub(crate) type Grams = Bits<16>;

/// A set of hashes as the bits that their highest digits tell, in `N` numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bits<const N: usize> {
    bits: [u64; N],
    ones: u16,
}

impl<const N: usize> Default for Bits<N> {
    fn default() -> Self {
        Self::NONE
    }
}

static NO_CONTEXT: Bits<8> = Bits::NONE;

impl Default for &Bits<8> {
    fn default() -> Self {
        &NO_CONTEXT
    }
}

impl<const N: usize> Bits<N> {
    pub(crate) const NONE: Self = Self { bits: [0; N], ones: 0 };

    fn place(hash: u32) -> (usize, u64) {
        // N numbers of 64 bits each, chosen by the highest bits.
        let at = ((u64::from(hash) * 64 * N as u64) >> 32) as usize;
        (at / 64, 1 << (at % 64))
    }

    pub(crate) fn insert(&mut self, hash: u32) {
        let (at, bit) = Self::place(hash);
        if let Some(word) = self.bits.get_mut(at) {
            self.ones += u16::from(*word & bit == 0);
            *word |= bit;
        }
    }

    /// Whether this hash may be in the set; `false` is sure.
    pub(crate) fn may_hold(&self, hash: u32) -> bool {
        let (at, bit) = Self::place(hash);
        self.bits.get(at).is_some_and(|word| word & bit != 0)
    }

    /// How many bits there are.
    pub(crate) fn len(&self) -> f32 {
        f32::from(self.ones)
    }

    /// How many both have, less those that different hashes share by chance.
    pub(crate) fn common(&self, other: &Self) -> f32 {
        let size = (64 * N) as f32;
        let both: u32 = self.bits.iter().zip(&other.bits).map(|(a, b)| (a & b).count_ones()).sum();
        let (a, b) = (self.len(), other.len());
        let free = size - a.max(b);
        if free <= 0.0 { both as f32 } else { ((both as f32 * size - a * b) / free).max(0.0) }
    }
}

impl Grams {
    /// A sample of the 4-grams of a text that comes in pieces: letters and digits in lower case, all else a blank.
    pub(crate) fn of<'t>(pieces: impl Iterator<Item = &'t str>) -> Self {
        let mut grams = Self::default();
        let mut window = Window::default();
        for piece in pieces {
            for (at, &byte) in piece.as_bytes().iter().enumerate() {
                // Nearly all characters are one byte; of the others the first one tells where they are.
                if byte.is_ascii() {
                    let letter = LETTERS[usize::from(byte)];
                    window.take(letter, letter == BLANK, &mut grams);
                } else if let Some(c) = piece.get(at..).and_then(|p| p.chars().next()) {
                    let letter = c.is_alphanumeric().then(|| u32::from(c.to_lowercase().next().unwrap_or(c)));
                    let letter = letter.unwrap_or(BLANK);
                    // Eight bits a character are enough for Latin letters; others mix.
                    window.take((letter & 0xff) ^ (letter >> 8), letter == BLANK, &mut grams);
                }
            }
        }
        window.take(BLANK, true, &mut grams);
        grams.ones = grams.bits.iter().map(|bits| bits.count_ones() as u16).sum();
        grams
    }
}

const BLANK: u32 = b' ' as u32;

/// ASCII letters in lower case, digits as they are, all else as a blank.
static LETTERS: [u32; 128] = {
    let mut letters = [BLANK; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            letters[byte as usize] = byte.to_ascii_lowercase() as u32;
        }
        byte += 1;
    }
    letters
};

/// The last four characters of a text.
#[derive(Default)]
struct Window {
    last: u32,
    seen: u32,
    after_letter: bool,
}

impl Window {
    /// Takes a character of eight bits.
    fn take(&mut self, letter: u32, blank: bool, grams: &mut Grams) {
        // Few texts have two blanks in a row, but every word ends with one: no branch on that alone.
        if blank & !self.after_letter {
            return;
        }
        self.after_letter = !blank;
        self.last = (self.last << 8) | letter;
        if self.seen < 3 {
            self.seen += 1;
            return;
        }
        let mixed = self.last.wrapping_mul(0x9E37_79B1);
        // Half of them tell as much as all. Which half nobody can foresee, so that there is no branch; the bits are counted at the end.
        let (at, bit) = Grams::place(mixed << 1);
        grams.bits[at % grams.bits.len()] |= bit * u64::from(!mixed >> 31);
    }
}

/// What the words of a mention come to, phrases read by their parts.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) words: u16,
    pub(crate) rarity: f32,
    /// How many are names, numbers, words of dates.
    pub(crate) sorts: [u16; 3],
    /// The sorts of any of them.
    pub(crate) any: u32,
}

impl Tally {
    pub(crate) const NONE: Self = Self { words: 0, rarity: 0.0, sorts: [0; 3], any: 0 };
    pub(crate) const SORTS: [u32; 3] = [Word::NAME, Word::NUMBER, Word::CALENDAR];

    pub(crate) fn add(&mut self, word: &Word) {
        self.any |= word.sort;
        if word.is(Word::PHRASE) {
            return;
        }
        self.words += 1;
        self.rarity += word.rarity;
        for (count, sort) in self.sorts.iter_mut().zip(Self::SORTS) {
            *count += u16::from(word.is(sort));
        }
    }
}

/// The key of a number as a word.
pub(crate) fn number_key(value: f64) -> Key {
    let mut bytes = *b"#number#        ";
    bytes[8..].copy_from_slice(&(value + 0.0).to_bits().to_le_bytes());
    (hash(&bytes) >> 32) as u32
}
