"""The logins of a tracker on a server, and what each may do."""

from collections.abc import Sequence
from datetime import date

from tracker.message import Message, msg
from tracker.reports.report import Column, Ref, Report, Table

ROLES: dict[str, Message] = {
    "reader": msg("reads"),
    "writer": msg("reads and changes"),
    "keeper": msg("keeps the tracker"),
    "counterpart": msg("reads what the other side may see"),
    "owner": msg("owns the tables"),
}


def connection(login: str, role: str, office: str) -> Message:
    """Say as whom one is connected, and what the login may do."""
    parts = {"login": Ref(login), "role": ROLES[role]}
    if office:
        return msg("{login}: {role}, for {office}", **parts, office=Ref(office))
    return msg("{login}: {role}", **parts)


def connected(place: str, login: str, role: str, office: str) -> Message:
    """Say where one is connected, and as whom."""
    return msg("Connected to {place} as {connection}.", place=Ref(place), connection=connection(login, role, office))


def accesses_report(rows: Sequence[tuple[str, str, str]], day: date) -> Report:
    """The logins as (login, role, office)."""
    columns = (
        Column("login", msg("Login")),
        Column("role", msg("May do"), flexible=True),
        Column("office", msg("Office"), flexible=True),
    )
    cells = tuple((Ref(login), ROLES[role], Ref(office) if office else None) for login, role, office in rows)
    data = [{"login": login, "role": role, "office": office} for login, role, office in rows]
    return Report("share", day, None, (Table("share", None, columns, cells),), lambda: {"data": data})
