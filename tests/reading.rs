//! Reports from files: what is taken, and how what is wrong is told.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::PathBuf};

use corroborate::{Error, Report};

/// A folder of its own for one test, with these files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    for (file, bytes) in files {
        fs::write(path.join(file), bytes).unwrap();
    }
    path
}

fn lines(name: &str, text: &str) -> Result<Vec<Report>, Error> {
    Report::read(folder(name, &[("reports.jsonl", text.as_bytes())]).join("reports.jsonl"))
}

#[test]
fn reads_json_lines_and_ignores_what_it_does_not_know() {
    let reports = lines(
        "plain",
        "{\"outlet\":\"Tellwire\",\"text\":\"It leaks.\",\"section\":\"news\"}\n\n\
         {\"id\":\"b\",\"outlet\":\"Courier\",\"text\":\"\",\"published\":\"2025-03-06\",\"title\":\"Leak\",\"url\":null}\n",
    )
    .unwrap();
    assert_eq!(reports.len(), 2);
    assert_eq!((reports[1].id(), reports[1].title(), reports[1].text()), ("b", Some("Leak"), ""));
}

#[test]
fn reads_a_folder() {
    let manifest = br#"[{"id":"a","outlet":"Tellwire","file":"a.txt"}]"#;
    let path = folder("folder", &[("manifest.json", manifest), ("a.txt", "The dam “leaks”.".as_bytes())]);
    assert_eq!(Report::read(path).unwrap()[0].text(), "The dam “leaks”.");
}

#[test]
fn reads_bare_texts_by_the_names_of_their_files() {
    let files: [(&str, &[u8]); 4] = [
        ("tellwire.txt", b"The dam leaks."),
        ("new-york_post.TXT", b"The dam holds."),
        (".hidden.txt", b"x"),
        ("notes.md", b"x"),
    ];
    let path = folder("texts", &files);
    let reports = Report::read(&path).unwrap();
    let names: Vec<_> = reports.iter().map(|r| (r.id(), r.outlet(), r.text())).collect();
    assert_eq!(
        names,
        [("new-york_post", "new york post", "The dam holds."), ("tellwire", "tellwire", "The dam leaks.")]
    );
    assert_eq!(Report::read(path.join("tellwire.txt")).unwrap(), [reports[1].clone()]);
}

#[test]
fn reads_a_list_by_any_name_with_texts_or_files() {
    let list = br#"[{"outlet":"Tellwire","file":"a.txt"},
                    {"outlet":"Courier","text":"It holds."}]"#;
    let path = folder("list", &[("today.json", list), ("a.txt", b"It leaks.")]).join("today.json");
    let texts: Vec<String> = Report::read(path).unwrap().iter().map(|r| r.text().to_owned()).collect();
    assert_eq!(texts, ["It leaks.", "It holds."]);
}

#[test]
fn reads_what_an_editor_saved_with_a_byte_order_mark() {
    let line = "\u{feff}{\"outlet\":\"Tellwire\",\"text\":\"It leaks.\"}\r\n";
    assert_eq!(lines("mark", line).unwrap()[0].text(), "It leaks.");
    let manifest = "\u{feff}[{\"outlet\":\"Tellwire\",\"file\":\"a.txt\"}]";
    let path = folder("mark-folder", &[("manifest.json", manifest.as_bytes()), ("a.txt", b"It leaks.")]);
    assert_eq!(Report::read(path).unwrap()[0].outlet(), "Tellwire");
}

#[test]
fn says_what_is_wrong_and_where() {
    let manifest = |rows: &str| rows.as_bytes().to_vec();
    let row = manifest(r#"[{"id":"a","outlet":"Tellwire","file":"a.txt"}]"#);
    let told = |result: Result<Vec<Report>, Error>| result.unwrap_err().to_string();
    let cases: Vec<(String, &[&str])> = vec![
        (
            told(Report::read(folder("no-reports", &[("notes.md", b"x".as_slice())]))),
            &["no-reports: has no reports, expected a manifest.json or .txt files"],
        ),
        (told(Report::read("nowhere/at/all")), &["cannot read nowhere/at/all: "]),
        (told(Report::read(folder("no-text", &[("manifest.json", &row)]))), &["cannot read", "a.txt"]),
        (
            told(Report::read(folder("latin", &[("manifest.json", &row), ("a.txt", b"caf\xe9")]))),
            &["a.txt is not UTF-8", "byte 3"],
        ),
        (
            told(Report::read(folder("no-list", &[("manifest.json", b"{\"id\":1}".as_slice())]))),
            &["manifest.json: begins with '{', expected a list of reports"],
        ),
        (
            told(Report::read(folder("no-file", &[("manifest.json", b"[{\"outlet\":\"T\"}]".as_slice())]))),
            &["manifest.json, entry 1", "\"file\" is missing"],
        ),
        (
            told(lines("broken", "{\"outlet\":\"T\",\"text\":\"x\"}\n{\"outlet\":")),
            &["reports.jsonl:2:10: the line ends within the report"],
        ),
        (
            told(lines("a-text", "The dam leaks.")),
            &["reports.jsonl:1: begins with 'T', expected one report a line"],
        ),
        (
            told(lines("no-object", "[{\"outlet\":\"T\",\"text\":\"x\"}, 7]")),
            &["reports.jsonl, entry 2: is 7, expected an object"],
        ),
        (
            told(lines("no-name", "{\"outlet\":[\"T\"],\"text\":\"x\"}")),
            &["reports.jsonl:1: \"outlet\" is a list, expected a string"],
        ),
        (
            told(lines("same", &"{\"outlet\":\"T\",\"text\":\"x\"}\n".repeat(2))),
            &["reports.jsonl:2: has the outlet and text of", "reports.jsonl:1;", "an \"id\""],
        ),
        (
            told(lines("undated", "{\"outlet\":\"T\",\"text\":\"x\",\"published\":\"May\"}")),
            &["report \"", "reports.jsonl:1\": published is \"May\", expected a day of the calendar"],
        ),
        (told(lines("nameless", "{\"text\":\"x\"}")), &["reports.jsonl:1", "\"outlet\" is missing"]),
        (told(lines("empty", "{\"outlet\":\" \",\"text\":\"x\"}")), &["outlet is \"\"", "not empty"]),
        (told(lines("textless", "{\"outlet\":\"T\"}")), &["reports.jsonl:1", "\"text\" is missing"]),
        (
            told(lines(
                "date",
                "{\"id\":\"a\",\"outlet\":\"T\",\"text\":\"x\",\"published\":\"2025-02-30\"}",
            )),
            &["report \"a\"", "published is \"2025-02-30\"", "YYYY-MM-DD"],
        ),
        (
            told(lines("twice", &"{\"id\":\"a\",\"outlet\":\"T\",\"text\":\"x\"}\n".repeat(2))),
            &["report id \"a\" is given twice"],
        ),
    ];
    for (message, parts) in cases {
        for part in parts {
            assert!(message.contains(part), "{message:?} does not say {part:?}");
        }
    }
}
