//! Whole stories against their gold labels: a line held against a fall, on five stories of different subjects, so that
//! nothing is tuned to one event.
//!
//! A mention of the crate stands for a gold mention of the same report when they share at least half of the shorter
//! one. Recall is over the gold pairs of two reports in one group, precision over the crate's pairs of two reports in
//! one claim, `borderline` pairs aside. A trap is a `not_same` pair that the crate puts into one claim.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;

use corroborate::{CrossReference, Report, Span};
use serde_json::Value;

/// A story and what the crate must at least reach on it.
struct Bar {
    folder: &'static str,
    f1: f64,
    precision: f64,
    traps: usize,
}

const BARS: &[Bar] = &[
    Bar { folder: "fixtures/reports", f1: 0.60, precision: 0.75, traps: 5 },
    Bar { folder: "fixtures/stories/dam", f1: 0.65, precision: 0.80, traps: 5 },
    Bar { folder: "fixtures/stories/trial", f1: 0.66, precision: 0.75, traps: 5 },
    Bar { folder: "fixtures/stories/ferry", f1: 0.51, precision: 0.70, traps: 5 },
    Bar { folder: "fixtures/stories/strike", f1: 0.62, precision: 0.78, traps: 10 },
];

/// A gold mention: its report and every place where its words stand.
struct Gold {
    report: String,
    places: Vec<Span>,
}

impl Gold {
    fn is(&self, (report, span): &(String, Span)) -> bool {
        let half = |place: &Span| {
            let shared = place.end.min(span.end).saturating_sub(place.start.max(span.start));
            shared > 0 && 2 * shared >= place.len().min(span.len())
        };
        self.report == *report && self.places.iter().any(half)
    }
}

struct Score {
    precision: f64,
    recall: f64,
    traps: usize,
}

fn string<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key:?} in {value}"))
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn score(folder: &str) -> Score {
    let xref = CrossReference::of(Report::read(folder).unwrap()).unwrap();
    let gold: Value =
        serde_json::from_str(&fs::read_to_string(format!("{folder}/gold.json")).unwrap()).unwrap();
    let mention = |id: &Value| -> Gold {
        let row = list(&gold, "mentions")
            .iter()
            .find(|m| m["id"] == *id)
            .unwrap_or_else(|| panic!("no mention {id}"));
        let (report, quote) = (string(row, "doc").to_owned(), string(row, "quote"));
        let text = xref.report(&report).unwrap().text();
        let places: Vec<Span> =
            text.match_indices(quote).map(|(at, q)| Span::new(at, at + q.len())).collect();
        assert!(!places.is_empty(), "{folder}: {quote:?} does not stand in {report}");
        Gold { report, places }
    };
    let claims: Vec<Vec<(String, Span)>> = xref
        .claims()
        .iter()
        .map(|c| c.mentions().map(|m| (m.report().id().to_owned(), m.span())).collect())
        .collect();
    let together =
        |a: &Gold, b: &Gold| claims.iter().any(|c| c.iter().any(|m| a.is(m)) && c.iter().any(|m| b.is(m)));

    let groups: Vec<Vec<Gold>> =
        list(&gold, "groups").iter().map(|g| list(g, "mentions").iter().map(&mention).collect()).collect();
    assert!(!groups.is_empty(), "{folder}: no groups");
    let (mut wanted, mut found) = (0, 0);
    for group in &groups {
        for (i, a) in group.iter().enumerate() {
            for b in &group[i + 1..] {
                if a.report != b.report {
                    wanted += 1;
                    found += usize::from(together(a, b));
                }
            }
        }
    }
    let pairs = |key: &str| -> Vec<(Gold, Gold)> {
        list(&gold, key).iter().map(|p| (mention(&p["a"]), mention(&p["b"]))).collect()
    };
    let borderline = pairs("borderline");
    let (mut given, mut right) = (0, 0);
    for claim in &claims {
        for (i, x) in claim.iter().enumerate() {
            for y in claim[i + 1..].iter().filter(|y| y.0 != x.0) {
                let good = groups.iter().any(|g| g.iter().any(|m| m.is(x)) && g.iter().any(|m| m.is(y)));
                let edge = borderline.iter().any(|(a, b)| a.is(x) && b.is(y) || a.is(y) && b.is(x));
                given += usize::from(good || !edge);
                right += usize::from(good);
            }
        }
    }
    let traps = pairs("not_same").iter().filter(|(a, b)| together(a, b)).count();
    Score {
        precision: f64::from(right as u32) / f64::from(given.max(1) as u32),
        recall: f64::from(found as u32) / f64::from(wanted.max(1) as u32),
        traps,
    }
}

#[test]
fn finds_the_claims_that_outlets_share() {
    let mut fallen = Vec::new();
    for bar in BARS {
        let got = score(bar.folder);
        let f1 = 2.0 * got.precision * got.recall / (got.precision + got.recall).max(f64::MIN_POSITIVE);
        println!(
            "{}: F1 {f1:.3} (P {:.3}, R {:.3}), {} traps",
            bar.folder, got.precision, got.recall, got.traps
        );
        if f1 < bar.f1 || got.precision < bar.precision || got.traps > bar.traps {
            fallen.push(bar.folder);
        }
    }
    assert!(fallen.is_empty(), "below the bar: {fallen:?}");
}
