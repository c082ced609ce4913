//! Whether two mentions differ in a number: of one sort, and said of one thing.

use super::{
    features::Features,
    signals::{SAME_VERB, Signals},
};
use crate::mention::quantity::{Agreement, Bound, Quantity, Unit, Value};

/// The share of the heavier mention's weight that has to be shared where no number of one is one of the other.
const HALF: f32 = 0.5;
/// The same where others of theirs agree.
const MUCH: f32 = 0.6;
/// The same from which on it stands for the other, whatever both are of.
const EVEN: f32 = 0.8;
/// From this count on a number is what a mention tells.
const LARGE: f64 = 13.0;
/// Of two counts that one may be rounded from the other the smaller is at least this share.
const ROUNDED: f64 = 0.75;

/// Whether each has numbers, and none for each other's.
pub(crate) fn lone_numbers_differ(a: &Features<'_>, b: &Features<'_>, s: &Signals) -> bool {
    if s.numbers_differ == 0.0 || s.numbers_shared > 0.0 || s.quantities > 0.0 {
        return false;
    }
    let (of_a, of_b) = (a.quantities(), b.quantities());
    if s.coverage > HALF {
        // Numbers of names, labels and times of the day stand for each other alone.
        return match (of_a.is_empty(), of_b.is_empty()) {
            (true, true) => true,
            (false, false) => !of_two_sorts(a, b, s),
            _ => s.coverage > EVEN,
        };
    }
    let ([q], [r]) = (of_a, of_b) else { return false };
    let exact = |q: &Quantity| q.bound() == Bound::Exact;
    // "The two men" and "the mother of 12" have nothing in common but that they are people.
    let told = q.unit() != Some(Unit::PEOPLE) || q.counts_same(r) != Some(false) || s.heads >= SAME_VERB;
    // "Four others are in hospital", "five children are in hospital".
    let people = |q: &Quantity, r: &Quantity| q.unit() == Some(Unit::PEOPLE) && r.unit().is_none();
    let others = q.counts_same(r).is_none() && (people(q, r) || people(r, q)) && s.heads >= SAME_VERB;
    exact(q)
        && exact(r)
        && (q.unit() == r.unit() || others)
        && told
        && q.is_of_sort(r)
        && q.compare(r) != Agreement::Agree
}

/// Whether one number of each is left when those that agree are taken away, of much the same that is told, and they differ: "600 jobs
/// as 54 shops close", "45 stores with 600 jobs".
pub(crate) fn those_left_differ(a: &Features<'_>, b: &Features<'_>, s: &Signals) -> bool {
    if s.coverage < MUCH {
        return false;
    }
    let answers = |q: &Quantity, r: &Quantity| {
        q.compare(r) == Agreement::Agree || q.unit() == r.unit() && q.magnitude() == r.magnitude()
    };
    let left = |f: &Features<'_>, other: &Features<'_>| {
        let mut left = f.quantities().iter().filter(|q| !other.quantities().iter().any(|r| answers(q, r)));
        left.next().filter(|_| left.next().is_none()).copied()
    };
    left(a, b).zip(left(b, a)).is_some_and(|(q, r)| {
        q.bound() == Bound::Exact && r.bound() == Bound::Exact && q.unit() == r.unit() && q.is_of_sort(&r)
    })
}

/// Whether both have quantities, and none of one can be of the same thing as one of the other: a sum and a rate. In nearly the same
/// words a number without a unit may stand for one that has it.
pub(crate) fn of_two_sorts(a: &Features<'_>, b: &Features<'_>, s: &Signals) -> bool {
    let (of_a, of_b) = (a.quantities(), b.quantities());
    let bare = |q: &Quantity, r: &Quantity| s.coverage > EVEN && q.unit().is_none() != r.unit().is_none();
    !of_a.is_empty()
        && !of_b.is_empty()
        && !of_a.iter().any(|q| of_b.iter().any(|r| q.is_of_sort(r) || bare(q, r)))
}

/// Whether the same is told of one number of people in each, and the numbers differ: two of the crew drowned, three sailors died.
pub(crate) fn people_differ(a: &Features<'_>, b: &Features<'_>, s: &Signals) -> bool {
    let people = |f: &Features<'_>| {
        let mut counts = f.quantities().iter().filter(|q| q.unit() == Some(Unit::PEOPLE));
        counts.next().filter(|q| q.bound() == Bound::Exact && counts.next().is_none()).copied()
    };
    // Whom they count may have two nouns; the same noun is compared with the other quantities.
    s.heads >= SAME_VERB
        && people(a)
            .zip(people(b))
            .is_some_and(|(q, r)| q.compare(&r) == Agreement::Incomparable && q.magnitude() != r.magnitude())
}

/// Whether each counts something by the hundreds, and no number of one can be one of the other: 18,400 rifles that were seized, 1,260
/// people who were killed. So large a count is what a mention tells, of whatever it is; a bare score may be anything.
pub(crate) fn large_counts_differ(a: &Features<'_>, b: &Features<'_>) -> bool {
    let count = |q: &&Quantity| {
        matches!(q.value(), Value::Number(_))
            && q.unit().is_none_or(|u| u == Unit::PEOPLE)
            && !q.is_age()
            && q.counted().is_some_and(|noun| noun.start >= q.span().end)
            && q.magnitude() >= LARGE
    };
    let answers = |q: &Quantity, r: &Quantity| {
        let (x, y) = (q.magnitude(), r.magnitude());
        q.compare(r) == Agreement::Agree || x.min(y) >= x.max(y) * ROUNDED
    };
    let alone = |f: &Features<'_>, other: &Features<'_>| {
        let mut large = f.quantities().iter().filter(count).peekable();
        large.peek().is_some() && large.all(|q| !other.quantities().iter().any(|r| answers(q, r)))
    };
    alone(a, b) && alone(b, a)
}

/// Whether one gives the whole of what the other gives in parts: "two climbers", "one Scottish and one Welsh climber".
pub(crate) fn whole_and_parts(a: &Features<'_>, b: &Features<'_>) -> bool {
    let (whole, parts) = match (a.quantities(), b.quantities()) {
        ([whole], parts) | (parts, [whole]) if parts.len() > 1 => (whole, parts),
        _ => return false,
    };
    // "3.5 metres lower" is no part.
    let summed = |u: Unit| u == Unit::PEOPLE || u.is_time() || u.is_money();
    let counts =
        |q: &Quantity| matches!(q.value(), Value::Number(_)) && !q.is_age() && q.unit().is_none_or(summed);
    // "One Scottish" leaves out who they are.
    let unit =
        |q: &Quantity| q.unit() == whole.unit() || q.unit().is_none() && whole.unit() == Some(Unit::PEOPLE);
    let of_sort = |q: &Quantity| counts(q) && unit(q) && q.bound() == whole.bound();
    counts(whole)
        && parts.iter().all(of_sort)
        && parts.iter().map(Quantity::magnitude).sum::<f64>() == whole.magnitude()
}

/// Whether each has one quantity, and it is one number put in two ways.
pub(crate) fn one_in_two_ways(a: &Features<'_>, b: &Features<'_>) -> bool {
    let ([q], [r]) = (a.quantities(), b.quantities()) else { return false };
    q.is_put_otherwise(r)
}
