//! Help by country. It needs no data file, no key and no network.

use pilot_content::{Country, Emergency, HelplineNow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Core, Result};

/// What Help shows for one country.
#[derive(Serialize, Deserialize, TS)]
pub struct Help {
    pub emergency: Emergency,
    pub helplines: Vec<HelplineNow>,
}

pub(crate) fn list_countries(core: &Core) -> Result<Vec<Country>> {
    Ok(core.content().countries())
}

/// The emergency number and the helplines of `country`; the worldwide ones for a code that is not known.
pub(crate) fn get_help(core: &Core, country: String) -> Result<Help> {
    let (now, content) = (core.now(), core.content());
    Ok(Help {
        emergency: content.emergency(&country).clone(),
        helplines: content.helplines_of(&country).into_iter().map(|line| line.at(now)).collect(),
    })
}
