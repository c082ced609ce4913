//! Whether two quantities agree: the same number of the same thing, as news rounds it.

use super::{Bound, Quantity, Unit, Value, counted::BEFALLS, reader::RECORD, unit::Measure};
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
/// An approximate number covers this share to both sides: "nearly 400" covers 396, "about 400" does not cover 460. A number that
/// is nearly reached covers nothing above it.
const ABOUT: f64 = 0.1;
/// A lower bound covers up to this multiple: nobody writes "more than 5,000" of 9,000.
const BOUND: f64 = 1.5;

/// The closed interval of numbers that `quantity` covers, in `base`; an exact number alone covers itself.
fn interval(quantity: &Quantity, base: impl Fn(f64) -> f64) -> Option<(f64, f64)> {
    let (low, high) = match quantity.value {
        Value::Number(v) => {
            let v = base(v);
            let (least, most) = (v.min(v * BOUND).min(v / BOUND), v.max(v * BOUND).max(v / BOUND));
            match quantity.bound {
                Bound::Exact => (v, v),
                Bound::About if quantity.short => (v - v.abs() * ABOUT, v),
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
        // "Dozens" is from two dozen to some hundreds; "billions" from little more than one to tens of them.
        Value::Vague(order) => (base(order) * if order < MANY { 1.5 } else { 1.0 }, base(order) * 20.0),
        Value::Score(..) => return None,
    };
    Some((low.min(high), low.max(high)))
}

/// From this order on a vague number starts at one of it: a sum of 1.4 billion is in the billions.
const MANY: f64 = 1e6;

/// How far an exact number may be from the one that is meant, as news rounds it: 1.4 million may be 1,412,345, three kilometres
/// 2.9, and 200 metres 196. A number in plain digits or of a few persons is meant as it stands, and so is an age.
fn rounding(quantity: &Quantity) -> f64 {
    let (Value::Number(value), step) = (quantity.value, quantity.step) else { return 0.0 };
    if step == 0.0 || quantity.age || quantity.bound != Bound::Exact {
        return 0.0;
    }
    let written = value.abs() / step;
    let digits = if written < 10.0 && step >= 1.0 {
        0.25
    } else if written % 100.0 == 0.0 {
        let zeros = [1e5, 1e4, 1e3].into_iter().find(|z| written % z == 0.0).unwrap_or(100.0);
        (zeros / 4.0).min(written / 40.0)
    } else {
        0.5
    };
    digits * step
}

/// Whether both count the same things, as far as their nouns tell. Measures are of whatever they are said of, but how old a
/// thing is has nothing to do with how long another took.
fn same_things(a: &Quantity, b: &Quantity) -> bool {
    let befallen = |q: &Quantity| BEFALLS.iter().any(|role| q.counted == hash(role.as_bytes()));
    let anybody = |q: &Quantity| q.counted == hash(b"people") || q.counted == hash(b"person");
    let anybody = |q: &Quantity, r: &Quantity| anybody(q) || befallen(q) && !befallen(r);
    match (a.unit, b.unit) {
        (None, None) => a.counted != 0 && a.counted == b.counted,
        (Some(Unit::PEOPLE), Some(Unit::PEOPLE)) => a.counted == b.counted || anybody(a, b) || anybody(b, a),
        _ => a.age == b.age,
    }
}

/// Compares two rates, to periods of two lengths.
fn at_one_rate(a: &Quantity, b: &Quantity) -> Agreement {
    let daily = |q: &Quantity| {
        let value = match q.value {
            Value::Number(v) => Value::Number(v / q.rate),
            Value::Range(low, high) => Value::Range(low / q.rate, high / q.rate),
            other => other,
        };
        // A tenth to both sides: months have days enough.
        Quantity { value, rate: 0.0, step: 0.0, bound: Bound::About, ..*q }
    };
    compare(&daily(a), &daily(b))
}

/// See [`Quantity::compare`].
pub(super) fn compare(a: &Quantity, b: &Quantity) -> Agreement {
    if let (Value::Score(a1, a2), Value::Score(b1, b2)) = (a.value, b.value) {
        // "3-2" and "2-3" are one result told from both sides.
        let same = (a1, a2) == (b1, b2) || (a1, a2) == (b2, b1);
        let record = |q: &Quantity| q.counted == hash(RECORD);
        return match same {
            true => Agreement::Agree,
            // A result and what it makes of all results.
            false if record(a) != record(b) => Agreement::Incomparable,
            false => Agreement::Differ,
        };
    }
    if a.rate != b.rate {
        return match (a.rate > 0.0 && b.rate > 0.0, a.unit == b.unit && a.value == b.value) {
            (true, _) => at_one_rate(a, b),
            // "It pays 50,000 crowns a year": the other may leave out that it does so each year.
            (false, true) => compare(&Quantity { rate: 0.0, ..*a }, &Quantity { rate: 0.0, ..*b }),
            (false, false) => Agreement::Incomparable,
        };
    }
    if !same_things(a, b) || a.more != b.more {
        return Agreement::Incomparable;
    }
    let mut slack = 1e-9;
    let mut rounded = rounding(a).max(rounding(b));
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
        let of = |q: &Quantity, m: Measure| m.in_base(rounding(q)) - m.in_base(0.0);
        rounded = of(a, ma).max(of(b, mb));
        (interval(a, |v| ma.in_base(v)), interval(b, |v| mb.in_base(v)))
    };
    let (Some((a1, a2)), Some((b1, b2))) = intervals else { return Agreement::Incomparable };
    // "Nearly 600" and "more than 600" have nothing in common but the bound that neither means.
    let over = |q: &Quantity| q.bound == Bound::AtLeast;
    let under = |q: &Quantity| q.short || q.bound == Bound::AtMost;
    if over(a) && under(b) && a1 >= b2 || over(b) && under(a) && b1 >= a2 {
        return Agreement::Differ;
    }
    let slack = rounded + slack * a1.abs().max(a2.abs()).max(b1.abs()).max(b2.abs());
    match a1 <= b2 + slack && b1 <= a2 + slack {
        true => Agreement::Agree,
        // The ages of two things have nothing to do with each other.
        false if a.age && a.counts_same(b) == Some(false) => Agreement::Incomparable,
        false => Agreement::Differ,
    }
}

/// The value in the base unit of its dimension, in the middle of a range.
fn middle(quantity: &Quantity) -> f64 {
    let value = match quantity.value {
        Value::Number(v) | Value::Vague(v) => v,
        Value::Range(a, b) | Value::Score(a, b) => (a + b) / 2.0,
    };
    quantity.unit.and_then(Unit::measure).map_or(value, |m| m.in_base(value))
}

/// See [`Quantity::nearness`].
pub(super) fn nearness(a: &Quantity, b: &Quantity) -> f32 {
    let vague = |q: &Quantity| matches!(q.value, Value::Vague(_));
    match (vague(a), vague(b)) {
        (true, true) => return 0.6,
        (true, false) | (false, true) => return 0.3,
        _ => {}
    }
    if matches!(a.value, Value::Score(..)) {
        return 1.0;
    }
    let (x, y) = (middle(a).abs(), middle(b).abs());
    let (low, high) = (x.min(y), x.max(y));
    let near = if high > 0.0 { low / high } else { 1.0 };
    // Within 1 in 50 only the rounding differs; from a quarter on hardly anything is left.
    let near = ((near - FAR) / (SAME - FAR)).clamp(0.1, 1.0) as f32;
    // "At least 12" and "at least 11" may both be true, but two reports that mean one number put it alike.
    if x != y && stated_alike(a, b) { near * 0.3 } else { near }
}

/// Whether two numbers are put in one way, so that they are the same or mean two things.
fn stated_alike(a: &Quantity, b: &Quantity) -> bool {
    let vague = |q: &Quantity| matches!(q.value, Value::Vague(_));
    a.unit == b.unit && a.bound == b.bound && a.step == b.step && vague(a) == vague(b)
}

/// The shares of the larger number that the smaller one is of where they are as good as the same, and far apart.
const SAME: f64 = 0.98;
const FAR: f64 = 0.75;

/// See [`Quantity::kinship`].
pub(super) fn kinship(a: &Quantity, b: &Quantity) -> f32 {
    let dimension = |u: Unit| u.measure().map(|m| m.dimension);
    let parted = a.age != b.age
        || a.unit
            .zip(b.unit)
            .is_some_and(|(x, y)| x != y && (dimension(x).is_none() || dimension(x) != dimension(y)));
    // Small numbers stand in every story, and "two years" have nothing to do with "two villages".
    let small = a.magnitude() <= SMALL;
    match (parted, small) {
        (true, true) => 0.3,
        (true, false) => 0.8,
        (false, true) if a.unit.is_none() && b.unit.is_none() && a.counts_same(b) == Some(false) => 0.7,
        (false, true) if a.unit.is_some() != b.unit.is_some() => 0.7,
        _ => 1.0,
    }
}

/// Numbers up to this are told in words, and of everything.
const SMALL: f64 = 12.0;

/// See [`Quantity::is_of_sort`].
pub(super) fn is_of_sort(a: &Quantity, b: &Quantity) -> bool {
    let record = |q: &Quantity| q.counted == hash(RECORD);
    if (a.rate == 0.0) != (b.rate == 0.0) || record(a) != record(b) {
        return false;
    }
    let apart = a.counts_same(b) == Some(false);
    // "Three boats" are no people; "took three to the shore" may be, and so may 1,300 deaths.
    let things = |q: &Quantity| {
        q.unit.is_none() && q.magnitude() <= SMALL && q.of.is_some_and(|of| of.start >= q.span.end)
    };
    match (a.unit, b.unit) {
        (None, None) => true,
        // Who they are may be told by two nouns.
        (Some(Unit::PEOPLE), Some(Unit::PEOPLE)) => true,
        (None, Some(Unit::PEOPLE)) | (Some(Unit::PEOPLE), None) => !(apart && (things(a) || things(b))),
        (Some(x), Some(y)) => {
            let dimension = |u: Unit| u.measure().map(|m| m.dimension);
            x == y || dimension(x).is_some() && dimension(x) == dimension(y)
        }
        _ => false,
    }
}

/// See [`Quantity::is_put_otherwise`].
pub(super) fn is_put_otherwise(a: &Quantity, b: &Quantity) -> bool {
    if in_millions(a, b) || in_millions(b, a) {
        return true;
    }
    let (x, y) = (middle(a).abs(), middle(b).abs());
    let vague = matches!(a.value, Value::Vague(_)) != matches!(b.value, Value::Vague(_));
    !stated_alike(a, b) && (vague || x.min(y) >= x.max(y) * ALIKE) && compare(a, b) == Agreement::Agree
}

/// The share of the larger number that the smaller is of where both may be one number, put in two ways.
const ALIKE: f64 = 0.95;

/// Whether one is given in what reads as metres and is the other in millions: "put at 1.4m", "at 1.4 million".
fn in_millions(a: &Quantity, b: &Quantity) -> bool {
    let metres = |q: &Quantity| q.unit.is_some_and(|u| u.name() == "m");
    metres(a) && !metres(b) && a.magnitude() * 1e6 == b.magnitude()
}
