//! What befell the people whom a quantity counts: the toll by which a story of harm is told, and which rises from report to report.

use serde::{Deserialize, Serialize};

use super::{
    Agreement, Quantity, Unit, compare,
    counted::{Context, Place},
    words,
};
use crate::{
    hash::hash,
    lexicon::{Class, kept_particles},
};

/// What befell people, as `fates.txt` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Fate {
    Dead,
    Hurt,
    Missing,
    Held,
    Saved,
    Away,
}

impl Fate {
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "dead" => Self::Dead,
            "hurt" => Self::Hurt,
            "missing" => Self::Missing,
            "held" => Self::Held,
            "saved" => Self::Saved,
            "away" => Self::Away,
            _ => return None,
        })
    }
}

/// What befell those whom a quantity counts, all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Toll {
    fate: Fate,
    /// Whether it counts whomever it befell, and not only the children or the sailors among them.
    anybody: bool,
}

/// See [`Quantity::toll_differs`].
pub(super) fn differs(a: &Quantity, b: &Quantity) -> bool {
    let (Some(x), Some(y)) = (a.toll, b.toll) else { return false };
    let same = x.anybody && y.anybody || a.counted != 0 && a.counted == b.counted;
    let as_people = |q: &Quantity| Quantity { unit: Some(Unit::PEOPLE), counted: a.counted, ..*q };
    x.fate == y.fate && same && compare::compare(&as_people(a), &as_people(b)) == Agreement::Differ
}

/// Whether a toll can have come from the one to the other: who is missing is found, who is dead stays so.
pub(super) fn moves(earlier: &Quantity, later: &Quantity) -> bool {
    let rises = earlier.magnitude() < later.magnitude();
    differs(earlier, later)
        && (rises || earlier.toll.is_some_and(|t| !matches!(t.fate, Fate::Dead | Fate::Hurt)))
}

/// How far the verb that tells what befell people may stand from them, in words.
const REACH: usize = 8;

impl Context<'_> {
    /// What befell all those whom `quantity` counts, if that is told beside the number.
    pub(super) fn toll(&self, quantity: &Quantity, place: Place) -> Option<Toll> {
        let people = quantity.unit == Some(Unit::PEOPLE);
        if quantity.age
            || !(people || quantity.unit.is_none())
            || quantity.more
            || self.is(place.next, &["of"])
        {
            return None;
        }
        let noun = quantity.of.map(|of| self.tokens.partition_point(|t| t.span.start < of.start));
        let (fate, anybody) = match noun.filter(|&i| i >= place.next) {
            // "Eight lives".
            Some(i) if self.fate(i).is_some() => (self.fate(i), true),
            Some(i) if people => {
                let anybody = self.is(i, &["people", "persons", "person"]);
                (self.fate_after(i + 1).or_else(|| self.fate_before(place)), anybody)
            }
            Some(_) => (None, false),
            // "Three survived" speaks of those who were named.
            None if self.before_is(place.from, kept_particles!("speaks of them")) => (None, false),
            // "Killed 24", "11 are missing", "the toll rose to 24".
            None => {
                let fate = self.fate_after(place.next).or_else(|| self.fate_before(place));
                (fate.or_else(|| self.number_of(noun?, place)).or_else(|| self.summed(quantity, place)), true)
            }
        };
        fate.map(|fate| Toll { fate, anybody })
    }

    /// What token `i` says of those of whom it is said.
    fn fate(&self, i: usize) -> Option<Fate> {
        let token = self.tokens.get(i)?;
        self.lemma(i, words::fate).or_else(|| words::fate(token.span.of(self.text)))
    }

    /// Whether it counts what comes to others of its sort: "another six died", "six more".
    pub(super) fn is_more(&self, place: Place) -> bool {
        let more = kept_particles!("one more");
        self.is(place.next, more) || self.before_is(place.from, more) || self.before_is(place.next, more)
    }

    /// What befell those whom the number at `noun` is of: "the number of people killed rose to six".
    fn number_of(&self, noun: usize, place: Place) -> Option<Fate> {
        if !self.is(noun + 1, &["of"]) || !self.is_result(place) {
            return None;
        }
        let noun = self.phrase_head(noun + 2)?;
        self.fate(noun).or_else(|| self.fate_after(noun + 1))
    }

    /// What befell those whom the toll is of: "the toll rises to six".
    fn summed(&self, quantity: &Quantity, place: Place) -> Option<Fate> {
        (quantity.counted == hash(b"dead") && self.is_result(place)).then_some(Fate::Dead)
    }

    /// Whether the number is what something has come to, and not the next of a list.
    fn is_result(&self, place: Place) -> bool {
        place
            .from
            .checked_sub(1)
            .is_some_and(|i| self.class(i).any(Class::PREP.or(Class::TO).or(Class::VERB)))
    }

    /// What is told of the people before token `i`: "have died", "were still unaccounted for", "who have not been found".
    fn fate_after(&self, i: usize) -> Option<Fate> {
        let (mut denied, mut aside) = (false, false);
        for j in i..(i + REACH).min(self.tokens.len()) {
            let class = self.class(j);
            if !self.tokens[j].is_word() {
                return None;
            }
            if let Some(fate) = self.fate(j).filter(|_| !aside || class.any(Class::VERB)) {
                // "Five perished in their cars", and others elsewhere.
                let apart = (j + 1..j + 4).any(|k| self.class(k).any(Class::POSSDET));
                return Some(fate).filter(|_| !denied && !apart);
            }
            if class.any(Class::NEG) {
                denied = true;
            } else if class.any(Class::PREP) {
                aside = true;
            } else if self.is(j, kept_particles!("seen again")) {
                return denied.then_some(Fate::Missing);
            } else if class.any(Class::VERB)
                && !class.any(Class::AUX)
                && !self.is(j, kept_particles!("known to be"))
            {
                // Nouns of the phrase between may be verbs elsewhere.
                if !(aside && class.any(Class::NOUN)) {
                    return None;
                }
            } else if class.any(Class::COORD.or(Class::MODAL)) {
                return None;
            }
        }
        None
    }

    /// What the verb before the number does to those whom it counts: "killed at least 11 people". Who saves a dozen does not save all.
    fn fate_before(&self, place: Place) -> Option<Fate> {
        let verb = place.from.checked_sub(1)?;
        let class = self.class(verb);
        let active = class.any(Class::VERB) && !(class.any(Class::PREP) || self.before_is(verb, &["not"]));
        self.fate(verb).filter(|fate| active && *fate != Fate::Saved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tolls_count_all_whom_it_befell() {
        let fate = |text: &str| {
            let found = super::super::quantities(text);
            assert!(!found.is_empty(), "{text}");
            found.last().and_then(|q| q.toll).map(|t| t.fate)
        };
        let whole = [
            ("Three people have died.", Fate::Dead),
            ("The blast killed at least 11 people.", Fate::Dead),
            ("Seven souls lost", Fate::Dead),
            ("The death toll rose to 12 on Monday.", Fate::Dead),
            ("The number of people killed in the fire rose to six.", Fate::Dead),
            ("It sank with the loss of eight lives.", Fate::Dead),
            ("Three dead, 11 missing", Fate::Missing),
            ("Nine people who have not been found", Fate::Missing),
            ("Some 40 people were treated and 12 injured.", Fate::Hurt),
            ("Police said 14 people had been arrested.", Fate::Held),
            ("About 200 people were rescued.", Fate::Saved),
        ];
        for (text, want) in whole {
            assert_eq!(fate(text), Some(want), "{text}");
        }
        let others = [
            "Six of the dead were from Tarn.",
            "Another three people died overnight.",
            "Three more people were killed.",
            "The blast killed no one and destroyed 12 homes.",
            "Some 300 people protested after the men were killed.",
            "Eight people were not hurt.",
            "A woman of 71 died.",
            "Five perished in their cars.",
            "All three survived.",
            "A fisherman rescued 14 people.",
        ];
        for text in others {
            assert_eq!(fate(text), None, "{text}");
        }
    }
}
