//! What is done, and to whom or what: the verb that tells the event, and the noun that heads what it acts on.

use std::sync::LazyLock;

use super::{features::Word, marks::Own};
use crate::{
    lexicon::{Class, particles},
    mention::tag::Tag,
    token::{Token, TokenKind},
};

/// Nouns that tell what a mention is about beside its main verb.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles {
    /// The noun that heads what the main verb acts on; the subject's where it is passive.
    pub(crate) object: Option<usize>,
    /// Whether that is no preposition's.
    pub(crate) direct: bool,
    /// The noun that heads who acts: the subject's, or what stands after `by` of a passive.
    pub(crate) actor: Option<usize>,
    /// Whether the object is that of a preposition that says where or as what: "died at a branch".
    pub(crate) located: bool,
    /// The noun that heads a mention without a clause.
    pub(crate) noun: Option<usize>,
}

impl Own {
    /// The noun that heads the phrase that opens at token `from`, and where the phrase ends.
    pub(crate) fn phrase_head(&self, from: usize, end: usize) -> (Option<usize>, usize) {
        let (mut head, mut at) = (None, from);
        while let Some((tag, token)) =
            self.tags.get(at).zip(self.tokens.get(at)).filter(|_| at < end.min(from + LONGEST))
        {
            let opens = *tag == Tag::Det && head.is_some();
            if tag.is_nominal() && !opens {
                head = Some(at);
            } else if opens || !(tag.in_noun_phrase() || is_quote(token)) {
                break;
            }
            at += 1;
        }
        (head, at)
    }

    /// What tells the event where the verb at `head` does not say it alone: the verb of the infinitive or -ing form that it
    /// governs, or what it says of its subject: "plans to open", "is free", "remains closed".
    pub(crate) fn governed(&self, head: usize, end: usize) -> Option<usize> {
        let end = end.min(head + REACH);
        let tag = |j: usize| self.tags.get(j).copied().filter(|_| j < end);
        let is = |j: usize, class: Class| self.tokens.get(j).is_some_and(|t| t.is(class));
        let copula = is(head, Class::BE);
        let mut at = head + 1;
        while tag(at) == Some(Tag::Adv)
            || self.tokens.get(at).is_some_and(|t| is_quote(t) || t.is(Class::NEG))
        {
            at += 1;
        }
        let governs = |t: &Token| GOVERNING.contains(&t.lemma);
        let ing = tag(at + 1) == Some(Tag::Ing) && self.tokens.get(at).is_some_and(governs);
        if tag(at) == Some(Tag::Prep) && (copula || ing) {
            at += 1;
        }
        match tag(at)? {
            Tag::To => self.infinitive_verb(at, end),
            Tag::Ing | Tag::Participle => Some(at),
            Tag::Adj if !copula => Some(at).filter(|_| !tag(at + 1).is_some_and(Tag::in_noun_phrase)),
            t if copula && t.in_noun_phrase() => {
                let (noun, after) = self.phrase_head(at, end);
                noun.or_else(|| (at..after).rev().find(|&j| tag(j) == Some(Tag::Adj)))
            }
            _ if self.frames.get(head).is_some_and(|f| f & Word::FUTURE != 0) => {
                self.infinitive(head).filter(|&to| to < end).and_then(|to| self.infinitive_verb(to, end))
            }
            _ => None,
        }
    }

    /// The verb of the infinitive that opens with the `to` at `to`: the participle in "to be lifted".
    fn infinitive_verb(&self, to: usize, end: usize) -> Option<usize> {
        let verb = (to + 1..end.min(to + 4)).find(|&j| self.tags[j] != Tag::Adv)?;
        let be = self.tokens.get(verb).is_some_and(|t| t.is(Class::BE));
        let participle = (verb + 1..end.min(verb + 3)).find(|&j| self.tags[j] == Tag::Participle);
        participle
            .filter(|_| be)
            .or(Some(verb).filter(|&v| self.tags[v].is_verb() || self.tokens[v].is(Class::BASE)))
    }

    /// The noun that heads what the verb at `head` acts on: what follows it directly, or else after a preposition; that of the
    /// infinitive it governs, where it has none of its own. And whether no preposition stands between.
    pub(crate) fn object(&self, head: usize, end: usize) -> (Option<usize>, bool) {
        let mut direct = true;
        let end = end.min(head + REACH);
        let mut at = head + 1;
        while let Some((tag, token)) = self.tags.get(at).zip(self.tokens.get(at)).filter(|_| at < end) {
            match tag {
                Tag::Prep => (at, direct) = (at + 1, false),
                Tag::Adv | Tag::To | Tag::Base | Tag::Ing | Tag::Participle => at += 1,
                _ if is_quote(token) => at += 1,
                _ if tag.in_noun_phrase() => {
                    let (found, after) = self.phrase_head(at, end);
                    let token = found.and_then(|f| self.tokens.get(f));
                    let skipped = token.is_none_or(|t| t.is(Class::WEEKDAY.or(Class::MONTH)))
                        || found.and_then(|f| self.tags.get(f)).is_some_and(|t| *t == Tag::Pronoun)
                        || self.tags.get(after) == Some(&Tag::Det);
                    if !skipped {
                        return (found, direct);
                    }
                    at = after.max(at + 1);
                }
                _ => return (None, false),
            }
        }
        (None, false)
    }
}

/// Prepositions that a verb takes before an -ing form: "thinking about lifting", "accused of taking".
static GOVERNING: LazyLock<&[&str]> = LazyLock::new(|| particles("before a governed -ing form"));

fn is_quote(token: &Token) -> bool {
    token.kind == TokenKind::Mark && matches!(token.mark, '“' | '"' | '‘' | '’' | '”')
}

/// How many tokens after its verb the object may begin, and how long a noun phrase may be.
const REACH: usize = 14;
const LONGEST: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Span,
        matching::{
            knowledge::Knowledge,
            sheet::{Sentence, Sheet},
        },
        mention::{clause, tag},
        token::tokens,
    };

    /// The words that tell what `text` tells, and the noun that heads what they act on.
    fn read(text: &str) -> (Vec<&str>, Option<&str>) {
        let tokens = tokens(text, Span::new(0, text.len()));
        let tags = tag::resolve(&tokens);
        let clauses = clause::clauses(&tokens, &tags);
        let (tokens, tags, clauses) = (&tokens[..], &tags[..], &clauses[..]);
        let sentence = Sentence { text, tokens, tags, clauses, dates: &[], quantities: &[] };
        let (mut sheet, mut own) = (Sheet::default(), Own::default());
        sheet.read(&sentence, Knowledge::english());
        own.clear(0);
        own.extend(0..tokens.len(), &sentence, &sheet.frames);
        own.mark(text, clauses);
        let word = |at: usize| tokens[at].span.of(text);
        let heads = (0..tokens.len()).filter(|&at| own.marks[at] & Word::HEAD != 0).map(word);
        (heads.chain(own.roles.noun.map(word)).collect(), own.roles.object.map(word))
    }

    #[test]
    fn cases() {
        let cases = include_str!("../../tests/cases/roles.txt");
        let mut wrong = Vec::new();
        for line in cases.lines().filter(|l| !l.starts_with('#')) {
            let [told, object, text] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("malformed: {line:?}")
            };
            let (heads, found) = read(text);
            if heads.join(" ") != told || found.unwrap_or("-") != object {
                wrong.push(format!("{text} {heads:?} {found:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
