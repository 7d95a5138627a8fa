"""The refusals of the system, as errors of ours; no OSError leaves the store."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

from tracker import errors

LARGEST = 256 << 20
"""Bytes of a tracker, or of what is taken in: some 300,000 records, and no more memory than a small machine has."""
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


class NotAFileError(Exception):
    """A folder, a pipe or a device lies in the place of the file."""


class TooLargeError(OSError):
    """A file that holds more than `limit` bytes, which is more than is read."""

    def __init__(self, limit: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG))
        self.limit = limit


@contextmanager
def reading(path: str) -> Iterator[None]:
    """Turns an OSError inside into CannotRead, or TooLarge."""
    try:
        yield
    except TooLargeError as error:
        raise errors.TooLarge(path, error.limit >> 20) from error
    except OSError as error:
        raise errors.CannotRead(path, cause_of(error)) from error


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Turns an OSError inside into NoSpace (disk, quota or size limit) or CannotWrite."""
    try:
        yield
    except TooLargeError as error:  # of what has to be read first
        raise errors.TooLarge(path, error.limit >> 20) from error
    except OSError as error:
        kind = errors.NoSpace if error.errno in _FULL else errors.CannotWrite
        raise kind(path, cause_of(error)) from error


def cause_of(error: OSError) -> str:
    """The system's own word for it."""
    return error.strerror or str(error)
