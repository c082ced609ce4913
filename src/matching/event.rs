//! Events: two mentions are less likely one claim where their reports have nothing else in common.
//!
//! Reports of one event share the names of those in it, or a good part of their claims. Where nothing else of one has its like in the
//! other, what looks alike is a turn of phrase (`he declined to comment`) or a thing that happens everywhere (`two people were hurt`).

use crate::hash::Map;

use super::{
    company::{DOUBTFUL, Likely, moved},
    features::Word,
    knowledge::Key,
};

/// What it takes off the log odds of a pair that its reports have nothing else in common.
const WEIGHT: f32 = 4.0;
/// Reports of one event have at least this share of the mentions of the shorter one in common, each counted by the score of its
/// best pair. In one pile of 24 stories 40 in 100 pairs of reports of one event have it, and 1 in 1,000 of two: what is alike told in
/// other words is not seen, so that names speak too.
const SHARE: f32 = 0.02;
/// Reports of one event mostly have so many names in common: about 85 in 100 pairs of them in those stories, and 1 in 200 of two (counted
/// as capitalised words within sentences).
const NAMES: f32 = 3.0;
/// Names at least this rare in English, in nats: not those of countries or officials that any report may have.
const RARE: f32 = 6.3;
/// With how many more mentions that have it in common a report is judged, for a short one has had little room to show it.
const CREDIT: f32 = 5.0;

/// Lowers the scores of doubtful links whose reports have little else in common. `reports` tells the report of each mention, `words`
/// its words; links with a mention of which the report is not known stay as they are.
pub(super) fn lower<'w>(
    links: &mut [(usize, usize, f32)],
    reports: &[Option<u32>],
    words: impl Fn(usize) -> &'w [Word],
) {
    let reports = Reports::of(reports);
    let mut names = Names::of(&reports, words);
    let shared = shared(links, &reports);
    for (a, b, score) in links.iter_mut().filter(|l| DOUBTFUL.contains(&l.2)) {
        let (Some(x), Some(y)) = (reports.get(*a), reports.get(*b)) else { continue };
        let key = |report: u32| (reports.sizes[report as usize], reports.names[report as usize]);
        let (shorter, other) = if key(x) <= key(y) { (x, y) } else { (y, x) };
        // What the pair itself adds does not speak for it.
        let rest = (shared.get(&pair(shorter, other)).copied().unwrap_or(0.0) - *score).max(0.0);
        let size = reports.sizes[shorter as usize] as f32;
        let share = (rest + CREDIT * SHARE) / (size - 1.0 + CREDIT);
        if x == y || share >= SHARE {
            continue;
        }
        let known = (share / SHARE).max(names.shared(shorter, other) as f32 / NAMES);
        if known < 1.0 {
            *score = moved(*score, -WEIGHT * (1.0 - known));
        }
    }
}

/// The rare names in each report, sorted, and how many of them two reports share.
struct Names {
    of: Vec<Vec<Key>>,
    shared: Map<u64, u32>,
}

impl Names {
    fn of<'w>(reports: &Reports, words: impl Fn(usize) -> &'w [Word]) -> Self {
        let mut of = vec![Vec::new(); reports.sizes.len()];
        for mention in 0..reports.of.len() {
            let Some(names) = reports.get(mention).and_then(|r| of.get_mut(r as usize)) else { continue };
            let rare = words(mention).iter().filter(|w| is_rare_name(w));
            names.extend(rare.map(|w| w.family));
        }
        for names in &mut of {
            names.sort_unstable();
            names.dedup();
        }
        Self { of, shared: Map::default() }
    }

    fn shared(&mut self, report: u32, other: u32) -> u32 {
        let Self { of, shared } = self;
        let names = |report: u32| of.get(report as usize).map_or(&[][..], Vec::as_slice);
        let count = || names(report).iter().filter(|n| names(other).binary_search(n).is_ok()).count() as u32;
        *shared.entry(pair(report, other)).or_insert_with(count)
    }
}

fn is_rare_name(word: &Word) -> bool {
    word.sort & (Word::NAME | Word::PLACE | Word::NUMBER | Word::CALENDAR) == Word::NAME
        && word.rarity >= RARE
}

/// The reports of mentions, numbered from 0 as they first come.
struct Reports {
    of: Vec<u32>,
    /// How many mentions each has, and what it is called outside.
    sizes: Vec<u32>,
    names: Vec<u32>,
}

/// The number of no report.
const NONE: u32 = u32::MAX;

impl Reports {
    fn of(reports: &[Option<u32>]) -> Self {
        let mut numbers: Map<u32, u32> = Map::default();
        let mut out = Self { of: Vec::with_capacity(reports.len()), sizes: Vec::new(), names: Vec::new() };
        let mut last = (None, NONE);
        for &report in reports {
            if report != last.0 {
                last = (report, report.map_or(NONE, |r| *numbers.entry(r).or_insert(out.sizes.len() as u32)));
            }
            let number = last.1;
            if number as usize == out.sizes.len() {
                out.sizes.push(0);
                out.names.push(report.unwrap_or_default());
            }
            if let Some(size) = out.sizes.get_mut(number as usize) {
                *size += 1;
            }
            out.of.push(number);
        }
        out
    }

    fn get(&self, mention: usize) -> Option<u32> {
        self.of.get(mention).copied().filter(|&report| report != NONE)
    }
}

fn pair(report: u32, other: u32) -> u64 {
    u64::from(report) << 32 | u64::from(other)
}

/// For each report and each other one: the scores that the mentions of the first have with their likeliest partners in the second,
/// in all.
fn shared(links: &[(usize, usize, f32)], reports: &Reports) -> Map<u64, f32> {
    let likely = Likely::of_links(links.iter(), reports.of.len());
    let mut shared: Map<u64, f32> = Map::default();
    // The best score of a mention with those of each report.
    let (mut best, mut touched) = (vec![0.0_f32; reports.sizes.len()], Vec::new());
    for mention in 0..reports.of.len() {
        let Some(report) = reports.get(mention) else { continue };
        for &(partner, score) in likely.of(mention) {
            let Some(other) = reports.get(partner as usize) else { continue };
            touched.push(other);
            let best = &mut best[other as usize];
            *best = best.max(score);
        }
        for other in touched.drain(..) {
            let best = core::mem::take(&mut best[other as usize]);
            if best > 0.0 {
                *shared.entry(pair(report, other)).or_default() += best;
            }
        }
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two reports of 20 mentions each.
    fn reports() -> Vec<Option<u32>> {
        (0..40).map(|m| Some(m / 20)).collect()
    }

    fn no_words<'w>(_: usize) -> &'w [Word] {
        &[]
    }

    #[test]
    fn reports_that_share_names_are_of_one_event() {
        let name = |family| Word { family, key: family, rarity: 9.0, at: 0, sense: 0, sort: Word::NAME };
        let (both, country) =
            ([name(1), name(2), name(3)], Word { sort: Word::NAME | Word::PLACE, ..name(4) });
        let mut links = [(3, 25, 0.4)];
        lower(&mut links, &reports(), |_| &both);
        assert_eq!(links, [(3, 25, 0.4)]);
        let places = [country, Word { family: 5, ..country }, Word { family: 6, ..country }];
        lower(&mut links, &reports(), |_| &places);
        assert!(links[0].2 < 0.2);
    }

    #[test]
    fn what_is_alike_in_reports_with_nothing_else_in_common_is_doubted() {
        let mut links = [(3, 25, 0.4), (4, 30, 0.9), (5, 6, 0.4)];
        lower(&mut links[..1], &reports(), no_words);
        assert!(links[0].2 < 0.2);
        // What is sure stays, and so does what one report says twice.
        lower(&mut links[1..2], &reports(), no_words);
        lower(&mut links[2..], &reports(), no_words);
        assert_eq!((links[1].2, links[2].2), (0.9, 0.4));
    }

    #[test]
    fn reports_of_one_event_and_mentions_of_no_report_keep_their_links() {
        let one = [(3, 25, 0.4), (4, 30, 0.9), (7, 31, 0.6)];
        let mut links = one;
        lower(&mut links, &reports(), no_words);
        assert_eq!(links, one);
        lower(&mut links[..1], &[None; 40], no_words);
        assert_eq!(links, one);
    }

    #[test]
    fn a_short_report_is_given_credit() {
        let of_two: Vec<_> = [0, 1].map(Some).to_vec();
        let mut links = [(0, 1, 0.3)];
        lower(&mut links, &of_two, no_words);
        assert_eq!(links, [(0, 1, 0.3)]);
    }
}
