-- Where the entries of a calendar come from; short days on some weekdays of
-- their run; noted days; the level of school; a year that is a guess. The
-- projection is written anew after this, from the acts.
ALTER TABLE closures ADD COLUMN source TEXT;
ALTER TABLE short_days ADD COLUMN source TEXT;
ALTER TABLE short_days ADD COLUMN weekdays TEXT;
ALTER TABLE extra_days ADD COLUMN source TEXT;

ALTER TABLE calendars ADD COLUMN noted_days INTEGER CHECK (noted_days >= 0);
ALTER TABLE calendars ADD COLUMN level TEXT;
ALTER TABLE calendars ADD COLUMN guess INTEGER NOT NULL DEFAULT 0 CHECK (guess IN (0, 1));
ALTER TABLE calendars ADD COLUMN guessed_from TEXT;

CREATE TABLE noted_days (
    calendar  TEXT NOT NULL REFERENCES calendars (id) ON DELETE CASCADE,
    nr        INTEGER NOT NULL,
    id        TEXT,
    start_day TEXT NOT NULL CHECK (start_day IS date(start_day)),
    end_day   TEXT NOT NULL CHECK (end_day IS date(end_day) AND end_day >= start_day),
    name      TEXT,
    kind      TEXT,
    source    TEXT,
    unknown   TEXT CHECK (json_valid(unknown)),
    PRIMARY KEY (calendar, nr)
) STRICT, WITHOUT ROWID;
