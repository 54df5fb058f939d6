//! Searching the entries: words by the index, and everything else by plain conditions.

use chrono::NaiveDate;
use pilot_domain::{
    EntryId,
    entry::SearchHit,
    search_query::{Clause, Query, Seeks},
    snippet,
};
use rusqlite::{ToSql, params_from_iter};

use crate::{Reader, Result, entries::summary};

impl Reader<'_> {
    /// Entries for which every clause holds, newest day first. Nothing asked finds nothing.
    pub fn search_entries(self, query: &Query, limit: u32) -> Result<Vec<SearchHit>> {
        if query.clauses.is_empty() {
            return Ok(Vec::new());
        }
        let columns = "entries.id, on_day, created_at, opening, is_starred, entries.text";
        let (sql, mut values) = Asked::of(query).sql(columns, "DESC");
        values.push(Box::new(limit));
        let mut statement = self.0.prepare_cached(&format!("{sql} LIMIT ?{}", values.len()))?;
        let hits = statement.query_map(params_from_iter(values), |row| {
            let text: String = row.get("text")?;
            Ok(SearchHit { entry: summary(row)?, around: snippet::around(query, &text) })
        })?;
        Ok(hits.collect::<rusqlite::Result<_>>()?)
    }

    /// Which entries every clause holds for, by day and the earliest first. Nothing asked finds all.
    pub fn entry_ids(self, query: &Query) -> Result<Vec<EntryId>> {
        let (sql, values) = Asked::of(query).sql("entries.id", "ASC");
        let mut statement = self.0.prepare_cached(&sql)?;
        let ids = statement.query_map(params_from_iter(values), |row| row.get(0).map(EntryId))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
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
    fn of(query: &Query) -> Self {
        let mut asked = Asked::default();
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
            Seeks::Words { .. } => return, // all at once, above
            Seeks::Part { text } => {
                let part = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
                let value = self.value(format!("%{part}%"));
                format!("entries.text LIKE {value} ESCAPE '\\'")
            }
            Seeks::Tag { name, is_start } => {
                let value = self.value(name.clone());
                let folded =
                    if *is_start { format!("substr(folded, 1, length({value}))") } else { "folded".into() };
                // The plus keeps the walk by day: as many are read as are shown.
                format!("+entries.id IN (SELECT entry_id FROM entry_tags WHERE {folded} = {value})")
            }
            Seeks::Starred => "is_starred".to_owned(),
            Seeks::Days { from, until } if self.by_index => {
                let from = self.value(from.map_or(i64::MIN, first_place));
                let until = self.value(until.and_then(|day| day.succ_opt()).map_or(i64::MAX, first_place));
                format!("(entries_fts.rowid >= {from} AND entries_fts.rowid < {until})")
            }
            Seeks::Days { from, until } => {
                let from = from.map_or_else(String::new, |day| day.to_string());
                let until = until.map_or_else(|| "9999".to_owned(), |day| day.to_string());
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

    fn sql(mut self, columns: &str, direction: &str) -> (String, Vec<Box<dyn ToSql>>) {
        let (from, order) = if self.by_index {
            (
                // A cross join: the index leads.
                "entries_fts CROSS JOIN entries ON entries.id = entries_fts.rowid & 4294967295",
                format!("entries_fts.rowid {direction}"),
            )
        } else {
            ("entries", format!("on_day {direction}, id {direction}"))
        };
        self.conditions.push("deleted_at IS NULL".to_owned());
        let conditions = self.conditions.join(" AND ");
        let sql = format!("SELECT {columns} FROM {from} WHERE {conditions} ORDER BY {order}");
        (sql, self.values)
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
