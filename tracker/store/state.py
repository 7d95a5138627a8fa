"""The state of a store at one moment: documents, and where the chain of revisions stands."""

from datetime import datetime
from typing import Any, TypedDict

import msgspec

from tracker.frozen import Frozen, asdict, field
from tracker.model.history.documents import Document, Documents

# Beyond them no calendar of ours has dates.
EARLIEST, LATEST = 1900, 2200
SECRETS = ("secret", "old_secret")
"""The fields of a standing that never leave the copy."""


class Taken(TypedDict):
    """The last file of another copy that was taken in: when, its newest revision, and the side that had it."""

    at: str
    head: str
    side: str


class Standing(Frozen):
    """The end of the chain: number, hash and UTC time of the last revision; `genesis` is the digest it starts from.

    `created` is the UTC time at which the tracker was made; counters are never rolled back. `copy` is the name of this
    copy of the tracker, `side` what people call it, and `block` the number above which its new records are numbered.
    `lines` is how many revisions there are where copies were joined, 0 for as many as the number says. `taken` are the
    moment, the head and the side of the last file taken in from each other copy, `arrivals` the moment of each and our
    head before it. `erased` are the digests, by place, of texts of the beginning that were erased since, `salts` the
    salts of what may be withheld of it. `secret` is this copy's own and makes the salts of such texts, `old_secret`
    those of texts that are older than salts; `mixed` says that the history has salts by other secrets too, `partial`
    that some of what another side has written is withheld from this copy.
    """

    number: int = 0
    head: str = ""
    at: str = ""
    genesis: str = ""
    created: str = ""
    demo: bool = False
    copy: str = ""
    side: str = ""
    block: int = 0
    lines: int = 0
    counters: dict[str, int] = field(default_factory=dict)
    secret: str = ""
    old_secret: str = ""
    mixed: bool = False
    partial: bool = False
    erased: dict[str, str] = field(default_factory=dict)
    salts: dict[str, str] = field(default_factory=dict)
    taken: dict[str, Taken] = field(default_factory=dict)
    arrivals: list[tuple[str, str]] = field(default_factory=list)

    @property
    def position(self) -> int:
        """The place of the last revision, counted from 1."""
        return self.lines or self.number

    def document(self) -> Document:
        """The stored form."""
        return asdict(self)


class State(Frozen):
    """The documents and the standing; `stored` is False for a template that no file holds yet.

    `version` tells one version of the file from another, and is None for what is not, or not yet, in a file.
    """

    documents: Documents
    standing: Standing
    stored: bool = True
    version: Any = None


def standing_of(document: dict[str, Any]) -> Standing:
    """The standing from its stored form; raises TypeError or ValueError on unknown or badly typed fields."""
    try:
        standing = msgspec.convert(document, Standing, strict=True)
    except msgspec.ValidationError as error:
        raise TypeError(document) from error
    numbers = (standing.number, standing.lines, standing.block, *standing.counters.values())
    if not all(number >= 0 for number in numbers) or not all(map(_is_counter, standing.counters)):
        raise ValueError(document)
    told = filter(None, (standing.at, standing.created))  # a tracker without a change has none of them
    taken = (each["at"] for each in standing.taken.values())
    for at in (*told, *taken, *(at for at, _ in standing.arrivals)):
        check_moment(at)
    return standing


def _is_counter(name: str) -> bool:
    """Whether it is the name of a counter: of a letter, and of the block in which a copy numbers, if that has one."""
    _, in_block, block = name.partition("@")
    return not in_block or (block.isascii() and block.isdecimal())


def check_moment(at: str) -> None:
    """Raises ValueError unless it is a UTC time as we write it: moments are compared as texts."""
    moment = datetime.fromisoformat(at)
    if not (at.endswith("+00:00") and len(at) == len("2026-01-01T00:00:00+00:00") and EARLIEST < moment.year < LATEST):
        raise ValueError(at)
