//! Which words name a source: its phrase with what is joined to it and what tells who it is.

use super::{
    scene::{Candidate, Scene},
    view::{Phrase, Tag},
};

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
        (self.extent_start(p), self.extent_end(c, p))
    }

    /// `the mayor and` in `the mayor and his aides said`: the source is both.
    fn extent_start(&self, p: Phrase) -> usize {
        let mut start = p.start;
        for q in self.phrases.iter().rev().filter(|q| q.end < p.start).take(3) {
            // “Weld, Hale and the mayor”
            let list = start < p.start && self.tag(q.end) == Tag::Comma && self.tag(q.head()) == Tag::Name;
            let joined = q.end + 1 == start && (self.tag(q.end) == Tag::Coord || list);
            let free = q.start == self.unit.start || !matches!(self.tag(q.start - 1), Tag::Prep | Tag::Poss);
            if !(joined && free) || self.quote(q.start) != 0 {
                break;
            }
            start = q.start;
        }
        start
    }

    fn extent_end(&self, c: &Candidate, p: Phrase) -> usize {
        if p.end <= c.group
            && !self.has_finite(p.end, c.group)
            && (p.end..c.group).all(|i| self.quote(i) == 0)
        {
            let mut end = c.group;
            while end > p.end
                && (self.tag(end - 1).mark()
                    || matches!(self.tag(end - 1), Tag::Adv | Tag::Wh | Tag::Rel | Tag::That | Tag::Coord))
            {
                end -= 1;
            }
            let held = self.marks(p.end, end);
            if held.opens > held.closes && self.tag(end) == Tag::Close {
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
            if p.end <= c.group && next.end > c.group {
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
