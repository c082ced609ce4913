//! The grammar of date expressions.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};

use super::{
    DateExpression,
    calendar::{self, Days},
    tense::{Direction, direction},
};
use crate::{
    Span,
    hash::Map,
    lexicon::{self, Class},
    mention::number::{self, Piece, Sort, with_lower},
    token::{Token, TokenKind},
};

/// A span of time that can be counted or pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Period {
    Day,
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// What a word does inside a date expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Term {
    Month(i8),
    Weekday(i8),
    Day(i64),
    Season(i8),
    Period(Period),
    Last,
    This,
    Next,
    Previous,
    Following,
    Early,
    Mid,
    Late,
    Earlier,
    Later,
    Ago,
    Same,
    Before,
    End,
    Start,
    Fiscal,
    Order(i8),
}

/// When a feast is.
#[derive(Clone, Copy, Debug)]
enum Feast {
    On(i8, i8),
    Nth { n: i8, weekday: i8, month: i8, plus: i64 },
    Easter(i64),
    Never,
}

struct Terms {
    words: Map<&'static str, Term>,
    /// By first word: the words after it, and when the feast is; longest first.
    feasts: Map<&'static str, Vec<(Vec<&'static str>, Feast)>>,
}

static TERMS: LazyLock<Terms> = LazyLock::new(|| {
    let mut words = Map::default();
    let mut weekdays = Map::default();
    for row in lexicon::rows(lexicon::CALENDAR) {
        let Some(n) = row.get(2).and_then(|n| n.parse().ok()) else { continue };
        let month = row.get(1) == Some(&"month");
        words.insert(row[0], if month { Term::Month(n) } else { Term::Weekday(n) });
        weekdays.insert(row[0], n);
    }
    for row in lexicon::rows(lexicon::DATES) {
        words.insert(row[0], term(row.get(1).copied(), row.get(2).copied()));
    }
    let mut feasts: Map<&'static str, Vec<(Vec<&'static str>, Feast)>> = Map::default();
    for row in lexicon::rows(lexicon::HOLIDAYS) {
        let mut name = row[0].split(' ');
        let (Some(first), Some(when)) = (name.next(), row.get(1)) else { continue };
        feasts.entry(first).or_default().push((name.collect(), feast(when, &weekdays)));
    }
    for names in feasts.values_mut() {
        names.sort_by_key(|(rest, _)| core::cmp::Reverse(rest.len()));
    }
    Terms { words, feasts }
});

fn term(kind: Option<&str>, value: Option<&str>) -> Term {
    let number = || value.and_then(|v| v.parse().ok()).unwrap_or_default();
    match kind.unwrap_or_default() {
        "day" => Term::Day(i64::from(number())),
        "season" => Term::Season(number()),
        "order" => Term::Order(number()),
        "last" => Term::Last,
        "next" => Term::Next,
        "previous" => Term::Previous,
        "following" => Term::Following,
        "early" => Term::Early,
        "mid" => Term::Mid,
        "late" => Term::Late,
        "earlier" => Term::Earlier,
        "later" => Term::Later,
        "ago" => Term::Ago,
        "same" => Term::Same,
        "before" => Term::Before,
        "end" => Term::End,
        "start" => Term::Start,
        "fiscal" => Term::Fiscal,
        "period" => Term::Period(match value.unwrap_or_default() {
            "night" => Period::Night,
            "week" => Period::Week,
            "weekend" => Period::Weekend,
            "fortnight" => Period::Fortnight,
            "month" => Period::Month,
            "quarter" => Period::Quarter,
            "half" => Period::Half,
            "year" => Period::Year,
            "decade" => Period::Decade,
            "century" => Period::Century,
            _ => Period::Day,
        }),
        _ => Term::This,
    }
}

fn feast(when: &str, weekdays: &Map<&'static str, i8>) -> Feast {
    let parts: Vec<&str> = when.split(' ').collect();
    match parts[..] {
        ["easter", n] => Feast::Easter(n.parse().unwrap_or_default()),
        [n, weekday, month, ..] => Feast::Nth {
            n: n.parse().unwrap_or(1),
            weekday: weekdays.get(weekday).copied().unwrap_or(1),
            month: month.parse().unwrap_or(1),
            plus: parts.get(3).and_then(|p| p.trim_start_matches('+').parse().ok()).unwrap_or_default(),
        },
        [day] => match day.split_once('-').map(|(m, d)| (m.parse(), d.parse())) {
            Some((Ok(month), Ok(day))) => Feast::On(month, day),
            _ => Feast::Never,
        },
        _ => Feast::Never,
    }
}

/// An expression that was read: the token after it, and its days where they are known.
type Read = (usize, Option<Days>);

pub(super) struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    published: Option<Date>,
    pieces: Vec<Piece>,
    found: Vec<DateExpression>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], published: Option<Date>) -> Self {
        Self { text, tokens, published, pieces: Vec::new(), found: Vec::new() }
    }

    pub(super) fn read(mut self) -> Vec<DateExpression> {
        let mut i = 0;
        while i < self.tokens.len() {
            i = if self.may_start(i) { self.expression(i) } else { None }.unwrap_or(i + 1);
        }
        self.found
    }

    /// The cheap test that most tokens fail.
    fn may_start(&self, i: usize) -> bool {
        let Some(token) = self.tokens.get(i) else { return false };
        let head = Class::MONTH.or(Class::WEEKDAY).or(Class::DATE).or(Class::NUMERAL);
        match token.kind {
            TokenKind::Mark => false,
            TokenKind::Number => true,
            TokenKind::Word => {
                token.is(head)
                    || token.is(Class::UNKNOWN.or(Class::CAPITAL)) && !token.is(Class::SUBJECT)
                    || token.is(Class::DET)
                        && self
                            .tokens
                            .get(i + 1)
                            .is_some_and(|t| t.is(head.or(Class::UNKNOWN).or(Class::CAPITAL).or(Class::DET)))
                    || self.word(i).starts_with("mid-")
            }
        }
    }

    fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.word(i).eq_ignore_ascii_case(w))
    }

    fn before_is(&self, i: usize, words: &[&str]) -> bool {
        i > 0 && self.is(i - 1, words)
    }

    fn term(&self, i: usize) -> Option<Term> {
        let token = self.tokens.get(i)?;
        let term =
            with_lower(token.span.of(self.text), |w| TERMS.words.get(w.trim_end_matches('.')).copied())?;
        let capital = token.is(Class::CAPITAL);
        match term {
            // "Mar" and "Sun" are also names, "may" and "march" verbs.
            Term::Month(_) | Term::Weekday(_) if !capital => None,
            Term::Weekday(_) if token.span.len() < 6 => self.word(i).ends_with('.').then_some(term),
            _ => Some(term),
        }
    }

    /// Whether token `i` follows the one before without white space.
    fn glued(&self, i: usize) -> bool {
        i > 0
            && self.tokens.get(i - 1).zip(self.tokens.get(i)).is_some_and(|(a, b)| a.span.end == b.span.start)
    }

    fn direction(&self, first: usize, end: usize) -> Direction {
        direction(self.text, self.tokens, first, end)
    }

    /// Reads the expression that starts with token `i` and notes it; the token after it.
    fn expression(&mut self, i: usize) -> Option<usize> {
        let (end, days) = self.range(i).or_else(|| self.single(i))?;
        let span = Span::new(self.tokens.get(i)?.span.start, self.tokens.get(end.checked_sub(1)?)?.span.end);
        self.found.push(DateExpression { span, days });
        Some(end.max(i + 1))
    }

    /// `July 30 to August 2`, `2001 to 2019`, `between November and January`.
    fn range(&mut self, i: usize) -> Option<Read> {
        if let Some(days) = self.days_of_month(i) {
            return Some(days);
        }
        let (middle, first) = self.point(i)?;
        let joint = self.word(middle);
        let open = self.before_is(i, &["from", "between"]);
        let joins = match joint {
            "to" | "through" | "until" | "till" => true,
            "and" => self.before_is(i, &["between"]),
            "-" | "–" | "—" => self.glued(middle) && self.glued(middle + 1) || joint != "-" && open,
            _ => false,
        };
        if !joins {
            return None;
        }
        let (end, second) = self.point(middle + 1)?;
        let (Some(a), Some(b)) = (first, second) else { return Some((end, None)) };
        // The second lies after the first; a first without a year takes that of the second.
        let mut b = b;
        let mut a = a;
        let year = |j: usize, to: usize| (j..to).any(|k| self.year_at(k).is_some());
        let (has_a, has_b) = (year(i, middle), year(middle + 1, end));
        for _ in 0..2 {
            if b.1 >= a.0 {
                break;
            }
            if has_a || !has_b {
                b = self.shift_years(b, 1)?;
            } else {
                a = self.shift_years(a, -1)?;
            }
        }
        if has_b && !has_a {
            let gap = i64::from(b.0.year()) - i64::from(a.0.year());
            let moved = self.shift_years(a, gap)?;
            a = if moved.0 <= b.1 { moved } else { self.shift_years(a, gap - 1)? };
        }
        Some((end, (a.0 <= b.1).then_some((a.0, b.1))))
    }

    fn shift_years(&self, days: Days, years: i64) -> Option<Days> {
        let whole_month = days.0.day() == 1 && days.1 == days.1.last_of_month();
        let (start, end) =
            (calendar::plus_months(days.0, 12 * years)?, calendar::plus_months(days.1, 12 * years)?);
        Some((start, if whole_month { end.last_of_month() } else { end }))
    }

    /// `August 12-14`, `12 to 14 August`, `Aug. 29-30, 2022`.
    fn days_of_month(&self, i: usize) -> Option<Read> {
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

    /// A date that can stand at the end of a range.
    fn point(&mut self, i: usize) -> Option<Read> {
        self.iso(i)
            .or_else(|| self.weekday(i))
            .or_else(|| self.month(i))
            .or_else(|| self.day_month(i))
            .or_else(|| self.relative_day(i))
            .or_else(|| self.bare_year(i))
    }

    fn single(&mut self, i: usize) -> Option<Read> {
        if let Some((end, days)) = self.feast(i) {
            return days.map(|d| (end, d));
        }
        self.iso(i)
            .or_else(|| self.weekday(i))
            .or_else(|| self.day_month(i))
            .or_else(|| self.month(i))
            .or_else(|| self.relative_day(i))
            .or_else(|| self.edge(i))
            .or_else(|| self.quarter(i))
            .or_else(|| self.fiscal(i))
            .or_else(|| self.season(i))
            .or_else(|| self.decade(i))
            .or_else(|| self.pointed(i))
            .or_else(|| self.counted(i))
            .or_else(|| self.anchored(i))
            .or_else(|| self.bare_year(i))
    }

    /// A year in four digits at token `i`.
    fn year_at(&self, i: usize) -> Option<i16> {
        let token = self.tokens.get(i)?;
        let words = token.span.of(self.text);
        if token.kind != TokenKind::Number || words.len() != 4 {
            return None;
        }
        words.parse().ok().filter(|y| (1000..=2150).contains(y))
    }

    /// `3`, `15th`, `the 9th of`: a day of a month, and the token after it.
    fn day_number(&self, i: usize) -> Option<(i8, usize)> {
        let token = self.tokens.get(i)?;
        let words = token.span.of(self.text);
        if token.kind != TokenKind::Number || words.len() > 2 {
            return None;
        }
        let day: i8 = words.parse().ok().filter(|d| (1..=31).contains(d))?;
        let ordinal = self.glued(i + 1) && self.is(i + 1, &["st", "nd", "rd", "th"]);
        Some((day, if ordinal { i + 2 } else { i + 1 }))
    }

    /// The day of `month` nearest in the direction of the tense; the report's own day counts.
    fn day_of_year(&self, first: usize, end: usize, month: i8, day: i8, year: Option<i16>) -> Option<Date> {
        if let Some(year) = year {
            return calendar::day(year, month, day);
        }
        let today = self.published?;
        let past = self.direction(first, end) == Direction::Past;
        let this = calendar::day(today.year(), month, day);
        match this {
            Some(date) if past && date <= today || !past && date >= today => Some(date),
            // The 29th of February: the nearest year that has one.
            _ => (1..=8).find_map(|n| calendar::day(today.year() + if past { -n } else { n }, month, day)),
        }
    }

    /// `2019-11-05`, `11/23/2022`.
    fn iso(&self, i: usize) -> Option<Read> {
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
    fn weekday(&mut self, i: usize) -> Option<Read> {
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
        let day = self.published.and_then(|today| match which {
            Some(Term::Last) => calendar::on_or_before(calendar::plus_days(today, -1)?, weekday),
            Some(Term::Next) => calendar::on_or_after(calendar::plus_days(today, 1)?, weekday),
            Some(_) => calendar::on_or_after(today, weekday),
            None => match self.direction(i, end) {
                Direction::Past => calendar::on_or_before(today, weekday),
                Direction::Future => calendar::on_or_after(today, weekday),
            },
        });
        Some((end, day.map(|d| (d, d))))
    }

    /// `July 3, 1961`, `Feb. 28`.
    fn month_day(&self, i: usize) -> Option<Read> {
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
    fn day_month(&self, i: usize) -> Option<Read> {
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

    /// `January`, `last June`, `early next month`, `mid-March 2020`, `July 2021`, `June 5`.
    fn month(&mut self, i: usize) -> Option<Read> {
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
    fn hyphened(&self, i: usize) -> Option<(Term, Term)> {
        let (prefix, rest) = self.word(i).split_once('-')?;
        let find = |w: &str| with_lower(w, |w| TERMS.words.get(w).copied());
        match (find(prefix)?, find(rest)) {
            (p @ (Term::Early | Term::Mid | Term::Late), Some(rest)) => Some((p, rest)),
            _ => None,
        }
    }

    fn month_of(
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
    fn stands_as_month(&self, i: usize, end: usize) -> bool {
        let before = i.checked_sub(1).and_then(|i| self.tokens.get(i));
        let after = self.tokens.get(end);
        let surname = after
            .is_some_and(|t| t.is_word() && t.is(Class::CAPITAL) && !t.is(Class::MONTH.or(Class::WEEKDAY)));
        let always = ["in", "since", "until", "till", "during", "through", "throughout", "by"];
        if before.is_some_and(|_| self.before_is(i, &always)) {
            return !surname || !self.before_is(i, &["by", "through"]);
        }
        let ambiguous = self.is(i, &["may", "march", "april", "june", "august", "jan", "mar", "jun"]);
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
    fn relative_day(&self, i: usize) -> Option<Read> {
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

    /// `the end of June`, `the beginning of next year`, `the end of the year`.
    fn edge(&mut self, i: usize) -> Option<Read> {
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
    fn quarter(&mut self, i: usize) -> Option<Read> {
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
        if let (Some(w @ (Term::Last | Term::This | Term::Next)), Some(Term::Period(Period::Year))) =
            (self.term(end + of), self.term(end + of + 1))
        {
            let shift = match w {
                Term::Last => -1,
                Term::Next => 1,
                _ => 0,
            };
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
    fn fiscal(&self, i: usize) -> Option<Read> {
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
    fn season(&self, i: usize) -> Option<Read> {
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
        if let (Some(w @ (Term::Last | Term::Next | Term::This)), Some(Term::Period(Period::Year))) =
            (self.term(end + of), self.term(end + of + 1))
        {
            let shift = match w {
                Term::Last => -1,
                Term::Next => 1,
                _ => 0,
            };
            return Some((end + of + 2, self.published.and_then(|t| in_year(t.year() + shift))));
        }
        // Without a year or a pointer, a season is any season, and a spring a source.
        let which = which?;
        let days = self.published.and_then(|today| {
            let years = [-2, -1, 0, 1, 2].map(|n| in_year(today.year() + n));
            let years = years.into_iter().flatten();
            match which {
                Term::Last => years.filter(|d| d.1 < today).last(),
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
    fn decade(&self, i: usize) -> Option<Read> {
        let mut at = i + usize::from(self.is(i, &["the"]));
        let mut part = None;
        if let Some((prefix, rest)) = self.word(at).split_once('-') {
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
    fn pointed(&self, i: usize) -> Option<Read> {
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
    fn weekend(&self, i: usize) -> Option<Read> {
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

    /// `three days ago`, `a year ago today`, `two weeks earlier`, `a month later`.
    fn counted(&mut self, i: usize) -> Option<Read> {
        let (n, at) = if self.is(i, &["a", "an"]) && matches!(self.term(i + 1), Some(Term::Period(_))) {
            (1.0, i + 1)
        } else if self.is(i, &["half"]) && self.is(i + 1, &["a"]) {
            return None;
        } else {
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
                let anchor = self.anchor()?;
                Some((end, shift(anchor, period, if which == Term::Later { n } else { -n })))
            }
            _ => None,
        }
    }

    /// `the next day`, `the same day`, `the day before`, `the following week`, `the previous year`.
    fn anchored(&self, i: usize) -> Option<Read> {
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
                return Some((i + 3, shift(self.anchor()?, period, n)));
            }
            _ => return None,
        };
        let Some(Term::Period(period)) = self.term(i + 2) else { return None };
        if self.is(i + 2, &["days", "weeks", "months", "years", "decades"])
            || matches!(period, Period::Quarter | Period::Half | Period::Weekend)
        {
            return None;
        }
        let anchor = self.anchor()?;
        let days = match period {
            Period::Day | Period::Night => shift(anchor, Period::Day, n),
            _ => shift((anchor.0, anchor.0), period, n).and_then(|d| containing(d.0, period)),
        };
        Some((i + 3, days))
    }

    /// The date that "later" and "the next day" count from: the nearest one before in the text.
    fn anchor(&self) -> Option<Days> {
        self.found.last().map_or_else(|| self.published.map(|d| (d, d)), |d| d.days)
    }

    /// A year alone: `in 1952`, `the 2019 election`, `2020-21`.
    fn bare_year(&self, i: usize) -> Option<Read> {
        let mut at = i;
        let mut part = None;
        if let Some(p @ (Term::Early | Term::Mid | Term::Late)) = self.term(i) {
            part = Some(p);
            at += 1;
        }
        if let Some((prefix, rest)) = self.word(i).split_once('-') {
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
        let named = before.is_some_and(|t| t.is(Class::DET.or(Class::POSSDET).or(Class::POSSESSIVE)));
        let strong = self.before_is(at, &["in", "since", "until", "during"]);
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

    /// `Christmas Day`, `New Year's Eve`, and names such as "Black Monday" that are no dates: then nothing inside.
    fn feast(&self, i: usize) -> Option<(usize, Option<Option<Days>>)> {
        let the = usize::from(self.is(i, &["the"]));
        let first = self.tokens.get(i + the)?;
        if !first.is_word() || !first.is(Class::CAPITAL) {
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
                if !clitic.is_empty() {
                    at += 1;
                } else if word.ends_with('\'') {
                    at += 1;
                }
            }
            Some((at, *feast))
        })?;
        let mut end = len;
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
                match self.direction(i, end) {
                    Direction::Past => this.filter(|d| *d <= today).or_else(|| in_year(today.year() - 1)),
                    Direction::Future => this.filter(|d| *d >= today).or_else(|| in_year(today.year() + 1)),
                }
            }
            _ => None,
        };
        Some((end, Some(day.map(|d| (d, d)))))
    }
}

/// The early, middle or late part of a month, a year or a longer period.
fn cut(days: Days, part: Option<Term>) -> Option<Days> {
    let Some(part) = part else { return Some(days) };
    let (start, end) = days;
    if start.first_of_month() == end.first_of_month() {
        let at = |n: i8| calendar::day(start.year(), start.month(), n);
        return Some(match part {
            Term::Early => (start, at(10)?),
            Term::Mid => (at(11)?, at(20)?),
            _ => (at(21)?, end),
        });
    }
    let months =
        i64::from(end.year() - start.year()) * 12 + i64::from(end.month()) - i64::from(start.month()) + 1;
    let third = months / 3;
    let (a, b) = match part {
        Term::Early => (0, third),
        Term::Mid => (third, 2 * third),
        _ => (2 * third, months),
    };
    let first = start.first_of_month();
    Some((calendar::plus_months(first, a)?, calendar::plus_days(calendar::plus_months(first, b)?, -1)?))
}

fn decade_part(year: i16, part: Option<Term>) -> Option<Days> {
    match part {
        Some(Term::Early) => calendar::years(year, year + 3),
        Some(Term::Mid) => calendar::years(year + 4, year + 6),
        Some(_) => calendar::years(year + 7, year + 9),
        None => calendar::decade(year),
    }
}

/// The period of the calendar that holds `date`.
fn containing(date: Date, period: Period) -> Option<Days> {
    let year = date.year();
    match period {
        Period::Day | Period::Night => Some((date, date)),
        Period::Week | Period::Fortnight => calendar::week(date),
        Period::Weekend => calendar::weekend(date),
        Period::Month => Some((date.first_of_month(), date.last_of_month())),
        Period::Quarter => calendar::quarter(year, (date.month() - 1) / 3 + 1),
        Period::Half => calendar::months(year, if date.month() > 6 { 7 } else { 1 }, 6),
        Period::Year => calendar::years(year, year),
        Period::Decade => calendar::decade(year),
        Period::Century => {
            let first = (year - 1) - (year - 1).rem_euclid(100) + 1;
            calendar::years(first, first + 99)
        }
    }
}

fn back(date: Date, period: Period, n: i64) -> Option<Date> {
    step(date, period, -n)
}

fn step(date: Date, period: Period, n: i64) -> Option<Date> {
    match period {
        Period::Day | Period::Night => calendar::plus_days(date, n),
        Period::Week | Period::Weekend => calendar::plus_days(date, 7 * n),
        Period::Fortnight => calendar::plus_days(date, 14 * n),
        Period::Month => calendar::plus_months(date, n),
        Period::Quarter => calendar::plus_months(date, 3 * n),
        Period::Half => calendar::plus_months(date, 6 * n),
        Period::Year => calendar::plus_months(date, 12 * n),
        Period::Decade => calendar::plus_months(date, 120 * n),
        Period::Century => calendar::plus_months(date, 1200 * n),
    }
}

/// `days` moved by `n` periods; whole months stay whole.
fn shift(days: Days, period: Period, n: i64) -> Option<Days> {
    let (start, end) = (step(days.0, period, n)?, step(days.1, period, n)?);
    let whole = days.0.day() == 1 && days.1 == days.1.last_of_month() && period >= Period::Month;
    Some((start, if whole { end.last_of_month() } else { end }))
}
