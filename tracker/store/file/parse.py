"""The way from the bytes of a file to its content, or to the reason why they are not a tracker.

A file as we wrote it is only cut into tables. Any other (edited by hand, damaged, another program's) is read
strictly; what passes is accepted, because a hand edit is legitimate, and marked as edited.
"""

from typing import Any

import msgspec

from tracker import errors
from tracker.frozen import Frozen
from tracker.store.file import layout
from tracker.store.file.layout import META, REVISIONS, Content
from tracker.store.file.rows import NUMBER, StoredTable
from tracker.store.file.schema import MIGRATIONS, Migrations, TableMap, migrate_tables

_UNSTORABLE = (ValueError, TypeError, RecursionError)


class Parsed(Frozen):
    """The parsed file: `content` in the present schema, `schema` its own, `edited`: valid, but not as we wrote it."""

    content: Content
    schema: int
    edited: bool


def parse(raw: bytes, path: str, migrations: Migrations = MIGRATIONS) -> Parsed:
    """The content of `raw`. Raises Corrupt (never taking the unreadable for empty) or TooNew."""
    content = _as_written(raw)
    edited = content is None
    if content is None:
        content = _Strict(path, migrations.to).content(raw)
    if content.schema > migrations.to:
        raise errors.TooNew(path, content.schema, migrations.to)
    return Parsed(_migrated(content, path, migrations), content.schema, edited)


def _as_written(raw: bytes) -> Content | None:
    try:
        return layout.split(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _migrated(content: Content, path: str, migrations: Migrations) -> Content:
    if content.schema == migrations.to:
        return content

    def damaged(reason: str, where: str) -> "errors.Corrupt":
        return errors.Corrupt(path, reason, where)

    try:
        tables = {name: StoredTable(text, name, damaged) for name, text in content.tables.items()}
        documents = {name: {key: row.document for key, row in table.items()} for name, table in tables.items()}
        migrated = migrate_tables(documents, content.schema, layout.documents_in(content.revisions), migrations)
        texts = {name: layout.text_of(documents) for name, documents in migrated.items()}
    except (
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
        msgspec.MsgspecError,
    ) as error:  # a hand edit that no step foresees
        raise errors.Corrupt(path, "bad_value", f"{META}.1.schema") from error
    return Content(migrations.to, texts, content.revisions)


class _Strict:
    """The slow reading, for a file that does not carry our seal."""

    def __init__(self, path: str, known: int) -> None:
        self.path = path
        self.known = known

    def content(self, raw: bytes) -> Content:
        data = self._json(raw)
        schema = self._schema(data)
        tables = self._tables(data)
        tables = {name: _once_each(documents) for name, documents in tables.items()}
        tables[REVISIONS] = _in_their_places(tables.get(REVISIONS, {}))
        texts = {name: self._text_of(name, documents) for name, documents in tables.items()}
        revisions = texts.pop(REVISIONS, b"")
        return Content(schema, texts, layout.lines_within(revisions, len(b"{\n"), len(revisions) - len(b"\n}")))

    def _corrupt(self, reason: str, where: str = "") -> "errors.Corrupt":
        # A lone surrogate in a key is itself a reason to refuse, and must not break the message.
        return errors.Corrupt(self.path, reason, where.encode("utf-8", "backslashreplace").decode())

    def _json(self, raw: bytes) -> Any:
        # What we wrote ourselves is not read in this way, and needs no module for it.
        from tracker.store.file.strict_json import read_json  # noqa: PLC0415

        return read_json(raw, self._corrupt)

    def _schema(self, data: Any) -> int:
        if not isinstance(data, dict):
            raise self._corrupt("not_tables")
        try:
            schema = data[META]["1"]["schema"]
        except (KeyError, TypeError, IndexError) as error:
            raise self._corrupt("bad_schema", META) from error
        if type(schema) is not int or schema < 1:
            raise self._corrupt("bad_schema", f"{META}.1.schema")
        if schema > self.known:  # said before the tables are judged: a newer file may keep them in another way
            raise errors.TooNew(self.path, schema, self.known)
        return schema

    def _tables(self, data: dict[str, Any]) -> TableMap:
        for name, documents in data.items():
            if not isinstance(documents, dict):
                raise self._corrupt("not_tables", name)
            for key, document in documents.items():
                if not isinstance(document, dict):
                    raise self._corrupt("not_tables", f"{name}.{key}")
        return {name: documents for name, documents in data.items() if name != META}

    def _text_of(self, name: str, documents: dict[str, Any]) -> bytes:
        try:
            name.encode()
            return bytes(layout.text_of(documents))
        except _UNSTORABLE as error:
            raise self._corrupt("bad_value", ".".join((name, *_first_bad(documents)))) from error


def _once_each(documents: dict[str, Any]) -> dict[str, Any]:
    """Give the documents without those that stand there a second time, word for word: a merge by hand leaves them."""
    alike: dict[str, dict[str, Any]] = {}
    for key, document in documents.items():
        same = alike.setdefault(repr(document.get("id") or document.get("hash") or key), {})
        if document not in same.values():
            same[key] = document
    return {key: document for same in alike.values() for key, document in same.items()}


def _in_their_places(revisions: dict[str, Any]) -> dict[str, Any]:
    """Give the revisions under their places from 1 on, whatever gaps are between their own; odd ones are left."""
    if not all(map(NUMBER.fullmatch, revisions)):
        return revisions
    return {str(place): revisions[key] for place, key in enumerate(sorted(revisions, key=int), 1)}


def _first_bad(documents: dict[str, Any]) -> list[str]:
    for key, document in documents.items():
        try:
            layout.text_of({key: document})
        except _UNSTORABLE:
            return [key]
    return []
