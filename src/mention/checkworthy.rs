//! Check-worthiness: how much a fact-checker would want a sentence checked.
//!
//! A sentence is worth checking that states something of public interest which can be true or false: numbers, votes,
//! comparisons, what somebody did. Greetings, questions, opinions and promises are not. [`score`] is a logistic model
//! over a handful of named signals and the words of the sentence; every part of its answer is told by name.
//!
//! The task and its measures are those of the CheckThat! labs of CLEF (Atanasova et al., 2019; Barrón-Cedeño et al.,
//! 2024). Most public data for it are debates and speeches, so the score is a ranking to work down, no verdict.
//!
//! # Where the weights come from
//!
//! Logistic regression with an L2 penalty (inverse strength 0.1, liblinear), November 2026, on two public sets: the
//! English training part of CheckThat! 2024 task 1 (22,495 sentences, weight 1) and the 19 documents of CLEF-2019
//! CheckThat! task 1 (16,421 sentences, weight 0.3, sentences worth checking times 8). Features are the signals below and
//! counts of dictionary forms seen in at least 8 sentences, where a number stands as `0` and a name as `^`: no name is a
//! feature of its own. Weights below 0.03 were dropped. The bias was moved so that the score is 0.5 where the model said
//! 0.35, the threshold of the best F1 on the development part of 2024.

use std::sync::{
    LazyLock,
    atomic::{AtomicU32, Ordering},
};

use serde::{Deserialize, Serialize};

use crate::{
    Span,
    hash::{Map, hash},
    lexicon::{self, Class, ENGLISH, Few, Shapes, Table, particles},
    token::{Token, TokenKind, tokens},
};

/// How much a fact-checker would want a sentence checked, and why.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckWorthiness {
    score: f64,
    reasons: Vec<Reason>,
}

/// One part of a score: a signal and what it adds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// What was seen.
    pub signal: Signal,
    /// What it adds to the log-odds: above 0 speaks for checking, below 0 against.
    pub weight: f64,
}

/// What a sentence can have that speaks for or against checking it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Signal {
    /// Its length; short sentences say little.
    Length,
    /// Numbers, in digits or words.
    Number,
    /// A percentage.
    Percentage,
    /// A sum of money.
    Money,
    /// A year, a month or a weekday.
    Date,
    /// Names.
    Name,
    /// Comparatives and superlatives: `more`, `highest`, `than`.
    Comparison,
    /// A verb in the past tense, or a perfect.
    Past,
    /// `will`, `going to`: a promise or a forecast.
    Future,
    /// `should`, `must`, `would`, `could`: what is wished or possible.
    Modal,
    /// The speaker's own view: `I`, `me`, `my`.
    FirstPerson,
    /// `we`, `our`.
    FirstPlural,
    /// Addressed to somebody: `you`, `your`.
    SecondPerson,
    /// A negation.
    Negation,
    /// It ends with a question mark.
    Question,
    /// Its words, all together.
    Words,
}

impl CheckWorthiness {
    /// From 0 (nothing to check) to 1 (check it first). At 0.5 and above it is worth checking.
    #[must_use]
    pub const fn score(&self) -> f64 {
        self.score
    }

    /// What made the score, the weightiest first. Their sum and [the bias](bias) are the log-odds of the score.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }
}

/// The log-odds of a sentence with no signal at all.
#[must_use]
pub fn bias() -> f64 {
    MODEL.bias
}

/// How much a fact-checker would want `sentence` checked.
///
/// ```
/// use corroborate::mention::checkworthy::{Signal, score};
///
/// let claim = score("Unemployment fell to 4.1 percent last year, the lowest rate since 1969.");
/// let chat = score("Thank you all so much for coming tonight.");
/// assert!(claim.score() > 0.5 && chat.score() < 0.2);
/// assert!(claim.reasons().iter().any(|r| r.signal == Signal::Percentage && r.weight > 0.0));
/// ```
#[must_use]
pub fn score(sentence: &str) -> CheckWorthiness {
    let tokens = tokens(sentence, Span::new(0, sentence.len()));
    of_tokens(sentence, &tokens)
}

/// The score alone, of a sentence that is read already.
pub(crate) fn in_tokens(text: &str, tokens: &[Token]) -> f64 {
    let (weights, words) = weights(text, tokens);
    let sum: f64 = MODEL.bias + (weights.iter().sum::<f64>() + words);
    1.0 / (1.0 + (-sum).exp())
}

/// What each signal adds, and the words all together.
fn weights(text: &str, tokens: &[Token]) -> ([f64; 15], f64) {
    let (mut weights, words) = read(text, tokens);
    for (weight, model) in weights.iter_mut().zip(MODEL.signals) {
        *weight *= model;
    }
    (weights, words)
}

/// The same for the words that `tokens` cover.
fn of_tokens(text: &str, tokens: &[Token]) -> CheckWorthiness {
    let (weights, words) = weights(text, tokens);
    let mut reasons: Vec<Reason> = SIGNALS
        .iter()
        .zip(weights)
        .map(|(&(signal, _), weight)| Reason { signal, weight })
        .chain([Reason { signal: Signal::Words, weight: words }])
        .filter(|r| r.weight != 0.0)
        .collect();
    let sum: f64 = MODEL.bias + reasons.iter().map(|r| r.weight).sum::<f64>();
    reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    CheckWorthiness { score: 1.0 / (1.0 + (-sum).exp()), reasons }
}

/// The signals in the order of their values, and what the list of weights calls them.
const SIGNALS: [(Signal, &str); 15] = [
    (Signal::Length, "*length"),
    (Signal::Number, "*number"),
    (Signal::Percentage, "*percentage"),
    (Signal::Money, "*money"),
    (Signal::Date, "*date"),
    (Signal::Name, "*name"),
    (Signal::Comparison, "*comparison"),
    (Signal::Past, "*past"),
    (Signal::Future, "*future"),
    (Signal::Modal, "*modal"),
    (Signal::FirstPerson, "*first_person"),
    (Signal::FirstPlural, "*first_plural"),
    (Signal::SecondPerson, "*second_person"),
    (Signal::Negation, "*negation"),
    (Signal::Question, "*question"),
];

/// The weights of `lexicon/en/checkworthy.txt`.
struct Model {
    bias: f64,
    /// In the order of [`SIGNALS`].
    signals: [f64; 15],
    /// The number of each word's weight, by the hash of the word; 0 is that of no weight.
    words: Map<u64, u32>,
    weights: Vec<f64>,
    /// Of numbers, of names, and of marks that say nothing.
    number: f64,
    name: f64,
    nothing: f64,
}

impl Model {
    fn number_of(&self, word: &str) -> u32 {
        let key =
            if word.is_ascii() { hash(word.as_bytes()) } else { hash(word.replace('’', "'").as_bytes()) };
        self.words.get(&key).copied().unwrap_or_default()
    }

    fn weight(&self, number: u32) -> f64 {
        self.weights.get(number as usize).copied().unwrap_or_default()
    }

    fn word(&self, word: &str) -> f64 {
        self.weight(self.number_of(word))
    }
}

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let mut model = Model {
        bias: 0.0,
        signals: [0.0; 15],
        words: Map::default(),
        weights: vec![0.0],
        number: 0.0,
        name: 0.0,
        nothing: 0.0,
    };
    for row in lexicon::rows(lexicon::CHECKWORTHY) {
        let weight = row.get(1).and_then(|w| w.parse().ok()).unwrap_or_default();
        match row[0] {
            "*bias" => model.bias = weight,
            name if name.starts_with('*') => {
                let known = SIGNALS.iter().zip(&mut model.signals).find(|((_, n), _)| *n == name);
                known.into_iter().for_each(|(_, slot)| *slot = weight);
            }
            words => {
                model.words.insert(hash(words.as_bytes()), model.weights.len() as u32);
                model.weights.push(weight);
            }
        }
    }
    (model.number, model.name, model.nothing) = (model.word("0"), model.word("^"), model.word(""));
    model
});

fn is_name(i: usize, token: &Token) -> bool {
    // The first word has its capital anyway.
    (i > 0 || token.is(Class::UNKNOWN))
        && token.is(Class::CAPITAL)
        && !token.is(Class::PRON
            .or(Class::MONTH)
            .or(Class::WEEKDAY)
            .or(Class::POSSESSIVE)
            .or(Class::DET)
            .or(Class::PREP))
}

/// What a token is called in the list of words: its dictionary form, its own form if it is a closed-class word, `0` for
/// a number, `^` for a name.
fn name<'a>(text: &'a str, i: usize, token: &Token, buffer: &'a mut [u8; 24]) -> &'a str {
    const CLOSED: Class = Class::AUX
        .or(Class::PRON)
        .or(Class::DET)
        .or(Class::PREP)
        .or(Class::COORD)
        .or(Class::SUBORD)
        .or(Class::POSSDET)
        .or(Class::NEG);
    match token.kind {
        TokenKind::Number => "0",
        TokenKind::Mark => match token.mark {
            '?' => "?",
            '$' => "$",
            '%' => "%",
            '!' => "!",
            _ => "",
        },
        TokenKind::Word if is_name(i, token) => "^",
        TokenKind::Word if token.is(CLOSED) || token.lemma.is_empty() => {
            let word = token.span.of(text);
            let Some(lower) = buffer.get_mut(..word.len()) else { return "" };
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            core::str::from_utf8(lower).unwrap_or_default()
        }
        TokenKind::Word => token.lemma,
    }
}

/// What the model knows of a form in lower case, once it was asked for: bits of the lists that hold it, and above them the
/// number of its weight.
static KNOWN: LazyLock<Table<AtomicU32>> = LazyLock::new(|| ENGLISH.table(|| AtomicU32::new(UNREAD)));

/// What nothing known looks like.
const UNREAD: u32 = u32::MAX;
/// Above the bits of the lists, those of words for a share and for money.
const SHARE: u32 = 1 << 8;
const MONEY: u32 = 1 << 9;
/// An adjective that may be a comparative or a superlative, by its end.
const COMPARED: u32 = 1 << 10;
/// Above these bits is the number of the weight.
const WEIGHT: u32 = 11;
const LISTED_AT_ALL: u32 = (1 << WEIGHT) - 1;

/// What is known of a word that is no name.
fn known(model: &Model, text: &str, i: usize, token: &Token) -> u32 {
    known_of_name(text, token) | model.number_of(name(text, i, token, &mut [0; 24])) << WEIGHT
}

/// What is known of a name but its weight.
fn known_of_name(text: &str, token: &Token) -> u32 {
    let of_lemma = match token.lemma {
        "percent" | "percentage" => SHARE,
        "dollar" | "cent" => MONEY,
        _ => 0,
    };
    let ends = |end: &str| {
        let word = token.span.of(text).as_bytes();
        word.len() >= end.len() && word[word.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes())
    };
    let compared = if token.is(Class::ADJ) && (ends("er") || ends("est")) { COMPARED } else { 0 };
    u32::from(listed(&LISTED, text, token)) | of_lemma | compared
}

/// Which of the closed lists of words that signals look for holds each form, by place in [`LISTS`].
static LISTED: LazyLock<Few<u8>> = LazyLock::new(|| {
    let words = LISTS.iter().flat_map(|list| particles(list));
    Few::new(words.map(|word| (*word, bits(word))))
});

/// The words of these lists that the lexicon does not hold, which only their letters can tell.
static UNKNOWN: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let words = LISTS.iter().flat_map(|list| particles(list)).copied();
    words.filter(|word| ENGLISH.form(word.as_bytes()).is_none()).collect()
});

/// What these look like.
static UNKNOWN_SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::new(UNKNOWN.iter().copied(), 0));

/// Bits of the lists that hold `word`.
fn bits(word: &str) -> u8 {
    let holds = |list: &str| particles(list).iter().any(|w| word.eq_ignore_ascii_case(w));
    LISTS.iter().enumerate().filter(|(_, list)| holds(list)).fold(0, |bits, (n, _)| bits | 1 << n)
}

/// The words that signals look for, by their names in `particles.txt`.
const LISTS: [&str; 8] = [
    "comparing",
    "going",
    "willing",
    "willing or hoping",
    "first person",
    "first persons",
    "second person",
    "one",
];

/// Bits of the lists that hold the token's word.
fn listed(known: &Few<u8>, text: &str, token: &Token) -> u8 {
    let spelled = || {
        let word = token.span.of(text);
        let listed = UNKNOWN_SHAPES.fit(word) && UNKNOWN.iter().any(|w| word.eq_ignore_ascii_case(w));
        if listed { bits(word) } else { 0 }
    };
    known.get(token.form).map_or_else(spelled, Option::unwrap_or_default)
}

/// The values of the signals, counts up to a small bound, or 1 where the thing is there; and what the words add, all
/// together.
fn read(text: &str, tokens: &[Token]) -> ([f64; 15], f64) {
    /// What a word must be one of to be one of the rarer signals by its class.
    const TELLING: Class = Class::NUMERAL.or(Class::WEEKDAY).or(Class::MONTH).or(Class::MODAL).or(Class::NEG);
    let (model, table): (&Model, &Table<AtomicU32>) = (&MODEL, &KNOWN);
    let mut count = [0_u32; 15];
    let (mut words, mut sum) = (0_u32, 0.0);
    for (i, token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Number => {
                let word = token.span.of(text);
                let year = word.len() == 4 && word.starts_with(['1', '2']);
                count[if year { 4 } else { 1 }] += 1;
                words += 1;
                sum += model.number;
                continue;
            }
            TokenKind::Mark => {
                match token.mark {
                    '%' => count[2] += 1,
                    '$' | '£' | '€' => count[3] += 1,
                    '?' => count[14] += 1,
                    _ => {}
                }
                sum += match token.mark {
                    '?' | '$' | '%' | '!' => model.word(name(text, i, token, &mut [0; 24])),
                    _ => model.nothing,
                };
                continue;
            }
            TokenKind::Word => words += 1,
        }
        let named = is_name(i, token);
        let kept = table.get(token.form);
        let known = match kept.map(|k| k.load(Ordering::Relaxed)).filter(|&k| k != UNREAD) {
            Some(known) => known,
            // The table tells of words that are no names; what it tells beside the weight holds of names too.
            None if named => known_of_name(text, token),
            None => {
                let known = known(model, text, i, token);
                kept.into_iter().for_each(|k| k.store(known, Ordering::Relaxed));
                known
            }
        };
        sum += if named { model.name } else { model.weight(known >> WEIGHT) };
        count[5] += u32::from(named);
        count[7] += u32::from(token.class.all(Class::PAST.or(Class::VERB)));
        if known & LISTED_AT_ALL == 0 && !token.is(TELLING) {
            continue;
        }
        count[2] += u32::from(known & SHARE != 0);
        count[3] += u32::from(known & MONEY != 0);
        let listed = known as u8;
        let is = |list: u8| listed >> list & 1 == 1;
        let compared = known & COMPARED != 0 && {
            let word = token.span.of(text);
            (word.ends_with("er") || word.ends_with("est")) && !word.eq_ignore_ascii_case(token.lemma)
        };
        let mut see = |n: usize, seen: bool| count[n] += u32::from(seen);
        see(6, compared || is(0));
        see(1, token.is(Class::NUMERAL) && !is(7));
        see(4, token.is(Class::WEEKDAY) || token.class.all(Class::MONTH.or(Class::CAPITAL)));
        let going = is(1) && tokens.get(i + 1).is_none_or(|t| t.is(Class::TO));
        see(8, going || is(2));
        see(9, token.is(Class::MODAL) && !is(3));
        see(10, is(4));
        see(11, is(5));
        see(12, is(6));
        see(13, token.is(Class::NEG));
    }
    let mut values = [0.0; 15];
    for (value, n) in values.iter_mut().zip(count) {
        *value = f64::from(n.min(3));
    }
    values[0] = f64::from(words).ln_1p();
    (values, sum)
}
