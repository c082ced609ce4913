//! Units of quantities: their names, the words that stand for them, and what converts into what.

use core::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{
    hash::{Map, Set},
    lexicon::{self, Shapes},
    mention::number::{Piece, with_lower},
};

/// What a quantity is measured or counted in, by name.
///
/// Names are singular and in lower case where they are words: `percent`, `percentage_point`, `km`, `hour`, `year`,
/// `square_mile`; dollars, pounds, euros and other unmistakable currencies carry their ISO 4217 code (`USD`), others
/// the plain word (`crown`, `peso`). Three names are no measures: `people` where persons are counted, `ratio` for
/// parts of a whole (`a third`, `one in five`), `times` for multiples (`twice`, `three times as many`), and `score`
/// for results of games and votes. Counts of other things have no unit.
///
/// ```
/// use corroborate::mention::quantity::quantities;
///
/// let unit = quantities("The lorry slid 80 metres.")[0].unit().unwrap();
/// assert_eq!(unit.name(), "m");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(&'static str);

impl Unit {
    /// Persons are counted.
    pub const PEOPLE: Self = Self("people");
    /// A part of a whole, in 0..=1.
    pub const RATIO: Self = Self("ratio");
    /// A multiple of something else.
    pub const TIMES: Self = Self("times");
    /// Goals, points, runs or votes of the one side and the other.
    pub const SCORE: Self = Self("score");
    pub(crate) const YEAR: Self = Self("year");
    pub(crate) const MAGNITUDE: Self = Self("magnitude");
    pub(crate) const GBP: Self = Self("GBP");
    pub(crate) const POUND_WEIGHT: Self = Self("pound_weight");

    /// The name of the unit.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.0
    }

    /// How the unit is measured, if it converts into others: its dimension, and its value in the dimension's base.
    pub(crate) fn measure(self) -> Option<Measure> {
        UNITS.measures.get(self.0).copied()
    }

    pub(crate) fn is_time(self) -> bool {
        self.measure().is_some_and(|m| m.dimension == "time")
    }

    pub(crate) fn is_money(self) -> bool {
        UNITS.money.contains_key(self.0)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        UNITS.names.get(name.as_str()).copied().ok_or_else(|| D::Error::custom(format!("no unit {name:?}")))
    }
}

/// Where a unit lies in its dimension: `(value + offset) * factor` is the value in the base unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measure {
    pub(crate) dimension: &'static str,
    factor: f64,
    offset: f64,
}

impl Measure {
    pub(crate) fn in_base(self, value: f64) -> f64 {
        (value + self.offset) * self.factor
    }
}

struct Units {
    /// By form, those of currencies too: the unit, and how many of it one of the form is.
    forms: Map<&'static str, (Unit, f64)>,
    currencies: Map<&'static str, (Unit, f64)>,
    measures: Map<&'static str, Measure>,
    money: Map<&'static str, ()>,
    names: Map<&'static str, Unit>,
    /// The first words of forms of several words, and what the second words of these look like.
    begins_longer: Set<&'static str>,
    seconds: Shapes,
    /// What the first words of forms look like, in the plural and with a stop too: most words after a number do not.
    shapes: Shapes,
    /// What currencies look like.
    money_shapes: Shapes,
}

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let read = |list| -> Map<&'static str, (Unit, f64)> {
        lexicon::rows(list)
            .filter_map(|row| match row[..] {
                [form, unit, factor] => Some((form, (Unit(unit), factor.parse().ok()?))),
                _ => None,
            })
            .collect()
    };
    let (units, currencies) = (read(lexicon::UNITS), read(lexicon::CURRENCIES));
    let mut forms = currencies.clone();
    forms.extend(units);
    let measures = lexicon::rows(lexicon::MEASURES).filter_map(|row| {
        let offset = row.get(3).and_then(|o| o.parse().ok()).unwrap_or_default();
        Some((row[0], Measure { dimension: row.get(1)?, factor: row.get(2)?.parse().ok()?, offset }))
    });
    let money = currencies.values().map(|(unit, _)| (unit.0, ())).collect();
    let own = [Unit::PEOPLE, Unit::RATIO, Unit::TIMES, Unit::SCORE, Unit::MAGNITUDE];
    let all = forms.values().chain(currencies.values()).map(|(u, _)| *u).chain(own);
    let names = all.map(|u| (u.0, u)).collect();
    let begins = forms.keys().flat_map(|form| form.split(['-', '/']).take(1).chain([*form]));
    let longer = forms.keys().filter(|form| form.contains(['-', '/']));
    let begins_longer = longer.clone().flat_map(|form| form.split(['-', '/']).take(1)).collect();
    let own = ["inches", "centuries", "pennies", "millennia"];
    let seconds = Shapes::new(longer.flat_map(|form| form.split(['-', '/']).nth(1)).chain(own), 3);
    let shapes = Shapes::new(begins.chain(own), 2);
    let money_shapes = Shapes::new(currencies.keys().copied(), 1);
    Units {
        shapes,
        money_shapes,
        begins_longer,
        seconds,
        measures: measures.collect(),
        money,
        names,
        forms,
        currencies,
    }
});

/// The unit that the pieces from `i` on name: the piece after it, the unit, and how many of it one is.
pub(crate) fn read(text: &str, pieces: &[Piece], i: usize) -> Option<(usize, Unit, f64)> {
    let words = pieces.get(i..)?;
    let first = words.first()?.span.of(text);
    if first.len() > ROOM || !UNITS.shapes.fit(first) {
        return None;
    }
    let longer = |w: &str| UNITS.begins_longer.contains(w) || UNITS.begins_longer.contains(singular(w));
    let second = words.get(1).map_or("", |p| p.span.of(text));
    let goes_on = second == "/" || second.eq_ignore_ascii_case("an") || UNITS.seconds.fit(second);
    let most = if goes_on && with_lower(first, |w| longer(w.trim_end_matches('.'))) { 3 } else { 1 };
    // The longest first: "square kilometres", "kilometres per hour", "Australian dollars".
    for n in (1..=words.len().min(most)).rev() {
        let parts = words.get(..n)?;
        if let Some((unit, factor)) = named(text, parts) {
            return Some((i + n, unit, factor));
        }
    }
    None
}

/// No part of a unit's name is longer, in bytes.
const ROOM: usize = 48;

/// The unit that exactly these pieces name.
fn named(text: &str, parts: &[Piece]) -> Option<(Unit, f64)> {
    let find = |form: &str| UNITS.forms.get(form).copied();
    match parts {
        [part] if !part.span.of(text).contains('-') && part.span.len() <= ROOM => {
            return with_lower(part.span.of(text), |w| {
                let w = w.trim_end_matches('.');
                find(w).or_else(|| find(singular(w)))
            });
        }
        _ => {}
    }
    let mut plain = String::new();
    let mut single = String::new();
    for (i, part) in parts.iter().enumerate() {
        let words = part.span.of(text);
        if words.len() > ROOM || i > 0 && words.starts_with([',', '.', ';', ')', '(']) {
            return None;
        }
        // "km/h" is written without hyphens in the list.
        if i > 0 && words != "/" && !plain.ends_with('/') {
            plain.push('-');
            single.push('-');
        }
        with_lower(words, |w| {
            let w = if w == "an" && i == 1 { "per" } else { w.trim_end_matches('.') };
            plain.push_str(w);
            single.push_str(singular(w));
        });
    }
    find(&plain).or_else(|| find(&single)).or_else(|| {
        // "Degrees celsius", "basis points": only the first or the last word is in the plural.
        let (first, rest) = plain.split_once('-')?;
        find(&format!("{}-{rest}", singular(first))).or_else(|| find(&format!("{first}-{}", singular(rest))))
    })
}

fn singular(word: &str) -> &str {
    match word {
        "inches" => "inch",
        "centuries" => "century",
        "pennies" => "penny",
        "millennia" => "millennium",
        _ => word.strip_suffix('s').filter(|w| w.len() > 1 && !w.ends_with('s')).unwrap_or(word),
    }
}

/// The currency that a mark or a word before a number stands for: `$`, `US$`, `Rs`, `EUR`.
pub(crate) fn currency(word: &str) -> Option<Unit> {
    if !UNITS.money_shapes.fit(word) {
        return None;
    }
    with_lower(word, |w| UNITS.currencies.get(w.trim_end_matches('.')).map(|(unit, _)| *unit))
}
