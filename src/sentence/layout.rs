//! How a text is laid out: whether a line break ends a paragraph or only a line, told from the text itself.

use super::{
    context::char_at,
    marks::{breaks_line, closes, mark},
    scan,
    words::{Role, role},
};
use crate::Span;

/// What a single line break means. (A blank line always ends a paragraph.)
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layout {
    /// Told from the text: see [`Layout::of`]. The default.
    #[default]
    Auto,
    /// Every line break ends a paragraph, a heading, a caption or an item.
    Lines,
    /// Lines are broken wherever they were full: a line break is white space, unless the line before it was so
    /// short that the next word would have fitted.
    Wrapped,
}

impl Layout {
    /// How `text` is laid out: [`Layout::Wrapped`] or [`Layout::Lines`]; never [`Layout::Auto`].
    ///
    /// In prose that was broken at a margin, many lines stop in mid-sentence and the next one goes on with a small
    /// letter, or they stop at a word that ends no heading (`of`, `the`). In text with one paragraph a line that is rare.
    /// Where fewer than a fifth of the single line breaks look like that, breaks are taken at their word. A list of bare
    /// items, short lines of which none ends as a sentence does, is never wrapped prose.
    ///
    /// ```
    /// use corroborate::sentence::Layout;
    ///
    /// let wrapped = "Rescuers searched the flooded\nvalley on Sunday. They found two\npeople alive.";
    /// assert_eq!(Layout::of(wrapped), Layout::Wrapped);
    /// let lines = "Storm kills 12 in Tavisk\nRescuers searched on Sunday.\nThey found two people alive.";
    /// assert_eq!(Layout::of(lines), Layout::Lines);
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Self {
        if Page::measure(text, Self::Auto).wrapped { Self::Wrapped } else { Self::Lines }
    }
}

/// The longest line, in bytes, that is still a line of wrapped prose and not a paragraph.
const WIDEST: usize = 180;

/// The narrowest column, in characters, that nobody takes for a list of items.
const NARROWEST: usize = 40;

/// The length of a line in characters, for margins are set in characters.
fn columns(line: &str) -> usize {
    line.bytes().filter(|b| b & 0xc0 != 0x80).count()
}

/// What [`Sentences`](super::Sentences) needs to know of a text's layout.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Page {
    pub(super) wrapped: bool,
    /// The length of a full line, in characters; 0 where it is not known.
    width: usize,
}

impl Page {
    /// Looks at every line break once.
    pub(super) fn measure(text: &str, layout: Layout) -> Self {
        let bytes = text.as_bytes();
        let (mut breaks, mut runs_on, mut width, mut longest) = (0_usize, 0_usize, 0, 0);
        let (mut start, mut at) = (0, 0);
        if layout == Layout::Lines {
            return Self::default();
        }
        // Prose: some line ends as a sentence does. A list of bare items has no such line.
        let mut prose = false;
        while let Some(end) = scan::line_end(bytes, at) {
            let gap = Gap::at(text, end);
            let line = text.get(start..end).unwrap_or_default();
            prose = prose || ends_a_sentence(line.trim_end());
            if gap.lines == 1 && !line.is_empty() {
                breaks += 1;
                let small = char_at(text, gap.next).is_some_and(char::is_lowercase);
                let line = line.trim_end();
                let length = if line.len() <= WIDEST { columns(line) } else { 0 };
                longest = longest.max(length);
                if goes_on(line, small) {
                    runs_on += 1;
                    width = width.max(length);
                }
            }
            start = gap.next;
            at = gap.next.max(end + 1);
        }
        prose |= ends_a_sentence(text.get(start..).unwrap_or_default().trim_end());
        if layout == Layout::Wrapped && width == 0 {
            width = longest;
        }
        prose = prose || width >= NARROWEST;
        let wrapped = layout == Layout::Wrapped || (prose && runs_on * 5 >= breaks.max(1));
        Self { wrapped, width }
    }

    /// Whether the single line break between a line that started at `line` and ended at `end`, and what follows at
    /// `next`, only ends a full line.
    pub(super) fn wraps(self, text: &str, line: usize, end: usize, next: usize) -> bool {
        if !self.wrapped {
            return false;
        }
        let before = text.get(line..end).unwrap_or_default().trim_end();
        let after = text.get(next..).unwrap_or_default();
        let Some(first) = after.chars().next() else { return true };
        if goes_on(before, first.is_lowercase()) {
            return true;
        }
        if super::marks::is_bullet(first) {
            return false;
        }
        if self.width == 0 {
            return false;
        }
        let end = after.char_indices().take(self.width + 1).find(|(_, c)| c.is_whitespace());
        let word = after.get(..end.map_or(after.len().min(self.width), |c| c.0)).unwrap_or_default();
        before.len() > 4 * self.width || columns(before) + 1 + columns(word) > self.width
    }
}

/// Whether the sentence of a line is sure to go on in the next one, which begins with a small letter or not.
fn goes_on(line: &str, small: bool) -> bool {
    let hangs = || {
        let word = line.rsplit(' ').next().unwrap_or_default();
        word.bytes().all(|b| b.is_ascii_lowercase()) && role(word).any(Role::HANGS)
    };
    !ends_a_sentence(line) && (small || hangs())
}

/// Whether a line stops as a sentence does.
fn ends_a_sentence(line: &str) -> bool {
    line.trim_end_matches(closes).chars().next_back().is_some_and(|c| mark(c).is_some() || c == ':')
}

/// A stretch of white space.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    /// Where the next character that is not white space stands.
    pub(super) next: usize,
    /// How many line breaks the gap holds.
    pub(super) lines: usize,
    /// Where the first line break stands.
    pub(super) line_end: usize,
}

impl Gap {
    /// The white space that starts at `at`; empty where there is none.
    pub(super) fn at(text: &str, at: usize) -> Self {
        let mut gap = Self { next: at, lines: 0, line_end: at };
        if let Some([b' ', letter]) = text.as_bytes().get(at..at + 2) {
            if letter.is_ascii_graphic() {
                gap.next += 1;
                return gap;
            }
        }
        // A line break, or two, before the next word.
        if let [b'\n', rest @ ..] = text.as_bytes().get(at..).unwrap_or_default() {
            let lines = 1 + usize::from(rest.first() == Some(&b'\n'));
            if rest.get(lines - 1).is_some_and(u8::is_ascii_graphic) {
                return Self { next: at + lines, lines, line_end: at };
            }
        }
        let mut before = '\0';
        for c in text.get(at..).unwrap_or_default().chars() {
            if !(c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')) {
                break;
            }
            if breaks_line(c) && !(before == '\r' && c == '\n') {
                if gap.lines == 0 {
                    gap.line_end = gap.next;
                }
                // A paragraph separator and a form feed count as a blank line.
                gap.lines += if matches!(c, '\u{2029}' | '\u{0c}') { 2 } else { 1 };
            }
            before = c;
            gap.next += c.len_utf8();
        }
        gap
    }

    pub(super) const fn is_empty(&self, at: usize) -> bool {
        self.next == at
    }
}

/// The paragraphs of `text`, headings and items of lists included, without the white space around them.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    paragraphs_of(text, Layout::Auto)
}

/// The paragraphs of `text` when its lines are meant as `layout` says.
pub(super) fn paragraphs_of(text: &str, layout: Layout) -> Vec<Span> {
    paragraphs_on(text, Page::measure(text, layout))
}

/// The paragraphs of `text`, whose layout is known.
pub(super) fn paragraphs_on(text: &str, page: Page) -> Vec<Span> {
    let mut out = Vec::new();
    let first = Gap::at(text, 0).next;
    let (mut start, mut line, mut at) = (first, first, first);
    while let Some(end) = scan::line_end(text.as_bytes(), at) {
        let gap = Gap::at(text, end);
        if gap.lines > 1 || !page.wraps(text, line, end, gap.next) {
            out.push(Span::new(start, end).trim(text));
            start = gap.next;
        }
        line = gap.next;
        at = gap.next.max(end + 1);
    }
    out.push(Span::new(start, text.len()).trim(text));
    out.retain(|p| !p.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRAPPED: &str = "Rescuers searched the flooded valley on Sunday and found two people alive in\n\
        the loft of a mill.\n\
        The search goes on.\n\nNobody else is missing, the mayor of the valley said, and the crews from\n\
        Tavisk went home.";

    fn found(text: &str) -> Vec<&str> {
        paragraphs(text).into_iter().map(|p| p.of(text)).collect()
    }

    #[test]
    fn a_full_line_goes_on_and_a_short_one_ends() {
        assert_eq!(Layout::of(WRAPPED), Layout::Wrapped);
        let found = found(WRAPPED);
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[1], "The search goes on.");
    }

    #[test]
    fn a_line_is_a_paragraph_where_lines_end_as_sentences_do() {
        let text = "Storm kills 12 in Tavisk\nRescuers searched on Sunday.\nThe mayor spoke.\r\nNobody else is missing.";
        assert_eq!(Layout::of(text), Layout::Lines);
        assert_eq!(found(text).len(), 4);
        assert_eq!(found("features\ncontact manager\nevents, activities").len(), 3);
        assert_eq!(found("It was a cold \nnight in the city.").len(), 1);
        assert_eq!(found(" \n\n ").len(), 0);
    }

    #[test]
    fn a_layout_can_be_forced() {
        assert_eq!(paragraphs_of(WRAPPED, Layout::Lines).len(), 5);
        let text = "One line\nAnother";
        assert_eq!(paragraphs_of(text, Layout::Wrapped).len(), 1);
    }
}
