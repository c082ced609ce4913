//! The case file of date expressions, and what must hold on any text.

#![allow(clippy::panic)] // A malformed case must fail with its line.

use corroborate::{Date, mention::date::dates};
use proptest::prelude::*;

const CASES: &str = include_str!("cases/dates.txt");

/// A case: the line it starts on, the report's day, the text, and the expressions with their first and last day.
type Case = (usize, Date, &'static str, Vec<(&'static str, Date, Date)>);

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (n, line) in CASES.lines().enumerate().map(|(n, l)| (n + 1, l)) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(case) = line.strip_prefix("> ") {
            let (day, text) = case.split_once(' ').unwrap_or_else(|| panic!("line {n}: no day"));
            let day = day.parse().unwrap_or_else(|e| panic!("line {n}: {e}"));
            cases.push((n, day, text, Vec::new()));
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let date = |s: &str| s.parse().unwrap_or_else(|e| panic!("line {n}: {e}"));
        let (words, first, last) = match columns[..] {
            [words, day] => (words, date(day), date(day)),
            [words, first, last] => (words, date(first), date(last)),
            _ => panic!("line {n}: {line:?} is not words TAB first day TAB last day"),
        };
        let case = cases.last_mut().unwrap_or_else(|| panic!("line {n}: no sentence before it"));
        assert!(case.2.contains(words), "line {n}: {words:?} is not in the sentence");
        case.3.push((words, first, last));
    }
    assert!(cases.len() > 50, "too few cases");
    cases
}

#[test]
fn cases_hold() {
    let mut wrong = Vec::new();
    for (n, published, text, want) in cases() {
        let got: Vec<_> = dates(text, Some(published))
            .iter()
            .map(|d| (d.span().of(text), d.start().unwrap_or_default(), d.end().unwrap_or_default()))
            .collect();
        if got != want {
            wrong.push(format!("line {n}: {text}\n  want {want:?}\n  got  {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_date_without_a_year_needs_the_day_of_the_report() {
    let found = dates("It closed on Monday and in 2019.", None);
    assert_eq!((found[0].start(), found[0].end()), (None, None));
    // Which day that was, the sentence does not say.
    let told = dates("The clerk logged the call at noon that Saturday.", Some(Date::constant(2024, 5, 15)));
    assert_eq!(told[0].start(), None);
    assert_eq!(found[1].start(), Some(Date::constant(2019, 1, 1)));
}

proptest! {
    #[test]
    fn any_text_gives_rising_spans(text in any_text()) {
        let mut last = 0;
        for date in dates(&text, Some(Date::constant(2024, 2, 29))) {
            prop_assert!(!date.span().of(&text).is_empty());
            prop_assert!(date.span().start >= last);
            last = date.span().end;
            if let (Some(start), Some(end)) = (date.start(), date.end()) {
                prop_assert!(start <= end);
            }
        }
    }
}

/// Text of date words, numbers, marks and anything else.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "(the|last|next|this|early|late|mid-|a|two|ago|later|earlier|day|week|month|year|quarter|first|half|of|to|from|between|and|in|on)",
        "(May|June 3|Monday|Dec\\.|2019|1999|31|2020-21|9999|0000|1000|2150|1990s|12th century|New Year’s Eve|spring|fiscal|today|Christmas|Easter)",
        "[0-9]{1,5}|[-–/.,;’'“”$%]|\\PC{0,3}",
    ];
    proptest::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}
