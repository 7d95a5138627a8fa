"""The tables of one version of the file, each decoded when it is first asked for."""

from collections.abc import Iterator, Mapping, MutableMapping

import msgspec

from tracker import errors
from tracker.store import layout
from tracker.store.schema import Document

_decode = msgspec.json.Decoder(dict[str, Document]).decode


class Tables(MutableMapping[str, dict[str, Document]]):
    """What `FileStorage.read` gives TinyDB: name of table -> id -> document.

    Every reading of the storage gives new documents, so nobody can change what another one holds: TinyDB changes
    documents in place while it updates. `path` is only for the message when a table is not what it should be.
    """

    def __init__(self, lines: Mapping[str, bytes], path: str) -> None:
        self._lines = dict(lines)
        self._opened: dict[str, dict[str, Document]] = {}
        self._path = path

    def __getitem__(self, name: str) -> dict[str, Document]:
        if name not in self._opened:
            text = self.as_json(name)
            try:
                documents = _decode(text)
                layout.check_ids(documents)
            except (msgspec.MsgspecError, ValueError, RecursionError) as error:
                raise errors.Corrupt(self._path, "bad_value", name) from error
            self._opened[name] = documents
        return self._opened[name]

    def __setitem__(self, name: str, documents: dict[str, Document]) -> None:
        self._lines.setdefault(name, b"")
        self._opened[name] = documents

    def __delitem__(self, name: str) -> None:
        del self._lines[name]
        self._opened.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def close(self, name: str) -> None:
        """Forgets what was decoded of a table; it is decoded anew when it is asked for again."""
        self._opened.pop(name, None)

    def as_json(self, name: str) -> bytes:
        """The table as it is in the file, a JSON object of id -> document, for a typed decoder; KeyError if none."""
        return b"{" + self._lines[name] + b"}"

    def lines(self) -> dict[str, bytes]:
        """Every table as lines: those that were opened are written anew, the others are as they were read."""
        opened = {name: layout.lines_of(documents) for name, documents in self._opened.items()}
        return self._lines | opened
