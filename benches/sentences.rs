//! Throughput of sentence boundary detection: on news, and on text made to break splitters.
//!
//! ```sh
//! cargo bench --bench sentences
//! ```
//!
//! For other crates beside it, see `benches/peers`.

use corroborate::sentence::sentences;
use divan::{Bencher, counter::BytesCount};

fn main() {
    divan::main();
}

/// Bytes of each text.
const SIZE: usize = 1_000_000;

fn measure(bencher: Bencher<'_, '_>, text: &str) {
    bencher.counter(BytesCount::of_str(text)).bench(|| sentences(divan::black_box(text)).count());
}

/// The project's invented reports, again and again: one document of a megabyte.
fn news(parted_by: &str) -> String {
    let reports = [
        include_str!("../fixtures/reports/ntd.txt"),
        include_str!("../fixtures/reports/national-review.txt"),
        include_str!("../fixtures/stories/dam/courier.txt"),
        include_str!("../fixtures/stories/trial/gazette.txt"),
    ];
    let one =
        reports.iter().flat_map(|r| r.lines()).filter(|l| !l.is_empty()).collect::<Vec<_>>().join(parted_by)
            + parted_by;
    one.repeat(SIZE / one.len())
}

#[divan::bench]
fn news_blank_lines(bencher: Bencher) {
    measure(bencher, &news("\n\n"));
}

#[divan::bench]
fn news_single_lines(bencher: Bencher) {
    measure(bencher, &news("\n"));
}

#[divan::bench(args = ["A.A.A.", "“", ". . .", "\n", "a", "🙂", "(", "\"", "A. ", "Mr. ", "1) a ", "? a", "A\nb", "•", "(A. ", "[1] ", "/", "You "])]
fn hostile(bencher: Bencher, piece: &str) {
    measure(bencher, &piece.repeat(SIZE / piece.len()));
}
