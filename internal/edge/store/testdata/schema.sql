-- version 8

CREATE TABLE acts (
    hash       TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
    record     TEXT NOT NULL,
    device     TEXT NOT NULL,
    n          INTEGER NOT NULL CHECK (n >= 1),
    prev       TEXT NOT NULL CHECK (length(prev) IN (0, 64)),
    author     TEXT NOT NULL,
    at         TEXT NOT NULL,
    priors     TEXT NOT NULL, -- hashes, between blanks
    seen       TEXT NOT NULL,
    commitment TEXT NOT NULL CHECK (length(commitment) = 64),
    salt       BLOB CHECK (salt IS NULL OR length(salt) = 16),
    body       TEXT CHECK ((body IS NULL) = (salt IS NULL)),
    UNIQUE (device, n, hash)
) STRICT;

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

CREATE TABLE calendars (
    id              TEXT NOT NULL PRIMARY KEY,
    place           TEXT NOT NULL,
    heads           TEXT NOT NULL,
    name            TEXT,
    label           TEXT,
    first_day       TEXT NOT NULL CHECK (first_day IS date(first_day)),
    last_day        TEXT NOT NULL CHECK (last_day IS date(last_day) AND last_day >= first_day),
    source          TEXT,
    school_weekdays TEXT,
    closures        INTEGER CHECK (closures >= 0),
    short_days      INTEGER CHECK (short_days >= 0),
    extra_days      INTEGER CHECK (extra_days >= 0),
    terms           INTEGER CHECK (terms >= 0),
    unknown         TEXT CHECK (json_valid(unknown))
, noted_days INTEGER CHECK (noted_days >= 0), level TEXT, guess INTEGER NOT NULL DEFAULT 0 CHECK (guess IN (0, 1)), guessed_from TEXT) STRICT;

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

CREATE TABLE changes (
    policy           TEXT NOT NULL REFERENCES policies (id) ON DELETE CASCADE,
    nr               INTEGER NOT NULL,
    from_day         TEXT NOT NULL CHECK (from_day IS date(from_day)),
    pack             TEXT,
    owed             TEXT CHECK (json_valid(owed)),
    deadline         INTEGER CHECK (deadline = 1),
    deadline_days    INTEGER,
    deadline_unknown TEXT CHECK (json_valid(deadline_unknown)),
    note             TEXT,
    unknown          TEXT CHECK (json_valid(unknown)),
    PRIMARY KEY (policy, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE children (
    id            TEXT NOT NULL PRIMARY KEY,
    place         TEXT NOT NULL,
    heads         TEXT NOT NULL,
    name          TEXT,
    state         TEXT,
    grade         TEXT,
    school        TEXT,
    district      TEXT,
    rights_holder TEXT,
    unknown       TEXT CHECK (json_valid(unknown))
, rights_from TEXT CHECK (rights_from IS date(rights_from)), alarm INTEGER CHECK (alarm = 1), alarm_in_a_row INTEGER CHECK (alarm_in_a_row BETWEEN 0 AND 50), alarm_share INTEGER CHECK (alarm_share BETWEEN 0 AND 100), alarm_weeks INTEGER CHECK (alarm_weeks BETWEEN 1 AND 52), alarm_vacancy_days INTEGER CHECK (alarm_vacancy_days BETWEEN 0 AND 200), alarm_fit_days INTEGER CHECK (alarm_fit_days BETWEEN 0 AND 200), alarm_unknown TEXT CHECK (json_valid(alarm_unknown))) STRICT;

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

CREATE TABLE closures (
    calendar  TEXT NOT NULL REFERENCES calendars (id) ON DELETE CASCADE,
    nr        INTEGER NOT NULL,
    id        TEXT,
    start_day TEXT NOT NULL CHECK (start_day IS date(start_day)),
    end_day   TEXT NOT NULL CHECK (end_day IS date(end_day) AND end_day >= start_day),
    name      TEXT,
    kind      TEXT,
    unknown   TEXT CHECK (json_valid(unknown)), source TEXT,
    PRIMARY KEY (calendar, nr)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE decisions (
    id          TEXT NOT NULL PRIMARY KEY,
    place       TEXT NOT NULL,
    heads       TEXT NOT NULL,
    service_id  TEXT NOT NULL,
    schedule_id TEXT,
    on_day      TEXT NOT NULL CHECK (on_day IS date(on_day)),
    owed        TEXT NOT NULL,
    decided_on  TEXT CHECK (decided_on IS date(decided_on)),
    by          TEXT,
    note        TEXT,
    unknown     TEXT CHECK (json_valid(unknown))
) STRICT;

CREATE TABLE drafts (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE esy (
    id        TEXT NOT NULL PRIMARY KEY,
    place     TEXT NOT NULL,
    heads     TEXT NOT NULL,
    child_id  TEXT NOT NULL,
    start_day TEXT NOT NULL CHECK (start_day IS date(start_day)),
    end_day   TEXT NOT NULL CHECK (end_day IS date(end_day) AND end_day >= start_day),
    capacity  TEXT CHECK (json_valid(capacity)), -- minutes for each series
    unknown   TEXT CHECK (json_valid(unknown))
, plan_id TEXT) STRICT;

CREATE TABLE extra_days (
    calendar TEXT NOT NULL REFERENCES calendars (id) ON DELETE CASCADE,
    nr       INTEGER NOT NULL,
    on_day   TEXT NOT NULL CHECK (on_day IS date(on_day)),
    name     TEXT,
    unknown  TEXT CHECK (json_valid(unknown)), source TEXT,
    PRIMARY KEY (calendar, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
    id      TEXT NOT NULL PRIMARY KEY,
    place   TEXT NOT NULL,
    heads   TEXT NOT NULL,
    sha256  TEXT NOT NULL,
    counts  TEXT CHECK (json_valid(counts)),
    unknown TEXT CHECK (json_valid(unknown))
) STRICT;

CREATE TABLE meetings (
    id       TEXT NOT NULL PRIMARY KEY,
    place    TEXT NOT NULL,
    heads    TEXT NOT NULL,
    child_id TEXT NOT NULL,
    kind     TEXT,
    on_day   TEXT NOT NULL CHECK (on_day IS date(on_day)),
    text     TEXT,
    unknown  TEXT CHECK (json_valid(unknown))
) STRICT;

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

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

CREATE TABLE plans (
    id           TEXT NOT NULL PRIMARY KEY,
    place        TEXT NOT NULL,
    heads        TEXT NOT NULL,
    child_id     TEXT NOT NULL,
    kind         TEXT,
    start_day    TEXT CHECK (start_day IS date(start_day)),
    end_day      TEXT CHECK (end_day IS date(end_day)),
    calendar_ids TEXT CHECK (json_valid(calendar_ids)),
    policy_id    TEXT,
    unknown      TEXT CHECK (json_valid(unknown))
, claims INTEGER CHECK (claims >= 0), clause INTEGER CHECK (clause = 1), clause_text TEXT, clause_page TEXT, clause_owed TEXT CHECK (json_valid(clause_owed)), clause_otherwise TEXT, clause_unknown TEXT CHECK (json_valid(clause_unknown))) STRICT;

CREATE TABLE policies (
    id               TEXT NOT NULL PRIMARY KEY,
    place            TEXT NOT NULL,
    heads            TEXT NOT NULL,
    name             TEXT,
    pack             TEXT,
    owed             TEXT CHECK (json_valid(owed)), -- an answer for each reason
    partial_period   TEXT,
    spillover        INTEGER CHECK (spillover IN (0, 1)),
    over_delivery    TEXT,
    deadline_days    INTEGER CHECK (deadline_days >= 0),
    deadline_unknown TEXT CHECK (json_valid(deadline_unknown)),
    basis            TEXT,
    unknown          TEXT CHECK (json_valid(unknown))
, changes INTEGER CHECK (changes >= 0)) STRICT;

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

CREATE TABLE redactions (
    act TEXT NOT NULL PRIMARY KEY,
    why TEXT NOT NULL REFERENCES acts (hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE refs (
    attachment TEXT NOT NULL REFERENCES attachments (id) ON DELETE CASCADE,
    nr         INTEGER NOT NULL,
    noun       TEXT NOT NULL,
    entry      TEXT NOT NULL,
    unknown    TEXT CHECK (json_valid(unknown)),
    PRIMARY KEY (attachment, nr)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE requests (
    id          TEXT NOT NULL PRIMARY KEY,
    place       TEXT NOT NULL,
    heads       TEXT NOT NULL,
    child_id    TEXT NOT NULL,
    kind        TEXT,
    sent_on     TEXT CHECK (sent_on IS date(sent_on)),
    received_on TEXT CHECK (received_on IS date(received_on)),
    on_day      TEXT CHECK (on_day IS date(on_day)),
    text        TEXT,
    unknown     TEXT CHECK (json_valid(unknown))
, way TEXT, approximate INTEGER CHECK (approximate = 1), answer TEXT, answered_on TEXT CHECK (answered_on IS date(answered_on)), answer_note TEXT) STRICT;

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

CREATE TABLE schedules (
    service                TEXT NOT NULL REFERENCES services (id) ON DELETE CASCADE,
    nr                     INTEGER NOT NULL,
    id                     TEXT NOT NULL,
    rule                   TEXT NOT NULL,
    from_day               TEXT NOT NULL CHECK (from_day IS date(from_day)),
    to_day                 TEXT CHECK (to_day IS date(to_day) AND to_day >= from_day),
    start_time             TEXT CHECK (start_time IS strftime('%H:%M', start_time)),
    minutes                INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    extra_dates            TEXT CHECK (json_valid(extra_dates)),
    except_dates           TEXT CHECK (json_valid(except_dates)),
    ignore_school_calendar INTEGER NOT NULL CHECK (ignore_school_calendar IN (0, 1)),
    unknown                TEXT CHECK (json_valid(unknown)), weeks_of INTEGER CHECK (weeks_of BETWEEN 2 AND 52), weeks_on TEXT CHECK (json_valid(weeks_on)), weeks_from TEXT CHECK (weeks_from IS date(weeks_from)), weeks_unknown TEXT CHECK (json_valid(weeks_unknown)), cycle_length INTEGER CHECK (cycle_length BETWEEN 2 AND 20), cycle_days TEXT CHECK (json_valid(cycle_days)), cycle_first TEXT CHECK (cycle_first IS date(cycle_first)), cycle_closed TEXT, cycle_unknown TEXT CHECK (json_valid(cycle_unknown)),
    PRIMARY KEY (service, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE services (
    id                  TEXT NOT NULL PRIMARY KEY,
    place               TEXT NOT NULL,
    heads               TEXT NOT NULL,
    plan_id             TEXT NOT NULL,
    series_id           TEXT,
    type                TEXT,
    start_day           TEXT NOT NULL CHECK (start_day IS date(start_day)),
    end_day             TEXT NOT NULL CHECK (end_day IS date(end_day) AND end_day >= start_day),
    unit                TEXT, -- of the requirement, which may be absent
    amount              INTEGER CHECK (amount >= 1) CHECK ((amount IS NULL) = (unit IS NULL)),
    minutes_per_session INTEGER CHECK (minutes_per_session BETWEEN 1 AND 1440),
    period              TEXT,
    every               INTEGER CHECK (every >= 1),
    requirement_unknown TEXT CHECK (json_valid(requirement_unknown)),
    schedules           INTEGER CHECK (schedules >= 0),
    agency              TEXT,
    provider_id         TEXT,
    mode                TEXT,
    group_size          INTEGER CHECK (group_size >= 1),
    setting             TEXT,
    verbatim            TEXT,
    page                TEXT,
    unknown             TEXT CHECK (json_valid(unknown))
) STRICT;

CREATE TABLE sessions (
    id          TEXT NOT NULL PRIMARY KEY,
    place       TEXT NOT NULL,
    heads       TEXT NOT NULL,
    service_id  TEXT NOT NULL,
    schedule_id TEXT,
    on_day      TEXT NOT NULL CHECK (on_day IS date(on_day)),
    start_time  TEXT CHECK (start_time IS strftime('%H:%M', start_time)),
    kind        TEXT NOT NULL,
    status      TEXT NOT NULL,
    minutes     INTEGER CHECK (minutes BETWEEN 0 AND 1440),
    reason      TEXT,
    makeup_for  TEXT CHECK (json_valid(makeup_for)),
    note        TEXT,
    mode        TEXT,
    known_by    TEXT,
    entered_at  TEXT,
    unknown     TEXT CHECK (json_valid(unknown))
, said_by TEXT, began TEXT CHECK (began IS strftime('%H:%M', began)), ended TEXT CHECK (ended IS strftime('%H:%M', ended)), group_size INTEGER CHECK (group_size BETWEEN 1 AND 1000), approximate INTEGER CHECK (approximate = 1), arrangement_id TEXT) STRICT;

CREATE TABLE settings (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE short_days (
    calendar  TEXT NOT NULL REFERENCES calendars (id) ON DELETE CASCADE,
    nr        INTEGER NOT NULL,
    id        TEXT,
    start_day TEXT NOT NULL CHECK (start_day IS date(start_day)),
    end_day   TEXT NOT NULL CHECK (end_day IS date(end_day) AND end_day >= start_day),
    dismissal TEXT CHECK (dismissal IS strftime('%H:%M', dismissal)),
    opening   TEXT CHECK (opening IS strftime('%H:%M', opening)),
    name      TEXT,
    kind      TEXT,
    unknown   TEXT CHECK (json_valid(unknown)), source TEXT, weekdays TEXT,
    PRIMARY KEY (calendar, nr)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE terms (
    calendar  TEXT NOT NULL REFERENCES calendars (id) ON DELETE CASCADE,
    nr        INTEGER NOT NULL,
    name      TEXT,
    start_day TEXT NOT NULL CHECK (start_day IS date(start_day)),
    end_day   TEXT NOT NULL CHECK (end_day IS date(end_day) AND end_day >= start_day),
    unknown   TEXT CHECK (json_valid(unknown)),
    PRIMARY KEY (calendar, nr)
) STRICT, WITHOUT ROWID;

CREATE TABLE texts (
    nr    INTEGER PRIMARY KEY,
    noun  TEXT NOT NULL,
    entry TEXT NOT NULL,
    text  TEXT NOT NULL,
    UNIQUE (noun, entry)
) STRICT;

CREATE VIRTUAL TABLE words USING fts5 (
    text,
    content = 'texts', content_rowid = 'nr',
    tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER acts_hold BEFORE UPDATE ON acts
WHEN NEW.body IS NOT NULL
    OR json_extract(OLD.body, '$.kind') = 'redact'
    OR NOT EXISTS (SELECT 1 FROM redactions WHERE act = OLD.hash)
    OR (NEW.hash, NEW.record, NEW.device, NEW.n, NEW.prev, NEW.author, NEW.at, NEW.priors, NEW.seen, NEW.commitment)
        IS NOT (OLD.hash, OLD.record, OLD.device, OLD.n, OLD.prev, OLD.author, OLD.at, OLD.priors, OLD.seen, OLD.commitment)
BEGIN
    SELECT RAISE(ABORT, 'an act is never changed');
END;

CREATE TRIGGER acts_once BEFORE INSERT ON acts
WHEN EXISTS (SELECT 1 FROM acts WHERE hash = NEW.hash)
BEGIN
    SELECT RAISE(ABORT, 'this act is here already');
END;

CREATE TRIGGER acts_redact AFTER INSERT ON acts
WHEN json_valid(NEW.body) AND json_extract(NEW.body, '$.kind') = 'redact'
BEGIN
    INSERT INTO redactions (act, why)
    SELECT value, NEW.hash FROM json_each(NEW.body, '$.of') WHERE type = 'text'
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER acts_stay BEFORE DELETE ON acts
BEGIN
    SELECT RAISE(ABORT, 'an act is never deleted');
END;

CREATE TRIGGER redactions_hold BEFORE UPDATE ON redactions
BEGIN
    SELECT RAISE(ABORT, 'a redaction is never changed');
END;

CREATE TRIGGER redactions_stay BEFORE DELETE ON redactions
BEGIN
    SELECT RAISE(ABORT, 'a redaction is never deleted');
END;
