-- Lines of the safety plan and of the page for an appointment.

CREATE TABLE help_lines (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    part       TEXT    NOT NULL,
    position   INTEGER NOT NULL, -- within its part
    text       TEXT    NOT NULL,
    person_id  INTEGER REFERENCES people (id),
    changed_at INTEGER NOT NULL
) STRICT;
