//! One unit of speech, and what may be a cue, a source or a bound in it.

pub(super) use super::candidate::Candidate;
use super::{
    cues::{Frame, LEXICON, Lex},
    marks::Marks,
    model::{LEXICAL, Sink},
    view::{NOWHERE, Node, Phrase, TAGS, Tag, Unit, View, tag_before},
};
use crate::lexicon::Class;

/// On which side of its cue a content stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Both,
}

pub(super) const SIDES: [Side; 3] = [Side::Right, Side::Left, Side::Both];

/// A unit with its phrases.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'v> {
    pub(super) view: &'v View,
    pub(super) unit: Unit,
    /// The nodes of the unit.
    pub(super) nodes: &'v [Node],
    pub(super) phrases: &'v [Phrase],
    pub(super) candidates: &'v [Candidate],
}

/// How many words are looked through for a finite verb: what no sentence people write reaches, so that time stays linear
/// on those they do not.
pub(super) const WINDOW: usize = 128;

/// A lean from which on a word is hardly anything but a cue, as a log odds.
const SURE: f32 = 3.0;

/// The most words that tell when behind a cue, and the most between a comma and the cue of what stands before it.
const DATED: usize = 7;
const SUBJECT: usize = 20;

/// A log odds as one of eight steps.
pub(super) fn rung(lean: f32) -> usize {
    (lean + 4.0).clamp(0.0, 7.0) as usize
}

pub(super) fn bucket(n: usize) -> usize {
    match n {
        0..=3 => n,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=20 => 7,
        21..=35 => 8,
        _ => 9,
    }
}

impl<'v> Scene<'v> {
    pub(super) fn new(
        view: &'v View,
        unit: Unit,
        phrases: &'v [Phrase],
        candidates: &'v [Candidate],
    ) -> Self {
        let nodes = view.nodes.get(unit.start..unit.end).unwrap_or_default();
        Self { view, unit, nodes, phrases, candidates }
    }

    /// Node `i` of the text, where it is one of the unit: one comparison, for the features ask for many.
    #[inline(always)]
    pub(super) fn node(&self, i: usize) -> Option<&Node> {
        self.nodes.get(i.wrapping_sub(self.unit.start))
    }

    #[inline(always)]
    pub(super) fn tag(&self, i: usize) -> Tag {
        self.node(i).map_or(Tag::Edge, |n| n.tag)
    }

    pub(super) fn lex(&self, i: usize) -> Lex {
        self.node(i).map_or(Lex::default(), |n| n.lex)
    }

    pub(super) fn quote(&self, i: usize) -> u32 {
        self.node(i).map_or(0, |n| n.quote)
    }

    /// The tag before `i`, adverbs passed over.
    pub(super) fn before(&self, i: usize) -> Tag {
        tag_before(self.nodes, i.saturating_sub(self.unit.start))
    }

    pub(super) fn finite(&self, i: usize) -> bool {
        self.node(i).is_some_and(|n| n.finite as usize == i)
    }

    /// The first finite verb of the unit at or after `i`, which is no word before it; `usize::MAX` for none.
    #[inline(always)]
    pub(super) fn next_finite(&self, i: usize) -> usize {
        self.node(i).map_or(usize::MAX, |n| n.finite as usize)
    }

    /// How many marks the unit's tokens `start..end` hold.
    #[inline]
    pub(super) fn marks(&self, start: usize, end: usize) -> Marks {
        let from = start.clamp(self.unit.start, self.unit.end);
        let to = end.min(self.unit.end).max(from);
        let at = |i: usize| self.view.marks.get(i).copied().unwrap_or_default();
        at(to).since(at(from))
    }

    pub(super) fn word(&self, i: usize) -> &'static str {
        LEXICON.words.get(usize::from(self.lex(i).0)).copied().unwrap_or_default()
    }

    /// Whether a finite verb comes before the next mark or conjunction at or after `k`.
    pub(super) fn clause_follows(&self, k: usize) -> bool {
        let stop = self.node(k).map_or(0, |n| n.stop as usize);
        self.next_finite(k + 1) < stop.min(k + 14)
    }

    /// Whether the unit's tokens `start..end` hold a finite verb.
    pub(super) fn has_finite(&self, start: usize, end: usize) -> bool {
        let (from, to) = (start.max(self.unit.start), end.min(start + WINDOW).min(self.unit.end));
        from < to && self.next_finite(from) < to
    }

    /// The last token of the unit before `k` that stands in a quotation.
    fn last_quoted(&self, k: usize) -> Option<usize> {
        let last = self.node(k.checked_sub(1)?)?.last_quoted;
        (last != NOWHERE).then_some(last as usize)
    }

    /// The first token of the unit at or after `k` that stands in a quotation.
    pub(super) fn next_quoted(&self, k: usize) -> Option<usize> {
        let next = self.node(k)?.next_quoted;
        (next != NOWHERE).then_some(next as usize)
    }

    /// Whether any of the unit's tokens `start..end` stands in a quotation.
    fn quoted(&self, start: usize, end: usize) -> bool {
        self.marks(start, end).quoted() > 0
    }

    pub(super) fn has_quotation(&self) -> bool {
        self.quoted(self.unit.start, self.unit.end)
    }

    /// The tokens `start..end` without the marks that only part them from the words around; `None` if none are left.
    pub(super) fn trim(&self, mut start: usize, mut end: usize) -> Option<(usize, usize)> {
        let parts = |tag: Tag| matches!(tag, Tag::Comma | Tag::Colon | Tag::Semi | Tag::Dash);
        while start < end
            && (parts(self.tag(start)) || matches!(self.tag(start), Tag::Close | Tag::Stop | Tag::QuoteClose))
        {
            start += 1;
        }
        while start < end
            && self.quote(end - 1) == 0
            && (parts(self.tag(end - 1)) || matches!(self.tag(end - 1), Tag::Open | Tag::Stop))
        {
            end -= 1;
        }
        (start..end).any(|i| !self.tag(i).mark()).then_some((start, end))
    }

    /// Whether content cannot stand to the right of `c` alone: `the dam held, said Weld`, `the dam held, Weld told the
    /// Courier`.
    pub(super) fn looks_back(&self, c: &Candidate) -> bool {
        let unit = self.unit;
        let said = || self.quote(c.group.saturating_sub(1)) != 0 || self.has_finite(unit.start, c.group);
        let parted = matches!(c.lead, Tag::Comma | Tag::QuoteClose);
        let inverted = c.frame == Frame::Inverted && parted && c.lean > SURE;
        // “told the Courier.”: whom they told, and nothing behind.
        let last = || {
            let told = self.phrases[self.phrases.partition_point(|p| p.start <= c.at)..].first();
            let end = told.filter(|p| p.start == c.at + 1).map(|p| p.end);
            end.is_some_and(|end| matches!(self.tag(end), Tag::Stop | Tag::Edge))
        };
        // “announced on Sunday.”, “said late on Monday.”: when, and nothing behind.
        let dated = || {
            let rest = c.at + 1..unit.end;
            let when = |i: usize| {
                let node = self.node(i);
                node.is_some_and(|n| n.time || n.tag.mark() && n.quote == 0)
                    || matches!(self.tag(i), Tag::Prep | Tag::Adv | Tag::Det | Tag::Num)
            };
            let parted = || {
                let comma = (unit.start..c.group).rev().take(SUBJECT).find(|&i| self.tag(i) == Tag::Comma);
                comma.is_some_and(|k| self.has_finite(unit.start, k) && !self.has_finite(k, c.group))
            };
            rest.len() < DATED
                && c.lean > SURE
                && rest.clone().any(|i| self.node(i).is_some_and(|n| n.time))
                && rest.clone().all(when)
                && parted()
        };
        c.group > unit.start && said() && (inverted || self.word(c.at) == "tell" && last() || dated())
    }

    /// The first of what speaks for and against a cue: enough to see which words are none.
    pub(super) fn cue_hints(&self, c: &Candidate, sink: &mut impl Sink) {
        let (pos, frame) = (c.pos as usize, c.frame as usize);
        sink.value(1, pos, c.lean);
        sink.value(2, frame, c.lean);
        sink.two(8, self.tag(c.at + 1) as usize, self.tag(c.at + 2) as usize);
        sink.two(14, self.quotations_near(c), frame);
    }

    /// How near quotations stand before and after `c`, as one of 16 steps.
    fn quotations_near(&self, c: &Candidate) -> usize {
        let left = self.last_quoted(c.group).map_or(3, |i| (c.group - 1 - i).min(3));
        let right = self.next_quoted(c.at + 1).map_or(3, |i| (i - c.at - 1).min(3));
        left * 4 + right
    }

    /// What else speaks for and against a cue.
    pub(super) fn cue_features(&self, c: &Candidate, sink: &mut impl Sink) {
        let (at, group) = (c.at, c.group);
        let unit = self.unit;
        let (pos, frame, lex) = (c.pos as usize, c.frame as usize, self.lex(at));
        let tag = self.tag(at) as usize;
        let prev = c.lead as usize;
        let prev2 = if group > unit.start + 1 { self.tag(group - 2) } else { Tag::Edge };
        sink.two(4, frame, tag);
        sink.two(5, prev, pos);
        sink.two(6, prev, prev2 as usize);
        sink.word(1, self.lex(at + 1), pos);
        sink.word(2, lex, 0);
        if group < at {
            sink.two(10, self.tag(at - 1) as usize, tag);
        }
        sink.one(11, bucket(at - unit.start));
        sink.one(12, bucket(unit.end - at));
        sink.word(6, lex, self.quotations_near(c));
        let lead_of = |p: &Phrase| if p.start > unit.start { self.tag(p.start - 1) } else { Tag::Edge };
        // The nearest phrase to the left, as a likely subject.
        let before = self.phrases.partition_point(|p| p.end <= group);
        let subject = self.phrases[..before].iter().rev().find(|p| self.quote(p.start) == 0);
        if let Some(p) = subject {
            let (sort, gap, lead) = (self.sort(*p), (group - p.end).min(3), lead_of(p) as usize);
            let head = self.view.nodes[p.head()].tag as usize;
            sink.two(16, lead, head);
            sink.two(17, lead, frame);
            sink.two(173, sort * TAGS + lead, gap);
        }
        let last = if unit.end > unit.start { self.tag(unit.end - 1) } else { Tag::Edge };
        sink.one(19, last as usize);
        let (said, says) = (self.has_finite(unit.start, group), self.has_finite(at + 1, unit.end));
        sink.two(21, usize::from(said), usize::from(says));
        // The strongest other candidate before and after.
        sink.two(23, rung(c.before), pos);
        sink.two(24, rung(c.after), pos);
        sink.two(26, self.tag(unit.start) as usize, frame);
        let fine = ((c.lean + 4.0) * 2.0).clamp(0.0, 15.0) as usize;
        sink.two(27, fine, frame);
        sink.two(28, fine, prev);
        let behind = self.quotation_before(group);
        sink.two(35, behind, self.quotation_after(at + 1));
    }

    /// How the last quotation before `k` ends and what parts it from `k`: 0 for none, else 1 to 12.
    ///
    /// A quotation that ends in a comma, with nothing but a noun phrase behind it, is what the verb at `k` reports.
    fn quotation_before(&self, k: usize) -> usize {
        let from = self.unit.start.max(k.saturating_sub(WINDOW));
        let Some(last) = self.last_quoted(k).filter(|&i| i >= from) else { return 0 };
        let word = (from..=last).rev().find(|&i| self.tag(i) != Tag::QuoteClose);
        let inner = match word.map(|i| self.tag(i)) {
            Some(Tag::Comma) => 0,
            Some(Tag::Stop) => 1,
            _ if self.tag(last + 1) == Tag::Comma => 2,
            _ => 3,
        };
        let between =
            if self.has_finite(last + 1, k) { 2 } else { usize::from(self.marks(last + 2, k).commas() > 0) };
        1 + inner * 3 + between
    }

    /// What parts the next quotation at or after `k` from it: 0 for none, else 1 to 10.
    fn quotation_after(&self, k: usize) -> usize {
        let to = self.unit.end.min(k + WINDOW);
        let Some(first) = self.next_quoted(k).filter(|&i| i < to) else { return 0 };
        let lead = match self.tag(first.saturating_sub(1)) {
            _ if first == k => 0,
            Tag::Comma => 1,
            Tag::Colon => 2,
            Tag::That | Tag::Prep | Tag::Be => 3,
            _ => 4,
        };
        1 + 2 * lead + usize::from(self.has_finite(k, first))
    }

    /// What sort of thing `p` names, by its head.
    pub(super) fn sort(&self, p: Phrase) -> usize {
        let head = self.view.nodes[p.head()];
        let class = head.class;
        match head.tag {
            Tag::Pron if class.any(Class::SUBJECT) => 0,
            Tag::Pron => 1,
            Tag::Name if class.any(Class::UPPER) => 2,
            Tag::Name if p.len() > 1 => 3,
            Tag::Name => 4,
            Tag::Noun | Tag::Plural if class.any(Class::PERSON) => 5 + usize::from(head.tag == Tag::Plural),
            Tag::Noun | Tag::Plural if class.any(Class::GROUP) => 7,
            Tag::Noun => 8,
            Tag::Plural => 9,
            Tag::Num => 10,
            Tag::PossDet => 11,
            Tag::Rel | Tag::Wh => 12,
            _ => 13,
        }
    }
}

const _: () = assert!(LEXICAL > 189);
