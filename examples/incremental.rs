//! Reports that come one after the other: what does each add, and what does it corroborate?
//!
//! ```sh
//! cargo run --release --features json --example incremental -- [PATH]
//! ```

use corroborate::{CrossReference, Report};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "fixtures/stories/dam".to_owned());
    let mut reports = Report::read(path)?;
    reports.sort_by_key(Report::published);

    let mut xref = CrossReference::default();
    for report in reports {
        let (outlet, day) = (report.outlet().to_owned(), report.published());
        let changes = xref.add(report)?;
        let day = day.map_or("undated".to_owned(), |d| d.to_string());
        println!("{day}  {outlet}: {} claims are new", changes.added.len());
        for claim in changes.corroborated {
            println!("    {} outlets now: {}", claim.outlets().len(), claim.text().replace('\n', " "));
        }
    }
    Ok(())
}
