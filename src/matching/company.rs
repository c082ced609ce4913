//! Company: two mentions are likelier one claim where mentions that stand beside them in their reports are alike too.
//!
//! Reports of one event tell its claims in similar order, so that the claim before and the claim after speak for the one
//! between. What counts is the best pair beside the two, by the scores of the words alone: one pass, the same in any order. A pair
//! that differs is company too, by the score it would have without what differs: where one report has 5 dead and the other 7, the
//! sentence after may well be the same.
//!
//! The numbers here, the threshold of a claim, `TURNED` of `matter` and `RELATIVE` of `cluster` were chosen together: by pair F1,
//! precision and traps over the eight stories of `fixtures`, where the head of the table of `reports` holds no two claims in one.
//! The optimum is flat: weights of 1.3 to 1.9 here and thresholds of .14 to .19 differ by .02 in mean F1.

/// What a sure pair beside two mentions adds to the log odds of theirs. A less likely one adds by the root of its score.
const WEIGHT: f32 = 1.6;
/// How many places before or after a mention count as beside it.
const REACH: usize = 3;
/// Pairs that score less are never one claim, those that score more need no company.
pub(super) const DOUBTFUL: core::ops::Range<f32> = 0.1..0.7;
/// Pairs that score less are no company.
const LIKELY: f32 = 0.12;

/// Raises the scores of links whose mentions stand in like company, among them the pairs that differ in `apart`; `beside` tells
/// whether two mentions stand beside each other in one report and neither holds the other. Mentions are numbered in the order of
/// their reports and texts.
pub(crate) fn raise(
    links: &mut [(usize, usize, f32)],
    apart: &[(usize, usize, f32)],
    n: usize,
    beside: impl Fn(usize, usize) -> bool,
) {
    let likely = Likely::of_links(links.iter().chain(apart), n);
    let around = |m: usize| m.saturating_sub(REACH)..n.min(m + REACH + 1);
    // The best scores of each mention with those beside `of`.
    let (mut best, mut touched, mut of) = (vec![0.0_f32; n], Vec::new(), None);
    for (a, b, score) in links.iter_mut().filter(|l| l.0 < n && l.1 < n && DOUBTFUL.contains(&l.2)) {
        // Links mostly come in the order of their later mentions.
        if of != Some(*b) {
            of = Some(*b);
            touched.drain(..).for_each(|x: u32| best[x as usize] = 0.0);
            for y in around(*b).filter(|&y| beside(*b, y)) {
                for &(x, likely) in likely.of(y) {
                    touched.push(x);
                    best[x as usize] = best[x as usize].max(likely);
                }
            }
        }
        let company = around(*a).filter(|&x| best[x] > 0.0 && beside(*a, x)).map(|x| best[x]);
        let company = company.fold(0.0, f32::max);
        if company > 0.0 {
            *score = moved(*score, WEIGHT * company.sqrt());
        }
    }
}

/// A score with so much more log odds.
pub(super) fn moved(score: f32, by: f32) -> f32 {
    let odds = score / (1.0 - score) * by.exp();
    odds / (1.0 + odds)
}

/// For each mention those it is likely one claim with, and the scores: one after the other.
pub(super) struct Likely {
    starts: Vec<u32>,
    pairs: Vec<(u32, f32)>,
}

impl Likely {
    pub(super) fn of_links<'l>(
        links: impl Iterator<Item = &'l (usize, usize, f32)> + Clone,
        n: usize,
    ) -> Self {
        let both = || {
            let likely = links.clone().filter(|l| l.2 >= LIKELY && l.0 < n && l.1 < n);
            likely.flat_map(|&(a, b, score)| [(a, b, score), (b, a, score)])
        };
        let mut starts = vec![0_u32; n + 1];
        both().for_each(|l| starts[l.0 + 1] += 1);
        for i in 0..n {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut pairs = vec![(0, 0.0); starts[n] as usize];
        for (a, b, score) in both() {
            pairs[next[a] as usize] = (b as u32, score);
            next[a] += 1;
        }
        Self { starts, pairs }
    }

    /// Those of mention `m`.
    pub(super) fn of(&self, m: usize) -> &[(u32, f32)] {
        &self.pairs[self.starts[m] as usize..self.starts[m + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mentions 0 to 3 are of one report, 4 to 7 of another.
    fn beside(a: usize, b: usize) -> bool {
        a != b && a / 4 == b / 4
    }

    #[test]
    fn neighbours_that_are_alike_speak_for_a_pair() {
        let mut links = [(0, 4, 0.6), (1, 5, 0.2), (1, 7, 0.9)];
        raise(&mut links, &[], 8, beside);
        assert!(links[1].2 > 0.4 && links[1].2 < 0.6);
        // A pair that differs is company too.
        let mut by_one_that_differs = [(1, 5, 0.2)];
        raise(&mut by_one_that_differs, &[(0, 4, 0.6)], 8, beside);
        assert_eq!(by_one_that_differs[0].2, links[1].2);
        // What is sure stays as it is, and so does what stands alone.
        assert_eq!(links[2].2, 0.9);
        let mut alone = [(0, 4, 0.2), (0, 5, 0.6)];
        raise(&mut alone, &[], 8, beside);
        assert_eq!(alone[0].2, 0.2);
    }

    #[test]
    fn the_order_of_links_makes_no_difference() {
        let mut links = vec![(0, 4, 0.6), (1, 5, 0.2), (2, 6, 0.3), (1, 4, 0.1)];
        let mut turned: Vec<_> = links.iter().rev().copied().collect();
        raise(&mut links, &[], 8, beside);
        raise(&mut turned, &[], 8, beside);
        turned.reverse();
        assert_eq!(links, turned);
    }
}
