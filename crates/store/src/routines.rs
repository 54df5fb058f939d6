//! Routines, their steps, and the times they were played.

use chrono::{DateTime, NaiveDate, Utc};
use pilot_domain::{
    RoutineId, RunId, StepId,
    routine::{NewRoutine, Routine, RoutineMark, Run, RunEnd, Step, StepMark},
};
use rusqlite::{OptionalExtension, Row};

use crate::{Error, Reader, Result, Tx, sql};

impl Reader<'_> {
    pub fn routines(self) -> Result<Vec<Routine>> {
        let mut steps = self
            .0
            .prepare_cached("SELECT id, text, seconds FROM steps WHERE routine_id = ?1 ORDER BY position")?;
        let mut statement = self.0.prepare_cached("SELECT * FROM routines ORDER BY id")?;
        let routines = statement.query_map([], |row| {
            let id: i64 = row.get("id")?;
            let steps = steps.query_map([id], |row| {
                Ok(Step { id: StepId(row.get("id")?), text: row.get("text")?, seconds: row.get("seconds")? })
            })?;
            Ok(Routine {
                id: RoutineId(id),
                seed_key: row.get("seed_key")?,
                title: row.get("title")?,
                summary: row.get("summary")?,
                minutes: row.get("minutes")?,
                energy: sql::named(row, "energy")?,
                cautions: sql::from_json(row, "cautions")?,
                is_left_out: row.get("is_left_out")?,
                steps: steps.collect::<rusqlite::Result<_>>()?,
            })
        })?;
        sql::readable(routines)
    }

    pub fn run(self, id: RunId) -> Result<Run> {
        self.0
            .prepare_cached("SELECT * FROM runs WHERE id = ?1")?
            .query_row([id.0], run)
            .optional()?
            .ok_or(Error::NotFound("run"))
    }
}

impl Tx<'_> {
    pub fn add_routine(&self, new: &NewRoutine) -> Result<RoutineId> {
        self.0.execute(
            "INSERT INTO routines (uid, seed_key, title, summary, minutes, energy, cautions)
             VALUES (coalesce(uid_of('routines', ?1), randomblob(16)), ?1, ?2, ?3, ?4, ?5, ?6)",
            (
                &new.seed_key,
                &new.title,
                &new.summary,
                new.minutes,
                sql::name(&new.energy)?,
                sql::json(&new.cautions)?,
            ),
        )?;
        let id = self.0.last_insert_rowid();
        for (position, (text, seconds)) in (0u32..).zip(&new.steps) {
            self.0.execute(
                "INSERT INTO steps (uid, routine_id, position, text, seconds)
                 SELECT uid_of('steps', hex(uid) || ?2), id, ?2, ?3, ?4 FROM routines WHERE id = ?1",
                (id, position, text, seconds),
            )?;
        }
        Ok(RoutineId(id))
    }

    pub fn mark_routine(&self, mark: &RoutineMark) -> Result<()> {
        let update = "UPDATE routines SET is_left_out = ?2, changed_at = moment() WHERE id = ?1";
        match self.0.execute(update, (mark.routine.0, mark.is_left_out))? {
            0 => Err(Error::NotFound("routine")),
            _ => Ok(()),
        }
    }

    pub fn start_routine(
        &self,
        id: RoutineId,
        now: DateTime<Utc>,
        today: NaiveDate,
        zone: &str,
    ) -> Result<Run> {
        let rows = self.0.execute(
            "INSERT INTO runs (routine_id, title, started_at, on_day, zone) SELECT id, title, ?2, ?3, ?4 FROM routines WHERE id = ?1",
            (id.0, now.timestamp_millis(), sql::day_text(today), zone),
        )?;
        if rows == 0 {
            return Err(Error::NotFound("routine"));
        }
        self.run(RunId(self.0.last_insert_rowid()))
    }

    /// Marks a step as done or skipped. Marking it again replaces the mark.
    pub fn mark_step(&self, mark: &StepMark) -> Result<()> {
        self.run(mark.run)?;
        let rows = self.0.execute(
            "INSERT INTO run_steps (uid, run_id, step_id, outcome)
             SELECT uid_of('run_steps', hex(runs.uid) || hex(steps.uid)), runs.id, steps.id, ?3 FROM runs, steps
             WHERE runs.id = ?1 AND steps.id = ?2
             ON CONFLICT DO UPDATE SET outcome = excluded.outcome, changed_at = moment()",
            (mark.run.0, mark.step.0, sql::name(&mark.outcome)?),
        )?;
        if rows == 0 { Err(Error::NotFound("step")) } else { Ok(()) }
    }

    pub fn finish_routine(&self, end: &RunEnd, now: DateTime<Utc>) -> Result<Run> {
        self.0.execute(
            "UPDATE runs SET ended_at = coalesce(ended_at, ?2), outcome = ?3, changed_at = moment() WHERE id = ?1",
            (end.run.0, now.timestamp_millis(), sql::name(&end.outcome)?),
        )?;
        self.run(end.run)
    }
}

fn run(row: &Row<'_>) -> rusqlite::Result<Run> {
    Ok(Run {
        id: RunId(row.get("id")?),
        routine: row.get::<_, Option<i64>>("routine_id")?.map(RoutineId),
        title: row.get("title")?,
        started_at: sql::instant(row, "started_at")?,
        ended_at: sql::instant_option(row, "ended_at")?,
        outcome: sql::named_option(row, "outcome")?,
    })
}
