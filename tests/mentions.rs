//! The mentions of a report against `tests/cases/mentions.txt`: boundaries, kinds and referents.

#![allow(clippy::panic)] // A malformed case must fail with its line.

use corroborate::{
    Report,
    mention::{Kind, Mention, mentions, modality::Modality},
};

const CASES: &str = include_str!("cases/mentions.txt");

/// Whether `text` is `wanted`, which may be shortened to its first and last words.
fn is(text: &str, wanted: &str) -> bool {
    match wanted.split_once(" ... ") {
        Some((first, last)) => text.starts_with(first) && text.ends_with(last),
        None => text == wanted,
    }
}

fn kind(name: &str) -> Kind {
    match name {
        "direct" => Kind::DirectQuote,
        "mixed" => Kind::MixedQuote,
        "indirect" => Kind::IndirectQuote,
        "assertion" => Kind::Assertion,
        other => panic!("no kind {other:?}"),
    }
}

fn modality(name: &str) -> Modality {
    serde_json::from_value(name.into()).unwrap_or_else(|_| panic!("no modality {name:?}"))
}

/// What a line asks: the words, the referent, the kind and how it is meant.
fn parts(line: &str) -> (&str, Option<&str>, Option<Kind>, Option<Modality>) {
    let (line, meant) = match line.split_once(" ~ ") {
        Some((line, name)) => (line, Some(modality(name.trim()))),
        None => (line, None),
    };
    let (line, kind) = match line.split_once(" = ") {
        Some((line, name)) => (line, Some(kind(name.trim()))),
        None => (line, None),
    };
    match line.split_once(" -> ") {
        Some((words, referent)) => (words.trim(), Some(referent.trim()), kind, meant),
        None => (line.trim(), None, kind, meant),
    }
}

#[test]
fn cases() {
    let mut wrong = Vec::new();
    for case in CASES.split("\n\n") {
        let mut lines = case.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
        let Some(text) = lines.next() else { continue };
        let report = Report::new("Tellwire", text);
        let found = mentions(&report).mentions;
        for line in lines {
            let (wants, line) = match line.split_at_checked(2) {
                Some(("+ ", rest)) => (true, rest),
                Some(("- ", rest)) => (false, rest),
                _ => panic!("{line:?} is no case"),
            };
            let (words, referent, kind, meant) = parts(line);
            let fits = |m: &&Mention<'_>| {
                is(m.text(), words)
                    && kind.is_none_or(|k| m.kind() == k)
                    && meant.is_none_or(|k| m.modality() == k)
            };
            let hit = found.iter().find(fits);
            let speaks = |m: &Mention<'_>| match referent {
                None => true,
                Some("none") => m.referent().is_none(),
                Some(name) => m.referent() == Some(name),
            };
            if hit.is_some_and(speaks) != wants {
                let all: Vec<_> = found.iter().map(|m| (m.text(), m.referent(), m.kind())).collect();
                wrong.push(format!(
                    "{}{line}\n    of {text}\n    found {all:#?}",
                    if wants { "+ " } else { "- " }
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
