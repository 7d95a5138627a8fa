"""The logins that a tracker on a server is shared with."""

from collections.abc import Sequence

from psycopg import sql

from tracker import errors
from tracker.store.postgres.engine import PostgresEngine
from tracker.store.postgres.roles import KEEPING, Access


def accesses(engine: PostgresEngine) -> Sequence[Access]:
    """The logins and their roles as far as one may see them: a keeper sees all. Raises `DatabaseMissing`."""
    book = engine.known()
    text = b"SELECT login, role, office FROM tracker.access WHERE book = $1 ORDER BY office, role, login"
    with engine.told():
        return [Access(*row) for row in engine.db.execute(text, (book.id,)).fetchall()]


def share(engine: PostgresEngine, login: str, role: str | None, office: str = "") -> bool:
    """Give a login a role, or take its role away; gives whether the login was made for it.

    Raises `KeeperNeeded`, `LastKeeper`, and `NoSuchLogin` where one may not make logins.
    """
    if engine.known().role not in KEEPING:
        raise errors.KeeperNeeded(engine.place, engine.db.info.user)
    engine.end_reading()
    made = False
    with engine.told(), engine.db.transaction():
        row = engine.db.execute(
            b"SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1),"
            b" (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = session_user)",
            (login,),
        ).fetchone()
        known, may_make = row or (False, False)
        if not known and role is not None and not may_make:
            raise errors.NoSuchLogin(login)
        if not known and role is not None:
            engine.db.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(login)).as_bytes(engine.db))
            made = True
        engine.db.execute(b"SELECT tracker.share($1, $2, $3, $4)", (engine.address.tracker, login, role, office))
    return made
