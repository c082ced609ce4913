//! The crate's own hash: the same number for the same bytes on every machine, in every run and version.
//!
//! Maps that must not depend on a random seed use it, and so do the keys of sketches and buckets that leave
//! the process. It mixes eight bytes at a time by multiplication, as FxHash does, and ends with the finaliser
//! of SplitMix64 (Steele, Lea and Flood, 2014). It is not meant to withstand keys chosen by an enemy.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

/// A map with the crate's own hash. Its order is never part of a result.
pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;
/// A set with the crate's own hash. Its order is never part of a result.
pub(crate) type Set<K> = HashSet<K, BuildHasherDefault<WordHasher>>;

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Hashes `bytes`. The value is frozen: see the test vectors below.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

/// The state of the hash while it is fed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(MULTIPLIER);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(word));
        }
        let rest = chunks.remainder();
        // The rest as the low bytes of a number, put together from reads that may overlap.
        let n = rest.len();
        if let (Some(low), Some(high)) = (rest.first_chunk(), rest.last_chunk()) {
            let (low, high) = (u32::from_le_bytes(*low), u32::from_le_bytes(*high));
            self.mix(u64::from(low) | u64::from(high) << (8 * (n - 4)));
        } else if let (Some(&first), Some(&last)) = (rest.first(), rest.last()) {
            let middle = u64::from(rest[n / 2]) << (8 * (n / 2));
            self.mix(u64::from(first) | middle | u64::from(last) << (8 * (n - 1)));
        }
        self.mix(bytes.len() as u64);
    }

    fn write_u8(&mut self, n: u8) {
        self.mix(u64::from(n));
    }

    fn write_u32(&mut self, n: u32) {
        self.mix(u64::from(n));
    }

    fn write_u64(&mut self, n: u64) {
        self.mix(n);
    }

    fn write_usize(&mut self, n: usize) {
        self.mix(n as u64);
    }

    fn finish(&self) -> u64 {
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

/// The hash of a word of 1 to 15 bytes that stands in two numbers: its bytes from the lowest up, 0 after them.
pub(crate) fn hash_short(low: u64, high: u64, len: usize) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.mix(low);
    if len > 8 {
        hasher.mix(high);
    }
    hasher.mix(len as u64);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::{hash, hash_short};

    #[test]
    fn never_changes() {
        for (bytes, want) in [("", 0), ("dam", 2018852336710844533), ("reservoir", 16130072100680584025)] {
            assert_eq!(hash(bytes.as_bytes()), want, "{bytes:?}");
        }
    }

    #[test]
    fn short_words_have_the_same_hash() {
        let word = "counterclaims--";
        for len in 1..=word.len() {
            let mut bytes = [0; 16];
            bytes[..len].copy_from_slice(&word.as_bytes()[..len]);
            let [low, high] = [0, 8].map(|i| u64::from_le_bytes(bytes[i..i + 8].try_into().unwrap()));
            assert_eq!(hash_short(low, high, len), hash(&word.as_bytes()[..len]), "{len}");
        }
    }
}
