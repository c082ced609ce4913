//! Speakers: the fullest name that a text gives to a source.
//!
//! Reports name a person in full once and then write `Kest`, `the colonel` or `he`. A [`Speaker`] points to the fullest name;
//! somebody whom the text keeps unnamed is told apart from somebody whom it does not resolve. It comes with an
//! [`Attribution`](super::attribution::Attribution) and with a [`Mention`](super::Mention).

use serde::{Deserialize, Serialize};

use crate::Span;

/// Who a source is, as far as the text tells.
///
/// A surname, a title, an office, a pronoun or an abbreviation is resolved to the fullest name that the same text gives,
/// before the source or, failing that, after it. Two texts are never looked at together.
///
/// ```
/// use corroborate::mention::{attribution::attributions, speaker::Known};
///
/// let text = "Mayor Ansa Weld opened the bridge. “It will hold,” she said. An official said nobody was hurt.";
/// let found = attributions(text);
/// let speakers: Vec<_> = found.iter().filter_map(|a| a.speaker()).collect();
/// assert_eq!((speakers[0].name().of(text), speakers[0].known()), ("Ansa Weld", Known::Named));
/// assert_eq!(speakers[1].known(), Known::Anonymous);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Speaker {
    name: Span,
    known: Known,
}

/// How a speaker is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Known {
    /// By name, of a person, an organisation or an outlet.
    Named,
    /// By an office or a description alone: `the mayor`.
    Role,
    /// The text keeps the name back: `a person familiar with the talks`.
    Anonymous,
    /// By a pronoun that the text does not resolve.
    Unknown,
}

impl Speaker {
    pub(crate) const fn new(name: Span, known: Known) -> Self {
        Self { name, known }
    }

    /// Where the fullest name for the speaker stands in this text, without title; where there is no name, the
    /// description without its article.
    #[must_use]
    pub const fn name(&self) -> Span {
        self.name
    }

    /// How the speaker is known.
    #[must_use]
    pub const fn known(&self) -> Known {
        self.known
    }
}
