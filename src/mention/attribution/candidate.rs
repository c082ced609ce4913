//! The words of a unit that may be cues, each with how it stands.

use super::{
    cues::{self, Frame, LEXICON, Pos},
    scene::Scene,
    view::{Tag, Unit, View},
};
use crate::lexicon::Class;

/// A word that may be a cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) at: usize,
    /// Where its verb group begins: `has` in `has repeatedly said`.
    pub(super) group: usize,
    /// The tag before that, adverbs passed over.
    pub(super) lead: Tag,
    pub(super) pos: Pos,
    pub(super) frame: Frame,
    /// How strongly its word and frame lean to be a cue: log odds.
    pub(super) lean: f32,
    /// The strongest lean of the candidates before and after it.
    pub(super) before: f32,
    pub(super) after: f32,
}

/// The most cues of a unit: what no sentence people write reaches, so that time stays linear on those they do not.
const MOST_CANDIDATES: usize = 96;
/// Less than any lean.
const LEAST: f32 = -9.0;

impl<'v> Scene<'v> {
    /// The words of the unit that may be cues.
    pub(super) fn find(view: &'v View, unit: Unit, out: &mut Vec<Candidate>) {
        out.clear();
        let scene = Self::new(view, unit, &[], &[]);
        let lexicon: &cues::CueLexicon = &LEXICON;
        for (at, node) in (unit.start..).zip(scene.nodes) {
            let Some(pos) = cues::pos(node.tag) else { continue };
            let sort = lexicon.sort(node.lex, pos);
            let mark = || node.tag == Tag::Colon || node.tag == Tag::Dash && scene.signs(at);
            if pos != Pos::Verb && sort == 0 && !mark() || node.quote != 0 || node.lead {
                continue;
            }
            // “have long argued”: the verb behind it says so.
            if pos == Pos::Adj && scene.tag(at + 1).verb() && scene.tag(at.wrapping_sub(1)).aux() {
                continue;
            }
            if out.len() >= MOST_CANDIDATES {
                break;
            }
            let group = scene.group(at);
            let lead = scene.before(group);
            let frame = scene.frame(at, group, lead);
            let lean = lexicon.lean(sort, frame);
            out.push(Candidate { at, group, lead, pos, frame, lean, before: LEAST, after: LEAST });
        }
        let mut strongest = LEAST;
        for c in out.iter_mut() {
            c.before = strongest;
            strongest = strongest.max(c.lean);
        }
        strongest = LEAST;
        for c in out.iter_mut().rev() {
            c.after = strongest;
            strongest = strongest.max(c.lean);
        }
    }

    fn group(&self, at: usize) -> usize {
        let mut i = at;
        while i > self.unit.start
            && i + 8 > at
            && matches!(self.tag(i - 1), Tag::Adv | Tag::Be | Tag::Have | Tag::Do | Tag::Modal | Tag::To)
            && self.tag(at).verb()
        {
            i -= 1;
        }
        i
    }

    fn passive(&self, at: usize, group: usize) -> bool {
        self.tag(at) == Tag::Part && (group..at).any(|i| self.tag(i) == Tag::Be)
    }

    fn frame(&self, at: usize, group: usize, lead: Tag) -> Frame {
        let mut k = at + 1;
        while self.tag(k) == Tag::Adv {
            k += 1;
        }
        let next = self.tag(k);
        if self.tag(at) == Tag::Part
            && (self.passive(at, group) || matches!(lead, Tag::Noun | Tag::Plural | Tag::Name | Tag::Comma))
        {
            return match next {
                Tag::To => Frame::PassiveInf,
                Tag::That => Frame::PassiveThat,
                Tag::Prep if self.word(k) == "as" => Frame::PassiveAs,
                Tag::Prep if self.word(k) == "by" => Frame::By,
                _ => Frame::Passive,
            };
        }
        match next {
            Tag::That => Frame::That,
            Tag::Wh => Frame::Wh,
            Tag::Rel => Frame::Wh,
            Tag::QuoteOpen => Frame::Quote,
            Tag::Colon => Frame::Colon,
            Tag::To => Frame::Inf,
            Tag::Ing => Frame::Ing,
            Tag::Comma | Tag::Dash => Frame::Comma,
            Tag::Stop | Tag::Edge | Tag::Semi | Tag::Close | Tag::QuoteClose => Frame::End,
            Tag::Prep | Tag::Subord => LEXICON.prep(self.lex(k)).unwrap_or_else(|| {
                // “said after the dam broke”: the clause tells when, not what.
                let when = self.node(k).is_some_and(|n| n.class.any(Class::SUBORD));
                if !when && self.clause_follows(k) { Frame::Clause } else { Frame::Prep }
            }),
            _ if next.nominal() || matches!(next, Tag::Det | Tag::PossDet | Tag::Adj) => {
                let parted = matches!(lead, Tag::Comma | Tag::QuoteClose | Tag::Dash | Tag::Edge);
                if parted && self.tag(at).verb() && self.tag(at) != Tag::Ing && !self.clause_follows(k) {
                    Frame::Inverted
                } else if self.clause_follows(k) {
                    Frame::Clause
                } else if next == Tag::Adj {
                    Frame::Adj
                } else {
                    Frame::Object
                }
            }
            _ => Frame::Other,
        }
    }

    /// Whether the dash at `at` stands between a quotation and the name of its speaker: `“We knew.” — Ansa Weld`.
    fn signs(&self, at: usize) -> bool {
        self.before(at) == Tag::QuoteClose
            && self.tag(at + 1) == Tag::Name
            && !self.has_finite(at + 1, self.unit.end.min(at + 20))
    }
}
