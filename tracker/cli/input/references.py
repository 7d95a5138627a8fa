"""The evidence as it is typed: a code, a reference number, an address or a file."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tracker import errors
from tracker.cli.input import values
from tracker.cli.session import Session
from tracker.message import msg
from tracker.model.changes.evidence import Attachment
from tracker.model.records.evidence import FileMark
from tracker.store.file import refusals

_SECRET = ("token", "key", "sig", "signature", "password", "passwd", "secret", "auth", "session", "sid", "code", "user")


def papers_of(session: Session, references: Sequence[str], name: str) -> tuple[Attachment, ...]:
    """Read each reference, given as the option or argument `name`; of a file only name, size and SHA-256 are kept."""
    return tuple(_paper(session, reference, name) for reference in references)


def _paper(session: Session, reference: str, name: str) -> Attachment:
    path = Path(reference.removeprefix("@"))
    if not session.means_itself(name) and _is_file(path):
        file = _mark(path)
        return Attachment(reference=values.text(session, file.name, name, exempt=True) or file.sha256, file=file)
    text = values.text(session, reference, name, exempt=True)
    if not text:
        raise errors.EmptyText(name)
    if "://" not in text:
        return Attachment(reference=text)
    address = _safe(session, text)
    return Attachment(reference=address, url=address)


def address_of(session: Session, given: str, name: str) -> str | None:
    """An address without secrets, given as the option `name`; raises `BadValue` for what is none."""
    text = values.new_text(session, given, name, exempt=True)
    if text is not None and "://" not in text:
        raise errors.BadValue(text, "url", ("https://…",))
    return text and _safe(session, text)


def _safe(session: Session, address: str) -> str:
    found = without_secrets(address)
    if found != address:
        session.warn(msg("User names and tokens were removed from the address."))
    return found


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a reference may be longer than a path, or hold what no path holds
        return False


def _mark(path: Path) -> FileMark:
    import hashlib  # noqa: PLC0415 - only for a file

    with refusals.reading(str(path)), path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return FileMark(path.name, path.stat().st_size, digest)


def without_secrets(address: str) -> str:
    """The address without user information and without parameters that carry keys."""
    try:
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return address.partition("?")[0]
    kept = [(name, value) for name, value in pairs if not any(word in name.lower() for word in _SECRET)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, host, parts.path, query, parts.fragment))
