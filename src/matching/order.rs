//! Which places of two mentions hold the same word, and what follows there on what: as bits.
//!
//! The words of the mention that others are compared with are put in a table once, each with a bit for every place it stands
//! at. The other mention then is a row of such bits for each of its words, in the order of its text. The longest common
//! subsequence is found a row at a time (Hyyrö, 2004: bit-parallel LCS), and so are the passages both have: 64 words of a mention go at once.

use super::{knowledge::Key, places::ones, slots::Slots};

/// Words of a mention whose order is looked at; mentions that people write are shorter.
const MOST: usize = 448;

/// What two mentions have in common as to the order of their words.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Shared {
    /// Length of the longest common subsequence.
    pub(crate) subsequence: usize,
    /// Length of the longest passage that both have word for word.
    pub(crate) passage: usize,
}

/// Where two mentions hold the same word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Order {
    taken: Taken,
    /// A row for each word of the other mention, `blocks` numbers each.
    rows: Vec<u64>,
    /// For longer mentions: one row, and all rows again, while they are worked on.
    row: Vec<u64>,
    runs: Vec<u64>,
    /// For others: the passages that end at the last word, by their length less two. Those after a 0 are of earlier words.
    passages: Vec<u64>,
}

/// The words of a mention by key.
#[derive(Clone, Debug, Default)]
struct Taken {
    /// By key: the last of the words with such a key.
    slots: Slots,
    /// Each word once, from 1 on.
    words: Vec<Entry>,
    /// The further places of each word, `blocks` less one numbers each.
    further: Vec<u64>,
    blocks: usize,
}

/// A word of the mention that was taken.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    key: Key,
    /// The next word of the same slot; 0 where there is none.
    next: u16,
    /// Its places among the first 64 words.
    places: u64,
}

impl Taken {
    fn take(&mut self, keys: &[Key]) {
        self.slots.clear();
        self.blocks = keys.len().clamp(1, MOST).div_ceil(64);
        self.words.clear();
        // What stands nowhere.
        self.words.push(Entry::default());
        for (place, &key) in keys.iter().take(MOST).enumerate() {
            let mut word = self.number(key);
            if word == 0 {
                word = self.words.len();
                self.words.push(Entry { key, next: self.slots.get(key), places: 0 });
                self.slots.set(key, word as u16);
            }
            if place < 64 {
                self.words[word].places |= 1 << place;
            }
        }
        self.further.clear();
        if self.blocks == 1 {
            return;
        }
        let further = self.blocks - 1;
        self.further.resize(self.words.len() * further, 0);
        for (place, &key) in keys.iter().take(MOST).enumerate().skip(64) {
            let word = self.number(key);
            self.further[word * further + place / 64 - 1] |= 1 << (place % 64);
        }
    }

    /// The number of a word; 0 where the mention does not have it.
    fn number(&self, key: Key) -> usize {
        let mut word = usize::from(self.slots.get(key));
        while word != 0 && self.words[word].key != key {
            word = usize::from(self.words[word].next);
        }
        word
    }

    /// The places of a word among the first 64.
    #[inline]
    fn places(&self, key: Key) -> u64 {
        let mut word = &self.words[usize::from(self.slots.get(key))];
        // Slots are mostly of one word.
        while word.key != key && word.next != 0 {
            word = &self.words[usize::from(word.next)];
        }
        if word.key == key { word.places } else { 0 }
    }
}

impl Order {
    /// Gets ready to compare others with a mention of these words, in the order of its text.
    pub(crate) fn take(&mut self, keys: &[Key]) {
        self.taken.take(keys);
    }

    /// Lays the words of another mention beside those of the one that was taken.
    pub(crate) fn compare(&mut self, other: &[Key]) -> Shared {
        let other = &other[..other.len().min(MOST)];
        self.rows.clear();
        if self.taken.words.is_empty() {
            return Shared::default();
        }
        if self.taken.blocks == 1 { self.compare_block(other) } else { self.compare_blocks(other) }
    }

    /// Where all words of the mention that was taken go into one number, as they mostly do.
    fn compare_block(&mut self, other: &[Key]) -> Shared {
        let Self { taken, rows, passages, .. } = self;
        passages.resize(64, 0);
        rows.resize(other.len(), 0);
        let passages = &mut passages[..64];
        passages[0] = 0;
        // A word that ends a longer subsequence than the one before it has no bit in the first.
        let (mut shorter, mut before, mut any) = (u64::MAX, 0_u64, 0_u64);
        let mut longest = 0;
        for (row, &key) in rows.iter_mut().zip(other) {
            let same = taken.places(key);
            *row = same;
            shorter = shorter.wrapping_add(shorter & same) | shorter & !same;
            let mut ending = same & (before << 1);
            before = same;
            any |= same;
            let mut longer = 0;
            if ending != 0 {
                while ending != 0 {
                    let shorter = core::mem::replace(&mut passages[longer], ending);
                    ending = same & (shorter << 1);
                    longer += 1;
                }
                longest = longer.max(longest);
            }
            passages[longer] = 0;
        }
        Shared { subsequence: shorter.count_zeros() as usize, passage: longest + usize::from(any != 0) }
    }

    /// The same for mentions of any length.
    fn compare_blocks(&mut self, other: &[Key]) -> Shared {
        let Self { taken, rows, row, runs, .. } = self;
        for &key in other {
            let (word, further) = (taken.number(key), taken.blocks - 1);
            rows.push(taken.words[word].places);
            rows.extend_from_slice(&taken.further[word * further..(word + 1) * further]);
        }
        let mut shared = Shared::default();
        row.clear();
        row.resize(taken.blocks, u64::MAX);
        for same in rows.chunks_exact(taken.blocks) {
            let mut carry = false;
            for (bits, &same) in row.iter_mut().zip(same) {
                let (sum, over) = bits.overflowing_add(*bits & same);
                let (sum, again) = sum.overflowing_add(u64::from(carry));
                carry = over || again;
                *bits = sum | *bits & !same;
            }
        }
        shared.subsequence = row.iter().map(|bits| bits.count_zeros() as usize).sum();
        if rows.iter().all(|&bits| bits == 0) {
            return shared;
        }
        shared.passage = 1;
        runs.clear();
        runs.extend_from_slice(rows);
        // A bit stays where the passage that ends there is one word longer than the last time.
        while self.lengthen() {
            shared.passage += 1;
        }
        shared
    }

    fn lengthen(&mut self) -> bool {
        let blocks = self.taken.blocks;
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

    /// Tells of the words that stand in each other's place: other words between two that both have. Of the mention that was `taken`
    /// and the `other` that it was compared with last.
    pub(crate) fn exchanged(&self, taken: &[Key], other: &[Key], mut tell: impl FnMut(Key, Key)) {
        let mut at = |i: usize, j: usize| {
            if let (Some(&x), Some(&y)) = (taken.get(i + 1), other.get(j + 1)) {
                tell(x, y);
            }
        };
        let blocks = self.taken.blocks.max(1);
        if blocks == 1 {
            for (j, row) in self.rows.windows(3).enumerate() {
                ones(row[0] & row[2] >> 2 & !(row[1] >> 1)).for_each(|i| at(i, j));
            }
            return;
        }
        let bits = |j: usize, k: usize, by: u32| {
            let at = j * blocks + k;
            let row = self.rows.get(at).map_or(0, |row| row >> by);
            let next = if k + 1 < blocks && by > 0 { self.rows.get(at + 1) } else { None };
            row | next.map_or(0, |next| next << (64 - by))
        };
        for j in 0..(self.rows.len() / blocks).saturating_sub(2) {
            for k in 0..blocks {
                ones(bits(j, k, 0) & bits(j + 2, k, 2) & !bits(j + 1, k, 1)).for_each(|i| at(64 * k + i, j));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(a: &[Key], b: &[Key]) -> (usize, usize) {
        let mut order = Order::default();
        order.take(a);
        let shared = order.compare(b);
        (shared.subsequence, shared.passage)
    }

    #[test]
    fn finds_what_follows_on_what() {
        assert_eq!(all(&[1, 2, 3, 4, 5], &[1, 2, 9, 3, 4, 5]), (5, 3));
        assert_eq!(all(&[1, 2, 3], &[3, 2, 1]), (1, 1));
        assert_eq!(all(&[7, 1, 7, 2], &[7, 2, 7, 1]), (2, 2));
        assert_eq!(all(&[1, 2], &[1, 2, 1, 2]), (2, 2));
        assert_eq!(all(&[1], &[2]), (0, 0));
        assert_eq!(all(&[], &[]), (0, 0));
    }

    #[test]
    fn passages_of_any_length_start_anew() {
        assert_eq!(all(&[1, 2, 3, 4], &[1, 2, 3, 9, 2, 3, 4, 9, 3, 4]), (4, 3));
        let long: Vec<Key> = (0..64).collect();
        assert_eq!(all(&long, &long), (64, 64));
    }

    #[test]
    fn words_that_share_a_slot_are_told_apart() {
        let same = [5, 5 + (1 << 12), 5 + (1 << 13)];
        assert_eq!(all(&same, &same), (3, 3));
        assert_eq!(all(&same[..2], &same[1..]), (1, 1));
    }

    #[test]
    fn carries_over_blocks_of_words() {
        let long: Vec<Key> = (0..200).collect();
        assert_eq!(all(&long, &long), (200, 200));
        let odd: Vec<Key> = (0..200).filter(|k| k % 2 == 1).collect();
        assert_eq!(all(&odd, &long), (100, 1));
        let mut other = long.clone();
        other[63] = 1_000;
        let mut order = Order::default();
        order.take(&long);
        order.compare(&other);
        let mut exchanged = Vec::new();
        order.exchanged(&long, &other, |x, y| exchanged.push((x, y)));
        assert_eq!(exchanged, [(63, 1_000)]);
    }
}
