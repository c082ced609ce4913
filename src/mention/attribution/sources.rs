//! Which phrases may be the source of a cue, and what speaks for each.

use super::{
    model::Sink,
    scene::{Candidate, Scene, Side, bucket},
    view::{Phrase, TAGS, Tag},
};
use crate::lexicon::Class;

/// A phrase that may be a source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) phrase: Phrase,
    /// Which of the unit's phrases it is.
    number: usize,
}

/// Limits that no sentence people write reaches, so that time stays linear on those they do not: phrases weighed as source
/// on each side.
const LEFT_SOURCES: usize = 6;
const RIGHT_SOURCES: usize = 3;
/// How many tokens from its cue a source to the right may begin: `said` late on Monday `Weld`.
const RIGHT_REACH: usize = 8;
/// How many phrases farther to the left are looked through for subjects, and how many of those are weighed.
const FAR_PHRASES: usize = 16;
const FAR_SOURCES: usize = 4;
/// How many phrases between a source and its cue are looked at, and how long an aside behind a name may be.
const RIVALS: usize = 6;
const ASIDE: usize = 16;

/// How a phrase stands to a cue.
#[derive(Clone, Copy, Debug)]
struct Stand {
    /// 1 to the left of the cue, 0 to the right.
    dir: usize,
    /// The tokens between.
    from: usize,
    to: usize,
    /// The tags before and after the phrase.
    lead: Tag,
    follow: Tag,
    /// Whether a finite verb stands between.
    finite: bool,
}

impl Scene<'_> {
    /// Hands the phrases that may be the source of `c` to `out`: those near it, outside quotations.
    pub(super) fn sources(&self, c: &Candidate, mut out: impl FnMut(Choice)) {
        let split = self.phrases.partition_point(|p| p.end <= c.group);
        // Behind the nearest, subjects alone: “the mayor, who ... at ... of ..., said”.
        let (mut near, mut looked, mut far) = (0, 0, 0);
        for (number, &phrase) in self.phrases[..split].iter().enumerate().rev() {
            if !self.may_speak(phrase) {
                continue;
            }
            if near < LEFT_SOURCES {
                near += 1;
            } else {
                looked += 1;
                if looked > FAR_PHRASES || far >= FAR_SOURCES {
                    break;
                }
                if !self.is_subject(phrase) {
                    continue;
                }
                far += 1;
            }
            out(Choice { phrase, number });
        }
        // Behind a finite verb nobody is who said it.
        let reach = self.next_finite(c.at + 1).min(c.at + 1 + RIGHT_REACH);
        let after = (split..).zip(&self.phrases[split..]);
        let right = after.skip_while(|(_, p)| p.start <= c.at).take_while(|(_, p)| p.start <= reach);
        let right = right.filter(|&(_, &p)| self.may_speak(p)).take(RIGHT_SOURCES);
        right.for_each(|(number, &phrase)| out(Choice { phrase, number }));
    }

    /// Whether `p` stands outside quotations and names no time: no day and no month says anything (“he told the station on
    /// Thursday”, “who a day earlier had said”).
    fn may_speak(&self, p: Phrase) -> bool {
        let (Some(first), Some(head)) = (self.node(p.start), self.node(p.head())) else { return true };
        let date = p.len() == 1 || p.len() == 2 && head.tag == Tag::Num;
        let else_named =
            || (p.start..p.head()).any(|i| self.node(i).is_some_and(|n| n.tag.nominal() && !n.time));
        let when = head.lead || head.time && !else_named() || date && first.class.any(Class::MONTH);
        first.quote == 0 && !when
    }

    /// Whether `p` may be the subject of its clause.
    fn is_subject(&self, p: Phrase) -> bool {
        let first = p.start == self.unit.start;
        // “DERROW, Ohio — The mayor”
        let dateline =
            || !self.finite(p.end) && self.node(p.start).is_some_and(|n| n.class.any(Class::UPPER));
        let governed = || matches!(self.tag(p.start - 1), Tag::Prep | Tag::Poss | Tag::Adj | Tag::Be);
        if first { !dateline() } else { !governed() }
    }

    fn stand(&self, c: &Candidate, p: Phrase) -> Stand {
        let left = p.end <= c.group;
        let (from, to) = if left { (p.end, c.group) } else { (c.at + 1, p.start) };
        Stand {
            dir: usize::from(left),
            from,
            to,
            lead: if p.start > self.unit.start { self.tag(p.start - 1) } else { Tag::Edge },
            follow: self.tag(p.end),
            finite: self.has_finite(from, to),
        }
    }

    /// The first of what speaks for and against a phrase as the source of `c` with its content on `side`, or against all
    /// of them: enough to see which can be none.
    pub(super) fn source_hints(
        &self,
        c: &Candidate,
        side: Side,
        choice: Option<Choice>,
        sink: &mut impl Sink,
    ) {
        let (side, frame) = (side as usize, c.frame as usize);
        let Some(Choice { phrase: p, .. }) = choice else {
            sink.two(40, frame, side);
            return;
        };
        let Stand { dir, from, to, lead, finite, .. } = self.stand(c, p);
        let distance = to.saturating_sub(from);
        let opens = self.tag(from) == Tag::Comma;
        let closes = to > from && self.tag(to - 1) == Tag::Comma;
        let commas = self.marks(from, to).commas().min(3);
        sink.two(44, bucket(distance) * 2 + dir, c.pos as usize);
        sink.two(50, lead as usize * 2 + dir, self.tag(c.at) as usize);
        sink.two(
            51,
            commas * 2 + dir,
            usize::from(finite) + 2 * usize::from(opens) + 4 * usize::from(closes),
        );
        sink.two(53, side * 2 + dir, frame);
        sink.two(169, self.sort(p), lead as usize);
        sink.word(12, self.lex(p.start.saturating_sub(1)), dir);
    }

    /// What else speaks for and against a phrase as the source of `c`, on whatever side of it the content is.
    pub(super) fn source_features(&self, c: &Candidate, choice: Option<Choice>, sink: &mut impl Sink) {
        let Some(Choice { phrase: p, number }) = choice else {
            sink.word(10, self.lex(c.at), 0);
            return;
        };
        let head = self.view.nodes[p.head()];
        let Stand { dir, from, to, lead, follow, finite } = self.stand(c, p);
        let distance = to.saturating_sub(from);
        let (adjacent, form) = (usize::from(distance == 0), self.tag(c.at) as usize);
        let (lead, follow) = (lead as usize, follow as usize);
        sink.two(45, lead * 2 + dir, adjacent);
        sink.two(46, follow * 2 + dir, adjacent);
        sink.word(11, head.lex, dir);
        sink.word(13, self.lex(p.end), dir);
        sink.word(14, self.lex(c.at), dir + 2 * adjacent);
        sink.word(15, self.lex(p.start), dir + 2 * adjacent);
        sink.two(49, form * 2 + dir, usize::from(finite) * 4 + distance.min(3));
        let between = if dir == 1 { self.tag(c.group.saturating_sub(1)) } else { self.tag(c.at + 1) };
        sink.two(55, between as usize * 2 + dir, follow);
        // Phrases nearer to the cue that no preposition governs: the subject is mostly the first of these.
        let split = if dir == 1 {
            let within = self.phrases[number + 1..].iter().take_while(|q| q.start < from);
            number + 1 + within.count()
        } else {
            number - self.phrases[..number].iter().rev().take_while(|q| q.start >= from).count()
        };
        let nearer = || self.phrases[split..].iter().take_while(|q| q.end <= to);
        let governed = |q: &&Phrase| matches!(self.tag(q.start.wrapping_sub(1)), Tag::Prep | Tag::Poss);
        let free = nearer().filter(|q| !governed(q)).take(4).count();
        let ends = self.tag(from) as usize * TAGS + self.tag(to.saturating_sub(1)) as usize;
        sink.two(59, ends, dir + 2 * distance.min(3));
        sink.two(60, c.lead as usize * TAGS + lead, dir + 2 * usize::from(self.finite(p.end)));
        sink.two(64, c.lead as usize, dir + 2 * free + 16 * usize::from(finite));
        sink.two(65, lead * TAGS + follow, dir);
        // Which of the phrases have verbs of their own behind them, and how many verbs lie between.
        let own = self.verb_behind(p);
        let others = nearer().take(RIVALS).filter(|q| self.verb_behind(**q) != 0).take(3).count();
        let verbs = self.verbs(from, to);
        sink.two(67, (own * 4 + others) * 2 + dir, form);
        sink.two(160, verbs * 4 + own, dir + 2 * form);
        sink.two(161, (verbs * 4 + own) * TAGS + lead, dir);
        sink.two(162, self.sort(p), dir + 2 * form);
    }

    /// How many finite verbs of the unit's tokens `start..end` there are: 0, 1, 2 or more.
    fn verbs(&self, start: usize, end: usize) -> usize {
        if start >= end {
            return 0;
        }
        let mut at = start;
        (0..3)
            .take_while(|_| {
                let next = self.next_finite(at);
                at = next.saturating_add(1);
                next < end
            })
            .count()
    }

    /// How the finite verb whose subject `p` is stands behind it: 0 for none, 1 next to it, 2 after a phrase that belongs to
    /// it (`the mayor of Derrow said`), 3 after an aside (`Weld, who built it, said`).
    fn verb_behind(&self, p: Phrase) -> usize {
        let verb = |i: usize| self.finite(i) || self.tag(i) == Tag::Adv && self.finite(i + 1);
        if verb(p.end) {
            return 1;
        }
        match self.tag(p.end) {
            Tag::Prep => {
                let stops = |i: &usize| self.tag(*i).mark() || self.finite(*i) || self.tag(*i) == Tag::Edge;
                let next = (p.end + 1..p.end + 8).find(stops);
                next.filter(|&i| self.finite(i)).map_or(0, |_| 2)
            }
            Tag::Comma => {
                let close = (p.end + 1..p.end + ASIDE).find(|&i| self.tag(i) == Tag::Comma);
                close.filter(|&i| verb(i + 1)).map_or(0, |_| 3)
            }
            _ => 0,
        }
    }
}
