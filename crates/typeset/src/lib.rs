//! Sets a text on pages: a tagged PDF with embedded letters and text that can be selected and read aloud. Or as one page of
//! HTML. Reads the marks of a text that is Markdown.
//!
//! It knows paragraphs and tables and nothing of what they say. Every word on a page comes with the text.

mod faces;
mod flow;
mod html;
mod letters;
pub mod markdown;
mod one_page;
mod pages;
mod pieces;
mod text;
mod tree;

#[cfg(test)]
mod tests;

pub use html::html;
pub use one_page::OnePage;
pub use text::{Block, Inline, Manuscript, Paper, PaperSize};

/// Pages that were made.
#[derive(Debug)]
pub struct Document {
    pub pdf: Vec<u8>,
    pub pages: usize,
    /// What stands on the page and what did not fit, when one page was asked for.
    pub one_page: Option<OnePage>,
    /// Signs that no font of this computer has, each once; they stand as [`UNSET`].
    pub unset: Vec<String>,
}

/// What stands where a sign is lacking.
pub const UNSET: &str = "[?]";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenderError {
    /// Nobody waits for it any more.
    Stopped,
    /// It could not be written down as a PDF: why, as a code that holds nothing of what was written.
    Failed(&'static str),
}

/// Sets `paper`, as long as somebody waits for it.
pub fn render(paper: &Paper, is_awaited: &dyn Fn() -> bool) -> Result<Document, RenderError> {
    if paper.is_one_page {
        return one_page::render(paper, is_awaited);
    }
    flow::render(&paper.manuscript, &flow::Layout::long(paper, is_awaited)).map_err(|error| match error {
        flow::LayoutError::Stopped => RenderError::Stopped,
        flow::LayoutError::Full { .. } => RenderError::Failed("full"),
        flow::LayoutError::Failed(why) => RenderError::Failed(why),
    })
}
