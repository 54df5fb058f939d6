//! What stands between the segments of a JPEG and its scans: its frame and its tables, which wait until a scan needs
//! them. One that is replaced before, or that no scan needs, draws nothing.

use super::{CODES, QUANTISATION, put};

struct Table<'a> {
    marker: u8,
    id: u8,
    body: &'a [u8],
    /// Those of one segment go on in one segment.
    segment: usize,
}

#[derive(Default)]
pub(super) struct Tables<'a> {
    waiting: Vec<Table<'a>>,
    segments: usize,
}

impl<'a> Tables<'a> {
    /// In place of a former one.
    pub(super) fn put(&mut self, marker: u8, id: u8, body: &'a [u8]) {
        self.waiting.retain(|table| (table.marker, table.id) != (marker, id));
        self.waiting.push(Table { marker, id, body, segment: self.segments });
        self.segments += 1;
    }

    /// The tables of one segment; None when they are not such.
    pub(super) fn read(&mut self, marker: u8, mut body: &'a [u8]) -> Option<()> {
        let segment = self.segments;
        while let Some(&first) = body.first() {
            let (is_one, length) = match marker {
                QUANTISATION => (first & 0xf < 4 && first >> 4 < 2, 1 + (64 << (first >> 4 & 1))),
                _ => {
                    let symbols: usize = body.get(1..17)?.iter().map(|count| usize::from(*count)).sum();
                    (first & 0xf < 4 && first >> 4 < 2 && symbols <= 256, 17 + symbols)
                }
            };
            let table = body.get(..length).filter(|_| is_one)?;
            self.put(marker, if marker == CODES { first } else { first & 0xf }, table);
            if let Some(last) = self.waiting.last_mut() {
                last.segment = segment;
            }
            body = &body[length..];
        }
        Some(())
    }

    /// Those that are needed now, in the order in which they came. The others go on waiting.
    pub(super) fn write(&mut self, out: &mut Vec<u8>, is_needed: impl Fn(u8, u8) -> bool) {
        let (now, later) = self.waiting.drain(..).partition(|table| is_needed(table.marker, table.id));
        self.waiting = later;
        let now: Vec<Table<'_>> = now;
        for tables in now.chunk_by(|one, next| one.segment == next.segment) {
            let body: Vec<u8> = tables.iter().flat_map(|table| table.body).copied().collect();
            if let Some(table) = tables.first() {
                put(out, table.marker, &body);
            }
        }
    }
}
