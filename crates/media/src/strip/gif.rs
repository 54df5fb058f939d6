//! GIF: frames with what times and repeats them. Comments and what programs left are not among that.

use super::Stripped;

const HEAD: usize = 13;
const EXTENSION: u8 = 0x21;
const FRAME: u8 = 0x2c;
const END: u8 = 0x3b;
const CONTROL: u8 = 0xf9;
const APPLICATION: u8 = 0xff;

pub(super) fn strip(bytes: &[u8]) -> Option<Stripped> {
    let head = bytes.get(..HEAD)?;
    let colours = colours(head[10]);
    let mut at = HEAD + colours;
    let mut out = Vec::with_capacity(bytes.len());
    out.extend(bytes.get(..at)?);
    let (width, height) = (side(head, 6)?, side(head, 8)?);
    let mut frames = 0;
    // Beside the canvas, the first frame takes memory.
    let mut memory = 0;
    let mut repeats = None;
    let mut control = None;
    loop {
        match bytes.get(at) {
            Some(&EXTENSION) => {
                let label = *bytes.get(at + 1)?;
                let body = bytes.get(at + 2..).unwrap_or_default();
                match (label, body) {
                    (CONTROL, &[4, flags, pause, pause_, colour, ..]) => {
                        control = Some([EXTENSION, CONTROL, 4, flags, pause, pause_, colour, 0]);
                    }
                    // How often it repeats stands once, ahead of all frames.
                    (APPLICATION, [11, name @ ..])
                        if repeats.is_none()
                            && (name.starts_with(b"NETSCAPE2.0\x03\x01")
                                || name.starts_with(b"ANIMEXTS1.0\x03\x01")) =>
                    {
                        let count = name.get(13..15)?;
                        out.extend([EXTENSION, APPLICATION, 11]);
                        out.extend(b"NETSCAPE2.0\x03\x01");
                        out.extend(count);
                        out.push(0);
                        repeats = Some(());
                    }
                    _ => {}
                }
                at = end_of_blocks(bytes, at + 2);
            }
            Some(&FRAME) => {
                let colours = self::colours(*bytes.get(at + 9)?);
                let end = end_of_blocks(bytes, at + 10 + colours + 1);
                if frames == 0 {
                    memory = 4 * u64::from(side(bytes, at + 5)?) * u64::from(side(bytes, at + 7)?);
                }
                frames += 1;
                out.extend(control.take().iter().flatten());
                out.extend(bytes.get(at..end)?);
                at = end;
            }
            // The end, or a file that was cut off: what stands behind is not of the picture.
            _ => {
                out.push(END);
                memory += 4 * u64::from(width) * u64::from(height);
                return Some(Stripped {
                    bytes: out,
                    width,
                    height,
                    way_up: 1,
                    scans: 1,
                    moves: frames > 1,
                    memory,
                });
            }
        }
    }
}

fn side(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
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
