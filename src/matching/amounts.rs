//! How the quantities of two mentions stand to each other.

use crate::mention::quantity::{Agreement, Quantity};

/// Working memory for comparisons of quantities.
#[derive(Clone, Debug, Default)]
pub(crate) struct Amounts {
    /// How each of a stands to each of b, and how well they agree: row by row, a row for each of a.
    stand: Vec<(Agreement, f32)>,
    /// Those that agree: how well, and their places in a and in b.
    matched: Vec<(f32, usize, usize)>,
}

impl Amounts {
    /// How well the quantities of the one that has fewer agree with some of the other, in 0..=1, and whether any differ.
    pub(crate) fn compare(&mut self, a: &[Quantity], b: &[Quantity]) -> (f32, bool) {
        let stand = &mut self.stand;
        stand.clear();
        stand.extend(a.iter().flat_map(|q| {
            b.iter().map(|r| match q.compare(r) {
                Agreement::Agree => (Agreement::Agree, q.kinship(r) * q.nearness(r)),
                other => (other, 0.0),
            })
        }));
        let best = |m: f32, x: &(Agreement, f32)| m.max(x.1);
        let of_a: f32 = stand.chunks(b.len().max(1)).map(|row| row.iter().fold(0.0, best)).sum();
        let column = |j: usize| stand.iter().skip(j).step_by(b.len().max(1)).fold(0.0, best);
        let of_b: f32 = (0..b.len()).map(column).sum();
        let fewer = a.len().min(b.len()).max(1) as f32;
        let agree = (of_a.min(of_b) / fewer).min(1.0);
        (agree, stand.iter().any(|x| x.0 == Agreement::Differ) && self.any_left_differ(a, b))
    }

    /// Whether a quantity of each is left that the other's cannot be, after each has been matched with one that it agrees with:
    /// "killed two and wounded two" and "killed two and wounded four" share one number, not two.
    fn any_left_differ(&mut self, a: &[Quantity], b: &[Quantity]) -> bool {
        let at = |i: usize, j: usize| self.stand.get(i * b.len() + j).copied();
        self.matched.clear();
        for (i, q) in a.iter().enumerate() {
            for (j, r) in b.iter().enumerate() {
                // "Four wounded" and "four officers" may be the same people.
                let equal = q.unit() == r.unit() && q.magnitude() == r.magnitude();
                let strength = match at(i, j) {
                    Some((Agreement::Agree, strength)) => strength,
                    Some((Agreement::Incomparable, _)) if equal => 0.0,
                    _ => continue,
                };
                let same = if q.counts_same(r) == Some(true) { 1.0 } else { 0.0 };
                self.matched.push((strength + same, i, j));
            }
        }
        // The nearest first, and of equals those that stand in the same place, whichever mention is a.
        self.matched.sort_unstable_by(|x, y| {
            let place = |m: &(f32, usize, usize)| (m.1 + m.2, m.1.abs_diff(m.2), m.1);
            y.0.total_cmp(&x.0).then_with(|| place(x).cmp(&place(y)))
        });
        let (mut left_a, mut left_b) = (u64::MAX, u64::MAX);
        for &(_, i, j) in self.matched.iter().filter(|m| m.1 < MOST && m.2 < MOST) {
            if left_a >> i & left_b >> j & 1 == 1 {
                left_a &= !(1 << i);
                left_b &= !(1 << j);
            }
        }
        let left = |left: u64, n: usize| (0..n.min(MOST)).filter(move |i| left >> i & 1 == 1);
        let differ = |i: usize, j: usize| at(i, j).is_some_and(|x| x.0 == Agreement::Differ);
        left(left_a, a.len()).any(|i| left(left_b, b.len()).any(|j| differ(i, j)))
    }
}

/// No mention that people write has more quantities.
const MOST: usize = 64;
