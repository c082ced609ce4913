//! Gender, as far as a title, a role or a first name tells it: enough to know whom "she" cannot mean.

use std::sync::LazyLock;

use super::role::Role;
use crate::{
    hash::Map,
    lexicon::{FIRST_NAMES, rows},
};

/// What a word says of the person it stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gender {
    Male,
    Female,
    #[default]
    Unknown,
}

impl Gender {
    /// The gender that a word list gives by a letter.
    pub(super) fn read(letter: Option<&str>) -> Self {
        match letter {
            Some("m") => Self::Male,
            Some("f") => Self::Female,
            _ => Self::Unknown,
        }
    }

    /// The gender of a pronoun, in lower case.
    pub(crate) fn of_pronoun(word: &str) -> Self {
        match word {
            "he" | "him" | "his" | "himself" => Self::Male,
            "she" | "her" | "hers" | "herself" => Self::Female,
            _ => Self::Unknown,
        }
    }

    /// The gender that a title or role tells, in whatever case: `Mrs.`, `wife`, `chairman`.
    pub(crate) fn of_role(word: &str) -> Self {
        Role::in_text(word).map(|role| role.gender).unwrap_or_default()
    }

    /// The gender of most people with this first name, given as it is written.
    pub(crate) fn of_first_name(name: &str) -> Self {
        static NAMES: LazyLock<FirstNames> = LazyLock::new(FirstNames::read);
        let names: &FirstNames = &NAMES;
        if names.fit(name) { names.genders.get(name).copied().unwrap_or_default() } else { Self::Unknown }
    }

    /// Whether both can be one person's.
    pub(crate) fn fits(self, other: Self) -> bool {
        self == Self::Unknown || other == Self::Unknown || self == other
    }
}

/// First names with what they tell.
struct FirstNames {
    genders: Map<&'static str, Gender>,
    /// For each first and last letter the lengths of the names that have them, a bit each: most words fail this.
    lengths: Vec<u64>,
}

impl FirstNames {
    fn read() -> Self {
        let row = |r: Vec<&'static str>| Some((*r.first()?, Gender::read(r.get(1).copied())));
        let genders: Map<_, _> = rows(FIRST_NAMES).filter_map(row).collect();
        let mut lengths = vec![0; 1 << 10];
        for name in genders.keys() {
            lengths[Self::letters(name)] |= 1 << (name.len() & 63);
        }
        Self { genders, lengths }
    }

    /// The first and the last letter of a name as one number of ten bits.
    fn letters(name: &str) -> usize {
        let low = |letter: Option<&u8>| usize::from(letter.map_or(0, |b| b & 31));
        low(name.as_bytes().first()) << 5 | low(name.as_bytes().last())
    }

    fn fit(&self, name: &str) -> bool {
        let capital = name.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        capital && self.lengths[Self::letters(name)] >> (name.len() & 63) & 1 == 1
    }
}

/// Whether a word, in whatever case, is a title, which stands before a name and is no part of it: `Judge`, `Mr.`
pub(crate) fn is_title(word: &str) -> bool {
    Role::in_text(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::Gender;

    #[test]
    fn reads_titles_names_and_pronouns() {
        assert_eq!(Gender::of_role("mrs."), Gender::Female);
        assert_eq!(Gender::of_role("minister"), Gender::Unknown);
        assert_eq!(Gender::of_first_name("Marta"), Gender::Female);
        assert_eq!(Gender::of_first_name("Harnwick"), Gender::Unknown);
        assert!(Gender::of_pronoun("he").fits(Gender::Unknown) && !Gender::Male.fits(Gender::Female));
    }
}
