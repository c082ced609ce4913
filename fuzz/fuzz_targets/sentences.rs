//! What must hold for the sentences of any text.
//!
//! ```sh
//! cargo +nightly fuzz run sentences
//! ```

#![no_main]

use corroborate::sentence::{Layout, Splitter};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let splitters = [
        Splitter::new(),
        Splitter::new().keep_whole(true),
        Splitter::new().layout(Layout::Lines),
        Splitter::new().layout(Layout::Wrapped),
    ];
    for splitter in splitters {
        let mut end = 0;
        for sentence in splitter.sentences(text) {
            let span = sentence.span();
            assert!(span.start >= end && span.end > span.start, "spans rise");
            assert_eq!(text.get(span.range()), Some(sentence.text()), "spans slice");
            assert_eq!(sentence.text(), sentence.text().trim(), "no white space at the ends");
            assert!(blank(&text[end..span.start]), "only white space between two sentences");
            end = span.end;
        }
        assert!(blank(&text[end..]), "only white space after the last sentence");
    }
});

/// White space, and the marks without width that stand for it.
fn blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}
