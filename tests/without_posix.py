"""A Python without what Windows lacks, on this system: `python -m tests.without_posix COMMAND…` runs the program in it.

It is no Windows: paths, consoles and what a file that is open forbids are those of this system. Libraries are loaded
before, for they may look at the system as they like; the program is not.
"""

import importlib
import os
import pkgutil
import signal
import sys
import types
from importlib.util import find_spec

LIBRARIES = (
    *("rich.console", "rich.live", "typer.main", "tinydb", "msgspec", "platformdirs", "hijridate", "tomlkit"),
    *("jinja2", "docx", "xlsxwriter", "icalendar", "python_calamine", "typst", "psycopg", "shellingham"),
)
STANDARD = ("asyncio", "ctypes", "subprocess", "tempfile", "zoneinfo", "webbrowser", "multiprocessing", "uuid")
MODULES = ("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "readline", "curses", "syslog", "posix")
OF_OS = """
chown fchmod fchown lchown chroot fork forkpty openpty getegid geteuid getgid getgroups getpgid getpgrp getsid getuid
killpg mkfifo mknod nice posix_spawn posix_spawnp setsid statvfs fstatvfs sync fdatasync tcgetpgrp tcsetpgrp ttyname
ctermid uname wait wait3 wait4 listxattr getxattr setxattr removexattr pread pwrite sysconf pathconf sendfile lockf
O_CLOEXEC O_DIRECTORY O_NOCTTY O_NOFOLLOW O_NONBLOCK O_SYNC O_DSYNC POSIX_SPAWN_OPEN POSIX_SPAWN_DUP2 WNOHANG
"""
OF_SIGNAL = """
SIGHUP SIGQUIT SIGKILL SIGPIPE SIGALRM SIGUSR1 SIGUSR2 SIGTSTP SIGTTIN SIGTTOU SIGCONT SIGSTOP SIGCHLD SIGWINCH
pthread_sigmask pthread_kill alarm setitimer sigwait sigpending siginterrupt SIG_BLOCK SIG_SETMASK SIG_UNBLOCK
"""


def take_away() -> None:
    """Take from this process what Windows lacks, and give it the lock that Windows has; nothing where it is Windows."""
    if sys.platform == "win32":
        return
    for name in (*STANDARD, *LIBRARIES):
        if find_spec(name.partition(".")[0]):
            importlib.import_module(name)
    sys.modules["msvcrt"] = _windows_locks()
    for module, names in ((os, OF_OS), (signal, OF_SIGNAL)):
        for name in names.split():
            vars(module).pop(name, None)
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment] # so that importing it fails
    sys.platform = "win32"


def _windows_locks() -> types.ModuleType:
    import fcntl

    locks = types.ModuleType("msvcrt")
    vars(locks).update(LK_NBLCK=2, locking=lambda fd, _, size: fcntl.lockf(fd, fcntl.LOCK_EX | fcntl.LOCK_NB, size))
    return locks


def every_module() -> list[str]:
    """The names of all modules of the program, imported."""
    import tracker

    names = [each.name for each in pkgutil.walk_packages(tracker.__path__, "tracker.")]
    for name in names:
        importlib.import_module(name)
    return names


if __name__ == "__main__":
    take_away()
    if sys.argv[1:] == ["--import-every-module"]:
        print("\n".join(every_module()))
    else:
        from tracker.__main__ import main

        main()
