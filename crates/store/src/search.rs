//! Searching the entries: words by the index, and everything else by plain conditions.

use chrono::NaiveDate;
use pilot_domain::{
    EntryId,
    entry::SearchHit,
    search_query::{Attached, Clause, Query, Seeks},
    snippet,
};
use rusqlite::{ToSql, params_from_iter};

use crate::{
    Reader, Result,
    entries::{SUMMARY, summary},
    sql,
};

impl Reader<'_> {
    /// Entries for which every clause holds, newest day first. Nothing asked finds nothing.
    pub fn search_entries(self, query: &Query, limit: u32) -> Result<Vec<SearchHit>> {
        if query.clauses.is_empty() {
            return Ok(Vec::new());
        }
        let mut asked = Asked::of(query, self.is_in_names(query)?);
        let limit = asked.value(limit);
        let found = asked.sql(&format!("{SUMMARY}, entries.text"), "DESC");
        let mut statement = self.0.prepare_cached(&format!("{found} LIMIT {limit}"))?;
        let hits = statement.query_map(params_from_iter(asked.values), |row| {
            let entry = summary(row)?;
            let title = snippet::marked(query, &entry.title);
            let snippet = snippet::of(query, row.get_ref("text")?.as_str()?);
            Ok(SearchHit { entry, title, snippet })
        })?;
        Ok(hits.collect::<rusqlite::Result<_>>()?)
    }

    /// Which entries every clause holds for, and their days, the earliest first. Nothing asked finds all.
    pub fn entry_dates(self, query: &Query) -> Result<Vec<(EntryId, NaiveDate)>> {
        let asked = Asked::of(query, self.is_in_names(query)?);
        let mut statement = self.0.prepare_cached(&asked.sql("entries.id, on_day", "ASC"))?;
        let dates = statement.query_map(params_from_iter(asked.values), |row| {
            Ok((EntryId(row.get("id")?), sql::day(row, "on_day")?))
        })?;
        Ok(dates.collect::<rusqlite::Result<_>>()?)
    }

    /// Whether any of the words stands in the name or the caption of an attachment.
    fn is_in_names(self, query: &Query) -> Result<bool> {
        let words: Vec<String> = query.clauses.iter().filter_map(|clause| phrase(&clause.seeks)).collect();
        if words.is_empty() {
            return Ok(false);
        }
        let mut statement = self
            .0
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM attachments_fts WHERE attachments_fts MATCH ?1)")?;
        Ok(statement.query_row([words.join(" OR ")], |row| row.get(0))?)
    }
}

/// A query in the language of the data file.
#[derive(Default)]
struct Asked {
    conditions: Vec<String>,
    values: Vec<Box<dyn ToSql>>,
    /// Whether the index is walked, which is in the order of the days, or the entries themselves.
    by_index: bool,
}

impl Asked {
    fn of(query: &Query, is_in_names: bool) -> Self {
        let mut asked = Asked::default();
        if is_in_names {
            // Each word is in the text or in a name, which are in two indexes: neither can lead.
            for clause in &query.clauses {
                asked.put(&clause.seeks, clause.is_not);
            }
            return asked;
        }
        let (words, others): (Vec<&Clause>, Vec<&Clause>) =
            query.clauses.iter().partition(|clause| matches!(clause.seeks, Seeks::Words { .. }));
        let (not, must): (Vec<&Clause>, Vec<&Clause>) = words.into_iter().partition(|clause| clause.is_not);
        let phrases = |clauses: Vec<&Clause>| -> Vec<String> {
            clauses.into_iter().filter_map(|clause| phrase(&clause.seeks)).collect()
        };
        let (not, must) = (phrases(not), phrases(must));
        if !must.is_empty() {
            asked.by_index = true;
            let mut wanted = format!("({})", must.join(" AND "));
            for unwanted in not {
                wanted = format!("{wanted} NOT {unwanted}");
            }
            let value = asked.value(wanted);
            asked.conditions.push(format!("entries_fts MATCH {value}"));
        } else if !not.is_empty() {
            let value = asked.value(not.join(" OR "));
            asked.conditions.push(format!(
                "entries.id NOT IN (SELECT rowid & 4294967295 FROM entries_fts WHERE entries_fts MATCH {value})"
            ));
        }
        for clause in others {
            asked.put(&clause.seeks, clause.is_not);
        }
        asked
    }

    fn put(&mut self, seeks: &Seeks, is_not: bool) {
        let condition = match seeks {
            Seeks::Words { .. } => {
                let Some(words) = phrase(seeks) else { return };
                let value = self.value(words);
                format!(
                    "+entries.id IN (
                         SELECT rowid & 4294967295 FROM entries_fts WHERE entries_fts MATCH {value}
                         UNION ALL SELECT entry_id FROM attachments
                             WHERE id IN (SELECT rowid FROM attachments_fts WHERE attachments_fts MATCH {value}))"
                )
            }
            Seeks::Tag { name, is_start } => {
                let value = self.value(name.clone());
                let folded =
                    if *is_start { format!("substr(folded, 1, length({value}))") } else { "folded".into() };
                // The plus keeps the walk by day: as many are read as are shown.
                format!("+entries.id IN (SELECT entry_id FROM entry_tags WHERE {folded} = {value})")
            }
            Seeks::Starred => "is_starred".to_owned(),
            Seeks::Has { attached } => {
                let kinds = match attached {
                    Attached::Picture => "'picture'",
                    Attached::Sound => "'sound'",
                    Attached::File => "'text', 'file'",
                };
                format!(
                    "+entries.id IN (SELECT entry_id FROM attachments
                         WHERE removed_at IS NULL AND entry_id IS NOT NULL AND facts ->> 'kind' IN ({kinds}))"
                )
            }
            Seeks::Days { from, until } if self.by_index => {
                let from = self.value(from.map_or(i64::MIN, first_place));
                let until = self.value(until.and_then(|day| day.succ_opt()).map_or(i64::MAX, first_place));
                format!("(entries_fts.rowid >= {from} AND entries_fts.rowid < {until})")
            }
            Seeks::Days { from, until } => {
                let from = from.map_or_else(String::new, sql::day_text);
                let until = until.map_or_else(|| "9999".to_owned(), sql::day_text);
                let (from, until) = (self.value(from), self.value(until));
                format!("on_day BETWEEN {from} AND {until}")
            }
        };
        self.conditions.push(if is_not { format!("NOT ({condition})") } else { condition });
    }

    fn value(&mut self, value: impl ToSql + 'static) -> String {
        self.values.push(Box::new(value));
        format!("?{}", self.values.len())
    }

    /// The found rows in the order of their days.
    fn sql(&self, columns: &str, direction: &str) -> String {
        let (from, order) = if self.by_index {
            (
                // A cross join: the index leads.
                "entries_fts CROSS JOIN entries ON entries.id = entries_fts.rowid & 4294967295",
                format!("entries_fts.rowid {direction}"),
            )
        } else {
            ("entries", format!("on_day {direction}, entries.id {direction}"))
        };
        let holding: Vec<&str> =
            ["deleted_at IS NULL"].into_iter().chain(self.conditions.iter().map(String::as_str)).collect();
        format!("SELECT {columns} FROM {from} WHERE {} ORDER BY {order}", holding.join(" AND "))
    }
}

/// Words as the index is asked for them.
fn phrase(seeks: &Seeks) -> Option<String> {
    let Seeks::Words { words, is_start } = seeks else { return None };
    Some(format!("\"{}\"{}", words.join(" "), if *is_start { "*" } else { "" }))
}

/// The first place of a day in the index (migration 0006).
fn first_place(day: NaiveDate) -> i64 {
    i64::from(day.to_epoch_days()) << 32
}
