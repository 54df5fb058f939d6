//! The steps from one schema to the next.

use rusqlite_migration::M;

#[cfg(test)]
pub(crate) mod tests;

/// Append-only: a released migration is never edited.
pub(crate) const MIGRATIONS: &[M<'static>] = &[
    M::up(include_str!("../migrations/0001_first.sql")),
    M::up(include_str!("../migrations/0002_reminders_of_many_kinds.sql")),
    M::up(include_str!("../migrations/0003_a_fuller_journal.sql")),
    M::up(include_str!("../migrations/0004_where_one_stopped.sql")),
    M::up(include_str!("../migrations/0005_help_lines.sql")),
    M::up(include_str!("../migrations/0006_found_by_day.sql")),
    M::up(include_str!("../migrations/0007_attachments.sql")),
    M::up(include_str!("../migrations/0008_more_ways_to_write.sql")),
    M::up(include_str!("../migrations/0009_after_a_practice.sql")),
    M::up(include_str!("../migrations/0010_kept_in_more_places.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0011_found_in_every_script.sql")),
    M::up(include_str!("../migrations/0012_days_seen.sql")),
    M::up(include_str!("../migrations/0013_what_an_activity_came_from.sql")),
    M::up(include_str!("../migrations/0014_rows_keep_their_identity.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0015_words_by_key.sql")),
    M::up(include_str!("../migrations/0016_one_name_for_one_thing.sql")),
];
