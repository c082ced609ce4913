//! What matching knows of a word before it has seen a report: its family, synonyms, opposites, and how rare it is.
//!
//! Words are keys: 32 bits of the crate's frozen hash of the normal form. A key needs no table to be made, is the same in every
//! run and on every machine, and sorts the same way whatever came first. Two of a hundred thousand words may
//! share a key; that costs a weight, never an error.

use std::sync::LazyLock;

use crate::{
    Error,
    hash::{Map, Set, hash},
    lexicon::{ANTONYMS, BACKGROUND, FAMILIES, NUMERALS, PARAPHRASES, PLACES, SYNONYMS, rows},
};

/// A word's normal form, hashed.
pub(crate) type Key = u32;

/// The key of a normal form.
pub(crate) fn key(form: &str) -> Key {
    (hash(form.as_bytes()) >> 32) as u32
}

/// The key of two words together, in either order.
pub(crate) fn pair_key(a: Key, b: Key) -> u64 {
    (u64::from(a.min(b)) << 32) | u64::from(a.max(b))
}

/// The first group of the paraphrases; those before it are synonyms of the dictionary.
const PARAPHRASE_GROUPS: u16 = 1 << 15;

/// What is known of words; English as shipped, and what a user adds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Knowledge {
    family: Map<Key, Key>,
    /// The groups of words that can mean the same, by family for paraphrases, by word for synonyms.
    senses: Map<Key, Vec<u16>>,
    opposites: Set<u64>,
    has_opposite: Set<Key>,
    rarity: Map<Key, f32>,
    unseen: f32,
    /// Names of places and other names of several words, in lower case, and the key they all share.
    names: Map<Box<str>, Key>,
    /// The first words of names of several words.
    name_starts: Set<Key>,
    numerals: Map<Key, f64>,
    groups: u16,
}

static ENGLISH: LazyLock<Knowledge> = LazyLock::new(Knowledge::read);

impl Knowledge {
    /// English as shipped.
    pub(crate) fn english() -> &'static Self {
        &ENGLISH
    }

    fn read() -> Self {
        let mut k = Self { groups: PARAPHRASE_GROUPS, ..Self::default() };
        for row in rows(FAMILIES) {
            if let [head, members] = row[..] {
                for word in members.split(' ') {
                    k.family.insert(key(word), key(head));
                }
            }
        }
        for (group, row) in rows(SYNONYMS).enumerate() {
            for word in row.iter().flat_map(|c| c.split(' ')) {
                k.senses.entry(key(word)).or_default().push(group as u16);
            }
        }
        for row in rows(PARAPHRASES) {
            k.add_group(row.iter().flat_map(|c| c.split(' ')));
        }
        for row in rows(ANTONYMS) {
            if let [a, b] = row[..] {
                k.add_opposites(a, b);
            }
        }
        let mut total = 1.0;
        for row in rows(BACKGROUND) {
            if let Some((word, count)) = row.first().zip(row.get(1).and_then(|c| c.parse::<f32>().ok())) {
                if *word == "*" {
                    total = count;
                } else {
                    k.rarity.insert(key(word), -(count / total).ln());
                }
            }
        }
        k.unseen = -(0.7_f32 / total).ln();
        for row in rows(PLACES) {
            if let [name, country, _] = row[..] {
                k.add_name(name, key(country));
            }
        }
        for row in rows(NUMERALS) {
            if let Some((word, value)) = row.first().zip(row.get(1).and_then(|v| v.parse().ok())) {
                k.numerals.insert(key(word), value);
            }
        }
        k
    }

    fn add_name(&mut self, name: &str, key: Key) {
        if let Some((first, _)) = name.split_once(' ') {
            self.name_starts.insert(self::key(first));
        }
        self.names.insert(name.into(), key);
    }

    /// Whether a name of several words starts with this word.
    pub(crate) fn starts_name(&self, word: Key) -> bool {
        self.name_starts.contains(&word)
    }

    /// The value of a number word.
    pub(crate) fn numeral(&self, word: Key) -> Option<f64> {
        self.numerals.get(&word).copied()
    }

    fn add_group<'w>(&mut self, words: impl Iterator<Item = &'w str>) {
        for word in words {
            let family = self.family_of(key(word));
            let list = self.senses.entry(family).or_default();
            if list.last() != Some(&self.groups) {
                list.push(self.groups);
            }
        }
        self.groups = self.groups.saturating_add(1);
    }

    fn add_opposites(&mut self, a: &str, b: &str) {
        let (a, b) = (key(a), key(b));
        for (a, b) in [(a, b), (self.family_of(a), self.family_of(b))] {
            if a != b {
                self.opposites.insert(pair_key(a, b));
                self.has_opposite.insert(a);
                self.has_opposite.insert(b);
            }
        }
    }

    /// The head of the word's family; the word itself where it has none.
    pub(crate) fn family_of(&self, word: Key) -> Key {
        self.family.get(&word).copied().unwrap_or(word)
    }

    /// How rare the word is in English news: -ln of the share of sentences that hold it. 0.5 (in half of them) to 11 (never seen).
    pub(crate) fn rarity(&self, word: Key) -> f32 {
        self.rarity.get(&word).copied().unwrap_or(self.unseen)
    }

    /// The key of a name under which a place, or a name the user added, goes; `words` in lower case.
    pub(crate) fn name(&self, words: &str) -> Option<Key> {
        self.names.get(words).copied()
    }

    pub(crate) fn senses(&self, word: Key) -> &[u16] {
        self.senses.get(&word).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn has_opposite(&self, word: Key) -> bool {
        self.has_opposite.contains(&word)
    }

    pub(crate) fn opposite(&self, a: Key, b: Key) -> bool {
        self.opposites.contains(&pair_key(a, b))
    }

    /// Adds words that can stand for each other.
    pub(crate) fn add_synonyms(&mut self, words: &[&str]) -> Result<(), Error> {
        check(words)?;
        let lower: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
        self.add_group(lower.iter().map(String::as_str));
        Ok(())
    }

    /// Adds two words that contradict each other.
    pub(crate) fn add_antonyms(&mut self, a: &str, b: &str) -> Result<(), Error> {
        check(&[a, b])?;
        self.add_opposites(&a.to_lowercase(), &b.to_lowercase());
        Ok(())
    }

    /// Adds names of one person, place or body.
    pub(crate) fn add_aliases(&mut self, names: &[&str]) -> Result<(), Error> {
        check(names)?;
        let lower: Vec<String> = names.iter().map(|w| w.to_lowercase()).collect();
        // The key of a name that is known already wins, so that aliases can be added to a country.
        let known = lower.iter().find_map(|n| self.name(n));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn share(a: &str, b: &str) -> bool {
        let k = Knowledge::english();
        let senses = |w| [k.senses(key(w)), k.senses(k.family_of(key(w)))].concat();
        senses(a).iter().any(|s| senses(b).contains(s))
    }

    #[test]
    fn knows_families_synonyms_and_opposites() {
        let k = Knowledge::english();
        assert_eq!(k.family_of(key("decision")), k.family_of(key("decide")));
        assert_ne!(k.family_of(key("committee")), k.family_of(key("commit")));
        assert!(share("barrier", "obstacle") && share("start", "begin") && !share("dam", "bridge"));
        assert!(k.opposite(key("lift"), key("impose")) && k.opposite(key("impose"), key("lift")));
        assert!(!k.opposite(key("lift"), key("remove")));
        assert!(k.rarity(key("say")) < 2.5 && k.rarity(key("dam")) > 6.0);
        assert_eq!(k.name("chinese"), k.name("beijing"));
        assert_ne!(k.name("chinese"), k.name("russia"));
    }

    #[test]
    fn a_user_adds_words() {
        let mut k = Knowledge::english().clone();
        assert!(!share("delist", "scrub"));
        k.add_synonyms(&["delist", "scrub"]).unwrap();
        assert!(k.senses(key("scrub")).iter().any(|s| k.senses(key("delist")).contains(s)));
        k.add_aliases(&["Orla", "Republic of Orla"]).unwrap();
        assert_eq!(k.name("orla"), k.name("republic of orla"));
        assert!(k.add_synonyms(&["one"]).is_err() && k.add_antonyms("", "x").is_err());
    }
}
