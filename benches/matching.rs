//! How long it takes to group mentions: `cargo bench --features json --bench matching`.
//!
//! The mentions are spliced and edited copies of the fixtures' sentences: the first half of one and the second half of another,
//! a third of the words exchanged for made-up ones, and up to two near copies of each. Peers measured on such
//! sets are in `docs/performance.md`.

#![allow(clippy::expect_used, clippy::unwrap_used)] // A bench that cannot read its fixtures should stop.

use std::time::Instant;

use corroborate::{
    Report,
    cluster::clusters,
    matching::{Index, Statement},
    sentence::sentences,
};

const STORIES: &[&str] = &["fixtures/reports", "fixtures/stories/dam", "fixtures/stories/trial"];
const SYLLABLES: &[&str] = &["ka", "ro", "ve", "lin", "dor", "mas", "tu", "per", "gol", "ne", "ri", "bas"];

fn main() {
    let start = Instant::now();
    Index::default().add(Statement::new("The dam at Brask was completed in 1961."));
    println!("reading the word lists, once a process: {:.3} s", start.elapsed().as_secs_f64());
    println!(
        "{:>8} {:>9} {:>9} {:>9} {:>9} {:>9} {:>7}",
        "mentions", "features", "links", "groups", "all", "compared", "times"
    );
    let mut before: Option<f64> = None;
    for n in [2_000, 20_000, 200_000] {
        let texts = texts(n);
        let start = Instant::now();
        let mut index = Index::default();
        for text in &texts {
            index.add(Statement::new(text));
        }
        let features = start.elapsed().as_secs_f64();
        let links = index.links();
        let linked = start.elapsed().as_secs_f64();
        let groups = clusters(n, &links.same, &links.differing, index.matcher().same_threshold());
        let all = start.elapsed().as_secs_f64();
        assert!(!groups.is_empty());
        let times = before.map_or(String::new(), |b| format!("{:.1}", all / b));
        println!(
            "{n:>8} {features:>9.3} {:>9.3} {:>9.3} {all:>9.3} {:>9} {times:>7}",
            linked - features,
            all - linked,
            links.compared
        );
        before = Some(all);
    }
}

/// `n` texts, the same in every run.
fn texts(n: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for story in STORIES {
        for report in Report::read(story).unwrap() {
            let of = sentences(report.text()).map(|s| s.span().of(report.text()).replace('\n', " "));
            found.extend(of.filter(|s| s.len() > 30));
        }
    }
    let mut state = 12_345_u64;
    let mut below = move |k: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % k as u64) as usize
    };
    let mut out = Vec::with_capacity(n + 2);
    while out.len() < n {
        let first: Vec<&str> = found[below(found.len())].split(' ').collect();
        let second: Vec<&str> = found[below(found.len())].split(' ').collect();
        let halves = first[..first.len() / 2].iter().chain(&second[second.len() / 2..]);
        let mut words: Vec<String> = halves.map(|w| (*w).to_owned()).collect();
        for _ in 0..=words.len() / 3 {
            let at = below(words.len());
            words[at] = (0..3).map(|_| SYLLABLES[below(SYLLABLES.len())]).collect();
        }
        out.push(words.join(" "));
        for _ in 0..below(3) {
            let mut copy = words.clone();
            let at = below(copy.len());
            copy[at] = "again".to_owned();
            out.push(copy.join(" "));
        }
    }
    out.truncate(n);
    out
}
