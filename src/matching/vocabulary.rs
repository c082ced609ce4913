//! What matching knows of the words of the lexicon, worked out when a word is first met.

use std::sync::LazyLock;

use super::{
    features::Word,
    knowledge::{Knowledge, Known, key},
    phrases,
};
use crate::{
    lexicon::{Class, ENGLISH, Table, particles},
    token::{Token, TokenKind, look_up},
};

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) known: Known,
    /// What it says of the words after it, and whether it denies by its meaning: see [`Knowledge::frame`].
    pub(crate) frame: u32,
    /// Its number among the words of phrases.
    pub(crate) number: u16,
}

/// The words met so far, by their forms in the lexicon; of one [`Knowledge`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    /// The place of each form in `entries`, plus one; made when it is first needed.
    places: Option<Table<u32>>,
    entries: Vec<Entry>,
}

/// The place of no word.
pub(crate) const NO_ENTRY: u32 = 0;

impl Vocabulary {
    /// Where a word stands here that the lexicon has letter by letter; [`NO_ENTRY`] for any other.
    pub(crate) fn place(&mut self, token: &Token, text: &str, knowledge: &Knowledge) -> u32 {
        let places = self.places.get_or_insert_with(|| ENGLISH.zeros());
        let Some(place) = places.get_mut(token.form) else { return NO_ENTRY };
        let second = text.as_bytes().get(token.span.start + 1).filter(|_| token.span.len() > 1);
        // All its forms with capitals go by one entry: "Unpaid" denies as "unpaid" does, but "UNPAID" may be an acronym.
        if token.lemma.is_empty() || second.is_some_and(u8::is_ascii_uppercase) {
            return NO_ENTRY;
        }
        if *place == NO_ENTRY {
            let known = knowledge.of(key(token.lemma));
            let (frame, number) = (frame(token, text, knowledge), phrases::number(text, token));
            self.entries.push(Entry { known, frame, number });
            *place = self.entries.len() as u32;
        }
        *place
    }

    /// What is known of the word at a place.
    pub(crate) fn get(&self, place: u32) -> Option<&Entry> {
        self.entries.get((place as usize).checked_sub(1)?)
    }
}

/// What a token says of the words after it, whether it denies by its meaning or says of how many they speak, and whether it has to do
/// with who speaks.
pub(crate) fn frame(token: &Token, text: &str, knowledge: &Knowledge) -> u32 {
    // The lexicon has every word of which any of this is known.
    if token.kind == TokenKind::Mark || token.lemma.is_empty() {
        return 0;
    }
    let word = token.span.of(text);
    let lemma = key(token.lemma);
    let mut sort = knowledge.quantifier(word).unwrap_or(0);
    sort |= knowledge.frame(lemma).unwrap_or(0) | knowledge.harm(lemma);
    let is = |so: bool, sort: u32| if so { sort } else { 0 };
    sort |= is(is_privative(word), Word::NEGATIVE);
    sort |= is(knowledge.reports(lemma), Word::REPORTING);
    sort |= is(FIRST_PERSON.contains(&token.lemma), Word::FIRST_PERSON);
    sort | is(token.lemma == "according", Word::ACCORDING)
}

/// Words that stand for the speaker, without "us", which is mostly the country.
static FIRST_PERSON: LazyLock<&[&str]> = LazyLock::new(|| particles("stands for the speaker"));

/// Whether the word is another with `un` before it: `unaware`, `unpaid`; not `union` or `under`.
fn is_privative(word: &str) -> bool {
    let rest = word.strip_prefix("un").or_else(|| word.strip_prefix("Un"));
    rest.is_some_and(|rest| {
        let class = if rest.len() >= 4 { look_up(rest).0 } else { Class::NONE };
        !class.any(Class::UNKNOWN) && class.any(Class::ADJ.or(Class::PART))
    })
}
