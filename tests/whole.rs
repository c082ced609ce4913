//! The whole path: spans, order, growth, saving.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use corroborate::{CrossReference, Report, render};

const FOLDERS: [&str; 3] = ["fixtures/reports", "fixtures/stories/dam", "fixtures/stories/trial"];

fn reports(folder: &str) -> Vec<Report> {
    Report::read(folder).unwrap()
}

fn rendered(xref: &CrossReference) -> String {
    render::json(xref)
}

#[test]
fn every_text_is_the_bytes_of_its_span() {
    for folder in FOLDERS {
        let xref = CrossReference::of(reports(folder)).unwrap();
        let mut mentions = 0;
        for claim in xref.claims() {
            for mention in claim.mentions() {
                let text = mention.report().text();
                assert_eq!(&text[mention.span().range()], mention.text());
                assert!(!mention.text().is_empty() && mention.text().trim() == mention.text());
                mentions += 1;
            }
        }
        assert_eq!(mentions, xref.summary().mentions, "{folder}: a mention is in no claim, or in two");
        assert!(mentions > 50, "{folder}: only {mentions} mentions");
    }
}

#[test]
fn the_order_of_reports_makes_no_difference() {
    for folder in FOLDERS {
        let batch = rendered(&CrossReference::of(reports(folder)).unwrap());
        let mut turned = reports(folder);
        turned.reverse();
        assert_eq!(rendered(&CrossReference::of(turned.clone()).unwrap()), batch, "{folder}: reversed");
        turned.swap(0, 2);
        let mut grown = CrossReference::default();
        for report in turned {
            grown.add(report).unwrap();
        }
        assert_eq!(rendered(&grown), batch, "{folder}: one by one");
    }
}

#[test]
fn what_is_saved_loads_as_the_same() {
    let xref = CrossReference::of(reports(FOLDERS[1])).unwrap();
    let saved = serde_json::to_string(&xref).unwrap();
    let loaded: CrossReference = serde_json::from_str(&saved).unwrap();
    assert_eq!(rendered(&loaded), rendered(&xref));
    assert_eq!(serde_json::to_string(&loaded).unwrap(), saved);
}

#[test]
fn a_report_tells_what_it_changed() {
    let mut xref =
        CrossReference::of([Report::new("Tellwire", "The dam at Brask was completed in 1961.").with_id("a")])
            .unwrap();
    let changes = xref
        .add(
            Report::new("Courier", "The dam at Brask was completed in 1961. The mayor has resigned.")
                .with_id("b"),
        )
        .unwrap();
    let texts =
        |claims: &[corroborate::Claim<'_>]| claims.iter().map(|c| c.text().to_owned()).collect::<Vec<_>>();
    assert_eq!(texts(&changes.corroborated), ["The dam at Brask was completed in 1961"]);
    assert_eq!(texts(&changes.added), ["The mayor has resigned"]);
    assert!(changes.regrouped.is_empty());
}

#[test]
fn an_outlet_never_corroborates_itself() {
    let text = "The dam at Brask was completed in 1961.";
    let xref = CrossReference::of([
        Report::new("Tellwire", text).with_id("a"),
        Report::new("Tellwire", text).with_id("b"),
    ])
    .unwrap();
    assert_eq!(xref.claims()[0].outlets(), ["Tellwire"]);
    assert!(!xref.claims()[0].is_corroborated());
}

#[test]
fn a_report_without_text_or_claims_is_kept_and_told() {
    let xref = CrossReference::of([
        Report::new("Tellwire", " \n").with_id("a"),
        Report::new("Courier", "Sign up for our newsletter.").with_id("b"),
    ])
    .unwrap();
    let summary = xref.summary();
    assert_eq!((summary.reports, summary.claims), (2, 0));
    assert_eq!(summary.empty_reports, ["a"]);
    assert_eq!(summary.reports_without_claims, ["a", "b"]);
}

#[test]
fn two_reports_may_not_share_an_id() {
    let report = || Report::new("Tellwire", "It leaks.").with_id("a");
    let mut xref = CrossReference::of([report()]).unwrap();
    assert!(xref.add(report()).unwrap_err().to_string().contains("\"a\" is given twice"));
    assert_eq!(xref.reports().len(), 1);
}
