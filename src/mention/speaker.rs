//! Speakers: the fullest name that a text gives to a source.

use serde::{Deserialize, Serialize};

use crate::{Span, lexicon::Class, token::Token};

/// Who a source is, as far as the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Speaker {
    name: Span,
    known: Known,
}

/// How a speaker is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
    /// Where the fullest name for the speaker stands in this text, without title.
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

/// The names of one text.
#[derive(Debug)]
pub(crate) struct Cast {
    names: Vec<Span>,
}

impl Cast {
    pub(crate) fn new(text: &str, tokens: &[Token]) -> Self {
        let mut names: Vec<Span> = Vec::new();
        for t in tokens {
            if !t.is(Class::CAPITAL) || t.is(Class::PRON) {
                continue;
            }
            match names.last_mut() {
                Some(last) if text.get(last.end..t.span.start) == Some(" ") => last.end = t.span.end,
                _ => names.push(t.span),
            }
        }
        Self { names }
    }

    /// Who the source at `span` is; `previous` spoke last.
    pub(crate) fn speaker(&self, text: &str, span: Span, previous: Option<Speaker>) -> Speaker {
        let words = span.of(text);
        let pronoun = ["he", "she", "they", "who", "it"].iter().any(|p| words.eq_ignore_ascii_case(p));
        if let (true, Some(previous)) = (pronoun, previous) {
            return previous;
        }
        let Some(&name) = self.names.iter().find(|n| span.contains(**n)) else {
            return Speaker { name: span, known: if pronoun { Known::Unknown } else { Known::Role } };
        };
        let last = name.of(text).rsplit(' ').next().unwrap_or_default();
        let fullest = self.names.iter().find(|n| n.len() > name.len() && n.of(text).ends_with(last));
        Speaker { name: *fullest.unwrap_or(&name), known: Known::Named }
    }
}
