//! The grammar of date expressions.

use jiff::{Unit, civil::Date};

use super::{
    DateExpression,
    calendar::{self, Days},
    tense::{Direction, Tense, tense},
    term::{FORMS, TERMS, Term},
};
use crate::{
    Span,
    lexicon::Class,
    mention::number::{Piece, with_lower},
    token::{Token, TokenKind},
};

/// What the first word of a date expression is one of.
const STARTS: Class =
    Class::MONTH.or(Class::WEEKDAY).or(Class::DATE).or(Class::NUMERAL).or(Class::DET).or(Class::COMPOUND);

/// How many days ago a date may be that is told in the present: memos, letters and figures of the last two months.
const RECENT: i32 = 61;

/// An expression that was read: the token after it, and its days where they are known.
pub(super) type Read = (usize, Option<Days>);

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) published: Option<Date>,
    pub(super) pieces: Vec<Piece>,
    pub(super) found: Vec<DateExpression>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], published: Option<Date>) -> Self {
        Self { text, tokens, published, pieces: Vec::new(), found: Vec::new() }
    }

    pub(super) fn read(mut self) -> Vec<DateExpression> {
        let mut i = 0;
        while let Some(token) = self.tokens.get(i) {
            let starts = token.is(STARTS) && self.may_start(i, token);
            i = if starts { self.expression(i) } else { None }.unwrap_or(i + 1);
        }
        self.found
    }

    /// The cheap test that most tokens fail, of one that is a word or a number.
    fn may_start(&self, i: usize, token: &Token) -> bool {
        let calendar = Class::MONTH.or(Class::WEEKDAY);
        let head = calendar.or(Class::DATE);
        let near = || self.tokens.iter().skip(i + 1).take(5).any(|t| t.is(Class::MONTH.or(Class::DATE)));
        match token.kind {
            TokenKind::Mark => false,
            // A year, a day of a month, or so many days ago.
            TokenKind::Number => token.span.len() == 4 || near() || self.is(i + 1, &["/"]),
            TokenKind::Word if token.is(calendar) && !token.is(Class::DATE) => token.is(Class::CAPITAL),
            TokenKind::Word if token.is(Class::DATE) => true,
            TokenKind::Word if token.is(Class::NUMERAL) => near(),
            TokenKind::Word if token.is(Class::DET) => self.tokens.get(i + 1).is_some_and(|t| {
                t.is(head)
                    || t.kind == TokenKind::Number
                    || self.is(i + 1, &["same"])
                    || t.is(Class::COMPOUND) && self.word(i + 1).starts_with("mid-")
            }),
            TokenKind::Word => {
                token.is(Class::NOUN.or(Class::ADJ))
                    && token.span.len() > 4
                    && matches!(self.word(i).as_bytes().first_chunk(), Some(b"mid-" | b"Mid-"))
            }
        }
    }

    pub(super) fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.tokens.get(i).map_or(&[][..], |t| t.span.bytes(self.text));
        words.iter().any(|w| word.eq_ignore_ascii_case(w.as_bytes()))
    }

    pub(super) fn before_is(&self, i: usize, words: &[&str]) -> bool {
        i > 0 && self.is(i - 1, words)
    }

    pub(super) fn term(&self, i: usize) -> Option<Term> {
        let token = self.tokens.get(i).filter(|t| t.is_word())?;
        let term = match FORMS.get(token.form) {
            Some(term) => term?,
            None => {
                with_lower(token.span.of(self.text), |w| TERMS.words.get(w.trim_end_matches('.')).copied())?
            }
        };
        let capital = token.is(Class::CAPITAL);
        match term {
            // "Mar" and "Sun" are also names, "may" and "march" verbs.
            Term::Month(_) | Term::Weekday(_) if !capital => None,
            Term::Weekday(_) if token.span.len() < 6 => self.word(i).ends_with('.').then_some(term),
            _ => Some(term),
        }
    }

    /// The two parts of token `i`, where a hyphen makes it of two: `mid-January`.
    pub(super) fn parted(&self, i: usize) -> Option<(&'a str, &'a str)> {
        self.tokens.get(i).filter(|t| t.is(Class::COMPOUND))?.span.of(self.text).split_once('-')
    }

    /// Whether token `i` follows the one before without white space.
    pub(super) fn glued(&self, i: usize) -> bool {
        i > 0
            && self.tokens.get(i - 1).zip(self.tokens.get(i)).is_some_and(|(a, b)| a.span.end == b.span.start)
    }

    /// The side of the report's day on which the date in these tokens lies; what is told in the present lies ahead.
    pub(super) fn direction(&self, first: usize, end: usize) -> Direction {
        match tense(self.text, self.tokens, first, end) {
            Tense::Past => Direction::Past,
            _ => Direction::Future,
        }
    }

    /// The same of a date that may have been shortly before the report, on `recent`: what is told in the present lies there, if
    /// it was. A letter that bears the date of last week was not written for next year.
    pub(super) fn direction_near(&self, first: usize, end: usize, recent: Option<Date>) -> Direction {
        let days =
            |d: Date| self.published.and_then(|today| today.since((Unit::Day, d)).ok()).map(|s| s.get_days());
        match tense(self.text, self.tokens, first, end) {
            Tense::Present if recent.and_then(days).is_some_and(|n| (1..=RECENT).contains(&n)) => {
                Direction::Past
            }
            Tense::Past => Direction::Past,
            _ => Direction::Future,
        }
    }

    /// Reads the expression that starts with token `i` and notes it; the token after it.
    pub(super) fn expression(&mut self, i: usize) -> Option<usize> {
        let joins = |w: &str| matches!(w, "to" | "and" | "through" | "until" | "till");
        let joint = |t: &Token| {
            matches!(t.mark, '-' | '–' | '—')
                || t.is(Class::PREP.or(Class::COORD)) && joins(t.span.of(self.text))
        };
        let ranges = self.tokens.iter().skip(i + 1).take(6).any(joint);
        let range = if ranges { self.range(i) } else { None };
        let (end, days) = range.or_else(|| self.single(i))?;
        let span = Span::new(self.tokens.get(i)?.span.start, self.tokens.get(end.checked_sub(1)?)?.span.end);
        self.found.push(DateExpression { span, days });
        Some(end.max(i + 1))
    }

    /// `July 30 to August 2`, `2001 to 2019`, `between November and January`.
    pub(super) fn range(&mut self, i: usize) -> Option<Read> {
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

    pub(super) fn shift_years(&self, days: Days, years: i64) -> Option<Days> {
        let whole_month = days.0.day() == 1 && days.1 == days.1.last_of_month();
        let (start, end) =
            (calendar::plus_months(days.0, 12 * years)?, calendar::plus_months(days.1, 12 * years)?);
        Some((start, if whole_month { end.last_of_month() } else { end }))
    }

    /// A date that can stand at the end of a range.
    pub(super) fn point(&mut self, i: usize) -> Option<Read> {
        self.iso(i)
            .or_else(|| self.weekday(i))
            .or_else(|| self.month(i))
            .or_else(|| self.day_month(i))
            .or_else(|| self.relative_day(i))
            .or_else(|| self.bare_year(i))
    }

    pub(super) fn single(&mut self, i: usize) -> Option<Read> {
        if self.tokens.get(i)?.kind == TokenKind::Number {
            // What else there is begins with a word.
            return self
                .iso(i)
                .or_else(|| self.day_month(i))
                .or_else(|| self.fiscal(i))
                .or_else(|| self.decade(i))
                .or_else(|| self.counted(i))
                .or_else(|| self.bare_year(i));
        }
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
    pub(super) fn year_at(&self, i: usize) -> Option<i16> {
        let token = self.tokens.get(i)?;
        let words = token.span.of(self.text);
        if token.kind != TokenKind::Number || words.len() != 4 {
            return None;
        }
        words.parse().ok().filter(|y| (1000..=2150).contains(y))
    }

    /// `3`, `15th`, `the 9th of`: a day of a month, and the token after it.
    pub(super) fn day_number(&self, i: usize) -> Option<(i8, usize)> {
        let token = self.tokens.get(i)?;
        let words = token.span.of(self.text);
        if token.kind != TokenKind::Number || words.len() > 2 {
            return None;
        }
        let day: i8 = words.parse().ok().filter(|d| (1..=31).contains(d))?;
        let ordinal = self.glued(i + 1) && self.is(i + 1, &["st", "nd", "rd", "th"]);
        Some((day, if ordinal { i + 2 } else { i + 1 }))
    }
}
