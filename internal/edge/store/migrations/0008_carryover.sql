-- What was agreed at the end of a year about the minutes still to make up.
CREATE TABLE carryovers (
    id            TEXT NOT NULL PRIMARY KEY,
    place         TEXT NOT NULL,
    heads         TEXT NOT NULL,
    child_id      TEXT NOT NULL,
    series_id     TEXT NOT NULL,
    on_day        TEXT NOT NULL CHECK (on_day IS date(on_day)),
    to_summer     INTEGER NOT NULL CHECK (to_summer >= 0),
    to_next_year  INTEGER NOT NULL CHECK (to_next_year >= 0),
    before_record INTEGER NOT NULL CHECK (before_record >= 0),
    make_up_by    TEXT CHECK (make_up_by IS date(make_up_by)),
    agreed_by     TEXT,
    agreed_on     TEXT CHECK (agreed_on IS date(agreed_on)),
    note          TEXT,
    unknown       TEXT CHECK (json_valid(unknown))
) STRICT;

-- The plan with a summer program's own services.
ALTER TABLE esy ADD COLUMN plan_id TEXT;
