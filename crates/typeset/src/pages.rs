//! Strips one below the other, page after page, each page written as soon as it is full.

use krilla::{
    Document, SerializeSettings,
    color::luma,
    configure::Configuration,
    error::KrillaError,
    geom::{PathBuilder, Point, Rect, Size, Transform},
    image::Image,
    metadata::Metadata,
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::Fill,
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, SpanTag},
};

use crate::{
    Manuscript, PaperSize,
    letters::{Line, Run},
    tree::{Leaf, Tree},
};

pub(crate) const SIDE: f32 = 68.0;
const TOP: f32 = 60.0;
const BOTTOM: f32 = 68.0;
/// From the lower edge of the page to the foot.
const FOOT: f32 = 40.0;
/// From the upper edge of the page to the head.
const HEAD: f32 = 32.0;
const HAIRLINE: f32 = 0.5;
const BAR: f32 = 1.5;
const PALE: u8 = 185;

/// What stands side by side and is never torn apart: one line, or one line of each cell.
#[derive(Default)]
pub(crate) struct Strip {
    pub(crate) height: f32,
    /// Left out at the top of a page.
    pub(crate) space_before: f32,
    pub(crate) texts: Vec<Placed>,
    pub(crate) picture: Option<Drawn>,
    /// Upright lines at these places, beside a quote.
    pub(crate) bars: Vec<f32>,
    /// From where to where a line is drawn below it.
    pub(crate) rule: Option<(f32, f32)>,
    pub(crate) keeps_with_next: bool,
    /// The name of what begins here, for the list that a reader of PDFs shows.
    pub(crate) begins: Option<String>,
}

pub(crate) struct Placed {
    pub(crate) x: f32,
    /// From the top of the strip.
    pub(crate) y: f32,
    pub(crate) line: Line,
    pub(crate) leaf: Leaf,
}

/// A picture that fills its strip.
pub(crate) struct Drawn {
    pub(crate) x: f32,
    /// Width and height in points.
    pub(crate) size: (f32, f32),
    pub(crate) image: Image,
    pub(crate) leaf: Leaf,
}

pub(crate) struct Pages {
    document: Document,
    width: f32,
    height: f32,
    /// Strips of the page that is being filled, and where they stand.
    strips: Vec<(f32, Strip)>,
    y: f32,
    done: usize,
    outline: Outline,
}

/// What stands at the edges of a page.
pub(crate) struct Edges {
    /// Not on the first page, which has the title.
    pub(crate) head: Option<Line>,
    /// Each on a line of its own, the lowest last.
    pub(crate) foot: Vec<Line>,
    /// Nothing on a page that is alone.
    pub(crate) number: Option<(Line, f32)>,
}

impl Pages {
    pub(crate) fn new(size: PaperSize, configuration: Configuration) -> Self {
        let settings =
            SerializeSettings { enable_tagging: true, configuration, ..SerializeSettings::default() };
        let (width, height) = size.points();
        Pages {
            document: Document::new_with(settings),
            width,
            height,
            strips: Vec::new(),
            y: TOP,
            done: 0,
            outline: Outline::new(),
        }
    }

    pub(crate) fn room(&self) -> f32 {
        self.height - TOP - BOTTOM
    }

    pub(crate) fn number(&self) -> usize {
        self.done + 1
    }

    /// Whether so much still fits on this page.
    pub(crate) fn has_room_for(&self, strips: &[Strip]) -> bool {
        let heights: f32 = strips.iter().map(|strip| strip.space_before + strip.height).sum();
        let unused =
            if self.strips.is_empty() { strips.first().map_or(0.0, |first| first.space_before) } else { 0.0 };
        self.y + heights - unused <= self.height - BOTTOM + 0.01
    }

    pub(crate) fn is_page_empty(&self) -> bool {
        self.strips.is_empty()
    }

    pub(crate) fn place(&mut self, strip: Strip) {
        if !self.strips.is_empty() {
            self.y += strip.space_before;
        }
        if let Some(name) = &strip.begins {
            let there = krilla::destination::XyzDestination::new(self.done, Point::from_xy(SIDE, self.y));
            self.outline.push_child(OutlineNode::new(name.clone(), there));
        }
        let y = self.y;
        self.y += strip.height;
        self.strips.push((y, strip));
    }

    /// Writes the page that is being filled.
    pub(crate) fn turn(&mut self, tree: &mut Tree, edges: Edges) {
        let Some(settings) = PageSettings::from_wh(self.width, self.height) else { return };
        let mut page = self.document.start_page_with(settings);
        let mut surface = page.surface();
        let mut above: Option<(f32, usize)> = None;
        for (y, strip) in self.strips.drain(..) {
            artifact(&mut surface, ArtifactType::Layout, |surface| {
                for (at, x) in strip.bars.iter().enumerate() {
                    // A quote of several paragraphs has one bar.
                    let from = above.filter(|(_, bars)| *bars > at).map_or(y, |(end, _)| end);
                    fill(surface, PALE, (*x, from, BAR, y + strip.height - from));
                }
                if let Some((from, until)) = strip.rule {
                    fill(surface, PALE, (from, y + strip.height - HAIRLINE, until - from, HAIRLINE));
                }
            });
            for placed in &strip.texts {
                let span = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                draw(&mut surface, &placed.line, placed.x, y + placed.y);
                surface.end_tagged();
                tree.drawn(placed.leaf, span);
            }
            if let Some(Drawn { x, size: (width, height), image, leaf }) = strip.picture
                && let Some(size) = Size::from_wh(width, height)
            {
                let whole = surface.start_tagged(ContentTag::Other);
                surface.push_transform(&Transform::from_translate(x, y));
                surface.draw_image(image, size);
                surface.pop();
                surface.end_tagged();
                tree.drawn(leaf, whole);
            }
            above = Some((y + strip.height, strip.bars.len()));
        }
        if let Some(line) = &edges.head {
            artifact(&mut surface, ArtifactType::Header, |surface| draw(surface, line, SIDE, HEAD));
        }
        let mut y = self.height - FOOT;
        for line in edges.foot.iter().rev() {
            y -= line.height;
            artifact(&mut surface, ArtifactType::Footer, |surface| draw(surface, line, SIDE, y));
        }
        if let Some((line, width)) = &edges.number {
            let (x, y) = (self.width - SIDE - width, self.height - FOOT - line.height);
            artifact(&mut surface, ArtifactType::PageNumber, |surface| draw(surface, line, x, y));
        }
        surface.finish();
        page.finish();
        self.done += 1;
        self.y = TOP;
    }

    /// Errors with why it could not be written, as a code.
    pub(crate) fn finish(
        mut self,
        tree: Tree,
        manuscript: &Manuscript,
    ) -> Result<(Vec<u8>, usize), &'static str> {
        let metadata = Metadata::new().title(manuscript.title.clone()).language(manuscript.language.clone());
        self.document.set_metadata(metadata);
        self.document.set_outline(self.outline);
        self.document.set_tag_tree(tree.finish(&manuscript.language));
        let pdf = self.document.finish().map_err(|error| match error {
            KrillaError::Font(..) => "font",
            KrillaError::Image(..) | KrillaError::SixteenBitImage(..) => "image",
            KrillaError::Limit(_) => "limit",
            KrillaError::Validation(_) => "validation",
            _ => "structure",
        })?;
        Ok((pdf, self.done))
    }
}

/// What is seen and not read aloud.
fn artifact(surface: &mut Surface<'_>, kind: ArtifactType, draw: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    draw(surface);
    surface.end_tagged();
}

fn ink(grey: u8) -> Fill {
    Fill { paint: luma::Color::new(grey).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

fn fill(surface: &mut Surface<'_>, grey: u8, (x, y, width, height): (f32, f32, f32, f32)) {
    let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_fill(Some(ink(grey)));
        surface.draw_path(&path);
    }
}

fn draw(surface: &mut Surface<'_>, line: &Line, x: f32, y: f32) {
    let baseline = y + line.baseline;
    for run in &line.runs {
        let Run { font, size, text, glyphs, .. } = run;
        surface.set_fill(Some(ink(line.grey)));
        surface.draw_glyphs(Point::from_xy(x + run.x, baseline), glyphs, font.clone(), text, *size, false);
        if run.is_struck {
            fill(surface, line.grey, (x + run.x, baseline - size * 0.28, run.width, size * 0.06));
        }
    }
}
