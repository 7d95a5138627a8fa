"""The identity of a record: its own from the moment it is made, whatever its code becomes (rule 15.10)."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tracker.model.history.chain import FIRST_SCHEMA, digest
from tracker.model.history.documents import Document, Documents
from tracker.model.history.revision import Revision

LENGTH = 16
_MADE_OF_WORDS = re.compile(r"role-[1-9][0-9]*")


def identity(maker: str, table: str, code: str) -> str:
    """The identity, 16 hexadecimal digits, of a record that the revision with the UUID `maker` makes.

    The code of a party, or of a role that somebody named, is chosen as a name: with one code they are one everywhere.
    """
    named = _named(table, code)
    return _short(named or ["record", maker, table, code])


def template_identity(table: str, code: str) -> str:
    """The identity of a record that came with a template: the same in every edition of it."""
    return _short(_named(table, code) or ["template", table, code])


def _named(table: str, code: str) -> list[str] | None:
    if table == "parties":
        return ["party", code]
    return ["role", code] if table == "roles" and not _MADE_OF_WORDS.fullmatch(code) else None


def _short(parts: list[str]) -> str:
    return digest(parts)[:LENGTH]


def makers(revisions: Iterable[Revision]) -> dict[tuple[str, str], str]:
    """The UUID of the revision that first made each record, by table and code; taken oldest first."""
    found: dict[tuple[str, str], str] = {}
    for revision in revisions:
        for change in revision.changes:
            if change.before is None:
                found.setdefault((change.table, change.code), revision.uuid)
    return found


def identified(table: str, code: str, row: Mapping[str, Any], made: Mapping[tuple[str, str], str]) -> Document:
    """A record with its identity, where it has none yet: from its maker, or else from the template."""
    document = dict(row.items())
    if not document.get("uid"):
        maker = made.get((table, code))
        document["uid"] = identity(maker, table, code) if maker else template_identity(table, code)
    return document


def all_identified(documents: Documents, made: Mapping[tuple[str, str], str]) -> Documents:
    """The documents with an identity for each record that has none."""
    return {
        table: {code: identified(table, code, row, made) for code, row in rows.items()}
        for table, rows in documents.items()
    }


def with_identities(documents: Documents, taken: Revision, revisions: Callable[[], Iterable[Revision]]) -> Documents:
    """The documents after a revision was taken back, with the identities that one of the first schema does not tell."""
    back = {change.table for change in taken.changes if change.after is None}
    if taken.schema != FIRST_SCHEMA or not back:
        return documents
    return {**documents, **all_identified({table: documents[table] for table in back}, makers(revisions()))}
