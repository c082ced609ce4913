//! Who said what: each attribution of a text with its place, its speaker, its kind and its words.
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
    let help = "FILE is a text, UTF-8. Without one: an invented report of this project.\n\
                Of each attribution: the bytes where its words begin and end, who, how, the words.";
    shared::run("quotations [FILE...]", help, quotations)
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
                Kind::DirectQuote => "quoted",
                Kind::MixedQuote => "partly quoted",
                _ => "reported",
            };
            let content = attribution.content();
            let whole = content.iter().copied().reduce(|a, b| a.hull(b)).unwrap_or_default();
            let words: Vec<&str> = content.iter().flat_map(|c| c.of(&text).split_whitespace()).collect();
            let who = who.unwrap_or("(nobody)");
            writeln!(out, "{:>12}  {who}{known}, {kind}: {}", whole.to_string(), words.join(" "))?;
        }
    }
    Ok(())
}
