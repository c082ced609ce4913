//! Non-claims: what in a report states nothing of its subject, and why.
//!
//! A page of news carries more than news: bylines, photographers' credits, datelines, calls to sign up, notes of the
//! editor. [`paragraph`] tells such a paragraph from the report, [`sentence`] adds the sentences that ask and those that
//! are no sentences, and [`form`] tells statements of fact from the rest. Nothing is dropped in silence: what
//! [`mentions`](crate::mention::mentions) leaves out it returns with its [`Reason`].
//!
//! Marks and shapes only are looked at, never the subject. When in doubt a paragraph stays, since a claim lost costs more
//! than a line of boilerplate kept.

use std::sync::{
    LazyLock,
    atomic::{AtomicU8, Ordering},
};

use serde::{Deserialize, Serialize};

use super::{
    clause::{Clause, Kind},
    number::with_lower,
    syntax::{Parse, Read},
    tag::Tag,
};
use crate::{
    Span,
    hash::Map,
    lexicon::{self, Class, ENGLISH, Shapes, Table, kept_particles},
    token::{Token, TokenKind, tokens},
};

/// Why a stretch of text states no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// No word in it.
    Empty,
    /// Notes of the editor, corrections, legal lines, links to other texts, what is left of the page's code.
    Boilerplate,
    /// A call to subscribe, follow, share or download.
    SignUp,
    /// Who wrote, reported or edited.
    Byline,
    /// Whose photograph, video or graphic it is.
    Credit,
    /// A place or a time alone, at the head of a report or an entry.
    Dateline,
    /// A question.
    Question,
    /// No sentence: a heading or a label without a verb.
    Fragment,
}

/// A stretch of a report that states no claim, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    span: Span,
    reason: Reason,
}

impl Skipped {
    pub(crate) const fn new(span: Span, reason: Reason) -> Self {
        Self { span, reason }
    }

    /// Where it stands in the report.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Why it states no claim.
    #[must_use]
    pub const fn reason(&self) -> Reason {
        self.reason
    }
}

/// Why the paragraph `text` is no part of the report; `None` where it is one.
///
/// ```
/// use corroborate::mention::skip::{Reason, paragraph};
///
/// assert_eq!(paragraph("Sign up for our morning briefing."), Some(Reason::SignUp));
/// assert_eq!(paragraph("(Orla Venn/Getty Images)"), Some(Reason::Credit));
/// assert_eq!(paragraph("Additional reporting by Orla Venn in Harn."), Some(Reason::Byline));
/// assert_eq!(paragraph("The minister signed the treaty on Friday."), None);
/// ```
#[must_use]
pub fn paragraph(text: &str) -> Option<Reason> {
    let tokens = tokens(text, Span::new(0, text.len()));
    in_paragraph(text, &tokens)
}

/// Why the sentence `text` states no claim; `None` where it may state one.
///
/// ```
/// use corroborate::mention::skip::{Reason, sentence};
///
/// assert_eq!(sentence("Who opened the gates?"), Some(Reason::Question));
/// assert_eq!(sentence("By Orla Venn"), Some(Reason::Byline));
/// assert_eq!(sentence("Nobody opened the gates."), None);
/// ```
#[must_use]
pub fn sentence(text: &str) -> Option<Reason> {
    let span = Span::new(0, text.len());
    reason(text, span, &tokens(text, span))
}

/// The same for the words of `text` in `span`, which are known.
pub(crate) fn reason(text: &str, span: Span, words: &[Token]) -> Option<Reason> {
    let asks =
        span.of(text).trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | ')'));
    if asks.ends_with('?') {
        return Some(Reason::Question);
    }
    // What a correction takes back is a claim, as is what it puts in its place.
    let labelled = words.len() > 4 && words.get(1).is_some_and(|t| t.is_mark(':'));
    let corrects = (words.len() > FEW || labelled)
        && words.first().is_some_and(|t| {
            let is = |w: &&str| t.span.bytes(text).eq_ignore_ascii_case(w.as_bytes());
            ["correction", "corrections", "clarification"].iter().any(is)
        });
    if corrects { None } else { in_paragraph(text, words) }
}

/// Whether the sentence asks for what it leaves out, in nobody's words but the report's: "What does the company say?"
pub(crate) fn asks_for_part(words: &[Token]) -> bool {
    let asks = words.last().is_some_and(|t| t.is_mark('?'));
    let quoted = || words.iter().any(|t| matches!(t.mark, '"' | '“' | '”' | '‘' | '«'));
    let first = words.iter().take(4).find(|t| t.is_word());
    asks && first.is_some_and(|t| t.is(Class::WH)) && !quoted()
}

/// What a sentence does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// States what is, was or will be.
    Statement,
    /// States what could, should or must be: its main verb has such a modal.
    Modal,
    /// Asks something.
    Question,
    /// No finite verb in the main clause.
    Fragment,
}

/// What the sentence `text` does: the sentence types of the GUM corpus (Zeldes, 2017), with its rarer ones as fragments.
///
/// ```
/// use corroborate::mention::skip::{Form, form};
///
/// assert_eq!(form("The dam held for three days."), Form::Statement);
/// assert_eq!(form("The dam could break within hours."), Form::Modal);
/// assert_eq!(form("Three days at the dam"), Form::Fragment);
/// ```
#[must_use]
pub fn form(text: &str) -> Form {
    let span = Span::new(0, text.len());
    in_parse(&Read::new(text, span).parse(text))
}

fn in_parse(parse: &Parse<'_>) -> Form {
    let Some(last) = parse.tokens.iter().rposition(|t| !matches!(t.mark, '"' | '”' | '’' | '\'' | ')' | ']'))
    else {
        return Form::Fragment;
    };
    // "It asked: “Were you there?”" states that it asked.
    let told = || {
        parse.tokens.iter().skip(1).any(|t| matches!(t.mark, '“' | '"'))
            && parse.tokens.iter().any(|t| t.is_mark(':'))
    };
    let opens = parse.tokens.first().is_some_and(|t| matches!(t.mark, '“' | '"' | '‘'));
    if parse.is_question() && (opens || !told()) {
        return Form::Question;
    }
    let stopped =
        parse.tokens.get(last).is_some_and(|t| matches!(t.mark, '.' | '!' | '…' | ':' | ';' | ',' | '?'));
    let verbs = |c: &Clause| {
        let (first, last) = c.verbs;
        let finite = (first..last).any(|i| parse.tag(i).is_some_and(Tag::is_finite));
        let modal = (first..last).any(|i| parse.tag(i) == Some(Tag::Modal) && parse.lemma(i) != "will");
        let head = c.head.filter(|&h| finite && (stopped || is_headline_verb(parse, h)));
        head.map(|_| if modal { Form::Modal } else { Form::Statement })
    };
    let finite = || parse.clauses.iter().filter(|c| c.is_finite());
    // A main clause that lost its verb to the tagger: a clause that is not relative still states something.
    let main = finite().filter(|c| c.parent.is_none()).find_map(verbs);
    let other = || finite().filter(|c| c.kind != Kind::Relative).find_map(verbs);
    main.or_else(other).unwrap_or(Form::Fragment)
}

/// Whether the verb of a heading or caption, which have no stop, is finite: their participles pass for verbs, as in
/// "Sailors rescued off the coast", but a participle has no object.
fn is_headline_verb(parse: &Parse<'_>, head: usize) -> bool {
    let (class, next) = (parse.class(head), parse.class(head + 1));
    let follows = parse.tokens.get(head + 1).is_some_and(Token::is_word) && !class.any(Class::CAPITAL);
    let participle =
        class.all(Class::PAST.or(Class::PART)) && head > 0 && !parse.class(head - 1).any(Class::AUX);
    follows && !(participle && next.any(Class::PREP.or(Class::SUBORD).or(Class::COORD).or(Class::ADV)))
}

/// Where a phrase must stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Any,
}

/// Words, where they must stand, what is marked by them, and whether titles of other reports follow.
type Phrase = (&'static str, Place, Reason, bool);

/// The phrases of `lexicon/en/boilerplate.txt` by their first word; longer ones first.
static PHRASES: LazyLock<Map<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: Map<&'static str, Vec<Phrase>> = Map::default();
    for row in lexicon::rows(lexicon::BOILERPLATE) {
        let [words, place, reason] = row[..] else { continue };
        let links = reason == "links";
        let reason = match reason {
            "sign_up" => Reason::SignUp,
            "byline" => Reason::Byline,
            "credit" => Reason::Credit,
            _ => Reason::Boilerplate,
        };
        let place = if place == "any" { Place::Any } else { Place::Start };
        phrases.entry(first_word(words)).or_default().push((words, place, reason, links));
    }
    for same in phrases.values_mut() {
        same.sort_by_key(|(words, ..)| core::cmp::Reverse(words.len()));
    }
    phrases
});

/// A word for finding phrases: letters and digits, or a single mark.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let end = if end == 0 { text.chars().next().map_or(0, char::len_utf8) } else { end };
    text.get(..end).unwrap_or_default()
}

/// Phrases anywhere are looked for in paragraphs of up to so many bytes: what is longer is the report.
const SHORT: usize = 320;
/// Shapes are judged in paragraphs of up to so many words.
const FEW: usize = 9;

fn in_paragraph(text: &str, tokens: &[Token]) -> Option<Reason> {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Some(Reason::Empty) };
    let span = Span::new(first.span.start, last.span.end);
    let words = tokens.iter().filter(|t| t.kind != TokenKind::Mark).take(FEW + 1).count();
    if words == 0 {
        return Some(Reason::Empty);
    }
    let body = span.of(text);
    if is_code(body, tokens) {
        return Some(Reason::Boilerplate);
    }
    let shaped = || if words <= FEW { shape(text, tokens, words) } else { list(tokens) };
    phrase(text, span, tokens).or_else(|| signature(body, tokens)).or_else(shaped)
}

/// Who wrote, and where they can be reached: "By Orla Venn, weather editor", "By Orla Venn | Harn bureau", "Reach Orla Venn at
/// venn@harn.example", "Business correspondent", "Full report: page 4".
fn signature(body: &str, tokens: &[Token]) -> Option<Reason> {
    let word = |i: usize| tokens.get(i).filter(|t| t.is_word());
    let name =
        |i: usize| word(i).is_some_and(|t| t.is(Class::CAPITAL) && !t.is(Class::MONTH.or(Class::WEEKDAY)));
    if tokens.len() > 2 * FEW {
        return None;
    }
    let stopped = body.ends_with(['.', '!', '?', '”', '"']);
    let verb = || tokens.iter().enumerate().any(|(i, t)| can_be_verb(i, t) && !t.is(Class::NOUN));
    let parted = || tokens.iter().any(|t| t.is_mark('|')) || tokens.iter().take(6).any(|t| t.is_mark(','));
    if !stopped
        && body.get(..3).is_some_and(|b| b.eq_ignore_ascii_case("by "))
        && name(1)
        && name(2)
        && !verb()
        && parted()
    {
        return Some(Reason::Byline);
    }
    let role = || tokens.last().is_some_and(|t| kept_particles!("role of a byline").contains(&t.lemma));
    if !stopped
        && tokens.len() <= 4
        && role()
        && !verb()
        && tokens.iter().skip(1).all(|t| t.is_word() && !t.is(Class::UPPER))
    {
        return Some(Reason::Byline);
    }
    let address = |w: &str| {
        let (before, after) = w.split_once('@').unwrap_or_default();
        !before.is_empty() && after.contains('.')
    };
    let at = tokens.iter().any(|t| t.is_mark('@'));
    if at && !body.contains(['“', '"']) && body.split_whitespace().any(address) {
        return Some(Reason::Boilerplate);
    }
    let page = match tokens {
        [.., mark, page, number] => {
            mark.kind == TokenKind::Mark && page.lemma == "page" && number.kind == TokenKind::Number
        }
        _ => false,
    };
    (page && tokens.len() <= FEW).then_some(Reason::Boilerplate)
}

/// What is left of the page: tags, styles. A post between its tags is a text.
fn is_code(body: &str, tokens: &[Token]) -> bool {
    const TAGS: [&str; 8] = ["<a href", "</a>", "<tweet", "</tweet", "<div", "<p>", "<br", "<img"];
    let tags = || {
        body.starts_with('<') && body.contains('>')
            || body.contains('<') && TAGS.iter().any(|t| body.contains(t))
    };
    if tokens.iter().any(|t| t.is_mark('<')) && tags() {
        let mut words = 0;
        for part in body.split('<') {
            words += part.rsplit('>').next().map_or(0, |t| t.split_whitespace().count());
        }
        return words < 8;
    }
    body.len() < 120 && body.ends_with(['{', '}'])
        || body.len() < 80 && body.ends_with(';') && body.contains(':') && !body.contains(' ')
}

fn phrase(text: &str, span: Span, tokens: &[Token]) -> Option<Reason> {
    let body = span.of(text);
    let opening = |c: char| !c.is_alphanumeric() && !matches!(c, '©' | '@' | '#');
    let start = body.trim_start_matches(opening);
    if BEGINNINGS.fit(start.as_bytes()) {
        if let Some(reason) = phrase_at(start, true) {
            return Some(reason);
        }
    }
    if body.len() > SHORT {
        return None;
    }
    let within = |s: Span| Span::new(s.start - span.start, s.end - span.start);
    tokens.iter().filter(|t| may_open(text, t)).find_map(|t| phrase_within(body, within(t.span)))
}

/// The phrase that begins in the token at `place` of `body`, at a word or a mark.
fn phrase_within(body: &str, place: Span) -> Option<Reason> {
    let before = body.get(..place.start).unwrap_or_default();
    let mut inside = before.ends_with(char::is_alphanumeric);
    for (i, c) in place.of(body).char_indices() {
        let word = c.is_alphanumeric();
        let starts = if word { !inside } else { !c.is_whitespace() };
        inside = word;
        let rest = body.get(place.start + i..).unwrap_or_default();
        if starts && OPENINGS.fit(rest.as_bytes()) {
            if let Some(reason) = phrase_at(rest, false) {
                return Some(reason);
            }
        }
    }
    None
}

/// What phrases which may stand anywhere begin with, as bits by a hash: most words of a text begin otherwise.
struct Openings {
    /// By the first three letters.
    words: Vec<u64>,
    /// By these and what comes behind a short first word: `is the author of`, not `is the dam`.
    phrases: Vec<u64>,
    /// Whether one begins with a byte.
    bytes: [bool; 256],
    /// What their first words look like.
    shapes: Shapes,
}

static OPENINGS: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(PHRASES.values().flatten().filter(|(_, place, ..)| *place == Place::Any)));

/// Whether a phrase that may stand anywhere may begin in a form, once it was asked for: 0 before, then 1 for no and 2 for
/// yes.
static MAY_OPEN: LazyLock<Table<AtomicU8>> = LazyLock::new(|| ENGLISH.table(AtomicU8::default));

/// Whether a phrase that may stand anywhere may begin in a token: few sentences have such a token.
fn may_open(text: &str, token: &Token) -> bool {
    let kept = MAY_OPEN.get(token.form);
    match kept.map_or(0, |k| k.load(Ordering::Relaxed)) {
        0 => {
            let may = OPENINGS.within(token.span.of(text).as_bytes());
            kept.into_iter().for_each(|k| k.store(1 + u8::from(may), Ordering::Relaxed));
            may
        }
        known => known == 2,
    }
}

/// The same for all phrases, which may stand at the start.
static BEGINNINGS: LazyLock<Openings> = LazyLock::new(|| Openings::new(PHRASES.values().flatten()));

impl Openings {
    fn new<'p>(phrases: impl Iterator<Item = &'p Phrase> + Clone) -> Self {
        let mut openings = Self {
            words: vec![0; 1 << 10],
            phrases: vec![0; 1 << 10],
            bytes: [false; 256],
            shapes: Shapes::new(phrases.clone().map(|(words, ..)| first_word(words)), 0),
        };
        let set = |bits: &mut Vec<u64>, (place, bit): (usize, u64)| {
            bits.get_mut(place).into_iter().for_each(|bits| *bits |= bit);
        };
        for (words, ..) in phrases {
            let words = words.as_bytes();
            let first = words.first().copied().unwrap_or_default();
            for byte in [first, first.to_ascii_uppercase()] {
                openings.bytes[usize::from(byte)] = true;
            }
            set(&mut openings.words, Self::place(words, b' '));
            set(&mut openings.phrases, Self::place(words, Self::second(words).unwrap_or(b' ')));
        }
        openings
    }

    /// Where the bit of the first bytes is. What is no ASCII letter counts as a blank, in which typography may differ;
    /// a first word that is none goes by its first byte.
    fn place(bytes: &[u8], second_word: u8) -> (usize, u64) {
        let lower = |n: usize| bytes.get(n).map_or(b' ', u8::to_ascii_lowercase);
        let letter = |n: usize| if lower(n).is_ascii_lowercase() { lower(n) } else { b' ' };
        let (second, third) = match (letter(0), letter(1)) {
            (b' ', _) => (b' ', b' '),
            (_, b' ') => (b' ', b' '),
            (_, second) => (second, letter(2)),
        };
        let key = u32::from_le_bytes([lower(0), second, third, second_word]).wrapping_mul(0x9E37_79B1) >> 16;
        (key as usize >> 6, 1 << (key & 63))
    }

    /// The letter behind a first word of up to three letters and a blank; a blank where there is none, nothing where
    /// typography may hide it.
    fn second(bytes: &[u8]) -> Option<u8> {
        let len = bytes.iter().take(4).take_while(|b| b.is_ascii_alphabetic()).count();
        match bytes.get(len) {
            Some(b' ') if (1..4).contains(&len) => {
                let letter = bytes.get(len + 1).filter(|b| b.is_ascii_alphabetic());
                Some(letter.map_or(b' ', u8::to_ascii_lowercase))
            }
            Some(byte) if (1..4).contains(&len) && !byte.is_ascii() => None,
            _ => Some(b' '),
        }
    }

    /// Whether one of the phrases may begin in a token.
    fn within(&self, token: &[u8]) -> bool {
        if token.iter().all(u8::is_ascii_alphabetic) && !self.shapes.fit_word(token) {
            return false;
        }
        let mut inside = false;
        token.iter().enumerate().any(|(at, byte)| {
            let word = byte.is_ascii_alphanumeric();
            let begins = !(inside && word) && self.bytes[usize::from(*byte)];
            inside = word;
            begins && {
                let (place, bit) = Self::place(token.get(at..).unwrap_or_default(), b' ');
                self.words.get(place).is_some_and(|bits| bits & bit != 0)
            }
        })
    }

    /// Whether one of the phrases may begin with these bytes.
    fn fit(&self, bytes: &[u8]) -> bool {
        let Some(second) = Self::second(bytes) else { return true };
        let (place, bit) = Self::place(bytes, second);
        self.phrases.get(place).is_some_and(|bits| bits & bit != 0)
    }
}

/// The phrase that `text` starts with.
fn phrase_at(text: &str, start: bool) -> Option<Reason> {
    phrase_of(text, start).map(|(_, _, reason, _)| *reason)
}

fn phrase_of(text: &str, start: bool) -> Option<&'static Phrase> {
    let same = with_lower(first_word(text), |w| PHRASES.get(w))?;
    let fits = |&&(words, place, ..): &&Phrase| {
        if place != Place::Any && !start {
            return false;
        }
        let Some(after) = after(text, words) else { return false };
        let next = after.chars().next();
        if words.ends_with(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric) {
            return false;
        }
        // A single word labels only before a colon or alone.
        let single = words.chars().all(char::is_alphanumeric);
        let alone = after.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
        !single || alone || after.starts_with(':')
    };
    same.iter().find(fits)
}

/// The label that `text` starts with, where it marks all that follows on the line as no part of the report: "Editor’s note:".
pub(crate) fn labelled(text: &str, span: Span) -> Option<Reason> {
    let start = span.of(text).trim_start_matches(|c: char| !c.is_alphanumeric());
    let (words, _, reason, _) = BEGINNINGS.fit(start.as_bytes()).then(|| phrase_of(start, true)).flatten()?;
    // What a correction takes back is a claim.
    if words.starts_with("correct") || *words == "clarification" {
        return None;
    }
    let rest =
        after(start, words).is_some_and(|rest| rest.trim_start().starts_with(':') || words.ends_with(':'));
    rest.then_some(*reason)
}

/// Whether `text` is a label after which titles of other reports follow, one a line: "More on this story".
pub(crate) fn opens_links(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    start.split_whitespace().nth(6).is_none() && phrase_of(start, true).is_some_and(|p| p.3)
}

/// Whether `text` can be such a title: a line of some words without a stop.
pub(crate) fn is_link(text: &str) -> bool {
    let text = text.trim_end();
    !text.ends_with(['.', '!', '”', '"', '…', ':']) && text.split_whitespace().nth(14).is_none()
}

/// What follows `words` at the start of `text`, whatever its case, typography and numbers.
fn after<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    // Most differ in the first letters.
    let plain = |(own, want): &(u8, u8)| {
        (own.is_ascii_alphanumeric() || *own == b' ') && own.eq_ignore_ascii_case(want)
    };
    let same = text.bytes().zip(words.bytes()).take_while(plain).count();
    let mut rest = text.get(same..)?;
    for want in words.get(same..)?.chars() {
        if want == '#' {
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            if digits > 0 {
                rest = rest.get(digits..)?;
                continue;
            }
        }
        let c = rest.chars().next()?;
        let c_is = match c {
            '’' | '‘' => '\'',
            '\u{a0}' => ' ',
            c => c.to_ascii_lowercase(),
        };
        if c_is != want {
            return None;
        }
        rest = rest.get(c.len_utf8()..)?;
    }
    Some(rest)
}

/// What a few words without a verb are by their shape.
fn shape(text: &str, tokens: &[Token], words: usize) -> Option<Reason> {
    let quoted = tokens.iter().any(|t| matches!(t.mark, '“' | '”' | '"'));
    let verb = tokens.iter().enumerate().any(|(i, t)| can_be_verb(i, t));
    let all = |class: Class| tokens.iter().filter(|t| t.is_word()).all(|t| t.is(class));
    let number = |t: &Token| t.kind == TokenKind::Number;
    let calendar = Class::MONTH.or(Class::WEEKDAY);
    if quoted {
        return None;
    }
    // "9:05 p.m.", "Saturday, December 19, 2015".
    let is = |t: &Token, words: &[&str]| {
        words.iter().any(|w| t.span.bytes(text).eq_ignore_ascii_case(w.as_bytes()))
    };
    let clock = |t: &Token| is(t, &["p.m", "a.m", "pm", "am", "p.m.", "a.m.", "et", "gmt"]);
    if tokens.iter().all(|t| !t.is_word() || t.is(calendar) && t.is(Class::CAPITAL) || clock(t))
        && (words > 1 || tokens.iter().any(|t| t.is(calendar)))
    {
        return Some(Reason::Dateline);
    }
    let first = tokens.first()?;
    let dashed = matches!(first.mark, '-' | '—' | '–') && all(Class::CAPITAL) && !verb;
    // "By Orla Venn in Harn", "From Orla Venn in Harn", "EXCLUSIVE by Orla Venn".
    let named = |t: &Token| !t.is_word() || t.is(Class::CAPITAL.or(Class::COORD).or(Class::PREP));
    let by = tokens.iter().take(2).position(|t| is(t, &["by", "from"]));
    let signed = by.is_some_and(|n| {
        let next = tokens
            .get(n + 1)
            .is_some_and(|t| t.is_word() && t.is(Class::CAPITAL) && !t.is(Class::MONTH.or(Class::WEEKDAY)));
        next && tokens.iter().all(named)
            && (n == 0 || first.is(Class::UPPER))
            && (words > 2 || first.span.len() == 2)
    });
    if dashed || signed {
        return Some(Reason::Byline);
    }
    // "Getty/Instagram", "Tarn Velloso / Newswire": names about a slash.
    let slash = tokens.iter().any(|t| t.is_mark('/'));
    if slash && all(Class::CAPITAL) && !verb {
        return Some(Reason::Credit);
    }
    // "FULL TEXT", but a tabloid's "GUILTY!" says something.
    let exclaims = tokens.iter().any(|t| t.is_mark('!'));
    if exclaims {
        return None;
    }
    let capitals = words <= 3 && all(Class::UPPER);
    if capitals {
        return Some(Reason::Fragment);
    }
    // "Venn reported from Harn."
    let reported =
        tokens.windows(2).any(|w| matches!(w, [a, b] if a.lemma == "report" && b.span.of(text) == "from"));
    if reported
        && tokens.iter().all(|t| {
            !t.is_word() || t.is(Class::CAPITAL) || t.lemma == "report" || t.is(Class::PREP.or(Class::COORD))
        })
    {
        return Some(Reason::Byline);
    }
    if verb {
        return None;
    }
    // "2. Orla Venn (1.)", "No 58%", "FULL TEXT", "Len Venn", "Harn Beach, Fla.", "of".
    let ranked = number(first) && all(Class::CAPITAL);
    // "Judge Rejects Appeal": two words around a verb that is hardly ever a noun.
    let tells = |t: &Token| t.is(Class::THIRD) && (!t.is(Class::NOUN) || t.is(Class::MOSTLY_VERB));
    if words == 3
        && tokens.get(1).is_some_and(tells)
        && tokens.get(2).is_some_and(|t| t.kind != TokenKind::Mark)
    {
        return None;
    }
    let label =
        all(Class::UPPER) || words <= 3 && all(Class::CAPITAL) && !tokens.iter().any(|t| t.is_mark('?'));
    let share = words <= 3 && tokens.iter().any(|t| t.is_mark('%')) && first.is_word();
    // "SAN FRANCISCO, Calif., Nov. 16, 2023": a place and a day.
    let dated = all(Class::CAPITAL) && tokens.iter().any(|t| t.is(calendar)) && tokens.iter().any(number);
    if dated {
        return Some(Reason::Dateline);
    }
    (words == 1 || ranked || label || share).then_some(Reason::Fragment)
}

/// A list of names, such as everybody who took part.
fn list(tokens: &[Token]) -> Option<Reason> {
    if tokens.iter().filter(|t| t.is_mark(',')).take(6).count() < 6 {
        return None;
    }
    let words = tokens.iter().filter(|t| t.kind != TokenKind::Mark).count();
    let names = tokens.iter().filter(|t| t.is_word() && t.is(Class::CAPITAL)).count();
    (names * 10 >= words * 9).then_some(Reason::Fragment)
}

/// Whether the token may be a finite verb: in names and headings capitals are not.
fn can_be_verb(i: usize, token: &Token) -> bool {
    let form = Class::AUX.or(Class::PAST).or(Class::THIRD).or(Class::BASE);
    token.is(form)
        && !token.is(Class::POSSESSIVE)
        && !(token.is(Class::CAPITAL) && (i > 0 || token.is(Class::NOUN)) && !token.is(Class::AUX))
        && !(token.is(Class::UPPER) && token.is(Class::CAPITAL) && token.is(Class::NOUN))
}
