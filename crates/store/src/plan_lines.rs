//! Lines of the safety plan and of the page for an appointment, in their order.

use chrono::{DateTime, Utc};
use pilot_domain::{
    PersonId, PlanLineId,
    help::Person,
    plan_line::{PlanLine, PlanLineDraft, PlanLineMove, line_without_person},
    position,
};
use rusqlite::{OptionalExtension, Row};

use crate::{Error, Reader, Result, Tx, sql};

pub(crate) const LINES: &str = "SELECT line.id, part, text, line.written_at, person_id, name, reach
    FROM plan_lines AS line LEFT JOIN people ON people.id = person_id";

impl Reader<'_> {
    /// Those of one part stand in their order.
    pub fn plan_lines(self) -> Result<Vec<PlanLine>> {
        let mut statement = self.0.prepare_cached(&format!("{LINES} ORDER BY position, line.id"))?;
        sql::readable(statement.query_map([], plan_line)?)
    }

    /// The lines of a part in their order, and their places.
    fn places(self, part: &str) -> Result<Vec<(i64, String)>> {
        let mut statement = self
            .0
            .prepare_cached("SELECT id, position FROM plan_lines WHERE part = ?1 ORDER BY position, id")?;
        let places = statement.query_map([part], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(places.collect::<rusqlite::Result<_>>()?)
    }

    fn plan_line(self, id: PlanLineId) -> Result<PlanLine> {
        self.0
            .prepare_cached(&format!("{LINES} WHERE line.id = ?1"))?
            .query_row([id.0], plan_line)
            .optional()?
            .ok_or(Error::NotFound("help line"))
    }
}

impl Tx<'_> {
    /// A new line comes last in its part.
    pub fn save_plan_line(&self, draft: &PlanLineDraft, now: DateTime<Utc>) -> Result<PlanLine> {
        if let Some(person) = draft.person {
            let is_known: bool = self.0.query_row(
                "SELECT EXISTS (SELECT 1 FROM people WHERE id = ?1)",
                [person.0],
                |row| row.get(0),
            )?;
            if !is_known {
                return Err(Error::NotFound("person"));
            }
        }
        let person = draft.person.map(|person| person.0);
        let part = sql::name(&draft.part)?;
        let id = match draft.id {
            Some(id) => {
                let rows = self.0.execute(
                    "UPDATE plan_lines SET text = ?2, person_id = ?3, written_at = ?4, changed_at = moment()
                     WHERE id = ?1 AND part = ?5",
                    (id.0, &draft.text, person, now.timestamp_millis(), part),
                )?;
                if rows == 0 {
                    return Err(Error::NotFound("help line"));
                }
                id
            }
            None => {
                let place = self.place_between(&part, usize::MAX)?;
                self.0.execute(
                    "INSERT INTO plan_lines (part, position, text, person_id, written_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                    (part, place, &draft.text, person, now.timestamp_millis()),
                )?;
                PlanLineId(self.0.last_insert_rowid())
            }
        };
        self.plan_line(id)
    }

    pub fn delete_plan_line(&self, id: PlanLineId) -> Result<()> {
        match self.0.execute("DELETE FROM plan_lines WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("help line")),
            _ => Ok(()),
        }
    }

    /// Goes before the line before it, or after the one after it. No other line changes.
    pub fn move_plan_line(&self, step: &PlanLineMove) -> Result<()> {
        let part: String = self
            .0
            .query_row("SELECT part FROM plan_lines WHERE id = ?1", [step.id.0], |row| row.get(0))
            .optional()?
            .ok_or(Error::NotFound("help line"))?;
        let places = self.places(&part)?;
        let Some(is) = places.iter().position(|(id, _)| *id == step.id.0) else { return Ok(()) };
        let before = match step.up {
            true if is > 0 => is - 1,
            false if is + 1 < places.len() => is + 2,
            _ => return Ok(()),
        };
        let place = self.place_between(&part, before)?;
        self.put_plan_line(step.id.0, &place)
    }

    /// A place before the line that stands so many lines on, or at the end. Where an undo has left two lines in one place,
    /// all of the part are put in places anew.
    fn place_between(&self, part: &str, before: usize) -> Result<String> {
        let places = self.places(part)?;
        let before = before.min(places.len());
        let at =
            |index: Option<usize>| index.and_then(|index| places.get(index)).map(|(_, place)| place.as_str());
        if let Some(place) = position::between(at(before.checked_sub(1)), at(Some(before))) {
            return Ok(place);
        }
        let mut anew = position::spaced(places.len() + 1);
        let place = anew.remove(before);
        for ((id, _), place) in places.iter().zip(&anew) {
            self.put_plan_line(*id, place)?;
        }
        Ok(place)
    }

    fn put_plan_line(&self, id: i64, place: &str) -> Result<()> {
        self.0.execute(
            "UPDATE plan_lines SET position = ?2, changed_at = moment() WHERE id = ?1",
            (id, place),
        )?;
        Ok(())
    }

    /// Lines about someone keep their name and how to reach them, in words.
    pub(crate) fn keep_lines_without(&self, person: PersonId) -> Result<()> {
        // Those that only a newer version shows too.
        let mut statement = self.0.prepare_cached(
            "SELECT line.id, text, name, reach FROM plan_lines AS line JOIN people ON people.id = person_id
             WHERE person_id = ?1",
        )?;
        let lines = statement.query_map([person.0], |row| {
            let about = Person { id: person, name: row.get("name")?, reach: row.get("reach")? };
            Ok((row.get(0)?, line_without_person(&about, row.get_ref("text")?.as_str()?)))
        })?;
        for (id, text) in lines.collect::<rusqlite::Result<Vec<(i64, String)>>>()? {
            self.0.execute(
                "UPDATE plan_lines SET text = ?2, person_id = NULL, changed_at = moment() WHERE id = ?1",
                (id, text),
            )?;
        }
        Ok(())
    }
}

pub(crate) fn plan_line(row: &Row<'_>) -> rusqlite::Result<PlanLine> {
    let person = match row.get::<_, Option<i64>>("person_id")? {
        None => None,
        Some(id) => Some(Person { id: PersonId(id), name: row.get("name")?, reach: row.get("reach")? }),
    };
    Ok(PlanLine {
        id: PlanLineId(row.get("id")?),
        part: sql::named(row, "part")?,
        text: row.get("text")?,
        person,
        written_at: sql::instant(row, "written_at")?,
    })
}
