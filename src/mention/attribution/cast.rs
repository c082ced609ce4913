//! The people and bodies that a text names, and which of them a source is.

mod holder;
mod label;
mod pronoun;

use std::sync::LazyLock;

use super::{
    super::speaker::{Known, Speaker},
    Found, Named,
    bearers::Bearers,
    cast::{holder::Holder, label::Labels},
    cues::{Word, Words},
    view::{Node, Phrase, Tag, View},
};
use crate::{
    Span,
    hash::{Map, Set},
    lexicon::{Class, Form, PEOPLE, PLACES, Shapes, UNNAMED, kept_particles, particles, rows},
    mention::{gender::Gender, role::Role},
    token::Token,
};

static INSIDE_NAMES: LazyLock<&[&str]> = LazyLock::new(|| particles("inside a name"));

static UNNAMED_HEADS: LazyLock<Set<&'static str>> = LazyLock::new(|| rows(UNNAMED).map(|r| r[0]).collect());

static PERSONS: LazyLock<Set<&'static str>> = LazyLock::new(|| rows(PEOPLE).map(|r| r[0]).collect());

static COUNTRIES: LazyLock<Set<&'static str>> = LazyLock::new(|| rows(PLACES).map(|r| r[0]).collect());

/// What the names of countries look like.
static COUNTRY_SHAPES: LazyLock<Shapes> = LazyLock::new(|| Shapes::new(COUNTRIES.iter().copied(), 0));

/// What the letters behind a name look like.
static LETTERS: LazyLock<Shapes> = LazyLock::new(|| {
    let lower: Vec<String> = particles("after a name").iter().map(|w| w.to_ascii_lowercase()).collect();
    Shapes::new(lower.iter().map(String::as_str), 0)
});

/// Whether `word` is a first name and nothing else: `Maria`.
pub(super) fn is_first_name(word: &str) -> bool {
    Gender::of_first_name(word) != Gender::Unknown
}

/// Whether an unknown noun is made like words for those who do something: `flanker`, `hydrologist`.
fn is_agent(word: &str, token: &Token) -> bool {
    let made = || ["er", "or", "ist", "ian", "man", "woman"].iter().any(|end| word.ends_with(end));
    token.is(Class::UNKNOWN) && !token.is(Class::CAPITAL) && made()
}

/// Asks `list` for a word in lower case; no word of the lists is longer than what fits.
pub(super) fn lookup<T>(word: &str, list: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut buffer = [0_u8; 32];
    let lower = buffer.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    list(core::str::from_utf8(lower).ok()?)
}

/// Who spoke before, the last first: anybody, a person, and a body or a paper; each with the unit of the words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spoke {
    pub(super) last: Option<(Speaker, usize)>,
    person: Option<(Speaker, usize)>,
    thing: Option<(Speaker, usize)>,
    /// Several people: `residents`.
    many: Option<(Speaker, usize)>,
}

/// Somebody or something with a name.
#[derive(Clone, Copy, Debug)]
struct Entity<'t> {
    /// The fullest name so far.
    full: Span,
    words: usize,
    first: &'t str,
    gender: Gender,
    /// A country, a body, a paper: nobody whom `she` can stand for.
    thing: bool,
    /// Whether the text has a role for them: `mayor`.
    called: bool,
    /// Whether the text tells their age.
    aged: bool,
    /// Whether the text tells that it is a body: `Derrow Lines, the company that`.
    body: bool,
    /// Whether it has an article or is made of common words alone: `the Derrow Union`, `Central Bank`.
    common: bool,
}

impl Entity<'_> {
    /// Whether it is surely no person: “Ulla Brandt” may be one, though a brandt is a thing.
    const fn is_body(&self) -> bool {
        self.thing && (self.body || self.common || self.words == 1)
    }

    /// Whether more than the look of the name tells that it is a person's.
    fn is_person(&self) -> bool {
        self.called || self.aged || self.gender != Gender::Unknown
    }
}

/// A name where it stands: nodes `start..end`.
#[derive(Clone, Copy, Debug)]
struct Mention {
    /// Where the title before it begins.
    from: usize,
    start: usize,
    end: usize,
    entity: usize,
    /// The unit it stands in.
    unit: usize,
}

/// The names of one text.
#[derive(Debug)]
pub(super) struct Cast<'t> {
    text: &'t str,
    entities: Vec<Entity<'t>>,
    mentions: Vec<Mention>,
    /// Where the fullest name of each entity begins, in the order of the text, and which it is.
    by_full: Vec<(usize, usize)>,
    /// Entities by each word that can stand for them, the latest last.
    by_word: Map<&'t str, Bearers>,
    /// Roles with their holders, the latest last: `mayor`, and who was called so.
    roles: Map<&'static str, Vec<Holder>>,
    /// Bodies by their initials and by the noun that `the` can stand before: `WHF` and `forum` for `World Harbour Forum`.
    bodies: Map<String, usize>,
    /// The fullest description for each head of a nameless source: `spokesman` for `a spokesman for the port`.
    described: Map<&'t str, Span>,
    labels: Labels,
}

/// The most words of a body whose initials are noted.
const LONGEST_INITIALS: usize = 8;
impl<'t> Cast<'t> {
    pub(super) fn new(text: &'t str, view: &View, tokens: &[Token]) -> Self {
        let mut cast = Self {
            text,
            entities: Vec::with_capacity(32),
            mentions: Vec::with_capacity(64),
            by_full: Vec::new(),
            by_word: Map::with_capacity_and_hasher(view.names.clamp(28, 448), Default::default()),
            roles: Map::with_capacity_and_hasher(14, Default::default()),
            bodies: Map::with_capacity_and_hasher(14, Default::default()),
            described: Map::default(),
            labels: Labels::new(text, view),
        };
        for (n, unit) in view.units.iter().enumerate() {
            let mut i = cast.labels.end(unit.start).unwrap_or(unit.start);
            let next = |i: usize| {
                let rest = view.nodes.get(i..unit.end)?;
                Some(i + rest.iter().position(|node| node.tag == Tag::Name && node.quote == 0)?)
            };
            while let Some(start) = next(i) {
                let end = cast.run(view, start, unit.end);
                let (from, to) = cast.undated(view, start, end);
                cast.name(view, tokens, n, from, to);
                i = end;
            }
        }
        cast.by_full.extend(cast.entities.iter().enumerate().map(|(i, e)| (e.full.start, i)));
        cast.by_full.sort_unstable();
        cast
    }

    /// Where the run of names that starts at `i` ends; particles may stand within: `Tesfaye de Bekele`.
    fn run(&self, view: &View, i: usize, end: usize) -> usize {
        let mut j = i + 1;
        // “Ansa Baker of Derrow”: people are not of a place by name.
        let full = || is_first_name(view.nodes[i].span.of(self.text));
        while j < end {
            let (node, before) = (&view.nodes[j], &view.nodes[j - 1]);
            if node.span.start > before.span.end + '\u{2009}'.len_utf8() {
                break;
            }
            let name_at = |k: usize| k < end && view.nodes[k].tag == Tag::Name && view.nodes[k].quote == 0;
            if name_at(j) {
                j += 1;
                continue;
            }
            // Most names end here.
            let (next, then, compound) = (name_at(j + 1), name_at(j + 2), node.class.any(Class::COMPOUND));
            if !next && !then && !compound || node.tag.mark() && node.tag != Tag::Other {
                break;
            }
            let word = node.span.of(self.text);
            let particle = || INSIDE_NAMES.contains(&word);
            let arabic = || compound && (word.starts_with("al-") || word.starts_with("el-"));
            // A body is named with common nouns: `Bank of Derrow`, `Bread for the Valleys`.
            let body = || matches!(word, "of" | "for") && !full() && !before.class.any(Class::UNKNOWN);
            j += match (next, then) {
                (true, _) if particle() || arabic() => 1,
                (true, _) if body() || word == "&" => 2,
                (_, true) if body() && view.nodes[j + 1].tag == Tag::Det && !arabic() => 3,
                _ if arabic() => 1,
                _ => break,
            };
        }
        j
    }

    fn role(&self, node: &Node, token: &Token) -> Option<Role> {
        if !token.may_be_role() {
            return None;
        }
        let word = node.span.of(self.text);
        if let Some(noun) = token.is(Class::COMPOUND).then(|| holder::described_by(word)).flatten() {
            return lookup(noun, Role::of);
        }
        if token.form != Form::UNKNOWN {
            return Role::of_form(token.form);
        }
        let word = if word.ends_with('.') { word.trim_end_matches('.') } else { word };
        let fits = if token.is(Class::ROLE) { Role::fits(word) } else { Role::fits_unknown(word) };
        let written = fits.then(|| lookup(word, Role::of)).flatten();
        written.or_else(|| if token.lemma.is_empty() { None } else { Role::of(token.lemma) })
    }

    /// Takes up the name at nodes `start..end`.
    fn name(&mut self, view: &View, tokens: &[Token], unit: usize, start: usize, end: usize) {
        let end = self.without_letters(view, start, end);
        let (first, stop) = view.units.get(unit).map_or((0, 0), |u| (u.start, u.end));
        let mut gender = Gender::Unknown;
        let mut called: Vec<(&'static str, usize)> = Vec::new();
        let mut note = |i: usize| {
            if let Some(role) = self.role(&view.nodes[i], &tokens[i]) {
                if role.gender != Gender::Unknown {
                    gender = role.gender;
                }
                if role.alone {
                    called.push((role.word, i));
                }
            }
        };
        // Titles in capitals are part of the run, others stand before it: `President Weld`, `spokesman Weld`. What ends
        // a run is no title: `Arun Sen`.
        let last = end.saturating_sub(usize::from(end > start + 1));
        let title = (start..last)
            .rev()
            .find(|&i| self.role(&view.nodes[i], &tokens[i]).is_some_and(|r| r.title && r.alone));
        // “Violinist Nora Falk”, but not “Baker Hughes”.
        let full =
            end > start + 2 || end == start + 2 && is_first_name(view.nodes[start + 1].span.of(self.text));
        // “The General Assembly”: no general of that name.
        let known = |i: usize| {
            let node = view.nodes[i];
            node.class.any(Class::NOUN) && !node.class.any(Class::UNKNOWN)
        };
        let article = start > first && view.nodes[start - 1].tag == Tag::Det;
        let fresh = || !self.by_word.contains_key(view.nodes[end - 1].span.of(self.text));
        let body = |t: &usize| article && t + 2 == end && known(end - 1) && fresh();
        let title = title.filter(|t| !body(t));
        let title =
            title.or((full && self.role(&view.nodes[start], &tokens[start]).is_some()).then_some(start));
        let (mut name, mut from) = (title.map_or(start, |t| t + 1), start);
        name += title.map_or(0, |t| self.rest_of_title(view, tokens, t, end));
        // “Secretary of State Ansa Weld”: what the office is of is no part of the name.
        let office = match title {
            Some(t) if self.is_of(view, t + 1) => Some(t + 2),
            // “The mayor of Derrow”, “the governor of Upper Derrow”: nobody's name.
            None if start > first + 1
                && (start + 2 < end || start + 2 == end && known(start))
                && self.is_of(view, start - 1)
                && self.role(&view.nodes[start - 2], &tokens[start - 2]).is_some_and(|r| r.title) =>
            {
                note(start - 2);
                from = start - 2;
                Some(start)
            }
            _ => None,
        };
        if let Some(object) = office.filter(|&o| o + 1 < end) {
            let known = |i: &usize| {
                let node = view.nodes[*i];
                !node.class.any(Class::UNKNOWN) && !is_first_name(node.span.of(self.text))
            };
            name = object + 1 + (object + 1..end - 1).take_while(known).count();
        } else if let Some(title) = title.filter(|_| office.is_some()) {
            // “The Duke of Derrow”
            name = title;
        }
        (start..name).for_each(&mut note);
        if start > first && matches!(view.nodes[start - 1].tag, Tag::Noun) {
            note(start - 1);
        }
        // “His coach, Marta Ruiz,”, “the hostage, aid worker Marta Ruiz,”
        let comma = (first + 1..start).rev().take(3).find(|&i| view.nodes[i].tag.mark());
        let beside = |i: usize| i + 1 == start || view.nodes[start - 1].class.any(Class::PERSON);
        if let Some(i) = comma.filter(|&i| view.nodes[i].tag == Tag::Comma && beside(i)) {
            let owner = view.nodes.get(end).is_some_and(|n| n.tag == Tag::Poss);
            if view.nodes[i - 1].tag != Tag::Plural && !owner {
                note(i - 1);
            }
        }
        // “Marta Ruiz, the coach of the team,”
        // “On Sunday, the coach”, “In Derrow, the mayor”: nobody is called so.
        let day = view.nodes[start].class.any(Class::WEEKDAY.or(Class::MONTH));
        let placed = start > first && view.nodes[start - 1].tag == Tag::Prep && end == start + 1;
        if end < stop && view.nodes[end].tag == Tag::Comma && !day && !placed {
            let aside = (end + 1..stop.min(end + 14)).take_while(|&i| {
                // “Orrin Hale, whose mother left”: she is no Hale of that sentence.
                let whose = view.nodes[i].class.any(Class::REL.or(Class::WH));
                !matches!(
                    view.nodes[i].tag,
                    Tag::Comma | Tag::Stop | Tag::Past | Tag::Third | Tag::Be | Tag::Name
                ) && !whose
                    && view.nodes[i].quote == 0
            });
            for i in aside {
                if view.nodes[i].tag == Tag::Noun {
                    note(i);
                }
            }
        }
        // “May” may be somebody's name, if the text has given it in full.
        let node = view.nodes[start];
        let date = node.class.any(Class::WEEKDAY.or(Class::MONTH));
        if name >= end || date && end == start + 1 && !self.by_word.contains_key(node.span.of(self.text)) {
            return;
        }
        // “Orrin Hale, 67, came”
        let tag = |i: usize| view.nodes.get(i).map_or(Tag::Edge, |n| n.tag);
        let aged = tag(end) == Tag::Comma && tag(end + 1) == Tag::Num && tag(end + 2) == Tag::Comma;
        let person = aged || !called.is_empty() || gender != Gender::Unknown;
        // “Mrs Hesk” beside a Mr Hesk: the surname alone would be anybody's.
        let namesake = || self.by_word.contains_key(view.nodes[end - 1].span.of(self.text));
        let titled = from < name && end == name + 1 && gender != Gender::Unknown && namesake();
        let span = self.with_domain(
            view.nodes[if titled { name - 1 } else { name }].span.hull(view.nodes[end - 1].span),
        );
        let body = !person && label::is_told_a_body(self.text, view, unit, name, end);
        let thing = body || !person && self.is_thing(view, name, end);
        let common = |i: usize| !view.nodes[i].class.any(Class::UNKNOWN);
        let owner =
            (thing && start == name && (name..end).all(common)).then(|| self.owner(view, start)).flatten();
        let span = owner.map_or(span, |owner| owner.hull(span));
        let entity = self.entity(view, name, end, span, gender, thing);
        if let Some(e) = self.entities.get_mut(entity) {
            e.called |= !called.is_empty();
            e.aged |= aged;
            e.body |= body;
            // “Orrin Hale” ends in a common word, and may be a person still.
            e.common |= thing && (article || (name..end).all(common));
            e.thing |= e.body;
        }
        for (word, noun) in called {
            self.roles.entry(word).or_default().push(Holder { at: name, entity, noun });
        }
        self.mentions.push(Mention { from, start: name, end, entity, unit });
        // “the World Health Forum (WHF)”
        if view.nodes.get(end).is_some_and(|n| n.tag == Tag::Open)
            && view.nodes.get(end + 2).is_some_and(|n| n.tag == Tag::Close)
            && view.nodes.get(end + 1).is_some_and(|n| n.class.any(Class::UPPER))
        {
            self.alias(view.nodes[end + 1].span.of(self.text), entity);
        }
    }

    /// How many words of a title stand behind its first word at node `title`: one in `Chief Executive Ansa Weld`, none in
    /// `Mayor Baker`.
    fn rest_of_title(&self, view: &View, tokens: &[Token], title: usize, end: usize) -> usize {
        let chief = view.nodes[title].span.of(self.text).eq_ignore_ascii_case("chief");
        let rest = (title + 1..end.saturating_sub(if chief { 1 } else { 2 })).take_while(|&i| {
            let known = !is_first_name(view.nodes[i].span.of(self.text));
            known && self.role(&view.nodes[i], &tokens[i]).is_some_and(|r| r.alone)
        });
        rest.count()
    }

    /// The end of a name without the letters behind it: `Ansa Weld KC`.
    fn without_letters(&self, view: &View, start: usize, mut end: usize) -> usize {
        let shapes: &Shapes = &LETTERS;
        let letters = |i: usize| {
            let word = view.nodes[i].span.of(self.text);
            shapes.fit_ascii(word) && kept_particles!("after a name").contains(&word)
        };
        while end > start + 1 && letters(end - 1) {
            end -= 1;
        }
        end
    }

    /// The name that owns what begins at node `start`: `China` of `China's Foreign Ministry`.
    fn owner(&self, view: &View, start: usize) -> Option<Span> {
        let poss = start.checked_sub(1).filter(|&i| view.nodes[i].tag == Tag::Poss)?;
        let own = poss.checked_sub(1).filter(|&i| view.nodes[i].class.any(Class::CAPITAL))?;
        let m = self.mentions.last().filter(|m| m.end == poss);
        Some(view.nodes[m.map_or(own, |m| m.start)].span)
    }

    /// A name with the end of its domain: `Derrow.com`.
    fn with_domain(&self, name: Span) -> Span {
        if self.text.as_bytes().get(name.end) != Some(&b'.') {
            return name;
        }
        let rest = self.text.get(name.end + 1..).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len());
        Span::new(name.start, if end > 1 { name.end + 1 + end } else { name.end })
    }

    fn is_of(&self, view: &View, at: usize) -> bool {
        view.nodes.get(at).is_some_and(|n| n.span.of(self.text) == "of")
    }

    /// Whether the name at nodes `start..end` looks like that of a country, a body or a paper.
    fn is_thing(&self, view: &View, start: usize, end: usize) -> bool {
        let Some([first, .., last] | [first @ last]) = view.nodes.get(start..end) else { return false };
        let article = start > 0 && view.nodes[start - 1].tag == Tag::Det;
        let whole = first.span.hull(last.span).of(self.text);
        let country = || {
            COUNTRY_SHAPES.fit_ascii(whole)
                && lookup(whole, |lower| COUNTRIES.contains(lower).then_some(())).is_some()
        };
        let noun = !last.class.any(Class::UNKNOWN) && last.class.any(Class::NOUN);
        let shouts = end == start + 1 && first.class.any(Class::UPPER);
        let named = end > start + 1 && noun && !is_first_name(first.span.of(self.text));
        article || shouts || named || country()
    }

    /// Notes the initials of a body and the noun in its name, by which it may be called later.
    fn body(&mut self, view: &View, start: usize, end: usize, entity: usize) {
        let names = view.nodes.get(start..end).unwrap_or_default();
        let names = names.iter().filter(|n| n.tag == Tag::Name).map(|n| n.span.of(self.text));
        let initials: String = names.clone().filter_map(|w| w.chars().next()).collect();
        if names.clone().count() > 1 && initials.len() <= LONGEST_INITIALS {
            self.bodies.entry(initials).or_insert(entity);
            for (word, next) in [(end - 1, end), (start, start + 1)] {
                let of = view.nodes.get(next).is_some_and(|n| n.tag == Tag::Prep);
                let node = view.nodes[word];
                if (word + 1 == end || of) && node.class.any(Class::NOUN) {
                    self.bodies.insert(node.span.of(self.text).to_lowercase(), entity);
                }
            }
        }
    }

    fn alias(&mut self, word: &'t str, entity: usize) {
        self.by_word.entry(word).or_default().note(entity);
    }

    fn bearers(&self, word: &str) -> impl DoubleEndedIterator<Item = usize> {
        self.by_word.get(word).into_iter().flat_map(Bearers::all)
    }

    /// The entity that the name at nodes `start..end` stands for, a new one if none does.
    fn entity(
        &mut self,
        view: &View,
        start: usize,
        end: usize,
        span: Span,
        mut gender: Gender,
        thing: bool,
    ) -> usize {
        let word = |i: usize| view.nodes.get(i).map_or("", |n| n.span.of(self.text));
        let (first, last) = (word(start), word(end - 1));
        let words = end - start;
        // Men's first names are surnames too: “Thomas said”.
        if gender == Gender::Unknown && !thing {
            let known = Gender::of_first_name(first);
            if words > 1 || known == Gender::Female {
                gender = known;
            }
        }
        let same = |e: &Entity<'_>| {
            let initial = |a: &str, b: &str| a.len() <= 2 && b.chars().next() == a.chars().next();
            e.gender.fits(gender)
                && (words == 1
                    || e.words == 1
                    || e.first == first
                    || initial(first, e.first)
                    || initial(e.first, first))
        };
        let bearers = self.by_word.entry(last).or_default();
        let found = bearers.all().rev().find(|&e| self.entities.get(e).is_some_and(same));
        let short = words == 1 && view.nodes[start].class.any(Class::UPPER);
        let found = found.or_else(|| self.bodies.get(first).copied().filter(|_| short));
        let entity = found.unwrap_or(self.entities.len());
        bearers.note(entity);
        match self.entities.get_mut(entity) {
            None => self.entities.push(Entity {
                full: span,
                words,
                first,
                gender,
                thing,
                called: false,
                aged: false,
                body: false,
                common: false,
            }),
            Some(e) => {
                // “China's Foreign Ministry” is fuller than “the Foreign Ministry”.
                if words > e.words || words == e.words && thing && span.len() > e.full.len() {
                    (e.full, e.words, e.first) = (span, words, first);
                }
                if e.gender == Gender::Unknown {
                    e.gender = gender;
                }
                // “A pint of Gold” does not make a person of “Derrow Gold”.
                if words >= e.words {
                    e.thing &= thing;
                }
            }
        }
        if thing && words > 1 {
            self.body(view, start, end, entity);
        }
        if words > 1 {
            self.alias(first, entity);
        }
        entity
    }

    /// The bodies that the text names, and the people, in more than one word or by what tells that they are people.
    pub(super) fn named_in_text(&self) -> impl Iterator<Item = Named> {
        let sure = |e: &Entity<'_>| !e.thing && e.is_person();
        let is_body = |e: &Entity<'_>| e.thing && (e.body || e.common);
        let known = move |e: &&Entity<'_>| is_body(e) || e.words > 1 && e.words < 4 || sure(e);
        let named =
            move |e: &Entity<'_>| Named { name: e.full, gender: e.gender, sure: sure(e), thing: is_body(e) };
        self.entities.iter().filter(known).map(named)
    }

    pub(super) const fn text(&self) -> &'t str {
        self.text
    }

    /// The mention that names the source at nodes `start..end`: not an owner, and no mere part of a description.
    fn named(&self, view: &View, start: usize, end: usize) -> Option<Mention> {
        let from = self.mentions.partition_point(|m| m.start < start);
        self.mentions.get(from..)?.iter().take_while(|m| m.end <= end).copied().find(|m| {
            let owner = view.nodes.get(m.end).is_some_and(|n| n.tag == Tag::Poss);
            let lead = (start..m.from)
                .rev()
                .find(|&i| matches!(view.nodes[i].tag, Tag::Prep | Tag::Comma | Tag::Dash | Tag::Open));
            let part = lead.is_some_and(|i| view.nodes[i].tag == Tag::Prep);
            // `Trump campaign`: the name only modifies the noun after it.
            let noun = |i: usize| {
                let node = view.nodes[i];
                let adjective = matches!(node.tag, Tag::Adj | Tag::Adv);
                // “Anti-drugs chief Weld”, “the Derrow forward”: nouns that look like adjectives.
                let chief =
                    || node.class.any(Class::NOUN) && Role::in_text(node.span.of(self.text)).is_some();
                matches!(node.tag, Tag::Noun | Tag::Plural)
                    || adjective && (chief() || i == m.end && node.class.all(Class::NOUN.or(Class::ADV)))
            };
            let next = (m.end..end).find(|&i| noun(i) || !matches!(view.nodes[i].tag, Tag::Adj | Tag::Num));
            let next = next.filter(|_| !self.is_time(view, m.end));
            let modifier = next.is_some_and(noun);
            // `Derrow's Prime Minister, Ansa Weld`: an office, with its holder behind the comma.
            let holder =
                || self.mentions.iter().skip(from).take(8).any(|o| o.from == m.end + 1 && o.end <= end);
            let office = m.end + 1 < end
                && view.nodes[m.end].tag == Tag::Comma
                && view.nodes[m.end - 1].class.any(Class::PERSON)
                && holder();
            !owner && !part && !modifier && !office
        })
    }

    /// Whether the name at nodes `start..end` is rather an outlet's than a person's: `the Courier`, `Harbour News`, but
    /// neither `Ansa Weld` nor the surname of somebody in the text.
    pub(super) fn is_outlet(&self, view: &View, (start, end): (usize, usize)) -> bool {
        let (Some(first), Some(last)) = (view.nodes.get(start), view.nodes.get(end - 1)) else {
            return false;
        };
        let article = first.tag == Tag::Det;
        let mut bearers = self.bearers(last.span.of(self.text));
        let person = bearers.any(|e| self.entities.get(e).is_some_and(|x| x.words > 1));
        last.tag == Tag::Name
            && (article || end - start == 1 && !person || end - start > 1 && !last.class.any(Class::UNKNOWN))
    }

    /// Who the source of `found` at nodes `start..end` is; `previous` spoke last, in the unit given with it.
    pub(super) fn speaker(
        &mut self,
        view: &View,
        tokens: &[Token],
        found: &Found,
        (start, end): (usize, usize),
        previous: &Spoke,
    ) -> Speaker {
        let whole = view.nodes[start].span.hull(view.nodes[end - 1].span);
        let full = |e: usize| Speaker::new(self.entities[e].full, Known::Named);
        if let Some(m) = self.named(view, start, end) {
            return full(m.entity);
        }
        let head = view.nodes[start];
        if matches!(head.tag, Tag::Rel | Tag::Wh | Tag::That) && end == start + 1 {
            // `Weld, who said`: the name before the pronoun, or what stands there.
            let before = self.mentions.partition_point(|m| m.start < start);
            let near = self.mentions[..before].last().filter(|m| m.end + 2 >= start && self.free(view, m));
            if let Some(m) = near {
                return full(m.entity);
            }
            return match self.antecedent(view, found.unit, start) {
                Some(noun) => self.speaker(view, tokens, found, noun, previous),
                None => Speaker::new(whole, Known::Unknown),
            };
        }
        let owner = head.tag == Tag::PossDet && end == start + 1;
        if owner {
            return self.pronoun(view, found, start, whole, previous);
        }
        if head.tag == Tag::Pron && end - start <= 2 {
            return self.pronoun(view, found, start, whole, previous);
        }
        if let Some(e) = self.apposed(view, found, start, end) {
            return full(e);
        }
        self.described(view, tokens, found, (start, end), previous)
    }

    /// Whether nobody who could be meant stands before the name `m`: not so in `an engineer from Derrow, who said`.
    fn free(&self, view: &View, m: &Mention) -> bool {
        let tag = |i: usize| view.nodes.get(i).map_or(Tag::Edge, |n| n.tag);
        let governed = m.start > 1 && tag(m.start - 1) == Tag::Prep && !self.is_of(view, m.start - 1);
        !governed || !view.nodes[m.start - 2].class.any(Class::PERSON)
    }

    /// The noun phrase that the relative pronoun at node `at` stands for.
    fn antecedent(&self, view: &View, unit: usize, at: usize) -> Option<(usize, usize)> {
        let unit = *view.units.get(unit)?;
        let mut phrases = Vec::new();
        view.phrases(unit, &mut phrases);
        let end = at - usize::from(at > unit.start && view.tag_at(unit, at - 1) == Tag::Comma);
        let near = phrases.iter().find(|p| p.end == end)?;
        // “An engineer at the dam, who said”: the person.
        let governed = near.start > unit.start && view.tag_at(unit, near.start - 1) == Tag::Prep;
        let person = |p: &Phrase| view.nodes[p.head()].class.any(Class::PERSON);
        let name = |p: &Phrase| view.nodes[p.head()].tag == Tag::Name;
        let of = governed && self.is_of(view, near.start - 1);
        let holds = |p: &&Phrase| {
            p.end + 1 == near.start && (person(p) && !(of && name(near)) || name(p) && !name(near))
        };
        let holder = phrases.iter().find(|p| governed && !person(near) && holds(p));
        let noun = holder.unwrap_or(near);
        (noun.start < at).then_some((noun.start, noun.end))
    }

    /// The entity whose fullest name stands at `name`.
    fn named_so(&self, name: Span) -> Option<usize> {
        let place = self.by_full.partition_point(|&(start, _)| start <= name.start).checked_sub(1)?;
        self.by_full.get(place).filter(|(start, _)| *start == name.start).map(|&(_, entity)| entity)
    }

    /// Notes that `speaker` was the source at nodes `start..end` of unit `unit`.
    pub(super) fn note(
        &self,
        tokens: &[Token],
        (start, end): (usize, usize),
        unit: usize,
        speaker: Speaker,
        spoke: &mut Spoke,
    ) {
        let said = Some((speaker, unit));
        let words = Words::new();
        spoke.last = said;
        let person = match speaker.known() {
            Known::Named => {
                self.named_so(speaker.name()).and_then(|e| self.entities.get(e)).is_some_and(|e| !e.is_body())
            }
            // “The spokesman”, not “officials” and not “a statement”.
            _ => tokens.get(start..end).unwrap_or_default().iter().any(|t| {
                !t.is(Class::PLURAL.or(Class::PRON))
                    && (is_agent(t.span.of(self.text), t) || words.of(t).is(Word::PERSON))
            }),
        };
        let many = speaker.known() != Known::Named
            && tokens
                .get(start..end)
                .unwrap_or_default()
                .iter()
                .take_while(|t| !t.is(Class::PREP))
                .any(|t| t.is(Class::PLURAL));
        if many {
            spoke.many = said;
        } else if person {
            spoke.person = said;
        } else {
            spoke.thing = said;
        }
    }
}
