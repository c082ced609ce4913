//! Ranges and scores: a second number after the first.

use super::{
    Unit, Value,
    reader::{Draft, Reader},
    unit,
    words::{self, is_person},
};
use crate::{
    lexicon::Class,
    mention::number::{self, Join, Number, Sort},
};

impl Reader<'_> {
    /// `$4.2m`, `40k`, `1.4m voters`: a letter that hangs on the number multiplies it.
    pub(super) fn letter_scale(&self, number: &mut Number, money: bool) {
        let (letter, end) = (self.piece(number.end), number.end);
        if !number.digits || letter.is_empty() || letter.len() > 2 {
            return;
        }
        // "$250-M" stands in headlines.
        let hangs =
            self.join(end) == Join::Glued || money && letter.len() == 1 && self.join(end) == Join::Hyphen;
        if !hangs {
            return;
        }
        // "The 38m-crown contract", "a 2m-euro house".
        let money = money
            || self.join(end + 1) == Join::Hyphen && self.unit_at(end + 1).is_some_and(|u| u.1.is_money());
        let next = self.pieces.get(end + 1).and_then(|p| self.tokens.get(p.token));
        let counts = next.is_some_and(|t| t.is(Class::PLURAL) && t.is(Class::NOUN) || is_person(t.lemma));
        let by = match letter {
            "m" | "M" if money || counts => 1e6,
            "mm" | "MM" if money => 1e6,
            "b" | "B" if money => 1e9,
            "k" | "K" => 1e3,
            _ => return,
        };
        number.value = number::times(number.value, by);
        number.scale = by;
        number.step *= by;
        number.end += 1;
        number.digits = false;
    }

    /// Turns the number into a range or a score where a second number follows.
    pub(super) fn range(
        &self,
        i: usize,
        first: usize,
        low: &Number,
        currency: Option<Unit>,
        draft: &mut Draft,
    ) {
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
        if joint == "-" && currency.is_none() && self.is_score(i, a, b, high.end) {
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
        // "$2-3 billion": both are billions.
        if low.scale == 1.0 && high.scale > 1.0 && a < b / high.scale && !symbol {
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
        if high.scale > 1.0 {
            draft.step = high.step;
        }
    }

    pub(super) fn range_with_units(&self, first: usize, low: &Number, draft: &mut Draft) {
        let before = |words: &[&str]| first > 0 && self.is(first - 1, words);
        let Some((at, unit, factor)) = self.unit_at(low.end) else { return };
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
        let Some((end, second, by)) = self.unit_at(high.end) else { return };
        if unit != second || high.sort != Sort::Count || low.value * factor >= high.value * by {
            return;
        }
        draft.value = Value::Range(low.value * factor, high.value * by);
        draft.unit = Some(unit);
        draft.end = end;
    }

    /// Whether `a-b` is a result: a falling pair, or a pair near a word of games and votes.
    pub(super) fn is_score(&self, i: usize, a: f64, b: f64, end: usize) -> bool {
        let whole = a.fract() == 0.0 && b.fract() == 0.0;
        let unit = self.unit_at(end).is_some();
        if !whole || unit {
            return false;
        }
        if a >= b {
            return true;
        }
        let near = self.tokens.get(i.saturating_sub(8)..(i + 10).min(self.tokens.len())).unwrap_or_default();
        near.iter().any(|t| words::is_near(t.lemma, "result"))
    }

    /// `from 900 to 650 tonnes`: the first takes the unit of the second.
    pub(super) fn unit_of_second(&self, draft: &mut Draft) {
        let Some(high) = (self.piece(draft.end) == "to")
            .then(|| number::read(self.text, &self.pieces, draft.end + 1))
            .flatten()
        else {
            return;
        };
        let read = self.unit_at(high.end).filter(|u| self.is_unit(high.end, u, draft));
        if let (Some((_, unit, factor)), Value::Number(v)) = (read, &mut draft.value) {
            *v *= factor;
            draft.unit = Some(unit);
            if high.scale > 1.0 && draft.end == 1 && *v < 1000.0 {
                *v *= high.scale;
            }
        }
    }
}
