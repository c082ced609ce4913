//! Who said what: each attribution of a text with its speaker, its kind and its words.
//!
//! ```sh
//! cargo run --release --example quotations            # an invented report of this project
//! cargo run --release --example quotations -- FILE…   # texts of one's own
//! ```

mod shared;

use std::{fs, io::Write, process::ExitCode};

use corroborate::mention::{
    Kind, Known,
    attribution::{Form, attributions},
};

const TEXT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/stories/dam/tellwire.txt");

fn main() -> ExitCode {
    shared::run("quotations [FILE...]", quotations)
}

fn quotations(mut files: Vec<String>, out: &mut dyn Write) -> shared::Outcome {
    if files.is_empty() {
        files.push(TEXT.to_owned());
    }
    for file in files {
        let text = fs::read_to_string(&file).map_err(|e| format!("cannot read {file}: {e}"))?;
        writeln!(out, "{}", shared::shown(&file))?;
        for attribution in attributions(&text) {
            // "announced the order": what is told of is a thing, and nobody's words.
            if attribution.kind() == Kind::IndirectQuote && attribution.form() != Form::Clause {
                continue;
            }
            let speaker = attribution.speaker();
            let who = speaker.map(|s| s.name().of(&text)).filter(|name| !name.is_empty());
            let known = match speaker.map(|s| s.known()) {
                Some(Known::Anonymous) => " (unnamed)",
                Some(Known::Unknown) => " (who that is cannot be told)",
                _ => "",
            };
            let kind = match attribution.kind() {
                Kind::DirectQuote => "direct",
                Kind::MixedQuote => "mixed",
                _ => "indirect",
            };
            let content: Vec<&str> = attribution.content().iter().map(|c| c.of(&text)).collect();
            let words: Vec<&str> = content.iter().flat_map(|c| c.split_whitespace()).collect();
            writeln!(out, "  {}{known} [{kind}] {}", who.unwrap_or("(nobody)"), words.join(" "))?;
        }
    }
    Ok(())
}
