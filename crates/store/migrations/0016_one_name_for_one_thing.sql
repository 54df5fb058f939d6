-- Tables and columns are called what the code calls them. Nothing that is in them changes but the name of a field and the
-- uids that are made from the name of their table.

ALTER TABLE entries RENAME COLUMN opening TO excerpt;
ALTER TABLE reminder_log RENAME COLUMN fate TO status;
ALTER TABLE help_lines RENAME TO plan_lines;
ALTER TABLE around RENAME TO factor_marks;
UPDATE deleted_rows SET table_name = 'plan_lines' WHERE table_name = 'help_lines';
UPDATE factor_marks SET uid = uid_of('factor_marks', key);
-- Their uids were made of keys that are not there any more.
DELETE FROM deleted_rows WHERE table_name = 'around';
-- What is no JSON, in a damaged file, stays as it is.
UPDATE attachments SET facts = json_remove(json_set(facts, '$.metadata', facts ->> '$.traces'), '$.traces')
    WHERE CASE WHEN json_valid(facts) THEN json_type(facts, '$.traces') IS NOT NULL END;
