//! The case file of what states no claim, and what must hold on any text.

#![allow(clippy::panic)] // A malformed case must fail with its line.

use corroborate::mention::{
    checkworthy,
    skip::{Form, Reason, form, paragraph, sentence},
};
use proptest::prelude::*;

const CASES: &str = include_str!("cases/skip.txt");

fn cases() -> Vec<(usize, Option<Reason>, &'static str)> {
    let cases: Vec<_> = CASES
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(n, line)| {
            let (reason, text) = line.split_once('\t').unwrap_or_else(|| panic!("line {}: no tab", n + 1));
            let reason = (reason != "-").then(|| {
                serde_json::from_value(reason.into()).unwrap_or_else(|e| panic!("line {}: {e}", n + 1))
            });
            (n + 1, reason, text)
        })
        .collect();
    assert!(cases.len() > 50, "too few cases");
    cases
}

#[test]
fn cases_hold() {
    let wrong: Vec<String> = cases()
        .iter()
        .map(|&(n, want, text)| (n, want, sentence(text), text))
        .filter(|(_, want, got, _)| want != got)
        .map(|(n, want, got, text)| format!("line {n}: want {want:?}, got {got:?}: {text}"))
        .collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn forms_are_told_apart() {
    for (text, want) in [
        ("The ferry sank off Marsk on Friday.", Form::Statement),
        ("The ferry will sail again in May.", Form::Statement),
        ("The ferry might have sunk.", Form::Modal),
        ("The crew should have known.", Form::Modal),
        ("Why did the ferry sink?", Form::Question),
        ("Wreck of the ferry off Marsk", Form::Fragment),
        ("Sailors rescued off the coast of Marsk", Form::Fragment),
        ("Ferry line sells two ships", Form::Statement),
        ("Image: Orla Venn.", Form::Fragment),
    ] {
        assert_eq!(form(text), want, "{text}");
    }
}

#[test]
fn worth_checking_comes_first() {
    let score = |text| checkworthy::score(text).score();
    for (claim, chat) in [
        ("The minister voted against the bill in 2011.", "Thank you very much for the question."),
        ("Crime fell by 12 percent last year.", "I hope that we can all work together."),
        ("The port lost 4,000 jobs under his watch.", "Why would anybody do that?"),
    ] {
        assert!(score(claim) > score(chat), "{claim} / {chat}");
    }
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(text in any_text()) {
        let _ = (paragraph(&text), sentence(&text), form(&text));
        let worth = checkworthy::score(&text);
        prop_assert!((0.0..=1.0).contains(&worth.score()));
        let sum = checkworthy::bias() + worth.reasons().iter().map(|r| r.weight).sum::<f64>();
        prop_assert!((1.0 / (1.0 + (-sum).exp()) - worth.score()).abs() < 1e-9);
    }
}

/// Text of the words and marks that the stage looks at, and anything else.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "(Sign up|follow @|by|By|photo|©|h/t|Editor’s note|read more|you have|articles|<tweet|<p>|getty|The|Orla|said|\\?|p\\.m\\.)",
        "[0-9]{1,4}|[.,:;/()<>{}“”\"'’#@%—-]|\\PC{0,4}",
    ];
    proptest::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}
