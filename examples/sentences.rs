//! The sentences of a text, one a line, each with its byte range.
//!
//! ```sh
//! cargo run --example sentences [-- FILE...]
//! ```
//!
//! Without a file it takes one of the invented reports of this project.

use std::fs;

use corroborate::sentence::{Layout, sentences};

fn main() -> std::io::Result<()> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        files.push(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/stories/dam/courier.txt").to_owned());
    }
    for file in files {
        let text = fs::read_to_string(&file)?;
        println!("{file}: {:?}", Layout::of(&text));
        for sentence in sentences(&text) {
            // A wrapped sentence holds line breaks; here it is shown in one line.
            let words: Vec<&str> = sentence.text().split_whitespace().collect();
            println!("{:>12}  {}", sentence.span().to_string(), words.join(" "));
        }
    }
    Ok(())
}
