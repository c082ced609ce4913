//! Whether who does it in one mention is to whom it is done in the other: the driver punched a passenger, a passenger punched the driver.

use super::{
    alignment::Alignment,
    features::{Features, Word},
    names::{Hold, Named},
    page::NAMES,
    signals::{SAME_VERB, Signals},
};

/// The share of the heavier mention's weight that has to be shared.
const LIKELY: f32 = 0.48;

/// Whether what acts in each mention undergoes the same in the other. Of names the main clause alone tells; of other words the verb
/// has to be the same and to act on its object in one way, for "the storm sank the ship" is "the ship sank in the storm".
pub(crate) fn sides_turned(a: &Features<'_>, b: &Features<'_>, s: &Signals, al: &Alignment) -> bool {
    const BOTH: u32 = Word::ACTOR | Word::UNDERGOER;
    const OTHER: u32 = Word::VERB | Word::NUMBER | Word::CALENDAR | Word::ATTRIBUTION | Word::PHRASE;
    if s.heads < SAME_VERB || s.coverage < LIKELY || s.opposites > 0.0 {
        return false;
    }
    let (mut to_b, mut to_a, mut same) = (false, false, false);
    // What each acts on is what acts in the other, or is the same in both.
    let (mut object_a, mut object_b, mut shared) = (false, false, false);
    for l in &al.links {
        let (Some(x), Some(y)) = (a.words.get(usize::from(l.a)), b.words.get(usize::from(l.b))) else {
            continue;
        };
        shared |= l.a == a.object && l.b == b.object;
        if (x.sort | y.sort) & OTHER != 0 {
            continue;
        }
        match (x.sort & BOTH, y.sort & BOTH) {
            (Word::ACTOR, Word::UNDERGOER) => {
                to_b = true;
                object_b |= l.b == b.object;
            }
            (Word::UNDERGOER, Word::ACTOR) => {
                to_a = true;
                object_a |= l.a == a.object;
            }
            (Word::ACTOR, Word::ACTOR) => same = true,
            _ => {}
        }
    }
    // A passive has somebody who does it.
    let alike = a.direct == b.direct || a.passive || b.passive;
    to_a && to_b && !same && alike && (object_a && object_b || shared)
}

/// Whether a name is the object of a verb in one mention, and in the other the agent of the verb or of its noun: "fouled Brandt", "a foul
/// by Brandt".
pub(crate) fn agent_turned(a: &Features<'_>, b: &Features<'_>, al: &Alignment) -> bool {
    let object = |n: &Named| matches!(n.hold, Hold::Verb | Hold::Noun) && n.after == 0 && n.before != 0;
    let agent = |n: &Named| n.hold == Hold::By && n.before != 0;
    let linked = |of_a: &dyn Fn(&Word) -> bool, of_b: &dyn Fn(&Word) -> bool| {
        al.links.iter().any(|l| {
            let words = a.words.get(usize::from(l.a)).zip(b.words.get(usize::from(l.b)));
            l.likeness >= SAME_VERB && words.is_some_and(|(x, y)| of_a(x) && of_b(y))
        })
    };
    a.both_hold(b, NAMES)
        && a.names().iter().any(|x| {
            b.names().iter().any(|y| {
                (object(x) && agent(y) || agent(x) && object(y))
                    && linked(&|w| w.family == x.before, &|w| w.family == y.before && w.tells_event())
                    && linked(&|w| x.holds(w), &|w| y.holds(w))
            })
        })
}

#[cfg(test)]
mod tests {
    use crate::matching::{Discrepancy, Index, Matcher, Statement};

    #[test]
    fn sides_are_turned_where_the_same_is_done() {
        let cases = [
            ("The teacher thanked the parents.", "The parents thanked the teacher.", true),
            ("The teacher thanked the parents.", "The parents were thanked by the teacher.", false),
            ("The wave sank the boat.", "The boat sank in the wave.", false),
            ("Twelve miners were killed in the blast.", "The blast killed twelve miners.", false),
            ("Oster attacked Brandt in a bar.", "There was an attack by Brandt in a bar.", true),
            ("Oster attacked Brandt in a bar.", "There was an attack by Oster in a bar.", false),
        ];
        for (a, b, turned) in cases {
            let mut index = Index::new(Matcher::default());
            index.add(Statement::new(a));
            index.add(Statement::new(b));
            let found = index.compare(0, 1).unwrap();
            assert_eq!(found.discrepancies().contains(&Discrepancy::Role), turned, "{a} {b}");
        }
    }
}
