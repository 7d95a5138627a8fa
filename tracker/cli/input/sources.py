"""The source of a text: the command line itself, standard input (`-`), or a file (`@FILE`)."""

import errno
import os
import sys

from tracker import errors
from tracker.store.file import named, refusals

LARGEST_FILE = 1 << 20  # bytes; a text option is a text, not a document


def source(given: str) -> str:
    """The text itself, or that of the place it names; raises `CannotRead`."""
    if given != "-" and (not given.startswith("@") or given == "@"):
        return given
    name = given if given == "-" else given[1:]
    try:
        return (standard_input(LARGEST_FILE) if given == "-" else file_at(name, LARGEST_FILE)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise errors.CannotRead(name, os.strerror(errno.EILSEQ)) from error


def standard_input(limit: int) -> bytes:
    """Read what comes through the pipe; raises `CannotRead`, `TooLarge` beyond `limit` bytes."""
    with refusals.reading("-"):
        if sys.stdin is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return named.read_to_end(sys.stdin.buffer.read, limit)


def file_at(path: str, limit: int) -> bytes:
    """Read a file; raises `CannotRead`, `TooLarge` beyond `limit` bytes."""
    with refusals.reading(path):
        return named.read(named.expanded(path), limit)
