//! The words on both sides of an end mark.

use super::{
    marks::{is_bullet, opens},
    words::{Role, role},
};
use crate::{lexicon::Class, token::look_up};

/// The character that starts at `at`.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The word that starts at `at`: letters, digits and inner apostrophes.
pub(super) fn word_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let plain = rest.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    if rest.as_bytes().get(plain).is_some_and(|b| b.is_ascii() && *b != b'\'') {
        return rest.get(..plain).unwrap_or_default();
    }
    let mut len = 0;
    for c in rest.chars().take(LONGEST) {
        if !(c.is_alphanumeric() || is_apostrophe(c)) {
            break;
        }
        len += c.len_utf8();
    }
    rest.get(..len).unwrap_or_default().trim_end_matches(is_apostrophe)
}

/// How many characters of a word are looked at: more than any entry of the lists has.
const LONGEST: usize = 32;

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// What begins after the gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    Capital,
    Small,
    Digit,
    Dash,
    /// A mark that never begins a sentence.
    Comma,
    /// A bullet, a letter without case, any other sign.
    Other,
}

/// What follows the end mark.
#[derive(Debug)]
pub(super) struct Next<'t> {
    pub(super) first: First,
    text: &'t str,
    /// Where the word starts, after the marks that open a quotation or a bracket.
    at: usize,
    /// Whether a quotation opens before the word.
    pub(super) quoted: bool,
    /// Whether a bracket does.
    pub(super) bracketed: bool,
}

impl<'t> Next<'t> {
    pub(super) fn read(text: &'t str, at: usize) -> Self {
        let mut it = Self { first: First::Other, text, at, quoted: false, bracketed: false };
        for c in text.get(at..).unwrap_or_default().chars().take(4) {
            if !opens(c) {
                it.first = Self::kind(c);
                break;
            }
            let bracket = matches!(c, '(' | '[' | '{');
            it.quoted |= !bracket;
            it.bracketed |= bracket;
            it.at += c.len_utf8();
        }
        if it.first == First::Dash {
            // `. - Item`: the word after the sign tells.
            let rest = text.get(it.at..).unwrap_or_default();
            it.at += rest.bytes().take(8).take_while(|b| matches!(b, b'-' | b' ')).count();
        }
        it
    }

    fn kind(c: char) -> First {
        match c {
            'A'..='Z' => First::Capital,
            'a'..='z' => First::Small,
            '0'..='9' | '$' | '£' | '€' | '#' | '¥' => First::Digit,
            '-' | '–' | '—' => First::Dash,
            ',' | ';' | ':' | '&' | '%' | '/' | '=' | '+' | '|' => First::Comma,
            _ if c.is_uppercase() => First::Capital,
            _ if c.is_lowercase() => First::Small,
            _ if c.is_numeric() => First::Digit,
            _ => First::Other,
        }
    }

    pub(super) fn word(&self) -> &'t str {
        word_at(self.text, self.at)
    }

    pub(super) fn is(&self, wanted: Role) -> bool {
        role(self.word()).any(wanted)
    }

    fn follows(&self, word: &str) -> &'t str {
        self.text.get(self.at + word.len()..).unwrap_or_default()
    }

    /// A word that begins sentences. Not as the first part of a compound: `U.S. In-House Counsel`.
    pub(super) fn opens_sentence(&self) -> bool {
        let word = self.word();
        role(word).any(Role::OPENER) && !self.follows(word).starts_with('-')
    }

    /// `Fig. II`, `Vol. A`: a numeral of letters.
    pub(super) fn is_numeral(&self) -> bool {
        let word = self.word();
        match word.len() {
            0 => false,
            1 => !matches!(word, "I" | "A"),
            len => len < 5 && word.bytes().all(|b| b"IVXLC".contains(&b)),
        }
    }

    /// A plural common noun, and a small letter after it: `sold in the U.K. Doctors warned`.
    pub(super) fn is_plain_subject(&self) -> bool {
        let word = self.word();
        if role(word).any(Role::HEAD) {
            return false;
        }
        let small = self.follows(word).strip_prefix(' ').is_some_and(|t| t.starts_with(char::is_lowercase));
        let people = || {
            let class = look_up(word).0;
            class.all(Class::NOUN.or(Class::PLURAL)) && !class.any(Class::UNKNOWN)
        };
        small && (role(word).any(Role::PEOPLE) || people())
    }
}

/// The word before the end mark, and the sentence up to it.
#[derive(Debug)]
pub(super) struct Before<'t> {
    text: &'t str,
    /// Where the sentence starts.
    start: usize,
    /// Where the word starts.
    at: usize,
    pub(super) word: &'t str,
    pub(super) role: Role,
    /// One letter, a capital.
    pub(super) initial: bool,
    /// Letters with stops between them: `N.A.T.O`
    pub(super) acronym: bool,
}

impl<'t> Before<'t> {
    /// Reads the word that ends at `end`, in a sentence that starts at `start`.
    pub(super) fn read(text: &'t str, start: usize, end: usize) -> Self {
        let lead = text.get(start..end).unwrap_or_default();
        let mut at = end;
        let mut dots = false;
        let bytes = lead.bytes().rev().take(LONGEST);
        let plain = bytes.take_while(u8::is_ascii_alphanumeric).count();
        if lead.len() > plain && lead.as_bytes().get(lead.len() - plain - 1).is_some_and(|b| *b == b' ') {
            at -= plain;
        } else {
            for c in lead.chars().rev().take(LONGEST) {
                if !(c.is_alphanumeric() || is_apostrophe(c) || matches!(c, '.' | '°')) {
                    break;
                }
                dots |= c == '.';
                at -= c.len_utf8();
            }
        }
        // A quotation that opens before the word is no part of it: `''Mr. Hale`.
        let word = text.get(at..end).unwrap_or_default().trim_start_matches(is_apostrophe);
        at = end - word.len();
        let mut known = role(word);
        let first = word.chars().next().unwrap_or_default();
        if known.any(Role::CAPITAL) && !first.is_uppercase() {
            known = Role::default();
        }
        if known.any(Role::UNIT)
            && !lead.get(..at - start).unwrap_or_default().trim_end_matches(' ').ends_with(char::is_numeric)
        {
            known = known.without(Role::UNIT);
        }
        let acronym = dots && first.is_alphabetic() && word.split('.').all(|p| p.chars().nth(1).is_none());
        let initial = first.is_uppercase() && word.len() == first.len_utf8();
        Self { text, start, at, word, role: known, initial, acronym }
    }

    /// An abbreviation by the lists or by its shape.
    pub(super) fn abbreviates(&self) -> bool {
        self.role.any(Role::ABBREVIATION) || self.initial || self.acronym
    }

    /// All that the sentence holds so far is a number or a letter: the mark of an item.
    pub(super) fn enumerates(&self) -> bool {
        let word = self.word;
        let number = word.len() < 4 && word.bytes().all(|b| b.is_ascii_digit());
        let roman = word.len() < 5 && word.bytes().all(|b| b"ivxIVX".contains(&b));
        let letter = word.chars().next().is_some_and(|c| c.is_alphabetic() && c.len_utf8() == word.len());
        (number || roman || letter)
            && self.lead(self.at).chars().all(|c| opens(c) || is_bullet(c) || c.is_whitespace())
    }

    /// The sentence holds nothing so far but marks that open: `“… There is`.
    pub(super) fn is_empty(&self) -> bool {
        self.word.is_empty() && self.at - self.start < 8 && self.lead(self.at).chars().all(opens)
    }

    /// The sentence up to `end`.
    fn lead(&self, end: usize) -> &'t str {
        self.text.get(self.start..end).unwrap_or_default()
    }

    /// A short word inside a sentence, with a capital and no vowel: `Pvt`.
    pub(super) fn is_vowelless(&self) -> bool {
        let bytes = self.word.as_bytes();
        (2..5).contains(&bytes.len())
            && self.at > self.start
            && bytes.first().is_some_and(u8::is_ascii_uppercase)
            && bytes.iter().all(|b| b.is_ascii_alphabetic() && !b"aeiouyAEIOUY".contains(b))
            && bytes.iter().skip(1).all(u8::is_ascii_lowercase)
    }

    /// An ordinary word or number, so that a stop after it can only end a sentence, even before a small letter.
    pub(super) fn is_plain(&self) -> bool {
        self.word.len() > 1 && !self.is_vowelless() && !self.word.contains('.')
    }

    /// A short word that is in no dictionary: before a small letter it is likely an abbreviation (`undef.`).
    pub(super) fn is_clipped(&self) -> bool {
        self.word.len() < 7
            && self.word.bytes().all(|b| b.is_ascii_lowercase())
            && look_up(self.word).0.any(Class::UNKNOWN)
    }

    pub(super) fn is_upper(&self) -> bool {
        self.word.len() > 1 && self.word.bytes().all(|b| b.is_ascii_uppercase())
    }

    pub(super) fn is_letter(&self) -> bool {
        matches!(self.word.as_bytes(), [b] if b.is_ascii_alphabetic())
    }

    /// A word with a capital inside a sentence that began with one.
    pub(super) fn is_inner_name(&self) -> bool {
        self.at > self.start
            && self.word.starts_with(char::is_uppercase)
            && !self.is_upper()
            && self.lead(self.at).starts_with(char::is_uppercase)
    }

    /// Whether one of `marks` stands in what is written together with the word before it.
    pub(super) fn token_has(&self, marks: [char; 5]) -> bool {
        self.lead(self.at)
            .chars()
            .rev()
            .take(80)
            .take_while(|c| !c.is_whitespace())
            .any(|c| marks.contains(&c))
    }

    /// The word before this one.
    fn previous(&self) -> &'t str {
        let lead = self.lead(self.at).trim_end();
        let len: usize =
            lead.chars().rev().take(LONGEST).take_while(|c| !c.is_whitespace()).map(char::len_utf8).sum();
        lead.get(lead.len() - len..).unwrap_or_default()
    }

    /// The word before this one starts with a capital or is a number: `Sunset Blvd.`, `5th St.`
    pub(super) fn follows_name(&self) -> bool {
        self.previous().starts_with(|c: char| c.is_uppercase() || c.is_numeric())
    }

    /// The word before this one is a common one: `you and I.`
    pub(super) fn follows_small(&self) -> bool {
        self.previous().starts_with(char::is_lowercase)
    }

    /// `At 5 a.m. Mr. Hale left`: the sentence so far is only the time.
    pub(super) fn opens_with_time(&self) -> bool {
        self.at - self.start < 24 && role(word_at(self.text, self.start)).any(Role::BEFORE_TIME)
    }
}
