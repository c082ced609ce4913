//! The words about numbers, from the lists of the lexicon.

use std::sync::LazyLock;

use super::{Bound, fate::Fate};
use crate::{
    hash::{Map, Set},
    lexicon::{self, Shapes},
};

pub(super) struct Lists {
    pub(super) approximators: Map<&'static str, Bound>,
    /// What approximators look like, and their last words.
    pub(super) approximating: Shapes,
    pub(super) approximating_last: Shapes,
    /// Whether the label is one only where no noun follows the number: season four, but not the season four players left.
    pub(super) labels: Map<&'static str, bool>,
    pub(super) people: Set<&'static str>,
    pub(super) groups: Set<&'static str>,
    pub(super) changes: Set<&'static str>,
    contexts: Set<(&'static str, &'static str)>,
    fates: Map<&'static str, Fate>,
}

pub(super) static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let set = |list| lexicon::rows(list).map(|r| r[0]).collect();
    let approximators = lexicon::rows(lexicon::APPROXIMATORS).map(|row| {
        let bound = match row.get(1).copied() {
            Some("about") => Bound::About,
            Some("at least") => Bound::AtLeast,
            Some("at most") => Bound::AtMost,
            _ => Bound::Exact,
        };
        (row[0], bound)
    });
    let approximators: Map<&str, Bound> = approximators.collect();
    Lists {
        approximating: Shapes::new(approximators.keys().copied(), 0),
        // The stop of "c." may stand by itself.
        approximating_last: Shapes::new(
            approximators.keys().filter_map(|words| words.rsplit(' ').next()).chain(["."]),
            0,
        ),
        approximators,
        labels: lexicon::rows(lexicon::LABELS).map(|r| (r[0], r.len() > 1)).collect(),
        people: set(lexicon::PEOPLE),
        groups: set(lexicon::GROUPS),
        changes: set(lexicon::CHANGES),
        fates: lexicon::rows(lexicon::FATES).filter_map(|r| Some((r[0], Fate::named(r.get(1)?)?))).collect(),
        contexts: lexicon::rows(lexicon::CONTEXTS).filter_map(|r| Some((r[0], *r.get(1)?))).collect(),
    }
});

/// Whether `lemma` names a person.
pub(in crate::mention) fn is_person(lemma: &str) -> bool {
    LISTS.people.contains(lemma)
}

/// Whether `lemma` names a group of people.
pub(super) fn is_group(lemma: &str) -> bool {
    LISTS.groups.contains(lemma)
}

/// Whether `lemma` names a change or a summary of what is measured, and not the thing: a drop of 29 percent.
pub(super) fn is_change(lemma: &str) -> bool {
    LISTS.changes.contains(lemma)
}

/// Whether `lemma` keeps company of the kind `role` with numbers, as `contexts.txt` has it.
pub(super) fn is_near(lemma: &str, role: &str) -> bool {
    LISTS.contexts.contains(&(lemma, role))
}

/// What befalls those of whom `lemma` is said.
pub(super) fn fate(lemma: &str) -> Option<Fate> {
    LISTS.fates.get(lemma).copied()
}
