//! Byte ranges: how every result of the crate points into a text.

use core::{fmt, ops::Range};

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes, `start..end`, in a text that somebody else holds.
///
/// Every span that this crate makes lies on character boundaries of the text it was made from, so
/// [`Span::of`] gives back exactly the words meant. A span does not know its text: slice only the
/// text it came from. It prints as `12..40`.
///
/// ```
/// use corroborate::Span;
///
/// let text = "“The bridge is safe,” the mayor said.";
/// let span = Span::new(3, 21);
/// assert_eq!(span.of(text), "The bridge is safe");
/// assert_eq!(span.to_string(), "3..21");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset just after the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`; an `end` before `start` gives the empty span at `start`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// The span that is written so: `12..40`.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let (start, end) = written.split_once("..")?;
        let (start, end) = (start.parse().ok()?, end.parse().ok()?);
        (start <= end).then_some(Self { start, end })
    }

    /// The words of `text` that the span covers; empty where the span does not fit `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The bytes of `text` that the span covers: faster than [`of`](Self::of) where words are only compared.
    pub(crate) fn bytes(self, text: &str) -> &[u8] {
        text.as_bytes().get(self.start..self.end).unwrap_or_default()
    }

    /// Length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether every byte of `other` is also in `self`.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span moved `by` bytes towards the end.
    #[must_use]
    pub const fn shift(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The span without white space at either end of what it covers in `text`.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }

    /// The same range counted in characters (Unicode code points), as Python and the W3C's text position selectors count.
    ///
    /// The cost is linear in the text before the span's end. Empty at the end of `text` where the span does not fit it.
    ///
    /// ```
    /// use corroborate::Span;
    ///
    /// let text = "“Über 1 900 🙂,” she said.";
    /// let span = Span::new(3, text.find(',').unwrap());
    /// assert_eq!(span.of(text), "Über 1 900 🙂");
    /// assert_eq!(span.in_chars(text), 1..13);
    /// assert_eq!(span.in_utf16(text), 1..14);
    /// ```
    #[must_use]
    pub fn in_chars(self, text: &str) -> Range<usize> {
        self.counted(text, |part| part.chars().count())
    }

    /// The same range counted in UTF-16 units, as JavaScript, Java and C# count. See [`in_chars`](Self::in_chars).
    #[must_use]
    pub fn in_utf16(self, text: &str) -> Range<usize> {
        self.counted(text, |part| part.encode_utf16().count())
    }

    fn counted(self, text: &str, count: fn(&str) -> usize) -> Range<usize> {
        let start = count(text.get(..self.start).unwrap_or(text));
        start..start + count(self.of(text))
    }

    /// The span as a range, for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_and_trims() {
        let text = "  The dam held. ";
        let span = Span::new(0, text.len()).trim(text);
        assert_eq!(span, Span::new(2, 15));
        assert_eq!(span.of(text), "The dam held.");
        assert_eq!(Span::new(3, 99).of(text), "");
        assert_eq!(Span::new(5, 3), Span::new(5, 5));
    }

    #[test]
    fn relates_to_other_spans() {
        let (a, b) = (Span::new(0, 5), Span::new(4, 8));
        assert!(a.overlaps(b) && !a.overlaps(Span::new(5, 6)));
        assert_eq!(a.hull(b), Span::new(0, 8));
        assert!(a.hull(b).contains(b) && !a.contains(b));
        assert_eq!(b.shift(2), Span::new(6, 10));
    }
}
