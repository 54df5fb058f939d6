//! Lists with their marks, and tables whose rows may go on over the end of a page.

use krilla::tagging::{ListNumbering, TableHeaderScope, Tag};

use crate::{
    Block, Inline,
    flow::{Flow, LayoutError},
    letters::{Line, Type},
    pages::{Placed, Strip},
    pieces::pieces,
    tree::Leaf,
};

const INDENT: f32 = 16.0;
/// Between columns, and how large the type is: as wide and large as lets every word stay whole.
const GRIDS: [(f32, f32); 5] = [(22.0, 1.0), (14.0, 1.0), (10.0, 0.9), (8.0, 0.8), (8.0, 0.7)];
/// A word longer than so many times the size of the type may be broken.
const LONGEST_WORD: f32 = 16.0;
const ROW_AIR: f32 = 2.5;
/// So many rows tell how wide the columns have to be.
const MEASURED_ROWS: usize = 200;

impl Flow<'_> {
    pub(crate) fn list(
        &mut self,
        start: Option<u32>,
        items: &[Vec<Block>],
        within: Option<Leaf>,
        air: f32,
    ) -> Result<(), LayoutError> {
        let numbering = if start.is_some() { ListNumbering::Decimal } else { ListNumbering::Disc };
        let list = self.tree.add(within, Tag::L(numbering));
        // Where numbers grow long, the text makes room for them.
        let widest =
            start.map_or(0, |start| start.saturating_add(u32::try_from(items.len()).unwrap_or(u32::MAX)));
        let of = self.body();
        let digits = f32::from(u8::try_from(widest.to_string().len()).unwrap_or(u8::MAX));
        let indent =
            if start.is_some() { self.scaled(10.0) + digits * of.size * 0.62 } else { self.scaled(INDENT) };
        for (at, item) in items.iter().enumerate() {
            if within.is_none() {
                self.at.1 = at;
            }
            let number = u32::try_from(at).ok().and_then(|at| start?.checked_add(at));
            let label = number.map_or_else(|| "•".to_owned(), |number| format!("{number}."));
            let entry = self.tree.add(Some(list), Tag::LI);
            let mark = self.tree.add(Some(entry), Tag::Lbl);
            let body = self.tree.add(Some(entry), Tag::LBody);
            let air = if at == 0 { air } else { self.scaled(2.5) };
            self.mark(&label, mark, air)?;
            self.indented(indent, false, |flow| match item.split_first() {
                // The first paragraph stands beside its mark.
                Some((Block::Paragraph { inside }, rest)) => {
                    let leaf = flow.tree.add(Some(body), Tag::P);
                    flow.paragraph(inside, leaf, 0.0)?;
                    rest.iter().try_for_each(|block| flow.block(block, Some(body), false))
                }
                _ => item.iter().try_for_each(|block| flow.block(block, Some(body), false)),
            })?;
        }
        Ok(())
    }

    /// The mark of an item: a strip without height, which the first line of the item stands beside.
    fn mark(&mut self, label: &str, leaf: Leaf, air: f32) -> Result<(), LayoutError> {
        let of = self.body();
        let Some(line) = self.lines(&[Inline::plain(label)], of, 1000.0).into_iter().next() else {
            return Ok(());
        };
        let mut strip = Strip { space_before: air, keeps_with_next: true, ..Strip::default() };
        strip.texts.push(Placed { x: self.left, y: 0.0, line, leaf });
        self.strip(strip)
    }

    fn lines(&mut self, inside: &[Inline], of: Type, width: f32) -> Vec<Line> {
        pieces(inside).into_iter().flat_map(|piece| self.letters.lines(piece, of, width)).collect()
    }

    pub(crate) fn table(
        &mut self,
        head: &[Vec<Inline>],
        rows: &[Vec<Vec<Inline>>],
        within: Option<Leaf>,
    ) -> Result<(), LayoutError> {
        let table = self.tree.add(within, Tag::Table);
        let grid = self.grid(head, rows);
        let of = grid.of;
        let bold = Type { is_strong: true, ..of };
        if head.iter().any(|cell| !cell.is_empty()) {
            let part = self.tree.add(Some(table), Tag::THead);
            let row = self.tree.add(Some(part), Tag::TR);
            let air = self.scaled(8.0);
            self.row(head, &grid, bold, air, true, |flow, _| {
                flow.tree.add(Some(row), Tag::TH(TableHeaderScope::Column))
            })?;
        }
        let part = self.tree.add(Some(table), Tag::TBody);
        for (at, cells) in rows.iter().enumerate() {
            self.awaited()?;
            if within.is_none() {
                self.at.1 = at;
            }
            let row = self.tree.add(Some(part), Tag::TR);
            self.row(cells, &grid, of, 0.0, false, |flow, column| {
                if column == 0 {
                    flow.tree.add(Some(row), Tag::TH(TableHeaderScope::Row))
                } else {
                    flow.tree.add(Some(row), Tag::TD)
                }
            })?;
        }
        Ok(())
    }

    fn row(
        &mut self,
        cells: &[Vec<Inline>],
        grid: &Grid,
        of: Type,
        air: f32,
        keeps_with_next: bool,
        mut leaf_of: impl FnMut(&mut Self, usize) -> Leaf,
    ) -> Result<(), LayoutError> {
        let mut columns = Vec::new();
        let mut x = self.left;
        for (at, width) in grid.widths.iter().enumerate() {
            let leaf = leaf_of(self, at);
            let lines = self.lines(cells.get(at).map_or(&[], Vec::as_slice), of, *width);
            columns.push((x, leaf, lines.into_iter()));
            x += width + grid.gap;
        }
        let count = columns.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(0);
        let row_air = self.scaled(ROW_AIR);
        for at in 0..count {
            let (is_first, is_last) = (at == 0, at + 1 == count);
            let above = if is_first { row_air } else { 0.0 };
            let below = if is_last { row_air } else { 0.0 };
            let texts = columns.iter_mut().filter_map(|(x, leaf, lines)| {
                let line = lines.next()?;
                Some(Placed { x: *x, y: above, line, leaf: *leaf })
            });
            let texts: Vec<Placed> = texts.collect();
            let tallest = texts.iter().map(|placed| placed.line.height).fold(0.0, f32::max);
            self.strip(Strip {
                height: above + tallest + below,
                space_before: if is_first { air } else { 0.0 },
                texts,
                rule: is_last.then_some((self.left, x - grid.gap)),
                // A short row stays whole, and the head stays with what it is the head of.
                keeps_with_next: if is_last { keeps_with_next } else { count <= 6 },
                ..Strip::default()
            })?;
        }
        Ok(())
    }

    /// Columns as wide as what stands in them where there is room; none narrower than its longest word, and beyond
    /// that the widest give way first.
    fn grid(&mut self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) -> Grid {
        let of = Type { size: self.scaled(10.0), leading: 1.35, ..self.body() };
        let bold = Type { is_strong: true, ..of };
        let (mut words, mut wanted) = (vec![0.0_f32; head.len()], vec![0.0_f32; head.len()]);
        let measured = rows.iter().take(MEASURED_ROWS).map(|cells| (cells.as_slice(), of));
        for (cells, of) in [(head, bold)].into_iter().chain(measured) {
            for (at, cell) in cells.iter().enumerate().take(head.len()) {
                let (word, whole) = self.letters.widths(cell, of);
                words[at] = words[at].max(word.min(of.size * LONGEST_WORD) + 1.0);
                wanted[at] = wanted[at].max(whole + 1.0);
            }
        }
        let gaps = f32::from(u16::try_from(head.len().saturating_sub(1)).unwrap_or(u16::MAX));
        let of_size = |widths: &[f32], size: f32| widths.iter().map(|width| width * size).collect::<Vec<_>>();
        let mut grid = Grid { widths: Vec::new(), gap: 0.0, of };
        for (gap, size) in GRIDS {
            let room = (self.width() - gap * gaps).max(10.0);
            let least = of_size(&words, size);
            let fits = least.iter().sum::<f32>() <= room;
            let widths = if fits {
                share(&least, &of_size(&wanted, size), room)
            } else {
                share(&vec![1.0; least.len()], &least, room)
            };
            grid = Grid { widths, gap, of: Type { size: of.size * size, ..of } };
            if fits {
                break;
            }
        }
        grid
    }
}

/// The columns of a table, what is left between them, and the type that it is set in.
struct Grid {
    widths: Vec<f32>,
    gap: f32,
    of: Type,
}

/// Shares `room`: all get the same, but nobody less than their least or more than they want.
fn share(least: &[f32], wanted: &[f32], room: f32) -> Vec<f32> {
    let at_level =
        |level: f32| least.iter().zip(wanted).map(move |(least, wanted)| level.min(*wanted).max(*least));
    // The level is somewhere below the whole room; so many halves find it.
    let (mut low, mut high) = (0.0, room);
    for _ in 0..24 {
        let middle = (low + high) / 2.0;
        if at_level(middle).sum::<f32>() <= room { low = middle } else { high = middle }
    }
    at_level(low).collect()
}
