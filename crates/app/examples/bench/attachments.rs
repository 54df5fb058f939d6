//! A journal with 200 MB attached against the same without: what one waits for must not know the difference.

use std::path::Path;

use pilot_app::{Core, SystemClock};
use serde_json::{Value, json};

use crate::{FEW_ENTRIES, ROUNDS, Result, pair, profile_with};

const FILES: u32 = 100;
const FILE_LENGTH: usize = 2_000_000;
const TURNS: u32 = 20;

pub(crate) fn attached(folder: &Path) -> Result {
    let [with, without] = ["with", "without"].map(|name| folder.join(name));
    profile_with(&without, FEW_ENTRIES)?;
    let core = profile_with(&with, FEW_ENTRIES)?;
    for number in 0..FILES {
        let name = format!("film {number}.mp4");
        let draft = json!({ "to": { "entry": FEW_ENTRIES - number }, "name": name, "keeps_traces": false, "replaces": null });
        core.put("put_attachment", draft, vec![number as u8; FILE_LENGTH])?;
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
fn look(core: &Core) -> Result<[Value; 4]> {
    Ok([
        core.call("list_entries", json!({ "after": null, "limit": 50 }))?.json(),
        core.call("get_entry", json!(FEW_ENTRIES))?.json(),
        core.call("list_attachments", json!({ "entry": FEW_ENTRIES }))?.json(),
        core.call("search_entries", json!({ "typed": "has:picture", "limit": 50 }))?.json(),
    ])
}
