//! Where reports differ: the pairs of `cases/differences.txt`, and the stories' gold discrepancies and evolutions, a line held
//! against a fall.
//!
//! A gold pair counts as found where a difference joins a mention of its one group with a mention of its other; a difference
//! counts as right where it is a gold pair, or a `not_same` pair, so read. Gold lists what a careful reader finds and not all
//! that is there, so that the share of right ones is a lower bound.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod gold;

use std::collections::BTreeSet;

use corroborate::{Claim, CrossReference, Difference, Report};
use gold::{Places, Story};

const CASES: &str = include_str!("cases/differences.txt");

#[test]
fn cases() {
    let mut wrong = Vec::new();
    for block in CASES.split("\n\n").skip(1) {
        let lines: Vec<&str> = block.trim().lines().collect();
        let [what, want, first, second] = lines[..] else { panic!("malformed case: {block:?}") };
        let report = |id: &str, text, day| Report::new(id, text).with_id(id).with_published(day).unwrap();
        let xref = CrossReference::of([
            report("first", first, "2025-03-04"),
            report("second", second, "2025-03-06"),
        ])
        .unwrap();
        let claims = xref.claims();
        let told: BTreeSet<String> = claims
            .iter()
            .flat_map(Claim::differences)
            .flat_map(|d| {
                let sign = if d.is_evolution() { '→' } else { '≠' };
                d.discrepancies().iter().map(|s| format!("{sign} {s}")).collect::<Vec<_>>()
            })
            .collect();
        let right = if want == "-" { told.is_empty() } else { told.contains(want) };
        if !right {
            wrong.push(format!("{what}: {told:?}, not {want:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A story and what must at least be told of it.
struct Bar {
    folder: &'static str,
    discrepancies: usize,
    evolutions: usize,
    right: f64,
}

const BARS: &[Bar] = &[
    Bar { folder: "fixtures/reports", discrepancies: 0, evolutions: 0, right: 0.80 },
    Bar { folder: "fixtures/stories/dam", discrepancies: 5, evolutions: 14, right: 0.68 },
    Bar { folder: "fixtures/stories/trial", discrepancies: 3, evolutions: 8, right: 0.57 },
    Bar { folder: "fixtures/stories/ferry", discrepancies: 6, evolutions: 11, right: 0.43 },
    Bar { folder: "fixtures/stories/strike", discrepancies: 6, evolutions: 7, right: 0.29 },
    Bar { folder: "fixtures/stories/wildfire", discrepancies: 0, evolutions: 0, right: 0.60 },
    Bar { folder: "fixtures/stories/visa", discrepancies: 4, evolutions: 6, right: 0.52 },
    Bar { folder: "fixtures/stories/clinic", discrepancies: 4, evolutions: 5, right: 0.66 },
    Bar { folder: "fixtures/stories/bridge", discrepancies: 7, evolutions: 3, right: 0.64 },
];

#[test]
fn finds_where_the_stories_differ() {
    let mut fallen = Vec::new();
    for bar in BARS {
        let folder = bar.folder;
        let story = Story::read(folder);
        let contradictions = story.pairs_of_groups("discrepancies", "a", "b");
        let evolutions = story.pairs_of_groups("evolution", "from", "to");
        let others = story.pairs_of_groups("not_same", "a", "b");
        let claims = story.xref.claims();
        let differences: Vec<_> = claims.iter().flat_map(Claim::differences).collect();
        let is = |d: &Difference<'_>, (a, b): &(Places, Places)| {
            let (m, o) = (d.mention(), d.other());
            a.hold(m) && b.hold(o) || b.hold(m) && a.hold(o)
        };
        let told = |pairs: &[(Places, Places)]| {
            pairs.iter().filter(|p| differences.iter().any(|d| is(d, p))).count()
        };
        let (found, moved) = (told(&contradictions), told(&evolutions));
        let good =
            |d: &Difference<'_>| contradictions.iter().chain(&evolutions).chain(&others).any(|p| is(d, p));
        let right = differences.iter().filter(|d| good(d)).count() as f64 / differences.len().max(1) as f64;
        println!(
            "{folder}: {found}/{} contradictions, {moved}/{} evolutions, {} differences told, {right:.2} of them gold",
            contradictions.len(),
            evolutions.len(),
            differences.len() / 2
        );
        if found < bar.discrepancies || moved < bar.evolutions || right < bar.right {
            fallen.push(folder);
        }
    }
    assert!(fallen.is_empty(), "below the bar: {fallen:?}");
}
