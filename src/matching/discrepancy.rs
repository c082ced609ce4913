//! Guards: the differences that make two mentions of one matter two claims, whatever they share.

use super::{
    ahead::Deed,
    alignment::Alignment,
    comparison::Discrepancy,
    days::{dates_differ, days_meet, one_sort_of_day, other_days},
    denial::Denial,
    exchanged::exchanged,
    features::{Features, Word},
    knowledge::Knowledge,
    meant::{denies, differ_in_side, found_in_one, rejects, stages_differ, told_by_others},
    named::{names_fill_a_place, others_named, spelled_otherwise},
    numbers::{
        large_counts_differ, lone_numbers_differ, of_two_sorts, one_in_two_ways, people_differ,
        those_left_differ, whole_and_parts,
    },
    places::Places,
    sequence::sequences_differ,
    sides::Sides,
    signals::{SAME_VERB, Signals, Workspace},
    telling::{harm_denied, tolls_differ},
    turned::{agent_turned, sides_turned},
};
use crate::mention::modality::Modality;

/// What differs between two mentions whose words are laid beside each other.
pub(crate) fn discrepancies(
    a: &Features<'_>,
    b: &Features<'_>,
    work: &Workspace,
    knowledge: &Knowledge,
) -> Vec<Discrepancy> {
    let (s, mut found) = (&work.signals, Vec::new());
    if a.same_words(b) {
        // The same words differ only by the days they are said on, unless both quote one remark.
        if s.dates < 0.0 && !one_remark(s) {
            found.push(Discrepancy::Date);
        }
        return found;
    }
    let slot = Slot::of(a, b, &work.alignment);
    let close = s.coverage >= CLOSE;
    // Nobody asks for them elsewhere.
    let asked = close || s.opposites > 0.0;
    let sides = if asked { Sides::of(a, b, s, &work.alignment, knowledge) } else { Sides::default() };
    let exchanged = exchanged(a, b, work, knowledge);
    let tolls = tolls_differ(a, b);
    let numbers = s.quantities_differ > 0.0
        || slot.only(Word::NUMBER) && !of_two_sorts(a, b, s)
        || close && (lone_numbers_differ(a, b, s) || those_left_differ(a, b, s))
        || people_differ(a, b, s)
        || s.numbers_shared == 0.0 && large_counts_differ(a, b)
        || exchanged.numbers
        || tolls;
    if numbers && !one_in_two_ways(a, b) && !whole_and_parts(a, b) {
        found.push(Discrepancy::Number);
    }
    // What says when, or makes a mention less than a fact, may stand far from what both share.
    let one_event = || close || one_event(a, b, &work.alignment);
    if s.dates < 0.0 && one_event() && dates_differ(a, b, &work.alignment, s.coverage)
        || (slot.only(Word::CALENDAR) && s.dates <= 0.0 && one_sort_of_day(a, b, &work.alignment)
            || s.calendar < 0.0 && s.coverage > EVEN)
            && days_meet(a, b, &work.alignment, s.coverage)
        || close && (other_days(a, b, &work.alignment, s.coverage) || sequences_differ(a, b, &work.alignment))
    {
        found.push(Discrepancy::Date);
    }
    // A toll that rises is of lives lost.
    let denial = Denial { a, b, alignment: &work.alignment, knowledge, even: s.coverage > EVEN };
    let two_sides = sides.converse && sides.crossed();
    let opposed = s.opposites > 0.0 && !two_sides && !tolls && denial.opposed();
    let denied = s.polarity > 0.0 && denial.in_one() || denial.negated_in_one(s);
    let meant = a.modality.zip(b.modality);
    let rejected = meant.is_some_and(|(x, y)| rejects(x, y));
    let denied = denied || harm_denied(a, b);
    // "He denied that he had been told", "he said that he had not been told".
    let rejection = meant.is_some_and(|(x, y)| (x == Modality::Denied) != (y == Modality::Denied));
    let agreed = rejection && a.stance.denies != b.stance.denies && denies(a) == denies(b);
    let (denied, rejected) = (denied && !agreed, rejected && !agreed);
    let denied = denied || rejected || opposed || exchanged.opposites && !two_sides;
    let denied = denied || close && denial.main_in_one((sides.plain_a, sides.plain_b));
    if denied || denial.undone() {
        found.push(Discrepancy::Polarity);
    }
    let sides_differ = a.event_meant().zip(b.event_meant()).and_then(|(x, y)| differ_in_side(x, y));
    // What one plans and the other plans, wants or thinks possible is ahead in both, whichever word says so.
    let sides_differ = if a.is_ahead() && b.is_ahead() { Some(false) } else { sides_differ };
    let meant = sides_differ.unwrap_or(s.modality > 0.0);
    // One remark, quoted in both: "he accused them of having “put 9,000 out of work”", "he said they had “put 9,000 out of work”".
    let meant = meant && one_event() && !one_remark(s);
    // "Allegedly shot", "shot, police said": both tell it as what somebody says.
    let told = told_by_others(a, b) || told_by_others(b, a);
    let meant = meant && !told && !rejected || close && !told && sides.meant_otherwise(a, b);
    let deed = Deed { a, b, alignment: &work.alignment, near: s.coverage > MOST };
    let ahead = close
        && !told
        && !one_remark(s)
        && (deed.is_ahead_in_one() || deed.is_settled_in_one() || deed.is_bound_in_one());
    if meant || ahead || exchanged.modals || close && (stages_differ(a, b, knowledge) || found_in_one(a, b)) {
        found.push(Discrepancy::Modality);
    }
    if slot.only(Word::NAME)
        && names_fill_a_place(a, b, &work.alignment)
        && !work.alignment.has_region(a, b, knowledge)
        && !spelled_otherwise(a, b, &work.alignment)
        || s.places_differ > 0.0 && s.heads >= SAME_VERB && s.coverage > HALF
        || exchanged.entities
        || s.heads >= SAME_VERB && !a.stance.gender.fits(b.stance.gender)
        || close && sides.other_actor && !spelled_otherwise(a, b, &work.alignment)
        || close && others_named(a, b, s, &work.alignment, knowledge)
    {
        found.push(Discrepancy::Entity);
    }
    if s.swapped > 0.0 && s.coverage > 0.95 && a.passive == b.passive && work.names_exchanged(a, b)
        || close
            && (sides.roles_differ(a, b)
                || !sides.converse
                    && (sides_turned(a, b, s, &work.alignment) || agent_turned(a, b, &work.alignment)))
    {
        found.push(Discrepancy::Role);
    }
    // "Few knew of it", "most had not heard of it".
    if close && sides.quantified && a.stance.is_negative() == b.stance.is_negative() {
        found.push(Discrepancy::Quantifier);
    }
    found
}

/// The share of the heavier mention's weight that has to be shared before what is only about the same is held against it.
const CLOSE: f32 = 0.35;
/// The same where the same happens in other countries.
const HALF: f32 = 0.5;
/// The same for main verbs that have no word in common.
pub(super) const MOST: f32 = 0.6;
/// The same for a negation where both deny something: in nearly the same words the one denied has to be the same.
const EVEN: f32 = 0.8;

/// Share of the shorter quotation from which on both quote the same.
const WHOLE: f32 = 0.99;
/// Words in a row, in tens, that two quotations share if they are of one remark.
const REMARK: f32 = 0.5;

/// Whether both quote one remark.
fn one_remark(s: &Signals) -> bool {
    s.quoted >= WHOLE && s.passage_length >= REMARK
}

/// Whether what one main clause tells is told in the other, as a verb or as a noun made of one: "accused of laundering money",
/// "cleared of money laundering".
fn one_event(a: &Features, b: &Features, al: &Alignment) -> bool {
    al.links.iter().any(|l| {
        let (x, y) = (&a.words[usize::from(l.a)], &b.words[usize::from(l.b)]);
        let main = x.is(Word::HEAD) && y.tells_event() || y.is(Word::HEAD) && x.tells_event();
        let verb = (x.sort | y.sort) & Word::VERB != 0;
        main && verb && l.likeness >= SAME_VERB && (x.sort | y.sort) & Word::ATTRIBUTION == 0
    })
}

/// The words that stand alone on both sides: where all else is shared, they fill the same slot.
#[derive(Default)]
struct Slot {
    /// The sorts of all of them; none where they are many, or one is a name that a pronoun stands for, which no word of the
    /// text says.
    all: u32,
}

impl Slot {
    fn of(a: &Features<'_>, b: &Features<'_>, al: &Alignment) -> Self {
        let shared = al.links.len();
        let few = |alone: &Places| !alone.is_empty() && alone.len() * 2 <= shared;
        if !few(&al.alone_a) || !few(&al.alone_b) {
            return Self::default();
        }
        let sorts = |f: &Features<'_>, alone: &Places| {
            alone.iter().map(|i| f.words[i].sort).fold((u32::MAX, 0), |(all, any), s| (all & s, any | s))
        };
        let (a, b) = (sorts(a, &al.alone_a), sorts(b, &al.alone_b));
        if (a.1 | b.1) & Word::RESOLVED != 0 { Self::default() } else { Self { all: a.0 & b.0 } }
    }

    /// Whether all words alone, on both sides, are of this sort.
    fn only(&self, sort: u32) -> bool {
        self.all & sort != 0
    }
}
