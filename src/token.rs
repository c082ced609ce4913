//! Tokens: the words, numbers and marks of a sentence, each with what the lexicon knows of it.

use std::sync::LazyLock;

use crate::{
    Span,
    hash::hash_short,
    lexicon::{Class, ENGLISH, Form, Lexicon, particles},
};

/// What sort of thing a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, with inner hyphens, apostrophes and the stops of an abbreviation.
    Word,
    /// Digits with inner commas, stops and colons: `4,200`, `1.4`, `5:30`.
    Number,
    /// One character of anything else.
    Mark,
}

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    /// The character of a mark; `\0` for words and numbers.
    pub(crate) mark: char,
    pub(crate) class: Class,
    /// The dictionary form where the lexicon knows the word, else empty.
    pub(crate) lemma: &'static str,
    /// The word's own form, where the lexicon has it letter by letter.
    pub(crate) form: Form,
}

impl Token {
    /// Whether the word can be one of `class`.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.class.any(class)
    }

    /// Whether the word may stand in the list of titles and roles: one that the lexicon knows says so.
    pub(crate) fn may_be_role(&self) -> bool {
        self.is(Class::ROLE) || self.form == Form::UNKNOWN
    }

    /// Whether this is the mark `c`.
    pub(crate) fn is_mark(&self, c: char) -> bool {
        self.mark == c
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// What the tokens can be, all together.
pub(crate) fn classes(tokens: &[Token]) -> Class {
    tokens.iter().fold(Class::NONE, |all, token| all.or(token.class))
}

/// The tokens of the words of `text` in `span`.
///
/// `’s`, `’ll` and their like are tokens of their own; `didn’t` and `cannot` stay whole. A full stop belongs to the
/// word before it where more words follow it in the span, for a stop inside a sentence ends an abbreviation.
pub(crate) fn tokens(text: &str, span: Span) -> Vec<Token> {
    let mut out = Vec::with_capacity(span.len() / 4 + 1);
    tokenize(text, span, &mut out);
    out
}

/// Appends the tokens of `text` in `span` to `out`.
pub(crate) fn tokenize(text: &str, span: Span, out: &mut Vec<Token>) {
    let words = span.of(text);
    // The sentence and what follows it, so that its last words can be read like the others.
    let bytes = text.as_bytes().get(span.start..).unwrap_or_default();
    let lexicon: &Lexicon = &ENGLISH;
    let mut at = 0;
    while let Some(&first) = words.as_bytes().get(at) {
        let start = at;
        if first == b' ' {
            at += 1;
            continue;
        }
        let plain = || match short_word(words, bytes, at) {
            Some((len, case, hash)) => Some((len, case, lexicon.form_of(hash))),
            None => plain_word(words, at).map(|(len, capitals)| {
                let word = &words.as_bytes()[at..at + len];
                (len, Class::of_case(word, capitals == len && len > 1), find_plain(lexicon, word, capitals))
            }),
        };
        let letter = KINDS[usize::from(first)] & LETTER != 0;
        if let Some((len, case, form)) = letter.then(plain).flatten() {
            at += len;
            let (class, lemma, form) = match form {
                Some(form) => {
                    let entry = lexicon.entry(form);
                    (entry.class.or(case), entry.lemma, form)
                }
                None => (guess(&words[start..at], case != Class::NONE).or(case), "", Form::UNKNOWN),
            };
            let span = Span { start: span.start + start, end: span.start + at };
            out.push(Token { span, kind: TokenKind::Word, mark: '\0', class, lemma, form });
            continue;
        }
        if first.is_ascii_punctuation() {
            at += 1;
            let span = Span { start: span.start + start, end: span.start + at };
            out.push(Token { span, mark: char::from(first), ..EMPTY });
            continue;
        }
        let c =
            if first.is_ascii() { char::from(first) } else { words[at..].chars().next().unwrap_or_default() };
        if !is_typographic(c) && c.is_alphabetic() {
            at = word_end(words, at);
            push_word(words, start, at, span.start, out);
        } else if !is_typographic(c) && c.is_numeric() {
            at = number_end(words, at);
            let span = Span::new(start, at).shift(span.start);
            out.push(Token { span, kind: TokenKind::Number, class: Class::NUMERAL, ..EMPTY });
        } else {
            at += c.len_utf8();
            if !c.is_whitespace() {
                let span = Span::new(start, at).shift(span.start);
                out.push(Token { span, mark: c, ..EMPTY });
            }
        }
    }
}

/// A token with nothing known of it.
const EMPTY: Token = Token {
    span: Span { start: 0, end: 0 },
    kind: TokenKind::Mark,
    mark: '\0',
    class: Class::NONE,
    lemma: "",
    form: Form::UNKNOWN,
};

/// Whether `c` is a quotation mark, a dash or the like: none of these is a letter or a number, which is slow to look up.
fn is_typographic(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{205e}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// The length of the word at `at`, and how many capitals it has, if it is one of ASCII letters up to a blank or a mark
/// that is never part of a word: most words are.
fn plain_word(text: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes().get(at..)?;
    let mut capitals = 0;
    for (len, &byte) in bytes.iter().enumerate().take(LONGEST_KNOWN) {
        let kind = KINDS[usize::from(byte)];
        if kind & LETTER == 0 {
            // A stop that no words of the sentence follow ends it.
            let stops =
                || byte == b'.' && len > 1 && text.get(at + len + 1..).is_some_and(|r| !more_words(r));
            return (len > 0 && (kind == ENDS || stops())).then_some((len, capitals));
        }
        capitals += usize::from(kind >> 1);
    }
    None
}

/// The same for a word of up to 15 letters, which eight at a time tell: its length, its case, and the hash of its letters
/// in lower case. `bytes` are those of `text` and of what follows it.
fn short_word(text: &str, bytes: &[u8], at: usize) -> Option<(usize, Class, u64)> {
    let chunk: &[u8; 16] = bytes.get(at..)?.first_chunk()?;
    let (low, high) = chunk.split_at(8);
    let mut word = Letters::read(low)?;
    let mut rest = 0;
    if word.len == 8 {
        let more = Letters::read(high)?;
        word = Letters { len: 8 + more.len, all_capitals: word.all_capitals && more.all_capitals, ..word };
        rest = more.lower;
    }
    let len = word.len;
    let &end = chunk.get(len).filter(|_| at + len < text.len())?;
    let stops = || end == b'.' && len > 1 && text.get(at + len + 1..).is_some_and(|r| !more_words(r));
    if len == 0 || KINDS[usize::from(end)] != ENDS && !stops() {
        return None;
    }
    let case = Class::of_case(chunk, word.all_capitals && len > 1);
    Some((len, case, hash_short(word.lower, rest, len)))
}

/// The letters that eight bytes begin with.
#[derive(Clone, Copy)]
struct Letters {
    len: usize,
    all_capitals: bool,
    /// In lower case, the first as the lowest byte; 0 behind them.
    lower: u64,
}

impl Letters {
    fn read(eight: &[u8]) -> Option<Self> {
        const ONES: u64 = 0x0101_0101_0101_0101;
        const HIGHS: u64 = 0x80 * ONES;
        const SMALL: u64 = 0x20 * ONES;
        let bytes = u64::from_le_bytes(*eight.first_chunk()?);
        let lower = (bytes | SMALL) & !HIGHS;
        // The high bit of each byte that is at least `a`, and of each that is more than `z`.
        let (from_a, past_z) = (lower + 0x1F * ONES, lower + 0x05 * ONES);
        let others = !(from_a & !past_z & !bytes) & HIGHS;
        let len = others.trailing_zeros() / 8;
        let own = u64::MAX.checked_shr(64 - 8 * len).unwrap_or_default();
        let all_capitals = bytes & SMALL & own == 0;
        Some(Self { len: len as usize, all_capitals, lower: lower & own })
    }
}

/// What a byte can be in a plain word: a letter (and a capital), the end, or what makes the word no plain one.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        kinds[byte as usize] = if byte.is_ascii_uppercase() {
            LETTER | 2
        } else if byte.is_ascii_lowercase() {
            LETTER
        } else if byte.is_ascii_digit() || matches!(byte, b'-' | b'&' | b'\'' | b'.') {
            0
        } else {
            ENDS
        };
        byte += 1;
    }
    kinds
};
const LETTER: u8 = 1;
const ENDS: u8 = 4;

impl Class {
    /// What the case of a word of letters tells, by its first letter and whether all are capitals.
    fn of_case(word: &[u8], all: bool) -> Self {
        match (word.first().is_some_and(u8::is_ascii_uppercase), all) {
            (true, true) => Self::CAPITAL.or(Self::UPPER),
            (true, false) => Self::CAPITAL,
            _ => Self::NONE,
        }
    }
}

/// The length of the code of a currency (ISO 4217).
const CODE: usize = 3;

/// Whether `word` is the code of a currency: three capitals.
fn is_currency(word: &str) -> bool {
    static CODES: LazyLock<crate::hash::Set<&str>> = LazyLock::new(|| {
        let forms = crate::lexicon::rows(crate::lexicon::CURRENCIES).filter_map(|r| r.first().copied());
        forms.filter(|f| f.len() == CODE && f.bytes().all(|b| b.is_ascii_lowercase())).collect()
    });
    let mut lower = [0; CODE];
    let capitals = word.len() == CODE && word.bytes().all(|b| b.is_ascii_uppercase());
    for (low, byte) in lower.iter_mut().zip(word.bytes()) {
        *low = byte.to_ascii_lowercase();
    }
    capitals && core::str::from_utf8(&lower).is_ok_and(|w| CODES.contains(w))
}

/// Where the word that starts at `at` ends.
fn word_end(text: &str, start: usize) -> usize {
    // Most words begin with letters that need no closer look.
    let letters = text.as_bytes()[start..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let mut end = start + letters;
    let mut chars = text[end..].char_indices().map(|(i, c)| (letters + i, c)).peekable();
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let inner = || next.is_some_and(char::is_alphanumeric);
        // "EUR180": the code of a currency and its number.
        if i == CODE && c.is_ascii_digit() && text.get(start..end).is_some_and(is_currency) {
            break;
        }
        if !is_typographic(c) && c.is_alphanumeric() || is_mark_within(c) {
            end = start + i + c.len_utf8();
        } else if matches!(c, '-' | '‑' | '&') && inner()
            || is_apostrophe(c) && next.is_some_and(char::is_alphabetic)
        {
        } else if c == '.' {
            // U.S. and J.K.: single letters with stops. Calif. and Mr.: a stop that more words follow.
            let letters = &text[start..start + i];
            let initial = letters.rsplit('.').next().is_some_and(|l| l.chars().count() == 1);
            let rest = &text[start + i + 1..];
            let dotted = initial
                && next.is_some_and(char::is_alphabetic)
                && letters.chars().next().is_some_and(char::is_alphabetic);
            let abbreviates = initial && letters.contains('.') || more_words(rest);
            if dotted {
                end = start + i + 1;
            } else {
                if abbreviates {
                    end = start + i + 1;
                }
                break;
            }
        } else {
            break;
        }
    }
    end
}

/// Combining marks that belong to the letter before them.
fn is_mark_within(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{ad}')
}

/// Whether words of the same sentence follow a stop that stands just before `rest`.
fn more_words(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some(',' | ';' | ':') => true,
        Some(c) if c.is_whitespace() => chars
            .find(|c| !c.is_whitespace())
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '(' | '“' | '"' | '‘' | '$' | '—' | '–')),
        _ => false,
    }
}

fn number_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if c.is_numeric() {
            end = start + i + c.len_utf8();
        } else if !(matches!(c, ',' | '.' | ':') && chars.peek().is_some_and(|&(_, n)| n.is_numeric())) {
            break;
        }
    }
    end
}

/// Adds the word in `start..end`, its clitic parted from it.
fn push_word(text: &str, start: usize, end: usize, offset: usize, out: &mut Vec<Token>) {
    let word = &text[start..end];
    let marked = word.bytes().any(|b| b == b'\'' || !b.is_ascii());
    let cut = if marked { word.rfind(is_apostrophe) } else { None };
    let cut = cut.filter(|&i| i > 0).and_then(|i| {
        let clitic = word[i..].trim_start_matches(is_apostrophe);
        let known = ["s", "ll", "ve", "re", "m", "d"].iter().any(|c| clitic.eq_ignore_ascii_case(c));
        known.then_some(i)
    });
    let (stem, clitic) = word.split_at(cut.unwrap_or(word.len()));
    for (part, at) in [(stem, start), (clitic, start + stem.len())] {
        if part.is_empty() {
            continue;
        }
        let (class, lemma, form) = read(part);
        let span = Span::new(at, at + part.len()).shift(offset);
        out.push(Token { span, kind: TokenKind::Word, mark: '\0', class, lemma, form });
    }
}

/// What the lexicon knows of `word`, in whatever case and typography it stands.
pub(crate) fn look_up(word: &str) -> (Class, &'static str) {
    let (class, lemma, _) = read(word);
    (class, lemma)
}

/// The form of a word of at most [`LONGEST_KNOWN`] ASCII letters.
fn find_plain(lexicon: &Lexicon, word: &[u8], capitals: usize) -> Option<Form> {
    let mut buffer = [0_u8; LONGEST_KNOWN];
    match buffer.get_mut(..word.len()).filter(|_| capitals > 0) {
        Some(lower) => {
            lower.copy_from_slice(word);
            lower.make_ascii_lowercase();
            lexicon.form(lower)
        }
        None => lexicon.form(word),
    }
}

/// The same, and the number of its form.
fn read(word: &str) -> (Class, &'static str, Form) {
    let mut buffer = [0_u8; LONGEST_KNOWN];
    let bytes = word.as_bytes();
    let mut form = None;
    let (found, capital, upper) = if bytes.len() <= LONGEST_KNOWN && word.is_ascii() {
        let (mut letters, mut capitals) = (0, 0);
        for (lower, byte) in buffer.iter_mut().zip(bytes) {
            *lower = byte.to_ascii_lowercase();
            letters += usize::from(byte.is_ascii_alphabetic());
            capitals += usize::from(byte.is_ascii_uppercase());
        }
        let lower = &buffer[..bytes.len()];
        let bare = || lower.strip_suffix(b".").and_then(|w| ENGLISH.find(w));
        let capital = bytes.first().is_some_and(u8::is_ascii_uppercase);
        form = ENGLISH.form(lower);
        let found = form.map(|f| ENGLISH.entry(f)).or_else(bare);
        (found, capital, capital && letters > 1 && capitals == letters)
    } else {
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let upper = capital && letters.clone().nth(1).is_some() && letters.all(char::is_uppercase);
        let found = match plain_apostrophe(word, &mut buffer) {
            Some(lower) => ENGLISH.find(lower),
            None if bytes.len() <= LONGEST_KNOWN => ENGLISH.get(&word.to_lowercase().replace('’', "'")),
            None => None,
        };
        (found, capital, upper)
    };
    let case = match (capital, upper) {
        (_, true) => Class::CAPITAL.or(Class::UPPER),
        (true, false) => Class::CAPITAL,
        _ => Class::default(),
    };
    match found {
        Some(entry) => (entry.class.or(case), entry.lemma, form.unwrap_or(Form::UNKNOWN)),
        None => (guess(word, capital).or(case), "", Form::UNKNOWN),
    }
}

/// A short word whose apostrophe alone is no ASCII, in lower case with a plain one: `’s`, `didn’t`.
fn plain_apostrophe<'b>(word: &str, buffer: &'b mut [u8; LONGEST_KNOWN]) -> Option<&'b [u8]> {
    let (before, after) = word.split_once('’')?;
    if word.len() > LONGEST_KNOWN || !before.is_ascii() || !after.is_ascii() {
        return None;
    }
    let lower = buffer.get_mut(..before.len() + 1 + after.len())?;
    for (lower, byte) in lower.iter_mut().zip(before.bytes().chain([b'\'']).chain(after.bytes())) {
        *lower = byte.to_ascii_lowercase();
    }
    Some(lower)
}

/// No word of the lexicon is longer, in bytes.
const LONGEST_KNOWN: usize = 40;

static ADJECTIVE_ENDS: LazyLock<&[&str]> = LazyLock::new(|| particles("end of an adjective"));

/// What an unknown word is likely to be, by its end.
fn guess(word: &str, capital: bool) -> Class {
    let unknown = Class::UNKNOWN.or(Class::of_shape(word.as_bytes()));
    unknown.or(if capital { Class::NOUN } else { guess_by_end(word) })
}

fn guess_by_end(word: &str) -> Class {
    if word.ends_with("ed") {
        Class::VERB.or(Class::PAST).or(Class::PART).or(Class::ADJ)
    } else if word.ends_with("ing") {
        Class::VERB.or(Class::ING).or(Class::NOUN)
    } else if word.ends_with("ly") {
        Class::ADV
    } else if word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") {
        Class::NOUN.or(Class::PLURAL)
    } else if word.contains('-') || ADJECTIVE_ENDS.iter().any(|end| word.ends_with(end)) {
        Class::NOUN.or(Class::ADJ)
    } else {
        Class::NOUN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text, Span::new(0, text.len())).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn splits_clitics_and_keeps_negations_whole() {
        assert_eq!(
            words("Solenn’s plan didn’t hold; they’ll wait."),
            ["Solenn", "’s", "plan", "didn’t", "hold", ";", "they", "’ll", "wait", "."]
        );
    }

    #[test]
    fn keeps_the_stop_of_an_abbreviation() {
        assert_eq!(
            words("Mr. Hale left the U.S. at 5 p.m. on Nov. 3."),
            ["Mr.", "Hale", "left", "the", "U.S.", "at", "5", "p.m.", "on", "Nov.", "3", "."]
        );
        assert_eq!(words("It is in the U.S."), ["It", "is", "in", "the", "U.S."]);
        assert_eq!(words("It fell."), ["It", "fell", "."]);
    }

    #[test]
    fn keeps_numbers_whole() {
        assert_eq!(
            words("4,200 people, $1.4m, 5:30, 40%"),
            ["4,200", "people", ",", "$", "1.4", "m", ",", "5:30", ",", "40", "%"]
        );
    }

    #[test]
    fn knows_words_in_any_case_and_typography() {
        let class = |w: &str| look_up(w).0;
        assert!(class("Didn’t").all(Class::NEG.or(Class::DO).or(Class::CAPITAL)));
        assert!(class("SAID").all(Class::VERB.or(Class::UPPER)));
        assert!(class("Derrow").all(Class::NOUN.or(Class::UNKNOWN).or(Class::CAPITAL)));
        assert!(class("Nov.").any(Class::MONTH));
    }
}
