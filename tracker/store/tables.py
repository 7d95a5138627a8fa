"""The tables of one version of the file, each taken apart when it is first asked for."""

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, TypeVar

import msgspec

from tracker import errors
from tracker.store import layout
from tracker.store.row import Row
from tracker.store.schema import Document

T = TypeVar("T")

_texts = msgspec.json.Decoder(dict[str, msgspec.Raw])
_documents = msgspec.json.Decoder(dict[str, Document])


class Tables(MutableMapping[str, Mapping[str, Any]]):
    """What `FileStorage.read` gives TinyDB: name of table -> id -> document (`Row`).

    Every reading of the storage gives new documents, so nobody can change what another one holds: TinyDB changes
    documents in place while it updates. `path` is only for the message when a table is not what it should be.
    """

    def __init__(self, texts: Mapping[str, bytes | memoryview], path: str) -> None:
        self._texts = dict(texts)
        self._opened: dict[str, Mapping[str, Any]] = {}
        self._path = path

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        if name not in self._opened:
            self._opened[name] = self.rows(name)
        return self._opened[name]

    def __setitem__(self, name: str, documents: Mapping[str, Any]) -> None:
        self._texts.setdefault(name, b"")
        self._opened[name] = documents

    def __delitem__(self, name: str) -> None:
        del self._texts[name]
        self._opened.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __contains__(self, name: object) -> bool:
        return name in self._texts

    def decoded(self, name: str, decoder: msgspec.json.Decoder[dict[str, T]]) -> dict[str, T]:
        """What the file holds of a table, by id, as that decoder reads it: `Corrupt` if it cannot, KeyError if none."""
        text = self._texts[name]
        try:
            documents = decoder.decode(text)
            layout.check_ids(documents)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise errors.Corrupt(self._path, "bad_value", name) from error
        return documents

    def rows(self, name: str) -> dict[str, Row]:
        """The documents of a table by id, none of them parsed yet. Raises as `decoded`."""
        return {number: Row(text, self._path, name) for number, text in self.decoded(name, _texts).items()}

    def documents(self, name: str) -> dict[str, Document]:
        """The documents of a table by id, as the file has them. Raises as `decoded`."""
        return self.decoded(name, _documents)

    def texts(self) -> dict[str, bytes | memoryview]:
        """Every table as it is to be written: those that were opened anew, the others as they were read."""
        opened = {name: layout.text_of(documents) for name, documents in self._opened.items()}
        return self._texts | opened
