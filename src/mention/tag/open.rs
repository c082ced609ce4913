//! Open classes: noun, verb, adjective or adverb, and which form of the verb.

use std::sync::LazyLock;

use super::{Group, Tag, Tagger, is_currency};
use crate::lexicon::{Class, kept_particles, particles};
use crate::mention::quantity::is_person;

pub(super) static VERB_PARTICLES: LazyLock<&[&str]> = LazyLock::new(|| particles("after a verb"));

impl Tagger<'_> {
    pub(super) fn open_class(&self, at: usize) -> Tag {
        let c = self.class(at);
        let prev = self.prev();
        if let Some(tag) = self.governed(at) {
            return tag;
        }
        let percent = at > 1 && self.tokens[at - 1].mark == '%' && self.tags[at - 2] == Tag::Numeral;
        // "a survey in 2017 found"
        let dated = self.follows_year(at) && self.finite_at(at) > 0;
        let number = (prev == Some(Tag::Numeral) && !dated || percent)
            && (!self.verb_slot(at) || c.any(Class::NOUN) && !self.verb_of_number(at))
            && !self.numbered_clause(at)
            || prev == Some(Tag::Numeral) && self.describes_many(at);
        // "100-page", and "an internationally accepted definition"
        let hyphen = at > 1
            && matches!(self.tokens[at - 1].mark, '-' | '‑')
            && self.tokens[at - 1].span.end == self.tokens[at].span.start;
        let opened = |tag: Tag| matches!(tag, Tag::Det | Tag::Genitive | Tag::Adj);
        let adverb = prev == Some(Tag::Adv) && self.group == Group::None && at > 1;
        let modified = adverb && opened(self.tags[at - 2]);
        if adverb
            && self.tags[at - 2] == Tag::Prep
            && c.any(Class::ADJ.or(Class::PART))
            && self.more_nominal(at + 1)
        {
            return Tag::Adj;
        }
        // "whose headquarters": a determiner for what it opens.
        let whose = prev == Some(Tag::Rel) && self.lemma(at - 1) == "whose";
        // "The woman who lives nearby called the police"
        let quality = prev == Some(Tag::Adj) && c.any(Class::PAST) && self.outer_verb(at);
        let joined = (number || prev == Some(Tag::Adj)) && self.shares_passive(at);
        if (number || hyphen || modified || whose || prev.is_some_and(opened)) && !quality && !joined {
            return self.in_phrase(at, false);
        }
        if prev == Some(Tag::Prep) {
            return self.in_phrase(at, true);
        }
        // ", the Harbour Gazette reports."
        if c.all(Class::THIRD.or(Class::SAYS))
            && prev == Some(Tag::Proper)
            && self.at_end(at + 1)
            && self.tells_after_comma(at)
        {
            return Tag::Finite;
        }
        // ", data shows"
        if c.all(Class::THIRD.or(Class::SAYS).or(Class::MOSTLY_VERB))
            && prev == Some(Tag::Noun)
            && self.at_end(at + 1)
            && self.level_done()
            && self.tells_after_comma(at)
            && !self.adjectives_listed(at)
        {
            return Tag::Finite;
        }
        // "the measure likely broke the law": no quality of a noun stands behind it and before a verb.
        if c.all(Class::ADV.or(Class::ADJ))
            && prev.is_some_and(Tag::is_nominal)
            && self.group == Group::None
            && (self.pending() || self.levels[self.depth].says)
            && self.finite_at(at + 1) > 0
            && self.phrase_at(at + 2)
        {
            return Tag::Adv;
        }
        // ", official figures show."
        if c.all(Class::BASE.or(Class::SAYS))
            && prev == Some(Tag::Noun)
            && self.class(at - 1).any(Class::PLURAL)
            && self.at_end(at + 1)
            && self.tells_after_comma(at)
        {
            return Tag::Finite;
        }
        let verb = if c.any(Class::VERB) { self.verb(at) } else { None };
        verb.unwrap_or_else(|| self.noun_or_modifier(at))
    }

    /// Whether the last comma before `at` parts adjectives of one noun: "the big, dull party promises".
    fn adjectives_listed(&self, at: usize) -> bool {
        let comma = (at.saturating_sub(8)..at).rev().find(|&i| self.tags[i] == Tag::Mark);
        comma.and_then(|i| i.checked_sub(1)).is_some_and(|i| self.tags[i] == Tag::Adj)
    }

    /// Whether the participle at `at` stands between a number and what it counts: "told 4,200 shattered workers".
    fn describes_many(&self, at: usize) -> bool {
        let next = self.class(at + 1);
        let c = self.class(at);
        c.any(Class::PART)
            && !c.any(Class::INTRANSITIVE.or(Class::SAYS))
            && next.all(Class::NOUN.or(Class::PLURAL))
            && !next.any(Class::VERB.or(Class::DET).or(Class::PREP))
    }

    /// Whether a number is the subject of the verb form at `at`: "one in four dies".
    fn verb_of_number(&self, at: usize) -> bool {
        let sure = self.finite_at(at) == 2;
        let likely =
            self.class(at).all(Class::THIRD.or(Class::MOSTLY_VERB)) && self.finite_ahead(at + 1, false) == 0;
        self.pending() && (sure || likely && at > 1 && matches!(self.tags[at - 2], Tag::Prep | Tag::Ing))
    }

    /// What the auxiliary before demands.
    fn governed(&self, at: usize) -> Option<Tag> {
        let c = self.class(at);
        // "has long been", "was first seen"
        let next = self.class(at + 1);
        let between = self.group != Group::None && self.prev().is_some_and(Tag::is_finite);
        if between && c.any(Class::ADV) && !c.any(Class::VERB) && next.any(Class::PART.or(Class::ING)) {
            return Some(Tag::Adv);
        }
        match self.group {
            Group::Base if c.any(Class::BASE) => Some(Tag::Base),
            Group::Base
                if c.any(Class::UNKNOWN)
                    && !c.any(Class::CAPITAL.or(Class::ADV))
                    && self.prev() == Some(Tag::Modal) =>
            {
                Some(Tag::Base)
            }
            Group::Participle if c.any(Class::PART) => Some(Tag::Participle),
            Group::Participle
                if c.any(Class::UNKNOWN)
                    && !c.any(Class::CAPITAL.or(Class::ADV))
                    && self.prev().is_some_and(Tag::is_verb) =>
            {
                Some(Tag::Participle)
            }
            Group::Be if self.prev() != Some(Tag::Det) => {
                let quality = c.any(Class::MOSTLY_ADJ) && !self.phrase_at(self.past_adverbs(at + 1));
                if c.any(Class::ING) {
                    return Some(if quality { Tag::Adj } else { Tag::Ing });
                }
                if c.any(Class::PART) {
                    return Some(Tag::Participle);
                }
                let compound = c.any(Class::MOSTLY_NOUN) && self.class(at + 1).any(Class::NOUN);
                (c.any(Class::ADJ) && !c.any(Class::MOSTLY_NOUN.or(Class::MOSTLY_ADV)) && !compound)
                    .then_some(Tag::Adj)
            }
            _ => None,
        }
    }

    /// Whether a finite verb can stand at `at`: a subject waits for one, or a coordination shares one.
    pub(super) fn verb_slot(&self, at: usize) -> bool {
        if self.group != Group::None {
            return false;
        }
        let level = self.levels[self.depth];
        match self.before() {
            Some(Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Numeral) => level.says || self.waiting(),
            Some(Tag::Rel | Tag::Wh) => true,
            Some(Tag::Coord) => level.finite || level.subject || level.verb.is_some(),
            Some(Tag::Mark) => !self.at_start(at) && (self.waiting() || level.finite),
            // "The school where the boy was working burned down", "The men who broke in cut the alarm": nothing more fits the
            // clause that has its verb, and one around it waits.
            Some(Tag::Ing | Tag::Finite) => self.outer_verb(at),
            Some(Tag::Adv | Tag::Adj) => self.pending() || self.outer_verb(at),
            // "Those arrested said"
            Some(Tag::Participle) => {
                self.prev() == Some(Tag::Participle)
                    && self.pending()
                    && self.finite_at(at) == 2
                    && at > 1
                    && self.tags[at - 2] == Tag::Pronoun
            }
            _ => false,
        }
    }

    /// Whether the form at `at` is the verb of a clause that waits for one around the innermost, which has its own.
    fn outer_verb(&self, at: usize) -> bool {
        let c = self.class(at);
        let level = self.levels[self.depth];
        let relative = matches!(self.tags.get(level.start), Some(Tag::Rel));
        let object = self.class(self.past_adverbs(at + 1));
        let determined = object.any(Class::DET.or(Class::POSSDET)) && !object.any(Class::PREP);
        relative
            && level.finite
            && self.waiting()
            && (self.finite_at(at) > 0 || self.prev() == Some(Tag::Adv) && determined && c.any(Class::PAST))
            && c.any(Class::PAST.or(Class::THIRD))
            && (!c.any(Class::ADJ)
                || c.any(Class::PAST) && (determined || VERB_PARTICLES.contains(&self.lemma(at + 1))))
            && (c.any(Class::PAST) || !c.any(Class::NOUN))
            && self.lemma(at + 1) != "by"
            && (self.finite_at(at) == 2
                || c.any(Class::INTRANSITIVE)
                || self.phrase_at(self.past_adverbs(at + 1))
                || self.class(at + 1).any(Class::PREP.or(Class::ADV)))
            && self.finite_ahead(at + 1, true) == 0
    }

    /// Inside a noun phrase that is open, or just after a preposition.
    fn in_phrase(&self, at: usize, after_prep: bool) -> Tag {
        let c = self.class(at);
        let next = self.class(at + 1);
        // "While the north burned, the south": a clause with an opener has its verb before the comma.
        let level = self.levels[self.depth];
        let opened = !level.finite && self.tags.get(level.start) == Some(&Tag::Subord);
        // "the general stopped short": the next word is the verb if no other comes.
        let verb_next = || {
            !after_prep
                && c.any(Class::NOUN.or(Class::ING))
                && self.pending_or_new()
                && self.finite_at(at + 1) > 0
                && self.finite_ahead(at + 2, !opened) == 0
        };
        let more = || (next.any(Class::NUMERAL) || self.more_nominal(at + 1)) && !verb_next();
        if c.any(Class::ING) && (!c.any(Class::MOSTLY_NOUN) || after_prep && self.phrase_at(at + 1)) {
            let object = self.phrase_at(at + 1);
            // "whose study of napping made headlines": the verb of a clause that waits for one.
            let waiting = self.levels[..=self.depth].iter().filter(|l| l.subject && !l.finite).count();
            let told = next.any(Class::PAST)
                && !next.any(Class::AUX)
                && self.finite_at(at + 1) > 0
                && waiting > usize::from(self.finite_ahead(at + 2, false) > 0);
            return match () {
                () if after_prep && told => Tag::Noun,
                // "from fishing towns"
                () if after_prep
                    && c.any(Class::MOSTLY_NOUN)
                    && next.any(Class::NOUN)
                    && !next.any(Class::DET.or(Class::PRON).or(Class::NUMERAL))
                    && !self.proper(at + 1) =>
                {
                    Tag::Noun
                }
                // "by blocking roads", "after leaving".
                () if after_prep && c.any(Class::NOUN) && !object && !next.any(Class::PREP.or(Class::TO)) => {
                    Tag::Noun
                }
                // "crushed by falling oaks"
                () if after_prep && c.any(Class::INTRANSITIVE) && next.any(Class::NOUN) && more() => Tag::Adj,
                () if after_prep => Tag::Ing,
                () if more() => Tag::Adj,
                () if c.any(Class::NOUN) || !object => Tag::Noun,
                () => Tag::Ing,
            };
        }
        if c.any(Class::ADV) && !c.any(Class::ADJ.or(Class::NOUN)) {
            return Tag::Adv;
        }
        let compound = c.any(Class::MOSTLY_NOUN) && next.any(Class::NOUN);
        if c.any(Class::ADJ) && !compound && (!c.any(Class::NOUN) || more()) {
            return Tag::Adj;
        }
        if c.any(Class::PART) && !c.any(Class::NOUN) {
            return if !after_prep || more() { Tag::Adj } else { Tag::Participle };
        }
        match () {
            () if c.any(Class::NOUN) => Tag::Noun,
            () if c.any(Class::VERB) && self.pending() && !after_prep && self.prev() != Some(Tag::Det) => {
                Tag::Finite
            }
            () if c.any(Class::VERB) && more() => Tag::Adj,
            () if c.any(Class::ADV) => Tag::Adv,
            () => Tag::Noun,
        }
    }

    /// Whether the innermost clause has no finite verb yet.
    fn pending_or_new(&self) -> bool {
        !self.levels[self.depth].finite
    }

    /// Whether a noun phrase goes on at `at`.
    pub(super) fn more_nominal(&self, at: usize) -> bool {
        let c = self.class(at);
        if self.proper(at) {
            return true;
        }
        let small = c.any(Class::PREP.or(Class::ADV));
        let word = c.any(Class::NOUN) || c.any(Class::ADJ) && !small;
        // "a firm accused of": a participle before its preposition, though "the accused" is a noun too.
        let participle = c.all(Class::NOUN.or(Class::PART))
            && !c.any(Class::BASE)
            && matches!(self.lemma(at + 1), "of" | "by");
        word && !participle && !c.any(Class::AUX) && self.finite_at(at) < 2 && !self.verb_with_object(at)
    }

    /// Whether the form at `at` is rather a past with its object than a modifier: "the firm paid the fine".
    pub(super) fn verb_with_object(&self, at: usize) -> bool {
        let next = self.class(at + 1);
        self.class(at).all(Class::PAST.or(Class::MOSTLY_VERB))
            && next.any(Class::DET.or(Class::POSSDET).or(Class::PRON).or(Class::TO))
    }

    /// A word that can be a verb, outside open noun phrases. None where its verb reading does not fit.
    fn verb(&self, at: usize) -> Option<Tag> {
        let c = self.class(at);
        if c.any(Class::ING) {
            return self.ing(at);
        }
        // "Let us bury our dead"
        if self.lemma(at) == "let" && self.at_start(at) && self.class(at + 1).any(Class::PRON) {
            return Some(Tag::Base);
        }
        if at > 1 && self.lemma(at - 2) == "let" && self.prev() == Some(Tag::Pronoun) && c.any(Class::BASE) {
            return Some(Tag::Base);
        }
        let next = || self.class(self.past_adverbs(at + 1));
        let other = c.any(Class::NOUN.or(Class::ADJ).or(Class::ADV));
        let slot = self.verb_slot(at);
        if c.any(Class::PAST.or(Class::PART)) && (slot || !(c.any(Class::BASE) && c.any(Class::MOSTLY_NOUN)))
        {
            return Some(self.past_or_participle(at, slot));
        }
        if slot {
            return self.present(at);
        }
        let imperative = self.at_start(at)
            && c.all(Class::BASE.or(Class::MOSTLY_VERB))
            && (self.phrase_at(at + 1) && !self.proper(at + 1) || next().any(Class::PREP))
            && self.finite_ahead(at + 1, false) < 2
            && !(at == 0 && c.any(Class::NOUN) && self.compound_subject(at));
        if imperative {
            return Some(Tag::Base);
        }
        (!other).then_some(if c.any(Class::THIRD) { Tag::Finite } else { Tag::Base })
    }

    /// Whether the noun at `at` opens a heading and is, or describes, the subject of the verb behind: "Judge blocks ban", "Train
    /// drivers back strike".
    fn compound_subject(&self, at: usize) -> bool {
        let (next, then) = (self.class(at + 1), self.class(at + 2));
        let bare = next.all(Class::NOUN) && !next.any(Class::DET.or(Class::PRON).or(Class::NUMERAL));
        let third = then.any(Class::THIRD) || next.any(Class::PLURAL) && then.any(Class::BASE);
        next.any(Class::THIRD) && !then.any(Class::PREP) || self.heading() && bare && third
    }

    fn ing(&self, at: usize) -> Option<Tag> {
        let c = self.class(at);
        // "flooding delayed the work": the subject of what follows.
        let said = self.prev().is_some_and(Tag::is_finite)
            && self.levels[self.depth].says
            && self.finite_at(at + 1) == 2;
        let subject = self.at_boundary(at) && self.finite_at(at + 1) > 0 && !self.phrase_at(at + 1);
        // "that napping cuts the risk"
        let cuts = (self.at_boundary(at) || matches!(self.prev(), Some(Tag::That | Tag::Subord)))
            && self.class(at + 1).all(Class::THIRD.or(Class::MOSTLY_VERB))
            && self.class(at + 2).any(Class::DET.or(Class::POSSDET))
            && self.finite_ahead(at + 2, false) == 0;
        if cuts && !self.waiting() {
            return Some(Tag::Noun);
        }
        if said || subject && !self.waiting() {
            return None;
        }
        if c.any(Class::NOUN) {
            let noun = c.any(Class::MOSTLY_NOUN) && !self.phrase_at(at + 1) && !self.acts_after_comma(at);
            // "on a level crossing near Osk", but "a man crossing at night", "ships crossing from Osk".
            let thing = at > 0 && !self.class(at - 1).any(Class::PLURAL) && !is_person(self.lemma(at - 1));
            let compound = thing
                && self.class(at + 1).any(Class::PREP)
                && matches!(self.prev(), Some(Tag::Noun | Tag::Proper))
                && self.governs_phrase(at);
            let head = c.any(Class::MOSTLY_NOUN) && matches!(self.prev(), Some(Tag::Noun | Tag::Proper));
            let listed = self.prev() == Some(Tag::Mark) && self.class(at + 1).any(Class::COORD);
            if noun || head || compound || listed || self.lemma(at + 1) == "of" {
                return None;
            }
        }
        // "drug trafficking": no object, so the head of the compound.
        let next = self.class(at + 1);
        let bare = !self.phrase_at(at + 1)
            && !next.any(Class::PREP.or(Class::TO).or(Class::ADV).or(Class::ADJ).or(Class::NOUN));
        if self.prev() == Some(Tag::Noun) && bare {
            return Some(Tag::Noun);
        }
        let modifier =
            c.any(Class::MOSTLY_ADJ) && self.class(at + 1).any(Class::NOUN) && self.prev() != Some(Tag::Mark);
        // "called it “deeply disappointing”": a quality, for nothing follows that the verb could have for its object.
        let quality = c.any(Class::ADJ)
            && self.prev() == Some(Tag::Adv)
            && self.mark(at + 1).is_some_and(|m| !is_currency(m));
        Some(if modifier || quality { Tag::Adj } else { Tag::Ing })
    }

    /// Whether the -ing form after a comma tells what the deed before did: ", killing at least nine", ", firing into the air".
    fn acts_after_comma(&self, at: usize) -> bool {
        let next = self.class(at + 1);
        let counted = || {
            let small = Class::PREP.or(Class::ADV).or(Class::APPROX).or(Class::ADJ);
            next.any(small) && (at + 2..at + 4).any(|i| self.class(i).any(Class::NUMERAL))
        };
        let toward = self.lemma(at + 1) != "for"
            && kept_particles!("preposition of a goal").contains(&self.lemma(at + 1));
        at > 0
            && self.tokens[at - 1].is_mark(',')
            && self.level_done()
            && (counted() || toward || self.lemma(at + 1) == "at")
    }

    /// Whether a preposition opens the noun phrase that ends before `at`.
    fn governs_phrase(&self, at: usize) -> bool {
        let before = (at.saturating_sub(6)..at).rev().find(|&i| !self.tags[i].in_noun_phrase());
        before.is_some_and(|i| self.tags[i] == Tag::Prep)
    }

    pub(super) fn at_end(&self, at: usize) -> bool {
        self.mark(at).is_some() || at >= self.tokens.len()
    }

    fn noun_or_modifier(&self, at: usize) -> Tag {
        let c = self.class(at);
        let next = self.class(at + 1);
        let more = self.more_nominal(at + 1);
        if c.any(Class::ADV) {
            let adjective =
                c.any(Class::ADJ) && more && !next.any(Class::MOSTLY_VERB) && !c.any(Class::MOSTLY_ADV);
            if !adjective && (c.any(Class::MOSTLY_ADV) || !c.any(Class::ADJ.or(Class::NOUN))) {
                return Tag::Adv;
            }
        }
        if c.any(Class::ADJ) {
            // "Police chief backs ban"
            let acts = next.any(Class::THIRD)
                && c.any(Class::NOUN)
                && self.pending_heading()
                && is_person(self.lemma(at));
            let adjective = more && !c.any(Class::MOSTLY_NOUN) && !acts
                || !c.any(Class::NOUN)
                || self.lemma(at + 1) == "than";
            if adjective {
                return if c.any(Class::ADV) && !more && !c.any(Class::MOSTLY_ADJ) {
                    Tag::Adv
                } else {
                    Tag::Adj
                };
            }
            if c.any(Class::MOSTLY_ADJ) && self.prev().is_some_and(Tag::is_verb) {
                return Tag::Adj;
            }
        }
        match () {
            () if c.any(Class::NOUN) => Tag::Noun,
            () if c.any(Class::ADV) => Tag::Adv,
            () if c.any(Class::THIRD) => Tag::Finite,
            () if c.any(Class::VERB) => Tag::Base,
            () => Tag::Noun,
        }
    }
}
