//! From a number to a quantity: currency and sign before it, unit and range after it, approximators around it.

use core::cell::Cell;

use super::{Bound, Quantity, Unit, Value, counted, unit, words::LISTS};
use crate::{
    Span,
    hash::hash,
    lexicon::{Class, kept_particles},
    mention::number::{self, Join, Number, Piece, Sort, with_lower},
    token::{Token, TokenKind},
};

/// What the first word of a quantity is one of.
const STARTS: Class = Class::NUMERAL.or(Class::AMOUNT).or(Class::DET).or(Class::COMPOUND);

/// What a score that is no result counts.
pub(super) const RECORD: &[u8] = b"#record";

/// How many pieces a measure in brackets has at most.
const BRACKET: usize = 6;

/// Seconds.
const DAY: f64 = 86_400.0;

/// The longest approximator, in words.
const LONGEST: usize = 5;

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) pieces: Vec<Piece>,
    pub(super) found: Vec<Quantity>,
    /// The first token that belongs to no quantity yet.
    pub(super) floor: usize,
    /// The unit that was last looked for, by the piece where it would start: several rules ask for the same.
    unit: Cell<(usize, Option<Found>)>,
}

/// A unit that was found: the piece after it, the unit, and how many of it one is.
type Found = (usize, Unit, f64);

/// No piece.
const NOWHERE: usize = usize::MAX;

/// A quantity under construction, in pieces from its number on.
pub(super) struct Draft {
    pub(super) value: Value,
    pub(super) unit: Option<Unit>,
    /// The piece after the last one that belongs to the quantity.
    pub(super) end: usize,
    /// See [`Quantity`].
    pub(super) step: f64,
    /// Whether the unit hangs on the number with a hyphen: `a 42-kilometre course`.
    pub(super) adjective: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        Self {
            text,
            tokens,
            pieces: Vec::new(),
            found: Vec::new(),
            floor: 0,
            unit: Cell::new((NOWHERE, None)),
        }
    }

    pub(super) fn read(mut self, dates: impl Iterator<Item = Span>) -> Vec<Quantity> {
        let mut dates = dates.peekable();
        let mut i = 0;
        while let Some(token) = self.tokens.get(i) {
            if !token.is(STARTS) {
                i += 1;
                continue;
            }
            while dates.next_if(|d| d.end <= token.span.start).is_some() {}
            let in_date = dates.peek().is_some_and(|d| d.start <= token.span.start);
            i = match (!in_date && self.may_start(i, token)).then(|| self.quantity(i)).flatten() {
                Some(next) => next.max(i + 1),
                None => i + 1,
            };
        }
        self.found
    }

    pub(super) fn may_start(&self, i: usize, token: &Token) -> bool {
        match token.kind {
            TokenKind::Number => true,
            TokenKind::Mark => false,
            TokenKind::Word => {
                if token.is(Class::NUMERAL.or(Class::AMOUNT)) {
                    return true;
                }
                let words = || token.span.of(self.text);
                if token.is(Class::NOUN.or(Class::ADJ).or(Class::ADV)) {
                    let joined = || words().as_bytes().contains(&b'-') || words().ends_with("fold");
                    return token.span.len() > 5 && joined();
                }
                // "A third", "a hundred", "a week".
                token.is(Class::DET)
                    && token.span.len() <= 2
                    && matches!(words(), "a" | "A" | "an" | "An")
                    && self
                        .tokens
                        .get(i + 1)
                        .is_some_and(|t| t.is(Class::NUMERAL.or(Class::AMOUNT).or(Class::PERIOD)))
            }
        }
    }

    pub(super) fn piece(&self, i: usize) -> &'a str {
        self.pieces.get(i).map_or("", |p| p.span.of(self.text))
    }

    /// The unit that starts with piece `i`: the piece after it, the unit, and how many of it one is.
    pub(super) fn unit_at(&self, i: usize) -> Option<Found> {
        let (at, unit) = self.unit.get();
        if at == i {
            return unit;
        }
        let unit = unit::read(self.text, &self.pieces, i);
        self.unit.set((i, unit));
        unit
    }

    pub(super) fn join(&self, i: usize) -> Join {
        self.pieces.get(i).map_or(Join::Space, |p| p.join)
    }

    pub(super) fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.tokens.get(i).map_or(&[][..], |t| t.span.bytes(self.text));
        words.iter().any(|w| word.eq_ignore_ascii_case(w.as_bytes()))
    }

    /// The token before `i`, if there is one that no quantity holds.
    pub(super) fn before(&self, i: usize) -> Option<&'a Token> {
        i.checked_sub(1).filter(|&i| i >= self.floor).and_then(|i| self.tokens.get(i))
    }

    /// Reads the quantity whose number starts with token `i`; the token after it, where there is one.
    pub(super) fn quantity(&mut self, i: usize) -> Option<usize> {
        number::pieces(self.text, self.tokens, i, &mut self.pieces);
        self.unit.set((NOWHERE, None));
        let (first, currency) = self.currency_before(i);
        let (first, negative) = self.sign_before(first);
        let draft = match number::read(self.text, &self.pieces, 0) {
            Some(number) if self.is_number(i, first, currency, &number) => {
                self.draft(i, first, number, currency, negative)?
            }
            Some(_) => return None,
            None => self.half_a_unit(i).or_else(|| self.a_unit(i))?,
        };
        let last = self.pieces.get(draft.end.checked_sub(1)?)?;
        let (last_token, end) = (last.token, last.span.end);
        let mut first = first;
        if matches!(draft.value, Value::Range(..)) && first > self.floor && self.is(first - 1, &["between"]) {
            first -= 1;
        }
        // "A half-hour", "a half-dozen".
        let half = self.piece(0).eq_ignore_ascii_case("half") && self.join(1) == Join::Hyphen;
        if half && first > self.floor && self.is(first - 1, &["a"]) {
            first -= 1;
        }
        let span = Span::new(self.tokens.get(first)?.span.start, end);
        let (start, mut bound) = self.approximator(first, draft.unit);
        let mut wide = Span::new(start, end);
        let mut next = last_token + 1;
        if matches!(draft.value, Value::Vague(_)) && bound == Bound::Exact {
            bound = Bound::About;
        }
        if let Some((bound_after, stop)) = self.bound_after(next) {
            bound = bound_after.unwrap_or(bound);
            wide.end = self.tokens.get(stop - 1).map_or(end, |t| t.span.end);
            next = stop;
        }
        let mut quantity = Quantity {
            span,
            wide,
            value: draft.value,
            unit: draft.unit,
            bound,
            of: None,
            counted: 0,
            step: draft.step,
            age: false,
            more: false,
            toll: None,
            rate: self.rate(draft.end, &draft),
            short: bound == Bound::About
                && self
                    .before(first)
                    .is_some_and(|t| kept_particles!("short of a number").contains(&t.lemma)),
        };
        let context = counted::Context { text: self.text, tokens: self.tokens, found: &self.found };
        let from = self.tokens.binary_search_by_key(&start, |t| t.span.start).unwrap_or(first);
        let place = counted::Place { from, first, next, adjective: draft.adjective };
        counted::complete(&context, &mut quantity, place);
        quantity.age |= span.of(self.text).ends_with("old") || self.is(last_token + 1, &["old"]);
        quantity.more = context.is_more(place);
        if self.is_record(first, next, &draft) {
            quantity.counted = hash(RECORD);
        }
        quantity.toll = context.toll(&quantity, place);
        self.found.push(quantity);
        self.floor = next.max(i + 1);
        Some(self.floor)
    }

    /// Whether a score is what a side has won and lost so far, and no result: `a 10-5 record`, `the Lynx (10-5)`.
    fn is_record(&self, first: usize, next: usize, draft: &Draft) -> bool {
        matches!(draft.value, Value::Score(..))
            && (self.is(next, &["record"])
                || first > 1
                    && self.tokens.get(first - 1).is_some_and(|t| t.is_mark('('))
                    && self.tokens.get(first - 2).is_some_and(|t| t.is(Class::CAPITAL))
                || self.found.last().is_some_and(|q| {
                    let start = self.tokens.get(first).map_or(0, |t| t.span.start);
                    q.counted == hash(RECORD) && self.text.get(q.span.end..start) == Some(", ")
                }))
    }

    /// See [`Quantity`]: `a year`, `per week`, `each season`.
    fn rate(&self, end: usize, draft: &Draft) -> f64 {
        // "75 litres (20 gallons) a second".
        let bracket = self.piece(end) == "(";
        let close = || (end + 1..end + BRACKET).find(|&i| self.piece(i) == ")");
        let end = if bracket { close().map_or(end, |i| i + 1) } else { end };
        // "300 tons of ore a day".
        let of = self.piece(end).eq_ignore_ascii_case("of");
        let after = |n: &usize| self.unit_at(end + n + 1).is_some_and(|u| u.1.is_time());
        let end = if of { (2..4).find(after).map_or(end, |n| end + n) } else { end };
        let word = self.piece(end);
        if word.len() > 5
            || !kept_particles!("before what a rate is to").iter().any(|w| word.eq_ignore_ascii_case(w))
        {
            return 0.0;
        }
        let period = self.unit_at(end + 1).filter(|u| u.1.is_time());
        let days = period.and_then(|u| Some(u.1.measure()?.in_base(u.2) / DAY));
        let per = word.eq_ignore_ascii_case("per") && draft.unit.is_some_and(Unit::is_money);
        days.unwrap_or(if per { -1.0 } else { 0.0 })
    }

    /// Where the currency before token `i` starts, and which it is: `$`, `US$`, `Rs`, `EUR`.
    pub(super) fn currency_before(&self, i: usize) -> (usize, Option<Unit>) {
        let none = (i, None);
        let Some(mark) = self.before(i) else { return none };
        if mark.kind == TokenKind::Mark {
            let Some(plain) = unit::currency(mark.span.of(self.text)) else { return none };
            if let Some(country) =
                self.before(i.saturating_sub(1)).filter(|t| t.is_word() && t.span.end == mark.span.start)
            {
                if let Some(unit) = unit::currency(country.span.hull(mark.span).of(self.text)) {
                    return (i - 2, Some(unit));
                }
            }
            return (i - 1, Some(plain));
        }
        let words = mark.span.of(self.text);
        let code = mark.is_word() && words.len() <= 3 && words.starts_with(|c: char| c.is_ascii_uppercase());
        match unit::currency(words).filter(|_| code) {
            Some(unit) => (i - 1, Some(unit)),
            None => none,
        }
    }

    /// `-4`, `minus 20`: where the sign stands, and whether there is one.
    pub(super) fn sign_before(&self, i: usize) -> (usize, bool) {
        let Some(sign) = self.before(i) else { return (i, false) };
        let next = self.tokens.get(i).map_or(0, |t| t.span.start);
        let free = self.before(i - 1).is_none_or(|t| t.span.end < sign.span.start);
        let mark = matches!(sign.mark, '-' | '−' | '–') && sign.span.end == next && free;
        // "Plus or minus 3 points" bounds an error.
        let word = self.is(i - 1, &["minus"]) && !(i > 1 && self.is(i - 2, &["or", "/", "-"]));
        if mark || word { (i - 1, true) } else { (i, false) }
    }

    pub(super) fn draft(
        &self,
        i: usize,
        first: usize,
        number: Number,
        currency: Option<Unit>,
        negative: bool,
    ) -> Option<Draft> {
        let mut number = number;
        self.letter_scale(&mut number, currency.is_some());
        let sort = number.sort;
        let mut draft = Draft {
            value: match sort {
                Sort::Vague => Value::Vague(number.value),
                _ => Value::Number(if negative { -number.value } else { number.value }),
            },
            unit: match sort {
                Sort::Ratio => Some(Unit::RATIO),
                Sort::Multiple => Some(Unit::TIMES),
                _ => currency,
            },
            end: number.end,
            step: if number.scale > 1.0 || number.step < 1.0 { number.step } else { 0.0 },
            adjective: false,
        };
        // "$4.2-million", "half-dozen".
        draft.adjective = number.end > 1 && self.join(number.end - 1) == Join::Hyphen && number.scale > 1.0;
        if matches!(sort, Sort::Ratio | Sort::Multiple) {
            self.part_of_one(&mut draft);
            return Some(draft);
        }
        if sort == Sort::Count && self.multiplies(number.end, first) {
            draft.unit = Some(Unit::TIMES);
            draft.end += 1;
            return Some(draft);
        }
        if sort == Sort::Count {
            self.range(i, first, &number, currency, &mut draft);
        }
        if matches!(draft.value, Value::Score(..)) {
            draft.unit = Some(Unit::SCORE);
            return Some(draft);
        }
        self.unit(i, first, &mut draft);
        if draft.unit.is_none() && first > 0 && self.is(first - 1, &["from"]) {
            self.unit_of_second(&mut draft);
        }
        Some(draft)
    }

    /// The start of the approximator before token `first`, and the bound it sets.
    pub(super) fn approximator(&self, first: usize, unit: Option<Unit>) -> (usize, Bound) {
        let start = self.tokens.get(first).map_or(0, |t| t.span.start);
        if first == 0 || !LISTS.approximating_last.fit(self.word(first - 1)) {
            return (start, Bound::Exact);
        }
        for n in (1..=LONGEST.min(first.saturating_sub(self.floor))).rev() {
            let Some(from) = self.tokens.get(first - n) else { continue };
            let to = self.tokens.get(first - 1).map_or(start, |t| t.span.end);
            let words = Span::new(from.span.start, to).of(self.text);
            if words.len() > 40 || !LISTS.approximating.fit(words) {
                continue;
            }
            let Some(bound) = with_lower(words, |w| LISTS.approximators.get(w).copied()) else { continue };
            // "Fell 5 percent over two years": a preposition of time.
            let prep = n == 1 && self.is(first - 1, &["over", "above", "below"]);
            if prep && unit.is_some_and(Unit::is_time) && !self.lasts(first - 1) {
                return (start, Bound::Exact);
            }
            if n == 1 && bound == Bound::Exact {
                return (from.span.start, bound);
            }
            // "As many as about 40": the outer words set the bound.
            return (from.span.start, bound);
        }
        (start, Bound::Exact)
    }

    /// Whether a length of time is expected after the token before `i`.
    pub(super) fn lasts(&self, i: usize) -> bool {
        self.before(i).is_some_and(|t| {
            t.is(Class::PREP.or(Class::BE).or(Class::HAVE)) || kept_particles!("lasting").contains(&t.lemma)
        })
    }

    /// What follows the number and bounds or widens it: `or more`, `or so`, `more`, `-plus`.
    pub(super) fn bound_after(&self, i: usize) -> Option<(Option<Bound>, usize)> {
        if self.is(i, &["or"]) {
            let bound = match self.word(i + 1) {
                "more" | "above" | "older" | "higher" | "over" => Bound::AtLeast,
                "less" | "fewer" | "under" | "younger" | "below" => Bound::AtMost,
                "so" | "thereabouts" => Bound::About,
                _ => return None,
            };
            return Some((Some(bound), i + 2));
        }
        if self.is(i, &["more", "fewer", "less"]) {
            return Some((None, i + 1));
        }
        if self.is(i, &["as"]) && self.is(i + 1, &["many", "much"]) {
            return Some((None, i + 2));
        }
        if self.tokens.get(i).is_some_and(|t| t.is_mark('+')) {
            return Some((Some(Bound::AtLeast), i + 1));
        }
        None
    }
}
