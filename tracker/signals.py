"""The signals of Ctrl-C and of the request to end: never in a save, never "nothing was changed" after one.

Blocks that no signal may cut in two hold them back; a program that is started gets Ctrl-C for itself.
"""

import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

_ASKED_TO_END = ("SIGINT", "SIGTERM", "SIGHUP")


class Interrupted(KeyboardInterrupt):
    """The program was asked to end by signal `number`; the exit status for it is 128 + number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def raise_interrupted(saved: Callable[[], bool]) -> None:
    """Have signals raise Interrupted from now on, unless `saved()`: then the command just runs to its end.

    Call it from the main thread. A signal that the parent told us to ignore (nohup) stays ignored.
    """

    def stop(number: int, _: FrameType | None) -> None:
        if not saved():
            raise Interrupted(number)

    for number in _numbers():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, stop)


def ignore_from_now() -> None:
    """The work is done and only the exit is left: a signal shall not make a failure of it.

    Handlers of our own do not do for that: Python takes them away while it shuts down.
    """
    for number in _numbers():
        signal.signal(number, signal.SIG_IGN)


@contextmanager
def held_back(numbers: Iterable[int] = ()) -> Iterator[None]:
    """Hold signals back that arrive inside, by default those that end us; they take effect at its end.

    Nothing is lost by it: the long part of a save is the flush to the disk, which no signal ends anyway. A thread that
    is started inside never gets them.
    """
    if sys.platform == "win32":  # no signal masks; a console event reaches Python only between two steps
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, numbers or _numbers())  # may itself raise for an earlier signal
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def ctrl_c_for_child() -> Iterator[None]:
    """Leave Ctrl-C to the program that is started inside: by a handler, for it would inherit an ignored signal."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _numbers() -> list[signal.Signals]:
    return [signal.Signals[name] for name in _ASKED_TO_END if hasattr(signal, name)]
