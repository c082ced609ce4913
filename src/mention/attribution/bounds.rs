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
    quoted: bool,
    /// The tag that the unit opens with, if no comma parts it from the cue.
    opens_unit: Tag,
    /// What the clause of the cue opens with, if that makes it depend on another.
    under: Tag,
}

/// How many words a bound may lie away from its cue, and how many bounds are weighed: bounds keep the time linear.
const START_REACH: usize = 10;
const MOST_BOUNDS: usize = 48;
/// How many cues behind a bound are looked at, and the lean, as a log odds, from which on one is strong.
const RIVALS: usize = 8;
const STRONG: f32 = 1.0;

impl Scene<'_> {
    /// The places where content to the right of `c` may start.
    pub(super) fn starts(&self, c: &Candidate, mut out: impl FnMut(usize)) {
        let nodes = self.nodes.get(c.at + 1 - self.unit.start..).unwrap_or_default();
        for (at, node) in (c.at + 1..).zip(nodes).take(START_REACH) {
            out(at);
            if node.quote != 0 {
                break;
            }
        }
    }

    /// The first of what speaks for and against `at` as the start of the content of `c`: enough to see which can be none.
    pub(super) fn start_hints(&self, c: &Candidate, source: Option<Phrase>, at: usize, sink: &mut impl Sink) {
        let distance = at - c.at - 1;
        sink.two(70, distance.min(9), c.frame as usize);
        sink.two(71, self.tag(at) as usize, distance.min(2));
        sink.word(21, self.lex(at - 1), distance.min(1));
        let in_source = source.is_some_and(|p| p.start > c.at && p.end >= at);
        sink.two(75, usize::from(in_source), distance.min(2));
    }

    /// What else speaks for and against `at` as the start of the content of `c`.
    pub(super) fn start_features(&self, c: &Candidate, at: usize, sink: &mut impl Sink) {
        let distance = at - c.at - 1;
        let (prev, next) = (self.tag(at - 1) as usize, self.tag(at) as usize);
        let frame = c.frame as usize;
        sink.two(72, prev, next);
        sink.two(73, next, frame);
        sink.two(74, prev, frame);
        sink.word(20, self.lex(at), distance.min(1));
        sink.word(22, self.lex(c.at), distance.min(3));
        // Phrases rise by both ends.
        let near = &self.phrases[self.phrases.partition_point(|p| p.end < at)..];
        let mut ending = near.iter().take_while(|p| p.end == at);
        let phrase_end = ending.any(|p| p.start > c.at);
        let inside = near.iter().find(|p| p.end > at).is_some_and(|p| p.start < at);
        sink.one(78, usize::from(inside));
        sink.two(
            79,
            usize::from(self.clause_follows(at)),
            usize::from(phrase_end) + 2 * usize::from(distance == 0),
        );
        let behind = self.marks(c.at + 1, at);
        sink.two(80, usize::from(behind.thats() > 0), usize::from(behind.commas() + behind.colons() > 0));
        sink.two(81, c.pos as usize, distance.min(3));
    }

    /// The places where content that starts at `start` may end.
    pub(super) fn ends(&self, start: usize, mut out: impl FnMut(usize)) {
        let mut end = self.unit.end;
        while end > start + 1 && matches!(self.tag(end - 1), Tag::Stop) {
            end -= 1;
        }
        let (from, to) = (start - self.unit.start, end - self.unit.start);
        let nodes = self.nodes.get(from..to).unwrap_or_default();
        let plain = nodes.first().is_none_or(|n| n.quote == 0);
        let longest = if plain { 2 * WINDOW + 1 } else { nodes.len() };
        let mut count = 0;
        for (i, pair) in (start + 1..).zip(nodes.windows(2)).take(longest - 1) {
            let [prev, node] = pair else { continue };
            if count >= MOST_BOUNDS {
                break;
            }
            // Never out of a bracket that the cue stands in too.
            if node.tag == Tag::Close {
                let inside = self.marks(start, i);
                if inside.closes() >= inside.opens() {
                    out(i);
                    return;
                }
            }
            // Never inside a quotation.
            if node.quote != 0 && node.quote == prev.quote {
                continue;
            }
            let bound = node.tag.may_end() || prev.tag == Tag::QuoteClose || node.finite as usize == i;
            if bound && prev.tag != Tag::Comma {
                out(i);
                count += 1;
            }
        }
        out(end);
    }

    /// Whether the unit ends at `end`.
    fn is_last(&self, end: usize) -> bool {
        end >= self.unit.end || self.tag(end) == Tag::Stop && end + 1 >= self.unit.end
    }

    /// The first of what speaks for and against `end` as the end of content that starts at `start`: enough to see which can
    /// be none.
    pub(super) fn end_hints(&self, start: usize, end: usize, sink: &mut impl Sink) {
        let (prev, next) = (self.tag(end - 1) as usize, self.tag(end) as usize);
        sink.two(102, prev, next);
        sink.two(107, self.marks(start, end).commas().min(4), next);
    }

    /// What the ends of the content of `c` that starts at `start` have in common.
    pub(super) fn begun(&self, c: &Candidate, start: usize) -> Begun {
        // “Although he said that it held, the mayor left”: a clause that opens its sentence ends at the comma.
        let parted = self.marks(self.unit.start, c.group).commas() > 0;
        let subord = |i: &usize| matches!(self.tag(*i), Tag::Subord | Tag::Wh | Tag::Rel | Tag::To);
        let under = (self.unit.start.max(c.group.saturating_sub(8))..c.group).rev().find(subord);
        Begun {
            start,
            quoted: self.quote(start) != 0,
            opens_unit: if parted { Tag::Edge } else { self.tag(self.unit.start) },
            under: under.map_or(Tag::Edge, |i| self.tag(i)),
        }
    }

    /// What else speaks for and against `end` as the end of the content of `c` that begins so.
    pub(super) fn end_features(&self, c: &Candidate, begun: &Begun, end: usize, sink: &mut impl Sink) {
        let Begun { start, quoted, opens_unit, under } = *begun;
        let length = end - start;
        let last = self.is_last(end);
        let (prev, next, next2) = (self.tag(end - 1), self.tag(end), self.tag(end + 1));
        let finite = self.has_finite(start, end);
        let (has, comma) = (usize::from(finite), usize::from(next == Tag::Comma));
        let lasts = usize::from(last);
        sink.two(101, next as usize, next2 as usize);
        sink.two(104, bucket(length), lasts);
        sink.two(109, usize::from(quoted) + 2 * usize::from(prev == Tag::QuoteClose), next as usize);
        sink.two(111, c.pos as usize, next as usize);
        sink.two(114, usize::from(length == 1), prev as usize);
        sink.word(30, self.lex(end), has);
        sink.word(31, self.lex(end + 1), comma + 2 * has);
        sink.word(32, self.lex(c.at), lasts);
        sink.word(34, self.lex(c.at), has + 2 * lasts);
        sink.word(35, self.lex(start), has + 2 * lasts);
        let verb = if next == Tag::Comma || next == Tag::Coord { self.tag(end + 2) } else { next2 };
        let pair = next as usize * TAGS + next2 as usize;
        sink.two(112, pair, verb as usize);
        // What the words behind the bound begin: a clause with its own subject, a second predicate, another cue.
        let mut after = end;
        while matches!(self.tag(after), Tag::Comma | Tag::Coord | Tag::Dash | Tag::Semi | Tag::Adv)
            && after < end + 4
        {
            after += 1;
        }
        let (clause, then) = (usize::from(self.clause_follows(after)), self.tag(after) as usize);
        sink.two(116, pair, clause + 2 * has);
        sink.two(117, then, clause + 2 * has + 4 * lasts);
        let rest = &self.candidates[self.candidates.partition_point(|o| o.at < end)..];
        let other = rest.iter().find(|o| o.at >= after);
        let cue = other.filter(|o| o.at < after + 6).map_or(0, |o| 1 + rung(o.lean));
        sink.two(118, next as usize, cue + 16 * clause);
        let behind = clause + 2 * comma + 4 * lasts;
        sink.two(120, opens_unit as usize, behind);
        sink.two(121, under as usize, behind + 8 * usize::from(c.pos as usize > 0));
        sink.two(122, bucket(self.unit.end - end), next as usize);
        // Whether quotations follow, and before or behind the next strong cue.
        let strong = rest.iter().take(RIVALS).find(|o| o.lean > STRONG).map_or(usize::MAX, |o| o.group);
        let more =
            self.next_quoted(end).map_or(0, |i| 1 + usize::from(i > strong) + 2 * usize::from(i == end));
        let holds = usize::from(self.marks(start, end).quoted() > 0) + 2 * usize::from(quoted);
        sink.two(180, more * 4 + holds, next as usize);
        sink.two(181, more * 4 + holds, usize::from(strong != usize::MAX) + 2 * has);
    }

    /// Where content to the left of a cue ends: before the comma that parts it from source and cue.
    pub(super) fn left_end(&self, c: &Candidate, source: Option<Phrase>) -> usize {
        let mut end = c.group;
        if let Some(p) = source.filter(|p| p.end <= c.group && !self.has_finite(p.end, c.group)) {
            end = p.start;
        }
        // “It closed years ago, Weld said”: an adverb before the comma ends the content.
        let closes = |i: usize| {
            let word =
                |tag: Tag| tag.verb() || tag.aux() || tag.nominal() || matches!(tag, Tag::Adv | Tag::Adj);
            self.tag(i + 1) == Tag::Comma && i > self.unit.start && word(self.tag(i - 1))
        };
        while end > self.unit.start
            && match self.tag(end - 1) {
                Tag::Adv => !closes(end - 1),
                Tag::Prep => self.word(end - 1) == "as",
                tag => matches!(
                    tag,
                    Tag::Comma
                        | Tag::Dash
                        | Tag::Coord
                        | Tag::Subord
                        | Tag::Wh
                        | Tag::Rel
                        | Tag::Stop
                        | Tag::Open
                ),
            }
        {
            end -= 1;
        }
        end
    }

    /// The places where content that ends at `end` may start.
    pub(super) fn left_starts(&self, end: usize, mut out: impl FnMut(usize)) {
        let mut count = 0;
        for i in (self.unit.start..end).rev() {
            let Some(node) = self.node(i).filter(|_| count < MOST_BOUNDS) else { break };
            let prev = if i > self.unit.start { self.node(i - 1) } else { None };
            if node.quote != 0 && prev.is_some_and(|p| p.quote == node.quote) {
                continue;
            }
            let bound = prev.is_none_or(|p| p.tag.may_begin())
                || matches!(node.tag, Tag::QuoteOpen | Tag::That | Tag::Wh | Tag::Rel);
            if bound && !matches!(node.tag, Tag::Comma | Tag::Stop) {
                out(i);
                count += 1;
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
        let first = usize::from(start == self.unit.start);
        let prev = if first == 1 { Tag::Edge } else { self.tag(start - 1) };
        let next = self.tag(start);
        let quoted = usize::from(self.quote(end - 1) != 0);
        let finite = usize::from(self.has_finite(start, end));
        sink.two(130, prev as usize, next as usize);
        sink.two(131, first, quoted + 2 * finite + 4 * side as usize);
        sink.two(133, bucket(end - start), first);
        sink.two(134, next as usize, quoted);
        sink.two(135, c.frame as usize, first);
        if first == 0 {
            sink.word(41, self.lex(start - 1), 0);
        }
    }
}
