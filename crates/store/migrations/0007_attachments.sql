-- Pictures, sounds and files of entries. Their bytes have a table of their own, so that no list reads them.

CREATE TABLE attachments (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id   INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    name       TEXT    NOT NULL,
    caption    TEXT    NOT NULL DEFAULT '',
    added_at   INTEGER NOT NULL,
    removed_at INTEGER, -- taken off its entry since then; 0 while its bytes arrive
    facts      TEXT    NOT NULL -- JSON
) STRICT;
CREATE INDEX attachments_by_entry ON attachments (entry_id, id);
CREATE INDEX attachments_removed ON attachments (removed_at) WHERE removed_at IS NOT NULL;

CREATE TABLE attachment_bytes (
    attachment_id INTEGER NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
    part          INTEGER NOT NULL, -- from 0; the thumbnail is -1
    bytes         BLOB    NOT NULL,
    UNIQUE (attachment_id, part)
) STRICT;

-- What was taken off is not in the index.
CREATE VIEW readable_attachments AS SELECT id, name, caption FROM attachments WHERE removed_at IS NULL;
CREATE VIRTUAL TABLE attachments_fts USING fts5 (
    name, caption, content = 'readable_attachments', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER attachments_fts_insert AFTER INSERT ON attachments WHEN new.removed_at IS NULL BEGIN
    INSERT INTO attachments_fts (rowid, name, caption) VALUES (new.id, new.name, new.caption);
END;
CREATE TRIGGER attachments_fts_delete AFTER DELETE ON attachments WHEN old.removed_at IS NULL BEGIN
    INSERT INTO attachments_fts (attachments_fts, rowid, name, caption)
        VALUES ('delete', old.id, old.name, old.caption);
END;
CREATE TRIGGER attachments_fts_update AFTER UPDATE OF name, caption, removed_at ON attachments BEGIN
    INSERT INTO attachments_fts (attachments_fts, rowid, name, caption)
        SELECT 'delete', old.id, old.name, old.caption WHERE old.removed_at IS NULL;
    INSERT INTO attachments_fts (rowid, name, caption)
        SELECT new.id, new.name, new.caption WHERE new.removed_at IS NULL;
END;
