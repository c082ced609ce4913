//! Sentence splitters side by side, in one run, over the same text: MB per second of one thread, and the ratios.
//!
//! ```sh
//! cargo run --release --manifest-path benches/peers/Cargo.toml [-- FILE...]
//! ```
//!
//! Without files it takes this project's invented reports, shuffled by paragraph into articles of about 4 kB.

use std::{fs, hint::black_box, path::Path, time::Instant};

use corroborate::sentence::sentences;
use icu_segmenter::SentenceSegmenter;
use unicode_segmentation::UnicodeSegmentation;

/// How much text is split, in bytes.
const SIZE: usize = 20_000_000;
/// Every splitter goes over the text this often; the best pass counts, for noise only ever slows down.
const PASSES: usize = 7;

type Splitter = (&'static str, Box<dyn Fn(&str) -> usize>);

fn main() {
    let documents = documents();
    let bytes: usize = documents.iter().map(String::len).sum();
    let icu = SentenceSegmenter::new(Default::default());
    let splitters: [Splitter; 4] = [
        ("corroborate", Box::new(|text| sentences(text).map(|s| black_box(s).span().len().min(1)).sum())),
        ("icu_segmenter", Box::new(move |text| icu.segment_str(text).map(|i| black_box(i).min(1)).sum())),
        ("sentencex", Box::new(|text| black_box(sentencex::get_sentence_boundaries("en", text)).len())),
        ("unicode-segmentation", Box::new(|text| text.unicode_sentences().map(|s| black_box(s).len().min(1)).sum())),
    ];
    let mut best = [f64::INFINITY; 4];
    let mut found = [0; 4];
    // The splitters take turns, so that a slow moment of the machine falls on all of them.
    for _ in 0..PASSES {
        for (i, (_, split)) in splitters.iter().enumerate() {
            let start = Instant::now();
            found[i] = documents.iter().map(|d| split(d)).sum();
            best[i] = best[i].min(start.elapsed().as_secs_f64());
        }
    }
    println!("{bytes} bytes in {} documents, best of {PASSES} passes\n", documents.len());
    println!("{:22} {:>10} {:>11} {:>8}", "", "MB/s", "boundaries", "ratio");
    for (i, (name, _)) in splitters.iter().enumerate() {
        println!("{name:22} {:10.1} {:11} {:7.2}x", bytes as f64 / best[i] / 1e6, found[i], best[i] / best[0]);
    }
}

/// The texts to split.
fn documents() -> Vec<String> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let texts: Vec<String> = if files.is_empty() { fixtures() } else { files.iter().filter_map(|f| fs::read_to_string(f).ok()).collect() };
    let paragraphs: Vec<&str> = texts.iter().flat_map(|t| t.lines()).filter(|l| !l.is_empty()).collect();
    assert!(!paragraphs.is_empty(), "no text to split");
    let mut documents = Vec::new();
    let (mut size, mut seed) = (0, 0x2545_F491_4F6C_DD1D_u64);
    while size < SIZE {
        let mut document = String::new();
        while document.len() < 4_000 {
            // Marsaglia's xorshift: the same articles in every run.
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            document.push_str(paragraphs[(seed % paragraphs.len() as u64) as usize]);
            document.push_str("\n\n");
        }
        size += document.len();
        documents.push(document);
    }
    documents
}

/// The reports and stories of this project.
fn fixtures() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let mut texts = Vec::new();
    for folder in ["reports", "stories/dam", "stories/trial"] {
        let Ok(entries) = fs::read_dir(root.join(folder)) else { continue };
        let mut paths: Vec<_> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
        paths.sort();
        for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
            texts.extend(fs::read_to_string(path));
        }
    }
    texts
}
