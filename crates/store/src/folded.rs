//! What the file holds in folded form: the index of words, and the tags as they are compared. Both follow the rule of
//! `pilot_domain::fold`, and are made anew when a newer program has another.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use pilot_domain::{fold, text};

use crate::{Changed, Error, Result, Store, Tx, connection::MergedTags, tags::TAG_UID};

impl Store {
    /// Folds anew what an earlier rule has folded, all of it or nothing.
    pub(crate) fn follow_rule(&mut self) -> Result<()> {
        let rule: i64 = self.read().0.query_row("SELECT rule FROM index_rule", [], |row| row.get(0))?;
        if rule == fold::RULE {
            return Ok(());
        }
        // Nobody changed anything: the rows keep their times.
        let folded = self.change(DateTime::UNIX_EPOCH, |tx| {
            tx.history.restores();
            tx.0.execute("INSERT INTO entries_fts (entries_fts) VALUES ('rebuild')", [])?;
            tx.0.execute("INSERT INTO attachments_fts (attachments_fts) VALUES ('rebuild')", [])?;
            tx.0.execute("UPDATE index_rule SET rule = ?1", [fold::RULE])?;
            tx.fold_tags()
        })?;
        if !folded.value.is_empty() {
            self.merged_tags = Some(MergedTags { names: folded.value, change: folded.id });
        }
        Ok(())
    }
}

impl Store {
    /// The names of tags that were several and became one when this was opened, until they are kept apart.
    pub fn merged_tags(&self) -> &[String] {
        self.merged_tags.as_ref().map_or(&[], |merged| &merged.names)
    }

    /// Takes that back. Two names that are read as one cannot both stay: the second gets a number.
    pub fn keep_tags_apart(&mut self, now: DateTime<Utc>) -> Result<Changed<()>> {
        let merge = self.merged_tags.as_ref().map(|merged| merged.change).ok_or(Error::NothingToUndo)?;
        let apart = self.change(now, |tx| {
            tx.history.take_back(tx.0, merge)?;
            tx.number_tags()
        })?;
        self.merged_tags = None;
        Ok(apart)
    }
}

struct Tag {
    id: i64,
    entry: i64,
    name: String,
    was: String,
    is: String,
}

impl Tx<'_> {
    /// Gives every tag the form by which it is compared now. Where an entry has one twice then, the first stays; one
    /// that has nothing to be seen goes. Answers with the names that stand for several.
    fn fold_tags(&self) -> Result<Vec<String>> {
        let tags = self.all_tags()?;
        let mut had = BTreeSet::new();
        let mut forms: BTreeMap<&str, (&str, BTreeSet<&str>)> = BTreeMap::new();
        let mut changed = Vec::new();
        for tag in &tags {
            if text::is_blank(&tag.name) || !had.insert((tag.entry, &tag.is)) {
                self.0.execute("DELETE FROM entry_tags WHERE id = ?1", [tag.id])?;
            } else if tag.was != tag.is {
                changed.push(tag);
            }
            if !text::is_blank(&tag.name) {
                forms.entry(&tag.is).or_insert((&tag.name, BTreeSet::new())).1.insert(&tag.was);
            }
        }
        // Out of each other's way first: an entry has no two tags of one form.
        for tag in &changed {
            self.0.execute(
                &format!("UPDATE entry_tags SET folded = ?2, {TAG_UID} WHERE id = ?1"),
                (tag.id, format!("\u{1}{}", tag.id)),
            )?;
        }
        for tag in &changed {
            self.0.execute(
                &format!("UPDATE entry_tags SET folded = ?2, {TAG_UID} WHERE id = ?1"),
                (tag.id, &tag.is),
            )?;
        }
        let several = forms.into_values().filter(|(_, were)| were.len() > 1);
        Ok(several.map(|(name, _)| name.to_owned()).collect())
    }

    /// Gives tags that are kept in different forms, and are read as one, different names.
    fn number_tags(&self) -> Result<()> {
        let mut forms: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for tag in self.all_tags()? {
            let known = forms.entry(tag.is.clone()).or_default();
            let number = known.iter().position(|form| *form == tag.was).unwrap_or_else(|| {
                known.push(tag.was.clone());
                known.len() - 1
            });
            let name = if number == 0 { tag.name } else { format!("{} ({})", tag.name, number + 1) };
            let folded = fold::fold(&name);
            if folded != tag.was {
                self.0.execute(
                    &format!("UPDATE entry_tags SET name = ?3, folded = ?2, changed_at = moment(), {TAG_UID} WHERE id = ?1"),
                    (tag.id, &folded, &name),
                )?;
            }
        }
        Ok(())
    }

    fn all_tags(&self) -> Result<Vec<Tag>> {
        let mut statement =
            self.0.prepare("SELECT id, entry_id, name, folded FROM entry_tags ORDER BY id")?;
        let tags = statement.query_map([], |row| {
            let name: String = row.get(2)?;
            let is = fold::fold(&name);
            Ok(Tag { id: row.get(0)?, entry: row.get(1)?, name, was: row.get(3)?, is })
        })?;
        Ok(tags.collect::<rusqlite::Result<_>>()?)
    }
}
