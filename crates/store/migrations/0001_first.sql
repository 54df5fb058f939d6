-- The first tables. Instants are UTC milliseconds (…_at), civil dates are YYYY-MM-DD (…_on).

CREATE TABLE check_ins (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       INTEGER NOT NULL,
    on_day   TEXT    NOT NULL,
    zone     TEXT    NOT NULL,
    feel     INTEGER CHECK (feel BETWEEN 0 AND 10),
    cant_tell INTEGER NOT NULL DEFAULT 0 CHECK (cant_tell = 0 OR feel IS NULL),
    energy   INTEGER CHECK (energy BETWEEN 0 AND 10),
    comfort  INTEGER CHECK (comfort BETWEEN 0 AND 10),
    words    TEXT    NOT NULL, -- JSON list
    body     TEXT    NOT NULL, -- JSON list
    note     TEXT    NOT NULL
) STRICT;
CREATE INDEX check_ins_by_time ON check_ins (at);

CREATE TABLE entries (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    on_day     TEXT    NOT NULL,
    zone       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    opening    TEXT    NOT NULL, -- first line, for lists
    text       TEXT    NOT NULL
) STRICT;
CREATE INDEX entries_by_day ON entries (on_day DESC, id DESC);

CREATE VIRTUAL TABLE entries_fts USING fts5 (
    text, content = 'entries', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER entries_fts_insert AFTER INSERT ON entries BEGIN
    INSERT INTO entries_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER entries_fts_delete AFTER DELETE ON entries BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER entries_fts_update AFTER UPDATE OF text ON entries BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO entries_fts (rowid, text) VALUES (new.id, new.text);
END;

CREATE TABLE activities (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    shelf      TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    smaller    TEXT    NOT NULL,
    minutes    INTEGER,
    energy     TEXT    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE activity_log (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    activity_id INTEGER REFERENCES activities (id) ON DELETE SET NULL,
    title       TEXT    NOT NULL,
    started_at  INTEGER NOT NULL,
    on_day      TEXT    NOT NULL,
    ended_at    INTEGER,
    outcome     TEXT,
    guess       INTEGER CHECK (guess BETWEEN 0 AND 10),
    pleasure    INTEGER CHECK (pleasure BETWEEN 0 AND 10),
    mastery     INTEGER CHECK (mastery BETWEEN 0 AND 10),
    closeness   INTEGER CHECK (closeness BETWEEN 0 AND 10)
) STRICT;
CREATE INDEX activity_log_by_activity ON activity_log (activity_id);

CREATE TABLE routines (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    seed_key TEXT UNIQUE,
    title    TEXT    NOT NULL,
    summary  TEXT    NOT NULL,
    minutes  INTEGER NOT NULL,
    energy   TEXT    NOT NULL,
    cautions TEXT    NOT NULL -- JSON list
) STRICT;

CREATE TABLE steps (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    routine_id INTEGER NOT NULL REFERENCES routines (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    seconds    INTEGER
) STRICT;
CREATE INDEX steps_by_routine ON steps (routine_id, position);

CREATE TABLE runs (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    routine_id INTEGER REFERENCES routines (id) ON DELETE SET NULL,
    title      TEXT    NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at   INTEGER,
    outcome    TEXT
) STRICT;
CREATE INDEX runs_by_routine ON runs (routine_id);

CREATE TABLE run_steps (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id  INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    step_id INTEGER NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    outcome TEXT    NOT NULL,
    UNIQUE (run_id, step_id)
) STRICT;
CREATE INDEX run_steps_by_step ON run_steps (step_id);

CREATE TABLE reminders (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    is_on        INTEGER NOT NULL,
    days         INTEGER NOT NULL CHECK (days BETWEEN 0 AND 127), -- bit 0 is Monday
    from_minute  INTEGER NOT NULL,
    until_minute INTEGER NOT NULL CHECK (until_minute > from_minute),
    changed_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE reminder_log (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    reminder_id INTEGER NOT NULL REFERENCES reminders (id) ON DELETE CASCADE,
    on_day      TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    fate        TEXT    NOT NULL,
    answered_at INTEGER,
    UNIQUE (reminder_id, on_day)
) STRICT;

CREATE TABLE library_marks (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    item         TEXT    NOT NULL UNIQUE,
    is_favourite INTEGER NOT NULL,
    is_left_out  INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    value TEXT NOT NULL -- JSON
) STRICT;
INSERT INTO settings (id, value) VALUES (1, '{}');

CREATE TABLE people (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    name  TEXT NOT NULL,
    reach TEXT NOT NULL
) STRICT;
