"""A large stored table as records that nobody has read yet."""

from collections.abc import Callable
from types import GenericAlias
from typing import Any

import msgspec

from tracker.frozen import Frozen
from tracker.model.records.codes import order_of
from tracker.model.records.localized import Localized
from tracker.model.records.rows import Unread
from tracker.model.records.tables import TABLES
from tracker.store.file.rows import StoredTable


def unread(table: str, rows: StoredTable, records: Callable[[], dict[str, Any]]) -> Unread:
    """The records of a table, all of which `records` reads, and of which less is read where less is asked for."""
    return Unread(_Stored(table, rows, records))


class Titled(Frozen, forbid_unknown_fields=False):
    """The code of a record, and its title as it is stored, whatever that is called."""

    id: str
    title: msgspec.Raw = msgspec.Raw()
    name: msgspec.Raw = msgspec.Raw()
    reference: msgspec.Raw = msgspec.Raw()
    text: msgspec.Raw = msgspec.Raw()

    def words(self, field: str) -> Localized | str | None:
        """The title, where it stands in that field; raises `msgspec.DecodeError` for what is none."""
        stored: msgspec.Raw = getattr(self, field)
        return msgspec.json.decode(stored, type=Localized | str) if len(stored) else None


class _Stored:
    """A stored table as a source of records (`Source`)."""

    def __init__(self, table: str, rows: StoredTable, records: Callable[[], dict[str, Any]]) -> None:
        self._name, self._rows = table, rows
        self.records = records

    def parts(self, kind: type[Any]) -> list[Any] | None:
        """Read some fields of each record; None where only reading them all tells what is wrong."""
        decoder: msgspec.json.Decoder[dict[str, Any]] = msgspec.json.Decoder(GenericAlias(dict, (str, kind)))
        found = self._rows.records(decoder)
        twice = found is not None and len({each.id for each in found}) < len(found)
        return None if twice else found

    def tally(self) -> Any:
        """Give what is kept of the records as a whole."""
        return self._rows.counted()

    def record(self, code: str) -> Any:
        """Read one record; raises `LookupError` where only reading them all tells what is wrong."""
        text = self._rows.alone(code)
        return None if text is None else self._read(text)

    def linked(self, link: str, code: str) -> list[Any] | None:
        """Read the records that are linked to a code, in their order."""
        texts = self._rows.linked(link, code)
        try:
            return None if texts is None else sorted(map(self._read, texts), key=lambda record: order_of(record.id))
        except LookupError:
            return None

    def _read(self, text: bytes) -> Any:
        kind: Any = TABLES[self._name]
        try:
            return msgspec.json.decode(text, type=kind)
        except msgspec.MsgspecError as error:
            raise LookupError(self._name) from error
