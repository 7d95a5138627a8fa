"""The source of a text: the command line itself, standard input (`-`), or a file (`@FILE`)."""

import errno
import os
import sys
from pathlib import Path

from tracker import errors
from tracker.store.file import refusals

LARGEST_FILE = 1 << 20  # bytes; a text option is a text, not a document


def source(given: str) -> str:
    """The text itself, or that of the place it names; raises `CannotRead`."""
    if given != "-" and (not given.startswith("@") or given == "@"):
        return given
    name = given if given == "-" else given[1:]
    try:
        return (standard_input(LARGEST_FILE) if given == "-" else file_at(name, LARGEST_FILE)).decode("utf-8-sig")
    except ValueError as error:  # not UTF-8, or a name that no file has
        raise errors.CannotRead(name, os.strerror(errno.EILSEQ)) from error


def standard_input(limit: int = -1) -> bytes:
    """Read what comes through the pipe, at most `limit` bytes; raises `CannotRead`."""
    with refusals.reading("-"):
        if sys.stdin is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return sys.stdin.buffer.read(limit)


def file_at(path: str, limit: int = -1) -> bytes:
    """Read a file, at most `limit` bytes; raises `CannotRead`, ValueError for a name that no file has."""
    with refusals.reading(path), Path(path).open("rb") as file:
        return file.read(limit)
