//! Words as data: what each English word can be, read once from the lists in `lexicon/en`.
//!
//! A list is a text file: lines that start with `#` say what it is, where it comes from and what must stay out; each
//! other line is an entry, its columns parted by tabs. Adding a word never touches code.

mod build;

use std::sync::LazyLock;

use crate::hash::{Map, hash};

/// The entries of a list: the columns of each line that is neither empty nor a comment.
pub(crate) fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(|l| l.split('\t').collect())
}

/// What a word can be: a set of word classes. A word often has several; context chooses.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Class(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $word:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub(crate) const $name: Self = Self(1 << $bit);)*

            /// The class that a list calls `name`.
            fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }

            fn names(self) -> impl Iterator<Item = &'static str> {
                [$((Self::$name, $word)),*].into_iter().filter(move |(c, _)| self.any(*c)).map(|(_, n)| n)
            }
        }
    };
}

classes! {
    NOUN = 0, "noun";
    VERB = 1, "verb";
    ADJ = 2, "adj";
    ADV = 3, "adv";
    DET = 4, "det";
    PRON = 5, "pron";
    /// Can stand as a subject by itself: `she`, `they`, `there`, `nobody`.
    SUBJECT = 6, "subject";
    POSSDET = 7, "possdet";
    /// The clitic `'s`.
    POSSESSIVE = 8, "possessive";
    PREP = 9, "prep";
    COORD = 10, "coord";
    SUBORD = 11, "subord";
    REL = 12, "rel";
    WH = 13, "wh";
    BE = 14, "be";
    HAVE = 15, "have";
    DO = 16, "do";
    MODAL = 17, "modal";
    NEG = 18, "neg";
    TO = 19, "to";
    /// Verb forms: the base, the third person, the past, the participle, the -ing form.
    BASE = 20, "base";
    THIRD = 21, "third";
    PAST = 22, "past";
    PART = 23, "part";
    ING = 24, "ing";
    PLURAL = 25, "plural";
    NUMERAL = 26, "numeral";
    APPROX = 27, "approx";
    MONTH = 28, "month";
    WEEKDAY = 29, "weekday";
    /// Hardly takes an object: its -ed form after a noun is a past, not a reduced relative.
    INTRANSITIVE = 47, "intransitive";
    /// Takes a clause as its object, with or without "that".
    SAYS = 48, "says";
    /// A noun that takes a clause with "that".
    FACT = 49, "fact";
    /// "to" after it mostly opens an infinitive, or is mostly a preposition.
    INFINITIVE = 50, "infinitive";
    TOWARD = 51, "toward";
    /// Part of an amount, though no plain numeral: `thousands`, `third`, `twice`.
    AMOUNT = 38, "amount";
    /// Begins or makes a date expression, though no month or weekday: `yesterday`, `spring`, `last`.
    DATE = 39, "date";
    /// Opens an entry of the list of negations, or of the list of words that set a claim's modality.
    NEGATES = 52, "negates";
    HEDGES = 53, "hedges";
    /// Has a rule of its own in the tagger.
    SPECIAL = 54, "special";
    /// Has a hyphen, or ends in `-fold`: may hold a number, or a part of a date.
    COMPOUND = 55, "compound";
    /// A noun for a person, and one for a group of people.
    PERSON = 58, "person";
    GROUP = 56, "group";
    /// A form of a unit of time, and of another word that names a time: `weeks`, `tonight`.
    PERIOD = 30, "period";
    CLOCK = 31, "clock";
    /// A form of a word that tells what somebody is said to be: `alleged`, `reported`.
    REPUTED = 32, "reputed";
    /// Something made that has a title: `book`, `show`.
    WORK = 33, "work";
    /// In the list of titles and roles, by its own letters or by its dictionary form.
    ROLE = 57, "role";
    /// Not in the lexicon.
    UNKNOWN = 40, "unknown";
    /// Starts with a capital.
    CAPITAL = 41, "capital";
    /// All its letters are capitals, and there are two or more.
    UPPER = 42, "upper";
    /// The noun is the word's commonest part of speech.
    MOSTLY_NOUN = 43, "mostly_noun";
    MOSTLY_VERB = 44, "mostly_verb";
    MOSTLY_ADJ = 45, "mostly_adj";
    MOSTLY_ADV = 46, "mostly_adv";
}

impl Class {
    pub(crate) const NONE: Self = Self(0);
    /// Any form of a verb that can carry a clause alone.
    pub(crate) const AUX: Self = Self(Self::BE.0 | Self::HAVE.0 | Self::DO.0 | Self::MODAL.0);

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What the letters of a word alone tell.
    pub(crate) fn of_shape(word: &[u8]) -> Self {
        if word.contains(&b'-') || word.ends_with(b"fold") { Self::COMPOUND } else { Self::NONE }
    }

    /// Whether the two sets share a class.
    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether every class of `other` is in `self`.
    pub(crate) const fn all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl core::fmt::Debug for Class {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_list().entries(self.names()).finish()
    }
}

/// What the lexicon knows of one word form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) class: Class,
    /// The word's dictionary form: of its verb reading where it has one, else of its noun reading.
    pub(crate) lemma: &'static str,
}

/// Every word form the crate knows, found by the hash of its lower-case spelling.
///
/// Each token of every text is looked up once, so this is an open table without the spellings: among a hundred thousand
/// forms, a word that is none of them meets the hash of one with a chance of one in 10^13.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// The number of a form, plus one, in as many low bits as number the slots, above it what its hash has there; 0 where
    /// a slot is free. The length is a power of two, and at least twice the number of forms.
    slots: Box<[u64]>,
    entries: Box<[Entry]>,
}

/// A word form of the lexicon, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form(u32);

impl Form {
    /// Of words that the lexicon does not hold.
    pub(crate) const UNKNOWN: Self = Self(u32::MAX);
}

/// A value for each form: see [`Lexicon::table`].
#[derive(Clone, Debug)]
pub(crate) struct Table<T>(Box<[T]>);

impl<T> Table<T> {
    /// The value of a form; `None` for [`Form::UNKNOWN`].
    pub(crate) fn get(&self, form: Form) -> Option<&T> {
        self.0.get(form.0 as usize)
    }

    /// The same, to be changed.
    pub(crate) fn get_mut(&mut self, form: Form) -> Option<&mut T> {
        self.0.get_mut(form.0 as usize)
    }
}

/// Values for a few forms, 255 different entries at most.
#[derive(Debug)]
pub(crate) struct Few<T> {
    /// 0 for forms without a value, else one more than its place.
    places: Box<[u8]>,
    values: Vec<T>,
}

impl<T: Copy> Few<T> {
    /// The entries of a list, a word each; a stop may end the word in a text.
    pub(crate) fn new(entries: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut few = Self { places: vec![0; ENGLISH.entries.len()].into(), values: Vec::new() };
        for (word, value) in entries {
            let forms = [ENGLISH.form(word.as_bytes()), ENGLISH.form(format!("{word}.").as_bytes())];
            few.values.push(value);
            let place = u8::try_from(few.values.len()).unwrap_or_default();
            for form in forms.into_iter().flatten() {
                few.places[form.0 as usize] = place;
            }
        }
        few
    }

    /// The value of a form, if it has one; `None` for [`Form::UNKNOWN`], which only its letters can tell.
    pub(crate) fn get(&self, form: Form) -> Option<Option<T>> {
        let place = *self.places.get(form.0 as usize)?;
        Some(usize::from(place).checked_sub(1).and_then(|p| self.values.get(p)).copied())
    }
}

/// First letters and lengths of some words: a test that costs nothing beside a look-up, and that most others fail.
#[derive(Debug)]
pub(crate) struct Shapes([u64; 256]);

impl Shapes {
    /// The shapes of words in lower case, with up to `more` bytes behind each.
    pub(crate) fn new<'w>(words: impl Iterator<Item = &'w str>, more: usize) -> Self {
        let mut shapes = [0; 256];
        for word in words {
            let lengths = &mut shapes[usize::from(word.bytes().next().unwrap_or_default())];
            for len in word.len()..=word.len() + more {
                *lengths |= 1 << len.min(63);
            }
        }
        Self(shapes)
    }

    /// Whether `word`, of ASCII letters in whatever case, may be one of the words.
    pub(crate) fn fit_word(&self, word: &[u8]) -> bool {
        let first = word.first().map_or(0, u8::to_ascii_lowercase);
        self.0[usize::from(first)] >> word.len().min(63) & 1 == 1
    }

    /// Whether `word`, in whatever case, may be one of the words; true for what has other letters than ASCII's.
    pub(crate) fn fit(&self, word: &str) -> bool {
        self.fit_ascii(word) || !word.is_ascii()
    }

    /// The same where other letters than ASCII's keep their case.
    pub(crate) fn fit_ascii(&self, word: &str) -> bool {
        let first = word.bytes().next().unwrap_or_default().to_ascii_lowercase();
        self.0[usize::from(first)] >> word.len().min(63) & 1 == 1
    }
}

/// Bits of the first two letters, the last one and the length of some words: where the words are so many that their
/// [`Shapes`] fit most others, this still says no to nine of ten.
#[derive(Debug)]
pub(crate) struct Sketch([u64; Sketch::WORDS]);

impl Sketch {
    const WORDS: usize = 128;

    pub(crate) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut sketch = Self([0; Self::WORDS]);
        for (place, bit) in words.map(Self::place) {
            sketch.0[place] |= bit;
        }
        sketch
    }

    /// Whether `word`, written as the words are, may be one of them.
    pub(crate) fn fits(&self, word: &str) -> bool {
        let (place, bit) = Self::place(word);
        self.0[place] & bit != 0
    }

    fn place(word: &str) -> (usize, u64) {
        let letters = match *word.as_bytes() {
            [first, second, .., last] => [first, second, last],
            [first, ref rest @ ..] => [first, rest.first().copied().unwrap_or_default(), 0],
            [] => [0; 3],
        };
        let [a, b, z] = letters.map(u32::from);
        let key = (a | b << 8 | z << 16 | (word.len() as u32) << 24).wrapping_mul(0x9E37_79B1);
        let bit = key >> (32 - (Self::WORDS * 64).ilog2());
        (bit as usize / 64, 1 << (bit % 64))
    }
}

/// The English lexicon. Read and inflected at first use.
pub(crate) static ENGLISH: LazyLock<Lexicon> = LazyLock::new(build::english);

pub(crate) const AMOUNTS: &str = include_str!("lexicon/en/amounts.txt");
pub(crate) const APPROXIMATORS: &str = include_str!("lexicon/en/approximators.txt");
pub(crate) const CHANGES: &str = include_str!("lexicon/en/changes.txt");
pub(crate) const BOILERPLATE: &str = include_str!("lexicon/en/boilerplate.txt");
pub(crate) const CHECKWORTHY: &str = include_str!("lexicon/en/checkworthy.txt");
pub(crate) const CONTEXTS: &str = include_str!("lexicon/en/contexts.txt");
pub(crate) const FATES: &str = include_str!("lexicon/en/fates.txt");
pub(crate) const CURRENCIES: &str = include_str!("lexicon/en/currencies.txt");
pub(crate) const GROUPS: &str = include_str!("lexicon/en/groups.txt");
pub(crate) const FIRST_NAMES: &str = include_str!("lexicon/en/first_names.txt");
pub(crate) const LABELS: &str = include_str!("lexicon/en/labels.txt");
pub(crate) const MEASURES: &str = include_str!("lexicon/en/measures.txt");
pub(crate) const PEOPLE: &str = include_str!("lexicon/en/people.txt");
pub(crate) const UNITS: &str = include_str!("lexicon/en/units.txt");
pub(crate) const CUES: &str = include_str!("lexicon/en/cues.txt");
pub(crate) const DATES: &str = include_str!("lexicon/en/dates.txt");
pub(crate) const HOLIDAYS: &str = include_str!("lexicon/en/holidays.txt");
pub(crate) const PLANNED: &str = include_str!("lexicon/en/planned.txt");
pub(crate) const ROLES: &str = include_str!("lexicon/en/roles.txt");
pub(crate) const UNNAMED: &str = include_str!("lexicon/en/unnamed.txt");
pub(crate) const OUTLETS: &str = include_str!("lexicon/en/outlets.txt");
pub(crate) const CLOSED: &str = include_str!("lexicon/en/closed.txt");
pub(crate) const FRAMES: &str = include_str!("lexicon/en/frames.txt");
pub(crate) const MODALITY: &str = include_str!("lexicon/en/modality.txt");
pub(crate) const NEGATION: &str = include_str!("lexicon/en/negation.txt");
pub(crate) const VECTORS: &str = include_str!("lexicon/en/vectors.txt");
pub(crate) const WORDS: &str = include_str!("lexicon/en/words.txt");
pub(crate) const IRREGULAR: &str = include_str!("lexicon/en/irregular.txt");
pub(crate) const NUMERALS: &str = include_str!("lexicon/en/numerals.txt");
pub(crate) const CALENDAR: &str = include_str!("lexicon/en/calendar.txt");
pub(crate) const ANTONYMS: &str = include_str!("lexicon/en/antonyms.txt");
pub(crate) const BACKGROUND: &str = include_str!("lexicon/en/background.txt");
pub(crate) const CONVERSES: &str = include_str!("lexicon/en/converses.txt");
pub(crate) const STAGES: &str = include_str!("lexicon/en/stages.txt");
pub(crate) const QUANTIFIERS: &str = include_str!("lexicon/en/quantifiers.txt");
pub(crate) const EXCHANGES: &str = include_str!("lexicon/en/exchanges.txt");
pub(crate) const FAMILIES: &str = include_str!("lexicon/en/families.txt");
pub(crate) const FRAMING: &str = include_str!("lexicon/en/framing.txt");
pub(crate) const MEASURING: &str = include_str!("lexicon/en/measuring.txt");
pub(crate) const CONTRACTIONS: &str = include_str!("lexicon/en/contractions.txt");
pub(crate) const PARAPHRASES: &str = include_str!("lexicon/en/paraphrases.txt");
pub(crate) const PHRASES: &str = include_str!("lexicon/en/phrases.txt");
pub(crate) const HARM: &str = include_str!("lexicon/en/harm.txt");
pub(crate) const PLACES: &str = include_str!("lexicon/en/places.txt");
pub(crate) const REGIONS: &str = include_str!("lexicon/en/regions.txt");
pub(crate) const REPORTING: &str = include_str!("lexicon/en/reporting.txt");
pub(crate) const SYNONYMS: &str = include_str!("lexicon/en/synonyms.txt");

pub(crate) const PARTICLES: &str = include_str!("lexicon/en/particles.txt");

/// [`particles`] for rules that ask often: each place that asks looks them up once.
macro_rules! kept_particles {
    ($name:literal) => {{
        static WORDS: std::sync::LazyLock<&[&str]> =
            std::sync::LazyLock::new(|| $crate::lexicon::particles($name));
        *WORDS
    }};
}
pub(crate) use kept_particles;

/// The small words that a rule looks for: the row of `particles.txt` with this name. A name that is not there has none.
pub(crate) fn particles(name: &str) -> &'static [&'static str] {
    static LISTS: LazyLock<Map<&str, Vec<&str>>> = LazyLock::new(|| {
        let split = |r: Vec<&'static str>| Some((*r.first()?, r.get(1)?.split(' ').collect()));
        rows(PARTICLES).filter_map(split).collect()
    });
    let found = LISTS.get(name).map_or(&[][..], Vec::as_slice);
    debug_assert!(!found.is_empty(), "particles.txt has no row {name:?}");
    found
}

/// What a contraction stands for: `will not` for `won't`, `is` for `'s`.
pub(crate) fn written_out(contraction: &str) -> Option<&'static str> {
    static CONTRACTED: LazyLock<Map<&str, &str>> =
        LazyLock::new(|| rows(CONTRACTIONS).filter_map(|r| Some((*r.first()?, *r.get(1)?))).collect());
    CONTRACTED.get(contraction).copied()
}

/// The digits that a simple number word stands for: `12` for `twelve`.
pub(crate) fn number_word(word: &str) -> Option<&'static str> {
    static NUMBERS: LazyLock<Map<&str, &str>> =
        LazyLock::new(|| rows(NUMERALS).filter_map(|r| Some((*r.first()?, *r.get(1)?))).collect());
    NUMBERS.get(word).copied()
}

impl Lexicon {
    /// Looks up a word in lower case.
    pub(crate) fn get(&self, word: &str) -> Option<Entry> {
        self.find(word.as_bytes())
    }

    /// Looks up the bytes of a word in lower case.
    pub(crate) fn find(&self, word: &[u8]) -> Option<Entry> {
        self.form(word).map(|form| self.entry(form))
    }

    /// The form that a word in lower case is.
    pub(crate) fn form(&self, word: &[u8]) -> Option<Form> {
        self.form_of(hash(word))
    }

    /// The form with this hash.
    #[inline]
    pub(crate) fn form_of(&self, hash: u64) -> Option<Form> {
        find(&self.slots, hash).ok().map(Form)
    }

    pub(crate) fn entry(&self, form: Form) -> Entry {
        self.entries[form.0 as usize]
    }

    /// A table with a place for every form, for what one part of the crate knows of words beyond their entry.
    pub(crate) fn table<T>(&self, mut empty: impl FnMut() -> T) -> Table<T> {
        Table(self.entries.iter().map(|_| empty()).collect())
    }

    /// A table of zeros: memory that is never written to is never taken.
    pub(crate) fn zeros(&self) -> Table<u32> {
        Table(vec![0; self.entries.len()].into())
    }

    /// A table of what `of` says of the lemma of every form.
    pub(crate) fn lemma_table<T: Copy>(&self, of: impl Fn(&str) -> T) -> Table<T> {
        // The forms of a lemma mostly follow each other.
        let mut last: Option<(&str, T)> = None;
        let value = |entry: &Entry| match last {
            Some((lemma, value)) if core::ptr::eq(lemma, entry.lemma) => value,
            _ => last.insert((entry.lemma, of(entry.lemma))).1,
        };
        Table(self.entries.iter().map(value).collect())
    }
}

/// The number of the form with this hash, or else the free slot where it belongs.
fn find(slots: &[u64], hash: u64) -> Result<u32, usize> {
    let mask = slots.len() - 1;
    let mut slot = hash as usize & mask;
    loop {
        let found = slots[slot];
        if found == 0 {
            return Err(slot);
        }
        if (found ^ hash) & !(mask as u64) == 0 {
            return Ok((found & mask as u64) as u32 - 1);
        }
        slot = (slot + 1) & mask;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every list of `lexicon/en`, by name.
    const LISTS: &[(&str, &str)] = &[
        ("abbreviations", crate::sentence::ABBREVIATIONS),
        ("amounts", AMOUNTS),
        ("antonyms", ANTONYMS),
        ("approximators", APPROXIMATORS),
        ("background", BACKGROUND),
        ("boilerplate", BOILERPLATE),
        ("boundary", crate::sentence::BOUNDARY),
        ("calendar", CALENDAR),
        ("changes", CHANGES),
        ("checkworthy", CHECKWORTHY),
        ("closed", CLOSED),
        ("contexts", CONTEXTS),
        ("fates", FATES),
        ("contractions", CONTRACTIONS),
        ("cues", CUES),
        ("currencies", CURRENCIES),
        ("dates", DATES),
        ("converses", CONVERSES),
        ("stages", STAGES),
        ("exchanges", EXCHANGES),
        ("families", FAMILIES),
        ("first_names", FIRST_NAMES),
        ("frames", FRAMES),
        ("framing", FRAMING),
        ("groups", GROUPS),
        ("harm", HARM),
        ("holidays", HOLIDAYS),
        ("irregular", IRREGULAR),
        ("labels", LABELS),
        ("measures", MEASURES),
        ("measuring", MEASURING),
        ("modality", MODALITY),
        ("negation", NEGATION),
        ("numerals", NUMERALS),
        ("outlets", OUTLETS),
        ("paraphrases", PARAPHRASES),
        ("particles", PARTICLES),
        ("people", PEOPLE),
        ("phrases", PHRASES),
        ("places", PLACES),
        ("regions", REGIONS),
        ("planned", PLANNED),
        ("quantifiers", QUANTIFIERS),
        ("reporting", REPORTING),
        ("synonyms", SYNONYMS),
        ("units", UNITS),
        ("roles", ROLES),
        ("unnamed", UNNAMED),
        ("vectors", VECTORS),
        ("words", WORDS),
    ];

    #[test]
    fn lists_have_a_header_and_are_sorted_unique_and_trimmed() {
        for (name, list) in LISTS {
            assert!(list.starts_with("# "), "{name}: no header");
            let lines: Vec<&str> = list.lines().filter(|l| !l.starts_with('#')).collect();
            assert!(!lines.is_empty(), "{name}: empty");
            for line in &lines {
                assert!(!line.is_empty() && line.trim() == *line, "{name}: {line:?}");
            }
            // Sorted by entry, a longer word after its beginning, whatever the columns hold.
            let keys: Vec<Vec<&str>> = lines.iter().map(|l| l.split('\t').collect()).collect();
            for pair in keys.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn related_words_are_words_of_the_lexicon() {
        for (name, list) in [("families", FAMILIES), ("paraphrases", PARAPHRASES), ("antonyms", ANTONYMS)] {
            for word in rows(list).flatten().flat_map(|c| c.split(' ')) {
                assert!(ENGLISH.get(word).is_some(), "{name}: no list of words holds {word:?}");
            }
        }
    }

    #[test]
    fn a_word_has_one_family() {
        let mut words: Vec<&str> = rows(FAMILIES).flatten().flat_map(|c| c.split(' ')).collect();
        words.sort_unstable();
        for pair in words.windows(2) {
            assert!(pair[0] != pair[1], "{:?} is in two families", pair[0]);
        }
    }

    #[test]
    fn every_file_is_listed() {
        let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/src/lexicon/en");
        let mut files: Vec<String> = std::fs::read_dir(dir)
            .unwrap()
            .map(|f| f.unwrap().file_name().to_string_lossy().trim_end_matches(".txt").to_owned())
            .collect();
        files.sort();
        let mut listed: Vec<String> = LISTS.iter().map(|(n, _)| (*n).to_owned()).collect();
        listed.sort();
        listed.dedup();
        assert_eq!(files, listed);
    }

    #[test]
    fn a_sketch_says_no_to_most_other_words() {
        let words = ["mayor", "of", "x", "Zoë", ""];
        let sketch = Sketch::new(words.into_iter());
        assert!(words.iter().all(|word| sketch.fits(word)));
        let others = ["harbour", "miner", "ox", "y", "Zoe", "mayoress"];
        assert!(!others.iter().any(|word| sketch.fits(word)));
        // It looks at the ends of a word only.
        assert!(sketch.fits("manor"));
    }

    #[test]
    fn words_know_their_forms() {
        let class = |w: &str| ENGLISH.get(w).unwrap().class;
        assert!(class("lifted").all(Class::VERB.or(Class::PAST).or(Class::PART)));
        assert!(class("vowing").any(Class::ING));
        assert!(class("denies").any(Class::THIRD) && class("stays").any(Class::THIRD));
        assert!(
            class("said").any(Class::PAST)
                && class("went").any(Class::PAST)
                && !class("gone").any(Class::PAST)
        );
        assert!(class("may").all(Class::MODAL.or(Class::MONTH)));
        assert_eq!(ENGLISH.get("withdrew").unwrap().lemma, "withdraw");
        assert_eq!(ENGLISH.get("agencies").unwrap().lemma, "agency");
        assert!(class("goes").any(Class::THIRD) && class("vetoes").any(Class::THIRD));
        for (plural, lemma) in [("women", "woman"), ("spokesmen", "spokesman"), ("cameras", "camera")] {
            let entry = ENGLISH.get(plural).unwrap();
            assert!(entry.class.all(Class::NOUN.or(Class::PLURAL)) && entry.lemma == lemma, "{plural}");
        }
        for past in ["worked", "canceled", "cancelled", "benefited", "targeted", "gunned"] {
            assert!(class(past).all(Class::VERB.or(Class::PAST)), "{past}");
        }
        assert!(!class("bedding").any(Class::VERB), "a noun of its own");
        assert!(ENGLISH.get("derrow").is_none());
    }
}
