//! Where a sentence might end: a scan over bytes that stops only at what can matter.

/// Whether a boundary, or what decides one, can stand at a byte: an ASCII end mark, a line break, a bracket, a mark of
/// page furniture (see the `furniture` module), or the first byte of any other script's mark.
const fn may_matter(byte: u8) -> bool {
    // `<=>?` is one range, and so is `()*`: fewer comparisons for `=` and `>` that matter little.
    matches!(byte, 0x0a..=0x0d | b'!' | b'('..=b'*' | b'.'..=b'/' | b'<'..=b'?' | b'_' | b'~') || byte >= 0xc2
}

const fn table() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation, reason = "the counter stays below 256")]
        let b = byte as u8;
        table[byte] = may_matter(b);
        byte += 1;
    }
    table
}

const MATTERS: [bool; 256] = table();

/// How many bytes are looked at in one step. The loop over a block has no branch, so that it becomes vector code.
const BLOCK: usize = 32;

/// The first offset at or after `from` where a boundary can be.
pub(super) fn next(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    let rest = bytes.get(from..)?;
    let mut blocks = rest.chunks_exact(BLOCK);
    for block in &mut blocks {
        let mut any = false;
        for &b in block {
            any |= (b.wrapping_sub(0x0a) < 4)
                | (b == b'!')
                | (b.wrapping_sub(b'(') < 3)
                | (b.wrapping_sub(b'.') < 2)
                | (b.wrapping_sub(b'<') < 4)
                | (b == b'_')
                | (b == b'~')
                | (b >= 0xc2);
        }
        if any {
            return block.iter().position(|&b| MATTERS[usize::from(b)]).map(|i| at + i);
        }
        at += BLOCK;
    }
    blocks.remainder().iter().position(|&b| MATTERS[usize::from(b)]).map(|i| at + i)
}

/// The first line feed or carriage return at or after `from`.
pub(super) fn line_end(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    let mut blocks = bytes.get(from..)?.chunks_exact(BLOCK);
    for block in &mut blocks {
        let mut any = false;
        for &b in block {
            any |= (b == b'\n') | (b == b'\r');
        }
        if any {
            return block.iter().position(|b| matches!(b, b'\n' | b'\r')).map(|i| at + i);
        }
        at += BLOCK;
    }
    blocks.remainder().iter().position(|b| matches!(b, b'\n' | b'\r')).map(|i| at + i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_and_the_table_agree() {
        for byte in 0..=255_u8 {
            let mut line = [b'a'; BLOCK];
            line[7] = byte;
            assert_eq!(next(&line, 0), may_matter(byte).then_some(7), "{byte}");
        }
    }

    #[test]
    fn stops_where_a_sentence_can_end() {
        let text = "The dam, built in 1961, held for years and years and years\nIt leaks (again). Why … 。";
        let mut at = 0;
        let mut found = Vec::new();
        while let Some(i) = next(text.as_bytes(), at) {
            found.push(text[i..].chars().next().unwrap());
            at = i + text[i..].chars().next().unwrap().len_utf8();
        }
        assert_eq!(found, ['\n', '(', ')', '.', '…', '。']);
        assert_eq!(line_end(text.as_bytes(), 0), text.find('\n'));
        assert_eq!(line_end(text.as_bytes(), 90), None);
    }
}
