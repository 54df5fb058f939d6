//! Ways to begin that are one's own: questions, forms, and the questions that are left out.

use pilot_domain::{
    OwnFormId, OwnPromptId,
    beginning::{OwnForm, OwnFormDraft, OwnPrompt, OwnPromptDraft, PromptLeftOut},
};

use rusqlite::Row;

use crate::{Error, Reader, Result, Tx, sql};

impl Reader<'_> {
    pub fn own_prompts(self) -> Result<Vec<OwnPrompt>> {
        let mut statement =
            self.0.prepare_cached("SELECT id, uid, text, weight FROM own_prompts ORDER BY id")?;
        sql::readable(statement.query_map([], own_prompt)?)
    }

    /// The keys of those that are left out, latest first.
    pub fn prompts_left_out(self) -> Result<Vec<String>> {
        let mut statement = self.0.prepare_cached("SELECT prompt FROM prompts_left_out ORDER BY id DESC")?;
        Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
    }

    pub fn own_forms(self) -> Result<Vec<OwnForm>> {
        let mut statement = self.0.prepare_cached("SELECT id, name, text FROM own_forms ORDER BY id")?;
        let forms = statement.query_map([], |row| {
            Ok(OwnForm { id: OwnFormId(row.get(0)?), name: row.get(1)?, text: row.get(2)? })
        })?;
        Ok(forms.collect::<rusqlite::Result<_>>()?)
    }
}

impl Tx<'_> {
    pub fn save_own_prompt(&self, draft: &OwnPromptDraft) -> Result<OwnPrompt> {
        let weight = sql::name(&draft.weight)?;
        let id = match draft.id {
            Some(id) => {
                let rows = self.0.execute(
                    "UPDATE own_prompts SET text = ?2, weight = ?3, changed_at = moment() WHERE id = ?1",
                    (id.0, &draft.text, weight),
                )?;
                if rows == 0 {
                    return Err(Error::NotFound("question"));
                }
                id
            }
            None => {
                self.0.execute(
                    "INSERT INTO own_prompts (text, weight) VALUES (?1, ?2)",
                    (&draft.text, weight),
                )?;
                OwnPromptId(self.0.last_insert_rowid())
            }
        };
        let saved = self.own_prompts()?.into_iter().find(|prompt| prompt.id == id);
        saved.ok_or(Error::NotFound("question"))
    }

    pub fn delete_own_prompt(&self, id: OwnPromptId) -> Result<()> {
        match self.0.execute("DELETE FROM own_prompts WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("question")),
            _ => Ok(()),
        }
    }

    pub fn leave_out_prompt(&self, mark: &PromptLeftOut) -> Result<()> {
        let statement = if mark.is_left_out {
            "INSERT INTO prompts_left_out (uid, prompt) VALUES (uid_of('prompts_left_out', ?1), ?1) ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM prompts_left_out WHERE prompt = ?1"
        };
        self.0.execute(statement, [&mark.prompt])?;
        Ok(())
    }

    pub fn save_own_form(&self, draft: &OwnFormDraft) -> Result<OwnForm> {
        let id = match draft.id {
            Some(id) => {
                let rows = self.0.execute(
                    "UPDATE own_forms SET name = ?2, text = ?3, changed_at = moment() WHERE id = ?1",
                    (id.0, &draft.name, &draft.text),
                )?;
                if rows == 0 {
                    return Err(Error::NotFound("form"));
                }
                id
            }
            None => {
                self.0.execute(
                    "INSERT INTO own_forms (name, text) VALUES (?1, ?2)",
                    (&draft.name, &draft.text),
                )?;
                OwnFormId(self.0.last_insert_rowid())
            }
        };
        Ok(OwnForm { id, name: draft.name.clone(), text: draft.text.clone() })
    }

    pub fn delete_own_form(&self, id: OwnFormId) -> Result<()> {
        match self.0.execute("DELETE FROM own_forms WHERE id = ?1", [id.0])? {
            0 => Err(Error::NotFound("form")),
            _ => Ok(()),
        }
    }
}

pub(crate) fn own_prompt(row: &Row<'_>) -> rusqlite::Result<OwnPrompt> {
    let (id, uid) = (OwnPromptId(row.get("id")?), sql::uid(row, "uid")?);
    Ok(OwnPrompt { id, uid, text: row.get("text")?, weight: sql::named(row, "weight")? })
}
