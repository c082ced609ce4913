//! Days and months: `July 3, 1961`, `last Friday`, `mid-January`, `yesterday`.

use super::{
    calendar::{self, cut},
    reader::{Read, Reader},
    tense::Direction,
    term::{Period, TERMS, Term},
};
use crate::{
    lexicon::{Class, kept_particles},
    mention::number::with_lower,
    token::TokenKind,
};
use jiff::civil::Date;

/// How many days ago a day of the week was that is nearer than its next.
const JUST_PAST: i64 = 3;

/// How many days ahead a day of a month is taken for the coming one, whatever the tense.
const SOON: i32 = 40;

impl Reader<'_> {
    /// `2019-11-05`, `11/23/2022`.
    pub(super) fn iso(&self, i: usize) -> Option<Read> {
        let number = |n: usize| -> Option<i16> {
            let token = self.tokens.get(i + n)?;
            (token.kind == TokenKind::Number && (n == 0 || self.glued(i + n)))
                .then(|| self.word(i + n).parse().ok())?
        };
        let mark =
            |n: usize, c: char| self.glued(i + n) && self.tokens.get(i + n).is_some_and(|t| t.is_mark(c));
        let (a, b, c) = (number(0)?, number(2)?, number(4)?);
        let small = |n: i16| i8::try_from(n).ok();
        let date = if mark(1, '-') && mark(3, '-') && a >= 1000 {
            calendar::day(a, small(b)?, small(c)?)
        } else if mark(1, '/') && mark(3, '/') && c >= 1000 {
            // Month first, as in the United States, unless that is no month.
            let (month, day) = if a > 12 { (b, a) } else { (a, b) };
            calendar::day(c, small(month)?, small(day)?)
        } else {
            None
        }?;
        Some((i + 5, Some((date, date))))
    }

    /// `Monday`, `last Friday`, `Tuesday, Aug. 8`, `Monday, June 5, 2023`.
    pub(super) fn weekday(&mut self, i: usize) -> Option<Read> {
        let (at, which) = match self.term(i)? {
            Term::Weekday(_) => (i, None),
            which @ (Term::Last | Term::This | Term::Next) => (i + 1, Some(which)),
            _ => return None,
        };
        let Some(Term::Weekday(weekday)) = self.term(at) else { return None };
        if self.before_is(i, &["every", "each"]) {
            return None;
        }
        let mut end = at + 1;
        let comma = usize::from(self.is(end, &[","]));
        let dated = self.day_month(end + comma).or_else(|| {
            matches!(self.term(end + comma), Some(Term::Month(_)))
                .then(|| self.month_day(end + comma))
                .flatten()
        });
        if let Some((end, days)) = dated {
            return Some((end, days));
        }
        // "Next Tuesday", "Tuesday next week".
        let mut which = which;
        if let (Some(w @ (Term::Last | Term::Next)), Some(Term::Period(Period::Week))) =
            (self.term(end), self.term(end + 1))
        {
            end += 2;
            let monday = self.published.and_then(calendar::week).map(|w| w.0);
            let shift = if w == Term::Last { -7 } else { 7 };
            let day = monday.and_then(|m| calendar::plus_days(m, shift + i64::from(weekday) - 1));
            return Some((end, day.map(|d| (d, d))));
        }
        if self.is(end, &["last", "past"])
            && !self.is(end + 1, &["week", "month", "year"])
            && matches!(self.term(end), Some(Term::Last))
            && which.is_none()
            && self.tokens.get(end + 1).is_none_or(|t| t.kind == TokenKind::Mark)
        {
            which = Some(Term::Last);
            end += 1;
        }
        // "He was asked at noon that Saturday" hangs on the day the story tells of.
        let ends = self.tokens.get(end).is_none_or(|t| t.kind == TokenKind::Mark && !t.is(Class::POSSESSIVE));
        if which.is_none() && ends && self.before_is(i, &["that"]) {
            return Some((end, None));
        }
        let day = self.published.and_then(|today| match which {
            Some(Term::Last) => calendar::on_or_before(calendar::plus_days(today, -1)?, weekday),
            Some(Term::Next) => calendar::on_or_after(calendar::plus_days(today, 1)?, weekday),
            Some(_) => calendar::on_or_after(today, weekday),
            // "Thursday's judgment stands": what is told in the present of a day just past.
            None if self.tokens.get(end).is_some_and(|t| t.is(Class::POSSESSIVE)) => {
                let recent = calendar::on_or_before(today, weekday);
                let near = recent.filter(|d| calendar::plus_days(*d, JUST_PAST).is_some_and(|d| d >= today));
                match self.direction_near(i, end, near) {
                    Direction::Past => recent,
                    Direction::Future => calendar::on_or_after(today, weekday),
                }
            }
            None => match self.direction(i, end) {
                Direction::Past => calendar::on_or_before(today, weekday),
                Direction::Future => calendar::on_or_after(today, weekday),
            },
        });
        Some((end, day.map(|d| (d, d))))
    }

    /// `July 3, 1961`, `Feb. 28`.
    pub(super) fn month_day(&self, i: usize) -> Option<Read> {
        let Some(Term::Month(month)) = self.term(i) else { return None };
        let (day, mut end) = self.day_number(i + 1)?;
        // "In May 20 people died": what is counted follows.
        let counted = self
            .tokens
            .get(end)
            .is_some_and(|t| t.is_word() && t.is(Class::PLURAL) && t.is(Class::NOUN) && !t.is(Class::AUX));
        if counted && self.before_is(i, &["in"]) || self.is(end, &["percent", "%", "per"]) {
            return None;
        }
        let mut year = None;
        let comma = usize::from(self.is(end, &[","]));
        if let Some(y) = self.year_at(end + comma) {
            year = Some(y);
            end += comma + 1;
        }
        let date = self.day_of_year(i, end, month, day, year);
        Some((end, date.map(|d| (d, d))))
    }

    /// `3 July 1961`, `the 9th of May`.
    pub(super) fn day_month(&self, i: usize) -> Option<Read> {
        let at = i + usize::from(self.is(i, &["the"]));
        let (day, mut end) = self.day_number(at)?;
        if self.is(end, &["of"]) {
            end += 1;
        } else if at > i && end == at + 1 {
            return None;
        }
        let Some(Term::Month(month)) = self.term(end) else { return None };
        end += 1;
        let year = self.year_at(end);
        end += usize::from(year.is_some());
        if year.is_none() && self.is(end, &[","]) {
            if let Some(y) = self.year_at(end + 1) {
                let date = calendar::day(y, month, day);
                return Some((end + 2, date.map(|d| (d, d))));
            }
        }
        let date = self.day_of_year(i, end, month, day, year);
        Some((end, date.map(|d| (d, d))))
    }

    /// `August 12-14`, `12 to 14 August`, `Aug. 29-30, 2022`.
    pub(super) fn days_of_month(&self, i: usize) -> Option<Read> {
        let day_to = |at: usize| -> Option<(i8, i8, usize)> {
            let (low, next) = self.day_number(at)?;
            let joint = self.word(next);
            if !(matches!(joint, "-" | "–") && self.glued(next)
                || matches!(joint, "to" | "and") && !self.glued(next))
            {
                return None;
            }
            let (high, end) = self.day_number(next + 1)?;
            (low < high).then_some((low, high, end))
        };
        let (month, low, high, mut end) = match self.term(i) {
            Some(Term::Month(month)) => {
                let (low, high, end) = day_to(i + 1)?;
                // "June 5 and 6" is two days, "June 5 and 400 others" is one.
                (month, low, high, end)
            }
            _ => {
                let (low, high, end) = day_to(i)?;
                let Some(Term::Month(month)) = self.term(end) else { return None };
                (month, low, high, end + 1)
            }
        };
        let mut year = None;
        let comma = usize::from(self.is(end, &[","]));
        if let Some(y) = self.year_at(end + comma) {
            year = Some(y);
            end += comma + 1;
        }
        let resolved = self.day_of_year(i, end, month, low, year).and_then(|a| {
            let b = calendar::day(a.year(), month, high)?;
            Some((a, b))
        });
        Some((end, resolved))
    }

    /// The day of `month` nearest in the direction of the tense; the report's own day counts.
    pub(super) fn day_of_year(
        &self,
        first: usize,
        end: usize,
        month: i8,
        day: i8,
        year: Option<i16>,
    ) -> Option<Date> {
        if let Some(year) = year {
            return calendar::day(year, month, day);
        }
        let today = self.published?;
        let this = calendar::day(today.year(), month, day);
        let last = this.filter(|d| *d <= today).or_else(|| calendar::day(today.year() - 1, month, day));
        let past = self.direction_near(first, end, last) == Direction::Past
            && !(self.before_is(first, kept_particles!("before a day ahead"))
                && self.soon(today, month, day));
        match this {
            Some(date) if past && date <= today || !past && date >= today => Some(date),
            // The 29th of February: the nearest year that has one.
            _ => (1..=8).find_map(|n| calendar::day(today.year() + if past { -n } else { n }, month, day)),
        }
    }

    /// Whether the day of the month comes within weeks: the last one, nearly a year ago, would be told with its year.
    fn soon(&self, today: Date, month: i8, day: i8) -> bool {
        let next =
            [today.year(), today.year() + 1].into_iter().filter_map(|year| calendar::day(year, month, day));
        let days = |d: Date| d.since((jiff::Unit::Day, today)).map_or(i32::MAX, |span| span.get_days());
        next.map(days).any(|n| (1..=SOON).contains(&n))
    }

    /// `January`, `last June`, `early next month`, `mid-March 2020`, `July 2021`, `June 5`.
    pub(super) fn month(&mut self, i: usize) -> Option<Read> {
        if let Some(read) = self.month_day(i) {
            return Some(read);
        }
        let mut at = i;
        let mut part = None;
        let mut which = None;
        // "Mid-January" is one token.
        let hyphened = self.hyphened(i);
        if let Some((p, Term::Month(month))) = hyphened {
            return self.month_of(i, i + 1, month, Some(p), None);
        }
        loop {
            match self.term(at)? {
                Term::Month(month) => return self.month_of(i, at + 1, month, part, which),
                p @ (Term::Early | Term::Mid | Term::Late) if at == i => part = Some(p),
                w @ (Term::Last | Term::This | Term::Next) if which.is_none() => which = Some(w),
                Term::Period(Period::Month) if which.is_some() => {
                    let today = self.published;
                    let shift = match which {
                        Some(Term::Last) => -1,
                        Some(Term::Next) => 1,
                        _ => 0,
                    };
                    let days = today.and_then(|t| {
                        let m = calendar::plus_months(t.first_of_month(), shift)?;
                        cut((m, m.last_of_month()), part)
                    });
                    return Some((at + 1, days));
                }
                _ => return None,
            }
            at += 1;
            if at > i + 2 {
                return None;
            }
        }
    }

    /// The prefix and the rest of `mid-January`, `mid-2030s`, `early-May`.
    pub(super) fn hyphened(&self, i: usize) -> Option<(Term, Term)> {
        let (prefix, rest) = self.parted(i)?;
        let find = |w: &str| with_lower(w, |w| TERMS.words.get(w).copied());
        match (find(prefix)?, find(rest)) {
            (p @ (Term::Early | Term::Mid | Term::Late), Some(rest)) => Some((p, rest)),
            _ => None,
        }
    }

    pub(super) fn month_of(
        &mut self,
        i: usize,
        end: usize,
        month: i8,
        part: Option<Term>,
        which: Option<Term>,
    ) -> Option<Read> {
        let mut end = end;
        let of = usize::from(self.is(end, &["of", ","]));
        let mut days = None;
        if let Some(year) = self
            .year_at(end + of)
            .filter(|_| of == 0 || !self.is(end, &["of"]) || self.year_at(end + 1).is_some())
        {
            end += of + 1;
            days = calendar::months(year, month, 1);
        } else if let (
            true,
            Some(w @ (Term::Last | Term::This | Term::Next)),
            Some(Term::Period(Period::Year)),
        ) = (which.is_none(), self.term(end + of), self.term(end + of + 1))
        {
            // "March last year", "May of next year".
            end += of + 2;
            let shift = match w {
                Term::Last => -1,
                Term::Next => 1,
                _ => 0,
            };
            days = self.published.and_then(|t| calendar::months(t.year() + shift, month, 1));
        } else {
            if which.is_none() && part.is_none() && !self.stands_as_month(i, end) {
                return None;
            }
            if let Some(today) = self.published {
                let this = calendar::months(today.year(), month, 1)?;
                let other = |n: i16| calendar::months(today.year() + n, month, 1);
                days = match which {
                    Some(Term::Last) => {
                        if this.1 < today {
                            Some(this)
                        } else {
                            other(-1)
                        }
                    }
                    Some(Term::Next) => {
                        if this.0 > today {
                            Some(this)
                        } else {
                            other(1)
                        }
                    }
                    Some(_) => Some(this),
                    None => match self.direction(i, end) {
                        Direction::Past => {
                            if this.0 <= today {
                                Some(this)
                            } else {
                                other(-1)
                            }
                        }
                        Direction::Future => {
                            if this.1 >= today {
                                Some(this)
                            } else {
                                other(1)
                            }
                        }
                    },
                };
            }
        }
        Some((end, days.and_then(|d| cut(d, part))))
    }

    /// Whether the name of a month at token `i` is the month and no person, verb or march.
    pub(super) fn stands_as_month(&self, i: usize, end: usize) -> bool {
        let before = i.checked_sub(1).and_then(|i| self.tokens.get(i));
        let after = self.tokens.get(end);
        let surname = after
            .is_some_and(|t| t.is_word() && t.is(Class::CAPITAL) && !t.is(Class::MONTH.or(Class::WEEKDAY)));
        let always = crate::lexicon::kept_particles!("before a date");
        if before.is_some_and(|_| self.before_is(i, always)) {
            return !surname || !self.before_is(i, &["by", "through"]);
        }
        let ambiguous = self.is(i, crate::lexicon::kept_particles!("month or name"));
        if !ambiguous {
            return !surname;
        }
        if surname {
            return false;
        }
        let prep = before.is_some_and(|t| t.is(Class::PREP.or(Class::MONTH).or(Class::DATE)));
        prep || after.is_some_and(|t| t.is(Class::POSSESSIVE) || t.is(Class::PREP))
            && !self.is(i, &["march"])
            && i > 0
            || before.is_some_and(|t| t.is(Class::DET)) && !self.is(i, &["may"])
            || self.before_is(i, &["and", "or", "-", "–"])
                && i > 1
                && self.tokens.get(i - 2).is_some_and(|t| t.is(Class::MONTH))
    }

    /// `today`, `yesterday`, `the day before yesterday`, `last night`, `this morning`.
    pub(super) fn relative_day(&self, i: usize) -> Option<Read> {
        let at = |end: usize, n: i64| {
            Some((end, self.published.and_then(|t| calendar::plus_days(t, n)).map(|d| (d, d))))
        };
        let the = usize::from(self.is(i, &["the"]));
        if self.is(i + the, &["day"]) && self.is(i + the + 1, &["before", "after"]) {
            return match self.term(i + the + 2)? {
                Term::Day(n) if n != 0 => at(i + the + 3, 2 * n),
                _ => None,
            };
        }
        match self.term(i)? {
            Term::Day(n) => {
                // "Today's world" is still today; "USA Today" is a name.
                let title = self.tokens.get(i).is_some_and(|t| t.is(Class::CAPITAL))
                    && i > 0
                    && self.tokens.get(i - 1).is_some_and(|t| t.is_word() && t.is(Class::CAPITAL));
                if title { None } else { at(i + 1, n) }
            }
            which @ (Term::This | Term::Last) => match self.term(i + 1)? {
                Term::Period(Period::Day) if which == Term::This && !self.is(i + 1, &["day", "days"]) => {
                    at(i + 2, 0)
                }
                Term::Period(Period::Night) => at(i + 2, if which == Term::This { 0 } else { -1 }),
                _ => None,
            },
            _ => None,
        }
    }
}
