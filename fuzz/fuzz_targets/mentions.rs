//! What must hold for the mentions of any report, and for each part of the stage on any text.
//!
//! ```sh
//! cargo +nightly fuzz run mentions
//! ```

#![no_main]

use corroborate::{
    Report, Span,
    mention::{attribution, date, mentions, modality, negation, proposition, quantity, quotation},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let report = Report::new("Tellwire", text);
    let report = report.clone().with_published("2025-03-05").unwrap_or(report);
    let found = mentions(&report);
    for mention in &found.mentions {
        assert_eq!(text.get(mention.span().range()), Some(mention.text()), "spans slice");
    }
    assert!(found.mentions.is_sorted_by_key(|m| m.span().start), "spans rise");
    let slices = |span: Span| assert!(text.get(span.range()).is_some(), "spans slice");
    found.skipped.iter().for_each(|s| slices(s.span()));
    attribution::attributions(text).iter().flat_map(|a| a.content()).for_each(|&s| slices(s));
    date::dates(text, report.published()).iter().for_each(|d| slices(d.span()));
    modality::modal_clauses(text).iter().for_each(|m| slices(m.span()));
    negation::negations(text).iter().for_each(|n| slices(n.cue()));
    proposition::propositions(text).iter().for_each(|p| slices(p.span()));
    quantity::quantities(text).iter().for_each(|q| slices(q.span()));
    quotation::quotations(text).iter().for_each(|q| slices(q.span()));
});
