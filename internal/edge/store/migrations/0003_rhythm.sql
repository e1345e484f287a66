-- Schedules by some weeks of a weekly rule, and by a cycle of school days in a
-- rule's place: then the rule is empty.
ALTER TABLE schedules ADD COLUMN weeks_of INTEGER CHECK (weeks_of BETWEEN 2 AND 52);
ALTER TABLE schedules ADD COLUMN weeks_on TEXT CHECK (json_valid(weeks_on));
ALTER TABLE schedules ADD COLUMN weeks_from TEXT CHECK (weeks_from IS date(weeks_from));
ALTER TABLE schedules ADD COLUMN weeks_unknown TEXT CHECK (json_valid(weeks_unknown));
ALTER TABLE schedules ADD COLUMN cycle_length INTEGER CHECK (cycle_length BETWEEN 2 AND 20);
ALTER TABLE schedules ADD COLUMN cycle_days TEXT CHECK (json_valid(cycle_days));
ALTER TABLE schedules ADD COLUMN cycle_first TEXT CHECK (cycle_first IS date(cycle_first));
ALTER TABLE schedules ADD COLUMN cycle_closed TEXT;
ALTER TABLE schedules ADD COLUMN cycle_unknown TEXT CHECK (json_valid(cycle_unknown));

-- What the school says of its services. A list that is absent has no count.
ALTER TABLE plans ADD COLUMN claims INTEGER CHECK (claims >= 0);

CREATE TABLE claims (
    plan      TEXT NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    nr        INTEGER NOT NULL,
    id        TEXT NOT NULL,
    series_id TEXT,
    start_day TEXT NOT NULL CHECK (start_day IS date(start_day)),
    end_day   TEXT NOT NULL CHECK (end_day IS date(end_day) AND end_day >= start_day),
    name      TEXT,
    said_by   TEXT,
    said_on   TEXT CHECK (said_on IS date(said_on)),
    note      TEXT,
    unknown   TEXT CHECK (json_valid(unknown)),
    PRIMARY KEY (plan, nr)
) STRICT, WITHOUT ROWID;
