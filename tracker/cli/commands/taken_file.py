"""A file that is to be taken in: its content, and what is said while that lasts."""

from tracker.cli.input.sources import file_at, standard_input
from tracker.message import msg
from tracker.store.file.refusals import LARGEST

COMPARING, TAKING_IN = msg("Comparing with the tracker …"), msg("Importing …")


def content_of(file: str) -> bytes:
    """The content of a file to be taken in; `-` is the standard input. Raises `CannotRead`, `TooLarge`."""
    if file == "-":
        return standard_input(LARGEST)
    return file_at(file.removeprefix("@"), LARGEST)
