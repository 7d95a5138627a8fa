"""A Word file to write on."""

from tracker.frozen import Frozen


class Letterhead(Frozen):
    """A Word file with its own page, head and foot; `path` is where it was read, for messages."""

    path: str
    content: bytes
