//! What happened on the days that mentions name: "arrested on Saturday after the attack on Friday" is of two days.
//!
//! A day belongs to the verb of its clause, or to the noun that it stands before. Two mentions differ in a day only where one thing
//! happened on it in both.

use super::{
    alignment::Alignment,
    features::{Features, Word},
    marks::Own,
    page::NO_WORD,
    places::Places,
};
use crate::{
    lexicon::{Class, kept_particles},
    mention::{clause::Clause, quantity::Agreement, tag::Tag},
};

/// A date of a mention.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dated {
    /// Where its words stand in the order of words.
    pub(crate) start: u16,
    pub(crate) end: u16,
    /// Which of the mention's dates it is; [`NO_WORD`] where that was left out.
    pub(crate) date: u16,
    /// The word that tells what happened then, by index; [`NO_WORD`] where none does.
    pub(crate) event: u16,
    /// A noun between both that it may belong to as well: "charged after a shooting on Friday".
    pub(crate) other: u16,
}

/// The tokens that tell what happened on a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Happened {
    pub(crate) event: Option<usize>,
    pub(crate) other: Option<usize>,
}

/// How far a noun phrase between a verb and its date is looked for, in tokens.
const REACH: usize = 12;

impl Own {
    /// What happened on the date that the tokens from `start` to `end` are.
    pub(crate) fn happened(&self, start: usize, end: usize) -> Happened {
        let tag = |i: usize| self.tags.get(i).copied();
        // "Sunday's game", "the 1998 drowning".
        let owns = tag(end) == Some(Tag::Genitive);
        let from = if owns { end + 1 } else { end };
        let inside = start.checked_sub(1).and_then(tag).is_some_and(|t| matches!(t, Tag::Det | Tag::Adj));
        if owns || inside && tag(from).is_some_and(|t| t.is_nominal() || t == Tag::Adj) {
            return Happened { event: self.phrase_head(from, self.tokens.len()).0, other: None };
        }
        let holds = |c: &&Clause| c.head.is_some() && (c.start..c.end).contains(&start);
        let Some(clause) = self.clauses.iter().rev().find(holds) else { return Happened::default() };
        let Some(head) = clause.head else { return Happened::default() };
        let be = self.tokens.get(head).is_some_and(|t| t.is(Class::BE));
        let event = if be { self.governed(head, clause.end) } else { Some(head) };
        let between = start.saturating_sub(REACH).max(head + 1)..start;
        let apart = |i: &usize| kept_particles!("at another time than").contains(&self.tokens[*i].lemma);
        let prep = between.rev().find(apart);
        let other = prep.and_then(|p| self.phrase_head(p + 1, start).0);
        Happened { event, other }
    }
}

/// Whether two words of the mentions stand for each other.
fn linked(al: &Alignment, i: u16, j: u16) -> bool {
    al.links.iter().any(|l| l.a == i && l.b == j && l.likeness >= ALIKE)
}

/// How alike two words have to be.
const ALIKE: f32 = 0.7;
/// The share of the heavier mention's weight from which on two main verbs tell one event, whatever they are.
const MUCH: f32 = 0.5;

/// The same where neither names another day.
const LONE: f32 = 0.6;

/// The same from which on a day can only stand for the other.
const SAME: f32 = 0.95;

/// Whether one thing happened on both dates, as far as the words tell.
fn meet(a: &Features<'_>, x: &Dated, b: &Features<'_>, y: &Dated, al: &Alignment, coverage: f32) -> bool {
    let of_one = |i: u16, j: u16| {
        let both = |sort: u32| {
            let is = |f: &Features<'_>, i: u16| f.words.get(usize::from(i)).is_some_and(|w| w.is(sort));
            is(a, i) && is(b, j)
        };
        // Days on which it was said, in whatever words.
        linked(al, i, j) || both(Word::ATTRIBUTION) || coverage >= MUCH && both(Word::HEAD)
    };
    if x.event == NO_WORD || y.event == NO_WORD {
        return true;
    }
    // One day each, of what is much the same: what happened on it may be told in any words.
    let main = |f: &Features<'_>, i: u16| {
        f.words.get(usize::from(i)).is_some_and(|w| w.is(Word::VERB) && !w.is(Word::ASIDE))
    };
    let lone = coverage >= LONE
        && a.dated().len() == 1
        && b.dated().len() == 1
        && main(a, x.event)
        && main(b, y.event);
    let others = match (x.other, y.other) {
        (NO_WORD, NO_WORD) => true,
        (NO_WORD, _) | (_, NO_WORD) => false,
        (i, j) => linked(al, i, j),
    };
    others && (lone || of_one(x.event, y.event))
}

/// Whether both name a day of one thing that happened, as far as is known; of any, where one has no date.
pub(crate) fn days_meet(a: &Features<'_>, b: &Features<'_>, al: &Alignment, coverage: f32) -> bool {
    let (of_a, of_b) = (a.dated(), b.dated());
    coverage > SAME
        || of_a.is_empty()
        || of_b.is_empty()
        || of_a.iter().any(|x| of_b.iter().any(|y| meet(a, x, b, y, al, coverage)))
}

/// Whether one thing happened on days that cannot be the same.
pub(crate) fn dates_differ(a: &Features<'_>, b: &Features<'_>, al: &Alignment, coverage: f32) -> bool {
    let coverage = coverage.max(MUCH);
    a.dated().iter().any(|x| {
        let Some(p) = a.dates().get(usize::from(x.date)) else { return false };
        b.dated().iter().any(|y| {
            let of = b.dates().get(usize::from(y.date));
            of.is_some_and(|q| p.compare(q) == Agreement::Differ) && meet(a, x, b, y, al, coverage)
        })
    })
}

/// The sorts of the names of days that stand alone in a date.
fn named(f: &Features<'_>, alone: &Places, date: &Dated) -> u32 {
    let words = alone.iter().map(|i| &f.words[i]).filter(|w| (date.start..date.end).contains(&w.at));
    let named = words.filter(|w| w.is(Word::CALENDAR) && !w.is(Word::ATTRIBUTION));
    named.fold(0, |all, w| all | w.sort) & (Word::WEEKDAY | Word::MONTH | Word::DAY)
}

/// Whether each names a day of the week, a month or the number of a day that the other lacks, for one thing that happened.
pub(crate) fn other_days(a: &Features<'_>, b: &Features<'_>, al: &Alignment, coverage: f32) -> bool {
    a.dated().iter().any(|x| {
        let named_a = named(a, &al.alone_a, x);
        named_a != 0
            && b.dated()
                .iter()
                .any(|y| named_a & named(b, &al.alone_b, y) != 0 && meet(a, x, b, y, al, coverage))
    })
}

/// The names of days that stand alone, by sort.
fn named_days(f: &Features<'_>, alone: &Places) -> u32 {
    let words = alone.iter().map(|i| f.words[i].sort).filter(|s| s & Word::ATTRIBUTION == 0);
    words.fold(0, |all, s| all | s) & (Word::WEEKDAY | Word::MONTH | Word::DAY)
}

/// Whether both name a day, or both point to one from their own: "yesterday" may be Tuesday, but is not today.
pub(crate) fn one_sort_of_day(a: &Features<'_>, b: &Features<'_>, al: &Alignment) -> bool {
    (named_days(a, &al.alone_a) == 0) == (named_days(b, &al.alone_b) == 0)
}
