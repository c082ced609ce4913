//! How many commas, brackets and quoted words stand between two words.

use super::view::{TAGS, Tag};

/// Numbers of marks and other tokens among those of a unit, in lanes of one number, so that one addition counts them all.
///
/// Before each node stands the sum of all before it in the text. A lane may run over there, but what lies between two
/// nodes of a unit comes out right, since no unit has more tokens than fit a lane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u64);

/// Where each lane begins, and how many bits it has.
const COMMAS: (u32, u32) = (0, 11);
const QUOTED: (u32, u32) = (11, 11);
const OPENS: (u32, u32) = (22, 11);
const CLOSES: (u32, u32) = (33, 11);
const COLONS: (u32, u32) = (44, 10);
const THATS: (u32, u32) = (54, 10);

/// What one token of each tag adds.
const LANES: [u64; TAGS] = {
    let mut lanes = [0; TAGS];
    lanes[Tag::Comma as usize] = 1 << COMMAS.0;
    lanes[Tag::Open as usize] = 1 << OPENS.0;
    lanes[Tag::Close as usize] = 1 << CLOSES.0;
    lanes[Tag::Colon as usize] = 1 << COLONS.0;
    lanes[Tag::That as usize] = 1 << THATS.0;
    lanes
};

impl Marks {
    pub(super) const fn of(tag: Tag, quoted: bool) -> Self {
        Self(LANES[tag as usize] + ((quoted as u64) << QUOTED.0))
    }

    pub(super) const fn plus(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }

    /// What was added to `self` since it was `before`.
    pub(super) const fn since(self, before: Self) -> Self {
        Self(self.0.wrapping_sub(before.0))
    }

    const fn lane(self, (start, bits): (u32, u32)) -> usize {
        (self.0 >> start & ((1 << bits) - 1)) as usize
    }

    pub(super) const fn commas(self) -> usize {
        self.lane(COMMAS)
    }

    pub(super) const fn opens(self) -> usize {
        self.lane(OPENS)
    }

    pub(super) const fn closes(self) -> usize {
        self.lane(CLOSES)
    }

    pub(super) const fn colons(self) -> usize {
        self.lane(COLONS)
    }

    pub(super) const fn thats(self) -> usize {
        self.lane(THATS)
    }

    /// Tokens within a quotation.
    pub(super) const fn quoted(self) -> usize {
        self.lane(QUOTED)
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;
    use crate::mention::attribution::view::Tag;

    #[test]
    fn counts_come_out_right_though_lanes_run_over() {
        let add = |from: Marks, tag, times| (0..times).fold(from, |sum, _| sum.plus(Marks::of(tag, true)));
        let before = add(Marks::default(), Tag::Comma, 5000);
        let between = add(add(before, Tag::Comma, 1000), Tag::That, 24).since(before);
        assert_eq!((between.commas(), between.thats(), between.quoted()), (1000, 24, 1024));
        assert_eq!((between.opens(), between.closes(), between.colons()), (0, 0, 0));
    }
}
