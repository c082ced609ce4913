//! What a quantity counts or measures: the noun after it, the noun after "of", or the subject of its clause.

use super::{Quantity, Unit, Value, reader};
use crate::{
    Span,
    hash::hash,
    lexicon::Class,
    token::{Token, TokenKind},
};

/// What the reader knows when it asks.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// The quantities before this one.
    pub(super) found: &'a [Quantity],
}

/// How far a subject is looked for, in tokens.
const REACH: usize = 30;

/// Fills in what `quantity` counts, and the unit that follows from it. Its words are the tokens `first..next`;
/// `adjective` says that its unit hangs on it with a hyphen.
pub(super) fn complete(
    context: &Context,
    quantity: &mut Quantity,
    first: usize,
    next: usize,
    adjective: bool,
) {
    let found = context.counted(quantity, first, next, adjective);
    let Some((index, elliptic)) = found else {
        context.elliptic_unit(quantity, first, next);
        return;
    };
    let Some(noun) = context.tokens.get(index) else { return };
    quantity.of = Some(noun.span);
    quantity.counted = key(context.text, noun);
    if quantity.unit.is_none() && !matches!(quantity.value, Value::Score(..)) {
        if let Some(unit) = elliptic {
            quantity.unit = Some(unit);
        } else if context.is_people(noun) || context.is_crew(index, first) {
            quantity.unit = Some(Unit::PEOPLE);
        }
    }
}

/// The key by which counts of two texts are known to count the same noun.
fn key(text: &str, noun: &Token) -> u64 {
    if noun.lemma.is_empty() {
        super::super::number::with_lower(noun.span.of(text), |w| hash(w.as_bytes()))
    } else {
        hash(noun.lemma.as_bytes())
    }
}

impl Context<'_> {
    fn word(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    fn is(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| self.word(i).eq_ignore_ascii_case(w))
    }

    fn before(&self, i: usize) -> Option<&Token> {
        i.checked_sub(1).and_then(|i| self.tokens.get(i))
    }

    /// The index of the noun, and the unit where both come from the quantity before.
    fn counted(
        &self,
        quantity: &Quantity,
        first: usize,
        next: usize,
        adjective: bool,
    ) -> Option<(usize, Option<Unit>)> {
        let plain = |i| Some((i, None));
        let bare = quantity.unit.is_none() || quantity.unit == Some(Unit::TIMES);
        if quantity.unit == Some(Unit::SCORE) {
            return self.subject(first).and_then(plain);
        }
        if adjective {
            return self
                .noun_after(next)
                .and_then(plain)
                .or_else(|| self.tokens.get(next - 1).map(|_| (next - 1, None)));
        }
        if self.is(next, &["of"]) {
            if self.is(next + 1, &["which", "whom", "them", "those", "these", "us", "you"]) {
                return self.antecedent(first);
            }
            let change = quantity.unit.is_some_and(|u| u.name() == "percent") && self.subject_measured(first);
            if !change {
                if let Some(noun) = self.phrase_head(next + 1) {
                    return plain(noun);
                }
            }
        }
        if bare {
            if let Some(noun) = self.noun_after(next) {
                return plain(noun);
            }
        }
        if self.before(first).is_some_and(|t| t.is_mark(',')) && first >= 2 && bare {
            // "The singer, 71, cancelled".
            return None;
        }
        if first >= 2 && self.is(first - 1, &["of"]) {
            let noun = first - 2;
            if !self.is(
                noun,
                &[
                    "total", "average", "drop", "rise", "increase", "decrease", "fall", "decline", "gain",
                    "loss", "cut", "jump", "maximum", "minimum", "record", "mean", "median", "majority",
                    "worth",
                ],
            ) && self.tokens.get(noun).is_some_and(|t| t.is(Class::NOUN))
            {
                return plain(noun);
            }
        }
        if bare {
            return self.elliptic(first);
        }
        self.subject(first).and_then(plain)
    }

    /// The head of the noun phrase that starts with token `i`, right after a number: `evening flights`, `Syrian troops`.
    fn noun_after(&self, i: usize) -> Option<usize> {
        let mut head = None;
        let mut j = i;
        while j < i + 7 {
            let token = self.tokens.get(j)?;
            if !token.is_word() {
                // "Two small, wooden boats": an adjective may follow a comma, a noun may not.
                let adjective = token.is_mark(',')
                    && head.is_none()
                    && j > i
                    && self.tokens.get(j + 1).is_some_and(|t| t.is(Class::ADJ));
                let hyphen = matches!(token.mark, '-' | '“' | '"' | '‘');
                if adjective || hyphen || token.kind == TokenKind::Number && head.is_none() && j > i {
                    j += 1;
                    continue;
                }
                break;
            }
            let other = Class::PREP
                .or(Class::COORD)
                .or(Class::AUX)
                .or(Class::PRON)
                .or(Class::SUBORD)
                .or(Class::REL)
                .or(Class::NEG)
                .or(Class::TO);
            if head.is_none()
                && (token.is(Class::NUMERAL)
                    || self.is(j, &["more", "other", "such", "new", "additional", "fewer", "less"]))
                && !token.is(Class::PREP)
            {
                j += 1;
                continue;
            }
            if token.is(Class::POSSESSIVE) && head.is_some() && token.span.len() < 4 {
                head = None;
                j += 1;
                continue;
            }
            if token.is(other) || token.is(Class::DET) {
                break;
            }
            let noun = token.is(Class::NOUN);
            let adjective =
                token.is(Class::ADJ.or(Class::PART).or(Class::ING)) || token.is(Class::ADV) && head.is_none();
            if noun {
                // "People died", "12 boats sank": a verb after a plural noun ends the phrase.
                head = Some(j);
                if token.is(Class::PLURAL) && !self.is(j, &["sales", "arms", "sports", "media", "police"])
                    || is_plural(token)
                {
                    break;
                }
                let next = self.tokens.get(j + 1);
                let goes_on = next.is_some_and(|t| {
                    t.is_word() && (t.is(Class::NOUN) && !t.is(other) || t.is(Class::POSSESSIVE))
                });
                if !goes_on && !next.is_some_and(|t| t.is(Class::ADJ) && !t.is(Class::VERB.or(Class::ADV))) {
                    break;
                }
            } else if !adjective || head.is_some() {
                break;
            }
            j += 1;
        }
        head
    }

    /// The head of the noun phrase from `i` on, with its determiner: `his body`, `the assembly's 101 seats`.
    fn phrase_head(&self, i: usize) -> Option<usize> {
        let mut j = i;
        while j < i + 4
            && self.tokens.get(j).is_some_and(|t| {
                t.is(Class::DET.or(Class::POSSDET).or(Class::NUMERAL).or(Class::APPROX))
                    || self.is(j, &["over", "all"])
            })
        {
            j += 1;
        }
        self.noun_after(j)
    }

    /// What "eleven of which" and "49 of whom" refer to: what the last count counted.
    fn antecedent(&self, first: usize) -> Option<(usize, Option<Unit>)> {
        let last =
            self.found.iter().rev().find(|q| q.of.is_some() && q.unit.is_none_or(|u| u == Unit::PEOPLE));
        let start = self.tokens.get(first)?.span.start;
        match last.filter(|q| start - q.span.end < 200) {
            Some(last) => Some((self.at(last.of?)?, last.unit)),
            None => self.subject(first).map(|i| (i, None)),
        }
    }

    fn at(&self, span: Span) -> Option<usize> {
        self.tokens.binary_search_by_key(&span.start, |t| t.span.start).ok()
    }

    /// A bare number: what the count before it counted, or the noun that is told by its age.
    fn elliptic(&self, first: usize) -> Option<(usize, Option<Unit>)> {
        let start = self.tokens.get(first)?.span.start;
        let last = self.found.iter().rev().find(|q| q.of.is_some() || q.unit.is_some());
        let last = last.filter(|q| start - q.span.end < 120 && !matches!(q.value, Value::Score(..)));
        match last {
            Some(last) => Some((self.at(last.of?)?, last.unit)),
            None => self.subject(first).map(|i| (i, None)),
        }
    }

    /// A bare number without a noun takes the unit of the quantity before: `13 months instead of 12`.
    fn elliptic_unit(&self, quantity: &mut Quantity, first: usize, next: usize) {
        let _ = next;
        if quantity.unit.is_some() || matches!(quantity.value, Value::Score(..)) {
            return;
        }
        // "The singer, 71," or "aged 34".
        let comma = self.before(first).is_some_and(|t| t.is_mark(','));
        if comma && first >= 2 {
            let name = self.tokens.get(first - 2);
            if name.is_some_and(|t| t.is_word() && t.is(Class::NOUN)) {
                quantity.unit = Some(Unit::YEAR);
                quantity.of = name.map(|t| t.span);
            }
        }
    }

    /// Whether the subject is what a percentage measures: `fell to 2.9 percent of output`.
    fn subject_measured(&self, first: usize) -> bool {
        self.is(first.wrapping_sub(1), &["to", "by", "at"])
    }

    /// The head of the subject of the clause that token `first` stands in.
    fn subject(&self, first: usize) -> Option<usize> {
        let floor = first.saturating_sub(REACH);
        let mut j = first;
        // Back to the nearest finite verb, then to the noun phrase before it.
        while j > floor {
            j -= 1;
            let token = self.tokens.get(j)?;
            if token.is_mark('.') || token.is_mark(';') {
                break;
            }
            if token.is(Class::AUX.or(Class::PAST).or(Class::THIRD))
                && token.is(Class::VERB.or(Class::AUX))
                && !token.is(Class::MOSTLY_NOUN)
            {
                if let Some(noun) = self.noun_before(j, floor) {
                    return Some(noun);
                }
            }
        }
        self.noun_before(first, floor)
    }

    /// The head of the noun phrase that ends before token `end`, past prepositional phrases.
    fn noun_before(&self, end: usize, floor: usize) -> Option<usize> {
        let mut j = end;
        let mut head: Option<usize> = None;
        while j > floor {
            j -= 1;
            let token = self.tokens.get(j)?;
            if token.kind == TokenKind::Mark && head.is_some() {
                break;
            }
            if token.is(Class::PREP) && !token.is(Class::SUBORD) && head.is_some() {
                head = None;
                continue;
            }
            if token.is(Class::SUBORD.or(Class::COORD)) && head.is_some() {
                break;
            }
            if token.is_word()
                && token.is(Class::NOUN)
                && !token.is(Class::AUX.or(Class::PREP).or(Class::DET).or(Class::PRON))
            {
                if head.is_none() {
                    head = Some(j);
                }
            } else if token.is(Class::PAST.or(Class::AUX)) && head.is_some() {
                break;
            }
        }
        head
    }

    fn is_people(&self, noun: &Token) -> bool {
        if reader::is_person(noun.lemma) {
            return true;
        }
        let word = noun.span.of(self.text);
        // "300 Syrians", "two Danes": peoples that the lexicon does not know.
        noun.is(Class::CAPITAL)
            && noun.is(Class::UNKNOWN)
            && ["ans", "ese", "ish", "is", "men"].iter().any(|e| word.ends_with(e))
    }

    /// Whether the number stands after "a crew of".
    fn is_crew(&self, noun: usize, first: usize) -> bool {
        noun + 2 == first && self.tokens.get(noun).is_some_and(|t| reader::is_group(t.lemma))
    }
}

fn is_plural(token: &Token) -> bool {
    token.is(Class::PLURAL) && matches!(token.lemma, "people" | "person" | "man" | "woman" | "child")
}
