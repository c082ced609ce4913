//! Whether two quantities agree: the same number of the same thing, as news rounds it.

use super::{Bound, Quantity, Unit, Value};
use crate::hash::hash;

/// How two quantities, or two dates, stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// Both can be true of the same thing.
    Agree,
    /// They cannot both be true of the same thing.
    Differ,
    /// They speak of different things, or nothing can be said.
    Incomparable,
}

/// Two exact numbers in converted units agree within this share: 5 km is 3 miles to a reporter.
const CONVERTED: f64 = 0.05;
/// An approximate number covers this share to both sides: "nearly 400" covers 396, "about 400" does not cover 460.
const ABOUT: f64 = 0.1;
/// A lower bound covers up to this multiple: nobody writes "more than 5,000" of 9,000.
const BOUND: f64 = 1.5;

/// The closed interval of numbers that `quantity` covers, in `base`.
fn interval(quantity: &Quantity, base: impl Fn(f64) -> f64) -> Option<(f64, f64)> {
    let (low, high) = match quantity.value {
        Value::Number(v) => {
            let v = base(v);
            let (least, most) = (v.min(v * BOUND).min(v / BOUND), v.max(v * BOUND).max(v / BOUND));
            match quantity.bound {
                Bound::Exact => (v - half_place(quantity, v), v + half_place(quantity, v)),
                Bound::About => (v - v.abs() * ABOUT, v + v.abs() * ABOUT),
                Bound::AtLeast => (v, most),
                Bound::AtMost => (least, v),
            }
        }
        Value::Range(low, high) => {
            let slack = if quantity.bound == Bound::Exact { 0.0 } else { ABOUT };
            let (low, high) = (base(low), base(high));
            (low - low.abs() * slack, high + high.abs() * slack)
        }
        // "Dozens" is from two dozen to some hundreds; "thousands" from two thousand to tens of thousands.
        Value::Vague(order) => (base(order) * 1.5, base(order) * 20.0),
        Value::Score(..) => return None,
    };
    Some((low.min(high), low.max(high)))
}

/// Half a unit of the last digit that is not zero, for numbers given with a scale word or a decimal stop: 1.4 million
/// may be 1,412,345. A number in plain digits or of a few persons is meant as it stands.
fn half_place(quantity: &Quantity, value: f64) -> f64 {
    if value == 0.0 || !quantity.rounded {
        return 0.0;
    }
    let mut place = 10_f64.powf(value.abs().log10().floor());
    for _ in 0..12 {
        let steps = value / place;
        if (steps - steps.round()).abs() < 1e-6 {
            return place / 2.0;
        }
        place /= 10.0;
    }
    0.0
}

/// Whether both count the same things, as far as their nouns tell. Measures are of whatever they are said of.
fn same_things(a: &Quantity, b: &Quantity) -> bool {
    let anybody = |q: &Quantity| q.counted == hash(b"people") || q.counted == hash(b"person");
    match (a.unit, b.unit) {
        (None, None) => a.counted != 0 && a.counted == b.counted,
        (Some(Unit::PEOPLE), Some(Unit::PEOPLE)) => a.counted == b.counted || anybody(a) || anybody(b),
        _ => true,
    }
}

/// See [`Quantity::compare`].
pub(super) fn compare(a: &Quantity, b: &Quantity) -> Agreement {
    if let (Value::Score(a1, a2), Value::Score(b1, b2)) = (a.value, b.value) {
        // "3-2" and "2-3" are one result told from both sides.
        let same = (a1, a2) == (b1, b2) || (a1, a2) == (b2, b1);
        return if same { Agreement::Agree } else { Agreement::Differ };
    }
    if !same_things(a, b) {
        return Agreement::Incomparable;
    }
    let mut slack = 1e-9;
    let intervals = if a.unit == b.unit {
        (interval(a, |v| v), interval(b, |v| v))
    } else {
        let (Some(ma), Some(mb)) = (a.unit.and_then(|u| u.measure()), b.unit.and_then(|u| u.measure()))
        else {
            return Agreement::Incomparable;
        };
        if ma.dimension != mb.dimension {
            return Agreement::Incomparable;
        }
        slack = CONVERTED;
        (interval(a, |v| ma.in_base(v)), interval(b, |v| mb.in_base(v)))
    };
    let (Some((a1, a2)), Some((b1, b2))) = intervals else { return Agreement::Incomparable };
    let slack = slack * a1.abs().max(a2.abs()).max(b1.abs()).max(b2.abs());
    if a1 <= b2 + slack && b1 <= a2 + slack { Agreement::Agree } else { Agreement::Differ }
}
