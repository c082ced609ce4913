//! Gender, as far as a title, a role or a first name tells it: enough to know whom "she" cannot mean.

use std::sync::LazyLock;

use super::role::Role;
use crate::{
    hash::Map,
    lexicon::{FIRST_NAMES, Sketch, rows},
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
        static NAMES: LazyLock<Map<&str, Gender>> = LazyLock::new(|| {
            rows(FIRST_NAMES).filter_map(|r| Some((*r.first()?, Gender::read(r.get(1).copied())))).collect()
        });
        static SKETCH: LazyLock<Sketch> = LazyLock::new(|| Sketch::new(NAMES.keys().copied()));
        let capital = name.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        let may_be = capital && SKETCH.fits(name);
        if may_be { NAMES.get(name).copied().unwrap_or_default() } else { Self::Unknown }
    }

    /// Whether both can be one person's.
    pub(crate) fn fits(self, other: Self) -> bool {
        self == Self::Unknown || other == Self::Unknown || self == other
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
