"""The notice of what takes longer than a moment: shown on the terminal, and nothing of it is left behind."""

import signal
from collections.abc import Callable
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING

from tracker.signals import held_back

if TYPE_CHECKING:
    from rich.live import Live

MOMENT = 0.4  # seconds: what is over by then would only flicker


class Waiting:
    """A display that is shown from a moment (in seconds) after the beginning until the end.

    What shows it is `made` by then only.
    """

    def __init__(self, made: "Callable[[], Live]", moment: float = MOMENT) -> None:
        self._made = made
        self._moment = moment
        self._lock = Lock()
        self._live: Live | None = None
        self._turn = 0  # a timer whose turn is over shows nothing any more
        self._timer: Timer | None = None

    def __enter__(self) -> "Waiting":
        if self._moment:
            self._arm(self._moment)
        else:
            self._begin(self._turn)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def step_aside(self) -> None:
        """Makes room for something else that is written: takes away what is shown, until another moment is over."""
        self._end()
        self._arm(MOMENT)

    def _arm(self, moment: float) -> None:
        self._timer = Timer(moment, self._begin, (self._turn,))
        self._timer.daemon = True
        with held_back(signal.valid_signals()):  # else the thread would get those that the main one holds back
            self._timer.start()

    def _begin(self, turn: int) -> None:
        """Show it, in the thread of the timer if there is one."""
        live = self._made()
        with self._lock, held_back(signal.valid_signals()):
            if turn == self._turn:
                self._live = live
                live.start(refresh=True)

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            self._turn += 1
            if self._live is not None:
                self._live.stop()
            self._live = None
        if self._timer is not None:
            self._timer.join()
