//! Words into lines: which letters, how wide, where a line ends. The typeface is bundled; for a script it does not
//! have, the computer's own fonts are looked through.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontFamilyName, FontStyle, FontWeight, Layout,
    LayoutContext, LineHeight, OverflowWrap, StyleProperty, fontique::Blob,
};

use crate::{Inline, UNSET};

const FAMILY: &str = "Atkinson Hyperlegible Next";
const BUNDLED: [&[u8]; 4] = [
    include_bytes!("../fonts/atkinson-hyperlegible-next-regular.ttf"),
    include_bytes!("../fonts/atkinson-hyperlegible-next-bold.ttf"),
    include_bytes!("../fonts/atkinson-hyperlegible-next-italic.ttf"),
    include_bytes!("../fonts/atkinson-hyperlegible-next-bold-italic.ttf"),
];
const STRONG: f32 = 650.0;
/// A text longer than this is set piece by piece, so that the work for one stays small.
const PIECE_MAX: usize = 4000;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    pub(crate) size: f32,
    /// Height of a line, as a multiple of the size.
    pub(crate) leading: f32,
    pub(crate) is_strong: bool,
    /// 0 is black.
    pub(crate) grey: u8,
}

pub(crate) struct Line {
    pub(crate) height: f32,
    /// From the top of the line.
    pub(crate) baseline: f32,
    pub(crate) grey: u8,
    pub(crate) runs: Vec<Run>,
}

/// Letters of one font, drawn together.
pub(crate) struct Run {
    pub(crate) font: Font,
    pub(crate) size: f32,
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    pub(crate) is_struck: bool,
}

/// How a stretch of text differs from the rest.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Marks {
    is_strong: bool,
    is_emphasis: bool,
    is_struck: bool,
}

/// A stretch of text that is set at once.
#[derive(Default)]
pub(crate) struct Piece {
    text: String,
    marked: Vec<(Range<usize>, Marks)>,
}

pub(crate) struct Letters {
    fonts: FontContext,
    layouts: LayoutContext<Marks>,
    known: HashMap<(u64, u32, Vec<(u32, u32)>), Font>,
    pub(crate) has_unset: bool,
}

impl Letters {
    pub(crate) fn new() -> Self {
        let mut fonts = FontContext::new();
        for bytes in BUNDLED {
            fonts.collection.register_fonts(Blob::from(bytes.to_vec()), None);
        }
        Letters { fonts, layouts: LayoutContext::new(), known: HashMap::new(), has_unset: false }
    }

    /// Width without a line break.
    pub(crate) fn width(&mut self, inside: &[Inline], of: Type) -> f32 {
        let first = pieces(inside).into_iter().next().unwrap_or_default();
        self.layout(&first, of).calculate_content_widths().max
    }

    pub(crate) fn lines(&mut self, mut piece: Piece, of: Type, width: f32) -> Vec<Line> {
        let mut layout = self.layout(&piece, of);
        layout.break_all_lines(Some(width));
        let unset = unset(&layout, &piece.text);
        if !unset.is_empty() {
            self.has_unset = true;
            piece.replace(&unset);
            layout = self.layout(&piece, of);
            layout.break_all_lines(Some(width));
        }
        layout.align(Alignment::Start, AlignmentOptions::default());
        layout.lines().map(|line| self.line(&line, &piece.text, of)).collect()
    }

    fn layout(&mut self, text: &Piece, of: Type) -> Layout<Marks> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &text.text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::Single(FontFamilyName::Named(
            Cow::Borrowed(FAMILY),
        ))));
        builder.push_default(StyleProperty::FontSize(of.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(of.leading)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if of.is_strong {
            builder.push_default(StyleProperty::FontWeight(FontWeight::new(STRONG)));
        }
        for (range, marks) in &text.marked {
            if marks.is_strong {
                builder.push(StyleProperty::FontWeight(FontWeight::new(STRONG)), range.clone());
            }
            if marks.is_emphasis {
                builder.push(StyleProperty::FontStyle(FontStyle::Italic), range.clone());
            }
            builder.push(StyleProperty::Brush(*marks), range.clone());
        }
        builder.build(&text.text)
    }

    fn line(&mut self, line: &parley::layout::Line<'_, Marks>, text: &str, of: Type) -> Line {
        let metrics = line.metrics();
        let mut runs = Vec::new();
        let mut x = metrics.offset;
        for run in line.runs() {
            let size = run.font_size();
            let Some(font) = self.font(&run) else {
                x += run.advance();
                continue;
            };
            let from = run.text_range().start;
            let within = |range: Range<usize>| range.start - from..range.end - from;
            let mut open: Option<Run> = None;
            for cluster in run.visual_clusters() {
                if cluster.is_ligature_continuation() {
                    // It has no glyph of its own.
                    if let Some(glyph) = open.as_mut().and_then(|run| run.glyphs.last_mut()) {
                        glyph.text_range.end = cluster.text_range().end - from;
                    }
                    continue;
                }
                let is_struck = cluster.style().brush.is_struck;
                if open.as_ref().is_some_and(|run| run.is_struck != is_struck) {
                    runs.extend(open.take());
                }
                let current = open.get_or_insert_with(|| Run {
                    font: font.clone(),
                    size,
                    x,
                    width: 0.0,
                    text: text[run.text_range()].to_owned(),
                    glyphs: Vec::new(),
                    is_struck,
                });
                for glyph in cluster.glyphs() {
                    current.glyphs.push(KrillaGlyph::new(
                        GlyphId::new(glyph.id),
                        glyph.advance / size,
                        glyph.x / size,
                        glyph.y / size,
                        0.0,
                        within(cluster.text_range()),
                        None,
                    ));
                    current.width += glyph.advance;
                    x += glyph.advance;
                }
            }
            runs.extend(open);
        }
        Line {
            height: metrics.line_height,
            baseline: metrics.baseline - metrics.block_min_coord,
            grey: of.grey,
            runs,
        }
    }

    fn font(&mut self, run: &parley::layout::Run<'_, Marks>) -> Option<Font> {
        let data = run.font();
        let synthesis = run.synthesis();
        let settings = synthesis.variation_settings();
        let key =
            settings.iter().map(|(tag, value)| (u32::from_be_bytes(tag.to_be_bytes()), value.to_bits()));
        let key = (data.data.id(), data.index, key.collect());
        if let Some(font) = self.known.get(&key) {
            return Some(font.clone());
        }
        let variations: Vec<(Tag, f32)> =
            settings.iter().map(|(tag, value)| (Tag::new(&tag.to_be_bytes()), *value)).collect();
        let font = Font::new_variable(data.data.data().to_vec().into(), data.index, &variations)?;
        self.known.insert(key, font.clone());
        Some(font)
    }
}

/// Inlines as plain text with marks, in pieces that are small enough to set.
pub(crate) fn pieces(inside: &[Inline]) -> Vec<Piece> {
    let mut whole = Piece::default();
    whole.add(inside, Marks::default());
    whole.in_pieces()
}

/// Where letters are lacking.
fn unset(layout: &Layout<Marks>, text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for line in layout.lines() {
        for run in line.runs() {
            for cluster in run.clusters() {
                let range = cluster.text_range();
                let is_lacking = cluster.glyphs().any(|glyph| glyph.id == 0);
                if is_lacking && text[range.clone()].chars().any(is_visible) {
                    found.push(range);
                }
            }
        }
    }
    found
}

fn is_visible(sign: char) -> bool {
    let is_joining = matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}');
    !is_joining && !sign.is_control() && !sign.is_whitespace()
}

impl Piece {
    fn add(&mut self, inside: &[Inline], marks: Marks) {
        for inline in inside {
            match inline {
                Inline::Text { text } | Inline::Code { text } => self.put(text, marks),
                Inline::Strong { inside } => self.add(inside, Marks { is_strong: true, ..marks }),
                Inline::Emphasis { inside } => self.add(inside, Marks { is_emphasis: true, ..marks }),
                Inline::Struck { inside } => self.add(inside, Marks { is_struck: true, ..marks }),
                Inline::Link { inside, address } => {
                    let from = self.text.len();
                    self.add(inside, marks);
                    // On paper an address is only there when it is written out.
                    if &self.text[from..] != address {
                        self.put(&format!(" ({address})"), marks);
                    }
                }
                Inline::Break => self.put("\n", marks),
            }
        }
    }

    /// Without what has no place on paper.
    fn put(&mut self, text: &str, marks: Marks) {
        let from = self.text.len();
        self.text.extend(text.chars().filter_map(|sign| match sign {
            '\n' | '\u{a0}' => Some(sign),
            '\r' | '\u{feff}' => None,
            // Wide and narrow spaces are in few typefaces.
            sign if sign.is_whitespace() => Some(' '),
            sign => (!sign.is_control()).then_some(sign),
        }));
        if marks != Marks::default() {
            self.marked.push((from..self.text.len(), marks));
        }
    }

    /// In pieces that end after a word where there is one.
    fn in_pieces(self) -> Vec<Piece> {
        if self.text.len() <= PIECE_MAX {
            return vec![self];
        }
        let mut pieces = Vec::new();
        let mut from = 0;
        while from < self.text.len() {
            let rest = &self.text[from..];
            let most = rest.floor_char_boundary(PIECE_MAX);
            let until = if most == rest.len() {
                most
            } else {
                let part = &rest[..most];
                part.char_indices()
                    .rev()
                    .find(|(_, sign)| sign.is_whitespace())
                    .map_or(most, |(at, sign)| at + sign.len_utf8())
            };
            let range = from..from + until;
            from += until;
            let text = &self.text[range.clone()];
            // The end of a piece is the end of a line already.
            let text = if from < self.text.len() { text.strip_suffix('\n').unwrap_or(text) } else { text };
            let range = range.start..range.start + text.len();
            pieces.push(Piece { text: text.to_owned(), marked: self.marks_within(range) });
        }
        pieces
    }

    fn marks_within(&self, range: Range<usize>) -> Vec<(Range<usize>, Marks)> {
        let cut = |marked: &Range<usize>| {
            let start = marked.start.max(range.start);
            let end = marked.end.min(range.end);
            (start < end).then(|| start - range.start..end - range.start)
        };
        self.marked.iter().filter_map(|(marked, marks)| Some((cut(marked)?, *marks))).collect()
    }

    /// Puts the stand-in where letters are lacking; one for signs that stand side by side.
    fn replace(&mut self, unset: &[Range<usize>]) {
        let mut gaps: Vec<Range<usize>> = Vec::new();
        let mut sorted = unset.to_vec();
        sorted.sort_by_key(|range| range.start);
        for range in sorted {
            match gaps.last_mut() {
                Some(last) if last.end >= range.start => last.end = last.end.max(range.end),
                _ => gaps.push(range),
            }
        }
        for gap in gaps.into_iter().rev() {
            let moved = |at: usize| match at {
                at if at <= gap.start => at,
                at if at >= gap.end => at - gap.len() + UNSET.len(),
                _ => gap.start + UNSET.len(),
            };
            for (range, _) in &mut self.marked {
                *range = moved(range.start)..moved(range.end);
            }
            self.text.replace_range(gap, UNSET);
        }
    }
}
