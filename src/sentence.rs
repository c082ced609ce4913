//! Stage 1: sentences.

mod boundary;
mod layout;
mod marks;
mod scan;
mod words;

pub use layout::Layout;
#[allow(unused_imports, reason = "for the stage after this one")]
pub(crate) use layout::paragraphs;
#[cfg(test)]
pub(crate) use words::{ABBREVIATIONS, BOUNDARY};

use self::{
    boundary::Candidate,
    layout::{Gap, Page},
    marks::{breaks_line, mark},
};
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
#[must_use]
pub fn sentences(text: &str) -> Sentences<'_> {
    Splitter::new().sentences(text)
}

/// How to split.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Splitter {
    layout: Layout,
    whole: bool,
}

impl Splitter {
    /// The default.
    #[must_use]
    pub const fn new() -> Self {
        Self { layout: Layout::Auto, whole: false }
    }

    /// What a line break means.
    #[must_use]
    pub const fn layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// Whether a quotation or bracket of several sentences stays in one.
    #[must_use]
    pub const fn keep_whole(mut self, yes: bool) -> Self {
        self.whole = yes;
        self
    }

    /// The sentences of `text`.
    #[must_use]
    pub fn sentences(self, text: &str) -> Sentences<'_> {
        let start = Gap::at(text, 0).next;
        Sentences { text, page: Page::measure(text, self.layout), start, at: start, line: start }
    }
}

/// The sentences of a text, in order. Made by [`sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    page: Page,
    /// Where the sentence that comes next starts.
    start: usize,
    /// How far the scan has come.
    at: usize,
    /// Where the line that holds `at` starts.
    line: usize,
}

impl<'t> Sentences<'t> {
    fn cut(&mut self, end: usize, next: usize) -> Option<Sentence<'t>> {
        let span = Span::new(self.start, end).trim(self.text);
        self.start = next;
        self.at = next;
        (!span.is_empty()).then(|| Sentence { text: span.of(self.text), span })
    }
}

impl<'t> Iterator for Sentences<'t> {
    type Item = Sentence<'t>;

    fn next(&mut self) -> Option<Sentence<'t>> {
        let bytes = self.text.as_bytes();
        while let Some(at) = scan::next(bytes, self.at) {
            let Some(c) = self.text.get(at..).and_then(|t| t.chars().next()) else { break };
            self.at = at + c.len_utf8();
            if let Some(kind) = mark(c) {
                let it = Candidate::read(self.text, at, kind, self.line, self.page);
                self.at = it.end;
                if it.ends(self.text, self.start) {
                    let found = self.cut(it.end, it.next);
                    if Gap::at(self.text, it.end).lines > 0 {
                        self.line = it.next;
                    }
                    if found.is_some() {
                        return found;
                    }
                }
            } else if breaks_line(c) {
                let gap = Gap::at(self.text, at);
                let hard = gap.lines > 1 || !self.page.wraps(self.text, self.line, at, gap.next);
                self.line = gap.next;
                self.at = gap.next.max(self.at);
                if hard {
                    let found = self.cut(at, gap.next);
                    if found.is_some() {
                        return found;
                    }
                }
            }
        }
        self.cut(self.text.len(), self.text.len())
    }
}

impl core::iter::FusedIterator for Sentences<'_> {}
