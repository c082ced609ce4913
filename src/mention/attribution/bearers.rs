//! Namesakes: whom a word of a name can stand for.

/// How many namesakes are told apart, so that a text of one name a million times stays linear.
const NAMESAKES: usize = 8;

/// The entities that a word can stand for, the latest last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bearers {
    entities: [u32; NAMESAKES],
    count: u32,
}

impl Bearers {
    fn known(&self) -> &[u32] {
        self.entities.get(..self.count as usize).unwrap_or_default()
    }

    pub(super) fn all(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.known().iter().map(|&entity| entity as usize)
    }

    /// Makes `entity` the latest; where there are too many, the earliest is forgotten.
    pub(super) fn note(&mut self, entity: usize) {
        let Ok(entity) = u32::try_from(entity) else { return };
        let count = self.count as usize;
        let known = self.known().iter().position(|&e| e == entity);
        let full = (count == NAMESAKES).then_some(0);
        match known.or(full) {
            Some(place) => {
                self.entities.copy_within(place + 1..count, place);
                self.entities[count - 1] = entity;
            }
            None => {
                self.entities[count] = entity;
                self.count += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bearers, NAMESAKES};

    #[test]
    fn the_latest_stands_last_and_the_earliest_is_forgotten() {
        let mut bearers = Bearers::default();
        [4, 7, 4].iter().for_each(|&entity| bearers.note(entity));
        assert!(bearers.all().eq([7, 4]));
        (10..10 + NAMESAKES).for_each(|entity| bearers.note(entity));
        assert!(bearers.all().eq(10..10 + NAMESAKES));
    }
}
