//! Whether two mentions that differ speak of the same matter: their score, had they not differed, and what is told of alike.

use super::{
    alignment::{Alignment, Phrased, Weighed},
    comparison::Discrepancy,
    features::Word,
    matcher::Matcher,
    model,
    places::Places,
    signals::Signals,
};

/// Below this share of the lighter mention nothing that differs is worth a look.
const LEAST_CONTAINMENT: f32 = 0.3;

/// How alike two opposite words are as to what they speak of: who is free and who is in custody.
pub(crate) const OPPOSITE: f32 = 0.8;

/// Whether anything in the signals could be a discrepancy of two mentions that share enough to have one.
pub(crate) fn may_differ(s: &Signals) -> bool {
    let differs = s.numbers_differ + s.quantities_differ + s.polarity + s.modality + s.opposites;
    s.containment >= LEAST_CONTAINMENT && (differs > 0.0 || s.dates < 0.0 || s.calendar < 0.0)
}

/// How sure a pair has to be that differs by a word alone, of what makes a claim: less sure, for what is kept apart wrongly is
/// said twice, and what is joined wrongly is said of outlets that never said it. So no pair that differs makes a claim by its own
/// score.
const TURNED: f32 = 0.72;
/// The same of two mentions that have only each other to go by.
const TURNED_ALONE: f32 = 1.0;

/// The score that two mentions need without their discrepancies to be of one matter; `alone` tells whether the pile holds no others.
/// A number or a day in the place of another is a plain sign of it; a negation or a "may" stands in every fifth sentence, and tells
/// only in a pair that would else be one claim.
pub(crate) fn least(found: &[Discrepancy], alone: bool, matcher: &Matcher) -> f32 {
    let plain = found.iter().any(|d| matches!(d, Discrepancy::Number | Discrepancy::Date));
    let turned = if alone { TURNED_ALONE } else { TURNED };
    if plain { matcher.matter } else { (turned * matcher.same).max(matcher.matter) }
}

/// The score that two mentions would have without their discrepancies: the words of one alone that fill a slot in which they
/// differ are left out, opposite words stand for each other, and so does not count what the signals hold against them for it.
/// "The lake stood at 212 metres" and "the lake was down to 210 metres" are of one matter, and the unlike numbers are no reason
/// to doubt it.
pub(crate) fn score(
    (a, b): (&Weighed<'_>, &Weighed<'_>),
    alignment: &Alignment,
    signals: &Signals,
    found: &[Discrepancy],
) -> f32 {
    let mut s = *signals;
    s.polarity = 0.0;
    s.modality = 0.0;
    s.negated = 0.0;
    s.opposites = 0.0;
    s.numbers_differ = 0.0;
    s.quantities_differ = 0.0;
    s.numbers_one_sided = 0.0;
    s.dates = s.dates.max(0.0);
    s.calendar = s.calendar.max(0.0);
    let slots = found.iter().fold(0, |sorts, d| sorts | slot(*d));
    let of_a = Side::of(a, &alignment.alone_a, &alignment.phrases_a, slots);
    let of_b = Side::of(b, &alignment.alone_b, &alignment.phrases_b, slots);
    let (mut whole_a, mut whole_b) = (of_a.weight, of_b.weight);
    let (mut shared_a, mut shared_b, mut plain, mut background) = (0.0, 0.0, 0.0, 0.0);
    for l in &alignment.links {
        let (i, j) = (usize::from(l.a), usize::from(l.b));
        let (wa, wb) = (l.weight_a, l.weight_b);
        whole_a += wa - a.weights[i].alone;
        whole_b += wb - b.weights[j].alone;
        shared_a += wa * l.likeness;
        shared_b += wb * l.likeness;
        plain += l.likeness;
        background += (a.features.words[i].rarity + b.features.words[j].rarity) / 2.0 * l.likeness;
    }
    for &(i, j) in &alignment.opposites {
        let (i, j) = (usize::from(i), usize::from(j));
        shared_a += a.weights[i].alone * OPPOSITE;
        shared_b += b.weights[j].alone * OPPOSITE;
        plain += OPPOSITE;
        background += (a.features.words[i].rarity + b.features.words[j].rarity) / 2.0 * OPPOSITE;
    }
    let ratio = |x: f32, y: f32| if y > 0.0 { (x / y).min(1.0) } else { 0.0 };
    let shared = (shared_a + shared_b) / 2.0;
    s.overlap = ratio(shared, whole_a + whole_b - shared);
    s.plain_overlap = ratio(plain, of_a.words + of_b.words - plain);
    s.background_overlap = ratio(background, of_a.rarity + of_b.rarity - background);
    s.containment = ratio(shared_a, whole_a).max(ratio(shared_b, whole_b));
    s.coverage = ratio(shared_a, whole_a).min(ratio(shared_b, whole_b));
    model::score(&s)
}

/// The sorts of words that say what differs.
const fn slot(discrepancy: Discrepancy) -> u32 {
    match discrepancy {
        Discrepancy::Number => Word::NUMBER,
        Discrepancy::Date => Word::NUMBER | Word::CALENDAR,
        _ => 0,
    }
}

/// What a mention comes to without the words that fill a slot.
#[derive(Debug)]
struct Side {
    weight: f32,
    rarity: f32,
    words: f32,
}

impl Side {
    fn of(side: &Weighed<'_>, alone: &Places, phrases: &Phrased, slots: u32) -> Self {
        let (words, tally) = (side.features.words, &side.features.tally);
        let mut out = Self {
            weight: side.sums.weight - phrases.weight,
            rarity: tally.rarity + phrases.rarity,
            words: f32::from(tally.words) + phrases.words,
        };
        for i in alone.iter() {
            let (word, weight) = (&words[i], side.weights[i].alone);
            if word.is(slots) {
                out.weight -= weight;
                out.rarity -= word.rarity;
                out.words -= 1.0;
            }
        }
        out
    }
}
