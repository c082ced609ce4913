//! Infinitives, participles and -ing forms: the phrases they open, and where they go on with a verb before.

use super::{Finder, Kind};
use crate::{
    lexicon::{Class, kept_particles},
    mention::tag::Tag,
};

impl Finder<'_> {
    pub(super) fn infinitive(&mut self, at: usize) -> usize {
        let mut verb = at + 1;
        while self.tags.get(verb) == Some(&Tag::Adv) {
            verb += 1;
        }
        if self.tags.get(verb) != Some(&Tag::Base) {
            return at + 1;
        }
        let (end, head) = self.group(verb);
        // "where to go", "whether to drop it"
        let asked = self.stack.last().is_some_and(|f| {
            let c = &self.out[f.clause];
            c.kind == Kind::Content && c.head.is_none() && c.opener.is_some_and(|o| o + 1 == at)
        });
        if asked {
            self.assign(at, end, head);
            return end;
        }
        // "Were the dam to fail"
        let asks = self.tokens.iter().rev().take(3).any(|t| t.is_mark('?'));
        if self.tags[0] == Tag::Aux
            && self.stack.len() == 1
            && !asks
            && self.completes_inversion(at, end, head)
        {
            return end;
        }
        self.open_soft(Kind::Infinitive, at, Some(at), (at, end), head);
        end
    }

    pub(super) fn nonfinite(&mut self, at: usize) -> usize {
        let (end, head) = self.group(at);
        let prev = at.checked_sub(1).map(|i| self.tags[i]);
        let Some(top) = self.stack.last().copied() else { return end };
        // "while visiting": the verb of the clause that the subordinator opened.
        if self.out[top.clause].head.is_none()
            && self.out[top.clause].kind == Kind::Adverbial
            && prev == Some(Tag::Subord)
        {
            self.assign(at, end, head);
            return end;
        }
        if self.completes_inversion(at, end, head) {
            return end;
        }
        let (kind, opener) = match prev {
            Some(Tag::Prep) => (Kind::Participial, Some(at - 1)),
            Some(Tag::Modal | Tag::Aux | Tag::Finite | Tag::Base) if self.tags[at] == Tag::Ing => {
                (Kind::Infinitive, None)
            }
            Some(Tag::Coord) if self.continues_group(at) => {
                self.end_soft(at);
                self.coordinate(at, at, None, false);
                self.assign(at, end, head);
                return end;
            }
            Some(Tag::Coord) => {
                // A second participle or infinitive goes on with the first.
                let soft = self.out.iter().rev().find(|c| c.is_soft() && c.kind != Kind::Appositive);
                (soft.map_or(Kind::Participial, |c| c.kind), None)
            }
            // "demanded that the list be published"
            _ if self.tags[at] == Tag::Base
                && self.out[top.clause].kind == Kind::Content
                && self.out[top.clause].head.is_none()
                && top.phrase.is_some() =>
            {
                self.assign(at, end, head);
                return end;
            }
            _ if self.tags[at] == Tag::Base => {
                // A command.
                if self.out[top.clause].head.is_none() && top.phrase.is_none() && top.held.is_none() {
                    self.assign(at, end, head);
                }
                return end;
            }
            _ => (Kind::Participial, None),
        };
        if let Some(with) = self.absolute(at).filter(|_| kind == Kind::Participial) {
            if let Some(frame) = self.stack.last_mut().filter(|f| f.phrase.is_some_and(|p| p > with)) {
                frame.phrase = None;
            }
            self.open_soft(kind, with + 1, Some(with), (at, end), head);
            if let Some(frame) = self.stack.last() {
                let clause = &mut self.out[frame.clause];
                (clause.subject, clause.set_off) = (Some((with + 1, at)), true);
            }
            return end;
        }
        self.open_soft(kind, at, opener, (at, end), head);
        // ", thereby forcing": the adverb parts nothing.
        let adverb = prev == Some(Tag::Adv) && !self.tokens[at - 1].is(Class::NEG) && at > 1;
        if adverb && self.tags[at] == Tag::Ing && self.tokens[at - 2].is_mark(',') {
            if let Some(frame) = self.stack.last() {
                let clause = &mut self.out[frame.clause];
                clause.set_off = true;
                // What joins says nothing of its own; "reportedly" does.
                if !kept_particles!("before a clause").contains(&self.tokens[at - 1].lemma) {
                    (clause.start, clause.verbs.0) = (at - 1, at - 1);
                }
            }
        }
        // ", killing a guard and injuring two": the second is set off as the first is.
        if prev == Some(Tag::Coord) {
            if let [.., first, second] = self.stack.as_slice() {
                let (first, second) = (first.clause, second.clause);
                if self.out[first].kind == Kind::Participial
                    && self.out[first].opener.is_none()
                    && self.out[first].verbs.1 + 1 < at
                {
                    self.out[second].set_off = self.out[first].set_off;
                }
            }
        }
        end
    }

    /// Where the "with" stands that gives the -ing form at `at` a subject of its own, set off from what stands before: ", with two
    /// sailors clinging to it"; the participle too after a thing already known: "With the bridge closed,".
    fn absolute(&self, at: usize) -> Option<usize> {
        let last =
            (0..at).rev().find(|&i| self.tags[i] != Tag::Adv).filter(|&i| self.tags[i].is_nominal())?;
        let inside = |i: &usize| {
            self.tags[*i].in_noun_phrase() || self.tokens[*i].is_mark('%') || self.tokens[*i].lemma == "of"
        };
        let first = (0..=last).rev().take_while(inside).last()?;
        let with =
            first.checked_sub(1).filter(|&i| self.tokens[i].lemma == "with" && self.tags[i] == Tag::Prep)?;
        // "With thousands of vote counting systems": one noun.
        let whole = matches!(self.tags[last], Tag::Proper | Tag::Pronoun | Tag::Numeral)
            || self.tokens[last].is(Class::PLURAL)
            || (first..last)
                .rev()
                .take_while(|&i| self.tags[i] != Tag::Prep)
                .any(|i| self.tags[i] == Tag::Det);
        let set_off = with == 0 || self.tags[with - 1] == Tag::Mark;
        let known = matches!(self.tokens[first].lemma, "the" | "its" | "their" | "his" | "her");
        (whole && set_off && (self.tags[at] == Tag::Ing || self.tags[at] == Tag::Participle && known))
            .then_some(with)
    }

    pub(super) fn open_soft(
        &mut self,
        kind: Kind,
        start: usize,
        opener: Option<usize>,
        verbs: (usize, usize),
        head: usize,
    ) {
        self.open_child(kind, start, opener);
        if let Some(frame) = self.stack.last() {
            let clause = &mut self.out[frame.clause];
            clause.verbs = verbs;
            clause.head = Some(head);
        }
    }
}
