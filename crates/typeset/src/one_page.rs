//! All on one page: a little smaller where that is enough, and otherwise only what fits, told beforehand.

use crate::{
    Block, Document, Manuscript, Paper, RenderError,
    flow::{self, Layout, LayoutError},
};

/// What stands on the page, and what did not fit.
#[derive(Debug, Clone, PartialEq)]
pub struct OnePage {
    pub blocks: Vec<Block>,
    pub left_off: Vec<Block>,
}

/// Smaller than the last is not pleasant to read on paper.
const SCALES: [f32; 3] = [1.0, 0.95, 0.9];

pub(crate) fn render(paper: &Paper, is_awaited: &dyn Fn() -> bool) -> Result<Document, RenderError> {
    let mut manuscript = paper.manuscript.clone();
    let mut left_off = Vec::new();
    let mut scales = SCALES.into_iter();
    let mut scale = 1.0;
    loop {
        scale = scales.next().unwrap_or(scale);
        let layout = Layout { scale, most_pages: Some(1), ..Layout::long(paper, is_awaited) };
        match flow::render(&manuscript, &layout) {
            Ok(document) => {
                let one_page = Some(OnePage { blocks: manuscript.blocks, left_off });
                return Ok(Document { one_page, ..document });
            }
            Err(LayoutError::Full { block, item }) => {
                if scales.len() > 0 {
                    continue;
                }
                // A title that fills the page leaves nothing to cut.
                if manuscript.blocks.is_empty() {
                    return Err(RenderError::Failed("title fills the page"));
                }
                let cut = cut(&mut manuscript, block, item);
                left_off.splice(0..0, cut);
            }
            Err(LayoutError::Stopped) => return Err(RenderError::Stopped),
            Err(LayoutError::Failed(why)) => return Err(RenderError::Failed(why)),
        }
    }
}

/// Takes off the page what begins at `item` of `block`; and a heading that would be left alone.
fn cut(manuscript: &mut Manuscript, block: usize, item: usize) -> Vec<Block> {
    let blocks = &mut manuscript.blocks;
    let mut rest = blocks.split_off(block.min(blocks.len().saturating_sub(1)));
    if item > 0
        && let Some(first) = rest.first_mut()
        && let Some(kept) = split(first, item)
    {
        blocks.push(kept);
    }
    while let Some(heading) = blocks.pop_if(|last| matches!(last, Block::Heading { .. })) {
        rest.insert(0, heading);
    }
    rest
}

/// The first items of a list or rows of a table; those that stay in `block` are the others.
fn split(block: &mut Block, item: usize) -> Option<Block> {
    match block {
        Block::List { start, items } if item < items.len() => {
            let others = items.split_off(item);
            let kept = Block::List { start: *start, items: std::mem::replace(items, others) };
            *start = start.map(|start| start.saturating_add(u32::try_from(item).unwrap_or(u32::MAX)));
            Some(kept)
        }
        Block::Table { head, rows } if item < rows.len() => {
            let others = rows.split_off(item);
            Some(Block::Table { head: head.clone(), rows: std::mem::replace(rows, others) })
        }
        _ => None,
    }
}
