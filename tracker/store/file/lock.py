"""One writer at a time: a kernel lock on a file beside the database that is never removed.

Removing it would reopen the classic race, and needs no doing: the lock dies with its holder, so it cannot go stale.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tracker import errors
from tracker.store.file import disk, refusals

SUFFIX = ".lock"
_BUSY = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.EINTR})
_LONGEST_PAUSE = 0.01  # seconds: with more, a crowd of writers lets the unlucky one starve

if sys.platform == "win32":
    import msvcrt

    def _try(fd: int) -> None:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(real: str, path: str, seconds: float) -> Iterator[None]:
    """Holds the lock of the database at `real`, waiting at most `seconds` for it.

    Raises NotAFileError where something else lies at `real`, and Locked, LocksUnsupported, CannotWrite or NoSpace,
    naming `path`.
    """
    with refusals.writing(path):
        there = disk.look(real)
        if there and not stat.S_ISREG(there.st_mode):  # a lock beside a device or a folder would only be left behind
            raise refusals.NotAFileError
        fd = _open(real)
    try:
        _wait(fd, path, seconds)
        yield
    finally:
        with suppress(OSError):  # whatever close says, the lock is gone, and saved work must not be called a failure
            os.close(fd)


def _open(real: str) -> int:
    name, database = real + SUFFIX, disk.look(real)
    flags = os.O_RDWR | disk.SAFE_FLAGS
    try:
        # Without O_CREAT first: with it, Linux refuses files of other people in a folder like /tmp.
        fd = os.open(name, flags)
    except FileNotFoundError:
        fd = os.open(name, flags | os.O_CREAT, disk.PRIVATE)
        disk.set_mode(fd, disk.PRIVATE)
    disk.share(fd, disk.PRIVATE, database)
    return fd


def _wait(fd: int, path: str, seconds: float) -> None:
    end, pause = time.monotonic() + seconds, 0.001
    while True:
        try:
            _try(fd)
        except OSError as error:
            if error.errno not in _BUSY:
                raise errors.LocksUnsupported(path, refusals.cause_of(error)) from error
        else:
            return
        if time.monotonic() >= end:
            raise errors.Locked(path, seconds)
        time.sleep(pause)
        pause = min(pause * 1.5, _LONGEST_PAUSE)
