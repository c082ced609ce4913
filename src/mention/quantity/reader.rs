//! From a number to a quantity: currency and sign before it, unit and range after it, approximators around it.

use std::sync::LazyLock;

use super::{Bound, Quantity, Unit, Value, counted, unit};
use crate::{
    Span,
    hash::{Map, Set},
    lexicon::{self, Class},
    mention::number::{self, Join, Number, Piece, Sort, Word, with_lower},
    token::{Token, TokenKind},
};

struct Lists {
    approximators: Map<&'static str, Bound>,
    labels: Set<&'static str>,
    people: Set<&'static str>,
    groups: Set<&'static str>,
    changes: Set<&'static str>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let set = |list| lexicon::rows(list).map(|r| r[0]).collect();
    let approximators = lexicon::rows(lexicon::APPROXIMATORS).map(|row| {
        let bound = match row.get(1).copied() {
            Some("about") => Bound::About,
            Some("at least") => Bound::AtLeast,
            Some("at most") => Bound::AtMost,
            _ => Bound::Exact,
        };
        (row[0], bound)
    });
    Lists {
        approximators: approximators.collect(),
        labels: set(lexicon::LABELS),
        people: set(lexicon::PEOPLE),
        groups: set(lexicon::GROUPS),
        changes: set(lexicon::CHANGES),
    }
});

/// Whether `lemma` names a person.
pub(super) fn is_person(lemma: &str) -> bool {
    LISTS.people.contains(lemma)
}

/// Whether `lemma` names a group of people.
pub(super) fn is_group(lemma: &str) -> bool {
    LISTS.groups.contains(lemma)
}

/// Whether `lemma` names a change or a summary of what is measured, and not the thing: a drop of 29 percent.
pub(super) fn is_change(lemma: &str) -> bool {
    LISTS.changes.contains(lemma)
}

/// The longest approximator, in words.
const LONGEST: usize = 5;

pub(super) struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    pieces: Vec<Piece>,
    found: Vec<Quantity>,
    /// The first token that belongs to no quantity yet.
    floor: usize,
}

/// A quantity under construction, in pieces from its number on.
struct Draft {
    value: Value,
    unit: Option<Unit>,
    /// The piece after the last one that belongs to the quantity.
    end: usize,
    rounded: bool,
    /// Whether the unit hangs on the number with a hyphen: `a 42-kilometre course`.
    adjective: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        Self { text, tokens, pieces: Vec::new(), found: Vec::new(), floor: 0 }
    }

    pub(super) fn read(mut self, dates: impl Iterator<Item = Span>) -> Vec<Quantity> {
        let mut dates = dates.peekable();
        let mut i = 0;
        while let Some(token) = self.tokens.get(i) {
            while dates.next_if(|d| d.end <= token.span.start).is_some() {}
            let in_date = dates.peek().is_some_and(|d| d.start <= token.span.start);
            i = match (!in_date && self.may_start(i, token)).then(|| self.quantity(i)).flatten() {
                Some(next) => next.max(i + 1),
                None => i + 1,
            };
        }
        self.found
    }

    fn may_start(&self, i: usize, token: &Token) -> bool {
        match token.kind {
            TokenKind::Number => true,
            TokenKind::Mark => false,
            TokenKind::Word => {
                if token.is(Class::NUMERAL.or(Class::AMOUNT)) {
                    return true;
                }
                let words = token.span.of(self.text);
                if token.is(Class::NOUN.or(Class::ADJ).or(Class::ADV)) {
                    return words.len() > 5 && (words.as_bytes().contains(&b'-') || words.ends_with("fold"));
                }
                // "A third", "a hundred", "a week".
                token.is(Class::DET)
                    && matches!(words, "a" | "A" | "an" | "An")
                    && self
                        .tokens
                        .get(i + 1)
                        .is_some_and(|t| t.is(Class::NUMERAL.or(Class::AMOUNT)) || is_period(t.lemma))
            }
        }
    }

    fn piece(&self, i: usize) -> &'a str {
        self.pieces.get(i).map_or("", |p| p.span.of(self.text))
    }

    fn join(&self, i: usize) -> Join {
        self.pieces.get(i).map_or(Join::Space, |p| p.join)
    }

    fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.word(i).eq_ignore_ascii_case(w))
    }

    /// The token before `i`, if there is one that no quantity holds.
    fn before(&self, i: usize) -> Option<&'a Token> {
        i.checked_sub(1).filter(|&i| i >= self.floor).and_then(|i| self.tokens.get(i))
    }

    /// Reads the quantity whose number starts with token `i`; the token after it, where there is one.
    fn quantity(&mut self, i: usize) -> Option<usize> {
        number::pieces(self.text, self.tokens, i, &mut self.pieces);
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
            rounded: draft.rounded,
        };
        let context = counted::Context { text: self.text, tokens: self.tokens, found: &self.found };
        let from = self.tokens.binary_search_by_key(&start, |t| t.span.start).unwrap_or(first);
        counted::complete(
            &context,
            &mut quantity,
            counted::Place { from, first, next, adjective: draft.adjective },
        );
        self.found.push(quantity);
        self.floor = next.max(i + 1);
        Some(self.floor)
    }

    /// Where the currency before token `i` starts, and which it is: `$`, `US$`, `Rs`, `EUR`.
    fn currency_before(&self, i: usize) -> (usize, Option<Unit>) {
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
    fn sign_before(&self, i: usize) -> (usize, bool) {
        let Some(sign) = self.before(i) else { return (i, false) };
        let next = self.tokens.get(i).map_or(0, |t| t.span.start);
        let free = self.before(i - 1).is_none_or(|t| t.span.end < sign.span.start);
        let mark = matches!(sign.mark, '-' | '−' | '–') && sign.span.end == next && free;
        let word = self.is(i - 1, &["minus"]);
        if mark || word { (i - 1, true) } else { (i, false) }
    }

    /// Whether the number is one, and no label, year, clock time, ordinal, address or telephone number.
    fn is_number(&self, i: usize, first: usize, currency: Option<Unit>, number: &Number) -> bool {
        let text = self.word(i);
        let after = self.pieces.get(number.end);
        if number.sort == Sort::Ratio {
            return self.is_ratio(i, number);
        }
        if number.sort != Sort::Count || currency.is_some() {
            return true;
        }
        if text.eq_ignore_ascii_case("one") && number.end == 1 {
            return self.is_one(i);
        }
        let before = self.before(i);
        let glued_before = before.filter(|t| t.span.end == self.tokens.get(i).map_or(0, |t| t.span.start));
        if glued_before.is_some_and(|t| matches!(t.mark, '/' | '#' | '.' | ':' | '+' | '@' | '_' | '=')) {
            return false;
        }
        // A hyphen that hangs on the word before: "the 737-800", "pages 12-14" of a label already left out.
        if glued_before.is_some_and(|t| matches!(t.mark, '-' | '–' | '‑'))
            && i >= 2
            && self.tokens.get(i - 2).zip(before).is_some_and(|(a, b)| a.span.end == b.span.start)
        {
            return false;
        }
        if before.is_some_and(|t| {
            with_lower(t.span.of(self.text), |w| LISTS.labels.contains(w.trim_end_matches('.')))
        }) {
            return false;
        }
        let Some(after) = after else { return true };
        // "Two summers later" is a date, though nobody knows which.
        if self.is(after.token + 1, &["later", "earlier", "ago"])
            && self
                .tokens
                .get(after.token)
                .is_some_and(|t| matches!(t.lemma, "summer" | "winter" | "spring" | "autumn"))
        {
            return false;
        }
        let next = after.span.of(self.text);
        let is_next = |words: &[&str]| words.iter().any(|w| next.eq_ignore_ascii_case(w));
        if is_next(&[
            "a.m.",
            "p.m.",
            "am",
            "pm",
            "a.m",
            "p.m",
            "o'clock",
            "o’clock",
            "gmt",
            "hrs",
            "noon",
            "midnight",
        ]) {
            return false;
        }
        if after.join == Join::Glued && number.digits {
            if is_next(&["st", "nd", "rd", "th", "s", "/"]) {
                return false;
            }
            let letters = next.starts_with(char::is_alphabetic);
            if letters
                && unit::read(self.text, &self.pieces, number.end).is_none()
                && !matches!(after.word, Some(Word::Scale(_)))
            {
                return false;
            }
        }
        if number.digits && number.end == 1 {
            !(self.is_year(i, text) || self.is_named(i, first) || self.is_address(i) || self.is_phone())
        } else {
            true
        }
    }

    /// Whether "a third" and its like are parts of a whole and no ordinals or spans of time.
    fn is_ratio(&self, i: usize, number: &Number) -> bool {
        let next = self.pieces.get(number.end).and_then(|p| self.tokens.get(p.token));
        let of = ["of", "the", "its", "his", "her", "their", "our", "your", "my", "that", "this", "as"];
        let takes = of.iter().any(|w| self.piece(number.end).eq_ignore_ascii_case(w));
        if self.is(i, &["half"]) {
            let before = self.before(i);
            let ordinal = before.is_some_and(|t| {
                let w = t.span.of(self.text);
                ["first", "second", "the", "other", "opening", "each"]
                    .iter()
                    .any(|o| w.eq_ignore_ascii_case(o))
            });
            let alone = next.is_none_or(|t| {
                t.kind == TokenKind::Mark || t.is(Class::PREP.or(Class::COORD).or(Class::ADV))
            });
            let measured = before.is_some_and(|t| {
                t.is(Class::APPROX) || self.is(i - 1, &["by", "in", "than", "over", "under"])
            });
            // "Half a mile", "half an hour": read with the unit.
            return !ordinal && (takes || alone && measured || next.is_some_and(|t| t.is(Class::DET)));
        }
        if !self.is(i, &["a", "an"]) {
            return true;
        }
        // "A third man", "a fifth of rum": an ordinal has its noun after it.
        takes
            || next.is_none_or(|t| {
                t.kind == TokenKind::Mark
                    || !t.is(Class::NOUN.or(Class::ADJ))
                    || t.is(Class::PREP.or(Class::COORD))
                    || ["more", "less", "fewer", "higher", "lower", "larger", "smaller"]
                        .iter()
                        .any(|w| self.piece(number.end).eq_ignore_ascii_case(w))
            })
    }

    /// "One" counts only before what it counts.
    fn is_one(&self, i: usize) -> bool {
        let before = self.before(i);
        let pronoun =
            ["no", "the", "this", "that", "any", "each", "every", "another", "which", "some", "than"];
        if before.is_some_and(|t| pronoun.iter().any(|w| t.span.of(self.text).eq_ignore_ascii_case(w))) {
            return false;
        }
        let Some(next) = self.pieces.get(1).and_then(|p| self.tokens.get(p.token)) else { return false };
        let word = self.piece(1);
        let idle =
            ["day", "another", "more", "thing", "way", "side", "hand", "time", "point", "of", "that", "who"];
        if idle.iter().any(|w| word.eq_ignore_ascii_case(w)) {
            return false;
        }
        next.kind == TokenKind::Number
            || self.pieces.get(1).is_some_and(|p| matches!(p.word, Some(Word::Digits(_))))
            || next.is_word()
                && next.is(Class::NOUN.or(Class::ADJ).or(Class::UNKNOWN))
                && !next.is(Class::PREP.or(Class::COORD).or(Class::AUX).or(Class::PRON).or(Class::DET))
    }

    fn is_year(&self, i: usize, text: &str) -> bool {
        let Ok(year @ 1000..=2100) = text.parse::<u32>() else { return false };
        let unit = unit::read(self.text, &self.pieces, 1).is_some();
        let next = self.tokens.get(i + 1);
        let preps = ["in", "since", "until", "by", "from", "before", "after", "during", "of", "till", "for"];
        let dated = i > 0 && self.is(i - 1, &preps) && year >= 1500;
        let counts = next.is_some_and(|t| {
            t.is(Class::PLURAL) && !t.is(Class::AUX)
                || is_person(t.lemma)
                || t.is(Class::ADJ) && !t.is(Class::ADV)
        });
        !unit && (dated || !counts)
    }

    /// `Radio 5`, `Boeing 737`: the number belongs to the name before it.
    fn is_named(&self, i: usize, first: usize) -> bool {
        let Some(name) = self.before(first) else { return false };
        let other =
            Class::PREP.or(Class::DET).or(Class::COORD).or(Class::SUBORD).or(Class::APPROX).or(Class::ADV);
        let calendar = Class::WEEKDAY.or(Class::MONTH).or(Class::PRON).or(Class::NUMERAL).or(Class::AUX);
        if !name.is_word()
            || !name.is(Class::CAPITAL)
            || name.is(other.or(calendar))
            || self.is(i + 1, &["of", "percent", "per"])
        {
            return false;
        }
        if first == 1 && !name.is(Class::UNKNOWN) && name.is(Class::VERB.or(Class::ADJ)) {
            return false;
        }
        if unit::read(self.text, &self.pieces, 1).is_some()
            || self.pieces.get(1).is_some_and(|p| p.join == Join::Hyphen)
        {
            return false;
        }
        let next = self.tokens.get(i + 1);
        let counts = next.is_some_and(|t| t.is(Class::PLURAL) && !t.is(Class::AUX));
        !(counts
            && (first < 2
                || self.before(first - 1).is_some_and(|t| t.is(Class::PREP) || t.kind == TokenKind::Mark)))
    }

    /// `16 Castle Street`.
    fn is_address(&self, i: usize) -> bool {
        let streets = [
            "street",
            "st",
            "road",
            "rd",
            "avenue",
            "ave",
            "lane",
            "drive",
            "boulevard",
            "square",
            "way",
            "terrace",
            "court",
            "place",
            "crescent",
        ];
        let capital = |t: &Token| t.is_word() && t.is(Class::CAPITAL);
        (1..=4)
            .map_while(|n| self.tokens.get(i + n).filter(|t| capital(t)))
            .skip(1)
            .any(|t| with_lower(t.span.of(self.text), |w| streets.contains(&w.trim_end_matches('.'))))
    }

    /// `555-0134`, `555-123-4567`.
    fn is_phone(&self) -> bool {
        let joined = |n: usize| {
            self.join(n) == Join::Hyphen && self.piece(n).starts_with(|c: char| c.is_ascii_digit())
        };
        joined(1)
            && (joined(2)
                || self.piece(1).starts_with('0') && self.piece(1).len() > 1
                || self.piece(1).len() == 4 && self.piece(0).len() == 3)
    }

    fn draft(
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
            rounded: number.scale > 1.0 || self.word(i).contains('.') || self.word(i).contains('½'),
            adjective: false,
        };
        // "$4.2-million", "half-dozen".
        draft.adjective = number.end > 1 && self.join(number.end - 1) == Join::Hyphen && number.scale > 1.0;
        if matches!(sort, Sort::Ratio | Sort::Multiple) {
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

    /// `from 900 to 650 tonnes`: the first takes the unit of the second.
    fn unit_of_second(&self, draft: &mut Draft) {
        let Some(high) = (self.piece(draft.end) == "to")
            .then(|| number::read(self.text, &self.pieces, draft.end + 1))
            .flatten()
        else {
            return;
        };
        let read = unit::read(self.text, &self.pieces, high.end).filter(|u| self.is_unit(high.end, u, draft));
        if let (Some((_, unit, factor)), Value::Number(v)) = (read, &mut draft.value) {
            *v *= factor;
            draft.unit = Some(unit);
            if high.scale > 1.0 && draft.end == 1 && *v < 1000.0 {
                *v *= high.scale;
            }
        }
    }

    /// Whether "times" at piece `at` multiplies, as in `three times as many`, and does not count occurrences.
    fn multiplies(&self, at: usize, first: usize) -> bool {
        if !self.piece(at).eq_ignore_ascii_case("times") {
            return false;
        }
        let next = self.piece(at + 1);
        let than = [
            "as", "more", "less", "the", "its", "his", "her", "their", "that", "what", "those", "our", "your",
        ];
        let compared =
            than.iter().any(|w| next.eq_ignore_ascii_case(w)) || next.len() > 4 && next.ends_with("er");
        compared || first > 0 && self.is(first - 1, &["by", "to"])
    }

    /// `$4.2m`, `40k`, `1.4m voters`: a letter that hangs on the number multiplies it.
    fn letter_scale(&self, number: &mut Number, money: bool) {
        let (letter, end) = (self.piece(number.end), number.end);
        if !number.digits || self.join(end) != Join::Glued || letter.len() != 1 {
            return;
        }
        let next = self.pieces.get(end + 1).and_then(|p| self.tokens.get(p.token));
        let counts = next.is_some_and(|t| t.is(Class::PLURAL) && t.is(Class::NOUN) || is_person(t.lemma));
        let by = match letter {
            "m" | "M" if money || counts => 1e6,
            "b" | "B" if money => 1e9,
            "k" | "K" => 1e3,
            _ => return,
        };
        number.value *= by;
        number.scale = by;
        number.end += 1;
        number.digits = false;
    }

    /// Turns the number into a range or a score where a second number follows.
    fn range(&self, i: usize, first: usize, low: &Number, currency: Option<Unit>, draft: &mut Draft) {
        let mut at = low.end;
        let word = self.piece(at);
        let hyphen = self.join(at) == Join::Hyphen;
        let before = |words: &[&str]| first > 0 && self.is(first - 1, words);
        let mut joint = "-";
        if !hyphen {
            joint = match word {
                "to" if !before(&["from"]) => "to",
                "and" if before(&["between"]) => "and",
                "or" => "or",
                "for" => "for",
                "–" | "—" => "-",
                _ => {
                    // "2 percent to 3 percent", "between $5 million and $7 million": the unit stands twice.
                    self.range_with_units(first, low, draft);
                    return;
                }
            };
            at += 1;
        }
        let mut symbol = false;
        if unit::currency(self.piece(at)).is_some() && currency.is_some() {
            symbol = true;
            at += 1;
        }
        let Some(mut high) = number::read(self.text, &self.pieces, at) else { return };
        if high.sort != Sort::Count || self.piece(at).eq_ignore_ascii_case("a") {
            return;
        }
        self.letter_scale(&mut high, currency.is_some());
        let (mut a, b) = (low.value, high.value);
        if joint == "-" && !currency.is_some() && self.is_score(i, a, b, high.end) {
            (draft.value, draft.end) = (Value::Score(a, b), high.end);
            return;
        }
        if joint == "for" {
            // Cricket: runs for wickets.
            let counted = self
                .pieces
                .get(high.end)
                .and_then(|p| self.tokens.get(p.token))
                .is_some_and(|t| t.is_word() && t.is(Class::NOUN.or(Class::ADJ)) && !t.is(Class::PREP));
            if low.digits && high.digits && a >= 10.0 && b < 10.0 && !counted {
                (draft.value, draft.end) = (Value::Score(a, b), high.end);
            }
            return;
        }
        if low.scale == 1.0 && high.scale > 1.0 && a < b / high.scale + 1.0 && !symbol && joint != "or" {
            a *= high.scale;
        } else if low.scale == 1.0 && high.scale > 1.0 && a < b / high.scale {
            a *= high.scale;
        }
        if a >= b {
            return;
        }
        // "Two or three" is a range, "12 or 400" names two numbers.
        if joint == "or" && b > 2.0 * a + 1.0 {
            return;
        }
        draft.value = Value::Range(a, b);
        draft.end = high.end;
        draft.rounded |= high.scale > 1.0;
    }

    fn range_with_units(&self, first: usize, low: &Number, draft: &mut Draft) {
        let before = |words: &[&str]| first > 0 && self.is(first - 1, words);
        let Some((at, unit, factor)) = unit::read(self.text, &self.pieces, low.end) else { return };
        let joint = self.piece(at);
        // "Rose 45 pence to 612 pence": the change, and what it came to.
        let changed = before(&["by", "up", "down", "another", "a"])
            || first > 0
                && self.tokens.get(first - 1).is_some_and(|t| {
                    t.is(Class::PAST.or(Class::PART).or(Class::ING).or(Class::THIRD)) && t.is(Class::VERB)
                });
        if !(joint == "to" && !before(&["from"]) && !changed || joint == "and" && before(&["between"])) {
            return;
        }
        let Some(high) = number::read(self.text, &self.pieces, at + 1) else { return };
        let Some((end, second, by)) = unit::read(self.text, &self.pieces, high.end) else { return };
        if unit != second || high.sort != Sort::Count || low.value * factor >= high.value * by {
            return;
        }
        draft.value = Value::Range(low.value * factor, high.value * by);
        draft.unit = Some(unit);
        draft.end = end;
    }

    /// Whether `a-b` is a result: a falling pair, or a pair near a word of games and votes.
    fn is_score(&self, i: usize, a: f64, b: f64, end: usize) -> bool {
        let whole = a.fract() == 0.0 && b.fract() == 0.0;
        let unit = unit::read(self.text, &self.pieces, end).is_some();
        if !whole || unit {
            return false;
        }
        if a >= b {
            return true;
        }
        let near = self.tokens.get(i.saturating_sub(8)..(i + 10).min(self.tokens.len())).unwrap_or_default();
        let words = [
            "win", "lose", "beat", "defeat", "draw", "vote", "score", "victory", "defeat", "lead", "trail",
            "tie", "loss", "down", "record", "verdict", "ruling", "rule",
        ];
        near.iter().any(|t| words.contains(&t.lemma))
    }

    /// Reads the unit after the number, with a second number in a smaller unit: `two hours and nine minutes`.
    fn unit(&self, i: usize, first: usize, draft: &mut Draft) {
        let hyphen = self.join(draft.end) == Join::Hyphen;
        // "$30 a barrel": the currency stands, what follows is the rate. "$5 million dollars" says it twice.
        let mut at = draft.end;
        let mut vague_of = false;
        if matches!(draft.value, Value::Vague(_)) {
            if self.piece(at).eq_ignore_ascii_case("of") {
                at += 1;
                vague_of = true;
            }
        }
        let Some((end, unit, factor)) =
            unit::read(self.text, &self.pieces, at).filter(|u| self.is_unit(at, u, draft))
        else {
            if hyphen && draft.unit.is_none() && self.piece(at).starts_with(char::is_alphabetic) {
                // "A five-member panel": the noun is part of the word.
                draft.adjective = true;
            }
            return;
        };
        if let Some(money) = draft.unit {
            if unit == money && factor == 1.0 {
                draft.end = end;
            }
            return;
        }
        let mut unit = unit;
        if unit == Unit::GBP && self.is_weight(i, at, end, draft) {
            unit = Unit::POUND_WEIGHT;
        }
        if vague_of && !(unit.is_money() || unit.is_time() || unit.measure().is_some()) {
            return;
        }
        draft.adjective = hyphen;
        draft.unit = Some(unit);
        draft.rounded |= unit.measure().is_some() || unit.is_money();
        draft.end = end;
        match &mut draft.value {
            Value::Number(v) | Value::Vague(v) => *v *= factor,
            Value::Range(a, b) => {
                *a *= factor;
                *b *= factor;
            }
            Value::Score(..) => {}
        }
        if !hyphen || self.join(end) == Join::Space {
            self.smaller_unit(first, draft);
        }
        self.and_a_half(factor, draft);
    }

    /// `two years and a half`.
    fn and_a_half(&self, factor: f64, draft: &mut Draft) {
        let half = self.piece(draft.end).eq_ignore_ascii_case("and")
            && self.piece(draft.end + 1).eq_ignore_ascii_case("a")
            && self.pieces.get(draft.end + 2).is_some_and(|p| p.word == Some(Word::Half));
        if let (true, Value::Number(v)) = (half, &mut draft.value) {
            *v += 0.5 * factor;
            draft.end += 3;
        }
    }

    /// `two hours and nine minutes`, `6 feet 2 inches`, `61 years and 4 months`.
    fn smaller_unit(&self, _first: usize, draft: &mut Draft) {
        let (Value::Number(v), Some(unit)) = (draft.value, draft.unit) else { return };
        let mut at = draft.end;
        if self.piece(at) == "," {
            at += 1;
        }
        if self.piece(at).eq_ignore_ascii_case("and") {
            at += 1;
        }
        let Some(low) = number::read(self.text, &self.pieces, at).filter(|n| n.sort == Sort::Count) else {
            return;
        };
        let Some((end, small, by)) = unit::read(self.text, &self.pieces, low.end) else { return };
        let (Some(mu), Some(ms)) = (unit.measure(), small.measure()) else { return };
        if mu.dimension != ms.dimension || ms.in_base(1.0) >= mu.in_base(1.0) {
            return;
        }
        let clock = mu.dimension == "time" && mu.in_base(1.0) <= 3600.0;
        let base = mu.in_base(v) + ms.in_base(low.value * by);
        // Hours and minutes are told in minutes, everything else in the larger unit.
        let (unit, per) = if clock { (small, ms.in_base(1.0)) } else { (unit, mu.in_base(1.0)) };
        draft.value = Value::Number(base / per);
        draft.unit = Some(unit);
        draft.end = end;
    }

    /// Whether a form that may be a unit is one here.
    fn is_unit(&self, at: usize, read: &(usize, Unit, f64), draft: &Draft) -> bool {
        let &(end, unit, _) = read;
        let word = self.piece(at);
        let digits = self.pieces.first().is_some_and(|p| matches!(p.word, Some(Word::Digits(_))));
        let tight = self.join(at) != Join::Space;
        let letters = word.trim_end_matches('.').chars().count();
        if end == at + 1 && word.chars().all(|c| c.is_alphabetic() || c == '.') {
            let units_of_letters = ["won", "min", "sec", "mi", "mb", "ha", "db", "amp", "hp", "nm", "cc"];
            match letters {
                1 if matches!(word, "m" | "g" | "l") => return digits,
                1 => return digits && tight,
                2 | 3 if units_of_letters.iter().any(|w| word.eq_ignore_ascii_case(w)) => {
                    let large = matches!(draft.value, Value::Number(v) if v >= 100.0);
                    return digits && (large || !word.eq_ignore_ascii_case("won"));
                }
                2 => return digits || word == "ft",
                _ => {}
            }
        }
        // "The 10th second", "his one second chance": the ordinal and the span of time.
        if word.eq_ignore_ascii_case("second") && !tight {
            let next = self.pieces.get(end).and_then(|p| self.tokens.get(p.token));
            return !next.is_some_and(|t| t.is(Class::NOUN.or(Class::ADJ)) && !t.is(Class::PREP));
        }
        unit != Unit::TIMES || tight
    }

    /// Whether "pounds" are weight: something weighs them, or they are of a thing and not of money.
    fn is_weight(&self, i: usize, at: usize, end: usize, draft: &Draft) -> bool {
        if matches!(draft.value, Value::Number(v) if v >= 1e6)
            || !self.piece(at).to_ascii_lowercase().starts_with("pound")
        {
            return false;
        }
        let near = self.tokens.get(i.saturating_sub(8)..(i + 6).min(self.tokens.len())).unwrap_or_default();
        let weighs = ["weigh", "weight", "heavy", "lose", "gain", "heavier", "lighter", "baby"];
        if near.iter().any(|t| weighs.contains(&t.lemma)) {
            return true;
        }
        let money = [
            "damage",
            "debt",
            "fund",
            "funding",
            "aid",
            "investment",
            "cash",
            "tax",
            "money",
            "saving",
            "profit",
            "public",
            "revenue",
            "sales",
            "loss",
            "cost",
            "compensation",
            "spending",
            "note",
        ];
        let of = self.piece(end).eq_ignore_ascii_case("of");
        let next = self.pieces.get(end + 1).and_then(|p| self.tokens.get(p.token));
        of && next.is_some_and(|t| t.is(Class::NOUN) && !money.contains(&t.lemma))
    }

    /// `half a mile`, `half an hour`.
    fn half_a_unit(&self, i: usize) -> Option<Draft> {
        if !self.is(i, &["half"]) || !self.is(i + 1, &["a", "an"]) {
            return None;
        }
        let (end, unit, factor) = unit::read(self.text, &self.pieces, 2)?;
        let value = Value::Number(0.5 * factor);
        Some(Draft { value, unit: Some(unit), end, rounded: true, adjective: false })
    }

    /// `a week`, `an hour` where it is how long something takes, and no rate.
    fn a_unit(&self, i: usize) -> Option<Draft> {
        if !self.is(i, &["a", "an"]) || !is_period(self.tokens.get(i + 1)?.lemma) {
            return None;
        }
        let (end, unit, factor) = unit::read(self.text, &self.pieces, 1)?;
        let lasts = i > 0
            && self.is(
                i - 1,
                &[
                    "in", "for", "within", "under", "than", "nearly", "almost", "about", "lasted", "took",
                    "takes", "over", "least",
                ],
            );
        let next = self.pieces.get(end).and_then(|p| self.tokens.get(p.token));
        // "In a week of talks", "in a day care centre".
        let noun = next.is_some_and(|t| {
            t.is_word()
                && t.is(Class::NOUN)
                && !t.is(Class::PREP.or(Class::COORD).or(Class::ADV).or(Class::VERB))
        });
        if !lasts || noun || !self.tokens.get(i + 1)?.is(Class::NOUN) {
            return None;
        }
        let mut draft =
            Draft { value: Value::Number(factor), unit: Some(unit), end, rounded: true, adjective: false };
        self.and_a_half(factor, &mut draft);
        Some(draft)
    }

    /// The start of the approximator before token `first`, and the bound it sets.
    fn approximator(&self, first: usize, unit: Option<Unit>) -> (usize, Bound) {
        let start = self.tokens.get(first).map_or(0, |t| t.span.start);
        for n in (1..=LONGEST.min(first.saturating_sub(self.floor))).rev() {
            let Some(from) = self.tokens.get(first - n) else { continue };
            let to = self.tokens.get(first - 1).map_or(start, |t| t.span.end);
            let words = Span::new(from.span.start, to).of(self.text);
            if words.len() > 40 {
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
    fn lasts(&self, i: usize) -> bool {
        self.before(i).is_some_and(|t| {
            t.is(Class::PREP.or(Class::BE).or(Class::HAVE))
                || ["last", "take", "spend", "log", "serve", "wait"].contains(&t.lemma)
        })
    }

    /// What follows the number and bounds or widens it: `or more`, `or so`, `more`, `-plus`.
    fn bound_after(&self, i: usize) -> Option<(Option<Bound>, usize)> {
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

/// Whether `lemma` is a span of time that can follow "a".
fn is_period(lemma: &str) -> bool {
    matches!(
        lemma,
        "second" | "minute" | "hour" | "day" | "week" | "fortnight" | "month" | "year" | "decade" | "century"
    )
}
