"""The destination of a document: the terminal, the pipe, a file, or every format into a folder."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tracker import errors
from tracker.cli.commands.outfile import PIPE, make_folder, put_out, write_out
from tracker.cli.input.suggestions import one_of
from tracker.cli.session import Session
from tracker.message import msg
from tracker.reports.answers.done import done_report
from tracker.reports.documents import DOCUMENTS
from tracker.reports.report import Ref, Report
from tracker.views.formats import FORMATS, TABLES_ONLY, TEXTS, is_whole, render
from tracker.views.letterhead import Brand


class Destination(NamedTuple):
    """The file or folder of a document, None or `PIPE` for the terminal or pipe, its formats, and its letterhead.

    Without a format it is shown as every report is.
    """

    output: str | None
    forms: tuple[str, ...]
    brand: Brand | None = None

    @property
    def is_folder(self) -> bool:
        """Whether a folder is named: by a name that ends like one."""
        return is_folder(self.output)


def is_folder(output: str | None) -> bool:
    """Whether a destination is a folder, by its name."""
    return output is not None and output.endswith(("/", os.sep))


def forms_of(session: Session, kind: str, output: str | None, given: str | None) -> tuple[str, ...]:
    """The formats for a destination: the one that was named, or that the file's name ends in, or for a folder all.

    No format where the report is shown as others are, which --json turns into JSON. Raises `NotInFormat`, `BadValue`,
    and `Contradictory` where a document and JSON are to be written to one pipe.
    """
    if given is None and is_folder(output):
        return formats_of(kind)
    if given is None and output in (None, PIPE):
        return _forms_of_pipe(session, kind, output)
    form = one_of(given or ending_of(str(output)), "format", tuple(FORMATS))
    if form not in formats_of(kind):
        raise errors.NotInFormat(kind, form, formats_of(kind))
    if form != "json" and output in (None, PIPE) and session.flag("json"):
        raise errors.Contradictory((f"--format {form}", "--json"))
    return (form,)


def _forms_of_pipe(session: Session, kind: str, output: str | None) -> tuple[str, ...]:
    """The format for a pipe: of a letter the text for a mail, of another document Markdown where it is asked for."""
    addressed, asked = DOCUMENTS[kind].addressed, output == PIPE
    if session.flag("json") or not (asked or (addressed and not session.is_plain and not session.out.terminal.is_tty)):
        return ()
    return ("txt",) if addressed else ("md",)


def ending_of(output: str) -> str:
    """The ending of a file's name, all of a name that has none."""
    name = Path(output)
    return name.suffix.removeprefix(".").lower() or name.name


def formats_of(kind: str) -> tuple[str, ...]:
    """The formats that can carry a kind."""
    return tuple(form for form in FORMATS if DOCUMENTS[kind].tabular or form not in TABLES_ONLY)


def put(session: Session, made: Report, to: Destination) -> None:
    """The document onto the terminal, into a file or the pipe, or in every format into a folder.

    Raises `BinaryOnTerminal` for what a terminal cannot show, `NotLetterhead`, `MissingExtra`.
    """
    if to.is_folder:
        put_all(session, [(name_of(made), made)], to)
    elif to.forms:
        put_document(session, made, to.forms[0], to.output, to.brand)
    else:
        session.show(made)


def put_document(session: Session, made: Report, form: str, output: str | None, brand: Brand | None = None) -> None:
    """The document into a file or the pipe.

    Raises `BinaryOnTerminal` for what a terminal cannot show, `NotLetterhead`, `MissingExtra`.
    """
    if output in (None, PIPE) and form not in TEXTS and session.out.terminal.is_tty:
        raise errors.BinaryOnTerminal(form)
    put_out(session, output, _made(session, made, form, brand))


def _made(session: Session, report: Report, form: str, brand: Brand | None) -> bytes | list[str]:
    """The whole document in the zone of the tracker, as far as it is not made while it is written."""
    session.words.timezone = session.timezone
    with session.working(msg("Making {form} …", form=Ref(form)), at_once=True):
        content = render(form, report, session.words, brand)
        made = content if isinstance(content, bytes) else list(content)
    if isinstance(made, bytes) and not is_whole(form, made):
        session.warn(
            msg(
                "The font of the PDF lacks a letter that was typed: it is not shown, and the file is not "
                "suitable for archives."
            )
        )
    return made


def put_all(session: Session, made: Iterable[tuple[str, Report]], to: Destination) -> None:
    """A file for each document and format, by the name that comes with the document, told when it is there.

    Raises as `put_each`.
    """
    tell_files(session, [path for name, each in made for path in put_each(session, name, each, to)], to)


def tell_files(session: Session, paths: list[str], to: Destination) -> None:
    """Say that nothing was written where that is so, and to programs what was."""
    if not paths:
        session.say(msg("Nothing was changed."))
    if session.flag("json"):
        done = msg("Written to {path}.", path=str(to.output))
        session.show(done_report("files", session.today, done, {"paths": paths}))


def name_of(made: Report) -> str:
    """The name of a document's file: its kind and its readers."""
    return "-".join(part for part in (made.kind, made.audience) if part)


def put_each(session: Session, name: str, made: Report, to: Destination) -> Iterator[str]:
    """Write a document in each format, and tell it; gives the paths of what was written.

    What is not installed is left out and told too; raises `MissingExtra` where it is all that was asked for, and as
    `write_out`.
    """
    for form in to.forms:
        path = str(Path(str(to.output)) / f"{name}.{form}")
        try:
            content = _made(session, made, form, to.brand)
        except errors.MissingExtra as missing:
            if len(to.forms) == 1:  # nothing else was asked for, as where one file is named
                raise
            command = Ref(missing.command)
            session.warn(msg("{form} was not written; to install it: {command}", form=Ref(form), command=command))
            continue
        if not session.flag("dry_run"):
            make_folder(str(to.output))
        if write_out(session, path, content):
            session.say(msg("Written to {path}.", path=path))
            yield path
