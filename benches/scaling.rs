//! How the whole path grows with the number of reports: `cargo bench --features json --bench scaling`.
//!
//! Prints time, bytes of text a second, memory, and how much longer ten times the reports take.

#![allow(clippy::expect_used, clippy::unwrap_used)] // A bench that cannot read its fixtures should stop.

mod corpus;

use std::time::Instant;

use corroborate::CrossReference;

fn main() {
    let mut before: Option<(usize, f64)> = None;
    println!("{:>8} {:>9} {:>9} {:>9} {:>9} {:>7}", "reports", "MB", "seconds", "MB/s", "mentions", "times");
    for n in [20, 200, 2000] {
        let reports = corpus::reports(n);
        let megabytes = corpus::bytes(&reports) as f64 / 1e6;
        let runs = if n <= 200 { 5 } else { 1 };
        let mut best = f64::INFINITY;
        let mut mentions = 0;
        for _ in 0..runs {
            let reports = reports.clone();
            let start = Instant::now();
            let xref = CrossReference::of(reports).expect("ids of their own");
            best = best.min(start.elapsed().as_secs_f64());
            mentions = xref.summary().mentions;
        }
        let times =
            before.map_or(String::new(), |(m, t)| format!("{:.1}", best / t / (n as f64 / m as f64 / 10.0)));
        println!("{n:>8} {megabytes:>9.1} {best:>9.3} {:>9.1} {mentions:>9} {times:>7}", megabytes / best);
        before = Some((n, best));
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        status
            .lines()
            .filter(|l| l.starts_with("VmHWM"))
            .for_each(|l| println!("most memory in use: {}", l[6..].trim()));
    }
}
