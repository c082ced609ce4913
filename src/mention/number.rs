//! Numbers as news writes them: `4,200`, `two and a half million`, `tens of thousands`, `two-thirds`, `one in five`.
//!
//! The words around a number are cut into pieces (a hyphenated word gives several), and a small grammar reads them.

use std::sync::LazyLock;

use crate::{
    Span,
    hash::Map,
    lexicon::{self, Class, Few, Shapes},
    token::{Token, TokenKind},
};

/// How a piece hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Join {
    Space,
    /// Nothing between them: `4` and `m` of `4m`.
    Glued,
    /// A hyphen or an en dash: `34` and `year` of `34-year-old`.
    Hyphen,
}

/// What a word does inside a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Word {
    Digits(f64),
    Small(f64),
    Tens(f64),
    /// A word of at least a hundred, or a dozen, that multiplies what stands before it.
    Scale(f64),
    Half,
    /// `third`, `quarter`: one of so many.
    Part(f64),
    Parts(f64),
    Vague(f64),
    Multiple(f64),
}

/// A word, a number, a mark or a part of a hyphenated word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    /// Index of the token it belongs to.
    pub(crate) token: usize,
    pub(crate) join: Join,
    pub(crate) word: Option<Word>,
}

/// What sort of number was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Count,
    /// A part of a whole: `two-thirds`, `one in five`.
    Ratio,
    /// So many times as much: `twice`, `tenfold`.
    Multiple,
    /// A number of that order: `dozens`.
    Vague,
}

/// A number that was read from pieces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    pub(crate) value: f64,
    /// Index of the piece after it.
    pub(crate) end: usize,
    pub(crate) sort: Sort,
    /// What its last scale word multiplied by; 1 without one.
    pub(crate) scale: f64,
    /// Whether it is a bare numeral in digits.
    pub(crate) digits: bool,
    /// What one more in its last digit that is written would add: 0.1 million in `1.4 million`, 1 in `12`.
    pub(crate) step: f64,
}

/// No numeral is longer, in bytes: what is longer names a thing.
const LONGEST: usize = 20;

/// How many pieces are looked at from a number on. No number of news is longer, and the bound keeps reading linear.
pub(crate) const WINDOW: usize = 16;

/// What a fraction in digits beside a whole number is in parts of: `6 1/2 years`, `2 5/8 inches`.
const PARTS: [f64; 7] = [2.0, 3.0, 4.0, 5.0, 8.0, 10.0, 16.0];

static WORDS: LazyLock<Map<&'static str, Word>> = LazyLock::new(|| {
    let mut words = Map::default();
    for row in lexicon::rows(lexicon::NUMERALS) {
        let value: f64 = row.get(1).and_then(|v| v.parse().ok()).unwrap_or_default();
        words.insert(
            row[0],
            match value {
                0.5 => Word::Half,
                0.0..20.0 => Word::Small(value),
                20.0..100.0 => Word::Tens(value),
                _ => Word::Scale(value),
            },
        );
    }
    for row in lexicon::rows(lexicon::AMOUNTS) {
        let [word, kind, value] = row[..] else { continue };
        let value = value.parse().unwrap_or_default();
        let word_is = match kind {
            "scale" => Word::Scale(value),
            "part" => Word::Part(value),
            "parts" => Word::Parts(value),
            "vague" => Word::Vague(value),
            _ => Word::Multiple(value),
        };
        words.insert(word, word_is);
    }
    words
});

/// What the words of numbers look like, with a stop behind some too.
static SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::new(WORDS.keys().copied(), 1));

/// What each form of the lexicon does inside a number; a stop may end it.
static FORMS: LazyLock<Few<Word>> =
    LazyLock::new(|| Few::new(WORDS.iter().map(|(word, number)| (*word, *number))));

/// Calls `f` with `word` in lower case, without allocating for words of up to 40 bytes.
pub(crate) fn with_lower<R>(word: &str, f: impl FnOnce(&str) -> R) -> R {
    let mut buffer = [0_u8; 40];
    if word.len() <= buffer.len() && word.is_ascii() {
        if !word.bytes().any(|b| b.is_ascii_uppercase()) {
            return f(word);
        }
        let lower = &mut buffer[..word.len()];
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        f(core::str::from_utf8(lower).unwrap_or_default())
    } else if word.len() > 200 {
        f("")
    } else {
        f(&word.to_lowercase())
    }
}

/// How many times as much a verb makes of what it tells of: what has doubled is twice what it was.
pub(crate) fn multiple_of(lemma: &str) -> Option<f64> {
    match SHAPES.fit(lemma).then(|| WORDS.get(lemma)).flatten()? {
        Word::Multiple(times) => Some(*times),
        _ => None,
    }
}

/// Whether a number may start with `token`: not with a word that the lexicon knows as something else.
pub(crate) fn may_start(text: &str, token: &Token) -> bool {
    let other = FORMS.get(token.form).is_some_and(|number| number.is_none());
    let parted = || {
        let word = token.span.of(text);
        word.contains('-') || word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an")
    };
    !other || parted()
}

/// The pieces of `tokens` from `first` on.
pub(crate) fn pieces(text: &str, tokens: &[Token], first: usize, out: &mut Vec<Piece>) {
    out.clear();
    out.reserve(WINDOW);
    let forms: &Few<Word> = &FORMS;
    let mut hyphen = false;
    let mut before = first.checked_sub(1).and_then(|i| tokens.get(i)).map(|t| t.span.end);
    for (i, token) in (first..).zip(tokens.get(first..).unwrap_or_default()) {
        if out.len() >= WINDOW {
            break;
        }
        let glued = before == Some(token.span.start);
        before = Some(token.span.end);
        if token.kind == TokenKind::Mark
            && matches!(token.mark, '-' | '–' | '‑' | '−')
            && !out.is_empty()
            && glued
        {
            let next_glued = tokens.get(i + 1).is_some_and(|t| {
                t.span.start == token.span.end && (t.kind != TokenKind::Mark || is_money(t.mark))
            });
            if next_glued {
                hyphen = true;
                continue;
            }
        }
        let mut join = match (hyphen, glued) {
            (true, _) => Join::Hyphen,
            (_, true) => Join::Glued,
            _ => Join::Space,
        };
        hyphen = false;
        let number = forms.get(token.form);
        let plain = Piece { span: token.span, token: i, join, word: number.flatten() };
        // The lexicon's forms are ASCII, and a hyphen makes a compound.
        if token.kind == TokenKind::Mark || number.is_some() && !token.is(Class::COMPOUND) {
            out.push(plain);
            continue;
        }
        let words = token.span.of(text);
        if !(token.is_word() && words.bytes().any(|b| b == b'-' || !b.is_ascii())) {
            out.push(Piece { word: number.unwrap_or_else(|| word(words, token.kind)), ..plain });
            continue;
        }
        let mut at = 0;
        while at < words.len() && out.len() < WINDOW {
            let rest = words.get(at..).unwrap_or_default();
            let len = rest.find(['-', '‑']).filter(|&n| n > 0).unwrap_or(rest.len());
            let span = Span::new(at, at + len).shift(token.span.start);
            let word = match number.filter(|_| len == words.len()) {
                Some(word) => word,
                None => word(span.of(text), token.kind),
            };
            out.push(Piece { span, token: i, join, word });
            at += len;
            at += words.get(at..).and_then(|r| r.chars().next()).map_or(0, char::len_utf8);
            join = Join::Hyphen;
        }
    }
}

/// A number times its scale, without what floating point adds: 4.35 hundred are 435.
pub(crate) fn times(value: f64, scale: f64) -> f64 {
    let product = value * scale;
    let whole = product.round();
    if (product - whole).abs() < 1e-9 * whole.abs() { whole } else { product }
}

/// Whether a range may go on with a mark before its second number: `$5m-$7m`.
const fn is_money(mark: char) -> bool {
    matches!(mark, '$' | '£' | '€' | '¥')
}

fn word(text: &str, kind: TokenKind) -> Option<Word> {
    match kind {
        TokenKind::Number => digits(text).map(Word::Digits),
        TokenKind::Word if SHAPES.fit(text) => {
            with_lower(text, |w| WORDS.get(w.trim_end_matches('.')).copied())
        }
        _ => None,
    }
}

/// The value of a numeral in digits: `4,200`, `1.4`, `½`, `1½`. Not of a clock time or a version number.
fn digits(text: &str) -> Option<f64> {
    let mut whole = 0.0;
    // Ten times for each decimal: 17 tenths are 1.7 as it is written, which 1 and 7 times a tenth are not.
    let mut parts: Option<f64> = None;
    let mut fraction = 0.0;
    let mut group = 3;
    if text.len() > LONGEST {
        return None;
    }
    for c in text.chars() {
        match (c, c.to_digit(10)) {
            (_, Some(d)) if fraction == 0.0 => {
                whole = whole * 10.0 + f64::from(d);
                match &mut parts {
                    Some(parts) => *parts *= 10.0,
                    None => group += 1,
                }
            }
            (',', _) if parts.is_none() => group = 0,
            ('.', _) if parts.is_none() => parts = Some(1.0),
            ('½', _) => fraction = 0.5,
            ('¼', _) => fraction = 0.25,
            ('¾', _) => fraction = 0.75,
            ('⅓', _) => fraction = 1.0 / 3.0,
            ('⅔', _) => fraction = 2.0 / 3.0,
            _ => return None,
        }
    }
    whole /= parts.unwrap_or(1.0);
    if text.len() > 12 && !text.contains([',', '.']) {
        return None;
    }
    // A comma parts thousands (or, in India, hundreds of thousands), so three digits end the number.
    (group >= 3).then_some(whole + fraction)
}

/// Reads the number that starts with piece `i`, if one does.
pub(crate) fn read(text: &str, pieces: &[Piece], i: usize) -> Option<Number> {
    let reader = Reader { text, pieces };
    reader.vague(i).or_else(|| reader.multiple(i)).or_else(|| {
        let count = reader.count(i);
        count.and_then(|count| reader.folded(count)).or_else(|| reader.ratio(i)).or(count)
    })
}

struct Reader<'a> {
    text: &'a str,
    pieces: &'a [Piece],
}

impl Reader<'_> {
    fn is(&self, i: usize, word: &str) -> bool {
        self.pieces.get(i).is_some_and(|p| p.span.bytes(self.text).eq_ignore_ascii_case(word.as_bytes()))
    }

    fn word(&self, i: usize) -> Option<Word> {
        self.pieces.get(i).and_then(|p| p.word)
    }

    fn join(&self, i: usize) -> Option<Join> {
        self.pieces.get(i).map(|p| p.join)
    }

    fn a(&self, i: usize) -> bool {
        self.is(i, "a") || self.is(i, "an")
    }

    /// `dozens`, `tens of thousands`, `hundreds of millions`.
    fn vague(&self, i: usize) -> Option<Number> {
        let Some(Word::Vague(mut value)) = self.word(i) else { return None };
        let mut end = i + 1;
        while let (true, Some(Word::Vague(order))) = (self.is(end, "of"), self.word(end + 1)) {
            value *= order;
            end += 2;
        }
        // "Tens" and "scores" count only before "of": scores are also results.
        let counts = end > i + 1 || self.is(end, "of") || !(self.is(i, "scores") || self.is(i, "tens"));
        counts.then_some(Number { value, end, sort: Sort::Vague, scale: value, digits: false, step: value })
    }

    /// `twice`, `tenfold`, `10-fold`, `double the`.
    fn multiple(&self, i: usize) -> Option<Number> {
        let multiple =
            |value, end| Number { value, end, sort: Sort::Multiple, scale: 1.0, digits: false, step: 1.0 };
        if let Some(Word::Multiple(value)) = self.word(i) {
            // "Once" and "twice" by themselves count occurrences, and "double" is an adjective.
            let compares = crate::lexicon::kept_particles!("after a multiple");
            return compares.iter().any(|w| self.is(i + 1, w)).then_some(multiple(value, i + 1));
        }
        let piece = self.pieces.get(i)?;
        let words = piece.span.of(self.text);
        if let Some(stem) = words.strip_suffix("fold").filter(|s| s.len() > 2) {
            let value = match with_lower(stem, |w| WORDS.get(w).copied())? {
                Word::Small(v) | Word::Tens(v) | Word::Scale(v) => v,
                _ => return None,
            };
            return Some(multiple(value, i + 1));
        }
        None
    }

    /// `10-fold`, where `count` was read.
    fn folded(&self, count: Number) -> Option<Number> {
        let folds = self.is(count.end, "fold") && self.join(count.end) != Some(Join::Space);
        let (value, end) = (count.value, count.end + 1);
        folds.then_some(Number { value, end, sort: Sort::Multiple, scale: 1.0, digits: false, step: 1.0 })
    }

    /// `a third`, `two-thirds`, `half of`, `one in five`, `1/3`, `two out of three`.
    fn ratio(&self, i: usize) -> Option<Number> {
        let ratio =
            |value, end| Number { value, end, sort: Sort::Ratio, scale: 1.0, digits: false, step: 0.02 };
        if self.a(i) {
            return match self.word(i + 1)? {
                Word::Part(parts) => Some(ratio(1.0 / parts, i + 2)),
                _ => None,
            };
        }
        if self.word(i) == Some(Word::Half) {
            // Half a dozen, half an hour and half-hour are not parts of a whole.
            let whole = self.a(i + 1) || self.join(i + 1) == Some(Join::Hyphen);
            return (!whole).then_some(ratio(0.5, i + 1));
        }
        let (top, mut end) = match self.word(i)? {
            Word::Small(v) | Word::Tens(v) | Word::Digits(v) => (v, i + 1),
            _ => return None,
        };
        match self.word(end) {
            Some(Word::Part(parts)) if top == 1.0 => return Some(ratio(1.0 / parts, end + 1)),
            // "Lost money for seven quarters": spans of three months.
            Some(Word::Parts(parts)) if top < parts && !(top == 2.0 && parts == 4.0) => {
                return Some(ratio(top / parts, end + 1));
            }
            _ => {}
        }
        if self.is(end, "/") && self.join(end) == Some(Join::Glued) {
            return match self.word(end + 1)? {
                // 9/11 and 24/7 are no fractions; those of news have small denominators.
                Word::Digits(parts)
                    if top < parts && top >= 1.0 && (parts <= 6.0 || parts == 8.0 || parts == 10.0) =>
                {
                    Some(ratio(top / parts, end + 2))
                }
                _ => None,
            };
        }
        let hyphen = self.join(end) == Some(Join::Hyphen);
        if self.is(end, "in") {
            end += 1;
        } else if self.is(end, "out") && self.is(end + 1, "of") {
            end += 2;
        } else {
            return None;
        }
        if self.is(end, "every") {
            end += 1;
        }
        let bottom = self.count(end)?;
        let round = |v: f64| v.fract() == 0.0 && v >= 1.0;
        let whole = round(top) && round(bottom.value) && top < bottom.value && top <= 10.0;
        // "Killed two in 10 days" and "one in 1998" are no shares: a share is of few, or of a round number.
        let few = bottom.value <= 20.0
            || bottom.value % 100.0 == 0.0 && bottom.value != 1900.0 && bottom.value != 2000.0
            || bottom.value < 100.0 && bottom.value % 5.0 == 0.0;
        (whole && (few || hyphen)).then_some(ratio(top / bottom.value, bottom.end))
    }

    /// `4,200`, `1.5 million`, `two hundred and fifty`, `half a dozen`, `a hundred`.
    fn count(&self, i: usize) -> Option<Number> {
        let number =
            |value, end, scale| Number { value, end, sort: Sort::Count, scale, digits: false, step: scale };
        if self.word(i) == Some(Word::Half) && self.a(i + 1) {
            return match self.word(i + 2)? {
                Word::Scale(scale) => Some(number(0.5 * scale, i + 3, scale)),
                _ => None,
            };
        }
        // Half-dozen, half-million.
        if let (Some(Word::Half), Some(Word::Scale(scale)), Some(Join::Hyphen)) =
            (self.word(i), self.word(i + 1), self.join(i + 1))
        {
            return Some(number(0.5 * scale, i + 2, scale));
        }
        if self.a(i) {
            // "A million", "a hundred and fifty", but not "a k".
            let Some(Word::Scale(_)) = self.word(i + 1) else { return None };
            if self.pieces.get(i + 1).is_some_and(|p| p.span.len() < 5) {
                return None;
            }
            return self.words(i + 1, Some(1.0));
        }
        if let Word::Digits(value) = self.word(i)? {
            let mut end = i + 1;
            let (mut value, mut step) = (value, self.place(i));
            if let Some((part, after)) = self.rest_of_digits(i, value) {
                (value, end) = (value + part, after);
                step = if part < 1.0 { 0.5 } else { 1.0 };
            } else if self.is(end, "and") && self.is(end + 1, "a") && self.word(end + 2) == Some(Word::Half) {
                (value, step) = (value + 0.5, 0.5);
                end += 3;
            }
            let mut scale = 1.0;
            while let Some(by) = self.scale_after(end) {
                scale *= by;
                end += 1;
            }
            return Some(Number {
                value: times(value, scale),
                end,
                sort: Sort::Count,
                scale,
                digits: end == i + 1,
                step: step * scale,
            });
        }
        match self.word(i)? {
            Word::Small(_) | Word::Tens(_) => self.words(i, None),
            Word::Scale(_) if self.pieces.get(i).is_some_and(|p| p.span.len() >= 5) => {
                self.words(i, Some(1.0))
            }
            _ => None,
        }
    }

    /// What one more in the last digit of piece `i` adds.
    fn place(&self, i: usize) -> f64 {
        let words = self.pieces.get(i).map_or("", |p| p.span.of(self.text));
        match words.find('.') {
            Some(stop) => 0.1_f64.powi((words.len() - stop - 1).min(12) as i32),
            None if words.is_ascii() => 1.0,
            None => 0.5,
        }
    }

    /// What a whole number in digits goes on with, as a part of one, and the piece after it: `6 1/2`, `6-1/2`, `6 ½`; and the
    /// rest of a number that was torn at its comma, as texts taken from pages are: `2, 000`.
    fn rest_of_digits(&self, i: usize, value: f64) -> Option<(f64, usize)> {
        if value.fract() != 0.0 {
            return None;
        }
        let piece = self.pieces.get(i + 1)?;
        let Some(Word::Digits(next)) = piece.word else {
            let torn = piece.join == Join::Glued && value < 1000.0 && self.is(i + 1, ",");
            let rest = self.pieces.get(i + 2).filter(|p| torn && p.join == Join::Space)?.span.of(self.text);
            let thousands = rest.len() == 3 && rest.starts_with('0');
            return thousands.then(|| rest.parse().ok()).flatten().map(|n: f64| (value * 999.0 + n, i + 3));
        };
        if piece.join == Join::Glued {
            return None;
        }
        if next > 0.0 && next < 1.0 && !piece.span.of(self.text).starts_with('0') {
            return Some((next, i + 2));
        }
        let glued = |n: usize| self.join(i + n) == Some(Join::Glued);
        let fraction = glued(2) && glued(3) && self.is(i + 2, "/") && !(glued(4) && self.is(i + 4, "/"));
        match self.word(i + 3).filter(|_| fraction)? {
            Word::Digits(parts) if next >= 1.0 && next < parts && PARTS.contains(&parts) => {
                Some((next / parts, i + 4))
            }
            _ => None,
        }
    }

    /// A scale word after digits. Single letters count only when they hang on the number.
    fn scale_after(&self, i: usize) -> Option<f64> {
        let Some(Word::Scale(scale)) = self.word(i) else { return None };
        let piece = self.pieces.get(i)?;
        // "4.2m" may be metres and "5b" a flat: whoever knows the unit decides about single letters.
        (piece.span.len() > 1 && !self.is(i, "score")).then_some(scale)
    }

    /// A number in words. `start` is the number that "a" stands for.
    fn words(&self, i: usize, start: Option<f64>) -> Option<Number> {
        let (mut total, mut group, mut scale) = (0.0, start.unwrap_or(0.0), 1.0);
        let mut end = i;
        let mut last = f64::INFINITY;
        loop {
            match self.word(end) {
                Some(Word::Small(v)) if last > v && (last >= 20.0) => {
                    // "Twenty one-room flats": the hyphen belongs to the word after.
                    if last < 100.0 && self.join(end) == Some(Join::Space) {
                        break;
                    }
                    group += v;
                    last = v;
                }
                Some(Word::Tens(v)) if last > v && last >= 100.0 => {
                    group += v;
                    last = v;
                }
                Some(Word::Scale(v))
                    if v < 1000.0 && group < 100.0 && (end > i || start.is_some()) && v != 20.0 =>
                {
                    group *= v;
                    scale = v;
                    last = v;
                }
                Some(Word::Scale(v))
                    if v >= 1000.0
                        && group > 0.0
                        && self.pieces.get(end).is_some_and(|p| p.span.len() > 1) =>
                {
                    total += group * v;
                    group = 0.0;
                    scale = v;
                    last = v;
                }
                _ => {
                    let half = self.is(end, "and") && self.a(end + 1);
                    let part = match self.word(end + 2) {
                        Some(Word::Half) => Some(0.5),
                        Some(Word::Part(4.0)) => Some(0.25),
                        _ => None,
                    };
                    if let (true, Some(part)) = (half && end > i, part) {
                        group += part;
                        end += 3;
                        // "One million and a half" means half a million more.
                        if group == part && total > 0.0 {
                            total += part * scale;
                            group = 0.0;
                        }
                        last = 100.0;
                        if matches!(self.word(end), Some(Word::Scale(v)) if v >= 1000.0) {
                            continue;
                        }
                        break;
                    }
                    let and = self.is(end, "and") && last >= 100.0 && last.is_finite();
                    if and && matches!(self.word(end + 1), Some(Word::Small(_) | Word::Tens(_))) {
                        end += 1;
                        continue;
                    }
                    break;
                }
            }
            end += 1;
        }
        let value = total + group;
        let step = if value.fract() == 0.0 && value % scale == 0.0 { scale } else { scale / 2.0 };
        (end > i).then_some(Number { value, end, sort: Sort::Count, scale, digits: false, step })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    fn number(text: &str) -> Option<(f64, Sort, usize)> {
        let tokens = tokens(text, Span::new(0, text.len()));
        let mut list = Vec::new();
        pieces(text, &tokens, 0, &mut list);
        read(text, &list, 0).map(|n| ((n.value * 1e4).round() / 1e4, n.sort, n.end))
    }

    #[test]
    fn reads_counts() {
        for (text, value, end) in [
            ("4,200 people", 4200.0, 1),
            ("1.5 million tickets", 1.5e6, 2),
            ("twenty-five hens", 25.0, 2),
            ("two hundred and fifty hens", 250.0, 4),
            ("five and a half thousand calls", 5500.0, 5),
            ("half a dozen oaks", 6.0, 3),
            ("a hundred boats", 100.0, 2),
            ("one million homes", 1e6, 2),
            ("three and a half years", 3.5, 4),
            ("two dozen boats", 24.0, 2),
            ("1½ hours", 1.5, 1),
            ("one thousand two hundred boats", 1200.0, 4),
            ("2 1/2 hours", 2.5, 4),
            ("6-1/2 years", 6.5, 4),
            ("6 ½ years", 6.5, 2),
            ("12 5/6/2019", 12.0, 1),
            ("2, 000 feet", 2000.0, 3),
            ("12, 345 of them", 12.0, 1),
        ] {
            assert_eq!(number(text), Some((value, Sort::Count, end)), "{text}");
        }
    }

    #[test]
    fn reads_parts_and_multiples_and_vague_numbers() {
        for (text, value, sort, end) in [
            ("a third of it", 0.3333, Sort::Ratio, 2),
            ("two-thirds of it", 0.6667, Sort::Ratio, 2),
            ("one in five", 0.2, Sort::Ratio, 3),
            ("nine out of 10 voters", 0.9, Sort::Ratio, 4),
            ("half of it", 0.5, Sort::Ratio, 1),
            ("three quarters of it", 0.75, Sort::Ratio, 2),
            ("twice as many", 2.0, Sort::Multiple, 1),
            ("tenfold", 10.0, Sort::Multiple, 1),
            ("tens of thousands of fans", 10_000.0, Sort::Vague, 3),
            ("dozens", 12.0, Sort::Vague, 1),
        ] {
            assert_eq!(number(text), Some((value, sort, end)), "{text}");
        }
    }

    #[test]
    fn leaves_other_words_alone() {
        for text in ["twice", "scores rose", "5:30", "1.2.3", "a k", "5,30", "and a half", "the half"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
