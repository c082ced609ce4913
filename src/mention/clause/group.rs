//! Verb groups: how far one reaches, and which clause and subject it belongs to.

use super::{Finder, Kind, around};
use crate::{lexicon::Class, mention::tag::Tag};

/// How many tokens a verb group may have, and how many commas may part from it, the second comma included.
const LONGEST: usize = 14;
const LONGEST_INSERTION: usize = 8;

impl Finder<'_> {
    /// Gives the innermost clause its verb group.
    pub(super) fn assign(&mut self, at: usize, end: usize, head: usize) {
        let Some(frame) = self.stack.last_mut() else { return };
        let mut stop = at;
        while stop > 0 && self.tags[stop - 1] == Tag::Adv {
            stop -= 1;
        }
        let phrase = frame.phrase.map(|s| (s, stop)).filter(|(s, e)| s < e);
        // "The rise they want": the phrase ends before what describes it.
        let contact = self.out.iter().skip(frame.clause + 1).find(|c| {
            let (from, to) = phrase.unwrap_or_default();
            c.kind == Kind::Relative && c.opener.is_none() && from < c.start && c.start < to
        });
        let phrase = phrase.map(|(s, e)| (s, contact.map_or(e, |c| c.start)));
        let clause = &mut self.out[frame.clause];
        let relative =
            clause.opener.filter(|&o| matches!(self.tags[o], Tag::Rel | Tag::Wh)).map(|o| (o, o + 1));
        // "who a day earlier had said": the phrase is a time, the pronoun the subject.
        let phrase = phrase.filter(|&p| relative.is_none() || !around::is_time(self.tokens, self.tags, p));
        // "Mending the dam could cost 40 million": what opens the clause is the only subject there is.
        let start = clause.start;
        let first = (start..stop).find(|&i| !matches!(self.tags[i], Tag::Adv));
        let gerund = first.filter(|&i| self.tags[i] == Tag::Ing && !clause.is_soft()).map(|i| (i, stop));
        let subject = phrase.or(frame.held).or(relative);
        let gerund = gerund.filter(|_| subject.is_none());
        clause.subject = subject.or(gerund);
        clause.verbs = (at, end);
        clause.head = Some(head);
        frame.phrase = None;
        frame.held = None;
        if let Some((start, _)) = gerund {
            // The phrase that is the subject states nothing beside its clause.
            let owner = frame.clause;
            let phrase = self.out.iter_mut().skip(owner + 1).find(|c| c.start == start && c.is_soft());
            if let Some(phrase) = phrase {
                phrase.set_off = false;
            }
        }
    }

    /// The verb group from `at`: its end and its main verb.
    pub(super) fn group(&self, at: usize) -> (usize, usize) {
        let (mut end, mut head) = (at + 1, at);
        let mut open = self.tags[at] == Tag::Modal || self.tokens[at].is(Class::AUX);
        let mut i = at + 1;
        while i < self.tags.len() && i < at + LONGEST {
            match self.tags[i] {
                Tag::Adv => {}
                // "has, however, said", "will, in the end, pay"
                Tag::Mark if open && self.interrupts(i).is_some() => i = self.interrupts(i).unwrap_or(i),
                Tag::Mark if matches!(self.tokens[i].mark, '“' | '"' | '‘') && open => {}
                Tag::Base | Tag::Participle | Tag::Ing if open => {
                    (end, head) = (i + 1, i);
                    open = self.tokens[i].is(Class::BE.or(Class::HAVE));
                }
                _ => break,
            }
            i += 1;
        }
        // "did not", "has never": the adverbs after a lone auxiliary belong to it too.
        while end < self.tags.len() && self.tags[end] == Tag::Adv && self.tokens[end].is(Class::NEG) {
            end += 1;
        }
        (end, head)
    }

    /// Where the comma stands that closes what the comma at `at` inserts into a verb group.
    fn interrupts(&self, at: usize) -> Option<usize> {
        let comma = |i: usize| self.tokens.get(i).is_some_and(|t| t.is_mark(','));
        let limit = self.tags.len().min(at + LONGEST_INSERTION);
        let close = (at + 2..limit).find(|&i| comma(i)).filter(|_| comma(at))?;
        let opens = matches!(self.tags[at + 1], Tag::Adv | Tag::Prep);
        let plain = |i: usize| !self.tags[i].is_verb() && self.tags[i] != Tag::Mark;
        let after = (close + 1..self.tags.len()).find(|&i| self.tags[i] != Tag::Adv);
        let verb = after.is_some_and(|i| matches!(self.tags[i], Tag::Base | Tag::Participle | Tag::Ing));
        (opens && verb && (at + 1..close).all(plain)).then_some(close)
    }

    /// The token before `at`, adverbs and quotation marks passed over.
    pub(super) fn back(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(4)..at).rev().find(|&i| {
            self.tags[i] != Tag::Adv && !matches!(self.tokens[i].mark, '“' | '”' | '"' | '‘' | '’' | '\'')
        })
    }
}
