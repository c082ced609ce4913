//! Namesakes: whom a word of a name can stand for.

/// How many namesakes are told apart, so that a text of one name a million times stays linear.
const NAMESAKES: usize = 8;

/// The entities that a word can stand for, the latest last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Bearers {
    entities: [usize; NAMESAKES],
    count: usize,
}

impl Bearers {
    pub(super) fn all(&self) -> &[usize] {
        self.entities.get(..self.count).unwrap_or_default()
    }

    /// Makes `entity` the latest; where there are too many, the earliest is forgotten.
    pub(super) fn note(&mut self, entity: usize) {
        let known = self.all().iter().position(|&e| e == entity);
        let full = (self.count == NAMESAKES).then_some(0);
        match known.or(full) {
            Some(place) => {
                self.entities.copy_within(place + 1..self.count, place);
                self.entities[self.count - 1] = entity;
            }
            None => {
                self.entities[self.count] = entity;
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
        assert_eq!(bearers.all(), [7, 4]);
        (10..10 + NAMESAKES).for_each(|entity| bearers.note(entity));
        assert_eq!(bearers.all(), (10..10 + NAMESAKES).collect::<Vec<_>>());
    }
}
