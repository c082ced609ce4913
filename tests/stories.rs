//! Whole stories against their gold labels: a line held against a fall, on stories of different subjects, so that
//! nothing is tuned to one event.
//!
//! Recall is over the gold pairs of two reports in one group, precision over the crate's pairs of two reports in
//! one claim, `borderline` pairs aside. A trap is a `not_same` pair that the crate puts into one claim.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod gold;

use std::collections::HashMap;

use corroborate::{CrossReference, Report, mention::Mention};
use gold::{Places, Story};

/// A story and what the crate must at least reach on it.
struct Bar {
    folder: &'static str,
    f1: f64,
    precision: f64,
    traps: usize,
}

const BARS: &[Bar] = &[
    Bar { folder: "fixtures/reports", f1: 0.68, precision: 0.89, traps: 1 },
    Bar { folder: "fixtures/stories/dam", f1: 0.67, precision: 0.88, traps: 2 },
    Bar { folder: "fixtures/stories/trial", f1: 0.73, precision: 0.85, traps: 4 },
    Bar { folder: "fixtures/stories/ferry", f1: 0.55, precision: 0.79, traps: 4 },
    Bar { folder: "fixtures/stories/strike", f1: 0.65, precision: 0.77, traps: 8 },
    Bar { folder: "fixtures/stories/merger", f1: 0.51, precision: 0.77, traps: 2 },
    Bar { folder: "fixtures/stories/wildfire", f1: 0.46, precision: 0.81, traps: 1 },
    Bar { folder: "fixtures/stories/envoy", f1: 0.35, precision: 0.93, traps: 1 },
    Bar { folder: "fixtures/stories/visa", f1: 0.65, precision: 0.77, traps: 6 },
    Bar { folder: "fixtures/stories/clinic", f1: 0.67, precision: 0.79, traps: 10 },
    Bar { folder: "fixtures/stories/bridge", f1: 0.67, precision: 0.82, traps: 7 },
];

struct Score {
    precision: f64,
    recall: f64,
    traps: usize,
}

fn score(folder: &str) -> Score {
    let story = Story::read(folder);
    let claims: Vec<Vec<Mention<'_>>> = story.xref.claims().iter().map(|c| c.mentions().collect()).collect();
    let together = |a: &Places, b: &Places| {
        claims.iter().any(|c| c.iter().any(|m| a.hold(m)) && c.iter().any(|m| b.hold(m)))
    };
    let groups = story.groups();
    let (mut wanted, mut found) = (0, 0);
    for group in &groups {
        for (i, a) in group.iter().enumerate() {
            for b in group[i + 1..].iter().filter(|b| !a.share_a_report(b)) {
                wanted += 1;
                found += usize::from(together(a, b));
            }
        }
    }
    let borderline = story.pairs("borderline", "a", "b");
    let (mut given, mut right) = (0, 0);
    for claim in &claims {
        for (i, x) in claim.iter().enumerate() {
            for y in claim[i + 1..].iter().filter(|y| y.report() != x.report()) {
                let good = groups.iter().any(|g| g.iter().any(|m| m.hold(x)) && g.iter().any(|m| m.hold(y)));
                let edge = borderline.iter().any(|(a, b)| a.hold(x) && b.hold(y) || a.hold(y) && b.hold(x));
                given += usize::from(good || !edge);
                right += usize::from(good);
            }
        }
    }
    let traps = story.pairs("not_same", "a", "b").iter().filter(|(a, b)| together(a, b)).count();
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

/// Of the pairs of two reports in one claim, in hundredths, how many may be of two events when all stories lie in one pile.
const MIXED: usize = 2;

#[test]
fn claims_of_different_events_stay_apart_in_one_pile() {
    let mut story_of = HashMap::new();
    let mut xref = CrossReference::default();
    for bar in BARS {
        for report in Report::read(bar.folder).unwrap() {
            story_of.insert(report.id().to_owned(), bar.folder);
            xref.add(report).unwrap();
        }
    }
    let (mut pairs, mut mixed) = (0, 0);
    for claim in xref.claims() {
        let mentions: Vec<Mention<'_>> = claim.mentions().collect();
        for (i, x) in mentions.iter().enumerate() {
            for y in mentions[i + 1..].iter().filter(|y| y.report() != x.report()) {
                pairs += 1;
                mixed += usize::from(story_of[x.report().id()] != story_of[y.report().id()]);
            }
        }
    }
    println!("{mixed} of {pairs} pairs are of two events");
    assert!(pairs > 400 && mixed * 100 <= MIXED * pairs, "{mixed} of {pairs} pairs are of two events");
}

#[test]
fn no_claim_holds_a_pair_that_differs() {
    for bar in BARS {
        let xref = CrossReference::of(Report::read(bar.folder).unwrap()).unwrap();
        for claim in xref.claims() {
            let mentions: Vec<Mention<'_>> = claim.mentions().collect();
            for (i, x) in mentions.iter().enumerate() {
                for y in mentions[i + 1..].iter().filter(|y| y.report() != x.report()) {
                    let found = xref.compare(x, y).unwrap();
                    assert!(
                        found.discrepancies().is_empty(),
                        "{}: {:?} {:?}: {:?}",
                        bar.folder,
                        x.text(),
                        y.text(),
                        found.discrepancies()
                    );
                }
            }
        }
    }
}
