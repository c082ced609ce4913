//! Closed classes: the small words whose reading decides where clauses begin.

use super::{Group, Tag, Tagger, is_currency, is_opening, is_quote, is_subjective};
use crate::lexicon::{Class, kept_particles};

impl Tagger<'_> {
    /// The tag of a word of a closed class; none for open-class words.
    pub(super) fn closed(&self, at: usize) -> Option<Tag> {
        /// What makes a word one of a closed class, or gives it a rule of its own.
        const CLOSED: Class = Class::AUX
            .or(Class::POSSESSIVE)
            .or(Class::SPECIAL)
            .or(Class::APPROX)
            .or(Class::REL)
            .or(Class::WH)
            .or(Class::SUBORD)
            .or(Class::COORD)
            .or(Class::PREP)
            .or(Class::NUMERAL)
            .or(Class::POSSDET)
            .or(Class::DET)
            .or(Class::PRON)
            .or(Class::ADV)
            .or(Class::NEG);
        let c = self.class(at);
        if !(c.any(CLOSED) || c.any(Class::VERB) && self.at_boundary(at)) {
            return None;
        }
        let next = self.class(at + 1);
        if c.any(Class::POSSESSIVE) {
            return Some(self.clitic(at));
        }
        if c.any(Class::AUX) {
            return Some(self.auxiliary(at));
        }
        if c.any(Class::APPROX) && next.any(Class::NUMERAL) && !c.any(Class::DET) {
            return Some(Tag::Adv);
        }
        let special = c.any(Class::SPECIAL) || c.any(Class::VERB) && self.at_boundary(at);
        if let Some(tag) = if special { self.particular(at) } else { None } {
            return Some(tag);
        }
        if c.any(Class::REL.or(Class::WH)) {
            return Some(self.relative(at));
        }
        if c.any(Class::SUBORD) {
            return Some(self.subordinator(at));
        }
        if c.any(Class::COORD) {
            return Some(Tag::Coord);
        }
        if c.any(Class::PREP) {
            return Some(self.preposition(at));
        }
        if c.any(Class::NUMERAL) {
            return Some(Tag::Numeral);
        }
        if c.any(Class::POSSDET) {
            return Some(Tag::Det);
        }
        if c.any(Class::DET) {
            // "More than half of those surveyed said": no plural that it could point at.
            let picked = matches!(self.lemma(at), "those" | "these")
                && next.all(Class::PAST.or(Class::PART))
                && !next.any(Class::NOUN)
                && !self.class(at + 2).any(Class::PLURAL.or(Class::ADJ).or(Class::NOUN).or(Class::UNKNOWN));
            let alone = c.any(Class::PRON)
                && (picked
                    || !self.nominal_next(at)
                    || next.any(Class::AUX)
                    || self.finite_at(at + 1) == 2
                    || self.verb_with_object(at + 1)
                    || self.some_act(at));
            return Some(if alone { Tag::Pronoun } else { Tag::Det });
        }
        if c.any(Class::PRON) {
            return Some(Tag::Pronoun);
        }
        let adverb = c.any(Class::ADV) && !c.any(Class::VERB.or(Class::NOUN).or(Class::ADJ));
        adverb.then_some(Tag::Adv)
    }

    /// Whether "some leave the country" begins at `at`: a plural of its own, a base form and its object.
    fn some_act(&self, at: usize) -> bool {
        let (verb, next) = (self.class(at + 1), self.class(at + 2));
        let object = next.any(Class::DET.or(Class::POSSDET)) && !next.any(Class::PREP);
        self.at_boundary(at)
            && verb.all(Class::BASE.or(Class::MOSTLY_VERB))
            && (object || next.any(Class::PREP) && verb.any(Class::INTRANSITIVE))
            && kept_particles!("plural without s").contains(&self.lemma(at))
            && self.finite_ahead(at + 2, false) == 0
    }

    /// Words with rules of their own.
    fn particular(&self, at: usize) -> Option<Tag> {
        let next = self.class(at + 1);
        Some(match self.lemma(at) {
            "that" => self.that(at),
            "to" => self.to(at),
            "whether" => Tag::That,
            "according" => Tag::Adv,
            "provide"
                if self.at_boundary(at)
                    && self.class(at).any(Class::PART)
                    && self.lemma(at + 1) == "that" =>
            {
                Tag::Subord
            }
            // "the US", "the WHO".
            "us" | "who" if self.class(at).any(Class::UPPER) && !self.title_case => Tag::Proper,
            "please" if self.at_start(at) || next.any(Class::BASE) => Tag::Adv,
            "because" if self.lemma(at + 1) == "of" => Tag::Prep,
            "mine" if matches!(self.prev(), Some(Tag::Det | Tag::Adj | Tag::Genitive)) => Tag::Noun,
            "her" | "his" => {
                let own = next
                    .any(Class::NOUN.or(Class::ADJ).or(Class::NUMERAL).or(Class::ING).or(Class::PART))
                    && !next.any(Class::PREP.or(Class::ADV).or(Class::TO))
                    || self.proper(at + 1)
                    || self.mark(at + 1) == Some('“');
                if own { Tag::Det } else { Tag::Pronoun }
            }
            "there" => {
                let n = self.class(self.past_adverbs(at + 1));
                let exists = n.any(Class::BE.or(Class::MODAL).or(Class::HAVE));
                let timed = at > 0 && self.class(at - 1).any(Class::WEEKDAY.or(Class::PERIOD));
                if exists && self.group == Group::None && (!self.pending() || self.at_boundary(at) || timed) {
                    Tag::Pronoun
                } else {
                    Tag::Adv
                }
            }
            "so" => {
                let clause = self.lemma(at + 1) == "that"
                    || at > 0 && self.tokens[at - 1].is_mark(',') && self.clause_at(at + 1);
                if clause { Tag::Subord } else { Tag::Adv }
            }
            "than" | "as" => self.comparison(at),
            "more" | "most" | "less" | "least" | "enough" => {
                let degree = next.any(Class::ADJ.or(Class::ADV)) && !next.any(Class::MOSTLY_NOUN);
                let some = self.lemma(at + 1) == "of" && self.lemma(at) == "most";
                match () {
                    () if next.any(Class::NOUN) && !degree => Tag::Det,
                    // "most of the customers"
                    () if some && self.class(at + 2).any(Class::DET.or(Class::POSSDET).or(Class::PRON)) => {
                        Tag::Pronoun
                    }
                    () => Tag::Adv,
                }
            }
            "like" if self.verb_slot(at) && matches!(self.before(), Some(Tag::Pronoun | Tag::Rel)) => {
                Tag::Finite
            }
            "once" => {
                let done = self.prev() == Some(Tag::Adj) && !self.pending();
                let clause = (self.at_boundary(at)
                    || self.once_opens(at)
                    || done && self.finite_ahead(at + 1, false) == 2)
                    && self.clause_at(at + 1);
                if clause { Tag::Subord } else { Tag::Adv }
            }
            "but" if at > 0 && matches!(self.lemma(at - 1), "anything" | "nothing" | "everything") => {
                Tag::Prep
            }
            "but" if next.any(Class::NUMERAL) && !self.clause_at(at + 1) => Tag::Adv,
            "either" | "neither" => match () {
                () if self.lemma(at + 1) == "of" => Tag::Pronoun,
                // "Had either gone in"
                () if self.prev() == Some(Tag::Aux) && self.inverted(at) && next.any(Class::PART) => {
                    Tag::Pronoun
                }
                () if next.any(Class::NOUN) && !next.any(Class::VERB) => Tag::Det,
                () => Tag::Adv,
            },
            "though" | "yet" if self.mark(at + 1).is_some() => Tag::Adv,
            "yet" => {
                let joins = at == 0 || self.tokens[at - 1].is_mark(',');
                if joins { Tag::Coord } else { Tag::Adv }
            }
            _ => return None,
        })
    }

    fn nominal_next(&self, at: usize) -> bool {
        const NOMINAL: Class = Class::NOUN
            .or(Class::ADJ)
            .or(Class::NUMERAL)
            .or(Class::DET)
            .or(Class::POSSDET)
            .or(Class::PART)
            .or(Class::ING);
        self.class(at + 1).any(NOMINAL)
            || self.proper(at + 1)
            || self.mark(at + 1).is_some_and(|m| is_opening(m) || is_currency(m))
    }

    /// The clitic 's: genitive, is or has.
    fn clitic(&self, at: usize) -> Tag {
        let host = at.checked_sub(1).map_or(Class::default(), |i| self.class(i));
        if host.any(Class::PRON.or(Class::WH).or(Class::ADV))
            && !host.any(Class::NOUN)
            && self.prev() != Some(Tag::Noun)
            && self.lemma(at - 1) != "one"
        {
            return Tag::Aux;
        }
        let next = self.class(self.past_adverbs(at + 1));
        let predicate = next.any(Class::DET) && !next.any(Class::ADV)
            || next.any(Class::NEG)
            || next.any(Class::ING)
                && !next.any(Class::NOUN.or(Class::ADJ))
                && !self.class(at + 2).any(Class::NOUN)
            || next.any(Class::PREP) && !next.any(Class::ADJ.or(Class::NOUN));
        if predicate && self.pending() { Tag::Aux } else { Tag::Genitive }
    }

    fn auxiliary(&self, at: usize) -> Tag {
        let c = self.class(at);
        if c.any(Class::MODAL) {
            // "her will", "the might of": nouns after a determiner.
            let noun = matches!(self.prev(), Some(Tag::Det | Tag::Genitive | Tag::Adj))
                && !self.class(self.past_adverbs(at + 1)).any(Class::BASE)
                && matches!(self.lemma(at), "will" | "might" | "must");
            return if noun { Tag::Noun } else { Tag::Modal };
        }
        if c.any(Class::ING) {
            return Tag::Ing;
        }
        // "5.30am"
        let clock = at > 0
            && self.prev() == Some(Tag::Numeral)
            && self.tokens[at - 1].span.end == self.tokens[at].span.start;
        if clock {
            return Tag::Noun;
        }
        if c.any(Class::BASE) && (self.group == Group::Base || self.lemma(at) == "be") {
            return Tag::Base;
        }
        if c.any(Class::PART) && (!c.any(Class::PAST) || self.group == Group::Participle) {
            return Tag::Participle;
        }
        Tag::Aux
    }

    fn that(&self, at: usize) -> Tag {
        let next_at = self.past_adverbs(at + 1);
        let next = self.class(next_at);
        // "rejects that and says"
        if next_at == at + 1 && next.any(Class::COORD) && self.prev() == Some(Tag::Finite) {
            return Tag::Pronoun;
        }
        // "and that delays of an hour are likely": a plural with its own verb.
        let plural = next.all(Class::THIRD.or(Class::NOUN))
            && self.class(next_at + 1).any(Class::PREP)
            && self.finite_ahead(next_at + 1, false) == 2;
        let verb_next =
            next.any(Class::AUX) || self.finite_at(next_at) > 0 && !next.any(Class::MOSTLY_NOUN) && !plural;
        // "it was “very likely” that": the quotation mark is passed over.
        let quoted = self.tags.len().checked_sub(2).filter(|&i| is_quote(self.tokens[i + 1].mark));
        let prev = quoted.map(|i| self.tags[i]).filter(|t| *t == Tag::Adj).or(self.prev());
        let after_subject =
            at > 0 && self.class(at - 1).any(Class::SUBJECT) && !self.class(at - 1).any(Class::DET);
        if prev.is_some_and(Tag::is_nominal) && !after_subject {
            let third = next.any(Class::THIRD)
                && self.class(next_at + 1).any(Class::DET.or(Class::PREP).or(Class::PRON).or(Class::POSSDET));
            let base = next.any(Class::BASE)
                && (!next.any(Class::NOUN) || next.any(Class::MOSTLY_VERB))
                && self.class(at - 1).any(Class::PLURAL);
            if verb_next || base || third && !next.any(Class::UNKNOWN) && !self.class(at - 1).any(Class::SAYS)
            {
                return Tag::Rel;
            }
            let level = self.levels[self.depth];
            let told = level.says && level.verb.is_some();
            let pronoun = next.any(Class::PRON) && !next.any(Class::DET) && next_at == at + 1;
            return if pronoun && !told && prev == Some(Tag::Noun) && !self.class(at - 1).any(Class::FACT) {
                Tag::Rel
            } else if told || self.class(at - 1).any(Class::FACT) || prev != Some(Tag::Noun) {
                Tag::That
            } else if self.clause_at(at + 1) {
                Tag::Rel
            } else if next.any(Class::DET.or(Class::POSSDET)) && !next.any(Class::PRON) {
                // "show that the insurer, Helvetica, had"
                Tag::That
            } else {
                Tag::Det
            };
        }
        let nounish = next.any(Class::NOUN.or(Class::ADJ).or(Class::NUMERAL)) && !next.any(Class::AUX);
        if prev == Some(Tag::Prep) {
            return if nounish { Tag::Det } else { Tag::Pronoun };
        }
        if verb_next && prev != Some(Tag::Adj) {
            return if !self.at_start(at) && self.noun_before_comma(at) { Tag::Rel } else { Tag::Pronoun };
        }
        let comma = at > 0 && self.tokens[at - 1].is_mark(',');
        let opens = comma
            || prev.is_some_and(Tag::is_verb)
            || matches!(prev, Some(Tag::Adj | Tag::Coord | Tag::Adv | Tag::Rel));
        let singular = nounish && !next.any(Class::PLURAL) && !self.proper(at + 1);
        let phrase =
            next.any(Class::DET.or(Class::PRON).or(Class::POSSDET).or(Class::PLURAL)) || self.proper(at + 1);
        match () {
            () if opens && self.clause_at(at + 1) && !(singular && prev == Some(Tag::Coord)) => Tag::That,
            () if opens && phrase && self.mark(at + 2).is_none() => Tag::That,
            // "says that 6 million people need food"
            () if next.any(Class::NUMERAL)
                && prev.is_some_and(Tag::is_verb)
                && self.class(at - 1).any(Class::SAYS) =>
            {
                Tag::That
            }
            // "denied that Jinhai, a maker of cars, is"
            () if opens
                && phrase
                && self.mark(at + 2) == Some(',')
                && self.finite_ahead(at + 3, true) == 2 =>
            {
                Tag::That
            }
            // "said that names, dates and": no demonstrative stands before a plural.
            () if opens && next.all(Class::PLURAL.or(Class::NOUN)) && !next.any(Class::MOSTLY_VERB) => {
                Tag::That
            }
            () if nounish => Tag::Det,
            () => Tag::Pronoun,
        }
    }

    fn to(&self, at: usize) -> Tag {
        let next_at = self.past_adverbs(at + 1);
        let next = self.class(next_at);
        if !next.any(Class::BASE) || self.proper(next_at) {
            return Tag::Prep;
        }
        if !next.any(Class::NOUN.or(Class::ADJ)) || next.any(Class::AUX) {
            return Tag::To;
        }
        let host = at.checked_sub(1).map_or(Class::default(), |i| self.class(i));
        // "to nap or stay awake"
        let joined = self.class(next_at + 2);
        if self.class(next_at + 1).any(Class::COORD)
            && joined.all(Class::BASE.or(Class::MOSTLY_VERB))
            && !joined.any(Class::NOUN)
        {
            return Tag::To;
        }
        let object = self.phrase_at(next_at + 1) && !self.class(next_at + 1).any(Class::MOSTLY_VERB);
        if object || self.lemma(next_at + 1) == "that" {
            return Tag::To;
        }
        if host.any(Class::TOWARD) {
            return Tag::Prep;
        }
        // "taught herself to code"
        let over = at > 1 && host.any(Class::PRON) && self.class(at - 2).any(Class::INFINITIVE);
        if over
            || host.any(Class::INFINITIVE.or(Class::AUX))
            || next.any(Class::MOSTLY_VERB.or(Class::INTRANSITIVE))
        {
            return Tag::To;
        }
        let governed = host.any(Class::VERB.or(Class::ADJ)) && !host.any(Class::INTRANSITIVE);
        let particle =
            matches!(self.lemma(next_at + 1), "with" | "for" | "out" | "up" | "off" | "back" | "on");
        if governed && !next.any(Class::MOSTLY_NOUN) || particle { Tag::To } else { Tag::Prep }
    }

    /// "as" and "than".
    fn comparison(&self, at: usize) -> Tag {
        let next = self.class(at + 1);
        let subject = next.any(Class::DET.or(Class::PRON).or(Class::POSSDET))
            || self.proper(at + 1)
            || next.any(Class::PLURAL);
        // "as late as Thursday"
        let time = at > 1
            && self.lemma(at) == "as"
            && self.lemma(at - 2) == "as"
            && next.any(Class::WEEKDAY.or(Class::MONTH));
        // "Two were hurt, as was a child"
        if self.lemma(at) == "as" && next.any(Class::AUX) && at > 0 && self.tokens[at - 1].is_mark(',') {
            return Tag::Subord;
        }
        // "as police have said", and after anything: "who, as she said, was ill".
        let subject = subject
            || next.any(Class::NOUN) && self.finite_at(at + 2) == 2
            || self.comment_at(at)
            || self.class(at + 2).any(Class::POSSESSIVE) && next.any(Class::NOUN)
            || (self.heading() && self.class(at + 2).any(Class::THIRD)
                || self.mark(at + 3).is_some()
                || at + 3 >= self.tokens.len())
                && next.any(Class::NOUN)
                && self.finite_at(at + 2) > 0
            || self.lemma(at) == "as" && self.deed_at(at + 1);
        let nominative = is_subjective(self.lemma(at + 1));
        // "What began as a protest turned into a riot": the question is a subject and wants the verb.
        let asked = self.depth == 0
            && self.tags.first() == Some(&Tag::Wh)
            && self.tags.iter().filter(|t| t.is_finite()).count() == 1
            && !nominative
            && (at + 1..(at + 16).min(self.tokens.len()))
                .take_while(|&i| self.mark(i).is_none())
                .filter(|&i| self.finite_at(i) > 0)
                .count()
                < 2;
        let free = !self.pending() || nominative || self.lemma(at) == "as" && self.heading_before(at);
        if subject && !time && !asked && free && self.parted_clause_at(at + 1) {
            return Tag::Subord;
        }
        let degree = next.any(Class::ADV.or(Class::ADJ)) && !next.any(Class::NOUN)
            || matches!(self.lemma(at + 1), "many" | "much" | "few");
        if degree && self.lemma(at) == "as" { Tag::Adv } else { Tag::Prep }
    }

    /// Whether a bare phrase with a preposition in it stands at `at`, and a past with its object behind: "(fell as) concern
    /// about demand outweighed supply".
    fn deed_at(&self, at: usize) -> bool {
        let verb = (at + 2..(at + 8).min(self.tokens.len())).find(|&i| self.finite_at(i) > 0);
        let Some(verb) = verb else { return false };
        let plain =
            |i: usize| self.mark(i).is_none() && !self.class(i).any(Class::COORD.or(Class::TO).or(Class::WH));
        self.class(at).any(Class::NOUN.or(Class::ADJ))
            && (at..verb).all(plain)
            && (at..verb).any(|i| self.class(i).any(Class::PREP))
            && self.class(verb).any(Class::PAST)
            && !self.class(verb).any(Class::NOUN.or(Class::ADJ))
            && self.class(verb - 1).any(Class::NOUN)
            && (self.phrase_at(verb + 1) || self.class(verb + 1).any(Class::NOUN))
            && self.levels[self.depth].verb != Some(Tag::Participle)
    }

    /// Whether ", as federal law requires" begins with the word at `at`: a comma, a plain phrase of a few words and a verb.
    fn comment_at(&self, at: usize) -> bool {
        let comma = at > 0 && self.tokens[at - 1].is_mark(',');
        let done = self.levels[self.depth].finite
            && !self.waiting()
            && self.prev().is_some_and(|t| t.is_nominal() || t == Tag::Participle);
        let plain = |i: &usize| {
            self.class(*i).any(Class::NOUN.or(Class::ADJ))
                && !self.class(*i).any(Class::DET)
                && self.finite_at(*i) < 2
        };
        let end = at + 1 + (at + 1..at + 4).take_while(plain).count();
        // "Farmers count the cost as second flock is destroyed"
        self.lemma(at) == "as" && (comma || done) && end > at + 1 && self.finite_at(end) == 2
    }

    fn relative(&self, at: usize) -> Tag {
        let prev = self.prev();
        let noun = prev.is_some_and(Tag::is_nominal);
        let lemma = self.lemma(at);
        if self.class(at).any(Class::REL) {
            let marked = (at.saturating_sub(2)..at).any(|i| self.tokens[i].is_mark(','));
            // "The tunnel (which cost 2bn) opened"
            let bracketed =
                at > 1 && matches!(self.tokens[at - 1].mark, '(' | '[') && self.tags[at - 2].is_nominal();
            let comma = marked && lemma == "which" && self.mark(at - 1).is_some();
            let dashed = at > 1 && self.dash_at(at - 1) && self.tags[at - 2].is_nominal() && lemma != "that";
            let head = noun
                || comma
                || dashed
                || prev == Some(Tag::Prep)
                || !self.at_start(at) && self.noun_before_comma(at);
            // "whose men fish and which has no school"
            let again = prev == Some(Tag::Coord)
                && matches!(lemma, "which" | "who" | "whose")
                && self.tags.iter().rev().take(20).any(|t| *t == Tag::Rel);
            return if head || again || bracketed { Tag::Rel } else { Tag::Wh };
        }
        let n = self.tags.len();
        let asked =
            (n.saturating_sub(2)..n).any(|i| self.tags[i].is_verb() && self.tokens[i].is(Class::SAYS));
        match lemma {
            // "asked me why", but "somewhere where"
            "where" | "why" if prev == Some(Tag::Pronoun) && asked => Tag::Wh,
            "where" | "why" if noun => Tag::Rel,
            // "not clear when he died"
            "when" if kept_particles!("before a question").contains(&self.lemma(at.wrapping_sub(1))) => {
                Tag::Wh
            }
            "where" if self.noun_before_comma(at) => Tag::Rel,
            "when" | "whenever" | "wherever"
                if !asked && !self.tokens.last().is_some_and(|t| t.is_mark('?') && at == 0) =>
            {
                Tag::Subord
            }
            _ => Tag::Wh,
        }
    }

    fn subordinator(&self, at: usize) -> Tag {
        let c = self.class(at);
        let next = self.class(at + 1);
        if !c.any(Class::PREP.or(Class::ADV)) {
            return Tag::Subord;
        }
        // "has since been rebuilt"
        if self.group == Group::Participle && self.prev() == Some(Tag::Aux) && next.any(Class::PART) {
            return Tag::Adv;
        }
        // "Only after the flood did the council act"
        let verb = (at + 1..(at + 12).min(self.tokens.len())).find(|&i| self.finite_at(i) == 2);
        let turned = verb.is_some_and(|i| {
            let c = self.class(i + 1);
            self.class(i).any(Class::DO)
                && (c.any(Class::DET.or(Class::PRON).or(Class::POSSDET)) || self.proper(i + 1))
        });
        if at == 1 && c.any(Class::PREP) && self.prev() == Some(Tag::Adv) && turned {
            return Tag::Prep;
        }
        // "heard nothing until it was late"
        if next.all(Class::SUBJECT.or(Class::PRON)) && !next.any(Class::DET) && self.finite_at(at + 2) == 2 {
            return Tag::Subord;
        }
        // "Until last year there were two": only a time.
        if (self.at_boundary(at) || self.fronted()) && c.any(Class::PREP) && self.subject_after_time(at + 1) {
            return Tag::Prep;
        }
        // "After the earthquake of 1985 the government was expected to fall": one verb is none too many for the clause around.
        if at == 0 && c.any(Class::PREP) && !next.any(Class::ING) && self.only_verb() {
            return Tag::Prep;
        }
        let inside = self.pending() && !self.at_boundary(at) && !self.heading_before(at);
        let year = next.any(Class::NUMERAL) && !self.class(at + 2).any(Class::NOUN.or(Class::ADJ));
        if !inside && !year && !next.any(Class::ING) && self.parted_clause_at(at + 1) {
            return Tag::Subord;
        }
        if c.any(Class::PREP) && !self.ends_at(at + 1) { Tag::Prep } else { Tag::Adv }
    }

    /// Whether "Two dead", a heading that leaves its verb out, stands before the clause that the word at `at` opens:
    /// one finite verb comes and no second.
    pub(super) fn heading_before(&self, at: usize) -> bool {
        self.bare_heading() && self.clause_at(at + 1) && self.finite_beyond(at, false, true) == 0
    }

    /// Whether the sentence has no comma, and two noun phrases stand side by side before the only finite verb.
    fn only_verb(&self) -> bool {
        let end = self.tokens.len().min(24);
        let verb = |i: &usize| self.finite_at(*i) > 0;
        let Some(first) = (1..end).find(verb) else { return false };
        let apart = |i: usize| {
            let before = self.class(i - 1);
            let noun = self.tokens[i - 1].kind == crate::token::TokenKind::Number
                || before.any(Class::NOUN) && !before.any(Class::PREP.or(Class::DET).or(Class::ADV));
            self.class(i).any(Class::DET) && !self.class(i).any(Class::PRON) && noun
        };
        self.tokens.len() <= end
            && !(1..end).any(|i| self.mark(i) == Some(','))
            && (2..first).any(apart)
            && !(first + 1..end).any(|i| verb(&i))
    }

    /// Whether a time stands at `at` and a subject after it: "last year there (were)", "Monday the (school)".
    fn subject_after_time(&self, at: usize) -> bool {
        let calendar = |i: usize| self.class(i).any(Class::WEEKDAY) || self.calendar(i);
        let led = kept_particles!("points at a time").contains(&self.lemma(at));
        let unit = self.class(at + 1).any(Class::PERIOD) || calendar(at + 1);
        let end = if led && unit {
            at + 2
        } else if calendar(at) {
            at + 1
        } else {
            return false;
        };
        let c = self.class(end);
        self.lemma(end) == "there"
            || c.any(Class::POSSDET)
            || c.any(Class::DET) && !c.any(Class::ADV)
            || c.all(Class::SUBJECT.or(Class::PRON))
    }

    fn preposition(&self, at: usize) -> Tag {
        let next = self.class(at + 1);
        let particle = self.class(at).any(Class::ADV)
            && (self.ends_at(at + 1)
                || next.any(Class::PREP.or(Class::TO).or(Class::SUBORD).or(Class::COORD))
                    && !next.any(Class::NOUN));
        // "The men who broke in cut the alarm": the next word is the verb of the clause around.
        let stranded = || {
            let level = self.levels[self.depth];
            next.any(Class::PAST)
                && matches!(self.prev(), Some(Tag::Finite | Tag::Ing | Tag::Participle))
                && self.tags.get(level.start) == Some(&Tag::Rel)
                && self.waiting()
                && self.class(at + 2).any(Class::DET.or(Class::POSSDET))
                && self.finite_ahead(at + 2, false) == 0
        };
        if particle || stranded() { Tag::Adv } else { Tag::Prep }
    }

    /// Whether no word of a phrase stands at `at`: the end, or a mark that ends one.
    fn ends_at(&self, at: usize) -> bool {
        at >= self.tokens.len()
            || self.mark(at).is_some_and(|m| !is_opening(m) && !is_currency(m) && m != '#')
    }
}
