-- Writing: titles, questions and forms of one's own, and worries that wait for a time.

ALTER TABLE entries ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE entry_versions ADD COLUMN title TEXT NOT NULL DEFAULT '';

-- Titles are found like the text. Each row stands in the place that 0006 gave it.
DROP TRIGGER entries_fts_insert;
DROP TRIGGER entries_fts_delete;
DROP TRIGGER entries_fts_update;
DROP TABLE entries_fts;
DROP VIEW readable_entries;
CREATE VIEW readable_entries AS
    SELECT unixepoch(on_day) / 86400 * 4294967296 + id AS place, title, text FROM entries WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE entries_fts USING fts5 (
    title, text, content = 'readable_entries', content_rowid = 'place',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO entries_fts (entries_fts) VALUES ('rebuild');
CREATE TRIGGER entries_fts_insert AFTER INSERT ON entries WHEN new.deleted_at IS NULL BEGIN
    INSERT INTO entries_fts (rowid, title, text)
        VALUES (unixepoch(new.on_day) / 86400 * 4294967296 + new.id, new.title, new.text);
END;
CREATE TRIGGER entries_fts_delete AFTER DELETE ON entries WHEN old.deleted_at IS NULL BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, title, text)
        VALUES ('delete', unixepoch(old.on_day) / 86400 * 4294967296 + old.id, old.title, old.text);
END;
CREATE TRIGGER entries_fts_update AFTER UPDATE OF on_day, title, text, deleted_at ON entries
WHEN old.title IS NOT new.title OR old.text IS NOT new.text OR old.on_day IS NOT new.on_day
    OR old.deleted_at IS NOT new.deleted_at BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, title, text)
        SELECT 'delete', unixepoch(old.on_day) / 86400 * 4294967296 + old.id, old.title, old.text
        WHERE old.deleted_at IS NULL;
    INSERT INTO entries_fts (rowid, title, text)
        SELECT unixepoch(new.on_day) / 86400 * 4294967296 + new.id, new.title, new.text
        WHERE new.deleted_at IS NULL;
END;

CREATE TABLE own_prompts (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    text   TEXT NOT NULL,
    weight TEXT NOT NULL
) STRICT;

CREATE TABLE prompts_left_out (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    prompt TEXT NOT NULL UNIQUE -- its key
) STRICT;

CREATE TABLE own_forms (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE parked_worries (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    text   TEXT    NOT NULL,
    on_day TEXT    NOT NULL, -- when it is looked at, wherever one is then
    minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439)
) STRICT;
