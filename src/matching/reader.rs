//! From sentences, as stage 2 read them, to the features of the mentions in them.

use std::sync::LazyLock;

use super::{
    days::Dated,
    features::{Grams, Initials, Word},
    index::Statement,
    knowledge::{Key, Knowledge},
    marks::Own,
    names,
    page::{About, NO_WORD, Page},
    sequence,
    sheet::{Atom, CLOSED, Role, Sentence, Sheet, is_mixed_acronym},
    vectors::direction,
};
use crate::{
    Report, Span,
    hash::Set,
    lexicon::{Class, ENGLISH, MEASURING, Table},
    mention::{
        Kind, Parts, Readings,
        clause::{self, Clause},
        date, quantity,
        tag::{self, Tag},
    },
    token::{Token, TokenKind, tokenize},
};

/// Reads features into a [`Page`]; keeps its buffers from one mention to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reader {
    sheet: Sheet,
    /// For texts beside the sentence: names, and the context of a statement.
    other: Sheet,
    own: Own,
    tokens: Vec<Token>,
    tags: Vec<Tag>,
    /// The content words of the mention.
    words: Vec<Word>,
    /// What a phrase reads as, by family, and the place of a part of the phrase.
    phrases: Vec<(Key, usize)>,
    /// Parts of phrases: the place of each, and its family.
    parts: Vec<(usize, Key)>,
    /// Where each token stands in the order of words.
    starts: Vec<u16>,
    run: Vec<(u32, u16)>,
    /// The family of the word that heads what the main verb acts on.
    object: Option<Key>,
    /// That of the word that heads who acts.
    actor: Option<Key>,
    names: Names,
    /// The last context of a statement, and its number.
    context: String,
    context_number: u32,
}

/// The words of names that were read last, by where they stand in the report.
#[derive(Clone, Debug, Default)]
struct Names {
    known: Vec<(Span, Vec<Word>)>,
}

/// No mention is longer: what comes after these many tokens is left out of its features.
const MAX_TOKENS: usize = 400;
/// Share of a mention's bytes that must be left for it to be compared without the mentions inside it.
const OWN: f64 = 0.4;
/// Names kept, for the next mention of the same speaker.
const NAMES: usize = 16;

/// Whom a mention has to do with, beside its own words.
#[derive(Clone, Copy, Debug)]
struct Others<'w> {
    speaker: &'w [Word],
    subject: &'w [Word],
}

impl Reader {
    /// Adds the features of a report's mentions to `page`, from what stage 2 read of its sentences. Both are in the order of
    /// the text.
    pub(crate) fn report(
        &mut self,
        report: &Report,
        mentions: &[Parts],
        readings: &Readings<'_>,
        page: &mut Page,
        knowledge: &Knowledge,
    ) {
        let text = report.text();
        self.names.known.clear();
        let mut readings = readings.iter().peekable();
        let mut context = 0;
        let mut read: Option<Sentence<'_>> = None;
        let mut ranges = Vec::new();
        for (m, parts) in mentions.iter().enumerate() {
            while let Some(reading) = readings.next_if(|r| r.span.start <= parts.span.start) {
                let sentence = Sentence {
                    text,
                    tokens: reading.parse.tokens,
                    tags: reading.parse.tags,
                    clauses: reading.parse.clauses,
                    dates: reading.dates,
                    quantities: reading.quantities,
                };
                if readings.peek().is_none_or(|r| r.span.start > parts.span.start) {
                    self.sheet.read(&sentence, knowledge);
                    context = add_context(&self.sheet.atoms, page);
                    read = Some(sentence);
                }
            }
            let Some(sentence) = read else { continue };
            own_ranges(parts.span, mentions.get(m + 1..).unwrap_or_default(), &mut ranges);
            let speaker = self.name(text, parts.speaker.map(|s| s.name()), knowledge);
            let subject = self.name(text, parts.referent, knowledge);
            let about = About {
                quoted: parts.kind == Kind::DirectQuote,
                worth: Some(parts.check_worthiness as f32),
                place: Some(parts.span.start as f32 / text.len().max(1) as f32),
                modality: Some(parts.modality),
                ..About::default()
            };
            let others = Others { speaker: &speaker, subject: &subject };
            self.mention(&sentence, parts.span, &ranges, others, about, Some(context), None, page, knowledge);
        }
        page.shrink();
    }

    /// Adds the features of a mention that comes as a text to `page`.
    pub(crate) fn statement(&mut self, statement: &Statement<'_>, page: &mut Page, knowledge: &Knowledge) {
        let text = statement.text;
        let whole = statement.context.is_empty() || statement.context == text;
        if !whole && (page.len() == 0 || statement.context != self.context) {
            // The mentions of a sentence come one after the other.
            self.aside(statement.context, knowledge);
            self.context.clear();
            self.context.push_str(statement.context);
            self.context_number = add_context(&self.other.atoms, page);
        }
        let speaker = self.names_in(statement.speaker, knowledge);
        let subject = self.names_in(statement.subject, knowledge);
        let mut tokens = core::mem::take(&mut self.tokens);
        let mut tags = core::mem::take(&mut self.tags);
        tokens.clear();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        tokens.truncate(MAX_TOKENS);
        tag::resolve_into(&tokens, &mut tags);
        let clauses: Vec<Clause> = clause::clauses(&tokens, &tags);
        let (mut dates, mut quantities) = (Vec::new(), Vec::new());
        // Most mentions hold neither, and their words tell.
        if tokens.iter().any(|t| t.is(COUNTING) || t.kind == TokenKind::Number || measures(t)) {
            dates = date::in_tokens(text, &tokens, statement.published);
            quantities = quantity::in_tokens(text, &tokens, dates.iter().map(|d| d.span()));
        }
        let sentence = Sentence {
            text,
            tokens: &tokens,
            tags: &tags,
            clauses: &clauses,
            dates: &dates,
            quantities: &quantities,
        };
        self.sheet.read(&sentence, knowledge);
        let about = About {
            quoted: statement.quoted,
            modality: statement.modality,
            worth: statement.check_worthiness,
            place: statement.place,
            ..About::default()
        };
        let others = Others { speaker: &speaker, subject: &subject };
        let context = (!whole).then_some(self.context_number);
        let span = Span::new(0, text.len());
        self.mention(&sentence, span, &[span], others, about, context, statement.report, page, knowledge);
        (self.tokens, self.tags) = (tokens, tags);
    }

    /// Reads a text beside the sentence.
    fn aside(&mut self, text: &str, knowledge: &Knowledge) {
        self.tokens.clear();
        tokenize(text, Span::new(0, text.len()), &mut self.tokens);
        self.tokens.truncate(MAX_TOKENS);
        let tokens = &self.tokens;
        let sentence = Sentence { text, tokens, tags: &[], clauses: &[], dates: &[], quantities: &[] };
        self.other.read(&sentence, knowledge);
    }

    /// The names, or failing that the content words, in a description of somebody.
    fn names_in(&mut self, who: &str, knowledge: &Knowledge) -> Vec<Word> {
        if who.is_empty() {
            return Vec::new();
        }
        self.aside(who, knowledge);
        let content = |a: &&Atom| a.role == Role::Content;
        let mut words: Vec<Word> = self.other.atoms.iter().filter(content).map(|a| a.word).collect();
        if words.iter().any(|w| w.is(Word::NAME)) {
            words.retain(|w| w.is(Word::NAME));
        }
        words.sort_unstable_by_key(|w| (w.family, w.key));
        words.dedup_by_key(|w| w.family);
        words
    }

    /// The names at `span` of a report.
    fn name(&mut self, text: &str, span: Option<Span>, knowledge: &Knowledge) -> Vec<Word> {
        let Some(span) = span else { return Vec::new() };
        if let Some((_, words)) = self.names.known.iter().find(|n| n.0 == span) {
            return words.clone();
        }
        let words = self.names_in(span.of(text), knowledge);
        if self.names.known.len() == NAMES {
            self.names.known.remove(0);
        }
        self.names.known.push((span, words.clone()));
        words
    }

    /// Adds the features of the words of the sentence in `ranges`, which rise; its own words are the context where none is
    /// given.
    #[allow(clippy::too_many_arguments)]
    fn mention(
        &mut self,
        sentence: &Sentence<'_>,
        span: Span,
        ranges: &[Span],
        others: Others<'_>,
        mut about: About,
        context: Option<u32>,
        report: Option<u32>,
        page: &mut Page,
        knowledge: &Knowledge,
    ) {
        self.take_tokens(sentence, ranges);
        about.stance = self.own.mark(sentence.text, sentence.clauses);
        let order = page.keys.len();
        self.take_words(page);
        let at = |token: u16| self.starts.get(usize::from(token)).copied().unwrap_or(u16::MAX);
        about.stance.outlook.place(at);
        let end = (page.keys.len() - order) as u16;
        about.sequence = sequence::read(&self.own, &self.starts, end);
        names::read(&self.own, sentence.text, &self.starts, end, &self.words, &mut page.names);
        let Own { tokens, tags, marks, classes, .. } = &self.own;
        let negates =
            |t: &Token, m: u32| t.is(Class::NEG) && m & (Word::NEGATIVE | Word::PART) == Word::NEGATIVE;
        let pronoun = |t: &Token, g: Tag| g == Tag::Pronoun && t.is(Class::SUBJECT);
        // Most mentions have no word that could be any of these.
        about.negated = classes.any(Class::NEG) && tokens.iter().zip(marks).any(|(t, m)| negates(t, *m));
        about.pronouns = classes.any(Class::SUBJECT) && tokens.iter().zip(tags).any(|(t, g)| pronoun(t, *g));
        about.passive = classes.any(Class::BE) && self.own.passive();
        about.modal = tags.contains(&Tag::Modal);
        about.first_person = self.own.framing & Word::FIRST_PERSON != 0;
        if about.first_person {
            self.resolve(others.speaker);
        }
        self.resolve(others.subject);
        let word =
            |family: Option<Key>| family.and_then(|f| self.words.binary_search_by_key(&f, |w| w.family).ok());
        let (object, actor) = (word(self.object), word(self.actor));
        about.actor = actor.map_or(NO_WORD, |at| at as u16);
        about.direct = self.own.roles.direct;
        about.located = self.own.roles.located;
        about.object = object.map_or(NO_WORD, |at| at as u16);
        let is_verb = |w: &&Word| w.is(Word::HEAD) && w.is(Word::VERB | Word::PHRASE);
        about.ends = self.words.iter().filter(is_verb).any(|w| knowledge.ends(w.key));
        page.words.extend_from_slice(&self.words);
        self.close_phrases(page);
        self.add_abbreviations(sentence.text, page);
        // Of more tokens than are read no value is compared either.
        let end = self.own.tokens.last().map_or(0, |t| t.span.end);
        let inside = |span: Span| span.end <= end && ranges.iter().any(|r| r.contains(span));
        // When something happened that is told by the way: "the bank, which made its offer in May, lost 8 per cent".
        let aside =
            |span: Span| self.own.by_the_way(self.own.tokens.partition_point(|t| t.span.start < span.start));
        let mut kept = 0;
        for date in sentence.dates.iter().filter(|d| inside(d.span())) {
            let aside = aside(date.span());
            page.dated.extend(self.dated(sentence, date.span(), if aside { NO_WORD } else { kept }));
            if !aside {
                page.dates.push(*date);
                kept += 1;
            }
        }
        let mut before: Option<&quantity::Quantity> = None;
        for q in sentence.quantities {
            // What only says in brackets what stands before it in another unit is left out: `75 liters (20 gallons)`.
            let again = before.is_some_and(|before| q.restates(before, sentence.text));
            before = Some(q);
            if inside(q.span()) && !again {
                page.quantities.push(*q);
            }
        }
        page.speakers.extend(others.speaker.iter().map(|w| w.family));
        let direction = direction(self.sheet.atoms_in(sentence.tokens, span), knowledge);
        let context = context.unwrap_or_else(|| page.add_own_context(&self.words));
        let grams = Grams::of(ranges.iter().map(|r| head(r.of(sentence.text))));
        page.close(context, grams, direction, about, report);
    }

    /// What happened on the date at `span`, the mention's date of this number.
    fn dated(&self, sentence: &Sentence<'_>, span: Span, date: u16) -> Option<Dated> {
        let own = &self.own;
        let start = own.tokens.partition_point(|t| t.span.start < span.start);
        let end = own.tokens.partition_point(|t| t.span.start < span.end);
        let word = |at: usize| {
            let token = sentence.tokens.partition_point(|t| t.span.start < own.tokens[at].span.start) as u32;
            let from = self.sheet.atoms.partition_point(|a| a.token < token);
            let mut atoms = self.sheet.atoms.get(from..)?.iter().take_while(|a| a.token == token);
            let family = atoms.find(|a| a.role == Role::Content)?.word.family;
            self.words.binary_search_by_key(&family, |w| w.family).ok()
        };
        let place = |at: Option<usize>| at.and_then(word).map_or(NO_WORD, |w| w as u16);
        let happened = own.happened(start, end);
        let at = |i: usize| self.starts.get(i).copied();
        let start = at(start)?;
        let end = at(end).unwrap_or(u16::MAX);
        Some(Dated { start, end, date, event: place(happened.event), other: place(happened.other) })
    }

    /// Takes the tokens of a mention.
    fn take_tokens(&mut self, sentence: &Sentence<'_>, ranges: &[Span]) {
        let before = |place: usize| sentence.tokens.partition_point(|t| t.span.start < place);
        self.own.clear(ranges.first().map_or(0, |r| before(r.start)));
        for range in ranges {
            let (from, end) = (before(range.start), before(range.end));
            let end = end.min(from + MAX_TOKENS - self.own.tokens.len());
            if from < end {
                self.own.extend(from..end, sentence, &self.sheet.frames);
            }
        }
    }

    /// Takes the words at these tokens: their order to the page, and the content words to be sorted.
    fn take_words(&mut self, page: &mut Page) {
        self.words.clear();
        self.phrases.clear();
        self.parts.clear();
        self.starts.clear();
        (self.object, self.actor) = (None, None);
        let (first, end) = (self.own.first(), self.own.end());
        let start = page.keys.len();
        let atoms = core::mem::take(&mut self.sheet.atoms);
        let before = |token: usize| atoms.partition_point(|a| (a.token as usize) < token);
        for atom in atoms.get(before(first)..before(end)).unwrap_or_default() {
            let Some(place) = self.own.place(atom.token as usize) else { continue };
            let at = (page.keys.len() - start) as u16;
            self.starts.resize(place + 1, at);
            let mut sort = self.own.marks[place];
            if let Role::Phrase(number) = atom.role {
                self.take_phrase(atom, number, at);
                continue;
            }
            page.keys.push(atom.word.key);
            if atom.role == Role::Content {
                if sort & Word::PART != 0 {
                    self.parts.push((place, atom.word.family));
                }
                sort |= atom.word.sort;
                if self.own.tags[place].is_verb() {
                    sort |= Word::EVENT;
                }
                let roles = &self.own.roles;
                if sort & Word::EVENT != 0 && roles.noun == Some(place) {
                    sort |= Word::HEAD;
                }
                if roles.object == Some(place) {
                    self.object = Some(atom.word.family);
                }
                if roles.actor == Some(place) {
                    self.actor = Some(atom.word.family);
                }
                self.words.push(Word { at, sort, ..atom.word });
            }
        }
        self.sheet.atoms = atoms;
        self.starts.resize(self.own.tokens.len(), (page.keys.len() - start) as u16);
        self.words.sort_unstable_by_key(|w| (w.family, w.at, w.key));
        self.words.dedup_by(|w, kept| {
            let same = w.family == kept.family;
            if same {
                // What is said once outside the attribution and the asides counts.
                let low = Word::ATTRIBUTION | Word::ASIDE | Word::PART | Word::PHRASE | Word::FILLER;
                kept.sort = (kept.sort | w.sort) & !low | kept.sort & w.sort & low;
            }
            same
        });
    }

    /// Reads a phrase as one word too, where all words of it are the mention's.
    fn take_phrase(&mut self, atom: &Atom, number: u32, at: u16) {
        let Some(found) = self.sheet.phrases.get(number as usize) else { return };
        let own = &mut self.own;
        if found.parts().any(|p| own.place(p).is_none()) {
            return;
        }
        let low = Word::ATTRIBUTION | Word::ASIDE;
        let (mut any, mut all) = (0, low);
        for p in found.parts().filter_map(|p| own.place(p)) {
            any |= own.marks[p];
            all &= own.marks[p];
        }
        let part = if found.target.is_some() { Word::PART } else { Word::FILLER };
        for p in found.parts() {
            if let Some(p) = own.place(p) {
                own.marks[p] |= part;
                if found.target.is_some() {
                    self.phrases.push((atom.word.family, p));
                }
            }
        }
        let mut sort = any & !low | all;
        if atom.word.is(Word::DENIED) {
            // What it denies is in the word it stands for.
            sort &= !Word::DENIED;
        }
        if sort & Word::HEAD != 0 {
            sort &= !Word::SUBJECT;
        }
        // A participle in what is to come is not done: to get married.
        if sort & (Word::FUTURE | Word::POSSIBLE) != 0 {
            sort &= !Word::DONE;
        }
        if found.target.is_some() {
            sort |= atom.word.sort & !Word::DENIED | Word::PHRASE;
            self.words.push(Word { at, sort, ..atom.word });
        }
    }

    /// Adds the words of a name that a pronoun stands for.
    fn resolve(&mut self, names: &[Word]) {
        for name in names {
            if let Err(at) = self.words.binary_search_by_key(&name.family, |w| w.family) {
                let sort =
                    name.sort & (Word::NAME | Word::PLACE | Word::ACRONYM) | Word::RESOLVED | Word::SUBJECT;
                self.words.insert(at, Word { sort, at: 0, ..*name });
            }
        }
    }

    /// Moves to the page which word is what a phrase reads as, and which are its parts.
    fn close_phrases(&mut self, page: &mut Page) {
        let from = page.phrases.len();
        let index = |family: Key| self.words.binary_search_by_key(&family, |w| w.family).ok();
        for &(phrase, place) in &self.phrases {
            for &(_, part) in self.parts.iter().filter(|p| p.0 == place) {
                let (Some(phrase), Some(part)) = (index(phrase), index(part)) else { continue };
                if phrase != part && self.words[part].is(Word::PART) {
                    page.phrases.push((phrase as u16, part as u16));
                }
            }
        }
        page.phrases[from..].sort_unstable();
    }

    /// Adds acronyms, and runs of capitalised words that could be written as one.
    fn add_abbreviations(&mut self, text: &str, page: &mut Page) {
        self.run.clear();
        for (token, &at) in self.own.tokens.iter().zip(&self.starts) {
            if token.kind == TokenKind::Mark {
                self.run.clear();
            } else if token.is(Class::UPPER) && token.span.len() < 8
                || is_mixed_acronym(token.span.of(text), token.class)
            {
                let word = token.span.of(text);
                // "BoE" is of two words that have capitals.
                let upper = token.is(Class::UPPER);
                let tells = |b: &u8| b.is_ascii_uppercase() || upper && b.is_ascii_alphabetic();
                let letters = word.bytes().filter(tells).take(6).fold(0, push_letter);
                page.acronyms.push(Initials { letters, start: at, end: at + 1 });
                self.run.clear();
            } else if token.is(Class::CAPITAL) {
                let first = text.as_bytes().get(token.span.start).copied().unwrap_or_default();
                self.run.push((u32::from(first), at));
                let mut letters = 0;
                for (n, &(letter, start)) in self.run.iter().rev().take(6).enumerate() {
                    letters |= (letter & 31) << (5 * n);
                    if n > 0 {
                        page.initials.push(Initials { letters, start, end: at + 1 });
                    }
                }
            } else if !token.is(CLOSED) {
                self.run.clear();
            }
        }
    }
}

/// The beginning of a text that is longer than any mention people write.
fn head(text: &str) -> &str {
    let mut end = text.len().min(8 * MAX_TOKENS);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

/// Adds the content words of a sentence to the page; returns its number there.
fn add_context(atoms: &[Atom], page: &mut Page) -> u32 {
    let content = atoms.iter().filter(|a| a.role == Role::Content).take(MAX_TOKENS);
    let mut words: Vec<Key> = content.map(|a| a.word.family).collect();
    words.sort_unstable();
    words.dedup();
    page.add_context(words.into_iter())
}

/// What a mention says beside the mentions inside it: "the institute, which belongs to the ministry, was put on the list"
/// states that it was put on the list, and its relative clause is a mention of its own. `later` are the mentions of the
/// report that begin after this one.
fn own_ranges(span: Span, later: &[Parts], ranges: &mut Vec<Span>) {
    ranges.clear();
    let mut at = span.start;
    for inner in later.iter().map(|p| p.span).take_while(|inner| inner.start < span.end) {
        if inner.start > at && inner.end <= span.end {
            ranges.push(Span::new(at, inner.start));
            at = inner.end;
        }
    }
    ranges.push(Span::new(at, span.end));
    let left: usize = ranges.iter().map(|r| r.len()).sum();
    if (left as f64) < OWN * span.len() as f64 {
        ranges.clear();
        ranges.push(span);
    }
}

fn push_letter(packed: u32, letter: u8) -> u32 {
    (packed << 5) | u32::from(letter & 31)
}

/// Words of which dates and quantities are made.
const COUNTING: Class = Class::NUMERAL.or(Class::MONTH).or(Class::WEEKDAY).or(Class::APPROX);

/// Whether dates or quantities are made with this word: `week`, `dozen`.
fn measures(token: &Token) -> bool {
    static LISTED: LazyLock<Table<bool>> = LazyLock::new(|| ENGLISH.lemma_table(is_listed));
    LISTED.get(token.form).copied().unwrap_or_else(|| is_listed(token.lemma))
}

fn is_listed(lemma: &str) -> bool {
    static WORDS: LazyLock<Set<&str>> = LazyLock::new(|| MEASURING.lines().collect());
    !lemma.is_empty() && WORDS.contains(lemma)
}
