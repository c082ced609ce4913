//! Which places of two mentions hold the same word: a bit matrix, and what follows in it on what.
//!
//! A row for each word of `b` has a bit for each word of `a` that is the same. The longest common subsequence is then found a
//! row at a time (Hyyrö, 2004: bit-parallel LCS), and so are the passages both have: 64 words of `a` go at once.

use super::{features::Features, knowledge::Key};

/// Words of a mention whose order is looked at; mentions that people write are shorter.
const MOST: usize = 448;

/// Where two mentions hold the same word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    /// Row by row, `blocks` numbers each.
    rows: Vec<u64>,
    blocks: usize,
    /// One row, and all rows again, while they are worked on.
    row: Vec<u64>,
    runs: Vec<u64>,
    /// Where mentions are of one block: the passages that are as long as asked, by the row they end in.
    ends: Vec<(u32, u64)>,
}

impl Order {
    /// Fills the matrix.
    pub(crate) fn fill(&mut self, a: &Features<'_>, b: &Features<'_>) {
        self.blocks = a.sorted.len().clamp(1, MOST).div_ceil(64);
        self.rows.clear();
        self.rows.resize(b.sorted.len().min(MOST) * self.blocks, 0);
        if self.blocks == 1 {
            self.fill_block(a, b);
            return;
        }
        let (mut i, mut j) = (0, 0);
        while let (Some(&x), Some(&y)) = (a.sorted.get(i), b.sorted.get(j)) {
            if x != y {
                (i, j) = (i + usize::from(x < y), j + usize::from(y < x));
                continue;
            }
            let run = |of: &[Key], from: usize| of[from..].iter().take_while(|k| **k == x).count();
            let (of_a, of_b) = (i..i + run(a.sorted, i), j..j + run(b.sorted, j));
            (i, j) = (of_a.end, of_b.end);
            for k in 0..self.blocks {
                let mut bits = 0;
                for &p in &a.order[of_a.clone()] {
                    bits |= u64::from(usize::from(p) / 64 == k) << (p % 64);
                }
                for &q in &b.order[of_b.clone()] {
                    if let Some(row) = self.rows.get_mut(usize::from(q) * self.blocks + k) {
                        *row = bits;
                    }
                }
            }
        }
    }

    /// The same where a row is one block, as most are.
    fn fill_block(&mut self, a: &Features<'_>, b: &Features<'_>) {
        let (mut i, mut j) = (0, 0);
        while let (Some(&x), Some(&y)) = (a.sorted.get(i), b.sorted.get(j)) {
            if x != y {
                (i, j) = (i + usize::from(x < y), j + usize::from(y < x));
                continue;
            }
            let mut bits = 0_u64;
            while let Some(place) = a.order.get(i).filter(|_| a.sorted.get(i) == Some(&x)) {
                bits |= 1 << (place % 64);
                i += 1;
            }
            while let Some(place) = b.order.get(j).filter(|_| b.sorted.get(j) == Some(&x)) {
                if let Some(row) = self.rows.get_mut(usize::from(*place)) {
                    *row = bits;
                }
                j += 1;
            }
        }
    }

    /// The length of the longest common subsequence.
    pub(crate) fn subsequence(&mut self) -> usize {
        // A word of a that ends a longer subsequence than the one before it has no bit here.
        if self.blocks == 1 {
            let longer = |bits: u64, same: &u64| bits.wrapping_add(bits & same) | bits & !same;
            return self.rows.iter().fold(u64::MAX, longer).count_zeros() as usize;
        }
        self.row.clear();
        self.row.resize(self.blocks, u64::MAX);
        for row in self.rows.chunks_exact(self.blocks) {
            let mut carry = false;
            for (bits, &same) in self.row.iter_mut().zip(row) {
                let (sum, over) = bits.overflowing_add(*bits & same);
                let (sum, again) = sum.overflowing_add(u64::from(carry));
                carry = over || again;
                *bits = sum | *bits & !same;
            }
        }
        self.row.iter().map(|bits| bits.count_zeros() as usize).sum()
    }

    /// The length of the longest passage that both have, and how many words of a follow in b on the word they follow in a.
    pub(crate) fn passage(&mut self) -> (usize, usize) {
        if self.blocks == 1 {
            return self.passage_in_block();
        }
        if self.rows.iter().all(|&bits| bits == 0) {
            return (0, 0);
        }
        self.runs.clear();
        self.runs.extend_from_slice(&self.rows);
        let (mut length, mut pairs) = (1, 0);
        // A bit stays where the passage that ends there is one word longer than the last time.
        while self.lengthen_blocks() {
            if length == 1 {
                pairs = self.row.iter().map(|bits| bits.count_ones() as usize).sum();
            }
            length += 1;
        }
        (length, pairs)
    }

    /// The same where a row is one block: only the rows in which a passage ends are looked at again.
    fn passage_in_block(&mut self) -> (usize, usize) {
        let Self { rows, ends, .. } = self;
        ends.clear();
        let (mut before, mut any, mut all) = (0, 0, 0);
        for (row, &bits) in (0..).zip(rows.iter()) {
            let longer = bits & (before << 1);
            if longer != 0 {
                ends.push((row, longer));
            }
            (before, any, all) = (bits, any | bits, all | longer);
        }
        if any == 0 {
            return (0, 0);
        }
        let mut length = 1;
        while !ends.is_empty() {
            length += 1;
            ends.retain_mut(|(row, bits)| {
                *row += 1;
                *bits = rows.get(*row as usize).copied().unwrap_or_default() & (*bits << 1);
                *bits != 0
            });
        }
        (length, all.count_ones() as usize)
    }

    /// The same for rows of any length.
    fn lengthen_blocks(&mut self) -> bool {
        let blocks = self.blocks;
        self.row.clear();
        self.row.resize(blocks, 0);
        for at in (0..self.runs.len()).rev() {
            if self.runs[at] == 0 {
                continue;
            }
            let k = at % blocks;
            let mut before = 0;
            if at >= blocks {
                before = self.runs[at - blocks] << 1;
                if k > 0 {
                    before |= self.runs[at - blocks - 1] >> 63;
                }
            }
            let longer = self.rows[at] & before;
            self.runs[at] = longer;
            self.row[k] |= longer;
        }
        self.row.iter().any(|&bits| bits != 0)
    }

    /// The words that stand in each other's place: other words between two that both have.
    pub(crate) fn exchanged<'f>(
        &'f self,
        a: &'f Features<'_>,
        b: &'f Features<'_>,
    ) -> impl Iterator<Item = (Key, Key)> + 'f {
        let (n, blocks) = (self.rows.len() / self.blocks.max(1), self.blocks);
        let bits = move |j: usize, k: usize, by: u32| {
            let at = j * blocks + k;
            let row = self.rows.get(at).map_or(0, |row| row >> by);
            let next = if k + 1 < blocks && by > 0 { self.rows.get(at + 1) } else { None };
            row | next.map_or(0, |next| next << (64 - by))
        };
        let (mut at, mut left, mut place) = (0, 0, (0, 0));
        core::iter::from_fn(move || {
            loop {
                while left != 0 {
                    let i = 64 * place.1 + u64::trailing_zeros(left) as usize;
                    left &= left - 1;
                    if let (Some(x), Some(y)) = (a.word_at(i + 1), b.word_at(place.0 + 1)) {
                        return Some((x, y));
                    }
                }
                if at >= n.saturating_sub(2) * blocks {
                    return None;
                }
                (place, left) = if let (1, Some(&[x, y, z])) = (blocks, self.rows.get(at..at + 3)) {
                    ((at, 0), x & z >> 2 & !(y >> 1))
                } else {
                    let (j, k) = (at / blocks, at % blocks);
                    ((j, k), bits(j, k, 0) & bits(j + 2, k, 2) & !bits(j + 1, k, 1))
                };
                at += 1;
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two texts, each as its words, sorted, and their places.
    struct Texts([(Vec<Key>, Vec<u16>); 2]);

    impl Texts {
        fn new(a: &[Key], b: &[Key]) -> Self {
            Self([a, b].map(|words| {
                let mut order: Vec<u16> = (0..words.len() as u16).collect();
                order.sort_by_key(|&at| (words[usize::from(at)], at));
                (order.iter().map(|&at| words[usize::from(at)]).collect(), order)
            }))
        }

        fn features(&self) -> [Features<'_>; 2] {
            [0, 1].map(|i| Features { sorted: &self.0[i].0, order: &self.0[i].1, ..Features::default() })
        }
    }

    fn all(a: &[Key], b: &[Key]) -> (usize, usize, usize) {
        let mut order = Order::default();
        let texts = Texts::new(a, b);
        let [a, b] = texts.features();
        order.fill(&a, &b);
        let subsequence = order.subsequence();
        let (passage, pairs) = order.passage();
        (subsequence, passage, pairs)
    }

    #[test]
    fn finds_what_follows_on_what() {
        assert_eq!(all(&[1, 2, 3, 4, 5], &[1, 2, 9, 3, 4, 5]), (5, 3, 3));
        assert_eq!(all(&[1, 2, 3], &[3, 2, 1]), (1, 1, 0));
        assert_eq!(all(&[7, 1, 7, 2], &[7, 2, 7, 1]), (2, 2, 2));
        assert_eq!(all(&[1], &[2]), (0, 0, 0));
        assert_eq!(all(&[], &[]), (0, 0, 0));
    }

    #[test]
    fn carries_over_blocks_of_words() {
        let long: Vec<Key> = (0..200).collect();
        assert_eq!(all(&long, &long), (200, 200, 199));
        let odd: Vec<Key> = (0..200).filter(|k| k % 2 == 1).collect();
        assert_eq!(all(&odd, &long), (100, 1, 0));
        let mut other = long.clone();
        other[63] = 1_000;
        let texts = Texts::new(&long, &other);
        let [a, b] = texts.features();
        let mut order = Order::default();
        order.fill(&a, &b);
        assert_eq!(order.exchanged(&a, &b).collect::<Vec<_>>(), [(63, 1_000)]);
    }
}
