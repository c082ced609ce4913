//! Longer periods: years, decades, quarters, seasons, `last week`, `the end of June`.

use super::{
    calendar::{self, Days, containing, cut, decade_part},
    reader::{Read, Reader},
    tense::Direction,
    term::{Period, TERMS, Term},
};
use crate::{lexicon::Class, mention::number::with_lower, mention::quantity::is_person, token::TokenKind};
use jiff::civil::Weekday;

impl Reader<'_> {
    /// `the end of June`, `the beginning of next year`, `the end of the year`.
    pub(super) fn edge(&mut self, i: usize) -> Option<Read> {
        let the = usize::from(self.is(i, &["the"]));
        let edge = self.term(i + the)?;
        if !matches!(edge, Term::End | Term::Start | Term::Mid) || !self.is(i + the + 1, &["of"]) {
            return None;
        }
        let at = i + the + 2;
        let (end, days) =
            if let (true, Some(Term::Period(period))) = (self.is(at, &["the"]), self.term(at + 1)) {
                if matches!(period, Period::Day | Period::Night | Period::Half) || self.is(at + 2, &["of"]) {
                    return None;
                }
                (at + 2, self.published.and_then(|t| containing(t, period)))
            } else {
                self.month(at)
                    .or_else(|| self.quarter(at))
                    .or_else(|| self.fiscal(at))
                    .or_else(|| self.season(at))
                    .or_else(|| self.decade(at))
                    .or_else(|| self.pointed(at))
                    .or_else(|| self.year_at(at).map(|y| (at + 1, calendar::years(y, y))))?
            };
        let days = days.and_then(|(a, b)| match edge {
            Term::End => Some((b, b)),
            Term::Start => Some((a, a)),
            _ => cut((a, b), Some(Term::Mid)),
        });
        Some((end, days))
    }

    /// `the fourth quarter of 2024`, `last quarter`, `the first half of this year`.
    pub(super) fn quarter(&mut self, i: usize) -> Option<Read> {
        let the = usize::from(self.is(i, &["the", "its", "their"]));
        let which = self.term(i + the)?;
        let (count, period) = match self.term(i + the + 1)? {
            Term::Period(Period::Quarter) => (4, Period::Quarter),
            Term::Period(Period::Half) => (2, Period::Half),
            _ => return None,
        };
        let mut end = i + the + 2;
        let n = match which {
            Term::Order(n) if n <= count => n,
            Term::Last if self.is(end, &["of"]) => count,
            Term::Last | Term::This | Term::Next | Term::Previous if period == Period::Quarter => {
                let shift = match which {
                    Term::Last | Term::Previous => -3,
                    Term::Next => 3,
                    _ => 0,
                };
                let days = self.published.and_then(|t| {
                    containing(calendar::plus_months(t.first_of_month(), shift)?, Period::Quarter)
                });
                return Some((end, days));
            }
            _ => return None,
        };
        let months = 12 / count;
        let in_year = |year: i16| calendar::months(year, months * (n - 1) + 1, i64::from(months));
        let of = usize::from(self.is(end, &["of"]));
        if let Some(year) = self.year_at(end + of) {
            return Some((end + of + 1, in_year(year)));
        }
        if let Some(shift) = self.pointed_year(end + of) {
            return Some((end + of + 2, self.published.and_then(|t| in_year(t.year() + shift))));
        }
        let mut direct = None;
        if of == 1 && self.is(end + 1, &["the"]) && self.is(end + 2, &["year"]) {
            end += 3;
        } else if of == 1 && !self.is(end + 1, &["the", "its"]) || period == Period::Half {
            // Halves are of games, too.
            return None;
        }
        if let Some(today) = self.published {
            let this = in_year(today.year())?;
            direct = match self.direction(i, end) {
                Direction::Past if this.0 > today => in_year(today.year() - 1),
                Direction::Future if this.1 < today => in_year(today.year() + 1),
                _ => Some(this),
            };
        }
        Some((end, direct))
    }

    /// `fiscal year 2023`, `fiscal 2024`, `the last fiscal year`: from October to September.
    pub(super) fn fiscal(&self, i: usize) -> Option<Read> {
        let the = usize::from(self.is(i, &["the", "its", "their"]));
        let in_year = |year: i16| Some((calendar::day(year - 1, 10, 1)?, calendar::day(year, 9, 30)?));
        if self.term(i + the) == Some(Term::Fiscal) && the == 0 {
            let at = i + 1 + usize::from(self.is(i + 1, &["year"]));
            return Some((at + 1, in_year(self.year_at(at)?)));
        }
        if let (Some(year), Some(Term::Fiscal), Some(Term::Period(Period::Year))) =
            (self.year_at(i + the), self.term(i + the + 1), self.term(i + the + 2))
        {
            return Some((i + the + 3, in_year(year)));
        }
        let which = self.term(i + the)?;
        if self.term(i + the + 1) != Some(Term::Fiscal) || !self.is(i + the + 2, &["year"]) {
            return None;
        }
        let shift = match which {
            Term::Last | Term::Previous => -1,
            Term::This => 0,
            Term::Next => 1,
            _ => return None,
        };
        let now = self.published.map(|t| t.year() + i16::from(t.month() >= 10));
        Some((i + the + 3, now.and_then(|y| in_year(y + shift))))
    }

    /// `last winter`, `the spring of 2019`, `summer 2020`, `the winter of 2020-21`.
    pub(super) fn season(&self, i: usize) -> Option<Read> {
        let the = usize::from(self.is(i, &["the"]));
        let mut at = i + the;
        let mut part = None;
        let mut which = None;
        if let Some(p @ (Term::Early | Term::Mid | Term::Late)) = self.term(at) {
            part = Some(p);
            at += 1;
        }
        if let Some(w @ (Term::Last | Term::This | Term::Next)) = self.term(at) {
            which = Some(w);
            at += 1;
        }
        let Some(Term::Season(month)) = self.term(at) else { return None };
        let mut end = at + 1;
        let of = usize::from(self.is(end, &["of"]));
        // A winter is named for the year in which it starts.
        let in_year = |year: i16| calendar::months(year, month, 3);
        if let Some(year) = self.year_at(end + of) {
            end += of + 1;
            let hyphen = self.glued(end) && self.is(end, &["-", "–", "/"]) && self.glued(end + 1);
            if hyphen && self.tokens.get(end + 1).is_some_and(|t| t.kind == TokenKind::Number) {
                end += 2;
            }
            return Some((end, in_year(year).and_then(|d| cut(d, part))));
        }
        if let Some(shift) = self.pointed_year(end + of) {
            return Some((end + of + 2, self.published.and_then(|t| in_year(t.year() + shift))));
        }
        // Without a year or a pointer, a season is any season, and a spring a source.
        let which = which?;
        let days = self.published.and_then(|today| {
            let years = [-2, -1, 0, 1, 2].map(|n| in_year(today.year() + n));
            let mut years = years.into_iter().flatten();
            match which {
                Term::Last => years.rfind(|d| d.1 < today),
                Term::Next => years.into_iter().find(|d| d.0 > today),
                _ => {
                    let past = self.direction(i, end) == Direction::Past;
                    let all: Vec<Days> = years.collect();
                    let holds = all.iter().find(|d| d.0 <= today && today <= d.1).copied();
                    let year = all.iter().find(|d| d.0.year() == today.year()).copied();
                    holds
                        .or(if past {
                            all.iter().rev().find(|d| d.1 < today).copied()
                        } else {
                            all.iter().find(|d| d.0 > today).copied()
                        })
                        .or(year)
                }
            }
        });
        Some((end, days.and_then(|d| cut(d, part))))
    }

    /// `the 1990s`, `the early 2010s`, `the mid-2030s`, `the late 19th century`.
    pub(super) fn decade(&self, i: usize) -> Option<Read> {
        let mut at = i + usize::from(self.is(i, &["the"]));
        let mut part = None;
        if let Some((prefix, rest)) = self.parted(at) {
            // "Mid-2030s" is one token.
            let prefix = with_lower(prefix, |w| TERMS.words.get(w).copied());
            if let (Some(p @ (Term::Early | Term::Mid | Term::Late)), Some(year)) =
                (prefix, rest.strip_suffix('s'))
            {
                if let Some(year) = year.parse().ok().filter(|y| (1000..=2100).contains(y) && y % 10 == 0) {
                    return Some((at + 1, decade_part(year, Some(p))));
                }
            }
        }
        if let Some(p @ (Term::Early | Term::Mid | Term::Late)) = self.term(at) {
            part = Some(p);
            at += 1;
            // "Mid" and "-" and "1990".
            at += usize::from(self.is(at, &["-"]));
        }
        if let Some(year) = self.year_at(at) {
            let plural = self.glued(at + 1) && self.is(at + 1, &["s", "'s", "’s"]);
            return (plural && year % 10 == 0).then(|| (at + 2, decade_part(year, part)));
        }
        // "The 19th century".
        let token = self.tokens.get(at)?;
        let (n, next) = if token.kind == TokenKind::Number {
            let n: i16 = self.word(at).parse().ok()?;
            if !self.glued(at + 1) || !self.is(at + 1, &["st", "nd", "rd", "th"]) {
                return None;
            }
            (n, at + 2)
        } else {
            return None;
        };
        if self.term(next) != Some(Term::Period(Period::Century)) || !(1..=21).contains(&n) {
            return None;
        }
        let start = 100 * (n - 1) + 1;
        let days = match part {
            Some(Term::Early) => calendar::years(start, start + 32),
            Some(Term::Mid) => calendar::years(start + 33, start + 65),
            Some(_) => calendar::years(start + 66, start + 99),
            None => calendar::years(start, start + 99),
        };
        Some((next + 1, days))
    }

    /// `last week`, `next year`, `earlier this week`, `late last year`, `the weekend`.
    pub(super) fn pointed(&self, i: usize) -> Option<Read> {
        let mut at = i;
        let mut part = None;
        match self.term(at) {
            Some(Term::Earlier | Term::Later) => at += 1,
            Some(p @ (Term::Early | Term::Mid | Term::Late)) => {
                part = Some(p);
                at += 1;
            }
            _ => {}
        }
        let which = self
            .term(at)
            .filter(|w| matches!(w, Term::Last | Term::This | Term::Next | Term::Previous | Term::Following));
        let Some(which) = which else { return self.weekend(i) };
        let Some(Term::Period(period)) = self.term(at + 1) else { return None };
        // "The last year of the war", "last week's": only the bare words point.
        if self.is(at + 1, &["days", "weeks", "months", "years", "decades"])
            || self.before_is(i, &["the", "his", "her", "their", "its", "my", "our"])
        {
            return None;
        }
        if matches!(period, Period::Day | Period::Night | Period::Quarter | Period::Half)
            || matches!(which, Term::Previous | Term::Following)
        {
            return None;
        }
        let shift = match which {
            Term::Last => -1,
            Term::Next => 1,
            _ => 0,
        };
        let days = self.published.and_then(|today| match period {
            Period::Week | Period::Weekend | Period::Fortnight => {
                let back =
                    period == Period::Weekend && which == Term::Last && today.weekday() == Weekday::Sunday;
                let day = calendar::plus_days(today, 7 * shift - i64::from(back))?;
                containing(day, period)
            }
            Period::Month => containing(calendar::plus_months(today.first_of_month(), shift)?, period),
            _ => {
                let years = match period {
                    Period::Decade => 10,
                    Period::Century => 100,
                    _ => 1,
                };
                containing(calendar::plus_months(today.first_of_month(), 12 * years * shift)?, period)
            }
        });
        Some((at + 2, days.and_then(|d| cut(d, part))))
    }

    /// `the weekend`, on the side of the tense.
    pub(super) fn weekend(&self, i: usize) -> Option<Read> {
        if !self.is(i, &["the"]) || self.term(i + 1) != Some(Term::Period(Period::Weekend)) {
            return None;
        }
        let generic = self.is(i + 2, &["of", "before", "after", "in"]);
        if generic {
            return None;
        }
        let days = self.published.and_then(|today| {
            let this = calendar::weekend(today)?;
            match self.direction(i, i + 2) {
                Direction::Past if this.0 > today => calendar::weekend(calendar::plus_days(today, -7)?),
                _ => Some(this),
            }
        });
        Some((i + 2, days))
    }

    /// A year alone: `in 1952`, `the 2019 election`, `2020-21`.
    pub(super) fn bare_year(&self, i: usize) -> Option<Read> {
        let mut at = i;
        let mut part = None;
        if let Some(p @ (Term::Early | Term::Mid | Term::Late)) = self.term(i) {
            part = Some(p);
            at += 1;
        }
        if let Some((prefix, rest)) = self.parted(i) {
            let prefix = with_lower(prefix, |w| TERMS.words.get(w).copied());
            if let (Some(p @ (Term::Early | Term::Mid | Term::Late)), Ok(year @ 1000..=2100)) =
                (prefix, rest.parse::<i16>())
            {
                return Some((i + 1, calendar::years(year, year).and_then(|d| cut(d, Some(p)))));
            }
        }
        let year = self.year_at(at)?;
        let before = at.checked_sub(1).and_then(|b| self.tokens.get(b));
        let dating = [
            "in",
            "since",
            "until",
            "by",
            "from",
            "before",
            "after",
            "during",
            "till",
            "through",
            "throughout",
            "circa",
            "between",
            "to",
            "and",
            "of",
        ];
        let dated = self.before_is(at, &dating);
        let next = self.tokens.get(at + 1);
        let glued_next = next.is_some_and(|t| {
            self.glued(at + 1)
                && !matches!(
                    t.mark,
                    ',' | '.' | ';' | ':' | '-' | '–' | '—' | ')' | '”' | '"' | '\'' | '’' | '?' | '!' | '…'
                )
                && !t.is(Class::POSSESSIVE)
        });
        let mark_before = before.is_some_and(|t| {
            self.glued(at) && !matches!(t.mark, '(' | '“' | '"' | '‘' | '—' | '–' | '-' | '[')
        });
        let hyphen_before = before.is_some_and(|t| self.glued(at) && matches!(t.mark, '-' | '–'))
            && at >= 2
            && self.glued(at - 1);
        if glued_next
            || mark_before
            || hyphen_before
            || self.is(at + 1, &["gmt", "hours", "hrs", "percent", "%"])
        {
            return None;
        }
        // "1950 letters" are counted, "the 2019 elections" are dated.
        let counts = next
            .is_some_and(|t| t.is_word() && t.is(Class::PLURAL) && t.is(Class::NOUN) && !t.is(Class::AUX));
        // "To host 2031 Games": what is counted has no capital among small letters.
        let titled = (1900..=2100).contains(&year)
            && next.is_some_and(|t| t.is(Class::CAPITAL))
            && before.is_some_and(|t| t.is_word() && !t.is(Class::CAPITAL.or(Class::PREP)));
        let counts = counts && !titled;
        let named = before.is_some_and(|t| t.is(Class::DET.or(Class::POSSDET).or(Class::POSSESSIVE)));
        let strong = self.before_is(at, &["in", "since", "until", "during"]);
        // "A poll of 2047 registered voters".
        let mut after = at + 1;
        while after < at + 3 && self.tokens.get(after).is_some_and(|t| t.is(Class::ADJ.or(Class::PART))) {
            after += 1;
        }
        let people = self.tokens.get(after).is_some_and(|t| t.is(Class::PLURAL) && is_person(t.lemma));
        if people && !strong && !named {
            return None;
        }
        if !(strong || !counts || (1900..=2100).contains(&year) && (named || dated)) {
            return None;
        }
        if year > 2100
            || year < 1500
                && !(strong || self.before_is(at, &["from", "by", "before", "after", "of"]) && !counts)
        {
            return None;
        }
        // A unit after it makes it a measure.
        let unit = next.is_some_and(|t| {
            t.is_word()
                && matches!(
                    t.lemma,
                    "metre"
                        | "meter"
                        | "mile"
                        | "foot"
                        | "dollar"
                        | "euro"
                        | "pound"
                        | "ton"
                        | "tonne"
                        | "kilometre"
                        | "kilometer"
                        | "people"
                        | "person"
                )
        });
        if unit && !strong {
            return None;
        }
        let mut end = at + 1;
        let mut last = year;
        let hyphen = self.is(end, &["-", "–", "/"]) && self.glued(end) && self.glued(end + 1);
        if hyphen {
            let tail = self.word(end + 1);
            let full: Option<i16> = match (tail.len(), tail.parse::<i16>()) {
                (2, Ok(n)) => Some(year - year.rem_euclid(100) + n),
                (4, Ok(n)) => Some(n),
                _ => None,
            };
            match full {
                Some(n) if n > year && n - year < 200 => {
                    last = n;
                    end += 2;
                }
                _ => return None,
            }
        }
        Some((end, calendar::years(year, last).and_then(|d| cut(d, part))))
    }

    /// How far from this year's the year is that `last year` at this token points to.
    fn pointed_year(&self, at: usize) -> Option<i16> {
        let shift = match self.term(at)? {
            Term::Last => -1,
            Term::This => 0,
            Term::Next => 1,
            _ => return None,
        };
        matches!(self.term(at + 1), Some(Term::Period(Period::Year))).then_some(shift)
    }
}
