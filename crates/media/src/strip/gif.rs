//! GIF: frames with what times and repeats them. Comments and what programs left are not among that.

const HEAD: usize = 13;

pub(super) fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    let colours = colours(*bytes.get(10)?);
    let mut at = HEAD + colours;
    let mut out = bytes.get(..at)?.to_vec();
    loop {
        let from = at;
        let (end, is_kept) = match bytes.get(at) {
            Some(0x21) => {
                let label = *bytes.get(at + 1)?;
                let body = bytes.get(at + 3..).unwrap_or_default();
                let repeats = body.starts_with(b"NETSCAPE2.0") || body.starts_with(b"ANIMEXTS1.0");
                (end_of_blocks(bytes, at + 2), label == 0xf9 || label == 0xff && repeats)
            }
            Some(0x2c) => {
                let colours = self::colours(*bytes.get(at + 9)?);
                (end_of_blocks(bytes, at + 10 + colours + 1), true)
            }
            // The end, or a file that was cut off: what stands behind is not of the picture.
            _ => {
                out.push(0x3b);
                return Some(out);
            }
        };
        if is_kept {
            out.extend(&bytes[from..end]);
        }
        at = end;
    }
}

/// How long the table of colours is that these flags speak of.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Blocks name their length and end with one of none; without that, they end where the file does.
fn end_of_blocks(bytes: &[u8], mut at: usize) -> usize {
    while let Some(&length) = bytes.get(at) {
        at += 1 + usize::from(length);
        if length == 0 {
            break;
        }
    }
    at.min(bytes.len())
}
