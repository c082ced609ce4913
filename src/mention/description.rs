//! Descriptions: what a noun phrase states on its own about the thing it names, and what is taken for granted.
//!
//! "The board closed a mine accused of poisoning the river" states two things, the second in three words after a noun.
//! Such phrases are no clauses and seldom set off by commas, so [`proposition`](super::proposition) leaves them in the
//! proposition that holds them; as mentions they count, for another report may give them a sentence of their own.

use super::{
    clause::{Clause, Kind},
    modality::Modality,
    syntax::Parse,
    tag::Tag,
};
use crate::lexicon::{Class, kept_particles};

/// What a noun phrase states, in tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Described {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The clause it makes, for a participle.
    pub(crate) clause: Option<usize>,
    /// How it is meant, where that does not follow from its clause: what somebody is accused of, what is taken for granted.
    pub(crate) meant: Option<Modality>,
}

/// The fewest words of a participle with what belongs to it.
const LEAST: usize = 3;
/// The most words of a description.
const LONGEST: usize = 16;

/// Fills `out` with the descriptions in a sentence, in the order of their first words.
pub(crate) fn described(parse: &Parse<'_>, out: &mut Vec<Described>) {
    out.clear();
    out.extend(
        (0..parse.clauses.len()).filter_map(|i| participle(parse, i).or_else(|| taken_for_granted(parse, i))),
    );
    let mut from = 0;
    while let Some(at) = parse.next(from, Class::REPUTED) {
        if matches!(parse.tag(at), Some(Tag::Adj | Tag::Participle)) {
            out.extend(reputed(parse, at));
        }
        from = at + 1;
    }
    if parse.classes.any(Class::NUMERAL) {
        let moved =
            |&at: &usize| matches!(parse.lemma(at), "up" | "down") && parse.tag(at) != Some(Tag::Mark);
        out.extend((0..parse.tokens.len()).filter(moved).filter_map(|at| earlier(parse, at)));
    }
    let mut from = 1;
    while let Some(at) = parse.next(from, Class::PREP) {
        match parse.lemma(at) {
            "of" => out.extend(belonging(parse, at)),
            "as" => out.extend(called(parse, at)),
            _ => {}
        }
        from = at + 1;
    }
    out.sort_by_key(|d| (d.start, d.end));
    if !out.is_empty() {
        let alleges = kept_particles!("alleging");
        for d in out {
            if (d.start..d.end).any(|i| alleges.contains(&parse.lemma(i))) {
                d.meant = Some(Modality::Alleged);
            }
        }
    }
}

/// A participle straight after its noun: "accused of fraud", "reached in January", "listing payments to the mayor".
fn participle(parse: &Parse<'_>, index: usize) -> Option<Described> {
    let clause = parse.clauses.get(index)?;
    let start = clause.start;
    if clause.kind != Kind::Participial || clause.opener.is_some() || clause.verbs.0 != start {
        return None;
    }
    let noun = start.checked_sub(1).filter(|&i| {
        parse.tag(i) == Some(Tag::Noun)
            || parse.is_mark(i, ')')
            || parse.tag(i) == Some(Tag::Proper) && is_definite(parse, i)
    });
    // "money laundering on Monday" is a compound, "people watching from the square" is none.
    let compound = parse.tag(start) == Some(Tag::Ing)
        && parse.tag(start + 1) == Some(Tag::Prep)
        && noun.is_some_and(|i| !parse.class(i).any(Class::PLURAL) && !is_definite(parse, i));
    if compound || noun.is_none() || complement(parse, clause) {
        return None;
    }
    let end = extent(parse, clause.verbs.1, clause.end);
    let words = (start..end).filter(|&i| parse.tag(i) != Some(Tag::Mark)).count();
    (words >= LEAST).then_some(Described { start, end, clause: Some(index), meant: None })
}

/// What is taken for granted by telling why: "police want to know why the alarm was off". What a question takes for granted is nobody's
/// claim: "asked why she had lied, he left".
fn taken_for_granted(parse: &Parse<'_>, index: usize) -> Option<Described> {
    let clause = parse.clauses.get(index)?;
    let opener = clause.opener.filter(|&o| parse.lemma(o) == "why" && clause.kind == Kind::Content)?;
    let stated = clause.head.is_some() && clause.subject.is_some_and(|(start, _)| start == opener + 1);
    let around = clause.parent.and_then(|p| parse.clauses.get(p)?.head);
    let asked = around.is_some_and(|h| kept_particles!("asking").contains(&parse.lemma(h)));
    let real = parse.tag(clause.verbs.0) != Some(Tag::Modal) && !asked;
    let (start, end) = parse.trim(opener + 1, clause.end);
    (stated && real && end >= start + LEAST).then_some(Described {
        start,
        end,
        clause: Some(index),
        meant: Some(Modality::Asserted),
    })
}

/// Whether the name that ends at token `at` has an article: "the Harbour Board accused of fraud"; a bare name before a
/// participle is rather the subject of a verb.
fn is_definite(parse: &Parse<'_>, at: usize) -> bool {
    let name = (0..=at).rev().take_while(|&i| parse.tag(i).is_some_and(Tag::in_noun_phrase));
    name.last().is_some_and(|i| parse.tag(i) == Some(Tag::Det))
}

/// Whether the participle completes the verb before: "had the gates opened", "saw the crowd leaving".
fn complement(parse: &Parse<'_>, clause: &Clause) -> bool {
    let parent = clause.parent.and_then(|p| parse.clauses.get(p));
    let head = parent.and_then(|p| p.head.filter(|&h| h < clause.start));
    head.is_some_and(|h| kept_particles!("object with a participle").contains(&parse.lemma(h)))
}

/// What a figure was before, at "up" or "down": ", up from 25 on Tuesday".
fn earlier(parse: &Parse<'_>, at: usize) -> Option<Described> {
    let moved = parse.lemma(at + 1) == "from";
    let set_off = at.checked_sub(1).is_some_and(|i| parse.is_mark(i, ',') || parse.is_mark(i, '('));
    if !moved || !set_off {
        return None;
    }
    let number =
        (at + 2..at + 6).take_while(|&i| parse.tag(i).is_some()).any(|i| parse.tag(i) == Some(Tag::Numeral));
    let plain = |i: usize| match parse.tag(i) {
        Some(Tag::Mark) => matches!(parse.tokens[i].mark, '$' | '£' | '€' | '%' | '-'),
        Some(t) => t.in_noun_phrase() || matches!(t, Tag::Prep | Tag::Adv),
        None => false,
    };
    let end = (at..parse.tokens.len().min(at + LONGEST)).take_while(|&i| plain(i)).last()? + 1;
    number.then_some(Described { start: at, end, clause: None, meant: None })
}

/// What somebody is said to be or to have done, at the word that says so: "its alleged part in the fraud".
fn reputed(parse: &Parse<'_>, at: usize) -> Option<Described> {
    let phrase = |i: usize| matches!(parse.tag(i), Some(Tag::Noun | Tag::Adj | Tag::Proper | Tag::Genitive));
    let head = (at + 1..parse.tokens.len()).take_while(|&i| phrase(i)).last()?;
    let follows = matches!(parse.tag(head + 1), Some(Tag::Prep | Tag::To));
    let mut start = at;
    while start > 0 && parse.tag(start - 1).is_some_and(|t| t.in_noun_phrase() && t != Tag::Pronoun) {
        start -= 1;
    }
    let end = extent(parse, head + 1, parse.tokens.len());
    (follows && parse.tag(head) == Some(Tag::Noun) && end > head + 1).then_some(Described {
        start,
        end,
        clause: None,
        meant: None,
    })
}

/// To what a body belongs, at the "of": "sanctions on an institute of the Ministry of Health", and in a heading "institute of Arvania's
/// ministry". A name may hold an "of", but seldom one with an article before it or a genitive behind it.
fn belonging(parse: &Parse<'_>, of: usize) -> Option<Described> {
    let part = of.checked_sub(1).filter(|&i| {
        parse.tag(i).is_some_and(|t| matches!(t, Tag::Noun | Tag::Proper))
            && kept_particles!("part of a body").contains(&parse.lemma(i))
    })?;
    let start = phrase_start(parse, part);
    let before = start.checked_sub(1).and_then(|i| parse.tag(i));
    // "became an arm of the ministry" says so in a clause, ", an arm of the ministry" set off.
    if start > 0 && !matches!(before, Some(Tag::Prep | Tag::Finite | Tag::Base | Tag::Participle | Tag::Ing))
        || start.checked_sub(1).is_some_and(|i| parse.class(i).any(Class::BE) || parse.lemma(i) == "become")
    {
        return None;
    }
    let end = extent(parse, of, parse.tokens.len());
    let genitive = (of..end).any(|i| parse.tag(i) == Some(Tag::Genitive));
    let indefinite = matches!(parse.lemma(start), "a" | "an");
    let definite = parse.tag(start) == Some(Tag::Det) && !indefinite;
    let named = (of..end).any(|i| {
        parse.tag(i) == Some(Tag::Proper)
            || parse.tokens[i].span.of(parse.text).starts_with(char::is_uppercase)
    });
    (named && (indefinite || genitive && !definite)).then_some(Described {
        start,
        end,
        clause: None,
        meant: None,
    })
}

/// What somebody is called in quotation marks, at the "as" before them: "listed the firm in 2020 as “complicit in abuses”".
fn called(parse: &Parse<'_>, at: usize) -> Option<Described> {
    let opens = |i: usize| parse.tokens.get(i).is_some_and(|t| matches!(t.mark, '“' | '"' | '‘'));
    if !opens(at + 1) || parse.tag(at) != Some(Tag::Prep) {
        return None;
    }
    let start = at + 2;
    let closes = |&i: &usize| parse.tokens.get(i).is_some_and(|t| matches!(t.mark, '”' | '"' | '’'));
    let close = (start..parse.tokens.len().min(start + 40)).find(closes)?;
    // A clause in them is found as such.
    let clause = (start..close).any(|i| parse.tag(i).is_some_and(Tag::is_finite));
    (close - start >= LEAST && !clause).then_some(Described { start, end: close, clause: None, meant: None })
}

/// Where the noun phrase that holds token `at` begins.
fn phrase_start(parse: &Parse<'_>, at: usize) -> usize {
    let before =
        (0..at).rev().take_while(|&i| parse.tag(i).is_some_and(|t| t.in_noun_phrase() && t != Tag::Pronoun));
    before.last().unwrap_or(at)
}

/// Where what belongs to the word before token `from` ends: its object and first prepositional phrase, and those that
/// go on with them. A later "from" or "after" rather belongs to the clause around.
fn extent(parse: &Parse<'_>, from: usize, limit: usize) -> usize {
    let mut end = from;
    let mut at = from;
    while at < limit.min(from + LONGEST) {
        match parse.tag(at) {
            Some(Tag::Prep) => {
                if at > from
                    && !kept_particles!("goes on with a noun").contains(&parse.lemma(at))
                    && has_phrase(parse, from, at)
                {
                    break;
                }
            }
            Some(Tag::Adv) if at == from => {}
            // "reached in January she": another clause begins.
            Some(Tag::Pronoun) if parse.class(at).any(Class::SUBJECT) && at > from => break,
            Some(Tag::Numeral) if parse.lemma(at - 1) == "to" && at > from + 1 => break,
            Some(Tag::Ing) if at == end || parse.tag(at - 1) == Some(Tag::Prep) => {}
            Some(Tag::Coord) if parse.tag(at + 1).is_some_and(Tag::in_noun_phrase) && end == at => {}
            Some(Tag::Mark)
                if matches!(
                    parse.tokens[at].mark,
                    '“' | '”' | '"' | '‘' | '-' | '‑' | '$' | '£' | '€' | '%'
                ) => {}
            Some(t) if t.in_noun_phrase() => {}
            _ => break,
        }
        at += 1;
        if parse.tag(at - 1).is_some_and(|t| t.is_nominal() || t == Tag::Adv) {
            end = at;
        }
    }
    end
}

/// Whether a noun stands between the tokens `from` and `to`.
fn has_phrase(parse: &Parse<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| parse.tag(i).is_some_and(Tag::is_nominal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, mention::syntax::Read};

    fn found(text: &str) -> Vec<&str> {
        let read = Read::new(text, Span::new(0, text.len()));
        let parse = read.parse(text);
        let mut found = Vec::new();
        described(&parse, &mut found);
        found.iter().map(|d| parse.span(d.start, d.end).of(text)).collect()
    }

    #[test]
    fn finds_what_a_noun_phrase_states() {
        for (text, stated) in [
            ("The board closed a mine accused of poisoning wells.", "accused of poisoning wells"),
            ("Under a deal reached in January she keeps the house.", "reached in January"),
            ("The court read a letter listing payments to the mayor.", "listing payments to the mayor"),
            ("The bank was fined over its alleged part in the fraud.", "its alleged part in the fraud"),
            ("The ministry removed a company accused of bribery from its list.", "accused of bribery"),
        ] {
            assert_eq!(found(text), [stated], "{text}");
        }
    }

    #[test]
    fn leaves_complements_and_short_ones() {
        for text in [
            "The mayor had the gates opened on Monday.",
            "Police saw the crowd leaving in haste.",
            "The roads closed were few.",
            "The company arrested nobody in January.",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
