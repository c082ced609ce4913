//! The cue lexicon: which words report speech, and in which surroundings they do.

use std::sync::LazyLock;

use super::view::Tag;
use crate::{
    hash::Map,
    lexicon::{CALENDAR, CLOSED, CUES, ENGLISH, Table, kept_particles, rows},
    token::Token,
};

/// The number of a word in the cue lexicon; 0 for words it does not hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Lex(pub(super) u16);

/// Which sort of word a cue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(super) enum Pos {
    Verb,
    Noun,
    Adj,
    /// `according to`, and the colon of `Weld: the dam held`.
    Mark,
}

/// What follows a cue, or how the cue itself stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Frame {
    That,
    Wh,
    Quote,
    Colon,
    Inf,
    /// A subject with its finite verb, without `that`.
    Clause,
    Object,
    For,
    About,
    On,
    Of,
    As,
    Against,
    With,
    Prep,
    Out,
    Comma,
    /// The sentence or its clause ends: `C, Weld said.`
    End,
    /// `C, said Weld`.
    Inverted,
    Ing,
    Adj,
    By,
    PassiveInf,
    PassiveThat,
    PassiveAs,
    Passive,
    Other,
}

pub(super) const FRAMES: [(Frame, &str); 27] = [
    (Frame::That, "that"),
    (Frame::Wh, "wh"),
    (Frame::Quote, "quote"),
    (Frame::Colon, "colon"),
    (Frame::Inf, "inf"),
    (Frame::Clause, "clause"),
    (Frame::Object, "object"),
    (Frame::For, "for"),
    (Frame::About, "about"),
    (Frame::On, "on"),
    (Frame::Of, "of"),
    (Frame::As, "as"),
    (Frame::Against, "against"),
    (Frame::With, "with"),
    (Frame::Prep, "prep"),
    (Frame::Out, "out"),
    (Frame::Comma, "comma"),
    (Frame::End, "end"),
    (Frame::Inverted, "inverted"),
    (Frame::Ing, "ing"),
    (Frame::Adj, "adj"),
    (Frame::By, "by"),
    (Frame::PassiveInf, "passive_inf"),
    (Frame::PassiveThat, "passive_that"),
    (Frame::PassiveAs, "passive_as"),
    (Frame::Passive, "passive"),
    (Frame::Other, "other"),
];

/// How often a word was seen, and how often it was a cue then.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    pub(super) seen: u32,
    pub(super) cue: u32,
}

/// What is known of one word in one part of speech.
#[derive(Clone, Debug, Default)]
pub(super) struct Stats {
    pub(super) all: Count,
    pub(super) frames: [Count; FRAMES.len()],
    /// How strongly it leans to be a cue, a log odds for each frame.
    leans: [f32; FRAMES.len()],
}

/// Words by number, each with its counts.
#[derive(Debug)]
pub(super) struct CueLexicon {
    ids: Map<&'static str, Lex>,
    pub(super) words: Vec<&'static str>,
    stats: Vec<[Option<Box<Stats>>; 4]>,
    /// The lean of words without counts.
    unseen: f32,
}

impl Stats {
    fn lean(&mut self) {
        let prior = 1.0 / (1.0 + (-log_odds(self.all, PRIOR)).exp());
        let none = log_odds(Count::default(), prior);
        for (lean, &count) in self.leans.iter_mut().zip(&self.frames) {
            *lean = if count.seen == 0 && count.cue == 0 { none } else { log_odds(count, prior) };
        }
    }
}

/// What the stage asks of every word of a text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub(super) lex: Lex,
    /// Whether its lemma tells when: `yesterday`, `week`.
    pub(super) time: bool,
    /// Whether it is a form of `according`.
    pub(super) according: bool,
}

impl Word {
    fn of(lemma: &str) -> Self {
        let tells = kept_particles!("unit of time").contains(&lemma);
        let time = tells || kept_particles!("names a time").contains(&lemma);
        Self { lex: LEXICON.of(lemma), time, according: lemma == "according" }
    }
}

/// What is known of each form by its lemma.
static KNOWN: LazyLock<Table<Word>> = LazyLock::new(|| ENGLISH.lemma_table(Word::of));

/// What is known of a token by its lemma.
#[inline]
pub(super) fn word(token: &Token) -> Word {
    match KNOWN.get(token.form) {
        Some(&known) => known,
        None if token.lemma.is_empty() => Word::default(),
        None => Word::of(token.lemma),
    }
}

pub(super) static LEXICON: LazyLock<CueLexicon> = LazyLock::new(CueLexicon::english);

impl CueLexicon {
    /// The number of `lemma`.
    pub(super) fn of(&self, lemma: &str) -> Lex {
        self.ids.get(lemma).copied().unwrap_or_default()
    }

    pub(super) fn stats(&self, lex: Lex, pos: Pos) -> Option<&Stats> {
        self.stats.get(usize::from(lex.0))?[pos as usize].as_deref()
    }

    /// How strongly a word leans to be a cue in `frame`: the logarithm of the odds.
    pub(super) fn lean(&self, lex: Lex, pos: Pos, frame: Frame) -> f32 {
        self.stats(lex, pos).map_or(self.unseen, |stats| stats.leans[frame as usize])
    }

    fn number(&mut self, word: &'static str) -> Lex {
        let next = Lex(u16::try_from(self.words.len()).unwrap_or_default());
        let lex = *self.ids.entry(word).or_insert(next);
        if lex == next {
            self.words.push(word);
            self.stats.push([const { None }; 4]);
        }
        lex
    }

    fn english() -> Self {
        let mut lexicon = Self {
            ids: Map::default(),
            words: Vec::new(),
            stats: Vec::new(),
            unseen: log_odds(Count::default(), PRIOR),
        };
        lexicon.number("");
        for row in rows(CLOSED) {
            lexicon.number(row.get(2).unwrap_or(&row[0]));
            lexicon.number(row[0]);
        }
        for row in rows(CALENDAR) {
            lexicon.number(row[0]);
        }
        for row in rows(CUES) {
            let [lemma, pos, frames] = row[..] else { continue };
            let lex = lexicon.number(lemma);
            let pos = match pos {
                "v" => Pos::Verb,
                "n" => Pos::Noun,
                "a" => Pos::Adj,
                _ => Pos::Mark,
            };
            let mut stats = Stats::default();
            for field in frames.split(' ') {
                let Some((name, counts)) = field.split_once(':') else { continue };
                let Some((cue, seen)) = counts.split_once('/') else { continue };
                let count = Count { seen: seen.parse().unwrap_or(0), cue: cue.parse().unwrap_or(0) };
                if let Some((frame, _)) = FRAMES.iter().find(|(_, n)| *n == name) {
                    stats.frames[*frame as usize] = count;
                    stats.all.seen += count.seen;
                    stats.all.cue += count.cue;
                }
            }
            stats.lean();
            lexicon.stats[usize::from(lex.0)][pos as usize] = Some(Box::new(stats));
        }
        lexicon
    }
}

/// How common cues are among words of a sort, and how many sightings that is worth.
const PRIOR: f32 = 0.1;
const STRENGTH: f32 = 2.0;

/// The logarithm of the odds that a counted word is a cue, drawn to `prior`.
fn log_odds(count: Count, prior: f32) -> f32 {
    let cue = count.cue as f32 + STRENGTH * prior;
    let not = count.seen.saturating_sub(count.cue) as f32 + STRENGTH * (1.0 - prior);
    (cue / not).ln()
}

/// The part of speech that a tag gives a cue.
pub(super) const fn pos(tag: Tag) -> Option<Pos> {
    match tag {
        Tag::Past | Tag::Third | Tag::Present | Tag::Base | Tag::Ing | Tag::Part => Some(Pos::Verb),
        Tag::Noun | Tag::Plural => Some(Pos::Noun),
        Tag::Adj => Some(Pos::Adj),
        Tag::Prep | Tag::Colon | Tag::Dash => Some(Pos::Mark),
        _ => None,
    }
}
