//! What matching knows of the words of the lexicon, worked out when a word is first met.

use std::sync::LazyLock;

use super::{
    features::Word,
    knowledge::{Knowledge, Known, key},
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
}

/// The words met so far, by their forms in the lexicon; of one [`Knowledge`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    /// The place of each form in `entries`, plus one; made when it is first needed.
    places: Option<Table<u32>>,
    entries: Vec<Entry>,
}

impl Vocabulary {
    /// What is known of a word that the lexicon has letter by letter; `None` of any other.
    pub(crate) fn get(&mut self, token: &Token, text: &str, knowledge: &Knowledge) -> Option<Entry> {
        let place = self.places.get_or_insert_with(|| ENGLISH.zeros()).get_mut(token.form)?;
        let word = token.span.of(text);
        // All its forms with capitals go by one entry: "Unpaid" denies as "unpaid" does, but "UNPAID" may be an acronym.
        if token.lemma.is_empty() || word.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase) {
            return None;
        }
        if let Some(entry) = place.checked_sub(1).and_then(|p| self.entries.get(p as usize)) {
            return Some(*entry);
        }
        let known = knowledge.of(key(token.lemma));
        let entry = Entry { known, frame: frame(token, text, knowledge) };
        self.entries.push(entry);
        *place = self.entries.len() as u32;
        Some(entry)
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
    sort |= is(knowledge.negative(lemma) || is_privative(word), Word::NEGATIVE);
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
