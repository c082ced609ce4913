//! What sounds alike and is not, and what sounds unlike and is: pairs of statements worded about equally alike in both halves. A
//! line held against a fall, for guards that keep two claims apart and for those that keep one claim in two.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{collections::BTreeMap, fs};

use corroborate::matching::{Index, Statement};

/// A file, and how many pairs in a hundred must be told apart of those that differ, and how many at most of those that do not.
struct Bar {
    file: &'static str,
    differs: usize,
    same: usize,
}

const BARS: &[Bar] = &[
    Bar { file: "denial", differs: 68, same: 12 },
    Bar { file: "figures-and-names", differs: 62, same: 11 },
    Bar { file: "mixed", differs: 72, same: 9 },
    Bar { file: "unread", differs: 63, same: 9 },
];

#[test]
fn guards_tell_what_differs_and_leave_alone_what_does_not() {
    let mut fallen = Vec::new();
    for bar in BARS {
        let text = fs::read_to_string(format!("tests/cases/contrast/{}.txt", bar.file)).unwrap();
        let blocks: Vec<&str> = text.split("\n\n").skip(1).collect();
        assert!(blocks.len() > 100, "{}: too few cases", bar.file);
        // Kinds of change with how many there are and how many were told apart, and the same of all.
        let (mut kinds, mut all) = (BTreeMap::<(&str, &str), (usize, usize)>::new(), [(0, 0); 2]);
        for block in blocks {
            let lines: Vec<&str> = block.trim().lines().collect();
            let [kind, label, a, b] = lines[..] else { panic!("{}: malformed case: {block:?}", bar.file) };
            assert!(["same", "differs"].contains(&label), "{}: {label:?} is no label", bar.file);
            let mut index = Index::default();
            let (a, b) = (index.add(Statement::new(a)), index.add(Statement::new(b)));
            let told = usize::from(!index.compare(a, b).unwrap().discrepancies().is_empty());
            let of_all = &mut all[usize::from(label == "same")];
            for count in [kinds.entry((label, kind)).or_default(), of_all] {
                *count = (count.0 + 1, count.1 + told);
            }
        }
        let [(differing, told), (same, vetoed)] = all;
        println!(
            "{}: {told} of {differing} that differ are told apart, {vetoed} of {same} that do not",
            bar.file
        );
        for ((label, kind), (n, told)) in kinds {
            println!("    {label} {kind}: {told} of {n}");
        }
        if told * 100 < bar.differs * differing || vetoed * 100 > bar.same * same {
            fallen.push(bar.file);
        }
    }
    assert!(fallen.is_empty(), "below the bar: {fallen:?}");
}
