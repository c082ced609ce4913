//! Somebody whom a text speaks of, and the words of the name that are asked for at every name that follows.

use crate::{Span, mention::gender::Gender};

/// A name by its first and its last word, told apart once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) span: Span,
    first: Span,
    last: Span,
    /// See [`key`]: of the name, and of its last word.
    key: u64,
    last_key: u64,
}

impl Name {
    pub(super) fn new(text: &str, span: Span) -> Self {
        let words = span.of(text);
        let inner = words.trim();
        let start = span.start + words.len() - words.trim_start().len();
        let first = inner.find(char::is_whitespace).unwrap_or(inner.len());
        let last = inner.char_indices().rev().find(|(_, c)| c.is_whitespace());
        let last = last.map_or(0, |(i, c)| i + c.len_utf8());
        let (first, last) = (Span::new(start, start + first), Span::new(start + last, start + inner.len()));
        Self { span, first, last, key: key(text, span), last_key: key(text, last) }
    }

    /// Whether it is the same name as the words in `other`.
    pub(super) fn is(&self, text: &str, other: Span) -> bool {
        self.is_keyed(text, other, key(text, other))
    }

    /// The same where the key of the words is known.
    #[inline]
    pub(super) fn is_keyed(&self, text: &str, other: Span, key: u64) -> bool {
        self.key == key && same(text, self.span, other)
    }

    /// Whether both are the same name.
    pub(super) fn is_name(&self, text: &str, other: &Self) -> bool {
        self.is_keyed(text, other.span, other.key)
    }

    /// Whether it is more than one word.
    pub(super) fn has_parts(&self) -> bool {
        self.first.start < self.last.start
    }

    /// Whether it begins with the word `word`.
    pub(super) fn begins(&self, text: &str, word: Span) -> bool {
        same(text, self.first, word)
    }

    /// Whether the name in `other` begins with the same word.
    pub(super) fn shares_first(&self, text: &str, other: Span) -> bool {
        same(text, self.first, Self::new(text, other).first)
    }

    /// Whether it ends with the word `word`.
    pub(super) fn ends(&self, text: &str, word: Span) -> bool {
        self.ends_in(text, word, key(text, word))
    }

    /// The same where the key of the word is known.
    #[inline]
    pub(super) fn ends_in(&self, text: &str, word: Span, key: u64) -> bool {
        self.last_key == key && same(text, self.last, word)
    }
}

/// How many bytes of a word are in its key.
const SHOWN: usize = 7;

/// The length and the first bytes of a word, as a number: the same for the same words, another for most others.
pub(super) fn key(text: &str, word: Span) -> u64 {
    let rest = text.as_bytes().get(word.start..).unwrap_or_default();
    let eight = rest.first_chunk().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        eight.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        eight
    });
    let own = (1_u64 << (8 * word.len().min(SHOWN))) - 1;
    u64::from_le_bytes(eight) & own | (word.len() as u64) << (8 * SHOWN)
}

/// Whether two stretches of a text are the same words: most differ in length.
#[inline]
pub(super) fn same(text: &str, a: Span, b: Span) -> bool {
    a.len() == b.len() && a.of(text) == b.of(text)
}

/// Somebody whom a text speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    /// The fullest name so far, or the description where there is no name.
    pub(super) name: Name,
    pub(super) gender: Gender,
    pub(super) named: bool,
    /// Whether more than the look of the name tells that it is a person's.
    pub(super) sure: bool,
    /// How often the text spoke of them.
    pub(super) times: u32,
    /// The sentence that spoke of them last.
    pub(super) sentence: usize,
}

#[cfg(test)]
mod tests {
    use super::{Name, key};
    use crate::Span;

    fn span(text: &str, words: &str) -> Span {
        text.find(words).map(|at| Span::new(at, at + words.len())).unwrap()
    }

    #[test]
    fn a_name_is_known_by_its_first_and_last_words() {
        let text = "Ansa Maria Weldenfeld met Ansa Weldenfeld, Weldenfels and Weldenfeld";
        let name = Name::new(text, span(text, "Ansa Maria Weldenfeld"));
        assert!(name.has_parts() && name.begins(text, span(text, "Ansa")));
        let last = Span::new(text.len() - "Weldenfeld".len(), text.len());
        assert!(name.ends(text, last) && !name.begins(text, last));
        // The same length and the same first letters.
        let other = span(text, "Weldenfels");
        assert!(key(text, other) == key(text, last) && !name.ends(text, other));
        let short = span(text, "Ansa Weldenfeld");
        assert!(name.shares_first(text, short) && !name.is(text, short) && name.is(text, name.span));
    }
}
