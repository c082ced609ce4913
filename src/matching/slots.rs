//! Where the words of one mention are, by key: a small table that is filled again for each mention that others are compared with.

use super::knowledge::Key;

const SLOTS: usize = 1 << 12;

/// A number for what the lowest bits of a key can be; 0 where nothing was set.
#[derive(Clone, Debug)]
pub(crate) struct Slots {
    numbers: Box<[u16; SLOTS]>,
    filled: Vec<u16>,
}

impl Default for Slots {
    fn default() -> Self {
        Self { numbers: Box::new([0; SLOTS]), filled: Vec::new() }
    }
}

impl Slots {
    pub(crate) fn clear(&mut self) {
        for filled in self.filled.drain(..) {
            self.numbers[usize::from(filled) % SLOTS] = 0;
        }
    }

    #[inline]
    pub(crate) fn get(&self, key: Key) -> u16 {
        self.numbers[key as usize % SLOTS]
    }

    pub(crate) fn set(&mut self, key: Key, number: u16) {
        let slot = key as usize % SLOTS;
        self.numbers[slot] = number;
        self.filled.push(slot as u16);
    }
}
