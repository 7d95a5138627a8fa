"""What a store holds at one moment: documents, and where the chain of revisions stands."""

from dataclasses import field
from typing import Any

from tracker.frozen import frozen
from tracker.model.revision import Document, Documents


@frozen
class Standing:
    """The end of the chain: number, hash and UTC time of the last revision; `genesis` is the digest it starts from.

    `created` is the UTC time at which the tracker was made; counters are never rolled back (DESIGN.md 3).
    """

    number: int = 0
    head: str = ""
    at: str = ""
    genesis: str = ""
    created: str = ""
    demo: bool = False
    counters: dict[str, int] = field(default_factory=dict)

    def document(self) -> Document:
        """The stored form."""
        return dict(vars(self))


@frozen
class State:
    """All documents and the standing; `stored` is False for a template that no file holds yet."""

    documents: Documents
    standing: Standing
    stored: bool = True


def standing_of(document: dict[str, Any]) -> Standing:
    """The standing from its stored form; raises TypeError on unknown or badly typed fields."""
    standing = Standing(**document)
    if not isinstance(standing.number, int) or not isinstance(standing.counters, dict):
        raise TypeError(standing)
    return standing
