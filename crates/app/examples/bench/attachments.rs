//! A journal with 200 MB attached against the same without: what one waits for must not know the difference.

use std::path::Path;

use pilot_app::{
    Core, EntryPage, EntrySearch, Reply, SystemClock,
    domain::{
        EntryId,
        attachment::{AttachedTo, AttachmentDraft},
    },
};

use crate::{FEW_ENTRIES, ROUNDS, Result, pair, profile_with, told};

const FILES: u32 = 100;
const FILE_LENGTH: usize = 2_000_000;
const TURNS: u32 = 20;

pub(crate) fn attached(folder: &Path) -> Result {
    let [with, without] = ["with", "without"].map(|name| folder.join(name));
    profile_with(&without, FEW_ENTRIES)?;
    let core = profile_with(&with, FEW_ENTRIES)?;
    for number in 0..FILES {
        let name = format!("film {number}.mp4");
        let to = AttachedTo::Entry(EntryId((FEW_ENTRIES - number).into()));
        let draft = AttachmentDraft { to, name, keeps_metadata: false, replaces: None };
        core.put_attachment(draft, vec![number as u8; FILE_LENGTH])?;
    }
    drop(core);
    for round in 0..ROUNDS {
        pair(("opening", round, round), || look(&open(&with)?), || look(&open(&without)?))?;
        let (with, without) = (open(&with)?, open(&without)?);
        for turn in 0..TURNS {
            pair(("looking", round, turn), || look(&with), || look(&without))?;
        }
    }
    Ok(())
}

fn open(folder: &Path) -> Result<Core> {
    Ok(Core::start(folder, SystemClock))
}

/// What the journal's place asks for when it is opened.
fn look(core: &Core) -> Result<[Reply; 4]> {
    let latest = EntryId(FEW_ENTRIES.into());
    Ok([
        told(core.list_entries(EntryPage { after: None, limit: 50 })?)?,
        told(core.get_entry(latest)?)?,
        told(core.list_attachments(AttachedTo::Entry(latest))?)?,
        told(core.search_entries(EntrySearch { typed: "has:picture".to_owned(), limit: 50 })?)?,
    ])
}
