//! The noun phrases that a referent is read from: their heads and names, what a clause speaks of, what stands before it.

use super::Sort;
use crate::{
    Span,
    lexicon::Class,
    mention::{
        clause::{Kind, is_time},
        gender::Gender,
        proposition::{Form, Stated},
        quantity::is_person,
        role::Role,
        syntax::Parse,
        tag::Tag,
    },
    token::look_up,
};

/// How many words behind the verb tell that "it" stands for nothing.
const LONGEST_JUDGEMENT: usize = 10;

/// The end of a noun phrase without the marks at its end: "he “had to”".
pub(super) fn unmarked(parse: &Parse<'_>, start: usize, end: usize) -> usize {
    (start + 1..=end).rev().find(|&e| parse.tag(e - 1) != Some(Tag::Mark)).unwrap_or(end)
}

/// Whether a noun phrase is nothing but an age: "the 31-year-old".
pub(super) fn is_aged(parse: &Parse<'_>, start: usize, end: usize) -> bool {
    let last = end.checked_sub(1).and_then(|i| parse.tokens.get(i));
    start + 1 < end && last.is_some_and(|t| t.span.of(parse.text).ends_with("year-old"))
}

/// Whether words can tell a reader of whom a clause speaks: a pronoun and a bare number cannot.
pub(super) fn names_something(words: &str) -> bool {
    let words = words.trim();
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let pronoun = || {
        let (class, _) = look_up(last);
        last == "I" || class.any(Class::PRON) && !class.any(Class::NOUN)
    };
    let alone = last.len() == words.len();
    !(last.chars().all(number) || alone && pronoun())
}

/// The end of a noun phrase without the day at its end: "a judge on Thursday".
pub(super) fn without_time(parse: &Parse<'_>, start: usize, end: usize) -> usize {
    let day = |i: usize| parse.class(i).any(Class::WEEKDAY.or(Class::MONTH));
    let before = end.checked_sub(2).filter(|&i| i > start && parse.tag(i) == Some(Tag::Prep) && day(end - 1));
    before.unwrap_or(end)
}

/// The name after a role that ends before token `end`: "his wife, Ansa Weld, said".
pub(super) fn appositive_name(parse: &Parse<'_>, end: usize) -> Option<(usize, usize)> {
    if !parse.is_mark(end, ',') {
        return None;
    }
    let role =
        end.checked_sub(1).is_some_and(|i| parse.tag(i) == Some(Tag::Noun) && is_person(parse.lemma(i)));
    let stop = (end + 1..parse.tags.len()).take_while(|&i| parse.tag(i) == Some(Tag::Proper)).last()? + 1;
    let closed = parse.is_mark(stop, ',') || parse.is_mark(stop, '–') || parse.is_mark(stop, '—');
    (role && closed && stop <= end + 5).then_some((end + 1, stop))
}

/// The head of a noun phrase: its last noun before the first preposition, mark or relative pronoun.
pub(super) fn head(parse: &Parse<'_>, start: usize, end: usize) -> Option<usize> {
    let body = (start..end).take_while(|&i| parse.tag(i).is_some_and(Tag::in_noun_phrase));
    body.filter(|&i| parse.tag(i).is_some_and(Tag::is_nominal)).last()
}

/// The noun phrase up to its head and what "of" adds to it.
pub(super) fn phrase(parse: &Parse<'_>, start: usize, end: usize) -> Span {
    let of = |i: usize| parse.tag(i) == Some(Tag::Prep) && parse.lemma(i) == "of";
    let stop =
        (start..end).find(|&i| !parse.tag(i).is_some_and(Tag::in_noun_phrase) && !of(i)).unwrap_or(end);
    parse.span(start, stop.max(start + 1))
}

/// The person's name in a noun phrase, without titles and roles: its last one to three names, no article before them.
pub(super) fn name(parse: &Parse<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    let head = head(parse, start, end)?;
    let mut from = head + 1;
    while from > start && parse.tag(from - 1) == Some(Tag::Proper) {
        from -= 1;
    }
    let title = |i: usize| Role::of_token(parse.text, &parse.tokens[i]).is_some();
    if let Some(last) = (from..head).rev().find(|&i| title(i)) {
        from = last + 1;
    }
    let titled = from > start;
    let names = (head + 1).saturating_sub(from);
    let article = parse.tag(start) == Some(Tag::Det) && from == start + 1;
    let body = parse.class(head).any(Class::UPPER.or(Class::WEEKDAY).or(Class::MONTH));
    // "Harbour Board": a name of dictionary words alone is a body's.
    let unknown = || {
        (from..=head).any(|i| parse.class(i).any(Class::UNKNOWN))
            || Gender::of_first_name(parse.tokens[from.min(head)].span.of(parse.text)) != Gender::Unknown
    };
    (names > 0 && names <= 3 && !article && !body && (titled || unknown())).then_some((from, head + 1))
}

/// The subject of a proposition, in tokens: its own, the one it shares, or the noun phrase it stands beside.
pub(super) fn subject(parse: &Parse<'_>, stated: &Stated) -> Option<(usize, usize)> {
    let mut clause = parse.clauses.get(stated.clause)?;
    match stated.form {
        Form::Relative => antecedent(parse, clause.start),
        Form::Appositive => phrase_before(parse, clause.start),
        // "jailed the owner for ignoring it": the owner; of what is no person, "fined the bank", "won a prize", nobody can tell.
        Form::Participial if blamed(parse, stated.clause).is_some() => {
            blamed(parse, stated.clause).filter(|&(start, end)| {
                let last = end.saturating_sub(1);
                parse.tag(last) == Some(Tag::Proper)
                    || parse.tag(start) != Some(Tag::Pronoun) && is_person(parse.lemma(last))
            })
        }
        // "By taking a school off its list, the board saved money": the subject of the clause around.
        Form::Participial
            if clause.opener.is_none()
                && clause.subject.is_none()
                && clause.start > 0
                && !follows_verb(parse, stated.clause) =>
        {
            phrase_before(parse, clause.start)
        }
        _ => {
            for _ in 0..8 {
                if let Some(found) = clause.subject {
                    let relative = found.1 == found.0 + 1
                        && (parse.tag(found.0) == Some(Tag::Rel)
                            || parse.lemma(found.0) == "that" && parse.tag(found.0) == Some(Tag::That));
                    return if relative { antecedent(parse, found.0) } else { Some(found) };
                }
                clause = parse.clauses.get(clause.parent?)?;
            }
            None
        }
    }
}

/// The object before a gerund after "for": whom somebody "jailed for ignoring it".
fn blamed(parse: &Parse<'_>, index: usize) -> Option<(usize, usize)> {
    let clause = parse.clauses.get(index)?;
    let opener = clause.opener.filter(|&o| parse.lemma(o) == "for")?;
    let around = parse.finite_parent(clause).and_then(|p| parse.clauses.get(p))?;
    let start = around.verbs.1;
    let passive = around.head.is_some_and(|h| h > around.verbs.0 && parse.tag(h) == Some(Tag::Participle))
        && (around.verbs.0..start).any(|v| parse.class(v).any(Class::BE));
    let object = (start..opener).take_while(|&i| parse.tag(i).is_some_and(Tag::in_noun_phrase)).last()?;
    // "faces jail for ignoring it": the subject.
    let bare = parse.tag(object) == Some(Tag::Noun)
        && (start..=object).all(|i| matches!(parse.tag(i), Some(Tag::Noun | Tag::Adj)))
        && !parse.class(object).any(Class::PLURAL)
        && !is_person(parse.lemma(object));
    (!passive && !bare).then_some((start, object + 1))
}

/// What the relative clause that opens at token `at` tells more of: the noun phrase before it, or the one before its preposition where
/// that cannot be meant. "An institute in Tern that trains pilots" tells of the institute, for a name needs no telling which; "the
/// clerk of the court, who" of the clerk; "the council met on Monday, which" of no phrase at all.
pub(super) fn antecedent(parse: &Parse<'_>, at: usize) -> Option<(usize, usize)> {
    let set_off = at.checked_sub(1).is_some_and(|i| parse.tag(i) == Some(Tag::Mark));
    let person = parse.lemma(at) == "who";
    // "70 drones at Ukraine, most of which": of more than one.
    let some = parse.lemma(at + 1) == "of" && parse.tag(at + 2) == Some(Tag::Rel);
    let many =
        some && matches!(parse.lemma(at), "most" | "many" | "several" | "few" | "both" | "two" | "three");
    let plural = |(start, end): (usize, usize)| (start..end).any(|i| parse.class(i).any(Class::PLURAL));
    let nearest = phrase_before(parse, at)?;
    let mut found = nearest;
    for _ in 0..4 {
        let (start, end) = found;
        let behind = start > 0 && parse.tag(start - 1) == Some(Tag::Prep);
        let last = head(parse, start, end).unwrap_or(end - 1);
        let named = parse.tag(last) == Some(Tag::Proper);
        let which = !set_off && named && behind;
        let thing = person
            && behind
            && !named
            && !parse.class(last).any(Class::PLURAL)
            && !is_person(parse.lemma(last));
        let time = is_time(parse.tokens, parse.tags, found);
        if !time && !which && !thing && (!many || plural(found)) {
            return Some(found);
        }
        let next = phrase_before(parse, start - usize::from(behind)).filter(|_| behind);
        // "the money, most of which"
        let Some(next) = next else { return Some(nearest).filter(|_| many && !time) };
        found = next;
    }
    None
}

/// Whether a relative clause says itself of whom it speaks: "those who left", "anyone who saw it".
pub(super) fn own_antecedent(parse: &Parse<'_>, stated: &Stated, start: usize) -> bool {
    stated.form == Form::Relative && parse.tag(start) == Some(Tag::Pronoun)
}

/// Whether the clause comes after the verb of the clause it hangs on, and so can share that clause's subject.
pub(super) fn follows_verb(parse: &Parse<'_>, index: usize) -> bool {
    let Some(clause) = parse.clauses.get(index) else { return false };
    let parent = clause.parent.and_then(|p| parse.clauses.get(p));
    parent.is_some_and(|p| p.head.is_some_and(|h| h < clause.start))
}

/// The noun phrase that ends just before token `at`, a comma or dash between them, and an age between commas, aside.
pub(super) fn phrase_before(parse: &Parse<'_>, at: usize) -> Option<(usize, usize)> {
    let in_phrase = |i: usize| parse.tag(i).is_some_and(Tag::in_noun_phrase);
    let mut end = at;
    loop {
        while end > 0 && parse.tag(end - 1) == Some(Tag::Mark) && !parse.is_mark(end - 1, ')') {
            end -= 1;
        }
        // "Agnes Weld, 77, who", "the Harbour Board (HB), which"
        let age = end > 1 && parse.tag(end - 1) == Some(Tag::Numeral) && parse.is_mark(end - 2, ',');
        let open = (end.saturating_sub(6)..end).rev().find(|&i| parse.is_mark(i, '('));
        match open.filter(|_| end > 0 && parse.is_mark(end - 1, ')')) {
            Some(open) => end = open,
            None if age => end -= 1,
            None => break,
        }
    }
    let mut start = end;
    while start > 0 && in_phrase(start - 1) {
        start -= 1;
    }
    // "the keeper of the accounts": what stands before "of" heads the phrase. "the witness against him": so does what
    // stands before a pronoun's preposition.
    let of = |i: usize| parse.tag(i) == Some(Tag::Prep) && parse.lemma(i) == "of";
    let own = |start: usize| start + 1 == end && parse.tag(start) == Some(Tag::Pronoun);
    if start > 1
        && (of(start - 1) || own(start) && parse.tag(start - 1) == Some(Tag::Prep))
        && in_phrase(start - 2)
    {
        start -= 1;
        while start > 0 && in_phrase(start - 1) {
            start -= 1;
        }
    }
    (start < end).then_some((start, end))
}

/// Whether the pronoun at `at` stands for nothing: "it is unclear whether", "it was hard to see", "it was the clerk who".
pub(super) fn expletive(parse: &Parse<'_>, index: usize, at: usize) -> bool {
    let Some(clause) = parse.clauses.get(index).filter(|_| parse.lemma(at) == "it") else { return false };
    let be = clause.head.is_some_and(|h| parse.class(h).any(Class::BE));
    let told = || {
        parse.children(index).any(|(_, c)| {
            let near = c.start < clause.verbs.1 + 4 && c.start > clause.verbs.1;
            let opener = c.opener.map_or("", |o| parse.lemma(o));
            near && matches!(c.kind, Kind::Content | Kind::Infinitive)
                || c.kind == Kind::Relative && !c.set_off && matches!(opener, "who" | "that")
        })
    };
    // "It is not known what", "it would be “wrong” to", "it is rare for a court to", "it is the third time".
    let verb = (at + 1..clause.end).find(|&i| parse.tag(i).is_some_and(Tag::is_verb));
    let rest = verb.map_or(0..0, |v| v + 1..clause.end.min(v + LONGEST_JUDGEMENT));
    let loose = |&i: &usize| {
        let tag = parse.tag(i);
        matches!(tag, Some(Tag::Adv | Tag::Mark | Tag::Aux)) || parse.class(i).any(Class::BE)
    };
    let mut judged = rest.clone().skip_while(loose).skip_while(|&i| {
        matches!(parse.tag(i), Some(Tag::Adj | Tag::Participle | Tag::Adv | Tag::Mark | Tag::Coord))
    });
    let opens = judged.next().is_some_and(|i| {
        matches!(parse.tag(i), Some(Tag::That | Tag::Wh | Tag::To))
            || matches!(parse.lemma(i), "whether" | "for" | "how")
    });
    let adjective = rest.clone().find(|i| !loose(i)).is_some_and(|i| {
        matches!(parse.tag(i), Some(Tag::Adj | Tag::Participle)) && !parse.lemma(i).is_empty()
    });
    let time = rest.clone().any(|i| parse.lemma(i) == "time");
    let be = be || verb.is_some_and(|v| parse.class(v).any(Class::BE.or(Class::MODAL)));
    be && (told() || opens && adjective || time)
}

/// What a phrase that is nothing but a pronoun stands for.
pub(super) fn pronoun(parse: &Parse<'_>, start: usize, end: usize) -> Option<Sort> {
    if end != start + 1 || parse.tag(start) != Some(Tag::Pronoun) {
        return None;
    }
    match parse.lemma(start) {
        word @ ("he" | "she") => Some(Sort::Person(Gender::of_pronoun(word))),
        "it" | "this" | "that" => Some(Sort::Thing),
        "they" | "these" | "those" => Some(Sort::Group),
        _ => None,
    }
}
