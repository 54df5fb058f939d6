//! A text as it was typed, read for its marks: the one way from Markdown to paper. It becomes plain data of a few known
//! kinds; what is not known here, a tag or a picture from elsewhere or a script, stands as the signs that were typed.

use std::{iter::Peekable, mem, ops::Range};

use pulldown_cmark::{CodeBlockKind, Event, OffsetIter, Options, Parser, Tag, TagEnd};

use crate::{Block, Inline, Manuscript, text::plain};

/// Nobody writes deeper than this; what does is not read further, only shown.
const DEEPEST: usize = 12;

/// A picture that is taken along.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub jpeg: Vec<u8>,
    /// What it shows, where the text does not say it.
    pub words: String,
}

/// The blocks of a text. Its highest headings become those of level `highest`. `find` gives the picture that a name in
/// the text means; one that is not there is told in words.
pub fn read(text: &str, highest: u8, find: &mut dyn FnMut(&str) -> Option<Picture>) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let events = Parser::new_ext(text, options).into_offset_iter().peekable();
    let mut reader = Reader { text, events, highest, is_in_link: false, find };
    let mut blocks = Vec::new();
    while reader.events.peek().is_some() {
        blocks.append(&mut reader.blocks(0));
        // The end of what did not begin: there is none, and nothing waits for one.
        reader.events.next();
    }
    blocks
}

impl Manuscript {
    /// With the blocks of the texts that stand in it. They have no pictures.
    pub fn read(mut self) -> Self {
        let blocks = |block| match block {
            Block::Markdown { text, highest } => read(&text, highest, &mut |_| None),
            block => vec![block],
        };
        self.blocks = self.blocks.into_iter().flat_map(blocks).collect();
        self
    }
}

struct Reader<'t, 'f> {
    text: &'t str,
    events: Peekable<OffsetIter<'t>>,
    highest: u8,
    is_in_link: bool,
    find: &'f mut dyn FnMut(&str) -> Option<Picture>,
}

/// A part of a line of words.
enum Piece {
    /// Words in which a plain address is one.
    Words(String),
    /// Signs as they were typed.
    Typed(String),
    Inline(Inline),
    /// A picture of this name, and what it shows.
    Picture {
        name: String,
        words: String,
    },
}

impl<'t> Reader<'t, '_> {
    /// Up to the end of what they stand in.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, _)) = self.events.peek() {
            match event {
                Event::End(_) => break,
                Event::Rule => {
                    self.events.next();
                    blocks.push(Block::Rule);
                }
                Event::Start(tag) if !is_inline(tag) => {
                    if let Some((Event::Start(tag), range)) = self.events.next() {
                        self.block(tag, range, depth, &mut blocks);
                    }
                }
                // In a list without blank lines words stand by themselves.
                _ => self.paragraph(depth, &mut blocks),
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'t>, range: Range<usize>, depth: usize, blocks: &mut Vec<Block>) {
        if depth > DEEPEST {
            return blocks.push(as_typed(self.skip(range)));
        }
        match tag {
            Tag::Paragraph => self.paragraph(depth, blocks),
            Tag::Heading { level, .. } => {
                let level = (level as u8).saturating_add(self.highest).saturating_sub(1).min(6);
                blocks.push(Block::Heading { level, inside: self.inlines(depth) });
            }
            Tag::BlockQuote(_) => blocks.push(Block::Quote { inside: self.blocks(depth + 1) }),
            Tag::CodeBlock(kind) => {
                let mut text = String::new();
                while let Some((Event::Text(part), _)) = self.events.next_if(|(event, _)| !is_end(event)) {
                    text.push_str(&part);
                }
                let is_fenced = matches!(kind, CodeBlockKind::Fenced(_));
                let text = if is_fenced { text.strip_suffix('\n').unwrap_or(&text) } else { text.trim_end() };
                blocks.push(Block::Code { text: text.to_owned() });
            }
            Tag::List(start) => {
                let mut items = Vec::new();
                while self.begins(&Tag::Item) {
                    items.push(self.blocks(depth + 1));
                    self.events.next();
                }
                let start = start.map(|start| u32::try_from(start).unwrap_or(u32::MAX));
                blocks.push(Block::List { start, items });
            }
            Tag::Table(_) => blocks.push(self.table(depth)),
            _ => return blocks.push(as_typed(self.skip(range))),
        }
        self.events.next();
    }

    /// Whether this begins next; if so it has begun.
    fn begins(&mut self, tag: &Tag<'_>) -> bool {
        self.events.next_if(|(event, _)| matches!(event, Event::Start(next) if next == tag)).is_some()
    }

    fn table(&mut self, depth: usize) -> Block {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        loop {
            let is_head = self.begins(&Tag::TableHead);
            if !is_head && !self.begins(&Tag::TableRow) {
                return Block::Table { head, rows };
            }
            let mut cells = Vec::new();
            while self.begins(&Tag::TableCell) {
                cells.push(self.inlines(depth));
                self.events.next();
            }
            self.events.next();
            if is_head { head = cells } else { rows.push(cells) }
        }
    }

    /// A paragraph ends where a picture stands, and goes on below it.
    fn paragraph(&mut self, depth: usize, blocks: &mut Vec<Block>) {
        let mut line = Vec::new();
        for piece in self.pieces(depth) {
            let found = match &piece {
                Piece::Picture { name, .. } => (self.find)(name),
                _ => None,
            };
            match (piece, found) {
                (Piece::Picture { words, .. }, Some(picture)) => {
                    end_paragraph(&mut line, blocks);
                    let words = if words.is_empty() { picture.words } else { words };
                    blocks.push(Block::Picture { jpeg: picture.jpeg, words });
                }
                (piece, _) => piece.push_to(&mut line, false),
            }
        }
        end_paragraph(&mut line, blocks);
    }

    fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        let mut line = Vec::new();
        for piece in self.pieces(depth) {
            piece.push_to(&mut line, self.is_in_link);
        }
        line
    }

    /// Words up to the end of what they stand in, or up to a block.
    fn pieces(&mut self, depth: usize) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        while let Some((event, range)) = self
            .events
            .next_if(|(event, _)| !is_end(event) && !matches!(event, Event::Start(tag) if !is_inline(tag)))
        {
            let typed = &self.text[range.clone()];
            let piece = match event {
                // As it was typed: `&amp;` stays what it is.
                Event::Text(_) if typed.starts_with('&') => Piece::Words(typed.to_owned()),
                Event::Text(words) => Piece::Words(words.into_string()),
                Event::SoftBreak => Piece::Words("\n".to_owned()),
                Event::HardBreak => Piece::Inline(Inline::Break),
                Event::Code(text) => Piece::Inline(Inline::Code { text: text.into_string() }),
                // The box of a task stands before its words.
                Event::TaskListMarker(_) => Piece::Typed(format!("{} ", typed.trim_end())),
                Event::Start(tag) => self.marked(tag, range, depth + 1),
                _ => Piece::Typed(typed.to_owned()),
            };
            match (pieces.last_mut(), piece) {
                (Some(Piece::Words(before)), Piece::Words(words)) => before.push_str(&words),
                (_, piece) => pieces.push(piece),
            }
        }
        pieces
    }

    fn marked(&mut self, tag: Tag<'t>, range: Range<usize>, depth: usize) -> Piece {
        let is_link = matches!(&tag, Tag::Link { dest_url, .. } if is_address(dest_url));
        let picture = match &tag {
            Tag::Image { dest_url, .. } => name_in(dest_url).map(str::to_owned),
            _ => None,
        };
        let is_known = matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough);
        if depth > DEEPEST || !(is_known || is_link || picture.is_some()) {
            return Piece::Typed(self.skip(range).to_owned());
        }
        // There is no link inside of a link.
        let was_in_link = self.is_in_link;
        self.is_in_link |= is_link;
        let inside = self.inlines(depth);
        self.is_in_link = was_in_link;
        self.events.next();
        Piece::Inline(match tag {
            Tag::Strong => Inline::Strong { inside },
            Tag::Strikethrough => Inline::Struck { inside },
            Tag::Link { dest_url, .. } => Inline::Link { inside, address: dest_url.into_string() },
            Tag::Image { .. } => {
                return Piece::Picture { name: picture.unwrap_or_default(), words: plain(&inside) };
            }
            _ => Inline::Emphasis { inside },
        })
    }

    /// Goes past what has begun. The answer is what was typed there.
    fn skip(&mut self, range: Range<usize>) -> &'t str {
        let mut open = 1;
        while open > 0
            && let Some((event, _)) = self.events.next()
        {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
        }
        &self.text[range]
    }
}

impl Piece {
    fn push_to(self, line: &mut Vec<Inline>, is_in_link: bool) {
        match self {
            Piece::Words(words) if is_in_link => push_text(&words, line),
            Piece::Words(words) => with_addresses(&words, line),
            Piece::Typed(text) => push_text(&text, line),
            Piece::Inline(inline) => line.push(inline),
            Piece::Picture { words, .. } => {
                line.push(Inline::Emphasis { inside: vec![Inline::Text { text: words }] })
            }
        }
    }
}

fn is_end(event: &Event<'_>) -> bool {
    matches!(event, Event::End(_))
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag.to_end(),
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

fn as_typed(text: &str) -> Block {
    Block::Paragraph { inside: vec![Inline::plain(text.trim_end_matches('\n'))] }
}

/// Nothing of a paragraph without words; and none of the blanks around a picture.
fn end_paragraph(line: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let mut inside = mem::take(line);
    if let Some(Inline::Text { text }) = inside.first_mut() {
        text.drain(..text.len() - text.trim_start().len());
    }
    if let Some(Inline::Text { text }) = inside.last_mut() {
        text.truncate(text.trim_end().len());
    }
    if inside.iter().any(|piece| !matches!(piece, Inline::Text { text } if text.is_empty())) {
        blocks.push(Block::Paragraph { inside });
    }
}

fn push_text(text: &str, line: &mut Vec<Inline>) {
    match line.last_mut() {
        Some(Inline::Text { text: before }) => before.push_str(text),
        _ => line.push(Inline::plain(text)),
    }
}

/// An address that stands plainly among words is one that can be followed.
fn with_addresses(words: &str, line: &mut Vec<Inline>) {
    let mut rest = words;
    while let Some(from) = rest.find("://").and_then(|at| address_start(rest, at)) {
        let long = rest[from..].split(char::is_whitespace).next().unwrap_or_default();
        let address = long
            .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '"', '\'', '*', '_', '~', '<', '>']);
        let until = from + address.len();
        if !is_address(address) {
            break;
        }
        push_text(&rest[..from], line);
        line.push(Inline::Link { inside: vec![Inline::plain(address)], address: address.to_owned() });
        rest = &rest[until..];
    }
    if !rest.is_empty() {
        push_text(rest, line);
    }
}

/// Where `http` or `https` before the `://` at `at` begins.
fn address_start(words: &str, at: usize) -> Option<usize> {
    let before = words[..at].to_ascii_lowercase();
    let scheme = ["https", "http"].into_iter().find(|scheme| before.ends_with(scheme))?;
    let from = at - scheme.len();
    (!before[..from].ends_with(char::is_alphanumeric)).then_some(from)
}

/// Only what a browser or a mail program would be given anyway; nothing that runs.
fn is_address(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let rest = ["https://", "http://", "mailto:"].into_iter().find_map(|scheme| lower.strip_prefix(scheme));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.contains(|sign: char| sign.is_whitespace() || sign.is_control())
    })
}

/// What an address within the journal calls a picture of the entry: `kept:` and its uid, or its number.
fn name_in(address: &str) -> Option<&str> {
    let name = address.strip_prefix("kept:")?;
    let is_uid = name.len() == 32 && name.bytes().all(|sign| matches!(sign, b'0'..=b'9' | b'a'..=b'f'));
    let is_number = (1..=15).contains(&name.len()) && name.bytes().all(|sign| sign.is_ascii_digit());
    (is_uid || is_number).then_some(name)
}
