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
}

impl Order {
    /// Fills the matrix.
    pub(crate) fn fill(&mut self, a: &Features<'_>, b: &Features<'_>) {
        self.blocks = a.sequence.len().clamp(1, MOST).div_ceil(64);
        self.rows.clear();
        self.rows.resize(b.sequence.len().min(MOST) * self.blocks, 0);
        let key = |f: &Features<'_>, at: u16| f.sequence.get(usize::from(at)).copied();
        let (mut i, mut j) = (0, 0);
        while let (Some(&p), Some(&q)) = (a.order.get(i), b.order.get(j)) {
            let (x, y) = (key(a, p), key(b, q));
            if x == y {
                self.row.clear();
                self.row.resize(self.blocks, 0);
                while let Some(&p) = a.order.get(i).filter(|&&p| key(a, p) == x) {
                    if let Some(bits) = self.row.get_mut(usize::from(p) / 64) {
                        *bits |= 1 << (p % 64);
                    }
                    i += 1;
                }
                while let Some(&q) = b.order.get(j).filter(|&&q| key(b, q) == x) {
                    let from = usize::from(q) * self.blocks;
                    if let Some(row) = self.rows.get_mut(from..from + self.blocks) {
                        row.copy_from_slice(&self.row);
                    }
                    j += 1;
                }
            } else {
                i += usize::from(x < y);
                j += usize::from(y < x);
            }
        }
    }

    /// The length of the longest common subsequence.
    pub(crate) fn subsequence(&mut self) -> usize {
        // A word of a that ends a longer subsequence than the one before it has no bit here.
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
        let (n, blocks) = (self.rows.len() / self.blocks.max(1), self.blocks);
        self.runs.clear();
        self.runs.extend_from_slice(&self.rows);
        let mut length = usize::from(self.runs.iter().any(|&bits| bits != 0));
        let mut pairs = 0;
        while length > 0 {
            // A bit stays where the passage that ends there is one word longer than the last time.
            self.row.clear();
            self.row.resize(blocks, 0);
            for j in (0..n).rev() {
                for k in (0..blocks).rev() {
                    let at = j * blocks + k;
                    if self.runs[at] == 0 {
                        continue;
                    }
                    let mut before = 0;
                    if j > 0 {
                        before = self.runs[at - blocks] << 1;
                        if k > 0 {
                            before |= self.runs[at - blocks - 1] >> 63;
                        }
                    }
                    let longer = self.rows[at] & before;
                    self.runs[at] = longer;
                    self.row[k] |= longer;
                }
            }
            if self.row.iter().all(|&bits| bits == 0) {
                break;
            }
            if length == 1 {
                pairs = self.row.iter().map(|bits| bits.count_ones() as usize).sum();
            }
            length += 1;
        }
        (length, pairs)
    }

    /// The words that stand in each other's place: other words between two that both have.
    pub(crate) fn exchanged<'f>(
        &'f self,
        a: &'f Features<'_>,
        b: &'f Features<'_>,
    ) -> impl Iterator<Item = (Key, Key)> + 'f {
        let rows: Vec<&[u64]> = self.rows.chunks_exact(self.blocks.max(1)).collect();
        let ahead = |row: &[u64], k: usize, by: u32| {
            row[k] >> by | row.get(k + 1).map_or(0, |next| next << (64 - by))
        };
        let mut found = Vec::new();
        for (j, around) in rows.windows(3).enumerate() {
            for k in 0..self.blocks {
                let mut bits = around[0][k] & ahead(around[2], k, 2) & !ahead(around[1], k, 1);
                while bits != 0 {
                    let i = 64 * k + bits.trailing_zeros() as usize;
                    bits &= bits - 1;
                    found.push((i + 1, j + 1));
                }
            }
        }
        found.into_iter().filter_map(|(i, j)| Some((*a.sequence.get(i)?, *b.sequence.get(j)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two texts with their places by words.
    struct Texts<'t>([(&'t [Key], Vec<u16>); 2]);

    impl<'t> Texts<'t> {
        fn new(a: &'t [Key], b: &'t [Key]) -> Self {
            Self([a, b].map(|words| {
                let mut order: Vec<u16> = (0..words.len() as u16).collect();
                order.sort_by_key(|&at| (words[usize::from(at)], at));
                (words, order)
            }))
        }

        fn features(&self) -> [Features<'_>; 2] {
            [0, 1].map(|i| Features { sequence: self.0[i].0, order: &self.0[i].1, ..Features::default() })
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
