//! Each stage alone and the whole path, in bytes of text a second: `cargo bench --features json --bench stages`.

#![allow(clippy::expect_used, clippy::unwrap_used)] // A bench that cannot read its fixtures should stop.

mod corpus;

use corroborate::{CrossReference, Report, mention, sentence};
use divan::{Bencher, counter::BytesCount};

fn main() {
    divan::main();
}

const REPORTS: usize = 200;

fn each(bencher: Bencher<'_, '_>, stage: impl Fn(&Report) -> usize + Sync) {
    let reports = corpus::reports(REPORTS);
    bencher
        .counter(BytesCount::new(corpus::bytes(&reports)))
        .bench(|| reports.iter().map(&stage).sum::<usize>());
}

#[divan::bench]
fn sentences(bencher: Bencher<'_, '_>) {
    each(bencher, |r| sentence::sentences(r.text()).count());
}

#[divan::bench]
fn quotations(bencher: Bencher<'_, '_>) {
    each(bencher, |r| mention::quotation::quotations(r.text()).len());
}

#[divan::bench]
fn attributions(bencher: Bencher<'_, '_>) {
    each(bencher, |r| mention::attribution::attributions(r.text()).len());
}

#[divan::bench]
fn quantities(bencher: Bencher<'_, '_>) {
    each(bencher, |r| mention::quantity::quantities(r.text()).len());
}

#[divan::bench]
fn mentions(bencher: Bencher<'_, '_>) {
    each(bencher, |r| mention::mentions(r).mentions.len());
}

/// What no reporter writes, a quarter of a megabyte of each: as fast a byte as a megabyte of it.
#[divan::bench(args = ["\"", "A.", "(", "word, ", "that ", "may ", "not ", "$1 ", "he said "])]
fn hostile(bencher: Bencher<'_, '_>, unit: &str) {
    let report = Report::new("Nobody", unit.repeat((1 << 18) / unit.len()));
    bencher.counter(BytesCount::new(report.text().len())).bench(|| mention::mentions(&report).mentions.len());
}

#[divan::bench(args = [5, 200], sample_count = 10)]
fn whole(bencher: Bencher<'_, '_>, n: usize) {
    let reports = corpus::reports(n);
    bencher
        .counter(BytesCount::new(corpus::bytes(&reports)))
        .with_inputs(|| reports.clone())
        .bench_values(CrossReference::of);
}
