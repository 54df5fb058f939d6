//! Words of one's own, and those that ship and are not to be offered.

use pilot_domain::words::{OwnWord, WordKey, WordList};
use rusqlite::{OptionalExtension, Row};

use crate::{Reader, Result, Tx, sql};

impl Reader<'_> {
    /// In the order in which they came, those that are not offered too.
    pub fn own_words(self) -> Result<Vec<OwnWord>> {
        let mut statement =
            self.0.prepare_cached("SELECT uid, text, list, is_offered FROM own_words ORDER BY id")?;
        Ok(statement.query_map([], own_word)?.collect::<rusqlite::Result<_>>()?)
    }

    /// The keys of those that ship and are not to be offered, in the order in which they were left out.
    pub fn hidden_words(self) -> Result<Vec<String>> {
        let mut statement = self.0.prepare_cached("SELECT word FROM hidden_words ORDER BY id")?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    /// The word of one's own that reads so. Where there is none, it comes to be, and is not offered yet.
    pub fn own_word(&self, text: &str, list: WordList) -> Result<WordKey> {
        let known = self
            .0
            .prepare_cached("SELECT uid, text, list, is_offered FROM own_words WHERE text = ?1")?
            .query_row([text], own_word)
            .optional()?;
        if let Some(word) = known {
            return Ok(word.key);
        }
        let insert = "INSERT INTO own_words (text, list, is_offered) VALUES (?1, ?2, 0) RETURNING uid";
        let uid = self.0.query_row(insert, (text, sql::name(&list)?), |row| sql::uid(row, "uid"))?;
        Ok(WordKey::own(uid))
    }

    /// Offers a word of one's own in this list, or no longer.
    pub fn offer_own_word(&self, text: &str, list: Option<WordList>) -> Result<()> {
        let list = list.map(|list| self.own_word(text, list).and_then(|_| sql::name(&list))).transpose()?;
        self.0.execute(
            "UPDATE own_words SET is_offered = ?2 IS NOT NULL, list = coalesce(?2, list), changed_at = moment()
             WHERE text = ?1",
            (text, list),
        )?;
        Ok(())
    }

    /// Leaves out a word that ships, by its key, or no longer.
    pub fn hide_word(&self, key: &str, is_hidden: bool) -> Result<()> {
        let statement = if is_hidden {
            "INSERT INTO hidden_words (uid, word) VALUES (uid_of('hidden_words', ?1), ?1) ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM hidden_words WHERE word = ?1"
        };
        self.0.execute(statement, [key])?;
        Ok(())
    }

    /// Lets go of words that are neither offered nor in a check-in. A check-in that comes back by an undo would miss them.
    pub fn drop_unused_words(&self) -> Result<()> {
        self.0.execute(
            "DELETE FROM own_words WHERE NOT is_offered AND 'own-' || lower(hex(uid)) NOT IN (
                 SELECT value FROM check_ins, json_each(words) UNION ALL SELECT value FROM check_ins, json_each(body))",
            [],
        )?;
        Ok(())
    }
}

fn own_word(row: &Row<'_>) -> rusqlite::Result<OwnWord> {
    // In a list that only a newer version has, it still is a word of the check-ins that have it.
    let (list, is_offered) = match sql::named(row, "list") {
        Ok(list) => (list, row.get("is_offered")?),
        Err(error) if crate::error::is_newer(&error) => (WordList::Feeling, false),
        Err(error) => return Err(error),
    };
    Ok(OwnWord { key: WordKey::own(sql::uid(row, "uid")?), text: row.get("text")?, list, is_offered })
}
