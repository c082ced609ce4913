//! The words that set a modality, found in a sentence.

use std::sync::LazyLock;

use super::Modality;
use crate::{
    hash::Map,
    lexicon::{self, Class},
    mention::{syntax::Parse, tag::Tag},
};

/// An entry of the list of hedges and governing words.
#[derive(Debug)]
pub(super) struct Cue {
    /// What its second word looks like, 0 where it has none.
    second: u32,
    pub(super) words: Vec<&'static str>,
    pub(super) label: Modality,
    pub(super) clause: bool,
    pub(super) content: bool,
    pub(super) object: bool,
    /// The object counts only with an infinitive: "told the firm to pay".
    pub(super) infinitive: bool,
    pub(super) subject: bool,
}

/// The cues that begin with one word, the longest first.
#[derive(Debug, Default)]
struct Opening {
    cues: Vec<Cue>,
    /// How many of them have a second word, and what these look like, a bit each.
    longer: usize,
    seconds: u64,
}

/// The cues by their first word.
static CUES: LazyLock<Map<&'static str, Opening>> = LazyLock::new(|| {
    let mut cues: Map<&str, Opening> = Map::default();
    for row in lexicon::rows(lexicon::MODALITY) {
        let &[words, label, frames] = row.as_slice() else { continue };
        let words: Vec<&str> = words.split(' ').collect();
        let Some(label) = named(label) else { continue };
        let has = |frame: &str| frames.split(' ').any(|f| f == frame);
        let cue = Cue {
            second: words.get(1).map_or(0, |word| shape(word)),
            label,
            clause: has("clause"),
            content: has("content"),
            object: has("object"),
            infinitive: has("to"),
            subject: has("subject"),
            words,
        };
        let Some(&first) = cue.words.first() else { continue };
        cues.entry(first).or_default().cues.push(cue);
    }
    for opening in cues.values_mut() {
        opening.cues.sort_by_key(|c| core::cmp::Reverse(c.words.len()));
        let seconds = opening.cues.iter().map(|c| c.second).take_while(|second| *second != 0);
        (opening.longer, opening.seconds) =
            seconds.fold((0, 0), |(n, bits), second| (n + 1, bits | bit(second)));
    }
    cues
});

/// The bit of a shape in a set of few.
fn bit(shape: u32) -> u64 {
    1 << (shape.wrapping_mul(0x9E37_79B1) >> 26)
}

fn named(label: &str) -> Option<Modality> {
    Some(match label {
        "possible" => Modality::Possible,
        "probable" => Modality::Probable,
        "planned" => Modality::Planned,
        "conditional" => Modality::Conditional,
        "demanded" => Modality::Demanded,
        "denied" => Modality::Denied,
        "questioned" => Modality::Questioned,
        "alleged" => Modality::Alleged,
        _ => return None,
    })
}

/// What the first word of a cue is.
pub(super) const OPENS: Class = Class::HEDGES.or(Class::NEG);

/// The cues that start at `at`, whose word may open one, the longest first, each with where its words end.
pub(super) fn at<'p>(parse: &'p Parse<'_>, at: usize) -> impl Iterator<Item = (&'static Cue, usize)> + 'p {
    // A cue's second word may stand after up to three adverbs: most cues are told by the look of what stands there.
    let mut shapes = [0; 4];
    let mut list = &[][..];
    if let Some(Opening { cues, longer, seconds }) = CUES.get(key(parse, at)) {
        let mut may_go_on = false;
        for (i, seen) in (at + 1..).zip(&mut shapes) {
            *seen = shape(key(parse, i));
            may_go_on |= seconds & bit(*seen) != 0;
            if parse.tag(i) != Some(Tag::Adv) {
                break;
            }
        }
        list = cues.get(if may_go_on { 0 } else { *longer }..).unwrap_or_default();
    }
    list.iter().filter_map(move |cue| {
        if cue.second != 0 && !shapes.contains(&cue.second) {
            return None;
        }
        let end = matched(parse, cue, at)?;
        fits(parse, cue, at, end).then_some((cue, end))
    })
}

/// The length of a word and its first letters, as a number; never 0.
fn shape(word: &str) -> u32 {
    let byte = |n: usize| u32::from(word.as_bytes().get(n).copied().unwrap_or_default());
    1 + (word.len().min(255) as u32) + (byte(0) << 8) + (byte(1) << 16)
}

fn key(parse: &Parse, at: usize) -> &'static str {
    let c = parse.class(at);
    if c.any(Class::NEG) && c.any(Class::AUX) { "not" } else { parse.lemma(at) }
}

/// Where the words of the cue, which begins with that at `at`, end if they stand there; adverbs, and a subject after its auxiliary, may stand between.
fn matched(parse: &Parse, cue: &Cue, at: usize) -> Option<usize> {
    let mut i = at + 1;
    for word in cue.words.iter().skip(1) {
        let stop = i + 3;
        while i < stop && key(parse, i) != *word && parse.tag(i) == Some(Tag::Adv) {
            i += 1;
        }
        if key(parse, i) != *word {
            return None;
        }
        i += 1;
    }
    Some(i)
}

/// Whether the words are used as the cue means them.
fn fits(parse: &Parse, cue: &Cue, at: usize, end: usize) -> bool {
    let tag = parse.tag(at);
    let first = parse.class(at);
    let last = end - 1;
    if first.any(Class::MODAL) && !first.any(Class::NEG) {
        return tag == Some(Tag::Modal) && modal_fits(parse, cue, at, end);
    }
    if cue.clause && parse.lemma(last) == "to" && parse.tag(last) != Some(Tag::To) {
        return false;
    }
    if cue.words == ["be", "to"] {
        // "The aim is to cut costs" plans nothing.
        let subject = parse.finite_around(at).and_then(|c| parse.clauses[c].subject);
        let names_aim = subject.is_some_and(|(s, e)| {
            (s..e).any(|i| parse.tag(i) == Some(Tag::Noun) && parse.class(i).any(Class::INFINITIVE))
        });
        return tag.is_some_and(Tag::is_finite) && !names_aim;
    }
    let verb = first.any(Class::VERB) && !first.any(Class::ADV) && parse.lemma(at) != "be";
    if verb && !cue.content && !tag.is_some_and(Tag::is_verb) {
        return false;
    }
    // "a likely candidate", "the alleged leader" say nothing of the clause.
    let attribute = tag == Some(Tag::Adj)
        && parse.tag(end).is_some_and(|t| matches!(t, Tag::Noun | Tag::Proper | Tag::Adj));
    if attribute && cue.words.len() == 1 {
        return false;
    }
    if cue.words.len() == 1 && tag == Some(Tag::Adj) && !first.any(Class::ADJ.or(Class::ADV)) {
        return false;
    }
    true
}

/// May, could, must, should and their like.
fn modal_fits(parse: &Parse, cue: &Cue, at: usize, end: usize) -> bool {
    let next = parse.class(end);
    let verb = || parse.finite_around(at).and_then(|c| parse.clauses[c].head);
    match cue.words.as_slice() {
        // "could not be reached", "could barely stand", "could hear": ability.
        ["could"] => {
            let unable =
                next.any(Class::NEG) || lexicon::kept_particles!("scarcely").contains(&parse.lemma(end));
            let senses =
                verb().is_some_and(|v| lexicon::kept_particles!("sensing").contains(&parse.lemma(v)));
            !unable && !senses
        }
        ["must", "have"] => parse.tag(end) == Some(Tag::Participle),
        _ => true,
    }
}

/// What a passive or an adjective at `at` sets before an infinitive where no form of be stands: "ministers urged to resign", "the rebels,
/// believed to number 2,000", "due to open in May". A verb that may have an infinitive of its own subject, "claimed to be", is not read so.
pub(super) fn without_be(parse: &Parse, at: usize) -> Option<Modality> {
    let lemma = parse.lemma(at);
    let parted = at.checked_sub(1).is_some_and(|i| parse.is_mark(i, ','));
    let form = match parse.tag(at)? {
        Tag::Participle | Tag::Adj => true,
        Tag::Finite => parse.class(at).any(Class::PART) && !parted,
        _ => lemma == "due",
    };
    let is = |cue: &&Cue, words: [&str; 2]| cue.words.iter().rev().eq(words.iter());
    let active = || {
        let own = CUES.get(lemma).map_or(&[][..], |o| o.cues.as_slice());
        own.iter().any(|c| is(&c, ["to", lemma]) || c.words.len() == 1 && c.label == Modality::Questioned)
    };
    if !form || parse.tag(at) == Some(Tag::Finite) && active() {
        return None;
    }
    let passives = CUES.get("be").map_or(&[][..], |o| o.cues.as_slice());
    let said = |c: &&Cue| matches!(c.words[..], ["be", word, "to"] if word == lemma);
    passives.iter().find(said).map(|c| c.label)
}

/// Whether the verb at `at` is passive: a participle after a form of be.
pub(super) fn is_passive(parse: &Parse, at: usize) -> bool {
    parse.tag(at) == Some(Tag::Participle)
        && parse.finite_around(at).is_some_and(|c| {
            let c = &parse.clauses[c];
            c.head == Some(at) && (c.verbs.0..at).any(|i| parse.class(i).any(Class::BE))
        })
}
