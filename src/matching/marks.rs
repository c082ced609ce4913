//! What each word is in its mention: who says it, the main verb, the subject, what is denied or may be.

use core::ops::Range;
use std::sync::LazyLock;

use super::{
    features::Word,
    roles::Roles,
    sheet::{CLOSED, Sentence},
    stance::Stance,
};
use crate::{
    lexicon::{Class, particles},
    mention::{
        clause::{Clause, Kind},
        tag::Tag,
    },
    token::{Token, TokenKind},
};

/// The words of a mention, those of mentions inside it taken out, with their tags, clauses and marks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Own {
    pub(crate) tokens: Vec<Token>,
    pub(crate) tags: Vec<Tag>,
    /// What each says of the words after it.
    pub(crate) frames: Vec<u32>,
    pub(super) clauses: Vec<Clause>,
    /// What each token is in its mention, as sorts of [`Word`].
    pub(crate) marks: Vec<u32>,
    /// The classes of any token, and what any says of the words after it.
    pub(crate) classes: Class,
    pub(crate) framing: u32,
    pub(crate) roles: Roles,
    /// Something is put as possible, and not only by what others say.
    pub(crate) open: bool,
    /// See [`Stance::about`].
    pub(crate) about: bool,
    /// For each token of the sentence from the first of the mention on, its place here.
    places: Vec<Option<u16>>,
    first: usize,
    /// For each clause of the sentence that may be the mention's, its place here.
    kept: Vec<Option<usize>>,
}

/// Says that somebody was hurt or died.
const HARMED: u32 = Word::INJURY | Word::DEATH;

/// What says of other words that they are denied, possible, to come or done: by its meaning, or as a word of such a class.
const FRAMED: u32 = Word::DENIED | Word::POSSIBLE | Word::FUTURE;
const SCOPED: Class = Class::NEG.or(Class::BE).or(Class::PAST).or(Class::PART).or(Class::TO);

/// How many tokens after its verb the `to` of an infinitive may stand.
const GOVERNED: usize = 9;

/// How many tokens after an infinitive the conjunction may stand that joins another to it.
const JOINED: usize = 8;

/// How many tokens after a negation the word may stand that says from when on it does not hold.
const LIMIT: usize = 16;

/// "Until", and what makes "never" say how much something was so.
static UNTIL: LazyLock<&[&str]> = LazyLock::new(|| particles("ends a negation"));
static AS_MUCH: LazyLock<&[&str]> = LazyLock::new(|| particles("makes never ever"));
/// Verbs of which a negation says that what follows is not so: "does not believe", "did not appear to".
static RAISING: LazyLock<&[&str]> = LazyLock::new(|| particles("not so what follows"));
/// Verbs that deny an -ing form, and with `to` do not: "prevented them from leaving", "stopped him to keep his title".
static DENY_ING: LazyLock<&[&str]> = LazyLock::new(|| particles("denies an -ing form"));

/// How many clauses before a mention's first word may still have their verb in it.
const CLAUSES_BEFORE: usize = 32;

impl Own {
    pub(crate) fn clear(&mut self, first: usize) {
        self.tokens.clear();
        self.tags.clear();
        self.frames.clear();
        self.clauses.clear();
        self.marks.clear();
        (self.classes, self.framing) = (Class::NONE, 0);
        self.roles = Roles::default();
        (self.open, self.about) = (false, false);
        self.places.clear();
        self.first = first;
    }

    /// Adds the tokens of the sentence at `range`; those between them and the last ones added are not the mention's.
    pub(crate) fn extend(&mut self, range: Range<usize>, sentence: &Sentence<'_>, frames: &[u32]) {
        let tokens = sentence.tokens.get(range.clone()).unwrap_or_default();
        let (Some(tags), Some(frames)) = (sentence.tags.get(range.clone()), frames.get(range.clone())) else {
            return;
        };
        let place = self.tokens.len() as u16;
        self.places.resize(range.start - self.first, None);
        self.places.extend((place..).take(tokens.len()).map(Some));
        self.tokens.extend_from_slice(tokens);
        self.tags.extend_from_slice(tags);
        self.frames.extend_from_slice(frames);
        self.marks.resize(self.tokens.len(), 0);
        self.classes = tokens.iter().fold(self.classes, |all, t| all.or(t.class));
        self.framing = frames.iter().fold(self.framing, |all, f| all | f);
    }

    /// Where token `at` of the sentence stands here.
    pub(crate) fn place(&self, at: usize) -> Option<usize> {
        let place = at.checked_sub(self.first).and_then(|p| self.places.get(p))?;
        place.map(usize::from)
    }

    /// The token of the sentence that is the first one here.
    pub(crate) const fn first(&self) -> usize {
        self.first
    }

    /// The token of the sentence after the last one here.
    pub(crate) fn end(&self) -> usize {
        self.first + self.places.len()
    }

    /// How many tokens here stand before token `at` of the sentence.
    fn before(&self, at: usize) -> usize {
        let end = at.saturating_sub(self.first).min(self.places.len());
        let last = self.places[..end].iter().rev().find_map(|p| *p);
        last.map_or(0, |p| usize::from(p) + 1)
    }

    /// Where the clause ends that the word at token `at` opens, or that begins at token `from`.
    pub(crate) fn opened_by(&self, at: usize, from: usize) -> Option<usize> {
        let opened = |c: &&Clause| c.opener == Some(at) || c.start == from;
        self.clauses.iter().find(opened).map(|c| c.end)
    }

    /// Takes over the clauses whose verb, or whose beginning where they have none, stands here.
    fn take_clauses(&mut self, clauses: &[Clause]) {
        let from = clauses.partition_point(|c| c.start < self.first).saturating_sub(CLAUSES_BEFORE);
        let end = self.end();
        self.kept.clear();
        for clause in clauses.iter().skip(from).take_while(|c| c.start < end) {
            if self.place(clause.head.unwrap_or(clause.start)).is_none() {
                self.kept.push(None);
                continue;
            }
            let mut parent = clause.parent;
            let own_parent = loop {
                let Some(p) = parent.and_then(|p| p.checked_sub(from)) else { break None };
                match self.kept.get(p) {
                    Some(Some(kept)) => break Some(*kept),
                    Some(None) => parent = clauses.get(p + from).and_then(|c| c.parent),
                    None => break None,
                }
            };
            let within = |(start, end)| Some((self.before(start), self.before(end))).filter(|(s, e)| s < e);
            let own = Clause {
                start: self.before(clause.start),
                end: self.before(clause.end),
                opener: clause.opener.and_then(|o| self.place(o)),
                subject: clause.subject.and_then(within),
                verbs: within(clause.verbs).unwrap_or_default(),
                head: clause.head.and_then(|h| self.place(h)),
                parent: own_parent,
                ..*clause
            };
            self.kept.push(Some(self.clauses.len()));
            self.clauses.push(own);
        }
    }

    /// Marks every word, and tells how the main clause is meant.
    pub(crate) fn mark(&mut self, text: &str, clauses: &[Clause]) -> Stance {
        self.take_clauses(clauses);
        let mut quoted = false;
        let quote = self.tokens.iter().position(|t| matches!(t.mark, '“' | '”' | '"'));
        let from = quote.unwrap_or(self.tokens.len());
        for (mark, token) in self.marks.iter_mut().zip(&self.tokens).skip(from) {
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
        self.mark_scopes(text);
        if self.framing & HARMED != 0 {
            for (mark, frame) in self.marks.iter_mut().zip(&self.frames) {
                *mark |= frame & HARMED;
            }
        }
        // What is said of a noun by the way counts less than what the sentence states.
        for clause in &self.clauses {
            let aside = matches!(clause.kind, Kind::Relative | Kind::Appositive | Kind::Adverbial)
                || clause.kind == Kind::Participial && clause.set_off;
            if aside && clause.parent.is_some() && clause.start > 0 {
                for m in self.marks.iter_mut().take(clause.end).skip(clause.start) {
                    *m |= Word::ASIDE;
                }
            }
        }
        // The first clause that is not attribution says who does what.
        let main = self.clauses.iter().find(|c| {
            let mark = c.head.and_then(|h| self.marks.get(h));
            mark.is_some_and(|m| m & (Word::ATTRIBUTION | Word::ASIDE) == 0)
                && !matches!(c.kind, Kind::Infinitive | Kind::Appositive)
        });
        let main = main.copied();
        if main.is_none() {
            let first = self.tags.iter().position(|t| t.in_noun_phrase());
            self.roles.noun = first.and_then(|first| self.phrase_head(first, self.tags.len()).0);
        }
        self.mark_stance(text, main)
    }

    /// Marks the words of clause `i` where it only says who speaks.
    fn mark_attribution(&mut self, i: usize) {
        let clause = self.clauses[i];
        let Some(head) = clause.head else { return };
        if self.frames.get(head).is_none_or(|f| f & Word::REPORTING == 0) {
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
    fn mark_scopes(&mut self, text: &str) {
        for i in 0..self.tokens.len() {
            let (token, tag) = (&self.tokens[i], self.tags[i]);
            if !token.is(SCOPED) && self.frames[i] & (FRAMED | Word::ACCUSING) == 0 && tag != Tag::Modal {
                continue;
            }
            // "Charged the guests for towels" accuses nobody.
            let free = token.lemma == "charge" && self.tokens.get(i + 1).is_none_or(|t| t.lemma != "with");
            if free && tag.is_verb() {
                self.frames[i] &= !Word::ACCUSING;
            }
            let mut hearsay = self.frames[i] & Word::HEARSAY != 0;
            if let Some(of) = self.charged(i) {
                if self.tags[i] != Tag::Ing && token.is(Class::PAST.or(Class::PART)) {
                    self.marks[i] |= Word::DONE;
                }
                self.mark_scope(of, Word::POSSIBLE);
                continue;
            }
            let sort = if self.negates(i, text) {
                self.marks[i] |= Word::NEGATIVE;
                // "Nothing they offered would have helped" denies the help.
                if let Some(head) = self.denied_subject(i) {
                    self.marks[head] ^= Word::DENIED;
                    continue;
                }
                Word::DENIED
            } else if tag == Tag::Modal {
                match token.lemma {
                    "will" | "shall" | "would" => Word::FUTURE,
                    // "Could not afford it" is told of what was.
                    "could" if self.tokens.get(i + 1).is_some_and(|t| t.is(Class::NEG)) => continue,
                    "may" | "might" | "could" => Word::POSSIBLE,
                    // What can be is told as what is: "can carry", "carries".
                    _ => continue,
                }
            } else if token.is(Class::BE) && self.tags.get(i + 1) == Some(&Tag::To) {
                // "The ban is to be lifted."
                Word::FUTURE
            } else if token.is(Class::TO) {
                // "Is yet to enter a plea", "has yet to".
                if i.checked_sub(1).and_then(|b| self.tokens.get(b)).is_none_or(|t| t.lemma != "yet") {
                    continue;
                }
                self.marks[i] |= Word::NEGATIVE;
                Word::DENIED
            } else if token.lemma.is_empty() {
                continue;
            } else if self.is_said_to(i) {
                hearsay = true;
                Word::POSSIBLE
            } else {
                let sort = self.frames[i] & FRAMED;
                if sort == 0
                    || self.frames[i] & Word::INFINITIVE != 0 && self.tags.get(i + 1) != Some(&Tag::To)
                {
                    if tag == Tag::Finite && token.is(Class::PAST)
                        || tag == Tag::Participle && token.is(Class::PART) && !self.is_present(i, text)
                    {
                        self.marks[i] |= Word::DONE;
                    }
                    continue;
                }
                // "The plan for a wind farm" may be old, "the plan to build" is for what is to come.
                if sort == Word::FUTURE && tag == Tag::Noun && self.tags.get(i + 1) != Some(&Tag::To) {
                    continue;
                }
                // "The decline in sales", "a bus stop", not "its refusal to pay".
                let refusal = self.tags.get(i + 1) == Some(&Tag::To) && !DENY_ING.contains(&token.lemma);
                if sort == Word::DENIED && tag == Tag::Noun && !refusal {
                    continue;
                }
                // "Has not failed to score."
                if sort == Word::DENIED && self.marks[i] & Word::DENIED != 0 && self.denied_from(i).is_some()
                {
                    self.take_back(i);
                    continue;
                }
                // "Decided against charging them", "the charge against them".
                if sort == Word::DENIED && tag == Tag::Prep && self.tags.get(i + 1) != Some(&Tag::Ing) {
                    continue;
                }
                if sort == Word::DENIED && tag.is_verb() {
                    match self.denied_from(i) {
                        // "A deal to stop smuggling" does not say that the smuggling has stopped.
                        Some(_) if matches!(tag, Tag::Base | Tag::Ing) => {}
                        Some(from) => self.mark_scope(from, sort),
                        // "Officials denied that the dam had been inspected."
                        None => {
                            self.deny_content(i);
                        }
                    }
                    continue;
                }
                if sort == Word::FUTURE && tag.is_verb() && !self.governs(i) {
                    if self.frames[i] & Word::OPTION != 0 {
                        self.mark_thing(i + 1);
                    }
                    continue;
                }
                sort
            };
            // "Called on the minister to resign" demands the resignation, not the minister.
            let from =
                if sort == Word::FUTURE && tag.is_verb() { self.infinitive(i).unwrap_or(i) } else { i };
            self.open |= sort == Word::POSSIBLE && !hearsay;
            // "A rise is possible."
            if sort == Word::POSSIBLE
                && tag == Tag::Adj
                && i > 0
                && self.tokens[i - 1].is(Class::BE)
                && self.tags.get(i + 1) != Some(&Tag::To)
            {
                if let Some(noun) = self.subject_head(i) {
                    self.marks[noun] |= sort;
                    continue;
                }
            }
            self.mark_scope(from, sort);
        }
    }

    /// The preposition before what somebody is accused of: `accused of taking`.
    fn charged(&self, i: usize) -> Option<usize> {
        if self.frames[i] & Word::ACCUSING == 0 || !self.tags[i].is_verb() {
            return None;
        }
        let stops = |j: &usize| self.tokens[*j].kind == TokenKind::Mark || self.tags[*j].is_finite();
        let mut reach = (i + 1..self.tokens.len().min(i + GOVERNED)).take_while(|j| !stops(j));
        let governs = |j: &usize| self.tags[*j] == Tag::Prep && self.tags.get(j + 1) == Some(&Tag::Ing);
        reach.find(governs)
    }

    /// Whether the participle at `i` says who says so: `is said to have left`, `believed to be hiding`.
    fn is_said_to(&self, i: usize) -> bool {
        let is = |j: usize, class: Class| self.tokens.get(j).is_some_and(|t| t.is(class));
        let frame = self.frames[i];
        self.tags[i] == Tag::Participle
            && self.tags.get(i + 1) == Some(&Tag::To)
            && (is(i + 2, Class::HAVE) && frame & (Word::REPORTING | Word::ACCUSING | Word::FUTURE) != 0
                || is(i + 2, Class::BE) && frame & Word::ACCUSING != 0)
    }

    /// The `to` of the infinitive that the verb at `i` governs, whoever stands between them.
    pub(crate) fn infinitive(&self, i: usize) -> Option<usize> {
        let end = self.tokens.len().min(i + GOVERNED);
        let stops = |j: &usize| {
            self.tokens[*j].kind == TokenKind::Mark || matches!(self.tags[*j], Tag::Finite | Tag::Ing)
        };
        let reach = (i + 1..end).take_while(|j| !stops(j));
        reach.into_iter().find(|&j| self.tags[j] == Tag::To)
    }

    /// Whether token `i` negates what follows it: `No. 2` and `not only` do not, nor does what is told of a time from which on it
    /// is so, or was so as never before: `was not ordered until 5 p.m.`, `had never seen it burn so fast`.
    fn negates(&self, i: usize, text: &str) -> bool {
        let token = &self.tokens[i];
        if !token.is(Class::NEG) {
            return false;
        }
        let next = self.tokens.get(i + 1);
        let word = token.span.of(text);
        let numbered = next.is_some_and(|t| {
            t.kind == TokenKind::Number && word.starts_with('N')
                || t.is(Class::NUMERAL) && word.ends_with('.')
        });
        let only = token.lemma == "not"
            && next.is_some_and(|t| matches!(t.lemma, "only" | "just" | "merely" | "simply"));
        // "No more than two hours", "none other than", "no sooner had".
        let than = self.tokens.get(i + 2).is_some_and(|t| t.lemma == "than");
        let degree = |t: &Token| t.is(Class::ADJ.or(Class::ADV)) || t.lemma == "other";
        let measured = next.is_some_and(|t| t.lemma == "sooner" || than && degree(t));
        !(numbered || only || measured || self.limits(i))
    }

    /// The noun that heads the subject of the clause whose verb stands before token `i`.
    fn subject_head(&self, i: usize) -> Option<usize> {
        let clause = self.clauses.iter().find(|c| c.head.is_some_and(|h| h + 1 == i || h == i))?;
        let (start, end) = clause.subject?;
        self.phrase_head(start, end).0
    }

    /// Whether the negation at `i` only says from when on, or how much, something was so.
    fn limits(&self, i: usize) -> bool {
        let never = self.tokens[i].lemma == "never";
        let within = |t: &&Token| t.kind != TokenKind::Mark || matches!(t.mark, '“' | '"' | '‘' | '’' | '”');
        let reach = self.tokens[i + 1..].iter().take(LIMIT).take_while(within);
        let mut words = reach.into_iter();
        words.any(|t| UNTIL.contains(&t.lemma) || never && AS_MUCH.contains(&t.lemma))
    }

    /// Whether token `at` stands in a relative clause between commas, which tells something else of a noun.
    pub(crate) fn by_the_way(&self, at: usize) -> bool {
        let away = |c: &Clause| c.kind == Kind::Relative && c.set_off && c.parent.is_some() && c.start > 0;
        self.clauses.iter().any(|c| away(c) && (c.start..c.end).contains(&at))
    }

    /// The verb of the clause whose subject the pronoun at `i` is, where words of its own stand between: "nobody who was asked came",
    /// "none of the boats sank".
    fn denied_subject(&self, i: usize) -> Option<usize> {
        let no_one = self.tokens[i].lemma == "no" && self.tokens.get(i + 1).is_some_and(|t| t.lemma == "one");
        if self.tags[i] != Tag::Pronoun && !no_one {
            return None;
        }
        let clause =
            self.clauses.iter().find(|c| c.subject.is_some_and(|(from, to)| (from..to).contains(&i)))?;
        let head = clause.head?;
        let clauses = self.clauses.iter().any(|c| c.kind == Kind::Relative && c.start > i && c.end <= head);
        let between = self.tags.get(i + 1..head).unwrap_or_default();
        Some(head).filter(|_| clauses || between.contains(&Tag::Prep))
    }

    /// Whether the participle at `i` tells what is or is being done: `are sent`, `is being built`.
    fn is_present(&self, i: usize, text: &str) -> bool {
        let before = self.tokens.get(i.saturating_sub(3)..i).unwrap_or_default();
        let word = |t: &Token| t.span.of(text);
        before.iter().any(|t| t.is(Class::BE) && matches!(word(t), "is" | "are" | "being" | "am" | "be"))
            && !before.iter().any(|t| t.is(Class::HAVE))
    }

    /// Marks the noun that heads the phrase at `i`, of which somebody thinks.
    fn mark_thing(&mut self, i: usize) {
        if let (Some(noun), _) = self.phrase_head(i, self.tokens.len()) {
            if !self.tokens[noun].is(Class::ROLE) {
                self.marks[noun] |= Word::FUTURE;
            }
        }
    }

    /// Marks the verb of the clause that the verb at `i` denies, and tells whether there is one.
    fn deny_content(&mut self, i: usize) -> bool {
        // "Rejected the claim that".
        let reach = i + 1..=i + 5;
        let content = self.clauses.iter().find(|c| c.kind == Kind::Content && reach.contains(&c.start));
        let denied = content.and_then(|c| c.head).and_then(|h| self.marks.get_mut(h));
        let found = denied.is_some();
        denied.into_iter().for_each(|m| *m ^= Word::DENIED);
        found
    }

    /// Whether the verb at `i` governs an infinitive or an -ing form: `plans to open`, `denied taking`.
    fn governs(&self, i: usize) -> bool {
        (i + 1..self.tokens.len().min(i + 5)).any(|j| matches!(self.tags[j], Tag::To | Tag::Ing))
            || self.infinitive(i).is_some()
    }

    /// Takes back that the word at `i`, a denial itself, is denied.
    fn take_back(&mut self, i: usize) {
        self.marks[i] ^= Word::DENIED;
        if let Some(negation) = self.marks.iter_mut().take(i).rev().find(|m| **m & Word::NEGATIVE != 0) {
            *negation ^= Word::NEGATIVE;
        }
    }

    /// The token after which stands what the verb at `i` denies: the infinitive or -ing form that it governs.
    fn denied_from(&self, i: usize) -> Option<usize> {
        if !DENY_ING.contains(&self.tokens[i].lemma) {
            return self.infinitive(i);
        }
        let ing = |j: usize| self.tags.get(j + 1) == Some(&Tag::Ing);
        let from = |j: &usize| self.tokens[*j].lemma == "from" && ing(*j);
        let end = self.tokens.len().min(i + GOVERNED);
        let within =
            (i + 1..end).take_while(|&j| self.tokens[j].kind != TokenKind::Mark && !self.tags[j].is_verb());
        if ing(i) { Some(i) } else { within.into_iter().find(from) }
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
            if sort != Word::DENIED && tag.in_noun_phrase() {
                if let (Some(noun), _) = self.phrase_head(j, self.tokens.len()) {
                    // "The alleged leader", "an allegedly drunk driver": who it was is alleged, not what is told of him.
                    let attribute = !self.tags[i].is_verb() && self.tags[i] != Tag::Modal;
                    if !(attribute && self.tokens[noun].is(Class::ROLE)) {
                        self.marks[noun] |= sort;
                    }
                    return;
                }
            }
            // "Do not believe it was set" denies the setting.
            if sort == Word::DENIED && RAISING.contains(&token.lemma) && tag.is_verb() {
                if self.deny_content(j) {
                    return;
                }
                if self.tags.get(j + 1) == Some(&Tag::To) {
                    continue;
                }
            }
            // "No political experience" denies the experience.
            let attribute = tag == Tag::Adj && self.tags.get(j + 1) == Some(&Tag::Noun);
            if attribute && sort == Word::DENIED {
                continue;
            }
            // Two negations cancel.
            self.marks[j] ^= sort & Word::DENIED;
            self.marks[j] |= sort & !Word::DENIED;
            if sort != Word::DENIED {
                if let Some(verb) = self.joined(j) {
                    self.marks[verb] |= sort;
                }
            }
            if tag != Tag::Adj || sort == Word::DENIED {
                return;
            }
        }
    }

    /// The verb that a conjunction joins to the one at `j` in its own form: `ordered to pay a fine and leave`, `allegedly shot and
    /// killed`.
    fn joined(&self, j: usize) -> Option<usize> {
        let tag = *self.tags.get(j).filter(|t| t.is_verb())?;
        let reach = if tag == Tag::Base { self.tokens.len().min(j + JOINED) } else { j + 2 };
        let stops = |k: &usize| self.tags.get(*k).is_none_or(|t| t.is_finite() || *t == Tag::To);
        let joint = (j + 1..reach).take_while(|k| !stops(k)).find(|&k| self.tags[k] == Tag::Coord)?;
        let next = (joint + 1..joint + 3).find(|&k| self.tags.get(k) != Some(&Tag::Adv))?;
        (self.tags.get(next) == Some(&tag)).then_some(next)
    }

    /// Marks `according to` and its source, up to a comma.
    fn mark_according(&mut self) {
        if self.framing & Word::ACCORDING == 0 {
            return;
        }
        let Some(at) = self.frames.iter().position(|f| f & Word::ACCORDING != 0) else { return };
        let end = (at..self.tokens.len()).find(|&j| self.tokens[j].is_mark(',')).unwrap_or(self.tokens.len());
        for m in self.marks.iter_mut().take(end).skip(at) {
            *m |= Word::ATTRIBUTION;
        }
    }

    /// Whether a passive verb stands here.
    pub(crate) fn passive(&self) -> bool {
        self.tags.windows(2).zip(&self.tokens).any(|(w, token)| {
            w[1] == Tag::Participle
                && token.is(Class::BE)
                && matches!(w[0], Tag::Aux | Tag::Participle | Tag::Base)
        })
    }
}
