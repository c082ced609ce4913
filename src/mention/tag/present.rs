//! Forms that are a present or a noun: agreement with the subject, what follows, and whether another verb comes.

use super::{Tag, Tagger, is_currency};
use crate::lexicon::{Class, kept_particles};
use crate::mention::quantity::is_person;
use crate::token::TokenKind;

impl Tagger<'_> {
    /// Present forms: agreement first, then what follows, then whether another verb comes.
    pub(super) fn present(&self, at: usize) -> Option<Tag> {
        let c = self.class(at);
        let third = c.any(Class::THIRD);
        let subject = self.subject_head();
        // "cutting taxes raises the deficit": the first word is the subject.
        let gerund = subject.is_some_and(|i| i > 0 && self.tags[i - 1] == Tag::Ing && self.opens_with(i - 1));
        let pair = |i: usize| c.any(Class::MOSTLY_VERB) && !self.at_end(at + 1) && self.listed_at_start(i);
        let plural = subject.is_some_and(|i| self.plural(i) || pair(i)) && !(gerund && third);
        let pronoun = subject.is_some_and(|i| {
            let s = self.class(i);
            self.tags[i] == Tag::Rel || s.any(Class::SUBJECT) && !s.any(Class::DET)
        });
        let coordinated = self.before() == Some(Tag::Coord);
        let only = !c.any(Class::NOUN.or(Class::ADJ).or(Class::ADV));
        let follows = self.class(self.past_adverbs(at + 1));
        let base = matches!(self.levels[self.depth].verb, Some(Tag::Base)) && coordinated && !third;
        let verbal = c.any(Class::MOSTLY_VERB);
        let determined = follows.any(Class::DET.or(Class::POSSDET).or(Class::PRON));
        let object = determined || self.phrase_at(at + 1) && !c.any(Class::MOSTLY_NOUN);
        if base && (only || object || verbal && follows.any(Class::PREP.or(Class::TO).or(Class::ADV))) {
            return Some(Tag::Base);
        }
        // "should respect the facts, withdraw the sanctions"
        let mark = self.before() == Some(Tag::Mark);
        let number = self.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number);
        let objective =
            determined && verbal || number && self.class(at + 2).all(Class::NOUN.or(Class::PLURAL));
        if mark && (only || objective) && !third && self.levels[self.depth].verb == Some(Tag::Base) {
            return Some(Tag::Base);
        }
        // "Firm cuts jobs, blames tariffs": as the verb before, with an object of its own.
        let verb_before =
            || self.tags.iter().rposition(|t| t.is_finite()).is_some_and(|i| self.class(i).any(Class::THIRD));
        if mark && third && verbal && self.levels[self.depth].finite && verb_before() {
            let plural = follows.all(Class::NOUN.or(Class::PLURAL)) && !self.class(at + 2).any(Class::COORD);
            if determined || plural || follows.any(Class::TO.or(Class::NUMERAL)) {
                return Some(Tag::Finite);
            }
        }
        // "which engineers had warned of": the subject of the next word.
        let many = || kept_particles!("plural without s").contains(&self.lemma(at));
        let noun_of_next = c.any(Class::NOUN)
            && self.class(at + 1).any(Class::AUX)
            && self.finite_at(at + 1) == 2
            && (third || many());
        if only || pronoun && subject == self.tags.len().checked_sub(1) && !noun_of_next {
            return Some(Tag::Finite);
        }
        let relative = self.before() == Some(Tag::Rel);
        // "repression, mass detention": nothing here that a plural verb could have for its subject.
        if mark && subject.is_none() && !third {
            return None;
        }
        // An unknown name that opens the sentence may be one or many.
        let unknown = subject == Some(0) && self.class(0).any(Class::UNKNOWN);
        let inserted = mark && self.waiting() || unknown;
        if subject.is_some() && third == plural && !coordinated && !relative && !inserted {
            return None;
        }
        // "The number living on bank loans rose"
        let taken = subject
            .is_some_and(|i| self.tags[i..].contains(&Tag::Ing) && self.finite_ahead(at + 1, false) > 0);
        if third && taken && c.any(Class::NOUN) {
            return None;
        }
        // "who asked Ada Weld back in May": the verb of the clause around a relative one is hardly any other word.
        if !coordinated && self.prev().is_some_and(Tag::is_nominal) && self.described() {
            let bare = !third && self.at_end(at + 1) && !c.any(Class::INTRANSITIVE);
            if !verbal || bare {
                return None;
            }
        }
        // "from windows to insulin pumps, forecast", "the firm's shares, which": nothing that the verb could have for its object.
        let bare = self.mark(at + 1).is_some_and(|m| matches!(m, ',' | ':'));
        let noun = third && c.any(Class::NOUN) && !c.any(Class::INTRANSITIVE.or(Class::SAYS));
        // "which the ministry runs, was closed": what it has for its object stands before.
        let level = self.levels[self.depth];
        let opener = self.tags.get(level.start);
        let gap = !level.finite && matches!(opener, Some(Tag::Rel | Tag::Subord | Tag::That));
        if noun && bare && !relative && !coordinated && !gap {
            return None;
        }
        // "Tech stocks drag", "Army forces arrest 21": of two words that may be either, the verb is the one that agrees.
        let after = self.class(at + 1);
        if third
            && c.any(Class::NOUN)
            && !verbal
            && after.all(Class::BASE.or(Class::MOSTLY_VERB))
            && (self.phrase_at(at + 2)
                || c.any(Class::MOSTLY_NOUN) && (self.at_end(at + 2) || self.class(at + 2).any(Class::NOUN)))
            && !after.any(Class::PLURAL)
        {
            return None;
        }
        // "announced job cuts in March": a single thing has an article, so that it belongs to the noun after it.
        let n = self.tags.len();
        let single = n > 1 && self.tags[n - 1] == Tag::Noun && !self.class(at - 1).any(Class::PLURAL);
        if third
            && c.any(Class::NOUN)
            && single
            && self.tags[n - 2].is_verb()
            && (follows.any(Class::PREP) && !follows.any(Class::ADV) || bare)
        {
            return None;
        }
        // "Halden coach Petra Lund": who somebody is.
        if c.any(Class::MOSTLY_NOUN) && is_person(self.lemma(at)) && self.proper(at + 1) {
            return None;
        }
        // "two penalty claims before the break": a number and no noun yet that it could count.
        if third && c.any(Class::NOUN) && self.counted_here() {
            return None;
        }
        // "crowns last year"
        // "residents who own dogs"
        let owned = relative && plural && follows.all(Class::NOUN.or(Class::PLURAL));
        if owned && c.any(Class::BASE) {
            return Some(Tag::Finite);
        }
        if c.any(Class::MOSTLY_ADJ)
            && self.class(at + 1).any(Class::NOUN)
            && !self.class(at + 1).any(Class::DET)
        {
            return None;
        }
        // The noun before belongs to a phrase inside a clause that has its verb: "held in internment camps".
        let outer = self.depth > 0 && c.all(Class::THIRD.or(Class::MOSTLY_VERB));
        let ends = self.at_end(at + 1) && !c.any(Class::INTRANSITIVE) && !only;
        if subject.is_none() && self.prev().is_some_and(Tag::is_nominal) && (!outer || ends) {
            return None;
        }
        let next_at = self.past_adverbs(at + 1);
        let next = self.class(next_at);
        if coordinated {
            let verb = self.levels[self.depth].verb;
            let parallel = matches!(verb, Some(Tag::Finite | Tag::Aux | Tag::Modal));
            let closed = next.any(Class::DET.or(Class::PRON).or(Class::POSSDET).or(Class::NUMERAL));
            // "and blames tariffs": no compound has a plural before a plural.
            let plurals = third && next.all(Class::NOUN.or(Class::PLURAL)) && !next.any(Class::VERB);
            let fits = closed
                || c.any(Class::MOSTLY_VERB)
                    && (next.any(Class::PREP.or(Class::TO).or(Class::ADV)) || plurals);
            return (parallel && fits).then_some(Tag::Finite);
        }
        // ", excerpts of which were published"
        if mark && third && matches!(self.lemma(at + 2), "which" | "whom") && self.lemma(at + 1) == "of" {
            return None;
        }
        // "names, addresses and birth dates were taken": the middle of a list.
        if mark && c.any(Class::NOUN) && next.any(Class::COORD) && self.finite_ahead(next_at + 1, false) > 0 {
            return None;
        }
        // "the company plans were", "peace talks resume": the next word is the verb.
        let next_verb = next.any(Class::VERB)
            && !next.any(Class::NOUN.or(Class::ING).or(Class::PREP).or(Class::ADJ).or(Class::PART));
        // "The rock on which the town stands is old": two clauses wait, and one verb more comes.
        let both = gap
            && verbal
            && self.levels[..self.depth].iter().any(|l| l.subject && !l.finite)
            && self.finite_ahead(next_at + 1, false) == 0;
        if (self.finite_at(next_at) == 2 || next_verb) && !both {
            return None;
        }
        if both && self.finite_at(next_at) == 2 {
            return Some(Tag::Finite);
        }
        // "Shares slide as a maker warns of losses": what is opened has a subject and a verb of its own.
        let opened = next.any(Class::SUBORD)
            && !next.any(Class::ADV)
            && !matches!(self.lemma(next_at), "than" | "that" | "whether")
            && self.clause_at(next_at + 1);
        // "If the ferry sinks the owner will be blamed"
        let fronted = level.start == 0 && opener == Some(&Tag::Subord) && !level.finite;
        if fronted && verbal && determined && third != plural {
            return Some(Tag::Finite);
        }
        let ahead =
            if opened { self.finite_beyond(next_at, false, true) } else { self.finite_ahead(at + 1, false) };
        let number = self.tokens.get(next_at).is_some_and(|t| t.kind == TokenKind::Number);
        let object = next.any(Class::DET.or(Class::POSSDET).or(Class::PRON).or(Class::SUBORD).or(Class::WH))
            || number
            || self.proper(next_at)
            || self.mark(at + 1).is_some_and(|m| m == '“' || is_currency(m));
        // "the road that links Melnau and Kirrow was closed": one verb for the relative clause, one for the clause around.
        let outer = self.levels[..self.depth].iter().any(|l| l.subject && !l.finite);
        if relative && third && !plural && object && outer {
            return Some(Tag::Finite);
        }
        let object = object && (self.lemma(next_at) != "that" || c.any(Class::SAYS.or(Class::THIRD)));
        let content =
            self.lemma(next_at) == "that" && c.any(Class::SAYS) && !self.class(next_at + 1).any(Class::AUX)
                || self.lemma(next_at) == "whether";
        if content || object && (ahead < 2 || c.any(Class::SAYS)) {
            return Some(Tag::Finite);
        }
        if next.any(Class::TO) {
            let takes = c.any(Class::INFINITIVE) || verbal;
            return (takes && ahead < 2 || ahead == 0).then_some(Tag::Finite);
        }
        // A comma ends a clause that depends on another, but may only interrupt the main clause.
        let fits = if verbal {
            ahead < 2
        } else {
            ahead == 0 && (self.depth > 0 || opened || self.finite_ahead(at + 1, true) < 2)
        };
        fits.then_some(Tag::Finite)
    }

    /// Whether the noun phrase so far has a number but no plural that it counts: "two penalty (claims)".
    pub(super) fn counted_here(&self) -> bool {
        let n = self.tags.len();
        let phrase = (n.saturating_sub(5)..n)
            .rev()
            .take_while(|&i| matches!(self.tags[i], Tag::Noun | Tag::Adj | Tag::Proper | Tag::Numeral));
        let mut counted = false;
        for i in phrase {
            if self.class(i).any(Class::PLURAL) && self.tags[i] != Tag::Numeral {
                return false;
            }
            counted = self.tags[i] == Tag::Numeral && self.tokens[i].is_word() && self.lemma(i) != "one";
        }
        counted
    }

    /// Whether the nominal at `i` asks for a plural verb.
    pub(super) fn plural(&self, i: usize) -> bool {
        self.class(i).any(Class::PLURAL)
            || self.tags[i] == Tag::Numeral && self.lemma(i) != "one"
            || kept_particles!("plural without s").contains(&self.lemma(i))
            || self.joined(i)
    }

    /// Whether the name at `i` ends a pair with a comma that opens a heading: "Halden, Corrow (resume talks)".
    pub(super) fn listed_at_start(&self, i: usize) -> bool {
        let names = |from: usize, to: usize| {
            from < to && (from..to).all(|j| self.tags[j].is_nominal() && self.class(j).any(Class::CAPITAL))
        };
        let comma = (i.saturating_sub(3)..i).rev().find(|&j| self.tags[j] == Tag::Mark);
        comma.is_some_and(|j| {
            j < 4 && self.tokens[j].is_mark(',') && names(0, j) && names(j + 1, i + 1) && self.heading()
        })
    }

    /// Whether a heading's subject waits for its verb.
    pub(super) fn pending_heading(&self) -> bool {
        self.depth == 0 && self.pending() && self.heading()
    }

    /// Whether the -ing form at `i` opens its clause.
    pub(super) fn opens_with(&self, i: usize) -> bool {
        i.checked_sub(1).is_none_or(|j| matches!(self.tags[j], Tag::That | Tag::Subord | Tag::Mark))
    }

    /// Whether the nominal at `i` is joined by "and" to one before it.
    pub(super) fn joined(&self, i: usize) -> bool {
        (i.saturating_sub(5)..i)
            .rev()
            .take_while(|&j| self.tags[j].in_noun_phrase() || self.tags[j] == Tag::Coord)
            .any(|j| self.lemma(j) == "and")
    }

    /// Whether the innermost clause is relative and has its verb, and one around it waits.
    pub(super) fn described(&self) -> bool {
        let level = self.levels[self.depth];
        level.finite && self.tags.get(level.start) == Some(&Tag::Rel) && self.waiting()
    }

    /// The head of the noun phrase that would be the subject of a verb here, past its prepositional phrases.
    pub(super) fn subject_head(&self) -> Option<usize> {
        let n = self.tags.len();
        let mut head = None;
        let from = n.saturating_sub(14);
        let described = self.described();
        for i in (from..n).rev() {
            match self.tags[i] {
                Tag::Pronoun if self.class(i).any(Class::SUBJECT) && !self.class(i).any(Class::DET) => {
                    return head.or(Some(i));
                }
                Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Numeral => head = head.or(Some(i)),
                Tag::Rel => {
                    // The antecedent says whether "who" is one or many.
                    let one = i.checked_sub(1).filter(|&j| self.tags[j].is_nominal());
                    return head.or(one).or(Some(i));
                }
                Tag::Prep => head = None,
                // "Ship carrying 200 cars (sinks)", "Woman who exposed crimes (dies)": what a describing verb has for its object.
                Tag::Ing if i > 0 && self.tags[i - 1].is_nominal() && self.pending() => head = None,
                Tag::Finite if described => head = None,
                // "Documents seen by the paper (show)"
                Tag::Participle if head.is_none() && i > 0 && self.tags[i - 1].is_nominal() => {}
                // "In 2020 the ministry": a determiner after a noun begins another phrase.
                Tag::Det
                    if head.is_some()
                        && i > 0
                        && matches!(self.tags[i - 1], Tag::Noun | Tag::Proper | Tag::Numeral) =>
                {
                    break;
                }
                // "From there the thieves"
                Tag::Det
                    if head.is_some()
                        && i > 1
                        && (self.tags[i - 1], self.tags[i - 2]) == (Tag::Adv, Tag::Prep) =>
                {
                    break;
                }
                // "left on Friday and the rebels (seized)": the conjunction that opened this clause.
                Tag::Coord if head.is_some() && i == self.levels[self.depth].start => return head,
                Tag::Coord | Tag::Det | Tag::Adj | Tag::Adv | Tag::Genitive => {}
                _ if head.is_some() => break,
                Tag::Mark => {}
                _ => break,
            }
            if i == from && i > 0 {
                // Too far to see: some noun before will be it.
                return head.or((from..n).find(|&j| self.tags[j].is_nominal()));
            }
        }
        head
    }
}
