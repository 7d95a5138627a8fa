"""Every failure a user can meet, each with its exit code.

Errors carry data, never sentences: `cli/error_words.py` words them in the user's language.
`code` is the slug of the class name and is stable in JSON output (CLI.md "Exit codes").
"""

import re
from dataclasses import dataclass
from typing import ClassVar


@dataclass(eq=False)
class TrackerError(Exception):
    """Base of all failures; refused or failed unless a subclass says otherwise."""

    exit_code: ClassVar[int] = 1

    @property
    def code(self) -> str:
        """Stable machine name, e.g. `not_found` for `NotFound`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()


# --- the data file (DESIGN.md 5) ---


@dataclass(eq=False)
class StoreError(TrackerError):
    """The tracker's file cannot be used as asked; `path` is as the user named it."""

    path: str


@dataclass(eq=False)
class Locked(StoreError):
    """Another process kept the lock for longer than `seconds`."""

    seconds: float


@dataclass(eq=False)
class LocksUnsupported(StoreError):
    """The file system has no locks; `cause` is the system's word."""

    cause: str


@dataclass(eq=False)
class CannotRead(StoreError):
    """The system refused to read; `cause` is its word."""

    cause: str


@dataclass(eq=False)
class CannotWrite(StoreError):
    """The system refused to write (read-only place, rights); nothing was changed."""

    cause: str


@dataclass(eq=False)
class NoSpace(StoreError):
    """The disk or quota is full; nothing was changed."""

    cause: str


@dataclass(eq=False)
class ChangedMeanwhile(StoreError):
    """Another program replaced the file between our reading and our writing; nothing was changed."""


@dataclass(eq=False)
class Corrupt(StoreError):
    """Not a valid tracker file. `reason` is one of REASONS; `where` a line or a path of keys; `backup` the newest good one."""

    reason: str
    where: str = ""
    backup: str = ""

    REASONS: ClassVar[tuple[str, ...]] = (
        "not_a_file",
        "empty",
        "not_utf8",
        "not_json",
        "duplicate_key",
        "not_tables",
        "bad_schema",
        "bad_value",
        "broken_reference",
    )


@dataclass(eq=False)
class TooNew(StoreError):
    """Written by a newer program: schema `found`, this one knows `known`."""

    found: int
    known: int


@dataclass(eq=False)
class Detached(StoreError):
    """The file has other hard links that a replacement would cut off."""


@dataclass(eq=False)
class DatabaseMissing(StoreError):
    """A place named by option, environment or config does not exist; `init` makes it."""


@dataclass(eq=False)
class AlreadyExists(StoreError):
    """`init` and `-o` never overwrite a tracker."""
