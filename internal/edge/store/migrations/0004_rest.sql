-- People and what they were, notes, promises, removals, attachments; and what a
-- row of the log and a request tell besides. A mark that is not set is absent.
ALTER TABLE children ADD COLUMN rights_from TEXT CHECK (rights_from IS date(rights_from));

ALTER TABLE sessions ADD COLUMN said_by TEXT;
ALTER TABLE sessions ADD COLUMN began TEXT CHECK (began IS strftime('%H:%M', began));
ALTER TABLE sessions ADD COLUMN ended TEXT CHECK (ended IS strftime('%H:%M', ended));
ALTER TABLE sessions ADD COLUMN group_size INTEGER CHECK (group_size BETWEEN 1 AND 1000);
ALTER TABLE sessions ADD COLUMN approximate INTEGER CHECK (approximate = 1);

ALTER TABLE requests ADD COLUMN way TEXT;
ALTER TABLE requests ADD COLUMN approximate INTEGER CHECK (approximate = 1);
ALTER TABLE requests ADD COLUMN answer TEXT;
ALTER TABLE requests ADD COLUMN answered_on TEXT CHECK (answered_on IS date(answered_on));
ALTER TABLE requests ADD COLUMN answer_note TEXT;

-- A list that is absent has no count.
CREATE TABLE contacts (
    id        TEXT NOT NULL PRIMARY KEY,
    place     TEXT NOT NULL,
    heads     TEXT NOT NULL,
    child_ids TEXT CHECK (json_valid(child_ids)),
    name      TEXT,
    phone     TEXT,
    email     TEXT,
    note      TEXT,
    roles     INTEGER CHECK (roles >= 0),
    unknown   TEXT CHECK (json_valid(unknown))
) STRICT;

CREATE TABLE roles (
    contact      TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    nr           INTEGER NOT NULL,
    role         TEXT,
    organization TEXT,
    series_id    TEXT,
    from_day     TEXT CHECK (from_day IS date(from_day)),
    to_day       TEXT CHECK (to_day IS date(to_day) AND (from_day IS NULL OR to_day >= from_day)),
    unknown      TEXT CHECK (json_valid(unknown)),
    PRIMARY KEY (contact, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
    id          TEXT NOT NULL PRIMARY KEY,
    place       TEXT NOT NULL,
    heads       TEXT NOT NULL,
    child_id    TEXT NOT NULL,
    on_day      TEXT NOT NULL CHECK (on_day IS date(on_day)),
    approximate INTEGER CHECK (approximate = 1),
    series_id   TEXT,
    kind        TEXT,
    side        TEXT,
    break_id    TEXT,
    text        TEXT,
    said_by     TEXT,
    known_by    TEXT,
    unknown     TEXT CHECK (json_valid(unknown))
) STRICT;

CREATE TABLE promises (
    id          TEXT NOT NULL PRIMARY KEY,
    place       TEXT NOT NULL,
    heads       TEXT NOT NULL,
    child_id    TEXT NOT NULL,
    series_id   TEXT,
    on_day      TEXT NOT NULL CHECK (on_day IS date(on_day)),
    approximate INTEGER CHECK (approximate = 1),
    by          TEXT,
    text        TEXT,
    due         TEXT CHECK (due IS date(due)),
    kept        TEXT,
    kept_on     TEXT CHECK (kept_on IS date(kept_on)),
    note        TEXT,
    unknown     TEXT CHECK (json_valid(unknown))
) STRICT;

CREATE TABLE removals (
    id        TEXT NOT NULL PRIMARY KEY,
    place     TEXT NOT NULL,
    heads     TEXT NOT NULL,
    child_id  TEXT NOT NULL,
    start_day TEXT NOT NULL CHECK (start_day IS date(start_day)),
    end_day   TEXT NOT NULL CHECK (end_day IS date(end_day) AND end_day >= start_day),
    kind      TEXT,
    part_day  INTEGER CHECK (part_day = 1),
    note      TEXT,
    unknown   TEXT CHECK (json_valid(unknown))
) STRICT;

-- The bytes lie beside the file, under the id.
CREATE TABLE attachments (
    id         TEXT NOT NULL PRIMARY KEY,
    place      TEXT NOT NULL,
    heads      TEXT NOT NULL,
    name       TEXT,
    media_type TEXT,
    size       INTEGER NOT NULL CHECK (size >= 0),
    sha256     TEXT,
    added_on   TEXT CHECK (added_on IS date(added_on)),
    refs       INTEGER CHECK (refs >= 0),
    note       TEXT,
    unknown    TEXT CHECK (json_valid(unknown))
) STRICT;

CREATE TABLE refs (
    attachment TEXT NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
    nr         INTEGER NOT NULL,
    noun       TEXT NOT NULL,
    entry      TEXT NOT NULL,
    unknown    TEXT CHECK (json_valid(unknown)),
    PRIMARY KEY (attachment, nr)
) STRICT, WITHOUT ROWID;
