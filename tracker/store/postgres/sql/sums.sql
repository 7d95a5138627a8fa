-- The activities of each step counted by the facts that the step is computed of (model/state/tally.py), kept in the
-- transaction that changes them: whoever changes a step reads no activity.
SET LOCAL ROLE tracker_owner;
SET LOCAL search_path = tracker, pg_temp;

-- The facts of each activity as they are counted, and how many there are of the same.
CREATE TABLE fact (
    book int NOT NULL REFERENCES book,
    code text NOT NULL,
    step text NOT NULL,
    facts jsonb NOT NULL,
    PRIMARY KEY (book, code)
);
CREATE TABLE tally (
    book int NOT NULL REFERENCES book,
    step text NOT NULL,
    facts jsonb NOT NULL,
    n int NOT NULL CHECK (n >= 0),
    PRIMARY KEY (book, step, facts)
) WITH (fillfactor = 50);
ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE tally ENABLE ROW LEVEL SECURITY;

CREATE INDEX referred ON doc (book, (doc->>'reference')) WHERE tbl = 'evidence';
CREATE INDEX of_step ON doc (book, tbl, (doc->>'step')) WHERE tbl IN ('activities', 'commitments');
CREATE INDEX supported ON doc USING gin ((doc->'supports') jsonb_path_ops) WHERE tbl = 'evidence';
CREATE FUNCTION is_open(of jsonb) RETURNS bool LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN coalesce(of->>'status', 'not_started') IN ('not_started', 'in_progress', 'blocked', 'suspended');
CREATE INDEX promised ON doc (book, (doc->>'step'), (doc->>'due')) WHERE tbl = 'commitments' AND tracker.is_open(doc);

-- The codes of the evidence of a record.
CREATE FUNCTION evidence_of(of int, which text) RETURNS SETOF text
    LANGUAGE sql STABLE SET search_path = tracker, pg_temp AS $$
    SELECT e.code FROM doc e WHERE e.book = of AND e.tbl = 'evidence'
        AND e.doc->'supports' @> jsonb_build_array(jsonb_build_object('record', which))
$$;

-- Status, gate, weight, planned start and end, last update, the highest percentage that evidence shows, whether it is
-- completed and not verified by another office, whether it follows others.
CREATE FUNCTION facts_of(of int, a jsonb) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = tracker, pg_temp AS $$
    SELECT jsonb_build_array(coalesce(a->'status', '"not_started"'), coalesce(a->'gate', '"none"'),
        coalesce(a->'weight', '1'), a->'planned_start', a->'planned_end', a->'updated_on',
        coalesce(max((s->>'progress')::int), 0),
        coalesce(a->>'status' = 'completed', false) AND NOT coalesce(bool_or(e.doc ? 'verified_on'
            AND e.doc ? 'verified_by' AND e.doc->'verified_by' IS DISTINCT FROM a->'owner'), false),
        coalesce(jsonb_array_length(a->'after') > 0, false))
    FROM evidence_of(of, a->>'id') c
        JOIN doc e ON (e.book, e.tbl, e.code) = (of, 'evidence', c)
        JOIN jsonb_array_elements(e.doc->'supports') s ON s->>'record' = a->>'id'
$$;

-- Count these activities again, all at once: a count that is changed for each of them has as many versions until the
-- transaction ends, and each change looks at all of them.
CREATE FUNCTION count_again(of int, which text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = tracker, pg_temp AS $$
DECLARE before fact[]; after fact[]; each record;
BEGIN
    SELECT array_agg(f ORDER BY f.code) INTO before FROM fact f WHERE f.book = of AND f.code = ANY (which);
    SELECT array_agg(ROW (of, d.code, coalesce(d.doc->>'step', ''), facts_of(of, d.doc))::fact ORDER BY d.code) INTO after
        FROM doc d WHERE (d.book, d.tbl) = (of, 'activities') AND d.code = ANY (which);
    IF before IS NOT DISTINCT FROM after THEN RETURN; END IF;
    DELETE FROM fact f WHERE f.book = of AND f.code = ANY (which);
    INSERT INTO fact SELECT * FROM unnest(after);
    FOR each IN SELECT m.step, m.facts, sum(m.n)::int AS n FROM (
            SELECT b.step, b.facts, -1 AS n FROM unnest(before) b UNION ALL SELECT a.step, a.facts, 1 FROM unnest(after) a
        ) m GROUP BY m.step, m.facts HAVING sum(m.n) <> 0
    LOOP
        UPDATE tally t SET n = t.n + each.n WHERE (t.book, t.step, t.facts) = (of, each.step, each.facts);
        IF NOT FOUND THEN INSERT INTO tally VALUES (of, each.step, each.facts, each.n); END IF;
        DELETE FROM tally t WHERE (t.book, t.step, t.facts, t.n) = (of, each.step, each.facts, 0);
    END LOOP;
END $$;

-- Activities, or evidence of some, were written: these are the rows as they were or as they are.
CREATE FUNCTION counted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
BEGIN
    PERFORM count_again(t.book, array_agg(t.code)) FROM (
        SELECT w.book, w.code FROM written w WHERE w.tbl = 'activities'
        UNION SELECT w.book, s->>'record' FROM written w, jsonb_array_elements(coalesce(w.doc->'supports', '[]')) s
            WHERE w.tbl = 'evidence') t
        GROUP BY t.book;
    RETURN NULL;
END $$;
CREATE TRIGGER counted_new AFTER INSERT ON doc
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION counted();
CREATE TRIGGER counted_before AFTER UPDATE ON doc
    REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION counted();
CREATE TRIGGER counted_after AFTER UPDATE ON doc
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION counted();
CREATE TRIGGER counted_gone AFTER DELETE ON doc
    REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION counted();

-- For whoever has a role in the tracker: the counts, the first day by which an open commitment of each step is due, and
-- the codes of what is linked to a code or a reference (model/index.py); what the other side may not read it cannot seek.
CREATE FUNCTION tallied(wanted text) RETURNS TABLE (step text, facts jsonb, n int)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
    SELECT t.step, t.facts, t.n FROM tally t WHERE t.book = book_of(wanted)
$$;
CREATE FUNCTION first_due(wanted text) RETURNS TABLE (step text, due text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
    SELECT s.code, (SELECT min(c.doc->>'due') FROM doc c WHERE c.book = s.book AND c.tbl = 'commitments'
        AND is_open(c.doc) AND c.doc->>'step' = s.code)
    FROM doc s WHERE s.book = book_of(wanted) AND s.tbl = 'steps'
$$;
CREATE FUNCTION linked(wanted text, link text, which text) RETURNS SETOF text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
DECLARE at record;
BEGIN
    SELECT * INTO at FROM opened(wanted);
    CASE link
    WHEN 'evidence' THEN RETURN QUERY SELECT evidence_of(at.id, which);
    WHEN 'references' THEN RETURN QUERY SELECT d.code FROM doc d WHERE d.book = at.id AND d.tbl = 'evidence'
        AND d.doc->>'reference' = which AND (at.role <> 'counterpart' OR d.doc->>'confidentiality' = 'public');
    WHEN 'commitments', 'activities' THEN RETURN QUERY SELECT d.code FROM doc d WHERE d.book = at.id AND d.tbl = link
        AND d.doc->>'step' = which;
    WHEN 'followers' THEN RETURN QUERY SELECT d.code FROM doc d WHERE d.book = at.id AND d.tbl = 'activities'
        AND d.doc->'after' ? which;
    END CASE;
END $$;
-- The steps whose counts are not those of their activities, for `check`.
CREATE FUNCTION miscounted(wanted text) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
    WITH kept AS (SELECT t.step, t.facts, t.n::bigint FROM tally t WHERE t.book = book_of(wanted)),
        found AS (SELECT coalesce(d.doc->>'step', '') AS step, facts_of(d.book, d.doc) AS facts, count(*) AS n
            FROM doc d WHERE d.book = book_of(wanted) AND d.tbl = 'activities' GROUP BY 1, 2)
    SELECT DISTINCT step FROM ((SELECT * FROM kept EXCEPT SELECT * FROM found)
        UNION ALL (SELECT * FROM found EXCEPT SELECT * FROM kept)) other ORDER BY step
$$;
