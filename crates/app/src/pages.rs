//! Pages to take along. They are set from a text that is given whole, so this needs no data and keeps nothing.

use std::sync::atomic::Ordering;

use pilot_typeset::{Block, Paper, RenderError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Core, Error, Result, WithBytes};

/// What is told of pages that were set. Their file, a PDF, comes beside it.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct Pages {
    pub count: usize,
    /// What stands on the page and what did not fit, when one page was asked for.
    pub blocks: Vec<Block>,
    pub left_off: Vec<Block>,
    /// Signs that no font of this computer has.
    pub unset: Vec<String>,
}

/// Sets pages. The latest asked for counts: earlier ones stop and answer nothing, and asking for nothing stops all.
pub(crate) fn get_pages(core: &Core, paper: Option<Paper>) -> Result<WithBytes<Option<Pages>>> {
    let turn = core.pages_asked.fetch_add(1, Ordering::Relaxed) + 1;
    let none = || WithBytes { head: None, bytes: Vec::new() };
    let Some(paper) = paper else { return Ok(none()) };
    let paper = Paper { manuscript: paper.manuscript.read(), ..paper };
    match pilot_typeset::render(&paper, &|| core.pages_asked.load(Ordering::Relaxed) == turn) {
        Ok(document) => {
            let (blocks, left_off) =
                document.one_page.map(|one| (one.blocks, one.left_off)).unwrap_or_default();
            let head = Pages { count: document.pages, blocks, left_off, unset: document.unset };
            Ok(WithBytes { head: Some(head), bytes: document.pdf })
        }
        Err(RenderError::Stopped) => Ok(none()),
        Err(RenderError::Failed(why)) => Err(Error::PagesNotMade { cause: Some(why.into()) }),
    }
}
