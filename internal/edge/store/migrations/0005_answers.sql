-- What a policy answers otherwise from a day on. A list that is absent has no
-- count; a mark that is not set is absent.
ALTER TABLE policies ADD COLUMN changes INTEGER CHECK (changes >= 0);

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

-- What a plan itself says of missed sessions.
ALTER TABLE plans ADD COLUMN clause INTEGER CHECK (clause = 1);
ALTER TABLE plans ADD COLUMN clause_text TEXT;
ALTER TABLE plans ADD COLUMN clause_page TEXT;
ALTER TABLE plans ADD COLUMN clause_owed TEXT CHECK (json_valid(clause_owed));
ALTER TABLE plans ADD COLUMN clause_otherwise TEXT;
ALTER TABLE plans ADD COLUMN clause_unknown TEXT CHECK (json_valid(clause_unknown));
