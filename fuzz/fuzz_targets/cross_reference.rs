//! What must hold for claims over any two texts: batch equals growth, in either order.
//!
//! ```sh
//! cargo +nightly fuzz run cross_reference
//! ```

#![no_main]

use corroborate::{CrossReference, Report};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, &str)| {
    let first = Report::new("Tellwire", texts.0).with_id("a");
    let second = Report::new("Courier", texts.1).with_id("b");
    let batch = CrossReference::of([first.clone(), second.clone()]).expect("two ids");
    let mut grown = CrossReference::of([second]).expect("one id");
    grown.add(first).expect("another id");
    let claims = |xref: &CrossReference| -> Vec<Vec<(String, String)>> {
        let keys = |m: corroborate::mention::Mention<'_>| (m.report().id().to_owned(), m.span().to_string());
        xref.claims().iter().map(|c| c.mentions().map(keys).collect()).collect()
    };
    assert_eq!(claims(&batch), claims(&grown), "growth equals batch");
    for claim in batch.claims() {
        claim.mentions().for_each(|m| assert_eq!(m.report().text().get(m.span().range()), Some(m.text())));
    }
});
