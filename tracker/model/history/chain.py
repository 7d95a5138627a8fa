"""The chain of revisions: each carries the hash of the one before, and digests stand in for its contents."""

import hashlib
import json
from typing import Any

from tracker.model.history.documents import Documents
from tracker.model.history.revision import Revision, without_bookkeeping
from tracker.model.history.texts import is_erased

_quoted = json.encoder.encode_basestring
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def canonical(value: Any) -> bytes:
    """The canonical JSON of a value: sorted keys, no spaces, UTF-8; the documents hold no floats."""
    return _canonical(value).encode()


def digest(value: Any, salt: str = "") -> str:
    """The SHA-256 of a value's canonical JSON behind the salt, as hexadecimal."""
    return _sha256(salt.encode() + canonical(value))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def digest_of_state(documents: Documents) -> str:
    """One digest for a whole state; the chain starts from that of the template."""
    return digest(content(documents))


def content(documents: Documents) -> dict[str, dict[str, Any]]:
    """The part of a state that is digested: the records by table and code, without bookkeeping and empty tables."""
    return {
        table: {code: without_bookkeeping(document) for code, document in rows.items()}
        for table, rows in documents.items()
        if rows
    }


def places(revision: Revision) -> dict[str, Any]:
    """Every value of a revision by its place: `note`, `forced` where it is so, and `table/code/side/field`."""
    found: dict[str, Any] = {"note": revision.note, **({"forced": True} if revision.forced else {})}
    for change in revision.changes:
        for side, document in (("before", change.before), ("after", change.after)):
            head = f"{change.table}/{change.code}/{side}"
            found[head] = document is not None
            for name, value in (document or {}).items():
                found[f"{head}/{name}"] = value
    return found


def chained(revision: Revision) -> str:
    """The hash of a revision: over its head, the hash before, and the digests of its contents.

    Digests stand in for contents, so that a text can be erased without breaking the chain.
    """
    contents = {place: digest_at(revision, place, value) for place, value in places(revision).items()}
    head = [revision.number, revision.uuid, revision.at, revision.by, revision.command, revision.schema]
    return digest([*head, revision.undoes, revision.previous, contents])


def digest_at(revision: Revision, place: str, value: Any) -> str:
    """The digest of the value at a place, as it was when the revision was written.

    A digest that was kept counts only where an erased text stands: anything else is there to be digested.
    """
    kept = revision.erased.get(place)
    return kept if kept and is_erased(place, value) else digest(value, salt_at(revision, place))


def salt_at(revision: Revision, place: str) -> str:
    """The salt of a place; each place has its own, so that one can be kept when another is erased."""
    # The canonical JSON of the two, written out: a long history has some hundred thousand places.
    return revision.salts.get(place) or _sha256(f"[{_quoted(revision.salt)},{_quoted(place)}]".encode())
