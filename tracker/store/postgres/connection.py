"""The connection to the server, and its refusals in our words."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import conninfo

from tracker import errors
from tracker.frozen import Frozen
from tracker.store.postgres.address import Address, secure

_UNREACHABLE = 10
"""Seconds after which a server that says nothing is given up."""


_BEGIN = b"""BEGIN; SET LOCAL lock_timeout = '%dms'; SET LOCAL statement_timeout = '%dms';
SET LOCAL idle_in_transaction_session_timeout = '%dms'"""


class Patience(Frozen):
    """The seconds for which another writer is waited for, and for which a statement may run."""

    lock: float
    statement: float

    @property
    def beginning(self) -> bytes:
        """The beginning of a transaction in which nobody is waited for any longer.

        The last of its waits has the server let go of the lock of a client that is gone without a word.
        """
        lock, statement = round(self.lock * 1000), round(self.statement * 1000)
        return _BEGIN % (lock, statement, statement)


def connect(address: Address) -> psycopg.Connection[Any]:
    """A connection that commits what nobody has begun; raises `BadAddress`, `Unreachable` and their like.

    It prepares no statements and keeps nothing from one transaction to the next, so that a pooler in transaction mode
    may stand between.
    """
    try:
        known = secure({name: str(value) for name, value in conninfo.conninfo_to_dict(address.given).items()})
    except psycopg.Error as error:  # whose words would show what was typed
        raise errors.BadAddress("postgresql://…") from error
    usual = {"application_name": "tracker", "connect_timeout": str(_UNREACHABLE), "keepalives_idle": "30"}
    try:
        return psycopg.connect(
            **{**usual, "tcp_user_timeout": "30000", **known, "client_encoding": "UTF8"},  # type: ignore[arg-type]  # all are texts, as libpq takes them
            autocommit=True,
            prepare_threshold=None,
            cursor_factory=psycopg.RawCursor,
        )
    except psycopg.Error as error:
        raise _not_connected(address, str(error)) from error


def _not_connected(address: Address, said: str) -> "errors.StoreError":
    """The refusal of a connection: libpq tells it in words alone."""
    cause = said.strip().partition("\n")[0].rpartition("FATAL:")[2].rpartition("failed: ")[2].strip().rstrip(".")
    if "resolve host" in said:
        return errors.NoSuchHost(address.shown)
    if "timeout expired" in cause:
        return errors.TookTooLong(address.shown, _UNREACHABLE)
    if "database" in cause and "does not exist" in cause:
        return errors.NoDatabase(address.shown)
    if any(word in cause for word in ("authentication failed", "no password supplied", "role", "pg_hba.conf")):
        return errors.LoginRefused(address.shown)
    if any(word in cause for word in ("certificate", "SSL", "TLS")):
        return errors.NotSecure(address.shown, cause)
    return errors.Unreachable(address.shown, cause)


@contextmanager
def told(address: Address, patience: Patience, login: str, *, known: bool) -> Iterator[None]:
    """Turn what the server refuses that login inside into an error of ours; `known` says whether it has a role there.

    Our functions refuse by numbers of their own (`sql/writing.sql`). What else it says may repeat values, so only its
    first line is shown.
    """
    try:
        yield
    except psycopg.Error as error:
        raise refusal(address, patience, login, error, known=known) from error


def refusal(
    address: Address, patience: Patience, login: str, error: psycopg.Error, *, known: bool
) -> "errors.TrackerError":
    """The error of ours for one of the server."""
    place, state = address.shown, error.sqlstate or ""
    said = (error.diag.message_primary or str(error)).strip().partition("\n")[0].rstrip(".")
    worded: dict[str, Callable[[], errors.TrackerError]] = {
        "55P03": lambda: errors.Locked(place, patience.lock),
        "57014": lambda: errors.TookTooLong(place, patience.statement),
        "23505": lambda: errors.AlreadyExists(place),
        "42501": lambda: errors.KeeperNeeded(place, login) if known else errors.NoRight(place, login),
        **dict.fromkeys(("40001", "40P01", "TR006", "TR008"), lambda: errors.ChangedMeanwhile(place)),
        **dict.fromkeys(("TR002", "3F000"), lambda: errors.DatabaseMissing(place)),
        "TR003": lambda: errors.MayOnlyRead(place, login),
        "TR004": lambda: errors.KeeperNeeded(place, login),
        "TR005": lambda: errors.OtherOffice(place, login, said),
        "TR010": lambda: errors.NoSuchLogin(said),
        "TR011": lambda: errors.LastKeeper(place),
    }
    if state in worded:
        return worded[state]()
    gone = not state or state[:2] in {"08", "57"}
    return errors.Unreachable(place, said) if gone else errors.ServerRefused(place, said)
