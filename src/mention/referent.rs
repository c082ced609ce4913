//! Referents: whom or what a mention speaks of when its own words do not say.
//!
//! "which operates the dam", "was arrested in June" and "He remains free" state something only with the subject that
//! stands elsewhere: before the clause, in the clause it shares its subject with, or in an earlier sentence. Pronouns
//! are resolved to the last subject that can be meant: a simple form of centering (Grosz, Joshi and Weinstein, 1995).

mod person;
mod phrase;

use self::{
    person::{Name, Person, key, same},
    phrase::{
        appositive_name, expletive, head, is_aged, name, names_something, own_antecedent, phrase,
        phrase_before, pronoun, subject, unmarked, without_time,
    },
};
use super::{
    attribution::Named,
    clause::{Kind, is_time},
    gender::Gender,
    number::with_lower,
    proposition::Stated,
    quantity::is_person,
    role::Role,
    syntax::Parse,
    tag::Tag,
};
use crate::{Span, lexicon::Class};

/// How many people a text is taken to have in mind at once.
const REMEMBERED: usize = 48;

/// How many sentences back "it" and "they" reach, and "he" in somebody's words.
const REACH: usize = 2;

/// How many words may stand between a figure and what it was before.
const LONGEST_FIGURE: usize = 16;

/// What a text spoke of last, by what a pronoun can stand for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Discourse {
    /// The latest last.
    people: Vec<Person>,
    thing: Option<Told>,
    group: Option<Told>,
    /// Names of what is no person.
    bodies: Vec<Span>,
    /// How many sentences were read.
    sentences: usize,
}

/// A thing or a group that a text spoke of, and in which sentence.
#[derive(Clone, Copy, Debug)]
struct Told {
    words: Span,
    sentence: usize,
}

/// In whose voice a proposition stands: what is in quotation marks speaks of others than its speaker.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Voice {
    /// The words between the quotation marks around the proposition.
    pub(crate) quoted: Option<Span>,
    /// The name of who says it, and the words that stand for them here.
    pub(crate) speaker: Option<Span>,
    pub(crate) source: Option<Span>,
    /// Where the words of the proposition end that it keeps: before "Weld said".
    pub(crate) end: usize,
}

/// What sort of thing a pronoun stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Person(Gender),
    Thing,
    Group,
}

/// What a pronoun says of the person it stands for, in whatever case; other words say nothing.
fn pronoun_gender(word: &str) -> Gender {
    const LONGEST: usize = "herself".len();
    if word.len() > LONGEST { Gender::Unknown } else { with_lower(word, Gender::of_pronoun) }
}

impl Sort {
    fn fits(self, other: Self) -> bool {
        match (self, other) {
            (Self::Person(a), Self::Person(b)) => a.fits(b),
            // An organisation is "it" in one paper and "they" in another.
            (a, b) => a == b,
        }
    }
}

impl Discourse {
    /// What a text has in mind that names `people`, before its first sentence.
    pub(crate) fn new(text: &str, people: &[Named]) -> Self {
        let mut new = Self::default();
        new.bodies.extend(people.iter().filter(|p| p.thing).take(REMEMBERED).map(|p| p.name));
        for p in people.iter().filter(|p| !p.thing).take(REMEMBERED / 2) {
            if !new.people.iter().any(|known| known.name.is(text, p.name)) {
                let Named { name, gender, sure, .. } = *p;
                let name = Name::new(text, name);
                new.people.push(Person { name, gender, named: true, sure, times: 0, sentence: 0 });
            }
        }
        new
    }

    /// Whom or what `stated` speaks of, where its own words do not name it.
    pub(crate) fn referent(&self, parse: &Parse<'_>, stated: &Stated, voice: Voice) -> Option<Span> {
        let (start, end) = subject(parse, stated)?;
        let end = unmarked(parse, start, end);
        // "This", "those": what was said or happened, mostly, which no few words name.
        let points = end == start + 1 && matches!(parse.lemma(start), "this" | "that" | "these" | "those");
        // “If a dog bites, nobody cares,” Weld said: what is said is not of Weld.
        let own = parse.clauses.get(stated.clause).is_some_and(|c| c.subject.is_some());
        let behind =
            own && parse.tokens.get(start).is_some_and(|t| voice.end > 0 && t.span.start >= voice.end);
        if behind
            || own_antecedent(parse, stated, start)
            || points && parse.tag(start) != Some(Tag::Rel)
            || is_time(parse.tokens, parse.tags, (start, end))
        {
            return None;
        }
        if let Some(sort) = pronoun(parse, start, end) {
            if expletive(parse, stated.clause, start) {
                return None;
            }
            let token = parse.tokens.get(start)?.span;
            let voice = Voice { quoted: voice.quoted.filter(|q| q.contains(token)), ..voice };
            return self
                .around(parse, stated.clause, sort, voice)
                .or_else(|| self.before(parse.text, sort, voice))
                .filter(|f| names_something(f.of(parse.text)));
        }
        let inside = stated.start <= start && end <= stated.end;
        let found = if inside {
            self.same_person(parse, start, end)
        } else if is_aged(parse, start, end) {
            self.before(parse.text, Sort::Person(Gender::Unknown), Voice::default())
        } else {
            Some(self.fullest(parse, start, end))
        };
        found.filter(|f| names_something(f.of(parse.text)))
    }

    /// The thing that a description which begins at token `at` describes: the noun phrase before it.
    pub(crate) fn described(&self, parse: &Parse<'_>, at: usize) -> Option<Span> {
        // ", up from 25 on Tuesday" tells of the figure before it: "75 litres a second".
        let figure = matches!(parse.lemma(at), "up" | "down");
        let counted = |&i: &usize| {
            parse.tag(i) == Some(Tag::Numeral)
                && !parse.is_mark(i.wrapping_sub(1), '(')
                && (matches!(parse.tag(i + 1), Some(Tag::Noun | Tag::Numeral)) || parse.is_mark(i + 1, '%'))
        };
        let around = (0..at).rev().take(LONGEST_FIGURE).find(counted).filter(|_| figure).map(|i| {
            let end = (i..at)
                .take_while(|&j| parse.tag(j).is_some_and(Tag::in_noun_phrase) || parse.is_mark(j, '%'))
                .last()
                .unwrap_or(i);
            (i, end + 1)
        });
        // "rose to 606,000 on Friday, up from 504,000": neither a time nor a bare number was.
        let names = |&(start, end): &(usize, usize)| {
            !is_time(parse.tokens, parse.tags, (start, end))
                && names_something(parse.span(start, end).of(parse.text))
        };
        let subject = || parse.finite_around(at).and_then(|c| parse.clauses.get(c)?.subject);
        let before = || phrase_before(parse, at).filter(|p| !figure || names(p));
        let (start, end) = around.or_else(before).or_else(|| subject().filter(|_| figure))?;
        Some(self.fullest(parse, start, end))
    }

    /// The subject of a clause around `index` that a pronoun of `sort` can stand for: "Weld said she would stay".
    fn around(&self, parse: &Parse<'_>, index: usize, sort: Sort, voice: Voice) -> Option<Span> {
        let mut clause = parse.clauses.get(index)?;
        for _ in 0..8 {
            let inner = clause.start;
            clause = parse.clauses.get(clause.parent?)?;
            let Some((start, end)) = clause.subject else { continue };
            let said =
                parse.tokens.get(start).is_some_and(|t| voice.quoted.is_some_and(|q| !q.contains(t.span)));
            if said || start >= inner {
                continue;
            }
            let (start, end) = match parse.tag(start) {
                // "Weld, who said she would stay"
                Some(Tag::Rel) => match phrase_before(parse, start) {
                    Some(found) => found,
                    None => continue,
                },
                _ => (start, end),
            };
            if let Some(other) = pronoun(parse, start, end) {
                if sort.fits(other) {
                    return self.before(parse.text, sort, voice);
                }
            } else if parse.tag(end - 1).is_some_and(Tag::is_nominal)
                && (sort.fits(self.sort(parse, start, end))
                    || sort == Sort::Thing && self.ends_in_body(parse, start, end))
            {
                return Some(self.fullest(parse, start, end));
            }
        }
        None
    }

    /// What was spoken of last that a pronoun of `sort` can stand for.
    ///
    /// "Weld said: “He knew”" speaks of somebody else than Weld: of whom the sentences before spoke, or else of whom the text
    /// speaks most.
    fn before(&self, text: &str, sort: Sort, voice: Voice) -> Option<Span> {
        let near = |sentence: usize| sentence + REACH >= self.sentences;
        let recent = |told: Option<Told>| told.filter(|t| near(t.sentence)).map(|t| t.words);
        match sort {
            Sort::Person(gender) => {
                let quoted = voice.quoted.is_some();
                let own = [voice.speaker, voice.source].map(|s| s.filter(|_| quoted));
                let other =
                    |p: &&Person| (p.named || !quoted) && !own.iter().flatten().any(|s| p.name.is(text, *s));
                let spoken = |p: &&Person| p.times > 0 || p.sentence > 0;
                let fits = || {
                    self.people.iter().rev().filter(|p| p.gender.fits(gender)).filter(other).filter(spoken)
                };
                // A name that nothing else tells to be a person's may be a company's.
                let last = fits().next()?;
                let surer = fits().find(|p| p.sure && near(p.sentence));
                let found = match surer.filter(|_| !last.sure && last.named) {
                    Some(surer) => surer,
                    None if quoted && last.sentence + 1 < self.sentences => {
                        fits().max_by_key(|p| (p.sure, p.times, p.gender == gender))?
                    }
                    None => last,
                };
                // A bare name that nobody was introduced by is as likely a firm's.
                let bare = found.named && !found.sure && !found.name.has_parts();
                (!bare).then_some(found.name.span)
            }
            // In somebody's words "it" is what they spoke of just before, if anything.
            Sort::Thing | Sort::Group => {
                let told = if sort == Sort::Group { self.group } else { self.thing };
                recent(told.filter(|t| voice.quoted.is_none() || t.sentence >= self.sentences))
            }
        }
    }

    /// The fullest name known for the noun phrase at `start..end`, or its own words.
    fn fullest(&self, parse: &Parse<'_>, start: usize, end: usize) -> Span {
        if let Some((start, end)) = appositive_name(parse, end) {
            return parse.span(start, end);
        }
        self.same_person(parse, start, end)
            .unwrap_or_else(|| parse.span(start, without_time(parse, start, end)))
    }

    /// Somebody of whom the text spoke under a fuller name: "Weld" for "Ansa Weld".
    fn same_person(&self, parse: &Parse<'_>, start: usize, end: usize) -> Option<Span> {
        let name = self.known_name(parse, start, end)?;
        if (start..end).any(|i| parse.tag(i) == Some(Tag::Coord)) {
            return None;
        }
        let text = parse.text;
        let (own, last) = (parse.span(name.0, name.1), parse.tokens.get(name.1 - 1)?.span);
        let alone = name.1 - name.0 == 1;
        let of_last = key(text, last);
        let called = |p: &&Person| {
            p.named
                && p.sure
                && p.name.span.len() > own.len()
                && (p.name.ends_in(text, last, of_last) && (alone || p.name.shares_first(text, own))
                    || alone && p.name.begins(text, last))
        };
        let mut called = self.people.iter().filter(called).peekable();
        called.peek()?;
        let gender = self.gender(parse, start, end);
        // Of two who share a surname, the bare name mostly means the one the text is about.
        called.filter(|p| p.gender.fits(gender)).max_by_key(|p| p.times).map(|p| p.name.span)
    }

    /// Takes note of what a sentence speaks of.
    pub(crate) fn read(&mut self, parse: &Parse<'_>) {
        self.sentences += 1;
        if parse.is_question() {
            self.asked(parse);
            return;
        }
        // The subject of the main clause is what the next sentence most likely goes on with.
        self.introduce(parse);
        self.objects(parse);
        for main in [false, true] {
            for clause in parse.clauses.iter().filter(|c| c.parent.is_none() == main) {
                let Some((start, end)) = clause.subject else { continue };
                self.note(parse, start, end);
            }
        }
        // "The page said the contract was cancelled. It was signed in May": a thing that is told of comes before the teller.
        let told = parse.clauses.iter().filter(|c| c.kind == Kind::Content).find_map(|c| c.subject);
        if let Some((start, end)) = told.filter(|&(s, e)| self.sort(parse, s, e) == Sort::Thing) {
            self.note(parse, start, end);
        }
        self.own(parse);
    }

    /// Brings to mind those known already of whom the sentence speaks elsewhere than in a subject; the first of them last, before
    /// those who only own what it speaks of: "the notebook that undid Weld" is of Weld, "Weld's notebook" of the notebook.
    fn objects(&mut self, parse: &Parse<'_>) {
        let ends = |at: usize, owns: bool| match parse.tag(at + 1) {
            Some(Tag::Genitive) => owns,
            next => !owns && next != Some(Tag::Proper),
        };
        let proper =
            || parse.tags.iter().enumerate().rev().filter(|(_, tag)| **tag == Tag::Proper).map(|(at, _)| at);
        for at in proper().filter(|&at| ends(at, true)).chain(proper().filter(|&at| ends(at, false))) {
            let Some(last) = parse.tokens.get(at).map(|t| t.span) else { continue };
            let of_last = key(parse.text, last);
            let named = |p: &Person| p.named && p.name.ends_in(parse.text, last, of_last);
            let Some(only) = self.people.iter().position(named) else { continue };
            if !self.people[only + 1..].iter().any(named) {
                let mut person = self.people.remove(only);
                person.sentence = self.sentences;
                self.people.push(person);
            }
        }
    }

    /// Takes the gender of the subject, a person, from "his" and "her" behind it, where the sentence names nobody else.
    fn own(&mut self, parse: &Parse<'_>) {
        let told = |i: usize| match parse.lemma(i) {
            _ if !parse.class(i).any(Class::PRON.or(Class::POSSDET)) => Gender::Unknown,
            "his" | "himself" | "he" => Gender::Male,
            "her" | "herself" | "she" => Gender::Female,
            _ => Gender::Unknown,
        };
        let Some((start, end)) = parse.clauses.first().and_then(|c| c.subject) else { return };
        if !parse.classes.any(Class::PRON.or(Class::POSSDET)) {
            return;
        }
        let behind = || end..parse.tags.len();
        let mut genders = behind().map(told).filter(|g| *g != Gender::Unknown);
        let Some(gender) = genders.next().filter(|g| genders.all(|other| other == *g)) else { return };
        if behind()
            .any(|i| parse.tag(i) == Some(Tag::Proper) && !is_time(parse.tokens, parse.tags, (i, i + 1)))
        {
            return;
        }
        let Some(name) = name(parse, start, end).map(|n| self.fullest(parse, n.0, n.1)) else { return };
        let unknown = |p: &&mut Person| p.gender == Gender::Unknown && p.name.is(parse.text, name);
        if let Some(person) = self.people.iter_mut().find(unknown) {
            person.gender = gender;
        }
    }

    /// Takes note of the full names of a sentence wherever they stand, so that a surname is known later.
    fn introduce(&mut self, parse: &Parse<'_>) {
        let mut at = 0;
        while let Some(skipped) = parse.tags.get(at..).and_then(|t| t.iter().position(|t| *t == Tag::Proper))
        {
            at += skipped;
            let end = at + parse.tags[at..].iter().take_while(|t| **t == Tag::Proper).count();
            let title =
                |i: &usize| parse.tokens.get(*i).is_some_and(|t| Role::of_token(parse.text, t).is_some());
            at += (at..end.saturating_sub(2)).take_while(title).count();
            let first = || parse.tokens.get(at).map_or("", |t| t.span.of(parse.text));
            let gender = if end == at + 2 { Gender::of_first_name(first()) } else { Gender::Unknown };
            if gender != Gender::Unknown {
                let name = Name::new(parse.text, parse.span(at, end));
                let known = |p: &Person| p.name.is_name(parse.text, &name);
                if self.people.len() < REMEMBERED && !self.people.iter().any(known) {
                    // "Weld" of the text so far was this one.
                    self.people.retain(|p| p.times > 0 || !name.ends(parse.text, p.name.span));
                    self.people.insert(
                        0,
                        Person { name, gender, named: true, sure: true, times: 0, sentence: self.sentences },
                    );
                }
            }
            at = end;
        }
    }

    /// A question names what the next sentences speak of after its auxiliary: "How safe is the dam?"
    fn asked(&mut self, parse: &Parse<'_>) {
        let Some(verb) = parse.tags.iter().position(|t| t.is_finite()) else { return };
        let end = (verb + 1..parse.tags.len()).take_while(|&i| parse.tags[i].in_noun_phrase()).last();
        if let Some(end) = end {
            self.note(parse, verb + 1, end + 1);
        }
    }

    fn note(&mut self, parse: &Parse<'_>, start: usize, end: usize) {
        let end = unmarked(parse, start, end);
        let (start, end) = appositive_name(parse, end).unwrap_or((start, end));
        let named = end > start
            && !is_time(parse.tokens, parse.tags, (start, end))
            && head(parse, start, end).is_some_and(|h| parse.tag(h) != Some(Tag::Pronoun))
            && !(start..end).any(|i| parse.tag(i) == Some(Tag::Coord) && parse.lemma(i) != "&");
        if !named || pronoun(parse, start, end).is_some() {
            return;
        }
        let name = self.known_name(parse, start, end);
        match self.sort_named(parse, start, end, name) {
            Sort::Person(gender) => {
                let span = name.map_or_else(|| parse.span(start, end), |n| self.fullest(parse, n.0, n.1));
                if self.may_be_body(parse, start, end) {
                    self.thing = Some(Told { words: parse.span(start, end), sentence: self.sentences });
                }
                self.person(parse.text, span, gender, name.is_some());
            }
            sort => {
                let words = phrase(parse, start, end);
                let told = Some(Told { words, sentence: self.sentences });
                if names_something(words.of(parse.text)) {
                    *(if sort == Sort::Group { &mut self.group } else { &mut self.thing }) = told;
                }
            }
        }
    }

    fn person(&mut self, text: &str, name: Span, gender: Gender, named: bool) {
        let of_name = key(text, name);
        let known = self.people.iter().position(|p| p.name.is_keyed(text, name, of_name));
        let known = known.map(|i| self.people.remove(i));
        let gender = known.map(|p| p.gender).filter(|g| *g != Gender::Unknown).unwrap_or(gender);
        if self.people.len() >= REMEMBERED {
            self.people.remove(0);
        }
        let times = known.map_or(0, |p| p.times) + 1;
        let name = known.map_or_else(|| Name::new(text, name), |p| p.name);
        let sure = known.is_some_and(|p| p.sure) || gender != Gender::Unknown;
        self.people.push(Person { name, gender, named, sure, times, sentence: self.sentences });
    }

    /// Takes note that `source`, a pronoun, stands for `speaker` in the sentence that is read next: so that "she said he left"
    /// is not of her.
    pub(crate) fn called(&mut self, text: &str, speaker: Span, source: Span) {
        let gender = pronoun_gender(source.of(text));
        let of_speaker = key(text, speaker);
        let same =
            |p: &&mut Person| p.gender == Gender::Unknown && p.name.is_keyed(text, speaker, of_speaker);
        if let Some(person) = self.people.iter_mut().find(same) {
            person.gender = gender;
        }
    }

    /// Takes note of somebody who spoke; `source` are the words that stood for them.
    pub(crate) fn heard(&mut self, text: &str, speaker: Span, source: Option<Span>) {
        if self.bodies.iter().any(|b| same(text, *b, speaker)) {
            return;
        }
        let word = source.map_or("", |s| s.of(text));
        let told = pronoun_gender(word);
        let first = speaker.of(text).split_whitespace().next().unwrap_or_default();
        let gender = if told == Gender::Unknown { Gender::of_first_name(first) } else { told };
        self.person(text, speaker, gender, true);
    }

    /// Whether a noun phrase ends in such a name: "Network operator Qorplex said it had".
    fn ends_in_body(&self, parse: &Parse<'_>, start: usize, end: usize) -> bool {
        let last = self.known_name(parse, start, end).filter(|n| n.1 == n.0 + 1);
        last.is_some_and(|(from, to)| self.may_be_body(parse, from, to))
    }

    /// Whether a noun phrase is one name that nobody is known by, which may be a firm's as well as a person's.
    fn may_be_body(&self, parse: &Parse<'_>, start: usize, end: usize) -> bool {
        let last = parse.tokens.get(start).map_or("", |t| t.span.of(parse.text));
        let known = |p: &Person| {
            p.named && p.name.span.len() > last.len() && p.name.span.of(parse.text).ends_with(last)
        };
        end == start + 1
            && name(parse, start, end).is_some()
            && self.gender(parse, start, end) == Gender::Unknown
            && !self.people.iter().any(known)
    }

    fn gender(&self, parse: &Parse<'_>, start: usize, end: usize) -> Gender {
        (start..end)
            .filter_map(|i| parse.tokens.get(i))
            .filter(|t| t.is_word() && t.span.len() < 24)
            .map(|t| {
                let role = Role::of_token(parse.text, t).map(|role| role.gender).unwrap_or_default();
                if role == Gender::Unknown { Gender::of_first_name(t.span.of(parse.text)) } else { role }
            })
            .find(|g| *g != Gender::Unknown)
            .unwrap_or_default()
    }

    /// The person's name in a noun phrase: what looks like one, or the surname of somebody whom the text names in full.
    fn known_name(&self, parse: &Parse<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
        name(parse, start, end).or_else(|| {
            let head = head(parse, start, end).filter(|&h| parse.tag(h) == Some(Tag::Proper))?;
            let alone = head == start || parse.tag(head - 1) != Some(Tag::Proper);
            let word = parse.tokens.get(head)?.span;
            let of_word = key(parse.text, word);
            let surname =
                |p: &Person| p.sure && p.name.ends_in(parse.text, word, of_word) && p.name.has_parts();
            (alone && self.people.iter().any(surname)).then_some((head, head + 1))
        })
    }

    /// What sort of thing a noun phrase names: a name of up to three words that ends it, or a word for a person, a person;
    /// a plural a group; all else a thing.
    fn sort(&self, parse: &Parse<'_>, start: usize, end: usize) -> Sort {
        self.sort_named(parse, start, end, self.known_name(parse, start, end))
    }

    /// The same of a noun phrase whose name, if it has one, is known.
    fn sort_named(&self, parse: &Parse<'_>, start: usize, end: usize, name: Option<(usize, usize)>) -> Sort {
        let Some(head) = head(parse, start, end) else { return Sort::Thing };
        let last = parse.class(head);
        if parse.tag(head) == Some(Tag::Proper) {
            let own = |n: (usize, usize)| parse.span(n.0, n.1);
            let person = name.is_some_and(|n| !self.bodies.iter().any(|b| same(parse.text, *b, own(n))));
            return if person { Sort::Person(self.gender(parse, start, head + 1)) } else { Sort::Thing };
        }
        // "three of them", "the first of the families"
        let some =
            parse.lemma(head + 1) == "of" && (head + 2..end).any(|i| parse.class(i).any(Class::PLURAL));
        let many = parse.tag(head) == Some(Tag::Numeral) && parse.lemma(head) != "one";
        if last.any(Class::PLURAL) || some || many {
            Sort::Group
        } else if (last.any(Class::PERSON) || !last.any(Class::NOUN)) && is_person(parse.lemma(head)) {
            Sort::Person(self.gender(parse, head, head + 1))
        } else {
            Sort::Thing
        }
    }
}
