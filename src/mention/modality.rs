//! Modality: whether a report states a claim as a fact, or as possible, planned, demanded, denied, alleged ...
//!
//! Two reports that use the same words may still say different things: "may lift", "plans to lift", "was urged to lift"
//! and "has lifted the ban" are four claims. The label is told from words (a list of hedges and of verbs and nouns that
//! govern a clause), conditions from their subordinator, questions from their mark and word order.

mod cue;

use core::fmt;

use crate::{
    Span,
    lexicon::{Class, kept_particles},
    mention::{
        clause::{Clause, Kind},
        negation,
        proposition::{Form, Stated, stated},
        syntax::{Parse, parses},
        tag::Tag,
    },
};
use cue::Cue;

/// How a claim is meant by the text that makes it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Modality {
    /// Stated as a fact, whatever its polarity; also what somebody may or can do by right or ability.
    #[default]
    Asserted,
    /// It may be so: may, might, could, perhaps, is considering.
    Possible,
    /// It is likely or unlikely, expected, believed; it seems so; it must have been so.
    Probable,
    /// Somebody will do it, plans, promises, agrees, hopes to; it is due.
    Planned,
    /// It holds if something else does: if, unless, as long as, without X it would.
    Conditional,
    /// Somebody wants it done: urged, ordered, called for, should, must.
    Demanded,
    /// The source rejects it: denied, disputes, no truth in.
    Denied,
    /// Somebody asks or does not know: direct and indirect questions, unclear whether, doubt.
    Questioned,
    /// Somebody accuses or reports without vouching: alleged, accused of, reportedly, is said to.
    Alleged,
}

impl Modality {
    /// Whether it says what may be, is planned, asked for or doubted: not yet a fact for who says it.
    pub(crate) const fn is_ahead(self) -> bool {
        match self {
            Self::Possible | Self::Probable | Self::Planned => true,
            Self::Conditional | Self::Questioned | Self::Demanded => true,
            Self::Asserted | Self::Denied | Self::Alleged => false,
        }
    }

    /// Which of two labels in one clause wins; the lower number.
    const fn rank(self) -> u8 {
        match self {
            Self::Conditional => 0,
            Self::Questioned => 1,
            Self::Denied => 2,
            Self::Alleged => 3,
            Self::Demanded => 4,
            Self::Possible => 5,
            Self::Probable => 6,
            Self::Planned => 7,
            Self::Asserted => 8,
        }
    }
}

/// A stretch of text that makes a claim, and how it is meant.
#[derive(Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct ModalClause<'t> {
    #[serde(skip)]
    text: &'t str,
    span: Span,
    modality: Modality,
    hedge: Option<Span>,
}

impl<'t> ModalClause<'t> {
    /// The clause with its subject and its own modal, or what a governing word (urged, accused, denied) is about.
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// Its words.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.span.of(self.text)
    }

    /// How it is meant.
    #[must_use]
    pub const fn modality(&self) -> Modality {
        self.modality
    }

    /// The words that say so; none for what is simply asserted. They may stand outside the clause.
    #[must_use]
    pub const fn hedge(&self) -> Option<Span> {
        self.hedge
    }
}

impl fmt::Debug for ModalClause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}({} {:?})", self.modality, self.span, self.text())
    }
}

/// The claims of `text` with how each is meant, in the order in which they begin.
///
/// These are the [propositions](crate::mention::proposition) without appositions and participial phrases, and besides
/// them what is asked, demanded or denied, which states nothing by itself.
///
/// ```
/// use corroborate::mention::modality::{Modality, modal_clauses};
///
/// let text = "The port may close in May, and the union urged the ministry to act.";
/// let found = modal_clauses(text);
/// assert_eq!(found[0].text(), "The port may close in May");
/// assert_eq!(found[0].modality(), Modality::Possible);
/// assert_eq!(found[0].hedge().unwrap().of(text), "may");
/// assert_eq!(found[1].text(), "the ministry to act");
/// assert_eq!(found[1].modality(), Modality::Demanded);
/// ```
#[must_use]
pub fn modal_clauses(text: &str) -> Vec<ModalClause<'_>> {
    let mut out = Vec::new();
    parses(text, |parse| {
        for m in meant(parse) {
            let hedge = m.hedge.map(|(start, end)| parse.span(start, end));
            out.push(ModalClause { text, span: parse.span(m.start, m.end), modality: m.modality, hedge });
        }
    });
    out
}

/// A claim of one sentence and how it is meant, in tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meant {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) modality: Modality,
    pub(crate) hedge: Option<(usize, usize)>,
}

/// A label and the words that set it.
type Label = (Modality, (usize, usize));

/// How one clause is meant.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// By words of the clause itself.
    own: Option<Label>,
    /// By the word that governs it.
    given: Option<Label>,
    /// Whether it only carries a governing word: "the union urged".
    silent: bool,
}

/// The labels of one sentence: how each of its clauses is meant.
#[derive(Debug, Default)]
pub(crate) struct Labels {
    clauses: Vec<Slot>,
    /// What such words govern, where that is no clause.
    objects: Vec<Meant>,
}

impl Labels {
    /// How the clause `index` is meant.
    pub(crate) fn of(&self, parse: &Parse, index: usize) -> (Modality, Option<(usize, usize)>) {
        let mut best: Option<Label> = None;
        let mut clause = index;
        let mut inherits = true;
        for _ in 0..8 {
            let own = if inherits { self.clauses[clause].own } else { None };
            for label in [self.clauses[clause].given, own].into_iter().flatten() {
                if best.is_none_or(|b| label.0.rank() < b.0.rank()) {
                    best = Some(label);
                }
            }
            // A coordinated clause shares what governs the first, and its auxiliary if it has none of its own.
            let c = &parse.clauses[clause];
            let led_to = led_to(parse, c);
            let joined = matches!(c.kind, Kind::Coordinated | Kind::Infinitive) || led_to;
            // "proposed that they be paid, and councillors will vote": what has its own tense is no part of what is wanted.
            let tensed = |i: usize| parse.tag(parse.clauses[i].verbs.0).is_some_and(Tag::is_finite);
            let Some(parent) =
                c.parent.filter(|&p| joined && !(c.subject.is_some() && tensed(clause) && !tensed(p)))
            else {
                break;
            };
            // The second infinitive of "agreed to pay and to go" is meant as the verb says that governs both.
            let bare = |h: usize| c.verbs.0 == h && !parse.tags[h].is_finite();
            inherits = inherits && (c.kind == Kind::Infinitive || c.head.is_some_and(bare));
            if led_to && !self.clauses[parent].own.is_some_and(|(m, _)| is_open(m)) {
                break;
            }
            clause = parent;
        }
        best.map_or((Modality::Asserted, None), |(m, hedge)| (m, Some(hedge)))
    }
}

/// Whether the phrase tells what the clause before it leads to, and is no surer than that: "the plant may close, putting 300 jobs at
/// risk", or how long what is ahead lasts: "the strike, lasting 24 hours, will begin on Monday".
fn led_to(parse: &Parse, c: &Clause) -> bool {
    let Some((head, around)) = c.head.zip(c.parent.and_then(|p| parse.clauses.get(p))) else { return false };
    let state = parse.class(head).any(Class::BE.or(Class::HAVE));
    let after = around.is_finite() && c.set_off && c.start >= around.verbs.1;
    c.kind == Kind::Participial
        && parse.tag(head) == Some(Tag::Ing)
        && !state
        && (after || kept_particles!("tells of an event").contains(&parse.lemma(head)))
}

/// Whether what is meant so has not happened.
const fn is_open(modality: Modality) -> bool {
    matches!(modality, Modality::Possible | Modality::Probable | Modality::Planned | Modality::Conditional)
}

/// How the proposition is meant, with the words that say so.
pub(crate) fn modality_of(
    parse: &Parse,
    labels: &Labels,
    proposition: &Stated,
) -> (Modality, Option<(usize, usize)>) {
    labels.of(parse, proposition.clause)
}

/// The claims of one sentence, in the order in which they begin.
pub(crate) fn meant(parse: &Parse) -> Vec<Meant> {
    let mut out = Vec::new();
    meant_by(parse, &labels(parse), &stated(parse), &mut out);
    out
}

/// The same where labels and propositions are known, into a buffer that is emptied first.
pub(crate) fn meant_by(parse: &Parse, labels: &Labels, propositions: &[Stated], out: &mut Vec<Meant>) {
    out.clear();
    let question = parse.is_question();
    for s in propositions.iter().copied() {
        let asked = question && s.form == Form::Adverbial;
        if labels.clauses[s.clause].silent || asked || matches!(s.form, Form::Appositive | Form::Participial)
        {
            continue;
        }
        let (modality, hedge) = modality_of(parse, labels, &s);
        out.push(Meant { start: s.start, end: s.end, modality, hedge });
    }
    out.extend(labels.objects.iter().copied());
    for (i, clause) in parse.clauses.iter().enumerate() {
        let asked = clause.kind == Kind::Content && is_asked(parse, clause);
        if asked || clause.kind == Kind::Main && question && clause.head.is_some() {
            if let (Modality::Questioned, hedge) = labels.of(parse, i) {
                let (start, end) = parse.trim(question_start(parse, clause), clause.end);
                if start < end && !out.iter().any(|m| m.start == start) {
                    out.push(Meant { start, end, modality: Modality::Questioned, hedge });
                }
            }
        }
    }
    out.sort_by_key(|m| (m.start, m.end));
}

/// Whether the clause opens with whether or a question word.
pub(super) fn is_asked(parse: &Parse, clause: &Clause) -> bool {
    clause.opener.is_some_and(|o| parse.tag(o) == Some(Tag::Wh) || matches!(parse.lemma(o), "whether" | "if"))
}

/// Where the content of a question begins: at its subject, past the auxiliary or the question word.
fn question_start(parse: &Parse, clause: &Clause) -> usize {
    let inverted = clause.subject.filter(|s| s.0 > clause.verbs.0);
    match (inverted, clause.opener) {
        (Some((subject, _)), _) => subject,
        (None, Some(opener)) => opener + 1,
        (None, None) if parse.tag(clause.start) == Some(Tag::Wh) => clause.start + 1,
        (None, None) => clause.start,
    }
}

/// How each clause of the sentence is meant.
pub(crate) fn labels(parse: &Parse) -> Labels {
    let mut labels = Labels::default();
    label(parse, &mut labels);
    labels
}

/// As [`labels`], into labels that are emptied first.
pub(crate) fn label(parse: &Parse, labels: &mut Labels) {
    labels.objects.clear();
    labels.clauses.clear();
    labels.clauses.resize(parse.clauses.len(), Slot::default());
    conditions(parse, labels);
    subjunctives(parse, labels);
    if parse.is_question() {
        questions(parse, labels);
    }
    let mut from = 0;
    while let Some(at) = parse.next(from, cue::OPENS) {
        // Words with two uses have two entries ("asked whether", "asked the firm to"): the first that applies counts.
        let mut next = at + 1;
        for (cue, end) in cue::at(parse, at) {
            if apply(parse, labels, cue, at, end) {
                next = end;
                break;
            }
        }
        from = next;
    }
    for infinitive in parse.clauses.iter().filter(|c| c.kind == Kind::Infinitive) {
        elliptic(parse, labels, infinitive);
    }
}

/// What a form of be that is left out sets: "Nurses to strike for three days", "ministers urged to resign", "due to open in May".
fn elliptic(parse: &Parse, labels: &mut Labels, infinitive: &Clause) {
    let (Some(at), Some(host)) = (infinitive.start.checked_sub(1), infinitive.parent) else { return };
    let clause = &parse.clauses[host];
    let hedge = (infinitive.start, infinitive.start + 1);
    if clause.kind == Kind::Main && clause.head.is_none() && parse.tag(at).is_some_and(Tag::in_noun_phrase) {
        // "Plans to close the mine", "ways to save" are no subjects of what will be.
        let stopped = parse.tokens.last().is_some_and(|t| matches!(t.mark, '.' | '!' | '?' | '…'));
        let noun = (clause.start..at + 1).find(|&i| parse.tag(i + 1).is_none_or(|t| !t.in_noun_phrase()));
        let means = noun.is_some_and(|i| {
            parse.class(i).any(Class::INFINITIVE)
                || kept_particles!("what one has to do something").contains(&parse.lemma(i))
        });
        if !stopped && !means {
            propose(&mut labels.clauses[host].own, (Modality::Planned, hedge));
        }
        return;
    }
    let passive = !(clause.verbs.0..at).any(|i| parse.class(i).any(Class::BE));
    if let Some(modality) = cue::without_be(parse, at).filter(|_| passive && clause.verbs.0 <= at) {
        propose(&mut labels.clauses[host].own, (modality, (at, at + 2)));
    }
}

fn propose(slot: &mut Option<Label>, label: Label) {
    if slot.is_none_or(|old| label.0.rank() < old.0.rank()) {
        *slot = Some(label);
    }
}

/// "insists that the vote be held": a base form as finite verb.
fn subjunctives(parse: &Parse, labels: &mut Labels) {
    for (i, clause) in parse.clauses.iter().enumerate().filter(|(_, c)| c.kind == Kind::Content) {
        let base = clause.subject.is_some() && parse.tag(clause.verbs.0) == Some(Tag::Base);
        let governor = clause.parent.and_then(|p| parse.clauses[p].head).filter(|_| base);
        if let Some(head) = governor {
            propose(&mut labels.clauses[i].given, (Modality::Demanded, (head, head + 1)));
        }
    }
}

fn conditions(parse: &Parse, labels: &mut Labels) {
    for (index, clause) in parse.clauses.iter().enumerate() {
        if let Some((start, end)) = parse.condition(clause) {
            if let Some(parent) = parse.finite_parent(clause) {
                propose(&mut labels.clauses[parent].own, (Modality::Conditional, (start, end)));
            }
        }
        let without = clause.kind == Kind::Main && parse.lemma(clause.start) == "without";
        if without
            && (clause.verbs.0..clause.verbs.1).any(|i| kept_particles!("unreal").contains(&parse.lemma(i)))
        {
            let label = (Modality::Conditional, (clause.start, clause.start + 1));
            propose(&mut labels.clauses[index].own, label);
        }
    }
}

fn questions(parse: &Parse, labels: &mut Labels) {
    for (i, clause) in parse.clauses.iter().enumerate().filter(|(_, c)| c.kind == Kind::Main) {
        if let Some(first) = (clause.start..clause.end).find(|&t| parse.tag(t) != Some(Tag::Mark)) {
            propose(&mut labels.clauses[i].own, (Modality::Questioned, (first, first + 1)));
        }
    }
}

/// Lets a cue label what its frames say; whether it found anything to label.
fn apply(parse: &Parse, labels: &mut Labels, cue: &Cue, at: usize, end: usize) -> bool {
    // "weighing 1.3 kilograms"
    if parse.lemma(at) == "weigh" && parse.tag(end) == Some(Tag::Numeral) {
        return false;
    }
    // "has weighed the matter", "considered the evidence": nothing that may be.
    let considered = end + usize::from(parse.class(end).any(Class::DET));
    if cue.label == Modality::Possible
        && parse.tag(at) != Some(Tag::Modal)
        && parse.tag(considered) == Some(Tag::Noun)
        && kept_particles!("is considered").contains(&parse.lemma(considered))
    {
        return false;
    }
    if parse.lemma(at) == "consider" && cue.words.len() == 1 && holds_for(parse, at, end) {
        return false;
    }
    // "treated as potentially suspicious", "found dead, reportedly of natural causes": no more than the phrase.
    if parse.tag(at) == Some(Tag::Adv) && cue.clause && hedges_phrase(parse, at, end) {
        return false;
    }
    // "will appear before a judge": is seen there.
    let alone = cue.words.len() == 1 && matches!(parse.lemma(at), "appear" | "seem");
    if alone && parse.tag(end).is_none_or(|t| matches!(t, Tag::Prep | Tag::Mark | Tag::Coord)) {
        return false;
    }
    // "did not deny that", "what is not in dispute": nothing is denied.
    if cue.label == Modality::Denied && cue.words.len() == 1 && negation::is_undone(parse, at) {
        return false;
    }
    // "32% less likely to fall ill than": how often, not how sure.
    if parse.lemma(at) == "likely" && compared(parse, at, end) {
        return false;
    }
    // "would not say whether", "wouldn't comment": a refusal, and nothing that is to come.
    if parse.lemma(at) == "would" && refuses(parse, at) {
        return false;
    }
    // "would not have stopped them": what did not come about.
    let unreal = parse.lemma(at) == "would"
        && parse.finite_around(at).and_then(|c| parse.clauses.get(c)).is_some_and(|c| {
            let group = c.verbs.0..c.verbs.1;
            c.head.is_some_and(|h| parse.tag(h) == Some(Tag::Participle) && h > at)
                && group.into_iter().any(|i| i > at && parse.class(i).any(Class::HAVE))
        });
    let label = (if unreal { Modality::Conditional } else { cue.label }, (at, end));
    if cue.content {
        if let Some(content) = content_of(parse, cue, at, end) {
            // After its frame a clause keeps its own label: "will probably peak, the bank forecast".
            let before = parse.clauses[content].start < at;
            let slot =
                if before { &mut labels.clauses[content].own } else { &mut labels.clauses[content].given };
            propose(slot, label);
            if let Some(c) = parse.finite_around(at).filter(|&c| c != content) {
                let empty =
                    parse.clauses[c].subject.is_some_and(|s| matches!(parse.lemma(s.0), "there" | "it"));
                labels.clauses[c].silent |=
                    empty || parse.clauses[c].head.is_some_and(|h| at <= h && h < end);
            }
            return true;
        }
    }
    if cue.object && !cue::is_passive(parse, at) {
        if let Some((start, stop)) = object_of(parse, cue, at, end) {
            for (start, end) in conjuncts(parse, start, stop) {
                labels.objects.push(Meant { start, end, modality: cue.label, hedge: label.1.into() });
            }
            if let Some(c) = parse.finite_around(at) {
                labels.clauses[c].silent |= parse.clauses[c].head.is_some_and(|h| at <= h && h < end);
            }
            return true;
        }
        // "The agency it once accused of a hand in the raid": the object stands before.
        let says = |c: &usize| parse.clauses[*c].head.is_some_and(|h| at <= h && h < end);
        if cue.label == Modality::Alleged && parse.lemma(end) == "of" {
            if let Some(c) = parse.finite_around(at).filter(says) {
                propose(&mut labels.clauses[c].own, label);
                return true;
            }
        }
    }
    let Some(around) = parse.finite_around(at) else { return false };
    if cue.subject {
        if let Some((start, stop)) = parse.clauses[around].subject {
            let (start, stop) = parse.trim(start, stop);
            let hedge = if at > 0 && parse.tag(at - 1) == Some(Tag::Adv) { at - 1 } else { at };
            labels.objects.push(Meant { start, end: stop, modality: cue.label, hedge: Some((hedge, end)) });
            labels.clauses[around].silent = true;
        }
    }
    if cue.clause {
        propose(&mut labels.clauses[around].own, label);
    }
    cue.subject || cue.clause
}

/// Whether "consider" at `at` says what somebody holds something for: "is considered a key treaty", "considers the deal a mistake".
fn holds_for(parse: &Parse, at: usize, end: usize) -> bool {
    let nominal = |i: usize| parse.tag(i).is_some_and(Tag::is_nominal);
    let day = Class::WEEKDAY.or(Class::MONTH);
    let phrase = |i: usize| parse.tag(i).is_some_and(Tag::in_noun_phrase) && !parse.class(i).any(day);
    if cue::is_passive(parse, at) {
        return phrase(end);
    }
    let second = |i: usize| nominal(i - 1) && matches!(parse.tag(i), Some(Tag::Det | Tag::Adj));
    (end + 1..parse.tokens.len()).take_while(|&i| phrase(i)).any(second)
}

/// Whether the adverb at `at`, which ends at `end`, stands inside a phrase: after what opens one, or before what says why or how
/// alone.
fn hedges_phrase(parse: &Parse, at: usize, end: usize) -> bool {
    let quote = |i: &usize| parse.is_mark(*i, '“') || parse.is_mark(*i, '"') || parse.is_mark(*i, '‘');
    let before = (0..at).rev().find(|i| !quote(i));
    let opened = before.and_then(|i| parse.tag(i));
    match parse.tag(end) {
        Some(Tag::Ing | Tag::Adj | Tag::Participle) => {
            matches!(opened, Some(Tag::Prep | Tag::Subord | Tag::Det))
        }
        Some(Tag::Prep) => {
            let cause = kept_particles!("says why after a hedge").contains(&parse.lemma(end));
            cause && before.is_some_and(|i| parse.is_mark(i, ','))
        }
        _ => false,
    }
}

/// Whether "would" at `at` stands in "would not say", "would not comment on" or "would not be drawn".
fn refuses(parse: &Parse, at: usize) -> bool {
    let group = parse.finite_around(at).and_then(|c| parse.clauses.get(c)).filter(|c| c.verbs.0 == at);
    let Some((group, head)) = group.and_then(|c| Some((c.verbs.0..c.verbs.1, c.head?))) else { return false };
    let negated = group.clone().any(|i| parse.class(i).any(Class::NEG));
    negated && head < at + 4 && kept_particles!("refused in silence").contains(&parse.lemma(head))
}

/// Whether the word at `at` is compared with something, "twice as likely", "less likely to fall ill than".
fn compared(parse: &Parse, at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| parse.lemma(i));
    let measured = at.checked_sub(2).is_some_and(|i| {
        let part = kept_particles!("measures a likelihood").contains(&parse.lemma(i));
        part || parse.tag(i) == Some(Tag::Numeral) || parse.is_mark(i, '%')
    });
    let than = (end..(end + 16).min(parse.tokens.len())).any(|i| parse.lemma(i) == "than");
    match before {
        "more" | "less" => measured || than,
        "as" => measured,
        _ => false,
    }
}

/// The clause that the cue governs: the content clause after it, or the clause before ", prosecutors allege".
fn content_of(parse: &Parse, cue: &Cue, at: usize, end: usize) -> Option<usize> {
    let doubts = parse.class(at).any(Class::NEG)
        || matches!(parse.lemma(end - 1), "doubt" | "doubtful" | "unclear" | "clear");
    let around = parse.finite_around(at);
    let next = parse.clauses.iter().enumerate().find(|(_, c)| {
        c.kind == Kind::Content
            && c.start >= end
            && c.start <= end + 10
            && (c.parent == around
                || c.parent.is_some_and(|p| parse.clauses[p].head.is_some_and(|h| at <= h && h < end)))
    });
    if let Some((i, c)) = next {
        // Another verb of its own between the two governs the clause, not this one.
        let other = (end..c.start)
            .any(|t| parse.tag(t).is_some_and(|g| g.is_verb()) && parse.class(t).any(Class::SAYS));
        let asked = is_asked(parse, c);
        let fits = if cue.label == Modality::Questioned { asked || doubts } else { !asked };
        if fits && !other {
            return Some(i);
        }
        return None;
    }
    // "Whether the pilot was drunk remains unclear."
    let first = parse
        .clauses
        .iter()
        .position(|c| c.kind == Kind::Content && is_asked(parse, c) && c.start < 2 && c.end <= at);
    if cue.label == Modality::Questioned && first.is_some() {
        return first;
    }
    let verb = parse.tag(at).is_some_and(Tag::is_verb) || cue.words.len() > 1;
    let frame = around.filter(|&i| {
        let c = &parse.clauses[i];
        c.kind == Kind::Main && c.set_off && i > 0 && c.head.is_some_and(|h| at <= h && h < end) && verb
    })?;
    let before = (0..frame).rev().find(|&i| parse.clauses[i].kind == Kind::Main)?;
    let ends_there = parse.tag(end).is_none_or(|t| matches!(t, Tag::Mark | Tag::Prep | Tag::Subord))
        || cue.words.len() > 1;
    (cue.label != Modality::Questioned && ends_there).then_some(before)
}

/// The two halves of "the quarry closed at night and a wall built": a noun phrase and a participle on either side of
/// a conjunction; else the whole.
fn conjuncts(parse: &Parse, start: usize, stop: usize) -> Vec<(usize, usize)> {
    let phrase = |from: usize, to: usize| {
        let verb = (from..to).find(|&i| parse.tag(i) == Some(Tag::Participle));
        verb.is_some_and(|v| v > from && (from..v).all(|i| parse.tags[i].in_noun_phrase()))
    };
    let joint = (start + 1..stop).find(|&i| parse.tag(i) == Some(Tag::Coord) && phrase(i + 1, stop));
    match joint.filter(|&i| phrase(start, i)) {
        Some(i) => vec![(start, i), (i + 1, stop)],
        None => vec![(start, stop)],
    }
}

/// What the cue wants, denies or alleges where that is no clause: the object and what it is to do.
fn object_of(parse: &Parse, cue: &Cue, at: usize, end: usize) -> Option<(usize, usize)> {
    let stop = parse
        .clauses
        .iter()
        .rev()
        .find(|c| {
            c.start <= at && at < c.end && (c.head.is_some_and(|h| at <= h && h < end) || c.is_finite())
        })
        .map_or(parse.tokens.len(), |c| c.end);
    let opens = parse.tag(end)?;
    if !(opens.in_noun_phrase() || opens == Tag::Ing || parse.is_mark(end, '“')) {
        return None;
    }
    // "told the paper that it had warned them not to go": what is told is no order.
    let told = parse.clauses.iter().find(|c| c.kind == Kind::Content && c.start > end && c.start < stop);
    let told = told.map(|c| c.start);
    let infinitive = parse.clauses.iter().any(|c| {
        let own = c.start > end && c.start < stop && told.is_none_or(|t| t >= c.start);
        c.kind == Kind::Infinitive && own && parse.tag(c.start) == Some(Tag::To)
    });
    if cue.infinitive && !infinitive {
        return None;
    }
    let last = stop;
    let mut stop = stop;
    for c in parse.clauses.iter().filter(|c| c.start > end && c.start < last) {
        let apart = match c.kind {
            Kind::Relative | Kind::Participial | Kind::Appositive => c.set_off,
            Kind::Coordinated => true,
            Kind::Adverbial => c.set_off,
            Kind::Main | Kind::Content | Kind::Infinitive => false,
        };
        if apart && c.end >= parse.trim(end, stop).1 {
            stop = c.start;
        }
    }
    let (start, stop) = parse.trim(end, stop);
    let only_claim = stop <= start + 3 && parse.class(stop.saturating_sub(1)).any(Class::FACT);
    (start < stop && !only_claim).then_some((start, stop))
}
