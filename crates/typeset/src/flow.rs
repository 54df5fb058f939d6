//! Blocks into strips: type, indents, and what stays together over the end of a page.

mod lists_and_tables;
mod picture;

use std::num::NonZeroU16;

use krilla::{configure::Configuration, tagging::Tag};

use crate::{
    Block, Document, Inline, Manuscript, Paper, PaperSize,
    letters::{Letters, Line, Type},
    pages::{Edges, Pages, Placed, SIDE, Strip},
    pieces::pieces,
    text::plain,
    tree::{Leaf, Tree},
};

const MUTED: u8 = 70;
const INDENT: f32 = 16.0;
/// A title longer than this is not one.
const TITLE_MAX: usize = 300;

pub(crate) struct Layout<'a> {
    pub(crate) size: PaperSize,
    /// 1 for the usual type.
    pub(crate) scale: f32,
    /// So many pages and no more.
    pub(crate) most_pages: Option<usize>,
    pub(crate) is_awaited: &'a dyn Fn() -> bool,
    pub(crate) configuration: Configuration,
}

#[derive(Debug, PartialEq)]
pub(crate) enum LayoutError {
    Stopped,
    Failed(&'static str),
    /// The pages are full; this block, and this item or row of it, did not fit.
    Full {
        block: usize,
        item: usize,
    },
}

impl<'a> Layout<'a> {
    /// As many pages as it takes.
    pub(crate) fn long(paper: &'a Paper, is_awaited: &'a dyn Fn() -> bool) -> Self {
        Layout {
            size: paper.size,
            scale: 1.0,
            most_pages: None,
            is_awaited,
            configuration: Configuration::default(),
        }
    }
}

pub(crate) fn render(manuscript: &Manuscript, layout: &Layout<'_>) -> Result<Document, LayoutError> {
    let mut flow = Flow {
        letters: Letters::new(),
        tree: Tree::new(),
        pages: Pages::new(layout.size, layout.configuration),
        pending: Vec::new(),
        layout,
        title: &manuscript.title,
        foot: &manuscript.foot,
        left: SIDE,
        bars: Vec::new(),
        is_below_heading: false,
        at: (0, 0),
    };
    flow.title_block(manuscript)?;
    for (at, block) in manuscript.blocks.iter().enumerate() {
        flow.at = (at, 0);
        flow.block(block, None, true)?;
    }
    flow.finish(manuscript)
}

pub(crate) struct Flow<'a> {
    pub(crate) letters: Letters,
    pub(crate) tree: Tree,
    pages: Pages,
    /// Strips that stay with the one after them.
    pending: Vec<Strip>,
    layout: &'a Layout<'a>,
    title: &'a str,
    foot: &'a str,
    pub(crate) left: f32,
    bars: Vec<f32>,
    is_below_heading: bool,
    /// The block, and the item or row of it, that is being set.
    pub(crate) at: (usize, usize),
}

impl Flow<'_> {
    pub(crate) fn scaled(&self, points: f32) -> f32 {
        points * self.layout.scale
    }

    pub(crate) fn body(&self) -> Type {
        Type { size: self.scaled(10.5), leading: 1.45, is_strong: false, grey: 0 }
    }

    /// The width that is left inside lists and quotes. However deep one is, something is left.
    pub(crate) fn width(&self) -> f32 {
        (self.right() - self.left).max(60.0)
    }

    /// The height that a page has for the text.
    pub(crate) fn room(&self) -> f32 {
        self.pages.room()
    }

    pub(crate) fn right(&self) -> f32 {
        self.layout.size.points().0 - SIDE
    }

    pub(crate) fn awaited(&self) -> Result<(), LayoutError> {
        if (self.layout.is_awaited)() { Ok(()) } else { Err(LayoutError::Stopped) }
    }

    fn title_block(&mut self, manuscript: &Manuscript) -> Result<(), LayoutError> {
        let title: String = manuscript.title.chars().take(TITLE_MAX).collect();
        let heading = self.tree.add(None, Tag::Hn(NonZeroU16::MIN, Some(title.clone())));
        let large = Type { size: self.scaled(20.0), leading: 1.2, is_strong: true, grey: 0 };
        let mut name = Some(title.clone());
        self.text(&[Inline::Text { text: title }], large, heading, |strip, _, _| {
            strip.keeps_with_next = true;
            strip.begins = name.take();
        })?;
        if !manuscript.lead.is_empty() {
            let leaf = self.tree.add(None, Tag::P);
            let small = Type { size: self.scaled(10.5), leading: 1.4, is_strong: false, grey: MUTED };
            let before = self.scaled(4.0);
            self.text(&[Inline::plain(&manuscript.lead)], small, leaf, |strip, is_first, _| {
                strip.space_before = if is_first { before } else { 0.0 };
                strip.keeps_with_next = true;
            })?;
        }
        // A line across, with air around it.
        let rule = Some((SIDE, self.right()));
        self.strip(Strip { height: self.scaled(10.0), rule, ..Strip::default() })
    }

    pub(crate) fn block(
        &mut self,
        block: &Block,
        within: Option<Leaf>,
        has_air: bool,
    ) -> Result<(), LayoutError> {
        self.awaited()?;
        let is_below_heading = std::mem::take(&mut self.is_below_heading);
        let air = self.scaled(if is_below_heading {
            3.0
        } else if has_air {
            7.0
        } else {
            1.0
        });
        match block {
            Block::Heading { level, inside } => self.heading(*level, inside, within),
            Block::Paragraph { inside } => {
                let leaf = self.tree.add(within, Tag::P);
                self.paragraph(inside, leaf, air)
            }
            Block::Markdown { text, .. } => {
                let leaf = self.tree.add(within, Tag::P);
                self.paragraph(&[Inline::plain(text)], leaf, air)
            }
            Block::Code { text } => {
                let leaf = self.tree.add(within, Tag::P);
                let text = text.strip_suffix('\n').unwrap_or(text);
                self.indented(INDENT, false, |flow| flow.paragraph(&[Inline::plain(text)], leaf, air))
            }
            Block::Quote { inside } => {
                let leaf = self.tree.add(within, Tag::BlockQuote);
                self.indented(INDENT, true, |flow| {
                    inside.iter().try_for_each(|block| flow.block(block, Some(leaf), true))
                })
            }
            Block::List { start, items } => self.list(*start, items, within, air),
            Block::Table { head, rows } => self.table(head, rows, within),
            Block::Picture { jpeg, words } => self.picture(jpeg, words, within, air),
            Block::Rule => {
                let middle = self.left + self.width() / 2.0;
                let rule = Some((middle - 30.0, middle + 30.0));
                self.strip(Strip { space_before: air, height: self.scaled(8.0), rule, ..Strip::default() })
            }
        }
    }

    fn heading(&mut self, level: u8, inside: &[Inline], within: Option<Leaf>) -> Result<(), LayoutError> {
        let (size, air) = match level {
            0..=2 => (13.0, 16.0),
            3 => (11.5, 12.0),
            _ => (10.5, 10.0),
        };
        let name = plain(inside);
        let depth = NonZeroU16::new(level.clamp(2, 6).into()).unwrap_or(NonZeroU16::MIN);
        let leaf = self.tree.add(within, Tag::Hn(depth, Some(name.clone())));
        let of = Type { size: self.scaled(size), leading: 1.3, is_strong: true, grey: 0 };
        let air = self.scaled(air);
        let mut begins = (level <= 2).then_some(name);
        self.is_below_heading = true;
        self.text(inside, of, leaf, |strip, is_first, _| {
            strip.space_before = if is_first { air } else { 0.0 };
            strip.keeps_with_next = true;
            strip.begins = begins.take();
        })
    }

    /// Its first two and its last two lines are not torn apart.
    pub(crate) fn paragraph(&mut self, inside: &[Inline], leaf: Leaf, air: f32) -> Result<(), LayoutError> {
        let of = self.body();
        self.text(inside, of, leaf, |strip, is_first, is_last| {
            strip.space_before = if is_first { air } else { 0.0 };
            strip.keeps_with_next = is_first && !is_last;
        })
    }

    pub(crate) fn indented(
        &mut self,
        by: f32,
        has_bar: bool,
        set: impl FnOnce(&mut Self) -> Result<(), LayoutError>,
    ) -> Result<(), LayoutError> {
        let left = self.left;
        if has_bar {
            self.bars.push(left + 2.0);
        }
        // Deeper than the page is wide it goes no further in.
        self.left = (left + by).min(self.right() - 60.0);
        let done = set(self);
        self.left = left;
        if has_bar {
            self.bars.pop();
        }
        done
    }

    /// One strip for each line; `shape` is told whether it is the first, and whether it is the last.
    fn text(
        &mut self,
        inside: &[Inline],
        of: Type,
        leaf: Leaf,
        mut shape: impl FnMut(&mut Strip, bool, bool),
    ) -> Result<(), LayoutError> {
        let width = self.width();
        let mut is_first = true;
        // The line before is held back: the last two lines stay together.
        let mut held: Option<Strip> = None;
        let mut pieces = pieces(inside).into_iter().peekable();
        while let Some(piece) = pieces.next() {
            self.awaited()?;
            let mut lines = self.letters.lines(piece, of, width).into_iter().peekable();
            while let Some(line) = lines.next() {
                let is_last = lines.peek().is_none() && pieces.peek().is_none();
                let mut strip = Strip { height: line.height, ..Strip::default() };
                strip.texts.push(Placed { x: self.left, y: 0.0, line, leaf });
                shape(&mut strip, is_first, is_last);
                is_first = false;
                if let Some(mut before) = held.replace(strip) {
                    before.keeps_with_next |= is_last;
                    self.strip(before)?;
                }
            }
        }
        held.map_or(Ok(()), |last| self.strip(last))
    }

    pub(crate) fn strip(&mut self, mut strip: Strip) -> Result<(), LayoutError> {
        strip.bars.clone_from(&self.bars);
        let is_end = !strip.keeps_with_next;
        self.pending.push(strip);
        if is_end { self.settle() } else { Ok(()) }
    }

    /// Puts what stays together on this page, or on the next where it has room.
    fn settle(&mut self) -> Result<(), LayoutError> {
        let strips = std::mem::take(&mut self.pending);
        let heights: f32 = strips.iter().map(|strip| strip.space_before + strip.height).sum();
        if !self.pages.has_room_for(&strips) && !self.pages.is_page_empty() && heights < self.pages.room() {
            self.turn(false)?;
        }
        for strip in strips {
            if !self.pages.has_room_for(std::slice::from_ref(&strip)) && !self.pages.is_page_empty() {
                self.turn(false)?;
            }
            self.pages.place(strip);
        }
        Ok(())
    }

    fn turn(&mut self, is_last: bool) -> Result<(), LayoutError> {
        let number = self.pages.number();
        if !is_last && self.layout.most_pages == Some(number) {
            return Err(LayoutError::Full { block: self.at.0, item: self.at.1 });
        }
        let foot = self.small(self.foot).into_iter().collect();
        let is_first = number == 1;
        let is_alone = is_last && is_first;
        let number = (!is_alone).then(|| number.to_string());
        let number = number.and_then(|number| {
            let of = self.small_type();
            let width = self.letters.widths(&[Inline::plain(&number)], of).1;
            Some((self.small(&number)?, width))
        });
        let head = if is_first { None } else { self.small(self.title) };
        self.pages.turn(&mut self.tree, Edges { head, foot, number });
        Ok(())
    }

    fn small_type(&self) -> Type {
        Type { size: 9.0, leading: 1.4, is_strong: false, grey: MUTED }
    }

    /// One small line; what is too long for it is left out.
    fn small(&mut self, text: &str) -> Option<Line> {
        let of = self.small_type();
        let piece = pieces(&[Inline::plain(text)]).into_iter().next()?;
        let line = self.letters.lines(piece, of, self.right() - SIDE - 40.0).into_iter().next();
        line.filter(|line| !line.runs.is_empty())
    }

    fn finish(mut self, manuscript: &Manuscript) -> Result<Document, LayoutError> {
        self.settle()?;
        self.awaited()?;
        self.turn(true)?;
        let unset = self.letters.unset.iter().map(char::to_string).collect();
        let (pdf, pages) = self.pages.finish(self.tree, manuscript).map_err(LayoutError::Failed)?;
        Ok(Document { pdf, pages, one_page: None, unset })
    }
}
