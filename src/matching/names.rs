//! The names of a mention: where each stands, what it may be the name of, and the words that tell what part it plays.

use super::{features::Word, knowledge::Key, marks::Own, sheet::CLOSED};
use crate::{
    lexicon::{Class, kept_particles},
    mention::{
        gender::{Gender, is_title},
        role::Role,
        tag::Tag,
    },
    token::{Token, TokenKind},
};

/// A name, without the title before it and the noun in it that only says what it is: `Harbour Bank`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Named {
    /// Where its words stand in the order of the mention's words.
    pub(crate) start: u16,
    pub(crate) end: u16,
    /// What it may be the name of.
    pub(crate) sort: u8,
    pub(crate) hold: Hold,
    /// The families of the noun before it or the word its preposition belongs to, and of the noun after it; 0 for none.
    pub(crate) before: Key,
    pub(crate) after: Key,
    /// Of "sank off the coast of Orlo", the family of what stands before the preposition of the coast.
    pub(crate) above: Key,
    /// Whether what follows is its own: `Orlo's mayor`.
    pub(crate) owns: bool,
    /// Which way its preposition of place points.
    pub(crate) way: Way,
    /// The letters of its last word and of its first, and the first letters of all.
    pub(crate) last: Letters,
    pub(crate) first: Letters,
    pub(crate) initials: Letters,
}

/// The first letters of a word, in lower case.
pub(crate) type Letters = [u8; 10];

impl Named {
    pub(crate) const PERSON: u8 = 1;
    pub(crate) const PLACE: u8 = 2;
    pub(crate) const BODY: u8 = 4;
    const ANY: u8 = 7;

    /// Whether a word of the mention is one of its words.
    pub(crate) fn holds(&self, word: &Word) -> bool {
        (self.start..self.end).contains(&word.at) && !word.is(Word::PHRASE)
    }
}

/// What a name hangs on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Hold {
    /// A verb, as its subject or what it acts on.
    #[default]
    Verb,
    /// The noun or title before it: `the tanker Maud`, `Judge Weld`.
    Noun,
    /// A preposition of place.
    Place,
    By,
    Of,
    /// Another preposition.
    Other,
}

/// Which way a preposition of place points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Way {
    #[default]
    At,
    From,
    To,
    /// Near it, not in it.
    Near,
}

impl Way {
    /// The way of a preposition; `None` for one that is of no place.
    fn of(lemma: &str) -> Option<Self> {
        if kept_particles!("preposition of place").contains(&lemma) {
            Some(Self::At)
        } else if kept_particles!("preposition of a goal").contains(&lemma) {
            Some(Self::To)
        } else if kept_particles!("preposition of nearness").contains(&lemma) {
            Some(Self::Near)
        } else {
            (lemma == "from").then_some(Self::From)
        }
    }
}

/// Tokens of a mention with what matching made of them.
struct Names<'o> {
    own: &'o Own,
    text: &'o str,
    /// Where each token stands in the order of words, and how many there are.
    starts: &'o [u16],
    end: u16,
    words: &'o [Word],
}

/// How many names of a mention are read: each is compared with each of another mention, and a longer list tells no part.
const MOST: usize = 16;

/// Adds the names of a mention to `out`, given its content words and where each token stands in the order of all words.
pub(crate) fn read(own: &Own, text: &str, starts: &[u16], end: u16, words: &[Word], out: &mut Vec<Named>) {
    if !words.iter().any(|w| w.is(Word::NAME)) {
        return;
    }
    let names = Names { own, text, starts, end, words };
    let (mut at, most) = (0, out.len() + MOST);
    while at < own.tokens.len() && out.len() < most {
        at = if names.is_name(at) { names.name(at, out) } else { at + 1 };
    }
}

impl Names<'_> {
    fn tag(&self, at: usize) -> Option<Tag> {
        self.own.tags.get(at).copied()
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.own.tokens.get(at)
    }

    /// Where the words of token `at` stand in the order of words.
    fn range(&self, at: usize) -> (u16, u16) {
        let start = |at: usize| self.starts.get(at).copied().unwrap_or(self.end);
        (start(at), start(at + 1))
    }

    /// The content word at token `at`.
    fn word(&self, at: usize) -> Option<&Word> {
        let (start, end) = self.range(at);
        self.words.iter().find(|w| (start..end).contains(&w.at) && !w.is(Word::PHRASE))
    }

    fn is_name(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.is(Class::CAPITAL))
            && self.word(at).is_some_and(|w| w.is(Word::NAME))
    }

    fn family(&self, at: usize) -> Key {
        self.word(at).map_or(0, |w| w.family)
    }

    /// Whether token `at` says by itself what somebody is: `judge`, not `former`.
    fn is_role(&self, at: usize) -> bool {
        self.token(at).and_then(|t| Role::of_token(self.text, t)).is_some_and(|r| r.alone)
    }

    fn is_title(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.may_be_role() && is_title(t.span.of(self.text)))
    }

    /// Whether the name goes on at token `at`.
    fn goes_on(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let (start, end) = self.range(at);
        let rest = token.is_word() && start == end && token.is(Class::CAPITAL);
        // "Bank of Orlo", "Children's Hospital": what names a kind of thing goes with what follows or stands before it.
        let kind = |at: usize| self.token(at).is_some_and(|t| !t.lemma.is_empty());
        let joined = token.lemma == "of" && kind(at - 1) && !self.is_title(at - 1)
            || self.tag(at) == Some(Tag::Genitive) && kind(at + 1) && kind(at - 1);
        self.is_name(at) || rest || joined && self.is_name(at + 1)
    }

    /// Whether the first word, before a name, may be of the name.
    fn opens_name(&self, at: usize) -> bool {
        let person = Class::PERSON.or(Class::ROLE).or(Class::PLURAL);
        self.token(at).is_some_and(|t| t.is(Class::CAPITAL) && !t.is(CLOSED.or(person)))
            && matches!(self.tag(at), Some(Tag::Noun | Tag::Proper | Tag::Adj))
            && self.word(at).is_some()
    }

    /// Reads the name that opens at token `from`; returns where it ends.
    fn name(&self, from: usize, out: &mut Vec<Named>) -> usize {
        let mut end = from + 1;
        while self.goes_on(end) {
            end += 1;
        }
        // What opens a sentence has a capital whatever it is: "Delta Foods", but "Pilot Elin Varga".
        let opens = from == 1 && self.opens_name(0);
        let mut start = if opens { 0 } else { from };
        while start < end && self.is_title(start) {
            start += 1;
        }
        if start == end {
            return end;
        }
        let (own, own_end) = self.told_apart(start, end);
        let mut name = Named { start: self.range(own).0, end: self.range(own_end - 1).1, ..Named::default() };
        let mut sort = self.sort(start, end);
        if start > from {
            (name.hold, name.before, sort) = (Hold::Noun, self.family(start - 1), Named::PERSON);
        } else {
            sort &= self.before(start, &mut name);
        }
        sort &= self.after(end, &mut name);
        name.sort = if sort == 0 { Named::ANY } else { sort };
        name.first = self.letters(own);
        name.last = self.letters(own_end - 1);
        let first = |at: usize| self.token(at).and_then(|t| t.span.of(self.text).bytes().next());
        let capitals = (start..end).filter(|&at| self.token(at).is_some_and(|t| t.is(Class::CAPITAL)));
        for (letter, byte) in name.initials.iter_mut().zip(capitals.filter_map(first)) {
            *letter = byte.to_ascii_lowercase();
        }
        out.push(name);
        end
    }

    /// The words of a name that tell it from others of its kind: `Orlo` of `Orlo University`, or of `the University of Orlo`.
    fn told_apart(&self, start: usize, end: usize) -> (usize, usize) {
        if self.is_kind(end - 1) && end > start + 1 {
            (start, end - 1)
        } else if self.is_kind(start)
            && self.token(start + 1).is_some_and(|t| t.lemma == "of")
            && end > start + 2
        {
            (start + 2, end)
        } else {
            (start, end)
        }
    }

    /// Whether token `at` says what kind of body something is.
    fn is_kind(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| kept_particles!("kind of body").contains(&t.lemma))
    }

    fn letters(&self, at: usize) -> Letters {
        let mut letters = Letters::default();
        let word = self.token(at).map_or("", |t| t.span.of(self.text));
        let small = word.bytes().filter(u8::is_ascii_alphabetic).map(|b| b.to_ascii_lowercase());
        letters.iter_mut().zip(small).for_each(|(to, from)| *to = from);
        letters
    }

    /// What the words of a name tell of what it may name.
    fn sort(&self, start: usize, end: usize) -> u8 {
        let word = self.word(start);
        if (start..end).any(|at| self.is_kind(at)) || word.is_some_and(|w| w.is(Word::ACRONYM)) {
            return Named::BODY;
        }
        if word.is_some_and(|w| w.is(Word::PLACE)) {
            return Named::PLACE;
        }
        let first = self.token(start).map_or("", |t| t.span.of(self.text));
        if Gender::of_first_name(first) != Gender::Unknown && end > start + 1 {
            return Named::PERSON;
        }
        Named::ANY
    }

    /// What stands before a name and what that tells of it.
    fn before(&self, start: usize, name: &mut Named) -> u8 {
        let Some(mut at) = start.checked_sub(1) else { return Named::ANY };
        // "The county clerk, Piet Salter".
        let comma = self.token(at).is_some_and(|t| t.is_mark(','));
        if comma {
            let person = at.checked_sub(1).filter(|&b| {
                self.token(b).is_some_and(|t| t.is(Class::PERSON) && self.tag(b) == Some(Tag::Noun))
            });
            if let Some(person) = person {
                (name.hold, name.before) = (Hold::Noun, self.family(person));
                return Named::PERSON | Named::BODY;
            }
            return Named::ANY;
        }
        if self.is_role(at) {
            (name.hold, name.before) = (Hold::Noun, self.family(at));
            return Named::PERSON;
        }
        let article = self.tag(at) == Some(Tag::Det);
        while matches!(self.tag(at), Some(Tag::Det | Tag::Adj)) {
            let Some(before) = at.checked_sub(1) else { return Named::ANY };
            at = before;
        }
        let sort = if article { Named::PLACE | Named::BODY } else { Named::ANY };
        match self.tag(at) {
            Some(Tag::Noun) if !article => {
                (name.hold, name.before) = (Hold::Noun, self.family(at));
                self.kind(at).unwrap_or(sort)
            }
            Some(Tag::Prep) => self.preposition(at, sort, name),
            Some(tag) if tag.is_verb() => {
                name.before = self.family(at);
                sort
            }
            _ => sort,
        }
    }

    /// What a noun that stands beside a name tells of it.
    fn kind(&self, at: usize) -> Option<u8> {
        if self.is_kind(at) {
            return Some(Named::BODY);
        }
        let person = self.token(at)?.is(Class::PERSON.or(Class::ROLE));
        person.then_some(Named::PERSON | Named::BODY)
    }

    /// Reads what the preposition at token `at`, before a name, belongs to.
    fn preposition(&self, at: usize, sort: u8, name: &mut Named) -> u8 {
        let lemma = |at: usize| self.token(at).map_or("", |t| t.lemma);
        let way = Way::of(lemma(at));
        name.hold = match lemma(at) {
            "by" => Hold::By,
            "of" => Hold::Of,
            _ if way.is_some() => Hold::Place,
            _ => Hold::Other,
        };
        name.way = way.unwrap_or_default();
        let anchor = |at: usize| {
            let mut before = (at.saturating_sub(REACH)..at).rev();
            let date = |j: usize| self.token(j).is_some_and(|t| t.is(Class::WEEKDAY.or(Class::MONTH)));
            before.find(|&j| self.tag(j).is_some_and(|t| t.is_nominal() || t.is_verb()) && !date(j))
        };
        let Some(noun) = anchor(at) else { return sort };
        name.before = self.family(noun);
        match name.hold {
            Hold::Place => Named::PLACE | Named::BODY,
            Hold::Of => {
                // "Off the coast of Orlo", "in the port city of Orlo".
                let mut before = (noun.saturating_sub(REACH)..noun).rev();
                let Some(prep) = before.find(|&j| !self.tag(j).is_some_and(Tag::in_noun_phrase)) else {
                    return sort;
                };
                if let (Some(Tag::Prep), Some(way)) = (self.tag(prep), Way::of(lemma(prep))) {
                    (name.above, name.way) = (anchor(prep).map_or(0, |j| self.family(j)), way);
                    return Named::PLACE | Named::BODY;
                }
                sort
            }
            _ => sort,
        }
    }

    /// What follows a name and what that tells of it.
    fn after(&self, end: usize, name: &mut Named) -> u8 {
        let comma = self.token(end).is_some_and(|t| t.kind == TokenKind::Mark && t.mark == ',');
        let from = match self.tag(end) {
            Some(Tag::Genitive) => end + 1,
            Some(Tag::Noun | Tag::Adj) => end,
            _ if comma && self.tag(end + 1).is_some_and(Tag::in_noun_phrase) => end + 1,
            _ => return Named::ANY,
        };
        let (Some(head), after) = self.own.phrase_head(from, self.own.tokens.len()) else {
            return Named::ANY;
        };
        if comma {
            // "Tallis, the shipping firm, said".
            let closed = matches!(self.tag(after), None | Some(Tag::Mark | Tag::Prep | Tag::Rel));
            let person = self.token(head).is_some_and(|t| t.is(Class::PERSON.or(Class::ROLE)));
            let body = self.is_kind(head);
            if !closed || !(person || body) || self.tag(head) != Some(Tag::Noun) {
                return Named::ANY;
            }
            if name.before == 0 {
                (name.hold, name.before) = (Hold::Noun, self.family(head));
            }
            return if person { Named::PERSON | Named::BODY } else { Named::BODY };
        }
        (name.after, name.owns) = (self.family(head), from > end);
        Named::ANY
    }
}

/// How many tokens before a preposition the word may stand that it belongs to.
const REACH: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Span,
        matching::{
            features::Features,
            index::Statement,
            knowledge::{Knowledge, key},
            page::Page,
            reader::Reader,
        },
    };

    fn names(text: &str) -> Vec<Named> {
        let mut page = Page::default();
        Reader::default().statement(&Statement::new(text), &mut page, Knowledge::english());
        let features: Features<'_> = page.get(0);
        assert!(Span::new(0, text.len()).of(text) == text);
        features.names().to_vec()
    }

    #[test]
    fn a_name_hangs_on_what_stands_beside_it() {
        let cases = [
            ("They met Judge Varga.", Hold::Noun, "judge"),
            ("The ferry sank off Kelmarsh.", Hold::Place, "sink"),
            ("The book was written by Salter.", Hold::By, "write"),
            ("They thanked the mayor of Kelmarsh.", Hold::Of, "mayor"),
            ("The court freed Salter.", Hold::Verb, "free"),
        ];
        for (text, hold, before) in cases {
            let [name] = names(text)[..] else { panic!("{text}") };
            let family = Knowledge::english().of(key(before)).family;
            assert_eq!((name.hold, name.before), (hold, family), "{text}");
        }
    }

    #[test]
    fn a_name_is_of_a_person_a_place_or_a_body() {
        let cases = [
            ("They met Judge Varga.", Named::PERSON),
            ("They live in Norway.", Named::PLACE),
            ("They have long been working with children for the Orlo Foundation.", Named::BODY),
            ("They live in Kelmarsh.", Named::PLACE | Named::BODY),
        ];
        for (text, sort) in cases {
            let [name] = names(text)[..] else { panic!("{text}") };
            assert_eq!(name.sort, sort, "{text}");
        }
    }

    #[test]
    fn what_kind_of_body_it_is_does_not_tell_a_name_apart() {
        for text in [
            "They have long been studying at Orlo University.",
            "They have long been studying at the University of Orlo.",
        ] {
            let [name] = names(text)[..] else { panic!("{text}") };
            assert_eq!((name.end - name.start, &name.last[..4]), (1, &b"orlo"[..]), "{text}");
        }
    }
}
