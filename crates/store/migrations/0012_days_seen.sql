-- The latest days on which the program was open. A clock that jumps ahead is not time that passed: what is removed after a
-- while waits for some of them.
CREATE TABLE open_days (on_day TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
