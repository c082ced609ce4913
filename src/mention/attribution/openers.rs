//! Words whose capital only their place at the start of a sentence made look like other words than names.

use super::{
    cast::is_first_name,
    view::{Node, Tag},
};
use crate::{
    hash::Set,
    lexicon::{Class, Form},
    token::Token,
};

/// The words that are names in running text.
#[derive(Debug)]
pub(super) struct Names<'t> {
    text: &'t str,
    tokens: &'t [Token],
    /// The tokens that are names, and all words with a capital.
    pub(super) at: Vec<usize>,
    pub(super) capitals: Vec<usize>,
    /// Those that the lexicon does not hold, and those that it does, each put together where they are asked for: a word that
    /// it does not hold is hardly ever asked for, since it is a name anywhere.
    words: [Option<Set<&'t str>>; 2],
}

impl<'t> Names<'t> {
    pub(super) fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        let room = || Vec::with_capacity(tokens.len() / 4);
        Self { text, tokens, at: room(), capitals: room(), words: [None, None] }
    }

    /// Whether the word at `i` is a name elsewhere.
    fn hold(&mut self, i: usize) -> bool {
        let known = |t: &&Token| t.form != Form::UNKNOWN;
        let Some(token) = self.tokens.get(i) else { return false };
        let words = self.words[usize::from(known(&token))].get_or_insert_with(|| {
            let names = self.at.iter().filter_map(|&i| self.tokens.get(i));
            names.filter(|t| known(t) == known(&token)).map(|t| t.span.of(self.text)).collect()
        });
        words.contains(token.span.of(self.text))
    }

    /// Tags as names the words with a capital that only their place at a start made look like others.
    ///
    /// After `,”` a sentence goes on, so a capital is that of a name; elsewhere the word must be a name in running text.
    pub(super) fn take_openers(mut self, nodes: &mut [Node]) {
        let text = self.text;
        let closed = Class::PRON
            .or(Class::DET)
            .or(Class::PREP)
            .or(Class::WH)
            .or(Class::AUX)
            .or(Class::SUBORD)
            .or(Class::COORD);
        for i in core::mem::take(&mut self.capitals) {
            let Some(&node) = nodes.get(i).filter(|n| n.tag != Tag::Name) else { continue };
            let word = node.span.of(text);
            let capital = |n: &Node| n.class.any(Class::CAPITAL) && !n.class.any(closed) && !n.tag.mark();
            // “Maria Weld”: first names that the lexicon knows look like other words at the start of a sentence.
            let first_name = || nodes.get(i + 1).is_some_and(capital) && is_first_name(word);
            if node.class.any(closed) {
                // “said Will Weld”, but not “Will Weld resign?”
                let inside =
                    i > 0 && !nodes[i - 1].tag.mark() && nodes[i - 1].span.end + 1 == node.span.start;
                // “Will wrote”, “‘No,’ From said”: behind a modal verb or a preposition no past form stands.
                let past = |n: &Node| n.class.any(Class::PAST) && !n.class.any(Class::BASE);
                let said = i > 1 && nodes[i - 1].tag == Tag::QuoteClose && node.tag == Tag::Prep;
                let wrote = (node.tag == Tag::Modal || said) && nodes.get(i + 1).is_some_and(past);
                if inside && first_name() || wrote {
                    nodes[i].tag = Tag::Name;
                }
                if let Some(next) = nodes.get_mut(i + 1).filter(|_| wrote) {
                    next.tag = Tag::Past;
                }
                continue;
            }
            // Marks may be two tokens: ''.
            let said = || nodes[..i].iter().rev().take(3).find(|n| n.tag != Tag::QuoteClose);
            let goes_on = i > 1
                && nodes[i - 1].tag == Tag::QuoteClose
                && said().is_some_and(|n| n.tag == Tag::Comma && n.quote != 0);
            let opens = i == 0 || nodes[i - 1].tag.mark() || nodes[i - 1].span.end + 1 < node.span.start;
            // “Weld said”: no imperative has a finite verb behind it.
            let finite = Class::PAST.or(Class::THIRD).or(Class::AUX);
            let verb = |n: &Node| !n.tag.mark() && n.class.any(finite) && !n.class.any(Class::NOUN);
            let subject = || {
                node.class.any(Class::BASE)
                    && !node.class.any(Class::PLURAL)
                    && nodes.get(i + 1).is_some_and(verb)
            };
            // “Derrow City Council”: a noun with a capital behind a name belongs to it, and any word behind a first name.
            let before = i.checked_sub(1).map(|k| nodes[k]).filter(|n| n.tag == Tag::Name && !opens);
            let surname = |n: Node| {
                matches!(node.tag, Tag::Noun | Tag::Plural | Tag::Adj) || is_first_name(n.span.of(text))
            };
            let part = before.is_some_and(|n| n.span.end + 1 == node.span.start && surname(n));
            if goes_on || part || first_name() || opens && (subject() || self.hold(i)) {
                nodes[i].tag = Tag::Name;
                if let Some(next) = nodes
                    .get_mut(i + 1)
                    .filter(|n| matches!(n.tag, Tag::Part | Tag::Adj) && n.class.any(Class::PAST))
                {
                    next.tag = Tag::Past;
                }
            }
        }
    }
}
