-- The tables of the trackers in a database. Everything belongs to tracker_owner, which nobody logs in as; nobody else
-- may write a table: functions do, which check who asks and for what.
DO $$ BEGIN  -- roles belong to the whole server: another of its databases may have made them
    IF to_regrole('tracker_owner') IS NULL THEN CREATE ROLE tracker_owner NOLOGIN; END IF;
    IF to_regrole('tracker_reader') IS NULL THEN CREATE ROLE tracker_reader NOLOGIN ADMIN tracker_owner; END IF;
    IF to_regrole('tracker_writer') IS NULL THEN CREATE ROLE tracker_writer NOLOGIN IN ROLE tracker_reader ADMIN tracker_owner; END IF;
    IF to_regrole('tracker_keeper') IS NULL THEN CREATE ROLE tracker_keeper NOLOGIN IN ROLE tracker_writer ADMIN tracker_owner; END IF;
    IF to_regrole('tracker_counterpart') IS NULL THEN CREATE ROLE tracker_counterpart NOLOGIN ADMIN tracker_owner; END IF;
    IF NOT pg_has_role(session_user, 'tracker_owner', 'member') THEN
        EXECUTE format('GRANT tracker_owner TO %I', session_user);
    END IF;
END $$;
CREATE SCHEMA tracker AUTHORIZATION tracker_owner;
SET LOCAL ROLE tracker_owner;
SET LOCAL search_path = tracker, pg_temp;

-- The version of these tables and functions.
CREATE TABLE structure (version int NOT NULL, one bool PRIMARY KEY DEFAULT true CHECK (one));

-- What the program knows of each kind of record: its fields, those with words, those whose words the other side sees.
CREATE TABLE kind (tbl text PRIMARY KEY, fields text[] NOT NULL, texts text[] NOT NULL, shared text[] NOT NULL);

-- One row per tracker. It is the lock, and the end of the chain.
CREATE TABLE book (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
    schema int NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    standing jsonb NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE doc (
    book int NOT NULL REFERENCES book,
    tbl text NOT NULL REFERENCES kind,
    code text NOT NULL,
    pos bigint GENERATED ALWAYS AS IDENTITY,
    doc jsonb NOT NULL CHECK (doc->>'id' = code),
    PRIMARY KEY (book, tbl, code)
) WITH (fillfactor = 80);

-- A line of the history at its place, which counts on where a number stands twice. Who wrote it, and when, says the
-- server, not the line.
CREATE TABLE revision (
    book int NOT NULL REFERENCES book,
    place int NOT NULL CHECK (place > 0),
    uuid text NOT NULL,
    hash text NOT NULL,
    login name NOT NULL DEFAULT session_user,
    written timestamptz NOT NULL DEFAULT clock_timestamp(),
    line jsonb NOT NULL,
    PRIMARY KEY (book, place),
    UNIQUE (book, hash)
);

-- Who may do what in which tracker; a writer acts for one office.
CREATE TABLE access (
    book int NOT NULL REFERENCES book,
    login name NOT NULL,
    role text NOT NULL CHECK (role IN ('reader', 'writer', 'keeper', 'counterpart')),
    office text NOT NULL DEFAULT '' CHECK ((role IN ('writer', 'keeper')) = (office <> '')),
    PRIMARY KEY (book, login)
);
