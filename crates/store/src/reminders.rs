//! Reminders and what became of each.

use chrono::{DateTime, NaiveDate, Utc};
use pilot_domain::{
    ReminderId, ReminderLogId,
    reminder::{About, NudgeStatus, Reason, Reminder, ReminderDraft, ReminderLog},
    schedule::Nudge,
};
use rusqlite::{OptionalExtension, Row, ToSql, named_params};

use crate::{Error, Reader, Result, Tx, sql};

/// More lines than a decision can rest on: two days of six moments, each asked twice, and the last seven
/// that were shown with the ones between them that stayed away.
const LINES: u32 = 48;

/// What a reminder is about is kept by its uid. One that is there no more is read as number 0, which nothing has.
pub(crate) const REMINDERS: &str =
    "SELECT id, uid, is_on, timing, on_days, words, hides_content, asks_again, keeps_on, changed_at,
    CASE about ->> 'about'
        WHEN 'activity' THEN json_set(about, '$.activity',
            coalesce((SELECT id FROM activities WHERE uid = unhex(about ->> 'activity')), 0))
        WHEN 'routine' THEN json_set(about, '$.routine',
            coalesce((SELECT id FROM routines WHERE uid = unhex(about ->> 'routine')), 0))
        ELSE about END AS about
    FROM reminders";

/// The other way round.
const ABOUT: &str = "CASE :about ->> 'about'
    WHEN 'activity' THEN json_set(:about, '$.activity',
        (SELECT lower(hex(uid)) FROM activities WHERE activities.id = :about ->> 'activity'))
    WHEN 'routine' THEN json_set(:about, '$.routine',
        (SELECT lower(hex(uid)) FROM routines WHERE routines.id = :about ->> 'routine'))
    ELSE :about END";

impl Reader<'_> {
    pub fn reminders(self) -> Result<Vec<Reminder>> {
        let mut statement = self.0.prepare_cached(&format!("{REMINDERS} ORDER BY id"))?;
        sql::readable(statement.query_map([], reminder)?)
    }

    pub fn reminder(self, id: ReminderId) -> Result<Reminder> {
        self.0
            .prepare_cached(&format!("{REMINDERS} WHERE id = ?1"))?
            .query_row([id.0], reminder)
            .optional()?
            .ok_or(Error::NotFound("reminder"))
    }

    /// Of each of `reminders` the latest lines that matter: those of `since` and later days, those that were
    /// shown, and those that stayed away to be quieter.
    pub fn latest_of_each(self, reminders: &[Reminder], since: NaiveDate) -> Result<Vec<ReminderLog>> {
        let mut statement = self.0.prepare_cached(
            "SELECT * FROM reminder_log
             WHERE reminder_id = ?1 AND (on_day >= ?3 OR status NOT IN ('passed', 'held') OR reason = 'quieter')
             ORDER BY id DESC LIMIT ?2",
        )?;
        let since = sql::day_text(since);
        let mut lines = Vec::new();
        for reminder in reminders {
            lines.extend(sql::readable(statement.query_map((reminder.id.0, LINES, &since), log_or_passed)?)?);
        }
        Ok(lines)
    }

    /// The latest lines of all reminders, newest first.
    pub fn reminder_log(self, limit: u32) -> Result<Vec<ReminderLog>> {
        let mut statement =
            self.0.prepare_cached("SELECT * FROM reminder_log ORDER BY at DESC, id DESC LIMIT ?1")?;
        sql::readable(statement.query_map([limit], log)?)
    }

    pub fn reminder_log_line(self, id: ReminderLogId) -> Result<ReminderLog> {
        self.0
            .prepare_cached("SELECT * FROM reminder_log WHERE id = ?1")?
            .query_row([id.0], log)
            .optional()?
            .ok_or(Error::NotFound("reminder log"))
    }

    /// When a person last did what a reminder is about, looking at entries of `since` and later days; none
    /// where that leaves no trace.
    pub fn last_done(self, about: &About, since: NaiveDate) -> Result<Option<DateTime<Utc>>> {
        let latest = |query: &str, bound: &[&dyn ToSql]| -> Result<Option<i64>> {
            Ok(self.0.prepare_cached(query)?.query_row(bound, |row| row.get(0))?)
        };
        let at = match about {
            About::CheckIn => latest("SELECT max(at) FROM check_ins", &[])?,
            About::Write { .. } => latest(
                "SELECT max(written_at) FROM entries WHERE on_day >= ?1 AND deleted_at IS NULL",
                &[&sql::day_text(since)],
            )?,
            About::Activity { activity } => {
                latest("SELECT max(started_at) FROM activity_log WHERE activity_id = ?1", &[&activity.0])?
            }
            About::Routine { routine } => {
                latest("SELECT max(started_at) FROM runs WHERE routine_id = ?1", &[&routine.0])?
            }
            About::Practice { .. } | About::WindDown | About::OwnWords => None,
        };
        Ok(at.and_then(DateTime::from_timestamp_millis))
    }
}

impl Tx<'_> {
    pub fn save_reminder(&self, draft: &ReminderDraft) -> Result<Reminder> {
        let id = match draft.id {
            Some(id) => id,
            None => {
                self.0.execute("INSERT INTO reminders (is_on, about, timing, on_days, words, hides_content, asks_again, keeps_on)
                     VALUES (0, '{}', '{}', '{}', '', 1, 0, 0)", [])?;
                ReminderId(self.0.last_insert_rowid())
            }
        };
        let rows = self.0.execute(
            &format!("UPDATE reminders SET is_on = :is_on, about = {ABOUT}, timing = :timing, on_days = :days, words = :words,
                 hides_content = :hides_content, asks_again = :asks_again, keeps_on = :keeps_on, changed_at = moment()
             WHERE id = :id"),
            named_params! {
                ":id": id.0, ":is_on": draft.is_on, ":about": sql::json(&draft.about)?,
                ":timing": sql::json(&draft.timing)?, ":days": sql::json(&draft.days)?, ":words": draft.words,
                ":hides_content": draft.hides_content, ":asks_again": draft.asks_again,
                ":keeps_on": draft.keeps_on,
            },
        )?;
        if rows == 0 { Err(Error::NotFound("reminder")) } else { self.reminder(id) }
    }

    /// From now on nothing that became of it earlier counts.
    pub fn wake_reminder(&self, id: ReminderId) -> Result<()> {
        match self.0.execute("UPDATE reminders SET changed_at = moment() WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("reminder")),
            _ => Ok(()),
        }
    }

    pub fn delete_reminder(&self, id: ReminderId) -> Result<()> {
        match self.0.execute("DELETE FROM reminders WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("reminder")),
            _ => Ok(()),
        }
    }

    /// Writes down what becomes of a nudge, on its own line if it has one.
    pub fn log_nudge(
        &self,
        nudge: &Nudge,
        (at, zone): (DateTime<Utc>, &str),
        status: NudgeStatus,
        reason: Option<Reason>,
    ) -> Result<ReminderLogId> {
        let reason = reason.map(|reason| sql::name(&reason)).transpose()?;
        let (at, status) = (at.timestamp_millis(), sql::name(&status)?);
        if let Some(line) = nudge.line {
            self.0.execute(
                "UPDATE reminder_log SET at = ?2, status = ?3, reason = coalesce(?4, reason), asks_quiet = ?5,
                     changed_at = moment()
                 WHERE id = ?1",
                (line.0, at, status, reason, nudge.asks_quiet),
            )?;
            return Ok(line);
        }
        let rows = self.0.execute(
            "INSERT INTO reminder_log
                 (uid, reminder_id, on_day, slot, attempt, at, closes_at, status, reason, asks_quiet, zone)
             SELECT uid_of('reminder_log', hex(uid) || ?2 || '/' || ?3 || '/' || ?4), id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
             FROM reminders WHERE id = ?1",
            (
                nudge.reminder.0,
                sql::day_text(nudge.on),
                nudge.slot,
                nudge.attempt,
                at,
                nudge.closes_at.timestamp_millis(),
                status,
                reason,
                nudge.asks_quiet,
                zone,
            ),
        )?;
        if rows == 0 {
            return Err(Error::NotFound("reminder"));
        }
        Ok(ReminderLogId(self.0.last_insert_rowid()))
    }

    /// A nudge that was to be shown waits after all.
    pub fn hold_reminder(&self, id: ReminderLogId, reason: Reason) -> Result<()> {
        self.0.execute(
            "UPDATE reminder_log SET status = ?2, reason = ?3, changed_at = moment() WHERE id = ?1 AND answered_at IS NULL",
            (id.0, sql::name(&NudgeStatus::Held)?, sql::name(&reason)?),
        )?;
        Ok(())
    }

    pub fn answer_reminder(&self, id: ReminderLogId, status: NudgeStatus, now: DateTime<Utc>) -> Result<()> {
        self.0.execute(
            "UPDATE reminder_log SET status = ?2, answered_at = ?3, changed_at = moment() WHERE id = ?1",
            (id.0, sql::name(&status)?, now.timestamp_millis()),
        )?;
        Ok(())
    }
}

pub(crate) fn reminder(row: &Row<'_>) -> rusqlite::Result<Reminder> {
    Ok(Reminder {
        id: ReminderId(row.get("id")?),
        uid: sql::uid(row, "uid")?,
        is_on: row.get("is_on")?,
        about: sql::from_json(row, "about")?,
        timing: sql::from_json(row, "timing")?,
        days: sql::from_json(row, "on_days")?,
        words: row.get("words")?,
        hides_content: row.get("hides_content")?,
        asks_again: row.get("asks_again")?,
        keeps_on: row.get("keeps_on")?,
        changed_at: sql::instant(row, "changed_at")?,
    })
}

/// What became of it in a way that only a newer version knows is over: its moment is not free.
fn log_or_passed(row: &Row<'_>) -> rusqlite::Result<ReminderLog> {
    match log(row) {
        Err(error) if crate::error::is_newer(&error) => line(row, NudgeStatus::Passed, None),
        read => read,
    }
}

pub(crate) fn log(row: &Row<'_>) -> rusqlite::Result<ReminderLog> {
    line(row, sql::named(row, "status")?, sql::named_option(row, "reason")?)
}

fn line(row: &Row<'_>, status: NudgeStatus, reason: Option<Reason>) -> rusqlite::Result<ReminderLog> {
    Ok(ReminderLog {
        id: ReminderLogId(row.get("id")?),
        reminder: ReminderId(row.get("reminder_id")?),
        on: sql::day(row, "on_day")?,
        slot: row.get("slot")?,
        attempt: row.get("attempt")?,
        at: sql::instant(row, "at")?,
        closes_at: sql::instant(row, "closes_at")?,
        status,
        reason,
        asks_quiet: row.get("asks_quiet")?,
        answered_at: sql::instant_option(row, "answered_at")?,
    })
}
