"""The causes for which the system refused, in the reader's language: it tells us in English whatever the locale."""

import errno
import os
from functools import cache

from tracker.message import Message, msg
from tracker.reports.report import Ref

_CAUSES: tuple[tuple[str, Message], ...] = (
    ("EACCES", msg("permission denied")),
    ("EPERM", msg("it is not allowed")),
    ("ENOENT", msg("there is no such file or folder")),
    ("EISDIR", msg("it is a folder")),
    ("ENOTDIR", msg("a part of the path is not a folder")),
    ("ENOTEMPTY", msg("the folder is not empty")),
    ("EEXIST", msg("it already exists")),
    ("EROFS", msg("the drive can only be read")),
    ("ENOSPC", msg("the disk is full")),
    ("EDQUOT", msg("the quota is used up")),
    ("EFBIG", msg("the file would be too large")),
    ("EIO", msg("the drive reports an error")),
    ("ENODEV", msg("there is no such device")),
    ("ENXIO", msg("there is no such device")),
    ("EBUSY", msg("another program is using it")),
    ("ETXTBSY", msg("another program is using it")),
    ("EAGAIN", msg("another program is using it")),
    ("EINTR", msg("it was interrupted")),
    ("ENAMETOOLONG", msg("the name is too long")),
    ("ELOOP", msg("links lead in a circle")),
    ("EINVAL", msg("no file can have that name")),
    ("EILSEQ", msg("it is not UTF-8 text")),
    ("EBADF", msg("it is closed")),
    ("EPIPE", msg("the program reading it has closed")),
    ("EXDEV", msg("it is on another drive")),
    ("EMLINK", msg("it has too many links")),
    ("EMFILE", msg("too many files are open")),
    ("ENFILE", msg("too many files are open")),
    ("ENOMEM", msg("there is not enough memory")),
    ("ENOLCK", msg("it does not support file locks")),
    ("ENOSYS", msg("the system cannot do that")),
    ("EOPNOTSUPP", msg("the system cannot do that")),
    ("ESTALE", msg("the connection to the drive was lost")),
    ("ETIMEDOUT", msg("no answer came before the time limit")),
    ("ECONNREFUSED", msg("no server answers there")),
    ("EHOSTUNREACH", msg("the network has no route to it")),
    ("ENETUNREACH", msg("the network has no route to it")),
    ("ECONNRESET", msg("the server ended the connection")),
    ("EHOSTDOWN", msg("the drive does not answer")),
    ("ENOTCONN", msg("the connection to the drive was lost")),
)


@cache
def _by_text() -> dict[str, Message]:
    known = ((getattr(errno, name, None), message) for name, message in _CAUSES)
    return {os.strerror(number): message for number, message in known if number is not None}


@cache
def _names() -> dict[str, str]:
    return {os.strerror(number): name for number, name in errno.errorcode.items()}


def known_cause(text: str) -> Message | None:
    """The sentence for what the system said, where we have one."""
    return _by_text().get(text)


def cause_of(text: str) -> Message:
    """The sentence for what the system said; where we have none its name for that, as far as it has one."""
    if text in _names() and text not in _by_text():
        return msg("the system refuses it ({name})", name=Ref(_names()[text]))
    return known_cause(text) or msg("the system gives no reason")
