//! Quantities: how many, how much, how far, how old, with the unit and what is counted.
//!
//! Two reports that tell of one event agree in its numbers or they do not, so a number is worth nothing without what
//! it counts. [`quantities`] finds each quantity of a text, and [`Quantity::compare`] says whether two of them can both
//! be true.

mod compare;
mod counted;
mod fate;
mod guard;
mod measured;
mod range;
mod reader;
mod unit;
mod words;

use serde::{Deserialize, Serialize};

pub use compare::Agreement;
pub use unit::Unit;
pub(super) use words::is_person;

use fate::Toll;

use crate::{
    Span,
    lexicon::Class,
    token::{Token, tokens},
};

/// A number that a text states, with its unit, how exact it is, and what it counts or measures.
///
/// Ordinals, labels (`Flight 417`, `Room 101`), years, dates, clock times, telephone numbers and the pronoun `one` are
/// no quantities.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    span: Span,
    wide: Span,
    value: Value,
    unit: Option<Unit>,
    bound: Bound,
    #[serde(rename = "counted")]
    of: Option<Span>,
    /// A key of the noun that `of` points to, in its dictionary form: 0 where nothing is known.
    #[serde(rename = "noun")]
    counted: u64,
    /// What one more in its last digit that is written would add, where the number may stand for others that round to it: it has
    /// a scale word, a decimal stop or a unit. 0 for plain counts.
    step: f64,
    /// Whether it is how old somebody or something is, and not how long something lasts.
    #[serde(default)]
    age: bool,
    /// Whether it counts what comes to others of its sort: `another six`, `six more`.
    #[serde(default)]
    more: bool,
    /// What befell those whom it counts, all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    toll: Option<Toll>,
    /// The days to which it is a rate, `$22 million a year`: 0 where it is none, -1 where it is one to something else.
    #[serde(default, skip_serializing_if = "is_no_rate")]
    rate: f64,
    /// Whether the words say that the number is not quite reached: `nearly 600`.
    #[serde(default)]
    short: bool,
}

fn is_no_rate(rate: &f64) -> bool {
    *rate == 0.0
}

impl Quantity {
    /// The number with its unit or currency: `$3bn`, `40 percent`, `34-year-old`, `between 40 and 50`.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The span with the words that say how exact the number is: `more than 100`, `six more`, `10 or so`.
    #[must_use]
    pub const fn wide(&self) -> Span {
        self.wide
    }

    /// The number, in [`Quantity::unit`].
    #[must_use]
    pub const fn value(&self) -> Value {
        self.value
    }

    /// What the value is given in; `None` for counts of other things than persons.
    #[must_use]
    pub const fn unit(&self) -> Option<Unit> {
        self.unit
    }

    /// How the number bounds what it stands for.
    #[must_use]
    pub const fn bound(&self) -> Bound {
        self.bound
    }

    /// The noun that is counted or measured, where the text names it: `jobs` in `400 jobs`, `gravel` in `24 tonnes of
    /// gravel`, `painting` in `the painting fetched $2m`.
    #[must_use]
    pub const fn counted(&self) -> Option<Span> {
        self.of
    }

    /// The number, the lower end of a range, without its sign.
    pub(crate) const fn magnitude(&self) -> f64 {
        match self.value {
            Value::Number(v) | Value::Vague(v) | Value::Range(v, _) | Value::Score(v, _) => v.abs(),
        }
    }

    /// The number as it stands among the words: the lower end of a range.
    pub(crate) const fn number(&self) -> f64 {
        match self.value {
            Value::Number(v) | Value::Vague(v) | Value::Range(v, _) | Value::Score(v, _) => v,
        }
    }

    /// Whether it is how old somebody or something is, and not how long something lasts.
    #[must_use]
    pub const fn is_age(&self) -> bool {
        self.age
    }

    /// Whether it counts what comes to others of its sort: `another six`, `six more`.
    pub(crate) const fn is_more(&self) -> bool {
        self.more
    }

    /// Whether this and `other` count those whom one thing befell, each all of them, and cannot both be right.
    pub(crate) fn toll_differs(&self, other: &Self) -> bool {
        fate::differs(self, other)
    }

    /// Whether that may be because time has passed from this to `later`.
    pub(crate) fn toll_moves(&self, later: &Self) -> bool {
        fate::moves(self, later)
    }

    /// Whether this and `other` are of one kind, so that the same number in both says something, in 0..=1.
    pub(crate) fn kinship(&self, other: &Self) -> f32 {
        compare::kinship(self, other)
    }

    /// Whether this and `other` are one number put in two ways: in another unit, rounded, as a bound. "At least 30" is not "at least
    /// 31".
    pub(crate) fn is_put_otherwise(&self, other: &Self) -> bool {
        compare::is_put_otherwise(self, other)
    }

    /// Whether this and `other` may be of one thing as far as their units and nouns tell, so that unlike numbers could tell that they are
    /// not: people and people, metres and feet, sums in one currency.
    pub(crate) fn is_of_sort(&self, other: &Self) -> bool {
        compare::is_of_sort(self, other)
    }

    /// How near this and `other` are, which agree, in 0..=1: 1 where they are the same number.
    pub(crate) fn nearness(&self, other: &Self) -> f32 {
        compare::nearness(self, other)
    }

    /// Whether it only says again in another unit or currency what `before` said right before it: `75 litres (20 gallons)`.
    pub(crate) fn restates(&self, before: &Self, text: &str) -> bool {
        let money = |q: &Self| q.unit.is_some_and(Unit::is_money);
        let between = text.get(before.span.end..self.wide.start).unwrap_or_default().trim();
        matches!(between, "(" | ", or" | "or" | "/")
            && self.unit != before.unit
            && (money(self) && money(before) || self.compare(before) == Agreement::Agree)
    }

    /// Whether this and `other` are said of the same noun; `None` where one is said of nothing known.
    pub(crate) fn counts_same(&self, other: &Self) -> Option<bool> {
        (self.counted != 0 && other.counted != 0).then_some(self.counted == other.counted)
    }

    /// Whether this and `other`, from the same text or another, can both be true of one thing.
    ///
    /// Quantities in one unit, or in units that convert (km and miles, litres and gallons), are compared as intervals:
    /// `nearly 400` covers 396, `more than 5,000` covers 5,100, `1.4 million` covers 1,412,000. Counts are compared
    /// only if they count the same noun; everything else is [`Agreement::Incomparable`].
    ///
    /// ```
    /// use corroborate::mention::quantity::{Agreement, quantities};
    ///
    /// let compare = |a, b| quantities(a)[0].compare(&quantities(b)[0]);
    /// assert_eq!(compare("nearly 400 homes burned", "396 homes burned"), Agreement::Agree);
    /// assert_eq!(compare("4,200 evacuees came", "6,000 evacuees came"), Agreement::Differ);
    /// assert_eq!(compare("It is 5 km away.", "It is three miles away."), Agreement::Agree);
    /// assert_eq!(compare("nearly 600 boats came", "more than 600 boats came"), Agreement::Differ);
    /// assert_eq!(compare("12 homes burned", "40 boats sank"), Agreement::Incomparable);
    /// ```
    #[must_use]
    pub fn compare(&self, other: &Self) -> Agreement {
        compare::compare(self, other)
    }
}

/// The number of a [`Quantity`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Value {
    /// One number. A ratio is in 0..=1, a percentage in percent.
    Number(f64),
    /// From the lower to the upper number, both included.
    Range(f64, f64),
    /// The result of a game or a vote, in the order of the text.
    Score(f64, f64),
    /// Some number of this order of magnitude: 12 for `dozens`, 1,000 for `thousands`.
    Vague(f64),
}

/// How the number of a [`Quantity`] bounds what it stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// As stated: `396`, `only 12`, `exactly 1,000`.
    #[default]
    Exact,
    /// Near the number: `about`, `nearly`, `some`, `an estimated`.
    About,
    /// The number or more: `at least`, `more than`, `over`.
    AtLeast,
    /// The number or less: `up to`, `as many as`, `fewer than`.
    AtMost,
}

/// The quantities of `text`, in order.
///
/// ```
/// use corroborate::mention::quantity::{Bound, Value, quantities};
///
/// let text = "More than 100 passengers paid $1.4m between them.";
/// let found = quantities(text);
/// assert_eq!(found[0].span().of(text), "100");
/// assert_eq!(found[0].wide().of(text), "More than 100");
/// assert_eq!(found[0].bound(), Bound::AtLeast);
/// assert_eq!(found[0].counted().unwrap().of(text), "passengers");
/// assert_eq!(found[1].value(), Value::Number(1_400_000.0));
/// assert_eq!(found[1].unit().unwrap().name(), "USD");
/// ```
#[must_use]
pub fn quantities(text: &str) -> Vec<Quantity> {
    let tokens = tokens(text, Span::new(0, text.len()));
    let dates = super::date::in_tokens(text, &tokens, None);
    in_tokens(text, &tokens, dates.iter().map(|d| d.span()))
}

/// What a word of every quantity can be.
pub(crate) const MAY_HOLD: Class = Class::NUMERAL.or(Class::AMOUNT).or(Class::PERIOD).or(Class::COMPOUND);

/// The quantities of the words that `tokens` cover, without those inside `dates` (spans that rise).
pub(crate) fn in_tokens(
    text: &str,
    tokens: &[Token],
    dates: impl IntoIterator<Item = Span>,
) -> Vec<Quantity> {
    reader::Reader::new(text, tokens).read(dates.into_iter())
}
