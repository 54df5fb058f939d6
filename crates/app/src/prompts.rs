//! Ways to begin an entry: a question to write from, one at a time, one's own among those that ship; and one's own
//! forms.

use pilot_content::{Prompt, PromptForm};
use pilot_domain::{
    OwnFormId, OwnPromptId,
    beginning::{OwnForm, OwnFormDraft, OwnPrompt, OwnPromptDraft, PromptLeftOut},
    prompt::{Ask, Candidate, Weight, suggest},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Done, Error, Result};

/// How long one writes to a question of one's own, when a time is wanted.
const OWN_MINUTES: u8 = 5;

#[derive(Serialize, Deserialize, TS)]
pub struct PromptAsk {
    /// How much the question may stir up.
    pub weight: Weight,
}

impl App {
    /// A question of this weight that was not shown for a month, while there is one. It counts as shown from now on,
    /// so that asking again brings another. What was left out, and what touches a muted subject, does not come.
    pub(crate) fn offer_prompt(&mut self, ask: PromptAsk) -> Result<Done<Option<Prompt>>> {
        let (today, content) = (self.today(), self.content());
        self.change(|tx| {
            let left_out = tx.prompts_left_out()?;
            let own = tx.own_prompts()?;
            let prompts: Vec<Prompt> = content
                .prompts()
                .iter()
                .filter(|prompt| !left_out.contains(&prompt.key))
                .cloned()
                .chain(own.into_iter().map(as_prompt))
                .collect();
            let candidates: Vec<_> = prompts
                .iter()
                .map(|prompt| Candidate {
                    key: prompt.key.clone(),
                    weight: prompt.weight,
                    minutes: prompt.minutes,
                    touches: prompt.touches.clone(),
                })
                .collect();
            let (shown, muted) = (tx.prompts_shown()?, tx.settings()?.muted);
            let weight = Some(ask.weight);
            let ask = Ask { shown: &shown, muted: &muted, energy: None, weight, today, turn: 0 };
            let Some(chosen) = suggest(&candidates, &ask) else { return Ok(None) };
            tx.note_prompt_shown(&chosen.key, today)?;
            Ok(prompts.into_iter().find(|prompt| prompt.key == chosen.key))
        })
    }

    pub(crate) fn list_own_prompts(&self) -> Result<Vec<OwnPrompt>> {
        Ok(self.read()?.own_prompts()?)
    }

    pub(crate) fn save_own_prompt(&mut self, draft: OwnPromptDraft) -> Result<Done<OwnPrompt>> {
        let draft = draft.checked()?;
        self.change(|tx| Ok(tx.save_own_prompt(&draft)?))
    }

    pub(crate) fn delete_own_prompt(&mut self, id: OwnPromptId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_own_prompt(id)?))
    }

    /// Those that ship and do not come any more, the latest first.
    pub(crate) fn list_left_out_prompts(&self) -> Result<Vec<Prompt>> {
        let keys = self.read()?.prompts_left_out()?;
        let prompts = self.content().prompts();
        let known = |key: &String| prompts.iter().find(|prompt| prompt.key == *key);
        Ok(keys.iter().filter_map(known).cloned().collect())
    }

    pub(crate) fn leave_out_prompt(&mut self, mark: PromptLeftOut) -> Result<Done<()>> {
        if !self.content().prompts().iter().any(|prompt| prompt.key == mark.prompt) {
            return Err(Error::NotFound { what: "prompt".to_owned() });
        }
        self.change(|tx| Ok(tx.leave_out_prompt(&mark)?))
    }

    pub(crate) fn list_own_forms(&self) -> Result<Vec<OwnForm>> {
        Ok(self.read()?.own_forms()?)
    }

    pub(crate) fn save_own_form(&mut self, draft: OwnFormDraft) -> Result<Done<OwnForm>> {
        let draft = draft.checked()?;
        self.change(|tx| Ok(tx.save_own_form(&draft)?))
    }

    pub(crate) fn delete_own_form(&mut self, id: OwnFormId) -> Result<Done<()>> {
        self.change(|tx| Ok(tx.delete_own_form(id)?))
    }
}

/// A question of the person's own, as those that ship are.
fn as_prompt(own: OwnPrompt) -> Prompt {
    Prompt {
        language: String::new(),
        key: own.key(),
        text: own.text,
        weight: own.weight,
        about: Vec::new(),
        touches: Vec::new(),
        seed: Vec::new(),
        how: PromptForm::Words,
        minutes: OWN_MINUTES,
        close: None,
    }
}
