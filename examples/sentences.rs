//! The sentences of a text, one a line, each with its byte range.
//!
//! ```sh
//! cargo run --example sentences [-- FILE...]
//! ```
//!
//! FILE is a text; without one it takes an invented report of this project.

mod shared;

use std::{fs, process::ExitCode};

use corroborate::sentence::{Layout, sentences};

const TEXT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/stories/dam/courier.txt");

fn main() -> ExitCode {
    let help = "FILE is a text, UTF-8. Without one: an invented report of this project.\n\
                First how the text is laid out, then of each sentence the bytes where it begins and ends.";
    shared::run("sentences [FILE...]", help, |mut files, out| {
        if files.is_empty() {
            files.push(TEXT.to_owned());
        }
        for file in files {
            let text = fs::read_to_string(&file).map_err(|e| format!("cannot read {file}: {e}"))?;
            writeln!(out, "{}: {:?}", shared::shown(&file), Layout::of(&text))?;
            for sentence in sentences(&text) {
                // A wrapped sentence holds line breaks; here it is shown in one line.
                let words: Vec<&str> = sentence.text().split_whitespace().collect();
                writeln!(out, "{:>12}  {}", sentence.span().to_string(), words.join(" "))?;
            }
        }
        Ok(())
    })
}
