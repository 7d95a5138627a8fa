"""The tracker of a command line: where it is, and what was read of it."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import errors
from tracker.cli.conversation import Conversation
from tracker.message import msg
from tracker.settings import default_database, is_on_server, user_folder

if TYPE_CHECKING:
    from tracker.model.tracker import Tracker
    from tracker.store.state import State
    from tracker.store.store import Store


class Opened(Conversation):
    """One command line on a tracker; the store is opened, and the tracker read, when one of them is first needed."""

    _store: "Store | None" = None
    _state: "State | None" = None
    _tracker: "Tracker | None" = None

    @cached_property
    def place(self) -> tuple[str, str]:
        """The place of the tracker, and the source of that setting."""
        found = self.settings.find("db")
        return (found.value, found.source) if found.value else (str(default_database()), "default")

    @property
    def address(self) -> str:
        """The place, where it is the address of a tracker on a server; else empty."""
        place = self.place[0]
        return place if is_on_server(place) else ""

    @property
    def path(self) -> Path:
        """The place as a path; of a tracker on a server, the one beside which its backups lie on this computer.

        Raises `BadValue` for what no path can be, `CannotRead` in a folder that is gone, and what an address may be
        refused for.
        """
        from tracker.store.file import named, refusals

        place = self.place[0]
        if self.address:
            from tracker.store.postgres.address import address_of

            return user_folder("data") / "servers" / f"{address_of(place).slug}.json"
        try:
            path = named.expanded(place)
        except OSError as error:
            raise errors.BadValue(place, "db") from error
        if not path.is_absolute():
            with refusals.reading(place):
                Path.cwd()
        return path

    @property
    def is_taken(self) -> bool:
        """Whether something lies at the place, be it a link that leads nowhere; raises `CannotRead`."""
        from tracker.store.open import engine_of

        return (self._store.engine if self._store else engine_of(self.path, self.address)).is_taken

    @property
    def store(self) -> "Store":
        """The store; a place that was named must exist, the default place shows the article until it is written."""
        if self._store is None:
            from tracker.store.open import open_store

            self._store = open_store(self.path, named=self.place[1] != "default", address=self.address)
        return self._store

    def store_to_make(self, template: "Callable[[], State]") -> "Store":
        """The store at a place where a tracker is about to be made from a template or an export."""
        from tracker.store.open import engine_of
        from tracker.store.store import Store

        self._store = Store(engine_of(self.path, self.address), template)
        return self._store

    @property
    def saved(self) -> bool:
        """Whether something was written; an interruption after that lost nothing."""
        return self._store is not None and self._store.engine.committed

    @property
    def state(self) -> "State":
        """The documents and standing as they are, read once; `change` reads anew under the lock."""
        if self._state is None:
            self._state = self.store.state()
            if self.store.engine.edited:
                self.warn(
                    msg(
                        "{path} was changed by hand since it was last written; `check` gives the details.",
                        path=self.place[0],
                    )
                )
        return self._state

    @property
    def tracker(self) -> "Tracker":
        """The tracker of that state."""
        if self._tracker is None:
            self._tracker = self.store.tracker(self.state)
        return self._tracker

    def forget(self) -> None:
        """Forget what was read, for the file is another one now."""
        self._state = self._tracker = None
