//! Numbers that are no quantities: labels, years, clock times, ordinals, addresses, telephone numbers.

use super::{
    Unit,
    counted::BEFALLS,
    reader::Reader,
    words::{self, LISTS, is_person},
};
use crate::{
    lexicon::Class,
    mention::number::{Join, Number, Sort, Word, with_lower},
    token::{Token, TokenKind},
};

impl Reader<'_> {
    /// Whether the number is one, and no label, year, clock time, ordinal, address or telephone number.
    pub(super) fn is_number(&self, i: usize, first: usize, currency: Option<Unit>, number: &Number) -> bool {
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
        let label = before.and_then(|t| {
            // "EXCLUSIVE-UPDATE 2".
            let word = t.span.of(self.text).rsplit('-').next().unwrap_or_default();
            with_lower(word, |w| LISTS.labels.get(w.trim_end_matches('.')).copied())
        });
        let noun = || {
            let next = self.pieces.get(number.end).and_then(|p| self.tokens.get(p.token));
            next.is_some_and(|t| {
                t.is_word() && t.is(Class::NOUN.or(Class::ADJ)) && !t.is(Class::PREP.or(Class::AUX))
            })
        };
        match label {
            Some(true) if noun() || !before.is_some_and(|t| t.is(Class::NOUN)) => {}
            Some(_) => return false,
            // "The Group of 20".
            None => {
                let club = i > 1 && self.is(i - 1, &["of"]) && self.is(i - 2, &["group"]);
                if club && self.tokens.get(i - 2).is_some_and(|t| t.is(Class::CAPITAL)) {
                    return false;
                }
            }
        }
        // "At six on Monday", "at nine, 12 years ago": a time of the clock.
        let hour = matches!(number.value, 1.0..=12.0)
            && number.end == 1
            && before.is_some_and(|_| self.is(i - 1, &["at"]));
        if hour {
            let next = self.tokens.get(i + 1);
            let days = Class::WEEKDAY.or(Class::MONTH).or(Class::DATE);
            let dated = self.is(i + 1, &["on", "in"])
                && (2..4).any(|n| self.tokens.get(i + n).is_some_and(|t| t.is(days.or(Class::PERIOD))));
            let ends = next.is_none_or(|t| t.kind == TokenKind::Mark && t.mark != '%');
            if dated || next.is_some_and(|t| t.is(days)) || ends && !number.digits {
                return false;
            }
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
            if letters && self.unit_at(number.end).is_none() && !matches!(after.word, Some(Word::Scale(_))) {
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
    pub(super) fn is_ratio(&self, i: usize, number: &Number) -> bool {
        let next = self.pieces.get(number.end).and_then(|p| self.tokens.get(p.token));
        let of = crate::lexicon::kept_particles!("after a fraction");
        let word = self.piece(number.end);
        let takes = of.iter().any(|w| word.eq_ignore_ascii_case(w));
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
        // "A third, on 6 September, was stopped": one more.
        let opens = i == 0 || self.tokens.get(i - 1).is_some_and(|t| matches!(t.mark, '“' | '"' | '—' | '–'));
        let one = next.is_some_and(|t| t.is_mark(',')) || ["was", "is", "has"].contains(&word);
        if opens && one {
            return false;
        }
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
    pub(super) fn is_one(&self, i: usize) -> bool {
        let before = self.before(i);
        let pronoun = crate::lexicon::kept_particles!("before one");
        // "less than one per cent" is an amount, "the only one" is not.
        let percent = self.unit_at(1).is_some() && self.is(i.wrapping_sub(1), &["than"]);
        let named =
            before.is_some_and(|t| pronoun.iter().any(|w| t.span.of(self.text).eq_ignore_ascii_case(w)));
        let only = i > 1 && self.is(i - 1, &["only"]) && self.is(i - 2, &["the"]);
        if percent || named || only {
            return percent;
        }
        // "Not one window broke" counts none.
        if before.is_some_and(|t| t.is(Class::NEG)) {
            return false;
        }
        // "Kills one and injures two".
        if before.is_some_and(befalls) {
            return true;
        }
        let Some(next) = self.pieces.get(1).and_then(|p| self.tokens.get(p.token)) else { return false };
        let word = self.piece(1);
        let idle = crate::lexicon::kept_particles!("after one");
        if idle.iter().any(|w| word.eq_ignore_ascii_case(w)) {
            return false;
        }
        next.kind == TokenKind::Number
            || self.pieces.get(1).is_some_and(|p| matches!(p.word, Some(Word::Digits(_))))
            || next.is_word()
                && next.is(Class::NOUN.or(Class::ADJ).or(Class::UNKNOWN))
                && !next.is(Class::PREP.or(Class::COORD).or(Class::AUX).or(Class::PRON).or(Class::DET))
    }

    pub(super) fn is_year(&self, i: usize, text: &str) -> bool {
        let Ok(year @ 1000..=2100) = text.parse::<u32>() else { return false };
        let unit = self.unit_at(1).is_some();
        let next = self.tokens.get(i + 1);
        let preps = crate::lexicon::kept_particles!("before a year");
        let dated = i > 0 && self.is(i - 1, preps) && year >= 1500;
        let counts = next.is_some_and(|t| {
            t.is(Class::PLURAL) && !t.is(Class::AUX)
                || is_person(t.lemma)
                || t.is(Class::ADJ) && !t.is(Class::ADV)
        });
        !unit && (dated || !counts)
    }

    /// `Radio 5`, `Boeing 737`: the number belongs to the name before it.
    pub(super) fn is_named(&self, i: usize, first: usize) -> bool {
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
        // "Blast Kills 14": verbs have capitals in headlines.
        let verb = !name.is(Class::UNKNOWN) && name.is(Class::VERB);
        if verb && (!name.is(Class::MOSTLY_NOUN.or(Class::MOSTLY_ADJ)) || befalls(name)) {
            return false;
        }
        if self.unit_at(1).is_some() || self.pieces.get(1).is_some_and(|p| p.join == Join::Hyphen) {
            return false;
        }
        let next = self.tokens.get(i + 1);
        let counts = next.is_some_and(|t| t.is(Class::PLURAL) && !t.is(Class::AUX));
        !(counts
            && (first < 2
                || self.before(first - 1).is_some_and(|t| t.is(Class::PREP) || t.kind == TokenKind::Mark)))
    }

    /// `16 Castle Street`.
    pub(super) fn is_address(&self, i: usize) -> bool {
        let capital = |t: &Token| t.is_word() && t.is(Class::CAPITAL);
        (1..=4)
            .map_while(|n| self.tokens.get(i + n).filter(|t| capital(t)))
            .skip(1)
            .any(|t| with_lower(t.span.of(self.text), |w| words::is_near(w.trim_end_matches('.'), "street")))
    }

    /// `555-0134`, `555-123-4567`.
    pub(super) fn is_phone(&self) -> bool {
        let joined = |n: usize| {
            self.join(n) == Join::Hyphen && self.piece(n).starts_with(|c: char| c.is_ascii_digit())
        };
        joined(1)
            && (joined(2)
                || self.piece(1).starts_with('0') && self.piece(1).len() > 1
                || self.piece(1).len() == 4 && self.piece(0).len() == 3)
    }
}

/// Whether a verb says what befell persons: `kills`, `wounded`.
fn befalls(token: &Token) -> bool {
    token.is(Class::VERB) && BEFALLS.iter().any(|role| words::is_near(token.lemma, role))
}
