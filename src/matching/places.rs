//! A set of words of a mention, by their places among its content words: as bits.

/// Places from 0 on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    bits: Vec<u64>,
}

impl Places {
    /// Holds the places below `n` and no others.
    pub(crate) fn fill(&mut self, n: usize) {
        self.bits.clear();
        self.bits.resize(n / 64, u64::MAX);
        // One more, so that nearly all sets are of one number.
        self.bits.push((1 << (n % 64)) - 1);
    }

    #[inline]
    pub(crate) fn holds(&self, place: usize) -> bool {
        self.bits.get(place / 64).is_some_and(|bits| bits >> (place % 64) & 1 == 1)
    }

    #[inline]
    pub(crate) fn insert(&mut self, place: usize) {
        if let Some(bits) = self.bits.get_mut(place / 64) {
            *bits |= 1 << (place % 64);
        }
    }

    #[inline]
    pub(crate) fn remove(&mut self, place: usize) {
        if let Some(bits) = self.bits.get_mut(place / 64) {
            *bits &= !(1 << (place % 64));
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bits.iter().all(|&bits| bits == 0)
    }

    pub(crate) fn len(&self) -> usize {
        self.bits.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// The places, rising.
    #[inline]
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.bits.iter().enumerate().flat_map(|(block, &bits)| ones(bits).map(move |bit| 64 * block + bit))
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
        for n in [0, 1, 63, 64, 65, 200] {
            let mut places = Places::default();
            places.fill(n);
            assert_eq!(places.iter().collect::<Vec<_>>(), (0..n).collect::<Vec<_>>());
            assert_eq!((places.len(), places.is_empty()), (n, n == 0));
            places.remove(n / 2);
            assert!(!places.holds(n / 2) && !places.holds(n));
            places.insert(n / 2);
            assert!(places.holds(n / 2));
        }
    }
}
