//! Pages to take along. They are set from a text that is given whole, so this needs no data and keeps nothing.

use std::sync::atomic::Ordering;

use data_encoding::BASE64;
use pilot_paper::{Block, Paper, Unfinished};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Core, Error, Result};

/// Pages that were set.
#[derive(Serialize, Deserialize, TS)]
pub struct Pages {
    /// The file, in base 64.
    pub pdf: String,
    pub count: usize,
    /// What stands on the page and what did not fit, when one page was asked for.
    pub blocks: Vec<Block>,
    pub left_off: Vec<Block>,
    /// Signs that no font of this computer has.
    pub unset: Vec<String>,
}

/// Sets pages. The latest asked for counts: earlier ones stop and answer nothing, and asking for nothing stops all.
pub(crate) fn get_pages(core: &Core, paper: Option<Paper>) -> Result<Option<Pages>> {
    let turn = core.pages_asked.fetch_add(1, Ordering::Relaxed) + 1;
    let Some(paper) = paper else { return Ok(None) };
    match pilot_paper::set(&paper, &|| core.pages_asked.load(Ordering::Relaxed) == turn) {
        Ok(sheets) => {
            let (blocks, left_off) =
                sheets.one_page.map(|one| (one.blocks, one.left_off)).unwrap_or_default();
            let pdf = BASE64.encode(&sheets.pdf);
            Ok(Some(Pages { pdf, count: sheets.pages, blocks, left_off, unset: sheets.unset }))
        }
        Err(Unfinished::Stopped) => Ok(None),
        Err(Unfinished::Failed) => Err(Error::PagesNotMade),
    }
}
