"""A set of documents in one folder, for a committee that meets, with a page that leads to each of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker import errors
from tracker.cli.commands.outfile import write_out
from tracker.cli.commands.reporting.asked import asked_of
from tracker.cli.commands.reporting.files import Destination, formats_of, is_folder, name_of, put_each, tell_files
from tracker.cli.input.suggestions import one_of
from tracker.cli.session import Session
from tracker.message import msg
from tracker.reports.documents import DOCUMENTS, SETS, document
from tracker.reports.documents.purposes import PURPOSES
from tracker.reports.documents.request import Request
from tracker.views import formats as views

if TYPE_CHECKING:
    from tracker.views.web.index import Entry

FORMATS = ("pdf", "docx", "xlsx", "html")
"""The formats of a set where none is named: to sign, to edit, to count with, to read on a phone in the meeting."""
INDEX = "index.html"


def forms_of_set(kind: str, output: str | None, given: str | None) -> tuple[str, ...]:
    """The formats of a set: the one that was named, else `FORMATS`. Raises `NeedsFolder`, `BadValue`."""
    if not is_folder(output):
        raise errors.NeedsFolder(kind)
    return FORMATS if given is None else (one_of(given, "format", tuple(views.FORMATS)),)


def put_set(session: Session, kind: str, request: Request, given: dict[str, Any], to: Destination) -> None:
    """Each document of the set in its formats, and the page that leads to them; raises as `put_each`."""
    from tracker.views.web.index import Entry  # noqa: PLC0415 - templates are loaded where pages are made

    entries: list[Entry] = []
    paths: list[str] = []
    for part in SETS[kind]:
        known = {name: value if name in DOCUMENTS[part].options else None for name, value in given.items()}
        with session.working(msg("Making the report …")):
            made = document(part, asked_of(session, request, known))
        forms = tuple(form for form in to.forms if form in formats_of(part))
        files = list(put_each(session, name_of(made), made, to._replace(forms=forms)))
        entries.append(Entry(made, PURPOSES[part], tuple(Path(path).name for path in files)))
        paths += files
    paths += _index(session, entries, str(to.output))
    tell_files(session, paths, to)


def _index(session: Session, entries: "list[Entry]", folder: str) -> Iterator[str]:
    """Write the page that leads to the others; gives its path."""
    from tracker.views.web.index import render  # noqa: PLC0415 - as above

    path = str(Path(folder) / INDEX)
    if write_out(session, path, render(entries, session.words)):
        session.say(msg("Written to {path}.", path=path))
        yield path
