-- The index of words keeps the entries by day, so that the newest are found first and the rest is not read.
-- A row's place: days since 1970 in the upper half, its id in the lower (store/search.rs reads it back).

DROP TRIGGER entries_fts_insert;
DROP TRIGGER entries_fts_delete;
DROP TRIGGER entries_fts_update;
DROP TABLE entries_fts;
DROP VIEW readable_entries;
CREATE VIEW readable_entries AS
    SELECT unixepoch(on_day) / 86400 * 4294967296 + id AS place, text FROM entries WHERE deleted_at IS NULL;
CREATE VIRTUAL TABLE entries_fts USING fts5 (
    text, content = 'readable_entries', content_rowid = 'place',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO entries_fts (entries_fts) VALUES ('rebuild');
CREATE TRIGGER entries_fts_insert AFTER INSERT ON entries WHEN new.deleted_at IS NULL BEGIN
    INSERT INTO entries_fts (rowid, text)
        VALUES (unixepoch(new.on_day) / 86400 * 4294967296 + new.id, new.text);
END;
CREATE TRIGGER entries_fts_delete AFTER DELETE ON entries WHEN old.deleted_at IS NULL BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, text)
        VALUES ('delete', unixepoch(old.on_day) / 86400 * 4294967296 + old.id, old.text);
END;
CREATE TRIGGER entries_fts_update AFTER UPDATE OF on_day, text, deleted_at ON entries
WHEN old.text IS NOT new.text OR old.on_day IS NOT new.on_day OR old.deleted_at IS NOT new.deleted_at BEGIN
    INSERT INTO entries_fts (entries_fts, rowid, text)
        SELECT 'delete', unixepoch(old.on_day) / 86400 * 4294967296 + old.id, old.text
        WHERE old.deleted_at IS NULL;
    INSERT INTO entries_fts (rowid, text)
        SELECT unixepoch(new.on_day) / 86400 * 4294967296 + new.id, new.text WHERE new.deleted_at IS NULL;
END;
