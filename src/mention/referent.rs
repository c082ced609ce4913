//! Referents: whom or what a mention speaks of when its own words do not say.
//!
//! "which operates the dam", "was arrested in June" and "He remains free" state something only with the subject that
//! stands elsewhere: before the clause, in the clause it shares its subject with, or in an earlier sentence. Pronouns
//! are resolved to the last subject that can be meant: a simple form of centering (Grosz, Joshi and Weinstein, 1995).

use super::{
    proposition::{Form, Stated},
    syntax::Parse,
    tag::Tag,
};
use crate::Span;

/// What a text spoke of last, by what a pronoun can stand for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Discourse {
    person: Option<Span>,
    thing: Option<Span>,
    group: Option<Span>,
}

/// What sort of thing a pronoun stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Person,
    Thing,
    Group,
}

impl Discourse {
    /// Whom or what `stated` speaks of, where its own words do not name it.
    pub(crate) fn referent(&self, parse: &Parse<'_>, stated: &Stated) -> Option<Span> {
        let (start, end) = subject(parse, stated)?;
        if let Some(sort) = pronoun(parse, start, end) {
            return match sort {
                Sort::Person => self.person,
                Sort::Thing => self.thing,
                Sort::Group => self.group,
            };
        }
        let inside = stated.start <= start && end <= stated.end;
        (!inside).then(|| parse.span(start, end))
    }

    /// Takes note of the subjects of a sentence.
    pub(crate) fn read(&mut self, parse: &Parse<'_>) {
        for clause in &parse.clauses {
            let Some((start, end)) = clause.subject else { continue };
            let named = end > start && parse.tag(end - 1).is_some_and(Tag::is_nominal);
            if !named || pronoun(parse, start, end).is_some() {
                continue;
            }
            let name = parse.span(start, end);
            match sort(parse, start, end) {
                Sort::Person => self.person = Some(name),
                Sort::Thing => self.thing = Some(name),
                Sort::Group => self.group = Some(name),
            }
        }
    }

    /// Takes note of somebody who spoke.
    pub(crate) fn heard(&mut self, speaker: Span) {
        self.person = Some(speaker);
    }
}

/// The subject of a proposition, in tokens: its own, the one it shares, or the noun phrase it stands beside.
fn subject(parse: &Parse<'_>, stated: &Stated) -> Option<(usize, usize)> {
    let mut clause = parse.clauses.get(stated.clause)?;
    match stated.form {
        Form::Relative | Form::Appositive => phrase_before(parse, clause.start),
        Form::Participial if clause.start > 0 && !follows_verb(parse, stated.clause) => {
            phrase_before(parse, clause.start)
        }
        _ => {
            for _ in 0..8 {
                if let Some(found) = clause.subject {
                    return Some(found);
                }
                clause = parse.clauses.get(clause.parent?)?;
            }
            None
        }
    }
}

/// Whether the clause comes after the verb of the clause it hangs on, and so can share that clause's subject.
fn follows_verb(parse: &Parse<'_>, index: usize) -> bool {
    let Some(clause) = parse.clauses.get(index) else { return false };
    let parent = clause.parent.and_then(|p| parse.clauses.get(p));
    parent.is_some_and(|p| p.head.is_some_and(|h| h < clause.start))
}

/// The noun phrase that ends just before token `at`, a comma or dash between them aside.
fn phrase_before(parse: &Parse<'_>, at: usize) -> Option<(usize, usize)> {
    let mut end = at;
    while end > 0 && parse.tag(end - 1) == Some(Tag::Mark) {
        end -= 1;
    }
    let mut start = end;
    while start > 0 && parse.tag(start - 1).is_some_and(Tag::in_noun_phrase) {
        start -= 1;
    }
    // "the keeper of the accounts": what stands before "of" heads the phrase.
    if start > 1 && parse.tag(start - 1) == Some(Tag::Prep) && parse.lemma(start - 1) == "of" {
        start -= 1;
        while start > 0 && parse.tag(start - 1).is_some_and(Tag::in_noun_phrase) {
            start -= 1;
        }
    }
    (start < end).then_some((start, end))
}

/// What a phrase that is nothing but a pronoun stands for.
fn pronoun(parse: &Parse<'_>, start: usize, end: usize) -> Option<Sort> {
    if end != start + 1 || parse.tag(start) != Some(Tag::Pronoun) {
        return None;
    }
    match parse.lemma(start) {
        "he" | "she" => Some(Sort::Person),
        "it" | "this" | "that" => Some(Sort::Thing),
        "they" | "these" | "those" => Some(Sort::Group),
        _ => None,
    }
}

/// What sort of thing a noun phrase names: a bare name of one to three words is taken for a person, a plural for a
/// group, all else for a thing.
fn sort(parse: &Parse<'_>, start: usize, end: usize) -> Sort {
    use crate::lexicon::Class;
    let names = (start..end).filter(|&i| parse.tag(i) == Some(Tag::Proper)).count();
    let article = parse.tag(start) == Some(Tag::Det);
    let last = parse.class(end - 1);
    if parse.tag(end - 1) == Some(Tag::Proper) && names <= 3 && !article && !last.any(Class::UPPER) {
        Sort::Person
    } else if last.any(Class::PLURAL) {
        Sort::Group
    } else {
        Sort::Thing
    }
}
