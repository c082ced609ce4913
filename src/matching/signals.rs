//! What speaks for and against two mentions stating the same: a number for each thing, by name.

use crate::mention::{modality::Modality, quantity::Agreement};

use super::{
    alignment::{Alignment, Expansions, Link, Weighed},
    amounts::Amounts,
    features::{Context, Features, Tally, Word},
    knowledge::{Key, Knowledge},
    order::Order,
    page::{DATES, QUANTITIES, SPEAKER},
    places::Places,
    shares::{Alone, ROLES, SharedWeight, ratio},
    stats::Stats,
};

macro_rules! signals {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What speaks for and against two mentions stating the same, by name.
        ///
        /// Each is the same whichever mention comes first.
        #[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize)]
        #[non_exhaustive]
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

            /// The signals as the score weighs them: what mentions of few words share is taken back by their `substance`. That a
            /// mention of one word has it in common with another says little.
            #[doc(hidden)]
            #[must_use]
            pub const fn weighed(&self) -> [f32; Self::NAMES.len()] {
                self.taken_back().values()
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
    /// How rare in English the words of the mention are together that has less of it, in tens of nats.
    substance,
    /// Words in common and in the same order, of the shorter. 0..=1.
    subsequence,
    /// The same of the longer.
    subsequence_long,
    /// Its length, in tens of words, at most 1.
    passage_length,
    /// Character 4-grams both have, of all, estimated from a sample of half of them. 0..=1.
    characters,
    /// Character 4-grams both have, of the shorter. 0..=1.
    characters_contained,
    /// Names both have, of the names of the one with fewer. 0..=1; 0 where one has none.
    names_shared,
    /// Whether both have a name in one role, as what acts or undergoes, and not the same: another person, another body. 0 or 1.
    names_differ,
    /// Whether each names places, and none of them is the same or holds another. 0 or 1.
    places_differ,
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
    /// The same as `overlap` of the words that tell events alone: verbs, and nouns and adjectives made of them, but not who says
    /// it. 0..=1.
    events,
    /// The same of what is said alone: neither names, nor the subject, nor who says it. 0..=1.
    said,
    /// Whether the verbs of the main clauses are the same, synonyms or paraphrases.
    heads,
    /// How alike the nouns are that head what the main verbs act on. 0..=1.
    objects,
    /// Whether the main verbs are alike and what they act on, without a preposition, is not: the weight of the lighter of both nouns, in
    /// tens of nats.
    objects_differ,
    /// Weight of the words of the subjects that are in both subjects, of the lighter subject.
    subjects,
    /// Quantities of one that agree with one of the other, of the fewer, each by how near they are and whether both are of one
    /// kind. 0..=1.
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
    /// How much a fact-checker would want the sentence of the one checked that is less worth it: what is worth checking is told by
    /// other reports too. 0..=1; 0.45 where unknown.
    worth,
    /// Whether one is in the speaker's own words and the other is not.
    quoted_alone,
    /// Whether the speaker speaks in one, as `I` or `we`, and not in the other.
    first_person,
    /// Whether one has a modal verb and the other has none.
    modal,
    /// How far apart they stand in their reports, each report from 0 to 1: what leads in one leads in the other. 0..=1; 0.33 where
    /// unknown.
    place,
    /// How far the words that one lacks stand in the sentence around it. 0..=1.
    context,
    /// Overlap of the sentences around, estimated. 0..=1.
    contexts,
    /// The same, of mentions that overlap themselves: product of both.
    contexts_overlap,
    /// How alike both are by the company that their words keep in English: cosine of their word vectors. -1..=1.
    meaning,
    /// The same of what sets each apart from the rest of its report.
    meaning_apart,
    /// Natural logarithm of the number of mentions, in tens.
    pile,
}

/// Nats at which the shares of words that are shared count half, and the same of what happens: one verb alone is in many claims.
const LIGHT: (f32, f32) = (3.0, 12.0);

impl Signals {
    /// The signals with the shares of mentions that have little in them brought nearer to nothing.
    const fn taken_back(mut self) -> Self {
        let nats = 10.0 * self.substance;
        let (shares, events) = (nats / (nats + LIGHT.0), nats / (nats + LIGHT.1));
        self.overlap *= shares;
        self.background_overlap *= shares;
        self.plain_overlap *= shares;
        self.containment *= shares;
        self.coverage *= shares;
        self.exact_containment *= shares;
        self.cosine *= shares;
        self.events *= events;
        self.said *= events;
        self.heads *= events;
        self
    }
}

/// `worth` and `place` of mentions of which they are not known: the mean of those of which they are.
const WORTH: f32 = 0.45;
const PLACE: f32 = 0.33;

/// Working memory for comparisons.
#[derive(Clone, Debug, Default)]
pub(crate) struct Workspace {
    pub(crate) alignment: Alignment,
    /// Where both have the same word.
    pub(crate) order: Order,
    /// Names both have: their places in a and in b.
    names: Vec<(u16, u16)>,
    /// How the quantities of both stand to each other.
    amounts: Amounts,
    /// The signals that were found last.
    pub(crate) signals: Signals,
    /// The number of the mention that was taken, where whoever asked has remembered it.
    pub(crate) taken: Option<usize>,
    /// Whether the order of its words was taken too.
    ordered: bool,
    /// Whether it was the second of the two mentions that was taken.
    turned: bool,
    /// The size of the pile, as a signal.
    pile: f32,
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

/// Words that differ in none of these are meant alike.
const MOODS: u32 = Word::DENIED | Word::POSSIBLE | Word::FUTURE;

/// Whether one word stands for what may be or will be and the other for what is or was.
fn moods_differ(x: &Word, y: &Word) -> bool {
    let (px, py) = (x.is(Word::POSSIBLE), y.is(Word::POSSIBLE));
    let (fx, fy) = (x.is(Word::FUTURE), y.is(Word::FUTURE));
    // "Get married" is not done in "plans to get married".
    let done = x.is(Word::DONE) && !fx || y.is(Word::DONE) && !fy;
    px != py && !(fx || fy) || fx != fy && !(px || py) && done
}

/// Whether any of the words that stand for each other is denied in one mention only, and whether any is meant as a fact in one only.
fn turned(a: &Weighed<'_>, b: &Weighed<'_>, links: &[Link], even: bool) -> (bool, bool) {
    let (mut polarity, mut modality) = (false, false);
    if (a.features.tally.any | b.features.tally.any) & MOODS == 0 {
        return (polarity, modality);
    }
    for l in links {
        let (x, y) = (&a.features.words[usize::from(l.a)], &b.features.words[usize::from(l.b)]);
        let (any, other) = (x.sort | y.sort, x.sort ^ y.sort);
        if other & MOODS != 0 && l.likeness >= 0.75 && any & Word::ATTRIBUTION == 0 {
            polarity |= other & Word::DENIED != 0;
            // "An alleged Mafia boss", "a man accused of drowning a cat" say of whom, not what: unless nothing else differs.
            let told = any & Word::HEAD != 0;
            let stated = any & Word::ASIDE == 0;
            modality |= (told && stated || even) && moods_differ(x, y);
        }
    }
    (polarity, modality)
}

/// See [`Signals::quoted`].
fn quoted(a: &Weighed<'_>, b: &Weighed<'_>, al: &Alignment) -> f32 {
    if a.features.tally.any & b.features.tally.any & Word::QUOTED == 0 {
        return 0.0;
    }
    let (mut both, mut all_a, mut all_b) = (0.0, a.sums.quoted, b.sums.quoted);
    for l in &al.links {
        let (i, j) = (usize::from(l.a), usize::from(l.b));
        let (in_a, in_b) = (a.features.words[i].is(Word::QUOTED), b.features.words[j].is(Word::QUOTED));
        both += if_so(in_a && in_b, (l.weight_a + l.weight_b) / 2.0 * l.likeness);
        all_a += if_so(in_a, l.weight_a - a.weights[i].alone);
        all_b += if_so(in_b, l.weight_b - b.weights[j].alone);
    }
    for (m, phrases, all) in [(a, &al.phrases_a, &mut all_a), (b, &al.phrases_b, &mut all_b)] {
        for i in phrases.parts.iter().map(|&i| usize::from(i)) {
            *all -= if_so(m.features.words[i].is(Word::QUOTED), m.weights[i].alone);
        }
    }
    ratio(both, all_a.min(all_b))
}

/// The weight, or 0: by its bits, for a choice between numbers of this kind is a branch, which nobody could foresee.
#[inline]
fn if_so(so: bool, weight: f32) -> f32 {
    f32::from_bits(weight.to_bits() & u32::from(so).wrapping_neg())
}

fn yes(b: bool) -> f32 {
    if b { 1.0 } else { 0.0 }
}

/// Below this the overlap by weight, by words, and half the containment come to too little for a pair to be worth the other
/// signals. Of the pairs in the public groups that score 0.15 or more, one in 1,000 stays below, and two thirds of all do.
/// At 0.5 a third fewer pairs would be left, but groups miss the low scores in their averages (pair F1 on SuperPAL .55 to .52).
pub(super) const LITTLE: f32 = 0.4;

/// Share of the heavier mention's weight from which on what is said by the way is all that can differ.
const EVEN: f32 = 0.8;

/// How alike the main verbs are from which on what is done is the same.
pub(super) const SAME_VERB: f32 = 0.7;

impl Workspace {
    /// Makes this the mention that others are compared with.
    pub(crate) fn take(&mut self, mention: &Weighed<'_>, stats: &Stats, knowledge: &Knowledge) {
        self.alignment.take(mention, &knowledge.senses);
        // Many mentions have no pair whose order is looked at.
        self.ordered = false;
        self.pile = stats.pile();
        self.taken = None;
    }

    /// Finds the signals of two mentions, of which `a` was taken, or `b` if they are `turned`; not where `eager` is not set and
    /// they have too little in common, and tells so.
    pub(crate) fn find_signals(
        &mut self,
        (a, b): (&Weighed<'_>, &Weighed<'_>),
        turned: bool,
        stats: &Stats,
        knowledge: &Knowledge,
        expansions: &impl Expansions,
        eager: bool,
    ) -> bool {
        self.turned = turned;
        self.alignment.fill(a, b, turned, &knowledge.senses, expansions);
        let shared = SharedWeight::of(a, b, &self.alignment);
        if !eager && shared.overlap + shared.plain_overlap + shared.containment / 2.0 < LITTLE {
            return false;
        }
        let whole = shared.whole;
        self.signals = Signals {
            overlap: shared.overlap,
            plain_overlap: shared.plain_overlap,
            containment: shared.containment,
            coverage: shared.coverage,
            shared_weight: shared.weight / 10.0,
            ..Signals::default()
        };
        self.weigh(a, b, whole);
        let (al, around_a, around_b) = (&self.alignment, a.features.context(), b.features.context());
        let alone = (Alone::of(a, &al.alone_a, &around_b), Alone::of(b, &al.alone_b, &around_a));
        let phrased = |f: &Features<'_>| if f.tally.any & Word::PHRASE != 0 { Word::OPPOSITE } else { 0 };
        let any = (alone.0.any | phrased(&a.features)) & (alone.1.any | phrased(&b.features));
        if any & Word::OPPOSITE != 0 {
            self.alignment.find_opposites(&a.features, &b.features, knowledge);
        }
        self.link(a, b, &alone);
        if self.signals.places_differ > 0.0 && self.alignment.has_region(&a.features, &b.features, knowledge)
        {
            self.signals.places_differ = 0.0;
        }
        around((&alone.0, &around_a), (&alone.1, &around_b), &mut self.signals);
        let apart = (a.apart, b.apart);
        let (a, b) = (&a.features, &b.features);
        let passage = self.order(a, b);
        let s = &mut self.signals;
        s.negated = yes(a.negated != b.negated);
        if a.both_hold(b, SPEAKER) {
            let (speaker_a, speaker_b) = (a.speaker(), b.speaker());
            let shared = speaker_a.iter().filter(|k| speaker_b.contains(k));
            let weight = shared.map(|&k| stats.speaker_weight(k)).fold(0.0, f32::max);
            s.speakers = weight / 10.0;
            s.speakers_differ = yes(weight == 0.0);
            s.remark = if a.quoted && b.quoted { passage * yes(weight > 0.0) } else { 0.0 };
        }
        if a.both_hold(b, QUANTITIES) {
            let (agree, differ) = self.amounts.compare(a.quantities(), b.quantities());
            (s.quantities, s.quantities_differ) = (agree, yes(differ));
        }
        s.dates = if a.both_hold(b, DATES) { dates(a, b) } else { 0.0 };
        s.meaning = a.direction.cosine(&b.direction);
        s.meaning_apart = apart.0.cosine(apart.1);
        s.pile = self.pile;
        true
    }

    /// The other signals of the weight that both share, given the weight of all words of each.
    fn weigh(&mut self, a: &Weighed<'_>, b: &Weighed<'_>, whole: (f32, f32)) {
        let s = &mut self.signals;
        let (mut dot, mut exact, mut background, mut rarest) = (0.0, 0.0, 0.0, 0.0_f32);
        let (mut squares_a, mut squares_b) = (a.sums.squares, b.sums.squares);
        for l in &self.alignment.links {
            let (i, j) = (usize::from(l.a), usize::from(l.b));
            let (wa, wb) = (l.weight_a, l.weight_b);
            let mean = (wa + wb) / 2.0;
            let (alone_a, alone_b) = (a.weights[i].alone, b.weights[j].alone);
            squares_a += wa * wa - alone_a * alone_a;
            squares_b += wb * wb - alone_b * alone_b;
            dot += wa * wb * l.likeness;
            background += (a.features.words[i].rarity + b.features.words[j].rarity) / 2.0 * l.likeness;
            if l.likeness >= 0.9 {
                exact += mean;
            }
            rarest = rarest.max(mean * l.likeness);
        }
        let (pa, pb) = (&self.alignment.phrases_a, &self.alignment.phrases_b);
        (squares_a, squares_b) = (squares_a - pa.squares, squares_b - pb.squares);
        let (rarity_a, rarity_b) = (a.features.tally.rarity + pa.rarity, b.features.tally.rarity + pb.rarity);
        s.background_overlap = ratio(background, rarity_a + rarity_b - background);
        s.substance = rarity_a.min(rarity_b).max(0.0) / 10.0;
        s.exact_containment = ratio(exact, whole.0.min(whole.1));
        s.cosine = ratio(dot, (squares_a * squares_b).max(0.0).sqrt());
        s.rarest_shared = rarest / 10.0;
    }

    /// Signals of the words that stand for each other, sort by sort, and of who does what.
    fn link(&mut self, a: &Weighed<'_>, b: &Weighed<'_>, alone: &(Alone, Alone)) {
        const SORTS: [u32; 3] = Tally::SORTS;
        let (al, s) = (&self.alignment, &mut self.signals);
        let mut alike = [0.0_f32; SORTS.len()];
        let (polarity, modality) = turned(a, b, &al.links, s.coverage > EVEN);
        let mut heads = 0.0_f32;
        // The sorts of the words that both have, of any.
        let (mut any_a, mut any_b) = (0, 0);
        // The roles that a name has in either, where both have it.
        let mut roles = 0;
        let mut subjects = 0.0;
        let (mut subject_a, mut subject_b) = (a.sums.subject, b.sums.subject);
        let (mut events_a, mut events_b, mut events) = (a.sums.events, b.sums.events, 0.0);
        let (mut said_a, mut said_b, mut said) = (a.sums.said, b.sums.said, 0.0);
        let mut objects = 0.0;
        let object = (a.features.object, b.features.object);
        for l in &al.links {
            let (i, j) = (usize::from(l.a), usize::from(l.b));
            let (x, y) = (&a.features.words[i], &b.features.words[j]);
            let (wa, wb) = (l.weight_a, l.weight_b);
            // Sums rather than branches, which nobody could foresee.
            let any = x.sort | y.sort;
            for (sum, sort) in alike.iter_mut().zip(SORTS) {
                *sum += if_so(any & sort != 0, l.likeness);
            }
            let mean = (wa + wb) / 2.0 * l.likeness;
            roles |= if any & Word::NAME != 0 { any & ROLES } else { 0 };
            heads = heads.max(if_so(x.sort & y.sort & Word::HEAD != 0, l.likeness));
            (any_a, any_b) = (any_a | x.sort, any_b | y.sort);
            let (alone_a, alone_b) = (a.weights[i].alone, b.weights[j].alone);
            let (more_a, more_b) = (wa - alone_a, wb - alone_b);
            let (in_a, in_b) = (x.is(Word::SUBJECT), y.is(Word::SUBJECT));
            subjects += if_so(in_a & in_b, mean);
            subject_a += if_so(in_a, more_a);
            subject_b += if_so(in_b, more_b);
            let (in_a, in_b) = (x.tells_event(), y.tells_event());
            // A word of a name here is of a name there too, in a heading with all its capitals.
            let named = any & Word::NAME != 0;
            let told = (in_a | in_b) & !named & (any & Word::ATTRIBUTION == 0);
            events += if_so(told, mean);
            events_a += if_so(told, wa) - if_so(in_a, alone_a);
            events_b += if_so(told, wb) - if_so(in_b, alone_b);
            let (in_a, in_b) = (x.is_said(), y.is_said());
            let told = (in_a | in_b) & !named;
            said += if_so(told, mean);
            said_a += if_so(told, wa) - if_so(in_a, alone_a);
            said_b += if_so(told, wb) - if_so(in_b, alone_b);
            objects += if_so((l.a == object.0) & (l.b == object.1), l.likeness);
        }
        let (head_a, head_b) = (any_a & Word::HEAD != 0, any_b & Word::HEAD != 0);
        let place = (any_a | any_b) & Word::PLACE != 0;
        let (ta, tb) = (&a.features.tally, &b.features.tally);
        let mut counts = [ta.sorts.map(f32::from), tb.sorts.map(f32::from)];
        let mut count = |side: usize, word: &Word, by: f32| {
            for (n, sort) in SORTS.iter().enumerate() {
                counts[side][n] += if word.is(*sort) { by } else { 0.0 };
            }
        };
        for (side, m, phrases) in [(0, &a, &al.phrases_a), (1, &b, &al.phrases_b)] {
            phrases.whole.iter().for_each(|&i| count(side, &m.features.words[usize::from(i)], 1.0));
            phrases.parts.iter().for_each(|&i| count(side, &m.features.words[usize::from(i)], -1.0));
        }
        let share = |n: usize| {
            let (na, nb) = (counts[0][n], counts[1][n]);
            let differ = alone.0.any & alone.1.any & SORTS[n] != 0;
            (ratio(alike[n], na.min(nb)), yes(differ), yes((na == 0.0) != (nb == 0.0)))
        };
        (s.names_shared, _, s.names_one_sided) = share(0);
        s.names_differ = yes(alone.0.named & alone.1.named & !roles != 0);
        s.places_differ = yes(!place && alone.0.placed & alone.1.placed != 0);
        (s.numbers_shared, s.numbers_differ, s.numbers_one_sided) = share(1);
        // "Yesterday" and "on Tuesday" may be one day.
        const NAMED: u32 = Word::WEEKDAY | Word::MONTH | Word::DAY;
        let differ = yes(alone.0.any & alone.1.any & NAMED != 0);
        s.calendar = if share(2).0 > 0.0 { 1.0 } else { -differ };
        let contradict = |&&(i, j): &&(u16, u16)| {
            let sorts = a.features.words[usize::from(i)].sort ^ b.features.words[usize::from(j)].sort;
            sorts & Word::DENIED == 0
        };
        s.opposites = al.opposites.iter().filter(contradict).count().min(2) as f32;
        // What is denied here by a negation may be denied there by a word of the opposite sense.
        s.polarity = yes(polarity && al.opposites.is_empty());
        s.modality = yes(modality || meant_differently(a.features.event_meant(), b.features.event_meant()));
        for (m, phrases, subject, events, said) in [
            (&a, &al.phrases_a, &mut subject_a, &mut events_a, &mut said_a),
            (&b, &al.phrases_b, &mut subject_b, &mut events_b, &mut said_b),
        ] {
            for &i in &phrases.parts {
                let (word, alone) = (&m.features.words[usize::from(i)], m.weights[usize::from(i)].alone);
                *subject -= if word.is(Word::SUBJECT) { alone } else { 0.0 };
                *events -= if word.tells_event() { alone } else { 0.0 };
                *said -= if word.is_said() { alone } else { 0.0 };
            }
        }
        s.heads = if heads > 0.0 {
            heads
        } else if head_a || head_b {
            0.4
        } else {
            0.0
        };
        s.objects = objects;
        s.objects_differ =
            if heads >= SAME_VERB { objects_apart((a, &al.alone_a), (b, &al.alone_b)) } else { 0.0 };
        s.events = ratio(events, events_a + events_b - events);
        s.said = ratio(said, said_a + said_b - said);
        s.subjects = ratio(subjects, subject_a.min(subject_b));
        s.quoted = quoted(a, b, al);
        s.pronoun = yes(a.features.pronouns && alone.1.any & Word::NAME != 0
            || b.features.pronouns && alone.0.any & Word::NAME != 0);
    }

    /// Tells of the words of the two mentions compared last that stand in each other's place.
    pub(crate) fn exchanged(&self, a: &Features<'_>, b: &Features<'_>, tell: impl FnMut(Key, Key)) {
        let (taken, other) = if self.turned { (b, a) } else { (a, b) };
        self.order.exchanged(taken.keys(), other.keys(), tell);
    }

    /// Whether two names stand in each other's place: each beside a word that the other stands beside in the other mention, or, in as
    /// many words, none where it only has moved: "at the Wisconsin temple", "at the temple in Wisconsin".
    pub(crate) fn names_exchanged(&self, a: &Features<'_>, b: &Features<'_>) -> bool {
        let beside = |f: &Features<'_>, at: u16| {
            let (keys, at) = (f.keys(), usize::from(at));
            (at.checked_sub(1).and_then(|i| keys.get(i)).copied(), keys.get(at + 1).copied())
        };
        let same_place = |at_a: u16, at_b: u16| {
            let (x, y) = (beside(a, at_a), beside(b, at_b));
            x.0 == y.0 || x.1 == y.1
        };
        let closed = |f: &Features<'_>, at: u16, other: &Features<'_>| match beside(f, at) {
            (Some(x), Some(y)) => other.keys().windows(2).any(|w| w == [x, y]),
            (Some(x), None) => other.keys().last() == Some(&x),
            (None, y) => other.keys().first() == y.as_ref(),
        };
        let moved = |x: (u16, u16)| closed(a, x.0, b) || closed(b, x.1, a);
        let even = a.len() == b.len();
        let pairs = self
            .names
            .iter()
            .enumerate()
            .flat_map(|(i, x)| self.names[i + 1..].iter().map(move |y| (*x, *y)));
        pairs
            .filter(|(x, y)| x.1 > y.1)
            .any(|(x, y)| same_place(x.0, y.1) && same_place(y.0, x.1) || even && !moved(x) && !moved(y))
    }

    /// Signals of the order of words; tells how long the longest passage is that both have word for word, of the shorter.
    fn order(&mut self, a: &Features<'_>, b: &Features<'_>) -> f32 {
        let s = &mut self.signals;
        let (na, nb) = (a.len(), b.len());
        let (short, long) = (na.min(nb) as f32, na.max(nb) as f32);
        let (taken, other) = if self.turned { (b, a) } else { (a, b) };
        if !self.ordered {
            self.order.take(taken.keys());
            self.ordered = true;
        }
        let shared = self.order.compare(other.keys());
        let (common, passage) = (shared.subsequence as f32, shared.passage as f32);
        s.subsequence = ratio(common, short);
        s.subsequence_long = ratio(common, long);
        s.passage_length = (passage / 10.0).min(1.0);
        s.length_ratio = ratio(short, long);
        s.length = (short / 10.0).min(4.0);
        s.worth = a.worth.zip(b.worth).map_or(WORTH, |(x, y)| x.min(y));
        s.place = a.place.zip(b.place).map_or(PLACE, |(x, y)| (x - y).abs());
        s.modal = yes(a.modal != b.modal);
        s.quoted_alone = yes(a.quoted != b.quoted);
        s.first_person = yes(a.first_person != b.first_person);
        let grams = a.grams.common(&b.grams);
        let (ga, gb) = (a.grams.len(), b.grams.len());
        s.characters = ratio(grams, ga + gb - grams);
        s.characters_contained = ratio(grams, ga.min(gb));
        // Shared names in the other order: each pair of them counts.
        self.names.clear();
        let named = (a.tally.any | b.tally.any) & Word::NAME != 0;
        for l in self.alignment.links.iter().filter(|_| named) {
            let (p, q) = (&a.words[usize::from(l.a)], &b.words[usize::from(l.b)]);
            // The words of a name stand where their acronym does, in whatever order.
            let low = Word::ATTRIBUTION | Word::RESOLVED | Word::ACRONYM;
            if p.is(Word::NAME) && (p.sort | q.sort) & low == 0 {
                self.names.push((p.at, q.at));
            }
        }
        self.names.sort_unstable();
        // Those that stand together are one name, or a list: "Turkey, Russia", "Russia and Turkey".
        let near = |x: u16, y: u16| x.abs_diff(y) <= 2;
        let swapped =
            self.names.windows(2).any(|w| w[0].1 > w[1].1 && !(near(w[0].0, w[1].0) && near(w[0].1, w[1].1)));
        s.swapped = yes(swapped);
        ratio(passage, short)
    }
}

/// The weight of the lighter of the nouns that head what is acted on, in tens of nats, where neither stands in the other mention and
/// both are names or none is: "the budget", "the stadium"; not "his wife", "Nadia".
fn objects_apart((a, alone_a): (&Weighed<'_>, &Places), (b, alone_b): (&Weighed<'_>, &Places)) -> f32 {
    let object = |m: &Weighed<'_>, alone: &Places| {
        let at = usize::from(m.features.object);
        let word = m.features.words.get(at).filter(|_| m.features.direct && alone.holds(at))?;
        Some((word.is(Word::NAME), m.weights.get(at)?.alone))
    };
    match object(a, alone_a).zip(object(b, alone_b)) {
        Some(((name_a, weight_a), (name_b, weight_b))) if name_a == name_b => weight_a.min(weight_b) / 10.0,
        _ => 0.0,
    }
}

/// Signals of the sentences around.
fn around((alone_a, a): (&Alone, &Context<'_>), (alone_b, b): (&Alone, &Context<'_>), s: &mut Signals) {
    s.context = ratio(alone_a.around, alone_a.weight).max(ratio(alone_b.around, alone_b.weight));
    let (ca, cb) = (a.bits, b.bits);
    let common = ca.common(cb);
    s.contexts = ratio(common, ca.len() + cb.len() - common);
    s.contexts_overlap = s.contexts * s.plain_overlap;
}

/// How the dates of both stand to each other.
fn dates(a: &Features<'_>, b: &Features<'_>) -> f32 {
    let mut dates = 0.0;
    for x in a.dates() {
        for y in b.dates() {
            match x.compare(y) {
                Agreement::Agree => dates = 1.0,
                Agreement::Differ if dates == 0.0 => dates = -1.0,
                _ => {}
            }
        }
    }
    dates
}
