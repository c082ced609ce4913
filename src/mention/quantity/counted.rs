//! What a quantity counts or measures: the noun after it, the noun after "of", or the subject of its clause.

use super::{Quantity, Unit, Value, words};
use crate::{
    Span,
    hash::hash,
    lexicon::{Class, kept_particles},
    mention::number::with_lower,
    token::{Token, TokenKind},
};

/// What the reader knows when it asks.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// The quantities before this one.
    pub(super) found: &'a [Quantity],
}

/// Where a quantity stands, in tokens.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The first token with its approximator.
    pub(super) from: usize,
    /// The first token.
    pub(super) first: usize,
    /// The token after it.
    pub(super) next: usize,
    /// Whether its unit hangs on it with a hyphen.
    pub(super) adjective: bool,
}

/// How a noun was found, which decides what it tells of the unit.
#[derive(Clone, Copy, PartialEq)]
enum Noun {
    /// It is what the number counts.
    Counted(usize),
    /// What the quantity before this one counted, in its unit.
    Same(usize, Option<Unit>),
    /// It has the quantity as a property.
    Measured(usize),
    /// Its age is told.
    Aged(usize),
    /// It is of this magnitude.
    Strong(usize),
    /// It says what befell them, whoever they are: `kill 24`, `14 hurt`.
    Befallen(usize, &'static str),
}

/// What can befall persons that are counted without a noun, as `contexts.txt` has it.
pub(super) const BEFALLS: [&str; 5] = ["dead", "hurt", "held", "saved", "lost"];

/// How far a subject is looked for, in tokens.
const REACH: usize = 30;

/// Words that end a noun phrase or cannot stand in one after a number.
const OUTSIDE: Class = Class::PREP
    .or(Class::COORD)
    .or(Class::AUX)
    .or(Class::PRON)
    .or(Class::SUBORD)
    .or(Class::REL)
    .or(Class::NEG)
    .or(Class::TO);

/// Fills in what `quantity` counts, and the unit that follows from it.
pub(super) fn complete(context: &Context, quantity: &mut Quantity, place: Place) {
    let Some(found) = context.counted(quantity, place) else { return };
    let (index, unit) = match found {
        // "The 6.4 monster": nobody is counted in tenths.
        Noun::Counted(i) => {
            let whole = !matches!(quantity.value, Value::Number(v) if v.fract() != 0.0);
            (i, (whole && context.is_people(i)).then_some(Unit::PEOPLE))
        }
        Noun::Same(i, unit) => (i, unit),
        Noun::Measured(i) => (i, None),
        Noun::Aged(i) => (i, Some(Unit::YEAR)),
        Noun::Strong(i) => (i, Some(Unit::MAGNITUDE)),
        Noun::Befallen(i, role) => {
            quantity.unit = Some(Unit::PEOPLE);
            quantity.counted = hash(role.as_bytes());
            quantity.of = context.tokens.get(i).filter(|t| !t.is(Class::VERB)).map(|t| t.span);
            return;
        }
    };
    quantity.age = matches!(found, Noun::Aged(_));
    let Some(noun) = context.tokens.get(index) else { return };
    quantity.of = Some(noun.span);
    // "Four others" may be four of anything.
    let other = kept_particles!("stands for what is counted").contains(&noun.lemma);
    quantity.counted = if other { 0 } else { context.key(index) };
    quantity.unit = quantity.unit.or(unit);
}

impl Context<'_> {
    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        let word = self.tokens.get(i).map_or(&[][..], |t| t.span.bytes(self.text));
        words.iter().any(|w| word.eq_ignore_ascii_case(w.as_bytes()))
    }

    pub(super) fn before_is(&self, i: usize, words: &[&str]) -> bool {
        i > 0 && self.is(i - 1, words)
    }

    pub(super) fn class(&self, i: usize) -> Class {
        self.tokens.get(i).map_or(Class::default(), |t| t.class)
    }

    /// The dictionary form of token `i`, as well as it is known.
    pub(super) fn lemma<R>(&self, i: usize, f: impl FnOnce(&str) -> R) -> R {
        match self.tokens.get(i) {
            Some(token) if !token.lemma.is_empty() => f(token.lemma),
            _ => with_lower(self.word(i), |w| f(w.strip_suffix('s').unwrap_or(w))),
        }
    }

    /// The key by which counts of two texts are known to count the same noun.
    fn key(&self, i: usize) -> u64 {
        self.lemma(i, |l| hash(l.as_bytes()))
    }

    fn counted(&self, quantity: &Quantity, place: Place) -> Option<Noun> {
        let Place { from, first, next, adjective } = place;
        let unit = quantity.unit;
        let bare = unit.is_none();
        if unit == Some(Unit::SCORE) {
            return self.subject(from).map(Noun::Measured);
        }
        if let Some(noun) = self.strength(place).filter(|_| bare) {
            return Some(noun);
        }
        if adjective {
            let noun = self.noun_after(next);
            let inside = || self.hyphened_noun(next);
            return match (bare, noun) {
                (true, noun) => noun.or_else(inside).map(Noun::Counted),
                (false, noun) => noun.map(Noun::Measured).or_else(|| self.subject(from).map(Noun::Measured)),
            };
        }
        if self.is(next, &["of"]) {
            if self.is(next + 1, &["which", "whom", "them", "those", "these", "us", "you"]) {
                return self.same(first, None).or_else(|| self.subject(from).map(Noun::Counted));
            }
            // "Fell to 2.9 percent of output" is said of what fell.
            let measures =
                unit.is_some_and(|u| u.name() == "percent") && self.before_is(from, &["to", "by", "at"]);
            if let Some(noun) = self.phrase_head(next + 1).filter(|_| !measures) {
                return Some(if bare || unit == Some(Unit::RATIO) {
                    Noun::Counted(noun)
                } else {
                    Noun::Measured(noun)
                });
            }
        }
        if bare {
            return self.bare(place, number(&quantity.value));
        }
        if unit == Some(Unit::TIMES) {
            let after = self.noun_after(next).or_else(|| self.owned_noun(next));
            return after.or_else(|| self.subject(from)).map(Noun::Measured);
        }
        if unit == Some(Unit::RATIO) {
            let after = self.class(next).any(Class::PLURAL).then(|| self.noun_after(next)).flatten();
            return after
                .or_else(|| self.owned_noun(next))
                .or_else(|| self.subject(from))
                .map(Noun::Measured);
        }
        self.measured(place).map(Noun::Measured)
    }

    /// What a measure, a sum or a share is of.
    fn measured(&self, place: Place) -> Option<usize> {
        let Place { from, first, next, .. } = place;
        // "Waves 8 to 10 metres high".
        let sizes = kept_particles!("dimension");
        let tall = self.is(next, sizes) || next > 0 && self.is(next - 1, sizes);
        let noun = |i: usize| self.class(i).any(Class::NOUN) && !self.class(i).any(OUTSIDE.or(Class::DET));
        if tall && from > 0 && noun(from - 1) && !self.class(from - 1).any(Class::AUX.or(Class::PAST)) {
            return Some(from - 1);
        }
        // "A mistake worth 2 million", "26 bottles, each worth".
        if self.before_is(from, kept_particles!("amounting to")) {
            if self.before_is(from - 1, &["each"]) {
                if let Some(Noun::Same(noun, _)) = self.same(first, None) {
                    return Some(noun);
                }
            }
            if from > 1 && noun(from - 2) {
                return Some(from - 2);
            }
        }
        // "$2 billion worth of stuff".
        if self.is(next, &["worth"]) && self.is(next + 1, &["of"]) {
            if let Some(noun) = self.phrase_head(next + 2) {
                return Some(noun);
            }
        }
        // "Venn 34 percent, Brandt 11 percent".
        if from > 0 && noun(from - 1) && self.class(from - 1).all(Class::CAPITAL.or(Class::UNKNOWN)) {
            return Some(from - 1);
        }
        // "A height of 540 kilometres", but not "a drop of 29 percent".
        if from > 1
            && self.before_is(from, &["of"])
            && noun(from - 2)
            && !self.lemma(from - 2, words::is_change)
        {
            return Some(from - 2);
        }
        // "In a 30 mph zone".
        if from > 0 && self.class(from - 1).any(Class::DET.or(Class::POSSDET)) {
            if let Some(noun) = self.noun_after(next) {
                return Some(noun);
            }
        }
        self.subject(from)
    }

    /// What a number without a unit counts.
    fn bare(&self, place: Place, value: Option<f64>) -> Option<Noun> {
        let Place { from, first, next, .. } = place;
        // "up from 48 four years ago": when, not what.
        let ago = self.class(next).any(Class::NUMERAL)
            && kept_particles!("unit of time").iter().any(|w| self.lemma(next + 1, |l| l == *w))
            && self.is(next + 2, &["ago", "earlier", "before"]);
        let after = if ago { None } else { self.noun_after(next) };
        // "Torn Velloso, 31 died": the second comma is often lost.
        if after.is_none_or(|noun| noun == next) && self.before_is(first, &[","]) {
            if let Some(person) = self.aged_before_a_verb(place) {
                return Some(Noun::Aged(person));
            }
        }
        // "14 killed", "52 die in the mountains".
        // "A woman of 71 died" is one.
        let one = from > 1
            && self.before_is(from, &["of"])
            && self.lemma(from - 2, words::is_person)
            && !self.class(from - 2).any(Class::PLURAL);
        let befallen = if after.is_none_or(|noun| noun == next) && !one { self.befallen(next) } else { None };
        if befallen.is_some() {
            return befallen;
        }
        if let Some(noun) = after {
            return Some(Noun::Counted(noun));
        }
        if let Some(befallen) = from.checked_sub(1).and_then(|verb| self.befallen(verb)) {
            return Some(befallen);
        }
        // "From ten to 32 pages".
        if self.before_is(from, &["from"]) && self.is(next, &["to"]) {
            if let Some(noun) = self.noun_after(next + 2) {
                return Some(Noun::Counted(noun));
            }
        }
        if let Some(noun) = self.aged(place) {
            return Some(Noun::Aged(noun));
        }
        // "A choir of 36", "a boy of 12".
        if from > 1 && self.before_is(from, &["of"]) && self.class(from - 2).any(Class::NOUN) {
            let noun = from - 2;
            // "A mother of 12".
            if self.lemma(noun, |l| words::is_near(l, "parent")) {
                return Some(Noun::Same(noun, Some(Unit::PEOPLE)));
            }
            let young = self.is(noun, &["age"])
                || self.lemma(noun, words::is_person) && !self.class(noun).any(Class::PLURAL);
            if young {
                return Some(Noun::Aged(noun));
            }
            if !self.lemma(noun, words::is_change) {
                return Some(if self.lemma(noun, words::is_group) {
                    Noun::Same(noun, Some(Unit::PEOPLE))
                } else {
                    Noun::Measured(noun)
                });
            }
        }
        // "Put the number of reports at 210".
        if self.before_is(from, &["at", "to"]) {
            let number = (from.saturating_sub(8)..from).rev().find(|&i| self.is(i, &["number"]));
            let of = number.filter(|&i| self.is(i + 1, &["of"])).and_then(|i| self.noun_after(i + 2));
            if let Some(noun) = of.filter(|&noun| noun < from) {
                return Some(Noun::Counted(noun));
            }
        }
        let same = self.same(first, value);
        if same.is_some() {
            return same;
        }
        let subject = self.subject(from)?;
        // "The toll rose to 185".
        let tolls = self.lemma(subject, |l| words::is_near(l, "dead"));
        Some(if tolls { Noun::Befallen(subject, "dead") } else { Noun::Measured(subject) })
    }

    /// Whether token `i` is part of "the death toll", which counts the dead and has no age.
    fn tolls(&self, i: usize) -> bool {
        self.is(i, &["toll"]) || self.is(i + 1, &["toll"])
    }

    /// What token `i` says befell persons whom no noun names, if it is a verb that does.
    fn befallen(&self, i: usize) -> Option<Noun> {
        let token = self.tokens.get(i)?;
        let role = || self.lemma(i, |l| BEFALLS.into_iter().find(|role| words::is_near(l, role)));
        if token.is(Class::VERB) { role().map(|role| Noun::Befallen(i, role)) } else { None }
    }

    /// `magnitude 6.3`, `a 6.3-magnitude quake`.
    fn strength(&self, place: Place) -> Option<Noun> {
        let before = self.before_is(place.first, &["magnitude"]);
        // "A 6.3-magnitude quake" is one word or three.
        let hyphen = self.tokens.get(place.next).is_some_and(|t| matches!(t.mark, '-' | '‑'));
        let at = place.next + usize::from(hyphen);
        if !before && !self.is(at, &["magnitude"]) && !self.is(place.next - 1, &["magnitude"]) {
            // "A 5.9 quake".
            let noun = self.noun_at_once(place)?;
            return self.lemma(noun, |l| words::is_near(l, "magnitude")).then_some(Noun::Strong(noun));
        }
        let after = at + usize::from(self.is(at, &["magnitude"]));
        let noun = self.noun_after(after).or_else(|| self.subject(place.from - usize::from(before)));
        Some(Noun::Strong(noun.unwrap_or(place.first)))
    }

    /// The noun right after a number with decimals.
    fn noun_at_once(&self, place: Place) -> Option<usize> {
        let decimals = place.next == place.first + 1 && self.word(place.first).contains('.');
        decimals.then_some(place.next).filter(|&i| self.class(i).any(Class::NOUN))
    }

    /// `the singer, 71,`, `a man aged 30`, `would have turned 90`.
    fn aged(&self, place: Place) -> Option<usize> {
        let Place { from, first, next, .. } = place;
        if self.before_is(from, &["aged", "age"]) {
            return self.noun_before(from - 1, (from - 1).saturating_sub(REACH));
        }
        let ends = self
            .tokens
            .get(next)
            .is_none_or(|t| t.kind == TokenKind::Mark || t.is(Class::PREP.or(Class::COORD)));
        if self.before_is(from, kept_particles!("turning an age")) && ends {
            return self.subject(from);
        }
        // "Dies of cancer at 82", "dead at 95".
        let dies = |i: usize| self.lemma(i, |l| words::is_near(l, "dead")) && !self.tolls(i);
        if self.before_is(from, &["at"]) && ends && (from.saturating_sub(6)..from - 1).any(dies) {
            return self.subject(from);
        }
        let closed = self
            .tokens
            .get(next)
            .is_none_or(|t| matches!(t.mark, ',' | '.' | ';' | ')' | '—' | '–') || t.is(Class::COORD));
        let opened = first > 1
            && self.tokens.get(first - 1).is_some_and(|t| matches!(t.mark, ',' | '('))
            && from == first;
        if !closed || !opened {
            return None;
        }
        let name = first - 2;
        let class = self.class(name);
        let named = class.any(Class::NOUN)
            && class.any(Class::CAPITAL)
            && !class.any(Class::MONTH.or(Class::WEEKDAY));
        let person = self.lemma(name, words::is_person) && !class.any(Class::PLURAL);
        (named || person || class.any(Class::UNKNOWN)).then_some(name)
    }

    /// `the actress, 34 has`: the person before a number of years, after which the comma is missing.
    fn aged_before_a_verb(&self, place: Place) -> Option<usize> {
        let Place { from, first, next, .. } = place;
        let name = first.checked_sub(2).filter(|_| from == first)?;
        if !self.class(next).any(Class::VERB.or(Class::AUX).or(Class::ADV)) {
            return None;
        }
        let capital = |i: usize| {
            self.class(i).all(Class::CAPITAL)
                && !self.class(i).any(Class::PREP)
                && self.tokens.get(i).is_some_and(Token::is_word)
        };
        let start = (name.saturating_sub(4)..=name).rev().take_while(|&i| capital(i)).last().unwrap_or(name);
        // "In Port Averin, 34 fled".
        let placed = start > 0 && self.class(start - 1).any(Class::PREP);
        let person = self.lemma(name, words::is_person) && !self.class(name).any(Class::PLURAL);
        // "4 dead, 3 injured".
        let counted = name
            .checked_sub(1)
            .and_then(|i| self.tokens.get(i))
            .is_some_and(|t| t.kind == TokenKind::Number || t.is(Class::NUMERAL));
        (!placed && !counted && (person || start < name)).then_some(name)
    }

    /// The noun inside the hyphened word before `next`: `member` of "five-member".
    fn hyphened_noun(&self, next: usize) -> Option<usize> {
        next.checked_sub(1)
    }

    /// The head of the noun phrase that starts with token `i`, right after a number: `evening flights`, `Syrian troops`.
    fn noun_after(&self, i: usize) -> Option<usize> {
        let mut head = None;
        let mut j = i;
        while j < i + 8 {
            let token = self.tokens.get(j)?;
            if !token.is_word() {
                // "Two small, wooden boats": an adjective may follow a comma, a noun may not.
                let adjective = token.is_mark(',')
                    && head.is_none()
                    && j > i
                    && self.class(j - 1).any(Class::ADJ)
                    && self.class(j + 1).any(Class::ADJ);
                let mark = matches!(token.mark, '-' | '“' | '"' | '‘');
                let number = token.kind == TokenKind::Number && head.is_none();
                let hyphen = self
                    .tokens
                    .get(j + 1)
                    .is_some_and(|t| matches!(t.mark, '-' | '‑') && t.span.start == token.span.end);
                if adjective || mark || number && (j > i || hyphen) {
                    j += 1;
                    continue;
                }
                break;
            }
            let more = token.is(Class::NUMERAL)
                || self.is(j, &["more", "other", "such", "new", "additional", "fewer", "less"]);
            if head.is_none() && more && !token.is(Class::PREP) {
                j += 1;
                continue;
            }
            if token.is(Class::POSSESSIVE) && head.is_some() && token.span.len() < 5 {
                head = None;
                j += 1;
                continue;
            }
            // "Uniformed and plainclothes officers", "current and former aides".
            let joins = token.is(Class::COORD)
                && j > i
                && self.class(j - 1).any(Class::ADJ.or(Class::PART))
                && self.class(j + 1).any(Class::ADJ.or(Class::PART))
                && !self.class(j - 1).any(Class::PLURAL)
                && !self.class(j + 1).any(Class::DET.or(Class::AUX).or(Class::NUMERAL));
            if joins {
                head = None;
                j += 1;
                continue;
            }
            if token.is(OUTSIDE.or(Class::DET)) {
                break;
            }
            // A form of a verb in the past tense that happens to be a noun as well: "drew", "rose".
            let past = token.is(Class::PAST) && !self.is(j, &[token.lemma]);
            if token.is(Class::NOUN) && !(past && head.is_some()) {
                head = Some(j);
                let plural = token.is(Class::PLURAL) && !self.is(j, kept_particles!("plural before a noun"));
                if plural
                    || matches!(token.lemma, "people" | "person" | "man" | "woman" | "child")
                        && !self.is(j, &["man", "woman", "child"])
                {
                    // "Six of the men's homes" goes on.
                    if !self.tokens.get(j + 1).is_some_and(|t| t.is(Class::POSSESSIVE)) {
                        break;
                    }
                    j += 1;
                    continue;
                }
                let next = self.class(j + 1);
                let goes_on = self.tokens.get(j + 1).is_some_and(Token::is_word)
                    && (next.any(Class::POSSESSIVE) || next.any(Class::NOUN) && !next.any(OUTSIDE));
                let adjective = next.any(Class::ADJ) && !next.any(Class::VERB.or(Class::ADV));
                if !(goes_on || adjective) {
                    break;
                }
            } else {
                let adjective = token.is(Class::ADJ.or(Class::PART).or(Class::ING))
                    || token.is(Class::ADV) && head.is_none();
                // "Three State Supreme Court justices", "two Republican presidential candidates".
                let inner = head.is_some()
                    && token.is(Class::ADJ)
                    && !token.is(Class::ADV.or(Class::VERB))
                    && self.class(j + 1).any(Class::NOUN)
                    && !self.class(j + 1).any(OUTSIDE.or(Class::DET));
                if inner {
                    head = None;
                } else if !adjective || head.is_some() {
                    break;
                }
            }
            j += 1;
        }
        head
    }

    /// The head of the noun phrase from `i` on, with its determiner: `his body`, `the assembly's 101 seats`.
    pub(super) fn phrase_head(&self, i: usize) -> Option<usize> {
        let mut j = i;
        let before = Class::DET.or(Class::POSSDET).or(Class::NUMERAL).or(Class::APPROX);
        while j < i + 4 && (self.class(j).any(before) || self.is(j, &["over", "all", "than"])) {
            j += 1;
        }
        self.noun_after(j)
    }

    /// The head of a noun phrase with a determiner: `its estimate`, `the budget`.
    fn owned_noun(&self, i: usize) -> Option<usize> {
        self.class(i).any(Class::DET.or(Class::POSSDET)).then(|| self.phrase_head(i)).flatten()
    }

    /// What the count before this one counted, for "eleven of which", "49 of whom", "six more", "instead of 12".
    fn same(&self, first: usize, value: Option<f64>) -> Option<Noun> {
        let start = self.tokens.get(first)?.span.start;
        let near = |q: &&Quantity| start - q.span.end.min(start) < 160;
        // "75 litres (20 gallons) a second, up from 25": what stands in brackets only says it again in another unit.
        let bracketed = |q: &Quantity| self.text.get(..q.span.start).is_some_and(|t| t.ends_with('('));
        // "212 million euros in the three months to May, from 341 million": a large number takes up a large one.
        let large = |v: f64| v >= LARGE;
        let beyond = value.is_some_and(|v| v > 200.0);
        if value.is_some_and(large) {
            let like = |q: &&Quantity| {
                number(&q.value).is_some_and(large) && !bracketed(q) && !q.unit.is_some_and(Unit::is_time)
            };
            let last = self.found.iter().rev().take(4).filter(near).find(like)?;
            return Some(Noun::Same(self.at(last.of?)?, last.unit));
        }
        let last = self.found.last().filter(near)?;
        let plain = |q: &&Quantity| {
            // "rose 3% to 214,000": no count in the hundreds is a share.
            let share = q.unit.is_some_and(|u| u.name() == "percent") && beyond;
            let counts =
                q.unit.is_none_or(|u| u == Unit::PEOPLE || u.is_time() || u.measure().is_some()) && !share;
            counts && !bracketed(q)
        };
        let last =
            if plain(&last) { last } else { self.found.iter().rev().take(4).filter(near).find(plain)? };
        Some(Noun::Same(self.at(last.of?)?, last.unit))
    }

    fn at(&self, span: Span) -> Option<usize> {
        self.tokens.binary_search_by_key(&span.start, |t| t.span.start).ok()
    }

    /// The head of the subject of the clause that token `first` stands in.
    fn subject(&self, first: usize) -> Option<usize> {
        let floor = first.saturating_sub(REACH);
        let mut j = first;
        // Back to the nearest finite verb, then to the noun phrase before it.
        while j > floor {
            j -= 1;
            let token = self.tokens.get(j)?;
            if matches!(token.mark, '.' | ';' | '!' | '?') {
                break;
            }
            if !self.is_finite(j, first) {
                continue;
            }
            // "Covers the valley and makes 250 MW": the subject stands before the first verb.
            let mut k = j;
            while k > floor
                && self.class(k - 1).any(Class::ADV.or(Class::AUX).or(Class::NEG))
                && !self.class(k - 1).any(Class::NOUN)
            {
                k -= 1;
            }
            if k > 0 && self.class(k - 1).any(Class::COORD) {
                continue;
            }
            // "The film, which cost", "the man who paid".
            if k > 0 && self.class(k - 1).any(Class::REL) {
                k -= 1;
            }
            if let Some(noun) = self.noun_before(k, floor) {
                return Some(noun);
            }
        }
        self.noun_before(first, floor)
    }

    /// Whether token `j` is a finite verb: an auxiliary, a past tense, a third person.
    fn is_finite(&self, j: usize, first: usize) -> bool {
        let class = self.class(j);
        if class.any(Class::AUX) {
            return !class.any(Class::POSSESSIVE) && !class.any(Class::ING);
        }
        if !class.any(Class::VERB) || !class.any(Class::PAST.or(Class::THIRD)) {
            return false;
        }
        let before = j.checked_sub(1).map_or(Class::default(), |i| self.class(i));
        if before.any(Class::DET.or(Class::POSSDET).or(Class::PREP)) && !before.any(Class::SUBORD) {
            return false;
        }
        if class.any(Class::THIRD) {
            // "A ticket costs 12 euros": right before the number it is the verb.
            return !class.any(Class::MOSTLY_NOUN) || j + 1 == first;
        }
        // "His debts, once put at": a participle after a comma has no subject of its own, but the noun before it.
        !class.any(Class::MOSTLY_ADJ) || j + 1 == first
    }

    /// The head of the noun phrase that ends before token `end`, past prepositional phrases.
    fn noun_before(&self, end: usize, floor: usize) -> Option<usize> {
        let mut j = end;
        let mut head: Option<usize> = None;
        while j > floor {
            j -= 1;
            let token = self.tokens.get(j)?;
            if token.kind == TokenKind::Mark && head.is_some() && !matches!(token.mark, '-' | '’') {
                break;
            }
            if token.is(Class::PREP) && !token.is(Class::SUBORD) && head.is_some() {
                head = None;
                continue;
            }
            if token.is(Class::SUBORD.or(Class::COORD).or(Class::REL)) && head.is_some() {
                break;
            }
            let noun = token.is_word() && token.is(Class::NOUN);
            if noun && !token.is(Class::AUX.or(Class::PREP).or(Class::DET).or(Class::PRON).or(Class::NUMERAL))
            {
                head = head.or(Some(j));
            } else if token.is(Class::PAST.or(Class::AUX)) && head.is_some() {
                break;
            }
        }
        head
    }

    fn is_people(&self, i: usize) -> bool {
        if self.lemma(i, words::is_person) || with_lower(self.word(i), words::is_person) {
            return true;
        }
        let (word, class) = (self.word(i), self.class(i));
        // "300 Syrians", "two looters": people that the lexicon does not know.
        let ends = |ends: &[&str]| ends.iter().any(|e| word.ends_with(e));
        class.any(Class::UNKNOWN)
            && (with_lower(word, ends_in_person)
                || class.any(Class::CAPITAL) && ends(&["ans", "ese", "ish", "is", "men"])
                || ends(&["ists", "women", "men", "ees"]))
    }
}

/// Whether an unknown noun ends in a person: superdelegates, ex-ministers.
fn ends_in_person(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or(word);
    (2..stem.len().saturating_sub(4)).any(|n| stem.get(n..).is_some_and(words::is_person))
}

/// A count so large that it hardly takes up a span of time or a handful of things.
const LARGE: f64 = 1e6;

fn number(value: &Value) -> Option<f64> {
    if let Value::Number(v) = value { Some(*v) } else { None }
}
