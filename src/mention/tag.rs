//! Parts of speech: which of its word classes each token has where it stands.
//!
//! The lexicon says what a word can be; one pass over the sentence chooses. What it looks at: the tags before (is a
//! noun phrase open, which auxiliary governs), the classes of the next words, and how many clauses still wait for
//! their finite verb. The last is what tells "the man arrested on Monday said" from "police arrested the man".

mod ahead;
mod closed;
mod group;
mod levels;
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
