//! The shape of the crate: modules use only modules before them, and no file grows beyond what can be read at a sitting.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::Path};

/// The modules in the order in which they may use each other; those in one row may do so both ways.
const ORDER: &[&[&str]] = &[
    &["error"],
    &["span"],
    &["hash"],
    &["lexicon"],
    &["spelling"],
    &["token"],
    &["report"],
    &["sentence"],
    &["mention"],
    &["matching"],
    &["cluster"],
    // A claim is a view into the cross-reference that made it.
    &["claim", "cross_reference"],
    &["render"],
];

/// Names that `lib.rs` takes from modules.
const ROOT: &[(&str, &str)] = &[
    ("Span", "span"),
    ("Error", "error"),
    ("Report", "report"),
    ("Date", "error"), // of the calendar crate
    ("Claim", "claim"),
    ("Difference", "claim"),
    ("CrossReference", "cross_reference"),
];

/// Lines that a source file may have, its documentation and tests included.
const MOST_LINES: usize = 800;

fn rank(module: &str) -> usize {
    ORDER
        .iter()
        .position(|row| row.contains(&module))
        .unwrap_or_else(|| panic!("no place for module {module:?}"))
}

/// Every source file with the module it belongs to.
fn files(folder: &Path, module: Option<&str>, out: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let module = module.unwrap_or(&stem);
        if path.is_dir() {
            files(&path, Some(module), out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push((path.to_str().unwrap().to_owned(), module.to_owned()));
        }
    }
}

/// The names that follow `crate::` in the code.
fn used(source: &str) -> Vec<String> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let word = |text: &str| text.chars().take_while(|c| is_word(*c)).collect::<String>();
    let mut names = Vec::new();
    for (at, found) in source.match_indices("crate::") {
        let rest = &source[at + found.len()..];
        if source[..at].ends_with(|c: char| is_word(c) || c == '$') {
            continue;
        }
        let Some(list) = rest.strip_prefix('{') else {
            names.push(word(rest));
            continue;
        };
        let (mut depth, mut starts) = (1, true);
        for (i, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => starts = true,
                c if is_word(c) && starts => {
                    names.push(word(&list[i..]));
                    starts = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    names
}

#[test]
fn modules_use_only_modules_before_them() {
    let mut all = Vec::new();
    files(Path::new("src"), None, &mut all);
    assert!(all.len() > 100);
    let mut wrong = Vec::new();
    for (path, module) in all.iter().filter(|(_, module)| module != "lib") {
        let text = fs::read_to_string(path).unwrap();
        // What tests use is no dependency.
        let text = text.split("#[cfg(test)]").next().unwrap();
        let code: Vec<&str> = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect();
        for name in used(&code.join("\n")) {
            let of = ROOT.iter().find(|(root, _)| *root == name).map_or(name.as_str(), |(_, module)| module);
            if of != module && rank(of) > rank(module) {
                wrong.push(format!("{path} uses {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn finds_what_is_used() {
    let code = "use crate::{Span, mention::{Kind, date::Day}, hash::Map};\nlet x = crate::lexicon::rows(a); my_crate::b();";
    assert_eq!(used(code), ["Span", "mention", "hash", "lexicon"]);
}

#[test]
fn files_stay_small() {
    let mut all = Vec::new();
    files(Path::new("src"), None, &mut all);
    let lines = |path: &str| fs::read_to_string(path).unwrap().lines().count();
    let long: Vec<_> =
        all.iter().map(|(path, _)| (lines(path), path)).filter(|(n, _)| *n > MOST_LINES).collect();
    assert!(long.is_empty(), "{long:?}");
}

/// Conditions that hold a `let` beside others came with Rust 1.88, and `Cargo.toml` promises an older one. The compiler at hand
/// does not mind, so that this has to.
#[test]
fn compiles_with_the_rust_that_is_promised() {
    assert!(fs::read_to_string("Cargo.toml").unwrap().contains("rust-version = \"1.85\""));
    let mut all = Vec::new();
    files(Path::new("src"), None, &mut all);
    let joined = |line: &str| {
        let line = line.trim();
        !line.starts_with("//") && (line.contains("&& let ") || line.contains("|| let "))
    };
    let mut wrong = Vec::new();
    for (path, _) in &all {
        let text = fs::read_to_string(path).unwrap();
        wrong.extend(text.lines().filter(|l| joined(l)).map(|l| format!("{path}: {}", l.trim())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
