-- Where the latest library item was left half-way: one place or none.

CREATE TABLE library_stops (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    item  TEXT NOT NULL,
    place TEXT NOT NULL -- JSON
) STRICT;
