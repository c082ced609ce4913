//! One unit of speech, and what may be a cue, a source or a bound in it.

pub(super) use super::candidate::Candidate;
use super::{
    cues::{Frame, LEXICON, Lex},
    model::{LEXICAL, Sink},
    view::{Marks, NOWHERE, Node, Phrase, TAGS, Tag, Unit, View, tag_before},
};
use crate::lexicon::Class;

/// On which side of its cue a content stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Both,
}

pub(super) const SIDES: [Side; 3] = [Side::Right, Side::Left, Side::Both];

/// A unit with its phrases.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scene<'v> {
    pub(super) view: &'v View,
    pub(super) unit: Unit,
    /// The nodes of the unit.
    pub(super) nodes: &'v [Node],
    pub(super) phrases: &'v [Phrase],
    pub(super) candidates: &'v [Candidate],
    /// For each phrase [`Self::verb_behind`] it.
    pub(super) behind: &'v [Behind],
}

/// A phrase that may be a source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) phrase: Phrase,
    /// Which of the unit's phrases it is.
    number: usize,
    /// How many others come first.
    rank: usize,
}

/// Limits that no sentence people write reaches, so that time stays linear on those they do not: words looked through for
/// a finite verb, phrases weighed as source on each side.
pub(super) const WINDOW: usize = 128;
const LEFT_SOURCES: usize = 8;
const RIGHT_SOURCES: usize = 4;
/// How many phrases farther to the left are looked through for subjects, and how many of those are weighed.
const FAR_PHRASES: usize = 16;
const FAR_SOURCES: usize = 4;
/// How many phrases between a source and its cue are looked at, and how long an aside behind a name may be.
const RIVALS: usize = 6;
const ASIDE: usize = 16;

/// A lean from which on a word is hardly anything but a cue, as a log odds.
const SURE: f32 = 3.0;

/// A log odds as one of eight steps.
pub(super) fn rung(lean: f32) -> usize {
    (lean + 4.0).clamp(0.0, 7.0) as usize
}

pub(super) fn bucket(n: usize) -> usize {
    match n {
        0..=3 => n,
        4..=5 => 4,
        6..=8 => 5,
        9..=13 => 6,
        14..=20 => 7,
        21..=35 => 8,
        _ => 9,
    }
}

impl<'v> Scene<'v> {
    pub(super) fn new(
        view: &'v View,
        unit: Unit,
        phrases: &'v [Phrase],
        candidates: &'v [Candidate],
    ) -> Self {
        let nodes = view.nodes.get(unit.start..unit.end).unwrap_or_default();
        Self { view, unit, nodes, phrases, candidates, behind: &[] }
    }

    /// Node `i` of the text, where it is one of the unit: one comparison, for the features ask for many.
    #[inline(always)]
    pub(super) fn node(&self, i: usize) -> Option<&Node> {
        self.nodes.get(i.wrapping_sub(self.unit.start))
    }

    #[inline(always)]
    pub(super) fn tag(&self, i: usize) -> Tag {
        self.node(i).map_or(Tag::Edge, |n| n.tag)
    }

    pub(super) fn lex(&self, i: usize) -> Lex {
        self.node(i).map_or(Lex::default(), |n| n.lex)
    }

    pub(super) fn quote(&self, i: usize) -> u32 {
        self.node(i).map_or(0, |n| n.quote)
    }

    /// The tag before `i`, adverbs passed over.
    pub(super) fn before(&self, i: usize) -> Tag {
        tag_before(self.nodes, i.saturating_sub(self.unit.start))
    }

    pub(super) fn finite(&self, i: usize) -> bool {
        self.node(i).is_some_and(|n| n.finite as usize == i)
    }

    /// The first finite verb of the unit at or after `i`, which is no word before it; `usize::MAX` for none.
    #[inline(always)]
    pub(super) fn next_finite(&self, i: usize) -> usize {
        self.node(i).map_or(usize::MAX, |n| n.finite as usize)
    }

    /// How many commas and brackets the unit's tokens `start..end` hold.
    #[inline]
    pub(super) fn marks(&self, start: usize, end: usize) -> Marks {
        let at = |i: usize| {
            let i = i.clamp(self.unit.start, self.unit.end);
            self.view.marks.get(i).copied().unwrap_or_default()
        };
        let (from, to) = (at(start), at(end));
        Marks {
            commas: to.commas.saturating_sub(from.commas),
            opens: to.opens.saturating_sub(from.opens),
            closes: to.closes.saturating_sub(from.closes),
            colons: to.colons.saturating_sub(from.colons),
            openers: to.openers.saturating_sub(from.openers),
            thats: to.thats.saturating_sub(from.thats),
            quoted: to.quoted.saturating_sub(from.quoted),
        }
    }

    pub(super) fn word(&self, i: usize) -> &'static str {
        LEXICON.words.get(usize::from(self.lex(i).0)).copied().unwrap_or_default()
    }

    /// Whether a finite verb comes before the next mark or conjunction at or after `k`.
    pub(super) fn clause_follows(&self, k: usize) -> bool {
        let stop = self.node(k).map_or(0, |n| n.stop as usize);
        self.next_finite(k + 1) < stop.min(k + 14)
    }

    /// Whether the unit's tokens `start..end` hold a finite verb.
    pub(super) fn has_finite(&self, start: usize, end: usize) -> bool {
        let (from, to) = (start.max(self.unit.start), end.min(start + WINDOW).min(self.unit.end));
        from < to && self.next_finite(from) < to
    }

    /// The last token of the unit before `k` that stands in a quotation.
    fn last_quoted(&self, k: usize) -> Option<usize> {
        let last = self.node(k.checked_sub(1)?)?.last_quoted;
        (last != NOWHERE).then_some(last as usize)
    }

    /// The first token of the unit at or after `k` that stands in a quotation.
    pub(super) fn next_quoted(&self, k: usize) -> Option<usize> {
        let next = self.node(k)?.next_quoted;
        (next != NOWHERE).then_some(next as usize)
    }

    /// Whether any of the unit's tokens `start..end` stands in a quotation.
    fn quoted(&self, start: usize, end: usize) -> bool {
        self.marks(start, end).quoted > 0
    }

    pub(super) fn has_quotation(&self) -> bool {
        self.quoted(self.unit.start, self.unit.end)
    }

    /// The tokens `start..end` without the marks that only part them from the words around; `None` if none are left.
    pub(super) fn trim(&self, mut start: usize, mut end: usize) -> Option<(usize, usize)> {
        let parts = |tag: Tag| matches!(tag, Tag::Comma | Tag::Colon | Tag::Semi | Tag::Dash);
        while start < end
            && (parts(self.tag(start)) || matches!(self.tag(start), Tag::Close | Tag::Stop | Tag::QuoteClose))
        {
            start += 1;
        }
        while start < end
            && self.quote(end - 1) == 0
            && (parts(self.tag(end - 1)) || matches!(self.tag(end - 1), Tag::Open | Tag::Stop))
        {
            end -= 1;
        }
        (start..end).any(|i| !self.tag(i).mark()).then_some((start, end))
    }

    /// Whether content cannot stand to the right of `c` alone: `the dam held, said Weld`, `the dam held, Weld told the
    /// Courier`.
    pub(super) fn looks_back(&self, c: &Candidate) -> bool {
        let unit = self.unit;
        let said = self.quote(c.group.saturating_sub(1)) != 0 || self.has_finite(unit.start, c.group);
        let parted = matches!(c.lead, Tag::Comma | Tag::QuoteClose);
        let inverted = c.frame == Frame::Inverted && parted && c.lean > SURE;
        // “told the Courier.”: whom they told, and nothing behind.
        let last = || {
            let told = self.phrases[self.phrases.partition_point(|p| p.start <= c.at)..].first();
            let end = told.filter(|p| p.start == c.at + 1).map(|p| p.end);
            end.is_some_and(|end| matches!(self.tag(end), Tag::Stop | Tag::Edge))
        };
        said && c.group > unit.start && (inverted || self.word(c.at) == "tell" && last())
    }

    /// What speaks for and against a cue.
    pub(super) fn cue_features(&self, c: &Candidate, sink: &mut impl Sink) {
        let (at, group) = (c.at, c.group);
        let unit = self.unit;
        let pos = c.pos as usize;
        let tag = self.tag(at) as usize;
        sink.one(0, pos);
        sink.value(1, pos, c.lean);
        sink.value(2, c.frame as usize, c.lean);
        sink.two(3, c.frame as usize, pos);
        sink.two(4, c.frame as usize, tag);
        let prev = c.lead;
        let prev2 = if group > unit.start + 1 { self.tag(group - 2) } else { Tag::Edge };
        let (next, next2) = (self.tag(at + 1), self.tag(at + 2));
        sink.two(5, prev as usize, pos);
        sink.two(6, prev as usize, prev2 as usize);
        sink.two(7, next as usize, pos);
        sink.two(8, next as usize, next2 as usize);
        sink.two(9, prev as usize * TAGS + next as usize, pos);
        if group > unit.start {
            sink.word(0, self.lex(group - 1), pos);
        }
        sink.word(1, self.lex(at + 1), pos);
        sink.word(2, self.lex(at), 0);
        sink.word(3, self.lex(at), c.frame as usize);
        if group < at {
            sink.word(4, self.lex(group), 0);
            sink.two(10, self.tag(at - 1) as usize, tag);
        }
        sink.one(11, bucket(at - unit.start));
        sink.one(12, bucket(unit.end - at));
        // Quotations before and after, and how near.
        let left_quote = self.last_quoted(group).map(|i| group - 1 - i).filter(|&d| d < 12);
        let right_quote = self.next_quoted(at + 1).map(|i| i - at - 1).filter(|&d| d < 12);
        let near = |q: Option<usize>| q.map_or(9, |d| d.min(8));
        sink.two(13, near(left_quote), near(right_quote));
        sink.word(6, self.lex(at), near(left_quote).min(3) * 4 + near(right_quote).min(3));
        sink.two(14, near(left_quote).min(3) * 4 + near(right_quote).min(3), c.frame as usize);
        // The nearest phrase to the left, as a likely subject.
        let before = self.phrases.partition_point(|p| p.end <= group);
        let subject = self.phrases[..before].iter().rev().find(|p| self.quote(p.start) == 0);
        if let Some(p) = subject {
            let head = self.view.nodes[p.head()];
            let gap = group - p.end;
            sink.two(15, head.tag as usize, gap.min(4));
            sink.word(5, head.lex, pos);
            let lead = if p.start > unit.start { self.tag(p.start - 1) } else { Tag::Edge };
            sink.two(16, lead as usize, head.tag as usize);
            sink.two(17, lead as usize, c.frame as usize);
            sink.two(18, usize::from(head.class.any(Class::CAPITAL)), c.frame as usize);
        } else {
            sink.two(15, 99, 0);
        }
        let last = if unit.end > unit.start { self.tag(unit.end - 1) } else { Tag::Edge };
        sink.one(19, last as usize);
        sink.one(20, unit.paragraph.min(2));
        sink.two(
            21,
            usize::from(self.has_finite(unit.start, group)),
            usize::from(self.has_finite(at + 1, unit.end)),
        );
        sink.two(22, c.frame as usize, bucket(at - unit.start));
        // The strongest other candidate before and after.
        let (l, r) = (rung(c.before), rung(c.after));
        sink.two(23, l, pos);
        sink.two(24, r, pos);
        sink.two(25, l * 8 + r, rung(c.lean));
        sink.two(26, self.tag(unit.start) as usize, c.frame as usize);
        let fine = ((c.lean + 4.0) * 2.0).clamp(0.0, 15.0) as usize;
        sink.two(27, fine, c.frame as usize);
        sink.two(28, fine, prev as usize);
        sink.two(29, fine * TAGS + next as usize, tag);
        sink.two(30, fine, near(left_quote).min(3) * 4 + near(right_quote).min(3));
        if let Some(p) = subject {
            let head = self.view.nodes[p.head()];
            sink.two(31, fine, head.tag as usize);
            sink.two(32, head.tag as usize * TAGS + next as usize, (group - p.end).min(2));
            sink.word(7, head.lex, c.frame as usize);
            let (sort, gap) = (self.sort(*p), (group - p.end).min(3));
            sink.two(170, sort * 4 + gap, c.frame as usize);
            sink.two(171, sort * 4 + gap, fine);
            sink.two(172, sort * 4 + gap, next as usize);
            let lead = if p.start > unit.start { self.tag(p.start - 1) } else { Tag::Edge };
            sink.two(173, sort * TAGS + lead as usize, gap);
        }
        sink.two(
            33,
            fine,
            usize::from(self.has_finite(at + 1, unit.end)) + 2 * usize::from(self.tag(group) == Tag::To),
        );
        let (behind, length) = self.quotation_before(group);
        let ahead = self.quotation_after(at + 1);
        sink.two(34, behind, c.frame as usize);
        sink.two(35, behind, ahead);
        sink.two(36, behind, fine);
        sink.two(37, behind, bucket(length));
        sink.two(38, ahead, c.frame as usize);
    }

    /// How the last quotation before `k` ends and what parts it from `k`: 0 for none, else 1 to 12; and its length.
    ///
    /// A quotation that ends in a comma, with nothing but a noun phrase behind it, is what the verb at `k` reports.
    fn quotation_before(&self, k: usize) -> (usize, usize) {
        let from = self.unit.start.max(k.saturating_sub(WINDOW));
        let Some(last) = self.last_quoted(k).filter(|&i| i >= from) else { return (0, 0) };
        let start = self.view.openings.get(self.quote(last) as usize).map_or(last, |&i| from.max(i as usize));
        let word = (from..=last).rev().find(|&i| self.tag(i) != Tag::QuoteClose);
        let inner = match word.map(|i| self.tag(i)) {
            Some(Tag::Comma) => 0,
            Some(Tag::Stop) => 1,
            _ if self.tag(last + 1) == Tag::Comma => 2,
            _ => 3,
        };
        let between =
            if self.has_finite(last + 1, k) { 2 } else { usize::from(self.marks(last + 2, k).commas > 0) };
        (1 + inner * 3 + between, last - start.min(last))
    }

    /// What parts the next quotation at or after `k` from it: 0 for none, else 1 to 10.
    fn quotation_after(&self, k: usize) -> usize {
        let to = self.unit.end.min(k + WINDOW);
        let Some(first) = self.next_quoted(k).filter(|&i| i < to) else { return 0 };
        let lead = match self.tag(first.saturating_sub(1)) {
            _ if first == k => 0,
            Tag::Comma => 1,
            Tag::Colon => 2,
            Tag::That | Tag::Prep | Tag::Be => 3,
            _ => 4,
        };
        1 + 2 * lead + usize::from(self.has_finite(k, first))
    }

    /// Hands the phrases that may be the source of `c` to `out`: those near it, outside quotations.
    pub(super) fn sources(&self, c: &Candidate, mut out: impl FnMut(Choice)) {
        // No day and no month says anything: “he told the station on Thursday”.
        let day = |i: usize| self.node(i).is_some_and(|n| n.class.any(Class::WEEKDAY.or(Class::MONTH)));
        let may = |(_, p): &(usize, &Phrase)| self.quote(p.start) == 0 && !(p.len() == 1 && day(p.start));
        let split = self.phrases.partition_point(|p| p.end <= c.group);
        // Behind the nearest, subjects alone: “the mayor, who ... at ... of ..., said”.
        let subject = |(_, p): &(usize, &Phrase)| {
            let first = p.start == self.unit.start;
            // “DERROW, Ohio — The mayor”
            let dateline =
                first && !self.finite(p.end) && self.node(p.start).is_some_and(|n| n.class.any(Class::UPPER));
            let free = || !matches!(self.tag(p.start - 1), Tag::Prep | Tag::Poss | Tag::Adj | Tag::Be);
            !dateline && (first || free())
        };
        let near = self.phrases[..split].iter().enumerate().rev().filter(may);
        let far = near.clone().skip(LEFT_SOURCES).take(FAR_PHRASES).filter(subject).take(FAR_SOURCES);
        let left = near.take(LEFT_SOURCES).chain(far);
        let right = (split..).zip(&self.phrases[split..]).filter(|(_, p)| p.start > c.at);
        let all = left.chain(right.filter(may).take(RIGHT_SOURCES)).enumerate();
        all.for_each(|(rank, (number, &phrase))| out(Choice { phrase, number, rank }));
    }

    /// What speaks for and against `p` as the source of `c` with its content on `side`; `None` for no source. See
    /// [`Self::own_source_features`] for the rest.
    pub(super) fn source_side_features(
        &self,
        c: &Candidate,
        side: Side,
        p: Option<Phrase>,
        sink: &mut impl Sink,
    ) {
        match p {
            Some(p) => {
                sink.two(53, side as usize * 2 + usize::from(p.end <= c.group), c.frame as usize);
            }
            None => sink.two(40, c.frame as usize, side as usize),
        }
    }

    /// What speaks for and against a phrase as the source of `c`, on whatever side of it the content is.
    pub(super) fn own_source_features(&self, c: &Candidate, choice: Option<Choice>, sink: &mut impl Sink) {
        let Some(Choice { phrase: p, number, rank }) = choice else {
            sink.one(41, c.pos as usize);
            sink.word(10, self.lex(c.at), 0);
            sink.two(42, c.lead as usize, c.pos as usize);
            return;
        };
        let unit = self.unit;
        let head = self.view.nodes[p.head()];
        let left = p.end <= c.group;
        let (from, to) = if left { (p.end, c.group) } else { (c.at + 1, p.start) };
        let distance = to.saturating_sub(from);
        let held = self.marks(from, to);
        let dir = usize::from(left);
        let lead = if p.start > unit.start { self.tag(p.start - 1) } else { Tag::Edge };
        let follow = self.tag(p.end);
        let finite = self.has_finite(from, to);
        let form = self.tag(c.at) as usize;
        let adjacent = distance == 0;
        sink.two(43, rank.min(9), dir);
        sink.two(44, bucket(distance) * 2 + dir, c.pos as usize);
        sink.two(45, lead as usize * 2 + dir, usize::from(adjacent));
        sink.two(46, follow as usize * 2 + dir, usize::from(adjacent));
        sink.two(47, head.tag as usize * 2 + dir, c.pos as usize);
        sink.word(11, head.lex, dir);
        sink.word(12, self.lex(p.start.saturating_sub(1)), dir);
        sink.word(13, self.lex(p.end), dir);
        sink.two(48, c.frame as usize * 2 + dir, usize::from(adjacent) + 2 * usize::from(finite));
        sink.two(49, form * 2 + dir, usize::from(finite) * 4 + distance.min(3));
        sink.two(50, lead as usize * 2 + dir, form);
        sink.two(
            51,
            held.commas.min(3) as usize * 2 + dir,
            usize::from(finite)
                + 2 * usize::from(self.tag(from) == Tag::Comma)
                + 4 * usize::from(to > from && self.tag(to - 1) == Tag::Comma),
        );
        sink.two(52, usize::from(p.start == unit.start), dir + 2 * usize::from(finite));
        sink.two(54, follow as usize, head.tag as usize);
        let between = if left { self.tag(c.group.saturating_sub(1)) } else { self.tag(c.at + 1) };
        sink.two(55, between as usize * 2 + dir, follow as usize);
        // Phrases nearer to the cue that no preposition governs: the subject is mostly the first of these.
        let split = if left {
            let within = self.phrases[number + 1..].iter().take_while(|q| q.start < from);
            number + 1 + within.count()
        } else {
            number - self.phrases[..number].iter().rev().take_while(|q| q.start >= from).count()
        };
        let beyond = &self.phrases[split..];
        // A phrase may be there twice.
        let first = number - self.phrases[..number].iter().rev().take_while(|q| **q == p).count();
        let nearer = beyond.iter().take_while(|q| q.end <= to);
        let free = nearer
            .filter(|q| !matches!(self.tag(q.start.wrapping_sub(1)), Tag::Prep | Tag::Poss))
            .take(4)
            .count();
        let opener = held.openers > 0;
        let dep = usize::from(matches!(lead, Tag::Prep));
        sink.two(
            59,
            self.tag(from) as usize * TAGS + self.tag(to.saturating_sub(1)) as usize,
            dir + 2 * distance.min(3),
        );
        sink.two(60, c.lead as usize * TAGS + lead as usize, dir + 2 * usize::from(self.finite(p.end)));
        sink.two(61, free * 4 + dir + 2 * dep, form);
        sink.two(62, free * 4 + dir + 2 * dep, usize::from(finite) + 2 * usize::from(opener));
        sink.two(63, free * 4 + dir + 2 * dep, c.frame as usize);
        sink.two(64, c.lead as usize, dir + 2 * free + 16 * usize::from(finite));
        sink.two(56, usize::from(held.quoted > 0), dir);
        sink.word(14, self.lex(c.at), dir + 2 * usize::from(adjacent));
        let subject_before_verb =
            self.finite(p.end) || (self.tag(p.end) == Tag::Adv && self.finite(p.end + 1));
        sink.two(57, usize::from(subject_before_verb) * 2 + dir, lead as usize);
        sink.two(58, usize::from(head.class.any(Class::CAPITAL)) * 2 + dir, c.frame as usize);
        sink.two(65, lead as usize * TAGS + follow as usize, dir);
        let aside = lead == Tag::Comma && matches!(follow, Tag::Comma | Tag::Stop);
        let behind = self.behind.get(first).copied().unwrap_or_default();
        let own = usize::from(behind.kind);
        let others = beyond
            .iter()
            .zip(self.behind.get(split..).unwrap_or_default())
            .take(RIVALS)
            .take_while(|(q, _)| q.end <= to)
            .filter(|(_, behind)| behind.kind != 0)
            .count();
        sink.two(66, own * 2 + dir, form);
        sink.two(67, (own * 4 + others.min(3)) * 2 + dir, form);
        sink.two(68, (own * 4 + others.min(3)) * 2 + usize::from(aside), c.frame as usize);
        sink.two(69, head.tag as usize * TAGS + lead as usize, dir + 2 * usize::from(adjacent));
        sink.word(15, self.lex(p.start), dir + 2 * usize::from(adjacent));
        // How many verbs lie between, what sort of head it is, and whether commas close what stands between.
        let verbs = self.verbs(from, to);
        let sort = self.sort(p);
        let closed = usize::from(left && follow == Tag::Comma && c.lead == Tag::Comma);
        sink.two(160, verbs * 4 + own, dir + 2 * form);
        sink.two(161, (verbs * 4 + own) * TAGS + lead as usize, dir);
        sink.two(162, sort, dir + 2 * form);
        sink.two(163, sort * 4 + own, dir + 2 * c.frame as usize);
        sink.two(164, closed * 4 + own, lead as usize);
        sink.two(165, closed * 4 + own, verbs * 4 + free.min(3));
        let bracket = 2 * usize::from(held.opens > held.closes) + 4 * usize::from(held.closes > held.opens);
        sink.two(166, bracket + dir, usize::from(adjacent));
        sink.two(167, first.min(3) * 4 + verbs, form);
        sink.two(168, p.len().min(6) * TAGS + head.tag as usize, dir);
        sink.two(169, sort, lead as usize);
        let told = self.told_by(c, p, behind);
        sink.two(182, told * 4 + own, dir + 2 * form);
        sink.two(183, told * 4 + own, dir + 2 * c.frame as usize);
    }

    /// How many finite verbs of the unit's tokens `start..end` there are: 0, 1, 2 or more.
    fn verbs(&self, start: usize, end: usize) -> usize {
        if start >= end {
            return 0;
        }
        let mut at = start;
        (0..3)
            .take_while(|_| {
                let next = self.next_finite(at);
                at = next.saturating_add(1);
                next < end
            })
            .count()
    }

    /// What sort of thing `p` names, by its head.
    pub(super) fn sort(&self, p: Phrase) -> usize {
        let head = self.view.nodes[p.head()];
        let class = head.class;
        match head.tag {
            Tag::Pron if class.any(Class::SUBJECT) => 0,
            Tag::Pron => 1,
            Tag::Name if class.any(Class::UPPER) => 2,
            Tag::Name if p.len() > 1 => 3,
            Tag::Name => 4,
            Tag::Noun | Tag::Plural if class.any(Class::PERSON) => 5 + usize::from(head.tag == Tag::Plural),
            Tag::Noun | Tag::Plural if class.any(Class::GROUP) => 7,
            Tag::Noun => 8,
            Tag::Plural => 9,
            Tag::Num => 10,
            Tag::PossDet => 11,
            Tag::Rel | Tag::Wh => 12,
            _ => 13,
        }
    }

    /// What sort of thing a source names, by the head before the first mark or preposition.
    pub(super) fn sort_of(&self, (start, end): (usize, usize)) -> usize {
        let inside =
            |i: &usize| !matches!(self.tag(*i), Tag::Prep | Tag::Comma | Tag::Wh | Tag::Rel | Tag::Open);
        let head = (start..end).take_while(inside).last().unwrap_or(start);
        self.sort(Phrase { start, end: head + 1 })
    }

    /// How the finite verb whose subject `p` is stands behind it.
    pub(super) fn verb_behind(&self, p: Phrase) -> Behind {
        let verb = |i: usize| self.finite(i) || self.tag(i) == Tag::Adv && self.finite(i + 1);
        let at = |kind: u8, i: usize| Behind { kind, gap: (i - p.end).min(usize::from(u8::MAX)) as u8 };
        if verb(p.end) {
            return at(1, p.end);
        }
        match self.tag(p.end) {
            Tag::Prep => {
                let stops = |i: &usize| self.tag(*i).mark() || self.finite(*i) || self.tag(*i) == Tag::Edge;
                let next = (p.end + 1..p.end + 8).find(stops);
                next.filter(|&i| self.finite(i)).map_or(Behind::default(), |i| at(2, i))
            }
            Tag::Comma => {
                let close = (p.end + 1..p.end + ASIDE).find(|&i| self.tag(i) == Tag::Comma);
                close.filter(|&i| verb(i + 1)).map_or(Behind::default(), |i| at(3, i + 1))
            }
            _ => Behind::default(),
        }
    }

    /// How the verb behind `p` leans to be a cue: 0 where it is none, one more than its rung where it may be, 9 where it is
    /// `c` itself.
    fn told_by(&self, c: &Candidate, p: Phrase, behind: Behind) -> usize {
        if behind.kind == 0 {
            return 0;
        }
        let verb = p.end + usize::from(behind.gap);
        match self.candidates.get(self.candidates.partition_point(|o| o.at < verb)) {
            Some(o) if o.at == c.at && o.group <= verb + 1 => 9,
            Some(o) if o.group <= verb + 1 => 1 + rung(o.lean),
            _ => 0,
        }
    }
}

/// The finite verb behind a noun phrase, of which it is the subject.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Behind {
    /// 0 for none, 1 next to it, 2 after a phrase that belongs to it (`the mayor of Derrow said`), 3 after an aside
    /// (`Weld, who built it, said`).
    pub(super) kind: u8,
    /// How many tokens stand between.
    gap: u8,
}

const _: () = assert!(LEXICAL > 189);
