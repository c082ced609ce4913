//! The lexicon while its lists are read: inflection, and what later lists add to words of earlier ones.

use core::fmt::Write;

use super::{
    AMOUNTS, CALENDAR, CLOSED, Class, DATES, Entry, FRAMES, GROUPS, HOLIDAYS, IRREGULAR, Lexicon, MODALITY,
    NEGATION, NUMERALS, PEOPLE, ROLES, WORDS, find, particles, rows,
};
use crate::hash::{Map, hash};

/// Slots to begin with: enough for the lists as they are.
const SLOTS: usize = 1 << 18;

struct Builder {
    slots: Vec<u64>,
    hashes: Vec<u64>,
    entries: Vec<Entry>,
    /// Holds the form that is made.
    form: String,
}

/// Reads the lists.
pub(super) fn english() -> Lexicon {
    let mut builder = Builder {
        slots: vec![0; SLOTS],
        hashes: Vec::with_capacity(SLOTS / 2),
        entries: Vec::with_capacity(SLOTS / 2),
        form: String::new(),
    };
    builder.read();
    Lexicon { slots: builder.slots.into(), entries: builder.entries.into() }
}

/// The two columns of each row of a list that has two.
fn pairs(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'))
}

fn classes(names: &str) -> Class {
    names.split(' ').filter_map(Class::named).fold(Class::default(), Class::or)
}

impl Builder {
    fn get(&self, word: &str) -> Option<Entry> {
        find(&self.slots, hash(word.as_bytes())).ok().map(|n| self.entries[n as usize])
    }

    /// The entry of `word`, a new one if there is none.
    fn entry(&mut self, word: &str, lemma: &'static str) -> &mut Entry {
        let hash = hash(word.as_bytes());
        let n = match find(&self.slots, hash) {
            Ok(n) => n as usize,
            Err(slot) => {
                self.entries.push(Entry { class: Class::of_shape(word.as_bytes()), lemma });
                self.hashes.push(hash);
                self.slots[slot] = self.key(hash, self.entries.len());
                if self.entries.len() * 2 > self.slots.len() {
                    self.grow();
                }
                self.entries.len() - 1
            }
        };
        &mut self.entries[n]
    }

    fn key(&self, hash: u64, number: usize) -> u64 {
        let mask = self.slots.len() as u64 - 1;
        hash & !mask | number as u64
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for (i, &hash) in self.hashes.iter().enumerate() {
            if let Err(slot) = find(&self.slots, hash) {
                self.slots[slot] = self.key(hash, i + 1);
            }
        }
    }

    fn add(&mut self, word: &str, class: Class, lemma: &'static str) {
        let entry = self.entry(word, lemma);
        let known = entry.class;
        entry.class = known.or(class);
        // The verb's lemma wins: "reported" is a form of "report" even where an adjective is listed. And among verbs
        // the irregular form's: "found" and "saw" are more often forms of "find" and "see" than verbs of their own.
        let own = class.any(Class::BASE) && known.any(Class::PAST);
        if class.any(Class::VERB) && !own {
            entry.lemma = lemma;
        }
    }

    /// Adds the form that `make` gives of `lemma`.
    fn add_form(&mut self, make: fn(&str, &mut String), class: Class, lemma: &'static str) {
        let mut form = core::mem::take(&mut self.form);
        form.clear();
        make(lemma, &mut form);
        self.add(&form, class, lemma);
        self.form = form;
    }

    fn read(&mut self) {
        let mut irregular: Map<&str, Vec<(&str, Class)>> = Map::default();
        for row in rows(IRREGULAR) {
            if let [form, what, lemma] = row[..] {
                irregular.entry(lemma).or_default().push((form, classes(what)));
            }
        }
        let (mut adjectives, mut derived) = (Vec::new(), Vec::new());
        for (lemma, tags) in pairs(WORDS) {
            if tags.starts_with('a') && lemma.len() <= 7 && lemma.bytes().all(|b| b.is_ascii_lowercase()) {
                adjectives.push(lemma);
            }
            let known = irregular.get(lemma).map_or(&[][..], Vec::as_slice);
            self.inflect(lemma, tags, known);
            if tags.contains('d') {
                derived.push(lemma);
            }
        }
        for lemma in derived {
            self.derive(lemma, irregular.get(lemma).map_or(&[][..], Vec::as_slice));
        }
        for row in rows(NUMERALS) {
            self.add(row[0], Class::NUMERAL, row[0]);
        }
        for row in rows(CALENDAR) {
            self.add(row[0], row.get(1).and_then(|c| Class::named(c)).unwrap_or_default(), row[0]);
        }
        for row in rows(AMOUNTS) {
            self.add(row[0], Class::AMOUNT, row[0]);
        }
        for row in rows(DATES) {
            self.add(row[0], Class::DATE, row[0]);
        }
        // The first word of a feast: Christmas, New (Year's Eve).
        for row in rows(HOLIDAYS) {
            let word = row[0].split([' ', '\'']).next().unwrap_or_default();
            let class = if self.get(word).is_some() { Class::DATE } else { Class::DATE.or(Class::NOUN) };
            self.add(word, class, word);
        }
        // Closed classes last and alone: "can" the modal, not "can" the tin.
        for row in rows(CLOSED) {
            let mut class = classes(row[1]);
            if class.any(Class::AUX) {
                class = class.or(Class::VERB);
            }
            if row[0] == "may" {
                class = class.or(Class::MONTH);
            }
            let lemma = row.get(2).copied().unwrap_or(row[0]);
            class = class.or(Class::of_shape(row[0].as_bytes()));
            *self.entry(row[0], lemma) = Entry { class, lemma };
        }
        self.compare(&adjectives);
        self.frame();
    }

    /// Adds the regular comparatives and superlatives of short adjectives: cheaper, largest, heavier.
    fn compare(&mut self, adjectives: &[&'static str]) {
        let mut form = String::new();
        for lemma in adjectives {
            for end in ["r", "st"] {
                // "cheaper" as "cheated": the same changes of spelling before -er as before -ed.
                form.clear();
                with_ed(lemma, &mut form);
                form.truncate(form.len() - 1);
                form.push_str(end);
                // "lower" is a verb too; "owner" is only a noun.
                if self.get(&form).is_none_or(|e| e.class.any(Class::VERB)) {
                    self.add(&form, Class::ADJ, lemma);
                }
            }
            let last = lemma.as_bytes()[lemma.len() - 1] as char;
            for end in ["er", "est"] {
                form.clear();
                let _ = write!(form, "{lemma}{last}{end}");
                if lemma.len() == 3 && self.get(&form).is_none() {
                    self.add(&form, Class::ADJ, lemma);
                }
            }
        }
    }

    /// Marks every form of the lemmas in the list of frames with what may follow it, of the words that open an entry
    /// of the lists of negations and hedges, and of the nouns for people; and the words for roles.
    fn frame(&mut self) {
        let mut frames: Map<&str, (Class, Class)> = Map::default();
        for (list, class) in [(NEGATION, Class::NEGATES), (MODALITY, Class::HEDGES)] {
            for words in rows(list).filter_map(|row| row.first().copied()) {
                // A list may hold rarer words than the general one.
                for word in words.split(' ') {
                    if self.get(word).is_none() {
                        let class = if word.ends_with("ly") { Class::ADV } else { Class::NOUN };
                        self.add(word, class, word);
                    }
                }
                let first = words.split(' ').next().unwrap_or_default();
                let marks = &mut frames.entry(first).or_default().1;
                *marks = marks.or(class);
            }
        }
        let roles = Class::PERSON.or(Class::ROLE);
        let lists = [(PEOPLE, Class::PERSON), (ROLES, roles), (GROUPS, Class::GROUP)];
        let lists = lists.into_iter().flat_map(|(list, class)| rows(list).map(move |row| (row[0], class)));
        let times = [
            ("unit of time", Class::PERIOD),
            ("names a time", Class::CLOCK),
            ("reputed", Class::REPUTED),
            ("work with a title", Class::WORK),
        ];
        let times =
            times.into_iter().flat_map(|(name, class)| particles(name).iter().map(move |w| (*w, class)));
        for (word, class) in lists.chain(times) {
            let marks = &mut frames.entry(word).or_default().1;
            *marks = marks.or(class);
        }
        for (lemma, what) in pairs(FRAMES) {
            frames.entry(lemma).or_default().0 = classes(what);
        }
        for entry in &mut self.entries {
            let Some(&(mut frame, mut marks)) = frames.get(entry.lemma) else { continue };
            if !entry.class.any(Class::VERB) {
                frame = frame.without(Class::INTRANSITIVE.or(Class::SAYS));
            }
            if !entry.class.any(Class::NOUN) {
                frame = frame.without(Class::FACT);
                marks = marks.without(Class::PERSON.or(Class::GROUP));
            }
            entry.class = entry.class.or(frame).or(marks);
        }
        for word in rows(ROLES).filter_map(|row| row.first().copied()) {
            for form in [word, &format!("{word}.")] {
                if let Ok(n) = find(&self.slots, hash(form.as_bytes())) {
                    let entry = &mut self.entries[n as usize];
                    entry.class = entry.class.or(Class::ROLE);
                }
            }
        }
    }

    /// Adds a lemma with its inflected forms.
    fn inflect(&mut self, lemma: &'static str, tags: &'static str, irregular: &[(&'static str, Class)]) {
        let has = |class: Class| irregular.iter().any(|(_, c)| c.any(class));
        for (rank, tag) in tags.split(' ').enumerate() {
            // "saved" and "leaving" were seldom tagged as adjective or noun: their verb says more.
            let count: u32 = tag.get(1..).and_then(|n| n.parse().ok()).unwrap_or(0);
            let derived = lemma.ends_with("ing") || lemma.ends_with("ed");
            let most = rank == 0 && (!derived || count >= 10);
            let leaning = |class: Class, lean: Class| if most { class.or(lean) } else { class };
            match tag.as_bytes().first() {
                Some(b'n') => {
                    let noun = leaning(Class::NOUN, Class::MOSTLY_NOUN);
                    self.add(lemma, noun, lemma);
                    if !has(Class::PLURAL) {
                        self.add_form(with_s, noun.or(Class::PLURAL), lemma);
                    }
                }
                Some(b'v') => {
                    let verb = leaning(Class::VERB, Class::MOSTLY_VERB);
                    self.add(lemma, verb.or(Class::BASE), lemma);
                    if !has(Class::THIRD) {
                        self.add_form(third, verb.or(Class::THIRD), lemma);
                    }
                    if !has(Class::PAST) {
                        self.add_form(with_ed, verb.or(Class::PAST).or(Class::PART), lemma);
                    }
                    if !has(Class::ING) {
                        self.add_form(with_ing, verb.or(Class::ING), lemma);
                    }
                    for (form, class) in irregular {
                        if !class.any(Class::PLURAL.or(Class::ADJ).or(Class::ADV)) {
                            self.add(form, verb.or(*class), lemma);
                        }
                    }
                }
                Some(b'a') => self.add(lemma, leaning(Class::ADJ, Class::MOSTLY_ADJ), lemma),
                Some(b'r') => self.add(lemma, leaning(Class::ADV, Class::MOSTLY_ADV), lemma),
                _ => {}
            }
        }
        for (form, class) in irregular {
            if class.any(Class::PLURAL) {
                self.add(form, Class::NOUN.or(*class), lemma);
            } else if class.any(Class::ADJ.or(Class::ADV)) {
                self.add(form, *class, lemma);
            }
        }
    }

    /// Adds the forms in -ed and -ing of a noun or adjective that is a verb too, where they are no other word: "gunned", not
    /// "bedding".
    fn derive(&mut self, lemma: &'static str, irregular: &[(&'static str, Class)]) {
        self.derive_form(lemma, irregular, with_ed, Class::PAST.or(Class::PART));
        self.derive_form(lemma, irregular, with_ing, Class::ING);
    }

    fn derive_form(
        &mut self,
        lemma: &'static str,
        irregular: &[(&'static str, Class)],
        make: fn(&str, &mut String),
        class: Class,
    ) {
        let mut form = String::new();
        match irregular.iter().find(|(_, c)| c.any(class)) {
            Some((listed, _)) => form.push_str(listed),
            None => make(lemma, &mut form),
        }
        if self.get(&form).is_none() {
            self.add(&form, Class::VERB.or(class), lemma);
        }
    }
}

fn ends_in_consonant_y(word: &str) -> bool {
    word.ends_with('y') && !matches!(word.bytes().rev().nth(1), Some(b'a' | b'e' | b'i' | b'o' | b'u'))
}

/// Appends `stem` and `end`.
fn join(out: &mut String, stem: &str, end: &str) {
    out.push_str(stem);
    out.push_str(end);
}

fn with_s(word: &str, out: &mut String) {
    if ends_in_consonant_y(word) {
        join(out, &word[..word.len() - 1], "ies");
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|e| word.ends_with(e)) {
        join(out, word, "es");
    } else {
        join(out, word, "s");
    }
}

/// The third person of a verb: "goes" and "vetoes", though nouns have "photos".
fn third(word: &str, out: &mut String) {
    let vowel = matches!(word.bytes().rev().nth(1), Some(b'a' | b'e' | b'i' | b'o' | b'u'));
    if word.ends_with('o') && !vowel {
        join(out, word, "es");
    } else {
        with_s(word, out);
    }
}

fn with_ed(word: &str, out: &mut String) {
    if word.ends_with('e') {
        join(out, word, "d");
    } else if ends_in_consonant_y(word) {
        join(out, &word[..word.len() - 1], "ied");
    } else {
        join(out, word, "ed");
    }
}

fn with_ing(word: &str, out: &mut String) {
    if let Some(stem) = word.strip_suffix("ie") {
        join(out, stem, "ying");
    } else if word.ends_with('e') && !word.ends_with("ee") && !word.ends_with("oe") && !word.ends_with("ye") {
        join(out, &word[..word.len() - 1], "ing");
    } else {
        join(out, word, "ing");
    }
}
