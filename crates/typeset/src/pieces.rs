//! Inlines as plain text with marks, in pieces that are small enough to set at once.

use std::ops::Range;

use crate::{Inline, UNSET};

/// A text longer than this is set piece by piece, so that the work for one stays small.
const PIECE_MAX: usize = 4000;

/// How a stretch of text differs from the rest.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Marks {
    pub(crate) is_strong: bool,
    pub(crate) is_emphasis: bool,
    pub(crate) is_struck: bool,
}

/// A stretch of text that is set at once.
#[derive(Default)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) marked: Vec<(Range<usize>, Marks)>,
    /// The names of fonts for what neither the bundled typeface nor that of the script has.
    pub(crate) faces: Vec<(Range<usize>, String)>,
}

/// Inlines as plain text with marks, in pieces that are small enough to set.
pub(crate) fn pieces(inside: &[Inline]) -> Vec<Piece> {
    let mut whole = Piece::default();
    whole.add(inside, Marks::default());
    whole.in_pieces()
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
            pieces.push(Piece { text: text.to_owned(), marked: self.marks_within(range), faces: Vec::new() });
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
    pub(crate) fn replace(&mut self, unset: &[Range<usize>]) {
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
            let faces = self.faces.iter_mut().map(|(range, _)| range);
            for range in self.marked.iter_mut().map(|(range, _)| range).chain(faces) {
                *range = moved(range.start)..moved(range.end);
            }
            self.text.replace_range(gap, UNSET);
        }
    }
}
