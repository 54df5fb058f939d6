//! Lines of the safety plan and of the page for an appointment, in their order.

use chrono::{DateTime, Utc};
use fractional_index::FractionalIndex;
use pilot_domain::{
    HelpLineId, PersonId,
    help::Person,
    help_line::{HelpLine, HelpLineDraft, HelpLineMove, line_without_person},
};
use rusqlite::{OptionalExtension, Row};

use crate::{Error, Reader, Result, Tx, sql};

pub(crate) const LINES: &str = "SELECT line.id, part, text, line.written_at, person_id, name, reach
    FROM help_lines AS line LEFT JOIN people ON people.id = person_id";

impl Reader<'_> {
    /// Those of one part stand in their order.
    pub fn help_lines(self) -> Result<Vec<HelpLine>> {
        let mut statement = self.0.prepare_cached(&format!("{LINES} ORDER BY position, line.id"))?;
        sql::readable(statement.query_map([], help_line)?)
    }

    /// The lines of a part in their order, and how it is kept.
    fn places(self, part: &str) -> Result<Vec<(i64, FractionalIndex)>> {
        let mut statement = self
            .0
            .prepare_cached("SELECT id, position FROM help_lines WHERE part = ?1 ORDER BY position, id")?;
        let places = statement.query_map([part], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
        places
            .map(|place| {
                let (id, position) = place?;
                Ok((id, FractionalIndex::from_string(&position).map_err(|_| Error::Damaged)?))
            })
            .collect()
    }

    fn help_line(self, id: HelpLineId) -> Result<HelpLine> {
        self.0
            .prepare_cached(&format!("{LINES} WHERE line.id = ?1"))?
            .query_row([id.0], help_line)
            .optional()?
            .ok_or(Error::NotFound("help line"))
    }
}

impl Tx<'_> {
    /// A new line comes last in its part.
    pub fn save_help_line(&self, draft: &HelpLineDraft, now: DateTime<Utc>) -> Result<HelpLine> {
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
                    "UPDATE help_lines SET text = ?2, person_id = ?3, written_at = ?4, changed_at = moment()
                     WHERE id = ?1 AND part = ?5",
                    (id.0, &draft.text, person, now.timestamp_millis(), part),
                )?;
                if rows == 0 {
                    return Err(Error::NotFound("help line"));
                }
                id
            }
            None => {
                let last = self.places(&part)?.pop();
                let position = position_between(last.map(|(_, position)| position).as_ref(), None)?;
                self.0.execute(
                    "INSERT INTO help_lines (part, position, text, person_id, written_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                    (part, position, &draft.text, person, now.timestamp_millis()),
                )?;
                HelpLineId(self.0.last_insert_rowid())
            }
        };
        self.help_line(id)
    }

    pub fn delete_help_line(&self, id: HelpLineId) -> Result<()> {
        match self.0.execute("DELETE FROM help_lines WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("help line")),
            _ => Ok(()),
        }
    }

    /// Goes before the line before it, or after the one after it. No other line changes.
    pub fn move_help_line(&self, step: &HelpLineMove) -> Result<()> {
        let part = sql::name(&self.help_line(step.id)?.part)?;
        let places = self.places(&part)?;
        let at = |index: usize| places.get(index).map(|(_, position)| position);
        let Some(is) = places.iter().position(|(id, _)| *id == step.id.0) else { return Ok(()) };
        let position = match step.up {
            true if is > 0 => position_between((is > 1).then(|| at(is - 2)).flatten(), at(is - 1))?,
            false if is + 1 < places.len() => position_between(at(is + 1), at(is + 2))?,
            _ => return Ok(()),
        };
        self.0.execute(
            "UPDATE help_lines SET position = ?2, changed_at = moment() WHERE id = ?1",
            (step.id.0, position),
        )?;
        Ok(())
    }

    /// Lines about someone keep their name and how to reach them, in words.
    pub(crate) fn keep_lines_without(&self, person: PersonId) -> Result<()> {
        for line in self.help_lines()? {
            let Some(about) = line.person.filter(|about| about.id == person) else { continue };
            self.0.execute(
                "UPDATE help_lines SET text = ?2, person_id = NULL, changed_at = moment() WHERE id = ?1",
                (line.id.0, line_without_person(&about, &line.text)),
            )?;
        }
        Ok(())
    }
}

/// After the one and before the other, where there are such.
fn position_between(after: Option<&FractionalIndex>, before: Option<&FractionalIndex>) -> Result<String> {
    let between = FractionalIndex::new(after, before).ok_or(Error::Damaged)?;
    Ok(between.to_string())
}

pub(crate) fn help_line(row: &Row<'_>) -> rusqlite::Result<HelpLine> {
    let person = match row.get::<_, Option<i64>>("person_id")? {
        None => None,
        Some(id) => Some(Person { id: PersonId(id), name: row.get("name")?, reach: row.get("reach")? }),
    };
    Ok(HelpLine {
        id: HelpLineId(row.get("id")?),
        part: sql::named(row, "part")?,
        text: row.get("text")?,
        person,
        written_at: sql::instant(row, "written_at")?,
    })
}
