//! A question to write from, one at a time.

use pilot_content::Prompt;
use pilot_domain::prompt::{Ask, Candidate, Weight, suggest};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Result, core::Done};

#[derive(Serialize, Deserialize, TS)]
pub(crate) struct PromptAsk {
    /// How much the question may stir up.
    pub(crate) weight: Weight,
}

impl App {
    /// A question of this weight that was not shown for a month, while there is one. It counts as shown from now on,
    /// so that asking again brings another.
    pub(crate) fn offer_prompt(&mut self, ask: PromptAsk) -> Result<Done<Option<Prompt>>> {
        let today = self.today();
        self.change(|tx| {
            let candidates: Vec<_> = pilot_content::prompts()
                .iter()
                .map(|prompt| Candidate {
                    key: prompt.key.clone(),
                    weight: prompt.weight,
                    minutes: prompt.minutes,
                    touches: prompt.touches.clone(),
                })
                .collect();
            let shown = tx.prompts_shown()?;
            let weight = Some(ask.weight);
            let ask = Ask { shown: &shown, muted: &[], energy: None, weight, today, turn: 0 };
            let Some(chosen) = suggest(&candidates, &ask) else { return Ok(None) };
            tx.note_prompt_shown(&chosen.key, today)?;
            Ok(pilot_content::prompts().iter().find(|prompt| prompt.key == chosen.key).cloned())
        })
    }
}
