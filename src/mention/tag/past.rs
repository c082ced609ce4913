//! Forms that are a past or a participle: what stands before and after tells which.

use super::{AHEAD, Tag, Tagger, is_subjective, open::VERB_PARTICLES};
use crate::lexicon::{Class, kept_particles};

impl Tagger<'_> {
    /// A form that can be a past or a participle.
    pub(super) fn past_or_participle(&self, at: usize, slot: bool) -> Tag {
        let c = self.class(at);
        if !c.any(Class::PART) {
            return if slot || !c.any(Class::BASE) { Tag::Finite } else { Tag::Base };
        }
        if !c.any(Class::PAST) {
            // "taken", "gone" without an auxiliary head a phrase; "come" is a present too.
            let present = if slot && c.any(Class::BASE) { self.present(at) } else { None };
            return present.unwrap_or(Tag::Participle);
        }
        if self.shares_passive(at) {
            return Tag::Finite;
        }
        if c.any(Class::BASE) && self.made_to(at) {
            return Tag::Base;
        }
        let next_at = self.past_adverbs(at + 1);
        // The object may come after a particle: "paid out 900 claims".
        let particle = VERB_PARTICLES.contains(&self.lemma(next_at));
        let object = self.phrase_at(next_at + usize::from(particle));
        let level = self.levels[self.depth];
        let said = self.lemma(at) == "say";
        let finite = match self.before() {
            // "Terrified families fled"
            None if self.more_nominal(at + 1) && !self.class(at + 1).any(Class::DET.or(Class::PREP)) => {
                return Tag::Adj;
            }
            None => false,
            Some(Tag::Rel | Tag::Wh) => at == 0 || self.lemma(at - 1) != "how",
            Some(Tag::Pronoun) => {
                // "they hoped", but "those arrested".
                let last = self.tags.iter().rposition(|t| *t == Tag::Pronoun);
                let subject =
                    last.is_some_and(|i| self.class(i).any(Class::SUBJECT) && !self.class(i).any(Class::DET));
                // "faced by anyone appointed"
                let governed = last
                    .and_then(|i| i.checked_sub(1))
                    .is_some_and(|i| self.tags[i] == Tag::Prep && self.lemma(i) != "of");
                let nominative = last.is_some_and(|i| is_subjective(self.lemma(i)));
                // "found it shut"
                let found = last.and_then(|i| i.checked_sub(1)).is_some_and(|i| {
                    self.tags[i].is_verb()
                        && kept_particles!("object with a participle").contains(&self.lemma(i))
                });
                if found && !nominative && self.at_end(at + 1) {
                    return Tag::Participle;
                }
                // "protesters, many of them masked, threw"
                let inserted = self.mark(at + 1) == Some(',') && self.waiting() && self.verb_after_comma(at);
                subject && (!governed || nominative)
                    || slot && !governed && !inserted && (object || self.finite_ahead(at + 1, false) == 0)
            }
            // "lived on bread and tinned fish"
            Some(Tag::Coord) if self.lists_object(at) => return Tag::Adj,
            Some(Tag::Coord) => match level.verb {
                // "has neither confirmed nor denied"
                Some(Tag::Participle) if self.lemma(at.wrapping_sub(1)) == "nor" => false,
                // "had broken in and remained", but "entered a house built of wood and remained".
                Some(Tag::Participle) if c.any(Class::INTRANSITIVE) => level.finite && !self.perfect(),
                Some(Tag::Participle) => level.finite && object,
                // "facing torture and forced abortion"
                // "would raise taxes and cut spending", but "let him go and set bail"
                Some(Tag::Base) if c.any(Class::BASE) && self.invariant(at) && self.governed_base() => {
                    return Tag::Base;
                }
                Some(Tag::Base | Tag::Ing) => {
                    let modifier = c.any(Class::ADJ)
                        && !c.any(Class::BASE)
                        && self.more_nominal(at + 1)
                        && !self.class(at + 1).any(Class::DET.or(Class::NUMERAL));
                    if modifier {
                        return Tag::Adj;
                    }
                    level.finite
                }
                Some(_) => true,
                None => self.waiting() && (object || !self.class(at + 1).any(Class::NOUN)),
            },
            Some(Tag::Mark) => self.finite_after_mark(at, object && next_at == at + 1),
            Some(Tag::Noun | Tag::Proper) if level.finite && self.after_timed_conjunction() => true,
            Some(Tag::Noun | Tag::Proper | Tag::Numeral | Tag::Genitive) => {
                // "In a message posted Friday": the noun belongs to a preposition.
                let governed = !level.finite && self.subject_head().is_none();
                if self.tells_after_comma(at) {
                    true
                } else if !slot {
                    self.prev() == Some(Tag::Numeral) && self.numbered_clause(at) || self.lists_event(at)
                } else if c.any(Class::INTRANSITIVE) || said {
                    true
                } else if self.lemma(next_at) == "by" {
                    self.waiting() && self.finite_ahead(at + 1, false) == 0 && !self.between_dashes(at)
                } else if !level.says && (!self.waiting() || governed) {
                    false
                } else {
                    object || self.lemma(next_at) == "that" || self.finite_ahead(at + 1, level.finite) == 0
                }
            }
            // "bought troubled homes"
            _ if self.more_nominal(at + 1)
                && !self.class(at + 1).any(Class::DET.or(Class::PREP))
                && !slot =>
            {
                return Tag::Adj;
            }
            _ => slot,
        };
        // "repression, forced labour and surveillance": an item of a list.
        let listed = !finite
            && self.prev() == Some(Tag::Mark)
            && self.class(at + 1).any(Class::NOUN)
            && self.more_nominal(at + 1)
            && self.class(at + 2).any(Class::COORD);
        match () {
            () if finite => Tag::Finite,
            () if listed => Tag::Adj,
            () => Tag::Participle,
        }
    }

    /// Whether the form at `at` is as long as its lemma: "cut", not "found", which founds nothing.
    fn invariant(&self, at: usize) -> bool {
        self.tokens[at].span.len() == self.lemma(at).len()
    }

    /// Whether the last base form stands behind "to" or a modal.
    fn governed_base(&self) -> bool {
        let last = self.tags.iter().rposition(|t| *t == Tag::Base);
        let before = last.and_then(|i| self.tags[..i].iter().rev().find(|t| **t != Tag::Adv));
        matches!(before, Some(Tag::Modal | Tag::To | Tag::Aux))
    }

    /// Whether "let judges" stands before the form at `at`, so that it says what they do.
    fn made_to(&self, at: usize) -> bool {
        let verb = (at.saturating_sub(5)..at).rev().find(|&i| !self.tags[i].in_noun_phrase());
        verb.is_some_and(|i| {
            i + 1 < at && self.tags[i].is_verb() && matches!(self.lemma(i), "let" | "make" | "help")
        }) && self.phrase_at(at + 1)
    }

    /// Whether the form at `at` has a subject of its own and shares the auxiliary of a passive before: "(were killed and) 12
    /// injured", "(was jailed and) a third charged".
    pub(super) fn shares_passive(&self, at: usize) -> bool {
        let level = self.levels[self.depth];
        if level.verb != Some(Tag::Participle) || !level.finite || !self.class(at).any(Class::PART) {
            return false;
        }
        let phrase = |i: &usize| self.tags[*i].in_noun_phrase() || self.lemma(*i) == "more";
        let start = (at.saturating_sub(4)..at).rev().take_while(phrase).last();
        let Some(coord) = start.and_then(|i| i.checked_sub(1)).filter(|&i| self.lemma(i) == "and") else {
            return false;
        };
        let last = self.tags[..coord].iter().rposition(|t| *t == Tag::Participle);
        let passive = last.is_some_and(|i| {
            let aux = (i.saturating_sub(3)..i).rev().find(|&j| self.tags[j] != Tag::Adv);
            aux.is_some_and(|j| self.class(j).any(Class::BE))
        });
        let beside = coord.checked_sub(1) == last;
        // "12 injured", "hundreds more displaced": nobody is named whom it could describe.
        let counted = (coord + 1..at).all(|i| {
            self.tags[i] == Tag::Numeral
                || self.class(i).any(Class::PRON)
                || matches!(self.lemma(i), "more" | "hundred" | "dozen")
        });
        let next = self.class(at + 1);
        let bare = self.at_end(at + 1)
            || next.any(Class::PREP.or(Class::SUBORD).or(Class::WH).or(Class::WEEKDAY))
                && self.lemma(at + 1) != "of";
        passive && bare && (beside || counted) && self.finite_ahead(at + 1, false) == 0
    }

    /// Whether the last participle belongs to a form of have, or to an auxiliary of any kind.
    pub(super) fn perfect(&self) -> bool {
        let last = self.tags.iter().rposition(|t| *t == Tag::Participle);
        let group = last.map(|i| self.tags[i.saturating_sub(3)..i].iter().rev());
        group.is_some_and(|mut before| before.find(|t| **t != Tag::Adv).is_some_and(|t| t.is_verb()))
    }

    /// A past or participle after a mark: "The plan, approved in May, failed", "He fell, landed on a car and died".
    /// Whether the form at `at` describes the second noun that a preposition governs: "on bread and tinned (fish)".
    fn lists_object(&self, at: usize) -> bool {
        let n = self.tags.len();
        let c = self.class(at);
        let next = self.class(at + 1);
        let governed = n > 2 && self.tags[n - 2] == Tag::Noun && self.tags[n - 3] == Tag::Prep;
        governed
            && self.tags[n - 1] == Tag::Coord
            && c.any(Class::ADJ)
            && next.any(Class::NOUN)
            && !next.any(Class::DET.or(Class::PRON).or(Class::PREP).or(Class::ADV).or(Class::PLURAL))
    }

    pub(super) fn finite_after_mark(&self, at: usize, object: bool) -> bool {
        let c = self.class(at);
        let n = self.tags.len();
        let quoted = (n.saturating_sub(2)..n).any(|i| matches!(self.tokens[i].mark, '”' | '"' | '’' | '\''));
        // "“It held,” sobbed the widow": after a quotation that a comma ends, any verb tells who said so.
        let spoken = quoted
            && n > 1
            && matches!(self.tokens[n - 1].mark, '”' | '"' | '’')
            && matches!(self.tokens[n - 2].mark, ',' | '?' | '!')
            && !self.waiting();
        if quoted && c.any(Class::SAYS) || spoken {
            return true;
        }
        // ", claimed Jan Sorel of the union."
        let told = kept_particles!("told somebody").contains(&self.lemma(at));
        if c.any(Class::SAYS) && !told && self.level_done() && self.name_to_the_end(at + 1) {
            return true;
        }
        if c.any(Class::SAYS) && self.named_teller(at) {
            return true;
        }
        // "Two men, 34 and 52, died after their van": an insertion ends, and what happens is no participle.
        if self.waiting() && c.any(Class::INTRANSITIVE) && self.insertion(at) && !self.verb_after_comma(at) {
            return true;
        }
        if self.waiting() {
            let tells = c.any(Class::SAYS) && self.insertion(at);
            if !tells && !self.insertion(at) && self.verb_after_comma(at) {
                return false;
            }
            return tells || self.finite_ahead(at + 1, true) == 0 || self.closes_insertion(at);
        }
        let level = self.levels[self.depth];
        // "took off, then turned back", "had failed, then turned back", but "was arrested, then released".
        let perfect = || {
            let aux = self.tags.iter().rposition(|t| *t == Tag::Aux);
            aux.is_some_and(|i| self.class(i).any(Class::HAVE) && !self.class(i + 1).any(Class::BE))
        };
        let then = self.prev() == Some(Tag::Adv) && self.lemma(at - 1) == "then" && level.finite;
        let after = match level.verb {
            Some(Tag::Finite) => true,
            Some(Tag::Participle) => VERB_PARTICLES.contains(&self.lemma(at + 1)) && perfect(),
            _ => false,
        };
        if then && after && self.lemma(at + 1) != "by" {
            return true;
        }
        c.any(Class::INTRANSITIVE) || self.lemma(at) == "say" || object && level.verb == Some(Tag::Finite)
    }

    /// Whether the comma just before `at` closes an insertion, so that the verb of the clause follows.
    pub(super) fn closes_insertion(&self, at: usize) -> bool {
        self.insertion(at) && self.finite_ahead(at + 1, false) < 2
    }

    pub(super) fn level_done(&self) -> bool {
        self.levels[self.depth].finite && !self.waiting()
    }

    /// Whether a name stands at `at` and nothing after it but what describes it.
    fn name_to_the_end(&self, at: usize) -> bool {
        let rest = at..self.tokens.len();
        let plain = |i: usize| {
            let c = self.class(i);
            let mark = self.mark(i).is_none_or(|m| matches!(m, '.' | ',' | '\'' | '’'));
            mark && (!c.any(Class::VERB) || c.any(Class::NOUN) || self.proper(i))
        };
        self.proper(at) && rest.len() < 16 && rest.into_iter().all(plain)
    }

    /// Whether ", the watchman, Piet Aldous," stands before a verb of saying at `at`: two commas and a name between.
    pub(super) fn named_teller(&self, at: usize) -> bool {
        if at == 0 || !self.tokens[at - 1].is_mark(',') {
            return false;
        }
        let from = at.saturating_sub(12);
        let Some(comma) = (from..at - 1).rev().find(|&i| self.tokens[i].is_mark(',')) else { return false };
        let name = (comma + 1..at - 1).any(|i| self.tags[i] == Tag::Proper)
            && (comma + 1..at - 1).all(|i| self.tags[i].in_noun_phrase());
        name && comma > 0 && self.tags[comma - 1].is_nominal()
    }

    /// Whether a verb follows the next comma: ", published on Wednesday, lists".
    pub(super) fn verb_after_comma(&self, at: usize) -> bool {
        let stop = (at + AHEAD).min(self.tokens.len());
        let Some(comma) = (at + 1..stop).find(|&i| self.tokens[i].is_mark(',')) else { return false };
        let c = self.class(self.past_adverbs(comma + 1));
        c.any(Class::THIRD.or(Class::PAST).or(Class::AUX))
    }

    /// Whether a comma stands just before `at` and another before that.
    pub(super) fn insertion(&self, at: usize) -> bool {
        let sets_off = |i: &usize| matches!(self.tokens[*i].mark, ',' | '—' | '–');
        let Some(last) = at.checked_sub(1).filter(sets_off) else { return false };
        // In the clause that waits for its verb, not in one around it.
        let start = self.levels[self.depth].start.max(last.saturating_sub(AHEAD));
        (start..last).any(|i| self.tokens[i].mark == self.tokens[last].mark)
    }

    /// Whether a verb of saying at `at` makes a frame with the noun phrase between it and a comma: ", inspectors found."
    pub(super) fn tells_after_comma(&self, at: usize) -> bool {
        let c = self.class(at);
        let next = self.class(at + 1);
        // ", official figures showed on Monday."
        let dated =
            self.lemma(at + 1) == "on" && self.class(at + 2).any(Class::WEEKDAY) && self.at_end(at + 3)
                || self.class(at + 1).any(Class::WEEKDAY) && self.at_end(at + 2);
        let ends = self.at_end(at + 1) || dated;
        let found = kept_particles!("says or acts").contains(&self.lemma(at)) && !ends;
        if !c.any(Class::SAYS) || found || self.lemma(at + 1) == "by" || next.any(Class::BE) {
            return false;
        }
        let phrase = |i: &usize| {
            let noun = i.checked_sub(1).is_some_and(|j| self.tags[j].is_nominal());
            let joins = self.tags[*i] == Tag::Coord && self.lemma(*i) == "and" && noun;
            // "a poll published by the Gazette showed"
            let described = self.tags[*i] == Tag::Participle && noun;
            self.tags[*i].in_noun_phrase()
                || matches!(self.tags[*i], Tag::Prep | Tag::Adv)
                || joins
                || described
        };
        // "the Office for Rail (ORR) said"
        let end = self.before_bracket();
        let start = (end.saturating_sub(14)..end).rev().take_while(phrase).last();
        let before = start.and_then(|s| s.checked_sub(1)).map(|i| self.tokens[i].mark);
        before.is_some_and(|m| matches!(m, ',' | '”' | '"'))
    }

    /// Whether a comma and some people or things, no more, stand before what happens at `at`: "Rents doubled, four ministers
    /// resigned".
    pub(super) fn lists_event(&self, at: usize) -> bool {
        let phrase = (at.saturating_sub(4)..at)
            .rev()
            .take_while(|&i| matches!(self.tags[i], Tag::Noun | Tag::Numeral | Tag::Adj))
            .last();
        let comma = phrase.and_then(|i| i.checked_sub(1)).is_some_and(|i| self.tokens[i].is_mark(','));
        let several = at > 0 && self.class(at - 1).any(Class::PLURAL) && self.tags[at - 1] == Tag::Noun;
        comma && several && self.class(at).any(Class::INTRANSITIVE) && self.levels[self.depth].finite
    }

    /// Whether a dash before the noun phrase at whose end `at` stands and one after it, with a verb behind, set it off.
    pub(super) fn between_dashes(&self, at: usize) -> bool {
        let dash = |i: usize| self.tokens.get(i).is_some_and(|t| matches!(t.mark, '—' | '–'));
        let start = (at.saturating_sub(8)..at).rev().take_while(|&i| self.tags[i].in_noun_phrase()).last();
        let opened = start.and_then(|i| i.checked_sub(1)).is_some_and(dash);
        let close = (at..(at + AHEAD).min(self.tokens.len())).find(|&i| dash(i));
        opened && close.is_some_and(|i| self.finite_at(self.past_adverbs(i + 1)) > 0)
    }

    /// Whether a number that begins a clause of its own is the subject of the past at `at`: ", two voted against".
    pub(super) fn numbered_clause(&self, at: usize) -> bool {
        let c = self.class(at);
        let opens = at > 1 && (self.tokens[at - 2].is_mark(',') || self.tags[at - 2] == Tag::Coord);
        opens
            && c.any(Class::PAST)
            && !c.any(Class::NOUN.or(Class::ADJ))
            && self.levels[self.depth].finite
            && !self.waiting()
            && !self.more_nominal(at + 1)
            && self.finite_ahead(at + 1, false) == 0
    }
}
