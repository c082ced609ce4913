//! The words of one sentence as matching sees them, read once for all mentions in it.

use std::sync::LazyLock;

use super::{
    features::{Word, number_key},
    knowledge::{Key, Knowledge, Known, form_hash, key},
    phrases::{self, Found},
    senses::Sense,
    vocabulary::{self, Vocabulary},
};
use crate::{
    Span,
    lexicon::{Class, kept_particles, particles},
    mention::{
        clause::Clause,
        date::DateExpression,
        gender::{Gender, is_title},
        number,
        quantity::{Quantity, Value},
        tag::Tag,
    },
    token::{Token, TokenKind, look_up},
};

/// A sentence as stage 2 read it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence<'s> {
    pub(crate) text: &'s str,
    pub(crate) tokens: &'s [Token],
    pub(crate) tags: &'s [Tag],
    pub(crate) clauses: &'s [Clause],
    pub(crate) dates: &'s [DateExpression],
    pub(crate) quantities: &'s [Quantity],
}

/// A word of a sentence, or a part of one, or the word that a phrase reads as.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Atom {
    /// The token it stands at.
    pub(crate) token: u32,
    pub(crate) role: Role,
    /// A word with the sorts that it has whatever mention it stands in, and no place yet.
    pub(crate) word: Word,
    /// The number of its vector: see [`Knowledge::vector`].
    pub(crate) vector: u16,
}

/// What an atom is to a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// In the order of words only.
    Closed,
    /// In the order of words, and a content word.
    Content,
    /// What the phrase of this number reads as: a content word beside the words it is made of.
    Phrase(u32),
}

/// The words of a sentence.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) atoms: Vec<Atom>,
    pub(crate) phrases: Vec<Found>,
    /// For each token, what it says of the words after it: see [`Knowledge::frame`].
    pub(crate) frames: Vec<u32>,
    vocabulary: Vocabulary,
    /// Where each token stands there.
    places: Vec<u32>,
    /// The number of each token among the words of phrases.
    numbers: Vec<u16>,
    /// For each token, whether it is part of a phrase.
    parts: Vec<bool>,
    letters: Letters,
    lower: String,
    joined: String,
}

impl Sheet {
    /// The atoms at the tokens in `span`.
    pub(crate) fn atoms_in(&self, tokens: &[Token], span: Span) -> &[Atom] {
        let start = tokens.partition_point(|t| t.span.start < span.start) as u32;
        let end = tokens.partition_point(|t| t.span.start < span.end) as u32;
        let at = |token: u32| self.atoms.partition_point(|a| a.token < token);
        self.atoms.get(at(start)..at(end)).unwrap_or_default()
    }

    /// Reads a sentence.
    pub(crate) fn read(&mut self, sentence: &Sentence<'_>, knowledge: &Knowledge) {
        let Sentence { text, tokens, dates, quantities, .. } = *sentence;
        self.atoms.clear();
        self.phrases.clear();
        self.frames.clear();
        self.places.clear();
        self.numbers.clear();
        for token in tokens {
            let place = self.vocabulary.place(token, text, knowledge);
            let (number, frame) = match self.vocabulary.get(place) {
                Some(entry) => (entry.number, entry.frame),
                None => (phrases::number(text, token), vocabulary::frame(token, text, knowledge)),
            };
            self.places.push(place);
            self.numbers.push(number);
            self.frames.push(frame);
        }
        self.parts.clear();
        self.parts.resize(tokens.len(), false);
        self.letters = Letters::of(tokens);
        let (mut i, mut initial) = (0, true);
        let (mut date, mut quantity, mut numbered) = (0, 0, None);
        while let Some(token) = tokens.get(i) {
            let at = i;
            i += 1;
            if token.kind == TokenKind::Mark {
                // A word after an opening mark or a colon may stand with a capital whatever it is.
                initial |= matches!(token.mark, '“' | '"' | '‘' | ':' | '.' | '?' | '!' | '—' | '…');
                continue;
            }
            let first = core::mem::replace(&mut initial, false);
            while dates.get(date).is_some_and(|d| d.span().end <= token.span.start) {
                date += 1;
            }
            while quantities.get(quantity).is_some_and(|q| q.span().end <= token.span.start) {
                quantity += 1;
            }
            let inside = |span: Span| span.contains(token.span);
            if dates.get(date).is_some_and(|d| inside(d.span())) {
                self.date_word(at, token, text);
                continue;
            }
            if let Some(q) = quantities.get(quantity).filter(|q| inside(q.span())) {
                let counts = numbered != Some(quantity);
                numbered = Some(quantity);
                let before = quantity.checked_sub(1).and_then(|n| quantities.get(n));
                let from = self.atoms.len();
                self.quantity_word(at, q, counts, token.span.of(text), knowledge);
                if before.is_some_and(|before| q.restates(before, text)) {
                    // Where the other lacks it, nothing is missing.
                    self.atoms.iter_mut().skip(from).for_each(|a| a.word.sort |= Word::FILLER);
                }
                continue;
            }
            let word = token.span.of(text);
            let name = token.is(Class::CAPITAL) || !self.letters.cased;
            if name || token.kind == TokenKind::Number {
                self.lower.clear();
                push_lower(word, &mut self.lower);
            }
            if token.kind == TokenKind::Number {
                if let Some((minutes, used)) = clock(tokens, at, text) {
                    let k = number_key(f64::from(minutes) + CLOCK);
                    self.push(at, Role::Content, k, k, 7.0, Word::NUMBER | Word::CALENDAR);
                    i += used - 1;
                } else if let Ok(value) = self.lower.replace(',', "").parse::<f64>() {
                    if is_version(at, tokens, text) {
                        let k = number_key(value);
                        self.push(at, Role::Closed, k, k, 0.0, 0);
                        continue;
                    }
                    self.push_number(at, value);
                }
                continue;
            }
            if name {
                if let Some((k, used)) = self.place(at, tokens, text, knowledge) {
                    i += used - 1;
                    let known = knowledge.of(k);
                    self.push(at, Role::Content, k, k, known.rarity.min(7.0), Word::NAME | Word::PLACE);
                    self.add_known(known.sense, known.vector);
                    continue;
                }
            }
            if token.lemma.is_empty() && word.contains('-') {
                for part in hyphen_parts(word) {
                    let (class, lemma) = look_up(part);
                    let known = self.known_of(part, class, lemma, knowledge);
                    self.push_word(at, part, class, known, first);
                }
                continue;
            }
            self.phrase(at, first, sentence, knowledge);
            let mut known = match self.places.get(at).and_then(|&place| self.vocabulary.get(place)) {
                Some(entry) => entry.known,
                // Names are in lower case already.
                _ if name && token.lemma.is_empty() => self.known_of_lower(token.class, knowledge),
                _ => self.known_of(word, token.class, token.lemma, knowledge),
            };
            // "Felt" is no past tense where it follows "Mark".
            let tells = !first && token.is(Class::CAPITAL) && self.letters.cased && !self.letters.titled;
            if tells && known.key != known.family && of_person(at, tokens, text) {
                // Its family's vector is not its own.
                let of_family = knowledge.of(known.family).vector == known.vector;
                let vector = if of_family { 0 } else { known.vector };
                known = Known { family: known.key, vector, ..known };
            }
            self.push_word(at, word, token.class, known, first);
            if token.is(Class::PAST.or(Class::PART).or(Class::ING)) && token.is(Class::VERB) {
                if let Some(times) = number::multiple_of(token.lemma) {
                    self.push_number(at, times);
                }
            }
        }
    }

    fn push(&mut self, at: usize, role: Role, key: Key, family: Key, rarity: f32, sort: u32) {
        let word = Word { family, key, rarity, at: 0, sense: 0, sort };
        self.atoms.push(Atom { token: at as u32, role, word, vector: 0 });
    }

    /// Says what else the last atom can mean, names aside, and in what company it stands.
    fn add_known(&mut self, sense: Sense, vector: u16) {
        if let Some(atom) = self.atoms.last_mut() {
            atom.word.sense = if atom.word.is(Word::NAME) { 0 } else { sense };
            atom.vector = vector;
        }
    }

    /// Reads the phrase that opens at token `at`, if one does, as one word.
    fn phrase(&mut self, at: usize, first: bool, sentence: &Sentence<'_>, knowledge: &Knowledge) {
        if self.parts.get(at).is_none_or(|part| *part) {
            return;
        }
        let token = |p: usize| &sentence.tokens[p];
        let lower = !self.letters.cased || self.letters.titled;
        let name = |p: usize| token(p).is(Class::CAPITAL) && !lower && !(first && p == at);
        if name(at) {
            return;
        }
        let Some(found) = phrases::find(sentence.tokens, &self.numbers, at) else { return };
        let spans = || {
            let quantities = sentence.quantities.iter().map(|q| q.span());
            sentence.dates.iter().map(|d| d.span()).chain(quantities)
        };
        let apart = |p: usize| name(p) || self.parts[p] || spans().any(|s| s.contains(token(p).span));
        if found.parts().any(apart) {
            return;
        }
        let acts = |p: usize| token(p).is(Class::VERB) && !token(p).is(Class::MOSTLY_NOUN);
        let mut sort = if found.parts().any(acts) { Word::VERB | Word::EVENT } else { 0 };
        if found.parts().any(|p| token(p).is(Class::NEG)) {
            // What it denies is in the word it stands for.
            sort |= Word::DENIED;
        }
        let known = found.target.map(|target| knowledge.of(target));
        if known.is_some_and(|k| k.opposite) {
            sort |= Word::OPPOSITE;
        }
        let role = Role::Phrase(self.phrases.len() as u32);
        let (key, family, rarity) = known.map_or((0, 0, 0.0), |k| (k.key, k.family, k.rarity));
        self.push(at, role, key, family, rarity, sort);
        if let Some(known) = known {
            self.add_known(known.sense, known.vector);
        }
        found.parts().for_each(|p| self.parts[p] = true);
        self.phrases.push(found);
    }

    /// What is known of a word of this lemma, or of its stem where it has none.
    fn known_of(&mut self, word: &str, class: Class, lemma: &str, knowledge: &Knowledge) -> Known {
        if !lemma.is_empty() {
            return knowledge.of(key(lemma));
        }
        self.lower.clear();
        push_lower(word, &mut self.lower);
        self.known_of_lower(class, knowledge)
    }

    /// The same of the word in lower case that was written last, which has no lemma.
    fn known_of_lower(&mut self, class: Class, knowledge: &Knowledge) -> Known {
        // "A.J." is "AJ", "D.C." is "DC".
        if self.lower.bytes().any(|b| b == b'.') {
            self.lower.retain(|c| c != '.');
        }
        // Where letters do not tell, an unknown word is taken for a name, which has no ends to take off.
        let name = class.any(Class::CAPITAL) || !self.letters.cased;
        knowledge.of(key(stem(&self.lower, name)))
    }

    fn push_word(&mut self, at: usize, word: &str, class: Class, known: Known, first: bool) {
        let capital = class.any(Class::CAPITAL);
        let unknown = class.any(Class::UNKNOWN);
        let Letters { cased, titled } = self.letters;
        let name =
            unknown && (capital || !cased) || capital && !first && cased && !titled && !class.any(CLOSED);
        if class.any(CLOSED) && !name || word.starts_with(['\'', '’']) {
            self.push(at, Role::Closed, known.key, known.key, 0.0, 0);
            return;
        }
        let mut sort = 0;
        if name {
            sort |= Word::NAME;
        }
        if (class.any(Class::UPPER) && word.len() < 8 || is_mixed_acronym(word, class)) && cased {
            sort |= Word::ACRONYM;
        }
        if class.any(Class::VERB) && !class.any(Class::MOSTLY_NOUN) && !name {
            sort |= Word::VERB | Word::EVENT;
        }
        if known.event && !name {
            sort |= Word::EVENT;
        }
        if known.opposite {
            sort |= Word::OPPOSITE;
        }
        self.push(at, Role::Content, known.key, known.family, known.rarity, sort);
        self.add_known(known.sense, known.vector);
    }

    fn push_number(&mut self, at: usize, value: f64) {
        let k = number_key(value);
        let rarity = if value.fract() == 0.0 && value.abs() <= 12.0 { 5.0 } else { 8.5 };
        self.push(at, Role::Content, k, k, rarity, Word::NUMBER);
    }

    /// "One" before what it counts, which is hardly more than an article: `one man`, `not one crown`.
    fn push_one(&mut self, at: usize) {
        let k = number_key(1.0);
        self.push(at, Role::Content, k, k, 2.0, 0);
    }

    /// A word of a date: `Nov.` and `November` are one.
    fn date_word(&mut self, at: usize, token: &Token, text: &str) {
        let word = token.span.of(text);
        let k = if token.kind == TokenKind::Number {
            key(word)
        } else if token.is(Class::MONTH.or(Class::WEEKDAY)) {
            key(token.lemma.get(..3).unwrap_or(token.lemma))
        } else if token.is(CLOSED) {
            let k = key(token.lemma);
            self.push(at, Role::Closed, k, k, 0.0, 0);
            return;
        } else {
            self.lower.clear();
            push_lower(word, &mut self.lower);
            key(if token.lemma.is_empty() { &self.lower } else { token.lemma })
        };
        let sort = if token.is(Class::MONTH) {
            Word::MONTH
        } else if token.is(Class::WEEKDAY) {
            Word::WEEKDAY
        } else if token.kind == TokenKind::Number {
            Word::DAY
        } else {
            0
        };
        self.push(at, Role::Content, k, k, 5.5, Word::CALENDAR | sort);
    }

    /// A word of a quantity: the first stands for the number (it `counts`), the others for the unit.
    fn quantity_word(&mut self, at: usize, q: &Quantity, counts: bool, word: &str, knowledge: &Knowledge) {
        if counts && word.eq_ignore_ascii_case("one") && q.value() == Value::Number(1.0) {
            self.push_one(at);
        } else if counts && q.is_age() {
            // How old somebody is tells who it is, not what is said of them.
            let k = number_key(q.number());
            self.push(at, Role::Content, k, k, 8.5, 0);
        } else if counts {
            self.push_number(at, q.number());
        }
        for part in hyphen_parts(word) {
            let (class, lemma) = look_up(part);
            let scale = SCALES.contains(&part);
            if part.starts_with(|c: char| c.is_numeric()) || class.any(Class::NUMERAL) || scale {
                continue;
            }
            let letters = core::mem::replace(&mut self.letters, Letters { cased: true, titled: false });
            let known = self.known_of(part, class, lemma, knowledge);
            self.push_word(at, part, class, known, true);
            self.letters = letters;
        }
    }

    /// The key of a place or another name that starts at token `at`, and how many tokens it takes.
    fn place(
        &mut self,
        at: usize,
        tokens: &[Token],
        text: &str,
        knowledge: &Knowledge,
    ) -> Option<(Key, usize)> {
        let token = tokens.get(at)?;
        let pronoun = self.lower == "us" && !token.is(Class::UPPER);
        let hash = form_hash(&self.lower);
        if knowledge.starts_name(hash) {
            for used in (2..=4).rev() {
                if let Some(last) = tokens.get(at + used - 1) {
                    self.joined.clear();
                    push_lower(token.span.hull(last.span).of(text), &mut self.joined);
                    if let Some(k) = knowledge.name(form_hash(&self.joined)) {
                        return Some((k, used));
                    }
                }
            }
        }
        if pronoun { None } else { knowledge.name(hash).map(|k| (k, 1)) }
    }
}

/// Words that say how large a number is: `million`.
static SCALES: LazyLock<&[&str]> = LazyLock::new(|| particles("scale of a number"));

/// Words that say how others hang together, not what a sentence is about.
pub(crate) const CLOSED: Class = Class::DET
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
#[derive(Clone, Copy, Debug, Default)]
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

/// Clock times have the keys of numbers from here on, in minutes: no report has so large and so odd a number of anything.
const CLOCK: f64 = 1e12 + 0.25;

/// Whether the number at `at` says which version of a report follows: `UPDATE 2-Port reopens`.
fn is_version(at: usize, tokens: &[Token], text: &str) -> bool {
    let dash = tokens.get(at + 1).is_some_and(|t| matches!(t.mark, '-' | '–' | ':'));
    let label = at.checked_sub(1).and_then(|b| tokens.get(b));
    dash && label.filter(|t| t.is(Class::CAPITAL)).is_some_and(|t| {
        let word = t.span.of(text).rsplit('-').next().unwrap_or_default();
        kept_particles!("before the number of a version").iter().any(|v| word.eq_ignore_ascii_case(v))
    })
}

/// The time of day at token `at`, in minutes, and how many tokens it takes: `5:30 a.m.`, `5.30am`, `6 p.m.`, `17:30`.
fn clock(tokens: &[Token], at: usize, text: &str) -> Option<(u32, usize)> {
    let words = tokens.get(at)?.span.of(text);
    let colon = words.contains(':');
    let half = tokens.get(at + 1).filter(|t| t.is_word()).and_then(|t| match t.span.of(text).as_bytes() {
        [b'a' | b'A', b'm' | b'M'] | [b'a' | b'A', b'.', b'm' | b'M', ..] => Some(0),
        [b'p' | b'P', b'm' | b'M'] | [b'p' | b'P', b'.', b'm' | b'M', ..] => Some(12),
        _ => None,
    });
    if !colon && half.is_none() || words.len() > 5 {
        return None;
    }
    let (hour, minute) = words.split_once([':', '.']).unwrap_or((words, "00"));
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok().filter(|_| minute.len() == 2)?);
    let hour = match half {
        Some(half) if hour <= 12 => hour % 12 + half,
        _ => hour,
    };
    (hour < 25 && minute < 60).then_some((hour * 60 + minute, 1 + usize::from(half.is_some())))
}

/// Whether the word at `at`, which has a capital, is of a person's name by what stands there or before it: "Mark Felt",
/// "J. Page", "Mr Baker". The words of other names mean what they say: a ministry, an institute.
fn of_person(at: usize, tokens: &[Token], text: &str) -> bool {
    let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let first = |w: &str| Gender::of_first_name(w) != Gender::Unknown;
    if first(word(at)) {
        return true;
    }
    let before = at.checked_sub(1).filter(|&b| tokens.get(b).is_some_and(|t| t.is(Class::CAPITAL))).map(word);
    before.is_some_and(|b| {
        let initial = b.len() == 2 && b.ends_with('.');
        // "Mr Farmer", but "Chief Engineer".
        let called = is_title(b) && (Gender::of_role(b) != Gender::Unknown || !is_title(word(at)));
        initial || first(b) || called
    })
}

/// Whether a word is an acronym that keeps the small letters of small words: `BoE`, `MoD`.
pub(super) fn is_mixed_acronym(word: &str, class: Class) -> bool {
    matches!(word.len(), 3..=5)
        && class.any(Class::CAPITAL)
        && !class.any(Class::UPPER)
        && word.as_bytes().last().is_some_and(u8::is_ascii_uppercase)
}

/// How many parts of a word are read: places in the order of words are counted in two bytes.
const MOST_PARTS: usize = 64;

/// The parts of a word that hyphens hold together.
fn hyphen_parts(word: &str) -> impl Iterator<Item = &str> {
    word.split('-').filter(|p| !p.is_empty()).take(MOST_PARTS)
}

fn push_lower(word: &str, out: &mut String) {
    if word.bytes().all(|b| b.is_ascii() && b != b'\n') {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
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
pub(super) fn stem(word: &str, capital: bool) -> &str {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{mention::syntax::Read, token::tokenize};

    /// The families of the content words.
    fn families(text: &str) -> Vec<Key> {
        let span = Span::new(0, text.len());
        let (read, mut tokens) = (Read::new(text, span), Vec::new());
        tokenize(text, span, &mut tokens);
        let parse = read.parse(text);
        let (tags, clauses) = (parse.tags, parse.clauses);
        let sentence = Sentence { text, tokens: &tokens, tags, clauses, dates: &[], quantities: &[] };
        let mut sheet = Sheet::default();
        sheet.read(&sentence, Knowledge::english());
        sheet.atoms.iter().filter(|a| a.role == Role::Content).map(|a| a.word.family).collect()
    }

    fn shared(a: &str, b: &str) -> usize {
        let b = families(b);
        families(a).iter().filter(|f| b.contains(f)).count()
    }

    #[test]
    fn the_words_of_a_body_are_words_and_those_of_a_person_are_none() {
        assert_eq!(shared("the Farming Agency", "farmers"), 1);
        for person in ["by Ann Farmer", "by J. Farmer", "by Mr Farmer"] {
            assert_eq!(shared(person, "farming"), 0, "{person}");
        }
    }

    #[test]
    fn names_are_the_same_in_letters_of_one_case() {
        for (a, b) in [("by Ferdi Laroue", "by ferdi laroue"), ("by R.J. Torv", "by RJ Torv")] {
            assert_eq!(shared(a, b), 2, "{a}");
        }
    }
}
