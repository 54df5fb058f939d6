//! Which questions to write from were shown, and when last.

use chrono::NaiveDate;

use crate::{Reader, Result, Tx, sql};

impl Reader<'_> {
    pub fn prompts_shown(self) -> Result<Vec<(String, NaiveDate)>> {
        let mut statement = self.0.prepare_cached("SELECT prompt, on_day FROM prompts_shown")?;
        let shown = statement.query_map([], |row| Ok((row.get(0)?, sql::day(row, "on_day")?)))?;
        Ok(shown.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    pub fn note_prompt_shown(&self, prompt: &str, on: NaiveDate) -> Result<()> {
        self.0.execute(
            "INSERT INTO prompts_shown (uid, prompt, on_day) VALUES (uid_of('prompts_shown', ?1), ?1, ?2)
             ON CONFLICT DO UPDATE SET on_day = excluded.on_day, changed_at = moment()",
            (prompt, sql::day_text(on)),
        )?;
        Ok(())
    }
}
