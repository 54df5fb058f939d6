//! Words for a check-in: those that ship, less those that are hidden, and one's own. The file has them by their keys; a
//! person reads them in their language.

use std::collections::HashMap;

use pilot_content::{Content, WordSet};
use pilot_domain::{
    check_in::{CheckIn, CheckInDraft},
    words::{OwnWord, OwnWords, WordKey, WordList, WordMark, WordUse},
};
use pilot_store::{Reader, Tx};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{App, Core, Done, Result};

#[derive(Debug, Serialize, Deserialize, TS)]
pub struct Words {
    /// What ships and is not hidden. A list may be empty.
    pub offered: WordSet,
    pub own: OwnWords,
}

/// All that ship.
pub(crate) fn list_bundled_words(core: &Core) -> Result<WordSet> {
    Ok(core.content().words().clone())
}

impl App {
    pub(crate) fn list_words(&self) -> Result<Words> {
        let content = self.content();
        let own = own_words(self.read()?, content)?;
        let mut offered = content.words().clone();
        offered.retain(|word| !own.hidden.contains(word));
        Ok(Words { offered, own })
    }

    /// A word that ships is none of one's own.
    pub(crate) fn mark_word(&mut self, mark: WordMark) -> Result<Done<()>> {
        let WordMark { word, becomes } = mark.checked()?;
        let content = self.content();
        let bundled = content.words();
        let list = match becomes {
            WordUse::Feeling if bundled.feelings().all(|known| *known != word) => Some(WordList::Feeling),
            WordUse::Body if bundled.body().all(|known| *known != word) => Some(WordList::Body),
            _ => None,
        };
        self.change(|tx| {
            tx.offer_own_word(&word, list)?;
            if let Some(key) = content.word_key(&word) {
                tx.hide_word(key, becomes == WordUse::Hidden)?;
            }
            own_words(**tx, content)?.checked()?;
            Ok(())
        })
    }
}

fn own_words(read: Reader<'_>, content: &Content) -> Result<OwnWords> {
    let offered = read.own_words()?.into_iter().filter(|word| word.is_offered);
    let (feelings, body): (Vec<_>, Vec<_>) = offered.partition(|word| word.list == WordList::Feeling);
    let texts = |words: Vec<OwnWord>| words.into_iter().map(|word| word.text).collect();
    let hidden =
        read.hidden_words()?.iter().filter_map(|key| content.word_text(key)).map(str::to_owned).collect();
    Ok(OwnWords { feelings: texts(feelings), body: texts(body), hidden })
}

/// What was given, as the file has it. A word that the check-in has keeps its key, also one that is not known here; one
/// that is not known at all is one's own.
pub(crate) fn by_key(tx: &Tx<'_>, content: &Content, draft: CheckInDraft) -> Result<CheckInDraft<WordKey>> {
    let mut had = Vec::new();
    if let Some(Ok(stored)) = draft.id.map(|id| tx.check_in(id)) {
        let read = one_in_words(**tx, content, stored.clone())?;
        let keys = stored.words.into_iter().chain(stored.body);
        had.extend(read.words.into_iter().chain(read.body).zip(keys));
    }
    draft.try_map(|word, list| match had.iter().position(|(read, _)| *read == word) {
        Some(at) => Ok(had.remove(at).1),
        None => match content.word_key(&word) {
            Some(key) => Ok(WordKey(key.to_owned())),
            None => Ok(tx.own_word(&word, list)?),
        },
    })
}

/// How a word of one's own reads that is not in the file any more.
const LOST_WORD: &str = "…";

/// Check-ins as they read. A word that only a newer version knows reads as it is called.
pub(crate) fn in_words(
    read: Reader<'_>,
    content: &Content,
    check_ins: Vec<CheckIn<WordKey>>,
) -> Result<Vec<CheckIn>> {
    let own: HashMap<WordKey, String> =
        read.own_words()?.into_iter().map(|word| (word.key, word.text)).collect();
    let text = |key: WordKey| {
        let known = content.word_text(&key.0).or_else(|| own.get(&key).map(String::as_str));
        match known {
            Some(known) => known.to_owned(),
            None if key.is_own() => LOST_WORD.to_owned(),
            None => key.0.replace('-', " "),
        }
    };
    Ok(check_ins.into_iter().map(|check_in| check_in.map(text)).collect())
}

/// One of them.
pub(crate) fn one_in_words(
    read: Reader<'_>,
    content: &Content,
    check_in: CheckIn<WordKey>,
) -> Result<CheckIn> {
    Ok(in_words(read, content, vec![check_in])?.remove(0))
}
