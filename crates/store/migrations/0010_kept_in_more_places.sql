-- Pictures and sounds that belong to no entry: the picture of the safety plan, and songs. The table is made anew,
-- since a column cannot lose its NOT NULL; the bytes stay where they are.

DROP TRIGGER attachments_fts_insert;
DROP TRIGGER attachments_fts_delete;
DROP TRIGGER attachments_fts_update;
DROP VIEW readable_attachments;

CREATE TABLE attachments_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id   INTEGER REFERENCES entries (id) ON DELETE CASCADE,
    shelf      TEXT, -- where it is when it is on no entry
    name       TEXT    NOT NULL,
    caption    TEXT    NOT NULL DEFAULT '',
    added_at   INTEGER NOT NULL,
    removed_at INTEGER, -- taken off since then; 0 while its bytes arrive
    facts      TEXT    NOT NULL, -- JSON
    CHECK ((entry_id IS NULL) <> (shelf IS NULL))
) STRICT;
INSERT INTO attachments_anew (id, entry_id, name, caption, added_at, removed_at, facts)
    SELECT id, entry_id, name, caption, added_at, removed_at, facts FROM attachments;
-- An id is not given twice, also after the latest has gone.
DELETE FROM sqlite_sequence WHERE name = 'attachments_anew';
INSERT INTO sqlite_sequence (name, seq)
    SELECT 'attachments_anew', seq FROM sqlite_sequence WHERE name = 'attachments';
DROP TABLE attachments;
ALTER TABLE attachments_anew RENAME TO attachments;
CREATE INDEX attachments_by_entry ON attachments (entry_id, id);
CREATE INDEX attachments_by_shelf ON attachments (shelf, id) WHERE shelf IS NOT NULL;
CREATE INDEX attachments_removed ON attachments (removed_at) WHERE removed_at IS NOT NULL;

-- Neither what was taken off nor what is on no entry is in the index: a search finds entries.
CREATE VIEW readable_attachments AS
    SELECT id, name, caption FROM attachments WHERE removed_at IS NULL AND entry_id IS NOT NULL;
CREATE TRIGGER attachments_fts_insert AFTER INSERT ON attachments
WHEN new.removed_at IS NULL AND new.entry_id IS NOT NULL BEGIN
    INSERT INTO attachments_fts (rowid, name, caption) VALUES (new.id, new.name, new.caption);
END;
CREATE TRIGGER attachments_fts_delete AFTER DELETE ON attachments
WHEN old.removed_at IS NULL AND old.entry_id IS NOT NULL BEGIN
    INSERT INTO attachments_fts (attachments_fts, rowid, name, caption)
        VALUES ('delete', old.id, old.name, old.caption);
END;
CREATE TRIGGER attachments_fts_update AFTER UPDATE OF name, caption, removed_at ON attachments
WHEN old.entry_id IS NOT NULL BEGIN
    INSERT INTO attachments_fts (attachments_fts, rowid, name, caption)
        SELECT 'delete', old.id, old.name, old.caption WHERE old.removed_at IS NULL;
    INSERT INTO attachments_fts (rowid, name, caption)
        SELECT new.id, new.name, new.caption WHERE new.removed_at IS NULL;
END;

-- What might be around feeling little, as far as someone has said so.
CREATE TABLE around (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    key       TEXT    NOT NULL UNIQUE,
    is_ticked INTEGER NOT NULL,
    note      TEXT    NOT NULL
) STRICT;
