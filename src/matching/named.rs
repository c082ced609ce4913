//! Whether two mentions name others in one role: another judge, another town.
//!
//! That each names somebody whom the other does not says little: one tells who spoke, the other where it was. So both names have to
//! play one part, as far as the words tell that they hang on, and neither may be another name of the other.

use super::{
    alignment::{Alignment, Link},
    features::{Features, Word},
    knowledge::{Key, Knowledge},
    names::{Hold, Letters, Named},
    page::NAMES,
    places::Places,
    signals::{SAME_VERB, Signals},
};

/// The share of the heavier mention's weight that has to be shared for two names that hang on nothing both have.
const LIKELY: f32 = 0.48;

/// The share of the other words that has to be shared for two names that fill one slot.
const NEARLY: f32 = 0.7;

/// Whether each mention has a name that stands alone, in the part of one of the other's.
pub(crate) fn others_named(
    a: &Features<'_>,
    b: &Features<'_>,
    s: &Signals,
    al: &Alignment,
    knowledge: &Knowledge,
) -> bool {
    a.both_hold(b, NAMES) && {
        let pair = Pair { a, b, s, al, knowledge };
        pair.of_a().any(|x| pair.of_b().any(|y| pair.in_one_part(&x, &y)))
    }
}

/// Whether each mention has a name that stands alone, and they may be one in two spellings: `Yusuf Karimi`, `Yousef Karimi`.
pub(crate) fn spelled_otherwise(a: &Features<'_>, b: &Features<'_>, al: &Alignment) -> bool {
    let alone = |f: &Features<'_>, n: &Named, alone: &Places| {
        f.words.iter().enumerate().any(|(i, w)| n.holds(w) && alone.holds(i))
    };
    a.both_hold(b, NAMES)
        && a.names().iter().filter(|x| alone(a, x, &al.alone_a)).any(|x| {
            let mut others = b.names().iter().filter(|y| alone(b, y, &al.alone_b));
            others.any(|y| near(&x.last, &y.last) && near(&x.first, &y.first))
        })
}

/// Whether the words alone, all of them names, stand in each other's place in some pair: a nationality in front of the one and a first
/// name in the other exclude nothing.
pub(crate) fn names_fill_a_place(a: &Features<'_>, b: &Features<'_>, al: &Alignment) -> bool {
    al.alone_a.iter().any(|i| {
        let place = Place::of(a, i, &al.alone_a);
        // Two countries are two wherever they stand.
        let placed = |f: &Features<'_>, i: usize| f.words.get(i).is_some_and(|w| w.is(Word::PLACE));
        al.alone_b.iter().any(|j| placed(a, i) && placed(b, j) || place.is(&Place::of(b, j, &al.alone_b), al))
    })
}

/// Between which words a word that stands alone is, by index: those that others alone stand between are passed over.
struct Place {
    before: Option<usize>,
    after: Option<usize>,
}

impl Place {
    fn of(f: &Features<'_>, i: usize, alone: &Places) -> Self {
        let at = f.words.get(i).map_or(0, |w| w.at);
        let others = || f.words.iter().enumerate().filter(|(j, w)| !alone.holds(*j) && !w.is(Word::PHRASE));
        Self {
            before: others().filter(|(_, w)| w.at < at).max_by_key(|(_, w)| w.at).map(|(j, _)| j),
            after: others().filter(|(_, w)| w.at > at).min_by_key(|(_, w)| w.at).map(|(j, _)| j),
        }
    }

    fn is(&self, other: &Self, al: &Alignment) -> bool {
        let one = |x: Option<usize>, y: Option<usize>| match (x, y) {
            (Some(x), Some(y)) => al.links.iter().any(|l| usize::from(l.a) == x && usize::from(l.b) == y),
            (None, None) => true,
            _ => false,
        };
        one(self.before, other.before) || one(self.after, other.after)
    }
}

/// A name that stands alone.
#[derive(Clone, Copy, Debug)]
struct Lone<'f> {
    name: &'f Named,
    /// What sorts its words are of.
    sorts: u32,
    hold: Hold,
    before: Key,
}

impl<'f> Lone<'f> {
    /// The name, if all of its words are `alone`, those aside that stand for a `common` word of the other mention: in "Chemist
    /// Elin Varga" and "the chemist" the first is no name.
    fn of(name: &'f Named, f: &Features<'f>, alone: &Places, common: impl Fn(usize) -> bool) -> Option<Self> {
        let mut lone = Self { name, sorts: 0, hold: name.hold, before: name.before };
        for (i, word) in f.words.iter().enumerate().filter(|(_, w)| name.holds(w)) {
            if alone.holds(i) {
                lone.sorts |= word.sort;
            } else if common(i) {
                if word.at == name.start {
                    (lone.hold, lone.before) = (Hold::Noun, word.family);
                }
            } else {
                return None;
            }
        }
        (lone.sorts != 0).then_some(lone)
    }

    fn is(&self, sort: u32) -> bool {
        self.sorts & sort != 0
    }

    /// Whether it is told where something is, or may be.
    fn tells_where(&self) -> bool {
        matches!(self.hold, Hold::Place | Hold::Of)
    }

    fn anchors(&self) -> [Key; 3] {
        [self.before, self.name.above, self.name.after]
    }
}

/// Two mentions whose words are laid beside each other.
struct Pair<'p> {
    a: &'p Features<'p>,
    b: &'p Features<'p>,
    s: &'p Signals,
    al: &'p Alignment,
    knowledge: &'p Knowledge,
}

impl<'p> Pair<'p> {
    /// The names of the first mention that stand alone.
    fn of_a(&self) -> impl Iterator<Item = Lone<'p>> {
        let (a, b, al) = (self.a, self.b, self.al);
        let other = |i: usize| move |l: &&Link| usize::from(l.a) == i;
        let name = |l: &Link| b.words.get(usize::from(l.b)).is_some_and(|w| w.is(Word::NAME));
        let common = move |i: usize| al.links.iter().find(other(i)).is_some_and(|l| !name(l));
        a.names().iter().filter_map(move |name| Lone::of(name, a, &al.alone_a, common))
    }

    /// The names of the second mention that stand alone.
    fn of_b(&self) -> impl Iterator<Item = Lone<'p>> {
        let (a, b, al) = (self.a, self.b, self.al);
        let other = |i: usize| move |l: &&Link| usize::from(l.b) == i;
        let name = |l: &Link| a.words.get(usize::from(l.a)).is_some_and(|w| w.is(Word::NAME));
        let common = move |i: usize| al.links.iter().find(other(i)).is_some_and(|l| !name(l));
        b.names().iter().filter_map(move |name| Lone::of(name, b, &al.alone_b, common))
    }

    /// Whether each has one name that stands alone.
    fn both_have_one(&self) -> bool {
        self.of_a().take(2).count() == 1 && self.of_b().take(2).count() == 1
    }

    /// Whether the words of these families stand for each other.
    fn linked(&self, x: Key, y: Key) -> bool {
        let family = |f: &Features<'_>, i: u16| f.words.get(usize::from(i)).map(|w| w.family);
        x != 0
            && y != 0
            && self.al.links.iter().any(|l| family(self.a, l.a) == Some(x) && family(self.b, l.b) == Some(y))
    }

    fn in_one_part(&self, x: &Lone<'_>, y: &Lone<'_>) -> bool {
        let sorts = x.name.sort & y.name.sort;
        if sorts == 0 || (x.sorts | y.sorts) & Word::RESOLVED != 0 || variants(x.name, y.name) {
            return false;
        }
        // "Judge Weld", "Judge Oster".
        let titled = x.hold == Hold::Noun && y.hold == Hold::Noun && self.linked(x.before, y.before);
        let body = |n: &Lone<'_>| n.name.sort == Named::BODY && !n.is(Word::ACRONYM);
        titled
            || self.other_object(x, y)
            || self.in_one_slot(x, y)
            || (sorts & Named::PLACE != 0 || body(x) && body(y)) && self.other_place(x, y)
            || sorts & (Named::PERSON | Named::BODY) != 0 && self.other_side(x, y)
    }

    /// Whether verbs that stand for each other act on both.
    fn other_object(&self, x: &Lone<'_>, y: &Lone<'_>) -> bool {
        let whole = |n: &Lone<'_>| n.hold == Hold::Verb && n.name.after == 0;
        whole(x) && whole(y) && x.is(Word::PLACE) == y.is(Word::PLACE) && self.linked(x.before, y.before)
    }

    /// Whether nearly all else is the same, so that both fill one place, however it is put.
    fn in_one_slot(&self, x: &Lone<'_>, y: &Lone<'_>) -> bool {
        const AWAY: u32 = Word::ATTRIBUTION | Word::ASIDE | Word::ACRONYM;
        let modifies = |n: &Named| n.after != 0 && !n.owns;
        (x.sorts | y.sorts) & AWAY == 0
            && x.is(Word::PLACE) == y.is(Word::PLACE)
            && !modifies(x.name)
            && !modifies(y.name)
            && x.name.owns == y.name.owns
            && self.both_have_one()
            && rest(self.a, &self.al.alone_a, x.name) >= NEARLY
            && rest(self.b, &self.al.alone_b, y.name) >= NEARLY
    }

    /// Whether both tell where one thing is or happens, and tell another place.
    fn other_place(&self, x: &Lone<'_>, y: &Lone<'_>) -> bool {
        let (p, q) = (x.name, y.name);
        // A town that no list has may be of the country that the other names.
        let known = x.is(Word::PLACE);
        if known != y.is(Word::PLACE) || self.al.has_region(self.a, self.b, self.knowledge) {
            return false;
        }
        let (at_x, at_y) = (x.tells_where(), y.tells_where());
        // "Orlo's mayor", "the mayor of Tarn".
        let beside = self.linked(p.after, q.after) && (known || at_x && at_y || p.owns && q.owns);
        let crossed = at_x && self.linked(x.before, q.after) || at_y && self.linked(p.after, y.before);
        if beside || crossed {
            return true;
        }
        let placed = |n: &Named| n.hold == Hold::Place || n.above != 0;
        let only = |f: &Features<'_>, own: &Named| !f.names().iter().any(|n| n != own && placed(n));
        p.way == q.way
            && (at_x && at_y && x.anchors().iter().any(|x| y.anchors().iter().any(|y| self.linked(*x, *y)))
                || self.s.coverage >= LIKELY && placed(p) && placed(q) && only(self.a, p) && only(self.b, q))
    }

    /// Whether both act, or both undergo, and are others.
    fn other_side(&self, x: &Lone<'_>, y: &Lone<'_>) -> bool {
        const AWAY: u32 = Word::PLACE | Word::ATTRIBUTION | Word::ACRONYM;
        // "Judge Weld fined him", "a judge fined Orlo".
        let told = |n: &Lone<'_>| {
            let is =
                |f: &Features<'_>, i: u16| f.words.get(usize::from(i)).is_some_and(|w| w.family == n.before);
            n.hold == Hold::Noun && self.al.links.iter().any(|l| is(self.a, l.a) || is(self.b, l.b))
        };
        if (x.sorts | y.sorts) & AWAY != 0 || self.s.coverage < LIKELY || told(x) || told(y) {
            return false;
        }
        let acts = |n: &Lone<'_>| matches!(n.hold, Hold::Verb | Hold::Noun | Hold::By);
        let side = x.sorts & y.sorts & (Word::ACTOR | Word::UNDERGOER) != 0;
        // Of one sort for sure.
        let sure = x.name.sort == y.name.sort && x.name.sort & Named::PLACE == 0;
        acts(x) && acts(y) && side && self.s.heads >= SAME_VERB || sure && self.both_have_one()
    }
}

/// The share of a mention's words, by how rare they are, that do not stand alone; without those of a name that does.
fn rest(f: &Features<'_>, alone: &Places, name: &Named) -> f32 {
    let own = |w: &&Word| !w.is(Word::PHRASE) && !name.holds(w);
    let all: f32 = f.words.iter().filter(own).map(|w| w.rarity).sum();
    let lacking: f32 = alone.iter().filter_map(|i| f.words.get(i)).filter(own).map(|w| w.rarity).sum();
    if all > 0.0 { 1.0 - lacking / all } else { 0.0 }
}

/// Whether one may be another way to write the other, or to shorten it.
fn variants(x: &Named, y: &Named) -> bool {
    // "W. Bank".
    let initial = |n: &Named| length(&n.last) < 2;
    initial(x)
        || initial(y)
        || near(&x.last, &y.last)
        || short(&x.last, &y.initials)
        || short(&y.last, &x.initials)
}

fn length(letters: &Letters) -> usize {
    letters.iter().take_while(|b| **b != 0).count()
}

/// Whether one begins as the other does and ends there, or few of their letters differ.
fn near(x: &Letters, y: &Letters) -> bool {
    let (m, n) = (length(x), length(y));
    let same = x.iter().zip(y).take_while(|(a, b)| a == b && **a != 0).count();
    same > 1 && same == m.min(n) || distance(x, y) * 3 <= m.max(n)
}

/// Whether a word is made of these first letters: `NYC`, of New York.
fn short(word: &Letters, initials: &Letters) -> bool {
    let n = length(initials);
    n > 1 && word.iter().zip(initials).take(n).all(|(a, b)| a == b)
}

/// How many letters have to be put in, taken out or changed to make one of the other.
fn distance(x: &Letters, y: &Letters) -> usize {
    let (m, n) = (length(x), length(y));
    let mut row: [usize; 11] = core::array::from_fn(|i| i);
    for (i, a) in x.iter().enumerate().take(m) {
        let mut corner = i;
        row[0] = i + 1;
        for (j, b) in y.iter().enumerate().take(n) {
            let put = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = put.min(corner + 1).min(row[j] + 1);
        }
    }
    row[n]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::{Index, Matcher, Statement};

    fn letters(word: &str) -> Letters {
        let mut letters = Letters::default();
        letters.iter_mut().zip(word.bytes()).for_each(|(to, from)| *to = from);
        letters
    }

    #[test]
    fn spellings_and_beginnings_are_of_one_name() {
        for (x, y, one) in [
            ("yusuf", "yusef", true),
            ("pak", "pakistan", true),
            ("brandt", "keller", false),
            ("orlo", "orla", true),
            ("tarn", "turin", false),
        ] {
            assert_eq!(near(&letters(x), &letters(y)), one, "{x} {y}");
        }
        assert!(short(&letters("nyc"), &letters("ny")) && !short(&letters("orlo"), &letters("t")));
    }

    #[test]
    fn another_name_in_the_same_part_is_another_claim() {
        let cases = [
            (
                "The fire at Kelmarsh prison was put out.",
                "The fire at the prison in Dunrossa was put out.",
                true,
            ),
            (
                "The fire at Kelmarsh prison was put out.",
                "The fire at the prison in Kelmarsh was put out.",
                false,
            ),
            (
                "Pilot Elin Varga landed the plane safely.",
                "The plane was safely landed by pilot Piet Salter.",
                true,
            ),
            ("Pilot Elin Varga landed the plane safely.", "The plane was safely landed by the pilot.", false),
            (
                "The ship sailed to Kelmarsh with 40 cars.",
                "The ship sailed from Dunrossa with 40 cars and 9 crew.",
                false,
            ),
        ];
        for (a, b, other) in cases {
            let mut index = Index::new(Matcher::default());
            index.add(Statement::new(a));
            index.add(Statement::new(b));
            let found = index.compare(0, 1).unwrap();
            assert_eq!(
                found.discrepancies().contains(&crate::matching::Discrepancy::Entity),
                other,
                "{a} {b}"
            );
        }
    }
}
