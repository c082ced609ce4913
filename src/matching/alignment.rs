//! Which word of one mention stands for which of the other.

use super::{
    features::{Features, Word, number_key},
    knowledge::{Key, Knowledge},
    page::{PHRASES, QUANTITIES},
    places::{Places, ones},
    senses::{Sense, SenseSet, Senses},
    slots::Slots,
    stats::Stats,
    vectors::Direction,
};
use crate::{hash::Map, mention::quantity::Quantity};

/// How alike two words are by what joins them; 1 is the same word.
const FAMILY: f32 = 0.9;
pub(super) const SYNONYM: f32 = 0.8;
const PARAPHRASE: f32 = 0.75;
const ACRONYM: f32 = 0.9;
/// One number put in two ways.
const NUMBER: f32 = 0.85;
/// Two names of one day.
const DAY: f32 = 0.85;
/// How much of that is left where one of them is what a phrase reads as.
const PHRASE: f32 = 0.85;
/// The acronym of one mention and a word of the name it stands for in the other: `the IFS`, `the institute`.
const EXPANSION: f32 = 0.6;

/// Who says it counts less than what is said.
const ATTRIBUTION: f32 = 0.3;
/// So does what is said by the way.
const ASIDE: f32 = 0.4;
/// So does, where the other mention lacks it, what only joins others: `in the wake of`.
const FILLER: f32 = 0.3;
/// A name that a pronoun stands for counts less than one that is there.
const RESOLVED: f32 = 0.5;

/// A word of each mention that stand for each other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub(crate) a: u16,
    pub(crate) b: u16,
    /// How alike, in 0..=1.
    pub(crate) likeness: f32,
    /// Their weights: a word that both hold weighs more than it does alone.
    pub(crate) weight_a: f32,
    pub(crate) weight_b: f32,
}

/// The words of two mentions laid beside each other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Alignment {
    pub(crate) links: Vec<Link>,
    /// The words that found no partner.
    pub(crate) alone_a: Places,
    pub(crate) alone_b: Places,
    /// What the phrases change that are read as one word.
    pub(crate) phrases_a: Phrased,
    pub(crate) phrases_b: Phrased,
    /// Words without a partner that contradict each other.
    pub(crate) opposites: Vec<(u16, u16)>,
    found: Vec<Link>,
    pub(super) taken: Taken,
}

/// The words of the mention that others are compared with, so that a word is found without a search.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taken {
    /// By family: one more than the index of the word, or [`SEVERAL`].
    slots: Slots,
    /// What can mean the same as one of the words.
    near: SenseSet,
    /// The words that can mean something else, and the weight of the heaviest of them.
    pub(super) able: Vec<u16>,
    pub(super) heaviest: f32,
    /// What the mention that was scanned last has of them: a word here and one there of the same family, rising,
    pub(super) same: Vec<(u16, u16)>,
    /// and the words there that are none of these and can mean the same as one of them.
    pub(super) close: Vec<u16>,
}

/// Several words share a slot.
const SEVERAL: u16 = u16::MAX;

impl Taken {
    fn take(&mut self, words: &[Word], weights: &[Weight], senses: &Senses) {
        self.slots.clear();
        self.near.clear(senses.len());
        self.able.clear();
        self.heaviest = 0.0;
        for ((i, word), weight) in words.iter().enumerate().zip(weights) {
            let number = u16::try_from(i + 1).unwrap_or(SEVERAL);
            let taken = self.slots.get(word.family) != 0;
            self.slots.set(word.family, if taken { SEVERAL } else { number });
            if word.sense != 0 {
                self.able.push(i as u16);
                self.heaviest = self.heaviest.max(weight.alone);
                senses.near(word.sense).for_each(|sense| self.near.insert(sense));
            }
        }
    }

    /// Finds the words of another mention that stand for one of the words that were taken, or may do so, given the family of each
    /// of its words, and the sense and the place of those that can mean something else.
    #[inline]
    pub(super) fn scan<T>(
        &mut self,
        own: &[Word],
        other: &[T],
        family: impl Fn(&T) -> Key,
        senses: impl Iterator<Item = (Sense, u16)>,
    ) {
        self.same.clear();
        for (block, words) in other.chunks(64).enumerate() {
            // Nearly all that may be held is. Most words are not, and cost no branch.
            let held = words
                .iter()
                .enumerate()
                .fold(0_u64, |held, (bit, word)| held | u64::from(self.slots.get(family(word)) != 0) << bit);
            for bit in ones(held) {
                let Some(x) = self.find(family(&words[bit]), own) else { continue };
                self.same.push((x as u16, (64 * block + bit) as u16));
            }
        }
        self.close.clear();
        for (sense, place) in senses {
            if self.near.holds(sense) && !self.same.iter().any(|s| s.1 == place) {
                self.close.push(place);
            }
        }
    }

    /// Where the word of this family stands among the `words` that were taken.
    #[inline]
    fn find(&self, family: Key, words: &[Word]) -> Option<usize> {
        match self.slots.get(family) {
            0 => None,
            SEVERAL => words.binary_search_by_key(&family, |w| w.family).ok(),
            i => Some(usize::from(i) - 1).filter(|&i| words.get(i).is_some_and(|w| w.family == family)),
        }
    }
}

/// What it changes in a mention's sums that some of its phrases are read as one word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrased {
    /// Parts that count as what their phrase reads as, by index, and what each phrase that is so read reads as.
    pub(crate) parts: Vec<u16>,
    pub(crate) whole: Vec<u16>,
    /// Parts that are read in both ways and yet say one thing: each time one stands here it counts by half.
    halves: Vec<u16>,
    /// What the parts weighed, which they do no longer.
    pub(crate) weight: f32,
    pub(crate) squares: f32,
    /// What is added to the rarity, and to the number, of the mention's words.
    pub(crate) rarity: f32,
    pub(crate) words: f32,
}

/// What the story says its acronyms stand for.
pub(crate) trait Expansions {
    /// The words an acronym of these letters stands for, rising.
    fn expansion(&self, letters: u32) -> &[Key];
}

/// The weight of a word where only one mention of a pair holds it, and where both do.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Weight {
    pub(crate) alone: f32,
    pub(crate) shared: f32,
}

/// Weights as the mentions of a pile ask for them, each worked out once.
#[derive(Debug)]
pub(crate) struct Weights<'s> {
    stats: &'s Stats,
    /// For each family its number, its weight, and the rarity that this was worked out for, which differs little between its words.
    known: Map<Key, (u32, Weight, f32)>,
    /// How many mentions of the pile hold each family, by its number.
    pub(crate) holding: Vec<u32>,
}

impl<'s> Weights<'s> {
    pub(crate) fn new(stats: &'s Stats) -> Self {
        Self { stats, known: Map::default(), holding: Vec::new() }
    }

    /// The weight of a word of a mention, and the number of its family.
    pub(crate) fn of(&mut self, word: &Word) -> (Weight, u32) {
        let Self { stats, known, holding } = self;
        let (number, weight, rarity) = known.entry(word.family).or_insert_with(|| {
            holding.push(stats.holding(word.family));
            // No word has this rarity.
            (holding.len() as u32 - 1, Weight::default(), f32::NAN)
        });
        if *rarity != word.rarity {
            *rarity = word.rarity;
            *weight = Weight::of_rarity(stats, word.rarity, holding[*number as usize]);
        }
        (weight.in_mention(word), *number)
    }
}

impl Weight {
    /// The weight of a word of a mention, for a single comparison.
    pub(crate) fn of(stats: &Stats, word: &Word) -> Self {
        Self::of_rarity(stats, word.rarity, stats.holding(word.family)).in_mention(word)
    }

    fn of_rarity(stats: &Stats, rarity: f32, holding: u32) -> Self {
        let [alone, shared] = stats.weights(rarity, holding);
        Self { alone, shared }
    }

    /// What is left of the weight by what the word is in its mention.
    fn in_mention(self, word: &Word) -> Self {
        let share = if word.is(Word::ATTRIBUTION) {
            ATTRIBUTION
        } else if word.is(Word::RESOLVED) {
            RESOLVED
        } else if word.is(Word::ASIDE) {
            ASIDE
        } else {
            1.0
        };
        let Self { mut alone, mut shared } = self;
        if word.is(Word::PHRASE) {
            // It counts only where it is found.
            (alone, shared) = (0.0, alone);
        } else if word.is(Word::FILLER) {
            alone *= FILLER;
        }
        Self { alone: alone * share, shared: shared * share }
    }
}

/// What the weights of a mention's words come to, each word as if it stood here alone.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    pub(crate) weight: f32,
    pub(crate) squares: f32,
    /// Of the words of the subject, and of those in quotation marks.
    pub(crate) subject: f32,
    pub(crate) quoted: f32,
    /// Of the words that tell events, and of what is said of the subject.
    pub(crate) events: f32,
    pub(crate) said: f32,
}

impl Sums {
    pub(crate) fn of(words: &[Word], weights: &[Weight]) -> Self {
        let mut sums = Self::default();
        for (word, Weight { alone, .. }) in words.iter().zip(weights) {
            sums.weight += alone;
            sums.squares += alone * alone;
            if word.is(Word::SUBJECT) {
                sums.subject += alone;
            }
            if word.is(Word::QUOTED) {
                sums.quoted += alone;
            }
            if word.tells_event() {
                sums.events += alone;
            }
            if word.is_said() {
                sums.said += alone;
            }
        }
        sums
    }
}

/// A mention with the weights that its words have in a pile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weighed<'f> {
    pub(crate) features: Features<'f>,
    pub(crate) weights: &'f [Weight],
    pub(crate) sums: &'f Sums,
    /// Where it points beside what its report points to.
    pub(crate) apart: &'f Direction,
}

fn phrased(x: &Word, y: &Word) -> f32 {
    if (x.sort | y.sort) & Word::PHRASE != 0 { PHRASE } else { 1.0 }
}

/// Whether word `i` is what a phrase reads as, and each part of the phrase has a partner of its own.
fn spelled(f: &Features<'_>, alone: &Places, i: usize) -> bool {
    let mut parts = f.phrases().iter().filter(|p| usize::from(p.0) == i).peekable();
    f.words[i].is(Word::PHRASE) && parts.peek().is_some() && parts.all(|p| !alone.holds(usize::from(p.1)))
}

impl Phrased {
    fn clear(&mut self) {
        self.parts.clear();
        self.whole.clear();
        self.halves.clear();
        (self.weight, self.squares, self.rarity, self.words) = (0.0, 0.0, 0.0, 0.0);
    }

    /// Reads the phrases of one mention; what is not read has no partner to lack.
    fn read(&mut self, f: &Features<'_>, of: &[Weight], alone: &mut Places) {
        for &(phrase, part) in f.phrases() {
            let (p, q) = (usize::from(phrase), usize::from(part));
            if alone.holds(p) {
                continue;
            }
            if alone.holds(q) {
                alone.remove(q);
                self.parts.push(part);
                self.weight += of[q].alone;
                self.squares += of[q].alone * of[q].alone;
                self.rarity -= f.words[q].rarity;
                self.words -= 1.0;
            } else if f.words[p].is(Word::PHRASE) && !self.parts.contains(&part) {
                self.halves.push(part);
            }
        }
        for (i, word) in f.words.iter().enumerate().filter(|(_, w)| w.is(Word::PHRASE)) {
            if !alone.holds(i) {
                self.whole.push(i as u16);
                self.rarity += word.rarity;
                self.words += 1.0;
            }
            alone.remove(i);
        }
    }

    /// Whether word `i` is what a phrase reads as that is told by its parts.
    pub(crate) fn leaves(&self, i: usize, word: &Word) -> bool {
        word.is(Word::PHRASE) && !self.whole.contains(&(i as u16))
    }

    /// The weight that word `at` has in a link, by how its phrases are read.
    fn weight(&self, at: u16, word: &Word, of: &[Weight], weight: f32) -> f32 {
        let weight = if word.is(Word::PHRASE) { of[usize::from(at)].shared } else { weight };
        self.halves.iter().filter(|h| **h == at).fold(weight, |w, _| w * 0.5)
    }
}

impl Alignment {
    /// Gets ready to compare others with a mention.
    pub(crate) fn take(&mut self, mention: &Weighed<'_>, senses: &Senses) {
        self.taken.take(mention.features.words, mention.weights, senses);
    }

    /// Looks for the words of the mention that was taken, `own`, in another.
    pub(crate) fn scan(&mut self, own: &Features<'_>, other: &Features<'_>) {
        let senses = (0..).zip(other.words).filter(|(_, w)| w.sense != 0).map(|(place, w)| (w.sense, place));
        self.taken.scan(own.words, other.words, |w| w.family, senses);
    }

    /// Lays the words of `a` and `b` beside each other; one of them was taken before, `a` unless they are `turned`, and the other
    /// scanned.
    pub(crate) fn fill(
        &mut self,
        a: &Weighed<'_>,
        b: &Weighed<'_>,
        turned: bool,
        senses: &Senses,
        expansions: &impl Expansions,
    ) {
        let (wa, wb) = (a.weights, b.weights);
        let (a, b) = (&a.features, &b.features);
        self.links.clear();
        self.opposites.clear();
        self.alone_a.fill(a.words.len());
        self.alone_b.fill(b.words.len());
        // Words are sorted by family, and so are the links.
        for &(x, y) in &self.taken.same {
            let (i, j) = if turned { (y, x) } else { (x, y) };
            let (p, q) = (&a.words[usize::from(i)], &b.words[usize::from(j)]);
            let likeness = if p.key == q.key { 1.0 } else { FAMILY } * phrased(p, q);
            let (weight_a, weight_b) = (wa[usize::from(i)].shared, wb[usize::from(j)].shared);
            self.links.push(Link { a: i, b: j, likeness, weight_a, weight_b });
            self.alone_a.remove(usize::from(i));
            self.alone_b.remove(usize::from(j));
        }
        if !self.taken.close.is_empty() {
            self.find_senses((a, wa), (b, wb), turned, senses);
        }
        self.find_acronyms((a, wa), (b, wb), expansions);
        if a.tally.any & b.tally.any & Word::NUMBER != 0 {
            self.find_numbers((a, wa), (b, wb));
        }
        if a.tally.any & b.tally.any & Word::CALENDAR != 0 {
            self.find_days((a, wa), (b, wb));
        }
        self.link_found(a, b);
        self.read_phrases((a, wa), (b, wb));
    }

    /// Reads each phrase in the one way that the other mention knows: as one word where it has that, else by its parts.
    fn read_phrases(&mut self, (a, wa): (&Features<'_>, &[Weight]), (b, wb): (&Features<'_>, &[Weight])) {
        self.phrases_a.clear();
        self.phrases_b.clear();
        let none = |f: &Features<'_>| f.tally.any & Word::PHRASE == 0 && !f.has(PHRASES);
        if none(a) && none(b) {
            return;
        }
        // The same phrase on both sides is told by its words.
        let is_phrase = |words: &[Word], i: u16| words[usize::from(i)].is(Word::PHRASE);
        let any = self.links.iter().any(|l| is_phrase(a.words, l.a) && is_phrase(b.words, l.b));
        if any {
            self.links.retain(|l| {
                let (i, j) = (usize::from(l.a), usize::from(l.b));
                let twice = spelled(a, &self.alone_a, i) && spelled(b, &self.alone_b, j);
                if twice {
                    self.alone_a.insert(i);
                    self.alone_b.insert(j);
                }
                !twice
            });
        }
        self.phrases_a.read(a, wa, &mut self.alone_a);
        self.phrases_b.read(b, wb, &mut self.alone_b);
        for l in &mut self.links {
            let (x, y) = (&a.words[usize::from(l.a)], &b.words[usize::from(l.b)]);
            l.weight_a = self.phrases_a.weight(l.a, x, wa, l.weight_a);
            l.weight_b = self.phrases_b.weight(l.b, y, wb, l.weight_b);
        }
    }

    /// Finds words that can mean the same.
    fn find_senses(
        &mut self,
        (a, wa): (&Features<'_>, &[Weight]),
        (b, wb): (&Features<'_>, &[Weight]),
        turned: bool,
        senses: &Senses,
    ) {
        let (taken, other) = if turned { (b, a) } else { (a, b) };
        let alone = if turned { &self.alone_b } else { &self.alone_a };
        for y in self.taken.close.iter().map(|&y| usize::from(y)) {
            let Some(word) = other.words.get(y) else { continue };
            for x in self.taken.able.iter().map(|&x| usize::from(x)).filter(|&x| alone.holds(x)) {
                let own = &taken.words[x];
                let Some(synonyms) = senses.share(own.sense, word.sense) else { continue };
                let (i, j) = if turned { (y, x) } else { (x, y) };
                let likeness = if synonyms { SYNONYM } else { PARAPHRASE };
                let likeness = likeness * phrased(own, word);
                let (weight_a, weight_b) = (wa[i].alone, wb[j].alone);
                self.found.push(Link { a: i as u16, b: j as u16, likeness, weight_a, weight_b });
            }
        }
    }

    /// Finds acronyms and the words they stand for.
    fn find_acronyms(
        &mut self,
        (a, wa): (&Features<'_>, &[Weight]),
        (b, wb): (&Features<'_>, &[Weight]),
        expansions: &impl Expansions,
    ) {
        for (short, long, of_a) in [(a, b, true), (b, a, false)] {
            if short.tally.any & Word::ACRONYM == 0 {
                continue;
            }
            for acronym in short.acronyms() {
                let is_it = |w: &Word| w.is(Word::ACRONYM) && w.at == acronym.start;
                let Some(s) = short.words.iter().position(is_it) else { continue };
                let spelled = long.initials().iter().find(|r| r.letters == acronym.letters);
                let expansion = expansions.expansion(acronym.letters);
                for (l, word) in long.words.iter().enumerate() {
                    let likeness = if spelled.is_some_and(|r| (r.start..r.end).contains(&word.at)) {
                        ACRONYM
                    } else if spelled.is_none() && expansion.binary_search(&word.family).is_ok() {
                        EXPANSION
                    } else {
                        continue;
                    };
                    let (x, y) = if of_a { (s, l) } else { (l, s) };
                    let (weight_a, weight_b) = (wa[x].alone, wb[y].alone);
                    self.found.push(Link { a: x as u16, b: y as u16, likeness, weight_a, weight_b });
                }
            }
        }
    }

    /// Finds numbers that are one, put in two ways (`5,100` and `more than 5,000`, `60 metres` and `200 feet`), and sets apart those
    /// that are the same and have little to do with each other (`two years` and `two villages`).
    fn find_numbers(&mut self, (a, wa): (&Features<'_>, &[Weight]), (b, wb): (&Features<'_>, &[Weight])) {
        if !a.both_hold(b, QUANTITIES) {
            return;
        }
        let (of_a, of_b) = (a.quantities(), b.quantities());
        for l in &mut self.links {
            let (x, y) = (&a.words[usize::from(l.a)], &b.words[usize::from(l.b)]);
            if x.family == y.family && x.is(Word::NUMBER) && y.is(Word::NUMBER) {
                let is = |q: &&Quantity| number_key(q.number()) == x.family;
                let pairs = of_a.iter().filter(is).flat_map(|q| of_b.iter().filter(is).map(|r| q.kinship(r)));
                // Numbers of names and of dates are no quantities.
                l.likeness *= pairs.reduce(f32::max).unwrap_or(1.0);
            }
        }
        for q in of_a {
            let at = |f: &Features<'_>, q: &Quantity, alone: &Places| {
                let at = f.words.binary_search_by_key(&number_key(q.number()), |w| w.family).ok();
                at.filter(|&i| alone.holds(i))
            };
            let Some(i) = at(a, q, &self.alone_a) else { continue };
            for r in of_b.iter().filter(|r| q.is_put_otherwise(r)) {
                let Some(j) = at(b, r, &self.alone_b) else { continue };
                let (weight_a, weight_b) = (wa[i].alone, wb[j].alone);
                self.found.push(Link { a: i as u16, b: j as u16, likeness: NUMBER, weight_a, weight_b });
            }
        }
    }

    /// Finds the words of one day that has two names: `yesterday`, `on Tuesday`, `Nov. 4`.
    fn find_days(&mut self, (a, wa): (&Features<'_>, &[Weight]), (b, wb): (&Features<'_>, &[Weight])) {
        let ([x], [y]) = (a.dates(), b.dates()) else { return };
        if x.start().is_none() || x.start() != y.start() || x.end() != y.end() {
            return;
        }
        fn named<'f>(f: &'f Features<'_>, alone: &'f Places) -> impl Iterator<Item = usize> + 'f {
            let day = |w: &Word| w.is(Word::CALENDAR) && !w.is(Word::NUMBER);
            alone.iter().filter(move |&i| day(&f.words[i]))
        }
        const NAMES: u32 = Word::WEEKDAY | Word::MONTH | Word::DAY;
        for (i, j) in named(a, &self.alone_a).zip(named(b, &self.alone_b)) {
            // "Saturday, July 24" and "Wednesday, July 24" are no two names of one day.
            if a.words[i].sort & b.words[j].sort & NAMES != 0 {
                continue;
            }
            let (weight_a, weight_b) = (wa[i].alone, wb[j].alone);
            self.found.push(Link { a: i as u16, b: j as u16, likeness: DAY, weight_a, weight_b });
        }
    }

    /// Links what was found, the likeliest first.
    fn link_found(&mut self, a: &Features<'_>, b: &Features<'_>) {
        // Equals in an order that does not depend on which mention is a.
        let rank = |l: &Link| {
            let (x, y) = (a.words[usize::from(l.a)].family, b.words[usize::from(l.b)].family);
            (x.min(y), x.max(y))
        };
        if self.found.is_empty() {
            return;
        }
        let mut found = core::mem::take(&mut self.found);
        found.sort_unstable_by(|l, m| m.likeness.total_cmp(&l.likeness).then_with(|| rank(l).cmp(&rank(m))));
        for link in found.drain(..) {
            let (x, y) = (usize::from(link.a), usize::from(link.b));
            let free = (self.alone_a.holds(x), self.alone_b.holds(y));
            // The words of a name share its acronym; other words have one partner.
            if free == (true, true) || link.likeness == ACRONYM && (free.0 || free.1) {
                self.alone_a.remove(x);
                self.alone_b.remove(y);
                self.links.push(link);
            }
        }
        self.found = found;
    }

    /// Whether a place that only one names is a region of one that only the other names: "in Arizona", "in the U.S."
    pub(crate) fn has_region(&self, a: &Features<'_>, b: &Features<'_>, knowledge: &Knowledge) -> bool {
        let place = |f: &Features<'_>, i: usize| f.words.get(i).filter(|w| w.is(Word::PLACE)).map(|w| w.key);
        self.alone_a.iter().filter_map(|i| place(a, i)).any(|x| {
            let mut others = self.alone_b.iter().filter_map(|j| place(b, j));
            others.any(|y| knowledge.within(x, y))
        })
    }

    /// Finds the words without a partner that contradict each other.
    pub(crate) fn find_opposites(&mut self, a: &Features<'_>, b: &Features<'_>, knowledge: &Knowledge) {
        // A phrase that is told by its parts is opposed as a whole: "approved the plan", "threw the plan out".
        let opposable = |f: &Features<'_>, alone: &Places, read: &Phrased| {
            let all = (0..f.words.len()).filter(|&i| f.words[i].is(Word::OPPOSITE));
            all.filter(|&i| alone.holds(i) || read.leaves(i, &f.words[i])).collect::<Vec<_>>()
        };
        let others = opposable(b, &self.alone_b, &self.phrases_b);
        for i in opposable(a, &self.alone_a, &self.phrases_a) {
            let x = &a.words[i];
            for &j in &others {
                let y = &b.words[j];
                if knowledge.opposite(x.key, y.key) || knowledge.opposite(x.family, y.family) {
                    self.opposites.push((i as u16, j as u16));
                }
            }
        }
    }
}
