//! Stage 1: sentences.

use unicode_segmentation::UnicodeSegmentation;

use crate::Span;

/// A sentence of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence<'t> {
    text: &'t str,
    span: Span,
}

impl<'t> Sentence<'t> {
    /// Its words.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// Where it stands.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }
}

/// The sentences of `text`.
pub fn sentences(text: &str) -> impl Iterator<Item = Sentence<'_>> {
    text.split_sentence_bound_indices().filter_map(|(at, s)| {
        let span = Span::new(at, at + s.len()).trim(s_all(text, at, s));
        (!span.is_empty()).then(|| Sentence { text: span.of(text), span })
    })
}

fn s_all<'t>(text: &'t str, _: usize, _: &str) -> &'t str {
    text
}
