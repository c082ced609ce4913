//! A set of words of a mention, by their places among its content words: as bits.

/// Places from 0 on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// The first 64, which are all in nearly every mention.
    first: u64,
    further: Vec<u64>,
}

/// The lowest `n` bits, of 64.
const fn lowest(n: usize) -> u64 {
    if n < 64 { (1 << n) - 1 } else { u64::MAX }
}

impl Places {
    /// Holds the places below `n` and no others.
    #[inline]
    pub(crate) fn fill(&mut self, n: usize) {
        self.first = lowest(n);
        self.further.clear();
        if n > 64 {
            self.further.extend((64..n).step_by(64).map(|from| lowest(n - from)));
        }
    }

    #[inline]
    fn bits(&mut self, place: usize) -> Option<&mut u64> {
        if place < 64 { Some(&mut self.first) } else { self.further.get_mut(place / 64 - 1) }
    }

    #[inline]
    pub(crate) fn holds(&self, place: usize) -> bool {
        let bits = if place < 64 { Some(&self.first) } else { self.further.get(place / 64 - 1) };
        bits.is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    #[inline]
    pub(crate) fn insert(&mut self, place: usize) {
        if let Some(bits) = self.bits(place) {
            *bits |= 1 << (place % 64);
        }
    }

    #[inline]
    pub(crate) fn remove(&mut self, place: usize) {
        if let Some(bits) = self.bits(place) {
            *bits &= !(1 << (place % 64));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.first == 0 && self.further.iter().all(|&bits| bits == 0)
    }

    pub(crate) fn len(&self) -> usize {
        self.further.iter().fold(self.first.count_ones(), |n, bits| n + bits.count_ones()) as usize
    }

    /// The places, rising.
    #[inline]
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        let (mut left, mut block) = (self.first, 0);
        core::iter::from_fn(move || {
            while left == 0 {
                left = *self.further.get(block)?;
                block += 1;
            }
            let bit = left.trailing_zeros() as usize;
            left &= left - 1;
            Some(64 * block + bit)
        })
    }
}

/// The bits that are set, from the lowest up.
#[inline]
pub(crate) fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let bit = bits.trailing_zeros() as usize;
        let any = bits != 0;
        bits &= bits.wrapping_sub(1);
        any.then_some(bit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_is_in_it() {
        for n in [0, 1, 63, 64, 65, 128, 200] {
            let mut places = Places::default();
            places.fill(n);
            assert_eq!(places.iter().collect::<Vec<_>>(), (0..n).collect::<Vec<_>>());
            assert_eq!((places.len(), places.is_empty()), (n, n == 0));
            places.remove(n / 2);
            assert!(!places.holds(n / 2) && !places.holds(n));
            places.insert(n / 2);
            assert!(places.holds(n / 2));
            assert_eq!(places.len(), n.max(usize::from(n == 0)));
        }
    }
}
