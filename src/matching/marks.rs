//! What each token is in its sentence: who acts and who undergoes, what is denied, possible or to come, who only says it.

use super::{
    features::Word,
    knowledge::{Knowledge, key},
    reader::CLOSED,
};
use crate::{
    lexicon::Class,
    mention::{
        clause::{Clause, Kind},
        tag::Tag,
    },
    token::{Token, TokenKind, look_up},
};

/// How the main clause of a mention is meant, and whether anything in the mention could change that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stance {
    /// Something in the main clause is denied.
    pub(crate) denies: bool,
    /// Something in the main clause may or might be.
    pub(crate) possible: bool,
    /// Something in the main clause is to come: planned, hoped, demanded.
    pub(crate) coming: bool,
    /// The verb of the main clause says what was or has been.
    pub(crate) done: bool,
    /// Any word that denies, in whatever way: `not`, `refused`, `unaware`.
    pub(crate) negative: bool,
    /// Any word that makes a fact less or more than one: `may`, `plans`, `reportedly`, `must`.
    pub(crate) modal: bool,
}

/// Marks the tokens of one sentence with sorts of [`Word`].
pub(crate) struct Marker<'r> {
    pub(crate) text: &'r str,
    pub(crate) tokens: &'r [Token],
    pub(crate) tags: &'r [Tag],
    pub(crate) clauses: &'r [Clause],
    pub(crate) marks: &'r mut [u32],
    pub(crate) knowledge: &'r Knowledge,
}

impl Marker<'_> {
    /// Marks attribution, quoted words, what is denied or possible, asides, quantified nouns, and who does what.
    pub(crate) fn mark(&mut self) -> Stance {
        let mut quoted = false;
        for (mark, token) in self.marks.iter_mut().zip(self.tokens) {
            match token.mark {
                '“' => quoted = true,
                '”' => quoted = false,
                '"' => quoted = !quoted,
                _ => {}
            }
            if quoted {
                *mark |= Word::QUOTED;
            }
        }
        for i in 0..self.clauses.len() {
            self.mark_attribution(i);
        }
        self.mark_according();
        self.mark_scopes();
        self.mark_quantified();
        // What is said of a noun by the way counts less than what the sentence states.
        for i in 0..self.clauses.len() {
            let clause = self.clauses[i];
            let aside = matches!(clause.kind, Kind::Relative | Kind::Appositive | Kind::Adverbial)
                || clause.kind == Kind::Participial && clause.set_off;
            if aside && clause.parent.is_some() && clause.start > 0 {
                self.add(clause.start, clause.end, Word::ASIDE);
            }
        }
        // The first clause that is not attribution says who does what.
        let said = |h: usize| self.marks.get(h).is_some_and(|m| m & (Word::ATTRIBUTION | Word::ASIDE) == 0);
        let main =
            self.clauses.iter().find(|c| c.head.is_some_and(said) && !matches!(c.kind, Kind::Infinitive));
        let main = main.copied();
        if let Some(main) = main {
            self.mark_main(&main);
        }
        self.stance(main)
    }

    fn add(&mut self, from: usize, to: usize, sort: u32) {
        for m in self.marks.iter_mut().take(to).skip(from) {
            *m |= sort;
        }
    }

    /// Marks the verb of the main clause, its subject, who acts and who undergoes it.
    fn mark_main(&mut self, main: &Clause) {
        let Some(head) = main.head else { return };
        self.add(head, head + 1, Word::HEAD);
        let by = (head + 1..main.end.min(head + BY)).find(|&j| {
            self.tokens[j].lemma == "by" && self.tags.get(j + 1).is_some_and(|t| t.in_noun_phrase())
        });
        let is = |j: usize, class: Class| self.tokens.get(j).is_some_and(|t| t.is(class));
        // "Is to be taken over" is a passive as "is taken over" is.
        let infinitive = (head..main.end.min(head + 5))
            .find(|&j| is(j, Class::TO) && is(j + 1, Class::BE) && is(j + 2, Class::PART))
            .map(|j| j + 2);
        let be = infinitive.is_some() || (main.verbs.0..head).any(|j| is(j, Class::BE));
        let participle = infinitive.is_some() || is(head, Class::PART);
        let direct = self.tags.get(head + 1).is_some_and(|t| t.in_noun_phrase());
        // Headlines leave the auxiliary out: "Orlo sacked by president".
        let passive = participle && (be || by.is_some() && !direct);
        if let Some((start, end)) = main.subject {
            self.add(start, end, Word::SUBJECT | if passive { Word::UNDERGOER } else { Word::ACTOR });
        }
        let after = if passive { by } else { Some(head) };
        let (sort, opposite) =
            if passive { (Word::ACTOR, Word::UNDERGOER) } else { (Word::UNDERGOER, Word::ACTOR) };
        let Some(after) = after else { return };
        for j in after + 1..main.end.min(after + REACH) {
            let token = &self.tokens[j];
            if self.marks[j] & (Word::ASIDE | Word::ATTRIBUTION) != 0
                || token.kind == TokenKind::Mark && !matches!(token.mark, '“' | '"' | '‘' | '’' | '”')
                || passive && self.tags[j] == Tag::Prep
            {
                break;
            }
            if self.marks[j] & opposite == 0 {
                self.marks[j] |= sort;
            }
        }
    }

    fn stance(&self, main: Option<Clause>) -> Stance {
        let mut stance = Stance::default();
        for (j, (token, &mark)) in self.tokens.iter().zip(self.marks.iter()).enumerate() {
            let within = mark & (Word::ASIDE | Word::ATTRIBUTION) == 0
                && main.is_some_and(|m| (m.start..m.end).contains(&j));
            stance.denies |= within && mark & Word::DENIED != 0;
            stance.possible |= within && mark & Word::POSSIBLE != 0;
            stance.coming |= within && mark & Word::FUTURE != 0;
            stance.done |= within && mark & Word::HEAD != 0 && mark & Word::DONE != 0;
            let frame = if token.lemma.is_empty() { None } else { self.knowledge.frame(key(token.lemma)) };
            stance.negative |= token.is(Class::NEG)
                || self.knowledge.negative(token.lemma)
                || mark & Word::DENIED != 0
                || is_privative(token.span.of(self.text));
            stance.modal |= mark & (Word::POSSIBLE | Word::FUTURE) != 0
                || self.tags[j] == Tag::Modal
                || frame.is_some_and(|f| f != Word::DENIED);
        }
        stance
    }

    /// Marks nouns of which all, most, some or few are meant.
    fn mark_quantified(&mut self) {
        for i in 0..self.tokens.len() {
            let token = self.tokens[i];
            let Some(mut sort) = self.knowledge.quantifier(token.span.of(self.text)) else { continue };
            let before = i.checked_sub(1).and_then(|b| self.tokens.get(b));
            if sort == Word::FEW && before.is_some_and(|t| t.lemma == "a") {
                sort = Word::SOME;
            }
            if sort == Word::ALL && before.is_some_and(|t| t.is(Class::NEG)) {
                sort = Word::SOME;
            }
            // "Some 40 boats" are about 40.
            let after = self.tokens.get(i + 1);
            let number = |t: &Token| t.kind == TokenKind::Number || t.is(Class::NUMERAL);
            if sort == Word::SOME && after.is_some_and(number) {
                continue;
            }
            for j in i + 1..self.tokens.len().min(i + 7) {
                let (other, tag) = (&self.tokens[j], self.tags[j]);
                if matches!(tag, Tag::Noun | Tag::Proper)
                    && !matches!(self.tags.get(j + 1), Some(Tag::Noun | Tag::Genitive))
                {
                    self.marks[j] |= sort;
                    break;
                }
                let inside = tag.in_noun_phrase() || other.lemma == "of" || number(other);
                if !inside || tag == Tag::Pronoun {
                    break;
                }
            }
        }
    }

    /// Marks the words of clause `i` where it only says who speaks.
    fn mark_attribution(&mut self, i: usize) {
        let clause = self.clauses[i];
        let Some(head) = clause.head else { return };
        if !self.tokens.get(head).is_some_and(|t| !t.lemma.is_empty() && self.knowledge.reports(key(t.lemma)))
        {
            return;
        }
        let quote = |t: &Token| matches!(t.mark, '”' | '“' | '"' | '’' | '‘');
        let content =
            self.clauses.iter().find(|c| c.parent == Some(i) && c.kind == Kind::Content && c.start > head);
        let after = self.tokens.get(head + 1);
        let opens = after.is_some_and(|t| quote(t) || matches!(t.mark, ':'))
            || after.is_some_and(|t| t.is_mark(',')) && self.tokens.get(head + 2).is_some_and(quote);
        let before = clause.start.checked_sub(1).and_then(|b| self.tokens.get(b));
        let closes = before.is_some_and(|t| quote(t) || t.is_mark(','));
        let (from, to) = if let Some(content) = content {
            (clause.start, content.start)
        } else if opens {
            (clause.start, head + 1)
        } else if closes {
            // To the next mark, or the end.
            let end =
                (head..clause.end).find(|&j| self.tokens.get(j).is_some_and(quote)).unwrap_or(clause.end);
            (clause.start, end)
        } else {
            return;
        };
        for m in self.marks.iter_mut().take(to).skip(from) {
            *m |= Word::ATTRIBUTION;
        }
    }

    /// Marks what is denied, possible, to come and done.
    fn mark_scopes(&mut self) {
        for i in 0..self.tokens.len() {
            let (token, tag) = (self.tokens[i], self.tags[i]);
            let sort = if self.negates(i) {
                Word::DENIED
            } else if tag == Tag::Modal {
                match token.lemma {
                    "will" | "shall" | "would" => Word::FUTURE,
                    "may" | "might" | "could" => Word::POSSIBLE,
                    // What can be is told as what is: "can carry", "carries".
                    _ => continue,
                }
            } else if token.is(Class::BE) && self.tags.get(i + 1) == Some(&Tag::To) {
                // "The ban is to be lifted."
                Word::FUTURE
            } else if token.lemma.is_empty() {
                continue;
            } else {
                let Some(sort) = self.knowledge.frame(key(token.lemma)) else {
                    if tag == Tag::Finite && token.is(Class::PAST)
                        || tag == Tag::Participle && token.is(Class::PART) && !self.is_present(i)
                    {
                        self.marks[i] |= Word::DONE;
                    }
                    continue;
                };
                // "The plan for a wind farm" may be old, "the plan to build" is for what is to come.
                if sort == Word::FUTURE && tag == Tag::Noun && self.tags.get(i + 1) != Some(&Tag::To) {
                    continue;
                }
                if sort & (Word::FUTURE | Word::DENIED) != 0 && tag.is_verb() && !self.governs(i) {
                    // "Officials denied that the dam had been inspected."
                    if sort == Word::DENIED {
                        self.deny_content(i);
                    }
                    continue;
                }
                // "A deal to stop smuggling" does not say that the smuggling has stopped.
                if sort == Word::DENIED && matches!(tag, Tag::Base | Tag::Ing) {
                    continue;
                }
                sort
            };
            self.mark_scope(i, sort);
        }
    }

    /// Whether token `i` negates what follows it: `No. 2` and `not only` do not.
    fn negates(&self, i: usize) -> bool {
        let token = &self.tokens[i];
        if !token.is(Class::NEG) {
            return false;
        }
        let next = self.tokens.get(i + 1);
        let numbered = next.is_some_and(|t| t.kind == TokenKind::Number || t.is(Class::NUMERAL))
            && token.span.of(self.text).ends_with('.');
        let only = token.lemma == "not"
            && next.is_some_and(|t| matches!(t.lemma, "only" | "just" | "merely" | "simply"));
        !(numbered || only)
    }

    /// Whether the participle at `i` tells what is or is being done: `are sent`, `is being built`.
    fn is_present(&self, i: usize) -> bool {
        let before = self.tokens.get(i.saturating_sub(3)..i).unwrap_or_default();
        let word = |t: &Token| t.span.of(self.text);
        before.iter().any(|t| t.is(Class::BE) && matches!(word(t), "is" | "are" | "being" | "am" | "be"))
            && !before.iter().any(|t| t.is(Class::HAVE))
    }

    /// Marks the verb of the clause that the verb at `i` denies.
    fn deny_content(&mut self, i: usize) {
        let content =
            self.clauses.iter().find(|c| c.kind == Kind::Content && c.start > i && c.start <= i + 2);
        if let Some(m) = content.and_then(|c| c.head).and_then(|h| self.marks.get_mut(h)) {
            *m ^= Word::DENIED;
        }
    }

    /// Whether the verb at `i` governs an infinitive or an -ing form: `plans to open`, `denied taking`.
    fn governs(&self, i: usize) -> bool {
        (i + 1..self.tokens.len().min(i + 5)).any(|j| matches!(self.tags[j], Tag::To | Tag::Ing))
    }

    /// Marks the first content word after token `i`, verbs before what they govern.
    fn mark_scope(&mut self, i: usize, sort: u32) {
        for j in i + 1..self.tokens.len().min(i + 9) {
            let (token, tag) = (self.tokens[j], self.tags[j]);
            if token.kind == TokenKind::Mark && !matches!(token.mark, '“' | '"' | '‘' | '’' | '”') {
                return;
            }
            if !token.is_word() || token.is(CLOSED) || tag == Tag::Adv || matches!(tag, Tag::Aux | Tag::Modal)
            {
                continue;
            }
            // "Is not going to appeal" denies the appeal.
            if token.lemma == "go" && self.tokens.get(j + 1).is_some_and(|t| t.is(Class::TO)) {
                continue;
            }
            // Two negations cancel.
            self.marks[j] ^= sort & Word::DENIED;
            self.marks[j] |= sort & !Word::DENIED;
            if tag != Tag::Adj || sort == Word::DENIED && self.tags.get(j + 1) != Some(&Tag::Noun) {
                return;
            }
        }
    }

    /// Marks `according to` and its source, up to a comma.
    fn mark_according(&mut self) {
        let Some(at) = self.tokens.iter().position(|t| t.lemma == "according") else { return };
        let end = (at..self.tokens.len()).find(|&j| self.tokens[j].is_mark(',')).unwrap_or(self.tokens.len());
        for m in self.marks.iter_mut().take(end).skip(at) {
            *m |= Word::ATTRIBUTION;
        }
    }
}

/// Whether the word is another with `un` before it: `unaware`, `unpaid`; not `union` or `under`.
fn is_privative(word: &str) -> bool {
    let rest = word.strip_prefix("un").or_else(|| word.strip_prefix("Un"));
    rest.is_some_and(|rest| {
        let class = if rest.len() >= 4 { look_up(rest).0 } else { Class::NONE };
        !class.any(Class::UNKNOWN) && class.any(Class::ADJ.or(Class::PART))
    })
}

/// How many tokens after its verb the `by` of a passive may stand.
const BY: usize = 12;
/// How many tokens after its verb count as what the verb acts on.
const REACH: usize = 20;
