"""The destination of a document: the terminal, the pipe, a file, or every format into a folder."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tracker import errors
from tracker.cli.commands.outfile import PIPE, make_folder, put_out, write_out
from tracker.cli.input.suggestions import one_of
from tracker.cli.session import Session
from tracker.message import msg
from tracker.reports.answers.done import done_report
from tracker.reports.documents import DOCUMENTS
from tracker.reports.report import Ref, Report
from tracker.views.formats import FORMATS, TABLES_ONLY, TEXTS, render
from tracker.views.letterhead import Brand


def is_folder(output: str | None) -> bool:
    """Whether a folder is named: by a name that ends like one."""
    return output is not None and output.endswith(("/", os.sep))


def format_of(kind: str, output: str | None, given: str | None, *, machine: bool) -> str | None:
    """The format that was named, or that the file's name ends in. Raises `NotInFormat`, `BadValue`.

    None: as every report is shown, which --json turns into JSON.
    """
    if given is None and output in (None, PIPE):
        return None if output is None or machine else "txt" if DOCUMENTS[kind].addressed else "md"
    form = one_of(given or ending_of(str(output)), "format", tuple(FORMATS))
    if form not in formats_of(kind):
        raise errors.NotInFormat(kind, form, formats_of(kind))
    return form


def ending_of(output: str) -> str:
    """The ending of a file's name, all of a name that has none."""
    name = Path(output)
    return name.suffix.removeprefix(".").lower() or name.name


def formats_of(kind: str) -> tuple[str, ...]:
    """The formats that can carry a kind."""
    return tuple(form for form in FORMATS if DOCUMENTS[kind].tabular or form not in TABLES_ONLY)


def put_document(session: Session, made: Report, form: str, output: str | None, brand: Brand | None = None) -> None:
    """The document into a file or the pipe.

    Raises `BinaryOnTerminal` for what a terminal cannot show, `NotLetterhead`, `MissingExtra`.
    """
    session.words.timezone = session.timezone
    if output in (None, PIPE) and form not in TEXTS and session.out.terminal.is_tty:
        raise errors.BinaryOnTerminal(form)
    put_out(session, output, _made(session, made, form, brand))


def _made(session: Session, report: Report, form: str, brand: Brand | None) -> bytes | list[str]:
    """The whole document, as far as it is not made while it is written."""
    with session.working(msg("Making {form} …", form=Ref(form)), at_once=True):
        content = render(form, report, session.words, brand)
        return content if isinstance(content, bytes) else list(content)


def put_all(
    session: Session,
    made: Iterable[tuple[str, Report]],
    forms: Sequence[str],
    folder: str,
    brand: Brand | None = None,
) -> None:
    """A file for each document and format, by the name that comes with the document, told when it is there.

    What is not installed is left out and told too. Raises as `write_out`.
    """
    session.words.timezone = session.timezone
    paths = [path for name, each in made for path in _put(session, name, each, forms, folder, brand)]
    if not paths:
        session.say(msg("Nothing was changed."))
    if session.flag("json"):
        done = msg("Written to {path}.", path=folder)
        session.show(done_report("files", session.today, done, {"paths": paths}))


def name_of(made: Report) -> str:
    """The name of a document's file: its kind and its readers."""
    return "-".join(part for part in (made.kind, made.audience) if part)


def _put(
    session: Session, name: str, made: Report, forms: Iterable[str], folder: str, brand: Brand | None
) -> Iterator[str]:
    """Write a document in each format; gives the paths of what was written."""
    for form in forms:
        path = str(Path(folder) / f"{name}.{form}")
        try:
            content = _made(session, made, form, brand)
        except errors.MissingExtra as missing:
            command = Ref(f"pip install 'tracker[{missing.extra}]'")
            session.warn(msg("{form} was left out; install it: {command}", form=Ref(form), command=command))
            continue
        if not session.flag("dry_run"):
            make_folder(folder)
        if write_out(session, path, content):
            session.say(msg("Written to {path}.", path=path))
            yield path
