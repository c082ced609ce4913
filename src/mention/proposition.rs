//! Propositions: the shortest stretches of a text that each state one thing that can be checked.
//!
//! A sentence of a news report often states several things: "The ferry, which was built in 1974, sank after it struck a
//! reef" states when it was built, that it sank and what it struck. Two reports seldom join the same ones, so claims are
//! compared one proposition at a time.

use core::fmt;

use crate::{
    Span,
    lexicon::{Class, kept_particles},
    mention::{
        clause::{Clause, Kind},
        syntax::{Parse, parses},
        tag::Tag,
    },
};

/// How a proposition stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Form {
    /// A main clause, or one joined to it that has a subject of its own.
    Main,
    /// The second or a later verb of a shared subject: `sank` in "it struck a reef and sank".
    Conjunct,
    /// What somebody says, thinks or finds, without who does.
    Content,
    /// A clause after because, after, when, although and their like.
    Adverbial,
    /// A relative clause.
    Relative,
    /// A phrase around a participle or an -ing form: "leaving six towns without a bank".
    Participial,
    /// A noun phrase that says who or what its neighbour is: "a biologist at the institute".
    Appositive,
}

/// A stretch of text that states one checkable thing once its referents are filled in.
#[derive(Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Proposition<'t> {
    #[serde(skip)]
    text: &'t str,
    span: Span,
    form: Form,
}

impl<'t> Proposition<'t> {
    /// Where it stands, in bytes of the text it was found in.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Its words.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.span.of(self.text)
    }

    /// How it stands in its sentence.
    #[must_use]
    pub const fn form(&self) -> Form {
        self.form
    }
}

impl fmt::Debug for Proposition<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}({} {:?})", self.form, self.span, self.text())
    }
}

/// The propositions of `text`, in the order in which they begin; one may lie within another.
///
/// The frame of reported speech ("officials said"), questions, commands and stretches without a verb (other than
/// appositions) state nothing and are left out. What may, will or should be is kept: see
/// [`modality`](crate::mention::modality) for how it is meant. To tell an opinion from a fact is not attempted.
///
/// ```
/// use corroborate::mention::proposition::propositions;
///
/// let text = "The ferry, which was built in 1974, sank within minutes after it struck a reef, police said.";
/// let stated: Vec<&str> = propositions(text).iter().map(|p| p.text()).collect();
/// assert_eq!(
///     stated,
///     [
///         "The ferry, which was built in 1974, sank within minutes",
///         "which was built in 1974",
///         "it struck a reef",
///     ]
/// );
/// ```
#[must_use]
pub fn propositions(text: &str) -> Vec<Proposition<'_>> {
    let mut out = Vec::new();
    parses(text, |parse| {
        let found = stated(parse).into_iter().filter(|s| !is_advice(parse, s));
        out.extend(found.map(|s| Proposition { text, span: s.span(parse), form: s.form }));
    });
    out
}

/// Whether the text itself says what should be done, which states nothing that can be checked.
fn is_advice(parse: &Parse, s: &Stated) -> bool {
    let clause = &parse.clauses[s.clause];
    let modal = clause.verbs.0;
    clause.kind == Kind::Main
        && parse.tag(modal) == Some(Tag::Modal)
        && matches!(parse.lemma(modal), "should" | "ought")
        && !parse.clauses.iter().skip(s.clause + 1).any(|c| c.kind == Kind::Main && c.set_off)
}

/// A proposition of one sentence, in tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stated {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) form: Form,
    /// The index of the clause it comes from.
    pub(crate) clause: usize,
}

impl Stated {
    pub(crate) fn span(&self, parse: &Parse) -> Span {
        parse.span(self.start, self.end)
    }
}

/// The propositions of one sentence, in the order in which they begin.
pub(crate) fn stated(parse: &Parse<'_>) -> Vec<Stated> {
    let mut out = Vec::new();
    stated_into(parse, &mut out);
    out
}

/// As [`stated`], into a buffer that is emptied first.
pub(crate) fn stated_into(parse: &Parse<'_>, out: &mut Vec<Stated>) {
    out.clear();
    out.extend((0..parse.clauses.len()).filter_map(|i| state(parse, i)));
    out.sort_by_key(|s| (s.start, s.end));
    out.dedup_by_key(|s| (s.start, s.end));
}

/// The fewest words of a relative clause without its pronoun that states something.
const LEAST_CONTACT: usize = 4;

/// What clause `index` states by itself.
fn state(parse: &Parse, index: usize) -> Option<Stated> {
    let clause = &parse.clauses[index];
    let form = form(parse, index)?;
    if parse.condition(clause).is_some() {
        return None;
    }
    let start = first(parse, index);
    let end = last(parse, index);
    let (start, end) = parse.trim(start, end);
    // "The bridge, according to the council, was shut" is one stretch.
    let inside = |i: usize| parse.lemma(i) == "according";
    let parted = (start..clause.verbs.0.max(start)).skip(1).any(inside);
    let (start, end) = if parted { (start, end) } else { without_according(parse, start, end) };
    let (start, end) = parse.trim(start, end);
    let words = (start..end).filter(|&i| parse.tag(i) != Some(Tag::Mark));
    let least = if clause.kind == Kind::Relative && clause.opener.is_none() { LEAST_CONTACT } else { 2 };
    (words.take(least).count() >= least).then_some(Stated { start, end, form, clause: index })
}

/// The form of the proposition that the clause makes; none if it makes none.
fn form(parse: &Parse, index: usize) -> Option<Form> {
    let clause = &parse.clauses[index];
    let head = clause.head;
    match clause.kind {
        Kind::Main | Kind::Coordinated => {
            let head = head?;
            if is_frame(parse, index)
                || is_parted(parse, clause)
                || parse.is_question() && clause.kind == Kind::Main
                || is_command(parse, clause)
            {
                return None;
            }
            let joined = clause.kind == Kind::Coordinated && clause.subject.is_none();
            let _ = head;
            Some(if joined { Form::Conjunct } else { Form::Main })
        }
        Kind::Content => {
            head?;
            // "what he believed was a copy"
            let asked =
                clause.opener.is_none() && clause.subject.is_some_and(|(s, _)| parse.tag(s) == Some(Tag::Wh));
            (!asked && !is_asked(parse, clause) && !is_frame(parse, index)).then_some(Form::Content)
        }
        Kind::Adverbial => {
            head?;
            let states = !compares(parse, clause) && !is_frame(parse, index) && !is_aside(parse, clause);
            states.then_some(Form::Adverbial)
        }
        Kind::Relative => {
            head?;
            if is_cleft(parse, clause) || picks_out(parse, clause) {
                return None;
            }
            // "a former rower who won two medals" states both at once.
            let described = clause.parent.is_some_and(|p| parse.clauses[p].kind == Kind::Appositive);
            (!is_frame(parse, index) && (clause.set_off || !described)).then_some(Form::Relative)
        }
        Kind::Participial => {
            let gerund = clause.opener.is_some_and(|_| is_event(parse, clause));
            // "quoting a palace official" only says where something comes from.
            let cites = clause
                .head
                .is_some_and(|h| kept_particles!("participle that states nothing").contains(&parse.lemma(h)));
            // "Asked about the letter, she said"
            let next = parse.tag(clause.verbs.1);
            let asked = clause.start == 0
                && clause
                    .head
                    .is_some_and(|h| parse.lemma(h) == "ask" && parse.tag(h) == Some(Tag::Participle))
                && !matches!(next, Some(Tag::To));
            let states = !cites && !asked && !is_comparison(parse, clause);
            let set_off = clause.set_off && (clause.opener.is_none() || clause.subject.is_some()) && states;
            // "With Weld saying he would": cut off before its end.
            let cut = clause.subject.is_some()
                && parse.tag(clause.end).is_some_and(|t| !matches!(t, Tag::Mark | Tag::Coord));
            ((gerund || set_off) && !cut && !is_frame(parse, index)).then_some(Form::Participial)
        }
        Kind::Appositive => is_description(parse, clause).then_some(Form::Appositive),
        Kind::Infinitive => goes_on(parse, clause).then_some(Form::Conjunct),
    }
}

/// The fewest words of a second infinitive that states something.
const LEAST_INFINITIVE: usize = 3;

/// Whether an infinitive goes on with one before it that the same verb governs: "agreed to pay the fine and to publish the report".
fn goes_on(parse: &Parse, clause: &Clause) -> bool {
    let Some(joint) = clause.start.checked_sub(1) else { return false };
    let Some(first) = clause.parent.and_then(|p| parse.clauses.get(p)) else { return false };
    let Some(verb) = first.parent.and_then(|p| parse.clauses.get(p)) else { return false };
    // What is done for a purpose is no second thing that was agreed.
    let governs = verb.head.is_some_and(|h| parse.class(h).any(Class::INFINITIVE));
    let long = parse.trim(clause.start, clause.end).1 >= clause.verbs.1 - 1 + LEAST_INFINITIVE;
    parse.tag(joint) == Some(Tag::Coord)
        && parse.lemma(joint) == "and"
        && first.kind == Kind::Infinitive
        && first.start == verb.verbs.1
        && first.verbs.1 < joint
        && verb.is_finite()
        && governs
        && long
}

/// Whether the clause ends with an auxiliary whose verb stands behind who says so: "The men were, (police said,) armed".
fn is_parted(parse: &Parse, clause: &Clause) -> bool {
    let (_, end) = parse.trim(clause.start, clause.end);
    let waits = clause.head.is_some_and(|h| matches!(parse.tag(h), Some(Tag::Aux | Tag::Modal)));
    waits && end == clause.verbs.1 && parse.is_mark(end, ',')
}

/// Whether the clause only says who says, thinks or asks what another clause holds.
fn is_frame(parse: &Parse, index: usize) -> bool {
    let clause = &parse.clauses[index];
    let Some(head) = clause.head else { return false };
    let content = parse
        .clauses
        .iter()
        .skip(index + 1)
        .take_while(|c| c.start < clause.end)
        .find(|c| c.kind == Kind::Content && c.subject.is_some() && governs(parse, index, c))
        .filter(|c| !is_asked(parse, c) || kept_particles!("asking").contains(&parse.lemma(head)));
    let says = parse.class(head).any(Class::SAYS);
    if let Some(content) = content {
        let gap = content.start.saturating_sub(clause.verbs.1);
        let subject = clause.subject.map_or("", |(s, _)| parse.lemma(s));
        let empty = matches!(subject, "it" | "there") && gap < 5;
        let noun = content.start > 0
            && parse.tag(content.start - 1) == Some(Tag::Noun)
            && parse.class(content.start - 1).any(Class::FACT)
            && !stated_in(parse, content.start - 1);
        let adjective = content.start > 0 && parse.tag(content.start - 1) == Some(Tag::Adj);
        let completes = empty || adjective || gap == 0;
        return says && !noun || completes && !is_result(parse, content) && !is_reason(parse, content);
    }
    // ", the minister said" and "said the minister": nothing but the subject and the verb.
    let mark = clause.start.checked_sub(1).map(|i| parse.tokens[i].mark);
    let after_comma = mark.is_some_and(|m| matches!(m, ',' | '”' | '"' | '’' | '\'' | '…'));
    let parenthetical = clause.set_off && after_comma || clause.subject.is_none();
    let (start, end) = parse.trim(clause.start, clause.end);
    let object = parse.tag(clause.verbs.1).is_some_and(|t| matches!(t, Tag::Det | Tag::Noun | Tag::Adj))
        && clause.verbs.1 < end;
    let addressed = || kept_particles!("telling somebody").contains(&parse.lemma(head));
    let shouted = mark.is_some_and(|m| matches!(m, '”' | '"'))
        && clause.kind == Kind::Main
        && !object
        && (clause.verbs.1..end).all(|i| matches!(parse.tag(i), Some(Tag::Adv | Tag::Prep)));
    // "posted the minister" after a quotation: whatever the verb, it tells who said so.
    let told = clause.subject.is_none()
        && matches!(clause.kind, Kind::Main | Kind::Coordinated)
        && mark.is_some_and(|m| matches!(m, '”' | '"' | '’'))
        && clause.verbs.0 == start
        && parse.tag(start) == Some(Tag::Finite);
    // "In May, the paper reported on Monday, the board fell": the clause after the comma is what was reported.
    let reports = says
        && !object
        && clause.kind == Kind::Main
        && clause.subject.is_some()
        && clause.verbs.0 + 1 == clause.verbs.1
        && parse.is_mark(clause.end, ',')
        && parse
            .clauses
            .iter()
            .any(|c| c.kind == Kind::Main && c.start == clause.end + 1 && c.subject.is_some());
    let announces =
        says && !object && clause.kind == Kind::Main && end <= clause.verbs.1 && parse.is_mark(end, ':');
    if shouted || told || reports || announces {
        return true;
    }
    // "knew of it": no speaker follows, and so the subject was only not found.
    let about = clause.subject.is_none()
        && !mark.is_some_and(|m| matches!(m, '”' | '"' | '’' | '\''))
        && (parse.tag(clause.verbs.1) == Some(Tag::To)
            || matches!(parse.lemma(clause.verbs.1), "of" | "about"));
    let alone = clause.kind == Kind::Main
        && parenthetical
        && says
        && !about
        && (!object || clause.subject.is_none() || addressed());
    let inverted = clause.subject.is_none() && says && object;
    alone && (start > 0 || inverted)
        || says && parse.lemma(head) == "say" && clause.kind == Kind::Main && !object && end <= clause.verbs.1
}

/// Whether the clause is opened by whether or a question word.
fn is_asked(parse: &Parse, clause: &Clause) -> bool {
    clause.opener.is_some_and(|o| parse.tag(o) == Some(Tag::Wh) || parse.lemma(o) == "whether")
}

/// Whether the noun at `at` is where something is said, not what is: "said in a statement", not "on reports".
fn stated_in(parse: &Parse, at: usize) -> bool {
    let before = (at.saturating_sub(5)..at).rev().find(|&i| !parse.tags[i].in_noun_phrase());
    before.is_some_and(|i| kept_particles!("where it is said").contains(&parse.lemma(i)))
}

/// Whether a clause after "that" tells what came of it: "so weak that contact was lost".
fn is_result(parse: &Parse, content: &Clause) -> bool {
    if content.opener.is_none_or(|o| parse.tag(o) != Some(Tag::That)) {
        return false;
    }
    let degree = |i: &usize| matches!(parse.tag(*i), Some(Tag::Adv | Tag::Adj | Tag::Participle));
    let first = (content.start.saturating_sub(4)..content.start).rev().take_while(degree).last();
    first.is_some_and(|i| parse.lemma(i) == "so" && i + 1 < content.start)
}

/// Whether "now that" opens the clause.
fn is_reason(parse: &Parse, content: &Clause) -> bool {
    let opener = content.opener.filter(|&o| parse.tag(o) == Some(Tag::That));
    opener.and_then(|o| o.checked_sub(1)).is_some_and(|i| parse.lemma(i) == "now")
}

/// Whether `content` hangs on clause `index`, directly or through a phrase without a finite verb.
fn governs(parse: &Parse, index: usize, content: &Clause) -> bool {
    let mut parent = content.parent;
    for _ in 0..4 {
        match parent {
            Some(p) if p == index => return true,
            Some(p) if parse.clauses[p].kind == Kind::Infinitive => parent = parse.clauses[p].parent,
            _ => return false,
        }
    }
    false
}

/// Whether the clause is a command: a base form without a subject.
fn is_command(parse: &Parse, clause: &Clause) -> bool {
    clause.subject.is_none()
        && clause.kind == Kind::Main
        && clause.head.is_some_and(|h| parse.tag(h) == Some(Tag::Base))
        && clause.verbs.0 == parse.trim(clause.start, clause.end).0
}

/// Whether a gerund after a preposition reports an event: "for printing the letters", "after leaving the army".
fn is_event(parse: &Parse, clause: &Clause) -> bool {
    let preposition = clause.opener.map_or("", |o| parse.lemma(o));
    matches!(preposition, "after" | "before" | "for" | "by" | "since") && clause.end >= clause.verbs.1 + 2
}

/// Whether an apposition says who or what somebody is, rather than naming them or giving a time or an age.
fn is_description(parse: &Parse, clause: &Clause) -> bool {
    let (start, end) = parse.trim(clause.start, clause.end);
    let named = (start..end).take(2).all(|i| parse.tag(i) == Some(Tag::Proper));
    let adjective = (start..end)
        .find(|&i| parse.tag(i) != Some(Tag::Adv))
        .is_some_and(|i| parse.tag(i) == Some(Tag::Adj));
    let time = !adjective
        && (start..end)
            .take(4)
            .find(|&i| parse.tag(i) == Some(Tag::Noun))
            .is_some_and(|i| parse.class(i).any(Class::PERIOD));
    let noun = (start..end).any(|i| parse.tag(i) == Some(Tag::Noun));
    let example = parse.lemma(start) == "such" && parse.lemma(start + 1) == "as";
    // "a computer problem, not a money problem": what something is not is only put against what it is.
    let against = parse.lemma(start) == "not";
    !example && !against && end > start + 1 && !named && !time && noun
}

/// Where the proposition begins: past fronted clauses, the opener and words that only join.
fn first(parse: &Parse, index: usize) -> usize {
    let clause = &parse.clauses[index];
    match clause.kind {
        Kind::Main | Kind::Coordinated => {
            let subject = clause.subject.map_or(clause.verbs.0, |s| s.0);
            let fronted = parse
                .children_before(index, subject)
                .filter(|c| {
                    c.end <= subject
                        && cuts(parse, c)
                        && c.kind != Kind::Relative
                        && (c.start <= clause.start + 1
                            || (clause.start..c.start).all(|i| parse.tag(i) == Some(Tag::Adv)))
                })
                .map(|c| c.end)
                .max();
            fronted.unwrap_or(clause.start)
        }
        Kind::Content | Kind::Adverbial => clause.opener.map_or(clause.start, |o| o + 1),
        // The second of two begins with its verb.
        Kind::Infinitive => clause.head.unwrap_or(clause.start),
        _ => clause.start,
    }
}

/// Where the proposition ends: before the clauses at its end that state something of their own.
fn last(parse: &Parse, index: usize) -> usize {
    let clause = &parse.clauses[index];
    let mut end = clause.end;
    // Later clauses first: what stands at the very end goes first, then what stood before it.
    // What says who somebody is stays whole: "a former rower who won two medals".
    let phrase = matches!(clause.kind, Kind::Appositive | Kind::Participial);
    for inner in parse.within(index).iter().rev() {
        let (_, stop) = parse.trim(clause.start, end);
        if inner.end >= stop
            && inner.start >= clause.verbs.1.max(clause.start + 1)
            && inner.start < end
            && cuts(parse, inner)
            && !in_description(parse, inner)
            && (inner.set_off || !phrase)
            && !(inner.kind == Kind::Appositive && quoted_from(parse, clause.verbs.1, inner.start))
        {
            end = inner.start.min(inner.opener.unwrap_or(inner.start));
            // ", even (as the state of emergency remains)": the adverb belongs to what was left out.
            while end > clause.verbs.1 + 1 && loose(parse, end - 1) {
                end -= 1;
            }
            // ", and so (the school closed)"
            let adverb = |i: usize| parse.tag(i) == Some(Tag::Adv);
            let joint = (end.saturating_sub(3)..end).rev().find(|&i| !adverb(i));
            if inner.kind == Kind::Coordinated && adverb(end - 1) {
                end =
                    joint.filter(|&i| i > clause.verbs.1 && parse.tag(i) == Some(Tag::Coord)).unwrap_or(end);
            }
        }
    }
    end
}

/// Whether a quotation that opens at or after token `from` goes on at `to`: “the real deal, all 12 questions”.
fn quoted_from(parse: &Parse, from: usize, to: usize) -> bool {
    let marks = (from..to).filter_map(|i| parse.tokens.get(i)).map(|t| t.mark);
    marks.fold(false, |open, mark| match mark {
        '“' => true,
        '”' => false,
        '"' => !open,
        _ => open,
    })
}

/// Whether the word at `at` only leads over to a clause after it.
fn loose(parse: &Parse, at: usize) -> bool {
    parse.tag(at) == Some(Tag::Coord)
        || parse.is_mark(at, ',')
        || parse.tag(at) == Some(Tag::Adv) && kept_particles!("before a clause").contains(&parse.lemma(at))
}

/// Whether a gerund belongs to a participle that describes a noun: "a man punished for telling the truth".
fn in_description(parse: &Parse, clause: &Clause) -> bool {
    let around = clause.parent.and_then(|p| parse.clauses.get(p));
    clause.kind == Kind::Participial
        && clause.opener.is_some()
        && around.is_some_and(|c| c.kind == Kind::Participial && !cuts(parse, c))
}

/// Whether the clause states something of its own, so that the clause before it ends where it begins.
fn cuts(parse: &Parse, clause: &Clause) -> bool {
    match clause.kind {
        // "the seven charges he faced" is too short to state something by itself.
        Kind::Relative if is_cleft(parse, clause) || picks_out(parse, clause) => false,
        Kind::Relative => clause.opener.is_some() || clause.end >= clause.start + LEAST_CONTACT,
        // "transferred to Penang or discontinued": a word alone states nothing by itself.
        Kind::Coordinated => clause.subject.is_some() || clause.end > clause.start + 1,
        Kind::Adverbial => {
            clause.head.is_some()
                && !compares(parse, clause)
                && !is_measured(parse, clause)
                && parse.condition(clause).is_none()
        }
        Kind::Participial => {
            let event = clause.opener.is_some() && is_event(parse, clause) && !is_measured(parse, clause);
            let own = clause.opener.is_none() || clause.subject.is_some();
            clause.set_off && own && !is_comparison(parse, clause) || event
        }
        // What states nothing stays: ", its lowest since 2017", ", six months later than planned".
        Kind::Appositive => clause.set_off && is_description(parse, clause) && !measures(parse, clause),
        Kind::Infinitive => goes_on(parse, clause),
        Kind::Content => is_result(parse, clause) || is_reason(parse, clause),
        Kind::Main => false,
    }
}

/// Whether the words before the clause tell how long before or after it something was: "six hours before the storm hit".
fn is_measured(parse: &Parse, clause: &Clause) -> bool {
    let first = clause.opener.map_or(clause.start, |o| o.min(clause.start));
    let before = first.checked_sub(1).map_or(Class::NONE, |i| parse.class(i));
    // "sank within minutes after it struck a reef": the preposition has it.
    let phrase =
        (first.saturating_sub(6)..first).rev().take_while(|&i| parse.tags[i].in_noun_phrase()).last();
    let governed = phrase.and_then(|i| i.checked_sub(1)).is_some_and(|i| parse.tag(i) == Some(Tag::Prep));
    let opener = clause.opener.map_or("", |o| parse.lemma(o));
    matches!(opener, "after" | "before" | "since") && before.any(Class::PERIOD) && !governed
}

/// Whether an apposition measures what stands before, ", 38% less than a year earlier", so that both belong together.
fn measures(parse: &Parse, clause: &Clause) -> bool {
    let adverb = |i: usize| {
        parse.tag(i) == Some(Tag::Adv) || matches!(parse.lemma(i), "more" | "than" | "at" | "some")
    };
    let Some(first) = (clause.start..clause.end).find(|&i| !adverb(i)) else { return false };
    let plain = |i: &usize| {
        matches!(parse.tag(*i), Some(Tag::Numeral | Tag::Noun))
            || parse.is_mark(*i, '%')
            || parse.is_mark(*i, '(')
            || parse.is_mark(*i, ')')
    };
    let compares = |i: usize| kept_particles!("after a measure").contains(&parse.lemma(i));
    let last = (first..clause.end.min(first + 8)).take_while(plain).last();
    parse.tag(first) == Some(Tag::Numeral)
        && last.is_some_and(|i| compares(i + 1) || i > first && compares(i))
}

/// Whether a participle puts what stands before beside something else: ", compared with 40 a year ago".
fn is_comparison(parse: &Parse, clause: &Clause) -> bool {
    clause.head.is_some_and(|h| kept_particles!("participle that compares").contains(&parse.lemma(h)))
}

/// Whether an adverbial clause only completes the clause around it: "until he came", "lower than when he came".
fn compares(parse: &Parse, clause: &Clause) -> bool {
    let opener = clause.opener.map_or("", |o| parse.lemma(o));
    let than = clause.opener.and_then(|o| o.checked_sub(1)).is_some_and(|i| parse.lemma(i) == "than");
    // "must be lifted before talks begin": a condition, not an event.
    let around = clause.parent.and_then(|p| parse.clauses.get(p));
    let unreal = around.is_some_and(|c| matches!(parse.tag(c.verbs.0), Some(Tag::Modal | Tag::Base)));
    // "as was a child", "as it should": what the clause around says goes for more, or how it does.
    let bare = clause.subject.is_none()
        || parse.trim(clause.start, clause.end).1 <= clause.verbs.1
            && clause.head.is_some_and(|h| matches!(parse.tag(h), Some(Tag::Modal | Tag::Aux)));
    than || opener == "as" && bare
        || opener == "before" && unreal
        || matches!(opener, "until" | "till" | "than" | "lest")
        || opener == "so" && !(clause.set_off && clause.subject.is_some() && !purposes(parse, clause))
}

/// Whether "that" follows the "so" which opens the clause: what is done so that something may be is a purpose, ", so she left" a result.
fn purposes(parse: &Parse, clause: &Clause) -> bool {
    clause.opener.is_some_and(|o| parse.lemma(o + 1) == "that")
}

/// Whether the clause only says who says so: ", as police have said".
fn is_aside(parse: &Parse, clause: &Clause) -> bool {
    let says = clause.head.is_some_and(|h| parse.class(h).any(Class::SAYS));
    let head = clause.head.map_or("", |h| parse.lemma(h));
    let alone = parse.trim(clause.start, clause.end).1 <= clause.verbs.1
        || kept_particles!("told somebody").contains(&head);
    says && alone && clause.opener.is_some_and(|o| parse.lemma(o) == "as")
}

/// Whether a relative clause only completes "it was", so that both state one thing: "It was the clerk who called".
fn is_cleft(parse: &Parse, clause: &Clause) -> bool {
    let Some(around) = clause.parent.and_then(|p| parse.clauses.get(p)) else { return false };
    let be = around.head.is_some_and(|h| parse.class(h).any(Class::BE));
    let it = around.subject.is_some_and(|(s, e)| e == s + 1 && parse.lemma(s) == "it");
    let phrase = around.verbs.1..clause.start;
    let opener = clause.opener.map_or("", |o| parse.lemma(o));
    // "It was Rask, not Weld, who signed": what is set off is only put against the other.
    let against = clause.set_off
        && (around.verbs.1..clause.start)
            .any(|i| parse.is_mark(i, ',') && parse.class(i + 1).any(Class::NEG));
    let plain = |i: usize| {
        parse.tag(i).is_some_and(|t| t.in_noun_phrase() || matches!(t, Tag::Adv | Tag::Prep))
            || against && parse.is_mark(i, ',')
    };
    it && be
        && (against || !clause.set_off)
        && matches!(opener, "who" | "that")
        && !phrase.is_empty()
        && phrase.into_iter().all(plain)
}

/// Whether a relative clause tells which people or things a pronoun means: "everything we know", "those who never slept".
fn picks_out(parse: &Parse, clause: &Clause) -> bool {
    // "She was among those who left": they are told of, not picked out.
    let among = clause.start.checked_sub(2).is_some_and(|i| i > 0 && parse.lemma(i) == "among");
    let antecedent = clause.start.checked_sub(1).and_then(|i| parse.tag(i));
    let pronoun = matches!(antecedent, Some(Tag::Pronoun | Tag::Numeral));
    !clause.set_off && pronoun && !among
}

/// Leaves out "according to ..." at either end.
fn without_according(parse: &Parse, start: usize, end: usize) -> (usize, usize) {
    let opens = |i: usize| parse.class(i).any(Class::SPECIAL) && parse.lemma(i) == "according";
    let Some(at) = (start..end).find(|&i| opens(i) && parse.lemma(i + 1) == "to") else {
        return (start, end);
    };
    if at == start {
        // "According to Weld, who sits on the board, nothing was decided"
        let related = parse.clauses.iter().filter(|c| c.kind == Kind::Relative && c.set_off && c.start > at);
        let from = related
            .filter(|c| c.end < end && (at..c.start).all(|i| !parse.tags[i].is_finite()))
            .map(|c| c.end);
        let comma = (from.min().unwrap_or(at)..end).find(|&i| parse.is_mark(i, ','));
        return (comma.map_or(start, |c| c + 1), end);
    }
    (start, at)
}
