//! Quotations, attributions and speakers: the cases of `tests/cases`, and what must hold for any text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use corroborate::mention::{
    Kind,
    attribution::{Attribution, speech},
    quotation::{Quotation, quotations},
};
use proptest::prelude::*;

/// The cases of a file: each text with the lines below it.
fn cases(file: &str) -> Vec<(String, Vec<String>)> {
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    for line in file.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
        if let Some(text) = line.strip_prefix("text: ") {
            out.push((text.replace("\\n", "\n"), Vec::new()));
        } else {
            assert!(
                line.starts_with("- ") && !out.is_empty(),
                "neither a text nor what is expected: {line:?}"
            );
            if let Some((_, want)) = out.last_mut() {
                want.push(line.trim_start_matches("- ").to_owned());
            }
        }
    }
    assert!(!out.is_empty(), "no cases");
    for (text, want) in &out {
        assert!(!want.is_empty(), "nothing expected of {text:?}");
    }
    out
}

/// Runs `describe` over the cases of `file` and shows all that differ at once.
fn check(file: &str, describe: impl Fn(&str) -> Vec<String>) {
    let mut wrong = String::new();
    for (text, want) in cases(file) {
        let mut got = describe(&text);
        if got.is_empty() {
            got.push("none".to_owned());
        }
        if got != want {
            wrong.push_str(&format!("\n{text}\n  want {want:#?}\n  got  {got:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn quotation_cases() {
    let describe = |q: &Quotation, text: &str| {
        let state = match (q.closed(), q.continued()) {
            (_, true) => "goes on",
            (true, _) => "closed",
            _ => "open",
        };
        format!("{} {state} {}", q.depth(), q.inner().of(text))
    };
    check(include_str!("cases/quotations.txt"), |text| {
        quotations(text).iter().map(|q| describe(q, text)).collect()
    });
}

#[test]
fn attribution_cases() {
    let describe = |a: &Attribution, text: &str| {
        let join = |spans: &[corroborate::Span]| {
            let words: Vec<&str> = spans.iter().map(|s| s.of(text)).collect();
            if words.is_empty() { "-".to_owned() } else { words.join(" / ") }
        };
        let kind = match a.kind() {
            Kind::DirectQuote => "direct",
            Kind::MixedQuote => "mixed",
            Kind::IndirectQuote => "indirect",
            Kind::Assertion => "assertion",
        };
        let speaker = a.speaker().map_or("-", |s| s.name().of(text));
        format!("{kind} | {} | {} | {} | {speaker}", join(a.source()), join(a.cue()), join(a.content()))
    };
    check(include_str!("cases/attributions.txt"), |text| {
        speech(text).attributions.iter().map(|a| describe(a, text)).collect()
    });
}

#[test]
fn own_words_cases() {
    check(include_str!("cases/own-words.txt"), |text| {
        let speech = speech(text);
        let owned = speech.quotations.iter().zip(&speech.owners);
        let owned = owned.filter_map(|(q, &owner)| Some((q, speech.attributions.get(owner?)?)));
        owned
            .map(|(q, a)| {
                let source = a.source().first().map_or("-", |s| s.of(text));
                format!("{} | {source}", q.inner().of(text))
            })
            .collect()
    });
}

#[test]
fn speaker_cases() {
    check(include_str!("cases/speakers.txt"), |text| {
        let found = speech(text).attributions;
        let speakers = found.iter().filter_map(Attribution::speaker);
        speakers
            .map(|s| format!("{} {}", format!("{:?}", s.known()).to_lowercase(), s.name().of(text)))
            .collect()
    });
}

#[test]
fn outlets_that_were_told_are_kept() {
    let via = |text: &str| {
        speech(text).attributions.first().and_then(Attribution::via).map(|v| v.of(text).to_owned())
    };
    assert_eq!(via("The mayor told the Courier that the dam had held.").as_deref(), Some("the Courier"));
    assert_eq!(via("The mayor told reporters that the dam had held."), None);
    assert_eq!(via("The mayor told Ansa Veldt that the dam had held."), None);
}

#[test]
fn second_hand_words_name_their_outlet() {
    let via = |text: &str| {
        speech(text).attributions.first().and_then(Attribution::via).map(|v| v.of(text).to_owned())
    };
    for (text, outlet) in [
        ("The dam had held, the Derrow Gazette reported.", "the Derrow Gazette"),
        ("According to the Harbour Times, the dam had held.", "the Harbour Times"),
        ("State television said that the dam had held.", "State television"),
        ("In an interview with the Derrow Post, Orrin Hale said that the dam had held.", "the Derrow Post"),
        ("Orrin Hale said that the dam had held, as first reported by the Gazette.", "the Gazette"),
        (
            "Two engineers said that the dam had held, according to documents seen by the Tribune.",
            "the Tribune",
        ),
    ] {
        assert_eq!(via(text).as_deref(), Some(outlet), "{text}");
    }
    for text in [
        "According to the Harbour Authority, the dam had held.",
        "Orrin Hale reported that the dam had held.",
        "In an interview with Ansa Veldt, Orrin Hale said that the dam had held.",
    ] {
        assert_eq!(via(text), None, "{text}");
    }
}

#[test]
fn long_texts_of_one_sentence_go_through() {
    for piece in [
        "“",
        "‘",
        "\" a",
        "said ",
        "he: ",
        "Weld, ",
        "“a” said Weld, ",
        "Weld said a. ",
        "s’ ",
        "(",
        "the mayor and ",
    ] {
        let text = piece.repeat(40_000 / piece.len());
        let found = speech(&text);
        assert_eq!(found.owners.len(), found.quotations.len());
    }
}

/// Texts of the pieces that make attributions, well formed or not.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "'",
        "''",
        "``",
        "«",
        "»",
        " ",
        " ",
        ", ",
        ". ",
        ": ",
        "\n",
        "\n\n",
        "— ",
        "(",
        ")",
        "said",
        " said ",
        "Weld",
        "Ansa Weld",
        "the mayor",
        "she",
        "according to ",
        "that ",
        "the dam held",
        "told reporters ",
        "who ",
        "WHF",
        "3",
        "é",
        "😀",
        "Mr. ",
        "In a survey",
        "which, ",
        "the council, ",
        "Saying that ",
        "in her book, ",
        "criticised by ",
        "the records show",
        "will hold",
        "As Weld put it, ",
        "Hale and ",
        "63, ",
        "DBC’s ",
        "asked if ",
        "than ",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|p| p.concat())
}

fn holds(text: &str) {
    let found = speech(text);
    assert_eq!(found.owners.len(), found.quotations.len());
    for q in &found.quotations {
        assert!(q.span().contains(q.inner()) && !q.inner().of(text).is_empty());
    }
    for pair in found.quotations.windows(2) {
        assert!(pair[0].span().start < pair[1].span().start);
    }
    for a in &found.attributions {
        assert!(!a.content().is_empty());
        for span in a.content().iter().chain(a.source()).chain(a.cue()) {
            assert!(text.get(span.range()).is_some_and(|words| !words.is_empty()), "{span} of {text:?}");
        }
        for pair in a.content().windows(2) {
            assert!(pair[0].end <= pair[1].start, "contents rise");
        }
        assert!(a.speaker().is_none_or(|s| text.get(s.name().range()).is_some()));
    }
    for owner in found.owners.iter().flatten() {
        assert!(*owner < found.attributions.len());
    }
}

proptest! {
    #[test]
    fn any_text_goes_through(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn any_mix_of_pieces_goes_through(text in texts()) {
        holds(&text);
    }
}
