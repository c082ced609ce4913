//! What one mention is made of, ready to be compared: its words as keys, in order and sorted, and what sort each is.

use super::knowledge::{Key, Knowledge, key};
use crate::{
    Span,
    lexicon::Class,
    mention::quantity::{Quantity, quantities},
    token::{Token, TokenKind, tokenize},
};

/// A content word of a mention.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Word {
    /// The head of the word's family: `decide` for `decision`. Words that share it are nearly the same word.
    pub(crate) family: Key,
    /// The dictionary form.
    pub(crate) key: Key,
    /// How rare the word is in English: see [`Knowledge::rarity`].
    pub(crate) rarity: f32,
    /// Its place among the mention's tokens.
    pub(crate) at: u16,
    pub(crate) sort: u16,
}

impl Word {
    pub(crate) const NAME: u16 = 1;
    pub(crate) const NUMBER: u16 = 2;
    pub(crate) const VERB: u16 = 4;
    pub(crate) const ACRONYM: u16 = 8;
    pub(crate) const PLACE: u16 = 16;
    pub(crate) const CALENDAR: u16 = 32;
    pub(crate) const OPPOSITE: u16 = 64;

    pub(crate) fn is(&self, sort: u16) -> bool {
        self.sort & sort != 0
    }
}

/// The first letters of words that follow each other, as an acronym is made, and where the words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Initials {
    pub(crate) letters: u32,
    pub(crate) start: u16,
    pub(crate) end: u16,
}

/// What one mention is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Features {
    /// The content words, each family once, sorted by family.
    pub(crate) words: Box<[Word]>,
    /// Every word in the order of the text.
    pub(crate) sequence: Box<[Key]>,
    /// Hashes of the character 4-grams, sorted, each once.
    pub(crate) grams: Box<[u32]>,
    /// Content words of the sentence around the mention, sorted.
    pub(crate) context: Box<[Key]>,
    /// Acronyms in the mention: letters and place.
    pub(crate) acronyms: Box<[Initials]>,
    /// Runs of two to six capitalised words that an acronym could stand for.
    pub(crate) initials: Box<[Initials]>,
    pub(crate) negations: u8,
    pub(crate) modals: u8,
    pub(crate) quantities: Box<[Quantity]>,
}

/// Reads features from texts; keeps its buffers from one text to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reader {
    tokens: Vec<Token>,
    words: Vec<Word>,
    sequence: Vec<Key>,
    grams: Vec<u32>,
    lower: String,
    joined: String,
}

/// No mention is longer: what comes after these many tokens is left out of its features.
const MAX_TOKENS: usize = 400;

impl Reader {
    /// The features of `text`, which stands in `context`.
    pub(crate) fn read(&mut self, text: &str, context: &str, knowledge: &Knowledge) -> Features {
        let context: Box<[Key]> = if context.is_empty() {
            Box::default()
        } else {
            self.walk(context, knowledge);
            self.words.iter().map(|w| w.family).collect()
        };
        self.walk(text, knowledge);
        self.char_grams(text);
        let (acronyms, initials) = self.abbreviations(text);
        let modal = |t: &Token| {
            t.is(Class::MODAL)
                && !matches!(t.lemma, "will" | "shall")
                && !(t.is(Class::MONTH) && t.is(Class::CAPITAL))
        };
        let count = |n: usize| n.min(255) as u8;
        Features {
            words: self.words.as_slice().into(),
            sequence: self.sequence.as_slice().into(),
            grams: self.grams.as_slice().into(),
            context,
            acronyms,
            initials,
            negations: count(self.tokens.iter().filter(|t| t.is(Class::NEG)).count()),
            modals: count(self.tokens.iter().filter(|t| modal(t)).count()),
            quantities: quantities(text).into(),
        }
    }

    /// Fills `tokens`, `words` and `sequence` from `text`.
    fn walk(&mut self, text: &str, knowledge: &Knowledge) {
        self.tokens.clear();
        self.words.clear();
        self.sequence.clear();
        tokenize(text, Span::new(0, text.len()), &mut self.tokens);
        self.tokens.truncate(MAX_TOKENS);
        let letters = Letters::of(&self.tokens);
        let mut i = 0;
        let mut initial = true;
        while let Some(&token) = self.tokens.get(i) {
            let at = self.sequence.len() as u16;
            i += 1;
            if token.kind == TokenKind::Mark {
                // A word after an opening mark or a colon may stand with a capital whatever it is.
                initial |= matches!(token.mark, '“' | '"' | '‘' | ':' | '.' | '?' | '!' | '—' | '…');
                continue;
            }
            let first = core::mem::replace(&mut initial, false);
            let word = token.span.of(text);
            self.lower.clear();
            push_lower(word, &mut self.lower);
            if token.is(Class::NUMERAL) {
                if let Some((value, used)) = number(&self.tokens[i - 1..], text, knowledge) {
                    i += used - 1;
                    let k = key(&format!("#{value}"));
                    self.sequence.push(k);
                    let rarity = if value.abs() < 10.0 { 5.0 } else { 8.0 };
                    self.words.push(Word { family: k, key: k, rarity, at, sort: Word::NUMBER });
                    continue;
                }
            }
            let capital = token.is(Class::CAPITAL);
            let named = capital || !letters.cased;
            if named {
                if let Some((k, used)) = self.place(i - 1, text, knowledge) {
                    i += used - 1;
                    self.sequence.push(k);
                    let rarity = knowledge.rarity(k).min(7.0);
                    self.words.push(Word { family: k, key: k, rarity, at, sort: Word::NAME | Word::PLACE });
                    continue;
                }
            }
            let unknown = token.is(Class::UNKNOWN);
            let name = unknown && (capital || !letters.cased)
                || capital && !first && letters.cased && !letters.titled && !token.is(CLOSED);
            let form = if token.lemma.is_empty() { stem(&self.lower, capital) } else { token.lemma };
            let k = key(form);
            self.sequence.push(k);
            if token.is(CLOSED) && !name || self.lower.starts_with(['\'', '’']) {
                continue;
            }
            let mut sort = 0;
            if name {
                sort |= Word::NAME;
            }
            if token.is(Class::UPPER) && letters.cased && word.len() < 8 {
                sort |= Word::ACRONYM;
            }
            if token.is(Class::MONTH.or(Class::WEEKDAY)) && (capital || !letters.cased) {
                sort = Word::CALENDAR;
            }
            if token.is(Class::VERB) && !token.is(Class::MOSTLY_NOUN) && !name {
                sort |= Word::VERB;
            }
            let family = if name { k } else { knowledge.family_of(k) };
            if knowledge.has_opposite(k) || knowledge.has_opposite(family) {
                sort |= Word::OPPOSITE;
            }
            self.words.push(Word { family, key: k, rarity: knowledge.rarity(k), at, sort });
        }
        self.words.sort_unstable_by_key(|w| (w.family, w.at));
        self.words.dedup_by_key(|w| w.family);
    }

    /// The key of a place or another name that starts at token `i`, and how many tokens it takes.
    fn place(&mut self, i: usize, text: &str, knowledge: &Knowledge) -> Option<(Key, usize)> {
        let pronoun = self.lower == "us" && !self.tokens.get(i).is_some_and(|t| t.is(Class::UPPER));
        if knowledge.starts_name(key(&self.lower)) {
            for used in (2..=4).rev() {
                if let Some(last) = self.tokens.get(i + used - 1) {
                    let span = self.tokens[i].span.hull(last.span);
                    self.joined.clear();
                    push_lower(span.of(text), &mut self.joined);
                    if let Some(k) = knowledge.name(&self.joined) {
                        return Some((k, used));
                    }
                }
            }
        }
        if pronoun { None } else { knowledge.name(self.lower.trim_end_matches(':')).map(|k| (k, 1)) }
    }

    fn char_grams(&mut self, text: &str) {
        self.grams.clear();
        let mut window = 0_u32;
        let mut last = ' ';
        let mut seen = 0;
        for c in text.chars().take(4 * MAX_TOKENS).chain([' ']) {
            let c = if c.is_alphanumeric() { c.to_lowercase().next().unwrap_or(c) } else { ' ' };
            if c == ' ' && last == ' ' {
                continue;
            }
            last = c;
            // Eight bits a character are enough for Latin letters; others mix.
            window = (window << 8) | (c as u32 & 0xff) ^ (c as u32 >> 8);
            seen += 1;
            if seen >= 4 {
                self.grams.push(window);
            }
        }
        self.grams.sort_unstable();
        self.grams.dedup();
    }

    /// Acronyms, and runs of capitalised words that could be written as one.
    fn abbreviations(&self, text: &str) -> (Box<[Initials]>, Box<[Initials]>) {
        let mut acronyms = Vec::new();
        let mut initials = Vec::new();
        let mut run: Vec<(u32, u16)> = Vec::new();
        let mut at = 0_u16;
        for token in &self.tokens {
            if token.kind == TokenKind::Mark {
                run.clear();
                continue;
            }
            let word = token.span.of(text);
            if token.is(Class::UPPER) && word.len() < 8 {
                let letters = word.bytes().filter(u8::is_ascii_alphabetic).take(6).fold(0, push_letter);
                acronyms.push(Initials { letters, start: at, end: at + 1 });
                run.clear();
            } else if token.is(Class::CAPITAL) {
                run.push((u32::from(word.as_bytes().first().copied().unwrap_or_default()), at));
                let mut letters = 0;
                for (n, &(letter, start)) in run.iter().rev().take(6).enumerate() {
                    letters |= (letter & 31) << (5 * n);
                    if n > 0 {
                        initials.push(Initials { letters, start, end: at + 1 });
                    }
                }
            } else if !token.is(CLOSED) {
                run.clear();
            }
            at += 1;
        }
        (acronyms.into(), initials.into())
    }
}

fn push_letter(packed: u32, letter: u8) -> u32 {
    (packed << 5) | u32::from(letter & 31)
}

/// Words that say how others hang together, not what a sentence is about.
const CLOSED: Class = Class::DET
    .or(Class::PRON)
    .or(Class::POSSDET)
    .or(Class::POSSESSIVE)
    .or(Class::PREP)
    .or(Class::COORD)
    .or(Class::SUBORD)
    .or(Class::REL)
    .or(Class::WH)
    .or(Class::AUX)
    .or(Class::NEG)
    .or(Class::TO);

/// How a text is written.
struct Letters {
    /// It has capitals and small letters.
    cased: bool,
    /// Nearly every longer word starts with a capital, as in a headline.
    titled: bool,
}

impl Letters {
    fn of(tokens: &[Token]) -> Self {
        let words = tokens.iter().filter(|t| t.is_word() && t.span.len() > 3);
        let (mut all, mut capital, mut upper) = (0, 0, 0);
        for t in words {
            all += 1;
            capital += usize::from(t.is(Class::CAPITAL));
            upper += usize::from(t.is(Class::UPPER));
        }
        let any = tokens.iter().any(|t| t.is(Class::CAPITAL));
        Self { cased: any && (upper < all || all < 3), titled: all > 2 && capital * 10 >= all * 7 }
    }
}

fn push_lower(word: &str, out: &mut String) {
    for c in word.chars() {
        if c == '’' {
            out.push('\'');
        } else if c.is_whitespace() {
            out.push(' ');
        } else {
            out.extend(c.to_lowercase());
        }
    }
}

/// The stem of a word that the lexicon does not know: its plural, past and -ing ends taken off.
fn stem(word: &str, capital: bool) -> &str {
    let word = word.trim_end_matches('.');
    let cut = |n: usize| word.get(..word.len() - n).unwrap_or(word);
    let vowels = |w: &str| w.bytes().any(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    if word.len() < 5 {
        return word;
    }
    if word.ends_with("ies") {
        cut(3)
    } else if word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") {
        cut(1)
    } else if capital {
        word
    } else if word.ends_with("ing") && vowels(cut(3)) {
        cut(3)
    } else if word.ends_with("ed") && vowels(cut(2)) {
        cut(2)
    } else if word.ends_with(['y', 'e']) {
        cut(1)
    } else {
        word
    }
}

/// The value of the number at the start of `tokens`, and how many tokens it takes.
fn number(tokens: &[Token], text: &str, knowledge: &Knowledge) -> Option<(f64, usize)> {
    let value = |t: &Token| -> Option<f64> {
        let word = t.span.of(text);
        if t.kind == TokenKind::Number {
            return word.replace(',', "").parse().ok();
        }
        t.is(Class::NUMERAL).then(|| knowledge.numeral(key(&word.to_lowercase()))).flatten()
    };
    let mut total = value(tokens.first()?)?;
    let mut used = 1;
    while let Some(next) = tokens.get(used) {
        let word = next.span.of(text);
        let scale = match word {
            "m" | "mn" => 1e6,
            "bn" => 1e9,
            "k" => 1e3,
            _ => match value(next) {
                Some(v) if v >= 100.0 && next.is_word() && word != "dozen" => v,
                _ => break,
            },
        };
        total *= scale;
        used += 1;
    }
    Some((total, used))
}
