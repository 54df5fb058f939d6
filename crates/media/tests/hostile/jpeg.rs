//! JPEG. With one code of one bit in each table, noughts are a picture: two bits for each eight by eight points.

pub(crate) fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &((body.len() + 2) as u16).to_be_bytes(), body].concat()
}

fn quantisation() -> Vec<u8> {
    segment(0xdb, &[&[0][..], &[1; 64]].concat())
}

/// One symbol, whose code is one bit.
fn code(table: u8, symbol: u8) -> Vec<u8> {
    segment(0xc4, &[&[table, 1][..], &[0; 15], &[symbol]].concat())
}

fn frame(kind: u8, width: u16, height: u16, sampling: &[u8]) -> Vec<u8> {
    let sides = [height.to_be_bytes(), width.to_be_bytes()].concat();
    let parts = (1..).zip(sampling).flat_map(|(id, sampling)| [id, *sampling, 0]);
    let parts: Vec<u8> = parts.collect();
    segment(kind, &[&[8][..], &sides, &[sampling.len() as u8], &parts].concat())
}

fn scan(parts: &[u8], from: u8, to: u8) -> Vec<u8> {
    let selected: Vec<u8> = parts.iter().flat_map(|id| [*id, 0]).collect();
    segment(0xda, &[&[parts.len() as u8][..], &selected, &[from, to, 0]].concat())
}

fn tables() -> Vec<u8> {
    [quantisation(), code(0x00, 0), code(0x10, 0)].concat()
}

fn around(inside: &[u8]) -> Vec<u8> {
    [&[0xff, 0xd8], inside, &[0xff, 0xd9]].concat()
}

pub(crate) fn grey(width: u16, height: u16, before: &[u8]) -> Vec<u8> {
    let blocks = usize::from(width).div_ceil(8) * usize::from(height).div_ceil(8);
    let points = vec![0; blocks / 4 + 1];
    around(
        &[before, &tables(), &frame(0xc0, width, height, &[0x11]), &scan(&[1], 0, 63), points.as_slice()]
            .concat(),
    )
}

pub(crate) fn claims_the_longest_sides() -> Vec<u8> {
    let head = [tables(), frame(0xc0, 65_535, 65_535, &[0x11]), scan(&[1], 0, 63)].concat();
    around(&[head, vec![0; 1000]].concat())
}

pub(crate) fn twenty_thousand_points_square() -> Vec<u8> {
    grey(20_000, 20_000, &[])
}

fn scans(width: u16, height: u16, count: usize) -> Vec<u8> {
    let first = [quantisation(), code(0, 0), frame(0xc2, width, height, &[0x11]), scan(&[1], 0, 0)].concat();
    let blocks = usize::from(width).div_ceil(8) * usize::from(height).div_ceil(8);
    // Each run of fifteen bits stands for 32,767 blocks: a nought for the code, and fourteen ones.
    let run: Vec<u8> = vec![0x7f, 0xff, 0x00, 0xfe, 0xff, 0x00, 0xfd];
    let runs = run.repeat(blocks / 32_767 / 3 + 1);
    let more = [code(0x10, 0xe0), scan(&[1], 1, 63), runs].concat();
    around(&[first, vec![0; blocks / 8 + 1], more.repeat(count)].concat())
}

pub(crate) fn thousands_of_scans() -> Vec<u8> {
    scans(6_000, 4_000, 10_000)
}

pub(crate) fn as_many_scans_as_are_taken() -> Vec<u8> {
    scans(6_000, 4_000, 90)
}

pub(crate) fn restarts_at_every_block() -> Vec<u8> {
    let restart = segment(0xdd, &[0, 1]);
    let head = [tables(), restart, frame(0xc0, 6_000, 4_000, &[0x11]), scan(&[1], 0, 63)].concat();
    let blocks = (0..750 * 500).flat_map(|number: usize| [0x3f, 0xff, 0xd0 + (number % 8) as u8]);
    around(&[head, blocks.collect()].concat())
}

pub(crate) fn four_parts_sampled_sixteenfold_in_scans() -> Vec<u8> {
    let head = [quantisation(), code(0, 0), frame(0xc2, 6_000, 4_000, &[0x44; 4])].concat();
    around(&[head, scan(&[1, 2, 3, 4], 0, 0), vec![0; 1000]].concat())
}

pub(crate) fn sampled_out_of_all_measure() -> Vec<u8> {
    let head = [tables(), frame(0xc0, 4_000, 4_000, &[0xff, 0x11, 0x00])].concat();
    around(&[head, scan(&[1, 2, 3], 0, 63), vec![0; 1000]].concat())
}

pub(crate) fn sampled_four_by_four() -> Vec<u8> {
    let head = [tables(), frame(0xc0, 4_000, 4_000, &[0x44, 0x11, 0x11])].concat();
    around(&[head, scan(&[1, 2, 3], 0, 63), vec![0; 500_000]].concat())
}

pub(crate) fn tables_without_number() -> Vec<u8> {
    grey(16, 16, &tables().repeat(300_000))
}

pub(crate) fn cut_off_behind_its_head() -> Vec<u8> {
    let mut bytes = grey(8_000, 5_000, &[]);
    bytes.truncate(400);
    bytes
}

pub(crate) fn profile_in_255_parts() -> Vec<u8> {
    let part = |number: u8| segment(0xe2, &[b"ICC_PROFILE\0", &[number, 255][..], &[0; 65_500]].concat());
    grey(16, 16, &(1..=255).flat_map(part).collect::<Vec<u8>>())
}

pub(crate) fn notes_within_notes() -> Vec<u8> {
    // The next list of fields is this one.
    let loops = [&b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\x08"[..], &[0; 60_000]].concat();
    grey(16, 16, &segment(0xe1, &loops).repeat(800))
}

pub(crate) fn small_copy_in_its_head() -> Vec<u8> {
    let copy = [&b"JFIF\0\x01\x02\0\0\x01\0\x01\xff\xff"[..], &[0; 60_000]].concat();
    grey(16, 16, &segment(0xe0, &copy).repeat(800))
}

pub(crate) fn segment_longer_than_the_file() -> Vec<u8> {
    [&[0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff][..], &[0; 100]].concat()
}

pub(crate) fn film_behind_the_picture() -> Vec<u8> {
    [grey(16, 16, &[]), vec![0; 40 << 20]].concat()
}
