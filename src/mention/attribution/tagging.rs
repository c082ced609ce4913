//! The tag of a token: what its part of speech, its form and its neighbours make of it.

use super::{
    super::quotation::Quotation,
    cast::is_first_name,
    cues::Word,
    view::{Node, Tag},
};
use crate::{
    lexicon::Class,
    mention::tag::Tag as Pos,
    token::{Token, TokenKind},
};

/// The tokens of one sentence, tagged from left to right.
#[derive(Debug)]
pub(super) struct Tagger<'t> {
    text: &'t str,
    tokens: &'t [Token],
    /// The tag of the token before.
    pub(super) prev: Tag,
}

impl<'t> Tagger<'t> {
    pub(super) const fn new(text: &'t str, tokens: &'t [Token]) -> Self {
        Self { text, tokens, prev: Tag::Edge }
    }

    /// The tag of token `i`, which stands in the quotation that `around` gives; `nodes` are those before it.
    #[inline]
    pub(super) fn tag(
        &mut self,
        i: usize,
        part: Pos,
        word: Word,
        around: impl FnOnce() -> Option<&'t Quotation>,
        nodes: &mut [Node],
    ) -> Tag {
        let Some(token) = self.tokens.get(i) else { return Tag::Other };
        let name = || if token.is(Class::CAPITAL) { self.capital(i, token) } else { None };
        let tag = if token.kind == TokenKind::Mark {
            self.mark(token, around())
        } else {
            name().unwrap_or_else(|| self.word(i, token, part, word, nodes))
        };
        self.prev = tag;
        tag
    }

    fn mark(&self, token: &Token, around: Option<&Quotation>) -> Tag {
        let start = token.span.start;
        match around {
            Some(q) if start < q.inner().start => Tag::QuoteOpen,
            Some(q) if start >= q.inner().end && q.closed() => Tag::QuoteClose,
            _ if owns(self.text, token) => Tag::Poss,
            _ => mark_tag(token.mark),
        }
    }

    /// The tag of a word with a capital, where that tells it.
    fn capital(&self, i: usize, token: &Token) -> Option<Tag> {
        let word = token.span.of(self.text);
        if self.prev.opens() && token.is(Class::UNKNOWN) && is_compound(word) {
            return Some(Tag::Noun);
        }
        let shouts = |j: usize| self.tokens.get(j).is_some_and(|t| t.is(Class::UPPER));
        let initial = || {
            is_initial(word)
                && self.tokens.get(i + 1).is_some_and(|next| {
                    let known = || self.prev == Tag::Name || is_first_name(next.span.of(self.text));
                    is_name(next) || next.is(Class::CAPITAL) && known()
                })
        };
        (is_name(token) && !shouts(i + 1) && !shouts(i.wrapping_sub(1)) || initial()).then_some(Tag::Name)
    }

    fn word(&self, i: usize, token: &Token, part: Pos, word: Word, nodes: &mut [Node]) -> Tag {
        let next = self.tokens.get(i + 1);
        if i == 0 && token.lemma == "say" && next.is_some_and(|t| t.is(Class::CAPITAL)) {
            // “Said Weld: ‘We knew.’”
            return Tag::Past;
        }
        match part {
            Pos::Noun if gerund(token, self.prev, next) => Tag::Ing,
            Pos::Noun if token.is(Class::SAYS) => {
                let next = [i + 1, i + 2].map(|k| self.tokens.get(k));
                reports(token, self.prev, next, nodes).unwrap_or_else(|| refine(part, token))
            }
            Pos::Adj if token.is(Class::PAST) && long_done(nodes) => Tag::Part,
            // “The dam, said Weld, holds”
            Pos::Participle if token.lemma == "say" && self.prev == Tag::Comma => Tag::Past,
            _ if word.is(Word::ACCORDING) => Tag::Prep,
            _ => refine(part, token),
        }
    }
}

/// Whether a word only tells when: `Thursday`, `yesterday`, `week`.
pub(super) fn is_time(token: &Token, word: Word) -> bool {
    token.is(Class::WEEKDAY) || word.is(Word::TIME) && token.is(Class::NOUN) && !token.is(Class::CAPITAL)
}

/// Whether the apostrophe `token` stands for a genitive: `Thomas’ sister`, `the voters’ list`.
fn owns(text: &str, token: &Token) -> bool {
    matches!(token.mark, '\'' | '’')
        && text.get(..token.span.start).is_some_and(|t| t.ends_with(['s', 'S', 'z', 'x']))
        && text.get(token.span.end..).is_some_and(|t| t.starts_with(' '))
}

fn mark_tag(mark: char) -> Tag {
    match mark {
        ',' => Tag::Comma,
        '.' | '!' | '?' | '…' => Tag::Stop,
        ':' => Tag::Colon,
        ';' => Tag::Semi,
        '—' | '–' | '-' | '―' => Tag::Dash,
        '(' | '[' => Tag::Open,
        ')' | ']' => Tag::Close,
        _ => Tag::Other,
    }
}

/// Whether the last two of `nodes` are of “have long (argued)”: the second is an adverb then.
fn long_done(nodes: &mut [Node]) -> bool {
    let [.., have, long] = nodes else { return false };
    let done = have.tag == Tag::Have && long.tag == Tag::Adj && long.class.any(Class::ADV);
    if done {
        long.tag = Tag::Adv;
    }
    done
}

/// Whether a word with a capital is made of common words: `Anti-drugs`, `Scrum-half`, but not `Jean-Paul`.
fn is_compound(word: &str) -> bool {
    let parts =
        word.split_once('-').filter(|(first, _)| first.len() > 2 && first.starts_with(char::is_uppercase));
    parts.is_some_and(|(_, rest)| rest.len() > 2 && rest.starts_with(char::is_lowercase))
}

/// Whether a word is a name wherever it stands: an unknown word with a capital, or `WHO`, `US` in capitals; but `HE` shouts.
fn is_name(token: &Token) -> bool {
    let shouts = || token.is(Class::SUBJECT) && token.lemma != "it";
    let closed = || token.is(Class::PRON.or(Class::WH)) && token.span.len() > 1 && !shouts();
    token.is(Class::CAPITAL) && (token.is(Class::UNKNOWN) || token.is(Class::UPPER) && closed())
}

/// Whether `word` is the initial of a name: the `R.` of `Ansa R. Weld`.
fn is_initial(word: &str) -> bool {
    matches!(word.as_bytes(), [b'A'..=b'Z', b'.'])
}

/// Whether an -ing form that could be a noun is a verb here: `by saying, “No”`, `calling Weld a liar`.
fn gerund(token: &Token, prev: Tag, next: Option<&Token>) -> bool {
    let within = matches!(prev, Tag::Det | Tag::PossDet | Tag::Adj | Tag::Poss | Tag::Noun);
    let object =
        Class::DET.or(Class::POSSDET).or(Class::PRON).or(Class::SUBORD).or(Class::WH).or(Class::CAPITAL);
    token.is(Class::ING)
        && !within
        && next.is_some_and(|t| t.is(object) || matches!(t.mark, '“' | '"' | '‘' | ':'))
}

/// The tag of a verb of saying that could be a noun, where it is a verb: `the Derrow Times reports that`, `others wonder
/// how`, `The dam, the survey shows, holds`. `nodes` are those before it.
fn reports(token: &Token, prev: Tag, next: [Option<&Token>; 2], nodes: &[Node]) -> Option<Tag> {
    let [next, then] = next;
    let next = next?;
    let quote = |t: &Token| matches!(t.mark, '“' | '"' | '\'');
    let quotes = next.is_mark(':') || quote(next) || next.is_mark(',') && then.is_some_and(quote);
    let that = next.lemma == "that";
    let clause = next.is(Class::SUBJECT.or(Class::WH)) && !that && !next.is(Class::MODAL);
    let ends = matches!(next.mark, ',' | '.');
    let third = token.is(Class::THIRD) && token.is(Class::PLURAL);
    match prev {
        Tag::Name if third && (that || quotes || clause) => Some(Tag::Third),
        Tag::Noun if third && clause => Some(Tag::Third),
        Tag::Pron if third => Some(Tag::Third),
        Tag::Name | Tag::Noun if third && ends && is_aside(nodes) => Some(Tag::Third),
        Tag::Plural | Tag::Pron if token.is(Class::BASE) && (that || clause) => Some(Tag::Present),
        Tag::Plural if token.is(Class::BASE) && ends && is_aside(nodes) => Some(Tag::Present),
        _ => None,
    }
}

/// Whether `nodes` end in a comma and one short noun phrase: `The dam held, the survey (shows)`.
fn is_aside(nodes: &[Node]) -> bool {
    let phrase =
        |n: &&Node| n.tag.nominal() || matches!(n.tag, Tag::Det | Tag::PossDet | Tag::Adj | Tag::Poss);
    let words = nodes.iter().rev().take(LONGEST_ASIDE).take_while(phrase).count();
    let comma = nodes.len().checked_sub(words + 1).map(|i| nodes[i].tag);
    words > 0 && matches!(comma, Some(Tag::Comma | Tag::QuoteClose))
}

/// The most words of the noun phrase of an aside.
const LONGEST_ASIDE: usize = 8;

/// The tag that the part of speech gives, with the form of its word.
fn refine(pos: Pos, token: &Token) -> Tag {
    let class = token.class;
    match pos {
        Pos::Noun if class.any(Class::PLURAL) => Tag::Plural,
        Pos::Noun => Tag::Noun,
        Pos::Proper => Tag::Name,
        Pos::Pronoun => Tag::Pron,
        Pos::Det if class.any(Class::POSSDET) => Tag::PossDet,
        Pos::Det => Tag::Det,
        Pos::Adj => Tag::Adj,
        Pos::Adv => Tag::Adv,
        Pos::Prep => Tag::Prep,
        Pos::To => Tag::To,
        Pos::Coord => Tag::Coord,
        Pos::Subord => Tag::Subord,
        Pos::Rel => Tag::Rel,
        Pos::That if class.any(Class::REL) => Tag::That,
        Pos::That | Pos::Wh => Tag::Wh,
        Pos::Genitive => Tag::Poss,
        Pos::Modal => Tag::Modal,
        Pos::Aux | Pos::Participle | Pos::Ing | Pos::Base if class.any(Class::BE) => Tag::Be,
        Pos::Aux if class.any(Class::DO) => Tag::Do,
        Pos::Aux | Pos::Participle | Pos::Ing | Pos::Base if class.any(Class::HAVE) => Tag::Have,
        Pos::Aux => Tag::Have,
        Pos::Finite if class.any(Class::PAST) => Tag::Past,
        Pos::Finite if class.any(Class::THIRD) => Tag::Third,
        Pos::Finite => Tag::Present,
        Pos::Participle => Tag::Part,
        Pos::Ing => Tag::Ing,
        Pos::Base => Tag::Base,
        Pos::Numeral => Tag::Num,
        Pos::Mark => Tag::Other,
    }
}
