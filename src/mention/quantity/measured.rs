//! The unit after a number, and what may pass for one.

use super::{
    Unit, Value,
    reader::{Draft, Reader},
    words,
};
use crate::{
    lexicon::Class,
    mention::number::{self, Join, Sort, Word},
};

impl Reader<'_> {
    /// Whether "times" at piece `at` multiplies, as in `three times as many`, and does not count occurrences.
    pub(super) fn multiplies(&self, at: usize, first: usize) -> bool {
        if !self.piece(at).eq_ignore_ascii_case("times") {
            return false;
        }
        let next = self.piece(at + 1);
        let than = crate::lexicon::kept_particles!("after times");
        let compared =
            than.iter().any(|w| next.eq_ignore_ascii_case(w)) || next.len() > 4 && next.ends_with("er");
        compared || first > 0 && self.is(first - 1, &["by", "to"])
    }

    /// Reads the unit after the number, with a second number in a smaller unit: `two hours and nine minutes`.
    pub(super) fn unit(&self, i: usize, first: usize, draft: &mut Draft) {
        let hyphen = self.join(draft.end) == Join::Hyphen;
        // "$30 a barrel": the currency stands, what follows is the rate. "$5 million dollars" says it twice.
        let mut at = draft.end;
        let vague_of = matches!(draft.value, Value::Vague(_)) && self.piece(at).eq_ignore_ascii_case("of");
        at += usize::from(vague_of);
        // "Four more years", "three straight days".
        let more = crate::lexicon::kept_particles!("before a unit of time");
        let period = |u: &(usize, Unit, f64)| u.1.is_time();
        let word = self.piece(at);
        if more.iter().any(|w| word.eq_ignore_ascii_case(w))
            && self.unit_at(at + 1).is_some_and(|u| period(&u))
        {
            at += 1;
        }
        let Some((end, unit, factor)) = self.unit_at(at).filter(|u| self.is_unit(at, u, draft)) else {
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
        if unit.measure().is_some() || unit.is_money() {
            draft.step = if draft.step > 0.0 { draft.step * factor } else { factor };
        }
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
    pub(super) fn and_a_half(&self, factor: f64, draft: &mut Draft) {
        let half = self.piece(draft.end).eq_ignore_ascii_case("and")
            && self.piece(draft.end + 1).eq_ignore_ascii_case("a")
            && self.pieces.get(draft.end + 2).is_some_and(|p| p.word == Some(Word::Half));
        if let (true, Value::Number(v)) = (half, &mut draft.value) {
            *v += 0.5 * factor;
            draft.end += 3;
        }
    }

    /// `two hours and nine minutes`, `6 feet 2 inches`, `61 years and 4 months`.
    pub(super) fn smaller_unit(&self, _first: usize, draft: &mut Draft) {
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
        let Some((end, small, by)) = self.unit_at(low.end) else { return };
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
    pub(super) fn is_unit(&self, at: usize, read: &(usize, Unit, f64), draft: &Draft) -> bool {
        let &(end, unit, _) = read;
        let word = self.piece(at);
        let digits = self.pieces.first().is_some_and(|p| matches!(p.word, Some(Word::Digits(_))));
        let tight = self.join(at) != Join::Space;
        let letters = word.trim_end_matches('.').chars().count();
        if end == at + 1 && word.chars().all(|c| c.is_alphabetic() || c == '.') {
            let units_of_letters = crate::lexicon::kept_particles!("unit of letters");
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
        // "341 million, year earlier": when, not how long.
        let then = self.pieces.get(end).and_then(|p| self.tokens.get(p.token));
        let when = then.is_some_and(|t| matches!(t.lemma, "early" | "earlier" | "ago" | "before"));
        if unit.is_time()
            && !tight
            && when
            && !word.ends_with('s')
            && !matches!(draft.value, Value::Number(v) if v == 1.0)
        {
            return false;
        }
        unit != Unit::TIMES || tight
    }

    /// Whether "pounds" are weight: something weighs them, or they are of a thing and not of money.
    pub(super) fn is_weight(&self, i: usize, at: usize, end: usize, draft: &Draft) -> bool {
        if matches!(draft.value, Value::Number(v) if v >= 1e6)
            || !self.piece(at).to_ascii_lowercase().starts_with("pound")
        {
            return false;
        }
        let near = self.tokens.get(i.saturating_sub(8)..(i + 6).min(self.tokens.len())).unwrap_or_default();
        if near.iter().any(|t| words::is_near(t.lemma, "weight")) {
            return true;
        }
        let of = self.piece(end).eq_ignore_ascii_case("of");
        let next = self.pieces.get(end + 1).and_then(|p| self.tokens.get(p.token));
        of && next.is_some_and(|t| t.is(Class::NOUN) && !words::is_near(t.lemma, "money"))
    }

    /// `three quarters of an hour`, `a quarter of a million`: a part of one of a unit, or of a large number.
    pub(super) fn part_of_one(&self, draft: &mut Draft) {
        let Value::Number(part) = draft.value else { return };
        let (of, a) = (self.piece(draft.end), self.piece(draft.end + 1));
        if !of.eq_ignore_ascii_case("of") || !matches!(a, "a" | "an") {
            return;
        }
        let at = draft.end + 2;
        if let Some(Word::Scale(scale)) = self.pieces.get(at).and_then(|p| p.word) {
            if self.piece(at).len() > 4 {
                let value = Value::Number(part * scale);
                *draft = Draft { value, unit: None, end: at + 1, step: scale / 10.0, adjective: false };
                self.unit(0, 0, draft);
            }
        } else if let Some((end, unit, factor)) = self.unit_at(at).filter(|u| u.1.measure().is_some()) {
            let value = Value::Number(part * factor);
            *draft = Draft { value, unit: Some(unit), end, step: factor / 4.0, adjective: false };
        }
    }

    /// `half a mile`, `half an hour`, `half-hour`.
    pub(super) fn half_a_unit(&self, i: usize) -> Option<Draft> {
        let at = match self.is(i, &["half"]) {
            true if self.is(i + 1, &["a", "an"]) => 2,
            _ if self.piece(0).eq_ignore_ascii_case("half") && self.join(1) == Join::Hyphen => 1,
            _ => return None,
        };
        let (end, unit, factor) = self.unit_at(at)?;
        let value = Value::Number(0.5 * factor);
        Some(Draft { value, unit: Some(unit), end, step: 0.5 * factor, adjective: false })
    }

    /// `a week`, `an hour` where it is how long something takes, and no rate.
    pub(super) fn a_unit(&self, i: usize) -> Option<Draft> {
        if !self.is(i, &["a", "an"]) || !self.tokens.get(i + 1)?.is(Class::PERIOD) {
            return None;
        }
        let (end, unit, factor) = self.unit_at(1)?;
        let lasts = i > 0 && self.is(i - 1, crate::lexicon::kept_particles!("before a duration"));
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
            Draft { value: Value::Number(factor), unit: Some(unit), end, step: factor, adjective: false };
        self.and_a_half(factor, &mut draft);
        Some(draft)
    }
}
