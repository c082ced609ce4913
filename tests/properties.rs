//! What holds for any text: nothing panics, spans slice, and neither order nor growth changes a result.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::LazyLock;

use corroborate::{CrossReference, Fidelity, Report, Span, fidelity, mention, render};
use proptest::prelude::*;

const FIXTURES: [&str; 11] = [
    "reports",
    "stories/dam",
    "stories/trial",
    "stories/ferry",
    "stories/strike",
    "stories/merger",
    "stories/wildfire",
    "stories/envoy",
    "stories/visa",
    "stories/clinic",
    "stories/bridge",
];

/// Text that looks a little like news: words, marks, quotes, numbers and breaks in any order.
fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Z][a-z]{1,8}",
        "[a-z]{1,9}",
        "[0-9]{1,4}",
        Just("said".to_owned()),
        Just("according to".to_owned()),
        Just("may".to_owned()),
        Just("not".to_owned()),
        Just("which".to_owned()),
        Just("Mr.".to_owned()),
        Just("U.S.".to_owned()),
        Just("on Thursday".to_owned()),
        prop::sample::select(vec![
            "“", "”", "\"", "'", "‘", "’", "(", ")", "[", ".", ",", "?", "!", "…", "—", ":", "\n", "\n\n",
            "$", "%", "é", "中", "🙂", "\u{301}"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec((piece, prop::bool::weighted(0.8)), 0..80).prop_map(|pieces| {
        pieces.iter().map(|(p, gap)| if *gap { format!("{p} ") } else { p.clone() }).collect()
    })
}

/// A few reports that share sentences.
fn story() -> impl Strategy<Value = Vec<Report>> {
    let sentence = prop::sample::select(vec![
        "The dam at Brask was completed in 1961.",
        "The dam at Brask was finished in 1961.",
        "The dam at Brask was completed in 1971.",
        "About 1,900 people were moved out of the valley, Colonel Bruno Kest said.",
        "Some 4,200 people were moved out of the valley on Wednesday.",
        "“No one was hurt,” Kest told reporters.",
        "Nobody was hurt.",
        "Two people were hurt, the hospital said.",
        "The minister may resign.",
        "The minister has resigned.",
        "Who will pay for the repairs?",
    ]);
    let text = prop::collection::vec(sentence, 0..5).prop_map(|s| s.join(" "));
    prop::collection::vec((prop::sample::select(vec!["Tellwire", "Courier", "Flash"]), text), 1..5).prop_map(
        |reports| {
            reports
                .into_iter()
                .enumerate()
                .map(|(i, (outlet, text))| Report::new(outlet, text).with_id(format!("r{i}")))
                .collect()
        },
    )
}

/// The words of every fixture report, each with the space after it.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for folder in FIXTURES {
        let path = format!("{}/fixtures/{folder}", env!("CARGO_MANIFEST_DIR"));
        for report in Report::read(path).unwrap() {
            words.extend(report.text().split_inclusive([' ', '\n']).map(str::to_owned));
        }
    }
    assert!(words.len() > 10_000, "the fixtures have words");
    words
});

/// Runs of a few words out of the fixtures, put together as they come: each run is grammar, the seams are not.
fn shreds() -> impl Strategy<Value = String> {
    prop::collection::vec((any::<prop::sample::Index>(), 1..12_usize), 1..30).prop_map(|runs| {
        let run = |(start, n): &(prop::sample::Index, usize)| {
            let start = start.index(WORDS.len());
            WORDS[start..(start + n).min(WORDS.len())].concat()
        };
        runs.iter().map(run).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_text_goes_through(text in news()) {
        let report = Report::new("Tellwire", text);
        let found = mention::mentions(&report);
        for mention in &found.mentions {
            prop_assert!(report.text().get(mention.span().range()).is_some_and(|t| !t.is_empty() && t == mention.text()));
            prop_assert!((0.0..=1.0).contains(&mention.check_worthiness()));
            let chars = mention.span().in_chars(report.text());
            let by_chars: String = report.text().chars().skip(chars.start).take(chars.len()).collect();
            prop_assert_eq!(by_chars, mention.text());
            let units: Vec<u16> = report.text().encode_utf16().collect();
            prop_assert_eq!(String::from_utf16_lossy(&units[mention.span().in_utf16(report.text())]), mention.text());
            for span in [mention.source(), mention.cue(), mention.hedge()].into_iter().flatten() {
                prop_assert!(report.text().get(span.range()).is_some());
            }
        }
        prop_assert!(found.mentions.windows(2).all(|w| (w[0].span().start, w[0].span().end) < (w[1].span().start, w[1].span().end)));
        for skipped in &found.skipped {
            prop_assert!(report.text().get(skipped.span().range()).is_some());
        }
    }

    #[test]
    fn shredded_reports_go_through(texts in prop::collection::vec(shreds(), 2)) {
        let reports = texts.into_iter().enumerate().map(|(i, t)| Report::new(["Tellwire", "Courier"][i], t).with_id(format!("r{i}")));
        let xref = CrossReference::of(reports).unwrap();
        prop_assert!(serde_json::from_str::<serde_json::Value>(&render::json(&xref)).is_ok());
    }

    #[test]
    fn any_bytes_that_are_text_go_through(text in "\\PC{0,200}") {
        let report = Report::new("Tellwire", text);
        let _ = mention::mentions(&report);
    }

    #[test]
    fn neither_order_nor_growth_matters(reports in story(), turn in 0_usize..5) {
        let batch = render::json(&CrossReference::of(reports.clone()).unwrap());
        let mut turned = reports;
        let by = turn % turned.len();
        turned.rotate_left(by);
        let mut grown = CrossReference::default();
        for report in turned {
            grown.add(report).unwrap();
        }
        prop_assert_eq!(render::json(&grown), batch);
    }

    #[test]
    fn what_is_saved_loads_as_the_same(reports in story()) {
        let xref = CrossReference::of(reports).unwrap();
        let saved = serde_json::to_string(&xref).unwrap();
        let loaded: CrossReference = serde_json::from_str(&saved).unwrap();
        prop_assert_eq!(render::json(&loaded), render::json(&xref));
    }

    /// Every mention is in one claim; outlets, origins and differences agree with the mentions.
    #[test]
    fn claims_part_the_mentions(reports in story()) {
        let xref = CrossReference::of(reports).unwrap();
        let claims = xref.claims();
        let mut in_claims: Vec<_> = claims
            .iter()
            .flat_map(|c| c.mentions().map(|m| (m.report().id().to_owned(), m.span())).collect::<Vec<_>>())
            .collect();
        let mut all: Vec<_> = xref
            .reports()
            .flat_map(|r| xref.mentions_of(r.id()))
            .map(|m| (m.report().id().to_owned(), m.span()))
            .collect();
        in_claims.sort();
        all.sort();
        prop_assert_eq!(in_claims, all);
        let sizes: Vec<_> = claims.iter().map(|c| (c.outlets().len(), c.mentions().len())).collect();
        prop_assert!(sizes.windows(2).all(|w| w[0] >= w[1]), "most corroborated first: {:?}", sizes);
        for claim in &claims {
            prop_assert!(claim.mentions().any(|m| m == claim.representative()));
            let mut outlets: Vec<_> = claim.origins().iter().flat_map(|o| o.outlets().to_vec()).collect();
            outlets.sort_unstable();
            prop_assert_eq!(outlets, claim.outlets());
            for difference in claim.differences() {
                prop_assert!(!difference.discrepancies().is_empty());
                prop_assert!(difference.other_claim() != *claim);
            }
        }
    }

    #[test]
    fn any_text_can_be_searched_for_and_shown(reports in story(), text in news()) {
        let mut reports = reports;
        reports.push(Report::new("Sorvik Flash", &text).with_id("odd"));
        let xref = CrossReference::of(reports).unwrap();
        for hit in xref.search(&text) {
            prop_assert!(hit.claim().mentions().any(|m| m == *hit.mention()));
        }
        let shown = render::table(&xref).at_least(1).to_string();
        prop_assert!(shown.ends_with('\n'));
    }

    /// A report that is taken out leaves what the others alone would give, and ids lead back to their claims.
    #[test]
    fn taking_out_undoes_adding(reports in story(), odd in news(), id in "[a-z0-9:.]{0,12}") {
        let before = CrossReference::of(reports).unwrap();
        let mut xref = before.clone();
        xref.add(Report::new("Sorvik Flash", odd).with_id("odd")).unwrap();
        for claim in xref.claims() {
            prop_assert!(claim.mentions().all(|m| xref.claim(&m.id()) == Some(claim)));
            prop_assert!(claim.origins_without("odd").len() <= claim.mentions().len());
        }
        prop_assert_eq!(xref.claim(&id), None);
        prop_assert!(xref.remove("odd").is_some());
        prop_assert_eq!(render::json(&xref), render::json(&before));
    }

    /// Whatever the spans are, the pieces are the text.
    #[test]
    fn pieces_are_the_whole_text(text in news(), ends in prop::collection::vec((0..400_usize, 0..400_usize), 0..12)) {
        let spans: Vec<Span> = ends.into_iter().map(|(a, b)| Span::new(a, b)).collect();
        let pieces = render::pieces(&text, &spans);
        prop_assert_eq!(pieces.iter().map(|(piece, _)| piece.of(&text)).collect::<String>(), text);
        for (piece, holding) in pieces {
            prop_assert!(holding.iter().all(|&n| spans[n].contains(piece)));
        }
    }

    #[test]
    fn values_compare_alike_both_ways(a in news(), b in news()) {
        let (of_a, of_b) = (mention::quantity::quantities(&a), mention::quantity::quantities(&b));
        for x in &of_a {
            prop_assert_ne!(x.compare(x), mention::quantity::Agreement::Differ);
            for y in &of_b {
                prop_assert_eq!(x.compare(y), y.compare(x), "{:?} {:?}", x, y);
            }
        }
        prop_assert_eq!(fidelity(&a, &b), fidelity(&b, &a));
        prop_assert_eq!(fidelity(&a, &a), Fidelity::Identical);
    }

    #[test]
    fn comparing_is_symmetric(reports in story()) {
        let xref = CrossReference::of(reports).unwrap();
        let mentions: Vec<_> = xref.reports().flat_map(|r| xref.mentions_of(r.id())).collect();
        for a in &mentions {
            for b in &mentions {
                let (there, back) = (xref.compare(a, b).unwrap(), xref.compare(b, a).unwrap());
                prop_assert!((0.0..=1.0).contains(&there.score()));
                prop_assert!(there.signals().values().iter().all(|v| v.is_finite()));
                prop_assert_eq!(there.reasons(), back.reasons());
                // Score, relation, discrepancies, signals.
                prop_assert_eq!(there, back);
            }
        }
    }
}
