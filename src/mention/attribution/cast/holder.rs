//! Sources without a name: an office that somebody named holds, a relative named elsewhere, or a description.

use super::{Cast, Entity, Mention, Spoke};
use crate::{
    Span,
    lexicon::Class,
    mention::{
        attribution::{
            Found,
            cues::{Word, Words},
            scene::WINDOW,
            view::{Node, Tag, View},
        },
        gender::Gender,
        role::Role,
        speaker::{Known, Speaker},
    },
    token::Token,
};

/// Who was called by a role.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holder {
    /// The node where the name begins.
    pub(super) at: usize,
    pub(super) entity: usize,
    /// The node of the word for the role.
    pub(super) noun: usize,
}

/// The most words between an owner and a role: `its new chief press officer`.
const MOST_MODIFIERS: usize = 5;
/// How many words behind a source and its cue a request for no name is looked for.
const LONGEST_REQUEST: usize = 10;
/// How many holders of one role are told apart, so that a text of one role a million times stays linear.
const MOST_HOLDERS: usize = 32;

/// The role in a word that describes by it: `bride` of `Bride-to-be`, `mother` of `mother-of-two`.
pub(super) fn described_by(word: &str) -> Option<&str> {
    let (noun, rest) = word.split_once('-')?;
    (rest == "to-be" || rest.starts_with("of-")).then_some(noun)
}

/// A source without a name in parts: its owner or article, its modifiers, and its head.
#[derive(Clone, Copy, Debug)]
struct Description {
    start: usize,
    end: usize,
    head: usize,
    role: Option<Role>,
}

impl<'t> Cast<'t> {
    fn word(&self, node: &Node) -> &'t str {
        node.span.of(self.text)
    }

    /// Where the modifiers of the noun at node `noun` begin: `finance` of `the finance minister`.
    fn modified_from(&self, view: &View, noun: usize) -> usize {
        let modifier = |&i: &usize| matches!(view.nodes[i].tag, Tag::Noun | Tag::Adj | Tag::Name);
        noun - (noun.saturating_sub(MOST_MODIFIERS)..noun).rev().take_while(modifier).count()
    }

    /// The words that modify the role of `holder`.
    fn modifiers<'v>(&self, view: &'v View, holder: &Holder) -> &'v [Node] {
        view.nodes.get(self.modified_from(view, holder.noun)..holder.noun).unwrap_or_default()
    }

    fn is_among(&self, list: &[Node], node: &Node) -> bool {
        list.iter().any(|n| self.word(n).eq_ignore_ascii_case(self.word(node)))
    }

    /// Whether `holder` was described by all the modifiers that `own` names.
    fn is_fuller(&self, view: &View, own: &[Node], holder: &Holder) -> bool {
        let known = self.modifiers(view, holder);
        own.iter().all(|n| self.is_among(known, n)) && !self.is_other(view, own, holder)
    }

    /// Whether a modifier makes the role of `holder` another office than one with the modifiers `own`: the vice chairman is
    /// no chairman.
    fn is_other(&self, view: &View, own: &[Node], holder: &Holder) -> bool {
        let known = self.modifiers(view, holder);
        known.iter().any(|n| Role::in_text(self.word(n)).is_some() && !self.is_among(own, n))
    }

    /// The last of `holders` before node `at`, or else the first behind it.
    fn nearest(&self, holders: &[Holder], at: usize) -> Option<usize> {
        let person = |h: &&Holder| self.entities.get(h.entity).is_some_and(|e| !e.thing);
        let before = holders.partition_point(|h| h.at < at);
        let found = holders[..before].iter().rev().find(person).or(holders.iter().find(person));
        found.map(|h| h.entity)
    }

    /// Who holds the office of `d`: `the finance minister` of `Ansa Weld, the finance minister`.
    fn office(&self, view: &View, tokens: &[Token], d: &Description) -> Option<usize> {
        let holders = self.roles.get(d.role?.word)?;
        let own = view.nodes.get(d.start + 1..d.head)?;
        if !own.is_empty() {
            let fuller = holders.iter().rev().take(MOST_HOLDERS).filter(|h| self.is_fuller(view, own, h));
            let mut fuller: Vec<Holder> = fuller.copied().collect();
            fuller.reverse();
            if let Some(found) = self.nearest(&fuller, d.start) {
                return Some(found);
            }
        }
        // “The Derrow senator”, “the former mayor”, “the inspector general”: sure only where the text has one.
        let adjective = |(n, t): (&Node, &Token)| {
            n.tag == Tag::Adj && !n.class.any(Class::CAPITAL) && Role::of(t.lemma).is_none()
        };
        let plain = own.iter().zip(&tokens[d.start + 1..]).all(adjective);
        let one = || holders.iter().all(|h| holders.first().is_some_and(|first| first.entity == h.entity));
        let owned = own.iter().any(|n| n.tag == Tag::Poss);
        let same = || holders.iter().rev().take(MOST_HOLDERS).all(|h| !self.is_other(view, own, h));
        self.nearest(holders, d.start).filter(|_| plain || !owned && one() && same())
    }

    /// Who is `its spokeswoman` or `his sister`: the one who is called so by the same pronoun, or by the name of an owner
    /// for whom it can stand.
    fn owned(&self, view: &View, d: &Description) -> Option<usize> {
        let holders = self.roles.get(d.role?.word)?;
        let pronoun = self.word(view.nodes.get(d.start)?);
        let own = view.nodes.get(d.start + 1..d.head)?;
        let own: Vec<Node> = own.iter().filter(|n| self.word(n) != "own").copied().collect();
        let owner = |h: &Holder| {
            let before = self.modified_from(view, h.noun).checked_sub(1)?;
            let node = view.nodes.get(before)?;
            match node.tag {
                Tag::PossDet => Some(self.word(node).eq_ignore_ascii_case(pronoun)),
                Tag::Poss => {
                    let owner = self.mentions.partition_point(|m| m.end < before);
                    let owner = self.mentions.get(owner).filter(|m| m.end == before);
                    let entity = owner.and_then(|m| self.entities.get(m.entity));
                    let gender = Gender::of_pronoun(&pronoun.to_ascii_lowercase());
                    let known = |e: &Entity<'_>| match gender {
                        Gender::Unknown => e.thing,
                        _ => e.gender == gender,
                    };
                    Some(entity.is_some_and(known))
                }
                _ => None,
            }
        };
        let fits = |h: &&Holder| owner(h) == Some(true) && self.is_fuller(view, &own, h);
        let mut found = holders.iter().take(MOST_HOLDERS).filter(fits).map(|h| h.entity);
        let first = found.next().filter(|&e| self.entities.get(e).is_some_and(|e| !e.thing))?;
        found.all(|e| e == first).then_some(first)
    }

    /// The name behind a source without one: `said its spokeswoman, Ansa Weld.`, `the mayor of Derrow, Ansa Weld, who built it,
    /// said`.
    pub(super) fn apposed(&self, view: &View, found: &Found, start: usize, end: usize) -> Option<usize> {
        let tag = |i: usize| view.nodes.get(i).map_or(Tag::Edge, |n| n.tag);
        let person = |n: &Node| n.tag == Tag::Noun && n.class.any(Class::PERSON);
        let inverted = found.cue.1 > 0 && found.cue.1 <= start && tag(found.cue.1 - 1).verb();
        let described = view.nodes.get(start..end)?.iter().any(person);
        if !described || tag(end) != Tag::Comma {
            return None;
        }
        let at = self.mentions.partition_point(|m| m.start <= end);
        let m = self.mentions.get(at).filter(|m| m.from == end + 1)?;
        let closes = |t: Tag| matches!(t, Tag::Comma | Tag::Stop | Tag::Dash | Tag::QuoteOpen | Tag::Edge);
        let closed = if inverted { closes(tag(m.end)) } else { tag(m.end) == Tag::Comma };
        (closed && self.entities.get(m.entity).is_some_and(|e| !e.thing)).then_some(m.entity)
    }

    /// Whether nobody but `entity` is meant by a description of the role `role`: neither has the text another word for what
    /// they are, nor called it anybody else so.
    fn is_free(&self, role: Role, entity: usize) -> bool {
        let free = |e: &Entity<'_>| !e.called && !e.thing && e.words > 1 && e.gender.fits(role.gender);
        self.entities.get(entity).is_some_and(free)
            && !self.roles.contains_key(role.word)
            && !self.described.contains_key(role.word)
    }

    /// Another word for who the sentence before is about: `Ansa Weld confirmed it. “I saw it,” the engineer said.`, `Orrin
    /// Hale, 71, came first. “I ran,” said the grandfather.`
    fn again(
        &self,
        view: &View,
        found: &Found,
        (at, role): (usize, Role),
        previous: &Spoke,
    ) -> Option<usize> {
        let here = view.units.partition_point(|u| u.end <= at);
        let (n, unit) = (here.checked_sub(1)?, view.units.get(here)?);
        let before = view.units.get(n)?;
        let content = found.content.iter().flat_map(|&(s, e)| view.nodes.get(s..e).unwrap_or_default());
        let mut pronouns = content
            .take(WINDOW)
            .filter(|n| n.tag == Tag::Pron || n.tag == Tag::PossDet)
            .map(|n| self.word(n));
        let third = |word: &str| Gender::of_pronoun(&word.to_ascii_lowercase()) != Gender::Unknown;
        let own = pronouns.clone().any(|word| word == "I");
        if pronouns.any(third) {
            return None;
        }
        let said = previous.person.filter(|p| p.1 == n && p.0.known() == Known::Named);
        if let Some(entity) = said.and_then(|p| self.named_so(p.0.name())) {
            return Some(entity).filter(|&e| self.is_free(role, e));
        }
        if !own || before.paragraph != unit.paragraph {
            return None;
        }
        let first = self.mentions.partition_point(|m| m.start < before.start);
        let m = self.mentions.get(first).filter(|m| m.unit == n)?;
        let tag = |i: usize| view.nodes.get(i).map_or(Tag::Edge, |n| n.tag);
        let aged = tag(m.end) == Tag::Comma && tag(m.end + 1) == Tag::Num && tag(m.end + 2) == Tag::Comma;
        let relative = role.gender != Gender::Unknown && !role.title;
        Some(m.entity).filter(|&e| aged && relative && self.is_free(role, e))
    }

    /// Who is told of by age or by children alone: `the 31-year-old`, `the father-of-two`, the one whom the sentence before is
    /// about, or who spoke in it.
    fn aged(&self, view: &View, d: &Description, previous: &Spoke) -> Option<usize> {
        let word = self.word(view.nodes.get(d.head)?);
        if !word.ends_with("year-old") && described_by(word).is_none() {
            return None;
        }
        let gender = d.role.map(|r| r.gender).unwrap_or_default();
        let here = view.units.partition_point(|u| u.end <= d.start);
        let tag = |i: usize| view.nodes.get(i).map_or(Tag::Edge, |n| n.tag);
        let from = self.mentions.partition_point(|m| m.unit + 2 < here);
        let to = self.mentions.partition_point(|m| m.start < d.start);
        let subject = |m: &&Mention| {
            let entity = self.entities.get(m.entity).filter(|e| !e.thing && e.gender.fits(gender));
            let follows = tag(m.end);
            let governed = m.from.checked_sub(1).is_some_and(|i| tag(i) == Tag::Prep);
            entity.is_some()
                && !governed
                && (follows.verb() || follows.aux() || matches!(follows, Tag::Comma | Tag::Adv | Tag::Open))
        };
        let near = self.mentions.get(from..to).unwrap_or_default();
        let unit = near.iter().rev().find(subject)?.unit;
        let found = near.iter().filter(|m| m.unit == unit).find(subject).map(|m| m.entity);
        found.or_else(|| previous.person.and_then(|p| self.named_so(p.0.name())))
    }

    /// A source without a name: who holds the office, or the description.
    pub(super) fn described(
        &mut self,
        view: &View,
        tokens: &[Token],
        found: &Found,
        (start, end): (usize, usize),
        previous: &Spoke,
    ) -> Speaker {
        let whole = view.nodes[start].span.hull(view.nodes[end - 1].span);
        // The head: the last noun before the first preposition, comma or relative.
        let noun = |i: usize| matches!(view.nodes[i].tag, Tag::Noun | Tag::Plural);
        // “A source close to the player”, “a woman dressed in red”
        let behind = |i: usize| {
            let node = view.nodes[i];
            let next = view.nodes.get(i + 1).map_or(Tag::Edge, |n| n.tag);
            let close =
                node.tag == Tag::Noun && node.class.any(Class::ADJ) && matches!(next, Tag::To | Tag::Prep);
            let adjective = close || matches!(node.tag, Tag::Adj | Tag::Part | Tag::Ing | Tag::To);
            adjective && i > start && noun(i - 1) && !matches!(next, Tag::Noun | Tag::Plural)
        };
        let body = (start..end)
            .take_while(|&i| {
                !matches!(view.nodes[i].tag, Tag::Prep | Tag::Comma | Tag::Rel | Tag::Wh | Tag::Open)
                    && !behind(i)
            })
            .count();
        let head = (start..start + body)
            .rev()
            .find(|&i| matches!(view.nodes[i].tag, Tag::Noun | Tag::Plural | Tag::Name))
            .unwrap_or(start);
        let first = view.nodes[start];
        let definite = self.word(&first).eq_ignore_ascii_case("the");
        let possessed = first.tag == Tag::PossDet;
        let role =
            self.role(&view.nodes[head], &tokens[head]).filter(|_| view.nodes[head].tag != Tag::Plural);
        let d = Description { start, end, head, role };
        if let Some(e) = self.holder(view, tokens, found, &d, previous) {
            return Speaker::new(self.entities[e].full, Known::Named);
        }
        let mut from = start;
        while from < end.saturating_sub(1)
            && matches!(view.nodes[from].tag, Tag::Det)
            && !view.nodes[from].class.any(Class::NUMERAL)
        {
            from += 1;
        }
        if possessed {
            from = start;
        }
        let span = view.nodes[from].span.hull(whole);
        let span = Span::new(view.nodes[from].span.start, span.end);
        // “A State Department rep” is “the representative” later.
        let word = role.map_or(self.word(&view.nodes[head]), |r| r.word);
        let words = Words::new();
        let unnamed = words.of(&tokens[head]).is(Word::UNNAMED)
            || tokens[start..end].iter().any(|t| words.of(t).is(Word::KEEPS_BACK))
            || self.asks_not_to_be_named(tokens, found, (start, end));
        let known = if unnamed { Known::Anonymous } else { Known::Role };
        // “The campaign” of Weld's campaign, but not “the Hale campaign”.
        let fuller = self.described.get(word).copied().filter(|fuller| {
            let own = view.nodes.get(start + 1..head).unwrap_or_default();
            let known = fuller.of(self.text);
            own.iter().all(|n| known.split_whitespace().any(|w| w == self.word(n)))
        });
        if let Some(fuller) = fuller.filter(|_| definite) {
            return Speaker::new(fuller, known);
        }
        let entry = self.described.entry(word).or_insert(span);
        if !definite || fuller.is_none() {
            *entry = span;
        }
        Speaker::new(span, known)
    }

    /// Whether the words between a source and its cue, or those behind the cue, say that no name may be given: `a clerk, who asked
    /// not to be named, said`.
    fn asks_not_to_be_named(&self, tokens: &[Token], found: &Found, (start, end): (usize, usize)) -> bool {
        let (from, to) = (start.min(found.cue.0), end.max(found.cue.1) + LONGEST_REQUEST);
        let window = tokens.get(from..to.min(tokens.len())).unwrap_or_default();
        let words = Words::new();
        let not =
            |t: &Token| matches!(t.lemma, "not" | "decline" | "refuse") || t.span.of(self.text) == "n't";
        let be = |i: usize| window.get(i).is_some_and(|t| t.lemma == "be");
        let named = |&i: &usize| window.get(i).is_some_and(|t| words.of(t).is(Word::NAMES));
        let behind = |i: usize| be(i - 1) || i > 1 && be(i - 2) && window.get(i - 1).is_some_and(not);
        (1..window.len()).filter(named).any(behind) && window.iter().any(not)
    }

    /// Who or what of the text `d` describes: the holder of an office, a relative, a body.
    fn holder(
        &self,
        view: &View,
        tokens: &[Token],
        found: &Found,
        d: &Description,
        previous: &Spoke,
    ) -> Option<usize> {
        let (first, head) = (view.nodes.get(d.start)?, view.nodes.get(d.head)?);
        if first.tag == Tag::PossDet {
            return self.owned(view, d);
        }
        if !self.word(first).eq_ignore_ascii_case("the") {
            return None;
        }
        if let Some(e) = self.aged(view, d, previous) {
            return Some(e);
        }
        if let Some(e) = d.role.and_then(|_| self.office(view, tokens, d)) {
            return Some(e);
        }
        // “The council said” of the Derrow City Council.
        let bare = d.head == d.start + 1 && d.end == d.start + 2;
        if let Some(&e) = self.bodies.get(self.word(head)).filter(|_| bare) {
            return Some(e);
        }
        let alone = d.end == d.head + 1;
        d.role.filter(|_| alone).and_then(|role| self.again(view, found, (d.start, role), previous))
    }
}
