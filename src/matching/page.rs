//! The features of many mentions in a few vectors: those of a report, or of an index that grows a statement at a time.

use core::ops::Deref;

use super::{
    ahead::Outlook,
    days::Dated,
    features::{Bits, Context, Features, Grams, Initials, Tally, Word},
    knowledge::Key,
    names::Named,
    sequence::Sequence,
    stance::Stance,
    vectors::Direction,
};
use crate::mention::{date::DateExpression, gender::Gender, modality::Modality, quantity::Quantity};

/// The features of mentions, by number from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) words: Vec<Word>,
    pub(crate) keys: Vec<Key>,
    pub(crate) phrases: Vec<(u16, u16)>,
    /// The content words of sentences: several mentions share one.
    context_words: Vec<Key>,
    /// Where those of each sentence end, and their bits.
    contexts: Vec<(u32, Bits<8>)>,
    pub(crate) acronyms: Vec<Initials>,
    pub(crate) initials: Vec<Initials>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) dates: Vec<DateExpression>,
    pub(crate) dated: Vec<Dated>,
    pub(crate) speakers: Vec<Key>,
    pub(crate) names: Vec<Named>,
    records: Vec<Record>,
}

/// What the reader knows of a mention beside its words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct About {
    /// Whether a pronoun stands for somebody or something named elsewhere.
    pub(crate) pronouns: bool,
    pub(crate) passive: bool,
    /// Whether a word of it negates.
    pub(crate) negated: bool,
    pub(crate) quoted: bool,
    /// Whether the speaker speaks in it: `I`, `our`.
    pub(crate) first_person: bool,
    /// Whether it has a modal verb.
    pub(crate) modal: bool,
    /// Whether a verb of its main clause ends what its object names.
    pub(crate) ends: bool,
    /// How much a fact-checker would want its sentence checked, and how far into its report it stands. 0..=1.
    pub(crate) worth: Option<f32>,
    pub(crate) place: Option<f32>,
    /// The word that heads what the main verb acts on, by index; [`NO_WORD`] where there is none.
    pub(crate) object: u16,
    /// The same of the noun that heads who acts.
    pub(crate) actor: u16,
    /// Whether that is no preposition's.
    pub(crate) direct: bool,
    /// Whether that is of one that says where or as what.
    pub(crate) located: bool,
    pub(crate) stance: Stance,
    pub(crate) modality: Option<Modality>,
    /// What comes before or after the rest of what it tells.
    pub(crate) sequence: Option<Sequence>,
}

/// No word of a mention.
pub(crate) const NO_WORD: u16 = u16::MAX;

/// One mention: what is known of it beside its words, and where its share of each vector ends; it starts where that of the
/// mention before ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    ends: Ends,
    context: u32,
    pub(crate) report: Option<u32>,
    pub(crate) tally: Tally,
    about: About,
    pub(crate) grams: Grams,
    /// Where its words point.
    pub(crate) direction: Direction,
    /// Of which vectors it has a share, of those that most mentions have none of.
    holds: u8,
}

/// What few mentions hold: see [`Features::both_hold`].
pub(crate) const QUANTITIES: u8 = 1;
pub(crate) const DATES: u8 = 2;
pub(crate) const SPEAKER: u8 = 4;
pub(crate) const PHRASES: u8 = 8;
pub(crate) const NAMES: u8 = 16;

impl Record {
    /// Of no mention.
    pub(crate) const NONE: Self = Self {
        ends: Ends::NONE,
        context: u32::MAX,
        report: None,
        tally: Tally::NONE,
        about: About {
            pronouns: false,
            passive: false,
            negated: false,
            quoted: false,
            first_person: false,
            modal: false,
            ends: false,
            worth: None,
            place: None,
            object: NO_WORD,
            actor: NO_WORD,
            direct: false,
            located: false,
            stance: Stance {
                gender: Gender::Unknown,
                denies: false,
                possible: false,
                coming: false,
                alleged: false,
                sourced: false,
                about: false,
                done: false,
                past: false,
                did: false,
                negations: 0,
                privative: false,
                modal: false,
                outlook: Outlook::NONE,
            },
            modality: None,
            sequence: None,
        },
        grams: Grams::NONE,
        direction: Direction::NONE,
        holds: 0,
    };
}

impl Deref for Record {
    type Target = About;

    fn deref(&self) -> &About {
        &self.about
    }
}

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ends {
    words: u32,
    keys: u32,
    phrases: u32,
    acronyms: u32,
    initials: u32,
    quantities: u32,
    dates: u32,
    dated: u32,
    speakers: u32,
    names: u32,
}

impl Ends {
    const NONE: Self = Self {
        words: 0,
        keys: 0,
        phrases: 0,
        acronyms: 0,
        initials: 0,
        quantities: 0,
        dates: 0,
        dated: 0,
        speakers: 0,
        names: 0,
    };
}

#[inline]
fn part<T>(of: &[T], start: u32, end: u32) -> &[T] {
    of.get(start as usize..end as usize).unwrap_or_default()
}

impl Page {
    pub(crate) fn len(&self) -> usize {
        self.records.len()
    }

    /// Adds the content words of a sentence, sorted, and returns its number.
    pub(crate) fn add_context(&mut self, words: impl Iterator<Item = Key>) -> u32 {
        let mut bits = Bits::default();
        for word in words {
            bits.insert(word);
            self.context_words.push(word);
        }
        self.contexts.push((self.context_words.len() as u32, bits));
        self.contexts.len() as u32 - 1
    }

    /// The same of a mention that is its whole sentence, whose words are not kept again: none of them can stand around it that another
    /// mention lacks.
    pub(crate) fn add_own_context(&mut self, words: &[Word]) -> u32 {
        let mut bits = Bits::default();
        words.iter().for_each(|word| bits.insert(word.family));
        self.contexts.push((self.context_words.len() as u32, bits));
        self.contexts.len() as u32 - 1
    }

    #[inline]
    fn context(&self, number: u32) -> Context<'_> {
        let Some((end, bits)) = self.contexts.get(number as usize) else { return Context::default() };
        let before = number.checked_sub(1).and_then(|n| self.contexts.get(n as usize));
        Context { words: part(&self.context_words, before.map_or(0, |c| c.0), *end), bits }
    }

    /// Closes a mention: what was added to the vectors since the last one is its own.
    pub(crate) fn close(
        &mut self,
        context: u32,
        grams: Grams,
        direction: Direction,
        about: About,
        report: Option<u32>,
    ) {
        let ends = Ends {
            words: self.words.len() as u32,
            keys: self.keys.len() as u32,
            phrases: self.phrases.len() as u32,
            acronyms: self.acronyms.len() as u32,
            initials: self.initials.len() as u32,
            quantities: self.quantities.len() as u32,
            dates: self.dates.len() as u32,
            dated: self.dated.len() as u32,
            speakers: self.speakers.len() as u32,
            names: self.names.len() as u32,
        };
        let mut tally = Tally::default();
        let start = self.records.last().map_or_else(Ends::default, |r| r.ends);
        let words = part(&self.words, start.words, ends.words);
        words.iter().for_each(|word| tally.add(word));
        let has = |any: bool, what: u8| if any { what } else { 0 };
        let holds = has(ends.quantities > start.quantities, QUANTITIES)
            | has(ends.dates > start.dates, DATES)
            | has(ends.speakers > start.speakers, SPEAKER)
            | has(ends.phrases > start.phrases, PHRASES)
            | has(ends.names > start.names, NAMES);
        self.records.push(Record { ends, context, report, tally, about, grams, direction, holds });
    }

    /// The number of the report that all mentions stand in.
    pub(crate) fn set_report(&mut self, report: u32) {
        self.records.iter_mut().for_each(|r| r.report = Some(report));
    }

    /// Gives back memory that is not in use.
    pub(crate) fn shrink(&mut self) {
        self.words.shrink_to_fit();
        self.keys.shrink_to_fit();
        self.context_words.shrink_to_fit();
        self.phrases.shrink_to_fit();
        self.contexts.shrink_to_fit();
        self.acronyms.shrink_to_fit();
        self.initials.shrink_to_fit();
        self.quantities.shrink_to_fit();
        self.dates.shrink_to_fit();
        self.dated.shrink_to_fit();
        self.speakers.shrink_to_fit();
        self.names.shrink_to_fit();
        self.records.shrink_to_fit();
    }

    /// The content words of a mention.
    pub(crate) fn words(&self, mention: usize) -> &[Word] {
        let end = self.records.get(mention).map_or(0, |r| r.ends.words);
        let before = mention.checked_sub(1).and_then(|m| self.records.get(m));
        part(&self.words, before.map_or(0, |r| r.ends.words), end)
    }

    /// The features of a mention; those of nothing where there is none of this number.
    #[inline]
    pub(crate) fn get(&self, mention: usize) -> Features<'_> {
        let Some(record) = self.records.get(mention) else { return Features::default() };
        let before = mention.checked_sub(1).and_then(|m| self.records.get(m));
        let (start, end) = (before.map_or(&Ends::NONE, |r| &r.ends), &record.ends);
        Features { words: part(&self.words, start.words, end.words), record, page: Some((self, start)) }
    }
}

impl<'p> Features<'p> {
    /// Looks up the share of the mention in another vector of the page.
    #[inline]
    fn share<T>(&self, of: impl Fn(&Page) -> &[T], end: impl Fn(&Ends) -> u32) -> &'p [T] {
        let Some((page, start)) = self.page else { return &[] };
        part(of(page), end(start), end(&self.record.ends))
    }

    /// Whether it holds this.
    #[inline]
    pub(crate) fn has(&self, what: u8) -> bool {
        self.record.holds & what != 0
    }

    /// Whether both hold this; nearly all pairs are told so without a look at what they hold.
    #[inline]
    pub(crate) fn both_hold(&self, other: &Self, what: u8) -> bool {
        self.record.holds & other.record.holds & what != 0
    }

    /// Every word, in the order of the text.
    #[inline]
    pub(crate) fn keys(&self) -> &'p [Key] {
        self.share(|p| &p.keys, |e| e.keys)
    }

    /// How many words there are.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.page.map_or(0, |(_, start)| (self.record.ends.keys - start.keys) as usize)
    }

    /// What a phrase reads as and a part of the phrase, by index in `words`, sorted.
    #[inline]
    pub(crate) fn phrases(&self) -> &'p [(u16, u16)] {
        self.share(|p| &p.phrases, |e| e.phrases)
    }

    #[inline]
    pub(crate) fn quantities(&self) -> &'p [Quantity] {
        self.share(|p| &p.quantities, |e| e.quantities)
    }

    /// The content words of the sentence around it.
    pub(crate) fn context(&self) -> Context<'p> {
        self.page.map_or_else(Context::default, |(page, _)| page.context(self.record.context))
    }

    /// Acronyms in the mention: letters and place.
    #[inline]
    pub(crate) fn acronyms(&self) -> &'p [Initials] {
        self.share(|p| &p.acronyms, |e| e.acronyms)
    }

    /// Runs of two to six capitalised words that an acronym could stand for.
    #[inline]
    pub(crate) fn initials(&self) -> &'p [Initials] {
        self.share(|p| &p.initials, |e| e.initials)
    }

    #[inline]
    pub(crate) fn dates(&self) -> &'p [DateExpression] {
        self.share(|p| &p.dates, |e| e.dates)
    }

    /// All dates it has, those told by the way too, and what happened on them.
    #[inline]
    pub(crate) fn dated(&self) -> &'p [Dated] {
        self.share(|p| &p.dated, |e| e.dated)
    }

    /// Words of the speaker's name, sorted; empty where nobody is named.
    #[inline]
    pub(crate) fn speaker(&self) -> &'p [Key] {
        self.share(|p| &p.speakers, |e| e.speakers)
    }

    /// Its names, in the order of the text.
    #[inline]
    pub(crate) fn names(&self) -> &'p [Named] {
        self.share(|p| &p.names, |e| e.names)
    }
}
