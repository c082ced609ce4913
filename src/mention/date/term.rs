//! The words of date expressions, from the lists of the lexicon.

use std::sync::LazyLock;

use crate::{
    hash::Map,
    lexicon::{self, Few},
};

/// A span of time that can be counted or pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Period {
    Day,
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// What a word does inside a date expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    Month(i8),
    Weekday(i8),
    Day(i64),
    Season(i8),
    Period(Period),
    Last,
    This,
    Next,
    Previous,
    Following,
    Early,
    Mid,
    Late,
    Earlier,
    Later,
    Ago,
    Same,
    Before,
    End,
    Start,
    Fiscal,
    Order(i8),
}

/// When a feast is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Feast {
    On(i8, i8),
    Nth { n: i8, weekday: i8, month: i8, plus: i64 },
    Easter(i64),
    Never,
}

pub(super) struct Terms {
    pub(super) words: Map<&'static str, Term>,
    /// By first word: the words after it, and when the feast is; longest first.
    pub(super) feasts: Map<&'static str, Vec<(Vec<&'static str>, Feast)>>,
}

pub(super) static TERMS: LazyLock<Terms> = LazyLock::new(|| {
    let mut words = Map::default();
    let mut weekdays = Map::default();
    for row in lexicon::rows(lexicon::CALENDAR) {
        let Some(n) = row.get(2).and_then(|n| n.parse().ok()) else { continue };
        let month = row.get(1) == Some(&"month");
        words.insert(row[0], if month { Term::Month(n) } else { Term::Weekday(n) });
        weekdays.insert(row[0], n);
    }
    for row in lexicon::rows(lexicon::DATES) {
        words.insert(row[0], term(row.get(1).copied(), row.get(2).copied()));
    }
    let mut feasts: Map<&'static str, Vec<(Vec<&'static str>, Feast)>> = Map::default();
    for row in lexicon::rows(lexicon::HOLIDAYS) {
        let mut name = row[0].split(' ');
        let (Some(first), Some(when)) = (name.next(), row.get(1)) else { continue };
        feasts.entry(first).or_default().push((name.collect(), feast(when, &weekdays)));
    }
    for names in feasts.values_mut() {
        names.sort_by_key(|(rest, _)| core::cmp::Reverse(rest.len()));
    }
    Terms { words, feasts }
});

/// What each form of the lexicon does inside a date expression; a stop may end it.
pub(super) static FORMS: LazyLock<Few<Term>> =
    LazyLock::new(|| Few::new(TERMS.words.iter().map(|(word, term)| (*word, *term))));

fn term(kind: Option<&str>, value: Option<&str>) -> Term {
    let number = || value.and_then(|v| v.parse().ok()).unwrap_or_default();
    match kind.unwrap_or_default() {
        "day" => Term::Day(i64::from(number())),
        "season" => Term::Season(number()),
        "order" => Term::Order(number()),
        "last" => Term::Last,
        "next" => Term::Next,
        "previous" => Term::Previous,
        "following" => Term::Following,
        "early" => Term::Early,
        "mid" => Term::Mid,
        "late" => Term::Late,
        "earlier" => Term::Earlier,
        "later" => Term::Later,
        "ago" => Term::Ago,
        "same" => Term::Same,
        "before" => Term::Before,
        "end" => Term::End,
        "start" => Term::Start,
        "fiscal" => Term::Fiscal,
        "period" => Term::Period(match value.unwrap_or_default() {
            "night" => Period::Night,
            "week" => Period::Week,
            "weekend" => Period::Weekend,
            "fortnight" => Period::Fortnight,
            "month" => Period::Month,
            "quarter" => Period::Quarter,
            "half" => Period::Half,
            "year" => Period::Year,
            "decade" => Period::Decade,
            "century" => Period::Century,
            _ => Period::Day,
        }),
        _ => Term::This,
    }
}

fn feast(when: &str, weekdays: &Map<&'static str, i8>) -> Feast {
    let parts: Vec<&str> = when.split(' ').collect();
    match parts[..] {
        ["easter", n] => Feast::Easter(n.parse().unwrap_or_default()),
        [n, weekday, month, ..] => Feast::Nth {
            n: n.parse().unwrap_or(1),
            weekday: weekdays.get(weekday).copied().unwrap_or(1),
            month: month.parse().unwrap_or(1),
            plus: parts.get(3).and_then(|p| p.trim_start_matches('+').parse().ok()).unwrap_or_default(),
        },
        [day] => match day.split_once('-').map(|(m, d)| (m.parse(), d.parse())) {
            Some((Ok(month), Ok(day))) => Feast::On(month, day),
            _ => Feast::Never,
        },
        _ => Feast::Never,
    }
}
