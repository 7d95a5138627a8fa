"""The refusals of the system, as errors of ours; no OSError leaves the store."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from tracker import errors

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


@contextmanager
def reading(path: str) -> Iterator[None]:
    """Turns an OSError inside into CannotRead."""
    try:
        yield
    except OSError as error:
        raise errors.CannotRead(path, cause_of(error)) from error


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Turns an OSError inside into NoSpace (disk, quota or size limit) or CannotWrite."""
    try:
        yield
    except OSError as error:
        kind = errors.NoSpace if error.errno in _FULL else errors.CannotWrite
        raise kind(path, cause_of(error)) from error


def cause_of(error: OSError) -> str:
    """The system's own word for it."""
    return error.strerror or str(error)
