//! Where a content starts and ends: the places that are weighed, and what speaks for each.

use super::{
    model::Sink,
    scene::{Candidate, Scene, Side, WINDOW, bucket, rung},
    view::{Phrase, TAGS, Tag},
};

/// Where a content begins, as far as it matters for its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Begun {
    start: usize,
    tag: Tag,
    quoted: bool,
    /// The tag that the unit opens with, if no comma parts it from the cue.
    opens_unit: Tag,
    /// What the clause of the cue opens with, if that makes it depend on another.
    under: Tag,
}

/// How many words a bound may lie away from its cue, and how many bounds are weighed: bounds keep the time linear.
const START_REACH: usize = 14;
const MOST_BOUNDS: usize = 48;
/// How many cues behind a bound are looked at, and the lean, as a log odds, from which on one is strong.
const RIVALS: usize = 8;
const STRONG: f32 = 1.0;

impl Scene<'_> {
    /// The places where content to the right of `c` may start.
    pub(super) fn starts(&self, c: &Candidate, out: &mut Vec<usize>) {
        out.clear();
        let mut i = c.at + 1;
        while i < self.unit.end && out.len() < START_REACH {
            out.push(i);
            if self.quote(i) != 0 {
                break;
            }
            i += 1;
        }
    }

    /// What the source of `c` says of `at` as the start of its content; see [`Self::own_start_features`] for the rest.
    pub(super) fn start_source_features(
        &self,
        c: &Candidate,
        source: Option<Phrase>,
        at: usize,
        sink: &mut impl Sink,
    ) {
        let in_source = source.is_some_and(|p| p.start > c.at && p.end >= at);
        sink.two(75, usize::from(in_source), (at - c.at - 1).min(2));
        let after_source = source.is_some_and(|p| p.start > c.at && p.end == at);
        sink.two(76, usize::from(after_source), self.tag(at) as usize);
    }

    /// What speaks for and against `at` as the start of the content of `c`, whatever its source. `near` is a phrase, by
    /// number, that does not end after the first that does not end before `at`; it is moved there.
    pub(super) fn own_start_features(
        &self,
        c: &Candidate,
        at: usize,
        near: &mut usize,
        sink: &mut impl Sink,
    ) {
        let distance = at - c.at - 1;
        let (prev, next) = (self.tag(at - 1), self.tag(at));
        let frame = c.frame as usize;
        sink.two(70, distance.min(9), frame);
        sink.two(71, next as usize, distance.min(2));
        sink.two(72, prev as usize, next as usize);
        sink.two(73, next as usize, frame);
        sink.two(74, prev as usize, frame);
        sink.word(20, self.lex(at), distance.min(1));
        sink.word(21, self.lex(at - 1), distance.min(1));
        sink.word(22, self.lex(c.at), distance.min(3));
        // Phrases rise by both ends.
        let rest = self.phrases.get(*near..).unwrap_or_default();
        let passed = rest.iter().take_while(|p| p.end < at).count();
        *near += passed;
        let near = &rest[passed..];
        let mut ending = near.iter().take_while(|p| p.end == at);
        let phrase_end = ending.any(|p| p.start > c.at);
        sink.two(77, usize::from(phrase_end), next as usize);
        let inside = near.iter().find(|p| p.end > at).is_some_and(|p| p.start < at);
        sink.one(78, usize::from(inside));
        sink.two(
            79,
            usize::from(self.clause_follows(at)),
            usize::from(phrase_end) + 2 * usize::from(distance == 0),
        );
        let behind = self.marks(c.at + 1, at);
        sink.two(80, usize::from(behind.thats > 0), usize::from(behind.commas + behind.colons > 0));
        sink.two(81, c.pos as usize, distance.min(3));
    }

    /// The places where content that starts at `start` may end.
    pub(super) fn ends(&self, start: usize, out: &mut Vec<usize>) {
        out.clear();
        let mut end = self.unit.end;
        while end > start + 1 && matches!(self.tag(end - 1), Tag::Stop) {
            end -= 1;
        }
        for i in start + 1..end {
            if out.len() >= MOST_BOUNDS || i > start + 2 * WINDOW && self.quote(start) == 0 {
                break;
            }
            // Never out of a bracket that the cue stands in too.
            if self.tag(i) == Tag::Close {
                let inside = self.marks(start, i);
                if inside.closes >= inside.opens {
                    out.push(i);
                    return;
                }
            }
            // Never inside a quotation.
            if self.quote(i) != 0 && self.quote(i) == self.quote(i - 1) {
                continue;
            }
            let bound = matches!(
                self.tag(i),
                Tag::Comma
                    | Tag::Dash
                    | Tag::Semi
                    | Tag::Colon
                    | Tag::Open
                    | Tag::Coord
                    | Tag::Subord
                    | Tag::Prep
                    | Tag::Wh
                    | Tag::Rel
                    | Tag::QuoteOpen
                    | Tag::To
                    | Tag::Ing
                    | Tag::That
                    | Tag::Stop
                    | Tag::Name
                    | Tag::Adv
                    | Tag::Part
            ) || self.tag(i - 1) == Tag::QuoteClose
                || self.finite(i);
            if bound && self.tag(i - 1) != Tag::Comma {
                out.push(i);
            }
        }
        out.push(end);
    }

    /// Whether the unit ends at `end`.
    fn is_last(&self, end: usize) -> bool {
        end >= self.unit.end || self.tag(end) == Tag::Stop && end + 1 >= self.unit.end
    }

    /// What speaks for and against `end` as the end of content on `side`; see [`Self::own_end_features`] for the rest.
    pub(super) fn end_side_features(&self, side: Side, end: usize, sink: &mut impl Sink) {
        let comma = usize::from(self.tag(end) == Tag::Comma);
        sink.two(108, side as usize, usize::from(self.is_last(end)) + 2 * comma);
    }

    /// What the ends of the content of `c` that starts at `start` have in common.
    pub(super) fn begun(&self, c: &Candidate, start: usize) -> Begun {
        // “Although he said that it held, the mayor left”: a clause that opens its sentence ends at the comma.
        let parted = self.marks(self.unit.start, c.group).commas > 0;
        let subord = |i: &usize| matches!(self.tag(*i), Tag::Subord | Tag::Wh | Tag::Rel | Tag::To);
        let under = (self.unit.start.max(c.group.saturating_sub(8))..c.group).rev().find(subord);
        Begun {
            start,
            tag: self.tag(start),
            quoted: self.quote(start) != 0,
            opens_unit: if parted { Tag::Edge } else { self.tag(self.unit.start) },
            under: under.map_or(Tag::Edge, |i| self.tag(i)),
        }
    }

    /// What speaks for and against `end` as the end of the content of `c` that begins so, on whatever side.
    pub(super) fn own_end_features(&self, c: &Candidate, begun: &Begun, end: usize, sink: &mut impl Sink) {
        let Begun { start, tag: opens, quoted, opens_unit, under } = *begun;
        let length = end - start;
        let last = self.is_last(end);
        let (prev, next, next2) = (self.tag(end - 1), self.tag(end), self.tag(end + 1));
        let frame = c.frame as usize;
        let finite = self.has_finite(start, end);
        sink.two(100, usize::from(last), frame);
        sink.two(101, next as usize, next2 as usize);
        sink.two(102, prev as usize, next as usize);
        sink.two(103, next as usize, frame);
        sink.two(104, bucket(length), usize::from(last));
        sink.two(105, next as usize, usize::from(finite) + 2 * opens as usize);
        sink.two(106, opens as usize, usize::from(last) + 2 * usize::from(finite));
        sink.word(30, self.lex(end), usize::from(finite));
        sink.word(31, self.lex(end + 1), usize::from(next == Tag::Comma) + 2 * usize::from(finite));
        let marks = self.marks(start, end);
        sink.two(107, marks.commas.min(4) as usize, next as usize);
        sink.two(109, usize::from(quoted) + 2 * usize::from(prev == Tag::QuoteClose), next as usize);
        let behind = self.finite_soon(end + 1);
        sink.two(110, next as usize, usize::from(behind) + 2 * next2 as usize);
        sink.word(32, self.lex(c.at), usize::from(last));
        sink.two(111, c.pos as usize, next as usize);
        let verb = if next == Tag::Comma || next == Tag::Coord { self.tag(end + 2) } else { next2 };
        sink.two(112, next as usize * TAGS + next2 as usize, verb as usize);
        sink.two(113, usize::from(last), opens as usize);
        // What the words behind the bound begin: a clause with its own subject, a second predicate, another cue.
        let mut after = end;
        while matches!(self.tag(after), Tag::Comma | Tag::Coord | Tag::Dash | Tag::Semi | Tag::Adv)
            && after < end + 4
        {
            after += 1;
        }
        let (clause, then) = (self.clause_follows(after), self.tag(after));
        sink.two(116, next as usize * TAGS + next2 as usize, usize::from(clause) + 2 * usize::from(finite));
        sink.two(117, then as usize, usize::from(clause) + 2 * usize::from(finite) + 4 * usize::from(last));
        let rest = &self.candidates[self.candidates.partition_point(|o| o.at < end)..];
        let other = rest.iter().find(|o| o.at >= after);
        let cue = other.filter(|o| o.at < after + 6).map_or(0, |o| 1 + rung(o.lean));
        sink.two(118, next as usize, cue + 16 * usize::from(clause));
        sink.word(34, self.lex(c.at), usize::from(finite) + 2 * usize::from(last));
        sink.two(
            119,
            frame,
            usize::from(finite) + 2 * usize::from(last) + 4 * usize::from(next == Tag::Comma),
        );
        sink.word(35, self.lex(start), usize::from(finite) + 2 * usize::from(last));
        let behind = usize::from(clause) + 2 * usize::from(next == Tag::Comma) + 4 * usize::from(last);
        sink.two(120, opens_unit as usize, behind);
        sink.two(121, under as usize, behind + 8 * usize::from(c.pos as usize > 0));
        sink.two(122, bucket(self.unit.end - end), next as usize);
        // Whether quotations follow, and before or behind the next strong cue.
        let strong = rest.iter().take(RIVALS).find(|o| o.lean > STRONG).map_or(usize::MAX, |o| o.group);
        let more =
            self.next_quoted(end).map_or(0, |i| 1 + usize::from(i > strong) + 2 * usize::from(i == end));
        let started = usize::from(marks.quoted > 0) + 2 * usize::from(quoted);
        sink.two(180, more * 4 + started, next as usize);
        sink.two(181, more * 4 + started, usize::from(strong != usize::MAX) + 2 * usize::from(finite));
        sink.two(114, usize::from(length == 1), prev as usize);
        sink.one(115, usize::from(marks.opens > 0 && marks.closes == 0));
        let follows = || self.phrases.get(self.phrases.partition_point(|p| p.start <= end));
        let noun = if next == Tag::Prep { follows().filter(|p| p.start == end + 1) } else { None };
        if let Some(noun) = noun {
            sink.word(33, self.lex(noun.head()), 0);
        }
    }

    fn finite_soon(&self, k: usize) -> bool {
        let verb = self.next_finite(k);
        let parts = |i: usize| matches!(self.tag(i), Tag::Comma | Tag::Stop);
        verb < self.unit.end.min(k + 5) && !(k..verb).any(parts)
    }

    /// Where content to the left of a cue ends: before the comma that parts it from source and cue.
    pub(super) fn left_end(&self, c: &Candidate, source: Option<Phrase>) -> usize {
        let mut end = c.group;
        if let Some(p) = source.filter(|p| p.end <= c.group && !self.has_finite(p.end, c.group)) {
            end = p.start;
        }
        while end > self.unit.start
            && matches!(
                self.tag(end - 1),
                Tag::Comma
                    | Tag::Dash
                    | Tag::Adv
                    | Tag::Coord
                    | Tag::Subord
                    | Tag::Wh
                    | Tag::Rel
                    | Tag::Stop
                    | Tag::Open
            )
            || end > self.unit.start && self.tag(end - 1) == Tag::Prep && self.word(end - 1) == "as"
        {
            end -= 1;
        }
        end
    }

    /// The places where content that ends at `end` may start.
    pub(super) fn left_starts(&self, end: usize, out: &mut Vec<usize>) {
        out.clear();
        for i in (self.unit.start..end).rev() {
            if out.len() >= MOST_BOUNDS {
                break;
            }
            if i > self.unit.start && self.quote(i) != 0 && self.quote(i) == self.quote(i - 1) {
                continue;
            }
            let prev = if i > self.unit.start { self.tag(i - 1) } else { Tag::Edge };
            let bound = matches!(
                prev,
                Tag::Edge
                    | Tag::Comma
                    | Tag::Dash
                    | Tag::Semi
                    | Tag::Colon
                    | Tag::Coord
                    | Tag::QuoteClose
                    | Tag::Subord
                    | Tag::Wh
                    | Tag::Rel
                    | Tag::Stop
                    | Tag::Close
            ) || matches!(self.tag(i), Tag::QuoteOpen | Tag::That | Tag::Wh | Tag::Rel);
            if bound && !matches!(self.tag(i), Tag::Comma | Tag::Stop) {
                out.push(i);
            }
        }
    }

    pub(super) fn left_features(
        &self,
        c: &Candidate,
        side: Side,
        start: usize,
        end: usize,
        sink: &mut impl Sink,
    ) {
        let prev = if start > self.unit.start { self.tag(start - 1) } else { Tag::Edge };
        let next = self.tag(start);
        let first = start == self.unit.start;
        let quoted = self.quote(end - 1) != 0;
        let finite = self.has_finite(start, end);
        sink.two(130, prev as usize, next as usize);
        sink.two(131, usize::from(first), usize::from(quoted) + 2 * usize::from(finite) + 4 * side as usize);
        sink.two(132, prev as usize, usize::from(finite) + 2 * usize::from(quoted));
        sink.two(133, bucket(end - start), usize::from(first));
        sink.two(134, next as usize, usize::from(quoted));
        sink.two(135, c.frame as usize, usize::from(first));
        sink.word(40, self.lex(start), usize::from(first));
        if !first {
            sink.word(41, self.lex(start - 1), 0);
            sink.two(136, usize::from(self.has_finite(self.unit.start, start)), prev as usize);
        }
        let same = self.quote(start) != 0 && self.quote(start) == self.quote(end - 1);
        sink.two(137, usize::from(same), usize::from(self.quote(start) != 0) + 2 * usize::from(first));
    }
}
