//! The one forward pass over a text.

use core::iter::{FusedIterator, Peekable};
use std::vec;

use super::{
    Layout, Sentence, Splitter,
    boundary::Candidate,
    context::char_at,
    furniture::{self, Item},
    layout::{Gap, Page, paragraphs_on},
    marks::{Mark, breaks_line, is_bullet, mark},
    scan, whole,
};
use crate::Span;

/// The sentences of a text, in order. Made by [`sentences`](super::sentences) and [`Splitter::sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    layout: Layout,
    /// Told at the first line break that leaves a doubt: most texts need no second look.
    page: Option<Page>,
    /// Where the sentence that comes next starts.
    start: usize,
    /// How far the scan has come.
    at: usize,
    /// Where the line that holds `at` starts.
    line: usize,
    /// The mark of a list that the sentence begins with.
    item: Option<Item>,
    /// The outermost bracket that is open, and how many are.
    open: Option<usize>,
    depth: usize,
    /// What is left of a stretch that held a boundary without a mark.
    rest: Option<Cut>,
    /// The quotations and brackets to keep whole that are not yet behind.
    pairs: Peekable<vec::IntoIter<Span>>,
}

/// The end of a stretch of text.
#[derive(Clone, Copy, Debug)]
struct Cut {
    end: usize,
    /// Where the next sentence starts.
    next: usize,
    /// Whether a paragraph ends here.
    hard: bool,
}

/// The longest bracket, in bytes, that keeps its sentences together: inside a sentence, and as one of its own.
const BRACKET_INSIDE: usize = 240;
const BRACKET_ALONE: usize = 60;

impl<'t> Sentences<'t> {
    pub(super) fn new(text: &'t str, splitter: Splitter) -> Self {
        let start = Gap::at(text, 0).next;
        let pairs = if splitter.whole { whole::pairs(text, splitter.layout) } else { Vec::new() };
        Self {
            text,
            layout: splitter.layout,
            page: None,
            start,
            at: start,
            line: start,
            item: Item::at(text, start),
            open: None,
            depth: 0,
            rest: None,
            pairs: pairs.into_iter().peekable(),
        }
    }

    /// The paragraphs of the text.
    pub(crate) fn paragraphs(&self) -> Vec<Span> {
        let page = self.page.unwrap_or_else(|| Page::measure(self.text, self.layout));
        paragraphs_on(self.text, page)
    }

    /// Ends the sentence at `cut`, or at a boundary without a mark before it.
    fn emit(&mut self, cut: Cut) -> Option<Sentence<'t>> {
        let mut span = Span::new(self.start, cut.end);
        let last = cut.end.checked_sub(1).and_then(|i| self.text.as_bytes().get(i));
        if span.is_empty() || !last.is_some_and(u8::is_ascii_graphic) {
            span = span.trim(self.text);
        }
        let mut next = cut.next;
        self.rest = None;
        if let Some(end) = furniture::inside(self.text, span.start, span.end, cut.hard) {
            span.end = end;
            next = Gap::at(self.text, end).next;
            self.rest = Some(cut);
        }
        self.start = next;
        self.item = Item::at(self.text, next);
        (self.open, self.depth) = (None, 0);
        (!span.is_empty()).then(|| Sentence { text: span.of(self.text), span })
    }

    /// Whether the text at `at` stands in a bracket short enough to stay whole.
    fn bracketed(&self, at: usize) -> bool {
        let Some(open) = self.open else { return false };
        let limit = if open > self.start { BRACKET_INSIDE } else { BRACKET_ALONE };
        let Some(left) = (open + limit).checked_sub(at) else { return false };
        let mut depth = self.depth;
        let mut breaks = 0;
        for &b in self.text.as_bytes().iter().skip(at).take(left) {
            match b {
                b'(' => depth += 1,
                b')' => depth -= 1,
                b'\n' => breaks += 1,
                b'\r' => {}
                _ => breaks = 0,
            }
            if depth == 0 || breaks > 1 {
                break;
            }
        }
        depth == 0
    }

    /// Whether the line break at `end`, before what starts at `next`, is white space.
    fn wraps(&mut self, end: usize, next: usize) -> bool {
        let page = *self.page.get_or_insert_with(|| Page::measure(self.text, self.layout));
        page.wraps(self.text, self.line, end, next)
    }

    /// Whether a quotation or bracket to keep whole goes on at `at`.
    fn paired(&mut self, at: usize) -> bool {
        while self.pairs.next_if(|p| p.end <= at).is_some() {}
        self.pairs.peek().is_some_and(|p| p.start < at)
    }

    /// What the bracket at `at` changes.
    fn count(&mut self, at: usize, byte: u8) {
        match byte {
            b'(' => {
                self.open = self.open.or(Some(at));
                self.depth += 1;
            }
            b')' => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.open = None;
                }
            }
            _ => {}
        }
    }

    /// The boundary at the end mark that stands at `at`, if there is one.
    fn at_mark(&mut self, at: usize, kind: Mark) -> Option<Cut> {
        let text = self.text;
        let mut it = Candidate::read(text, at, kind);
        if it.lines == 1 && !it.hard {
            it.hard = !self.wraps(it.line_end, it.next);
        }
        self.at = it.end;
        if let Some(before) = self.item.filter(|_| kind == Mark::Stop).and_then(|i| i.next_before(text, at)) {
            return (before > self.start).then_some(Cut { end: before, next: before, hard: false });
        }
        if self.open.is_some() {
            let run = text.get(at..it.end).unwrap_or_default();
            run.bytes().enumerate().for_each(|(i, b)| self.count(at + i, b));
        }
        if !it.ends(text, self.start) || !it.hard && self.bracketed(it.end) {
            return None;
        }
        if it.lines > 0 {
            self.line = it.next;
        }
        self.at = it.next;
        Some(Cut { end: it.end, next: it.next, hard: it.hard })
    }

    /// The boundary at the line break that stands at `at`, if it is one.
    fn at_line(&mut self, at: usize) -> Option<Cut> {
        let gap = Gap::at(self.text, at);
        let hard = gap.lines > 1 || !self.wraps(at, gap.next);
        self.line = gap.next;
        self.at = gap.next.max(self.at);
        hard.then_some(Cut { end: at, next: gap.next, hard: true })
    }

    /// The boundary at a closing bracket that belongs to the number of an item or to a face, if it does.
    fn at_bracket(&mut self, at: usize) -> Option<Cut> {
        self.count(at, b')');
        let item = self.item.and_then(|i| i.next_before(self.text, at)).filter(|b| *b > self.start);
        match item {
            Some(before) => Some(Cut { end: before, next: before, hard: false }),
            None => self.at_sign(at, b')'),
        }
    }

    /// The boundary without an end mark at the ASCII sign `byte`, if there is one.
    fn at_sign(&self, at: usize, byte: u8) -> Option<Cut> {
        let (end, next) = furniture::boundary(self.text, at, byte).filter(|b| b.0 > self.start)?;
        Some(Cut { end, next: Gap::at(self.text, next).next, hard: false })
    }

    /// The boundary at a character beyond ASCII, if there is one.
    fn at_other(&mut self, at: usize) -> Option<Cut> {
        let c = char_at(self.text, at)?;
        self.at = at + c.len_utf8();
        if let Some(kind) = mark(c) {
            return self.at_mark(at, kind);
        }
        if breaks_line(c) {
            return self.at_line(at);
        }
        let follows = is_bullet(c) && self.item.is_some_and(|i| i.bullet_follows(self.text, at));
        (follows && at > self.start).then_some(Cut { end: at, next: at, hard: false })
    }
}

impl<'t> Iterator for Sentences<'t> {
    type Item = Sentence<'t>;

    fn next(&mut self) -> Option<Sentence<'t>> {
        if let Some(cut) = self.rest {
            let found = self.emit(cut);
            if found.is_some() {
                return found;
            }
        }
        let bytes = self.text.as_bytes();
        while let Some(at) = scan::next(bytes, self.at) {
            self.at = at + 1;
            let cut = match bytes.get(at) {
                Some(b'.') if Candidate::is_inner_stop(bytes, at) => continue,
                Some(b'.') => self.at_mark(at, Mark::Stop),
                Some(b'!' | b'?') => self.at_mark(at, Mark::Strong),
                Some(0x0a..=0x0d) => self.at_line(at),
                Some(b'(') => {
                    self.open = self.open.or(Some(at));
                    self.depth += 1;
                    continue;
                }
                Some(b')') => self.at_bracket(at),
                Some(&byte) if byte.is_ascii() => {
                    if furniture::is_idle(bytes, at, byte) {
                        continue;
                    }
                    self.at_sign(at, byte)
                }
                _ => self.at_other(at),
            };
            let cut = cut.filter(|cut| cut.hard || !self.paired(cut.end));
            let found = cut.and_then(|cut| self.emit(cut));
            if found.is_some() {
                return found;
            }
        }
        self.at = self.text.len();
        self.emit(Cut { end: self.text.len(), next: self.text.len(), hard: true })
    }
}

impl FusedIterator for Sentences<'_> {}
