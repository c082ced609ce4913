//! Dates counted from another date, and feasts: `three days ago`, `the next day`, `New Year’s Eve`.

use super::{
    calendar::{self, Days, back, containing, shift},
    reader::{Read, Reader},
    tense::Direction,
    term::{Feast, Period, TERMS, Term},
};
use crate::{
    lexicon::{Class, kept_particles},
    mention::number::{self, Sort, with_lower},
    token::TokenKind,
};
use jiff::civil::Weekday;

/// How far before "two days later" its date may stand, in bytes: about two sentences.
const REACH: usize = 400;
/// How many days before a feast "before" it means the coming one, whatever the tense.
const COMING: i32 = 31;

impl Reader<'_> {
    /// `three days ago`, `a year ago today`, `two weeks earlier`, `a month later`.
    pub(super) fn counted(&mut self, i: usize) -> Option<Read> {
        let (n, at) = if self.is(i, &["a", "an"]) && matches!(self.term(i + 1), Some(Term::Period(_))) {
            (1.0, i + 1)
        } else if self.is(i, &["half"]) && self.is(i + 1, &["a"]) {
            return None;
        } else {
            // A unit of time follows the number, which is short.
            let mut behind = self.tokens.iter().skip(i + 1).take(number::WINDOW);
            let counts = behind.any(|t| t.is(Class::DATE));
            if !counts || !number::may_start(self.text, self.tokens.get(i)?) {
                return None;
            }
            number::pieces(self.text, self.tokens, i, &mut self.pieces);
            let number = number::read(self.text, &self.pieces, 0).filter(|n| n.sort == Sort::Count)?;
            (number.value, self.pieces.get(number.end)?.token)
        };
        let Some(Term::Period(period)) = self.term(at) else { return None };
        if n.fract() != 0.0 || !(1.0..=10_000.0).contains(&n) {
            return None;
        }
        // The cast is exact: a whole number of at most ten thousand.
        #[allow(clippy::cast_possible_truncation)]
        let n = n as i64;
        let end = at + 2;
        match self.term(at + 1)? {
            Term::Ago => {
                let today = self.published;
                if self.is(end, &["today"]) {
                    let day = today.and_then(|t| back(t, period, n));
                    return Some((end + 1, day.map(|d| (d, d))));
                }
                let days = today.and_then(|t| {
                    let day = back(t, period, n)?;
                    let whole = match period {
                        Period::Day | Period::Night => return Some((day, day)),
                        Period::Fortnight => Period::Week,
                        Period::Decade | Period::Century => Period::Year,
                        other => other,
                    };
                    containing(day, whole)
                });
                Some((end, days))
            }
            which @ (Term::Earlier | Term::Later) => {
                // "Two years earlier than planned" compares, and gives no date.
                if self.is(end, &["than"]) {
                    return None;
                }
                let anchor = self.anchor(i)?;
                Some((end, shift(anchor, period, if which == Term::Later { n } else { -n })))
            }
            _ => None,
        }
    }

    /// `the next day`, `the same day`, `the day before`, `the following week`, `the previous year`.
    pub(super) fn anchored(&self, i: usize) -> Option<Read> {
        if !self.is(i, &["the"]) {
            return None;
        }
        let n = match self.term(i + 1)? {
            Term::Next | Term::Following => 1,
            Term::Previous => -1,
            Term::Same => 0,
            Term::Period(period @ (Period::Day | Period::Week | Period::Month | Period::Year)) => {
                // "The day before the vote" hangs on the vote.
                let n = match self.word(i + 2) {
                    "before" => -1,
                    "after" => 1,
                    _ => return None,
                };
                let ends =
                    self.tokens.get(i + 3).is_none_or(|t| t.kind == TokenKind::Mark || t.is(Class::COORD));
                if !ends
                    || self
                        .is(i + 1, &["days", "weeks", "months", "years", "morning", "evening", "afternoon"])
                {
                    return None;
                }
                return Some((i + 3, shift(self.anchor(i)?, period, n)));
            }
            _ => return None,
        };
        let Some(Term::Period(period)) = self.term(i + 2) else { return None };
        if self.is(i + 2, &["days", "weeks", "months", "years", "decades"])
            || matches!(period, Period::Quarter | Period::Half | Period::Weekend)
        {
            return None;
        }
        let anchor = self.anchor(i)?;
        let days = match period {
            Period::Day | Period::Night => shift(anchor, Period::Day, n),
            _ => shift((anchor.0, anchor.0), period, n).and_then(|d| containing(d.0, period)),
        };
        Some((i + 3, days))
    }

    /// The date that "later" and "the next day" count from: the nearest one before token `i`. Far from any date they
    /// count from what happened, whenever that was.
    pub(super) fn anchor(&self, i: usize) -> Option<Days> {
        let start = self.tokens.get(i)?.span.start;
        self.found.last().filter(|d| start - d.span.end.min(start) < REACH).and_then(|d| d.days)
    }

    /// `Christmas Day`, `New Year's Eve`, and names such as "Black Monday" that are no dates: then nothing inside.
    pub(super) fn feast(&self, i: usize) -> Option<(usize, Option<Option<Days>>)> {
        let the = usize::from(self.is(i, &["the"]));
        let first = self.tokens.get(i + the)?;
        if !first.is_word() || !first.is(Class::CAPITAL) || !first.is(Class::DATE) {
            return None;
        }
        let names = with_lower(first.span.of(self.text), |w| TERMS.feasts.get(w))?;
        let (len, feast) = names.iter().find_map(|(rest, feast)| {
            let mut at = i + the + 1;
            for word in rest {
                let (stem, clitic) = word.split_once('\'').map_or((*word, ""), |(s, c)| (s, c));
                let same =
                    with_lower(self.word(at), |w| w.trim_end_matches('.') == stem.trim_end_matches('.'));
                if !same {
                    return None;
                }
                at += 1;
                at += usize::from(!clitic.is_empty() || word.ends_with('\''));
            }
            Some((at, *feast))
        })?;
        let mut end = len;
        // "An office Christmas party" is of a kind, whenever it was.
        let kind = len == i + the + 1
            && self.term(len).is_none()
            && self.tokens.get(len).is_some_and(|t| {
                t.is_word()
                    && t.is(Class::NOUN)
                    && !t.is(Class::MOSTLY_VERB
                        .or(Class::AUX)
                        .or(Class::PREP)
                        .or(Class::ADV)
                        .or(Class::POSSESSIVE))
            });
        if kind {
            return Some((len, None));
        }
        let of = usize::from(self.is(end, &[","]));
        let year = self.year_at(end + of);
        if year.is_some() {
            end += of + 1;
        }
        let in_year = |year: i16| match feast {
            Feast::On(month, day) => calendar::day(year, month, day),
            Feast::Nth { n, weekday, month, plus } => {
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                calendar::plus_days(calendar::nth_weekday(year, month, n, weekday)?, plus)
            }
            Feast::Easter(n) => calendar::plus_days(calendar::easter(year)?, n),
            Feast::Never => None,
        };
        if matches!(feast, Feast::Never) {
            return Some((end, None));
        }
        let day = match (year, self.published) {
            (Some(year), _) => in_year(year),
            (None, Some(today)) => {
                let this = in_year(today.year());
                // "Wanted it before Christmas", told a few weeks before: the last one would be called so.
                let near = this.is_some_and(|d| {
                    let days = d.since((jiff::Unit::Day, today)).map_or(0, |span| span.get_days());
                    (0..=COMING).contains(&days)
                        && self.before_is(i, kept_particles!("before a coming feast"))
                });
                match self.direction(i, end) {
                    Direction::Past if near => this,
                    Direction::Past => this.filter(|d| *d <= today).or_else(|| in_year(today.year() - 1)),
                    Direction::Future => this.filter(|d| *d >= today).or_else(|| in_year(today.year() + 1)),
                }
            }
            _ => None,
        };
        Some((end, Some(day.map(|d| (d, d)))))
    }
}
