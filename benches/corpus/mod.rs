//! Reports of many unrelated stories, made from the fixtures: in every story names and a third of the longer words are
//! others, the same in its five reports. So stories share common words, as news does, and nothing else.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
};

use corroborate::Report;

const FOLDERS: [&str; 3] = ["fixtures/reports", "fixtures/stories/dam", "fixtures/stories/trial"];
const SYLLABLES: [&str; 16] = [
    "ba", "ren", "tor", "mi", "sel", "dov", "ka", "lin", "or", "vas", "pe", "gral", "nu", "shen", "ta",
    "wick",
];

/// `n` reports, five a story, always the same.
pub fn reports(n: usize) -> Vec<Report> {
    let originals: Vec<(String, String)> = FOLDERS.iter().flat_map(|folder| texts(folder)).collect();
    let mut words: Vec<String> = originals
        .iter()
        .flat_map(|(_, text)| text.split(|c: char| !c.is_alphabetic()))
        .filter(|w| is_replaceable(w))
        .map(str::to_owned)
        .collect();
    words.sort();
    words.dedup();
    (0..n)
        .map(|i| {
            let story = i / 5;
            let (outlet, text) = &originals[(story % FOLDERS.len()) * 5 + i % 5];
            Report::new(outlet.as_str(), retell(text, story as u64, &words)).with_id(format!("r{i:06}"))
        })
        .collect()
}

/// Bytes of text in `reports`.
pub fn bytes(reports: &[Report]) -> usize {
    reports.iter().map(|r| r.text().len()).sum()
}

fn texts(folder: &str) -> Vec<(String, String)> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let mut files: Vec<_> = fs::read_dir(format!("{root}{folder}"))
        .expect("the fixtures are part of the crate")
        .map(|f| f.expect("a file").path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let outlet =
        |p: &std::path::Path| p.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    files.iter().map(|p| (outlet(p), fs::read_to_string(p).expect("UTF-8"))).collect()
}

fn is_replaceable(word: &str) -> bool {
    word.len() >= 6 && word.chars().all(|c| c.is_ascii_lowercase())
}

fn draw(word: &str, story: u64) -> u64 {
    let mut hasher = DefaultHasher::new();
    (word, story).hash(&mut hasher);
    hasher.finish()
}

fn retell(text: &str, story: u64, words: &[String]) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        if end == 0 {
            if c.is_ascii_digit() {
                out.push(char::from(b'1' + ((c as u64 + story * 7) % 9) as u8));
            } else {
                out.push(c);
            }
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let (word, after) = rest.split_at(end);
        let dice = draw(word, story);
        if c.is_uppercase() && word.len() > 4 && !matches!(word, "President" | "Minister" | "State") {
            let name: String =
                (0..2 + dice % 2).map(|k| SYLLABLES[(dice >> (8 + 8 * k)) as usize % 16]).collect();
            out.push_str(&name[..1].to_uppercase());
            out.push_str(&name[1..]);
        } else if is_replaceable(word) && dice % 3 == 0 {
            out.push_str(&words[(dice >> 16) as usize % words.len()]);
        } else {
            out.push_str(word);
        }
        rest = after;
    }
    out
}
