//! Where a sentence might end: a scan over bytes that stops only at what can matter.

/// Whether a boundary, or what decides one, can stand at a byte: an ASCII end mark, a line break, a bracket, a mark of
/// page furniture or the capital of a word that begins a sentence by itself (see the `furniture` module), or the first
/// byte of any other script's mark.
///
/// Without a branch, so that the loop over a block becomes vector code. Neighbours are taken together as one range.
const fn may_matter(b: u8) -> bool {
    (b.wrapping_sub(0x0a) < 4)
        | (b == b'!')
        | (b.wrapping_sub(b'(') < 3)
        | (b.wrapping_sub(b'.') < 2)
        | (b.wrapping_sub(b'<') < 4)
        | (b.wrapping_sub(b'H') < 2)
        | (b == b'T')
        | (b == b'W')
        | (b == b'Y')
        | (b == b'_')
        | (b == b'~')
        | (b >= 0xc2)
}

/// How many bytes are looked at in one step. The loop over a block has no branch, so that it becomes vector code.
const BLOCK: usize = 32;

/// The first offset at or after `from` where a boundary can be.
pub(super) fn next(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        // Where marks stand close together, the next byte is often the next stop.
        if !may_matter(*bytes.get(at)?) {
            at += find(bytes.get(at..)?)?;
        }
        match skip(bytes.get(at..)?) {
            0 => return Some(at),
            len => at += len,
        }
    }
}

/// The length of the first character of `rest` if it is a letter of another script, an accented letter, a quotation mark,
/// a dash or a picture: what texts hold beside ASCII, and never a boundary.
fn skip(rest: &[u8]) -> usize {
    match rest {
        [0xc2, third, ..] if !matches!(third, 0x85 | 0xb7) => 2,
        [0xc3..=0xd5, ..] => 2,
        [0xe2, 0x80, 0x90..=0x9f, ..] | [0xe4..=0xed, ..] => 3,
        [0xf0..=0xf4, ..] => 4,
        _ => 0,
    }
}

/// The first byte of `rest` that may matter.
fn find(rest: &[u8]) -> Option<usize> {
    first(rest, may_matter)
}

/// The first line feed or carriage return at or after `from`.
pub(super) fn line_end(bytes: &[u8], from: usize) -> Option<usize> {
    Some(from + find_any(bytes.get(from..)?, b"\n\r", false)?)
}

/// The first byte of `rest` that is one of `wanted`, or `other` than ASCII: eight bytes in one step.
pub(crate) fn find_any<const N: usize>(rest: &[u8], wanted: &[u8; N], other: bool) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = ONES << 7;
    let mut at = 0;
    let mut blocks = rest.chunks_exact(8);
    for block in &mut blocks {
        let eight = block.first_chunk().map_or(0, |b| u64::from_le_bytes(*b));
        let mut hits = if other { eight & HIGHS } else { 0 };
        for &byte in wanted {
            // The high bit of each byte that became zero; of those above the first a carry may set more.
            let zero = eight ^ (ONES * u64::from(byte));
            hits |= zero.wrapping_sub(ONES) & !zero & HIGHS;
        }
        if hits != 0 {
            return Some(at + hits.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let is_wanted = |b: &u8| wanted.contains(b) || other && !b.is_ascii();
    blocks.remainder().iter().position(is_wanted).map(|i| at + i)
}

/// The first byte of `rest` of which `wanted` is true.
fn first(rest: &[u8], wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let mut at = 0;
    let mut blocks = rest.chunks_exact(BLOCK);
    for block in &mut blocks {
        let mut hits = [0_u8; BLOCK];
        for (hit, &b) in hits.iter_mut().zip(block) {
            *hit = u8::from(wanted(b));
        }
        for (i, eight) in hits.chunks_exact(8).enumerate() {
            let eight = eight.first_chunk().map_or(0, |b| u64::from_le_bytes(*b));
            if eight != 0 {
                return Some(at + i * 8 + eight.trailing_zeros() as usize / 8);
            }
        }
        at += BLOCK;
    }
    blocks.remainder().iter().position(|&b| wanted(b)).map(|i| at + i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_byte_wherever_it_stands() {
        for at in 0..3 * BLOCK {
            let mut line = [b'a'; 3 * BLOCK];
            line[at] = b'?';
            assert_eq!(next(&line, 0), Some(at));
            assert_eq!(next(&line, at + 1), None);
        }
    }

    #[test]
    fn stops_where_a_sentence_can_end() {
        let text = "A dam, built in 1961, held for years and years and years\nit leaks (again). why … 。";
        let mut at = 0;
        let mut found = Vec::new();
        while let Some(i) = next(text.as_bytes(), at) {
            found.push(text[i..].chars().next().unwrap());
            at = i + text[i..].chars().next().unwrap().len_utf8();
        }
        assert_eq!(found, ['\n', '(', ')', '.', '…', '。']);
        assert_eq!(line_end(text.as_bytes(), 0), text.find('\n'));
        assert_eq!(line_end(text.as_bytes(), 90), None);
        assert_eq!(find_any(text.as_bytes(), b"1", false), text.find('1'));
        assert_eq!(find_any(text.as_bytes(), b"@", false), None);
        assert_eq!(find_any(text.as_bytes(), b"?!", true), text.find("…"));
    }
}
