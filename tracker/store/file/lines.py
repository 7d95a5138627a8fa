"""The lines of the history as documents, each parsed when somebody asks for it."""

from collections.abc import Iterator, Sequence

import msgspec

from tracker.model.history.documents import Document
from tracker.store.file.layout import Content, Lines, each_line
from tracker.store.file.rows import Damaged
from tracker.store.file.schema import Migrations, migrate_revision


def lines_of(content: Content | None, *, newest_first: bool = False, holding: Sequence[str] = ()) -> Iterator[Lines]:
    """The place of each line of the history, or only of those that hold one of the words."""
    words = [word.encode() for word in holding]
    for line in each_line(content.revisions if content else (), backwards=newest_first):
        if not words or any(line.raw.find(word, line.start, line.end) >= 0 for word in words):
            yield line


def parsed(line: Lines, damaged: Damaged) -> Document:
    """The document of a line; raises what `damaged` gives."""
    try:
        return msgspec.json.decode(line.document, type=Document)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise damaged("bad_value", f"revisions.{line.key.decode(errors='replace').strip(chr(34))}") from error


def migrated(line: Lines, migrations: Migrations, damaged: Damaged) -> Document:
    """The document of a line as the present schema has it; raises what `damaged` gives."""
    revision = parsed(line, damaged)
    try:
        return migrate_revision(revision, migrations)
    except (LookupError, TypeError, ValueError, AttributeError) as error:  # a hand edit
        raise damaged("bad_value", f"revisions.{revision.get('number')}") from error
