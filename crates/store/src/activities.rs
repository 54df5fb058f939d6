//! Activities and their log.

use chrono::{DateTime, NaiveDate, Utc};
use pilot_domain::{
    ActivityId, ActivityLogId,
    activity::{Activity, ActivityDraft, ActivityEnd, ActivityLog, ActivityStart},
};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::{Error, Reader, Result, Tx, sql};

const LOG_COLUMNS: &str =
    "id, activity_id, title, started_at, on_day, ended_at, outcome, guess, pleasure, mastery, closeness";

impl Reader<'_> {
    /// All activities, in the order they were added.
    pub fn activities(self) -> Result<Vec<Activity>> {
        let mut statement = self.0.prepare_cached("SELECT * FROM activities ORDER BY id")?;
        sql::readable(statement.query_map([], activity)?)
    }

    pub fn activity(self, id: ActivityId) -> Result<Activity> {
        self.0
            .prepare_cached("SELECT * FROM activities WHERE id = ?1")?
            .query_row([id.0], activity)
            .optional()?
            .ok_or(Error::NotFound("activity"))
    }

    /// The latest times of doing, newest first.
    pub fn activity_log(self, limit: u32) -> Result<Vec<ActivityLog>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LOG_COLUMNS} FROM activity_log ORDER BY started_at DESC, id DESC LIMIT ?1"
        ))?;
        sql::readable(statement.query_map([limit], log)?)
    }

    /// What was done on these days, both included, the earliest first.
    pub fn activity_log_between(self, from: NaiveDate, until: NaiveDate) -> Result<Vec<ActivityLog>> {
        let mut statement = self.0.prepare_cached(&format!(
            "SELECT {LOG_COLUMNS} FROM activity_log WHERE on_day BETWEEN ?1 AND ?2 ORDER BY started_at, id"
        ))?;
        let found = statement.query_map((sql::day_text(from), sql::day_text(until)), log)?;
        sql::readable(found)
    }

    fn activity_log_line(self, id: ActivityLogId) -> Result<ActivityLog> {
        self.0
            .prepare_cached(&format!("SELECT {LOG_COLUMNS} FROM activity_log WHERE id = ?1"))?
            .query_row([id.0], log)
            .optional()?
            .ok_or(Error::NotFound("activity log"))
    }
}

impl Tx<'_> {
    pub fn save_activity(&self, draft: &ActivityDraft, now: DateTime<Utc>) -> Result<Activity> {
        let id = match draft.id {
            Some(id) => {
                let rows = self.0.execute(
                    "UPDATE activities SET shelf = :shelf, title = :title, smaller = :smaller, minutes = :minutes,
                         energy = :energy, changed_at = moment() WHERE id = :id",
                    named_params! {
                        ":id": id.0, ":shelf": sql::name(&draft.shelf)?, ":title": draft.title,
                        ":smaller": draft.smaller, ":minutes": draft.minutes, ":energy": sql::name(&draft.energy)?,
                    },
                )?;
                if rows == 0 {
                    return Err(Error::NotFound("activity"));
                }
                id
            }
            None => {
                self.0.execute(
                    "INSERT INTO activities (shelf, title, smaller, minutes, energy, idea, created_at)
                     VALUES (:shelf, :title, :smaller, :minutes, :energy, :idea, :created_at)",
                    named_params! {
                        ":shelf": sql::name(&draft.shelf)?, ":title": draft.title, ":smaller": draft.smaller,
                        ":minutes": draft.minutes, ":energy": sql::name(&draft.energy)?, ":idea": draft.idea,
                        ":created_at": now.timestamp_millis(),
                    },
                )?;
                ActivityId(self.0.last_insert_rowid())
            }
        };
        self.activity(id)
    }

    /// Removes an activity; what was done with it stays in the log.
    pub fn delete_activity(&self, id: ActivityId) -> Result<()> {
        // As the foreign key would; this says when.
        self.0.execute(
            "UPDATE activity_log SET activity_id = NULL, changed_at = moment() WHERE activity_id = ?1",
            [id.0],
        )?;
        match self.0.execute("DELETE FROM activities WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("activity")),
            _ => Ok(()),
        }
    }

    pub fn start_activity(
        &self,
        start: &ActivityStart,
        now: DateTime<Utc>,
        today: NaiveDate,
        zone: &str,
    ) -> Result<ActivityLog> {
        let activity = self.activity(start.activity)?;
        let title =
            if start.is_smaller && !activity.smaller.is_empty() { activity.smaller } else { activity.title };
        self.0.execute(
            "INSERT INTO activity_log (activity_id, title, started_at, on_day, zone, guess) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (activity.id.0, title, now.timestamp_millis(), sql::day_text(today), zone, start.guess),
        )?;
        self.activity_log_line(ActivityLogId(self.0.last_insert_rowid()))
    }

    pub fn finish_activity(&self, end: &ActivityEnd, now: DateTime<Utc>) -> Result<ActivityLog> {
        self.0.execute(
            "UPDATE activity_log SET ended_at = coalesce(ended_at, :now), outcome = :outcome, pleasure = :pleasure,
                 mastery = :mastery, closeness = :closeness, changed_at = moment() WHERE id = :id",
            named_params! {
                ":id": end.log.0, ":now": now.timestamp_millis(), ":outcome": sql::name(&end.outcome)?,
                ":pleasure": end.pleasure, ":mastery": end.mastery, ":closeness": end.closeness,
            },
        )?;
        self.activity_log_line(end.log)
    }
}

pub(crate) fn activity(row: &Row<'_>) -> rusqlite::Result<Activity> {
    Ok(Activity {
        id: ActivityId(row.get("id")?),
        shelf: sql::named(row, "shelf")?,
        title: row.get("title")?,
        smaller: row.get("smaller")?,
        minutes: row.get("minutes")?,
        energy: sql::named(row, "energy")?,
        idea: row.get("idea")?,
        created_at: sql::instant(row, "created_at")?,
    })
}

pub(crate) fn log(row: &Row<'_>) -> rusqlite::Result<ActivityLog> {
    Ok(ActivityLog {
        id: ActivityLogId(row.get("id")?),
        activity: row.get::<_, Option<i64>>("activity_id")?.map(ActivityId),
        title: row.get("title")?,
        started_at: sql::instant(row, "started_at")?,
        on: sql::day(row, "on_day")?,
        ended_at: sql::instant_option(row, "ended_at")?,
        outcome: sql::named_option(row, "outcome")?,
        guess: row.get("guess")?,
        pleasure: row.get("pleasure")?,
        mastery: row.get("mastery")?,
        closeness: row.get("closeness")?,
    })
}
