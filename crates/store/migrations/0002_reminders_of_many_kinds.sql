-- Reminders of many kinds, times and days; and what became of each moment, with its reason.

ALTER TABLE reminders ADD COLUMN about TEXT NOT NULL DEFAULT '{"about":"check_in"}'; -- JSON
ALTER TABLE reminders ADD COLUMN timing TEXT NOT NULL DEFAULT '{}'; -- JSON
ALTER TABLE reminders ADD COLUMN on_days TEXT NOT NULL DEFAULT '{}'; -- JSON
ALTER TABLE reminders ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE reminders ADD COLUMN hides_content INTEGER NOT NULL DEFAULT 1;
ALTER TABLE reminders ADD COLUMN asks_again INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reminders ADD COLUMN keeps_on INTEGER NOT NULL DEFAULT 0;

UPDATE reminders SET
    timing = json_object('when', 'window', 'from_minute', from_minute, 'until_minute', until_minute),
    on_days = json_object('on', 'weekdays', 'days', json_array(
        json(iif(days & 1, 'true', 'false')), json(iif(days & 2, 'true', 'false')),
        json(iif(days & 4, 'true', 'false')), json(iif(days & 8, 'true', 'false')),
        json(iif(days & 16, 'true', 'false')), json(iif(days & 32, 'true', 'false')),
        json(iif(days & 64, 'true', 'false'))));

ALTER TABLE reminders DROP COLUMN until_minute;
ALTER TABLE reminders DROP COLUMN from_minute;
ALTER TABLE reminders DROP COLUMN days;

CREATE TABLE reminder_lines (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    reminder_id INTEGER NOT NULL REFERENCES reminders (id) ON DELETE CASCADE,
    on_day      TEXT    NOT NULL,
    slot        INTEGER NOT NULL, -- which moment of the day, from 0
    attempt     INTEGER NOT NULL, -- 1: asked again after "not now"
    at          INTEGER NOT NULL,
    closes_at   INTEGER NOT NULL,
    fate        TEXT    NOT NULL,
    reason      TEXT,
    asks_quiet  INTEGER NOT NULL,
    answered_at INTEGER,
    UNIQUE (reminder_id, on_day, slot, attempt)
) STRICT;
INSERT INTO reminder_lines (id, reminder_id, on_day, slot, attempt, at, closes_at, fate, asks_quiet, answered_at)
    SELECT id, reminder_id, on_day, 0, 0, at, at, fate, 0, answered_at FROM reminder_log;
DROP TABLE reminder_log;
ALTER TABLE reminder_lines RENAME TO reminder_log;
CREATE INDEX reminder_log_by_reminder ON reminder_log (reminder_id, id);
CREATE INDEX reminder_log_by_time ON reminder_log (at);
