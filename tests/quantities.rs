//! The case file of quantities, and what must hold on any text.

#![allow(clippy::panic)] // A malformed case must fail with its line.

use corroborate::mention::quantity::{Agreement, Bound, Quantity, Value, quantities};
use proptest::prelude::*;

const CASES: &str = include_str!("cases/quantities.txt");

/// A case: the line it starts on, the text, and the columns of each quantity.
type Case = (usize, &'static str, Vec<[&'static str; 5]>);

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for (n, line) in CASES.lines().enumerate().map(|(n, l)| (n + 1, l)) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(text) = line.strip_prefix("> ") {
            cases.push((n, text, Vec::new()));
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let columns: [&str; 5] =
            columns.try_into().unwrap_or_else(|_| panic!("line {n}: {line:?} has not five columns"));
        let case = cases.last_mut().unwrap_or_else(|| panic!("line {n}: no sentence before it"));
        assert!(case.1.contains(columns[0]), "line {n}: {:?} is not in the sentence", columns[0]);
        case.2.push(columns);
    }
    assert!(cases.len() > 60, "too few cases");
    cases
}

fn value(quantity: &Quantity) -> String {
    let round = |v: f64| (v * 1e4).round() / 1e4;
    match quantity.value() {
        Value::Number(v) => round(v).to_string(),
        Value::Range(a, b) => format!("{}..{}", round(a), round(b)),
        Value::Score(a, b) => format!("{a}:{b}"),
        _ => "vague".to_owned(),
    }
}

#[test]
fn cases_hold() {
    let mut wrong = Vec::new();
    for (n, text, want) in cases() {
        let got: Vec<[String; 5]> = quantities(text)
            .iter()
            .zip(want.iter().map(Some).chain(std::iter::repeat(None)))
            .map(|(q, want)| {
                let bound = match q.bound() {
                    Bound::Exact => "exact",
                    Bound::About => "about",
                    Bound::AtLeast => "at least",
                    Bound::AtMost => "at most",
                };
                let unchecked = want.is_some_and(|w| w[4] == "-");
                let of = q.counted().filter(|_| !unchecked).map_or("-", |s| s.of(text));
                let unit = q.unit().map_or("-", |u| u.name());
                [q.span().of(text), &value(q), unit, bound, of].map(str::to_owned)
            })
            .collect();
        if got != want {
            wrong.push(format!("line {n}: {text}\n  want {want:?}\n  got  {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn quantities_agree_as_news_rounds() {
    use Agreement::{Agree, Differ, Incomparable};
    for (a, b, want) in [
        ("nearly 400 homes burned", "396 homes burned", Agree),
        ("more than 5,000 people fled", "5,100 residents fled", Agree),
        ("$1.4m was lost", "1.4 million dollars were lost", Agree),
        ("the fund holds $1.4 billion", "the fund holds $1,412,000,000", Agree),
        ("it lies 10 km away", "it lies six miles away", Agree),
        ("two hours", "120 minutes", Agree),
        ("dozens of homes", "40 homes", Agree),
        ("a 3-2 win", "lost 2-3", Agree),
        ("half of voters", "50 percent of voters", Agree),
        ("six and a half years", "6 1/2 years", Agree),
        ("falling 60 metres", "falling 200 feet", Agree),
        ("about 10 years", "nine years", Agree),
        ("kills 24", "dozens of people", Agree),
        ("17 killed", "17 miners died", Agree),
        ("24 killed", "24 dead", Agree),
        ("$1.4 billion", "billions of dollars", Agree),
        ("4,200 evacuees", "6,000 evacuees", Differ),
        ("nine years", "10 years", Differ),
        ("$25bn", "$30 billion", Differ),
        ("$1.4 million", "$1.5 million", Differ),
        ("lowered by three metres", "lowered by 3.5 metres", Differ),
        ("a fall of 200 metres", "a fall of 150 metres", Differ),
        ("kills 17", "26 killed", Differ),
        ("7 killed", "12 injured", Incomparable),
        ("arrest 26", "26 killed", Incomparable),
        ("a 41-year-old man", "a wait of 41 years", Incomparable),
        ("a 41-year-old case", "a woman aged 61", Incomparable),
        ("a 41-year-old man", "a 43-year-old man", Differ),
        ("at least 12 dead", "9 dead", Differ),
        ("more than 5,000 people", "12,000 people", Differ),
        ("it lies 10 km away", "it lies 10 miles away", Differ),
        ("dozens of homes", "4 homes", Differ),
        ("12 homes", "12 boats", Incomparable),
        ("12 soldiers", "40 nurses", Incomparable),
        ("$5 million", "5 million euros", Incomparable),
        ("12 homes", "12 percent", Incomparable),
    ] {
        let (x, y) = (quantities(a), quantities(b));
        assert_eq!(x[0].compare(&y[0]), want, "{a} / {b}");
        assert_eq!(y[0].compare(&x[0]), want, "{b} / {a}");
    }
}

#[test]
fn survives_json() {
    let found = quantities("More than 30 km of road, 12 dead, $3bn and a 4-1 win by a third.");
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Quantity>>(&json).unwrap(), found);
}

proptest! {
    #[test]
    fn any_text_gives_rising_spans(text in any_text()) {
        let mut last = 0;
        for q in quantities(&text) {
            prop_assert!(!q.span().of(&text).is_empty());
            prop_assert!(q.wide().contains(q.span()));
            prop_assert!(q.wide().of(&text).contains(q.span().of(&text)));
            prop_assert!(q.span().start >= last);
            if let Some(of) = q.counted() {
                prop_assert!(!of.of(&text).is_empty());
            }
            let _ = q.compare(&q);
            last = q.span().end;
        }
    }
}

/// Text of number words, units, marks and anything else.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "(one|two|half|a|an|third|quarters|million|bn|dozen|hundreds|of|to|and|or|for|in|out|between|from|more|than|as|many|times|fold)",
        "(people|km|miles|per|hour|percent|%|\\$|£|US\\$|pounds|year-old|years|old|degrees|C|m|k|-|–|/|minus)",
        "[0-9]{1,9}|[0-9],[0-9]{3}|[0-9]\\.[0-9]|½|[,.;:’'“”+#]|\\PC{0,3}",
    ];
    proptest::collection::vec(word, 0..14)
        .prop_map(|words| words.join(" "))
        .prop_flat_map(|text| prop_oneof![Just(text.clone()), Just(text.replace(' ', ""))])
}
