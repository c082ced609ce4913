//! What matching knows of a word before it has seen a report: its family, synonyms, opposites, and how rare it is.
//!
//! Words are keys: 32 bits of the crate's frozen hash of the normal form. A key needs no table to be made, is the same in every
//! run and on every machine, and sorts the same way whatever came first. Two of a hundred thousand words may
//! share a key; that costs a weight, never an error.

use std::sync::LazyLock;

use super::{
    features::{Bits, Word},
    senses::{Sense, Senses},
    vectors::{self, WordVector},
};
use crate::{
    Error,
    hash::{Map, Set, hash},
    lexicon::{
        ANTONYMS, BACKGROUND, CONVERSES, Class, EXCHANGES, FAMILIES, FRAMING, HARM, NEGATION, PARAPHRASES,
        PLACES, QUANTIFIERS, REGIONS, REPORTING, STAGES, SYNONYMS, VECTORS, WORDS, particles, rows,
    },
    spelling::folded,
    token::look_up,
};

/// A word's normal form, hashed.
pub(crate) type Key = u32;

/// The key of a normal form.
pub(crate) fn key(form: &str) -> Key {
    (hash(form.as_bytes()) >> 32) as u32
}

/// The hash of a form in lower case, for names of several words.
pub(crate) fn form_hash(form: &str) -> u64 {
    hash(form.as_bytes())
}

/// The key of two words together, in either order.
pub(crate) fn pair_key(a: Key, b: Key) -> u64 {
    (u64::from(a.min(b)) << 32) | u64::from(a.max(b))
}

/// No quantifier has more letters.
const LONGEST_QUANTIFIER: usize = 11;

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known {
    /// The word itself, in American spelling.
    pub(crate) key: Key,
    /// The head of its family; the word itself where it has none.
    pub(crate) family: Key,
    /// How rare the word is in English news: -ln of the share of sentences that hold it. 0.5 (in half of them) to 11 (never seen).
    pub(crate) rarity: f32,
    /// Whether there is a word of which a sentence cannot say both.
    pub(crate) opposite: bool,
    /// Whether it tells an event: a verb, or a noun or adjective made of one.
    pub(crate) event: bool,
    /// What else it can mean.
    pub(crate) sense: Sense,
    /// The number of its vector, or of its family's: see [`Knowledge::vector`].
    pub(crate) vector: u16,
}

/// What it changes to put one word in the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exchange {
    Opposite,
    Modal,
    Person,
    Number,
}

/// What is known of words; English as shipped, and what a user adds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Knowledge {
    words: Map<Key, Known>,
    pub(crate) senses: Senses,
    opposites: Set<u64>,
    /// Both words of each pair, mixed: nearly all other pairs are told without a search.
    opposed: Bits<1024>,
    exchanges: Map<u64, Exchange>,
    /// The words of both, so that nearly all others are told without a search.
    paired: Bits<512>,
    /// Verbs that tell one event from its two sides: `beat` and `lose`.
    converses: Set<u64>,
    /// Words that say that somebody was hurt or died, as a sort of [`Word`].
    harm: Map<Key, u32>,
    /// How far the law has come with somebody, by the word that tells it: one bit of each stage.
    stages: Map<Key, u8>,
    /// Words that deny by their meaning: `refuse`, `lack`.
    negative: Set<Key>,
    /// Verbs that end what their object names: `lift` sanctions.
    ending: Set<Key>,
    /// Words that say of how many a noun speaks, as a sort of [`Word`].
    quantifiers: Map<Key, u32>,
    reporting: Set<Key>,
    /// Words that say of what follows that it is denied, possible or to come, as a sort of [`Word`].
    framing: Map<Key, u32>,
    unseen: f32,
    /// Names of places and other names of several words, by the hash of their lower case, and the key they all share.
    names: Map<u64, Key>,
    /// Regions, each with its country.
    regions: Set<u64>,
    /// The first words of names of several words.
    name_starts: Set<u64>,
    /// The vectors of words, and of countries by the key of their name; none at 0.
    vectors: Vec<WordVector>,
}

/// How far the law comes with somebody, one bit each.
const SUSPECTED: u8 = 1;
const HELD: u8 = 1 << 1;
pub(crate) const ACCUSED: u8 = 1 << 2;
pub(crate) const CONVICTED: u8 = 1 << 3;
const CLEARED: u8 = 1 << 4;

/// The stage of the law that `stages.txt` calls so; 0 for none.
fn stage_of_law(name: &str) -> u8 {
    match name {
        "suspected" => SUSPECTED,
        "held" => HELD,
        "accused" => ACCUSED,
        "convicted" => CONVICTED,
        "cleared" => CLEARED,
        _ => 0,
    }
}

/// About how many words the lists hold.
const WORDS_KNOWN: usize = 14_000;

/// Whether a word of this class is a verb rather than anything else.
pub(crate) const fn tells_event(class: Class) -> bool {
    class.any(Class::VERB) && !class.any(Class::MOSTLY_NOUN.or(Class::MOSTLY_ADJ))
}

/// The first column of each line of a list.
fn firsts(list: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = list.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    lines.map(|line| line.split_once('\t').map_or(line, |(first, _)| first))
}

static ENGLISH: LazyLock<Knowledge> = LazyLock::new(Knowledge::read);

impl Knowledge {
    /// English as shipped.
    pub(crate) fn english() -> &'static Self {
        &ENGLISH
    }

    fn read() -> Self {
        let mut k = Self { senses: Senses::with_capacity(WORDS_KNOWN), ..Self::default() };
        k.words.reserve(WORDS_KNOWN);
        let mut counts: Vec<(&str, f32)> = Vec::with_capacity(WORDS_KNOWN);
        let mut total = 1.0;
        for (word, count) in BACKGROUND.lines().filter_map(|line| line.split_once('\t')) {
            let Some(count) = count.split('\t').next().and_then(|c| c.parse::<f32>().ok()) else { continue };
            if word == "*" {
                total = count;
            } else if !word.starts_with('#') {
                counts.push((word, count));
            }
        }
        k.unseen = -(0.7_f32 / total).ln();
        for (word, count) in counts {
            k.known(word).rarity = -(count / total).ln();
        }
        // Both spellings share the American one's key.
        for word in firsts(WORDS) {
            if let Some(american) = folded(word).filter(|a| !a.starts_with(|c: char| c.is_ascii_digit())) {
                let rarity = k.of(key(word)).rarity.min(k.of(key(&american)).rarity);
                k.known(&american).rarity = rarity;
                let spelled = *k.known(&american);
                k.words.insert(key(word), spelled);
            }
        }
        for row in rows(FAMILIES) {
            if let [head, members] = row[..] {
                let family = k.of(key(head)).key;
                let acts = |word: &str| tells_event(look_up(word).0);
                let event = acts(head) || members.split(' ').any(acts);
                k.known(head).event |= event;
                for word in members.split(' ') {
                    let known = k.known(word);
                    (known.family, known.event) = (family, event);
                }
            }
        }
        for words in SYNONYMS.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            k.senses.add_synonyms(words.split(['\t', ' ']).map(key));
        }
        for row in rows(PARAPHRASES) {
            k.add_group(row.iter().flat_map(|c| c.split(' ')));
        }
        for row in rows(ANTONYMS) {
            if let [a, b] = row[..] {
                k.add_opposites(a, b);
            }
        }
        for row in rows(FRAMING) {
            if matches!(row.get(1), Some(&("absent" | "denied"))) {
                k.negative.insert(key(row[0]));
            }
            if row.get(1) == Some(&"absent") {
                continue;
            }
            let sort = match row.get(1) {
                Some(&"denied") => Word::DENIED,
                Some(&"possible") => Word::POSSIBLE,
                Some(&"alleged") => Word::POSSIBLE | Word::HEARSAY,
                Some(&"accusing") => Word::ACCUSING,
                Some(&"future thing") => Word::FUTURE | Word::OPTION,
                Some(&"future to") => Word::FUTURE | Word::INFINITIVE,
                _ => Word::FUTURE,
            };
            k.framing.insert(key(row[0]), sort);
        }
        for row in rows(EXCHANGES) {
            if let [a, b, what] = row[..] {
                let what = match what {
                    "modal" => Exchange::Modal,
                    "person" => Exchange::Person,
                    "number" => Exchange::Number,
                    _ => Exchange::Opposite,
                };
                k.exchanges.insert(pair_key(key(a), key(b)), what);
                [a, b].into_iter().for_each(|word| k.paired.insert(key(word)));
            }
        }
        for row in rows(HARM) {
            let sort = match row.get(1) {
                Some(&"injury") => Word::INJURY,
                Some(&"death") => Word::DEATH,
                _ => Word::INJURY | Word::DEATH,
            };
            k.harm.insert(key(row[0]), sort);
        }
        for row in rows(STAGES) {
            if let [word, stage] = row[..] {
                k.stages.insert(key(word), stage_of_law(stage));
            }
        }
        for row in rows(CONVERSES) {
            if let [a, b] = row[..] {
                k.converses.insert(pair_key(key(a), key(b)));
            }
        }
        let denying = rows(NEGATION).filter(|r| !r[0].contains(' ') && r.get(1) == Some(&"implicit"));
        k.negative.extend(denying.map(|row| key(row[0])));
        k.ending.extend(particles("ending").iter().map(|verb| key(verb)));
        for row in rows(QUANTIFIERS) {
            let sort = match row.get(1) {
                Some(&"all") => Word::ALL,
                Some(&"most") => Word::MOST,
                Some(&"few") => Word::FEW,
                // Many may be all, and are not few.
                Some(&"many") => Word::ALL | Word::MOST | Word::SOME,
                Some(&"much") => Word::MOST | Word::SOME,
                Some(&"one") => Word::SOME | Word::FEW,
                _ => Word::SOME,
            };
            k.quantifiers.insert(key(row[0]), sort);
        }
        k.reporting.extend(firsts(REPORTING).map(key));
        for row in rows(PLACES) {
            if let [name, country, _] = row[..] {
                k.add_name(name, key(country));
            }
        }
        for row in rows(REGIONS) {
            if let [name, region, country] = row[..] {
                k.add_name(name, key(region));
                k.regions.insert(pair_key(key(region), key(country)));
            }
        }
        k.number_senses();
        k.read_vectors();
        k
    }

    fn read_vectors(&mut self) {
        let mut numbers: Map<Key, u16> = Map::default();
        numbers.reserve(WORDS_KNOWN);
        self.vectors.push(WordVector::default());
        for (word, written) in VECTORS.lines().filter_map(|line| line.split_once('\t')) {
            if let (Some(vector), Ok(number)) = (vectors::parse(written), u16::try_from(self.vectors.len())) {
                self.known(word);
                numbers.insert(key(word), number);
                self.vectors.push(vector);
            }
        }
        for known in self.words.values_mut() {
            let number = numbers.get(&known.key).or_else(|| numbers.get(&known.family));
            known.vector = number.copied().unwrap_or(0);
        }
    }

    /// What company a word keeps in English, by the number that is [`Known`] of it; `None` where that is not known.
    pub(crate) fn vector(&self, number: u16) -> Option<&WordVector> {
        self.vectors.get(usize::from(number)).filter(|_| number != 0)
    }

    /// Gives every word that can stand for others its number among them.
    fn number_senses(&mut self) {
        for word in self.senses.listed().collect::<Vec<_>>() {
            let unknown = self.of(word);
            self.words.entry(word).or_insert(unknown);
        }
        self.senses.renumber();
        self.respell();
        let mut spellings = Vec::new();
        for (&key, word) in &mut self.words {
            if key == word.key {
                word.sense = self.senses.number(word.key, word.family);
            } else {
                spellings.push(key);
            }
        }
        // Another spelling of a word has its number, unless it is of another family.
        for spelling in spellings {
            let (known, word) = (self.of(spelling), self.of(self.of(spelling).key));
            let same = known.family == word.family;
            let sense = if same { word.sense } else { self.senses.number(known.key, known.family) };
            if let Some(known) = self.words.get_mut(&spelling) {
                known.sense = sense;
            }
        }
        self.senses.list_members();
    }

    /// Gives other spellings of a word what is known of it by now, and its family where no list gives them another.
    fn respell(&mut self) {
        let spellings = self.words.iter().filter(|(key, word)| **key != word.key);
        for (spelling, known) in spellings.map(|(key, word)| (*key, *word)).collect::<Vec<_>>() {
            let word = self.of(known.key);
            if let Some(known) = self.words.get_mut(&spelling) {
                known.opposite |= word.opposite;
                known.event |= word.event;
                if known.family == known.key {
                    known.family = word.family;
                }
            }
        }
    }

    fn add_name(&mut self, name: &str, key: Key) {
        if let Some((first, _)) = name.split_once(' ') {
            self.name_starts.insert(form_hash(first));
        }
        self.names.insert(form_hash(name), key);
    }

    /// Whether a name of several words starts with this word.
    pub(crate) fn starts_name(&self, word: u64) -> bool {
        self.name_starts.contains(&word)
    }

    /// What it changes to put one word in the place of the other.
    pub(crate) fn exchange(&self, a: Key, b: Key) -> Option<Exchange> {
        if !self.paired.may_hold(a) || !self.paired.may_hold(b) {
            return None;
        }
        let listed = self.exchanges.get(&pair_key(a, b)).copied();
        listed.or_else(|| self.opposite(a, b).then_some(Exchange::Opposite))
    }

    /// Whether the verbs tell one event from its two sides, so that who acts in one undergoes the other.
    pub(crate) fn converse(&self, a: Key, b: Key) -> bool {
        self.converses.contains(&pair_key(a, b))
    }

    /// Whether the word says that somebody was hurt or died, as a sort of [`Word`].
    pub(crate) fn harm(&self, word: Key) -> u32 {
        self.harm.get(&word).copied().unwrap_or(0)
    }

    /// How far the law has come with whoever undergoes what the word tells, as one bit; 0 for all other words.
    pub(crate) fn stage(&self, word: Key) -> u8 {
        self.stages.get(&word).copied().unwrap_or(0)
    }

    /// Whether the verb ends what its object names.
    pub(crate) fn ends(&self, verb: Key) -> bool {
        self.ending.contains(&verb)
    }

    /// Whether the word denies by its meaning alone.
    pub(crate) fn negative(&self, word: Key) -> bool {
        self.negative.contains(&word)
    }

    /// Of how many the word, as it stands in a text, says that its noun speaks, as a sort of [`Word`].
    pub(crate) fn quantifier(&self, word: &str) -> Option<u32> {
        let mut lower = [0; LONGEST_QUANTIFIER];
        let lower = lower.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        self.quantifiers.get(&key(core::str::from_utf8(lower).ok()?)).copied()
    }

    /// What the word says of what follows it: denied, possible or to come, as a sort of [`Word`].
    pub(crate) fn frame(&self, word: Key) -> Option<u32> {
        self.framing.get(&word).copied()
    }

    /// Whether the verb says who speaks, and little else.
    pub(crate) fn reports(&self, word: Key) -> bool {
        self.reporting.contains(&word)
    }

    fn add_group<'w>(&mut self, words: impl Iterator<Item = &'w str>) {
        let families: Vec<Key> = words.map(|w| self.of(key(w)).family).collect();
        self.senses.add_paraphrases(families.into_iter());
    }

    fn add_opposites(&mut self, a: &str, b: &str) {
        let (x, y) = (*self.known(a), *self.known(b));
        for (x, y) in [(x.key, y.key), (x.family, y.family)] {
            if x != y {
                self.opposites.insert(pair_key(x, y));
                self.opposed.insert(x ^ y);
                [x, y].into_iter().for_each(|word| self.paired.insert(word));
            }
        }
        self.known(a).opposite = true;
        self.known(b).opposite = true;
    }

    /// What is known of a word, for writing.
    fn known(&mut self, word: &str) -> &mut Known {
        let key = key(word);
        let rarity = self.unseen;
        let known = Known { key, family: key, rarity, ..Known::default() };
        self.words.entry(key).or_insert(known)
    }

    /// What is known of a word.
    pub(crate) fn of(&self, word: Key) -> Known {
        let rarity = self.unseen;
        let unknown = Known { key: word, family: word, rarity, ..Known::default() };
        self.words.get(&word).copied().unwrap_or(unknown)
    }

    /// The key under which a place, or a name the user added, goes; by the [`form_hash`] of its words.
    pub(crate) fn name(&self, words: u64) -> Option<Key> {
        self.names.get(&words).copied()
    }

    /// Whether one of two places, by their keys, is a region of the other.
    pub(crate) fn within(&self, a: Key, b: Key) -> bool {
        self.regions.contains(&pair_key(a, b))
    }

    pub(crate) fn opposite(&self, a: Key, b: Key) -> bool {
        self.opposed.may_hold(a ^ b) && self.opposites.contains(&pair_key(a, b))
    }

    /// Adds words that can stand for each other.
    pub(crate) fn add_synonyms(&mut self, words: &[&str]) -> Result<(), Error> {
        check_words(words)?;
        let lower: Vec<String> = words.iter().map(|w| w.trim().to_lowercase()).collect();
        self.add_group(lower.iter().map(String::as_str));
        self.number_senses();
        Ok(())
    }

    /// Adds two words that contradict each other.
    pub(crate) fn add_antonyms(&mut self, a: &str, b: &str) -> Result<(), Error> {
        check_words(&[a, b])?;
        self.add_opposites(&a.trim().to_lowercase(), &b.trim().to_lowercase());
        Ok(())
    }

    /// Adds names of one person, place or body.
    pub(crate) fn add_aliases(&mut self, names: &[&str]) -> Result<(), Error> {
        check(names)?;
        let lower: Vec<String> = names.iter().map(|w| w.trim().to_lowercase()).collect();
        // The key of a name that is known already wins, so that aliases can be added to a country.
        let known = lower.iter().find_map(|n| self.name(form_hash(n)));
        let key = known.unwrap_or_else(|| lower.iter().map(|n| key(n)).min().unwrap_or_default());
        for name in lower {
            self.add_name(&name, key);
        }
        Ok(())
    }
}

fn check(words: &[&str]) -> Result<(), Error> {
    if words.len() < 2 || words.iter().any(|w| w.trim().is_empty()) {
        return Err(Error::Setting {
            name: "word list",
            given: format!("{words:?}"),
            expected: "two or more words, none of them empty",
        });
    }
    Ok(())
}

/// Refuses what would never be found: texts are compared word by word, and the parts of a compound are words.
fn check_words(words: &[&str]) -> Result<(), Error> {
    check(words)?;
    let compound = |w: &&&str| w.trim().contains(|c: char| c.is_whitespace() || c == '-');
    match words.iter().find(compound) {
        None => Ok(()),
        Some(word) => Err(Error::Setting {
            name: "word list",
            given: format!("{word:?} in {words:?}"),
            expected: "single words without space or hyphen",
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(a: &str, b: &str) -> bool {
        let k = Knowledge::english();
        k.senses.share(k.of(key(a)).sense, k.of(key(b)).sense).is_some()
    }

    #[test]
    fn knows_families_synonyms_and_opposites() {
        let k = Knowledge::english();
        assert_eq!(k.of(key("decision")).family, k.of(key("decide")).family);
        assert_ne!(k.of(key("committee")).family, k.of(key("commit")).family);
        assert!(share("barrier", "obstacle") && share("start", "begin") && !share("dam", "bridge"));
        assert!(k.opposite(key("lift"), key("impose")) && k.opposite(key("impose"), key("lift")));
        assert!(!k.opposite(key("lift"), key("remove")));
        assert!(k.of(key("say")).rarity < 2.5 && k.of(key("dam")).rarity > 6.0);
        assert_eq!(k.name(form_hash("chinese")), k.name(form_hash("beijing")));
        assert_ne!(k.name(form_hash("chinese")), k.name(form_hash("russia")));
        assert_eq!(k.name(form_hash("calif.")), k.name(form_hash("california")));
        assert!(
            k.within(key("california"), key("united states")) && !k.within(key("california"), key("china"))
        );
    }

    #[test]
    fn no_group_of_paraphrases_holds_opposites() {
        let k = Knowledge::english();
        for row in rows(PARAPHRASES) {
            let words: Vec<&str> = row.iter().flat_map(|c| c.split(' ')).collect();
            for (i, a) in words.iter().enumerate() {
                for b in &words[i + 1..] {
                    let (x, y) = (k.of(key(a)), k.of(key(b)));
                    assert!(!k.opposite(x.key, y.key) && !k.opposite(x.family, y.family), "{a} and {b}");
                }
            }
        }
    }

    #[test]
    fn every_stage_of_the_law_is_known() {
        assert!(rows(STAGES).count() > 10);
        for row in rows(STAGES) {
            let [word, stage] = row[..] else { panic!("malformed: {row:?}") };
            assert_ne!(stage_of_law(stage), 0, "{word}: {stage}");
        }
    }

    #[test]
    fn opposites_are_of_two_families() {
        let k = Knowledge::english();
        for row in rows(ANTONYMS) {
            let [a, b] = row[..] else { panic!("{row:?} is no pair") };
            assert_ne!(k.of(key(a)).family, k.of(key(b)).family, "{a} and {b}");
        }
    }

    #[test]
    fn a_user_adds_words() {
        let mut k = Knowledge::english().clone();
        assert!(!share("delist", "scrub"));
        k.add_synonyms(&["delist", "scrub"]).unwrap();
        assert!(k.senses.share(k.of(key("scrub")).sense, k.of(key("delist")).sense).is_some());
        k.add_aliases(&["Orla", "Republic of Orla"]).unwrap();
        assert_eq!(k.name(form_hash("orla")), k.name(form_hash("republic of orla")));
        assert!(k.add_synonyms(&["one"]).is_err() && k.add_antonyms("", "x").is_err());
        assert!(k.add_synonyms(&["strike", "walk out"]).is_err() && k.add_antonyms("set-up", "x").is_err());
    }
}
