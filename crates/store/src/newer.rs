//! Rows that a newer version wrote in a way that this one does not know. They are left out of lists, stay as they are, and
//! are counted, so that the page can say that they are there.

use rusqlite::Row;

use crate::{
    Reader, Result, activities, attachments, beginning, check_ins, plan_lines, practices, reminders,
};

#[cfg(test)]
mod tests;

impl Reader<'_> {
    pub fn count_newer(self) -> Result<usize> {
        let counts = [
            self.newer_of("SELECT * FROM check_ins", check_ins::check_in)?,
            self.newer_of("SELECT * FROM activities", activities::activity)?,
            self.newer_of("SELECT * FROM activity_log", activities::log)?,
            self.newer_of("SELECT * FROM practices", practices::practice)?,
            self.newer_of("SELECT * FROM own_prompts", beginning::own_prompt)?,
            self.newer_of(reminders::REMINDERS, reminders::reminder)?,
            self.newer_of("SELECT * FROM reminder_log", reminders::log)?,
            self.newer_of(plan_lines::LINES, plan_lines::plan_line)?,
            self.newer_of(&format!("SELECT {} FROM attachments", attachments::COLUMNS), attachments::read)?,
        ];
        Ok(counts.into_iter().sum())
    }

    fn newer_of<T>(self, query: &str, read: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<usize> {
        let mut statement = self.0.prepare_cached(query)?;
        let rows = statement.query_map([], read)?;
        Ok(rows.filter(|row| row.as_ref().is_err_and(crate::error::is_newer)).count())
    }
}
