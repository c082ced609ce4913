//! Relative clauses without their pronoun on the subject of a verb still to come: "The rise they want would cost 2 million".

use super::{Finder, Kind, is_time};
use crate::{
    lexicon::{Class, kept_particles},
    mention::{quantity::is_person, tag::Tag},
};

/// The most words from the subject of such a clause to the verb after it.
const LONGEST: usize = 16;

impl Finder<'_> {
    /// Opens the clause whose subject begins at `at`, straight after the noun it describes, and the clause of that noun where it has
    /// none yet.
    pub(super) fn contact(&mut self, at: usize) {
        let Some(top) = self.stack.last().copied() else { return };
        let clause = self.out[top.clause];
        let Some(start) = top.phrase.filter(|&start| start < at) else { return };
        if !self.begins_phrase(start, at) {
            return;
        }
        if is_time(self.tokens, self.tags, (start, at)) {
            if clause.head.is_none() && self.dates(start, at) {
                self.open_child(Kind::Adverbial, start, Some(at - 1));
                self.stack_phrase(Some((at, at)));
                return;
            }
            // "The day the music died will be remembered"
            if clause.head.is_some() || self.tags[start] != Tag::Det || start + 2 != at {
                return;
            }
        }
        if !self.verb_after(at) {
            return;
        }
        let before = start.checked_sub(1).map(|i| self.tags[i]);
        let says = clause.head.is_some_and(|h| self.tokens[h].is(Class::SAYS));
        let lemma = clause.head.map_or("", |h| self.tokens[h].lemma);
        let addressed = kept_particles!("told somebody").contains(&lemma);
        // "said the rise they want", "told the crowd the road they used"
        let gap = self.tags.get(clause.verbs.1..start).unwrap_or_default();
        let direct = if addressed {
            !gap.is_empty() && gap.iter().all(|t| t.in_noun_phrase())
        } else {
            gap.iter().all(|t| *t == Tag::Adv)
        };
        if clause.head.is_none() {
            if before == Some(Tag::Prep) {
                return;
            }
        } else if clause.is_soft() {
            if !self.waiting() {
                if !(says && direct) {
                    return;
                }
                self.open_child(Kind::Content, start, None);
                self.stack_phrase(Some((start, at)));
            }
        } else if says && direct {
            self.open_child(Kind::Content, start, None);
            self.stack_phrase(Some((start, at)));
        } else if before == Some(Tag::Coord) {
            let comma = start > 1 && self.tokens[start - 2].is_mark(',');
            if says && !comma {
                return;
            }
            self.coordinate(start - 1, start, Some((start, at)), comma);
        } else {
            return;
        }
        self.open_child(Kind::Relative, at, None);
    }

    /// Whether the time from `start` to `at`, an article and its noun, opens a clause that says when the main clause after a comma
    /// was: "The day the market crashed, the manager was away".
    fn dates(&self, start: usize, at: usize) -> bool {
        let article = self.tags[start] == Tag::Det && start + 2 == at;
        let first = self.stack.last().is_some_and(|f| self.out[f.clause].start == start);
        if !(article && first) {
            return false;
        }
        let n = self.tags.len();
        let plain = |i: &usize| {
            !matches!(self.tags[*i], Tag::Mark | Tag::Coord | Tag::Subord | Tag::That | Tag::Rel | Tag::Wh)
        };
        let end = (at..n).find(|i| !plain(i)).unwrap_or(n);
        let verbs = (at..end).filter(|&i| self.tags[i].is_finite()).count();
        let comma = self.tokens.get(end).is_some_and(|t| t.is_mark(','));
        let verb = (end..n).find(|&i| self.tags[i].is_finite());
        let own = |v: usize| (end..v).any(|i| self.tags[i].is_nominal()) && plain(&(v - 1));
        verbs == 1 && comma && verb.is_some_and(|v| own(v) && !self.tokens[self.group(v).1].is(Class::SAYS))
    }

    /// Whether a noun phrase begins at `at`, after the one that begins at `start`.
    fn begins_phrase(&self, start: usize, at: usize) -> bool {
        let noun = self.tags[at - 1] == Tag::Noun && !is_person(self.tokens[at - 1].lemma);
        let led = self.tags[start] == Tag::Det;
        match self.tags[at] {
            Tag::Det => true,
            Tag::Pronoun => self.tokens[at].is(Class::SUBJECT),
            Tag::Proper => noun && led,
            // "the changes lawmakers want", "the man police say fired", against "the news anchors are", which is one noun.
            Tag::Noun => {
                let t = &self.tokens[at];
                let plural = t.is(Class::PLURAL) || kept_particles!("plural without s").contains(&t.lemma);
                let verb = (at + 1..self.tags.len()).find(|&i| self.tags[i] != Tag::Adv);
                let two = self.tokens[at - 1].is(Class::PLURAL)
                    || verb.is_some_and(|i| self.tags[i] == Tag::Finite && self.tokens[i].is(Class::SAYS));
                self.tags[at - 1] == Tag::Noun && led && plural && two
            }
            _ => false,
        }
    }

    /// Whether the noun phrase at `at` has a verb and another comes that has no subject of its own, up to the next mark, conjunction
    /// or opener.
    fn verb_after(&self, at: usize) -> bool {
        let n = self.tags.len().min(at + LONGEST);
        let phrase = |i: &usize| {
            self.tags[*i].in_noun_phrase()
                || *i > at && (self.tags[*i] == Tag::Adv || self.tags[*i] == Tag::Prep)
        };
        let Some(first) = (at..n).find(|i| !phrase(i)).filter(|&i| i > at) else { return false };
        let past = matches!(self.tags[first], Tag::Participle | Tag::Base)
            && self.tokens[first].is(Class::PAST)
            && self.tags[first - 1].is_nominal();
        if !(self.tags[first].is_finite() || past) {
            return false;
        }
        let (mut end, head) = self.group(first);
        let mut told = self.tokens[head].is(Class::SAYS);
        let plain = |i: &usize| {
            !matches!(self.tags[*i], Tag::Mark | Tag::Coord | Tag::Subord | Tag::That | Tag::Rel | Tag::Wh)
        };
        while let Some(verb) = (end..n).take_while(plain).find(|&i| self.tags[i].is_finite()) {
            let last = (end..verb).rev().find(|&i| self.tags[i] != Tag::Adv).map_or(end, |i| i + 1);
            let from =
                (end..last).rev().take_while(|&i| self.tags[i].in_noun_phrase()).last().unwrap_or(last);
            let led = from > end && matches!(self.tags[from - 1], Tag::Prep | Tag::Base | Tag::Participle);
            if from == last || led || is_time(self.tokens, self.tags, (from, last)) {
                return true;
            }
            // "The village the army says it captured had been abandoned"
            if !told || from > end {
                return false;
            }
            (told, end) = (false, self.group(verb).0);
        }
        false
    }

    /// Whether the form at `at`, which looks like a participle, must be the verb of its clause: no other is left for one.
    pub(super) fn must_be_finite(&self, at: usize) -> bool {
        if at == 0 || !self.tokens[at].is(Class::PAST) {
            return false;
        }
        let Some(top) = self.stack.last() else { return false };
        let clause = &self.out[top.clause];
        // "said the coach, who is 40, hit a fan"
        if self.tokens[at - 1].is_mark(',') {
            return clause.head.is_none()
                && top.held.is_some()
                && matches!(clause.kind, Kind::Content | Kind::Adverbial)
                && self.takes_object(at);
        }
        if !(self.tags[at - 1].is_nominal() || self.tags[at - 1] == Tag::Adv) {
            return false;
        }
        let Some(start) = top.phrase.filter(|&start| start < at) else { return false };
        if clause.head.is_none() {
            return clause.kind == Kind::Relative && clause.opener.is_none();
        }
        self.waiting()
            && self.fronted_subject(top, Some((start, at))).is_some()
            && !self.tags.iter().skip(at + 1).any(|t| t.is_finite())
    }
}
