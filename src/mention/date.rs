//! Dates: when, as a closed interval of calendar days, resolved against the day a report was published.
//!
//! News says `on Thursday`, `last month`, `three years ago` and `the early 1990s` far more often than it gives a date in full. What
//! is meant depends on the day of the report and, for a bare weekday or month, on the tense of its verb: `on Thursday` was in a
//! sentence in the past and will be in one that plans. Days are of the civil calendar, without clock or time zone: clock times are no
//! dates here. A duration (`for three years`) and an age are quantities, not dates.

mod calendar;
mod day;
mod period;
mod reader;
mod relative;
mod tense;
mod term;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::quantity::Agreement;
use crate::{
    Span,
    lexicon::Class,
    token::{Token, tokens},
};

/// Words that name a day or a period, and the days they mean.
///
/// ```
/// use corroborate::{Date, mention::date::dates};
///
/// let text = "The bridge closed on Nov. 3 and reopened in 2021.";
/// let found = dates(text, Some(Date::constant(2023, 11, 17)));
/// assert_eq!(found[0].span().of(text), "Nov. 3");
/// assert_eq!(found[0].start(), Some(Date::constant(2023, 11, 3)));
/// assert_eq!(found[1].end(), Some(Date::constant(2021, 12, 31)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateExpression {
    span: Span,
    days: Option<(Date, Date)>,
}

impl DateExpression {
    /// The words, without a preposition before them.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The first day; `None` where only the report's own date could tell, and it was not given.
    #[must_use]
    pub fn start(&self) -> Option<Date> {
        self.days.map(|d| d.0)
    }

    /// The last day, which belongs to the period.
    #[must_use]
    pub fn end(&self) -> Option<Date> {
        self.days.map(|d| d.1)
    }

    /// Whether this and `other`, from the same text or another, can mean the same time: they agree where they share
    /// a day, and differ where they share none.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Agreement {
        match (self.days, other.days) {
            (Some((a1, a2)), Some((b1, b2))) if a1 <= b2 && b1 <= a2 => Agreement::Agree,
            (Some(_), Some(_)) => Agreement::Differ,
            _ => Agreement::Incomparable,
        }
    }
}

/// The date expressions of `text`, in order, resolved against the day on which it was `published`.
///
/// Without that day, only dates with a year of their own are resolved; the others are kept without days.
///
/// ```
/// use corroborate::{Date, mention::date::dates};
///
/// let text = "The port was closed on Monday and will open on Friday.";
/// let found = dates(text, Some(Date::constant(2025, 3, 5))); // a Wednesday
/// assert_eq!(found[0].start(), Some(Date::constant(2025, 3, 3)));
/// assert_eq!(found[1].start(), Some(Date::constant(2025, 3, 7)));
/// assert_eq!(dates(text, None)[0].start(), None);
/// ```
#[must_use]
pub fn dates(text: &str, published: Option<Date>) -> Vec<DateExpression> {
    let tokens = tokens(text, Span::new(0, text.len()));
    in_tokens(text, &tokens, published)
}

/// What a word of every date expression can be.
pub(crate) const MAY_HOLD: Class =
    Class::MONTH.or(Class::WEEKDAY).or(Class::DATE).or(Class::NUMERAL).or(Class::COMPOUND);

/// The date expressions of the words that `tokens` cover.
pub(crate) fn in_tokens(text: &str, tokens: &[Token], published: Option<Date>) -> Vec<DateExpression> {
    reader::Reader::new(text, tokens, published).read()
}
