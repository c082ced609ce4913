//! What comes: whether a noun phrase or a verb stands at a token or behind it, and which clauses still wait for theirs.

use super::{AHEAD, Tagger, is_currency, is_opening, is_subjective};
use crate::lexicon::{Class, kept_particles};
use crate::token::{Token, TokenKind};

impl Tagger<'_> {
    /// Whether the words from `at` look like the start of a noun phrase that is no date.
    pub(super) fn phrase_at(&self, at: usize) -> bool {
        const START: Class = Class::DET.or(Class::POSSDET).or(Class::PRON).or(Class::NUMERAL);
        const NEVER: Class = Class::COORD.or(Class::TO).or(Class::WEEKDAY).or(Class::MONTH);
        let Some(t) = self.tokens.get(at) else { return false };
        let c = t.class;
        match t.kind {
            TokenKind::Number => !self.class(at + 1).any(Class::MONTH),
            TokenKind::Mark => is_currency(t.mark) || t.mark == '“',
            TokenKind::Word if self.calendar(at) => false,
            TokenKind::Word if self.proper(at) => true,
            TokenKind::Word if c.any(NEVER) || c.any(Class::PREP) && !c.any(START) => false,
            TokenKind::Word => {
                c.any(START)
                    || c.any(Class::NOUN)
                        && !c.any(Class::MOSTLY_ADV.or(Class::AUX))
                        && (c.any(Class::PLURAL) || !c.any(Class::MOSTLY_VERB))
                    || c.any(Class::ADJ)
                        && !c.any(Class::MOSTLY_ADV)
                        && self.class(at + 1).any(Class::NOUN.or(Class::ADJ))
            }
        }
    }

    /// How likely the form at `at` is to be a finite verb: 2 for forms that are hardly anything else there, 1 for
    /// those that may be participles or nouns, 0 for the rest.
    pub(super) fn finite_at(&self, at: usize) -> u8 {
        const OPENS: Class = Class::DET.or(Class::POSSDET).or(Class::TO).or(Class::AUX).or(Class::POSSESSIVE);
        let c = self.class(at);
        if !c.any(Class::VERB) || c.any(Class::POSSESSIVE) || self.proper(at) {
            return 0;
        }
        // "at 4.52am"
        let glued = at.checked_sub(1).and_then(|i| self.tokens.get(i)).is_some_and(|n| {
            n.kind == TokenKind::Number && self.tokens.get(at).is_some_and(|t| n.span.end == t.span.start)
        });
        if glued {
            return 0;
        }
        if c.any(Class::AUX) {
            let governed = c.any(Class::BASE)
                && at > 0
                && self.class(at - 1).any(Class::TO.or(Class::MODAL).or(Class::DO));
            let nonfinite =
                c.any(Class::ING) || c.any(Class::PART.or(Class::BASE)) && self.lemma(at) == "be" || governed;
            let bare = c.any(Class::PART) && !c.any(Class::PAST);
            return if nonfinite || bare || self.calendar(at) { 0 } else { 2 };
        }
        let before = at.checked_sub(1).map_or(Class::default(), |i| self.class(i));
        if before.any(OPENS) && !before.any(Class::PRON) || before.any(Class::PREP) && !before.any(Class::ADV)
        {
            return 0;
        }
        // After a subject pronoun hardly anything but a verb can stand; "it" and "you" are objects too.
        const FORMS: Class = Class::PAST.or(Class::THIRD).or(Class::BASE);
        if before.all(Class::SUBJECT.or(Class::PRON))
            && !before.any(Class::DET)
            && c.any(FORMS)
            && !c.any(Class::ADV.or(Class::PREP))
        {
            return if is_subjective(self.lemma(at - 1)) { 2 } else { 1 };
        }
        if before.any(Class::NUMERAL) && c.any(Class::NOUN) && !(c.any(Class::PAST) && self.follows_year(at))
        {
            return 0;
        }
        if c.any(Class::PAST) {
            let only = !c.any(Class::PART.or(Class::BASE));
            if only || self.lemma(at) == "say" {
                2
            } else {
                let other = c.any(Class::MOSTLY_ADJ.or(Class::MOSTLY_NOUN)) && !c.any(Class::MOSTLY_VERB);
                u8::from(self.lemma(at + 1) != "by" && !other)
            }
        } else if c.any(Class::THIRD) {
            // "to limit exports", "human rights advocates": nouns.
            let object = at > 1 && self.class(at - 2).any(Class::TO.or(Class::MODAL));
            let last = self.mark(at + 1).is_some_and(|m| !is_opening(m)) || at + 1 >= self.tokens.len();
            // "as drought bites", "after dam bursts"
            let told = last && before.any(Class::NOUN) && !before.any(Class::PLURAL.or(Class::CAPITAL)) && {
                let opener = at.checked_sub(2).map_or("", |i| self.lemma(i));
                opener == "as" && !c.any(Class::MOSTLY_NOUN)
                    || matches!(opener, "after" | "before") && c.any(Class::MOSTLY_VERB)
            };
            match c.any(Class::NOUN) {
                false => 2,
                true if told => 1,
                true if object || last && !c.any(Class::INTRANSITIVE) => 0,
                true => u8::from(c.any(Class::MOSTLY_VERB)),
            }
        } else {
            // "police believe": a base form that is nothing else, after a plural.
            let only =
                c.any(Class::BASE) && !c.any(Class::NOUN.or(Class::ADJ).or(Class::ADV).or(Class::PREP));
            let plural = before.any(Class::PLURAL) || before.any(Class::SUBJECT) && !before.any(Class::DET);
            // "carmakers run down inventories", "firms cut their forecasts"
            let next = self.class(at + 1);
            // "soldiers now patrol the streets"
            let adverb = before.any(Class::ADV)
                && !before.any(Class::NOUN.or(Class::ADJ).or(Class::VERB).or(Class::PREP));
            let far = at.checked_sub(2).filter(|_| adverb).map_or(before, |i| self.class(i));
            let several = far.any(Class::PLURAL) || before.all(Class::UNKNOWN.or(Class::CAPITAL));
            let some = || {
                let far = if adverb { at.checked_sub(2) } else { at.checked_sub(1) };
                far.is_some_and(|i| kept_particles!("plural without s").contains(&self.lemma(i)))
            };
            let verbal = c.all(Class::BASE.or(Class::MOSTLY_VERB));
            // "as talks stall"
            let opened = || at > 1 && matches!(self.lemma(at - 2), "as" | "after" | "before");
            let time = self.class(at + 2).any(Class::PERIOD);
            let acts = several
                && verbal
                && (next.any(Class::POSSDET.or(Class::DET))
                    || kept_particles!("after a verb").contains(&self.lemma(at + 1)))
                // "many now list their parents", "fares rise"
                || c.any(Class::BASE)
                    && !c.any(Class::ADV.or(Class::PREP).or(Class::PLURAL))
                    && next.any(Class::POSSDET.or(Class::DET))
                    && !next.any(Class::PREP)
                    && !time
                    && (far.any(Class::PLURAL) && !far.any(Class::DET) && (verbal || next.any(Class::POSSDET))
                        || some())
                || far.any(Class::PLURAL)
                    && verbal
                    && (c.any(Class::INTRANSITIVE) || opened())
                    && (self.mark(at + 1).is_some() || at + 1 >= self.tokens.len());
            // "regulators want to know"
            if only && plural && next.any(Class::TO) && c.any(Class::INFINITIVE) {
                return 2;
            }
            u8::from(only && plural || acts)
        }
    }

    /// How sure it is that a finite verb for an open clause comes at `from` or later, before the clause must end.
    pub(super) fn finite_ahead(&self, from: usize, past_commas: bool) -> u8 {
        // "The cellar flooded because the pump failed": no preposition, so the next verb belongs to the word that opens.
        let c = self.class(from);
        let opened = c.any(Class::SUBORD) && !c.any(Class::PREP.or(Class::ADV).or(Class::SPECIAL))
            || self.lemma(from) == "because" && self.lemma(from + 1) != "of"
            // "people killed when a ferry sank have been named"
            || self.lemma(from) == "when";
        self.finite_beyond(from, past_commas, opened)
    }

    /// As [`Self::finite_ahead`]; where a clause is `opened` at `from`, its own verb comes first and does not count.
    pub(super) fn finite_beyond(&self, from: usize, past_commas: bool, mut opened: bool) -> u8 {
        let (mut best, mut owned, first) = (0, false, if opened { from + 1 } else { from });
        let dashed = self.within_dashes();
        let mut paired = self.lemma(from.wrapping_sub(1)) == "between";
        for at in from..(from + AHEAD).min(self.tokens.len()) {
            let t = &self.tokens[at];
            let c = t.class;
            if t.kind == TokenKind::Mark {
                match t.mark {
                    ',' if !past_commas => break,
                    ';' | ':' | '—' | '–' | '?' | '!' => break,
                    '-' if dashed && self.dash_at(at) => break,
                    _ => continue,
                }
            }
            let found = self.finite_at(at);
            if opened && found > 0 {
                opened = false;
                owned = true;
                // What it says or what it would do is its own too.
                if c.any(Class::SAYS) {
                    break;
                }
            } else if !owned {
                best = best.max(found);
            } else if found == 2 && !self.continues_group(at) {
                best = 2;
            }
            if best == 2 {
                break;
            }
            // "between the port and the mill": the conjunction opens nothing.
            paired |= t.lemma == "between";
            if paired && c.any(Class::COORD) {
                paired = false;
                continue;
            }
            let pronoun = c.all(Class::SUBJECT.or(Class::PRON)) && !c.any(Class::DET);
            let new = at >= first && c.any(Class::REL.or(Class::WH))
                || c.any(Class::COORD) && !self.proper(at + 1)
                || at > from && c.any(Class::SUBORD) && !matches!(t.lemma, "than" | "once" | "so" | "though")
                || at > from && self.once_opens(at)
                || at > from && pronoun && !matches!(t.lemma, "it" | "you");
            if new {
                break;
            }
        }
        best
    }

    /// Whether the verb form just before `at` is an auxiliary, adverbs passed over, so that one group holds both.
    pub(super) fn continues_group(&self, at: usize) -> bool {
        let before =
            (at.saturating_sub(3)..at).rev().find(|&i| !self.class(i).any(Class::ADV.or(Class::NEG)));
        before.is_some_and(|i| self.class(i).any(Class::AUX))
    }

    /// Whether "once" stands before a subject pronoun: "once it was running".
    pub(super) fn once_opens(&self, at: usize) -> bool {
        let next = self.class(at + 1);
        self.lemma(at) == "once" && next.all(Class::SUBJECT.or(Class::PRON)) && !next.any(Class::DET)
    }

    /// Whether a clause with its own subject and finite verb starts at `at`, no comma between the two.
    pub(super) fn clause_at(&self, at: usize) -> bool {
        let starts = !self.class(at).any(Class::AUX) && self.mark(at).is_none_or(is_opening);
        starts && self.finite_beyond(at + 1, false, false) > 0
    }

    /// Whether the innermost clause has a subject and waits for its verb.
    pub(super) fn pending(&self) -> bool {
        let level = self.levels[self.depth];
        level.subject && !level.finite
    }

    /// Whether any open clause has a subject and waits for its verb.
    pub(super) fn waiting(&self) -> bool {
        self.levels[..=self.depth].iter().any(|l| l.subject && !l.finite)
    }

    /// Whether a clause with its own subject and finite verb starts at `at`, as [`Self::clause_at`] has it, or with an
    /// insertion after the subject: "protesters, many of them masked, threw".
    pub(super) fn parted_clause_at(&self, at: usize) -> bool {
        const PLAIN: Class = Class::NOUN.or(Class::ADJ).or(Class::DET).or(Class::NUMERAL).or(Class::UNKNOWN);
        if self.clause_at(at) {
            return true;
        }
        let end = self.tokens.len();
        let comma = |from: usize, to: usize| (from..to.min(end)).find(|&i| self.mark(i).is_some());
        let Some(first) = comma(at, at + 6).filter(|&i| i > at && self.tokens[i].is_mark(',')) else {
            return false;
        };
        let time = |i: usize| self.class(i).any(Class::PERIOD.or(Class::WEEKDAY)) || self.calendar(i);
        let subject = (at..first).all(|i| (self.class(i).any(PLAIN) || self.proper(i)) && !time(i));
        let told = self.finite_at(self.past_adverbs(first + 1)) > 0;
        let Some(second) = comma(first + 1, first + 14).filter(|&i| self.tokens[i].is_mark(',')) else {
            return false;
        };
        subject && !told && self.finite_at(self.past_adverbs(second + 1)) > 0
    }

    /// Whether the text is a heading: it ends in no full stop, and no finite verb has come.
    pub(super) fn bare_heading(&self) -> bool {
        self.depth == 0 && self.pending() && self.levels[0].start == 0 && self.heading()
    }

    /// Whether the text ends in no full stop.
    pub(super) fn heading(&self) -> bool {
        let stop = |t: &Token| t.kind == TokenKind::Mark && t.mark != '\'' && t.mark != '’';
        !self.tokens.last().is_some_and(stop)
    }
}
