//! Words into lines: which letters, how wide, where a line ends. The typeface is bundled; for a script it does not
//! have, the computer's own fonts are looked through.

use std::{
    borrow::Cow,
    cell::RefCell,
    collections::{BTreeSet, HashMap},
    ops::Range,
};

use icu_properties::{CodePointSetData, props::DefaultIgnorableCodePoint};
use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use parley::{
    Alignment, AlignmentOptions, FontFamily, FontFamilyName, FontStyle, FontWeight, Layout, LayoutContext,
    LineHeight, OverflowWrap, StyleProperty,
};

use crate::{
    Inline,
    faces::Faces,
    pieces::{Marks, Piece, pieces},
};

const FAMILY: &str = "Atkinson Hyperlegible Next";
const STRONG: f32 = 650.0;

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

/// The bytes, the font in them, and how it is varied.
type FontKey = (u64, u32, Vec<(u32, u32)>);

thread_local! {
    /// Looking through the computer's fonts takes a while: once is enough for pages that are set again and again.
    static FACES: RefCell<Faces> = RefCell::new(Faces::new());
}

pub(crate) struct Letters {
    layouts: LayoutContext<Marks>,
    known: HashMap<FontKey, Font>,
    /// Signs that no font has.
    pub(crate) unset: BTreeSet<char>,
}

impl Letters {
    pub(crate) fn new() -> Self {
        Letters { layouts: LayoutContext::new(), known: HashMap::new(), unset: BTreeSet::new() }
    }

    /// Width of the longest word, and without a line break.
    pub(crate) fn widths(&mut self, inside: &[Inline], of: Type) -> (f32, f32) {
        let mut first = pieces(inside).into_iter().next().unwrap_or_default();
        let widths = self.layout(&mut first, of).calculate_content_widths();
        (widths.min, widths.max)
    }

    pub(crate) fn lines(&mut self, mut piece: Piece, of: Type, width: f32) -> Vec<Line> {
        let mut layout = self.layout(&mut piece, of);
        layout.break_all_lines(Some(width));
        layout.align(Alignment::Start, AlignmentOptions::default());
        layout.lines().map(|line| self.line(&line, &piece.text, of)).collect()
    }

    /// Every sign in a font that has it; what none has is replaced.
    fn layout(&mut self, piece: &mut Piece, of: Type) -> Layout<Marks> {
        FACES.with_borrow_mut(|faces| {
            faces.prepare(&piece.text);
            let mut layout = self.shape(faces, piece, of);
            // Once with other fonts, and once without what those do not have either.
            for is_last in [false, true] {
                layout.break_all_lines(None);
                let lacking = lacking(&layout, &piece.text);
                if lacking.is_empty() {
                    break;
                }
                let unset = if is_last { lacking } else { find_faces(faces, piece, lacking) };
                let signs = unset.iter().flat_map(|range| piece.text[range.clone()].chars());
                self.unset.extend(signs.filter(|sign| is_visible(*sign)));
                piece.replace(&unset);
                layout = self.shape(faces, piece, of);
            }
            layout
        })
    }

    fn shape(&mut self, faces: &mut Faces, text: &Piece, of: Type) -> Layout<Marks> {
        let mut builder = self.layouts.ranged_builder(&mut faces.fonts, &text.text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::Single(FontFamilyName::Named(
            Cow::Borrowed(FAMILY),
        ))));
        builder.push_default(StyleProperty::FontSize(of.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(of.leading)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
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
        for (range, name) in &text.faces {
            let names = vec![FontFamilyName::named(FAMILY), FontFamilyName::named(name)];
            builder.push(StyleProperty::FontFamily(FontFamily::List(names.into())), range.clone());
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
        let (bytes, _) = data.data.clone().into_raw_parts();
        let font = Font::new_variable(bytes.into(), data.index, &variations)?;
        self.known.insert(key, font.clone());
        Some(font)
    }
}

/// Which clusters have a sign that their font lacks.
fn lacking(layout: &Layout<Marks>, text: &str) -> Vec<Range<usize>> {
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

/// Puts a font to each of these clusters that one has. The rest is returned, sign by sign.
fn find_faces(faces: &mut Faces, piece: &mut Piece, clusters: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut unset = Vec::new();
    for cluster in clusters {
        let text = &piece.text[cluster.clone()];
        let signs: Vec<char> = text.chars().filter(|sign| is_visible(*sign)).collect();
        if let Some(name) = faces.with(&signs) {
            piece.faces.push((cluster, name));
            continue;
        }
        let alone =
            text.char_indices().filter(|(_, sign)| is_visible(*sign) && faces.with(&[*sign]).is_none());
        let alone: Vec<_> =
            alone.map(|(at, sign)| cluster.start + at..cluster.start + at + sign.len_utf8()).collect();
        // Where each has a font and none has all, one stands for them.
        if alone.is_empty() { unset.push(cluster) } else { unset.extend(alone) }
    }
    unset
}

fn is_visible(sign: char) -> bool {
    let is_ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(sign);
    !is_ignorable && !sign.is_control() && !sign.is_whitespace()
}
