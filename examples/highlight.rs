//! The reports as a page for the browser, with their mentions marked: the darker, the more outlets state the claim. Hovering shows
//! who says it and which outlets state the same.
//!
//! ```sh
//! cargo run --release --features json --example highlight -- [PATH...] > page.html
//! ```
//!
//! PATH is as for `cross_reference`; without it, the five reports in `fixtures`.

mod shared;

use std::{io::Write, process::ExitCode};

use corroborate::{
    CrossReference,
    mention::Mention,
    render::{pieces, who},
};

const HEAD: &str = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Reports, cross-referenced</title>\n\
    <style>body { max-width: 42em; margin: 2em auto; font: 1em/1.5 Georgia, serif }\n\
    pre { white-space: pre-wrap; font: inherit } mark { background: rgba(255, 176, 0, var(--by)) }</style>\n";

fn main() -> ExitCode {
    let help = format!("{}\nWithout a PATH: the five reports in fixtures.", shared::PATH);
    shared::run("highlight [PATH...]", &help, highlight)
}

fn highlight(args: Vec<String>, out: &mut dyn Write) -> shared::Outcome {
    let xref = CrossReference::of(shared::reports(&args, shared::REPORTS)?)?;
    let all = xref.summary().outlets.max(1);
    write!(out, "{HEAD}")?;
    for report in xref.reports() {
        let title = report.title().unwrap_or(report.id());
        writeln!(out, "<h2>{}: {}</h2>\n<pre>", escaped(report.outlet()), escaped(title))?;
        let mentions = xref.mentions_of(report.id());
        let spans: Vec<_> = mentions.iter().map(Mention::span).collect();
        for (piece, holding) in pieces(report.text(), &spans) {
            let words = escaped(piece.of(report.text()));
            // Of mentions within one another the innermost is marked.
            let inner = holding.iter().map(|&n| &mentions[n]).min_by_key(|m| m.span().len());
            match inner.and_then(|m| Some((m, xref.claim_of(m)?))) {
                Some((mention, claim)) => {
                    let outlets = claim.outlets();
                    let note = format!("{} — {}", who(mention), outlets.join(", "));
                    let share = outlets.len() as f64 / all as f64;
                    write!(
                        out,
                        "<mark style=\"--by: {share:.2}\" title=\"{}\">{words}</mark>",
                        escaped(&note)
                    )?;
                }
                None => write!(out, "{words}")?,
            }
        }
        writeln!(out, "</pre>")?;
    }
    Ok(())
}

/// Words as they may stand in a page and in an attribute.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
