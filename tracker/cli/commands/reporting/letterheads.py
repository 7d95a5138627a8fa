"""The letterhead of a document: named on the line, or kept in config.toml; TOML for all formats, or a Word file."""

import re

from tracker import errors
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.reports.documents import DOCUMENTS
from tracker.store.file import named, refusals
from tracker.views.letterhead import Brand, Letterhead
from tracker.views.letterhead.toml import Reader

LARGEST = 32 << 20
LAID_OUT = ("pdf", "docx", "html")
"""The formats that have a head."""


def brand_of(session: Session, given: str | None, kind: str, forms: tuple[str, ...], *, framed: bool) -> Brand | None:
    """The brand for a document, which may be `framed` as a letter; that of config.toml is taken where it can serve.

    Raises `OptionOfFormat` and `OptionElsewhere` for one that was named and cannot serve, and what `read_brand` raises.
    """
    kept = session.settings["letterhead"]
    if given is None and not (kept and set(LAID_OUT) & set(forms)):
        return None
    found = read_brand(given or kept)
    if given is None:
        return found
    own = found.paper is not None and not found.heads
    served = ("docx",) if own or not framed else LAID_OUT
    if not framed and found.paper is None:
        letters = tuple(name for name, each in DOCUMENTS.items() if each.letter or each.addressed)
        raise errors.OptionElsewhere("--letterhead", kind, letters)
    if not set(served) & set(forms):
        raise errors.OptionOfFormat("--letterhead", served[0])
    return found


def read_brand(path: str) -> Brand:
    """The brand of a file. Raises `CannotRead`, `BadConfig`, `NotLetterhead`, and what `Reader.brand` raises."""
    content = _read(path)
    if content.startswith(b"PK"):
        return Brand(paper=Letterhead(path, content))
    if not content.strip() or path.lower().endswith(".docx") or b"\0" in content:
        raise errors.NotLetterhead(path)
    import tomllib  # noqa: PLC0415 - few documents have a letterhead

    try:
        data = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise errors.BadConfig(path, int(line[1]) if line else 0) from error
    folder = named.expanded(path).absolute().parent
    brand = Reader(path, data, lambda name: _read(str(folder / named.expanded(name)))).brand()
    if brand.paper and not brand.paper.content.startswith(b"PK"):
        raise errors.NotLetterhead(brand.paper.path)
    return replace(brand, fonts=str(folder / brand.fonts)) if brand.fonts else brand


def _read(path: str) -> bytes:
    with refusals.reading(path):
        return named.read(named.expanded(path), LARGEST)
