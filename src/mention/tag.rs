//! Parts of speech: which of its word classes each token has where it stands.
//!
//! The lexicon says what a word can be; one pass over the sentence chooses. What it looks at: the tags before (is a
//! noun phrase open, which auxiliary governs), the classes of the next words, and how many clauses still wait for
//! their finite verb. The last is what tells "the man arrested on Monday said" from "police arrested the man".

mod ahead;
mod closed;
mod group;
mod name;
mod open;
mod past;
mod present;

use std::sync::LazyLock;

use crate::lexicon::{Class, kept_particles, particles};
use crate::token::{Token, TokenKind};

/// The part of speech of a token in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Noun,
    Proper,
    Pronoun,
    /// Articles, demonstratives, quantifiers and possessive determiners before a noun.
    Det,
    /// Adjectives, participles before their noun included.
    Adj,
    Adv,
    Prep,
    /// The mark of an infinitive.
    To,
    Coord,
    /// Opens an adverbial clause: because, after, if, when.
    Subord,
    /// Opens a relative clause; where and that can do so too.
    Rel,
    /// "that" or "whether" before a content clause.
    That,
    /// Opens a question or a content clause: who, what, how.
    Wh,
    /// The clitic of a genitive.
    Genitive,
    Modal,
    /// A finite form of be, have or do.
    Aux,
    /// A finite form of another verb.
    Finite,
    /// A past participle that belongs to a verb group or heads a phrase.
    Participle,
    /// An -ing form that is a verb.
    Ing,
    /// A base form: after to, a modal or do, and in imperatives.
    Base,
    Numeral,
    Mark,
}

impl Tag {
    /// Whether it can carry a clause.
    pub(crate) const fn is_finite(self) -> bool {
        matches!(self, Self::Modal | Self::Aux | Self::Finite)
    }

    /// Any form of a verb.
    pub(crate) const fn is_verb(self) -> bool {
        matches!(self, Self::Modal | Self::Aux | Self::Finite | Self::Participle | Self::Ing | Self::Base)
    }

    /// Whether it can be the head of a noun phrase.
    pub(crate) const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Proper | Self::Pronoun | Self::Numeral)
    }

    /// Words that stand inside a noun phrase, before its head or as it.
    pub(crate) const fn in_noun_phrase(self) -> bool {
        self.is_nominal() || matches!(self, Self::Det | Self::Adj | Self::Genitive)
    }
}

/// The tag of each token of one sentence.
pub(crate) fn resolve(tokens: &[Token]) -> Vec<Tag> {
    let mut out = Vec::with_capacity(tokens.len());
    resolve_into(tokens, &mut out);
    out
}

/// As [`resolve`], into a buffer that is emptied first.
pub(crate) fn resolve_into(tokens: &[Token], out: &mut Vec<Tag>) {
    resolve_named(tokens, None, out);
}

/// As [`resolve_into`], where the token at `named` is known to be a name.
pub(crate) fn resolve_named(tokens: &[Token], named: Option<usize>, out: &mut Vec<Tag>) {
    out.clear();
    let mut tagger = Tagger::new(tokens, core::mem::take(out));
    tagger.named = named;
    for at in 0..tokens.len() {
        let tag = tagger.choose(at);
        tagger.push(at, tag);
    }
    *out = tagger.tags;
}

/// What the words so far demand of the next verb form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    None,
    /// After to, a modal or do.
    Base,
    /// After have.
    Participle,
    /// After be.
    Be,
}

/// A clause that has begun.
#[derive(Clone, Copy, Debug, Default)]
struct Level {
    /// A nominal that can be its subject has been seen.
    subject: bool,
    /// It has its finite verb.
    finite: bool,
    /// Its last verb.
    verb: Option<Tag>,
    /// That verb may take a content clause without "that".
    says: bool,
    /// The token that opened it.
    start: usize,
}

/// Deep enough for any sentence that people write; deeper clauses share the last level.
const DEPTH: usize = 12;
/// How far ahead a finite verb is looked for.
const AHEAD: usize = 28;

struct Tagger<'t> {
    tokens: &'t [Token],
    tags: Vec<Tag>,
    levels: [Level; DEPTH],
    depth: usize,
    group: Group,
    /// What a verb group demands that commas interrupt, and where the second of them stands.
    held: (Group, usize),
    /// Most of the longer words have capitals: a headline, where a capital says nothing.
    title_case: bool,
    /// A token that is a name, as the rest of the text tells.
    named: Option<usize>,
}

impl<'t> Tagger<'t> {
    fn new(tokens: &'t [Token], tags: Vec<Tag>) -> Self {
        const SMALL: Class = Class::PREP.or(Class::DET).or(Class::COORD);
        let (mut capitals, mut words, mut verbs, mut lower) = (0, 0, 0, 0);
        for t in tokens.iter().filter(|t| t.is_word() && t.span.len() > 2) {
            let capital = usize::from(t.is(Class::CAPITAL));
            if t.span.len() > 3 && !t.is(Class::PREP) {
                words += 1;
                capitals += capital;
            }
            lower += usize::from(capital == 0 && !t.is(SMALL));
            verbs += usize::from(t.is(Class::THIRD));
        }
        // "Train Hits Bus": short words count too where no full stop ends the text and one can be a verb.
        let stop = tokens.last().is_some_and(|t| t.kind == TokenKind::Mark);
        let short = tokens.len() > 2 && lower == 0 && verbs > 0 && !stop;
        let title_case = short || words > 2 && capitals * 10 >= words * 8;
        Self {
            tokens,
            tags,
            levels: [Level::default(); DEPTH],
            depth: 0,
            group: Group::None,
            held: (Group::None, 0),
            title_case,
            named: None,
        }
    }

    #[inline(always)]
    fn choose(&self, at: usize) -> Tag {
        let t = &self.tokens[at];
        match t.kind {
            TokenKind::Number => Tag::Numeral,
            TokenKind::Mark if t.mark == '&' => Tag::Coord,
            TokenKind::Mark if self.plural_genitive(at) => Tag::Genitive,
            TokenKind::Mark => Tag::Mark,
            TokenKind::Word if self.glued_amount(at) => Tag::Numeral,
            TokenKind::Word if t.is(Class::CAPITAL) && (self.calendar(at) || self.proper(at)) => Tag::Proper,
            TokenKind::Word => self.closed(at).unwrap_or_else(|| self.open_class(at)),
        }
    }

    /// Notes the choice for the token at `at` and what it opens or closes.
    fn push(&mut self, at: usize, tag: Tag) {
        let before = self.group;
        if let Some(close) = self.interrupts(at) {
            self.held = (self.group, close);
        }
        self.group = self.group_after(at, tag);
        let c = self.class(at);
        if self.depth > 0 && matches!(tag, Tag::Det | Tag::Pronoun) && self.main_subject_at(at) {
            self.leave();
        }
        // "Two dead after": a heading that has no verb waits for none.
        if tag == Tag::Subord && self.heading_before(at) {
            self.levels[0].finite = true;
        }
        match tag {
            Tag::Rel => self.enter(Level { subject: true, ..Level::default() }),
            Tag::Subord | Tag::That => self.enter(Level::default()),
            Tag::Wh if at == 0 => {}
            Tag::Wh => self.enter(Level { subject: c.any(Class::PRON), ..Level::default() }),
            Tag::Coord => self.conjunction(at),
            Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Numeral => {
                let level = self.levels[self.depth];
                let nominative = tag == Tag::Pronoun && c.any(Class::SUBJECT) && !c.any(Class::DET);
                if (level.finite || level.verb.is_some()) && level.says && nominative {
                    self.enter(Level { subject: true, ..Level::default() });
                } else if self.prev() != Some(Tag::Prep) || !level.finite {
                    self.levels[self.depth].subject = true;
                }
            }
            Tag::Modal | Tag::Aux | Tag::Finite => self.finish(at, tag),
            Tag::Base | Tag::Participle | Tag::Ing => {
                let level = &mut self.levels[self.depth];
                level.verb = Some(tag);
                level.says = c.any(Class::SAYS);
                // A command, or "demanded that the list be published".
                level.finite |= tag == Tag::Base && before == Group::None;
            }
            Tag::Mark => self.mark_passed(self.tokens[at].mark),
            _ => {}
        }
        self.tags.push(tag);
    }

    /// Whether the innermost clause opened the sentence, has its verb, and the main clause has not begun: "As the convoy crossed
    /// the bridge".
    fn fronted(&self) -> bool {
        let level = self.levels[self.depth];
        let main = self.levels[0];
        self.depth == 1
            && level.finite
            && !main.subject
            && !main.finite
            && level.start < 2
            && self.tags.get(level.start) == Some(&Tag::Subord)
    }

    /// Whether a fronted clause that no comma ends is over before the determiner or pronoun at `at`: a noun phrase or a verb
    /// without object stands before, and a verb comes for what follows.
    fn main_subject_at(&self, at: usize) -> bool {
        let level = self.levels[self.depth];
        let c = self.class(at);
        let new = c.any(Class::DET.or(Class::POSSDET)) && !c.any(Class::REL) || is_subjective(self.lemma(at));
        let done = match self.prev() {
            Some(Tag::Noun | Tag::Proper | Tag::Participle) => true,
            Some(Tag::Finite) => {
                at > 0 && self.class(at - 1).any(Class::INTRANSITIVE) || self.next_is_subject(at)
            }
            _ => false,
        };
        new && done && !level.says && self.fronted() && self.finite_ahead(at + 1, false) > 0
    }

    /// Whether the phrase that the determiner at `at` opens is the last before a verb, so that it is its subject.
    fn next_is_subject(&self, at: usize) -> bool {
        const PHRASE: Class = Class::NOUN.or(Class::ADJ).or(Class::NUMERAL).or(Class::UNKNOWN);
        let end = (at + 1..at + 6)
            .find(|&i| !(self.class(i).any(PHRASE) || self.proper(i)) || i > at + 1 && self.finite_at(i) > 0);
        end.is_some_and(|i| i > at + 1 && self.finite_at(i) > 0)
    }

    /// Whether the innermost clause is a relative one behind a dash.
    fn within_dashes(&self) -> bool {
        let start = self.levels[self.depth].start;
        self.tags.get(start) == Some(&Tag::Rel) && start.checked_sub(1).is_some_and(|i| self.dash_at(i))
    }

    /// Whether a dash stands at `at`: a long one, or a short one with a blank before.
    fn dash_at(&self, at: usize) -> bool {
        let Some(t) = self.tokens.get(at) else { return false };
        let parted = at.checked_sub(1).is_some_and(|i| self.tokens[i].span.end < t.span.start);
        matches!(t.mark, '—' | '–') || t.mark == '-' && parted
    }

    fn enter(&mut self, level: Level) {
        self.depth = (self.depth + 1).min(DEPTH - 1);
        self.levels[self.depth] = Level { start: self.tags.len(), ..level };
    }

    /// Leaves the clauses that have their verb, as long as one around them waits for its own.
    fn leave(&mut self) {
        while self.depth > 0 && self.levels[self.depth].finite {
            self.depth -= 1;
        }
    }

    /// A conjunction after which a clause with its own subject comes: the level waits for a verb again.
    fn conjunction(&mut self, at: usize) {
        let comma = self.prev() == Some(Tag::Mark);
        let verb = self.finite_at(self.past_adverbs(at + 1)) > 0;
        // "Brandt struck a post and Wills saved well"
        let name = (at + 1..at + 4).take_while(|&i| self.proper(i)).count();
        let named = name > 0
            && self.class(at + 1 + name).any(Class::PAST.or(Class::BASE))
            && self.finite_at(at + 1 + name) > 0;
        // "The roof leaked and the walls": no noun that the next one could be joined to.
        let first = self.class(at + 1);
        let alone = matches!(self.prev(), Some(Tag::Finite | Tag::Adv))
            && (first.any(Class::DET.or(Class::POSSDET)) && !first.any(Class::PREP)
                || self.bare_subject_at(at + 1));
        let needed = u8::from(!comma && !named && !alone && !self.own_clause_at(at + 1));
        if self.levels[self.depth].finite && !verb && self.finite_ahead(at + 2, false) > needed {
            let level = &mut self.levels[self.depth];
            *level = Level { verb: level.verb, start: at, ..Level::default() };
        }
    }

    /// Whether a plural without a determiner and its verb stand at `at`: "(hit and) power lines fell".
    fn bare_subject_at(&self, at: usize) -> bool {
        let head = (at..at + 3).find(|&i| {
            !self.class(i).any(Class::NOUN.or(Class::ADJ)) || self.class(i).all(Class::NOUN.or(Class::PLURAL))
        });
        head.is_some_and(|i| self.class(i).any(Class::PLURAL) && self.finite_at(i + 1) > 0)
    }

    /// Whether a phrase with a determiner stands at `at` and a past with an object, or one that takes none, behind it: "(lost
    /// money and) its shares dropped", "(fled and) the rebels seized the town".
    fn own_clause_at(&self, at: usize) -> bool {
        const OPENS: Class = Class::DET.or(Class::POSSDET);
        const PLAIN: Class = Class::NOUN.or(Class::ADJ).or(Class::NUMERAL).or(Class::UNKNOWN);
        if !self.class(at).any(OPENS.or(Class::PRON)) || self.class(at).any(Class::PREP) {
            return false;
        }
        let end = (at + 7).min(self.tokens.len());
        let alone = self.class(at).any(Class::PRON) && self.finite_at(at + 1) > 0;
        let verb = if alone { Some(at + 1) } else { (at + 2..end).find(|&i| self.finite_at(i) > 0) };
        let Some(verb) = verb else { return false };
        let phrase = (at + 1..verb).all(|i| {
            (self.class(i).any(PLAIN) || self.proper(i) || self.mark(i) == Some('-'))
                && !self.class(i).any(Class::PREP.or(Class::AUX))
        });
        let c = self.class(verb);
        let next = self.class(verb + 1);
        // "the woman jailed the year before": a time is no object.
        let time = self.class(verb + 2).any(Class::PERIOD);
        let object = next.any(OPENS.or(Class::NUMERAL)) && !next.any(Class::PREP) && !time;
        let ends = self.class(at).any(Class::POSSDET) && self.mark(verb + 1) == Some('.');
        phrase && !c.any(Class::MOSTLY_ADJ) && (c.any(Class::INTRANSITIVE) || object || ends)
    }

    /// A finite verb: of the innermost clause, of the clause around it, or of a content clause without "that".
    fn finish(&mut self, at: usize, tag: Tag) {
        let level = self.levels[self.depth];
        if level.finite && !matches!(self.before(), Some(Tag::Coord | Tag::Mark)) {
            if level.says && !self.waiting() {
                self.enter(Level { subject: true, ..Level::default() });
            } else {
                self.leave();
            }
        } else if level.finite && self.before() == Some(Tag::Mark) && self.waiting() {
            self.leave();
        }
        // "claimed responsibility": something is taken, nothing said.
        let taken =
            self.lemma(at) == "claim" && kept_particles!("claimed for oneself").contains(&self.lemma(at + 1));
        let says = self.class(at).any(Class::SAYS) && !taken;
        let level = &mut self.levels[self.depth];
        *level = Level { subject: level.subject, finite: true, verb: Some(tag), says, start: level.start };
    }

    fn mark_passed(&mut self, mark: char) {
        let level = self.levels[self.depth];
        let at = self.tags.len();
        if self.dash_at(at) {
            let opens = self.class(at + 1).any(Class::REL) && self.prev().is_some_and(Tag::is_nominal);
            let closes = self.within_dashes();
            if opens || closes && level.finite {
                self.depth = self.depth.saturating_sub(usize::from(closes));
                return;
            }
        }
        match mark {
            ',' => {
                // It ends a relative clause inside its head's clause, and an adverbial one before its main clause.
                if level.finite && (self.waiting() || !self.levels[0].finite) {
                    self.leave();
                } else if self.told_in_between() {
                    self.levels[self.depth] = Level { start: self.tags.len(), ..Level::default() };
                }
                // "Police said the coach, who is 40, hit a fan": the content waits for its verb behind the insertion.
                let content =
                    level.finite && level.says && self.class(at + 1).any(Class::REL) && self.told_of(at);
                self.levels[self.depth].says = false;
                if content {
                    self.enter(Level { subject: true, ..Level::default() });
                }
            }
            // A quotation ends: what follows is the clause that says who said it.
            '”' | '"' if self.prev() == Some(Tag::Mark) && level.finite => {
                self.depth = 0;
                self.levels[0] = Level { start: self.tags.len(), ..Level::default() };
            }
            ';' | ':' | '.' | '?' | '!' | '—' | '–' if level.finite => {
                if !self.waiting() {
                    self.depth = 0;
                    self.levels[0] = Level { start: self.tags.len(), ..Level::default() };
                } else {
                    self.leave();
                }
            }
            _ => {}
        }
    }

    /// Whether nothing but a noun phrase stands between a verb of saying and the comma at `at`, and a verb behind the next one.
    fn told_of(&self, at: usize) -> bool {
        let phrase = (at.saturating_sub(8)..at).rev().take_while(|&i| self.tags[i].in_noun_phrase()).last();
        let said = phrase.and_then(|i| i.checked_sub(1)).is_some_and(|i| {
            self.tags[i] == Tag::Finite
                && (kept_particles!("takes a clause, hardly an object").contains(&self.lemma(i)))
        });
        said && self.verb_after_comma(at)
    }

    /// Whether a comma here ends "(In May,) the paper reported on Monday," before the clause that it reported.
    fn told_in_between(&self) -> bool {
        let n = self.tags.len();
        let Some(verb) = (n.saturating_sub(4)..n).rev().find(|&i| self.tags[i] == Tag::Finite) else {
            return false;
        };
        let time = (verb + 1..n).all(|i| {
            matches!(self.tags[i], Tag::Prep | Tag::Adv) || self.class(i).any(Class::WEEKDAY.or(Class::MONTH))
        });
        let phrase =
            (verb.saturating_sub(8)..verb).rev().take_while(|&i| self.tags[i].in_noun_phrase()).last();
        let comma = phrase.and_then(|i| i.checked_sub(1)).is_some_and(|i| self.tokens[i].is_mark(','));
        time && comma
            && self.class(verb).any(Class::SAYS)
            && self.levels[self.depth].says
            && self.finite_ahead(n + 1, false) > 0
    }
}

/// What the rules ask of the words around a token.
impl Tagger<'_> {
    /// The class of the token at `at`, empty beyond the ends.
    fn class(&self, at: usize) -> Class {
        self.tokens.get(at).map_or(Class::default(), |t| t.class)
    }

    fn lemma(&self, at: usize) -> &'static str {
        self.tokens.get(at).map_or("", |t| t.lemma)
    }

    /// The mark at `at`, if a mark stands there.
    fn mark(&self, at: usize) -> Option<char> {
        self.tokens.get(at).filter(|t| t.kind == TokenKind::Mark).map(|t| t.mark)
    }

    fn prev(&self) -> Option<Tag> {
        self.tags.last().copied()
    }

    /// The tag before, adverbs and quotation marks passed over.
    fn before(&self) -> Option<Tag> {
        let n = self.before_bracket();
        let passed = |i: usize| {
            self.tags[i] == Tag::Adv || is_quote(self.tokens[i].mark) || self.tokens[i].mark == '%'
        };
        (n.saturating_sub(6)..n).rev().find(|&i| !passed(i)).map(|i| self.tags[i])
    }

    /// Whether the words so far end in a conjunction and a time: "and last month (turned)".
    fn after_timed_conjunction(&self) -> bool {
        let n = self.tags.len();
        let timed = |i: usize| self.class(i).any(Class::WEEKDAY.or(Class::PERIOD));
        let led = |i: usize| kept_particles!("points at a time").contains(&self.lemma(i));
        n > 2 && timed(n - 1) && led(n - 2) && self.tags[n - 3] == Tag::Coord
    }

    /// Where the words so far end, a short bracket at their end left out: "the Harbour Authority (HA)".
    fn before_bracket(&self) -> usize {
        let n = self.tags.len();
        if n == 0 || !matches!(self.tokens[n - 1].mark, ')' | ']') {
            return n;
        }
        let open = (n.saturating_sub(6)..n).rev().find(|&i| matches!(self.tokens[i].mark, '(' | '['));
        open.unwrap_or(n)
    }

    /// Whether the token at `at` starts the sentence, or a quotation or other stretch within it.
    fn at_start(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|i| {
            let Some(mark) = self.tokens.get(i).map(|t| t.mark) else { return false };
            let closes = mark == '"' && i > 0 && matches!(self.tokens[i - 1].mark, ',' | '?' | '!');
            is_opening(mark) && !closes || matches!(mark, ':' | '.' | '!' | '?' | '—' | '–' | '•')
        })
    }

    /// Whether the token at `at` starts the sentence or follows a mark or a conjunction.
    fn at_boundary(&self, at: usize) -> bool {
        at == 0 || matches!(self.prev(), Some(Tag::Mark | Tag::Coord))
    }

    /// The first token from `at` on that is no plain adverb.
    fn past_adverbs(&self, at: usize) -> usize {
        const OTHER: Class = Class::VERB
            .or(Class::PREP)
            .or(Class::NOUN)
            .or(Class::SUBORD)
            .or(Class::SUBJECT)
            .or(Class::ADJ)
            .or(Class::DET)
            .or(Class::COORD);
        (at..at + 3).find(|&i| !self.class(i).any(Class::ADV) || self.class(i).any(OTHER)).unwrap_or(at + 3)
    }

    /// Whether a noun stands before the comma just before `at`.
    fn noun_before_comma(&self, at: usize) -> bool {
        if at < 2 || !self.tokens[at - 1].is_mark(',') {
            return false;
        }
        let quoted = at > 2 && is_quote(self.tokens[at - 2].mark);
        let i = if quoted { at - 3 } else { at - 2 };
        self.tags[i].is_nominal() || self.tags[i] == Tag::Mark
    }
}

fn is_hyphen(mark: Option<char>) -> bool {
    matches!(mark, Some('-' | '‑'))
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»')
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '\'' | '«' | '(' | '[')
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '£' | '€' | '¥')
}

/// Whether a pronoun can be nothing but a subject.
pub(crate) fn is_subjective(lemma: &str) -> bool {
    static SUBJECTS: LazyLock<&[&str]> = LazyLock::new(|| particles("subject pronoun"));
    SUBJECTS.contains(&lemma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Span, token};

    /// The words of `text` that were given `tag`.
    fn words(text: &str, tag: Tag) -> Vec<&str> {
        let tokens = token::tokens(text, Span::new(0, text.len()));
        let tags = resolve(&tokens);
        tokens.iter().zip(tags).filter(|(_, t)| *t == tag).map(|(t, _)| t.span.of(text)).collect()
    }

    #[test]
    fn tells_a_reduced_relative_from_a_past() {
        assert_eq!(words("The man arrested on Monday said he was ill.", Tag::Finite), ["said"]);
        assert_eq!(words("Police arrested the man on Monday.", Tag::Finite), ["arrested"]);
        assert_eq!(words("Prices tumbled on Monday.", Tag::Finite), ["tumbled"]);
    }

    #[test]
    fn tells_nouns_from_present_verbs() {
        assert_eq!(words("The company plans to close two mills.", Tag::Finite), ["plans"]);
        assert_eq!(words("The company’s plans were shelved.", Tag::Noun), ["company", "plans"]);
    }

    #[test]
    fn gives_that_its_reading() {
        assert_eq!(words("She said that the dam held.", Tag::That), ["that"]);
        assert_eq!(words("The dam that burst was old.", Tag::Rel), ["that"]);
        assert_eq!(words("He opened that door.", Tag::Det), ["that"]);
    }

    /// Sentences and the finite verbs of each.
    fn verbs_of(cases: &[(&str, &[&str])]) {
        for (text, verbs) in cases {
            let found: Vec<&str> = {
                let tokens = token::tokens(text, Span::new(0, text.len()));
                let tags = resolve(&tokens);
                tokens.iter().zip(tags).filter(|(_, t)| t.is_finite()).map(|(t, _)| t.span.of(text)).collect()
            };
            assert_eq!(found, *verbs, "{text}");
        }
    }

    #[test]
    fn gives_the_verb_behind_a_subordinator_to_its_own_clause() {
        verbs_of(&[
            ("The cellar flooded because a pump failed.", &["flooded", "failed"]),
            ("Shares slide as a maker warns of losses", &["slide", "warns"]),
            ("Mayor quits after audit finds a hole", &["quits", "finds"]),
            ("A man arrested after the raid died in custody.", &["died"]),
            ("The village rebuilt after the quake was empty.", &["was"]),
        ]);
    }

    #[test]
    fn opens_clauses_behind_a_heading_without_a_verb() {
        assert_eq!(words("Two dead after ferry hits rocks", Tag::Subord), ["after"]);
        assert_eq!(words("Schools shut as storm nears", Tag::Subord), ["as"]);
        assert_eq!(words("Flights were cancelled as junior pilots began a strike.", Tag::Subord), ["as"]);
        assert_eq!(words("Oil fell as concern about demand outweighed supply.", Tag::Subord), ["as"]);
        assert_eq!(
            words("It ended after guards, many of them masked, threw stones.", Tag::Subord),
            ["after"]
        );
        assert!(words("He left after the war, worked in a mill, died in 1990.", Tag::Subord).is_empty());
        assert!(words("Minister quits as head of party", Tag::Subord).is_empty());
        assert!(words("He was hired as state advocate by critics.", Tag::Subord).is_empty());
    }

    #[test]
    fn begins_a_clause_after_a_conjunction_without_a_comma() {
        verbs_of(&[
            ("The bank lost money and its shares dropped.", &["lost", "dropped"]),
            ("The army left on Friday and the rebels seized the town.", &["left", "seized"]),
            ("The roof leaked and the walls cracked.", &["leaked", "cracked"]),
            ("He met the mayor and the owners of a mill sold to Halden.", &["met"]),
            ("The court freed the man and the woman jailed the year before.", &["freed"]),
        ]);
    }

    #[test]
    fn finds_the_verb_behind_a_relative_clause() {
        verbs_of(&[
            ("The ship on which he was travelling hit rocks.", &["was", "hit"]),
            ("The men who broke in cut the alarm.", &["broke", "cut"]),
            ("The woman who lives nearby called the police.", &["lives", "called"]),
            ("The girl who fell badly lost her leg.", &["fell", "lost"]),
            ("She praised the men who are rebuilding damaged homes.", &["praised", "are"]),
        ]);
    }

    #[test]
    fn tells_the_verb_of_a_heading_from_the_nouns_around_it() {
        verbs_of(&[
            ("Judge blocks ban on fishing", &["blocks"]),
            ("Train drivers back strike", &["back"]),
            ("Train hits bus", &["hits"]),
            ("Tech stocks drag", &["drag"]),
            ("Firm cuts jobs, blames tariffs", &["cuts", "blames"]),
            ("Ship carrying 200 cars sinks off Halden", &["sinks"]),
            ("Police chief backs ban", &["backs"]),
            ("Test scores hide gaps.", &["hide"]),
            ("Rebel attack kills nine", &["kills"]),
            ("Train Hits Bus", &["Hits"]),
            ("Halden faces probe into fees", &["faces"]),
            ("Two dead after ferry hits rocks off Halden coast", &["hits"]),
        ]);
        assert_eq!(words("Watch the video here.", Tag::Base), ["Watch"]);
        assert_eq!(words("Train for six weeks before the race.", Tag::Base), ["Train"]);
    }

    #[test]
    fn tells_plural_presents_from_nouns() {
        verbs_of(&[
            ("Opponents face jail and some leave the country.", &["face", "leave"]),
            ("Many students live here, and many now list their parents as tenants.", &["live", "list"]),
            ("Residents who own dogs must pay.", &["own", "must"]),
            ("The rock on which the town stands is old.", &["stands", "is"]),
            ("Some work was done.", &["was"]),
            ("The airline cut jobs and blames tariffs.", &["cut", "blames"]),
            ("The man who owns the flower show was ill.", &["owns", "was"]),
        ]);
    }

    #[test]
    fn reads_ing_forms_after_a_comma_as_deeds() {
        assert_eq!(words("A bomb went off, killing at least nine people.", Tag::Ing), ["killing"]);
        assert_eq!(words("Gunmen stormed the village, firing into the air.", Tag::Ing), ["firing"]);
        assert_eq!(words("He left before finding Price guilty.", Tag::Ing), ["finding"]);
        assert!(words("They met for training in the hills.", Tag::Ing).is_empty());
        assert!(words("It offers meals, training for staff and pay.", Tag::Ing).is_empty());
    }

    #[test]
    fn finds_who_told_behind_brackets_and_participles() {
        verbs_of(&[
            ("Fares rose 3%, the Office for Rail (ORR) said.", &["rose", "said"]),
            ("Fares rose 3%, figures released on Monday showed.", &["rose", "showed"]),
            ("Fares rose 3%, a poll published by the Gazette showed.", &["rose", "showed"]),
            ("He praised the firm, a mill founded by Ada Weld.", &["praised"]),
        ]);
    }

    #[test]
    fn gives_relatives_between_dashes_their_reading() {
        assert_eq!(words("The museum – which reopened in May – has closed.", Tag::Rel), ["which"]);
        assert_eq!(words("The museum - which reopened after a refit - has closed.", Tag::Prep), ["after"]);
        assert_eq!(words("The charity says that 6 million people need food.", Tag::That), ["that"]);
        assert_eq!(words("He spent that 40 pounds on food.", Tag::Det), ["that"]);
    }

    #[test]
    fn gives_the_main_clause_its_subject_behind_a_fronted_one() {
        verbs_of(&[
            ("As the convoy crossed the bridge a mine exploded.", &["crossed", "exploded"]),
            ("When police arrived the man fled.", &["arrived", "fled"]),
            ("If the ferry sinks the owner will be blamed.", &["sinks", "will"]),
            ("Asked why the alarm failed, the mayor walked off.", &["failed", "walked"]),
            ("The plane took off, then turned back.", &["took", "turned"]),
            ("He was arrested, then released.", &["was"]),
        ]);
    }

    #[test]
    fn gives_a_second_subject_its_passive() {
        verbs_of(&[
            ("Two people were killed and 12 injured in the blast.", &["were", "injured"]),
            ("One man was jailed and a third charged.", &["was", "charged"]),
            ("Two people were killed and 12 injured men were led away.", &["were", "were"]),
            ("She was seen by a nurse and two men injured in the crash.", &["was"]),
        ]);
    }

    #[test]
    fn gives_forms_that_are_all_of_a_verb_their_reading() {
        verbs_of(&[
            ("The judge let the man go home but set bail at 50 crowns.", &["let", "set"]),
            ("The man who left, whom police have not named, is ill.", &["left", "have", "is"]),
            ("Police said the coach, who is 40, hit a fan.", &["said", "is", "hit"]),
            ("She said that the plan likely broke the law.", &["said", "broke"]),
            ("Rents rose 4%, data shows.", &["rose", "shows"]),
            ("The storm hit and power lines fell.", &["hit", "fell"]),
        ]);
        assert_eq!(words("The plan would raise taxes and cut spending.", Tag::Base), ["raise", "cut"]);
        assert_eq!(words("It made the firm cut costs.", Tag::Base), ["cut"]);
    }
}
