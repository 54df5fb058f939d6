//! Searching the entries: words by the index, and everything else by plain conditions.

use pilot_domain::{
    EntryId,
    entry::SearchHit,
    search_query::{Query, Seeks},
    snippet,
};
use rusqlite::{ToSql, params_from_iter};

use crate::{Reader, Result, entries::summary};

/// Up to so many found entries are fetched one by one and then put in order; with more, all are walked by day
/// until enough have been found.
const FEW: u32 = 500;

impl Reader<'_> {
    /// Entries for which every clause holds, newest day first. Nothing asked finds nothing.
    pub fn search_entries(self, query: &Query, limit: u32) -> Result<Vec<SearchHit>> {
        if query.clauses.is_empty() {
            return Ok(Vec::new());
        }
        let mut asked = self.conditions(query)?;
        let limit = asked.value(limit);
        let sql = format!(
            "SELECT id, on_day, created_at, opening, is_starred, text FROM entries
             WHERE {} ORDER BY on_day DESC, id DESC LIMIT {limit}",
            asked.holding()
        );
        let mut statement = self.0.prepare_cached(&sql)?;
        let hits = statement.query_map(params_from_iter(asked.values), |row| {
            let text: String = row.get("text")?;
            Ok(SearchHit { entry: summary(row)?, around: snippet::around(query, &text) })
        })?;
        Ok(hits.collect::<rusqlite::Result<_>>()?)
    }

    /// Which entries every clause holds for, by day and the earliest first. Nothing asked finds all.
    pub fn entry_ids(self, query: &Query) -> Result<Vec<EntryId>> {
        let asked = self.conditions(query)?;
        let sql = format!("SELECT id FROM entries WHERE {} ORDER BY on_day, id", asked.holding());
        let mut statement = self.0.prepare_cached(&sql)?;
        let ids = statement.query_map(params_from_iter(asked.values), |row| row.get(0).map(EntryId))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    fn conditions(self, query: &Query) -> Result<Conditions> {
        let mut asked = Conditions::default();
        for clause in &query.clauses {
            let is_rare = match &clause.seeks {
                Seeks::Words { words, is_start } if !clause.is_not => {
                    self.is_rare(&matching(words, *is_start))?
                }
                _ => false,
            };
            asked.put(&clause.seeks, clause.is_not, is_rare);
        }
        Ok(asked)
    }

    fn is_rare(self, matching: &str) -> Result<bool> {
        let found: u32 = self
            .0
            .prepare_cached(
                "SELECT count(*) FROM (SELECT 1 FROM entries_fts WHERE entries_fts MATCH ?1 LIMIT ?2)",
            )?
            .query_row((matching, FEW + 1), |row| row.get(0))?;
        Ok(found <= FEW)
    }
}

/// Words as the index is asked for them.
fn matching(words: &[String], is_start: bool) -> String {
    format!("\"{}\"{}", words.join(" "), if is_start { "*" } else { "" })
}

#[derive(Default)]
struct Conditions {
    sql: Vec<String>,
    values: Vec<Box<dyn ToSql>>,
}

impl Conditions {
    fn put(&mut self, seeks: &Seeks, is_not: bool, is_rare: bool) {
        // The plus keeps the walk by day: rows come in order, and as many as are shown are read.
        let walk = if is_rare { "" } else { "+" };
        let condition = match seeks {
            Seeks::Words { words, is_start } => {
                let value = self.value(matching(words, *is_start));
                format!("{walk}id IN (SELECT rowid FROM entries_fts WHERE entries_fts MATCH {value})")
            }
            Seeks::Part { text } => {
                let part = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
                let value = self.value(format!("%{part}%"));
                format!("text LIKE {value} ESCAPE '\\'")
            }
            Seeks::Tag { name, is_start } => {
                let value = self.value(name.clone());
                let folded =
                    if *is_start { format!("substr(folded, 1, length({value}))") } else { "folded".into() };
                format!("+id IN (SELECT entry_id FROM entry_tags WHERE {folded} = {value})")
            }
            Seeks::Starred => "is_starred".to_owned(),
            Seeks::Days { from, until } => {
                let from = from.map_or_else(String::new, |day| day.to_string());
                let until = until.map_or_else(|| "9999".to_owned(), |day| day.to_string());
                let (from, until) = (self.value(from), self.value(until));
                format!("on_day BETWEEN {from} AND {until}")
            }
        };
        self.sql.push(if is_not { format!("NOT ({condition})") } else { condition });
    }

    fn value(&mut self, value: impl ToSql + 'static) -> String {
        self.values.push(Box::new(value));
        format!("?{}", self.values.len())
    }

    fn holding(&self) -> String {
        ["deleted_at IS NULL"]
            .into_iter()
            .chain(self.sql.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join(" AND ")
    }
}
