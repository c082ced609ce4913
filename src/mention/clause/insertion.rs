//! Insertions between a subject and its verb, where the clause has no opener that tells that it begins.

use super::{Finder, Kind};
use crate::{lexicon::Class, mention::tag::Tag};

/// The most words of a subject before what is inserted.
const SUBJECT: usize = 10;
/// The most words of what is inserted.
const INSERTED: usize = 30;

impl Finder<'_> {
    /// Whether the conjunction at `at` begins a clause whose subject is parted from its verb: ", but the school, which lost its
    /// roof, will stay shut".
    pub(super) fn interrupted(&self, at: usize) -> bool {
        let comma = at > 0 && self.tokens[at - 1].is_mark(',');
        let related = || {
            let next = self.parted(at + 1).map(|i| self.tags.get(i + 1));
            // "on suspicion of arson and a woman, 29, was questioned"
            let aged = next == Some(Some(&Tag::Numeral))
                && self.parted(at + 1).and_then(|i| self.tokens.get(i + 2)).is_some_and(|t| t.is_mark(','));
            matches!(next, Some(Some(Tag::Rel | Tag::Adv))) || aged
        };
        !self.waiting() && if comma { self.parted(at + 1).is_some() } else { related() }
    }

    /// Whether the conjunction at `at` only sets a phrase against one before a relative clause: "for birds that were culled, but
    /// not for those that were sick".
    pub(super) fn contrasts(&self, at: usize) -> bool {
        let comma = at > 0 && self.tokens[at - 1].is_mark(',');
        let not = (at + 1..self.tags.len()).find(|&i| self.tags[i] != Tag::Adv);
        let negated = (at + 1..not.unwrap_or(at)).any(|i| self.tokens[i].is(Class::NEG));
        comma && negated && not.is_some_and(|i| self.tags[i] == Tag::Prep)
    }

    /// The comma before the insertion if a noun phrase begins at `at`, something is inserted and a finite verb follows.
    fn parted(&self, at: usize) -> Option<usize> {
        let tag = |i: usize| self.tags.get(i).copied();
        // "neither the state nor the owner, Tessel Shipping, knew"
        let both = self.tokens.get(at).is_some_and(|t| matches!(t.lemma, "neither" | "either" | "both"));
        let at = at + usize::from(both);
        let phrase = |i: &usize| {
            tag(*i).is_some_and(|t| {
                t.in_noun_phrase() || t == Tag::Prep && *i > at || both && t == Tag::Coord && *i > at
            })
        };
        let comma = at + (at..at + SUBJECT).take_while(phrase).count();
        let mark = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_mark(','));
        if comma == at || !mark(comma) || !tag(comma - 1).is_some_and(Tag::is_nominal) {
            return None;
        }
        let opener = tag(comma + 1);
        let related =
            opener == Some(Tag::Rel) || opener == Some(Tag::Prep) && tag(comma + 2) == Some(Tag::Rel);
        let described = matches!(opener, Some(Tag::Participle | Tag::Ing | Tag::Adv | Tag::Prep))
            || opener.is_some_and(Tag::in_noun_phrase);
        let stop = |i: &usize| matches!(self.tokens[*i].mark, ';' | ':' | '.' | '?' | '!' | '—' | '–');
        let inside = comma + 1..(comma + INSERTED).min(self.tags.len());
        let mut verbs = 0;
        for i in inside.take_while(|i| !stop(i)) {
            if mark(i) {
                let next = (i + 1..self.tags.len()).find(|&j| self.tags[j] != Tag::Adv);
                let goes_on = next.and_then(tag).is_some_and(Tag::is_finite)
                    || related && next.is_some_and(|j| self.takes_object(j));
                // ", the owner, Tessel, knew of it" has its subject in front.
                let about =
                    |j: usize| self.tokens.get(j + 1).is_some_and(|t| matches!(t.lemma, "of" | "about"));
                let tells = next.is_some_and(|j| {
                    self.tokens[j].is(Class::SAYS) && self.tags[j] == Tag::Finite && !about(j)
                });
                if goes_on && (related && verbs > 0 || described && verbs == 0) && !tells {
                    return Some(comma);
                }
                // "Daniel Webb, 41, of Tacoma, drove": an age, and what else is told of him.
                let age = i == comma + 2 && opener == Some(Tag::Numeral);
                if !(related || age) {
                    return None;
                }
            }
            verbs += usize::from(self.tags[i].is_finite());
        }
        None
    }

    /// Whether the preposition at `at` opens a clause whose subject is parted from its verb: "after the carrier, which is based in
    /// Hungary, cancelled flights".
    pub(super) fn opens_parted(&self, at: usize) -> bool {
        let Some(comma) = self.parted(at + 1) else { return false };
        self.tags.get(comma + 1) == Some(&Tag::Rel) && !self.waiting()
    }

    /// Whether the form at `at`, a past as well as a participle, has an object, as only a past does.
    pub(super) fn takes_object(&self, at: usize) -> bool {
        let object =
            self.tags.get(at + 1).is_some_and(|t| matches!(t, Tag::Det | Tag::Numeral | Tag::Pronoun));
        object && matches!(self.tags[at], Tag::Participle | Tag::Base) && self.tokens[at].is(Class::PAST)
    }

    /// Opens the content clause whose subject ends before the comma at `at`: "fear a second storm, Ivar, could strike".
    pub(super) fn interrupted_content(&mut self, at: usize) {
        let Some(top) = self.stack.last() else { return };
        let clause = self.out[top.clause];
        let says = clause.head.is_some_and(|h| self.tokens[h].is(Class::SAYS));
        let Some(start) = top.phrase.filter(|_| says && clause.is_finite()) else { return };
        let direct = (clause.verbs.1..start).all(|i| self.tags[i] == Tag::Adv);
        if direct && start < at && self.parted(start) == Some(at) {
            self.open_child(Kind::Content, start, None);
            self.stack_phrase(Some((start, at)));
        }
    }
}
