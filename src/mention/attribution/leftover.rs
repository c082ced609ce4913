//! Quotations that no cue of their own sentence claims: who speaks in them follows from the sentences around.

use super::{
    Found, Phrase,
    cues::LEXICON,
    is_quotation,
    owner::is_capital,
    scene::Scene,
    view::{NOWHERE, Node, Tag, Unit, View},
};
use crate::lexicon::{Class, kept_particles};

/// The fewest tokens, marks included, of a quotation that is surely speech and not a title or a word held at arm's length.
const SPEECH: usize = 6;
/// The most words of a heading and of a signature.
const LONGEST_HEADING: usize = 9;
const LONGEST_NAME: usize = 5;
/// How many words between a cue and the colon of its quotation may only tell when or how: `said late on Monday: “We knew.”`
const MOST_BEFORE_COLON: usize = 4;
const MOST_ASIDE: usize = 12;
/// How many attributions and pieces of content are looked back at, so that a paragraph without end takes linear time.
const RECENT: usize = 16;

/// The attribution that speech goes on from: of the last sentence in `out[from..]` with any, the one that quotes most.
///
/// `“We knew,” Weld said, recalling that he had warned them. “Nobody listened.”` goes on with Weld's first words, not
/// with the warning.
pub(super) fn speaking<'o>(view: &View, out: &'o mut [Found], from: usize) -> Option<&'o mut Found> {
    let recent = out.get_mut(from..)?;
    let unit = recent.iter().rev().take(RECENT).map(|f| f.unit).max()?;
    let quoted = |f: &Found| {
        let pieces = f.content.iter().rev().take(RECENT);
        pieces.map(|&(s, e)| (s..e).filter(|&i| view.nodes[i].quote != 0).count()).sum::<usize>()
    };
    recent.iter_mut().rev().take(RECENT).filter(|f| f.unit == unit).max_by_key(|f| quoted(f))
}

/// Gives the quotations of unit `n` that are in no content to whom they belong.
///
/// `out[first..]` is of the same paragraph, `out[start..]` of the unit.
pub(super) fn take_up(view: &View, n: usize, out: &mut Vec<Found>, first: usize, start: usize) {
    let Some(&unit) = view.units.get(n) else { return };
    if view.nodes.get(unit.start).is_none_or(|n| n.next_quoted == NOWHERE) {
        return;
    }
    let mut at = unit.start;
    while let Some(open) = (at..unit.end).find(|&i| view.nodes[i].quote != 0) {
        let quote = view.nodes[open].quote;
        let end = (open..unit.end).find(|&i| view.nodes[i].quote != quote).unwrap_or(unit.end);
        at = end;
        let marks = |n: &&Node| matches!(n.tag, Tag::QuoteOpen | Tag::QuoteClose);
        // Two apostrophes are one mark.
        let doubled = view.nodes[open..end].iter().filter(marks).count().saturating_sub(2);
        if end - open < SPEECH + doubled || covered(&out[start..], open, end) || is_title(view, (open, end)) {
            continue;
        }
        let signed = signed_by(view, unit, end).filter(|&(_, cue)| {
            // “Asked if that would “raise doubts,” he said the dam was safe”
            open == unit.start || cue == end || view.nodes[open - 1].tag.mark()
        });
        if let Some((source, cue)) = signed {
            say(out, start, n, (source, cue), (open, end));
            continue;
        }
        let tail = trimmed(view, unit, end);
        let led_in = (out.len() == start && tail == end).then(|| led_in_by(view, unit, open)).flatten();
        let says = |cue: usize| view.nodes[cue].class.any(Class::SAYS);
        if let Some((source, cue)) = led_in.filter(|l| start == first || says(l.1)) {
            let content = vec![(open, tail)];
            out.push(Found { unit: n, source, cue: (cue, cue + 1), content, told: None, sure: 0.0 });
            return;
        }
        let alone = out.len() == start && start > first;
        // “It is a tax” for the few. Instead, “it goes to the rich.”
        if alone && (open == unit.start || tail == end) {
            let last = speaking(view, out, first);
            if let Some(speech) = last.filter(|f| f.unit + 1 == n && f.source.is_some()) {
                speech.content.push((unit.start, tail));
                speech.unit = n;
                return;
            }
        }
        if open > unit.start && view.nodes[open - 1].quote == 0 {
            resume(view, out, start, (open, end));
        }
    }
}

/// `The dam, said Weld, will hold`: between a subject and its verb, whoever else is read in the sentence speaks within
/// these words.
pub(super) fn aside(view: &View, n: usize, out: &mut Vec<Found>, start: usize) {
    let Some(&unit) = view.units.get(n) else { return };
    let comma = |i: usize| view.tag_at(unit, i) == Tag::Comma;
    let verbless = (view.nodes[unit.start].finite as usize).min(unit.end);
    let says = |i: &usize| {
        let node = &view.nodes[*i];
        comma(i - 1)
            && node.quote == 0
            && node.tag == Tag::Past
            && node.class.all(Class::SAYS.or(Class::PART))
    };
    let cue = (unit.start + 2..unit.end.min(unit.start + MOST_ASIDE)).find(says);
    let Some(cue) = cue.filter(|&cue| verbless >= cue && cue + 1 < unit.end) else { return };
    let mut phrases = Vec::new();
    view.phrases(Unit { start: cue + 1, ..unit }, &mut phrases);
    let Some(source) = phrases.first().filter(|p| p.start == cue + 1 && comma(p.end)) else { return };
    let tail = trimmed(view, unit, source.end + 1);
    if !view.tag_at(unit, source.end + 1).finite() || view.nodes[unit.start].lead {
        return;
    }
    out.truncate(start);
    out.push(Found {
        unit: n,
        source: Some((source.start, source.end)),
        cue: (cue, cue + 1),
        content: vec![(unit.start, cue - 1), (source.end + 1, tail)],
        told: None,
        sure: 0.0,
    });
}

/// `In a survey of voters published on Monday, most want the dam`: what people told a survey, where nobody else is read.
pub(super) fn surveyed(view: &View, n: usize, out: &mut Vec<Found>, start: usize) {
    let Some(&unit) = view.units.get(n).filter(|_| out.len() == start) else { return };
    let first = view.nodes[unit.start];
    if first.tag != Tag::Prep || LEXICON.words.get(usize::from(first.lex.0)).is_none_or(|w| *w != "in") {
        return;
    }
    let mut phrases = Vec::new();
    view.phrases(Unit { end: unit.end.min(unit.start + MOST_ASIDE * 2), ..unit }, &mut phrases);
    let word = |i: usize| LEXICON.words.get(usize::from(view.nodes[i].lex.0)).copied().unwrap_or_default();
    let poll = |p: &&Phrase| {
        p.start == unit.start + 1 && kept_particles!("asks many people").contains(&word(p.head()))
    };
    let Some(source) = phrases.iter().find(poll) else { return };
    let tail = trimmed(view, unit, source.end);
    let finite = (view.nodes[unit.start].finite as usize).min(tail);
    // “in the last poll, conducted in May, most”
    let opens = |i: &usize| {
        view.nodes[*i].tag == Tag::Comma
            && !matches!(view.tag_at(unit, i + 1), Tag::Part | Tag::Ing | Tag::Prep)
    };
    let Some(comma) = (source.end..finite).find(opens).filter(|comma| comma + 1 < tail) else { return };
    let (source, cue) = (Some((source.start, source.end)), (unit.start, unit.start + 1));
    out.push(Found { unit: n, source, cue, content: vec![(comma + 1, tail)], told: None, sure: 0.0 });
}

/// `All races are close, the records show`: a verb of saying that ends a sentence in which nobody else is read.
pub(super) fn closing(view: &View, n: usize, out: &mut Vec<Found>, start: usize) {
    let Some(&unit) = view.units.get(n).filter(|_| out.len() == start) else { return };
    let tail = trimmed(view, unit, unit.start);
    let Some(cue) = tail.checked_sub(1).filter(|&i| i > unit.start + 2) else { return };
    let node = &view.nodes[cue];
    let says = matches!(node.tag, Tag::Past | Tag::Third | Tag::Present) && node.class.any(Class::SAYS);
    if !says || node.quote != 0 {
        return;
    }
    let mut phrases = Vec::new();
    let from = unit.start.max(cue.saturating_sub(MOST_ASIDE));
    view.phrases(Unit { start: from, end: cue, ..unit }, &mut phrases);
    let Some(source) = phrases.iter().find(|p| p.end == cue && p.start > from + 1) else { return };
    let comma = source.start - 1;
    let clause = (view.nodes[unit.start].finite as usize) < comma;
    if view.nodes[comma].tag == Tag::Comma && clause && view.nodes[unit.start].quote == 0 {
        let (source, content) = (Some((source.start, source.end)), vec![(unit.start, comma)]);
        out.push(Found { unit: n, source, cue: (cue, cue + 1), content, told: None, sure: 0.0 });
    }
}

/// Who says the quotation that ends in a comma before `end`, and the verb that says so: `“We knew,” Weld, who had seen
/// it, said when he was asked.`
fn signed_by(view: &View, unit: Unit, end: usize) -> Option<((usize, usize), usize)> {
    let inside = (unit.start..end).rev().find(|&i| view.nodes[i].tag != Tag::QuoteClose)?;
    if inside + 1 == end || view.nodes[inside].tag != Tag::Comma {
        return None;
    }
    let says = |i: usize| {
        let node = &view.nodes[i];
        node.quote == 0 && node.tag.finite() && node.class.any(Class::SAYS)
    };
    let last = unit.end.min(end + MOST_ASIDE * 2);
    let mut phrases = Vec::new();
    view.phrases(Unit { start: end, end: last, ..unit }, &mut phrases);
    let behind = |at: usize| phrases.iter().find(|p| p.start == at).map(|p| (p.start, p.end));
    if end < last && says(end) {
        return Some((behind(end + 1)?, end));
    }
    let source = behind(end)?;
    let next = view.tag_at(unit, source.1);
    let verb = (source.1..last).find(|&i| says(i))?;
    let parted = matches!(next, Tag::Comma | Tag::Open | Tag::Adv | Tag::Have);
    (verb == source.1 || parted).then_some((source, verb))
}

/// Who leads in the quotation that opens at `open` behind a comma or colon, and by which verb: `As Weld put it, “we knew.”`
fn led_in_by(view: &View, unit: Unit, open: usize) -> Option<(Option<(usize, usize)>, usize)> {
    let mark = open.checked_sub(1).filter(|&i| i > unit.start)?;
    if !matches!(view.tag_at(unit, mark), Tag::Comma | Tag::Colon) {
        return None;
    }
    let from = unit.start.max(mark.saturating_sub(MOST_ASIDE));
    let cue = (from..mark).rev().find(|&i| view.nodes[i].tag.verb() && view.nodes[i].quote == 0)?;
    Some((subject(view, Unit { end: mark, ..unit }), cue))
}

/// Gives the quotation `piece` of unit `n` to the attribution in `out[start..]` by the verb `cue`, or to a new one. What
/// that had for its content stays if it is speech too: `“We knew,” Weld told “Derrow Today”.`
fn say(
    out: &mut Vec<Found>,
    start: usize,
    n: usize,
    (source, cue): ((usize, usize), usize),
    piece: (usize, usize),
) {
    let own = out.get_mut(start..).unwrap_or_default();
    if let Some(found) = own.iter_mut().find(|f| f.cue.0 == cue) {
        found.content.retain(|&(s, e)| e - s > SPEECH);
        found.content.insert(0, piece);
        return;
    }
    let at = own.iter().position(|f| f.cue.0 > cue).map_or(out.len(), |i| start + i);
    let found = Found {
        unit: n,
        source: Some(source),
        cue: (cue, cue + 1),
        content: vec![piece],
        told: None,
        sure: 0.0,
    };
    out.insert(at, found);
}

/// Where content `start..end` really starts, if not at `start`: behind what parts it from a quotation before it
/// (`“We knew,” Weld said on a visit to Derrow, “but nobody listened.”`), or behind a colon (`Weld said on Monday: “We
/// knew.”`).
pub(super) fn resumed(scene: &Scene<'_>, before: &[(usize, usize)], start: usize, end: usize) -> usize {
    let parted = before.last().is_some_and(|&(_, e)| e > 0 && scene.tag(e - 1) == Tag::QuoteClose);
    let open = scene.next_quoted(start).filter(|&i| i < end);
    let mark = |i: usize| match scene.tag(i) {
        Tag::Comma => parted,
        // “said in a statement, read by their lawyer: “We knew””
        Tag::Colon if matches!(scene.tag(start), Tag::Prep | Tag::Comma) => i <= start + MOST_ASIDE,
        Tag::Colon => i <= start + MOST_BEFORE_COLON && !(start..i).any(|k| scene.tag(k).verb()),
        _ => false,
    };
    open.filter(|&i| i > start && mark(i - 1) && !scene.has_finite(start, i)).unwrap_or(start)
}

/// Whether unit `n` ends in a colon and the next is all quotation: `Weld made this comment:`.
pub(super) fn announces(view: &View, n: usize) -> bool {
    let (Some(unit), Some(next)) = (view.units.get(n), view.units.get(n + 1)) else { return false };
    view.tag_at(*unit, unit.end.saturating_sub(1)) == Tag::Colon && is_quotation(view, *next)
}

/// The subject of `unit`: its first noun phrase outside quotations with a verb behind it and no preposition before it, be
/// it behind an aside (`Weld, who had seen it, wrote:`).
pub(super) fn subject(view: &View, unit: Unit) -> Option<(usize, usize)> {
    let mut phrases = Vec::new();
    view.phrases(unit, &mut phrases);
    let governed = |start: usize| start > unit.start && view.nodes[start - 1].tag == Tag::Prep;
    let found = phrases.iter().find(|p| {
        let verb = view.tag_at(unit, p.end);
        let head = view.nodes[p.head()].tag;
        let aside = verb == Tag::Comma && view.tag_at(unit, p.end + 1) == Tag::Rel;
        let free = view.nodes[p.start].quote == 0 && !governed(p.start);
        (verb.verb() || verb.aux() || verb == Tag::Adv || aside)
            && free
            && !matches!(head, Tag::Rel | Tag::Wh)
    })?;
    Some((found.start, found.end))
}

/// Whether `unit`, all quotation, is long enough to be speech and ends as a sentence does.
pub(super) fn is_speech(view: &View, unit: Unit) -> bool {
    let stops = |i: usize| view.tag_at(unit, i) == Tag::Stop;
    unit.end - unit.start >= SPEECH && (stops(unit.end - 1) || unit.end > 1 && stops(unit.end - 2))
}

/// Whether `unit`, all quotation, is a heading: `‘All Bets Are Off.’` over a part of a report.
pub(super) fn is_heading(view: &View, unit: Unit) -> bool {
    let words = || view.nodes[unit.start..unit.end].iter().filter(|n| !n.tag.mark());
    words().count() <= LONGEST_HEADING
        && is_title(view, (unit.start, unit.end))
        && words().any(|n| n.tag != Tag::Name)
}

/// Whether `piece` is written as a title: “Derrow on Sunday”.
fn is_title(view: &View, piece: (usize, usize)) -> bool {
    let words = view.nodes.get(piece.0..piece.1).unwrap_or_default();
    is_capital(view, piece) && words.iter().filter(|n| !n.tag.mark() && n.span.len() > 3).count() > 1
}

/// The dash and the name of unit `n` where it only signs the words above it: `— Ansa Weld`.
pub(super) fn signature(view: &View, n: usize) -> Option<(usize, (usize, usize))> {
    let unit = *view.units.get(n)?;
    let (start, mut end) = (unit.start + 1, unit.end);
    while end > start && view.tag_at(unit, end - 1) == Tag::Stop {
        end -= 1;
    }
    let names = start < end
        && end - start <= LONGEST_NAME
        && view.nodes[start..end].iter().all(|node| node.tag == Tag::Name);
    (view.tag_at(unit, unit.start) == Tag::Dash && names).then_some((unit.start, (start, end)))
}

/// The end of `unit` without the marks that close it, but not before `end`.
fn trimmed(view: &View, unit: Unit, end: usize) -> usize {
    let mut tail = unit.end;
    while tail > end && view.nodes[tail - 1].tag == Tag::Stop && view.nodes[tail - 1].quote == 0 {
        tail -= 1;
    }
    tail
}

fn covered(found: &[Found], start: usize, end: usize) -> bool {
    found.iter().any(|f| f.content.iter().any(|&(s, e)| s < end && start < e))
}

/// `“We knew,” Weld said at a meeting in Derrow, “but nobody listened.”`: the second half of a quotation that a cue
/// parts, where the cue was read as having content before it alone.
fn resume(view: &View, out: &mut [Found], start: usize, piece: (usize, usize)) {
    // Words that are not quoted too: “Her ashes were kept, said Weld, “so that he could be there””.
    let near = |f: &Found| (f.cue.1..piece.0).all(|i| view.nodes[i].finite as usize != i);
    // “Weld said of the DBC. “We knew””: a splitter may see no end in an abbreviation.
    let parts = matches!(view.nodes[piece.0 - 1].tag, Tag::Comma | Tag::Stop);
    let parted = |f: &&mut Found| {
        f.content.len() == 1
            && (parts || f.cue.1 == piece.0)
            && f.content.iter().all(|&(s, e)| {
                let quoted = e > s && view.nodes[e - 1].tag == Tag::QuoteClose;
                e <= f.cue.0 && f.cue.1 < piece.0 && e > s && (quoted || near(f))
            })
    };
    if let Some(f) = out.get_mut(start..).and_then(|own| own.iter_mut().rev().find(parted)) {
        f.content.push(piece);
    }
}
