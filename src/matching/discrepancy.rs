//! Guards: the differences that make two mentions of one matter two claims, whatever they share.

use super::{
    ahead::Deed,
    alignment::Alignment,
    comparison::Discrepancy,
    days::{dates_differ, days_meet, one_sort_of_day, other_days},
    denial::Denial,
    features::{Features, Word},
    knowledge::{ACCUSED, CONVICTED, Exchange, Key, Knowledge},
    named::{names_fill_a_place, others_named, spelled_otherwise},
    numbers::{
        large_counts_differ, lone_numbers_differ, of_two_sorts, one_in_two_ways, people_differ,
        those_left_differ, whole_and_parts,
    },
    places::Places,
    sequence::sequences_differ,
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
const MOST: f32 = 0.6;
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

/// How the main clauses stand to each other: what their verbs, actors and others are to each other.
#[derive(Debug, Default)]
struct Sides {
    /// Who acts in a undergoes in b, and the reverse.
    turned_a: bool,
    turned_b: bool,
    /// Both of them are names, or one is and the verb is the same.
    turned_sure: bool,
    /// The same acts in both, the same undergoes in both.
    actor: bool,
    undergoer: bool,
    /// The verbs tell one event from its two sides.
    converse: bool,
    /// The verb is true of both sides alike: `met`.
    mutual: bool,
    /// The verbs of the main clauses stand for each other.
    heads: bool,
    /// The verb of one stands for a word of the other that is neither denied, possible nor to come.
    plain_a: bool,
    plain_b: bool,
    /// The main verb of one stands for a word of the other, and one of them alone is possible or to come.
    one_deed: bool,
    /// Both main clauses have named actors, and others.
    other_actor: bool,
    /// One speaks of all of what the other speaks of some or few.
    quantified: bool,
}

impl Sides {
    fn of(a: &Features, b: &Features, s: &Signals, al: &Alignment, knowledge: &Knowledge) -> Self {
        const BOTH: u32 = Word::ACTOR | Word::UNDERGOER;
        const AHEAD: u32 = Word::POSSIBLE | Word::FUTURE;
        const MEANT: u32 = Word::DENIED | AHEAD;
        // Where nearly all else is shared, the verbs may tell one deed in words that do not look alike.
        let mut sides = Self { one_deed: s.coverage > MOST, ..Self::default() };
        let mut shared_actor = false;
        let mut named = (false, false);
        // "Adebari's decision drew criticism": not Adebari drew it.
        let leads = |f: &Features<'_>, w: &Word| {
            let actor = f.words.get(usize::from(f.actor));
            actor.is_none_or(|actor| actor.at == w.at || actor.is(Word::NAME) && actor.at.abs_diff(w.at) <= 2)
        };
        for l in &al.links {
            let (x, y) = (&a.words[usize::from(l.a)], &b.words[usize::from(l.b)]);
            sides.heads |= x.is(Word::HEAD) && y.is(Word::HEAD);
            sides.plain_a |= x.is(Word::HEAD) && !y.is(MEANT);
            sides.plain_b |= y.is(Word::HEAD) && !x.is(MEANT);
            let (ahead_x, ahead_y) = (x.is(AHEAD), y.is(AHEAD));
            let other = if ahead_x { y } else { x };
            sides.one_deed |= ahead_x != ahead_y
                && (x.is(Word::HEAD) || y.is(Word::HEAD))
                && (other.is(Word::DONE) || !other.is(Word::VERB));
            shared_actor |= (x.is(Word::ACTOR) || y.is(Word::ACTOR)) && (x.sort | y.sort) & Word::NAME != 0;
            let (p, q) = (x.sort & Word::QUANTIFIED, y.sort & Word::QUANTIFIED);
            sides.quantified |= p != 0 && q != 0 && p & q == 0;
            if (x.sort | y.sort) & (Word::VERB | Word::NUMBER | Word::CALENDAR | Word::ATTRIBUTION) != 0 {
                continue;
            }
            let name = x.is(Word::NAME) || y.is(Word::NAME);
            match (x.sort & BOTH, y.sort & BOTH) {
                (Word::ACTOR, Word::UNDERGOER) => {
                    sides.turned_a = true;
                    named.0 |= name && leads(a, x);
                }
                (Word::UNDERGOER, Word::ACTOR) => {
                    sides.turned_b = true;
                    named.1 |= name && leads(b, y);
                }
                (Word::ACTOR, Word::ACTOR) => sides.actor = true,
                (Word::UNDERGOER, Word::UNDERGOER) => sides.undergoer = true,
                _ => {}
            }
        }
        for x in a.words.iter().filter(|w| w.is(Word::HEAD)) {
            for y in b.words.iter().filter(|w| w.is(Word::HEAD)) {
                let converse = knowledge.converse(x.key, y.key);
                sides.converse |= converse;
                sides.mutual |= converse && x.key == y.key;
            }
        }
        sides.turned_sure = named.0 && named.1 || (named.0 || named.1) && sides.heads;
        let named = |f: &Features, alone: &Places| {
            // "The head of the Orlo family" has another name than it tells.
            let actor = f.words.get(usize::from(f.actor)).filter(|_| alone.holds(usize::from(f.actor)));
            actor.is_some_and(|w| {
                w.is(Word::ACTOR)
                    && w.is_own_name()
                    && !w.is(Word::RESOLVED | Word::ATTRIBUTION | Word::UNDERGOER)
            })
        };
        // A place or a body may stand for whoever leads it.
        let led =
            |f: &Features| f.words.iter().any(|w| w.is(Word::ACTOR) && w.is(Word::PLACE | Word::ACRONYM));
        sides.other_actor = (sides.heads || s.coverage > 0.5)
            && !sides.converse
            && !shared_actor
            && named(a, &al.alone_a)
            && named(b, &al.alone_b)
            && !led(a)
            && !led(b);
        sides
    }

    /// Who acts in one undergoes in the other, as far as the words tell.
    const fn crossed(&self) -> bool {
        (self.turned_a || self.turned_b) && !self.actor
    }

    fn roles_differ(&self, a: &Features<'_>, b: &Features<'_>) -> bool {
        if self.converse {
            !self.mutual && self.actor && self.undergoer
        } else {
            // "Officials increased the fines", "the fines increased in Iran": nobody acts where what follows is only a place.
            self.turned_sure && self.turned_a && self.turned_b && !self.actor && !a.located && !b.located
        }
    }

    /// Whether one main clause says what may be or is to come, and the other what is done.
    fn meant_otherwise(&self, a: &Features, b: &Features) -> bool {
        let (x, y) = (a.stance, b.stance);
        if !self.one_deed {
            return false;
        }
        (x.possible || x.coming) && y.done && !y.modal && !self.plain_b
            || (y.possible || y.coming) && x.done && !x.modal && !self.plain_a
    }
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

/// Whether one only says as alleged what a court has found.
fn found_in_one(a: &Features, b: &Features) -> bool {
    let alleged = |f: &Features| f.stance.alleged || f.modality == Some(Modality::Alleged);
    let (x, y) = (a.stance.outlook.found, b.stance.outlook.found);
    x != y && alleged(if x { b } else { a })
}

/// Whether the law has come less far with somebody in one: accused, convicted.
fn stages_differ(a: &Features, b: &Features, knowledge: &Knowledge) -> bool {
    let stages = |f: &Features, sort: u32| {
        let told = f.words.iter().filter(|w| w.is(sort) && w.tells_event());
        told.fold(0, |all, w| all | knowledge.stage(w.key))
    };
    // What a phrase tells of it, and who says so: "went on trial", "the court found".
    let tried = |f: &Features| if f.stance.outlook.on_trial { ACCUSED } else { 0 };
    let (tried_a, tried_b) = (stages(a, Word::HEAD) | tried(a), stages(b, Word::HEAD) | tried(b));
    let found = |f: &Features, other: u8| {
        if f.stance.outlook.found && other & ACCUSED != 0 { CONVICTED } else { 0 }
    };
    let (main_a, main_b) = (tried_a | found(a, tried_b), tried_b | found(b, tried_a));
    main_a != 0
        && main_b != 0
        && main_a & (stages(b, u32::MAX) | main_b) == 0
        && main_b & (stages(a, u32::MAX) | main_a) == 0
}

/// Whether `a` tells as alleged what `b` tells as what somebody says, charges or believes.
fn told_by_others(a: &Features, b: &Features) -> bool {
    let alleged =
        |f: &Features| f.stance.alleged || f.modality == Some(Modality::Alleged) && !f.stance.possible;
    // What a court found is more than what somebody says.
    if b.stance.outlook.found && !a.stance.outlook.found {
        return false;
    }
    let said = b.stance.sourced || alleged(b) || !b.speaker().is_empty();
    let fact = matches!(b.modality, None | Some(Modality::Asserted | Modality::Alleged | Modality::Probable));
    // "Was convicted of shooting, police said" says more than that.
    let bare = !b.stance.about && !b.stance.coming && (!b.stance.possible || alleged(b));
    alleged(a) && said && fact && bare
}

/// Whether what the mention tells of is not so, for whoever says it.
fn denies(f: &Features) -> bool {
    (f.modality == Some(Modality::Denied)) != f.stance.denies
}

/// Whether a source denies in one of two claims what the other puts as a fact.
fn rejects(a: Modality, b: Modality) -> bool {
    matches!((a, b), (Modality::Denied, Modality::Asserted) | (Modality::Asserted, Modality::Denied))
}

/// Whether one of two claims is put as done and the other as something that may be, is asked, demanded or denied; `None`
/// where that cannot be told: what is alleged or planned reads alike in one report and differs in another.
fn differ_in_side(a: Modality, b: Modality) -> Option<bool> {
    // "It will pay" is neither open nor denied, nor is what somebody is accused of denied by who accuses him.
    let unlike = |a, b| {
        matches!(
            (a, b),
            (Modality::Planned, Modality::Questioned | Modality::Denied)
                | (Modality::Alleged, Modality::Denied)
        )
    };
    if unlike(a, b) || unlike(b, a) {
        return Some(true);
    }
    let side = |modality| match modality {
        Modality::Asserted => Some(0),
        Modality::Possible | Modality::Probable | Modality::Conditional | Modality::Questioned => Some(1),
        Modality::Demanded => Some(2),
        Modality::Denied => Some(3),
        _ => None,
    };
    Some(side(a)? != side(b)?)
}

/// What stands in one mention in the place of what stands in the other, between the same words.
#[derive(Debug, Default)]
struct Exchanged {
    /// `after` for `before`, `with` for `without`.
    opposites: bool,
    /// `may` for `will`.
    modals: bool,
    /// `man` for `woman`.
    entities: bool,
    /// `second` for `third`.
    numbers: bool,
}

/// Weighs single words exchanged between neighbours that both mentions have.
fn exchanged(a: &Features<'_>, b: &Features<'_>, work: &Workspace, knowledge: &Knowledge) -> Exchanged {
    let mut out = Exchanged::default();
    // "From Varn to Leskov", "to Leskov from Varn".
    let turned = |x: Key, y: Key| [a, b].iter().all(|f| f.keys().contains(&x) && f.keys().contains(&y));
    work.exchanged(a, b, |x, y| match knowledge.exchange(x, y) {
        Some(Exchange::Opposite) => out.opposites |= !turned(x, y),
        Some(Exchange::Modal) => out.modals = true,
        Some(Exchange::Person) => out.entities = true,
        Some(Exchange::Number) => out.numbers = true,
        None => {}
    });
    out
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
