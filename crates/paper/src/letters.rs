//! Words into lines: which letters, how wide, where a line ends. The typeface is bundled; for a script it does not
//! have, the computer's own fonts are looked through.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontFamilyName, FontStyle, FontWeight, Layout,
    LayoutContext, LineHeight, OverflowWrap, StyleProperty, fontique::Blob,
};

use crate::{
    Inline,
    pieces::{Marks, Piece, pieces},
};

const FAMILY: &str = "Atkinson Hyperlegible Next";
const BUNDLED: [&[u8]; 4] = [
    include_bytes!("../fonts/atkinson-hyperlegible-next-regular.ttf"),
    include_bytes!("../fonts/atkinson-hyperlegible-next-bold.ttf"),
    include_bytes!("../fonts/atkinson-hyperlegible-next-italic.ttf"),
    include_bytes!("../fonts/atkinson-hyperlegible-next-bold-italic.ttf"),
];
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
    static FONTS: FontContext = {
        let mut fonts = FontContext::new();
        for bytes in BUNDLED {
            fonts.collection.register_fonts(Blob::from(bytes.to_vec()), None);
        }
        fonts
    };
}

pub(crate) struct Letters {
    fonts: FontContext,
    layouts: LayoutContext<Marks>,
    known: HashMap<FontKey, Font>,
    pub(crate) has_unset: bool,
}

impl Letters {
    pub(crate) fn new() -> Self {
        Letters {
            fonts: FONTS.with(FontContext::clone),
            layouts: LayoutContext::new(),
            known: HashMap::new(),
            has_unset: false,
        }
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
        let (bytes, _) = data.data.clone().into_raw_parts();
        let font = Font::new_variable(bytes.into(), data.index, &variations)?;
        self.known.insert(key, font.clone());
        Some(font)
    }
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
