//! From links to groups: which items belong together, when links between pairs are uncertain.
//!
//! This module knows no text, only numbers of items and scores of pairs. Components of the link graph chain: `A` like
//! `B` and `B` like `C` says little of `A` and `C`. So groups are built from single items by **average linkage over the
//! better half**: the two groups whose better half of pairs scores highest on average are joined, until no two groups
//! reach the threshold. A pair without a link counts as score 0, and two groups with a forbidden pair between them are
//! never joined. The average over all pairs breaks a group up over one wording that is told in other words; the best
//! pair alone chains; half of the pairs has to agree.

use std::collections::BinaryHeap;

use crate::hash::{Map, Set};

/// Scores as whole numbers, so that a sum is the same in any order.
const ONE: f64 = (1_u32 << 24) as f64;

/// Groups `n` items, numbered from 0, by the `links` between them.
///
/// A link is two items and how surely they belong together, in 0..=1; links of an item to itself, to an item that is not
/// there, or of a score that is no number are passed over, and of two links between the same items the higher counts. No
/// group holds both items of a pair in `cannot`. Groups are joined while the average score of the better half of the pairs
/// between them, missing links counting 0, is at least `threshold`.
///
/// Every item is in exactly one group. Members rise, and so do the groups' first members. The order of the links makes no
/// difference. Where averages tie, the groups with the smaller first members are joined first: number the items in an order of
/// their own (such as report and place) to make groups independent of the order they came in.
///
/// Average linkage goes back to Sokal and Michener, 1958 (UPGMA). Time is near n + links × log(links) while groups are small
/// beside the whole.
///
/// ```
/// use corroborate::cluster::clusters;
///
/// // 1 and 2 are alike, but 0 and 3, which hang on them, are not: no chain.
/// let links = [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.8)];
/// assert_eq!(clusters(5, &links, &[], 0.5), [vec![0, 1], vec![2, 3], vec![4]]);
/// assert_eq!(clusters(4, &links, &[(0, 1)], 0.5), [vec![0], vec![1, 2, 3]]);
/// ```
#[must_use]
pub fn clusters(
    n: usize,
    links: &[(usize, usize, f32)],
    cannot: &[(usize, usize)],
    threshold: f32,
) -> Vec<Vec<usize>> {
    let parts: Vec<u32> = (0..n as u32).collect();
    clusters_across(&parts, links, cannot, threshold)
}

/// Groups items that come in parts, such as the mentions of several reports, by the links across the parts.
///
/// `parts` says of each item to which part it belongs. Pairs inside a part say nothing: they count in no average, and their
/// links are passed over. Two items of one part still meet in a group where those of other parts join them. All else is as
/// for [`clusters`].
///
/// ```
/// use corroborate::cluster::clusters_across;
///
/// // Items 0 and 1 stand in one report and both link to item 2 of another.
/// assert_eq!(clusters_across(&[7, 7, 8], &[(0, 2, 0.9), (1, 2, 0.8)], &[], 0.5), [[0, 1, 2]]);
/// ```
#[must_use]
pub fn clusters_across(
    parts: &[u32],
    links: &[(usize, usize, f32)],
    cannot: &[(usize, usize)],
    threshold: f32,
) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(parts, links, cannot);
    groups.join(f64::from(threshold).max(1.0 / ONE));
    groups.lists()
}

/// A pair of groups that may be joined: its average, and the first members of both.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pair {
    average: f64,
    first: usize,
    second: usize,
    sizes: (u32, u32),
}

impl Eq for Pair {}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        let smaller_first = (other.first, other.second).cmp(&(self.first, self.second));
        self.average.total_cmp(&other.average).then(smaller_first).then(self.sizes.cmp(&other.sizes))
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Groups while they grow; each goes by the number of its first member.
struct Groups {
    members: Vec<Vec<usize>>,
    /// How many members a group has of each part, by part.
    parts: Vec<Vec<(u32, u32)>>,
    /// The scores between two groups, best first, by their numbers, the smaller first.
    scores: Map<(usize, usize), Vec<u32>>,
    /// The groups that a group has links to.
    near: Vec<Set<usize>>,
    apart: Vec<Set<usize>>,
    heap: BinaryHeap<Pair>,
}

impl Groups {
    fn new(parts: &[u32], links: &[(usize, usize, f32)], cannot: &[(usize, usize)]) -> Self {
        let n = parts.len();
        let mut scores: Map<(usize, usize), Vec<u32>> = Map::default();
        let mut near: Vec<Set<usize>> = vec![Set::default(); n];
        for &(a, b, score) in links {
            if a < n && b < n && parts[a] != parts[b] && score > 0.0 {
                let whole = (f64::from(score.min(1.0)) * ONE) as u32;
                let known = scores.entry((a.min(b), a.max(b))).or_insert_with(|| vec![0]);
                known[0] = whole.max(known[0]);
                near[a].insert(b);
                near[b].insert(a);
            }
        }
        let mut apart: Vec<Set<usize>> = vec![Set::default(); n];
        for &(a, b) in cannot {
            if a != b && a < n && b < n {
                apart[a].insert(b);
                apart[b].insert(a);
            }
        }
        let members = (0..n).map(|i| vec![i]).collect();
        let parts = parts.iter().map(|&p| vec![(p, 1)]).collect();
        Self { members, parts, scores, near, apart, heap: BinaryHeap::new() }
    }

    fn pair(&self, a: usize, b: usize) -> Pair {
        let (first, second) = (a.min(b), a.max(b));
        let scores = self.scores.get(&(first, second)).map_or(&[][..], Vec::as_slice);
        let sizes = (self.members[first].len(), self.members[second].len());
        let across = (sizes.0 * sizes.1).saturating_sub(self.within(first, second));
        let half = across.div_ceil(2).max(1);
        let sum: u64 = scores.iter().take(half).map(|&s| u64::from(s)).sum();
        let average = sum as f64 / ONE / half as f64;
        Pair { average, first, second, sizes: (sizes.0 as u32, sizes.1 as u32) }
    }

    /// How many pairs between two groups are inside a part.
    fn within(&self, a: usize, b: usize) -> usize {
        let (x, y) = (&self.parts[a], &self.parts[b]);
        let (mut i, mut j, mut pairs) = (0, 0, 0);
        while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
            if p.0 == q.0 {
                pairs += (p.1 * q.1) as usize;
            }
            (i, j) = (i + usize::from(p.0 <= q.0), j + usize::from(q.0 <= p.0));
        }
        pairs
    }

    fn join(&mut self, threshold: f64) {
        for &(a, b) in self.scores.keys() {
            let pair = self.pair(a, b);
            if pair.average >= threshold && !self.apart[a].contains(&b) {
                self.heap.push(pair);
            }
        }
        while let Some(pair) = self.heap.pop() {
            // A pair is stale once one of its groups has grown or gone.
            let now = |g: usize| self.members[g].len() as u32;
            if (now(pair.first), now(pair.second)) != pair.sizes
                || self.apart[pair.first].contains(&pair.second)
            {
                continue;
            }
            self.merge(pair.first, pair.second);
            let grown = pair.first;
            for &other in &self.near[grown] {
                let pair = self.pair(grown, other);
                if pair.average >= threshold && !self.apart[grown].contains(&other) {
                    self.heap.push(pair);
                }
            }
        }
    }

    /// Adds group `b` to group `a`.
    fn merge(&mut self, a: usize, b: usize) {
        let moved = core::mem::take(&mut self.members[b]);
        self.members[a].extend(moved);
        let moved = core::mem::take(&mut self.parts[b]);
        for (part, count) in moved {
            match self.parts[a].binary_search_by_key(&part, |p| p.0) {
                Ok(i) => self.parts[a][i].1 += count,
                Err(i) => self.parts[a].insert(i, (part, count)),
            }
        }
        for other in core::mem::take(&mut self.near[b]) {
            self.near[other].remove(&b);
            let moved = self.scores.remove(&(b.min(other), b.max(other))).unwrap_or_default();
            if other != a {
                self.near[other].insert(a);
                self.near[a].insert(other);
                merge_sorted(self.scores.entry((a.min(other), a.max(other))).or_default(), moved);
            }
        }
        for other in core::mem::take(&mut self.apart[b]) {
            self.apart[other].remove(&b);
            self.apart[other].insert(a);
            self.apart[a].insert(other);
        }
    }

    fn lists(self) -> Vec<Vec<usize>> {
        let mut out: Vec<Vec<usize>> = self.members.into_iter().filter(|m| !m.is_empty()).collect();
        for members in &mut out {
            members.sort_unstable();
        }
        out.sort_unstable();
        out
    }
}

/// Adds numbers to a list, both falling.
fn merge_sorted(list: &mut Vec<u32>, more: Vec<u32>) {
    if list.is_empty() {
        *list = more;
        return;
    }
    list.extend(more);
    // Two runs that fall: the stable sort merges them in one pass.
    list.sort_by(|x, y| y.cmp(x));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_what_is_alike_on_average() {
        let links = [(0, 1, 0.9), (2, 3, 0.8), (0, 2, 0.7), (1, 2, 0.6), (0, 3, 0.6), (1, 3, 0.5)];
        assert_eq!(clusters(4, &links, &[], 0.5), [vec![0, 1, 2, 3]]);
        assert_eq!(clusters(4, &links, &[], 0.7), [vec![0, 1], vec![2, 3]]);
        assert_eq!(clusters(4, &links, &[(1, 3)], 0.5), [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn passes_over_links_that_say_nothing() {
        let links = [(0, 0, 1.0), (0, 7, 1.0), (0, 1, f32::NAN), (1, 0, -1.0), (0, 1, 0.2), (1, 0, 0.6)];
        assert_eq!(clusters(2, &links, &[(0, 0), (0, 9)], 0.5), [[0, 1]]);
        assert!(clusters(0, &[], &[], 0.5).is_empty());
    }
}
