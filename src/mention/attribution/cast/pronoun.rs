//! Whom a pronoun stands for that is a source: the subject of the nearest sentence, or who spoke last.

use super::{Cast, Entity, Mention, PERSONS, Spoke, UNNAMED_HEADS, lookup};
use crate::{
    Span,
    lexicon::Class,
    mention::{
        attribution::{
            Found,
            scene::WINDOW,
            view::{Node, Phrase, Tag, View},
        },
        gender::Gender,
        speaker::{Known, Speaker},
    },
    token::look_up,
};

impl Cast<'_> {
    /// Whom the pronoun at node `at` stands for, the source of `found`; `previous` spoke last.
    pub(super) fn pronoun(
        &mut self,
        view: &View,
        found: &Found,
        at: usize,
        whole: Span,
        previous: &Spoke,
    ) -> Speaker {
        let unit = found.unit;
        let word = whole.of(self.text);
        let is = |forms: [&str; 2]| forms.iter().any(|form| word.eq_ignore_ascii_case(form));
        let gender = if is(["he", "his"]) {
            Gender::Male
        } else if is(["she", "her"]) {
            Gender::Female
        } else if is(["it", "its"]) {
            let body =
                || previous.last.filter(|p| p.1 + 1 >= unit && self.may_be_body(p.0)).or(previous.thing);
            let person = |p: &(Speaker, usize)| {
                let entity = self.named_so(p.0.name()).and_then(|e| self.entities.get(e));
                p.0.known() == Known::Named && entity.is_some_and(|e| e.gender != Gender::Unknown)
            };
            let spoke = || body().or(previous.last.filter(|p| !person(p))).map(|p| p.0);
            return self.topic(view, unit).or_else(spoke).unwrap_or(Speaker::new(whole, Known::Unknown));
        } else if is(["they", "their"]) {
            let several = |p: &(Speaker, usize)| self.may_be_several(p.0);
            let spoke = previous
                .last
                .filter(several)
                .or_else(|| self.several(view, unit))
                .or(previous.many)
                .or(previous.thing);
            return spoke.or(previous.last).map_or(Speaker::new(whole, Known::Unknown), |p| p.0);
        } else {
            return Speaker::new(whole, Known::Unknown);
        };
        let to = self.mentions.partition_point(|m| m.start < at);
        let heard = self.heard(view, found);
        // “His sister asked”: not he.
        let role = |s: Speaker| {
            let mut known = s.name().of(self.text).split_whitespace().map(Gender::of_role);
            s.known() == Known::Named || known.next_back().is_none_or(|g| g.fits(gender))
        };
        let previous = previous.person.filter(|p| role(p.0));
        let spoke = previous.map(|p| p.0);
        let fits = |m: &&Mention| {
            let entity = &self.entities[m.entity];
            entity.gender.fits(gender) && !entity.is_body() && !heard.contains(&m.entity)
        };
        let tag = |i: usize| view.nodes.get(i).map_or(Tag::Edge, |n| n.tag);
        let governed = |m: &Mention| {
            // “For Weld, a teacher, the school was home.”
            let viewed = |i: usize| {
                let first = view.units.get(m.unit).is_some_and(|u| u.start == i);
                first && tag(m.end) == Tag::Comma && view.nodes[i].span.of(self.text) == "For"
            };
            m.start.checked_sub(1).is_some_and(|i| tag(i) == Tag::Prep && !viewed(i))
        };
        let subject = |m: &&Mention| {
            let follows = tag(m.end);
            // “The finest Derrow forward of his day knew”: a people, not a person.
            let modifies = follows == Tag::Adv
                && view.nodes.get(m.end).is_some_and(|n| n.class.any(Class::NOUN))
                && m.start > 0
                && matches!(tag(m.start - 1), Tag::Adj | Tag::Det | Tag::Part);
            // “Ansa Weld and her staff had”
            let joined = follows == Tag::Coord && tag(m.end + 1) == Tag::PossDet;
            (joined
                || follows.verb()
                || follows.aux()
                || matches!(follows, Tag::Comma | Tag::Adv | Tag::Pron))
                && !governed(m)
                && !modifies
                && !m
                    .from
                    .checked_sub(1)
                    .is_some_and(|i| tag(i).verb() && !view.nodes[i].class.any(Class::SAYS))
        };
        // “Weld's sister asked him to leave, but he stayed”
        let sister = |i: usize| view.nodes.get(i).is_some_and(|n| n.class.any(Class::PERSON.or(Class::ROLE)));
        let owner =
            |m: &&Mention| tag(m.end) == Tag::Poss && sister(m.end + 1) && m.unit == unit && !governed(m);
        // The subject of the nearest sentence since the last speaker's, then the last speaker, then any name.
        // A bare name may be a paper's: “According to Qorplex, Weld left early. She also said”
        let bare = |s: Speaker| {
            let entity = self.named_so(s.name()).and_then(|e| self.entities.get(e));
            entity.is_some_and(|e| e.words == 1 && e.gender == Gender::Unknown)
        };
        let after = previous.map_or(0, |p| p.1 + usize::from(!bare(p.0))).max(unit.saturating_sub(4));
        let recent =
            || self.mentions[..to].iter().rev().take(16).take_while(|m| m.unit >= after).filter(fits);
        let mut found: Option<Mention> = None;
        // “Qorplex has been run by Ansa Weld. She told”: a bare name is as likely a firm's.
        let bare_name = |m: &&Mention| {
            let e = &self.entities[m.entity];
            e.words == 1 && !e.is_person()
        };
        let person = recent().any(|m| self.entities[m.entity].gender == gender && m.unit + 1 >= unit);
        for m in recent().filter(subject).filter(|m| !(person && bare_name(m))) {
            if found.is_some_and(|f| f.unit != m.unit) {
                break;
            }
            found = Some(*m);
        }
        if found.is_none_or(|f| f.unit != unit) {
            if let Some(kin) = self.kin(view, unit, at, gender) {
                return kin;
            }
            found = recent().filter(owner).last().copied().or(found);
        }
        // “He had read a paper by Ansa Weld. She had found”: the only woman of the sentence before.
        if found.is_none() && previous.is_none_or(|p| p.1 + 1 < unit) {
            let same = |n: usize| {
                let paragraph = |n: usize| view.units.get(n).map(|u| u.paragraph);
                paragraph(n) == paragraph(unit)
            };
            let near =
                |m: &&Mention| m.unit + 1 == unit && same(m.unit) && self.entities[m.entity].gender == gender;
            found = self.mentions[..to]
                .iter()
                .rev()
                .take_while(|m| m.unit + 1 >= unit)
                .filter(near)
                .find(fits)
                .copied();
        }
        if found.is_none() && previous.is_none() {
            found = self.mentions[..to].iter().rev().take(12).find(fits).copied();
        }
        if let Some(m) = found {
            self.entities[m.entity].gender = gender;
            return Speaker::new(self.entities[m.entity].full, Known::Named);
        }
        if let Some(somebody) = self.somebody(view, unit, previous.map(|p| p.1)) {
            return somebody;
        }
        if let Some(p) = spoke {
            let named = self.named_so(p.name());
            match named.and_then(|e| self.entities.get_mut(e)) {
                Some(e) if e.gender.fits(gender) => e.gender = gender,
                Some(_) => {
                    let other =
                        self.mentions[..to].iter().rev().take(24).find(|m| {
                            self.entities[m.entity].gender == gender && !self.entities[m.entity].thing
                        });
                    return other.map_or(Speaker::new(whole, Known::Unknown), |m| {
                        Speaker::new(self.entities[m.entity].full, Known::Named)
                    });
                }
                None => {}
            }
            return p;
        }
        Speaker::new(whole, Known::Unknown)
    }

    /// Whether "it" can stand for a named speaker: nothing tells that it is a person.
    fn may_be_body(&self, speaker: Speaker) -> bool {
        let entity = self.named_so(speaker.name()).and_then(|e| self.entities.get(e));
        let person =
            |e: &Entity<'_>| e.called || e.aged || e.gender != Gender::Unknown || e.words > 1 && !e.thing;
        speaker.known() == Known::Named && entity.is_some_and(|e| !person(e))
    }

    /// Whether "they" can stand for a speaker: several people or a body.
    fn may_be_several(&self, speaker: Speaker) -> bool {
        match speaker.known() {
            Known::Named => {
                let entity = self.named_so(speaker.name()).and_then(|e| self.entities.get(e));
                entity.is_some_and(|e| e.thing) || self.may_be_body(speaker)
            }
            _ => {
                let words = speaker.name().of(self.text);
                let head = words.split(" of ").next().unwrap_or(words);
                let head = head.split(" at ").next().unwrap_or(head).split(" in ").next().unwrap_or(head);
                let last = head.rsplit(' ').next().unwrap_or(head);
                let (class, _) = look_up(last);
                class.any(Class::PLURAL.or(Class::GROUP)) || !class.any(Class::PERSON.or(Class::ROLE))
            }
        }
    }

    /// The nameless person whom the sentence before unit `unit` in its paragraph is about, if nobody spoke in it: `A source at the
    /// port denied it. He said`.
    fn somebody(&self, view: &View, unit: usize, spoke: Option<usize>) -> Option<Speaker> {
        let (here, before) = (view.units.get(unit)?, view.units.get(unit.checked_sub(1)?)?);
        if here.paragraph != before.paragraph || spoke.is_some_and(|s| s + 1 >= unit) {
            return None;
        }
        let mut phrases = Vec::new();
        view.phrases(*before, &mut phrases);
        let p = phrases.first().filter(|p| p.start == before.start)?;
        let first = view.nodes[p.start];
        let article = first.tag == Tag::Det && matches!(first.span.of(self.text), "A" | "An" | "One");
        let unnamed = |word: &str| lookup(word, |w| UNNAMED_HEADS.contains(w).then_some(())).is_some();
        let person = |n: &&Node| {
            let word = n.span.of(self.text);
            n.tag == Tag::Noun
                && (unnamed(word) || lookup(word, |w| PERSONS.contains(w).then_some(())).is_some())
        };
        let head = view.nodes[p.start..p.end].iter().find(person).filter(|_| article)?;
        let known = if unnamed(head.span.of(self.text)) { Known::Anonymous } else { Known::Role };
        Some(Speaker::new(view.nodes[p.start + 1].span.hull(head.span), known))
    }

    /// The several people whom the sentence before unit `unit` speaks of first: `What did the judges decide? They found`.
    fn several(&self, view: &View, unit: usize) -> Option<(Speaker, usize)> {
        let before = view.units.get(unit.checked_sub(1)?)?;
        let mut phrases = Vec::new();
        view.phrases(*before, &mut phrases);
        let plural = |p: &&Phrase| {
            let node = &view.nodes[p.head()];
            node.tag == Tag::Plural && node.class.any(Class::PERSON) && node.quote == 0
        };
        let p = phrases.iter().find(plural)?;
        let from = p.start + usize::from(view.nodes[p.start].tag == Tag::Det && p.end > p.start + 1);
        let span = view.nodes[from].span.hull(view.nodes[p.head()].span);
        Some((Speaker::new(span, Known::Role), unit))
    }

    /// What the sentence before unit `unit` in its paragraph is about, if that is no person: `The memo is dated May. It
    /// finds that the dam leaks.`
    fn topic(&self, view: &View, unit: usize) -> Option<Speaker> {
        let (here, before) = (view.units.get(unit)?, view.units.get(unit.checked_sub(1)?)?);
        if here.paragraph != before.paragraph {
            return None;
        }
        let mut phrases = Vec::new();
        view.phrases(*before, &mut phrases);
        let first = phrases.first().filter(|p| p.start == before.start)?;
        let (start, end) = (first.start, first.end);
        // “The owner, Qorplex, was told”
        let at = self.mentions.partition_point(|m| m.start < end);
        let apposed = self.mentions.get(at).filter(|m| {
            m.from == end + 1
                && view.tag_at(*before, end) == Tag::Comma
                && view.tag_at(*before, m.end) == Tag::Comma
        });
        if let Some(m) = self.named(view, start, end).or(apposed.copied()) {
            let speaker = Speaker::new(self.entities.get(m.entity)?.full, Known::Named);
            let body = self.entities.get(m.entity)?.thing || self.may_be_body(speaker);
            return body.then_some(speaker);
        }
        let article = usize::from(view.nodes[start].tag == Tag::Det && end > start + 1);
        let head = view.nodes[end - 1];
        let person = lookup(head.span.of(self.text), |lower| PERSONS.contains(lower).then_some(())).is_some();
        let span = view.nodes[start + article].span.hull(head.span);
        (head.tag == Tag::Noun && !person).then_some(Speaker::new(span, Known::Role))
    }

    /// The entities named in the quotations of `found`: people do not call themselves by name.
    fn heard(&self, view: &View, found: &Found) -> Vec<usize> {
        let nodes = found.content.iter().flat_map(|&(s, e)| view.nodes.get(s..e).unwrap_or_default());
        let names = nodes.take(WINDOW).filter(|n| n.quote != 0 && n.tag == Tag::Name);
        names.flat_map(|n| self.bearers(n.span.of(self.text))).collect()
    }

    /// The relative that a pronoun at node `at` stands for, if the sentence has one as its subject: `My mother is old, but
    /// she says`.
    fn kin(&self, view: &View, unit: usize, at: usize, gender: Gender) -> Option<Speaker> {
        let start = view.units.get(unit)?.start;
        let nodes = view.nodes.get(start.max(at.saturating_sub(WINDOW))..at)?;
        nodes.windows(3).rev().find_map(|n| {
            let [owner, noun, verb] = n else { return None };
            let subject = owner.tag == Tag::PossDet
                && noun.tag == Tag::Noun
                && (verb.tag.verb() || verb.tag.aux() || verb.tag == Tag::Adv)
                && noun.quote == 0;
            (subject && Gender::of_role(noun.span.of(self.text)) == gender)
                .then(|| Speaker::new(owner.span.hull(noun.span), Known::Role))
        })
    }
}
