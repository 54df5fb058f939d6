//! A manuscript as one HTML file that stands alone: no script, nothing fetched, and fit to print.

use std::fmt::Write as _;

use data_encoding::BASE64;

use crate::{Block, Inline, Manuscript};

const STYLE: &str = include_str!("html.css");

/// The whole file.
pub fn html(manuscript: &Manuscript) -> String {
    let Manuscript { title, lead, language, foot, blocks } = manuscript;
    let mut out = Html::default();
    out.raw("<!doctype html>\n<html lang=\"").text(language).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n");
    out.raw("<title>").text(title).raw("</title>\n<style>\n").raw(STYLE).raw("</style>\n</head>\n<body>\n");
    out.raw("<h1 dir=\"auto\">").text(title).raw("</h1>\n");
    out.line_beside(lead);
    out.blocks(blocks);
    out.line_beside(foot);
    out.raw("</body>\n</html>\n");
    out.0
}

/// What is written so far.
#[derive(Default)]
struct Html(String);

impl Html {
    fn raw(&mut self, html: &str) -> &mut Self {
        self.0.push_str(html);
        self
    }

    /// Signs that would mean something become those that only look so.
    fn text(&mut self, text: &str) -> &mut Self {
        for sign in text.chars() {
            match sign {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                sign => self.0.push(sign),
            }
        }
        self
    }

    fn line_beside(&mut self, text: &str) {
        if !text.is_empty() {
            self.raw("<p class=\"lead\" dir=\"auto\">").text(text).raw("</p>\n");
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
            self.raw("\n");
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, inside } => {
                let name = format!("h{}", level.clamp(&2, &6));
                self.words(&name, inside);
            }
            Block::Paragraph { inside } => self.words("p", inside),
            Block::Quote { inside } => {
                self.raw("<blockquote").direction(of_blocks(inside)).raw(">").blocks(inside);
                self.raw("</blockquote>");
            }
            Block::List { start, items } => {
                match start {
                    // Writing to a string does not fail.
                    Some(start) => _ = write!(self.0, "<ol start=\"{start}\">"),
                    None => _ = self.raw("<ul>"),
                }
                for item in items {
                    self.raw("<li").direction(of_blocks(item)).raw(">").blocks(item);
                    self.raw("</li>\n");
                }
                self.raw(if start.is_some() { "</ol>" } else { "</ul>" });
            }
            Block::Table { head, rows } => {
                self.raw("<table").direction(of_block(block)).raw("><thead>").row("th", head);
                self.raw("</thead><tbody>");
                for row in rows {
                    self.row("td", row);
                }
                self.raw("</tbody></table>");
            }
            Block::Markdown { text, .. } => _ = self.raw("<p dir=\"auto\">").text(text).raw("</p>"),
            Block::Code { text } => _ = self.raw("<pre dir=\"auto\">").text(text).raw("</pre>"),
            Block::Picture { jpeg, words } => {
                self.raw("<p><img src=\"data:image/jpeg;base64,").raw(&BASE64.encode(jpeg));
                self.raw("\" alt=\"").text(words).raw("\"></p>");
            }
            Block::Rule => _ = self.raw("<hr>"),
        }
    }

    /// What holds blocks runs as the first of them does. They say so for themselves, which `auto` would not look at.
    fn direction(&mut self, direction: Option<&str>) -> &mut Self {
        if let Some(direction) = direction {
            self.raw(" dir=\"").raw(direction).raw("\"");
        }
        self
    }

    fn row(&mut self, cell: &str, row: &[Vec<Inline>]) {
        self.raw("<tr>");
        for inside in row {
            self.words(cell, inside);
        }
        self.raw("</tr>");
    }

    fn words(&mut self, name: &str, inside: &[Inline]) {
        self.raw("<").raw(name).raw(" dir=\"auto\">").inlines(inside);
        self.raw("</").raw(name).raw(">");
    }

    fn inlines(&mut self, inside: &[Inline]) {
        for inline in inside {
            match inline {
                Inline::Text { text } => _ = self.text(text),
                Inline::Code { text } => _ = self.raw("<code>").text(text).raw("</code>"),
                Inline::Strong { inside } => self.marked("strong", inside),
                Inline::Emphasis { inside } => self.marked("em", inside),
                Inline::Struck { inside } => self.marked("s", inside),
                Inline::Link { inside, address } => {
                    self.raw("<a href=\"").text(address).raw("\" rel=\"noreferrer\">").inlines(inside);
                    self.raw("</a>");
                }
                Inline::Break => _ = self.raw("<br>"),
            }
        }
    }

    fn marked(&mut self, name: &str, inside: &[Inline]) {
        self.raw("<").raw(name).raw(">").inlines(inside);
        self.raw("</").raw(name).raw(">");
    }
}

/// As its first letter does; none where it has no letter.
fn of_block(block: &Block) -> Option<&'static str> {
    match block {
        Block::Heading { inside, .. } | Block::Paragraph { inside } => of_inlines(inside),
        Block::Quote { inside } => of_blocks(inside),
        Block::List { items, .. } => items.iter().find_map(|item| of_blocks(item)),
        Block::Table { head, rows } => {
            head.iter().chain(rows.iter().flatten()).find_map(|cell| of_inlines(cell))
        }
        Block::Code { text } | Block::Picture { words: text, .. } | Block::Markdown { text, .. } => {
            of_text(text)
        }
        Block::Rule => None,
    }
}

fn of_blocks(blocks: &[Block]) -> Option<&'static str> {
    blocks.iter().find_map(of_block)
}

fn of_inlines(inside: &[Inline]) -> Option<&'static str> {
    inside.iter().find_map(|inline| match inline {
        Inline::Text { text } | Inline::Code { text } => of_text(text),
        Inline::Strong { inside }
        | Inline::Emphasis { inside }
        | Inline::Struck { inside }
        | Inline::Link { inside, .. } => of_inlines(inside),
        Inline::Break => None,
    })
}

fn of_text(text: &str) -> Option<&'static str> {
    text.chars().find_map(|sign| match sign {
        // Where Unicode keeps the scripts that are written from right to left, those to come among them.
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => Some("rtl"),
        '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' => Some("rtl"),
        sign => sign.is_alphabetic().then_some("ltr"),
    })
}
