//! How the main clause of a mention is meant, who acts in it and who undergoes it, and of how many it speaks.

use super::{ahead::Outlook, comparison::Over, features::Word, marks::Own};
use crate::{
    lexicon::{Class, kept_particles},
    mention::{clause::Clause, gender::Gender, tag::Tag},
    token::TokenKind,
};

/// How the main clause of a mention is meant, and whether anything in the mention could change that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stance {
    /// What the main clause tells is denied.
    pub(crate) denies: bool,
    /// Something in the main clause may or might be.
    pub(crate) possible: bool,
    /// Something in the main clause is to come: planned, hoped, demanded.
    pub(crate) coming: bool,
    /// What may be in it is so by what others say alone: `allegedly`.
    pub(crate) alleged: bool,
    /// It says who says so, or whose charge or belief it is.
    pub(crate) sourced: bool,
    /// Its verb says something else of what another word tells than who says so: `was convicted of taking`, `pleaded guilty`.
    pub(crate) about: bool,
    /// The verb of the main clause says what was or has been.
    pub(crate) done: bool,
    /// The verb of the main clause is in the past, copulas included.
    pub(crate) past: bool,
    /// It is told with `did`.
    pub(crate) did: bool,
    /// Of whom the main clause speaks, as far as its subject tells: a pronoun, a role or a first name.
    pub(crate) gender: Gender,
    /// How many negations it holds: `not`, `never`, `is yet to`.
    pub(crate) negations: u8,
    /// Whether it holds a word that another makes by `un`: `unaware`.
    pub(crate) privative: bool,
    /// Any word that makes a fact less or more than one: `may`, `plans`, `reportedly`, `must`.
    pub(crate) modal: bool,
    /// What it tells as ahead, and whether it tells a deed.
    pub(crate) outlook: Outlook,
}

impl Stance {
    /// Whether anything is denied, in whatever way.
    pub(crate) const fn is_negative(self) -> bool {
        self.negations > 0 || self.privative || self.denies
    }

    /// What both main clauses say of the past.
    pub(crate) fn over(self, other: Self) -> Over {
        let both = |told: fn(Self) -> bool| told(self) && told(other);
        if both(|s| s.done || s.did) {
            Over::Happened
        } else if both(|s| s.done || s.past) {
            Over::Past
        } else {
            Over::No
        }
    }
}

impl Own {
    /// Marks who acts and who undergoes in the main clause, and tells how it is meant.
    pub(crate) fn mark_stance(&mut self, text: &str, main: Option<Clause>) -> Stance {
        if let Some(main) = main {
            self.mark_main(&main);
        }
        self.mark_quantified();
        let gender = main.and_then(|m| m.subject).map(|(from, to)| self.gender(text, from, to));
        let outlook = self.outlook(main.as_ref());
        Stance { gender: gender.unwrap_or_default(), outlook, ..self.stance(main) }
    }

    /// The gender of the person whom the noun phrase at `from..to` stands for, where all its words tell one.
    fn gender(&self, text: &str, from: usize, to: usize) -> Gender {
        let (tokens, tags) = (self.tokens.get(from..to), self.tags.get(from..to));
        let Some((tokens, tags)) = tokens.zip(tags) else { return Gender::Unknown };
        if let [token] = tokens {
            return Gender::of_pronoun(token.lemma);
        }
        if tags.contains(&Tag::Coord) {
            return Gender::Unknown;
        }
        // "Hale's wife": not of Hale; "the wife of Hale": not either.
        let owner = tags.iter().rposition(|t| *t == Tag::Genitive).map_or(0, |g| g + 1);
        let own = tokens.iter().zip(tags).skip(owner).take_while(|(_, tag)| **tag != Tag::Prep);
        let told = own.map(|(token, _)| {
            let word = token.span.of(text);
            let role = if token.may_be_role() { Gender::of_role(word) } else { Gender::Unknown };
            if role == Gender::Unknown { Gender::of_first_name(word) } else { role }
        });
        let (mut one, mut other) = (Gender::Unknown, false);
        for gender in told.filter(|g| *g != Gender::Unknown) {
            other |= !gender.fits(one);
            one = gender;
        }
        if other { Gender::Unknown } else { one }
    }

    fn add(&mut self, from: usize, to: usize, sort: u32) {
        for m in self.marks.iter_mut().take(to).skip(from) {
            *m |= sort;
        }
    }

    /// Marks the verb of the main clause, its subject, who acts and who undergoes it.
    fn mark_main(&mut self, main: &Clause) {
        let Some(head) = main.head else { return };
        self.add(head, head + 1, Word::HEAD);
        if let Some(governed) = self.governed(head, main.end) {
            self.add(governed, governed + 1, Word::HEAD);
            let accuses = self.frames.get(head).is_some_and(|f| f & SOURCED != 0);
            let of = self.tags.get(governed + 1..governed + 3);
            let guilty = of.is_some_and(|of| of == [Tag::Prep, Tag::Ing]);
            self.about = !accuses && (guilty || self.tags[governed].is_verb());
        }
        let by = (head + 1..main.end.min(head + BY)).find(|&j| {
            self.tokens[j].lemma == "by" && self.tags.get(j + 1).is_some_and(|t| t.in_noun_phrase())
        });
        let is = |j: usize, class: Class| self.tokens.get(j).is_some_and(|t| t.is(class));
        // "Is to be taken over" is a passive as "is taken over" is.
        let infinitive = (head..main.end.min(head + 5))
            .find(|&j| is(j, Class::TO) && is(j + 1, Class::BE) && is(j + 2, Class::PART))
            .map(|j| j + 2);
        let be = infinitive.is_some() || (main.verbs.0..head).any(|j| is(j, Class::BE));
        let participle = infinitive.is_some() || is(head, Class::PART);
        let direct = self.tags.get(head + 1).is_some_and(|t| t.in_noun_phrase());
        // Headlines leave the auxiliary out: "Orlo sacked by president".
        let bare = main.verbs.0 == head;
        let passive = participle && (be || bare && by.is_some() && !direct);
        (self.roles.object, self.roles.direct) = match main.subject {
            Some((start, end)) if passive => (self.phrase_head(start, end).0, true),
            _ if passive => (None, false),
            _ => self.object(head, main.end),
        };
        self.roles.actor = match (main.subject, by) {
            (Some((start, end)), _) if !passive => self.phrase_head(start, end).0,
            (_, Some(by)) if passive => self.phrase_head(by + 1, main.end).0,
            _ => None,
        };
        self.roles.located = self.roles.object.is_some_and(|object| {
            let prep = (head + 1..object).rev().find(|&j| self.tags[j] == Tag::Prep);
            let place =
                |p: usize| kept_particles!("before a place or a part").contains(&self.tokens[p].lemma);
            !passive && !self.roles.direct && prep.is_some_and(place)
        });
        if let Some((start, end)) = main.subject {
            self.add(start, end, Word::SUBJECT | if passive { Word::UNDERGOER } else { Word::ACTOR });
        }
        let after = if passive { by } else { Some(head) };
        let (sort, opposite) =
            if passive { (Word::ACTOR, Word::UNDERGOER) } else { (Word::UNDERGOER, Word::ACTOR) };
        let Some(after) = after else { return };
        for j in after + 1..main.end.min(after + REACH) {
            let token = &self.tokens[j];
            if self.marks[j] & (Word::ASIDE | Word::ATTRIBUTION) != 0
                || token.kind == TokenKind::Mark && !matches!(token.mark, '“' | '"' | '‘' | '’' | '”')
                || passive && self.tags[j] == Tag::Prep
            {
                break;
            }
            if self.marks[j] & opposite == 0 {
                self.marks[j] |= sort;
            }
        }
    }

    /// How the main clause is meant.
    fn stance(&self, main: Option<Clause>) -> Stance {
        let mut stance = Stance { about: self.about, ..Stance::default() };
        let first = main.and_then(|m| self.tokens.get(m.verbs.0));
        stance.past = first.is_some_and(|t| t.is(Class::PAST));
        stance.did = stance.past && first.is_some_and(|t| t.lemma == "do");
        let verbless = main.is_none();
        let main = main.map_or(0..0, |m| m.start..m.end);
        for (j, (&mark, &frame)) in self.marks.iter().zip(&self.frames).enumerate() {
            if mark | frame == 0 && self.tags[j] != Tag::Modal {
                continue;
            }
            let within = mark & (Word::ASIDE | Word::ATTRIBUTION) == 0 && main.contains(&j);
            // "No hostages were freed" denies the freeing.
            stance.denies ^= within && mark & Word::DENIED != 0 && mark & (Word::HEAD | Word::SUBJECT) != 0;
            // "A pledge to curb exports" has no verb of its own.
            let told = within && mark & Word::HEAD != 0 || verbless && mark & Word::ASIDE == 0;
            stance.possible |= told && mark & Word::POSSIBLE != 0;
            stance.coming |= told && mark & Word::FUTURE != 0;
            stance.alleged |= !self.open && mark & Word::POSSIBLE != 0;
            let hearsay = frame & Word::HEARSAY != 0 && self.tags[j] == Tag::Adv;
            stance.sourced |= mark & Word::ATTRIBUTION != 0 || frame & SOURCED != 0 || hearsay;
            stance.done |= within && mark & Word::HEAD != 0 && mark & Word::DONE != 0;
            stance.negations = stance.negations.saturating_add(u8::from(mark & Word::NEGATIVE != 0));
            stance.privative |= frame & Word::NEGATIVE != 0;
            stance.modal |=
                (mark | frame) & (Word::POSSIBLE | Word::FUTURE) != 0 || self.tags[j] == Tag::Modal;
        }
        stance
    }
}

/// What a token says where it tells that others say so.
const SOURCED: u32 = Word::REPORTING | Word::ACCORDING | Word::ACCUSING;
/// How many tokens after its verb the `by` of a passive may stand.
const BY: usize = 12;
/// How many tokens after its verb count as what the verb acts on.
const REACH: usize = 20;
