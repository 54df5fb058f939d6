-- Every row that holds something of a person's has an identity beyond this file, and says when it was made and last
-- changed. `uid` is 16 random bytes, made once; where a row has a natural key it is derived from that (`uid_of`), so that
-- two files mean the same row by it. `id` stays the handle inside this file. Whatever happened in a person's day has the
-- day and the zone. What was not kept until now is taken from what stands nearest; a time of 0 means that nothing is known.
-- A column cannot be added with a default that is made anew for each row, so each table is made anew.

CREATE TEMP TABLE given_numbers AS SELECT name, seq FROM sqlite_sequence;

-- Where the person was on a day: the zone of the last check-in or entry until then, or else of the first.
CREATE TEMP TABLE zones AS
    SELECT on_day, max(zone) AS zone FROM (
        SELECT on_day, zone FROM check_ins UNION ALL SELECT on_day, zone FROM entries
    ) GROUP BY on_day;
CREATE UNIQUE INDEX temp.zones_by_day ON zones (on_day);

-- What was deleted leaves its uid and the time, and no word, so that nothing brings it back by accident.
CREATE TABLE deleted_rows (
    uid        BLOB    PRIMARY KEY CHECK (length(uid) = 16),
    table_name TEXT    NOT NULL,
    deleted_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE check_ins_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    at         INTEGER NOT NULL,
    on_day     TEXT    NOT NULL,
    zone       TEXT    NOT NULL,
    feel       INTEGER CHECK (feel BETWEEN 0 AND 10),
    cant_tell  INTEGER NOT NULL DEFAULT 0 CHECK (cant_tell = 0 OR feel IS NULL),
    energy     INTEGER CHECK (energy BETWEEN 0 AND 10),
    comfort    INTEGER CHECK (comfort BETWEEN 0 AND 10),
    words      TEXT    NOT NULL, -- JSON list
    body       TEXT    NOT NULL, -- JSON list
    note       TEXT    NOT NULL
) STRICT;
INSERT INTO check_ins_anew (id, created_at, changed_at, at, on_day, zone, feel, cant_tell, energy, comfort, words, body, note)
    SELECT id, at, at, at, on_day, zone, feel, cant_tell, energy, comfort, words, body, note FROM check_ins;
DROP TABLE check_ins;
ALTER TABLE check_ins_anew RENAME TO check_ins;
CREATE INDEX check_ins_by_time ON check_ins (at);
CREATE INDEX check_ins_by_day ON check_ins (on_day, at);

DROP TRIGGER attachments_fts_insert;
DROP TRIGGER attachments_fts_delete;
DROP TRIGGER attachments_fts_update;
DROP VIEW readable_attachments;
CREATE TABLE attachments_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16), -- texts name it by this
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    entry_id   INTEGER REFERENCES entries (id) ON DELETE CASCADE,
    shelf      TEXT, -- where it is when it is on no entry
    name       TEXT    NOT NULL,
    caption    TEXT    NOT NULL DEFAULT '',
    added_at   INTEGER NOT NULL,
    removed_at INTEGER, -- taken off since then; 0 while its bytes arrive
    facts      TEXT    NOT NULL, -- JSON
    CHECK ((entry_id IS NULL) <> (shelf IS NULL))
) STRICT;
INSERT INTO attachments_anew (id, created_at, changed_at, entry_id, shelf, name, caption, added_at, removed_at, facts)
    SELECT id, added_at, max(added_at, coalesce(removed_at, 0)), entry_id, shelf, name, caption, added_at, removed_at, facts
    FROM attachments;
DROP TABLE attachments;
ALTER TABLE attachments_anew RENAME TO attachments;
CREATE INDEX attachments_by_entry ON attachments (entry_id, id);
CREATE INDEX attachments_by_shelf ON attachments (shelf, id) WHERE shelf IS NOT NULL;
CREATE INDEX attachments_removed ON attachments (removed_at) WHERE removed_at IS NOT NULL;

CREATE VIEW readable_attachments AS
    SELECT id, indexed(name) AS name, indexed(caption) AS caption
    FROM attachments WHERE removed_at IS NULL AND entry_id IS NOT NULL;
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

-- A text names its attachments by their uids.
CREATE TEMP TABLE names AS SELECT json_group_object(cast(id AS TEXT), lower(hex(uid))) AS uids FROM attachments;

-- An entry's text has a time of its own: a star or another day is a change, and no writing.
DROP TRIGGER entries_fts_insert;
DROP TRIGGER entries_fts_delete;
DROP TRIGGER entries_fts_update;
DROP VIEW readable_entries;
CREATE TABLE entries_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    written_at INTEGER NOT NULL, -- its title or text, last
    on_day     TEXT    NOT NULL,
    zone       TEXT    NOT NULL,
    is_starred INTEGER NOT NULL DEFAULT 0,
    deleted_at INTEGER, -- in the bin since then
    was_closed INTEGER NOT NULL DEFAULT 0, -- since its text last changed
    opening    TEXT    NOT NULL, -- first line, for lists
    title      TEXT    NOT NULL DEFAULT '',
    text       TEXT    NOT NULL
) STRICT;
INSERT INTO entries_anew (id, created_at, changed_at, written_at, on_day, zone, is_starred, deleted_at, was_closed, opening, title, text)
    SELECT id, created_at, max(changed_at, coalesce(deleted_at, 0)), changed_at, on_day, zone, is_starred, deleted_at,
        was_closed, opening, title, with_uids(text, uids) FROM entries, names;
DROP TABLE entries;
ALTER TABLE entries_anew RENAME TO entries;
CREATE INDEX entries_by_day ON entries (on_day DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX entries_in_bin ON entries (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX entries_without_words ON entries (id) WHERE opening = '' AND title = '' AND deleted_at IS NULL;

CREATE VIEW readable_entries AS
    SELECT unixepoch(on_day) / 86400 * 4294967296 + id AS place, indexed(title) AS title, indexed(text) AS text
    FROM entries WHERE deleted_at IS NULL;
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

CREATE TABLE entry_tags_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of its entry and how it is compared
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    entry_id   INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    name       TEXT    NOT NULL,
    folded     TEXT    NOT NULL, -- as it is compared
    UNIQUE (entry_id, folded)
) STRICT;
INSERT INTO entry_tags_anew (id, uid, created_at, changed_at, entry_id, name, folded)
    SELECT tag.id, uid_of('entry_tags', hex(entry.uid) || folded), entry.written_at, entry.written_at, entry_id, name, folded
    FROM entry_tags AS tag JOIN entries AS entry ON entry.id = entry_id;
DROP TABLE entry_tags;
ALTER TABLE entry_tags_anew RENAME TO entry_tags;
CREATE INDEX entry_tags_by_name ON entry_tags (folded, entry_id);

CREATE TABLE entry_versions_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    entry_id   INTEGER NOT NULL REFERENCES entries (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL, -- when this text was written last
    title      TEXT    NOT NULL DEFAULT '',
    text       TEXT    NOT NULL
) STRICT;
INSERT INTO entry_versions_anew (id, created_at, changed_at, entry_id, at, title, text)
    SELECT id, at, at, entry_id, at, title, with_uids(text, uids) FROM entry_versions, names;
DROP TABLE entry_versions;
ALTER TABLE entry_versions_anew RENAME TO entry_versions;
CREATE INDEX entry_versions_by_entry ON entry_versions (entry_id, id);

CREATE TABLE own_prompts_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    text       TEXT    NOT NULL,
    weight     TEXT    NOT NULL
) STRICT;
INSERT INTO own_prompts_anew (id, created_at, changed_at, text, weight) SELECT id, 0, 0, text, weight FROM own_prompts;
DROP TABLE own_prompts;
ALTER TABLE own_prompts_anew RENAME TO own_prompts;

-- A question of one's own is called by its uid there.
CREATE TABLE prompts_shown_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of its key
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    prompt     TEXT    NOT NULL UNIQUE, -- its key
    on_day     TEXT    NOT NULL         -- the last day it was shown
) STRICT;
INSERT INTO prompts_shown_anew (id, uid, created_at, changed_at, prompt, on_day)
    SELECT id, uid_of('prompts_shown', key), shown_at, shown_at, key, on_day FROM (
        SELECT shown.id, iif(own.id IS NULL, prompt, 'own-' || lower(hex(own.uid))) AS key, on_day, coalesce(unixepoch(on_day) * 1000, 0) AS shown_at
        FROM prompts_shown AS shown LEFT JOIN own_prompts AS own ON prompt = 'own-' || own.id);
DROP TABLE prompts_shown;
ALTER TABLE prompts_shown_anew RENAME TO prompts_shown;

CREATE TABLE prompts_left_out_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of its key
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    prompt     TEXT    NOT NULL UNIQUE -- its key
) STRICT;
INSERT INTO prompts_left_out_anew (id, uid, created_at, changed_at, prompt)
    SELECT id, uid_of('prompts_left_out', key), 0, 0, key FROM (
        SELECT mark.id, iif(own.id IS NULL, prompt, 'own-' || lower(hex(own.uid))) AS key
        FROM prompts_left_out AS mark LEFT JOIN own_prompts AS own ON prompt = 'own-' || own.id);
DROP TABLE prompts_left_out;
ALTER TABLE prompts_left_out_anew RENAME TO prompts_left_out;

CREATE TABLE own_forms_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    name       TEXT    NOT NULL,
    text       TEXT    NOT NULL
) STRICT;
INSERT INTO own_forms_anew (id, created_at, changed_at, name, text) SELECT id, 0, 0, name, text FROM own_forms;
DROP TABLE own_forms;
ALTER TABLE own_forms_anew RENAME TO own_forms;

CREATE TABLE parked_worries_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    text       TEXT    NOT NULL,
    on_day     TEXT    NOT NULL, -- when it is looked at, wherever one is then
    minute     INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439)
) STRICT;
INSERT INTO parked_worries_anew (id, created_at, changed_at, text, on_day, minute)
    SELECT id, 0, 0, text, on_day, minute FROM parked_worries;
DROP TABLE parked_worries;
ALTER TABLE parked_worries_anew RENAME TO parked_worries;

CREATE TABLE activities_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    shelf      TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    smaller    TEXT    NOT NULL,
    minutes    INTEGER,
    energy     TEXT    NOT NULL,
    idea       TEXT -- that it came from, by its key
) STRICT;
INSERT INTO activities_anew (id, created_at, changed_at, shelf, title, smaller, minutes, energy, idea)
    SELECT id, created_at, created_at, shelf, title, smaller, minutes, energy, idea FROM activities;
DROP TABLE activities;
ALTER TABLE activities_anew RENAME TO activities;

CREATE TABLE activity_log_anew (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at  INTEGER NOT NULL DEFAULT (moment()),
    changed_at  INTEGER NOT NULL DEFAULT (moment()),
    activity_id INTEGER REFERENCES activities (id) ON DELETE SET NULL,
    title       TEXT    NOT NULL,
    started_at  INTEGER NOT NULL,
    on_day      TEXT    NOT NULL,
    zone        TEXT    NOT NULL,
    ended_at    INTEGER,
    outcome     TEXT,
    guess       INTEGER CHECK (guess BETWEEN 0 AND 10),
    pleasure    INTEGER CHECK (pleasure BETWEEN 0 AND 10),
    mastery     INTEGER CHECK (mastery BETWEEN 0 AND 10),
    closeness   INTEGER CHECK (closeness BETWEEN 0 AND 10)
) STRICT;
INSERT INTO activity_log_anew (id, created_at, changed_at, activity_id, title, started_at, on_day, zone, ended_at, outcome, guess, pleasure, mastery, closeness)
    SELECT id, started_at, coalesce(ended_at, started_at), activity_id, title, started_at, on_day,
        coalesce((SELECT zone FROM zones WHERE zones.on_day <= log.on_day ORDER BY zones.on_day DESC LIMIT 1),
            (SELECT zone FROM zones ORDER BY on_day LIMIT 1), 'UTC'),
        ended_at, outcome, guess, pleasure, mastery, closeness
    FROM activity_log AS log;
DROP TABLE activity_log;
ALTER TABLE activity_log_anew RENAME TO activity_log;
CREATE INDEX activity_log_by_activity ON activity_log (activity_id);

CREATE TABLE routines_anew (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of its key, where it ships
    created_at  INTEGER NOT NULL DEFAULT (moment()),
    changed_at  INTEGER NOT NULL DEFAULT (moment()),
    seed_key    TEXT UNIQUE,
    title       TEXT    NOT NULL,
    summary     TEXT    NOT NULL,
    minutes     INTEGER NOT NULL,
    energy      TEXT    NOT NULL,
    cautions    TEXT    NOT NULL, -- JSON list
    is_left_out INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO routines_anew (id, uid, created_at, changed_at, seed_key, title, summary, minutes, energy, cautions, is_left_out)
    SELECT id, coalesce(uid_of('routines', seed_key), randomblob(16)), 0, 0, seed_key, title, summary, minutes, energy,
        cautions, is_left_out
    FROM routines;
DROP TABLE routines;
ALTER TABLE routines_anew RENAME TO routines;

CREATE TABLE steps_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of its routine and position
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    routine_id INTEGER NOT NULL REFERENCES routines (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL, -- as it shipped: nobody changes it
    text       TEXT    NOT NULL,
    seconds    INTEGER
) STRICT;
INSERT INTO steps_anew (id, uid, created_at, changed_at, routine_id, position, text, seconds)
    SELECT step.id, uid_of('steps', hex(routine.uid) || position), 0, 0, routine_id, position, text, seconds
    FROM steps AS step JOIN routines AS routine ON routine.id = routine_id;
DROP TABLE steps;
ALTER TABLE steps_anew RENAME TO steps;
CREATE INDEX steps_by_routine ON steps (routine_id, position);

CREATE TABLE runs_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    routine_id INTEGER REFERENCES routines (id) ON DELETE SET NULL,
    title      TEXT    NOT NULL,
    started_at INTEGER NOT NULL,
    on_day     TEXT    NOT NULL,
    zone       TEXT    NOT NULL,
    ended_at   INTEGER,
    outcome    TEXT
) STRICT;
INSERT INTO runs_anew (id, created_at, changed_at, routine_id, title, started_at, on_day, zone, ended_at, outcome)
    SELECT id, started_at, coalesce(ended_at, started_at), routine_id, title, started_at, day_in(started_at, zone), zone,
        ended_at, outcome
    FROM (
        SELECT *, coalesce((SELECT zone FROM zones WHERE zones.on_day <= day_in(started_at, 'UTC')
            ORDER BY zones.on_day DESC LIMIT 1), (SELECT zone FROM zones ORDER BY on_day LIMIT 1), 'UTC') AS zone
        FROM runs);
DROP TABLE runs;
ALTER TABLE runs_anew RENAME TO runs;
CREATE INDEX runs_by_routine ON runs (routine_id);

CREATE TABLE run_steps_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of both
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    run_id     INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    step_id    INTEGER NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
    outcome    TEXT    NOT NULL,
    UNIQUE (run_id, step_id)
) STRICT;
INSERT INTO run_steps_anew (id, uid, created_at, changed_at, run_id, step_id, outcome)
    SELECT mark.id, uid_of('run_steps', hex(run.uid) || hex(step.uid)), run.created_at, run.changed_at, run_id, step_id, mark.outcome
    FROM run_steps AS mark JOIN runs AS run ON run.id = run_id JOIN steps AS step ON step.id = step_id;
DROP TABLE run_steps;
ALTER TABLE run_steps_anew RENAME TO run_steps;
CREATE INDEX run_steps_by_step ON run_steps (step_id);

CREATE TABLE practices_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    item       TEXT, -- of the library
    routine_id INTEGER REFERENCES routines (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    on_day     TEXT    NOT NULL,
    zone       TEXT    NOT NULL,
    afterwards TEXT    NOT NULL,
    CHECK ((item IS NULL) <> (routine_id IS NULL))
) STRICT;
INSERT INTO practices_anew (id, created_at, changed_at, item, routine_id, at, on_day, zone, afterwards)
    SELECT id, at, at, item, routine_id, at, on_day,
        coalesce((SELECT zone FROM zones WHERE zones.on_day <= practice.on_day ORDER BY zones.on_day DESC LIMIT 1),
            (SELECT zone FROM zones ORDER BY on_day LIMIT 1), 'UTC'),
        afterwards
    FROM practices AS practice;
DROP TABLE practices;
ALTER TABLE practices_anew RENAME TO practices;
CREATE INDEX practices_by_item ON practices (item);
CREATE INDEX practices_by_routine ON practices (routine_id);

-- What a reminder is about is named by its uid.
CREATE TABLE reminders_anew (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    uid           BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at    INTEGER NOT NULL DEFAULT (moment()),
    changed_at    INTEGER NOT NULL DEFAULT (moment()), -- or woken: what became of it earlier does not count
    is_on         INTEGER NOT NULL,
    about         TEXT    NOT NULL, -- JSON
    timing        TEXT    NOT NULL, -- JSON
    on_days       TEXT    NOT NULL, -- JSON
    words         TEXT    NOT NULL,
    hides_content INTEGER NOT NULL,
    asks_again    INTEGER NOT NULL,
    keeps_on      INTEGER NOT NULL
) STRICT;
INSERT INTO reminders_anew (id, created_at, changed_at, is_on, about, timing, on_days, words, hides_content, asks_again, keeps_on)
    SELECT id, changed_at, changed_at, is_on,
        CASE about ->> 'about'
            WHEN 'activity' THEN json_set(about, '$.activity',
                (SELECT lower(hex(uid)) FROM activities WHERE activities.id = about ->> 'activity'))
            WHEN 'routine' THEN json_set(about, '$.routine',
                (SELECT lower(hex(uid)) FROM routines WHERE routines.id = about ->> 'routine'))
            ELSE about END,
        timing, on_days, words, hides_content, asks_again, keeps_on
    FROM reminders;
DROP TABLE reminders;
ALTER TABLE reminders_anew RENAME TO reminders;

CREATE TABLE reminder_log_anew (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    uid         BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of its reminder and moment
    created_at  INTEGER NOT NULL DEFAULT (moment()),
    changed_at  INTEGER NOT NULL DEFAULT (moment()),
    reminder_id INTEGER NOT NULL REFERENCES reminders (id) ON DELETE CASCADE,
    on_day      TEXT    NOT NULL,
    zone        TEXT    NOT NULL,
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
INSERT INTO reminder_log_anew (id, uid, created_at, changed_at, reminder_id, on_day, zone, slot, attempt, at, closes_at, fate, reason, asks_quiet, answered_at)
    SELECT log.id, uid_of('reminder_log', hex(reminder.uid) || on_day || '/' || slot || '/' || attempt), at,
        coalesce(answered_at, at), reminder_id, on_day,
        coalesce((SELECT zone FROM zones WHERE zones.on_day <= log.on_day ORDER BY zones.on_day DESC LIMIT 1),
            (SELECT zone FROM zones ORDER BY on_day LIMIT 1), 'UTC'),
        slot, attempt, at, closes_at, fate, reason, asks_quiet, answered_at
    FROM reminder_log AS log JOIN reminders AS reminder ON reminder.id = reminder_id;
DROP TABLE reminder_log;
ALTER TABLE reminder_log_anew RENAME TO reminder_log;
CREATE INDEX reminder_log_by_reminder ON reminder_log (reminder_id, id);
CREATE INDEX reminder_log_by_time ON reminder_log (at);

CREATE TABLE library_marks_anew (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    uid          BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of its item
    created_at   INTEGER NOT NULL DEFAULT (moment()),
    changed_at   INTEGER NOT NULL DEFAULT (moment()),
    item         TEXT    NOT NULL UNIQUE,
    is_favourite INTEGER NOT NULL,
    is_left_out  INTEGER NOT NULL
) STRICT;
INSERT INTO library_marks_anew (id, uid, created_at, changed_at, item, is_favourite, is_left_out)
    SELECT id, uid_of('library_marks', item), 0, 0, item, is_favourite, is_left_out FROM library_marks;
DROP TABLE library_marks;
ALTER TABLE library_marks_anew RENAME TO library_marks;

CREATE TABLE library_stops_anew (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    uid        BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of the table: there is one place or none
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    item       TEXT    NOT NULL,
    place      TEXT    NOT NULL -- JSON
) STRICT;
INSERT INTO library_stops_anew (id, uid, created_at, changed_at, item, place)
    SELECT id, uid_of('library_stops', ''), 0, 0, item, place FROM library_stops;
DROP TABLE library_stops;
ALTER TABLE library_stops_anew RENAME TO library_stops;

-- One row a setting, so that a change of one is no change of the others.
CREATE TABLE settings_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of its key
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    key        TEXT    NOT NULL UNIQUE,
    value      TEXT    NOT NULL -- JSON
) STRICT;
INSERT INTO settings_anew (uid, created_at, changed_at, key, value)
    SELECT uid_of('settings', each.key), 0, 0, each.key, settings.value -> each.fullkey
    FROM settings, json_each(settings.value) AS each;
DROP TABLE settings;
ALTER TABLE settings_anew RENAME TO settings;

CREATE TABLE people_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    name       TEXT    NOT NULL,
    reach      TEXT    NOT NULL
) STRICT;
INSERT INTO people_anew (id, created_at, changed_at, name, reach) SELECT id, 0, 0, name, reach FROM people;
DROP TABLE people;
ALTER TABLE people_anew RENAME TO people;

CREATE TABLE help_lines_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE DEFAULT (randomblob(16)) CHECK (length(uid) = 16),
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    written_at INTEGER NOT NULL, -- its text or its person, last
    part       TEXT    NOT NULL,
    position   TEXT    NOT NULL, -- within its part: sorts as text, and another always fits between two
    text       TEXT    NOT NULL,
    person_id  INTEGER REFERENCES people (id)
) STRICT;
INSERT INTO help_lines_anew (id, created_at, changed_at, written_at, part, position, text, person_id)
    SELECT id, changed_at, changed_at, changed_at, part,
        -- Places as `position.rs` makes them: three letters from b on, for 15,000 lines.
        char(98 + place / 625 % 25, 98 + place / 25 % 25, 98 + place % 25), text, person_id
    FROM (SELECT *, row_number() OVER (PARTITION BY part ORDER BY position, id) AS place FROM help_lines);
DROP TABLE help_lines;
ALTER TABLE help_lines_anew RENAME TO help_lines;

CREATE TABLE around_anew (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        BLOB    NOT NULL UNIQUE CHECK (length(uid) = 16), -- of its key
    created_at INTEGER NOT NULL DEFAULT (moment()),
    changed_at INTEGER NOT NULL DEFAULT (moment()),
    key        TEXT    NOT NULL UNIQUE,
    is_ticked  INTEGER NOT NULL,
    note       TEXT    NOT NULL
) STRICT;
INSERT INTO around_anew (id, uid, created_at, changed_at, key, is_ticked, note)
    SELECT id, uid_of('around', key), 0, 0, key, is_ticked, note FROM around;
DROP TABLE around;
ALTER TABLE around_anew RENAME TO around;

-- No number is given twice, also after the latest has gone.
DELETE FROM sqlite_sequence WHERE name IN (SELECT name FROM given_numbers);
INSERT INTO sqlite_sequence (name, seq) SELECT name, seq FROM given_numbers WHERE name <> 'settings';
DROP TABLE given_numbers;
DROP TABLE zones;
DROP TABLE names;
