-- The functions through which alone a tracker is written. Each asks first who it is that calls: `session_user`, for
-- within a function of its owner `current_user` is the owner.
SET LOCAL ROLE tracker_owner;
SET LOCAL search_path = tracker, pg_temp;

-- What the session's login may do with a tracker; no row where it may do nothing, as if there were no such tracker.
-- The other side gets no secret with which what is withheld could be guessed, nor what the salts of it are.
CREATE FUNCTION opened(wanted text)
    RETURNS TABLE (id int, schema int, version bigint, standing jsonb, role text, office text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
    SELECT b.id, b.schema, b.version,
        CASE a.role WHEN 'counterpart' THEN b.standing - '{secret,old_secret,salts,erased,taken,arrivals}'::text[]
            ELSE b.standing END,
        coalesce(a.role, 'owner'), coalesce(a.office, '')
    FROM book b LEFT JOIN access a ON a.book = b.id AND a.login = session_user
    WHERE b.name = wanted AND (a.login IS NOT NULL OR pg_has_role(session_user, 'tracker_owner', 'member'))
$$;

-- For `WHERE book = book_of($1)`: a subselect there would not be pushed into the views, and all trackers be read.
CREATE FUNCTION book_of(wanted text) RETURNS int
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tracker, pg_temp AS 'SELECT id FROM opened(wanted)';

CREATE FUNCTION mine(VARIADIC roles text[]) RETURNS SETOF int
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
    SELECT book FROM access WHERE login = session_user AND role = ANY (roles)
$$;

-- The lock of a command that writes: held until the transaction ends. Who reads after it reads what is in force.
CREATE FUNCTION locked(wanted text)
    RETURNS TABLE (id int, schema int, version bigint, standing jsonb, role text, office text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
DECLARE known record;
BEGIN
    SELECT o.id, o.role INTO known FROM opened(wanted) o;
    IF NOT FOUND THEN RETURN; END IF;
    IF known.role NOT IN ('writer', 'keeper', 'owner') THEN
        RAISE EXCEPTION USING ERRCODE = 'TR003', MESSAGE = format('%s may only read', session_user);
    END IF;
    PERFORM 1 FROM book b WHERE b.id = known.id FOR UPDATE;
    RETURN QUERY SELECT * FROM opened(wanted);
END $$;

-- The tracker that is locked, for keepers alone.
CREATE FUNCTION kept_by_me(wanted text) RETURNS book
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
DECLARE known record; result book;
BEGIN
    SELECT * INTO known FROM locked(wanted);
    IF NOT FOUND THEN RAISE EXCEPTION USING ERRCODE = 'TR002', MESSAGE = 'no such tracker'; END IF;
    IF known.role NOT IN ('keeper', 'owner') THEN
        RAISE EXCEPTION USING ERRCODE = 'TR004', MESSAGE = 'only a keeper may do that';
    END IF;
    SELECT * INTO result FROM book b WHERE b.id = known.id;
    RETURN result;
END $$;

-- `applied` of model/history/revision.py, with `conflict` before it; what stands against it, or null.
CREATE FUNCTION applied(of int, n int, changes jsonb) RETURNS text
    LANGUAGE plpgsql SET search_path = tracker, pg_temp AS $$
DECLARE c record; old jsonb; new jsonb; there bool; made doc[] := '{}'; changed doc[] := '{}';
BEGIN
    IF EXISTS (SELECT FROM jsonb_array_elements(changes) e GROUP BY e->>0, e->>1 HAVING count(*) > 1) THEN
        RETURN 'a record stands twice';
    END IF;
    FOR c IN SELECT e->>0 AS tbl, e->>1 AS code, e->2 AS before, e->3 AS after, coalesce(e->>4, '') AS uid,
        jsonb_typeof(e->2) = 'object' AS had, jsonb_typeof(e->3) = 'object' AS has FROM jsonb_array_elements(changes) e
    LOOP
        SELECT d.doc INTO old FROM doc d WHERE (d.book, d.tbl, d.code) = (of, c.tbl, c.code);
        there := FOUND;
        IF c.had <> there THEN RETURN c.code || CASE WHEN c.had THEN ' is not there' ELSE ' is there' END; END IF;
        IF there AND (old->>'uid' IS DISTINCT FROM nullif(c.uid, '') OR EXISTS (
            SELECT FROM jsonb_each(CASE WHEN c.has THEN c.before ELSE (old - '{rev,uid}'::text[]) || c.before END) f
            WHERE coalesce(old->f.key, 'null') <> coalesce(c.before->f.key, 'null'))) THEN
            RETURN c.code || ' was changed meanwhile';
        END IF;
        IF NOT c.has THEN
            DELETE FROM doc d WHERE (d.book, d.tbl, d.code) = (of, c.tbl, c.code);
            CONTINUE;
        END IF;
        IF NOT EXISTS (SELECT FROM kind k WHERE k.tbl = c.tbl) OR EXISTS (SELECT FROM jsonb_object_keys(c.after) f, kind k
            WHERE k.tbl = c.tbl AND (f <> ALL (k.fields) OR f IN ('rev', 'uid'))) THEN
            RETURN c.code || ' has no such field';
        END IF;
        SELECT jsonb_object_agg(f.key, f.value) INTO new
            FROM jsonb_each(coalesce(old, jsonb_build_object('uid', nullif(c.uid, ''))) || c.after
                || jsonb_build_object('rev', n)) f WHERE f.value <> 'null';
        IF there THEN
            changed := changed || ROW (of, c.tbl, c.code, NULL, new)::doc;
        ELSE
            made := made || ROW (of, c.tbl, c.code, NULL, new)::doc;
        END IF;
    END LOOP;
    -- All at once, for what a statement writes is counted together (`sums.sql`).
    UPDATE doc d SET doc = u.doc FROM unnest(changed) u WHERE (d.book, d.tbl, d.code) = (u.book, u.tbl, u.code);
    INSERT INTO doc (book, tbl, code, doc) SELECT u.book, u.tbl, u.code, u.doc
        FROM unnest(made) WITH ORDINALITY u (book, tbl, code, pos, doc, place) ORDER BY u.place;
    RETURN NULL;
END $$;

-- One line more behind a tracker's history.
CREATE FUNCTION added(of int, at int, r jsonb) RETURNS void
    LANGUAGE sql SET search_path = tracker, pg_temp AS $$
    INSERT INTO revision (book, place, uuid, hash, line) VALUES (of, at, r->>'uuid', r->>'hash', r)
$$;

-- A command's revision: the documents are changed by what it says, so nothing changes that the history does not hold.
-- Refused unless it is the next one, acts for the login's own office, has the hash that it must have, and finds before
-- it what it says that it found.
CREATE FUNCTION append(wanted text, r jsonb, counters jsonb, secret text) RETURNS int
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
DECLARE at record; s jsonb; bad text; n int := (r->>'number')::int; lines int;
BEGIN
    SELECT * INTO at FROM locked(wanted);
    IF NOT FOUND THEN RAISE EXCEPTION USING ERRCODE = 'TR002', MESSAGE = 'no such tracker'; END IF;
    s := at.standing; lines := (s->>'lines')::int;
    IF at.role <> 'owner' AND at.office IS DISTINCT FROM (r->>'by') THEN
        RAISE EXCEPTION USING ERRCODE = 'TR005', MESSAGE = at.office;
    END IF;
    IF (r->>'schema')::int IS DISTINCT FROM at.schema OR r->>'copy' IS DISTINCT FROM s->>'copy'
        OR n IS DISTINCT FROM (s->>'number')::int + 1
        OR r->'parents' IS DISTINCT FROM jsonb_build_array(coalesce(nullif(s->>'head', ''), s->>'genesis'))
        OR (r->>'at') IS NULL OR (r->>'at') !~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$'
        OR (r->>'at') < (s->>'at') OR (r->>'at')::timestamptz > clock_timestamp() + interval '1 day' THEN
        RAISE EXCEPTION USING ERRCODE = 'TR006', MESSAGE = 'not the next revision';
    END IF;
    IF coalesce(r->>'uuid', '') = '' OR r ? 'erased' OR r ? 'withheld' OR length(r->>'salt') IS DISTINCT FROM 32
        OR (at.role = 'writer' AND r ? 'erases') OR tracker.chained(r) IS DISTINCT FROM r->>'hash' THEN
        RAISE EXCEPTION USING ERRCODE = 'TR007', MESSAGE = 'the hash does not fit the revision';
    END IF;
    bad := applied(at.id, n, coalesce(r->'changes', '[]'));
    IF bad IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = 'TR008', MESSAGE = bad; END IF;
    IF EXISTS (SELECT FROM jsonb_each_text(s->'counters') c
        WHERE coalesce((counters->>c.key)::bigint, 0) < c.value::bigint) THEN
        RAISE EXCEPTION USING ERRCODE = 'TR009', MESSAGE = 'codes are not given again';
    END IF;
    PERFORM added(at.id, greatest(lines, n - 1) + 1, r);
    s := s || jsonb_build_object('number', n, 'head', r->'hash', 'at', r->'at', 'counters', counters,
        'lines', CASE lines WHEN 0 THEN 0 ELSE lines + 1 END,
        'created', coalesce(nullif(s->>'created', ''), r->>'at'));
    IF s->>'secret' = '' THEN s := jsonb_set(s, '{secret}', to_jsonb(secret)); END IF;
    UPDATE book SET version = book.version + 1, standing = s WHERE id = at.id;
    RETURN n;
END $$;

-- What a keeper alone may do, as one: take in the lines of another copy with the documents that follow from both, name
-- the copy, erase texts. `documents` are [table, code, document or null], `lines` follow the last place, `rewritten`
-- are [place, line].
CREATE FUNCTION joined(wanted text, new jsonb, documents jsonb, lines jsonb, rewritten jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
DECLARE at book; me record; each jsonb; n int; parent text;
BEGIN
    at := kept_by_me(wanted);
    SELECT * INTO me FROM opened(wanted);
    n := greatest((at.standing->>'lines')::int, (at.standing->>'number')::int);
    PERFORM set_config('tracker.rewriting', 'on', true);
    FOR each IN SELECT * FROM jsonb_array_elements(rewritten) LOOP
        UPDATE revision SET line = each->1 WHERE book = at.id AND place = (each->>0)::int;
    END LOOP;
    PERFORM set_config('tracker.rewriting', 'off', true);
    FOR each IN SELECT * FROM jsonb_array_elements(lines) LOOP
        n := n + 1;
        IF tracker.chained(each) IS DISTINCT FROM each->>'hash' THEN
            RAISE EXCEPTION USING ERRCODE = 'TR007', MESSAGE = 'the hash does not fit the revision';
        END IF;
        IF me.role <> 'owner' AND each->>'copy' IN (at.standing->>'copy', new->>'copy') AND each->>'by' <> me.office THEN
            RAISE EXCEPTION USING ERRCODE = 'TR005', MESSAGE = me.office;
        END IF;
        PERFORM added(at.id, n, each);
    END LOOP;
    IF greatest((new->>'lines')::int, (new->>'number')::int) <> n
        OR NOT (new->>'head' = '' AND n = 0 OR EXISTS (SELECT FROM revision r WHERE r.book = at.id AND r.hash = new->>'head'))
        OR EXISTS (SELECT FROM jsonb_each_text(at.standing->'counters') c
            WHERE coalesce((new->'counters'->>c.key)::bigint, 0) < c.value::bigint) THEN
        RAISE EXCEPTION USING ERRCODE = 'TR006', MESSAGE = 'the standing does not follow from the history';
    END IF;
    DELETE FROM doc d USING jsonb_array_elements(documents) e
        WHERE d.book = at.id AND d.tbl = e->>0 AND d.code = e->>1 AND e->2 = 'null';
    INSERT INTO doc (book, tbl, code, doc) SELECT at.id, e->>0, e->>1, e->2
        FROM jsonb_array_elements(documents) e WHERE e->2 <> 'null'
        ON CONFLICT (book, tbl, code) DO UPDATE SET doc = excluded.doc;
    UPDATE book SET version = book.version + 1, standing = new WHERE id = at.id;
END $$;

-- Was this line kept? Asked under the lock after a COMMIT without an answer: what was still under way has ended then.
CREATE FUNCTION kept(wanted text, which text) RETURNS bool
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = tracker, pg_temp AS $$
DECLARE at record;
BEGIN
    SELECT * INTO at FROM locked(wanted);
    RETURN EXISTS (SELECT FROM revision WHERE book = at.id AND hash = which);
END $$;

-- Not even the owner changes the history by accident. The one door is a keeper's: a text may go, or come back in the
-- place of its mark, as long as the hash still fits.
CREATE FUNCTION only_append() RETURNS trigger LANGUAGE plpgsql SET search_path = tracker, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND current_setting('tracker.rewriting', true) = 'on'
        AND (NEW.book, NEW.place, NEW.uuid, NEW.hash, NEW.login, NEW.written)
          = (OLD.book, OLD.place, OLD.uuid, OLD.hash, OLD.login, OLD.written)
        AND NEW.line->>'hash' = OLD.hash AND tracker.chained(NEW.line) = OLD.hash THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'TR001', MESSAGE = 'revisions are only appended';
END $$;
CREATE TRIGGER only_append BEFORE UPDATE OR DELETE ON revision FOR EACH ROW EXECUTE FUNCTION only_append();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON revision EXECUTE FUNCTION only_append();
