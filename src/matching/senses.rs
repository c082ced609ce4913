//! Which words can mean the same: groups of synonyms and of paraphrases, and in which of them each word stands.
//!
//! A word that stands in any goes by a number, its sense. Two words can mean the same where their senses share a group, and
//! what shares one with a sense is listed, so that the words of a mention tell at once which senses of another are of use.

use super::knowledge::Key;
use crate::hash::Map;

/// The number of a word that stands in a group; 0 for all others.
pub(crate) type Sense = u16;

/// The first group of the paraphrases; those before it are synonyms of the dictionary.
const PARAPHRASES: u16 = 1 << 15;

/// The groups of words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Senses {
    /// The groups that list each word, by family for paraphrases, by word for synonyms.
    listed: Map<Key, Vec<u16>>,
    synonyms: u16,
    paraphrases: u16,
    /// The groups of each sense, rising, and a bit for each of them: two senses without a bit in common share none.
    groups: Lists,
    bits: Vec<u64>,
    /// The senses in each group: the synonyms, then the paraphrases.
    members: Lists,
}

/// Lists of small numbers, one after the other.
#[derive(Clone, Debug, Default)]
struct Lists {
    ends: Vec<u32>,
    entries: Vec<u16>,
}

impl Lists {
    fn get(&self, list: usize) -> &[u16] {
        let end = self.ends.get(list).map_or(0, |end| *end as usize);
        let start = list.checked_sub(1).and_then(|l| self.ends.get(l)).map_or(0, |end| *end as usize);
        self.entries.get(start..end).unwrap_or_default()
    }

    /// Ends a list with what was added to the entries since the last.
    fn close(&mut self) {
        self.ends.push(self.entries.len() as u32);
    }
}

impl Senses {
    pub(crate) fn with_capacity(words: usize) -> Self {
        let mut senses = Self::default();
        senses.listed.reserve(words);
        senses
    }

    /// Adds a group of synonyms.
    pub(crate) fn add_synonyms(&mut self, words: impl Iterator<Item = Key>) {
        words.for_each(|word| self.listed.entry(word).or_default().push(self.synonyms));
        self.synonyms = self.synonyms.saturating_add(1).min(PARAPHRASES - 1);
    }

    /// Adds a group of paraphrases, by the families of its words.
    pub(crate) fn add_paraphrases(&mut self, families: impl Iterator<Item = Key>) {
        let group = PARAPHRASES.saturating_add(self.paraphrases);
        for family in families {
            let list = self.listed.entry(family).or_default();
            if list.last() != Some(&group) {
                list.push(group);
            }
        }
        self.paraphrases = self.paraphrases.saturating_add(1).min(PARAPHRASES - 1);
    }

    /// Every word that is listed.
    pub(crate) fn listed(&self) -> impl Iterator<Item = Key> {
        self.listed.keys().copied()
    }

    /// Forgets all numbers, to number the words anew.
    pub(crate) fn renumber(&mut self) {
        self.groups = Lists::default();
        // The sense of no other meaning.
        self.groups.close();
        self.bits = vec![0];
    }

    /// The number of a word of this family.
    pub(crate) fn number(&mut self, word: Key, family: Key) -> Sense {
        let of = |k: Key| self.listed.get(&k).map_or(&[][..], Vec::as_slice);
        let family = if word == family { &[] } else { of(family) };
        let Ok(sense) = Sense::try_from(self.groups.ends.len()) else { return 0 };
        let entries = &mut self.groups.entries;
        let start = entries.len();
        entries.extend(of(word).iter().chain(family));
        if entries.len() == start {
            return 0;
        }
        entries[start..].sort_unstable();
        let mut kept = start + 1;
        for i in start + 1..entries.len() {
            if entries[i] != entries[kept - 1] {
                entries[kept] = entries[i];
                kept += 1;
            }
        }
        entries.truncate(kept);
        self.bits.push(entries[start..].iter().fold(0, |bits, group| bits | 1 << (group % 61)));
        self.groups.close();
        sense
    }

    /// Lists the members of each group, once all words are numbered.
    pub(crate) fn list_members(&mut self) {
        let mut members: Vec<(u16, Sense)> = Vec::with_capacity(self.groups.entries.len());
        for (sense, _) in (0..=Sense::MAX).zip(&self.groups.ends) {
            members.extend(self.groups(sense).iter().map(|&group| (self.place(group), sense)));
        }
        members.sort_unstable();
        self.members = Lists::default();
        for (group, sense) in members {
            while self.members.ends.len() < usize::from(group) {
                self.members.close();
            }
            self.members.entries.push(sense);
        }
        self.members.close();
    }

    /// Where the members of a group are listed.
    const fn place(&self, group: u16) -> u16 {
        if group < PARAPHRASES { group } else { self.synonyms + (group - PARAPHRASES) }
    }

    /// How many senses there are.
    pub(crate) fn len(&self) -> usize {
        self.groups.ends.len()
    }

    fn groups(&self, sense: Sense) -> &[u16] {
        self.groups.get(usize::from(sense))
    }

    /// The senses that share a group with this one, some of them more than once.
    pub(crate) fn near(&self, sense: Sense) -> impl Iterator<Item = Sense> {
        self.groups(sense).iter().flat_map(|&g| self.members.get(usize::from(self.place(g)))).copied()
    }

    /// Whether two words can mean the same; `Some(true)` where a dictionary has them as synonyms.
    pub(crate) fn share(&self, a: Sense, b: Sense) -> Option<bool> {
        let bits = |sense: Sense| self.bits.get(usize::from(sense)).copied().unwrap_or_default();
        if bits(a) & bits(b) == 0 {
            return None;
        }
        let (x, y) = (self.groups(a), self.groups(b));
        let (mut i, mut j) = (0, 0);
        // Both rise, the synonyms first.
        while let (Some(p), Some(q)) = (x.get(i), y.get(j)) {
            if p == q {
                return Some(*p < PARAPHRASES);
            }
            (i, j) = (i + usize::from(p < q), j + usize::from(q < p));
        }
        None
    }
}

/// A set of senses.
#[derive(Clone, Debug)]
pub(crate) struct SenseSet {
    /// A bit for each number that a sense can have.
    bits: Box<[u64; BLOCKS]>,
}

const BLOCKS: usize = (Sense::MAX as usize + 1) / 64;

impl Default for SenseSet {
    fn default() -> Self {
        Self { bits: Box::new([0; BLOCKS]) }
    }
}

impl SenseSet {
    /// Holds none of this many senses.
    pub(crate) fn clear(&mut self, senses: usize) {
        self.bits.iter_mut().take(senses / 64 + 1).for_each(|bits| *bits = 0);
    }

    #[inline]
    pub(crate) fn insert(&mut self, sense: Sense) {
        self.bits[usize::from(sense / 64)] |= 1 << (sense % 64);
    }

    #[inline]
    pub(crate) fn holds(&self, sense: Sense) -> bool {
        self.bits[usize::from(sense / 64)] >> (sense % 64) & 1 == 1
    }
}
