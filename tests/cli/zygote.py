"""A process that has loaded the program and nothing else, and forks a run of it for each request: started by `runs.py`.

A fork of the process that runs the tests would copy several times as much, and would see what the tests left in it.
It serves until nobody holds the other end of the socket whose number is its argument; then it ends, and its runs too.
"""

import importlib
import io
import json
import os
import pkgutil
import signal
import sys
import traceback
from collections.abc import Callable
from select import select
from socket import recv_fds, socket
from typing import Any, NamedTuple, NoReturn

import tracker
from tracker.__main__ import main

FAULT = 99  # what a traceback of ours ends with


class Run(NamedTuple):
    """A process, and the end of a socket to which lines with its number and then its exit code go."""

    child: int
    reply: int


def serve(control: socket) -> None:
    running: dict[int, Run] = {}  # by the end of a pipe that is over when the process is
    while True:
        for ready in select([control.fileno(), *running], [], [])[0]:
            if ready in running:
                _end(running.pop(ready))
                os.close(ready)
                continue
            asked, descriptors, _, _ = recv_fds(control, 1, 5)
            if not asked:
                for run in running.values():
                    os.kill(run.child, signal.SIGKILL)
                return
            ended, run = _begin(*descriptors)
            running[ended] = run


def _begin(request: int, reply: int, *streams: int) -> tuple[int, Run]:
    ended, alive = os.pipe()
    child = os.fork()
    if not child:
        os.close(reply)
        with open(request, "rb") as file:
            _become(json.load(file), streams)
    os.write(reply, b"%d\n" % child)
    for each in (alive, request, *streams):
        os.close(each)
    return ended, Run(child, reply)


def _end(run: Run) -> None:
    _, status = os.waitpid(run.child, 0)
    os.write(run.reply, b"%d\n" % os.waitstatus_to_exitcode(status))
    os.close(run.reply)


def _become(request: dict[str, Any], streams: tuple[int, ...]) -> NoReturn:
    code = FAULT
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        if request["terminal"]:
            os.login_tty(os.dup(0))
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["folder"])
        exec(request["before"], {})
        sys.argv = ["tracker", *request["arguments"]]
        sys.stdin = _reopened(0, "r")
        sys.stdout, sys.stderr = _reopened(1, "w"), _reopened(2, "w")
        code = _exit_code(main)
    except BaseException:
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


def _reopened(number: int, mode: str) -> Any:
    return io.TextIOWrapper(os.fdopen(number, mode + "b", closefd=False), encoding="utf-8", errors="surrogateescape")


def _exit_code(run: Callable[[], None]) -> int:
    try:
        run()
    except SystemExit as end:
        sys.stdout.flush()
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _load_everything() -> None:
    """All modules of the program, with what they need but typst: its threads would not be in a fork."""
    for module in pkgutil.walk_packages(tracker.__path__, "tracker."):
        importlib.import_module(module.name)


if __name__ == "__main__":
    _load_everything()
    serve(socket(fileno=int(sys.argv[1])))
