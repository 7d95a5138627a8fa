"""The rights and triggers in the database, held against those that were set up, and what the triggers count."""

from collections.abc import Sequence

from tracker.store.postgres.engine import PostgresEngine

_ODD = b"""
SELECT format('%s: %s', c.relname, 'ROW LEVEL SECURITY') FROM pg_class c
    WHERE c.relnamespace = 'tracker'::regnamespace AND NOT c.relrowsecurity
    AND c.relname IN ('book', 'doc', 'revision', 'access', 'fact', 'tally')
UNION ALL SELECT format('%s: %s', t.tbl, t.name)
    FROM (VALUES ('revision', 'only_append'), ('revision', 'never_emptied'), ('doc', 'counted_new'),
    ('doc', 'counted_before'), ('doc', 'counted_after'), ('doc', 'counted_gone')) t(tbl, name)
    WHERE NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = ('tracker.' || t.tbl)::regclass AND g.tgname = t.name
    AND g.tgenabled IN ('O', 'A'))
UNION ALL SELECT format('tally: %s', m) FROM tracker.miscounted($1) m
UNION ALL SELECT format('%s: %s', c.relname, pg_get_userbyid(c.relowner)) FROM pg_class c
    WHERE c.relnamespace = 'tracker'::regnamespace AND c.relkind IN ('r', 'v', 'S')
    AND pg_get_userbyid(c.relowner) <> 'tracker_owner'
UNION ALL SELECT format('%s: %s, %s', c.relname, a.privilege_type, coalesce(r.rolname, 'PUBLIC')) FROM pg_class c,
    aclexplode(c.relacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
    WHERE c.relnamespace = 'tracker'::regnamespace AND c.relkind IN ('r', 'v') AND a.grantee <> c.relowner
    AND NOT (a.privilege_type = 'SELECT' AND (c.relname, r.rolname) IN (('seen', 'tracker_reader'),
    ('seen', 'tracker_counterpart'), ('structure', 'tracker_reader'), ('structure', 'tracker_counterpart'),
    ('revision', 'tracker_reader'), ('access', 'tracker_reader')))
UNION ALL SELECT format('%s: %s', p.proname, pg_get_userbyid(p.proowner)) FROM pg_proc p
    WHERE p.pronamespace = 'tracker'::regnamespace AND pg_get_userbyid(p.proowner) <> 'tracker_owner'
UNION ALL SELECT format('%s: EXECUTE, %s', p.proname, coalesce(r.rolname, 'PUBLIC')) FROM pg_proc p,
    aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a LEFT JOIN pg_roles r ON r.oid = a.grantee
    WHERE p.pronamespace = 'tracker'::regnamespace AND a.grantee <> p.proowner
    AND coalesce(r.rolname, '') NOT IN ('tracker_reader', 'tracker_writer', 'tracker_keeper', 'tracker_counterpart')
UNION ALL SELECT format('schema: %s, %s', a.privilege_type, coalesce(r.rolname, 'PUBLIC')) FROM pg_namespace n,
    aclexplode(n.nspacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
    WHERE n.nspname = 'tracker' AND a.grantee <> n.nspowner AND NOT (a.privilege_type = 'USAGE'
    AND coalesce(r.rolname, '') IN ('tracker_reader', 'tracker_counterpart'))
ORDER BY 1"""


def odd_rights(engine: PostgresEngine) -> Sequence[str]:
    """The rights that are not as they were set up, and counts that are wrong: the object and what is odd about it."""
    with engine.told():
        return [row[0] for row in engine.db.execute(_ODD, (engine.address.tracker,)).fetchall()]
