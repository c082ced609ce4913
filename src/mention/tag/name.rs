//! Words with a capital: names, months and weekdays, and what an apostrophe or a number makes of a word.

use super::{Tagger, is_hyphen};
use crate::lexicon::{Class, kept_particles};
use crate::token::TokenKind;

impl Tagger<'_> {
    /// Whether the letter at `at` belongs to the number it is written to: "1.2m crowns".
    pub(super) fn glued_amount(&self, at: usize) -> bool {
        let t = &self.tokens[at];
        let number =
            at.checked_sub(1).and_then(|i| self.tokens.get(i)).filter(|n| n.kind == TokenKind::Number);
        number.is_some_and(|n| n.span.end == t.span.start)
            && kept_particles!("glued to a number").contains(&t.lemma)
            && (self.class(at + 1).any(Class::NOUN) || is_hyphen(self.mark(at + 1)))
    }

    /// Whether the capital of the token at `at` marks a name.
    pub(super) fn proper(&self, at: usize) -> bool {
        const NEVER: Class = Class::DET
            .or(Class::PRON)
            .or(Class::AUX)
            .or(Class::SUBORD)
            .or(Class::COORD)
            .or(Class::WH)
            .or(Class::PREP)
            .or(Class::TO);
        let c = self.class(at);
        if !c.any(Class::CAPITAL) || c.any(NEVER) {
            return false;
        }
        if self.named == Some(at) {
            return true;
        }
        if self.title_case {
            return c.any(Class::UNKNOWN);
        }
        // "United were reduced to ten": a name, for no participle is a subject.
        let next = self.class(at + 1);
        let verb = next.any(Class::BE.or(Class::HAVE).or(Class::MODAL)) && !next.any(Class::NOUN);
        let subject = || c.any(Class::PART) && !c.any(Class::NOUN) && verb && self.at_start(at);
        c.any(Class::UNKNOWN.or(Class::UPPER)) || !self.at_start(at) || subject() || self.no_command(at)
    }

    /// Whether the verb form with a capital that opens a sentence is a name, for what follows goes with no command: "Mark’s wife",
    /// "Grant told reporters", "Chase and Hale said".
    pub(super) fn no_command(&self, at: usize) -> bool {
        let (c, next) = (self.class(at), self.class(at + 1));
        if !c.any(Class::BASE)
            || c.any(Class::MOSTLY_NOUN.or(Class::ADV).or(Class::ADJ))
            || self.lemma(at) == "let"
        {
            return false;
        }
        let told = next.all(Class::PAST.or(Class::SAYS)) && !next.any(Class::BASE.or(Class::ADJ));
        let joined = || {
            let name = (at + 2..at + 5).take_while(|&i| self.proper(i)).count();
            self.lemma(at + 1) == "and" && name > 0 && self.finite_at(at + 2 + name) > 0
        };
        next.any(Class::POSSESSIVE) && self.mark(at + 1).is_none() || told || joined()
    }

    /// Whether the apostrophe at `at` is the genitive of a plural: "the farmers' union".
    pub(super) fn plural_genitive(&self, at: usize) -> bool {
        if !matches!(self.tokens[at].mark, '\'' | '’') || at == 0 {
            return false;
        }
        let c = self.class(at + 1);
        self.tokens[at - 1].span.end == self.tokens[at].span.start
            && self.tokens.get(at + 1).is_some_and(|t| t.span.start > self.tokens[at].span.end)
            && self.class(at - 1).any(Class::PLURAL.or(Class::CAPITAL))
            && (c.any(Class::NOUN.or(Class::ADJ).or(Class::NUMERAL)) && !c.any(Class::AUX)
                || self.proper(at + 1))
    }

    /// Whether a year stands before the token at `at`: "a survey in 2017 (found)".
    pub(super) fn follows_year(&self, at: usize) -> bool {
        let year = at.checked_sub(1).and_then(|i| self.tokens.get(i));
        at > 1
            && year.is_some_and(|t| t.kind == TokenKind::Number && t.span.len() == 4)
            && kept_particles!("before a year").contains(&self.lemma(at - 2))
    }

    /// Whether the token at `at` names a month or a weekday.
    pub(super) fn calendar(&self, at: usize) -> bool {
        let c = self.class(at);
        if !c.any(Class::MONTH.or(Class::WEEKDAY)) {
            return false;
        }
        if !c.any(Class::VERB.or(Class::AUX)) {
            return c.any(Class::CAPITAL);
        }
        let next = self.class(at + 1);
        // "May retail sales rose": what opens with the verb is no noun, "May they rest".
        if at == 0 && c.any(Class::MODAL) && next.any(Class::NOUN) && !next.any(Class::PRON.or(Class::DET)) {
            return true;
        }
        // "may" and "march": months after a preposition, an adjective or a number, and before a number; "said May Hale".
        c.any(Class::CAPITAL)
            && at > 0
            && (self.class(at - 1).any(Class::PREP.or(Class::NUMERAL).or(Class::ADJ).or(Class::DET))
                || self.class(at + 1).any(Class::NUMERAL)
                || !self.title_case && !self.at_start(at) && self.proper(at + 1))
    }
}
