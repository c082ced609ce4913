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
    /// Begins the salutation of a letter.
    DEAR = 16, "dear";
    /// Ends the formula that closes a letter.
    CLOSING = 17, "closing";
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

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The roles that make a word an abbreviation.
    pub(super) const ABBREVIATION: Self = Self(0b111_1111);
}

/// No entry is longer; longer words need no look-up.
const LONGEST: usize = 16;
const SLOTS: usize = 4096;

/// A hash table with open addressing whose keys are words packed into one integer: the look-up of a word that is not
/// there, by far the commonest, costs a multiplication and a comparison.
#[derive(Debug)]
pub(super) struct Words {
    slots: Vec<(u128, Role)>,
}

static WORDS: LazyLock<Words> = LazyLock::new(Words::read);

/// What is known of `word`, whatever its case. Without the final stop of an abbreviation.
pub(super) fn role(word: &str) -> Role {
    WORDS.get(word.as_bytes())
}

impl Words {
    fn read() -> Self {
        let mut words = Self { slots: vec![(0, Role::default()); SLOTS] };
        for row in rows(ABBREVIATIONS).chain(rows(BOUNDARY)) {
            if let [word, roles] = row[..] {
                for role in roles.split(' ').filter_map(Role::named) {
                    words.add(word, role);
                }
            }
        }
        words
    }

    fn add(&mut self, word: &str, role: Role) {
        let Some(key) = key(word.as_bytes()) else { return };
        for i in probe(key) {
            let slot = &mut self.slots[i];
            if slot.0 == 0 || slot.0 == key {
                *slot = (key, slot.1.or(role));
                return;
            }
        }
    }

    fn get(&self, word: &[u8]) -> Role {
        let Some(key) = key(word) else { return Role::default() };
        for i in probe(key) {
            let slot = self.slots[i];
            if slot.0 == key {
                return slot.1;
            }
            if slot.0 == 0 {
                break;
            }
        }
        Role::default()
    }
}

/// The word in lower case as one number; `None` when it is too long to be an entry, or empty.
fn key(word: &[u8]) -> Option<u128> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let mut bytes = [0; LONGEST];
    for (to, from) in bytes.iter_mut().zip(word) {
        *to = from.to_ascii_lowercase();
    }
    Some(u128::from_le_bytes(bytes))
}

fn probe(key: u128) -> impl Iterator<Item = usize> {
    #[allow(clippy::cast_possible_truncation, reason = "the two halves are mixed on purpose")]
    let mixed = ((key as u64) ^ ((key >> 64) as u64).rotate_left(23)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    #[allow(clippy::cast_possible_truncation, reason = "below the number of slots")]
    let first = (mixed >> 52) as usize;
    (0..SLOTS).map(move |i| (first + i) % SLOTS)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(role("Gen").any(Role::NEVER) && role("bridge").is_empty());
    }
}
