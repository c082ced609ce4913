//! Rules of English that hold whatever the weights say of a reading: where no source can be, and where a content must begin.

use super::{
    Found,
    cues::Pos,
    owner::names_work,
    scene::{Candidate, Scene, Side},
    view::{Node, Phrase, Tag},
};
use crate::lexicon::{Class, kept_particles};

/// The most words of the source of `according to`.
const LONGEST_SOURCE: usize = 40;

/// Mends the reading `found` of `c`; `false` where it can be none.
pub(super) fn mend(scene: &Scene<'_>, c: &Candidate, side: Side, found: &mut Found) -> bool {
    // “in her book, “Weirs of Derrow””
    let title = matches!(found.content[..], [(s, e)] if scene.marks(s, e).quoted() == e - s && names_work(scene.view, (s, e)));
    if title || label(scene, c, found) || compared(scene, c, side, found) || acts(scene, c, side, found) {
        return false;
    }
    if told(scene, c, found) {
        found.source = judge(scene, c);
    }
    if scene.word(c.at) == "according" {
        relative(scene, c, found);
    }
    if side == Side::Right && scene.tag(c.at) == Tag::Prep {
        according(scene, c, found);
    }
    if side == Side::Right && found.source.is_none() {
        opening(scene, c, found);
    }
    if side == Side::Left {
        resume(scene, c, found);
    } else {
        complete(scene, c, found);
        compare(scene, found);
    }
    // A dateline or a label is nobody's words.
    if let Some((start, end)) = found.content.first_mut() {
        let lead = (*start..*end).take_while(|&i| scene.node(i).is_some_and(|n| n.lead)).count();
        *start += if *start + lead < *end { lead } else { 0 };
    }
    true
}

/// Ends what a share of people say before what the report compares it with: `42 percent say they are worried, compared with
/// 11 percent in May`.
fn compare(scene: &Scene<'_>, found: &mut Found) {
    let share = found.source.is_some_and(|(s, e)| (s..e).any(|i| scene.tag(i) == Tag::Num));
    let Some((start, end)) = found.content.last_mut().filter(|_| share) else { return };
    let compares =
        |&i: &usize| scene.tag(i) == Tag::Comma && scene.word(i + 1) == "compare" && scene.quote(i) == 0;
    *end = (*start + 1..*end).find(compares).unwrap_or(*end);
}

/// Takes a clause that ends behind its subject on to its verb: `said that the dam, built in May, would hold`.
fn complete(scene: &Scene<'_>, c: &Candidate, found: &mut Found) {
    let within = found.source.is_some_and(|(s, _)| matches!(scene.tag(s), Tag::Rel | Tag::Wh));
    let Some(content) = found.content.last_mut().filter(|_| !within) else { return };
    let (start, end) = *content;
    let clause = matches!(scene.tag(start), Tag::That | Tag::Wh);
    if !clause && !kept_particles!("takes a clause, hardly an object").contains(&scene.word(c.at)) {
        return;
    }
    let mark = scene.tag(end);
    let relative = (start + 1..end).find(|&i| matches!(scene.tag(i), Tag::Rel | Tag::Wh)).unwrap_or(end);
    if !matches!(mark, Tag::Comma | Tag::Dash) || scene.has_finite(start, relative) || scene.quote(end) != 0 {
        return;
    }
    let verb = |i: usize| scene.tag(i).finite() || scene.tag(i) == Tag::Adv && scene.tag(i + 1).finite();
    let limit = scene.unit.end.min(end + LONGEST_SOURCE);
    let close = (end + 2..limit).find(|&i| scene.tag(i) == mark && verb(i + 1));
    if close.is_some() && !verb(end + 1) {
        let mut last = scene.unit.end;
        while last > end && scene.tag(last - 1) == Tag::Stop {
            last -= 1;
        }
        content.1 = last;
    }
}

/// Gives the content of a participle that opens its sentence to the subject of the main clause, behind which it cannot
/// reach: `Saying that the dam held, Weld left`.
fn opening(scene: &Scene<'_>, c: &Candidate, found: &mut Found) {
    let first = scene.unit.start;
    let leads =
        c.group == first || c.group == first + 1 && matches!(scene.tag(first), Tag::Prep | Tag::Subord);
    // “Having said that”, but not “Asked if he knew, the mayor said”.
    let active = scene.tag(c.at) == Tag::Ing || scene.tag(c.group) == Tag::Have;
    let Some(content) = found.content.last_mut().filter(|_| leads && active) else { return };
    let subject = |comma: usize| {
        let at = scene.phrases.partition_point(|p| p.start <= comma);
        scene.phrases.get(at).filter(|p| p.start == comma + 1 && scene.tag(comma) == Tag::Comma)
    };
    let acts = |p: &&Phrase| {
        let verb = scene.tag(p.end + usize::from(scene.tag(p.end) == Tag::Adv));
        verb.finite() || verb == Tag::Part && scene.tag(p.head()) == Tag::Name
    };
    let last = content.1;
    let behind = subject(last).filter(|p| acts(p) || scene.has_finite(p.end, p.end + LONGEST_HOLDER));
    let within = || {
        let ends = scene.tag(last) == Tag::Stop || last == scene.unit.end;
        let mut commas = (content.0 + 1..last).rev().take(if ends { LONGEST_CLAUSE } else { 0 });
        commas.find_map(|i| Some((i, subject(i).filter(acts)?)))
    };
    if let Some((comma, subject)) = behind.map(|p| (last, p)).or_else(within) {
        content.1 = comma;
        found.source = Some(scene.extent(c, *subject));
    }
}

/// How many words may stand between a subject and its verb: `the mayor of Derrow resigned`.
const LONGEST_HOLDER: usize = 8;
/// How many words the main clause behind such a participle may have.
const LONGEST_CLAUSE: usize = 60;

/// Whether the source is whom somebody told: “She was told that the dam held”.
fn told(scene: &Scene<'_>, c: &Candidate, found: &Found) -> bool {
    let before = found.source.is_some_and(|(_, end)| end <= c.group);
    let passive = || (c.group..c.at).any(|i| scene.tag(i) == Tag::Be);
    if !before || scene.tag(c.at) != Tag::Part || !passive() {
        return false;
    }
    // “Weld is said to be ill”: nobody is named who says so.
    let of = scene.tag(c.at + 1) == Tag::To && scene.node(c.at).is_some_and(|n| n.class.any(Class::SAYS));
    let word = scene.word(c.at);
    of || kept_particles!("told, not telling").contains(&word)
        || kept_particles!("judged, not judging").contains(&word)
}

/// Who says what is said of the subject: `Weld has been criticised by the board for his words`.
fn judge(scene: &Scene<'_>, c: &Candidate) -> Option<(usize, usize)> {
    let by = (c.at + 1..c.at + LONGEST_HOLDER).find(|&i| scene.word(i) == "by" && scene.quote(i) == 0)?;
    let at = scene.phrases.partition_point(|p| p.start <= by);
    let phrase = scene.phrases.get(at).filter(|p| p.start == by + 1)?;
    Some(scene.extent(c, *phrase))
}

/// Whether the cue only measures what stands before it by what somebody thought: “fewer than polls had suggested”.
fn compared(scene: &Scene<'_>, c: &Candidate, side: Side, found: &Found) -> bool {
    let first = found.source.map_or(c.group, |(start, _)| start.min(c.group));
    side == Side::Left && first > scene.unit.start && scene.word(first - 1) == "than"
}

/// Whether the verb tells what its subject does and not what it says, of words that stand in nobody's quotation marks.
fn acts(scene: &Scene<'_>, c: &Candidate, side: Side, found: &Found) -> bool {
    let quoted = || found.content.iter().any(|&(s, e)| scene.marks(s, e).quoted() > 0);
    let Some(source) = found.source.filter(|_| c.pos == Pos::Verb && !quoted()) else { return false };
    match side {
        Side::Left => has_object(scene, c, source),
        Side::Right => goes_on(scene, c, found) || describes(scene, c, source, found),
        Side::Both => false,
    }
}

/// Whether the verb behind a clause has an object of its own: “Because the mine had flooded, the firm laid off 600 workers”, “Union
/// rejects offer, vows more walkouts”, “no casualties reported”.
fn has_object(scene: &Scene<'_>, c: &Candidate, (start, end): (usize, usize)) -> bool {
    let word = scene.word(c.at);
    if start > c.at {
        // “The plan was rejected by the board”
        let passive = scene.word(start - 1) == "by";
        let person = Class::PERSON.or(Class::GROUP).or(Class::ROLE).or(Class::UNKNOWN);
        let things = |n: &Node| n.tag == Tag::Plural && !n.class.any(person);
        let judges = kept_particles!("judged, not judging").contains(&word);
        return !passive && (judges || scene.node(end - 1).is_some_and(things));
    }
    let object = |n: &Node| {
        let opens = matches!(
            n.tag,
            Tag::Det | Tag::PossDet | Tag::Num | Tag::Noun | Tag::Plural | Tag::Name | Tag::Pron
        );
        opens && !n.time
    };
    let particle = kept_particles!("after a verb").contains(&scene.word(c.at + 1));
    let after = scene.node(c.at + 1 + usize::from(particle)).is_some_and(object);
    let nobody = scene.word(start) == "no";
    nobody || after && !kept_particles!("told somebody").contains(&word)
}

/// Whether what follows goes on with the clause around: “The clerk, whom the board dismissed in May, sued the bank”.
fn goes_on(scene: &Scene<'_>, c: &Candidate, found: &Found) -> bool {
    let start = found.content.first().map_or(0, |content| content.0);
    start > c.at + 1 && scene.tag(start - 1) == Tag::Comma && scene.finite(start)
}

/// Whether the verb only describes the source of another that follows: “A study documenting the levels of salt has revealed that ...”.
fn describes(scene: &Scene<'_>, c: &Candidate, source: (usize, usize), found: &Found) -> bool {
    let Some(&(start, end)) = found.content.first() else { return false };
    let phrase = |other: &Candidate| {
        let verb = scene.next_finite(start);
        start < other.at
            && other.at < end
            && verb == other.group
            && scene.marks(start, verb).commas() + scene.marks(start, verb).thats() == 0
    };
    let told = |other: &&Candidate| other.pos == Pos::Verb && other.lean > 0.0 && phrase(other);
    source.1 == c.at && scene.tag(c.at) == Tag::Ing && scene.candidates.iter().any(|o| told(&o))
}

/// Whether a colon only parts what is listed from what it is: “The haul: 2 million crowns”.
fn label(scene: &Scene<'_>, c: &Candidate, found: &Found) -> bool {
    let Some((start, end)) = found.source.filter(|_| c.pos == Pos::Mark && scene.tag(c.at) == Tag::Colon)
    else {
        return false;
    };
    let person = Class::PERSON.or(Class::GROUP).or(Class::ROLE).or(Class::UNKNOWN).or(Class::PRON);
    let thing = |i: usize| {
        let named = scene.tag(i) == Tag::Name;
        named || scene.node(i).is_some_and(|n| n.class.any(person))
    };
    let quoted = found.content.iter().any(|&(s, e)| scene.marks(s, e).quoted() > 0);
    let phrase = end > start + 1 && matches!(scene.tag(start), Tag::Det | Tag::PossDet);
    phrase && !quoted && !(start..end).any(thing)
}

/// What stands behind `according to` and its source, in a relative clause that they part: `a rule which, according to the board,
/// nobody kept`.
fn relative(scene: &Scene<'_>, c: &Candidate, found: &mut Found) {
    let parted = c.at >= scene.unit.start + 2
        && scene.tag(c.at - 1) == Tag::Comma
        && matches!(scene.tag(c.at - 2), Tag::Rel | Tag::Wh);
    let behind = found.source.filter(|s| parted && s.0 > c.at).map(|s| s.1);
    let Some(comma) = behind.filter(|&i| scene.tag(i) == Tag::Comma) else { return };
    let resumes = |i: usize| scene.tag(i) == Tag::Comma && scene.tag(i + 1).finite();
    let close = (comma + 2..scene.unit.end).find(|&i| resumes(i) || scene.tag(i) == Tag::Stop);
    let close = close.unwrap_or(scene.unit.end);
    if comma + 1 < close {
        found.content = vec![(comma + 1, close)];
    }
}

/// Adds what follows the source of `according to` where it stands between a subject and its verb: “The bridge, according to the
/// council, was closed”.
fn resume(scene: &Scene<'_>, c: &Candidate, found: &mut Found) {
    let Some((_, end)) = found.source.filter(|s| s.0 > c.at && scene.word(c.at) == "according") else {
        return;
    };
    let &[(first, last)] = found.content.as_slice() else { return };
    let limit = scene.unit.end.min(end + LONGEST_SOURCE);
    // The source may go on with a relative clause.
    let related =
        scene.tag(end) == Tag::Rel || scene.tag(end) == Tag::Comma && scene.tag(end + 1) == Tag::Rel;
    let comma = (end + usize::from(related)..limit).find(|&i| scene.tag(i) == Tag::Comma);
    let Some(comma) = comma.filter(|&i| related || i == end) else { return };
    let verb = |i: usize| scene.tag(i).finite() || scene.tag(i) == Tag::Adv && scene.tag(i + 1).finite();
    let mut stop = scene.unit.end;
    while stop > comma + 1 && scene.tag(stop - 1) == Tag::Stop {
        stop -= 1;
    }
    if !scene.has_finite(first, last) && verb(comma + 1) && stop > comma + 1 && scene.quote(comma) == 0 {
        found.content.push((comma + 1, stop));
    }
}

/// Moves the start of what stands behind `according to` and its source behind the comma that closes the source: “According to a
/// poll of voters published in May, most want the bridge”.
fn according(scene: &Scene<'_>, c: &Candidate, found: &mut Found) {
    let (Some(source), Some(content)) = (found.source, found.content.first_mut()) else { return };
    // “According to the mayor, who had seen the letter, the board met”: the relative clause is of the source.
    if content.0 > c.at + 1 && scene.tag(content.0) == Tag::Rel && source.0 > c.at {
        let closes = |&i: &usize| {
            scene.tag(i) == Tag::Comma && scene.has_finite(content.0, i) && scene.has_finite(i, content.1)
        };
        if let Some(comma) = (content.0..content.1.min(content.0 + LONGEST_SOURCE)).find(closes) {
            content.0 = comma + 1;
            found.source = Some((source.0, comma));
        }
        return;
    }
    let opens =
        content.0 > c.at && !matches!(scene.tag(content.0.saturating_sub(1)), Tag::Comma | Tag::QuoteOpen);
    if !opens || scene.tag(content.0) == Tag::QuoteOpen || source.0 < c.at {
        return;
    }
    let limit = content.1.min(content.0 + LONGEST_SOURCE);
    let commas = || (content.0..limit).filter(|&i| scene.tag(i) == Tag::Comma);
    // “according to friends, aides and allies, he”: a list goes on.
    let lists = |i: usize| {
        let next = commas().find(|&k| k > i);
        next.is_some_and(|k| !scene.has_finite(i, k) && (i..k).any(|j| scene.tag(j) == Tag::Coord))
    };
    let comma = commas().find(|&i| !lists(i));
    let closes = |&i: &usize| !scene.has_finite(content.0, i) && scene.has_finite(i, content.1);
    if let Some(comma) = comma.filter(closes) {
        content.0 = comma + 1;
        found.source = Some((source.0, comma));
    }
}
