//! WebP. Without loss, a picture of one colour takes no bits for its points at all.

pub(crate) fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let padding = vec![0; body.len() % 2];
    [kind.as_slice(), &(body.len() as u32).to_le_bytes(), body, &padding].concat()
}

pub(crate) fn riff(chunks: &[u8]) -> Vec<u8> {
    [&b"RIFF"[..], &(chunks.len() as u32 + 4).to_le_bytes(), b"WEBP", chunks].concat()
}

pub(crate) fn extended(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let sides = [&(width - 1).to_le_bytes()[..3], &(height - 1).to_le_bytes()[..3]].concat();
    chunk(b"VP8X", &[&[flags, 0, 0, 0], sides.as_slice()].concat())
}

/// Bits, lowest first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    pending: u64,
    count: u32,
}

impl Bits {
    fn put(&mut self, value: u64, count: u32) {
        self.pending |= value << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.pending as u8);
            self.pending >>= 8;
            self.count -= 8;
        }
    }

    fn head(width: u32, height: u32) -> Bits {
        let mut bits = Bits::default();
        bits.put(0x2f, 8);
        bits.put(u64::from(width - 1), 14);
        bits.put(u64::from(height - 1), 14);
        // Something is seen through; version 0.
        bits.put(1, 4);
        bits
    }

    /// A code with one symbol, which takes no bits.
    fn only(&mut self, symbol: u64) {
        self.put(0b101, 3);
        self.put(symbol, 8);
    }

    fn end(mut self) -> Vec<u8> {
        self.put(0, 7);
        self.bytes.extend([0; 16]);
        self.bytes
    }
}

fn one_colour(width: u32, height: u32) -> Vec<u8> {
    let mut bits = Bits::head(width, height);
    // No transform, no cache, one group of codes.
    bits.put(0, 3);
    for symbol in [1, 2, 3, 255, 0] {
        bits.only(symbol);
    }
    bits.end()
}

pub(crate) fn small(before: &[u8]) -> Vec<u8> {
    riff(&[extended(0x10, 16, 16), before.to_vec(), chunk(b"VP8L", &one_colour(16, 16))].concat())
}

pub(crate) fn claims_the_largest_canvas() -> Vec<u8> {
    riff(&[extended(0x10, 1 << 24, 1 << 24), chunk(b"VP8L", &one_colour(16, 16))].concat())
}

pub(crate) fn longest_sides_without_loss() -> Vec<u8> {
    riff(&chunk(b"VP8L", &one_colour(16_383, 16_383)))
}

pub(crate) fn largest_within_the_limits_without_loss() -> Vec<u8> {
    riff(&chunk(b"VP8L", &one_colour(6_000, 4_000)))
}

/// The head of a frame with loss, of that size, and nothing behind it.
fn lossy(width: u16, height: u16) -> Vec<u8> {
    let tag = [0x10 | (100_u32 << 5) as u8, 0x0c, 0, 0x9d, 0x01, 0x2a];
    [&tag[..], &width.to_le_bytes(), &height.to_le_bytes(), &[0; 4000]].concat()
}

pub(crate) fn frame_larger_than_its_canvas() -> Vec<u8> {
    riff(&[extended(0, 16, 16), chunk(b"VP8 ", &lossy(16_383, 16_383))].concat())
}

pub(crate) fn claims_the_longest_sides_with_loss() -> Vec<u8> {
    riff(&chunk(b"VP8 ", &lossy(16_383, 16_383)))
}

fn moving(width: u32, height: u32, inside: &[u8]) -> Vec<u8> {
    let sides = [&(width - 1).to_le_bytes()[..3], &(height - 1).to_le_bytes()[..3]].concat();
    chunk(b"ANMF", &[&[0; 6], sides.as_slice(), &[10, 0, 0, 0], inside].concat())
}

pub(crate) fn moves_through_frames_without_number() -> Vec<u8> {
    let frame = moving(3_000, 3_000, &chunk(b"VP8L", &one_colour(3_000, 3_000)));
    riff(&[extended(0x12, 3_000, 3_000), chunk(b"ANIM", &[0; 6]), frame.repeat(20_000)].concat())
}

pub(crate) fn moving_with(inside: &[u8]) -> Vec<u8> {
    let frame = moving(16, 16, &[inside, &chunk(b"VP8L", &one_colour(16, 16)), inside].concat());
    riff(&[extended(0x12, 16, 16), chunk(b"ANIM", &[0; 6]), frame.repeat(2)].concat())
}

pub(crate) fn moving_frame_larger_than_its_canvas() -> Vec<u8> {
    let frame = moving(16, 16, &chunk(b"VP8 ", &lossy(16_383, 16_383)));
    riff(&[extended(0x12, 16, 16), chunk(b"ANIM", &[0; 6]), frame].concat())
}

pub(crate) fn profile_of_four_gigabytes() -> Vec<u8> {
    let profile = [&b"ICCP"[..], &(u32::MAX - 1).to_le_bytes(), &[0; 100]].concat();
    riff(&[extended(0x30, 16, 16), profile, chunk(b"VP8L", &one_colour(16, 16))].concat())
}

pub(crate) fn containers_within_containers() -> Vec<u8> {
    let mut inside = chunk(b"VP8L", &one_colour(16, 16));
    for _ in 0..1000 {
        inside = moving(16, 16, &riff(&inside));
    }
    riff(&[extended(0x12, 16, 16), chunk(b"ANIM", &[0; 6]), inside].concat())
}

/// Each of 65,536 groups of codes takes sixty bytes of the file, and twenty thousand of memory.
pub(crate) fn codes_without_number() -> Vec<u8> {
    let mut bits = Bits::head(2_048, 2_048);
    // No transform, no cache; groups of codes for blocks of four by four points, all of which have the last group.
    bits.put(0, 2);
    bits.put(1, 1);
    bits.put(0, 3);
    bits.put(0, 1);
    for symbol in [255, 255, 0, 255, 0] {
        bits.only(symbol);
    }
    for _ in 0..65_536 * 5 {
        // Lengths of codes are told in a code of their own: 1 to 6 take three bits, 7 to 10 four.
        bits.put(0, 1);
        bits.put(14 - 4, 4);
        for length in [0, 0, 0, 3, 3, 3, 3, 3, 0, 3, 4, 4, 4, 4] {
            bits.put(length, 3);
        }
        // Eleven symbols, the lengths of whose codes are 1 to 10, and 10 again.
        bits.put(0b0011, 4);
        bits.put(11 - 2, 4);
        for length in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10] {
            let (code, bits_of_it) = if length <= 6 { (length - 1, 3) } else { (length + 5, 4) };
            bits.put(u64::from((code as u8).reverse_bits() >> (8 - bits_of_it)), bits_of_it);
        }
    }
    riff(&chunk(b"VP8L", &bits.end()))
}
