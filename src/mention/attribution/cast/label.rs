//! What looks like a name and is none: labels in capitals, and the days beside a name.

use std::sync::LazyLock;

use super::{Cast, is_first_name, lookup};
use crate::{
    hash::{Map, Set},
    lexicon::{Class, DATES, kept_particles, rows},
    mention::attribution::view::{Node, Tag, View},
};

/// The words that open a phrase of time or are one: `last`, `yesterday`.
static POINTERS: LazyLock<Set<&'static str>> = LazyLock::new(|| {
    let opens = |kind: &str| matches!(kind, "day" | "last" | "this" | "next" | "early" | "late");
    rows(DATES).filter(|r| r.get(1).copied().is_some_and(opens)).map(|r| r[0]).collect()
});

/// The most letters of an abbreviation that a common word may hide: `UN:`.
const LONGEST_ABBREVIATION: usize = 2;

/// The most words of a label: `ALL YOU NEED TO KNOW:`.
const LONGEST_LABEL: usize = 9;

/// The most words of what tells what a name stands for.
const LONGEST_ASIDE: usize = 9;

/// The labels of a text.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// By first node: where the label ends.
    ends: Map<usize, usize>,
}

impl Labels {
    pub(super) fn new(text: &str, view: &View) -> Self {
        let ends = view.units.iter().filter_map(|u| Some((u.start, end(text, view, u.start)?)));
        let mut ends: Map<usize, usize> = ends.collect();
        if !ends.is_empty() {
            let names = names(text, view);
            let named = |i: usize| names.contains(&view.nodes[i].span.of(text).to_lowercase());
            ends.retain(|&start, end| !(start..*end).any(named));
        }
        Self { ends }
    }

    /// Where the label ends that begins at node `start`.
    pub(super) fn end(&self, start: usize) -> Option<usize> {
        self.ends.get(&start).copied()
    }
}

/// Where the label ends with which the unit from node `first` on begins: common words in capitals before a colon. An
/// abbreviation (`KTD:`) and the name in a transcript (`WELD:`) are no common words.
fn end(text: &str, view: &View, first: usize) -> Option<usize> {
    let nodes = view.nodes.get(first..)?;
    let count = nodes.iter().take(LONGEST_LABEL).take_while(|n| n.class.any(Class::UPPER)).count();
    let noun = |n: &Node| n.class.any(Class::NOUN) && !n.class.any(Class::UNKNOWN);
    let closed = nodes.get(count).is_some_and(|n| n.tag == Tag::Colon);
    let word = |n: &Node| noun(n) && n.span.of(text).len() > LONGEST_ABBREVIATION;
    (closed && nodes.iter().take(count).any(word)).then_some(first + count)
}

/// The words that are names in `view`, in lower case: those in mixed case, and those in capitals with a first name.
fn names(text: &str, view: &View) -> Set<String> {
    let mut names = Set::default();
    let mut first = false;
    for node in &view.nodes {
        let word = || node.span.of(text);
        let upper = node.class.any(Class::UPPER);
        if node.tag == Tag::Name && !upper || upper && first {
            names.insert(word().to_lowercase());
        }
        first = upper && is_first_name(&capitalized(word()));
    }
    names
}

/// `word` with its first letter alone in upper case.
fn capitalized(word: &str) -> String {
    let mut rest = word.chars();
    rest.next().into_iter().chain(rest.flat_map(char::to_lowercase)).collect()
}

/// Whether the words behind the name at nodes `start..end` tell that it is a body or a thing: `Qorplex, which makes`, `Qorplex,
/// the company that makes`, `Derrow Rovers have`.
pub(super) fn is_told_a_body(text: &str, view: &View, unit: usize, start: usize, end: usize) -> bool {
    let stop = view.units.get(unit).map_or(end, |u| u.end);
    let tag = |i: usize| view.nodes.get(i).filter(|_| i < stop).map_or(Tag::Edge, |n| n.tag);
    let class = |i: usize| view.nodes.get(i).map(|n| n.class).unwrap_or_default();
    let alone = start == 0 || !matches!(view.nodes[start - 1].tag, Tag::Coord | Tag::Comma);
    // The plural of a verb behind one name: a team, a firm.
    let many = alone
        && matches!(tag(end), Tag::Have | Tag::Present)
        && class(end).any(Class::HAVE)
        && !class(end).any(Class::THIRD.or(Class::PAST));
    if tag(end) != Tag::Comma {
        return many;
    }
    let word = |i: usize| view.nodes.get(i).map_or("", |n| n.span.of(text));
    // The head of the aside: the last noun before a preposition, a mark or a clause.
    let phrase = |t: Tag| matches!(t, Tag::Det | Tag::Adj | Tag::Noun | Tag::Poss | Tag::Name | Tag::Num);
    let aside = (end + 1..stop.min(end + LONGEST_ASIDE)).take_while(|&i| phrase(tag(i)));
    let head = aside.filter(|&i| tag(i) == Tag::Noun).last();
    word(end + 1) == "which"
        || tag(end + 1) == Tag::Det
            && head.is_some_and(|h| kept_particles!("kind of body").contains(&word(h)))
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
        start == first && self.labels.end(first).is_some_and(|label| label >= end)
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
