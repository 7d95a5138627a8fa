"""The end of a transaction: it is known to be kept, or known not to be, or it is said that nobody knows."""

import time
from typing import TYPE_CHECKING

import psycopg

from tracker import errors
from tracker.signals import held_back
from tracker.store.postgres.connection import refusal
from tracker.store.postgres.draft import Draft, put

if TYPE_CHECKING:
    from tracker.store.postgres.engine import PostgresEngine

_SETTLED = 20.0
"""Seconds for which a server that went away in the middle of a COMMIT is waited for."""


def commit(engine: "PostgresEngine", draft: Draft) -> None:
    """Have the database take what was drafted; whoever breaks in now waits until it is known whether it did.

    Raises `OutcomeUnknown`, or what refused it.
    """
    with held_back():
        with engine.told():
            put(engine.db, engine.address.tracker, draft)
        login = engine.db.info.user
        try:
            engine.db.execute(b"COMMIT")
        except psycopg.OperationalError as error:
            _settle(engine, draft, refusal(engine.address, engine.patience, login, error, known=True))
        engine.committed = True


def _settle(engine: "PostgresEngine", draft: Draft, refused: "errors.TrackerError") -> None:
    """Find out whether a COMMIT without an answer was kept; raises `OutcomeUnknown`, or what `refused` it.

    The look-up waits for the lock: what was still under way has ended then.
    """
    if not draft.lines:
        raise refused
    last, deadline, pause = draft.lines[-1], time.monotonic() + _SETTLED, 0.05
    while True:
        engine.close()
        try:
            engine.db.execute(engine.patience.beginning)
            found = engine.db.execute(b"SELECT tracker.kept($1, $2)", (engine.address.tracker, last["hash"])).fetchone()
            engine.db.execute(b"ROLLBACK")
        except (psycopg.OperationalError, errors.Unreachable) as gone:  # or the lock is held for too long
            if time.monotonic() > deadline:
                raise errors.OutcomeUnknown(engine.place, str(last["uuid"])) from gone
            time.sleep(pause)
            pause = min(2 * pause, 1.0)
            continue
        if not (found and found[0]):
            raise refused
        return
