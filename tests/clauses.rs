//! The case files of propositions, modality and negation, and what must hold on any text.
#![allow(clippy::panic, clippy::expect_used)]

use corroborate::{
    Span,
    mention::{
        modality::{Modality, modal_clauses},
        negation::negations,
        proposition::propositions,
    },
};
use proptest::prelude::*;

/// A case: the line it starts on, its sentence, and its other lines.
type Case = (usize, &'static str, Vec<&'static str>);

fn cases(file: &'static str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open = false;
    for (n, line) in file.lines().enumerate().map(|(n, l)| (n + 1, l)) {
        match line {
            _ if line.starts_with('#') => {}
            "" => open = false,
            _ if open => cases.last_mut().expect("an open case").2.push(line),
            _ => {
                cases.push((n, line, Vec::new()));
                open = true;
            }
        }
    }
    assert!(cases.len() >= 60, "too few cases");
    cases
}

/// Where `words` stand in `text`; " ... " stands for whatever is between.
fn find(n: usize, text: &str, words: &str) -> Span {
    let (first, last) = words.split_once(" ... ").unwrap_or((words, ""));
    let start = text.find(first).unwrap_or_else(|| panic!("line {n}: {first:?} is not in the sentence"));
    let rest = start + first.len();
    let end =
        text[rest..].find(last).map_or_else(|| panic!("line {n}: no {last:?}"), |i| rest + i + last.len());
    Span::new(start, end)
}

/// Whether two spans share at least half of what they cover together.
fn alike(a: Span, b: Span) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    shared * 2 >= a.len() + b.len() - shared
}

/// How many of `want` are met by one of `got` each; the sentence and what is wrong with it goes to `wrong`.
#[derive(Default)]
struct Score {
    met: usize,
    wanted: usize,
    given: usize,
    wrong: Vec<String>,
}

impl Score {
    fn add(&mut self, n: usize, text: &str, want: &[Span], got: &[Span]) {
        let mut free: Vec<Span> = got.to_vec();
        for w in want {
            match free.iter().position(|g| alike(*w, *g)) {
                Some(i) => {
                    free.remove(i);
                    self.met += 1;
                }
                None => self.wrong.push(format!("line {n}: missed {:?}", w.of(text))),
            }
        }
        self.wrong.extend(free.iter().map(|g| format!("line {n}: {:?} too much", g.of(text))));
        self.wanted += want.len();
        self.given += got.len();
    }

    /// Holds the line: F1 over the whole file.
    fn at_least(&self, bar: f64) {
        let f1 = 2.0 * self.met as f64 / (self.wanted + self.given) as f64;
        assert!(f1 >= bar, "F1 {f1:.3}, at least {bar}\n{}", self.wrong.join("\n"));
    }
}

#[test]
fn propositions_hold() {
    let mut score = Score::default();
    for (n, text, lines) in cases(include_str!("cases/propositions.txt")) {
        assert!(lines.iter().all(|l| l.starts_with("+ ") || l.starts_with("- ")), "line {n}: malformed");
        let want: Vec<Span> =
            lines.iter().filter_map(|l| l.strip_prefix("+ ")).map(|w| find(n, text, w)).collect();
        let got: Vec<Span> = propositions(text).iter().map(|p| p.span()).collect();
        score.add(n, text, &want, &got);
    }
    score.at_least(0.96);
}

fn modality(name: &str) -> Modality {
    serde_json::from_value(name.into()).unwrap_or_else(|_| panic!("no modality {name:?}"))
}

#[test]
fn modality_holds() {
    let mut score = Score::default();
    let mut labels = Vec::new();
    let mut right = 0;
    for (n, text, lines) in cases(include_str!("cases/modality.txt")) {
        let found = modal_clauses(text);
        let mut want = Vec::new();
        for line in lines {
            let columns: Vec<&str> = line.split(" | ").collect();
            let [label, words, hedge] = columns[..] else {
                panic!("line {n}: {line:?} has not three columns")
            };
            let span = find(n, text, words);
            if let Some(m) = found.iter().find(|m| alike(m.span(), span)) {
                let hedged = match m.hedge() {
                    Some(h) => hedge.split(' ').any(|w| h.of(text).contains(w)),
                    None => hedge == "-",
                };
                if m.modality() == modality(label) && hedged {
                    right += 1;
                } else {
                    labels.push(format!("line {n}: {m:?}, want {label} by {hedge:?}"));
                }
            }
            want.push(span);
        }
        score.add(n, text, &want, &found.iter().map(|m| m.span()).collect::<Vec<_>>());
    }
    score.at_least(0.97);
    assert!(right * 100 >= 95 * score.met, "labels\n{}", labels.join("\n"));
}

#[test]
fn negations_hold() {
    let mut wrong = Vec::new();
    for (n, text, lines) in cases(include_str!("cases/negation.txt")) {
        let got: Vec<[&str; 3]> = negations(text)
            .iter()
            .map(|g| {
                let kind = if g.is_implicit() { "implicit" } else { "explicit" };
                [kind, g.cue().of(text), g.scope().of(text)]
            })
            .collect();
        let want: Vec<[&str; 3]> = lines
            .iter()
            .map(|l| {
                let columns: Vec<&str> = l.split(" | ").collect();
                let [kind, cue, scope] = columns[..] else { panic!("line {n}: {l:?} has not three columns") };
                [kind, cue, find(n, text, scope).of(text)]
            })
            .collect();
        if got != want {
            wrong.push(format!("line {n}: {text}\n  want {want:?}\n  got  {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Clauses put together from what opens, joins and ends them.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "(who|which|that|whose|if|unless|because|after|when|whether|to|as|than|and|but|nor|neither|either|or)",
        "(not|never|no|none|without|didn't|cannot|had|was|were|is|will|may|must|should|be|been|being|having)",
        "(said|says|denied|failed|accused|urged|ordered|plans|report|reports|closing|closed|arrested|lack|of|in|by)",
        "(the|a|her|police|ministers|Kesh|Mirela Stoss|ferry|1974|40|US|mine|’s|'|’|according)",
        "[,.;:?!()\\-—–“”\"'‘’…$%]|\\PC{0,3}",
    ];
    proptest::collection::vec(word, 0..30)
        .prop_map(|words| words.join(" "))
        .prop_flat_map(|text| prop_oneof![4 => Just(text.clone()), 1 => Just(text.replace(' ', ""))])
}

proptest! {
    #[test]
    fn any_text_gives_rising_spans(text in any_text()) {
        let starts = |spans: Vec<Span>| {
            spans.iter().all(|s| !s.of(&text).is_empty()) && spans.windows(2).all(|w| w[0].start <= w[1].start)
        };
        prop_assert!(starts(propositions(&text).iter().map(|p| p.span()).collect()));
        prop_assert!(starts(modal_clauses(&text).iter().map(|m| m.span()).collect()));
        prop_assert!(starts(negations(&text).iter().map(|n| n.cue()).collect()));
        for n in negations(&text) {
            prop_assert!(!n.scope().of(&text).is_empty());
        }
        for m in modal_clauses(&text) {
            prop_assert!(m.hedge().is_none_or(|h| !h.of(&text).is_empty()));
            prop_assert_eq!(m.hedge().is_none(), m.modality() == Modality::Asserted);
        }
    }
}
