-- The hash of a revision as tracker/model/history/chain.py computes it, so that the database takes no line that breaks
-- the chain. Its tests compare the two.
SET LOCAL ROLE tracker_owner;
SET LOCAL search_path = tracker, pg_temp;

-- Canonical JSON: sorted keys, no spaces. The documents hold no floats.
CREATE FUNCTION canonical(v jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    CASE jsonb_typeof(v)
    WHEN 'object' THEN
        RETURN '{' || coalesce((SELECT string_agg(to_json(key)::text || ':' || tracker.canonical(value), ','
            ORDER BY key COLLATE "C") FROM jsonb_each(v)), '') || '}';
    WHEN 'array' THEN
        RETURN '[' || coalesce((SELECT string_agg(tracker.canonical(value), ',' ORDER BY n)
            FROM jsonb_array_elements(v) WITH ORDINALITY AS each(value, n)), '') || ']';
    ELSE RETURN v::text;
    END CASE;
END $$;
CREATE FUNCTION sha(v text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN encode(sha256(convert_to(v, 'UTF8')), 'hex');

-- A mark stands where the other side withholds words: its digest, and that of the number beside them (withheld.py).
CREATE FUNCTION mark_parts(v jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_match(v #>> '{}', '^' || U&'\FDD0' || '([0-9a-f]{64}|\[…\])?(?:/([0-9a-f]{64}))?$');
CREATE FUNCTION is_mark(v jsonb) RETURNS bool LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(jsonb_typeof(v) = 'string' AND tracker.mark_parts(v) IS NOT NULL, false);
CREATE FUNCTION unmarked(v jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN NOT tracker.is_mark(v) OR (tracker.mark_parts(v))[1] IS NULL THEN v
        WHEN (tracker.mark_parts(v))[1] = '[…]' THEN '"[…]"'
        ELSE to_jsonb(U&'\FDD0' || (tracker.mark_parts(v))[1]) END;

-- The values of an item, with a mark of its own for each number that the mark beside it stands for.
CREATE FUNCTION unfolded(item jsonb) RETURNS TABLE (key text, value jsonb) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE words text; number text; beside text; hidden text[] := '{}'; numbers text[] := '{}'; digests text[] := '{}';
BEGIN
    FOR words, number IN VALUES ('justification', 'value'), ('name', 'size') LOOP
        beside := CASE jsonb_typeof(item->words)
            WHEN 'object' THEN (SELECT (tracker.mark_parts(w.value))[2] FROM jsonb_each(item->words) w
                WHERE tracker.is_mark(w.value) AND (tracker.mark_parts(w.value))[2] IS NOT NULL LIMIT 1)
            WHEN 'string' THEN (tracker.mark_parts(item->words))[2] END;
        IF beside IS NOT NULL AND coalesce(item->number, 'null') = (CASE number WHEN 'size' THEN '0' ELSE 'null' END)::jsonb THEN
            hidden := hidden || words; numbers := numbers || number; digests := digests || beside;
        END IF;
    END LOOP;
    FOR key, value IN SELECT e.key, e.value FROM jsonb_each(item) e WHERE e.key <> ALL (numbers) LOOP
        IF key = ANY (hidden) AND jsonb_typeof(value) = 'object' THEN
            value := (SELECT jsonb_object_agg(w.key, tracker.unmarked(w.value)) FROM jsonb_each(value) w);
        ELSIF key = ANY (hidden) THEN
            CONTINUE WHEN tracker.is_mark(value) AND (tracker.mark_parts(value))[1] IS NULL;
            value := tracker.unmarked(value);
        END IF;
        RETURN NEXT;
    END LOOP;
    FOR i IN 1 .. cardinality(numbers) LOOP
        key := numbers[i]; value := to_jsonb(U&'\FDD0' || digests[i]);
        RETURN NEXT;
    END LOOP;
END $$;

-- The keys of the items of a list (leaves.py KEYS); their positions where one of them has none of its own.
CREATE FUNCTION key_of(field text, item jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE field
        WHEN 'briefs' THEN item->>'date' || ':' || coalesce(item#>>'{by,party}', '')
        WHEN 'links' THEN item->>'aspect'
        WHEN 'measurements' THEN coalesce(item->>'period_start', '') || '..' || (item->>'period_end')
        WHEN 'participants' THEN (item#>>'{office,party}') || coalesce('/' || nullif(item#>>'{office,role}', ''), '')
        WHEN 'ratings' THEN (item->>'step') || ':' || (item->>'criterion')
        WHEN 'supports' THEN item->>'record'
        WHEN 'targets' THEN item->>'date'
    END
$$;
CREATE FUNCTION keys_of(field text, items jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN count(key) = count(*) AND count(DISTINCT key) = count(*) THEN array_agg(key ORDER BY n)
        ELSE array_agg((n - 1)::text ORDER BY n) END
    FROM (SELECT tracker.key_of(field, item) AS key, n FROM jsonb_array_elements(items) WITH ORDINALITY AS e(item, n)) k
$$;

-- Every leaf of a record, or of some of its fields, by its path.
CREATE FUNCTION leaves(at text, v jsonb) RETURNS TABLE (path text, value jsonb) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE keys text[];
BEGIN
    IF at = 'figures' THEN
        RETURN QUERY SELECT at, v;
    ELSIF jsonb_typeof(v) = 'object' THEN
        RETURN QUERY SELECT l.path, l.value FROM tracker.unfolded(v) f, tracker.leaves(at || '/' || f.key, f.value) l;
    ELSIF jsonb_typeof(v) = 'array' AND v <> '[]'
        AND NOT EXISTS (SELECT FROM jsonb_array_elements(v) i WHERE jsonb_typeof(i) <> 'object') THEN
        keys := tracker.keys_of(at, v);
        RETURN QUERY SELECT at || '/#', to_jsonb(keys);
        RETURN QUERY SELECT l.path, l.value FROM jsonb_array_elements(v) WITH ORDINALITY AS e(item, n),
            tracker.leaves(at || '/' || keys[n], item) l;
    ELSE
        RETURN QUERY SELECT at, v;
    END IF;
END $$;

-- The same shape with every text erased; what has a fixed form stays (texts.py FIXED).
CREATE FUNCTION erased(v jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT CASE jsonb_typeof(v)
        WHEN 'string' THEN to_jsonb('[…]'::text)
        WHEN 'object' THEN coalesce((SELECT jsonb_object_agg(key, CASE WHEN key = ANY ('{country,date,signed,size,type,
            period_start,period_end,value,source,verified,step,criterion,evidence}') THEN value ELSE tracker.erased(value) END)
            FROM jsonb_each(v)), '{}')
        WHEN 'array' THEN coalesce((SELECT jsonb_agg(tracker.erased(value) ORDER BY n)
            FROM jsonb_array_elements(v) WITH ORDINALITY AS e(value, n)), '[]')
        ELSE v END
$$;

-- The digest at a place: that in a mark, the one that was kept of an erased text, or else of the salted value.
CREATE FUNCTION digest_at(r jsonb, place text, v jsonb) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN coalesce(
        CASE WHEN tracker.is_mark(v) THEN nullif((tracker.mark_parts(v))[1], '[…]') END,
        CASE WHEN v::text LIKE '%"[…]"%' AND v = tracker.erased(v) THEN r->'erased'->>place END,
        CASE WHEN v::text LIKE '%' || U&'\FDD0' || '%' THEN r->'withheld'->>place END,
        tracker.sha(coalesce(r->'salts'->>place,
            tracker.sha('[' || to_json(coalesce(r->>'salt', ''))::text || ',' || to_json(place)::text || ']'))
            || tracker.canonical(v)));

-- What happened to a record, as one digest.
CREATE FUNCTION record_digest(r jsonb, c jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT tracker.sha(tracker.canonical(jsonb_build_object(
        'record', head, 'uid', coalesce(c->>4, ''),
        CASE WHEN jsonb_typeof(c->2) = 'null' THEN 'made' WHEN jsonb_typeof(c->3) = 'null' THEN 'removed' ELSE 'changed' END,
        coalesce((SELECT jsonb_object_agg(l.path, tracker.digest_at(r, head || '/' || l.path, l.value))
            FROM jsonb_each(CASE jsonb_typeof(c->3) WHEN 'object' THEN c->3 ELSE '{}' END) f,
                tracker.leaves(f.key, f.value) l), '{}'))))
    FROM (SELECT (c->>0) || '/' || (c->>1)) AS h(head)
$$;

-- The places of a revision of the first schema, which digests whole fields.
CREATE FUNCTION first_places(r jsonb) RETURNS TABLE (place text, value jsonb) LANGUAGE sql IMMUTABLE AS $$
    WITH side AS (
        SELECT (c->>0) || '/' || (c->>1) || s.name AS head, CASE jsonb_typeof(c->s.i) WHEN 'object' THEN c->s.i END AS doc
        FROM jsonb_array_elements(r->'changes') AS c, (VALUES ('/before', 2), ('/after', 3)) AS s(name, i))
    SELECT 'note', coalesce(r->'note', 'null')
    UNION ALL SELECT 'forced', 'true' WHERE r->'forced' = 'true'
    UNION ALL SELECT head, to_jsonb(doc IS NOT NULL) FROM side
    UNION ALL SELECT head || '/' || f.key, f.value FROM side, jsonb_each(doc) AS f
$$;

CREATE FUNCTION chained(r jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE head jsonb; name text;
BEGIN
    IF r->'schema' = '1' THEN
        RETURN (SELECT tracker.sha('[' || concat_ws(',', r->'number', r->'uuid', r->'at', r->'by', r->'command',
                r->'schema', coalesce(r->'undoes', 'null'), r->'previous')
            || ',' || tracker.canonical(jsonb_object_agg(place, tracker.digest_at(r, place, value))) || ']')
            FROM tracker.first_places(r));
    END IF;
    head := jsonb_build_object('note', CASE WHEN coalesce(r->'note', 'null') <> 'null'
            THEN tracker.digest_at(r, 'note', r->'note') END,
        'records', coalesce((SELECT jsonb_agg(d ORDER BY d COLLATE "C") FROM (SELECT tracker.record_digest(r, c) AS d
            FROM jsonb_array_elements(r->'changes') c) e), '[]'));
    FOREACH name IN ARRAY '{number,uuid,copy,at,by,command,schema,parents,forced,erases,decided,about,public,undoes}'::text[] LOOP
        IF coalesce(r->name, 'null') NOT IN ('null', '""', '[]', '{}', 'false', '0') THEN
            head := jsonb_set(head, ARRAY[name], r->name);
        END IF;
    END LOOP;
    RETURN tracker.sha(tracker.canonical(head));
END $$;
