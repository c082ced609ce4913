//! What looks like a name and is none: labels in capitals, and the days beside a name.

use std::sync::LazyLock;

use super::{Cast, is_first_name, lookup};
use crate::{
    hash::Set,
    lexicon::{Class, DATES, rows},
    mention::attribution::view::{Node, Tag, View},
};

/// The words that open a phrase of time or are one: `last`, `yesterday`.
static POINTERS: LazyLock<Set<&'static str>> = LazyLock::new(|| {
    let opens = |kind: &str| matches!(kind, "day" | "last" | "this" | "next" | "early" | "late");
    rows(DATES).filter(|r| r.get(1).copied().is_some_and(opens)).map(|r| r[0]).collect()
});

/// The most words of a label: `ALL YOU NEED TO KNOW:`.
const LONGEST_LABEL: usize = 9;

/// Where the label ends with which the unit from node `first` on begins: common words in capitals before a colon. An
/// abbreviation (`KTD:`) and the name in a transcript (`WELD:`) are no common words.
pub(super) fn end(view: &View, first: usize) -> Option<usize> {
    let nodes = view.nodes.get(first..)?;
    let count = nodes.iter().take(LONGEST_LABEL).take_while(|n| n.class.any(Class::UPPER)).count();
    let noun = |n: &Node| n.class.any(Class::NOUN) && !n.class.any(Class::UNKNOWN);
    let closed = nodes.get(count).is_some_and(|n| n.tag == Tag::Colon);
    (closed && nodes[..count].iter().any(noun)).then_some(first + count)
}

impl Cast<'_> {
    /// Whether the source at nodes `start..end` is the label of a headline or a box and no name of the text: `MAP:`.
    pub(in crate::mention::attribution) fn is_label(
        &self,
        view: &View,
        unit: usize,
        (start, end): (usize, usize),
    ) -> bool {
        let first = view.units.get(unit).map_or(start, |u| u.start);
        let last = view.nodes.get(end.saturating_sub(1));
        let known = last.is_some_and(|n| !self.bearers(n.span.of(self.text)).is_empty());
        !known && start == first && self::end(view, first).is_some_and(|label| label >= end)
    }

    /// The run of names at nodes `start..end` without the day before or behind it: `on Wednesday Derrow Lines said`.
    pub(super) fn undated(&self, view: &View, start: usize, end: usize) -> (usize, usize) {
        let class = |i: usize| view.nodes.get(i).map(|n| n.class).unwrap_or_default();
        let weekday = |i: usize| class(i).any(Class::WEEKDAY);
        // “12 May Harbour News wrote”, but “May Weld”
        let counted = start > 0 && view.nodes[start - 1].tag == Tag::Num;
        let day = weekday(start) || counted && class(start).any(Class::MONTH);
        let from = start + usize::from(end > start + 1 && day);
        // “Ansa Weld Wednesday”, but “Ash Wednesday”
        let full = end > from + 2 && is_first_name(view.nodes[from].span.of(self.text));
        (from, end - usize::from(full && weekday(end - 1)))
    }

    /// Whether words of time stand at node `at`: `last week`, `Monday`, `yesterday`.
    pub(super) fn is_time(&self, view: &View, at: usize) -> bool {
        view.nodes.get(at).is_some_and(|n| {
            let word = n.span.of(self.text);
            let pointing = || lookup(word, |lower| POINTERS.contains(lower).then_some(())).is_some();
            n.class.any(Class::WEEKDAY) || pointing()
        })
    }
}
