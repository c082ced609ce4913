//! Texts that nobody means to write: what a careless converter leaves behind, and what an attacker would send.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fmt::Write, time::Instant};

use corroborate::{
    CrossReference, Report,
    matching::{Index, Statement},
    mention::mentions,
    render,
};

const SENTENCE: &str =
    "The chief engineer, José Müller-Rask, said the dam's 1,900 co-workers were “finally safe” on Tuesday.";

/// Runs everything over two reports, one of them with this text, and checks what holds for any text.
fn run(text: &str) -> CrossReference {
    let xref = CrossReference::of([
        Report::new("Tellwire", text).with_id("a").with_title(text),
        Report::new("Courier", SENTENCE).with_id("b"),
    ])
    .unwrap();
    for claim in xref.claims() {
        for mention in claim.mentions() {
            let report = mention.report().text();
            assert_eq!(&report[mention.span().range()], mention.text());
            assert!(!mention.text().is_empty());
            assert!(mention.sentence().contains(mention.span()), "{mention:?}");
            let spans = [mention.source(), mention.cue(), mention.hedge()].into_iter().flatten();
            let values = mention.quantities().iter().map(|q| q.span());
            for span in spans.chain(values).chain(mention.dates().iter().map(|d| d.span())) {
                assert!(!report[span.range()].is_empty());
            }
        }
    }
    for skipped in xref.skipped("a") {
        assert!(!text[skipped.span().range()].is_empty());
    }
    assert!(!render::table(&xref).at_least(1).to_string().is_empty());
    assert!(serde_json::from_str::<serde_json::Value>(&render::json(&xref)).is_ok());
    let start: String = text.chars().take(2000).collect();
    let _ = xref.search(&start);
    xref
}

#[test]
fn odd_texts_go_through() {
    let texts = [
        "",
        " ",
        "\n\n\n",
        "\u{feff}",
        "\0",
        "\u{200b}\u{200b}",
        "\u{301}",
        "“",
        "”",
        "\"",
        "'",
        "…",
        ".",
        "?!",
        "$",
        "-",
        "0",
        "\r",
        "\r\n\r\n",
        "\u{2028}\u{2029}",
        "🙂🙂🙂",
        "中文新闻。水坝坏了。",
        "قال الوزير إن السد آمن.",
        "a",
        "said",
        "“said”",
        "He said",
        "said he",
        "said Weld. “We knew.”",
        "who, according to Weld,",
        "In a survey of voters,",
        "according to",
        "“” said “”",
        "not",
        "may",
        "1/0",
        "99999999999999999999999999 people died",
        "1e999 people",
        "on 99 Octember",
        "31 February 2025",
        "in 0000",
        "on Monday Monday Monday",
        "$1,2,3,4 million billion",
        "half half half a mile",
        "-- -- --",
        "U.S. U.S. U.S.",
        "A.B.C.D.E.F.",
        "((((((((((",
        "]]]]",
        "said said said said said",
        "which which which which",
        "the the the",
        "’s ’s ’s",
        "\u{202e}evil\u{202c} said the mayor was safe.",
    ];
    for text in texts {
        run(text);
    }
}

/// What a word processor or a page's markup puts in the place of a plain character says nothing else.
#[test]
fn typography_makes_no_difference() {
    let same: &[(&str, &str, &str)] = &[
        ("no-break spaces", " ", "\u{a0}"),
        ("narrow no-break spaces", " ", "\u{202f}"),
        ("thin spaces", " ", "\u{2009}"),
        ("double spaces", " ", "  "),
        ("line breaks of Windows", ", said ", ",\r\nsaid "),
        ("curly apostrophes", "'", "’"),
        ("straight marks", "“finally safe”", "\"finally safe\""),
        ("no-break hyphens", "-", "\u{2011}"),
        ("hyphens of Unicode", "-", "\u{2010}"),
        ("soft hyphens", "engineer", "engi\u{ad}neer"),
        ("zero-width spaces", "the dam", "\u{200b}the\u{200b} dam"),
        ("zero-width joiners", "engineer", "engi\u{200d}neer"),
        ("word joiners", "engineer", "engi\u{2060}neer"),
        ("a byte order mark", "The chief", "\u{feff}The chief"),
        ("decomposed accents", "é", "e\u{301}"),
        ("marks of direction", "José", "\u{200e}José\u{200e}"),
    ];
    let mut differ = Vec::new();
    for (what, plain, odd) in same {
        assert!(SENTENCE.contains(plain), "{what}");
        let xref = run(&SENTENCE.replace(plain, odd));
        let claim = xref.claims().into_iter().find(|c| c.is_corroborated());
        if claim.is_none() {
            let own: Vec<_> = xref
                .mentions_of("a")
                .iter()
                .map(|m| (m.text().to_owned(), m.speaker().map(str::to_owned)))
                .collect();
            differ.push(format!("{what}: {own:?}"));
        }
    }
    assert!(differ.is_empty(), "{differ:#?}");
}

/// What a text repeats, and the text with about so many words.
type Growing = (&'static str, fn(usize) -> String);

/// A name may be held together by any space.
#[test]
fn names_hold_across_spaces_of_any_kind() {
    for space in [" ", "  ", "\u{a0}", "\u{2009}", "\u{202f}"] {
        let text = SENTENCE.replace("José Müller", &format!("José{space}Müller"));
        let report = Report::new("Tellwire", text);
        let speakers: Vec<_> = mentions(&report).mentions.iter().filter_map(|m| m.speaker()).collect();
        assert!(
            speakers[0].ends_with("Müller-Rask") && speakers[0].starts_with("José"),
            "{space:?}: {speakers:?}"
        );
    }
}

/// Twice the text takes about twice the time.
#[test]
fn long_texts_take_linear_time() {
    let texts: &[Growing] = &[
        ("one sentence of words", |n| "water ".repeat(n)),
        ("one sentence of clauses", |n| "which the mayor said may not have been, ".repeat(n / 8)),
        ("one sentence of names", |n| "Bruno Kest and ".repeat(n / 3)),
        ("one sentence of numbers", |n| "1,900 people, ".repeat(n / 3)),
        ("one word", |n| "a".repeat(n * 5)),
        ("one word of hyphens", |n| "a-".repeat(n * 2)),
        ("one word of points", |n| "a.".repeat(n * 2)),
        ("opening marks", |n| "“".repeat(n)),
        ("straight marks", |n| "\" ".repeat(n)),
        ("single marks", |n| "'a ".repeat(n)),
        ("brackets", |n| "(a ".repeat(n)),
        ("paragraphs of one word", |n| "water\n\n".repeat(n / 2)),
        ("combining marks", |n| "e\u{301}".repeat(n)),
        ("one sentence again and again", |n| "The dam at Brask was completed in 1961. ".repeat(n / 8)),
        ("sentences that differ", |n| {
            (0..n / 10).fold(String::new(), |mut text, i| {
                let _ = write!(
                    text,
                    "Some {i} people of village {} left house {} on Tuesday. ",
                    i * 7 % 1013,
                    i * 31 % 977
                );
                text
            })
        }),
        ("speakers", |n| {
            (0..n / 10).fold(String::new(), |mut text, i| {
                let _ =
                    write!(text, "“The lake is {i} metres deep,” Ann Bel{}o said. She left. ", i * 31 % 977);
                text
            })
        }),
    ];
    let mut slow = Vec::new();
    for (what, text) in texts {
        let time = |n: usize| {
            let report = Report::new("Tellwire", text(n));
            let start = Instant::now();
            let _ = mentions(&report);
            start.elapsed().as_secs_f64()
        };
        let (short, long) = (time(2_000), time(16_000));
        println!("{what}: {short:.3} s, eight times as long {long:.3} s");
        // Quadratic would be 64 times; a machine with other work to do may double a figure.
        if long > 0.3 && long > 24.0 * short {
            slow.push(format!("{what}: {short:.3} s, eight times as long {long:.3} s"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

/// More tokens in one sentence than two bytes can count.
#[test]
fn a_sentence_may_have_any_number_of_words() {
    for piece in ["Bruno Kest, ", "the dam that "] {
        let text = piece.repeat(70_000 / piece.split_whitespace().count());
        let xref = CrossReference::of([
            Report::new("Tellwire", &text).with_id("a"),
            Report::new("Courier", SENTENCE),
        ]);
        for mention in xref.unwrap().mentions_of("a") {
            assert_eq!(&text[mention.span().range()], mention.text());
        }
    }
}

/// More parts in one word than two bytes can count.
#[test]
fn a_word_may_have_any_number_of_parts() {
    for piece in ["x-", "Tarkhov-"] {
        for count in 65_534..65_538 {
            let text = format!("{}Kest left BRSK on Monday.", piece.repeat(count));
            let mut index = Index::default();
            let (a, b) = (index.add(Statement::new(&text)), index.add(Statement::new(SENTENCE)));
            assert!(index.compare(a, b).is_some_and(|c| c.score() < 0.5));
        }
    }
}

/// Eight times as many names in both mentions take no 64 times as long to compare.
#[test]
fn lists_of_names_are_compared_in_linear_time() {
    let list = |names: usize, of_one: usize| {
        let syllables = ["bel", "kor", "mar", "tis", "dun", "ros", "vag"];
        let start = "The long list of those who left the hall was read out: ".to_owned();
        (0..names).fold(start, |mut text, i| {
            let n = if i % 2 == 0 { i } else { i + of_one };
            let (first, second, third) = (syllables[n % 7], syllables[n / 7 % 7], syllables[n / 49 % 7]);
            let _ = write!(text, "Judge B{first}{second}{third}, ");
            text
        })
    };
    let time = |names: usize| {
        let mut index = Index::default();
        let (a, b) =
            (index.add(Statement::new(&list(names, 0))), index.add(Statement::new(&list(names, 150))));
        let start = Instant::now();
        for _ in 0..40 {
            assert!(index.compare(a, b).is_some());
        }
        start.elapsed().as_secs_f64()
    };
    let (short, long) = (time(16), time(128));
    assert!(long < 0.3 || long < 24.0 * short, "{short:.3} s, eight times as many {long:.3} s");
}

/// "Ten thousand centuries ago" is on no calendar.
#[test]
fn times_beyond_the_calendar_have_no_date() {
    for when in
        ["9,000 centuries ago", "10,000 decades later", "10,000 years ago", "the last 9,000 centuries"]
    {
        let report = Report::new("Tellwire", format!("The lake at Brask froze over {when}, Ann Belo said."));
        let report = report.with_published("2025-03-04").unwrap();
        assert!(mentions(&report).mentions.iter().all(|m| m.dates().len() < 2), "{when}");
    }
}
