//! The clauses that are open: what each tag opens and closes, and who waits for a verb.

use super::{DEPTH, Group, Level, Tag, Tagger, is_subjective};
use crate::lexicon::{Class, kept_particles};

impl Tagger<'_> {
    /// Notes the choice for the token at `at` and what it opens or closes.
    pub(super) fn push(&mut self, at: usize, tag: Tag) {
        let before = self.group;
        if let Some(close) = self.interrupts(at) {
            self.held = (self.group, close);
        }
        self.group = self.group_after(at, tag);
        let c = self.class(at);
        if self.depth > 0 && matches!(tag, Tag::Det | Tag::Pronoun) && self.main_subject_at(at) {
            self.leave();
        }
        // "Two dead after": a heading that has no verb waits for none.
        if tag == Tag::Subord && self.heading_before(at) {
            self.levels[0].finite = true;
        }
        match tag {
            Tag::Rel => self.enter(Level { subject: true, ..Level::default() }),
            Tag::Subord | Tag::That => self.enter(Level::default()),
            Tag::Wh if at == 0 => {}
            Tag::Wh => self.enter(Level { subject: c.any(Class::PRON), ..Level::default() }),
            Tag::Coord => self.conjunction(at),
            Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Numeral => {
                let level = self.levels[self.depth];
                let nominative = tag == Tag::Pronoun && c.any(Class::SUBJECT) && !c.any(Class::DET);
                if (level.finite || level.verb.is_some()) && level.says && nominative {
                    self.enter(Level { subject: true, ..Level::default() });
                } else if self.prev() != Some(Tag::Prep) || !level.finite {
                    self.levels[self.depth].subject = true;
                }
            }
            Tag::Modal | Tag::Aux | Tag::Finite => self.finish(at, tag),
            Tag::Base | Tag::Participle | Tag::Ing => {
                let level = &mut self.levels[self.depth];
                level.verb = Some(tag);
                level.says = c.any(Class::SAYS);
                // A command, or "demanded that the list be published".
                level.finite |= tag == Tag::Base && before == Group::None;
            }
            Tag::Mark => self.mark_passed(self.tokens[at].mark),
            _ => {}
        }
        self.tags.push(tag);
    }

    /// Whether the innermost clause opened the sentence, has its verb, and the main clause has not begun: "As the convoy crossed
    /// the bridge".
    pub(super) fn fronted(&self) -> bool {
        let level = self.levels[self.depth];
        let main = self.levels[0];
        self.depth == 1
            && level.finite
            && !main.subject
            && !main.finite
            && level.start < 2
            && self.tags.get(level.start) == Some(&Tag::Subord)
    }

    /// Whether a fronted clause that no comma ends is over before the determiner or pronoun at `at`: a noun phrase or a verb
    /// without object stands before, and a verb comes for what follows.
    pub(super) fn main_subject_at(&self, at: usize) -> bool {
        let level = self.levels[self.depth];
        let c = self.class(at);
        let new = c.any(Class::DET.or(Class::POSSDET)) && !c.any(Class::REL) || is_subjective(self.lemma(at));
        let done = match self.prev() {
            Some(Tag::Noun | Tag::Proper | Tag::Participle) => true,
            Some(Tag::Finite) => {
                at > 0 && self.class(at - 1).any(Class::INTRANSITIVE) || self.next_is_subject(at)
            }
            _ => false,
        };
        new && done && !level.says && self.fronted() && self.finite_ahead(at + 1, false) > 0
    }

    /// Whether the phrase that the determiner at `at` opens is the last before a verb, so that it is its subject.
    pub(super) fn next_is_subject(&self, at: usize) -> bool {
        const PHRASE: Class = Class::NOUN.or(Class::ADJ).or(Class::NUMERAL).or(Class::UNKNOWN);
        let end = (at + 1..at + 6)
            .find(|&i| !(self.class(i).any(PHRASE) || self.proper(i)) || i > at + 1 && self.finite_at(i) > 0);
        end.is_some_and(|i| i > at + 1 && self.finite_at(i) > 0)
    }

    /// Whether the innermost clause is a relative one behind a dash.
    pub(super) fn within_dashes(&self) -> bool {
        let start = self.levels[self.depth].start;
        self.tags.get(start) == Some(&Tag::Rel) && start.checked_sub(1).is_some_and(|i| self.dash_at(i))
    }

    /// Whether a dash stands at `at`: a long one, or a short one with a blank before.
    pub(super) fn dash_at(&self, at: usize) -> bool {
        let Some(t) = self.tokens.get(at) else { return false };
        let parted = at.checked_sub(1).is_some_and(|i| self.tokens[i].span.end < t.span.start);
        matches!(t.mark, '—' | '–') || t.mark == '-' && parted
    }

    pub(super) fn enter(&mut self, level: Level) {
        self.depth = (self.depth + 1).min(DEPTH - 1);
        self.levels[self.depth] = Level { start: self.tags.len(), ..level };
    }

    /// Leaves the clauses that have their verb, as long as one around them waits for its own.
    pub(super) fn leave(&mut self) {
        while self.depth > 0 && self.levels[self.depth].finite {
            self.depth -= 1;
        }
    }

    /// A conjunction after which a clause with its own subject comes: the level waits for a verb again.
    pub(super) fn conjunction(&mut self, at: usize) {
        let comma = self.prev() == Some(Tag::Mark);
        let verb = self.finite_at(self.past_adverbs(at + 1)) > 0;
        // "Brandt struck a post and Wills saved well"
        let name = (at + 1..at + 4).take_while(|&i| self.proper(i)).count();
        let named = name > 0
            && self.class(at + 1 + name).any(Class::PAST.or(Class::BASE))
            && self.finite_at(at + 1 + name) > 0;
        // "The roof leaked and the walls": no noun that the next one could be joined to.
        let first = self.class(at + 1);
        let alone = matches!(self.prev(), Some(Tag::Finite | Tag::Adv))
            && (first.any(Class::DET.or(Class::POSSDET)) && !first.any(Class::PREP)
                || self.bare_subject_at(at + 1));
        let needed = u8::from(!comma && !named && !alone && !self.own_clause_at(at + 1));
        if self.levels[self.depth].finite && !verb && self.finite_ahead(at + 2, false) > needed {
            let level = &mut self.levels[self.depth];
            *level = Level { verb: level.verb, start: at, ..Level::default() };
        }
    }

    /// Whether a plural without a determiner and its verb stand at `at`: "(hit and) power lines fell".
    pub(super) fn bare_subject_at(&self, at: usize) -> bool {
        let head = (at..at + 3).find(|&i| {
            !self.class(i).any(Class::NOUN.or(Class::ADJ)) || self.class(i).all(Class::NOUN.or(Class::PLURAL))
        });
        head.is_some_and(|i| self.class(i).any(Class::PLURAL) && self.finite_at(i + 1) > 0)
    }

    /// Whether a phrase with a determiner stands at `at` and a past with an object, or one that takes none, behind it: "(lost
    /// money and) its shares dropped", "(fled and) the rebels seized the town".
    pub(super) fn own_clause_at(&self, at: usize) -> bool {
        const OPENS: Class = Class::DET.or(Class::POSSDET);
        const PLAIN: Class = Class::NOUN.or(Class::ADJ).or(Class::NUMERAL).or(Class::UNKNOWN);
        if !self.class(at).any(OPENS.or(Class::PRON)) || self.class(at).any(Class::PREP) {
            return false;
        }
        let end = (at + 7).min(self.tokens.len());
        let alone = self.class(at).any(Class::PRON) && self.finite_at(at + 1) > 0;
        let verb = if alone { Some(at + 1) } else { (at + 2..end).find(|&i| self.finite_at(i) > 0) };
        let Some(verb) = verb else { return false };
        let phrase = (at + 1..verb).all(|i| {
            (self.class(i).any(PLAIN) || self.proper(i) || self.mark(i) == Some('-'))
                && !self.class(i).any(Class::PREP.or(Class::AUX))
        });
        let c = self.class(verb);
        let next = self.class(verb + 1);
        // "the woman jailed the year before": a time is no object.
        let time = self.class(verb + 2).any(Class::PERIOD);
        let object = next.any(OPENS.or(Class::NUMERAL)) && !next.any(Class::PREP) && !time;
        let ends = self.class(at).any(Class::POSSDET) && self.mark(verb + 1) == Some('.');
        phrase && !c.any(Class::MOSTLY_ADJ) && (c.any(Class::INTRANSITIVE) || object || ends)
    }

    /// A finite verb: of the innermost clause, of the clause around it, or of a content clause without "that".
    pub(super) fn finish(&mut self, at: usize, tag: Tag) {
        let level = self.levels[self.depth];
        if level.finite && !matches!(self.before(), Some(Tag::Coord | Tag::Mark)) {
            if level.says && !self.waiting() {
                self.enter(Level { subject: true, ..Level::default() });
            } else {
                self.leave();
            }
        } else if level.finite && self.before() == Some(Tag::Mark) && self.waiting() {
            self.leave();
        }
        // "claimed responsibility": something is taken, nothing said.
        let taken =
            self.lemma(at) == "claim" && kept_particles!("claimed for oneself").contains(&self.lemma(at + 1));
        let says = self.class(at).any(Class::SAYS) && !taken;
        let level = &mut self.levels[self.depth];
        *level = Level { subject: level.subject, finite: true, verb: Some(tag), says, start: level.start };
    }

    pub(super) fn mark_passed(&mut self, mark: char) {
        let level = self.levels[self.depth];
        let at = self.tags.len();
        if self.dash_at(at) {
            let opens = self.class(at + 1).any(Class::REL) && self.prev().is_some_and(Tag::is_nominal);
            let closes = self.within_dashes();
            if opens || closes && level.finite {
                self.depth = self.depth.saturating_sub(usize::from(closes));
                return;
            }
        }
        match mark {
            ',' => {
                // It ends a relative clause inside its head's clause, and an adverbial one before its main clause.
                if level.finite && (self.waiting() || !self.levels[0].finite) {
                    self.leave();
                } else if self.told_in_between() {
                    self.levels[self.depth] = Level { start: self.tags.len(), ..Level::default() };
                }
                // "Police said the coach, who is 40, hit a fan": the content waits for its verb behind the insertion.
                let content =
                    level.finite && level.says && self.class(at + 1).any(Class::REL) && self.told_of(at);
                self.levels[self.depth].says = false;
                if content {
                    self.enter(Level { subject: true, ..Level::default() });
                }
            }
            // A quotation ends: what follows is the clause that says who said it.
            '”' | '"' if self.prev() == Some(Tag::Mark) && level.finite => {
                self.depth = 0;
                self.levels[0] = Level { start: self.tags.len(), ..Level::default() };
            }
            ';' | ':' | '.' | '?' | '!' | '—' | '–' if level.finite => {
                if !self.waiting() {
                    self.depth = 0;
                    self.levels[0] = Level { start: self.tags.len(), ..Level::default() };
                } else {
                    self.leave();
                }
            }
            _ => {}
        }
    }

    /// Whether nothing but a noun phrase stands between a verb of saying and the comma at `at`, and a verb behind the next one.
    pub(super) fn told_of(&self, at: usize) -> bool {
        let phrase = (at.saturating_sub(8)..at).rev().take_while(|&i| self.tags[i].in_noun_phrase()).last();
        let said = phrase.and_then(|i| i.checked_sub(1)).is_some_and(|i| {
            self.tags[i] == Tag::Finite
                && (kept_particles!("takes a clause, hardly an object").contains(&self.lemma(i)))
        });
        said && self.verb_after_comma(at)
    }

    /// Whether a comma here ends "(In May,) the paper reported on Monday," before the clause that it reported.
    pub(super) fn told_in_between(&self) -> bool {
        let n = self.tags.len();
        let Some(verb) = (n.saturating_sub(4)..n).rev().find(|&i| self.tags[i] == Tag::Finite) else {
            return false;
        };
        let time = (verb + 1..n).all(|i| {
            matches!(self.tags[i], Tag::Prep | Tag::Adv) || self.class(i).any(Class::WEEKDAY.or(Class::MONTH))
        });
        let phrase =
            (verb.saturating_sub(8)..verb).rev().take_while(|&i| self.tags[i].in_noun_phrase()).last();
        let comma = phrase.and_then(|i| i.checked_sub(1)).is_some_and(|i| self.tokens[i].is_mark(','));
        time && comma
            && self.class(verb).any(Class::SAYS)
            && self.levels[self.depth].says
            && self.finite_ahead(n + 1, false) > 0
    }
}
