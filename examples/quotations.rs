//! Who said what: each attribution of a text with its speaker, its kind and its words.
//!
//! ```sh
//! cargo run --release --example quotations            # the reports in fixtures/
//! cargo run --release --example quotations -- FILE…   # texts of one's own
//! ```

use std::{env, fs, io, path::PathBuf};

use corroborate::mention::{Kind, attribution::attributions, speaker::Known};

fn main() -> io::Result<()> {
    let mut paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    if paths.is_empty() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/reports");
        paths = fs::read_dir(folder)?.map(|f| Ok(f?.path())).collect::<io::Result<_>>()?;
        paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
        paths.sort();
    }
    for path in paths {
        let text = fs::read_to_string(&path)?;
        println!("{}", path.display());
        for attribution in attributions(&text) {
            let who = attribution.speaker().map_or("(nobody named)", |s| s.name().of(&text));
            let known = match attribution.speaker().map(|s| s.known()) {
                Some(Known::Anonymous) => " (anonymous)",
                Some(Known::Unknown) => " (not resolved)",
                _ => "",
            };
            let kind = match attribution.kind() {
                Kind::DirectQuote => "direct",
                Kind::MixedQuote => "mixed",
                _ => "indirect",
            };
            let words: Vec<&str> = attribution.content().iter().map(|c| c.of(&text)).collect();
            println!("  {who}{known} [{kind}] {}", words.join(" … "));
        }
        println!();
    }
    Ok(())
}
