//! Which words name a source: its phrase with what is joined to it and what tells who it is.

use super::{
    scene::{Candidate, Scene},
    view::{Phrase, Tag},
};
use crate::lexicon::Class;

impl Scene<'_> {
    /// The name right after a form of `tell`: whom the source told.
    pub(super) fn told(&self, c: &Candidate) -> Option<(usize, usize)> {
        if self.word(c.at) != "tell" {
            return None;
        }
        let p = self.phrases.iter().find(|p| p.start == c.at + 1)?;
        (self.tag(p.head()) == Tag::Name).then_some((p.start, p.end))
    }

    /// The tokens that name the source `p` of `c`, with what is joined to it before and what follows its head.
    pub(super) fn extent(&self, c: &Candidate, p: Phrase) -> (usize, usize) {
        let (mut start, end) = (self.extent_start(c, p), self.extent_end(c, p));
        // “On Monday China's ministry said”: the day is no part of it.
        while start + 1 < end
            && self.node(start).is_some_and(|n| n.time)
            && self.tag(start.wrapping_sub(1)) == Tag::Prep
        {
            start += 1;
        }
        (start, end)
    }

    /// `the mayor and` in `the mayor and his aides said`: the source is both.
    fn extent_start(&self, c: &Candidate, p: Phrase) -> usize {
        let mut start = p.start;
        // “Weld, Hale and the mayor”
        let goes_on = self.tag(p.end) == Tag::Coord && p.end < c.group;
        for q in self.phrases.iter().rev().filter(|q| q.end < p.start).take(3) {
            let list = (start < p.start || goes_on)
                && self.tag(q.end) == Tag::Comma
                && self.tag(q.head()) == Tag::Name
                && (start < p.start || self.tag(p.head()) == Tag::Name);
            let joined = q.end + 1 == start && (self.tag(q.end) == Tag::Coord || list);
            if !joined || self.quote(q.start) != 0 {
                break;
            }
            if self.is_free(q.start) {
                start = q.start;
                continue;
            }
            // “the spokesman for Parks and Recreation”, “the speaker of the house and current nominee”
            let shared = !matches!(self.tag(p.start), Tag::Det | Tag::PossDet | Tag::Pron);
            if let Some(whole) = self.holder(q.start).filter(|_| shared && p.end <= c.group) {
                start = whole.start;
            }
            break;
        }
        if start == p.start && p.end <= c.group {
            // No subject stands behind a preposition: “officials of the council said”.
            let governs = self.tag(start.wrapping_sub(1)) == Tag::Prep;
            let holder = || if governs { self.holder(start).map(|q| q.start) } else { None };
            self.described_before(c, p).or_else(holder).unwrap_or(start)
        } else {
            start
        }
    }

    /// Whether no preposition governs what begins at `start`, but for that of `with thousands chanting`.
    fn is_free(&self, start: usize) -> bool {
        start == self.unit.start
            || match self.tag(start - 1) {
                Tag::Prep => self.word(start - 1) == "with",
                tag => tag != Tag::Poss,
            }
    }

    /// The phrase at the start of a clause to which prepositions lead back from `at`: `the minister` from `Derrow` in `the
    /// minister of trade of Derrow`.
    fn holder(&self, at: usize) -> Option<Phrase> {
        let (split, mut at) = (self.phrases.partition_point(|q| q.end < at), at);
        for q in self.phrases[..split].iter().rev().take(4) {
            if self.tag(at - 1) != Tag::Prep || q.end + 1 != at || self.quote(q.start) != 0 {
                return None;
            }
            at = q.start;
            if self.opens_clause(at) {
                return Some(*q);
            }
        }
        None
    }

    /// Whether a clause may begin at `at`.
    fn opens_clause(&self, at: usize) -> bool {
        if at == self.unit.start {
            return true;
        }
        match self.tag(at - 1) {
            // “but Weld”, not “the council and Weld”
            Tag::Coord => {
                at - 1 == self.unit.start || matches!(self.tag(at - 2), Tag::Comma | Tag::QuoteClose)
            }
            tag => matches!(
                tag,
                Tag::Comma | Tag::QuoteClose | Tag::That | Tag::Subord | Tag::Colon | Tag::Semi | Tag::Dash
            ),
        }
    }

    /// Where the name begins that `p` describes, or the description of the name `p`: `Ansa Weld, a teacher at the school
    /// who` , `his neighbour, Ansa Weld`, `Ansa Weld of Derrow, Ohio`.
    fn described_before(&self, c: &Candidate, p: Phrase) -> Option<usize> {
        let comma = p.start.checked_sub(1).filter(|&i| i > self.unit.start && self.tag(i) == Tag::Comma)?;
        let ends = |comma: usize| {
            let split = self.phrases.partition_point(|q| q.end < comma);
            self.phrases.get(split).copied().filter(|q| q.end == comma && self.quote(q.start) == 0)
        };
        // “Ansa Weld, 63, a doctor”
        let age = |q: &Phrase| {
            q.len() == 1 && self.tag(q.start) == Tag::Num && self.tag(q.start.wrapping_sub(1)) == Tag::Comma
        };
        let before = ends(comma)?;
        let before = Some(before).filter(age).and_then(|q| ends(q.start - 1)).unwrap_or(before);
        let name = |q: Phrase| self.tag(q.head()) == Tag::Name;
        let person = |q: Phrase| {
            self.tag(q.head()) != Tag::Plural
                && self.node(q.head()).is_some_and(|n| n.class.any(Class::PERSON))
        };
        // A comma closes what only describes: not so in “He met Weld, a friend said.”
        let closed = c.lead == Tag::Comma;
        let described =
            closed && matches!(self.tag(p.start), Tag::Det | Tag::Adj | Tag::Noun | Tag::Num) && !name(p);
        if self.opens_clause(before.start) {
            let fits = name(before) && described || name(p) && person(before);
            return fits.then_some(before.start);
        }
        // “Ansa Weld of Derrow, Ohio”
        let place = name(p) && name(before) && self.tag(before.start - 1) == Tag::Prep;
        self.holder(before.start).filter(|_| place && p.len() < 3).map(|q| q.start)
    }

    fn extent_end(&self, c: &Candidate, p: Phrase) -> usize {
        // “She spoke at length, saying”, “who a day before had said”
        let alone = match self.tag(p.head()) {
            Tag::Pron => !matches!(self.tag(p.end), Tag::Prep | Tag::Rel | Tag::Part),
            tag => matches!(tag, Tag::Rel | Tag::Wh),
        };
        if alone {
            return p.end;
        }
        if p.end <= c.group
            && !self.has_finite(p.end, c.group)
            && (p.end..c.group).all(|i| self.quote(i) == 0)
        {
            let mut end = c.group;
            while end > p.end
                && (self.tag(end - 1).mark()
                    || matches!(
                        self.tag(end - 1),
                        Tag::Adv | Tag::Wh | Tag::Rel | Tag::That | Tag::Coord | Tag::Prep
                    ))
            {
                end -= 1;
            }
            let held = self.marks(p.end, end);
            if held.opens() > held.closes() && self.tag(end) == Tag::Close {
                end += 1;
            }
            // “Weld, speaking at the dam, said”: what she did meanwhile does not say who she is.
            let meanwhile = self.tag(p.end) == Tag::Comma
                && matches!(self.tag(p.end + 1), Tag::Ing | Tag::Prep | Tag::Subord);
            if meanwhile {
                return p.end;
            }
            if end - p.end <= 12 {
                return end;
            }
        }
        let mut end = p.end;
        while self.tag(end) == Tag::Prep && end < p.end + 10 {
            let Some(next) = self.phrases.iter().find(|q| q.start == end + 1) else { break };
            // “said Weld after the flood”: when, not who.
            let when = self.node(end).is_some_and(|n| n.class.any(Class::SUBORD));
            if when || p.end <= c.group && next.end > c.group {
                break;
            }
            end = next.end;
        }
        if p.start > c.at { self.apposition(end) } else { end }
    }

    /// Where an apposition that follows at `end` ends: `, the mayor of Derrow` in `said Weld, the mayor of Derrow.`
    fn apposition(&self, end: usize) -> usize {
        let Some(aside) =
            self.phrases.iter().find(|q| q.start == end + 1).filter(|_| self.tag(end) == Tag::Comma)
        else {
            return end;
        };
        let mut last = aside.end;
        while self.tag(last) == Tag::Prep && last < end + 12 {
            let Some(next) = self.phrases.iter().find(|q| q.start == last + 1) else { break };
            last = next.end;
        }
        let described = matches!(self.tag(aside.start), Tag::Det | Tag::PossDet | Tag::Adj | Tag::Noun);
        let closed = matches!(self.tag(last), Tag::Comma | Tag::Stop | Tag::Edge | Tag::QuoteOpen);
        if described && closed && aside.len() > 1 { last } else { end }
    }
}
