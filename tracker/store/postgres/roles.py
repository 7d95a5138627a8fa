"""The roles that a login may have in a tracker on a server."""

from tracker.frozen import Frozen

ROLES = ("reader", "writer", "keeper", "counterpart")
"""A reader sees all; a writer also changes it; a keeper also joins copies, erases texts and shares the tracker; a
counterpart sees what the other side may see."""
BOUND = frozenset({"writer", "keeper"})
"""The roles that act for one office."""

KEEPING = frozenset({"keeper", "owner"})
"""The roles that share a tracker; the owner is whoever may act for the owner of the tables."""


class Access(Frozen):
    """The role of a login, and the office that it acts for, empty where it only reads."""

    login: str
    role: str
    office: str
