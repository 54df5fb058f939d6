//! Reminders and what became of each.

use chrono::{DateTime, NaiveDate, Utc};
use pilot_domain::{
    ReminderId, ReminderLogId,
    reminder::{Fate, Reminder, ReminderDraft, ReminderLog},
};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::{Error, Reader, Result, Tx, sql};

impl Reader<'_> {
    pub fn reminders(self) -> Result<Vec<Reminder>> {
        let mut statement = self.0.prepare_cached("SELECT * FROM reminders ORDER BY id")?;
        Ok(statement.query_map([], reminder)?.collect::<rusqlite::Result<_>>()?)
    }

    /// What became of reminders on `since` and later days, newest first.
    pub fn reminder_log(self, since: NaiveDate) -> Result<Vec<ReminderLog>> {
        let mut statement =
            self.0.prepare_cached("SELECT * FROM reminder_log WHERE on_day >= ?1 ORDER BY id DESC")?;
        Ok(statement.query_map([since.to_string()], log)?.collect::<rusqlite::Result<_>>()?)
    }

    pub fn reminder_log_line(self, id: ReminderLogId) -> Result<ReminderLog> {
        self.0
            .prepare_cached("SELECT * FROM reminder_log WHERE id = ?1")?
            .query_row([id.0], log)
            .optional()?
            .ok_or(Error::NotFound("reminder log"))
    }
}

impl Tx<'_> {
    pub fn save_reminder(&self, draft: &ReminderDraft, now: DateTime<Utc>) -> Result<Reminder> {
        let days = draft.days.iter().enumerate().fold(0u8, |bits, (day, on)| bits | (u8::from(*on) << day));
        let id = match draft.id {
            Some(id) => id,
            None => {
                self.0.execute(
                    "INSERT INTO reminders (is_on, days, from_minute, until_minute, changed_at) VALUES (0, 0, 0, 1, 0)",
                    [],
                )?;
                ReminderId(self.0.last_insert_rowid())
            }
        };
        let rows = self.0.execute(
            "UPDATE reminders SET is_on = :is_on, days = :days, from_minute = :from_minute,
                 until_minute = :until_minute, changed_at = :now WHERE id = :id",
            named_params! {
                ":id": id.0, ":is_on": draft.is_on, ":days": days, ":from_minute": draft.from_minute,
                ":until_minute": draft.until_minute, ":now": now.timestamp_millis(),
            },
        )?;
        if rows == 0 {
            return Err(Error::NotFound("reminder"));
        }
        Ok(self.0.query_row("SELECT * FROM reminders WHERE id = ?1", [id.0], reminder)?)
    }

    pub fn delete_reminder(&self, id: ReminderId) -> Result<()> {
        match self.0.execute("DELETE FROM reminders WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("reminder")),
            _ => Ok(()),
        }
    }

    pub fn log_reminder(
        &self,
        reminder: ReminderId,
        on: NaiveDate,
        at: DateTime<Utc>,
        fate: Fate,
    ) -> Result<ReminderLogId> {
        self.0.execute(
            "INSERT INTO reminder_log (reminder_id, on_day, at, fate) VALUES (?1, ?2, ?3, ?4)",
            (reminder.0, on.to_string(), at.timestamp_millis(), sql::name(&fate)?),
        )?;
        Ok(ReminderLogId(self.0.last_insert_rowid()))
    }

    pub fn answer_reminder(&self, id: ReminderLogId, fate: Fate, now: DateTime<Utc>) -> Result<ReminderLog> {
        self.0.execute(
            "UPDATE reminder_log SET fate = ?2, answered_at = ?3 WHERE id = ?1",
            (id.0, sql::name(&fate)?, now.timestamp_millis()),
        )?;
        self.reminder_log_line(id)
    }
}

fn reminder(row: &Row<'_>) -> rusqlite::Result<Reminder> {
    let days: u8 = row.get("days")?;
    Ok(Reminder {
        id: ReminderId(row.get("id")?),
        is_on: row.get("is_on")?,
        days: std::array::from_fn(|day| days & (1 << day) != 0),
        from_minute: row.get("from_minute")?,
        until_minute: row.get("until_minute")?,
        changed_at: sql::instant(row, "changed_at")?,
    })
}

fn log(row: &Row<'_>) -> rusqlite::Result<ReminderLog> {
    Ok(ReminderLog {
        id: ReminderLogId(row.get("id")?),
        reminder: ReminderId(row.get("reminder_id")?),
        on: sql::day(row, "on_day")?,
        at: sql::instant(row, "at")?,
        fate: sql::named(row, "fate")?,
        answered_at: sql::instant_option(row, "answered_at")?,
    })
}
