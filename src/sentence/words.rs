//! What the word before an end mark and the word after it say: one table, read once from two lists.

use std::sync::LazyLock;

use crate::lexicon::rows;

/// Abbreviations, each with what its stop can mean.
pub(crate) const ABBREVIATIONS: &str = include_str!("../lexicon/en/abbreviations.txt");
/// Words whose place beside an end mark tells whether a sentence ends there.
pub(crate) const BOUNDARY: &str = include_str!("../lexicon/en/boundary.txt");

/// What is known of a word beside an end mark: a set of roles.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Role(u32);

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $word:literal;)*) => {
        impl Role {
            $($(#[$doc])* pub(super) const $name: Self = Self(1 << $bit);)*

            /// The role that a list calls `name`.
            fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

roles! {
    /// Stands before a name or in mid-sentence only: `Mr.`, `Gen.`, `e.g.`
    NEVER = 0, "never";
    /// Stands before a number or a bracket, else it ends the sentence: `No. 10`, `Fig. 2`, `Nov. 16`.
    NUMBER = 1, "number";
    /// May end the sentence; the next word tells: `U.S.`, `Inc.`, `Calif.`, `Jr.`
    MAY = 2, "may";
    /// A clock time: ends the sentence unless a day, a zone or the rest of the clause follows.
    TIME = 3, "time";
    /// Ends the sentence before any capital, never before a small letter: `etc.`
    ETC = 4, "etc";
    /// An abbreviation only after a number: `5 ft.`, `10 min.`
    UNIT = 5, "unit";
    /// A street: before a name it is no end (`near Ave. Central`), after one as `MAY`.
    STREET = 6, "street";
    /// A name that is written with an exclamation mark.
    SHOUT = 7, "shout";
    /// Begins a sentence when it follows an abbreviation with a capital.
    OPENER = 8, "opener";
    /// Tells who spoke the quotation just closed.
    SPEECH = 9, "speech";
    /// What follows a clock time within its sentence.
    AFTER_TIME = 10, "after_time";
    /// Goes on with a name after a place or a company: `U.S. Marines`.
    HEAD = 11, "head";
    /// Begins a clause that a clock time can end: `At 5 a.m. Mr. Hale left`.
    BEFORE_TIME = 12, "before_time";
    /// An abbreviation only with a capital, for the small word is another one: `Miss.`
    CAPITAL = 13, "capital";
    /// Goes on after an ellipsis even with a capital: `I`, `and`, `while`.
    GOES_ON = 14, "goes_on";
    /// Begins a date line.
    WEEKDAY = 15, "weekday";
    /// Ends the formula that closes a letter.
    CLOSING = 17, "closing";
    /// Begins a sentence wherever it stands with a capital and a small word follows.
    STARTS = 16, "starts";
    /// A subject in the plural without `-s`: `police`.
    PEOPLE = 20, "people";
    /// With `MAY`: the sentence also ends before a plural subject.
    LOOSE = 21, "loose";
    /// Never the last word of a heading, so that the sentence goes on in the next line.
    HANGS = 19, "hangs";
    /// The last part of an address on the net.
    DOMAIN = 18, "domain";
}

impl Role {
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the two sets share a role.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The roles that make a word an abbreviation.
    pub(super) const ABBREVIATION: Self = Self(0b111_1111);
}

/// No entry is longer; longer words need no look-up.
const LONGEST: usize = 16;
const SLOTS: usize = 2048;
const BITS: u32 = 14;

/// A hash table with open addressing whose keys are words packed into one integer.
///
/// Most words that are asked for are no entry. A filter of 2 kB answers for them, so that the table itself, which is
/// larger than the fastest cache, is seldom read.
#[derive(Debug)]
struct Words {
    filter: Vec<u64>,
    slots: Vec<(u128, Role)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

/// What is known of `word`, whatever its case. Without the final stop of an abbreviation.
pub(super) fn role(word: &str) -> Role {
    key(word.as_bytes()).map_or(Role::default(), |key| WORDS.get(key))
}

impl Words {
    fn read() -> Self {
        let mut words = Self { filter: vec![0; 1 << (BITS - 6)], slots: vec![(0, Role::default()); SLOTS] };
        for row in rows(ABBREVIATIONS).chain(rows(BOUNDARY)) {
            if let ([word, roles], Some(key)) = (&row[..], row.first().and_then(|w| key(w.as_bytes()))) {
                debug_assert!(!word.is_empty());
                let role = roles.split(' ').filter_map(Role::named).fold(Role::default(), Role::or);
                words.add(key, role);
            }
        }
        words
    }

    fn add(&mut self, key: u128, role: Role) {
        let hash = hash(key);
        let (word, bit) = filter_place(hash);
        self.filter[word] |= bit;
        let free = probe(hash).find(|&i| self.slots[i].0 == 0 || self.slots[i].0 == key);
        if let Some(i) = free {
            self.slots[i] = (key, self.slots[i].1.or(role));
        }
    }

    fn get(&self, key: u128) -> Role {
        let hash = hash(key);
        let (word, bit) = filter_place(hash);
        if self.filter.get(word).is_none_or(|w| w & bit == 0) {
            return Role::default();
        }
        for i in probe(hash) {
            match self.slots.get(i) {
                Some(slot) if slot.0 == key => return slot.1,
                Some(slot) if slot.0 != 0 => {}
                _ => break,
            }
        }
        Role::default()
    }
}

/// The word in lower case as one number, its first letter lowest; `None` when it is empty or too long to be an entry.
///
/// Put together from loads of fixed size that overlap, which is several times as fast as copying a stretch of varying
/// length. The same bytes meet where they overlap.
fn key(word: &[u8]) -> Option<u128> {
    let len = word.len();
    let (low, high) = match len {
        0 => return None,
        1 => (u64::from(word[0]), 0),
        2..4 => {
            let (first, middle, last) = (word[0], word[len / 2], word[len - 1]);
            (u64::from(first) | u64::from(middle) << (8 * (len / 2)) | u64::from(last) << (8 * (len - 1)), 0)
        }
        4..8 => {
            let four = |b: &[u8; 4]| u64::from(u32::from_le_bytes(*b));
            (four(word.first_chunk()?) | four(word.last_chunk()?) << (8 * (len - 4)), 0)
        }
        8 => (u64::from_le_bytes(*word.first_chunk()?), 0),
        9..=LONGEST => {
            let last = u64::from_le_bytes(*word.last_chunk()?);
            (u64::from_le_bytes(*word.first_chunk()?), last >> (8 * (LONGEST - len)))
        }
        _ => return None,
    };
    Some(u128::from(lower(low)) | u128::from(lower(high)) << 64)
}

/// Eight ASCII letters at once in lower case; other bytes as they are.
const fn lower(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let seven = word & (ONES * 0x7f);
    let from_a = seven + ONES * (0x80 - b'A' as u64);
    let past_z = seven + ONES * (0x7f - b'Z' as u64);
    let capitals = from_a & !past_z & !word & (ONES * 0x80);
    word | capitals >> 2
}

#[allow(clippy::cast_possible_truncation, reason = "the two halves are mixed on purpose")]
const fn hash(key: u128) -> u64 {
    ((key as u64) ^ ((key >> 64) as u64).rotate_left(23)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[allow(clippy::cast_possible_truncation, reason = "the highest bits only")]
const fn filter_place(hash: u64) -> (usize, u64) {
    let bit = hash >> (64 - BITS);
    ((bit >> 6) as usize, 1 << (bit & 63))
}

#[allow(clippy::cast_possible_truncation, reason = "below the number of slots")]
fn probe(hash: u64) -> impl Iterator<Item = usize> {
    let first = (hash >> 20) as usize;
    (0..SLOTS).map(move |i| (first + i) % SLOTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_the_word_in_lower_case() {
        let word = b"ABCxyz\xc3\x89123[@`{~";
        for len in 1..=LONGEST {
            let mut bytes = [0; LONGEST];
            bytes[..len].copy_from_slice(&word[..len].to_ascii_lowercase());
            assert_eq!(key(&word[..len]), Some(u128::from_le_bytes(bytes)), "{len}");
        }
        assert_eq!((key(b""), key(&[b'a'; LONGEST + 1])), (None, None));
    }

    #[test]
    fn every_entry_is_found_with_its_roles() {
        let mut n = 0;
        for row in rows(ABBREVIATIONS).chain(rows(BOUNDARY)) {
            let [word, roles] = row[..] else { panic!("two columns: {row:?}") };
            assert!(word.len() <= LONGEST, "{word}");
            assert_eq!(word, word.to_lowercase());
            for name in roles.split(' ') {
                let wanted = Role::named(name).unwrap_or_else(|| panic!("{word}: {name}"));
                assert!(role(word).any(wanted), "{word}: {name}");
            }
            n += 1;
        }
        assert!(n < SLOTS / 2, "the table is too full: {n}");
        assert!(role("Gen").any(Role::NEVER) && !role("bridge").any(Role::ABBREVIATION));
    }
}
