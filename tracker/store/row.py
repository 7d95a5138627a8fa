"""A document as it stands in the file."""

from collections.abc import Iterator, MutableMapping
from typing import Any

import msgspec

from tracker.errors import Corrupt
from tracker.store.schema import Document

_decode = msgspec.json.Decoder(Document).decode


class Row(MutableMapping[str, Any]):
    """What TinyDB is given for each document: its text, parsed when somebody looks into it.

    One that nobody looked into is written as it was read. `path` and `table` are for the message where the text is
    no document; looking into it then raises `Corrupt`.
    """

    __slots__ = ("_document", "_path", "_table", "_text")

    def __init__(self, text: msgspec.Raw, path: str, table: str) -> None:
        self._text: msgspec.Raw | None = text
        self._document: Document = {}
        self._path, self._table = path, table

    @property
    def document(self) -> Document:
        """The document, each time the same object."""
        if self._text is not None:
            try:
                self._document = _decode(self._text)
            except (msgspec.MsgspecError, ValueError, RecursionError) as error:
                raise Corrupt(self._path, "bad_value", self._table) from error
            self._text = None
        return self._document

    @property
    def content(self) -> msgspec.Raw | Document:
        """What is to be written: the text itself, or the document that somebody may have changed."""
        return self._document if self._text is None else self._text

    def __getitem__(self, name: str) -> Any:
        return self.document[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self.document[name] = value

    def __delitem__(self, name: str) -> None:
        del self.document[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.document)

    def __len__(self) -> int:
        return len(self.document)
