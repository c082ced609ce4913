//! Whether two mentions name others in one role: another judge, another town.
//!
//! That each names somebody whom the other does not says little: one tells who spoke, the other where it was. So both names have to
//! play one part, as far as the words tell that they hang on, and neither may be another name of the other.

use super::{
    alignment::Alignment,
    features::{Features, Word},
    knowledge::{Key, Knowledge},
    names::{Hold, Letters, Named},
    page::NAMES,
    places::Places,
    signals::Signals,
};

/// The share of the heavier mention's weight that has to be shared for two names that hang on nothing both have.
const LIKELY: f32 = 0.48;

/// How alike the main verbs are from which on they tell one event.
const SAME_VERB: f32 = 0.7;

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
        lone(a, &al.alone_a).any(|x| lone(b, &al.alone_b).any(|y| pair.in_one_part(&x, &y)))
    }
}

/// A name whose words all stand alone, and what sorts these are of.
#[derive(Clone, Copy, Debug)]
struct Lone<'f> {
    name: &'f Named,
    sorts: u32,
}

/// The names that stand alone.
fn lone<'f>(f: &'f Features<'_>, alone: &'f Places) -> impl Iterator<Item = Lone<'f>> {
    f.names().iter().filter_map(|name| {
        let mut words = f.words.iter().enumerate().filter(|(_, w)| name.holds(w)).peekable();
        words.peek()?;
        let sorts = words.try_fold(0, |sorts, (i, w)| alone.holds(i).then_some(sorts | w.sort))?;
        Some(Lone { name, sorts })
    })
}

impl Lone<'_> {
    fn is(&self, sort: u32) -> bool {
        self.sorts & sort != 0
    }

    /// Whether it is told where something is, or may be.
    fn tells_where(&self) -> bool {
        self.name.hold == Hold::Place || self.name.hold == Hold::Of
    }

    fn anchors(&self) -> [Key; 3] {
        [self.name.before, self.name.above, self.name.after]
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

impl Pair<'_> {
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
        let (p, q) = (x.name, y.name);
        // "Judge Weld", "Judge Oster".
        let titled = p.hold == Hold::Noun && q.hold == Hold::Noun && self.linked(p.before, q.before);
        let bodies =
            p.sort == Named::BODY && q.sort == Named::BODY && !x.is(Word::ACRONYM) && !y.is(Word::ACRONYM);
        titled
            || self.other_object(x, y)
            || self.in_one_slot(x, y)
            || (sorts & Named::PLACE != 0 || bodies) && self.other_place(x, y)
            || sorts & (Named::PERSON | Named::BODY) != 0 && self.other_side(x, y)
    }

    /// Whether all else is nearly the same, so that both fill one place, however it is put.
    fn in_one_slot(&self, x: &Lone<'_>, y: &Lone<'_>) -> bool {
        const AWAY: u32 = Word::ATTRIBUTION | Word::ASIDE | Word::ACRONYM;
        let modifies = |n: &Named| n.after != 0 && !n.owns;
        let only = |f: &Features<'_>, alone: &Places| lone(f, alone).count() == 1;
        (x.sorts | y.sorts) & AWAY == 0
            && x.is(Word::PLACE) == y.is(Word::PLACE)
            && !modifies(x.name)
            && !modifies(y.name)
            && x.name.owns == y.name.owns
            && only(self.a, &self.al.alone_a)
            && only(self.b, &self.al.alone_b)
            && rest(self.a, &self.al.alone_a, x.name) >= 0.7
            && rest(self.b, &self.al.alone_b, y.name) >= 0.7
    }

    /// Whether verbs that stand for each other act on both.
    fn other_object(&self, x: &Lone<'_>, y: &Lone<'_>) -> bool {
        let whole = |n: &Named| n.hold == Hold::Verb && n.after == 0;
        whole(x.name)
            && whole(y.name)
            && x.is(Word::PLACE) == y.is(Word::PLACE)
            && self.linked(x.name.before, y.name.before)
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
        let beside = self.linked(p.after, q.after) && (known || at_x && at_y || p.owns && q.owns);
        let crossed = at_x && (self.linked(p.before, q.after)) || at_y && self.linked(p.after, q.before);
        let way = p.way == q.way;
        let anchored = at_x && at_y && way && {
            let (of_x, of_y) = (x.anchors(), y.anchors());
            of_x.iter().any(|x| of_y.iter().any(|y| self.linked(*x, *y)))
        };
        let placed = |n: &Named| n.hold == Hold::Place || n.above != 0;
        let only = |f: &Features<'_>, own: &Named| !f.names().iter().any(|n| n != own && placed(n));
        let alone = placed(p) && placed(q) && way && self.s.coverage >= LIKELY;
        beside || crossed || anchored || alone && only(self.a, p) && only(self.b, q)
    }

    /// Whether both act, or both undergo, and are others.
    fn other_side(&self, x: &Lone<'_>, y: &Lone<'_>) -> bool {
        let (p, q) = (x.name, y.name);
        if (x.sorts | y.sorts) & (Word::PLACE | Word::ATTRIBUTION | Word::ACRONYM) != 0
            || self.s.coverage < LIKELY
        {
            return false;
        }
        // "Judge Weld fined him", "a judge fined Orlo".
        let told = |n: &Named| {
            n.hold == Hold::Noun
                && self.al.links.iter().any(|l| {
                    let word = |f: &Features<'_>, i: u16| {
                        f.words.get(usize::from(i)).map(|w| w.family) == Some(n.before)
                    };
                    word(self.a, l.a) || word(self.b, l.b)
                })
        };
        let acts = |n: &Named| matches!(n.hold, Hold::Verb | Hold::Noun | Hold::By);
        let side = x.sorts & y.sorts & (Word::ACTOR | Word::UNDERGOER) != 0;
        let sure = p.sort == q.sort && p.sort & Named::PLACE == 0;
        let only = |f: &Features<'_>, alone: &Places| lone(f, alone).count() == 1;
        acts(p) && acts(q) && side && self.s.heads >= SAME_VERB && !told(p) && !told(q)
            || sure
                && only(self.a, &self.al.alone_a)
                && only(self.b, &self.al.alone_b)
                && !told(p)
                && !told(q)
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
    near(&x.last, &y.last) || short(&x.last, &y.initials) || short(&y.last, &x.initials)
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
