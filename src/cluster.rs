//! From links to groups: which items belong together, when links between pairs are uncertain.
//!
//! This module knows no text, only numbers of items and scores of pairs. Components of the link graph chain: `A` like
//! `B` and `B` like `C` says little of `A` and `C`. So groups are built from single items by **average linkage over the
//! better half**: the two groups whose better half of pairs scores highest on average are joined, until no two groups
//! reach the threshold. A pair without a link counts as score 0, and two groups with a forbidden pair between them are
//! never joined. The average over all pairs breaks a group up over one wording that is told in other words; the best
//! pair alone chains; half of the pairs has to agree. And two groups that hold together much better than they hold to
//! each other are two, however low the threshold.

use std::collections::BinaryHeap;

/// Scores as whole numbers, so that a sum is the same in any order.
const ONE: f64 = (1_u32 << 24) as f64;

/// How close two groups of several members each have to be, measured by how close their members are among themselves.
const RELATIVE: f64 = 0.5;

/// Groups `n` items, numbered from 0, by the `links` between them.
///
/// A link is two items and how surely they belong together, in 0..=1; links of an item to itself, to an item that is not
/// there, or of a score that is no number are passed over, and of two links between the same items the higher counts. No
/// group holds both items of a pair in `cannot`. Groups are joined while the average score of the better half of the pairs
/// between them, missing links counting 0, is at least `threshold`, and, where both have several members, at least
/// half of what their members score among themselves (the geometric mean of the two groups' averages).
///
/// Every item is in exactly one group. Members rise, and so do the groups' first members. The order of the links makes no
/// difference. Where averages tie, the groups with the smaller first members are joined first: number the items in an order of
/// their own (such as report and place) to make groups independent of the order they came in.
///
/// Average linkage goes back to Sokal and Michener, 1958 (UPGMA), closeness relative to that inside the groups to Karypis, Han
/// and Kumar, 1999 (CHAMELEON). No average reaches the threshold without a link that does, so
/// only links inside the components of such links are looked at. Time is near n + links × log(links) while groups are small
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
    let threshold = f64::from(threshold).max(1.0 / ONE);
    let mut groups = Groups::new(parts, links, cannot, threshold);
    groups.join(threshold);
    groups.lists()
}

/// A pair of groups that may be joined: its average, and the first members of both.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Pair {
    average: f64,
    first: u32,
    second: u32,
    sizes: (u32, u32),
}

impl Eq for Pair {}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        let smaller_first = || (other.first, other.second).cmp(&(self.first, self.second));
        let averages = self.average.total_cmp(&other.average);
        averages.then_with(smaller_first).then_with(|| self.sizes.cmp(&other.sizes))
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The least score that reaches the threshold, as a whole number.
fn least(threshold: f64) -> u32 {
    (threshold * ONE).ceil() as u32
}

/// For each item a list, one after the other in one vector.
struct Lists<T> {
    starts: Vec<u32>,
    entries: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    /// Lists of `n` items, from what belongs to which, in that order.
    fn new(n: usize, entries: impl Iterator<Item = (u32, T)> + Clone) -> Self {
        let mut starts = vec![0_u32; n + 1];
        for (item, _) in entries.clone() {
            starts[item as usize + 1] += 1;
        }
        for i in 0..n {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut lists = Self { entries: vec![T::default(); starts[n] as usize], starts };
        for (item, entry) in entries {
            let at = &mut next[item as usize];
            lists.entries[*at as usize] = entry;
            *at += 1;
        }
        lists
    }

    fn of(&self, item: u32) -> &[T] {
        &self.entries[self.starts[item as usize] as usize..self.starts[item as usize + 1] as usize]
    }
}

/// Groups while they grow; each goes by the number of its first member.
struct Groups<'p> {
    parts: &'p [u32],
    /// The links of each item: to which other, with what score.
    links: Lists<(u32, u32)>,
    /// The items that each must stay apart from.
    apart: Lists<u32>,
    group_of: Vec<u32>,
    /// The members of groups of two or more; empty for others.
    members: Vec<Vec<u32>>,
    /// How many members such a group has of each part, by part.
    shares: Vec<Vec<(u32, u32)>>,
    /// The sum of the scores inside each group, and of how many pairs.
    inside: Vec<(u64, u64)>,
    heap: BinaryHeap<Pair>,
    room: Room,
}

/// Room to work in.
#[derive(Default)]
struct Room {
    /// The best score that each group has with the one that is weighed; 0 where they must stay apart.
    best: Vec<u32>,
    touched: Vec<u32>,
    /// The scores with other groups: by group, then the best first, as one number.
    near: Vec<u64>,
}

/// The first item of the component of `item`.
fn root(of: &mut [u32], mut item: u32) -> u32 {
    while of[item as usize] != item {
        of[item as usize] = of[of[item as usize] as usize];
        item = of[item as usize];
    }
    item
}

impl<'p> Groups<'p> {
    fn new(
        parts: &'p [u32],
        links: &[(usize, usize, f32)],
        cannot: &[(usize, usize)],
        threshold: f64,
    ) -> Self {
        let n = parts.len();
        let valid = links.iter().filter_map(|&(a, b, score)| {
            let across = a < n && b < n && parts[a] != parts[b] && score > 0.0;
            let whole = (f64::from(score.min(1.0)) * ONE) as u32;
            across.then_some((a.min(b) as u32, a.max(b) as u32, whole))
        });
        let mut component: Vec<u32> = (0..n as u32).collect();
        for (a, b, _) in valid.clone().filter(|l| f64::from(l.2) / ONE >= threshold) {
            let (x, y) = (root(&mut component, a), root(&mut component, b));
            component[x.max(y) as usize] = x.min(y);
        }
        let mut kept: Vec<(u32, u32, u32)> =
            valid.filter(|l| root(&mut component, l.0) == root(&mut component, l.1)).collect();
        // The best of the links between two items stands first. Links that come in this order are not moved.
        kept.sort_unstable_by_key(|&(a, b, whole)| (b, a, core::cmp::Reverse(whole)));
        kept.dedup_by_key(|&mut (a, b, _)| (a, b));
        let both = kept.iter().flat_map(|&(a, b, whole)| [(a, (b, whole)), (b, (a, whole))]);
        let valid = cannot.iter().filter(|&&(a, b)| a != b && a < n && b < n);
        let apart = valid.flat_map(|&(a, b)| [(a as u32, b as u32), (b as u32, a as u32)]);
        Self {
            parts,
            links: Lists::new(n, both),
            apart: Lists::new(n, apart),
            group_of: (0..n as u32).collect(),
            members: vec![Vec::new(); n],
            shares: vec![Vec::new(); n],
            inside: vec![(0, 0); n],
            heap: BinaryHeap::new(),
            room: Room { best: vec![0; n], ..Room::default() },
        }
    }

    fn members<'g>(&'g self, group: &'g u32) -> &'g [u32] {
        let members = &self.members[*group as usize];
        if members.is_empty() { core::slice::from_ref(group) } else { members }
    }

    fn size(&self, group: u32) -> u32 {
        self.members[group as usize].len().max(1) as u32
    }

    /// How many pairs there are between two groups, those inside a part left out.
    fn across(&self, a: u32, b: u32) -> usize {
        (self.size(a) as usize * self.size(b) as usize).saturating_sub(self.within(a, b))
    }

    /// How alike the members of a group are on average; 0 for a single one.
    fn cohesion(&self, group: u32) -> f64 {
        let (sum, pairs) = self.inside[group as usize];
        sum as f64 / ONE / pairs.max(1) as f64
    }

    /// The pair of two groups, by the scores between them, best first.
    fn pair(&self, a: u32, b: u32, scores: impl Iterator<Item = u32>) -> Pair {
        let (first, second) = (a.min(b), a.max(b));
        let sizes = (self.size(first), self.size(second));
        let across = self.across(first, second);
        let half = across.div_ceil(2).max(1);
        let sum: u64 = scores.take(half).map(u64::from).sum();
        Pair { average: sum as f64 / ONE / half as f64, first, second, sizes }
    }

    /// How many pairs between two groups are inside a part.
    fn within(&self, a: u32, b: u32) -> usize {
        let single = |g: u32| [(self.parts[g as usize], 1)];
        let (of_a, of_b) = (single(a), single(b));
        let shares = |g: u32| &self.shares[g as usize][..];
        let x = if shares(a).is_empty() { &of_a } else { shares(a) };
        let y = if shares(b).is_empty() { &of_b } else { shares(b) };
        let (mut i, mut j, mut pairs) = (0, 0, 0);
        while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
            if p.0 == q.0 {
                pairs += p.1 as usize * q.1 as usize;
            }
            (i, j) = (i + usize::from(p.0 <= q.0), j + usize::from(q.0 <= p.0));
        }
        pairs
    }

    fn join(&mut self, threshold: f64) {
        let least = least(threshold);
        // Most pairs are there from the start: sorted once, they need no heap. The smaller ones come last, and stay so where scores tie.
        let mut pairs: Vec<(u32, u32, u32)> = Vec::new();
        for a in (0..self.parts.len() as u32).rev() {
            let likely = self.links.of(a).iter().rev().filter(|l| l.0 > a && l.1 >= least);
            let apart = self.apart.of(a);
            pairs.extend(likely.filter(|l| !apart.contains(&l.0)).map(|&(b, whole)| (whole, a, b)));
        }
        pairs.sort_by_key(|pair| pair.0);
        loop {
            let single = pairs.last().map(|&(whole, first, second)| {
                let average = f64::from(whole) / ONE;
                Pair { average, first, second, sizes: (1, 1) }
            });
            let grown = match (&single, self.heap.peek()) {
                (Some(pair), Some(top)) => pair < top,
                (pair, _) => pair.is_none(),
            };
            let next = if grown { self.heap.pop() } else { pairs.pop().and(single) };
            let Some(pair) = next else { break };
            // A pair is stale once one of its groups has grown or gone.
            let now = |g: u32| if self.group_of[g as usize] == g { self.size(g) } else { 0 };
            if (now(pair.first), now(pair.second)) != pair.sizes {
                continue;
            }
            self.merge(pair.first, pair.second);
            let mut room = core::mem::take(&mut self.room);
            self.weigh(pair.first, threshold, &mut room);
            self.room = room;
        }
    }

    /// Adds group `b` to group `a`.
    fn merge(&mut self, a: u32, b: u32) {
        let mut moved = self.members(&b).to_vec();
        let between = moved.iter().flat_map(|&item| self.links.of(item));
        let between =
            between.filter(|l| self.group_of[l.0 as usize] == a).map(|l| u64::from(l.1)).sum::<u64>();
        let of_b = self.inside[b as usize];
        let pairs = self.across(a, b) as u64;
        let inside = &mut self.inside[a as usize];
        *inside = (inside.0 + of_b.0 + between, inside.1 + of_b.1 + pairs);
        let shares = core::mem::take(&mut self.shares[b as usize]);
        self.members[b as usize] = Vec::new();
        for &item in &moved {
            self.group_of[item as usize] = a;
        }
        let into = &mut self.members[a as usize];
        if into.is_empty() {
            into.push(a);
            self.shares[a as usize].push((self.parts[a as usize], 1));
        }
        into.append(&mut moved);
        let single = [(self.parts[b as usize], 1)];
        let into = &mut self.shares[a as usize];
        for &(part, count) in if shares.is_empty() { &single[..] } else { &shares } {
            match into.binary_search_by_key(&part, |p| p.0) {
                Ok(i) => into[i].1 += count,
                Err(i) => into.insert(i, (part, count)),
            }
        }
    }

    /// Weighs a group that has grown against those it has links to.
    fn weigh(&mut self, grown: u32, threshold: f64, Room { best, touched, near }: &mut Room) {
        near.clear();
        let members = self.members(&grown);
        for &item in members {
            for &(other, whole) in self.links.of(item) {
                let group = self.group_of[other as usize];
                let best = &mut best[group as usize];
                if *best == 0 {
                    touched.push(group);
                }
                *best = whole.max(*best);
            }
        }
        best[grown as usize] = 0;
        for &item in members {
            for &other in self.apart.of(item) {
                best[self.group_of[other as usize] as usize] = 0;
            }
        }
        // No average is above the best score.
        let least = least(threshold);
        if touched.iter().any(|&group| best[group as usize] >= least) {
            for &item in members {
                for &(other, whole) in self.links.of(item) {
                    let group = self.group_of[other as usize];
                    if best[group as usize] >= least {
                        near.push(u64::from(group) << 32 | u64::from(!whole));
                    }
                }
            }
        }
        touched.drain(..).for_each(|group| best[group as usize] = 0);
        near.sort_unstable();
        for scores in near.chunk_by(|x, y| x >> 32 == y >> 32) {
            let Some(&first) = scores.first() else { continue };
            let other = (first >> 32) as u32;
            let pair = self.pair(grown, other, scores.iter().map(|&s| !(s as u32)));
            let least = threshold.max(RELATIVE * (self.cohesion(grown) * self.cohesion(other)).sqrt());
            if pair.average >= least {
                self.heap.push(pair);
            }
        }
    }

    fn lists(self) -> Vec<Vec<usize>> {
        let mut out = Vec::new();
        for (item, (&group, members)) in self.group_of.iter().zip(&self.members).enumerate() {
            if group as usize == item {
                let mut list: Vec<usize> = members.iter().map(|&m| m as usize).collect();
                if list.is_empty() {
                    list.push(item);
                }
                list.sort_unstable();
                out.push(list);
            }
        }
        out
    }
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
    fn keeps_two_close_groups_apart() {
        let close = [(0, 1, 0.9), (2, 3, 0.8)];
        let between = [(0, 2), (0, 3), (1, 2), (1, 3)];
        let joined = |score: f32| {
            let links: Vec<_> = close.into_iter().chain(between.map(|(a, b)| (a, b, score))).collect();
            clusters(4, &links, &[], 0.1).len() == 1
        };
        assert!(!joined(0.3));
        assert!(joined(0.5));
        // One item alone has no closeness of its own to be measured by.
        assert_eq!(clusters(3, &[(0, 1, 0.9), (1, 2, 0.2), (0, 2, 0.2)], &[], 0.1), [[0, 1, 2]]);
    }

    #[test]
    fn passes_over_links_that_say_nothing() {
        let links = [(0, 0, 1.0), (0, 7, 1.0), (0, 1, f32::NAN), (1, 0, -1.0), (0, 1, 0.2), (1, 0, 0.6)];
        assert_eq!(clusters(2, &links, &[(0, 0), (0, 9)], 0.5), [[0, 1]]);
        assert!(clusters(0, &[], &[], 0.5).is_empty());
    }
}
