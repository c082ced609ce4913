//! What speaks for and against two mentions stating the same: a number for each thing, by name.

use crate::mention::{
    modality::Modality,
    quantity::{Agreement, Quantity},
};

use super::{
    alignment::{Alignment, Expansions, Weight},
    features::{Features, Word},
    knowledge::{Key, Knowledge},
    stats::Stats,
};

macro_rules! signals {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What speaks for and against two mentions stating the same, by name.
        ///
        /// Each is the same whichever mention comes first.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct Signals {
            $($(#[$doc])* pub $name: f32,)*
        }

        impl Signals {
            /// The names of the signals, in the order of [`Signals::values`].
            pub const NAMES: [&'static str; [$(stringify!($name)),*].len()] = [$(stringify!($name)),*];

            /// The signals in the order of [`Signals::NAMES`].
            #[must_use]
            pub const fn values(&self) -> [f32; Self::NAMES.len()] {
                [$(self.$name),*]
            }
        }
    };
}

signals! {
    /// Weight of the words both have, of the weight of all words. 0..=1.
    overlap,
    /// The same with each word weighted by its rarity in English alone.
    background_overlap,
    /// The same with each word counting one.
    plain_overlap,
    /// Weight of the words both have, of the weight of the lighter mention: near 1 where one holds the other. 0..=1.
    containment,
    /// The same of the heavier mention.
    coverage,
    /// Words of the same family only, of the lighter mention.
    exact_containment,
    /// Cosine of the weighted words. 0..=1.
    cosine,
    /// Weight of the words both have, in tens of nats.
    shared_weight,
    /// Weight of the rarest word both have, in tens of nats.
    rarest_shared,
    /// Weight of the words of the lighter mention that the other lacks, in tens of nats.
    missing_weight,
    /// The heaviest of them.
    rarest_missing,
    /// Weight of the words of the heavier mention that the other lacks, in tens of nats.
    extra_weight,
    /// Pairs of neighbouring words both have, of those of the shorter. 0..=1.
    bigrams,
    /// Words in common and in the same order, of the shorter. 0..=1.
    subsequence,
    /// The same of the longer.
    subsequence_long,
    /// Length of the longest passage both have word for word, of the shorter. 0..=1.
    passage,
    /// Its length, in tens of words, at most 1.
    passage_length,
    /// Character 4-grams both have, of all, by a sample of half of them. 0..=1.
    characters,
    /// Character 4-grams both have, of the shorter. 0..=1.
    characters_contained,
    /// Names both have, of the names of the one with fewer. 0..=1; 0 where one has none.
    names_shared,
    /// Whether both have a name that the other lacks.
    names_differ,
    /// Whether one has names and the other has none.
    names_one_sided,
    /// Numbers both have, of the numbers of the one with fewer. 0..=1; 0 where one has none.
    numbers_shared,
    /// Whether both have a number that the other lacks.
    numbers_differ,
    /// Whether one has numbers and the other none.
    numbers_one_sided,
    /// Days and months both have: 1 shared, -1 only different ones, else 0.
    calendar,
    /// Verbs both have, by word, synonym or paraphrase, of the verbs of the one with fewer.
    verbs_shared,
    /// Whether both have verbs and none for each other.
    verbs_differ,
    /// Whether the verbs of the main clauses are the same, synonyms or paraphrases.
    heads,
    /// Whether both main clauses have a verb, and each verb is alone.
    heads_differ,
    /// Weight of the words of the subjects that are in both subjects, of the lighter subject.
    subjects,
    /// Whether a name or noun of one subject stands in the other mention outside its subject, and the reverse.
    crossed,
    /// Quantities of one that agree with one of the other, of the fewer.
    quantities,
    /// Whether a quantity differs from one of the other, and none agrees with it.
    quantities_differ,
    /// Dates: 1 where some agree, -1 where all that can be compared differ, else 0.
    dates,
    /// Weight of the quoted words both have in quotation marks, of the lighter quotation.
    quoted,
    /// Weight of the speaker both have, in tens of nats: less for one who says much.
    speakers,
    /// Whether both have a speaker, and not the same.
    speakers_differ,
    /// Length of the longest passage of two quotations of one speaker, of the shorter; 0 for any others.
    remark,
    /// Whether one has a pronoun for a subject and lacks a name of the other.
    pronoun,
    /// Whether one denies and the other does not.
    polarity,
    /// Whether one has a negating word and the other none.
    negated,
    /// Whether one says what may be and the other what is.
    modality,
    /// Pairs of opposite words.
    opposites,
    /// Names both have that stand in the other order.
    swapped,
    /// Length of the shorter over that of the longer, in words. 0..=1.
    length_ratio,
    /// Length of the shorter in tens of words, at most 4.
    length,
    /// How far the words that one lacks stand in the sentence around it. 0..=1.
    context,
    /// Overlap of the sentences around. 0..=1.
    contexts,
    /// The same, of mentions that overlap themselves: product of both.
    contexts_overlap,
    /// How far each says what the sentence around the other says elsewhere: two parts of one sentence. 0..=1.
    apart,
    /// Natural logarithm of the number of mentions, in tens.
    pile,
}

/// Working memory for comparisons.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workspace {
    pub(crate) alignment: Alignment,
    /// Where both have the same word: places in a, rising, and in b, falling.
    pub(crate) matches: Vec<(u16, u16)>,
    row: Vec<u16>,
    /// Places in b that match the word before, and this word, each with the length of the passage that ends there.
    last: Vec<(u16, u16)>,
    this: Vec<(u16, u16)>,
}

fn ratio(a: f32, b: f32) -> f32 {
    if b > 0.0 { (a / b).min(1.0) } else { 0.0 }
}

/// Whether one is meant as a fact and the other as what may be, is asked for or alleged. What is planned is often told as
/// done, and what a condition holds as a fact, so that these say nothing.
fn meant_differently(a: Option<Modality>, b: Option<Modality>) -> bool {
    let open = |m: Modality| {
        matches!(
            m,
            Modality::Possible
                | Modality::Probable
                | Modality::Demanded
                | Modality::Questioned
                | Modality::Alleged
        )
    };
    matches!((a, b), (Some(a), Some(b)) if a == Modality::Asserted && open(b) || b == Modality::Asserted && open(a))
}

/// Whether one word stands for what may be or will be and the other for what is or was.
fn moods_differ(x: &Word, y: &Word) -> bool {
    let (px, py) = (x.is(Word::POSSIBLE), y.is(Word::POSSIBLE));
    let (fx, fy) = (x.is(Word::FUTURE), y.is(Word::FUTURE));
    px != py && !(fx || fy) || fx != fy && !(px || py) && (x.is(Word::DONE) || y.is(Word::DONE))
}

fn yes(b: bool) -> f32 {
    if b { 1.0 } else { 0.0 }
}

/// Below both of these a pair has too little in common to be worth the other signals.
const LITTLE_OVERLAP: f32 = 0.06;
const LITTLE_CONTAINMENT: f32 = 0.2;

impl Workspace {
    /// The signals of two mentions; `None` where `eager` is not set and they have too little in common.
    pub(crate) fn signals(
        &mut self,
        (a, weights_a): (&Features, &[Weight]),
        (b, weights_b): (&Features, &[Weight]),
        stats: &Stats,
        knowledge: &Knowledge,
        expansions: &impl Expansions,
        eager: bool,
    ) -> Option<Signals> {
        self.alignment.fill((a, weights_a), (b, weights_b), knowledge, expansions);
        let mut s = Signals::default();
        self.weigh(a, b, &mut s);
        if !eager && s.overlap < LITTLE_OVERLAP && s.containment < LITTLE_CONTAINMENT {
            return None;
        }
        self.order(a, b, &mut s);
        self.sorts(a, b, &mut s);
        self.around(a, b, &mut s);
        self.roles(a, b, &mut s);
        if !a.speaker.is_empty() && !b.speaker.is_empty() {
            let shared = a.speaker.iter().filter(|k| b.speaker.contains(k));
            let weight = shared.map(|&k| stats.speaker_weight(k)).fold(0.0, f32::max);
            s.speakers = weight / 10.0;
            s.speakers_differ = yes(weight == 0.0);
            s.remark = if a.quoted && b.quoted { s.passage * yes(weight > 0.0) } else { 0.0 };
        }
        values(a, b, &mut s);
        s.pile = (stats.mentions() as f32 + 1.0).ln() / 10.0;
        Some(s)
    }

    fn weigh(&self, a: &Features, b: &Features, s: &mut Signals) {
        let al = &self.alignment;
        let (mut shared_a, mut shared_b, mut dot, mut exact) = (0.0, 0.0, 0.0, 0.0);
        let (mut background, mut plain) = (0.0, 0.0);
        for l in &al.links {
            let (i, j) = (usize::from(l.a), usize::from(l.b));
            let (wa, wb) = (al.weights_a[i], al.weights_b[j]);
            let mean = (wa + wb) / 2.0;
            shared_a += wa * l.likeness;
            shared_b += wb * l.likeness;
            dot += wa * wb * l.likeness;
            background += (a.words[i].rarity + b.words[j].rarity) / 2.0 * l.likeness;
            plain += l.likeness;
            if l.likeness >= 0.9 {
                exact += mean;
            }
            s.rarest_shared = s.rarest_shared.max(mean * l.likeness / 10.0);
        }
        let sum = |w: &[f32]| w.iter().sum::<f32>();
        let (wa, wb) = (sum(&al.weights_a), sum(&al.weights_b));
        let shared = (shared_a + shared_b) / 2.0;
        s.overlap = ratio(shared, wa + wb - shared);
        // Phrases count in the one way they are read.
        let read = |f: &Features, w: &[f32]| {
            let read = f.words.iter().zip(w).filter(|(_, w)| **w > 0.0);
            read.fold((0.0, 0.0), |(rarity, n), (word, _)| (rarity + word.rarity, n + 1.0))
        };
        let ((rarity_a, na), (rarity_b, nb)) = (read(a, &al.weights_a), read(b, &al.weights_b));
        s.background_overlap = ratio(background, rarity_a + rarity_b - background);
        s.plain_overlap = ratio(plain, na + nb - plain);
        s.containment = ratio(shared_a, wa).max(ratio(shared_b, wb));
        s.coverage = ratio(shared_a, wa).min(ratio(shared_b, wb));
        s.exact_containment = ratio(exact, wa.min(wb));
        let norm = |w: &[f32]| w.iter().map(|x| x * x).sum::<f32>().sqrt();
        s.cosine = ratio(dot, norm(&al.weights_a) * norm(&al.weights_b));
        s.shared_weight = shared / 10.0;
        let missing = |alone: &[u16], w: &[f32]| {
            let of = alone.iter().map(|&i| w[usize::from(i)]);
            (of.clone().sum::<f32>() / 10.0, of.fold(0.0, f32::max) / 10.0)
        };
        let (ma, ra) = missing(&al.alone_a, &al.weights_a);
        let (mb, rb) = missing(&al.alone_b, &al.weights_b);
        let a_lighter = wa <= wb;
        (s.missing_weight, s.rarest_missing) = if a_lighter { (ma, ra) } else { (mb, rb) };
        s.extra_weight = if a_lighter { mb } else { ma };
        let denied = |x: &Word, y: &Word| x.is(Word::DENIED) != y.is(Word::DENIED);
        let pairs = al.links.iter().filter(|l| l.likeness >= 0.75);
        let mut linked = pairs.map(|l| (&a.words[usize::from(l.a)], &b.words[usize::from(l.b)]));
        let (mut polarity, mut modality) = (false, false);
        for (x, y) in linked.by_ref().filter(|(x, y)| !x.is(Word::ATTRIBUTION) && !y.is(Word::ATTRIBUTION)) {
            polarity |= denied(x, y);
            modality |= moods_differ(x, y);
        }
        let contradict = |&&(i, j): &&(u16, u16)| !denied(&a.words[usize::from(i)], &b.words[usize::from(j)]);
        s.opposites = al.opposites.iter().filter(contradict).count().min(2) as f32;
        // What is denied here by a negation may be denied there by a word of the opposite sense.
        s.polarity = yes(polarity && al.opposites.is_empty());
        s.negated = yes(a.negated != b.negated);
        s.modality = yes(modality || meant_differently(a.modality, b.modality));
    }

    /// Where the mentions have the same word: places in a, rising, and in b, falling.
    fn match_places(&mut self, a: &Features, b: &Features) {
        self.matches.clear();
        let (mut i, mut j) = (0, 0);
        while let (Some(&(p, at)), Some(&(q, _))) = (a.places.get(i), b.places.get(j)) {
            if p < q {
                i += 1;
            } else if q < p {
                j += 1;
            } else {
                self.matches.extend(b.places[j..].iter().take_while(|x| x.0 == p).map(|x| (at, x.1)));
                i += 1;
            }
        }
        self.matches.sort_unstable_by_key(|&(i, j)| (i, core::cmp::Reverse(j)));
    }

    /// Over the matches: the length of the longest common subsequence, by the method of Hunt and Szymanski (1977), that of
    /// the longest common passage, and how many words of a follow in b on the word they follow in a.
    fn follow(&mut self) -> (usize, u16, u16) {
        self.row.clear();
        self.last.clear();
        self.this.clear();
        let (mut passage, mut pairs) = (0, 0);
        let mut at = None;
        let mut paired = false;
        for &(i, j) in &self.matches {
            if at != Some(i) {
                // A passage goes on only from the word just before.
                core::mem::swap(&mut self.last, &mut self.this);
                self.this.clear();
                if at.is_none_or(|a| a + 1 != i) {
                    self.last.clear();
                }
                pairs += u16::from(core::mem::take(&mut paired));
                at = Some(i);
            }
            // Matches of one word come with falling places in b, so that a subsequence takes at most one of them.
            let k = self.row.partition_point(|&end| end < j);
            match self.row.get_mut(k) {
                Some(end) => *end = j,
                None => self.row.push(j),
            }
            let before = self.last.iter().find(|l| l.0 + 1 == j).map_or(0, |l| l.1);
            self.this.push((j, before + 1));
            passage = passage.max(before + 1);
            paired |= before > 0;
        }
        pairs += u16::from(paired);
        (self.row.len(), passage, pairs)
    }

    /// Signals of the order of words.
    fn order(&mut self, a: &Features, b: &Features, s: &mut Signals) {
        let (na, nb) = (a.sequence.len(), b.sequence.len());
        let (short, long) = (na.min(nb) as f32, na.max(nb) as f32);
        self.match_places(a, b);
        let (common, passage, pairs) = self.follow();
        let common = common as f32;
        s.subsequence = ratio(common, short);
        s.subsequence_long = ratio(common, long);
        s.passage = ratio(f32::from(passage), short);
        s.passage_length = (f32::from(passage) / 10.0).min(1.0);
        s.bigrams = ratio(f32::from(pairs), short - 1.0);
        s.length_ratio = ratio(short, long);
        s.length = (short / 10.0).min(4.0);
        let grams = common_sorted(&a.grams, &b.grams) as f32;
        let (ga, gb) = (a.grams.len() as f32, b.grams.len() as f32);
        s.characters = ratio(grams, ga + gb - grams);
        s.characters_contained = ratio(grams, ga.min(gb));
        // Shared names in the other order: each pair of them counts.
        let mut places: Vec<(u16, u16)> = self
            .alignment
            .links
            .iter()
            .map(|l| (&a.words[usize::from(l.a)], &b.words[usize::from(l.b)]))
            .filter(|(p, _)| p.is(Word::NAME))
            .map(|(p, q)| (p.at, q.at))
            .collect();
        places.sort_unstable();
        let swapped = places.windows(2).filter(|w| w[0].1 > w[1].1).count();
        s.swapped = yes(swapped > 0);
    }

    /// Signals of each sort of word.
    fn sorts(&self, a: &Features, b: &Features, s: &mut Signals) {
        let al = &self.alignment;
        let count = |f: &Features, w: &[f32], sort: u32| {
            f.words.iter().zip(w).filter(|(x, w)| x.is(sort) && **w > 0.0).count() as f32
        };
        let (wa, wb) = (&al.weights_a, &al.weights_b);
        let alone = |f: &Features, alone: &[u16], sort: u32| {
            alone.iter().filter(|&&i| f.words[usize::from(i)].is(sort)).count() as f32
        };
        let linked = |sort: u32| {
            al.links
                .iter()
                .filter(|l| a.words[usize::from(l.a)].is(sort) || b.words[usize::from(l.b)].is(sort))
                .map(|l| l.likeness)
                .sum::<f32>()
        };
        let share = |sort: u32| {
            let (na, nb) = (count(a, wa, sort), count(b, wb, sort));
            let differ = alone(a, &al.alone_a, sort) > 0.0 && alone(b, &al.alone_b, sort) > 0.0;
            (ratio(linked(sort), na.min(nb)), yes(differ), yes((na == 0.0) != (nb == 0.0)))
        };
        (s.names_shared, s.names_differ, s.names_one_sided) = share(Word::NAME);
        (s.numbers_shared, s.numbers_differ, s.numbers_one_sided) = share(Word::NUMBER);
        let (days, differ, _) = share(Word::CALENDAR);
        s.calendar = if days > 0.0 { 1.0 } else { -differ };
        let (verbs, _, _) = share(Word::VERB);
        s.verbs_shared = verbs;
        s.verbs_differ =
            yes(verbs == 0.0 && count(a, wa, Word::VERB) > 0.0 && count(b, wb, Word::VERB) > 0.0);
    }

    /// Signals of who does what.
    fn roles(&self, a: &Features, b: &Features, s: &mut Signals) {
        let al = &self.alignment;
        let has = |f: &Features, sort: u32| f.words.iter().any(|w| w.is(sort));
        let (mut heads, mut head_a, mut head_b) = (0.0_f32, false, false);
        let (mut subjects, mut cross_a, mut cross_b, mut quoted) = (0.0, false, false, 0.0);
        for l in &al.links {
            let (i, j) = (usize::from(l.a), usize::from(l.b));
            let (x, y) = (&a.words[i], &b.words[j]);
            let mean = (al.weights_a[i] + al.weights_b[j]) / 2.0 * l.likeness;
            if x.is(Word::HEAD) && y.is(Word::HEAD) {
                heads = heads.max(l.likeness);
            }
            head_a |= x.is(Word::HEAD);
            head_b |= y.is(Word::HEAD);
            match (x.is(Word::SUBJECT), y.is(Word::SUBJECT)) {
                (true, true) => subjects += mean,
                (true, false) => cross_a = true,
                (false, true) => cross_b = true,
                _ => {}
            }
            if x.is(Word::QUOTED) && y.is(Word::QUOTED) {
                quoted += mean;
            }
        }
        s.heads = if heads > 0.0 {
            heads
        } else if head_a || head_b {
            0.4
        } else {
            0.0
        };
        s.heads_differ = yes(has(a, Word::HEAD) && has(b, Word::HEAD) && !head_a && !head_b);
        let weight = |f: &Features, w: &[f32], sort: u32| {
            f.words.iter().zip(w).filter(|(x, _)| x.is(sort)).map(|(_, w)| w).sum::<f32>()
        };
        let of = |sort: u32| weight(a, &al.weights_a, sort).min(weight(b, &al.weights_b, sort));
        s.subjects = ratio(subjects, of(Word::SUBJECT));
        s.crossed = yes(cross_a && cross_b && a.passive == b.passive);
        s.quoted = ratio(quoted, of(Word::QUOTED));
        let lacks =
            |f: &Features, alone: &[u16]| alone.iter().any(|&i| f.words[usize::from(i)].is(Word::NAME));
        s.pronoun = yes(a.pronouns && lacks(b, &al.alone_b) || b.pronouns && lacks(a, &al.alone_a));
    }

    /// Signals of the sentences around.
    fn around(&self, a: &Features, b: &Features, s: &mut Signals) {
        let al = &self.alignment;
        let (ca, cb) = (&a.context, &b.context);
        let found = |f: &Features, alone: &[u16], weights: &[f32], context: &[Key]| {
            let mut sum = 0.0;
            for &i in alone {
                if context.binary_search(&f.words[usize::from(i)].family).is_ok() {
                    sum += weights[usize::from(i)];
                }
            }
            sum
        };
        let sum = |alone: &[u16], w: &[f32]| alone.iter().map(|&i| w[usize::from(i)]).sum::<f32>();
        let of_a = ratio(found(a, &al.alone_a, &al.weights_a, cb), sum(&al.alone_a, &al.weights_a));
        let of_b = ratio(found(b, &al.alone_b, &al.weights_b, ca), sum(&al.alone_b, &al.weights_b));
        s.context = of_a.max(of_b);
        let common = common_sorted(ca, cb) as f32;
        s.contexts = ratio(common, (ca.len() + cb.len()) as f32 - common);
        s.contexts_overlap = s.contexts * s.plain_overlap;
        let whole = |w: &[f32]| w.iter().sum::<f32>();
        let part_a = ratio(found(a, &al.alone_a, &al.weights_a, cb), whole(&al.weights_a));
        let part_b = ratio(found(b, &al.alone_b, &al.weights_b, ca), whole(&al.weights_b));
        s.apart = part_a.min(part_b);
    }
}

/// Signals of typed values.
fn values(a: &Features, b: &Features, s: &mut Signals) {
    let agreeing = |x: &[Quantity], y: &[Quantity]| {
        x.iter().filter(|q| y.iter().any(|r| q.compare(r) == Agreement::Agree)).count() as f32
    };
    let (qa, qb) = (&a.quantities, &b.quantities);
    let (na, nb) = (agreeing(qa, qb), agreeing(qb, qa));
    s.quantities = ratio(na.min(nb), qa.len().min(qb.len()) as f32);
    let alone = |q: &Quantity, others: &[Quantity]| others.iter().all(|r| q.compare(r) != Agreement::Agree);
    let differing = |q: &Quantity| qb.iter().any(|r| q.compare(r) == Agreement::Differ && alone(r, qa));
    s.quantities_differ = yes(qa.iter().any(|q| alone(q, qb) && differing(q)));
    let mut dates = 0.0;
    for x in &a.dates {
        for y in &b.dates {
            match x.compare(y) {
                Agreement::Agree => dates = 1.0,
                Agreement::Differ if dates == 0.0 => dates = -1.0,
                _ => {}
            }
        }
    }
    s.dates = dates;
}

/// How many numbers two sorted lists share.
fn common_sorted(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        n += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    n
}
