"""The lines of a history as it is verified: one after the other, and of each one change after the other.

A command that made ten thousand records is a line larger than these: its changes stay text until somebody reads them,
and nobody keeps them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Any, TypeVar, cast

import msgspec

from tracker.frozen import Frozen, sorted_json
from tracker.model.history.chain import FIRST_SCHEMA
from tracker.model.history.documents import WITHHELD, Document
from tracker.model.history.revision import BOOKKEEPING, Change, Revision
from tracker.store.file.layout import Lines
from tracker.store.file.rows import Row
from tracker.store.revisions import to_change
from tracker.store.state import check_moment

_UNREADABLE = (msgspec.MsgspecError, KeyError, ValueError, TypeError, RecursionError)
_NULL = msgspec.Raw(b"null")
_MARK = WITHHELD.encode()
_BYTE = _MARK[:1]
LONGEST = len(_MARK)
"""The length in bytes of what a mark is known by."""
FEW = 64
"""The number of items in a portion, and of changes in a line that is kept while others are read."""
_decode = msgspec.json.Decoder(Document | None).decode


T = TypeVar("T")


def portions(items: Iterable[T]) -> Iterator[list[T]]:
    """A few of the items at a time: what is done to each of them, one step after the other, takes a third less time."""
    waiting = iter(items)
    while portion := [*islice(waiting, FEW)]:
        yield portion


class Written(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """A change whose documents are text."""

    table: str
    code: str
    before: msgspec.Raw
    after: msgspec.Raw
    uid: str = ""

    def read(self) -> Change:
        """The change, read as strictly as records are; raises what reading them raises."""
        return to_change(self.table, self.code, _decode(self.before), _decode(self.after), self.uid)

    def left(self, row: Row) -> Change | None:
        """The change, if it made a record, and that stands in the row word for word: neither is judged once more."""
        text = row.content
        if text.__class__ is not msgspec.Raw or self.before != _NULL:
            return None
        stamped, stands = b'%b,"uid":%b,"rev":' % (bytes(self.after)[:-1], sorted_json(self.uid)), bytes(text)
        if not (stands.startswith(stamped) and stands[len(stamped) : -1].isdigit()):
            return None
        after = _decode(self.after)
        return Change(self.table, self.code, None, after, self.uid) if after and BOOKKEEPING.isdisjoint(after) else None


class Line(Frozen):
    """A revision: `head` is all that it tells beside its changes, and marks stand in it only where it is `marked`.

    `refused` makes the error for a change that cannot be read. Its hash is `known` where it was found right before.
    """

    head: Revision
    changes: tuple[Written, ...] | tuple[Change, ...]
    marked: bool = True
    refused: Callable[[int], Exception] | None = None
    known: bool = False

    def read(self, change: Written | Change) -> Change:
        """One of the changes; raises what `refused` gives."""
        if isinstance(change, Change):
            return change
        try:
            return change.read()
        except _UNREADABLE as error:
            raise (self.refused(self.head.number) if self.refused else error) from error

    def makes(self, change: Written | Change) -> bool:
        """Whether there was no record before one of the changes."""
        return change.before == _NULL if isinstance(change, Written) else change.before is None

    def left(self, change: Written | Change, row: Mapping[str, Any] | None) -> Change | None:
        """The change, if it is known at a look to have left this row, which was read as a record already."""
        return change.left(row) if isinstance(change, Written) and isinstance(row, Row) else None


def whole(revision: Revision) -> Line:
    """The line of a revision that was read whole."""
    return Line(revision, revision.changes)


def line_in(text: Lines, refused: Callable[[int], Exception], known: int = 0) -> Line | None:
    """The line that is written there; None where it must be read whole to be judged, or cannot be read.

    The hashes of lines before the place `known` were found right before.
    """
    try:
        found = _decoder().decode(text.document)
        check_moment(found.at)
    except _UNREADABLE:
        return None
    if found.schema <= FIRST_SCHEMA or not found.parents or found.erased:
        return None
    marked = may_be_marked(text.raw, text.start, text.end)
    return Line(cast("Revision", found), found.written, marked, refused, text.end <= known)


def may_be_marked(text: bytes, start: int = 0, end: int | None = None) -> bool:
    """Whether marks may stand in a text, or in what is between two places of it.

    Their first bytes are rare, and a single byte is sought many times as fast as several are.
    """
    if text.find(_BYTE, start, end) >= 0 and text.find(_MARK, start, end) >= 0:
        return True
    return text.find(b"\\", start, end) >= 0 and text.find(b"\\u", start, end) >= 0


@cache
def _decoder() -> "msgspec.json.Decoder[Any]":
    """The decoder of what a revision tells: everything as it is in the model, but the changes, which are `written`."""
    fields = [_field(each) for each in msgspec.structs.fields(Revision) if each.name != "changes"]
    written = ("written", tuple[Written, ...], msgspec.field(name="changes"))
    return msgspec.json.Decoder(
        msgspec.defstruct("Head", [*fields, written], frozen=True, kw_only=True, forbid_unknown_fields=True)
    )


def _field(known: Any) -> tuple[str, Any] | tuple[str, Any, Any]:
    if known.name == "note":
        return "note", known.type, None
    if known.default is not msgspec.NODEFAULT:
        return known.name, known.type, known.default
    if known.default_factory is not msgspec.NODEFAULT:
        return known.name, known.type, msgspec.field(default_factory=known.default_factory)
    return known.name, known.type
