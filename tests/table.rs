//! The table for people: exact for a small story, and sound for odd reports.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use corroborate::{CrossReference, Report, render::table};

fn report(id: &str, outlet: &str, day: &str, text: &str) -> Report {
    Report::new(outlet, text).with_id(id).with_published(day).unwrap()
}

fn shown(reports: impl IntoIterator<Item = Report>) -> String {
    table(&CrossReference::of(reports).unwrap()).to_string()
}

#[test]
fn shows_who_says_what_where_and_who_differs() {
    let story = [
        report("t1", "Tellwire", "2025-03-05", "“The gates stay open until Friday,” Colonel Bruno Kest told reporters."),
        report(
            "c1",
            "Ondre Valley Courier",
            "2025-03-06",
            "“The gates stay open until Friday,” Kest said. Some 6,000 people were moved out of the valley on Wednesday.",
        )
        .with_title("Gates stay open"),
        report("f1", "Flash", "2025-03-05", "Some 4,200 people were moved out of the valley on Wednesday."),
        report("f2", "Flash", "2025-03-05", " "),
    ];
    assert_eq!(
        table(&CrossReference::of(story).unwrap()).at_least(1).to_string(),
        "\
4 reports of 3 outlets: 3 claims, 1 of them stated by two outlets or more

    Flash                 2025-03-05  Some 4,200 people were moved out of the valley on Wednesday.
    Flash                 2025-03-05
    Tellwire              2025-03-05  “The gates stay open until Friday,” Colonel Bruno Kest told reporters.
    Ondre Valley Courier  2025-03-06  Gates stay open

■■□ 2/3  The gates stay open until Friday
    Ondre Valley Courier  The gates stay open until Friday — Kest, quoted [3..35]
    Tellwire              The gates stay open until Friday — Bruno Kest, quoted [3..35]
    1 origin for 2 outlets: both quote Bruno Kest

■□□ 1/3  Some 6,000 people were moved out of the valley on Wednesday
    Ondre Valley Courier  Some 6,000 people were moved out of the valley on Wednesday — own voice [51..110]
    ← earlier in Flash (another number): Some 4,200 people were moved out of the valley on Wednesday

■□□ 1/3  Some 4,200 people were moved out of the valley on Wednesday
    Flash                 Some 4,200 people were moved out of the valley on Wednesday — own voice [f1:0..59]
    → later in Ondre Valley Courier (another number): Some 6,000 people were moved out of the valley on
      Wednesday

report \"f2\" of Flash has no text
"
    );
}

#[test]
fn tells_of_two_reports_of_one_outlet_which_is_meant() {
    let same = "The gates of the Brask dam were opened on Tuesday.";
    let story = [
        report("t1", "Tellwire", "2025-03-05", same),
        report("t2", "Tellwire", "2025-03-06", same),
        report("c1", "Courier", "2025-03-06", same),
    ];
    let shown = shown(story);
    assert!(shown.contains("own voice [0..49]") && shown.contains("own voice [t2:0..49]"), "{shown}");
}

#[test]
fn counts_one_as_one() {
    let one = [Report::new("Tellwire", "The dam was completed in 1961.")];
    let shown = shown(one);
    assert!(shown.starts_with("1 report of 1 outlet: 1 claim, none of them"), "{shown}");
    assert!(shown.ends_with("\n1 claim is stated by a single outlet\n"), "{shown}");
    assert!(self::shown([]).starts_with("0 reports of 0 outlets: 0 claims"));
}

#[test]
fn keeps_to_its_width() {
    let long = "The gates of the Brask dam, which the Ondre Water Authority has run since the war, were opened on \
                Tuesday after the rain of the last two weeks had filled the lake to within a metre of its rim, \
                and nobody in the villages below was told before the sirens went off at half past five.";
    let outlet = "The Combined Upper and Lower Ondre Valley Morning Courier and Advertiser";
    let story = [report("a", outlet, "2025-03-05", long), report("b", "Tellwire", "2025-03-05", long)];
    let xref = CrossReference::of(story).unwrap();
    for columns in [80, 110, 160] {
        let shown = table(&xref).width(columns).at_least(1).to_string();
        for line in shown.lines().skip(1) {
            assert!(line.chars().count() <= columns, "{columns}: {line}");
        }
    }
    // However short the lines are said to be, there is room for some words.
    for columns in [0, 1, 20] {
        assert!(table(&xref).width(columns).to_string().contains("The gates of the Brask dam"));
    }
}

#[test]
fn no_report_moves_the_cursor() {
    let hostile = "The dam\u{1b}[2J\u{1b}[1;1H was completed\r in 1961\u{8}\u{202e}.";
    let story =
        ["Tell\u{1b}[31mwire", "Cou\nrier"].map(|outlet| Report::new(outlet, hostile).with_title(hostile));
    let shown = shown(story);
    let moves = |c: char| c != '\n' && c.is_control() || c == '\u{202e}';
    assert!(!shown.contains(moves), "{shown:?}");
}

#[test]
fn names_the_outlet_that_quotes_otherwise() {
    let quote = |words: &str| format!("“The dam is not going to {words},” Anton Rask told reporters.");
    let story = |third: &str| {
        shown([
            report("a", "Tellwire", "2025-03-05", &quote("fail tonight")),
            report("b", "Courier", "2025-03-05", &quote("fail tonight")),
            report("c", "Flash", "2025-03-05", &quote(third)),
        ])
    };
    let odd = story("fall tonight");
    assert!(odd.contains("≠ Flash quotes Anton Rask in other words than Courier and Tellwire\n"), "{odd}");
    assert!(!story("fail tonight").contains("in other words"));
}

#[test]
fn of_mentions_within_one_another_the_nearest_to_the_claim_is_shown() {
    let clause = "The Ondre Water Authority, which operates the dam, ";
    let story = [
        report("a", "Tellwire", "2025-03-05", &format!("{clause}sold its turbines to a firm in Orla.")),
        report("b", "Courier", "2025-03-05", &format!("{clause}was founded in 1911.")),
        report("c", "Flash", "2025-03-05", "The Ondre Water Authority operates the dam."),
    ];
    let shown = shown(story);
    assert!(shown.contains("Tellwire  [The Ondre Water Authority] which operates the dam — own"), "{shown}");
}

#[test]
fn says_whom_a_clause_speaks_of() {
    let story = [
        report(
            "a",
            "Tellwire",
            "2025-03-05",
            "The Ondre Water Authority, which operates the dam, said nothing.",
        ),
        report(
            "b",
            "Courier",
            "2025-03-05",
            "The Ondre Water Authority, which operates the dam, was founded in 1911.",
        ),
    ];
    let shown = shown(story);
    assert!(shown.contains("2/2  [The Ondre Water Authority] which operates the dam\n"), "{shown}");
}
