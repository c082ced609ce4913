//! Which differences are worth telling: a false "the reports differ" costs a reader more than one that is passed over.
//!
//! A guard that sees a difference keeps two mentions apart, and no harm is done where it errs on the safe side. To tell a reader that
//! reports differ takes more: that both speak of the same matter, by what they share beside the words that differ, and that the
//! words which differ are said of what they share. Each sort of discrepancy has its own test; thresholds by hand, with a look at all
//! that is told of the eight stories in `fixtures`.

use std::sync::LazyLock;

use super::{
    alignment::Alignment,
    comparison::{Discrepancy, Telling},
    features::{Features, Word},
    knowledge::{Key, key},
    matter::OPPOSITE,
    numbers::large_counts_differ,
    page::QUANTITIES,
    places::Places,
};
use crate::lexicon::particles;
use crate::mention::{
    modality::Modality,
    quantity::{Agreement, Quantity, Unit},
};

/// Whether it is worth telling that two mentions differ. `score` is what they would score without their discrepancies, in 0..=1.
pub(crate) fn telling(
    a: &Features<'_>,
    b: &Features<'_>,
    alignment: &Alignment,
    score: f32,
    found: &[Discrepancy],
) -> Telling {
    let odds = (score.max(LEAST) / (1.0 - score).max(LEAST)).ln();
    let shared = Shared::of(a, b, alignment);
    let harm = harm_denied(a, b) && !found.contains(&Discrepancy::Date);
    let tests = found.iter().filter_map(|d| match d {
        Discrepancy::Number => number(a, b, odds, &shared),
        Discrepancy::Date => (odds >= DATE && shared.verb && shared.side).then_some(odds),
        Discrepancy::Polarity if harm => Some(odds.max(HARM)),
        Discrepancy::Polarity => {
            let least = if shared.thing { DEED } else { DENIAL };
            (odds >= least && shared.denied && denial(&shared)).then_some(odds)
        }
        Discrepancy::Modality => modality(a, b, &shared, odds).then_some(odds),
        _ => (odds >= OTHER && shared.items >= TWO).then_some(odds),
    });
    match tests.reduce(f32::max) {
        None => Telling::No,
        Some(odds) if score < HINT => Telling::Hinted(odds),
        Some(odds) => Telling::Plain(odds),
    }
}

/// The score without what differs below which only reports of one event can differ: about as unlike as two mentions taken at
/// random from two of them.
const HINT: f32 = 0.05;

/// Whether two mentions may differ, however few words they share: near numbers of one sort, or harm that one of them denies.
pub(crate) fn is_worth_a_look(a: &Features<'_>, b: &Features<'_>) -> bool {
    let any = a.tally.any & b.tally.any;
    any & Word::NUMBER != 0 && (numbers_near(a, b) || tolls_differ(a, b))
        || any & HARMED != 0 && harm_denied(a, b)
}

/// Whether both count whom one thing befell, and the counts differ: "three people have died", "death toll rises to six".
pub(crate) fn tolls_differ(a: &Features<'_>, b: &Features<'_>) -> bool {
    !ahead(a)
        && !ahead(b)
        && a.both_hold(b, QUANTITIES)
        && a.quantities().iter().any(|q| b.quantities().iter().any(|r| q.toll_differs(r)))
}

/// Whether that may be so where `any` are the sorts that words of both have.
pub(crate) const fn may_be_worth_a_look(any: u32) -> bool {
    any & (Word::NUMBER | HARMED) != 0
}

fn numbers_near(a: &Features<'_>, b: &Features<'_>) -> bool {
    let large = |q: &&Quantity| q.magnitude() >= LARGE;
    a.both_hold(b, QUANTITIES)
        && a.quantities().iter().filter(large).any(|q| {
            let near = |r: &Quantity| kin(q, r).is_some_and(|k| k.same != Some(false) && k.near >= NEAR);
            b.quantities().iter().filter(large).any(near)
        })
}

const HARMED: u32 = Word::INJURY | Word::DEATH;

/// Where those are who were hurt.
static WARDS: LazyLock<Vec<Key>> =
    LazyLock::new(|| particles("where the hurt are").iter().map(|word| key(word)).collect());

/// Whether one says that nobody was hurt, or that nobody died, and the other that somebody was or did.
pub(crate) fn harm_denied(a: &Features<'_>, b: &Features<'_>) -> bool {
    if a.tally.any & b.tally.any & HARMED == 0 {
        return false;
    }
    let words = |f: &Features<'_>, denied: bool| {
        let low = Word::ATTRIBUTION | Word::ASIDE | Word::POSSIBLE | Word::FUTURE;
        // "Aimed at the firm and not at the hospital" denies no harm.
        let tells = |w: &Word| !denied || !WARDS.contains(&w.key);
        let said = f.words.iter().filter(|w| !w.is(low) && w.is(Word::DENIED) == denied && tells(w));
        said.fold(0, |all, w| all | w.sort) & HARMED
    };
    // "Thirty years without a death" tells of more than one event.
    let long = |f: &Features<'_>| {
        words(f, true) != 0
            && f.quantities().iter().any(|q| q.unit().is_some_and(Unit::is_time) && !q.is_age())
    };
    if long(a) || long(b) {
        return false;
    }
    let states = |f: &Features<'_>| if ahead(f) { 0 } else { words(f, false) };
    words(a, true) & states(b) & !words(b, true) != 0 || words(b, true) & states(a) & !words(a, true) != 0
}

/// Odds are not taken of shares nearer to 0 or 1.
const LEAST: f32 = 1e-4;
/// The least log odds with which differing numbers are told, what their nearness adds included.
const NUMBER: f32 = -1.8;
/// The same where one is a fact and the other a hope, a demand or a limit.
const NUMBER_AHEAD: f32 = -0.8;
/// The same where nothing tells what the numbers are of.
const BARE: f32 = -0.8;
/// The least log odds of a day in the place of another.
const DATE: f32 = -2.2;
/// Of what is denied in one.
const DENIAL: f32 = -1.8;
/// Of what is not yet done in one.
const AHEAD: f32 = -1.4;
/// Of what is not yet done, or alleged, in one, and told by the same verb in both.
const DEED: f32 = -2.6;
/// The log odds of harm that one denies: in one event it is told or denied once.
const HARM: f32 = -1.0;
/// The log odds of two tolls: in one event there is one, which rises.
const TOLL: f32 = -1.0;
/// Of any other difference.
const OTHER: f32 = -1.5;
/// Two words, one of them perhaps a synonym.
const TWO: f32 = 1.6;
/// What equal numbers of one sort would add to the log odds; near ones add their share of it.
const KIN: f32 = 2.0;
/// What large numbers of the same noun add: two counts of people in one story, one half as large again, are mostly two counts
/// of the same people.
const KIN_LARGE: f32 = 4.0;
const LARGE: f64 = 100.0;
const NEAR: f32 = 0.6;
/// Numbers up to this stand in every story: their noun alone tells nothing.
const SMALL: f64 = 12.0;

/// What two mentions share that tells whether they speak of one matter.
#[derive(Debug, Default)]
struct Shared {
    /// The words, without numbers and those of dates and attribution, each by its likeness.
    items: f32,
    /// Those of them that are no names.
    plain: f32,
    /// The verbs of the main clauses.
    verb: bool,
    /// Who acts, or who undergoes.
    side: bool,
    /// A word that one denies and the other does not, or two opposite words.
    denied: bool,
    /// What one says there was not, and the other says something of: no warning was received, a warning lay unread.
    thing: bool,
    /// Both main clauses are about something, and neither about what the other is.
    others: bool,
    /// A verb that is done in one and to come or possible in the other.
    turned: bool,
}

impl Shared {
    fn of(a: &Features<'_>, b: &Features<'_>, alignment: &Alignment) -> Self {
        let rejects = |f: &Features<'_>| f.modality == Some(Modality::Denied);
        let mut shared = Self { denied: rejects(a) != rejects(b), ..Self::default() };
        let ahead = |w: &Word| w.is(Word::FUTURE | Word::POSSIBLE);
        let (mut about, mut subject) = (false, false);
        for l in &alignment.links {
            let (x, y) = (&a.words[usize::from(l.a)], &b.words[usize::from(l.b)]);
            let (both, any) = (x.sort & y.sort, x.sort | y.sort);
            if any & (Word::ATTRIBUTION | Word::CALENDAR | Word::NUMBER) != 0 {
                continue;
            }
            // A name that a pronoun stands for is the same all through a report.
            shared.items += l.likeness * if any & Word::RESOLVED != 0 { RESOLVED } else { 1.0 };
            shared.plain += l.likeness * if any & (Word::RESOLVED | Word::NAME) != 0 { 0.0 } else { 1.0 };
            subject |= both & Word::SUBJECT != 0;
            shared.verb |= both & Word::HEAD != 0;
            shared.side |= both & (Word::ACTOR | Word::UNDERGOER) != 0;
            about |=
                (x.is(Word::UNDERGOER) || y.is(Word::UNDERGOER)) && !(x.is(Word::HEAD) || y.is(Word::HEAD));
            shared.denied |= (x.sort ^ y.sort) & Word::DENIED != 0;
            let (gone, there) = if x.is(Word::DENIED) { (x, y) } else { (y, x) };
            shared.thing |= gone.is(Word::DENIED)
                && gone.is(Word::UNDERGOER | Word::SUBJECT)
                && there.is(Word::SUBJECT)
                && any & (Word::VERB | Word::NAME) == 0;
            shared.turned |= ahead(x) != ahead(y);
        }
        let undergoes = |f: &Features<'_>, alone: &Places, opposed: fn(&(u16, u16)) -> u16| {
            let low = Word::CALENDAR | Word::NUMBER | Word::ATTRIBUTION | Word::HEAD | Word::PHRASE;
            let left =
                alone.iter().filter(|i| alignment.opposites.iter().all(|o| usize::from(opposed(o)) != *i));
            left.map(|i| &f.words[i]).any(|w| w.is(Word::UNDERGOER) && !w.is(low))
        };
        shared.others =
            !about && undergoes(a, &alignment.alone_a, |o| o.0) && undergoes(b, &alignment.alone_b, |o| o.1);
        for &(i, j) in &alignment.opposites {
            let (x, y) = (&a.words[usize::from(i)], &b.words[usize::from(j)]);
            // "Plunged into a ravine" says nothing of a toll that rose; "remains free" and "remains in custody" are of one man.
            let any = x.sort | y.sort;
            let told = any & Word::HEAD != 0 || shared.verb;
            if (shared.side || subject) && told && any & Word::ASIDE == 0 {
                shared.denied = true;
                shared.items += OPPOSITE;
                shared.plain += OPPOSITE;
            }
        }
        shared
    }
}

/// How much of a word a name counts that a pronoun stands for.
const RESOLVED: f32 = 0.5;

/// Two quantities that cannot both be true of one thing.
struct Kin {
    /// The smaller over the larger, in 0..=1.
    near: f32,
    /// Whether they are said of the same noun, where that is known.
    same: Option<bool>,
}

fn kin(q: &Quantity, r: &Quantity) -> Option<Kin> {
    let people = q.unit() == Some(Unit::PEOPLE) && r.unit() == q.unit();
    // Sailors and crew may be the same people, as may be the dead and the victims.
    if !(q.compare(r) == Agreement::Differ
        || people && q.magnitude() != r.magnitude() && q.compare(r) == Agreement::Incomparable)
    {
        return None;
    }
    let of = q.counts_same(r);
    // Two ages, or two stretches of time, of two things have nothing to do with each other.
    if of == Some(false) && q.unit().is_some_and(Unit::is_time) {
        return None;
    }
    let (x, y) = (q.magnitude(), r.magnitude());
    let near = if x.max(y) > 0.0 { (x.min(y) / x.max(y)) as f32 } else { 0.0 };
    Some(Kin { near, same: of })
}

/// The log odds with which differing numbers are told.
fn number(a: &Features<'_>, b: &Features<'_>, odds: f32, shared: &Shared) -> Option<f32> {
    // Seven, and another three: they do not count the same, and nobody said that they do.
    if let ([q], [r]) = (a.quantities(), b.quantities()) {
        if q.is_more() != r.is_more() {
            return None;
        }
    }
    let mut best: Option<f32> = None;
    for q in a.quantities() {
        for r in b.quantities() {
            let Some(Kin { near, same }) = kin(q, r) else { continue };
            let same = same == Some(true);
            let large = same && near >= NEAR && q.magnitude().min(r.magnitude()) >= LARGE;
            let small = q.magnitude().max(r.magnitude()) <= SMALL;
            let enough = shared.items >= if (same || shared.verb) && !small { ONE } else { TWO };
            if enough {
                let raised = odds + near * if large { KIN_LARGE } else { KIN };
                best = Some(best.map_or(raised, |b: f32| b.max(raised)));
            }
        }
    }
    let best = if tolls_differ(a, b) { Some(best.map_or(TOLL, |b| b.max(TOLL))) } else { best };
    // Times of the day, and numbers that are said of nothing.
    let bare = odds >= BARE && shared.items >= TWO && !kin_found(a, b) && (shared.verb || !of_others(a, b));
    let best = best.or(bare.then_some(odds));
    let least = if ahead(a) == ahead(b) { NUMBER } else { NUMBER_AHEAD };
    best.filter(|&odds| odds >= least)
}

/// Whether any of their quantities can be compared.
fn kin_found(a: &Features<'_>, b: &Features<'_>) -> bool {
    a.quantities().iter().any(|q| b.quantities().iter().any(|r| q.compare(r) != Agreement::Incomparable))
}

/// Whether what one counts is nothing that the other counts: rifles seized, people killed.
fn of_others(a: &Features<'_>, b: &Features<'_>) -> bool {
    let unlike = |q: &Quantity| b.quantities().iter().all(|r| q.counts_same(r) == Some(false));
    large_counts_differ(a, b) && a.quantities().iter().all(unlike)
}

/// One word, perhaps a synonym.
const ONE: f32 = 0.8;

/// Whether the mention says what may be, is planned, asked for or doubted.
fn ahead(f: &Features<'_>) -> bool {
    f.modality.is_some_and(Modality::is_ahead)
}

/// Whether what one puts as less than a fact is one in the other.
fn modality(a: &Features<'_>, b: &Features<'_>, shared: &Shared, odds: f32) -> bool {
    let alleged = |f: &Features<'_>| f.modality == Some(Modality::Alleged);
    let done = |x: &Features<'_>, y: &Features<'_>| ahead(x) && !ahead(y) && y.stance.done;
    let turned = shared.turned || done(a, b) || done(b, a);
    let one_deed = shared.verb && odds >= DEED;
    turned && (one_deed || odds >= AHEAD) && shared.plain >= TWO && !shared.others
        || alleged(a) != alleged(b) && (one_deed || shared.side && odds >= DENIAL) && shared.items >= THREE
}

/// Whether what one denies is what the other affirms: "took envelopes" is not denied by "never took the stand".
fn denial(shared: &Shared) -> bool {
    let verb = shared.verb && shared.plain >= ONE && shared.items >= WORD_AND_NAME;
    (shared.plain >= TWO || verb) && !shared.others
}

/// A verb, and a name or another word.
const WORD_AND_NAME: f32 = 1.9;
/// Three words, one of them perhaps a synonym.
const THREE: f32 = 2.5;
