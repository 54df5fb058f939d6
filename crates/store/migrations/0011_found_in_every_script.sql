-- The index holds words and signs as `tokens.rs` reads and folds them, with a space between them, so that what is written
-- in two ways and read as one is found as one, in every script. The tokenizer is left to cut at those spaces: to it all
-- that is not ASCII is part of a word. `index_rule` says by which rule the rows were folded; they are folded anew, and the
-- index is filled, when the program has another (`folded.rs`). Each row stands in the place that 0006 gave it.

DROP TRIGGER entries_fts_insert;
DROP TRIGGER entries_fts_delete;
DROP TRIGGER entries_fts_update;
DROP TABLE entries_fts;
DROP VIEW readable_entries;
CREATE VIEW readable_entries AS
    SELECT unixepoch(on_day) / 86400 * 4294967296 + id AS place, indexed(title) AS title, indexed(text) AS text
    FROM entries WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE entries_fts USING fts5 (
    title, text, content = 'readable_entries', content_rowid = 'place', tokenize = 'ascii', prefix = '2 3'
);
CREATE TRIGGER entries_fts_insert AFTER INSERT ON entries WHEN new.deleted_at IS NULL BEGIN
    INSERT INTO entries_fts (rowid, title, text)
        VALUES (unixepoch(new.on_day) / 86400 * 4294967296 + new.id, indexed(new.title), indexed(new.text));
END;
CREATE TRIGGER entries_fts_delete AFTER DELETE ON entries WHEN old.deleted_at IS NULL BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, title, text)
        VALUES ('delete', unixepoch(old.on_day) / 86400 * 4294967296 + old.id, indexed(old.title), indexed(old.text));
END;
CREATE TRIGGER entries_fts_update AFTER UPDATE OF on_day, title, text, deleted_at ON entries
WHEN old.title IS NOT new.title OR old.text IS NOT new.text OR old.on_day IS NOT new.on_day
    OR old.deleted_at IS NOT new.deleted_at BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, title, text)
        SELECT 'delete', unixepoch(old.on_day) / 86400 * 4294967296 + old.id, indexed(old.title), indexed(old.text)
        WHERE old.deleted_at IS NULL;
    INSERT INTO entries_fts (rowid, title, text)
        SELECT unixepoch(new.on_day) / 86400 * 4294967296 + new.id, indexed(new.title), indexed(new.text)
        WHERE new.deleted_at IS NULL;
END;

DROP TRIGGER attachments_fts_insert;
DROP TRIGGER attachments_fts_delete;
DROP TRIGGER attachments_fts_update;
DROP TABLE attachments_fts;
DROP VIEW readable_attachments;
CREATE VIEW readable_attachments AS
    SELECT id, indexed(name) AS name, indexed(caption) AS caption
    FROM attachments WHERE removed_at IS NULL AND entry_id IS NOT NULL;
CREATE VIRTUAL TABLE attachments_fts USING fts5 (
    name, caption, content = 'readable_attachments', content_rowid = 'id', tokenize = 'ascii', prefix = '2 3'
);
CREATE TRIGGER attachments_fts_insert AFTER INSERT ON attachments
WHEN new.removed_at IS NULL AND new.entry_id IS NOT NULL BEGIN
    INSERT INTO attachments_fts (rowid, name, caption) VALUES (new.id, indexed(new.name), indexed(new.caption));
END;
CREATE TRIGGER attachments_fts_delete AFTER DELETE ON attachments
WHEN old.removed_at IS NULL AND old.entry_id IS NOT NULL BEGIN
    INSERT INTO attachments_fts (attachments_fts, rowid, name, caption)
        VALUES ('delete', old.id, indexed(old.name), indexed(old.caption));
END;
CREATE TRIGGER attachments_fts_update AFTER UPDATE OF name, caption, removed_at ON attachments
WHEN old.entry_id IS NOT NULL BEGIN
    INSERT INTO attachments_fts (attachments_fts, rowid, name, caption)
        SELECT 'delete', old.id, indexed(old.name), indexed(old.caption) WHERE old.removed_at IS NULL;
    INSERT INTO attachments_fts (rowid, name, caption)
        SELECT new.id, indexed(new.name), indexed(new.caption) WHERE new.removed_at IS NULL;
END;

CREATE TABLE index_rule (rule INTEGER NOT NULL) STRICT;
INSERT INTO index_rule VALUES (0);

-- Few, if any: those that were emptied are looked for after each opening.
CREATE INDEX entries_without_words ON entries (id) WHERE opening = '' AND title = '' AND deleted_at IS NULL;
