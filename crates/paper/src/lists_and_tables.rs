//! Lists with their marks, and tables whose rows may go on over the end of a page.

use krilla::tagging::{ListNumbering, TableHeaderScope, Tag};

use crate::{
    Block, Inline,
    flow::{Flow, Halt},
    letters::{Line, Type},
    pages::{Placed, Strip},
    pieces::pieces,
    tree::Leaf,
};

const INDENT: f32 = 16.0;
const GAP: f32 = 22.0;
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
    ) -> Result<(), Halt> {
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
    fn mark(&mut self, label: &str, leaf: Leaf, air: f32) -> Result<(), Halt> {
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
    ) -> Result<(), Halt> {
        let table = self.tree.add(within, Tag::Table);
        let of = Type { size: self.scaled(10.0), leading: 1.35, ..self.body() };
        let bold = Type { is_strong: true, ..of };
        let widths = self.columns(head, rows, of, bold);
        if head.iter().any(|cell| !cell.is_empty()) {
            let part = self.tree.add(Some(table), Tag::THead);
            let row = self.tree.add(Some(part), Tag::TR);
            let air = self.scaled(8.0);
            self.row(head, &widths, bold, air, true, |flow, _| {
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
            self.row(cells, &widths, of, 0.0, false, |flow, column| {
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
        widths: &[f32],
        of: Type,
        air: f32,
        keeps_with_next: bool,
        mut leaf_of: impl FnMut(&mut Self, usize) -> Leaf,
    ) -> Result<(), Halt> {
        let mut columns = Vec::new();
        let mut x = self.left;
        for (at, width) in widths.iter().enumerate() {
            let leaf = leaf_of(self, at);
            let lines = self.lines(cells.get(at).map_or(&[], Vec::as_slice), of, *width);
            columns.push((x, leaf, lines.into_iter()));
            x += width + GAP;
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
                rule: is_last.then_some((self.left, x - GAP)),
                // A short row stays whole, and the head stays with what it is the head of.
                keeps_with_next: if is_last { keeps_with_next } else { count <= 6 },
                ..Strip::default()
            })?;
        }
        Ok(())
    }

    /// As wide as what stands in them where there is room; the widest give way first.
    fn columns(&mut self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], of: Type, bold: Type) -> Vec<f32> {
        let mut wanted: Vec<f32> = head.iter().map(|cell| self.letters.width(cell, bold) + 1.0).collect();
        for cells in rows.iter().take(MEASURED_ROWS) {
            for (at, cell) in cells.iter().enumerate().take(wanted.len()) {
                wanted[at] = wanted[at].max(self.letters.width(cell, of) + 1.0);
            }
        }
        let gaps = GAP * f32::from(u16::try_from(wanted.len().saturating_sub(1)).unwrap_or(u16::MAX));
        share(&wanted, (self.width() - gaps).max(10.0))
    }
}

/// Shares `room` so that nobody gets more than they want, and those who want more than there is get the same.
pub(crate) fn share(wanted: &[f32], room: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]));
    let mut given = vec![0.0; wanted.len()];
    let mut left = room;
    for (place, at) in order.iter().enumerate() {
        let waiting = f32::from(u16::try_from(wanted.len() - place).unwrap_or(u16::MAX));
        given[*at] = wanted[*at].min(left / waiting).max(1.0);
        left -= given[*at];
    }
    given
}
