-- Four groups that hold the rights; people are logins in them, bound to a tracker and an office by a row of `access`.
SET LOCAL ROLE tracker_owner;
SET LOCAL search_path = tracker, pg_temp;

-- What the other side sees (model/audience.py): the words that are shared, no drafts, no papers that are not public.
CREATE FUNCTION without_notes(v jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
    RETURN CASE jsonb_typeof(v) WHEN 'array' THEN coalesce((SELECT jsonb_agg(
        CASE jsonb_typeof(i) WHEN 'object' THEN i - 'note' ELSE i END ORDER BY n)
        FROM jsonb_array_elements(v) WITH ORDINALITY AS e(i, n)), '[]') ELSE v END;
CREATE VIEW shared_doc WITH (security_barrier) AS
    SELECT d.book, d.tbl, d.code, d.pos, (CASE d.tbl WHEN 'evidence' THEN '{"reference": ""}' ELSE '{}' END)::jsonb
        || (SELECT jsonb_object_agg(f.key, without_notes(f.value)) FROM jsonb_each(d.doc) f
        WHERE f.key = ANY (k.fields) AND (f.key <> ALL (k.texts) OR f.key = ANY (k.shared))
            AND NOT (d.tbl = 'evidence' AND f.key IN ('reference', 'title', 'url', 'file')
                AND coalesce(d.doc->>'confidentiality', 'internal') <> 'public')) AS doc
    FROM doc d JOIN kind k USING (tbl)
    WHERE d.book IN (SELECT mine('counterpart'))
        AND NOT (d.tbl = 'reviews' AND coalesce(d.doc->>'status', 'draft') = 'draft')
        AND NOT (d.tbl = 'recommendations' AND EXISTS (SELECT FROM doc v WHERE v.book = d.book AND v.tbl = 'reviews'
            AND v.code = d.doc->>'review' AND coalesce(v.doc->>'status', 'draft') = 'draft'));
-- What everybody reads: whole documents, or what the other side sees of them. Nobody reads `doc` itself.
CREATE VIEW seen WITH (security_barrier) AS
    SELECT book, tbl, code, pos, doc FROM doc WHERE book IN (SELECT mine('reader', 'writer', 'keeper'))
        OR (SELECT pg_has_role(session_user, 'tracker_owner', 'member'))
    -- Asked once, before: without it the second half reads every document to find that none is for us.
    UNION ALL SELECT book, tbl, code, pos, doc FROM shared_doc WHERE (SELECT count(*) > 0 FROM mine('counterpart'));

ALTER TABLE book ENABLE ROW LEVEL SECURITY;
ALTER TABLE doc ENABLE ROW LEVEL SECURITY;
ALTER TABLE revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE access ENABLE ROW LEVEL SECURITY;
-- `IN (SELECT …)` of a stable function: asked once per statement, not per row.
CREATE POLICY own ON revision FOR SELECT USING (book IN (SELECT tracker.mine('reader', 'writer', 'keeper')));
CREATE POLICY own ON access FOR SELECT USING (book IN (SELECT tracker.mine('keeper')) OR login = session_user);

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA tracker FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE ALL ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA tracker TO tracker_reader, tracker_counterpart;
GRANT SELECT ON seen, structure TO tracker_reader, tracker_counterpart;
GRANT SELECT ON revision, access TO tracker_reader;
GRANT EXECUTE ON FUNCTION opened(text), book_of(text), mine(text[]) TO tracker_reader, tracker_counterpart;
GRANT EXECUTE ON FUNCTION tallied(text), first_due(text), linked(text, text, text), miscounted(text)
    TO tracker_reader, tracker_counterpart;
GRANT EXECUTE ON FUNCTION locked(text) TO tracker_reader, tracker_counterpart;  -- which says why they may not
GRANT EXECUTE ON FUNCTION without_notes(jsonb) TO tracker_reader, tracker_counterpart;  -- a view calls as who asks
GRANT EXECUTE ON FUNCTION append(text, jsonb, jsonb, text), kept(text, text) TO tracker_writer;
GRANT EXECUTE ON FUNCTION joined(text, jsonb, jsonb, jsonb, jsonb) TO tracker_keeper;

-- A keeper shares his tracker; he cannot make anybody an owner, nor take the last keeper away. A login that has no
-- tracker left leaves the groups.
CREATE FUNCTION share(wanted text, who name, as_role text, for_office text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
DECLARE at book := kept_by_me(wanted); each text;
BEGIN
    IF to_regrole(quote_ident(who)) IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'TR010', MESSAGE = who;
    END IF;
    DELETE FROM access WHERE book = at.id AND login = who;
    IF as_role IS NOT NULL THEN
        INSERT INTO access VALUES (at.id, who, as_role, for_office);
    END IF;
    IF NOT EXISTS (SELECT FROM access WHERE book = at.id AND role = 'keeper')
        AND NOT pg_has_role(session_user, 'tracker_owner', 'member') THEN
        RAISE EXCEPTION USING ERRCODE = 'TR011', MESSAGE = 'somebody must keep the tracker';
    END IF;
    FOREACH each IN ARRAY '{reader,writer,keeper,counterpart}'::text[] LOOP
        IF EXISTS (SELECT FROM access WHERE login = who AND role = each) THEN
            EXECUTE format('GRANT %I TO %I', 'tracker_' || each, who);
        ELSIF EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = to_regrole('tracker_' || each)
            AND m.member = to_regrole(quote_ident(who))) THEN
            EXECUTE format('REVOKE %I FROM %I', 'tracker_' || each, who);
        END IF;
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION share(text, name, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION share(text, name, text, text) TO tracker_keeper;
RESET ROLE;
