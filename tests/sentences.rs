//! Sentence boundaries: the case files, and what must hold for any text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use corroborate::sentence::{Layout, Splitter, sentences};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

const CASES: &str = include_str!("cases/sentences.txt");
const UAX29: &str = include_str!("cases/sentences-uax29.txt");

/// The mark of a boundary in a case file.
const MARK: char = '¦';

/// A case: its line, its text, and the sentences wanted.
struct Case {
    line: usize,
    text: String,
    wanted: Vec<String>,
}

fn case(line: usize, source: &str) -> Case {
    let source = source.replace("\\n", "\n").replace("\\r", "\r");
    let wanted = source.split(MARK).map(|s| s.trim().to_owned()).filter(|s| !s.is_empty()).collect();
    Case { line, text: source.replace(MARK, ""), wanted }
}

/// The cases of a file by rule. A malformed file is a failure of its own.
fn cases(file: &str) -> Vec<(String, Vec<Case>)> {
    let mut rules: Vec<(String, Vec<Case>)> = Vec::new();
    for (i, source) in file.lines().enumerate() {
        if source.is_empty() || source.starts_with("# ") {
            continue;
        }
        if let Some(rule) = source.strip_prefix("== ") {
            rules.push((rule.to_owned(), Vec::new()));
        } else {
            let Some((rule, cases)) = rules.last_mut() else { unreachable!("line {}: no rule yet", i + 1) };
            assert!(source.trim_start() == source, "line {}: space before a case of {rule}", i + 1);
            cases.push(case(i + 1, source));
        }
    }
    assert!(!rules.is_empty(), "no cases");
    for (rule, cases) in &rules {
        assert!(cases.len() > 1, "{rule}: a case to catch and a case to leave alone");
    }
    rules
}

fn split(text: &str) -> Vec<&str> {
    sentences(text).map(|s| s.text()).collect()
}

#[test]
fn the_cases() {
    let mut wrong = String::new();
    for (rule, cases) in cases(CASES) {
        for case in cases {
            let found = split(&case.text);
            if found != case.wanted {
                wrong +=
                    &format!("\nline {} ({rule})\n  wanted {:?}\n  found  {found:?}", case.line, case.wanted);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The table in the module's docs says where this crate and UAX #29 differ: each as written, and differently.
#[test]
fn the_departures_from_uax_29() {
    let lines: Vec<&str> = UAX29.lines().filter(|l| !l.is_empty() && !l.starts_with("# ")).collect();
    assert!(!lines.is_empty() && lines.len() % 2 == 0, "pairs of lines");
    for pair in lines.chunks(2) {
        let (ours, standard) =
            (case(0, pair[0]), case(0, pair[1].strip_prefix("uax ").expect("a second line")));
        assert_eq!(ours.text, standard.text);
        assert_eq!(split(&ours.text), ours.wanted);
        let found: Vec<&str> = ours.text.unicode_sentences().map(str::trim).collect();
        assert_eq!(found, standard.wanted, "UAX #29");
        assert_ne!(ours.wanted, standard.wanted);
    }
}

#[test]
fn quotations_and_brackets_stay_whole_on_request() {
    let whole = Splitter::new().keep_whole(true);
    let split = |text| whole.sentences(text).map(|s| s.text()).collect::<Vec<_>>();
    assert_eq!(
        split("“It held. It will.” She left. (He stayed. He sat.)"),
        ["“It held. It will.”", "She left.", "(He stayed. He sat.)"]
    );
    // A quotation that never closes in its paragraph is none.
    assert_eq!(split("“It held. It will.\n\n“It broke.”"), ["“It held.", "It will.", "“It broke.”"]);
    assert_eq!(
        split("He said: \"First one. Second one.\" Then done."),
        ["He said: \"First one. Second one.\"", "Then done."]
    );
}

#[test]
fn a_layout_can_be_forced() {
    let text = "The crews searched the valley\nAnn Hale spoke";
    let count = |layout| Splitter::new().layout(layout).sentences(text).count();
    assert_eq!((count(Layout::Lines), count(Layout::Wrapped), count(Layout::Auto)), (2, 1, 2));
}

/// What must hold for the sentences of any text.
fn check(text: &str) -> Result<(), TestCaseError> {
    for splitter in [
        Splitter::new(),
        Splitter::new().keep_whole(true),
        Splitter::new().layout(Layout::Lines),
        Splitter::new().layout(Layout::Wrapped),
    ] {
        let mut end = 0;
        for sentence in splitter.sentences(text) {
            let span = sentence.span();
            prop_assert!(span.start >= end && span.end > span.start, "spans rise");
            prop_assert_eq!(text.get(span.range()), Some(sentence.text()), "spans slice");
            prop_assert_eq!(sentence.text().trim(), sentence.text(), "no white space at the ends");
            prop_assert!(
                blank(&text[end..span.start]),
                "only white space between: {:?}",
                &text[end..span.start]
            );
            end = span.end;
        }
        prop_assert!(blank(&text[end..]), "only white space after: {:?}", &text[end..]);
    }
    Ok(())
}

/// White space, and the marks without width that stand for it.
fn blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

/// Pieces that meet in hostile text.
const PIECES: &[&str] = &[
    "A",
    "I",
    "The ",
    "the ",
    "U.S.",
    "Mr.",
    "p.m.",
    "No.",
    "1",
    "2) ",
    "3.",
    "a.",
    "Bros.'",
    ".",
    "..",
    "…",
    " . ",
    "!",
    "?",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "(",
    ")",
    "[",
    "]",
    "[4]",
    "•",
    "-",
    "—",
    "*****",
    "<a@b>",
    "://",
    "http://x.y ",
    "12/11/2010 10:10",
    ":-)",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "\u{2028}",
    "\u{85}",
    "\u{200b}",
    "\u{feff}",
    "é",
    "Ω",
    "。",
    "؟",
    "🙂",
    "e\u{301}",
    "You ",
    "Dear ",
    ",",
    "Regards, ",
    "Monday, May 7, 2015",
    " said",
    "Hale ",
];

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_pieces(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        check(&pieces.concat())?;
    }

    /// A long document gives the sentences of its paragraphs one by one.
    #[test]
    fn paragraphs_one_by_one(picks in proptest::collection::vec(0_usize..400, 1..40)) {
        let rules = cases(CASES);
        let texts: Vec<&str> =
            rules.iter().flat_map(|r| &r.1).map(|c| c.text.trim()).filter(|t| !t.contains(['\n', '\r'])).collect();
        let paragraphs: Vec<&str> = picks.iter().map(|i| texts[i % texts.len()]).collect();
        let document = paragraphs.join("\n\n");
        let alone: Vec<&str> = paragraphs.iter().flat_map(|p| split(p)).collect();
        prop_assert_eq!(split(&document), alone);
    }
}

/// A lot of what breaks splitters. That it ends within the time of a test is the point; the bench has the figures.
#[test]
fn hostile_lengths() {
    const SIZE: usize = if cfg!(debug_assertions) { 30_000 } else { 1_000_000 };
    let lines = "\n".repeat(SIZE);
    assert_eq!(sentences(&lines).count(), 0);
    for piece in [
        "A.A.A.",
        "“",
        ". . .",
        "a",
        "🙂",
        "(",
        "(a. ",
        "A. ",
        "Mr. ",
        "1) a ",
        "\" ",
        "? a",
        "a\n",
        "A\nb",
        "[1] ",
        "...",
        "•",
        "= ",
        "/",
        "<",
        "http://a ",
        "Dear A, ",
        "x. (A. ",
        "a.A",
        "“A?” B ",
        "¡",
        "Monday, ",
    ] {
        let text = piece.repeat(SIZE / piece.len());
        check(&text).unwrap_or_else(|e| panic!("{piece:?}: {e}"));
    }
}
