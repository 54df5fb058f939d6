-- The journal: stars, tags, a bin, earlier states of an entry, and which questions were shown.

ALTER TABLE entries ADD COLUMN is_starred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN deleted_at INTEGER; -- in the bin since then
ALTER TABLE entries ADD COLUMN was_closed INTEGER NOT NULL DEFAULT 0; -- since its text last changed

DROP INDEX entries_by_day;
CREATE INDEX entries_by_day ON entries (on_day DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX entries_in_bin ON entries (deleted_at) WHERE deleted_at IS NOT NULL;

-- What is in the bin is not in the index.
DROP TRIGGER entries_fts_insert;
DROP TRIGGER entries_fts_delete;
DROP TRIGGER entries_fts_update;
DROP TABLE entries_fts;
CREATE VIEW readable_entries AS SELECT id, text FROM entries WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE entries_fts USING fts5 (
    text, content = 'readable_entries', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO entries_fts (entries_fts) VALUES ('rebuild');
CREATE TRIGGER entries_fts_insert AFTER INSERT ON entries WHEN new.deleted_at IS NULL BEGIN
    INSERT INTO entries_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER entries_fts_delete AFTER DELETE ON entries WHEN old.deleted_at IS NULL BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER entries_fts_update AFTER UPDATE OF text, deleted_at ON entries
WHEN old.text IS NOT new.text OR old.deleted_at IS NOT new.deleted_at BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, text)
        SELECT 'delete', old.id, old.text WHERE old.deleted_at IS NULL;
    INSERT INTO entries_fts (rowid, text) SELECT new.id, new.text WHERE new.deleted_at IS NULL;
END;

CREATE TABLE entry_tags (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    name     TEXT    NOT NULL,
    folded   TEXT    NOT NULL, -- as it is compared
    UNIQUE (entry_id, folded)
) STRICT;
CREATE INDEX entry_tags_by_name ON entry_tags (folded, entry_id);

CREATE TABLE entry_versions (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    at       INTEGER NOT NULL, -- when this text was written last
    text     TEXT    NOT NULL
) STRICT;
CREATE INDEX entry_versions_by_entry ON entry_versions (entry_id, id);

CREATE TABLE prompts_shown (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    prompt TEXT NOT NULL UNIQUE, -- its key
    on_day TEXT NOT NULL         -- the last day it was shown
) STRICT;
