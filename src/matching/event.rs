//! Events: two mentions are less likely one claim where their reports have nothing else in common.
//!
//! Reports of one event share a good part of their claims. Where nothing else of one has its like in the other, what looks alike is
//! a turn of phrase (`he declined to comment`) or a thing that happens everywhere (`two people were hurt`).

use crate::hash::Map;

use super::company::{DOUBTFUL, LIKELY, moved};

/// What it takes off the log odds of a pair that its reports have nothing else in common.
const WEIGHT: f32 = 2.0;
/// Reports of one event have at least this share of the mentions of the shorter one in common, each counted by the score of its
/// best pair: 45 of the 50 pairs of reports in the fixtures that are of one event, and none of the 250 that are not.
const SHARE: f32 = 0.02;
/// With how many more mentions that have it in common a report is judged, for a short one has had little room to show it.
const CREDIT: f32 = 5.0;

/// Lowers the scores of doubtful links whose reports have little else in common. `reports` tells the report of each mention;
/// links with a mention of which it is not known stay as they are.
pub(super) fn lower(links: &mut [(usize, usize, f32)], reports: &[Option<u32>]) {
    let report = |m: usize| reports.get(m).copied().flatten();
    let mut sizes: Map<u32, f32> = Map::default();
    for report in reports.iter().flatten() {
        *sizes.entry(*report).or_default() += 1.0;
    }
    let shared = shared(links, report);
    for (a, b, score) in links.iter_mut().filter(|l| DOUBTFUL.contains(&l.2)) {
        let (Some(x), Some(y)) = (report(*a), report(*b)) else { continue };
        let size = |report| sizes.get(&report).copied().unwrap_or(1.0);
        let (shorter, other) = if (size(x), x) <= (size(y), y) { (x, y) } else { (y, x) };
        // What the pair itself adds does not speak for it.
        let rest = (shared.get(&(shorter, other)).copied().unwrap_or(0.0) - *score).max(0.0);
        let share = (rest + CREDIT * SHARE) / (size(shorter) - 1.0 + CREDIT);
        if x != y && share < SHARE {
            *score = moved(*score, -WEIGHT * (1.0 - share / SHARE));
        }
    }
}

/// For each report and each other one: the scores that the mentions of the first have with their likeliest partners in the second,
/// in all.
fn shared(links: &[(usize, usize, f32)], report: impl Fn(usize) -> Option<u32>) -> Map<(u32, u32), f32> {
    let mut likely: Vec<(u32, u32, usize, f32)> = Vec::new();
    for &(a, b, score) in links.iter().filter(|l| l.2 >= LIKELY) {
        if let (Some(x), Some(y)) = (report(a), report(b)) {
            likely.extend([(x, y, a, score), (y, x, b, score)]);
        }
    }
    likely.sort_unstable_by(|l, k| (l.0, l.1, l.2).cmp(&(k.0, k.1, k.2)).then(k.3.total_cmp(&l.3)));
    likely.dedup_by_key(|l| (l.0, l.1, l.2));
    let mut shared: Map<(u32, u32), f32> = Map::default();
    for (of, with, _, score) in likely {
        *shared.entry((of, with)).or_default() += score;
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

    #[test]
    fn what_is_alike_in_reports_with_nothing_else_in_common_is_doubted() {
        let mut links = [(3, 25, 0.4), (4, 30, 0.9), (5, 6, 0.4)];
        lower(&mut links[..1], &reports());
        assert!(links[0].2 < 0.2);
        // What is sure stays, and so does what one report says twice.
        lower(&mut links[1..2], &reports());
        lower(&mut links[2..], &reports());
        assert_eq!((links[1].2, links[2].2), (0.9, 0.4));
    }

    #[test]
    fn reports_of_one_event_and_mentions_of_no_report_keep_their_links() {
        let one = [(3, 25, 0.4), (4, 30, 0.9), (7, 31, 0.6)];
        let mut links = one;
        lower(&mut links, &reports());
        assert_eq!(links, one);
        lower(&mut links[..1], &[None; 40]);
        assert_eq!(links, one);
    }

    #[test]
    fn a_short_report_is_given_credit() {
        let of_two: Vec<_> = [0, 1].map(Some).to_vec();
        let mut links = [(0, 1, 0.3)];
        lower(&mut links, &of_two);
        assert_eq!(links, [(0, 1, 0.3)]);
    }
}
