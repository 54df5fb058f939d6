//! People one might turn to.

use pilot_domain::{
    PersonId,
    help::{Person, PersonDraft},
};

use crate::{Error, Reader, Result, Tx};

impl Reader<'_> {
    pub fn people(self) -> Result<Vec<Person>> {
        let mut statement = self.0.prepare_cached("SELECT id, name, reach FROM people ORDER BY id")?;
        let people = statement.query_map([], |row| {
            Ok(Person { id: PersonId(row.get(0)?), name: row.get(1)?, reach: row.get(2)? })
        })?;
        Ok(people.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    pub fn save_person(&self, draft: &PersonDraft) -> Result<Person> {
        let id = match draft.id {
            Some(id) => {
                let rows = self.0.execute(
                    "UPDATE people SET name = ?2, reach = ?3, changed_at = moment() WHERE id = ?1",
                    (id.0, &draft.name, &draft.reach),
                )?;
                if rows == 0 {
                    return Err(Error::NotFound("person"));
                }
                id
            }
            None => {
                self.0.execute(
                    "INSERT INTO people (name, reach) VALUES (?1, ?2)",
                    (&draft.name, &draft.reach),
                )?;
                PersonId(self.0.last_insert_rowid())
            }
        };
        Ok(Person { id, name: draft.name.clone(), reach: draft.reach.clone() })
    }

    pub fn delete_person(&self, id: PersonId) -> Result<()> {
        self.keep_lines_without(id)?;
        match self.0.execute("DELETE FROM people WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("person")),
            _ => Ok(()),
        }
    }
}
