-- How a practice left one, in one press; and routines that are not to be suggested.

CREATE TABLE practices (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    item       TEXT, -- of the library
    routine_id INTEGER REFERENCES routines (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    on_day     TEXT    NOT NULL,
    afterwards TEXT    NOT NULL,
    CHECK ((item IS NULL) <> (routine_id IS NULL))
) STRICT;
CREATE INDEX practices_by_item ON practices (item);
CREATE INDEX practices_by_routine ON practices (routine_id);

ALTER TABLE routines ADD COLUMN is_left_out INTEGER NOT NULL DEFAULT 0;
