//! The cue lexicon: which words report speech, and in which surroundings they do.

use std::sync::LazyLock;

use super::{
    via,
    view::{TAGS, Tag},
};
use crate::{
    hash::Map,
    lexicon::{CALENDAR, CLOSED, CUES, ENGLISH, PEOPLE, ROLES, Table, UNNAMED, particles, rows},
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

const SORTS: usize = Pos::Mark as usize + 1;

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
struct Count {
    seen: u32,
    cue: u32,
}

/// How strongly a word leans to be a cue of one sort: a log odds for each frame.
type Leans = [f32; FRAMES.len()];

/// Words by number, each with how it reports.
#[derive(Debug)]
pub(super) struct CueLexicon {
    ids: Map<&'static str, Lex>,
    pub(super) words: Vec<&'static str>,
    /// For each word which of `leans` are its own as each of the [`SORTS`] of cues; 0 for what has no counts.
    sorts: Vec<u16>,
    /// The first is that of words without counts.
    leans: Vec<Leans>,
    /// For each word the frame of a cue that it follows as a preposition.
    preps: Vec<Option<Frame>>,
}

/// The leans of a word with these counts.
fn leans(counts: &[Count; FRAMES.len()]) -> Leans {
    let all = counts
        .iter()
        .fold(Count::default(), |all, count| Count { seen: all.seen + count.seen, cue: all.cue + count.cue });
    let prior = 1.0 / (1.0 + (-log_odds(all, PRIOR)).exp());
    counts.map(|count| log_odds(count, prior))
}

/// What the stage asks of every word of a text, by its lemma: its number in the cue lexicon, and flags above that.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word(u32);

impl Word {
    /// Tells when: `yesterday`, `week`.
    pub(super) const TIME: Self = Self(1 << 16);
    /// A form of `according`.
    pub(super) const ACCORDING: Self = Self(1 << 17);
    /// Stands for an outlet, or between somebody's words and the outlet they came through.
    pub(super) const OUTLET: Self = Self(1 << 18);
    pub(super) const THROUGH: Self = Self(1 << 19);
    /// Stands for a person, or for one whose name is kept back, or tells that one is: `source`, `anonymity`.
    pub(super) const PERSON: Self = Self(1 << 20);
    pub(super) const UNNAMED: Self = Self(1 << 21);
    pub(super) const KEEPS_BACK: Self = Self(1 << 22);
    /// Gives a name to somebody: `identify`.
    pub(super) const NAMES: Self = Self(1 << 23);

    fn of(lemma: &str) -> Self {
        WORDS.get(lemma).copied().unwrap_or_default()
    }

    pub(super) const fn lex(self) -> Lex {
        Lex(self.0 as u16)
    }

    pub(super) const fn is(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }
}

/// The words with a number or flags.
static WORDS: LazyLock<Map<&'static str, Word>> = LazyLock::new(|| {
    let lists = [
        ("unit of time", Word::TIME),
        ("names a time", Word::TIME),
        ("keeps a name back", Word::KEEPS_BACK),
        ("names or identifies", Word::NAMES),
    ];
    let small = lists.into_iter().flat_map(|(name, flag)| particles(name).iter().map(move |&w| (w, flag)));
    let people = rows(PEOPLE).chain(rows(ROLES)).map(|row| (row[0], Word::PERSON));
    let unnamed = rows(UNNAMED).map(|row| (row[0], Word(Word::PERSON.0 | Word::UNNAMED.0)));
    let numbers = LEXICON.ids.iter().map(|(&word, lex)| (word, Word(u32::from(lex.0))));
    let all = small.chain(people).chain(unnamed).chain(via::flags()).chain(numbers);
    let mut words: Map<&str, Word> = Map::default();
    for (word, flag) in all.chain([("according", Word::ACCORDING)]) {
        words.entry(word).or_default().0 |= flag.0;
    }
    words
});

/// What is known of each form by its lemma.
static KNOWN: LazyLock<Table<Word>> = LazyLock::new(|| ENGLISH.lemma_table(Word::of));

/// What is known of the words of a text by their lemmas.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words(&'static Table<Word>);

impl Words {
    pub(super) fn new() -> Self {
        Self(&KNOWN)
    }

    #[inline]
    pub(super) fn of(self, token: &Token) -> Word {
        match self.0.get(token.form) {
            Some(&known) => known,
            None if token.lemma.is_empty() => Word::default(),
            None => Word::of(token.lemma),
        }
    }
}

pub(super) static LEXICON: LazyLock<CueLexicon> = LazyLock::new(CueLexicon::english);

impl CueLexicon {
    /// The number of `lemma`.
    pub(super) fn of(&self, lemma: &str) -> Lex {
        self.ids.get(lemma).copied().unwrap_or_default()
    }

    /// The number of the leans of a word as one sort of cue; 0 where it has no counts.
    pub(super) fn sort(&self, lex: Lex, pos: Pos) -> u16 {
        self.sorts.get(usize::from(lex.0) * SORTS + pos as usize).copied().unwrap_or_default()
    }

    /// How strongly a word with leans of this number leans to be a cue in `frame`: the logarithm of the odds.
    pub(super) fn lean(&self, sort: u16, frame: Frame) -> f32 {
        self.leans.get(usize::from(sort)).map_or(0.0, |leans| leans[frame as usize])
    }

    /// The frame of a cue that the word follows as a preposition.
    pub(super) fn prep(&self, lex: Lex) -> Option<Frame> {
        self.preps.get(usize::from(lex.0)).copied().flatten()
    }

    fn number(&mut self, word: &'static str) -> Lex {
        let next = Lex(u16::try_from(self.words.len()).unwrap_or_default());
        let lex = *self.ids.entry(word).or_insert(next);
        if lex == next {
            self.words.push(word);
            self.sorts.extend([0; SORTS]);
            self.preps.push(prep(word));
        }
        lex
    }

    fn english() -> Self {
        let mut lexicon = Self {
            ids: Map::default(),
            words: Vec::new(),
            sorts: Vec::new(),
            leans: vec![[log_odds(Count::default(), PRIOR); FRAMES.len()]],
            preps: Vec::new(),
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
            let mut counts = [Count::default(); FRAMES.len()];
            for field in frames.split(' ') {
                let Some((name, count)) = field.split_once(':') else { continue };
                let Some((cue, seen)) = count.split_once('/') else { continue };
                let count = Count { seen: seen.parse().unwrap_or(0), cue: cue.parse().unwrap_or(0) };
                if let Some((frame, _)) = FRAMES.iter().find(|(_, n)| *n == name) {
                    counts[*frame as usize] = count;
                }
            }
            let sort = u16::try_from(lexicon.leans.len()).unwrap_or_default();
            lexicon.sorts[usize::from(lex.0) * SORTS + pos as usize] = sort;
            lexicon.leans.push(leans(&counts));
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

/// The frame of a cue that `word` follows as a preposition.
fn prep(word: &str) -> Option<Frame> {
    Some(match word {
        "for" => Frame::For,
        "about" => Frame::About,
        "on" | "upon" => Frame::On,
        "of" => Frame::Of,
        "as" => Frame::As,
        "against" => Frame::Against,
        "with" => Frame::With,
        "by" => Frame::By,
        "if" | "whether" => Frame::Wh,
        "out" => Frame::Out,
        _ => return None,
    })
}

/// The sort of cue that a word with this tag can be.
#[inline]
pub(super) const fn pos(tag: Tag) -> Option<Pos> {
    const POS: [Option<Pos>; TAGS] = {
        let mut pos = [None; TAGS];
        let verbs = [Tag::Past, Tag::Third, Tag::Present, Tag::Base, Tag::Ing, Tag::Part];
        let mut i = 0;
        while i < verbs.len() {
            pos[verbs[i] as usize] = Some(Pos::Verb);
            i += 1;
        }
        pos[Tag::Noun as usize] = Some(Pos::Noun);
        pos[Tag::Plural as usize] = Some(Pos::Noun);
        pos[Tag::Adj as usize] = Some(Pos::Adj);
        pos[Tag::Prep as usize] = Some(Pos::Mark);
        pos[Tag::Colon as usize] = Some(Pos::Mark);
        pos[Tag::Dash as usize] = Some(Pos::Mark);
        pos
    };
    POS[tag as usize]
}

#[cfg(test)]
mod tests {
    use super::{LEXICON, Word, Words};
    use crate::{Span, token::tokens};

    #[test]
    fn a_word_is_what_its_lemma_is() {
        let text = "Officials told newspapers two weeks earlier that harbours’ sources refused.";
        let tokens = tokens(text, Span::new(0, text.len()));
        let (words, number) = (Words::new(), |lemma| LEXICON.of(lemma));
        let found = |word: &str| words.of(tokens.iter().find(|t| t.span.of(text) == word).unwrap());
        assert!(found("weeks").is(Word::TIME) && !found("told").is(Word::TIME));
        assert!(found("newspapers").is(Word::OUTLET) && !found("harbours").is(Word::OUTLET));
        assert!(found("sources").is(Word::UNNAMED) && found("Officials").is(Word::PERSON));
        assert_eq!(found("told").lex(), number("tell"));
        assert_ne!(found("told").lex(), number("refuse"));
    }
}
