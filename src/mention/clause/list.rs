//! Lists: the commas that part their items open and end nothing.

use super::{Finder, Kind, is_time};
use crate::mention::tag::Tag;

/// How many words ahead a list is followed.
const LONGEST: usize = 24;
/// The most words between its conjunction and the verb of which it is the subject.
const LAST_ITEM: usize = 16;

impl Finder<'_> {
    /// Whether the words after the comma at `at` only go on with a list: "iron, coal and timber".
    ///
    /// The subject of a verb still to come is a list if its verb follows the last item without another comma, for an
    /// apposition ends with one: "iron, coal and timber were sold", against "Stoss, a biologist and diver, said".
    pub(super) fn list_goes_on(&self, at: usize) -> bool {
        let Some(top) = self.stack.last() else { return false };
        let clause = &self.out[top.clause];
        let subject = clause.head.is_none() && clause.kind != Kind::Appositive;
        let item_before = at.checked_sub(1).is_some_and(|i| self.tags[i].in_noun_phrase());
        if !item_before || subject && !self.opens_subject(top.phrase, at) {
            return false;
        }
        let joined = |coord: usize| {
            if subject { self.subject_ends(coord + 1) } else { !self.clause_follows(coord + 1) }
        };
        let mut first = at + 1;
        for i in at + 1..(at + LONGEST).min(self.tags.len()) {
            match self.tags[i] {
                Tag::Coord if i == at + 1 => {
                    return joined(i) && self.tags.get(i + 1).is_some_and(|t| t.in_noun_phrase());
                }
                Tag::Coord => return joined(i),
                Tag::Mark if self.tokens[i].is_mark(',') && i > first => {
                    if self.tags.get(i + 1) == Some(&Tag::Coord) {
                        // "Anna Berg, the mayor, and Tom Hill"
                        let named = self.tags[at - 1] == Tag::Proper && self.tags[at + 1] == Tag::Det;
                        return joined(i + 1) && !(subject && named);
                    }
                    first = i + 1;
                }
                t if t.in_noun_phrase() || t == Tag::Prep && i > first => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether the phrase that begins at `phrase` and ends before the comma at `at` can be the first item of a subject: not
    /// a time, nor the object of the preposition that opens the clause.
    fn opens_subject(&self, phrase: Option<usize>, at: usize) -> bool {
        phrase.is_some_and(|start| {
            let led_in = start.checked_sub(1).is_some_and(|i| self.tags[i] == Tag::Prep);
            !led_in && !is_time(self.tokens, self.tags, (start, at))
        })
    }

    /// Whether the last item of a list that begins at `from` ends with the verb of which the list is the subject, or,
    /// where no verb comes, with the sentence: a heading.
    fn subject_ends(&self, from: usize) -> bool {
        let mut rest = from..(from + LAST_ITEM).min(self.tags.len());
        let stop =
            rest.find(|&i| !(self.tags[i].in_noun_phrase() || matches!(self.tags[i], Tag::Prep | Tag::Adv)));
        match stop {
            Some(i) => i > from && self.tags[i].is_finite(),
            None => from < self.tags.len() && from + LAST_ITEM >= self.tags.len(),
        }
    }

    /// Whether a finite verb comes at `at`, or after a noun phrase that begins there.
    fn clause_follows(&self, at: usize) -> bool {
        for i in at..(at + 16).min(self.tags.len()) {
            match self.tags[i] {
                t if t.is_finite() => return true,
                Tag::Rel | Tag::That | Tag::Subord | Tag::Coord | Tag::Mark | Tag::To => {
                    return matches!(self.tags[i], Tag::That);
                }
                _ => {}
            }
        }
        false
    }
}
