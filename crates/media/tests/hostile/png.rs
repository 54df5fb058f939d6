//! PNG.

use std::io::Write as _;

use flate2::{Compress, Compression, FlushCompress, write::ZlibEncoder};

pub(crate) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

pub(crate) fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let checked = [kind.as_slice(), body].concat();
    [&(body.len() as u32).to_be_bytes()[..], &checked, &crc32fast::hash(&checked).to_be_bytes()].concat()
}

pub(crate) fn head(width: u32, height: u32, depth: u8, colours: u8, interlaced: u8) -> Vec<u8> {
    let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
    [SIGNATURE, &chunk(b"IHDR", &[sides.as_slice(), &[depth, colours, 0, 0, interlaced]].concat())].concat()
}

pub(crate) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// So many times a megabyte of noughts, in about a thousandth of that, without an end.
pub(crate) fn noughts(megabytes: usize) -> Vec<u8> {
    let mut state = Compress::new(Compression::best(), false);
    let mut once = Vec::with_capacity(1 << 16);
    state.compress_vec(&vec![0; 1 << 20], &mut once, FlushCompress::Full).unwrap();
    [&[0x78, 0xda][..], &once.repeat(megabytes)].concat()
}

fn end() -> Vec<u8> {
    chunk(b"IEND", &[])
}

/// 16 by 16 grey points, and something before them.
pub(crate) fn small(before: &[u8]) -> Vec<u8> {
    let points = chunk(b"IDAT", &deflated(&[0; 17 * 16]));
    [head(16, 16, 8, 0, 0), before.to_vec(), points, end()].concat()
}

pub(crate) fn claims_more_points_than_any_memory_holds() -> Vec<u8> {
    [head(60_000, 60_000, 8, 2, 0), chunk(b"IDAT", &deflated(&[0; 1000])), end()].concat()
}

pub(crate) fn profile_of_gigabytes() -> Vec<u8> {
    small(&chunk(b"iCCP", &[b"p\0\0", noughts(6000).as_slice()].concat()))
}

pub(crate) fn hundred_profiles() -> Vec<u8> {
    small(&chunk(b"iCCP", &[b"p\0\0", noughts(60).as_slice()].concat()).repeat(100))
}

pub(crate) fn compressed_text_of_gigabytes() -> Vec<u8> {
    small(&chunk(b"zTXt", &[b"Comment\0\0", noughts(4000).as_slice()].concat()))
}

pub(crate) fn compressed_international_texts() -> Vec<u8> {
    let text = chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\x01\0\0\0", noughts(400).as_slice()].concat());
    small(&text.repeat(10))
}

pub(crate) fn points_inflate_to_more_than_declared() -> Vec<u8> {
    [head(16, 16, 8, 0, 0), chunk(b"IDAT", &noughts(4000)), end()].concat()
}

pub(crate) fn millions_of_tiny_chunks() -> Vec<u8> {
    small(&[chunk(b"tEXt", b"a\0b"), chunk(b"IDAT", b"")].concat().repeat(500_000))
}

pub(crate) fn points_in_pieces_of_one_byte() -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::none());
    encoder.write_all(&vec![0; 1001 * 1000]).unwrap();
    let pieces = encoder.finish().unwrap().into_iter().flat_map(|byte| chunk(b"IDAT", &[byte]));
    [head(1000, 1000, 8, 0, 0), pieces.collect(), end()].concat()
}

pub(crate) fn interlaced_and_huge() -> Vec<u8> {
    [head(9_000, 9_000, 16, 6, 1), chunk(b"IDAT", &noughts(650)), end()].concat()
}

pub(crate) fn eight_bytes_for_each_point() -> Vec<u8> {
    [head(8_000, 8_000, 16, 6, 0), chunk(b"IDAT", &noughts(500)), end()].concat()
}

pub(crate) fn one_bit_for_each_point() -> Vec<u8> {
    let palette = [chunk(b"PLTE", &[0, 0, 0, 255, 255, 255]), chunk(b"tRNS", &[0, 255])].concat();
    [head(14_000, 4_000, 1, 3, 0), palette, chunk(b"IDAT", &noughts(8)), end()].concat()
}

pub(crate) fn moves_through_frames_without_number() -> Vec<u8> {
    let control = |number: u32| {
        let sides = [4_000_u32.to_be_bytes(), 4_000_u32.to_be_bytes()].concat();
        chunk(b"fcTL", &[&number.to_be_bytes()[..], &sides, &[0; 8], &[0, 1, 0, 10, 0, 0]].concat())
    };
    let points = noughts(16);
    let mut bytes = head(4_000, 4_000, 8, 0, 0);
    bytes.extend(chunk(b"acTL", &[u32::MAX.to_be_bytes(), [0; 4]].concat()));
    bytes.extend([control(0), chunk(b"IDAT", &points)].concat());
    for frame in 0..200_u32 {
        bytes.extend(control(2 * frame + 1));
        bytes.extend(chunk(b"fdAT", &[&(2 * frame + 2).to_be_bytes()[..], &points].concat()));
    }
    [bytes, end()].concat()
}

pub(crate) fn chunk_longer_than_the_file() -> Vec<u8> {
    let mut bytes = head(16, 16, 8, 0, 0);
    bytes.extend([&u32::MAX.to_be_bytes()[..], b"IDAT", &deflated(&[0; 17 * 16])].concat());
    bytes
}

pub(crate) fn page_behind_the_picture() -> Vec<u8> {
    [small(&[]), b"<!doctype html><script>".repeat(100_000)].concat()
}
