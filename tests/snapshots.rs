//! Whole stories, rendered: a change in one rule shows its effect on everything.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --features json --test snapshots` writes the files anew; read the difference before
//! you commit it.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::PathBuf};

use corroborate::{CrossReference, Report, render};

fn check(name: &str, rendered: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, rendered).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert!(!known.trim().is_empty(), "{name} is empty");
    let differs = known.lines().zip(rendered.lines()).position(|(a, b)| a != b);
    if let Some(line) = differs.or((known != rendered).then_some(known.lines().count())) {
        panic!(
            "{name}, line {}:\n  known: {}\n    now: {}",
            line + 1,
            known.lines().nth(line).unwrap_or("(end)"),
            rendered.lines().nth(line).unwrap_or("(end)")
        );
    }
}

fn story(name: &str, folder: &str) {
    let xref = CrossReference::of(Report::read(folder).unwrap()).unwrap();
    check(&format!("{name}.txt"), &render::table(&xref).at_least(1).to_string());
}

#[test]
fn reports() {
    story("reports", "fixtures/reports");
}

#[test]
fn dam() {
    story("dam", "fixtures/stories/dam");
}

#[test]
fn trial() {
    story("trial", "fixtures/stories/trial");
}

#[test]
fn json_is_exact() {
    let xref = CrossReference::of([
        Report::new(
            "Tellwire",
            "“The gates are open,” Colonel Bruno Kest said on Tuesday.\n\nSign up for our newsletter.",
        )
        .with_id("t1")
        .with_published("2025-03-05")
        .unwrap(),
        Report::new("Courier", "The gates may open on March 6.").with_id("c1").with_title("Gates"),
    ])
    .unwrap();
    let pretty: serde_json::Value = serde_json::from_str(&render::json(&xref)).unwrap();
    check("small.json", &(serde_json::to_string_pretty(&pretty).unwrap() + "\n"));
}
