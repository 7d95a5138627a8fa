"""A table as it stands in the file: bytes until somebody looks, then rows, each parsed when somebody looks into it."""

import re
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, TypeVar, cast

import msgspec

from tracker import errors
from tracker.model.history.documents import Document

T = TypeVar("T")

Damaged = Callable[[str, str], "errors.Corrupt"]
"""Makes the error from the reason and the place in the file."""

NUMBER = re.compile("[1-9][0-9]{0,17}")  # so short that int() is cheap on hostile files

LARGE = 1 << 16
"""The size in bytes from which on a table is not read before somebody asks for its records."""
_UNREADABLE = (msgspec.MsgspecError, ValueError, RecursionError)


class _Coded(msgspec.Struct):
    """The part of a document that tells whose it is."""

    id: str


_decode = msgspec.json.Decoder(Document).decode
_decode_code = msgspec.json.Decoder(_Coded).decode
_texts = msgspec.json.Decoder(dict[str, msgspec.Raw])
_coded = msgspec.json.Decoder(dict[str, _Coded])


def check_ids(documents: Iterable[str]) -> None:
    """Raises ValueError for an id that is not a positive number."""
    if not all(map(NUMBER.fullmatch, documents)):
        raise ValueError("the id of a document must be a positive number")


class Row(MutableMapping[str, Any]):
    """A document of the file, parsed when somebody looks into it; looking then may raise `Corrupt`.

    One that nobody looked into is written as it was read.
    """

    __slots__ = ("_damaged", "_document", "_table", "_text")

    def __init__(self, text: msgspec.Raw, table: str, damaged: Damaged) -> None:
        self._text: msgspec.Raw | None = text
        self._document: Document = {}
        self._table, self._damaged = table, damaged

    @property
    def document(self) -> Document:
        """The document, each time the same object."""
        if self._text is not None:
            try:
                self._document = _decode(self._text)
            except _UNREADABLE as error:
                raise self._damaged("bad_value", self._table) from error
            self._text = None
        return self._document

    @property
    def code(self) -> str:
        """The code of the record, which is read alone where nobody has looked into the document yet."""
        if self._text is None:
            return str(self._document["id"])
        try:
            return _decode_code(self._text).id
        except _UNREADABLE as error:
            raise self._damaged("bad_value", self._table) from error

    @property
    def content(self) -> msgspec.Raw | Document:
        """The text itself, or the document that somebody may have changed: as it is to be written."""
        return self._document if self._text is None else self._text

    def __getitem__(self, name: str) -> Any:
        return self.document[name]

    def get(self, name: str, default: Any = None) -> Any:
        """The value of that name, at the speed of a dictionary."""
        return self.document.get(name, default)

    def __setitem__(self, name: str, value: Any) -> None:
        self.document[name] = value

    def __delitem__(self, name: str) -> None:
        del self.document[name]

    def become(self, document: Mapping[str, Any]) -> None:
        """Take the place of the document that was read, which nobody need look into."""
        self._text, self._document = None, dict(document.items())

    def __contains__(self, name: object) -> bool:
        return name in self.document

    def __iter__(self) -> Iterator[str]:
        return iter(self.document)

    def __len__(self) -> int:
        return len(self.document)

    def items(self) -> ItemsView[str, Any]:
        """The names and values, at the speed of a dictionary."""
        return self.document.items()

    def __eq__(self, other: object) -> bool:
        """Whether both say the same; two of one text do, and nobody need look into them."""
        if isinstance(other, Row):
            alike = self._text is not None and other._text is not None and bytes(self._text) == bytes(other._text)
            return alike or self.document == other.document
        return self.document == other if isinstance(other, dict) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as of every mapping that can change


class StoredTable(Mapping[str, Row]):
    """The rows of a table: by id, as TinyDB asks for them, or by the code of their record.

    It is cut into rows when somebody looks; that may raise `Corrupt` with the name of the table.
    """

    def __init__(self, text: bytes | memoryview, name: str, damaged: Damaged, *, by_code: bool = False) -> None:
        self._text = text
        self.numbers: dict[str, int] = {}
        self._name, self._damaged, self._by_code = name, damaged, by_code
        self._rows: dict[str, Row] | None = None

    @property
    def text(self) -> bytes | memoryview:
        """The table as it stands in the file."""
        return self._text

    @property
    def is_large(self) -> bool:
        """Whether it is worth while to read it only when somebody asks for its records."""
        return len(self.text) > LARGE

    def counted(self) -> Any:
        """The counts that are kept of its records (`model/state/tally.py`); None where none are, as in a file."""
        return None

    def alone(self, code: str) -> bytes | None:
        """The text of one document, None where there is none; raises `LookupError` where it cannot be read alone."""
        text = self.text
        whole = cast("bytes", text.obj) if isinstance(text, memoryview) else text  # the file, not a copy of it
        first = max(0, whole.find(b'"%b": {\n' % self._name.encode()))
        # Nothing but a row begins so: what is nested has no blank, and in texts quotation marks are escaped.
        start = whole.find(b'": {"id":%b,' % msgspec.json.encode(code), first, first + len(text))
        if start < 0:
            raise LookupError(code)
        return whole[start + len(b'": ') : whole.find(b"\n", start)].rstrip(b",")

    def linked(self, _link: str, _code: str, /) -> list[bytes] | None:
        """The texts of the documents that are linked to a code; None where they cannot be read alone."""
        return None

    @property
    def opened(self) -> bool:
        """Whether somebody has looked into it, and may have changed something."""
        return self._rows is not None

    def by_code(self) -> "StoredTable":
        """The same table by the codes of its records; `numbers` then holds the id of each, once it is opened."""
        return StoredTable(self.text, self._name, self._damaged, by_code=True)

    def records(self, decoder: msgspec.json.Decoder[dict[str, T]]) -> list[T] | None:
        """The records straight from the text; None where one of them is not what the decoder expects."""
        try:
            return list(self._decoded(decoder).values())
        except _UNREADABLE:
            return None

    def _decoded(self, decoder: msgspec.json.Decoder[dict[str, T]]) -> dict[str, T]:
        found = decoder.decode(self.text)
        check_ids(found)
        return found

    def _opened(self) -> dict[str, Row]:
        if self._rows is None:
            try:
                texts = self._decoded(_texts)
            except _UNREADABLE as error:
                raise self._damaged("bad_value", self._name) from error
            rows = {number: Row(text, self._name, self._damaged) for number, text in texts.items()}
            self._rows = self._coded(rows) if self._by_code else rows
        return self._rows

    def _coded(self, rows: dict[str, Row]) -> dict[str, Row]:
        try:
            codes = [row.id for row in self._decoded(_coded).values()]
        except _UNREADABLE as error:
            nameless = (f"/{number}/id" for number, row in rows.items() if not isinstance(row.get("id"), str))
            raise self._damaged("bad_value", self._name + next(nameless, "")) from error
        self.numbers = dict(zip(codes, map(int, rows), strict=True))
        if len(self.numbers) != len(rows):
            raise self._damaged("duplicate_key", self._name)
        return dict(zip(codes, rows.values(), strict=True))

    def __getitem__(self, key: str) -> Row:
        return self._opened()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._opened())

    def __len__(self) -> int:
        return len(self._opened())

    def __contains__(self, key: object) -> bool:
        return key in self._opened()

    def items(self) -> ItemsView[str, Row]:
        """The keys and rows, at the speed of a dictionary."""
        return self._opened().items()
