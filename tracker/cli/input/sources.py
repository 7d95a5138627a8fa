"""The source of a text: the command line itself, standard input (`-`), or a file (`@FILE`)."""

import errno
import os
import sys

from tracker.store.file import named, refusals

LARGEST_FILE = 1 << 20  # bytes; a text option is a text, not a document


def source(given: str, lang: str) -> tuple[str, str]:
    """The text itself, or that of the place it names, and the encoding if that had to be guessed (`decoded`).

    Raises `CannotRead`.
    """
    if given != "-" and (not given.startswith("@") or given == "@"):
        return given, ""
    from tracker.text.sheets.encodings import decoded  # noqa: PLC0415 - few texts come from a file

    return decoded(standard_input(LARGEST_FILE) if given == "-" else file_at(given[1:], LARGEST_FILE), lang)


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
