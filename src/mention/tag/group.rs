//! What a verb group demands of the next verb form, commas and subjects inside it passed over.

use super::{Group, Tag, Tagger, is_quote};
use crate::lexicon::Class;

/// How many tokens commas may part from the verb group around them, the second comma included.
const LONGEST_INSERTION: usize = 8;

impl Tagger<'_> {
    /// What the verb group demands after the token at `at`.
    pub(super) fn group_after(&self, at: usize, tag: Tag) -> Group {
        let c = self.class(at);
        match tag {
            Tag::Modal | Tag::To => Group::Base,
            Tag::Aux if c.any(Class::DO) => Group::Base,
            Tag::Aux if c.any(Class::BE) => Group::Be,
            Tag::Aux => Group::Participle,
            Tag::Base | Tag::Participle | Tag::Ing if c.any(Class::BE) => Group::Be,
            Tag::Base | Tag::Participle | Tag::Ing if c.any(Class::HAVE) => Group::Participle,
            Tag::Adv => self.group,
            Tag::Mark if is_quote(self.tokens[at].mark) => self.group,
            Tag::Mark if at > 0 && at == self.held.1 => self.held.0,
            // "Did the port pay", "Has she gone": the subject stands inside the group.
            _ if self.group == Group::None => Group::None,
            _ if (tag.in_noun_phrase() || tag == Tag::Prep) && self.inverted(at) => self.group,
            _ => Group::None,
        }
    }

    /// Where the comma stands that closes what the comma at `at` inserts into a verb group: "has, however, said", "will, in the end, pay".
    pub(super) fn interrupts(&self, at: usize) -> Option<usize> {
        let comma = |i: usize| self.mark(i) == Some(',');
        if self.group == Group::None || !comma(at) {
            return None;
        }
        let close = (at + 2..self.tokens.len().min(at + LONGEST_INSERTION)).find(|&i| comma(i))?;
        let plain = |i: usize| {
            let c = self.class(i);
            let clause = c.any(Class::SUBORD) && !c.any(Class::PREP);
            !clause && !c.any(Class::AUX.or(Class::REL)) && self.mark(i).is_none()
        };
        let opens =
            self.class(at + 1).any(Class::ADV.or(Class::PREP)) && !self.class(at + 1).any(Class::VERB);
        let form = match self.group {
            Group::Base => Class::BASE,
            Group::Participle => Class::PART,
            _ => Class::PART.or(Class::ING),
        };
        let verb = self.class(self.past_adverbs(close + 1)).any(form);
        (opens && verb && (at + 1..close).all(plain)).then_some(close)
    }

    /// Whether the subject stands after its auxiliary here: the auxiliary opened the sentence or the question.
    pub(super) fn inverted(&self, at: usize) -> bool {
        if self.group == Group::None {
            return false;
        }
        let from = at.saturating_sub(8);
        let Some(aux) = (from..at).rev().find(|&i| matches!(self.tags[i], Tag::Aux | Tag::Modal)) else {
            return false;
        };
        let question = self.tokens.last().is_some_and(|t| t.is_mark('?'));
        match aux.checked_sub(1).map(|i| self.tags[i]) {
            None => true,
            Some(Tag::Wh) => question,
            Some(Tag::Coord) => self.class(aux - 1).any(Class::NEG),
            Some(Tag::Mark) => question || self.at_start(aux),
            Some(Tag::Adv) => aux == 1,
            _ => false,
        }
    }
}
