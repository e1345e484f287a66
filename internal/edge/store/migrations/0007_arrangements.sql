-- Make-ups on their way from a proposal to the day they are given, and the row
-- of the log that came of one.
CREATE TABLE arrangements (
    id         TEXT NOT NULL PRIMARY KEY,
    place      TEXT NOT NULL,
    heads      TEXT NOT NULL,
    child_id   TEXT NOT NULL,
    series_id  TEXT NOT NULL,
    on_day     TEXT CHECK (on_day IS date(on_day)),
    start_time TEXT CHECK (start_time IS strftime('%H:%M', start_time)),
    minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    pays_for   TEXT CHECK (json_valid(pays_for)),
    steps      INTEGER CHECK (steps >= 0),
    unknown    TEXT CHECK (json_valid(unknown))
) STRICT;

CREATE TABLE steps (
    arrangement TEXT NOT NULL REFERENCES arrangements (id) ON DELETE CASCADE,
    nr          INTEGER NOT NULL,
    state       TEXT NOT NULL,
    on_day      TEXT NOT NULL CHECK (on_day IS date(on_day)),
    by          TEXT,
    note        TEXT,
    unknown     TEXT CHECK (json_valid(unknown)),
    PRIMARY KEY (arrangement, nr)
) STRICT, WITHOUT ROWID;

ALTER TABLE sessions ADD COLUMN arrangement_id TEXT;
