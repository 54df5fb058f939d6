//! GIF.

fn head(width: u16, height: u16) -> Vec<u8> {
    let sides = [width.to_le_bytes(), height.to_le_bytes()].concat();
    // Two colours for all.
    [b"GIF89a", sides.as_slice(), &[0x80, 0, 0], &[0, 0, 0, 255, 255, 255]].concat()
}

/// A frame at the upper left corner, and what is in its blocks.
fn frame(width: u16, height: u16, blocks: &[u8]) -> Vec<u8> {
    let sides = [width.to_le_bytes(), height.to_le_bytes()].concat();
    [&[0x21, 0xf9, 4, 0, 1, 0, 0, 0], &[0x2c, 0, 0, 0, 0][..], &sides, &[0, 2], blocks, &[0]].concat()
}

/// Every code is one point longer than the one before: twelve bits stand for thousands of points.
fn growing(points: usize) -> Vec<u8> {
    let mut encoder = weezl::encode::Encoder::new(weezl::BitOrder::Lsb, 2);
    let coded = encoder.encode(&vec![0; points]).unwrap();
    coded.chunks(255).flat_map(|block| [&[block.len() as u8], block].concat()).collect()
}

const ONE_POINT: &[u8] = &[2, 0x44, 0x01];

pub(crate) fn claims_a_huge_canvas() -> Vec<u8> {
    [head(65_535, 65_535), frame(1, 1, ONE_POINT).repeat(2), vec![0x3b]].concat()
}

pub(crate) fn two_frames_of_a_hundred_million_points() -> Vec<u8> {
    let frame = frame(10_000, 10_000, &growing(10_000 * 10_000));
    [head(10_000, 10_000), frame.repeat(2), vec![0x3b]].concat()
}

pub(crate) fn frames_that_fill_it_within_the_limits() -> Vec<u8> {
    let frame = frame(5_000, 4_000, &growing(5_000 * 4_000));
    [head(5_000, 4_000), frame.repeat(40), vec![0x3b]].concat()
}

pub(crate) fn frame_larger_than_its_canvas() -> Vec<u8> {
    [head(1, 1), frame(65_535, 65_535, ONE_POINT), vec![0x3b]].concat()
}

pub(crate) fn codes_that_grow() -> Vec<u8> {
    [head(16, 16), frame(16, 16, &growing(32 << 20)), vec![0x3b]].concat()
}

pub(crate) fn blocks_without_an_end() -> Vec<u8> {
    let block = [&[255][..], &[0; 255]].concat();
    [head(16, 16), frame(16, 16, &block.repeat(60_000))[..].to_vec(), block].concat()
}

pub(crate) fn comments_without_number() -> Vec<u8> {
    small(&[0x21, 0xfe, 1, b'a', 0].repeat(2_000_000))
}

pub(crate) fn small(before: &[u8]) -> Vec<u8> {
    [head(16, 16), before.to_vec(), frame(16, 16, &growing(256)), vec![0x3b]].concat()
}
